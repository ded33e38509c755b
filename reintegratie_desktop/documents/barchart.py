"""The chart of hours, in black and white: open bars agreed, black bars worked, heavy level lines for the advice."""

import math
from decimal import Decimal

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model_chart import Chart
from reintegratie_desktop.documents.styles import (
    CHART,
    CHART_BOLD,
    CHART_SMALL,
    LEFT,
    MM,
    RIGHT,
    RULE_BOX,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import other
from reintegratie_desktop.text.formatting import number

PLOT_LEFT = LEFT + 9.5 * MM
PLOT_WIDTH = RIGHT - PLOT_LEFT
KEY_HEIGHT = 18.0
AXIS_WORDS = 17.0
FOOT = 34.0
ADVICE_RULE = 2.0
TICK_EVERY = 10
SMALL_BAR = 12.0
WIDEST_SLOT = 70.0
ROOMY_SLOT = 24.0
MOST_LIFTED = 30.0


class ChartDrawing(Whole):
    """The chart with its key; the axis runs from zero to the contract hours."""

    space_before = 2.0

    def __init__(self, chart: Chart, *, plot_height: float = 40 * MM) -> None:
        self._chart = chart
        self._plot = plot_height
        self._top_value = float(math.ceil(chart.top / TICK_EVERY) * TICK_EVERY)
        self._slot = min(PLOT_WIDTH / max(len(chart.bars), 1), WIDEST_SLOT)
        self._figures: dict[int, float] = {}
        key = chart.key
        words = ((key.planned, "open"), (key.worked, "full"), (key.ceiling, "line"), (key.mark, "mark"))
        self._key = [(word, kind) for word, kind in words if word]
        self._key_height = KEY_HEIGHT + (CHART.leading if any(other(word) for word, _kind in words) else 0)
        self.height = self._key_height + AXIS_WORDS + self._plot + FOOT + CHART.leading * min(len(chart.marks), 2)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the whole as one figure, with the same in words for who cannot see it."""
        with surface.element("Figure", alt=self._chart.alt), surface.mark():
            self._draw_key(surface, top)
            surface.line(LEFT, top + self._key_height, self._chart.axis, CHART)
            plot_top = top + self._key_height + AXIS_WORDS + 2
            zero = plot_top + self._plot
            self._draw_axis(surface, zero)
            for index in range(len(self._chart.bars)):
                self._draw_bar(surface, index, zero)
            self._draw_ceilings(surface, zero)
            self._draw_feet(surface, zero)
            self._draw_marks(surface, zero)

    def _height_of(self, hours: Decimal | float) -> float:
        return float(hours) / self._top_value * self._plot

    def _draw_key(self, surface: Surface, top: float) -> None:
        x = PLOT_LEFT
        for word, kind in self._key:
            said = other(word)
            self._draw_sample(surface, x, top + CHART.leading / 2, kind)
            used = surface.line(x + 16, top, word, CHART)
            if said:
                surface.line(x + 16, top + CHART.leading, said, CHART)
                used = max(used, text_width(said, CHART))
            x += 16 + used + 16

    @staticmethod
    def _draw_sample(surface: Surface, x: float, middle: float, kind: str) -> None:
        if kind == "open":
            surface.frame(x, middle - 3.5, 11, 7, RULE_BOX)
        elif kind == "full":
            surface.bar(x, middle - 3.5, 11, 7)
        elif kind == "line":
            surface.rule(x, middle, x + 12, ADVICE_RULE)
        else:
            surface.triangle(x + 6, middle - 4, 7.5)

    def _draw_axis(self, surface: Surface, zero: float) -> None:
        chart = self._chart
        surface.rule(PLOT_LEFT, zero, RIGHT, RULE_BOX)
        value = 0
        while value <= self._top_value:
            y = zero - self._height_of(value)
            surface.right(PLOT_LEFT - 5, y - CHART.leading / 2, str(value), CHART)
            surface.rule(PLOT_LEFT - 3.5, y, PLOT_LEFT, RULE_BOX)
            value += TICK_EVERY
        if chart.contract is not None:
            y = zero - self._height_of(chart.contract)
            surface.dashed(PLOT_LEFT, y, RIGHT)
            surface.line(PLOT_LEFT + 2, y - CHART.leading - 0.5, chart.contract_label, CHART)

    def _draw_bar(self, surface: Surface, index: int, zero: float) -> None:
        bar = self._chart.bars[index]
        x = PLOT_LEFT + index * self._slot
        inset = self._slot * 0.14
        if bar.planned:
            height = self._height_of(bar.planned)
            surface.frame(x + inset, zero - height, self._slot - 2 * inset, height, RULE_BOX)
        if bar.worked:
            height = self._height_of(bar.worked)
            share = self._black_share
            surface.bar(x + self._slot * (1 - share) / 2, zero - height, self._slot * share, height)
        self._draw_value(surface, index, zero)

    @property
    def _black_share(self) -> float:
        """Return how much of a slot a black bar takes: more where bars stand close, so that a figure fits in it."""
        return 0.4 if self._slot >= ROOMY_SLOT else 0.58

    def _above_ceilings(self, index: int, top: float, zero: float) -> float:
        """Return where a figure above a bar stands: above the level lines it would run into."""
        lines = [
            zero - self._height_of(item.hours) for item in self._chart.ceilings if item.first <= index <= item.last
        ]
        for line in sorted(lines, reverse=True):
            if top - ADVICE_RULE < line < top + CHART.leading + ADVICE_RULE:
                top = line - CHART.leading - ADVICE_RULE
        return top

    def _draw_value(self, surface: Surface, index: int, zero: float) -> None:
        bar = self._chart.bars[index]
        hours = bar.worked if bar.worked is not None else bar.planned
        if hours is None or index % self._chart.label_every:
            return
        text = number(hours)
        x = PLOT_LEFT + (index + 0.5) * self._slot
        room = self._slot * (self._black_share if bar.worked else 0.72) - 1
        style: Style = CHART_BOLD
        if text_width(text, style) > room:
            style = CHART_SMALL
        height = self._height_of(hours)
        foot = zero - style.leading - 2
        if height >= SMALL_BAR and text_width(text, style) <= room:
            if bar.worked:
                surface.white_line(x - text_width(text, style) / 2, foot, text, style)
            else:
                surface.centre(x, foot, text, style)
        elif text_width(text, style) <= self._slot:
            above = zero - max(self._height_of(bar.planned or 0), height) - style.leading - 1
            above = self._above_ceilings(index, above, zero)
            self._figures[index] = above
            surface.centre(x, above, text, style)

    def _draw_ceilings(self, surface: Surface, zero: float) -> None:
        taken, said = 0.0, ""
        for ceiling in self._chart.ceilings:
            x = PLOT_LEFT + ceiling.first * self._slot
            end = PLOT_LEFT + (ceiling.last + 1) * self._slot
            y = zero - self._height_of(ceiling.hours)
            surface.rule(x, y, end, ADVICE_RULE)
            at_contract = self._chart.contract is not None and abs(ceiling.hours - self._chart.contract) < 3
            if at_contract or ceiling.label == said:
                continue
            for words in (ceiling.label, ceiling.short):
                width = text_width(words, CHART)
                # At the right edge the words stand under the end of their line; nothing passes the margin.
                left = min(x, RIGHT - width - 3)
                fits = width <= end - left or (words == ceiling.short or len(self._chart.ceilings) == 1)
                if not words or not fits or left < taken:
                    continue
                top = min(y, self._highest(left, left + width, zero)) - CHART.leading - 1.5
                # Words far above their line would seem to belong to another one; the table says it too.
                if y - top <= MOST_LIFTED and not self._meets_contract(top, zero):
                    surface.line(left + 3, top, words, CHART)
                    taken, said = left + width + 6, ceiling.label
                    break

    def _highest(self, left: float, right: float, zero: float) -> float:
        """Return the top of the highest bar or level line between two places on the page."""
        first = int((left - PLOT_LEFT) / self._slot + 0.01)
        last = min(int((right - PLOT_LEFT) / self._slot), len(self._chart.bars) - 1)
        tops = [zero]
        tops += [top for index, top in self._figures.items() if first <= index <= last]
        for bar in self._chart.bars[first : last + 1]:
            tops += [zero - self._height_of(hours) for hours in (bar.planned, bar.worked) if hours is not None]
        for item in self._chart.ceilings:
            if item.first <= last and item.last >= first:
                tops.append(zero - self._height_of(item.hours) - 1)
        return min(tops)

    def _meets_contract(self, top: float, zero: float) -> bool:
        """Tell whether words at this height would run into the dashed line or the words on it."""
        if self._chart.contract is None:
            return False
        line = zero - self._height_of(self._chart.contract)
        return line - CHART.leading - 1 < top + CHART.leading and top < line

    def _draw_feet(self, surface: Surface, zero: float) -> None:
        chart = self._chart
        surface.line(LEFT, zero + 3, chart.row_labels[0], CHART)
        surface.line(LEFT, zero + 3 + CHART.leading, chart.row_labels[1], CHART)
        free = PLOT_LEFT - 20
        for index, bar in enumerate(chart.bars):
            if index % chart.label_every:
                continue
            x = PLOT_LEFT + (index + 0.5) * self._slot
            surface.centre(x, zero + 3, bar.label, CHART_BOLD)
            half = text_width(bar.below, CHART_SMALL) / 2
            if x - half >= free:
                surface.centre(x, zero + 3.5 + CHART.leading, bar.below, CHART_SMALL)
                free = x + half + 2

    def _draw_marks(self, surface: Surface, zero: float) -> None:
        free = [PLOT_LEFT - 12.0, PLOT_LEFT - 12.0]
        top = zero + 3 + 2 * CHART.leading + 2
        places = [PLOT_LEFT + mark.position * self._slot for mark in self._chart.marks]
        for index, (mark, x) in enumerate(zip(self._chart.marks, places, strict=True)):
            surface.triangle(x, top + 1, 7)
            width = text_width(mark.label, CHART)
            next_mark = places[index + 1] if index + 1 < len(places) else RIGHT + 20
            for row in range(len(free)):
                clear = row > 0 or x + 6 + width <= next_mark - 6
                if clear and x + 6 >= free[row] and x + 6 + width <= RIGHT:
                    surface.line(x + 6, top - 0.5 + row * CHART.leading, mark.label, CHART)
                    free[row] = x + 6 + width + 8
                    break
                if x - 6 - width >= free[row]:
                    surface.line(x - 6 - width, top - 0.5 + row * CHART.leading, mark.label, CHART)
                    free[row] = x + 8
                    break
