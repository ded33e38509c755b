"""What an adjustment of the plan starts with: the plan as it stands, and what talks and evaluations agreed for it."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from reintegratie_desktop.forms.advice import advices
from reintegratie_desktop.forms.buildup import phases_of, planned_in_week
from reintegratie_desktop.forms.compare import Change, compare, in_words, same_name
from reintegratie_desktop.forms.conditions import Fact
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.evaluation_carry import EVALUATING_TALKS
from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.forms.plan_columns import party_label
from reintegratie_desktop.forms.plan_now import (
    ADJUSTMENT,
    EVALUATION,
    LISTS,
    READY,
    STAYS,
    TALK,
    Plan,
    after_adjustment,
    plan_now,
    ready_since,
    waiting_for_plan,
)
from reintegratie_desktop.text.i18n import _


def plan_before(answers: Answers, context: Context) -> Plan:
    """Return the plan as it stood before this adjustment."""
    return plan_now(context, until=as_day(answers.get("datum")), form=ADJUSTMENT)


def as_in_plan(key: str) -> Callable[[Any, Context], Any]:
    """Make a conversion: the answer as the plan has it now, whatever paper changed it last."""

    def convert(_value: Any, context: Context) -> Any:  # noqa: ANN401 - a JSON value
        return plan_now(context).answers.get(key)

    return convert


def running_rows(context: Context) -> list[dict[str, str]] | None:
    """Return what runs, to say of each agreement whether it stays, and what got ready since the plan of now.

    Of an agreement that was not kept, or not as agreed, people have to say what happens with it.
    """
    plan, ready = plan_now(context), ready_since(context)
    found = [_row_of(row, _suggested(plan, row)) for row in plan.running]
    found += [_row_of(row, READY) for row in ready]
    return found or None


def _suggested(plan: Plan, row: Answers) -> str:
    told = plan.outcome(row)
    if told is None or told.done not in ("nee", "gewijzigd"):
        return STAYS
    answered_before = told.day is not None and plan.day is not None and told.day < plan.day
    return STAYS if answered_before else ""


def _row_of(row: Answers, decision: str) -> dict[str, str]:
    told = {
        "activiteit": str(row["a_activiteit"]),
        "wie": _(party_label(row.get("a_wie"))) if row.get("a_wie") else "",
        "gereed": str(row.get("a_gereed") or ""),
    }
    return {**told, "besluit": decision} if decision else told


def agreed_rows(form: str) -> Callable[[Any, Context], list[dict[str, Any]] | None]:
    """Make a conversion: the agreements that wait for the plan, when the newest was made in a paper of this form."""

    def convert(_value: Any, context: Context) -> list[dict[str, Any]] | None:  # noqa: ANN401 - a JSON value
        waiting = waiting_for_plan(context)
        return [one.row for one in waiting] if waiting and waiting[-1].form == form else None

    return convert


def number_of(answers: Answers, context: Context) -> str:
    """Return which adjustment of the plan this is."""
    return str(plan_before(answers, context).adjustments + 1)


def suggested_cause(context: Context) -> str | None:
    """Return what most likely asks for this adjustment: the newest advice or evaluation after the plan."""
    plan = plan_now(context)
    since = plan.day or date.min
    advised = max((advice.day for advice in advices(context) if advice.day), default=date.min)
    evaluated = _last_evaluation(context) or date.min
    newest = max(advised, evaluated)
    if newest <= since:
        return None
    return "advies_bedrijfsarts" if newest == advised else "evaluatie"


def _last_evaluation(context: Context, until: date | None = None) -> date | None:
    days = [as_day(one.get("datum")) for one in context.history.get(EVALUATION, ())]
    days += [as_day(one.get("datum")) for one in context.history.get(TALK, ()) if one.get("soort") in EVALUATING_TALKS]
    return max((day for day in days if day is not None and (until is None or day <= until)), default=None)


_SOURCES: Final = {
    "arbeidsdeskundig_onderzoek": (("arbeidsdeskundig_onderzoek", "rapport"), ("arbeidsdeskundig_onderzoek", "datum")),
    "deskundigenoordeel": (("deskundigenoordeel", "uitslag_datum"), ("deskundigenoordeel", "ingediend")),
    "start_spoor_2": (("spoor2_start", "datum_besluit"), ("spoor2_start", "van")),
}


def day_of_source(answers: Answers, context: Context) -> str | None:
    """Return the date of the paper this adjustment rests on, as far as the program knows it."""
    cause, until = str(answers.get("aanleiding") or ""), as_day(answers.get("datum"))
    found: date | None = None
    if cause == "evaluatie":
        found = _last_evaluation(context, until)
    elif cause in ("advies_bedrijfsarts", "ander_einddoel"):
        days = [advice.day for advice in advices(context) if advice.day is not None]
        found = max((day for day in days if until is None or day <= until), default=None)
    else:
        known = (context.day(form, key) for form, key in _SOURCES.get(cause, ()))
        found = next((day for day in known if day is not None), None)
    return found.isoformat() if found else None


# --- what changes ---------------------------------------------------------------------------------------------------


def changes(answers: Answers, context: Context) -> tuple[Change, ...]:
    """Return what this adjustment changes in the goals and the agreements."""
    before = plan_before(answers, context)
    return compare(before.as_compared(), after_adjustment(before, answers).as_compared(), LISTS)


def changes_agreements(answers: Answers, context: Context) -> bool:
    """Tell whether any agreement is new, different, ready or dropped."""
    return any(change.part in LISTS for change in changes(answers, context))


SOMETHING_RUNS: Final = Fact("er_lopen_afspraken", lambda answers, context: bool(plan_before(answers, context).running))
CHANGES_SOMETHING: Final = Fact("het_plan_verandert", lambda answers, context: bool(changes(answers, context)))


def difference(fields: dict[str, Field]) -> Callable[[Answers, Context], list[dict[str, str]] | None]:
    """Make a function that returns what changes in the plan, as rows of was and becomes; None when nothing does."""

    def compute(answers: Answers, context: Context) -> list[dict[str, str]] | None:
        ended = answers.get("activiteiten_vervallen")
        why = {}
        for row in ended if isinstance(ended, list) else []:
            if isinstance(row, dict) and row.get("besluit") not in (None, "", STAYS):
                reason = str(row.get("reden") or "")
                why[same_name(row.get("activiteit"))] = _("Gereed") if row["besluit"] == READY else reason
        return in_words(changes(answers, context), fields, LISTS, why) or None

    return compute


def hours_lowered(answers: Answers, context: Context) -> bool:
    """Tell whether the newest schedule plans fewer hours than the one before it, in the week of this paper."""
    day = as_day(answers.get("datum")) or context.today
    versions = context.history.get("opbouwschema", ())
    if len(versions) < 2 or not is_filled(answers.get("opbouw")):
        return False
    before, now = (planned_in_week(phases_of(version), day) for version in versions[-2:])
    return now < before
