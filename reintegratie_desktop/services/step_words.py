"""The words around the steps of a case: what a step is about, who does it, and what its button says."""

from collections.abc import Iterable
from typing import Final

from reintegratie_desktop.text.i18n import N_, _

DETAILS: Final = {
    "ziekmelding": N_("Korte vragen tijdens het telefoongesprek"),
    "ziekmelding_arbodienst": N_("Geef de ziekmelding door, met je vragen"),
    "taakprofiel": N_("Welke taken horen bij het werk? Handig voor de bedrijfsarts"),
    "probleemanalyse": N_("De bedrijfsarts schrijft, jij legt het advies vast"),
    "opbouwschema": N_("De uren per week, binnen het advies"),
    "plan_van_aanpak": N_("Wat jullie doen, wie het doet en wanneer het klaar is"),
    "gesprek": N_("Agenda vooraf, verslag achteraf"),
    "evaluatie": N_("Samen kijken of het plan nog past"),
    "uwv_42e_week": N_("Je meldt dit in het werkgeversportaal van UWV"),
    "eerstejaarsevaluatie": N_("Terugkijken op het eerste jaar, vooruitkijken naar het tweede"),
    "spoor2_start": N_("Zoeken naar werk buiten je bedrijf, als dat nodig is"),
    "actueel_oordeel": N_("De bedrijfsarts geeft een laatste oordeel"),
    "eindevaluatie": N_("Samen terugkijken op twee jaar"),
    "riv_aan_werknemer": N_("Het hele dossier, met een kopie voor de werknemer"),
    "wia_aanvraag": N_("De werknemer vraagt dit zelf aan bij UWV"),
    "einde_loondoorbetaling": N_("De laatste dag van de 104 weken"),
    "wia_eerste_dag": N_("De eerste dag na de 104 weken"),
    "einde_opzegverbod": N_("Tot deze dag mag je niet opzeggen vanwege de ziekte"),
    "vervroegde_iva": N_("Alleen als de bedrijfsarts zegt dat werken nooit meer kan"),
    "vangnet_melding": N_("Je meldt dit in het werkgeversportaal van UWV"),
    "ziek_uit_dienst_melding": N_("Het contract eindigt terwijl de werknemer ziek is"),
    "einde_loonsanctie": N_("De laatste dag dat je langer loon betaalt"),
}

ACTIONS: Final = {
    "ziekmelding": N_("Melding invullen"),
    "melding_arbodienst": N_("Melding invullen"),
    "taakprofiel": N_("Taken invullen"),
    "probleemanalyse": N_("Advies invullen"),
    "opbouwschema": N_("Schema maken"),
    "plan_van_aanpak": N_("Plan maken"),
    "gesprek": N_("Voorbereiden"),
}

PLAN_DURATION: Final = N_("ongeveer 40 minuten")
"""How long making the plan takes; here and not asked of the form, because the first page shows it at every start."""

INFORMATION: Final = frozenset(
    {"einde_loondoorbetaling", "wia_eerste_dag", "einde_opzegverbod", "vervroegde_iva", "einde_loonsanctie"}
)
"""Dates to know, where the employer has nothing to do; they are never late."""

OFF_THE_LINE: Final = frozenset({"ziekmelding_arbodienst", "wia_eerste_dag", "einde_opzegverbod", "vervroegde_iva"})
"""Steps that stand in the list and not on the drawn time line, where they would crowd the others."""

PHASES: Final = (
    ("start", N_("Start, week 1 tot 8")),
    ("eerste_jaar", N_("Eerste jaar, week 9 tot 45")),
    ("naar_tweede_jaar", N_("Naar het tweede jaar, week 46 tot 58")),
    ("slot", N_("Slot, week 87 tot 104")),
)

_NUMBERS: Final = (
    N_("geen"), N_("één"), N_("twee"), N_("drie"), N_("vier"), N_("vijf"), N_("zes"), N_("zeven"), N_("acht"),
    N_("negen"), N_("tien"),
)  # fmt: skip


def detail_of(step: str) -> str:
    """Return the second line of a step."""
    key = "evaluatie" if step.startswith("evaluatie_") else step
    return _(DETAILS[key]) if key in DETAILS else ""


def who_words(who: Iterable[str], first_name: str) -> str:
    """Return who does a step, as the employer reads it: "Jij en Fatima"."""
    names = {
        "werkgever": _("Jij"),
        "werknemer": first_name,
        "bedrijfsarts": _("Bedrijfsarts"),
        "arbodienst": _("Arbodienst"),
        "uwv": "UWV",
    }
    words = sorted({names.get(person.lower(), person) for person in who}, key=lambda word: word != names["werkgever"])
    return _(" en ").join(words)


def count_word(number: int) -> str:
    """Return a count in words up to ten."""
    return _(_NUMBERS[number]) if 0 <= number < len(_NUMBERS) else str(number)
