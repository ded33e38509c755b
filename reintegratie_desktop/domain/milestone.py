"""One dated step of a case: its dates, its state, and the arithmetic behind it."""

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from reintegratie_desktop.domain import explain
from reintegratie_desktop.domain.milestone_rules import EERSTE_JAAR, SLOT, START, TWEEDE_JAAR, MilestoneRule
from reintegratie_desktop.domain.periods import Course, Gap, week_of
from reintegratie_desktop.law.book import Rules
from reintegratie_desktop.law.sources import Basis
from reintegratie_desktop.text.declaring import dataclass

_PHASE_ENDS: Final = (
    (START, "fase_start_tot"),
    (EERSTE_JAAR, "fase_eerste_jaar_tot"),
    (TWEEDE_JAAR, "fase_tweede_jaar_tot"),
)
"""The phases before the last one, each with the name of its last sick week."""


class Status(StrEnum):
    """How a step stands on the day it is looked at."""

    NOG_NIET = "nog_niet"
    KAN_NU = "kan_nu"
    GEDAAN = "gedaan"
    TE_LAAT_GEDAAN = "te_laat_gedaan"
    TE_LAAT = "te_laat"
    VERVALT = "vervalt"

    @property
    def is_open(self) -> bool:
        """Tell whether the step still has to be done."""
        return self in (Status.NOG_NIET, Status.KAN_NU, Status.TE_LAAT)


class Origin(StrEnum):
    """The day from which a date is counted."""

    FIRST_DAY = "first_day"
    PROBLEEMANALYSE = "probleemanalyse"
    ADVICE_WORK = "advies_mogelijkheden"
    """A later advice, because the first one saw no possibilities for work."""
    ADVICE_LASTING = "advies_langdurig"
    """A later advice, because the first one did not expect absence to last."""
    PLAN = "plan"
    PLAN_DUE = "plan_due"
    EVALUATIE = "evaluatie"
    EVALUATIE_DUE = "evaluatie_due"
    EERSTEJAARSEVALUATIE = "eerstejaarsevaluatie"
    RELAPSE = "relapse"
    """The day illness went on after a gap that swallowed the date."""
    END_OF_EMPLOYMENT = "end_of_employment"
    REPAIR = "repair"
    VANGNET_KNOWN = "vangnet_known"
    UWV_LETTER = "uwv_letter"
    """A letter from UWV names the date itself; it goes before what the clock computes."""

    # Python looks an Enum up by a function of its own; that of its text is the same and costs nothing.
    __hash__ = str.__hash__


@dataclass(frozen=True)
class SumLine:
    """One line of "Waarom deze datum?": a day, or a number of days to add.

    Adding the days to the last day above gives the next strong day.
    """

    label: str
    days: int | None = None
    day: date | None = None
    strong: bool = False


class Trace(NamedTuple):
    """How a date was found: `origin_day` + gaps + days or years + moved + delay - `back`, never before `not_before`.

    A named tuple, because a case makes thirty of them and a workbench looks at thousands of cases.
    """

    first_day: date
    origin: Origin
    origin_day: date
    safe_day: date
    """The safe day before it is moved to a working day."""
    days: int = 0
    gaps: tuple[Gap, ...] = ()
    years: int = 0
    delay: int = 0
    moved: int = 0
    """Days that UWV put the end of the wachttijd later, or earlier when below zero."""
    back: int = 0
    not_before: date | None = None
    ended_on: date | None = None
    """The recovery or the end of the employment, when that is why the step lapses."""
    ended_by_recovery: bool = True
    notes: tuple[tuple[str, date | None], ...] = ()
    """Sentences to add, each with the day for its `{dag}`."""
    waits: str = ""
    """Why nothing is asked as long as the advice says what it says; Dutch. Empty when the date stands."""


class Milestone(NamedTuple):
    """A step with its dates on one day. Words are made when they are asked for, in the language of that moment.

    A named tuple for the same reason.
    """

    id: str
    rule: MilestoneRule
    uiterlijk: date
    """The last day the rule allows."""
    streefdatum: date
    """The safe day to aim for, never later."""
    venster_van: date | None
    status: Status
    gedaan_op: date | None
    dagen_te_laat: int
    """Days late on the day it was looked at, or was done; 0 when in time."""
    course: Course
    basis: Basis
    trace: Trace
    rules: Rules

    @property
    def title(self) -> str:
        """Return the title in Dutch; translate it where it is shown."""
        return self.rule.title

    @property
    def short_title(self) -> str:
        """Return the title for the time line in Dutch; translate it where it is shown."""
        return self.rule.short_title

    @property
    def wie(self) -> tuple[str, ...]:
        """Return who acts: `werkgever`, `werknemer`, `bedrijfsarts`, `uwv`."""
        return self.rule.wie

    @property
    def week(self) -> int:
        """Return the sick week of the safe day."""
        return week_of(self.course.counted_days(self.streefdatum))

    @property
    def phase(self) -> str:
        """Return the phase of the case this step belongs to: that of its rule, or that of its sick week."""
        if self.rule.phase:
            return self.rule.phase
        week = self.week
        return next((phase for phase, end in _PHASE_ENDS if week <= self.rules.days(end)), SLOT)

    @property
    def form(self) -> str:
        """Return the key of the form of this step, or an empty text."""
        return self.rule.form

    @property
    def grondslag(self) -> str:
        """Return the articles in one line."""
        return self.basis.text

    @property
    def artikelen(self) -> str:
        """Return the articles of the date and of every break that moved it, in one line."""
        return "; ".join(explain.articles(self))

    @property
    def waits(self) -> bool:
        """Tell whether nothing is asked now, because of what the bedrijfsarts says; then the date means nothing."""
        return bool(self.trace.waits)

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources in the grondslag."""
        return self.basis.sources

    @property
    def uitleg(self) -> str:
        """Return the arithmetic in words, translated."""
        return explain.words(self)

    @property
    def sum(self) -> tuple[SumLine, ...]:
        """Return the lines of "Waarom deze datum?", translated."""
        return tuple(SumLine(*line) for line in explain.lines(self))

    @property
    def if_late(self) -> str:
        """Return what happens when the step is late, translated; euros only where the law has a fixed amount."""
        return explain.consequence(self)
