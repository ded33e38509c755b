"""Filled letters and the case around them. All people, firms and numbers are invented."""

from datetime import date
from typing import Any, Final

from reintegratie_desktop.forms.context import Context, Issue

SENT: Final = date(2026, 3, 16)
"""A Monday."""

EMPLOYER: Final[dict[str, Any]] = {
    "handelsnaam": "Groothandel De Kist B.V.",
    "adres": {"straat": "Proefkade 18", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "contact": {
        "naam": "Noor Blom",
        "functie": "bedrijfsleider",
        "telefoon": "0600000071",
        "email": "noor@dekist.example",
    },
    "aantal_wn": "22",
    "or_vorm": "pvt",
    "verzuimprotocol": "2021-03-01",
}
EMPLOYEE: Final[dict[str, Any]] = {
    "voorletters": "J.",
    "roepnaam": "Jasper",
    "voorvoegsel": "van",
    "achternaam": "Houten",
    "adres": {"straat": "Kistlaan 2", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "contracturen": "40",
    "leidinggevende": {"naam": "Femke Raad"},
}
TALK: Final[dict[str, Any]] = {
    "soort": "tweewekelijkse_check_in",
    "datum": "2026-03-13T10:00",
    "volgende": "2026-03-27T10:00",
    "afspraken_nieuw": [
        {"wat": "Jasper begint met het boeken van de voorraad", "wie": "Jasper", "wanneer": "2026-03-18"},
        {"wat": "De stoel staat klaar bij bureau 3", "wie": "Femke", "wanneer": "2026-03-17"},
    ],
}
ADVICE: Final[dict[str, Any]] = {
    "datum_document": "2026-02-10",
    "benutbaar": "ander_werk",
    "uren_week": "12",
    "wel": "Zittend werk aan een tafel.",
}
PLAN: Final[dict[str, Any]] = {"opgesteld_op": "2026-02-20"}
CASE: Final[dict[str, Any]] = {
    "dossiernr": "2026-003",
    "eerste_ziektedag": "2026-01-05",
    "termijnen": {"wia_aanvraag": "2027-10-17", "wia_eerste_dag": "2028-01-03"},
    "feiten": {"perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": None}]},
}
WARNED_ON: Final = date(2026, 3, 4)
WARNING: Final[dict[str, Any]] = {
    "soort_plicht": "re_integratieplicht",
    "bron": "het plan van aanpak: 12 uur per week etiketten plakken",
    "feiten": [{"datum": "2026-03-03", "feit": "Niet gekomen en niet gebeld"}],
    "termijn": "2026-03-09T12:00",
}


def around(today: date = SENT, *, warning: dict[str, Any] | None = None, **papers: dict[str, Any]) -> Context:
    """Return what the letters know of this case; a paper given by name replaces the one that is there."""
    warned = WARNING if warning is None else warning
    known: dict[str, dict[str, Any]] = {
        "werkgever": EMPLOYER,
        "werknemer": EMPLOYEE,
        "zaak": CASE,
        "gesprek": TALK,
        "probleemanalyse": ADVICE,
        "plan_van_aanpak": PLAN,
        "brief_waarschuwing": warned,
    }
    known.update(papers)
    return Context(
        today=today,
        papers=known,
        history={
            "gesprek": ({**TALK, "datum": "2026-03-02T10:00", "afspraken_nieuw": []}, known["gesprek"]),
            "probleemanalyse": (known["probleemanalyse"],),
            "plan_van_aanpak": (known["plan_van_aanpak"],),
            "brief_waarschuwing": (warned,),
        },
        issues={
            "gesprek": (Issue(1, date(2026, 3, 2)), Issue(1, date(2026, 3, 13))),
            "probleemanalyse": (Issue(1, date(2026, 2, 10)),),
            "plan_van_aanpak": (Issue(1, date(2026, 2, 20)),),
            "brief_waarschuwing": (Issue(1, WARNED_ON),),
        },
    )


