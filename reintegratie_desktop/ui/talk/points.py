"""The points of a talk at the left: boxes to tick, in any order, with the open one on a tinted ground."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.talk import TalkPoint
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring, paint_tick
from reintegratie_desktop.ui.widgets.labels import Label

_HEIGHT: Final = 54
_BOX: Final = 26
_LEFT: Final = 16
_TEXT: Final = 56
_EDGE: Final = 10
_EDGE_COMPACT: Final = 4
_SPACING: Final = 4
_RING_ROOM: Final = 4
_WRAP: Final = Qt.TextFlag.TextWordWrap
_ROLES: Final = ("talk_body", "talk_strong")
_COMPACT: Final = ("body", "label")
"""Type of a point, and of the open one."""


class PointRow(QAbstractButton):
    """One point. A press on the box or the space bar ticks it, anything else opens it.

    Signals: `ticked` for the box, `clicked` for opening, `menu_asked(place)` for the right button and the menu key.
    """

    ticked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._done, self._current, self._hover = "", False, False, False
        self._roles = _ROLES
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ask_ring(self, 8)

    def show_point(self, point: TalkPoint, *, current: bool) -> None:
        """Show a point and say it: `Punt 4 van 8, Welke taken en uren nu, nu`."""
        self._words, self._done, self._current = point.text, point.done, current
        self.setText(point.text.replace("&", "&&"))
        states = (_("besproken") if point.done else "", _("nu") if current else "")
        parts = [
            _("Punt {nummer} van {alle}").format(nummer=point.number, alle=point.of),
            point.text.rstrip("?. "),
            *(state for state in states if state),
        ]
        if not point.done and not current:
            parts.append(_("nog niet besproken"))
        self.setAccessibleName(", ".join(parts))
        self.setAccessibleDescription(_("Enter opent dit punt, de spatiebalk vinkt het af."))
        self.update()

    def set_compact(self, *, on: bool) -> None:
        """Show the words a little smaller."""
        self._roles = _COMPACT if on else _ROLES
        self.update()

    @property
    def is_current(self) -> bool:
        """Tell whether this point is open."""
        return self._current

    @property
    def is_done(self) -> bool:
        """Tell whether this point is ticked."""
        return self._done

    def height_at(self, width: int, *, compact: bool) -> int:
        """Return the height at a width, in the usual type or in the smaller one."""
        room = QRect(0, 0, max(60, width - _TEXT - 12), 10_000)
        role = (_COMPACT if compact else _ROLES)[1]
        words = QFontMetrics(font(role)).boundingRect(room, _WRAP, self._words).height()
        return max(_HEIGHT, words + 2 * (_EDGE_COMPACT if compact else _EDGE))

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def box(self) -> QRectF:
        """Return where the box stands."""
        return QRectF(_LEFT, (self.height() - _BOX) / 2, _BOX, _BOX)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        on_box = event.position().x() < _TEXT - 4 and self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and on_box and self.isDown():
            self.setDown(False)
            event.accept()
            self.ticked.emit()
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        self.menu_asked.emit(event.globalPos())

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current or self._hover:
            painter.setPen(QPen(now.accent, 1) if self._current and now.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(now.sel if self._current else now.none_bg)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        self._paint_box(painter)
        painter.setFont(font(self._roles[self._current]))
        painter.setPen(now.muted if self._done and not self._current else now.text)
        place = QRectF(_TEXT, 0, self.width() - _TEXT - 12, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | _WRAP, self._words)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        now = theme.current()
        box = self.box()
        if self._done:
            painter.setPen(QPen(now.ok, 1) if now.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(now.ok_bg)
            painter.drawRoundedRect(box, 6, 6)
            paint_tick(painter, box.adjusted(2, 2, -2, -2), now.ok, 2.2)
            return
        painter.setPen(QPen(now.accent if self._current else now.border, 2))
        painter.setBrush(now.base)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)


class PointList(QWidget):
    """All points under each other. Signals: `opened(key)`, `ticked(key)`, `menu_asked(key, place)`."""

    opened = Signal(str)
    ticked = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Punten van het gesprek"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        # Room for the ring around the row that has the keyboard.
        self._rows.setContentsMargins(_RING_ROOM, _RING_ROOM, _RING_ROOM, _RING_ROOM)
        self._rows.addStretch(1)
        self._scroller.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroller.viewport().setAutoFillBackground(False)
        self.count = Label("", "small", "muted")
        self.count.setContentsMargins(_LEFT + _RING_ROOM, 10, 0, 4)
        # As high as the points, so that the count stands right under them; with less room they scroll.
        column.addWidget(self._scroller, 1000)
        column.addWidget(self.count)
        column.addStretch(1)
        self.rows: list[PointRow] = []
        self._keys: list[str] = []
        self._compact = False

    def set_compact(self, *, on: bool) -> None:
        """Show the points a little smaller and closer, for a low or narrow window."""
        self._compact = on
        self._fit()

    def _fit(self) -> None:
        """Give every row its height; the smaller type also when the points would not all be in view otherwise."""
        width = self.width() - 2 * _RING_ROOM
        room = self.height() - self.count.sizeHint().height() - 2 * _RING_ROOM
        compact = self._compact or sum(self._heights(width, compact=False)) > room
        self._rows.setSpacing(0 if compact else _SPACING)
        heights = self._heights(width, compact=compact)
        if sum(heights) > room:
            heights = self._heights(width - self._scroller.verticalScrollBar().sizeHint().width(), compact=compact)
        for made, height in zip(self.rows, heights, strict=True):
            made.set_compact(on=compact)
            made.setFixedHeight(height - self._rows.spacing())
        self._scroller.setMaximumHeight(sum(heights) + 2 * _RING_ROOM)

    def _heights(self, width: int, *, compact: bool) -> list[int]:
        """Return the heights of the rows at a width, each with the room under it."""
        spacing = 0 if compact else _SPACING
        return [made.height_at(width, compact=compact) + spacing for made in self.rows]

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_points(self, points: Sequence[TalkPoint], current: str, progress: str) -> None:
        """Show the points, which one is open ("" for none), and how far the talk is."""
        keys = [point.key for point in points]
        if keys != self._keys:
            self._rebuild(keys)
        for made, point in zip(self.rows, points, strict=True):
            made.show_point(point, current=point.key == current)
        self.count.setText(progress)
        self._fit()
        for made in self.rows:
            if made.is_current:
                QTimer.singleShot(0, made, partial(self._scroller.ensureWidgetVisible, made, 0, 8))

    def _rebuild(self, keys: list[str]) -> None:
        for old in self.rows:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._keys, self.rows = keys, []
        last: QWidget | None = None
        for index, key in enumerate(keys):
            made = PointRow(self._scroller.widget())
            made.clicked.connect(lambda _on=False, chosen=key: self.opened.emit(chosen))
            made.ticked.connect(lambda chosen=key: self.ticked.emit(chosen))
            made.menu_asked.connect(lambda place, chosen=key: self.menu_asked.emit(chosen, place))
            self._rows.insertWidget(index, made)
            made.show()
            if last is not None:
                QWidget.setTabOrder(last, made)
            last = made
            self.rows.append(made)
