"""Choosing another password for the open file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services import passwords
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.pages.new_file import LEAST_CHARACTERS
from reintegratie_desktop.ui.pages.password_line import PasswordLine, StrengthNote
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


class PasswordDialog(CalmDialog):
    """Asks for a new password twice; with `ask_old` also for the one that is used now."""

    def __init__(self, desk: "Workspace", *, ask_old: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("Wachtwoord wijzigen") if ask_old else _("Kies een nieuw wachtwoord"), parent=parent)
        self._desk = desk
        if not ask_old:
            self.say(_("Het bestand is open. Kies nu een wachtwoord dat je onthoudt. Je herstelblad blijft geldig."))
        self.old = PasswordLine()
        self.old_row = FormRow(_("Wachtwoord van nu"), self.old)
        if not ask_old:
            self.old_row.hide()
        self.new = PasswordLine()
        self.new_row = FormRow(
            _("Nieuw wachtwoord"),
            self.new,
            help=_("Vier gewone woorden achter elkaar zijn sterk en goed te onthouden."),
        )
        self.again = PasswordLine()
        self.again_row = FormRow(_("Nog een keer"), self.again)
        for part in (self.old_row, self.new_row, self.again_row):
            self.column.addWidget(part)
        self.new.textChanged.connect(lambda: self.new_row.set_error(""))
        self._strength = StrengthNote(self.new, self.new_row)
        self._ask_old = ask_old
        self.button = primary(_("Wachtwoord bewaren"))
        self.set_buttons(self.button, self._save, cancel=_("Annuleren") if ask_old else _("Later"))
        (self.old if ask_old else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        old, new = self.old.text(), self.new.text()
        if len(new) < LEAST_CHARACTERS:
            self.new_row.set_error(_("Neem een wachtwoord van minstens {n} tekens.").format(n=LEAST_CHARACTERS))
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.again.text() != new:
            self.again_row.set_error(_("Dit is niet hetzelfde als hierboven."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.button.setEnabled(False)
        desk, ask_old = self._desk, self._ask_old

        def work() -> None:
            if ask_old:
                passwords.change(desk, old, new)
            else:
                passwords.set_password(desk, new)

        run_in_background(work, lambda _nothing: self.accept(), self._failed, owner=self)

    def _failed(self, error: KnownError) -> None:
        self.button.setEnabled(True)
        if error.code == "wachtwoord":
            self.old_row.set_error(_("Dit wachtwoord past niet."))
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)
            self.old.selectAll()
        else:
            self.refuse(error.message, error.next_step)
