"""From the weekstaat of a build-up schedule to the worked hours of the wage: one row for weeks that are alike."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

from reintegratie_desktop.forms.buildup import (
    ONE_DAY,
    ONE_WEEK,
    Phase,
    monday_before,
    phases_of,
    plain,
    planned_in_week,
    real_day,
    worked_weeks,
)
from reintegratie_desktop.forms.context import Answers

WITH_VALUE: Final = "loonwaarde"
THERAPEUTIC: Final = "arbeidstherapeutisch"
_THERAPEUTIC_PHASE: Final = "arbeidstherapeutisch_tot_datum"


class WorkedStretch(NamedTuple):
    """Weeks in a row with the same hours on the same footing; both days belong to it."""

    first: date
    last: date
    hours: Decimal
    """Hours a week."""
    form: str
    """`loonwaarde` or `arbeidstherapeutisch`."""

    @property
    def is_whole(self) -> bool:
        """Tell whether these are whole weeks: the first and the last week of a case can be cut."""
        return (self.last + ONE_DAY - self.first) % ONE_WEEK == timedelta(0)

    def as_row(self) -> dict[str, Any]:
        """Return the stretch as a row of `gewerkt`, without what the hours are worth."""
        return {
            "van": self.first.isoformat(),
            "tot_en_met": self.last.isoformat(),
            "uren_per_week": plain(self.hours),
            "vorm": self.form,
        }


def worked_stretches(schedules: Sequence[Answers], first: date, last: date) -> tuple[WorkedStretch, ...]:
    """Return the worked weeks of schedules that follow each other, between two days that both count.

    A week that stands in two schedules is told by the later one. A week is work with value, unless the phase with the
    most planned hours in it is still on trial (arbeidstherapeutisch).
    """
    weeks: dict[date, tuple[Decimal, str]] = {}
    for answers in schedules:
        phases = phases_of(answers)
        on_trial = _on_trial(answers, phases)
        for week in worked_weeks(answers):
            weeks[week.monday] = week.worked, _form(phases, on_trial, week.monday)
    return tuple(_joined(_clipped(weeks, first, last)))


def weeks_without_hours(schedules: Sequence[Answers], first: date, last: date) -> tuple[date, ...]:
    """Return the Mondays of the weeks in which somebody was to work and nobody wrote down how much, oldest first.

    They run from the first planned or worked week of the schedules up to the week of `last`; only days from `first` on
    count. Without a schedule nothing is expected.
    """
    told = {week.monday for answers in schedules for week in worked_weeks(answers)}
    planned = {
        monday_before(phase.start) for answers in schedules for phase in phases_of(answers) if phase.start is not None
    }
    if not told | planned:
        return ()
    monday = max(min(told | planned), monday_before(first))
    found = []
    while monday <= last:
        if monday not in told:
            found.append(monday)
        monday += ONE_WEEK
    return tuple(found)


def _clipped(weeks: dict[date, tuple[Decimal, str]], first: date, last: date) -> Iterator[WorkedStretch]:
    for monday in sorted(weeks):
        begins, ends = max(monday, first), min(monday + ONE_WEEK - ONE_DAY, last)
        hours, form = weeks[monday]
        if begins <= ends and hours > 0:
            yield WorkedStretch(begins, ends, hours, form)


def _joined(weeks: Iterable[WorkedStretch]) -> Iterator[WorkedStretch]:
    current: WorkedStretch | None = None
    for week in weeks:
        if current is not None:
            follows = week.first == current.last + ONE_DAY and current.is_whole and week.is_whole
            if follows and (week.hours, week.form) == (current.hours, current.form):
                current = current._replace(last=week.last)
                continue
            yield current
        current = week
    if current is not None:
        yield current


def _on_trial(answers: Answers, phases: Sequence[Phase]) -> dict[int, date | None]:
    """Return, by the place of its row, until which day a phase is on trial; None for until it ends."""
    found = {}
    for phase in phases:
        row = answers["fasen"][phase.index]
        if row.get("loonvorm") == _THERAPEUTIC_PHASE:
            found[phase.index] = real_day(row.get("therapeutisch_tot"))
    return found


def _form(phases: Sequence[Phase], on_trial: dict[int, date | None], monday: date) -> str:
    planned = [(planned_in_week([phase], monday), phase.index) for phase in phases]
    hours, index = max(planned, default=(Decimal(0), 0))
    if not hours or index not in on_trial:
        return WITH_VALUE
    until = on_trial[index]
    return THERAPEUTIC if until is None or monday <= until else WITH_VALUE
