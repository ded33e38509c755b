"""From the snapshot of a letter to what stands on it: letterhead, window, head, text with its tables, signature.

A letter prints what a reader needs: not every question of its form. Which answers stand in the head is in
`extra["brief"]["kop"]`; the text stands in the field `tekst`, with a line such as `[tabel: afspraken]` where the table
of that field is printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, Final

from reintegratie_desktop.documents.answers import as_text, grouped_phone
from reintegratie_desktop.documents.cells import column_texts
from reintegratie_desktop.documents.model import (
    Cell,
    CellLine,
    Column,
    ColumnKind,
    Fact,
    LetterPage,
    LetterParagraph,
    TableBlock,
)
from reintegratie_desktop.documents.tables import column_kind
from reintegratie_desktop.documents.typeset import clean
from reintegratie_desktop.domain.letters import OUTSIDE, TEXT, table_at
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotField
from reintegratie_desktop.text.formatting import as_date, day_and_time, day_long, day_month
from reintegratie_desktop.text.i18n import _

ITEM: Final = "– "
"""A line that begins so is a point of a list."""
WRITING_LINES: Final = 12
_SENT_ON: Final = "verzenddatum"
_BESIDE: Final = "   "


def letter_page(snapshot: FormSnapshot, *, by_hand: bool) -> LetterPage:
    """Return a letter; with `by_hand` and no text, room to write one."""
    fields = {field.key: field for field in snapshot.fields()}
    sender = _lines(fields.get("afzender"))
    body = tuple(_body(fields))
    return LetterPage(
        sender=sender[0] if sender else clean(snapshot.employer),
        sender_line=grouped_phone(_BESIDE.join(sender[1:])),
        confidential=_("Vertrouwelijk"),
        address=_lines(fields.get("ontvanger")),
        facts=tuple(_facts(snapshot, fields)),
        body=body,
        signer=tuple(_signer(fields.get("ondertekenaar"))),
        after=tuple(_after(fields)),
        writing_lines=WRITING_LINES if by_hand and not body else 0,
    )


def running_head(snapshot: FormSnapshot) -> tuple[str, str]:
    """Return the head of later pages: the subject, and to whom the letter goes with its date."""
    fields = {field.key: field for field in snapshot.fields()}
    address = _lines(fields.get("ontvanger"))
    made = _day(snapshot.made_on)
    return _text(fields.get("onderwerp")) or clean(snapshot.title), ", ".join(
        part for part in (*address[:1], made) if part
    )


def _text(field: SnapshotField | None) -> str:
    if field is None or field.state is not FieldState.ANSWERED:
        return ""
    return as_text(field, field.answer).strip()


def _lines(field: SnapshotField | None) -> tuple[str, ...]:
    if field is not None and isinstance(field.answer, list):
        return tuple(clean(str(item)).replace("\n", " ").strip() for item in field.answer if str(item).strip())
    return tuple(line.strip() for line in _text(field).splitlines() if line.strip())


def _day(value: object) -> str:
    """Return `16 februari 2026`; what is no date as it stands."""
    try:
        day = as_date(str(value))
    except ValueError:
        return clean(str(value or ""))
    return f"{day_month(day)} {day.year}"


def _facts(snapshot: FormSnapshot, fields: Mapping[str, SnapshotField]) -> Iterator[Fact]:
    """Yield the rows of the head; what is not known yet keeps its label, so that a draft shows its place."""
    yield Fact(_("Datum"), _day(snapshot.made_on if _text(fields.get(_SENT_ON)) else ""))
    yield Fact(_("Onderwerp"), _text(fields.get("onderwerp")))
    yield Fact(_("Ons kenmerk"), _text(fields.get("kenmerk")))
    way = _text(fields.get("verzendwijze"))
    yield Fact(_("Verzonden"), way[:1].lower() + way[1:])
    if snapshot.replaces:
        words = clean(snapshot.replaces)
        yield Fact(_("Vervangt"), words)
    for key in _head_keys(snapshot):
        field = fields.get(key)
        if field is None or field.state is not FieldState.ANSWERED:
            continue
        shown = _day(field.answer) if field.kind == "day" else ", ".join(_text(field).splitlines())
        yield Fact(clean(field.label), shown)


def _head_keys(snapshot: FormSnapshot) -> tuple[str, ...]:
    outside = snapshot.extra.get(OUTSIDE)
    keys = outside.get("kop") if isinstance(outside, Mapping) else None
    return tuple(str(key) for key in keys) if isinstance(keys, list | tuple) else ()


def _signer(field: SnapshotField | None) -> Iterator[str]:
    person = field.answer if field is not None and isinstance(field.answer, Mapping) else {}
    for part in ("naam", "functie"):
        if said := clean(str(person.get(part) or "")).strip():
            yield said


def _after(fields: Mapping[str, SnapshotField]) -> Iterator[Fact]:
    enclosed = _lines(fields.get("bijlagen"))
    if enclosed:
        yield Fact(_("Bijlage:") if len(enclosed) == 1 else _("Bijlagen:"), "; ".join(enclosed))
    copy = _text(fields.get("kopie"))
    if copy:
        yield Fact(_("Kopie aan:"), copy[:1].lower() + copy[1:])


# --- the text ---------------------------------------------------------------------------------------------------------


def _body(fields: Mapping[str, SnapshotField]) -> Iterator[LetterParagraph | TableBlock]:
    bold = tuple(sorted(_dates(fields), key=len, reverse=True))
    spaced = False
    for line in _raw(fields.get(TEXT)).splitlines():
        if not line.strip():
            spaced = True
            continue
        table = fields.get(table_at(line))
        if table is not None and table.columns:
            found = letter_table(table)
            if found is not None:
                yield found
        else:
            yield LetterParagraph(line.strip(), bold, item=line.lstrip().startswith(ITEM), spaced=spaced)
        spaced = False


def _raw(field: SnapshotField | None) -> str:
    answered = field is not None and field.state is FieldState.ANSWERED and isinstance(field.answer, str)
    return grouped_phone(clean(str(field.answer))) if field is not None and answered else ""


def _dates(fields: Mapping[str, SnapshotField]) -> Iterator[str]:
    """Yield the dates of the answers as they stand in the text: those are printed bold."""
    for field in fields.values():
        if field.state is not FieldState.ANSWERED or field.key == _SENT_ON or not isinstance(field.answer, str):
            continue
        try:
            if field.kind == "day_time":
                yield day_and_time(field.answer)
            elif field.kind == "day":
                yield day_long(field.answer)
        except ValueError:
            continue


def letter_table(field: SnapshotField) -> TableBlock | None:
    """Return a numbered table, with a total under amounts; None when there is no row."""
    rows = [row for row in field.answer if isinstance(row, Mapping)] if isinstance(field.answer, list) else []
    if not rows:
        return None
    columns = field.columns
    texts = [column_texts(column, rows) for column in columns]
    made = tuple(
        (_cell(str(number)), *(_cell(texts[place][number - 1]) for place in range(len(columns))))
        for number in range(1, len(rows) + 1)
    )
    heads = (Column("", ColumnKind.CODE), *(Column(clean(column.label), column_kind(column)) for column in columns))
    return TableBlock(heads, made, total=_total(columns, rows))


def _cell(text: str, *, bold: bool = False) -> Cell:
    return Cell((CellLine(text, bold),) if text else ())


def _total(columns: tuple[SnapshotField, ...], rows: list[Any]) -> tuple[Cell, ...]:
    """Return the row with the total of an amount; nothing for one row, or where no column holds amounts."""
    if len(rows) == 1 or all(column.kind != "amount" for column in columns):
        return ()
    cells = [_cell("")]
    for place, column in enumerate(columns):
        if column.kind == "amount":
            whole = replace(column, state=FieldState.ANSWERED)
            cells.append(_cell(as_text(whole, f"{_sum(column.key, rows):f}"), bold=True))
        else:
            cells.append(_cell(_("Totaal") if place == 0 else "", bold=True))
    return tuple(cells)


def _sum(key: str, rows: list[Any]) -> Decimal:
    found = Decimal(0)
    for row in rows:
        try:
            found += Decimal(str(row.get(key) or "0"))
        except InvalidOperation:
            continue
    return found


def split_bold(text: str, bold: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """Return a text in pieces, each with whether it is bold: the words of `bold`, the longest first."""
    marks = [False] * len(text)
    for words in bold:
        start = text.find(words)
        while words and start >= 0:
            marks[start : start + len(words)] = [True] * len(words)
            start = text.find(words, start + len(words))
    edges = [
        0,
        *(place for place, (before, after) in enumerate(pairwise(marks), start=1) if before != after),
        len(text),
    ]
    return tuple((text[start:end], marks[start]) for start, end in pairwise(edges) if start < end)
