"""Where the law leaves room at a date of a case: the question, and what this program counts with."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from reintegratie_desktop.domain.ages import is_sixty_plus
from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.domain.notices import borderline
from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.i18n import _

NOTIFICATION: Final = "uwv_42e_week"
EVALUATION: Final = "evaluatie"
APPLICATION: Final = "wia_aanvraag"
END_OF_WAIT: Final = "wia_eerste_dag"
END_OF_WAGE: Final = "einde_loondoorbetaling"
DISMISSAL: Final = "einde_opzegverbod"
VANGNET: Final = "vangnet_melding"
SANCTION: Final = "einde_loonsanctie"
REPORT: Final = "ziekmelding_arbodienst"

_NOT_MOVED: Final = ("probleemanalyse", "plan_van_aanpak", EVALUATION)
"""Steps that a short recovery does not move."""


def doubts_at(milestone: Milestone, clock: CaseClock) -> tuple[tuple[str, str], ...]:
    """Return the doubts that matter at a date still to come, as (question, what this program does); translated."""
    if not milestone.status.is_open:
        return ()
    known = load_law().doubts
    ids = [doubt for doubt in _matching(milestone, clock) if doubt in known]
    return tuple((_(known[doubt].question), _(known[doubt].default)) for doubt in ids)


def doubts_at_first_day(first_day: date, clock: CaseClock) -> tuple[tuple[str, str], ...]:
    """Return the doubts about a first sick day: a holiday, or a recovery of about four weeks before it."""
    law = load_law()
    ids = ["d7"] if law.calendar.holiday(first_day) else []
    if borderline(clock, law):
        ids.append("d2")
    return tuple((_(law.doubts[doubt].question), _(law.doubts[doubt].default)) for doubt in ids if doubt in law.doubts)


def _matching(milestone: Milestone, clock: CaseClock) -> Iterator[str]:
    """Yield the ids of `twijfels.toml` that matter here, the ones about this very date first."""
    step = EVALUATION if milestone.id.startswith(f"{EVALUATION}_") else milestone.id
    yield from _of_this_step(step, milestone, clock)
    yield from _of_breaks(step, clock)
    if step in (END_OF_WAGE, DISMISSAL) and any(notice.id == "aow_tijdens_ziekte" for notice in clock.meldingen):
        yield "d17"
    yield from _of_the_day(milestone)


def _of_this_step(step: str, milestone: Milestone, clock: CaseClock) -> Iterator[str]:
    case = clock.case
    if step == REPORT and case.termijn_ziekmelding_dagen is None:
        yield "d16"
    elif step == EVALUATION and milestone.trace.origin in (Origin.EVALUATIE, Origin.EVALUATIE_DUE):
        yield "d13"
    elif step == NOTIFICATION:
        yield "d5"
    elif step == VANGNET:
        yield "d8"
    elif step == SANCTION and milestone.trace.origin is Origin.REPAIR:
        yield "d14"
    elif step == END_OF_WAGE and any(notice.id == "uwv_te_laat" for notice in clock.meldingen):
        yield "d20"
    elif step == DISMISSAL:
        yield "d9"
    elif step == APPLICATION and _is_sixty(milestone, clock):
        yield "d22"
    if milestone.rule.fined:
        yield "d21"


def _of_breaks(step: str, clock: CaseClock) -> Iterator[str]:
    """Yield the doubts about recovery and leave inside the case."""
    fit = any(gap.fit_days for gap in clock.gaps)
    if fit and step in _NOT_MOVED:
        yield "d3"
    if fit and step in (NOTIFICATION, END_OF_WAIT):
        yield "d4"
    if step in (END_OF_WAIT, END_OF_WAGE):
        if any(leave.zelfde_geval is None for leave in clock.case.verlof):
            yield "d6"
        if any(gap.fit_days and gap.leave_days for gap in clock.gaps):
            yield "d19"


def _of_the_day(milestone: Milestone) -> Iterator[str]:
    """Yield why a day is aimed for that comes before the last one."""
    if milestone.rule.kind is not Kind.TASK or milestone.streefdatum == milestone.uiterlijk:
        return
    if not load_law().calendar.is_working_day(milestone.uiterlijk):
        yield "d1"
    if milestone.trace.safe_day < milestone.uiterlijk:
        yield "d23"


def _is_sixty(milestone: Milestone, clock: CaseClock) -> bool:
    """Tell whether the employee is old enough for the simplified assessment when the weeks are full."""
    born = clock.case.geboortedatum
    full = plus(clock.klok_vanaf, milestone.rules.days("wia_eerste_dag_uiterlijk"))
    return born is not None and is_sixty_plus(born, full, load_law())
