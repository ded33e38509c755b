"""Figures over all dossiers of a file: which absence there is, in which period, and who worked here."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.insight import Insight, Left, Step, Workforce, insight
from reintegratie_desktop.domain.periods import ONE_DAY, plus_years
from reintegratie_desktop.domain.stretches import Span, Stretch, stretches
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.services.case_clock import chain_of
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.step_views import StepState

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

ON_TIME_STEPS: Final = (
    "probleemanalyse",
    "plan_van_aanpak",
    "uwv_42e_week",
    "eerstejaarsevaluatie",
    "riv_aan_werknemer",
)
"""The steps of which the standard asks the share in time, in the order of the law."""

_KEPT: Final = "inzicht"
_LEFT: Final = {StepState.STOPPED: Left.VERVALLEN, StepState.NOT_NEEDED: Left.NIET_NODIG}
_DONE: Final = (StepState.DONE, StepState.DONE_LATE)
_LAST_WAGE_DAY: Final = "einde_loondoorbetaling"


class PeriodKind(StrEnum):
    """Which days are looked at."""

    THIS_YEAR = "dit_jaar"
    TWELVE_MONTHS = "twaalf_maanden"
    OWN = "eigen"


def span_of(kind: PeriodKind, today: date) -> Span:
    """Return a period that ends today: since 1 January, or twelve months."""
    if kind is PeriodKind.THIS_YEAR:
        return Span(today.replace(month=1, day=1), today)
    return Span(plus_years(today + ONE_DAY, -1), today)


def workforce(desk: "Workspace") -> Workforce:
    """Return how many people work here and for how many hours, as it was filled in before."""
    kept: dict[str, Any] = desk.store.settings.get(_KEPT, {})
    people = kept.get("mensen") or desk.employer.get("aantal_wn")
    return Workforce(as_decimal(people), as_decimal(kept.get("uren")))


def keep_workforce(desk: "Workspace", known: Workforce) -> None:
    """Keep how many people work here and for how many hours, for the next time."""
    desk.store.settings.set(
        _KEPT,
        {
            "mensen": None if known.mensen is None else f"{known.mensen:f}",
            "uren": None if known.uren is None else f"{known.uren:f}",
        },
        desk.clock(),
    )


class Absence:
    """All absence in a file, read once; `insight` then only counts."""

    def __init__(self, desk: "Workspace") -> None:
        self.stretches: tuple[Stretch, ...] = ()
        self.steps: tuple[Step, ...] = ()
        self._today = desk.today
        found: list[Stretch] = []
        steps: list[Step] = []
        for reader in _cases(desk):
            own = _stretches(reader)
            found += own
            steps += _steps(reader, own)
        self.stretches, self.steps = tuple(found), tuple(steps)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to count."""
        return not self.stretches

    def hours_ill(self, span: Span) -> Decimal:
        """Return the contract hours a week of everybody who was ill in a period, each person once."""
        hours = {one.wie: one.uren for one in self.stretches if one.days_in(span) and one.uren is not None}
        return sum(hours.values(), Decimal(0))

    def insight(self, span: Span, known: Workforce) -> Insight:
        """Return the figures of a period.

        Raises:
            KnownError: the period begins before the numbers this program knows.
        """
        return insight(span, self.stretches, self.steps, known, order=ON_TIME_STEPS, today=self._today)


def _cases(desk: "Workspace") -> Iterator[CaseReader]:
    """Yield every case of the law once, with the dossiers that count in it; unfinished reports are left out."""
    seen: set[str] = set()
    for case in reversed(desk.store.cases.all()):
        if case.id in seen or not desk.is_reported(case.id):
            continue
        seen.update(part.id for part in chain_of(desk, case).cases)
        yield CaseReader(desk, case, explain=False)


def _stretches(reader: CaseReader) -> tuple[Stretch, ...]:
    hours = as_decimal(reader.employee.get("contracturen"))
    last = reader.clock.milestone(_LAST_WAGE_DAY).uiterlijk
    left = reader.clock.case.einde_dienstverband
    if left is not None:
        last = min(last, left)
    return stretches(reader.clock.course, reader.case.werknemer_id, hours, until=last + ONE_DAY)


def _steps(reader: CaseReader, own: tuple[Stretch, ...]) -> Iterator[Step]:
    """Yield the steps of the standard, also those that a case has not or no more: each dossier is told of."""
    found = {step.id: step for step in reader.steps() if step.id in ON_TIME_STEPS}
    begins, ends = own[0].van, own[-1].tot
    for key in ON_TIME_STEPS:
        step = found.get(key)
        if step is None:
            yield Step(key, None, op_tijd=False, gedaan=False, van=begins, tot=ends)
        else:
            yield Step(
                key,
                step.hard_day,
                op_tijd=step.state is StepState.DONE,
                gedaan=step.state in _DONE,
                weg=_LEFT.get(step.state),
                van=begins,
                tot=ends,
            )
