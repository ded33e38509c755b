"""What each step of the first two years is: its name, who acts, which paper belongs to it, what happens if it is late.

The days stand in `resources/wet/termijnen.toml`; here are the words. In `why` and `if_late` these names can be used:
`{dagen}` and `{weken}` (what is added), `{week}` (sick week of the day), `{voor}` (weeks before the end of the
wachttijd), `{dagnummer}` (number of the day), `{totaal}` (weeks of the wachttijd).
"""

from enum import StrEnum
from typing import Final

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import N_

WERKGEVER: Final = "werkgever"
WERKNEMER: Final = "werknemer"
BEDRIJFSARTS: Final = "bedrijfsarts"
UWV: Final = "uwv"

START: Final = "start"
EERSTE_JAAR: Final = "eerste_jaar"
TWEEDE_JAAR: Final = "naar_tweede_jaar"
SLOT: Final = "slot"
PHASES: Final = (START, EERSTE_JAAR, TWEEDE_JAAR, SLOT)


class Kind(StrEnum):
    """What a date asks of people."""

    TASK = "task"
    CHANCE = "chance"
    """Something that may be done until the date, and need not be."""
    LAST_DAY = "last_day"
    """Nobody does anything: the last day of something."""
    FIRST_DAY = "first_day"
    """Nobody does anything: the first day of something."""


@dataclass(frozen=True, kw_only=True)
class MilestoneRule:
    """One step, in words."""

    id: str
    title: str
    short_title: str
    wie: tuple[str, ...]
    why: str
    if_late: str
    phase: str = ""
    """One of `PHASES`; empty when the sick week decides."""
    form: str = ""
    """Key of the form of this step, or empty."""
    kind: Kind = Kind.TASK
    fined: bool = False
    """UWV has fixed fines for being late."""


