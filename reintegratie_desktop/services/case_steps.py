"""Makes the steps of a case: what, who, when, why, how it stands, and what the button does."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import CaseClock, ziekteweek
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_table import WG, Document
from reintegratie_desktop.services.case_joined import joined_source, joined_sum, joined_why
from reintegratie_desktop.services.case_tasks import tasks
from reintegratie_desktop.services.document_steps import SCHEDULE, schedule_waits, so_far, undated
from reintegratie_desktop.services.step_adjust import adjust_plan_step
from reintegratie_desktop.services.step_doubts import doubts_at_first_day
from reintegratie_desktop.services.step_end_of_wage import end_of_wage_step
from reintegratie_desktop.services.step_leaving import LEAVING, at_leaving, full_report_at_leaving
from reintegratie_desktop.services.step_milestones import TALK, MilestoneSteps
from reintegratie_desktop.services.step_vangnet import reported_vangnet
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import INFORMATION, PHASES, PLAIN_TITLES, detail_of, who_words
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_numeric, days_left
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

REPORT: Final = "ziekmelding"
APPLICATION: Final = "wia_aanvraag"
_URGENCY: Final = {
    StepState.LATE: 0,
    StepState.SOON: 1,
    StepState.PLANNED: 1,
    StepState.ARRANGED: 1,
    StepState.WAITING: 2,
}


class StepMaker:
    """Makes the steps of one case."""

    def __init__(self, reader: "CaseReader") -> None:
        self.reader = reader
        self.case = reader.case
        self.clock = reader.clock
        self.today = reader.today
        self.first_name = reader.first_name
        self.drafts = reader.drafts
        self.known = so_far(reader)

    def steps(self) -> list[StepView]:
        """Return all steps in the order of their dates, with the forms that have no date of their own in place."""
        by_clock = MilestoneSteps(self.reader, self.known)
        steps = [by_clock.step(milestone) for milestone in self.clock.termijnen]
        leaving = full_report_at_leaving(self.reader)
        if leaving is not None:
            steps = [at_leaving(self.reader, step, leaving) for step in steps]
        steps = [*map(self._earlier_report, self.reader.chain.earlier), self._report_step(), *steps]
        back: list[StepView] = []
        for paper, done in undated(self.reader, self.known):
            step = self._plain_step(paper, done=done)
            if paper.before:
                before = LEAVING if leaving is not None and paper.before == APPLICATION else paper.before
                self._insert(steps, before, step)
            else:
                back.append(replace(step, phase=phase_of(self.clock, self.case.hersteld_per or self.today)))
        adjusting = adjust_plan_step(self.reader)
        if adjusting is not None and adjusting.day is not None:
            steps.append(replace(adjusting, phase=phase_of(self.clock, adjusting.day)))
        reported = reported_vangnet(self.clock, self.first_name)
        if reported is not None:
            steps.append(reported)
        wage = end_of_wage_step(self.reader)
        if wage is not None:
            steps.append(wage)
        talk = self._talk_step()
        if talk is not None:
            steps.append(talk)
        steps += (replace(task, phase=phase_of(self.clock, task.day)) for task in tasks(self.reader) if task.day)
        steps += back
        return self._only_next_evaluation(_by_date(steps))

    @staticmethod
    def _only_next_evaluation(steps: list[StepView]) -> list[StepView]:
        """Leave the button and the draft to the first evaluation to come; the later ones move with it anyway."""
        seen = False
        result = []
        for step in steps:
            is_open = step.id.startswith("evaluatie_") and bool(step.action)
            later = is_open and seen
            result.append(replace(step, action="", slot=None, detail=detail_of(step.id)) if later else step)
            seen = seen or is_open
        return result

    @staticmethod
    def _insert(steps: list[StepView], before: str, step: StepView) -> None:
        place = next((index for index, other in enumerate(steps) if other.id == before), None)
        if place is not None:
            steps.insert(place, replace(step, phase=steps[place].phase))

    def _report_step(self) -> StepView:
        done = self.reader.is_finished("ziekmelding")
        day = self.case.eerste_ziektedag
        again = bool(self.reader.chain.earlier)
        title = _("Nieuwe ziekmelding") if again else _("Ziekmelding")
        return StepView(
            id=REPORT,
            title=title,
            detail=detail_of(REPORT),
            who=who_words(("werkgever",), self.first_name),
            state=StepState.DONE if done else StepState.SOON,
            state_words=_("klaar") if done else _("nog niet af"),
            day=day,
            days_left=None if done else 0,
            phase=phase_of(self.clock, day) if again else PHASES[0][0],
            form=REPORT,
            slot=self.reader.draft_slot(REPORT),
            action="" if done else self.reader.action(REPORT),
            sum=joined_sum(self.reader) if again else (_first_day_line(day),),
            explanation=joined_why(self.reader)
            if again
            else _("Dit is de eerste werkdag waarop niet of niet de hele dag is gewerkt."),
            source=joined_source() if again else _("WIA art. 23 lid 2"),
            week=ziekteweek(self.clock, day),
            done_on=day if done else None,
            doubts=doubts_at_first_day(day, self.clock) if self.reader.explain else (),
            short_title=title,
            # On the line the break before it says the same.
            on_time_line=not again,
        )

    def _earlier_report(self, case: Case) -> StepView:
        """Return the report of an earlier period that counts."""
        day = case.eerste_ziektedag
        return StepView(
            id=f"{REPORT}_{case.nummer}",
            title=_("Ziekmelding"),
            detail=_("In dossier {nummer}").format(nummer=case.nummer),
            who=who_words(("werkgever",), self.first_name),
            state=StepState.DONE,
            state_words=_("klaar"),
            day=day,
            form=REPORT,
            sum=(_first_day_line(day),),
            explanation=_("Dit is de eerste werkdag waarop niet of niet de hele dag is gewerkt."),
            source=_("WIA art. 23 lid 2"),
            week=ziekteweek(self.clock, day),
            done_on=day,
            short_title=_("Ziekmelding"),
            done_in=case.id,
        )

    def _plain_step(self, paper: Document, *, done: bool) -> StepView:
        """Return a form without a date of its own."""
        form = paper.key
        waits = form == SCHEDULE and self.reader.is_open and self.reader.explain and schedule_waits(self.reader)
        state = StepState.DONE if done else StepState.INCOMPLETE if self.reader.has_draft(form) else StepState.NOT_YET
        words = {
            StepState.DONE: _("klaar"),
            StepState.INCOMPLETE: _("concept"),
            StepState.NOT_YET: _("als je wilt"),
        }
        can_make = (self.reader.is_open or paper.after_recovery) and (waits or not done)
        return StepView(
            id=form,
            title=_(PLAIN_TITLES[form]),
            detail=_("Het nieuwe advies geeft minder uren") if waits else detail_of(form),
            who=who_words(("werkgever", *(("werknemer",) if paper.signs != (WG,) else ())), self.first_name),
            state=StepState.INCOMPLETE if waits else state,
            state_words=_("bijstellen") if waits else words[state],
            form=form,
            slot=self.reader.draft_slot(form),
            action=self.reader.action(form) if can_make else "",
            explanation=_("Voor deze stap staat geen datum in de wet."),
            on_time_line=False,
            done_in=self._elsewhere(form) if done and not waits else "",
        )

    def _talk_step(self) -> StepView | None:
        day = self._next_talk()
        if day is None or not self.reader.is_open:
            return None
        days = (day - self.today).days
        return StepView(
            id="gesprek",
            title=_("Gesprek met {naam}").format(naam=self.first_name),
            detail=detail_of("gesprek") if days >= 0 else _("Was dit gesprek er? Leg het vast."),
            who=who_words(("werkgever", "werknemer"), self.first_name),
            state=StepState.PLANNED if days >= 0 else StepState.WAITING,
            state_words=days_left(days) if days >= 0 else _("nog vastleggen"),
            day=day,
            days_left=days,
            phase=phase_of(self.clock, day),
            form="gesprek",
            slot=self.reader.draft_slot("gesprek"),
            action=self.reader.action(TALK),
            explanation=_("Deze dag hebben jullie zelf afgesproken."),
            on_time_line=False,
        )

    def _next_talk(self) -> date | None:
        """Return the next appointment: of a talk in preparation, of the newest talk, or of the sick report."""
        begun = [as_day(draft.answers.get("datum")) for draft in self.drafts if draft.form == "gesprek"]
        # A talk of which there is a report waits for nothing, also when an older preparation of it lies about.
        held = {info.made_on for info in self.reader.infos if info.form == "gesprek"}
        planned = [day for day in begun if day is not None and not (day < self.today and day in held)]
        if planned:
            return min(planned)
        day = as_day(self.reader.answers("gesprek").get("volgende"))
        first = as_day(self.reader.answers("ziekmelding").get("contact_datum"))
        # The contact agreed on the phone was there once a talk of that day or later was written down.
        return day or (first if first is None or not any(talk >= first for talk in held) else None)

    def _elsewhere(self, form: str) -> str:
        """Return the id of the newest case with a finished form, or "" when it is this one."""
        found = [info.case_id for info in self.reader.chain_infos if info.form == form]
        return found[-1] if self.case.id not in found else ""


def next_step(reader: "CaseReader", steps: Sequence[StepView]) -> StepView | None:
    """Return the most urgent step that can be done: late (oldest first), then by date."""
    if not reader.is_open:
        return None
    report = next((step for step in steps if step.id == REPORT), None)
    if report is not None and report.done_on is None:
        return report
    todo = [
        step
        for step in steps
        if step.state in _URGENCY and step.day is not None and step.id not in INFORMATION and not step.small
    ]
    return min(todo, key=lambda step: (_URGENCY[step.state], step.day, _on_one_day(step)), default=None)


def _on_one_day(step: StepView) -> int:
    """Return which of two steps of one day goes first: a talk after the law, and before the evaluation held in it."""
    if step.id == TALK:
        return 1
    is_held_in_one = step.talk_slot is not None or (step.form == TALK and step.slot is not None)
    return 2 if is_held_in_one else 0


def phase_of(clock: CaseClock, day: date) -> str:
    """Return the phase in which a day falls: the furthest one of which a step was done, or had its day, by then.

    Leave moves the days to come and not those on which something was done. A phase that is finished gets no new step
    when the days of the next one moved away.
    """
    order = [key for key, _title in PHASES]
    by_phase = [
        [step for step in clock.termijnen if step.rule.kind is Kind.TASK and step.phase == key] for key in order
    ]
    reached = (index for index, steps in enumerate(by_phase) if any(_first_known(step) <= day for step in steps))
    found = max(reached, default=0)
    finished = all(step.gedaan_op is not None and step.gedaan_op <= day for step in by_phase[found])
    if clock.gaps and by_phase[found] and finished and found + 1 < len(order):
        found += 1
    return order[found]


def _first_known(step: Milestone) -> date:
    """Return the day a step was done, or the day for it when that came first or it was not done yet."""
    return step.streefdatum if step.gedaan_op is None else min(step.gedaan_op, step.streefdatum)


def _first_day_line(day: date) -> SumLineView:
    return SumLineView(_("Eerste ziektedag"), day_numeric(day), strong=True)


def _by_date(steps: list[StepView]) -> list[StepView]:
    """Order the steps by date; a step without a date stays before the one it prepares."""
    keyed = []
    following = date.max
    for step in reversed(steps):
        following = step.day or following
        keyed.append((following, step))
    keyed.reverse()
    return [step for _day, step in sorted(keyed, key=lambda pair: pair[0])]
