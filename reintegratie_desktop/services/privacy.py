"""Looks through a text for words of health and private life, for the command line and other programs."""

from collections.abc import Collection
from typing import Any

from reintegratie_desktop.text.guard import find


def check(text: str, *, allowed: Collection[str] = ()) -> dict[str, list[dict[str, Any]]]:
    """Return what the guard finds in a text, in the shape of `reintegratie privacy --json`.

    `van` and `tot` count characters from the start of the text, so that `text[van:tot]` is `woord`. `waarom` and
    `alternatief` are in the language in use; an empty `alternatief` means that leaving the word out is best.
    """
    return {
        "vondsten": [
            {
                "van": hit.start,
                "tot": hit.end,
                "woord": hit.word,
                "soort": hit.kind,
                "waarom": hit.why,
                "alternatief": hit.suggestion,
            }
            for hit in find(text, allowed=allowed)
        ]
    }