TYPED: Final[dict[str, dict[str, Any]]] = {
    "brief_uitnodiging": {
        "soort": "re_integratiegesprek_voor_terugkeer",
        "datumtijd": "2026-03-20T10:00",
        "plaats": "op kantoor, kamer 2",
    },
    "brief_oproep": {
        "oproep_voor": "spreekuur_bedrijfsarts",
        "datumtijd": "2026-03-24T09:30",
        "plaats": "Arboplein 1 in Demodorp",
        "grond": "Verzuimprotocol van 1 maart 2021, artikel 4",
        "eerder_gemist": "2026-03-10",
        "verhinderd": "2026-03-23T12:00",
    },
    "brief_bevestiging_afspraken": {"kopie": ["casemanager"], "bijlagen": ["Gespreksverslag van 13-03-2026"]},
    "brief_waarschuwing": {
        "soort_plicht": "controlevoorschrift",
        "bron": "de regels in het verzuimprotocol, artikel 4",
        "feiten": [{"datum": "2026-03-13", "feit": "Niet op de afspraak gekomen en niet afgebeld"}],
        "gehoord_op": "2026-03-14",
        "gehoord": "Je zei dat je de afspraak was vergeten",
        "opdracht": "op dinsdag 24 maart om 9.30 uur naar Arboplein 1 te komen",
        "termijn": "2026-03-24T09:30",
        "check_gehoord": True,
        "check_regel": True,
    },
    "brief_loonopschorting": {
        "voorschrift": "de regels in het verzuimprotocol, artikel 4",
        "opheffen": "op de afspraak met de bedrijfsarts bent geweest",
        "check_gehoord": True,
        "check_regel": True,
        "juridisch_advies": True,
    },
    "brief_loonstop": {
        "grond": "passend_werk_niet_gedaan",
        "aanbod": "etiketten plakken, 12 uur per week vanaf 2 maart,",
        "feiten": [
            {"datum": "2026-03-10", "feit": "Niet gekomen en niet gebeld"},
            {"datum": "2026-03-13", "feit": "Weer niet gekomen. Aan de telefoon gezegd: ik kom niet."},
        ],
        "uren_deel": "alle_uren",
        "bijlagen": ["Advies van 10-02-2026", "Aanbod van 20-02-2026"],
        "check_gehoord": True,
        "check_aanbod": True,
        "juridisch_advies": True,
    },
    "brief_instemming_or": {
        "onderwerp_besluit": "keuze_re_integratiebedrijf",
        "beweegredenen": "dat ons contract in mei afloopt",
        "inhoud": "begeleiding naar ander werk, met elke zes weken een verslag",
        "looptijd": "12 maanden",
        "gevolgen": "iedereen krijgt een vaste adviseur",
        "privacy": "een overeenkomst met het bureau",
        "reactie_voor": "2026-04-13",
        "datum_besluit": "2026-05-01",
    },
    "brief_regres": {
        "derde": "Voorbeeld Verzekeringen, schadenummer 26-1187",
        "derde_adres": {"straat": "Polisplein 9", "postcode": "9999 ZZ", "plaats": "Demostad"},
        "voorval_op": "2026-01-04",
        "voorval": "een aanrijding op de Proefkade in Demodorp",
        "wn_info": True,
        "nettoloon": "4810.50",
        "kosten": [
            {"soort": "arbodienst", "bedrag": "310", "factuur": "2026-118"},
            {"soort": "vervoer", "bedrag": "84.2", "factuur": "T-77"},
        ],
        "betaaltermijn": "2026-04-13",
    },
    "brief_wia_aanvraag": {
        "bijgevoegd": ["pva", "evaluaties", "pa"],
        "eindgesprek": "2027-09-22T10:00",
        "hulp": "Noor zit op dinsdagmiddag graag met je achter de computer",
    },
}
"""What somebody types in each letter; the rest follows."""


def warning_for(key: str) -> dict[str, Any]:
    """Return the warning that fits a letter."""
    return {**WARNING, "soort_plicht": "controlevoorschrift"} if key == "brief_loonopschorting" else WARNING
