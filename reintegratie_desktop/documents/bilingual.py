"""A copy of a paper in two languages: Dutch, which counts, with the same words in another language beside it.

The snapshot holds the Dutch words; the other language comes from its catalogue by those same words. The paper is made
twice, once in each, and laid together: what differs stands there in both, and what a person typed is in both the same
and stands there once. A language is there as soon as its catalogue is; nothing here knows which languages exist.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from gettext import NullTranslations
from typing import Any, Final, TypeVar

from typing_extensions import override

from reintegratie_desktop.documents import model
from reintegratie_desktop.documents.build import tree
from reintegratie_desktop.documents.typeset import clean, forget
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotField
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.i18n import LANGUAGES, N_, _, load_catalogue, ngettext, wording

_BETWEEN: Final = " / "
_PIECES: Final = re.compile(r"(\. |; )")
_TYPED: Final = frozenset({"text", "long_text", "lines"})
_AS_TYPED: Final = N_("Zoals getypt")
_COPY: Final = N_(
    "Dit is een kopie met uitleg in een andere taal. De Nederlandse tekst geldt. "
    "De antwoorden staan in de taal waarin ze zijn gegeven."
)
_FOOT: Final = N_("Kopie in twee talen")
_T = TypeVar("_T")


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


def bilingual(snapshot: FormSnapshot, language: str) -> model.Document:
    """Return a finished Dutch paper as a tree in two languages.

    Raises:
        KnownError: there is no catalogue of this language.
        BugError: the paper was not frozen in Dutch.
    """
    if snapshot.language != LANGUAGES[0]:
        raise BugError("a copy in two languages is made of a Dutch paper")
    catalogue, counting = second_words(language)
    with wording(load_dutch()):
        first = tree(snapshot)
    with wording(catalogue):
        translated, lacking = _translated(snapshot, counting)
        second = tree(translated)
    typed = frozenset(clean(field.label) for field in snapshot.fields() if _is_typed(field))
    merged = _Merge(typed, catalogue).both(first, second)
    with wording(load_dutch()):
        head, foot = _notice(lacking), _(_FOOT)
    with wording(catalogue):
        other_head, other_foot = _notice(lacking), _(_FOOT)
    # Not what the tree says besides: who made the file, what a machine reads, and what ties the copy to its paper.
    return replace(
        first,
        head=replace(
            merged.head,
            purpose="\n".join(filter(None, (head, first.head.purpose))),
            second="\n".join(filter(None, (other_head, second.head.purpose))),
        ),
        sections=merged.sections,
        footer=replace(first.footer, right=_said(foot, other_foot)),
        letter=None if merged.letter is None else _told_under(merged.letter, _said(foot, other_foot), head, other_head),
        agenda=merged.agenda,
        footnotes=merged.footnotes,
    )


def render_bilingual(snapshot: FormSnapshot, language: str, *, logo: bytes | None = None) -> bytes:
    """Return a finished Dutch paper as a PDF in two languages; see `bilingual`."""
    from reintegratie_desktop.documents.pages import draw_document  # noqa: PLC0415 - ReportLab loads with it

    try:
        document = bilingual(snapshot, language)
        with wording(load_dutch()):
            return draw_document(document, logo=logo, by_hand=False)
    finally:
        forget()


def _told_under(letter: model.LetterPage, word: str, *notices: str) -> model.LetterPage:
    """Say under a letter, which has no head for it, that it is a copy."""
    return replace(letter, after=(*letter.after, *(model.Fact(word, text) for text in dict.fromkeys(notices))))


def load_dutch() -> NullTranslations:
    """Return a catalogue in which every sentence is its own."""
    return NullTranslations()


def _notice(lacking: int) -> str:
    text = _(_COPY)
    if lacking:
        missing = ngettext(
            "{n} tekst is nog niet vertaald en staat hier alleen in het Nederlands.",
            "{n} teksten zijn nog niet vertaald en staan hier alleen in het Nederlands.",
            lacking,
        )
        text += " " + missing.format(n=lacking)
    return text


def _is_typed(field: SnapshotField) -> bool:
    """Tell whether a person typed the answer: what the program says itself is not typed."""
    return field.kind in _TYPED and field.by != "Programma"


# --- the snapshot in the other words ----------------------------------------------------------------------------------


def _translated(snapshot: FormSnapshot, counting: _Counting) -> tuple[FormSnapshot, int]:
    """Return the snapshot with every label in the words of here, and how many of them the catalogue lacks."""
    counting.missed.clear()
    found = replace(
        snapshot,
        title=_(snapshot.title),
        purpose=_(snapshot.purpose),
        sections=tuple(
            replace(section, title=_(section.title), fields=tuple(_field(field) for field in section.fields))
            for section in snapshot.sections
        ),
        facts=tuple(replace(fact, label=_(fact.label)) for fact in snapshot.facts),
        signatures=tuple(replace(item, role=_(item.role), means=_(item.means)) for item in snapshot.signatures),
        footnotes=tuple(_(text) for text in snapshot.footnotes),
        extra={**snapshot.extra, **_noted(snapshot.extra)},
    )
    return found, len(counting.missed)


def _field(field: SnapshotField) -> SnapshotField:
    answers = field.answer if isinstance(field.answer, list) else [field.answer]
    return replace(
        field,
        label=_(field.label),
        help=_(field.help),
        paper_help=_(field.paper_help),
        unit=_(field.unit),
        by=_(field.by),
        not_asked_because=_(field.not_asked_because),
        # An option that is the answer itself, taken over from what somebody typed, is nobody's to translate.
        options=tuple(
            option
            if option.label == option.value and option.value in answers
            else replace(option, label=_(option.label))
            for option in field.options
        ),
        columns=tuple(_field(column) for column in field.columns),
    )


def _noted(extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was noted about signatures under the role in the words of here."""
    kept = extra.get("handtekeningen")
    return {"handtekeningen": {_(role): day for role, day in kept.items()}} if isinstance(kept, Mapping) else {}


