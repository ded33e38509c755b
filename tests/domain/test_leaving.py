"""Which report belongs to leaving while ill: the two borders of the law, and a prognosis that only helps."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.leaving import LeavingReport, is_long, leaving_report
from reintegratie_desktop.law.book import load_law

FIRST = date(2026, 3, 2)
RULES = load_law().on(FIRST)


def report(days: int, *, soon_fit: bool = False) -> LeavingReport:
    return leaving_report(FIRST, FIRST + timedelta(days=days), RULES, soon_fit=soon_fit)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, LeavingReport.NONE),
        (41, LeavingReport.NONE),
        (42, LeavingReport.SHORT),
        (69, LeavingReport.SHORT),
        (70, LeavingReport.FULL),
    ],
)
def test_the_borders(days: int, expected: LeavingReport) -> None:
    assert report(days) is expected


@settings(max_examples=40)
@given(st.integers(0, 800))
def test_a_prognosis_of_soon_fit_makes_only_the_full_report_short(days: int) -> None:
    last = FIRST + timedelta(days=days)
    expected = LeavingReport.SHORT if is_long(FIRST, last, RULES) else report(days)
    assert report(days, soon_fit=True) is expected
