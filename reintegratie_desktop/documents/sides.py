"""Texts in two languages on the page: beside each other, under each other, or in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.documents.styles import LEFT, MM, WIDTH, Style, text_width
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import BETWEEN, in_line, other
from reintegratie_desktop.documents.typeset import break_lines

GUTTER: Final = 7 * MM
HALF: Final = (WIDTH - GUTTER) / 2
SECOND_LEFT: Final = LEFT + HALF + GUTTER


@dataclass(frozen=True)
class Said:
    """One line of a text, with whether it is in the second language."""

    text: str
    style: Style
    second: bool = False


def stacked(text: str, style: Style, width: float, below: Style | None = None) -> list[Said]:
    """Return the lines of a text, with those of the other language under them."""
    lines = [Said(line, style) for line in break_lines(text, style, width)] if text else []
    if said := other(text):
        lines += [Said(line, below or style, second=True) for line in break_lines(said, below or style, width)]
    return lines


def height_of(lines: Sequence[Said]) -> float:
    """Return the height of lines under each other."""
    return sum(line.style.leading for line in lines)


def draw_stacked(surface: Surface, x: float, top: float, lines: Sequence[Said], tag: str = "P") -> float:
    """Draw lines under each other, each language as an element of its own; returns the place under them."""
    for second in (False, True):
        found = [line for line in lines if line.second is second]
        if found:
            with surface.content(tag, second=second):
                for line in found:
                    surface.line(x, top, line.text, line.style)
                    top += line.style.leading
    return top


def draw_in_line(surface: Surface, x: float, top: float, text: str, style: Style) -> float:
    """Draw a text with its other behind it, inside an element that is open; returns the width."""
    said = other(text)
    with surface.mark():
        width = surface.line(x, top, f"{text}{BETWEEN}" if said else text, style)
    if said:
        with surface.content("Span", second=True):
            width += surface.line(x + width, top, said, style)
    return width


class Sides:
    """A text at the left with the other language at the right; one that has no other stands over the whole width."""

    def __init__(
        self, text: str, style: Style, *, lead: str = "", indent: float = 0.0, margin: float = 0.0, tag: str = "P"
    ) -> None:
        said = other(text)
        self._style, self._indent, self._tag, self._lead = style, indent, tag, lead
        self._first = break_lines(text, style, (HALF if said else WIDTH) - indent - margin) if text else []
        self._second = break_lines(said, style, HALF - indent - margin) if said else []
        self.height = max(len(self._first), len(self._second)) * style.leading

    def draw(self, surface: Surface, top: float) -> None:
        """Draw both; a heading is one heading in two languages."""
        if not self._second:
            if self._first:
                with surface.content(self._tag):
                    self._draw_side(surface, LEFT, top, self._first)
            return
        if self._tag.startswith("H"):
            with surface.element(self._tag):
                self._draw_both(surface, top, "Span")
        else:
            self._draw_both(surface, top, self._tag)

    def _draw_both(self, surface: Surface, top: float, tag: str) -> None:
        with surface.content(tag):
            self._draw_side(surface, LEFT, top, self._first)
        with surface.content(tag, second=True):
            self._draw_side(surface, SECOND_LEFT, top, self._second)

    def _draw_side(self, surface: Surface, x: float, top: float, lines: list[str]) -> None:
        if self._lead:
            surface.line(x, top, self._lead, self._style)
        surface.lines(x + self._indent, top, lines, self._style)


def pair_width(text: str, style: Style) -> float:
    """Return the width of a text with its other behind it."""
    return text_width(in_line(text), style)


class Texts:
    """A few texts under each other, such as the help of a question; in one language they are read as one."""

    def __init__(self, texts: Sequence[str], style: Style) -> None:
        self._style = style
        self._sides = [Sides(text, style) for text in texts]
        plain = not any(map(other, texts))
        self._lines = [line for text in texts for line in break_lines(text, style, WIDTH)] if plain else []
        self.height = sum(sides.height for sides in self._sides)

    def draw(self, surface: Surface, top: float) -> None:
        """Draw them."""
        if self._lines:
            with surface.content("P"):
                surface.lines(LEFT, top, self._lines, self._style)
            return
        for sides in self._sides:
            sides.draw(surface, top)
            top += sides.height
