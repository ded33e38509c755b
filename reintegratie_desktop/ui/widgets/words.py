"""Words that a widget paints itself, in a role of type, broken over lines as a `Label` breaks them."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from reintegratie_desktop.ui.fonts import font, metrics

_TALL: Final = 100_000
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
LEFT: Final = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
RIGHT: Final = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


@lru_cache(maxsize=2000)
def words_height(words: str, role: str, width: int) -> int:
    """Return how high words are when their lines are at most `width` wide; 0 for no words."""
    if not words:
        return 0
    measures = metrics(role)
    line = measures.height()
    if "\n" not in words and measures.horizontalAdvance(words) < width:
        return line
    return max(line, measures.boundingRect(QRect(0, 0, width, _TALL), _WRAP, words).height())


def paint_words(painter: QPainter, box: QRect, words: str, role: str, ink: QColor, align: int = LEFT) -> None:
    """Paint words in a box, broken over lines where they are wider."""
    painter.setFont(font(role))
    painter.setPen(ink)
    painter.drawText(box, align | _WRAP, words)
