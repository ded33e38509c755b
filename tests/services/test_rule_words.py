"""A value of the law reads as a person says it, and loses nothing on the way."""

import re
from datetime import date
from decimal import Decimal

import pytest

from reintegratie_desktop.law.book import shipped_law
from reintegratie_desktop.law.calendar import Holiday
from reintegratie_desktop.law.parameters import UNKNOWN, LawValue
from reintegratie_desktop.services.rule_words import SUBJECTS, holiday_words, since_words, subject_words, value_words
from reintegratie_desktop.text.i18n import set_language

LAW = shipped_law()


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "dag", "1 dag"),
        (42, "dag", "42 dagen"),
        (1, "werkdag", "1 werkdag"),
        (6, "week", "6 weken"),
        (2, "maand", "2 maanden"),
        (3, "jaar", "3 jaar"),
        (25, "keer", "25 keer"),
        (1, "mens", "1 mens"),
        (50, "mensen", "50 mensen"),
        (5, "geval", "5 gevallen"),
        (3, "deel", "3"),
        (Decimal("21.75"), "dag", "21,75 dagen"),
        (Decimal("87.5"), "procent", "87,5%"),
        (Decimal("6.175"), "procent", "6,175%"),
        (70, "procent", "70%"),
        (Decimal("14.99"), "euro per uur", "€ 14,99 per uur"),
        (Decimal("0.12345"), "euro per uur", "€ 0,12345 per uur"),
        (Decimal("942500.00"), "euro", "€ 942.500,00"),
        (75, "euro", "€ 75,00"),
        (1, "1 is ja", "ja"),
        (0, "1 is ja", "nee"),
        ("nee", "ja of nee", "nee"),
        ("03-15", "maand-dag", "15 maart"),
        (UNKNOWN, "maand-dag", "nog niet bekend"),
        ("halve_cent_omhoog", "regel", "halve cent omhoog"),
        ("iets anders", "werkgevers", "iets anders"),
        (date(1964, 9, 30), "geboortedatum", "30 sep 1964"),
        (Decimal("1.5"), "onbekende eenheid", "1,5"),
    ],
)
def test_a_value_with_its_unit(value: LawValue, unit: str, words: str) -> None:
    assert value_words(value, unit).replace("\u00a0", " ") == words


def test_an_age_in_months_reads_as_years_and_months() -> None:
    assert value_words(804, "maand", "aow_leeftijd") == "67 jaar"
    assert value_words(807, "maand", "aow_leeftijd") == "67 jaar en 3 maanden"
    assert since_words(date(1961, 1, 1), "aow_leeftijd") == "voor wie is geboren vanaf 1 jan 1961"
    assert since_words(date(2026, 7, 1)) == "vanaf 1 jul 2026"


@pytest.mark.parametrize("key", LAW.parameters)
def test_no_value_of_the_law_loses_a_decimal_or_shows_a_code(key: str) -> None:
    parameter = LAW.parameters[key]
    for dated in parameter.values:
        words = value_words(dated.value, parameter.unit, key)
        assert words
        assert "_" not in words
        if isinstance(dated.value, int | Decimal) and parameter.unit != "1 is ja" and key != "aow_leeftijd":
            told = re.search(r"[0-9.,]+", words)
            assert told is not None
            assert Decimal(told[0].replace(".", "").replace(",", ".")) == dated.value


def test_every_file_of_the_law_has_a_subject_and_a_new_one_gets_a_common_name() -> None:
    assert set(LAW.subjects.values()) <= set(SUBJECTS)
    assert subject_words("iets_nieuws") == "Andere regels"
    assert subject_words("boetes") == "Boetes"


@pytest.mark.parametrize(
    ("holiday", "words"),
    [
        (Holiday("nieuwjaarsdag", month=1, day=1), ("Nieuwjaarsdag", "1 januari")),
        (Holiday("koningsdag", month=4, day=27, sunday=-1), ("Koningsdag", "27 april; op een zondag 1 dag eerder")),
        (Holiday("koningsdag", month=4, day=27, sunday=2), ("Koningsdag", "27 april; op een zondag 2 dagen later")),
        (Holiday("goede_vrijdag", easter=-2), ("Goede Vrijdag", "2 dagen voor Pasen")),
        (Holiday("tweede_paasdag", easter=1), ("2e Paasdag", "1 dag na Pasen")),
    ],
)
def test_a_holiday_in_words(holiday: Holiday, words: tuple[str, str]) -> None:
    assert holiday_words(holiday) == words


def test_numbers_follow_the_language_of_the_screen() -> None:
    set_language("en")
    assert value_words(Decimal("942500.00"), "euro").replace("\u00a0", " ") == "€ 942,500.00"
