"""Small shared shapes: random ids, JSON as text, texts that SQLite can hold, and texts to search in."""

import hashlib
import json
import unicodedata
from typing import Any

from reintegratie_desktop.text.errors import BugError


def new_id() -> str:
    """Return a new random id: sixteen hexadecimal characters that say nothing about what they stand for."""
    import secrets  # noqa: PLC0415 - only when something new is made

    return secrets.token_hex(8)


def as_json(value: object) -> str:
    """Return canonical JSON: keys sorted, no spaces, ASCII only, so that equal data is equal text.

    Raises:
        BugError: the value holds something JSON does not know.
    """
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise BugError("a value is not plain JSON data") from error


def from_json(text: str) -> Any:  # noqa: ANN401 - a JSON value
    """Read JSON that `as_json` wrote."""
    return json.loads(text)


def sha256_hex(content: str | bytes) -> str:
    """Return the SHA-256 of a text or of bytes, in hexadecimal."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def storable(text: str) -> str:
    """Return a text for a column of its own: without NUL, and with half characters replaced."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode() if _is_odd(text) else text


def _is_odd(text: str) -> bool:
    return "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text)


def folded(text: object) -> str:
    """Return a text as it is searched and sorted: lower case, without accents; anything but text counts as empty."""
    if not isinstance(text, str):
        return ""
    decomposed = unicodedata.normalize("NFKD", storable(text)).casefold()
    decomposed = unicodedata.normalize("NFKD", decomposed).casefold()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def search_clause(search: str, expression: str) -> tuple[str, list[str]]:
    """Return the condition and its parameters for "every word occurs in this expression"."""
    patterns = [_pattern(word) for word in folded(search).split()]
    return " AND ".join([f"{expression} LIKE ? ESCAPE '!'"] * len(patterns)) or "1", patterns


def _pattern(word: str) -> str:
    for special in "!%_":
        word = word.replace(special, "!" + special)
    return f"%{word}%"
