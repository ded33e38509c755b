"""A first schedule to talk about, made from the advice. It is always a proposal, never an advice."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import Advice, advice_on_hours, advice_on_work, contract_hours
from reintegratie_desktop.forms.advice import rows as table_rows
from reintegratie_desktop.forms.buildup import ONE_DAY, ONE_WEEK, WEEKDAYS, advice_start, clock_start, plain, week_of
from reintegratie_desktop.forms.context import Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.text.i18n import N_

PROPOSAL: Final = N_("voorstel, bespreken met bedrijfsarts")
"""What stands beside every schedule that comes from here."""

# Choices of this program, not law: a gentle rhythm for when the bedrijfsarts leaves it to employer and employee.
OWN_START_HOURS: Final = Decimal(2)
OWN_STEP_HOURS: Final = Decimal(1)
OWN_INTERVAL: Final = 2 * ONE_WEEK
SHORTEST_DAY: Final = Decimal(2)
MOST_PHASES: Final = 12
_QUARTER: Final = Decimal("0.25")
_CENT: Final = Decimal("0.01")
_USUAL_WEEK: Final = 5


@dataclass(frozen=True)
class Proposal:
    """A schedule to talk about: rows for `fasen` and the label that goes with it."""

    rows: tuple[dict[str, Any], ...]
    own_rhythm: bool
    """The rhythm is the program's own; otherwise it follows from the advice."""
    label: str = PROPOSAL


def is_own_rhythm(context: Context) -> bool:
    """Tell whether the bedrijfsarts gives no rhythm, so that a schedule is a proposal by employer and employee."""
    advice = advice_on_hours(context)
    return advice is None or not advice.ceilings[1:]


def proposal(context: Context, first_day: date | None = None) -> Proposal | None:
    """Return a schedule inside the advice that begins on `first_day`, or None while there is nothing to go by.

    With a rhythm or periods in the advice the phases follow them, counted from the first day that is left; hours are
    rounded down to quarters, so that no week comes above the advice. Without any hours in the advice the program's
    own rhythm is used.
    """
    contract = contract_hours(context)
    advice = advice_on_hours(context) or advice_on_work(context)
    if advice is None or not contract or not advice.allows_work:
        return None
    begin = max(day for day in (first_day or context.today, advice_start(advice)) if day is not None)
    days = work_days(context)
    steps = _steps(advice, begin, contract, days)
    ends = [start - ONE_DAY for start, _hours in steps[1:]]
    rows = []
    for (start, hours), end in zip(steps, [*ends, _last_day(advice, steps)], strict=False):
        limits = advice.limits_per_day(start, end or start)
        chosen, per_day = _as_advised(advice, hours, days) or spread(hours, days, contract, *limits)
        rows.append(_row(start, end, chosen, per_day, clock_start(context)))
    return Proposal(tuple(rows), is_own_rhythm(context))


def phases_of_advice(_value: object, context: Context) -> list[dict[str, Any]]:
    """Return the first phases of a new schedule: those of the newest advice that names hours, else none.

    The phase that holds today begins where the advice lets it begin; phases that are over are left out.
    """
    advice = advice_on_hours(context)
    if advice is None or not advice.ceilings:
        return []
    made = proposal(context, _begin(advice, context.today))
    return [] if made is None else list(made.rows)


def _begin(advice: Advice, today: date) -> date:
    """Return the first day of what the advice allows today, or of its first hours when those are yet to come."""
    starts = [ceiling.start for ceiling in advice.ceilings if ceiling.start is not None]
    if not _has_periods(advice):
        return max((day for day in (advice_start(advice), *starts) if day and day <= today), default=today)
    return max((day for day in starts if day <= today), default=min(starts))


def _has_periods(advice: Advice) -> bool:
    return advice.answers.get("opbouw_soort") == "vaste_periodes" and bool(advice.ceilings[1:])


def _last_day(advice: Advice, steps: list[tuple[date, Decimal]]) -> date | None:
    """Return the last day that the advice gives its last period; None when it is left open or not after the start."""
    if not _has_periods(advice) or not steps:
        return None
    periods = [row for row in table_rows(advice.answers.get("advies_periodes")) if as_day(row.get("van"))]
    newest = max(periods, key=lambda row: str(row["van"]))
    last = as_day(newest.get("tot"))
    return last if last is not None and last >= steps[-1][0] else None


