"""The plot of the hours: where weeks and hours stand, the bars, the lines, and words that never overlap."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from reintegratie_desktop.text import formatting
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.hatch import hatch
from reintegratie_desktop.ui.drawing.hours_data import HoursChartData
from reintegratie_desktop.ui.fonts import font

_LEFT: Final = 46
_RIGHT: Final = 12
_TOP: Final = 26
LIFT: Final = 1
"""Half the width of a line: the ceiling lies on its value and the plan hangs under it, so both show when equal."""
_TICKS: Final = 4


class HoursPlot(QWidget):
    """Geometry and painting of the parts without words. `painted` lists the texts with their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = HoursChartData()
        self._cursor: int | None = None
        self.painted: list[tuple[str, QRectF]] = []

    def _plot(self) -> QRectF:
        bottom = 2 * QFontMetricsF(font("smallest")).height() + 14
        return QRectF(_LEFT, _TOP, max(10, self.width() - _LEFT - _RIGHT), max(10, self.height() - _TOP - bottom))

    def _top_value(self) -> int:
        weeks = self._data.weeks
        values = [value for week in weeks for value in (week.planned, week.worked, week.ceiling) if value is not None]
        highest = max([*values, self._data.contract, Decimal(4)])
        step = -(-int(highest.to_integral_value("ROUND_CEILING")) // _TICKS)
        return step * _TICKS

    def _slot(self, plot: QRectF) -> float:
        return plot.width() / max(1, len(self._data.weeks))

    def _y(self, plot: QRectF, value: Decimal) -> float:
        return plot.bottom() - plot.height() * float(value) / self._top_value()

    def week_at(self, x: float) -> int | None:
        """Return the index of the week at a horizontal place, or None beside the plot."""
        plot = self._plot()
        index = int((x - plot.left()) / self._slot(plot)) if x >= plot.left() else -1
        return index if 0 <= index < len(self._data.weeks) else None

    def _today_x(self, plot: QRectF) -> float | None:
        numbers = [week.number for week in self._data.weeks]
        if self._data.today_week not in numbers:
            return None
        return plot.left() + numbers.index(self._data.today_week) * self._slot(plot)

    def _paint_ground(self, painter: QPainter, plot: QRectF) -> None:
        now = theme.current()
        today = self._today_x(plot)
        if today is not None:
            painter.fillRect(QRectF(today, plot.top(), plot.right() - today, plot.height()), now.window)
        if self._cursor is not None:
            slot = self._slot(plot)
            painter.fillRect(QRectF(plot.left() + self._cursor * slot, plot.top(), slot, plot.height()), now.soft)
        top = self._top_value()
        for tick in range(_TICKS + 1):
            value = Decimal(top * tick) / _TICKS
            y = round(self._y(plot, value)) + 0.5
            painter.setPen(QPen(now.border if tick == 0 else now.hair2, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            self._write(painter, QRectF(0, y - 10, _LEFT - 10, 20), formatting.number(value), right=True)

    def _paint_bars(self, painter: QPainter, plot: QRectF) -> None:
        slot = self._slot(plot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().accent)
        for index, week in enumerate(self._data.weeks):
            if not week.worked:
                continue
            y = self._y(plot, week.worked)
            bar = QRectF(plot.left() + (index + 0.14) * slot, y, 0.72 * slot, plot.bottom() - y)
            painter.drawRoundedRect(bar, min(3.0, bar.height() / 2), min(3.0, bar.height() / 2))
            painter.drawRect(bar.adjusted(0, min(4.0, bar.height() / 2), 0, 0))

    def _paint_line(self, painter: QPainter, plot: QRectF, values: Sequence[Decimal | None], *, ceiling: bool) -> None:
        now = theme.current()
        slot = self._slot(plot)
        lift = LIFT if ceiling else -LIFT
        path = QPainterPath()
        before: Decimal | None = None
        for index, value in enumerate(values):
            left = plot.left() + index * slot
            if value is not None:
                y = self._y(plot, value) - lift
                if before is None:
                    path.moveTo(left, y)
                else:
                    path.lineTo(left, y)
                path.lineTo(left + slot, y)
            before = value
        pen = QPen(now.muted if ceiling else now.text, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if ceiling:
            pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def breach_runs(self) -> list[tuple[int, int, Decimal]]:
        """Return the stretches above the advice: first index, last index, most hours above."""
        runs: list[tuple[int, int, Decimal]] = []
        for index, week in enumerate(self._data.weeks):
            if not week.breach:
                continue
            if runs and runs[-1][1] == index - 1:
                runs[-1] = (runs[-1][0], index, max(runs[-1][2], week.breach))
            else:
                runs.append((index, index, week.breach))
        return runs

    def _paint_breaches(self, painter: QPainter, plot: QRectF) -> None:
        late = theme.current().late
        slot = self._slot(plot)
        for index, week in enumerate(self._data.weeks):
            if not week.breach or week.planned is None or week.ceiling is None:
                continue
            top, bottom = self._y(plot, week.planned), self._y(plot, week.ceiling) - LIFT
            area = QRectF(plot.left() + index * slot, top, slot, max(3.0, bottom - top))
            hatch(painter, area, late)

    def _free(self, wanted: QRectF, plot: QRectF) -> QRectF | None:
        """Return the nearest place, upwards and then downwards, where a text touches no text, line or hatching.

        A place clear of the bars and of the line of today goes first; else the words stand on a plate over the bars.
        """
        taken = [*(other for _text, other in self.painted), *self._obstacles(plot)]
        today = self._today_x(plot)
        if today is not None:
            taken.append(QRectF(today - 3, plot.top() - 6, 6, plot.height() + 12))
        for avoided in ([*taken, *self._bars(plot)], taken):
            for sideways in (0.0, *self._sideways(wanted, plot)):
                for shift in (0, -9, -18, -36, 18, 36, -54, 54):
                    place = wanted.translated(sideways, shift)
                    inside = plot.top() - 4 <= place.top() and place.bottom() <= plot.bottom()
                    if inside and not any(place.intersects(other) for other in avoided):
                        return place
        return None

    def _sideways(self, wanted: QRectF, plot: QRectF) -> list[float]:
        """Return how far a text can be moved so that the line of today does not cross it."""
        today = self._today_x(plot)
        if today is None or not wanted.left() - 4 < today < wanted.right() + 4:
            return []
        moves = [today + 6 - wanted.left(), today - 6 - wanted.right()]
        return [move for move in moves if plot.left() <= wanted.left() + move and wanted.right() + move <= plot.right()]

    def _bars(self, plot: QRectF) -> list[QRectF]:
        slot = self._slot(plot)
        return [
            QRectF(plot.left() + index * slot, self._y(plot, week.worked), slot, plot.bottom())
            for index, week in enumerate(self._data.weeks)
            if week.worked
        ]

    def _plate(self, painter: QPainter, place: QRectF) -> None:
        """Put a ground under words, so that nothing that was drawn shows through them."""
        ground = QColor(theme.current().base)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place.adjusted(-4, 1, 4, -1), 3, 3)

    def _obstacles(self, plot: QRectF) -> list[QRectF]:
        """Return the thin areas of both lines, and the hatched ones."""
        slot = self._slot(plot)
        areas: list[QRectF] = []
        for index, week in enumerate(self._data.weeks):
            left = plot.left() + index * slot
            if week.planned is not None:
                areas.append(QRectF(left, self._y(plot, week.planned), slot, 2 * LIFT))
            if week.ceiling is not None:
                areas.append(QRectF(left, self._y(plot, week.ceiling) - 2 * LIFT, slot, 2 * LIFT))
            if week.breach and week.planned is not None and week.ceiling is not None:
                top, bottom = self._y(plot, week.planned), self._y(plot, week.ceiling) - LIFT
                areas.append(QRectF(left, top, slot, max(3.0, bottom - top)))
        return areas

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
        height = metrics.height()
        self.painted.append((words, QRectF(left, place.center().y() - height / 2, taken, height)))
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
