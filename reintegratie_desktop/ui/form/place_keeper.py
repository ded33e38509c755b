"""Keeps the field with the keyboard at its place on the screen, whatever comes up or goes away around it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from typing_extensions import override

from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.patience import mouse_is_down
from reintegratie_desktop.ui.widgets.scroll import PageScroller, settle

_AROUND: Final = 16
_LEAST: Final = 4
_TOP: Final = 20
_MOST_OF_VIEW: Final = 0.6
"""A row higher than this part of the view, such as a list, is not brought into view as a whole."""


class QuietScrollBar(QScrollBar):
    """A scroll bar that keeps its place and shows nothing while there is nothing to scroll.

    A bar that comes and goes makes the page narrower and wider under the hands of who is typing.
    """

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def hold_steady(page: PageScroller) -> None:
    """Give a page of a form its margins and a scroll bar that always has its place."""
    page.set_top(_TOP)
    page.setVerticalScrollBar(QuietScrollBar())
    page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


class PlaceKeeper(QObject):
    """Scrolls a page just as far as the field with the keyboard was pushed, so that it stays where the eyes are.

    The page gets room at its end where it cannot scroll that far. A field that gets the keyboard with the Tab key is
    shown whole, with its question and all its answers; a click never scrolls.
    """

    def __init__(self, page: PageScroller) -> None:
        super().__init__(page)
        self._page = page
        self._pinned: tuple[QWidget, int] | None = None
        self._moving = False
        self._opening = False
        self._room = 0
        self._waiting = False
        page.verticalScrollBar().valueChanged.connect(self._scrolled)
        inner = page.widget()
        assert inner is not None
        inner.installEventFilter(self)
        page.viewport().installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page.viewport():
            self._pin()
        elif event.type() == QEvent.Type.LayoutRequest and not self._waiting:
            self._waiting = True
            QTimer.singleShot(0, self, self.keep)
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._pinned = None
        if new is None or not self._page.content.isAncestorOf(new) or not self._page.isVisible():
            return
        settle()
        if not mouse_is_down() and not self._opening:
            self._show_whole(new)
        self._pin()

    def open_with(self, focus: Callable[[], None]) -> None:
        """Put the keyboard in the first field of a page that opens; the page starts at its top as far as that goes."""
        self._opening = True
        focus()
        self._opening = False
        focused = QApplication.focusWidget()
        if focused is not None and self._page.content.isAncestorOf(focused):
            self._show_top(focused)
            # The heights of a page that was never shown come to rest a moment later.
            QTimer.singleShot(0, self, lambda: self._show_top(focused))

    def _show_top(self, focused: QWidget) -> None:
        """Show the top of the page, or the first field when it stands further down."""
        if focused is not QApplication.focusWidget() or not focused.isVisible():
            return
        settle()
        self._page.verticalScrollBar().setValue(0)
        top = self._place_of(focused)
        if top + focused.height() > self._page.viewport().height():
            self._show_whole(focused)
            self._page.ensureWidgetVisible(focused, 0, _LEAST)
        self._pin()

    def _show_whole(self, widget: QWidget) -> None:
        """Bring the whole row of a field into view when it fits; its question stands above it."""
        part: QWidget | None = widget
        while part is not None and not isinstance(part, FormRow):
            part = part.parentWidget()
        if part is None:
            return
        view, bar = self._page.viewport(), self._page.verticalScrollBar()
        top = part.mapTo(view, QPoint(0, 0)).y() - _AROUND
        over = top + part.height() + 2 * _AROUND - view.height()
        if part.height() > _MOST_OF_VIEW * view.height():
            return
        if over > 0:
            bar.setValue(bar.value() + over)
        elif top < 0:
            bar.setValue(bar.value() + top)

    def _place_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._page.viewport(), QPoint(0, 0)).y()

    def _pin(self) -> None:
        focused = QApplication.focusWidget()
        self._pinned = None
        if focused is not None and self._page.content.isAncestorOf(focused) and focused.isVisible():
            self._pinned = focused, self._place_of(focused)

    def _scrolled(self) -> None:
        """Take the place anew when somebody scrolls, and give back room that is no longer in view."""
        if self._moving:
            return
        bar = self._page.verticalScrollBar()
        spare = min(self._room, bar.maximum() - bar.value())
        if spare > 0 and not bar.isSliderDown():
            self._set_room(self._room - spare)
        self._pin()

    def _set_room(self, height: int) -> None:
        self._room = height
        self._page.set_room(height)

    def keep(self) -> None:
        """Bring the field with the keyboard back to where it stood."""
        self._waiting = False
        if self._pinned is None:
            return
        settle()
        widget, wanted = self._pinned
        if widget is not QApplication.focusWidget() or not widget.isVisible():
            self._pin()
            return
        moved = self._place_of(widget) - wanted
        if not moved:
            return
        bar = self._page.verticalScrollBar()
        self._moving = True
        value = bar.value() + moved
        short = value - bar.maximum()
        if short > 0:
            self._set_room(self._room + short)
            settle()
        elif self._room:
            self._set_room(max(0, self._room - min(self._room, -short)))
            settle()
        bar.setValue(value)
        self._moving = False
        self._pin()
