"""Figures over all absence in a period, by the definitions of the SIVI verzuimstandaard. Never by cause.

The unit is a stretch: illness without a break. After a recovery, however short, and after zwangerschaps- or
bevallingsverlof a new stretch begins, also where the law adds them up; that is how the standard counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reintegratie_desktop.domain.periods import ONE_DAY, Course, plus_years
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

_HUNDREDTH: Final = Decimal("0.01")
_TENTH: Final = Decimal("0.1")

BANDS: Final = ("kort", "middellang", "lang", "extra_lang")
"""From short to long; the last one has no end."""


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
    """False when it ended for another reason: the contract or the wage stopped."""

    def days_in(self, span: Span) -> int:
        """Return the sick days inside a period, weekends included."""
        last = span.tot_en_met + ONE_DAY
        ends = last if self.tot is None else min(self.tot, last)
        return max((ends - max(self.van, span.van)).days, 0)

    def length_on(self, span: Span) -> int:
        """Return the days from the first one up to the recovery, or up to the end of the period."""
        last = span.tot_en_met + ONE_DAY
        return ((last if self.tot is None else min(self.tot, last)) - self.van).days

    def ends_in(self, span: Span) -> bool:
        """Tell whether somebody recovered in the period."""
        return self.hersteld and self.tot is not None and span.van <= self.tot <= span.tot_en_met


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the law that had to be done by a day."""

    id: str
    uiterlijk: date
    op_tijd: bool
    gedaan: bool


@dataclass(frozen=True, slots=True)
class Workforce:
    """Everybody who worked here in the period, ill or not. None is not known."""

    mensen: Decimal | None = None
    uren: Decimal | None = None
    """Contract hours a week of all of them together."""


@dataclass(frozen=True, slots=True)
class Band:
    """The stretches of one duration."""

    key: str
    van: int
    tot_en_met: int | None
    """Days; None for the longest."""
    gevallen: int
    dagen: int
    """Sick days inside the period."""
    percentage: Decimal | None
    """Share of the working time that was lost, in percent; None when it is not known."""


@dataclass(frozen=True, slots=True)
class OnTime:
    """How many of one step were done in time, of those that had to be there in the period."""

    step: str
    moest: int
    gedaan: int
    op_tijd: int

    @property
    def percentage(self) -> Decimal | None:
        """Return the share that was in time, in percent; None when nothing had to be done."""
        return _share(Decimal(self.op_tijd), Decimal(self.moest), _HUNDREDTH)


@dataclass(frozen=True, slots=True)
class Insight:
    """All figures of a period."""

    span: Span
    mensen_ziek: int
    """How many different people were ill."""
    gevallen: int
    """Stretches that ran in the period."""
    meldingen: int
    """Stretches that began in it."""
    hersteld: int
    """Stretches that ended in it with a recovery."""
    dagen: int
    """Sick days inside the period."""
    dagen_hersteld: int
    """All days of the stretches that ended in it."""
    gewogen: Decimal | None
    """Sick days times the contract hours of who was ill; None when hours are not known."""
    beschikbaar: Decimal | None
    """Days of the period times the contract hours of everybody."""
    percentage: Decimal | None
    frequentie: Decimal | None
    gemiddelde_duur: Decimal | None
    bands: tuple[Band, ...]
    on_time: tuple[OnTime, ...]
    percentage_vanaf: int
    """With fewer cases counts say more than shares."""
    tekening_vanaf: int
    """With fewer people who were ill the bands are not drawn."""

    @property
    def shows_shares(self) -> bool:
        """Tell whether there are cases enough for shares."""
        return self.gevallen >= self.percentage_vanaf

    @property
    def shows_bands(self) -> bool:
        """Tell whether enough people were ill to draw how long it took."""
        return self.mensen_ziek >= self.tekening_vanaf


def stretches(course: Course, wie: str, uren: Decimal | None, *, until: date | None = None) -> tuple[Stretch, ...]:
    """Cut a case of the law into stretches. `until` is the first day on which absence counts no more."""
    begins = [course.eerste_ziektedag, *(gap.tot for gap in course.gaps)]
    ends = [*(gap.van for gap in course.gaps), course.hersteld_per]
    found = []
    for first, after in zip(begins, ends, strict=True):
        if until is not None and first >= until:
            break
        if until is not None and (after is None or after > until):
            found.append(Stretch(wie, first, until, uren, hersteld=False))
        else:
            found.append(Stretch(wie, first, after, uren))
    return tuple(found)


