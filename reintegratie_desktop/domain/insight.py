"""Figures over all absence in a period, by the definitions of the SIVI verzuimstandaard. Never by cause.

The unit is a stretch: illness without a break, as `domain.stretches` cuts it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from reintegratie_desktop.domain.stretches import Span, Stretch
from reintegratie_desktop.law.book import Law, load_law

_HUNDREDTH: Final = Decimal("0.01")
_TENTH: Final = Decimal("0.1")

BANDS: Final = ("kort", "middellang", "lang", "extra_lang")
"""From short to long; the last one has no end."""


class Left(StrEnum):
    """Why a step counts neither as done in time nor as late."""

    VERVALLEN = "vervallen"
    """It was dropped: somebody recovered before it, or the employment ended."""
    NIET_NODIG = "niet_nodig"
    """The advice of the bedrijfsarts made it needless."""
    ERBUITEN = "erbuiten"
    """Its last day fell before the period."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the law that had to be done by a day, in a case that ran from `van` up to `tot`."""

    id: str
    uiterlijk: date | None
    """None where the case has no such step."""
    op_tijd: bool
    gedaan: bool
    weg: Left | None = None
    """Why it never counts; None for a step that can."""
    van: date = date.min
    tot: date | None = None
    """The first day after the case; None while it runs."""

    def is_about(self, span: Span) -> bool:
        """Tell whether the case ran in a period."""
        return self.van <= span.tot_en_met and (self.tot is None or self.tot > span.van)

    def left_out(self, span: Span) -> Left | None:
        """Return why the step does not count in a period; None when it counts or is still to come."""
        if self.weg is not None:
            return self.weg
        if self.uiterlijk is None:
            return Left.VERVALLEN
        return Left.ERBUITEN if self.uiterlijk < span.van else None

    def is_due(self, today: date) -> bool:
        """Tell whether the step was done, or its last day is over."""
        return self.gedaan or (self.uiterlijk is not None and self.uiterlijk < today)


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
    mensen: int
    """How many different people they are of."""
    dagen: int
    """Sick days inside the period."""
    percentage: Decimal | None
    """Share of the working time that was lost, in percent; None when it is not known."""


@dataclass(frozen=True, slots=True)
class OnTime:
    """How many of one step were done in time, of those that had to be there in the period.

    `moest` + `nog_niet` + those of `weg` are all dossiers of the period.
    """

    step: str
    moest: int
    gedaan: int
    op_tijd: int
    nog_niet: int = 0
    """Those whose last day is still to come."""
    weg: tuple[tuple[Left, int], ...] = ()
    """How many were left out, by why; only where there are any."""

    @property
    def te_laat(self) -> int:
        """Return how many were done late or not at all."""
        return self.moest - self.op_tijd

    @property
    def weggelaten(self) -> int:
        """Return how many were left out."""
        return sum(count for _why, count in self.weg)

    @property
    def dossiers(self) -> int:
        """Return of how many dossiers this step is looked at."""
        return self.moest + self.nog_niet + self.weggelaten

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
    mensen_hersteld: int
    """How many different people recovered."""
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
    """A figure over fewer people could point at one of them: it is neither drawn nor written."""
    mensen_verborgen: int
    """How many different people are in bands of fewer than `tekening_vanaf` people."""

    @property
    def has_people(self) -> bool:
        """Tell whether enough people were ill for a figure over how long it took."""
        return self.mensen_ziek >= self.tekening_vanaf

    @property
    def shows_shares(self) -> bool:
        """Tell whether there are cases enough for shares, of people enough."""
        return self.gevallen >= self.percentage_vanaf and self.has_people

    @property
    def shows_length(self) -> bool:
        """Tell whether enough people recovered for a mean length."""
        return self.shows_shares and self.mensen_hersteld >= self.tekening_vanaf

    @property
    def shows_bands(self) -> bool:
        """Tell whether the bands are shown: what is left out of them must be of people enough as well, or of nobody.

        Otherwise the rest of the sum would be the figure of one person.
        """
        return self.has_people and (not self.mensen_verborgen or self.mensen_verborgen >= self.tekening_vanaf)

    def shows_band(self, band: Band) -> bool:
        """Tell whether the numbers of a band are shown: of people enough, or of nobody."""
        return not band.mensen or band.mensen >= self.tekening_vanaf


