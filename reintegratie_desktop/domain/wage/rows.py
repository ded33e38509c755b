"""Adds days up to rows in whole cents: one rounding at the end of the row, and columns that add up to the cent."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar

from reintegratie_desktop.domain.wage.amounts import UsedAmount
from reintegratie_desktop.domain.wage.day import WEEKS_OF_PAY, DayKind, WageDay
from reintegratie_desktop.domain.wage.facts import Per, WageFacts
from reintegratie_desktop.domain.wage.result import (
    COLUMN_NAMES,
    Columns,
    FourWeekRow,
    MonthRow,
    PeriodRow,
    WeekRow,
)
from reintegratie_desktop.domain.wage.rounding import Way, in_cents

_PLUS: Final = (
    "wettelijk_deel", "aanvulling_minimumloon", "aanvulling_cao", "loon_gewerkt", "loon_vakantie", "loon_hersteld",
)  # fmt: skip
_MINUS: Final = ("wachtdagen", "loonstop", "aftrek_uitkeringen", "aftrek_inkomsten")
_LOOSE: Final = ("uren", "gewerkte_uren", "eigen_loon", "begrensd_loon", "minimumloon")
"""Columns that are no part of the sum: each is rounded by itself."""

_ZERO: Final = Decimal("0.00")

_FOUR_WEEKS: Final = timedelta(weeks=WEEKS_OF_PAY)

Row = TypeVar("Row", bound=PeriodRow)

PeriodKey = Callable[[date], tuple[int, int]]
"""Gives the year and the number of the period a day falls in."""

Withheld = dict[int, Decimal]
"""What a row withholds by each suspension, by its place in the facts."""


def by_month(day: date) -> tuple[int, int]:
    """Return the year and the month of a day."""
    return day.year, day.month


def by_week(day: date) -> tuple[int, int]:
    """Return the year and the week of a day by ISO 8601."""
    year, week, _weekday = day.isocalendar()
    return year, week


def by_four_weeks(begins: date) -> PeriodKey:
    """Return how to find the four weeks of a day, when such a period begins on `begins`.

    A period belongs to the year in which it ends, and its number says how manieth it is of those.
    """

    def key(day: date) -> tuple[int, int]:
        last = begins + ((day - begins) // _FOUR_WEEKS + 1) * _FOUR_WEEKS - timedelta(days=1)
        return last.year, (last - date(last.year, 1, 1)) // _FOUR_WEEKS + 1

    return key


def period_key(facts: WageFacts) -> PeriodKey:
    """Return how to find the period of pay of a day."""
    if facts.betaalperiode is Per.VIER_WEKEN:
        assert facts.vier_weken_vanaf is not None
        return by_four_weeks(facts.vier_weken_vanaf)
    return by_week if facts.betaalperiode is Per.WEEK else by_month


def month_rows(days: Sequence[WageDay], lifted: dict[int, date], way: Way) -> tuple[MonthRow, ...]:
    """Return a row per calendar month. `lifted` holds the day on which each ended suspension is paid after all."""
    return _rows(MonthRow, days, by_month, lifted, way)


def four_week_rows(days: Sequence[WageDay], begins: date, lifted: dict[int, date], way: Way) -> tuple[FourWeekRow, ...]:
    """Return a row per four weeks, of which one begins on `begins`."""
    return _rows(FourWeekRow, days, by_four_weeks(begins), lifted, way)


def week_rows(days: Sequence[WageDay], lifted: dict[int, date], way: Way) -> tuple[WeekRow, ...]:
    """Return a row per week, Monday to Sunday, numbered by ISO 8601."""
    return _rows(WeekRow, days, by_week, lifted, way)


def total(rows: Iterable[PeriodRow]) -> Columns:
    """Return the sum of rows."""
    found = Columns(*(_ZERO for _name in COLUMN_NAMES))
    for row in rows:
        found += row.columns
    return found


def _rows(
    kind: type[Row],
    days: Sequence[WageDay],
    key_of: PeriodKey,
    lifted: dict[int, date],
    way: Way,
) -> tuple[Row, ...]:
    groups: dict[tuple[int, int], list[WageDay]] = {}
    for day in days:
        groups.setdefault(key_of(day.day), []).append(day)
    withheld = {key: _withheld(group, way) for key, group in groups.items()}
    paid: dict[tuple[int, int], Decimal] = {}
    for place, on in lifted.items():
        # What is lifted after the last day of the case is paid with its last row.
        key = key_of(on) if key_of(on) in groups else key_of(days[-1].day)
        paid[key] = paid.get(key, _ZERO) + sum((row.get(place, _ZERO) for row in withheld.values()), _ZERO)
    return tuple(
        _row(kind, key, group, sum(withheld[key].values(), _ZERO), paid.get(key, _ZERO), way)
        for key, group in groups.items()
    )


def _withheld(days: Sequence[WageDay], way: Way) -> Withheld:
    """Return what is withheld by each suspension; together exactly the rounded sum."""
    exact: dict[int, Fraction] = {}
    for day in days:
        if day.opschorting is not None:
            exact[day.opschorting] = exact.get(day.opschorting, Fraction(0)) + day.opgeschort
    return dict(zip(exact, _shared_out(exact.values(), way), strict=True))


def _shared_out(parts: Iterable[Fraction], way: Way) -> list[Decimal]:
    """Round parts so that they add up to their rounded sum: each is the step of the rounded running sum."""
    running, before = Fraction(0), _ZERO
    found = []
    for part in parts:
        running += part
        now = in_cents(running, way)
        found.append(now - before)
        before = now
    return found


def _row(
    kind: type[Row], key: tuple[int, int], days: Sequence[WageDay], withheld: Decimal, paid: Decimal, way: Way
) -> Row:
    exact = {
        name: sum((getattr(day, name) for day in days), Fraction(0)) for name in (*_LOOSE, *_PLUS, *_MINUS)
    }  # fmt: skip
    loose = {name: in_cents(exact[name], way) for name in _LOOSE}
    steps = _shared_out([*(exact[name] for name in _PLUS), *(-exact[name] for name in _MINUS)], way)
    due = sum(steps, _ZERO)
    shared = dict(zip((*_PLUS, *_MINUS), steps, strict=True))
    columns = Columns(
        **loose,
        **{name: shared[name] for name in _PLUS},
        **{name: _ZERO - shared[name] for name in _MINUS},
        verschuldigd=due,
        opgeschort=withheld,
        nabetaald=paid,
        te_betalen=due - withheld + paid,
    )
    used: dict[str, UsedAmount] = {amount.id: amount for day in days for amount in day.used}
    sick = [day for day in days if day.kind is DayKind.ZIEK]
    return kind(
        van=days[0].day,
        tot_en_met=days[-1].day,
        jaar=key[0],
        nummer=key[1],
        columns=columns,
        werkdagen=sum(bool(day.uren) for day in days),
        ziektedagen=len(sick),
        hersteldagen=sum(day.kind is DayKind.HERSTELD for day in days),
        verlofdagen=sum(day.kind is DayKind.VERLOF for day in days),
        vakantiedagen=sum(day.vakantie and bool(day.uren) for day in days),
        dagen_eerste_jaar=sum(day.eerste_jaar for day in sick),
        dagen_niet_berekend=sum(bool(day.missing) for day in days),
        used=tuple(used.values()),
    )
