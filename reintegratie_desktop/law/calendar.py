"""Working days: Monday to Friday without the holidays of `feestdagen.toml`."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import N_, _

_ONE_DAY: Final = timedelta(days=1)

WEEKDAYS: Final = (
    N_("maandag"),
    N_("dinsdag"),
    N_("woensdag"),
    N_("donderdag"),
    N_("vrijdag"),
    N_("zaterdag"),
    N_("zondag"),
)
_SUNDAY: Final = WEEKDAYS.index("zondag")

HOLIDAY_NAMES: Final = {
    "nieuwjaarsdag": N_("Nieuwjaarsdag"),
    "goede_vrijdag": N_("Goede Vrijdag"),
    "tweede_paasdag": N_("2e Paasdag"),
    "koningsdag": N_("Koningsdag"),
    "vijf_mei": N_("Bevrijdingsdag"),
    "hemelvaartsdag": N_("Hemelvaartsdag"),
    "tweede_pinksterdag": N_("2e Pinksterdag"),
    "eerste_kerstdag": N_("1e Kerstdag"),
    "tweede_kerstdag": N_("2e Kerstdag"),
}


def weekday_name(day: date) -> str:
    """Return `maandag`, in the language of the screen."""
    return _(WEEKDAYS[day.weekday()])


@dataclass(frozen=True)
class Holiday:
    """The rule of one holiday: a fixed day of the year, or a number of days from Easter Sunday."""

    id: str
    month: int = 0
    day: int = 0
    easter: int | None = None
    sunday: int = 0
    """Days to move when a fixed day falls on a Sunday."""

    def in_year(self, year: int) -> date:
        """Return the day of this holiday in a year."""
        if self.easter is not None:
            return easter(year) + timedelta(days=self.easter)
        day = date(year, self.month, self.day)
        return day + timedelta(days=self.sunday) if day.weekday() == _SUNDAY else day


class WorkingDays:
    """Tells working days from other days. Years and answers are remembered, so that asking again is cheap."""

    def __init__(self, holidays: tuple[Holiday, ...], weekend: frozenset[int], source: str, checked_on: date) -> None:
        self.holidays = holidays
        self.weekend = weekend
        self.source = source
        self.checked_on = checked_on
        self._years: dict[int, dict[date, str]] = {}
        self._last: dict[date, date] = {}

    def holiday(self, day: date) -> str:
        """Return the id of the holiday on this day, or an empty text."""
        year = self._years.get(day.year)
        if year is None:
            # A day that is two holidays keeps the first name of the list.
            year = {holiday.in_year(day.year): holiday.id for holiday in reversed(self.holidays)}
            self._years[day.year] = year
        return year.get(day, "")

    def is_working_day(self, day: date) -> bool:
        """Tell whether people normally work on this day."""
        return day.weekday() not in self.weekend and not self.holiday(day)

    def last_working_day_on_or_before(self, day: date) -> date:
        """Return the day itself when it is a working day, otherwise the nearest working day before it."""
        found = self._last.get(day)
        if found is None:
            found = day
            while not self.is_working_day(found):
                found -= _ONE_DAY
            self._last[day] = found
        return found

    def name_of_day_off(self, day: date) -> str:
        """Return why this is no working day (`2e Paasdag`, `zaterdag`), or an empty text when it is one."""
        holiday = self.holiday(day)
        if holiday:
            return _(HOLIDAY_NAMES[holiday])
        return weekday_name(day) if day.weekday() in self.weekend else ""


def read_working_days(data: Mapping[str, object]) -> WorkingDays:
    """Build the calendar from its TOML file.

    Raises:
        LawDataError: a key misses, or a holiday has no name or a rule that cannot be read.
    """
    if set(data) != {"source", "checked_on", "weekend", "holidays"}:
        raise LawDataError("feestdagen: expects source, checked_on, weekend and holidays")
    source, checked_on, weekend, holidays = data["source"], data["checked_on"], data["weekend"], data["holidays"]
    if not isinstance(source, str) or not isinstance(checked_on, date):
        raise LawDataError("feestdagen: source is a text and checked_on a day")
    if not isinstance(weekend, list) or not all(name in WEEKDAYS for name in weekend) or set(weekend) >= set(WEEKDAYS):
        raise LawDataError("feestdagen: weekend is a list of weekdays, and leaves at least one to work on")
    if not isinstance(holidays, list):
        raise LawDataError("feestdagen: holidays is a list")
    rules = tuple(_holiday(item) for item in holidays)
    return WorkingDays(rules, frozenset(WEEKDAYS.index(name) for name in weekend), source, checked_on)


def _holiday(data: object) -> Holiday:
    if not isinstance(data, Mapping) or data.get("id") not in HOLIDAY_NAMES:
        raise LawDataError(f"feestdagen: {data!r} has no id with a name in HOLIDAY_NAMES")
    numbers = {key: value for key, value in data.items() if key != "id"}
    moving, fixed = set(numbers) == {"easter"}, {"month", "day"} <= set(numbers) <= {"month", "day", "sunday"}
    if not (moving or fixed) or not all(type(number) is int for number in numbers.values()):
        raise LawDataError(f"feestdagen: {data['id']} needs easter, or month and day, as whole numbers")
    return Holiday(data["id"], **numbers)
