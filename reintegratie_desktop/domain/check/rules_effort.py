"""The points about real effort: looking for work, steering, keeping in touch. These weigh most for UWV."""

from typing import Final

from reintegratie_desktop.domain.check.item import CheckRule, Gewicht
from reintegratie_desktop.text.i18n import N_

EFFORT: Final = (
    CheckRule(
        id="resultaat",
        titel=N_("Bevredigend resultaat"),
        waarom=N_(
            "UWV kijkt hier als eerste naar. Is er blijvend werk dat past, dan kijkt UWV niet verder. Het kan ook met "
            "werk voor ten minste {deel}% van het oude loon, als jullie allebei vinden dat er niet meer kon."
        ),
        herstel=N_(
            "Is dit er? Zet dan de dag erbij, en leg in de eindevaluatie vast wat jullie er allebei van vinden."
        ),
        basis="toets_resultaat",
        gewicht=Gewicht.ZWAAR,
        pagina="toets",
        vinkbaar=True,
    ),
    CheckRule(
        id="spoor1_onderzoek",
        titel=N_("Zoeken naar passend werk in je bedrijf"),
        waarom=N_(
            "UWV kijkt of je alles in je eigen bedrijf hebt bekeken: het eigen werk, aangepast werk en ander werk."
        ),
        herstel=N_(
            "Loop al het werk in je bedrijf na. Schrijf op wat past, wat niet en waarom. Zet de dag erbij in de "
            "controle."
        ),
        basis="toets_passend_werk",
        gewicht=Gewicht.ZWAAR,
        formulier="spoor1_onderzoek",
        pagina="toets",
        vinkbaar=True,
        rust_op=("probleemanalyse", "eerstejaarsevaluatie"),
    ),
    CheckRule(
        id="plan_van_aanpak",
        titel=N_("Plan van aanpak"),
        waarom=N_(
            "In het plan staat wat jullie gaan doen. Een plan dat iets later kwam is geen probleem als het werk gewoon "
            "doorging en je uitlegt waarom."
        ),
        herstel=N_("Maak het plan vandaag samen. Later is beter dan niet."),
        basis="plan_van_aanpak",
        gewicht=Gewicht.ZWAAR,
        formulier="plan_van_aanpak",
        artikel_5=True,
        uitlegbaar=True,
        rust_op=("probleemanalyse",),
    ),
    CheckRule(
        id="bijstelling_plan",
        titel=N_("Plan bijgesteld na elk nieuw advies"),
        waarom=N_("UWV kijkt of je het plan aanpast als het advies van de bedrijfsarts verandert."),
        herstel=N_("Maak samen een bijstelling van het plan van aanpak, met het nieuwste advies."),
        basis="toets_bijstelling",
        gewicht=Gewicht.ZWAAR,
        formulier="bijstelling_plan_van_aanpak",
        rust_op=("probleemanalyse", "plan_van_aanpak"),
    ),
    CheckRule(
        id="bijstelling_te_laat",
        titel=N_("Plan later bijgesteld"),
        waarom=N_(
            "UWV wil zien dat jullie op tijd bijsturen. Te laat is geen probleem als het werk gewoon doorging en je "
            "uitlegt waarom."
        ),
        herstel=N_("Schrijf op waarom het later werd, en of jullie het daar allebei mee eens zijn."),
        basis="toets_bijstelling",
        gewicht=Gewicht.LICHT,
        pagina="toets",
        artikel_5=True,
        uitlegbaar=True,
        rust_op=("probleemanalyse", "plan_van_aanpak", "bijstelling_plan"),
    ),
    CheckRule(
        id="evaluaties",
        titel=N_("Plan elke zes weken samen nagekeken"),
        waarom=N_("Zonder evaluatie stuur je niet bij. UWV kijkt of jullie geregeld samen naar het plan keken."),
        herstel=N_("Plan deze week een evaluatie en maak er een verslag van."),
        basis="toets_evaluaties",
        gewicht=Gewicht.ZWAAR,
        formulier="gesprek",
        soort="zesweken_evaluatie",
        rust_op=("plan_van_aanpak", "probleemanalyse"),
    ),
    CheckRule(
        id="evaluatie_te_laat",
        titel=N_("Evaluatie was later"),
        waarom=N_(
            "UWV wil zien dat jullie op tijd bijsturen. Te laat is geen probleem als het werk gewoon doorging en je "
            "uitlegt waarom."
        ),
        herstel=N_("Schrijf op waarom het later werd, en of jullie het daar allebei mee eens zijn."),
        basis="evaluatie",
        gewicht=Gewicht.LICHT,
        pagina="toets",
        artikel_5=True,
        uitlegbaar=True,
        rust_op=("plan_van_aanpak", "probleemanalyse", "evaluaties"),
    ),
    CheckRule(
        id="eerstejaarsevaluatie",
        titel=N_("Eerstejaarsevaluatie"),
        waarom=N_(
            "Na een jaar kiezen jullie een doel voor het tweede jaar. Deze evaluatie hoort in het verslag voor UWV."
        ),
        herstel=N_("Plan het gesprek deze week, met het advies van de bedrijfsarts erbij, en maak het verslag."),
        basis="eerstejaarsevaluatie",
        gewicht=Gewicht.ZWAAR,
        formulier="gesprek",
        soort="eerstejaarsevaluatie",
        artikel_5=True,
        uitlegbaar=True,
    ),
    CheckRule(
        id="spoor2_start",
        titel=N_("Spoor 2 gestart, of opgeschreven waarom niet"),
        waarom=N_(
            "Te laat of niet zoeken buiten je bedrijf is een bekende reden waarom UWV je langer loon laat betalen."
        ),
        herstel=N_(
            "Kies een bureau en begin. Is terug in je eigen bedrijf binnen drie maanden te zien? Schrijf dat dan op."
        ),
        basis="spoor2_start",
        gewicht=Gewicht.ZWAAR,
        formulier="spoor2_start",
        uitlegbaar=True,
        rust_op=("eerstejaarsevaluatie", "resultaat"),
    ),
    CheckRule(
        id="contact_bedrijfsarts",
        titel=N_("Bedrijfsarts geregeld gehoord"),
        waarom=N_("De bedrijfsarts hoort geregeld mee te kijken. Zo past het plan bij wat er kan."),
        herstel=N_("Bel de arbodienst vandaag voor een spreekuur, en leg het advies daarna vast."),
        basis="toets_contact_bedrijfsarts",
        gewicht=Gewicht.MIDDEL,
        formulier="melding_arbodienst",
        rust_op=("probleemanalyse", "actueel_oordeel"),
    ),
    CheckRule(
        id="contact_werknemer",
        titel=N_("Contact met je werknemer vastgelegd"),
        waarom=N_("Je houdt bij wat er gebeurt. Aan de regels met een datum ziet UWV dat jullie in gesprek bleven."),
        herstel=N_("Bel je werknemer en schrijf de dag op in het logboek, of maak een kort gespreksverslag."),
        basis="toets_dossier",
        gewicht=Gewicht.LICHT,
        formulier="gesprek",
        pagina="logboek",
    ),
    CheckRule(
        id="gewerkte_uren",
        titel=N_("Gewerkte uren bijgehouden"),
        waarom=N_("De echt gewerkte uren horen in het dossier. Ze laten zien dat er gebeurde wat was afgesproken."),
        herstel=N_(
            "Vul de gewerkte uren per week aan. Houd je ze op papier bij? Zet dan in de controle tot welke dag."
        ),
        basis="toets_dossier",
        gewicht=Gewicht.MIDDEL,
        pagina="uren",
        vinkbaar=True,
        rust_op=("probleemanalyse", "plan_van_aanpak"),
    ),
)
"""Real effort, in the order of the two years."""
