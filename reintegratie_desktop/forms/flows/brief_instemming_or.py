"""The letter that asks the works council for consent: about a rule or a contract, and never about a person."""

from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import Choice, Day, Need, Note, Text, options_of
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import OPEN, SENT_ON, address_lines, day, lines, paragraphs, regards, words
from reintegratie_desktop.forms.rules_letters_firm import CONSENT
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _

_PLANS: Final = {
    "keuze_re_integratiebedrijf": N_("een re-integratiebedrijf te kiezen"),
    "contract_arbodienst": N_("een contract met een arbodienst te sluiten"),
    "verzuimprotocol_beleid": N_("ons verzuimprotocol vast te stellen"),
    "nazorgbeleid": N_("ons nazorgbeleid vast te stellen"),
    "contactbeleid": N_("ons contactbeleid vast te stellen"),
}
_CONTRACTS: Final = ("keuze_re_integratiebedrijf", "contract_arbodienst")


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    plan = str(answers.get("onderwerp_besluit") or "")
    holds = (
        _("Het contract houdt in: {inhoud}, voor {looptijd}.")
        if plan in _CONTRACTS
        else _("De regeling houdt in: {inhoud}, voor {looptijd}.")
    )
    return paragraphs(
        _greeting(context),
        " ".join(
            (
                _("Ik ben van plan om {besluit}. De reden is {beweegredenen}.").format(
                    besluit=_(_PLANS[plan]) if plan in _PLANS else OPEN, beweegredenen=words(answers, "beweegredenen")
                ),
                holds.format(inhoud=words(answers, "inhoud"), looptijd=words(answers, "looptijd")),
                _("Voor medewerkers betekent dit: {gevolgen}. Privacy is geregeld door {privacy}.").format(
                    gevolgen=words(answers, "gevolgen"), privacy=words(answers, "privacy")
                ),
            )
        ),
        _("Ik vraag jullie instemming voor {reactie_voor} en leg het graag uit in een overleg.").format(
            reactie_voor=day(answers.get("reactie_voor"))
        ),
        _("Zonder jullie instemming voer ik het besluit niet uit."),
        regards(),
    )


def _greeting(_context: Context) -> str:
    return _("Geachte leden,")


def _council(_answers: Answers, context: Context) -> str:
    who = {
        "or": _("Aan de leden van de ondernemingsraad"),
        "pvt": _("Aan de leden van de personeelsvertegenwoordiging"),
    }
    to = who.get(str(context.get("werkgever", "or_vorm")), _("Aan het personeel"))
    return lines(to, context.get("werkgever", "handelsnaam"), *address_lines(context.get("werkgever", "adres")))


def _reference(answers: Answers, _context: Context) -> str:
    sent = as_day(answers.get(SENT_ON))
    return _("verzoek van {dag}").format(dag=day_numeric(sent)) if sent is not None else _("verzoek om instemming")


def _sentence(key: str, label: str, ask: str, note: str) -> Text:
    return Text(key=key, label=label, ask=ask, help=note, need=Need.REQUIRED, max_length=600, guard=True)


CONTENT: Final = Step(
    key="besluit",
    title=N_("Het besluit"),
    question=N_("Wat wil je besluiten, waarom, en wat merken de mensen ervan?"),
    why=N_("De OR of PVT moet weten waarom, wat en voor hoe lang. Anders kan er geen geldig ja komen."),
    example=N_("“De reden is dat ons contract met het bureau in mei afloopt.”"),
    not_written=N_("Namen van medewerkers die ziek zijn, en niets waaraan je kunt merken om wie het gaat."),
    source=N_("WOR art. 27 lid 1"),
    sections=(
        Section(
            key="vooraf",
            title=N_("Een brief van het bedrijf"),
            fields=(
                Note(
                    key="van_het_bedrijf",
                    label=N_("Deze brief noemt niemand"),
                    body=N_(
                        "Deze brief gaat over iedereen. Je stuurt hem één keer per contract. Hij staat in dit dossier, "
                        "maar op de brief staan geen naam, geen dossiernummer en geen ziektedag."
                    ),
                ),
            ),
        ),
        Section(
            key="inhoud",
            title=N_("Het besluit"),
            fields=(
                Choice(
                    key="onderwerp_besluit",
                    label=N_("Voorgenomen besluit"),
                    ask=N_("Waarover wil je besluiten?"),
                    help=N_("Over regels rond verzuim en re-integratie beslist de OR of PVT mee."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("keuze_re_integratiebedrijf", N_("Keuze re-integratiebedrijf")),
                        ("contract_arbodienst", N_("Contract arbodienst")),
                        ("verzuimprotocol_beleid", N_("Verzuimprotocol of verzuimbeleid")),
                        ("nazorgbeleid", N_("Nazorgbeleid")),
                        ("contactbeleid", N_("Contactbeleid")),
                    ),
                ),
                _sentence(
                    "beweegredenen",
                    N_("Waarom"),
                    N_("Maak af: “De reden is …”"),
                    N_("Een reden van het bedrijf, niet van één persoon."),
                ),
                _sentence(
                    "inhoud",
                    N_("Inhoud van het contract of de regeling"),
                    N_("Maak af: “Het contract houdt in: …”"),
                    N_("Wat krijgen jullie, en wat spreken jullie af?"),
                ),
                Text(
                    key="looptijd",
                    label=N_("Duur"),
                    ask=N_("Voor hoe lang?"),
                    help=N_("Zoals: 12 maanden."),
                    need=Need.REQUIRED,
                    max_length=100,
                    guard=True,
                ),
                _sentence(
                    "gevolgen",
                    N_("Gevolgen voor medewerkers"),
                    N_("Maak af: “Voor medewerkers betekent dit: …”"),
                    N_("Wat verandert er voor wie zich ziek meldt of weer gaat werken?"),
                ),
                _sentence(
                    "privacy",
                    N_("Privacyafspraken"),
                    N_("Maak af: “Privacy is geregeld door …”"),
                    N_("Wie ziet welke gegevens, en hoe lang blijven ze bewaard?"),
                ),
                Day(
                    key="datum_besluit",
                    label=N_("Beoogde ingangsdatum"),
                    ask=N_("Wanneer moet het ingaan?"),
                    help=N_("Na de dag waarop je een antwoord vraagt."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="reactie_voor",
                    label=N_("Reactie voor"),
                    ask=N_("Voor welke dag vraag je een antwoord?"),
                    help=N_("Geef tijd voor overleg."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="uitkomst",
                    label=N_("Uitkomst"),
                    ask=N_("Wat was het antwoord?"),
                    help=N_("Nog geen antwoord? Laat het leeg. Het komt niet in de brief."),
                    options=options_of(
                        ("instemming", N_("Instemming")),
                        ("voorwaarden", N_("Instemming met voorwaarden")),
                        ("geen_instemming", N_("Geen instemming")),
                    ),
                    later=True,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_instemming_or",
    code="L7",
    title=N_("Brief: verzoek om instemming OR of PVT"),
    purpose=N_("De werkgever vraagt de OR of PVT om instemming. WOR art. 27 lid 1 onder d."),
    subject=N_("Verzoek om instemming"),
    text=text,
    content=(CONTENT,),
    head=("datum_besluit",),
    to=_council,
    reference=_reference,
    send_by="persoonlijk_overhandigd",
    greeting=_greeting,
    rules=CONSENT,
    about_employee=False,
    duration=N_("ongeveer 10 minuten"),
)
"""The request for consent: 17 fields."""
