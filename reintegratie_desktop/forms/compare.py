"""What differs between two versions of the same answers: shown as was and becomes, and applied again.

Nothing here knows which form it looks at. A part with rows (agreements, periods) is compared row by row; every other
part as a whole. The order of rows, and the order in which choices were ticked, is no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from reintegratie_desktop.forms.answer_words import answer_words, row_words
from reintegratie_desktop.forms.context import Answers, is_filled
from reintegratie_desktop.forms.fields import By, Choice, Field, Option, Table, Text
from reintegratie_desktop.text.i18n import N_, _

Row = dict[str, Any]


class Kind(StrEnum):
    """What happened to a part."""

    NEW = "nieuw"
    CHANGED = "gewijzigd"
    GONE = "vervallen"


@dataclass(frozen=True)
class Listed:
    """How rows are told apart: `name` is the column that names a row."""

    name: str
    replaces: str = ""
    """The column in which a new row names the one it comes in the place of."""
    left_out: tuple[str, ...] = ()
    """Columns in which a difference does not count."""

    def plain(self, row: Answers) -> Row:
        """Return what counts of a row."""
        ignored = {*self.left_out, self.replaces}
        return {key: _said(value) for key, value in row.items() if key not in ignored and is_filled(value)}

    def named(self, row: Answers) -> str:
        """Return the name of a row, without capitals and double spaces."""
        return same_name(row.get(self.name))

    def replaced(self, row: Answers) -> list[str]:
        """Return the names of the rows this one comes in the place of."""
        told = row.get(self.replaces) if self.replaces else None
        return [same_name(name) for name in (told if isinstance(told, list) else [told]) if is_filled(name)]


@dataclass(frozen=True)
class Change:
    """One difference. `was` and `becomes` are JSON values: of a part with rows one row, else the whole answer."""

    kind: Kind
    part: str
    was: Any = None
    becomes: Any = None


def same_name(value: object) -> str:
    """Return a name to compare with: capitals, double spaces and a full stop make no other agreement."""
    return " ".join(str(value or "").casefold().split()).rstrip(".")


def compare(old: Answers, new: Answers, lists: Mapping[str, Listed] | None = None) -> tuple[Change, ...]:
    """Return what differs, in the order of the parts. Nothing differs between a version and itself."""
    listed = lists or {}
    found: list[Change] = []
    for part in dict.fromkeys((*old, *new)):
        was, becomes = _said(old.get(part)), _said(new.get(part))
        if part in listed:
            found.extend(_rows_differ(part, _rows(old.get(part)), _rows(new.get(part)), listed[part]))
        elif was != becomes:
            kind = Kind.NEW if was is None else Kind.GONE if becomes is None else Kind.CHANGED
            found.append(Change(kind, part, old.get(part), new.get(part)))
    return tuple(found)


def apply_changes(old: Answers, changes: Sequence[Change], lists: Mapping[str, Listed] | None = None) -> dict[str, Any]:
    """Return the old version with the changes made: `compare` finds no difference with the new version."""
    listed = lists or {}
    made = dict(old)
    for change in changes:
        if change.part not in listed:
            made[change.part] = change.becomes
            continue
        rows = _rows(made.get(change.part))
        place = next((index for index, row in enumerate(rows) if row == change.was), len(rows))
        made[change.part] = [*rows[:place], *([change.becomes] if change.becomes else []), *rows[place + 1 :]]
    return made


def _said(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return an answer to compare: nothing said is None, and ticks have no order."""
    if not is_filled(value):
        return None
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return sorted(value)
    return value


def _rows(value: object) -> list[Row]:
    return [row for row in value if isinstance(row, dict) and is_filled(row)] if isinstance(value, list) else []


