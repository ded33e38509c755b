"""Sums for the build-up of hours: phases, weeks, planned and worked hours, and the ceilings of the bedrijfsarts.

Hours are decimals, days are dates, rows are rows of the form `opbouwschema`. Nothing here changes a row, and a half
filled row gives None, never an error.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import Advice, advices, rows
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal

WEEKDAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
ONE_DAY: Final = timedelta(days=1)
ONE_WEEK: Final = timedelta(days=len(WEEKDAYS))
LEAVE: Final = "verlof_feestdag"
LONGEST_SHEET: Final = timedelta(weeks=160)
"""A week sheet goes back this far at most; a mistyped year makes no thousands of rows."""
_LAST_YEAR: Final = date.max.year - 1


@dataclass(frozen=True)
class Phase:
    """One phase of a schedule. `end` is the last day, also when the row leaves it open and the next phase tells it."""

    index: int
    """Place of the row, from 0."""
    start: date | None
    end: date | None
    weekdays: tuple[str, ...]
    hours_day: Decimal | None
    evaluation: date | None
    open_end: bool
    """The row itself gives no last day: it lasts until the next evaluation."""
    evaluated: bool
    """The phase before it was evaluated, so that this one may begin."""

    @property
    def hours_week(self) -> Decimal | None:
        """Return the hours of a whole week, or None while the days or the hours a day are not known."""
        if self.hours_day is None or not self.weekdays:
            return None
        return self.hours_day * len(self.weekdays)

    def hours_on(self, day: date) -> Decimal:
        """Return the planned hours on one day."""
        if self.start is None or self.hours_day is None or WEEKDAYS[day.weekday()] not in self.weekdays:
            return Decimal(0)
        return self.hours_day if self.start <= day and (self.end is None or day <= self.end) else Decimal(0)


@dataclass(frozen=True)
class AdviceWindow:
    """The days on which one advice about hours holds; the first has no start, the newest no end."""

    advice: Advice
    start: date | None
    end: date | None

    def part(self, start: date, end: date | None) -> tuple[date, date | None] | None:
        """Return the part of a period in which this advice holds; None when it does not."""
        first = max(start, self.start) if self.start else start
        ends = [day for day in (end, self.end) if day is not None]
        last = min(ends, default=None)
        return None if last is not None and last < first else (first, last)


def hours_of(row: Mapping[str, Any]) -> Decimal | None:
    """Return the hours a week of a row with `dagen` and `uren_dag`."""
    return _phase(0, row).hours_week


def share_of(hours: Decimal | None, contract: Decimal | None) -> Decimal | None:
    """Return hours as a whole percentage of the contract."""
    if hours is None or not contract:
        return None
    return (hours * 100 / contract).quantize(Decimal(1), ROUND_HALF_UP)


def plain(hours: Decimal | None) -> str | None:
    """Return hours as an answer: decimal text without zeros at the end."""
    return None if hours is None else f"{hours.normalize():f}"


def phases_of(answers: Answers) -> list[Phase]:
    """Return the phases of a schedule in the order of the rows."""
    value = answers.get("fasen")
    found = [
        _phase(index, row)
        for index, row in enumerate(value if isinstance(value, list) else ())
        if isinstance(row, dict)
    ]
    return [_with_end(phase, found) for phase in found]


def real_day(value: object) -> date | None:
    """Read a day to count with; None for a year at the edge of the calendar, where sums would fail."""
    day = as_day(value)
    return day if day is not None and date.min.year < day.year < _LAST_YEAR else None


def _phase(index: int, row: Mapping[str, Any]) -> Phase:
    days = row.get("dagen")
    end = real_day(row.get("tot"))
    return Phase(
        index=index,
        start=real_day(row.get("van")),
        end=end,
        weekdays=tuple(day for day in WEEKDAYS if isinstance(days, list) and day in days),
        hours_day=as_decimal(row.get("uren_dag")),
        evaluation=real_day(row.get("evaluatie")),
        open_end=end is None,
        evaluated=row.get("evaluatie_gedaan") is True,
    )


def _with_end(phase: Phase, phases: list[Phase]) -> Phase:
    if phase.end is not None or phase.start is None:
        return phase
    later = [other.start for other in phases if other.start is not None and other.start > phase.start]
    if not later:
        return phase
    return Phase(**{**phase.__dict__, "end": min(later) - ONE_DAY})


# --- weeks ----------------------------------------------------------------------------------------------------------


def clock_start(context: Context) -> date | None:
    """Return the day from which the weeks of absence are counted: moved on by breaks when the case says so."""
    return context.day("zaak", "klok_vanaf") or context.day("zaak", "eerste_ziektedag")


def week_of(day: date | None, start: date | None) -> int | None:
    """Return the week of absence of a day, the first is 1; None before the first sick day."""
    if day is None or start is None or day < start:
        return None
    return (day - start).days // len(WEEKDAYS) + 1


def monday_of(week: int, start: date | None) -> date | None:
    """Return the Monday in a week of absence, so that `week_of` gives that week back."""
    if start is None or week < 1:
        return None
    try:
        first = start + (week - 1) * ONE_WEEK
        return first + timedelta(days=-first.weekday() % len(WEEKDAYS))
    except OverflowError:
        return None


def weeks_of(phase: Phase, start: date | None) -> tuple[int | None, int | None]:
    """Return the first and last week of absence of a phase."""
    return week_of(phase.start, start), week_of(phase.end, start)


def complete_phase(row: Mapping[str, Any], context: Context, changed: str = "") -> dict[str, Any]:
    """Return a row with the week and the first day agreeing: typing week 7 gives its Monday, a day gives its week.

    `changed` is the column that was typed last (`van_week` or `van`); without it only the empty one is filled in.
    """
    done = dict(row)
    start = clock_start(context)
    if changed == "van_week" or (changed != "van" and not done.get("van")):
        day = derived_start(done, context)
        if day is not None:
            done["van"] = day
    elif changed == "van" or not done.get("van_week"):
        week = week_of(real_day(done.get("van")), start)
        if week is not None:
            done["van_week"] = str(week)
    return done


def derived_start(answers: Answers, context: Context) -> str | None:
    """Return the Monday of the typed week, as an answer."""
    week = as_decimal(answers.get("van_week"))
    day = monday_of(int(week), clock_start(context)) if week is not None and week == int(week) else None
    return day.isoformat() if day else None


def derived_week(answers: Answers, context: Context) -> str | None:
    """Return the week of absence of the typed first day, as an answer."""
    week = week_of(real_day(answers.get("van")), clock_start(context))
    return None if week is None else str(week)


# --- planned and worked ---------------------------------------------------------------------------------------------


def monday_before(day: date) -> date:
    """Return the Monday of the calendar week of a day."""
    return day - timedelta(days=day.weekday())


def planned_in_week(phases: list[Phase], day: date) -> Decimal:
    """Return the planned hours in the calendar week of a day, counted by the day: a phase may begin on a Wednesday."""
    monday = monday_before(day)
    days = [monday + number * ONE_DAY for number in range(len(WEEKDAYS))]
    return sum((max(phase.hours_on(each) for phase in phases) for each in days if phases), Decimal(0))


@dataclass(frozen=True)
class WorkedWeek:
    """One filled in week of the week sheet. `place` is the place of the row."""

    place: int
    monday: date
    planned: Decimal
    worked: Decimal
    leave: bool
    """The difference is leave or a public holiday: that says nothing about the schedule."""


def worked_weeks(answers: Answers) -> list[WorkedWeek]:
    """Return the weeks whose worked hours are filled in, oldest first."""
    value = answers.get("weekstaat")
    phases = phases_of(answers)
    found = []
    for place, row in enumerate(value if isinstance(value, list) else ()):
        day, worked = (
            (real_day(row.get("week")), as_decimal(row.get("gewerkt"))) if isinstance(row, dict) else (None, None)
        )
        if day is not None and worked is not None:
            leave = row.get("afwijking") == LEAVE
            found.append(WorkedWeek(place, monday_before(day), planned_in_week(phases, day), worked, leave))
    return sorted(found, key=lambda week: week.monday)


def is_behind(answers: Answers) -> bool:
    """Tell whether the newest two weeks in a row were both under plan."""
    return weeks_behind(answers) > 1


def weeks_behind(answers: Answers) -> int:
    """Return how many of the newest weeks in a row were under plan, without leave; 0 when the newest was not."""
    count = 0
    following = None
    for week in reversed(worked_weeks(answers)):
        in_a_row = following is None or following - week.monday == ONE_WEEK
        if not in_a_row or week.worked >= week.planned or week.leave:
            break
        count, following = count + 1, week.monday
    return count


def is_ahead(answers: Answers) -> bool:
    """Tell whether more was worked than planned in the newest week."""
    return any(week.worked > week.planned for week in worked_weeks(answers)[-1:])


def weeks_to_fill(answers: Answers, today: date) -> list[dict[str, Any]]:
    """Return new rows for the week sheet: each week from the first phase up to today that has no row yet."""
    starts = [phase.start for phase in phases_of(answers) if phase.start is not None]
    ends = [phase.end or today for phase in phases_of(answers) if phase.start is not None]
    if not starts:
        return []
    value = answers.get("weekstaat")
    known = {day and monday_before(day) for row in rows(value) for day in [real_day(row.get("week"))]}
    found, monday = [], monday_before(max(min(starts), today - LONGEST_SHEET))
    while monday <= min(today, max(ends)):
        if monday not in known:
            found.append({"week": monday.isoformat()})
        monday += ONE_WEEK
    return found


# --- advice and chart -----------------------------------------------------------------------------------------------


def advice_windows(context: Context) -> list[AdviceWindow]:
    """Return the advices about hours in order of date, each with the days on which it holds."""
    found = [advice for advice in reversed(advices(context)) if advice.speaks_of_hours]
    starts = [advice_start(advice) for advice in found]
    ends = [day and day - ONE_DAY for day in starts[1:]]
    firsts: list[date | None] = [None, *starts[1:]]
    return [AdviceWindow(*window) for window in zip(found, firsts, [*ends, None], strict=False)]


def advice_start(advice: Advice) -> date | None:
    """Return the first day an advice holds."""
    return as_day(advice.answers.get("per_datum")) or advice.day


def start_phase(advice: Advice, phases: list[Phase], context: Context) -> Phase | None:
    """Return the phase that the hours of an advice bind when it leaves the steps after the start open.

    That is the first phase on the days of the advice. None when the advice limits every phase, or has none yet.
    """
    if not advice.leaves_steps_open:
        return None
    parts = [window for window in advice_windows(context) if window.advice == advice]
    inside = [
        (phase.start, phase.index, phase)
        for phase in phases
        if phase.start is not None and any(window.part(phase.start, phase.end) for window in parts)
    ]
    return min(inside)[2] if inside else None


def is_past_start(advice: Advice, day: date | None, context: Context) -> bool:
    """Tell whether an advice names no hours for a day: it speaks of the start, and the schedule is a step further."""
    first = start_phase(advice, phases_of(context.papers.get("opbouwschema", {})), context)
    return first is not None and first.end is not None and day is not None and day > first.end


def chart_of(answers: Answers, context: Context) -> dict[str, Any]:
    """Return the `chart_hours` answer: contract, phases, ceilings, worked weeks and evaluations.

    `planned` holds the hours of each week, counted by the day: in a week in which a phase begins halfway, only its
    days in that week count.
    """
    phases = [phase for phase in phases_of(answers) if phase.start is not None and phase.hours_week is not None]
    worked = worked_weeks(answers)
    begin = clock_start(context)
    drawn = [(phase, phase.start, _last_day(phase)) for phase in phases if phase.start is not None]
    known = [last for _phase, _first, last in drawn] + [week.monday + ONE_WEEK - ONE_DAY for week in worked]
    return {
        "contract": answers.get("contracturen") or "",
        "phases": [
            {"van": first.isoformat(), "tot": last.isoformat(), "uren": plain(phase.hours_week)}
            for phase, first, last in drawn
        ],
        "planned": [
            {"week": monday.isoformat(), "uren": plain(planned_in_week(phases, monday))}
            for monday in _mondays([first for _phase, first, _last in drawn], [last for _phase, _first, last in drawn])
        ],
        "ceilings": list(
            _ceilings(context, phases, min((day for _p, day, _l in drawn), default=None), max(known, default=None))
        ),
        "worked": [{"week": week.monday.isoformat(), "uren": plain(week.worked)} for week in worked],
        "eerste_ziektedag": begin.isoformat() if begin else "",
        "evaluations": [phase.evaluation.isoformat() for phase in phases if phase.evaluation],
    }


def _mondays(firsts: list[date], lasts: list[date]) -> Iterator[date]:
    """Yield the weeks of a schedule."""
    if not firsts:
        return
    monday = monday_before(min(firsts))
    stop = min(max(lasts), monday + LONGEST_SHEET)
    while monday <= stop:
        yield monday
        monday += ONE_WEEK


def _last_day(phase: Phase) -> date:
    assert phase.start is not None
    if phase.end is not None:
        return max(phase.end, phase.start)
    # An open last phase is drawn up to its evaluation, and at least for one week.
    return max(phase.evaluation or phase.start, phase.start + ONE_WEEK - ONE_DAY)


def _ceilings(context: Context, phases: list[Phase], first: date | None, last: date | None) -> Iterator[dict[str, Any]]:
    if first is None or last is None:
        return
    for window in advice_windows(context):
        bound = start_phase(window.advice, phases, context)
        # Hours that hold for the start only are drawn no further than the phase they bind.
        part = window.part(first, last if bound is None or bound.end is None else min(last, bound.end))
        day = window.advice.day
        ceilings = window.advice.ceilings
        for ceiling, following in zip(ceilings, [*ceilings[1:], None], strict=True):
            if part is None or part[1] is None or day is None:
                continue
            start = max(part[0], ceiling.start) if ceiling.start else part[0]
            end = min(part[1], following.start - ONE_DAY) if following and following.start else part[1]
            if start <= end:
                yield {
                    "van": start.isoformat(),
                    "tot": end.isoformat(),
                    "uren": plain(ceiling.hours),
                    "advies": day.isoformat(),
                }
