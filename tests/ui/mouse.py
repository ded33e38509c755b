"""The mouse as a hand moves it: a double click of the test library never lets go of the button."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def double_click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click twice on the middle of a widget or on a place in it, and let go."""
    spot = place or widget.rect().center()
    QTest.mouseDClick(widget, _LEFT, _NONE, spot)
    QTest.mouseRelease(widget, _LEFT, _NONE, spot)


def let_go(widget: QWidget) -> None:
    """Release the left button of the mouse."""
    QTest.mouseRelease(widget, _LEFT)
