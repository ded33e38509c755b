"""The guard against words of health and private life in an employer's file.

It reads a text with fixed word lists, on this computer only, and keeps nothing. It is a net with holes: the line above
every text box matters more. What it finds is shown to the writer, who decides.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.text.guard_advice import suggestion, why
from reintegratie_desktop.text.guard_context import Found, follows_title, is_name, judge, phrases
from reintegratie_desktop.text.guard_match import Matcher, matcher
from reintegratie_desktop.text.guard_numbers import citizen_numbers
from reintegratie_desktop.text.guard_text import Page, Sentence, Word, fold, read
from reintegratie_desktop.text.guard_words import CLEAN, KINDS

__all__ = ["KINDS", "Hit", "find", "utf16_range"]

_LINE_END: Final = re.compile(r"(?<![a-z-])([a-z]+(?:-[a-z]+)*)(-?)[ \t\r]*$")
_LINE_BEGIN: Final = re.compile(r"[ \t]*([a-z]+(?:-[a-z]+)*)")
_LONGEST_HALF: Final = 60
"""How far before and behind the end of a line half of a broken word is looked for."""
_SIDES: Final = ("linker", "rechter")
_MOST_PIECES: Final = 5
_LOOK: Final = 90
"""How far around a hit the work phrase looks for a day or a deadline."""


@dataclass(frozen=True)
class Hit:
    """A piece of text that seems to be about health or private life.

    `start` and `end` are places in the text, counted in characters, so that `text[start:end] == word`. `kind` is one of
    KINDS, for the command line; it is never shown on screen. `why` and `suggestion` are sentences in the language of
    the screen; an empty suggestion means that leaving the word out is best.
    """

    start: int
    end: int
    word: str
    kind: str
    why: str
    suggestion: str


def find(text: str, *, allowed: Collection[str] = ()) -> tuple[Hit, ...]:
    """Return the words in a text that seem to be about health or private life, in the order of the text.

    `allowed` holds words a person said are about work, and names of people and firms; capitals do not matter, and a
    name may be more than one word.
    """
    if not text:
        return ()
    page = read(text)
    hits = _merged(_all_hits(page, matcher()))
    hidden = _allowed_places(page.plain, allowed)
    return tuple(
        _as_hit(page, hit) for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in hidden)
    )


def utf16_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return place and length of `text[start:end]` counted as Qt counts: an emoji is two."""
    place = start + sum(sign > "\uffff" for sign in text[:start])
    return place, end - start + sum(sign > "\uffff" for sign in text[start:end])


def _all_hits(page: Page, judge_word: Matcher) -> Iterator[Found]:
    for start, end in citizen_numbers(page.plain):
        yield Found(start, end, "bsn", "")
    broken = list(_broken_words(page, judge_word))
    yield from (hit for hit in broken if hit.kind != CLEAN)
    whole_words = [(hit.start, hit.end) for hit in broken if hit.kind == CLEAN]
    for sentence in page.sentences:
        in_phrases = list(phrases(sentence, judge_word.lists))
        clean = whole_words + [(item.start, item.end) for item in in_phrases if item.kind == CLEAN]
        for hit in in_phrases:
            if hit.kind != CLEAN and not _inside(hit.start, hit.end, clean):
                yield hit
        for hit in _word_hits(page, sentence, judge_word):
            if not _inside(hit.start, hit.end, clean):
                yield hit


def _broken_words(page: Page, judge_word: Matcher) -> Iterator[Found]:
    """Yield words that are broken over the end of a line: `burn-` and `out` on the next one, `huis` and `arts`.

    An ordinary word that is broken with a hyphen comes with the kind `schoon`, so that its halves are left alone.
    """
    end = page.plain.find("\n")
    while end >= 0:
        before = _LINE_END.search(page.plain[max(0, end - _LONGEST_HALF) : end])
        after = _LINE_BEGIN.match(page.plain, end + 1, end + 1 + _LONGEST_HALF)
        if before and after:
            kind = _broken_kind(page, before, after, judge_word)
            if kind:
                yield Found(max(0, end - _LONGEST_HALF) + before.start(), after.end(), kind, "")
        end = page.plain.find("\n", end + 1)


