"""The time line of a case: two years on one line, with what is done, what is late, and where today is."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.hatch import hatch
from reintegratie_desktop.ui.drawing.timeline_data import Band, Dot, Mark, Shape, TimeLineData
from reintegratie_desktop.ui.drawing.timeline_layout import LINE, Item, Layout, lay_out, x_of
from reintegratie_desktop.ui.drawing.timeline_marks import MarkButton, paint_shape
from reintegratie_desktop.ui.fonts import font

__all__ = ["Band", "Dot", "Mark", "Shape", "TimeLine", "TimeLineData"]

_DOT: Final = 7
_LEAST_WIDTH: Final = 520


class TimeLine(QWidget):
    """Draws `TimeLineData`. Arrows walk the markers, Enter opens a step; every marker is one sentence for a reader.

    Signals: `mark_selected(id)` when a marker gets the keyboard or a click, `mark_activated(id)` for Enter or a
    double click. `painted` lists the texts of the last painting with their place.
    """

    mark_selected = Signal(str)
    mark_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: TimeLineData | None = None
        self._layout: Layout | None = None
        self._known: dict[int, Layout] = {}
        self._buttons: list[MarkButton] = []
        self._current = ""
        self.painted: list[tuple[str, QRectF]] = []
        # Not fixed: then the height of the usual width would hold for every width, and cut the list of numbers.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Tijdlijn"))
        self.setMouseTracking(True)

    def set_data(self, data: TimeLineData) -> None:
        """Show a case."""
        self._data = data
        self._known = {}
        self.setAccessibleDescription(data.summary())
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for mark in sorted(data.marks, key=lambda mark: mark.day):
            button = MarkButton(mark, self)
            button.selected.connect(self._selected)
            button.activated.connect(self.mark_activated)
            button.walk.connect(self._walk)
            button.show()
            self._buttons.append(button)
        if self._current not in [button.mark.id for button in self._buttons]:
            self._current = self._first()
        self._set_current(self._current)
        # Without a place yet it gets its width later, and is drawn for that one.
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._arrange()
        self.updateGeometry()

    def _first(self) -> str:
        """Return the marker the Tab key comes to first: what is late, then what is now, then the first."""
        for shape in (Shape.LATE, Shape.NOW):
            for button in self._buttons:
                if button.mark.form is shape:
                    return button.mark.id
        return self._buttons[0].mark.id if self._buttons else ""

    @property
    def buttons(self) -> list[MarkButton]:
        """Return the markers from left to right."""
        return list(self._buttons)

    @property
    def placement(self) -> Layout | None:
        """Return where everything stands, for tests."""
        return self._layout

    def select(self, mark_id: str) -> None:
        """Show a step as selected; no signal. A step without a marker changes nothing."""
        if any(button.mark.id == mark_id for button in self._buttons):
            self._set_current(mark_id)

    def _set_current(self, mark_id: str) -> None:
        self._current = mark_id
        for button in self._buttons:
            button.set_current(on=button.mark.id == mark_id)
        self.update()

    def _selected(self, mark_id: str) -> None:
        if mark_id != self._current:
            self._set_current(mark_id)
        self.mark_selected.emit(mark_id)

    def _walk(self, step: int) -> None:
        index = [button.mark.id for button in self._buttons].index(self._current)
        index = max(0, min(len(self._buttons) - 1, index + step))
        self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)

    # Size and place

    def _today_words(self) -> str:
        assert self._data is not None
        return _("vandaag, week {nummer}").format(nummer=self._data.counted_week(self._data.today))

    def _lay_out(self, width: int) -> Layout:
        """Return the drawing for a width; Qt asks for the same few widths again and again."""
        assert self._data is not None
        wide = max(width, _LEAST_WIDTH)
        if wide not in self._known:
            self._known[wide] = lay_out(self._data, wide, self._today_words())
        return self._known[wide]

    def _arrange(self) -> None:
        if self._data is None:
            return
        self._layout = self._lay_out(self.width())
        places = {item.mark.id: item for item in self._layout.items if item.mark is not None}
        for button in self._buttons:
            button.place(places[button.mark.id], self._layout.line_y)
        self.update()

    @override
    def heightForWidth(self, width: int, /) -> int:
        if self._data is None:
            return 200
        return round(self._lay_out(width).height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(1000, self.heightForWidth(1000))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, 120)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._known = {}
            self._arrange()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self.painted = []
        if self._data is None or self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter, self._data, self._layout)
        self._paint_today(painter, self._layout)
        for item in self._layout.items:
            self._paint_label(painter, self._layout, item)
        self._paint_strip(painter, self._layout)
        self._paint_numbers(painter, self._layout)
        painter.end()

    def _paint_line(self, painter: QPainter, data: TimeLineData, layout: Layout) -> None:
        now = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(layout.start, layout.line_y - LINE / 2, layout.end - layout.start, LINE)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(bar, LINE / 2, LINE / 2)
        until = min(data.today, data.stopped_on) if data.stopped_on is not None else data.today
        done = x_of(data, until, layout.start, layout.end) - layout.start
        if done > 0:
            painter.setBrush(now.accent)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(done, LINE), LINE), LINE / 2, LINE / 2)
        for dot in data.dots:
            x = x_of(data, dot.day, layout.start, layout.end)
            if any(item.left - _DOT / 2 <= x <= item.right + _DOT / 2 for item in layout.items):
                continue  # half a dot beside a marker is no sign of anything; the list has them all
            past = dot.day <= until
            painter.setPen(QPen(now.accent if past else now.border, 1.5))
            painter.setBrush(now.base)
            painter.drawEllipse(QPointF(x, layout.line_y), _DOT / 2, _DOT / 2)
        for item in layout.items:
            if item.mark is None:
                area = QRectF(item.left, layout.line_y - 11, item.right - item.left, 22)
                hatch(painter, area, now.muted)
                painter.setPen(QPen(now.muted, 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area)
                if item.number:
                    self._paint_band_number(painter, QPointF(item.x, layout.line_y), item.number)

    @staticmethod
    def _paint_band_number(painter: QPainter, middle: QPointF, number: int) -> None:
        """Write the number of the list on a break whose label found no place."""
        now = theme.current()
        plate = QRectF(middle.x() - 7, middle.y() - 8, 14, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.base)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(now.text)
        painter.setFont(font("smallest_strong"))
        painter.drawText(plate.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_today(self, painter: QPainter, layout: Layout) -> None:
        if layout.today_x is None:
            return
        now = theme.current()
        painter.setPen(QPen(now.text, 1.6))
        painter.drawLine(QPointF(layout.today_x, layout.line_y - 14), QPointF(layout.today_x, layout.flag.top() + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.text)
        painter.drawRoundedRect(layout.flag, 4, 4)
        self._write(painter, layout.flag, layout.flag_text, "smallest_strong", now.base, centre=True)

    def _paint_label(self, painter: QPainter, layout: Layout, item: Item) -> None:
        leader = layout.leader(item)
        if leader is None or item.lane is None:
            return
        now = theme.current()
        form = item.mark.form if item.mark is not None else None
        urgent = {Shape.LATE: now.late, Shape.NOW: now.soon}.get(form) if form is not None else None
        pale = item.mark is not None and item.mark.state is theme.State.STOPPED
        painter.setPen(QPen(urgent or now.border, 1))
        painter.drawLine(QPointF(item.x, leader[0]), QPointF(item.x, leader[1]))
        first = QRectF(item.label.left(), item.label.top(), item.label.width(), item.label.height() / 2)
        second = first.translated(0, item.label.height() / 2)
        title_ink = urgent or (now.muted if pale else now.text)
        self._write(painter, first, item.title, "smallest_strong", title_ink, right=item.align_right)
        self._write(painter, second, item.subtitle, "smallest", urgent or now.muted, right=item.align_right)

    def _paint_strip(self, painter: QPainter, layout: Layout) -> None:
        now = theme.current()
        painter.setPen(QPen(now.hair, 1))
        y = layout.strip_y
        painter.drawLine(QPointF(layout.start - 9, y), QPointF(layout.end + 9, y))
        height = QFontMetricsF(font("smallest")).height()
        row = y + 4
        key_left = self._paint_key(painter, layout, row, height)
        if layout.half_x is None:
            return
        pen = QPen(now.muted, 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        far_lane = layout.line_y + 17 + layout.lane_height + 4
        painter.drawLine(QPointF(layout.half_x, far_lane), QPointF(layout.half_x, y + height + 8))
        self._write(painter, QRectF(layout.start - 9, row, 200, height), _("eerste jaar"), "smallest", now.muted)
        second = _("tweede jaar")
        width = QFontMetricsF(font("smallest")).horizontalAdvance(second)
        if layout.half_x + 8 + width + 12 < key_left:
            self._write(painter, QRectF(layout.half_x + 8, row, width, height), second, "smallest", now.muted)

    def _paint_key(self, painter: QPainter, layout: Layout, row: float, height: float) -> float:
        """Name the shapes at the right; return where the key begins."""
        now = theme.current()
        entries = (
            (Shape.DONE, _("klaar")),
            (Shape.NOW, _("nu")),
            (Shape.LATE, _("te laat")),
            (Shape.LATER, _("later")),
            (Shape.END, _("einde")),
        )
        x = layout.end + 9
        for shape, words in reversed(entries):
            width = QFontMetricsF(font("smallest")).horizontalAdvance(words)
            x -= width
            self._write(painter, QRectF(x, row, width, height), words, "smallest", now.muted)
            x -= 17
            paint_shape(painter, QPointF(x + 6, row + height / 2), shape, 5.5, plain=True)
            x -= 14
        return x

    def _paint_numbers(self, painter: QPainter, layout: Layout) -> None:
        height = QFontMetricsF(font("smallest")).height() + 2
        y = layout.strip_y + height + 12
        for item in layout.numbered:
            words = _("{nummer}: {titel}, {wanneer}").format(
                nummer=item.number, titel=item.title, wanneer=item.subtitle
            )
            place = QRectF(layout.start - 9, y, layout.end - layout.start, height)
            self._write(painter, place, words, "smallest", theme.current().text)
            y += height

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        role: str,
        ink: QColor,
        *,
        right: bool = False,
        centre: bool = False,
    ) -> None:
        metrics = QFontMetricsF(font(role))
        taken = metrics.horizontalAdvance(words)
        left = place.left()
        if right or centre:
            left = place.right() - taken if right else place.center().x() - taken / 2
        self.painted.append((words, QRectF(left, place.center().y() - metrics.ascent() / 2, taken, metrics.ascent())))
        painter.setFont(font(role))
        painter.setPen(ink)
        align = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignRight if right else align
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)

    # Pointer

    def _item_at(self, place: QPointF) -> Item | None:
        for item in self._layout.items if self._layout is not None else ():
            if item.mark is not None and item.lane is not None and item.label.contains(place):
                return item
        return None

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        shape = Qt.CursorShape.PointingHandCursor if self._item_at(event.position()) else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        item = self._item_at(event.position())
        if item is not None and item.mark is not None:
            self._button(item.mark.id).setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        item = self._item_at(event.position())
        if item is not None and item.mark is not None:
            self.mark_activated.emit(item.mark.id)

    def _button(self, mark_id: str) -> MarkButton:
        return next(button for button in self._buttons if button.mark.id == mark_id)

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, place: QPointF) -> str:
        if self._data is None or self._layout is None or abs(place.y() - self._layout.line_y) > 12:
            return ""
        for item in self._layout.items:
            if item.band is not None and item.left <= place.x() <= item.right:
                return item.band.sentence()
        for dot in self._data.dots:
            if abs(x_of(self._data, dot.day, self._layout.start, self._layout.end) - place.x()) < _DOT:
                return dot.text
        return ""
