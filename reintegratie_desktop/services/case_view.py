"""Makes the page of one case, and the list of employees, out of what stands in the file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import CaseClock, ziekteweek
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import EVALUATION_TALKS, TICKABLE, clock_of
from reintegratie_desktop.services.names import first_name, full_name
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import (
    ACTIONS,
    INFORMATION,
    OFF_THE_LINE,
    PHASES,
    PLAN_DURATION,
    detail_of,
    who_words,
)
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.formatting import day_numeric, day_short, day_weekday, days_left, number
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.views import CaseView, EmployeeView, PhaseView
    from reintegratie_desktop.services.workspace import Workspace

SOON_DAYS: Final = 7
"""From this many days before its date a step is shown as "soon"."""

END_IS_NEAR_DAYS: Final = 28
"""From this many days before the last day of wage the first page says so."""

_NO_PLAN: Final = ("geen_tijdelijk", "geen_duurzaam")


class CaseReader:
    """Reads one case once and answers what the screens ask of it.

    Without `explain` the steps leave out why their date is what it is: the first page shows many cases and no sums.
    """

    def __init__(self, desk: "Workspace", case: Case, *, explain: bool = True) -> None:
        self.desk = desk
        self.case = case
        self._explain = explain
        self.today = desk.today
        self.employee = desk.store.records.werknemer(case.werknemer_id)
        self.first_name = first_name(self.employee)
        self.infos = desk.store.papers.infos(case.id)
        self.drafts = desk.store.drafts.list(case.id)
        self.clock: CaseClock = clock_of(desk, case, self.infos)
        self.ticked = dict(case.facts.get("gedaan", {}))

    # --- what is known ----------------------------------------------------------------------------------------------

    def answers(self, form: str) -> dict[str, Any]:
        """Return the newest finished answers of a form; empty when there are none."""
        versions = [info for info in self.infos if info.form == form]
        if not versions:
            return {}
        newest = max(versions, key=lambda info: (info.made_on, info.at))
        return self.desk.store.papers.get(newest.id).answers

    def is_finished(self, form: str) -> bool:
        """Tell whether a form has a finished paper."""
        return any(info.form == form for info in self.infos)

    def has_draft(self, form: str) -> bool:
        """Tell whether a form was begun."""
        return self.draft_slot(form) is not None

    def draft_slot(self, form: str, kinds: Sequence[str] = ()) -> str | None:
        """Return the slot of the newest draft of a form, so that going on opens that one; None without a draft.

        With `kinds`: only a talk of one of these kinds.
        """
        begun = [
            draft for draft in self.drafts if draft.form == form and (not kinds or draft.answers.get("soort") in kinds)
        ]
        return max(begun, key=lambda draft: draft.saved_at).slot if begun else None

    # --- steps ------------------------------------------------------------------------------------------------------

    def steps(self) -> list[StepView]:
        """Return all steps in the order of their dates, with the forms that have no date of their own in place."""
        steps = [self._milestone_step(milestone) for milestone in self.clock.termijnen]
        steps = [self._report_step(), *steps]
        self._insert(steps, "probleemanalyse", self._plain_step("taakprofiel", _("Taken op een rij"), before=True))
        self._insert(steps, "plan_van_aanpak", self._plain_step("opbouwschema", _("Opbouwschema"), before=True))
        talk = self._talk_step()
        if talk is not None:
            steps.append(talk)
        return self._only_next_evaluation(_by_date(steps))

    @staticmethod
    def _only_next_evaluation(steps: list[StepView]) -> list[StepView]:
        """Leave the button to the first evaluation still to come; the later ones move with it anyway."""
        seen = False
        result = []
        for step in steps:
            is_open = step.id.startswith("evaluatie_") and bool(step.action)
            result.append(replace(step, action="") if is_open and seen else step)
            seen = seen or is_open
        return result

    @staticmethod
    def _insert(steps: list[StepView], before: str, step: StepView) -> None:
        place = next((index for index, other in enumerate(steps) if other.id == before), None)
        if place is not None:
            steps.insert(place, replace(step, phase=steps[place].phase))

    def _report_step(self) -> StepView:
        done = self.is_finished("ziekmelding")
        day = self.case.eerste_ziektedag
        return StepView(
            id="ziekmelding",
            title=_("Ziekmelding"),
            detail=detail_of("ziekmelding"),
            who=who_words(("werkgever",), self.first_name),
            state=StepState.DONE if done else StepState.SOON,
            state_words=_("klaar") if done else _("nog niet af"),
            day=day,
            days_left=None if done else 0,
            form="ziekmelding",
            slot=self.draft_slot("ziekmelding"),
            action="" if done else self._action("ziekmelding"),
            sum=(SumLineView(_("Eerste ziektedag"), day_numeric(day), strong=True),),
            explanation=_("Dit is de eerste werkdag waarop niet of niet de hele dag is gewerkt."),
            source=_("Wet WIA, artikel 23, lid 2"),
            week=1,
            done_on=day if done else None,
            short_title=_("Ziekmelding"),
        )

    def _plain_step(self, form: str, title: str, *, before: bool) -> StepView:
        done = self.is_finished(form)
        state = StepState.DONE if done else StepState.INCOMPLETE if self.has_draft(form) else StepState.NOT_YET
        words = {
            StepState.DONE: _("klaar"),
            StepState.INCOMPLETE: _("nog niet af"),
            StepState.NOT_YET: _("als je wilt"),
        }
        return StepView(
            id=form,
            title=title,
            detail=detail_of(form),
            who=who_words(("werkgever", "werknemer"), self.first_name),
            state=state,
            state_words=words[state],
            form=form,
            slot=self.draft_slot(form),
            action="" if done or self.case.hersteld_per is not None else self._action(form),
            explanation=_("Voor deze stap staat geen datum in de wet."),
            on_time_line=not before,
        )

    def _talk_step(self) -> StepView | None:
        day = self._next_talk()
        if day is None or self.case.hersteld_per is not None:
            return None
        days = (day - self.today).days
        return StepView(
            id="gesprek",
            title=_("Gesprek met {naam}").format(naam=self.first_name),
            detail=detail_of("gesprek") if days >= 0 else _("Was dit gesprek er? Leg het vast."),
            who=who_words(("werkgever", "werknemer"), self.first_name),
            state=StepState.PLANNED if days >= 0 else StepState.WAITING,
            state_words=days_left(days) if days >= 0 else _("nog niet vastgelegd"),
            day=day,
            days_left=days,
            phase=self._phase_of(day),
            form="gesprek",
            slot=self.draft_slot("gesprek"),
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
        day = as_day(self.answers("gesprek").get("volgende"))
        return day or as_day(self.answers("ziekmelding").get("contact_datum"))

    def _phase_of(self, day: date) -> str:
        phase = PHASES[0][0]
        for milestone in self.clock.termijnen:
            if milestone.rule.kind is Kind.TASK and milestone.streefdatum <= day:
                phase = milestone.phase
        return phase

    def _action(self, form: str, kinds: Sequence[str] = ()) -> str:
        if self.draft_slot(form, kinds) is not None:
            return _("Verder")
        return _(ACTIONS[form]) if form in ACTIONS else ""

    def _milestone_step(self, milestone: Milestone) -> StepView:
        form = self._form_of(milestone)
        kinds = self._kinds_of(milestone)
        done_on = milestone.gedaan_op
        state, words = self._state(milestone, done_on)
        open_states = (StepState.LATE, StepState.SOON, StepState.PLANNED, StepState.ARRANGED)
        is_open = state in open_states and self.case.hersteld_per is None
        too_early = milestone.id == "uwv_42e_week" and (milestone.venster_van or self.today) > self.today
        can_tick = milestone.id in TICKABLE and not form and is_open and not too_early
        action = self._action(form, kinds) if form and is_open else _("Afvinken") if can_tick else ""
        return StepView(
            id=milestone.id,
            title=_(milestone.title),
            detail=self._detail(milestone, state),
            who=who_words(milestone.wie, self.first_name),
            state=state,
            state_words=words,
            # Once it is late the safe day is no longer of use: the words count from the last day the rule allows.
            day=milestone.uiterlijk if state is StepState.LATE else milestone.streefdatum,
            hard_day=milestone.uiterlijk,
            days_left=(milestone.streefdatum - self.today).days if done_on is None else None,
            phase=milestone.phase,
            form=form,
            slot=self.draft_slot(form, kinds) if form else None,
            kind=kinds[0] if kinds else "",
            action=action,
            can_tick=can_tick,
            sum=self._sum(milestone) if self._explain else (),
            explanation=milestone.uitleg if self._explain else "",
            if_late=milestone.if_late if self._explain else "",
            source=milestone.grondslag if self._explain else "",
            week=ziekteweek(self.clock, done_on) if done_on else milestone.week,
            done_on=done_on,
            short_title=_(milestone.short_title),
            window_from=milestone.venster_van,
            on_time_line=milestone.id not in OFF_THE_LINE,
        )

    def _sum(self, milestone: Milestone) -> tuple[SumLineView, ...]:
        lines = []
        for line in milestone.sum:
            days = "" if line.days is None else _signed_days(line.days)
            day = "" if line.day is None else day_numeric(line.day)
            lines.append(SumLineView(line.label, days or day, line.strong))
        return tuple(lines)

    @staticmethod
    def _kinds_of(milestone: Milestone) -> tuple[str, ...]:
        """Return the kinds of talk that do this step; empty when it is no talk."""
        if milestone.id.startswith("evaluatie_"):
            return EVALUATION_TALKS[:1]
        return EVALUATION_TALKS[1:] if milestone.id == EVALUATION_TALKS[1] else ()

    def _form_of(self, milestone: Milestone) -> str:
        if self._kinds_of(milestone):
            return "gesprek"
        known = {"ziekmelding_arbodienst": "melding_arbodienst"}
        form = known.get(milestone.id, milestone.form)
        return form if form in ACTIONS else ""

    def _state(self, milestone: Milestone, done_on: date | None) -> tuple[StepState, str]:
        if milestone.status == "vervalt":
            return StepState.STOPPED, _("niet meer nodig")
        if done_on is not None:
            due = self._plan_due() if milestone.id == "plan_van_aanpak" else None
            late = (done_on - (due or milestone.uiterlijk)).days
            if late <= 0:
                return StepState.DONE, _("klaar")
            return StepState.DONE_LATE, ngettext("klaar, {n} dag later", "klaar, {n} dagen later", late).format(n=late)
        if milestone.rule.kind is not Kind.TASK:
            days = (milestone.uiterlijk - self.today).days
            return (StepState.PLANNED, days_left(days)) if days >= 0 else (StepState.DONE, _("voorbij"))
        if self._plan_not_needed(milestone):
            return StepState.NOT_NEEDED, _("nu niet nodig")
        if milestone.id == "ziekmelding_arbodienst" and self.is_finished("probleemanalyse"):
            return StepState.NOT_NEEDED, _("niet meer nodig")  # who gave the advice was told
        return self._open_state(milestone)

    def _open_state(self, milestone: Milestone) -> tuple[StepState, str]:
        to_hard = (milestone.uiterlijk - self.today).days
        to_safe = (milestone.streefdatum - self.today).days
        if to_hard < 0:
            return StepState.LATE, days_left(to_hard)
        if milestone.venster_van is not None and milestone.venster_van > self.today and to_safe > SOON_DAYS:
            return StepState.PLANNED, days_left(to_safe)
        if milestone.id == "probleemanalyse" and (consult := self._consult()) and consult <= milestone.uiterlijk:
            return StepState.ARRANGED, _("{dagen}, geregeld").format(dagen=days_left(max(to_safe, 0)))
        return (StepState.SOON if to_safe <= SOON_DAYS else StepState.PLANNED), days_left(max(to_safe, 0))

    def _plan_not_needed(self, milestone: Milestone) -> bool:
        if milestone.id != "plan_van_aanpak" and not milestone.id.startswith("evaluatie_"):
            return False
        advice = self.answers("probleemanalyse")
        return advice.get("benutbaar") in _NO_PLAN or advice.get("langdurig") == "nee"

    def _plan_due(self) -> date | None:
        """Return by when the plan had to be there, when the first advice saw no work yet and a later one did."""
        versions = sorted(
            (info for info in self.infos if info.form == "probleemanalyse"), key=lambda info: info.version
        )
        advices = [(info, self.desk.store.papers.get(info.id).answers.get("benutbaar")) for info in versions]
        if not advices or advices[0][1] not in _NO_PLAN:
            return None
        first = next((info for info, possible in advices if possible not in _NO_PLAN), None)
        if first is None:
            return None
        days = load_law().on(self.case.eerste_ziektedag).days("plan_van_aanpak_na_probleemanalyse")
        return first.made_on + timedelta(days=days)

    def _consult(self) -> date | None:
        """Return the appointment with the bedrijfsarts, when it is still to come."""
        day = as_day(self.answers("melding_arbodienst").get("spreekuur_datum"))
        return day if day is not None and day >= self.today else None

    def _detail(self, milestone: Milestone, state: StepState) -> str:
        form = self._form_of(milestone)
        if (
            form
            and self.draft_slot(form, self._kinds_of(milestone)) is not None
            and state in (StepState.LATE, StepState.SOON, StepState.PLANNED)
        ):
            return _("Begonnen, nog niet af")
        if state is StepState.ARRANGED and (consult := self._consult()):
            return _("De afspraak staat op {dag}").format(dag=day_weekday(consult))
        if state is StepState.NOT_NEEDED:
            told = milestone.id == "ziekmelding_arbodienst"
            return _("De bedrijfsarts gaf al advies") if told else _("Volgens het advies van de bedrijfsarts")
        if milestone.id == "plan_van_aanpak" and state in (StepState.LATE, StepState.SOON):
            duration = _(PLAN_DURATION)
            return _("Samen met {naam}, {duur}").format(naam=self.first_name, duur=duration)
        if milestone.id == "uwv_42e_week" and milestone.venster_van is not None and state is not StepState.LATE:
            if milestone.venster_van > self.today:
                return _("Je mag melden vanaf {dag}").format(dag=day_weekday(milestone.venster_van, year=True))
            return _("Je mag nu melden, in het werkgeversportaal van UWV")
        return detail_of(milestone.id)

    # --- the page ---------------------------------------------------------------------------------------------------

    def next_step(self, steps: Sequence[StepView]) -> StepView | None:
        """Return the most urgent step that can be done: late (oldest first), then by date."""
        if self.case.hersteld_per is not None:
            return None
        if not self.is_finished("ziekmelding"):
            return steps[0]
        order = {
            StepState.LATE: 0,
            StepState.SOON: 1,
            StepState.PLANNED: 1,
            StepState.ARRANGED: 1,
            StepState.WAITING: 2,
        }
        todo = [step for step in steps if step.state in order and step.day is not None and step.id not in INFORMATION]
        return min(todo, key=lambda step: (order[step.state], step.day, step.id == "gesprek"), default=None)

    def phases(self, steps: Sequence[StepView], following: StepView | None) -> "tuple[PhaseView, ...]":
        """Group the steps; the phase of the next step is the current one."""
        from reintegratie_desktop.services.views import PhaseView  # noqa: PLC0415 - not for the first page

        current = following.phase if following else self._phase_of(self.today)
        made = []
        for key, title in PHASES:
            inside = tuple(step for step in steps if step.phase == key)
            if not inside:
                continue
            counted = [step for step in inside if step.id not in INFORMATION and step.day is not None]
            done = sum(step.state in (StepState.DONE, StepState.DONE_LATE) for step in counted)
            summary = _("{klaar} van {alle} klaar").format(klaar=done, alle=len(counted))
            first = min((step.window_from or step.day for step in counted if step.day), default=None)
            if done == 0 and key != current and first and first > self.today:
                summary = _("begint op {dag}").format(dag=day_short(first) + f" {first.year}")
            made.append(PhaseView(key, _(title), summary, key == current, inside))
        return tuple(made)

    def end_is_near(self) -> str:
        """Return a sentence when the last day of the continued wage is a few weeks away, otherwise an empty text."""
        last = self.clock.milestone("einde_loondoorbetaling").uiterlijk
        days = (last - self.today).days
        if not 0 <= days <= END_IS_NEAR_DAYS:
            return ""
        return _("De laatste loondag is {dag}, {over}").format(dag=day_weekday(last), over=days_left(days))

    def view(self) -> "CaseView":
        """Return the page of the case."""
        from reintegratie_desktop.services.views import CaseView, DraftView, JournalView  # noqa: PLC0415 - later

        steps = self.steps()
        following = self.next_step(steps)
        contract = str(self.employee.get("contracturen") or "")
        return CaseView(
            id=self.case.id,
            number=self.case.nummer,
            employee_id=self.case.werknemer_id,
            employee_name=full_name(self.employee),
            first_name=self.first_name,
            function=str(self.employee.get("functie") or ""),
            contract_hours=contract,
            hours_line=self.hours_line(contract),
            eerste_ziektedag=self.case.eerste_ziektedag,
            last_day=self.clock.milestone("einde_loondoorbetaling").uiterlijk,
            week=min(self.clock.ziekteweek, self.clock.weken_totaal),
            weeks_total=self.clock.weken_totaal,
            is_open=self.case.hersteld_per is None,
            closed_words=self.closed_words(),
            next_step=following,
            phases=self.phases(steps, following),
            papers=self.desk.papers.views(self.case.id),
            drafts=tuple(
                DraftView(draft.form, draft.slot, _(flow_of(draft.form).title), draft.saved_at) for draft in self.drafts
            ),
            journal=tuple(
                JournalView(row.happened_on, row.at, row.kind, row.description, row.who)
                for row in reversed(self.desk.store.journal.rows(self.case.id))
            ),
            is_reported=self.is_finished("ziekmelding"),
            recovered_on=self.case.hersteld_per,
        )

    def closed_words(self) -> str:
        """Return what stands over a closed case."""
        if self.case.hersteld_per is None:
            return ""
        return _("Volledig hersteld gemeld op {dag}.").format(dag=day_weekday(self.case.hersteld_per, year=True))

    def hours_line(self, contract: str) -> str:
        """Return the function and the hours planned this week, out of those of the contract."""
        function = str(self.employee.get("functie") or "")
        planned = self._planned_hours()
        if not contract:
            return function
        hours = (
            _("{nu} van {alle} uur").format(nu=number(planned), alle=number(contract))
            if planned
            else _("{alle} uur per week").format(alle=number(contract))
        )
        return f"{function}, {hours}" if function else hours

    def _planned_hours(self) -> str:
        for phase in self.answers("opbouwschema").get("fasen") or []:
            start, end = as_day(phase.get("van")), as_day(phase.get("tot"))
            if start and start <= self.today and (end is None or self.today <= end):
                return str(phase.get("uren_week") or "")
        return ""


def _signed_days(days: int) -> str:
    """Return what a line of the sum adds or takes off: "+ 42 dagen", "– 1 dag"."""
    sign = "+" if days >= 0 else "–"
    return ngettext("{teken} {aantal} dag", "{teken} {aantal} dagen", abs(days)).format(teken=sign, aantal=abs(days))


def _by_date(steps: list[StepView]) -> list[StepView]:
    """Order the steps by date; a step without a date stays before the one it prepares."""
    keyed = []
    following = date.max
    for step in reversed(steps):
        following = step.day or following
        keyed.append((following, step))
    keyed.reverse()
    return [step for _day, step in sorted(keyed, key=lambda pair: pair[0])]


def case_view(desk: "Workspace", case_id: str) -> "CaseView":
    """Return everything the page of one case shows."""
    return CaseReader(desk, desk.store.cases.get(case_id)).view()


def employees(desk: "Workspace", search: str = "") -> "tuple[EmployeeView, ...]":
    """Return the employees whose name or function holds the search text, by last name."""
    from reintegratie_desktop.services.views import EmployeeView  # noqa: PLC0415 - not for the first page

    listed = []
    for name in desk.store.records.names(search):
        answers = desk.store.records.werknemer(name.id)
        cases = desk.store.cases.for_employee(name.id)
        open_cases = [case for case in cases if case.hersteld_per is None]
        words = ""
        if open_cases:
            clock = clock_of(desk, open_cases[-1])
            words = _("week {week} van {alle}").format(
                week=min(clock.ziekteweek, clock.weken_totaal), alle=clock.weken_totaal
            )
        closed = tuple(
            (
                case.id,
                _("ziek van {van} tot {tot}").format(
                    van=day_numeric(case.eerste_ziektedag), tot=day_numeric(case.hersteld_per)
                ),
            )
            for case in cases
            if case.hersteld_per is not None
        )
        hours = str(answers.get("contracturen") or "")
        listed.append(
            EmployeeView(
                id=name.id,
                name=full_name(answers),
                first_name=first_name(answers),
                function=name.functie,
                hours=_("{uren} uur").format(uren=number(hours)) if hours else "",
                case_id=open_cases[-1].id if open_cases else "",
                case_words=words,
                closed_cases=closed,
            )
        )
    return tuple(listed)
