"""A line that brings back what was just removed, for ten seconds."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import small

UNDO_SECONDS: Final = 10


class UndoStrip(Surface):
    """Says what was removed, with a button to bring it back; hidden while there is nothing to bring back.

    The strip stays as long as the keyboard is on its button, so that nobody has to hurry.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", "", 5, parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 3, 6, 3)
        line.setSpacing(8)
        line.addWidget(IconLabel("undo-2", "accent", 15))
        self.label = small("", "text")
        line.addWidget(self.label, 1)
        self.button = quiet(_("Ongedaan maken"))
        line.addWidget(self.button)
        self.button.clicked.connect(self._undo)
        self._action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        self.hide()

    def offer(self, sentence: str, undo: Callable[[], None], seconds: int = UNDO_SECONDS) -> None:
        """Offer to bring something back; a newer offer takes the place of an older one."""
        self._action = undo
        self.label.setText(sentence)
        self.button.setAccessibleDescription(sentence)
        self.show()
        self._timer.start(seconds * 1000)
        announce(self, sentence + " " + _("Ongedaan maken kan nog even."))

    @property
    def is_open(self) -> bool:
        """Tell whether something can be brought back."""
        return self._action is not None

    def _undo(self) -> None:
        action, self._action = self._action, None
        self._timer.stop()
        self.hide()
        if action is not None:
            action()

    def _end(self) -> None:
        if self.button.hasFocus():
            self._timer.start()
            return
        self._action = None
        self.hide()
