"""The text as the guard reads it: folded letters that still know their place, words and sentences."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)*")
_BREAK: Final = re.compile(r"[.!?\u2026]+[\s\"')\]]+|\n+|;\s|\u2022")
_SKIP: Final = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_ABBREVIATIONS: Final = frozenset(
    [
        "dhr",
        "mw",
        "mevr",
        "ca",
        "nr",
        "nrs",
        "incl",
        "excl",
        "evt",
        "max",
        "min",
        "bijv",
        "bv",
        "vb",
        "ivm",
        "dd",
        "jl",
        "ll",
        "mbt",
        "tav",
        "obv",
        "nav",
        "resp",
        "ong",
        "wo",
        "ma",
        "di",
        "do",
        "vr",
        "za",
        "zo",
        "afd",
        "art",
        "lid",
        "tel",
        "st",
        "dr",
        "drs",
        "ing",
        "ir",
        "mr",
        "prof",
        "fam",
        "pag",
        "blz",
        "std",
        "jan",
        "feb",
        "mrt",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dec",
    ]
)
_PLAIN_SIGNS: Final = {
    "\u2019": "'",
    "\u2018": "'",
    "\u00b4": "'",
    "`": "'",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u0133": "ij",
    "\u0132": "ij",
    "\u00df": "ss",
    "\u00f8": "o",
    "\u00d8": "o",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u0131": "i",
}
_DROPPED: Final = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its folded letters, its place in the folded text, and how it was capitalised."""

    plain: str
    start: int
    end: int
    capital: bool
    all_capitals: bool


@dataclass(slots=True)
class Sentence:
    """The words between two stops, with the piece of folded text they stand in."""

    start: int
    end: int
    words: list[Word]
    shouted: bool = False


@dataclass(slots=True)
class Page:
    """A text, folded. `places` maps folded positions to the original when the two differ in length."""

    text: str
    plain: str
    places: list[int] | None
    sentences: list[Sentence]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original text of a piece of folded text, accents that stand apart included."""
        if self.places is None:
            return start, end
        first, last = self.places[start], self.places[end - 1]
        after = self.places[end] if end < len(self.places) else len(self.text)
        return first, max(after, last + 1)


@lru_cache(maxsize=4096)
def _fold_sign(sign: str) -> str:
    if sign in _PLAIN_SIGNS:
        return _PLAIN_SIGNS[sign]
    parts = unicodedata.normalize("NFKD", sign).lower()
    return "".join(part for part in parts if unicodedata.category(part) not in _DROPPED)


def fold(text: str) -> str:
    """Return a text in small letters without accents, for comparing."""
    return text.lower() if text.isascii() else "".join(map(_fold_sign, text))


def _fold_with_places(text: str) -> tuple[str, list[int] | None]:
    if text.isascii():
        return text.lower(), None
    pieces = [_fold_sign(sign) for sign in text]
    if all(len(piece) == 1 for piece in pieces):
        return "".join(pieces), None
    places = [index for index, piece in enumerate(pieces) for _sign in piece]
    return "".join(pieces), places


def read(text: str) -> Page:
    """Fold a text and cut it into sentences and words. Addresses of mail and web are no words."""
    plain, places = _fold_with_places(text)
    page = Page(text, plain, places, [])
    skipped = (
        [found.span() for found in _SKIP.finditer(plain)] if "@" in plain or "www" in plain or "://" in plain else []
    )
    cuts = _cuts(plain)
    words: list[Word] = []
    begin = cut = 0
    for found in _WORD.finditer(plain):
        start, end = found.span()
        if skipped and any(low <= start < high for low, high in skipped):
            continue
        while cut < len(cuts) and cuts[cut] <= start:
            _close(page, begin, cuts[cut], words)
            begin, words = cuts[cut], []
            cut += 1
        original = text[start:end] if places is None else text[places[start] : places[end - 1] + 1]
        capital = original[:1].isupper()
        words.append(Word(found[0], start, end, capital, capital and original.isupper()))
    _close(page, begin, len(plain), words)
    return page


def _close(page: Page, start: int, end: int, words: list[Word]) -> None:
    if words:
        long_words = [word for word in words if len(word.plain) > 1]
        shouted = len(long_words) > 2 and sum(word.all_capitals for word in long_words) * 10 > len(long_words) * 7
        page.sentences.append(Sentence(start, end, words, shouted))


def _cuts(plain: str) -> list[int]:
    """Return where sentences end; a point behind an abbreviation or a single letter ends nothing."""
    cuts: list[int] = []
    for found in _BREAK.finditer(plain):
        if found[0][0] == ".":
            before = re.search(r"[a-z]+$", plain[max(0, found.start() - 6) : found.start()])
            if before and (len(before[0]) == 1 or before[0] in _ABBREVIATIONS):
                continue
        cuts.append(found.end())
    return cuts
