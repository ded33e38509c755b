"""What is checked in a report of the agency and in the agreements about a place elsewhere."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import advice_on_hours, advices, not_more_than
from reintegratie_desktop.forms.buildup import (
    LONGEST_SHEET,
    ONE_WEEK,
    is_past_start,
    monday_before,
    phases_of,
    plain,
    planned_in_week,
)
from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.rules import (
    block,
    hint,
    law_days,
    not_in_future,
    number_of,
    numbered_rows,
    rows_of,
    warn,
)
from reintegratie_desktop.forms.rules_buildup import no_hours_for_later
from reintegratie_desktop.forms.spoor_carry import PLACEMENT, PROFILE, REPORT, SPOOR2, in_order, not_before_case
from reintegratie_desktop.text.formatting import day_numeric, day_weekday, number
from reintegratie_desktop.text.i18n import N_, _

COUNTS: Final = ("vacatures", "sollicitaties_aantal", "netwerk")
"""What is counted from the start of spoor 2 on, so that it never gets less."""
_WEEKS_BETWEEN: Final = {"4_weken": 4, "6_weken": 6, "8_weken": 8, "3_maanden": 13}
"""The weeks between two reports, as the user chose it."""


# --- the reports before ---------------------------------------------------------------------------------------------


def reports(context: Context) -> list[Answers]:
    """Return the finished reports by their number, lowest first."""
    return sorted(context.history.get(REPORT, ()), key=lambda report: number_of(report, "nr") or Decimal(0))


def report_before(answers: Answers, context: Context) -> Answers:
    """Return the report before this one; empty for the first."""
    own = number_of(answers, "nr")
    found = [report for report in reports(context) if own is None or (number_of(report, "nr") or Decimal(0)) < own]
    return found[-1] if found else {}


def report_after(answers: Answers, context: Context) -> Answers:
    """Return the report after this one, when an older report is corrected; empty otherwise."""
    own = number_of(answers, "nr")
    found = [report for report in reports(context) if own is not None and (number_of(report, "nr") or own) > own]
    return found[0] if found else {}


def next_number(context: Context) -> str:
    """Return the number of the next report."""
    return str(int(max((number_of(report, "nr") or Decimal(0) for report in reports(context)), default=0)) + 1)


def first_day(context: Context) -> str | None:
    """Return the first day of the next period: the day after the last report, or the start of spoor 2."""
    last = [day for report in reports(context) if (day := as_day(report.get("tot"))) is not None]
    if last:
        return (max(last) + timedelta(days=1)).isoformat()
    start = context.day(SPOOR2, "van")
    return start.isoformat() if start is not None else None


def interval(context: Context) -> timedelta | None:
    """Return the time between two reports, as the plan of the agency says it."""
    weeks = _WEEKS_BETWEEN.get(str(context.get(SPOOR2, "rapportage")))
    return weeks * ONE_WEEK if weeks is not None else None


def patience(context: Context) -> timedelta:
    """Return how much later than agreed a report may be before it deserves a call: our own choice, no law."""
    return timedelta(days=law_days("spoor2_verslag_geduld", context.today) or 0)


def report_expected(context: Context) -> tuple[date, date] | None:
    """Return when the next report should be there, and the day after which its absence is an alarm.

    None before spoor 2, while the plan names no interval, and after the last report.
    """
    step, start = interval(context), context.day(SPOOR2, "van")
    known = reports(context)
    if step is None or start is None or any(report.get("eindrapport") is True for report in known):
        return None
    last = max((day for report in known if (day := as_day(report.get("tot"))) is not None), default=start)
    # A plan does not run on after its last day.
    end = context.day(SPOOR2, "tot")
    expected = last + step if end is None else min(last + step, max(end, last))
    return expected, expected + patience(context)


def period_in_words(answers: Answers, _context: Context) -> str | None:
    """Return the period of a report in words; None while a day misses."""
    first, last = as_day(answers.get("van")), as_day(answers.get("tot"))
    if first is None or last is None:
        return None
    return _("{van} tot en met {tot}").format(van=day_numeric(first), tot=day_numeric(last))


def planned_before(value: Any, _context: Context) -> list[dict[str, str]]:  # noqa: ANN401 - a JSON value
    """Return what the report before planned, as activities to tell about."""
    return [
        {"activiteit": str(row["activiteit"])}
        for row in rows_of({"komende": value}, "komende")
        if row.get("activiteit")
    ]


def steps_of_plan(value: Any, context: Context) -> list[dict[str, str]]:  # noqa: ANN401 - as above
    """Return the steps of the plan that have begun, as activities to tell about."""
    begun = [row for row in rows_of({"fasen": value}, "fasen") if (as_day(row.get("van")) or date.max) <= context.today]
    return [{"activiteit": str(row["activiteit"])} for row in begun if row.get("activiteit")]


def placement(_answers: Answers, context: Context) -> dict[str, str]:
    """Return a link to the newest agreements about a place elsewhere."""
    return context.reference(PLACEMENT)


def profile(_answers: Answers, context: Context) -> dict[str, str]:
    """Return a link to the search profile."""
    return context.reference(PROFILE)


def advice_in_period(context: Context) -> bool | None:
    """Return True when there was a new advice since the report before; None when nobody can tell."""
    first = as_day(first_day(context))
    days = [advice.day for advice in advices(context) if advice.day is not None]
    if first is None or not days:
        return None
    return True if max(days) >= first and len(days) > 1 else None


HAS_PLACEMENT: Final = Fact("er_is_een_plek", lambda _answers, context: bool(context.issues.get(PLACEMENT)))
HAS_PROFILE: Final = Fact("er_is_een_zoekprofiel", lambda _answers, context: bool(context.issues.get(PROFILE)))


def new_applications(answers: Answers, context: Context) -> bool:
    """Tell whether there were applications in this period."""
    count = number_of(answers, "sollicitaties_aantal")
    before = number_of(report_before(answers, context), "sollicitaties_aantal") or Decimal(0)
    return count is not None and count > before


# --- the report -----------------------------------------------------------------------------------------------------


def one_number_each(answers: Answers, context: Context) -> Iterator[Finding]:
    """Two reports have no number in common."""
    own, start = number_of(answers, "nr"), answers.get("van")
    same = [report for report in reports(context) if own is not None and number_of(report, "nr") == own]
    if same and all(report.get("van") != start for report in same):
        yield warn("nr", _("Verslag {nr} is er al. Klopt het nummer?").format(nr=own))


def counts_go_up(answers: Answers, context: Context) -> Iterator[Finding]:
    """What is counted from the start on never gets less."""
    before, after = report_before(answers, context), report_after(answers, context)
    for key in COUNTS:
        count, least, most = number_of(answers, key), number_of(before, key), number_of(after, key)
        if count is not None and least is not None and count < least:
            sentence = _("In het vorige verslag stond al {aantal}. Tel vanaf het begin van spoor 2.")
            yield block(key, sentence.format(aantal=number(least)))
        elif count is not None and most is not None and count > most:
            sentence = _("In het verslag hierna staat {aantal}. Dat kan niet minder zijn.")
            yield block(key, sentence.format(aantal=number(most)))


def reports_in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """A report that comes much later than agreed is said: the employer stays responsible."""
    step, last = interval(context), as_day(answers.get("tot"))
    before = as_day(report_before(answers, context).get("tot")) or context.day(SPOOR2, "van")
    if step is not None and last is not None and before is not None and last - before > step + patience(context):
        sentence = _(
            "Sinds {dag} was er geen verslag. Bel het bureau: jij blijft verantwoordelijk voor wat er gebeurt."
        )
        yield warn("tot", sentence.format(dag=day_weekday(before, year=True)))


def listed_applications(answers: Answers, context: Context) -> Iterator[Finding]:
    """The list holds as many applications as were added to the count."""
    count = number_of(answers, "sollicitaties_aantal")
    before = number_of(report_before(answers, context), "sollicitaties_aantal") or Decimal(0)
    listed = len(rows_of(answers, "sollicitaties"))
    if count is not None and listed and listed != count - before:
        sentence = _("Erbij gekomen zijn er {aantal}, in de lijst staan er {lijst}.")
        yield warn("sollicitaties", sentence.format(aantal=number(count - before), lijst=listed))


def everybody_knows(answers: Answers, _context: Context) -> Iterator[Finding]:
    """When the advice changed, bedrijfsarts and agency know it of each other."""
    if answers.get("belastbaarheid_anders") is True and answers.get("geinformeerd") is not True:
        yield warn(
            "geinformeerd", _("Laat het bureau en de bedrijfsarts weten dat er nu ander werk of andere uren kan.")
        )


def inside_the_period(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What is told in a report happened in its period."""
    first, last = as_day(answers.get("van")), as_day(answers.get("tot"))
    for key in ("gesprekken", "sollicitaties"):
        for index, row in numbered_rows(answers, key):
            day = as_day(row.get("datum"))
            if day is not None and ((first is not None and day < first) or (last is not None and day > last)):
                yield warn(f"{key}[{index}].datum", _("Deze dag valt buiten de periode van dit verslag."))


