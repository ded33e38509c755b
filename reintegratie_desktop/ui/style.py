"""What Fusion lacks, painted: check marks that stay visible in the dark, and a focus ring free of the control."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from reintegratie_desktop.text.declaring import override

RING_DISTANCE = 2
RING_WIDTH = 2
_RING_ROOM = RING_DISTANCE + RING_WIDTH


class Colours(Protocol):
    """The colours a control is drawn with."""

    base: QColor
    border: QColor
    accent: QColor
    on_accent: QColor
    text: QColor
    muted: QColor
    hair: QColor
    window: QColor


def fill(painter: QPainter, box: QRectF | QRect, colour: QColor) -> None:
    """Fill a box with a colour. The first `fillRect` of a program loads two hundred named gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)


def paint_box(painter: QPainter, box: QRectF, colours: Colours, *, on: bool, enabled: bool = True) -> None:
    """Paint a check box, 4 px rounded, with a tick when it is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    strong = colours.accent if enabled else colours.muted
    painter.setPen(QPen(strong if on else colours.border, 1.5))
    painter.setBrush(strong if on else colours.base)
    painter.drawRoundedRect(inner, 4, 4)
    if on:
        paint_tick(painter, box, colours.on_accent if enabled else colours.base)


def paint_tick(painter: QPainter, box: QRectF, colour: QColor, width: float = 2.0) -> None:
    """Paint a tick that fills the middle of `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    size, left, top = box.width(), box.x(), box.y()
    points = [
        QPointF(left + 0.27 * size, top + 0.53 * size),
        QPointF(left + 0.43 * size, top + 0.68 * size),
        QPointF(left + 0.74 * size, top + 0.34 * size),
    ]
    painter.drawPolyline(QPolygonF(points))


def paint_ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint the ring of the keyboard inside a box, for rows that draw themselves."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)


def paint_radio(painter: QPainter, box: QRectF, colours: Colours, *, on: bool, enabled: bool = True) -> None:
    """Paint a round choice, with a dot when it is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = colours.accent if enabled else colours.muted
    painter.setPen(QPen(strong if on else colours.border, 2 if on else 1.5))
    painter.setBrush(colours.base)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong)
        middle = box.center()
        painter.drawEllipse(middle, box.width() * 0.24, box.width() * 0.24)


class _Ring(QWidget):
    """The painted ring around one control."""

    def __init__(self, colours: Callable[[], Colours], target: QWidget, host: QWidget) -> None:
        super().__init__(host)
        self._colours, self._target = colours, target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_accent = self._target.property("ringInk") == "text"
        painter.setPen(QPen(now.text if on_accent else now.accent, RING_WIDTH))
        radius = float(self._target.property("ring")) + RING_DISTANCE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class FocusRing(QObject):
    """Keeps a ring around the control that has the keyboard: 2 px wide, 2 px away from the control.

    A control asks for it with `ask_ring`. The ring hangs in the nearest scrolled page or window, so that a tight
    layout does not cut it, and it follows the control when that moves.
    """

    def __init__(self, colours: Callable[[], Colours]) -> None:
        super().__init__()
        self._colours = colours
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []

    @property
    def target(self) -> QWidget | None:
        """Return the control with the ring around it, or None."""
        return self._target

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Move to the control that got the keyboard; a press of the mouse shows no ring."""
        self._release()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or new.property("ring") is None or by_mouse or new.isWindow():
            return
        chain = [new]
        host: QWidget | None = new.parentWidget()
        while host is not None and not host.isWindow() and not _is_page(host):
            chain.append(host)
            host = host.parentWidget()
        if host is None:
            return
        self._target, self._watched = new, chain
        for widget in chain:
            widget.installEventFilter(self)
        self._ring = _Ring(self._colours, new, host)
        self._place()

    def _release(self) -> None:
        # Controls and pages may be gone by now: closing a page takes the ring along.
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring, self._target, self._watched = None, None, []

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        host = ring.parentWidget()
        if host is None or not target.isVisible():
            ring.hide()
            return
        place = target.rect().translated(target.mapTo(host, target.rect().topLeft()))
        ring.setGeometry(place.adjusted(-_RING_ROOM, -_RING_ROOM, _RING_ROOM, _RING_ROOM))
        ring.raise_()
        ring.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kinds = QEvent.Type
        if event.type() in (kinds.Move, kinds.Resize, kinds.Show, kinds.Hide):
            self._place()
        return False


def _is_page(widget: QWidget) -> bool:
    """Tell whether this is the page inside a scroll area: the ring must scroll along with it."""
    viewport = widget.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QAbstractScrollArea)


def ask_ring(widget: QWidget, radius: int = 6, ink: str = "accent") -> None:
    """Ask for the focus ring around `widget`; `ink` is "accent", or "text" on a filled accent ground."""
    widget.setProperty("ring", radius)
    widget.setProperty("ringInk", ink)
