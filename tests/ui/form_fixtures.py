"""A small data file with one employer, one employee and one case, for the tests of the form view."""

from datetime import datetime
from pathlib import Path
from typing import Any

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.ui.widgets.table_list import TableList, TwoLines, Words

NOW = datetime(2026, 11, 23, 21, 47)

WERKGEVER: dict[str, Any] = {
    "handelsnaam": "Bakkerij De Halm (fictief)",
    "adres": {"straat": "Dorpsstraat 1", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "contact": {"naam": "Anna Halm", "functie": "eigenaar", "telefoon": "0600000000"},
    "branche": "Bakkerij",
    "aantal_wn": "8",
    "or_vorm": "geen",
    "arbodienst": {"naam": "De Brug Arbo"},
}
WERKNEMER: dict[str, Any] = {
    "personeelsnr": "1",
    "voorletters": "J.",
    "roepnaam": "Jan",
    "achternaam": "Hoekstra",
    "geboortedatum": "1980-01-01",
    "adres": {"straat": "Dorpsstraat 1", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "telefoon": "0600000001",
    "functie": "bakker",
    "leidinggevende": {"naam": "Anna Halm"},
    "contracturen": "32",
    "contractsoort": "onbepaalde_tijd",
    "in_dienst": "2016-03-01",
}
ACTIVITEITEN: list[dict[str, Any]] = [
    {
        "a_cat": "7A", "a_activiteit": "Deeg wegen en recepten klaarleggen", "a_doel": "Elke ochtend klaar",
        "a_wie": "werknemer", "a_start": "2026-11-30", "a_gereed": "2026-12-18",
    },
    {
        "a_cat": "7B", "a_activiteit": "Werkbank met zitplek bij het raam", "a_doel": "Klaar op de eerste dag",
        "a_wie": "werkgever", "a_start": "2026-11-24", "a_gereed": "2026-11-27",
    },
]  # fmt: skip
TAAKPROFIEL: dict[str, Any] = {
    "functie": "bakker",
    "omschrijving": "Maakt deeg, bakt brood en houdt de oven schoon.",
    "taken": [{"taak": "Deeg wegen", "uren": "10", "kan": "kan"}],
}


def make_desk(folder: Path, now: datetime = NOW) -> Workspace:
    """Return an open file with an employer."""
    desk = Workspace.create(
        folder / "proef.reintegratie", "een heel lang wachtwoord 12", lambda: now, kdf=KdfParams.for_tests()
    )
    session = desk.open_form("werkgever")
    session.answer(WERKGEVER)
    session.finish()
    return desk


def make_case(desk: Workspace) -> str:
    """Return a new case of one employee, Jan Hoekstra."""
    session = desk.open_form("werknemer")
    session.answer(WERKNEMER)
    return desk.start_case(session.finish())


def open_form(desk: Workspace, form: str, case_id: str = "") -> FormSession:
    """Open a form of the case, or a record."""
    return desk.open_form(form) if form in ("werkgever", "werknemer") else desk.open_form(form, case_id)


def cell_words(shown: object) -> list[str]:
    """Return the words that are painted in the rows of a list."""
    assert isinstance(shown, TableList)
    found: list[str] = []
    for row in shown.rows:
        for _index, cell in row._drawn:
            if isinstance(cell, TwoLines):
                found += [cell.title, cell.sub]
            elif isinstance(cell, Words):
                found.append(cell.words)
    return [words for words in found if words]
