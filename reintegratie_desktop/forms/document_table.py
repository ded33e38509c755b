"""Every paper of a case in one table: its step, when it can be made, when it is due, who signs, what it is for.

The keys and their order are those of the command line. A paper stands here before its form is declared; `is_built`
tells which can be made by this version.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from reintegratie_desktop.forms.document_chance import (
    Chance,
    SoFar,
    after_report,
    contract_ends,
    expert_advised,
    has_council,
    in_window,
    near_the_end,
    once_made,
    third_party,
    third_party_named,
    uwv_can_help,
    when_recovered,
)
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import N_

WG: Final = "werkgever"
WN: Final = "werknemer"
BA: Final = "bedrijfsarts"
RB: Final = "re-integratiebedrijf"
HOST: Final = "gastbedrijf"


class Group(StrEnum):
    """Under which heading a paper stands in the list of new papers."""

    START = "start"
    ON_THE_WAY = "onderweg"
    OTHER_WORK = "ander_werk"
    END = "slot"
    BACK = "herstel"
    LETTERS = "brieven"


GROUP_TITLES: Final = {
    Group.START: N_("Start"),
    Group.ON_THE_WAY: N_("Onderweg"),
    Group.OTHER_WORK: N_("Ander werk zoeken"),
    Group.END: N_("Naar het einde van de 104 weken"),
    Group.BACK: N_("Hersteld, of het contract eindigt"),
    Group.LETTERS: N_("Brieven"),
}


@dataclass(frozen=True)
class Due:
    """When a paper is due: with a step of the clock, or a number of days after another paper that asks for it."""

    step: str = ""
    after: tuple[tuple[str, str], ...] = ()
    """The papers from whose date is counted, each with the name of the number of days in `resources/wet`."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """One kind of paper."""

    key: str
    code: str
    group: Group
    line: str
    """What it is for, in one line."""
    opens: Callable[[SoFar], Chance]
    """From which day it can be made, or why it cannot."""
    step: str = ""
    """The step of the clock it belongs to, or empty."""
    done_by: tuple[str, ...] = ()
    """The answers that say on which day the step was done, the best one first; empty: the paper does not do it."""
    due: Due | None = None
    signs: tuple[str, ...] = ()
    before: str = ""
    """Without a step of its own: before which step of the clock it stands in the dossier; empty: it does not."""
    asked: Callable[[SoFar], bool] | None = None
    """With `before`: what asks for it; None: it stands there as soon as it can be made."""
    at_the_end: bool = False
    """Without a step of its own: it stands at the end of the dossier, once the employee is back."""
    after_recovery: bool = False
    """It can also be made in a dossier that was closed by recovery."""


DOCUMENTS: Final = (
    Document(
        key="ziekmelding", code="ZM", group=Group.START, line=N_("De vragen die je bij een ziekmelding mag stellen."),
        opens=lambda _so: Chance(),
    ),
    Document(
        key="melding_arbodienst", code="MA", group=Group.START,
        line=N_("Geef de ziekmelding door, met je vragen aan de bedrijfsarts."),
        opens=after_report, step="ziekmelding_arbodienst", due=Due(step="ziekmelding_arbodienst"),
    ),
    Document(
        key="probleemanalyse", code="PA", group=Group.START, line=N_("Leg vast wat de bedrijfsarts adviseert."),
        opens=after_report, step="probleemanalyse", due=Due(step="probleemanalyse"), signs=(BA,),
    ),
    Document(
        key="bijstelling_probleemanalyse", code="BPA", group=Group.ON_THE_WAY,
        line=N_("De bedrijfsarts geeft een nieuw advies."), opens=once_made("probleemanalyse"), signs=(BA,),
    ),
    Document(
        key="taakprofiel", code="TP", group=Group.START, line=N_("Alle taken van de functie op een rij."),
        opens=after_report, before="probleemanalyse", signs=(WG, WN),
    ),
    Document(
        key="plan_van_aanpak", code="PVA", group=Group.START, line=N_("Wat jullie gaan doen, wie en wanneer."),
        opens=after_report, step="plan_van_aanpak", due=Due(step="plan_van_aanpak"), signs=(WG, WN),
    ),
    Document(
        key="bijstelling_plan_van_aanpak", code="BPVA", group=Group.ON_THE_WAY,
        line=N_("Nieuwe afspraken, na een evaluatie of een nieuw advies."), opens=once_made("plan_van_aanpak"),
        due=Due(
            after=(
                ("bijstelling_probleemanalyse", "plan_van_aanpak_bijstellen"),
                ("evaluatie", "plan_van_aanpak_na_evaluatie"),
                ("gesprek", "plan_van_aanpak_na_evaluatie"),
            ),
        ),
        signs=(WG, WN),
    ),
    Document(
        key="gesprek", code="GV", group=Group.ON_THE_WAY, line=N_("Een agenda vooraf, en een verslag achteraf."),
        opens=after_report, signs=(WG, WN), after_recovery=True,
    ),
    Document(
        key="contactplan", code="CP", group=Group.START, line=N_("Hoe vaak en hoe jullie contact houden."),
        opens=after_report, before="probleemanalyse",
    ),
    Document(
        key="opbouwschema", code="OS", group=Group.START, line=N_("De uren per week, en wat er echt is gewerkt."),
        opens=after_report, before="plan_van_aanpak",
    ),
    Document(
        key="evaluatie", code="EV", group=Group.ON_THE_WAY, line=N_("Kijk samen terug op het plan, en vooruit."),
        opens=once_made("plan_van_aanpak"), step="evaluatie", due=Due(step="evaluatie"), signs=(WG, WN),
    ),
    Document(
        key="uwv_42e_week", code="W42", group=Group.ON_THE_WAY,
        line=N_("Alles wat je bij UWV invult na 42 weken, op een blad."), opens=in_window("uwv_42e_week"),
        step="uwv_42e_week", done_by=("gemeld_op",), due=Due(step="uwv_42e_week"),
    ),
    Document(
        key="spoor1_onderzoek", code="S1", group=Group.OTHER_WORK,
        line=N_("Zoek uit welk werk past in je eigen bedrijf."), opens=once_made("probleemanalyse"),
        due=Due(step="eerstejaarsevaluatie"), signs=(WG, WN), before="eerstejaarsevaluatie",
    ),
    Document(
        key="spoor2_start", code="S2", group=Group.OTHER_WORK,
        line=N_("De start van spoor 2: zoeken naar werk buiten je bedrijf."), opens=once_made("probleemanalyse"),
        step="spoor2_start", done_by=("van", "datum_besluit"), due=Due(step="spoor2_start"), signs=(WG, WN, RB),
    ),
    Document(
        key="zoekprofiel", code="ZP", group=Group.OTHER_WORK, line=N_("Welk werk buiten je bedrijf past."),
        opens=once_made("spoor2_start"), signs=(WN,), before="actueel_oordeel",
    ),
    Document(
        key="voortgangsrapportage", code="VR", group=Group.OTHER_WORK,
        line=N_("Wat het re-integratiebureau deed in een periode."), opens=once_made("spoor2_start"),
        signs=(RB, WG, WN),
    ),
    Document(
        key="werkervaringsplaats", code="WEP", group=Group.OTHER_WORK,
        line=N_("Afspraken over tijdelijk werk bij een ander bedrijf."), opens=once_made("probleemanalyse"),
        signs=(WG, HOST, WN),
    ),
    Document(
        key="actueel_oordeel", code="AO", group=Group.END, line=N_("Het laatste oordeel van de bedrijfsarts."),
        opens=near_the_end, step="actueel_oordeel", done_by=("datum",), due=Due(step="actueel_oordeel"), signs=(BA,),
    ),
    Document(
        key="eindevaluatie", code="EE", group=Group.END, line=N_("Kijk samen terug op twee jaar."),
        opens=near_the_end, step="eindevaluatie", done_by=("datum",), due=Due(step="eindevaluatie"), signs=(WG, WN),
    ),
    Document(
        key="re_integratieverslag", code="RIV", group=Group.END,
        line=N_("Het voorblad van het verslag, met de lijst van de stukken."), opens=near_the_end,
        step="riv_aan_werknemer", done_by=("kopie_wn",), due=Due(step="riv_aan_werknemer"), signs=(WG,),
    ),
    Document(
        key="oordeel_werknemer", code="OW", group=Group.END,
        line=N_("Leg vast dat je werknemer het eigen oordeel kon geven."), opens=near_the_end,
        due=Due(step="wia_aanvraag"), signs=(WN,), before="wia_aanvraag",
    ),
    Document(
        key="medische_informatie_overdracht", code="MI", group=Group.END,
        line=N_("Alleen een vinkje: de bedrijfsarts gaf de stukken aan je werknemer."), opens=near_the_end,
        due=Due(step="wia_aanvraag"), before="wia_aanvraag",
    ),
    Document(
        key="deskundigenoordeel", code="DO", group=Group.ON_THE_WAY,
        line=N_("Vraag UWV om een oordeel als het vastloopt."), opens=after_report, signs=(WG,),
    ),
    Document(
        key="arbeidsdeskundig_onderzoek", code="AD", group=Group.OTHER_WORK,
        line=N_("Vraag een arbeidsdeskundige welk werk past."), opens=once_made("probleemanalyse"), signs=(WG,),
        before="eerstejaarsevaluatie", asked=expert_advised,
    ),
    Document(
        key="participatieverzoek", code="PV", group=Group.BACK,
        line=N_("Vraag UWV om mee te doen als het contract afloopt."), opens=contract_ends, signs=(WG,),
        before="ziek_uit_dienst_melding", asked=uwv_can_help,
    ),
    Document(
        key="ziek_uit_dienst", code="ZUD", group=Group.BACK,
        line=N_("Wat je regelt en meldt als het contract afloopt."), opens=contract_ends,
        step="ziek_uit_dienst_melding", done_by=("gemeld_op",), due=Due(step="ziek_uit_dienst_melding"), signs=(WG,),
    ),
    Document(
        key="herstelmelding", code="HM", group=Group.BACK, line=N_("Je werknemer werkt weer, helemaal of deels."),
        opens=after_report, after_recovery=True,
    ),
    Document(
        key="brief_uitnodiging", code="L1", group=Group.LETTERS, line=N_("Nodig uit voor een gesprek."),
        opens=after_report, signs=(WG,),
    ),
    Document(
        key="brief_oproep", code="L2", group=Group.LETTERS,
        line=N_("Roep op voor het spreekuur of een gesprek dat moet."), opens=after_report, signs=(WG,),
    ),
    Document(
        key="brief_bevestiging_afspraken", code="L3", group=Group.LETTERS, line=N_("Bevestig wat jullie afspraken."),
        opens=after_report, signs=(WG,), after_recovery=True,
    ),
    Document(
        key="brief_waarschuwing", code="L4", group=Group.LETTERS,
        line=N_("Waarschuw voordat je iets aan het loon doet."), opens=after_report, signs=(WG,),
    ),
    Document(
        key="brief_loonopschorting", code="L5", group=Group.LETTERS,
        line=N_("Wacht met het loon, na een waarschuwing."), opens=after_report, signs=(WG,),
    ),
    Document(
        key="brief_loonstop", code="L6", group=Group.LETTERS,
        line=N_("Stop het loon, na een waarschuwing en een advies."), opens=after_report, signs=(WG,),
    ),
    Document(
        key="brief_instemming_or", code="L7", group=Group.LETTERS,
        line=N_("Vraag de OR of de PVT om akkoord, één keer per contract."), opens=has_council, signs=(WG,),
    ),
    Document(
        key="brief_regres", code="L8", group=Group.LETTERS,
        line=N_("Vraag het loon terug van wie aansprakelijk is."), opens=third_party, signs=(WG,),
        before="probleemanalyse", asked=third_party_named,
    ),
    Document(
        key="brief_wia_aanvraag", code="L9", group=Group.LETTERS,
        line=N_("Herinner je werknemer aan de aanvraag van de WIA."), opens=near_the_end, step="wia_aanvraag",
        due=Due(step="wia_aanvraag"), signs=(WG,),
    ),
    Document(
        key="nazorgplan", code="NZ", group=Group.BACK, line=N_("Houd oog voor het werk na terugkeer."),
        opens=when_recovered, signs=(WG, WN), at_the_end=True, after_recovery=True,
    ),
    Document(
        key="logboek", code="LB", group=Group.ON_THE_WAY, line=N_("Alles wat er gebeurde, op volgorde."),
        opens=after_report, after_recovery=True,
    ),
)  # fmt: skip
"""Every kind of paper, in the order of the command line."""

_BY_KEY: Final = {document.key: document for document in DOCUMENTS}
_BY_STEP: Final = {document.step: document for document in DOCUMENTS if document.step}


def document(key: str) -> Document:
    """Return the row of a kind of paper.

    Raises:
        KeyError: there is no such kind.
    """
    return _BY_KEY[key]


def document_of_step(step: str) -> Document | None:
    """Return the paper that belongs to a step of the clock; the numbered evaluations share one."""
    if step == "eerstejaarsevaluatie" or step.startswith("evaluatie_"):
        return _BY_KEY["evaluatie"]
    return _BY_STEP.get(step)


def is_built(key: str) -> bool:
    """Tell whether this version has a form for a kind of paper."""
    return key in KEYS


def built_documents() -> tuple[Document, ...]:
    """Return the kinds of paper this version makes, in order."""
    return tuple(document for document in DOCUMENTS if is_built(document.key))
