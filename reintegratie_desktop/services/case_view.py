"""Makes the page of one case out of what stands in the file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import CaseClock, doubts
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.flows import is_case_record
from reintegratie_desktop.services.case_clock import chain_of
from reintegratie_desktop.services.case_joined import gap_label, joined_sentence, joined_source, joined_why
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.case_steps import phase_of
from reintegratie_desktop.services.journal import journal_lines
from reintegratie_desktop.services.names import full_name
from reintegratie_desktop.services.particulars import notices_of
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import INFORMATION, PHASES
from reintegratie_desktop.services.views import BandView, CaseView, DraftView, JoinedView, PhaseView
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_short, day_weekday
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


_READY: Final = (StepState.DONE, StepState.DONE_LATE)
_NOT_ASKED: Final = (StepState.STOPPED, StepState.NOT_NEEDED)


def case_view(desk: "Workspace", case_id: str) -> CaseView:
    """Return everything the page of one case shows."""
    reader = CaseReader(desk, desk.store.cases.get(case_id))
    case, clock = reader.case, reader.clock
    steps = reader.steps()
    following = reader.next_step(steps)
    day_known = _is_day_known(reader)
    if not day_known:
        # Every date hangs on a day that nobody answered yet: only the report itself stands there.
        steps = [
            replace(step, day=None, hard_day=None, week=None, sum=(), doubts=())
            for step in steps
            if step.form == "ziekmelding"
        ]
    contract = str(reader.employee.get("contracturen") or "")
    papers = desk.papers.views(case.id)
    return CaseView(
        id=case.id,
        number=case.nummer,
        employee_id=case.werknemer_id,
        employee_name=full_name(reader.employee),
        first_name=reader.first_name,
        function=str(reader.employee.get("functie") or ""),
        contract_hours=contract,
        hours_line=reader.hours_line(contract),
        eerste_ziektedag=case.eerste_ziektedag,
        counts_from=clock.eerste_ziektedag,
        last_day=clock.milestone("einde_loondoorbetaling").uiterlijk,
        week=min(clock.ziekteweek, clock.weken_totaal),
        weeks_total=clock.weken_totaal,
        is_open=reader.is_open,
        closed_words=_closed_words(desk, case),
        next_step=following,
        phases=_phases(reader, steps, following),
        papers=papers,
        drafts=tuple(
            DraftView(draft.form, draft.slot, _(flow_of(draft.form).title), draft.saved_at)
            for draft in reader.drafts
            if not is_case_record(draft.form)
        ),
        journal=journal_lines(desk, case.id, {paper.id: paper.title for paper in papers}),
        bands=bands_of(clock),
        is_reported=reader.is_finished("ziekmelding"),
        day_known=day_known,
        recovered_on=case.hersteld_per,
        joined=_joined(reader),
        notices=notices_of(reader),
        doubt=" ".join(doubts(clock)),
    )


def _is_day_known(reader: CaseReader) -> bool:
    """Tell whether the first sick day is known: not when the report is a draft in which it is still open."""
    if reader.is_finished("ziekmelding"):
        return True
    begun = next((draft for draft in reader.drafts if draft.form == "ziekmelding"), None)
    return begun is None or as_day(begun.answers.get("eerste_ziektedag")) is not None


def bands_of(clock: CaseClock) -> tuple[BandView, ...]:
    """Return the days of a case that do not count, with how far they move the weeks after them."""
    counted = clock.course.counted_gaps
    return tuple(BandView(gap.van, gap.last, gap_label(gap), gap.days if gap in counted else 0) for gap in clock.gaps)


def _phases(reader: CaseReader, steps: Sequence[StepView], following: StepView | None) -> tuple[PhaseView, ...]:
    """Group the steps; the phase of the next step is the current one."""
    current = following.phase if following else phase_of(reader.clock, reader.today)
    made = []
    for key, title in PHASES:
        inside = tuple(step for step in steps if step.phase == key)
        if not inside:
            continue
        counted = [step for step in inside if _counts(step)]
        done = sum(step.state in _READY for step in counted)
        summary = _("{klaar} van {alle} klaar").format(klaar=done, alle=len(counted)) if counted else ""
        first = min((step.window_from or step.day for step in counted if step.day), default=None)
        if done == 0 and key != current and first and first > reader.today:
            summary = _("eerste stap {dag}").format(dag=day_short(first) + f" {first.year}")
        made.append(PhaseView(key, _(title), summary, key == current, inside))
    return tuple(made)


def _counts(step: StepView) -> bool:
    """Tell whether a step counts in "4 van 6 klaar": every row that is done or asks something.

    Dates to know, what is not needed, and the papers that may be made are shown and not counted.
    """
    return step.id not in INFORMATION and step.state not in _NOT_ASKED and step.state is not StepState.NOT_YET


def _joined(reader: CaseReader) -> JoinedView | None:
    """Return in words that earlier periods count; None when there are none."""
    earlier = reader.chain.earlier
    if not earlier:
        return None
    return JoinedView(
        sentence=joined_sentence(reader),
        why=joined_why(reader),
        source=joined_source(),
        earlier=tuple((case.id, case.nummer) for case in earlier),
    )


def _closed_words(desk: "Workspace", case: Case) -> str:
    """Return what stands over a closed case, and in which later one its weeks are counted on."""
    if case.hersteld_per is None:
        return ""
    told = _("Volledig hersteld gemeld op {dag}.").format(dag=day_weekday(case.hersteld_per, year=True))
    later = [
        other
        for other in desk.store.cases.for_employee(case.werknemer_id)
        if other.id != case.id and case in chain_of(desk, other).earlier
    ]
    if not later:
        return told
    return told + " " + _("Deze weken tellen mee in dossier {nummer}.").format(nummer=later[-1].nummer)
