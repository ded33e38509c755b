"""A page that scrolls: the content keeps a widest width, then the margins grow."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import theme

PAGE_WIDTH: Final = 1160
FORM_WIDTH: Final = 680
_MARGIN: Final = 32
_MARGIN_NARROW: Final = 24
_NARROW: Final = 1100
_BOTTOM: Final = 24
_ROUNDS: Final = 4
"""So many times the layouts get their turn: wrapped words inside cards inside pages need more than one."""


def settle() -> None:
    """Let all layouts have their turn now, so that places on the screen are what they will be."""
    for _round in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def page_around(widget: QWidget) -> QScrollArea | None:
    """Return the page that scrolls a widget, or None."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


class PageScroller(QScrollArea):
    """Scrolls one column of content, from top to bottom only. Add to it with `add` or use `column`.

    `width` is the most the content takes; `centred` puts it in the middle when there is more.
    """

    def __init__(
        self, width: int = PAGE_WIDTH, *, centred: bool = True, margin: int = _MARGIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._margin = margin
        self._bottom = _BOTTOM
        # The viewport Qt makes is unknown to Python: asking for it loads every class of widget, to see which it is.
        self._ground = QWidget()
        self.setViewport(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not theme.is_finished():
            self.verticalScrollBar().setStyleSheet(theme.BARS)
        page = QWidget()
        self._line = QHBoxLayout(page)
        self._line.setContentsMargins(margin, 24, margin, _BOTTOM)
        self.content = QWidget()
        self.content.setMaximumWidth(width)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        if centred:
            self._line.addStretch(1)
        self._line.addWidget(self.content, 1000)
        self._line.addStretch(1)
        self.setWidget(page)
        # Qt fills the page when it is set; the ground of the window is enough.
        page.setAutoFillBackground(False)
        self._ground.setAutoFillBackground(False)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget under what is there."""
        self.column.addWidget(widget, stretch)

    def set_top(self, height: int) -> None:
        """Leave other room above the content."""
        margins = self._line.contentsMargins()
        self._line.setContentsMargins(margins.left(), height, margins.right(), margins.bottom())

    def set_room(self, height: int) -> None:
        """Leave room under the content, so that the page can scroll further than its content asks for."""
        margins = self._line.contentsMargins()
        self._line.setContentsMargins(margins.left(), margins.top(), margins.right(), self._bottom + height)

    def set_edges(self, top: int, bottom: int) -> None:
        """Keep another room above and below the content than the usual one."""
        self._bottom = bottom
        margins = self._line.contentsMargins()
        self._line.setContentsMargins(margins.left(), top, margins.right(), bottom)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget is in view, with some room around it."""
        self.ensureWidgetVisible(widget, 0, 48)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < _NARROW and self._margin > _MARGIN_NARROW
        side = _MARGIN_NARROW if narrow else self._margin
        margins = self._line.contentsMargins()
        if margins.left() != side:
            self._line.setContentsMargins(side, margins.top(), side, margins.bottom())
