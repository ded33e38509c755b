"""Costs calculated by hand; the arithmetic stands beside each one. The wage is 70 % of 5,000.00: 3,500.00 a month."""

from dataclasses import replace
from datetime import date

import pytest

from reintegratie_desktop.domain.costs.entries import Phase
from reintegratie_desktop.domain.costs.overview import CostOverview
from reintegratie_desktop.domain.costs.sanction import Outcome
from tests.domain.costs.cost_tools import TODAY, Answer, Back, CostFacts, Kind, cost, costs, euro, ill, rate

EXPECTED = CostFacts(verwacht_jaar1=euro("3500"), verwacht_jaar2=euro("3000"))


def of_day(found: CostOverview, day: str) -> list[tuple[Kind, str, str, bool]]:
    """The lines of one day, in words."""
    wanted = date.fromisoformat(day)
    return [
        (Kind(entry.kind), str(entry.bedrag), str(entry.phase), entry.geschat)
        for entry in found.entries
        if entry.day == wanted
    ]


def test_a_month_counts_as_paid_when_it_is_over() -> None:
    # March to October: 8 x 3,500.00. November and December 2026: 2 x 3,500.00, and from 2027 amounts miss.
    found = costs()
    assert found.betaald == euro("28000.00")
    assert found.verwacht == euro("7000.00")
    assert of_day(found, "2026-10-31") == [(Kind.LOON, "3500.00", "betaald", False)]
    assert of_day(found, "2026-11-30") == [(Kind.LOON, "3500.00", "verwacht", False)]
    # On its last day a month is paid.
    assert costs(today=date(2026, 11, 30)).betaald == euro("31500.00")


def test_months_without_an_amount_of_the_law_are_a_gap_and_never_a_zero() -> None:
    found = costs()
    assert [(gap.van, gap.tweede_jaar) for gap in found.gaps[:3]] == [
        (date(2027, 1, 1), False), (date(2027, 2, 1), False), (date(2027, 3, 1), True),
    ]  # fmt: skip
    assert found.gaps[-1].tot_en_met == date(2028, 2, 27)
    assert not found.is_complete
    assert not found.is_estimated
    assert [month.is_known for month in found.months[:11]] == [True] * 10 + [False]


def test_what_misses_after_week_104_leaves_the_costs_up_to_there_complete() -> None:
    # A loonsanctie of which the amounts of 2027 are not known; week 104 ended on 11 January 2026.
    found = costs(perioden=ill("2024-01-15"), loonsanctie={"besluit_op": "2025-12-01"}, today=date(2026, 4, 15))
    assert found.gaps and found.gaps[0].van > found.days.horizon
    assert found.is_complete


def test_what_the_employer_expects_fills_the_gap() -> None:
    # Day 364 is 28 February 2027. January and February 2027: 2 x 3,500.00. March 2027 to January 2028: 11 x 3,000.00.
    # February 2028 to the 27th: 27 / 29 x 3,000.00 = 2,793.1034.
    found = costs(EXPECTED)
    assert found.verwacht == euro("7000.00") + euro("7000.00") + euro("33000.00") + euro("2793.10")
    assert of_day(found, "2027-01-31") == [(Kind.LOON, "3500.00", "verwacht", True)]
    assert of_day(found, "2028-02-27") == [(Kind.LOON, "2793.10", "verwacht", True)]
    assert found.is_complete
    assert found.is_estimated


def test_a_month_of_both_sick_years_takes_of_each() -> None:
    # Ill from 16 March 2026: day 364 is 14 March 2027. March 2027: 14 days of the first year and 17 of the second:
    # (14 x 3,500.00 + 17 x 3,000.00) / 31 = 3,225.8065.
    found = costs(EXPECTED, perioden=ill("2026-03-16"))
    assert of_day(found, "2027-03-31") == [(Kind.LOON, "3225.81", "verwacht", True)]


def test_one_expected_amount_does_not_stand_for_the_other_year() -> None:
    found = costs(replace(EXPECTED, verwacht_jaar2=None))
    assert found.gaps[0].van == date(2027, 3, 1)
    second = costs(replace(EXPECTED, verwacht_jaar1=None))
    assert [gap.van for gap in second.gaps] == [date(2027, 1, 1), date(2027, 2, 1)]


