"""The record of worked hours lies over the weekstaat of the schedule, and says when something is to be talked about."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reintegratie_desktop.forms.buildup import worked_weeks
from reintegratie_desktop.forms.worked_record import (
    SHEET,
    SignalKind,
    as_paper,
    fitting_reason,
    signals,
    sum_of_days,
    trial_over,
    with_record,
)

PHASE = {"van": "2026-10-05", "tot": "2026-11-29", "dagen": ["ma", "wo"], "uren_dag": "4"}
SCHEDULE: dict[str, Any] = {
    "contracturen": "40",
    "fasen": [PHASE],
    SHEET: [
        {"week": "2026-10-12", "gewerkt": "8", "gepland": "8", "afwijking": "volgens_plan"},
        {"week": "2026-10-05", "gewerkt": "6", "taken_gedaan": ["Inpakken"]},
        {"gewerkt": "3"},
    ],
}
TODAY = date(2026, 11, 23)


def noted(worked: str | None, **more: Any) -> dict[str, Any]:
    return {"gewerkt": worked, "op": "2026-11-20T10:00:00", **more}


def test_without_a_record_the_schedule_stays_as_it_is() -> None:
    assert with_record(SCHEDULE, {}) == SCHEDULE
    assert with_record(SCHEDULE, {}) is not SCHEDULE


def test_the_record_wins_adds_and_takes_away() -> None:
    record = {
        "2026-10-12": noted("7", afwijking="verlof_feestdag", per_dag=["4", "", "3", "", "", "", ""], akkoord=True),
        "2026-10-19": noted("8"),
        "2026-10-05": noted(None),
    }
    assert with_record(SCHEDULE, record)[SHEET] == [
        {"week": "2026-10-12", "gepland": "8", "gewerkt": "7", "afwijking": "verlof_feestdag", "akkoord": True},
        {"week": "2026-10-19", "gepland": "8", "gewerkt": "8"},
        {"gewerkt": "3"},
    ]


def test_what_was_noted_before_a_draft_was_saved_is_left_alone() -> None:
    record = {"2026-10-12": noted("7")}
    later = with_record(SCHEDULE, record, since="2026-11-20T10:00:00")
    assert [row.get("gewerkt") for row in later[SHEET]] == ["6", "8", "3"]
    earlier = with_record(SCHEDULE, record, since="2026-11-20T09:59:59")
    assert [row.get("gewerkt") for row in earlier[SHEET]] == ["6", "7", "3"]


@given(st.dictionaries(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 40)), max_size=8))
def test_every_noted_week_is_read_back_and_laying_over_twice_changes_nothing(weeks: dict[int, int | None]) -> None:
    mondays = {date.fromordinal(date(2026, 10, 5).toordinal() + 7 * week): hours for week, hours in weeks.items()}
    record = {day.isoformat(): noted(None if hours is None else str(hours)) for day, hours in mondays.items()}
    once = with_record({"fasen": [PHASE]}, record)
    assert with_record(once, record) == once
    assert {week.monday: week.worked for week in worked_weeks(once)} == {
        day: Decimal(hours) for day, hours in mondays.items() if hours is not None
    }


@pytest.mark.parametrize(
    ("worked", "reason", "found"),
    [
        ("8", "verlof_feestdag", "volgens_plan"),
        ("7", "verlof_feestdag", "verlof_feestdag"),
        ("7", "volgens_plan", ""),
        ("7", "", ""),
        ("9", "", "meer_gewerkt"),
        ("9", "volgens_plan", "meer_gewerkt"),
    ],
)
def test_a_reason_is_there_only_when_hours_differ(worked: str, reason: str, found: str) -> None:
    assert fitting_reason(Decimal(worked), Decimal(8), reason) == found


def trial(until: object = "2026-11-08", **more: Any) -> dict[str, Any]:
    row = {**PHASE, "loonvorm": "arbeidstherapeutisch_tot_datum", "therapeutisch_tot": until, **more}
    return {"fasen": [row]}


@pytest.mark.parametrize(
    ("answers", "day"),
    [
        (trial(), date(2026, 11, 8)),
        (trial(tot=None), date(2026, 11, 8)),
        (trial("2026-11-22"), date(2026, 11, 22)),
        (trial("2026-11-23"), None),
        (trial(None), None),
        (trial(tot="2026-11-22"), None),
        (trial("2026-11-08", van="2026-11-30", tot=None), None),
        (trial(van=None), None),
        (trial(loonvorm="met_loonwaarde"), None),
        ({}, None),
    ],
)
def test_work_without_wage_value_that_goes_on_too_long(answers: dict[str, Any], day: date | None) -> None:
    assert trial_over(answers, TODAY) == day


def test_signals_ask_for_a_talk_and_never_for_a_reason() -> None:
    behind = with_record(SCHEDULE, {"2026-10-12": noted("6"), "2026-10-19": noted("5")})
    assert [signal.kind for signal in signals(behind, TODAY)] == [SignalKind.BEHIND]
    ahead = with_record(SCHEDULE, {"2026-10-19": noted("9")})
    (signal,) = signals(ahead, TODAY)
    assert (signal.kind, signal.sentence[:25]) == (SignalKind.AHEAD, "1 uur meer gewerkt dan ge")
    (over,) = signals(trial(), TODAY)
    assert over.kind is SignalKind.TRIAL_OVER
    assert "8 november 2026" in over.sentence
    assert signals(SCHEDULE, TODAY) == ()


def test_the_forms_of_a_case_get_the_weeks_and_what_they_say() -> None:
    paper = as_paper(SCHEDULE, TODAY)
    assert (len(paper["weken"]), paper["achter"], paper["therapie_tot"], paper["gewerkt_nu"]) == (3, False, "", "8")
    assert as_paper(trial(), TODAY)["therapie_tot"] == "2026-11-08"
    assert as_paper({}, TODAY) == {"weken": [], "signalen": [], "achter": False, "therapie_tot": "", "gewerkt_nu": ""}


def test_days_are_added_up() -> None:
    assert sum_of_days(["4", "", "3.5"]) == Decimal("7.5")
    assert sum_of_days(["4", "x"]) is None
