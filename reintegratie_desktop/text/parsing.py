"""What people type, read as dates, times, hours and money. Wrong input gives None, never a guess."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

_MONTHS: Final = {
    "januari": 1, "jan": 1, "january": 1,
    "februari": 2, "feb": 2, "february": 2,
    "maart": 3, "mrt": 3, "mar": 3, "march": 3,
    "april": 4, "apr": 4,
    "mei": 5, "may": 5,
    "juni": 6, "jun": 6, "june": 6,
    "juli": 7, "jul": 7, "july": 7,
    "augustus": 8, "aug": 8, "august": 8,
    "september": 9, "sep": 9, "sept": 9,
    "oktober": 10, "okt": 10, "oct": 10, "october": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip
_WORDS: Final = {
    "vandaag": 0, "today": 0, "nu": 0,
    "gisteren": -1, "yesterday": -1,
    "eergisteren": -2,
    "morgen": 1, "tomorrow": 1,
    "overmorgen": 2,
}  # fmt: skip
_WEEKDAYS: Final = (
    r"(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|mo|tu|we|th|fr|sa|su|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,]?\s+"
)
_STEP: Final = (
    r"([+-])\s*(\d{1,4})\s*"
    r"(?:(d|dag|dagen|day|days)|(w|week|weken|weeks)|(m|maand|maanden|month|months))?"
)
_YEARS_AHEAD: Final = 20
"""A year in two figures lies at most this far ahead: `84` is 1984, the year of a birth, and `28` is 2028."""
_LONGEST_NUMBER: Final = 15


def parse_day(text: str, today: date) -> date | None:
    """Read a date as people type it.

    Known shapes: `21-11-2026`, `21/11/26`, `21.11.2026`, `21112026`, `2026-11-21`, `21-11`, `21 nov`, `21 november
    2026`, `vandaag`, `morgen`, `gisteren`, and steps from today: `+6w`, `-3d`, `+2m` (months of the calendar).
    A date without a year is the one nearest to today; a year in two figures lies at most twenty years ahead.
    """
    plain = re.sub(rf"^{_WEEKDAYS}", "", text.strip().casefold())
    if plain in _WORDS:
        return _stepped(today, _WORDS[plain], "d")
    step = re.fullmatch(_STEP, plain)
    if step:
        return _stepped(today, int(step[1] + step[2]), "w" if step[4] else "m" if step[5] else "d")
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    digits = re.fullmatch(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2})(?:\s*[-/.\s]\s*(\d{4}|\d{2}))?", plain)
    packed = re.fullmatch(r"(\d{2})(\d{2})(\d{4})", plain)
    if digits or packed:
        found = digits or packed
        assert found is not None
        return _with_year(int(found[1]), int(found[2]), found[3], today)
    words = re.fullmatch(r"(\d{1,2})\s*[-\s]?\s*([a-z]+)\.?(?:\s*[-\s,]?\s*(\d{4}|\d{2}))?", plain)
    if words and words[2] in _MONTHS:
        return _with_year(int(words[1]), _MONTHS[words[2]], words[3], today)
    return None


def _with_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year and len(year) == 4:
        return _date(int(year), month, day)
    if year:
        full = today.year - today.year % 100 + int(year)
        return _date(full if full <= today.year + _YEARS_AHEAD else full - 100, month, day)
    choices = [_date(today.year + offset, month, day) for offset in (-1, 0, 1)]
    return min((choice for choice in choices if choice), key=lambda choice: abs(choice - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _stepped(today: date, amount: int, unit: str) -> date | None:
    try:
        if unit == "d":
            return today + timedelta(days=amount)
        if unit == "w":
            return today + timedelta(weeks=amount)
        months = today.year * 12 + today.month - 1 + amount
        first = date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None
    for day in range(today.day, 0, -1):
        if found := _date(first.year, first.month, day):
            return found
    return None


def parse_time(text: str) -> str | None:
    """Read a time (`10:30`, `10.30`, `10u30`, `1030`, `815`, `14:5`, `10 uur`, `9`) as `HH:MM`.

    One figure behind a colon is that many minutes; behind a point it may be half an hour too, so that is not read.
    """
    plain = re.sub(r"\s*(?:uur|u|h)\.?$", "", text.strip().casefold())
    found = (
        re.fullmatch(r"(\d{1,2})(?:\s*(?:[:.\su]|uur|h)\s*(\d{2}))?", plain)
        or re.fullmatch(r"(\d{1,2})(\d{2})", plain)
        or re.fullmatch(r"(\d{1,2})\s*:\s*(\d)", plain)
    )
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def parse_number(text: str) -> Decimal | None:
    """Read a Dutch number: `7,5`, `1.250,00`, `36`, `7.5` (a point with one or two digits behind it is a comma).

    A space counts only where thousands are parted: `1 250` is a number, `7 5` is not. `1,250.50`, as an English screen
    shows it, is read too; `1,250` is one and a quarter.
    """
    plain = re.sub(r"\s", " ", text.strip()).replace("−", "-").replace("–", "-")
    plain = re.sub(r"^-\s", "-", plain)
    if re.fullmatch(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?", plain):
        plain = plain.replace(" ", "")
    if len(plain) > _LONGEST_NUMBER:
        return None
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(?:,\d{3})+\.\d{1,2}", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d+", plain):
        plain = plain.replace(",", ".")
    elif not re.fullmatch(r"-?\d+(?:\.\d{1,2})?", plain):
        return None
    return Decimal(plain)


def parse_hours(text: str) -> Decimal | None:
    """Read hours: `7,5`, `7:30`, `7,5 uur`, `7u30`, `7 uur 30`."""
    plain = re.sub(r"\s*(?:uur|uren|u)\.?$", "", text.strip().casefold())
    clock = re.fullmatch(r"(\d{1,3})\s*(?::|uur|u)\s*([0-5]\d)", plain)
    if clock:
        return Decimal(clock[1]) + (Decimal(clock[2]) / 60).quantize(Decimal("0.01"))
    return parse_number(plain)


def parse_money(text: str) -> Decimal | None:
    """Read an amount: `€ 1.234,56`, `1234,5`, `1 234,56`, `€ 100,-`."""
    bare = re.sub(r"(?i)^\s*(?:€|eur(?:o)?)\s*|\s*(?:euro|eur|€)\s*$", "", text.strip())
    value = parse_number(re.sub(r",\s?[-–—]{1,2}$", "", bare))
    if value is None or value != round(value, 2):
        return None
    return value.quantize(Decimal("0.01"))
