"""The facts of the wage: what was earned, worked, agreed and deducted. Plain data; `read_facts` reads it from JSON."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.wage.pattern import PatternChange, Patterns
from reintegratie_desktop.domain.wage.reading import Span
from reintegratie_desktop.text.i18n import N_


class Per(StrEnum):
    """The time an amount is for."""

    MAAND = "maand"
    VIER_WEKEN = "vier_weken"
    WEEK = "week"
    UUR = "uur"
    PERIODE = "periode"
    """The whole period that stands beside it."""


class WorkForm(StrEnum):
    """On which footing an ill employee works."""

    LOONWAARDE = "loonwaarde"
    ARBEIDSTHERAPEUTISCH = "arbeidstherapeutisch"


class WorkPay(StrEnum):
    """How hours worked during illness are paid."""

    VOLLEDIG = "volledig"
    """The full wage over what the work is worth."""
    ZIEKTELOON = "ziekteloon"
    """The same share as the hours that are not worked."""


class AmountKind(StrEnum):
    """An amount the user can enter when the program does not have it."""

    MINIMUMUURLOON = "minimumuurloon"
    MAXIMUMDAGLOON = "maximumdagloon"


SUSPENSION_GROUNDS = {
    "spreekuur_gemist": N_("Niet gekomen op het spreekuur"),
    "verblijfadres_onbekend": N_("Geen adres doorgegeven"),
    "andere_controleregel": N_("Een andere schriftelijke controleregel niet gevolgd"),
}
"""Rules by which the employer sees whether there is a right to wage (BW 7:629 lid 6)."""

STOP_GROUNDS = {
    "opzet_of_onjuiste_informatie": N_("Opzet, of onjuiste informatie bij de keuring voor de baan"),
    "herstel_belemmerd": N_("Het herstel belemmerd of vertraagd"),
    "passende_arbeid_geweigerd": N_("Passend werk niet gedaan zonder goede reden"),
    "voorschriften_geweigerd": N_("Niet meegewerkt aan redelijke voorschriften of maatregelen"),
    "plan_van_aanpak_geweigerd": N_("Niet meegewerkt aan het plan van aanpak"),
    "wia_aanvraag_te_laat": N_("De WIA te laat aangevraagd zonder goede reden"),
}
"""The closed list of BW 7:629 lid 3, in its order."""


@dataclass(frozen=True, slots=True)
class WageRate:
    """The agreed wage from a day on, gross, in euros."""

    van: date
    bedrag: Decimal
    per: Per
    """A month, four weeks, a week or an hour."""
    vakantiebijslag_inbegrepen: bool = False


@dataclass(frozen=True, slots=True)
class CaoRule:
    """What the cao or the contract gives over some sick weeks or some days; exactly one of the two is filled.

    `percentage` is None where only the law holds.
    """

    span: Span | None
    van_week: int
    tot_en_met_week: int | None
    percentage: Decimal | None
    ook_boven_maximumdagloon: bool = True

    def holds(self, day: date, week: int) -> bool:
        """Tell whether the rule holds on a day, which falls in a sick week."""
        if self.span is not None:
            return self.span.holds(day)
        return self.van_week <= week and (self.tot_en_met_week is None or week <= self.tot_en_met_week)


@dataclass(frozen=True, slots=True)
class Worked:
    """Hours a week that were worked during illness; they are spread over the days of the work pattern."""

    span: Span
    uren_per_week: Decimal
    vorm: WorkForm
    loonwaarde_percentage: Decimal | None
    """Share in percent of the own wage over these hours; None when an amount is given."""
    loonwaarde_per_week: Decimal | None
    betaling: WorkPay
    betaling_gegeven: bool
    """Whether somebody said how these hours are paid."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """An amount that comes off the wage: of other work in the own hours, or of a benefit."""

    span: Span
    bedrag: Decimal
    per: Per
    """A month, four weeks, a week or the whole period."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days of the illness that both call vakantie: the whole wage is due (BW 7:639)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Suspension:
    """A loonopschorting; `span` ends the day before `opgeheven_per`, the day on which all is paid after all."""

    span: Span
    grond: str
    opgeheven_per: date | None
    meegedeeld_op: date | None


@dataclass(frozen=True, slots=True)
class WageStop:
    """A loonstop: over these days nothing is due, also not later."""

    span: Span
    grond: str
    meegedeeld_op: date | None


@dataclass(frozen=True, slots=True)
class OwnAmount:
    """An amount the user entered with its source. `leeftijd` is None for an amount that is not of one age."""

    soort: AmountKind
    van: date
    waarde: Decimal
    bron: str
    leeftijd: int | None = None


@dataclass(frozen=True, slots=True)
class WageFacts:
    """Everything the wage needs, next to the facts of the case; lists run from old to new."""

    zaak: CaseFacts
    geboortedatum: date
    werkpatroon: tuple[Decimal, ...]
    """Hours of Monday to Sunday on the first sick day."""
    loon: tuple[WageRate, ...]
    werkpatroon_wijzigingen: tuple[PatternChange, ...] = ()
    bbl: bool = False
    vaste_maandbetaling: bool = True
    voltijd_uren_per_week: Decimal | None = None
    cao: tuple[CaoRule, ...] = ()
    wachtdagen: int = 0
    gewerkt: tuple[Worked, ...] = ()
    vakantie: tuple[Holiday, ...] = ()
    andere_inkomsten: tuple[Deduction, ...] = ()
    uitkeringen: tuple[Deduction, ...] = ()
    opschorting: tuple[Suspension, ...] = ()
    loonstop: tuple[WageStop, ...] = ()
    eigen_bedragen: tuple[OwnAmount, ...] = ()
    betaalperiode: Per = Per.MAAND
    """How often wage is paid: a month, four weeks or a week."""
    vier_weken_vanaf: date | None = None
    """A day on which a period of four weeks begins; known when `betaalperiode` is four weeks."""
    reken_tot_en_met: date | None = None

    @property
    def uren_per_week(self) -> Decimal:
        """Return the hours of a whole week on the first sick day."""
        return sum(self.werkpatroon, Decimal(0))

    def patterns(self) -> Patterns:
        """Return the hours of every day."""
        return Patterns(self.werkpatroon, self.werkpatroon_wijzigingen)

    def rate(self, day: date) -> WageRate:
        """Return the wage that holds on a day; the first one also before its own day."""
        found = self.loon[0]
        for rate in self.loon:
            if rate.van <= day:
                found = rate
        return found
