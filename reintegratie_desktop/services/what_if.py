"""Trying out what a day does to all dates of a case: old beside new. Nothing is written, also not as a draft."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import CaseClock, case_clocks, ziekteweek
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Milestone, Status
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import REPORT_TO_ARBODIENST, facts_of, papers_of
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.case_steps import REPORT
from reintegratie_desktop.services.case_view import bands_of
from reintegratie_desktop.services.names import full_name
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.views import BandView
from reintegratie_desktop.services.what_if_checks import does_not_fit, refusals
from reintegratie_desktop.services.what_if_facts import (
    FIELDS,
    FIRST_DAY,
    GROUPS,
    LAST_TALK,
    Trial,
    TryField,
    as_it_is,
    facts_with,
)
from reintegratie_desktop.text.declaring import dataclass, replace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

LAST_WAGE_DAY: Final = "einde_loondoorbetaling"
_LATE: Final = (Status.TE_LAAT, Status.TE_LAAT_GEDAAN)
_EVALUATION: Final = "evaluatie"


@dataclass(frozen=True)
class TryRow:
    """The last day for one step, as it is and as it would be. A day that is not there, or lapses, is None."""

    step: str
    title: str
    old: date | None
    new: date | None
    old_safe: date | None
    """The day to aim for, where that is another one than the last day of the law."""
    new_safe: date | None
    words: str
    """`21 dagen later`, `3 dagen eerder`, `blijft gelijk`, `vervalt`, `komt erbij`."""
    gets_late: bool = False
    """What was in time is late then."""

    @property
    def days(self) -> int | None:
        """Return how many days later, below zero for earlier; None when one of the two is not there."""
        return None if self.old is None or self.new is None else (self.new - self.old).days

    @property
    def is_evaluation(self) -> bool:
        """Tell whether this is one of the many evaluations of the plan."""
        return self.step.startswith(f"{_EVALUATION}_")

    @property
    def is_moved(self) -> bool:
        """Tell whether anything changes."""
        return self.old != self.new or self.old_safe != self.new_safe or self.gets_late


@dataclass(frozen=True)
class LineView:
    """A case on the time line, as it is or as it would be."""

    counts_from: date
    last_day: date
    weeks_total: int
    is_open: bool
    recovered_on: date | None
    bands: tuple[BandView, ...]
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class Outcome:
    """What a trial gives. With `refused` (field to sentence) there are no rows and no new line."""

    refused: Mapping[str, str]
    headline: str = ""
    more: str = ""
    """A second sentence, such as that a new case begins."""
    rows: tuple[TryRow, ...] = ()
    then: LineView | None = None

    @property
    def moved(self) -> tuple[TryRow, ...]:
        """Return the dates that change."""
        return tuple(row for row in self.rows if row.is_moved)

    @property
    def same(self) -> tuple[TryRow, ...]:
        """Return the dates that stay."""
        return tuple(row for row in self.rows if not row.is_moved)


class WhatIf:
    """One case to try days on. It is read once, when this is made; `outcome` only computes."""

    def __init__(self, desk: "Workspace", case_id: str) -> None:
        self._reader = CaseReader(desk, desk.store.cases.get(case_id), explain=False)
        chain = self._reader.chain
        self._today = desk.today
        self._base: dict[str, Any] = facts_of(desk, chain.cases, papers_of(desk, chain))
        self.now: Trial = as_it_is(self._base)
        """The days as the dossier has them."""
        self._old = self._clocks(self._base)[-1]
        self.line: LineView = self._line(self._old)
        """The case as it is."""

    @property
    def number(self) -> str:
        """Return the number of the dossier."""
        return self._reader.case.nummer

    @property
    def employee_name(self) -> str:
        """Return first name and last name."""
        return full_name(self._reader.employee)

    @property
    def is_relapse(self) -> bool:
        """Tell whether the dossier goes on with an earlier one."""
        return bool(self._reader.chain.earlier)

    @property
    def fields(self) -> tuple[TryField, ...]:
        """Return what can be tried in this case: no last evaluation when there was none."""
        return tuple(field for field in FIELDS if field.key != LAST_TALK or self.now.day(LAST_TALK) is not None)

    def outcome(self, tried: Trial) -> Outcome:
        """Return what all dates become. Facts that cannot be so come back as a sentence per field."""
        refused = refusals(self._base, self.now, tried)
        if refused:
            return Outcome(refused)
        try:
            clocks = self._clocks(facts_with(self._base, tried))
        except KnownError:
            return Outcome(dict([does_not_fit(self._misfit(tried))]))
        new = clocks[-1]
        rows = self._rows(new)
        begins_anew = new.course.gap_before if len(clocks) > len(self._clocks(self._base)) else None
        more = ""
        if begins_anew is not None:
            weeks = load_law().on(new.eerste_ziektedag).days("samentelling_grens") // DAYS_IN_WEEK
            more = ngettext(
                "Er zitten {dagen} dag herstel tussen. Vanaf {weken} weken begint een nieuw geval: alles telt opnieuw.",
                "Er zitten {dagen} dagen herstel tussen. Vanaf {weken} weken begint een nieuw geval: "
                "alles telt opnieuw.",
                begins_anew.fit_days,
            ).format(dagen=begins_anew.fit_days, weken=weeks)
        return Outcome({}, self._headline(rows), more, rows, self._line(new, tried))

    def rows_since(self, before: "WhatIf") -> tuple[TryRow, ...]:
        """Return the dates that moved since this case was read before."""
        return tuple(row for row in before._rows(self._old) if row.is_moved)

    def _clocks(self, facts: Mapping[str, Any]) -> tuple[CaseClock, ...]:
        return case_clocks(CaseFacts.from_dict(facts), self._today)

    def _misfit(self, tried: Trial) -> str:
        """Return the group of fields without which the clock accepts the rest; the last of the page when none helps."""
        changed = [group for group in reversed(GROUPS) if not tried.is_same(self.now, group)]
        for group in changed:
            try:
                self._clocks(facts_with(self._base, tried.with_group_of(self.now, group)))
            except KnownError:
                continue
            return group
        return changed[0]

    def _rows(self, new: CaseClock) -> tuple[TryRow, ...]:
        # After a relapse the call to the arbodienst counts from the day of its own report, whatever is tried here.
        hidden = {REPORT_TO_ARBODIENST} if self._reader.chain.earlier else set[str]()
        before = {step.id: step for step in self._old.termijnen if step.id not in hidden}
        after = {step.id: step for step in new.termijnen if step.id not in hidden}
        order = [*before, *(step for step in after if step not in before)]
        found = [_row(step, before.get(step), after.get(step)) for step in order]
        there = [row for row in found if row.old is not None or row.new is not None]
        return tuple(sorted(there, key=lambda row: row.new or row.old or date.max))

    @staticmethod
    def _headline(rows: Sequence[TryRow]) -> str:
        moved = sum(row.is_moved for row in rows)
        if not moved:
            return _("Er verandert geen enkele datum.")
        told = ngettext("{aantal} datum verandert.", "{aantal} datums veranderen.", moved).format(aantal=moved)
        lapsed = sum(row.new is None for row in rows)
        if lapsed:
            told += " " + ngettext("{aantal} stap vervalt.", "{aantal} stappen vervallen.", lapsed).format(
                aantal=lapsed
            )
        wage = next((row for row in rows if row.step == LAST_WAGE_DAY and row.is_moved), None)
        if wage is not None and wage.new is not None and wage.old is None:
            told += " " + _("De laatste loondag wordt {dag}.").format(dag=day_weekday(wage.new, year=True))
        elif wage is not None and wage.new is not None:
            told += " " + _("De laatste loondag wordt {dag}, {verschil}.").format(
                dag=day_weekday(wage.new, year=True), verschil=wage.words
            )
        return told

    def _line(self, clock: CaseClock, tried: Trial | None = None) -> LineView:
        """Return the case with other dates as the time line shows it; what is done in the future is still to come."""
        self._reader.clock = clock
        recovered = clock.hersteld_per
        first = None if tried is None else tried.day(FIRST_DAY)
        return LineView(
            counts_from=clock.eerste_ziektedag,
            last_day=clock.milestone(LAST_WAGE_DAY).uiterlijk,
            weeks_total=clock.weken_totaal,
            is_open=recovered is None or recovered > self._today,
            recovered_on=recovered,
            bands=bands_of(clock),
            steps=tuple(
                replace(step, state=StepState.PLANNED)
                if step.done_on is not None and step.done_on > self._today
                else step
                for step in self._reported(first)
            ),
        )

    def _reported(self, first: date | None) -> Iterator[StepView]:
        """Yield the steps; the sick report stands on the first sick day that is tried."""
        for step in self._reader.steps():
            if step.id == REPORT and first is not None and step.day != first:
                week = ziekteweek(self._reader.clock, first)
                yield replace(step, day=first, done_on=step.done_on and first, week=week)
            else:
                yield step


def _row(step_id: str, before: Milestone | None, after: Milestone | None) -> TryRow:
    old, new = _day(before), _day(after)
    known = before or after
    assert known is not None
    late = after is not None and after.status in _LATE
    was_late = before is not None and before.status in _LATE
    return TryRow(
        step_id,
        _title(step_id, known),
        old,
        new,
        _safe(before),
        _safe(after),
        _difference(old, new),
        late and not was_late,
    )


def _title(step_id: str, step: Milestone) -> str:
    """Return the title; evaluations are numbered, because there are many."""
    if step_id == step.rule.id or not step_id.startswith(_EVALUATION):
        return _(step.title)
    return _("Evaluatie {nummer}").format(nummer=step_id.rpartition("_")[2])


def _day(step: Milestone | None) -> date | None:
    return None if step is None or step.status is Status.VERVALT else step.uiterlijk


def _safe(step: Milestone | None) -> date | None:
    return None if step is None or _day(step) in (None, step.streefdatum) else step.streefdatum


def _difference(old: date | None, new: date | None) -> str:
    if old is None or new is None:
        return _("komt erbij") if old is None else _("vervalt")
    days = (new - old).days
    if not days:
        return _("blijft gelijk")
    if days > 0:
        return ngettext("{dagen} dag later", "{dagen} dagen later", days).format(dagen=days)
    return ngettext("{dagen} dag eerder", "{dagen} dagen eerder", -days).format(dagen=-days)
