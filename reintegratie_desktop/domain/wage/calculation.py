"""The wage of every case of one employee: its days, added up per month and week, with what is left to know."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.periods import ONE_DAY, plus
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.domain.wage.amounts import Amounts, Missing
from reintegratie_desktop.domain.wage.day import DayKind, DayMaker, WageDay
from reintegratie_desktop.domain.wage.facts import Per, WageFacts
from reintegratie_desktop.domain.wage.notes import Reader, notes, rounding_in_words
from reintegratie_desktop.domain.wage.reading import HasSpan
from reintegratie_desktop.domain.wage.result import CaseWage, Measure, NotComputed, WageResult
from reintegratie_desktop.domain.wage.rounding import Way, in_cents, way_of
from reintegratie_desktop.domain.wage.rows import four_week_rows, month_rows, total, week_rows
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.text.i18n import _

_WAGE_END: Final = "einde_loondoorbetaling"


def wages(facts: WageFacts, today: date, law: Law | None = None) -> WageResult:
    """Return the wage of every legally separate case, oldest first.

    The days run from the first sick day up to and including the last day of the wage: the recovery, the end of the
    employment, or the end of the wachttijd with what is added to it (BW 7:629 lid 1, 2 and 11). An amount that
    neither the law data nor the user has leaves only its own days out.

    Raises:
        KnownError: the facts cannot be true together, or lie before the rules this program knows.
    """
    law = load_law() if law is None else law
    amounts = Amounts(facts, law)
    maker = DayMaker(facts, amounts)
    way = way_of(law.on(facts.zaak.perioden[0].ziek_vanaf).value("afronding_loon").value)
    clocks = _clocks(facts, today, law)
    _check_touched(facts, clocks, maker)
    _check_hours(facts)
    found = [_case(facts, clock, maker, way) for clock in clocks]
    used = {amount.id: amount for _wage, days in found for day in days for amount in day.used}
    return WageResult(
        peildatum=today,
        feiten=facts,
        zaken=tuple(wage for wage, _days in found),
        bedragen=tuple(sorted(used.values(), key=lambda amount: (amount.starts_on, amount.key))),
        afronding=rounding_in_words(),
    )


def check_facts(facts: WageFacts, today: date, law: Law | None = None) -> None:
    """Refuse the facts that `wages` refuses, without counting a single day.

    Raises:
        KnownError: the facts cannot be true together, or lie before the rules this program knows.
    """
    law = load_law() if law is None else law
    _check_touched(facts, _clocks(facts, today, law), DayMaker(facts, Amounts(facts, law)))
    _check_hours(facts)


def last_wage_day(facts: WageFacts, clock: CaseClock) -> date:
    """Return the last day on which wage is owed for a case, as far as the facts go."""
    ends = [clock.milestone(_WAGE_END).uiterlijk]
    if clock.hersteld_per is not None:
        ends.append(clock.hersteld_per - ONE_DAY)
    if facts.zaak.einde_dienstverband is not None:
        ends.append(facts.zaak.einde_dienstverband)
    return min(ends)


def _clocks(facts: WageFacts, today: date, law: Law) -> list[CaseClock]:
    return [clock for clock in case_clocks(facts.zaak, today, law) if _is_asked_for(facts, clock)]


def _is_asked_for(facts: WageFacts, clock: CaseClock) -> bool:
    return facts.reken_tot_en_met is None or clock.eerste_ziektedag <= facts.reken_tot_en_met


def _case(facts: WageFacts, clock: CaseClock, maker: DayMaker, way: Way) -> tuple[CaseWage, tuple[WageDay, ...]]:
    first, owed = clock.eerste_ziektedag, last_wage_day(facts, clock)
    last = owed if facts.reken_tot_en_met is None else min(owed, facts.reken_tot_en_met)
    days = tuple(maker.make(clock.course, day) for day in _days(first, last))
    lifted = {
        place: item.opgeheven_per
        for place, item in enumerate(facts.opschorting)
        if item.opgeheven_per is not None and (item.opgeheven_per <= last or last == owed)
    }
    months, weeks = month_rows(days, lifted, way), week_rows(days, lifted, way)
    begins = facts.vier_weken_vanaf
    four_weeks = () if begins is None else four_week_rows(days, begins, lifted, way)
    missing = tuple(_not_computed(days))
    computed = min((gap.van - ONE_DAY for gap in missing), default=last)
    wage = CaseWage(
        clock=clock,
        loon_tot_en_met=owed,
        berekend_tot_en_met=computed,
        van=first,
        tot_en_met=last,
        maanden=months,
        vier_weken=four_weeks,
        weken=weeks,
        totaal=total(months),
        totaal_vier_weken=total(four_weeks),
        totaal_weken=total(weeks),
        ontbreekt=missing,
        maatregelen=tuple(_measures(facts, days, lifted, maker.amounts.law, way)),
        opmerkingen=notes(Reader(facts, clock, days, maker, owed)),
    )
    return wage, days


def _days(first: date, last: date) -> Iterator[date]:
    return (plus(first, step) for step in range((last - first).days + 1))


def _not_computed(days: Sequence[WageDay]) -> Iterator[NotComputed]:
    """Yield what misses with its first and last day, in the order in which it is met."""
    found: dict[Missing, list[date]] = {}
    for day in days:
        for missing in day.missing:
            found.setdefault(missing, []).append(day.day)
    for missing, dates in found.items():
        yield NotComputed(missing, dates[0], dates[-1])


def _measures(
    facts: WageFacts, days: Sequence[WageDay], lifted: dict[int, date], law: Law, way: Way
) -> Iterator[Measure]:
    """Yield the suspensions and stops that fall in the case, with their amounts."""
    first, last = days[0].day, days[-1].day
    for place, suspension in enumerate(facts.opschorting):
        if suspension.span.touches(first, last):
            held = sum((day.opgeschort for day in days if day.opschorting == place), Fraction(0))
            yield Measure(
                "opschorting", suspension.grond, suspension.span.van, suspension.span.tot_en_met, in_cents(held, way),
                lifted.get(place), law.basis("loon_opschorting").text,
            )  # fmt: skip
    for stop in facts.loonstop:
        if stop.span.touches(first, last):
            lost = sum((day.loonstop for day in days if stop.span.holds(day.day)), Fraction(0))
            yield Measure(
                "loonstop", stop.grond, stop.span.van, stop.span.tot_en_met, in_cents(lost, way), None,
                law.basis(f"loonstop_{stop.grond}").text,
            )  # fmt: skip


def _check_touched(facts: WageFacts, clocks: Sequence[CaseClock], maker: DayMaker) -> None:
    """Refuse a period that lies wholly outside every case: a mistyped year would be passed over in silence."""
    if facts.reken_tot_en_met is not None:
        return
    stretches = [(clock, clock.eerste_ziektedag, last_wage_day(facts, clock)) for clock in clocks]
    items: tuple[HasSpan, ...] = (
        *facts.gewerkt, *facts.andere_inkomsten, *facts.uitkeringen, *facts.opschorting, *facts.loonstop,
    )  # fmt: skip
    for item in items:
        if not any(item.span.touches(first, last) for _clock, first, last in stretches):
            raise refuse(
                _("'{sleutel}' valt op geen enkele dag waarover je bij ziekte loon betaalt.").format(
                    sleutel=item.span.path
                ),
                _("Kijk de datums na, of haal deze periode weg."),
            )
    for holiday in facts.vakantie:
        span = holiday.span
        kinds = [
            maker.kind(clock.course, day)
            for clock, first, last in stretches
            for day in span.days()
            if first <= day <= last
        ]
        if DayKind.ZIEK not in kinds:
            raise refuse(
                _("'{sleutel}' valt op geen enkele ziektedag.").format(sleutel=span.path),
                _("Hier hoort alleen vakantie tijdens de ziekte. Kijk de datums na, of haal de vakantie weg."),
            )


def _check_hours(facts: WageFacts) -> None:
    """Refuse an amount over days on which the employee never works: it could be deducted from nothing."""
    patterns = facts.patterns()
    for item in (*facts.andere_inkomsten, *facts.uitkeringen):
        span = item.span
        if item.per is Per.PERIODE and span.tot_en_met is not None and not patterns.between(span.van, span.tot_en_met):
            raise refuse(
                _("'{sleutel}' valt op dagen zonder werkuren in 'werkpatroon'.").format(sleutel=span.path),
                _("Het bedrag wordt over de eigen werkuren verdeeld. Kijk de datums na."),
            )
