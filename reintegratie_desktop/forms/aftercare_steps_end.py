"""The last steps of the nazorgplan: the signals to read and never to write down, and who has seen the plan."""

from typing import Final

from reintegratie_desktop.forms.fields import By, Note, Signature
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_carry import employee_signs, employer_signs
from reintegratie_desktop.text.i18n import N_


def _signal(key: str, label: str, body: str) -> Note:
    return Note(key=key, label=label, body=body)


SIGNALS: Final = Step(
    key="signalen",
    title=N_("Vroege signalen"),
    question=N_("Waar letten jullie allebei op? Lees dit samen door."),
    why=N_("Wie de signalen kent, durft eerder iets te zeggen. Het gaat om het werk, niet om de oorzaak."),
    example=N_("Bespreek welke je bij jezelf kent. Schrijf alleen de afspraak op, bij stap 1."),
    not_written=N_("Wat je bij iemand ziet. Het programma bewaart hier niets: niet bij wie, niet welke, niet wanneer."),
    source=N_("AP-beleidsregels De zieke werknemer"),
    sections=(
        Section(
            key="signalen",
            number="C",
            title=N_("Vroege signalen (alleen om te lezen)"),
            fields=(
                _signal(
                    "sig_lijf", N_("In het werk"), N_("Eerder een pauze nodig, langzamer dan anders, later klaar.")
                ),
                _signal("sig_gedrag", N_("In wat iemand doet"), N_("Meer fouten, minder praten, zich terugtrekken.")),
                _signal("sig_emotie", N_("In hoe iemand reageert"), N_("Een kort lontje, snel geraakt.")),
                _signal(
                    "sig_denken",
                    N_("In hoe iemand denkt"),
                    N_("Twijfelen aan het eigen werk, blijven malen over fouten."),
                ),
            ),
        ),
    ),
)

SEEN: Final = Step(
    key="gezien",
    title=N_("Gezien"),
    question=N_("Wie tekent dat het plan is gelezen?"),
    why=N_("Met een handtekening weet je dat jullie hetzelfde hebben afgesproken. Tekenen doe je op papier."),
    example=N_("“Gezien op 23 november, door allebei.”"),
    not_written=N_("Een oordeel over iemand die niet tekent. Niet tekenen mag."),
    sections=(
        Section(
            key="gezien",
            number="D",
            title=N_("Gezien"),
            fields=(
                Signature(
                    key="hand_wg",
                    label=N_("Handtekening werkgever"),
                    ask=N_("Wie tekent voor het bedrijf?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("Zo weet je medewerker dat het bedrijf erachter staat."),
                    role=N_("Werkgever"),
                    means=N_("Betekent: ik heb dit plan gezien en houd me aan de afspraken."),
                    default=employer_signs,
                ),
                Signature(
                    key="hand_wn",
                    label=N_("Handtekening werknemer"),
                    ask=N_("Tekent je medewerker?"),
                    help=N_("Tekent je medewerker niet, dan kun je het plan toch afmaken."),
                    why=N_("De handtekening zegt alleen dat het plan gelezen is."),
                    by=By.WN,
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb dit plan gezien."),
                    may_refuse=True,
                    default=employee_signs,
                ),
            ),
        ),
    ),
)
