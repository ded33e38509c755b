"""What can be tried on the page "Wat als", and the facts of a case with what was tried; nothing touches the file."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any, Final

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import N_

FIRST_DAY: Final = "eerste_ziektedag"
ADVICE: Final = "probleemanalyse"
PLAN: Final = "plan_van_aanpak"
LAST_TALK: Final = "laatste_evaluatie"
NEXT_TALK: Final = "volgende_evaluatie"
APPLICATION: Final = "wia_aanvraag"
CONTRACT_END: Final = "einde_dienstverband"
RECOVERED: Final = "hersteld_per"
AGAIN: Final = "opnieuw_ziek"
LEAVE_FROM: Final = "verlof_van"
LEAVE_TO: Final = "verlof_tot_en_met"
REPAIRED: Final = "reparatie_vastgesteld"
SANCTION: Final = "loonsanctie"
"""Not a day but a yes or no."""


@dataclass(frozen=True)
class TryField:
    """A day that can be tried. `label` and `help` are Dutch; translate them where they are shown."""

    key: str
    label: str
    help: str = ""
    group: str = ""
    """Fields of one group are one fact; empty when the field is one by itself."""


BREAK: Final = "onderbreking"
LEAVE: Final = "verlof"

FIELDS: Final = (
    TryField(FIRST_DAY, N_("Eerste ziektedag")),
    TryField(ADVICE, N_("Probleemanalyse klaar op")),
    TryField(PLAN, N_("Plan van aanpak klaar op")),
    TryField(LAST_TALK, N_("Laatste evaluatie")),
    TryField(NEXT_TALK, N_("Volgende evaluatie")),
    TryField(APPLICATION, N_("WIA-aanvraag op")),
    TryField(CONTRACT_END, N_("Laatste dag van het contract")),
    TryField(RECOVERED, N_("Weer helemaal aan het werk vanaf"), N_("De eerste dag zonder verzuim."), BREAK),
    TryField(AGAIN, N_("Opnieuw ziek vanaf"), N_("Laat leeg als iemand aan het werk blijft."), BREAK),
    TryField(LEAVE_FROM, N_("Eerste dag van het verlof"), "", LEAVE),
    TryField(LEAVE_TO, N_("Laatste dag van het verlof"), "", LEAVE),
    TryField(REPAIRED, N_("UWV vindt het in orde op"), N_("Laat leeg als UWV dat nog niet zei."), SANCTION),
)
"""Everything that can be tried, in the order of the page."""

GROUPS: Final = tuple(dict.fromkeys(field.group or field.key for field in FIELDS))


@dataclass(frozen=True)
class Trial:
    """The days as they stand in the fields, and whether UWV gives a loonsanctie. A field without a day is None."""

    days: Mapping[str, date | None]
    loonsanctie: bool = False

    def day(self, key: str) -> date | None:
        """Return the day of a field."""
        return self.days.get(key)

    def is_same(self, other: "Trial", group: str) -> bool:
        """Tell whether a group of fields says the same in both."""
        same = all(self.day(field.key) == other.day(field.key) for field in in_group(group))
        return same and (group != SANCTION or self.loonsanctie == other.loonsanctie)

    def with_group_of(self, other: "Trial", group: str) -> "Trial":
        """Return this with the fields of one group as they are in the other."""
        taken = {field.key: other.day(field.key) for field in in_group(group)}
        sanction = other.loonsanctie if group == SANCTION else self.loonsanctie
        return Trial({**self.days, **taken}, sanction)


def in_group(group: str) -> tuple[TryField, ...]:
    """Return the fields of a group."""
    return tuple(field for field in FIELDS if (field.group or field.key) == group)


def as_it_is(base: Mapping[str, Any]) -> Trial:
    """Return what the facts of a case say now; `base` has the shape of `feiten.schema.json`."""
    done, own = base["gedaan"], base["perioden"][-1]
    talks = [date.fromisoformat(day) for day in done["evaluaties"]]
    sanction = base.get("loonsanctie")
    days = {field.key: None for field in FIELDS} | {
        FIRST_DAY: _day(own["ziek_vanaf"]),
        ADVICE: _day(done[ADVICE]),
        PLAN: _day(done[PLAN]),
        LAST_TALK: max(talks, default=None),
        APPLICATION: _day(done[APPLICATION]),
        CONTRACT_END: _day(base.get(CONTRACT_END)),
        RECOVERED: _day(own["hersteld_per"]),
        REPAIRED: _day(sanction.get(REPAIRED)) if sanction else None,
    }
    return Trial(days, sanction is not None)


def facts_with(base: Mapping[str, Any], tried: Trial) -> dict[str, Any]:
    """Return the facts of a case with what was tried, in the same shape."""
    facts = deepcopy(dict(base))
    done, periods = facts["gedaan"], facts["perioden"]
    for key in (ADVICE, PLAN, APPLICATION):
        done[key] = _text(tried.day(key))
    talks = sorted(done["evaluaties"])[:-1]
    done["evaluaties"] = sorted(
        {*talks, *(day.isoformat() for key in (LAST_TALK, NEXT_TALK) if (day := tried.day(key)) is not None)}
    )
    facts[CONTRACT_END] = _text(tried.day(CONTRACT_END))
    periods[-1] = {"ziek_vanaf": _text(tried.day(FIRST_DAY)), "hersteld_per": _text(tried.day(RECOVERED))}
    again = tried.day(AGAIN)
    if again is not None:
        periods.append({"ziek_vanaf": again.isoformat(), "hersteld_per": None})
    if tried.day(LEAVE_FROM) is not None:
        leave = {"van": _text(tried.day(LEAVE_FROM)), "tot_en_met": _text(tried.day(LEAVE_TO))}
        facts["verlof"] = [*(facts.get("verlof") or []), leave]
    decided = facts.get("loonsanctie") or {}
    facts["loonsanctie"] = {**decided, REPAIRED: _text(tried.day(REPAIRED))} if tried.loonsanctie else None
    return facts


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
