"""Everything about the costs of one case on one day: the lines, the months, a loonsanctie, and what may come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.costs.entries import (
    ZERO,
    Calendar,
    Entry,
    Gap,
    Phase,
    entered,
    months_between,
    on_top,
    total,
    wage_entries,
)
from reintegratie_desktop.domain.costs.facts import CostFacts, Kind, RefundFacts
from reintegratie_desktop.domain.costs.refunds import Refund, RefundMaker
from reintegratie_desktop.domain.costs.sanction import Sanction, longest_sanction
from reintegratie_desktop.domain.periods import ONE_DAY, plus
from reintegratie_desktop.domain.wage.result import CaseWage
from reintegratie_desktop.domain.wage.rounding import way_of
from reintegratie_desktop.law.book import Law, load_law

_WAGE_END = "einde_loondoorbetaling"


@dataclass(frozen=True, slots=True)
class CostMonth:
    """What falls in one calendar month, and what all months up to and with it come to."""

    first: date
    betaald: Decimal
    verwacht: Decimal
    extra: Decimal
    """Of a loonsanctie, or after week 104."""
    tot_betaald: Decimal
    tot_verwacht: Decimal
    tot_extra: Decimal
    is_known: bool
    """False when wage of this month, or of one before it, is not known: the sums then are too low."""

    @property
    def opgeteld(self) -> Decimal:
        """Return everything up to and with this month."""
        return self.tot_betaald + self.tot_verwacht + self.tot_extra


@dataclass(frozen=True, slots=True)
class KindLine:
    """What one kind of cost comes to."""

    kind: Kind
    betaald: Decimal
    verwacht: Decimal
    later: Decimal

    @property
    def samen(self) -> Decimal:
        """Return what was paid and is expected up to and with week 104."""
        return self.betaald + self.verwacht


@dataclass(frozen=True, slots=True)
class CostOverview:
    """The costs of one case. Amounts are euros in whole cents; money back is never taken off the costs."""

    days: Calendar
    entries: tuple[Entry, ...]
    terug: tuple[Entry, ...]
    gaps: tuple[Gap, ...]
    sanction: Sanction
    refunds: tuple[Refund, ...]
    has_wage: bool

    @property
    def betaald(self) -> Decimal:
        """Return what it cost so far."""
        return total(self.entries, Phase.BETAALD)

    @property
    def verwacht(self) -> Decimal:
        """Return what is still expected up to and with week 104."""
        return total(self.entries, Phase.VERWACHT)

    @property
    def later(self) -> Decimal:
        """Return what is known to come still after week 104."""
        return total(self.entries, Phase.LATER)

    @property
    def ontvangen(self) -> Decimal:
        """Return what was entered as money back and came in."""
        return total(self.terug, Phase.BETAALD)

    @property
    def is_estimated(self) -> bool:
        """Tell whether some wage is what the employer expects."""
        return any(entry.geschat for entry in self.entries)

    @property
    def is_complete(self) -> bool:
        """Tell whether the wage of every day up to and with week 104 is known, or entered as expected."""
        return self.has_wage and all(gap.van > self.days.horizon for gap in self.gaps)

    @property
    def lines(self) -> tuple[KindLine, ...]:
        """Return the kinds of cost that there are, in their order."""
        found = (KindLine(kind, *(total(self.entries, phase, kinds=(kind,)) for phase in Phase)) for kind in Kind)
        return tuple(line for line in found if line.samen or line.later)

    @property
    def months(self) -> tuple[CostMonth, ...]:
        """Return every month from the first sick day up to the last cost, with running sums."""
        return tuple(self._months())

    def _months(self) -> Iterator[CostMonth]:
        extra = (*self.sanction.entries, *(entry for entry in self.entries if entry.phase is Phase.LATER))
        last = max((entry.day for entry in (*self.entries, *extra)), default=self.days.horizon)
        sums: dict[tuple[date, Phase], Decimal] = {}
        for entry in (*self.entries, *self.sanction.entries):
            key = entry.day.replace(day=1), entry.phase
            sums[key] = sums.get(key, ZERO) + entry.bedrag
        unknown = min((gap.van.replace(day=1) for gap in self.gaps), default=date.max)
        running = dict.fromkeys(Phase, ZERO)
        for month in months_between(self.days.first, max(last, self.days.horizon)):
            fell = {phase: sums.get((month, phase), ZERO) for phase in Phase}
            running = {phase: running[phase] + fell[phase] for phase in Phase}
            yield CostMonth(
                first=month,
                betaald=fell[Phase.BETAALD],
                verwacht=fell[Phase.VERWACHT],
                extra=fell[Phase.LATER],
                tot_betaald=running[Phase.BETAALD],
                tot_verwacht=running[Phase.VERWACHT],
                tot_extra=running[Phase.LATER],
                is_known=self.has_wage and month < unknown,
            )


def overview(
    clock: CaseClock,
    wage: CaseWage | None,
    facts: CostFacts,
    known: RefundFacts,
    today: date,
    law: Law | None = None,
) -> CostOverview:
    """Return the costs of one case on one day.

    `wage` is None while nothing about the wage was entered; the other costs and what may come back still stand.

    Raises:
        KnownError: the first sick day lies before the rules this program knows.
    """
    law = load_law() if law is None else law
    rules = law.on(clock.eerste_ziektedag)
    way = way_of(rules.value("afronding_loon").value)
    days = Calendar(
        first=clock.eerste_ziektedag,
        last=wage.loon_tot_en_met if wage is not None else _last_day(clock),
        week_104=plus(clock.klok_vanaf, rules.days("einde_loondoorbetaling_uiterlijk")),
        today=today,
    )
    pay, gaps = wage_entries(wage, facts, days, way) if wage is not None else ((), ())
    entries = (*pay, *on_top(pay, facts, law, way), *entered(facts.kosten, days))
    back = tuple(entered(facts.terug, days))
    return CostOverview(
        days=days,
        entries=entries,
        terug=back,
        gaps=gaps,
        sanction=longest_sanction(wage, facts, days, clock.klok_vanaf, rules, way, law),
        refunds=RefundMaker(law, days, facts, known, entries, back).make(),
        has_wage=wage is not None,
    )


def _last_day(clock: CaseClock) -> date:
    """Return the last day on which wage is owed, while nothing about the wage itself is known."""
    ends = [clock.milestone(_WAGE_END).uiterlijk]
    if clock.hersteld_per is not None:
        ends.append(clock.hersteld_per - ONE_DAY)
    if clock.case.einde_dienstverband is not None:
        ends.append(clock.case.einde_dienstverband)
    return min(ends)