def test_the_employers_share_only_counts_when_it_was_entered() -> None:
    assert [line.kind for line in costs().lines] == [Kind.LOON]
    found = costs(CostFacts(opslag=euro("22.5")))
    # 22.5 % of 3,500.00 = 787.50; 8 months = 6,300.00.
    (_pay, share) = found.lines
    assert (share.kind, share.betaald, share.verwacht, share.samen) == (
        Kind.LASTEN, euro("6300.00"), euro("1575.00"), euro("7875.00"),
    )  # fmt: skip
    assert costs(CostFacts(opslag=euro("0"))).lines == costs().lines


def test_vakantiebijslag_counts_when_it_was_chosen_and_is_not_in_the_wage() -> None:
    # 8 % of 3,500.00 = 280.00; 8 months = 2,240.00. The share: 10 % of 3,780.00 = 378.00.
    chosen = CostFacts(bijslag=Answer.JA, lasten=Answer.JA, opslag=euro("10"))
    found = costs(chosen)
    assert [(line.kind, line.betaald) for line in found.lines] == [
        (Kind.LOON, euro("28000.00")), (Kind.BIJSLAG, euro("2240.00")), (Kind.LASTEN, euro("3024.00")),
    ]  # fmt: skip
    # In a loonsanctie too: 8 % of 241.38, of 11 x 3,500.00 and of 3,125.00.
    assert found.sanction.of(Kind.BIJSLAG) == euro("19.31") + 11 * euro("280.00") + euro("250.00")
    more = costs(replace(chosen, bijslag_deel=euro("10")))
    assert more.lines[1].betaald == euro("2800.00")
    assert [line.kind for line in costs(replace(chosen, bijslag=Answer.NEE, lasten=Answer.NEE)).lines] == [Kind.LOON]


def test_vakantiebijslag_that_is_in_the_wage_is_not_counted_twice() -> None:
    chosen = CostFacts(bijslag=Answer.JA)
    inside = costs(replace(chosen, in_loon=((date(2027, 1, 1), True),)))
    assert [line.kind for line in inside.lines] == [Kind.LOON], "the first wage holds before its first day too"
    # In it from 16 October 2026 on: 15 of the 31 days of October still without. 280.00 x 15 / 31 = 135.48.
    later = costs(replace(chosen, in_loon=((date(2020, 1, 1), False), (date(2026, 10, 16), True))))
    assert later.lines[1].betaald == 7 * euro("280.00") + euro("135.48")


def test_entered_costs_are_paid_from_their_day_on() -> None:
    found = costs(
        CostFacts(
            kosten=(
                cost(Kind.SPOOR2, "3200.00", "2027-04-12"),
                cost(Kind.VOORZIENING, "450.00", "2026-11-23"),
                cost(Kind.ARBODIENST, "40.00", "2020-01-31", monthly=True, until="2026-05-31"),
            )
        )
    )
    assert {line.kind: (line.betaald, line.verwacht) for line in found.lines[1:]} == {
        # 31 March, 30 April and 31 May 2026: what came before the first sick day is no cost of this case.
        Kind.ARBODIENST: (euro("120.00"), euro("0.00")),
        Kind.SPOOR2: (euro("0.00"), euro("3200.00")),
        Kind.VOORZIENING: (euro("450.00"), euro("0.00")),
    }
    arbo = [entry.day for entry in found.entries if entry.kind is Kind.ARBODIENST]
    assert arbo == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_what_comes_every_month_goes_on_up_to_week_104() -> None:
    found = costs(CostFacts(kosten=(cost(Kind.ARBODIENST, "40.00", "2026-10-15", monthly=True),)))
    days = [entry.day for entry in found.entries if entry.kind is Kind.ARBODIENST]
    # October 2026 up to and with February 2028: 17 times, of which October and November before today.
    assert (len(days), days[-1]) == (17, date(2028, 2, 15))
    assert (found.lines[-1].betaald, found.lines[-1].verwacht) == (euro("80.00"), euro("600.00"))


def test_a_single_cost_from_before_counts_on_the_first_sick_day() -> None:
    found = costs(CostFacts(kosten=(cost(Kind.ANDERS, "10.00", "2025-12-01"),)))
    assert of_day(found, "2026-03-02") == [(Kind.ANDERS, "10.00", "betaald", False)]


