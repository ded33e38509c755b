"""The head of the first page."""

from typing import Final

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model import TitleBlock
from reintegratie_desktop.documents.styles import (
    ANSWER,
    CONTINUED,
    HELP,
    LABEL,
    LEFT,
    RIGHT,
    RUNNING,
    RUNNING_BOLD,
    TITLE,
    WIDTH,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.typeset import break_lines

FACTS_PER_ROW: Final = 4


class TitleDrawing(Whole):
    """The head of the first page: whose paper, what paper, on what ground, and the facts."""

    def __init__(self, head: TitleBlock) -> None:
        self._head = head
        self._employer = break_lines(head.employer, RUNNING_BOLD, WIDTH * 0.6) if head.employer else []
        self._title = break_lines(head.title, TITLE, WIDTH)
        width = WIDTH / 2 - 6 if head.second else WIDTH
        self._purpose = [line for text in head.purpose.splitlines() for line in break_lines(text, HELP, width)]
        self._second = [line for text in head.second.splitlines() for line in break_lines(text, CONTINUED, width)]
        self._columns = min(max(len(head.facts), 1), 5 if len(head.facts) == 5 else FACTS_PER_ROW)
        self._cell = WIDTH / self._columns
        self._facts = [
            (break_lines(fact.label, LABEL, self._cell - 6), break_lines(fact.value, ANSWER, self._cell - 6))
            for fact in head.facts
        ]
        self._head_height = (
            max(len(self._employer), 1) * RUNNING.leading + 9 if self._employer or head.confidential else 0
        )
        self._title_height = len(self._title) * TITLE.leading + 1
        self._fact_top = (
            self._head_height + self._title_height + max(len(self._purpose), len(self._second)) * HELP.leading + 7
        )
        self._rows = [self._facts[i : i + self._columns] for i in range(0, len(self._facts), self._columns)]
        self._row_heights = [
            max(len(label) * LABEL.leading + len(value) * ANSWER.leading for label, value in row) + 3
            for row in self._rows
        ]
        self.height = self._fact_top + (sum(self._row_heights) + 8 if self._facts else 0)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the head; title as H1, facts as pairs of question and answer."""
        head = self._head
        if self._employer:
            with surface.content("P"):
                surface.lines(LEFT, top, self._employer, RUNNING_BOLD)
        if head.confidential:
            with surface.content("P"):
                surface.right(RIGHT, top, head.confidential, RUNNING)
        y = top + self._head_height
        with surface.content("H1"):
            surface.lines(LEFT, y, self._title, TITLE)
        if self._purpose:
            with surface.content("P"):
                surface.lines(LEFT, y + self._title_height, self._purpose, HELP)
        if self._second:
            middle = LEFT + WIDTH / 2
            surface.upright(middle, y + self._title_height, top + self._fact_top - 6)
            with surface.content("P"):
                surface.lines(middle + 6, y + self._title_height, self._second, CONTINUED)
        if not self._facts:
            return
        y = top + self._fact_top
        surface.rule(LEFT, y, RIGHT)
        y += 4
        for row, height in zip(self._rows, self._row_heights, strict=True):
            for index, (label, value) in enumerate(row):
                x = LEFT + index * self._cell
                with surface.content("P"):
                    surface.lines(x, y, label, LABEL)
                with surface.content("P"):
                    surface.lines(x, y + len(label) * LABEL.leading, value, ANSWER)
            y += height
        surface.rule(LEFT, y + 3, RIGHT)