def _rows_differ(part: str, old: list[Row], new: list[Row], listed: Listed) -> Iterator[Change]:
    """Yield the changes of a part with rows: equal rows are paired first, then names, then what replaces what."""
    left, pairs = list(enumerate(old)), dict[int, Row]()
    waiting = list(enumerate(new))
    for test in (_equal, _same_name, _replaces):
        for place, row in list(waiting):
            found = next((item for item in left if test(listed, item[1], row)), None)
            if found is not None:
                left.remove(found)
                waiting.remove((place, row))
                pairs[place] = found[1]
    for place, row in enumerate(new):
        was = pairs.get(place)
        if was is None:
            yield Change(Kind.NEW, part, None, row)
        elif not _equal(listed, was, row):
            yield Change(Kind.CHANGED, part, was, row)
    for _place, row in left:
        yield Change(Kind.GONE, part, row)


def _equal(listed: Listed, old: Row, new: Row) -> bool:
    return listed.plain(old) == listed.plain(new)


def _same_name(listed: Listed, old: Row, new: Row) -> bool:
    return bool(listed.named(old)) and listed.named(old) == listed.named(new)


def _replaces(listed: Listed, old: Row, new: Row) -> bool:
    return listed.named(old) in listed.replaced(new)


# --- in words -------------------------------------------------------------------------------------------------------

COLUMNS: Final[tuple[Field, ...]] = (
    Choice(
        key="verschil",
        label=N_("Verschil"),
        by=By.APP,
        fixed=True,
        options=(
            Option(Kind.NEW, N_("Nieuw")),
            Option(Kind.CHANGED, N_("Gewijzigd")),
            Option(Kind.GONE, N_("Vervallen")),
        ),
    ),
    Text(key="wat", label=N_("Wat"), by=By.APP, fixed=True, max_length=400),
    Text(key="was", label=N_("Was"), by=By.APP, fixed=True, max_length=20_000),
    Text(key="wordt", label=N_("Wordt"), by=By.APP, fixed=True, max_length=20_000),
)
"""The columns of a table that shows what differs."""


def in_words(
    changes: Sequence[Change],
    fields: Mapping[str, Field],
    lists: Mapping[str, Listed] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> list[dict[str, str]]:
    """Return changes as rows of a table with the columns `COLUMNS`, translated.

    `fields` declares the parts; one it does not know is left out. `reasons` says per name of a row why it is gone.
    """
    listed, why = lists or {}, reasons or {}
    return [
        _told(change, field, listed.get(change.part), why)
        for change in changes
        if (field := fields.get(change.part)) is not None
    ]


def _told(change: Change, field: Field, listed: Listed | None, why: Mapping[str, str]) -> dict[str, str]:
    if listed is None or not isinstance(field, Table):
        was, becomes = answer_words(field, change.was), answer_words(field, change.becomes)
        return _row(change.kind, _(field.label), was or _("Niet genoemd"), becomes or _("Niet genoemd"))
    columns = tuple(
        column for column in field.columns if column.key not in (listed.name, listed.replaces, *listed.left_out)
    )
    old, new = change.was or {}, change.becomes or {}
    only: frozenset[str] | None = None
    name = next((column for column in field.columns if column.key == listed.name), None)
    if change.kind is Kind.CHANGED:
        before, after = listed.plain(old), listed.plain(new)
        only = frozenset(key for key in {*before, *after} if before.get(key) != after.get(key))
        if listed.named(old) != listed.named(new) and name is not None:
            columns = (name, *columns)
    said = answer_words(name, (old or new).get(listed.name)) if name is not None else ""
    if name is not None and name.kind == "day":
        said = f"{_(name.label)} {said}"
    was = row_words(columns, old, only) if old else _("Stond er niet in")
    becomes = row_words(columns, new, only) if new else why.get(listed.named(old)) or _("Vervalt")
    return _row(change.kind, said, was, becomes)


def _row(kind: Kind, what: str, was: str, becomes: str) -> dict[str, str]:
    return {"verschil": str(kind), "wat": what, "was": was, "wordt": becomes}
