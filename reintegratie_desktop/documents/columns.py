"""How wide the columns of a table are."""

import math

from reintegratie_desktop.documents.model import Cell, CellLine, Column, ColumnKind, TableBlock
from reintegratie_desktop.documents.styles import BOX, BOX_GAP, CELL, CELL_BOLD, HEAD, MM, WIDTH, Style, text_width
from reintegratie_desktop.documents.two import in_line, other
from reintegratie_desktop.documents.typeset import widest_word

PAD_TEXT = 7.0
PAD_NUMBER = 11.0
_EMPTY = {
    ColumnKind.TEXT: 32 * MM,
    ColumnKind.CODE: 14 * MM,
    ColumnKind.DATE: 20 * MM,
    ColumnKind.NUMBER: 14 * MM,
    ColumnKind.NAME: 24 * MM,
    ColumnKind.TICK: 14 * MM,
}
"""Room to write in a column that is still empty."""
_SHARES = tuple((share / 20, 1 - share / 20) for share in range(6, 15))
"""How two columns of text may share a line, besides by what they hold: the way with the fewest lines is taken."""
_CAPS = {ColumnKind.NAME: 33 * MM, ColumnKind.CODE: 22 * MM}


def column_widths(table: TableBlock) -> list[float]:
    """Return the width of each column in points, right padding included; together the width of the text.

    Short columns (dates, figures, codes) get what they need. Text columns share the rest by how much they hold.
    """
    count = len(table.columns)
    measured = _measured(table)
    wanted = [natural for natural, _least_width in measured]
    least = [least_width for _natural_width, least_width in measured]
    flexible = [index for index, column in enumerate(table.columns) if column.kind is ColumnKind.TEXT]
    if not flexible:
        flexible = [index for index, column in enumerate(table.columns) if column.kind is ColumnKind.NAME]
    if not flexible:
        flexible = list(range(count))
    fixed = sum(wanted[index] for index in range(count) if index not in flexible)
    if table.by_hand and len(flexible) > 1 and not any(row[flexible[0]].lines for row in table.rows):
        wanted[flexible[0]] *= 2
    room = WIDTH - fixed
    given = list(wanted)
    texts = [wanted[index] for index in flexible]
    ways = [[max(room * width / sum(texts), 0.0) for width in texts]]
    if sum(texts) > room > 0 and len(flexible) > 1:
        ways.append(_evened(texts, room))
        if len(flexible) == len(_SHARES[0]):
            ways += [[room * share for share in shares] for shares in _SHARES]
    cells = [_all_lines(table, index) for index in flexible] if len(ways) > 1 else []
    best = min(ways, key=lambda way: _height_guess(cells, way)) if cells else ways[0]
    for index, width in zip(flexible, best, strict=True):
        given[index] = width
    _give_least(given, least, flexible, flexible, room)
    held = [index for index in flexible if any(row[index].lines for row in table.rows)]
    if len(held) < len(flexible):
        # A name that stands there goes before room to write: it is not broken inside a word.
        _give_least(given, least, held, flexible, room)
    scale = WIDTH / sum(given)
    return [width * scale for width in given]


def _give_least(given: list[float], least: list[float], wanting: list[int], flexible: list[int], room: float) -> None:
    """Widen columns that are too narrow for their longest word, at the cost of the other columns of text."""
    short = [index for index in wanting if given[index] < least[index]]
    if not short or len(short) == len(flexible):
        return
    for index in short:
        given[index] = least[index]
    others = [index for index in flexible if index not in short]
    left = room - sum(given[index] for index in short)
    share = sum(given[index] for index in others)
    for index in others:
        given[index] = max(left * given[index] / share, 12.0)


def _evened(wanted: list[float], room: float) -> list[float]:
    """Share room: a column that asks less than an even part gets what it asks, the others share what is left."""
    given = dict(enumerate(wanted))
    waiting = sorted(given, key=given.__getitem__)
    left = room
    while given[waiting[0]] <= left / len(waiting):
        left -= given[waiting.pop(0)]
    share = sum(given[index] for index in waiting)
    for index in waiting:
        given[index] = left * given[index] / share
    return list(given.values())


