"""What the text of a letter and its paper share: the line in the text at which a table is printed."""

import re
from typing import Final

LAYOUT: Final = "letter"
"""`layout` of a snapshot that prints as a letter."""
TEXT: Final = "tekst"
"""The key of the field with the words of a letter."""
OUTSIDE: Final = "brief"
"""Under this name `FormSnapshot.extra` keeps what stands around the text: see `forms.letter_head`."""

_LINE: Final = re.compile(r"\s*\[tabel: ([a-z0-9_]+)\]\s*")


def table_line(key: str) -> str:
    """Return the line that stands in a text for the table of this field. It is the same in every language."""
    return f"[tabel: {key}]"


def table_at(line: str) -> str:
    """Return the key of the table this line stands for; empty for any other line."""
    found = _LINE.fullmatch(line)
    return found[1] if found else ""
