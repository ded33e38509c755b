"""Which rules these are, and which of two came later."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop import __version__
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.law.edition import Edition, read_edition
from reintegratie_desktop.law.parameters import LawDataError

DAY = date(2026, 11, 21)
GOOD = {"version": "2026.1", "date": DAY, "program": "0.1.0"}


def test_what_ships_says_which_rules_it_is_and_fits_this_program() -> None:
    edition = load_law().edition
    assert edition is not None
    assert not edition.needs_newer_than(__version__)
    newest = max(value.checked_on for item in load_law().parameters.values() for value in item.values)
    assert newest <= edition.date, "rules that were checked later are other rules: give them a new version and date"


def test_an_edition_is_read() -> None:
    assert read_edition(GOOD) == Edition("2026.1", DAY, "0.1.0")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"extra": 1}, "expects version, date and program"),
        ({"version": 2026}, "no version like 2026.1"),
        ({"version": "2026"}, "no version like 2026.1"),
        ({"version": "2026.1.1"}, "no version like 2026.1"),
        ({"version": "２０２６.1"}, "no version like 2026.1"),
        ({"date": "2026-11-21"}, "is no day"),
        ({"date": datetime(2026, 11, 21, 9, 0)}, "is no day"),
        ({"program": 1}, "no version like 0.1.0"),
        ({"program": "nieuw"}, "no version like 0.1.0"),
    ],
)
def test_a_broken_edition_is_named(change: dict[str, Any], words: str) -> None:
    with pytest.raises(LawDataError, match=words):
        read_edition({**GOOD, **change})


def test_a_missing_key_is_named() -> None:
    with pytest.raises(LawDataError, match="expects version"):
        read_edition({})


NUMBERS = st.tuples(st.integers(2000, 2999), st.integers(1, 999))


@settings(max_examples=60)
@given(NUMBERS, NUMBERS)
def test_the_later_number_is_newer_and_ten_comes_after_nine(one: tuple[int, int], two: tuple[int, int]) -> None:
    first, second = (Edition(f"{year}.{nr}", DAY, "0.1.0") for year, nr in (one, two))
    assert first.is_newer_than(second) == (one > two)
    assert not first.is_newer_than(first)


@pytest.mark.parametrize(
    ("needed", "ours", "too_old"),
    [
        ("0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.1.0", "0.1", False),
        ("0.2.0", "0.1.9", True),
        ("0.10", "0.9", True),
        ("0.9", "0.10", False),
        ("1", "0.99.99", True),
        ("0.2.0", "0.2.0.dev3", False),
        ("0.2.0", "onbekend", True),
    ],
)
def test_rules_say_which_program_they_need(needed: str, ours: str, too_old: bool) -> None:
    assert Edition("2026.1", DAY, needed).needs_newer_than(ours) is too_old
