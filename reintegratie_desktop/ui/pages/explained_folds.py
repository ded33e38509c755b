"""Explanations that unfold: a link with the subject, its paragraphs under it, and where they stand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.explained import Explanation, explanations
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.labels import Label, small


class Fold(QWidget):
    """A link that unfolds an explanation with its source."""

    def __init__(self, told: Explanation) -> None:
        super().__init__()
        self.told = told
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.link = FlushLink(told.title, icon="chevron-right")
        self.link.setCheckable(True)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.words = QWidget()
        inner = QVBoxLayout(self.words)
        inner.setContentsMargins(0, 0, 0, 4)
        inner.setSpacing(6)
        for paragraph in told.paragraphs:
            inner.addWidget(small(paragraph))
        inner.addWidget(sign_line(IconLabel("scale", "muted", 16), Label(told.source, "small_strong", wrap=True)))
        column.addWidget(self.words)
        self.words.hide()
        self.link.toggled.connect(self._unfold)

    def _unfold(self, on: bool) -> None:
        self.words.setVisible(on)
        self.link.set_icon("chevron-down" if on else "chevron-right")


def sign_line(sign: QWidget, words: QWidget, drop: int = 2) -> QWidget:
    """Return a sign with words beside it; `drop` lowers the sign to the middle of the first line."""
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    held = QVBoxLayout()
    held.setContentsMargins(0, drop, 0, 0)
    held.addWidget(sign)
    held.addStretch(1)
    line.addLayout(held)
    line.addWidget(words, 1)
    return part


class ExplainedCard(Card):
    """All explanations of a place (`domain.explaining.PLACES`) in a card: "Goed om te weten"."""

    def __init__(self, place: str, today: date, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading or _("Goed om te weten"), spacing=2, parent=parent)
        self.folds = add_folds(self.column, explanations(place, today))


def add_folds(column: QVBoxLayout, told: Sequence[Explanation]) -> list[Fold]:
    """Put explanations in a column, all closed."""
    folds = [Fold(one) for one in told]
    for fold in folds:
        column.addWidget(fold)
    return folds