def insight(
    span: Span,
    absence: Sequence[Stretch],
    steps: Sequence[Step],
    workforce: Workforce,
    *,
    order: Sequence[str] = (),
    law: Law | None = None,
) -> Insight:
    """Return the figures of a period.

    - percentage: sick days times contract hours, of all days of the period times all contract hours. Weighing by hours
      is the part-time factor of the standard: the hours of a full week stand above and below the line and drop out.
    - frequentie: stretches that began, divided by the people, converted to a year.
    - gemiddelde duur: all days of the stretches that ended with a recovery, divided by their number.
    - on time: of the steps whose last day fell in the period, those done on or before it. `order` names the steps.

    Raises:
        KnownError: the period begins before the numbers this program knows.
    """
    rules = (load_law() if law is None else law).on(span.tot_en_met)
    running = [stretch for stretch in absence if stretch.days_in(span)]
    # Somebody who recovered on the first day of the period was not ill in it, but the recovery falls in it.
    ended = [stretch for stretch in absence if stretch.ends_in(span)]
    begun = sum(span.van <= stretch.van <= span.tot_en_met for stretch in running)
    weighed = _weighed(running, span)
    available = None if workforce.uren is None else workforce.uren * span.days
    limits = tuple(rules.days(f"verzuim_{key}_tot") for key in BANDS[:-1])
    days_ended = sum(stretch.length_on(span) for stretch in ended)
    return Insight(
        span=span,
        mensen_ziek=len({stretch.wie for stretch in running}),
        gevallen=len(running),
        meldingen=begun,
        hersteld=len(ended),
        dagen=sum(stretch.days_in(span) for stretch in running),
        dagen_hersteld=days_ended,
        gewogen=weighed,
        beschikbaar=available,
        percentage=_share(weighed, available, _HUNDREDTH),
        frequentie=_frequency(begun, workforce.mensen, span),
        gemiddelde_duur=_quotient(Decimal(days_ended), Decimal(len(ended)), _TENTH),
        bands=tuple(_bands(running, span, limits, available)),
        on_time=tuple(_on_time(step, steps, span) for step in order),
        percentage_vanaf=rules.days("inzicht_percentage_vanaf"),
        tekening_vanaf=rules.days("inzicht_tekening_vanaf"),
    )


def _weighed(running: Iterable[Stretch], span: Span) -> Decimal | None:
    total = Decimal(0)
    for stretch in running:
        if stretch.uren is None:
            return None
        total += stretch.uren * stretch.days_in(span)
    return total


def _frequency(begun: int, people: Decimal | None, span: Span) -> Decimal | None:
    if people is None:
        return None
    return _quotient(Decimal(begun * span.days_in_year), people * span.days, _HUNDREDTH)


def _bands(running: Sequence[Stretch], span: Span, limits: Sequence[int], available: Decimal | None) -> Iterator[Band]:
    lows, highs = (1, *(limit + 1 for limit in limits)), (*limits, None)
    for key, low, high in zip(BANDS, lows, highs, strict=True):
        inside = [
            stretch
            for stretch in running
            if low <= stretch.length_on(span) and (high is None or stretch.length_on(span) <= high)
        ]
        yield Band(
            key,
            low,
            high,
            len(inside),
            sum(stretch.days_in(span) for stretch in inside),
            _share(_weighed(inside, span), available, _HUNDREDTH),
        )


def _on_time(step: str, steps: Iterable[Step], span: Span) -> OnTime:
    inside = [one for one in steps if one.id == step and span.van <= one.uiterlijk <= span.tot_en_met]
    return OnTime(step, len(inside), sum(one.gedaan for one in inside), sum(one.op_tijd for one in inside))


def _share(part: Decimal | None, whole: Decimal | None, step: Decimal) -> Decimal | None:
    """Return a part in percent."""
    return None if part is None or whole is None else _quotient(part.scaleb(2), whole, step)


def _quotient(part: Decimal, whole: Decimal, step: Decimal) -> Decimal | None:
    return (part / whole).quantize(step, ROUND_HALF_UP) if whole else None
