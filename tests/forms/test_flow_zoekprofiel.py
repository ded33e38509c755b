"""The search profile: two to four directions, and no more hours than the advice allows."""

from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from tests.forms.spoor_answers import TODAY, ZP, full_context

FLOW = flow("zoekprofiel")


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**ZP, **answers}, context or full_context())]


def test_a_filled_example_can_be_finished() -> None:
    assert found({}) == []


def test_it_starts_from_the_plan_and_the_advice() -> None:
    answers, carried = FLOW.start(full_context())
    assert answers["uren"] == "20"
    assert answers["werktijden"] == "Dagen van 4 uur."
    assert answers["voorwaarden"] == "Hoogstens 20 uur per week, licht werk aan een tafel."
    assert carried == {"werktijden": "probleemanalyse", "voorwaarden": "spoor2_start"}
    without = FLOW.start(full_context(without=("spoor2_start",)))[0]
    assert without["voorwaarden"].startswith("Advies van 7 september.")


def test_an_advice_without_hours_or_times_carries_none() -> None:
    advice = {"datum_document": "2026-09-07", "izp_werktijden": {"beperkt": False, "toelichting": ""}}
    answers = FLOW.start(full_context(probleemanalyse=advice))[0]
    assert "uren" not in answers
    assert "werktijden" not in answers
    assert "uren" not in FLOW.start(Context(today=TODAY))[0]


@pytest.mark.parametrize(("count", "warned"), [(1, True), (2, False), (4, False), (5, True)])
def test_two_to_four_directions(count: int, warned: bool) -> None:
    assert (("richting", Level.WARN) in found({"richting": [ZP["richting"][0]] * count})) is warned


def test_every_direction_says_why_it_fits() -> None:
    rows = [{**ZP["richting"][0], "waarom": ""}, ZP["richting"][1]]
    assert found({"richting": rows}) == [("richting[0].waarom", Level.MISSING)]


def test_no_more_hours_than_the_advice() -> None:
    assert found({"uren": "20"}) == []
    assert found({"uren": "20.5"}) == [("uren", Level.BLOCK)]
    assert found({"uren": "38"}, full_context(without=("probleemanalyse",))) == []


@pytest.mark.parametrize("day", ["2026-11-24", "2025-10-26"])
def test_the_day_can_be_right(day: str) -> None:
    assert found({"versie": day}) == [("versie", Level.BLOCK)]
