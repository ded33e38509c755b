"""Attachments: the bytes once under their SHA-256, and a link for every place they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.errors import DamagedFile
from reintegratie_desktop.store.plain import new_id, sha256_hex, storable
from reintegratie_desktop.text.errors import BugError


@dataclass(frozen=True)
class Attachment:
    """A link to stored bytes. `belongs_to` is a form key or a paper's id; `size` is in bytes."""

    id: str
    case_id: str
    sha256: str
    name: str
    size: int
    belongs_to: str
    at: datetime


_NOT_BACK: Final = (
    " AND NOT EXISTS (SELECT 1 FROM paper_events e WHERE e.paper_id = a.belongs_to AND e.kind = 'scan_terug' "
    "AND json_extract(e.data, '$.sha256') = a.sha256 AND e.at >= a.at)"
)
"""A file kept again after it was taken back counts again."""


class AttachmentRepository:
    """Reads and writes the attachments of one file. What may come in and how large is not decided here."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def add(self, data: bytes) -> str:
        """Store bytes and return their SHA-256; the same bytes are stored once.

        Bytes without a link are removed by `remove_unlinked`, so store and link in one `atomic()`.
        """
        sha256 = sha256_hex(data)
        self._file.write(
            "INSERT INTO blobs (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            (sha256, len(data), data),
        )
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            BugError: there are no such bytes.
            DamagedFile: they are not what was stored.
        """
        row = self._file.row("SELECT data FROM blobs WHERE sha256 = ?", (sha256,))
        if row is None:
            raise BugError("no such attachment")
        data = bytes(row["data"])
        if sha256_hex(data) != sha256:
            raise DamagedFile(self._file.path)
        return data

    def link(self, case_id: str, sha256: str, name: str, belongs_to: str, now: datetime) -> Attachment:
        """Say that stored bytes belong to a case, and to a form or a paper of it. `name` is only shown.

        Raises:
            BugError: there is no such case, or no such bytes.
        """
        attachment_id = new_id()
        self._file.write(
            "INSERT INTO attachments (id, case_id, sha256, name, belongs_to, at) VALUES (?, ?, ?, ?, ?, ?)",
            (attachment_id, case_id, sha256, storable(name), belongs_to, now.isoformat()),
        )
        return self.get(attachment_id)

    def get(self, attachment_id: str) -> Attachment:
        """Return one link.

        Raises:
            BugError: there is no such link.
        """
        found = self._found("a.id = ?", attachment_id)
        if not found:
            raise BugError("no such attachment")
        return found[0]

    def for_case(self, case_id: str, *, taken_back: bool = True) -> list[Attachment]:
        """Return the attachments of a case, oldest first; with or without those that were taken back."""
        return self._found("a.case_id = ?" + ("" if taken_back else _NOT_BACK), case_id)

    def for_paper(self, belongs_to: str, case_id: str = "") -> list[Attachment]:
        """Return the attachments of a paper without those taken back, oldest first; for a form key give the case."""
        found = self._found("a.belongs_to = ?" + _NOT_BACK, belongs_to)
        return [attachment for attachment in found if case_id in {"", attachment.case_id}]

    def unlink(self, attachment_id: str) -> None:
        """Remove a link, and the bytes when nothing else needs them.

        Raises:
            BugError: there is no such link.
        """
        with self._file.atomic():
            if self._file.write("DELETE FROM attachments WHERE id = ?", (attachment_id,)) != 1:
                raise BugError("no such attachment")
            self.remove_unlinked()

    def remove_unlinked(self) -> int:
        """Remove bytes that nothing links to, and return how many."""
        return self._file.write("DELETE FROM blobs WHERE sha256 NOT IN (SELECT sha256 FROM attachments)")

    def _found(self, condition: str, value: str) -> list[Attachment]:
        rows = self._file.rows(
            "SELECT a.*, b.size FROM attachments a JOIN blobs b ON b.sha256 = a.sha256 "  # noqa: S608 - fixed words only
            f"WHERE {condition} ORDER BY a.at, a.rowid",
            (value,),
        )
        return [_attachment(row) for row in rows]


def _attachment(row: Mapping[str, Any]) -> Attachment:
    return Attachment(
        id=row["id"],
        case_id=row["case_id"],
        sha256=row["sha256"],
        name=row["name"],
        size=row["size"],
        belongs_to=row["belongs_to"],
        at=datetime.fromisoformat(row["at"]),
    )
