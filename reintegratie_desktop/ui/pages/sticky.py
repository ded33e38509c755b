"""A part beside a long list that stays in view while the page scrolls."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override


class StickyColumn(QWidget):
    """Holds one part and moves it along with the scrolled page, never outside its own height.

    A part that is higher than the window scrolls until its end is in view, and back until its top is.
    """

    def __init__(self, part: QWidget, scroller: QScrollArea, *, edge: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._scroller, self._edge = part, scroller, edge
        part.setParent(self)
        self.setFixedWidth(part.maximumWidth())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        part.installEventFilter(self)
        scroller.verticalScrollBar().valueChanged.connect(self._follow)
        self._fit()

    def to_top(self) -> None:
        """Show the part from its beginning."""
        self._part.move(0, self.height())
        self._follow()

    def _fit(self) -> None:
        width = self._part.maximumWidth()
        height = self._part.heightForWidth(width)
        wanted = height if height > 0 else self._part.sizeHint().height()
        if wanted != self._part.height() or width != self._part.width():
            self._part.resize(width, wanted)
        if self.minimumHeight() != wanted:
            self.setMinimumHeight(wanted)
        self._follow()

    def _follow(self) -> None:
        view = self._scroller.viewport()
        page = self._scroller.widget()
        if page is None or not page.isAncestorOf(self):
            return
        first = self._scroller.verticalScrollBar().value() - self.mapTo(page, self.rect().topLeft()).y() + self._edge
        last = first + view.height() - 2 * self._edge - self._part.height()
        # With room for all of it the two are in this order, and its top is kept in view.
        place = first if last >= first else max(min(self._part.y(), first), last)
        self._part.move(0, max(0, min(place, self.height() - self._part.height())))

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._follow()