def _all_lines(table: TableBlock, index: int) -> list[list[float]]:
    """Return the widths of the lines in each cell of a column when nothing is broken, that of the head first."""
    cells = [
        [text_width(text, style_of(line)) for line in row[index].lines for text in _texts(line.text)]
        for row in _all_rows(table)
    ]
    return [[text_width(text, HEAD) for text in _texts(table.columns[index].label)], *cells]


def _height_guess(columns: list[list[list[float]]], widths: list[float]) -> int:
    """Return about how many lines the rows of some text columns take at these widths."""
    rows = zip(*columns, strict=True)
    room = [max(width - PAD_TEXT, 1.0) for width in widths]
    return sum(
        max(sum(math.ceil(line / space) for line in cell) for cell, space in zip(row, room, strict=True))
        for row in rows
    )


def fits(table: TableBlock) -> bool:
    """Tell whether the columns can stand beside each other without cutting words or making towers."""
    given = column_widths(table)
    for index, (column, (natural, least)) in enumerate(zip(table.columns, _measured(table), strict=True)):
        needed = max(min(least, 60 * MM), min(natural, 26 * MM)) if column.kind is ColumnKind.TEXT else least
        if given[index] < needed - 0.5:
            return False
    return True


def _measured(table: TableBlock) -> list[tuple[float, float]]:
    """Return for each column the width it would like and the least it can do with; measured once for a table."""
    if not table.measured:
        rows = _all_rows(table)
        for index, column in enumerate(table.columns):
            cells = [row[index] for row in rows]
            least = _least(column, cells)
            table.measured.append((_natural(column, cells, least), least))
    return table.measured


def _all_rows(table: TableBlock) -> list[tuple[Cell, ...]]:
    return [*table.rows, *([table.total] if table.total else [])]


def _is_empty(cells: list[Cell]) -> bool:
    return not any(cell.lines or cell.options for cell in cells)


def padding(column: Column) -> float:
    """Return the white at the right of a column."""
    return PAD_NUMBER if column.kind is ColumnKind.NUMBER else PAD_TEXT


def _natural(column: Column, cells: list[Cell], least: float) -> float:
    measure = _on_one_line if column.kind is ColumnKind.TEXT else _head_on_two_lines
    head = max(map(measure, _texts(column.label)))
    widest = max((_cell_width(cell) for cell in cells), default=0.0)
    if column.kind in {ColumnKind.TEXT, ColumnKind.NAME}:
        widest = min(widest, 120 * MM)
    if _is_empty(cells):
        widest = max(widest, _EMPTY[column.kind])
    width = max(head, widest) + padding(column)
    cap = _CAPS.get(column.kind)
    return min(width, max(cap, least)) if cap else width


def _texts(text: str) -> tuple[str, ...]:
    """Return what stands under each other in a cell: a text, and the same in the other language."""
    return (text, other(text)) if other(text) else (text,)


def _on_one_line(label: str) -> float:
    return text_width(label, HEAD)


def _head_on_two_lines(label: str) -> float:
    """Return the least width in which a head takes two lines: that is fine, a tower is not."""
    # A hard space keeps its two words on one line.
    words = label.split(" ")
    ways = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words) + 1)]
    return min((max(text_width(line, HEAD) for line in way) for way in ways), default=0.0)


def _least(column: Column, cells: list[Cell]) -> float:
    words = [text_width(word, HEAD) for label in _texts(column.label) for word in label.split(" ")]
    for cell in cells:
        words += [
            widest_word(text, style.font) * style.size
            for line in cell.lines
            for style in (style_of(line),)
            for text in _texts(line.text)
        ]
        if cell.options:
            words.append(_cell_width(cell))
    if _is_empty(cells):
        words.append(_EMPTY[column.kind])
    return max(words, default=0.0) + padding(column)


def _cell_width(cell: Cell) -> float:
    texts = [(text, line) for line in cell.lines for text in _texts(line.text)]
    lines = max((text_width(text, style_of(line)) for text, line in texts), default=0.0)
    if len(cell.options) == 1:
        return lines + BOX + BOX_GAP + max(text_width(text, CELL) for text in _texts(cell.options[0].text)) + 8
    options = sum(BOX + BOX_GAP + text_width(in_line(option.text), CELL) + 8 for option in cell.options)
    return lines + options


def style_of(line: CellLine) -> Style:
    """Return the style of a line in a cell."""
    return CELL_BOLD if line.bold else CELL
