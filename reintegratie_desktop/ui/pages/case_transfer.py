"""A whole dossier out of the program, in a folder that everybody can read, and a dossier from outside into it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reintegratie_desktop.services import case_in, case_out
from reintegratie_desktop.services.case_title import case_title
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.dialogs.base import CalmDialog, MessageDialog, fit_to_screen
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.report_making import Making, Progress, Stop
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_in_checks import Checked

# --- out ------------------------------------------------------------------------------------------------------------


class TakeOutDialog(CalmDialog):
    """Says what a dossier outside the program is, asks for a folder, and writes it there in a folder of its own.

    It is written beside the window; closing the dialog stops it, and then nothing of it is left.
    """

    def __init__(self, host: Host, case_id: str) -> None:
        super().__init__(_("Dossier uitvoeren"), parent=host.dialog_parent)
        self._host, self._desk, self.case_id = host, host.desk, case_id
        self.making: Making | None = None
        self.say(
            _(
                "Je maakt een kopie van het hele dossier van {naam}: de gegevens, alle papieren, de bijlagen en het "
                "logboek. In een ander bestand van dit programma kun je die kopie binnenhalen. Hier verandert niets."
            ).format(naam=case_title(self._desk, case_id).employee_name)
        )
        self.say(
            _(
                "De kopie heeft geen wachtwoord. Iedereen die hem heeft, kan alles lezen. Zet hem op een plek waar "
                "niemand anders bij kan, en gooi hem weg als hij niet meer nodig is."
            )
        )
        self.busy = small(_("De kopie wordt geschreven."))
        self.busy.hide()
        self.column.addWidget(self.busy)
        self.button = primary(_("Kies waar de kopie komt"))
        self.set_buttons(self.button, self.ask_folder, cancel=_("Annuleren"))
        self.finished.connect(self._stop)

    def ask_folder(self) -> None:
        """Ask for the folder in which the new folder comes."""
        dialog = QFileDialog(self, _("In welke map komt het dossier?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        name_file_dialog(dialog, _("Bewaren"))
        fit_to_screen(dialog)
        dialog.fileSelected.connect(lambda path: self.write_in(Path(path)))
        dialog.open()

    def write_in(self, folder: Path) -> None:
        """Write the dossier in a new folder inside one the user chose."""
        self.refuse("")
        name = case_out.folder_name(self._desk, self.case_id)
        try:
            out = case_out.case_out(self._desk, self.case_id)
        except KnownError as error:
            self._failed(error)
            return

        def work(_progress: Progress, stop: Stop) -> Path | None:
            return case_out.write_folder(out, folder, name, stop=stop)

        self.button.setEnabled(False)
        self.busy.show()
        announce(self, self.busy.text())
        self.making = Making(self)
        self.making.start(work, self._written, self._failed)

    def _written(self, folder: Path | None) -> None:
        if folder is None or self.making is None:
            return
        self.making = None
        case_out.note_out(self._desk, self.case_id)
        self.accept()
        self._host.changed()
        MessageDialog(
            _("De kopie van het dossier is klaar."),
            _(
                "Hij staat in de map {map}. Er zit geen wachtwoord op: iedereen die deze map heeft, kan alles lezen."
            ).format(map=folder),
            parent=self._host.dialog_parent,
        ).open()

    def _failed(self, error: KnownError) -> None:
        self.making = None
        self.busy.hide()
        self.button.setEnabled(True)
        self.refuse(error.message, error.next_step)

    def _stop(self) -> None:
        if self.making is not None:
            self.making.stop()
            self.making = None


def ask_out(host: Host, case_id: str) -> TakeOutDialog:
    """Tell what a dossier outside the program is, and let the user choose where it comes."""
    dialog = TakeOutDialog(host, case_id)
    dialog.open()
    return dialog


# --- in -------------------------------------------------------------------------------------------------------------


def ask_in(host: Host) -> QFileDialog:
    """Ask for the file of a dossier, and bring it in."""
    dialog = QFileDialog(host.dialog_parent, _("Kies het bestand van het dossier"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    name_file_dialog(dialog, _("Binnenhalen"))
    fit_to_screen(dialog)
    dialog.setNameFilter(_("Kopie van een dossier (*.json)"))
    dialog.fileSelected.connect(lambda path: bring_in(host, Path(path)))
    dialog.open()
    return dialog


def bring_in(host: Host, path: Path) -> None:
    """Look through a file beside the window, and bring its dossier in: all of it, or nothing."""

    def tell(error: KnownError) -> None:
        show_known_error(host.dialog_parent, error)

    run_in_background(
        lambda: case_in.look_through(path), lambda checked: _keep(host, checked), tell, owner=host.dialog_parent
    )


def _keep(host: Host, checked: "Checked") -> None:
    try:
        found = case_in.bring_in(host.desk, checked)
    except KnownError as error:
        show_known_error(host.dialog_parent, error)
        return
    host.open_case(found.case_id)
    host.changed()
    words = ngettext(
        "Dossier {nummer} is ingelezen, met {n} papier.", "Dossier {nummer} is ingelezen, met {n} papieren.",
        found.papers,
    ).format(nummer=found.nummer, n=found.papers)  # fmt: skip
    more = [_("De werknemer stond al in dit bestand.")] if found.joined else []
    if found.frozen:
        made = ngettext(
            "{n} papier had geen momentopname en is nu vastgesteld.",
            "{n} papieren hadden geen momentopname en zijn nu vastgesteld.",
            found.frozen,
        )
        more.append(made.format(n=found.frozen))
    MessageDialog(words, " ".join(more), parent=host.dialog_parent).open()
