"""The papers of the last weeks when the contract ends first: then they are due on the last day of the employment."""

from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import ziekteweek
from reintegratie_desktop.domain.leaving import LeavingReport, leaving_report
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.forms.document_table import document_of_step
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_tasks import SOON_DAYS
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import detail_of
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_numeric, day_weekday, days_left
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

LEAVING: Final = "ziek_uit_dienst_melding"
_REPORT: Final = ("actueel_oordeel", "eindevaluatie", "riv_aan_werknemer")
"""The steps whose papers a full report is made of."""


def full_report_at_leaving(reader: "CaseReader") -> Milestone | None:
    """Return the report of leaving when a full re-integratieverslag goes with it and it was not sent yet."""
    leaving = next((step for step in reader.clock.termijnen if step.id == LEAVING), None)
    if leaving is None or leaving.gedaan_op is not None or not reader.is_open:
        return None
    soon_fit = reader.answers("ziek_uit_dienst", whole=True).get("herstel_3m") == "ja"
    first = reader.clock.eerste_ziektedag
    found = leaving_report(first, leaving.uiterlijk, leaving.rules, soon_fit=soon_fit)
    return leaving if found is LeavingReport.FULL else None


def at_leaving(reader: "CaseReader", step: StepView, leaving: Milestone) -> StepView:
    """Return a step of the last weeks as it is when the contract ends before its day; any other step as it is."""
    if step.id not in _REPORT or step.state is not StepState.STOPPED:
        return step
    paper = document_of_step(step.id)
    assert paper is not None
    left, today = leaving.uiterlijk, reader.today
    safe = load_law().calendar.last_working_day_on_or_before(left)
    day = safe if safe >= today else left
    slot = reader.draft_slot(paper.key)
    return replace(
        step,
        detail=_("Concept, nog niet af") if slot is not None else detail_of(step.id),
        state=_state(left, day, today),
        state_words=days_left((day - today).days),
        day=day,
        hard_day=left,
        days_left=(day - today).days,
        phase=leaving.phase,
        form=paper.key,
        slot=slot,
        action=reader.action(paper.key),
        can_tick=True,
        sum=(SumLineView(_("Laatste dag van het dienstverband"), day_numeric(left), strong=True),),
        explanation=_(
            "Het dienstverband eindigt op {dag}. Bij de melding aan UWV hoort dan een volledig re-integratieverslag."
        ).format(dag=day_weekday(left, year=True)),
        source=leaving.grondslag,
        week=ziekteweek(reader.clock, day),
        window_from=None,
        doubts=(),
    )


def _state(left: date, day: date, today: date) -> StepState:
    if left < today:
        return StepState.LATE
    return StepState.SOON if (day - today).days <= SOON_DAYS else StepState.PLANNED
