"""Where everything on the time line goes: markers move apart, labels find a lane, nothing overlaps. No painting."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from reintegratie_desktop.ui.drawing.timeline_data import Band, Mark, Shape, TimeLineData
from reintegratie_desktop.ui.fonts import font

SIDE: Final = 28
MARKER: Final = 18
APART: Final = 21
FREE: Final = 12
LINE: Final = 8
_LEADER_ROOM: Final = 4
_NEAR_GAP: Final = 17
_LANE_GAP: Final = 4
_TOP: Final = 16
_STRIP_GAP: Final = 10
_BOTTOM: Final = 10
_LIST_ROOM: Final = 14
"""More room when a list of numbers stands under the line."""
_SEARCH_MOST: Final = 4000
_ASIDE_COST: Final = 0.2
_NUMBER_COST: Final = 10.0
"""What it costs to make a label a number: more than any place."""


@dataclass(frozen=True)
class Lane:
    """A row for labels: `above` the line or below it, `near` it or far."""

    above: bool
    near: bool


LANES: Final = (Lane(True, True), Lane(False, True), Lane(True, False), Lane(False, False))


@dataclass
class Item:
    """A marker or a band with its label and where they stand. `lane` is None for a label that became a number."""

    title: str
    subtitle: str
    left: float
    right: float
    mark: Mark | None = None
    lane: Lane | None = None
    label: QRectF = field(default_factory=QRectF)
    align_right: bool = False
    number: int = 0
    band: Band | None = None
    """The break this is; None for a marker."""

    @property
    def x(self) -> float:
        """Return the middle of the marker."""
        return (self.left + self.right) / 2


@dataclass
class Layout:
    """The whole drawing in pixels."""

    width: float
    height: float
    line_y: float
    start: float
    end: float
    strip_y: float
    items: list[Item]
    today_x: float | None = None
    half_x: float | None = None
    flag: QRectF = field(default_factory=QRectF)
    flag_text: str = ""
    lane_height: float = 0.0

    def leader(self, item: Item) -> tuple[float, float] | None:
        """Return the top and bottom of the thin line between a label and its marker."""
        if item.lane is None:
            return None
        if item.lane.above:
            return item.label.bottom() + 1, self.line_y - MARKER / 2
        return self.line_y + MARKER / 2, item.label.top() - 1

    @property
    def numbered(self) -> list[Item]:
        """Return the items whose label stands in the list below the line."""
        return [item for item in self.items if item.number]


class Metrics:
    """Widths and heights of the two type roles of a label."""

    def __init__(self) -> None:
        self.strong = QFontMetricsF(font("smallest_strong"))
        self.plain = QFontMetricsF(font("smallest"))

    def label_width(self, item: Item) -> float:
        """Return the width of the wider of the two lines."""
        return max(self.strong.horizontalAdvance(item.title), self.plain.horizontalAdvance(item.subtitle)) + 2

    @property
    def label_height(self) -> float:
        """Return the height of a label of two lines."""
        return self.strong.height() + self.plain.height() - 4


def x_of(data: TimeLineData, day: date, start: float, end: float) -> float:
    """Return the place of a day; days outside the line stand at its ends."""
    share = (day - data.first_day).days / data.days
    return start + max(0.0, min(1.0, share)) * (end - start)


def spread(places: Sequence[float], low: float, high: float, apart: float = APART) -> list[float]:
    """Move places that are closer than `apart` away from each other equally, in order, within the ends.

    With more places than fit they stand evenly over the whole line.
    """
    moved = list(places)
    if len(moved) > 1 and (len(moved) - 1) * apart > high - low:
        step = (high - low) / (len(moved) - 1)
        return [low + step * index for index in range(len(moved))]
    for _turn in range(200):
        changed = False
        for index in range(len(moved) - 1):
            gap = moved[index + 1] - moved[index]
            if gap < apart - 0.01:
                push = (apart - gap) / 2
                moved[index] -= push
                moved[index + 1] += push
                changed = True
        for index, place in enumerate(moved):
            moved[index] = max(low, min(high, place))
        if not changed:
            break
    # The ends push back: make the distance exact from both sides.
    for index in range(1, len(moved)):
        moved[index] = max(moved[index], moved[index - 1] + apart)
    for index in range(len(moved) - 1, -1, -1):
        ceiling = high if index == len(moved) - 1 else moved[index + 1] - apart
        moved[index] = min(moved[index], ceiling)
    return moved


def lay_out(data: TimeLineData, width: float, today_words: str) -> Layout:
    """Place everything for a width; the same input always gives the same drawing."""
    metrics = Metrics()
    start, end = float(SIDE + MARKER / 2), width - SIDE - MARKER / 2
    pitch = metrics.label_height + _LANE_GAP
    line_y = _TOP + 2 * pitch + _NEAR_GAP
    strip_y = line_y + _NEAR_GAP + 2 * pitch + _STRIP_GAP
    items = _items(data, start, end)
    layout = Layout(width, 0, line_y, start, end, strip_y, items, lane_height=metrics.label_height)
    if data.first_day <= data.today <= data.last_day:
        layout.today_x = x_of(data, data.today, start, end)
        layout.flag_text = today_words
    half = data.half_day
    if half is not None and half < data.last_day:
        layout.half_x = x_of(data, half, start, end)
    _place_flag(layout, metrics)
    _place_labels(layout, metrics)
    rows = len(layout.numbered)
    below = metrics.plain.height()
    layout.height = strip_y + below + _BOTTOM + rows * (below + 2) + (_LIST_ROOM if rows else 0)
    return layout


def _items(data: TimeLineData, start: float, end: float) -> list[Item]:
    """Return markers and bands from left to right, moved apart."""
    singles: list[Item] = []
    wide: list[Item] = []
    for mark in data.marks:
        x = x_of(data, mark.day, start, end)
        if mark.form is Shape.PERIOD and mark.end_day is not None:
            right = max(x_of(data, mark.end_day, start, end), x + 24)
            wide.append(Item(mark.title, mark.subtitle, x, right, mark))
        else:
            singles.append(Item(mark.title, mark.subtitle, x, x, mark))
    for band in data.bands:
        left, right = x_of(data, band.start, start, end), x_of(data, band.end, start, end)
        grow = max(0.0, 14 - (right - left)) / 2
        wide.append(Item(band.label, band.subtitle, left - grow, right + grow, band=band))
        _keep_off(band, wide[-1], singles)
    singles.sort(key=lambda item: item.x)
    for item, x in zip(singles, spread([item.x for item in singles], start, end), strict=True):
        item.left, item.right = x - MARKER / 2, x + MARKER / 2
    return sorted([*singles, *wide], key=lambda item: item.x)


def _keep_off(band: Band, drawn: Item, singles: Sequence[Item]) -> None:
    """Move markers before and after a break aside, so that they do not cover it."""
    for item in singles:
        assert item.mark is not None
        if item.mark.day > band.end:
            item.left = item.right = max(item.x, drawn.right + MARKER / 2)
        elif item.mark.day < band.start:
            item.left = item.right = min(item.x, drawn.left - MARKER / 2)


def _lane_top(layout: Layout, lane: Lane) -> float:
    pitch = layout.lane_height + _LANE_GAP
    if lane.above:
        return layout.line_y - _NEAR_GAP - layout.lane_height - (0 if lane.near else pitch)
    return layout.line_y + _NEAR_GAP + (0 if lane.near else pitch)


def _place_flag(layout: Layout, metrics: Metrics) -> None:
    """Put the flag of today in the far lane below, at the side with most room."""
    if layout.today_x is None:
        return
    width = metrics.strong.horizontalAdvance(layout.flag_text) + 18
    height = metrics.strong.height() + 4
    top = _lane_top(layout, LANES[3])
    left_side = QRectF(layout.today_x - width + 1, top, width, height)
    right_side = QRectF(layout.today_x - 1, top, width, height)
    fits_left = left_side.left() >= SIDE / 2
    clear = layout.half_x is None or not left_side.left() - 4 <= layout.half_x <= left_side.right() + 4
    layout.flag = left_side if fits_left and (clear or right_side.right() > layout.width) else right_side


@dataclass(frozen=True)
class _Choice:
    """One place where a label could stand."""

    cost: float
    lane: Lane
    place: QRectF
    align_right: bool


def _choices(layout: Layout, item: Item, metrics: Metrics) -> list[_Choice]:
    """Return where a label could stand, free of the flag and the lines below; cheapest first."""
    width = metrics.label_width(item)
    single = item.mark is None or item.mark.form is not Shape.PERIOD
    urgent = item.mark is not None and item.mark.form in (Shape.LATE, Shape.NOW)
    found: list[_Choice] = []
    for lane in LANES:
        # The left edge of a near label lines up with its marker; a far one with its leader.
        shift = MARKER / 2 if lane.near and single else 5.0
        for align_right in (False, True):
            left = item.x + shift - width if align_right else item.x - shift
            cost = (0.0 if lane.near else 1.2) + (0.0 if lane.above else 0.4) + (0.6 if align_right else 0.0)
            if urgent and not lane.above:
                cost += 2.0
            beside = _beside_today(layout, item, left, width) if not lane.above else None
            for place_left, more in ((left, 0.0), *([(beside, _ASIDE_COST)] if beside is not None else [])):
                place = QRectF(place_left, _lane_top(layout, lane), width, layout.lane_height)
                inside = place.left() >= SIDE / 2 and place.right() <= layout.width - SIDE / 2
                if inside and not _is_taken(layout, item, lane, place):
                    found.append(_Choice(cost + more, lane, place, align_right))
    return sorted(found, key=lambda choice: choice.cost)


def _beside_today(layout: Layout, item: Item, left: float, width: float) -> float | None:
    """Return where a label moves to that the line of today would run through; None when its marker is too far away."""
    today = layout.today_x
    if today is None or not left - _LEADER_ROOM <= today <= left + width + _LEADER_ROOM:
        return None
    if today <= item.x:
        moved = today + _LEADER_ROOM + 1
        return moved if moved <= item.x + _LEADER_ROOM else None
    moved = today - _LEADER_ROOM - 1 - width
    return moved if moved + width >= item.x - _LEADER_ROOM else None


def _is_taken(layout: Layout, item: Item, lane: Lane, place: QRectF) -> bool:
    """Tell whether a label here would touch the flag, the line of today, or that of the second year."""
    if lane.above:
        return False
    today, half = layout.today_x, layout.half_x
    if not lane.near and half is not None and _covers(place, half):
        return True
    if today is None:
        return False
    # A leader to the far lane must not run through the flag.
    through = not lane.near and _covers(layout.flag, item.x)
    return through or _covers(place, today) or place.adjusted(-FREE, 0, FREE, 0).intersects(layout.flag)


def _clash(one: Item, first: _Choice, other: Item, second: _Choice) -> bool:
    """Tell whether two labels, or a label and the leader line of the other, touch."""
    if first.lane.above != second.lane.above:
        return False
    if first.lane.near == second.lane.near:
        apart = first.place.adjusted(-FREE, 0, FREE, 0)
        return apart.left() < second.place.right() and second.place.left() < apart.right()
    near, far = (first, other) if first.lane.near else (second, one)
    return _covers(near.place, far.x)


def _covers(place: QRectF, x: float) -> bool:
    return place.left() - _LEADER_ROOM <= x <= place.right() + _LEADER_ROOM


def _place_labels(layout: Layout, metrics: Metrics) -> None:
    """Find the cheapest set of places; a label for which there is none becomes a number."""
    items = [item for item in layout.items if item.title]
    search = _Search(items, [_choices(layout, item, metrics) for item in items])
    for item, choice in zip(items, search.run(), strict=True):
        item.lane = None
        if choice is not None:
            item.lane, item.label, item.align_right = choice.lane, choice.place, choice.align_right
    for number, item in enumerate([item for item in items if item.lane is None], 1):
        item.number = number


class _Search:
    """Tries the labels from left to right and keeps the cheapest whole; bounded, so that it always ends quickly.

    What is still free for the labels to come is kept as a bit for each of their choices, so that a way that cannot
    become the cheapest is left at once.
    """

    def __init__(self, items: Sequence[Item], choices: list[list[_Choice]]) -> None:
        self._choices = choices
        self._best: list[_Choice | None] = [None] * len(items)
        self._best_cost = _NUMBER_COST * len(items) + 1
        self._left = _SEARCH_MOST
        self._costs: list[dict[int, float]] = [{} for _item in items]
        """For each label what it costs at least, by the bits of the choices that are still free."""
        self._clear: dict[tuple[int, int], list[int]] = {}
        for place, item in enumerate(items):
            for number, choice in enumerate(choices[place]):
                self._clear[place, number] = [
                    sum(
                        1 << bit
                        for bit, later in enumerate(choices[after])
                        if not _clash(item, choice, items[after], later)
                    )
                    for after in range(place + 1, len(items))
                ]

    def run(self) -> list[_Choice | None]:
        """Return the choice for each label, None for one that becomes a number."""
        self._step(0, 0.0, [], [(1 << len(found)) - 1 for found in self._choices])
        return self._best

    def _step(self, place: int, cost: float, chosen: list[_Choice | None], free: list[int]) -> None:
        """Try everything for one label; `free` has the bits of this label and of those after it."""
        if place == len(self._choices):
            self._best, self._best_cost = chosen, cost
            return
        self._left -= 1
        after, later = place + 1, free[1:]
        still = self._at_least(after, later)
        for number, choice in enumerate(self._choices[place]):
            so_far = cost + choice.cost
            # They stand from cheap to dear, and a place that is taken only makes the others dearer.
            if self._left <= 0 or so_far + still >= self._best_cost:
                break
            if free[0] >> number & 1:
                rest = [bits & mask for bits, mask in zip(later, self._clear[place, number], strict=True)]
                if so_far + self._at_least(after, rest) < self._best_cost:
                    self._step(after, so_far, [*chosen, choice], rest)
        if self._left > 0 and cost + _NUMBER_COST + still < self._best_cost:
            self._step(after, cost + _NUMBER_COST, [*chosen, None], later)

    def _at_least(self, place: int, free: list[int]) -> float:
        """Return what the labels from here on cost at least with the choices that are still free."""
        whole = 0.0
        for label, bits in enumerate(free, place):
            known = self._costs[label]
            if bits not in known:
                # The choices stand from cheap to dear.
                first = (bits & -bits).bit_length() - 1
                known[bits] = self._choices[label][first].cost if bits else _NUMBER_COST
            whole += known[bits]
        return whole