RULES: Final = {
    rule.id: rule
    for rule in (
        MilestoneRule(
            id="ziekmelding_arbodienst",
            title=N_("Ziekmelding doorgeven aan de arbodienst"),
            short_title=N_("Melding arbodienst"),
            wie=(WERKGEVER,),
            why=N_("De eerste ziektedag telt mee, dus dit is dag {dagnummer}."),
            if_late=N_("Er staat geen boete op. De bedrijfsarts begint dan later, en de probleemanalyse ook."),
            phase=START,
            form="melding_arbodienst",
        ),
        MilestoneRule(
            id="probleemanalyse",
            title=N_("Probleemanalyse"),
            short_title=N_("Probleemanalyse"),
            wie=(BEDRIJFSARTS, WERKGEVER),
            why=N_("Je telt vanaf de dag na de eerste ziektedag."),
            if_late=N_("Er staat geen boete op. UWV kijkt later of je door het wachten iets hebt gemist."),
            phase=START,
            form="probleemanalyse",
        ),
        MilestoneRule(
            id="plan_van_aanpak",
            title=N_("Plan van aanpak"),
            short_title=N_("Plan van aanpak"),
            wie=(WERKGEVER, WERKNEMER),
            why=N_("Zo lang heb je om samen het plan te maken en te ondertekenen."),
            if_late=N_("Er staat geen boete op. Zonder plan kan UWV later vinden dat je te weinig deed."),
            phase=START,
            form="plan_van_aanpak",
        ),
        MilestoneRule(
            id="evaluatie",
            title=N_("Evaluatie van het plan"),
            short_title=N_("Evaluatie"),
            wie=(WERKGEVER, WERKNEMER),
            why=N_("Bespreek het plan ten minste elke {weken} weken."),
            if_late=N_("Er staat geen boete op. UWV let er later op of je het plan op tijd hebt bijgestuurd."),
            form="evaluatie",
        ),
        MilestoneRule(
            id="uwv_42e_week",
            title=N_("Melding bij UWV na 42 weken"),
            short_title=N_("Melding bij UWV"),
            wie=(WERKGEVER,),
            why=N_("Dat is de eerste dag na {weken} volle weken ziekte."),
            if_late=N_("UWV stuurt dan ook geen herinnering voor de WIA."),
            phase=EERSTE_JAAR,
            form="uwv_42e_week",
            fined=True,
        ),
        MilestoneRule(
            id="eerstejaarsevaluatie",
            title=N_("Eerstejaarsevaluatie"),
            short_title=N_("Eerstejaarsevaluatie"),
            wie=(WERKGEVER, WERKNEMER),
            why=N_("Dat is de laatste dag van week {week}, en van het eerste ziektejaar."),
            if_late=N_(
                "Er staat geen boete op. Deze evaluatie hoort in het verslag: zonder kun je langer loon betalen."
            ),
            phase=TWEEDE_JAAR,
            form="evaluatie",
        ),
        MilestoneRule(
            id="spoor2_start",
            title=N_("Start van spoor 2, als dat nodig is"),
            short_title=N_("Start spoor 2"),
            wie=(WERKGEVER,),
            why=N_("Begin zo snel na het eerste jaar, tenzij terugkeer in je eigen bedrijf al dichtbij is."),
            if_late=N_("Te laat beginnen is een bekende reden waarom UWV je langer loon laat betalen."),
            phase=TWEEDE_JAAR,
            form="spoor2_start",
        ),
        MilestoneRule(
            id="actueel_oordeel",
            title=N_("Actueel oordeel van de bedrijfsarts"),
            short_title=N_("Actueel oordeel"),
            wie=(BEDRIJFSARTS, WERKGEVER),
            why=N_("Dat is {voor} weken voor het einde van de {totaal} weken, als het verslag klaar moet zijn."),
            if_late=N_("Zonder dit oordeel is het re-integratieverslag niet compleet."),
            phase=SLOT,
            form="actueel_oordeel",
        ),
        MilestoneRule(
            id="eindevaluatie",
            title=N_("Eindevaluatie van het plan"),
            short_title=N_("Eindevaluatie"),
            wie=(WERKGEVER, WERKNEMER),
            why=N_("Dat is {voor} weken voor het einde van de {totaal} weken, als het verslag klaar moet zijn."),
            if_late=N_("Zonder eindevaluatie is het re-integratieverslag niet compleet."),
            phase=SLOT,
            form="eindevaluatie",
        ),
        MilestoneRule(
            id="riv_aan_werknemer",
            title=N_("Re-integratieverslag klaar, kopie aan je werknemer"),
            short_title=N_("Verslag klaar"),
            wie=(WERKGEVER,),
            why=N_("Dat is {voor} weken voor het einde van de {totaal} weken."),
            if_late=N_("UWV geeft je een korte tijd om het aan te vullen. Lukt dat niet, dan betaal je langer loon."),
            phase=SLOT,
            form="re_integratieverslag",
        ),
        MilestoneRule(
            id="wia_aanvraag",
            title=N_("WIA-aanvraag door je werknemer"),
            short_title=N_("WIA-aanvraag"),
            wie=(WERKNEMER,),
            why=N_("Dat is {voor} weken voor het einde van de {totaal} weken."),
            if_late=N_("Elke dag te laat schuift het einde van de loondoorbetaling een dag op."),
            phase=SLOT,
            form="brief_wia_aanvraag",
        ),
        MilestoneRule(
            id="einde_loondoorbetaling",
            title=N_("Laatste dag van de loondoorbetaling"),
            short_title=N_("Einde loon"),
            wie=(WERKGEVER,),
            why=N_("De eerste ziektedag is dag 1, dus dit is dag {dagnummer}."),
            if_late=N_("Tot en met deze dag betaal je loon door."),
            phase=SLOT,
            kind=Kind.LAST_DAY,
        ),
        MilestoneRule(
            id="einde_loondoorbetaling_later",
            title=N_("Laatste dag van de loondoorbetaling"),
            short_title=N_("Einde loon"),
            wie=(WERKGEVER,),
            why=N_("Zo lang is de loondoorbetaling nu verlengd. Een datum in een brief van UWV gaat voor."),
            if_late=N_("Tot en met deze dag betaal je loon door."),
            phase=SLOT,
            kind=Kind.LAST_DAY,
        ),
        MilestoneRule(
            id="wia_eerste_dag",
            title=N_("Eerste dag waarop WIA kan ingaan"),
            short_title=N_("WIA kan ingaan"),
            wie=(UWV,),
            why=N_("Dat is de dag na {totaal} weken ziekte."),
            if_late=N_("Vanaf deze dag kan een WIA-uitkering ingaan."),
            phase=SLOT,
            kind=Kind.FIRST_DAY,
        ),
        MilestoneRule(
            id="einde_opzegverbod",
            title=N_("Einde van het opzegverbod bij ziekte"),
            short_title=N_("Einde opzegverbod"),
            wie=(WERKGEVER,),
            why=N_("Vanaf deze dag geldt het opzegverbod bij ziekte niet meer."),
            if_late=N_("Eerder opzeggen mag niet. Ook daarna heb je toestemming van UWV of instemming nodig."),
            phase=SLOT,
            kind=Kind.FIRST_DAY,
        ),
        MilestoneRule(
            id="vervroegde_iva",
            title=N_("Vervroegde IVA aanvragen, als de bedrijfsarts dat zegt"),
            short_title=N_("Vervroegde IVA"),
            wie=(WERKNEMER,),
            why=N_("Je werknemer vraagt dit zelf aan, met een verklaring van de bedrijfsarts. Het kan maar één keer."),
            if_late=N_("Het hoeft niet. Daarna geldt de gewone wachttijd van {totaal} weken."),
            phase=TWEEDE_JAAR,
            kind=Kind.CHANCE,
        ),
        MilestoneRule(
            id="vangnet_melding",
            title=N_("Vangnetmelding bij UWV"),
            short_title=N_("Vangnetmelding"),
            wie=(WERKGEVER,),
            why=N_("De melding moet er uiterlijk op deze dag zijn."),
            if_late=N_("Bij een late melding kan er uitkering verloren gaan."),
            phase=START,
            fined=True,
        ),
        MilestoneRule(
            id="ziek_uit_dienst_melding",
            title=N_("Ziek uit dienst melden bij UWV"),
            short_title=N_("Ziek uit dienst"),
            wie=(WERKGEVER,),
            why=N_("Je meldt op de laatste dag van het dienstverband, ook als je na 42 weken al hebt gemeld."),
            if_late=N_("UWV neemt de begeleiding na deze dag over."),
            form="ziek_uit_dienst",
            fined=True,
        ),
        MilestoneRule(
            id="einde_loonsanctie",
            title=N_("Laatste dag van de loonsanctie"),
            short_title=N_("Einde loonsanctie"),
            wie=(WERKGEVER,),
            why=N_("Zo lang betaal je loon door en blijf je het plan evalueren."),
            if_late=N_("Meld het bij UWV zodra alles in orde is. Dan kan de loonsanctie eerder ophouden."),
            phase=SLOT,
            kind=Kind.LAST_DAY,
        ),
    )
}
"""Every step by its id; the numbered evaluations share `evaluatie`, a longer wage duty has its own words."""
