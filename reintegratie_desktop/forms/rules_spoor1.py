"""What is checked in the research of spoor 1, and what it takes over from the advice."""

from collections.abc import Iterator
from typing import Any, Final

from reintegratie_desktop.forms.advice import advice_on_hours, contract_hours, not_more_than
from reintegratie_desktop.forms.conditions import Is, Not
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.rules import block, not_in_future, numbered_rows, warn
from reintegratie_desktop.forms.spoor_carry import EXPERT, SPOOR2, deadline, labels_of, not_before_case
from reintegratie_desktop.text.formatting import day_weekday, number
from reintegratie_desktop.text.i18n import N_, _

MORE_THAN_OWN_WORK: Final = Not(Is("eigen_werk", "ja"))
"""The own work does not come back in full: then everything else is looked at."""
TO_OUTSIDE: Final = ("geen_mogelijkheden", "gelijktijdig_spoor_2")
"""The conclusions with which the search goes on outside the company."""


def own_work_of_expert(value: Any, _context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return whether the own work can be done in full, from what the arbeidsdeskundige says of it."""
    return "ja" if value == "ja" else "nee"


def own_work_of_advice(value: Any, _context: Context) -> str | None:  # noqa: ANN401 - as above
    """Return `nee` when the bedrijfsarts does not expect the own work to come back."""
    return "nee" if value == "niet_in_eigen_werk" else None


def adaptations_of_advice(value: Any, _context: Context) -> list[dict[str, str]]:  # noqa: ANN401 - as above
    """Return the adaptations the bedrijfsarts advises as rows that still ask for a decision."""
    return [{"aanpassing": label} for label in labels_of("probleemanalyse", "aanpassingen", value)]


def work_of_expert(value: Any, context: Context) -> list[dict[str, str]] | None:  # noqa: ANN401 - as above
    """Return the other work the arbeidsdeskundige sees in the company as a row."""
    which = context.get(EXPERT, "ander_intern_welk")
    return [{"functie": which, "past": "ja"}] if value == "ja" and which else None


def a_day_for_own_work(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Own work that comes back later has a day on which that is expected."""
    made, day = as_day(answers.get("datum")), as_day(answers.get("eigen_werk_op"))
    if day is not None and made is not None and day < made:
        yield block("eigen_werk_op", _("Deze dag ligt voor de dag van dit onderzoek. Kan het werk nu al? Kies dan ja."))


def within_limits(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours of other work stay inside the advice and the contract."""
    advice, contract = advice_on_hours(context), contract_hours(context)
    most = advice.highest(context.today, context.today) if advice is not None else None
    for index, row in numbered_rows(answers, "ander_intern"):
        hours, place = as_decimal(row.get("uren")), f"ander_intern[{index}].uren"
        if hours is None:
            continue
        if advice is not None and most is not None and hours > most:
            yield warn(place, not_more_than(most, advice, context.today))
        elif contract is not None and hours > contract:
            sentence = _("Niet meer dan {uren} uur per week. Dat zijn de uren van het contract.")
            yield warn(place, sentence.format(uren=number(contract)))


def ask_who_knows(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Whether a job fits is not guessed: the bedrijfsarts or an arbeidsdeskundige knows."""
    for index, row in numbered_rows(answers, "ander_intern"):
        if row.get("past") == "onbekend":
            sentence = _("Weet je het niet zeker? Vraag het aan de bedrijfsarts of een arbeidsdeskundige.")
            yield Finding(Level.HINT, f"ander_intern[{index}].past", sentence, opens=EXPERT)


def conclusion_fits(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The conclusion says the same as the steps above it."""
    concluded = answers.get("conclusie")
    if answers.get("eigen_werk") == "ja" and concluded in TO_OUTSIDE:
        yield warn("conclusie", _("Hierboven staat dat het eigen werk helemaal kan. Klopt deze conclusie?"))
    chosen = [
        row
        for key in ("eigen_aangepast", "ander_intern")
        for _index, row in numbered_rows(answers, key)
        if row.get("beslissing") == "doen"
    ]
    if chosen and concluded == "geen_mogelijkheden":
        yield warn("conclusie", _("Hierboven staat werk dat jullie wel gaan doen. Klopt deze conclusie?"))
    if concluded in TO_OUTSIDE and answers.get("eigen_werk") != "ja":
        yield Finding(Level.HINT, "conclusie", _("De volgende stap is de start van spoor 2."), opens=SPOOR2)


def in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """The research is there before the eerstejaarsevaluatie."""
    made, last = as_day(answers.get("datum")), deadline(context, "eerstejaarsevaluatie")
    if made is not None and last is not None and made > last:
        sentence = _("Dit is na de eerstejaarsevaluatie, die uiterlijk {dag} is. Schrijf bij de onderbouwing waarom.")
        yield warn("datum", sentence.format(dag=day_weekday(last, year=True)))


RULES: Final[tuple[Rule, ...]] = (
    a_day_for_own_work,
    within_limits,
    ask_who_knows,
    conclusion_fits,
    not_in_future("datum", N_("Vul de dag in waarop jullie het onderzoek afmaken.")),
    not_before_case("datum"),
    in_time,
)
"""All checks of the form `spoor1_onderzoek`, in the order of the form."""
