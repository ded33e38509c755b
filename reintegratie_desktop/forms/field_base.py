"""What every question has, whatever its kind: who answers, when it is asked and needed, where its answer comes from."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from reintegratie_desktop.forms.conditions import Condition
from reintegratie_desktop.forms.context import Answers, Context, is_filled
from reintegratie_desktop.text.i18n import _


class By(StrEnum):
    """Who gives the answer."""

    WG = "werkgever"
    WN = "werknemer"
    BOTH = "samen"
    BA = "bedrijfsarts"
    APP = "programma"


class Need(StrEnum):
    """Whether an answer is needed before the paper can be finished."""

    REQUIRED = "V"
    OPTIONAL = "O"
    CONDITIONAL = "C"


@dataclass(frozen=True)
class Option:
    """One choice: a stable value for the file, a label for people, and an explanation where the word needs one."""

    value: str
    label: str
    help: str = ""


def options(*labels: str) -> tuple[Option, ...]:
    """Make options from labels; the value is the label in lower case with underscores.

    The value never changes: give an `Option` by hand when a label is reworded later.
    """
    return tuple(Option(slug(label), label) for label in labels)


def options_of(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    """Make options from `(value, label)` pairs, for labels that may be reworded."""
    return tuple(Option(value, label) for value, label in pairs)


def slug(label: str) -> str:
    """Return a label as a stable value: `eigen functie volledig` becomes `eigen_functie_volledig`."""
    plain = label.casefold().replace("ë", "e").replace("é", "e").replace("è", "e").replace("<", "minder_dan ")
    plain = plain.replace(">", "meer_dan ")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


@dataclass(frozen=True)
class Carry:
    """Where an answer comes from when an earlier paper knows it. `convert` turns that answer into this one's shape."""

    form: str
    key: str
    convert: Callable[[Any, Context], Any] | None = None


@dataclass(frozen=True, kw_only=True)
class Field:
    """What every question has. Texts are Dutch message ids, translated where they are shown."""

    kind: ClassVar[str] = ""

    key: str
    label: str
    need: Need = Need.OPTIONAL
    by: By = By.WG
    number: str = ""
    """The number on the official form, such as `5.1`."""
    ask: str = ""
    """The question as the interview asks it; the label when empty."""
    help: str = ""
    """One or two short lines under the label on screen."""
    paper_help: str = ""
    """One short line under the label on paper, for a reader who has never seen the screen; most need none."""
    why: str = ""
    """Why this is asked, for the help panel."""
    example: str = ""
    when: Condition | None = None
    """The field is asked only when this holds."""
    not_asked: str = ""
    """Why the field was not asked, one sentence for the paper; needed with `when`."""
    required_when: Condition | None = None
    """With `Need.CONDITIONAL`: the answer is needed when this holds (and the field is asked)."""
    carry: tuple[Carry, ...] = ()
    fixed: bool = False
    """Carried or computed: shown, never typed here."""
    default: Any = None
    """The answer a new draft starts with; a function of the context is called."""
    derive: Callable[[Answers, Context], Any] | None = None
    """Fills the answer from the other answers while it is empty; unlike a `Computed` answer it can be typed too."""
    follows: tuple[str, ...] = ()
    """With `derive`, in a row of a table: a change of one of these columns fills this one anew."""
    guard: bool = False
    """Free text that is checked for health words."""
    own_words: bool = False
    """The employee's own words: the guard only hints, and the employer does not change them later."""
    printed: bool = True
    kept: bool = True
    """False: asked at print time only and never stored."""
    writing_lines: int = 0
    short: str = ""
    """The label as the head of a narrow column on the screen; the label itself when empty."""
    label_if: tuple[Condition, str] | None = None
    """In a row of a table: another label for as long as this holds in the row that is filled in."""
    later: bool = False
    """Can often be known only after the paper is finished, such as the day it was read. It never stops finishing, and
    when it was left open it can still be noted beside the paper, without a next version: see `forms.later`."""
    unsaid_when: Condition | None = None
    """Not asked, it leaves no line on paper for as long as this holds: another line says why."""
    may_stay_open: bool = False
    """In a row of a table: left open it leaves no line on paper, because nobody had to answer it."""
    aside: bool = False
    """In a row of a table the question stands folded under the others: nearly always what is there already is right."""

    @property
    def question(self) -> str:
        """Return the translated question for the interview."""
        return _(self.ask or self.label)

    def label_for(self, answers: Answers, context: Context) -> str:
        """Return the translated label, given the other answers of its row."""
        if self.label_if is not None and self.label_if[0].holds(answers, context):
            return _(self.label_if[1])
        return _(self.label)

    def is_asked(self, answers: Answers, context: Context) -> bool:
        """Tell whether the field is asked, given the other answers."""
        return self.when is None or self.when.holds(answers, context)

    def is_required(self, answers: Answers, context: Context) -> bool:
        """Tell whether an answer is needed before the paper can be finished."""
        if self.later or not self.is_asked(answers, context) or not self.kept:
            return False
        if self.need is Need.CONDITIONAL:
            return self.required_when is None or self.required_when.holds(answers, context)
        return self.need is Need.REQUIRED

    def start_value(self, context: Context) -> Any:  # noqa: ANN401 - a JSON value
        """Return the answer a new draft starts with, as a copy of its own."""
        return deepcopy(self.default(context) if callable(self.default) else self.default)

    def is_empty(self, value: object) -> bool:
        """Tell whether this answer says nothing yet."""
        return not is_filled(value)

    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        """Yield `(place, sentence)` for what is wrong with an answer's form; place is "" or `[row].column`."""
        yield from ()
