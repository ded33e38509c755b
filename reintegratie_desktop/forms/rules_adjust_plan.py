"""What an adjustment of the plan checks: the same as the plan, and that something really changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from reintegratie_desktop.forms import rules_plan
from reintegratie_desktop.forms.adjust_plan_carry import (
    changes_agreements,
    hours_lowered,
    plan_before,
)
from reintegratie_desktop.forms.advice import advice_is_finished, day_in_words
from reintegratie_desktop.forms.compare import same_name
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.plan_now import AGREEMENTS, STAYS
from reintegratie_desktop.forms.rules import block, hint, numbered_rows, warn
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _

SOON: Final = timedelta(weeks=2)
"""When the hours went down, look again within this time. Our own advice, no term of the law."""


def as_plan(rule: Callable[[Answers, Context], Iterable[Finding]], rows: str, dated: str = "datum") -> Rule:
    """Make a rule of the plan look at the new agreements of another paper; what it finds stands at that table."""

    def looks(answers: Answers, context: Context) -> Iterator[Finding]:
        like_plan = {**answers, AGREEMENTS: answers.get(rows), "opgesteld_op": answers.get(dated)}
        for finding in rule(like_plan, context):
            place = finding.field
            if finding.key == AGREEMENTS:
                place = rows + place.removeprefix(AGREEMENTS)
            yield replace(finding, field=dated if place == "opgesteld_op" else place)

    return looks


def _there_is_a_plan(answers: Answers, context: Context) -> Iterator[Finding]:
    """Only a plan that is there can be adjusted, and not before the day it was made."""
    day, plan = as_day(answers.get("datum")), plan_before({}, context)
    if not plan.form:
        yield block("datum", _("Er is nog geen plan van aanpak om bij te stellen. Maak dat eerst."))
    elif not context.history.get("plan_van_aanpak"):
        sentence = _("Het plan van aanpak is nog een concept. Stel dat eerst vast.")
        yield Finding(Level.BLOCK, "datum", sentence, opens="plan_van_aanpak")
    elif day is not None and not plan_before(answers, context).form:
        yield block("datum", _("Deze dag ligt voor de datum van het plan van aanpak."))
    elif day is not None and day > context.today:
        yield warn("datum", _("Deze dag moet nog komen. Klopt de datum?"))


def _something_changes(answers: Answers, context: Context) -> Iterator[Finding]:
    """Without a changed agreement there is nothing to adjust: then an evaluation is enough."""
    if not plan_before(answers, context).form:
        return
    nothing_new = answers.get("geen_nieuw") is True
    if nothing_new and is_filled(answers.get("activiteiten_nieuw")):
        sentence = _(
            "Je vinkte aan: geen nieuwe activiteiten. Er staan er wel. Haal het vinkje of de activiteiten weg."
        )
        yield block("geen_nieuw", sentence)
    elif nothing_new and not changes_agreements(answers, context):
        sentence = _("Er verandert niets aan de afspraken. Leg dit vast in een evaluatie in plaats van hier.")
        yield block("geen_nieuw", sentence)
    elif is_filled(answers.get("activiteiten_nieuw")) and not changes_agreements(answers, context):
        sentence = _("Deze afspraken staan al zo in het plan. Leg dit vast in een evaluatie in plaats van hier.")
        yield block("activiteiten_nieuw", sentence)


def _ended_and_replaced(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What stops does not go on under the same name, and is not named as replaced too."""
    names = {
        same_name(row.get("activiteit"))
        for _index, row in numbered_rows(answers, "activiteiten_vervallen")
        if row.get("besluit") not in (None, "", STAYS)
    }
    for index, row in numbered_rows(answers, "activiteiten_nieuw"):
        told = row.get("a_vervangt")
        said = {same_name(name) for name in (told if isinstance(told, list) else [])}
        if said & names or same_name(row.get("a_activiteit")) in names:
            sentence = _(
                "Deze afspraak staat ook bij wat stopt. Laat haar daar op “Blijft” staan: dan is dit de wijziging."
            )
            yield hint(f"activiteiten_nieuw[{index}].a_activiteit", sentence)


def _fewer_hours(answers: Answers, context: Context) -> Iterator[Finding]:
    """Fewer hours rest on the work or on an advice, never on how somebody is."""
    if not hours_lowered(answers, context):
        return
    if answers.get("aanleiding") == "opbouw_gaat_sneller":
        yield block("aanleiding", _("In het opbouwschema gaan de uren omlaag. Kies een aanleiding die daarbij past."))
    elif answers.get("aanleiding") == "verzoek_werknemer":
        sentence = _(
            "De uren gaan omlaag. Leg dat ook voor aan de bedrijfsarts, en noem hier geen reden over gezondheid."
        )
        yield warn("aanleiding", sentence)


def _next_evaluation(answers: Answers, context: Context) -> Iterator[Finding]:
    """The next evaluation comes after the adjustment, in time, and soon when the hours went down."""
    made = as_day(answers.get("datum")) or context.today
    planned = as_day(answers.get("evaluatie_eerste"))
    if planned is None:
        return
    latest = rules_plan.latest_day_for_evaluation(made, context)
    if planned < made:
        yield block("evaluatie_eerste", _("Deze dag ligt voor de datum van de bijstelling."))
    elif latest is not None and planned > latest:
        sentence = _("Plan de volgende evaluatie uiterlijk op {dag}.").format(
            dag=day_weekday(latest, year=latest.year != context.today.year)
        )
        yield block("evaluatie_eerste", sentence, _(rules_plan.ARTICLE_2))
    elif hours_lowered(answers, context) and planned - made > SOON:
        sentence = _("De uren gaan omlaag. Kijk dan liever voor {dag} samen hoe het gaat.")
        yield warn("evaluatie_eerste", sentence.format(dag=day_in_words(made + SOON, context.today)))


def _in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """After an advice or an evaluation there is as much time for the adjustment as for the plan itself."""
    made, asked = as_day(answers.get("datum")), as_day(answers.get("bron_datum"))
    if asked is not None and made is not None and asked > made:
        yield warn("bron_datum", _("Deze dag ligt na de datum van de bijstelling. Klopt dat?"))
    due = rules_plan.days_later(asked, "plan_van_aanpak_bijstellen", context)
    if made is not None and due is not None and made > due:
        sentence = _("De bijstelling was op tijd tot en met {dag}. Schrijf bij de terugblik waarom het later is.")
        yield hint("datum", sentence.format(dag=day_in_words(due, context.today)), _(rules_plan.ARTICLE_5_OF_4))


RULES: Final[tuple[Rule, ...]] = (
    _there_is_a_plan,
    advice_is_finished("aanleiding"),
    _in_time,
    _fewer_hours,
    _something_changes,
    _ended_and_replaced,
    as_plan(rules_plan.agreements_end, "activiteiten_nieuw"),
    as_plan(rules_plan.agreed_hours, "activiteiten_nieuw"),
    rules_plan.scheduled_hours,
    rules_plan.schedule_is_finished,
    _next_evaluation,
    as_plan(rules_plan.signatures, "activiteiten_nieuw"),
    rules_plan.copies,
)
"""All checks of the form `bijstelling_plan_van_aanpak`."""
