"""What is checked at the last papers of the road: the actueel oordeel, the employee's own opinion, the handing over."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from reintegratie_desktop.forms.advice import EINDDOEL_PLAN, Advice, advice_on_work, contract_hours, day_in_words
from reintegratie_desktop.forms.advice_steps_start import CONCLUSION
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Choice, Option, as_decimal
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.plan_carry import employee_name
from reintegratie_desktop.forms.rules import block, hint, label_of, number_of, warn
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import N_, _

ARTICLE_6: Final = N_("Regeling procesgang art. 6 lid 1")
BEFORE_ILLNESS: Final = N_("Deze dag ligt voor de eerste ziektedag.")
_ASKED: Final = "actueel_oordeel"
_STEP: Final = "actueel_oordeel"


def _possibilities() -> tuple[Option, ...]:
    field = next(field for field in CONCLUSION.fields if field.key == "benutbaar")
    assert isinstance(field, Choice)
    return field.options


POSSIBILITIES: Final = _possibilities()
"""The same answers as those of the probleemanalyse, so that the two can be laid side by side."""


def in_this_case(*keys: str) -> Rule:
    """Make a rule: these days lie in the case, from the first sick day up to today."""

    def rule(answers: Answers, context: Context) -> Iterator[Finding]:
        first = context.day("zaak", "eerste_ziektedag")
        for key in keys:
            day = as_day(answers.get(key))
            if day is None:
                continue
            if day > context.today:
                yield block(key, _("Deze dag moet nog komen."))
            elif first is not None and day < first:
                yield block(key, _(BEFORE_ILLNESS))

    return rule


# --- the actueel oordeel ----------------------------------------------------------------------------------------------


def asked_for(_value: object, context: Context) -> str | None:
    """Return on which day the bedrijfsarts was asked for an actueel oordeel, from the message that asked it."""
    for message in reversed(context.history.get("melding_arbodienst", ())):
        actions = message.get("gewenste_actie")
        if isinstance(actions, list) and _ASKED in actions:
            return str(message.get("verzonden_op") or "")[:10] or None
    return None


def _said(advice: Advice) -> str:
    label = label_of("probleemanalyse", "benutbaar", advice.answers.get("benutbaar"))
    hours = as_decimal(advice.answers.get("uren_week"))
    parts = [
        # It prints for ever, so the day has its year.
        _("Advies van {dag}").format(dag=day_numeric(advice.day)) if advice.day else _("Laatste advies"),
        f"{label[:1].lower()}{label[1:]}" if label else "",
        "" if hours is None else _("{uren} uur per week").format(uren=number(hours)),
    ]
    first, *others = filter(None, parts)
    return f"{first}: {', '.join(others)}" if others else first


def last_advice(_answers: Answers, context: Context) -> str | None:
    """Return in one line what the newest advice says, to lay beside the opinion of now."""
    advice = advice_on_work(context)
    return None if advice is None else _said(advice)


def goal_of_plan(_answers: Answers, context: Context) -> str | None:
    """Return the goal of the plan in words."""
    goals = context.get("bijstelling_plan_van_aanpak", "einddoel") or context.get("plan_van_aanpak", "einddoel")
    chosen = goals if isinstance(goals, list) else [goals]
    return "; ".join(_(option.label) for option in EINDDOEL_PLAN if option.value in chosen) or None


def knows(compute: Callable[[Answers, Context], Any]) -> Callable[[Answers, Context], bool]:
    """Return whether there is something to show."""
    return lambda answers, context: is_filled(compute(answers, context))


def opinion_order(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The opinion is asked, given and received, in that order."""
    asked, given, received = (as_day(answers.get(key)) for key in ("aangevraagd_op", "datum", "ontvangen_op"))
    if given is not None and asked is not None and given < asked:
        yield warn("datum", _("Deze dag ligt voor de dag waarop je het vroeg. Klopt dat?"))
    if received is not None and given is not None and received < given:
        yield block("ontvangen_op", _("Je kunt het niet eerder krijgen dan het is opgesteld."))


