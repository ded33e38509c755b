"""What a plan van aanpak checks, and how it takes over what other papers know."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import (
    WORK_ADVISED,
    Advice,
    advice_is_finished,
    advice_on_hours,
    advice_on_work,
    advices,
    day_in_words,
    goals_of_plan,
    not_longer_than,
    not_more_than,
    said_on,
    spoken_hours,
)
from reintegratie_desktop.forms.buildup import is_past_start, phases_of
from reintegratie_desktop.forms.conditions import Fact
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Option
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.plan_carry import employee_name
from reintegratie_desktop.forms.rules import block, hint, law_days, numbered_rows, rows_of, warn
from reintegratie_desktop.forms.rules_buildup import no_hours_for_later, within_advice
from reintegratie_desktop.text.formatting import day_weekday, number
from reintegratie_desktop.text.i18n import N_, _

ARTICLE_2: Final = N_("Regeling procesgang art. 4 lid 2")
ARTICLE_3: Final = N_("Regeling procesgang art. 4 lid 3")
ARTICLE_5_OF_4: Final = N_("Regeling procesgang art. 4 lid 5")
ARTICLE_5: Final = N_("Regeling procesgang art. 5")

COPIES: Final = (
    Option("werknemer", N_("Werknemer")),
    Option("casemanager", N_("Casemanager")),
    Option("bedrijfsarts", N_("Bedrijfsarts/arbodienst")),
)
NEEDED: Final = ("werkgever", "leidinggevende", "werknemer")
"""Each of these does something in a plan."""

# --- the law --------------------------------------------------------------------------------------------------------


def days_later(day: date | None, name: str, context: Context) -> date | None:
    """Return a day plus a number of days of the law; None without a day, or where the law data begin later.

    The rules of the first sick day of the case count.
    """
    days = law_days(name, context.day("zaak", "eerste_ziektedag") or context.today)
    if day is None or days is None or (date.max - day).days < days:
        return None
    return day + timedelta(days=days)


def starting_advice(context: Context) -> Advice | None:
    """Return the advice with which the time for the plan begins: the first that sees work, else the first of all."""
    found = advices(context)[::-1]
    return next((advice for advice in found if advice.allows_work), found[0] if found else None)


def latest_day_for_advice(context: Context) -> date | None:
    """Return the last day on which a probleemanalyse is on time; None while the first sick day is unknown."""
    return days_later(context.day("zaak", "eerste_ziektedag"), "probleemanalyse_uiterlijk", context)


def latest_day_for_plan(context: Context) -> date | None:
    """Return the last day on which the plan is on time, counted from the first advice that sees work."""
    advice = starting_advice(context)
    return days_later(advice.day if advice else None, "plan_van_aanpak_na_probleemanalyse", context)


def latest_day_for_evaluation(start: date, context: Context) -> date | None:
    """Return the last day for an evaluation after `start`."""
    return days_later(start, "evaluatie_ritme", context)


def latest_day_for_consult(last: date, context: Context) -> date | None:
    """Return the day by which the bedrijfsarts usually looks again."""
    return days_later(last, "contact_bedrijfsarts_ritme", context)


# --- questions that other questions hang on -------------------------------------------------------------------------


def is_refused(answers: Answers, _context: Context) -> bool:
    """Tell whether the employee does not sign."""
    return _signature(answers, "hand_wn").get("status") == "geweigerd"


def _signature(answers: Answers, key: str) -> Mapping[str, Any]:
    value = answers.get(key)
    return value if isinstance(value, Mapping) else {}


def is_late(answers: Answers, context: Context) -> bool:
    """Tell whether the first version of the plan is dated after its last day."""
    versions = (answers, *context.history.get("plan_van_aanpak", ()))
    days = [day for version in versions if (day := as_day(version.get("opgesteld_op"))) is not None]
    latest = latest_day_for_plan(context)
    return bool(days) and latest is not None and min(days) > latest


def has_other_goal(answers: Answers, context: Context) -> bool:
    """Tell whether the goal is another one than the newest advice gives."""
    advice = advice_on_work(context)
    advised = [] if advice is None else goals_of_plan(advice.answers.get("einddoel"), context)
    chosen = goals_of_plan(answers.get("einddoel"), context)
    return bool(advised and chosen) and advised != chosen


def _builds_up(_answers: Answers, context: Context) -> bool:
    advice = advice_on_hours(context)
    if advice is None or not advice.allows_work:
        return False
    own_choice = advice.answers.get("opbouw_soort") == "werkgever_en_werknemer_bepalen"
    return own_choice or len(advice.ceilings) > 1


BUILD_UP_ADVISED: Final = Fact("opbouw_geadviseerd", _builds_up)
"""The advice says how the hours grow, or leaves that to employer and employee: then the plan has a schedule."""


# --- rules ----------------------------------------------------------------------------------------------------------

_FILLED_ELSEWHERE: Final = {
    "naam": N_("Vul dit in bij de gegevens van je medewerker."),
    "geboortedatum": N_("Vul dit in bij de gegevens van je medewerker."),
    "einddatum": N_("Vul de einddatum van het contract in bij de gegevens van je medewerker."),
    "bedrijfsnaam": N_("Vul dit in bij de gegevens van je bedrijf."),
    "contactpersoon": N_("Vul de contactpersoon in bij de gegevens van je bedrijf."),
    "functie": N_("Vul dit in bij de gegevens van je medewerker."),
    "eerste_ziektedag": N_("Vul de eerste ziektedag in bij de ziekmelding."),
    "bedrijfsarts": N_("Vul eerst het advies van de bedrijfsarts in."),
    "datum_pa": N_("Vul eerst het advies van de bedrijfsarts in."),
    "spreekuur": N_("Vul het volgende spreekuur in bij het advies van de bedrijfsarts."),
}


def _where_to_fill_in(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What the program carries is not typed here; say where it is."""
    for key, sentence in _FILLED_ELSEWHERE.items():
        if not is_filled(answers.get(key)):
            yield hint(key, _(sentence))


