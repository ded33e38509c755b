"""The sum behind a date, what happens if it is late, and the article: "Waarom deze datum?"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.views import StepView, SumLineView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import state_of
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, section, small, strong


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


def fill_why(
    column: QVBoxLayout, step: StepView, act: Callable[[str], None] | None = None, *, with_head: bool = True
) -> None:
    """Put the explanation of a step in a column. `act(step_id)` is the button of the step; None leaves it out."""
    if with_head:
        column.addWidget(body(step.title, "muted"))
        if step.day is not None:
            column.addWidget(strong(_("uiterlijk {dag}").format(dag=day_weekday(step.day, year=True))))
        column.addWidget(StateChip(state_of(step.state), step.state_words), 0, Qt.AlignmentFlag.AlignLeft)
    if step.sum:
        column.addWidget(SumTable(step.sum))
    if step.day is not None and step.hard_day is not None and step.hard_day != step.day:
        column.addWidget(HairLine())
        for words, day in ((_("Uiterlijk volgens de wet"), step.hard_day), (_("Veilig"), step.day)):
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(Label(words, "small", wrap=True), 1)
            line.addWidget(Label(day_weekday(day, year=True), "small_strong"))
            column.addLayout(line)
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
