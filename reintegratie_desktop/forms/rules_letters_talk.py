"""What is checked in the letters around a talk: the invitation, the formal call, the confirmation of agreements."""

from collections.abc import Iterator
from typing import Any, Final

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.letter_carry import agreements, talk_of
from reintegratie_desktop.forms.letter_text import SENT_ON, working_days_after
from reintegratie_desktop.forms.rules import block, hint, not_before, not_in_future, numbered_rows, warn
from reintegratie_desktop.text.formatting import day_numeric, day_weekday
from reintegratie_desktop.text.i18n import N_, _

# Our own choices: no law names these terms. They give people time to arrange things.
INVITATION_WORKING_DAYS: Final = 3
CONFIRM_WITHIN_WORKING_DAYS: Final = 2
REACTION_WORKING_DAYS: Final = 5

_MARKS: Final = " .,;:–-"


def after_the_letter(key: str) -> Rule:
    """Make a rule: the moment in `key` lies after the date of the letter."""

    def rule(answers: Answers, _context: Context) -> Iterator[Finding]:
        moment, sent = as_day(answers.get(key)), as_day(answers.get(SENT_ON))
        if moment is not None and sent is not None and moment < sent:
            yield block(key, _("Dit ligt voor de datum van de brief."))

    return rule


def time_to_prepare(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Between the letter and the talk lie a few working days."""
    talk, sent = as_day(answers.get("datumtijd")), as_day(answers.get(SENT_ON))
    if talk is None or sent is None or talk < sent:
        return
    first = working_days_after(sent, INVITATION_WORKING_DAYS)
    if talk < first:
        sentence = _("Geef liefst drie werkdagen om zich voor te bereiden. Dat is vanaf {dag}.")
        yield warn("datumtijd", sentence.format(dag=day_weekday(first)))


def how_long(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A duration is no time of day: "10:00" or a bare number does not say how long."""
    duration = str(answers.get("duur") or "").strip()
    if duration and not any(sign.isalpha() for sign in duration):
        yield block("duur", _("Schrijf hoe lang het duurt, zoals: 45 minuten."))


def rule_behind_the_call(answers: Answers, context: Context) -> Iterator[Finding]:
    """Without written rules about absence a call for the consult has no ground to fall back on."""
    is_consult = answers.get("oproep_voor") == "spreekuur_bedrijfsarts"
    if is_consult and context.day("werkgever", "verzuimprotocol") is None:
        sentence = _(
            "In de gegevens van je bedrijf staat geen verzuimprotocol. Zonder geschreven regels kun je later geen loon "
            "opschorten."
        )
        yield warn("grond", sentence)


def call_before_it_starts(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Who cannot come calls before the appointment, and after the letter."""
    until, moment = str(answers.get("verhinderd") or ""), str(answers.get("datumtijd") or "")
    if as_day(until) is not None and as_day(moment) is not None and until >= moment:
        yield block("verhinderd", _("Bellen moet kunnen voordat de afspraak begint. Kies een eerder moment."))
    sent = as_day(answers.get(SENT_ON))
    last = as_day(until)
    if last is not None and sent is not None and last <= sent:
        yield warn("verhinderd", _("De brief is er dan misschien nog niet. Geef iets meer tijd."))


def only_what_was_agreed(answers: Answers, context: Context) -> Iterator[Finding]:
    """The letter confirms the talk: its agreements, in other words if need be, and no new ones."""
    held = as_day(talk_of(answers, context).get("datum"))
    if held is None:
        return
    agreed = agreements(answers, context) or []
    for index, row in numbered_rows(answers, "afspraken"):
        if not any(_is_same(row, known) for known in agreed):
            sentence = _("Deze afspraak staat niet in het verslag van {dag}. Maak daar eerst een nieuwe versie van.")
            yield block(f"afspraken[{index}].wat", sentence.format(dag=day_numeric(held)))
    left_out = len(agreed) - len(numbered_rows(answers, "afspraken"))
    if left_out > 0:
        yield hint("afspraken", _("Niet alle afspraken uit het verslag staan in de brief."))


def _is_same(row: dict[str, Any], known: dict[str, Any]) -> bool:
    """Tell whether a row is an agreement of the talk: the same words, or other words with the same name and day."""
    same_words = _plain(row.get("wat")) == _plain(known.get("wat"))
    return same_words or (_plain(row.get("wie")), row.get("wanneer")) == (
        _plain(known.get("wie")),
        known.get("wanneer"),
    )


def _plain(value: object) -> str:
    return str(value or "").casefold().strip(_MARKS)


def soon_after_the_talk(answers: Answers, context: Context) -> Iterator[Finding]:
    """A confirmation that comes soon is read while everybody still knows what was said."""
    sent, held = as_day(answers.get(SENT_ON)), as_day(talk_of(answers, context).get("datum"))
    if sent is None or held is None:
        return
    if sent < held:
        yield block(SENT_ON, _("De brief ligt voor het gesprek."))
    elif sent > working_days_after(held, CONFIRM_WITHIN_WORKING_DAYS):
        yield hint(SENT_ON, _("Bevestig liefst binnen twee werkdagen. Dan weet iedereen nog wat er is gezegd."))


INVITATION: Final[tuple[Rule, ...]] = (after_the_letter("datumtijd"), time_to_prepare, how_long)
CALL: Final[tuple[Rule, ...]] = (
    after_the_letter("datumtijd"),
    rule_behind_the_call,
    call_before_it_starts,
    not_in_future("eerder_gemist", N_("Deze dag moet nog komen.")),
)
CONFIRMATION: Final[tuple[Rule, ...]] = (
    only_what_was_agreed,
    soon_after_the_talk,
    after_the_letter("volgende"),
    not_before("reactie_tot", SENT_ON, N_("Dit ligt voor de datum van de brief.")),
)
