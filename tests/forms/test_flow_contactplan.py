"""The contact plan and its moments: in rhythm, on working days, matched with talks, missed after two working days."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.contact_moments import (
    MOST_MOMENTS,
    State,
    after_working_days,
    generated_rows,
    interval_days,
    moments_of,
    paired_with,
    planned_days,
    working_day_from,
)
from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows.contactplan import FLOW
from reintegratie_desktop.law.book import load_law
from tests.forms.plan_papers import Filled, around

TODAY = date(2026, 10, 12)
FILLED: dict[str, Any] = {"eigenaar": "leidinggevende", "kanaal": ["bellen"], "inhoud": ["nieuws_van_het_werk"]}
PAPER = Filled(FLOW, FILLED, around(TODAY, history={"plan_van_aanpak": ()}, opbouwschema=None))
WEEKS: dict[str, Any] = {"start": "2026-10-12", "eind": "2026-11-23", "interval": "2_weken"}


def days(**changed: Any) -> list[str]:
    return [day.isoformat() for day in planned_days({**WEEKS, **changed})]


# --- what it starts with --------------------------------------------------------------------------------------------


def test_the_example_can_be_finished() -> None:
    assert PAPER.found() == []
    full = FLOW.computed(PAPER.with_start(), PAPER.context)
    assert [one["gepland"] for one in full["momenten"]] == ["2026-10-12", "2026-10-26", "2026-11-09", "2026-11-23"]


def test_the_sick_report_gives_who_and_how() -> None:
    told = {"contact_wie": "casemanager", "contact_wijze": "bezoek_op_het_werk"}
    start, carried = FLOW.start(Context(TODAY, {"ziekmelding": told}))
    assert (start["eigenaar"], start["kanaal"], start["interval"]) == ("casemanager", ["op_het_werk"], "2_weken")
    assert carried["kanaal"] == "ziekmelding"
    other = {"contact_wie": "werknemer", "contact_wijze": "huisbezoek_met_instemming"}
    assert not {"eigenaar", "kanaal"} & FLOW.start(Context(TODAY, {"ziekmelding": other}))[0].keys()


@pytest.mark.parametrize(
    ("papers", "phase"),
    [
        ({"zaak": {"ziekteweek": 2}}, "eerste_twee_weken"),
        ({"zaak": {"ziekteweek": "6"}}, "thuisperiode"),
        ({"plan_van_aanpak": {"x": "1"}}, "voor_terugkeer"),
        ({"opbouwschema": {"weekstaat": [{"gewerkt": "4"}]}}, "opbouw"),
        ({"nazorgplan": {"start": "2026-10-12"}}, "nazorg"),
    ],
)
def test_the_phase_follows_the_case(papers: dict[str, Any], phase: str) -> None:
    assert FLOW.start(Context(TODAY, papers))[0]["fase"] == phase


def test_before_the_law_begins_there_is_no_day_to_look_again() -> None:
    assert "eind" not in FLOW.start(Context(date(1990, 1, 1)))[0]


# --- the moments ----------------------------------------------------------------------------------------------------


def test_moments_follow_the_rhythm() -> None:
    assert days(interval="week", eind="2026-10-26") == ["2026-10-12", "2026-10-19", "2026-10-26"]
    assert days(interval="2x_per_week", eind="2026-10-22") == ["2026-10-12", "2026-10-15", "2026-10-19", "2026-10-22"]
    assert days(interval="4_weken") == ["2026-10-12", "2026-11-09"]
    assert days(interval="anders", interval_dagen="10", eind="2026-11-02") == ["2026-10-12", "2026-10-22", "2026-11-02"]
    assert days(interval="anders") == days(interval=None) == days(start="") == days(eind=None) == []
    assert days(start="0001-01-01") == days(start="9999-01-01") == []
    assert interval_days({"interval": "anders", "interval_dagen": "0"}) is None


def test_a_day_off_moves_to_the_next_working_day_and_never_comes_twice() -> None:
    assert days(start="2026-12-25", eind="2026-12-27", interval="anders", interval_dagen="1") == ["2026-12-28"]
    assert working_day_from(date(2026, 12, 25)) == date(2026, 12, 28)
    assert after_working_days(date(2026, 12, 24), 2) == date(2026, 12, 29)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    st.integers(0, 400),
    st.sampled_from(["2x_per_week", "week", "2_weken"]),
)
def test_moments_rise_on_working_days_and_are_not_endless(start: date, length: int, interval: str) -> None:
    found = planned_days(
        {"start": start.isoformat(), "eind": (start + timedelta(days=length)).isoformat(), "interval": interval}
    )
    assert found == sorted(set(found)) and 1 <= len(found) <= MOST_MOMENTS
    assert all(load_law().calendar.is_working_day(day) for day in found)


def test_a_talk_fills_the_moment_it_was_nearest_to() -> None:
    talks = ({"datum": "2026-10-14T10:00"}, {"datum": "2026-10-27T10:00"}, {"datum": ""})
    context = Context(TODAY, {}, {"gesprek": talks}, {"gesprek": (Issue(2, TODAY),)})
    rows = generated_rows(WEEKS, context) or []
    assert rows[0] == {
        "gepland": "2026-10-12",
        "gedaan": "2026-10-14",
        "uitkomst": "contact_gehad",
        "verslag": {"soort": "gesprek", "versie": "2", "datum": "2026-10-14"},
    }
    assert rows[1]["verslag"]["versie"] == "1"
    assert rows[2] == {"gepland": "2026-11-09"}
    assert generated_rows({}, context) is None


def test_contact_before_the_plan_or_long_after_it_fills_nothing() -> None:
    planned = [date(2026, 10, 12), date(2026, 10, 26)]
    held = [date(2026, 10, 11), date(2026, 11, 2), date(2026, 11, 3)]
    assert paired_with(planned, held) == {date(2026, 10, 26): date(2026, 11, 2)}
    assert paired_with([], held) == {}
    assert paired_with(planned[:1], [date(2026, 10, 14), date(2026, 10, 15)]) == {planned[0]: date(2026, 10, 14)}


def states(today: date, *contacts: date, **answers: Any) -> list[State]:
    return [moment.state for moment in moments_of({**WEEKS, **answers}, contacts, today)]


def test_a_moment_is_missed_after_two_working_days() -> None:
    thursday = {"start": "2026-10-15", "eind": "2026-10-15"}
    for day, state in (
        ("2026-10-14", State.COMING),
        ("2026-10-15", State.TODAY),
        ("2026-10-16", State.WAITING),
        ("2026-10-19", State.WAITING),  # the second working day after it
        ("2026-10-20", State.MISSED),
    ):
        assert states(date.fromisoformat(day), **thursday) == [state]
    (moment,) = moments_of({**WEEKS, **thursday}, [], TODAY)
    assert (moment.planned, moment.missed_from, moment.done) == (date(2026, 10, 15), date(2026, 10, 20), None)


def test_contact_makes_a_moment_done() -> None:
    today = date(2026, 11, 1)
    assert states(today, date(2026, 10, 14), date(2026, 10, 27))[:2] == [State.DONE, State.DONE]
    assert states(today, date(2026, 11, 2))[:2] == [State.MISSED, State.MISSED], "a day to come is no contact"


def test_what_the_rows_say_counts_first() -> None:
    rows = [
        {"gepland": "2026-10-26", "uitkomst": "verzet"},
        {"gepland": "2026-10-12", "gedaan": "2026-10-13", "uitkomst": "contact_gehad"},
        {"gepland": "2026-11-02", "gedaan": "2026-11-02", "uitkomst": "niet_bereikt"},
        {"gepland": "2026-11-05", "uitkomst": "contact_gehad"},
        {"gepland": "gisteren"},
    ]
    found = moments_of({"momenten": rows}, [], date(2026, 11, 20))
    assert [(moment.planned.day, moment.state, moment.done) for moment in found] == [
        (12, State.DONE, date(2026, 10, 13)),
        (26, State.MOVED, None),
        (2, State.MISSED, None),
        (5, State.DONE, date(2026, 11, 5)),
    ]


# --- rules ----------------------------------------------------------------------------------------------------------


def test_less_contact_than_every_two_weeks_is_asked_for_by_somebody() -> None:
    assert PAPER.stops(interval="4_weken") == ["minder_reden"]
    assert PAPER.stops(interval="4_weken", minder_reden="de_werknemer_vraagt_het") == []
    assert PAPER.stops(interval="anders") == ["interval_dagen", "momenten"]
    assert PAPER.stops(interval="anders", interval_dagen="15") == ["minder_reden"]
    assert not PAPER.asked("minder_reden", interval="anders", interval_dagen="14")
    assert not PAPER.asked("interval_dagen")


def test_a_private_app_only_when_the_employee_wants_it() -> None:
    app = {"kanaal": ["bellen", "prive_app"]}
    assert PAPER.stops(**app) == ["prive_app_akkoord"]
    assert PAPER.stops(**app, prive_app_akkoord=False) == ["prive_app_akkoord"]
    assert PAPER.stops(**app, prive_app_akkoord=True) == []
    assert PAPER.stops(**app, prive_app_akkoord=True, grenzen=["niet_via_prive_app"]) == ["grenzen"]
    assert PAPER.stops(grenzen=["niet_via_prive_app"]) == []


def test_the_days_of_the_plan_follow_each_other() -> None:
    assert PAPER.stops(start="2026-10-04")[0] == "start"
    assert "eind" in PAPER.stops(eind="2026-10-12")
    ((level, _sentence),) = PAPER.at("eind", interval="week", eind="2028-10-12")
    assert level is Level.WARN


def test_moments_come_once_and_not_in_the_future() -> None:
    twice = [{"gepland": "2026-10-12"}, {"gepland": "2026-10-12"}]
    assert PAPER.at("momenten[1].gepland", momenten=twice)[0][0] is Level.WARN
    coming = [{"gepland": "2026-10-12", "gedaan": "2026-10-13", "uitkomst": "contact_gehad"}]
    assert PAPER.stops(momenten=coming) == ["momenten[0].gedaan"]
    unsaid = [{"gepland": "2026-10-12", "gedaan": "2026-10-12"}]
    assert PAPER.stops(momenten=unsaid) == ["momenten[0].uitkomst"]


def test_moments_of_another_rhythm_are_said() -> None:
    other = [{"gepland": "2026-10-13"}]
    assert PAPER.at("momenten", momenten=other)[0][0] is Level.HINT
    assert PAPER.at("momenten", momenten=[{"gepland": "2026-10-26"}]) == []
