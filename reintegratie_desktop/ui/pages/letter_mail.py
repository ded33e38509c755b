"""A letter as a draft of an e-mail: a button beside the paper, what to know first, and where to keep the file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reintegratie_desktop.services.letter_mail import ENDING, mail_name, save_mail_draft
from reintegratie_desktop.services.views import PaperView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog, fit_to_screen
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary


def mail_button(host: Host, paper: PaperView) -> Button:
    """Return the button that keeps a letter as a draft of an e-mail."""
    button = secondary(_("Concept-e-mail bewaren"), small=True)
    button.setAccessibleName(_("Concept-e-mail bewaren") + f", {paper.title}")
    button.clicked.connect(lambda: ask_mail(host, paper))
    return button


def ask_mail(host: Host, paper: PaperView) -> CalmDialog:
    """Tell what ordinary mail is, and then ask where the draft is kept."""
    dialog = CalmDialog(_("Gewone e-mail kan onderweg worden gelezen"), parent=host.dialog_parent)
    dialog.say(
        _(
            "Het programma maakt een bestand dat je in je mailprogramma opent. De brief zit er als bijlage bij. In het "
            "onderwerp en de tekst staat niet waar de brief over gaat."
        )
    )
    dialog.say(_("De brief zelf kan een ander onderweg lezen. Zelf geven of de post is veiliger."))
    go_on = primary(_("Kies waar het bestand komt"))
    dialog.set_buttons(go_on, lambda: _choose(host, paper, dialog), cancel=_("Annuleren"))
    dialog.open()
    return dialog


def _choose(host: Host, paper: PaperView, asked: CalmDialog) -> None:
    asked.accept()
    dialog = QFileDialog(host.dialog_parent, _("Concept-e-mail bewaren"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    name_file_dialog(dialog, _("Bewaren"))
    dialog.setNameFilter(_("E-mailbestand (*.eml)"))
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    dialog.selectFile(mail_name(host.desk, paper.id))
    dialog.fileSelected.connect(lambda path: save_mail_to(host, paper, Path(path)))
    fit_to_screen(dialog)
    dialog.open()


def save_mail_to(host: Host, paper: PaperView, target: Path) -> None:
    """Keep the draft at a place the user chose."""
    try:
        save_mail_draft(host.desk, paper.id, target)
    except KnownError as error:
        show_known_error(host.dialog_parent, error)
        return
    host.changed()
