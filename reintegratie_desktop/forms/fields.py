"""The kinds of question. A field is declared once; screen, check, paper and command line all follow from it.

Answers are JSON values, so that a draft, a snapshot and a file on the command line hold the same thing:

| kind | shape |
|---|---|
| `text`, `long_text` | text |
| `day` / `day_time` / `time` | `"2026-01-05"` / `"2026-01-05T10:30"` / `"10:30"` |
| `number`, `percent`, `amount` | decimal text: `"7.6"` |
| `yes_no`, `tick` | true or false |
| `choice` / `many` | the option's value / a list of them |
| `lines` | a list of texts |
| `table`, `rows` | a list of objects with the column keys |
| `person` | object with `naam`, `functie`, `telefoon`, `email` |
| `address` | object with `straat`, `postcode`, `plaats` |
| `work_pattern` | seven decimal texts, Monday first |
| `limited` | object with `beperkt` (bool or null) and `toelichting` |
| `signature` | object with `naam`, `datum`, `status` (`nog_niet`, `getekend`, `geweigerd`) |
| `reference` | object with `soort`, `versie`, `datum` |
| `attachment` | object with `sha256`, `naam`, `grootte` |
| `chart_hours` | object described at `Computed` |
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, ClassVar

from typing_extensions import override

from reintegratie_desktop.forms.conditions import Condition
from reintegratie_desktop.forms.context import Answers, Context, is_filled
from reintegratie_desktop.text.i18n import N_, _


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
    guard: bool = False
    """Free text that is checked for health words."""
    own_words: bool = False
    """The employee's own words: the guard only hints, and the employer does not change them later."""
    printed: bool = True
    kept: bool = True
    """False: asked at print time only and never stored."""
    writing_lines: int = 0

    @property
    def question(self) -> str:
        """Return the translated question for the interview."""
        return _(self.ask or self.label)

    def is_asked(self, answers: Answers, context: Context) -> bool:
        """Tell whether the field is asked, given the other answers."""
        return self.when is None or self.when.holds(answers, context)

    def is_required(self, answers: Answers, context: Context) -> bool:
        """Tell whether an answer is needed before the paper can be finished."""
        if not self.is_asked(answers, context) or not self.kept:
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


@dataclass(frozen=True, kw_only=True)
class Text(Field):
    """One line of text."""

    kind: ClassVar[str] = "text"
    max_length: int = 200
    pattern: str = ""
    pattern_hint: str = ""

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value):
            return
        if not isinstance(value, str):
            yield "", _("Hier hoort tekst te staan.")
        elif len(value) > self.max_length:
            yield "", _("Dit is te lang. Er passen {aantal} tekens.").format(aantal=self.max_length)
        elif self.pattern and not re.fullmatch(self.pattern, value.strip()):
            yield "", _(self.pattern_hint)


@dataclass(frozen=True, kw_only=True)
class LongText(Text):
    """Running text of any length, in paragraphs."""

    kind: ClassVar[str] = "long_text"
    max_length: int = 20_000


DAY_SHAPE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME_SHAPE = r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?"


@dataclass(frozen=True, kw_only=True)
class Day(Field):
    """A date."""

    kind: ClassVar[str] = "day"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if not self.is_empty(value) and not _reads_as(date.fromisoformat, DAY_SHAPE, value):
            yield "", _("Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026.")


@dataclass(frozen=True, kw_only=True)
class DayTime(Field):
    """A date with a time."""

    kind: ClassVar[str] = "day_time"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if not self.is_empty(value) and not _reads_as(datetime.fromisoformat, f"{DAY_SHAPE}T{TIME_SHAPE}", value):
            yield "", _("Dit is geen datum met tijd. Schrijf bijvoorbeeld 21-11-2026 10:30.")


@dataclass(frozen=True, kw_only=True)
class Time(Field):
    """A time of day."""

    kind: ClassVar[str] = "time"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if not self.is_empty(value) and not _reads_as(time.fromisoformat, TIME_SHAPE, value):
            yield "", _("Dit is geen tijd. Schrijf bijvoorbeeld 10:30.")


def _reads_as(parse: Callable[[str], object], shape: str, value: object) -> bool:
    # fromisoformat also reads week dates and dates without dashes; those would not sort and print as the rest does.
    if not isinstance(value, str) or not re.fullmatch(shape, value):
        return False
    try:
        parse(value)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, kw_only=True)