REPORT_RULES: Final[tuple[Rule, ...]] = (
    one_number_each,
    in_order("van", "tot", N_("De laatste dag ligt voor de eerste dag van de periode.")),
    not_in_future("tot", N_("Deze periode is nog niet voorbij.")),
    not_before_case("van"),
    reports_in_time,
    inside_the_period,
    counts_go_up,
    listed_applications,
    everybody_knows,
    in_order("tot", "ontvangen", N_("Deze dag ligt voor het einde van de periode.")),
    not_in_future("ontvangen", N_("Vul dit pas in als jullie het verslag hebben besproken.")),
)
"""All checks of the form `voortgangsrapportage`, in the order of the form."""


# --- a place elsewhere ----------------------------------------------------------------------------------------------

SECONDMENT: Final = Is("vorm", "detachering")
_PAID_ELSEWHERE: Final = ("detachering", "eigen_baan_bij_ander")


def hours_elsewhere(answers: Answers) -> Decimal:
    """Return the hours a week at the other company."""
    return sum((as_decimal(row.get("uren")) or Decimal(0) for row in rows_of(answers, "uren")), Decimal(0))


def most_planned_here(answers: Answers, context: Context) -> Decimal:
    """Return the most hours a week that the schedule plans in the own company during the agreements."""
    first, last = as_day(answers.get("van")), as_day(answers.get("tot"))
    if first is None or last is None:
        return Decimal(0)
    phases, week, found = phases_of(context.papers.get("opbouwschema", {})), monday_before(first), Decimal(0)
    while week <= min(last, first + LONGEST_SHEET):
        found = max(found, planned_in_week(phases, week))
        week += ONE_WEEK
    return found


