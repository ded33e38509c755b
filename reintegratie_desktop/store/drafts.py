"""Drafts: half-filled forms, saved while somebody types. Each save is one statement and one commit."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.errors import DraftChanged
from reintegratie_desktop.store.plain import as_json, from_json
from reintegratie_desktop.text.declaring import dataclass


@dataclass(frozen=True)
class Draft:
    """A saved draft. `version` counts the saves; `meta` is what the wizard remembers (the step, what was carried)."""

    case_id: str
    form: str
    slot: str
    answers: dict[str, Any]
    meta: dict[str, Any]
    saved_at: datetime
    version: int


class DraftRepository:
    """Reads and writes the drafts of one file.

    A draft belongs to a case and a form. `slot` tells drafts of the same form apart (talks). For the employer and the
    employees the case id is empty and the slot is the employee's id, or any name for one that is not added yet.
    """

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def load(self, case_id: str, form: str, slot: str = "") -> Draft | None:
        """Return the draft, None when there is none."""
        row = self._file.row("SELECT * FROM drafts WHERE case_id = ? AND form = ? AND slot = ?", (case_id, form, slot))
        return _draft(row) if row else None

    def save(
        self,
        case_id: str,
        form: str,
        answers: Mapping[str, Any],
        meta: Mapping[str, Any],
        now: datetime,
        slot: str = "",
        *,
        expected_version: int | None = None,
    ) -> Draft:
        """Save the draft; when this returns, it is on the disk.

        With `expected_version` (0: there is none yet) nothing is overwritten that the caller has not seen.

        Raises:
            DraftChanged: the draft on disk is another version than expected.
            DiskFull, ReadOnly, DiskTrouble: nothing was saved and the previous version stands; try again later.
        """
        with self._file.atomic():
            if expected_version is not None:
                found = self.load(case_id, form, slot)
                if (found.version if found else 0) != expected_version:
                    raise DraftChanged
            row = self._file.write_row(
                "INSERT INTO drafts (case_id, form, slot, answers, meta, saved_at, version) "
                "VALUES (?, ?, ?, ?, ?, ?, 1) "
                "ON CONFLICT (case_id, form, slot) DO UPDATE SET answers = excluded.answers, meta = excluded.meta, "
                "saved_at = excluded.saved_at, version = version + 1 RETURNING *",
                (case_id, form, slot, as_json(dict(answers)), as_json(dict(meta)), now.isoformat()),
            )
        return _draft(row)

    def delete(self, case_id: str, form: str, slot: str = "") -> None:
        """Remove the draft; nothing happens when there is none."""
        self._file.write("DELETE FROM drafts WHERE case_id = ? AND form = ? AND slot = ?", (case_id, form, slot))

    def list(self, case_id: str) -> "list[Draft]":
        """Return the drafts of a case, the newest first; with an empty case id those of the records."""
        rows = self._file.rows("SELECT * FROM drafts WHERE case_id = ? ORDER BY saved_at DESC, form, slot", (case_id,))
        return [_draft(row) for row in rows]


def _draft(row: Mapping[str, Any]) -> Draft:
    return Draft(
        case_id=row["case_id"],
        form=row["form"],
        slot=row["slot"],
        answers=from_json(row["answers"]),
        meta=from_json(row["meta"]),
        saved_at=datetime.fromisoformat(row["saved_at"]),
        version=row["version"],
    )
