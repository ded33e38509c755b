"""Zwangerschaps- en bevallingsverlof: as data for other programs, as what can be chosen, and as a sum in words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, Final

from reintegratie_desktop.domain.leave import LeavePart, MaternityLeave, maternity_leave
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK
from reintegratie_desktop.domain.reading import Node, refuse, shown
from reintegratie_desktop.services.step_views import SumLineView
from reintegratie_desktop.services.step_words import signed_days
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_long, day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

EXPECTED: Final = "--uitgerekend"
WEEKS: Final = "--start-weken-voor"
BORN: Final = "--bevallen"
_WHOLE: Final = re.compile(r"[0-9]{1,2}")


def leave(expected: str, *, weeks_before: str | None, multiple: bool, born: str | None) -> MaternityLeave:
    """Return the leave; dates are ISO texts, the weeks a whole number in text.

    Raises:
        KnownError: a text is no date or number, or the leave cannot be like that; the sentence names the option.
    """
    day = Node(expected, EXPECTED).day()
    weeks = None if weeks_before is None else _weeks(weeks_before)
    birth = None if born is None else Node(born, BORN).day()
    with _naming(EXPECTED):
        maternity_leave(day, multiple=multiple)
    with _naming(WEEKS):
        maternity_leave(day, weeks_before=weeks, multiple=multiple)
    with _naming(BORN):
        return maternity_leave(day, weeks_before=weeks, multiple=multiple, born=birth)


@contextmanager
def _naming(option: str) -> Iterator[None]:
    """Put the option before what is wrong with it."""
    try:
        yield
    except KnownError as error:
        told = _("Bij '{optie}': {zin}").format(optie=option, zin=error.message)
        raise KnownError(told, error.next_step, code=error.code) from error


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


def start_choices(expected: date, *, multiple: bool = False) -> tuple[tuple[int, date], ...]:
    """Return when the leave may begin in whole weeks: (weeks before the day after the expected day, that day).

    Raises:
        KnownError: the day lies before the rules this program knows.
    """
    window = maternity_leave(expected, multiple=multiple)
    day_after = expected + timedelta(days=1)
    most = (day_after - window.venster_van).days // DAYS_IN_WEEK
    least = (day_after - window.venster_tot).days // DAYS_IN_WEEK
    return tuple((weeks, day_after - timedelta(weeks=weeks)) for weeks in range(most, least - 1, -1))


def first_and_last(found: MaternityLeave) -> tuple[date, date]:
    """Return the first and the last day of the whole leave."""
    begins, ends = found.zwangerschapsverlof.van or found.bevallingsverlof.van, found.bevallingsverlof.tot_en_met
    assert begins is not None
    assert ends is not None
    return begins, ends


def leave_sum(found: MaternityLeave) -> tuple[SumLineView, ...]:
    """Return the sum behind the last day: adding the days to the day above leads to the day below."""
    before, after = found.zwangerschapsverlof, found.bevallingsverlof
    lines = [SumLineView(_("Uitgerekende datum"), day_numeric(found.uitgerekend))]
    if found.bevallen is not None:
        lines.append(SumLineView(_("Bevallen op"), day_numeric(found.bevallen)))
    if before.van is not None:
        lines.append(SumLineView(_("Eerste dag van het verlof"), day_numeric(before.van), strong=True))
        lines.append(SumLineView(_("Tot en met de bevalling"), _days(before.dagen)))
    plain = after.dagen - found.aangevuld
    lines.append(SumLineView(_("Na de bevalling"), signed_days(plain)))
    if found.aangevuld:
        lines.append(SumLineView(_("Wat ervoor te kort was"), signed_days(found.aangevuld)))
    lines.append(SumLineView(_("Laatste dag van het verlof"), day_numeric(first_and_last(found)[1]), strong=True))
    lines.append(SumLineView(_("Samen"), _days(found.dagen)))
    return tuple(lines)


def leave_why(found: MaternityLeave) -> Iterator[str]:
    """Yield what to know next to the dates, as short sentences; the article stands last."""
    if found.bevallen is None:
        yield _("We rekenen met een bevalling op de uitgerekende datum. Vul later de echte dag in.")
    if found.aangevuld:
        yield ngettext(
            "Het verlof ervoor was {dagen} dag korter dan de wet geeft. Die dag komt er na de bevalling bij.",
            "Het verlof ervoor was {dagen} dagen korter dan de wet geeft. Die dagen komen er na de bevalling bij.",
            found.aangevuld,
        ).format(dagen=found.aangevuld)
    if found.melden_voor is not None:
        yield _("Je werknemer meldt het begin uiterlijk op {dag}.").format(dag=day_long(found.melden_voor))
    yield _("UWV stelt het verlof vast. De brief van UWV gaat voor.")
    yield _(
        "Was je werknemer in deze weken al ziek gemeld, of ligt het kind lang in het ziekenhuis? Dan telt UWV anders."
    )
    yield found.basis.text


def duration(days: int) -> str:
    """Return `16 weken`, or `10 weken en 3 dagen`."""
    weeks, rest = divmod(days, DAYS_IN_WEEK)
    told = ngettext("{weken} week", "{weken} weken", weeks).format(weken=weeks)
    if not rest:
        return told
    return _("{weken} en {dagen}").format(weken=told, dagen=_days(rest))


def _days(days: int) -> str:
    return ngettext("{dagen} dag", "{dagen} dagen", days).format(dagen=days)


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