def test_the_longest_loonsanctie_by_the_last_whole_month() -> None:
    # E+728 = 28 February 2028 up to E+1091 = 25 February 2029. December 2026 is the last month that is known: 3,500.00.
    # 2 / 29 x 3,500.00 = 241.38; 11 whole months = 38,500.00; 25 / 28 x 3,500.00 = 3,125.00.
    sanction = costs().sanction
    assert sanction.outcome is Outcome.BEREKEND
    assert (sanction.van, sanction.tot_en_met, sanction.weken) == (date(2028, 2, 28), date(2029, 2, 25), 52)
    assert (sanction.maand, sanction.per_maand) == (date(2026, 12, 1), euro("3500.00"))
    assert sanction.totaal == sanction.of(Kind.LOON) == euro("41866.38")


def test_a_loonsanctie_has_no_more_than_the_law_asks() -> None:
    # The cao gives 100 % in the first year: 5,000.00 a month. The law asks 70 %: 3,500.00.
    generous = costs(cao=[{"van_week": 1, "tot_en_met_week": 52, "percentage": "100"}])
    assert generous.betaald == 8 * euro("5000.00")
    assert generous.sanction.per_maand == euro("3500.00")


def test_a_loonsanctie_goes_on_with_what_is_expected_and_comes_every_month() -> None:
    # 2 / 29 x 3,000.00 = 206.90; 11 x 3,000.00; 25 / 28 x 3,000.00 = 2,678.57: 35,885.47. The share: 10 % of each line:
    # 20.69 + 11 x 300.00 + 267.86 = 3,588.55. Every 10th from March 2028 to February 2029: 12 x 40.00 = 480.00.
    facts = replace(
        EXPECTED,
        opslag=euro("10"),
        kosten=(
            cost(Kind.ARBODIENST, "40.00", "2026-03-10", monthly=True),
            cost(Kind.VERVANGING, "900.00", "2026-03-10", monthly=True, until="2028-02-10"),
        ),
    )
    sanction = costs(facts).sanction
    assert (sanction.maand, sanction.werk) == (None, euro("0.00"))
    assert sanction.of(Kind.LOON) == euro("35885.47")
    assert sanction.of(Kind.LASTEN) == euro("3588.55")
    assert sanction.of(Kind.ARBODIENST) == euro("480.00")
    assert sanction.totaal == euro("39954.02")


def test_work_that_is_paid_goes_on_in_a_loonsanctie() -> None:
    # Half of the hours worked at full value: 2,500.00 for the work, and 70 % of the other 2,500.00 = 1,750.00.
    work = [{"van": "2026-06-01", "uren_per_week": "20", "vorm": "loonwaarde", "loonwaarde_percentage": "100"}]
    sanction = costs(gewerkt=work).sanction
    assert (sanction.per_maand, sanction.werk) == (euro("4250.00"), euro("2500.00"))
    # An income of 1,000.00 a month beside it comes off.
    income = [{"van": "2026-06-01", "bedrag": "1000.00", "per": "maand"}]
    assert costs(gewerkt=work, andere_inkomsten=income).sanction.per_maand == euro("3250.00")


def test_leave_and_halves_of_months_are_no_base_for_a_loonsanctie() -> None:
    # Ill from 20 October 2026: November is the first whole month, December the last one that is known.
    assert costs(perioden=ill("2026-10-20")).sanction.maand == date(2026, 12, 1)
    # Fit for a few days of December, so November is the last whole month of illness.
    broken = [{"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-12-07"}, {"ziek_vanaf": "2026-12-14"}]
    assert costs(perioden=broken, today=date(2026, 12, 20)).sanction.maand == date(2026, 11, 1)


def test_a_month_with_vakantie_is_only_the_base_where_there_is_no_other() -> None:
    december = [{"van": "2026-12-07", "tot_en_met": "2026-12-18"}]
    sanction = costs(vakantie=december).sanction
    assert (sanction.maand, sanction.per_maand) == (date(2026, 11, 1), euro("3500.00"))
    # Ill from 20 November 2026: December is the only whole month. Ten of its 23 working days are paid in full.
    only = costs(vakantie=december, perioden=ill("2026-11-20"), today=date(2026, 12, 28)).sanction
    assert only.maand == date(2026, 12, 1)
    assert only.per_maand == euro("4152.17")


def test_without_a_whole_month_a_loonsanctie_is_not_computed() -> None:
    found = costs(perioden=ill("2027-01-04"), today=date(2027, 1, 20))
    assert found.sanction.outcome is Outcome.GEEN_LOON
    assert found.sanction.totaal == euro("0.00")


def test_without_wage_the_other_costs_still_stand() -> None:
    facts = CostFacts(kosten=(cost(Kind.SPOOR2, "3200.00", "2026-10-01"),), opslag=euro("20"))
    found = costs(facts, has_wage=False)
    assert found.betaald == euro("3200.00")
    assert not found.is_complete
    assert not any(month.is_known for month in found.months)
    assert found.sanction.outcome is Outcome.GEEN_LOON
    expected = costs(replace(facts, verwacht_jaar2=euro("3000")), has_wage=False)
    assert expected.sanction.of(Kind.LOON) == euro("35885.47")


@pytest.mark.parametrize("has_wage", [True, False])
def test_who_recovered_or_left_before_week_104_gets_no_loonsanctie(has_wage: bool) -> None:
    fit = costs(perioden=ill("2026-03-02", "2026-06-01"), has_wage=has_wage)
    assert fit.sanction.outcome is Outcome.STOPT_EERDER
    assert fit.days.last == date(2026, 5, 31)
    assert fit.months[-1].first == date(2026, 5, 1)
    left = costs(einde_dienstverband="2026-12-31", has_wage=has_wage)
    assert left.sanction.outcome is Outcome.STOPT_EERDER
    assert left.days.last == date(2026, 12, 31)


def test_after_recovery_nothing_is_expected_any_more() -> None:
    facts = CostFacts(
        kosten=(
            cost(Kind.ARBODIENST, "40.00", "2026-03-10", monthly=True),
            cost(Kind.SPOOR2, "500.00", "2026-12-01"),
        )
    )
    found = costs(facts, perioden=ill("2026-03-02", "2026-06-01"))
    # March, April and May: 3 x 3,500.00 (March from the 2nd, a Monday), 3 x 40.00. The invoice still comes.
    assert found.betaald == euro("10620.00")
    assert found.verwacht == euro("500.00")
    assert found.months[-1].first == date(2026, 12, 1)


def test_a_loonsanctie_that_was_decided_stands_in_the_case_itself() -> None:
    # Ill from 15 January 2024: week 104 ends on 11 January 2026. The 22 working days of January at 3,500.00, by
    # calendar days: 11 / 31 x 3,500.00 = 1,241.9355 up to week 104 and 2,258.06 after it.
    found = costs(
        perioden=ill("2024-01-15"), loonsanctie={"besluit_op": "2025-12-01"}, today=date(2026, 4, 15),
        loon=rate("5000.00", "maand"),
    )  # fmt: skip
    assert found.sanction.outcome is Outcome.LOOPT_AL
    assert found.sanction.totaal == euro("0.00")
    assert of_day(found, "2026-01-11") == [(Kind.LOON, "1241.94", "betaald", False)]
    # What was paid after week 104 was paid: 31 January, February and March.
    assert of_day(found, "2026-01-31") == [(Kind.LOON, "2258.06", "betaald", False)]
    # April to December 2026 is still to come; January 2027 up to the 10th is not known.
    assert found.later == 9 * euro("3500.00")
    assert found.verwacht == euro("0.00")
    assert found.gaps[-1].tot_en_met == date(2027, 1, 10)
    assert found.months[-1].tot_extra == found.later


def test_months_run_from_the_first_sick_day_and_add_up() -> None:
    found = costs(EXPECTED)
    months = found.months
    assert (months[0].first, months[-1].first, len(months)) == (date(2026, 3, 1), date(2029, 2, 1), 36)
    assert months[7].tot_betaald == found.betaald
    assert (months[8].tot_betaald, months[8].verwacht) == (found.betaald, euro("3500.00"))
    assert months[-1].opgeteld == found.betaald + found.verwacht + found.sanction.totaal
    assert months[0].opgeteld == months[0].betaald == euro("3500.00")
    assert months[-1].extra > 0


def test_money_back_never_lowers_the_costs() -> None:
    back = (
        cost(Back.VERZEKERING, "1000.00", "2026-06-01", monthly=True, until="2026-12-31"),
        cost(Back.ANDERS, "50.00", "2026-04-01"),
    )
    found = costs(CostFacts(terug=back))
    assert found.betaald == costs().betaald
    assert found.ontvangen == euro("6050.00")
    assert [entry.phase for entry in found.terug].count(Phase.VERWACHT) == 1
    assert found.days.today == TODAY
