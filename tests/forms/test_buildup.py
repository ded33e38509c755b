"""The sums behind a schedule of hours: weeks, phases, planned and worked hours, the chart and the proposal."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms import buildup
from reintegratie_desktop.forms.advice import advice_on_hours
from reintegratie_desktop.forms.buildup_proposal import PROPOSAL, is_own_rhythm, proposal, spread, work_days
from reintegratie_desktop.forms.context import Context

E = date(2026, 10, 12)  # a Monday
TODAY = date(2026, 11, 23)  # the first day of week 7
WEEKDAYS = ("ma", "di", "wo", "do", "vr")


def context_with(today: Any = TODAY, contract: Any = "38", pattern: Any = None, **papers: Any) -> Any:
    employee = {"contracturen": contract} if contract else {}
    if pattern:
        employee["werkpatroon"] = pattern
    return Context(today=today, papers={"zaak": {"eerste_ziektedag": E.isoformat()}, "werknemer": employee, **papers})


def advice(**answers: Any) -> Any:
    return {"datum_document": "2026-11-12", "per_datum": "2026-11-23", "benutbaar": "ander_werk", **answers}


def phase(van: Any, tot: Any = None, dagen: Any = ("ma", "wo", "vr"), uren: Any = "3", **more: Any) -> Any:
    return {"van": van, "tot": tot, "dagen": list(dagen), "uren_dag": uren, **more}


# --- weeks ------------------------------------------------------------------------------------------------------------


def test_week_seven_begins_on_its_monday() -> None:
    assert buildup.monday_of(7, E) == TODAY
    assert buildup.week_of(TODAY, E) == 7
    assert buildup.week_of(E, E) == 1
    assert buildup.week_of(E - timedelta(days=1), E) is None
    assert buildup.week_of(None, E) is None
    assert buildup.week_of(TODAY, None) is None


def test_weeks_that_cannot_be() -> None:
    assert buildup.monday_of(0, E) is None
    assert buildup.monday_of(7, None) is None
    assert buildup.monday_of(10**9, E) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 160))
@settings(max_examples=60)
def test_a_week_gives_a_monday_that_gives_the_week(start: Any, week: Any) -> None:
    monday = buildup.monday_of(week, start)
    assert monday.weekday() == 0
    assert buildup.week_of(monday, start) == week


def test_a_break_moves_the_weeks_when_the_case_says_so() -> None:
    moved = Context(today=TODAY, papers={"zaak": {"eerste_ziektedag": "2026-10-12", "klok_vanaf": "2026-10-19"}})
    assert buildup.clock_start(moved) == date(2026, 10, 19)
    assert buildup.complete_phase({"van_week": "6"}, moved)["van"] == "2026-11-23"


def test_typing_a_week_gives_the_day_and_the_other_way_round() -> None:
    context = context_with()
    assert buildup.complete_phase({"van_week": "7"}, context) == {"van_week": "7", "van": "2026-11-23"}
    assert buildup.complete_phase({"van": "2026-12-23"}, context) == {"van": "2026-12-23", "van_week": "11"}
    assert buildup.complete_phase({"van": "2026-12-23", "van_week": "7"}, context)["van_week"] == "7"
    assert buildup.complete_phase({"van": "2026-12-23", "van_week": "7"}, context, "van")["van_week"] == "11"
    assert buildup.complete_phase({"van": "2026-12-23", "van_week": "7"}, context, "van_week")["van"] == "2026-11-23"
    assert buildup.complete_phase({}, context) == {}
    assert buildup.complete_phase({"van_week": "7,5"}, context) == {"van_week": "7,5"}
    assert buildup.complete_phase({"van": "morgen"}, context, "van") == {"van": "morgen"}


def test_weeks_of_a_phase() -> None:
    context = context_with()
    first, second = buildup.phases_of({"fasen": [phase("2026-11-23", "2026-12-20"), phase("2026-12-21")]})
    assert buildup.weeks_of(first, buildup.clock_start(context)) == (7, 10)
    assert buildup.weeks_of(second, buildup.clock_start(context)) == (11, None)


# --- phases -----------------------------------------------------------------------------------------------------------


def test_hours_a_week_and_share_of_the_contract() -> None:
    assert buildup.hours_of(phase("2026-11-23", dagen=WEEKDAYS, uren="3.8")) == Decimal(19)
    assert buildup.hours_of(phase("2026-11-23", dagen=[])) is None
    assert buildup.hours_of(phase("2026-11-23", uren="veel")) is None
    assert buildup.hours_of({"dagen": "ma"}) is None
    assert buildup.share_of(Decimal(20), Decimal(32)) == Decimal(63)
    assert buildup.share_of(Decimal(20), Decimal(0)) is None
    assert buildup.share_of(None, Decimal(32)) is None


def test_hours_are_written_without_loose_zeros() -> None:
    assert buildup.plain(Decimal("19.00")) == "19"
    assert buildup.plain(Decimal("7.60")) == "7.6"
    assert buildup.plain(Decimal(100)) == "100"
    assert buildup.plain(None) is None


def test_an_open_phase_lasts_until_the_next() -> None:
    rows = [phase("2026-11-23"), phase("2026-12-21"), phase(None), "geen regel"]
    found = buildup.phases_of({"fasen": rows})
    assert [item.end for item in found] == [date(2026, 12, 20), None, None]
    assert found[0].open_end
    assert buildup.phases_of({}) == []
    assert buildup.phases_of({"fasen": "x"}) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9998-01-01"])
def test_a_mistyped_year_breaks_nothing(day: Any) -> None:
    answers = {
        "fasen": [phase(day, day, evaluatie=day), phase(None)],
        "weekstaat": [{"week": day, "gewerkt": "8"}],
    }
    context = context_with(probleemanalyse=advice(uren_week="9"))
    assert buildup.chart_of(answers, context)["phases"] == []
    assert buildup.weeks_to_fill(answers, TODAY) == []


# --- planned and worked -----------------------------------------------------------------------------------------------


def test_a_phase_that_begins_on_wednesday_plans_part_of_that_week() -> None:
    phases = buildup.phases_of(
        {"fasen": [phase("2026-11-25", "2026-12-13"), phase("2026-12-14", dagen=WEEKDAYS, uren="4")]}
    )
    assert buildup.planned_in_week(phases, date(2026, 11, 27)) == Decimal(6)
    assert buildup.planned_in_week(phases, date(2026, 11, 30)) == Decimal(9)
    assert buildup.planned_in_week(phases, date(2026, 12, 14)) == Decimal(20)
    assert buildup.planned_in_week(phases, date(2026, 11, 16)) == Decimal(0)
    assert buildup.planned_in_week([], date(2026, 11, 16)) == Decimal(0)
    assert buildup.phases_of({"fasen": [{"dagen": ["ma"]}]})[0].hours_on(date(2026, 11, 30)) == Decimal(0)


def weeks(*worked: Any, **more: Any) -> Any:
    return {
        "fasen": [phase("2026-11-02", None)],
        "weekstaat": [
            {"week": (date(2026, 11, 2) + timedelta(weeks=place)).isoformat(), "gewerkt": hours, **more}
            for place, hours in enumerate(worked)
        ],
    }


def test_worked_weeks_are_the_ones_filled_in() -> None:
    answers = weeks("9", "8", None)
    answers["weekstaat"] += [{"week": "geen", "gewerkt": "3"}, "geen regel"]
    found = buildup.worked_weeks(answers)
    assert [(week.planned, week.worked, week.place) for week in found] == [(9, 9, 0), (9, 8, 1)]
    assert buildup.worked_weeks({}) == []


def test_two_weeks_in_a_row_under_plan() -> None:
    assert not buildup.is_behind(weeks("8"))
    assert not buildup.is_behind(weeks("8", "9"))
    assert not buildup.is_behind(weeks("9", "8"))
    assert buildup.is_behind(weeks("9", "8", "7"))
    assert not buildup.is_behind(weeks("8", "7", afwijking="verlof_feestdag"))
    assert not buildup.is_behind(weeks("8", None, "7"))
    assert buildup.weeks_behind(weeks("9", "8", "7", "8")) == buildup.weeks_behind(weeks("8", None, "8", "7", "8")) == 3


def test_more_than_planned() -> None:
    assert buildup.is_ahead(weeks("8", "10"))
    assert not buildup.is_ahead(weeks("10", "9"))
    assert not buildup.is_ahead({})


def test_new_rows_for_the_week_sheet() -> None:
    rows = buildup.weeks_to_fill(weeks("9", None, None), TODAY)
    assert [row["week"] for row in rows] == ["2026-11-23"]
    ended = {"fasen": [phase("2026-11-04", "2026-11-13")]}
    assert [row["week"] for row in buildup.weeks_to_fill(ended, TODAY)] == ["2026-11-02", "2026-11-09"]
    assert buildup.weeks_to_fill({}, TODAY) == []
    assert len(buildup.weeks_to_fill({"fasen": [phase("0200-01-01")]}, TODAY)) <= 161


# --- the chart --------------------------------------------------------------------------------------------------------


def test_the_chart_holds_plan_worked_and_ceilings() -> None:
    context = context_with(
        probleemanalyse=advice(
            uren_dag="3",
            dagen_week="3",
            opbouw_soort="vaste_periodes",
            advies_periodes=[{"van": "2026-11-23", "uren": "9"}, {"van": "2026-12-14", "uren": "20"}],
        ),
        bijstelling_probleemanalyse={
            "datum_document": "2027-01-04", "benutbaar": "deels_eigen_werk", "uren_week": "30",
        },
    )  # fmt: skip
    answers = {
        "contracturen": "38",
        "fasen": [
            phase("2026-11-23", "2026-12-13", evaluatie="2026-12-11"),
            phase("2026-12-14", None, dagen=WEEKDAYS, uren="4", evaluatie="2027-01-15"),
            phase(None),
        ],
        "weekstaat": [{"week": "2026-11-23", "gewerkt": "8.50"}],
    }
    chart = buildup.chart_of(answers, context)
    planned = chart.pop("planned")
    assert [row["uren"] for row in planned] == ["9", "9", "9", "20", "20", "20", "20", "20"]
    assert planned[0]["week"] == "2026-11-23"
    assert chart == {
        "contract": "38",
        "phases": [
            {"van": "2026-11-23", "tot": "2026-12-13", "uren": "9"},
            {"van": "2026-12-14", "tot": "2027-01-15", "uren": "20"},
        ],
        "ceilings": [
            {"van": "2026-11-23", "tot": "2026-12-13", "uren": "9", "advies": "2026-11-12"},
            {"van": "2026-12-14", "tot": "2027-01-03", "uren": "20", "advies": "2026-11-12"},
            {"van": "2027-01-04", "tot": "2027-01-15", "uren": "30", "advies": "2027-01-04"},
        ],
        "worked": [{"week": "2026-11-23", "uren": "8.5"}],
        "eerste_ziektedag": "2026-10-12",
        "evaluations": ["2026-12-11", "2027-01-15"],
    }


def test_an_empty_chart() -> None:
    chart = buildup.chart_of({}, Context(today=TODAY))
    assert chart["phases"] == chart["ceilings"] == chart["worked"] == []
    assert chart["contract"] == chart["eerste_ziektedag"] == ""


def test_an_open_phase_is_drawn_for_at_least_a_week() -> None:
    drawn = buildup.chart_of({"fasen": [phase("2026-11-23", None)]}, Context(today=TODAY))["phases"]
    assert drawn[0]["tot"] == "2026-11-29"
    drawn = buildup.chart_of({"fasen": [phase("2026-11-23", "2026-11-20")]}, Context(today=TODAY))["phases"]
    assert drawn[0]["tot"] == "2026-11-23"


def test_an_old_advice_is_not_drawn_where_a_newer_one_holds() -> None:
    context = context_with(
        probleemanalyse=advice(uren_week="9"),
        bijstelling_probleemanalyse={"datum_document": "2026-12-01", "benutbaar": "ander_werk", "uren_week": "12"},
    )
    chart = buildup.chart_of({"fasen": [phase("2026-12-07", "2026-12-20")]}, context)
    assert [item["uren"] for item in chart["ceilings"]] == ["12"]
    undated = context_with(probleemanalyse={"benutbaar": "ander_werk", "uren_week": "9"})
    assert buildup.chart_of({"fasen": [phase("2026-12-07")]}, undated)["ceilings"] == []


# --- the proposal -----------------------------------------------------------------------------------------------------


def test_a_proposal_from_start_hours_step_and_interval() -> None:
    context = context_with(
        probleemanalyse=advice(
            uren_week="6", uren_dag="2", dagen_week="3",
            opbouw_soort="vast_ritme", opbouw_stap="6", opbouw_interval="2",
        )
    )  # fmt: skip
    made = proposal(context)
    assert made.label == PROPOSAL == "voorstel, bespreken met bedrijfsarts"
    assert not made.own_rhythm
    first, second, third = made.rows[:3]
    assert first == {
        "van_week": "7", "van": "2026-11-23", "tot": "2026-12-06",
        "dagen": ["ma", "wo", "vr"], "uren_dag": "2", "evaluatie": "2026-12-04",
    }  # fmt: skip
    assert (second["van"], buildup.hours_of(second)) == ("2026-12-07", Decimal("11.25"))
    assert buildup.hours_of(third) == Decimal("17.5")
    assert made.rows[-1]["tot"] is None
    assert buildup.hours_of(made.rows[-1]) == Decimal(38)


def test_a_proposal_follows_fixed_periods_and_skips_what_is_over() -> None:
    periods = [
        {"van": "2026-11-02", "uren": "6"},
        {"van": "2026-11-16", "pct": "50"},
        {"van": "2026-12-14", "uren": "19"},
    ]
    context = context_with(
        probleemanalyse=advice(per_datum="2026-11-02", opbouw_soort="vaste_periodes", advies_periodes=periods)
    )
    made = proposal(context)
    assert [(row["van"], buildup.hours_of(row)) for row in made.rows] == [("2026-11-23", Decimal("18.75"))]
    assert not made.own_rhythm


def test_a_proposal_with_only_a_ceiling_stays_there() -> None:
    context = context_with(probleemanalyse=advice(uren_week="9", opbouw_soort="op_basis_van_evaluatie"))
    made = proposal(context, date(2026, 11, 30))
    assert made.own_rhythm
    assert [row["van"] for row in made.rows] == ["2026-11-30"]
    assert buildup.hours_of(made.rows[0]) <= 9


def test_a_proposal_of_our_own_when_the_advice_names_no_hours() -> None:
    context = context_with(contract="32", pattern=["8", "8", "8", "8", "0", "0", "0"], probleemanalyse=advice())
    made = proposal(context)
    assert made.own_rhythm
    hours = [buildup.hours_of(row) for row in made.rows]
    assert hours == [8, 12, 16, 20, 24, 28, 32]
    assert [row["van"] for row in made.rows][:2] == ["2026-11-23", "2026-12-07"]


def test_no_proposal_without_something_to_go_by() -> None:
    assert proposal(context_with()) is None
    assert proposal(context_with(contract=None, probleemanalyse=advice(uren_week="9"))) is None
    assert proposal(context_with(probleemanalyse=advice(benutbaar="geen_tijdelijk"))) is None


def test_a_proposal_before_the_first_sick_day_is_known() -> None:
    context = Context(
        today=TODAY, papers={"werknemer": {"contracturen": "38"}, "probleemanalyse": advice(uren_week="4")}
    )
    assert proposal(context).rows[0]["van_week"] is None


def test_whose_rhythm() -> None:
    assert is_own_rhythm(context_with())
    assert is_own_rhythm(context_with(probleemanalyse=advice(uren_week="9")))
    rhythm = advice(uren_week="9", opbouw_soort="vast_ritme", opbouw_stap="3", opbouw_interval="2")
    assert not is_own_rhythm(context_with(probleemanalyse=rhythm))


def test_work_days() -> None:
    assert work_days(context_with()) == WEEKDAYS
    assert work_days(context_with(pattern=["0", "8", "", "8", "0", "4", "0"])) == ("di", "do", "za")
    assert work_days(context_with(pattern=["0"])) == WEEKDAYS


@given(
    st.integers(1, 160), st.integers(1, 5), st.none() | st.integers(1, 48), st.none() | st.integers(1, 7)
)  # fmt: skip
@settings(max_examples=80)
def test_hours_are_divided_inside_the_limits(quarters: Any, count: Any, longest: Any, most_days: Any) -> None:
    hours = Decimal(quarters) / 4
    limit = None if longest is None else Decimal(longest) / 4
    days, per_day = spread(
        hours, WEEKDAYS[:count], Decimal(38), limit, None if most_days is None else Decimal(most_days)
    )
    assert per_day * len(days) <= hours
    assert limit is None or per_day <= limit
    assert most_days is None or len(days) <= most_days
    assert list(days) == [day for day in WEEKDAYS if day in days]


@given(st.integers(1, 20), st.integers(1, 12), st.integers(1, 8))
@settings(max_examples=40)
def test_a_proposal_never_comes_above_the_advice(start: Any, step: Any, interval: Any) -> None:
    context = context_with(
        probleemanalyse=advice(
            uren_week=str(start), opbouw_soort="vast_ritme", opbouw_stap=str(step), opbouw_interval=str(interval)
        )
    )
    said = advice_on_hours(context)
    rows = proposal(context).rows
    assert rows
    for row in rows:
        first = date.fromisoformat(row["van"])
        last = date.fromisoformat(row["tot"]) if row["tot"] else None
        assert buildup.hours_of(row) <= said.lowest(first, last)
        assert row["van"] <= row["evaluatie"]
        assert row["tot"] is None or row["evaluatie"] <= row["tot"]
