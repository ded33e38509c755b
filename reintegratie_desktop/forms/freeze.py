"""Turns the answers of a form into a snapshot: the paper copy that prints the same for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.domain.snapshot import (
    FieldState,
    FormSnapshot,
    SnapshotFact,
    SnapshotField,
    SnapshotOption,
    SnapshotSection,
    SnapshotSignature,
)
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Computed,
    Field,
    Many,
    Need,
    Note,
    Number,
    Signature,
    Table,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.forms.flows import flow as find_flow
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.i18n import N_, _, current_language

_BY: Final = {
    By.WG: N_("Werkgever"),
    By.WN: N_("Werknemer"),
    By.BOTH: N_("Werkgever en werknemer"),
    By.BA: N_("Bedrijfsarts"),
    By.APP: N_("Programma"),
}


def freeze(
    flow: Flow,
    answers: Answers,
    context: Context,
    *,
    frozen_at: str,
    version: int,
    law_date: date | str,
    case_number: str,
    employer: str,
    employee: str,
    draft: bool = False,
    journal_head: str = "",
    replaces: str = "",
    reason: str = "",
    carried: Mapping[str, str] | None = None,
    made_on: date | str = "",
    latest: date | str = "",
    layout: str = "",
) -> FormSnapshot:
    """Return the form as it stands, in the language of now.

    `carried` says per field key where the answer came from: the key of a form, or words for it. `made_on` is the date
    of the paper when it does not follow from the answers. `latest` is the date by which the paper had to be there,
    empty when there is none. Dates and times are ISO text, or a date. `layout` is that of the form when empty.

    A paper that is not about the employee names neither person nor case, and its rules are those of its own date.

    Raises:
        BugError: an answer is no JSON value.
    """
    full = flow.computed(answers, context)
    origin = carried or {}
    dated = _iso(made_on) or _dated(flow, full, frozen_at, context)
    first_day = context.day("zaak", "eerste_ziektedag") or as_day(full.get("eerste_ziektedag"))
    sick_since = _iso(first_day or law_date)
    facts = [
        SnapshotFact(_("Werknemer"), employee),
        SnapshotFact(_("Eerste ziektedag"), sick_since),
        SnapshotFact(_("Opgesteld op"), dated),
    ]
    if latest:
        facts.append(SnapshotFact(_("Uiterste datum"), _iso(latest)))
    return FormSnapshot(
        form=flow.key,
        code=flow.code,
        form_version=flow.version,
        title=_(flow.title),
        purpose=_(flow.purpose),
        employer=employer,
        employee=employee if flow.about_employee else "",
        case_number=case_number if flow.about_employee else "",
        eerste_ziektedag=sick_since,
        law_date=_iso(law_date) if flow.about_employee else dated,
        made_on=dated,
        frozen_at=frozen_at,
        version=version,
        sections=tuple(_sections(flow, full, context, origin)),
        facts=tuple(facts),
        signatures=tuple(_signatures(flow, full, context, employee)),
        replaces=replaces,
        reason=reason,
        draft=draft,
        journal_head=journal_head,
        layout=layout or flow.layout,
        extra=flow.paper_extra(full, context) if flow.paper_extra is not None else {},
        language=current_language(),
    )


def origin_title(origin: str) -> str:
    """Return where an answer came from in words: the translated title of a form, or the words as they were given."""
    return _(find_flow(origin).title) if origin in KEYS else origin


def _dated(flow: Flow, answers: Answers, frozen_at: str, context: Context) -> str:
    return _iso(as_day(answers.get(flow.date_field)) or as_day(frozen_at) or context.today)


def _iso(day: date | str) -> str:
    return day if isinstance(day, str) else day.isoformat()


def _sections(flow: Flow, answers: Answers, context: Context, carried: Mapping[str, str]) -> Iterator[SnapshotSection]:
    for step in flow.steps:
        for section in step.sections:
            fields = tuple(_section_fields(step, section, answers, context, carried))
            if fields:
                yield SnapshotSection(section.key, _(section.title), section.number, fields)


def _section_fields(
    step: Step, section: Section, answers: Answers, context: Context, carried: Mapping[str, str]
) -> Iterator[SnapshotField]:
    shown = step.is_visible(answers, context)
    for field in section.fields:
        if isinstance(field, Note) or not field.printed:
            continue
        if not shown or not field.is_asked(answers, context):
            because = field.not_asked or step.not_asked if shown else step.not_asked or field.not_asked
            unsaid = field.unsaid_when is not None and field.unsaid_when.holds(answers, context)
            if not because or unsaid:
                continue  # another question beside it says the same
            because = _(because)
            yield _frozen(field, None, FieldState.NOT_ASKED, answers, context, because=because)
        elif not field.kept:
            yield _frozen(field, None, FieldState.NOT_PRINTED, answers, context)
        elif not isinstance(field, Signature):  # a signature prints as a frame, not as an answer
            value = answers.get(field.key)
            # A box that was left open on purpose is an answer; a question that was skipped is not.
            empty = field.is_empty(value) and value is not False
            state = FieldState.EMPTY if empty else FieldState.ANSWERED
            origin = origin_title(carried[field.key]) if field.key in carried and not empty else ""
            yield _frozen(field, None if empty else value, state, answers, context, origin=origin)


def _frozen(
    field: Field,
    value: object,
    state: FieldState,
    answers: Answers,
    context: Context,
    *,
    because: str = "",
    origin: str = "",
) -> SnapshotField:
    plain = _json(value, field.key)
    columns: list[SnapshotField] = []
    if isinstance(field, Table):
        rows = [row for row in plain if isinstance(row, dict) and is_filled(row)] if isinstance(plain, list) else []
        if field.lapsed is not None:
            rows = [row for row in rows if not field.lapsed.holds(row, context)]
        printed = [column for column in field.columns if column.printed]
        columns = [_column(column, [row.get(column.key) for row in rows], answers, context) for column in printed]
        # A cell that was not asked in its row is not there; a cell that was left open is there and empty.
        plain = [
            {
                column.key: row.get(column.key)
                for column in printed
                if is_filled(row.get(column.key))
                or column.is_asked({**answers, **row}, context)
                or _hangs_on_open_choice(column, row, field)
            }
            for row in rows
        ] or None
    return SnapshotField(
        key=field.key,
        label=_(field.label),
        kind=field.shows if isinstance(field, Computed) else field.kind,
        answer=plain,
        number=field.number,
        help=_(field.help),
        paper_help=_(field.paper_help),
        unit=_(field.unit) if isinstance(field, Number | Computed) else "",
        by=_(_BY[field.by]),
        state=state,
        not_asked_because=because,
        own_words=field.own_words,
        options=_options(field, [plain], answers, context),
        columns=tuple(columns),
        carried_from=origin,
        writing_lines=field.writing_lines,
    )


def _hangs_on_open_choice(column: Field, row: Mapping[str, Any], table: Table) -> bool:
    """Tell whether nobody knows yet if this cell is asked: it hangs on a needed answer that is not given."""
    hangs_on = column.when.key if isinstance(column.when, Is) else ""
    return any(
        other.key == hangs_on and other.need is Need.REQUIRED and not is_filled(row.get(hangs_on))
        for other in table.columns
    )


def _column(field: Field, cells: list[object], answers: Answers, context: Context) -> SnapshotField:
    # The state of a column says what its open cells mean on paper: "not filled in", or nothing at all.
    state = FieldState.NOT_ASKED if field.may_stay_open else FieldState.ANSWERED
    column = _frozen(field, None, state, answers, context)
    return replace(column, options=_options(field, cells, answers, context), not_asked_because=_(field.not_asked))


def _options(field: Field, chosen: list[object], answers: Answers, context: Context) -> tuple[SnapshotOption, ...]:
    """Return the options of a choice, and what was chosen from an earlier list: an answer never falls off the paper."""
    if not isinstance(field, Choice | Many):
        return ()
    declared = field.options_for(answers, context) if isinstance(field, Many) else field.options
    found = {option.value: _(option.label) for option in declared}
    for item in chosen:
        for value in item if isinstance(item, list) else [item]:
            if isinstance(value, str) and value:
                found.setdefault(value, value)
    return tuple(SnapshotOption(value, label) for value, label in found.items())


def _signatures(flow: Flow, answers: Answers, context: Context, employee: str) -> Iterator[SnapshotSignature]:
    for field in flow.asked_fields(answers, context):
        if isinstance(field, Signature) and field.printed:
            value = answers.get(field.key)
            signed: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
            yield SnapshotSignature(
                role=_(field.role),
                name=signed.get("naam") or _signer(field, context, employee),
                means=_(field.means),
                status=signed.get("status") or "nog_niet",
                signed_on=signed.get("datum") or "",
                may_refuse=field.may_refuse,
            )


def _signer(field: Field, context: Context, employee: str) -> str:
    """Return who is expected to sign when the form does not name anyone; empty when that is not known."""
    if field.by is By.WN:
        return employee
    contact = context.get("werkgever", "contact") if field.by is By.WG else None
    return str(contact.get("naam") or "") if isinstance(contact, Mapping) else ""


def _json(value: object, key: str) -> Any:  # noqa: ANN401 - a JSON value
    """Return a value as plain JSON data, so that a file gives back what was frozen."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _json(item, key) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json(item, key) for item in value]
    raise BugError(f"the answer to {key} is a {type(value).__name__}, not JSON")