def _is_needed(_answers: Answers, context: Context) -> Iterator[Finding]:
    """Without work to do, or without a long absence to expect, there is nothing to plan yet."""
    advice = advice_on_work(context)
    if advice is None:
        return
    if not advice.allows_work:
        yield warn(
            "datum_pa",
            _(
                "De bedrijfsarts ziet nu geen mogelijkheden om te werken. Een plan van aanpak is nu niet nodig. "
                "{advies}"
            ).format(advies=said_on(advice, context.today)),
            _(ARTICLE_2),
        )
    elif context.get("probleemanalyse", "langdurig") == "nee":
        yield warn(
            "datum_pa",
            _("De bedrijfsarts denkt niet dat het lang duurt. Een plan van aanpak is dan niet nodig. Het mag wel."),
            _(ARTICLE_2),
        )


def _goal(answers: Answers, context: Context) -> Iterator[Finding]:
    """Another goal than the advice needs a reason; a goal lies ahead."""
    advice = advice_on_work(context)
    if advice is not None and has_other_goal(answers, context) and not is_filled(answers.get("einddoel_reden")):
        sentence = _("Dit is een ander doel dan het advies. Schrijf op waarom. {advies}")
        yield warn("einddoel_reden", sentence.format(advies=said_on(advice, context.today)))
    made, reached = as_day(answers.get("opgesteld_op")), as_day(answers.get("einddoel_datum"))
    if made is not None and reached is not None and reached < made:
        yield warn("einddoel_datum", _("Deze dag ligt voor de datum van het plan. Klopt dat?"))


def parties(answers: Answers) -> dict[str, bool]:
    """Return, for each who must do something in the plan, whether there is a complete agreement for him or her."""
    done = [row.get("a_wie") for row in rows_of(answers, "activiteiten") if _is_complete(row)]
    return {who: who in done for who in NEEDED}


def _is_complete(row: Mapping[str, Any]) -> bool:
    asked = ("a_activiteit", "a_doel", "a_wie", "a_start", "a_gereed")
    return row.get("a_status") != "vervallen" and all(is_filled(row.get(key)) for key in asked)


def _everyone_does_something(answers: Answers, context: Context) -> Iterator[Finding]:
    """The plan holds something for the employer, for the manager and for the employee."""
    names = {
        "werkgever": _("iets voor jou"),
        "leidinggevende": _("iets voor de leidinggevende"),
        "werknemer": _("iets voor {naam}").format(naam=employee_name(context)),
    }
    missing = [names[who] for who, present in parties(answers).items() if not present]
    if missing:
        sentence = _("Nodig in het plan: {wat}.").format(wat=", ".join(missing))
        yield Finding(Level.MISSING, "activiteiten", sentence, _(ARTICLE_2))


