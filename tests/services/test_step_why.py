"""Why a date is that date, in a dossier: the break that moved it, and the one that did not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.services.views import BandView, CaseView, StepView
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST, FIT, AGAIN = date(2026, 8, 3), date(2026, 9, 1), date(2026, 9, 11)


@pytest.fixture
def view(tmp_path: Path) -> Iterator[CaseView]:
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    employee = add_employee(desk)
    case = report_sick(desk, employee, FIRST)
    calendar.go_to(FIT)
    _recover(desk, case)
    calendar.go_to(AGAIN)
    second = report_sick(desk, employee, AGAIN)
    calendar.go_to(date(2026, 11, 23))
    yield desk.case(second)
    desk.close()


def _recover(desk: Workspace, case: str) -> None:
    desk.report_recovery(case, FIT, own_work=True)


def step(view: CaseView, step_id: str) -> StepView:
    return next(found for found in view.steps if found.id == step_id)


def test_a_date_that_moved_names_the_break_and_both_articles(view: CaseView) -> None:
    found = step(view, "uwv_42e_week")
    assert "Van 01-09-2026 tot en met 10-09-2026 was er herstel: 10 dagen tellen niet mee." in found.explanation
    assert found.source == "ZW art. 38 lid 1; BW 7:629 lid 10"
    assert ("01-09-2026 t/m 10-09-2026: herstel, telt niet mee", "+ 10 dagen") in [
        (line.label, line.value) for line in found.sum
    ]
    assert "schuift deze datum niet op" not in found.explanation


def test_a_date_that_did_not_move_says_so(view: CaseView) -> None:
    found = step(view, "probleemanalyse")
    assert found.explanation.endswith(
        "De onderbreking van 01-09-2026 tot en met 10-09-2026 schuift deze datum niet op."
    )
    assert found.source == "Regeling procesgang art. 2 lid 2"


def test_a_date_before_the_break_does_not_speak_of_it(view: CaseView) -> None:
    assert "onderbreking" not in step(view, "ziekmelding_2026-001").explanation
    plan = step(view, "plan_van_aanpak")
    assert plan.explanation.count("schuift deze datum niet op") == 1


def test_the_band_says_how_many_days_and_how_far(view: CaseView) -> None:
    assert view.bands == (BandView(FIT, date(2026, 9, 10), "Hersteld", 10),)
    assert view.bands[0].days == 10
