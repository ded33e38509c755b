"""Hours per week: what really happened as bars, the plan as a stepped line, the advice as a dashed ceiling."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from reintegratie_desktop.text import formatting
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.drawing.hours_data import HoursChartData, Week
from reintegratie_desktop.ui.drawing.hours_plot import LIFT, HoursPlot
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.announce import announce

__all__ = ["HoursChart", "HoursChartData", "Week"]

_KEY_FROM: Final = 3
"""With fewer things drawn the words stand beside them and a key is not needed."""


class HoursChart(HoursPlot):
    """Draws `HoursChartData`. The arrows walk the weeks and speak them; the pointer shows the same as a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = _("Er zijn nog geen uren ingevuld.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ask_ring(self, 6)
        self.setAccessibleName(_("Uren per week"))

    def set_data(self, data: HoursChartData) -> None:
        """Show other numbers."""
        self._data = data
        self._cursor = None
        self.setAccessibleDescription(data.message())
        self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what has to be done first, for when there are no weeks to show."""
        self._empty = text
        self.update()

    @property
    def data(self) -> HoursChartData:
        """Return what is shown."""
        return self._data

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 252)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 252)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self.painted = []
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        if not self._data.weeks:
            self._write(painter, QRectF(self.rect()), self._empty, role="body", centre=True)
            painter.end()
            return
        self._paint_ground(painter, plot)
        self._paint_bars(painter, plot)
        self._paint_breaches(painter, plot)
        self._paint_line(painter, plot, [week.planned for week in self._data.weeks], ceiling=False)
        self._paint_line(painter, plot, [week.ceiling for week in self._data.weeks], ceiling=True)
        self._paint_today(painter, plot)
        self._paint_labels(painter, plot)
        self._paint_talks(painter, plot)
        self._paint_axis(painter, plot)
        self._paint_key(painter, plot)
        painter.end()

    def _paint_today(self, painter: QPainter, plot: QRectF) -> None:
        x = self._today_x(plot)
        if x is None:
            return
        now = theme.current()
        painter.setPen(QPen(now.text, 1.5))
        painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom() + 5))
        words = _("vandaag, week {nummer}").format(nummer=self._data.today_week)
        metrics = QFontMetricsF(font("smallest_strong"))
        width, height = metrics.horizontalAdvance(words) + 18, metrics.height() + 4
        left = x - width if x - width > plot.left() else x
        flag = QRectF(left, plot.top() - height + 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.text)
        painter.drawRoundedRect(flag, 4, 4)
        self._write(painter, flag, words, role="smallest_strong", ink=now.base, centre=True)

    def _paint_labels(self, painter: QPainter, plot: QRectF) -> None:
        """Write the words beside the lines; a label that finds no free place is left to the table."""
        now = theme.current()
        slot = self._slot(plot)
        if self._data.contract:
            words = _("contract: {uren}").format(uren=formatting.hours(self._data.contract))
            width = QFontMetricsF(font("smallest")).horizontalAdvance(words)
            spot = QRectF(plot.right() - width - 6, self._y(plot, self._data.contract) + 3, width + 4, 18)
            place = self._free(spot, plot)
            if place is not None:
                self._plate(painter, place)
                self._write(painter, place, words)
        for first, last, most in self.breach_runs():
            words = _("{uren} boven advies").format(uren=formatting.hours(most))
            width = QFontMetricsF(font("smallest_strong")).horizontalAdvance(words) + 20
            planned = max((self._data.weeks[index].planned or Decimal(0)) for index in range(first, last + 1))
            middle = plot.left() + (first + last + 1) / 2 * slot
            left = max(plot.left(), min(plot.right() - width, middle - width / 2))
            place = self._free(QRectF(left, self._y(plot, planned) - 20, width, 17), plot)
            if place is not None:
                self._plate(painter, place)
                icons.paint(painter, QRectF(place.left(), place.top() + 1, 15, 15), "triangle-alert", "late")
                self._write(painter, place.adjusted(19, 0, 4, 0), words, role="smallest_strong", ink=now.late)
        self._write_ceiling(painter, plot)
        if len(self._entries()) < _KEY_FROM:
            self._write_beside(painter, plot)

    def _entries(self) -> list[tuple[str, str]]:
        """Return what is drawn: words and kind."""
        weeks = self._data.weeks
        entries = [(_("gewerkt"), "bar")] if any(week.worked is not None for week in weeks) else []
        if any(week.planned is not None for week in weeks):
            entries.append((_("gepland"), "line"))
        if any(week.ceiling is not None for week in weeks):
            entries.append((_("hoogste aantal volgens de bedrijfsarts"), "dash"))
        return entries

    def _talk_entries(self) -> list[tuple[str, str]]:
        """Return the talk for the key where one is drawn: its sign says nothing by itself."""
        drawn = any(week.number in self._data.evaluations for week in self._data.weeks)
        return [(_("evaluatie"), "talk")] if drawn else []

    def _write_beside(self, painter: QPainter, plot: QRectF) -> None:
        """Write "gepland" at the end of the line and "gewerkt" over the last bar, where no key is needed."""
        slot = self._slot(plot)
        for words, values, ink in (
            (_("gepland"), [week.planned for week in self._data.weeks], theme.current().text),
            (_("gewerkt"), [week.worked for week in self._data.weeks], theme.current().accent),
        ):
            known = [index for index, value in enumerate(values) if value is not None]
            if not known:
                continue
            width = QFontMetricsF(font("smallest_strong")).horizontalAdvance(words) + 4
            value = values[known[-1]] or Decimal(0)
            left = max(plot.left(), plot.left() + (known[-1] + 1) * slot - width - 4)
            place = self._free(QRectF(left, self._y(plot, value) - 20, width, 17), plot)
            if place is not None:
                self._plate(painter, place)
                self._write(painter, place, words, role="smallest_strong", ink=ink)

    def _write_ceiling(self, painter: QPainter, plot: QRectF) -> None:
        """Write "hoogstens 20 uur" over the ceiling that holds now, or the last one."""
        known = [index for index, week in enumerate(self._data.weeks) if week.ceiling is not None]
        if not known:
            return
        later = [index for index in known if self._data.weeks[index].number >= self._data.today_week]
        index = later[0] if later else known[-1]
        ceiling = self._data.weeks[index].ceiling
        assert ceiling is not None
        words = _("hoogstens {uren}").format(uren=formatting.hours(ceiling))
        width = QFontMetricsF(font("smallest_strong")).horizontalAdvance(words)
        left = min(plot.left() + index * self._slot(plot) + 8, plot.right() - width - 4)
        place = self._free(QRectF(left, self._y(plot, ceiling) - LIFT - 21, width + 4, 18), plot)
        if place is not None:
            self._plate(painter, place)
            self._write(painter, place, words, role="smallest_strong", ink=theme.current().muted)

    def _paint_talks(self, painter: QPainter, plot: QRectF) -> None:
        slot = self._slot(plot)
        for index, week in enumerate(self._data.weeks):
            if week.number in self._data.evaluations:
                values = [value for value in (week.planned, week.worked, week.ceiling) if value is not None]
                y = self._y(plot, max(values, default=Decimal(0))) - LIFT - 20
                box = QRectF(plot.left() + (index + 0.5) * slot - 8, max(plot.top(), y), 16, 16)
                if not any(box.intersects(other) for _text, other in self.painted):
                    icons.paint(painter, box, "message-circle", "soon")

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        slot = self._slot(plot)
        wide = QFontMetricsF(font("smallest_strong")).horizontalAdvance("104") + 14
        every = max(1, -(-int(wide) // max(1, int(slot))))
        if every > 1 and every % 2:
            every += 1
        for index, week in enumerate(self._data.weeks):
            today = week.number == self._data.today_week
            if week.number % every and not today:
                continue
            if not today and any(
                abs(self._data.today_week - week.number) < every and other.number == self._data.today_week
                for other in self._data.weeks
            ):
                continue
            centre = plot.left() + (index + 0.5) * slot
            place = QRectF(centre - wide / 2, plot.bottom() + 5, wide, 18)
            role = "smallest_strong" if today else "smallest"
            ink = theme.current().text if today else theme.current().muted
            self._write(painter, place, str(week.number), role=role, ink=ink, centre=True)

    def _paint_key(self, painter: QPainter, plot: QRectF) -> None:
        """Name the axis, the talks, and the three lines when three are drawn; fewer have words beside them."""
        now = theme.current()
        metrics = QFontMetricsF(font("smallest"))
        y = plot.bottom() + metrics.height() + 8
        entries = self._entries() if len(self._entries()) >= _KEY_FROM else []
        talks = self._talk_entries()
        whole = sum(metrics.horizontalAdvance(words) + 50 for words, _kind in (*entries, *talks))
        if entries and whole > plot.width():
            entries[-1] = (_("hoogste aantal"), "dash")
        entries += talks
        x = plot.right()
        for words, kind in reversed(entries):
            width = metrics.horizontalAdvance(words) + 2
            x -= width
            self._write(painter, QRectF(x, y, width, metrics.height() + 2), words, ink=now.text)
            middle = y + metrics.height() / 2 + 1
            x -= 32
            if kind == "talk":
                icons.paint(painter, QRectF(x + 10, middle - 8, 16, 16), "message-circle", "soon")
            elif kind == "bar":
                painter.fillRect(QRectF(x + 14, middle - 6, 12, 12), now.accent)
            else:
                pen = QPen(now.text if kind == "line" else now.muted, 2)
                if kind == "dash":
                    pen.setDashPattern([4, 2.5])
                painter.setPen(pen)
                painter.drawLine(QPointF(x + 2, middle), QPointF(x + 26, middle))
            x -= 16
        axis = _("verzuimweek")
        if plot.left() + metrics.horizontalAdvance(axis) < x:
            self._write(painter, QRectF(plot.left(), y, 140, metrics.height() + 2), axis)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        count = len(self._data.weeks)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -count, Qt.Key.Key_End: count}
        if event.key() not in steps or not count:
            super().keyPressEvent(event)
            return
        start = self._cursor
        if start is None:
            numbers = [week.number for week in self._data.weeks]
            start = numbers.index(self._data.today_week) if self._data.today_week in numbers else 0
        self._cursor = max(0, min(count - 1, start + steps[Qt.Key(event.key())]))
        sentence = self._data.sentence(self._data.weeks[self._cursor])
        self.setAccessibleDescription(sentence)
        announce(self, sentence)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._cursor = None
        self.setAccessibleDescription(self._data.message())
        self.update()

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.week_at(event.pos().x())
            words = self._data.sentence(self._data.weeks[index]) if index is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
