"""Own steps and what was given to a calendar: kept per case, changed in place, gone only with the case."""

from datetime import date, datetime, timedelta

import pytest

from reintegratie_desktop.store.calendar_events import CalendarEvent, CalendarEventRepository
from reintegratie_desktop.store.cases import Case, CaseRepository
from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.own_steps import OwnStepRepository
from reintegratie_desktop.text.errors import BugError

DAY = date(2026, 12, 1)


@pytest.fixture
def own(data_file: DataFile) -> OwnStepRepository:
    return OwnStepRepository(data_file)


def test_own_steps_come_by_day_and_belong_to_their_case(
    own: OwnStepRepository, data_file: DataFile, case: Case, now: datetime
) -> None:
    later = own.add(case.id, "Rooster bespreken", DAY + timedelta(days=7), "Noor", now)
    first = own.add(case.id, "Stoel bestellen", DAY, "", now)
    other = CaseRepository(data_file).add(case.werknemer_id, date(2026, 6, 1), now)
    elsewhere = own.add(other.id, "Iets anders", DAY, "", now)
    assert own.of(case.id) == [first, later]
    assert own.of(other.id) == [elsewhere]
    assert (first.title, first.day, first.who, first.done_on, first.removed) == (
        "Stoel bestellen",
        DAY,
        "",
        None,
        False,
    )


def test_a_step_is_changed_done_and_taken_back(own: OwnStepRepository, case: Case, now: datetime) -> None:
    step = own.add(case.id, "Stoel bestellen", DAY, "Noor", now)
    moved = own.change(step.id, "Stoel ophalen", DAY + timedelta(days=1), "Femke", now + timedelta(hours=1))
    assert (moved.title, moved.day, moved.who) == ("Stoel ophalen", DAY + timedelta(days=1), "Femke")
    assert (moved.created_at, moved.saved_at) == (now, now + timedelta(hours=1))
    assert own.set_done(step.id, DAY, now).done_on == DAY
    assert own.set_done(step.id, None, now).done_on is None


def test_a_step_that_was_taken_away_stays_as_such_and_does_not_change(
    own: OwnStepRepository, case: Case, now: datetime
) -> None:
    step = own.add(case.id, "Stoel bestellen", DAY, "", now)
    gone = own.remove(step.id, now)
    assert own.of(case.id) == []
    assert own.of(case.id, removed=True) == [gone]
    assert own.get(step.id).removed
    for act in (
        lambda: own.remove(step.id, now),
        lambda: own.set_done(step.id, DAY, now),
        lambda: own.change(step.id, "x", DAY, "", now),
        lambda: own.get("0" * 16),
    ):
        with pytest.raises(BugError):
            act()


def test_a_step_needs_its_case(own: OwnStepRepository, now: datetime) -> None:
    with pytest.raises(BugError):
        own.add("0" * 16, "Stoel bestellen", DAY, "", now)


def test_odd_letters_survive_as_far_as_they_can(own: OwnStepRepository, case: Case, now: datetime) -> None:
    step = own.add(case.id, "Ström \x00 \ud800 🪑", DAY, "é", now)
    assert step.title == "Ström  ? 🪑"


def test_what_was_given_to_a_calendar_is_kept_once_per_id(data_file: DataFile, case: Case, now: datetime) -> None:
    events = CalendarEventRepository(data_file)
    first = CalendarEvent("b@x", case.id, DAY, "1", 0, now)
    events.keep(first)
    events.keep(CalendarEvent("a@x", case.id, DAY, "1", 0, now))
    assert [event.uid for event in events.of(case.id)] == ["a@x", "b@x"]
    again = CalendarEvent("b@x", case.id, DAY - timedelta(days=1), "2", 1, now + timedelta(hours=1))
    events.keep(again)
    assert events.of(case.id)[0] == again
    assert events.of("0" * 16) == []
