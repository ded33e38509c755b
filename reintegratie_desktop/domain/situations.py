"""What the program asks or explains instead of computing: each with the question, what follows, and the article."""

from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.text.i18n import N_


@dataclass(frozen=True, slots=True)
class Situation:
    """One thing only people can answer. The texts are Dutch; translate them where they are shown."""

    id: str
    question: str
    """What is asked; empty where there is only something to know."""
    yes: str
    """What holds when the answer is yes, or what there is to know."""
    no: str
    """What holds when the answer is no; empty where there is no question."""
    sources: tuple[str, ...]
    """Ids in `bronnen.toml`."""


SITUATIONS: Final = {
    situation.id: situation
    for situation in (
        Situation(
            "gedeeltelijk",
            "",
            N_("Werkt je werknemer voor een deel, dan verandert geen enkele datum. De bedrijfsarts zegt wat kan."),
            "",
            ("bw-629",),
        ),
        Situation(
            "werken_tijdens_herstel",
            "",
            N_("Wie werkt, is nog niet altijd hersteld. Het gaat om wat de bedrijfsarts zegt."),
            "",
            ("bw-629",),
        ),
        Situation(
            "werken_zonder_loonwaarde",
            N_("Werkt je werknemer nu zonder dat het werk iets oplevert, om te wennen?"),
            N_("Spreek een einddag af. Duurt het lang, dan vraagt UWV waarom er geen gewoon werk van kwam."),
            N_("Dan telt het werk mee als gewoon werk. Schrijf de uren op."),
            ("beoordelingskader",),
        ),
        Situation(
            "vakantie",
            "",
            N_("Een zieke werknemer bouwt vakantie op en kan die nemen, met vol loon. De termijnen lopen door."),
            "",
            ("bw-639",),
        ),
        Situation(
            "inlener",
            N_("Is je werknemer via een uitzendbureau bij je?"),
            N_("Dan is het uitzendbureau de werkgever en heb je zelf geen dossier. Geef de ziekmelding meteen door."),
            N_("Dan ben jij de werkgever, en houd je het dossier bij."),
            ("zw-38a",),
        ),
        Situation(
            "participatieverzoek",
            "",
            N_("Loopt een traject door na het einde van het dienstverband, dan kun je UWV vragen mee te betalen."),
            "",
            ("beoordelingskader",),
        ),
        Situation(
            "twee_banen",
            N_("Heeft je werknemer twee banen bij jou?"),
            N_("Maak voor elke baan een eigen dossier. Elke baan heeft een eigen eerste ziektedag."),
            N_("Dan is één dossier genoeg."),
            ("eerste-werkdag",),
        ),
        Situation(
            "nieuw_werk_afgesproken",
            N_("Is het andere werk nu vast afgesproken als het gewone werk?"),
            N_("Bij nieuwe ziekte kan dan een nieuwe periode van 104 weken beginnen. Vraag daarover advies."),
            N_("Dan blijft het oude werk het eigen werk, en loopt de klok door."),
            ("bw-629",),
        ),
        Situation(
            "afwijken_van_termijn",
            N_("Willen jij en je werknemer samen van een termijn afwijken?"),
            N_("Dat mag bij de probleemanalyse en het plan. Schrijf op waarom, met de datum, en onderteken allebei."),
            N_("Dan gelden de termijnen zoals ze hier staan."),
            ("procesgang-5",),
        ),
        Situation(
            "eerste_dag_bij_uwv",
            "",
            N_("Na een kort herstel geef je UWV de allereerste ziektedag. Een andere dag kan een boete kosten."),
            "",
            ("zw-38", "boetebesluit-2c"),
        ),
        Situation(
            "loonstop_melden",
            N_("Heb je het loon gestopt terwijl UWV ziekengeld betaalt?"),
            N_("Meld dat binnen zeven dagen bij UWV."),
            N_("Dan hoef je niets te melden."),
            ("zw-38a", "boetebesluit-2b"),
        ),
    )
}
"""Every question or explanation by its id."""
