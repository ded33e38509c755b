"""What the papers about passend werk share: what earlier papers say about it, and who signs."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from reintegratie_desktop.forms.advice import advice_on_work, day_in_words
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import By, Many, Need, Signature
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.plan_carry import employee_signs, employer_signs
from reintegratie_desktop.forms.rules import block, label_of
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import N_, _

SPOOR1: Final = "spoor1_onderzoek"
SPOOR2: Final = "spoor2_start"
PROFILE: Final = "zoekprofiel"
REPORT: Final = "voortgangsrapportage"
PLACEMENT: Final = "werkervaringsplaats"
EXPERT: Final = "arbeidsdeskundig_onderzoek"
FOUR_STEPS: Final = ("eigen_werk", "eigen_aangepast", "ander_intern", "groep")
"""The questions of spoor 1 that are answered before anybody looks outside."""


# --- what earlier papers say ----------------------------------------------------------------------------------------


def advice_in_words(context: Context) -> str | None:
    """Return the newest advice in terms of work: hours, what can be done and what not; None without an advice."""
    advice = advice_on_work(context)
    if advice is None:
        return None
    parts = []
    if advice.day is not None:
        parts.append(_("Advies van {dag}.").format(dag=day_in_words(advice.day, context.today)))
    hours = advice.highest(context.today, context.today)
    if hours is not None:
        parts.append(_("Hoogstens {uren} uur per week.").format(uren=number(hours)))
    for key, words in (("wel", N_("Wel: {werk}.")), ("niet", N_("Nog niet: {werk}."))):
        said = str(advice.answers.get(key) or "").strip().rstrip(".")
        if said:
            parts.append(_(words).format(werk=said))
    return " ".join(parts) or None


def open_steps(context: Context) -> tuple[str, ...]:
    """Return the questions of spoor 1 that nobody answered yet, by their labels."""
    form = flow(SPOOR1)
    answers = context.papers.get(SPOOR1, {})
    fields = [form.field(key) for key in FOUR_STEPS]
    asked = [field for field in fields if field.is_asked(answers, context)]
    return tuple(_(field.label) for field in asked if field.is_empty(answers.get(field.key)))


def spoor1_in_words(_answers: Answers, context: Context) -> str | None:
    """Return what came out of spoor 1: the conclusion and the reasons for it."""
    concluded = label_of(SPOOR1, "conclusie", context.get(SPOOR1, "conclusie"))
    if not concluded:
        return None
    reasons = str(context.get(SPOOR1, "onderbouwing") or "")
    return f"{concluded}. {reasons}".strip()


def expert_in_words(_value: Any, context: Context) -> str | None:  # noqa: ANN401 - a JSON value
    """Return what the arbeidsdeskundige advises, from the paper of that research; None without an outcome."""
    answers = context.papers.get(EXPERT, {})
    parts = []
    for key, words in (
        ("eigen_werk", N_("Eigen werk passend: {antwoord}.")),
        ("ander_intern", N_("Ander werk in het bedrijf: {antwoord}.")),
        ("spoor2", N_("Spoor 2: {antwoord}.")),
    ):
        label = label_of(EXPERT, key, answers.get(key))
        if label:
            parts.append(_(words).format(antwoord=label[:1].lower() + label[1:]))
    parts += [str(answers[key]) for key in ("ander_intern_welk", "aanpassing") if answers.get(key)]
    return " ".join(parts) or None


def labels_of(form: str, key: str, values: object) -> list[str]:
    """Return the translated labels of what was chosen from a list in another form."""
    field = flow(form).field(key)
    assert isinstance(field, Many)
    chosen = values if isinstance(values, list) else []
    return [_(option.label) for option in field.options if option.value in chosen]


def deadline(context: Context, step: str) -> date | None:
    """Return the last day of a step of the clock; None when the case does not say it."""
    dates = context.get("zaak", "termijnen")
    return as_day(dates.get(step)) if isinstance(dates, Mapping) else None


# --- rules ----------------------------------------------------------------------------------------------------------


def not_before_case(*keys: str) -> Rule:
    """Make a rule: none of these days lies before the first sick day."""

    def rule(answers: Answers, context: Context) -> Iterator[Finding]:
        first = context.day("zaak", "eerste_ziektedag")
        for key in keys:
            day = as_day(answers.get(key))
            if day is not None and first is not None and day < first:
                yield block(key, _("Deze dag ligt voor de eerste ziektedag."))

    return rule


def in_order(earlier: str, later: str, message: str) -> Rule:
    """Make a rule: the day in `later` is not before the day in `earlier`. `message` is a message id."""

    def rule(answers: Answers, _context: Context) -> Iterator[Finding]:
        first, last = as_day(answers.get(earlier)), as_day(answers.get(later))
        if first is not None and last is not None and last < first:
            yield block(later, _(message))

    return rule


# --- who signs ------------------------------------------------------------------------------------------------------


def signed_by(key: str) -> Callable[[Answers, Context], dict[str, str] | None]:
    """Return a maker of a signature that is still to be put, in the name that was typed in another question."""

    def make(answers: Answers, _context: Context) -> dict[str, str] | None:
        name = answers.get(key)
        return {"naam": name, "datum": "", "status": "nog_niet"} if isinstance(name, str) and name.strip() else None

    return make


def employer_signature(key: str, label: str, means: str, *, need: Need = Need.REQUIRED) -> Signature:
    """Return the signature of the employer; `label` and `means` are message ids."""
    return Signature(
        key=key,
        label=label,
        ask=N_("Wie tekent voor het bedrijf?"),
        help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
        why=N_("Zo is te zien wie voor het bedrijf heeft meegekeken."),
        need=need,
        role=N_("Werkgever"),
        means=means,
        default=employer_signs,
    )


def employee_signature(key: str, label: str, means: str, **more: Any) -> Signature:  # noqa: ANN401 - parts of a field
    """Return the signature of the employee; `label` and `means` are message ids."""
    return Signature(
        key=key,
        label=label,
        ask=N_("Tekent je medewerker?"),
        help=N_("Tekent je medewerker niet, dan kun je het papier toch afmaken."),
        why=N_("Zo is te zien dat je medewerker het papier kent."),
        by=By.WN,
        role=N_("Werknemer"),
        means=means,
        may_refuse=True,
        default=employee_signs,
        **{"need": Need.REQUIRED, **more},
    )
