"""Text fields: one line, and running text that grows with what is written."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.ui.fonts import font

_MOST_LINES: Final = 16
FIELD_HEIGHT: Final = 34


class LineEdit(QLineEdit):
    """One line of text, 34 px high."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("body"))
        self.setText(text)
        self.setCursorPosition(0)
        self.setMinimumWidth(60)


class GrowingEdit(QPlainTextEdit):
    """Running text in plain characters. It grows up to sixteen lines, then it scrolls. Tab goes to the next field.

    Signal `editing_finished`: the keyboard left the field.
    """

    editing_finished = Signal()

    def __init__(self, lines: int = 3, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = max(1, min(lines, _MOST_LINES))
        self.setFont(font(role))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show another text; the way back with Ctrl+Z starts here."""
        self.setPlainText(text)

    def set_lines(self, lines: int) -> None:
        """Begin with room for so many lines."""
        self._least = max(1, min(lines, _MOST_LINES))
        self._fit()

    def _fit(self) -> None:
        # The layout of a plain text document counts in lines.
        lines = max(self._least, min(round(self.document().size().height()), _MOST_LINES))
        # Qt gives every line whole pixels; with less room the last line would scroll.
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        height = lines * line + 2 * round(self.document().documentMargin()) + 14
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.editing_finished.emit()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
