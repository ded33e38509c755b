"""The hours of each day: the work pattern at the start of the illness, and every change of it from a day on.

A wage per week, four weeks or month is spread over its days. Each day counts as the part it is of its own week, by the
pattern of that day; so a wage that does not change comes to exactly that wage, also when the pattern changes halfway.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, ONE_DAY, plus

_NOTHING: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class PatternChange:
    """Other hours from a day on."""

    van: date
    werkpatroon: tuple[Decimal, ...]
    """Hours of Monday to Sunday."""


class Patterns:
    """Looks up hours by the day. Sums over a week, a month and a year are remembered."""

    def __init__(self, first: tuple[Decimal, ...], changes: tuple[PatternChange, ...] = ()) -> None:
        patterns = (first, *(change.werkpatroon for change in changes))
        self._starts = [change.van for change in changes]
        self._told = [sum(pattern, Decimal(0)) for pattern in patterns]
        self._hours = [[Fraction(hours) for hours in pattern] for pattern in patterns]
        self._weeks = [sum(hours, _NOTHING) for hours in self._hours]
        self._parts_of_week: dict[date, Fraction] = {}
        self._parts_of_month: dict[date, Fraction] = {}
        self._years: dict[tuple[int, int], Fraction] = {}

    def hours(self, day: date) -> Fraction:
        """Return the agreed hours of a day."""
        return self._hours[self._place(day)][day.weekday()]

    def week(self, day: date) -> Fraction:
        """Return the hours of a whole week by the pattern of a day."""
        return self._weeks[self._place(day)]

    def uren_per_week(self, day: date) -> Decimal:
        """Return what `week` returns, as it was told."""
        return self._told[self._place(day)]

    def part(self, day: date) -> Fraction:
        """Return which part a day is of a whole week by its own pattern."""
        return self.hours(day) / self.week(day)

    def part_of_week(self, day: date) -> Fraction:
        """Return which part of an amount for its calendar week falls on a day; together they are the whole amount."""
        monday = day - timedelta(days=day.weekday())
        if monday not in self._parts_of_week:
            self._parts_of_week[monday] = self._parts(monday, DAYS_IN_WEEK)
        return self._share(day, self._parts_of_week[monday])

    def part_of_month(self, day: date) -> Fraction:
        """Return which part of an amount for its calendar month falls on a day; together they are the whole amount."""
        first = day.replace(day=1)
        if first not in self._parts_of_month:
            self._parts_of_month[first] = self._parts(first, monthrange(first.year, first.month)[1])
        return self._share(day, self._parts_of_month[first])

    def between(self, first: date, last: date) -> Fraction:
        """Return the agreed hours of all days between two days, both included."""
        total, begins = _NOTHING, first
        while begins <= last:
            place = self._place(begins)
            ends = min(last, self._starts[place] - ONE_DAY) if place < len(self._starts) else last
            total += self._between(place, begins, ends)
            begins = ends + ONE_DAY
        return total

    def stretches(self, first: date, last: date) -> Iterator[tuple[date, date, Fraction]]:
        """Yield the days of weeks in stretches of one pattern, each with what an hour a week comes to in that pattern.

        The days are whole weeks, or a part of one week. Hours of a week are spread over its days as these are agreed:
        where a week is cut, or its pattern changes halfway, the days that are there hold all of them. Stretches without
        an agreed hour are left out.
        """
        if not any(first < start <= last for start in self._starts):
            whole = self.between(first, min(last, plus(first, DAYS_IN_WEEK - 1)))
            if whole:
                yield first, last, self.week(first) / whole
            return
        while first <= last:
            sunday = min(last, plus(first, DAYS_IN_WEEK - 1 - first.weekday()))
            whole = self.between(first, sunday)
            begins = [first, *(start for start in self._starts if first < start <= sunday)]
            ends = [*(start - ONE_DAY for start in begins[1:]), sunday]
            for begin, end in zip(begins, ends, strict=True):
                if self.between(begin, end):
                    yield begin, end, self.week(begin) / whole
            first = sunday + ONE_DAY

    def year(self, day: date) -> Fraction:
        """Return the hours of the calendar year of a day, had the pattern of that day held all year."""
        place = self._place(day)
        if (place, day.year) not in self._years:
            last = date(day.year + 1, 1, 1) - ONE_DAY
            self._years[place, day.year] = self._between(place, last.replace(month=1, day=1), last)
        return self._years[place, day.year]

    def _place(self, day: date) -> int:
        return bisect_right(self._starts, day)

    def _parts(self, first: date, days: int) -> Fraction:
        return sum((self.part(plus(first, step)) for step in range(days)), _NOTHING)

    def _share(self, day: date, parts: Fraction) -> Fraction:
        # Without a single agreed hour in the period there is nothing to spread over.
        return self.part(day) / parts if parts else _NOTHING

    def _between(self, place: int, first: date, last: date) -> Fraction:
        whole, rest = divmod((last - first).days + 1, DAYS_IN_WEEK)
        loose = (self._hours[place][plus(first, step).weekday()] for step in range(rest))
        return self._weeks[place] * whole + sum(loose, _NOTHING)
