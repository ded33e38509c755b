"""A finished form as a paper copy: everything that was asked and answered, so that it prints the same for ever.

A snapshot holds labels, help, all options (also those not chosen), answers, the form's version and the law date. The
papers are made from snapshots only, and never from the form's declaration of today.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

SNAPSHOT_FORMAT: Final = 1


class FieldState(StrEnum):
    """Whether a field was answered; "not filled in" and "not asked" are two different facts on paper."""

    ANSWERED = "answered"
    EMPTY = "empty"
    NOT_ASKED = "not_asked"
    NOT_PRINTED = "not_printed"
    """Asked at print time only and never kept, such as the citizen number."""


@dataclass(frozen=True)
class SnapshotOption:
    """One option of a choice, in the order of the form."""

    value: str
    label: str


@dataclass(frozen=True)
class SnapshotField:
    """One field as it was shown and answered.

    `kind` is the kind name of the field (see `forms.fields`); `answer` is JSON: dates ISO, numbers as decimal text,
    choices as option values, tables as a list of dicts with the column keys.
    """

    key: str
    label: str
    kind: str
    answer: Any = None
    number: str = ""
    help: str = ""
    """What stood under the question on screen."""
    paper_help: str = ""
    """What stands under the question on paper; most questions need nothing there."""
    unit: str = ""
    by: str = ""
    state: FieldState = FieldState.ANSWERED
    not_asked_because: str = ""
    own_words: bool = False
    """The employee's own words: the employer cannot change them."""
    options: tuple[SnapshotOption, ...] = ()
    columns: tuple["SnapshotField", ...] = ()
    """Of a table; of a column whose state is `NOT_ASKED` no answer is asked in every row: an open cell says nothing."""
    carried_from: str = ""
    writing_lines: int = 0
    """Lines to write on when the paper is filled in by hand; 0 is the default of the kind."""


@dataclass(frozen=True)
class SnapshotSection:
    """A numbered part of the paper."""

    key: str
    title: str
    number: str = ""
    fields: tuple[SnapshotField, ...] = ()


@dataclass(frozen=True)
class SnapshotSignature:
    """Who signs, and what the signature means."""

    role: str
    """Already a label: "Werkgever", "Werknemer"."""
    name: str
    means: str
    """One sentence: "Betekent: ..."."""
    status: str = "nog_niet"
    """`nog_niet`, `getekend` or `geweigerd`."""
    signed_on: str = ""
    """ISO date, or empty."""
    may_refuse: bool = False


@dataclass(frozen=True)
class SnapshotFact:
    """One of the facts in the strip under the title; `value` is text or an ISO date."""

    label: str
    value: str


@dataclass(frozen=True)
class FormSnapshot:
    """A form frozen in time. Equal content gives equal dicts; `to_dict` and `from_dict` are each other's inverse."""

    form: str
    """Key of the flow: `plan_van_aanpak`."""
    code: str
    """Short code on paper: PVA."""
    form_version: str
    title: str
    purpose: str
    employer: str
    employee: str
    case_number: str
    eerste_ziektedag: str
    """ISO date."""
    law_date: str
    """ISO date of the rules used: the first sick day of the case."""
    made_on: str
    """ISO date the paper is dated on."""
    frozen_at: str
    """ISO date and time, empty for a draft."""
    version: int
    sections: tuple[SnapshotSection, ...]
    facts: tuple[SnapshotFact, ...] = ()
    signatures: tuple[SnapshotSignature, ...] = ()
    replaces: str = ""
    reason: str = ""
    draft: bool = False
    journal_head: str = ""
    layout: str = "form"
    """`form` (a form paper) or `agenda` (one page for a talk)."""
    language: str = "nl"
    footnotes: tuple[str, ...] = ()
    logo: str | None = None
    """SHA-256 of the employer's logo it was frozen with, "" for none; None for a draft, or when nobody noted it."""
    rules: str = ""
    """Version of the rules that were loaded into the program, "" for those that ship with it."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    format: int = SNAPSHOT_FORMAT

    def fields(self) -> Iterator[SnapshotField]:
        """Yield every field in reading order."""
        for section in self.sections:
            yield from section.fields

    def field(self, key: str) -> SnapshotField:
        """Return the field with this key.

        Raises:
            KeyError: the snapshot has no such field.
        """
        for candidate in self.fields():
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data."""
        data = asdict(self)
        data["extra"] = dict(self.extra)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "FormSnapshot":
        """Rebuild a snapshot from `to_dict` data."""
        plain = dict(data)
        plain["sections"] = tuple(_section(item) for item in data["sections"])
        plain["facts"] = tuple(SnapshotFact(**item) for item in data["facts"])
        plain["signatures"] = tuple(SnapshotSignature(**item) for item in data["signatures"])
        plain["footnotes"] = tuple(data["footnotes"])
        return cls(**plain)


def _section(data: Mapping[str, Any]) -> SnapshotSection:
    return SnapshotSection(**{**data, "fields": tuple(_field(item) for item in data["fields"])})


def _field(data: Mapping[str, Any]) -> SnapshotField:
    return SnapshotField(
        **{
            **data,
            "state": FieldState(data["state"]),
            "options": tuple(SnapshotOption(**item) for item in data["options"]),
            "columns": tuple(_field(item) for item in data["columns"]),
        }
    )
