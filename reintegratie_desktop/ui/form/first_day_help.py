"""Helps to find the first sick day: three questions in the page, and the day with the reason why."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.domain.first_day import FirstSickDay, eerste_ziektedag_for
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.choices import RadioList
from reintegratie_desktop.ui.fields.dates import DayLine
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import quiet, soft
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import Label, section, small

STOPPED, NOT_COME, DAY_OFF, NIGHT = "stopte", "kwam_niet", "vrij", "nacht"


def _pattern(value: object) -> list[Decimal] | None:
    if not isinstance(value, list) or not any(value):
        return None
    return [as_decimal(item or "0") or Decimal(0) for item in value]


class FirstDayHelp(QWidget):
    """A soft button "Help mij met deze dag" that opens the helper in the page. Signal `chosen(date)`."""

    chosen = Signal(object)

    def __init__(self, today: date, pattern: Sequence[object] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pattern = _pattern(pattern)
        self.found: FirstSickDay | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.button = soft(_("Help mij met deze dag"), icon="lightbulb")
        self.button.clicked.connect(lambda: self.set_open(on=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card = Card(padding=20, spacing=12)
        head = QHBoxLayout()
        head.addWidget(section(_("We zoeken de dag samen")), 1)
        self.close_button = quiet(_("Sluiten"))
        self.close_button.clicked.connect(lambda: self.set_open(on=False))
        head.addWidget(self.close_button)
        self.card.add_layout(head)
        self.what = RadioList()
        self.what.fill(
            [
                (NOT_COME, _("Je medewerker kwam niet op een werkdag"), ""),
                (STOPPED, _("Je medewerker stopte tijdens het werk"), ""),
                (NIGHT, _("Je medewerker stopte na middernacht in een nachtdienst"), ""),
                (DAY_OFF, _("De melding kwam op een vrije dag"), ""),
            ]
        )
        self.card.add(FormRow(_("Wat gebeurde er?"), self.what))
        self.day = DayLine(today)
        self.day.setMaximumWidth(220)
        self.day_row = FormRow(_("Op welke dag was dat?"), self.day)
        self.card.add(self.day_row)
        self.next_day = DayLine(today)
        self.next_day.setMaximumWidth(220)
        self.next_row = FormRow(
            _("Op welke dag zou je medewerker weer werken?"),
            self.next_day,
            help=_("Kijk in het rooster: de eerste werkdag na deze dag."),
        )
        self.card.add(self.next_row)
        self.result = QWidget()
        line = QHBoxLayout(self.result)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(IconLabel("circle-check", "ok", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.words = Label("", "label", wrap=True)
        self.basis = small("")
        words.addWidget(self.words)
        words.addWidget(self.basis)
        line.addLayout(words, 1)
        self.card.add(self.result)
        self.problem = small("")
        self.card.add(self.problem)
        self.take_button = soft("", icon="check")
        self.card.column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card)
        self.what.group.idToggled.connect(self._find)
        self.day.edited.connect(self._find)
        self.next_day.edited.connect(self._find)
        self.take_button.clicked.connect(self._take)
        self.card.hide()
        self._find()

    def set_open(self, *, on: bool) -> None:
        """Open or close the helper."""
        self.card.setVisible(on)
        self.button.setVisible(not on)
        (self.what.buttons[0] if on else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        """Work the day out from what is known so far."""
        what, day = self.what.chosen(), self.day.day()
        self.next_row.setVisible(what == DAY_OFF and self._pattern is None)
        self.found, problem = None, ""
        if what is not None and day is not None:
            try:
                self.found = self._first_day(str(what), day)
            except KnownError as error:
                problem = str(error)
        self.result.setVisible(self.found is not None)
        self.take_button.setVisible(self.found is not None)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if self.found is not None:
            self.words.setText(self.found.uitleg)
            self.basis.setText(self.found.grondslag)
            self.take_button.set_text(_("Neem {dag} over").format(dag=day_long(self.found.day)))

    def _first_day(self, what: str, day: date) -> FirstSickDay | None:
        if what == STOPPED:
            return eerste_ziektedag_for(day, stopped_during_work=True)
        if what == NIGHT:
            return eerste_ziektedag_for(day, shift_started_on=date.fromordinal(day.toordinal() - 1))
        if what == NOT_COME:
            return eerste_ziektedag_for(day, would_work=True)
        if self._pattern is not None:
            return eerste_ziektedag_for(day, pattern=self._pattern, would_work=False)
        following = self.next_day.day()
        return eerste_ziektedag_for(day, first_possible=following) if following is not None else None

    def _take(self) -> None:
        if self.found is not None:
            self.set_open(on=False)
            self.chosen.emit(self.found.day)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.card.isHidden():
            self.set_open(on=False)
        else:
            super().keyPressEvent(event)
