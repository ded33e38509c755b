"""The lines of an answer on a paper in two languages.

What the program says stands beside each other in both. A text that a person typed stands once, over the whole width,
with a bar beside it. Boxes stand in both columns, so that each can be read alone; on a paper to fill in by hand each
box stands once.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reintegratie_desktop.documents.model import (
    DigitBoxes,
    Option,
    Options,
    Paragraphs,
    Part,
    State,
    WeekGrid,
    WritingLines,
)
from reintegratie_desktop.documents.rows import (
    Row,
    digit_row,
    list_in_columns,
    nothing,
    paragraph_rows,
    week_row,
    white,
    writing_rows,
)
from reintegratie_desktop.documents.sides import HALF, SECOND_LEFT, Sides, draw_in_line, pair_width
from reintegratie_desktop.documents.styles import (
    BOX,
    BOX_GAP,
    HELP,
    ITALIC,
    LEFT,
    PARAGRAPH_GAP,
    REGULAR,
    WIDTH,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import Two, other
from reintegratie_desktop.documents.typeset import break_lines

TYPED_INDENT: Final = 6.0
"""How far a text that was typed stands in, behind its bar."""
ACROSS: Final = 16.0
"""White between options that stand in one line."""
SAID: Final = Style(REGULAR, 9.5, 12.5)
SAID_ITALIC: Final = Style(ITALIC, 9, 12)
"""What the program says, a little smaller than what a person typed: there is half the width for it."""
_COLUMNS: Final = (3, 2)
_LONG_LIST: Final = 5


def two_rows(parts: Sequence[Part], *, by_hand: bool, offset: float = 0.0) -> list[Row]:
    """Return the lines of an answer; `offset` is how far it stands in, in both columns."""
    rows: list[Row] = []
    for index, part in enumerate(parts):
        if index:
            rows.append(white(2.0))
        match part:
            case Paragraphs():
                rows.extend(_said(part, base=index * 100_000, offset=offset))
            case State():
                rows.append(_sides(part.text, offset, style=SAID_ITALIC))
            case Options():
                rows.extend(_boxes_once(part) if by_hand else _boxes(part, offset))
            case WritingLines():
                rows.extend(writing_rows(part, below_something=bool(index), start=LEFT))
            case DigitBoxes():
                rows.append(digit_row(part, LEFT))
            case WeekGrid():
                rows.append(week_row(part, LEFT, WIDTH))
    return rows


def _sides(text: str, offset: float, style: Style = SAID) -> Row:
    sides = Sides(text, style, indent=offset)
    return Row(sides.height, sides.draw)


def is_typed(text: str) -> bool:
    """Tell whether a text stands as it was typed: it is the same in both languages, and more than a date or figures."""
    return not isinstance(text, Two) and any(char.isalpha() for char in text)


def _said(part: Paragraphs, base: int, offset: float) -> list[Row]:
    if part.columns > 1 and all(map(is_typed, part.texts)):
        return [replace(list_in_columns(part, LEFT + TYPED_INDENT, WIDTH - TYPED_INDENT), typed=True)]
    rows: list[Row] = []
    for number, text in enumerate(part.texts):
        typed = is_typed(text)
        if number and not part.tight:
            rows.append(Row(PARAGRAPH_GAP, nothing, cut_above=True, typed=typed and is_typed(part.texts[number - 1])))
        if typed:
            one = Paragraphs((text,), tight=part.tight)
            lines = paragraph_rows(one, base + number, WIDTH - TYPED_INDENT)
            rows += [replace(row, typed=True) for row in lines]
        elif isinstance(text, Two) or text_width(text, SAID) > HALF:
            rows.append(_sides(text, offset))
        else:
            # A date or a figure is the same in both, so that each column can be read alone.
            rows.append(_sides(Two(text, text), offset))
    return rows


# --- options ----------------------------------------------------------------------------------------------------------


def _width(text: str) -> float:
    return BOX + BOX_GAP + text_width(text, SAID)


def _boxes(part: Options, offset: float) -> list[Row]:
    """Return the options in two columns, each with its boxes; as many beside each other as fit in both languages."""
    if not any(isinstance(option.text, Two) for option in part.options):
        return _once(part)
    both = [(option, str(option.text), other(option.text) or str(option.text)) for option in part.options]
    leads = (str(part.lead), other(part.lead) or str(part.lead))
    lead = offset + (max(text_width(text, HELP) for text in leads) + 10 if part.lead else 0.0)
    widths = [max(_width(first), _width(second)) for _option, first, second in both]
    if lead + sum(widths) + ACROSS * (len(widths) - 1) <= HALF:
        places = [lead + sum(widths[:index]) + ACROSS * index for index in range(len(widths))]
        cells = [(option, x, one, two) for (option, one, two), x in zip(both, places, strict=True)]
        return [_line(cells, WIDTH, leads, offset)]
    rows = [_line([], WIDTH, leads, offset)] if part.lead else []
    for count in _COLUMNS:
        room = HALF / count
        # A long list may break one of its lines to become half as high.
        wide = sum(width > room - 4 for width in widths)
        if len(both) > count and wide <= len(both) // _LONG_LIST:
            high = -(-len(both) // count)
            return rows + [
                _line([(option, room * place, one, two) for place, (option, one, two) in enumerate(line)], room - 4)
                for line in (both[index::high] for index in range(high))
            ]
    return rows + [_line([(option, offset, one, two)], HALF - offset) for option, one, two in both]


def _line(
    cells: Sequence[tuple[Option, float, str, str]], room: float, leads: tuple[str, str] = ("", ""), offset: float = 0.0
) -> Row:
    """Return options beside each other, at the left in Dutch and at the right in the other language."""
    most = room - BOX - BOX_GAP
    laid = [
        [(option, x, break_lines(words[side], SAID, most)) for option, x, *words in cells] for side in range(len(leads))
    ]
    lines = max((len(broken) for side in laid for _option, _x, broken in side), default=1)

    def draw(surface: Surface, top: float) -> None:
        for second, left, side in ((False, LEFT, laid[0]), (True, SECOND_LEFT, laid[1])):
            if leads[second]:
                with surface.content("P", second=second):
                    surface.line(left + offset, top + SAID.baseline - HELP.baseline, leads[second], HELP)
            for option, x, broken in side:
                with surface.element("P", second=second):
                    surface.tick_box(left + x, top, SAID.leading, chosen=option.chosen, second=second)
                    with surface.mark():
                        surface.lines(left + x + BOX + BOX_GAP, top, broken, SAID)

    return Row(lines * SAID.leading, draw)


def _once(part: Options) -> list[Row]:
    """Return options that a person named, with one box each, as many beside each other as fit on a line."""
    rows: list[Row] = []
    line: list[Option] = []
    used = pair_width(part.lead, HELP) + 10 if part.lead else 0.0
    start = used
    for option in part.options:
        width = BOX + BOX_GAP + pair_width(option.text, SAID)
        if line and used + width > WIDTH:
            rows.append(_across(line, start, part.lead if not rows else ""))
            line, used, start = [], 0.0, 0.0
        line.append(option)
        used += width + ACROSS
    return [*rows, _across(line, start, part.lead if not rows else "")]


def _across(options: Sequence[Option], start: float, lead: str) -> Row:
    if len(options) == 1 and BOX + BOX_GAP + pair_width(options[0].text, SAID) > WIDTH - start:
        return _long(options[0])

    def draw(surface: Surface, top: float) -> None:
        if lead:
            with surface.element("P"):
                draw_in_line(surface, LEFT, top + SAID.baseline - HELP.baseline, lead, HELP)
        x = LEFT + start
        for option in options:
            with surface.element("P"):
                surface.tick_box(x, top, SAID.leading, chosen=option.chosen)
                x += BOX + BOX_GAP
                x += draw_in_line(surface, x, top, option.text, SAID) + ACROSS

    return Row(SAID.leading, draw)


def _long(option: Option) -> Row:
    """Return an option with one box, and its other language at the right."""
    said = other(option.text)
    first = break_lines(option.text, SAID, (HALF if said else WIDTH) - BOX - BOX_GAP)
    second = break_lines(said, SAID, HALF) if said else []

    def draw(surface: Surface, top: float) -> None:
        with surface.element("P"):
            surface.tick_box(LEFT, top, SAID.leading, chosen=option.chosen)
            with surface.mark():
                surface.lines(LEFT + BOX + BOX_GAP, top, first, SAID)
        if second:
            with surface.content("P", second=True):
                surface.lines(SECOND_LEFT, top, second, SAID)

    return Row(max(len(first), len(second)) * SAID.leading, draw)


def _boxes_once(part: Options) -> list[Row]:
    """Return the options with one box each, so that only one place can be ticked with a pen."""
    lead = pair_width(part.lead, HELP) + 10 if part.lead else 0.0
    widths = [BOX + BOX_GAP + pair_width(option.text, SAID) + ACROSS for option in part.options]
    if lead + sum(widths) <= 2 * WIDTH and max(widths) <= WIDTH / 2:
        return _once(part)
    return ([_across((), lead, part.lead)] if part.lead else []) + [_long(option) for option in part.options]
