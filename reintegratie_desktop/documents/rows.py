"""The lines of an answer: running text, options with their boxes, room to write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.documents.model import (
    DigitBoxes,
    Option,
    Options,
    Paragraphs,
    Part,
    Spread,
    State,
    WeekGrid,
    WritingLines,
)
from reintegratie_desktop.documents.sides import draw_in_line
from reintegratie_desktop.documents.styles import (
    ANSWER,
    ANSWER_LEFT,
    ANSWER_WIDTH,
    BOX,
    BOX_GAP,
    HELP,
    LABEL,
    MM,
    PARAGRAPH_GAP,
    RIGHT,
    RULE_BOX,
    STATE,
    WRITING_LINE,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import (
    Surface,
)
from reintegratie_desktop.documents.typeset import (
    break_lines,
)

DASH: Final = "– "
"""In front of each item of a list."""


@dataclass(frozen=True)
class Row:
    """One line of an answer: its height, how it is drawn, and whether the answer may be cut above it."""

    height: float
    draw: Callable[[Surface, float], None]
    cut_above: bool = False
    paragraph: int = -1
    """Rows of one paragraph share a number and are read as one."""
    text: str = ""
    style: Style = ANSWER
    indent: float = 0.0
    """How far a line of text stands in, under the first words of its item in a list."""
    typed: bool = False
    """On a paper in two languages: it stands as it was typed, with a bar beside it."""


def too_wide_for(columns: int, text: str) -> bool:
    """Tell whether an option does not fit on one line when the answer column is cut into so many columns."""
    return text_width(text, ANSWER) > ANSWER_WIDTH / columns - BOX - BOX_GAP - 4


def answer_rows(parts: Sequence[Part]) -> list[Row]:
    """Return the lines of an answer."""
    rows: list[Row] = []
    for index, part in enumerate(parts):
        if index:
            rows.append(white(2.0))
        match part:
            case Paragraphs():
                rows.extend([list_in_columns(part)] if part.columns > 1 else paragraph_rows(part, base=index * 100_000))
            case State():
                rows.extend(
                    Row(STATE.leading, nothing, paragraph=index * 100_000 + 99_999, text=line, style=STATE)
                    for line in break_lines(part.text, STATE, ANSWER_WIDTH)
                )
            case Options():
                rows.extend(_option_rows(part))
            case WritingLines():
                rows.extend(writing_rows(part, below_something=bool(index)))
            case DigitBoxes():
                rows.append(digit_row(part))
            case WeekGrid():
                rows.append(week_row(part))
    return rows


def nothing(surface: Surface, top: float) -> None:
    """Draw nothing: the lines of a text are drawn together, as a paragraph."""


def white(height: float) -> Row:
    """Return white between two parts of an answer."""
    return Row(height, nothing)


def paragraph_rows(part: Paragraphs, base: int, width: float = ANSWER_WIDTH) -> list[Row]:
    """Return the lines of a running text."""
    rows: list[Row] = []
    for number, text in enumerate(part.texts):
        indent = hanging(text)
        lines = hung_lines(text, width, indent)
        if number and not part.tight:
            rows.append(Row(PARAGRAPH_GAP, nothing, cut_above=True))
        for index, line in enumerate(lines):
            # No single line of a paragraph stays behind on either page.
            inside = 2 <= index <= len(lines) - 2 or (part.tight and not index)
            stands_in = indent if index else 0.0
            rows.append(Row(ANSWER.leading, nothing, inside, base + number, line, ANSWER, stands_in))
    return rows


def list_in_columns(part: Paragraphs, left: float = ANSWER_LEFT, whole: float = ANSWER_WIDTH) -> Row:
    """Return a list of short lines in columns that are read down first."""
    high = -(-len(part.texts) // part.columns)
    width = whole / part.columns
    broken = [(hanging(text), hung_lines(text, width - 6, hanging(text))) for text in part.texts]
    columns = [broken[start : start + high] for start in range(0, len(broken), high)]

    def draw(surface: Surface, top: float) -> None:
        for index, column in enumerate(columns):
            y = top
            for indent, lines in column:
                with surface.content("P"):
                    surface.line(left + width * index, y, lines[0], ANSWER)
                    surface.lines(left + width * index + indent, y + ANSWER.leading, lines[1:], ANSWER)
                y += len(lines) * ANSWER.leading

    return Row(max(sum(len(lines) for _indent, lines in column) for column in columns) * ANSWER.leading, draw)


def hanging(text: str) -> float:
    """Return how far the lines under the first one of a list item stand in; 0 for a paragraph."""
    return text_width(DASH, ANSWER) if text.startswith(DASH) else 0.0


def hung_lines(text: str, width: float, indent: float) -> list[str]:
    """Return the lines of a list item, those under the first broken for less room."""
    if not indent:
        return break_lines(text, ANSWER, width)
    first, *others = break_lines(text.removeprefix(DASH), ANSWER, width - indent)
    return [DASH + first, *others]


def _option_rows(part: Options) -> list[Row]:
    if part.spread is Spread.LIST:
        return [row for option in part.options for row in _option_lines([(option, 0.0, ANSWER_WIDTH)])]
    if part.spread is Spread.COLUMNS:
        return [_columns(part.options, 2)]
    if part.spread is Spread.THREE:
        return [_columns(part.options, 3)]
    rows: list[Row] = []
    across: list[tuple[Option, float, float]] = []
    x = text_width(part.lead, HELP) + 10 if part.lead else 0.0
    lead = part.lead
    for option in part.options:
        width = BOX + BOX_GAP + text_width(option.text, ANSWER)
        if across and x + width > ANSWER_WIDTH:
            rows.extend(_option_lines(across, lead))
            x, across, lead = 0.0, [], ""
        across.append((option, x, ANSWER_WIDTH - x))
        x += width + 16
    return [*rows, *_option_lines(across, lead)]


def _columns(options: Sequence[Option], count: int) -> Row:
    """Return columns that are read down first; a long text makes only its own column higher."""
    high = -(-len(options) // count)
    width = ANSWER_WIDTH / count
    columns = [
        [
            row
            for option in options[high * index : high * (index + 1)]
            for row in _option_lines([(option, x, width - 4)])
        ]
        for index in range(count)
        for x in (width * index,)
    ]

    def draw(surface: Surface, top: float) -> None:
        for column in columns:
            y = top
            for row in column:
                row.draw(surface, y)
                y += row.height

    return Row(max(sum(row.height for row in column) for column in columns), draw)


def _option_lines(across: Sequence[tuple[Option, float, float]], lead: str = "") -> list[Row]:
    """Return one row for options beside each other, behind a short question; a long text makes the row higher."""
    cells = []
    most = 1
    for option, x, width in across:
        lines = break_lines(option.text, ANSWER, width - BOX - BOX_GAP)
        most = max(most, len(lines))
        cells.append((option, x, lines))

    def draw(surface: Surface, top: float) -> None:
        if lead:
            with surface.content("P"):
                surface.line(ANSWER_LEFT, top + ANSWER.baseline - HELP.baseline, lead, HELP)
        for option, x, lines in cells:
            with surface.element("P"):
                surface.tick_box(ANSWER_LEFT + x, top, ANSWER.leading, chosen=option.chosen)
                with surface.mark():
                    surface.lines(ANSWER_LEFT + x + BOX + BOX_GAP, top, lines, ANSWER)

    return [Row(most * ANSWER.leading, draw, cut_above=False)]


def writing_rows(part: WritingLines, *, below_something: bool, start: float = ANSWER_LEFT) -> list[Row]:
    """Return the lines to write on."""
    rows = []
    for index in range(part.count):
        lead = part.lead if index == 0 else ""

        def draw(surface: Surface, top: float, lead: str = lead) -> None:
            bottom = top + WRITING_LINE - 1
            left = start
            if lead:
                with surface.element("P"):
                    left += draw_in_line(surface, start, bottom - HELP.leading, lead, HELP) + 4
            surface.rule(left, bottom, RIGHT)

        rows.append(Row(WRITING_LINE, draw, cut_above=index > 1 or below_something))
    return rows


def digit_row(part: DigitBoxes, left: float = ANSWER_LEFT) -> Row:
    """Return boxes for one digit each."""
    width, height = 6.2 * MM, 7.5 * MM

    def draw(surface: Surface, top: float) -> None:
        for index in range(part.count):
            surface.frame(left + index * width, top + 1, width, height, RULE_BOX)
        if part.digits:
            with surface.content("P", actual=part.digits):
                for index, digit in enumerate(part.digits[: part.count]):
                    middle = left + (index + 0.5) * width
                    surface.centre(middle, top + 1 + (height - ANSWER.leading) / 2, digit, ANSWER)

    return Row(height + 2, draw)


def week_row(part: WeekGrid, left: float = ANSWER_LEFT, whole: float = ANSWER_WIDTH) -> Row:
    """Return the seven days with their hours."""
    by_hand = not any(part.hours)
    width = whole / 8
    height = HELP.leading + (10 * MM if by_hand else ANSWER.leading)

    def draw(surface: Surface, top: float) -> None:
        bottom = top + height
        with surface.element("Table"):
            with surface.element("TR"):
                for index, day in enumerate(part.days):
                    with surface.element("TH", scope="Column"):
                        draw_in_line(surface, left + index * width + (3 if by_hand else 0), top, day, LABEL)
            with surface.element("TR"):
                for index, hours in enumerate(part.hours):
                    with surface.element("TD"), surface.mark():
                        surface.line(left + index * width, top + HELP.leading, hours, ANSWER)
        if by_hand:
            for index in range(1, len(part.days)):
                surface.upright(left + index * width, top, bottom)
            surface.rule(left, bottom, left + width * len(part.days))

    return Row(height + 1, draw)
