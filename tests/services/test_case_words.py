"""The same verdict and the same days everywhere: the dossier, the check and the figures over the example cases."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from reintegratie_desktop.services.case_clock import clock_of
from reintegratie_desktop.services.file_check import check_case
from reintegratie_desktop.services.insight import Absence
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.views import CaseView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.formatting import day_weekday
from tests.example_file import example_file

TODAY = date(2026, 11, 21)
NUMBERS = ("2024-001", "2026-001", "2026-002")
TWO_YEARS, _RECOVERED, LATER_ADVICE = NUMBERS


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("woorden") / "voorbeeld.reintegratie"
    made = example_file(path, lambda: datetime(2026, 11, 21, 12))
    yield made
    made.close()


def stored(desk: Workspace, number: str) -> Case:
    return next(one for one in desk.store.cases.all() if one.nummer == number)


def case(desk: Workspace, number: str) -> CaseView:
    return desk.case(stored(desk, number).id)


def step(view: CaseView, step_id: str) -> StepView:
    return next(one for one in view.steps if one.id == step_id)


def test_a_plan_after_a_later_advice_has_one_date_everywhere(desk: Workspace) -> None:
    view = case(desk, LATER_ADVICE)
    plan = step(view, "plan_van_aanpak")
    due = date(2026, 7, 9)
    assert (plan.hard_day, plan.state, plan.state_words) == (due, StepState.DONE, "klaar")
    assert "Geteld vanaf het advies van 25-06-2026" in plan.explanation
    assert plan.counted_from.startswith("Geteld vanaf het advies van do 25 juni 2026"), "said under the sum itself"
    item = check_case(desk, view.id).item("plan_van_aanpak")
    assert item.due == due
    assert item.source == plan.source and plan.source.endswith("lid 1 en 5")
    assert item.finding.endswith(
        "Geteld vanaf het advies van do 25 juni 2026, omdat het eerste advies geen mogelijkheden zag."
    )
    counted = [one for one in Absence(desk).steps if one.id == "plan_van_aanpak" and one.uiterlijk == due]
    assert [one.op_tijd for one in counted] == [True]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_check_names_the_days_of_the_dossier(desk: Workspace, number: str) -> None:
    """What is open in the check says both days, as the steps of the dossier have them."""
    view = case(desk, number)
    days = {one.id: one for one in view.steps if one.day is not None and one.done_on is None}
    for item in check_case(desk, view.id).items:
        found = days.get(item.step)
        if found is None or item.stand not in ("komt_nog", "binnenkort") or item.id not in days:
            continue
        assert found.day is not None and found.hard_day is not None
        aim, last = day_weekday(found.day), day_weekday(found.hard_day, year=True)
        both = f"Liefst voor of op {aim}, uiterlijk {last}."
        assert (f"Uiterlijk {last}." if found.day == found.hard_day else both) in item.finding


@pytest.mark.parametrize("number", NUMBERS)
def test_no_notice_asks_for_a_day_that_is_past(desk: Workspace, number: str) -> None:
    asked = [notice for notice in case(desk, number).notices if notice.day is not None and notice.day < TODAY]
    assert asked == []


@pytest.mark.parametrize("number", NUMBERS)
def test_no_step_is_asked_that_a_later_done_step_stands_on(desk: Workspace, number: str) -> None:
    view = case(desk, number)
    asked = {one.id for one in view.steps if one.action or one.can_tick}
    before = {
        "wia_aanvraag": {"actueel_oordeel", "eindevaluatie", "riv_aan_werknemer", "wia_aanvraag"},
        "plan_van_aanpak": {"ziekmelding_arbodienst", "probleemanalyse", "plan_van_aanpak"},
        "eerstejaarsevaluatie": {"eerstejaarsevaluatie"},
    }
    for done, earlier in before.items():
        if step(view, done).done_on is not None:
            assert not asked & earlier
    if not view.is_open:
        assert asked == set()


def test_the_report_was_asked_for_right_after_the_application(tmp_path: Path) -> None:
    made = example_file(tmp_path / "kort.reintegratie", lambda: datetime(2026, 11, 21, 12))
    try:
        view = case(made, TWO_YEARS)
        assert step(view, "wia_aanvraag").done_on is not None
        made.clock = lambda: datetime(2026, 8, 28, 12)
        assert "riv_insturen" in [notice.id for notice in case(made, TWO_YEARS).notices]
    finally:
        made.close()


def test_a_draft_of_one_evaluation_is_not_said_of_all(desk: Workspace) -> None:
    to_come = [one for one in case(desk, LATER_ADVICE).steps if one.id.startswith("evaluatie_") and not one.done_on]
    begun = [one for one in to_come if one.detail == "Gesprek gepland op ma 23 november"]
    assert [one.id for one in begun] == [to_come[0].id]
    assert all(one.slot is None for one in to_come[1:])


def test_optional_steps_that_are_done_count(desk: Workspace) -> None:
    start = case(desk, LATER_ADVICE).phases[0]
    assert start.summary == "7 van 7 klaar"
    assert {"taakprofiel", "opbouwschema", "contactplan"} <= {one.id for one in start.steps}


def test_what_is_not_asked_any_more_does_not_count(desk: Workspace) -> None:
    summaries = [phase.summary for phase in case(desk, "2026-001").phases]
    assert summaries == ["7 van 7 klaar", "4 van 4 klaar", "", ""], "the nazorgplan is one of them"


def test_the_clock_knows_what_each_advice_asks(desk: Workspace) -> None:
    clock = clock_of(desk, stored(desk, LATER_ADVICE))
    assert [advice.vraagt_plan for advice in clock.case.adviezen] == [False, False, True, True, True]