def agreements_end(answers: Answers, _context: Context) -> Iterator[Finding]:
    """An agreement is not ready before it begins."""
    for index, row in numbered_rows(answers, "activiteiten"):
        start, ready = as_day(row.get("a_start")), as_day(row.get("a_gereed"))
        if start is not None and ready is not None and ready < start:
            yield block(f"activiteiten[{index}].a_gereed", _("Deze dag ligt voor de dag waarop het begint."))


def agreed_hours(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours named in an agreement about the build-up stay inside the advice."""
    advice = advice_on_hours(context)
    if advice is None:
        return
    for index, row in numbered_rows(answers, "activiteiten"):
        if row.get("a_cat") != "7E" or row.get("a_status") == "vervallen":
            continue
        days = as_day(row.get("a_start")), as_day(row.get("a_gereed"))
        found = [
            finding
            for column in ("a_activiteit", "a_doel")
            for finding in _against(f"activiteiten[{index}].{column}", row.get(column), advice, *days, context)
        ]
        # That the hours fit is said once, and not while another sentence of the same agreement is too high.
        yield from [finding for finding in found if finding.stops] or found[:1]


def _against(
    place: str, text: object, advice: Advice, start: date | None, end: date | None, context: Context
) -> Iterator[Finding]:
    said = spoken_hours(text if isinstance(text, str) else "")
    # A result may name the hours at the end of the period, so the highest ceiling of the whole period counts.
    allowed, (allowed_day, _days) = advice.highest(start, end), advice.limits_per_day(start, end)
    if is_past_start(advice, end or start, context):
        if (allowed and (said.week or 0) > allowed) or (allowed_day and (said.day or 0) > allowed_day):
            yield warn(place, no_hours_for_later())
        return
    if said.week is not None and allowed is not None:
        if said.week > allowed:
            yield block(place, not_more_than(allowed, advice, context.today))
            return
        if advice.day is not None:
            yield hint(place, _fits(said.week, allowed, advice.day, context.today))
    if said.day is not None and allowed_day is not None and said.day > allowed_day:
        yield block(place, not_longer_than(allowed_day, advice, context.today))


def _fits(hours: Decimal, allowed: Decimal, day: date, today: date) -> str:
    return _("{uren} uur past bij het advies van {dag}: niet meer dan {grens} uur per week.").format(
        uren=number(hours), dag=day_in_words(day, today), grens=number(allowed)
    )


def scheduled_hours(_answers: Answers, context: Context) -> Iterator[Finding]:
    """The schedule that goes with the plan stays inside the advice."""
    schedule = context.papers.get("opbouwschema", {})
    for finding in within_advice(schedule, context):
        phase = int(finding.field.partition("[")[2].partition("]")[0]) + 1
        words = _("Fase {fase} van het opbouwschema: {zin}")
        if finding.stops:
            words = _("Fase {fase} van het opbouwschema: {zin} Pas het opbouwschema aan.")
        yield Finding(finding.level, "opbouw", words.format(fase=phase, zin=finding.message))


def _has_schedule(answers: Answers, context: Context) -> Iterator[Finding]:
    """A schedule that must go with the plan is made in its own form."""
    if BUILD_UP_ADVISED.holds(answers, context) and not is_filled(answers.get("opbouw")):
        if context.get("opbouwschema", "fasen") is None:
            yield hint("opbouw", _("Maak eerst het opbouwschema. Daarna kies je het hier."))
        else:
            yield hint("opbouw", _("Het opbouwschema is er al. Kies het hier."))


def schedule_is_finished(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The paper of the plan names the version and the date of its schedule, so that one is finished first."""
    chosen = answers.get("opbouw")
    if is_filled(chosen) and isinstance(chosen, Mapping) and not is_filled(chosen.get("versie")):
        sentence = _("Het opbouwschema is nog een concept. Open het opbouwschema en stel het vast. Kom dan terug.")
        yield block("opbouw", sentence)


def _scheduled_evaluation(answers: Answers, context: Context) -> date | None:
    """Return the first evaluation in the schedule of the plan that is not over on the day of the plan."""
    if not WORK_ADVISED.holds(answers, context) or not is_filled(answers.get("opbouw")):
        return None
    made = as_day(answers.get("opgesteld_op")) or context.today
    days = [phase.evaluation for phase in phases_of(context.papers.get("opbouwschema", {}))]
    return min((day for day in days if day is not None and day >= made), default=None)


def _first_evaluation(answers: Answers, context: Context) -> Iterator[Finding]:
    """The first evaluation comes after the plan, and not later than usual between two evaluations."""
    made = as_day(answers.get("opgesteld_op")) or context.today
    first = as_day(answers.get("evaluatie_eerste"))
    if first is None:
        return
    latest = latest_day_for_evaluation(made, context)
    if first < made:
        yield block("evaluatie_eerste", _("Deze dag ligt voor de datum van het plan."))
    elif latest is not None and first > latest:
        sentence = _("Plan de eerste evaluatie uiterlijk op {dag}.").format(
            dag=day_weekday(latest, year=latest.year != context.today.year)
        )
        yield block("evaluatie_eerste", sentence, _(ARTICLE_2))
    elif (planned := _scheduled_evaluation(answers, context)) is not None and planned < first:
        sentence = _("In het opbouwschema staat al een evaluatie op {dag}. Kies hier dezelfde dag.")
        yield warn("evaluatie_eerste", sentence.format(dag=day_in_words(planned, context.today)))


def _date_of_plan(answers: Answers, context: Context) -> Iterator[Finding]:
    """The plan follows the advice and is made today; when it is late, say until when it was on time."""
    made = as_day(answers.get("opgesteld_op"))
    if made is None:
        return
    advice, latest = starting_advice(context), latest_day_for_plan(context)
    if made > context.today:
        yield warn("opgesteld_op", _("Deze dag moet nog komen. Klopt de datum?"))
    elif advice is not None and advice.day is not None and made < advice.day:
        yield warn("opgesteld_op", _("Deze dag ligt voor het advies van de bedrijfsarts. Klopt de datum?"))
    elif latest is not None and is_late(answers, context):
        sentence = _("Het plan was op tijd tot en met {dag}. Schrijf hieronder waarom het later is.")
        yield hint("opgesteld_op", sentence.format(dag=day_in_words(latest, context.today)), _(ARTICLE_5))


def signatures(answers: Answers, context: Context) -> Iterator[Finding]:
    """A missing signature stops nothing; an answer about it is complete."""
    made = as_day(answers.get("opgesteld_op"))
    for key in ("hand_wg", "hand_wn"):
        signed = _signature(answers, key)
        status, day = signed.get("status"), as_day(signed.get("datum"))
        if status == "getekend" and day is None:
            yield Finding(Level.MISSING, key, _("Op welke dag is er getekend?"))
        elif status == "geweigerd" and day is None:
            sentence = _("Op welke dag zei {naam} niet te tekenen?").format(naam=employee_name(context))
            yield Finding(Level.MISSING, key, sentence)
        elif status == "getekend" and day is not None and made is not None and day < made:
            yield warn(key, _("Deze dag ligt voor de datum van het plan. Klopt dat?"))
    if _signature(answers, "hand_wg").get("status") == "geweigerd":
        yield block("hand_wg", _("Zonder jouw handtekening is er nog geen plan. Pas het aan tot je erachter staat."))
    if is_refused(answers, context):
        yield hint(
            "hand_wn",
            _("Niet tekenen mag. Vraag wat er anders moet. Jullie kunnen allebei een deskundigenoordeel vragen."),
        )


def copies(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The law names who gets a copy."""
    chosen = answers.get("kopie_aan")
    labels = [_(option.label) for option in COPIES if isinstance(chosen, list) and option.value not in chosen]
    missing = [label[:1].lower() + label[1:] for label in labels]
    if missing and is_filled(chosen):
        sentence = _("Ook voor: {wie}. De wet noemt alle drie.").format(wie=", ".join(missing))
        yield warn("kopie_aan", sentence, _(ARTICLE_3))


RULES: Final[tuple[Rule, ...]] = (
    _where_to_fill_in,
    advice_is_finished("datum_pa"),
    _is_needed,
    _goal,
    _everyone_does_something,
    agreements_end,
    agreed_hours,
    scheduled_hours,
    _has_schedule,
    schedule_is_finished,
    _first_evaluation,
    _date_of_plan,
    signatures,
    copies,
)
"""All checks of the form `plan_van_aanpak`."""
