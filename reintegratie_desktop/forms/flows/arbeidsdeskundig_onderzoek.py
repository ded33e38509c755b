"""The assignment to an arbeidsdeskundige: the questions, what goes along, and what came out of it."""

from typing import Final

from reintegratie_desktop.forms import rules_expert as rules
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    LongText,
    Many,
    Need,
    Option,
    Text,
    Tick,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.spoor_carry import employer_signature
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1 en 4")
_LATER: Final = N_("Nog niet bekend? Laat het leeg en vul het later in.")

ASSIGNMENT: Final = Step(
    key="opdracht",
    title=N_("De opdracht"),
    question=N_("Wie ga je vragen, en wat wil je weten?"),
    why=N_("Een arbeidsdeskundige kijkt of het werk past. Dat is een sterke onderbouwing voor spoor 1 en spoor 2."),
    example=N_("“Is er ander passend werk bij ons, en zo nee, is spoor 2 aan de orde?”"),
    not_written=N_("Vraag niet wat iemand heeft. De bedrijfsarts stuurt zelf wat de arbeidsdeskundige moet weten."),
    source=_SOURCE,
    sections=(
        Section(
            key="opdracht",
            number="A",
            title=N_("Opdracht"),
            fields=(
                Text(
                    key="bureau",
                    label=N_("Arbeidsdeskundige of bureau"),
                    ask=N_("Wie doet het onderzoek?"),
                    help=N_("Je arbodienst heeft er vaak een."),
                    need=Need.REQUIRED,
                    max_length=150,
                ),
                Day(
                    key="datum",
                    label=N_("Datum aanvraag"),
                    ask=N_("Wanneer vraag je het aan?"),
                    help=N_("Deze datum komt op het papier."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
                Choice(
                    key="aanleiding",
                    label=N_("Aanleiding"),
                    ask=N_("Waarom vraag je het nu?"),
                    help=N_("Kies wat het beste past."),
                    need=Need.REQUIRED,
                    default=rules.occasion,
                    options=options_of(
                        ("advies_bedrijfsarts", N_("Advies bedrijfsarts")),
                        ("eerstejaarsevaluatie", N_("Eerstejaarsevaluatie")),
                        ("stagnatie", N_("Het loopt vast")),
                        ("vraag_werkgever_werknemer", N_("Vraag van werkgever of werknemer")),
                    ),
                ),
                Many(
                    key="vragen",
                    label=N_("Vraagstelling"),
                    ask=N_("Wat wil je weten?"),
                    help=N_("De eerste vier horen bij elk onderzoek. Haal weg wat nu niet past."),
                    need=Need.REQUIRED,
                    default=[
                        "is_eigen_werk_passend",
                        "kan_het_passend_gemaakt_worden_hoe",
                        "is_er_ander_passend_werk_bij_de_werkgever",
                        "zo_nee_welk_werk_daarbuiten",
                    ],
                    options=(
                        Option("is_eigen_werk_passend", N_("Is het eigen werk passend?")),
                        Option("kan_het_passend_gemaakt_worden_hoe", N_("Kan het passend gemaakt worden, en hoe?")),
                        Option(
                            "is_er_ander_passend_werk_bij_de_werkgever",
                            N_("Is er ander passend werk bij de werkgever?"),
                        ),
                        Option("zo_nee_welk_werk_daarbuiten", N_("Zo nee, welk werk daarbuiten?")),
                        Option("welke_regelingen_helpen", N_("Welke regelingen helpen?")),
                        Option("is_spoor_2_aan_de_orde", N_("Is spoor 2 aan de orde?")),
                    ),
                ),
                LongText(
                    key="eigen_vraag",
                    label=N_("Eigen vraag"),
                    ask=N_("Heb je zelf nog een vraag?"),
                    help=WORK_ONLY,
                    guard=True,
                    max_length=500,
                    writing_lines=2,
                ),
            ),
        ),
    ),
)

SENT: Final = Step(
    key="meegestuurd",
    title=N_("Wat je meestuurt"),
    question=N_("Wat stuur je mee, en wie weet ervan?"),
    why=N_("Met alle stukken bij elkaar hoeft de arbeidsdeskundige niets na te vragen."),
    example=N_("“Taakprofiel, overzicht van functies en het plan van aanpak met de evaluaties.”"),
    not_written=N_("Stuur zelf nooit stukken van de bedrijfsarts mee. Die gaan rechtstreeks."),
    source=_SOURCE,
    sections=(
        Section(
            key="meegestuurd",
            number="B",
            title=N_("Meegestuurd"),
            fields=(
                YesNo(
                    key="m_functie",
                    label=N_("Functie- en taakprofiel"),
                    ask=N_("Stuur je het functie- en taakprofiel mee?"),
                    help=N_("Daarin staan de taken en wat ze vragen."),
                    need=Need.REQUIRED,
                    default=rules.has_profile,
                ),
                YesNo(
                    key="m_organogram",
                    label=N_("Overzicht functies in het bedrijf"),
                    ask=N_("Stuur je een overzicht van de functies mee?"),
                    help=N_("Een lijst met functies en hoeveel mensen ze doen is genoeg."),
                    need=Need.REQUIRED,
                ),
                YesNo(
                    key="m_pva",
                    label=N_("Plan van aanpak en evaluaties"),
                    ask=N_("Stuur je het plan van aanpak en de evaluaties mee?"),
                    help=N_("Alle versies, de nieuwste boven."),
                    need=Need.REQUIRED,
                    default=rules.has_plan,
                ),
                YesNo(
                    key="m_rie",
                    label=N_("RI&E over de functie"),
                    ask=N_("Stuur je het stuk over deze functie uit de RI&E mee?"),
                    help=N_("RI&E: de lijst van risico's in je bedrijf."),
                ),
                Tick(
                    key="m_rechtstreeks",
                    label=N_("De bedrijfsarts stuurt de belastbaarheid rechtstreeks"),
                    ask=N_("Gaat de belastbaarheid rechtstreeks van de bedrijfsarts naar de arbeidsdeskundige?"),
                    help=N_("Jij krijgt dit stuk niet en bewaart het niet. Vraag de bedrijfsarts om het te sturen."),
                    why=N_("Dit stuk mag een werkgever niet zien."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="m_belastbaarheid",
                    label=N_("Belastbaarheid door bedrijfsarts gestuurd op"),
                    ask=N_("Wanneer stuurde de bedrijfsarts het?"),
                    help=_LATER,
                    need=Need.REQUIRED,
                    later=True,
                ),
                Day(
                    key="wn_info",
                    label=N_("Werknemer geïnformeerd op"),
                    ask=N_("Wanneer heb je het je medewerker verteld?"),
                    help=N_("Vertel het voordat je de aanvraag doet."),
                    need=Need.REQUIRED,
                ),
            ),
        ),
    ),
)

OUTCOME: Final = Step(
    key="uitkomst",
    title=N_("De uitkomst"),
    question=N_("Wat staat er in het rapport? Je kunt dit ook later invullen."),
    why=N_("De uitkomst komt vanzelf terug in spoor 1 en spoor 2."),
    example=N_("“Eigen werk past niet. Ander werk in het bedrijf: 8 uur verpakkingshal. Spoor 2 starten.”"),
    not_written=WORK_ONLY,
    source=_SOURCE,
    sections=(
        Section(
            key="uitkomst",
            number="C",
            title=N_("Uitkomst"),
            fields=(
                Day(
                    key="bezoek",
                    later=True,
                    label=N_("Datum gesprek of werkplekbezoek"),
                    ask=N_("Wanneer was het gesprek of het bezoek?"),
                    help=_LATER,
                ),
                Day(
                    key="rapport",
                    later=True,
                    label=N_("Datum rapport"),
                    ask=N_("Van welke dag is het rapport?"),
                    help=_LATER,
                ),
                Choice(
                    key="eigen_werk",
                    later=True,
                    label=N_("Eigen werk passend"),
                    ask=N_("Is het eigen werk passend, volgens het rapport?"),
                    help=_LATER,
                    options=options_of(("ja", N_("Ja")), ("met_aanpassing", N_("Met aanpassing")), ("nee", N_("Nee"))),
                ),
                LongText(
                    key="aanpassing",
                    later=True,
                    label=N_("Geadviseerde aanpassingen"),
                    ask=N_("Welke aanpassingen staan in het rapport?"),
                    help=WORK_ONLY,
                    guard=True,
                    max_length=1000,
                    writing_lines=2,
                ),
                Choice(
                    key="ander_intern",
                    later=True,
                    label=N_("Ander werk intern"),
                    ask=N_("Is er ander werk in het bedrijf, volgens het rapport?"),
                    help=N_("Bij ja: schrijf hieronder welk werk."),
                    options=options_of(("ja", N_("Ja")), ("nee", N_("Nee"))),
                ),
                LongText(
                    key="ander_intern_welk",
                    later=True,
                    label=N_("Welk ander werk in het bedrijf"),
                    ask=N_("Welk ander werk in het bedrijf noemt het rapport?"),
                    help=N_("Functie en uren. Leeg als er geen ander werk is."),
                    guard=True,
                    max_length=300,
                    writing_lines=2,
                ),
                Choice(
                    key="spoor2",
                    later=True,
                    label=N_("Advies spoor 2"),
                    ask=N_("Wat adviseert het rapport over spoor 2?"),
                    help=_LATER,
                    options=options_of(
                        ("starten", N_("Starten")), ("nog_niet", N_("Nog niet")), ("niet_nodig", N_("Niet nodig"))
                    ),
                ),
                Day(
                    key="besproken",
                    later=True,
                    label=N_("Besproken met werknemer op"),
                    ask=N_("Wanneer heb je het met je medewerker besproken?"),
                    help=_LATER,
                ),
                Choice(
                    key="overname",
                    later=True,
                    label=N_("Advies overgenomen"),
                    ask=N_("Volg je het advies?"),
                    help=N_("Bij nee: schrijf hieronder waarom niet."),
                    by=By.WG,
                    options=options_of(("ja", N_("Ja")), ("deels", N_("Deels")), ("nee", N_("Nee"))),
                ),
                LongText(
                    key="overname_reden",
                    later=True,
                    label=N_("Waarom niet overgenomen"),
                    ask=N_("Welk deel van het advies volg je niet, en waarom?"),
                    help=N_("Alleen als je het advies niet of maar deels volgt."),
                    guard=True,
                    max_length=1000,
                    writing_lines=2,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="D",
            title=N_("Ondertekening"),
            fields=(
                employer_signature("hand_wg", N_("Handtekening werkgever"), N_("Betekent: ik geef deze opdracht.")),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="arbeidsdeskundig_onderzoek",
    code="AD",
    version="1.0",
    title=N_("Aanvraag arbeidsdeskundig onderzoek"),
    purpose=N_(
        "De werkgever vraagt een arbeidsdeskundige welk werk passend is. De bedrijfsarts stuurt de belastbaarheid "
        "rechtstreeks. BW 7:658a lid 1 en 4."
    ),
    date_field="datum",
    duration=N_("ongeveer 15 minuten"),
    steps=(ASSIGNMENT, SENT, OUTCOME),
    rules=rules.RULES,
)
"""The form for the research of an arbeidsdeskundige: 19 fields. The outcome is noted beside the paper later."""
