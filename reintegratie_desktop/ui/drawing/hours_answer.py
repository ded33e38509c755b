"""Turns the answer of a computed `chart_hours` question into what the chart draws."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.ui.drawing.hours_data import HoursChartData, Week

_WEEK: Final = timedelta(weeks=1)
_MIDDLE: Final = timedelta(days=3)
"""A week belongs to the phase its Thursday lies in."""


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def _hours_on(phases: object, day: date) -> Decimal | None:
    for phase in phases if isinstance(phases, list) else []:
        if not isinstance(phase, Mapping):
            continue
        start, end = as_day(phase.get("van")), as_day(phase.get("tot"))
        if start is not None and start <= day and (end is None or day <= end):
            return as_decimal(phase.get("uren"))
    return None


def _days(answer: Mapping[str, Any]) -> list[date]:
    """Return every day that must be inside the chart."""
    days: list[date | None] = []
    for phase in answer.get("phases") or []:
        if isinstance(phase, Mapping):
            days += [as_day(phase.get("van")), as_day(phase.get("tot"))]
    days += [as_day(item.get("week")) for item in answer.get("worked") or [] if isinstance(item, Mapping)]
    return [day for day in days if day is not None]


def chart_data(answer: Mapping[str, Any], today: date) -> HoursChartData:
    """Return the chart of an answer in the shape of `forms.fields.Computed`; without weeks when nothing is known.

    The week number counts calendar weeks from the week of the first sick day.
    """
    days = _days(answer)
    if not days:
        return HoursChartData()
    start = monday_of(as_day(answer.get("eerste_ziektedag")) or min(days))
    worked = {
        monday_of(day): as_decimal(item.get("uren"))
        for item in answer.get("worked") or []
        if isinstance(item, Mapping) and (day := as_day(item.get("week"))) is not None
    }
    weeks: list[Week] = []
    monday = monday_of(min(days))
    while monday <= max(days):
        middle = monday + _MIDDLE
        weeks.append(
            Week(
                number=(monday - start) // _WEEK + 1,
                monday=monday,
                planned=_hours_on(answer.get("phases"), middle),
                worked=worked.get(monday),
                ceiling=_hours_on(answer.get("ceilings"), middle),
            )
        )
        monday += _WEEK
    talks = [day for item in answer.get("evaluations") or [] if (day := as_day(item)) is not None]
    return HoursChartData(
        contract=as_decimal(answer.get("contract")) or Decimal(0),
        weeks=tuple(weeks),
        evaluations=tuple((monday_of(day) - start) // _WEEK + 1 for day in talks),
        today_week=(monday_of(today) - start) // _WEEK + 1,
    )
