"""Slanted lines: for what is too much, and for days that do not count."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reintegratie_desktop.ui import theme


def hatch(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Fill an area with slanted lines and an edge, so that it also shows without colour."""
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, QBrush(theme.current().base))
    painter.setPen(QPen(colour, 1.2))
    x = area.left() - area.height()
    # The lines of neighbouring areas join when they start on a common grid.
    x -= x % 5
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += 5
    painter.restore()