def hours_here(answers: Answers, context: Context) -> str | None:
    """Return the hours a week in the own company during the agreements, as an answer; None when there are none."""
    return plain(most_planned_here(answers, context) or None)


def within_advice(answers: Answers, context: Context) -> Iterator[Finding]:
    """The hours here and elsewhere together stay inside the advice, and no day is longer than it says."""
    advice, first, last = advice_on_hours(context), as_day(answers.get("van")), as_day(answers.get("tot"))
    elsewhere, here = hours_elsewhere(answers), most_planned_here(answers, context)
    if advice is None or first is None or last is None or not elsewhere:
        return
    most = advice.lowest(first, last)
    if most is not None and elsewhere + here > most:
        if is_past_start(advice, first, context):
            yield Finding(Level.WARN, "uren", no_hours_for_later())
        elif here:
            sentence = _("Samen met de {hier} uur in je eigen bedrijf is dit {samen} uur. {advies}")
            words = not_more_than(most, advice, context.today)
            yield block("uren", sentence.format(hier=number(here), samen=number(elsewhere + here), advies=words))
        else:
            yield block("uren", not_more_than(most, advice, context.today))
    hours_day, _days = advice.limits_per_day(first, last)
    for index, row in numbered_rows(answers, "uren"):
        hours = as_decimal(row.get("uren"))
        if hours_day is not None and hours is not None and hours > hours_day:
            sentence = _("Het advies zegt: niet meer dan {uren} uur per dag.")
            yield block(f"uren[{index}].uren", sentence.format(uren=number(hours_day)))


def one_row_a_day(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Each day of the week stands there once."""
    seen: set[str] = set()
    for index, row in numbered_rows(answers, "uren"):
        day = str(row.get("dag") or "")
        if day and day in seen:
            yield block(f"uren[{index}].dag", _("Deze dag staat er al."))
        seen.add(day)


def evaluated_meanwhile(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The three look at it together while it lasts."""
    first, last, day = (as_day(answers.get(key)) for key in ("van", "tot", "evaluatie"))
    if day is None:
        return
    if first is not None and day < first:
        yield block("evaluatie", _("Deze dag ligt voor het begin van de afspraken."))
    elif last is not None and day > last:
        yield block("evaluatie", _("Evalueer voordat de afspraken voorbij zijn."))


def how_long(answers: Answers, _context: Context) -> Iterator[Finding]:
    """How long such a place may last is for UWV or the agency to say."""
    if answers.get("vorm") in ("proefplaatsing", "werkervaringsplaats") and as_day(answers.get("tot")) is not None:
        yield hint("tot", _("Vraag het bureau of UWV hoe lang dit hoogstens mag duren."))


def wage_elsewhere(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Wage earned elsewhere may come off the wage: a hint, nobody reckons with it here."""
    if answers.get("vorm") in _PAID_ELSEWHERE:
        yield hint(
            "loon",
            _("Loon van een ander gaat soms af van het loon dat jij betaalt. Houd de bedragen bij en vraag advies."),
            _("BW 7:629 lid 5"),
        )


PLACEMENT_RULES: Final[tuple[Rule, ...]] = (
    within_advice,
    one_row_a_day,
    not_before_case("van"),
    in_order("van", "tot", N_("De einddatum ligt voor de eerste dag.")),
    how_long,
    wage_elsewhere,
    evaluated_meanwhile,
)
"""All checks of the form `werkervaringsplaats`, in the order of the form."""
