"""A switch for something that works at once, such as showing the paper beside the form."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring

_TRACK = 36
_HEIGHT = 18
_GAP = 9


class Switch(QAbstractButton):
    """On or off, with its words beside it. Use `toggled`; a screen reader hears a checkable button."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setCheckable(True)
        self.setText(words.replace("&", "&&"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ask_ring(self, 5)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small_strong"))
        return QSize(_TRACK + _GAP + metrics.horizontalAdvance(self._words) + 2, max(30, metrics.height() + 8))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0.75, (self.height() - _HEIGHT) / 2, _TRACK, _HEIGHT)
        painter.setPen(QPen(now.accent if on else now.border, 1.5))
        painter.setBrush(now.accent if on else now.base)
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        side = _HEIGHT - 6
        left = track.right() - side - 3 if on else track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.on_accent if on else now.border)
        painter.drawEllipse(QRectF(left, track.top() + 3, side, side))
        painter.setFont(font("small_strong"))
        painter.setPen(now.text if self.isEnabled() else now.muted)
        place = QRectF(_TRACK + _GAP, 0, self.width() - _TRACK - _GAP, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()
