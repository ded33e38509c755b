"""The list of the rows of a table: what stands in each cell, and how a reader hears a row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.fields import Computed, Table
from reintegratie_desktop.forms.flow import ROW
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import EditorContext, as_map
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.fields.row_card import full_row
from reintegratie_desktop.ui.fields.table_columns import column_width, head_words, second_line, split_columns
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.table_list import Cell, Column, TableList, TableRow, TwoLines

_MOST_PARTS: Final = 4
"""So many answers stand on the second line of a row; the rest shows when the row is opened."""
_ROW_MENU: Final = 38
_HEIGHT: Final = 54


def row_word(table: Table) -> str:
    """Return what a row is called, with a capital: "Afspraak"."""
    word = _(table.row_name)
    return word[:1].upper() + word[1:]


def row_title(table: Table, index: int) -> str:
    """Return what a row is called above its editor: with its number where a number names it, as in "Fase 1"."""
    key = table.title_column or table.columns[0].key
    named = next((column for column in table.columns if column.key == key), None)
    word = row_word(table)
    return _("{regel} {nummer}").format(regel=word, nummer=index + 1) if isinstance(named, Computed) else word


class RowList(TableList):
    """The rows of a table under each other; `make_menu(index, name)` gives the button at the end of each."""

    def __init__(self, table: Table, rows: Sequence[Any], context: EditorContext, name: str, *, wide: bool) -> None:
        full = [_full(table, row, index, context) for index, row in enumerate(rows)]
        title, own, self._rest = split_columns(table, wide=wide, rows=full)
        columns = [Column(head_words(title), stretch=1)]
        columns += [Column(head_words(column), width=column_width(column)) for column in own]
        super().__init__([*columns, Column("", width=_ROW_MENU)], name=name, row_height=_HEIGHT)
        self._table, self._context = table, context
        self._title, self._own, self._full = title, own, full

    def fill(self, make_menu: Callable[[int, str], Button]) -> list[TableRow]:
        """Put all rows in the list and return them."""
        return [self._add(index, content, make_menu) for index, content in enumerate(self._full)]

    def _add(self, index: int, content: Mapping[str, Any], make_menu: Callable[[int, str], Button]) -> TableRow:
        name = shown_answer(self._title, content.get(self._title.key))
        if not name or name.isdigit():
            name = _("{regel} {nummer}").format(regel=row_word(self._table), nummer=name or index + 1)
        second = self._second_line(index, content)
        cells: list[Cell] = [TwoLines(name, second)]
        spoken = [name]
        for column in self._own:
            text = shown_answer(column, content.get(column.key), short=True)
            cells.append(text)
            if text:
                spoken.append(f"{head_words(column)} {text}")
        cells.append(make_menu(index, name))
        return self.add_row(str(index), cells, ", ".join(part for part in (*spoken, second) if part))

    def _second_line(self, index: int, content: Mapping[str, Any]) -> str:
        if self._table.summary is not None:
            around = {**self._context.answers(), **content, ROW: index}
            return self._table.summary(around, self._context.form_context)
        known = self._context.form_context
        told = [
            column
            for column in self._rest
            if not (column.aside and content.get(column.key) == column.start_value(known))
        ]
        parts = [second_line(column, content.get(column.key)) for column in told]
        return ". ".join([text for text in parts if text][:_MOST_PARTS])


def _full(table: Table, row: object, index: int, context: EditorContext) -> dict[str, Any]:
    known = as_map(row)
    return full_row(table, known, index, context) if is_filled(known) else known
