"""The words of the help: short, in plain Dutch, with nothing that is not in the law data or in this program."""

from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.text.i18n import N_


@dataclass(frozen=True)
class HelpTopic:
    """One subject: a heading and its paragraphs; `source` names the law it comes from."""

    key: str
    title: str
    icon: str
    paragraphs: tuple[str, ...]
    source: str = ""


TOPICS: Final = (
    HelpTopic(
        "wet",
        N_("De Wet verbetering poortwachter in tien zinnen"),
        "scale",
        (
            N_("Is je werknemer ziek, dan werken jullie samen aan terugkeer naar werk."),
            N_("Je geeft de ziekmelding door aan je arbodienst of bedrijfsarts."),
            N_("De bedrijfsarts bekijkt wat iemand nog kan en schrijft dat op in de probleemanalyse."),
            N_("Daarna maken jij en je werknemer samen een plan van aanpak."),
            N_("In dat plan staat wat jullie doen, wie het doet en wanneer het klaar is."),
            N_("Jullie kijken regelmatig samen of het plan nog klopt, en leggen dat vast."),
            N_("Duurt het lang, dan meld je dat aan UWV en kijken jullie na een jaar samen terug."),
            N_("Kan iemand niet terug naar het eigen werk, dan zoeken jullie ander werk, in je bedrijf of erbuiten."),
            N_(
                "Tegen het einde van de twee jaar maak je een verslag, en vraagt je werknemer zelf een "
                "WIA-uitkering aan."
            ),
            N_("UWV kijkt daarna of jullie genoeg hebben gedaan; zo niet, dan betaal je langer loon door."),
        ),
        N_("BW 7:629 en 7:658a; WIA art. 23, 25 en 64; Regeling procesgang art. 4"),
    ),
    HelpTopic(
        "opschrijven",
        N_("Wat je mag opschrijven, en wat niet"),
        "pencil",
        (
            N_("Wel: wat iemand kan doen. Welke taken, hoeveel uren, welke hulp daarbij nodig is."),
            N_("Wel: afspraken. Wanneer jullie elkaar spreken, wie wat doet, wat er is geprobeerd."),
            N_("Wel: hoe lang het ongeveer duurt, als de bedrijfsarts dat heeft gezegd."),
            N_(
                "Niet: wat iemand heeft, hoe het komt, of wat er aan gedaan wordt. Ook niet als je werknemer het "
                "zelf vertelt."
            ),
            N_("Niet: vragen naar privé. Vraag wat er op het werk nodig is."),
            N_(
                "Zie je een streep onder een woord? Dan lijkt het over gezondheid te gaan. Je krijgt een betere "
                "zin, en jij kiest."
            ),
        ),
        N_("AVG art. 9; beleidsregels van de Autoriteit Persoonsgegevens over de zieke werknemer"),
    ),
    HelpTopic(
        "bestand",
        N_("Waar staat mijn bestand?"),
        "folder-open",
        (
            N_(
                "Alles staat in één bestand op deze computer. Er zit een slot op. Niemand anders kan erbij, wij ook "
                "niet."
            ),
            N_(
                "Naast het bestand staat een sleutelbestand met bijna dezelfde naam. Die twee horen bij elkaar. "
                "Kopieer je het ene, kopieer dan ook het andere."
            ),
            N_("Het programma gebruikt geen internet. Er is niets om in te loggen."),
            N_("Maak geregeld een kopie op een USB-stick en bewaar die ergens anders."),
        ),
    ),
    HelpTopic(
        "wachtwoord",
        N_("Wachtwoord en herstelblad"),
        "key-round",
        (
            N_("Zonder wachtwoord gaat het bestand niet open. Niemand kan het voor je opvragen."),
            N_(
                "Druk daarom het herstelblad af. Met de tekens op dat blad kun je het bestand ook openen en een "
                "nieuw wachtwoord kiezen."
            ),
            N_(
                "Bewaar het blad in een kluis of op een andere veilige plek. Niet bij de computer, en maak er geen "
                "foto van."
            ),
            N_("Na vijf minuten zonder iets te doen gaat het bestand vanzelf op slot. Je tekst is dan bewaard."),
        ),
    ),
    HelpTopic(
        "bewaren",
        N_("Moet ik zelf bewaren?"),
        "save",
        (
            N_("Nee. Alles wat je typt, wordt meteen bewaard. Onderin staat hoe laat."),
            N_("Je mag op elk moment stoppen. De volgende keer ga je verder waar je was."),
            N_(
                "Een papier dat klaar is, verandert niet meer. Wil je iets anders, dan maak je een nieuwe versie. "
                "De oude blijft bestaan."
            ),
        ),
    ),
)

KEYS: Final = (
    ("Ctrl+1", N_("Vandaag")),
    ("Ctrl+2", N_("Medewerkers")),
    ("Ctrl+3", N_("Instellingen")),
    ("Ctrl+N", N_("Ziekmelding vastleggen")),
    ("Ctrl+F", N_("Zoeken in de lijst van medewerkers")),
    ("Ctrl+G", N_("Gesprek, in een dossier")),
    ("Ctrl+P", N_("Papieren, in een dossier")),
    ("Alt+V", N_("Volgende, in een formulier")),
    ("Alt+T", N_("Terug, in een formulier")),
    ("F8", N_("Naar het volgende woord met een streep eronder")),
    ("Esc", N_("Terug; er gaat niets verloren")),
    ("Ctrl+L", N_("Vergrendelen")),
    ("F1", N_("Hulp; in een formulier naar de uitleg en terug")),
)
