"""What a talk starts with, and what is checked in its report."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from reintegratie_desktop.forms.advice import advice_on_hours, advice_on_work, not_more_than, rows
from reintegratie_desktop.forms.buildup import (
    hours_of,
    is_behind,
    is_past_start,
    phases_of,
    plain,
    real_day,
    worked_weeks,
)
from reintegratie_desktop.forms.compare import same_name
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.plan_now import WHO_AND_WHEN, Plan, plan_now
from reintegratie_desktop.forms.rules import not_in_future
from reintegratie_desktop.forms.talk_guides import agenda_for
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _

FIRST_WEEK: Final = "weekcontact"
CHECK_IN: Final = "tweewekelijkse_check_in"
RETURN: Final = "re_integratiegesprek_voor_terugkeer"
STALLS: Final = "terugvalgesprek"
AFTERCARE: Final = "nazorg"

NOT_KEPT: Final = ("nee", "deels")
_JUST_SAID: Final = timedelta(weeks=1)
"""What an evaluation said of an agreement is not asked again in a talk within this time. Our own choice, no term."""


# --- what a talk starts with ----------------------------------------------------------------------------------------


def first_name(context: Context) -> str:
    """Return how the employee is called in a talk; empty when no name is known."""
    return str(context.get("werknemer", "roepnaam") or context.get("werknemer", "achternaam", ""))


def suggested_kind(context: Context) -> str:
    """Return the kind of talk that fits the case now. It is only a start: the user chooses."""
    if context.papers.get("nazorgplan"):
        return AFTERCARE
    if context.get("zaak", "ziekteweek") == "1":
        return FIRST_WEEK
    schedule = context.papers.get("opbouwschema", {})
    if is_behind(schedule):
        return STALLS
    advice = advice_on_work(context)
    held = any(talk.get("soort") == RETURN for talk in context.history.get("gesprek", ()))
    if advice is not None and advice.allows_work and not worked_weeks(schedule) and not held:
        return RETURN
    return CHECK_IN


def suggested_agenda(context: Context) -> list[str]:
    """Return the points for the suggested kind."""
    return agenda_for(suggested_kind(context), first_name(context))


def choose_kind(answers: Answers, kind: str, context: Context) -> dict[str, Any]:
    """Return what changes when another kind is chosen: the agenda follows as long as nobody changed it."""
    name = first_name(context)
    agenda = answers.get("agenda")
    untouched = not is_filled(agenda) or agenda == agenda_for(str(answers.get("soort")), name)
    return {"soort": kind, "agenda": agenda_for(kind, name)} if untouched else {"soort": kind}


def present(context: Context) -> list[dict[str, str]] | None:
    """Return who is there: the employee and the supervisor, as far as their names are known."""
    employee = " ".join(
        str(part)
        for key in ("roepnaam", "voorvoegsel", "achternaam")
        if (part := context.get("werknemer", key)) is not None
    )
    found = [
        {"naam": name, "rol": role}
        for name, role in ((employee, "werknemer"), (supervisor(context), "leidinggevende"))
        if name
    ]
    return found or None


def supervisor(context: Context) -> str:
    """Return the name of the supervisor; of the employer's contact when there is none."""
    for form, key in (("werknemer", "leidinggevende"), ("werkgever", "contact")):
        person = context.get(form, key)
        if isinstance(person, dict) and person.get("naam"):
            return str(person["naam"])
    return ""


def open_agreements(context: Context) -> list[dict[str, Any]] | None:
    """Return the agreements that are still open: of the last talk, and of the plan of approach."""
    talks = context.history.get("gesprek", ())
    last: Answers = talks[-1] if talks else {}
    plan, day = plan_now(context), as_day(last.get("datum"))
    # What was agreed for the plan before the plan was made or adjusted stands in the plan by now.
    in_plan = plan.day is not None and day is not None and day <= plan.day
    of_talk = [row for row in rows(last.get("afspraken_nieuw")) if not (in_plan and row.get("hoort_bij_plan") is True)]
    texts = [_agreement(row.get("wat"), row.get("wie"), row.get("wanneer")) for row in of_talk]
    texts += [
        str(row.get("afspraak") or "") for row in rows(last.get("afspraken_oud")) if row.get("nagekomen") in NOT_KEPT
    ]
    texts += [
        _agreement(row.get("a_activiteit"), row.get("a_wie"), row.get("a_gereed"))
        for row in plan.running
        if not _begins_later(row, context.today)
    ]
    said = _just_said(plan, day, context.today)
    found = [{"afspraak": text} for text in dict.fromkeys(texts) if text and _bare(text) not in said]
    return found or None


def _bare(text: str) -> str:
    """Return an agreement as one compares it, without who does it and by when."""
    return same_name(WHO_AND_WHEN.sub("", text))


def _just_said(plan: Plan, last_talk: date | None, today: date) -> set[str]:
    """Return the agreements of which an evaluation said this week what came of them, and no talk since."""
    return {
        name
        for name, outcome in plan.outcomes.items()
        if outcome.day is not None
        and timedelta(0) <= today - outcome.day < _JUST_SAID
        and (last_talk is None or last_talk <= outcome.day)
    }


