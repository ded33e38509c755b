"""Erasing a case for good, when the law says it may no longer be kept.

Deleted pages are overwritten (`secure_delete`) and the journal of SQLite is emptied at every commit, so nothing stays
behind in the file. Reserve copies made earlier still hold the case; `erased_cases` says which ids must go again when
such a copy is put back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.plain import as_json, from_json
from reintegratie_desktop.text.errors import BugError


@dataclass(frozen=True)
class Erased:
    """The receipt: a random id, when, and how much went. No personal data."""

    case_id: str
    at: datetime
    counts: Mapping[str, int]


_STEPS: Final = (
    ("drafts", "DELETE FROM drafts WHERE case_id = ?"),
    ("guard_choices", "DELETE FROM guard_choices WHERE case_id = ?"),
    ("attachments", "DELETE FROM attachments WHERE case_id = ?"),
    ("paper_events", "DELETE FROM paper_events WHERE paper_id IN (SELECT id FROM papers WHERE case_id = ?)"),
    ("papers", "DELETE FROM papers WHERE case_id = ?"),
    ("own_steps", "DELETE FROM own_steps WHERE case_id = ?"),
    ("calendar_events", "DELETE FROM calendar_events WHERE case_id = ?"),
    ("journal", "UPDATE journal SET content = NULL WHERE case_id = ? AND content IS NOT NULL"),
    ("cases", "DELETE FROM cases WHERE id = ?"),
)


def erase_case(data_file: DataFile, case_id: str, now: datetime) -> Erased:
    """Erase a case with everything in it, in one transaction, and return the receipt. The employee stays.

    Raises:
        BugError: there is no such case.
    """
    with data_file.atomic():
        if data_file.row("SELECT 1 FROM cases WHERE id = ?", (case_id,)) is None:
            raise BugError("no such case")
        data_file.write("INSERT INTO erasing (case_id) VALUES (?)", (case_id,))
        counts = {name: data_file.write(sql, (case_id,)) for name, sql in _STEPS}
        counts["blobs"] = AttachmentRepository(data_file).remove_unlinked()
        data_file.write("DELETE FROM erasing WHERE case_id = ?", (case_id,))
        data_file.write(
            "INSERT INTO erased_cases (case_id, at, counts) VALUES (?, ?, ?)",
            (case_id, now.isoformat(), as_json(counts)),
        )
    return Erased(case_id, now, counts)


def erased_cases(data_file: DataFile) -> list[Erased]:
    """Return the receipts of all erased cases, oldest first."""
    rows = data_file.rows("SELECT * FROM erased_cases ORDER BY at, case_id")
    return [Erased(row["case_id"], datetime.fromisoformat(row["at"]), from_json(row["counts"])) for row in rows]
