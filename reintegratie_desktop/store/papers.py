"""Finished papers. They are added and never changed; what happens to a paper later is an event beside it."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.errors import DamagedFile
from reintegratie_desktop.store.plain import as_json, from_json, new_id, sha256_hex, storable
from reintegratie_desktop.text.declaring import dataclass, field
from reintegratie_desktop.text.errors import BugError


@dataclass(frozen=True)
class PaperInfo:
    """A paper without its content, for lists. `sha256` is that of the snapshot as canonical JSON."""

    id: str
    case_id: str
    form: str
    slot: str
    version: int
    made_on: date
    reason: str
    at: datetime
    sha256: str


@dataclass(frozen=True)
class LaterAnswer:
    """An answer that was only known after the paper was finished, and the day it was noted."""

    answer: Any
    noted_on: date


@dataclass(frozen=True)
class Paper(PaperInfo):
    """A paper: the answers it was made from, and the snapshot it prints from for ever.

    Both are kept as the text of the file and read when they are asked for: a list of many papers needs few of them.
    `later` holds per question the newest answer noted beside the paper; it changes neither of the two.
    """

    answers_text: str
    snapshot_text: str
    later: dict[str, LaterAnswer] = field(default_factory=dict)

    @cached_property
    def answers(self) -> dict[str, Any]:
        """Return the answers the paper was made from."""
        return dict(from_json(self.answers_text))

    @cached_property
    def snapshot(self) -> dict[str, Any]:
        """Return what the paper prints from."""
        return dict(from_json(self.snapshot_text))

    @property
    def answers_now(self) -> dict[str, Any]:
        """Return the answers of the paper with what was noted later, for all that looks at how things stand today."""
        # A note about a part of an answer, such as `kopie_aan.werknemer`, is no answer to a question of the form.
        return {**self.answers, **{key: note.answer for key, note in self.later.items() if "." not in key}}


@dataclass(frozen=True)
class PaperEvent:
    """Something that happened to a paper after it was finished: signed, scanned, handed over, sent."""

    nr: int
    paper_id: str
    kind: str
    day: date
    data: dict[str, Any]
    at: datetime


SCAN_BACK: Final = "scan_terug"
"""The kind of event that takes a file back that was kept with a paper by mistake; its data are `sha256` and `reden`.

