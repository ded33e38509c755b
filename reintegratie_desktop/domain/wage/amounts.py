"""The dated amounts behind a day: minimum wage and maximum wage per day, each with its source, or which one misses."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reintegratie_desktop.domain.periods import plus_years
from reintegratie_desktop.domain.wage.facts import AmountKind, OwnAmount, WageFacts
from reintegratie_desktop.domain.wage.reading import share_of
from reintegratie_desktop.domain.wage.rounding import in_cents, way_of
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.law.parameters import DatedValue
from reintegratie_desktop.text.i18n import N_, _

FULLTIME_KEY: Final = "voltijd_uren_per_week"


@dataclass(frozen=True, slots=True)
class UsedAmount:
    """A dated value the calculation rests on, with its source as a line to read."""

    key: str
    label: str
    """Dutch; translate it where it is shown."""
    value: Decimal
    unit: str
    starts_on: date
    source: str
    checked_on: date | None
    """None when the user entered the amount."""
    to_check: bool

    @property
    def id(self) -> str:
        """Return the mark by which rows refer to it."""
        return f"{self.key}@{self.starts_on.isoformat()}"


@dataclass(frozen=True, slots=True)
class Missing:
    """An amount that neither the program nor the user has from a day on."""

    key: str
    """The key of the amount, as it is entered in `eigen_bedragen`, or the key of the input that misses."""
    starts_on: date
    leeftijd: int | None = None

    @property
    def name(self) -> str:
        """Return what misses, translated."""
        if self.key == FULLTIME_KEY:
            return _("De uren van een volle werkweek")
        if self.leeftijd is not None:
            return _("Het minimumuurloon bij {leeftijd} jaar").format(leeftijd=self.leeftijd)
        return _(_NAMES[self.key])


_NAMES: Final = {
    AmountKind.MINIMUMUURLOON.value: N_("Het minimumuurloon"),
    AmountKind.MAXIMUMDAGLOON.value: N_("Het maximumdagloon"),
}


@dataclass(frozen=True, slots=True)
class Minimum:
    """The minimum wage of one person on a day: per hour, or per month and week of a full working week (2023)."""

    hour: Fraction | None
    month: Fraction | None
    week: Fraction | None
    used: tuple[UsedAmount, ...]


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The maximum wage of a day, and the days that make it a maximum per week and per month."""

    day: UsedAmount
    days_of_week: UsedAmount
    days_of_month: UsedAmount


