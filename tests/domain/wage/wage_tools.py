"""What the tests of the wage share: plain facts to vary, and the rows by name."""

from datetime import date
from decimal import Decimal
from typing import Any

from reintegratie_desktop.domain.wage.calculation import wages
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.domain.wage.result import CaseWage, MonthRow, WageResult, WeekRow

TODAY = date(2026, 11, 23)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
FIVE_DAYS = dict.fromkeys(WEEKDAYS[:5], "8")


def facts(**changes: Any) -> dict[str, Any]:
    """An employee of 35 with 40 hours and 20.00 an hour, ill for four weeks in March 2026."""
    return {
        "perioden": [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-03-30"}],
        "geboortedatum": "1990-05-01",
        "uren_per_week": "40",
        "werkpatroon": FIVE_DAYS,
        "loon": [{"van": "2020-01-01", "bedrag": "20.00", "per": "uur"}],
        **changes,
    }


def wage(bedrag: str, per: str, **more: Any) -> list[dict[str, Any]]:
    """One wage that always held."""
    return [{"van": "2020-01-01", "bedrag": bedrag, "per": per, **more}]


def ill(first: str, fit: str | None = None) -> list[dict[str, Any]]:
    """One sick report."""
    return [{"ziek_vanaf": first, "hersteld_per": fit}]


def run(**changes: Any) -> WageResult:
    """The result of the plain facts with some changes."""
    return wages(read_facts(facts(**changes)), TODAY)


def case(**changes: Any) -> CaseWage:
    """The only case of the plain facts with some changes."""
    (found,) = run(**changes).zaken
    return found


def month(found: CaseWage, year: int, number: int) -> MonthRow:
    """One row by month."""
    (row,) = [row for row in found.maanden if (row.jaar, row.nummer) == (year, number)]
    return row


def week(found: CaseWage, year: int, number: int) -> WeekRow:
    """One row by ISO week."""
    (row,) = [row for row in found.weken if (row.jaar, row.nummer) == (year, number)]
    return row


def euro(text: str) -> Decimal:
    """An amount as it should come out, to the cent."""
    return Decimal(text)


def note_ids(found: CaseWage) -> list[str]:
    """The ids of the notes."""
    return [note.id for note in found.opmerkingen]
