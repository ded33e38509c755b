"""Decides about one word on its own: listed, built from listed parts, or a listed word with a slip of the pen."""

import re
from functools import cache, lru_cache
from typing import Final

from reintegratie_desktop.text.guard_words import Lexicon, lexicon

_ENDINGS: Final = ("'s", "jes", "tjes", "je", "tje", "en", "es", "s", "e", "n", "t")
_BUILDING_WORD: Final = 7
_BUILDING_KINDS: Final = frozenset({"aandoening", "behandeling", "medicijn", "zorgverlener", "zorginstelling"})
_LINKS: Final = ("", "s", "e", "en", "n")
_SHORTEST_KEY: Final = 5
_LONG_WORD: Final = 10
_LONGEST_WORD: Final = 60
_VOWELS: Final = frozenset("aeiouy")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS: Final = {
    sign: row[max(0, place - 1) : place] + row[place + 1 : place + 2] for row in _ROWS for place, sign in enumerate(row)
}
"""The keys beside each key, for slips of the finger."""
_SOUNDS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^ps", "s"),
        (r"sch(?=[eio]?$)|sch$", "s"),
        (r"ph|v", "f"),
        (r"t?si(?=[eoa])|ti(?=[eo])|ci|cy", "si"),
        (r"th|dt", "t"),
        (r"rh|hr", "r"),
        (r"ck|qu|c(?![eiyh])|q", "k"),
        (r"ch|gh", "g"),
        (r"c|z", "s"),
        (r"x", "ks"),
        (r"ei|ij|ey|y", "i"),
        (r"ou", "au"),
        (r"ie", "i"),
        (r"ai|ay", "e"),
        (r"(?<=[bdfgklmnprst])j", "i"),
        (r"d$", "t"),
        (r"b$", "p"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return how a word sounds, roughly: `fisio` and `fysio` give the same."""
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word


class Matcher:
    """Knows the kind of a word. Build it once: it makes an index of the strong words by sound."""

    def __init__(self, lists: Lexicon) -> None:
        self.lists = lists
        self._by_sound: dict[str, list[str]] = {}
        self._long: dict[str, list[tuple[int, str, str]]] = {}
        for word in lists.strong:
            key = sound(word)
            if len(key) < _SHORTEST_KEY:
                continue
            self._by_sound.setdefault(key, []).append(word)
            if len(key) > _SHORTEST_KEY:
                for index in range(len(key)):
                    self._by_sound.setdefault(key[:index] + key[index + 1 :], []).append(word)
            if len(key) >= _LONG_WORD:
                self._long.setdefault(key[0], []).append((_letters(key), key, word))
        self._head_sounds = {sound(head) for head in lists.heads if len(head) > 6}

    def kind(self, word: str, *, slips: bool = True) -> str:
        """Return the kind of a folded word, or an empty text when it is no word of health."""
        if len(word) > _LONGEST_WORD:
            return ""
        return self._kind(word) or (self._slip(word) if slips else "")

    @lru_cache(maxsize=16384)  # noqa: B019 - one matcher lives as long as the process
    def _kind(self, word: str) -> str:
        lists = self.lists
        if word in lists.words:
            return lists.words[word]
        if self.is_clean(word):
            return ""
        for stem in _stems(word):
            if stem in lists.words and stem not in lists.fixed and len(stem) > 4:
                return lists.words[stem]
        if found := lists.affixes.kind(word):
            return found
        if found := self._built_on_strong(word):
            return found
        if self._is_compound(word):
            return "klacht"
        if len(word) > 6 and word.endswith(lists.medicine_ends):
            return "medicijn"
        return ""

    @lru_cache(maxsize=16384)  # noqa: B019 - one matcher lives as long as the process
    def is_clean(self, word: str) -> bool:
        """Return whether a word is an ordinary word of work, or built from two of them."""
        if self._is_listed_clean(word):
            return True
        lists = self.lists
        for cut in range(3, len(word) - 2):
            if word[cut:] in lists.clean and any(
                word[:cut].endswith(link) and word[: cut - len(link)] in lists.clean for link in _LINKS
            ):
                return True
        return False

    def _is_listed_clean(self, word: str) -> bool:
        lists = self.lists
        if word in lists.clean or word in lists.rules or lists.clean_affixes.kind(word):
            return True
        return any(stem in lists.clean for stem in _stems(word))

    def _is_compound(self, word: str) -> bool:
        """Return whether a word is a part of the body with a complaint behind it, as in `schouderblessure`."""
        lists = self.lists
        if word in lists.weak:
            return False
        for cut in range(3, len(word) - 2):
            if word[:cut] in lists.parts and any(
                word.startswith(link, cut) and self._is_head(word[cut + len(link) :]) for link in _LINKS
            ):
                return True
        return False

    def _built_on_strong(self, word: str) -> str:
        """Return the kind of the long strong word that this one begins or ends with: `borderlinestoornis`."""
        strong = self.lists.strong
        for length in range(len(word) - 2, _BUILDING_WORD - 1, -1):
            for piece in (word[:length], word[-length:]):
                if piece not in self.lists.rules and strong.get(piece) in _BUILDING_KINDS:
                    return strong[piece]
        return ""

    def _is_head(self, tail: str) -> bool:
        if tail in self.lists.heads:
            return True
        return len(tail) > 6 and sound(tail) in self._head_sounds

    @lru_cache(maxsize=16384)  # noqa: B019 - one matcher lives as long as the process
    def _slip(self, word: str) -> str:
        """Return the kind of the strong word this one is a misspelling of."""
        if len(word) < 5 or self._is_listed_clean(word):
            return ""
        if found := self._near_strong(word):
            return found
        if self.is_clean(word):
            return ""
        if len(word) > 6 and (found := self._swapped(word)):
            return found
        return self._near_long(word) or self._slipped_compound(word)

    def _near_strong(self, word: str) -> str:
        for form in (word, *_stems(word)):
            key = sound(form)
            if len(key) < _SHORTEST_KEY:
                continue
            shorter = (key[:index] + key[index + 1 :] for index in range(len(key)))
            for other in (key, *shorter) if len(key) > _SHORTEST_KEY else (key,):
                for candidate in self._by_sound.get(other, ()):
                    if _near(form, key, candidate):
                        return self.lists.strong[candidate]
        return ""

    def _near_long(self, word: str) -> str:
        """Return the kind of the long strong word that is at most two slips away."""
        key = sound(word)
        if len(key) < _LONG_WORD:
            return ""
        letters = _letters(key)
        for mask, other, candidate in self._long.get(key[0], ()):
            if (mask ^ letters).bit_count() <= 4 and distance(key, other, 2) <= 2:
                return self.lists.strong[candidate]
        return ""

    def _swapped(self, word: str) -> str:
        """Return the kind when two neighbouring letters of a strong word changed places."""
        for index in range(len(word) - 1):
            swapped = word[:index] + word[index + 1] + word[index] + word[index + 2 :]
            if swapped in self.lists.strong:
                return self.lists.strong[swapped]
        return ""

    def _slipped_compound(self, word: str) -> str:
        for cut in range(4, len(word) - 5):
            if word[:cut] in self.lists.parts and self._slipped_head(word[cut:]):
                return "klacht"
        return ""

    def _slipped_head(self, tail: str) -> bool:
        key = sound(tail)
        return any(abs(len(head) - len(key)) <= 1 and distance(key, head, 1) <= 1 for head in self._head_sounds)


def _stems(word: str) -> list[str]:
    return [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) > 3]


def _letters(word: str) -> int:
    mask = 0
    for sign in word:
        mask |= 1 << (ord(sign) & 31)
    return mask


def _near(form: str, key: str, candidate: str) -> bool:
    """Return whether a form is the candidate with one slip.

    Words that sound the same always count. Short words may further differ in a vowel or in two letters swapped;
    longer ones may miss a letter or have one too many; only long words may have a wrong consonant.
    """
    other = sound(candidate)
    if key == other:
        return True
    if min(len(form), len(candidate)) < 6 or (key[0] != other[0] and form[0] != candidate[0]):
        return False
    if distance(form, candidate, 1) > 1 and distance(key, other, 1) > 1:
        return False
    if min(len(form), len(candidate)) >= 9:
        return True
    if len(form) != len(candidate):
        return max(len(form), len(candidate)) >= 7
    return _easily_confused(form, candidate)


def _easily_confused(one: str, other: str) -> bool:
    """Return whether two words of one length differ in a vowel, in a key next to the right one, or in a swap."""
    wrong = [index for index, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    first = wrong[0]
    left, right = one[first], other[first]
    if len(wrong) == 1:
        return (left in _VOWELS and right in _VOWELS) or (len(one) > 6 and right in _NEIGHBOURS.get(left, ""))
    return len(wrong) == 2 and one[first : first + 2] == other[first : first + 2][::-1]


def distance(one: str, other: str, limit: int) -> int:
    """Return how many slips (a letter more, less, wrong, or two swapped) lie between two words, or limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        current = [row] + [0] * len(other)
        for column, sign_other in enumerate(other, 1):
            cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (sign != sign_other))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == sign_other:
                cost = min(cost, before_last[column - 2] + 1)
            current[column] = cost
        if min(current) > limit:
            return limit + 1
        before_last, last = last, current
    return last[-1]


@cache
def matcher() -> Matcher:
    """Return the matcher of the shipped word lists."""
    return Matcher(lexicon())
