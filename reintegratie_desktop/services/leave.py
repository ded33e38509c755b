"""Zwangerschaps- en bevallingsverlof as data for other programs, from the options of the command line."""

import re
from typing import Any, Final

from reintegratie_desktop.domain.leave import LeavePart, MaternityLeave, maternity_leave
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK
from reintegratie_desktop.domain.reading import Node, refuse, shown
from reintegratie_desktop.text.i18n import _

EXPECTED: Final = "--uitgerekend"
WEEKS: Final = "--start-weken-voor"
BORN: Final = "--bevallen"
_WHOLE: Final = re.compile(r"[0-9]{1,2}")


def leave(expected: str, *, weeks_before: str | None, multiple: bool, born: str | None) -> MaternityLeave:
    """Return the leave; dates are ISO texts, the weeks a whole number in text.

    Raises:
        KnownError: a text is no date or number, or the leave cannot be like that; the sentence names the option.
    """
    return maternity_leave(
        Node(expected, EXPECTED).day(),
        weeks_before=None if weeks_before is None else _weeks(weeks_before),
        multiple=multiple,
        born=None if born is None else Node(born, BORN).day(),
    )


def as_data(found: MaternityLeave) -> dict[str, Any]:
    """Return the leave as JSON data: dates ISO, days whole, weeks whole where the days are whole weeks."""
    return {
        "venster": {"vroegst": found.venster_van.isoformat(), "uiterlijk": found.venster_tot.isoformat()},
        "zwangerschapsverlof": _part(found.zwangerschapsverlof),
        "bevallingsverlof": _part(found.bevallingsverlof),
        "totaal_weken": weeks_of(found.dagen),
        "totaal_dagen": found.dagen,
    }


def weeks_of(days: int) -> int | float:
    """Return days as weeks: a whole number when it is one, otherwise the quotient."""
    return days / DAYS_IN_WEEK if days % DAYS_IN_WEEK else days // DAYS_IN_WEEK


def _part(part: LeavePart) -> dict[str, Any]:
    return {
        "van": None if part.van is None else part.van.isoformat(),
        "tot_en_met": None if part.tot_en_met is None else part.tot_en_met.isoformat(),
        "weken": weeks_of(part.dagen),
        "dagen": part.dagen,
    }


def _weeks(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise refuse(
            _("Bij '{optie}' verwachten we een heel aantal weken, en er staat {waarde}.").format(
                optie=WEEKS, waarde=shown(text)
            ),
            _("Geef bijvoorbeeld 6, of laat de optie weg."),
        )
    return int(text)
