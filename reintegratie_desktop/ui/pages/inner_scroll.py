"""A part of a page that scrolls by itself, so that what stands around it stays in view."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override


class InnerScroll(QScrollArea):
    """Scrolls one column from top to bottom, on the ground of the card it stands in. Add to `column`.

    With `snug` it never takes more height than its content, so that what stands below it follows at once.

    Signals: `resized(width)` when the room for the content changed; `grown` when its length did; `scrolled` when the
    user scrolled.
    """

    resized = Signal(int)
    grown = Signal()
    scrolled = Signal()

    # Qt already listens to the content while it is being set.
    _snug: QWidget | None = None

    def __init__(self, *, snug: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground, page = QWidget(), QWidget()
        self.setViewport(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(page)
        # Qt fills both when they are set; the card is the ground.
        page.setAutoFillBackground(False)
        ground.setAutoFillBackground(False)
        self._snug = page if snug else None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self.grown)
        bar.actionTriggered.connect(self.scrolled)

    @override
    def sizeHint(self) -> QSize:
        # It takes what the page has left; asking for the height of its content would make the page scroll as well.
        return self.minimumSizeHint()

    @property
    def place(self) -> int:
        """Return how far it is scrolled."""
        return self.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        """Scroll to a place."""
        self.verticalScrollBar().setValue(place)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget is in view."""
        self.ensureWidgetVisible(widget, 0, 2)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.viewport().width())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._snug and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            wanted = self._snug.heightForWidth(self.viewport().width())
            if wanted > 0 and wanted != self.maximumHeight():
                self.setMaximumHeight(wanted)
        return super().eventFilter(watched, event)
