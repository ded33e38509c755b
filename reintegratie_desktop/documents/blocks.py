"""Blocks that know their height, where they may be cut, and how they are drawn; the headings among them.

Every block lives on the text grid (left margin, 165 mm wide). `height` is known after construction. A block that may be
cut gives back two blocks from `split`.
"""

from typing import Protocol

from reintegratie_desktop.documents.model import Section, Subheading
from reintegratie_desktop.documents.sides import Sides, Texts
from reintegratie_desktop.documents.styles import (
    HELP,
    LEFT,
    RIGHT,
    RULE_SECTION,
    SECTION,
    SECTION_TIGHT,
    SUBHEADING,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface


class Drawn(Protocol):
    """What the pages are filled with."""

    @property
    def height(self) -> float:
        """The height in points."""

    @property
    def space_before(self) -> float:
        """White above, dropped at the top of a page."""

    @property
    def stays_with_next(self) -> bool:
        """Never the last on a page."""

    @property
    def least(self) -> float:
        """How much room it needs to start on a page at all."""

    def split(self, room: float, *, forced: bool) -> "tuple[Drawn, Drawn] | None":
        """Cut so that the first part fits in `room`; None when that would look bad, unless it is forced."""

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw at this height."""


class Whole:
    """A block that is never cut."""

    height: float = 0.0
    space_before: float = 0.0
    stays_with_next: bool = False

    @property
    def least(self) -> float:
        """Return all of it."""
        return self.height

    def split(self, room: float, *, forced: bool) -> tuple[Drawn, Drawn] | None:
        """Never cut."""
        return None


class SectionHeading(Whole):
    """A heavy rule over the whole width and the heading under it."""

    stays_with_next = True

    def __init__(self, section: Section, *, tight: bool = False) -> None:
        self.space_before = SECTION_TIGHT if tight else 11.0
        self.title = " ".join(filter(None, (section.number, section.title)))
        indent = text_width(section.number + "  ", SECTION) if section.number else 0.0
        lead = f"{section.number} " if section.number else ""
        self._sides = Sides(section.title, SECTION, lead=lead, indent=indent, tag="H2")
        self.height = 4.5 + self._sides.height + (2.0 if tight else 3.0)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw rule and heading, and a bookmark to it."""
        surface.rule(LEFT, top + RULE_SECTION / 2, RIGHT, RULE_SECTION)
        surface.bookmark(self.title, top)
        self._sides.draw(surface, top + 4.5)


class SmallHeading(Whole):
    """A heading above a table, a chart or a record, with its help."""

    stays_with_next = True

    def __init__(self, heading: Subheading, *, after_heading: bool, tight: bool = False) -> None:
        self._title = Sides(heading.text, SUBHEADING, tag="H3")
        self._help = Texts(heading.help, HELP)
        self.space_before = 0.0 if after_heading else 4.0 if tight else 7.0
        self.height = 2 + self._title.height + self._help.height + 2

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw heading and help."""
        self._title.draw(surface, top + 2)
        self._help.draw(surface, top + 2 + self._title.height)


class Remark(Whole):
    """A small text over the whole width: a note under a table, a footnote."""

    def __init__(self, text: str, *, space_before: float = 2.0) -> None:
        self._sides = Sides(text, HELP)
        self.height = self._sides.height + 3
        self.space_before = space_before

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the text."""
        self._sides.draw(surface, top)
