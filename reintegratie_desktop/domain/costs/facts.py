"""What the employer entered about the costs of a case. Plain data; amounts are euros, days belong to the case."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reintegratie_desktop.text.i18n import N_


class Kind(StrEnum):
    """What a line of the costs is for. The wage and what comes on top of it follow; the others are entered."""

    LOON = "loon"
    BIJSLAG = "bijslag"
    LASTEN = "lasten"
    ARBODIENST = "arbodienst"
    SPOOR2 = "spoor2"
    VOORZIENING = "voorziening"
    VERVANGING = "vervanging"
    DESKUNDIGENOORDEEL = "deskundigenoordeel"
    ANDERS = "anders"


KIND_NAMES = {
    Kind.LOON: N_("Loon bij ziekte"),
    Kind.BIJSLAG: N_("Vakantiebijslag"),
    Kind.LASTEN: N_("Werkgeverslasten"),
    Kind.ARBODIENST: N_("Arbodienst en bedrijfsarts"),
    Kind.SPOOR2: N_("Spoor 2"),
    Kind.VOORZIENING: N_("Aanpassing van het werk"),
    Kind.VERVANGING: N_("Vervanging"),
    Kind.DESKUNDIGENOORDEEL: N_("Deskundigenoordeel"),
    Kind.ANDERS: N_("Andere kosten"),
}
"""In the order in which they are listed."""

FOLLOWING = (Kind.LOON, Kind.BIJSLAG, Kind.LASTEN)
"""What follows from the wage."""
ENTERED_KINDS = tuple(kind for kind in Kind if kind not in FOLLOWING)
REINTEGRATION = (Kind.ARBODIENST, Kind.SPOOR2, Kind.VOORZIENING)
"""What counts as costs of re-integration when somebody else is liable (BW 6:107a lid 3)."""


class Back(StrEnum):
    """Where money comes back from."""

    UWV = "uwv"
    LKV = "lkv"
    REGRES = "regres"
    COMPENSATIE = "compensatie"
    VERZEKERING = "verzekering"
    ANDERS = "anders"


class Rhythm(StrEnum):
    """How often an amount comes."""

    EENMALIG = "eenmalig"
    MAAND = "maand"


class Answer(StrEnum):
    """An answer that may still be open."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Item:
    """One amount that was entered: once on a day, or every month from a day on.

    `tot_en_met` is None for an amount per month that goes on as long as the wage does.
    """

    kind: Kind | Back
    bedrag: Decimal
    van: date
    per: Rhythm = Rhythm.EENMALIG
    tot_en_met: date | None = None
    omschrijving: str = ""


@dataclass(frozen=True, slots=True)
class CostFacts:
    """Everything that was entered about the costs of one case."""

    kosten: tuple[Item, ...] = ()
    terug: tuple[Item, ...] = ()
    lasten: Answer = Answer.ONBEKEND
    """Whether the employer's share counts; not answered, it counts when a percentage was entered."""
    opslag: Decimal | None = None
    """The employer's share on top of the wage and the vakantiebijslag, in percent; None counts nothing."""
    bijslag: Answer = Answer.ONBEKEND
    """Whether the vakantiebijslag counts."""
    bijslag_deel: Decimal | None = None
    """The vakantiebijslag in percent of the wage; None is what the law asks at the least (Wml art. 15)."""
    in_loon: tuple[tuple[date, bool], ...] = ()
    """From which day on the wage holds the vakantiebijslag already or not, in order; before the first day as then."""
    verwacht_jaar1: Decimal | None = None
    """What the employer expects to pay a month in the first sick year, where an amount of the law misses."""
    verwacht_jaar2: Decimal | None = None
    """The same for the second sick year; a loonsanctie goes on with it."""
    netto_betaald: Decimal | None = None
    """Net wage that was paid during illness; only asked where somebody else may be liable."""
    verzekering: Answer = Answer.ONBEKEND
    vergoeding_betaald: Decimal | None = None
    """The gross transitievergoeding that was paid."""
    vergoeding_laatste_dag: date | None = None
    """The day of its last payment."""

    @property
    def deel_lasten(self) -> Decimal | None:
        """Return the percentage of the employer's share that counts; None when it does not."""
        return None if self.lasten is Answer.NEE else self.opslag

    @property
    def telt_bijslag(self) -> bool:
        """Tell whether vakantiebijslag is counted."""
        return self.bijslag is Answer.JA

    def holds_bijslag(self, day: date) -> bool:
        """Tell whether the wage of a day holds the vakantiebijslag already."""
        flags = [flag for begins, flag in self.in_loon if begins <= day] or [flag for _day, flag in self.in_loon[:1]]
        return bool(flags and flags[-1])


@dataclass(frozen=True, slots=True)
class RefundFacts:
    """What decides on money that may come back, next to what was entered as costs."""

    vangnet: Answer = Answer.ONBEKEND
    """Whether the sick report falls under the vangnet, or a no-riskpolis holds; never which one or why."""
    regres: Answer = Answer.ONBEKEND
    """Whether somebody else may be liable."""
    in_dienst: date | None = None
