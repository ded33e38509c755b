"""Filled examples of the papers of spoor 1 and 2. Everybody and everything in them is invented."""

from copy import deepcopy
from datetime import date
from typing import Any

from reintegratie_desktop.forms.context import Context, Issue

TODAY = date(2026, 11, 23)
FIRST = "2025-10-27"
SIGNED = {"naam": "Noor Blom", "datum": "", "status": "nog_niet"}
OWN = {"naam": "J. van Houten", "datum": "", "status": "nog_niet"}
ADVICE: dict[str, Any] = {
    "datum_document": "2026-09-07",
    "per_datum": "2026-09-14",
    "benutbaar": "ander_werk",
    "uren_dag": "4",
    "dagen_week": "5",
    "uren_week": "20",
    "wel": "Licht werk aan een tafel.",
    "niet": "Tillen boven 5 kg.",
    "aanpassingen": ["taken", "werktijden"],
    "interventies": ["arbeidsdeskundig_onderzoek"],
    "prognose": "niet_in_eigen_werk",
    "izp_werktijden": {"beperkt": True, "toelichting": "Dagen van 4 uur."},
}
SCHEDULE: dict[str, Any] = {
    "contracturen": "40",
    "fasen": [{"van": "2026-09-14", "tot": "2027-10-24", "dagen": ["ma", "wo"], "uren_dag": "4"}],
}

