"""How the points about papers, signatures and notices are found to stand."""

from collections.abc import Iterator
from typing import Final

from reintegratie_desktop.domain.check.facts import CheckFacts, Plan, Tekende
from reintegratie_desktop.domain.check.found import (
    Check,
    Found,
    by_dates,
    by_step,
    lapsed,
    no_work,
    not_for_this_employee,
    plan_first,
    written,
)
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.i18n import N_, _

_BOTH_VIEWS: Final = "toets_beide_meningen"


def _analysis(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    yield by_step(facts, "probleemanalyse")


def _told(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule = "ziekmelding_arbodienst"
    found = by_step(facts, rule)
    if found.gedaan_op is None and facts.adviezen:
        found = Found(rule, Stand.NIET_NODIG, _("De bedrijfsarts gaf al advies."))
    elif found.gedaan_op is not None and found.stand is Stand.TE_LAAT and facts.adviezen:
        # The date of the call counts for nothing once the advice is there: that has a point of its own.
        words = _("Doorgegeven op {dag}. Wanneer het advies kwam, zie je bij de probleemanalyse.")
        words = words.format(dag=written(found.gedaan_op))
        found = Found(rule, Stand.OP_ORDE, words, found.uiterlijk, found.gedaan_op)
    yield found


def _on_newest_plan(facts: CheckFacts, rule: str) -> Plan | Found:
    """Return the newest plan, or the finding when there is none to look at."""
    if not facts.has_steps:
        return not_for_this_employee(rule)
    if not facts.plannen:
        return no_work(rule) if facts.no_work_seen else plan_first(rule)
    return facts.plannen[-1]


def _signed(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule = "plan_getekend"
    plan = _on_newest_plan(facts, rule)
    if isinstance(plan, Found):
        yield plan
        return
    if plan.both_signed:
        words = _("Jullie tekenden allebei.")
        if plan.getekend_op is not None:
            words = _("Jullie tekenden allebei, de laatste op {dag}.").format(dag=written(plan.getekend_op))
        yield Found(rule, Stand.OP_ORDE, words, gedaan_op=plan.getekend_op)
        return
    if plan.werkgever is Tekende.JA and plan.werknemer is Tekende.NEE and plan.weigering_verteld:
        words = _("Je werknemer tekent niet. De reden staat op het papier.")
        yield Found(rule, Stand.TOEGELICHT, words, gedaan_op=plan.getekend_op)
        return
    due = plus(plan.day, law.on(facts.clock.eerste_ziektedag).days("toets_tekenen"))
    words = _("De versie van {dag} is nog niet getekend door {wie}.").format(
        dag=written(plan.day), wie=_who_must_sign(plan)
    )
    yield Found(rule, Stand.ONTBREEKT if facts.today > due else Stand.BINNENKORT, words, due)


def _who_must_sign(plan: Plan) -> str:
    missing = [] if plan.werkgever is Tekende.JA else [_("jou")]
    if plan.werknemer is not Tekende.JA:
        missing.append(_("je werknemer"))
    return _(" en ").join(missing)


def _plan_views(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule = "plan_meningen"
    plan = _on_newest_plan(facts, rule)
    if isinstance(plan, Found):
        yield plan
    elif plan.meningen:
        yield Found(rule, Stand.OP_ORDE, _("De mening van jullie allebei staat in het plan."))
    elif law.on(plan.day).get(_BOTH_VIEWS) is None:
        yield Found(rule, Stand.NIET_NODIG, _("Toen dit plan werd gemaakt, hoefde dit er nog niet in."))
    else:
        words = _("In het plan van {dag} mist de mening van een van jullie.").format(dag=written(plan.day))
        yield Found(rule, Stand.ONTBREEKT, words)


def _case_manager(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule = "casemanager"
    plan = _on_newest_plan(facts, rule)
    if isinstance(plan, Found):
        yield plan
    elif plan.casemanager:
        yield Found(rule, Stand.OP_ORDE, _("De casemanager staat in het plan."))
    else:
        words = _("In het plan van {dag} staat geen casemanager.").format(dag=written(plan.day))
        yield Found(rule, Stand.ONTBREEKT, words)


def _first_year_views(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule, step = "eerstejaars_meningen", facts.step("eerstejaarsevaluatie")
    talks = [talk for talk in facts.gesprekken if talk.eerstejaars]
    if step is None:
        yield not_for_this_employee(rule)
    elif step.gedaan_op is None:
        open_words = _("Eerst komt de eerstejaarsevaluatie zelf.")
        yield lapsed(rule, step) if step.status is Status.VERVALT else Found(rule, Stand.KOMT_NOG, open_words)
    elif rule in facts.gedaan or any(talk.meningen for talk in talks):
        yield Found(
            rule, Stand.OP_ORDE, _("De mening van jullie allebei staat erin."), gedaan_op=facts.gedaan.get(rule)
        )
    elif law.on(step.gedaan_op).get(_BOTH_VIEWS) is None:
        yield Found(rule, Stand.NIET_NODIG, _("Toen deze evaluatie was, hoefde dit er nog niet in."))
    elif talks:
        words = _("In het verslag van {dag} mist de mening van een van jullie.").format(dag=written(talks[-1].day))
        yield Found(rule, Stand.ONTBREEKT, words)
    else:
        words = _("Het verslag staat niet in dit programma. Kijk of de mening van jullie allebei erin staat.")
        yield Found(rule, Stand.ONTBREEKT, words)


def _judgement(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    yield by_step(facts, "actueel_oordeel")


def _final_review(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule = "eindevaluatie"
    found = by_step(facts, rule)
    yield no_work(rule) if found.gedaan_op is None and facts.no_work_seen else found


def _own_judgement(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule, report = "oordeel_werknemer", facts.step("riv_aan_werknemer")
    done = facts.gedaan.get(rule)
    if done is not None:
        yield Found(rule, Stand.OP_ORDE, _("Klaar op {dag}.").format(dag=written(done)), gedaan_op=done)
    elif report is None:
        yield not_for_this_employee(rule)
    elif report.status is Status.VERVALT:
        yield lapsed(rule, report)
    else:
        opened = report.status is not Status.NOG_NIET
        yield by_dates(rule, report.uiterlijk, None, today=facts.today, opened=opened, aim=report.streefdatum)


_PARTS: Final = (
    ("probleemanalyse", N_("de probleemanalyse")),
    ("plan_van_aanpak", N_("het plan van aanpak")),
    ("eerstejaarsevaluatie", N_("de eerstejaarsevaluatie")),
    ("actueel_oordeel", N_("het actuele oordeel")),
    ("eindevaluatie", N_("de eindevaluatie")),
)
_ONLY_WITH_WORK: Final = ("plan_van_aanpak", "eerstejaarsevaluatie", "eindevaluatie")
"""Not made for somebody for whom the bedrijfsarts never saw work."""


def missing_parts(facts: CheckFacts) -> tuple[str, ...]:
    """Return the parts of the report that are not there, translated, in the order of the regulation (art. 6)."""
    parts = [
        _(words)
        for step, words in _PARTS
        if facts.done(step) is None and not (facts.no_work_seen and step in _ONLY_WITH_WORK)
    ]
    if "oordeel_werknemer" not in facts.gedaan:
        parts.append(_("het oordeel van je werknemer"))
    parts += [_("de scan van {stuk}").format(stuk=words) for words in facts.stukken_missen]
    return tuple(parts)


def _report(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule = "verslag"
    found = by_step(facts, rule, "riv_aan_werknemer")
    missing = missing_parts(facts)
    if found.gedaan_op is None or not missing or found.uiterlijk is None:
        yield found
        return
    words = _("Het verslag is bij je werknemer sinds {dag}. Er mist nog: {delen}.").format(
        dag=written(found.gedaan_op), delen=", ".join(missing)
    )
    stand = Stand.ONTBREEKT if facts.today > found.uiterlijk else Stand.BINNENKORT
    yield Found(rule, stand, words, found.uiterlijk, found.gedaan_op)


def _details(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule = "gegevens"
    if not facts.has_steps:
        yield not_for_this_employee(rule)
    elif facts.gegevens_missen:
        words = _("Er mist: {delen}.").format(delen=", ".join(facts.gegevens_missen))
        yield Found(rule, Stand.ONTBREEKT, words)
    else:
        yield Found(rule, Stand.OP_ORDE, _("Alle gegevens voor het verslag zijn ingevuld."))


def _notice(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule, step = "uwv_42e_week", facts.step("uwv_42e_week")
    found = by_step(facts, rule)
    if step is not None and found.gedaan_op is not None and step.venster_van and found.gedaan_op < step.venster_van:
        words = _("Gemeld op {dag}. Dat was vroeg: UWV neemt de melding pas aan vanaf {eerste}.").format(
            dag=written(found.gedaan_op), eerste=written(step.venster_van)
        )
        found = Found(rule, found.stand, words, found.uiterlijk, found.gedaan_op)
    elif found.gedaan_op is None and facts.vangnet and found.stand is not Stand.NIET_NODIG:
        reason = facts.motiveringen.get(rule)
        if reason is None:
            found = Found(rule, found.stand, found.bevinding, found.uiterlijk, waivable=True)
        else:
            words = _("Jullie schreven op {dag} op waarom deze melding niet nodig is.").format(
                dag=written(reason.datum)
            )
            found = Found(rule, Stand.NIET_NODIG, words, waivable=True)
    yield found


def _receipt(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule = "uwv_bevestiging"
    kept = facts.gedaan.get(rule)
    (notice,) = _notice(facts, law)
    if notice.stand is Stand.NIET_NODIG:
        yield Found(rule, Stand.NIET_NODIG, notice.bevinding)
    elif notice.gedaan_op is None:
        # A confirmation of what was not reported yet is a slip, also when somebody filled in its day.
        yield Found(rule, Stand.KOMT_NOG, _("Eerst komt de melding zelf."))
    elif kept is not None:
        yield Found(rule, Stand.OP_ORDE, _("Bewaard op {dag}.").format(dag=written(kept)), gedaan_op=kept)
    else:
        words = _("Je meldde op {dag}. De bevestiging staat nog niet in het dossier.").format(
            dag=written(notice.gedaan_op)
        )
        yield Found(rule, Stand.ONTBREEKT, words)


PAPER_CHECKS: Final[dict[str, Check]] = {
    "probleemanalyse": _analysis,
    "plan_getekend": _signed,
    "plan_meningen": _plan_views,
    "casemanager": _case_manager,
    "eerstejaars_meningen": _first_year_views,
    "actueel_oordeel": _judgement,
    "eindevaluatie": _final_review,
    "oordeel_werknemer": _own_judgement,
    "verslag": _report,
    "gegevens": _details,
    "ziekmelding_arbodienst": _told,
    "uwv_42e_week": _notice,
    "uwv_bevestiging": _receipt,
}
"""The finding of each point; the reasons for what went otherwise come last, from all others."""
