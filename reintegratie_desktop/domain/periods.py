"""Days that count and days that do not: sick periods become separate cases, each with its shifted first day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from reintegratie_desktop.domain.facts import CaseFacts, Leave
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

ONE_DAY: Final = timedelta(days=1)
DAYS_IN_WEEK: Final = timedelta(weeks=1).days


_STEPS: Final[dict[int, timedelta]] = {}


def plus(day: date, days: int) -> date:
    """Return the day a number of days later."""
    # The law adds the same few numbers all the time, and making a timedelta costs more than adding one.
    step = _STEPS.get(days)
    if step is None:
        step = _STEPS[days] = timedelta(days)
    return day + step


def plus_years(day: date, years: int) -> date:
    """Return the first day after a number of calendar years; from 29 February that is 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, day.month + 1, 1)


def week_of(days: int) -> int:
    """Return the week in which a day falls that many days after day 1."""
    return days // DAYS_IN_WEEK + 1


@dataclass(frozen=True)
class Gap:
    """Days inside a case that do not count, from `van` up to `tot`, the day on which illness goes on."""

    van: date
    tot: date
    leave_days: int = 0
    """How many of the days are zwangerschaps- or bevallingsverlof; the others are recovery."""

    @property
    def days(self) -> int:
        """Return how many days do not count."""
        return (self.tot - self.van).days

    @property
    def fit_days(self) -> int:
        """Return the days of recovery; only these decide whether illness afterwards is a new case."""
        return self.days - self.leave_days

    @property
    def last(self) -> date:
        """Return the last day that does not count."""
        return self.tot - ONE_DAY

    def holds(self, day: date) -> bool:
        """Tell whether a day falls in the gap."""
        return self.van <= day < self.tot


@dataclass(frozen=True)
class Course:
    """One legally separate case: from the first sick day, through its gaps, to the recovery.

    `klok_vanaf` is the first sick day plus the days of every gap that fell before the end of the wachttijd.
    """

    eerste_ziektedag: date
    gaps: tuple[Gap, ...]
    hersteld_per: date | None
    klok_vanaf: date
    gap_before: Gap | None = None
    """The recovery after which this is a new case."""

    @property
    def counted_gaps(self) -> tuple[Gap, ...]:
        """Return the gaps that moved the clock."""
        moved = (self.klok_vanaf - self.eerste_ziektedag).days
        found: list[Gap] = []
        for gap in self.gaps:
            if moved <= 0:
                break
            found.append(gap)
            moved -= gap.days
        return tuple(found)

    def counted_days(self, day: date) -> int:
        """Return the days from the first sick day up to a day, without the gaps; recovery does not stop the count."""
        days = (day - self.eerste_ziektedag).days
        for gap in self.gaps:
            if gap.van >= day:
                break
            days -= (min(gap.tot, day) - gap.van).days
        return max(days, 0)

    def sick_days(self, day: date) -> int:
        """Return the sick days from the first one up to a day, the day itself not counted."""
        return self.counted_days(day if self.hersteld_per is None else min(day, self.hersteld_per))

    def day_after(self, days: int) -> date:
        """Return the sick day that comes a number of counted days after the first one."""
        found = plus(self.eerste_ziektedag, days)
        for gap in self.gaps:
            if gap.van > found:
                break
            found = plus(found, gap.days)
        return found


def courses(facts: CaseFacts, law: Law) -> tuple[Course, ...]:
    """Split the facts into legally separate cases, oldest first.

    Recovery of fewer days than `samentelling_grens` is a gap in one case, more begins a new one (BW 7:629 lid 10).
    Days of zwangerschaps- or bevallingsverlof never count as recovery; when the bedrijfsarts says that illness after
    the leave is another case, it begins a new one.

    Raises:
        KnownError: a sick period begins before the rules this program knows.
    """
    found: list[Course] = []
    stretches = _sick_stretches(facts)
    start, end = next(stretches)
    gaps: list[Gap] = []
    before: Gap | None = None
    for first, last in stretches:
        assert end is not None
        gap = _gap(end, first, facts.verlof)
        if _is_new_case(gap, facts.verlof, law.on(start).days("samentelling_grens")):
            found.append(_course(start, gaps, end, before, law))
            start, gaps, before = first, [], gap
        elif gap.days:
            gaps.append(gap)
        end = last
    found.append(_course(start, gaps, end, before, law))
    return tuple(found)


def _sick_stretches(facts: CaseFacts) -> Iterator[tuple[date, date | None]]:
    """Yield the stretches of illness, first day and first day after, with the leave cut out."""
    for period in facts.perioden:
        start, end = period.ziek_vanaf, period.hersteld_per
        outside = False
        for leave in facts.verlof:
            after = leave.tot_en_met + ONE_DAY
            if after <= start or (end is not None and leave.van >= end):
                continue
            if leave.van > start:
                outside = True
                yield start, leave.van
            start = after
        if end is None or start < end:
            yield start, end
        elif not outside:
            raise refuse(
                _("De ziekmelding van {dag} in 'perioden' valt helemaal in het verlof.").format(
                    dag=day_numeric(period.ziek_vanaf)
                ),
                _("Tijdens dit verlof telt ziekte niet. Haal de ziekmelding weg of verbeter het verlof."),
            )


def _gap(van: date, tot: date, leaves: tuple[Leave, ...]) -> Gap:
    leave_days = 0
    for leave in leaves:
        first, after = max(leave.van, van), min(leave.tot_en_met + ONE_DAY, tot)
        leave_days += max((after - first).days, 0)
    return Gap(van, tot, leave_days)


def _is_new_case(gap: Gap, leaves: tuple[Leave, ...], limit: int) -> bool:
    others = (leave for leave in leaves if leave.zelfde_geval is False)
    other_case = any(leave.van < gap.tot and leave.tot_en_met >= gap.van for leave in others)
    return other_case or gap.fit_days >= limit


def _course(start: date, gaps: list[Gap], end: date | None, before: Gap | None, law: Law) -> Course:
    full = law.on(start).days("wia_eerste_dag_uiterlijk")
    moved = 0
    for gap in gaps:
        if (gap.van - start).days - moved >= full:
            break
        moved += gap.days
    return Course(start, tuple(gaps), end, plus(start, moved), before)
