"""Says in words, and as a sum, why a date is that date."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, ONE_DAY, Gap, plus, plus_years, week_of
from reintegratie_desktop.text.formatting import NO_BREAK, day_numeric
from reintegratie_desktop.text.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.domain.milestone import Milestone, Trace

_numeric: Final = cache(day_numeric)
"""A case names the same few days again and again."""

Line = tuple[str, int | None, date | None, bool]
"""Label, days to add, day, strong."""

_ORIGIN_SENTENCES: Final = {
    "probleemanalyse": N_("De probleemanalyse is van {dag}."),
    "plan": N_("Het plan van aanpak is van {dag}."),
    "plan_due": N_("Het plan van aanpak moet er uiterlijk zijn op {dag}."),
    "evaluatie": N_("De vorige evaluatie was op {dag}."),
    "evaluatie_due": N_("De vorige evaluatie hoort uiterlijk op {dag}."),
    "eerstejaarsevaluatie": N_("De eerstejaarsevaluatie was op {dag}."),
    "relapse": N_("Deze stap viel in een onderbreking. Vanaf {dag} telt de ziekte weer, dus haal hem dan in."),
    "end_of_employment": N_("Het dienstverband eindigt op {dag}."),
    "repair": N_("UWV stelde op {dag} vast dat het nu in orde is."),
}
_CAUGHT_UP: Final = "relapse"
_ORIGIN_LABELS: Final = {
    "probleemanalyse": N_("Probleemanalyse"),
    "plan": N_("Plan van aanpak"),
    "plan_due": N_("Plan van aanpak, uiterste dag"),
    "evaluatie": N_("Vorige evaluatie"),
    "evaluatie_due": N_("Vorige evaluatie, uiterste dag"),
    "eerstejaarsevaluatie": N_("Eerstejaarsevaluatie"),
    "relapse": N_("Ziekte telt weer vanaf"),
    "end_of_employment": N_("Laatste dag van het dienstverband"),
    "repair": N_("In orde volgens UWV"),
}


def words(milestone: "Milestone") -> str:
    """Return the arithmetic of a milestone as short sentences."""
    trace = milestone.trace
    counted_from, result = _reckoned(trace)
    told = [_("De eerste ziektedag is {dag}.").format(dag=_numeric(trace.first_day))]
    if trace.gaps:
        told += [_gap_sentence(gap) for gap in trace.gaps]
        if not trace.years:
            told.append(_("De klok telt daarom vanaf {dag}.").format(dag=_numeric(counted_from)))
    sentence = _ORIGIN_SENTENCES.get(trace.origin)
    if sentence:
        told.append(_(sentence).format(dag=_numeric(trace.origin_day)))
    if trace.years:
        told.append(
            _("Tel daar {jaren} kalenderjaren bij op: dat is {dag}.").format(
                jaren=trace.years, dag=_numeric(plus_years(trace.origin_day, trace.years))
            )
        )
        if trace.gaps:
            told.append(_("Met de dagen die niet meetellen wordt het {dag}.").format(dag=_numeric(result)))
    elif trace.days:
        told.append(
            _("Tel daar {termijn} bij op: dat is {dag}.").format(termijn=_term(trace.days), dag=_numeric(result))
        )
    if trace.delay or trace.back or trace.not_before is not None:
        told += _adjustments(trace, result)
    if trace.origin != _CAUGHT_UP:
        told.append(_filled(milestone, milestone.rule.why))
    if milestone.streefdatum < milestone.uiterlijk:
        told += _safe(milestone)
    told += [_(note).format(dag="" if day is None else _numeric(day)) for note, day in trace.notes]
    if trace.ended_on is not None:
        ended = (
            N_("Je werknemer werkt weer helemaal vanaf {dag}. Daarom vervalt deze stap.")
            if trace.ended_by_recovery
            else N_("Het dienstverband eindigt op {dag}. Daarom vervalt deze stap voor jou.")
        )
        told.append(_(ended).format(dag=_numeric(trace.ended_on)))
    return " ".join(told)


def lines(milestone: "Milestone") -> Iterator[Line]:
    """Yield the lines of the sum: days to add to the day above, and the days they lead to."""
    trace = milestone.trace
    label = _ORIGIN_LABELS.get(trace.origin)
    yield _("Eerste ziektedag"), None, trace.first_day, False
    if label:
        yield _(label), None, trace.origin_day, False
    for gap in trace.gaps:
        yield _gap_label(gap), gap.days, None, False
    if trace.years:
        added = (plus_years(trace.origin_day, trace.years) - trace.origin_day).days
        yield _("{jaren} kalenderjaren").format(jaren=trace.years), added, None, False
    elif trace.days:
        yield _term(trace.days), trace.days, None, False
    if trace.delay:
        yield _("WIA-aanvraag te laat"), trace.delay, None, False
    if trace.back:
        yield _("De laatste dag is de dag ervoor"), -trace.back, None, False
    if trace.not_before is not None:
        yield _("Niet eerder dan de dag na de wachttijd of loonsanctie"), None, trace.not_before, False
    result = _("Uiterste dag") if milestone.rule.kind in (Kind.TASK, Kind.CHANCE) else _("Uitkomst")
    yield result, None, milestone.uiterlijk, True
    if milestone.streefdatum < milestone.uiterlijk:
        early = (milestone.uiterlijk - trace.safe_day).days
        if early:
            yield _("Ruimte om op tijd te zijn"), -early, None, False
        off = (trace.safe_day - milestone.streefdatum).days
        if off:
            name = milestone.rules.law.calendar.name_of_day_off(trace.safe_day)
            yield _("Valt op {naam}: de werkdag ervoor").format(naam=name), -off, None, False
        yield _("Veilig"), None, milestone.streefdatum, True


def consequence(milestone: "Milestone") -> str:
    """Return what being late means: the fixed fines of the law where there are any, and the rest in words."""
    told: list[str] = []
    if milestone.rule.fined:
        told += _fines(milestone)
    told.append(_filled(milestone, milestone.rule.if_late))
    return " ".join(told)


def fine(milestone: "Milestone", days_late: int) -> Decimal | None:
    """Return the fine in euros for a notification that is so many days late; None where there is no fixed fine."""
    rules = milestone.rules.law.on(milestone.uiterlijk)
    if not milestone.rule.fined or days_late <= 0 or rules.get("boete_uwv_melding_1") is None:
        return None
    if days_late >= rules.days("boete_uwv_trap_3_vanaf"):
        return rules.amount("boete_uwv_melding_3")
    if days_late >= rules.days("boete_uwv_trap_2_vanaf"):
        return rules.amount("boete_uwv_melding_2")
    return rules.amount("boete_uwv_melding_1")


def _fines(milestone: "Milestone") -> Iterator[str]:
    rules = milestone.rules.law.on(milestone.uiterlijk)
    lowest = rules.get("boete_uwv_melding_1")
    if lowest is None:
        yield _("Te laat melden kost een boete.")
        return
    amounts = (
        rules.amount("boete_uwv_melding_1"),
        rules.amount("boete_uwv_melding_2"),
        rules.amount("boete_uwv_melding_3"),
    )
    low, middle, high = (_euro(amount) for amount in amounts)
    yield _("Te laat melden kost {laag}, {midden} of {hoog}. Dat hangt af van het aantal dagen.").format(
        laag=low, midden=middle, hoog=high
    )
    now = fine(milestone, milestone.dagen_te_laat)
    if now is not None:
        yield ngettext(
            "Bij {dagen} dag te laat is het {bedrag}.",
            "Bij {dagen} dagen te laat is het {bedrag}.",
            milestone.dagen_te_laat,
        ).format(dagen=milestone.dagen_te_laat, bedrag=_euro(now))
    if lowest.to_check:
        yield _("Dit zijn de bedragen van {dag}. Kijk bij UWV of ze nog kloppen.").format(
            dag=_numeric(lowest.checked_on)
        )


def _euro(amount: Decimal) -> str:
    return f"€{NO_BREAK}{amount.normalize():f}"


def _reckoned(trace: "Trace") -> tuple[date, date]:
    """Return the day the count begins, and the day it leads to before delay and other adjustments."""
    if not trace.gaps and not trace.years:
        return trace.origin_day, plus(trace.origin_day, trace.days)
    skipped = sum(gap.days for gap in trace.gaps)
    counted_from = plus(trace.origin_day, skipped)
    if trace.years:
        return counted_from, plus(plus_years(trace.origin_day, trace.years), skipped)
    return counted_from, plus(counted_from, trace.days)


def _adjustments(trace: "Trace", result: date) -> Iterator[str]:
    if trace.delay:
        yield ngettext(
            "De WIA-aanvraag kwam {dagen} dag te laat, dus wordt het {dag}.",
            "De WIA-aanvraag kwam {dagen} dagen te laat, dus wordt het {dag}.",
            trace.delay,
        ).format(dagen=trace.delay, dag=_numeric(plus(result, trace.delay)))
    if trace.back:
        yield _("Dat is de eerste dag zonder loonplicht. De laatste dag is de dag ervoor: {dag}.").format(
            dag=_numeric(plus(result, -trace.back))
        )
    if trace.not_before is not None:
        yield _("Het is nooit eerder dan de dag na de wachttijd of de loonsanctie: {dag}.").format(
            dag=_numeric(trace.not_before)
        )


def _safe(milestone: "Milestone") -> Iterator[str]:
    """Say which day is safe: some days earlier, on a working day; name the holidays that were stepped over."""
    calendar, safe_day, aim = milestone.rules.law.calendar, milestone.trace.safe_day, milestone.streefdatum
    early = (milestone.uiterlijk - safe_day).days
    if early:
        yield _("De uiterste dag is {dag}.").format(dag=_numeric(milestone.uiterlijk))
        yield ngettext("Veilig is {dagen} dag eerder: {dag}.", "Veilig is {dagen} dagen eerder: {dag}.", early).format(
            dagen=early, dag=_numeric(safe_day)
        )
    if aim < safe_day:
        off = N_("Die dag valt op {naam}.") if early else N_("De uiterste dag valt op {naam}.")
        yield _(off).format(naam=calendar.name_of_day_off(safe_day))
        between = safe_day - ONE_DAY
        while between > aim:
            if calendar.holiday(between):
                yield _("Ook {naam} is geen werkdag.").format(naam=calendar.name_of_day_off(between))
            between -= ONE_DAY
        yield _("De werkdag ervoor is {dag}: dat is je streefdatum.").format(dag=_numeric(aim))


def _filled(milestone: "Milestone", sentence: str) -> str:
    """Translate a sentence of the rule and fill in its numbers."""
    said = _(sentence)
    if "{" not in said:
        return said
    trace, rules = milestone.trace, milestone.rules
    full = rules.days("wia_eerste_dag_uiterlijk")
    return said.format(
        dagen=trace.days,
        weken=trace.days // DAYS_IN_WEEK,
        week=week_of(trace.days),
        voor=(full - 1 - trace.days) // DAYS_IN_WEEK,
        dagnummer=trace.days + 1,
        totaal=full // DAYS_IN_WEEK,
    )


def _term(days: int) -> str:
    """Return `42 dagen (6 weken)`, or only the days when they are no whole weeks."""
    said = ngettext("{dagen} dag", "{dagen} dagen", days).format(dagen=days)
    if days < 2 * DAYS_IN_WEEK or days % DAYS_IN_WEEK:
        return said
    return _("{dagen} ({weken} weken)").format(dagen=said, weken=days // DAYS_IN_WEEK)


def _gap_sentence(gap: Gap) -> str:
    return ngettext(
        "Van {van} tot en met {tot} was er {soort}: {dagen} dag telt niet mee.",
        "Van {van} tot en met {tot} was er {soort}: {dagen} dagen tellen niet mee.",
        gap.days,
    ).format(van=_numeric(gap.van), tot=_numeric(gap.last), soort=_gap_kind(gap), dagen=gap.days)


def _gap_label(gap: Gap) -> str:
    return _("{van} t/m {tot}: {soort}, telt niet mee").format(
        van=_numeric(gap.van), tot=_numeric(gap.last), soort=_gap_kind(gap)
    )


def _gap_kind(gap: Gap) -> str:
    if not gap.leave_days:
        return _("herstel")
    return _("verlof en herstel") if gap.fit_days else _("verlof")
