"""What holds for the file and the rules themselves: amounts not known yet, what to write down, how long to keep it."""

from typing import Final

from reintegratie_desktop.domain.explaining import LOON, REGELS, Explained, Paragraph
from reintegratie_desktop.text.i18n import N_

ABOUT_THE_FILE: Final = (
    Explained(
        "bedrag_onbekend",
        N_("Wat als een bedrag nog niet bekend is?"),
        (
            Paragraph(N_("Dan rekenen we die maanden niet uit. Met een oud bedrag zou het loon niet kloppen.")),
            Paragraph(
                N_("Zoek het bedrag op en vul het in bij de loongegevens, met de bron. Of laad nieuwere regels.")
            ),
        ),
        (("wml-14", ""), ("wfsv-17", "")),
        (LOON,),
        doubt="d10",
    ),
    Explained(
        "artikelen_veranderd",
        N_("Kloppen deze regels nog?"),
        (
            Paragraph(N_("Wetten veranderen. Een regel die lang geleden is nagekeken, staat bij ‘Te controleren’.")),
            Paragraph(N_("Bij elke regel staat waar je haar kunt nalezen.")),
        ),
        (("wetten-overheid", ""),),
        (REGELS,),
        doubt="d11",
    ),
    Explained(
        "opschrijven",
        N_("Wat schrijf je op over een zieke werknemer?"),
        (
            Paragraph(N_("Wat iemand kan en niet kan in het werk, de afspraken, de uren en de datums.")),
            Paragraph(N_("Nooit de reden van de ziekte. Ook niet als je werknemer die zelf vertelt.")),
        ),
        (("ap-zieke-werknemer", ""),),
        (REGELS,),
        doubt="d18",
    ),
    Explained(
        "bewaren",
        N_("Hoe lang bewaar je een dossier?"),
        (
            Paragraph(N_("Niet langer dan nodig. Loopt er een conflict of een bezwaar, dan mag het langer.")),
            Paragraph(N_("Dit programma wist nooit iets vanzelf. Kijk zelf geregeld wat weg kan.")),
        ),
        (("ap-zieke-werknemer", ""),),
        (REGELS,),
        doubt="d15",
    ),
)
"""The explanations about the file and the rules, in the order in which they are shown."""
