"""Waits with changes on the page while a mouse button is down, so that a click lands on what it was aimed at."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_LOOK_AGAIN_MS: Final = 30


def mouse_is_down() -> bool:
    """Tell whether a mouse button is held down, so that a click is under way."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


def after_click(owner: QObject, act: Callable[[], None]) -> None:
    """Do something at once, or as soon as the mouse button is up; not at all when `owner` is gone by then."""
    if mouse_is_down():
        QTimer.singleShot(_LOOK_AGAIN_MS, owner, lambda: after_click(owner, act))
    else:
        act()
