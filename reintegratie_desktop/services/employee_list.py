"""Makes the list of employees, with the case of each."""

from typing import TYPE_CHECKING

from reintegratie_desktop.services.case_clock import clock_of
from reintegratie_desktop.services.names import first_name, full_name
from reintegratie_desktop.services.views import EmployeeView
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


def employees(desk: "Workspace", search: str = "") -> tuple[EmployeeView, ...]:
    """Return the employees whose name or function holds the search text, by last name."""
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