def insight(
    span: Span,
    absence: Sequence[Stretch],
    steps: Sequence[Step],
    workforce: Workforce,
    *,
    order: Sequence[str] = (),
    today: date | None = None,
    law: Law | None = None,
) -> Insight:
    """Return the figures of a period.

    - percentage: sick days times contract hours, of all days of the period times all contract hours. Weighing by hours
      is the part-time factor of the standard: the hours of a full week stand above and below the line and drop out.
    - frequentie: stretches that began, divided by the people, converted to a year.
    - gemiddelde duur: all days of the stretches that ended with a recovery, divided by their number.
    - on time: of the steps whose last day fell in the period, those done on or before it. `order` names the steps;
      `today`, the last day of the period when it is not given, tells which are still to come.

    Raises:
        KnownError: the period begins before the numbers this program knows.
    """
    rules = (load_law() if law is None else law).on(span.tot_en_met)
    running = [stretch for stretch in absence if stretch.days_in(span)]
    # Somebody who recovered on the first day of the period was not ill in it, but the recovery falls in it.
    ended = [stretch for stretch in absence if stretch.ends_in(span)]
    begun = sum(stretch.gemeld and span.van <= stretch.van <= span.tot_en_met for stretch in running)
    weighed = _weighed(running, span)
    available = None if workforce.uren is None else workforce.uren * span.days
    limits = tuple(rules.days(f"verzuim_{key}_tot") for key in BANDS[:-1])
    days_ended = sum(stretch.length_on(span) for stretch in ended)
    people_from = rules.days("inzicht_tekening_vanaf")
    groups = _groups(running, span, limits)
    small = [group for group in groups if len({one.wie for one in group}) < people_from]
    return Insight(
        span=span,
        mensen_ziek=len({stretch.wie for stretch in running}),
        mensen_hersteld=len({stretch.wie for stretch in ended}),
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
        bands=tuple(_bands(groups, span, limits, available)),
        on_time=tuple(_on_time(step, steps, span, today or span.tot_en_met) for step in order),
        percentage_vanaf=rules.days("inzicht_percentage_vanaf"),
        tekening_vanaf=people_from,
        mensen_verborgen=len({one.wie for group in small for one in group}),
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


def _groups(running: Sequence[Stretch], span: Span, limits: Sequence[int]) -> tuple[list[Stretch], ...]:
    """Divide the stretches over the bands, by their whole length."""
    groups: tuple[list[Stretch], ...] = tuple([] for _band in BANDS)
    for stretch in running:
        groups[bisect_left(limits, stretch.length_on(span))].append(stretch)
    return groups


def _bands(
    groups: Sequence[Sequence[Stretch]], span: Span, limits: Sequence[int], available: Decimal | None
) -> Iterator[Band]:
    lows, highs = (1, *(limit + 1 for limit in limits)), (*limits, None)
    for key, low, high, inside in zip(BANDS, lows, highs, groups, strict=True):
        yield Band(
            key,
            low,
            high,
            len(inside),
            len({stretch.wie for stretch in inside}),
            sum(stretch.days_in(span) for stretch in inside),
            _share(_weighed(inside, span), available, _HUNDREDTH),
        )


def _on_time(step: str, steps: Iterable[Step], span: Span, today: date) -> OnTime:
    mine = [one for one in steps if one.id == step and one.is_about(span)]
    why = [one.left_out(span) for one in mine]
    there = [one for one, left in zip(mine, why, strict=True) if left is None]
    inside = [one for one in there if one.uiterlijk is not None and span.holds(one.uiterlijk) and one.is_due(today)]
    return OnTime(
        step,
        len(inside),
        sum(one.gedaan for one in inside),
        sum(one.op_tijd for one in inside),
        len(there) - len(inside),
        tuple((left, why.count(left)) for left in Left if left in why),
    )


def _share(part: Decimal | None, whole: Decimal | None, step: Decimal) -> Decimal | None:
    """Return a part in percent."""
    return None if part is None or whole is None else _quotient(part.scaleb(2), whole, step)


def _quotient(part: Decimal, whole: Decimal, step: Decimal) -> Decimal | None:
    return (part / whole).quantize(step, ROUND_HALF_UP) if whole else None
