"""Repeating rows: as a table when the columns fit beside each other, else as records under each other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.documents.answers import (
    answer_parts,
    as_text,
    field_block,
    field_label,
    is_empty,
)
from reintegratie_desktop.documents.cells import column_texts, hand_options, is_coded, is_not_asked, may_stay_open
from reintegratie_desktop.documents.model import (
    Block,
    Cell,
    CellLine,
    Column,
    ColumnKind,
    FieldBlock,
    Paragraphs,
    Subheading,
    TableBlock,
)
from reintegratie_desktop.documents.settled import is_following, settled
from reintegratie_desktop.documents.typeset import clean
from reintegratie_desktop.documents.wide import record_blocks, remarks
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField
from reintegratie_desktop.text.i18n import _

HAND_ROWS: Final = 5
HAND_RECORDS: Final = 2
LONG_CELL: Final = 420
"""Letters: some 60 words. A longer text is a field, not a cell."""
MOST_BREAKS: Final = 3
MOST_COLUMNS: Final = 7
"""With more columns each row becomes a block of its own."""
ARRANGEMENTS: Final = 3
"""So many ways to set a table are compared."""
ONE_LINE: Final = 24
"""Letters of a cell that hardly ever need a second line."""
MOST_UNDER: Final = 3
NOTHING_SAID: Final = "–"
"""What stands in an open cell of a column that may stay open."""
MOST_DETAIL: Final = 2500
MOST_NAMES: Final = 4
_KINDS: Final = {
    "day": ColumnKind.DATE,
    "day_time": ColumnKind.TEXT,
    "time": ColumnKind.DATE,
    "number": ColumnKind.NUMBER,
    "percent": ColumnKind.NUMBER,
    "amount": ColumnKind.NUMBER,
    "choice": ColumnKind.NAME,
    "person": ColumnKind.NAME,
    "yes_no": ColumnKind.TICK,
    "tick": ColumnKind.TICK,
}
_LEAVES_FIRST: Final = (ColumnKind.TEXT, ColumnKind.NAME, ColumnKind.TICK, ColumnKind.NUMBER, ColumnKind.DATE)


def table_blocks(field: SnapshotField, *, by_hand: bool) -> tuple[Block, ...]:
    """Return the blocks for a `table` or `rows` field."""
    if field.state in {FieldState.NOT_ASKED, FieldState.NOT_PRINTED} or not field.columns:
        return (field_block(field, by_hand=by_hand),)
    rows = [row for row in field.answer if isinstance(row, Mapping)] if isinstance(field.answer, list) else []
    rows = [row for row in rows if any(str(row.get(column.key) or "").strip() for column in field.columns)]
    if not rows and not by_hand:
        return (FieldBlock(field_label(field), answer_parts(field_with(field, None), by_hand=False)),)
    coded = next((column for column in field.columns if is_coded(column)), None)
    if coded is not None:
        # By code, as the official form has it; rows with one code stay as they were written.
        rows.sort(key=lambda row: str(row.get(coded.key) or ""))
    if not by_hand and _is_list_of_names(field, rows):
        lines = (", ".join(as_text(column, row[column.key]) for column in field.columns) for row in rows)
        return (FieldBlock(field_label(field), (Paragraphs(tuple(lines), tight=True),)),)
    label = field_label(field)
    legend = _legend(field)
    heading = Subheading(label.text, (*label.help, *((legend,) if legend else ())))
    wide = len(field.columns) > MOST_COLUMNS
    if not rows:
        return (
            (heading, *record_blocks(field, [{}] * HAND_RECORDS, by_hand=True)) if wide else _to_fill_in(field, heading)
        )
    if not settled(lambda: _has_long_cell(field, rows))[1]:
        if wide:
            return (heading, *record_blocks(field, rows, by_hand=by_hand))
        table = _settled_table(_Filled(field, rows, by_hand=by_hand))
        if table is not None:
            return (heading, table)
    return (heading, *_records(field, rows, by_hand=by_hand))


def _settled_table(filled: "_Filled") -> TableBlock | None:
    """Return the arrangement to print; on a paper in two languages the same one for both."""
    if not is_following():
        return _lowest(filled)
    ways = list(filled.arrangements())

    def decide() -> int:
        found = _lowest(filled)
        return len(ways) if found is None else ways.index(found)

    number, index = settled(decide)
    return replace(ways[index], decision=number) if index < len(ways) else None


def _lowest(filled: "_Filled") -> TableBlock | None:
    """Return the arrangement that takes the least height; of two that are equal, the one with more columns."""
    from reintegratie_desktop.documents.columns import fits  # noqa: PLC0415 - measuring needs the fonts
    from reintegratie_desktop.documents.grid import height_of  # noqa: PLC0415 - see above

    if filled.is_stacked:
        # A table by code always looks the same: what and result in one cell.
        for table in filled.arrangements():
            if not table.details and fits(table) and filled.texts_are_under(table):
                return table
    found: list[TableBlock] = []
    for table in filled.arrangements():
        if fits(table) and all(len(text) <= MOST_DETAIL for text in table.details):
            if table.details and found:
                break
            found.append(table)
            if table.details or len(found) == ARRANGEMENTS or not filled.has_towers(table):
                break
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=height_of)


def field_with(field: SnapshotField, answer: object) -> SnapshotField:
    """Return a field with this answer, empty when it says nothing."""
    changed = replace(field, answer=answer, state=FieldState.ANSWERED)
    return replace(changed, state=FieldState.EMPTY) if is_empty(changed) and field.kind != "tick" else changed


def _fits(table: TableBlock) -> bool:
    from reintegratie_desktop.documents.columns import fits  # noqa: PLC0415 - measuring needs the fonts

    return fits(table)


def _is_list_of_names(field: SnapshotField, rows: list[Mapping[str, Any]]) -> bool:
    """Tell whether the rows are a few names, each with one word behind it: those take a line, not a table."""
    kinds = tuple(column.kind for column in field.columns)
    full = all(str(row.get(column.key) or "").strip() for row in rows for column in field.columns)
    return kinds == ("text", "choice") and 0 < len(rows) <= MOST_NAMES and full


def _legend(field: SnapshotField) -> str:
    return ". ".join(
        f"{clean(column.label)}: {', '.join(clean(option.label) for option in column.options)}"
        for column in field.columns
        if is_coded(column)
    )


def column_kind(column: SnapshotField) -> ColumnKind:
    """Return what a column holds."""
    return ColumnKind.CODE if is_coded(column) else _KINDS.get(column.kind, ColumnKind.TEXT)


class _Filled:
    """The rows of a table as text, ready to be set beside each other in more than one way."""

    def __init__(self, field: SnapshotField, rows: list[Mapping[str, Any]], *, by_hand: bool) -> None:
        texts = [column_texts(column, rows) for column in field.columns]
        kept = [
            index
            for index, column in enumerate(field.columns)
            if by_hand or any(texts[index]) or (_differs(column, rows) and not may_stay_open(column))
        ]
        self._columns = [field.columns[index] for index in kept]
        self._rows = rows
        self._kinds = [column_kind(column) for column in self._columns]
        self._texts = [
            [
                text or (_("niet van toepassing") if _says_not_asked(column, row) else "")
                for text, row in zip(texts[index], rows, strict=True)
            ]
            for index, column in zip(kept, self._columns, strict=True)
        ]
        self._by_hand = by_hand
        self._note = _said_once([column for index, column in enumerate(field.columns) if index not in kept], rows)

    def arrangements(self) -> Iterator[TableBlock]:
        """Yield the ways to set the columns, the widest first.

        What does not fit moves under the text that names the row, as "Resultaat: ...": texts first, dates last. When
        that would be more than a few lines, or no text names the row, it runs on under the row.
        """
        count = len(self._columns)
        named = [index for index, column in enumerate(self._columns[:3]) if column.kind in {"text", "long_text"}]
        title = named[0] if named else -1
        beside = list(range(count))
        yield self._table(beside, title)
        for kind in _LEAVES_FIRST:
            for index in reversed(range(count)):
                if self._kinds[index] is kind and index != title:
                    beside.remove(index)
                    yield self._table(beside, title)

    @property
    def is_stacked(self) -> bool:
        """Tell whether the texts of a row stand under each other."""
        return ColumnKind.CODE in self._kinds and not self._by_hand

    def texts_are_under(self, table: TableBlock) -> bool:
        """Tell whether one text and one name stand in columns of their own, and the others under that text."""
        kinds = [column.kind for column in table.columns]
        return kinds.count(ColumnKind.TEXT) <= 1 and kinds.count(ColumnKind.NAME) <= 1

    def has_towers(self, table: TableBlock) -> bool:
        """Tell whether some row may need more than one line."""
        return any(len(line.text) > ONE_LINE for row in table.rows for cell in row for line in cell.lines)

    def _table(self, beside: list[int], title: int) -> TableBlock:
        under = [index for index in range(len(self._columns)) if index not in beside]
        running_on = len(under) > MOST_UNDER or title < 0
        made = tuple(
            tuple(
                self._cell(row, index, [] if running_on else under, names=index == title and bool(under))
                for index in beside
            )
            for row in range(len(self._rows))
        )
        details = tuple(
            "; ".join(self._said(row, index) for index in under if self._texts[index][row] or self._must_say(index))
            for row in range(len(self._rows))
            if running_on and under
        )
        heads = tuple(
            Column(
                "" if self._kinds[index] is ColumnKind.CODE else clean(self._columns[index].label), self._kinds[index]
            )
            for index in beside
        )
        by_hand = self._by_hand and any(not text for index in beside for text in self._texts[index])
        return TableBlock(heads, made, by_hand=by_hand, details=details, note=self._note)

    def _cell(self, row: int, index: int, under: list[int], *, names: bool) -> Cell:
        text = self._texts[index][row]
        if not text and self._by_hand:
            return Cell(options=hand_options(self._columns[index]))
        if not text and may_stay_open(self._columns[index]):
            return Cell((CellLine(NOTHING_SAID),))
        bold = names or self._kinds[index] is ColumnKind.CODE
        more = [CellLine(line) for line in self._lines_under(row, under)] if names else []
        return Cell((CellLine(text or _("niet ingevuld"), bold), *more))

    def _lines_under(self, row: int, under: list[int]) -> list[str]:
        """Return the lines under the text that names a row; a short choice goes on behind the line before it."""
        lines: list[str] = []
        for index in under:
            column, text = self._columns[index], self._texts[index][row]
            if is_not_asked(column, self._rows[row]) or (not text and may_stay_open(column)):
                # The answer before it says so already, and another row of the same table shows the question.
                continue
            said = self._said(row, index)
            if lines and self._kinds[index] is ColumnKind.NAME:
                lines[-1] = f"{lines[-1].rstrip('.')}. {said}"
            else:
                lines.append(said)
        return lines

    def _must_say(self, index: int) -> bool:
        return not may_stay_open(self._columns[index])

    def _said(self, row: int, index: int) -> str:
        said = self._texts[index][row] or _("niet ingevuld")
        return f"{clean(self._columns[index].label)}: {said}"


def _differs(column: SnapshotField, rows: list[Mapping[str, Any]]) -> bool:
    """Tell whether a question was asked in some rows and not in others."""
    return len({is_not_asked(column, row) for row in rows}) > 1


def _says_not_asked(column: SnapshotField, row: Mapping[str, Any]) -> bool:
    return is_not_asked(column, row) and not may_stay_open(column)


def _said_once(columns: list[SnapshotField], rows: list[Mapping[str, Any]]) -> str:
    """Return one line under a table for the questions that no row answers, instead of a column of nothing."""
    missing: list[str] = []
    skipped: dict[str, list[str]] = {}
    for column in columns:
        if may_stay_open(column):
            continue
        if all(is_not_asked(column, row) for row in rows):
            skipped.setdefault(clean(column.not_asked_because), []).append(clean(column.label))
        else:
            missing.append(clean(column.label))
    return " ".join(remarks(missing, skipped))


def _has_long_cell(field: SnapshotField, rows: list[Mapping[str, Any]]) -> bool:
    return any(
        len(text := as_text(column, row.get(column.key))) > LONG_CELL or text.count("\n") > MOST_BREAKS
        for column in field.columns
        for row in rows
    )


def _records(field: SnapshotField, rows: list[Mapping[str, Any]], *, by_hand: bool) -> list[Block]:
    blocks: list[Block] = []
    for index, row in enumerate(rows, start=1):
        blocks.append(Subheading(_("{naam}, nummer {nummer}").format(naam=clean(field.label), nummer=index)))
        blocks += [field_block(field_with(column, row.get(column.key)), by_hand=by_hand) for column in field.columns]
    return blocks


def _to_fill_in(field: SnapshotField, heading: Subheading) -> tuple[Block, ...]:
    count = field.writing_lines or HAND_ROWS
    heads = tuple(Column(clean(column.label), _hand_kind(column)) for column in field.columns)
    row = tuple(Cell(options=hand_options(column)) for column in field.columns)
    table = TableBlock(heads, (row,) * count, by_hand=True)
    number, way = settled(lambda: int(not _fits(table)))
    if not way:
        table = replace(table, decision=number)
        listed = [
            f"{clean(column.label)}: {', '.join(clean(option.label) for option in column.options)}"
            for column in field.columns
            if column.options and not hand_options(column) and not is_coded(column)
        ]
        return (Subheading(heading.text, (*heading.help, *listed)), table)
    label = field_label(field)
    return (Subheading(label.text, label.help), *record_blocks(field, [{}] * HAND_ROWS, by_hand=True))


def _hand_kind(column: SnapshotField) -> ColumnKind:
    if hand_options(column):
        return ColumnKind.TICK
    return ColumnKind.NAME if is_coded(column) else column_kind(column)
