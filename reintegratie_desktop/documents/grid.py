"""Tables: columns that find their own width, a head on every page, rows that are never cut."""

from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from reintegratie_desktop.documents.columns import PAD_NUMBER, column_widths, padding, style_of
from reintegratie_desktop.documents.model import Cell, Column, ColumnKind, TableBlock
from reintegratie_desktop.documents.sides import Said, Sides, draw_in_line, stacked
from reintegratie_desktop.documents.styles import (
    BOX,
    BOX_GAP,
    CELL,
    HEAD,
    HELP,
    LEFT,
    MM,
    RIGHT,
    RULE_FRAME,
    WIDTH,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import in_line, other
from reintegratie_desktop.documents.two_rows import TYPED_INDENT, is_typed
from reintegratie_desktop.documents.typeset import break_lines

ROW_TOP = 2.6
ROW_BOTTOM = 3.4
ROW_TOP_TIGHT = 1.4
ROW_BOTTOM_TIGHT = 2.2
HAND_ROW = 9.5 * MM
LEAST_ROWS = 2
DETAIL_INDENT = 12.0


def height_of(table: TableBlock) -> float:
    """Return the height of a table on one endless page, in points."""
    return TableDrawing(table).height


@dataclass(frozen=True)
class _Laid:
    """A row with its cells broken into lines."""

    cells: tuple[tuple[Said, ...], ...]
    height: float
    detail: tuple[str, ...] = ()

    @property
    def beside(self) -> float:
        """Return the height without what runs on under the row."""
        return self.height - len(self.detail) * CELL.leading


class TableDrawing:
    """A table, or the part of it that stands on one page."""

    def __init__(self, table: TableBlock, *, space_before: float = 2.0) -> None:
        self._table = table
        self._above, self._below = ROW_TOP, ROW_BOTTOM
        self._widths = column_widths(table)
        details = table.details or ("",) * len(table.rows)
        self._rows = [self._lay(row, detail) for row, detail in zip(table.rows, details, strict=True)]
        self._total = self._lay(table.total) if table.total else None
        self._source = list(table.rows)
        self._note = Sides(table.note, HELP)
        self._heads = [
            stacked(column.label, HEAD, max(width - padding(column), 8), HELP) or [Said("", HEAD)]
            for column, width in zip(table.columns, self._widths, strict=True)
        ]
        self.space_before = space_before
        self.stays_with_next = False
        self._measure()

    def closer(self) -> "TableDrawing":
        """Return the same table with less white in its rows; rows to write in keep their height."""
        part = object.__new__(TableDrawing)
        part.__dict__.update(self.__dict__)
        part._above, part._below = ROW_TOP_TIGHT, ROW_BOTTOM_TIGHT
        if not self._table.by_hand:
            less = ROW_TOP + ROW_BOTTOM - ROW_TOP_TIGHT - ROW_BOTTOM_TIGHT
            part._rows = [replace(row, height=row.height - less) for row in self._rows]
            part._total = replace(self._total, height=self._total.height - less) if self._total else None
            part._measure()
        return part

    def _lay(self, row: tuple[Cell, ...], detail: str = "") -> _Laid:
        cells = []
        for cell, width, column in zip(row, self._widths, self._table.columns, strict=True):
            indent = BOX + BOX_GAP if cell.options else 0.0
            lines: list[Said] = []
            for line in cell.lines:
                lines += _said(line.text, style_of(line), width - padding(column) - indent)
            cells.append(tuple(lines))
        most = max((len(lines) for lines in cells), default=1)
        if any(len(cell.options) == 1 and other(cell.options[0].text) for cell in row):
            most = max(most, 2)
        height = self._above + max(most, 1) * CELL.leading + self._below
        if self._table.by_hand:
            height = max(height, HAND_ROW)
        under = break_lines(detail, CELL, WIDTH - DETAIL_INDENT) if detail else []
        return _Laid(tuple(cells), height + len(under) * CELL.leading, tuple(under))

    def _measure(self) -> None:
        self._head_height = max((len(lines) for lines in self._heads), default=1) * HEAD.leading + 5
        self.height = self._head_height + sum(row.height for row in self._rows)
        self.height += self._total.height if self._total else 0
        self.height += 3 + self._note.height if self._note.height else 0
        self.height += 4

    @property
    def least(self) -> float:
        """Return the room for the head and two rows, or for all when a cut would leave one row alone."""
        if len(self._rows) < 2 * LEAST_ROWS:
            return self.height
        return self._head_height + sum(row.height for row in self._rows[:LEAST_ROWS])

    def split(self, room: float, *, forced: bool) -> "tuple[TableDrawing, TableDrawing] | None":
        """Cut between two rows, two at least on either side."""
        fewest = 1 if forced else LEAST_ROWS
        used, best = self._head_height, 0
        for index, row in enumerate(self._rows):
            used += row.height
            if used > room:
                break
            if index + 1 >= fewest and len(self._rows) - index - 1 >= fewest:
                best = index + 1
        if not best:
            return None
        return self._part(0, best, last=False), self._part(best, len(self._rows), last=True)

    def _part(self, start: int, end: int, *, last: bool) -> "TableDrawing":
        part = object.__new__(TableDrawing)
        part.__dict__.update(self.__dict__)
        part._rows, part._source = self._rows[start:end], self._source[start:end]
        if not last:
            part._total, part._note = None, Sides("", HELP)
        part.space_before = 0.0
        part._measure()
        return part

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw head, rows and total as one table."""
        y = top + self._head_height
        with surface.element("Table"):
            if any(line.text for lines in self._heads for line in lines):
                with surface.element("TR"):
                    self._draw_head(surface, top)
            surface.rule(LEFT, y, RIGHT, RULE_FRAME)
            for source, laid in zip(self._source, self._rows, strict=True):
                self._draw_row(surface, y, source, laid)
                y += laid.height
                surface.rule(LEFT, y, RIGHT)
            if self._total:
                surface.rule(LEFT, y, RIGHT, RULE_FRAME)
                self._draw_row(surface, y, self._table.total, self._total)
                y += self._total.height
                surface.rule(LEFT, y, RIGHT)
        self._note.draw(surface, y + 3)

    def _draw_head(self, surface: Surface, top: float) -> None:
        x = LEFT
        for index, (column, width, lines) in enumerate(
            zip(self._table.columns, self._widths, self._heads, strict=True)
        ):
            y = top + self._head_height - 4 - len(lines) * HEAD.leading
            typed = bool(surface.document.second_language) and self._holds_typed(index)
            with surface.element("TH", scope="Column"):
                if typed:
                    surface.typed_mark(x + 1, y + 1, y + len(lines) * HEAD.leading - 0.5)
                for second, stretch in groupby(lines, key=attrgetter("second")):
                    with surface.content("Span", second=True) if second else surface.mark():
                        for line in stretch:
                            if column.kind is ColumnKind.NUMBER:
                                surface.right(x + width - PAD_NUMBER, y, line.text, line.style)
                            else:
                                surface.line(x + (TYPED_INDENT if typed else 0.0), y, line.text, line.style)
                            y += line.style.leading
            x += width

    def _holds_typed(self, index: int) -> bool:
        """Tell whether a column holds texts that stand as they were typed."""
        if self._table.columns[index].kind not in {ColumnKind.TEXT, ColumnKind.NAME}:
            return False
        return any(is_typed(line.text) for row in self._source for line in row[index].lines)

    def _draw_row(self, surface: Surface, top: float, row: tuple[Cell, ...], laid: _Laid) -> None:
        x = LEFT
        with surface.element("TR"):
            for index, (cell, lines) in enumerate(zip(row, laid.cells, strict=True)):
                width, column = self._widths[index], self._table.columns[index]
                with surface.element("TD"):
                    self._draw_cell(surface, x, top, width, column, cell, lines, laid.beside)
                x += width
        if laid.detail:
            y = top + laid.beside - (0 if self._table.by_hand else self._below)
            with surface.element("TR"), surface.content("TD"):
                surface.lines(LEFT + DETAIL_INDENT, y, list(laid.detail), CELL, WIDTH - DETAIL_INDENT)

    def _draw_cell(
        self,
        surface: Surface,
        x: float,
        top: float,
        width: float,
        column: Column,
        cell: Cell,
        lines: tuple[Said, ...],
        height: float,
    ) -> None:
        y = top + self._above
        if self._table.by_hand:
            y = top + (height - max(len(lines), 1) * CELL.leading) / 2
        for option in cell.options:
            said = other(option.text) if len(cell.options) == 1 else ""
            with surface.element("P"):
                surface.tick_box(x, y, CELL.leading, chosen=option.chosen)
                x += BOX + BOX_GAP
                if said:
                    y -= CELL.leading / 2 if self._table.by_hand else 0.0
                    with surface.mark():
                        surface.line(x, y, option.text, CELL)
                    with surface.content("Span", second=True):
                        surface.line(x, y + CELL.leading, said, CELL)
                else:
                    x += draw_in_line(surface, x, y, option.text, CELL) + 8
        for second, stretch in groupby(lines, key=attrgetter("second")):
            with surface.content("Span", second=True) if second else surface.mark():
                y = self._draw_lines(surface, x, y, width, column, list(stretch))

    @staticmethod
    def _draw_lines(surface: Surface, x: float, y: float, width: float, column: Column, lines: list[Said]) -> float:
        for style, stretch in groupby(lines, key=attrgetter("style")):
            texts = [line.text for line in stretch]
            if column.kind is ColumnKind.NUMBER:
                for index, text in enumerate(texts):
                    surface.right(x + width - PAD_NUMBER, y + index * style.leading, text, style)
            else:
                surface.lines(x, y, texts, style, width - padding(column))
            y += len(texts) * style.leading
        return y


def _said(text: str, style: Style, width: float) -> list[Said]:
    """Return the lines of a cell; two short words of two languages stand in one line."""
    if other(text) and text_width(in_line(text), style) <= width:
        return [Said(in_line(text), style)]
    return stacked(text, style, width, CELL)
