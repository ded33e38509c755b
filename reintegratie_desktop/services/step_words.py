"""The words around the steps of a case: what a step is about, who does it, and what its button says."""

from collections.abc import Iterable
from typing import Final

from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.text.i18n import N_, _, ngettext

# The second line of a row: short, so that every row of the list is as high as the others.
DETAILS: Final = {
    "ziekmelding": N_("Korte vragen aan de telefoon"),
    "ziekmelding_arbodienst": N_("Geef de melding door, met je vragen"),
    "taakprofiel": N_("Handig voor de bedrijfsarts"),
    "probleemanalyse": N_("Leg het advies van de bedrijfsarts vast"),
    "opbouwschema": N_("De uren per week, binnen het advies"),
    "plan_van_aanpak": N_("Wat jullie doen, wie en wanneer"),
    "gesprek": N_("Agenda vooraf, verslag achteraf"),
    "contactplan": N_("Hoe vaak en hoe jullie contact houden"),
    "bijstelling_plan_van_aanpak": N_("Pas samen de afspraken aan"),
    "spoor1_onderzoek": N_("Welk werk past er in je bedrijf"),
    "zoekprofiel": N_("Welk werk buiten je bedrijf past"),
    "oordeel_werknemer": N_("De werknemer vult dit in bij UWV"),
    "medische_informatie_overdracht": N_("Van de bedrijfsarts, niet via jou"),
    "nazorgplan": N_("Blijf kijken hoe het werk gaat"),
    "arbeidsdeskundig_onderzoek": N_("Zo staat het in het advies"),
    "participatieverzoek": N_("Hulp als het contract afloopt"),
    "brief_regres": N_("Een ander is aansprakelijk"),
    "voortgangsrapportage": N_("Zo is het afgesproken"),
    "evaluatie": N_("Samen kijken of het plan nog past"),
    "uwv_42e_week": N_("In het werkgeversportaal van UWV"),
    "eerstejaarsevaluatie": N_("Terugkijken en vooruitkijken"),
    "spoor2_start": N_("Werk buiten je bedrijf, als dat nodig is"),
    "actueel_oordeel": N_("Laatste oordeel van de bedrijfsarts"),
    "eindevaluatie": N_("Samen terugkijken op twee jaar"),
    "riv_aan_werknemer": N_("Met een kopie voor de werknemer"),
    "wia_aanvraag": N_("De werknemer doet dit zelf bij UWV"),
    "einde_loondoorbetaling": N_("Tot en met deze dag betaal je loon"),
    "wia_eerste_dag": N_("De eerste dag na de 104 weken"),
    "einde_opzegverbod": N_("Tot dan geen ontslag vanwege ziekte"),
    "vervroegde_iva": N_("Alleen als werken nooit meer kan"),
    "vangnet_melding": N_("In het werkgeversportaal van UWV"),
    "ziek_uit_dienst_melding": N_("Het contract eindigt tijdens de ziekte"),
    "einde_loonsanctie": N_("Tot en met deze dag betaal je loon"),
}

ACTIONS: Final = {
    "ziekmelding": N_("Melding invullen"),
    "melding_arbodienst": N_("Arbodienst inlichten"),
    "taakprofiel": N_("Taken invullen"),
    "probleemanalyse": N_("Advies invullen"),
    "opbouwschema": N_("Schema maken"),
    "plan_van_aanpak": N_("Plan maken"),
    "gesprek": N_("Voorbereiden"),
    "contactplan": N_("Contact afspreken"),
    "evaluatie": N_("Evaluatie invullen"),
    "uwv_42e_week": N_("Melding klaarzetten"),
    "spoor1_onderzoek": N_("Onderzoek invullen"),
    "spoor2_start": N_("Spoor 2 vastleggen"),
    "zoekprofiel": N_("Profiel invullen"),
    "actueel_oordeel": N_("Oordeel vastleggen"),
    "eindevaluatie": N_("Evaluatie invullen"),
    "re_integratieverslag": N_("Voorblad maken"),
    "oordeel_werknemer": N_("Vastleggen"),
    "medische_informatie_overdracht": N_("Vastleggen"),
    "ziek_uit_dienst": N_("Melding klaarzetten"),
    "brief_wia_aanvraag": N_("Brief maken"),
    "nazorgplan": N_("Nazorg afspreken"),
    "arbeidsdeskundig_onderzoek": N_("Onderzoek aanvragen"),
    "participatieverzoek": N_("Verzoek klaarzetten"),
    "brief_regres": N_("Brief maken"),
    "voortgangsrapportage": N_("Verslag vastleggen"),
}
"""What the button of a step says, by the form it opens."""

