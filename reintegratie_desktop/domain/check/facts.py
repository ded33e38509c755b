"""What the check knows of a case: its dates, what the papers say, and what was explained."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from reintegratie_desktop.domain.check.item import Motivering
from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.milestone import Milestone

RESULTAAT: Final = "resultaat"
CONFIRMED: Final = (
    "spoor1_onderzoek",
    "gewerkte_uren",
    "uwv_bevestiging",
    "eerstejaars_meningen",
    "oordeel_werknemer",
    RESULTAAT,
)
"""Points the user can say were done outside the program, with the day."""


class Tekende(StrEnum):
    """What somebody did with a paper that asks for a signature."""

    JA = "getekend"
    NEE = "geweigerd"
    NOG_NIET = "nog_niet"


@dataclass(frozen=True, slots=True)
class Plan:
    """One finished version of the plan van aanpak."""

    day: date
    meningen: bool = True
    """What both think of it is filled in."""
    casemanager: bool = True
    werkgever: Tekende = Tekende.NOG_NIET
    werknemer: Tekende = Tekende.NOG_NIET
    weigering_verteld: bool = False
    """Why the employee does not sign stands on the paper."""
    getekend_op: date | None = None
    """When the last signature came."""
    reden_te_laat: str = ""

    @property
    def both_signed(self) -> bool:
        """Tell whether both signed."""
        return self.werkgever is Tekende.JA and self.werknemer is Tekende.JA


@dataclass(frozen=True, slots=True)
class Advies:
    """One finished advice of the bedrijfsarts."""

    day: date
    ziet_werk: bool = True
    """There is work to do now, and absence threatens to last; without, a plan is not asked."""
    anders: bool = True
    """It says something else about the work than the advice before it."""
    volgend_spreekuur: date | None = None
    reden_te_laat: str = ""


@dataclass(frozen=True, slots=True)
class Gesprek:
    """One finished report of a talk."""

    day: date
    eerstejaars: bool = False
    meningen: bool = True
    """Both employer and employee say something in it."""
    vraagt_plan: bool = False
    """It was an evaluation, in which another plan was agreed."""


@dataclass(frozen=True, slots=True)
class Uren:
    """The hours log: from when work was planned, and the end of the last week that was written down."""

    gepland_vanaf: date | None = None
    bijgewerkt_tot: date | None = None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """Everything the check of one case needs; lists run from old to new."""

    clock: CaseClock
    plannen: tuple[Plan, ...] = ()
    adviezen: tuple[Advies, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    contacten: tuple[date, ...] = ()
    """Days on which contact with the employee was written down."""
    spreekuren: tuple[date, ...] = ()
    """Days on which the bedrijfsarts was heard, besides the days of the advices."""
    uren: Uren = field(default_factory=Uren)
    gedaan: Mapping[str, date] = field(default_factory=dict)
    """Days of `CONFIRMED` points."""
    gegevens_missen: tuple[str, ...] = ()
    """What misses of the data of employee, employer and bedrijfsarts; labels, translated."""
    stukken_missen: tuple[str, ...] = ()
    """What somebody else made and is known of by our paper only: its file is to be added; labels, translated."""
    vangnet: bool = False
    """The sick report says that a vangnetbepaling holds; which one is never known."""
    einde_dienstverband: date | None = None
    motiveringen: Mapping[str, Motivering] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Return the day the case is looked at."""
        return self.clock.peildatum

    @property
    def has_steps(self) -> bool:
        """Tell whether the steps of the law hold for this employee; with the AOW age they do not."""
        return self.step("probleemanalyse") is not None

    def step(self, milestone_id: str) -> Milestone | None:
        """Return a dated step of the case, or None when the case has no such step."""
        return next((step for step in self.clock.termijnen if step.id == milestone_id), None)

    def done(self, milestone_id: str) -> date | None:
        """Return the day a step was done, or None."""
        step = self.step(milestone_id)
        return None if step is None else step.gedaan_op

    @property
    def report_day(self) -> date | None:
        """Return the day the re-integratieverslag went to the employee; what comes later is not in it."""
        return self.done("riv_aan_werknemer")

    @property
    def horizon(self) -> date:
        """Return the day up to which records are looked at: today, the day of the report, the end of the contract."""
        return min(self.today, self.report_day or self.today, self.einde_dienstverband or self.today)

    @property
    def first_work(self) -> Advies | None:
        """Return the first advice that sees work: the time for the plan begins with it."""
        return next((advice for advice in self.adviezen if advice.ziet_werk), None)

    @property
    def no_work_seen(self) -> bool:
        """Tell whether there is advice, and none of it ever saw work."""
        return bool(self.adviezen) and self.first_work is None

    @property
    def no_work_now(self) -> bool:
        """Tell whether the newest advice sees no work."""
        return bool(self.adviezen) and not self.adviezen[-1].ziet_werk
