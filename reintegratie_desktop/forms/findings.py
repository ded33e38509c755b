"""What a check found: a sentence at a field, and whether it stops finishing the paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from reintegratie_desktop.forms.context import Answers, Context


class Level(StrEnum):
    """How heavy a finding weighs. Nothing ever stops typing or saving."""

    BLOCK = "block"
    """The paper cannot be finished."""
    MISSING = "missing"
    """A required answer is not there yet; the paper cannot be finished."""
    OPEN = "open"
    """A required answer of a record is not there yet: the record is kept without it, a paper that needs it asks."""
    WARN = "warn"
    """Finishing is possible; the user is told once."""
    HINT = "hint"
    """A tip beside the field."""


@dataclass(frozen=True)
class Finding:
    """One sentence at one field. `field` is a key, or `key[row].column` for a cell in a table."""

    level: Level
    field: str
    message: str
    source: str = ""
    """The article, where the law asks it."""
    opens: str = ""
    """The key of another form of the case where this is put right; the list at finishing leads there."""

    @property
    def key(self) -> str:
        """Return the key of the field, without row and column."""
        return self.field.split("[", 1)[0]

    @property
    def stops(self) -> bool:
        """Tell whether the paper cannot be finished with this finding."""
        return self.level in (Level.BLOCK, Level.MISSING)

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still to be given, now or before the paper that needs it."""
        return self.level in (Level.OPEN, Level.MISSING)


Rule = Callable[[Answers, Context], Iterable[Finding]]
"""A rule of a form: it looks at all answers and yields findings. It must bear half-filled answers."""
