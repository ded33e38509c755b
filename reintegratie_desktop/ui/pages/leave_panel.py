"""Works out zwangerschaps- en bevallingsverlof in the page. Nothing is kept until the user takes the days over."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.domain.leave import MaternityLeave, maternity_leave
from reintegratie_desktop.services.leave import duration, first_and_last, leave_sum, leave_why, start_choices
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_long, day_weekday
from reintegratie_desktop.text.i18n import N_, _, ngettext
from reintegratie_desktop.ui.fields.choices import RadioList
from reintegratie_desktop.ui.fields.dates import DayLine
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.why_panel import InWords, SumTable
from reintegratie_desktop.ui.widgets.buttons import quiet, soft
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import Label, section, strong
from reintegratie_desktop.ui.widgets.patience import after_click

OTHER_DAY: Final = "andere_dag"
_DAY_WIDTH: Final = 220
_STILL_TO_COME: Final = N_("Laat leeg zolang dat nog moet komen.")
_IS_OVER: Final = N_("De uitgerekende datum is voorbij. Vul de echte dag in.")


class LeaveCalculator(QWidget):
    """A soft button that unfolds the calculator: due date, start, more than one child, birth; then the leave.

    Signals: `taken(first day, last day)` with two dates when the user takes the leave over, `opened(on)` when it
    unfolds or folds.
    """

    taken = Signal(object, object)
    opened = Signal(bool)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: MaternityLeave | None = None
        self._offered: tuple[date, bool] | None = None
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.button = soft(_("Verlof uitrekenen"), icon="calendar")
        self.button.clicked.connect(lambda: self.set_open(on=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card = Card(padding=16, spacing=12)
        head = QHBoxLayout()
        head.addWidget(section(_("Verlof uitrekenen")), 1)
        self.close_button = quiet(_("Sluiten"))
        self.close_button.clicked.connect(lambda: self.set_open(on=False))
        head.addWidget(self.close_button)
        self.card.add_layout(head)
        self._ask(today)
        self.result = QWidget()
        self._shown = QVBoxLayout(self.result)
        self._shown.setContentsMargins(0, 0, 0, 0)
        self._shown.setSpacing(8)
        self.card.add(self.result)
        self.take_button = soft(_("Neem over"), icon="check")
        self.card.column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card)
        self.take_button.clicked.connect(self._take)
        self.card.hide()
        self._work_out()

    def _hint_birth(self, expected: date | None) -> None:
        """Ask for the real day once the due date is over; until then it may stay empty."""
        is_over = expected is not None and expected < self._today and not self.born.text().strip()
        self.born_row.set_help(_(_IS_OVER) if is_over else _(_STILL_TO_COME))

    def _ask(self, today: date) -> None:
        """Put the questions in the card."""
        self.expected = DayLine(today)
        self.expected_row = FormRow(_("Uitgerekende datum"), self.expected)
        self.multiple = CheckBox(_("Er komt meer dan één kind"))
        self.start = RadioList()
        self.start_row = FormRow(_("Wanneer begint het verlof?"), self.start)
        self.start_day = DayLine(today)
        self.start_day_row = FormRow(_("Eerste dag van het verlof"), self.start_day)
        self.born = DayLine(today)
        self.born_row = FormRow(_("Bevallen op"), self.born, help=_(_STILL_TO_COME))
        for line in (self.expected, self.start_day, self.born):
            line.setMaximumWidth(_DAY_WIDTH)
            line.edited.connect(self._work_out)
            line.editingFinished.connect(lambda: after_click(self, self._work_out))
        for part in (self.expected_row, self.multiple, self.start_row, self.start_day_row, self.born_row):
            self.card.add(part)
        self.multiple.toggled.connect(self._work_out)
        self.start.group.idToggled.connect(self._work_out)

    @property
    def is_open(self) -> bool:
        """Tell whether the calculator is unfolded."""
        return not self.card.isHidden()

    def set_open(self, *, on: bool) -> None:
        """Unfold or fold the calculator; what was filled in stays."""
        self.card.setVisible(on)
        self.button.setVisible(not on)
        (self.expected if on else self.button).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(on)

    def clear(self) -> None:
        """Empty the fields."""
        for line in (self.expected, self.start_day, self.born):
            line.setText("")
        self.multiple.setChecked(False)
        self._offered = None
        self._work_out()

    # --- working it out ---------------------------------------------------------------------------------------------

    def _work_out(self) -> None:
        """Work the leave out from what is filled in so far, and say at each field what does not fit."""
        expected, multiple = self.expected.day(), self.multiple.isChecked()
        for row, line in ((self.expected_row, self.expected), (self.start_day_row, self.start_day)):
            row.set_error(_unread(line))
        self.born_row.set_error(_unread(self.born))
        self._hint_birth(expected)
        known = expected is not None and self._offer_starts(expected, multiple)
        self.start_row.setVisible(known)
        self.born_row.setVisible(known)
        self.start_day_row.setVisible(known and self.start.chosen() == OTHER_DAY)
        self.found = self._leave(expected, multiple) if known and expected is not None else None
        self._show()

    def _offer_starts(self, expected: date, multiple: bool) -> bool:
        """Offer the days on which the leave may begin; False when the law of that day is not known here."""
        if self._offered == (expected, multiple):
            return True
        try:
            choices = start_choices(expected, multiple=multiple)
        except KnownError as error:
            self.expected_row.set_error(str(error))
            return False
        chosen = self.start.chosen()
        offered = [
            (
                str(weeks),
                ngettext("{weken} week ervoor: {dag}", "{weken} weken ervoor: {dag}", weeks).format(
                    weken=weeks, dag=day_weekday(day, year=True)
                ),
                "",
            )
            for weeks, day in choices
        ]
        self.start.group.blockSignals(True)
        self.start.fill([*offered, (OTHER_DAY, _("Op een andere dag"), "")])
        self.start.choose(chosen if self.start.knows(chosen) else offered[0][0])
        self.start.group.blockSignals(False)
        first, last = choices[0][1], choices[-1][1]
        self.start_day_row.set_help(
            _("Van {vroegst} tot en met {uiterlijk}.").format(
                vroegst=day_weekday(first, year=True), uiterlijk=day_weekday(last, year=True)
            )
        )
        self._offered = (expected, multiple)
        return True

    def _leave(self, expected: date, multiple: bool) -> MaternityLeave | None:
        chosen = self.start.chosen()
        other = self.start_day.day() if chosen == OTHER_DAY else None
        if chosen is None or (chosen == OTHER_DAY and other is None):
            return None
        weeks = None if chosen == OTHER_DAY else int(chosen)
        try:
            found = maternity_leave(expected, weeks_before=weeks, start=other, multiple=multiple)
        except KnownError as error:
            self.start_day_row.set_error(str(error))
            return None
        born = self.born.day()
        if born is None:
            return None if self.born.text().strip() else found
        try:
            return maternity_leave(expected, weeks_before=weeks, start=other, multiple=multiple, born=born)
        except KnownError as error:
            self.born_row.set_error(str(error))
            return None

    def _show(self) -> None:
        clear_column(self._shown)
        found = self.found
        self.result.setVisible(found is not None)
        self.take_button.setVisible(found is not None)
        if found is None:
            return
        first, last = first_and_last(found)
        head = strong(
            _("{duur} verlof: van {van} tot en met {tot}").format(
                duur=duration(found.dagen), van=day_long(first), tot=day_long(last)
            )
        )
        self._shown.addWidget(head)
        self._shown.addWidget(SumTable(leave_sum(found)))
        *sentences, article = leave_why(found)
        self._shown.addWidget(InWords(" ".join(sentences)))
        line = QWidget()
        both = QHBoxLayout(line)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addWidget(IconLabel("scale", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(Label(article, "small_strong", wrap=True), 1)
        self._shown.addWidget(line)

    def _take(self) -> None:
        if self.found is not None:
            first, last = first_and_last(self.found)
            self.set_open(on=False)
            self.taken.emit(first, last)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.set_open(on=False)
        else:
            super().keyPressEvent(event)


def _unread(line: DayLine) -> str:
    """Return the sentence for a line with words that are no day; nothing while somebody is typing."""
    if line.day() is not None or not line.text().strip() or line.hasFocus():
        return ""
    return _("Dit lezen we niet als datum. Schrijf bijvoorbeeld 21-11-2026 of 21 nov.")