PLAIN_TITLES: Final = {
    "taakprofiel": N_("Taken op een rij"),
    "contactplan": N_("Contactplan"),
    "opbouwschema": N_("Opbouwschema"),
    "spoor1_onderzoek": N_("Passend werk in je bedrijf"),
    "zoekprofiel": N_("Zoekprofiel"),
    "oordeel_werknemer": N_("Oordeel van de werknemer"),
    "medische_informatie_overdracht": N_("Stukken overgedragen"),
    "nazorgplan": N_("Nazorgplan"),
    "arbeidsdeskundig_onderzoek": N_("Arbeidsdeskundig onderzoek"),
    "participatieverzoek": N_("Participatieverzoek aan UWV"),
    "brief_regres": N_("Brief: loon terugvragen"),
}
"""What the papers without a date are called in the dossier."""

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
    """Return who does a step, as the employer reads it: "Jij en Fatima", "Jij en bedrijfsarts", "Bedrijfsarts"."""
    names = {
        "werkgever": _("Jij"),
        "werknemer": first_name,
        "bedrijfsarts": _("Bedrijfsarts"),
        "arbodienst": _("Arbodienst"),
        "re-integratiebureau": _("Re-integratiebureau"),
        "uwv": "UWV",
    }
    roles = {names["bedrijfsarts"], names["arbodienst"], names["re-integratiebureau"]}
    found = {names.get(person.lower(), person) for person in who}
    words = sorted(found, key=lambda word: (word != names["werkgever"], word in roles, word))
    # A role is no name: only the first word of the line has a capital.
    return _(" en ").join(
        f"{word[:1].lower()}{word[1:]}" if at and word in roles else word for at, word in enumerate(words)
    )


def count_word(number: int) -> str:
    """Return a count in words up to ten."""
    return _(_NUMBERS[number]) if 0 <= number < len(_NUMBERS) else str(number)


def head_action(step: StepView) -> str:
    """Return the words of a button that stands apart from its step, such as the one at the top of a dossier."""
    if step.complete:
        return step.action
    name = step.short_title or (_("Gesprek") if step.form == "gesprek" else step.title)
    if step.action and step.slot is not None:
        return _("Verder met {stap}").format(stap=_in_sentence(name))
    if step.action and step.can_tick and not step.form:
        return _with_name(_("{stap} afvinken"), name)
    if step.action and step.form == "gesprek":
        return _with_name(_("{stap} voorbereiden"), name)
    return step.action


def go_on_words(step: StepView) -> str:
    """Return the words of the button that goes on with a step after a paper is finished: "Ga verder met: ..."."""
    name = step.short_title or (_("Gesprek") if step.form == "gesprek" else step.title)
    return _("Ga verder met: {stap}").format(stap=_in_sentence(name))


def _with_name(words: str, name: str) -> str:
    """Return a button with the name of a step, which has its capital only where it begins: in English it comes last."""
    return words.format(stap=name if words.startswith("{") else _in_sentence(name))


def _in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def signed_days(days: int) -> str:
    """Return what a line of the sum adds or takes off: "+ 42 dagen", "– 1 dag"."""
    sign = "+" if days >= 0 else "–"
    return ngettext("{teken} {aantal} dag", "{teken} {aantal} dagen", abs(days)).format(teken=sign, aantal=abs(days))
