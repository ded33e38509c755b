"""Dots that still have to be filled in, and dots that are only punctuation."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reintegratie_desktop.text.gaps import GAP, has_gap
from reintegratie_desktop.text.guard import find


@pytest.mark.parametrize("text", ["..", "tot .. kg", "d.d. ..)", "uren: ..", "van .. tot ..", "regel\n.. regel"])
def test_two_dots_are_a_gap(text: str) -> None:
    assert has_gap(text)


@pytest.mark.parametrize("text", ["", ".", "...", "....", "Klaar.", "Tot kwart voor vier...", "d.d. 12-10-2026", ". ."])
def test_other_dots_are_not(text: str) -> None:
    assert not has_gap(text)


@given(st.text(alphabet=". ab", max_size=30))
def test_a_gap_is_a_run_of_exactly_two_dots(text: str) -> None:
    assert has_gap(text) == any(len(run) == 2 for run in re.findall(r"\.+", text))
    assert not has_gap(GAP.sub("20", text))


def test_what_the_guard_puts_in_place_of_a_word_about_lifting_asks_to_be_filled_in() -> None:
    (hit,) = find("Hij mag niet tillen door een hernia.")
    assert has_gap(hit.suggestion)
