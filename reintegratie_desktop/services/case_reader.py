"""Reads one case of the file once, and answers what is known about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services.case_clock import END_OF_WAGE, chain_of, clock_of_chain, papers_of
from reintegratie_desktop.services.case_joined import joined_line
from reintegratie_desktop.services.case_steps import StepMaker, next_step
from reintegratie_desktop.services.names import first_name
from reintegratie_desktop.services.step_end_of_wage import END_IS_NEAR_DAYS
from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.services.step_words import ACTIONS
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.papers import Paper
from reintegratie_desktop.text.formatting import day_weekday, days_left, number
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

RELAPSE_IS_NEW_DAYS: Final = 28
"""So many days the first page says that an earlier period counts, after a report that goes on with an earlier case."""


class CaseReader:
    """Reads one case once and answers what the screens ask of it.

    A case that goes on with an earlier one (samentelling) has a chain of more than one case, and one clock over all of
    them. Without `explain` the steps leave out why their date is what it is: the first page shows many cases and no
    sums.
    """

    def __init__(self, desk: "Workspace", case: Case, *, explain: bool = True) -> None:
        self.desk = desk
        self.case = case
        self.explain = explain
        self.today = desk.today
        self.employee = desk.store.records.werknemer(case.werknemer_id)
        self.first_name = first_name(self.employee)
        self.infos = desk.store.papers.infos(case.id)
        self.drafts = desk.store.drafts.list(case.id)
        self._read: dict[str, Paper] = {}
        self.chain = chain_of(desk, case)
        self.chain_infos = papers_of(desk, self.chain, self.infos)
        self.clock: CaseClock = clock_of_chain(desk, self.chain, self.chain_infos)

    @property
    def is_open(self) -> bool:
        """Tell whether nobody reported a full recovery."""
        return self.case.hersteld_per is None

    def answers(self, form: str, *, whole: bool = False) -> dict[str, Any]:
        """Return the newest finished answers of a form; empty when there are none. `whole`: of the whole chain."""
        newest = self.newest(form, whole=whole)
        return {} if newest is None else newest.answers_now

    def newest(self, form: str, *, whole: bool = False) -> Paper | None:
        """Return the newest finished paper of a form, None when there is none. `whole`: of the whole chain."""
        versions = [info for info in (self.chain_infos if whole else self.infos) if info.form == form]
        if not versions:
            return None
        return self.paper(max(versions, key=lambda info: (info.made_on, info.at, info.version)).id)

    def paper(self, paper_id: str) -> Paper:
        """Return a paper of this case with its content, read once: several steps ask about the same one."""
        if paper_id not in self._read:
            self._read[paper_id] = self.desk.store.papers.get(paper_id)
        return self._read[paper_id]

    def is_finished(self, form: str, *, whole: bool = False) -> bool:
        """Tell whether a form has a finished paper. `whole`: in the whole chain."""
        return any(info.form == form for info in (self.chain_infos if whole else self.infos))

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

    def action(self, form: str, kinds: Sequence[str] = ()) -> str:
        """Return what the button of a form says: to go on where it was begun, otherwise what it begins."""
        if self.draft_slot(form, kinds) is not None:
            return _("Verder")
        return _(ACTIONS[form]) if form in ACTIONS else ""

    def steps(self) -> list[StepView]:
        """Return all steps in the order of their dates."""
        return StepMaker(self).steps()

    def next_step(self, steps: Sequence[StepView]) -> StepView | None:
        """Return the most urgent step that can be done: late (oldest first), then by date."""
        return next_step(self, steps)

    def first_page_line(self, step: StepView | None) -> str:
        """Return what the first page says under the next step: what is most worth knowing."""
        since = (self.today - self.case.eerste_ziektedag).days
        if step is not None and step.id == END_OF_WAGE:
            return step.detail  # the row itself is the last day of wage: what there is to do says more
        joined = joined_line(self) if self.chain.earlier and since < RELAPSE_IS_NEW_DAYS else ""
        return self.end_is_near() or joined or (step.detail if step else _("Er hoeft nu niets"))

    def end_is_near(self) -> str:
        """Return a sentence when the last day of the continued wage is a few weeks away, otherwise an empty text."""
        last = self.clock.milestone("einde_loondoorbetaling").uiterlijk
        days = (last - self.today).days
        if not 0 <= days <= END_IS_NEAR_DAYS:
            return ""
        return _("De laatste loondag is {dag}, {over}").format(dag=day_weekday(last), over=days_left(days))

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
