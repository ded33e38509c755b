"""Where the keyboard was when a dialog opened, so that it goes back there: also when the page was built anew."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid


class WayBack:
    """Remembers the control a dialog was opened from, by itself and by what it is called."""

    def __init__(self, window: QWidget) -> None:
        # Qt gives None where nothing has the keyboard.
        found: QWidget | None = QApplication.focusWidget() or window.window().focusWidget()
        self._around: list[QWidget] = []
        while found is not None:
            # Only of widgets of this program is it known afterwards whether they still exist.
            if not type(found).__module__.startswith("PySide6"):
                self._around.append(found)
            found = found.parentWidget()
        self._from = self._around.pop(0) if self._around else None
        self._kind: type[QWidget] = QWidget if self._from is None else type(self._from)
        self._name = "" if self._from is None else _name(self._from)

    def go(self) -> None:
        """Put the keyboard where it was: in the control, in the one that took its place, or near to it.

        Nothing is done when the page it was on is not shown any more: the place it went to knows better.
        """
        if self._from is None:
            return
        if isValid(self._from) and _takes_keyboard(self._from):
            self._from.setFocus()
            return
        near = next((part for part in self._around if isValid(part) and part.isVisible()), None)
        if near is None or near.isWindow() or (isinstance(near, QStackedWidget) and isValid(self._from)):
            return
        for part in self._around:
            if isValid(part) and part.isVisible() and not part.isWindow() and (twin := self._twin(part)) is not None:
                twin.setFocus()
                return
        now = QApplication.focusWidget()
        if now is not None and near.isAncestorOf(now):
            return
        for part in self._around:
            made = part.findChildren(QWidget) if isValid(part) and part.isVisible() and not part.isWindow() else []
            first = next((child for child in made if _takes_keyboard(child)), None)
            if first is not None:
                first.setFocus()
                return

    def _twin(self, around: QWidget) -> QWidget | None:
        """Return the control of the same kind and name inside a part of the window."""
        made = around.findChildren(self._kind)
        return next((child for child in made if _name(child) == self._name and _takes_keyboard(child)), None)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")


def _takes_keyboard(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy().value)
