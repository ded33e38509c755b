"""Ages that matter: the AOW age by day of birth, and 60 at the end of the wachttijd."""

from datetime import date
from functools import cache
from typing import Final

from reintegratie_desktop.domain.periods import plus_years
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

_YES: Final = "ja"
_MONTHS: Final = date.max.month


def aow_date(born: date, law: Law | None = None) -> date:
    """Return the day on which somebody reaches the AOW age.

    Raises:
        KnownError: the age of this day of birth is not fixed yet, or lies before the ages this program knows.
    """
    law = load_law() if law is None else law
    rules = law.on(born)
    last = rules.value("aow_leeftijd_bekend_tot_en_met").value
    assert isinstance(last, date)
    if born > last:
        raise KnownError(
            _("Voor wie na {dag} is geboren, staat de AOW-leeftijd nog niet vast.").format(dag=day_numeric(last)),
            _("Kijk op rijksoverheid.nl of de leeftijd inmiddels bekend is."),
            code="aow_leeftijd_onbekend",
        )
    return plus_months(born, rules.days("aow_leeftijd"))


def aow_date_if_known(born: date) -> date | None:
    """Return the day on which somebody reaches the AOW age, or None when that is not fixed yet."""
    return _aow_date_if_known(born, load_law())


@cache
def _aow_date_if_known(born: date, law: Law) -> date | None:
    oldest = law.parameters["aow_leeftijd"].values[0].starts_on
    if born < oldest:
        # The age only ever rose, so somebody born earlier reached it no later than at this one.
        return plus_months(born, law.on(oldest).days("aow_leeftijd"))
    try:
        return aow_date(born, law)
    except KnownError:
        return None


def plus_months(day: date, months: int) -> date:
    """Return the same day some months later; the first day of the month after it when that day does not exist."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    try:
        return date(year, month, day.day)
    except ValueError:
        return plus_months(date(year, month, 1), 1)


def is_sixty_plus(born: date, full: date, law: Law) -> bool:
    """Tell whether the simplified WIA assessment can be asked for by who has the 104 weeks full on a day."""
    rules = law.on(full)
    holds, age = rules.get("zestigplus_geldt"), rules.get("zestigplus_leeftijd")
    if holds is None or holds.value != _YES or age is None:
        return False
    return plus_years(born, rules.days("zestigplus_leeftijd")) <= full
