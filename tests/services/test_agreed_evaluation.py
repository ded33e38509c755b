"""The next evaluation on the day that was agreed, and dates that a later break moved: the earlier day is calm."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.services.agenda import agenda
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.services.test_document_steps import put, steps

FIRST = date(2026, 1, 5)
PLAN = date(2026, 2, 18)
LAW = PLAN + timedelta(weeks=6)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    report_sick(made, add_employee(made), FIRST)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def planned(desk: Workspace, case_id: str, calendar: Calendar, **answers: Any) -> StepView:
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", benutbaar="ja")
    put(desk, case_id, "plan_van_aanpak", PLAN.isoformat(), **answers)
    calendar.go_to(date(2026, 2, 20))
    return steps(desk, case_id)["evaluatie_1"]


def test_an_earlier_day_that_was_agreed_is_the_day(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    step = planned(desk, case_id, calendar, evaluatie_eerste="2026-03-11")
    assert (step.day, step.hard_day, step.days_left) == (date(2026, 3, 11), LAW, 19)
    assert (step.state, step.state_words) == (StepState.PLANNED, "over 19 dagen")
    session = desk.open_form("evaluatie", case_id, kind="periodiek")
    assert session.due_days == (step.day, step.hard_day), "the form says the same days as the dossier"
    assert step.sum[-1].label == "Samen afgesproken op 18-02-2026" and step.sum[-1].value == "11-03-2026"
    assert [row.step.day for row in desk.today_view().rows if row.step] == [date(2026, 3, 11)]
    assert b"DTSTART;VALUE=DATE:20260311" in agenda(desk, case_id).content
    put(desk, case_id, "evaluatie", "2026-03-11", "a", datum="2026-03-11", soort="periodiek", volgende="2026-04-01")
    calendar.go_to(date(2026, 3, 12))
    known = steps(desk, case_id)
    assert known["evaluatie_2"].day == date(2026, 4, 1), "the newest paper says it"
    assert known["evaluatie_3"].day == date(2026, 6, 3), "only the next one was agreed"
    calendar.go_to(date(2026, 4, 2))
    later = steps(desk, case_id)["evaluatie_2"]
    assert (later.day, later.state) == (date(2026, 4, 22), StepState.PLANNED), "missed: then that of the law is left"


@pytest.mark.parametrize("agreed", [None, LAW.isoformat(), "2026-04-20", "2026-02-19", "2026-02-10"])
def test_a_day_that_is_no_earlier_changes_nothing(
    desk: Workspace, case_id: str, calendar: Calendar, agreed: str | None
) -> None:
    step = planned(desk, case_id, calendar, evaluatie_eerste=agreed)
    assert step.day == LAW and not any("afgesproken" in line.label for line in step.sum)


def test_a_talk_that_is_planned_is_no_half_evaluation(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar)
    session = desk.open_form("gesprek", case_id, kind="zesweken_evaluatie")
    session.answer({"soort": "zesweken_evaluatie", "datum": None})
    session.save()
    assert steps(desk, case_id)["evaluatie_1"].detail == "Concept, nog niet af"
    session.answer({"datum": "2026-03-02T10:00"})
    session.save()
    found = steps(desk, case_id)
    assert found["evaluatie_1"].detail == "Gesprek gepland op ma 2 maart"
    assert found["gesprek"].day == date(2026, 3, 2)
    step = found["evaluatie_1"]
    assert (step.form, step.slot, step.action) == ("evaluatie", None, "Evaluatie invullen"), "the talk has its own row"
    assert step.talk_slot == session.slot
    assert "gepland" not in found["evaluatie_2"].detail, "a talk is of one round only"
    calendar.go_to(date(2026, 3, 3))
    assert steps(desk, case_id)["evaluatie_1"].detail == "Eerst: gesprek van ma 2 maart"
    put(desk, case_id, "gesprek", "2026-03-02", "b", datum="2026-03-02T10:00", soort="anders")
    calendar.go_to(date(2026, 3, 4))
    assert "gesprek" not in steps(desk, case_id), "there is a report of that day"


def test_a_break_after_the_term_does_not_move_what_one_steers_by(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    year = date(2027, 1, 1)
    plain = steps(desk, case_id)["eerstejaarsevaluatie"].day
    rows = [{"van": "2027-02-01", "tot_en_met": "2027-05-23", "zelfde_geval": "ja"}]
    calendar.go_to(date(2026, 12, 1))
    desk.keep_case_record(case_id, "bijzonderheden", {"speelt": ["verlof"], "verlof": rows})
    before = steps(desk, case_id)["eerstejaarsevaluatie"]
    assert plain is not None and before.day == plain < year + timedelta(days=7)
    assert before.hard_day is not None and before.hard_day > date(2027, 3, 1), "the law leaves more"
    assert before.days_left == (plain - date(2026, 12, 1)).days and "dan ben je zeker op tijd" in before.counted_from
    calendar.go_to(date(2027, 1, 20))
    overtaken = steps(desk, case_id)["eerstejaarsevaluatie"]
    assert (overtaken.state, overtaken.state_words) == (StepState.SOON, "liefst nu")
    assert overtaken.detail == "Zeker op tijd is voor de onderbreking"
