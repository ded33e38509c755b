"""Citizen service numbers: only those that pass the elfproef and look like nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn

from reintegratie_desktop.text.guard import find


def numbers(text: str) -> list[str]:
    return [hit.word for hit in find(text) if hit.kind == "bsn"]


@pytest.mark.parametrize(
    "text",
    [
        "111222333",
        "BSN: 111222333.",
        "bsn 1112.22.333",
        "burgerservicenummer 111 222 333",
        "zijn nummer is 111-222-333",
        "Sofinummer 11122 2333 klopt niet, 111222333 wel",
        "BSN 10000008",
        "BSN van mevrouw Jansen is 123456782",
        "order 5 en bsn 123456782",
    ],
)
def test_a_citizen_service_number_is_found(text: str) -> None:
    assert len(numbers(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "123456789",
        "000000000",
        "Bel 0612345678 of 06-12345678",
        "085-4019223",
        "21-11-2026 en 2026-11-21",
        "20260105 tot 05012026",
        "9999 ZZ",
        "NL91 ABNA 0417 1643 00",
        "order 123456782",
        "Factuurnummer: 123456782",
        "KvK 12345678",
        "€ 111222333,00",
        "123456782L01",
        "artikel 111222333 is op",
        "2025-2026",
        "12-12-12-16-16-20",
        "1.112.223.330",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert numbers(text) == []


@given(st.integers(min_value=100_000_000, max_value=999_999_999))
def test_nine_figures_count_exactly_when_they_pass_the_elfproef(number: int) -> None:
    assert bool(numbers(f"Hij gaf {number} door.")) == bsn.is_valid(str(number))
