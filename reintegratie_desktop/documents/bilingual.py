"""A copy of a paper in two languages: Dutch, which counts, with the same words in another language beside it.

The snapshot holds the Dutch words; the other language comes from its catalogue by those same words. The paper is made
twice, once in each, and laid together: what differs stands there in both, and what a person typed is in both the same
and stands there once. A language is there as soon as its catalogue is; nothing here knows which languages exist.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from gettext import NullTranslations
from typing import Any, Final

from typing_extensions import override

from reintegratie_desktop.documents import model
from reintegratie_desktop.documents.build import LOCALES, tree
from reintegratie_desktop.documents.columns import fits
from reintegratie_desktop.documents.phrases import Phrases
from reintegratie_desktop.documents.settled import Decisions, following
from reintegratie_desktop.documents.two_merge import both, merge, tables_of
from reintegratie_desktop.documents.typeset import forget
from reintegratie_desktop.domain.letters import LAYOUT as LETTER
from reintegratie_desktop.domain.letters import TEXT, table_at
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotField
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.formatting import DAYS, MONTHS
from reintegratie_desktop.text.i18n import LANGUAGES, N_, _, load_catalogue, ngettext, wording

_COPY: Final = N_(
    "Dit is een kopie met uitleg in een andere taal. De Nederlandse tekst geldt. "
    "De antwoorden staan in de taal waarin ze zijn gegeven."
)
_AS_TYPED: Final = N_("Zoals getypt")
_BAR: Final = N_("Een streep voor een tekst betekent: zoals getypt, niet vertaald.")
_FOOT: Final = N_("Kopie in twee talen")
_PROGRAM: Final = "Programma"
_DATE: Final = re.compile(
    rf"(?:({'|'.join(DAYS)}) )?(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?(?: om ([\d.]+) uur)?"
)
_CARDS: Final = ("mag", "nooit", "zo")
AGENDA: Final = "agenda"
_WHO: Final = "wie"
_PARTIES: Final = (
    N_("Werkgever"),
    N_("Leidinggevende"),
    N_("Werknemer"),
    N_("Casemanager"),
    N_("Bedrijfsarts"),
    N_("Derde"),
)
"""Who does something in a plan; a later paper holds the word itself, where the name of a person can stand too."""
"""The field with the points of a talk."""


class _Counting(NullTranslations):
    """Stands behind a catalogue, and hears of every sentence the catalogue does not know."""

    def __init__(self) -> None:
        super().__init__()
        self.missed: set[str] = set()

    @override
    def gettext(self, message: str) -> str:
        self.missed.add(message)
        return message

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.missed.add(msgid1)
        return msgid1 if n == 1 else msgid2

    @override
    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


def second_words(language: str) -> tuple[NullTranslations, _Counting]:
    """Return the catalogue of a language, and what counts the sentences it lacks.

    Raises:
        KnownError: there is no catalogue of this language.
    """
    catalogue = load_catalogue(language)
    if not isinstance(catalogue, NullTranslations):
        raise BugError("a copy in Dutch and Dutch")
    counting = _Counting()
    catalogue.add_fallback(counting)
    return catalogue, counting


def bilingual(snapshot: FormSnapshot, language: str, *, by_hand: bool = False) -> model.Document:
    """Return a Dutch paper as a tree in two languages; with `by_hand`, empty answers become room to write.

    Raises:
        KnownError: there is no catalogue of this language.
        BugError: the paper is not in Dutch.
    """
    if snapshot.language != LANGUAGES[0]:
        raise BugError("a copy in two languages is made of a Dutch paper")
    catalogue, counting = second_words(language)
    with wording(catalogue):
        translated, lacking = _translated(snapshot, counting, Phrases(catalogue))
    first, merged = _laid_together(snapshot, translated, catalogue, by_hand=by_hand)
    languages = (load_dutch(), catalogue)
    notice = both(*(_in(words, partial(_notice, lacking)) for words in languages))
    foot, typed = (both(*(_in(words, partial(_, said)) for words in languages)) for said in (_FOOT, _AS_TYPED))
    # Not what the tree says besides: who made the file, what a machine reads, and what ties the copy to its paper.
    return replace(
        merged,
        head=replace(merged.head, notice=notice),
        running=(merged.running[0], first.running[1]),
        footer=replace(first.footer, right=foot, page=merged.footer.page),
        letter=None if merged.letter is None else replace(merged.letter, notice=notice),
        file_title=first.file_title,
        author=first.author,
        language=first.language,
        created=first.created,
        second_language=LOCALES.get(language, language),
        as_typed=typed,
    )


def _in(words: NullTranslations, say: Callable[[], str]) -> str:
    with wording(words):
        return say()


def _laid_together(
    snapshot: FormSnapshot, translated: FormSnapshot, catalogue: NullTranslations, *, by_hand: bool
) -> tuple[model.Document, model.Document]:
    """Return the Dutch tree and the one in both languages; a table that became too wide is set in another way."""
    forced: dict[int, Any] = {}
    while True:
        decisions = Decisions(forced)
        with wording(load_dutch()), following(decisions):
            first = tree(snapshot, by_hand=by_hand)
        with wording(catalogue), following(decisions):
            second = tree(translated, by_hand=by_hand)
        merged = merge(first, second)
        wide = [table.decision for table in tables_of(merged.sections) if table.decision >= 0 and not fits(table)]
        if not wide:
            return first, merged
        # The next way is narrower, and behind the last one the rows stand under each other; so this ends.
        forced.update({number: decisions.made(number) + 1 for number in wide})


def render_bilingual(
    snapshot: FormSnapshot, language: str, *, logo: bytes | None = None, by_hand: bool = False
) -> bytes:
    """Return a Dutch paper as a PDF in two languages; see `bilingual`."""
    from reintegratie_desktop.documents.pages import draw_document  # noqa: PLC0415 - ReportLab loads with it

    try:
        document = bilingual(snapshot, language, by_hand=by_hand)
        with wording(load_dutch()):
            return draw_document(document, logo=logo, by_hand=by_hand)
    finally:
        forget()


def load_dutch() -> NullTranslations:
    """Return a catalogue in which every sentence is its own."""
    return NullTranslations()


def _notice(lacking: int) -> str:
    text = f"{_(_COPY)} {_(_BAR)}"
    if lacking:
        missing = ngettext(
            "{n} tekst is nog niet vertaald en staat hier alleen in het Nederlands.",
            "{n} teksten zijn nog niet vertaald en staan hier alleen in het Nederlands.",
            lacking,
        )
        text += " " + missing.format(n=lacking)
    return text


# --- the snapshot in the other words ----------------------------------------------------------------------------------


def _translated(snapshot: FormSnapshot, counting: _Counting, phrases: Phrases) -> tuple[FormSnapshot, int]:
    """Return the snapshot with every label in the words of here, and how many of them the catalogue lacks."""
    counting.missed.clear()
    say = _with_values(phrases)
    letter = snapshot.layout == LETTER
    found = replace(
        snapshot,
        title=_(snapshot.title),
        purpose=_(snapshot.purpose),
        sections=tuple(
            replace(
                section, title=_(section.title), fields=tuple(_field(field, say, letter) for field in section.fields)
            )
            for section in snapshot.sections
        ),
        facts=tuple(replace(fact, label=_(fact.label)) for fact in snapshot.facts),
        signatures=tuple(replace(item, role=_(item.role), means=_(item.means)) for item in snapshot.signatures),
        footnotes=tuple(_(text) for text in snapshot.footnotes),
        extra={**snapshot.extra, **_noted(snapshot.extra, say)},
    )
    return found, len(counting.missed)


def _with_values(phrases: Phrases) -> Callable[[str], str]:
    """Return what says a sentence of the program here, with the dates and the words of the program in it."""

    def value(text: str) -> str:
        return "\n".join(lead + _value(words, phrases) for lead, words in map(_item, text.split("\n")))

    return lambda text: phrases.say(text, value)


def _value(text: str, phrases: Phrases) -> str:
    """Return a value in a sentence: a date or a list of known words here; what a person typed as it stands."""
    if found := _DATE.fullmatch(text):
        weekday, day, month, year, clock = found.groups()
        said = " ".join(filter(None, (weekday and _(weekday), day, _(month), year)))
        return _("{dag} om {tijd} uur").format(dag=said, tijd=clock) if clock else said
    head, also, last = text.rpartition(" en ")
    items = [*head.split(", "), last] if also else []
    said_items = [phrases.say(item) for item in items]
    if items and all(one != two for one, two in zip(items, said_items, strict=True)):
        return _("{eerste} en {laatste}").format(eerste=", ".join(said_items[:-1]), laatste=said_items[-1])
    return phrases.say(text)


def _item(line: str) -> tuple[str, str]:
    """Return a line of a list as its dash and its words."""
    words = line.removeprefix("– ")
    return line[: len(line) - len(words)], words


def _field(field: SnapshotField, say: Callable[[str], str], letter: bool = False) -> SnapshotField:
    return replace(
        field,
        label=_(field.label),
        help=_(field.help),
        paper_help=_(field.paper_help),
        unit=_(field.unit) if any(map(str.isalpha, field.unit)) else field.unit,
        by=_(field.by),
        not_asked_because=say(_(field.not_asked_because)),
        answer=_answer(field, say, letter),
        # An option without a key of its own is what somebody typed, and nobody's to translate.
        options=tuple(
            option if option.label == option.value else replace(option, label=_(option.label))
            for option in field.options
        ),
        columns=tuple(_field(column, say) for column in field.columns),
    )


def _answer(field: SnapshotField, say: Callable[[str], str], letter: bool) -> Any:  # noqa: ANN401 - of any kind
    """Return an answer: as it was typed, and in the words of here what the program wrote itself."""
    answer = field.answer
    if field.key == AGENDA and isinstance(answer, list):
        # What the program puts on an agenda stands in its own words; what somebody added is in no catalogue.
        return _each(answer, say)
    if letter and field.key == TEXT and isinstance(answer, str):
        return "\n\n".join(part if table_at(part) else say(part) for part in answer.split("\n\n"))
    if field.by == _PROGRAM or (letter and field.key == "onderwerp"):
        return _each(answer, say)
    if isinstance(answer, list):
        return _with_parties(field, answer)
    if field.kind == "text" and field.carried_from and isinstance(answer, str):
        # A choice that was made on another paper is a word here.
        return say(answer)
    return answer


def _with_parties(table: SnapshotField, rows: list[Any]) -> list[Any]:
    """Return the rows of a table with a party of the plan, which the program wrote as a word, in the words of here."""
    keys = {column.key for column in table.columns if column.kind == "text" and column.key == _WHO}
    return [
        {key: _(cell) if key in keys and cell in _PARTIES else cell for key, cell in row.items()}
        if isinstance(row, Mapping)
        else row
        for row in rows
    ]


def _each(answer: Any, say: Callable[[str], str]) -> Any:  # noqa: ANN401 - of any kind
    """Return a text of the program here, or line by line when it is made of more than one."""
    if isinstance(answer, list):
        return [say(item) if isinstance(item, str) else item for item in answer]
    if not isinstance(answer, str):
        return answer
    said = say(answer)
    return "\n".join(map(say, answer.split("\n"))) if said == answer else said


def _noted(extra: Mapping[str, Any], say: Callable[[str], str]) -> dict[str, Any]:
    """Return what was noted about signatures under the role in the words of here, and what an agenda says."""
    found: dict[str, Any] = {}
    kept = extra.get("handtekeningen")
    if isinstance(kept, Mapping):
        found["handtekeningen"] = {_(role): day for role, day in kept.items()}
    for key in _CARDS:
        if isinstance(extra.get(key), list):
            found[key] = [say(text) for text in extra[key]]
    if isinstance(extra.get("zegt"), str):
        found["zegt"] = say(extra["zegt"])
    return found