# --- laying two trees together ----------------------------------------------------------------------------------------


class _Merge:
    """Lays two trees of the same paper together."""

    def __init__(self, typed: frozenset[str], catalogue: NullTranslations) -> None:
        self._typed = typed
        self._mark = _said(_AS_TYPED, catalogue.gettext(_AS_TYPED))

    def both(self, first: _T, second: _T) -> _T:
        """Return one tree with the words of both."""
        found: Any = first
        if isinstance(first, str):
            found = _said(first, str(second))
        elif isinstance(first, model.Options) and isinstance(second, model.Options):
            found = _options(first, second)
        elif isinstance(first, model.FieldBlock) and isinstance(second, model.FieldBlock):
            parts = self.both(first.parts, second.parts)
            found = model.FieldBlock(self._label(first.label, second.label, first.parts), parts)
        elif isinstance(first, model.TableBlock) and isinstance(second, model.TableBlock):
            found = self._table(first, second)
        elif isinstance(first, tuple) and isinstance(second, tuple):
            found = first
            if len(first) == len(second):
                found = tuple(self.both(one, two) for one, two in zip(first, second, strict=True))
        elif is_dataclass(first) and type(first) is type(second) and not isinstance(first, type | model.Chart):
            changes = {
                item.name: self.both(getattr(first, item.name), getattr(second, item.name))
                for item in fields(first)
                if item.init
            }
            found = replace(first, **changes)
        merged: _T = found
        return merged

    def _label(self, first: model.Label, second: model.Label, parts: Sequence[model.Part]) -> model.Label:
        """Return a question with the same in the other language under it, and whether the answer was typed."""
        other = (second.text.removeprefix(_number(first.text)),) if second.text != first.text else ()
        helped = tuple(text for text in second.help if text not in first.help)
        plain = first.text.removeprefix(_number(first.text))
        typed = any(isinstance(part, model.Paragraphs) for part in parts) and plain in self._typed
        return model.Label(first.text, (*other, *first.help, *helped, *((self._mark,) if typed else ())))

    def _table(self, first: model.TableBlock, second: model.TableBlock) -> model.TableBlock:
        table = replace(first, details=())
        merged = table
        if len(first.columns) == len(second.columns) and len(first.rows) == len(second.rows):
            merged = replace(
                table,
                columns=self.both(first.columns, second.columns),
                rows=self.both(first.rows, second.rows),
                total=self.both(first.total, second.total),
                title=self.both(first.title, second.title),
                note=self.both(first.note, second.note),
            )
        words = _small_words(first.details, second.details)
        return replace(merged, details=first.details, help=(*first.help, *words))


def _number(text: str) -> str:
    """Return the number in front of a question with its space, such as "5.1 "; empty when there is none."""
    number, space, _rest = text.partition(" ")
    return number + space if number[:1].isdigit() else ""


def _said(first: str, second: str) -> str:
    """Return a text in both languages; of "Resultaat: what was typed" only the word in front stands there twice."""
    ones, twos = _PIECES.split(first), _PIECES.split(second)
    if len(ones) == len(twos) and any(_has_same_value(one, two) for one, two in zip(ones, twos, strict=True)):
        return "".join(_piece(one, two) for one, two in zip(ones, twos, strict=True))
    return _pair(first, second)


def _has_same_value(first: str, second: str) -> bool:
    value = first.partition(": ")[2]
    return first != second and bool(value) and value == second.partition(": ")[2]


def _pair(first: str, second: str) -> str:
    return first or second if first == second or not (first and second) else f"{first}{_BETWEEN}{second}"


def _piece(first: str, second: str) -> str:
    (word, colon, value), (other, _colon, said) = first.partition(": "), second.partition(": ")
    if not (colon and said):
        return _pair(first, second)
    return f"{_pair(word, other)}{colon}{_pair(value, said)}"


def _options(first: model.Options, second: model.Options) -> model.Options:
    """Return the options under each other, with the other language in a column at the right."""
    if len(first.options) != len(second.options):
        return first
    pairs = list(zip(first.options, second.options, strict=True))
    shown = tuple(replace(one, second=two.text if two.text != one.text else "") for one, two in pairs)
    return replace(first, options=shown, lead=_said(first.lead, second.lead))


def _small_words(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Return the words in the small text under the rows of a table, each with the other language: "Wie / Who"."""
    found: dict[str, str] = {}
    for one, two in zip(first, second, strict=False):
        for left, right in zip(one.split("; "), two.split("; "), strict=False):
            word, other = left.partition(": ")[0], right.partition(": ")[0]
            if left != right and word != other and left.removeprefix(word) == right.removeprefix(other):
                found.setdefault(word, other)
    return ("; ".join(f"{word}{_BETWEEN}{other}" for word, other in found.items()),) if found else ()
