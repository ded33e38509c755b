"""Says in words, and as a sum, why a date is that date."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.domain.periods import Gap, plus, plus_years
from reintegratie_desktop.domain.phrases import (
    NOTE_PASSED,
    added,
    aimed,
    dated,
    filled,
    gap_kind,
    numeric,
    skipped,
    term,
)
from reintegratie_desktop.text.formatting import NO_BREAK, day_weekday
from reintegratie_desktop.text.i18n import N_, _, current_language, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.domain.milestone import Milestone, Trace

Line = tuple[str, int | None, date | None, bool]
"""Label, days to add, day, strong."""

_ORIGIN_SENTENCES: Final = {
    "probleemanalyse": N_("De probleemanalyse is van {dag}."),
    "advies_mogelijkheden": N_("Geteld vanaf het advies van {dag}, omdat het eerste advies geen mogelijkheden zag."),
    "advies_langdurig": N_(
        "Geteld vanaf het advies van {dag}, omdat het eerste advies geen langdurig verzuim verwachtte."
    ),
    "plan": N_("Het plan van aanpak is van {dag}."),
    "plan_due": N_("Het plan van aanpak moet er uiterlijk zijn op {dag}."),
    "evaluatie": N_("De vorige evaluatie was op {dag}."),
    "evaluatie_due": N_("De vorige evaluatie hoort uiterlijk op {dag}."),
    "eerstejaarsevaluatie": N_("De eerstejaarsevaluatie was op {dag}."),
    "relapse": N_("Deze stap viel in een onderbreking. Vanaf {dag} telt de ziekte weer, dus haal hem dan in."),
    "end_of_employment": N_("Het dienstverband eindigt op {dag}."),
    "repair": N_("UWV stelde op {dag} vast dat het nu in orde is."),
    "vangnet_known": N_("Pas op {dag} kon je weten dat het vangnet geldt. De melding telt vanaf die dag."),
    "uwv_letter": N_("UWV noemt in een brief {dag}. Die datum gaat voor."),
}
_CAUGHT_UP: Final = "relapse"
_NO_WHY: Final = (_CAUGHT_UP, "uwv_letter")
"""Origins that explain the date already."""
_ORIGIN_LABELS: Final = {
    "probleemanalyse": N_("Probleemanalyse"),
    "advies_mogelijkheden": N_("Eerste advies met mogelijkheden"),
    "advies_langdurig": N_("Eerste advies met langdurig verzuim"),
    "plan": N_("Plan van aanpak"),
    "plan_due": N_("Plan van aanpak, uiterste dag"),
    "evaluatie": N_("Vorige evaluatie"),
    "evaluatie_due": N_("Vorige evaluatie, uiterste dag"),
    "eerstejaarsevaluatie": N_("Eerstejaarsevaluatie"),
    "relapse": N_("Ziekte telt weer vanaf"),
    "end_of_employment": N_("Laatste dag van het dienstverband"),
    "repair": N_("In orde volgens UWV"),
    "vangnet_known": N_("Vangnet bekend"),
    "uwv_letter": N_("Datum in de brief van UWV"),
}


_FIRST: Final = N_("De eerste ziektedag is {dag}.")
_COUNTS_FROM: Final = N_("De klok telt daarom vanaf {dag}.")
_WITH_GAPS: Final = N_("Met de dagen die niet meetellen wordt het {dag}.")
_MOVED: Final = N_("UWV heeft een ander einde van de wachttijd vastgesteld. Daarmee wordt het {dag}.")
_RECOVERED: Final = N_("Je werknemer werkt weer helemaal vanaf {dag}. Daarom vervalt deze stap.")
_LEFT: Final = N_("Het dienstverband eindigt op {dag}. Daarom vervalt deze stap voor jou.")


def words(milestone: "Milestone") -> str:
    """Return the arithmetic of a milestone as short sentences."""
    trace, language = milestone.trace, current_language()
    if trace.waits:
        return _(trace.waits)
    told = _reckoned_in_words(trace, language)
    if trace.origin not in _NO_WHY and not trace.moved:
        told.append(filled(language, milestone.rule.why, trace.days, milestone.rules))
    if milestone.streefdatum != milestone.uiterlijk:
        calendar = milestone.rules.law.calendar
        told.append(aimed(language, calendar, milestone.uiterlijk, trace.safe_day, milestone.streefdatum))
    for note, day in trace.notes:
        told.append(dated(language, note, day))
    if trace.ended_on is not None:
        told.append(dated(language, _RECOVERED if trace.ended_by_recovery else _LEFT, trace.ended_on))
    return " ".join(told)


def _reckoned_in_words(trace: "Trace", language: str) -> list[str]:
    """Say from which day is counted, what does not count, and the day it leads to."""
    told = [dated(language, _FIRST, trace.first_day)]
    if trace.gaps or trace.years:
        counted_from, result = _reckoned(trace)
        told += [skipped(language, gap) for gap in trace.gaps]
        if not trace.years:
            told.append(dated(language, _COUNTS_FROM, counted_from))
    else:
        result = plus(trace.origin_day, trace.days)
    counts_from = _ORIGIN_SENTENCES.get(trace.origin)
    if counts_from:
        told.append(dated(language, counts_from, trace.origin_day))
    if trace.years:
        told.append(
            _("Tel daar {jaren} kalenderjaren bij op: dat is {dag}.").format(
                jaren=trace.years, dag=numeric(plus_years(trace.origin_day, trace.years))
            )
        )
        if trace.gaps:
            told.append(dated(language, _WITH_GAPS, result))
    elif trace.days:
        told.append(added(language, trace.days, result))
    if trace.moved or trace.delay or trace.back or trace.not_before is not None:
        told += _adjustments(trace, result)
    return told


def lines(milestone: "Milestone") -> Iterator[Line]:
    """Yield the lines of the sum: days to add to the day above, and the days they lead to."""
    trace = milestone.trace
    if trace.waits:
        return
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
        yield term(current_language(), trace.days), trace.days, None, False
    if trace.moved:
        yield _("Ander einde van de wachttijd volgens UWV"), trace.moved, None, False
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


def passed_before_break(milestone: "Milestone") -> date | None:
    """Return the day on which the term of a step was over before the break that moved it; None for any other date."""
    return next((day for note, day in milestone.trace.notes if note == NOTE_PASSED), None)


def counted_from(milestone: "Milestone") -> str:
    """Return what stands under a sum: the advice it counts from, or that its term was over before a break; mostly "".

    A break that comes after the term moves the date as well. Who keeps to the first date is in time either way.
    """
    passed = passed_before_break(milestone)
    if passed is not None:
        keep_to_it = _("Houd die dag aan, dan ben je zeker op tijd.")
        return f"{dated(current_language(), NOTE_PASSED, passed)} {keep_to_it}"
    if milestone.trace.origin not in ("advies_mogelijkheden", "advies_langdurig"):
        return ""
    return _(_ORIGIN_SENTENCES[milestone.trace.origin]).format(dag=day_weekday(milestone.trace.origin_day, year=True))


def articles(milestone: "Milestone") -> tuple[str, ...]:
    """Return where a date stands: its own articles, then those of every break that moved it, each once."""
    trace, law = milestone.trace, milestone.rules.law
    found = [milestone.grondslag]
    if any(gap.fit_days for gap in trace.gaps):
        found.append(law.basis("samentelling").text)
    if any(gap.leave_days for gap in trace.gaps):
        found.append(law.basis("verlof_telt_niet_mee").text)
    if trace.origin == _CAUGHT_UP:
        found.append(law.sources[milestone.rules.value("inhalen_na_onderbreking").source].cite())
    each = (article for line in found for article in line.split("; "))
    return tuple(dict.fromkeys(each))


def consequence(milestone: "Milestone") -> str:
    """Return what being late means: the fixed fines of the law where there are any, and the rest in words."""
    told: list[str] = []
    if milestone.rule.fined:
        told += _fines(milestone)
    told.append(filled(current_language(), milestone.rule.if_late, milestone.trace.days, milestone.rules))
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
    yield _("Kon je er weinig aan doen, dan rekent UWV de helft.")
    if lowest.to_check:
        yield _("Dit zijn de bedragen van {dag}. Kijk bij UWV of ze nog kloppen.").format(
            dag=numeric(lowest.checked_on)
        )


def _euro(amount: Decimal) -> str:
    return f"€{NO_BREAK}{amount.normalize():f}"


def _reckoned(trace: "Trace") -> tuple[date, date]:
    """Return the day the count begins, and the day it leads to before delay and other adjustments."""
    lost = sum(gap.days for gap in trace.gaps)
    counted_from = plus(trace.origin_day, lost)
    if trace.years:
        return counted_from, plus(plus_years(trace.origin_day, trace.years), lost)
    return counted_from, plus(counted_from, trace.days)


def _adjustments(trace: "Trace", result: date) -> Iterator[str]:
    if trace.moved:
        result = plus(result, trace.moved)
        yield dated(current_language(), _MOVED, result)
    if trace.delay:
        yield ngettext(
            "De WIA-aanvraag kwam {dagen} dag te laat, dus wordt het {dag}.",
            "De WIA-aanvraag kwam {dagen} dagen te laat, dus wordt het {dag}.",
            trace.delay,
        ).format(dagen=trace.delay, dag=numeric(plus(result, trace.delay)))
    if trace.back:
        yield _("Dat is de eerste dag zonder loonplicht. De laatste dag is de dag ervoor: {dag}.").format(
            dag=numeric(plus(result, -trace.back))
        )
    if trace.not_before is not None:
        yield _("Het is nooit eerder dan de dag na de wachttijd of de loonsanctie: {dag}.").format(
            dag=numeric(trace.not_before)
        )


def _gap_label(gap: Gap) -> str:
    return _("{van} t/m {tot}: {soort}, telt niet mee").format(
        van=numeric(gap.van), tot=numeric(gap.last), soort=gap_kind(gap)
    )
