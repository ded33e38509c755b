"""A letter on the page: letterhead, window address, fold marks, head, text, and room for a signature."""

import re
from typing import Final

from reintegratie_desktop.documents.blocks import Drawn, Whole
from reintegratie_desktop.documents.grid import TableDrawing
from reintegratie_desktop.documents.letter import ITEM, split_bold
from reintegratie_desktop.documents.model import LetterPage, LetterParagraph, TableBlock
from reintegratie_desktop.documents.sides import HALF, SECOND_LEFT, Sides, draw_stacked, height_of, stacked
from reintegratie_desktop.documents.styles import (
    ANSWER,
    BOLD,
    HELP,
    LABEL,
    LEFT,
    MM,
    REGULAR,
    RIGHT,
    RULE_SECTION,
    RULE_THIN,
    TOP_FIRST,
    WIDTH,
    WRITING_LINE,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import Two, in_line, other
from reintegratie_desktop.documents.two_rows import TYPED_INDENT, is_typed
from reintegratie_desktop.documents.typeset import break_lines, is_plain

TEXT: Final = Style(REGULAR, 11, 15)
TEXT_BOLD: Final = Style(BOLD, 11, 15)
TEXT_SIDES: Final = Style(REGULAR, 9.8, 13)
TEXT_CLOSER: Final = Style(REGULAR, 9.2, 11.8)
NAME: Final = Style(BOLD, 13.5, 16)
SENDER_TOP: Final = 20 * MM
SENDER_RULE: Final = 32.5 * MM
CONFIDENTIAL_TOP: Final = 51 * MM
ADDRESS_TOP: Final = 55 * MM
FACTS_TOP: Final = 92 * MM
FACTS_LEFT: Final = LEFT + 38 * MM
TEXT_AFTER: Final = 8 * MM
FOLDS: Final = (99 * MM, 198 * MM)
FOLD_LEFT: Final = 6 * MM
FOLD_RIGHT: Final = 10 * MM
LOGO_ROOM: Final = 45 * MM
PARAGRAPH: Final = 7.5
TABLE: Final = 5.0
ITEM_INDENT: Final = 9.0
SIGN_ROOM: Final = 17 * MM
LEAST_LINES: Final = 2
_WORD: Final = re.compile(r"[^ ]+ *| +")
LABEL_DROP: Final = ANSWER.baseline - LABEL.baseline
"""Small bold and larger regular text stand on one line."""

Line = list[tuple[str, Style]]


def letter_blocks(page: LetterPage, *, closer: bool = False) -> list[Drawn]:
    """Return what a letter is filled with: its head, the text, and what stands under it.

    `closer` sets what stands in two languages a little smaller.
    """
    blocks: list[Drawn] = [LetterHead(page)]
    two_languages = bool(page.notice)
    for part in page.body:
        if isinstance(part, TableBlock):
            blocks.append(TableDrawing(part, space_before=TABLE))
        elif other(part.text):
            blocks.append(LetterSides(part, closer=closer))
        else:
            blocks.append(LetterLines.of(part, marked=two_languages and is_typed(part.text)))
    if page.writing_lines:
        blocks.append(WritingRoom(page.writing_lines))
    blocks.append(Signing(page))
    return blocks


class LetterHead(Whole):
    """All of the first page that stands above the text."""

    def __init__(self, page: LetterPage) -> None:
        self._page = page
        self._name = break_lines(page.sender, NAME, WIDTH - LOGO_ROOM)[:1]
        self._line = break_lines(page.sender_line, HELP, WIDTH)
        self._address = [line for text in page.address for line in break_lines(text, ANSWER, WIDTH / 2)]
        room = RIGHT - FACTS_LEFT
        self._facts = [
            (
                break_lines(in_line(fact.label), LABEL, FACTS_LEFT - LEFT - 6),
                break_lines(in_line(fact.value), ANSWER, room),
            )
            for fact in page.facts
        ]
        # A long address pushes the head of the letter down; it never runs through it.
        self._facts_top = max(FACTS_TOP, ADDRESS_TOP + len(self._address) * ANSWER.leading + 4 * MM)
        # Beside the window, where nothing else stands.
        self._notice = stacked(page.notice, HELP, HALF)
        self._facts_top = max(self._facts_top, ADDRESS_TOP + height_of(self._notice) + 6 * MM)
        facts = sum(self._row(label, value) for label, value in self._facts)
        self.height = self._facts_top + facts + TEXT_AFTER - TOP_FIRST

    @staticmethod
    def _row(label: list[str], value: list[str]) -> float:
        return max(len(label) * LABEL.leading, len(value) * ANSWER.leading) + 1.5

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw from the top edge of the paper down, wherever the text of other papers begins."""
        with surface.content("P"):
            surface.lines(LEFT, SENDER_TOP, self._name, NAME)
        with surface.content("P"):
            surface.lines(LEFT, SENDER_RULE - 4 - len(self._line) * HELP.leading, self._line, HELP)
        surface.rule(LEFT, SENDER_RULE, RIGHT, RULE_SECTION)
        for fold in FOLDS:
            surface.rule(FOLD_LEFT, fold, FOLD_RIGHT, RULE_THIN)
        with surface.content("P"):
            surface.line(LEFT, CONFIDENTIAL_TOP, in_line(self._page.confidential), LABEL)
        if self._address:
            with surface.content("P"):
                surface.lines(LEFT, ADDRESS_TOP, self._address, ANSWER)
        if self._notice:
            draw_stacked(surface, SECOND_LEFT, CONFIDENTIAL_TOP, self._notice)
        y = self._facts_top
        for number, (label, value) in enumerate(self._facts):
            with surface.content("P"):
                surface.lines(LEFT, y + LABEL_DROP, label, LABEL)
            if any(value):
                # What a letter is about is its title.
                with surface.content("H1" if number == 1 else "P"):
                    surface.lines(FACTS_LEFT, y, value, ANSWER)
            y += self._row(label, value)


class LetterLines:
    """A paragraph, or the part of it that stands on one page. Dates in it are bold."""

    stays_with_next = False

    def __init__(self, lines: list[Line], indent: float, space_before: float, *, marked: bool = False) -> None:
        self._lines = lines
        self._marked = marked
        self._indent = indent
        self.space_before = space_before
        self.height = len(lines) * TEXT.leading

    @classmethod
    def of(cls, paragraph: LetterParagraph, *, marked: bool = False) -> "LetterLines":
        """Return a paragraph with its lines broken; `marked` has a bar beside it."""
        indent = ITEM_INDENT if paragraph.item else 0.0
        lines = _broken(paragraph, WIDTH - indent - (TYPED_INDENT if marked else 0.0))
        return cls(lines, indent, PARAGRAPH if paragraph.spaced else 0.0, marked=marked)

    @property
    def least(self) -> float:
        """Return the room for the first two lines, or for all of a short paragraph."""
        whole = len(self._lines) < 2 * LEAST_LINES
        return self.height if whole else LEAST_LINES * TEXT.leading

    def split(self, room: float, *, forced: bool) -> "tuple[LetterLines, LetterLines] | None":
        """Cut with two lines on either side."""
        fewest = 1 if forced else LEAST_LINES
        count = min(int(room // TEXT.leading), len(self._lines) - fewest)
        if count < fewest:
            return None
        rest = LetterLines(self._lines[count:], self._indent, 0.0, marked=self._marked)
        return LetterLines(self._lines[:count], self._indent, self.space_before, marked=self._marked), rest

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the lines."""
        left = LEFT
        if self._marked:
            surface.typed_mark(LEFT + 1, top + 1.5, top + self.height - 0.5)
            left += TYPED_INDENT
        with surface.content("P"):
            for number, line in enumerate(self._lines):
                x = left + (self._indent if number else 0.0)
                for text, style in line:
                    x += surface.line(x, top + number * TEXT.leading, text, style)


class LetterSides(Whole):
    """A paragraph in two languages beside each other."""

    def __init__(self, paragraph: LetterParagraph, *, closer: bool) -> None:
        lead = ITEM if paragraph.item else ""
        text = Two(str(paragraph.text).removeprefix(lead), other(paragraph.text).removeprefix(lead))
        self._sides = Sides(text, TEXT_CLOSER if closer else TEXT_SIDES, lead=lead, indent=ITEM_INDENT if lead else 0.0)
        self.space_before = (PARAGRAPH - 2 * closer) if paragraph.spaced else 0.0
        self.height = self._sides.height

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw both."""
        self._sides.draw(surface, top)


def _broken(paragraph: LetterParagraph, width: float) -> list[Line]:
    text = paragraph.text
    pieces = split_bold(text, paragraph.bold)
    plain: list[Line] = [[(line, TEXT)] for line in break_lines(text, TEXT, width)]
    if len(pieces) < 2 or not is_plain(text, REGULAR):
        return plain
    words = _words([(word, TEXT_BOLD if bold else TEXT) for piece, bold in pieces for word in _WORD.findall(piece)])
    if any(_width(word) > width for word in words):
        return plain
    lines: list[Line] = [[]]
    used = 0.0
    for word in words:
        if lines[-1] and used + _width(word) > width:
            lines.append([])
            used = 0.0
        lines[-1] += word
        used += sum(text_width(part, style) for part, style in word)
    return [_joined(line) for line in lines]


def _words(parts: Line) -> list[Line]:
    """Return the words with the spaces behind them: a bold date and the full stop after it are one word."""
    words: list[Line] = [[]]
    for part, style in parts:
        words[-1].append((part, style))
        if part.endswith(" "):
            words.append([])
    return [word for word in words if word]


def _width(word: Line) -> float:
    """Return the width of a word without the spaces behind it."""
    *first, (last, style) = word
    return sum(text_width(part, other) for part, other in first) + text_width(last.rstrip(" "), style)


def _joined(line: Line) -> Line:
    """Return a line with neighbours of one style as one text."""
    made: Line = []
    for word, style in line:
        if made and made[-1][1] is style:
            made[-1] = (made[-1][0] + word, style)
        else:
            made.append((word, style))
    return made


class WritingRoom(Whole):
    """Lines to write a letter on."""

    space_before = 0.0

    def __init__(self, count: int) -> None:
        self._count = count
        self.height = count * WRITING_LINE

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the lines."""
        for number in range(1, self._count + 1):
            surface.rule(LEFT, top + number * WRITING_LINE, RIGHT)


class Signing(Whole):
    """The end of a letter: room to sign, who signs, what is enclosed and who gets a copy."""

    space_before = 0.0

    def __init__(self, page: LetterPage) -> None:
        self._signer = [line for text in page.signer for line in break_lines(text, TEXT, WIDTH)]
        self._after = [
            (
                in_line(fact.label),
                break_lines(in_line(fact.value), HELP, WIDTH - 25 * MM - text_width(other(fact.label), LABEL)),
            )
            for fact in page.after
        ]
        self._signed = SIGN_ROOM + len(self._signer) * TEXT.leading
        self.height = self._signed + (14.0 if self._after else 0.0)
        self.height += sum(len(lines) * HELP.leading + 2 for _label, lines in self._after)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw name and function under the room to sign, and what goes along."""
        if self._signer:
            with surface.content("P"):
                surface.lines(LEFT, top + SIGN_ROOM, self._signer, TEXT)
        y = top + self._signed + 14.0
        for label, lines in self._after:
            with surface.content("P"):
                used = surface.line(LEFT, y, f"{label} ", LABEL)
                surface.line(LEFT + used, y, lines[0], HELP)
                surface.lines(LEFT + used, y + HELP.leading, lines[1:], HELP)
            y += len(lines) * HELP.leading + 2
