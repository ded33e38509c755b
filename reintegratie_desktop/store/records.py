"""The employer and the employees: records that can be changed, as the answers of their forms."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.plain import as_json, folded, from_json, new_id, search_clause, storable
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import BugError


@dataclass(frozen=True)
class WerknemerName:
    """What a list shows of an employee, without reading all answers."""

    id: str
    achternaam: str
    roepnaam: str
    functie: str


class RecordRepository:
    """Reads and writes the employer and the employees of one file.

    An employee is a dict: the answers of the employee form plus `id`.
    """

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def werkgever(self) -> dict[str, Any]:
        """Return the answers about the employer; empty when nothing was saved yet."""
        row = self._file.row("SELECT answers FROM werkgever")
        return dict(from_json(row["answers"])) if row else {}

    def save_werkgever(self, answers: Mapping[str, Any], now: datetime) -> None:
        """Save the answers about the employer."""
        self._file.write(
            "INSERT INTO werkgever (id, answers, saved_at) VALUES (1, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, saved_at = excluded.saved_at",
            (as_json(dict(answers)), now.isoformat()),
        )

    def werknemers(self) -> list[dict[str, Any]]:
        """Return all employees with their answers, by surname and first name."""
        return [_werknemer(row) for row in self._file.rows("SELECT id, answers FROM werknemers ORDER BY sort_key, id")]

    def names(self, search: str = "") -> list[WerknemerName]:
        """Return the names of the employees in which every word of `search` occurs, by surname and first name."""
        where, parameters = search_clause(search, "search_text")
        rows = self._file.rows(
            f"SELECT id, achternaam, roepnaam, functie FROM werknemers WHERE {where} ORDER BY sort_key, id",  # noqa: S608
            parameters,
        )
        return [WerknemerName(**row) for row in rows]

    def werknemer(self, werknemer_id: str) -> dict[str, Any]:
        """Return one employee.

        Raises:
            BugError: there is no such employee.
        """
        row = self._file.row("SELECT id, answers FROM werknemers WHERE id = ?", (werknemer_id,))
        if row is None:
            raise BugError("no such werknemer")
        return _werknemer(row)

    def add_werknemer(self, answers: Mapping[str, Any], now: datetime) -> str:
        """Add an employee and return the new id."""
        columns = {"id": new_id(), **_columns(answers, now), "created_at": now.isoformat()}
        self._file.write(
            "INSERT INTO werknemers (id, answers, achternaam, roepnaam, functie, sort_key, search_text, created_at, "
            "saved_at) VALUES (:id, :answers, :achternaam, :roepnaam, :functie, :sort_key, :search_text, :created_at, "
            ":saved_at)",
            columns,
        )
        return columns["id"]

    def save_werknemer(self, werknemer_id: str, answers: Mapping[str, Any], now: datetime) -> None:
        """Replace the answers of an employee.

        Raises:
            BugError: there is no such employee.
        """
        changed = self._file.write(
            "UPDATE werknemers SET answers = :answers, achternaam = :achternaam, roepnaam = :roepnaam, "
            "functie = :functie, sort_key = :sort_key, search_text = :search_text, saved_at = :saved_at WHERE id = :id",
            {"id": werknemer_id, **_columns(answers, now)},
        )
        if changed != 1:
            raise BugError("no such werknemer")

    def remove_werknemer(self, werknemer_id: str) -> None:
        """Remove an employee without cases, and the draft of the employee form.

        Raises:
            BugError: there is no such employee, or there are cases still; erase those first.
        """
        with self._file.atomic():
            self._file.write("DELETE FROM drafts WHERE case_id = '' AND slot = ?", (werknemer_id,))
            if self._file.write("DELETE FROM werknemers WHERE id = ?", (werknemer_id,)) != 1:
                raise BugError("no such werknemer")


def _werknemer(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**from_json(row["answers"]), "id": row["id"]}


def _text(value: object) -> str:
    return storable(value) if isinstance(value, str) else ""


def _columns(answers: Mapping[str, Any], now: datetime) -> dict[str, str]:
    kept = {key: value for key, value in answers.items() if key != "id"}
    shown = {key: _text(kept.get(key)) for key in ("achternaam", "roepnaam", "functie")}
    searched = ("roepnaam", "voorletters", "voorvoegsel", "achternaam", "functie", "afdeling", "personeelsnr")
    return {
        "answers": as_json(kept),
        **shown,
        "sort_key": f"{folded(shown['achternaam'])}\t{folded(shown['roepnaam'])}",
        "search_text": " ".join(filter(None, (folded(kept.get(key)) for key in searched))),
        "saved_at": now.isoformat(),
    }