def without_settled(answers: Answers, context: Context) -> dict[str, Any]:
    """Return what changes in a draft of a talk: earlier agreements that another paper answered since go away.

    Only rows nobody answered go; what was said about an agreement stays.
    """
    listed = answers.get("afspraken_oud")
    if not isinstance(listed, list):
        return {}
    asked, day = {row["afspraak"] for row in open_agreements(context) or ()}, as_day(answers.get("datum"))
    told = plan_now(context).outcomes.items()
    settled = {name for name, outcome in told if outcome.day and (day is None or outcome.day <= day)}
    kept = [
        row
        for row in listed
        if not (isinstance(row, dict) and set(row) <= {"afspraak"})
        or row.get("afspraak") in asked
        or _bare(str(row.get("afspraak") or "")) not in settled
    ]
    return {} if len(kept) == len(listed) else {"afspraken_oud": kept}


def _begins_later(row: Answers, today: date) -> bool:
    start = as_day(row.get("a_start"))
    return start is not None and start > today


def _agreement(what: object, who: object, when: object) -> str:
    if not what:
        return ""
    day = as_day(when)
    behind = [str(who)] if who else []
    behind += [day_numeric(day)] if day else []
    return f"{what} ({', '.join(behind)})" if behind else str(what)


def agreed_moment(context: Context) -> str | None:
    """Return when the next talk was agreed to be: in the newest talk, or before the first one in the sick call."""
    talks = context.history.get("gesprek", ())
    if talks:
        moment = str(talks[-1].get("volgende") or "")
        return moment if as_day(moment) is not None else None
    day = context.day("ziekmelding", "contact_datum")
    return f"{day.isoformat()}T{context.get('ziekmelding', 'contact_tijd', '')}" if day is not None else None


def schedule_state(context: Context) -> str | None:
    """Return whether the build-up is on schedule, from the newest week whose hours are known.

    None when hours are planned by now and none are known: the program does not know then.
    """
    schedule = context.papers.get("opbouwschema", {})
    weeks = worked_weeks(schedule)
    if not weeks:
        started = any(phase.start is not None and phase.start <= context.today for phase in phases_of(schedule))
        return None if started else "nog_geen_opbouw"
    newest = weeks[-1]
    if newest.worked == newest.planned or newest.leave:
        return "op"
    return "achter" if newest.worked < newest.planned else "voor"


def week_hours(answers: Answers, _context: Context) -> str | None:
    """Return the hours of a week in the coming period."""
    return plain(hours_of(answers))


def has_open_agreements(answers: Answers, context: Context) -> bool:
    """Tell whether there are earlier agreements to look back on."""
    return is_filled(answers.get("afspraken_oud")) or open_agreements(context) is not None


# --- checks ---------------------------------------------------------------------------------------------------------


def one_answer_on_agreements(answers: Answers, _context: Context) -> Iterator[Finding]:
    """There are new agreements, or it is said that there are none; not both."""
    if answers.get("geen_afspraken") is True and is_filled(answers.get("afspraken_nieuw")):
        sentence = _("Je vinkte aan: geen nieuwe afspraken. Er staan er wel. Haal het vinkje of de afspraken weg.")
        yield Finding(Level.BLOCK, "geen_afspraken", sentence)


def after_the_talk(answers: Answers, context: Context) -> Iterator[Finding]:
    """The report is made after the talk, and what follows on it lies behind it."""
    moment = str(answers.get("datum") or "")
    day = as_day(moment)
    if day is None:
        return
    if day > context.today:
        sentence = _("Dit gesprek is pas op {dag}. Het verslag maak je daarna.").format(dag=day_numeric(day))
        yield Finding(Level.BLOCK, "werk_nu", sentence)
    following = str(answers.get("volgende") or "")
    if as_day(following) is not None and following <= moment:
        yield Finding(Level.BLOCK, "volgende", _("De volgende afspraak ligt voor dit gesprek. Kies een latere dag."))
    for key in ("verzonden", "gezien"):
        other = as_day(answers.get(key))
        if other is not None and other < day:
            yield Finding(Level.BLOCK, key, _("Deze dag ligt voor het gesprek."))
    shared = as_day(answers.get("gedeeld"))
    if shared is not None and shared > day:
        yield Finding(Level.WARN, "gedeeld", _("Deze dag ligt na het gesprek. Klopt dat?"))


def may_always_call(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The employee may always call earlier: it costs nothing, and it keeps the contact open."""
    if answers.get("eerder") is False:
        yield Finding(Level.WARN, "eerder", _("Spreek dit alsnog af. Eerder bellen mag altijd."))


def coming_hours_fit(answers: Answers, context: Context) -> Iterator[Finding]:
    """The hours of the coming period stay inside the advice; the schedule is where it is really decided."""
    advice = advice_on_hours(context)
    value = answers.get("taken_dagen_uren")
    for index, row in enumerate(value if isinstance(value, list) else ()):
        hours, day = (hours_of(row), real_day(row.get("week"))) if isinstance(row, dict) else (None, None)
        most = advice.highest(day, day) if advice is not None and day is not None else None
        if advice is not None and is_past_start(advice, day, context):
            continue
        if advice is not None and hours is not None and most is not None and hours > most:
            place = f"taken_dagen_uren[{index}].uren_dag"
            yield Finding(Level.WARN, place, not_more_than(most, advice, context.today))


RULES: Final[tuple[Rule, ...]] = (
    not_in_future("gezien", N_("Vul dit pas in als het zover is.")),
    after_the_talk,
    one_answer_on_agreements,
    may_always_call,
    coming_hours_fit,
)
"""All checks of the form `gesprek`."""