def opinion_is_newest(answers: Answers, context: Context) -> Iterator[Finding]:
    """It comes after the last advice, before the eindevaluatie, and in the last weeks."""
    day = as_day(answers.get("datum"))
    if day is None:
        return
    advice = advice_on_work(context)
    if advice is not None and advice.day is not None and day < advice.day:
        sentence = _("Er is een nieuwer advies, van {dag}. Vraag de bedrijfsarts om een oordeel van nu.")
        yield warn("datum", sentence.format(dag=day_in_words(advice.day, context.today)), _(ARTICLE_6))
    closing = context.day("eindevaluatie", "datum")
    if closing is not None and day > closing:
        sentence = _("De eindevaluatie is van {dag}. Die hoort na dit oordeel: maak er een nieuwe versie van.")
        yield warn("datum", sentence.format(dag=day_in_words(closing, context.today)), _(ARTICLE_6))
    opens = as_day(context.get("zaak", "vensters", {}).get(_STEP))
    if opens is not None and day < opens:
        sentence = _("Dit is vroeg. Voor het verslag telt een oordeel vanaf {dag}.")
        yield hint("datum", sentence.format(dag=day_in_words(opens, context.today)))


def opinion_hours(answers: Answers, context: Context) -> Iterator[Finding]:
    """More hours than the contract is nearly always a mistake."""
    hours, contract = number_of(answers, "uren_week"), contract_hours(context)
    if hours is not None and contract is not None and hours > contract:
        sentence = _("Het contract is {uren} uur per week. Klopt dit?")
        yield warn("uren_week", sentence.format(uren=number(contract)))


def opinion_follows(answers: Answers, context: Context) -> Iterator[Finding]:
    """What the opinion asks next; never an advice about health."""
    if answers.get("arbeidsrelatie") == "verstoord":
        yield hint(
            "arbeidsrelatie",
            _("Schrijf in de eindevaluatie wat jullie hieraan deden. UWV kijkt ook naar jouw oordeel."),
            _(ARTICLE_6),
        )
    if answers.get("passend_intern") == "ja" and answers.get("eigen_werk") == "nee":
        yield hint("passend_intern", _("Schrijf in de eindevaluatie welk werk dat is, en of het blijft."), _(ARTICLE_6))
    if answers.get("overgedragen_med") is False:
        sentence = _("Vraag de bedrijfsarts om dit stuk aan {naam} te geven. Jij krijgt het niet te zien.")
        yield hint("overgedragen_med", sentence.format(naam=employee_name(context)))


# --- the employee's own opinion ---------------------------------------------------------------------------------------


def papers_given(answers: Answers, context: Context) -> Iterator[Finding]:
    """The employee judges papers he or she has; those of the report are the last of them."""
    given, report = as_day(answers.get("stukken")), context.day("re_integratieverslag", "datum")
    if given is not None and report is not None and given < report:
        sentence = _("Het verslag is van {dag}. Geef ook die versie, zodat je werknemer alles heeft.")
        yield warn("stukken", sentence.format(dag=day_in_words(report, context.today)), _(ARTICLE_6))


def opinion_reported(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Without the own opinion the application is not complete; asking for what stands in it is not done."""
    if answers.get("gedaan") == "nee":
        yield hint(
            "gedaan",
            _("Herinner je werknemer eraan. Vraag niet wat erin staat: het is van je werknemer."),
            _(ARTICLE_6),
        )


# --- the handing over of what the employer does not see ---------------------------------------------------------------


def only_when_given(value: object, _context: Context) -> bool | None:
    """Return yes when it was given; a no of an earlier day says nothing about today."""
    return True if value is True else None


def handed_over(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A day belongs to a yes, and comes after the request."""
    asked, day = as_day(answers.get("gevraagd")), as_day(answers.get("datum"))
    if day is not None and answers.get("overgedragen") is False:
        yield block("datum", _("Hierboven staat dat het nog niet is gegeven."))
    elif day is not None and asked is not None and day < asked:
        yield block("datum", _("Deze dag ligt voor de dag waarop je erom vroeg."))
    if answers.get("overgedragen") is False:
        yield warn("overgedragen", _("Vraag er opnieuw om. Zonder dit stuk is de WIA-aanvraag niet compleet."))
    if answers.get("uitleg") is False:
        yield warn(
            "uitleg",
            _("Leg het nog uit: je werknemer stuurt dit zelf naar UWV, en hoeft het niet aan jou te laten zien."),
        )
