"""The head of the first page."""

from typing import Final

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model import TitleBlock
from reintegratie_desktop.documents.sides import Sides, draw_stacked, height_of, stacked
from reintegratie_desktop.documents.styles import (
    ANSWER,
    HELP,
    LABEL,
    LEFT,
    RIGHT,
    RULE_THIN,
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
        self._confidential = stacked(head.confidential, RUNNING, WIDTH)
        self._employer = break_lines(head.employer, RUNNING_BOLD, WIDTH * 0.6) if head.employer else []
        self._title = Sides(head.title, TITLE, tag="H1")
        self._notice = Sides(head.notice, HELP)
        self._purpose = Sides(head.purpose, HELP)
        self._columns = min(max(len(head.facts), 1), 5 if len(head.facts) == 5 else FACTS_PER_ROW)
        self._cell = WIDTH / self._columns
        self._facts = [
            (
                stacked(fact.label, LABEL, self._cell - 6, HELP),
                stacked(fact.value, ANSWER, self._cell - 6),
            )
            for fact in head.facts
        ]
        self._head_height = (
            max(len(self._employer), len(self._confidential), 1) * RUNNING.leading + 9
            if self._employer or head.confidential
            else 0
        )
        self._title_height = self._title.height + 1
        self._notice_height = self._notice.height + 14 if head.notice else 0.0
        self._fact_top = self._head_height + self._title_height + self._purpose.height + 7 + self._notice_height
        self._rows = [self._facts[i : i + self._columns] for i in range(0, len(self._facts), self._columns)]
        self._row_heights = [max(height_of(label) + height_of(value) for label, value in row) + 3 for row in self._rows]
        self.height = self._fact_top + (sum(self._row_heights) + 8 if self._facts else 0)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the head; title as H1, facts as pairs of question and answer."""
        head = self._head
        if self._employer:
            with surface.content("P"):
                surface.lines(LEFT, top, self._employer, RUNNING_BOLD)
        for index, line in enumerate(self._confidential):
            with surface.content("P", second=line.second):
                surface.right(RIGHT, top + index * RUNNING.leading, line.text, line.style)
        y = top + self._head_height
        self._title.draw(surface, y)
        y += self._title_height
        self._purpose.draw(surface, y)
        if head.notice:
            self._draw_notice(surface, y + self._purpose.height + 6)
        if not self._facts:
            return
        y = top + self._fact_top
        surface.rule(LEFT, y, RIGHT)
        y += 4
        for row, height in zip(self._rows, self._row_heights, strict=True):
            for index, (label, value) in enumerate(row):
                x = LEFT + index * self._cell
                draw_stacked(surface, x, draw_stacked(surface, x, y, label), value)
            y += height
        surface.rule(LEFT, y + 3, RIGHT)

    def _draw_notice(self, surface: Surface, top: float) -> None:
        """Draw what a reader must know first between two thin rules."""
        surface.rule(LEFT, top, RIGHT, RULE_THIN)
        self._notice.draw(surface, top + 3)
        surface.rule(LEFT, top + self._notice.height + 7, RIGHT, RULE_THIN)