class Number(Field):
    """A number with a fixed number of decimals, such as hours in steps of a quarter."""

    kind: ClassVar[str] = "number"
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int = 2
    unit: str = ""

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value):
            return
        number = as_decimal(value)
        if number is None:
            yield "", _("Dit is geen getal. Schrijf bijvoorbeeld 7,5.")
        elif self.minimum is not None and number < self.minimum:
            yield "", _("Dit moet {getal} of meer zijn.").format(getal=_plain(self.minimum))
        elif self.maximum is not None and number > self.maximum:
            yield "", _("Dit mag hoogstens {getal} zijn.").format(getal=_plain(self.maximum))
        elif _decimals(number) > self.decimals:
            yield "", _("Gebruik hoogstens {aantal} cijfers achter de komma.").format(aantal=self.decimals)


def _plain(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


def _decimals(number: Decimal) -> int:
    # Not by rounding: that fails on numbers with more figures than the decimal context holds.
    _whole, _point, behind = f"{number:f}".partition(".")
    return len(behind.rstrip("0"))


EVERYDAY_FIGURES = 20


def as_decimal(value: object) -> Decimal | None:
    """Read decimal text; None when it is not a finite number of an everyday size."""
    if not isinstance(value, str):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= EVERYDAY_FIGURES else None


@dataclass(frozen=True, kw_only=True)
class Percent(Number):
    """A percentage."""

    kind: ClassVar[str] = "percent"
    minimum: Decimal | None = Decimal(0)
    maximum: Decimal | None = Decimal(100)
    unit: str = "%"


@dataclass(frozen=True, kw_only=True)
class Amount(Number):
    """An amount in euro."""

    kind: ClassVar[str] = "amount"
    minimum: Decimal | None = Decimal(0)
    unit: str = "€"


@dataclass(frozen=True, kw_only=True)
class YesNo(Field):
    """Yes, no, or not answered yet."""

    kind: ClassVar[str] = "yes_no"
    must_be: bool | None = None
    """The only answer with which the paper can be finished."""
    must_be_hint: str = ""

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if value is not None and not isinstance(value, bool):
            yield "", _("Kies ja of nee.")
        elif value is not None and self.must_be is not None and value is not self.must_be:
            yield "", _(self.must_be_hint)


@dataclass(frozen=True, kw_only=True)
class Tick(YesNo):
    """A box to tick; not ticked is an answer only when it is not required."""

    kind: ClassVar[str] = "tick"

    @override
    def is_empty(self, value: object) -> bool:
        return value is not True


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One of a list."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...] = ()

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if not self.is_empty(value) and value not in [option.value for option in self.options]:
            yield "", _("Kies een van de antwoorden uit de lijst.")


@dataclass(frozen=True, kw_only=True)
class Many(Field):
    """Any number of a list. With `from_answers` the list follows from other answers, such as the named tasks."""

    kind: ClassVar[str] = "many"
    options: tuple[Option, ...] = ()
    from_answers: Callable[[Answers, Context], tuple[Option, ...]] | None = None

    def options_for(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        """Return the options, also when they follow from other answers."""
        return self.options if self.from_answers is None else self.from_answers(answers, context)

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value):
            return
        allowed = None if self.from_answers else [option.value for option in self.options]
        if not isinstance(value, list) or any(
            not isinstance(item, str) or (allowed is not None and item not in allowed) for item in value
        ):
            yield "", _("Kies uit de lijst.")


@dataclass(frozen=True, kw_only=True)
class Lines(Field):
    """A list of short texts that can be added, moved and removed."""

    kind: ClassVar[str] = "lines"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if not self.is_empty(value) and not (isinstance(value, list) and all(isinstance(x, str) for x in value)):
            yield "", _("Hier hoort een lijst te staan.")


@dataclass(frozen=True, kw_only=True)
class Table(Field):
    """Repeating rows with a few columns. On the official list of fields a table counts as one."""

    kind: ClassVar[str] = "table"
    columns: tuple[Field, ...] = ()
    row_name: str = N_("regel")
    """What one row is called: "afspraak", "taak"."""
    title_column: str = ""
    """The column that names a row in a list; the first when empty."""
    lapsed: Condition | None = None
    """When this holds for a row, the row no longer counts: it stays in the answers and is left off the paper."""

    @override
    def is_empty(self, value: object) -> bool:
        return not (isinstance(value, list) and any(is_filled(row) for row in value))

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value):
            return
        assert isinstance(value, list)
        for index, row in enumerate(value):
            if not isinstance(row, dict):
                yield f"[{index}]", _("Hier hoort een regel te staan.")
                continue
            for column in self.columns:
                for place, sentence in column.problems(row.get(column.key)):
                    yield f"[{index}].{column.key}{place}", sentence


