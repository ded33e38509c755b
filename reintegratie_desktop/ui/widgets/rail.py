"""The ground of the left columns, and the mark of the program."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import fill, paint_tick


class Rail(QFrame):
    """The ground of a left column, with a hairline at its right side."""

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        fill(painter, self.rect(), now.rail)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), now.hair)
        painter.end()


class Mark(QWidget):
    """The mark of the program: a tick over a line with a ring, on the accent colour; with the name beside it."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = name
        self._narrow = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, on: bool) -> None:
        """Show the mark without the name."""
        self._narrow = on
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = 28 if self._narrow else 42 + QFontMetrics(font("label")).horizontalAdvance(self._words)
        return QSize(width, max(30, QFontMetrics(font("label")).height()))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        left = (self.width() - 28) / 2 if self._narrow else 0.0
        paint_mark(painter, QRectF(left, (self.height() - 28) / 2, 28, 28))
        if not self._narrow:
            painter.setFont(font("label"))
            painter.setPen(theme.current().text)
            place = QRectF(38, 0, self.width() - 38, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """Paint the mark of the program in a square box."""
    now = theme.current()
    unit = box.width() / 28
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.accent)
    painter.drawRoundedRect(box, 6 * unit, 6 * unit)
    paint_tick(
        painter, QRectF(box.x() + 4 * unit, box.y() - 0.5 * unit, 20 * unit, 20 * unit), now.on_accent, 2.4 * unit
    )
    painter.setPen(QPen(now.on_accent, 2.2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    y = box.y() + 20.5 * unit
    painter.drawLine(QPointF(box.x() + 6 * unit, y), QPointF(box.x() + 16 * unit, y))
    painter.setPen(QPen(now.on_accent, 1.8 * unit))
    painter.setBrush(now.accent)
    painter.drawEllipse(QRectF(box.x() + 17 * unit, y - 2.6 * unit, 5.2 * unit, 5.2 * unit))
    painter.restore()
