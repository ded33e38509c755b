"""Refusing without counting a day: `check_facts` refuses exactly what `wages` refuses."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.wage.calculation import check_facts, wages
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.text.errors import KnownError
from tests.domain.wage.wage_tools import TODAY, facts


def refusal(job: Any, data: dict[str, Any]) -> str:
    try:
        job(read_facts(data), TODAY)
    except KnownError as error:
        return str(error)
    return ""


@settings(max_examples=40, deadline=None)
@given(
    st.dates(min_value=TODAY.replace(year=2025), max_value=TODAY.replace(year=2027)),
    st.integers(0, 60),
    st.sampled_from(["periode", "maand"]),
)
def test_both_say_the_same(begins: Any, days: int, per: str) -> None:
    last = begins.fromordinal(begins.toordinal() + days)
    row = {"van": begins.isoformat(), "tot_en_met": last.isoformat(), "bedrag": "10.00", "per": per}
    data = facts(uitkeringen=[row])
    assert refusal(check_facts, data) == refusal(wages, data)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"van": "2027-01-01", "bedrag": "10.00", "per": "maand"}, "valt op geen enkele dag"),
        (
            {"van": "2026-03-07", "tot_en_met": "2026-03-08", "bedrag": "10.00", "per": "periode"},
            "valt op dagen zonder werkuren",
        ),
    ],
)
def test_both_kinds_of_refusal_are_found(row: dict[str, Any], words: str) -> None:
    assert words in refusal(check_facts, facts(uitkeringen=[row]))


def test_sound_facts_pass() -> None:
    assert refusal(check_facts, facts()) == ""
