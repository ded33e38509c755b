"""Costs added up by month: paid up to today, expected from then on, and what a loonsanctie would add."""

from datetime import date
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from reintegratie_desktop.domain.costs.overview import CostMonth
from reintegratie_desktop.text.formatting import NO_BREAK, day_short, number
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.costs_data import CostChartData
from reintegratie_desktop.ui.drawing.hatch import hatch
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.announce import announce

__all__ = ["CostChart", "CostChartData"]

_RIGHT: Final = 12
_TOP: Final = 30
_TICKS: Final = 4
_STEPS: Final = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal("2.5"), Decimal(3), Decimal(4), Decimal(5), Decimal(8))
_LEAST: Final = Decimal(1000)
"""The axis is never shorter than this: a chart of a few euros looks like much."""
_QUARTER: Final = 3
_HEIGHT: Final = 280


class CostChart(QWidget):
    """Draws `CostChartData`. A month up to today is filled, what is to come has dots, also without colour.

    The arrows walk the months and speak them; the pointer shows the same as a tooltip.

    `painted` lists the texts with their place. `told` carries the month the keyboard is at as a sentence, and an empty
    text when it leaves.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = CostChartData()
        self._cursor: int | None = None
        self.painted: list[tuple[str, QRectF]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ask_ring(self, 6)
        self.setAccessibleName(_("Kosten, opgeteld per maand"))

    def set_data(self, data: CostChartData) -> None:
        """Show other numbers."""
        self._data = data
        self._cursor = None
        self.setAccessibleDescription(data.message())
        self.update()

    @property
    def data(self) -> CostChartData:
        """Return what is shown."""
        return self._data

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(520, _HEIGHT)

    # --- places -----------------------------------------------------------------------------------------------------

    def step(self) -> Decimal:
        """Return the distance between two lines of the axis: a round number, so that four of them hold everything."""
        wanted = max(self._data.highest, _LEAST) / _TICKS
        power = Decimal(10) ** (wanted.adjusted())
        return next(
            (factor * power for factor in _STEPS if factor * power >= wanted), Decimal(10) * power
        )  # fmt: skip

    def plot(self) -> QRectF:
        """Return where the columns stand."""
        small = QFontMetricsF(font("smallest"))
        left = small.horizontalAdvance(_euros(self.step() * _TICKS)) + 16
        bottom = 3 * small.height() + 18
        return QRectF(left, _TOP, max(10, self.width() - left - _RIGHT), max(10, self.height() - _TOP - bottom))

    def slot(self) -> float:
        """Return how wide a month is."""
        return self.plot().width() / max(1, len(self._data.months))

    def y_of(self, value: Decimal) -> float:
        """Return the height of an amount."""
        plot = self.plot()
        return plot.bottom() - plot.height() * float(value / (self.step() * _TICKS))

    def month_at(self, x: float) -> int | None:
        """Return the place of the month at a horizontal place, or None beside the plot."""
        plot = self.plot()
        index = int((x - plot.left()) / self.slot()) if x >= plot.left() else -1
        return index if 0 <= index < len(self._data.months) else None

    def column(self, index: int) -> QRectF:
        """Return the whole column of a month, from the axis to its sum."""
        plot, slot = self.plot(), self.slot()
        top = self.y_of(self._data.months[index].opgeteld)
        return QRectF(plot.left() + (index + 0.12) * slot, top, 0.76 * slot, plot.bottom() - top)

    # --- painting ---------------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self.painted = []
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._data.is_empty:
            self._write(painter, QRectF(self.rect()), self._data.message(), role="body", centre=True)
        else:
            self._paint_ground(painter)
            for index, month in enumerate(self._data.months[: self._data.known]):
                self._paint_month(painter, index, month)
            self._paint_days(painter)
            self._paint_sums(painter)
            self._paint_axis(painter)
            self._paint_key(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        now, plot = theme.current(), self.plot()
        if self._cursor is not None:
            slot = self.slot()
            painter.fillRect(QRectF(plot.left() + self._cursor * slot, plot.top(), slot, plot.height()), now.soft)
        self._paint_unknown(painter)
        for tick in range(_TICKS + 1):
            value = self.step() * tick
            y = round(self.y_of(value)) + 0.5
            painter.setPen(QPen(now.border if tick == 0 else now.hair2, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            self._write(painter, QRectF(0, y - 10, plot.left() - 10, 20), _euros(value), right=True)

    def _paint_unknown(self, painter: QPainter) -> None:
        """Leave out the months whose wage is not known: a column that is too low would be read as the sum."""
        plot, slot = self.plot(), self.slot()
        left = plot.left() + self._data.known * slot
        area = QRectF(left, plot.top(), plot.right() - left, plot.height())
        if area.width() < 1:
            return
        painter.fillRect(area, theme.current().none_bg)
        words = _("loon nog niet bekend")
        metrics = QFontMetricsF(font("smallest"))
        end = self._data.index_of(self._data.week_104)
        # Left of the line of week 104 when that stands in it, and between two lines of the axis.
        right = area.right() if end is None else plot.left() + end * slot
        if metrics.horizontalAdvance(words) + 12 < right - left:
            middle = plot.top() + plot.height() * 3 / (2 * _TICKS)
            place = QRectF(left, middle - metrics.height() / 2, right - left, metrics.height())
            self._write(painter, place, words, centre=True)

    def _paint_month(self, painter: QPainter, index: int, month: CostMonth) -> None:
        now, whole = theme.current(), self.column(index)
        paid = self.y_of(month.tot_betaald)
        expected = self.y_of(month.tot_betaald + month.tot_verwacht)
        area = QRectF(whole.left(), paid, whole.width(), self.plot().bottom() - paid)
        if self._data.is_to_come(month):
            # Nothing is paid in a month to come: what was paid before it only carries what is drawn on it.
            self._paint_box(painter, area, "before")
        else:
            painter.fillRect(area, now.accent)
        if expected < paid:
            self._paint_box(painter, QRectF(whole.left(), expected, whole.width(), paid - expected), "expected")
        if whole.top() < expected:
            area = QRectF(whole.left(), whole.top(), whole.width(), expected - whole.top())
            hatch(painter, area, now.late)
            painter.setPen(QPen(now.late, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    @staticmethod
    def _paint_box(painter: QPainter, area: QRectF, kind: str) -> None:
        """Paint a light box with an edge; what is expected has dots in it, so that it also shows without colour."""
        now = theme.current()
        painter.fillRect(area, now.base)
        if kind == "expected":
            painter.fillRect(area, QBrush(now.accent, Qt.BrushStyle.Dense6Pattern))
        painter.setPen(QPen(now.accent if kind == "expected" else now.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, 0))

    def _paint_days(self, painter: QPainter) -> None:
        """Draw the lines of today and of the end of week 104, each with its word above the plot."""
        now, plot = theme.current(), self.plot()
        marks = []
        for day, words, dashed in (
            (self._data.today, _("vandaag"), False),
            (self._data.week_104, _("einde week 104"), True),
        ):
            place = self._x_of(day)
            if place is not None:
                marks.append((place, words, dashed))
        taken: list[QRectF] = []
        for x, words, dashed in marks:
            pen = QPen(now.text, 1.5)
            if dashed:
                pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom() + 4))
            width = QFontMetricsF(font("smallest_strong")).horizontalAdvance(words) + 14
            height = QFontMetricsF(font("smallest_strong")).height() + 3
            flag = QRectF(max(plot.left(), min(plot.right() - width, x - width / 2)), 2, width, height)
            if any(flag.intersects(other) for other in taken):
                continue
            taken.append(flag)
            if not dashed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(now.text)
                painter.drawRoundedRect(flag, 4, 4)
            ink = now.text if dashed else now.base
            self._write(painter, flag, words, role="smallest_strong", ink=ink, centre=True)

    def _x_of(self, day: date) -> float | None:
        """Return the horizontal place of a day; None when its month is not shown."""
        index = self._data.index_of(day)
        return None if index is None else self.plot().left() + (index + day.day / 31) * self.slot()

    def _paint_sums(self, painter: QPainter) -> None:
        """Write what was paid, the sum at the end of week 104, and the last column, where these are known."""
        end, last = self._data.index_of(self._data.week_104), len(self._data.months) - 1
        sums = [] if end is None else [(end, self._data.months[end].opgeteld - self._data.months[end].tot_extra)]
        if end != last:
            sums.append((last, self._data.months[last].opgeteld))
        over = self._data.last_over
        if over is not None and over not in (end, last):
            sums.append((over, self._data.months[over].opgeteld))
        found = (self._x_of(self._data.week_104), self._x_of(self._data.today))
        lines = [line for line in found if line is not None]
        for index, value in sums:
            if index >= self._data.known or not value:
                continue
            words = _euros(value)
            metrics = QFontMetricsF(font("smallest_strong"))
            width = metrics.horizontalAdvance(words)
            column, plot = self.column(index), self.plot()
            left = max(plot.left(), min(plot.right() - width, column.right() - width))
            for line in lines:
                if left - 4 < line < left + width + 4:
                    left = max(plot.left(), line - width - 6)
            place = QRectF(left, column.top() - metrics.height() - 3, width, metrics.height())
            if any(place.intersects(other) for _words, other in self.painted) or place.top() < 2:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().base)
            painter.drawRoundedRect(place.adjusted(-3, 1, 3, 0), 3, 3)
            self._write(painter, place, words, role="smallest_strong", ink=theme.current().text)

    def _paint_axis(self, painter: QPainter) -> None:
        """Name the months: the first of every quarter where there is room, and the year under January."""
        plot, slot = self.plot(), self.slot()
        metrics = QFontMetricsF(font("smallest"))
        every = _QUARTER
        while every * slot < metrics.horizontalAdvance("okt") + 10:
            every += _QUARTER
        height = metrics.height()
        for index, month in enumerate(self._data.months):
            if (month.first.month - 1) % every:
                continue
            words = day_short(month.first).partition(" ")[2]
            centre = plot.left() + (index + 0.5) * slot
            width = metrics.horizontalAdvance(words)
            place = QRectF(max(0, centre - width / 2), plot.bottom() + 5, width + 2, height)
            self._write(painter, place, words)
            if month.first.month == 1:
                year = str(month.first.year)
                wide = QFontMetricsF(font("smallest_strong")).horizontalAdvance(year)
                below = QRectF(min(centre - wide / 2, self.width() - wide - 2), place.bottom(), wide + 2, height)
                self._write(painter, below, year, role="smallest_strong", ink=theme.current().text)

    def _paint_key(self, painter: QPainter) -> None:
        """Name what is drawn under the axis; the words are as wide as they are, so that none is cut."""
        now, plot = theme.current(), self.plot()
        metrics = QFontMetricsF(font("smallest"))
        y = plot.bottom() + 2 * metrics.height() + 12
        whole = sum(metrics.horizontalAdvance(words) + 38 for _kind, words in self.entries())
        x = plot.left() if plot.left() + whole < self.width() else 4.0
        for kind, words in self.entries():
            width = metrics.horizontalAdvance(words) + 2
            box = QRectF(x, y + metrics.height() / 2 - 6, 12, 12)
            self._paint_sample(painter, box, kind)
            self._write(painter, QRectF(x + 18, y, width, metrics.height()), words, ink=now.text)
            x += width + 18 + 18

    def _paint_sample(self, painter: QPainter, box: QRectF, kind: str) -> None:
        now = theme.current()
        edges = {"paid": now.accent, "before": now.border, "expected": now.accent, "extra": now.late}
        grounds = {"paid": now.accent, "unknown": now.none_bg}
        if kind == "extra":
            hatch(painter, box, now.late)
        elif kind in grounds:
            painter.fillRect(box, grounds[kind])
        else:
            self._paint_box(painter, box, kind)
        painter.setPen(QPen(edges.get(kind, now.hair), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def entries(self) -> list[tuple[str, str]]:
        """Return what is drawn: kind and words."""
        months = self._data.months[: self._data.known]
        entries = [("paid", _("betaald"))] if any(month.betaald for month in months) else []
        if any(month.tot_betaald and self._data.is_to_come(month) for month in months):
            entries.append(("before", _("eerder betaald")))
        if any(month.verwacht for month in months):
            entries.append(("expected", _("verwacht")))
        if any(month.extra for month in months):
            entries.append(("extra", _("extra na week 104")))
        if len(months) < len(self._data.months):
            entries.append(("unknown", _("loon nog niet bekend")))
        return entries

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        *,
        role: str = "smallest",
        ink: QColor | None = None,
        right: bool = False,
        centre: bool = False,
    ) -> None:
        painter.setFont(font(role))
        painter.setPen(ink or theme.current().muted)
        align = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignRight if right else align
        metrics = QFontMetricsF(font(role))
        taken = metrics.horizontalAdvance(words)
        left = place.left()
        if right or centre:
            left = place.right() - taken if right else place.center().x() - taken / 2
        self.painted.append((words, QRectF(left, place.center().y() - metrics.height() / 2, taken, metrics.height())))
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)

    # --- walking ----------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        count = 0 if self._data.is_empty else len(self._data.months)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -count, Qt.Key.Key_End: count}
        if event.key() not in steps or not count:
            super().keyPressEvent(event)
            return
        start = self._cursor
        if start is None:
            start = self._data.index_of(self._data.today) or 0
        self._cursor = max(0, min(count - 1, start + steps[Qt.Key(event.key())]))
        sentence = self._data.sentence(self._data.months[self._cursor])
        self.setAccessibleDescription(sentence)
        announce(self, sentence)
        self.told.emit(sentence)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._cursor = None
        self.setAccessibleDescription(self._data.message())
        self.told.emit("")
        self.update()

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.month_at(event.pos().x())
            words = "" if index is None or self._data.is_empty else self._data.sentence(self._data.months[index])
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _euros(value: Decimal) -> str:
    """Return whole euros: `€ 20.000`."""
    return f"€{NO_BREAK}{number(value, decimals=0)}"
