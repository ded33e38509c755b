"""What stands in the columns of a list: words and small drawings that the row paints itself, or a widget.

A widget for every word made a list of ten rows two hundred widgets, and that was a sixth of the start. A screen reader
loses nothing by it: the name of a row is the whole row in one sentence.
"""

from typing import Final, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import metrics
from reintegratie_desktop.ui.widgets.labels import Tone
from reintegratie_desktop.ui.widgets.words import LEFT, RIGHT, paint_words, words_height

_BETWEEN: Final = 1


@dataclass(frozen=True)
class Column:
    """A column: `width` in pixels, or a share of what is left (`stretch`). `right` aligns numbers to the right."""

    title: str
    width: int = 0
    stretch: int = 0
    right: bool = False


class Drawn(Protocol):
    """A drawing in a cell."""

    def height(self, width: int) -> int:
        """Return how high it is in a cell of this width."""

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint it; `box` is as wide as the cell and as high as `height` says."""


@dataclass(frozen=True)
class TwoLines:
    """A cell with a semi-bold line and a muted second one."""

    title: str
    sub: str = ""
    tone: Tone = "text"
    role: str = "label"

    def height(self, width: int) -> int:
        """Return how high both lines are in a cell of this width."""
        below = words_height(self.sub, "small", width)
        return words_height(self.title, self.role, width) + (below + _BETWEEN if below else 0)

    def words_width(self, width: int) -> int:
        """Return how wide the widest of both lines is in a cell of this width."""
        lines = (metrics(role).horizontalAdvance(text) for text, role in ((self.title, self.role), (self.sub, "small")))
        return min(width, max(lines))

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint both lines."""
        first = words_height(self.title, self.role, box.width())
        upper = QRect(box.left(), box.top(), box.width(), first)
        paint_words(painter, upper, self.title, self.role, _ink(painter, self.tone))
        if self.sub:
            lower = box.adjusted(0, first + _BETWEEN, 0, 0)
            paint_words(painter, lower, self.sub, "small", _ink(painter, "muted"))


@dataclass(frozen=True)
class Words:
    """A cell with plain words."""

    words: str
    role: str = "body"
    tone: Tone = "text"
    right: bool = False

    def height(self, width: int) -> int:
        """Return how high the words are in a cell of this width."""
        return words_height(self.words, self.role, width)

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint the words."""
        paint_words(painter, box, self.words, self.role, _ink(painter, self.tone), RIGHT if self.right else LEFT)


Cell = str | Drawn | QWidget | None


def _ink(painter: QPainter, tone: str) -> QColor:
    device = painter.device()
    usable = not isinstance(device, QWidget) or device.isEnabled()
    return theme.current().colour(tone if usable else "muted")


def column_places(columns: tuple[Column, ...], left: int, width: int) -> list[tuple[int, int]]:
    """Return where each column begins and how wide it is, in a row of `width` whose first column begins at `left`."""
    shares = sum(column.stretch for column in columns)
    free = width - sum(column.width for column in columns if not column.stretch)
    places = []
    for column in columns:
        taken = column.width
        if column.stretch:
            taken = max(column.width, free * column.stretch // shares)
            free, shares = free - taken, shares - column.stretch
        places.append((left, taken))
        left += taken
    return places
