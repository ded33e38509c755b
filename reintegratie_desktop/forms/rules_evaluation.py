"""What an evaluation checks: dates, a fresh advice, and the decision about spoor 2 at the end of the first year."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from reintegratie_desktop.forms import evaluation_carry as carry
from reintegratie_desktop.forms import rules_plan
from reintegratie_desktop.forms.advice import advice_is_finished, advice_on_work, advices, day_in_words
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.plan_now import EVALUATION, plan_now
from reintegratie_desktop.forms.rules import block, hint, law_days, not_in_future, numbered_rows, warn
from reintegratie_desktop.forms.rules_adjust_plan import as_plan
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _

FRAMEWORK: Final = N_("Beleidsregels beoordelingskader poortwachter")
LAW_OF_YEAR: Final = N_("Regeling procesgang art. 4 lid 2 onder b")


def _dates(answers: Answers, context: Context) -> Iterator[Finding]:
    """An evaluation looks back on a plan that is there, and the next one follows in time."""
    day, planned = as_day(answers.get("datum")), as_day(answers.get("volgende"))
    first = context.day("zaak", "eerste_ziektedag")
    if day is not None and first is not None and day < first:
        yield block("datum", _("Deze dag ligt voor de eerste ziektedag."))
    elif not plan_now(context, until=day, form=EVALUATION).form:
        yield warn("datum", _("Op deze dag was er nog geen plan van aanpak. Klopt de datum?"))
    if planned is None or day is None:
        return
    latest = rules_plan.latest_day_for_evaluation(day, context)
    if planned <= day:
        yield block("volgende", _("De volgende evaluatie komt na deze."))
    elif latest is not None and planned > latest:
        sentence = _("Plan de volgende evaluatie uiterlijk op {dag}.").format(
            dag=day_weekday(latest, year=latest.year != context.today.year)
        )
        yield block("volgende", sentence, _(LAW_OF_YEAR))


def _fresh_advice(answers: Answers, context: Context) -> Iterator[Finding]:
    """An evaluation rests on an advice of not too long ago."""
    day, advised = as_day(answers.get("datum")), as_day(answers.get("advies_actueel"))
    if advised is None:
        yield hint("advies_actueel", _("Vul eerst het advies van de bedrijfsarts in."))
        return
    usual = rules_plan.latest_day_for_consult(advised, context)
    if day is not None and usual is not None and day > usual and not _consult_is_planned(advised, day, context):
        sentence = _("Het laatste advies is van {dag}. Vraag de bedrijfsarts om opnieuw te kijken.")
        yield hint("advies_actueel", sentence.format(dag=day_in_words(advised, context.today)))


def _consult_is_planned(advised: date, day: date, context: Context) -> bool:
    """Tell whether the advice of that day names a consult that is still to come."""
    planned = (as_day(one.answers.get("volgend_spreekuur")) for one in advices(context) if one.day == advised)
    return any(consult is not None and consult >= day for consult in planned)


def _kind_fits(answers: Answers, context: Context) -> Iterator[Finding]:
    """The evaluation of the first year is held at the end of that year, not long before it."""
    day, start = as_day(answers.get("datum")), context.day("zaak", "klok_vanaf")
    start = start or context.day("zaak", "eerste_ziektedag")
    days = law_days("eerstejaarsevaluatie_venster", start or context.today)
    if answers.get("soort") != carry.OF_YEAR or day is None or start is None or days is None:
        return
    if (day - start).days < days:
        yield warn("soort", _("Dit is vroeg voor de eerstejaarsevaluatie. UWV verwacht die aan het eind van het jaar."))


def _spoor2(answers: Answers, context: Context) -> Iterator[Finding]:
    """At the end of the first year spoor 2 starts, runs, or waits for one of the exceptions the rules know."""
    if answers.get("soort") != carry.OF_YEAR:
        return
    decision = answers.get("spoor2_besluit")
    if decision == carry.STARTS:
        yield from _start_in_time(answers, context)
    elif decision == carry.NOT_NOW:
        yield from _exception(answers, context)
        yield from _review(answers, context)


def _start_in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    starts, latest = as_day(answers.get("spoor2_start")), carry.days_after(answers, "spoor2_na_evaluatie", context)
    day = as_day(answers.get("datum"))
    if starts is not None and day is not None and starts < day:
        yield warn("spoor2_start", _("Deze dag ligt voor de evaluatie. Loopt spoor 2 al?"))
    elif starts is not None and latest is not None and starts > latest:
        sentence = _("Spoor 2 start uiterlijk op {dag}. Later starten geeft kans op een langere loonplicht.")
        yield warn("spoor2_start", sentence.format(dag=day_in_words(latest, context.today)), _(FRAMEWORK))


def _exception(answers: Answers, context: Context) -> Iterator[Finding]:
    """The chosen exception agrees with what else stands in the evaluation and in the advice."""
    reason, advice = answers.get("spoor2_reden"), advice_on_work(context)
    concluded = advice.answers.get("benutbaar") if advice is not None else None
    if reason == carry.PROSPECT and answers.get("mogelijkheden_intern") not in ("ja", None, ""):
        sentence = _(
            "Deze uitzondering geldt alleen met een functie, uren en een dag. Kies hierboven “Ja” en vul ze in."
        )
        yield block("spoor2_reden", sentence, _(FRAMEWORK))
    elif reason == "geen_benutbare_mogelijkheden" and advice is not None and advice.allows_work:
        sentence = _(
            "In het advies van de bedrijfsarts staat dat er werk kan. Kies een andere reden, of start spoor 2."
        )
        yield block("spoor2_reden", sentence, _(FRAMEWORK))
    elif reason == "marginale_mogelijkheden" and concluded not in (None, "", "marginaal"):
        sentence = _(
            "In het advies van de bedrijfsarts staan meer mogelijkheden. Kies een andere reden, of start spoor 2."
        )
        yield block("spoor2_reden", sentence, _(FRAMEWORK))
    elif reason == carry.OTHER:
        sentence = _(
            "De regels kennen deze uitzondering niet. UWV kan je dan langer loon laten betalen. Vraag eerst advies."
        )
        yield warn("spoor2_reden", sentence, _(FRAMEWORK))


def _review(answers: Answers, context: Context) -> Iterator[Finding]:
    """An exception is looked at again, and a promised job is there within the same time."""
    latest, day = carry.days_after(answers, "spoor2_uitzondering_opnieuw", context), as_day(answers.get("datum"))
    for key in ("spoor2_opnieuw", "intern_datum"):
        chosen = as_day(answers.get(key))
        if chosen is None or day is None or latest is None:
            continue
        if key == "spoor2_opnieuw" and chosen <= day:
            yield block(key, _("Opnieuw kijken doe je na deze evaluatie."))
        elif chosen > latest:
            sentence = _("Dat is te laat. Kies uiterlijk {dag}.").format(dag=day_in_words(latest, context.today))
            yield block(key, sentence, _(FRAMEWORK))


def _agreements(answers: Answers, _context: Context) -> Iterator[Finding]:
    """There are new agreements, or it is said that there are none; what was done otherwise asks for an adjustment."""
    if answers.get("geen_afspraken") is True and is_filled(answers.get("nieuwe_afspraken")):
        sentence = _("Je vinkte aan: geen nieuwe afspraken. Er staan er wel. Haal het vinkje of de afspraken weg.")
        yield block("geen_afspraken", sentence)
    why = carry.why_adjust(answers)
    if not is_filled(answers.get("doel_gehaald")):
        return
    if answers.get("bijstelling") is None and carry.not_as_agreed(answers) and not why:
        yield hint("bijstelling", _("Niet alles ging zoals afgesproken. Past het plan nog? Kies het samen."))
    elif answers.get("bijstelling") is True and why:
        yield hint("bijstelling", why)
    elif answers.get("bijstelling") is False and why:
        sentence = _("Er is wel iets veranderd. Zonder bijstelling klopt het plan niet meer met wat jullie afspreken.")
        yield warn("bijstelling", sentence, _(rules_plan.ARTICLE_5_OF_4))


def _looked_at_everything(answers: Answers, context: Context) -> Iterator[Finding]:
    """Every agreement of the plan is looked at; one that was taken out of the table is named."""
    named = {row.get("activiteit") for _index, row in numbered_rows(answers, "activiteiten")}
    before = carry.plan_before(answers, context)
    day = as_day(answers.get("datum")) or context.today
    for row in before.running:
        start = as_day(row.get("a_start"))
        if row["a_activiteit"] not in named and (start is None or start <= day) and named:
            sentence = _("Deze afspraak uit het plan staat er niet bij: {afspraak}.")
            yield warn("activiteiten", sentence.format(afspraak=row["a_activiteit"]))


def _second_view(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Without both views the evaluation of the first year is not complete for UWV."""
    if answers.get("soort") == carry.OF_YEAR and not is_filled(answers.get("visie_wn")):
        sentence = _("UWV kijkt of de visie van allebei erin staat.")
        yield Finding(Level.HINT, "visie_wn", sentence, _(LAW_OF_YEAR))


RULES: Final[tuple[Rule, ...]] = (
    not_in_future("datum", N_("Deze dag moet nog komen. Vul dit in na de evaluatie.")),
    _dates,
    advice_is_finished("advies_actueel"),
    _fresh_advice,
    _kind_fits,
    _looked_at_everything,
    _spoor2,
    _agreements,
    as_plan(rules_plan.agreements_end, "nieuwe_afspraken"),
    as_plan(rules_plan.agreed_hours, "nieuwe_afspraken"),
    _second_view,
    as_plan(rules_plan.signatures, "nieuwe_afspraken"),
    rules_plan.copies,
)
"""All checks of the form `evaluatie`."""
