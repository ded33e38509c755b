"""The markers on the time line: small buttons, so that keyboard and screen reader find them by themselves."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.timeline_data import Mark, Shape
from reintegratie_desktop.ui.drawing.timeline_layout import MARKER, Item
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import paint_tick

_ROOM = 6


def paint_shape(
    painter: QPainter, middle: QPointF, shape: Shape, radius: float, *, number: int = 0, plain: bool = False
) -> None:
    """Paint a marker around its middle. `plain` is the small one of the key; a number takes the place of the sign."""
    now = theme.current()
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape in (Shape.DONE, Shape.DONE_LATE):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.ok)
        painter.drawEllipse(box)
        if not plain and not number:
            paint_tick(painter, box, now.base)
        if shape is Shape.DONE_LATE:
            painter.setPen(QPen(now.base, 1))
            painter.setBrush(now.soon)
            painter.drawEllipse(QPointF(box.right() - 1, box.top()), 4, 4)
    elif shape is Shape.LATE:
        painter.setPen(QPen(now.late, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(now.late)
        left, right = QPointF(box.left(), box.bottom() - 1), QPointF(box.right(), box.bottom() - 1)
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top() - 1), right, left]))
        if not plain and not number:
            painter.setPen(QPen(now.base, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(middle.x(), box.top() + 5.5), QPointF(middle.x(), box.top() + 10))
            painter.drawPoint(QPointF(middle.x(), box.top() + 13.7))
    elif shape is Shape.END:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.muted)
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 2, 2)
    else:
        is_now = shape is Shape.NOW
        width = 2.6 if is_now else 2.0
        painter.setPen(QPen(now.soon if is_now else now.border, width if not plain else 2))
        painter.setBrush(now.base)
        edge = width / 2
        painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        if is_now and not plain and not number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.soon)
            painter.drawEllipse(middle, radius * 0.34, radius * 0.34)
    if number:
        filled = shape in (Shape.DONE, Shape.DONE_LATE, Shape.LATE, Shape.END)
        painter.setPen(now.base if filled else now.text)
        painter.setFont(font("smallest_strong"))
        place = box.translated(0, 2) if shape is Shape.LATE else box
        painter.drawText(place.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, str(number))


class MarkButton(QAbstractButton):
    """One marker. Signals: `selected(id)`, `activated(id)`, `walk(step)` for the arrows."""

    selected = Signal(str)
    activated = Signal(str)
    walk = Signal(int)

    def __init__(self, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self._number = 0
        self._wide = 0.0
        self._shift = QPointF()
        self._current = False
        self.setAccessibleName(mark.sentence())
        self.setToolTip(mark.sentence())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_current(self, *, on: bool) -> None:
        """Make this the one marker on the way of the Tab key."""
        self._current = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.update()

    def place(self, item: Item, line_y: float) -> None:
        """Stand where the layout says."""
        self._number = item.number
        period = self.mark.form is Shape.PERIOD
        self._wide = item.right - item.left if period else 0.0
        half = self._wide / 2 + _ROOM if period else MARKER / 2 + _ROOM
        left, top = round(item.x - half), round(line_y - MARKER / 2 - _ROOM)
        self._shift = QPointF(item.x - half - left, line_y - MARKER / 2 - _ROOM - top)
        self.setGeometry(QRect(left, top, round(2 * half) + 1, MARKER + 2 * _ROOM + 1))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF((self.width() - 1) / 2, (self.height() - 1) / 2) + self._shift
        if self._wide:
            self._paint_period(painter, middle)
        else:
            paint_shape(painter, middle, self.mark.form, MARKER / 2, number=self._number)
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            radius = ring.height() / 2
            painter.drawRoundedRect(ring, radius, radius)
        painter.end()

    def _paint_period(self, painter: QPainter, middle: QPointF) -> None:
        now = theme.current()
        state = self.mark.state
        tokens = {
            theme.State.LATE: "late",
            theme.State.SOON: "soon",
            theme.State.DONE: "ok",
            theme.State.DONE_LATE: "ok",
        }
        edge = now.colour(tokens.get(state, "plan"))
        ground = now.colour(f"{tokens.get(state, 'plan')}_bg")
        bar = QRectF(middle.x() - self._wide / 2, middle.y() - 8, self._wide, 16)
        painter.setPen(QPen(edge, 1.6))
        painter.setBrush(ground)
        painter.drawRoundedRect(bar.adjusted(0.8, 0.8, -0.8, -0.8), 7, 7)
        if state in (theme.State.DONE, theme.State.DONE_LATE) and not self._number:
            paint_tick(painter, QRectF(middle.x() - 8, middle.y() - 8, 16, 16), edge)
        if self._number:
            painter.setPen(now.text)
            painter.setFont(font("smallest_strong"))
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, str(self._number))

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.raise_()
        self.selected.emit(self.mark.id)
        self.update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.activated.emit(self.mark.id)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.mark.id)
        elif event.key() in steps:
            self.walk.emit(steps[Qt.Key(event.key())])
        else:
            event.ignore()
