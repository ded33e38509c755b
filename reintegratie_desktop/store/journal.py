"""The journal: what was done, in order, as a chain in which every later change shows.

A row's `hash` is SHA-256 over the previous hash and the row's digest, and the digest is SHA-256 over its number, its
case and its canonical content with a random salt. Erasing a case empties the content and keeps the digest: the chain
still holds, and the salt, gone with the content, keeps the digest from being guessed. Whoever holds both the key and
this program can build a new chain; the heads printed on papers are what such a chain does not have.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.plain import as_json, from_json, sha256_hex
from reintegratie_desktop.text.errors import BugError

_BEGIN: Final = "0" * 64


@dataclass(frozen=True)
class JournalRow:
    """One row. `document` refers to a paper, `corrects` to the number of the row this one puts right."""

    nr: int
    case_id: str
    at: datetime
    happened_on: date
    kind: str
    description: str
    who: str
    with_whom: str
    document: str
    visible_to_employee: bool
    corrects: int | None
    hash: str


@dataclass(frozen=True)
class BrokenRow:
    """The first row where the chain does not hold, and why, in a few English words for a report."""

    nr: int
    why: str


class Journal:
    """Adds to and reads the journal of one file."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def append(
        self,
        case_id: str,
        *,
        now: datetime,
        happened_on: date,
        kind: str,
        description: str,
        who: str = "",
        with_whom: str = "",
        document: str = "",
        visible_to_employee: bool = True,
        corrects: int | None = None,
    ) -> JournalRow:
        """Add a row; with an empty case id it is about the file as a whole.

        Raises:
            BugError: `corrects` is not a row of this case, or the case was erased.
        """
        content = as_json(
            {
                "at": now.isoformat(),
                "happened_on": happened_on.isoformat(),
                "kind": kind,
                "description": description,
                "who": who,
                "with_whom": with_whom,
                "document": document,
                "visible_to_employee": visible_to_employee,
                "corrects": corrects,
                "salt": secrets.token_hex(16),
            }
        )
        with self._file.atomic():
            if corrects is not None and not self._has(corrects, case_id):
                raise BugError("a correction of a row that is not there")
            if self._file.row("SELECT 1 FROM erased_cases WHERE case_id = ?", (case_id,)):
                raise BugError("a row for an erased case")
            head = self._file.row("SELECT count, hash FROM journal_head")
            nr = (head["count"] if head else 0) + 1
            previous = head["hash"] if head else _BEGIN
            digest = _digest(nr, case_id, content)
            row = self._file.write_row(
                "INSERT INTO journal (nr, case_id, content, digest, prev, hash) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
                (nr, case_id, content, digest, previous, _link(previous, digest)),
            )
            self._file.write(
                "INSERT INTO journal_head (id, count, hash) VALUES (1, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET count = excluded.count, hash = excluded.hash",
                (nr, row["hash"]),
            )
        return _row(row)

    def _has(self, nr: int, case_id: str) -> bool:
        return self._file.row("SELECT 1 FROM journal WHERE nr = ? AND case_id = ?", (nr, case_id)) is not None

    def rows(self, case_id: str | None = None) -> list[JournalRow]:
        """Return the rows of a case in order, without a case id those of the whole file; erased rows are left out."""
        if case_id is None:
            found = self._file.rows("SELECT * FROM journal WHERE content IS NOT NULL ORDER BY nr")
        else:
            found = self._file.rows(
                "SELECT * FROM journal WHERE case_id = ? AND content IS NOT NULL ORDER BY nr", (case_id,)
            )
        return [_row(row) for row in found]

    def head(self) -> str:
        """Return the newest hash, in hexadecimal; empty for an empty journal."""
        row = self._file.row("SELECT hash FROM journal_head")
        return str(row["hash"]) if row else ""

    def knows(self, head: str) -> bool:
        """Tell whether a head, as printed on a paper, is a link of this chain."""
        return self._file.row("SELECT 1 FROM journal WHERE hash = ?", (head,)) is not None

    def verify(self) -> BrokenRow | None:
        """Walk the whole chain and return the first row where it does not hold, None when it does.

        A broken link, a changed or emptied row, a row missing in the middle or at the end: all show. The row after the
        last stands for rows missing at the end.
        """
        erased = {row["case_id"] for row in self._file.rows("SELECT case_id FROM erased_cases")}
        previous, nr = _BEGIN, 0
        for row in self._file.iterate("SELECT * FROM journal ORDER BY nr"):
            nr += 1
            if row["nr"] != nr:
                return BrokenRow(nr, "missing")
            if row["content"] is None:
                if row["case_id"] not in erased:
                    return BrokenRow(nr, "emptied")
            elif _digest(nr, row["case_id"], row["content"]) != row["digest"]:
                return BrokenRow(nr, "changed")
            if row["prev"] != previous or row["hash"] != _link(previous, row["digest"]):
                return BrokenRow(nr, "link")
            previous = row["hash"]
        head = self._file.row("SELECT count, hash FROM journal_head")
        if (head["count"], head["hash"]) != (nr, previous) if head else nr > 0:
            return BrokenRow(nr + 1, "missing")
        return None


def _digest(nr: int, case_id: str, content: str) -> str:
    return sha256_hex(f"{nr}\n{case_id}\n{content}")


def _link(previous: str, digest: str) -> str:
    return sha256_hex(previous + digest)


def _row(row: Mapping[str, Any]) -> JournalRow:
    content = from_json(row["content"])
    return JournalRow(
        nr=row["nr"],
        case_id=row["case_id"],
        at=datetime.fromisoformat(content["at"]),
        happened_on=date.fromisoformat(content["happened_on"]),
        kind=content["kind"],
        description=content["description"],
        who=content["who"],
        with_whom=content["with_whom"],
        document=content["document"],
        visible_to_employee=content["visible_to_employee"],
        corrects=content["corrects"],
        hash=row["hash"],
    )
