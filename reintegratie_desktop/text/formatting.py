"""Dates, hours, numbers and money as people read them, in the language of the screen."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

from reintegratie_desktop.text.i18n import _, current_language, ngettext

NO_BREAK: Final = "\u00a0"
_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}


def _locale() -> str:
    return _LOCALES[current_language()]


def as_date(value: date | str) -> date:
    """Return a date from a date or an ISO text (a time behind it is dropped)."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def day_numeric(value: date | str) -> str:
    """Return `21-11-2026`, as on forms and in sums."""
    day = as_date(value)
    return f"{day.day:02d}-{day.month:02d}-{day.year}"


def day_short(value: date | str) -> str:
    """Return `21 nov`."""
    return format_date(as_date(value), "d MMM", locale=_locale()).replace(".", "")


def day_medium(value: date | str) -> str:
    """Return `21 nov 2026`."""
    return format_date(as_date(value), "d MMM y", locale=_locale()).replace(".", "")


def day_weekday(value: date | str, *, year: bool = False) -> str:
    """Return `za 21 november`, with the year when asked."""
    return format_date(as_date(value), "EEEEEE d MMMM y" if year else "EEEEEE d MMMM", locale=_locale())


def day_long(value: date | str) -> str:
    """Return `zaterdag 21 november 2026`."""
    return format_date(as_date(value), "EEEE d MMMM y", locale=_locale())


def day_and_time(value: str) -> str:
    """Return `zaterdag 21 november 2026 om 10.30 uur` for an ISO date and time."""
    moment = datetime.fromisoformat(value)
    return _("{dag} om {tijd} uur").format(dag=day_long(moment.date()), tijd=moment.strftime("%H.%M"))


def days_left(days: int) -> str:
    """Return the days until a date in words: `over 3 dagen`, `morgen`, `vandaag`, `5 dagen te laat`."""
    if days == 0:
        return _("vandaag")
    if days == 1:
        return _("morgen")
    if days > 0:
        return ngettext("over {dagen} dag", "over {dagen} dagen", days).format(dagen=days)
    return ngettext("{dagen} dag te laat", "{dagen} dagen te laat", -days).format(dagen=-days)


def number(value: Decimal | str, *, decimals: int | None = None) -> str:
    """Return `7,6`; with `decimals` always that many: `7,60`."""
    decimal = Decimal(value)
    if decimals is None:
        return format_decimal(decimal, "#,##0.##", locale=_locale())
    return format_decimal(decimal, f"#,##0.{'0' * decimals}" if decimals else "#,##0", locale=_locale())


def hours(value: Decimal | str) -> str:
    """Return `7,6 uur`."""
    return _("{uren} uur").format(uren=number(value)).replace(" ", NO_BREAK)


def money(value: Decimal | str) -> str:
    """Return `€ 1.250,00`; below zero `€ –5,00`."""
    decimal = Decimal(value)
    sign = "–" if decimal < 0 else ""
    return f"€{NO_BREAK}{sign}{number(abs(decimal), decimals=2)}"


def percent(value: Decimal | str) -> str:
    """Return `70%`."""
    return f"{number(value)}%"
