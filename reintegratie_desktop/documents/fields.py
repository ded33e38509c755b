"""A question at the left, its answer at the right; a long answer goes on over the page under "(vervolg)"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reintegratie_desktop.documents.model import (
    FieldBlock,
    Label,
)
from reintegratie_desktop.documents.rows import (
    Row,
    answer_rows,
    nothing,
)
from reintegratie_desktop.documents.styles import (
    ANSWER,
    ANSWER_LEFT,
    ANSWER_WIDTH,
    CONTINUED,
    FIELD_BOTTOM,
    FIELD_BOTTOM_TIGHT,
    FIELD_TOP,
    FIELD_TOP_TIGHT,
    HELP,
    LABEL,
    LABEL_WIDTH,
    LEFT,
    RIGHT,
)
from reintegratie_desktop.documents.surface import (
    Surface,
)
from reintegratie_desktop.documents.typeset import (
    break_lines,
)

MOST_UNBROKEN: Final = 12
LEAST_LINES: Final = 3
_HELP_ROWS: Final = 10_000_000
"""The paragraph of help that stands above an answer; those of the answer have lower numbers."""
LABEL_DROP: Final = ANSWER.baseline - LABEL.baseline
"""Small bold and larger regular text stand on one line."""


class FieldDrawing:
    """A question and its answer, cut over pages when it is long."""

    stays_with_next = False
    _left, _width = ANSWER_LEFT, ANSWER_WIDTH

    def __init__(self, field: FieldBlock, *, ruled: bool, continued_word: str, by_hand: bool = False) -> None:
        self._top, self._bottom = FIELD_TOP, FIELD_BOTTOM
        self._label = field.label
        self._ruled = ruled
        self._word = continued_word
        self._rows = answer_rows(field.parts)
        self._continued = False
        self._by_hand = by_hand
        self._measure()

    def closer(self) -> "FieldDrawing":
        """Return the same field with less white, for a paper that would run over by a few lines."""
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._top, part._bottom = FIELD_TOP_TIGHT, FIELD_BOTTOM_TIGHT
        part._measure()
        if part._help_lines:
            part._set_help_above_answer()
        return part

    def _set_help_above_answer(self) -> None:
        """Set the help in the wide column when that makes the field lower: three short lines become one long one."""
        before, help_texts, rows, label = self.height, self._label.help, self._rows, self._label
        lines = [line for text in help_texts for line in break_lines(text, HELP, ANSWER_WIDTH)]
        self._rows = [Row(HELP.leading, nothing, paragraph=_HELP_ROWS, text=line, style=HELP) for line in lines] + rows
        self._label = replace(label, help=())
        self._measure()
        if self.height >= before:
            self._label, self._rows = label, rows
            self._measure()

    def _measure(self) -> None:
        help_texts: Sequence[str] = () if self._continued else self._label.help
        self._label_lines = label_lines(self._label, self._word if self._continued else "")
        self._help_lines = [line for text in help_texts for line in break_lines(text, HELP, LABEL_WIDTH)]
        self.label_height = LABEL_DROP + (len(self._label_lines) + len(self._help_lines)) * LABEL.leading
        self.body_height = sum(row.height for row in self._rows)
        self.height = self._top + max(self.label_height, self.body_height) + self._bottom
        self.space_before = 0.0

    @property
    def least(self) -> float:
        """Return the room for the question with its first lines, or for the whole field when it stays together."""
        if not self._may_split:
            return self.height
        taken = 0.0
        for index, row in enumerate(self._rows, start=1):
            taken += row.height
            if index >= LEAST_LINES and (index == len(self._rows) or self._rows[index].cut_above):
                break
        return min(self.height, self._top + max(self.label_height, taken) + self._bottom)

    @property
    def _may_split(self) -> bool:
        return len(self._rows) >= MOST_UNBROKEN

    def split(self, room: float, *, forced: bool) -> "tuple[FieldDrawing, FieldDrawing] | None":
        """Cut between two lines, three at least on either side."""
        if not (self._may_split or forced):
            return None
        space = room - self._top - self._bottom
        if self.label_height > space and not forced:
            return None
        best, used = 0, 0.0
        for index, row in enumerate(self._rows):
            if used > space:
                break
            enough = index >= LEAST_LINES and len(self._rows) - index >= LEAST_LINES
            if index and (forced or (enough and row.cut_above)):
                best = index
            used += row.height
        if not best:
            return None
        return self._part(self._rows[:best], continued=self._continued), self._part(self._rows[best:], continued=True)

    def _part(self, rows: list[Row], *, continued: bool) -> "FieldDrawing":
        part = object.__new__(type(self))
        while rows and not rows[0].text and rows[0].draw is nothing:
            rows = rows[1:]
        part._label, part._word, part._rows = self._label, self._word, rows
        part._continued, part._by_hand = continued, self._by_hand
        part._ruled = self._ruled and not continued
        part._top, part._bottom = self._top, self._bottom
        part._measure()
        return part

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the rule above, the question, and the answer beside it."""
        if self._ruled and not (self._by_hand and not first_on_page):
            surface.rule(LEFT, top, RIGHT)
        y = top + self._top
        draw_label(surface, y + LABEL_DROP, self._label_lines, self._help_lines, self._word if self._continued else "")
        self._draw_rows(surface, y, self._rows)

    def _draw_rows(self, surface: Surface, y: float, rows: list[Row]) -> None:
        pending: list[Row] = []
        start = y
        for row in [*rows, None]:
            if pending and (row is None or row.paragraph != pending[0].paragraph):
                with surface.content("P"):
                    self._draw_paragraph(surface, start, pending)
                pending = []
            if row is None:
                break
            if row.paragraph >= 0:
                if not pending:
                    start = y
                pending.append(row)
            else:
                row.draw(surface, y)
            y += row.height

    def _draw_paragraph(self, surface: Surface, top: float, rows: list[Row]) -> None:
        style, indent = rows[0].style, rows[-1].indent
        if not indent:
            surface.lines(self._left, top, [row.text for row in rows], style, self._width)
            return
        for index, row in enumerate(rows):
            surface.line(self._left + row.indent, top + index * style.leading, row.text, style)


def label_lines(label: Label, word: str) -> list[str]:
    """Return the lines of a question, with "(vervolg)" behind it when there is such a word."""
    return break_lines(label.text + (f" {word}" if word else ""), LABEL, LABEL_WIDTH)


def draw_label(surface: Surface, top: float, lines: list[str], help_lines: list[str], word: str) -> None:
    """Draw a question and its help; the word "(vervolg)" stands in italic."""
    with surface.content("P"):
        for index, line in enumerate(lines):
            y = top + index * LABEL.leading
            if word and index == len(lines) - 1 and line.endswith(word):
                used = surface.line(LEFT, y, line.removesuffix(word), LABEL)
                surface.line(LEFT + used, y, word, CONTINUED)
            else:
                surface.line(LEFT, y, line, LABEL)
    if help_lines:
        with surface.content("P"):
            surface.lines(LEFT, top + len(lines) * LABEL.leading, help_lines, HELP)
