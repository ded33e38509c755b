"""Ill again soon after a recovery: one case for the law, with the weeks of both periods (BW 7:629 lid 10)."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import doubts
from reintegratie_desktop.domain.facts import CaseFacts, SickPeriod
from reintegratie_desktop.domain.periods import courses
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import chain_of
from reintegratie_desktop.services.listing import list_cases
from reintegratie_desktop.services.views import BandView, CaseView, StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST = date(2026, 8, 3)
FIT = date(2026, 10, 26)
LIMIT = load_law().on(FIRST).days("samentelling_grens")
AGAIN = FIT + timedelta(days=14)
STORY = Path(__file__).resolve().parents[1] / "bestanden" / "voorbeeld_week7.json"
ARTICLE = "BW 7:629 lid 10"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


def relapse(desk: Workspace, calendar: Calendar, again: date = AGAIN) -> tuple[str, str]:
    """Let somebody be ill, recover, and be ill again; return both cases."""
    employee = add_employee(desk)
    first = report_sick(desk, employee, FIRST)
    calendar.go_to(FIT)
    desk.report_recovery(first, FIT, own_work=True)
    calendar.go_to(again)
    return first, report_sick(desk, employee, again)


def step(view: CaseView, step_id: str) -> StepView:
    return next(found for found in view.steps if found.id == step_id)


def test_a_relapse_within_four_weeks_goes_on_with_the_earlier_weeks(desk: Workspace, calendar: Calendar) -> None:
    first, second = relapse(desk, calendar)
    view, clock = desk.case(second), desk.clock_of(second)
    assert clock.eerste_ziektedag == view.counts_from == FIRST
    assert view.eerste_ziektedag == AGAIN, "the report itself keeps its own day"
    assert clock.klok_vanaf == FIRST + timedelta(days=14)
    assert view.week == (FIT - FIRST).days // 7 + 1
    assert view.last_day == FIRST + timedelta(days=727 + 14)
    assert view.bands == (BandView(FIT, AGAIN - timedelta(days=1), "Hersteld", 14),)
    assert view.joined is not None
    assert view.joined.earlier == ((first, "2026-001"),)


def test_it_says_in_words_what_counts_and_why(desk: Workspace, calendar: Calendar) -> None:
    _first, second = relapse(desk, calendar)
    view = desk.case(second)
    assert view.joined is not None
    assert view.joined.sentence == "De ziekmelding van 3 augustus telt mee."
    assert view.joined.why == (
        "Jasper was van 26 oktober tot en met 8 november hersteld: 14 dagen. Dat is korter dan 4 weken. Daarom is het "
        "voor de wet één ziektegeval: de weken tellen door. De dagen ertussen tellen niet mee."
    )
    assert view.joined.source == ARTICLE
    report = step(view, "ziekmelding")
    assert report.title == "Nieuwe ziekmelding"
    assert report.explanation == view.joined.why
    assert report.source == ARTICLE
    assert [(line.label, line.value) for line in report.sum] == [
        ("Eerste ziektedag", "03-08-2026"),
        ("Hersteld vanaf", "26-10-2026"),
        ("Opnieuw ziek", "09-11-2026"),
        ("Zo lang hersteld", "14 dagen"),
        ("Een nieuw geval begint pas na", "28 dagen"),
    ]


def test_the_first_page_counts_on_and_says_so_while_the_report_is_new(desk: Workspace, calendar: Calendar) -> None:
    _first, second = relapse(desk, calendar)
    (row,) = desk.today_view().rows
    assert row.case_id == second
    assert row.week == desk.case(second).week
    assert row.second_line == "Telt door vanaf 3 augustus"
    calendar.go_to(AGAIN + timedelta(days=40))
    (row,) = desk.today_view().rows
    assert row.step is not None
    assert row.second_line == row.step.detail


def test_the_earlier_dossier_stays_as_it_was_and_says_where_its_weeks_are_counted(
    desk: Workspace, calendar: Calendar
) -> None:
    first, second = relapse(desk, calendar)
    view = desk.case(first)
    assert view.joined is None
    assert view.counts_from == FIRST
    assert view.week == (FIT - FIRST).days // 7 + 1
    assert view.closed_words == (
        "Volledig hersteld gemeld op ma 26 oktober 2026. Deze weken tellen mee in dossier 2026-002."
    )
    assert desk.case(second).closed_words == ""


def test_after_four_weeks_it_is_a_new_case(desk: Workspace, calendar: Calendar) -> None:
    first, second = relapse(desk, calendar, FIT + timedelta(days=LIMIT))
    view = desk.case(second)
    assert view.joined is None
    assert view.counts_from == view.eerste_ziektedag
    assert view.week == 1
    assert view.bands == ()
    assert "grensgeval" in view.doubt, "so near to the limit that UWV may count otherwise"
    assert desk.case(first).closed_words == "Volledig hersteld gemeld op ma 26 oktober 2026."
    assert desk.today_view().rows[0].second_line != "Telt door vanaf 3 augustus"


def test_long_after_it_nothing_is_said(desk: Workspace, calendar: Calendar) -> None:
    _first, second = relapse(desk, calendar, FIT + timedelta(days=LIMIT + 30))
    assert desk.case(second).doubt == ""


def test_a_break_near_the_limit_is_told_as_a_doubt(desk: Workspace, calendar: Calendar) -> None:
    _first, second = relapse(desk, calendar, FIT + timedelta(days=LIMIT - 1))
    view = desk.case(second)
    assert view.joined is not None
    assert view.doubt == doubts(desk.clock_of(second))[0], "in sight, and not only behind a link"
    assert view.doubt not in view.joined.why, "it is told once"
    question = load_law().doubts["d2"].question
    assert question in [asked for asked, _default in step(view, "ziekmelding").doubts]


def test_what_was_done_in_the_earlier_period_stays_done(desk: Workspace, calendar: Calendar) -> None:
    employee = add_employee(desk)
    first = report_sick(desk, employee, FIRST)
    told_on = FIRST + timedelta(days=290)
    calendar.go_to(told_on)
    desk.tick(first, "uwv_42e_week", told_on)
    desk.report_recovery(first, told_on, own_work=True)
    again = told_on + timedelta(days=7)
    calendar.go_to(again)
    second = report_sick(desk, employee, again)
    told = step(desk.case(second), "uwv_42e_week")
    assert told.state is StepState.DONE
    assert told.done_on == told_on
    assert told.detail == "In het werkgeversportaal van UWV"
    assert "uwv_42e_week" not in desk.ticked_steps(second), "it is taken back in the dossier where it was ticked"


def test_papers_of_the_earlier_period_count_and_are_found_there(tmp_path: Path) -> None:
    story = json.loads(STORY.read_text(encoding="utf-8"))
    calendar = Calendar(date(2026, 10, 5))
    desk = make_desk(tmp_path, calendar)
    employee = add_employee(desk)
    first = report_sick(desk, employee, date(2026, 10, 5))
    calendar.go_to(date(2026, 11, 13))
    advice = desk.open_form("probleemanalyse", first)
    advice.answer({key: value for key, value in story["probleemanalyse"].items() if not advice.flow.field(key).fixed})
    finish(advice)
    desk.report_recovery(first, date(2026, 11, 13), own_work=True)
    calendar.go_to(date(2026, 11, 20))
    second = report_sick(desk, employee, date(2026, 11, 20))
    view = desk.case(second)
    analysis = step(view, "probleemanalyse")
    assert analysis.state is StepState.DONE
    assert analysis.done_in == first
    assert analysis.action == ""
    assert step(view, "plan_van_aanpak").done_in == ""
    assert step(view, "opbouwschema").state is StepState.NOT_YET
    desk.close()


def test_a_step_done_on_paper_points_to_the_earlier_dossier(desk: Workspace, calendar: Calendar) -> None:
    first, second = relapse(desk, calendar)
    earlier = step(desk.case(second), "ziekmelding_2026-001")
    assert earlier.state is StepState.DONE
    assert earlier.done_in == first
    assert earlier.day == FIRST
    assert step(desk.case(second), "ziekmelding").done_in == ""


def test_the_new_report_is_passed_on_to_the_arbodienst_again(desk: Workspace, calendar: Calendar) -> None:
    _first, second = relapse(desk, calendar)
    told = step(desk.case(second), "ziekmelding_arbodienst")
    assert told.state is not StepState.LATE
    assert told.done_on is None
    assert told.hard_day is not None
    assert told.hard_day > AGAIN
    assert told.detail == "Geef ook deze nieuwe melding door"
    report = desk.open_form("ziekmelding", second)
    report.answer({"arbo_melding": AGAIN.isoformat()})
    report.finish("vergeten")
    assert step(desk.case(second), "ziekmelding_arbodienst").done_on == AGAIN


def test_before_the_new_report_is_finished_it_is_the_next_step(desk: Workspace, calendar: Calendar) -> None:
    employee = add_employee(desk)
    first = report_sick(desk, employee, FIRST)
    calendar.go_to(FIT)
    desk.report_recovery(first, FIT, own_work=True)
    calendar.go_to(AGAIN)
    second = desk.start_case(employee)
    view = desk.case(second)
    assert view.joined is not None
    assert view.next_step is not None
    assert view.next_step.id == "ziekmelding"
    assert [case["id"] for case in list_cases(desk)] == ["2026-001", "2026-002"]


def test_three_periods_count_together_when_each_recovery_was_short(desk: Workspace, calendar: Calendar) -> None:
    first, second = relapse(desk, calendar)
    fit = AGAIN + timedelta(days=10)
    calendar.go_to(fit)
    desk.report_recovery(second, fit, own_work=True)
    third_day = fit + timedelta(days=5)
    calendar.go_to(third_day)
    employee = desk.store.cases.get(first).werknemer_id
    third = report_sick(desk, employee, third_day)
    view = desk.case(third)
    assert view.joined is not None
    assert view.joined.sentence == "De ziekmeldingen vanaf 3 augustus tellen mee."
    assert [case_id for case_id, _number in view.joined.earlier] == [first, second]
    assert view.joined.why.count("hersteld") == 2
    assert desk.clock_of(third).klok_vanaf == FIRST + timedelta(days=14 + 5)


def test_a_period_that_follows_at_once_counts_too(desk: Workspace, calendar: Calendar) -> None:
    _first, second = relapse(desk, calendar, FIT)
    view = desk.case(second)
    assert view.joined is not None
    assert view.joined.why.startswith("De ene periode sluit aan op de andere.")
    assert view.bands == ()


def test_an_earlier_case_that_was_never_closed_does_not_stop_the_page(desk: Workspace, calendar: Calendar) -> None:
    first, second = relapse(desk, calendar)
    desk.reopen(first)
    assert desk.case(second).joined is None
    assert desk.case(second).counts_from == AGAIN


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ill=st.integers(1, 200), gap=st.integers(0, 60))
def test_the_chain_is_that_of_the_clock_of_the_law(tmp_path: Path, ill: int, gap: int) -> None:
    """What the dossier joins is what `domain.periods` joins, for every length of illness and recovery."""
    fit = FIRST + timedelta(days=ill)
    again = fit + timedelta(days=gap)
    law_says = courses(CaseFacts(perioden=(SickPeriod(FIRST, fit), SickPeriod(again))), load_law())
    assert (len(law_says) == 1) == (gap < LIMIT)
    calendar = Calendar(FIRST)
    folder = tmp_path / f"{ill}-{gap}"
    folder.mkdir(exist_ok=True)
    for left in folder.iterdir():
        left.unlink()
    desk = make_desk(folder, calendar)
    try:
        employee = add_employee(desk)
        first = desk.store.cases.add(employee, FIRST, calendar())
        desk.store.cases.close(first.id, fit, calendar())
        second = desk.store.cases.add(employee, again, calendar())
        chain = chain_of(desk, second)
        assert (len(chain.cases) == 2) == (len(law_says) == 1)
        assert chain.gap_before == law_says[-1].gap_before
        assert chain.holding(again).id == second.id
        calendar.go_to(again)
        assert desk.clock_of(second.id).eerste_ziektedag == law_says[-1].eerste_ziektedag
    finally:
        desk.close()
