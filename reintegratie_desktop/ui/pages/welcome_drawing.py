"""The drawing on the welcome screen: two papers, and the line of two years with today on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font

_WIDTH, _HEIGHT = 392.0, 312.0
_DOTS_BEFORE = (36.0, 58.0, 97.0, 132.0)
_TODAY = 170.0
_DOTS_AFTER = (212.0, 260.0, 311.0, 356.0)


class WelcomeDrawing(QWidget):
    """Papers and a line, in the colours of the theme; hidden for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(260, 200)
        self.setMaximumSize(int(_WIDTH), int(_HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(int(_WIDTH), int(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        self._paper(painter, 200, 26, 5, signed=False)
        self._paper(painter, 46, 18, -5, signed=True)
        self._line(painter)
        painter.end()

    @staticmethod
    def _paper(painter: QPainter, left: float, top: float, angle: float, *, signed: bool) -> None:
        now = theme.current()
        painter.save()
        painter.translate(left, top)
        painter.rotate(angle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(QRectF(4, 5, 160, 210), 4, 4)
        painter.setPen(QPen(now.hair, 1))
        painter.setBrush(now.paper)
        painter.drawRoundedRect(QRectF(0, 0, 160, 210), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent if not now.dark else now.accent.darker(150))
        painter.drawRoundedRect(QRectF(16, 18, 68, 7), 1, 1)
        lines = QColor(now.border)
        lines.setAlphaF(0.42)
        painter.setBrush(lines)
        for row, width in enumerate((128, 108, 118, 86, 112, 76, 128)):
            painter.drawRoundedRect(QRectF(16, 40 + 14 * row, width, 4), 2, 2)
        if signed:
            painter.setPen(QPen(now.ink, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(16, 184), QPointF(68, 184))
            painter.drawLine(QPointF(88, 184), QPointF(140, 184))
            curve = QPainterPath(QPointF(20, 178))
            curve.cubicTo(28, 160, 34, 168, 36, 178)
            curve.cubicTo(40, 160, 46, 164, 46, 174)
            curve.cubicTo(50, 168, 56, 172, 62, 172)
            painter.setPen(
                QPen(QColor(theme.COLOURS["accent"][0]), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(curve)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter) -> None:
        now = theme.current()
        y = 272.0
        painter.setPen(QPen(now.hair, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(_TODAY, y), QPointF(_DOTS_AFTER[-1], y))
        painter.setPen(QPen(now.accent, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(_DOTS_BEFORE[0], y), QPointF(_TODAY, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent)
        for x in _DOTS_BEFORE:
            painter.drawEllipse(QPointF(x, y), 6, 6)
        painter.setBrush(now.base)
        painter.setPen(QPen(now.border, 1.6))
        for x in _DOTS_AFTER:
            painter.drawEllipse(QPointF(x, y), 5.5, 5.5)
        painter.setPen(QPen(now.accent, 2.6))
        painter.drawEllipse(QPointF(_TODAY, y), 9, 9)
        for words, x, role, colour in (
            (_("eerste dag"), _DOTS_BEFORE[0], "smallest", now.muted),
            (_("vandaag"), _TODAY, "smallest_strong", now.accent),
            (_("na twee jaar"), _DOTS_AFTER[-1], "smallest", now.muted),
        ):
            painter.setFont(font(role))
            painter.setPen(colour)
            width = QFontMetrics(font(role)).horizontalAdvance(words)
            left = min(max(x - width / 2, 4.0), _WIDTH - width - 2)
            painter.drawText(QPointF(left, y + 28), words)
