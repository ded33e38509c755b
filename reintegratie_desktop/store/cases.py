"""Cases of sickness: one for each stretch of sick leave of an employee."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.plain import as_json, from_json, new_id, search_clause
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import BugError


class CaseStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    DEELS_HERVAT = "deels_hervat"
    HERSTELD = "hersteld"
    NAZORG = "nazorg"
    ZIEK_UIT_DIENST = "ziek_uit_dienst"
    WIA_AANGEVRAAGD = "wia_aangevraagd"
    GESLOTEN = "gesloten"


class CaseOrder(StrEnum):
    """How a list of cases is ordered; the number decides between equals."""

    NUMMER = "nummer"
    NAAM = "naam"
    EERSTE_ZIEKTEDAG = "eerste_ziektedag"
    STATUS = "status"
    SAVED_AT = "saved_at"


@dataclass(frozen=True)
class Case:
    """One case. `facts` holds what is known beyond the columns (breaks, leave, case manager), as JSON data."""

    id: str
    nummer: str
    werknemer_id: str
    eerste_ziektedag: date
    status: CaseStatus
    hersteld_per: date | None
    created_at: datetime
    saved_at: datetime
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class ListedCase:
    """A case as a line in a list, with the employee it is about."""

    case: Case
    achternaam: str
    roepnaam: str
    functie: str


_COLUMNS: Final = {
    CaseOrder.NUMMER: "c.nummer",
    CaseOrder.NAAM: "w.sort_key",
    CaseOrder.EERSTE_ZIEKTEDAG: "c.eerste_ziektedag",
    CaseOrder.STATUS: "c.status",
    CaseOrder.SAVED_AT: "c.saved_at",
}
_SEARCHED: Final = "(w.search_text || ' ' || c.nummer)"
_FROM: Final = "FROM cases c JOIN werknemers w ON w.id = c.werknemer_id"


class CaseRepository:
    """Reads and writes the cases of one file."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def add(self, werknemer_id: str, eerste_ziektedag: date, now: datetime, *, nummer: str = "") -> Case:
        """Open a case and give it the next number of the year it is opened in, such as `2026-003`.

        `nummer` keeps the number of a case that comes from elsewhere, when it is still free.

        Raises:
            BugError: there is no such employee.
        """
        with self._file.atomic():
            if not nummer or self._file.row("SELECT 1 FROM cases WHERE nummer = ?", (nummer,)):
                nummer = self._next_number(now.year)
            case_id, moment = new_id(), now.isoformat()
            self._file.write(
                "INSERT INTO cases (id, nummer, werknemer_id, eerste_ziektedag, status, hersteld_per, facts, "
                "created_at, saved_at) VALUES (?, ?, ?, ?, ?, NULL, '{}', ?, ?)",
                (case_id, nummer, werknemer_id, eerste_ziektedag.isoformat(), CaseStatus.OPEN.value, moment, moment),
            )
            return self.get(case_id)

    def _next_number(self, year: int) -> str:
        while True:
            row = self._file.write_row(
                "INSERT INTO case_numbers (year, last) VALUES (?, 1) "
                "ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
                (year,),
            )
            nummer = f"{year}-{row['last']:03d}"
            if self._file.row("SELECT 1 FROM cases WHERE nummer = ?", (nummer,)) is None:
                return nummer

    def get(self, case_id: str) -> Case:
        """Return one case.

        Raises:
            BugError: there is no such case.
        """
        row = self._file.row("SELECT * FROM cases WHERE id = ?", (case_id,))
        if row is None:
            raise BugError("no such case")
        return _case(row)

    def all(
        self,
        order: CaseOrder = CaseOrder.NUMMER,
        *,
        descending: bool = False,
        search: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Case]:
        """Return the cases in which every word of `search` occurs: in the employee's name or job, or the number."""
        listed = self.listed(order, descending=descending, search=search, limit=limit, offset=offset)
        return [line.case for line in listed]

    def listed(
        self,
        order: CaseOrder = CaseOrder.NUMMER,
        *,
        descending: bool = False,
        search: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> "list[ListedCase]":
        """Return what `all` returns, with the employee's name and job."""
        where, patterns = search_clause(search, _SEARCHED)
        direction = "DESC" if descending else "ASC"
        rows = self._file.rows(
            f"SELECT c.*, w.achternaam, w.roepnaam, w.functie {_FROM} WHERE {where} "
            f"ORDER BY {_COLUMNS[order]} {direction}, c.nummer {direction} LIMIT ? OFFSET ?",
            [*patterns, -1 if limit is None else limit, offset],
        )
        return [ListedCase(_case(row), row["achternaam"], row["roepnaam"], row["functie"]) for row in rows]

    def count(self, search: str = "") -> int:
        """Return how many cases `all` would return without a limit."""
        where, patterns = search_clause(search, _SEARCHED)
        row = self._file.row(f"SELECT count(*) AS n {_FROM} WHERE {where}", patterns)
        assert row is not None
        return int(row["n"])

    def for_employee(self, werknemer_id: str) -> "list[Case]":
        """Return the cases of one employee, oldest first."""
        rows = self._file.rows(
            "SELECT * FROM cases WHERE werknemer_id = ? ORDER BY eerste_ziektedag, nummer", (werknemer_id,)
        )
        return [_case(row) for row in rows]

    def set_eerste_ziektedag(self, case_id: str, day: date, now: datetime) -> Case:
        """Correct the first sick day; the number of the case stays."""
        return self._set(case_id, "eerste_ziektedag = ?", day.isoformat(), now)

    def set_status(self, case_id: str, status: CaseStatus, now: datetime) -> Case:
        """Set where the case stands."""
        return self._set(case_id, "status = ?", CaseStatus(status).value, now)

    def set_facts(self, case_id: str, facts: Mapping[str, Any], now: datetime) -> Case:
        """Replace what is known about the case beyond its columns."""
        return self._set(case_id, "facts = ?", as_json(dict(facts)), now)

    def close(self, case_id: str, hersteld_per: date, now: datetime) -> Case:
        """Close the case as recovered; `hersteld_per` is the first fully fit day."""
        with self._file.atomic():
            self._set(case_id, "hersteld_per = ?", hersteld_per.isoformat(), now)
            return self.set_status(case_id, CaseStatus.HERSTELD, now)

    def reopen(self, case_id: str, now: datetime) -> Case:
        """Open a recovered case again, after a relapse that counts as the same case or a mistake."""
        with self._file.atomic():
            self._set(case_id, "hersteld_per = ?", None, now)
            return self.set_status(case_id, CaseStatus.OPEN, now)

    def _set(self, case_id: str, assignment: str, value: str | None, now: datetime) -> Case:
        with self._file.atomic():
            changed = self._file.write(
                f"UPDATE cases SET {assignment}, saved_at = ? WHERE id = ?",  # noqa: S608 - fixed words only
                (value, now.isoformat(), case_id),
            )
            if changed != 1:
                raise BugError("no such case")
            return self.get(case_id)


def _case(row: Mapping[str, Any]) -> Case:
    return Case(
        id=row["id"],
        nummer=row["nummer"],
        werknemer_id=row["werknemer_id"],
        eerste_ziektedag=date.fromisoformat(row["eerste_ziektedag"]),
        status=CaseStatus(row["status"]),
        hersteld_per=date.fromisoformat(row["hersteld_per"]) if row["hersteld_per"] else None,
        created_at=datetime.fromisoformat(row["created_at"]),
        saved_at=datetime.fromisoformat(row["saved_at"]),
        facts=from_json(row["facts"]),
    )
