"""Steps that a user adds to a case: what, on which day, who; done, moved or taken away."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.plain import new_id, storable
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import BugError


@dataclass(frozen=True)
class OwnStep:
    """One step of a user's own."""

    id: str
    case_id: str
    title: str
    day: date
    who: str
    done_on: date | None
    removed: bool
    created_at: datetime
    saved_at: datetime


class OwnStepRepository:
    """Reads and writes the own steps of one file."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def add(self, case_id: str, title: str, day: date, who: str, now: datetime) -> OwnStep:
        """Add a step to a case."""
        step_id, moment = new_id(), now.isoformat()
        self._file.write(
            "INSERT INTO own_steps (id, case_id, title, day, who, done_on, removed, created_at, saved_at) "
            "VALUES (?, ?, ?, ?, ?, NULL, 0, ?, ?)",
            (step_id, case_id, storable(title), day.isoformat(), storable(who), moment, moment),
        )
        return self.get(step_id)

    def get(self, step_id: str) -> OwnStep:
        """Return one step, also one that was taken away.

        Raises:
            BugError: there is no such step.
        """
        row = self._file.row("SELECT * FROM own_steps WHERE id = ?", (step_id,))
        if row is None:
            raise BugError("no such own step")
        return _step(row)

    def of(self, case_id: str, *, removed: bool = False) -> list[OwnStep]:
        """Return the steps of a case by their day; with `removed` also those that were taken away."""
        where = "case_id = ?" if removed else "case_id = ? AND removed = 0"
        rows = self._file.rows(f"SELECT * FROM own_steps WHERE {where} ORDER BY day, id", (case_id,))  # noqa: S608
        return [_step(row) for row in rows]

    def cases_with_open_steps(self) -> set[str]:
        """Return the ids of the cases with a step that is still to be done."""
        rows = self._file.rows("SELECT DISTINCT case_id FROM own_steps WHERE done_on IS NULL AND removed = 0")
        return {row["case_id"] for row in rows}

    def change(self, step_id: str, title: str, day: date, who: str, now: datetime) -> OwnStep:
        """Give a step another text, day or person."""
        return self._set(step_id, "title = ?, day = ?, who = ?", (storable(title), day.isoformat(), storable(who)), now)

    def set_done(self, step_id: str, day: date | None, now: datetime) -> OwnStep:
        """Say on which day a step was done; None takes that back."""
        return self._set(step_id, "done_on = ?", (day.isoformat() if day else None,), now)

    def remove(self, step_id: str, now: datetime) -> OwnStep:
        """Take a step away; it stays as taken away until its case is erased."""
        return self._set(step_id, "removed = 1", (), now)

    def _set(self, step_id: str, change: str, values: tuple[object, ...], now: datetime) -> OwnStep:
        changed = self._file.write(
            f"UPDATE own_steps SET {change}, saved_at = ? WHERE id = ? AND removed = 0",  # noqa: S608 - from above
            (*values, now.isoformat(), step_id),
        )
        if changed != 1:
            raise BugError("no such own step")
        return self.get(step_id)


def _step(row: Mapping[str, Any]) -> OwnStep:
    return OwnStep(
        id=row["id"],
        case_id=row["case_id"],
        title=row["title"],
        day=date.fromisoformat(row["day"]),
        who=row["who"],
        done_on=date.fromisoformat(row["done_on"]) if row["done_on"] else None,
        removed=bool(row["removed"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        saved_at=datetime.fromisoformat(row["saved_at"]),
    )
