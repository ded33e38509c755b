"""Steps of the user's own: added, moved, done and taken away, with a line in the journal and past the guard."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.services import own_steps
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 9, 28)
TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 26)
TEXT = "Stoel bestellen voor bureau 3"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    report_sick(made, add_employee(made), FIRST)
    calendar.go_to(TODAY)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def shown(desk: Workspace, case_id: str, step_id: str) -> StepView | None:
    return next((step for step in desk.case(case_id).steps if step.id == step_id), None)


def journal(desk: Workspace, case_id: str) -> list[tuple[str, str]]:
    return [(row.kind, row.description) for row in desk.store.journal.rows(case_id) if "Eigen stap" in row.description]


def test_an_own_step_stands_in_the_dossier_and_on_the_first_page(desk: Workspace, case_id: str) -> None:
    made = own_steps.add(desk, case_id, f"  {TEXT} ", DAY, "Noor")
    step = shown(desk, case_id, made)
    assert step is not None
    assert (step.title, step.who, step.day, step.action, step.can_tick) == (TEXT, "Noor", DAY, "Afvinken", True)
    assert (step.state, step.state_words, step.on_time_line) == (StepState.PLANNED, "over 3 dagen", True)
    items = [item for day, found in desk.today_view().week for item in found if day == DAY]
    assert [(item.title, item.step_id) for item in items] == [(TEXT, made)]
    assert journal(desk, case_id) == [("deadline", "Eigen stap toegevoegd voor 26-11-2026")], "never the text itself"


def test_it_can_be_the_next_step_of_a_case(desk: Workspace, case_id: str) -> None:
    made = own_steps.add(desk, case_id, TEXT, FIRST)
    step = desk.case(case_id).next_step
    assert step is not None
    assert (step.id, step.state, step.state_words) == (made, StepState.LATE, "56 dagen te laat")
    far = own_steps.add(desk, case_id, "Rooster bespreken", date(2027, 1, 4))
    found = shown(desk, case_id, far)
    assert found is not None and found.state is StepState.PLANNED


def test_it_is_ticked_off_like_any_step_and_the_tick_can_be_taken_back(desk: Workspace, case_id: str) -> None:
    made = own_steps.add(desk, case_id, TEXT, DAY)
    desk.tick(case_id, made, TODAY)
    step = shown(desk, case_id, made)
    assert step is not None
    assert (step.state, step.done_on, step.action, step.can_tick) == (StepState.DONE, TODAY, "", False)
    assert made in desk.ticked_steps(case_id)
    desk.untick(case_id, made)
    step = shown(desk, case_id, made)
    assert step is not None and step.done_on is None
    assert made not in desk.ticked_steps(case_id)
    assert [words for _kind, words in journal(desk, case_id)][1:] == [
        "Eigen stap van 26-11-2026 gedaan",
        "Eigen stap van 26-11-2026 weer open",
    ]
    with pytest.raises(KnownError, match="Deze dag kan niet kloppen"):
        desk.tick(case_id, made, date(2026, 11, 24))


def test_it_is_moved_changed_and_taken_away(desk: Workspace, case_id: str) -> None:
    made = own_steps.add(desk, case_id, TEXT, DAY, "Noor")
    own_steps.change(desk, made, TEXT, date(2026, 12, 1), "Noor")
    own_steps.change(desk, made, "Stoel ophalen", date(2026, 12, 1), "Femke")
    own_steps.change(desk, made, "Stoel ophalen", date(2026, 12, 1), "Femke")
    step = shown(desk, case_id, made)
    assert step is not None
    assert (step.title, step.day, step.who) == ("Stoel ophalen", date(2026, 12, 1), "Femke")
    own_steps.remove(desk, made)
    assert shown(desk, case_id, made) is None
    assert journal(desk, case_id)[1:] == [
        ("correctie", "Eigen stap verzet van 26-11-2026 naar 01-12-2026"),
        ("correctie", "Eigen stap van 01-12-2026 aangepast"),
        ("correctie", "Eigen stap van 01-12-2026 weggehaald"),
    ]


@pytest.mark.parametrize(
    ("text", "day", "who", "code"),
    [
        ("  ", DAY, "", "leeg"),
        ("x" * 121, DAY, "", "lang"),
        (TEXT, DAY, "x" * 61, "lang"),
        (TEXT, date(2026, 9, 27), "", "dag"),
        ("Bellen over de fysio", DAY, "", "woordwachter"),
        (TEXT, DAY, "de huisarts", "woordwachter"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    desk: Workspace, case_id: str, text: str, day: date, who: str, code: str
) -> None:
    with pytest.raises(KnownError) as caught:
        own_steps.add(desk, case_id, text, day, who)
    assert caught.value.code == code
    assert desk.store.own_steps.of(case_id, removed=True) == []
    assert journal(desk, case_id) == []


def test_a_word_that_is_about_the_work_may_stay(desk: Workspace, case_id: str) -> None:
    desk.allow_word(case_id, "fysio")
    made = own_steps.add(desk, case_id, "Bellen over de fysio", DAY)
    assert own_steps.own_step(desk, made).title == "Bellen over de fysio"


def test_in_a_closed_dossier_a_step_still_asks_for_attention(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    made = own_steps.add(desk, case_id, TEXT, DAY)
    desk.report_recovery(case_id, TODAY, own_work=True)
    view = desk.today_view()
    assert view.open_cases == 0
    assert [(row.step.id, row.second_line) for row in view.rows if row.step] == [(made, "Eigen stap")]
    calendar.go_to(date(2026, 11, 1))
    assert desk.today_view().rows == (), "still too far away for a row"
    calendar.go_to(TODAY)
    desk.tick(case_id, made, TODAY)
    assert desk.today_view().rows == ()
