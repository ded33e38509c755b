"""What all dialogs share: a heading, plain words, fields, and one row of buttons that say what they do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.dialogs.way_back import WayBack
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, Kind, primary, secondary
from reintegratie_desktop.ui.widgets.labels import body, title
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind

WIDTH = 520
"""The width of a dialog in pixels; its height follows from the words."""


FILE_DIALOG: Final = QSize(820, 560)
"""The size of a dialog that asks for a file, where the screen has room for it."""
_REBUILT: Final = 40
"""Milliseconds in which a page is built anew after a dialog changed something."""
_EDGE: Final = 24
"""Room that stays free around a dialog, in pixels."""


def fit_to_screen(dialog: QDialog, wanted: QSize = FILE_DIALOG, available: QRect | None = None) -> None:
    """Give a dialog the size wanted, or what its screen has room for, in the middle of its window.

    `available` replaces the screen, for tests.
    """
    room = (available or dialog.screen().availableGeometry()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    dialog.setMaximumSize(room.size())
    dialog.resize(wanted.boundedTo(room.size()))
    place = QRect(room.topLeft(), dialog.size())
    parent = dialog.parentWidget()
    place.moveCenter(parent.window().geometry().center() if parent is not None else room.center())
    place.moveRight(min(place.right(), room.right()))
    place.moveBottom(min(place.bottom(), room.bottom()))
    place.moveLeft(max(place.left(), room.left()))
    place.moveTop(max(place.top(), room.top()))
    dialog.move(place.topLeft())


class CalmDialog(QDialog):
    """A dialog over its window. Fill `column`; end with `set_buttons`. Open it with `open()`, never with `exec()`.

    Esc is always "Annuleren": it changes nothing and asks nothing.
    """

    def __init__(self, heading: str, *, parent: QWidget | None = None, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Re-integratie Desktop")
        self.setAccessibleName(heading)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(28, 24, 28, 22)
        self._outer.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.heading = title(heading)
        self.column.addWidget(self.heading)
        self._outer.addLayout(self.column)
        self.problem = Notice(NoticeKind.LATE, "")
        self.problem.hide()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self._way_back: WayBack | None = None
        self.setFixedWidth(width)

    def say(self, words: str) -> None:
        """Add a paragraph."""
        self.column.addWidget(body(words))

    def set_buttons(
        self,
        accept: Button,
        on_accept: Callable[[], None] | None = None,
        *,
        cancel: str = "",
        left: Button | None = None,
    ) -> None:
        """Put the buttons in their row: going back left of going on. `on_accept` decides itself whether to close."""
        self._outer.addSpacing(12)
        self._outer.addWidget(self.problem)
        self._outer.addSpacing(12)
        if left is not None:
            self.buttons.addWidget(left)
        self.buttons.addStretch(1)
        if cancel:
            back = secondary(cancel)
            back.clicked.connect(self.reject)
            self.buttons.addWidget(back)
        accept.clicked.connect(on_accept or self.accept)
        accept.setDefault(accept.kind is not Kind.DESTROYING)
        self.buttons.addWidget(accept)
        self._outer.addLayout(self.buttons)

    def refuse(self, sentence: str, more: str = "") -> None:
        """Say inside the dialog why it cannot go on yet."""
        self.problem.set_text(sentence, more)
        self.problem.setVisible(bool(sentence))
        announce(self, f"{sentence} {more}".strip(), at_once=True)

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something that can meet a known error; say it here and stay open when it does."""
        try:
            act()
        except KnownError as error:
            self.refuse(error.message, error.next_step)
            return False
        return True

    @override
    def open(self) -> None:
        window = self.parentWidget()
        self._way_back = WayBack(window) if window is not None else None
        super().open()

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        way_back, window = self._way_back, self.parentWidget()
        self._way_back = None
        if way_back is None or window is None:
            return

        def back() -> None:
            way_back.go()

        # After what the dialog did: that may build the page anew.
        QTimer.singleShot(_REBUILT, window, back)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().base)
        painter.end()

    @override
    def event(self, event: QEvent, /) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return handled

    def _fit(self) -> None:
        """Give the dialog the height its words need: Qt does not do that for a window with words that wrap."""
        height = max(self._outer.totalHeightForWidth(self.width()), self._outer.totalMinimumSize().height())
        if height != self.height():
            self.setFixedHeight(height)


class MessageDialog(CalmDialog):
    """One thing to know, and what to do next."""

    def __init__(self, sentence: str, more: str = "", *, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(sentence, parent=parent)
        if more:
            self.say(more)
        self.button = primary(button or _("Sluiten"))
        self.set_buttons(self.button)


class ConfirmDialog(CalmDialog):
    """Asks before something is really destroyed, or before something that counts is written down."""

    def __init__(
        self,
        heading: str,
        words: str,
        button: Button,
        on_confirm: Callable[[], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent=parent)
        self.say(words)
        self._on_confirm = on_confirm
        self.button = button
        self.set_buttons(button, self._confirm, cancel=_("Annuleren"))

    def _confirm(self) -> None:
        if self.attempt(self._on_confirm):
            self.accept()
