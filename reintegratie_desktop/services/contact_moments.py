"""The moments of contact a case was promised, with what became of them."""

from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.forms.contact_moments import Moment, moments_of
from reintegratie_desktop.forms.context import as_day

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

PLAN: Final = "contactplan"
TICK: Final = "contact_"
"""A moment that was ticked off stands among the done steps of the case as `contact_` with its planned day."""


def contact_moments(desk: "Workspace", case_id: str) -> tuple[Moment, ...]:
    """Return the moments of the newest contact plan, oldest first; none while there is no plan.

    A talk, a line of the journal about contact, and a tick all count as contact. What is being filled in now counts
    before what was finished.
    """
    draft = desk.store.drafts.load(case_id, PLAN)
    paper = desk.newest_paper(case_id, PLAN)
    if draft is None and paper is None:
        return ()
    answers = {**(paper.answers_now if paper is not None else {}), **(draft.answers if draft is not None else {})}
    return tuple(moments_of(answers, _contact_days(desk, case_id), desk.today))


def _contact_days(desk: "Workspace", case_id: str) -> set[date]:
    found = {row.happened_on for row in desk.store.journal.rows(case_id) if row.kind == "contact"}
    found |= {info.made_on for info in desk.store.papers.infos(case_id) if info.form == "gesprek"}
    ticked = desk.store.cases.get(case_id).facts.get("gedaan", {})
    days = [as_day(step.removeprefix(TICK)) for step in ticked if step.startswith(TICK)]
    return found | {day for day in days if day is not None}
