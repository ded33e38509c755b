"""The kinds of question whose answer has parts, such as a table or a person, and those that are shown and not typed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from typing_extensions import override

from reintegratie_desktop.forms.conditions import Condition
from reintegratie_desktop.forms.context import Answers, Context, is_filled
from reintegratie_desktop.forms.field_base import Field
from reintegratie_desktop.forms.field_kinds import DAY_SHAPE, as_decimal, reads_as
from reintegratie_desktop.text.i18n import N_, _


@dataclass(frozen=True, kw_only=True)
class Table(Field):
    """Repeating rows with a few columns. On the official list of fields a table counts as one."""

    kind: ClassVar[str] = "table"
    columns: tuple[Field, ...] = ()
    row_name: str = N_("regel")
    """What one row is called: "afspraak", "taak"."""
    title_column: str = ""
    """The column that names a row in a list; the first when empty."""
    listed: tuple[str, ...] = ()
    """The columns with a place of their own in the list on the screen; when empty the kinds of the columns decide."""
    summary: Callable[[Answers, Context], str] | None = None
    """The muted second line of a row in the list on the screen; made of the other columns when None."""
    lapsed: Condition | None = None
    """When this holds for a row, the row no longer counts: it stays in the answers and is left off the paper."""
    adds: bool = True
    """False: the rows come from another paper, and no row is added here."""

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
        elif is_filled(value.get("datum")) and not reads_as(date.fromisoformat, DAY_SHAPE, value["datum"]):
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
    only_listed: bool = False
    """In a row of a table: shown in the list, and not among the questions, where another answer says it already."""


@dataclass(frozen=True, kw_only=True)
class Note(Field):
    """A text to read; it holds no answer and never prints."""

    kind: ClassVar[str] = "note"
    printed: bool = False
    body: str = ""
    links: tuple[str, ...] = field(default=())