def _broken_kind(page: Page, before: re.Match[str], after: re.Match[str], judge_word: Matcher) -> str:
    lists = judge_word.lists
    first, rest = before[1].replace("-", ""), after[1].replace("-", "")
    whole = first + rest
    if before[2]:
        if whole in lists.clean:
            return CLEAN
        rule = lists.rules.get(whole)
        return (rule.kind if rule.hit else "") if rule else judge_word.kind(whole, slips=False)
    # Without a hyphen these are mostly two words: only a word that is surely about health counts.
    start, _end = page.span(after.start(1), after.end(1))
    joins = len(first) > 2 and len(rest) > 2 and len(whole) > 6 and first not in lists.words
    return lists.strong.get(whole, "") if joins and not page.text[start].isupper() else ""


def _inside(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    return any(low <= start and end <= high for low, high in places)


def _word_hits(page: Page, sentence: Sentence, judge_word: Matcher) -> Iterator[Found]:
    words = sentence.words
    index = 0
    while index < len(words):
        joined = _joined(page, words, index, judge_word)
        if joined:
            last, kind = joined
            if kind:
                yield Found(words[index].start, words[last].end, kind, "")
            index = last + 1
            continue
        found = _one_word(page, sentence, index, judge_word)
        if found:
            yield found
        index += 1


def _joined(page: Page, words: list[Word], index: int, judge_word: Matcher) -> tuple[int, str] | None:
    """Return the last word and the kind of a word written in pieces: `burn-out`, `huis arts`, `KNO-arts`."""
    if index + 1 == len(words):
        return None
    first, second = words[index], words[index + 1]
    between = page.plain[first.end : second.start]
    if between == " " and (first.capital or not second.capital):
        whole = first.plain + second.plain
        lists = judge_word.lists
        if len(first.plain) > 2 and len(second.plain) > 2 and len(whole) > 6:
            if whole in lists.clean:
                return index + 1, ""
            if whole in lists.strong and first.plain not in lists.words:
                return index + 1, lists.strong[whole]
        return None
    if between.rstrip("\n ") != "-":
        return None
    last = index + 1
    whole = first.plain + second.plain
    while (
        last + 1 < len(words)
        and page.plain[words[last].end : words[last + 1].start] == "-"
        and last < index + _MOST_PIECES
    ):
        last += 1
        whole += words[last].plain
    if whole in judge_word.lists.clean:
        return last, ""
    kind = judge_word.kind(whole, slips=not second.capital and len(whole) > 6)
    return (last, kind) if kind else None


def _one_word(page: Page, sentence: Sentence, index: int, judge_word: Matcher) -> Found | None:
    word = sentence.words[index]
    lists = judge_word.lists
    plain = word.plain
    if word.all_capitals and not sentence.shouted and plain in lists.capitals:
        return Found(word.start, word.end, lists.capitals[plain], "")
    rule = lists.rules.get(plain)
    if rule is None and plain.startswith(_SIDES):
        bare = plain.removeprefix("linker").removeprefix("rechter")
        if bare in lists.parts and not (bare == "hand" and plain.startswith("rechter")):
            return Found(word.start, word.end, "klacht", "tillen")
    if rule is None and len(plain) < 3:
        return None
    if rule is not None:
        if is_name(sentence, index) or not judge(rule, page, sentence, index, lists):
            return None
        return Found(word.start, word.end, rule.kind, rule.advice)
    if plain in lists.clean or follows_title(sentence, index) or _follows_initial(page, sentence, index):
        return None
    name_like = word.capital and index > 0 and not sentence.shouted
    kind = judge_word.kind(plain, slips=not name_like)
    return Found(word.start, word.end, kind, "") if kind else None


def _follows_initial(page: Page, sentence: Sentence, index: int) -> bool:
    """Return whether a capitalised word stands behind an initial, as in `K. Kramp`."""
    if index == 0 or not sentence.words[index].capital:
        return False
    before = sentence.words[index - 1]
    return len(before.plain) == 1 and before.capital and page.plain[before.end : before.end + 1] == "."


def _merged(found: Iterator[Found]) -> list[Found]:
    """Return hits in order without overlap; of two that overlap the first and longest stays."""
    kept: list[Found] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _allowed_places(plain: str, allowed: Collection[str]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for entry in allowed:
        wanted = fold(entry).strip()
        if not wanted or wanted not in plain:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        places += [found.span() for found in pattern.finditer(plain)]
    return places


def _as_hit(page: Page, hit: Found) -> Hit:
    start, end = page.span(hit.start, hit.end)
    around = page.plain[max(0, hit.start - _LOOK) : hit.end + _LOOK]
    advice = suggestion(hit.kind, page.plain[hit.start : hit.end], around, hit.advice)
    return Hit(start, end, page.text[start:end], hit.kind, why(hit.kind), advice)
