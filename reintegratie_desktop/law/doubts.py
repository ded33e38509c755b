"""Where the law leaves room: each doubt with what this program does about it."""

from collections.abc import Mapping
from typing import Final

from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.declaring import dataclass

_TEXTS: Final = ("question", "default", "where")


@dataclass(frozen=True)
class Doubt:
    """One question the sources do not settle. The texts are Dutch; translate them where they are shown."""

    id: str
    question: str
    default: str
    """What this program does."""
    where: str
    """Where it shows."""
    to_check: bool
    """Somebody has to find out more; False when it is a choice that stays a choice."""


def read_doubts(data: Mapping[str, object]) -> dict[str, Doubt]:
    """Build the doubts from their TOML tables.

    Raises:
        LawDataError: a table has other keys than question, default, where and to_check, or a value of another kind.
    """
    doubts = {}
    for key, table in data.items():
        if not isinstance(table, Mapping) or set(table) != {*_TEXTS, "to_check"}:
            raise LawDataError(f"{key}: a doubt has question, default, where and to_check")
        if not all(isinstance(table[name], str) and table[name] for name in _TEXTS):
            raise LawDataError(f"{key}: question, default and where are texts")
        if not isinstance(table["to_check"], bool):
            raise LawDataError(f"{key}: to_check must be true or false")
        question, default, where = (table[name] for name in _TEXTS)
        doubts[key] = Doubt(key, question, default, where, table["to_check"])
    return doubts
