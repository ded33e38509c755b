"""What the final review checks: it rests on the actueel oordeel, comes in time, and agrees with itself."""

from collections.abc import Iterator, Mapping
from typing import Final

from reintegratie_desktop.forms import rules_plan
from reintegratie_desktop.forms.advice import day_in_words
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.final_review_carry import JUDGEMENT, NEVER_WORK
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import hint, not_in_future, number_of, warn
from reintegratie_desktop.forms.rules_adjust_plan import as_plan
from reintegratie_desktop.text.i18n import N_, _

ARTICLE: Final = N_("Regeling procesgang art. 6 lid 1")


def _rests_on_judgement(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Without the actueel oordeel there is nothing to review on."""
    judged, day = as_day(answers.get("ao_datum")), as_day(answers.get("datum"))
    if judged is None:
        sentence = _("Er is nog geen actueel oordeel. Vraag het aan de bedrijfsarts en leg het vast. Kom dan terug.")
        yield hint("ao_datum", sentence, _(ARTICLE))
    elif day is not None and day < judged:
        yield warn("datum", _("Deze dag ligt voor het actueel oordeel. Klopt dat?"))


def _in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """The review is there two weeks before the application."""
    days = context.get("zaak", "termijnen")
    latest = as_day(days.get("eindevaluatie")) if isinstance(days, Mapping) else None
    day = as_day(answers.get("datum"))
    if latest is not None and day is not None and day > latest:
        sentence = _("De eindevaluatie was op tijd tot en met {dag}. Schrijf bij je mening waarom het later is.")
        yield hint("datum", sentence.format(dag=day_in_words(latest, context.today)), _(ARTICLE))


def _is_needed(answers: Answers, context: Context) -> Iterator[Finding]:
    """Where there never was work to do, this review is not needed."""
    if NEVER_WORK.holds(answers, context):
        sentence = _(
            "De bedrijfsarts zag in geen enkel advies mogelijkheden om te werken. Een eindevaluatie is dan niet nodig, "
            "als dat ook in het actueel oordeel staat."
        )
        yield warn("datum", sentence, _(ARTICLE))


def _work(answers: Answers, context: Context) -> Iterator[Finding]:
    """The answers about the work agree with each other and with the judgement of the bedrijfsarts."""
    hours = number_of(answers, "uren")
    if answers.get("werkt") == "ja" and hours is not None and hours == 0:
        yield warn("uren", _("Er staat 0 uur. Werkt je medewerker dan wel?"))
    since = as_day(answers.get("sinds"))
    if since is not None and since > context.today:
        yield warn("sinds", _("Deze dag moet nog komen. Klopt de datum?"))
    until, day = as_day(answers.get("structureel_tot")), as_day(answers.get("datum"))
    if until is not None and day is not None and until < day:
        yield warn("structureel_tot", _("Dit werk is dan al opgehouden. Klopt de datum?"))
    judged = context.get(JUDGEMENT, "passend_intern")
    if judged in ("ja", "nee") and answers.get("passend_wg") in ("ja", "nee") and judged != answers["passend_wg"]:
        sentence = _("De bedrijfsarts denkt hier anders over. Leg uit hoe jij het ziet.")
        yield warn("passend_wg", sentence, _(ARTICLE))


def _relation(answers: Answers, context: Context) -> Iterator[Finding]:
    """A disturbed relation asks for a word about what was done."""
    if answers.get("relatie_wg") == "verstoord" and not is_filled(answers.get("relatie_toelichting")):
        yield warn("relatie_toelichting", _("Schrijf erbij wat jullie eraan gedaan hebben. Niet wie er gelijk heeft."))
    judged = context.get(JUDGEMENT, "arbeidsrelatie")
    if judged == "verstoord" and answers.get("relatie_wg") in ("goed", "voldoende"):
        yield warn("relatie_wg", _("De bedrijfsarts noemt de relatie verstoord. Leg uit hoe jij het ziet."), _(ARTICLE))


RULES: Final[tuple[Rule, ...]] = (
    not_in_future("datum", N_("Deze dag moet nog komen. Vul dit in als het zover is.")),
    _rests_on_judgement,
    _in_time,
    _is_needed,
    _work,
    _relation,
    as_plan(rules_plan.signatures, "afspraken"),
)
"""All checks of the form `eindevaluatie`."""
