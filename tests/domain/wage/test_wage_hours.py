"""Other hours during the illness, pay per four weeks, and vakantie: by hand, and what is refused."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.wage.calculation import check_facts, wages
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.domain.wage.pattern import PatternChange, Patterns
from reintegratie_desktop.domain.wage.result import FourWeekRow
from reintegratie_desktop.domain.wage.rows import period_key
from reintegratie_desktop.text.errors import KnownError
from tests.domain.wage.wage_tools import (
    FIVE_DAYS,
    TODAY,
    WEEKDAYS,
    case,
    euro,
    facts,
    ill,
    month,
    note_ids,
    run,
    wage,
    week,
)

DAY = timedelta(days=1)
FOUR_DAYS = dict.fromkeys(WEEKDAYS[:4], "8")
LONG_DAYS = dict.fromkeys(WEEKDAYS[:4], "10")


def change(van: str, pattern: dict[str, str], hours: str) -> dict[str, Any]:
    return {"van": van, "uren_per_week": hours, "werkpatroon": pattern}


# --- other hours ----------------------------------------------------------------------------------------------------


def test_an_hourly_wage_and_its_minimum_follow_the_hours_of_the_day() -> None:
    found = case(
        perioden=ill("2026-03-02", "2026-04-13"), werkpatroon_wijzigingen=[change("2026-03-16", FOUR_DAYS, "32")]
    )
    # Two weeks of 40 x 14.71 = 588.40, then weeks of 32 x 14.71 = 470.72.
    assert [row.columns.te_betalen for row in found.weken] == [euro("588.40")] * 2 + [euro("470.72")] * 4
    assert [row.columns.uren for row in found.weken] == [euro("40.00")] * 2 + [euro("32.00")] * 4
    assert [row.columns.minimumloon for row in found.weken][1:3] == [euro("588.40"), euro("470.72")]
    assert "andere_uren" in note_ids(found)
    assert "andere_uren" not in note_ids(case())


def test_half_a_month_of_other_hours_and_another_wage() -> None:
    found = case(
        perioden=ill("2026-06-01", "2026-07-01"),
        loon=[*wage("4000.00", "maand"), {"van": "2026-06-15", "bedrag": "3200.00", "per": "maand"}],
        werkpatroon_wijzigingen=[change("2026-06-15", FOUR_DAYS, "32")],
    )
    row = month(found, 2026, 6).columns
    # June 2026 begins on a Monday: 2 whole weeks. From Monday 15 to Tuesday 30 there are 4 + 4 + 2 days of a quarter of
    # their week: 2.5 weeks. 4,000 x 2 / 4.5 + 3,200 x 2.5 / 4.5 = 1,777.78 + 1,777.78.
    assert row.eigen_loon == euro("3555.56")
    assert row.uren == euro("160.00")  # 10 x 8 and 10 x 8


def test_a_wage_that_does_not_change_stays_whole_when_the_days_change() -> None:
    """The same 40 hours in four days, from a Wednesday in the middle of a month on."""
    found = case(
        perioden=ill("2026-03-02", "2026-06-01"),
        loon=wage("3000.00", "maand"),
        werkpatroon_wijzigingen=[change("2026-04-15", LONG_DAYS, "40")],
    )
    assert month(found, 2026, 4).columns.eigen_loon == euro("3000.00")
    by_week = case(
        perioden=ill("2026-03-02", "2026-06-01"),
        loon=wage("800.00", "week"),
        werkpatroon_wijzigingen=[change("2026-04-15", LONG_DAYS, "40")],
    )
    assert {row.columns.eigen_loon for row in by_week.weken} == {euro("800.00")}


def test_a_fixed_month_is_held_against_the_year_of_the_hours_of_the_day() -> None:
    found = case(
        perioden=ill("2026-03-02", "2026-06-01"),
        loon=[*wage("3000.00", "maand"), {"van": "2026-05-01", "bedrag": "2400.00", "per": "maand"}],
        werkpatroon_wijzigingen=[change("2026-05-01", FOUR_DAYS, "32")],
    )
    # 2026 has 261 days from Monday to Friday and 209 from Monday to Thursday; the day is worth 8 x 14.71 / 12.
    assert month(found, 2026, 4).columns.minimumloon == euro("2559.54")  # 261 x 8 x 14.71 / 12
    assert month(found, 2026, 5).columns.minimumloon == euro("2049.59")  # 209 x 8 x 14.71 / 12 = 2,049.593


def test_a_waiting_day_costs_the_hours_of_its_own_day() -> None:
    shifted = {"donderdag": "8", "vrijdag": "8"}
    found = case(
        perioden=ill("2026-03-02", "2026-03-16"), wachtdagen=2, loon=wage("25.00", "uur"),
        werkpatroon_wijzigingen=[change("2026-03-03", shifted, "16")],
    )  # fmt: skip
    # Monday is 8 hours of the first pattern: 8 x 25 x 70 % = 140.00. Tuesday is free in the second.
    assert week(found, 2026, 10).columns.wachtdagen == euro("140.00")
    assert "wachtdag_zonder_uren" in note_ids(found)


def test_worked_hours_are_a_part_of_the_week_of_the_day() -> None:
    work = {"van": "2026-03-02", "uren_per_week": 16, "vorm": "loonwaarde", "loonwaarde_percentage": 100}
    found = case(
        perioden=ill("2026-03-02", "2026-03-30"), gewerkt=[work], loon=wage("25.00", "uur"),
        werkpatroon_wijzigingen=[change("2026-03-16", FOUR_DAYS, "32")],
    )  # fmt: skip
    # 16 x 25 = 400.00 in full; of 24 and of 16 hours 70 %: 420.00 and 280.00.
    assert week(found, 2026, 11).columns.te_betalen == euro("820.00")
    assert week(found, 2026, 12).columns.te_betalen == euro("680.00")
    assert week(found, 2026, 12).columns.loon_gewerkt == euro("400.00")


def test_a_week_between_two_patterns_without_a_day_of_either_has_no_wage() -> None:
    """Thursday and Friday until Tuesday, then Monday and Tuesday: that week has no working day at all."""
    late, early = {"donderdag": "8", "vrijdag": "8"}, {"maandag": "8", "dinsdag": "8"}
    found = case(
        perioden=ill("2026-03-02", "2026-03-30"), uren_per_week="16", werkpatroon=late, loon=wage("400.00", "week"),
        werkpatroon_wijzigingen=[change("2026-03-11", early, "16")],
        gewerkt=[{"van": "2026-03-02", "uren_per_week": 8, "vorm": "loonwaarde", "loonwaarde_per_week": "100.00"}],
    )  # fmt: skip
    assert [row.columns.eigen_loon for row in found.weken] == [
        euro("400.00"), euro("0.00"), euro("400.00"), euro("400.00"),
    ]  # fmt: skip
    assert week(found, 2026, 11).columns.uren == euro("0.00")


def test_hours_of_a_period_are_those_of_its_days() -> None:
    patterns = Patterns(
        tuple(Decimal(hours) for hours in (8, 8, 8, 8, 8, 0, 0)),
        (PatternChange(date(2026, 3, 18), tuple(Decimal(hours) for hours in (4, 4, 4, 0, 0, 0, 0))),),
    )
    assert patterns.between(date(2026, 3, 2), date(2026, 3, 15)) == 80
    assert patterns.between(date(2026, 3, 16), date(2026, 3, 22)) == 20  # Monday, Tuesday 16; Wednesday 4
    assert patterns.between(date(2026, 3, 2), date(2026, 3, 29)) == 112
    assert patterns.between(date(2026, 3, 29), date(2026, 3, 2)) == 0
    assert patterns.year(date(2026, 12, 31)) == 4 * (52 + 52 + 52)
    assert patterns.uren_per_week(date(2026, 3, 17)) == 40
    assert patterns.week(date(2026, 3, 18)) == 12


def stretches(patterns: Patterns, first: str, last: str) -> list[tuple[str, str, Fraction]]:
    found = patterns.stretches(date.fromisoformat(first), date.fromisoformat(last))
    return [(str(begin), str(end), share) for begin, end, share in found]


def test_hours_of_a_week_are_shared_out_where_the_pattern_changes() -> None:
    patterns = Patterns(
        tuple(Decimal(hours) for hours in (8, 8, 8, 8, 8, 0, 0)),
        (PatternChange(date(2026, 3, 18), tuple(Decimal(hours) for hours in (4, 4, 4, 0, 0, 0, 0))),),
    )
    assert stretches(patterns, "2026-03-02", "2026-03-15") == [("2026-03-02", "2026-03-15", Fraction(1))]
    assert stretches(patterns, "2026-03-05", "2026-03-08") == [("2026-03-05", "2026-03-08", Fraction(40, 16))]
    assert stretches(patterns, "2026-03-07", "2026-03-08") == []
    assert stretches(patterns, "2026-03-09", "2026-03-29") == [
        ("2026-03-09", "2026-03-15", Fraction(1)),
        ("2026-03-16", "2026-03-17", Fraction(40, 20)),
        ("2026-03-18", "2026-03-22", Fraction(12, 20)),
        ("2026-03-23", "2026-03-29", Fraction(1)),
    ]
    # From Thursday on nothing is agreed any more in that week.
    assert stretches(patterns, "2026-03-19", "2026-03-22") == []
    only_late = Patterns(
        tuple(Decimal(hours) for hours in (8, 0, 0, 0, 0, 0, 0)),
        (PatternChange(date(2026, 3, 18), tuple(Decimal(hours) for hours in (8, 0, 0, 0, 0, 0, 0))),),
    )
    assert stretches(only_late, "2026-03-16", "2026-03-22") == [("2026-03-16", "2026-03-17", Fraction(1))]


HOURS = st.lists(st.sampled_from([0, 0, 4, 8]), min_size=7, max_size=7).filter(any).map(
    lambda hours: tuple(Decimal(item) for item in hours)
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(HOURS, st.lists(st.tuples(st.integers(1, 40), HOURS), max_size=3, unique_by=lambda item: item[0]))
def test_every_hour_of_a_week_lands_on_a_day_of_that_week(
    first: tuple[Decimal, ...], later: list[tuple[int, tuple[Decimal, ...]]]
) -> None:
    begins = date(2026, 3, 2)
    changes = tuple(PatternChange(begins + step * DAY, hours) for step, hours in sorted(later))
    patterns = Patterns(first, changes)
    worked: dict[date, Fraction] = {}
    for begin, end, share in patterns.stretches(begins, begins + 41 * DAY):
        day = begin
        while day <= end:
            worked[day] = 10 * share * patterns.part(day)
            day += DAY
    for place in range(6):
        monday = begins + 7 * place * DAY
        days = [monday + step * DAY for step in range(7)]
        agreed = sum(patterns.hours(day) for day in days)
        assert sum((worked.get(day, Fraction(0)) for day in days), Fraction(0)) == (10 if agreed else 0)
        assert sum((patterns.part_of_week(day) for day in days), Fraction(0)) == (1 if agreed else 0)
    march = [date(2026, 3, 1) + step * DAY for step in range(31)]
    assert sum((patterns.part_of_month(day) for day in march), Fraction(0)) in (0, 1)


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"werkpatroon_wijzigingen": {}}, "werkpatroon_wijzigingen"),
    ({"werkpatroon_wijzigingen": [change("2026-03-02", FOUR_DAYS, "32")]}, "werkpatroon_wijzigingen[0].van"),
    ({"werkpatroon_wijzigingen": [change("2026-02-02", FOUR_DAYS, "32")]}, "werkpatroon_wijzigingen[0].van"),
    (
        {"werkpatroon_wijzigingen": [change("2026-03-09", FOUR_DAYS, "32"), change("2026-03-09", FIVE_DAYS, "40")]},
        "werkpatroon_wijzigingen[1].van",
    ),
    ({"werkpatroon_wijzigingen": [change("2026-03-09", FOUR_DAYS, "40")]}, "werkpatroon_wijzigingen[0].uren_per_week"),
    ({"werkpatroon_wijzigingen": [change("2026-03-09", FOUR_DAYS, "-1")]}, "werkpatroon_wijzigingen[0].uren_per_week"),
    (
        {"werkpatroon_wijzigingen": [change("2026-03-09", {"maandag": "-8"}, "8")]},
        "werkpatroon_wijzigingen[0].werkpatroon.maandag",
    ),
    ({"werkpatroon_wijzigingen": [change("2026-03-09", {}, "0")]}, "werkpatroon_wijzigingen[0].werkpatroon"),
    (
        {"werkpatroon_wijzigingen": [{"van": "2026-03-09", "uren_per_week": 8}]},
        "werkpatroon_wijzigingen[0].werkpatroon",
    ),
    (
        {
            "voltijd_uren_per_week": 40,
            "werkpatroon_wijzigingen": [change("2026-03-09", {**FIVE_DAYS, "zaterdag": "4"}, "44")],
        },
        "voltijd_uren_per_week",
    ),
    (
        {
            "werkpatroon_wijzigingen": [change("2026-03-09", FOUR_DAYS, "32")],
            "gewerkt": [
                {"van": "2026-03-02", "uren_per_week": 36, "vorm": "loonwaarde", "loonwaarde_percentage": 100}
            ],
        },
        "gewerkt[0].uren_per_week",
    ),
    ({"betaalperiode": "dag"}, "betaalperiode"),
    ({"betaalperiode": "vier_weken"}, "vier_weken_vanaf"),
    ({"betaalperiode": "vier_weken", "vier_weken_vanaf": "ooit"}, "vier_weken_vanaf"),
    ({"vier_weken_vanaf": "2026-01-05"}, "vier_weken_vanaf"),
    ({"vakantie": [{"van": "2026-03-09"}]}, "vakantie[0].tot_en_met"),
    ({"vakantie": [{"van": "2026-03-13", "tot_en_met": "2026-03-09"}]}, "vakantie[0]"),
    ({"vakantie": [{"van": "2026-02-23", "tot_en_met": "2026-03-09"}]}, "vakantie[0].van"),
    (
        {"vakantie": [
            {"van": "2026-03-09", "tot_en_met": "2026-03-13"}, {"van": "2026-03-13", "tot_en_met": "2026-03-14"}
        ]},
        "vakantie[1]",
    ),
    (
        {
            "vakantie": [{"van": "2026-03-09", "tot_en_met": "2026-03-13"}],
            "loonstop": [{"van": "2026-03-13", "tot_en_met": "2026-03-14", "grond": "herstel_belemmerd"}],
        },
        "loonstop[0]",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "key"), CHANGES, ids=[f"{key}-{n}" for n, (_c, key) in enumerate(CHANGES)])
def test_what_cannot_be_is_refused_by_name(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_facts(facts(**changes))
    assert f"'{key}'" in caught.value.message
    assert caught.value.next_step
    assert "{" not in str(caught.value)


def test_the_most_hours_that_can_be_worked_are_those_of_the_days_themselves() -> None:
    work = {"van": "2026-03-02", "tot_en_met": "2026-03-08", "uren_per_week": 36, "vorm": "arbeidstherapeutisch"}
    before = read_facts(facts(werkpatroon_wijzigingen=[change("2026-03-09", FOUR_DAYS, "32")], gewerkt=[work]))
    assert [item.uren_per_week for item in before.gewerkt] == [36]
    more = {**FIVE_DAYS, "zaterdag": "8"}
    longer = {**work, "van": "2026-03-09", "tot_en_met": "2026-03-15", "uren_per_week": 48}
    after = read_facts(facts(werkpatroon_wijzigingen=[change("2026-03-09", more, "48")], gewerkt=[longer]))
    assert [item.uren_per_week for item in after.gewerkt] == [48]


def test_changes_may_stand_in_any_order() -> None:
    found = read_facts(
        facts(werkpatroon_wijzigingen=[change("2026-03-16", FOUR_DAYS, "32"), change("2026-03-09", LONG_DAYS, "40")])
    )
    assert [item.van.day for item in found.werkpatroon_wijzigingen] == [9, 16]


# --- four weeks -----------------------------------------------------------------------------------------------------


def test_a_wage_of_four_weeks_is_four_wages_of_a_week() -> None:
    found = case(loon=wage("4000.00", "vier_weken"))
    # 4,000 / 4 = 1,000.00 a week; 70 % = 700.00, above 40 x 14.71.
    assert [row.columns.te_betalen for row in found.weken] == [euro("700.00")] * 4
    assert found.vier_weken == ()
    assert found.totaal_vier_weken.te_betalen == euro("0.00")


def test_the_maximum_of_four_weeks_is_that_of_four_weeks() -> None:
    found = case(
        perioden=ill("2026-07-06", "2026-08-31"), loon=wage("9000.00", "vier_weken"), betaalperiode="vier_weken",
        vier_weken_vanaf="2026-07-06",
    )  # fmt: skip
    # 20 x 309.91 x 70 % = 4,338.74.
    assert [row.columns.te_betalen for row in found.vier_weken] == [euro("4338.74")] * 2


def test_a_deduction_of_four_weeks_comes_off_by_the_week() -> None:
    off = {"van": "2026-03-02", "tot_en_met": "2026-03-29", "bedrag": "400.00", "per": "vier_weken"}
    assert {row.columns.aftrek_uitkeringen for row in case(uitkeringen=[off]).weken} == {euro("100.00")}


def test_rows_of_four_weeks_are_counted_from_the_day_that_was_told() -> None:
    found = case(
        perioden=ill("2026-03-02", "2027-02-01"), loon=wage("4000.00", "vier_weken"), betaalperiode="vier_weken",
        vier_weken_vanaf="2025-12-29", reken_tot_en_met="2026-12-31",
    )  # fmt: skip
    rows = [(row.jaar, row.nummer, str(row.van), str(row.tot_en_met)) for row in found.vier_weken]
    assert rows[0] == (2026, 3, "2026-03-02", "2026-03-22")
    assert rows[1] == (2026, 4, "2026-03-23", "2026-04-19")
    assert rows[-2] == (2026, 13, "2026-11-30", "2026-12-27")
    # What ends in January is the first period of the next year.
    assert rows[-1] == (2027, 1, "2026-12-28", "2026-12-31")
    assert all(isinstance(row, FourWeekRow) for row in found.vier_weken)
    assert [row.columns.te_betalen for row in found.vier_weken[1:-1]] == [euro("2800.00")] * 10
    assert found.totaal_vier_weken.te_betalen == sum(row.columns.te_betalen for row in found.vier_weken)
    late = case(betaalperiode="vier_weken", vier_weken_vanaf="2030-01-07")
    assert [(str(row.van), str(row.tot_en_met)) for row in late.vier_weken] == [
        ("2026-03-02", "2026-03-08"),
        ("2026-03-09", "2026-03-29"),
    ]


def test_the_period_of_pay_of_a_day() -> None:
    day, four_weeks = date(2027, 1, 1), {"betaalperiode": "vier_weken", "vier_weken_vanaf": "2026-01-05"}
    keys = [period_key(read_facts(facts(**told)))(day) for told in ({}, {"betaalperiode": "week"}, four_weeks)]
    # 4 January 2027 ends the thirteenth four weeks since 5 January 2026, and the first that end in 2027.
    assert keys == [(2027, 1), (2026, 53), (2027, 1)]


# --- vakantie -------------------------------------------------------------------------------------------------------


def holiday(van: str, tot: str) -> list[dict[str, str]]:
    return [{"van": van, "tot_en_met": tot}]


def test_vakantie_is_paid_in_full() -> None:
    found = case(vakantie=holiday("2026-03-11", "2026-03-17"))
    # Monday and Tuesday 16 x 14.71 = 235.36; Wednesday to Friday 24 x 20.00 = 480.00.
    row = week(found, 2026, 11)
    assert row.columns.loon_vakantie == euro("480.00")
    assert row.columns.te_betalen == euro("715.36")
    assert row.vakantiedagen == 3
    assert week(found, 2026, 12).vakantiedagen == 2
    assert month(found, 2026, 3).vakantiedagen == 5
    (note,) = [note for note in found.opmerkingen if note.id == "vakantie"]
    assert "5 werkdagen, 40 uur" in note.text
    assert note.grondslag == "BW 7:639 lid 1"
    (agreed,) = [note for note in found.opmerkingen if note.id == "vakantie_instemming"]
    assert agreed.grondslag == "BW 7:637 lid 1"
    assert "vakantie_buiten_ziekte" not in note_ids(found)
    assert "vakantie_aftrek" not in note_ids(found)
    assert "vakantie" not in note_ids(case())


def test_vakantie_is_paid_above_the_maximum_and_without_a_dated_amount() -> None:
    high = case(perioden=ill("2026-07-06", "2026-07-13"), loon=wage("2000.00", "week"),
                vakantie=holiday("2026-07-06", "2026-07-10"))  # fmt: skip
    assert high.totaal.te_betalen == euro("2000.00")
    later = case(perioden=ill("2027-02-01", "2027-02-08"), vakantie=holiday("2027-02-01", "2027-02-07"))
    assert later.is_complete
    assert later.totaal.te_betalen == euro("800.00")


def test_a_day_of_vakantie_counts_whole_also_beside_work_and_waiting_days() -> None:
    work = {"van": "2026-03-02", "uren_per_week": 16, "vorm": "loonwaarde", "loonwaarde_percentage": 100}
    found = case(vakantie=holiday("2026-03-02", "2026-03-08"), gewerkt=[work], wachtdagen=2)
    row = week(found, 2026, 10).columns
    assert (row.loon_vakantie, row.loon_gewerkt, row.gewerkte_uren, row.wachtdagen) == (
        euro("800.00"), euro("0.00"), euro("0.00"), euro("0.00"),
    )  # fmt: skip


def test_nothing_comes_off_on_a_day_of_vakantie_and_that_is_said() -> None:
    off = {"van": "2026-03-02", "tot_en_met": "2026-03-29", "bedrag": "100.00", "per": "week"}
    found = case(vakantie=holiday("2026-03-09", "2026-03-15"), uitkeringen=[off])
    assert [row.columns.aftrek_uitkeringen for row in found.weken] == [
        euro("100.00"), euro("0.00"), euro("100.00"), euro("100.00"),
    ]  # fmt: skip
    assert "vakantie_aftrek" in note_ids(found)


def test_a_part_of_the_vakantie_outside_the_illness_is_told() -> None:
    found = case(vakantie=holiday("2026-03-23", "2026-04-03"))
    assert week(found, 2026, 13).columns.loon_vakantie == euro("800.00")
    assert "vakantie_buiten_ziekte" in note_ids(found)
    weekend = case(vakantie=holiday("2026-03-07", "2026-03-08"))
    assert next(note.text for note in weekend.opmerkingen if note.id == "vakantie").startswith(
        "Vakantie tijdens de ziekte: 0 werkdagen, 0 uur."
    )


BREAK = [*ill("2026-03-02", "2026-03-16"), *ill("2026-03-30", "2026-04-13")]


@pytest.mark.parametrize("dates", [("2027-03-09", "2027-03-13"), ("2026-03-17", "2026-03-20")])
def test_vakantie_without_a_sick_day_is_refused(dates: tuple[str, str]) -> None:
    given_facts = read_facts(facts(perioden=BREAK, vakantie=holiday(*dates)))
    for job in (wages, check_facts):
        with pytest.raises(KnownError, match=r"'vakantie\[0\]' valt op geen enkele ziektedag"):
            job(given_facts, TODAY)
    assert run(perioden=BREAK, vakantie=holiday(*dates), reken_tot_en_met="2026-04-05")


def test_vakantie_of_one_case_is_not_told_at_the_other() -> None:
    first, second = run(
        perioden=[*ill("2026-01-05", "2026-02-02"), *ill("2026-03-02", "2026-03-30")],
        vakantie=holiday("2026-03-09", "2026-03-13"),
    ).zaken
    assert "vakantie" not in note_ids(first)
    assert "vakantie" in note_ids(second)
    assert first.totaal.loon_vakantie == euro("0.00")
