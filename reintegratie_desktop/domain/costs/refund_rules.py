"""Which money may come back: declared once, with the conditions, the form, the article and the numbers it rests on.

A word between braces in a sentence is the name of a number in `resources/wet`. A sentence whose number is not known on
the day of asking is left out.
"""

from dataclasses import dataclass

from reintegratie_desktop.domain.costs.facts import Back
from reintegratie_desktop.text.i18n import N_


@dataclass(frozen=True, slots=True)
class RefundRule:
    """One way in which money may come back. Texts are Dutch message ids."""

    id: str
    back: Back | None
    """Which of the entered amounts belong to it; None for what never comes in as an amount."""
    title: str
    conditions: tuple[str, ...]
    form: str
    """Where it is asked, and what the form is called."""
    basis: str
    """Key in `grondslagen.toml`."""
    status: str = ""
    """The number whose check date says how sure the rule itself is; empty when no number stands for it."""
    open_question: str = ""
    """Key in `twijfels.toml` when the law itself is about to change."""


REFUNDS = (
    RefundRule(
        id="vangnet",
        back=Back.UWV,
        title=N_("Ziekengeld van UWV (vangnet of no-riskpolis)"),
        conditions=(
            N_("De ziekmelding valt onder het vangnet, of er is een no-riskpolis. Vraag nooit welke of waarom."),
            N_("Naar een no-riskpolis vraag je pas na {no_risk_vragen_na} maanden dienstverband."),
            N_(
                "UWV betaalt {no_risk_ziekengeld}% van het dagloon. In de eerste {no_risk_op_verzoek_weken} weken op "
                "verzoek {no_risk_ziekengeld_op_verzoek}%. Nooit meer dan het loon dat jij moet betalen."
            ),
            N_("Al je stappen van dit dossier blijven gewoon gelden."),
        ),
        form=N_("Ziekmelding bij UWV, via de Verzuimmelder in het werkgeversportaal of via Digipoort"),
        basis="kosten_vangnet",
        status="no_risk_ziekengeld",
    ),
    RefundRule(
        id="verzekering",
        back=Back.VERZEKERING,
        title=N_("Je eigen verzuimverzekering"),
        conditions=(
            N_("Je hebt een verzekering voor het loon bij ziekte, en de eigen periode van je polis is voorbij."),
            N_("Je meldde op tijd bij de verzekeraar. Die termijn staat in je polis."),
            N_(
                "Een MKB verzuim-ontzorgverzekering betaalt ook een loonsanctie, als je het advies van de "
                "verzekeraar en de bedrijfsarts volgde."
            ),
        ),
        form=N_("De verzuimmelding van je verzekeraar"),
        basis="kosten_verzekering",
    ),
    RefundRule(
        id="regres",
        back=Back.REGRES,
        title=N_("Loon verhalen op wie het veroorzaakte (regres)"),
        conditions=(
            N_("Een ander is aansprakelijk, bijvoorbeeld na een ongeval in het verkeer."),
            N_("Je krijgt het nettoloon terug en redelijke kosten van re-integratie. Belasting en premies niet."),
            N_("Op een collega verhaal je niets, behalve bij opzet of bewuste roekeloosheid."),
        ),
        form=N_("Geen formulier: een brief waarin je de ander aansprakelijk stelt"),
        basis="kosten_regres",
    ),
    RefundRule(
        id="compensatie",
        back=Back.COMPENSATIE,
        title=N_("Compensatie van de transitievergoeding"),
        conditions=(
            N_("Het contract stopt na twee jaar ziekte, en je werknemer is op de laatste dag nog ziek."),
            N_("Je hebt de hele vergoeding bruto betaald. Je krijgt nooit meer dan de vergoeding na twee jaar ziekte."),
            N_("Premies voor werkgevers en rente krijg je niet terug."),
            N_("Bij minder uren kan het ook, vanaf {transitievergoeding_deelontslag}% minder."),
            N_("UWV beslist binnen {transitievergoeding_compensatie_beslissing} weken."),
        ),
        form=N_("Aanvraag compensatie transitievergoeding, in het werkgeversportaal van UWV met eHerkenning"),
        basis="kosten_compensatie",
        status="transitievergoeding_compensatie",
        open_question="d9",
    ),
    RefundRule(
        id="lkv_herplaatsen",
        back=Back.LKV,
        title=N_("Loonkostenvoordeel bij herplaatsen"),
        conditions=(
            N_("Je werknemer blijft na de wachttijd bij jou werken, en heeft een doelgroepverklaring van UWV."),
            N_("Het voordeel is {lkv_herplaatsen_uur} per uur en hoogstens {lkv_herplaatsen_jaar} per jaar."),
            N_("Het duurt hoogstens {lkv_herplaatsen_duur} jaar."),
        ),
        form=N_("Doelgroepverklaring LKV: je werknemer vraagt die aan bij UWV, of machtigt jou"),
        basis="kosten_lkv_herplaatsen",
        status="lkv_herplaatsen_jaar",
    ),
    RefundRule(
        id="lkv_arbeidsgehandicapt",
        back=None,
        title=N_("Loonkostenvoordeel arbeidsgehandicapte werknemer"),
        conditions=(
            N_("Bij het begin van het dienstverband was er een doelgroepverklaring. Je hebt er dan een kopie van."),
            N_(
                "Het voordeel is {lkv_arbeidsgehandicapt_uur} per uur en hoogstens {lkv_arbeidsgehandicapt_jaar} "
                "per jaar, in de eerste {lkv_arbeidsgehandicapt_duur} jaar."
            ),
        ),
        form=N_("Geen los formulier"),
        basis="kosten_lkv_arbeidsgehandicapt",
        status="lkv_arbeidsgehandicapt_jaar",
    ),
    RefundRule(
        id="lkv_banenafspraak",
        back=None,
        title=N_("Loonkostenvoordeel banenafspraak"),
        conditions=(
            N_("Je werknemer staat in het doelgroepregister. Dat kijk je na in het register zelf."),
            N_("Het voordeel is {lkv_banenafspraak_uur} per uur en hoogstens {lkv_banenafspraak_jaar} per jaar."),
        ),
        form=N_("Geen los formulier"),
        basis="kosten_lkv_banenafspraak",
        status="lkv_banenafspraak_jaar",
    ),
    RefundRule(
        id="aof",
        back=None,
        title=N_("Lage Aof-premie voor een kleine werkgever"),
        conditions=(
            N_("De loonsom van twee jaar eerder was hoogstens {kleine_werkgever_grens}."),
            N_("Je betaalt dan {premie_aof_laag}% in plaats van {premie_aof_hoog}% over het loon."),
            N_("Een premiekorting voor zieke werknemers bestaat niet meer."),
        ),
        form=N_("Geen formulier: de Belastingdienst bepaalt het elk jaar"),
        basis="kosten_aof",
        status="premie_aof_laag",
    ),
)
"""In the order in which they are shown when they stand equal."""

RULES = {rule.id: rule for rule in REFUNDS}
