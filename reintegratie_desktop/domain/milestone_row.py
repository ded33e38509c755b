"""Makes one dated row of a case: working days, state, sick week, and what a gap swallowed."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from reintegratie_desktop.domain.facts import ERD_BOTH, ERD_ZW, Advice, Done, Extension, Leave, Loonsanctie
from reintegratie_desktop.domain.milestone import Milestone, Origin, Status, Trace
from reintegratie_desktop.domain.milestone_rules import RULES, Kind
from reintegratie_desktop.domain.periods import Course, Gap, plus
from reintegratie_desktop.domain.phrases import NOTE_PASSED
from reintegratie_desktop.domain.uwv_letters import check_letters, moved_end
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.declaring import dataclass, field
from reintegratie_desktop.text.i18n import N_

Notes = tuple[tuple[str, date | None], ...]
"""Sentences to add to the explanation, each with the day for its `{dag}`."""

_NOTE_OURS: Final = N_("Zonder die brief kwamen wij uit op {dag}.")
_COUNT_BACK: Final = frozenset(
    (
        "actueel_oordeel",
        "eindevaluatie",
        "riv_aan_werknemer",
        "wia_aanvraag",
        "einde_loondoorbetaling",
        "wia_eerste_dag",
    )
)
"""Steps that move along when UWV puts the end of the wachttijd on another day."""
_GOES_ON: Final = frozenset(
    (
        "probleemanalyse",
        "plan_van_aanpak",
        "evaluatie",
        "eerstejaarsevaluatie",
        "actueel_oordeel",
        "eindevaluatie",
        "riv_aan_werknemer",
        "wia_aanvraag",
        "wia_eerste_dag",
        "vervroegde_iva",
    )
)
"""Steps of an eigenrisicodrager for the Ziektewet that go on after the employment (ZW art. 63a, WIA art. 26 lid 2)."""
_NOTHING: Final[frozenset[str]] = frozenset()
_MOMENTS: Final = (Kind.FIRST_DAY, Kind.LAST_DAY)
"""Kinds of dates on which nobody has to do anything."""


@dataclass(frozen=True)
class CaseInput:
    """What is known about one case, next to its days."""

    course: Course
    done: Done
    aow_gerechtigd: bool = False
    einde_dienstverband: date | None = None
    vangnet_meldtermijn: str | None = None
    loonsanctie: Loonsanctie | None = None
    termijn_ziekmelding_dagen: int | None = None
    aow_op: date | None = None
    """The day the employee reaches the AOW age; None when it is not known."""
    geboortedatum: date | None = None
    vangnet_bekend_op: date | None = None
    no_risk: bool = False
    eigenrisicodrager: str | None = None
    huishoudelijk: bool = False
    verlenging: Extension | None = None
    uwv_datums: Mapping[str, date] = field(default_factory=dict)
    verlof: tuple[Leave, ...] = ()
    adviezen: tuple[Advice, ...] = ()

    @property
    def is_own_risk_zw(self) -> bool:
        """Tell whether the employer carries the risk of the Ziektewet itself."""
        return self.eigenrisicodrager in (ERD_ZW, ERD_BOTH)


class Due(NamedTuple):
    """A due day that a gap may have swallowed, with how it was found."""

    day: date
    origin: Origin
    origin_day: date
    days: int


class RowMaker:
    """Holds the days and rules of one case while its rows are made."""

    def __init__(self, case: CaseInput, law: Law, today: date) -> None:
        self.case = case
        self.course = case.course
        self.today = today
        self.rules = law.on(self.course.eerste_ziektedag)
        self.days = self.rules.days
        self.span = self.rules.span
        self.working = law.calendar.last_working_day_on_or_before
        self.basis = law.bases
        self.first = self.course.eerste_ziektedag
        self.clock = self.course.klok_vanaf
        self.has_gaps = bool(self.course.gaps)
        self.gaps = self.course.counted_gaps if self.has_gaps else ()
        recovered, left = self.course.hersteld_per, case.einde_dienstverband
        self.ended_by_recovery = left is None or (recovered is not None and recovered <= left)
        self.ended_on = recovered if self.ended_by_recovery else left
        self.recovered = recovered
        self.goes_on = _GOES_ON if case.is_own_risk_zw and not self.ended_by_recovery else _NOTHING
        self.letters = case.uwv_datums
        self.moved = 0
        if case.verlenging is not None or self.letters:
            self.moved = moved_end(case, self.rules)
            check_letters(case, self.moved, self.rules)

    def from_first(self, key: str) -> date:
        """Return the day a number of days of the law after the first sick day."""
        return self.first + self.span(key)

    def caught_up_with(self, due: Due) -> Due:
        """Return the due day; one that fell in a gap is due some days after illness went on."""
        for gap in self.course.gaps:
            if gap.holds(due.day):
                count = self.days("inhalen_na_onderbreking")
                due = Due(plus(gap.tot, count), Origin.RELAPSE, gap.tot, count)
        return due

    def due_row(
        self,
        rule: str,
        due: Due,
        *,
        safe: date,
        window: date | None = None,
        done: date | None = None,
        row_id: str = "",
        opens: date | None = None,
        basis: str = "",
        waits: str = "",
        notes: Notes = (),
    ) -> Milestone:
        """Return a row that a gap may have moved; then the due day is also the safe one."""
        caught_up = due.origin is Origin.RELAPSE
        return self.row(
            rule,
            due.day,
            row_id=row_id,
            safe=due.day if caught_up else safe,
            window=window,
            done=done,
            days=due.days,
            origin=due.origin,
            origin_day=due.origin_day,
            basis=basis,
            opens=opens,
            waits=waits,
            notes=() if caught_up else notes,
        )

    def clock_row(
        self, rule: str, *, done: date | None = None, opens: date | None = None, notes: Notes = ()
    ) -> Milestone:
        """Return a row that counts from the shifted first day, by the term of its rule."""
        days, last, safe, window = self.rules.term(rule)
        clock, moved = self.clock, 0
        if self.moved and rule in _COUNT_BACK:
            moved = self.moved
            clock = plus(clock, moved)
        due = clock + last
        if self.gaps:
            passed = self.course.day_after(days)
            if passed < due:
                notes = (*notes, (NOTE_PASSED, passed))
        return self.row(
            rule,
            due,
            move=RULES[rule].kind is Kind.TASK,
            done=done,
            days=days,
            gaps=self.gaps,
            notes=notes,
            moved=moved,
            safe=None if safe is None else clock + safe,
            window=None if window is None else clock + window,
            opens=opens,
        )

    def row(
        self,
        rule_id: str,
        due: date,
        *,
        row_id: str = "",
        safe: date | None = None,
        window: date | None = None,
        done: date | None = None,
        move: bool = True,
        days: int = 0,
        gaps: tuple[Gap, ...] = (),
        years: int = 0,
        delay: int = 0,
        moved: int = 0,
        back: int = 0,
        not_before: date | None = None,
        origin: Origin = Origin.FIRST_DAY,
        origin_day: date | None = None,
        basis: str = "",
        opens: date | None = None,
        waits: str = "",
        notes: Notes = (),
    ) -> Milestone:
        """Return a row that is due on a day; the other values say how the day was found.

        `safe` is the safe day before it is moved to a working day (the due day when None), `move` whether it is moved,
        `basis` the name of the grondslag when it is not that of the rule. `opens` is from when a step without a window
        can be done; it is told by the state only. `waits` says why an open step is not asked at all now.
        """
        rule = RULES[rule_id]
        row_id = row_id or rule_id
        safe_day = due if safe is None else safe
        if row_id in self.letters:
            letter = self.letters[row_id]
            safe_day = plus(letter, (safe_day - due).days)
            if letter != due:
                notes = (*notes, (_NOTE_OURS, due))
            due, origin, origin_day = letter, Origin.UWV_LETTER, letter
            days, gaps, years, delay, moved, back, not_before = 0, (), 0, 0, 0, 0, None
        # Nobody can act before the first sick day, also when that is a Sunday.
        aim = safe_day
        if move:
            aim = max(self.working(safe_day), self.first)
        ended_on = self.recovered if rule_id in self.goes_on else self.ended_on
        status, done, late = self._status(rule.kind, due, window or opens, done, ended_on)
        waiting = waits and status.is_open
        if waiting:
            status, late = Status.VERVALT, 0
        lapsed = ended_on is not None and due > ended_on and status is Status.VERVALT and not waiting
        trace = Trace(
            self.first,
            origin,
            origin_day or self.first,
            safe_day,
            days,
            gaps,
            years,
            delay,
            moved,
            back,
            not_before,
            ended_on if lapsed else None,
            self.ended_by_recovery or rule_id in self.goes_on,
            notes,
            waits if waiting else "",
        )
        return Milestone(
            row_id,
            rule,
            due,
            aim,
            window,
            status,
            done,
            late,
            self.course,
            self.basis[basis or rule_id],
            trace,
            self.rules,
        )

    def shortly_before(self, safe: date) -> date:
        """Return from when a step without a window can be done, counted back from its safe day."""
        return safe - self.span("stap_zonder_venster")

    def _status(
        self, kind: Kind, due: date, window: date | None, done: date | None, ended_on: date | None
    ) -> tuple[Status, date | None, int]:
        """Return the state, the day it was done, and the days late."""
        if done is not None:
            late = max((done - due).days, 0)
            return (Status.TE_LAAT_GEDAAN if late else Status.GEDAAN), done, late
        if ended_on is not None and due > ended_on:
            return Status.VERVALT, None, 0
        today = self.today
        if kind in _MOMENTS:
            if today > due or (today == due and kind is Kind.FIRST_DAY):
                return Status.GEDAAN, due, 0
            running = window is not None and today >= window
            return (Status.KAN_NU if running else Status.NOG_NIET), None, 0
        if today > due:
            if kind is Kind.CHANCE:
                return Status.VERVALT, None, 0
            return Status.TE_LAAT, None, (today - due).days
        if window is not None and today < window:
            return Status.NOG_NIET, None, 0
        return Status.KAN_NU, None, 0
