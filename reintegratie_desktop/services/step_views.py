"""What the first page shows: steps, and who they are for. The other screens have theirs in `views`.

Apart, because making a class takes longer than one would think, and everybody waits for those of the first page.
"""

from datetime import date
from enum import StrEnum

from reintegratie_desktop.text.declaring import dataclass


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
    talk_slot: str | None = None
    """The talk that is being prepared for an evaluation that is made on paper; None when there is none."""
    kind: str = ""
    """Which kind of talk a new one is, when the step asks for one."""
    action: str = ""
    """What the button says; empty when there is nothing to do now."""
    can_tick: bool = False
    """The step is done elsewhere and can be ticked off with a date."""
    complete: str = ""
    """The finished paper beside which the day of this step is noted; empty when there is none, or it is all there."""
    sum: tuple[SumLineView, ...] = ()
    explanation: str = ""
    counted_from: str = ""
    """Why the sum begins on another day than one would expect, in one sentence; mostly empty."""
    if_late: str = ""
    source: str = ""
    week: int | None = None
    done_on: date | None = None
    short_title: str = ""
    window_from: date | None = None
    on_time_line: bool = True
    done_in: str = ""
    """The earlier case in which this was done, when that counts as the same case; empty for the case itself."""
    small: bool = False
    """A small task of the case (a contact, a consult): shown, and never what the case waits for."""
    doubts: tuple[tuple[str, str], ...] = ()
    """Where the law leaves room at this date: the question, and what the program counts with."""


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
