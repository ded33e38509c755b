"""A question in two languages: both beside each other, and what was typed once, over the whole width."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from typing_extensions import override

from reintegratie_desktop.documents.fields import LEAST_LINES, FieldDrawing
from reintegratie_desktop.documents.model import FieldBlock, Options, Part, State
from reintegratie_desktop.documents.rows import Row, nothing
from reintegratie_desktop.documents.sides import Sides, Texts
from reintegratie_desktop.documents.styles import (
    FIELD_BOTTOM,
    FIELD_BOTTOM_TIGHT,
    FIELD_TOP,
    FIELD_TOP_TIGHT,
    HELP,
    LABEL,
    LEFT,
    MM,
    RIGHT,
    WIDTH,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import joined, other
from reintegratie_desktop.documents.two_rows import SAID, TYPED_INDENT, two_rows

ABOVE_ANSWER: Final = 1.0
BESIDE: Final = 46 * MM
"""Where a short answer stands behind its question, in both columns."""
LABEL_DROP: Final = SAID.baseline - LABEL.baseline


class TwoFieldDrawing(FieldDrawing):
    """A question with its answer under it, or behind it when both are short; cut over pages when it is long."""

    _beside: Row | None = None

    _left, _width = LEFT + TYPED_INDENT, WIDTH - TYPED_INDENT

    def __init__(self, field: FieldBlock, *, ruled: bool, continued_word: str, by_hand: bool = False) -> None:
        self._top, self._bottom = FIELD_TOP, FIELD_BOTTOM
        self._label, self._ruled, self._word = field.label, ruled, continued_word
        self._rows = two_rows(field.parts, by_hand=by_hand)
        self._beside: Row | None = None if by_hand else _short(field)
        self._continued, self._by_hand = False, by_hand
        self._measure()

    @override
    def closer(self) -> "TwoFieldDrawing":
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._top, part._bottom = FIELD_TOP_TIGHT, FIELD_BOTTOM_TIGHT
        part._measure()
        return part

    @override
    def _measure(self) -> None:
        help_texts: Sequence[str] = () if self._continued else self._label.help
        text = joined(self._label.text, self._word) if self._continued else self._label.text
        self._question, self._help = Sides(text, LABEL), Texts(help_texts, HELP)
        if self._beside is not None:
            self.label_height, self.body_height = LABEL_DROP + self._question.height, self._beside.height
            self.height = self._top + max(self.label_height, self.body_height) + self._bottom
            self.space_before = 0.0
            return
        self.label_height = self._question.height + self._help.height + ABOVE_ANSWER
        self.body_height = sum(row.height for row in self._rows)
        self.height = self._top + self.label_height + self.body_height + self._bottom
        self.space_before = 0.0

    @property
    @override
    def least(self) -> float:
        if not self._may_split:
            return self.height
        taken = 0.0
        for index, row in enumerate(self._rows, start=1):
            taken += row.height
            if index >= LEAST_LINES and (index == len(self._rows) or self._rows[index].cut_above):
                break
        return min(self.height, self._top + self.label_height + taken + self._bottom)

    @override
    def split(self, room: float, *, forced: bool) -> "tuple[FieldDrawing, FieldDrawing] | None":
        # The question stands above its answer, so that there is less room for it on both pages.
        return super().split(max(room - self.label_height, self.label_height), forced=forced)

    @override
    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        if self._ruled and not (self._by_hand and not first_on_page):
            surface.rule(LEFT, top, RIGHT)
        y = top + self._top
        if self._beside is not None:
            self._question.draw(surface, y + LABEL_DROP)
            self._beside.draw(surface, y)
            return
        self._question.draw(surface, y)
        self._help.draw(surface, y + self._question.height)
        self._draw_rows(surface, y + self.label_height, self._rows)

    @override
    def _draw_rows(self, surface: Surface, y: float, rows: list[Row]) -> None:
        for typed, stretch in groupby(rows, key=attrgetter("typed")):
            part = list(stretch)
            height = sum(row.height for row in part)
            if typed:
                surface.typed_mark(LEFT + 1, y + 1.5, y + height - 0.5)
            super()._draw_rows(surface, y, part)
            y += height


def _short(field: FieldBlock) -> Row | None:
    """Return the answer as one line behind its question; None when either is too long for that."""
    label = field.label
    texts = (label.text, other(label.text))
    if label.help or max(text_width(text, LABEL) for text in texts) > BESIDE - 6:
        return None
    if any(not _has_two_sides(part) for part in field.parts):
        return None
    rows = two_rows(field.parts, by_hand=False, offset=BESIDE)
    return rows[0] if len(rows) == 1 and rows[0].height <= SAID.leading and rows[0].draw is not nothing else None


def _has_two_sides(part: Part) -> bool:
    """Tell whether something stands at the right too: what has one language takes the whole width."""
    if isinstance(part, Options):
        return any(other(option.text) for option in part.options)
    return not isinstance(part, State) or bool(other(part.text))
