"""The agenda: one page for on the table, with the points at the left and what to ask and not to ask at the right."""

from dataclasses import replace
from typing import Final

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model import AgendaPage, Card
from reintegratie_desktop.documents.styles import (
    BOX,
    CELL,
    CELL_BOLD,
    LABEL,
    LEFT,
    MM,
    RIGHT,
    RULE_FRAME,
    WIDTH,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.typeset import break_lines

POINTS_WIDTH: Final = 98 * MM
CARDS_WIDTH: Final = 62 * MM
CARDS_LEFT: Final = RIGHT - CARDS_WIDTH
INDENT: Final = BOX + 6
ROOM: Final = 10 * MM
LEAST_ROOM: Final = 8 * MM
MOST_ROOM: Final = 24 * MM
ABOVE: Final = 5.0
"""White between the facts and the columns."""
NOTE_LINE: Final = 8.5 * MM
CARD_LINES: Final = 6
CARD_GAP: Final = 7.0
TEXT: Final = CELL
TEXT_BOLD: Final = CELL_BOLD


class AgendaDrawing(Whole):
    """One sheet. It is made to fit by shortening the cards first and the notes next, never the room to write."""

    def __init__(self, page: AgendaPage, *, notes: int, room: float = ROOM, first_number: int = 1) -> None:
        self._page = page
        self._notes = notes
        self._room = room
        self._first = first_number
        self._points = [self._point(index + first_number, point) for index, point in enumerate(page.points)]
        self._cards = [_LaidCard(card) for card in page.cards if card.lines]
        self._say = self._lay_say()
        self._points_height = sum(len(lines) * TEXT.leading + 5 + room for _lead, lines in self._points)
        self._beside = sum(card.height + CARD_GAP for card in self._cards)
        self._columns = ABOVE + max(self._points_height, self._beside) + 4
        self.height = self._columns + self._say_height + self._notes_height

    @staticmethod
    def sheets(page: AgendaPage, room: float) -> list["AgendaDrawing"]:
        """Return the sheet; more than one only when there are more points than a page can hold with room to write."""
        shorter = replace(page, cards=tuple(replace(card, lines=card.lines[:CARD_LINES]) for card in page.cards))
        tries = [(page, 4, ROOM), (shorter, 4, ROOM), (shorter, 3, ROOM), (shorter, 2, ROOM), (shorter, 2, LEAST_ROOM)]
        for shown, notes, writing in tries:
            sheet = AgendaDrawing(shown, notes=notes, room=writing)
            if sheet.height <= room:
                return [AgendaDrawing(shown, notes=notes, room=sheet.widened(room))]
        count = len(page.points) - 1
        while count > 1 and AgendaDrawing._shortest(shorter, count).height > room:
            count -= 1
        head = AgendaDrawing._shortest(shorter, count)
        rest = [
            AgendaDrawing(
                AgendaPage(page.points[start : start + CONTINUED], (), "", "", ""), notes=0, first_number=start + 1
            )
            for start in range(max(count, 1), len(page.points), CONTINUED)
        ]
        return [head, *rest]

    @staticmethod
    def _shortest(page: AgendaPage, count: int) -> "AgendaDrawing":
        return AgendaDrawing(replace(page, points=page.points[:count]), notes=2, room=LEAST_ROOM)

    def widened(self, room: float) -> float:
        """Return the room under each point when the points share what the cards beside them and the page leave over."""
        if not self._points or self._room < ROOM:
            return self._room
        spare = max(self._beside - self._points_height, 0.0) + max(room - self.height, 0.0)
        return min(self._room + spare / len(self._points), MOST_ROOM)

    def _point(self, number: int, text: str) -> tuple[str, list[str]]:
        """Break a point into lines; the words before a colon or up to a question mark are bold."""
        lead = f"{number}  "
        width = POINTS_WIDTH - INDENT - text_width(lead, TEXT_BOLD)
        return lead, break_lines(text, TEXT_BOLD, width)

    def _lay_say(self) -> list[str]:
        if not self._page.say:
            return []
        # The first words are bold, and wider than the lines were broken for.
        bold = text_width(self._page.say_lead, TEXT_BOLD) - text_width(self._page.say_lead, TEXT)
        return break_lines(f"{self._page.say_lead} {self._page.say}".strip(), TEXT, WIDTH - 12 - bold)

    @property
    def _say_height(self) -> float:
        return len(self._say) * TEXT.leading + 10 + 7 if self._say else 0.0

    @property
    def _notes_height(self) -> float:
        return LABEL.leading + 2 + self._notes * NOTE_LINE if self._notes else 0.0

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw all points first, then the cards, so that a screen reader does not jump between them."""
        self._draw_points(surface, top + ABOVE)
        y = top + ABOVE
        for card in self._cards:
            card.draw(surface, y)
            y += card.height + CARD_GAP
        y = top + self._columns
        if self._say:
            height = len(self._say) * TEXT.leading + 10
            surface.frame(LEFT, y, WIDTH, height, RULE_FRAME)
            with surface.content("P"):
                _lead_and_lines(surface, LEFT + 6, y + 5, self._say, self._page.say_lead)
            y += height + 7
        if self._notes:
            with surface.content("H2"):
                surface.line(LEFT, y, self._page.notes, LABEL)
            for index in range(self._notes):
                bottom = y + LABEL.leading + (index + 1) * NOTE_LINE
                surface.rule(LEFT, bottom, RIGHT)

    def _draw_points(self, surface: Surface, top: float) -> None:
        y = top
        for lead, lines in self._points:
            surface.rule(LEFT, y, LEFT + POINTS_WIDTH)
            with surface.element("P"):
                surface.tick_box(LEFT, y + 4, TEXT.leading, chosen=False, speak=False)
                with surface.mark():
                    width = surface.line(LEFT + INDENT, y + 4, lead, TEXT_BOLD)
                    _question(surface, LEFT + INDENT + width, y + 4, lines)
            y += len(lines) * TEXT.leading + 5 + self._room
        surface.rule(LEFT, y, LEFT + POINTS_WIDTH)


CONTINUED: Final = 14


def _question(surface: Surface, x: float, top: float, lines: list[str]) -> None:
    """Draw a point: bold up to its first colon or question mark, what comes behind it regular."""
    bold = True
    for index, line in enumerate(lines):
        y = top + index * TEXT.leading
        ends = [place for place in (line.find(": "), line.find("? ")) if place >= 0] if bold else []
        if ends:
            cut = min(ends) + 1
            used = surface.line(x, y, line[:cut], TEXT_BOLD)
            surface.line(x + used, y, line[cut:], TEXT)
            bold = False
        else:
            surface.line(x, y, line, TEXT_BOLD if bold else TEXT)
            bold = bold and not line.endswith((":", "?"))


def _lead_and_lines(surface: Surface, x: float, top: float, lines: list[str], lead: str) -> None:
    for index, line in enumerate(lines):
        y = top + index * TEXT.leading
        if index == 0 and lead and line.startswith(lead):
            used = surface.line(x, y, lead, TEXT_BOLD)
            surface.line(x + used, y, line.removeprefix(lead), TEXT)
        else:
            surface.line(x, y, line, TEXT)


class _LaidCard:
    """A card with its lines broken."""

    head = 16.0

    def __init__(self, card: Card) -> None:
        self._card = card
        self._items = [break_lines(text, TEXT, CARDS_WIDTH - 22) for text in card.lines]
        self.height = self.head + 5 + sum(len(lines) * TEXT.leading + 3 for lines in self._items) + 2

    def draw(self, surface: Surface, top: float) -> None:
        """Draw the card; its head white on black when it warns."""
        style: Style = TEXT_BOLD
        y = top + (self.head - style.leading) / 2
        surface.frame(CARDS_LEFT, top, CARDS_WIDTH, self.height, RULE_FRAME)
        if self._card.warning:
            with surface.artifact():
                surface.bar(CARDS_LEFT, top, CARDS_WIDTH, self.head)
            with surface.content("H2"):
                surface.white_line(CARDS_LEFT + 6, y, self._card.title, style)
        else:
            surface.rule(CARDS_LEFT, top + self.head, RIGHT)
            with surface.content("H2"):
                surface.line(CARDS_LEFT + 6, y, self._card.title, style)
        y = top + self.head + 5
        for lines in self._items:
            middle = y + TEXT.leading / 2 + 0.5
            if self._card.warning:
                surface.cross(CARDS_LEFT + 6, middle - 2.5, 5, 1.3)
            else:
                surface.dot(CARDS_LEFT + 8.5, middle, 1.7)
            with surface.content("P"):
                surface.lines(CARDS_LEFT + 16, y, lines, TEXT)
            y += len(lines) * TEXT.leading + 3
