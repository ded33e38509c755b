"""Dates, hours, numbers and money as the screen and the papers show them."""

from datetime import date
from decimal import Decimal

import pytest

from reintegratie_desktop.text import formatting as show
from reintegratie_desktop.text.i18n import speaking

DAY = date(2026, 11, 21)


def test_dates_in_dutch() -> None:
    assert show.day_numeric(DAY) == "21-11-2026"
    assert show.day_numeric("2026-03-04T10:30:00") == "04-03-2026"
    assert show.day_short(DAY) == "21 nov"
    assert show.day_short(date(2026, 3, 4)) == "4 mrt"
    assert show.day_medium(DAY) == "21 nov 2026"
    assert show.day_month(DAY) == "21 november"
    assert show.day_weekday(DAY) == "za 21 november"
    assert show.day_weekday(DAY, year=True) == "za 21 november 2026"
    assert show.day_long(DAY) == "zaterdag 21 november 2026"
    assert show.day_and_time("2026-11-21T10:30") == "zaterdag 21 november 2026 om 10.30 uur"


def test_an_early_year_keeps_four_figures() -> None:
    assert show.day_numeric(date(999, 1, 2)) == "02-01-0999"


def test_dates_and_figures_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"zaterdag": "Saturday", "november": "November", "nov": "Nov"}
    monkeypatch.setattr(show, "_", lambda message: words.get(message, message))
    monkeypatch.setattr(show, "current_language", lambda: "en")

    assert show.day_long(DAY) == "Saturday 21 November 2026"
    assert show.day_medium(DAY) == "21 Nov 2026"
    assert show.number(Decimal("1250.5")) == "1,250.5"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag"), (1, "morgen"), (2, "over 2 dagen"), (18, "over 18 dagen"),
        (-1, "1 dag te laat"), (-5, "5 dagen te laat"),
    ],
)  # fmt: skip
def test_days_until_a_date_in_words(days: int, words: str) -> None:
    assert show.days_left(days) == words


@pytest.mark.parametrize(
    ("value", "decimals", "wanted"),
    [
        ("7.6", None, "7,6"), ("7.60", 2, "7,60"), ("1250", None, "1.250"), ("1250.5", 0, "1.250"), ("36", None, "36"),
        ("-2.5", None, "-2,5"), ("0", 2, "0,00"), ("-0.001", None, "0"),
    ],
)  # fmt: skip
def test_numbers(value: str, decimals: int | None, wanted: str) -> None:
    assert show.number(value, decimals=decimals) == wanted


def test_hours_money_and_percent() -> None:
    assert show.hours("7.6") == "7,6\u00a0uur"
    assert show.money("1250") == "€\u00a01.250,00"
    assert show.money(Decimal(-5)) == "€\u00a0–5,00"
    assert show.money(Decimal("-0.001")) == "€\u00a00,00"
    assert show.percent("70") == "70%"
    assert show.percent("66.67") == "66,67%"


def test_a_date_stays_a_date() -> None:
    assert show.as_date(DAY) is DAY
    assert show.as_date("2026-11-21") == DAY


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-12-01T", "1 december 2026"), ("2026-12-01", "1 december 2026"), ("T10:30", "10.30 uur"),
        ("2026-12-01T10:30", "1 december 2026, 10.30 uur"), ("2026-12-01Tmiddag", "1 december 2026, middag"),
        ("oostT10:30", "oost, 10.30 uur"), ("ooitT", "ooit"), ("ooit", "ooit"),
        ("na de APRIL-Toets", "na de APRIL-Toets"),
        ("2026-02-31T", "2026-02-31"), ("", ""),
    ],
)  # fmt: skip
def test_a_moment_of_which_a_part_misses_prints_as_words(value: str, words: str) -> None:
    assert show.moment_as_typed(value) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("petra@voorbeeld.nl, leidinggevende", "petra@voorbeeld.nl, leidinggevende"),
        ("www.voorbeeld.nl", "www.voorbeeld.nl"), ("https://voorbeeld.nl/a b", "https://voorbeeld.nl/a b"),
        ("voorbeeld.nl", "voorbeeld.nl"),
        ("06 0000 0021", "06 0000 0021"), ("petra.de.vries@voorbeeld.nl", "petra.de.vries@voorbeeld.nl"),
        ("inpakken, do 26 nov", "Inpakken, do 26 nov"), ("é", "É"), ("", ""), (" a", " a"),
    ],
)  # fmt: skip
def test_a_capital_begins_a_sentence_and_never_an_address(text: str, shown: str) -> None:
    assert show.sentence_start(text) == shown


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("nl", "De uiterste dag was do 17 december 2026.", "De uiterste dag was do_17_december_2026."),
        ("nl", "Liefst vr 19 februari, uiterlijk 21 feb 2027.", "Liefst vr_19_februari, uiterlijk 21_feb_2027."),
        ("nl", "Los eerst de 7 punten bovenaan op.", "Los eerst de 7 punten bovenaan op."),
        ("en", "The last day was Thu 17 December 2026.", "The last day was Thu_17_December_2026."),
    ],
)  # fmt: skip
def test_no_line_ends_inside_a_date(language: str, text: str, kept: str) -> None:
    with speaking(language):
        assert show.with_whole_days(text).replace(show.NO_BREAK, "_") == kept
