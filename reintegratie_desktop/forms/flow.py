"""A form declared once: its steps, fields, rules and what signing it means."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from reintegratie_desktop.forms.conditions import Condition
from reintegratie_desktop.forms.context import Answers, Context, is_filled
from reintegratie_desktop.forms.fields import Computed, Field, Need, Note, Rows, Table
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.text.i18n import _

ROW: Final = "_row"
"""In what a column computes from: the place of its row, from 0."""


class Scope(StrEnum):
    """What a form belongs to."""

    RECORD = "record"
    """The employer or an employee: one record that can be changed, without a paper."""
    CASE = "case"
    """A paper of one case: finishing makes a version."""
    CASE_RECORD = "case_record"
    """Facts about one case that belong to no paper: they can be changed, and are kept with the case."""
    JOURNAL = "journal"
    """One line in the journal of a case: finishing adds it, and then it never changes. The journal is the paper."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part with its own heading on paper and on the form page."""

    key: str
    title: str
    fields: tuple[Field, ...]
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One page of the interview: one subject, one or more sections of the paper, and the help beside it."""

    key: str
    title: str
    sections: tuple[Section, ...]
    question: str = ""
    """The sentence under the title: what the page asks, in plain words."""
    why: str = ""
    example: str = ""
    not_written: str = ""
    """What does not belong on this page."""
    source: str = ""
    """The article, such as "Regeling procesgang, artikel 4, lid 2"."""
    when: Condition | None = None
    not_asked: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields of all sections in order."""
        return tuple(field for section in self.sections for field in section.fields)

    def is_visible(self, answers: Answers, context: Context) -> bool:
        """Tell whether the step is shown, given the answers."""
        return self.when is None or self.when.holds(answers, context)


@dataclass(frozen=True, kw_only=True)
class Flow:
    """A form. Everything else (wizard, form page, check, paper, command line) follows from this declaration."""

    key: str
    code: str
    version: str
    title: str
    purpose: str
    """One or two sentences under the title on paper, with the legal basis."""
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...] = ()
    scope: Scope = Scope.CASE
    date_field: str = ""
    """The field whose date the paper is dated on; the day of finishing when empty."""
    repeatable: bool = False
    """More than one finished paper side by side (talks); otherwise a new one replaces the old as a next version."""
    duration: str = ""
    """How long filling it in takes, in words: "ongeveer 40 minuten"."""
    copies_field: str = ""
    """The field that says to whom copies were given."""
    has_paper: bool = True
    takes_files: bool = True
    """False: no file is ever kept with its paper, because nobody at the firm may have it."""
    layout: str = "form"
    """How its paper is laid out: `form` or `letter`."""
    about_employee: bool = True
    """False: the paper goes to readers who have no need to know whose case it is; it names neither case nor person."""
    enough: tuple[str, ...] = ()
    """Of a record: the answers with which it can be kept. What else is required and misses, is asked before the paper
    that needs it: see `forms.record_needs`. Empty: everything that is required."""
    paper_extra: Callable[[Answers, Context], Mapping[str, Any]] | None = None
    """What the paper has to know besides the fields, translated; kept in `FormSnapshot.extra`."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return all fields in order."""
        return tuple(field for step in self.steps for field in step.fields)

    def field(self, key: str) -> Field:
        """Return the field with this key.

        Raises:
            KeyError: the form has no such field.
        """
        for candidate in self.fields:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    def step_of(self, key: str) -> Step:
        """Return the step that holds the field with this key.

        Raises:
            KeyError: the form has no such field.
        """
        for step in self.steps:
            if any(candidate.key == key for candidate in step.fields):
                return step
        raise KeyError(key)

    def counted_keys(self) -> tuple[str, ...]:
        """Return the keys as the official field list counts them: a row group counts its columns."""
        keys: list[str] = []
        for field in self.fields:
            if isinstance(field, Rows):
                keys.extend(column.key for column in field.columns)
            elif not isinstance(field, Note):
                keys.append(field.key)
        return tuple(keys)

    def visible_steps(self, answers: Answers, context: Context) -> tuple[Step, ...]:
        """Return the steps that are shown, given the answers."""
        return tuple(step for step in self.steps if step.is_visible(answers, context))

    def asked_fields(self, answers: Answers, context: Context) -> Iterator[Field]:
        """Yield the fields that are asked, given the answers."""
        for step in self.visible_steps(answers, context):
            for field in step.fields:
                if field.is_asked(answers, context):
                    yield field

    def start(self, context: Context) -> tuple[dict[str, object], dict[str, str]]:
        """Return the answers a new draft starts with, and per carried field the form it was taken from."""
        answers: dict[str, object] = {}
        carried: dict[str, str] = {}
        for field in self.fields:
            for carry in field.carry:
                value = context.get(carry.form, carry.key)
                if is_filled(value) and carry.convert is not None:
                    value = carry.convert(value, context)
                if is_filled(value):
                    # A copy: typing in this draft may not change the other paper.
                    answers[field.key] = deepcopy(value)
                    carried[field.key] = carry.form
                    break
            else:
                value = field.start_value(context)
                if value is not None:
                    answers[field.key] = value
        return answers, carried

    def computed(self, answers: Answers, context: Context) -> dict[str, object]:
        """Return the answers with every computed field filled in, and every empty one that follows from others."""
        full = dict(answers)
        for field in self.fields:
            if isinstance(field, Computed):
                full[field.key] = field.compute(full, context)
            elif isinstance(field, Table) and isinstance(full.get(field.key), list):
                full[field.key] = [
                    _full_row(field, row, index, full, context) if isinstance(row, dict) and is_filled(row) else row
                    for index, row in enumerate(full[field.key])
                ]
            else:
                _derive(field, full, full, context)
        return full

    def untyped(self, answers: Answers, context: Context) -> dict[str, Any]:
        """Return finished answers without those that only say what follows from the others: they follow again."""
        kept = dict(answers)
        for field in self.fields:
            if field.derive is not None and field.key in kept:
                others = {key: value for key, value in kept.items() if key != field.key}
                if self.computed(others, context).get(field.key) == kept[field.key]:
                    kept = others
        return kept

    def findings(self, answers: Answers, context: Context) -> tuple[Finding, ...]:
        """Check all answers: what is missing, what is not well formed, and what the rules of this form say.

        A rule is not heard about a field that is not asked: an answer kept from before a change of mind stops nothing.
        """
        full = self.computed(answers, context)
        found: list[Finding] = []
        asked = list(self.asked_fields(full, context))
        for field in asked:
            misses = Level.OPEN if self.enough and field.key not in self.enough else Level.MISSING
            found.extend(_field_findings(field, full, context, misses))
        order = {field.key: index for index, field in enumerate(self.fields)}
        hidden = order.keys() - {field.key for field in asked}
        for rule in self.rules:
            found.extend(finding for finding in rule(full, context) if finding.key not in hidden)
        return tuple(sorted(found, key=lambda finding: (order.get(finding.key, len(order)), not finding.stops)))


