"""The way of the Tab key, for controls that are made after the page was built: Qt puts those at the very end."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain_of(part: QWidget) -> list[QWidget]:
    """Return the controls inside a part in the order of the Tab key, also those that are hidden now."""
    found: list[QWidget] = []
    control = part.nextInFocusChain()
    while control is not None and control is not part:
        if part.isAncestorOf(control) and control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append(control)
        control = control.nextInFocusChain()
    return found


def in_order(controls: Sequence[QWidget]) -> None:
    """Let the Tab key go from the first control to the next and so on; the first stays where it is."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


def put_after(part: QWidget, controls: Sequence[QWidget]) -> None:
    """Let the Tab key come to some controls right after a part, which is a control or holds some."""
    inside = [part] if part.focusPolicy() != Qt.FocusPolicy.NoFocus else chain_of(part)
    if inside:
        in_order([inside[-1], *controls])
