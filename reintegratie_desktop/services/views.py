"""What the screens show: plain data, made by the services, painted by the windows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class StepState(StrEnum):
    """One list of states for the whole program; each has a word, a shape and a colour on screen."""

    LATE = "late"
    SOON = "soon"
    PLANNED = "planned"
    ARRANGED = "arranged"
    DONE = "done"
    DONE_LATE = "done_late"
    WAITING = "waiting"
    INCOMPLETE = "incomplete"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class SumLineView:
    """One line of "Waarom deze datum?": what is added and where that leads. Texts are ready to show."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True)
class StepView:
    """One step of a case: what, who, when, why, and what the button does."""

    id: str
    title: str
    detail: str
    who: str
    state: StepState
    state_words: str
    """What the chip says: `over 3 dagen`, `5 dagen te laat`, `klaar`."""
    day: date | None = None
    """The safe date: the one the program steers by."""
    hard_day: date | None = None
    days_left: int | None = None
    phase: str = "start"
    form: str = ""
    """The form that does this step; empty when the step is done outside the program and ticked off."""
    slot: str | None = None
    """Which draft the button goes on with; None starts a new one where a form exists more than once."""
    kind: str = ""
    """Which kind of talk a new one is, when the step asks for one."""
    action: str = ""
    """What the button says; empty when there is nothing to do now."""
    can_tick: bool = False
    """The step is done elsewhere and can be ticked off with a date."""
    sum: tuple[SumLineView, ...] = ()
    explanation: str = ""
    if_late: str = ""
    source: str = ""
    week: int | None = None
    done_on: date | None = None
    short_title: str = ""
    window_from: date | None = None
    on_time_line: bool = True


@dataclass(frozen=True)
class PhaseView:
    """A group of steps: the start, the first year, towards the second year, the end."""

    key: str
    title: str
    summary: str
    """`6 van 6 klaar`, `opent op 21 december`."""
    is_current: bool
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class AttachmentView:
    """A file kept with a paper: a signed paper scanned back in."""

    id: str
    name: str
    size: int
    added_on: date


@dataclass(frozen=True)
class PaperView:
    """A finished paper."""

    id: str
    form: str
    slot: str
    title: str
    version: int
    made_on: date
    frozen_at: datetime
    is_newest: bool
    signed_line: str
    """`getekend op 17 februari`, `nog niet getekend`, `niet getekend: geweigerd`, or empty when nobody signs."""
    attachments: tuple[AttachmentView, ...] = ()


@dataclass(frozen=True)
class DraftView:
    """A form that was begun and not finished."""

    form: str
    slot: str
    title: str
    saved_at: datetime


@dataclass(frozen=True)
class JournalView:
    """A line of the journal."""

    happened_on: date
    at: datetime
    kind: str
    description: str
    who: str


@dataclass(frozen=True)
class CaseView:
    """Everything the page of one case shows."""

    id: str
    number: str
    employee_id: str
    employee_name: str
    first_name: str
    function: str
    contract_hours: str
    hours_line: str
    """`verkoopmedewerker, 16 van 32 uur`."""
    eerste_ziektedag: date
    last_day: date
    """Last day of the 104 weeks, with the breaks."""
    week: int
    weeks_total: int
    is_open: bool
    closed_words: str
    next_step: StepView | None
    phases: tuple[PhaseView, ...]
    papers: tuple[PaperView, ...]
    drafts: tuple[DraftView, ...]
    journal: tuple[JournalView, ...]
    bands: tuple[tuple[date, date, str], ...] = ()
    is_reported: bool = True
    """False while the sick report itself is not finished."""
    recovered_on: date | None = None

    @property
    def steps(self) -> tuple[StepView, ...]:
        """Return the steps of all phases in order."""
        return tuple(step for phase in self.phases for step in phase.steps)


@dataclass(frozen=True)
class TodayRow:
    """One case on the first page."""

    case_id: str
    employee_name: str
    first_name: str
    function: str
    week: int
    weeks_total: int
    step: StepView | None
    second_line: str
    loud: bool = True
    """False from the fourth row on: its chip has no colour, so that at most three things ask for attention."""


@dataclass(frozen=True)
class AgendaItem:
    """One thing on one day: a deadline or an appointment."""

    day: date
    title: str
    first_name: str
    case_id: str
    step_id: str
    state: StepState
    is_appointment: bool = False


@dataclass(frozen=True)
class TodayView:
    """The first page: rows in order of urgency, this week, and what comes soon."""

    today: date
    heading: str
    rows: tuple[TodayRow, ...]
    week: tuple[tuple[date, tuple[AgendaItem, ...]], ...]
    soon: tuple[AgendaItem, ...]
    late_count: int
    open_cases: int
    next_dates: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True)
class EmployeeView:
    """One employee in the list, with the case that runs, if any."""

    id: str
    name: str
    first_name: str
    function: str
    hours: str
    case_id: str = ""
    case_words: str = ""
    closed_cases: tuple[tuple[str, str], ...] = ()
    """Closed cases as (case id, words)."""


@dataclass(frozen=True)
class FindingView:
    """One line of the list at finishing; it jumps to its field."""

    field: str
    """Key of the field, with row and column for a cell: `activiteiten[0].a_doel`."""
    field_key: str
    step_key: str
    step_title: str
    label: str
    """What the field is called."""
    message: str
    stops: bool
    is_missing: bool
    source: str = ""


@dataclass(frozen=True)
class GuardFinding:
    """A word at a place that may be about health."""

    field: str
    label: str
    step_key: str
    word: str
    why: str
    suggestion: str
    only_hint: bool
    """The employee's own words: told, never stopped."""


@dataclass(frozen=True)
class FinishCheck:
    """What stands between a draft and a finished paper."""

    findings: tuple[FindingView, ...]
    guard: tuple[GuardFinding, ...]
    carried: tuple[str, ...] = ()
    """Labels of answers taken over from an earlier paper that nobody confirmed yet."""

    @property
    def stops(self) -> tuple[FindingView, ...]:
        """Return the findings that must be solved first."""
        return tuple(finding for finding in self.findings if finding.stops)

    @property
    def warnings(self) -> tuple[FindingView, ...]:
        """Return the findings that are only told."""
        return tuple(finding for finding in self.findings if not finding.stops)

    @property
    def guard_stops(self) -> tuple[GuardFinding, ...]:
        """Return the words that wait for a choice."""
        return tuple(item for item in self.guard if not item.only_hint)

    @property
    def ready(self) -> bool:
        """Tell whether the paper can be finished now."""
        return not self.stops and not self.guard_stops


@dataclass(frozen=True)
class Carried:
    """Where a carried answer came from, and whether somebody said it is still right."""

    form: str
    title: str
    confirmed: bool


@dataclass
class DraftMeta:
    """What a draft remembers besides its answers."""

    step: str = ""
    visited: list[str] = field(default_factory=list)
    carried: dict[str, dict[str, Any]] = field(default_factory=dict)
    employee_id: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data."""
        return {
            "step": self.step,
            "visited": self.visited,
            "carried": self.carried,
            "employee_id": self.employee_id,
        }
