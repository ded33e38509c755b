"""What the plan of approach shows of the build-up schedule, and how many days after the advice it is made."""

from datetime import date

import pytest

from reintegratie_desktop.forms import buildup, plan_carry
from reintegratie_desktop.forms.context import Context

TODAY = date(2026, 3, 2)
SCHEDULE = {
    "contracturen": "38",
    "fasen": [{"van": "2026-02-18", "tot": "2026-03-08", "dagen": ["ma", "wo", "vr"], "uren_dag": "3"}],
    "weekstaat": [{"week": "2026-02-16", "gewerkt": "6"}],
}


def test_the_plan_shows_the_agreed_hours_only() -> None:
    chart = plan_carry.chart_of_build_up({}, Context(today=TODAY, papers={"opbouwschema": SCHEDULE}))
    assert chart["worked"] == []
    assert [row["uren"] for row in chart["phases"]] == ["9"]
    assert plan_carry.chart_of_build_up({}, Context(today=TODAY))["phases"] == []


def test_a_week_counts_the_days_that_fall_in_it() -> None:
    chart = buildup.chart_of(SCHEDULE, Context(today=TODAY))
    # The phase begins on a Wednesday: Monday of that week does not count.
    assert [row["uren"] for row in chart["planned"]] == ["6", "9", "9"]


def test_a_mistyped_year_makes_no_thousands_of_weeks() -> None:
    phase = {"van": "2026-02-18", "tot": "2926-03-08", "dagen": ["ma"], "uren_dag": "3"}
    assert len(buildup.chart_of({"fasen": [phase]}, Context(today=TODAY))["planned"]) == 161


@pytest.mark.parametrize(
    ("made", "advised", "history", "said"),
    [
        ("2026-02-17", "2026-02-10", {}, "7 dagen"),
        ("2026-02-11", "2026-02-10", {}, "1 dag"),
        ("2026-02-10", "2026-02-10", {}, "0 dagen"),
        ("2026-02-09", "2026-02-10", {}, None),
        ("", "2026-02-10", {}, None),
        ("2026-02-17", "", {}, None),
        ("2026-02-17", "2026-02-10", {"plan_van_aanpak": ({},)}, None),
        ("2026-02-17", "2026-02-10", {"probleemanalyse": ({}, {})}, None),
        ("2026-02-17", "2026-02-10", {"probleemanalyse": ({},)}, "7 dagen"),
    ],
)
def test_the_days_between_advice_and_plan(made: str, advised: str, history: dict, said: str | None) -> None:  # type: ignore[type-arg]
    context = Context(today=TODAY, papers={"probleemanalyse": {"datum_document": advised}}, history=history)
    answers = {"opgesteld_op": made}
    assert plan_carry.days_after_advice(answers, context) == said
    assert plan_carry.knows_days_after_advice(answers, context) is (said is not None)
