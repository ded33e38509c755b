"""Reading dates, times, numbers and money as people type them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reintegratie_desktop.text import formatting as show
from reintegratie_desktop.text.parsing import parse_day, parse_hours, parse_money, parse_number, parse_time

TODAY = date(2026, 11, 23)
ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
amounts = st.decimals(min_value=-9_999_999, max_value=9_999_999, places=2)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("21-11-2026", date(2026, 11, 21)),
        ("1-2-2027", date(2027, 2, 1)),
        ("21/11/26", date(2026, 11, 21)),
        ("21.11.2026", date(2026, 11, 21)),
        ("21 11 2026", date(2026, 11, 21)),
        ("21112026", date(2026, 11, 21)),
        ("2026-11-21", date(2026, 11, 21)),
        ("21-11", date(2026, 11, 21)),
        ("5-1", date(2027, 1, 5)),
        ("21 nov", date(2026, 11, 21)),
        ("21nov2026", date(2026, 11, 21)),
        ("21 november 2026", date(2026, 11, 21)),
        ("21 Nov. 2026", date(2026, 11, 21)),
        ("3 mrt", date(2027, 3, 3)),
        ("3 maart", date(2027, 3, 3)),
        ("29 februari 2028", date(2028, 2, 29)),
        ("za 21 november 2026", date(2026, 11, 21)),
        ("Zaterdag 21-11-2026", date(2026, 11, 21)),
        ("saturday 21 november 2026", date(2026, 11, 21)),
        ("  vandaag ", TODAY),
        ("Morgen", date(2026, 11, 24)),
        ("gisteren", date(2026, 11, 22)),
        ("eergisteren", date(2026, 11, 21)),
        ("overmorgen", date(2026, 11, 25)),
        ("+6w", date(2027, 1, 4)),
        ("+ 6 weken", date(2027, 1, 4)),
        ("+6 weeks", date(2027, 1, 4)),
        ("-3d", date(2026, 11, 20)),
        ("-3", date(2026, 11, 20)),
        ("+1 dag", date(2026, 11, 24)),
        ("+2m", date(2027, 1, 23)),
        ("+3 maanden", date(2027, 2, 23)),
        ("17-05-84", date(1984, 5, 17)),
        ("17-05-46", date(2046, 5, 17)),
        ("17-05-47", date(1947, 5, 17)),
    ],
)
def test_dates_are_read_in_every_known_shape(text: str, wanted: date) -> None:
    assert parse_day(text, TODAY) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "", "31-02-2026", "29-02-2027", "29-02", "32-1", "13-13-2026", "mei", "21 foo", "1-2-3", "+6x", "+6 eken",
        "21-11-0000", "2026-13-01", "+", "21-11-20266", "31122026x", "-9999 maanden en een dag", "-99999m",
    ],
)  # fmt: skip
def test_what_is_no_date_gives_nothing(text: str) -> None:
    assert parse_day(text, date(2026, 11, 23)) is None


def test_a_step_past_the_calendar_gives_nothing() -> None:
    assert parse_day("morgen", date.max) is None
    assert parse_day("-9999w", date(100, 1, 1)) is None
    assert parse_day("-9999m", date(100, 1, 1)) is None


def test_a_month_step_from_the_31st_lands_on_the_last_day() -> None:
    assert parse_day("+1m", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_day("-2m", date(2027, 1, 31)) == date(2026, 11, 30)


@given(days)
def test_what_we_show_can_be_typed_back(day: date) -> None:
    assert parse_day(show.day_numeric(day), TODAY) == day
    assert parse_day(show.day_medium(day), TODAY) == day
    assert parse_day(show.day_long(day), TODAY) == day
    assert parse_day(show.day_weekday(day, year=True), TODAY) == day
    assert parse_day(day.isoformat(), TODAY) == day
    assert parse_day(f"{day:%d%m%Y}", TODAY) == day


@given(days)
def test_english_dates_can_be_typed_too(day: date) -> None:
    month = ENGLISH_MONTHS[day.month - 1]
    weekday = ENGLISH_DAYS[day.weekday()]

    assert parse_day(f"{weekday} {day.day} {month} {day.year:04d}", TODAY) == day
    assert parse_day(f"{weekday[:3]} {day.day} {month[:3]} {day.year:04d}", TODAY) == day
    assert parse_day(f"{weekday[:2]} {day.day} {month} {day.year:04d}", TODAY) == day


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)), st.integers(-170, 170))
def test_a_date_without_a_year_is_the_nearest(today: date, offset: int) -> None:
    day = today + timedelta(days=offset)

    assert parse_day(f"{day.day}-{day.month}", today) == day
    assert parse_day(show.day_short(day), today) == day


@given(st.text(max_size=30), days)
def test_any_text_is_read_or_refused(text: str, today: date) -> None:
    assert parse_day(text, today) is None or isinstance(parse_day(text, today), date)
    assert parse_time(text) is None or len(parse_time(text) or "") == 5
    for parse in (parse_number, parse_hours, parse_money):
        assert parse(text) is None or isinstance(parse(text), Decimal)


@given(st.text(alphabet="0123456789.,:- ", max_size=40))
def test_any_row_of_figures_is_read_or_refused(text: str) -> None:
    for parse in (parse_number, parse_hours, parse_money):
        value = parse(text)
        assert value is None or value.is_finite()
    assert parse_day(text, TODAY) is None or parse_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10:30", "10:30"), ("10.30", "10:30"), ("1030", "10:30"), ("10 uur", "10:00"), ("9", "09:00"),
        ("9.05 uur", "09:05"), ("10u30", "10:30"), ("7u", "07:00"), ("10h", "10:00"), (" 23:59 ", "23:59"),
        ("24:00", None), ("10:60", None), ("", None), ("half elf", None), ("-1", None),
        ("815", "08:15"), ("8", "08:00"), ("8u15", "08:15"), ("8.15", "08:15"), ("14:5", "14:05"),
        ("8 uur 15", "08:15"),
        ("8h15", "08:15"), ("14 : 5", "14:05"), ("10.3", None), ("14:7:3", None), ("875", None), ("10300", None),
    ],
)  # fmt: skip
def test_times_are_read(text: str, wanted: str | None) -> None:
    assert parse_time(text) == wanted


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_is_read_in_every_way_it_is_typed(hour: int, minute: int) -> None:
    wanted = f"{hour:02d}:{minute:02d}"
    shapes = [f"{hour}{sign}{minute:02d}" for sign in ("", ":", ".", "u", "h", " ", " uur ")]
    assert {parse_time(text) for text in (*shapes, wanted, f"{hour}:{minute}", f"{hour}.{minute:02d} uur")} == {wanted}
    assert parse_time(f"{hour:02d}") == f"{hour:02d}:00"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("7,5", "7.5"), ("7.5", "7.5"), ("36", "36"), ("1.250", "1250"), ("1.250,75", "1250.75"),
        ("1 250,75", "1250.75"),        ("1\u00a0250", "1250"), ("-3", "-3"), ("− 3,25", "-3.25"), ("–3", "-3"),
        ("1,250.50", "1250.50"), ("1,250", "1.25"), ("0,125", "0.125"), (" 12 ", "12"),
    ],
)  # fmt: skip
def test_numbers_are_read(text: str, wanted: str) -> None:
    assert parse_number(text) == Decimal(wanted)


@pytest.mark.parametrize(
    "text", ["", "abc", "7 5", "1,2,3", "1.2.3", "1.2345", "12.34.56", "--3", "9" * 20, "1e5", "NaN"]
)
def test_what_is_no_number_gives_nothing(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("7,5", "7.5"), ("7:30", "7.50"), ("7u30", "7.50"), ("7 uur 30", "7.50"), ("7,5 uur", "7.5"), ("38 u", "38"),
        ("0:45", "0.75"), ("8 uren", "8"), ("7:20", "7.33"), ("7.6", "7.6"),
    ],
)  # fmt: skip
def test_hours_are_read(text: str, wanted: str) -> None:
    assert parse_hours(text) == Decimal(wanted)


@pytest.mark.parametrize("text", ["7:75", "uur", "", "7:3", "acht"])
def test_what_are_no_hours_gives_nothing(text: str) -> None:
    assert parse_hours(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("€ 1.234,56", "1234.56"), ("1234,5", "1234.50"), ("1 234,56", "1234.56"), ("€ 100,-", "100.00"),
        ("100,-- euro", "100.00"), ("EUR 12", "12.00"), ("12 eur", "12.00"), ("€\u00a0–5,00", "-5.00"), ("70", "70.00"),
    ],
)  # fmt: skip
def test_money_is_read(text: str, wanted: str) -> None:
    value = parse_money(text)

    assert value == Decimal(wanted)
    assert value.as_tuple().exponent == -2


@pytest.mark.parametrize("text", ["", "€", "12,345", "gratis", "1" * 40, "12 13"])
def test_what_is_no_amount_gives_nothing(text: str) -> None:
    assert parse_money(text) is None


@given(amounts)
def test_money_and_numbers_we_show_can_be_typed_back(amount: Decimal) -> None:
    assert parse_money(show.money(amount)) == amount
    assert parse_number(show.number(amount)) == amount
    assert parse_number(show.number(amount, decimals=2)) == amount
    assert parse_hours(show.hours(amount)) == amount
