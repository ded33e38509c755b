"""What a loonsanctie would add: the wage up to a year longer, with what comes on top and what comes every month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from reintegratie_desktop.domain.costs.entries import (
    ZERO,
    Calendar,
    Entry,
    Phase,
    goes_on,
    item_days,
    month_end,
    months_between,
    on_top,
    total,
)
from reintegratie_desktop.domain.costs.facts import CostFacts, Kind
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, plus
from reintegratie_desktop.domain.wage.result import CaseWage, MonthRow
from reintegratie_desktop.domain.wage.rounding import Way, in_cents
from reintegratie_desktop.law.book import Law, Rules


class Outcome(StrEnum):
    """Whether there is something to say about a loonsanctie, and why not."""

    BEREKEND = "berekend"
    LOOPT_AL = "loopt_al"
    """The wage already goes on after week 104; what is known of it stands in the case itself."""
    STOPT_EERDER = "stopt_eerder"
    """The wage ends before week 104, so that there is nothing to prolong."""
    GEEN_LOON = "geen_loon"
    """No whole month of wage is known to go on from."""


@dataclass(frozen=True, slots=True)
class Sanction:
    """The longest loonsanctie UWV can give (WIA art. 25 lid 9), month by month; `entries` is empty when not computed.

    The wage is the part the law asks at the least, as in `maand`, or what the employer expects in the second year when
    that was entered (`maand` is then None).
    """

    outcome: Outcome
    van: date
    tot_en_met: date
    entries: tuple[Entry, ...] = ()
    maand: date | None = None
    per_maand: Decimal = ZERO
    werk: Decimal = ZERO
    """How much of `per_maand` is pay for hours that are worked; nothing when the employer entered what to expect."""

    @property
    def weken(self) -> int:
        """Return how many weeks it lasts at the most."""
        return ((self.tot_en_met - self.van).days + 1) // DAYS_IN_WEEK

    @property
    def totaal(self) -> Decimal:
        """Return what it adds."""
        return total(self.entries)

    def of(self, *kinds: Kind) -> Decimal:
        """Return what it adds for some kinds."""
        return total(self.entries, kinds=kinds)


def longest_sanction(
    wage: CaseWage | None, facts: CostFacts, days: Calendar, clock_from: date, rules: Rules, way: Way, law: Law
) -> Sanction:
    """Return what the longest loonsanctie would add to the costs of a case.

    `clock_from` is the first sick day with the days that do not count; `rules` are those of the first sick day.
    """
    first = plus(clock_from, rules.days("loonsanctie_venster"))
    last = plus(clock_from, rules.days("loonsanctie_uiterlijk"))
    if days.last > days.week_104:
        return Sanction(Outcome.LOOPT_AL, first, last)
    if days.last < days.week_104:
        return Sanction(Outcome.STOPT_EERDER, first, last)
    base = None if wage is None else _last_whole_month(wage)
    per_month = facts.verwacht_jaar2
    if per_month is None:
        if base is None:
            return Sanction(Outcome.GEEN_LOON, first, last)
        per_month = lawful(base)
    else:
        base = None
    pay = tuple(_months(per_month, first, last, way))
    entries = (*pay, *on_top(pay, facts, law, way), *_going_on(facts, first, last))
    if base is None:
        return Sanction(Outcome.BEREKEND, first, last, entries, per_maand=per_month)
    return Sanction(Outcome.BEREKEND, first, last, entries, base.van, per_month, base.columns.loon_gewerkt)


def lawful(row: MonthRow) -> Decimal:
    """Return the part of a month the law asks at the least: no cao, no minimum of the first year, no measures.

    On days of vakantie that is the whole wage.
    """
    columns = row.columns
    asked = columns.wettelijk_deel + columns.loon_gewerkt + columns.loon_vakantie
    return max(asked - columns.aftrek_uitkeringen - columns.aftrek_inkomsten, ZERO)


def _last_whole_month(wage: CaseWage) -> MonthRow | None:
    """Return the last calendar month that is computed in full and was sick leave from its first day to its last.

    A month with vakantie says little about the months that follow: it is taken only where there is no other one.
    """
    found = None
    for row in wage.maanden:
        is_whole = row.van.day == 1 and row.tot_en_met == month_end(row.van) and not row.hersteldagen
        if not (is_whole and row.is_complete and not row.verlofdagen):
            continue
        if found is None or found.vakantiedagen or not row.vakantiedagen:
            found = row
    return found


def _months(per_month: Decimal, first: date, last: date, way: Way) -> Iterator[Entry]:
    for month in months_between(first, last):
        begins, ends = max(month, first), min(month_end(month), last)
        part = Fraction((ends - begins).days + 1, month_end(month).day)
        yield Entry(ends, Kind.LOON, in_cents(Fraction(per_month) * part, way), Phase.LATER)


def _going_on(facts: CostFacts, first: date, last: date) -> Iterator[Entry]:
    for item in facts.kosten:
        if goes_on(item):
            for day in item_days(item, first, last):
                assert isinstance(item.kind, Kind)
                yield Entry(day, item.kind, item.bedrag, Phase.LATER)
