"""What is checked in every letter: its date and its address, and a text that somebody changed by hand."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from reintegratie_desktop.domain.letters import TEXT, table_line
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import Field, Table
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.letter_text import SENT_ON, said_dates, tables_in, text_of
from reintegratie_desktop.forms.rules import block, hint, numbered_rows, warn
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

_BY_POST: Final = ("post", "aangetekend")


def source(basis: str) -> str:
    """Return the article of the law by the name of its grondslag."""
    return load_law().basis(basis).text


def cited(name: str, paragraph: str = "") -> str:
    """Return an article of the law by the name of its source."""
    return load_law().sources[name].cite(paragraph)


def head_rules(*, about_employee: bool) -> tuple[Rule, ...]:
    """Return the checks of the head of a letter."""
    return (not_before_the_case, how_it_goes) if about_employee else (how_it_goes,)


def not_before_the_case(answers: Answers, context: Context) -> Iterator[Finding]:
    """A letter about a case is not older than the case."""
    sent, first = as_day(answers.get(SENT_ON)), context.day("zaak", "eerste_ziektedag")
    if sent is not None and first is not None and sent < first:
        yield block(SENT_ON, _("Deze datum ligt voor de eerste ziektedag ({dag}).").format(dag=day_numeric(first)))


def how_it_goes(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A letter by post has an address; ordinary mail can be read on the way."""
    way = answers.get("verzendwijze")
    receiver = str(answers.get("ontvanger") or "").strip()
    if way in _BY_POST and receiver and "\n" not in receiver:
        yield warn("ontvanger", _("Het adres is niet bekend. Vul het aan, of geef de brief zelf."))
    if way == "e_mail":
        yield hint("verzendwijze", _("Gewone e-mail kan onderweg worden gelezen. Zelf geven of de post is veiliger."))


def proof_of_sending(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Of a letter about wage it must be sure that it arrived."""
    if answers.get("verzendwijze") in ("post", "e_mail"):
        sentence = _("Geef deze brief zelf of stuur hem aangetekend. Dan staat vast dat hij is aangekomen.")
        yield hint("verzendwijze", sentence)


def text_rules(fields: tuple[Field, ...], text: Any, must_say: tuple[str, ...]) -> tuple[Rule, ...]:  # noqa: ANN401
    """Return the checks of the text of a letter: of one that follows the answers there is nothing to check."""
    tables = tuple(field for field in fields if isinstance(field, Table))

    def changed_by_hand(answers: Answers, context: Context) -> Iterator[Finding]:
        said = text_of(answers)
        written = text(answers, context)
        if not said.strip() or said == written:
            return
        for word in must_say:
            if _(word) not in said:
                sentence = _("In de brief moet staan: {woord}. Dat is de weg die de ander nog heeft.")
                yield block(TEXT, sentence.format(woord=_(word)))
        for when in dict.fromkeys(said_dates(fields, answers)):
            if when in written and when not in said:
                yield warn(TEXT, _("In de brief staat niet meer: {wanneer}. Klopt dat?").format(wanneer=when))
        for field in tables:
            is_gone = field.key in tables_in(written) and field.key not in tables_in(said)
            if is_gone:
                sentence = _("De regel {regel} is weg. De tabel komt dan niet in de brief.")
                yield hint(TEXT, sentence.format(regel=table_line(field.key)))
        yield hint(TEXT, _("Je schreef zelf in de brief. Hij verandert niet meer mee. Leegmaken zet hem terug."))

    return (changed_by_hand,)


# --- facts that happened ----------------------------------------------------------------------------------------------


def facts_have_happened(key: str) -> Rule:
    """Make a rule: each row of facts has a day that is past and not after the letter."""

    def rule(answers: Answers, context: Context) -> Iterator[Finding]:
        sent = as_day(answers.get(SENT_ON)) or context.today
        for index, row in numbered_rows(answers, key):
            happened = as_day(row.get("datum"))
            if happened is not None and happened > sent:
                yield block(f"{key}[{index}].datum", _("Dit ligt na de datum van de brief."))

    return rule


def newest_fact(answers: Answers, key: str) -> date | None:
    """Return the day of the newest fact."""
    days = [as_day(row.get("datum")) for _index, row in numbered_rows(answers, key)]
    return max((found for found in days if found is not None), default=None)


def not_before_sending(key: str, message: str) -> Rule:
    """Make a rule: what begins on `key` begins on the date of the letter or later. `message` is a message id."""

    def rule(answers: Answers, _context: Context) -> Iterator[Finding]:
        start, sent = as_day(answers.get(key)), as_day(answers.get(SENT_ON))
        if start is not None and sent is not None and start < sent:
            yield block(key, _(message))

    return rule
