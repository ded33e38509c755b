"""Working days: the holidays of real years, and what the reader refuses."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.law.calendar import HOLIDAY_NAMES, Holiday, read_working_days, weekday_name
from reintegratie_desktop.law.parameters import LawDataError

DAYS = load_law().calendar
GOOD = {
    "source": "atw-3",
    "checked_on": date(2026, 11, 21),
    "weekend": ["zaterdag", "zondag"],
    "holidays": [{"id": "koningsdag", "month": 4, "day": 27, "sunday": -1}],
}


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2025, "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26"),
        (2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26"),
        (2027, "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26"),
        (2028, "01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26"),
        (2031, "01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26"),
    ],
)
def test_holidays_of_a_year(year: int, days: str) -> None:
    found = sorted(holiday.in_year(year) for holiday in DAYS.holidays)
    assert " ".join(day.strftime("%m-%d") for day in found) == days


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-01-11", "2026-01-09"),
        ("2026-04-06", "2026-04-02"),
        ("2026-12-26", "2026-12-24"),
        ("2027-01-03", "2026-12-31"),
        ("2026-05-25", "2026-05-22"),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_last_working_day_on_or_before(day: str, before: str) -> None:
    found = DAYS.last_working_day_on_or_before(date.fromisoformat(day))
    assert found == date.fromisoformat(before)
    assert DAYS.last_working_day_on_or_before(date.fromisoformat(day)) == found, "asking again gives the same"


def test_names_of_days_off() -> None:
    assert DAYS.name_of_day_off(date(2026, 4, 6)) == "2e Paasdag"
    assert DAYS.name_of_day_off(date(2026, 4, 5)) == "zondag"
    assert DAYS.name_of_day_off(date(2026, 4, 7)) == ""
    assert DAYS.name_of_day_off(date(2016, 5, 5)) == "Bevrijdingsdag", "two holidays on one day: the first of the list"
    assert weekday_name(date(2026, 11, 21)) == "zaterdag"


def test_every_holiday_has_a_name_and_every_name_a_holiday() -> None:
    assert {holiday.id for holiday in DAYS.holidays} == set(HOLIDAY_NAMES)


@settings(max_examples=60)
@given(st.dates(date(2012, 1, 1), date(2199, 12, 31)))
def test_never_later_never_a_day_off_and_nothing_skipped(day: date) -> None:
    found = DAYS.last_working_day_on_or_before(day)
    assert found <= day
    assert DAYS.is_working_day(found)
    between = [found + timedelta(days=step) for step in range(1, (day - found).days + 1)]
    assert not any(DAYS.is_working_day(skipped) for skipped in between)
    assert all(DAYS.name_of_day_off(skipped) for skipped in between)
    assert len(between) <= 4


def test_a_holiday_moves_off_a_sunday_only_when_it_says_so() -> None:
    assert Holiday("koningsdag", 4, 27, sunday=-1).in_year(2025) == date(2025, 4, 26)
    assert Holiday("vijf_mei", 5, 5).in_year(2030) == date(2030, 5, 5)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"extra": 1}, "expects source"),
        ({"source": 3}, "source is a text"),
        ({"checked_on": "vandaag"}, "checked_on a day"),
        ({"weekend": "zondag"}, "list of weekdays"),
        ({"weekend": ["feestdag"]}, "list of weekdays"),
        (
            {"weekend": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]},
            "at least one to work on",
        ),
        ({"holidays": {}}, "holidays is a list"),
        ({"holidays": ["koningsdag"]}, "has no id"),
        ({"holidays": [{"id": "verjaardag", "easter": 1}]}, "has no id"),
        ({"holidays": [{"id": "koningsdag", "month": 4}]}, "needs easter, or month and day"),
        ({"holidays": [{"id": "koningsdag", "easter": 1, "month": 4, "day": 1}]}, "needs easter, or month and day"),
        ({"holidays": [{"id": "koningsdag", "easter": "1"}]}, "as whole numbers"),
        ({"holidays": [{"id": "koningsdag", "month": True, "day": 1}]}, "as whole numbers"),
    ],
)
def test_a_broken_calendar_is_named(changes: dict[str, object], words: str) -> None:
    with pytest.raises(LawDataError, match=words):
        read_working_days(GOOD | changes)
    assert read_working_days(GOOD).holidays == (Holiday("koningsdag", 4, 27, sunday=-1),)
