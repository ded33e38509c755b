"""By when a form has to be there, according to the steps of the law."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.step_adjust import ADJUSTED_PLAN, adjust_days, adjustment_asked
from reintegratie_desktop.services.step_agreed import PREFIX, agreed_evaluation, next_evaluation

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

OF_YEAR: Final = "eerstejaarsevaluatie"
_KIND: Final = "soort"


def due_days(desk: "Workspace", case_id: str, flow: Flow, answers: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the safe day and the last day for a form; None where no deadline hangs on it.

    Of a form that is made again and again the first step that is not done counts.
    """
    if flow.key == ADJUSTED_PLAN:
        return _asked_days(CaseReader(desk, desk.store.cases.get(case_id), explain=False))
    for milestone in desk.clock_of(case_id).termijnen:
        if milestone.form == flow.key and (not flow.repeatable or _waits_for(milestone, answers)):
            return _agreed_day(desk, case_id, milestone) or milestone.streefdatum, milestone.uiterlijk
    return None


def _agreed_day(desk: "Workspace", case_id: str, milestone: Milestone) -> date | None:
    """Return the day the people agreed for the next evaluation, as the dossier says it."""
    if not milestone.id.startswith(PREFIX):
        return None
    reader = CaseReader(desk, desk.store.cases.get(case_id), explain=False)
    if milestone.id != next_evaluation(reader.clock.termijnen):
        return None
    agreed = agreed_evaluation(reader, milestone)
    return agreed.day if agreed is not None else None


def _asked_days(reader: CaseReader) -> tuple[date, date] | None:
    """Return the days for an adjusted plan, as long as something asks for it."""
    asked = adjustment_asked(reader)
    return adjust_days(reader, asked) if asked is not None and asked.done_on is None else None


def _waits_for(milestone: Milestone, answers: Mapping[str, Any]) -> bool:
    """Tell whether a step is the next one for this paper: an evaluation of the year is no periodic one."""
    of_year = answers.get(_KIND) == OF_YEAR
    return milestone.gedaan_op is None and (milestone.id == OF_YEAR) is of_year
