"""Stretches of illness and the period in which they are counted, by the definitions of the SIVI verzuimstandaard.

A stretch is illness without a break. After a recovery, however short, and after zwangerschaps- or bevallingsverlof a
new one begins, also where the law adds them up; that is how the standard counts.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reintegratie_desktop.domain.periods import ONE_DAY, Course, plus_years
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _


@dataclass(frozen=True, slots=True)
class Span:
    """The period that is looked at; both days belong to it.

    Raises:
        KnownError: it ends before it begins.
    """

    van: date
    tot_en_met: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.tot_en_met < self.van:
            raise refuse(
                _("De periode eindigt op {einde}, en dat is voor het begin op {begin}.").format(
                    einde=day_numeric(self.tot_en_met), begin=day_numeric(self.van)
                ),
                _("Kies een latere laatste dag."),
            )

    def holds(self, day: date) -> bool:
        """Tell whether a day falls in the period."""
        return self.van <= day <= self.tot_en_met

    @property
    def days(self) -> int:
        """Return how many days there are."""
        return (self.tot_en_met - self.van).days + 1

    @property
    def days_in_year(self) -> int:
        """Return the days of a year from the first day: a figure over such a year needs no conversion."""
        return (plus_years(self.van, 1) - self.van).days


@dataclass(frozen=True, slots=True)
class Stretch:
    """Illness without a break of one person, with the hours a week of the contract."""

    wie: str
    """Tells people apart; no name."""
    van: date
    tot: date | None
    """The first day that is no sick day any more; None while it goes on."""
    uren: Decimal | None = None
    """Contract hours a week; None when they are not known."""
    hersteld: bool = True
    """False when it ended for another reason: the contract or the wage stopped, or leave came between."""
    gemeld: bool = True
    """False when it goes on after leave, so that it is no new report."""
    eerder: int = 0
    """Sick days of the same report before the leave; they belong to how long it lasted."""

    def days_in(self, span: Span) -> int:
        """Return the sick days inside a period, weekends included."""
        last = span.tot_en_met + ONE_DAY
        ends = last if self.tot is None else min(self.tot, last)
        return max((ends - max(self.van, span.van)).days, 0)

    def length_on(self, span: Span) -> int:
        """Return the days from the first one up to the recovery, or up to the end of the period."""
        last = span.tot_en_met + ONE_DAY
        return ((last if self.tot is None else min(self.tot, last)) - self.van).days + self.eerder

    def ends_in(self, span: Span) -> bool:
        """Tell whether somebody recovered in the period."""
        return self.hersteld and self.tot is not None and span.holds(self.tot)


def stretches(course: Course, wie: str, uren: Decimal | None, *, until: date | None = None) -> tuple[Stretch, ...]:
    """Cut a case of the law into stretches. `until` is the first day on which absence counts no more."""
    begins = [course.eerste_ziektedag, *(gap.tot for gap in course.gaps)]
    ends = [*(gap.van for gap in course.gaps), course.hersteld_per]
    leave = [gap.leave_days > 0 and gap.fit_days <= 0 for gap in course.gaps]
    goes_on, left = [False, *leave], [*leave, False]
    found = []
    before = 0
    for index, (first, after) in enumerate(zip(begins, ends, strict=True)):
        if until is not None and first >= until:
            break
        before = before if goes_on[index] else 0
        cut = until is not None and (after is None or after > until)
        last = until if cut else after
        found.append(
            Stretch(wie, first, last, uren, hersteld=not (cut or left[index]), gemeld=not goes_on[index], eerder=before)
        )
        before += 0 if last is None else (last - first).days
    return tuple(found)
