"""Sentences of the program in other words, also when values stand in them already.

A paper that was finished holds its sentences with the values filled in: "Graag spreek ik je op maandag 2 maart". The
catalogue knows them with places for values: "Graag spreek ik je op {dag}". A text that fits such a sentence from
beginning to end, and fits no other, is said in the other language with the same values.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from gettext import NullTranslations
from typing import Any, Final

_PLACE: Final = re.compile(r"\{(\w+)\}")
_LEAST_FIXED: Final = 4
"""So many letters has the longest piece of a sentence at least: "{a}, {b}" would fit anything."""


class Phrases:
    """The sentences of a catalogue."""

    def __init__(self, catalogue: NullTranslations) -> None:
        known: Mapping[Any, str] = getattr(catalogue, "_catalog", {})
        self._exact: dict[str, str] = {}
        self._open: list[tuple[str, str, str]] = []
        for key, said in known.items():
            text = key[0] if isinstance(key, tuple) else key
            if not (text and said):
                continue
            if "{" in text:
                # What cannot be in a text is told by its longest piece alone: that is much faster.
                longest = max(_PLACE.split(text)[::2], key=len)
                if sum(map(str.isalpha, longest)) >= _LEAST_FIXED:
                    self._open.append((longest, text, said))
            else:
                self._exact[text] = said

    def say(self, text: str, value: Callable[[str], str] = str) -> str:
        """Return a text of the program in the other language; a text it does not know stays as it is.

        `value` says a value that stands in it, such as a date.
        """
        if text in self._exact:
            return self._exact[text]
        found = set(self._filled(text, value))
        return found.pop() if len(found) == 1 else text

    def _filled(self, text: str, value: Callable[[str], str]) -> Iterator[str]:
        for longest, sentence, said in self._open:
            if longest not in text:
                continue
            values = _match(sentence, text)
            if values is not None and set(_PLACE.findall(said)) <= set(values):
                pieces = _PLACE.split(said)
                yield "".join(value(values[piece]) if index % 2 else piece for index, piece in enumerate(pieces))


def _match(sentence: str, text: str) -> dict[str, str] | None:
    """Return the values a text has in the places of a sentence; None when it is another sentence."""
    pieces = _PLACE.split(sentence)
    pattern, seen = "", set[str]()
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            pattern += re.escape(piece)
        elif piece in seen:
            pattern += f"(?P={piece})"
        else:
            seen.add(piece)
            pattern += f"(?P<{piece}>.+?)"
    found = re.fullmatch(pattern, text, re.DOTALL)
    return found.groupdict() if found else None
