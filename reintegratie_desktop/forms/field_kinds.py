"""The kinds of question with one plain answer: text, a date, a number, a choice."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from typing_extensions import override

from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.field_base import Field, Option
from reintegratie_desktop.text.i18n import _


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
        if not self.is_empty(value) and not reads_as(date.fromisoformat, DAY_SHAPE, value):
            yield "", _("Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026.")


@dataclass(frozen=True, kw_only=True)
class DayTime(Field):
    """A date with a time."""

    kind: ClassVar[str] = "day_time"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if self.is_empty(value) or reads_as(datetime.fromisoformat, f"{DAY_SHAPE}T{TIME_SHAPE}", value):
            return
        # An editor writes `day T time`; a part that is not filled in yet is empty.
        day, _sign, clock = value.partition("T") if isinstance(value, str) else ("", "", "")
        has_day, has_clock = (
            reads_as(date.fromisoformat, DAY_SHAPE, day),
            reads_as(time.fromisoformat, TIME_SHAPE, clock),
        )
        if has_day and not clock:
            yield "", _("Vul ook de tijd in.")
        elif has_day:
            yield "", _("Dit is geen tijd. Schrijf bijvoorbeeld 10:30.")
        elif has_clock and not day:
            yield "", _("Vul ook de dag in.")
        elif has_clock:
            yield "", _("Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026.")
        else:
            yield "", _("Dit is geen datum met tijd. Schrijf bijvoorbeeld 21-11-2026 10:30.")


@dataclass(frozen=True, kw_only=True)
class Time(Field):
    """A time of day."""

    kind: ClassVar[str] = "time"

    @override
    def problems(self, value: object) -> Iterator[tuple[str, str]]:
        if not self.is_empty(value) and not reads_as(time.fromisoformat, TIME_SHAPE, value):
            yield "", _("Dit is geen tijd. Schrijf bijvoorbeeld 10:30.")


def reads_as(parse: Callable[[str], object], shape: str, value: object) -> bool:
    """Tell whether a value is text of exactly this shape that `parse` can read."""
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
