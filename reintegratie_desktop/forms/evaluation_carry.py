"""What an evaluation starts with: every agreement of the plan as it stands, the hours, and the newest advice."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from reintegratie_desktop.forms import buildup
from reintegratie_desktop.forms.advice import advices
from reintegratie_desktop.forms.conditions import Every, Fact, Is, Known
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Choice, Many
from reintegratie_desktop.forms.flow import Step
from reintegratie_desktop.forms.plan_columns import party_label
from reintegratie_desktop.forms.plan_now import EVALUATION, TALK, Plan, plan_now
from reintegratie_desktop.forms.plan_steps_agreements import EVALUATION as EVALUATION_OF_PLAN
from reintegratie_desktop.forms.plan_steps_agreements import SUPPORT
from reintegratie_desktop.forms.rules import law_days, rows_of
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.i18n import _

PERIODIC: Final = "periodiek"
OF_YEAR: Final = "eerstejaarsevaluatie"
IS_OF_YEAR: Final = Is("soort", OF_YEAR)
EVALUATING_TALKS: Final = ("zesweken_evaluatie", OF_YEAR)
STARTS: Final = "start_nu"
RUNS: Final = "loopt_al"
NOT_NOW: Final = "nu_niet"
PROSPECT: Final = "uitzicht_op_structurele_hervatting_binnen_3_maanden"
OTHER: Final = "anders"
HAS_SCHEDULE: Final = Known("opbouwschema", "fasen")
PROSPECT_NAMED: Final = Every(IS_OF_YEAR, Is("mogelijkheden_intern", "ja"))


def choices_of(step: Step, key: str) -> dict[str, str]:
    """Return the labels of a choice of another form, untranslated, by value."""
    field = next(field for field in step.fields if field.key == key)
    assert isinstance(field, Choice | Many)
    return {option.value: option.label for option in field.options}


_SUPPORT: Final = choices_of(SUPPORT, "rol_leidinggevende")
_RHYTHMS: Final = choices_of(EVALUATION_OF_PLAN, "evaluatie_ritme")


def plan_before(answers: Answers, context: Context) -> Plan:
    """Return the plan as it stood before this evaluation."""
    return plan_now(context, until=as_day(answers.get("datum")), form=EVALUATION)


# --- what it starts with --------------------------------------------------------------------------------------------


def suggested_kind(context: Context) -> str:
    """Return which evaluation fits now: that of the first year from the week in which it can be held."""
    start, days = buildup.clock_start(context), law_days("eerstejaarsevaluatie_venster", context.today)
    held = any(one.get("soort") == OF_YEAR for form in (EVALUATION, TALK) for one in context.history.get(form, ()))
    if start is None or days is None or held or (context.today - start).days < days:
        return PERIODIC
    return OF_YEAR


def rows_to_look_at(context: Context) -> list[dict[str, str]] | None:
    """Return every agreement that runs, to say what came of it."""
    found = [
        {
            "activiteit": str(row["a_activiteit"]),
            "doel": str(row.get("a_doel") or ""),
            "wie": _(party_label(row.get("a_wie"))) if row.get("a_wie") else "",
            "gereed": str(row.get("a_gereed") or ""),
        }
        for row in plan_now(context).running
        if not _is_later(row, context.today)
    ]
    return found or None


def _is_later(row: Mapping[str, Any], today: date) -> bool:
    start = as_day(row.get("a_start"))
    return start is not None and start > today


def tasks_of_supervisor(context: Context) -> list[dict[str, str]] | None:
    """Return what the supervisor would do according to the plan; its agreements stand in the table above already."""
    told = plan_now(context).answers.get("rol_leidinggevende")
    found = [{"actie": _(_SUPPORT.get(item, str(item)))} for item in told] if isinstance(told, list) else []
    return found or None


def newest_advice_day(answers: Answers, context: Context) -> str | None:
    """Return the date of the newest advice on the day of this evaluation."""
    until = as_day(answers.get("datum"))
    days = [advice.day for advice in advices(context) if advice.day is not None]
    newest = max((day for day in days if until is None or day <= until), default=None)
    return newest.isoformat() if newest else None


def hours_now(context: Context) -> str | None:
    """Return the hours a week that are worked now: of the newest week that is filled in, else as planned this week."""
    schedule = context.papers.get("opbouwschema", {})
    weeks = buildup.worked_weeks(schedule)
    if weeks:
        return buildup.plain(weeks[-1].worked)
    phases = buildup.phases_of(schedule)
    return buildup.plain(buildup.planned_in_week(phases, context.today)) if phases else None


def chart_now(answers: Answers, context: Context) -> dict[str, Any]:
    """Return the agreed and worked hours as a `chart_hours` answer: of the weeks since the evaluation before this one.

    At the end of the first year, before the first evaluation, and where nothing was planned since, the whole schedule.
    """
    full = buildup.chart_of(context.papers.get("opbouwschema", {}), context)
    day = as_day(answers.get("datum"))
    before = evaluated(context, day or context.today)
    full["evaluations"] = shown_in(full, [*before, *([day] if day is not None else [])])
    since = before[-1] if before else None
    if answers.get("soort") == OF_YEAR or day is None or since is None:
        return full
    first, last = buildup.monday_before(since), buildup.monday_before(day) + buildup.ONE_WEEK - buildup.ONE_DAY
    part = {
        "phases": _inside(full["phases"], first, last),
        "ceilings": _inside(full["ceilings"], first, last),
        "planned": _weeks_inside(full["planned"], first, last),
        "worked": _weeks_inside(full["worked"], first, last),
        "evaluations": [one for one in full["evaluations"] if first.isoformat() <= one <= last.isoformat()],
    }
    return {**full, **part} if part["phases"] else full


def evaluated(context: Context, until: date) -> list[date]:
    """Return the days before a day on which there was an evaluation, on paper or as a talk."""
    days = [as_day(one.get("datum")) for one in context.history.get(EVALUATION, ())]
    days += [as_day(one.get("datum")) for one in context.history.get(TALK, ()) if one.get("soort") in EVALUATING_TALKS]
    return sorted({day for day in days if day is not None and day < until})


def shown_in(chart: dict[str, Any], days: list[date]) -> list[str]:
    """Return the days that lie in the weeks of a `chart_hours` answer, so that no week is drawn for a mark alone."""
    weeks = [date.fromisoformat(row["week"]) for row in (*chart["planned"], *chart["worked"])]
    if not weeks:
        return []
    first, last = min(weeks), max(weeks) + buildup.ONE_WEEK - buildup.ONE_DAY
    return [day.isoformat() for day in days if first <= day <= last]


def _inside(spans: list[dict[str, Any]], first: date, last: date) -> list[dict[str, Any]]:
    """Return the parts of spans of days that lie in a period."""
    low, high = first.isoformat(), last.isoformat()
    cut = ({**span, "van": max(span["van"], low), "tot": min(span["tot"], high)} for span in spans)
    return [span for span in cut if span["van"] <= span["tot"]]


def _weeks_inside(weeks: list[dict[str, Any]], first: date, last: date) -> list[dict[str, Any]]:
    return [week for week in weeks if first.isoformat() <= week["week"] <= last.isoformat()]


def next_day(context: Context) -> str | None:
    """Return when the next evaluation is by the rhythm of the plan: on a working day, never later than that rhythm."""
    rhythm = str(plan_now(context).answers.get("evaluatie_ritme") or "")
    weeks = rhythm.partition("_")[0]
    if rhythm not in _RHYTHMS or not weeks.isdigit():
        return None
    day = context.today + timedelta(weeks=int(weeks))
    return load_law().calendar.last_working_day_on_or_before(day).isoformat()


def has_agreements(answers: Answers, context: Context) -> bool:
    """Tell whether there are agreements to look back on."""
    return is_filled(answers.get("activiteiten")) or bool(plan_before(answers, context).running)


HAS_AGREEMENTS: Final = Fact("er_lopen_afspraken", has_agreements)


# --- what follows from the answers ----------------------------------------------------------------------------------


def why_adjust(answers: Answers) -> str:
    """Return what in the answers asks for an adjustment of the plan, as a sentence; empty when nothing does."""
    if answers.get("einddoel") == "nee_wordt":
        return _("Ja, want het einddoel wordt anders.")
    if answers.get("soort") == OF_YEAR and answers.get("spoor2_besluit") == STARTS:
        return _("Ja, want spoor 2 start nu.")
    if any(row.get("uitgevoerd") == "gewijzigd" for row in rows_of(answers, "activiteiten")):
        return _("Ja, want een afspraak is anders gedaan dan in het plan staat.")
    return _("Ja, want het doel van deze periode is niet gehaald.") if answers.get("doel_gehaald") == "nee" else ""


def not_as_agreed(answers: Answers) -> bool:
    """Tell whether something was not done, or only in part: whether the plan still fits, only people can say."""
    looked_at = [row.get("uitgevoerd") for row in rows_of(answers, "activiteiten")]
    return any(done in ("nee", "deels") for done in (*looked_at, answers.get("doel_gehaald")))


def needs_adjustment(answers: Answers, _context: Context) -> bool | None:
    """Return whether the plan has to be adjusted; None while nothing is answered yet, or where people have to choose.

    A new agreement alone asks for no adjustment: it stands in this evaluation, and from then on in the plan as it is.
    """
    if not is_filled(answers.get("doel_gehaald")):
        return None
    if why_adjust(answers):
        return True
    return None if not_as_agreed(answers) else False


def days_after(answers: Answers, name: str, context: Context) -> date | None:
    """Return the day of this evaluation plus a number of days of the law."""
    day, days = as_day(answers.get("datum")), law_days(name, context.day("zaak", "eerste_ziektedag") or context.today)
    if day is None or days is None or (date.max - day).days < days:
        return None
    return day + timedelta(days=days)


def look_again(answers: Answers, context: Context) -> str | None:
    """Return by when to look again whether spoor 2 has to start after all; None when it was not put off."""
    if answers.get("spoor2_besluit") != NOT_NOW:
        return None
    day = days_after(answers, "spoor2_uitzondering_opnieuw", context)
    return day.isoformat() if day else None


def spoor2_to_review(context: Context) -> date | None:
    """Return the day on which a decision against spoor 2 is looked at again; None when nothing waits.

    The decision of the newest evaluation of the first year counts, until spoor 2 starts.
    """
    held = [one for one in context.history.get(EVALUATION, ()) if one.get("soort") == OF_YEAR]
    newest = held[-1] if held else {}
    started = bool(context.history.get("spoor2_start"))
    return as_day(newest.get("spoor2_opnieuw")) if newest.get("spoor2_besluit") == NOT_NOW and not started else None
