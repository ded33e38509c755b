"""The leave in words: what can be chosen, and a sum that leads to its last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.leave import maternity_leave
from reintegratie_desktop.services.leave import duration, first_and_last, leave_sum, leave_why, start_choices
from reintegratie_desktop.text.errors import KnownError

EXPECTED = date(2027, 6, 14)


def test_the_choices_are_the_whole_weeks_of_the_law() -> None:
    assert start_choices(EXPECTED) == (
        (6, date(2027, 5, 4)),
        (5, date(2027, 5, 11)),
        (4, date(2027, 5, 18)),
    )
    assert [weeks for weeks, _day in start_choices(EXPECTED, multiple=True)] == [10, 9, 8]
    with pytest.raises(KnownError, match="kennen we pas vanaf"):
        start_choices(date(2011, 6, 1))


def test_every_choice_is_accepted() -> None:
    for multiple in (False, True):
        for weeks, day in start_choices(EXPECTED, multiple=multiple):
            found = maternity_leave(EXPECTED, weeks_before=weeks, multiple=multiple)
            assert found.zwangerschapsverlof.van == day


def test_the_sum_in_full() -> None:
    lines = [(line.label, line.value) for line in leave_sum(maternity_leave(EXPECTED, weeks_before=4))]
    assert lines == [
        ("Uitgerekende datum", "14-06-2027"),
        ("Eerste dag van het verlof", "18-05-2027"),
        ("Tot en met de bevalling", "28 dagen"),
        ("Na de bevalling", "+ 70 dagen"),
        ("Wat ervoor te kort was", "+ 14 dagen"),
        ("Laatste dag van het verlof", "06-09-2027"),
        ("Samen", "112 dagen"),
    ]


@settings(max_examples=40, deadline=None)
@given(weeks=st.sampled_from([4, 5, 6]), born=st.none() | st.integers(-60, 30))
def test_the_days_of_the_sum_lead_from_the_first_to_the_last_day(weeks: int, born: int | None) -> None:
    birth = None if born is None else EXPECTED + timedelta(days=born)
    found = maternity_leave(EXPECTED, weeks_before=weeks, born=birth)
    first, last = first_and_last(found)
    days = [int(line.value.strip("+ ").split()[0]) for line in leave_sum(found) if "dag" in line.value]
    assert sum(days[:-1]) == days[-1] == found.dagen == (last - first).days + 1
    assert (first == found.zwangerschapsverlof.van) == bool(found.zwangerschapsverlof.dagen)
    said = " ".join(leave_why(found))
    assert said.endswith("WAZO art. 3:1 lid 2 en 3")
    assert ("Vul later de echte dag in" in said) == (birth is None)


def test_a_duration_in_words() -> None:
    assert [duration(days) for days in (7, 14, 71, 72)] == [
        "1 week",
        "2 weken",
        "10 weken en 1 dag",
        "10 weken en 2 dagen",
    ]
