"""Weeks in words: which ones have no worked hours yet."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.wage_case import WageOfCase

_MOST_NAMED: Final = 3
"""More stretches of weeks than this nobody reads: then their number is said."""
_PAIR: Final = 2
_WEEK: Final = timedelta(weeks=1)


def open_weeks(found: "WageOfCase") -> tuple[date, ...]:
    """Return the Mondays of the weeks that miss their worked hours.

    Of a week in which nobody was to work through illness, nobody has to know the hours.
    """
    weeks = found.case.weken
    away = {week.van - timedelta(days=week.van.weekday()) for week in weeks if week.columns.ziekteloon}
    return tuple(monday for monday in found.without_hours if monday in away)


def open_hours_in_words(mondays: Sequence[date], first: date, last: date) -> str:
    """Return which of these weeks touch a period: `nog zonder uren van week 47`; empty when none does."""
    weeks = [monday for monday in mondays if monday <= last and monday + timedelta(days=DAYS_IN_WEEK - 1) >= first]
    return _("nog zonder uren van {weken}").format(weken=weeks_in_words(weeks)) if weeks else ""


def weeks_in_words(mondays: Sequence[date]) -> str:
    """Return weeks by their number: `week 47`, `week 31 en 47 tot en met 49`, `12 weken`. At least one is given."""
    runs = list(_runs(mondays))
    if len(runs) > _MOST_NAMED:
        return ngettext("{n} week", "{n} weken", len(mondays)).format(n=len(mondays))
    parts = [_run_in_words(run) for run in runs]
    if len(parts) > 1:
        parts[-2:] = [_("{eerder} en {laatst}").format(eerder=parts[-2], laatst=parts[-1])]
    return _("week {weken}").format(weken=", ".join(parts))


def _runs(mondays: Sequence[date]) -> Iterator[list[date]]:
    run: list[date] = []
    for monday in mondays:
        if run and monday - run[-1] != _WEEK:
            yield run
            run = []
        run.append(monday)
    yield run


def _run_in_words(run: Sequence[date]) -> str:
    first, last = (day.isocalendar().week for day in (run[0], run[-1]))
    if len(run) == 1:
        return str(first)
    # Two weeks are said one by one.
    words = _("{eerder} en {laatst}") if len(run) == _PAIR else _("{eerder} tot en met {laatst}")
    return words.format(eerder=first, laatst=last)
