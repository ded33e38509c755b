"""The moments of contact that a contact plan promises, and what became of them. Days only; nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from reintegratie_desktop.forms.advice import rows
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.law.book import load_law

TALK: Final = "gesprek"
OTHER_RHYTHM: Final = "anders"
RHYTHMS: Final = {"2x_per_week": Decimal("3.5"), "week": Decimal(7), "2_weken": Decimal(14), "4_weken": Decimal(28)}
"""Days between two moments, by the value of `interval`. What people agree, no term of the law."""
MOST_MOMENTS: Final = 60
"""A plan makes no more moments than this, against a mistyped year."""
GRACE: Final = 2
"""Working days after which a moment without contact is missed. Our own choice, no term of the law."""
HAD: Final = "contact_gehad"
ONE_DAY: Final = timedelta(days=1)
_LAST_YEAR: Final = date.max.year - 1


class State(StrEnum):
    """How a moment stands on a day."""

    COMING = "komt"
    TODAY = "vandaag"
    WAITING = "wacht"
    """The day is past, and there is still time before it counts as missed."""
    MISSED = "gemist"
    DONE = "gedaan"
    MOVED = "verzet"


@dataclass(frozen=True)
class Moment:
    """One moment of contact. `missed_from` is the first day on which it counts as missed."""

    planned: date
    state: State
    missed_from: date
    done: date | None = None


def interval_days(answers: Answers) -> Decimal | None:
    """Return how many days there are between two moments; None while that is not known."""
    chosen = answers.get("interval")
    days = as_decimal(answers.get("interval_dagen")) if chosen == OTHER_RHYTHM else RHYTHMS.get(str(chosen))
    return days if days is not None and days >= 1 else None


def working_day_from(day: date) -> date:
    """Return the day itself when people work on it, otherwise the next one on which they do."""
    calendar = load_law().calendar
    while not calendar.is_working_day(day):
        day += ONE_DAY
    return day


def after_working_days(day: date, count: int) -> date:
    """Return the day that lies so many working days after a day."""
    for _step in range(count):
        day = working_day_from(day + ONE_DAY)
    return day


def planned_days(answers: Answers) -> list[date]:
    """Return the days of contact of a plan: from its start, in its rhythm, each on a working day, up to its end."""
    start, end, every = as_day(answers.get("start")), as_day(answers.get("eind")), interval_days(answers)
    if start is None or end is None or every is None or not date.min.year < start.year < _LAST_YEAR:
        return []
    found: list[date] = []
    for number in range(MOST_MOMENTS):
        day = start + timedelta(days=int(every * number))
        if day > end:
            break
        day = working_day_from(day)
        if not found or day > found[-1]:
            found.append(day)
    return found


def generated_rows(answers: Answers, context: Context) -> list[dict[str, Any]] | None:
    """Return the moments as rows of the form, each with the talk that was held for it."""
    days = planned_days(answers)
    held = _talks(context)
    paired = paired_with(days, [day for day, _link in held])
    links = dict(held)
    found: list[dict[str, Any]] = []
    for day in days:
        row: dict[str, Any] = {"gepland": day.isoformat()}
        if (done := paired.get(day)) is not None:
            row |= {"gedaan": done.isoformat(), "uitkomst": HAD, "verslag": links[done]}
        found.append(row)
    return found or None


def _talks(context: Context) -> list[tuple[date, dict[str, str]]]:
    talks, issues = context.history.get(TALK, ()), context.issues.get(TALK, ())
    versions = [str(issue.version) for issue in issues] + ["1"] * (len(talks) - len(issues))
    found = []
    for talk, version in zip(talks, versions, strict=False):
        day = as_day(talk.get("datum"))
        if day is not None:
            found.append((day, {"soort": TALK, "versie": version, "datum": day.isoformat()}))
    return found


def paired_with(planned: Iterable[date], held: Iterable[date]) -> dict[date, date]:
    """Return for each planned day the first day of contact that lies nearest to it of all planned days."""
    days = sorted(planned)
    found: dict[date, date] = {}
    for contact in sorted(set(held)):
        if not days or not days[0] <= contact <= days[-1] + _reach(days):
            continue
        nearest = min(days, key=lambda day: (abs((day - contact).days), day))
        found.setdefault(nearest, contact)
    return found


def _reach(days: list[date]) -> timedelta:
    """Return how long after the last planned day a contact still belongs to it: half the rhythm."""
    gap = (days[-1] - days[-2]).days if len(days) > 1 else GRACE * 2
    return timedelta(days=gap // 2)


def moments_of(answers: Answers, contacts: Iterable[date], today: date) -> list[Moment]:
    """Return the moments of a plan with how they stand today.

    `contacts` are the days on which there was contact: talks, and what the journal notes.
    """
    known = [(day, row) for row in rows(answers.get("momenten")) if (day := as_day(row.get("gepland"))) is not None]
    if not known:
        known = [(day, {}) for day in planned_days(answers)]
    paired = paired_with([day for day, _row in known], [day for day in contacts if day <= today])
    return [_moment(day, row, paired.get(day), today) for day, row in sorted(known, key=lambda pair: pair[0])]


def _moment(day: date, row: Answers, contact: date | None, today: date) -> Moment:
    missed_from = after_working_days(day, GRACE) + ONE_DAY
    outcome, done = row.get("uitkomst"), as_day(row.get("gedaan")) or contact
    if outcome == HAD or (done is not None and outcome in (None, "")):
        return Moment(day, State.DONE, missed_from, done or day)
    if outcome == "verzet":
        return Moment(day, State.MOVED, missed_from, done)
    state = State.COMING if day > today else State.TODAY if day == today else State.WAITING
    return Moment(day, State.MISSED if today >= missed_from else state, missed_from)
