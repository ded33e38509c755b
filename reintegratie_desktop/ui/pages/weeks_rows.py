"""One week on the page of the worked hours: planned, worked, and only when they differ the reason."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.hours_views import HoursWeek
from reintegratie_desktop.text.formatting import day_medium, day_numeric, hours, number
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.text.parsing import parse_hours
from reintegratie_desktop.ui.fields.numbers import WEEKDAYS, shown_number
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, quiet, soft
from reintegratie_desktop.ui.widgets.choices import Combo
from reintegratie_desktop.ui.widgets.form_row import mark_invalid
from reintegratie_desktop.ui.widgets.labels import Label, small, strong
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

WIDTHS: Final = (128, 66, 78, 148)
"""Pixels of the columns: week, planned, worked, the button."""
GAP: Final = 12
_AS_PLANNED_KEY: Final = "="


class HoursEdit(LineEdit):
    """A field for hours. Signals: `done` when Enter is pressed, `as_planned` when the sign = is typed."""

    done = Signal()
    as_planned = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
            event.accept()
        elif event.text() == _AS_PLANNED_KEY:
            self.as_planned.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class WeekRow(QWidget):
    """One week. Signals: `changed(worked, reason, per_day)` to write it down, `next_asked` to go to the next week.

    `worked` is a decimal, or None to take the hours away; `per_day` is a tuple of seven texts, or empty.
    """

    changed = Signal(object, str, tuple)
    next_asked = Signal()

    def __init__(self, week: HoursWeek, reasons: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = week
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 5)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        column.addLayout(line)
        self.name = strong(_("Week {nummer}").format(nummer=week.number))
        self.days = small(_("vanaf {dag}").format(dag=day_medium(week.monday)))
        self.before = small("")
        line.addWidget(_fixed(WIDTHS[0], self.name, self.days, self.before))
        self.planned = Label(hours(week.planned) if week.planned else _("geen"), "body", "muted")
        line.addWidget(_fixed(WIDTHS[1], self.planned))
        self.edit = HoursEdit()
        self.edit.setAccessibleName(_("Gewerkte uren in week {nummer}").format(nummer=week.number))
        self.edit.editingFinished.connect(self._typed)
        self.edit.done.connect(self._done)
        self.edit.as_planned.connect(self._fill_planned)
        line.addWidget(_fixed(WIDTHS[2], self.edit))
        self.plan = soft(_("Volgens plan"))
        self.plan.setAccessibleName(_("Week {nummer} volgens plan").format(nummer=week.number))
        self.plan.clicked.connect(self._fill_planned)
        line.addWidget(_fixed(WIDTHS[3], self.plan))
        self.reason = self._reasons(reasons)
        self.said = small("")
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.reason, 1)
        beside.addWidget(self.said, 1)
        beside.addStretch(0)
        line.addLayout(beside, 1)
        self.more: Button = quiet(_("Per dag"))
        self.more.setAccessibleName(_("Week {nummer} per dag invullen").format(nummer=week.number))
        self.more.clicked.connect(self.toggle_days)
        line.addWidget(self.more)
        self.message = Label("", "small", "late", wrap=True)
        column.addWidget(self.message)
        self.day_edits: list[LineEdit] = []
        self._days = QWidget()
        column.addWidget(self._days)
        for hidden in (self.message, self._days, self.reason, self.said, self.before):
            hidden.hide()
        self.show_week(week)

    def _reasons(self, reasons: tuple[tuple[str, str], ...]) -> Combo:
        combo = Combo()
        combo.setMaximumWidth(320)
        combo.add_placeholder(_("Kies de reden"))
        for value, label in reasons:
            combo.addItem(label, value)
        combo.setAccessibleName(_("Reden in week {nummer}").format(nummer=self.week.number))
        combo.activated.connect(self._reason_chosen)
        return combo

    def show_week(self, week: HoursWeek) -> None:
        """Show a week as it was written down."""
        self.week = week
        with QSignalBlocker(self.edit):
            self.edit.setText("" if week.worked is None else number(week.worked))
        with QSignalBlocker(self.reason):
            index = self.reason.findData(week.reason) if week.reason else 0
            self.reason.setCurrentIndex(max(index, 0))
        self.plan.setVisible(week.worked is None and week.planned > 0)
        self.reason.setVisible(week.differs)
        self.said.setText(self._said(week))
        self.said.setVisible(not week.differs)
        self.refuse("")
        for edit, text in zip(self.day_edits, [*week.per_day, *[""] * len(WEEKDAYS)], strict=False):
            with QSignalBlocker(edit):
                edit.setText(shown_number(text))
        self._tell_history(week)

    @staticmethod
    def _said(week: HoursWeek) -> str:
        if week.worked is None:
            return _("deze week") if week.is_now else _("nog niet ingevuld")
        return _("volgens plan") if week.planned else ""

    def _tell_history(self, week: HoursWeek) -> None:
        """Say under the week what stood there before: nothing that was noted is lost."""
        lines = [
            _("{uren} (genoteerd op {dag})").format(uren=_hours_words(old.worked), dag=day_numeric(old.noted_on))
            for old in week.earlier
        ]
        self.before.setVisible(bool(lines))
        if lines:
            self.before.setText(_("was {uren}").format(uren=_hours_words(week.earlier[-1].worked)))
            self.before.setToolTip("\n".join(lines))
            self.before.setAccessibleDescription(", ".join(lines))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with what was typed; "" when all is well."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        mark_invalid(self.edit, on=bool(sentence))
        if sentence:
            announce(self.edit, sentence)

    # --- typing -----------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        """Write down what was typed when it is something else than what stands there."""
        text = self.edit.text().strip()
        if not text:
            if self.week.worked is not None:
                self.changed.emit(None, "", ())
            self.refuse("")
            return
        worked = parse_hours(text)
        if worked is None:
            self.refuse(_("Dit is geen getal. Schrijf bijvoorbeeld 12 of 7,5."))
        elif worked != self.week.worked:
            self.changed.emit(worked, self._kept_reason(worked), ())
        else:
            self.refuse("")

    def _kept_reason(self, worked: Decimal) -> str:
        """Return the chosen reason while it still can be right: more and fewer hours have other ones."""
        before = self.week.worked
        same_side = before is not None and (before < self.week.planned) == (worked < self.week.planned)
        return self.week.reason if same_side else ""

    def _done(self) -> None:
        self._typed()
        if not self.message.text():
            self.next_asked.emit()

    def _fill_planned(self) -> None:
        self.edit.setText(number(self.week.planned))
        self._done()

    def _reason_chosen(self, _index: int) -> None:
        chosen = self.reason.currentData()
        if chosen and self.week.worked is not None and chosen != self.week.reason:
            self.changed.emit(self.week.worked, str(chosen), self.week.per_day)

    # --- per day ----------------------------------------------------------------------------------------------------

    def toggle_days(self) -> None:
        """Fold the seven days out or in."""
        if not self.day_edits:
            self._make_days()
        shown = self._days.isHidden()
        self._days.setVisible(shown)
        if shown:
            self.day_edits[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_days(self) -> None:
        line = QHBoxLayout(self._days)
        line.setContentsMargins(WIDTHS[0] + GAP, 0, 0, 4)
        line.setSpacing(8)
        for index, name in enumerate(WEEKDAYS):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            day = _(name)
            edit = LineEdit(shown_number(self.week.per_day[index]) if self.week.per_day else "")
            edit.setFixedWidth(60)
            edit.setAccessibleName(_("uren op {dag}").format(dag=day))
            edit.editingFinished.connect(self._day_typed)
            cell.addWidget(small(day[:2]))
            cell.addWidget(edit)
            line.addLayout(cell)
            self.day_edits.append(edit)
        line.addStretch(1)

    def _day_typed(self) -> None:
        texts = [edit.text().strip() for edit in self.day_edits]
        if not any(texts):
            return
        known = [parse_hours(text) if text else Decimal(0) for text in texts]
        if any(item is None for item in known):
            self.refuse(_("Vul voor elke dag een getal in, zoals 7,5."))
            return
        per_day = tuple(f"{item:f}" if text else "" for item, text in zip(known, texts, strict=True))
        if per_day != self.week.per_day:
            total = sum((item for item in known if item is not None), Decimal(0))
            self.changed.emit(total, self._kept_reason(total), per_day)


def _fixed(width: int, *parts: QWidget) -> QWidget:
    """Return a column of parts of a fixed width, so that the rows stand under each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    holder.setFixedWidth(width)
    return holder


def _hours_words(worked: Decimal | None) -> str:
    return _("leeg") if worked is None else hours(worked)
