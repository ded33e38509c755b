"""The first page leaves out what it does not show; what it shows is the same."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from reintegratie_desktop.services import today_view
from reintegratie_desktop.services.step_words import who_words
from reintegratie_desktop.services.workspace import Workspace
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

MADE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("vandaag") / "v.reintegratie"
    made = example_file(path, lambda: datetime(MADE.year, MADE.month, MADE.day, 9, 30))
    yield made
    made.close()


@pytest.mark.parametrize("weeks", [0, 1, 3, 6, 13, 27, 42, 60, 88, 103])
def test_the_evaluations_that_are_left_out_would_not_be_shown(
    desk: Workspace, weeks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.clock = Calendar(MADE + timedelta(weeks=weeks, days=weeks % 7))
    shown = desk.today_view()
    cut = today_view._without_later_evaluations
    clocks = []
    monkeypatch.setattr(today_view, "_without_later_evaluations", lambda clock: clocks.append(clock) or clock)
    assert desk.today_view() == shown
    for clock in clocks:
        kept = cut(clock).termijnen
        open_ones = [step for step in kept if step.id.startswith("evaluatie_") and step.gedaan_op is None]
        assert len(open_ones) <= 1
        assert {step.id for step in clock.termijnen} - {step.id for step in kept} <= {
            step.id for step in clock.termijnen if step.id.startswith("evaluatie_")
        }
    assert len(clocks) == shown.open_cases


def test_after_the_safe_day_the_last_day_is_shown_with_the_days_that_are_left(tmp_path: Path) -> None:
    calendar = Calendar(date(2026, 1, 5))
    desk = make_desk(tmp_path, calendar)
    case_id = report_sick(desk, add_employee(desk), date(2026, 1, 5))
    # The safe day of the advice is Friday 13 February, the last day Monday 16 February.
    for today, shown, words in (
        (date(2026, 2, 13), date(2026, 2, 13), "vandaag"),
        (date(2026, 2, 14), date(2026, 2, 16), "over 2 dagen"),
        (date(2026, 2, 16), date(2026, 2, 16), "vandaag"),
        (date(2026, 2, 17), date(2026, 2, 16), "1 dag te laat"),
    ):
        calendar.go_to(today)
        step = next(step for step in desk.case(case_id).steps if step.id == "probleemanalyse")
        assert (step.day, step.state_words) == (shown, words)
    desk.close()


def test_a_role_beside_somebody_has_no_capital() -> None:
    assert who_words(("werkgever", "bedrijfsarts"), "Fatima") == "Jij en bedrijfsarts"
    assert who_words(("bedrijfsarts", "werknemer"), "Fatima") == "Fatima en bedrijfsarts"
    assert who_words(("werknemer", "werkgever"), "Fatima") == "Jij en Fatima"


@pytest.mark.parametrize(
    ("today", "words"), [(date(2026, 11, 21), "bij komende week"), (date(2026, 11, 25), "bij deze week")]
)
def test_in_the_weekend_the_heading_speaks_of_the_week_to_come(today: date, words: str) -> None:
    assert words in today_view._heading(today, [], 1)


def test_a_date_to_know_is_the_next_step_when_it_is_the_nearest(desk: Workspace) -> None:
    desk.clock = Calendar(date(2026, 11, 29))
    row = next(row for row in desk.today_view().rows if row.employee_name == "Petra Lammers")
    assert row.step is not None and (row.step.id, row.step.day) == ("einde_loon_regelen", date(2026, 11, 29))
    assert row.step.can_tick, "the last day of wage asks for something, so that stands there and not only the date"
    desk.tick(row.case_id, row.step.id, date(2026, 11, 29))
    row = next(row for row in desk.today_view().rows if row.employee_name == "Petra Lammers")
    assert row.step is not None and (row.step.id, row.step.day) == ("einde_loondoorbetaling", date(2026, 11, 29))
    assert row.second_line == row.step.detail, "the date stands in the row, not once more under it"
