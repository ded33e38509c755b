"""A value of the law in words: with its unit, its days, and the article it stands in."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from dateutil.relativedelta import relativedelta

from reintegratie_desktop.law.calendar import HOLIDAY_NAMES, Holiday
from reintegratie_desktop.law.parameters import UNKNOWN, LawValue
from reintegratie_desktop.text.formatting import MOST_DECIMALS, NO_BREAK, day_medium, day_month, money, number
from reintegratie_desktop.text.i18n import N_, _, ngettext

SUBJECTS: Final = {
    "termijnen": N_("Termijnen in de eerste twee jaar"),
    "rekenregels": N_("Tellen en bijzondere situaties"),
    "feestdagen": N_("Feestdagen en weekend"),
    "loon": N_("Loon bij ziekte"),
    "loonregels": N_("Loon bij ziekte"),
    "maximumdagloon": N_("Maximumdagloon"),
    "minimumloon": N_("Minimumloon"),
    "vangnet": N_("Vangnet, no-risk en eigenrisicodragers"),
    "premies": N_("Premies"),
    "kleine_werkgever": N_("Kleine en grote werkgevers"),
    "lkv": N_("Loonkostenvoordeel"),
    "transitievergoeding": N_("Transitievergoeding"),
    "deskundigenoordeel": N_("Deskundigenoordeel"),
    "boetes": N_("Boetes"),
    "verlof": N_("Zwangerschaps- en bevallingsverlof"),
    "aow": N_("AOW-leeftijd"),
    "zestigplus": N_("60 jaar en ouder"),
    "toets": N_("Controle van het dossier"),
    "medezeggenschap": N_("Medezeggenschap over verzuim"),
    "sivi": N_("Cijfers op de pagina Inzicht"),
}
"""What the files of the law are about, in the order in which they are shown."""

OTHER: Final = N_("Andere regels")
EXPLAINED: Final = N_("Meer over regels in je bedrijf")
DOUBTS: Final = N_("Waar de wet ruimte laat")

_COUNTS: Final[dict[str, Callable[[int], str]]] = {
    "dag": lambda n: ngettext("{n} dag", "{n} dagen", n),
    "werkdag": lambda n: ngettext("{n} werkdag", "{n} werkdagen", n),
    "week": lambda n: ngettext("{n} week", "{n} weken", n),
    "maand": lambda n: ngettext("{n} maand", "{n} maanden", n),
    "jaar": lambda n: ngettext("{n} jaar", "{n} jaar", n),
    "keer": lambda n: ngettext("{n} keer", "{n} keer", n),
    "mens": lambda n: ngettext("{n} mens", "{n} mensen", n),
    "mensen": lambda n: ngettext("{n} mens", "{n} mensen", n),
    "geval": lambda n: ngettext("{n} geval", "{n} gevallen", n),
}
_EURO: Final = "euro"
_MONEY: Final = {
    "euro per uur": N_("{bedrag} per uur"),
    "euro per dag": N_("{bedrag} per dag"),
    "euro per week": N_("{bedrag} per week"),
    "euro per maand": N_("{bedrag} per maand"),
}
_WORDS: Final = {
    UNKNOWN: N_("nog niet bekend"),
    "ja": N_("ja"),
    "nee": N_("nee"),
    "alle": N_("alle werkgevers"),
    "halve_cent_omhoog": N_("halve cent omhoog"),
}
_YES: Final = "1 is ja"
_BY_BIRTH: Final = {"aow_leeftijd", "aow_leeftijd_bekend_tot_en_met"}
"""Values that hold for who was born from a day on, instead of from that day on."""
_DAY_OF_YEAR: Final = "maand-dag"
_LEAP_YEAR: Final = "2000"
"""Any year that has every day."""


def subject_words(subject: str) -> str:
    """Return what a file of the law is about, translated."""
    return _(SUBJECTS.get(subject, OTHER))


def value_words(value: LawValue, unit: str, key: str = "") -> str:
    """Return a value of a parameter with its unit: `42 dagen`, `€ 14,99 per uur`, `87,5%`, `31 juli`."""
    if isinstance(value, str):
        if unit == _DAY_OF_YEAR and value != UNKNOWN:
            return day_month(f"{_LEAP_YEAR}-{value}")
        return _(_WORDS[value]) if value in _WORDS else value
    if isinstance(value, date):
        return day_medium(value)
    if unit == "procent":
        return f"{_exact(value)}%"
    if unit == _YES:
        return _("ja") if value == 1 else _("nee")
    if isinstance(value, int) and key in _BY_BIRTH:
        return _age(value)
    if unit in _COUNTS:
        return _COUNTS[unit](value if isinstance(value, int) else 2).format(n=_exact(value))
    if unit == _EURO or unit in _MONEY:
        amount = f"€{NO_BREAK}{_exact(value)}" if _decimals(value) > MOST_DECIMALS else money(Decimal(value))
        return _(_MONEY[unit]).format(bedrag=amount) if unit in _MONEY else amount
    return _exact(value)


def since_words(starts_on: date, key: str = "") -> str:
    """Return from which day a value of a parameter holds."""
    words = _("voor wie is geboren vanaf {dag}") if key in _BY_BIRTH else _("vanaf {dag}")
    return words.format(dag=day_medium(starts_on))


def holiday_words(holiday: Holiday) -> tuple[str, str]:
    """Return the name of a holiday, and when it is."""
    name = _(HOLIDAY_NAMES[holiday.id])
    if holiday.easter is not None:
        days = abs(holiday.easter)
        words = (
            ngettext("{n} dag voor Pasen", "{n} dagen voor Pasen", days)
            if holiday.easter < 0
            else ngettext("{n} dag na Pasen", "{n} dagen na Pasen", days)
        )
        return name, words.format(n=days)
    day = day_month(f"{_LEAP_YEAR}-{holiday.month:02d}-{holiday.day:02d}")
    if not holiday.sunday:
        return name, day
    days = abs(holiday.sunday)
    words = (
        ngettext("{dag}; op een zondag {n} dag eerder", "{dag}; op een zondag {n} dagen eerder", days)
        if holiday.sunday < 0
        else ngettext("{dag}; op een zondag {n} dag later", "{dag}; op een zondag {n} dagen later", days)
    )
    return name, words.format(dag=day, n=days)


def _age(months: int) -> str:
    """Return an age that the law gives in months as years and months."""
    age = relativedelta(months=months)
    words = _COUNTS["jaar"](age.years).format(n=age.years)
    if not age.months:
        return words
    return _("{jaren} en {maanden}").format(jaren=words, maanden=_COUNTS["maand"](age.months).format(n=age.months))


def _decimals(value: int | Decimal) -> int:
    exponent = Decimal(value).as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _exact(value: int | Decimal) -> str:
    """Return a number with every decimal it has."""
    return number(Decimal(value), decimals=_decimals(value)) if _decimals(value) > MOST_DECIMALS else number(str(value))