@dataclass(frozen=True, kw_only=True)
class Rows(Table):
    """Repeating rows whose columns are fields of the form in their own right (activities, phases, tasks)."""

    kind: ClassVar[str] = "rows"


@dataclass(frozen=True, kw_only=True)
class Person(Field):
    """A person: name, function, telephone, e-mail. The name is the answer; the rest may stay empty."""

    kind: ClassVar[str] = "person"
    parts: tuple[str, ...] = ("naam", "functie", "telefoon", "email")

    @override
    def is_empty(self, value: object) -> bool:
        return not (isinstance(value, Mapping) and is_filled(value.get("naam")))

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if value is not None and not isinstance(value, Mapping):
            yield "", _("Hier hoort een persoon te staan.")


POSTCODE = r"[1-9][0-9]{3} ?[A-Z]{2}"


@dataclass(frozen=True, kw_only=True)
class Address(Field):
    """A Dutch address: street with number, postcode, town."""

    kind: ClassVar[str] = "address"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value):
            return
        if not isinstance(value, Mapping):
            yield "", _("Hier hoort een adres te staan.")
        elif is_filled(value.get("postcode")) and not re.fullmatch(POSTCODE, str(value["postcode"]).strip().upper()):
            yield "", _("Een postcode heeft vier cijfers en twee letters, zoals 1234 AB.")


@dataclass(frozen=True, kw_only=True)
class WorkPattern(Field):
    """The usual hours per day, Monday to Sunday."""

    kind: ClassVar[str] = "work_pattern"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value):
            return
        days = value if isinstance(value, list) else []
        hours = [as_decimal(item or "0") for item in days]
        if len(days) != 7 or any(item is None or not 0 <= item <= 24 for item in hours):
            yield "", _("Vul voor elke dag een getal van 0 tot 24 in.")


@dataclass(frozen=True, kw_only=True)
class Limited(Field):
    """Limited at work in this respect: yes or no, with an explanation in terms of work."""

    kind: ClassVar[str] = "limited"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if value is not None and not isinstance(value, Mapping):
            yield "", _("Kies ja of nee.")


@dataclass(frozen=True, kw_only=True)
class Signature(Field):
    """Who signs this paper. The signature itself is put on paper; here stands whether and when."""

    kind: ClassVar[str] = "signature"
    role: str = ""
    means: str = ""
    """One sentence on what signing says: agreed, seen, made by."""
    may_refuse: bool = False

    @override
    def is_empty(self, value: object) -> bool:
        return not (isinstance(value, Mapping) and is_filled(value.get("status")))

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if value is None:
            return
        if not isinstance(value, Mapping) or value.get("status", "") not in ("", "nog_niet", "getekend", "geweigerd"):
            yield "", _("Hier hoort een handtekening te staan.")
        elif is_filled(value.get("datum")) and not _reads_as(date.fromisoformat, DAY_SHAPE, value["datum"]):
            yield "", _("De datum van de handtekening is geen datum. Schrijf bijvoorbeeld 21-11-2026.")


@dataclass(frozen=True, kw_only=True)
class Reference(Field):
    """A link to a version of another paper of the case, such as the build-up schedule."""

    kind: ClassVar[str] = "reference"
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class Attachment(Field):
    """A file kept with the paper."""

    kind: ClassVar[str] = "attachment"


@dataclass(frozen=True, kw_only=True)
class Computed(Field):
    """An answer that follows from others; `shows` is the kind it prints as (`text`, `day`, `number`, `chart_hours`).

    A `chart_hours` answer is `{"contract": "38", "phases": [{"van": ISO, "tot": ISO, "uren": "9"}],
    "ceilings": [{"van": ISO, "tot": ISO, "uren": "9", "advies": ISO}], "worked": [{"week": ISO Monday, "uren": "8"}],
    "eerste_ziektedag": ISO, "evaluations": [ISO]}`.
    """

    kind: ClassVar[str] = "computed"
    compute: Callable[[Answers, Context], Any]
    shows: str = "text"
    unit: str = ""
    decimals: int = 2


@dataclass(frozen=True, kw_only=True)
class Note(Field):
    """A text to read; it holds no answer and never prints."""

    kind: ClassVar[str] = "note"
    printed: bool = False
    body: str = ""
    links: tuple[str, ...] = field(default=())
