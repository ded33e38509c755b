"""Reporting recovery goes one way: the form closes the case, and anything less leaves the clock running."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.services.recovery import RECOVERY, settle_recovery
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.cases import CaseStatus
from reintegratie_desktop.text.errors import KnownError
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST = date(2026, 3, 2)
FULL: dict[str, Any] = {
    "soort": "volledig_hersteld",
    "datum": "2026-11-16",
    "gemeld_op": "2026-11-16",
    "alle_taken": "ja",
    "alle_uren": "ja",
    "nazorg": "ja",
}
PARTLY = {**FULL, "soort": "gedeeltelijk_hervat", "alle_uren": "nee", "uren_week": "12"}


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace, calendar: Calendar) -> str:
    made = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 11, 23))
    return made


def report(desk: Workspace, case_id: str, answers: dict[str, Any], slot: str | None = None) -> str:
    session = desk.open_form(RECOVERY, case_id, slot=slot)
    session.answer(answers)
    return finish(session)


def test_full_recovery_closes_the_case_as_it_always_did(desk: Workspace, case_id: str) -> None:
    paper_id = report(desk, case_id, FULL)
    case = desk.store.cases.get(case_id)
    assert (case.status, case.hersteld_per) == (CaseStatus.HERSTELD, date(2026, 11, 16))
    lines = [line.description for line in desk.case(case_id).journal]
    assert "Volledig hersteld gemeld" in lines
    assert desk.store.papers.get(paper_id).answers["pct"] == "100"
    assert not desk.case(case_id).is_open
    assert desk.store.journal.verify() is None


def test_part_of_the_work_keeps_the_clock_running(desk: Workspace, case_id: str) -> None:
    before = desk.clock_of(case_id)
    paper_id = report(desk, case_id, PARTLY)
    after = desk.clock_of(case_id)
    assert [(step.id, step.uiterlijk, step.status) for step in after.termijnen] == [
        (step.id, step.uiterlijk, step.status) for step in before.termijnen
    ]
    assert desk.store.cases.get(case_id).hersteld_per is None
    assert desk.case(case_id).is_open
    assert desk.store.papers.get(paper_id).answers["pct"] == "30"


def test_reports_stand_side_by_side_and_the_last_one_closes(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    report(desk, case_id, {**PARTLY, "datum": "2026-11-09"})
    calendar.go_to(date(2026, 11, 30))
    report(desk, case_id, {**FULL, "datum": "2026-11-30", "gemeld_op": "2026-11-30"})
    assert len([view for view in desk.papers.views(case_id) if view.form == RECOVERY]) == 2
    assert desk.store.cases.get(case_id).hersteld_per == date(2026, 11, 30)


def test_a_recovery_that_cannot_be_finishes_nothing(desk: Workspace, case_id: str) -> None:
    session = desk.open_form(RECOVERY, case_id)
    session.answer({**FULL, "alle_taken": "nee"})
    with pytest.raises(KnownError):
        session.finish()
    assert desk.papers.views(case_id)[0].form == "ziekmelding"
    assert desk.case(case_id).is_open


def test_the_guard_stands_behind_the_form(desk: Workspace, case_id: str) -> None:
    with pytest.raises(KnownError, match="nog niet hersteld"):
        settle_recovery(desk, case_id, RECOVERY, {**FULL, "alle_taken": "nee"})
    settle_recovery(desk, case_id, "plan_van_aanpak", FULL)
    settle_recovery(desk, case_id, RECOVERY, {**FULL, "datum": None})
    assert desk.case(case_id).is_open


def test_taken_back_it_can_be_reported_again(desk: Workspace, case_id: str) -> None:
    report(desk, case_id, FULL)
    again = desk.open_form(RECOVERY, case_id)
    again.answer({**FULL, "datum": "2026-11-18"})
    assert [stop.field for stop in again.check().stops] == ["soort"]
    desk.reopen(case_id)
    report(desk, case_id, {**FULL, "datum": "2026-11-12"})
    assert desk.store.cases.get(case_id).hersteld_per == date(2026, 11, 12)


def test_what_uwv_hears_after_42_weeks_is_done_by_its_paper(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    calendar.go_to(date(2026, 12, 17))
    session = desk.open_form("uwv_42e_week", case_id)
    session.answer({"loonheffingennr": "123456789L01", "werkt_nu": "nee"})
    for key in list(session.meta.carried):
        session.confirm(key)
    paper_id = finish(session)
    assert desk.clock_of(case_id).milestone("uwv_42e_week").gedaan_op is None, "a sheet alone is no report"
    desk.later.fill(paper_id, {"gemeld_op": "2026-12-16", "gemeld_via": "werkgeversportaal"})
    assert desk.clock_of(case_id).milestone("uwv_42e_week").gedaan_op == date(2026, 12, 16)
    again = desk.open_form(RECOVERY, case_id)
    again.answer(FULL)
    assert "uwv_gemeld" in {field.key for field in again.flow.asked_fields(again.answers, again.wizard.context)}


def test_a_tick_still_does(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    calendar.go_to(date(2026, 12, 17))
    desk.tick(case_id, "uwv_42e_week", date(2026, 12, 15))
    assert desk.clock_of(case_id).milestone("uwv_42e_week").gedaan_op == date(2026, 12, 15)


def test_leaving_while_ill_gives_the_clock_its_last_day(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    calendar.go_to(date(2026, 11, 30))
    session = desk.open_form("ziek_uit_dienst", case_id)
    session.answer({"einddatum": "2026-11-30", "reden": "wederzijds_goedvinden", "erd_zw": False, "herstel_3m": "nee"})
    paper_id = finish(session)
    step = desk.clock_of(case_id).milestone("ziek_uit_dienst_melding")
    assert (step.uiterlijk, step.gedaan_op) == (date(2026, 11, 30), None)
    assert desk.store.papers.get(paper_id).answers["variant"] == "Volledig re-integratieverslag"
    desk.later.fill(paper_id, {"gemeld_op": "2026-11-30", "kopieen": "2026-11-30"})
    assert desk.clock_of(case_id).milestone("ziek_uit_dienst_melding").gedaan_op == date(2026, 11, 30)


def test_the_breaks_of_a_case_are_rows(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    assert desk.context(case_id).get("zaak", "onderbrekingen") is None
    desk.report_recovery(case_id, date(2026, 4, 6), own_work=True)
    calendar.go_to(date(2026, 4, 20))
    again = report_sick(desk, desk.store.cases.get(case_id).werknemer_id, date(2026, 4, 20))
    context = desk.context(again)
    assert context.get("zaak", "onderbrekingen") == [{"van": "2026-04-06", "tot": "2026-04-19", "soort": "herstel"}]
    assert context.day("zaak", "eerste_dag_uwv") == FIRST
    session = desk.open_form("uwv_42e_week", again)
    assert session.answers["eerste_ziektedag"] == FIRST.isoformat()
