"""Repeating rows: as a table when the columns fit beside each other, else as records under each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from reintegratie_desktop.documents.answers import (
    answer_parts,
    as_text,
    chosen_options,
    field_block,
    field_label,
    is_empty,
)
from reintegratie_desktop.documents.model import (
    Block,
    Cell,
    CellLine,
    Column,
    ColumnKind,
    FieldBlock,
    Option,
    Record,
    RecordItem,
    Subheading,
    TableBlock,
)
from reintegratie_desktop.documents.typeset import clean
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField
from reintegratie_desktop.text.formatting import number
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
MOST_FIGURES: Final = 6
FEW_FIGURES: Final = 4
SHORT_FIGURE: Final = 22
SHORT_WORD: Final = 3
ONE_LINE: Final = 24
"""Letters of a cell that hardly ever need a second line."""
MOST_UNDER: Final = 3
MOST_DETAIL: Final = 2500
_CODE: Final = re.compile(r"^(\w{1,3}) \S")
_HAND_OPTIONS: Final = 4
_HAND_LETTERS: Final = 16
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
    label = field_label(field)
    legend = _legend(field)
    heading = Subheading(label.text, (*label.help, *((legend,) if legend else ())))
    wide = len(field.columns) > MOST_COLUMNS
    if not rows:
        return (
            (heading, *record_blocks(field, [{}] * HAND_RECORDS, by_hand=True)) if wide else _to_fill_in(field, heading)
        )
    if not _has_long_cell(field, rows):
        if wide:
            return (heading, *record_blocks(field, rows, by_hand=by_hand))
        table = _lowest(_Filled(field, rows, by_hand=by_hand))
        if table is not None:
            return (heading, table)
    return (heading, *_records(field, rows, by_hand=by_hand))


def _lowest(filled: "_Filled") -> TableBlock | None:
    """Return the arrangement that takes the least height; of two that are equal, the one with more columns."""
    from reintegratie_desktop.documents.grid import fits, height_of  # noqa: PLC0415 - measuring needs the fonts

    found: list[TableBlock] = []
    for table in filled.arrangements():
        if fits(table) and all(len(text) <= MOST_DETAIL for text in table.details):
            if table.details and found:
                break
            found.append(table)
            if table.details or len(found) == ARRANGEMENTS or not filled.has_towers(table):
                break
    return min(found, key=height_of, default=None)


def field_with(field: SnapshotField, answer: object) -> SnapshotField:
    """Return a field with this answer, empty when it says nothing."""
    changed = replace(field, answer=answer, state=FieldState.ANSWERED)
    return replace(changed, state=FieldState.EMPTY) if is_empty(changed) and field.kind != "tick" else changed


def _fits(table: TableBlock) -> bool:
    from reintegratie_desktop.documents.grid import fits  # noqa: PLC0415 - measuring needs the fonts

    return fits(table)


def is_coded(column: SnapshotField) -> bool:
    """Tell whether all options start with a short code of their own, such as 7A to 7F."""
    if column.kind != "choice" or not column.options:
        return False
    codes = [found[1] for option in column.options if (found := _CODE.match(option.label))]
    return len(set(codes)) == len(column.options) and any(char.isdigit() for code in codes for char in code)


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
        self._columns = field.columns
        self._rows = rows
        self._kinds = [column_kind(column) for column in field.columns]
        self._texts = [
            [
                text or (_("niet van toepassing") if is_not_asked(column, row) else "")
                for text, row in zip(_column_texts(column, rows), rows, strict=True)
            ]
            for column in field.columns
        ]
        self._by_hand = by_hand

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
        details = tuple("; ".join(self._under(row, under)) for row in range(len(self._rows)) if running_on and under)
        heads = tuple(
            Column(
                "" if self._kinds[index] is ColumnKind.CODE else clean(self._columns[index].label), self._kinds[index]
            )
            for index in beside
        )
        by_hand = self._by_hand and any(not text for index in beside for text in self._texts[index])
        return TableBlock(heads, made, by_hand=by_hand, details=details)

    def _cell(self, row: int, index: int, under: list[int], *, names: bool) -> Cell:
        text = self._texts[index][row]
        if not text and self._by_hand:
            return Cell(options=_hand_options(self._columns[index]))
        bold = names or self._kinds[index] is ColumnKind.CODE
        more = [CellLine(line) for line in self._lines_under(row, under)] if names else []
        return Cell((CellLine(text or _("niet ingevuld"), bold), *more))

    def _lines_under(self, row: int, under: list[int]) -> list[str]:
        """Return the lines under the text that names a row; a short choice goes on behind the line before it."""
        lines: list[str] = []
        for index, text in zip(under, self._under(row, under), strict=True):
            if lines and self._kinds[index] is ColumnKind.NAME:
                lines[-1] = f"{lines[-1].rstrip('.')}. {text}"
            else:
                lines.append(text)
        return lines

    def _under(self, row: int, under: list[int]) -> list[str]:
        missing = _("niet ingevuld")
        return [f"{clean(self._columns[other].label)}: {self._texts[other][row] or missing}" for other in under]


def _says_unit(column: SnapshotField) -> bool:
    """Tell whether the head of a column says already what it counts."""
    label = column.label.casefold()
    return column.unit.casefold() in label or (column.unit == "uur" and "uren" in label)


def _column_texts(column: SnapshotField, rows: list[Mapping[str, Any]]) -> list[str]:
    """Return the texts of a column; figures all with two decimals when one of them needs decimals."""
    values = [row.get(column.key) for row in rows]
    if column.kind == "number":
        try:
            figures = [None if value in (None, "") else Decimal(str(value)) for value in values]
        except InvalidOperation:
            return ["" if value is None else clean(str(value)) for value in values]
        unit = f"\u00a0{column.unit}" if column.unit and not _says_unit(column) else ""
        decimals = 2 if any(figure is not None and figure != int(figure) for figure in figures) or column.unit else 0
        return ["" if figure is None else number(figure, decimals=decimals) + unit for figure in figures]
    texts = [as_text(column, value).replace("\n", " ").strip() for value in values]
    if is_coded(column):
        return [found[1] if (found := _CODE.match(text)) else text for text in texts]
    return texts


def _has_long_cell(field: SnapshotField, rows: list[Mapping[str, Any]]) -> bool:
    return any(
        len(text := as_text(column, row.get(column.key))) > LONG_CELL or text.count("\n") > MOST_BREAKS
        for column in field.columns
        for row in rows
    )


def record_blocks(field: SnapshotField, rows: Sequence[Mapping[str, Any]], *, by_hand: bool) -> tuple[Record, ...]:
    """Return a compact block for each row of a table with many columns."""
    texts = [_column_texts(column, list(rows)) for column in field.columns]
    return tuple(
        _record(field, row, [column[index] for column in texts], index + 1, by_hand=by_hand)
        for index, row in enumerate(rows)
    )


def _record(field: SnapshotField, row: Mapping[str, Any], texts: list[str], number_of: int, *, by_hand: bool) -> Record:
    title, said = _record_title(field, row, texts, number_of)
    strip = _strip(
        [
            (column, text)
            for column, text in zip(field.columns, texts, strict=True)
            if column.key not in said and (text or (by_hand and not (row and is_not_asked(column, row))))
        ]
    )
    figures: list[RecordItem] = []
    items: list[RecordItem] = []
    missing: list[str] = []
    skipped: dict[str, list[str]] = {}
    for column, text in zip(field.columns, texts, strict=True):
        label = clean(column.label)
        if column.key in said:
            continue
        if not text and row and is_not_asked(column, row):
            skipped.setdefault(clean(column.not_asked_because), []).append(label)
            continue
        if not text and not by_hand:
            missing.append(label)
            continue
        if column.key in strip:
            figures.append(RecordItem(label, text, writes=not text))
        else:
            options = chosen_options(column) if not text else ()
            items.append(
                RecordItem(label, text, tuple((option.text, False) for option in options), writes=not (text or options))
            )
    remarks = [_("Niet ingevuld: {vragen}.").format(vragen=_listed(missing))] if missing else []
    for reason, labels in skipped.items():
        remarks.append(_("Niet van toepassing: {vragen}. {reden}").format(vragen=_listed(labels), reden=reason))
    return Record(title, tuple(figures), tuple(items), tuple(remarks))


def _listed(labels: list[str]) -> str:
    """Return labels in a sentence: each begins small, unless it is an abbreviation."""
    return ", ".join(label[:1].lower() + label[1:] if label[1:2].islower() else label for label in labels)


def is_not_asked(column: SnapshotField, row: Mapping[str, Any]) -> bool:
    """Tell whether this row had no such question: its key is not in the row, and the form says why."""
    return bool(column.not_asked_because) and column.key not in row


def _strip(cells: list[tuple[SnapshotField, str]]) -> set[str]:
    """Return what belongs in the strip: figures, dates and very short words; short choices when there are few."""
    chosen = [column.key for column, text in cells if _is_figure(column, text)]
    for column, text in cells:
        if len(chosen) < FEW_FIGURES and column.kind == "choice" and 0 < len(text) <= SHORT_FIGURE:
            chosen.append(column.key)
    return set(chosen[:MOST_FIGURES])


def _is_figure(column: SnapshotField, text: str) -> bool:
    if column.kind in {"number", "percent", "amount", "day", "time"}:
        return True
    if column.kind in {"yes_no", "tick"}:
        return bool(text)
    short = all(len(option.label) <= SHORT_WORD for option in column.options)
    return column.kind == "many" and short and 0 < len(text) <= SHORT_FIGURE


def _record_title(
    field: SnapshotField, row: Mapping[str, Any], texts: list[str], number_of: int
) -> tuple[str, set[str]]:
    """Return the heading of a record and the columns it says: "Fase 1: week 7 t/m 10, 16-11-2026 t/m 13-12-2026"."""
    keys = [column.key for column in field.columns]
    shown = dict(zip(keys, texts, strict=True))
    first = field.columns[0]
    named = first.kind in {"text", "long_text"} and bool(texts[0])
    said = {first.key} if named or first.kind == "number" else set()
    name = texts[0] if named else f"{clean(first.label if said else field.label)} {texts[0] if said else number_of}"
    name = name if not said or texts[0] else f"{clean(first.label)} {number_of}"
    period = []
    start, end = shown.get("van", ""), shown.get("tot", "")
    if shown.get("van_week"):
        period.append(_weeks(shown["van_week"], str(row.get("van") or ""), str(row.get("tot") or "")))
        said.add("van_week")
    if start and end:
        period.append(_("{van} t/m {tot}").format(van=start, tot=end))
        said |= {"van", "tot"}
    elif start:
        period.append(_("vanaf {datum}").format(datum=start))
        said.add("van")
    return (f"{name}: {', '.join(period)}" if period else name), said


def _weeks(first: str, start: str, end: str) -> str:
    """Return the weeks of a stretch of days, counted on from the week it starts in."""
    try:
        from_day, to_day = date.fromisoformat(start), date.fromisoformat(end)
        more = (to_day - timedelta(days=to_day.weekday()) - from_day + timedelta(days=from_day.weekday())).days // 7
        last = int(first) + more
    except ValueError:
        return _("week {nummer}").format(nummer=first)
    if more <= 0:
        return _("week {nummer}").format(nummer=first)
    return _("week {van} t/m {tot}").format(van=first, tot=last)


def _records(field: SnapshotField, rows: list[Mapping[str, Any]], *, by_hand: bool) -> list[Block]:
    blocks: list[Block] = []
    for index, row in enumerate(rows, start=1):
        blocks.append(Subheading(_("{naam}, nummer {nummer}").format(naam=clean(field.label), nummer=index)))
        blocks += [field_block(field_with(column, row.get(column.key)), by_hand=by_hand) for column in field.columns]
    return blocks


def _to_fill_in(field: SnapshotField, heading: Subheading) -> tuple[Block, ...]:
    count = field.writing_lines or HAND_ROWS
    heads = tuple(Column(clean(column.label), _hand_kind(column)) for column in field.columns)
    row = tuple(Cell(options=_hand_options(column)) for column in field.columns)
    table = TableBlock(heads, (row,) * count, by_hand=True)
    if _fits(table):
        listed = [
            f"{clean(column.label)}: {', '.join(clean(option.label) for option in column.options)}"
            for column in field.columns
            if column.options and not _hand_options(column) and not is_coded(column)
        ]
        return (Subheading(heading.text, (*heading.help, *listed)), table)
    label = field_label(field)
    return (Subheading(label.text, label.help), *record_blocks(field, [{}] * HAND_ROWS, by_hand=True))


def _hand_kind(column: SnapshotField) -> ColumnKind:
    if _hand_options(column):
        return ColumnKind.TICK
    return ColumnKind.NAME if is_coded(column) else column_kind(column)


def _hand_options(column: SnapshotField) -> tuple[Option, ...]:
    if column.kind == "yes_no":
        return (Option(_("ja")), Option(_("nee")))
    if column.kind == "tick":
        return (Option(_("ja")),)
    labels = [clean(option.label) for option in column.options]
    if column.kind == "choice" and labels and len(labels) <= _HAND_OPTIONS and sum(map(len, labels)) <= _HAND_LETTERS:
        return tuple(Option(label) for label in labels)
    return ()