def _as_advised(advice: Advice, hours: Decimal, days: tuple[str, ...]) -> tuple[tuple[str, ...], Decimal] | None:
    """Return the days and hours a day that the advice names, when they make exactly these hours a week."""
    per_day, count = as_decimal(advice.answers.get("uren_dag")), as_decimal(advice.answers.get("dagen_week"))
    if not per_day or not count or count != int(count) or count > len(days) or per_day * count != hours:
        return None
    return _spaced(days, int(count)), per_day


def work_days(context: Context) -> tuple[str, ...]:
    """Return the days the employee usually works; Monday to Friday when that is not known."""
    pattern = context.get("werknemer", "werkpatroon")
    hours = pattern if isinstance(pattern, list) else []
    days = tuple(day for day, worked in zip(WEEKDAYS, hours, strict=False) if as_decimal(worked))
    return days or WEEKDAYS[:_USUAL_WEEK]


def _steps(advice: Advice, begin: date, contract: Decimal, days: tuple[str, ...]) -> list[tuple[date, Decimal]]:
    """Return the first day and the hours a week of each phase."""
    ceilings = advice.ceilings
    weeks = as_decimal(advice.answers.get("opbouw_interval"))
    if not ceilings:
        own = _own_hours(contract, days)
        return [(begin + number * OWN_INTERVAL, hours) for number, hours in enumerate(own)][:MOST_PHASES]
    if ceilings[1:] and advice.answers.get("opbouw_soort") == "vast_ritme" and weeks is not None:
        pause = int(weeks) * ONE_WEEK
        return [(begin + number * pause, ceiling.hours) for number, ceiling in enumerate(ceilings[:MOST_PHASES])]
    steps: list[tuple[date, Decimal]] = []
    for ceiling in ceilings:
        start = max(begin, ceiling.start or begin)
        if steps and steps[-1][0] == start:
            steps.pop()
        hours = min(ceiling.hours, contract)
        if not steps or steps[-1][1] != hours:
            steps.append((start, hours))
    return [step for step in steps if step[1]][:MOST_PHASES]


def _own_hours(contract: Decimal, days: tuple[str, ...]) -> list[Decimal]:
    found, per_day = [], OWN_START_HOURS
    while per_day * len(days) < contract:
        found.append(per_day * len(days))
        per_day += OWN_STEP_HOURS
    return [*found, contract]


def spread(
    hours: Decimal,
    days: tuple[str, ...],
    contract: Decimal,
    longest: Decimal | None = None,
    most_days: Decimal | None = None,
) -> tuple[tuple[str, ...], Decimal]:
    """Divide hours a week over days: `longest` hours a day and `most_days` a week at most. Never more than `hours`.

    Returns the weekdays, with free days between them where that fits, and the hours on each.
    """
    full_day = (contract / len(days)).quantize(_CENT, ROUND_DOWN)
    if hours >= contract and longest is None and most_days is None:
        return days, full_day
    most = len(days) if most_days is None else min(len(days), int(most_days))
    count = max(1, min(most, int(hours / SHORTEST_DAY)))
    per_day = min(each for each in (hours / count, full_day, longest) if each is not None)
    return _spaced(days, count), per_day // _QUARTER * _QUARTER


def _spaced(days: tuple[str, ...], count: int) -> tuple[str, ...]:
    if count == 1:
        return days[:1]
    last = Decimal(len(days) - 1)
    return tuple(days[int((last * place / (count - 1)).quantize(Decimal(1)))] for place in range(count))


def _row(start: date, end: date | None, days: tuple[str, ...], per_day: Decimal, clock: date | None) -> dict[str, Any]:
    last = end or start + OWN_INTERVAL - ONE_DAY
    evaluation = next(
        (day for back in range(len(WEEKDAYS)) if WEEKDAYS[(day := last - timedelta(days=back)).weekday()] in days), last
    )
    week = week_of(start, clock)
    return {
        "van_week": None if week is None else str(week),
        "van": start.isoformat(),
        "tot": end.isoformat() if end else None,
        "dagen": list(days),
        "uren_dag": plain(per_day),
        "evaluatie": max(evaluation, start).isoformat(),
    }
