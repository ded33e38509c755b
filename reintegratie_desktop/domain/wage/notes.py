"""What to know about a wage: where the law is disputed, what to check, and what happens outside the rows."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reintegratie_desktop.domain.clock import CaseClock, doubts
from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.domain.wage.amounts import Missing, UsedAmount
from reintegratie_desktop.domain.wage.day import DayKind, DayMaker, WageDay
from reintegratie_desktop.domain.wage.facts import Suspension, WageFacts, WageStop, WorkForm, WorkPay
from reintegratie_desktop.domain.wage.result import Note
from reintegratie_desktop.text.formatting import day_numeric, money, number, percent
from reintegratie_desktop.text.i18n import _, ngettext


class Reader(NamedTuple):
    """One case with everything a note can be about."""

    facts: WageFacts
    clock: CaseClock
    days: Sequence[WageDay]
    maker: DayMaker
    owed_until: date


def rounding_in_words() -> str:
    """Return the rounding rule, translated."""
    return _(
        "We rekenen per dag zonder af te ronden. Pas aan het eind van een week, vier weken of een maand ronden we af "
        "op centen, een halve cent omhoog. De weken en de maanden kunnen samen daarom enkele centen verschillen. "
        "Elk totaal is de som van de regels erboven."
    )


def notes(case: Reader) -> tuple[Note, ...]:
    """Return the notes of one case, translated."""
    return (
        *_about_the_period(case),
        *_about_the_wage(case),
        *_about_hours(case),
        *_about_work(case),
        *_about_holiday(case),
        *_about_measures(case),
        *_about_amounts(case),
    )


def _basis(case: Reader, key: str) -> str:
    return case.maker.amounts.law.basis(key).text


def _about_the_period(case: Reader) -> Iterator[Note]:
    for sentence in doubts(case.clock, case.maker.amounts.law):
        yield Note("grensgeval", sentence, _basis(case, "loon_samentelling"))
    kinds = {day.kind for day in case.days}
    if DayKind.HERSTELD in kinds:
        text = _("In de dagen van herstel werkt je werknemer zelf. Daar staat het eigen loon, voor 100%.")
        yield Note("herstel", text, _basis(case, "loon_samentelling"))
    if DayKind.VERLOF in kinds:
        text = _(
            "Tijdens zwangerschaps- en bevallingsverlof betaal je geen loon bij ziekte. UWV betaalt dan een uitkering."
        )
        yield Note("verlof", text, _basis(case, "loon_verlof"))
    if case.clock.case.aow_gerechtigd:
        text = _("Je werknemer heeft de AOW-leeftijd. Je betaalt daarom kort door.")
        yield Note("aow", text, _basis(case, "loon_aow"))
    yield from _about_the_end(case)
    waiting = case.days[: case.facts.wachtdagen]
    if waiting:
        text = _("Een wachtdag mag alleen als dat schriftelijk is afgesproken. Bij een terugval telt hij niet opnieuw.")
        yield Note("wachtdagen", text, _basis(case, "loon_wachtdagen"))
    if any(not day.uren for day in waiting):
        text = _(
            "De wet telt als wachtdagen de eerste dagen van de ziekte. Daarvan is er een geen werkdag, "
            "dus die kost je werknemer niets. Staat er in de afspraak iets anders? Vraag dan advies."
        )
        yield Note("wachtdag_zonder_uren", text, _basis(case, "loon_wachtdagen"))


def _about_the_end(case: Reader) -> Iterator[Note]:
    facts, begins = case.facts.zaak, case.clock.eerste_ziektedag
    reached = case.clock.case.aow_op
    if reached is not None and begins < reached <= case.owed_until:
        text = _(
            "Je werknemer bereikt op {dag} de AOW-leeftijd, tijdens de ziekte. Daarna geldt waarschijnlijk een kortere "
            "tijd. We rekenen die niet vanzelf uit: vraag advies, en zet de laatste dag bij 'reken_tot_en_met'."
        )
        yield Note("aow_tijdens_ziekte", text.format(dag=day_numeric(reached)), _basis(case, "loon_aow"))
    full = case.maker.amounts.law.on(begins).days("wia_eerste_dag_uiterlijk")
    if case.owed_until < plus(case.clock.klok_vanaf, full):
        return
    if case.clock.case.loonsanctie is not None:
        text = _("Door de loonsanctie betaal je langer dan {weken} weken. De regels van het tweede jaar lopen door.")
        yield Note("loonsanctie", text.format(weken=case.clock.weken_totaal), _basis(case, "loon_verlenging"))
    elif facts.verlenging is not None or facts.uwv_datums:
        text = _("Je betaalt langer dan {weken} weken, omdat UWV het einde later heeft gezet.")
        yield Note("later_einde", text.format(weken=case.clock.weken_totaal), _basis(case, "loon_verlenging"))
    else:
        text = _(
            "De WIA is te laat aangevraagd. Daarom loopt het loon door. Had je werknemer geen goede reden, "
            "dan mag je het loon over die tijd stoppen: vul dat in bij 'loonstop'."
        )
        yield Note("wia_te_laat", text, _basis(case, "loon_verlenging"))


def _about_the_wage(case: Reader) -> Iterator[Note]:
    facts = case.facts
    if any(not rate.vakantiebijslag_inbegrepen for rate in facts.loon):
        text = _("Vakantiebijslag zit niet in deze bedragen. Ook over loon bij ziekte bouwt je werknemer die op.")
        yield Note("vakantiebijslag", text, _basis(case, "loon_vakantiebijslag"))
    sick = [day for day in case.days if day.kind is DayKind.ZIEK and day.uren and not day.missing]
    under = next((day for day in sick if _is_under_the_minimum(case, day)), None)
    if under is not None:
        text = _(
            "Het ingevulde loon is op {dag} lager dan het minimumloon voor deze leeftijd en uren. "
            "De ondergrens is dan het loon zelf. Kijk na of het loon en de uren kloppen."
        )
        yield Note("loon_onder_minimum", text.format(dag=day_numeric(under.day)), _basis(case, "loon_minimum"))
    if any(case.maker.amounts.minimum(day.day) is None for day in sick if day.eerste_jaar):
        text = _("Op deze leeftijd kent de wet geen minimumloon. De ondergrens geldt dan niet.")
        yield Note("geen_minimumloon", text, _basis(case, "loon_minimum"))
    if any(day.begrensd_loon < day.eigen_loon for day in sick):
        text = _(
            "Het loon is hoger dan het maximum. De wet vraagt het deel alleen over het maximum. Een dagloon is met "
            "vakantiebijslag. Of je die hier meetelt, zeggen onze bronnen niet: vraag je salarisadviseur."
        )
        yield Note("boven_maximum", text, _basis(case, "loon_maximum"))
        if any(rule.percentage is not None and rule.ook_boven_maximumdagloon for rule in facts.cao):
            text = _("Het percentage van de cao rekenen we over het hele loon, ook boven het maximum.")
            yield Note("cao_boven_maximum", text)
    lawful = case.maker.amounts.value("loondoorbetaling_deel", case.clock.eerste_ziektedag)
    if any(rule.percentage is not None and rule.percentage < lawful.value for rule in facts.cao):
        text = _("In de cao staat minder dan {deel}%. Minder dan de wet mag niet, dus we rekenen met de wet.")
        yield Note("cao_onder_wet", text.format(deel=number(lawful.value)), _basis(case, "loon_deel"))


def _is_under_the_minimum(case: Reader, day: WageDay) -> bool:
    """Tell whether the own wage of a day is below the minimum wage, by more than its rounding to cents."""
    floor = case.maker.floor(day.day, day.uren) if day.eerste_jaar else None
    return floor is not None and not isinstance(floor, Missing) and round(floor - day.eigen_loon, 2) > 0


def _about_hours(case: Reader) -> Iterator[Note]:
    first, last = case.days[0].day, case.days[-1].day
    for change in case.facts.werkpatroon_wijzigingen:
        if first < change.van <= last:
            text = _(
                "Vanaf {dag} zijn de afgesproken uren {uren} per week. Elke dag telt met de uren van die dag. Begint "
                "dit midden in een week of een maand, dan telt elke dag als het deel dat hij van zijn eigen week is."
            )
            hours = case.maker.patterns.uren_per_week(change.van)
            yield Note("andere_uren", text.format(dag=day_numeric(change.van), uren=number(hours)))


def _about_holiday(case: Reader) -> Iterator[Note]:
    taken = [day for day in case.days if day.vakantie and day.uren]
    mine = [item.span for item in case.facts.vakantie if item.span.touches(case.days[0].day, case.days[-1].day)]
    if not mine:
        return
    hours = sum((day.uren for day in taken), Fraction(0))
    days = ngettext("{n} werkdag", "{n} werkdagen", len(taken)).format(n=len(taken))
    text = _("Vakantie tijdens de ziekte: {dagen}, {uren} uur. Op die dagen betaal je het hele loon.")
    in_hours = Decimal(hours.numerator) / Decimal(hours.denominator)
    yield Note("vakantie", text.format(dagen=days, uren=number(in_hours)), _basis(case, "loon_vakantie"))
    text = _(
        "Een dag telt alleen als vakantie als je werknemer daarmee instemt. Leg dat per keer vast. De termijnen van de "
        "ziekte lopen gewoon door."
    )
    yield Note("vakantie_instemming", text, _basis(case, "loon_vakantie_instemming"))
    if any(not _is_sick(case, day) for span in mine for day in span.days()):
        text = _("Een deel van de vakantie valt op dagen zonder ziekte. Die dagen tellen we hier niet.")
        yield Note("vakantie_buiten_ziekte", text)
    other = (*case.facts.uitkeringen, *case.facts.andere_inkomsten)
    if any(item.span.holds(day.day) for item in other for day in taken):
        text = _(
            "Op vakantiedagen halen we geen uitkering en geen loon van een ander eraf. Onze bronnen zeggen niet hoe "
            "dat moet. Vraag je salarisadviseur."
        )
        yield Note("vakantie_aftrek", text)


def _is_sick(case: Reader, day: date) -> bool:
    inside = case.days[0].day <= day <= case.owed_until
    return inside and case.maker.kind(case.clock.course, day) is DayKind.ZIEK


def _about_work(case: Reader) -> Iterator[Note]:
    first, last = case.days[0].day, case.days[-1].day
    work = [item for item in case.facts.gewerkt if item.span.touches(first, last)]
    if any(item.vorm is WorkForm.LOONWAARDE for item in work):
        text = _(
            "Of gewerkte uren tijdens ziekte voor 100% of voor het deel van de wet tellen, is omstreden als er niets "
            "is afgesproken. Kijk in de cao of het contract, en leg het vast."
        )
        yield Note("gewerkte_uren_omstreden", text)
    if any(not item.betaling_gegeven for item in work):
        text = _(
            "Bij 'gewerkt' staat niet overal een 'betaling'. Werk met loonwaarde rekenen we dan voor 100%, "
            "arbeidstherapeutisch werk als ziekteloon."
        )
        yield Note("betaling_niet_ingevuld", text)
    if any(item.betaling is WorkPay.ZIEKTELOON and item.vorm is WorkForm.LOONWAARDE for item in work):
        text = _("Gewerkte uren met loonwaarde betaal je hier als ziekteloon. Dat is minder dan het werk waard is.")
        yield Note("loonwaarde_als_ziekteloon", text)
    if any(day.aftrek_inkomsten or day.aftrek_uitkeringen for day in case.days):
        text = _(
            "Ander inkomen gaat er alleen af voor zover het in de eigen werkuren is verdiend. Een uitkering gaat er "
            "af als zij voor dit werk is. Er gaat nooit meer af dan het ziekteloon van die dag."
        )
        yield Note("aftrek", text, _basis(case, "loon_aftrek"))


def _about_measures(case: Reader) -> Iterator[Note]:
    first, last = case.days[0].day, case.days[-1].day
    held = [item for item in case.facts.opschorting if item.span.touches(first, last)]
    stopped = [item for item in case.facts.loonstop if item.span.touches(first, last)]
    if any(item.opgeheven_per is None for item in held):
        text = _("De opschorting loopt nog. Houdt je werknemer zich weer aan de regels, dan betaal je alles alsnog.")
        yield Note("opschorting_loopt", text, _basis(case, "loon_opschorting"))
    if stopped:
        text = _(
            "Bij een loonstop vervalt het loon bij ziekte. Loon voor uren die wel zijn gewerkt, blijft staan. "
            "Gaat het maar om een deel van de uren, vraag dan juridisch advies."
        )
        yield Note("loonstop", text, _basis(case, f"loonstop_{stopped[0].grond}"))
    measures: tuple[Suspension | WageStop, ...] = (*held, *stopped)
    if any(item.meegedeeld_op is None for item in measures):
        text = _("Heb je dit direct schriftelijk laten weten, met de reden? Anders mag je het loon niet inhouden.")
        yield Note("niet_meegedeeld", text, _basis(case, "loon_mededeling"))
    late = next(
        (item for item in measures if item.meegedeeld_op is not None and item.meegedeeld_op > item.span.van), None
    )
    if late is not None and late.meegedeeld_op is not None:
        text = _("De maatregel gaat in op {begin}, maar is pas gemeld op {gemeld}. Vraag advies over de eerdere dagen.")
        yield Note(
            "laat_meegedeeld",
            text.format(begin=day_numeric(late.span.van), gemeld=day_numeric(late.meegedeeld_op)),
            _basis(case, "loon_mededeling"),
        )


def _about_amounts(case: Reader) -> Iterator[Note]:
    used: dict[str, UsedAmount] = {amount.id: amount for day in case.days for amount in day.used}
    newest = {amount.key: amount for amount in used.values()}
    for amount in used.values():
        if amount.checked_on is None:
            text = _("{naam} vanaf {dag} heb je zelf ingevuld. Bron: {bron}.")
            yield Note(
                "eigen_bedrag", text.format(naam=_(amount.label), dag=day_numeric(amount.starts_on), bron=amount.source)
            )
        # An amount that another one followed stands with its source at the months it counts for, and a count of days
        # or months is only understood among the rules.
        elif amount.to_check and amount is newest[amount.key] and (value := _in_words(amount)):
            text = _("{naam} vanaf {dag}: {waarde}. Kijk na of dit klopt.")
            yield Note(
                "te_controleren",
                text.format(naam=_(amount.label), dag=day_numeric(amount.starts_on), waarde=value),
                amount.source,
            )
    for own, official in case.maker.amounts.differing():
        text = _(
            "Bij 'eigen_bedragen' staat {eigen} vanaf {dag}, maar dit programma kent {bedrag}. "
            "We rekenen met het bedrag van het programma."
        )
        yield Note(
            "eigen_bedrag_anders",
            text.format(eigen=money(own.waarde), dag=day_numeric(own.van), bedrag=money(official)),
        )


def _in_words(amount: UsedAmount) -> str:
    """Return an amount or a percentage with its unit; empty for a count of something."""
    if amount.unit.startswith("euro"):
        return money(amount.value) + amount.unit.removeprefix("euro")
    return percent(amount.value) if amount.unit == "procent" else ""
