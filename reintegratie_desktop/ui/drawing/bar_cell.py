"""A bar in the cell of a list: the numbers stand beside it in the same row, so the list is the table of the chart."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.hatch import hatch

_HEIGHT: Final = 16
_RADIUS: Final = 3.0


@dataclass(frozen=True)
class BarCell:
    """A bar from the left: `filled` of it is full, `hatched` follows it in the colour of late. Both from 0 to 1."""

    filled: float
    hatched: float = 0.0
    colour: str = "accent"

    def height(self, width: int) -> int:
        """Return how high it is."""
        return _HEIGHT

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint the bar on its zero line."""
        now = theme.current()
        whole = QRectF(box)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        first = QRectF(whole.left(), whole.top(), whole.width() * self.filled, whole.height())
        if self.filled > 0:
            painter.setBrush(now.colour(self.colour))
            painter.drawRoundedRect(first, _RADIUS, _RADIUS)
        if self.hatched > 0:
            area = QRectF(first.right(), whole.top(), whole.width() * self.hatched, whole.height())
            painter.setBrush(now.colour("late_bg"))
            painter.drawRect(area)
            hatch(painter, area, now.late)
            painter.setPen(QPen(now.late, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(now.border, 1))
        painter.drawLine(box.left(), box.top() - 4, box.left(), box.bottom() + 4)
        painter.restore()
