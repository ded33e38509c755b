"""One day of the wage: what is earned, what is due, what comes off. Exact, nothing is rounded here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, Course, week_of
from reintegratie_desktop.domain.wage.amounts import Amounts, Ceiling, Minimum, Missing, UsedAmount
from reintegratie_desktop.domain.wage.facts import Deduction, Per, WageFacts, WageRate, Worked, WorkPay
from reintegratie_desktop.domain.wage.reading import HasSpan, share_of

_NOTHING: Final = Fraction(0)
_WHOLE: Final = Fraction(1)
WEEKS_OF_PAY: Final = 4
"""Weeks in the longest period of pay that is counted in weeks."""
_Spanned = TypeVar("_Spanned", bound=HasSpan)
_Found = tuple[Fraction, tuple[UsedAmount, ...]]
"""An amount of a day with the values it rests on."""


class DayKind(StrEnum):
    """What a day is in the case."""

    ZIEK = "ziek"
    HERSTELD = "hersteld"
    """A day of a break inside the case: the own work is done and paid."""
    VERLOF = "verlof"
    """Zwangerschaps- or bevallingsverlof: no wage by BW 7:629."""


@dataclass(frozen=True, slots=True)
class WageDay:
    """One day, exact. The columns are those of `Columns`; what comes off is positive."""

    day: date
    kind: DayKind
    uren: Fraction = _NOTHING
    gewerkte_uren: Fraction = _NOTHING
    eerste_jaar: bool = False
    vakantie: bool = False
    eigen_loon: Fraction = _NOTHING
    begrensd_loon: Fraction = _NOTHING
    minimumloon: Fraction = _NOTHING
    """The floor of the hours that are not worked; zero outside the first year."""
    wettelijk_deel: Fraction = _NOTHING
    aanvulling_minimumloon: Fraction = _NOTHING
    aanvulling_cao: Fraction = _NOTHING
    loon_gewerkt: Fraction = _NOTHING
    loon_vakantie: Fraction = _NOTHING
    loon_hersteld: Fraction = _NOTHING
    wachtdagen: Fraction = _NOTHING
    loonstop: Fraction = _NOTHING
    aftrek_uitkeringen: Fraction = _NOTHING
    aftrek_inkomsten: Fraction = _NOTHING
    opgeschort: Fraction = _NOTHING
    opschorting: int | None = None
    """The place of the suspension in the facts."""
    used: tuple[UsedAmount, ...] = ()
    missing: tuple[Missing, ...] = ()
    """What misses; the amounts of such a day are not computed."""


class DayMaker:
    """Makes the days of the cases of one employee."""

    def __init__(self, facts: WageFacts, amounts: Amounts) -> None:
        self.facts = facts
        self.amounts = amounts
        self.patterns = facts.patterns()
        self._period_hours: dict[Deduction, Fraction] = {}

    def make(self, course: Course, day: date) -> WageDay:
        """Return one day of a case.

        Raises:
            KnownError: the day lies before the rules this program knows.
        """
        kind = self.kind(course, day)
        hours = self.patterns.hours(day)
        if kind is DayKind.VERLOF:
            return WageDay(day, kind)
        own = self._own_wage(day, hours)
        if kind is DayKind.HERSTELD:
            return WageDay(day, kind, uren=hours, gewerkte_uren=hours, eigen_loon=own, loon_hersteld=own)
        return self._sick_day(course, day, hours, own)

    def floor(self, day: date, hours: Fraction) -> Fraction | Missing | None:
        """Return the minimum wage of some hours of a day, what misses, or None for who has none."""
        found = self.amounts.minimum(day)
        return self._floor_of(found, day, hours)[0] if isinstance(found, Minimum) else found

    def kind(self, course: Course, day: date) -> DayKind:
        """Return what a day is in a case."""
        if not any(gap.holds(day) for gap in course.gaps):
            return DayKind.ZIEK
        on_leave = any(leave.van <= day <= leave.tot_en_met for leave in self.facts.zaak.verlof)
        return DayKind.VERLOF if on_leave else DayKind.HERSTELD

    def _sick_day(self, course: Course, day: date, hours: Fraction, own: Fraction) -> WageDay:
        counted = course.counted_days(day)
        rules = self.amounts.law.on(day)
        first_year = counted < rules.days("minimumloon_weken") * DAYS_IN_WEEK
        if _holding(self.facts.vakantie, day) is not None:
            return WageDay(
                day, DayKind.ZIEK, hours, eerste_jaar=first_year, vakantie=True,
                eigen_loon=own, begrensd_loon=own, loon_vakantie=own,
            )  # fmt: skip
        work = _holding(self.facts.gewerkt, day)
        worked_hours = _NOTHING if work is None else Fraction(work.uren_per_week) * self.patterns.part(day)
        part = _WHOLE - self._worked_part(work, day, hours, own)
        if not hours or not part:
            return WageDay(
                day, DayKind.ZIEK, hours, worked_hours, first_year,
                eigen_loon=own, begrensd_loon=own, loon_gewerkt=own * (_WHOLE - part),
            )  # fmt: skip
        ceiling = self.amounts.ceiling(day)
        minimum = self.amounts.minimum(day) if first_year else None
        missing = tuple(found for found in (ceiling, minimum) if isinstance(found, Missing))
        if missing:
            return WageDay(day, DayKind.ZIEK, hours, worked_hours, first_year, missing=missing)
        assert isinstance(ceiling, Ceiling)
        assert not isinstance(minimum, Missing)
        share = self.amounts.value("loondoorbetaling_deel", day)
        highest, by_ceiling = self._ceiling_of(ceiling, day, hours)
        floor, by_floor = (_NOTHING, ()) if minimum is None else self._floor_of(minimum, day, hours)
        capped = min(own, highest)
        lawful = part * capped * Fraction(share_of(share.value))
        lowest = part * min(own, floor)
        lifted = max(lowest - lawful, _NOTHING)
        agreed = part * self._by_cao(day, week_of(counted), own, capped)
        extra = max(agreed - lawful - lifted, _NOTHING)
        due = lawful + lifted + extra
        waits = (day - course.eerste_ziektedag).days < self.facts.wachtdagen
        stopped = _NOTHING if waits or _holding(self.facts.loonstop, day) is None else due
        left = _NOTHING if waits else due - stopped
        benefits = min(left, self._deducted(self.facts.uitkeringen, day, hours))
        income = min(left - benefits, self._deducted(self.facts.andere_inkomsten, day, hours))
        place = next((i for i, item in enumerate(self.facts.opschorting) if item.span.holds(day)), None)
        return WageDay(
            day=day,
            kind=DayKind.ZIEK,
            uren=hours,
            gewerkte_uren=worked_hours,
            eerste_jaar=first_year,
            eigen_loon=own,
            begrensd_loon=capped,
            minimumloon=lowest,
            wettelijk_deel=lawful,
            aanvulling_minimumloon=lifted,
            aanvulling_cao=extra,
            loon_gewerkt=own * (_WHOLE - part),
            wachtdagen=due if waits else _NOTHING,
            loonstop=stopped,
            aftrek_uitkeringen=benefits,
            aftrek_inkomsten=income,
            opgeschort=_NOTHING if place is None else left - benefits - income,
            opschorting=place,
            used=(share, *by_ceiling, *by_floor),
        )

    def _own_wage(self, day: date, hours: Fraction) -> Fraction:
        rate = self.facts.rate(day)
        return self._of_day(Fraction(rate.bedrag), rate.per, day, hours)

    def _of_day(self, amount: Fraction, per: Per, day: date, hours: Fraction) -> Fraction:
        """Return the part of an amount per hour, week, four weeks or month that falls on a day."""
        if per is Per.UUR:
            return amount * hours
        if per is Per.MAAND:
            return amount * self.patterns.part_of_month(day)
        of_week = amount / WEEKS_OF_PAY if per is Per.VIER_WEKEN else amount
        return of_week * self.patterns.part_of_week(day)

    def _worked_part(self, work: Worked | None, day: date, hours: Fraction, own: Fraction) -> Fraction:
        """Return which part of the own wage is paid in full because it was earned by working."""
        if work is None or not hours or work.betaling is WorkPay.ZIEKTELOON:
            return _NOTHING
        if work.loonwaarde_per_week is not None:
            return min(self._of_day(Fraction(work.loonwaarde_per_week), Per.WEEK, day, hours) / own, _WHOLE)
        part = Fraction(work.uren_per_week) / self.patterns.week(day)
        return part if work.loonwaarde_percentage is None else part * Fraction(share_of(work.loonwaarde_percentage))

    def _ceiling_of(self, ceiling: Ceiling, day: date, hours: Fraction) -> _Found:
        """Return the maximum wage of a day: per month beside a wage per month, otherwise per week."""
        by_month = self.facts.rate(day).per is Per.MAAND
        days = ceiling.days_of_month if by_month else ceiling.days_of_week
        whole = Fraction(ceiling.day.value) * Fraction(days.value)
        return self._of_day(whole, Per.MAAND if by_month else Per.WEEK, day, hours), (ceiling.day, days)

    def _floor_of(self, minimum: Minimum, day: date, hours: Fraction) -> _Found:
        """Return the minimum wage of the hours of a day, with the vakantiebijslag when the wage holds it too.

        A fixed wage per month is held against the hours of the calendar year, a month's share of them.
        """
        rate = self.facts.rate(day)
        used = minimum.used
        if minimum.hour is not None:
            base, months = self._hourly_floor(minimum.hour, rate, day, hours)
            used = (*used, *months)
        else:
            base = self._floor_of_2023(minimum, rate, day, hours)
        if not rate.vakantiebijslag_inbegrepen:
            return base, used
        extra = self.amounts.value("vakantiebijslag_minimaal", day)
        return base * (_WHOLE + Fraction(share_of(extra.value))), (*used, extra)

    def _hourly_floor(self, hourly: Fraction, rate: WageRate, day: date, hours: Fraction) -> _Found:
        key = "minimumloon_maanden_per_jaar"
        is_fixed = rate.per is Per.MAAND and self.facts.vaste_maandbetaling
        if not is_fixed or self.amounts.law.on(day).get(key) is None:
            return hourly * hours, ()
        months = self.amounts.value(key, day)
        of_month = hourly * self.patterns.year(day) / Fraction(months.value)
        return self._of_day(of_month, Per.MAAND, day, hours), (months,)

    def _floor_of_2023(self, minimum: Minimum, rate: WageRate, day: date, hours: Fraction) -> Fraction:
        """Return the part of an amount of a full working week, as the own hours are to the full ones."""
        assert self.facts.voltijd_uren_per_week is not None
        assert minimum.month is not None
        assert minimum.week is not None
        fulltime = Fraction(self.facts.voltijd_uren_per_week)
        if rate.per is Per.MAAND:
            return self._of_day(minimum.month * self.patterns.week(day) / fulltime, Per.MAAND, day, hours)
        return minimum.week * hours / fulltime

    def _by_cao(self, day: date, week: int, own: Fraction, capped: Fraction) -> Fraction:
        for rule in self.facts.cao:
            if rule.holds(day, week):
                if rule.percentage is None:
                    return _NOTHING
                return (own if rule.ook_boven_maximumdagloon else capped) * Fraction(share_of(rule.percentage))
        return _NOTHING

    def _deducted(self, deductions: Sequence[Deduction], day: date, hours: Fraction) -> Fraction:
        found = _holding(deductions, day)
        if found is None:
            return _NOTHING
        amount = Fraction(found.bedrag)
        if found.per is not Per.PERIODE:
            return self._of_day(amount, found.per, day, hours)
        if found not in self._period_hours:
            assert found.span.tot_en_met is not None
            self._period_hours[found] = self.patterns.between(found.span.van, found.span.tot_en_met)
        return amount * hours / self._period_hours[found]


def _holding(items: Sequence[_Spanned], day: date) -> _Spanned | None:
    """Return the one that holds on a day; periods of one kind never overlap."""
    return next((item for item in items if item.span.holds(day)), None)
