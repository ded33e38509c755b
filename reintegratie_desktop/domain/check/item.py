"""What one point of the check is: its state, its weight, and what the user reads about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Stand(StrEnum):
    """How a point stands on the day it is looked at."""

    OP_ORDE = "op_orde"
    TOEGELICHT = "toegelicht"
    """It went otherwise than it should, and the reason is written down."""
    NIET_NODIG = "niet_nodig"
    KOMT_NOG = "komt_nog"
    """Not asked yet."""
    BINNENKORT = "binnenkort"
    TE_LAAT = "te_laat"
    """It was done too late and the reason is not written down; the past cannot be repaired, only explained."""
    ONTBREEKT = "ontbreekt"

    @property
    def asks(self) -> bool:
        """Tell whether this keeps the case from being in order today."""
        return self in (Stand.TE_LAAT, Stand.ONTBREEKT)


_FROM_GOOD_TO_BAD: Final = (
    (Stand.OP_ORDE, Stand.TOEGELICHT, Stand.NIET_NODIG),
    (Stand.KOMT_NOG,),
    (Stand.BINNENKORT,),
    (Stand.TE_LAAT,),
    (Stand.ONTBREEKT,),
)
WORSE: Final = {stand: place for place, alike in enumerate(_FROM_GOOD_TO_BAD) for stand in alike}
"""From nothing to do to something missing; a higher number is worse."""


class Gewicht(StrEnum):
    """How much a point counts for UWV: effort above the papers UWV judges it by, those above dates and names."""

    ZWAAR = "zwaar"
    MIDDEL = "middel"
    LICHT = "licht"


class Groep(StrEnum):
    """Under which heading a point stands, in this order."""

    HERSTELLEN = "herstellen"
    UITLEGGEN = "uitleggen"
    KOMT_NOG = "komt_nog"
    OP_ORDE = "op_orde"
    NIET_NODIG = "niet_nodig"


_GROUPS: Final = {
    Stand.ONTBREEKT: Groep.HERSTELLEN,
    Stand.TE_LAAT: Groep.UITLEGGEN,
    Stand.BINNENKORT: Groep.KOMT_NOG,
    Stand.KOMT_NOG: Groep.KOMT_NOG,
    Stand.OP_ORDE: Groep.OP_ORDE,
    Stand.TOEGELICHT: Groep.OP_ORDE,
    Stand.NIET_NODIG: Groep.NIET_NODIG,
}


@dataclass(frozen=True, slots=True)
class Motivering:
    """Why something went otherwise (Regeling procesgang art. 5): the reason, whether both agree, and since when."""

    reden: str
    beide_eens: bool
    datum: date
    op_papier: bool = False
    """It stands in a paper of the case already; the paper cannot be changed here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRule:
    """One point of the check as it is declared; texts are Dutch and translated where they are shown.

    `waarom` says why UWV looks at it, `herstel` how to put it right today, `uitleggen` what to do when it is too late
    to repair.
    """

    id: str
    titel: str
    waarom: str
    herstel: str
    basis: str
    """Name in `grondslagen.toml`."""
    gewicht: Gewicht
    gewicht_laat: Gewicht = Gewicht.LICHT
    """What it counts for when it was only late."""
    formulier: str = ""
    """Key of the form that repairs it; where this version has no such form, the page of the case does."""
    soort: str = ""
    """Which kind of talk, when the form is a talk."""
    pagina: str = "stappen"
    """Where it is done without a form: `stappen`, `papieren`, `logboek`, `gegevens`, `uren` or `toets`."""
    artikel_5: bool = False
    """The reason only counts when both agree with it (Regeling procesgang art. 5)."""
    uitlegbaar: bool = False
    """A reason can be written down when it is late."""
    vinkbaar: bool = False
    """Done outside the program: the user says on which day."""
    rust_op: tuple[str, ...] = ()
    """Points that move this one."""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One point of the check on one day; the words are in the language in use when it was made."""

    id: str
    rule: CheckRule
    titel: str
    stand: Stand
    bevinding: str
    """What was found: the state in one sentence, or the reason why it is not needed."""
    waarom: str
    grondslag: str
    gewicht: Gewicht
    herstel: str
    uiterlijk: date | None = None
    gedaan_op: date | None = None
    motivering: Motivering | None = None
    mag_uitleggen: bool = False
    """A reason can be written down for this point now."""
    uitleg_vervangt: bool = False
    """The reason takes the place of doing it."""

    @property
    def groep(self) -> Groep:
        """Return the heading this point stands under."""
        return _GROUPS[self.stand]


def counts(items: tuple[CheckItem, ...]) -> Mapping[Groep, int]:
    """Return how many points stand under each heading, in their order."""
    return {groep: sum(item.groep is groep for item in items) for groep in Groep}
