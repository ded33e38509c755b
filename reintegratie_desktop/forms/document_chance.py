"""When a paper can be made: from which day, or why it cannot be made in this case."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.text.declaring import dataclass, field
from reintegratie_desktop.text.i18n import N_

_REPORT_FIRST: Final = N_("Maak eerst de ziekmelding af.")
_NOT_HERE: Final = N_("In dit dossier is dit niet nodig.")
_FROM: Final = N_("Kan vanaf {dag}.")
_NO_COUNCIL: Final = N_("Alleen als je bedrijf een OR of een PVT heeft.")
_NO_THIRD: Final = N_("Alleen als een ander aansprakelijk kan zijn. Dat staat in de ziekmelding.")
_NO_END: Final = N_("Alleen als het contract afloopt binnen de 104 weken.")
_NOT_BACK: Final = N_("Kan als je werknemer weer werkt: na een plan van aanpak of een herstelmelding.")
_FIRST: Final = {
    "probleemanalyse": N_("Kan na het advies van de bedrijfsarts."),
    "plan_van_aanpak": N_("Kan na het plan van aanpak."),
    "spoor2_start": N_("Kan na de start van spoor 2."),
}
_LEAVING: Final = "ziek_uit_dienst_melding"
_COUNCILS: Final = ("or", "pvt")
_CLOSING: Final = "actueel_oordeel"


@dataclass(frozen=True)
class SoFar:
    """What is known of a case when it is asked which papers can be made."""

    today: date
    clock: CaseClock
    reported: bool = True
    made: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """Per kind of paper the dates of those that are finished, oldest first."""
    recovered_on: date | None = None
    regres: str = ""
    """What the sick report says about somebody else who may be liable."""
    or_vorm: str = ""
    """How employees have a say in the firm."""
    expert_advised: bool = False
    """The bedrijfsarts advises to ask an arbeidsdeskundige."""

    def newest(self, *keys: str) -> date | None:
        """Return the date of the newest finished paper of these kinds, None without one."""
        return max((day for key in keys for day in self.made.get(key, ())), default=None)

    def step(self, step: str) -> Milestone | None:
        """Return a step of the clock, None when this case has no such step or asks nothing there now."""
        found = next((one for one in self.clock.termijnen if one.id == step), None)
        return None if found is None or found.waits else found


@dataclass(frozen=True)
class Chance:
    """From which day a paper can be made (None: at once), or why not. `reason` is Dutch; translate it."""

    day: date | None = None
    reason: str = ""
    """Why it cannot be made now; with `{dag}` when it is only too early."""

    def is_open(self, today: date) -> bool:
        """Tell whether the paper can be made on a day."""
        return not self.reason or (self.day is not None and self.day <= today)


Opens = Callable[[SoFar], Chance]
NOW: Final = Chance()


def after_report(so_far: SoFar) -> Chance:
    """Open a paper when the sick report is finished."""
    return NOW if so_far.reported else Chance(reason=_REPORT_FIRST)


def once_made(key: str) -> Opens:
    """Open a paper when another one is finished; `key` is one of those that have a sentence here."""
    reason = _FIRST[key]

    def opens(so_far: SoFar) -> Chance:
        if not so_far.reported:
            return Chance(reason=_REPORT_FIRST)
        return NOW if so_far.newest(key) is not None else Chance(reason=reason)

    return opens


def in_window(step: str) -> Opens:
    """Open a paper on the first day of a step of the clock."""

    def opens(so_far: SoFar) -> Chance:
        if not so_far.reported:
            return Chance(reason=_REPORT_FIRST)
        found = so_far.step(step)
        if found is None:
            return Chance(reason=_NOT_HERE)
        return Chance(found.venster_van or found.streefdatum, _FROM)

    return opens


def near_the_end(so_far: SoFar) -> Chance:
    """Open a paper of the last weeks: from the day the bedrijfsarts can be asked, or when the contract ends."""
    if so_far.reported and so_far.step(_LEAVING) is not None:
        return NOW
    return in_window(_CLOSING)(so_far)


def contract_ends(so_far: SoFar) -> Chance:
    """Open a paper when the contract ends while the wage is paid."""
    if not so_far.reported:
        return Chance(reason=_REPORT_FIRST)
    return NOW if so_far.step(_LEAVING) is not None else Chance(reason=_NO_END)


def has_council(so_far: SoFar) -> Chance:
    """Open a paper when the firm has a council that must agree."""
    if not so_far.reported:
        return Chance(reason=_REPORT_FIRST)
    return NOW if so_far.or_vorm in _COUNCILS else Chance(reason=_NO_COUNCIL)


def third_party(so_far: SoFar) -> Chance:
    """Open a paper when the sick report leaves room for somebody else who is liable."""
    if not so_far.reported:
        return Chance(reason=_REPORT_FIRST)
    return Chance(reason=_NO_THIRD) if so_far.regres in ("", "nee") else NOW


def when_recovered(so_far: SoFar) -> Chance:
    """Open a paper for after the return: once there is a plan, or somebody is back."""
    if not so_far.reported:
        return Chance(reason=_REPORT_FIRST)
    is_back = so_far.recovered_on is not None or so_far.newest("plan_van_aanpak", "herstelmelding") is not None
    return NOW if is_back else Chance(reason=_NOT_BACK)


# --- what asks for a paper that is possible all the time ------------------------------------------------------------


def third_party_named(so_far: SoFar) -> bool:
    """Tell whether the sick report says that somebody else is liable."""
    return so_far.regres == "ja"


def expert_advised(so_far: SoFar) -> bool:
    """Tell whether the bedrijfsarts advises to ask an arbeidsdeskundige."""
    return so_far.expert_advised


def uwv_can_help(so_far: SoFar) -> bool:
    """Tell whether the contract still has to end, and UWV pays afterwards: an eigenrisicodrager does that itself."""
    leaving = so_far.step(_LEAVING)
    still_here = leaving is not None and leaving.gedaan_op is None
    return still_here and not so_far.clock.case.is_own_risk_zw
