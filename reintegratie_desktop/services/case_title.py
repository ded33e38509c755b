"""Whose dossier a page is about, and in which week it is: what stands over every page of a case."""

from typing import TYPE_CHECKING

from reintegratie_desktop.services.case_clock import clock_of
from reintegratie_desktop.text.declaring import dataclass

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class CaseTitle:
    """What the head of a page of a case says. The weeks are those of the law, out of the weeks there are."""

    number: str
    employee_name: str
    week: int
    weeks_total: int
    is_open: bool = True


def case_title(desk: "Workspace", case_id: str) -> CaseTitle:
    """Return what stands over the pages of a case."""
    case = desk.store.cases.get(case_id)
    clock = clock_of(desk, case)
    week = min(clock.ziekteweek, clock.weken_totaal)
    name, is_open = desk.employee_name(case.werknemer_id), case.hersteld_per is None
    return CaseTitle(case.nummer, name, week, clock.weken_totaal, is_open)
