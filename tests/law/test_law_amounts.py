"""Dated amounts: those we know on their first and last day, and those nobody announced yet."""

from datetime import date
from decimal import Decimal

import pytest

from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.law.doubts import read_doubts
from reintegratie_desktop.law.parameters import UNKNOWN, LawDataError
from reintegratie_desktop.text.errors import KnownError

LAW = load_law()


@pytest.mark.parametrize(
    ("key", "day", "amount"),
    [
        ("transitievergoeding_maximum", "2024-12-31", "94000"),
        ("transitievergoeding_maximum", "2025-12-31", "98000"),
        ("transitievergoeding_maximum", "2026-12-31", "102000"),
        ("deskundigenoordeel_werkgever", "2026-11-21", "400"),
        ("deskundigenoordeel_werknemer", "2026-11-21", "100"),
        ("deskundigenoordeel_ontbinding", "2026-11-21", "0"),
        ("kleine_werkgever_grens", "2024-06-01", "942500"),
        ("kleine_werkgever_grens", "2025-06-01", "990000"),
        ("kleine_werkgever_grens", "2026-06-01", "1082500"),
        ("kleine_werkgever_grens", "2027-12-31", "1135000"),
        ("grote_werkgever_grens", "2027-12-31", "4540000"),
        ("premie_aof_laag", "2024-06-01", "6.18"),
        ("premie_aof_laag", "2026-06-01", "6.27"),
        ("premie_aof_hoog", "2025-06-01", "7.64"),
        ("premie_aof_hoog", "2027-06-01", "8.03"),
        ("lkv_arbeidsgehandicapt_uur", "2026-12-31", "3.05"),
        ("lkv_banenafspraak_uur", "2026-12-31", "1.01"),
        ("lkv_oudere_vanaf_2024_uur", "2025-12-31", "1.35"),
        ("lkv_oudere_vanaf_2024_uur", "2026-01-01", "0"),
    ],
)
def test_an_amount_on_a_day(key: str, day: str, amount: str) -> None:
    assert LAW.on(date.fromisoformat(day)).amount(key) == Decimal(amount)


def test_small_is_twenty_five_times_the_average_and_large_a_hundred() -> None:
    for year in (2024, 2025, 2026, 2027):
        rules = LAW.on(date(year, 6, 1))
        average = rules.amount("kleine_werkgever_gemiddelde")
        assert rules.amount("kleine_werkgever_grens") == average * rules.days("kleine_werkgever_keer")
        assert rules.amount("grote_werkgever_grens") == average * 100


OPEN_ENDED = [key for key, parameter in LAW.parameters.items() if parameter.values[-1].value == UNKNOWN]


@pytest.mark.parametrize("key", OPEN_ENDED)
def test_an_amount_that_was_not_announced_is_never_the_old_one(key: str) -> None:
    parameter = LAW.parameters[key]
    since = parameter.values[-1].starts_on
    assert parameter.known_on(since) is None
    assert LAW.on(since).get(key) is None
    with pytest.raises(KnownError) as caught:
        LAW.on(since).value(key)
    assert parameter.label in caught.value.message
    assert f"{since:%d-%m-%Y}" in caught.value.message
    assert "bron" in caught.value.next_step
    assert parameter.known_on(date.fromordinal(since.toordinal() - 1)) is not None


def test_some_amounts_are_open_ended() -> None:
    assert {"transitievergoeding_maximum", "premie_aof_laag", "lkv_herplaatsen_uur"} <= set(OPEN_ENDED)


def test_what_rests_on_one_source_is_marked() -> None:
    for key in ("transitievergoeding_maximum", "deskundigenoordeel_werkgever", "lkv_oudere_vanaf_2024_uur"):
        assert all(value.to_check for value in LAW.parameters[key].values), key
    assert LAW.on(date(2027, 6, 1)).value("premie_aof_laag").to_check, "provisional"


def test_the_words_of_dated_regimes() -> None:
    assert LAW.on(date(2025, 12, 31)).value("lkv_banenafspraak_verklaring").value == "ja"
    assert LAW.on(date(2026, 1, 1)).value("lkv_banenafspraak_verklaring").value == "nee"
    assert LAW.on(date(2026, 11, 21)).value("transitievergoeding_compensatie").value == "alle"
    assert LAW.on(date(2025, 3, 1)).value("zestigplus_geldt").value == "nee"


def test_every_doubt_has_a_question_and_an_answer_for_now() -> None:
    assert list(LAW.doubts) == [f"d{number}" for number in range(1, 24)]
    for doubt in LAW.doubts.values():
        assert doubt.question.endswith("?")
        assert doubt.default.endswith(".")
        assert doubt.where
        assert "!" not in doubt.question + doubt.default
    assert LAW.doubts["d17"].to_check
    assert not LAW.doubts["d6"].to_check


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("tekst", "a doubt has question"),
        ({"question": "A?", "default": "B.", "where": "C"}, "a doubt has question"),
        ({"question": "", "default": "B.", "where": "C", "to_check": True}, "are texts"),
        ({"question": "A?", "default": 1, "where": "C", "to_check": True}, "are texts"),
        ({"question": "A?", "default": "B.", "where": "C", "to_check": "ja"}, "to_check must be true or false"),
    ],
)
def test_a_broken_doubt_is_named(table: object, words: str) -> None:
    with pytest.raises(LawDataError, match=f"d1: .*{words}"):
        read_doubts({"d1": table})