class Amounts:
    """Looks up the amounts for one employee. Answers are remembered: they change a few times a year."""

    def __init__(self, facts: WageFacts, law: Law) -> None:
        self.law = law
        self._born = facts.geboortedatum
        self._prefix = "minimumjeugdloon_bbl_" if facts.bbl else "minimumjeugdloon_"
        self._bbl = facts.bbl
        self._has_fulltime = facts.voltijd_uren_per_week is not None
        self._own = facts.eigen_bedragen
        self._own_starts = [amount.van for amount in facts.eigen_bedragen]
        self._minima: dict[tuple[object, ...], Minimum | Missing] = {}
        self._ceilings: dict[tuple[object, ...], Ceiling | Missing] = {}

    def age(self, day: date) -> int:
        """Return the age in whole years; who is born on 29 February has a birthday on 1 March in other years."""
        years = day.year - self._born.year
        return years if day >= plus_years(self._born, years) else years - 1

    def half_year(self, day: date) -> date:
        """Return the day from which the amounts of a day hold."""
        length = self.law.on(day).days("bedragen_herziening_maanden")
        return date(day.year, (day.month - 1) // length * length + 1, 1)

    def minimum(self, day: date) -> Minimum | Missing | None:
        """Return the minimum wage on a day, which amount misses, or None for who is too young to have one."""
        full = self._full_age(day)
        age = min(self.age(day), full)
        if age < full and f"{self._prefix}{age}" not in self.law.parameters:
            return None
        mark = (*self._mark(day), age)
        if mark not in self._minima:
            self._minima[mark] = self._minimum(day, age, full)
        return self._minima[mark]

    def ceiling(self, day: date) -> Ceiling | Missing:
        """Return the maximum wage on a day, or which amount misses."""
        mark = self._mark(day)
        if mark not in self._ceilings:
            self._ceilings[mark] = self._ceiling(day)
        return self._ceilings[mark]

    def value(self, key: str, day: date) -> UsedAmount:
        """Return a value that holds until it changes, with its source.

        Raises:
            KnownError: no value is known yet on this day.
        """
        return self._used(key, self.law.on(day).value(key))

    def differing(self) -> Iterator[tuple[OwnAmount, Decimal]]:
        """Yield the amounts the user entered where the program has another one, which goes before it."""
        for amount in self._own:
            official = self._official(amount.soort.value, amount.van)
            is_full = amount.leeftijd is None
            if official is not None and is_full and not official.to_check and official.value != amount.waarde:
                assert isinstance(official.value, Decimal)
                yield amount, official.value

    def _mark(self, day: date) -> tuple[object, ...]:
        return self.law.on(day), self.half_year(day), bisect_right(self._own_starts, day)

    def _full_age(self, day: date) -> int:
        parameter = self.law.parameters["minimumloon_volwassen_leeftijd"]
        found = parameter.known_on(day) or parameter.values[0]
        assert isinstance(found.value, int)
        return found.value

    def _minimum(self, day: date, age: int, full: int) -> Minimum | Missing:
        young = age < full
        if young:
            own = self._entered(AmountKind.MINIMUMUURLOON, day, age)
            if own is not None:
                return Minimum(Fraction(own.value), None, None, (own,))
        adult = self._amount(AmountKind.MINIMUMUURLOON, day)
        if adult is None:
            return self._before_the_hour(day, age, young=young)
        if not young:
            return Minimum(Fraction(adult.value), None, None, (adult,))
        rules = self.law.on(day)
        share = rules.get(f"{self._prefix}{age}")
        if share is None:
            return Missing(AmountKind.MINIMUMUURLOON.value, self.half_year(day), age)
        used = self._used(f"{self._prefix}{age}", share)
        way = way_of(rules.value("afronding_minimumjeugdloon").value)
        hour = in_cents(Fraction(adult.value) * Fraction(share_of(used.value)), way)
        return Minimum(Fraction(hour), None, None, (adult, used))

    def _before_the_hour(self, day: date, age: int, *, young: bool) -> Minimum | Missing:
        """Return the minimum of a half year with amounts per month and week, for a full working week."""
        month = self._official(f"minimummaandloon_{age}", day)
        week = self._official(f"minimumweekloon_{age}", day)
        # The lower scale of the BBL has no amounts per month in a source.
        other_scale = self._bbl and young and self._lower_scale(day, age)
        if month is None or week is None or other_scale:
            return Missing(AmountKind.MINIMUMUURLOON.value, self.half_year(day), age if young else None)
        if not self._has_fulltime:
            return Missing(FULLTIME_KEY, self.half_year(day))
        used = (self._used(f"minimummaandloon_{age}", month), self._used(f"minimumweekloon_{age}", week))
        return Minimum(None, Fraction(used[0].value), Fraction(used[1].value), used)

    def _lower_scale(self, day: date, age: int) -> bool:
        rules = self.law.on(day)
        return rules.amount(f"minimumjeugdloon_bbl_{age}") != rules.amount(f"minimumjeugdloon_{age}")

    def _ceiling(self, day: date) -> Ceiling | Missing:
        found = self._amount(AmountKind.MAXIMUMDAGLOON, day)
        if found is None:
            return Missing(AmountKind.MAXIMUMDAGLOON.value, self.half_year(day))
        week, month = (self.value(f"maximumdagloon_dagen_per_{name}", day) for name in ("week", "maand"))
        return Ceiling(found, week, month)

    def _amount(self, kind: AmountKind, day: date) -> UsedAmount | None:
        """Return the amount of the program; that of the user where it has none, or one that needs a check."""
        official, own = self._official(kind.value, day), self._entered(kind, day, None)
        if own is not None and (official is None or official.to_check):
            return own
        return None if official is None else self._used(kind.value, official)

    def _official(self, key: str, day: date) -> DatedValue | None:
        """Return an amount of this half year; one of a half year before holds no longer."""
        found = self.law.on(day).get(key)
        return None if found is None or found.starts_on < self.half_year(day) else found

    def _entered(self, kind: AmountKind, day: date, age: int | None) -> UsedAmount | None:
        """Return the newest amount the user entered for this half year."""
        found = None
        for own in self._own:
            if own.soort is kind and own.leeftijd == age and self.half_year(day) <= own.van <= day:
                found = own
        if found is None:
            return None
        parameter = self.law.parameters[kind.value]
        key, label = (
            (kind.value, parameter.label)
            if age is None
            else (f"{kind.value}_{age}", N_("Minimumuurloon bij de leeftijd van de werknemer"))
        )
        return UsedAmount(key, label, found.waarde, parameter.unit, found.van, found.bron, None, to_check=False)

    def _used(self, key: str, found: DatedValue) -> UsedAmount:
        assert isinstance(found.value, int | Decimal)
        return UsedAmount(
            key,
            self.law.parameters[key].label,
            Decimal(found.value),
            self.law.parameters[key].unit,
            found.starts_on,
            self.law.sources[found.source].cite(),
            found.checked_on,
            found.to_check,
        )
