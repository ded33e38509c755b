"""Qt's own words in the language of the program: dates, standard buttons, dialogs, and the gaps Qt leaves."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDir, QLibraryInfo, QLocale, QStandardPaths, QTranslator

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.i18n import _, current_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWizard

_LOCALES: Final = {
    "nl": (QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

GAPS: Final[dict[tuple[str, str], str]] = {
    ("QFileDialog", "&Look in:"): "Zoeken in:",
    ("QFileDialog", "Look in:"): "Zoeken in:",
    ("QFileDialog", "Files of &type:"): "Soort bestand:",
    ("QFileDialog", "Files of type:"): "Soort bestand:",
    ("QFileDialog", "File &name:"): "Bestandsnaam:",
    ("QFileDialog", "&Choose"): "Kiezen",
    ("QAbstractFileIconProvider", "Folder"): "Map",
    ("QAbstractFileIconProvider", "File Folder"): "Map",
    ("QAbstractFileIconProvider", "File"): "Bestand",
    ("QAbstractFileIconProvider", "%1 File"): "%1-bestand",
    ("QAbstractFileIconProvider", "Drive"): "Station",
    ("QAbstractFileIconProvider", "Shortcut"): "Snelkoppeling",
    ("QPlatformTheme", "OK"): "Begrepen",
    ("QPlatformTheme", "&Yes"): "Ja",
    ("QPlatformTheme", "&No"): "Nee",
    ("QWizard", "Commit"): "Vastleggen",
    ("QWizard", "&Finish"): "Klaar",
}
"""Words that Qt's Dutch catalogue leaves in English or renders clumsily: (context, source) to text."""


class _Gaps(QTranslator):
    """Fills what Qt's own catalogue misses."""

    @override
    def translate(self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        return GAPS.get((context, source))

    @override
    def isEmpty(self) -> bool:
        return False


class _State:
    """The translators in use; Qt keeps no reference to them."""

    installed: list[QTranslator]
    folder: str = ""
    """Where a file was chosen last, while the program runs; it is written down nowhere."""


_State.installed = []


def apply_language(app: QCoreApplication) -> None:
    """Make Qt speak the language of the program (`text.i18n.current_language`)."""
    for translator in _State.installed:
        app.removeTranslator(translator)
    _State.installed = []
    language = current_language()
    locale = QLocale(*_LOCALES[language])
    QLocale.setDefault(locale)
    if language != "nl":
        return
    base = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # A frozen build may miss the catalogue; then only Qt's own words are English.
    for translator, loaded in ((base, base.load(locale, "qtbase", "_", folder)), (_Gaps(), True)):
        if loaded and app.installTranslator(translator):
            _State.installed.append(translator)


def name_file_dialog(dialog: "QFileDialog", accept: str) -> None:
    """Give a file dialog its words; `accept` says what happens, such as "Openen" or "Bewaren".

    It begins in the folder that was used last, or in that of the documents, unless the caller chose another one. Set
    the mode of the dialog first: the words say whether a file or a folder is asked.
    """
    asks_folder = dialog.fileMode() == dialog.FileMode.Directory
    if dialog.directory() == QDir.current():
        dialog.setDirectory(first_folder())
    dialog.fileSelected.connect(remember_folder)
    places = dialog.DialogLabel
    dialog.setLabelText(places.LookIn, _("Zoeken in:"))
    dialog.setLabelText(places.FileName, _("Map:") if asks_folder else _("Bestandsnaam:"))
    dialog.setLabelText(places.FileType, _("Soort bestand:"))
    dialog.setLabelText(places.Reject, _("Annuleren"))
    dialog.setLabelText(places.Accept, accept)


def first_folder() -> str:
    """Return the folder in which a file is looked for first: that of the last one, the documents, or the home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((folder for folder in (_State.folder, documents) if folder and Path(folder).is_dir()), str(Path.home()))


def remember_folder(chosen: str) -> None:
    """Remember, while the program runs, in which folder a file or a folder was chosen."""
    _State.folder = str(Path(chosen).parent)


def name_wizard(wizard: "QWizard") -> None:
    """Give a Qt wizard our words for its buttons."""
    buttons = wizard.WizardButton
    wizard.setButtonText(buttons.BackButton, _("Terug"))
    wizard.setButtonText(buttons.NextButton, _("Volgende"))
    wizard.setButtonText(buttons.CommitButton, _("Vastleggen"))
    wizard.setButtonText(buttons.FinishButton, _("Klaar"))
    wizard.setButtonText(buttons.CancelButton, _("Annuleren"))