S1: dict[str, Any] = {
    "eigen_werk": "nee",
    "eigen_aangepast": [
        {"aanpassing": "Tafel op hoogte", "haalbaar": "ja", "kosten": "400", "beslissing": "doen"},
        {"aanpassing": "Kar met motor", "haalbaar": "nee", "beslissing": "niet_doen", "reden": "Past niet in het pad"},
    ],
    "ander_intern": [
        {"functie": "Inpakken", "uren": "8", "past": "ja", "scholing": False, "beslissing": "doen"},
        {"functie": "Kantoor", "past": "ja", "beslissing": "niet_doen", "reden": "Geen vacature"},
    ],
    "groep": "n_v_t",
    "werkplek": ["andere_werkplek"],
    "ondersteuning": ["collega_die_helpt"],
    "voorziening_uwv": "n_v_t",
    "conclusie": "gelijktijdig_spoor_2",
    "onderbouwing": "Acht uur inpakken past. Voor de andere uren is er geen werk.",
    "datum": "2026-10-05",
    "hand_wg": SIGNED,
    "hand_wn": OWN,
}
S2: dict[str, Any] = {
    "datum_besluit": "2026-10-12",
    "aanleiding": "arbeidsdeskundig_advies",
    "soort": "volledig_spoor_2",
    "parallel": "ja",
    "bureau": "Bureau Vooruit, Sam Dijk",
    "keurmerk": "Blik op Werk",
    "offertes": [{"bureau": "Bureau Vooruit", "prijs": "4500", "duur": "12 maanden", "opmerking": "Kent het vak"}],
    "instemming": "n_v_t",
    "kosten": "4500",
    "van": "2026-10-19",
    "tot": "2027-10-24",
    "plan_er": True,
    "intake_datum": "2026-10-21",
    "doel": "Een plek van 12 uur naast de 8 uur inpakken.",
    "uitgangspunten": "Hoogstens 20 uur per week, licht werk aan een tafel.",
    "opleiding": "Mbo logistiek, tien jaar magazijn.",
    "praktisch": ["rijbewijs", "computer"],
    "visie_wn": "Ik zoek graag iets met mensen.",
    "visie_adviseur": "Er zijn kansen in de regio.",
    "ad_advies": "Spoor 2: starten.",
    "fasen": [
        {"fase": "orientatie", "activiteit": "Zoekprofiel maken", "van": "2026-10-19", "tot": "2026-12-13",
         "status": "gepland"},
        {"fase": "betaald_werk", "activiteit": "Solliciteren", "van": "2026-12-14", "tot": "2027-10-24",
         "status": "gepland"},
    ],
    "scholing": [{"opleiding": "Cursus planning", "doel": "Kantoorwerk", "kosten": "350", "besluit": "ja"}],
    "rapportage": "6_weken",
    "akkoord_wg": SIGNED,
    "akkoord_wn": OWN,
}  # fmt: skip
ZP: dict[str, Any] = {
    "richting": [
        {"functie": "Planner", "branche": "Vervoer", "waarom": "Zittend werk, kent het vak", "kans": "redelijk",
         "scholing": True},
        {"functie": "Receptie", "branche": "Zorg", "waarom": "Contact met mensen", "kans": "groot", "scholing": False},
    ],
    "niet": "Zwaar magazijnwerk.",
    "uren": "12",
    "regio": "30 minuten met de auto",
    "werktijden": "Dagen van 4 uur.",
    "niveau": "mbo_3_4",
    "loon": "1100",
    "voorwaarden": "Licht werk aan een tafel.",
    "vorm": ["baan", "detachering"],
    "wensen": "Graag met mensen.",
    "versie": "2026-11-02",
    "hand_wn": OWN,
}  # fmt: skip
VR: dict[str, Any] = {
    "nr": "2",
    "eindrapport": False,
    "van": "2026-10-26",
    "tot": "2026-11-22",
    "gesprekken": [{"datum": "2026-11-03", "vorm": "bureau", "doel": "Brieven bekijken"}],
    "activiteiten": [{"activiteit": "Zoekprofiel maken", "status": "gedaan", "resultaat": "Twee richtingen"}],
    "vacatures": "9",
    "sollicitaties_aantal": "3",
    "sollicitaties": [
        {"datum": "2026-11-05", "functie": "Planner", "bedrijf": "Wiel en Weg", "resultaat": "Geen reactie"},
        {"datum": "2026-11-12", "functie": "Receptionist", "bedrijf": "De Linde", "resultaat": "Op gesprek"},
    ],
    "netwerk": "4",
    "scholing": "Cursus planning begonnen",
    "belemmeringen": "Weinig plekken van 12 uur.",
    "belastbaarheid_anders": False,
    "mening_wn": "Het gaat de goede kant op.",
    "bijstelling": "ja",
    "bijstelling_wat": "Ook zoeken naar 8 uur.",
    "komende": [{"activiteit": "Vijf brieven", "wie": "Jasper", "wanneer": "2026-12-14"}],
    "adviseur": "Bureau Vooruit, Sam Dijk",
    "hand_wg": SIGNED,
    "hand_wn": OWN,
}
VR_BEFORE: dict[str, Any] = {
    "nr": "1", "eindrapport": False, "van": "2026-10-19", "tot": "2026-10-25", "vacatures": "5",
    "sollicitaties_aantal": "1", "netwerk": "2",
    "komende": [{"activiteit": "Brieven schrijven", "wie": "Jasper", "wanneer": "2026-11-02"}],
}  # fmt: skip
WEP: dict[str, Any] = {
    "vorm": "detachering",
    "gastbedrijf": "Wiel en Weg, Mia Bos",
    "functie": "Ritten plannen en telefoon aannemen.",
    "leerdoel": ["werkritme", "kans_op_baan"],
    "uren": [
        {"dag": "di", "uren": "4", "tijden": "9.00 - 13.00"},
        {"dag": "do", "uren": "4", "tijden": "9.00 - 13.00"},
        {"dag": "vr", "uren": "4", "tijden": "9.00 - 13.00"},
    ],
    "van": "2026-12-01",
    "tot": "2027-02-26",
    "evaluatie": "2027-01-12",
    "loon": "Het loon loopt door.",
    "verzekering": "Die van Wiel en Weg.",
    "wie_betaalt": "De Kist betaalt het loon, Wiel en Weg 5 euro per uur terug.",
    "wie_leidt": "Mia Bos van Wiel en Weg",
    "no_risk_hint": True,
    "handtekeningen": SIGNED,
    "hand_wn": OWN,
}
AD: dict[str, Any] = {
    "bureau": "Kompas",
    "datum": "2026-09-21",
    "aanleiding": "advies_bedrijfsarts",
    "vragen": ["is_eigen_werk_passend", "is_spoor_2_aan_de_orde"],
    "eigen_vraag": "Past plannen op kantoor?",
    "m_functie": True,
    "m_organogram": True,
    "m_pva": True,
    "m_rie": False,
    "m_rechtstreeks": True,
    "m_belastbaarheid": "2026-09-18",
    "wn_info": "2026-09-18",
    "bezoek": "2026-09-28",
    "rapport": "2026-10-02",
    "eigen_werk": "nee",
    "aanpassing": "Vaste dagen bij het inpakken.",
    "ander_intern": "ja",
    "ander_intern_welk": "Inpakken, 8 uur.",
    "spoor2": "starten",
    "besproken": "2026-10-05",
    "overname": "deels",
    "overname_reden": "De vaste dagen wisselen in december.",
    "hand_wg": SIGNED,
}
PAPERS: dict[str, dict[str, Any]] = {
    "werkgever": {"contact": {"naam": "Noor Blom", "functie": "bedrijfsleider"}, "or_vorm": "geen"},
    "werknemer": {"voorletters": "J.", "voorvoegsel": "van", "achternaam": "Houten", "contracturen": "40"},
    "zaak": {
        "eerste_ziektedag": FIRST,
        "termijnen": {"spoor2_start": "2026-12-06", "eerstejaarsevaluatie": "2026-10-25"},
    },
    "probleemanalyse": ADVICE,
    "opbouwschema": SCHEDULE,
}
EXAMPLES = {
    "spoor1_onderzoek": S1, "spoor2_start": S2, "zoekprofiel": ZP, "voortgangsrapportage": VR,
    "werkervaringsplaats": WEP, "arbeidsdeskundig_onderzoek": AD,
}  # fmt: skip


def full_context(
    *, today: date = TODAY, history: Any = None, issues: Any = None, without: tuple[str, ...] = (), **papers: Any
) -> Context:
    """Return a case in which every paper of spoor 1 and 2 is finished; `papers` lie over it, `without` are left out."""
    known = deepcopy(PAPERS) | {"spoor1_onderzoek": S1, "spoor2_start": S2, "zoekprofiel": ZP}
    known |= {"arbeidsdeskundig_onderzoek": AD, **papers}
    known = {key: value for key, value in known.items() if key not in without}
    finished = {key: (known[key],) for key in EXAMPLES if key in known}
    made = {key: (Issue(1, date(2026, 11, 2)),) for key in (*finished, "probleemanalyse")}
    return Context(
        today=today,
        papers=known,
        history={"voortgangsrapportage": (VR_BEFORE,), **finished, **(history or {})},
        issues={**made, "werkervaringsplaats": (Issue(1, date(2026, 11, 16)),), **(issues or {})},
    )
