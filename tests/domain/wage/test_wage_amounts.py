"""The dated amounts of the wage: those of the sources, what holds how long, and what the user enters."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from reintegratie_desktop.domain.wage.amounts import Amounts, Ceiling, Minimum, Missing
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.domain.wage.rounding import in_cents, way_of
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.law.parameters import LawDataError
from tests.domain.wage.wage_tools import case, euro, facts, ill, month, note_ids, run, wage, week

LAW = load_law()

HOURLY = {
    "2024-01-01": "13.27 10.62 7.96 6.64 5.24 4.58 3.98",
    "2024-07-01": "13.68 10.94 8.21 6.84 5.40 4.72 4.10",
    "2025-01-01": "14.06 11.25 8.44 7.03 5.55 4.85 4.22",
    "2025-07-01": "14.40 11.52 8.64 7.20 5.69 4.97 4.32",
    "2026-01-01": "14.71 11.77 8.83 7.36 5.81 5.07 4.41",
    "2026-07-01": "14.99 11.99 8.99 7.50 5.92 5.17 4.50",
}
"""As published: 21 and over, then 20 down to 15."""

BBL = {
    "2024-01-01": "8.16 6.97 6.04",
    "2024-07-01": "8.41 7.18 6.22",
    "2025-01-01": "8.65 7.38 6.40",
    "2025-07-01": "8.86 7.56 6.55",
    "2026-01-01": "9.05 7.72 6.69",
    "2026-07-01": "9.22 7.87 6.82",
}
"""20, 19 and 18."""

HIGHEST = {
    "2023-07-01": ("264.57", "5754.40"),
    "2024-01-01": ("274.44", "5969.07"),
    "2024-07-01": ("282.95", "6154.16"),
    "2025-01-01": ("290.67", "6322.07"),
    "2025-07-01": ("297.82", "6477.59"),
    "2026-01-01": ("304.25", "6617.44"),
    "2026-07-01": ("309.91", "6740.54"),
}


def _amounts(**changes: Any) -> Amounts:
    """Amounts for somebody who fell ill before the first day that is asked for."""
    long_ago = {"perioden": ill("2023-07-03"), **changes}
    return Amounts(read_facts(facts(**long_ago)), LAW)


def _of_age(day: date, age: int, *, bbl: bool = False) -> Minimum | Missing | None:
    return _amounts(geboortedatum=day.replace(year=day.year - age).isoformat(), bbl=bbl).minimum(day)


@pytest.mark.parametrize("start", HOURLY)
def test_the_minimum_per_hour_as_published(start: str) -> None:
    day = date.fromisoformat(start)
    for age, amount in zip((21, 20, 19, 18, 17, 16, 15), HOURLY[start].split(), strict=True):
        found = _of_age(day, age)
        assert isinstance(found, Minimum)
        assert found.hour == Fraction(amount), age
        assert found.used[0].starts_on == day
    assert _of_age(day, 14) is None


@pytest.mark.parametrize("start", BBL)
def test_the_minimum_in_a_bbl_contract(start: str) -> None:
    day = date.fromisoformat(start)
    young = HOURLY[start].split()
    amounts = zip((21, 20, 19, 18, 17, 16, 15), [young[0], *BBL[start].split(), *young[4:]], strict=True)
    for age, amount in amounts:
        found = _of_age(day, age, bbl=True)
        assert isinstance(found, Minimum)
        assert found.hour == Fraction(amount), age


@pytest.mark.parametrize("start", HIGHEST)
def test_the_maximum_per_day_and_month(start: str) -> None:
    found = _amounts().ceiling(date.fromisoformat(start))
    assert isinstance(found, Ceiling)
    per_day, per_month = HIGHEST[start]
    assert found.day.value == Decimal(per_day)
    way = way_of(LAW.on(date(2026, 1, 1)).value("afronding_loon").value)
    assert in_cents(Fraction(found.day.value) * Fraction(found.days_of_month.value), way) == Decimal(per_month)


def test_what_was_computed_or_planned_is_marked_to_check() -> None:
    marked = {
        f"{key}@{value.starts_on}"
        for key, parameter in LAW.parameters.items()
        if key.startswith(("minimum", "maximumdagloon", "bedragen_", "afronding_", "vakantiebijslag_"))
        for value in parameter.values
        if value.to_check
    }
    young = {f"minimumjeugdloon_{scale}{age}@2027-01-01" for scale in ("", "bbl_") for age in (20, 19, 18, 17, 16, 15)}
    assert marked == {
        *young,
        "maximumdagloon@2025-07-01",
        "maximumdagloon_dagen_per_week@2012-01-01",
        "minimumloon_maanden_per_jaar@2024-01-01",
    }


def test_an_amount_holds_in_its_own_half_year_only() -> None:
    amounts = _amounts()
    assert isinstance(amounts.minimum(date(2026, 12, 31)), Minimum)
    assert amounts.minimum(date(2027, 1, 1)) == Missing("minimumuurloon", date(2027, 1, 1))
    assert amounts.ceiling(date(2027, 8, 1)) == Missing("maximumdagloon", date(2027, 7, 1))
    assert amounts.minimum(date(2023, 6, 30)) == Missing("minimumuurloon", date(2023, 1, 1))


def test_2027_stops_the_calculation_for_its_own_days_only() -> None:
    found = case(perioden=ill("2026-12-28", "2027-01-11"))
    assert not found.is_complete
    assert found.berekend_tot_en_met == date(2026, 12, 31)
    # Monday to Thursday: 4 x 8 x 14.99.
    row = week(found, 2026, 53)
    assert (row.columns.te_betalen, row.dagen_niet_berekend, row.is_complete) == (euro("479.68"), 1, False)
    assert not row.is_blank
    assert week(found, 2027, 1).is_blank
    assert {(gap.missing.key, gap.van, gap.tot_en_met) for gap in found.ontbreekt} == {
        ("minimumuurloon", date(2027, 1, 1), date(2027, 1, 8)),
        ("maximumdagloon", date(2027, 1, 1), date(2027, 1, 8)),
    }
    assert found.totaal.te_betalen == euro("479.68")


def test_days_after_the_missing_ones_are_computed() -> None:
    own = [
        {"bedrag": "maximumdagloon", "van": "2027-01-01", "waarde": "315.00", "bron": "UWV"},
        {"bedrag": "minimumuurloon", "van": "2027-01-06", "waarde": "15.30", "bron": "Rijksoverheid"},
    ]
    found = case(perioden=ill("2026-12-28", "2027-01-11"), eigen_bedragen=own)
    assert [(gap.van, gap.tot_en_met) for gap in found.ontbreekt] == [(date(2027, 1, 1), date(2027, 1, 5))]
    # Wednesday to Friday: 3 x 8 x 15.30.
    assert week(found, 2027, 1).columns.te_betalen == euro("367.20")


def test_amounts_of_the_user_fill_the_gap() -> None:
    own = [
        {"bedrag": "maximumdagloon", "van": "2027-01-01", "waarde": "315.00", "bron": "UWV"},
        {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.30", "bron": "Rijksoverheid"},
    ]
    found = run(perioden=ill("2026-12-28", "2027-01-11"), eigen_bedragen=own)
    assert found.is_complete
    assert week(found.zaken[0], 2027, 1).columns.te_betalen == euro("612.00")  # 40 x 15.30
    entered = [amount for amount in found.bedragen if amount.checked_on is None]
    assert {(amount.key, amount.source, amount.value) for amount in entered} == {
        ("maximumdagloon", "UWV", Decimal("315.00")),
        ("minimumuurloon", "Rijksoverheid", Decimal("15.30")),
    }
    assert note_ids(found.zaken[0]).count("eigen_bedrag") == 2


def test_the_youth_scale_of_2027_goes_over_an_amount_of_the_user_and_is_to_check() -> None:
    own = [
        {"bedrag": "maximumdagloon", "van": "2027-01-01", "waarde": "315.00", "bron": "UWV"},
        {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.00", "bron": "Rijksoverheid"},
    ]
    young = {"perioden": ill("2027-02-01", "2027-02-08"), "geboortedatum": "2008-01-01", "loon": wage("12.00", "uur")}
    found = case(**young, eigen_bedragen=own)
    # 19 years: 75 % of 15.00 = 11.25; 40 x 11.25.
    assert week(found, 2027, 5).columns.te_betalen == euro("450.00")
    assert "te_controleren" in note_ids(found)
    # An amount for the age itself goes before the scale.
    found = case(**young, eigen_bedragen=[*own, {**own[1], "leeftijd": 19, "waarde": "11.30"}])
    assert week(found, 2027, 5).columns.te_betalen == euro("452.00")


def test_an_amount_of_the_program_goes_before_one_of_the_user() -> None:
    own = [
        {"bedrag": "minimumuurloon", "van": "2026-03-01", "waarde": "16.00", "bron": "Krant"},
        {"bedrag": "maximumdagloon", "van": "2026-01-01", "waarde": "304.25", "bron": "UWV"},
        {"bedrag": "minimumuurloon", "van": "2026-03-01", "waarde": "9.00", "bron": "Krant", "leeftijd": 18},
        {"bedrag": "minimumuurloon", "van": "2027-01-01", "waarde": "15.00", "bron": "Krant"},
    ]
    found = case(eigen_bedragen=own)
    assert month(found, 2026, 3).columns.te_betalen == euro("2353.60")
    assert note_ids(found).count("eigen_bedrag_anders") == 1


def test_an_amount_to_check_gives_way_to_one_of_the_user() -> None:
    high = {"perioden": ill("2025-07-07", "2025-07-14"), "loon": wage("2000.00", "week")}
    # 5 x 297.82 x 70 % = 1,042.37.
    assert week(case(**high), 2025, 28).columns.te_betalen == euro("1042.37")
    (note,) = [note for note in case(**high).opmerkingen if note.id == "te_controleren"]
    assert note.text.replace("\u00a0", " ") == (
        "Maximumdagloon vanaf 01-07-2025: € 297,82 per dag. Kijk na of dit klopt."
    )
    # The amount of the next half year is the one that counts now; that one was checked.
    later = case(**{**high, "perioden": ill("2025-07-07", "2026-01-19")})
    assert "te_controleren" not in note_ids(later)
    own = [{"bedrag": "maximumdagloon", "van": "2025-07-01", "waarde": "298.00", "bron": "UWV"}]
    # 5 x 298.00 x 70 % = 1,043.00.
    assert week(case(**high, eigen_bedragen=own), 2025, 28).columns.te_betalen == euro("1043.00")


def test_2023_without_the_full_working_week_says_what_misses() -> None:
    found = case(perioden=ill("2023-10-02", "2023-10-09"))
    (gap,) = found.ontbreekt
    assert gap.missing.key == "voltijd_uren_per_week"
    assert gap.missing.name == "De uren van een volle werkweek"
    assert Missing("maximumdagloon", date(2027, 1, 1)).name == "Het maximumdagloon"


def test_the_lower_bbl_scale_of_2023_stands_in_no_source() -> None:
    bbl = {"perioden": ill("2023-10-02", "2023-10-09"), "bbl": True, "voltijd_uren_per_week": 40}
    (gap,) = case(**bbl, geboortedatum="2004-06-01").ontbreekt
    assert (gap.missing.leeftijd, gap.missing.name) == (19, "Het minimumuurloon bij 19 jaar")
    assert case(**bbl, geboortedatum="2007-01-01").is_complete, "at 16 both scales are the same"
    assert case(**bbl, geboortedatum="1990-01-01").is_complete


def test_an_older_case_is_computed_with_amounts_of_the_user() -> None:
    own = [
        {"bedrag": "minimumuurloon", "van": "2019-01-01", "waarde": "10.00", "bron": "Rijksoverheid"},
        {"bedrag": "maximumdagloon", "van": "2019-01-01", "waarde": "214.28", "bron": "UWV"},
    ]
    old = {"perioden": ill("2019-02-04", "2019-02-11"), "loon": wage("1800.00", "maand"), "eigen_bedragen": own}
    found = case(**{**old, "loon": [{"van": "2019-01-01", "bedrag": "1800.00", "per": "maand"}]})
    # 5 of 20 working days: 450.00; the floor is 40 x 10.00 = 400.00: no fixed month before 2024.
    assert found.totaal.te_betalen == euro("400.00")
    young = case(
        **{**old, "loon": [{"van": "2019-01-01", "bedrag": "9.00", "per": "uur"}], "geboortedatum": "2000-06-01"}
    )
    assert young.ontbreekt[0].missing == Missing("minimumuurloon", date(2019, 1, 1), 18)


def test_rounding_goes_by_name() -> None:
    way = way_of("halve_cent_omhoog")
    cases = {"0.005": "0.01", "0.0049": "0.00", "1.015": "1.02", "2.6749": "2.67"}
    for exact, rounded in cases.items():
        assert in_cents(Fraction(exact), way) == Decimal(rounded)
    for broken in ("naar_boven", 3):
        with pytest.raises(LawDataError, match="no rounding rule"):
            way_of(broken)
