"""The sum behind a date, what happens if it is late, and the article: "Waarom deze datum?"."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.step_words import INFORMATION
from reintegratie_desktop.services.views import StepState, StepView, SumLineView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import chip_words, is_talk, state_of, was_done
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, section, small, strong

_NOTHING_TO_DO: Final = (StepState.DONE, StepState.DONE_LATE, StepState.NOT_NEEDED, StepState.STOPPED)


class SumTable(QWidget):
    """The sum in two columns: what is added, and how much; the outcome is semi-bold."""

    def __init__(self, lines: Sequence[SumLineView]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.setAccessibleName(". ".join(f"{line.label}: {line.value}" for line in lines))
        for line in lines:
            column.addWidget(HairLine())
            part = QHBoxLayout()
            part.setContentsMargins(0, 6, 0, 6)
            part.setSpacing(12)
            role = "small_strong" if line.strong else "small"
            part.addWidget(Label(line.label, role, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
            part.addWidget(Label(line.value, role), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(part)


def head_words(step: StepView) -> tuple[str, str]:
    """Return the date of a step in one line, and a second line where the law says another day; each day once."""
    if step.day is None:
        return "", ""
    safe = day_weekday(step.day, year=True)
    hard = day_weekday(step.hard_day, year=True) if step.hard_day is not None else ""
    if was_done(step) and step.done_on is not None:
        done = _("Klaar op {dag}").format(dag=day_weekday(step.done_on, year=True))
        return done, _("Uiterlijk was {dag}.").format(dag=hard)
    if is_talk(step):
        return _("Afgesproken op {dag}").format(dag=safe), ""
    if step.id in INFORMATION or not hard or step.state in _NOTHING_TO_DO:
        return safe, ""
    if step.state is StepState.LATE:
        return _("Dit moest uiterlijk {dag} klaar zijn").format(dag=hard), ""
    law = _("Volgens de wet kan het tot en met {dag}.").format(dag=hard) if step.hard_day != step.day else ""
    if step.days_left is not None and step.days_left < 0:
        return _("Doe het zo snel mogelijk"), law
    return _("Doe het uiterlijk {dag}").format(dag=safe), law


def fill_why(
    column: QVBoxLayout, step: StepView, act: Callable[[str], None] | None = None, *, with_head: bool = True
) -> None:
    """Put the explanation of a step in a column. `act(step_id)` is the button of the step; None leaves it out."""
    if with_head:
        column.addWidget(body(step.title, "muted"))
    head, law = head_words(step)
    if head:
        column.addWidget(strong(head))
    if law:
        column.addWidget(small(law))
    if with_head:
        column.addWidget(StateChip(state_of(step.state), chip_words(step)), 0, Qt.AlignmentFlag.AlignLeft)
    if step.sum:
        column.addWidget(SumTable(step.sum))
    for words in (step.explanation, step.if_late):
        if words:
            column.addWidget(small(words))
    if step.source:
        line = row(spacing=8)
        line.addWidget(IconLabel("scale", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(step.source, "small_strong", wrap=True), 1)
        column.addLayout(line)
    if act is not None and step.action:
        button = secondary(step.action, small=True)
        button.setAccessibleName(f"{step.action}, {step.title}")
        button.clicked.connect(lambda: act(step.id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class WhyPanel(Card):
    """The explanation of the selected step, at the right of the list."""

    def __init__(self, act: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=10, parent=parent)
        self._act = act
        self.setAccessibleName(_("Waarom deze datum?"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.add_layout(row(IconLabel("info", "accent", 18), section(_("Waarom deze datum?")), None, spacing=8))
        self._part = QWidget()
        self.inner = QVBoxLayout(self._part)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(10)
        self.add(self._part)
        self.column.addStretch(1)
        self.step_id = ""

    def show_step(self, step: StepView | None) -> None:
        """Explain a step; None when there is nothing to explain."""
        _empty(self.inner)
        self.step_id = step.id if step else ""
        if step is None:
            self.inner.addWidget(small(_("Kies een stap om te zien hoe de datum is uitgerekend.")))
        else:
            fill_why(self.inner, step, self._act)


def _empty(column: QVBoxLayout) -> None:
    """Take widgets and nested lines out of a column."""
    while (item := column.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            while (part := inner.takeAt(0)) is not None:
                if (widget := part.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
