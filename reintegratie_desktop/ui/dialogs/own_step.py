"""The small windows for a step of the user's own: adding and changing it, and taking it away."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.own_steps import LONGEST, LONGEST_WHO, WORD
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import DayField
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks
from reintegratie_desktop.ui.widgets.guard_panel import GuardPanel
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

Keep = Callable[[str, date, str], None]


class OwnStepDialog(CalmDialog):
    """Asks what must be done, on which day, and who does it.

    `allowed()` gives the words that are about the work, `allow(word)` remembers one; `keep(text, day, who)` writes the
    step down, or says in a known error what is wrong with it.
    """

    def __init__(
        self,
        heading: str,
        today: date,
        first_day: date,
        keep: Keep,
        *,
        allowed: Callable[[], frozenset[str]],
        allow: Callable[[str], None],
        first_name: str = "",
        text: str = "",
        day: date | None = None,
        who: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent=parent, width=560)
        self._first_day, self._keep = first_day, keep
        self._allowed = allowed()
        self.edit = LineEdit()
        self.edit.setMaxLength(LONGEST)
        self.edit.setText(text)
        self.row = FormRow(
            _("Wat moet er gebeuren?"),
            self.edit,
            help=_("In een paar woorden, alleen over het werk. Bijvoorbeeld: stoel bestellen voor bureau 3."),
        )
        self.column.addWidget(self.row)
        self.marks = GuardMarks(self.edit, lambda words: find(words, allowed=self._allowed))
        self.guard = GuardPanel(self.marks, who=first_name)
        self.guard.kept.connect(lambda _kind, word: self._allow(word, allow, allowed))
        self.column.addWidget(self.guard)
        self.day_field = DayField(_("Op welke dag?"), today, start=day)
        self.column.addWidget(self.day_field)
        self.who = LineEdit()
        self.who.setMaxLength(LONGEST_WHO)
        self.who.setText(who)
        self.who_row = FormRow(_("Wie doet het?"), self.who, help=_("Mag leeg blijven."))
        self.column.addWidget(self.who_row)
        self.button = primary(_("Bewaren"))
        self.set_buttons(self.button, self._accept, cancel=_("Annuleren"))
        self.row.focus_first()

    def _allow(self, word: str, allow: Callable[[str], None], allowed: Callable[[], frozenset[str]]) -> None:
        allow(word)
        self._allowed = allowed()
        self.marks.look()
        self.refuse("")

    def _accept(self) -> None:
        day = self.day_field.day(not_before=self._first_day, may_be_later=True)
        if day is None:
            return
        try:
            self._keep(self.edit.text(), day, self.who.text())
        except KnownError as error:
            self.refuse(error.message, error.next_step)
            if error.code == WORD:
                self.marks.look()
                if self.marks.hits:
                    self.edit.setFocus()
                    self.guard.open_for(self.marks.hits[0])
            return
        self.accept()
