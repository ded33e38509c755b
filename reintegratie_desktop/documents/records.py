"""Wide rows as compact blocks: a heading, a strip of key figures, and the rest as pairs in two columns."""

from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model import Record, RecordItem
from reintegratie_desktop.documents.sides import Said, Sides, Texts, draw_in_line, draw_stacked, height_of, stacked
from reintegratie_desktop.documents.styles import (
    ANSWER,
    BOX,
    BOX_GAP,
    CELL,
    CONTINUED,
    HELP,
    LABEL,
    LEFT,
    MM,
    RIGHT,
    RULE_FRAME,
    SUBHEADING,
    WIDTH,
    WRITING_LINE,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import in_line, other
from reintegratie_desktop.documents.two_rows import is_typed

GUTTER: Final = 14.0
HALF: Final = (WIDTH - GUTTER) / 2
BETWEEN: Final = 4.0
PAD: Final = 8.0
LEAST_WRITING: Final = 20 * MM


@dataclass(frozen=True)
class _Laid:
    """One pair with its lines broken, at its place in the row."""

    x: float
    width: float
    label: list[Said]
    lines: list[Said]
    options: list[list[tuple[float, str, bool]]]
    writes: bool
    style: Style

    @property
    def height(self) -> float:
        below = len(self.options) * ANSWER.leading + height_of(self.lines)
        return height_of(self.label) + below + (WRITING_LINE - 3 if self.writes else 0.0)


class RecordDrawing(Whole):
    """One row of a wide table, kept together on a page."""

    space_before = 9.0

    def __init__(self, record: Record) -> None:
        self._title = Sides(record.title, SUBHEADING, tag="H3")
        self._strip = self._lay_strip(record.figures)
        self._rows = list(_paired(record.items))
        self._remarks = Texts(record.remarks, CONTINUED)
        self._head = self._title.height + 3
        self._strip_height = (self._strip_foot if self._strip else -6.0) + 6
        self._row_heights = [max(item.height for item in row) + BETWEEN for row in self._rows]
        self.height = self._head + self._strip_height + sum(self._row_heights) + 3
        self.height += self._remarks.height + 2 if record.remarks else 0.0

    @staticmethod
    def _lay_strip(figures: tuple[RecordItem, ...]) -> list[_Laid]:
        """Give each figure the room it asks for and share what is left, so that the strip fills the line."""
        if not figures:
            return []
        asked = [
            max(
                min(text_width(item.label, LABEL), 32 * PAD / 3),
                text_width(item.text, ANSWER),
                text_width(other(item.text), ANSWER),
                LEAST_WRITING if item.writes else 24.0,
            )
            + PAD
            for item in figures
        ]
        scale = WIDTH / sum(asked)
        laid, x = [], LEFT
        for item, natural in zip(figures, asked, strict=True):
            width = natural * scale
            laid.append(_lay(item, x, width - PAD, ANSWER))
            x += width
        return laid

    @property
    def _strip_foot(self) -> float:
        """Return the height of the strip: the most lines of a label and the highest figure under one."""
        labels = max(height_of(item.label) for item in self._strip)
        return labels + max(item.height - height_of(item.label) for item in self._strip)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw heading, strip and pairs from top to bottom."""
        self._title.draw(surface, top)
        y = top + self._head
        surface.rule(LEFT, y, RIGHT, RULE_FRAME)
        y += 3
        if self._strip:
            foot = y + self._strip_foot
            most = max(height_of(item.label) for item in self._strip)
            for item in self._strip:
                # Figures stand on one line, also under a label of two lines.
                _draw(surface, item, y + most - height_of(item.label))
            surface.rule(LEFT, foot + 2, RIGHT)
            y += self._strip_height
        for row, height in zip(self._rows, self._row_heights, strict=True):
            for item in row:
                _draw(surface, item, y)
            y += height
        self._remarks.draw(surface, y)


def _paired(items: tuple[RecordItem, ...]) -> list[list[_Laid]]:
    """Set two pairs beside each other; a long answer takes the whole line."""
    rows: list[list[_Laid]] = []
    waiting: _Laid | None = None
    for item in items:
        if _is_long(item):
            if waiting is not None:
                rows.append([waiting])
                waiting = None
            rows.append([_lay(item, LEFT, WIDTH, CELL)])
        elif waiting is None:
            waiting = _lay(item, LEFT, HALF, CELL)
        else:
            rows.append([waiting, _lay(item, LEFT + HALF + GUTTER, HALF, CELL)])
            waiting = None
    if waiting is not None:
        rows.append([waiting])
    return rows


def _is_long(item: RecordItem) -> bool:
    if item.options:
        return sum(_option_width(text) for text, _chosen in item.options) > 2 * HALF
    return len(stacked(item.text, CELL, HALF)) > (4 if other(item.text) else 2)


def _option_width(text: str) -> float:
    return BOX + BOX_GAP + text_width(in_line(text), CELL) + 10


def _lay(item: RecordItem, x: float, width: float, style: Style) -> _Laid:
    rows: list[list[tuple[float, str, bool]]] = []
    used = width + 1
    for text, chosen in item.options:
        wide = _option_width(text)
        if used + wide > width + 10:
            rows.append([])
            used = 0.0
        rows[-1].append((used, text, chosen))
        used += wide
    lines = stacked(item.text, style, width)
    return _Laid(x, width, _label(item.label, width), lines, rows, item.writes, style)


def _label(text: str, width: float) -> list[Said]:
    """Return a question in both languages, in one line when that fits."""
    if other(text) and text_width(in_line(text), LABEL) <= width:
        return [Said(in_line(text), LABEL)]
    return stacked(text, LABEL, width, HELP)


def _draw(surface: Surface, item: _Laid, top: float) -> None:
    y = draw_stacked(surface, item.x, top, item.label)
    for row in item.options:
        for offset, text, chosen in row:
            with surface.element("P"):
                surface.tick_box(item.x + offset, y, ANSWER.leading, chosen=chosen)
                draw_in_line(surface, item.x + offset + BOX + BOX_GAP, y + 0.8, text, CELL)
        y += ANSWER.leading
    if any(line.second for line in item.lines):
        draw_stacked(surface, item.x, y, item.lines)
    elif item.lines:
        texts = [line.text for line in item.lines]
        if surface.document.second_language and is_typed("".join(texts)):
            surface.typed_mark(item.x - 4.5, y + 1.5, y + len(texts) * item.style.leading - 0.5)
        with surface.content("P"):
            surface.lines(item.x, y, texts, item.style, item.width)
    if item.writes:
        foot = top + item.height - 2
        surface.rule(item.x, foot, item.x + item.width)
