"""Decides about words by what stands around them: phrases, and words that may be about health or about work."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from reintegratie_desktop.text.guard_text import Page, Sentence, Word
from reintegratie_desktop.text.guard_words import Lexicon, Rule, Step

_LOOK: Final = 72
_TITLES: Final = frozenset(
    [
        "mevrouw",
        "meneer",
        "mijnheer",
        "heer",
        "dhr",
        "mw",
        "mevr",
        "mr",
        "drs",
        "ing",
        "familie",
        "fam",
        "firma",
        "collega",
        "teamleider",
        "leidinggevende",
        "casemanager",
        "planner",
        "chef",
        "directeur",
        "bedrijfsleider",
        "adviseur",
        "arbodienst",
        "arbo",
        "coach",
        "monteur",
        "chauffeur",
        "uitvoerder",
        "bakkerij",
        "garage",
        "bouwbedrijf",
        "restaurant",
        "hotel",
        "cafe",
        "bedrijf",
        "firmanaam",
        "mrs",
        "ms",
        "miss",
        "sir",
    ]
)
_NEAR: Final = 7
_THINGS: Final = frozenset({"techniek", "werkding", "bedrijf", "zaak", "stelling", "werkplekzorg"})
_PERSONS: Final = frozenset(
    [
        "hij",
        "zij",
        "ze",
        "ik",
        "wn",
        "werknemer",
        "werkneemster",
        "medewerker",
        "medewerkster",
        "mw",
        "dhr",
        "mevrouw",
        "meneer",
        "zich",
        "he",
        "she",
    ]
)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_WHOLE_WORD: Final = 4
"""A piece of an expression shorter than this must be a whole word."""
_NAME_LINKS: Final = frozenset(
    ["van", "de", "der", "den", "ter", "ten", "het", "te", "in", "'t", "op", "el", "al", "la", "le", "von", "zu"]
)


class Found(NamedTuple):
    """A hit in folded positions: what kind, and which work phrase to offer (a name of guard_advice, or empty)."""

    start: int
    end: int
    kind: str
    advice: str


@cache
def _before(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^a-z])(?:{expression})[\s\-,(:]*$")


@cache
def _after(expression: str) -> re.Pattern[str]:
    return re.compile(rf"[\s\-,(:]*(?:{expression})")


def judge(rule: Rule, page: Page, sentence: Sentence, index: int, lists: Lexicon) -> bool:
    """Return whether a word with two meanings is about health here."""
    word = sentence.words[index]
    before = page.plain[max(sentence.start, word.start - _LOOK) : word.start]
    after = page.plain[word.end : min(sentence.end, word.end + _LOOK)]
    if rule.clean_before and _before(rule.clean_before).search(before):
        return False
    if rule.clean_after and _stands_after(rule.clean_after, after):
        return False
    if _has_cue(rule.clean_first, page, sentence, index, lists):
        return False
    if rule.hit_before and _before(rule.hit_before).search(before):
        return True
    if rule.hit_after and _stands_after(rule.hit_after, after):
        return True
    if _has_cue(rule.hit_with, page, sentence, index, lists):
        return True
    if _has_cue(rule.clean_with, page, sentence, index, lists):
        return False
    return rule.hit


def _stands_after(expression: str, after: str) -> bool:
    """Return whether the text begins with an expression; a short word must be whole, a longer one may run on."""
    found = _after(expression).match(after)
    if found is None:
        return False
    end = found.end()
    if not (after[end - 1 : end].isalpha() and after[end : end + 1].isalpha()):
        return True
    return end - len(found[0].rstrip(_LETTERS)) >= _WHOLE_WORD


def _has_cue(names: tuple[str, ...], page: Page, sentence: Sentence, place: int, lists: Lexicon) -> bool:
    """Return whether a word of one of the groups stands near.

    A group of things (a machine, a team) must be what the sentence is about: it stands before the word, or right
    behind it, with no comma and no person in between. Words of the other groups count within seven words.
    """
    for name in names:
        group = lists.groups[name]
        is_thing = name in _THINGS
        first = max(0, place - _NEAR)
        last = place + (3 if is_thing else _NEAR)
        for index, other in enumerate(sentence.words[first : last + 1], first):
            if index == place or not group.holds(other.plain):
                continue
            if not is_thing or _nothing_between(page, sentence, min(index, place), max(index, place)):
                return True
    return False


def _nothing_between(page: Page, sentence: Sentence, low: int, high: int) -> bool:
    between = sentence.words[low + 1 : high]
    if any(item.plain in _PERSONS for item in between):
        return False
    return "," not in page.plain[sentence.words[low].end : sentence.words[high].start]


def phrases(sentence: Sentence, lists: Lexicon) -> Iterator[Found]:
    """Yield the phrases in a sentence; those of the kind `schoon` say that their words are fine here."""
    words = sentence.words
    for index, word in enumerate(words):
        for kind, steps in lists.phrases.get(word.plain, ()):
            last = _walk(words, index + 1, steps, 1)
            if last >= 0:
                yield Found(word.start, words[last].end, kind, "")


def _walk(words: list[Word], index: int, steps: tuple[Step, ...], at: int) -> int:
    """Return the index of the last word of a phrase, or -1."""
    if at == len(steps):
        return index - 1
    step = steps[at]
    for skip in range(step.gap + 1):
        if index + skip < len(words) and step.fits(words[index + skip].plain):
            last = _walk(words, index + skip + 1, steps, at + 1)
            if last >= 0:
                return last
    return _walk(words, index, steps, at + 1) if step.optional else -1


def is_name(sentence: Sentence, index: int) -> bool:
    """Return whether a word is part of a name: capitalised in the middle of a sentence, beside a title or a name."""
    word = sentence.words[index]
    if not word.capital or sentence.shouted or (word.all_capitals and len(word.plain) > 1):
        return False
    if follows_title(sentence, index):
        return True
    previous = sentence.words[index - 1] if index else None
    following = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
    if previous is None:
        return False
    if previous.capital and (index > 1 or len(previous.plain) == 1 or following is None or not following.capital):
        return True
    before_link = index > 1 and sentence.words[index - 2].capital
    return previous.plain in _NAME_LINKS and bool(previous.capital or before_link or (following and following.capital))


def follows_title(sentence: Sentence, index: int) -> bool:
    """Return whether a capitalised word follows `mevrouw`, `dhr.` and the like, with `van de` in between if need be."""
    if not sentence.words[index].capital:
        return False
    at = index - 1
    while at >= 0 and (sentence.words[at].plain in _NAME_LINKS or len(sentence.words[at].plain) == 1):
        at -= 1
    return at >= 0 and sentence.words[at].plain in _TITLES
