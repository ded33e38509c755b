"""Asks for a number at the moment it is used: the citizen number, which is forgotten, and that of the firm."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.type_over import citizen_number
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.widgets.buttons import primary, secondary
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

_LONGEST_TAX: Final = 20
_LONGEST: Final = 11
"""Nine figures, and dots where somebody types them."""


class CitizenNumberDialog(CalmDialog):
    """Calls `then(number)` with nine figures. With `skip` there is a way on without a number: `then("")`."""

    def __init__(
        self, words: str, then: Callable[[str], None], *, skip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Burgerservicenummer"), parent=parent)
        self._then = then
        self.say(words)
        self.number = LineEdit()
        self.number.setMaxLength(_LONGEST)
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhDigitsOnly)
        self.line = FormRow(
            _("Burgerservicenummer"), self.number, help=_("Negen cijfers, van de loonstrook. Het wordt niet bewaard.")
        )
        self.number.textEdited.connect(lambda: self.line.set_error(""))
        self.column.addWidget(self.line)
        without = None
        if skip:
            without = secondary(skip)
            without.clicked.connect(lambda: self._go_on(""))
        self.button = primary(_("Verder"))
        self.set_buttons(self.button, self._check, cancel=_("Annuleren"), left=without)
        self.without = without
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        try:
            number = citizen_number(self.number.text())
        except KnownError as error:
            self.line.set_error(f"{error.message} {error.next_step}")
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if number:
            self._go_on(number)
        else:
            self.line.set_error(_("Vul het nummer in."))

    def _go_on(self, number: str) -> None:
        self.number.clear()
        self.accept()
        self._then(number)


class TaxNumberDialog(CalmDialog):
    """Asks for the loonheffingennummer of the firm and gives it to `keep(typed)`, which says what is wrong with it."""

    def __init__(self, keep: Callable[[str], None], *, parent: QWidget | None = None) -> None:
        super().__init__(_("Loonheffingennummer"), parent=parent)
        self._keep = keep
        self.say(_("We bewaren het bij de gegevens van je bedrijf. Dan staat het een volgende keer klaar."))
        self.number = LineEdit()
        self.number.setMaxLength(_LONGEST_TAX)
        self.line = FormRow(
            _("Loonheffingennummer"),
            self.number,
            help=_("Negen cijfers, de letter L en nog twee cijfers: 123456789L01."),
        )
        self.number.textEdited.connect(lambda: self.line.set_error(""))
        self.column.addWidget(self.line)
        self.button = primary(_("Bewaren"))
        self.set_buttons(self.button, self._check, cancel=_("Annuleren"))
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        try:
            self._keep(self.number.text())
        except KnownError as error:
            self.line.set_error(f"{error.message} {error.next_step}")
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
