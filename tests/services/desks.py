"""An open data file for tests, with an employer and an employee who exist nowhere."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import DEFAULT_KDF, KdfParams

PASSWORD = "een zin die niemand raadt 42"


class Calendar:
    """A clock that stands still until a test moves it."""

    def __init__(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 21, 47)

    def __call__(self) -> datetime:
        return self.now

    def go_to(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 9, 30)

    def later(self, **parts: int) -> None:
        self.now += timedelta(**parts)


WERKGEVER: dict[str, Any] = {
    "handelsnaam": "Groothandel De Kist B.V.",
    "adres": {"straat": "Proefkade 18", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "contact": {"naam": "Noor Blom", "functie": "bedrijfsleider", "telefoon": "0600000071", "email": ""},
    "branche": "Groothandel",
    "aantal_wn": "12",
    "or_vorm": "geen",
    "arbodienst": {"naam": "Arbo Voorbeeld", "telefoon": "0600000070", "email": ""},
    "bedrijfsarts": "L. Winter",
    "loon_jaar1": "100",
    "loon_jaar2": "70",
}
WERKNEMER: dict[str, Any] = {
    "personeelsnr": "71",
    "voorletters": "J.",
    "roepnaam": "Jasper",
    "voorvoegsel": "van",
    "achternaam": "Houten",
    "geboortedatum": "1988-04-21",
    "adres": {"straat": "Kistlaan 2", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "telefoon": "0600000073",
    "functie": "Magazijnmedewerker",
    "leidinggevende": {"naam": "Femke Raad", "functie": "teamleider", "telefoon": "0600000072", "email": ""},
    "contracturen": "40",
    "werkpatroon": ["8", "8", "8", "8", "8", "0", "0"],
    "contractsoort": "onbepaalde_tijd",
    "in_dienst": "2019-02-01",
}
ZIEKMELDING: dict[str, Any] = {
    "meldingswijze": "telefonisch",
    "aangenomen_door": {"naam": "Noor Blom"},
    "verwachte_duur": "langer",
    "vangnet": "nee",
    "arbeidsongeval": "nee",
    "regres": "nee",
    "contact_wijze": "bellen",
}


def make_desk(folder: Path, calendar: Calendar) -> Workspace:
    """Return a new file with the employer filled in."""
    return make_desk_at(folder / "proef.reintegratie", PASSWORD, calendar)


def make_desk_at(path: Path, password: str, calendar: Calendar, *, strong: bool = False) -> Workspace:
    """Return a new file at a path; `strong` makes its key as the program does for a real file."""
    kdf = DEFAULT_KDF if strong else KdfParams.for_tests()
    desk = Workspace.create(path, password, calendar, kdf=kdf)
    session = desk.open_form("werkgever")
    session.answer(WERKGEVER)
    session.finish()
    return desk


def add_employee(desk: Workspace, **changes: Any) -> str:
    """Add the employee and return the id."""
    session = desk.open_form("werknemer")
    session.answer({**WERKNEMER, **changes})
    return session.finish()


def report_sick(desk: Workspace, employee_id: str, day: date) -> str:
    """Take a sick report on the day itself and return the id of the case."""
    case_id = desk.start_case(employee_id)
    session = desk.open_form("ziekmelding", case_id)
    session.answer({**ZIEKMELDING, "eerste_ziektedag": day.isoformat()})
    finish(session)
    return case_id


def finish(session: FormSession, reason: str = "") -> str:
    """Finish a form and show what stood in the way when it cannot be."""
    check = session.check()
    assert check.ready, [(item.field, item.message) for item in check.stops] + [item.word for item in check.guard_stops]
    return session.finish(reason)


def keep_as_is(session: FormSession) -> str:
    """Put a paper in the file as it is, without asking whether everything was answered; return its id."""
    desk = session.desk
    made = desk.store.papers.add(
        session.case_id,
        session.flow.key,
        session.slot,
        session.full_answers(),
        session.snapshot(draft=False).to_dict(),
        desk.today,
        "",
        desk.clock(),
    )
    return made.id
