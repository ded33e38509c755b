"""Two or three ways to look at the same thing, such as "Stap voor stap" and "Hele formulier"."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring


class _Segment(QAbstractButton):
    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.key, self.words = key, words
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ask_ring(self, 5)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small_strong"))
        return QSize(metrics.horizontalAdvance(self.words) + 24, max(30, metrics.height() + 8))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.sel)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(font("small_strong" if self.isChecked() else "small"))
        painter.setPen(now.accent if self.isChecked() else now.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()


class Segmented(QWidget):
    """A row of joined buttons of which exactly one is chosen. Signal `chosen(key)` when the user picks another."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: list[_Segment] = []
        for key, words in choices:
            button = _Segment(key, words)
            self._group.addButton(button)
            self.buttons.append(button)
            line.addWidget(button)
            button.clicked.connect(lambda _on=False, chosen=key: self.chosen.emit(chosen))
        self.buttons[0].setChecked(True)

    @property
    def current(self) -> str:
        """Return the key that is chosen."""
        return next(button.key for button in self.buttons if button.isChecked())

    def set_current(self, key: str) -> None:
        """Choose one; no signal."""
        for button in self.buttons:
            if button.key == key:
                button.setChecked(True)

    def focus_current(self) -> None:
        """Put the keyboard on the chosen one."""
        next(button for button in self.buttons if button.isChecked()).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.border, 1))
        painter.setBrush(now.base)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
