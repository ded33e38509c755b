"""Examples of agreements for a plan van aanpak, about work only: a start to change, never a standard to follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from reintegratie_desktop.text.i18n import N_


@dataclass(frozen=True)
class Example:
    """An agreement with the result it should give, and who usually does it (a value of `a_wie`)."""

    activiteit: str
    doel: str
    wie: str = "werkgever"


ACTIVITY_EXAMPLES: Final[Mapping[str, tuple[Example, ...]]] = MappingProxyType(
    {
        "7A": (
            Example(N_("Deeg wegen en recepten klaarleggen"), N_("Elke ochtend klaar voor de ploeg"), "werknemer"),
            Example(N_("Werkorders en onderdelen klaarzetten voor de monteurs"), N_("Om 8 uur klaar"), "werknemer"),
            Example(N_("Facturen controleren, zonder vaste einddatum"), N_("Een map per week na"), "werknemer"),
            Example(N_("Orders invoeren en de telefoon overslaan"), N_("Orders van gisteren ingevoerd"), "werknemer"),
            Example(
                N_("Taken kiezen waar niemand op wacht"),
                N_("Een lijst met drie taken op papier"),
                "leidinggevende",
            ),
            Example(
                N_("Zware taken tijdelijk verdelen over de ploeg"),
                N_("Nieuw rooster hangt op de eerste werkdag"),
                "leidinggevende",
            ),
            Example(N_("Nog geen leiding geven en geen rooster maken"), N_("Een collega heeft het overgenomen")),
        ),
        "7B": (
            Example(N_("Werkbank met zitplek bij het raam"), N_("Klaar op de eerste werkdag")),
            Example(N_("Hulpmiddel kopen of huren voor tillen en rijden"), N_("Staat klaar en uitleg is gegeven")),
            Example(N_("Rustige plek om te werken, deur mag dicht"), N_("Plek is vrij op alle werkdagen")),
            Example(N_("Deskundige naar de werkplek laten kijken"), N_("Advies binnen en besproken")),
            Example(N_("Twee dagen per week thuis werken"), N_("Computer en telefoon werken thuis")),
            Example(N_("Niet alleen in het pand"), N_("Altijd een collega op het rooster"), "leidinggevende"),
        ),
        "7C": (
            Example(N_("Begin en einde van de werkdag tijdelijk anders"), N_("Staat in het rooster")),
            Example(N_("Geen avond- en weekenddienst"), N_("Rooster aangepast tot de volgende evaluatie")),
            Example(N_("Reiskosten ook op korte dagen vergoeden"), N_("Op de eerstvolgende loonstrook")),
            Example(N_("Vervoer regelen voor wie niet zelf kan rijden"), N_("Elke werkdag op tijd aanwezig")),
            Example(N_("Vaste pauzes afspreken"), N_("De ploeg houdt zich eraan"), "leidinggevende"),
        ),
        "7D": (
            Example(N_("Elke vrijdag een kwartier napraten"), N_("Snel bijsturen"), "leidinggevende"),
            Example(
                N_("Eerste werkdag opvangen met koffie"), N_("Rustige start met een vast gezicht"), "leidinggevende"
            ),
            Example(
                N_("Collega’s vertellen wat wel en niet kan"), N_("Iedereen weet waar het op staat"), "leidinggevende"
            ),
            Example(N_("Eén vaste collega om vragen aan te stellen"), N_("Naam is bekend voor de start")),
            Example(N_("Gesprek van drie over de samenwerking"), N_("Twee afspraken op papier")),
            Example(N_("Zelf zeggen wanneer het te veel wordt"), N_("Dezelfde dag besproken"), "werknemer"),
        ),
        "7E": (
            Example(
                N_("Opbouw van uren volgens het schema"), N_("Elke fase klaar voor de volgende begint"), "werknemer"
            ),
            Example(N_("Naar het volgende spreekuur gaan"), N_("Nieuw advies over uren en taken"), "werknemer"),
            Example(N_("Gewerkte uren elke week opschrijven"), N_("Elke vrijdag ingevuld"), "werknemer"),
            Example(
                N_("Vragen voor de bedrijfsarts op een rij zetten"),
                N_("Twee dagen voor het spreekuur verstuurd"),
            ),
            Example(
                N_("Geen uren erbij zonder nieuw advies"),
                N_("Rooster blijft gelijk tot het spreekuur"),
                "leidinggevende",
            ),
        ),
        "7F": (
            Example(N_("Elke vrijdag kort terugkijken, tien minuten"), N_("Verslag in het dossier"), "leidinggevende"),
            Example(N_("Online cursus in eigen tempo"), N_("Eerste deel klaar, bewijs in het dossier"), "werknemer"),
            Example(N_("Lijst maken van ander werk in het bedrijf"), N_("Lijst besproken bij de evaluatie")),
            Example(N_("Een dag meelopen op een andere afdeling"), N_("Besproken wat past"), "werknemer"),
            Example(N_("Systeem en nieuwe afspraken bijpraten"), N_("Weer bij voor de start"), "leidinggevende"),
            Example(N_("Vervanging regelen voor het werk dat blijft liggen"), N_("Niemand wacht op deze taken")),
        ),
    }
)
"""Examples per category of a plan van aanpak (the values of `a_cat`)."""
