"""What the screens show: plain data, made by the services, painted by the windows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from reintegratie_desktop.services.step_views import (
    AgendaItem,
    StepState,
    StepView,
    SumLineView,
    TodayRow,
    TodayView,
)

__all__ = [
    "AgendaItem", "AttachmentView", "BandView", "Carried", "CaseView", "DraftMeta", "DraftView", "EmployeeView",
    "FindingView", "FinishCheck", "GuardFinding", "JoinedView", "JournalView", "NoticeView", "PaperView",
    "ParticularView", "PhaseView", "RecordGapView", "StepState", "StepView", "SumLineView", "TodayRow", "TodayView",
]  # fmt: skip


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
class BandView:
    """Days of a case that do not count: recovery, or zwangerschaps- or bevallingsverlof. Both ends belong to it."""

    start: date
    end: date
    label: str
    """`Hersteld`, `Verlof`."""
    shift: int = 0
    """How many days the weeks after it move; 0 when it came after the 104 weeks."""

    @property
    def days(self) -> int:
        """Return how many days do not count."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class AttachmentView:
    """A file kept with a paper: a signed paper scanned back in."""

    id: str
    name: str
    size: int
    added_on: date
    warnings: tuple[str, ...] = ()
    """What must be said when it has just come in."""


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
    """`getekend op 17 februari`, `nog niet getekend`, `wil niet tekenen`, or empty when nobody signs."""
    attachments: tuple[AttachmentView, ...] = ()
    takes_files: bool = True
    """A file can be kept with it."""
    can_complete: bool = False
    """Something can be noted beside it afterwards, or was; only the newest version."""
    open_later: int = 0
    """How many of those questions are still open."""


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
    nr: int = 0
    with_whom: str = ""
    paper: str = ""
    """The title of the paper it belongs to."""
    visible_to_employee: bool = True
    corrects: int | None = None
    """The number of the line it puts right."""
    corrected_by: int | None = None
    """The number of the line that puts it right."""


@dataclass(frozen=True)
class JoinedView:
    """Says that earlier periods of illness count in this case, and why."""

    sentence: str
    why: str
    source: str
    earlier: tuple[tuple[str, str], ...]
    """The earlier cases as (case id, number), oldest first."""


@dataclass(frozen=True)
class NoticeView:
    """One thing to know about a case, ready to show. `day` is the day it is about, when there is one."""

    id: str
    text: str
    day: date | None = None
    is_loud: bool = False
    """It is said over the dossier, and not only in the list of the particulars."""
    opens: str = ""
    """The form in which it is put right, or empty."""
    place: str = ""
    """The step or the field of that form."""


@dataclass(frozen=True)
class ParticularView:
    """One answer about the particulars of a case, in words; a list of answers has more than one line."""

    label: str
    lines: tuple[str, ...]
    place: str = ""
    """The field of the form in which it stands."""


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
    """The first day of this sick report."""
    counts_from: date
    """The first sick day for the law: earlier than the one of this report when an earlier period counts."""
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
    bands: tuple[BandView, ...] = ()
    is_reported: bool = True
    day_known: bool = True
    """False: a sick report was begun and its first sick day is not answered yet, so there is no date to show."""
    """False while the sick report itself is not finished."""
    recovered_on: date | None = None
    joined: JoinedView | None = None
    """Says that earlier periods count; None when they do not."""
    notices: tuple[NoticeView, ...] = ()
    """What to know next to the dates; what does not fit first."""
    doubt: str = ""
    """A recovery so near to the limit that UWV may count it otherwise, while it begins a new case here."""

    @property
    def steps(self) -> tuple[StepView, ...]:
        """Return the steps of all phases in order."""
        return tuple(step for phase in self.phases for step in phase.steps)


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
    opens: str = ""
    """The form where this is put right, when that is another one."""


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
class RecordGapView:
    """What a record misses before this paper can be finished: its form, its name, the first place, and the labels."""

    form: str
    title: str
    place: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class FinishCheck:
    """What stands between a draft and a finished paper."""

    findings: tuple[FindingView, ...]
    guard: tuple[GuardFinding, ...]
    carried: tuple[str, ...] = ()
    """Labels of answers taken over from an earlier paper that nobody confirmed yet."""
    records: tuple[RecordGapView, ...] = ()
    """What is asked about the firm or the employee before this paper."""

    @property
    def stops(self) -> tuple[FindingView, ...]:
        """Return the findings that must be solved first."""
        return tuple(finding for finding in self.findings if finding.stops)

    @property
    def warnings(self) -> tuple[FindingView, ...]:
        """Return the findings that are only told."""
        return tuple(finding for finding in self.findings if not finding.stops and not finding.is_missing)

    @property
    def later(self) -> tuple[FindingView, ...]:
        """Return what a record can be kept without for now."""
        return tuple(finding for finding in self.findings if not finding.stops and finding.is_missing)

    @property
    def guard_stops(self) -> tuple[GuardFinding, ...]:
        """Return the words that wait for a choice."""
        return tuple(item for item in self.guard if not item.only_hint)

    @property
    def ready(self) -> bool:
        """Tell whether the paper can be finished now."""
        return not self.stops and not self.guard_stops and not self.records


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
    ticked: list[str] = field(default_factory=list)
    """The points of the agenda of a talk that were dealt with."""
    point: str = ""
    """The point of the agenda that is open during a talk; empty when the talk did not begin."""
    notes: dict[str, str] = field(default_factory=dict)
    """What was noted at a point and does not stand in the report yet."""
    moved: dict[str, str] = field(default_factory=dict)
    """In which question of the report the notes of a point were put."""
    agreement: str = ""
    """An agreement that somebody is still typing."""
    left_open: list[str] | None = None
    """The points that were not discussed when the report was made; None when no talk led to this report."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data."""
        return {
            "step": self.step,
            "visited": self.visited,
            "carried": self.carried,
            "employee_id": self.employee_id,
            "ticked": self.ticked,
            "point": self.point,
            "notes": self.notes,
            "moved": self.moved,
            "agreement": self.agreement,
            "left_open": self.left_open,
        }
