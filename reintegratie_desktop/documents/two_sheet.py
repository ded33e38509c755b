"""The agenda of a talk in two languages: the points with room to write, and behind them what to ask and how."""

from typing import Final

from reintegratie_desktop.documents.blocks import Drawn, Whole
from reintegratie_desktop.documents.model import AgendaPage, Card
from reintegratie_desktop.documents.sheet import LEAST_ROOM, MOST_ROOM, NOTE_LINE
from reintegratie_desktop.documents.sides import SECOND_LEFT, Sides
from reintegratie_desktop.documents.styles import (
    BOX,
    CELL,
    CELL_BOLD,
    LABEL,
    LEFT,
    RIGHT,
    RULE_FRAME,
    SUBHEADING,
    WIDTH,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import joined, other

INDENT: Final = BOX + 6
INSIDE: Final = 6.0
NUMBER: Final = 12.0
ABOVE: Final = 5.0
CARD_GAP: Final = 9.0
NOTES: Final = 3


def agenda_sheets(page: AgendaPage, first: float, later: float) -> list[Drawn]:
    """Return the sheets of an agenda; `first` and `later` are the heights of the first page and of the others."""
    points = [_Point(number, text) for number, text in enumerate(page.points, start=1)]
    sheets: list[Drawn] = []
    while True:
        room = later if sheets else first
        end = _Points(page, points, ends=True)
        if end.height <= room or len(points) < 2:
            break
        count = len(points) - 1
        while count > 1 and _Points(page, points[:count], ends=False).height > room:
            count -= 1
        sheets.append(_Points(page, points[:count], ends=False, room=room))
        points = points[count:]
    sheets.append(_Points(page, points, ends=True, room=room))
    return [*sheets, _Cards(page.cards)] if any(card.lines for card in page.cards) else sheets


class _Point:
    """A point in two languages behind its number."""

    def __init__(self, number: int, text: str) -> None:
        self.sides = Sides(text, CELL_BOLD, lead=str(number), indent=NUMBER, margin=INDENT)

    def draw(self, surface: Surface, top: float) -> None:
        """Draw a box to tick at the edge, and the point."""
        surface.tick_box(RIGHT - BOX, top, CELL_BOLD.leading, chosen=False, speak=False)
        self.sides.draw(surface, top)


class _Points(Whole):
    """Points with room to write under each; the last sheet ends with what to say, and lines for notes."""

    def __init__(self, page: AgendaPage, points: list[_Point], *, ends: bool, room: float = 0.0) -> None:
        self._points, self._notes = points, Sides(page.notes if ends else "", LABEL, tag="H2")
        self._say = Sides(
            joined(page.say_lead, page.say) if ends and page.say else "", CELL, indent=INSIDE, margin=INSIDE
        )
        self._writing = LEAST_ROOM
        least = self._measured()
        if room > least and points:
            self._writing = min(LEAST_ROOM + (room - least) / len(points), MOST_ROOM)
        self.height = self._measured()

    def _measured(self) -> float:
        points = sum(point.sides.height + 5 + self._writing for point in self._points)
        say = self._say.height + 17 if self._say.height else 0.0
        return ABOVE + points + 4 + say + (self._notes.height + 2 + NOTES * NOTE_LINE if self._notes.height else 0.0)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the points, and what stands under them."""
        y = top + ABOVE
        for point in self._points:
            surface.rule(LEFT, y, RIGHT)
            point.draw(surface, y + 4)
            y += point.sides.height + 5 + self._writing
        surface.rule(LEFT, y, RIGHT)
        y += 8
        if self._say.height:
            surface.frame(LEFT, y, WIDTH, self._say.height + 10, RULE_FRAME)
            self._say.draw(surface, y + 5)
            y += self._say.height + 17
        if self._notes.height:
            self._notes.draw(surface, y)
            for index in range(1, NOTES + 1):
                surface.rule(LEFT, y + self._notes.height + index * NOTE_LINE, RIGHT)


class _Cards(Whole):
    """What may be asked, what never, and how: each as a frame over the whole width."""

    def __init__(self, cards: tuple[Card, ...]) -> None:
        self._cards = [
            (
                card,
                Sides(card.title, SUBHEADING, indent=INSIDE, tag="H2"),
                [Sides(text, CELL, indent=INDENT, margin=INSIDE) for text in card.lines],
            )
            for card in cards
            if card.lines
        ]
        self._heights = [
            title.height + 14 + sum(line.height + 3 for line in lines) for _card, title, lines in self._cards
        ]
        self.height = sum(self._heights) + CARD_GAP * (len(self._heights) - 1)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the cards under each other."""
        y = top
        for (card, title, lines), height in zip(self._cards, self._heights, strict=True):
            surface.frame(LEFT, y, WIDTH, height, RULE_FRAME)
            title.draw(surface, y + 4)
            surface.rule(LEFT, y + title.height + 7, RIGHT)
            line_top = y + title.height + 11
            for line, text in zip(lines, card.lines, strict=True):
                for x in (LEFT, SECOND_LEFT) if other(text) else (LEFT,):
                    middle = line_top + CELL.leading / 2 + 0.5
                    if card.warning:
                        surface.cross(x + INSIDE, middle - 2.5, 5, 1.3)
                    else:
                        surface.dot(x + INSIDE + 2.5, middle, 1.7)
                line.draw(surface, line_top)
                line_top += line.height + 3
            y += height + CARD_GAP