def _full_row(table: Table, row: dict[str, Any], index: int, answers: Answers, context: Context) -> dict[str, Any]:
    """Fill the computed and derived cells of a row, in the order of the columns; an empty row stays empty."""
    full = dict(row)
    for column in table.columns:
        around = {**answers, **full, ROW: index}
        if isinstance(column, Computed):
            full[column.key] = column.compute(around, context)
        else:
            _derive(column, full, around, context)
    return full


def _derive(field: Field, target: dict[str, Any], answers: Answers, context: Context) -> None:
    if field.derive is not None and field.is_empty(target.get(field.key)):
        value = field.derive(answers, context)
        if value is not None:
            target[field.key] = value


def _field_findings(field: Field, answers: Answers, context: Context, misses: Level) -> Iterator[Finding]:
    value = answers.get(field.key)
    if field.is_empty(value):
        if field.is_required(answers, context):
            yield Finding(misses, field.key, _("Dit is nog niet ingevuld."))
        elif field.later and field.need is Need.REQUIRED:
            sentence = _("Weet je dit nog niet? Vul het later aan, bij het papier in Papieren.")
            yield Finding(Level.HINT, field.key, sentence)
        return
    for place, sentence in field.problems(value):
        yield Finding(Level.BLOCK, f"{field.key}{place}", sentence)
    if isinstance(field, Table) and isinstance(value, list):
        for index, row in enumerate(value):
            if isinstance(row, dict) and is_filled(row):
                cell_answers = {**answers, **row}
                for column in field.columns:
                    if column.is_empty(row.get(column.key)) and column.is_required(cell_answers, context):
                        yield Finding(
                            Level.MISSING, f"{field.key}[{index}].{column.key}", _("Dit is nog niet ingevuld.")
                        )
