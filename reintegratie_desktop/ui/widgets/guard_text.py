"""What replacing or removing a word does to the sentence around it: what is left always reads as a sentence."""

import re
from dataclasses import dataclass
from typing import Final

_END: Final = re.compile(r"(?<!\.)[.!?](?=\s|$)|\n")
_CLAUSE: Final = re.compile(r"[,;]\s+(?:(?:en|maar|want|dus)\s+)?|\s+(?:en|maar|want|dus)\s+")
_SUBJECTS: Final = frozenset({"ze", "hij", "zij", "we", "wij", "de", "het", "dit", "dat", "ik", "je", "jij", "jullie"})
_LEANING: Final = frozenset({
    "als", "bij", "doordat", "door", "hoewel", "met", "na", "naast", "om", "omdat", "ondanks", "sinds", "terwijl",
    "tijdens", "toen", "tot", "vanaf", "vanwege", "voor", "voordat", "wegens", "zodra", "zonder",
})  # fmt: skip
_LEAST_WORDS: Final = 3


@dataclass(frozen=True)
class Change:
    """Put `words` in the place of `text[start:end]`. `left` is what stays of the sentence, "" for nothing."""

    start: int
    end: int
    words: str
    left: str = ""


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a word begins and ends, with its full stop and without spaces around it."""
    first = 0
    for found in _END.finditer(text, 0, start):
        first = found.end()
    found_end = _END.search(text, end)
    last = len(text) if found_end is None else found_end.start() + (found_end[0] != "\n")
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def replaced(text: str, start: int, end: int, phrase: str) -> Change:
    """Return the phrase as a sentence in the place of the whole sentence that holds the word."""
    first, last = sentence_at(text, start, end)
    words = phrase[:1].upper() + phrase[1:]
    stop = text[last - 1] if last > first and text[last - 1] in ".!?" else ""
    # Dots to fill in and a full stop would make three dots.
    if stop and not words.endswith((".", "!", "?")):
        words += stop
    return Change(first, last, words, words)


def removed(text: str, start: int, end: int) -> Change:
    """Return the text without the part of the sentence that holds the word, or without the whole sentence."""
    first, last = sentence_at(text, start, end)
    sentence = text[first:last]
    left = _rest(sentence, start - first, end - first)
    if left:
        return Change(first, last, left, left)
    if last < len(text) and text[last] in " \n":
        last += 1
    elif first and text[first - 1] == " ":
        first -= 1
    return Change(first, last, "")


def _rest(sentence: str, start: int, end: int) -> str:
    """Return what stays of a sentence and reads well, or ""."""
    cuts = list(_CLAUSE.finditer(sentence))
    before = [cut for cut in cuts if cut.end() <= start]
    after = [cut for cut in cuts if cut.start() >= end]
    stop = sentence[-1] if sentence[-1] in ".!?" else ""
    if before and not after:
        kept = sentence[: before[-1].start()]
        words = kept.split()
        if len(words) >= _LEAST_WORDS and words[0].casefold() not in _LEANING:
            return kept + stop
    leans = any(word.casefold() in _LEANING for word in sentence.split()[:1])
    if after and not before and not leans:
        kept = sentence[after[0].end() :]
        words = kept.rstrip(".!?").split()
        if len(words) >= _LEAST_WORDS and words[0].casefold() in _SUBJECTS:
            return kept[:1].upper() + kept[1:]
    return ""
