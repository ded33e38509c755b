"""Numbers of the law as dated values: each holds from a day, stands in a source, and was checked on a day."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

LawValue = int | Decimal | str | date
"""What a value can be: a count, an amount or share, a word, a day."""


UNKNOWN: Final = "onbekend"
"""In place of a value: from this day on no source names one, so the value before it may not be used any longer."""


class LawDataError(BugError):
    """A file in `resources/wet` is not as it should be; the message names the file or key and what is wrong."""


@dataclass(frozen=True)
class DatedValue:
    """One value of a parameter, with where it stands and when somebody last held it against that source."""

    starts_on: date
    value: LawValue
    source: str
    """Id in `bronnen.toml`."""
    checked_on: date
    to_check: bool = False
    """The value needs to be held against its source again before anybody relies on it."""


@dataclass(frozen=True)
class Parameter:
    """One number of the law through time; `values` run from old to new."""

    key: str
    label: str
    """Dutch, as in the TOML file; `name` is what a person reads."""
    unit: str
    values: tuple[DatedValue, ...]

    @property
    def name(self) -> str:
        """Return the label, translated."""
        return _(self.label)

    def known_on(self, day: date) -> DatedValue | None:
        """Return the value that holds on a day, or None when the day is before the first value or none is known."""
        found = None
        for value in self.values:
            if value.starts_on > day:
                break
            found = None if value.value == UNKNOWN else value
        return found

    def on(self, day: date) -> DatedValue:
        """Return the value that holds on a day.

        Raises:
            KnownError: the day is before the first value, or no value of that time is known yet.
        """
        found = self.known_on(day)
        if found is None and day >= self.values[0].starts_on:
            since = max(value.starts_on for value in self.values if value.starts_on <= day)
            raise KnownError(
                _("Vanaf {dag} kennen we nog geen waarde van '{regel}'.").format(
                    regel=self.name, dag=day_numeric(since)
                ),
                _("Zoek de waarde op en vul haar zelf in, met de bron erbij."),
                code="waarde_onbekend",
            )
        if found is None:
            raise KnownError(
                _("De regel '{regel}' kennen we pas vanaf {eerste}, en de datum ligt daarvoor.").format(
                    regel=self.name, eerste=day_numeric(self.values[0].starts_on)
                ),
                _("Kijk of de datum klopt. Voor een oudere zaak golden andere regels."),
                code="voor_eerste_waarde",
            )
        return found


def read_parameter(key: str, data: object) -> Parameter:
    """Build a parameter from its TOML table.

    Raises:
        LawDataError: a key misses, is unknown or has the wrong type, or the days do not run from old to new.
    """
    table = _table(key, data, {"label", "unit", "values"})
    values = table["values"]
    if not isinstance(values, list) or not values:
        raise LawDataError(f"{key}: values must be a list with at least one value")
    dated = tuple(_dated_value(key, item) for item in values)
    days = [value.starts_on for value in dated]
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise LawDataError(f"{key}: values must run from old to new, each from another day")
    return Parameter(key, _words(key, table["label"]), _words(key, table["unit"]), dated)


def _dated_value(key: str, data: object) -> DatedValue:
    table = _table(key, data, {"from", "value", "source", "checked_on"}, {"to_check"})
    value = table["value"]
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str | date):
        raise LawDataError(f"{key}: value must be a number, a text or a day")
    to_check = table.get("to_check", False)
    if not isinstance(to_check, bool):
        raise LawDataError(f"{key}: to_check must be true or false")
    return DatedValue(
        _day(key, table["from"]), value, _words(key, table["source"]), _day(key, table["checked_on"]), to_check
    )


def _table(
    key: str, data: object, needed: set[str], allowed: frozenset[str] | set[str] = frozenset()
) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise LawDataError(f"{key}: must be a table")
    missing = needed - set(data)
    if missing:
        raise LawDataError(f"{key}: misses {', '.join(sorted(missing))}")
    unknown = set(data) - needed - allowed
    if unknown:
        raise LawDataError(f"{key}: does not know {', '.join(sorted(unknown))}")
    return dict(data)


def _words(key: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise LawDataError(f"{key}: expects a text, not {value!r}")
    return value


def _day(key: str, value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise LawDataError(f"{key}: expects a day, not {value!r}")
    return value
