"""Makes the steps that come from the clock: how each stands, on which day, and what its button does."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import ziekteweek
from reintegratie_desktop.domain.explain import counted_from, passed_before_break
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_chance import SoFar
from reintegratie_desktop.forms.document_table import document, document_of_step, is_built
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import EVALUATION_TALKS, REPORT_TO_ARBODIENST, TICKABLE
from reintegratie_desktop.services.case_tasks import SOON_DAYS
from reintegratie_desktop.services.step_agreed import agreed_evaluation, next_evaluation
from reintegratie_desktop.services.step_doubts import NOTIFICATION, doubts_at
from reintegratie_desktop.services.step_later import paper_to_complete
from reintegratie_desktop.services.step_signing import PLAN, waits_for_signature
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_why import why_this_day
from reintegratie_desktop.services.step_words import (
    ACTIONS,
    OFF_THE_LINE,
    PLAN_DURATION,
    detail_of,
    signed_days,
    who_words,
)
from reintegratie_desktop.store.drafts import Draft
from reintegratie_desktop.text.formatting import day_medium, day_numeric, day_weekday, days_left
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

TALK: Final = "gesprek"
EVALUATION: Final = "evaluatie"
EVALUATION_KINDS: Final = ("periodiek", "eerstejaarsevaluatie")
"""The kinds of evaluation, in the order of the talks that count as one."""
_TO_COME: Final = (StepState.SOON, StepState.PLANNED, StepState.ARRANGED)
_OPEN: Final = (StepState.LATE, *_TO_COME)


class MilestoneSteps:
    """Makes a step of each date of the clock of one case."""

    def __init__(self, reader: "CaseReader", known: SoFar) -> None:
        self.reader = reader
        self.clock = reader.clock
        self.today = reader.today
        self.known = known
        following = next_evaluation(reader.clock.termijnen)
        found = next((step for step in reader.clock.termijnen if step.id == following), None)
        self.agreed = None if found is None else agreed_evaluation(reader, found)
        self.next_evaluation = following

    def step(self, milestone: Milestone) -> StepView:
        """Return one date of the clock as a step."""
        form, kinds = self._form_of(milestone)
        done_on = self._done_on(milestone)
        state, words = self._state(milestone, done_on)
        is_open = state in _OPEN and self.reader.is_open
        too_early = milestone.id == NOTIFICATION and (milestone.venster_van or self.today) > self.today
        can_tick = milestone.id in TICKABLE and is_open and not too_early
        talk = self._begun_talk(milestone)
        slot = self._slot(form, kinds, talk)
        complete = ""
        if form and milestone.id in TICKABLE and done_on is None and slot is None and self._is_made(form, kinds):
            # The paper is there; what it is about is not: that day is all that misses.
            complete = paper_to_complete(self.reader, form) if is_open else ""
            form = ""
        action = self._action(form, kinds, slot) if form and is_open else ""
        if not form and can_tick:
            action = _("Vul later aan") if complete else _("Afvinken")
        return StepView(
            id=milestone.id,
            title=_(milestone.title),
            detail=_("De dag mist nog bij het papier") if complete else self._detail(milestone, state),
            who=who_words(milestone.wie, self.reader.first_name),
            state=state,
            state_words=words,
            # A step that nobody asks for now has no date either.
            day=None if milestone.waits else self._day_to_show(milestone, done=done_on is not None),
            hard_day=None if milestone.waits else milestone.uiterlijk,
            days_left=(self._aim(milestone) - self.today).days if done_on is None and not milestone.waits else None,
            phase=milestone.phase,
            form=form,
            slot=slot,
            talk_slot=talk.slot if talk is not None and form == EVALUATION else None,
            kind=kinds[0] if kinds else "",
            action=action,
            can_tick=can_tick,
            complete=complete,
            sum=self._whole_sum(milestone) if self.reader.explain else (),
            explanation=why_this_day(milestone, self.clock) if self.reader.explain else "",
            counted_from=counted_from(milestone) if self.reader.explain else "",
            if_late=milestone.if_late if self.reader.explain else "",
            source=milestone.artikelen if self.reader.explain else "",
            week=self._week(milestone, done_on),
            done_on=done_on,
            short_title=_(milestone.short_title),
            window_from=self._window(milestone),
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

    def _done_on(self, milestone: Milestone) -> date | None:
        """Return the day a step was done, or a date to know went by; on that day itself it is not behind us yet."""
        is_today = milestone.rule.kind is Kind.FIRST_DAY and milestone.uiterlijk == self.today
        return None if is_today else milestone.gedaan_op

    def _whole_sum(self, milestone: Milestone) -> tuple[SumLineView, ...]:
        lines = self._sum(milestone)
        return (*lines, self.agreed.line) if self.agreed is not None and milestone.id == self.next_evaluation else lines

    @staticmethod
    def _sum(milestone: Milestone) -> tuple[SumLineView, ...]:
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
            # Who began with a talk goes on with it; a talk of this kind counts as the evaluation too. A talk that is
            # still to come has a row of its own: here the evaluation itself is made.
            talk = self._begun_talk(milestone)
            day = None if talk is None else as_day(talk.answers.get("datum"))
            goes_on = talk is not None and (day is None or day < self.today)
            if goes_on or not self._can_make(EVALUATION):
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
            return self._done_state(milestone)
        if milestone.rule.kind is not Kind.TASK:
            return StepState.PLANNED, days_left((milestone.uiterlijk - self.today).days)
        if milestone.id == REPORT_TO_ARBODIENST and self.reader.is_finished("probleemanalyse"):
            return StepState.NOT_NEEDED, _("niet meer nodig")  # who gave the advice was told
        return self._open_state(milestone)

    def _done_state(self, milestone: Milestone) -> tuple[StepState, str]:
        late = milestone.dagen_te_laat
        if milestone.id == PLAN and self.reader.explain and waits_for_signature(self.reader):
            return StepState.WAITING, _("wacht op handtekening")
        if milestone.rule.kind in (Kind.FIRST_DAY, Kind.LAST_DAY):
            return StepState.DONE, _("voorbij")
        if late <= 0:
            return StepState.DONE, _("klaar")
        return StepState.DONE_LATE, ngettext("klaar, {n} dag later", "klaar, {n} dagen later", late).format(n=late)

    def _week(self, milestone: Milestone, done_on: date | None) -> int | None:
        """Return the week of the day that is shown."""
        if done_on is not None:
            return ziekteweek(self.clock, done_on)
        shown = self._day_to_show(milestone, done=False)
        return milestone.week if shown == milestone.streefdatum else ziekteweek(self.clock, shown)

    def _day_to_show(self, milestone: Milestone, *, done: bool) -> date:
        """Return the safe day; once that is past and nothing was done, the last day the rule allows."""
        if done:
            return milestone.streefdatum
        aim = self._aim(milestone)
        return aim if aim >= self.today else milestone.uiterlijk

    def _aim(self, milestone: Milestone) -> date:
        """Return the day to steer by: the safe day, or an earlier one that was agreed or is certainly in time."""
        if self.agreed is not None and milestone.id == self.next_evaluation:
            return self.agreed.day
        passed = self._passed(milestone)
        return passed if passed is not None and passed >= self.today else milestone.streefdatum

    def _passed(self, milestone: Milestone) -> date | None:
        """Return the day a step had before a break that came after its term; who keeps to it is certainly in time."""
        if milestone.rule.kind is not Kind.TASK or milestone.trace.origin is Origin.UWV_LETTER:
            return None
        passed = passed_before_break(milestone)
        if passed is None or milestone.id == NOTIFICATION:
            return None  # UWV takes no notification before its window, which moves along
        return max(load_law().calendar.last_working_day_on_or_before(passed), self.clock.eerste_ziektedag)

    def _window(self, milestone: Milestone) -> date | None:
        """Return from when a step is drawn as open; a window that only opens after the day to steer by says nothing."""
        opens = milestone.venster_van
        return None if opens is not None and opens > self._day_to_show(milestone, done=False) else opens

    def _is_overtaken(self, milestone: Milestone) -> bool:
        """Tell whether the day a step had before a break is behind us: then it is to be done now."""
        passed = self._passed(milestone)
        return passed is not None and passed < self.today

    def _open_state(self, milestone: Milestone) -> tuple[StepState, str]:
        to_hard = (milestone.uiterlijk - self.today).days
        to_safe = (self._day_to_show(milestone, done=False) - self.today).days
        if to_hard < 0:
            return StepState.LATE, days_left(to_hard)
        if self._is_overtaken(milestone):
            return StepState.SOON, _("liefst nu")
        if self.agreed is not None and milestone.id == self.next_evaluation:
            return StepState.PLANNED, days_left(to_safe)  # a day of their own, as a talk that was agreed
        if milestone.venster_van is not None and milestone.venster_van > self.today and to_safe > SOON_DAYS:
            return StepState.PLANNED, days_left(to_safe)
        if milestone.id == "probleemanalyse" and (consult := self._consult()) and consult <= milestone.uiterlijk:
            return StepState.ARRANGED, _("{dagen}, geregeld").format(dagen=days_left(to_safe))
        return (StepState.SOON if to_safe <= SOON_DAYS else StepState.PLANNED), days_left(to_safe)

    def _begun_talk(self, milestone: Milestone) -> Draft | None:
        """Return the newest talk that is being prepared for an evaluation; None when there is none.

        A talk belongs to the evaluation its day is nearest to: that of the round before is not for the next one.
        """
        kinds = self._kinds_of(milestone)
        begun = [
            draft
            for draft in self.reader.drafts
            if draft.form == TALK and draft.answers.get("soort") in kinds and self._is_of_round(draft, milestone)
        ]
        return max(begun, key=lambda draft: draft.saved_at) if begun else None

    def _is_of_round(self, draft: Draft, milestone: Milestone) -> bool:
        planned = as_day(draft.answers.get("datum"))
        if planned is None:
            return True
        before = None
        for step in self.clock.termijnen:
            if step.id == milestone.id:
                break
            if self._kinds_of(step):
                before = step.gedaan_op or self._aim(step)
        return before is None or abs(self._aim(milestone) - planned) < abs(before - planned)

    def _slot(self, form: str, kinds: Sequence[str], talk: Draft | None) -> str | None:
        """Return the draft a form goes on with; None begins a new one."""
        if form == TALK:
            return talk.slot if talk is not None else None
        return self.reader.draft_slot(form, kinds) if form else None

    def _action(self, form: str, kinds: Sequence[str], slot: str | None) -> str:
        """Return what the button of a form says; a talk of another round is not the one it begins."""
        return _(ACTIONS[TALK]) if form == TALK and slot is None else self.reader.action(form, kinds)

    def _consult(self) -> date | None:
        """Return the appointment with the bedrijfsarts, when it is still to come."""
        day = as_day(self.reader.answers("melding_arbodienst").get("spreekuur_datum"))
        return day if day is not None and day >= self.today else None

    def _detail(self, milestone: Milestone, state: StepState) -> str:
        form, kinds = self._form_of(milestone)
        if form and state in (StepState.LATE, StepState.SOON, StepState.PLANNED):
            talk = self._begun_talk(milestone)
            begun = self._slot(form, kinds, talk) is not None
            planned = as_day(talk.answers.get("datum")) if talk is not None else None
            if planned is not None and (form == TALK or not begun):
                words = _("Gesprek gepland op {dag}") if planned >= self.today else _("Eerst: gesprek van {dag}")
                return words.format(dag=day_weekday(planned))
            if begun:
                return _("Concept, nog niet af")
        if state is StepState.SOON and self._is_overtaken(milestone):
            return _("Zeker op tijd is voor de onderbreking")
        if milestone.id == PLAN and milestone.trace.origin is Origin.ADVICE_WORK and milestone.gedaan_op is not None:
            # It was not late: before that advice there was nothing to plan.
            return _("Pas na advies met mogelijkheden")
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
            return _("Samen met {naam}, {duur}").format(naam=self.reader.first_name, duur=duration)
        if milestone.id == NOTIFICATION and milestone.venster_van is not None and state in _TO_COME:
            if milestone.venster_van > self.today:
                opens = milestone.venster_van
                words = day_weekday(opens) if opens.year == self.today.year else day_medium(opens)
                return _("Je mag melden vanaf {dag}").format(dag=words)
            return _("Je mag nu melden bij UWV")
        return detail_of(milestone.id)
