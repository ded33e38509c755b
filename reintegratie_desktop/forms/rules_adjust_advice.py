"""What is checked when a changed advice is taken over: that it is newer, that something changes, and what follows."""

from collections.abc import Iterator
from typing import Final

from reintegratie_desktop.forms.advice import day_in_words
from reintegratie_desktop.forms.advice_change import advice_before, changes_something, hours_go_down
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.plan_now import plan_now
from reintegratie_desktop.forms.rules import block, hint, not_before, not_in_future, warn
from reintegratie_desktop.forms.rules_advice import advised_goal, attachment, conclusion, hours, next_consult, periods
from reintegratie_desktop.forms.rules_plan import ARTICLE_5_OF_4, days_later
from reintegratie_desktop.text.i18n import N_, _

CONTINUED: Final = "geen_wijziging_voortzetting"
NEEDED: Final = "bijstelling_nodig"
NOT_NEEDED: Final = "geen_bijstelling"


def _newer_than_before(answers: Answers, context: Context) -> Iterator[Finding]:
    """An adjustment follows an advice, and is dated after it."""
    day = as_day(answers.get("datum_document"))
    consult = as_day(answers.get("datum_spreekuur"))
    newest = advice_before({}, context)
    if newest is None:
        yield block("datum_document", _("Er is nog geen advies om bij te stellen. Vul eerst het eerste advies in."))
        return
    if day is None:
        return
    if advice_before(answers, context) is None and newest.day is not None:
        sentence = _("Het vorige advies is van {dag}. Een bijstelling is later.")
        yield block("datum_document", sentence.format(dag=day_in_words(newest.day, context.today)))
    elif consult is not None and day < consult:
        yield warn("datum_document", _("Deze dag ligt voor het spreekuur. Klopt dat?"))


def _something_changes(answers: Answers, context: Context) -> Iterator[Finding]:
    """Something is different, or it is said that the advice stays as it was."""
    if advice_before(answers, context) is None:
        return
    reason, differs = answers.get("reden"), changes_something(answers, context)
    if not differs and reason not in (None, "", CONTINUED):
        sentence = _("Er is nog niets veranderd. Pas het advies aan, of kies “Geen wijziging, voortzetting”.")
        yield block("reden", sentence)
    elif differs and reason == CONTINUED:
        yield block("reden", _("Er is wel iets veranderd. Kies wat het beste past bij het nieuwe advies."))


def _consequence(answers: Answers, context: Context) -> Iterator[Finding]:
    """A plan that no longer fits the advice is adjusted, in the time the law gives for it."""
    day, wanted = as_day(answers.get("datum_document")), answers.get("gevolg")
    if wanted == NEEDED and not plan_now(context).form:
        yield hint("gevolg", _("Er is nog geen plan van aanpak. Maak dat eerst, met dit advies."))
    elif wanted == NEEDED and (due := days_later(day, "plan_van_aanpak_bijstellen", context)) is not None:
        sentence = _("Stel het plan bij uiterlijk op {dag}.").format(dag=day_in_words(due, context.today))
        yield hint("gevolg", sentence, _(ARTICLE_5_OF_4))
    elif wanted == NOT_NEEDED and changes_something(answers, context) and plan_now(context).form:
        sentence = _("Het advies is anders dan eerst. Past het plan er nog bij? Zo niet, kies dan “nodig”.")
        yield warn("gevolg", sentence, _(ARTICLE_5_OF_4))


def _schedule(answers: Answers, context: Context) -> Iterator[Finding]:
    """Fewer hours than before: the schedule goes down too."""
    if hours_go_down(answers, context) and context.get("opbouwschema", "fasen") is not None:
        yield Finding(
            Level.HINT,
            "uren_week",
            _("De uren gaan omlaag. Pas het opbouwschema aan voordat er weer gewerkt wordt."),
            opens="opbouwschema",
        )


RULES: Final[tuple[Rule, ...]] = (
    not_in_future("datum_spreekuur", N_("Deze dag moet nog komen. Vul dit in na het spreekuur.")),
    not_in_future("datum_document", N_("Deze dag moet nog komen. Welke datum staat op het advies?")),
    not_in_future("ontvangen_op", N_("Deze dag moet nog komen.")),
    not_before("ontvangen_op", "datum_document", N_("Je kunt het advies niet krijgen voordat het er is.")),
    _newer_than_before,
    attachment,
    conclusion,
    _something_changes,
    hours,
    periods,
    advised_goal,
    next_consult,
    _consequence,
    _schedule,
)
"""All checks of the form `bijstelling_probleemanalyse`."""
