"""What the papers for UWV and the report of recovery take from the case and from the other papers."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import contract_hours
from reintegratie_desktop.forms.buildup import ONE_WEEK, phases_of, planned_in_week, worked_weeks
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.particulars import LEAVING, OWN_RISK, PLAYS, VANGNET
from reintegratie_desktop.forms.particulars_choices import end_of_contract
from reintegratie_desktop.forms.plan_carry import person_in_a_line
from reintegratie_desktop.forms.rules import label_of
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import _

HM: Final = "herstelmelding"
FULL: Final = "volledig_hersteld"
CORRECTION: Final = "correctie"
OWN_RISK_ZW: Final = ("zw", "zw_en_wga")
NO_BREAKS: Final = "geen"
# A choice of this program, not law: what was worked longer ago says nothing about now.
FRESH: Final = 4 * ONE_WEEK


def case_day(context: Context, key: str, step: str = "") -> date | None:
    """Return a day of the case, or the day of one step out of a table of days; None when it is not known."""
    if not step:
        return context.day("zaak", key)
    days = context.get("zaak", key)
    return as_day(days.get(step)) if isinstance(days, Mapping) else None


def first_day(context: Context) -> date | None:
    """Return the first sick day as UWV knows it: that of the earliest report that counts."""
    return case_day(context, "eerste_dag_uwv") or case_day(context, "eerste_ziektedag")


def first_day_text(_value: object, context: Context) -> str:
    """Return the first sick day as UWV knows it, for an answer that is carried; empty when unknown."""
    day = first_day(context)
    return "" if day is None else day.isoformat()


def employer_with_contact(value: Any, context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return the trade name with the contact person behind it."""
    contact = person_in_a_line(context.get("werkgever", "contact"), context)
    return ", ".join(part for part in (str(value), contact) if part)


def contract_in_words(value: Any, context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return the kind of contract, with its last day when there is one."""
    kind = label_of("werknemer", "contractsoort", value)
    ends = last_day(context)
    if not kind or ends is None:
        return kind
    return _("{contract}, tot en met {dag}").format(contract=kind, dag=day_numeric(ends))


def last_day(context: Context) -> date | None:
    """Return the last day of the employment, as the particulars or the contract say it; None when it goes on."""
    if LEAVING in context.get("bijzonderheden", PLAYS, []) and (
        told := context.day("bijzonderheden", "einde_dienstverband")
    ):
        return told
    return as_day(end_of_contract(context))


def last_day_text(_context_value: object, context: Context) -> str:
    """Return the last day of the employment for an answer that is carried; empty when it goes on."""
    day = last_day(context)
    return "" if day is None else day.isoformat()


def own_risk_zw(context: Context) -> bool | None:
    """Tell whether the employer bears the risk of the Ziektewet; None when nobody said."""
    told = context.papers.get("werkgever", {}).get("erd_zw")
    if OWN_RISK in context.get("bijzonderheden", PLAYS, []):
        chosen = context.get("bijzonderheden", "eigenrisicodrager")
        if chosen is not None:
            return chosen in OWN_RISK_ZW
    return told if isinstance(told, bool) else None


def has_vangnet(context: Context) -> bool:
    """Tell whether a vangnet applies, so that UWV wants to know about recovery too (ZW art. 38a)."""
    kept = context.papers.get("bijzonderheden")
    if kept:
        return VANGNET in list(kept.get(PLAYS) or ())
    return bool(context.get("ziekmelding", "vangnet") == "ja")


def was_told_to_uwv(context: Context) -> bool:
    """Tell whether UWV heard of this case after 42 weeks, by a paper or by a tick."""
    facts = context.get("zaak", "feiten", {})
    done = facts.get("gedaan") or {} if isinstance(facts, Mapping) else {}
    return is_filled(done.get("uwv_42e_week")) or is_filled(context.get("uwv_42e_week", "gemeld_op"))


def knows_uwv(_answers: Answers, context: Context) -> bool:
    """Tell whether recovery is reported to UWV too."""
    return has_vangnet(context) or was_told_to_uwv(context)


def break_rows(context: Context) -> list[dict[str, str]]:
    """Return the breaks of the case as rows; one row that says there are none when that is so."""
    found = context.get("zaak", "onderbrekingen")
    return [dict(row) for row in found] if isinstance(found, list) else [{"soort": NO_BREAKS}]


def reports(context: Context) -> list[Answers]:
    """Return the reports about going back to work that still stand, oldest first.

    A report of full recovery closes the case; in a case that runs it was taken back, and counts for nothing.
    """
    kept = [report for report in context.history.get(HM, ()) if report.get("soort") != FULL]
    return sorted(kept, key=lambda report: str(report.get("datum") or ""))


def hours_of_report(report: Answers, context: Context) -> Decimal | None:
    """Return the hours a week that a report speaks of; None when it does not say."""
    contract = contract_hours(context)
    return contract if report.get("alle_uren") == "ja" else as_decimal(report.get("uren_week"))


def hours_now(context: Context) -> Decimal | None:
    """Return the hours a week somebody works now; None when it is not known.

    The newest report says it; without one the newest week that was filled in, or else the schedule of this week.
    """
    started = [report for report in reports(context) if str(report.get("datum") or "") <= context.today.isoformat()]
    if started:
        return hours_of_report(started[-1], context)
    schedule = context.papers.get("opbouwschema", {})
    weeks = [week for week in worked_weeks(schedule) if context.today - week.monday <= FRESH]
    if weeks:
        return weeks[-1].worked
    phases = phases_of(schedule)
    return planned_in_week(phases, context.today) if phases else None


def course_in_words(context: Context) -> str:
    """Return how the absence went, one fact on a line: the first day, breaks, resumption, and the weeks worked."""
    first = first_day(context)
    lines = [] if first is None else [_("Eerste ziektedag: {dag}.").format(dag=day_numeric(first))]
    for row in break_rows(context):
        begins, ends = as_day(row.get("van")), as_day(row.get("tot"))
        if begins is not None and ends is not None:
            told = _("Onderbreking van {van} tot en met {tot}.")
            lines.append(told.format(van=day_numeric(begins), tot=day_numeric(ends)))
    for report in reports(context):
        day, hours = as_day(report.get("datum")), hours_of_report(report, context)
        if day is not None and hours is not None:
            told = _("Vanaf {dag}: {uren} uur per week.")
            lines.append(told.format(dag=day_numeric(day), uren=number(hours)))
    lines.extend(_weeks(context))
    return "\n".join(lines)


def _weeks(context: Context) -> list[str]:
    """Return the worked hours, weeks with the same hours together."""
    stretches: list[tuple[date, date, Decimal]] = []
    for week in worked_weeks(context.papers.get("opbouwschema", {})):
        if stretches and stretches[-1][2] == week.worked:
            stretches[-1] = (stretches[-1][0], week.monday, week.worked)
        else:
            stretches.append((week.monday, week.monday, week.worked))
    told = []
    for begins, ends, hours in stretches:
        words = _("Week van {van}: {uren} uur gewerkt.")
        if ends > begins:
            words = _("Weken van {van} tot en met die van {tot}: {uren} uur per week gewerkt.")
        told.append(words.format(van=day_numeric(begins), tot=day_numeric(ends), uren=number(hours)))
    return told
