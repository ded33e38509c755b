"""What the guard says about a hit: why the word does not belong, and a sentence about work in its place."""

import re
from typing import Final

from reintegratie_desktop.text.i18n import N_, _

_HEALTH: Final = N_(
    "Dit lijkt over gezondheid te gaan. Dat mag niet in jouw dossier staan, ook niet als de werknemer het goed vindt. "
    "Schrijf op wat het betekent voor het werk."
)
_CARE: Final = N_(
    "Dit lijkt over zorg te gaan. Dat hoort alleen bij de bedrijfsarts. "
    "Schrijf op wanneer iemand wel en niet kan werken."
)
_PREGNANT: Final = N_(
    "Dit hoort niet in een verzuimdossier, ook niet als de werknemer het zelf vertelt. "
    "Verlof leg je vast met alleen de data."
)
_PRIVATE: Final = N_(
    "Dit lijkt over iemands leven buiten het werk te gaan. Dat mag niet in jouw dossier staan. "
    "Schrijf alleen over werk, afspraken en mogelijkheden."
)
_NUMBER: Final = N_(
    "Dit lijkt een burgerservicenummer. Dat vullen we pas in als een papier voor UWV erom vraagt. Haal het hier weg."
)
_WHY: Final = {
    "behandeling": _CARE,
    "zorgverlener": _CARE,
    "zorginstelling": _CARE,
    "zwangerschap": _PREGNANT,
    "prive": _PRIVATE,
    "bsn": _NUMBER,
}
_LIFTING: Final = N_("tillen tot .. kg (advies bedrijfsarts d.d. ..)")
_HOURS: Final = N_("uren per dag: ..")
_NO_DEADLINE: Final = N_("taken zonder deadline")
_LEAVE: Final = N_("verlof van .. tot ..")
_AWAY: Final = N_("niet beschikbaar op {moment}")
_MORNING: Final = N_("{dag}ochtend")
_AFTERNOON: Final = N_("{dag}middag")
_EVENING: Final = N_("{dag}avond")
_DAY_NAMES: Final = {
    "maandag": N_("maandag"),
    "dinsdag": N_("dinsdag"),
    "woensdag": N_("woensdag"),
    "donderdag": N_("donderdag"),
    "vrijdag": N_("vrijdag"),
    "zaterdag": N_("zaterdag"),
    "zondag": N_("zondag"),
    "monday": N_("maandag"),
    "tuesday": N_("dinsdag"),
    "wednesday": N_("woensdag"),
    "thursday": N_("donderdag"),
    "friday": N_("vrijdag"),
    "saturday": N_("zaterdag"),
    "sunday": N_("zondag"),
}
_DAY: Final = re.compile(
    rf"\b({'|'.join(_DAY_NAMES)})(?:en|s)?[ -]?(ochtend|morgen|middag|avond|morning|afternoon|evening)?"
)
_HOUR: Final = re.compile(r"\b(?:om|vanaf|at|from) (\d{1,2})(?:[:.]\d\d)?(?: ?(?:uur|u)\b)?(?![\d/-])")
_PRESSURE: Final = re.compile(r"deadline|werkdruk|tijdsdruk|tempo|haast|drukte|target|planning|te druk|pressure")
_TIRED: Final = re.compile(
    r"moe\b|moeie\b|vermoeid|uitgeput|energie|slaap|slap|tired|exhaust|fatigue|bekaf|opgebrand|burn"
)
_CARRY: Final = re.compile(
    r"rug|schouder|nek\b|nekk|arm\b|arme|pols|hand|elleboog|hernia|spier|pees|wervel|back|shoulder|neck|wrist|ribben"
)
_LOADS: Final = re.compile(r"\btil|\bdra(?:ag|gen)|sjouw|\blift")
_CARE_KINDS: Final = frozenset({"behandeling", "zorgverlener", "zorginstelling"})


def why(kind: str) -> str:
    """Return in one or two plain sentences why a word does not belong in the file."""
    return _(_WHY.get(kind, _HEALTH))


def suggestion(kind: str, word: str, sentence: str, advice: str) -> str:
    """Return the work phrase to put in place of a word, or an empty text when leaving it out is best.

    `word` and `sentence` (the text around it) are folded; `advice` is what a rule of the word list asks for.
    """
    if advice == "verlof" or (kind == "zwangerschap" and "verlof" in word):
        return _(_LEAVE)
    if kind in {"prive", "bsn", "medicijn", "middelen", "oorzaak", "zwangerschap"}:
        return ""
    if kind in _CARE_KINDS or advice == "dag":
        return _day_away(sentence)
    if kind == "gemoed" or advice == "deadline":
        return _(_NO_DEADLINE) if _PRESSURE.search(sentence) or advice == "deadline" else _hours_if_tired(word)
    if _CARRY.search(word):
        return _(_LIFTING)
    return _(_LIFTING) if advice == "tillen" and _LOADS.search(sentence) else _hours_if_tired(word)


def _hours_if_tired(word: str) -> str:
    return _(_HOURS) if _TIRED.search(word) else ""


def _part_of_day(sentence: str) -> str:
    """Return the part of the day that a named hour falls in; the morning when none is named."""
    hour = _HOUR.search(sentence)
    if hour is None or int(hour[1]) < 12:
        return "ochtend"
    return "middag" if int(hour[1]) < 18 else "avond"


def _day_away(sentence: str) -> str:
    day = _DAY.search(sentence)
    if day is None:
        return ""
    name = _(_DAY_NAMES[day[1]])
    part = day[2] or _part_of_day(sentence)
    if part in {"middag", "afternoon"}:
        return _(_AWAY).format(moment=_(_AFTERNOON).format(dag=name))
    if part in {"avond", "evening"}:
        return _(_AWAY).format(moment=_(_EVENING).format(dag=name))
    return _(_AWAY).format(moment=_(_MORNING).format(dag=name))
