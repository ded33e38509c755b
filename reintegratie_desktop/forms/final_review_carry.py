"""What the final review starts with: the state of the work, what was done in both tracks, and what came of the plan."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms import buildup
from reintegratie_desktop.forms.advice import advices, rows
from reintegratie_desktop.forms.answer_words import answer_words
from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.forms.plan_columns import party_label
from reintegratie_desktop.forms.plan_now import DROPPED, EVALUATION, READY, plan_now
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import _, ngettext

JUDGEMENT: Final = "actueel_oordeel"
FIRST_TRACK: Final = "spoor1_onderzoek"
EXPERT: Final = "arbeidsdeskundig_onderzoek"
SECOND_TRACK: Final = "spoor2_start"
REPORTS: Final = "voortgangsrapportage"
PLACES: Final = "werkervaringsplaats"

WORKS: Final = Is("werkt", "ja")


def judgement_day(_answers: Answers, context: Context) -> str | None:
    """Return the date of the actueel oordeel: of the paper, else the day it was ticked off."""
    day = context.day(JUDGEMENT, "datum") or _noted(context, JUDGEMENT)
    return day.isoformat() if day else None


def _noted(context: Context, step: str) -> date | None:
    facts = context.get("zaak", "feiten")
    done = facts.get("gedaan") if isinstance(facts, dict) else None
    return as_day(done.get(step)) if isinstance(done, dict) else None


# --- the state of the work ------------------------------------------------------------------------------------------


def hours_now(context: Context) -> str | None:
    """Return the hours a week that are worked now: of the newest week, else of the newest evaluation."""
    weeks = buildup.worked_weeks(context.papers.get("opbouwschema", {}))
    return buildup.plain(weeks[-1].worked) if weeks else _of_evaluation(context, "uren_nu")


def works_now(context: Context) -> str | None:
    """Return whether the employee works, as far as the papers say so."""
    hours = as_decimal(hours_now(context))
    return None if hours is None else "ja" if hours > 0 else "nee"


def work_now(context: Context) -> str | None:
    """Return the kind of work of the newest evaluation."""
    kind = _of_evaluation(context, "werk_nu")
    return kind if kind != "nog_niet" else None


def _of_evaluation(context: Context, key: str) -> str | None:
    value = context.get(EVALUATION, key)
    return str(value) if value is not None else None


# --- what was done --------------------------------------------------------------------------------------------------


def first_track(_answers: Answers, context: Context) -> str | None:
    """Return in sentences what was done for work at the own employer; None when no paper tells anything."""
    return "\n".join(_sentences_first(context)) or None


def _sentences_first(context: Context) -> list[str]:
    plan, found = plan_now(context), []
    first = min((day for one in advices(context) if (day := one.day) is not None), default=None)
    if first is not None:
        count = len({one.day for one in advices(context)})
        found.append(
            ngettext(
                "{n} advies van de bedrijfsarts, vanaf {dag}.", "{n} adviezen van de bedrijfsarts, vanaf {dag}.", count
            ).format(n=count, dag=day_numeric(first))
        )
    made = [as_day(one.get("opgesteld_op")) for one in context.history.get("plan_van_aanpak", ())]
    days = [day for day in made if day is not None]
    if days:
        words = _("Plan van aanpak van {dag}.")
        if plan.adjustments:
            words = ngettext(
                "Plan van aanpak van {dag}, {n} keer bijgesteld.",
                "Plan van aanpak van {dag}, {n} keer bijgesteld.",
                plan.adjustments,
            )
        found.append(words.format(dag=day_numeric(min(days)), n=plan.adjustments))
    evaluations = {str(one.get("datum")) for one in context.history.get(EVALUATION, ()) if one.get("datum")}
    if evaluations:
        count = len(evaluations)
        found.append(ngettext("{n} keer geëvalueerd.", "{n} keer geëvalueerd.", count).format(n=count))
    found += _hours_worked(context)
    if FIRST_TRACK in context.papers:
        found += _told(context, FIRST_TRACK, _("Onderzoek passend werk in het bedrijf van {dag}."), "datum")
        found += _answer_of(context, FIRST_TRACK, "conclusie", _("Conclusie: {antwoord}."))
        found += _answer_of(context, FIRST_TRACK, "onderbouwing", "{antwoord}.")
    found += _told(context, EXPERT, _("Rapport van de arbeidsdeskundige van {dag}."), "rapport")
    return found


def _hours_worked(context: Context) -> list[str]:
    weeks = buildup.worked_weeks(context.papers.get("opbouwschema", {}))
    worked = [week for week in weeks if week.worked > 0]
    if not worked:
        return []
    most = max(week.worked for week in worked)
    total = sum((week.worked for week in worked), Decimal(0))
    words = ngettext(
        "{n} week gewerkt, samen {totaal} uur, hoogstens {meest} uur per week.",
        "{n} weken gewerkt, samen {totaal} uur, hoogstens {meest} uur per week.",
        len(worked),
    )
    return [words.format(n=len(worked), totaal=number(total), meest=number(most))]


def second_track(_answers: Answers, context: Context) -> str | None:
    """Return in sentences what was done for work at another employer; None when no paper tells anything."""
    found: list[str] = []
    if SECOND_TRACK in context.papers:
        found += _told(context, SECOND_TRACK, _("Spoor 2 gestart op {dag}."), "van")
        found += _answer_of(context, SECOND_TRACK, "bureau", _("Re-integratiebureau: {antwoord}."))
    reports = context.history.get(REPORTS, ())
    if reports:
        said = _("{n} voortgangsrapportages ontvangen.") if len(reports) > 1 else _("1 voortgangsrapportage ontvangen.")
        found.append(said.format(n=len(reports)))
        found += _counts(reports)
    for place in context.history.get(PLACES, ()):
        start, host = as_day(place.get("van")), place.get("gastbedrijf")
        if start is not None and host:
            words = _("Werkervaring bij {bedrijf}, vanaf {dag}.")
            found.append(words.format(bedrijf=host, dag=day_numeric(start)))
    return "\n".join(found) or None


def _counts(reports: tuple[Answers, ...]) -> list[str]:
    """Return how many applications and contacts the reports name, where they are counts or rows."""
    found = []
    for key, words in (("sollicitaties", _("Sollicitaties: {n}.")), ("netwerk", _("Contacten in het netwerk: {n}."))):
        value = reports[-1].get(key)
        count = sum(len(list(rows(one.get(key)))) for one in reports) if isinstance(value, list) else value
        if is_filled(count) and count != 0:
            found.append(words.format(n=count))
    return found


def _told(context: Context, form: str, words: str, key: str) -> list[str]:
    day = context.day(form, key)
    return [words.format(dag=day_numeric(day))] if day is not None else []


def _answer_of(context: Context, form: str, key: str, words: str) -> list[str]:
    """Return a sentence with an answer of another paper, as that paper calls it."""
    value = context.get(form, key)
    said = answer_words(flow(form).field(key), value) if form in KEYS else str(value or "")
    return [words.format(antwoord=said.strip().rstrip("."))] if said else []


def had_second_track(_answers: Answers, context: Context) -> bool | None:
    """Return whether spoor 2 was started, as far as the papers and the ticks say so; None when they are silent."""
    started = context.get(SECOND_TRACK, "van") or context.get(SECOND_TRACK, "datum_besluit")
    decided = [one.get("spoor2_besluit") for one in context.history.get(EVALUATION, ()) if one.get("spoor2_besluit")]
    if started or _noted(context, SECOND_TRACK) is not None or context.history.get(REPORTS):
        return True
    return decided[-1] in ("start_nu", "loopt_al") if decided else None


# --- what came of the plan ------------------------------------------------------------------------------------------


def kept_agreements(context: Context) -> list[dict[str, Any]] | None:
    """Return every agreement the plan ever had, with what the papers say came of it."""
    plan, found = plan_now(context), []
    for row in plan.agreements:
        outcome = plan.outcome(row)
        kept = {READY: "ja", DROPPED: "vervallen"}.get(str(row["a_status"]), outcome.done if outcome else "")
        found.append(
            {
                "afspraak": str(row["a_activiteit"]),
                "wie": _(party_label(row.get("a_wie"))) if row.get("a_wie") else "",
                "nagekomen": "deels" if kept == "gewijzigd" else kept,
                "toelichting": str(row.get("a_reden") or "") or (outcome.result if outcome else ""),
            }
        )
    return found or None


def _never_work(_answers: Answers, context: Context) -> bool:
    found = advices(context)
    return bool(found) and not any(advice.allows_work for advice in found)


NEVER_WORK: Final = Fact("er_was_nooit_werk_mogelijk", _never_work)
"""The bedrijfsarts never saw work that could be done: then there is no plan to review."""
