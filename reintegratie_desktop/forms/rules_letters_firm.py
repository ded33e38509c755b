"""What is checked in the request for consent, in the claim, and in the reminder of the application for the WIA."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reintegratie_desktop.domain.letters import TEXT
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.letter_text import SENT_ON
from reintegratie_desktop.forms.rules import block, hint, law_number, not_in_future, number_of, numbered_rows, warn
from reintegratie_desktop.forms.rules_letters import cited, proof_of_sending, source
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _

_WITH_A_SAY: Final = ("or", "pvt")
_NAMELESS: Final = (
    "beweegredenen",
    "inhoud",
    "looptijd",
    "gevolgen",
    "privacy",
    "onderwerp",
    "bijlagen",
    TEXT,
)
_SHORTEST_NAME: Final = 3


# --- the request for consent ------------------------------------------------------------------------------------------


def names_nobody(answers: Answers, context: Context) -> Iterator[Finding]:
    """In a letter to the works council no employee is named."""
    names = [str(context.get("werknemer", key, "")).strip() for key in ("roepnaam", "achternaam")]
    for name in names:
        if len(name) < _SHORTEST_NAME:
            continue
        for key in _NAMELESS:
            if any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for text in _texts(answers.get(key))):
                sentence = _("Hier staat de naam {naam}. De OR of PVT hoort niet om wie het gaat. Haal de naam weg.")
                yield block(key, sentence.format(naam=name))


def _texts(value: object) -> list[str]:
    items: list[Any] = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def somebody_to_ask(_answers: Answers, context: Context) -> Iterator[Finding]:
    """Consent is asked where there is a works council; a small firm talks with its people."""
    form = context.get("werkgever", "or_vorm")
    if form is None or form in _WITH_A_SAY:
        return
    sentence = _("Je hebt geen OR of PVT. Dan is instemming niet nodig. Bespreek je plan in een personeelsvergadering.")
    yield warn("onderwerp_besluit", sentence, cited("wor-35b"))
    people = number_of(context.papers.get("werkgever", {}), "aantal_wn")
    least = law_number("ondernemingsraad_vanaf", context.today)
    if people is not None and least is not None and people >= least:
        sentence = _("Met zoveel mensen in dienst hoort er een ondernemingsraad te zijn.")
        yield warn("onderwerp_besluit", sentence, cited("wor-35c"))


def time_to_talk_it_over(answers: Answers, _context: Context) -> Iterator[Finding]:
    """An answer is asked after the letter, and the plan begins after the answer."""
    sent, answer, start = (as_day(answers.get(key)) for key in (SENT_ON, "reactie_voor", "datum_besluit"))
    if answer is not None and sent is not None and answer <= sent:
        yield block("reactie_voor", _("Kies een dag na de datum van de brief."))
    if answer is not None and start is not None and start < answer:
        yield warn(
            "datum_besluit", _("Het plan begint dan voor er een antwoord is. Zonder instemming gaat het niet door.")
        )


# --- the claim --------------------------------------------------------------------------------------------------------


def claim_in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """A claim does not wait for ever, and an answer is asked after the letter."""
    sent, answer = as_day(answers.get(SENT_ON)), as_day(answers.get("betaaltermijn"))
    if sent is not None and answer is not None and answer <= sent:
        yield block("betaaltermijn", _("Kies een dag na de datum van de brief."))
    happened, first = as_day(answers.get("voorval_op")), context.day("zaak", "eerste_ziektedag")
    if happened is None:
        return
    if first is not None and happened > first:
        yield warn("voorval_op", _("Deze dag ligt na de eerste ziektedag. Klopt dat?"))
    yield hint("voorval_op", _("Een claim verjaart. Vraag een jurist tot welke dag je de tijd hebt."))


def only_what_comes_back(answers: Answers, context: Context) -> Iterator[Finding]:
    """Taxes, premiums and a replacement do not come back; and it must be known that somebody is liable."""
    sentence = _("Alleen nettoloon en redelijke kosten. Belasting, premies, een vervanger en gemiste omzet niet.")
    if numbered_rows(answers, "kosten"):
        yield hint("kosten", sentence, source("kosten_regres"))
    if context.get("ziekmelding", "regres") == "nee":
        yield warn("derde", _("In de ziekmelding staat dat er geen ander aansprakelijk is. Klopt deze brief dan?"))


def periods_in_order(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A period ends on the day it begins or later."""
    for index, row in numbered_rows(answers, "periode"):
        begins, ends = _days(row)
        if begins is not None and ends is not None and ends < begins:
            yield block(f"periode[{index}].tot", _("Dit ligt voor het begin van de periode."))


def _days(row: Mapping[str, Any]) -> tuple[Any, Any]:
    return as_day(row.get("van")), as_day(row.get("tot"))


# --- the reminder -----------------------------------------------------------------------------------------------------


def still_in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """The letter and the last talk come before the last day to apply."""
    last, sent, talk = (as_day(answers.get(key)) for key in ("uiterste", SENT_ON, "eindgesprek"))
    if last is None:
        if context.get("zaak", "termijnen"):
            yield block("uiterste", _("Dit dossier heeft geen datum voor een WIA-aanvraag."))
        return
    if sent is not None and sent > last:
        yield warn(SENT_ON, _("De laatste dag om aan te vragen is al voorbij. Bel UWV samen."), source("wia_aanvraag"))
    if talk is not None and talk > last:
        sentence = _("Dit ligt na {dag}, de laatste dag om aan te vragen. Kies een eerdere dag.")
        yield warn("eindgesprek", sentence.format(dag=day_weekday(last)), source("wia_aanvraag"))
    if talk is not None and sent is not None and talk < sent:
        yield block("eindgesprek", _("Dit ligt voor de datum van de brief."))


CONSENT: Final[tuple[Rule, ...]] = (names_nobody, somebody_to_ask, time_to_talk_it_over)
CLAIM: Final[tuple[Rule, ...]] = (
    claim_in_time,
    only_what_comes_back,
    periods_in_order,
    proof_of_sending,
    not_in_future("voorval_op", N_("Deze dag moet nog komen.")),
)
REMINDER: Final[tuple[Rule, ...]] = (still_in_time,)
