"""Instellingen: language, light or dark, the firm, the password, and where the file is."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.files import default_folder
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _, current_language
from reintegratie_desktop.ui.pages.common import LANGUAGE_NAMES, PageHead
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, secondary
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, Label, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.segmented import Segmented

THEMES: Final = {"systeem": N_("Zoals de computer"), "licht": N_("Licht"), "donker": N_("Donker")}


class SettingsPage(QWidget):
    """What can be set.

    Signals: `language_chosen(code)`, `theme_chosen(mode)`, `password_asked`, `sheet_asked`.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    password_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller()
        whole.addWidget(scroller)
        column = scroller.column
        column.addWidget(PageHead(_("Instellingen"), _("Wat je kiest, geldt meteen.")))
        self.messages = QVBoxLayout()
        column.addLayout(self.messages)
        both = QHBoxLayout()
        both.setSpacing(16)
        for card in (self._firm_card(), self._screen_card()):
            side = QVBoxLayout()
            side.addWidget(card)
            side.addStretch(1)
            both.addLayout(side, 1)
        column.addLayout(both)
        column.addWidget(self._file_card())
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the file that is open."""
        path = self._host.desk.path
        self.place.setText(place_words(path))
        self._path.set_text(str(path))

    def focus_first(self) -> None:
        """Put the keyboard on the first button of the page."""
        self.firm_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: KnownError) -> None:
        """Say above the settings why a choice could not be made; what is chosen stays as it was."""
        while (item := self.messages.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.language.set_current(current_language())
        self.theme.set_current(self._host.settings.theme)
        notice = Notice(NoticeKind.WARN, error.message, error.next_step, closable=True, icon="info")
        self.messages.addWidget(notice)
        announce(notice, notice.accessibleName())

    def _screen_card(self) -> Card:
        card = Card(_("Scherm"), spacing=8)
        card.add(Label(_("Taal"), "label"))
        self.language = Segmented(list(LANGUAGE_NAMES.items()), _("Taal"))
        self.language.set_current(current_language())
        self.language.chosen.connect(self.language_chosen)
        card.add(self.language)
        card.column.addSpacing(4)
        card.add(Label(_("Licht of donker"), "label"))
        self.theme = Segmented([(key, _(words)) for key, words in THEMES.items()], _("Licht of donker"))
        self.theme.set_current(self._host.settings.theme)
        self.theme.chosen.connect(self.theme_chosen)
        card.add(self.theme)
        return card

    def _firm_card(self) -> Card:
        card = Card(_("Bedrijf en wachtwoord"), spacing=8)
        self.firm_button = _action(_("Gegevens van je bedrijf"), "store", lambda: self._host.open_form("werkgever"))
        for button in (
            self.firm_button,
            _action(_("Wachtwoord wijzigen"), "key-round", self.password_asked.emit),
            _action(_("Herstelblad afdrukken"), "printer", self.sheet_asked.emit),
        ):
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _file_card(self) -> Card:
        card = Card(_("Dit bestand"), spacing=8)
        self.place = small("", "text")
        self._path = ElidedLabel("")
        card.add(self.place)
        card.add(self._path)
        self.folder_button = _action(_("Map openen"), "folder-open", self._open_folder)
        card.column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _open_folder(self) -> None:
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - only when asked

        # A folder on this computer, shown by the computer itself: nothing leaves it.
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._host.desk.path.parent)))


def place_words(path: Path) -> str:
    """Return in plain words where a file is: its name, and the folder."""
    if path.parent == default_folder():
        return _("Het bestand heet ‘{naam}’ en staat op deze computer, in de eigen map van dit programma.").format(
            naam=path.stem
        )
    return _("Het bestand heet ‘{naam}’ en staat in de map ‘{map}’.").format(naam=path.stem, map=path.parent.name)


def _action(words: str, icon: str, act: Callable[[], None]) -> Button:
    button = secondary(words, icon=icon, small=True)
    button.clicked.connect(lambda _on=False: act())
    return button
