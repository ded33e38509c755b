"""The tasks of a case beside the steps of the law: those of the user, contacts, consults, reports, nazorg."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import ziekteweek
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services.document_steps import consult_step
from reintegratie_desktop.services.own_steps import step_id_of
from reintegratie_desktop.services.step_records import record_steps
from reintegratie_desktop.services.step_reports import report_step
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import who_words
from reintegratie_desktop.store.own_steps import OwnStep
from reintegratie_desktop.text.formatting import day_weekday, days_left
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader
    from reintegratie_desktop.services.workspace import Workspace

CONTACT: Final = "contact_"
AFTERCARE: Final = "nazorg_"
CONTACT_PLAN: Final = "contactplan"
AFTERCARE_PLAN: Final = "nazorgplan"
_STOPS: Final = ("nazorg_stoppen", "afgerond")
"""What ends the nazorg before all its talks were held."""
SOON_DAYS: Final = 7
"""From this many days before its date a step or a task is shown as "soon"."""


def closed_cases_with_tasks(desk: "Workspace") -> frozenset[str]:
    """Return the cases that may have a task after they were closed: nazorg, or a step of the user's own."""
    return frozenset(desk.store.own_steps.cases_with_open_steps() | desk.store.papers.cases_with(AFTERCARE_PLAN))


def tasks(reader: "CaseReader") -> Iterator[StepView]:
    """Yield the tasks of a case, each with its day; those that are done too."""
    for step in reader.desk.store.own_steps.of(reader.case.id):
        yield _own(reader, step)
    consult = consult_step(reader)
    if consult is not None:
        yield consult
    report = report_step(reader, SOON_DAYS)
    if report is not None:
        yield report
    yield from record_steps(reader)
    yield from _contacts(reader)
    yield from _check_ins(reader)


def _own(reader: "CaseReader", step: OwnStep) -> StepView:
    left = (step.day - reader.today).days
    done = step.done_on is not None
    return StepView(
        id=step_id_of(step),
        title=step.title,
        detail=_("Eigen stap"),
        who=step.who,
        state=StepState.DONE if done else _own_state(left),
        state_words=_("klaar") if done else days_left(left),
        day=step.day,
        days_left=None if done else left,
        action="" if done else _("Afvinken"),
        can_tick=not done,
        explanation=_("Deze stap en deze dag heb je zelf gekozen."),
        week=ziekteweek(reader.clock, step.done_on or step.day),
        done_on=step.done_on,
        short_title=step.title,
    )


def _own_state(left: int) -> StepState:
    """Return how a day somebody chose is drawn: blue as every day that was agreed, until it is past."""
    return StepState.LATE if left < 0 else StepState.PLANNED


def _state(left: int) -> StepState:
    if left < 0:
        return StepState.LATE
    return StepState.SOON if left <= SOON_DAYS else StepState.PLANNED


def _contacts(reader: "CaseReader") -> Iterator[StepView]:
    """Yield the contact that comes, and before it the last one that was not written down."""
    if not reader.is_open or not (reader.is_finished(CONTACT_PLAN) or reader.has_draft(CONTACT_PLAN)):
        return
    from reintegratie_desktop.services.contact_moments import contact_moments  # noqa: PLC0415 - few cases have a plan

    moments = contact_moments(reader.desk, reader.case.id)
    behind = [moment for moment in moments if moment.state in ("gemist", "wacht")]
    coming = [moment for moment in moments if moment.state in ("vandaag", "komt")]
    for moment in (*behind[-1:], *coming[:1]):
        yield _contact(reader, moment.planned, moment.state)


def _contact(reader: "CaseReader", day: date, stand: str) -> StepView:
    left = (day - reader.today).days
    # Missed is orange: a contact is an agreement between people, and no date of the law.
    state = {"gemist": StepState.SOON, "wacht": StepState.WAITING}.get(stand, StepState.PLANNED)
    return StepView(
        id=CONTACT + day.isoformat(),
        title=_("Contact met {naam}").format(naam=reader.first_name),
        detail=_("Zo staat het in het contactplan"),
        who=who_words(("werkgever", "werknemer"), reader.first_name),
        state=state,
        state_words=_("nog vastleggen") if left < 0 else days_left(left),
        day=day,
        days_left=left if left >= 0 else None,
        action=_("Afvinken"),
        can_tick=True,
        explanation=_("Deze dag volgt uit het contactplan. Een gesprek telt ook als contact."),
        short_title=_("Contact"),
        on_time_line=False,
        small=True,
    )


def _check_ins(reader: "CaseReader") -> Iterator[StepView]:
    """Yield the talks of the nazorgplan that were not held yet."""
    ticked = reader.case.facts.get("gedaan", {})
    answers = reader.answers(AFTERCARE_PLAN)
    rows = _rows(answers, "checkins")
    if any(row.get("verder") in _STOPS for row in rows):
        return
    for row in rows:
        day = as_day(row.get("gepland"))
        settled = row.get("gedaan") or row.get("niet_gewenst")
        if day is None or settled or AFTERCARE + day.isoformat() in ticked:
            continue
        left = (day - reader.today).days
        yield StepView(
            id=AFTERCARE + day.isoformat(),
            title=_("Nazorggesprek met {naam}").format(naam=reader.first_name),
            detail=_("Hoe gaat het werk nu?"),
            who=who_words(("werkgever", "werknemer"), reader.first_name),
            state=_state(left),
            state_words=days_left(left),
            day=day,
            days_left=left,
            form=AFTERCARE_PLAN,
            slot=reader.draft_slot(AFTERCARE_PLAN),
            action=_("Verder") if reader.has_draft(AFTERCARE_PLAN) else _("Vastleggen"),
            can_tick=True,
            explanation=_("Deze dag staat in het nazorgplan, geteld vanaf {dag}.").format(
                dag=day_weekday(as_day(answers.get("start")) or day, year=True)
            ),
            short_title=_("Nazorg"),
            on_time_line=False,
            small=reader.is_open,
        )


def _rows(answers: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = answers.get(key)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []
