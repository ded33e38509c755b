"""Wages calculated by hand; the arithmetic stands beside each one."""

from datetime import date
from typing import Any

import pytest

from tests.domain.wage.wage_tools import case, euro, ill, month, note_ids, run, wage, week


def test_four_weeks_of_an_hourly_wage_are_lifted_to_the_minimum() -> None:
    found = case()
    row = month(found, 2026, 3).columns
    # 20 days of 8 hours at 20.00 = 3,200.00; 70 % = 2,240.00; minimum 160 x 14.71 = 2,353.60.
    assert row.uren == euro("160.00")
    assert row.eigen_loon == row.begrensd_loon == euro("3200.00")
    assert row.wettelijk_deel == euro("2240.00")
    assert row.minimumloon == euro("2353.60")
    assert row.aanvulling_minimumloon == euro("113.60")
    assert row.verschuldigd == row.te_betalen == row.ziekteloon == found.totaal.te_betalen == euro("2353.60")
    # Each week: 40 x 14.71.
    assert [line.columns.te_betalen for line in found.weken] == [euro("588.40")] * 4
    assert (found.van, found.tot_en_met) == (date(2026, 3, 2), date(2026, 3, 29))
    assert found.is_complete
    assert month(found, 2026, 3).ziektedagen == 28
    assert month(found, 2026, 3).werkdagen == 20


def test_a_fixed_wage_per_month_is_held_against_the_hours_of_the_year() -> None:
    found = case(perioden=ill("2026-01-05", "2026-08-01"), loon=wage("3000.00", "maand"))
    # 2026 has 261 days from Monday to Friday: 261 x 8 / 12 = 174 hours a month; 174 x 14.71 = 2,559.54.
    assert month(found, 2026, 2).columns.te_betalen == euro("2559.54")
    assert month(found, 2026, 3).columns.te_betalen == euro("2559.54")
    # From July 174 x 14.99 = 2,608.26.
    assert month(found, 2026, 7).columns.te_betalen == euro("2608.26")
    # January has 22 days, of which 20 are sick: 20 / 22 x 2,559.54 = 2,326.8545.
    assert month(found, 2026, 1).columns.te_betalen == euro("2326.85")
    assert month(found, 2026, 1).columns.eigen_loon == euro("2727.27")  # 20 / 22 x 3,000.00


def test_without_a_fixed_month_the_hours_of_the_month_count() -> None:
    found = case(
        perioden=ill("2026-02-02", "2026-04-01"), loon=wage("2650.00", "maand"), vaste_maandbetaling=False
    )  # fmt: skip
    # February: 20 days x 8 x 14.71 = 2,353.60. March: 22 days x 8 x 14.71 = 2,588.96.
    assert month(found, 2026, 2).columns.te_betalen == euro("2353.60")
    assert month(found, 2026, 3).columns.te_betalen == euro("2588.96")


def test_the_minimum_never_lifts_above_the_wage_itself() -> None:
    found = case(loon=wage("14.00", "uur"))
    # 14.00 is below 14.71, so the floor is the wage: 160 x 14.00.
    assert month(found, 2026, 3).columns.te_betalen == euro("2240.00")
    assert "loon_onder_minimum" in note_ids(found)
    assert "loon_onder_minimum" not in note_ids(case())


@pytest.mark.parametrize(
    ("rate", "due"),
    [
        # 21.75 x 309.91 = 6,740.5425; 70 % = 4,718.37975.
        (wage("9000.00", "maand"), "4718.38"),
        # 23 working days; a week is 5 x 309.91 = 1,549.55, a day 309.91; 23 x 309.91 x 70 % = 4,989.551.
        (wage("2000.00", "week"), "4989.55"),
        # 50.00 x 8 = 400.00 a day, above 309.91: the same.
        (wage("50.00", "uur"), "4989.55"),
    ],
)
def test_the_share_stops_at_the_maximum(rate: list[dict[str, Any]], due: str) -> None:
    found = case(perioden=ill("2026-07-01", "2026-08-01"), loon=rate)
    row = month(found, 2026, 7).columns
    assert row.te_betalen == euro(due)
    assert row.begrensd_loon < row.eigen_loon
    assert "boven_maximum" in note_ids(found)


def test_half_a_cent_goes_up_once_at_the_end_of_the_week() -> None:
    found = case(perioden=ill("2026-07-06", "2026-07-13"), loon=wage("2000.00", "week"))
    # 5 x 309.91 x 70 % = 1,084.685.
    assert week(found, 2026, 28).columns.te_betalen == euro("1084.69")


def test_someone_who_works_two_long_days_has_the_whole_maximum_of_the_week() -> None:
    found = case(
        perioden=ill("2026-07-06", "2026-07-13"),
        uren_per_week="20",
        werkpatroon={"maandag": "10", "dinsdag": "10"},
        loon=wage("2000.00", "week"),
    )
    assert week(found, 2026, 28).columns.te_betalen == euro("1084.69")


def test_the_second_year_has_no_floor() -> None:
    found = case(perioden=ill("2024-01-15", "2025-02-01"), loon=wage("15.00", "uur"))
    # A week: 40 x 15.00 = 600.00, 70 % = 420.00. Minimum 2024-1: 40 x 13.27; 2024-2: 40 x 13.68; 2025-1: 40 x 14.06.
    assert week(found, 2024, 3).columns.te_betalen == euro("530.80")
    assert week(found, 2024, 26).columns.te_betalen == euro("530.80")
    # 1 July 2024 is a Monday.
    assert week(found, 2024, 27).columns.te_betalen == euro("547.20")
    # Day 364 is 12 January 2025, a Sunday.
    assert week(found, 2025, 2).columns.te_betalen == euro("562.40")
    assert week(found, 2025, 2).dagen_eerste_jaar == 7
    assert week(found, 2025, 3).columns.te_betalen == euro("420.00")
    assert week(found, 2025, 3).columns.minimumloon == euro("0.00")
    assert week(found, 2025, 3).dagen_eerste_jaar == 0


def test_the_first_year_ends_inside_a_week() -> None:
    found = case(perioden=ill("2024-01-17", "2025-02-01"), loon=wage("15.00", "uur"))
    # Day 364 is Tuesday 14 January 2025: 2 days x 8 x 14.06 = 224.96, and 3 days x 8 x 15.00 x 70 % = 252.00.
    assert week(found, 2025, 3).columns.te_betalen == euro("476.96")
    assert week(found, 2025, 3).dagen_eerste_jaar == 2


def test_a_break_moves_the_end_of_the_first_year() -> None:
    found = case(
        perioden=[*ill("2024-01-15", "2024-03-11"), *ill("2024-03-25", "2025-03-01")], loon=wage("15.00", "uur")
    )
    # 14 days do not count, so day 364 is 26 January 2025.
    assert week(found, 2025, 4).columns.te_betalen == euro("562.40")
    assert week(found, 2025, 5).columns.te_betalen == euro("420.00")
    # In the break the own work is done: 40 x 15.00.
    row = week(found, 2024, 11)
    assert row.columns.loon_hersteld == row.columns.te_betalen == euro("600.00")
    assert (row.hersteldagen, row.ziektedagen) == (7, 0)
    assert row.columns.gewerkte_uren == euro("40.00")
    assert "herstel" in note_ids(found)


def test_a_break_in_the_second_year_gives_the_floor_no_longer_life() -> None:
    found = case(
        perioden=[*ill("2024-01-15", "2025-01-20"), *ill("2025-01-27", "2025-03-01")], loon=wage("15.00", "uur")
    )
    assert week(found, 2025, 3).columns.te_betalen == euro("420.00")
    assert week(found, 2025, 5).columns.te_betalen == euro("420.00")


def test_the_minimum_changes_on_a_birthday() -> None:
    found = case(geboortedatum="2008-03-11", loon=wage("8.00", "uur"))
    # Monday and Tuesday at 17: 8 x 5.81 = 46.48 a day. From Wednesday at 18: 8 x 7.36 = 58.88 a day.
    # 2 x 46.48 + 3 x 58.88 = 92.96 + 176.64 = 269.60.
    assert week(found, 2026, 11).columns.te_betalen == euro("269.60")


def test_born_on_a_leap_day_has_a_birthday_on_the_first_of_march() -> None:
    found = case(
        geboortedatum="2008-02-29", perioden=ill("2026-02-23", "2026-03-09"), loon=wage("8.00", "uur"),
        uren_per_week="8", werkpatroon={"zaterdag": "4", "zondag": "4"},
    )  # fmt: skip
    # Saturday 28 February at 17: 4 x 5.81 = 23.24. Sunday 1 March at 18: 4 x 7.36 = 29.44. Together 52.68.
    assert week(found, 2026, 9).columns.te_betalen == euro("52.68")


def test_a_bbl_contract_has_its_own_scale() -> None:
    found = case(geboortedatum="2007-01-01", bbl=True, perioden=ill("2026-07-06", "2026-07-13"))
    # 19 years: 14.99 x 52.5 % = 7.86975, 7.87; own 20.00 x 40 = 800.00, 70 % = 560.00, above 40 x 7.87 = 314.80.
    row = week(found, 2026, 28).columns
    assert row.minimumloon == euro("314.80")
    assert row.te_betalen == euro("560.00")


def test_under_fifteen_there_is_no_minimum() -> None:
    found = case(geboortedatum="2012-01-01", loon=wage("4.00", "uur"))
    # 160 x 4.00 x 70 % = 448.00.
    assert month(found, 2026, 3).columns.te_betalen == euro("448.00")
    assert "geen_minimumloon" in note_ids(found)


def test_the_second_half_of_2023_has_amounts_per_month() -> None:
    found = case(perioden=ill("2023-10-02", "2023-12-01"), loon=wage("2000.00", "maand"), voltijd_uren_per_week="40")
    # 70 % = 1,400.00; the minimum per month is 1,995.00.
    assert month(found, 2023, 10).columns.te_betalen == euro("1995.00")
    half = case(
        perioden=ill("2023-10-02", "2023-12-01"), loon=wage("1000.00", "maand"), voltijd_uren_per_week="40",
        uren_per_week="20", werkpatroon=dict.fromkeys(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"), "4"),
    )  # fmt: skip
    assert month(half, 2023, 11).columns.te_betalen == euro("997.50")


def test_the_second_half_of_2023_has_amounts_per_week() -> None:
    found = case(perioden=ill("2023-10-02", "2023-10-09"), loon=wage("12.00", "uur"), voltijd_uren_per_week="40")
    # 40 x 12.00 = 480.00, 70 % = 336.00; the minimum per week is 460.40.
    assert week(found, 2023, 40).columns.te_betalen == euro("460.40")
    young = case(
        perioden=ill("2023-10-02", "2023-10-09"), loon=wage("12.00", "uur"), voltijd_uren_per_week="40",
        geboortedatum="2004-01-01", bbl=False,
    )  # fmt: skip
    # 19 years: 276.25, below 336.00.
    assert week(young, 2023, 40).columns.minimumloon == euro("276.25")
    assert week(young, 2023, 40).columns.te_betalen == euro("336.00")


def test_vakantiebijslag_in_the_wage_is_in_the_floor_too() -> None:
    found = case(loon=wage("20.00", "uur", vakantiebijslag_inbegrepen=True))
    # 160 x 14.71 x 1.08 = 2,541.888.
    assert month(found, 2026, 3).columns.te_betalen == euro("2541.89")
    assert "vakantiebijslag" not in note_ids(found)
    assert "vakantiebijslag" in note_ids(case())


def test_a_raise_holds_from_its_day() -> None:
    found = case(
        loon=[
            {"van": "2026-03-11", "bedrag": "25.00", "per": "uur"},
            {"van": "2020-01-01", "bedrag": "22.00", "per": "uur"},
        ]
    )
    # Monday and Tuesday: 2 x 8 x 22.00 x 70 % = 246.40. From Wednesday: 3 x 8 x 25.00 x 70 % = 420.00.
    assert week(found, 2026, 11).columns.te_betalen == euro("666.40")


def test_waiting_days_are_the_first_two_days_and_not_those_of_a_relapse() -> None:
    found = case(
        perioden=[*ill("2026-03-02", "2026-03-16"), *ill("2026-03-23", "2026-04-01")],
        wachtdagen=2, loon=wage("25.00", "uur"),
    )  # fmt: skip
    # A week is 40 x 25.00 x 70 % = 700.00, a day 140.00. The first week lacks two days.
    first = week(found, 2026, 10).columns
    assert (first.wettelijk_deel, first.wachtdagen, first.te_betalen) == (
        euro("700.00"),
        euro("280.00"),
        euro("420.00"),
    )
    assert week(found, 2026, 13).columns.te_betalen == euro("700.00")
    assert "wachtdagen" in note_ids(found)
    assert "wachtdag_zonder_uren" not in note_ids(found)


def test_a_waiting_day_in_the_weekend_costs_nothing() -> None:
    found = case(perioden=ill("2026-03-06", "2026-03-16"), wachtdagen=2, loon=wage("25.00", "uur"))
    assert week(found, 2026, 10).columns.wachtdagen == euro("140.00")
    assert week(found, 2026, 11).columns.te_betalen == euro("700.00")
    assert "wachtdag_zonder_uren" in note_ids(found)


def test_a_new_case_has_its_own_waiting_days() -> None:
    first, second = run(
        perioden=[*ill("2026-01-05", "2026-02-02"), *ill("2026-03-02", "2026-03-16")],
        wachtdagen=1, loon=wage("25.00", "uur"),
    ).zaken  # fmt: skip
    assert first.totaal.wachtdagen == second.totaal.wachtdagen == euro("140.00")
    assert first.tot_en_met == date(2026, 2, 1)
    assert second.van == date(2026, 3, 2)


def _worked(**more: Any) -> list[dict[str, Any]]:
    return [{"van": "2026-03-02", "uren_per_week": "16", "vorm": "loonwaarde", **more}]


@pytest.mark.parametrize(
    ("worked", "earned", "due"),
    [
        # 16 x 20.00 = 320.00 in full; 24 hours: 70 % = 336.00, minimum 24 x 14.71 = 353.04. 673.04.
        (_worked(loonwaarde_percentage="100"), "320.00", "673.04"),
        # Half of 320.00 = 160.00; the other 80 % of the wage: 470.72 (80 % of 588.40). 630.72.
        (_worked(loonwaarde_percentage="50"), "160.00", "630.72"),
        # 200.00 is a quarter of 800.00; three quarters of 588.40 = 441.30. 641.30.
        (_worked(loonwaarde_per_week="200.00"), "200.00", "641.30"),
        # More than the wage counts as the wage.
        (_worked(loonwaarde_per_week="900.00"), "800.00", "800.00"),
        # Paid as sick wage: no difference from not working.
        (_worked(loonwaarde_percentage="100", betaling="ziekteloon"), "0.00", "588.40"),
        # Therapeutic work has no value.
        ([{"van": "2026-03-02", "uren_per_week": "16", "vorm": "arbeidstherapeutisch"}], "0.00", "588.40"),
        # Unless the employer agreed to pay those hours in full: 320.00 + 353.04.
        (
            [{"van": "2026-03-02", "uren_per_week": "16", "vorm": "arbeidstherapeutisch", "betaling": "volledig"}],
            "320.00",
            "673.04",
        ),
    ],
)
def test_hours_worked_during_illness(worked: list[dict[str, Any]], earned: str, due: str) -> None:
    row = week(case(gewerkt=worked), 2026, 11).columns
    assert row.gewerkte_uren == euro("16.00")
    assert row.loon_gewerkt == euro(earned)
    assert row.te_betalen == euro(due)


def test_whole_weeks_worked_need_no_dated_amount() -> None:
    found = case(
        perioden=ill("2027-01-04", "2027-01-11"),
        gewerkt=[{"van": "2027-01-04", "uren_per_week": 40, "vorm": "loonwaarde", "loonwaarde_percentage": 100}],
    )
    assert found.is_complete
    assert found.totaal.te_betalen == euro("800.00")


def test_what_is_disputed_about_worked_hours_is_said() -> None:
    unsaid = note_ids(case(gewerkt=_worked(loonwaarde_percentage="100")))
    assert {"gewerkte_uren_omstreden", "betaling_niet_ingevuld"} <= set(unsaid)
    said = note_ids(case(gewerkt=_worked(loonwaarde_percentage="100", betaling="ziekteloon")))
    assert "loonwaarde_als_ziekteloon" in said
    assert "betaling_niet_ingevuld" not in said
    therapeutic = [
        {"van": "2026-03-02", "uren_per_week": "16", "vorm": "arbeidstherapeutisch", "betaling": "ziekteloon"}
    ]
    assert "gewerkte_uren_omstreden" not in note_ids(case(gewerkt=therapeutic))


def test_a_cao_tops_up_by_the_week_of_the_case() -> None:
    found = case(
        perioden=[*ill("2026-03-02", "2026-03-16"), *ill("2026-03-23", "2026-04-06")],
        loon=wage("25.00", "uur"),
        cao=[
            {"van_week": 3, "percentage": "wettelijk"},
            {"van_week": 1, "tot_en_met_week": 2, "percentage": "100"},
        ],
    )
    # 40 x 25.00 = 1,000.00: two weeks in full, of which 300.00 from the cao; week 3 begins after the break.
    first = week(found, 2026, 10).columns
    assert (first.wettelijk_deel, first.aanvulling_cao, first.te_betalen) == (
        euro("700.00"), euro("300.00"), euro("1000.00"),
    )  # fmt: skip
    assert week(found, 2026, 13).columns.te_betalen == euro("700.00")


def test_a_cao_by_date_and_days_without_a_rule() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        cao=[{"van": "2026-03-09", "tot_en_met": "2026-03-15", "percentage": 90}],
    )
    assert [row.columns.te_betalen for row in found.weken] == [
        euro("700.00"), euro("900.00"), euro("700.00"), euro("700.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "due"),
    [
        # 90 % of 2,000.00, also above the maximum.
        (True, "1800.00"),
        # 90 % of 1,549.55 = 1,394.595.
        (False, "1394.60"),
    ],
)
def test_a_cao_with_and_without_the_maximum(above: bool, due: str) -> None:
    found = case(
        perioden=ill("2026-07-06", "2026-07-13"),
        loon=wage("2000.00", "week"),
        cao=[{"van_week": 1, "percentage": "90", "ook_boven_maximumdagloon": above}],
    )
    assert week(found, 2026, 28).columns.te_betalen == euro(due)
    assert ("cao_boven_maximum" in note_ids(found)) is above


def test_a_cao_below_the_law_gives_the_law() -> None:
    found = case(loon=wage("25.00", "uur"), cao=[{"van_week": 1, "percentage": "60"}])
    assert week(found, 2026, 10).columns.te_betalen == euro("700.00")
    assert "cao_onder_wet" in note_ids(found)


def test_other_income_and_a_benefit_come_off() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        andere_inkomsten=[{"van": "2026-03-09", "tot_en_met": "2026-03-15", "bedrag": "150.00", "per": "week"}],
        uitkeringen=[{"van": "2026-03-09", "tot_en_met": "2026-03-20", "bedrag": "100.00", "per": "periode"}],
    )
    # The benefit is spread over 10 working days: 50.00 in each week. 700.00 - 50.00 - 150.00.
    row = week(found, 2026, 11).columns
    assert (row.aftrek_uitkeringen, row.aftrek_inkomsten, row.te_betalen) == (
        euro("50.00"), euro("150.00"), euro("500.00"),
    )  # fmt: skip
    assert week(found, 2026, 12).columns.te_betalen == euro("650.00")
    assert row.aftrek == euro("200.00")
    assert "aftrek" in note_ids(found)


def test_income_per_month_is_spread_over_the_month() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        andere_inkomsten=[{"van": "2026-03-01", "tot_en_met": None, "bedrag": "440.00", "per": "maand"}],
    )
    # March has 22 working days: 20.00 a day. 20 sick days: 2,800.00 - 400.00.
    assert month(found, 2026, 3).columns.te_betalen == euro("2400.00")


def test_never_more_comes_off_than_the_sick_wage() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        gewerkt=[{"van": "2026-03-02", "uren_per_week": "8", "vorm": "loonwaarde", "loonwaarde_percentage": "100"}],
        uitkeringen=[{"van": "2026-03-01", "bedrag": "500.00", "per": "week"}],
        andere_inkomsten=[{"van": "2026-03-01", "bedrag": "500.00", "per": "week"}],
    )
    # 8 x 25.00 = 200.00 earned; 32 x 25.00 x 70 % = 560.00, of which 500.00 and 60.00 come off.
    row = week(found, 2026, 10).columns
    assert (row.aftrek_uitkeringen, row.aftrek_inkomsten) == (euro("500.00"), euro("60.00"))
    assert row.te_betalen == euro("200.00")


def test_a_suspension_is_paid_after_all_on_the_day_it_ends() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        opschorting=[{"van": "2026-03-04", "opgeheven_per": "2026-03-17", "grond": "spreekuur_gemist"}],
    )
    # Week 10: 3 of 5 days are withheld: 420.00. Week 11: 700.00. Week 12: Monday 140.00, and from Tuesday it is paid.
    first, second, third, _fourth = (row.columns for row in found.weken)
    assert (first.verschuldigd, first.opgeschort, first.te_betalen) == (euro("700.00"), euro("420.00"), euro("280.00"))
    assert second.te_betalen == euro("0.00")
    assert (third.opgeschort, third.nabetaald, third.te_betalen) == (euro("140.00"), euro("1260.00"), euro("1820.00"))
    assert found.totaal_weken.te_betalen == found.totaal_weken.verschuldigd == euro("2800.00")
    (measure,) = found.maatregelen
    assert (measure.soort, measure.bedrag, measure.nabetaald_op) == ("opschorting", euro("1260.00"), date(2026, 3, 17))
    assert measure.grondslag == "BW 7:629 lid 6"
    assert "opschorting_loopt" not in note_ids(found)
    assert "niet_meegedeeld" in note_ids(found)


def test_a_suspension_that_ends_after_recovery_is_paid_with_the_last_row() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        opschorting=[{"van": "2026-03-23", "opgeheven_per": "2026-06-01", "grond": "andere_controleregel"}],
    )
    assert found.weken[-1].columns.nabetaald == euro("700.00")
    assert found.totaal.te_betalen == euro("2800.00")


def test_a_suspension_still_runs_at_the_end_of_the_days_asked_for() -> None:
    suspended = [{"van": "2026-03-09", "opgeheven_per": "2026-03-23", "grond": "spreekuur_gemist"}]
    found = case(loon=wage("25.00", "uur"), opschorting=suspended, reken_tot_en_met="2026-03-15")
    assert found.totaal.nabetaald == euro("0.00")
    assert found.totaal.te_betalen == euro("700.00")
    assert found.maatregelen[0].nabetaald_op is None


def test_an_open_suspension_is_withheld_to_the_end() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        opschorting=[{"van": "2026-03-09", "grond": "verblijfadres_onbekend", "meegedeeld_op": "2026-03-09"}],
    )
    assert found.totaal.te_betalen == euro("700.00")
    assert found.totaal.verschuldigd == euro("2800.00")
    assert "opschorting_loopt" in note_ids(found)
    assert "niet_meegedeeld" not in note_ids(found)


def test_a_stop_takes_the_sick_wage_and_leaves_what_was_earned() -> None:
    found = case(
        loon=wage("25.00", "uur"),
        gewerkt=[{"van": "2026-03-02", "uren_per_week": "8", "vorm": "loonwaarde", "loonwaarde_percentage": "100"}],
        loonstop=[
            {"van": "2026-03-09", "tot_en_met": "2026-03-15", "grond": "passende_arbeid_geweigerd",
             "meegedeeld_op": "2026-03-11"},
        ],
        andere_inkomsten=[{"van": "2026-03-09", "tot_en_met": "2026-03-15", "bedrag": "10.00", "per": "week"}],
    )  # fmt: skip
    row = week(found, 2026, 11).columns
    # 32 x 25.00 x 70 % = 560.00 lapses; 200.00 stays. Nothing is left for a deduction.
    assert (row.loonstop, row.aftrek_inkomsten, row.te_betalen) == (euro("560.00"), euro("0.00"), euro("200.00"))
    (measure,) = found.maatregelen
    assert measure.grondslag == "BW 7:629 lid 3 onder c"
    assert measure.bedrag == euro("560.00")
    assert {"loonstop", "laat_meegedeeld"} <= set(note_ids(found))


def test_a_stop_and_a_suspension_of_another_case_stay_there() -> None:
    first, second = run(
        perioden=[*ill("2026-01-05", "2026-02-02"), *ill("2026-03-02", "2026-03-16")],
        loon=wage("25.00", "uur"),
        opschorting=[{"van": "2026-01-12", "opgeheven_per": "2026-01-19", "grond": "spreekuur_gemist"}],
        loonstop=[{"van": "2026-03-09", "tot_en_met": "2026-03-10", "grond": "herstel_belemmerd"}],
    ).zaken
    assert [item.soort for item in first.maatregelen] == ["opschorting"]
    assert [item.soort for item in second.maatregelen] == ["loonstop"]
    assert first.totaal.te_betalen == euro("2800.00")
    assert second.totaal.te_betalen == euro("1120.00")
    assert second.totaal.nabetaald == euro("0.00")


def test_a_waiting_day_is_not_withheld_as_well() -> None:
    found = case(
        loon=wage("25.00", "uur"), wachtdagen=1,
        opschorting=[{"van": "2026-03-02", "opgeheven_per": "2026-03-04", "grond": "spreekuur_gemist"}],
        loonstop=[{"van": "2026-03-05", "tot_en_met": "2026-03-05", "grond": "herstel_belemmerd"}],
    )  # fmt: skip
    row = week(found, 2026, 10).columns
    assert (row.wachtdagen, row.opgeschort, row.loonstop) == (euro("140.00"), euro("140.00"), euro("140.00"))
    assert row.te_betalen == euro("420.00")


def test_there_is_no_wage_during_maternity_leave() -> None:
    found = case(
        perioden=ill("2026-02-02", "2026-10-01"),
        verlof=[{"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": True}],
        loon=wage("25.00", "uur"),
    )
    row = month(found, 2026, 7)
    assert (row.columns.te_betalen, row.columns.uren, row.verlofdagen) == (euro("0.00"), euro("0.00"), 31)
    assert not row.is_blank
    assert month(found, 2026, 9).columns.te_betalen == euro("1120.00")  # 8 days x 8 x 25.00 x 70 %
    assert "verlof" in note_ids(found)


def test_recovery_beside_the_leave_is_paid_in_full() -> None:
    found = case(
        perioden=[*ill("2026-02-02", "2026-05-25"), *ill("2026-09-28", "2026-10-12")],
        verlof=[{"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": True}],
        loon=wage("25.00", "uur"),
    )
    assert week(found, 2026, 22).columns.te_betalen == euro("1000.00")
    assert week(found, 2026, 23).columns.te_betalen == euro("0.00")
    assert week(found, 2026, 39).columns.te_betalen == euro("1000.00")
    assert week(found, 2026, 40).columns.te_betalen == euro("700.00")


def test_who_has_the_aow_age_is_paid_six_weeks() -> None:
    found = case(perioden=ill("2026-02-02"), geboortedatum="1955-05-01", aow_gerechtigd=True, loon=wage("25.00", "uur"))
    assert found.loon_tot_en_met == found.tot_en_met == date(2026, 3, 15)
    assert found.totaal.te_betalen == euro("4200.00")  # 6 x 700.00
    assert "aow" in note_ids(found)


def test_reaching_the_aow_age_is_told_and_not_computed() -> None:
    found = case(perioden=ill("2026-02-02", "2026-10-01"), geboortedatum="1959-06-15", loon=wage("25.00", "uur"))
    assert found.tot_en_met == date(2026, 9, 30)
    (note,) = [note for note in found.opmerkingen if note.id == "aow_tijdens_ziekte"]
    assert "15-06-2026" in note.text


def test_the_end_of_the_contract_ends_the_wage() -> None:
    found = case(perioden=ill("2026-03-02"), einde_dienstverband="2026-03-18", loon=wage("25.00", "uur"))
    assert found.loon_tot_en_met == date(2026, 3, 18)
    assert week(found, 2026, 12).columns.te_betalen == euro("420.00")


def test_a_whole_case_of_104_weeks() -> None:
    found = case(perioden=ill("2024-01-15"), loon=wage("25.00", "uur"))
    assert found.loon_tot_en_met == date(2026, 1, 11)
    assert len(found.weken) == 104
    assert {row.columns.te_betalen for row in found.weken} == {euro("700.00")}
    assert found.totaal.te_betalen == euro("72800.00")
    assert found.totaal.uren == euro("4160.00")


def test_a_loonsanctie_goes_on_without_a_floor() -> None:
    found = case(perioden=ill("2023-12-04"), loonsanctie={}, loon=wage("25.00", "uur"), voltijd_uren_per_week=40)
    # F+1091 = 2026-11-29: 156 weeks of 700.00.
    assert found.loon_tot_en_met == date(2026, 11, 29)
    assert len(found.weken) == 156
    assert found.totaal.te_betalen == euro("109200.00")
    assert found.weken[-1].dagen_eerste_jaar == 0
    assert "loonsanctie" in note_ids(found)


def test_a_late_wia_application_goes_on_and_may_be_stopped() -> None:
    late = {"perioden": ill("2024-03-04"), "gedaan": {"wia_aanvraag": "2025-12-28"}, "loon": wage("25.00", "uur")}
    found = case(**late)
    assert found.loon_tot_en_met == date(2026, 3, 15)
    assert "wia_te_laat" in note_ids(found)
    stopped = case(**late, loonstop=[{"van": "2026-03-02", "grond": "wia_aanvraag_te_laat"}])
    assert stopped.totaal.te_betalen == found.totaal.te_betalen - euro("1400.00")
    assert stopped.maatregelen[0].grondslag == "BW 7:629 lid 3 onder f"


def test_a_later_end_set_by_uwv_is_followed() -> None:
    found = case(perioden=ill("2024-01-15"), verlenging={"tot_en_met": "2026-06-14"}, loon=wage("25.00", "uur"))
    assert found.loon_tot_en_met == date(2026, 6, 14)
    assert "later_einde" in note_ids(found)


def test_breaks_near_four_weeks_are_named() -> None:
    found = case(perioden=[*ill("2026-01-05", "2026-03-03"), *ill("2026-03-30", "2026-04-06")])
    assert "grensgeval" in note_ids(found)


def test_a_case_that_begins_after_the_days_asked_for_is_left_out() -> None:
    result = run(perioden=[*ill("2026-01-05", "2026-02-02"), *ill("2026-03-02", None)], reken_tot_en_met="2026-02-28")
    assert len(result.zaken) == 1


def test_who_works_weekends_is_paid_for_weekends() -> None:
    found = case(
        perioden=ill("2026-03-07", "2026-03-16"), uren_per_week="12",
        werkpatroon={"zaterdag": "7.5", "zondag": 4.5}, loon=wage("400.00", "week"),
    )  # fmt: skip
    # Two weeks of 400.00: 70 % = 280.00 each, above 12 x 14.71 = 176.52.
    assert [row.columns.te_betalen for row in found.weken] == [euro("280.00"), euro("280.00")]
