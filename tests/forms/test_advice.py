"""The advice as a ceiling: per day, in a rhythm, in periods, and as words in a sentence."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.advice import (
    EINDDOEL_ADVIES,
    EINDDOEL_PLAN,
    WORK_ADVISED,
    Advice,
    SpokenHours,
    advice_on_hours,
    advice_on_work,
    advices,
    day_in_words,
    goals_of_plan,
    not_longer_than,
    not_more_often_than,
    not_more_than,
    rows,
    said_on,
    spoken_hours,
)
from reintegratie_desktop.forms.context import Context

TODAY = date(2026, 11, 23)
PA = "probleemanalyse"
BPA = "bijstelling_probleemanalyse"


def advice(contract: str | None = "40", **answers: Any) -> Advice:
    base = {"datum_document": "2026-11-12", "per_datum": "2026-11-16", "benutbaar": "ander_werk"}
    return Advice(PA, {**base, **answers}, None if contract is None else Decimal(contract))


def hours_at(found: Advice, day: str) -> Decimal | None:
    return found.highest(date.fromisoformat(day), date.fromisoformat(day))


def test_one_ceiling_holds_on_every_day() -> None:
    found = advice(uren_week="9")
    assert hours_at(found, "2026-11-01") == 9
    assert hours_at(found, "2030-01-01") == 9
    assert found.grows_on is None


@pytest.mark.parametrize(
    ("answers", "hours"),
    [
        ({"uren_dag": "3", "dagen_week": "3"}, 9),
        ({"uren_dag": "3", "dagen_week": "3", "uren_week": "8"}, 8),
        ({"uren_dag": "2", "dagen_week": "3", "uren_week": "8"}, 6),
        ({"uren_dag": "2"}, None),
        ({"uren_dag": "-2", "dagen_week": "3", "uren_week": "0"}, None),
        ({}, None),
    ],
)
def test_hours_a_week_follow_from_what_is_known(answers: dict[str, str], hours: int | None) -> None:
    assert advice(**answers).highest(None, None) == hours


def test_no_work_means_no_hours() -> None:
    found = advice(benutbaar="geen_tijdelijk", uren_week="9", uren_dag="3", dagen_week="3")
    assert found.highest(None, None) == 0
    assert found.limits_per_day(None, None) == (None, None)
    assert found.speaks_of_hours
    assert not found.allows_work


PERIODS = [
    {"van": "2026-11-16", "tot": "2026-12-13", "uren": "6"},
    {"van": "2026-12-14", "tot": "2027-01-10", "pct": "50"},
    {},
    {"van": "2027-01-11", "uren": ""},
    {"van": "", "uren": "30"},
]


def test_periods_follow_each_other_and_the_last_one_holds_on() -> None:
    found = advice(opbouw_soort="vaste_periodes", advies_periodes=PERIODS)
    assert hours_at(found, "2026-11-13") == 6
    assert hours_at(found, "2026-12-13") == 6
    assert hours_at(found, "2026-12-14") == 20
    assert hours_at(found, "2027-06-01") == 20
    assert found.lowest(date(2026, 12, 1), date(2026, 12, 20)) == 6
    assert found.highest(date(2026, 12, 1), date(2026, 12, 20)) == 20
    assert found.highest(None, date(2026, 12, 1)) == 6
    assert found.highest(date(2026, 12, 20), None) == 20
    assert found.grows_on == date(2026, 12, 14)


def test_before_the_first_period_the_hours_of_now_hold() -> None:
    found = advice(opbouw_soort="vaste_periodes", advies_periodes=PERIODS, uren_dag="2", dagen_week="2")
    assert hours_at(found, "2026-11-13") == 4
    assert hours_at(found, "2026-11-16") == 6


def test_with_periods_a_number_for_the_whole_week_no_longer_counts() -> None:
    found = advice(opbouw_soort="vaste_periodes", advies_periodes=PERIODS, uren_week="4")
    assert hours_at(found, "2026-11-13") == hours_at(found, "2026-11-16") == 6


def test_a_percentage_says_nothing_without_a_contract() -> None:
    found = advice(contract=None, opbouw_soort="vaste_periodes", advies_periodes=PERIODS)
    assert found.highest(None, None) == 6


def test_periods_left_behind_by_another_kind_of_build_up_do_not_count() -> None:
    assert advice(opbouw_soort="geen_opbouw_nu", advies_periodes=PERIODS, uren_week="4").highest(None, None) == 4


def test_a_bijstelling_has_no_kind_of_build_up_and_its_periods_count() -> None:
    assert Advice(BPA, {"benutbaar": "ander_werk", "advies_periodes": PERIODS}).highest(None, None) == 6


RHYTHM = {"opbouw_soort": "vast_ritme", "uren_week": "10", "opbouw_stap": "8", "opbouw_interval": "2"}


def test_a_rhythm_climbs_to_the_contract_and_no_further() -> None:
    found = advice(**RHYTHM)
    assert [ceiling.hours for ceiling in found.ceilings] == [10, 18, 26, 34, 40]
    assert hours_at(found, "2026-11-29") == 10
    assert hours_at(found, "2026-11-30") == 18
    assert found.grows_on == date(2026, 11, 30)
    assert advice(contract=None, **RHYTHM).ceilings[-1].hours == 168


def test_a_rhythm_counts_from_the_document_when_no_first_day_is_given() -> None:
    assert advice(**RHYTHM, per_datum="").grows_on == date(2026, 11, 26)


@pytest.mark.parametrize(
    "changed",
    [
        {"opbouw_stap": "0.01"},
        {"opbouw_stap": ""},
        {"opbouw_interval": "0"},
        {"opbouw_interval": "99999"},
        {"opbouw_interval": None},
        {"opbouw_soort": "op_basis_van_evaluatie"},
        {"per_datum": "", "datum_document": ""},
        {"per_datum": "9999-12-30"},
    ],
)
def test_a_rhythm_that_makes_no_sense_does_not_climb(changed: dict[str, Any]) -> None:
    assert [ceiling.hours for ceiling in advice(**{**RHYTHM, **changed}).ceilings] == [10]


def test_limits_a_day_hold_until_the_advice_grows() -> None:
    found = advice(opbouw_soort="vaste_periodes", advies_periodes=PERIODS, uren_dag="2", dagen_week="3")
    assert found.limits_per_day(date(2026, 11, 16), date(2026, 12, 13)) == (2, 3)
    assert found.limits_per_day(date(2026, 11, 16), None) == (2, 3)
    assert found.limits_per_day(date(2026, 11, 16), date(2026, 12, 14)) == (None, None)
    assert found.limits_per_day(None, None) == (None, None)
    assert advice(uren_dag="2").limits_per_day(None, None) == (2, None)
    assert advice(uren_dag="2").speaks_of_hours


@given(
    st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 40)), min_size=1, max_size=5),
    st.dates(date(2025, 1, 1), date(2028, 12, 31)),
    st.integers(0, 90),
)
@settings(max_examples=60)
def test_the_lowest_is_never_above_the_highest(periods: list[tuple[date, int]], start: date, length: int) -> None:
    given_rows = [{"van": day.isoformat(), "uren": str(hours)} for day, hours in periods]
    found = advice(opbouw_soort="vaste_periodes", advies_periodes=given_rows)
    end = start + timedelta(days=length)
    lowest, highest = found.lowest(start, end), found.highest(start, end)
    assert lowest is not None
    assert highest is not None
    assert lowest <= highest
    assert highest in [Decimal(hours) for _day, hours in periods]


def context(history: tuple[dict[str, Any], ...] = (), **papers: Any) -> Context:
    return Context(TODAY, {"werknemer": {"contracturen": "40"}, **papers}, {BPA: history})


def test_the_newest_advice_counts_and_silence_leaves_the_hours_in_force() -> None:
    first = {"datum_document": "2026-11-12", "benutbaar": "ander_werk", "uren_week": "9"}
    silent = {"datum_document": "2026-11-20", "benutbaar": "ander_werk"}
    both = context(**{PA: first, BPA: silent})
    on_work, on_hours = advice_on_work(both), advice_on_hours(both)
    assert on_work is not None
    assert on_hours is not None
    assert (on_work.form, on_hours.form) == (BPA, PA)


def test_on_the_same_day_the_bijstelling_counts() -> None:
    first = {"datum_document": "2026-11-12", "uren_week": "9"}
    found = advice_on_work(context(**{PA: first, BPA: {**first, "uren_week": "4"}}))
    assert found is not None
    assert found.form == BPA


def test_earlier_bijstellingen_are_known_once() -> None:
    older = {"datum_document": "2026-11-18", "uren_week": "6"}
    newest = {"datum_document": "2026-11-20", "uren_week": "8"}
    found = advices(context(history=(older, newest), **{BPA: newest}))
    assert [item.day for item in found] == [date(2026, 11, 20), date(2026, 11, 18)]
    assert found[0].contract == 40


def test_without_a_paper_there_is_no_advice() -> None:
    empty = Context(TODAY, {PA: {}})
    assert advices(empty) == []
    assert advice_on_work(empty) is None
    assert advice_on_hours(empty) is None
    assert WORK_ADVISED.holds({}, empty)


@pytest.mark.parametrize(("conclusion", "work"), [("ander_werk", True), ("geen_duurzaam", False)])
def test_later_papers_know_whether_there_is_work(conclusion: str, work: bool) -> None:
    assert WORK_ADVISED.holds({}, context(**{PA: {"benutbaar": conclusion}})) is work


def test_goals_of_the_advice_become_goals_of_the_plan() -> None:
    plan = {option.value for option in EINDDOEL_PLAN}
    for option in EINDDOEL_ADVIES:
        assert goals_of_plan([option.value], Context(TODAY)) == ([option.value] if option.value in plan else [])
    assert goals_of_plan("x", Context(TODAY)) == []


def test_rows_skip_what_says_nothing() -> None:
    assert list(rows([{}, {"van": ""}, "x", {"van": "2026-01-01"}])) == [{"van": "2026-01-01"}]
    assert list(rows("x")) == []


def test_sentences_name_the_advice() -> None:
    found = advice(uren_week="9")
    assert (
        not_more_than(Decimal(9), found, TODAY)
        == "Niet meer dan 9 uur per week. Dat staat in het advies van 12 november."
    )
    assert not_longer_than(Decimal("2.5"), found, TODAY).startswith("Niet meer dan 2,5 uur per dag. ")
    assert not_more_often_than(Decimal(3), found, TODAY).startswith("Niet meer dan 3 dagen per week. ")
    assert not_more_than(Decimal(0), found, TODAY).startswith("Er zijn nu geen uren om te werken. ")
    assert said_on(Advice(PA, {}), TODAY) == "Dat staat in het advies van de bedrijfsarts."


def test_another_year_is_said() -> None:
    assert day_in_words(date(2025, 11, 12), TODAY) == "12 november 2025"
    assert day_in_words(date(2026, 11, 12), TODAY) == "12 november"


@pytest.mark.parametrize(
    ("sentence", "week", "day"),
    [
        ("Drie ochtenden van 3 uur werken", "9", "3"),
        ("Drie weken lang 9 uur per week, zonder haast", "9", None),
        ("3 dagen per week, 2 uur per dag", "6", "2"),
        ("2 uur per dag, 3 dagen per week", "6", "2"),
        ("5 halve dagen of 20 uren in de week", "20", None),
        ("Wekelijks 12 uur", "12", None),
        ("Elke week hoogstens 7,5 uur", "7.5", None),
        ("Elke dag 4 uur", None, "4"),
        ("drie keer 3 uur", "9", "3"),
        ("3x 2,5 uur", "7.5", "2.5"),
        ("Van 30 naar 40 uur per week", "40", None),
        ("9 uur/week, later 12 uur/week", "12", None),
        ("20 uur per week in week 10", "20", None),
    ],
)
def test_hours_are_read_out_of_a_sentence(sentence: str, week: str | None, day: str | None) -> None:
    found = spoken_hours(sentence)
    assert found.week == (None if week is None else Decimal(week))
    assert found.day == (None if day is None else Decimal(day))


@pytest.mark.parametrize(
    "sentence",
    [
        "38 uur in week 18",
        "2 ochtenden van 9.00 tot 12.00 uur",
        "3 dagen om 10:30 uur",
        "Naar het spreekuur op 31 maart",
        "16 uur op 4 dagen",
        "3 dagen, 12 uur",
        "24 uur van tevoren afbellen",
        "Opbouw van uren volgens het schema in 3 stappen",
        "",
    ],
)
def test_what_can_mean_something_else_is_not_read(sentence: str) -> None:
    found = spoken_hours(sentence)
    assert found.week is None
    assert found.day is None


PIECES = (
    "2", "3", "2,5", "12", "drie", "vier", "uur", "uren", "u", "per week", "in de week", "elke week", "per dag", "/dag",
    "dagen", "ochtenden", "van", "keer", "x", "om 9.00", "week 10", "hoogstens", ",", "en", "tot",
)  # fmt: skip
NUMBERS = {"drie": 3, "vier": 4}


def numbers_in(sentence: str) -> set[Decimal]:
    """Return every number a person can see in a sentence."""
    figures = {Decimal(found.replace(",", ".")) for found in re.findall(r"\d+(?:,\d+)?", sentence)}
    return figures | {Decimal(value) for word, value in NUMBERS.items() if word in sentence}


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@settings(max_examples=300)
def test_no_hours_are_read_that_the_sentence_does_not_say(sentence: str) -> None:
    found = spoken_hours(sentence)
    said = numbers_in(sentence)
    assert found.day is None or found.day in said
    assert found.week is None or found.week in said | {one * other for one in said for other in said}
    if not re.search(r"\bu(?:ur|ren)?\b", sentence):
        assert found == SpokenHours()
    assert spoken_hours(f"  {sentence.upper()}.") == found, "capitals, spaces and a full stop change nothing"


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_a_sentence_about_something_else_says_no_hours(sentence: str) -> None:
    without = re.sub(r"(?i)u", "", sentence)
    assert spoken_hours(without) == SpokenHours()


@given(
    days=st.integers(1, 7),
    hours=st.decimals(1, 9, places=0) | st.sampled_from([Decimal("2.5"), Decimal("7.5")]),
    around=st.sampled_from(("", "In het begin ", "We starten met ")),
)
def test_days_times_hours_is_the_week_however_it_is_said(days: int, hours: Decimal, around: str) -> None:
    number = str(hours).replace(".", ",")
    for sentence in (f"{days} dagen van {number} uur", f"{days}x {number} uur", f"{number} uur per dag, {days} dagen"):
        assert spoken_hours(around + sentence) == SpokenHours(days * hours, hours), sentence
