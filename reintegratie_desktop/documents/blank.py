"""A paper to fill in with a pen: what a person still has to say is empty, what the case already tells stays."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.documents.answers import CHOICES
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotField
from reintegratie_desktop.text.i18n import _

_NOTED: Final = frozenset({"kopieen", "handtekeningen", "weigering", "afschriften"})
"""What was noted beside a finished paper; a paper to fill in begins without."""
_FACTS: Final = frozenset({"text", "long_text", "day", "day_time"})
"""The cells that keep a row: figures alone tell nothing."""


def blank(snapshot: FormSnapshot) -> FormSnapshot:
    """Return the snapshot without the answers of people, in its own language.

    What was taken over from another paper of the case stays, and so does what the program says itself; boxes are never
    crossed. A question that was not asked because of an earlier answer gets its room to write too.
    """
    sections = tuple(
        replace(section, fields=tuple(_emptied(field) for field in section.fields)) for section in snapshot.sections
    )
    return replace(
        snapshot,
        sections=sections,
        facts=tuple(fact for fact in snapshot.facts if fact.label != _("Opgesteld op")),
        signatures=tuple(replace(item, status="nog_niet", signed_on="") for item in snapshot.signatures),
        replaces="",
        reason="",
        journal_head="",
        extra={key: value for key, value in snapshot.extra.items() if key not in _NOTED},
    )


def _emptied(field: SnapshotField) -> SnapshotField:
    if field.state is FieldState.NOT_PRINTED or _is_known(field):
        return field
    if field.columns:
        rows = _known_rows(field)
        if rows:
            return replace(field, answer=rows)
    return replace(field, answer=None, state=FieldState.EMPTY, not_asked_because="")


def _is_known(field: SnapshotField) -> bool:
    """Tell whether no person has to answer this: another paper of the case says it, or the program."""
    if field.kind in CHOICES or field.kind == "signature":
        return False
    return bool(field.carried_from) or field.by == _("Programma")


def _known_rows(field: SnapshotField) -> list[dict[str, Any]]:
    """Return the rows with only the cells that no person has to answer."""
    known = [column.key for column in field.columns if column.kind in _FACTS and _is_known(column)]
    rows = [row for row in field.answer if isinstance(row, Mapping)] if isinstance(field.answer, list) else []
    kept = [
        {column.key: row.get(column.key) if column.key in known else None for column in field.columns} for row in rows
    ]
    return [row for row in kept if any(row.values())]
