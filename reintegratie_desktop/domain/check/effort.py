"""How the points about real effort are found to stand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from reintegratie_desktop.domain.check.facts import RESULTAAT, CheckFacts
from reintegratie_desktop.domain.check.found import (
    STANDS,
    Check,
    Found,
    both_days,
    by_dates,
    by_step,
    evaluation_rows,
    lapsed,
    late_words,
    no_work,
    not_for_this_employee,
    plan_first,
    written,
)
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.domain.explain import counted_from
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, plus
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.i18n import _, ngettext


def _result(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    day = facts.gedaan.get(RESULTAAT)
    if day is not None:
        words = _("Op {dag} schreven jullie op dat het resultaat bevredigend is.").format(dag=written(day))
        yield Found(RESULTAAT, Stand.OP_ORDE, words, gedaan_op=day)
    else:
        words = _("Dit is geen plicht. Zonder zo'n resultaat kijkt UWV naar wat jullie hebben gedaan.")
        yield Found(RESULTAAT, Stand.NIET_NODIG, words)


def _result_is_enough(rule: str) -> Found:
    return Found(rule, Stand.NIET_NODIG, _("Er is een bevredigend resultaat. Verder zoeken hoeft dan niet."))


def _first_track(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule, review = "spoor1_onderzoek", facts.step("eerstejaarsevaluatie")
    done = facts.gedaan.get(rule)
    if done is not None:
        # Only when it came after that day: then a word about it may be added.
        due = review.uiterlijk if review is not None and done > review.uiterlijk else None
        yield Found(rule, Stand.OP_ORDE, _("Opgeschreven op {dag}.").format(dag=written(done)), due, done)
    elif review is None:
        yield not_for_this_employee(rule)
    elif review.status is Status.VERVALT:
        yield lapsed(rule, review)
    elif RESULTAAT in facts.gedaan:
        yield _result_is_enough(rule)
    elif facts.no_work_now:
        yield no_work(rule)
    else:
        opens = review.venster_van or review.uiterlijk
        found = by_dates(
            rule, review.uiterlijk, None, today=facts.today, opened=facts.today >= opens, aim=review.streefdatum
        )
        if found.stand is Stand.ONTBREEKT:
            words = _("Er staat nog geen onderzoek in het dossier.")
            found = Found(rule, Stand.ONTBREEKT, words, review.uiterlijk)
        yield found


def _plan(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    rule = "plan_van_aanpak"
    step, found = facts.step(rule), by_step(facts, rule)
    told = counted_from(step) if step is not None else ""
    if step is not None and told and found.stand is not Stand.NIET_NODIG:
        found = replace(found, bevinding=f"{found.bevinding} {told}", grondslag=step.grondslag)
    yield found


def _revisions(facts: CheckFacts, law: Law) -> Iterator[Found]:
    """Yield how the plan followed each advice that says something else, and each evaluation that asks for another plan.

    Only after an advice the law names a number of days, so only then a plan can be adjusted too late.
    """
    rule = "bijstelling_plan"
    if not facts.has_steps:
        yield not_for_this_employee(rule)
        return
    if not facts.plannen:
        yield no_work(rule) if facts.no_work_seen else plan_first(rule)
        return
    rules, first = law.on(facts.clock.eerste_ziektedag), facts.plannen[0].day
    days = rules.days("plan_van_aanpak_bijstellen")
    after_talk = rules.days("plan_van_aanpak_na_evaluatie")
    advised = [advice.day for advice in facts.adviezen if advice.anders and advice.ziet_werk and advice.day > first]
    agreed = [talk.day for talk in facts.gesprekken if talk.vraagt_plan and talk.day > first]
    asked = sorted(
        [*((day, plus(day, days), True) for day in advised), *((day, plus(day, after_talk), False) for day in agreed)]
    )
    revised: date | None = None
    waiting: date | None = None
    for asks, due, by_law in asked:
        done = next((plan.day for plan in facts.plannen[1:] if plan.day >= asks), None)
        if done is None:
            waiting = waiting or due
            continue
        revised = done
        if by_law and done > due:
            yield Found(
                "bijstelling_te_laat",
                Stand.TE_LAAT,
                late_words(due, done),
                due,
                done,
                part=asks.isoformat(),
                titel=ngettext(
                    "Plan {n} dag later bijgesteld", "Plan {n} dagen later bijgesteld", (done - due).days
                ).format(n=(done - due).days),
            )
    if not asked:
        yield Found(rule, Stand.NIET_NODIG, _("Na het plan kwam er geen advies dat iets verandert."))
    elif waiting is not None:
        yield no_work(rule) if facts.no_work_now else by_dates(rule, waiting, None, today=facts.today, opened=True)
    else:
        assert revised is not None
        words = _("Het plan volgt het nieuwste advies, bijgesteld op {dag}.")
        if not advised:
            words = _("Het plan is bijgesteld op {dag}, na de evaluatie.")
        yield Found(rule, Stand.OP_ORDE, words.format(dag=written(revised)), gedaan_op=revised)


def _evaluations(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    """Yield the late evaluations one by one, and whether the next one is there in time."""
    rule = "evaluaties"
    held = [row for row in evaluation_rows(facts) if row.gedaan_op is not None]
    for row in held:
        if row.gedaan_op is not None and row.status is Status.TE_LAAT_GEDAAN:
            yield Found(
                "evaluatie_te_laat",
                Stand.TE_LAAT,
                late_words(row.uiterlijk, row.gedaan_op),
                row.uiterlijk,
                row.gedaan_op,
                part=row.gedaan_op.isoformat(),
                titel=ngettext(
                    "Evaluatie was {n} dag te laat", "Evaluatie was {n} dagen te laat", row.dagen_te_laat
                ).format(n=row.dagen_te_laat),
            )
    last = held[-1].gedaan_op if held else None
    following = next((row for row in evaluation_rows(facts) if row.gedaan_op is None), None)
    if not facts.has_steps:
        yield not_for_this_employee(rule)
    elif following is not None and following.waits:
        yield no_work(rule)
    elif following is None or following.status is Status.VERVALT:
        yield _all_held(rule, last) if last else Found(rule, Stand.NIET_NODIG, _("Er komt geen evaluatie meer."))
    elif following.status is Status.NOG_NIET and last is not None:
        words = _("De vorige was op {dag}. De volgende: {volgende}").format(
            dag=written(last), volgende=_lower(both_days(following.streefdatum, following.uiterlijk, facts.today))
        )
        yield Found(rule, Stand.OP_ORDE, words, following.uiterlijk, last)
    else:
        opened = STANDS[following.status] is Stand.BINNENKORT
        found = by_dates(rule, following.uiterlijk, None, today=facts.today, opened=opened, aim=following.streefdatum)
        yield Found(rule, found.stand, found.bevinding, following.uiterlijk, last)


def _lower(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"


def _all_held(rule: str, last: date) -> Found:
    words = _("Alle evaluaties zijn geweest, de laatste op {dag}.").format(dag=written(last))
    return Found(rule, Stand.OP_ORDE, words, gedaan_op=last)


def _first_year(facts: CheckFacts, _law: Law) -> Iterator[Found]:
    """Yield the evaluation after a year; one before its window says nothing about the second year."""
    rule, step = "eerstejaarsevaluatie", facts.step("eerstejaarsevaluatie")
    found = by_step(facts, rule)
    if step is None or step.gedaan_op is None or step.venster_van is None:
        yield found
        return
    days = sorted({step.gedaan_op, *(talk.day for talk in facts.gesprekken if talk.eerstejaars)})
    done = next((day for day in days if day >= step.venster_van), None)
    if done is not None:
        yield by_dates(rule, step.uiterlijk, done, today=facts.today, opened=True)
        return
    words = _("Jullie keken op {dag} terug. Doe dat ook vanaf {van}. {dagen}").format(
        dag=written(days[-1]),
        van=written(step.venster_van),
        dagen=both_days(step.streefdatum, step.uiterlijk, facts.today),
    )
    if facts.today > step.uiterlijk:
        stand = Stand.TE_LAAT
        words = _("Jullie keken op {dag} terug, en niet meer aan het einde van het eerste jaar.").format(
            dag=written(days[-1])
        )
    else:
        stand = Stand.BINNENKORT if facts.today >= step.venster_van else Stand.KOMT_NOG
    yield Found(rule, stand, words, step.uiterlijk, days[-1])


def _second_track(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule = "spoor2_start"
    found = by_step(facts, rule)
    if found.gedaan_op is not None or found.stand is Stand.NIET_NODIG:
        yield found
        return
    if RESULTAAT in facts.gedaan:
        yield _result_is_enough(rule)
        return
    if facts.no_work_now:
        yield no_work(rule)
        return
    reason = facts.motiveringen.get(rule)
    if reason is None:
        yield Found(rule, found.stand, found.bevinding, found.uiterlijk, waivable=True)
        return
    days = law.on(facts.clock.eerste_ziektedag).days("spoor2_uitzondering_opnieuw")
    # The prospect is looked at again so long after the evaluation; a newer reason holds as long from its own day.
    again = plus(facts.done("eerstejaarsevaluatie") or reason.datum, days)
    if reason.datum > again:
        again = plus(reason.datum, days)
    if facts.today > again:
        words = _("De reden van {dag} is te oud. Kijk opnieuw, en begin of schrijf een nieuwe reden op.").format(
            dag=written(reason.datum)
        )
        yield Found(rule, Stand.ONTBREEKT, words, again, waivable=True)
    else:
        words = _("Jullie schreven op {dag} op waarom spoor 2 nu niet nodig is.").format(dag=written(reason.datum))
        yield Found(rule, Stand.NIET_NODIG, words, again, waivable=True)


def _doctor(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule, step = "contact_bedrijfsarts", facts.step("probleemanalyse")
    if step is None:
        yield not_for_this_employee(rule)
        return
    judged = facts.done("actueel_oordeel")
    days = [*(advice.day for advice in facts.adviezen), *facts.spreekuren, *([judged] if judged else [])]
    heard = [day for day in days if day <= facts.today]
    if not heard:
        if step.status is Status.VERVALT:
            yield lapsed(rule, step)
        else:
            yield Found(rule, Stand.KOMT_NOG, _("Eerst komt de probleemanalyse."))
        return
    last = max(heard)
    due = plus(last, law.on(facts.clock.eerste_ziektedag).days("contact_bedrijfsarts_ritme"))
    agreed = facts.adviezen[-1].volgend_spreekuur if facts.adviezen else None
    yield _kept_up(rule, facts, last, max(due, agreed) if agreed else due)


def _kept_up(rule: str, facts: CheckFacts, last: date, due: date) -> Found:
    """Return whether something that goes on is up to date on the day that counts."""
    if facts.horizon > due:
        words = _("De laatste keer was op {dag}. De volgende hoorde uiterlijk {volgende}.").format(
            dag=written(last), volgende=written(due)
        )
        return Found(rule, Stand.ONTBREEKT, words, due, last)
    words = _("De laatste keer was op {dag}.").format(dag=written(last))
    return Found(rule, Stand.OP_ORDE, words, due if facts.horizon == facts.today else None, last)


def _contact(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule = "contact_werknemer"
    if not facts.has_steps:
        yield not_for_this_employee(rule)
        return
    days = law.on(facts.clock.eerste_ziektedag).days("toets_contact_ritme")
    noted = [day for day in (*facts.contacten, *(talk.day for talk in facts.gesprekken)) if day <= facts.today]
    if noted:
        yield _kept_up(rule, facts, max(noted), plus(max(noted), days))
        return
    due = plus(facts.clock.eerste_ziektedag, days)
    stand = Stand.ONTBREEKT if facts.horizon > due else Stand.BINNENKORT
    yield Found(rule, stand, _("Er staat nog geen contact in het dossier."), due)


def _hours(facts: CheckFacts, law: Law) -> Iterator[Found]:
    rule = "gewerkte_uren"
    if not facts.has_steps:
        yield not_for_this_employee(rule)
        return
    known = [day for day in (facts.uren.bijgewerkt_tot, facts.gedaan.get(rule)) if day is not None]
    until = max(known, default=None)
    start = facts.uren.gepland_vanaf or (facts.plannen[0].day if facts.plannen else None)
    grace = law.on(facts.clock.eerste_ziektedag).days("toets_weekstaat_bijwerken")
    if until is not None:
        due = plus(until, grace)
        if facts.horizon > due and not facts.no_work_now:
            words = _("De uren zijn opgeschreven tot en met {dag}.").format(dag=written(until))
            yield Found(rule, Stand.ONTBREEKT, words, due, until)
        else:
            words = _("De uren zijn bij tot en met {dag}.").format(dag=written(until))
            yield Found(rule, Stand.OP_ORDE, words, due if facts.horizon == facts.today else None, until)
    elif facts.no_work_now:
        yield no_work(rule)
    elif start is None:
        yield Found(rule, Stand.KOMT_NOG, _("Zodra er weer gewerkt wordt, schrijf je elke week de uren op."))
    else:
        due = plus(start, DAYS_IN_WEEK + grace)
        stand = Stand.ONTBREEKT if facts.horizon > due else Stand.BINNENKORT
        early = facts.today < start
        words = _("Het werk begint op {dag}.") if early else _("Er is gewerkt vanaf {dag}, en er staan nog geen uren.")
        yield Found(rule, Stand.KOMT_NOG if early else stand, words.format(dag=written(start)), due)


EFFORT_CHECKS: Final[dict[str, Check]] = {
    RESULTAAT: _result,
    "spoor1_onderzoek": _first_track,
    "plan_van_aanpak": _plan,
    "bijstelling_plan": _revisions,
    "evaluaties": _evaluations,
    "eerstejaarsevaluatie": _first_year,
    "spoor2_start": _second_track,
    "contact_bedrijfsarts": _doctor,
    "contact_werknemer": _contact,
    "gewerkte_uren": _hours,
}
"""The finding of each point; late evaluations and late revisions come with the point they belong to."""
