"""Rows with too many columns to stand beside each other: each becomes a block with a heading that names it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from reintegratie_desktop.documents.answers import chosen_options
from reintegratie_desktop.documents.cells import column_texts, hand_options, is_not_asked, may_stay_open
from reintegratie_desktop.documents.model import Record, RecordItem
from reintegratie_desktop.documents.settled import settled
from reintegratie_desktop.documents.typeset import clean
from reintegratie_desktop.domain.snapshot import SnapshotField
from reintegratie_desktop.text.i18n import _

MOST_FIGURES: Final = 6
FEW_FIGURES: Final = 4
SHORT_WORD: Final = 3
SHORT_FIGURE: Final = 22
SHORT_CHOICE: Final = 26


def record_blocks(field: SnapshotField, rows: Sequence[Mapping[str, Any]], *, by_hand: bool) -> tuple[Record, ...]:
    """Return a compact block for each row of a table with many columns; all blocks of a table look alike."""
    texts = [column_texts(column, list(rows)) for column in field.columns]
    titles = [
        _record_title(field, row, [column[index] for column in texts], index + 1) for index, row in enumerate(rows)
    ]
    in_titles = {key for _title, said in titles for key in said}
    cells = [pair for pair in zip(field.columns, texts, strict=True) if pair[0].key not in in_titles]
    _number, strip = settled(lambda: _strip(cells))
    return tuple(
        Record(title, *_parts(field, row, [column[index] for column in texts], said, strip, by_hand=by_hand))
        for index, (row, (title, said)) in enumerate(zip(rows, titles, strict=True))
    )


def _parts(
    field: SnapshotField, row: Mapping[str, Any], texts: list[str], said: set[str], strip: set[str], *, by_hand: bool
) -> tuple[tuple[RecordItem, ...], tuple[RecordItem, ...], tuple[str, ...]]:
    """Return the strip, the pairs under it, and the remarks of one block."""
    figures: list[RecordItem] = []
    items: list[RecordItem] = []
    missing: list[str] = []
    skipped: dict[str, list[str]] = {}
    for column, text in zip(field.columns, texts, strict=True):
        label = clean(column.label)
        if column.key in said:
            continue
        if not text and row and not by_hand and may_stay_open(column):
            continue
        if not text and row and is_not_asked(column, row):
            skipped.setdefault(clean(column.not_asked_because), []).append(label)
        elif not text and not by_hand:
            missing.append(label)
        else:
            options = () if text else hand_options(column) or chosen_options(column)
            item = RecordItem(
                label, text, tuple((option.text, False) for option in options), writes=not (text or options)
            )
            (figures if column.key in strip and not options else items).append(item)
    return tuple(figures), tuple(items), tuple(remarks(missing, skipped))


def remarks(missing: list[str], skipped: Mapping[str, list[str]]) -> list[str]:
    """Return what is said of questions without an answer: those left open, and by reason those that were not asked."""
    said = [_("Niet ingevuld: {vragen}.").format(vragen=_listed(missing))] if missing else []
    for reason, labels in skipped.items():
        said.append(_("Niet van toepassing: {vragen}. {reden}").format(vragen=_listed(labels), reden=reason))
    return said


def _listed(labels: list[str]) -> str:
    """Return labels in a sentence: each begins small, unless it is an abbreviation."""
    plain = [label.rstrip("?") for label in labels]
    return ", ".join(label[:1].lower() + label[1:] if label[1:2].islower() else label for label in plain)


def _strip(cells: list[tuple[SnapshotField, list[str]]]) -> set[str]:
    """Return what belongs in the strip: figures, dates and very short words; short choices when there are few.

    A strip of one figure is no strip: then all stands in the pairs.
    """
    chosen = [column.key for column, texts in cells if _is_figure(column, max(map(len, texts)))]
    for column, texts in cells:
        if len(chosen) < FEW_FIGURES and column.kind == "choice" and 0 < max(map(len, texts)) <= SHORT_CHOICE:
            chosen.append(column.key)
    return set(chosen[:MOST_FIGURES]) if len(chosen) > 1 else set()


def _is_figure(column: SnapshotField, longest: int) -> bool:
    if column.kind in {"number", "percent", "amount", "day", "time"}:
        # A date that was asked in no row at all would take the place of one that was.
        return longest > 0 or not column.not_asked_because
    if column.kind in {"yes_no", "tick"}:
        return longest > 0
    short = all(len(option.label) <= SHORT_WORD for option in column.options)
    return column.kind == "many" and short and 0 < longest <= SHORT_FIGURE


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
