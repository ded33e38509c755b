"""Dates, hours, numbers and money as people read them, in the language of the screen."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from reintegratie_desktop.text.i18n import N_, _, current_language, ngettext

MOST_DECIMALS: Final = 2
NO_BREAK: Final = "\u00a0"

# The names of months and days go through the catalogue like every other word, so that starting the program does not
# wait for a library of all languages of the world.
MONTHS: Final = (
    N_("januari"), N_("februari"), N_("maart"), N_("april"), N_("mei"), N_("juni"), N_("juli"), N_("augustus"),
    N_("september"), N_("oktober"), N_("november"), N_("december"),
)  # fmt: skip
_SHORT_MONTHS: Final = (
    N_("jan"), N_("feb"), N_("mrt"), N_("apr"), N_("mei"), N_("jun"), N_("jul"), N_("aug"), N_("sep"), N_("okt"),
    N_("nov"), N_("dec"),
)  # fmt: skip
DAYS: Final = (
    N_("maandag"), N_("dinsdag"), N_("woensdag"), N_("donderdag"), N_("vrijdag"), N_("zaterdag"), N_("zondag"),
)  # fmt: skip
_SHORT_DAYS: Final = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))
_SEPARATORS: Final = {"nl": (".", ","), "en": (",", ".")}
"""Between thousands, and before the decimals."""


def as_date(value: date | str) -> date:
    """Return a date from a date or an ISO text (a time behind it is dropped)."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def day_numeric(value: date | str) -> str:
    """Return `21-11-2026`, as on forms and in sums."""
    day = as_date(value)
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def day_short(value: date | str) -> str:
    """Return `21 nov`."""
    day = as_date(value)
    return f"{day.day} {_(_SHORT_MONTHS[day.month - 1])}"


def day_medium(value: date | str) -> str:
    """Return `21 nov 2026`."""
    return f"{day_short(value)} {as_date(value).year}"


def day_month(value: date | str) -> str:
    """Return `21 november`."""
    day = as_date(value)
    return f"{day.day} {_(MONTHS[day.month - 1])}"


def day_weekday(value: date | str, *, year: bool = False) -> str:
    """Return `za 21 november`, with the year when asked."""
    day = as_date(value)
    words = f"{_(_SHORT_DAYS[day.weekday()])} {day_month(day)}"
    return f"{words} {day.year}" if year else words


def day_long(value: date | str) -> str:
    """Return `zaterdag 21 november 2026`."""
    day = as_date(value)
    return f"{_(DAYS[day.weekday()])} {day_month(day)} {day.year}"


def day_full(value: date | str) -> str:
    """Return `zaterdag 21 november`, for a day so near that its year goes without saying."""
    day = as_date(value)
    return f"{_(DAYS[day.weekday()])} {day_month(day)}"


def with_whole_days(text: str) -> str:
    """Return a sentence in which no line ends inside a date such as `do 17 december 2026`."""
    return _written_day(current_language()).sub(lambda found: found[0].replace(" ", NO_BREAK), text)


@lru_cache(maxsize=4)
def _written_day(_language: str) -> re.Pattern[str]:
    months = "|".join(sorted({re.escape(_(name)) for name in (*MONTHS, *_SHORT_MONTHS)}, key=len, reverse=True))
    days = "|".join(re.escape(_(name)) for name in (*DAYS, *_SHORT_DAYS))
    return re.compile(rf"(?:\b(?:{days}) )?\b\d{{1,2}} (?:{months})\b(?: \d{{4}}\b)?")


def day_and_time(value: str) -> str:
    """Return `zaterdag 21 november 2026 om 10.30 uur` for an ISO date and time."""
    moment = datetime.fromisoformat(value)
    return _("{dag} om {tijd} uur").format(dag=day_long(moment.date()), tijd=moment.strftime("%H.%M"))


def moment_as_typed(value: str) -> str:
    """Return a moment of which only a part is known: `1 december 2026`, `10.30 uur`, or both parts as they stand.

    The parts are those of `day T time`, either of them empty or not readable.
    """
    day, sign, clock = value.rpartition("T")
    if not sign:
        day, clock = value, ""
    if re.fullmatch(r"\d{2}:\d{2}(?::\d{2})?", clock):
        clock = _("{tijd} uur").format(tijd=clock[:5].replace(":", "."))
    elif sign and clock and not re.fullmatch(r"(?:\d{4}-\d{2}-\d{2})?", day):
        # An answer in plain words, which happens to hold this letter.
        return value
    try:
        known = date.fromisoformat(day)
    except ValueError:
        pass
    else:
        day = f"{day_month(known)} {known.year}"
    return ", ".join(part for part in (day, clock) if part)


_KEEPS_ITS_LETTERS: Final = re.compile(r"\S*@\S*|\w+://\S*|www\.\S*|\S+\.(?:nl|com|eu|org|net)(?:/\S*)?[.,;]?")
"""Addresses of mail and of the web: another letter makes another address."""


def sentence_start(text: str) -> str:
    """Return a text with a capital, but an address of mail or of the web at its start as it was written."""
    first = text.split(maxsplit=1)[:1]
    if first and _KEEPS_ITS_LETTERS.fullmatch(first[0]):
        return text
    return text[:1].upper() + text[1:]


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
    """Return `7,6`, at most two decimals; with `decimals` always that many: `7,60`."""
    decimal = Decimal(value)
    places = MOST_DECIMALS if decimals is None else decimals
    plain = f"{round(decimal, places) + 0:,.{places}f}"  # + 0 takes the sign off a zero
    if decimals is None and "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    thousands, comma = _SEPARATORS[current_language()]
    return plain.replace(",", " ").replace(".", comma).replace(" ", thousands)


def hours(value: Decimal | str) -> str:
    """Return `7,6 uur`."""
    return _("{uren} uur").format(uren=number(value)).replace(" ", NO_BREAK)


def money(value: Decimal | str) -> str:
    """Return `€ 1.250,00`; below zero `€ –5,00`."""
    decimal = Decimal(value)
    figures = number(abs(decimal), decimals=2)
    sign = "–" if decimal < 0 and figures.strip("0.,") else ""
    return f"€{NO_BREAK}{sign}{figures}"


def percent(value: Decimal | str) -> str:
    """Return `70%`."""
    return f"{number(value)}%"
