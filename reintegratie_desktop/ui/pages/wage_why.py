"""The sum behind the wage of a period of pay, with every article and source: "Waarom dit bedrag?"."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.wage_views import AmountLine, StepLine, WageRow
from reintegratie_desktop.text.formatting import money, sentence_start
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, section, small

_SIDE: Final = 20
_TOP: Final = Qt.AlignmentFlag.AlignTop


class Folded(QWidget):
    """A link that unfolds what stands under it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        self.link = FlushLink(words, icon="chevron-right")
        self.link.setCheckable(True)
        self.link.toggled.connect(self._unfold)
        whole.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        whole.addWidget(self._inner)
        self._inner.hide()

    def _unfold(self, on: bool) -> None:
        self._inner.setVisible(on)
        self.link.set_icon("chevron-down" if on else "chevron-right")


class WageWhy(Surface):
    """The explanation of the chosen period or year, beside the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        self.setAccessibleName(_("Waarom dit bedrag?"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.weeks: Folded | None = None
        self.sources: Folded | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 16, _SIDE, 12)
        whole.setSpacing(8)
        head = row(IconLabel("info", "accent", 18), section(_("Waarom dit bedrag?")), spacing=8)
        head.setStretch(1, 1)
        whole.addLayout(head)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        whole.addWidget(self._inner)

    def show_row(self, shown: WageRow) -> None:
        """Explain a period or a year."""
        clear_column(self._column)
        self.weeks = self.sources = None
        title = ", ".join(filter(None, (sentence_start(shown.title), shown.days, shown.state)))
        self._column.addWidget(body(title, "muted"))
        if shown.open_hours and not shown.is_blank:
            self._column.addWidget(Label(sentence_start(shown.open_hours), "small_strong", "soon", wrap=True))
        self._column.addSpacing(6)
        if shown.is_blank:
            self._column.addWidget(small(_("Dit kunnen we nog niet uitrekenen. Boven de lijst staat wat mist.")))
        for line in shown.steps:
            self._column.addWidget(HairLine())
            self._column.addWidget(StepRow(line))
        if shown.amounts:
            self._column.addSpacing(4)
            self._column.addWidget(self._fold_amounts(shown.amounts))
        if shown.weeks:
            self._column.addWidget(self._fold_weeks(shown))

    def _fold_amounts(self, amounts: Sequence[AmountLine]) -> Folded:
        self.sources = fold = Folded(_("Bedragen en bronnen"))
        for line in amounts:
            fold.column.addWidget(HairLine())
            part = QVBoxLayout()
            part.setContentsMargins(0, 5, 0, 5)
            part.setSpacing(1)
            part.addWidget(Label(line.name, "small", wrap=True))
            part.addWidget(Label(line.value, "small_strong", wrap=True))
            for meaning in line.words:
                part.addWidget(small(meaning))
            part.addWidget(small(f"{line.source}. {line.checked}"))
            fold.column.addLayout(part)
        return fold

    def _fold_weeks(self, shown: WageRow) -> Folded:
        self.weeks = fold = Folded(_("Per week"))
        for week in shown.weeks:
            fold.column.addWidget(HairLine())
            value = _("nog niet berekend") if week.amount is None else money(week.amount)
            fold.column.addLayout(_pair(week.title, value))
        fold.column.addWidget(
            small(_("Een week kan in twee regels van de lijst vallen. Elke week is voor zich afgerond op centen."))
        )
        return fold


class StepRow(QWidget):
    """One step of the sum: what and how much, with a line about it and its article under it."""

    def __init__(self, line: StepLine) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 5)
        column.setSpacing(1)
        value = money(line.amount)
        column.addLayout(_pair(line.label, value, strong=line.strong, muted=not line.counts and not line.strong))
        if line.detail:
            column.addWidget(small(line.detail))
        if line.source:
            article = row(spacing=6)
            article.addWidget(IconLabel("scale", "muted", 14), 0, _TOP)
            article.addWidget(small(line.source), 1)
            column.addLayout(article)
        self.setAccessibleName(". ".join(filter(None, (f"{line.label}: {value}", line.detail, line.source))))


def _pair(label: str, value: str, *, strong: bool = False, muted: bool = False) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    role = "label" if strong else "small"
    line.addWidget(Label(label, role, "muted" if muted else "text", wrap=True), 1, _TOP)
    line.addWidget(Label(value, role, "muted" if muted else "text"), 0, _TOP)
    return line
