"""Every cost of a case as a line with a day: the wage per month, the employer's share, and what was entered."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from reintegratie_desktop.domain.costs.facts import Back, CostFacts, Item, Kind, Rhythm
from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.domain.wage.reading import share_of
from reintegratie_desktop.domain.wage.result import CaseWage, MonthRow
from reintegratie_desktop.domain.wage.rounding import Way, in_cents
from reintegratie_desktop.law.book import Law

ZERO: Final = Decimal("0.00")


class Phase(StrEnum):
    """When money goes out or comes in, seen from today."""

    BETAALD = "betaald"
    VERWACHT = "verwacht"
    LATER = "later"
    """Still to come after week 104: a loonsanctie or an extension that was decided on, or what was entered for then."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One amount on a day, in whole cents and never below zero."""

    day: date
    kind: Kind | Back
    bedrag: Decimal
    phase: Phase
    geschat: bool = False
    """From what the employer expects, because an amount of the law misses."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of a month whose wage is not known: an amount of the law misses, and nobody entered what to expect."""

    van: date
    tot_en_met: date
    tweede_jaar: bool
    """Whether days in the second sick year miss."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days around which the costs are counted."""

    first: date
    """The first sick day."""
    last: date
    """The last day of wage, as far as the facts go."""
    week_104: date
    """The last day of week 104 by the clock, also when the wage ends before or after it."""
    today: date

    @property
    def horizon(self) -> date:
        """Return the last day that counts as expected: the end of the wage or of week 104."""
        return min(self.last, self.week_104)

    def phase(self, day: date) -> Phase:
        """Return whether money of a day was paid, is expected, or comes after week 104."""
        if day <= self.today:
            return Phase.BETAALD
        return Phase.VERWACHT if day <= self.week_104 else Phase.LATER


def month_end(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_between(first: date, last: date) -> Iterator[date]:
    """Yield the first day of every month from that of `first` up to that of `last`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = plus(month_end(month), 1)


def wage_entries(
    wage: CaseWage, facts: CostFacts, days: Calendar, way: Way
) -> tuple[tuple[Entry, ...], tuple[Gap, ...]]:
    """Return the wage as one line a month on the last day of its row, and the stretches of which nothing is known.

    A month counts as paid when it is over: the wage of this month is still expected. A month in which week 104 ends
    while the wage goes on is divided by calendar days; both parts add up to the month.
    """
    entries: list[Entry] = []
    gaps: list[Gap] = []
    for row in wage.maanden:
        if not row.is_blank:
            entries.extend(_split(row, row.columns.te_betalen, days, way, geschat=False))
        if row.is_complete:
            continue
        expected = _expected(row, facts, way)
        if expected is None:
            gaps.append(Gap(row.van, row.tot_en_met, row.dagen_eerste_jaar < row.ziektedagen))
        else:
            entries.extend(_split(row, expected, days, way, geschat=True))
    return tuple(entries), tuple(gaps)


def _expected(row: MonthRow, facts: CostFacts, way: Way) -> Decimal | None:
    """Return what the employer expects for the days of a row that could not be computed; None when not entered.

    An amount per month, by the calendar days of the row, and of its working days those that were not computed.
    """
    part = Fraction(row.ziektedagen + row.hersteldagen, month_end(row.van).day)
    part *= Fraction(row.dagen_niet_berekend, row.werkdagen)
    first = Fraction(row.dagen_eerste_jaar, row.ziektedagen)
    whole = Fraction(0)
    for amount, share in ((facts.verwacht_jaar1, first), (facts.verwacht_jaar2, 1 - first)):
        if share and amount is None:
            return None
        whole += Fraction(amount or ZERO) * share
    return in_cents(whole * part, way)


def _split(row: MonthRow, amount: Decimal, days: Calendar, way: Way, *, geschat: bool) -> Iterator[Entry]:
    end = days.week_104
    if not row.van <= end < row.tot_en_met:
        yield Entry(row.tot_en_met, Kind.LOON, amount, days.phase(row.tot_en_met), geschat)
        return
    before = Fraction((end - row.van).days + 1, (row.tot_en_met - row.van).days + 1)
    first = in_cents(Fraction(amount) * before, way)
    yield Entry(end, Kind.LOON, first, days.phase(end), geschat)
    yield Entry(row.tot_en_met, Kind.LOON, amount - first, days.phase(row.tot_en_met), geschat)


def on_top(entries: Iterable[Entry], facts: CostFacts, law: Law, way: Way) -> Iterator[Entry]:
    """Yield vakantiebijslag and the employer's share for each line of wage, as far as they were chosen.

    Vakantiebijslag counts in the month in which it is built up, and not where the wage holds it already; the employer's
    share is one of both together.
    """
    for entry in entries:
        extra = _allowance(entry, facts, law, way) if facts.telt_bijslag else ZERO
        if extra:
            yield Entry(entry.day, Kind.BIJSLAG, extra, entry.phase, entry.geschat)
        if facts.deel_lasten:
            amount = share(entry.bedrag + extra, facts.deel_lasten, way)
            yield Entry(entry.day, Kind.LASTEN, amount, entry.phase, entry.geschat)


def _allowance(entry: Entry, facts: CostFacts, law: Law, way: Way) -> Decimal:
    """Return the vakantiebijslag of a line of wage, by the days of its month on which the wage does not hold it."""
    percent = facts.bijslag_deel
    if percent is None:
        percent = Decimal(str(law.on(entry.day).value("vakantiebijslag_minimaal").value))
    without = sum(not facts.holds_bijslag(entry.day.replace(day=day)) for day in range(1, entry.day.day + 1))
    return in_cents(Fraction(entry.bedrag) * Fraction(share_of(percent)) * Fraction(without, entry.day.day), way)


def share(amount: Decimal, percent: Decimal, way: Way) -> Decimal:
    """Return a percentage of an amount in whole cents."""
    return in_cents(Fraction(amount) * Fraction(share_of(percent)), way)


def entered(items: Iterable[Item], days: Calendar) -> Iterator[Entry]:
    """Yield a line for every day on which an entered amount falls.

    What comes every month counts from the first sick day, and without a last day up to the end of the wage or of
    week 104. A single amount from before the first sick day counts on that day.
    """
    for item in items:
        for day in item_days(item, days.first, days.horizon):
            yield Entry(day, item.kind, item.bedrag, days.phase(day))


def item_days(item: Item, first: date, last: date) -> Iterator[date]:
    """Yield the days of an item from `first` on; one without a last day goes on up to `last`."""
    if item.per is Rhythm.EENMALIG:
        yield max(item.van, first)
        return
    until = last if item.tot_en_met is None else item.tot_en_met
    for month in months_between(max(item.van, first), until):
        day = month.replace(day=min(item.van.day, month_end(month).day))
        if max(item.van, first) <= day <= until:
            yield day


def goes_on(item: Item) -> bool:
    """Tell whether an item comes every month for as long as the wage does."""
    return item.per is Rhythm.MAAND and item.tot_en_met is None


def total(entries: Iterable[Entry], *phases: Phase, kinds: Iterable[Kind | Back] | None = None) -> Decimal:
    """Return the sum of the lines of some phases (all when none is named) and kinds."""
    wanted = None if kinds is None else set(kinds)
    return sum(
        (
            entry.bedrag
            for entry in entries
            if (not phases or entry.phase in phases) and (wanted is None or entry.kind in wanted)
        ),
        ZERO,
    )
