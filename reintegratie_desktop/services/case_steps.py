"""Makes the steps of a case: what, who, when, why, how it stands, and what the button does."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import CaseClock, ziekteweek
from reintegratie_desktop.domain.explain import counted_from
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_table import document, document_of_step, is_built
from reintegratie_desktop.services.case_clock import EVALUATION_TALKS, REPORT_TO_ARBODIENST, TICKABLE
from reintegratie_desktop.services.case_joined import joined_source, joined_sum, joined_why
from reintegratie_desktop.services.case_tasks import SOON_DAYS, tasks
from reintegratie_desktop.services.document_steps import adjust_plan_step, so_far, undated
from reintegratie_desktop.services.step_doubts import doubts_at, doubts_at_first_day
from reintegratie_desktop.services.step_signing import PLAN, waits_for_signature
from reintegratie_desktop.services.step_vangnet import reported_vangnet
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_why import why_this_day
from reintegratie_desktop.services.step_words import (
    ACTIONS,
    INFORMATION,
    OFF_THE_LINE,
    PHASES,
    PLAIN_TITLES,
    PLAN_DURATION,
    detail_of,
    signed_days,
    who_words,
)
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_medium, day_numeric, day_weekday, days_left
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

REPORT: Final = "ziekmelding"
TALK: Final = "gesprek"
EVALUATION: Final = "evaluatie"
EVALUATION_KINDS: Final = ("periodiek", "eerstejaarsevaluatie")
"""The kinds of evaluation, in the order of the talks that count as one."""
_TO_COME: Final = (StepState.SOON, StepState.PLANNED, StepState.ARRANGED)
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
        steps = [self._milestone_step(milestone) for milestone in self.clock.termijnen]
        steps = [*map(self._earlier_report, self.reader.chain.earlier), self._report_step(), *steps]
        for paper, done in undated(self.reader, self.known):
            self._insert(steps, paper.before, self._plain_step(paper.key, done=done))
        adjusting = adjust_plan_step(self.reader, SOON_DAYS)
        if adjusting is not None and adjusting.day is not None:
            steps.append(replace(adjusting, phase=phase_of(self.clock, adjusting.day)))
        reported = reported_vangnet(self.clock, self.first_name)
        if reported is not None:
            steps.append(reported)
        talk = self._talk_step()
        if talk is not None:
            steps.append(talk)
        steps += (replace(task, phase=phase_of(self.clock, task.day)) for task in tasks(self.reader) if task.day)
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
            action="" if done else self._action(REPORT),
            sum=joined_sum(self.reader) if again else (_first_day_line(day),),
            explanation=joined_why(self.reader)
            if again
            else _("Dit is de eerste werkdag waarop niet of niet de hele dag is gewerkt."),
            source=joined_source() if again else _("Wet WIA, artikel 23, lid 2"),
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
            source=_("Wet WIA, artikel 23, lid 2"),
            week=ziekteweek(self.clock, day),
            done_on=day,
            short_title=_("Ziekmelding"),
            done_in=case.id,
        )

    def _plain_step(self, form: str, *, done: bool) -> StepView:
        """Return a form without a date of its own."""
        state = StepState.DONE if done else StepState.INCOMPLETE if self.reader.has_draft(form) else StepState.NOT_YET
        words = {
            StepState.DONE: _("klaar"),
            StepState.INCOMPLETE: _("concept"),
            StepState.NOT_YET: _("als je wilt"),
        }
        return StepView(
            id=form,
            title=_(PLAIN_TITLES[form]),
            detail=detail_of(form),
            who=who_words(("werkgever", "werknemer"), self.first_name),
            state=state,
            state_words=words[state],
            form=form,
            slot=self.reader.draft_slot(form),
            action="" if done or not self.reader.is_open else self._action(form),
            explanation=_("Voor deze stap staat geen datum in de wet."),
            on_time_line=False,
            done_in=self._elsewhere(form) if done else "",
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
            action=self._action("gesprek"),
            explanation=_("Deze dag hebben jullie zelf afgesproken."),
            on_time_line=False,
        )

    def _next_talk(self) -> date | None:
        """Return the next appointment: of a talk in preparation, of the newest talk, or of the sick report."""
        begun = [as_day(draft.answers.get("datum")) for draft in self.drafts if draft.form == "gesprek"]
        planned = [day for day in begun if day is not None]
        if planned:
            return min(planned)
        day = as_day(self.reader.answers("gesprek").get("volgende"))
        return day or as_day(self.reader.answers("ziekmelding").get("contact_datum"))

    def _action(self, form: str, kinds: Sequence[str] = ()) -> str:
        if self.reader.draft_slot(form, kinds) is not None:
            return _("Verder")
        return _(ACTIONS[form]) if form in ACTIONS else ""

    def _milestone_step(self, milestone: Milestone) -> StepView:
        form, kinds = self._form_of(milestone)
        done_on = milestone.gedaan_op
        state, words = self._state(milestone, done_on)
        open_states = (StepState.LATE, StepState.SOON, StepState.PLANNED, StepState.ARRANGED)
        is_open = state in open_states and self.reader.is_open
        too_early = milestone.id == "uwv_42e_week" and (milestone.venster_van or self.today) > self.today
        can_tick = milestone.id in TICKABLE and is_open and not too_early
        slot = self.reader.draft_slot(form, kinds) if form else None
        if form and milestone.id in TICKABLE and done_on is None and slot is None and self._is_made(form, kinds):
            # The paper is there; what it is about is not: that day is all that misses.
            form = ""
        action = self._action(form, kinds) if form and is_open else _("Afvinken") if can_tick else ""
        return StepView(
            id=milestone.id,
            title=_(milestone.title),
            detail=self._detail(milestone, state),
            who=who_words(milestone.wie, self.first_name),
            state=state,
            state_words=words,
            # A step that nobody asks for now has no date either.
            day=None if milestone.waits else self._day_to_show(milestone, done=done_on is not None),
            hard_day=None if milestone.waits else milestone.uiterlijk,
            days_left=(milestone.streefdatum - self.today).days if done_on is None and not milestone.waits else None,
            phase=milestone.phase,
            form=form,
            slot=slot,
            kind=kinds[0] if kinds else "",
            action=action,
            can_tick=can_tick,
            sum=self._sum(milestone) if self.reader.explain else (),
            explanation=why_this_day(milestone, self.clock) if self.reader.explain else "",
            counted_from=counted_from(milestone) if self.reader.explain else "",
            if_late=milestone.if_late if self.reader.explain else "",
            source=milestone.artikelen if self.reader.explain else "",
            week=self._week(milestone, done_on),
            done_on=done_on,
            short_title=_(milestone.short_title),
            window_from=milestone.venster_van,
            on_time_line=milestone.id not in OFF_THE_LINE,
            done_in=self._earlier_case(milestone),
            doubts=doubts_at(milestone, self.clock) if self.reader.explain else (),
        )

    def _earlier_case(self, milestone: Milestone) -> str:
        """Return the id of the earlier case in which a step was done, or ""."""
        done_on, earlier = milestone.gedaan_op, self.reader.chain.earlier
        if not earlier or done_on is None or milestone.id == REPORT_TO_ARBODIENST or not self._form_of(milestone)[0]:
            return ""
        case = self.reader.chain.holding(done_on)
        return case.id if case in earlier else ""

    def _elsewhere(self, form: str) -> str:
        """Return the id of the newest case with a finished form, or "" when it is this one."""
        found = [info.case_id for info in self.reader.chain_infos if info.form == form]
        return found[-1] if self.case.id not in found else ""

    def _sum(self, milestone: Milestone) -> tuple[SumLineView, ...]:
        lines = []
        for line in milestone.sum:
            days = "" if line.days is None else signed_days(line.days)
            day = "" if line.day is None else day_numeric(line.day)
            lines.append(SumLineView(line.label, days or day, line.strong))
        return tuple(lines)

    @staticmethod
    def _kinds_of(milestone: Milestone) -> tuple[str, ...]:
        """Return the kinds of talk that do this step; empty when it is no talk."""
        if milestone.id.startswith("evaluatie_"):
            return EVALUATION_TALKS[:1]
        return EVALUATION_TALKS[1:] if milestone.id == EVALUATION_TALKS[1] else ()

    def _form_of(self, milestone: Milestone) -> tuple[str, tuple[str, ...]]:
        """Return the form that does a step, and of which kind it then is.

        The form is empty when there is none, or when it cannot be made yet; the kind where a form has no kinds.
        """
        talks = self._kinds_of(milestone)
        if talks:
            # Who began with a talk goes on with it; a talk of this kind counts as the evaluation too.
            begun = self.reader.draft_slot(TALK, talks) is not None
            if begun or not self._can_make(EVALUATION):
                return TALK, talks
            return EVALUATION, (EVALUATION_KINDS[EVALUATION_TALKS.index(talks[0])],)
        paper = document_of_step(milestone.id)
        if paper is None or paper.key not in ACTIONS or not is_built(paper.key):
            return "", ()
        if milestone.id in TICKABLE and not (self._can_make(paper.key) or self.reader.has_draft(paper.key)):
            # What was done is told by the paper, also when it was made before its time.
            told = milestone.gedaan_op is not None and self.reader.is_finished(paper.key)
            return paper.key if told else "", ()
        return paper.key, ()

    def _can_make(self, form: str) -> bool:
        return is_built(form) and document(form).opens(self.known).is_open(self.today)

    def _is_made(self, form: str, kinds: Sequence[str]) -> bool:
        """Tell whether a paper of this form is finished; there can be many evaluations, so that says nothing there."""
        return not kinds and self.reader.is_finished(form)

    def _state(self, milestone: Milestone, done_on: date | None) -> tuple[StepState, str]:
        if milestone.waits:
            return StepState.NOT_NEEDED, _("nu niet nodig")
        if milestone.status == "vervalt":
            return StepState.STOPPED, _("niet meer nodig")
        if done_on is not None:
            late = milestone.dagen_te_laat
            if milestone.id == PLAN and self.reader.explain and waits_for_signature(self.reader):
                return StepState.WAITING, _("wacht op handtekening")
            if late <= 0:
                return StepState.DONE, _("klaar")
            return StepState.DONE_LATE, ngettext("klaar, {n} dag later", "klaar, {n} dagen later", late).format(n=late)
        if milestone.rule.kind is not Kind.TASK:
            days = (milestone.uiterlijk - self.today).days
            return (StepState.PLANNED, days_left(days)) if days >= 0 else (StepState.DONE, _("voorbij"))
        if milestone.id == REPORT_TO_ARBODIENST and self.reader.is_finished("probleemanalyse"):
            return StepState.NOT_NEEDED, _("niet meer nodig")  # who gave the advice was told
        return self._open_state(milestone)

    def _week(self, milestone: Milestone, done_on: date | None) -> int | None:
        """Return the week of the day that is shown."""
        if done_on is not None:
            return ziekteweek(self.clock, done_on)
        shown = self._day_to_show(milestone, done=False)
        return milestone.week if shown == milestone.streefdatum else ziekteweek(self.clock, shown)

    def _day_to_show(self, milestone: Milestone, *, done: bool) -> date:
        """Return the safe day; once that is past and nothing was done, the last day the rule allows."""
        return milestone.streefdatum if done or milestone.streefdatum >= self.today else milestone.uiterlijk

    def _open_state(self, milestone: Milestone) -> tuple[StepState, str]:
        to_hard = (milestone.uiterlijk - self.today).days
        to_safe = (self._day_to_show(milestone, done=False) - self.today).days
        if to_hard < 0:
            return StepState.LATE, days_left(to_hard)
        if milestone.venster_van is not None and milestone.venster_van > self.today and to_safe > SOON_DAYS:
            return StepState.PLANNED, days_left(to_safe)
        if milestone.id == "probleemanalyse" and (consult := self._consult()) and consult <= milestone.uiterlijk:
            return StepState.ARRANGED, _("{dagen}, geregeld").format(dagen=days_left(to_safe))
        return (StepState.SOON if to_safe <= SOON_DAYS else StepState.PLANNED), days_left(to_safe)

    def _consult(self) -> date | None:
        """Return the appointment with the bedrijfsarts, when it is still to come."""
        day = as_day(self.reader.answers("melding_arbodienst").get("spreekuur_datum"))
        return day if day is not None and day >= self.today else None

    def _detail(self, milestone: Milestone, state: StepState) -> str:
        form, kinds = self._form_of(milestone)
        if (
            form
            and self.reader.draft_slot(form, kinds) is not None
            and state in (StepState.LATE, StepState.SOON, StepState.PLANNED)
        ):
            return _("Concept, nog niet af")
        if state is StepState.ARRANGED and (consult := self._consult()):
            return _("De afspraak staat op {dag}").format(dag=day_weekday(consult))
        if state is StepState.NOT_NEEDED:
            told = milestone.id == REPORT_TO_ARBODIENST
            return _("De bedrijfsarts gaf al advies") if told else _("Volgens het advies van de bedrijfsarts")
        if milestone.id == REPORT_TO_ARBODIENST and self.reader.chain.earlier:
            return _("Geef ook deze nieuwe melding door")
        if state is StepState.WAITING:
            return _("Teken allebei, en zet de datum bij het papier")
        if milestone.id == PLAN and state in (StepState.LATE, StepState.SOON):
            duration = _(PLAN_DURATION)
            return _("Samen met {naam}, {duur}").format(naam=self.first_name, duur=duration)
        if milestone.id == "uwv_42e_week" and milestone.venster_van is not None and state in _TO_COME:
            if milestone.venster_van > self.today:
                opens = milestone.venster_van
                words = day_weekday(opens) if opens.year == self.today.year else day_medium(opens)
                return _("Je mag melden vanaf {dag}").format(dag=words)
            return _("Je mag nu melden bij UWV")
        return detail_of(milestone.id)


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
    return min(todo, key=lambda step: (_URGENCY[step.state], step.day, step.id == "gesprek"), default=None)


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
