"""What the bedrijfsarts said last, and what a new advice changes about it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import FORMS, Advice, advices, contract_hours, rows
from reintegratie_desktop.forms.compare import Change, Listed, compare, in_words
from reintegratie_desktop.forms.conditions import Fact
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Field, Option
from reintegratie_desktop.forms.rules import law_days
from reintegratie_desktop.text.i18n import N_, _

ADJUSTED, FIRST = FORMS
"""The forms of an advice: a later one that adjusts it, and the first."""

RUBRICS: Final = (
    Option("izp_persoonlijk", N_("Persoonlijk functioneren")),
    Option("izp_sociaal", N_("Sociaal functioneren")),
    Option("izp_omgeving", N_("Aanpassing aan fysieke omgevingseisen")),
    Option("izp_dynamisch", N_("Dynamische handelingen")),
    Option("izp_statisch", N_("Statische houdingen")),
    Option("izp_werktijden", N_("Werktijden")),
)
_HOURS: Final = ("uren_week", "uren_dag", "dagen_week", "advies_periodes")
ASKED: Final = (
    "benutbaar",
    "per_datum",
    *_HOURS,
    "wel",
    "niet",
    "aanpassingen",
    "interventies",
    "prognose",
    "einddoel",
)
"""What an adjustment says again; the day of the next consult moves with every advice and is no change."""
SAYS_SOMETHING_ELSE: Final = tuple(key for key in ASKED if key != "per_datum")
"""From which day the same advice holds is no other advice."""
LISTS: Final[Mapping[str, Listed]] = {"advies_periodes": Listed("van")}


def advice_before(answers: Answers, context: Context) -> Advice | None:
    """Return the advice that held before this adjustment, with all that earlier adjustments changed in it.

    The adjustment's own date leaves out itself and what came after it. None when there was no advice before.
    """
    day = as_day(answers.get("datum_document"))
    before = [advice for advice in advices(context) if day is None or (advice.day or date.min) < day]
    if not before:
        return None
    said: dict[str, Any] = {}
    for advice in reversed(before):
        said = said_after(said, advice.form, advice.answers)
    return Advice(before[0].form, said, contract_hours(context))


def said_after(before: Answers, form: str, answers: Answers) -> dict[str, Any]:
    """Return everything that holds after one more advice: a first advice says all, an adjustment what it asks."""
    if form != ADJUSTED:
        return dict(answers)
    said = {**before, **{key: answers.get(key) for key in (*ASKED, "datum_document", "volgend_spreekuur")}}
    # The steps of an earlier rhythm do not run on under a new number of hours; the periods speak for themselves.
    said.pop("opbouw_soort", None)
    for row in rows(answers.get("izp_wijziging")):
        if isinstance(row.get("rubriek"), str) and is_filled(row.get("wordt")):
            said[row["rubriek"]] = {"beperkt": True, "toelichting": row["wordt"]}
    return said


def carried_from(form: str, key: str) -> Callable[[Any, Context], Any]:
    """Make a conversion: the answer as it holds now, when the newest advice is a paper of this form."""

    def convert(_value: Any, context: Context) -> Any:  # noqa: ANN401 - a JSON value
        newest = advice_before({}, context)
        return newest.answers.get(key) if newest is not None and newest.form == form else None

    return convert


def periods_now(_value: Any, context: Context) -> Any:  # noqa: ANN401 - a JSON value
    """Return the periods of a first advice that names them; of other kinds of build-up none are carried."""
    newest = advice_before({}, context)
    by_period = newest is not None and newest.answers.get("opbouw_soort", "vaste_periodes") == "vaste_periodes"
    return newest.answers.get("advies_periodes") if newest is not None and newest.form == FIRST and by_period else None


def rubric_before(answers: Answers, context: Context) -> str | None:
    """Return in words what the last advice said about the chosen rubric."""
    before = advice_before(answers, context)
    rubric = answers.get("rubriek")
    if before is None or not isinstance(rubric, str):
        return None
    limit = before.answers.get(rubric)
    if not isinstance(limit, Mapping) or limit.get("beperkt") is None:
        return _("Niets over gezegd")
    return str(limit.get("toelichting") or _("Beperkt")) if limit["beperkt"] is True else _("Niet beperkt")


def changes(answers: Answers, context: Context) -> tuple[Change, ...]:
    """Return what this adjustment changes; nothing when there was no advice before."""
    before = advice_before(answers, context)
    if before is None:
        return ()
    was = {key: before.answers.get(key) for key in SAYS_SOMETHING_ELSE}
    if before.answers.get("opbouw_soort", "vaste_periodes") != "vaste_periodes":
        was["advies_periodes"] = None
    becomes = {key: answers.get(key) for key in SAYS_SOMETHING_ELSE}
    return compare(was, becomes, LISTS)


def changed_rubrics(answers: Answers) -> list[Answers]:
    """Return the rubrics about which something else is said."""
    return [
        row
        for row in rows(answers.get("izp_wijziging"))
        if is_filled(row.get("wordt")) and row.get("wordt") != row.get("was")
    ]


def changes_something(answers: Answers, context: Context) -> bool:
    """Tell whether this adjustment says anything else than the advice before it."""
    return bool(changes(answers, context) or changed_rubrics(answers))


def difference(fields: Mapping[str, Field]) -> Callable[[Answers, Context], list[dict[str, str]] | None]:
    """Make a function that returns what changes, as rows of was and becomes; None when nothing does.

    The rubrics are not in it: they stand in a table of their own, with what they were.
    """

    def compute(answers: Answers, context: Context) -> list[dict[str, str]] | None:
        return in_words(changes(answers, context), fields, LISTS) or None

    return compute


def hours_on(advice: Advice, day: date) -> Decimal | None:
    """Return the most hours a week an advice allows on a day; None when it sets no limit."""
    return advice.highest(day, day)


def hours_go_down(answers: Answers, context: Context) -> bool:
    """Tell whether this adjustment allows fewer hours a week than the advice before it, on the day it begins."""
    before, day = advice_before(answers, context), as_day(answers.get("per_datum") or answers.get("datum_document"))
    if before is None or day is None:
        return False
    now = Advice(ADJUSTED, answers, contract_hours(context))
    was, becomes = hours_on(before, day), hours_on(now, day)
    return becomes is not None and (was is None or becomes < was)


HAS_DIFFERENCE: Final = Fact("er_verandert_iets", lambda answers, context: bool(changes(answers, context)))


# --- what follows from the newest adjustment ------------------------------------------------------------------------


def schedule_to_adjust(context: Context) -> bool:
    """Tell whether the newest adjustment lowered the hours and the schedule was not renewed since."""
    newest = next(iter(reversed(context.history.get(ADJUSTED, ()))), None)
    if newest is None or not context.papers.get("opbouwschema"):
        return False
    day, made = as_day(newest.get("datum_document")), context.issues.get("opbouwschema", ())
    renewed = day is not None and any(issue.made_on >= day for issue in made)
    return hours_go_down(newest, context) and not renewed


def plan_to_adjust_by(context: Context) -> date | None:
    """Return the last day to adjust the plan after the newest advice that asks for it; None when nothing waits.

    Source: Regeling procesgang eerste en tweede ziektejaar, article 4 paragraph 5.
    """
    asks = [one for one in context.history.get(ADJUSTED, ()) if one.get("gevolg") == "bijstelling_nodig"]
    day = max((day for one in asks if (day := as_day(one.get("datum_document"))) is not None), default=None)
    days = law_days("plan_van_aanpak_bijstellen", context.day("zaak", "eerste_ziektedag") or context.today)
    if day is None or days is None or (date.max - day).days < days:
        return None
    papers = (*context.history.get("bijstelling_plan_van_aanpak", ()), *context.history.get("plan_van_aanpak", ()))
    made = [as_day(paper.get("datum") or paper.get("opgesteld_op")) for paper in papers]
    return None if any(one is not None and one >= day for one in made) else day + timedelta(days=days)