The file itself stays, and goes along when the case is handed over; nothing shows it as belonging to the paper.
"""
LATER: Final = "later"
"""The kind of event that notes an answer beside a finished paper; its data are `veld` and `antwoord`."""

_INFO: Final = "id, case_id, form, slot, version, made_on, reason, at, sha256"
_LATER: Final = (
    "(SELECT json_group_array(json_object('dag', day, 'data', json(data))) FROM "
    "(SELECT day, data FROM paper_events WHERE paper_id = papers.id AND kind = 'later' ORDER BY nr)) AS later"
)
_WHOLE: Final = f"*, {_LATER}"


class PaperRepository:
    """Adds and reads the papers of one file."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def next_version(self, case_id: str, form: str, slot: str = "") -> int:
        """Return the version the next paper of this form gets; the snapshot carries it too."""
        row = self._file.row(
            "SELECT coalesce(max(version), 0) + 1 AS next FROM papers WHERE case_id = ? AND form = ? AND slot = ?",
            (case_id, form, slot),
        )
        assert row is not None
        return int(row["next"])

    def add(
        self,
        case_id: str,
        form: str,
        slot: str,
        answers: Mapping[str, Any],
        snapshot: Mapping[str, Any],
        made_on: date,
        reason: str,
        now: datetime,
    ) -> Paper:
        """Add a paper as the next version of this form. `reason` says why, for a correction.

        Raises:
            BugError: there is no such case, or the snapshot names another version than it gets.
        """
        with self._file.atomic():
            version = self.next_version(case_id, form, slot)
            if snapshot.get("version", version) != version:
                raise BugError("the snapshot carries another version than the paper")
            answers_text, snapshot_text = as_json(dict(answers)), as_json(dict(snapshot))
            row = self._file.write_row(
                "INSERT INTO papers (id, case_id, form, slot, version, made_on, reason, at, answers, answers_sha256, "
                "snapshot, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
                (
                    new_id(), case_id, form, slot, version, made_on.isoformat(), storable(reason), now.isoformat(),
                    answers_text, sha256_hex(answers_text), snapshot_text, sha256_hex(snapshot_text),
                ),
            )  # fmt: skip
        return self._paper(row)

    def get(self, paper_id: str) -> Paper:
        """Return one paper.

        Raises:
            BugError: there is no such paper.
            DamagedFile: its content is not what was frozen.
        """
        row = self._file.row(f"SELECT {_WHOLE} FROM papers WHERE id = ?", (paper_id,))  # noqa: S608 - our own text
        if row is None:
            raise BugError("no such paper")
        return self._paper(row)

    def latest(self, case_id: str, form: str, slot: str = "") -> Paper | None:
        """Return the newest version, None when the form was never finished."""
        row = self._file.row(
            f"SELECT {_WHOLE} FROM papers WHERE case_id = ? AND form = ? AND slot = ? "  # noqa: S608 - our own text
            "ORDER BY version DESC LIMIT 1",
            (case_id, form, slot),
        )
        return self._paper(row) if row else None

    def all(self, case_id: str) -> list[Paper]:
        """Return the papers of a case in the order they were made."""
        return [self._paper(row) for row in self._file.rows(_OF_CASE.format(columns=_WHOLE), (case_id,))]

    def signing_of(self, case_id: str) -> dict[str, dict[str, Any]]:
        """Return for each paper of a case what its snapshot says about signing: `employee` and `signatures`.

        The file takes it out of the snapshot, which for many papers costs far less than reading them whole.
        """
        part = (
            "json_object('employee', json_extract(snapshot, '$.employee'), "
            "'signatures', coalesce(json_extract(snapshot, '$.signatures'), json('[]')))"
        )
        rows = self._file.rows(f"SELECT id, {part} AS signing FROM papers WHERE case_id = ?", (case_id,))  # noqa: S608
        return {row["id"]: from_json(row["signing"]) for row in rows}

    def infos(self, case_id: str) -> "list[PaperInfo]":
        """Return the papers of a case in the order they were made, without their content."""
        return [_info(row) for row in self._file.rows(_OF_CASE.format(columns=_INFO), (case_id,))]

    def all_infos(self) -> "list[PaperInfo]":
        """Return all papers of all cases without their content, in one query."""
        return [_info(row) for row in self._file.rows(f"SELECT {_INFO} FROM papers ORDER BY rowid")]  # noqa: S608

    def cases_with(self, form: str) -> set[str]:
        """Return the ids of the cases that have a finished paper of a form."""
        return {
            row["case_id"] for row in self._file.rows("SELECT DISTINCT case_id FROM papers WHERE form = ?", (form,))
        }

    def add_event(self, paper_id: str, kind: str, day: date, data: Mapping[str, Any], now: datetime) -> PaperEvent:
        """Note what happened to a paper (`getekend`, `geweigerd`, `later`) and on which day.

        Raises:
            BugError: there is no such paper.
        """
        row = self._file.write_row(
            "INSERT INTO paper_events (paper_id, kind, day, data, at) VALUES (?, ?, ?, ?, ?) RETURNING *",
            (paper_id, kind, day.isoformat(), as_json(dict(data)), now.isoformat()),
        )
        return _event(row)

    def events(self, paper_id: str) -> "list[PaperEvent]":
        """Return what happened to a paper, in the order it was noted."""
        return [
            _event(row)
            for row in self._file.rows("SELECT * FROM paper_events WHERE paper_id = ? ORDER BY nr", (paper_id,))
        ]

    def events_of_case(self, case_id: str) -> "list[PaperEvent]":
        """Return what happened to all papers of a case, in the order it was noted."""
        rows = self._file.rows(
            "SELECT e.* FROM paper_events e JOIN papers p ON p.id = e.paper_id WHERE p.case_id = ? ORDER BY e.nr",
            (case_id,),
        )
        return [_event(row) for row in rows]

    def _paper(self, row: Mapping[str, Any]) -> Paper:
        sound = (sha256_hex(row["snapshot"]), sha256_hex(row["answers"])) == (row["sha256"], row["answers_sha256"])
        if not sound:
            raise DamagedFile(self._file.path)
        info = _info(row)
        later = {
            str(note["data"]["veld"]): LaterAnswer(note["data"]["antwoord"], date.fromisoformat(note["dag"]))
            for note in from_json(row.get("later") or "[]")
        }
        return Paper(**vars(info), answers_text=row["answers"], snapshot_text=row["snapshot"], later=later)


_OF_CASE: Final = "SELECT {columns} FROM papers WHERE case_id = ? ORDER BY rowid"


def _info(row: Mapping[str, Any]) -> PaperInfo:
    return PaperInfo(
        id=row["id"],
        case_id=row["case_id"],
        form=row["form"],
        slot=row["slot"],
        version=row["version"],
        made_on=date.fromisoformat(row["made_on"]),
        reason=row["reason"],
        at=datetime.fromisoformat(row["at"]),
        sha256=row["sha256"],
    )


def _event(row: Mapping[str, Any]) -> PaperEvent:
    return PaperEvent(
        nr=row["nr"],
        paper_id=row["paper_id"],
        kind=row["kind"],
        day=date.fromisoformat(row["day"]),
        data=from_json(row["data"]),
        at=datetime.fromisoformat(row["at"]),
    )
