"""The later steps of the start of spoor 2: the plan of the agency, the opinions on it, and who signs."""

from typing import Final

from reintegratie_desktop.forms import rules_spoor2 as rules
from reintegratie_desktop.forms import spoor_carry as carry
from reintegratie_desktop.forms.fields import (
    Amount,
    By,
    Carry,
    Choice,
    Day,
    Field,
    LongText,
    Many,
    Need,
    Signature,
    Table,
    Text,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1")
_NO_PLAN: Final = N_("Het trajectplan van het bureau is er nog niet.")

PHASES: Final[tuple[Field, ...]] = (
    Choice(
        key="fase",
        label=N_("Fase"),
        need=Need.REQUIRED,
        options=options_of(
            ("orientatie", N_("Oriëntatie")), ("activering", N_("Activering")), ("betaald_werk", N_("Betaald werk"))
        ),
    ),
    Text(key="activiteit", label=N_("Activiteit"), need=Need.REQUIRED, max_length=300, guard=True),
    Day(key="van", label=N_("Van"), need=Need.REQUIRED),
    Day(key="tot", label=N_("Tot en met"), need=Need.REQUIRED),
    Choice(
        key="status",
        label=N_("Status"),
        need=Need.REQUIRED,
        default="gepland",
        options=options_of(
            ("gepland", N_("Gepland")),
            ("gedaan", N_("Gedaan")),
            ("niet", N_("Niet gedaan")),
            ("uitgesteld", N_("Uitgesteld")),
        ),
    ),
)
_TRAINING: Final[tuple[Field, ...]] = (
    Text(key="opleiding", label=N_("Opleiding"), need=Need.REQUIRED, max_length=200),
    Text(key="doel", label=N_("Doel"), max_length=300, guard=True),
    Amount(key="kosten", label=N_("Kosten")),
    Choice(
        key="besluit",
        label=N_("Besluit"),
        options=options_of(("ja", N_("Doen we")), ("nee", N_("Doen we niet")), ("later", N_("Beslissen we later"))),
    ),
)

PLAN: Final = Step(
    key="trajectplan",
    title=N_("Het trajectplan"),
    question=N_("Wat staat er in het plan van het bureau?"),
    why=N_("Met dit plan kun je elk verslag vergelijken: is gedaan wat er zou gebeuren?"),
    example=N_("“Oriëntatie tot 20 april, dan activering, vanaf september zoeken naar betaald werk.”"),
    not_written=N_("Niets over gezondheid. Staat dat in het plan van het bureau? Vraag dan een nieuwe versie."),
    source=_SOURCE,
    sections=(
        Section(
            key="plan_er",
            number="3",
            title=N_("Trajectplan"),
            fields=(
                YesNo(
                    key="plan_er",
                    label=N_("Trajectplan van het bureau is er"),
                    ask=N_("Heb je het trajectplan van het bureau al?"),
                    help=N_("Nog niet? Maak het besluit nu af. Het plan komt dan in een volgende versie."),
                    why=N_("Het besluit komt eerst. Zo staat de start op tijd in je dossier."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="intake_datum",
                    label=N_("Intake op"),
                    ask=N_("Wanneer was of is de intake?"),
                    help=N_("Het eerste gesprek met het bureau."),
                    need=Need.REQUIRED,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                ),
                LongText(
                    key="doel",
                    label=N_("Trajectdoel"),
                    ask=N_("Wat is het doel van het traject?"),
                    help=N_("Welk werk, hoeveel uur, wanneer."),
                    need=Need.REQUIRED,
                    guard=True,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    writing_lines=3,
                ),
                LongText(
                    key="uitgangspunten",
                    label=N_("Uitgangspunten belastbaarheid (werktermen)"),
                    ask=N_("Welk werk past, volgens het advies?"),
                    help=N_("Uit het advies van de bedrijfsarts. Alleen uren en taken."),
                    need=Need.REQUIRED,
                    guard=True,
                    default=rules.limits,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    writing_lines=4,
                ),
                LongText(
                    key="opleiding",
                    label=N_("Opleiding en ervaring"),
                    ask=N_("Welke opleiding en ervaring heeft je medewerker?"),
                    help=N_("Ook cursussen, en werk van vroeger."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    writing_lines=3,
                ),
                Many(
                    key="praktisch",
                    label=N_("Praktische zaken"),
                    ask=N_("Waar houdt het bureau rekening mee?"),
                    help=N_("Kies wat een rol speelt bij het zoeken."),
                    by=By.WN,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    options=options_of(
                        ("rijbewijs", N_("Rijbewijs")),
                        ("vervoer", N_("Vervoer")),
                        ("computer", N_("Computer")),
                        ("taal", N_("Taal")),
                        ("werktijden", N_("Werktijden")),
                    ),
                ),
                LongText(
                    key="ad_advies",
                    label=N_("Advies arbeidsdeskundige passende arbeid"),
                    ask=N_("Wat adviseert de arbeidsdeskundige?"),
                    help=N_("Uit het rapport van de arbeidsdeskundige, als dat er is."),
                    guard=True,
                    carry=(Carry(carry.EXPERT, "spoor2", carry.expert_in_words),),
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    writing_lines=3,
                ),
            ),
        ),
        Section(
            key="stappen",
            number="4",
            title=N_("Stappen"),
            fields=(
                Table(
                    key="fasen",
                    label=N_("Fasen en activiteiten"),
                    ask=N_("Welke stappen staan in het plan?"),
                    help=N_("Neem ze over zoals ze in het plan staan."),
                    why=N_("Deze stappen komen terug in elk voortgangsverslag."),
                    need=Need.REQUIRED,
                    row_name=N_("stap"),
                    title_column="activiteit",
                    columns=PHASES,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                ),
                Table(
                    key="scholing",
                    label=N_("Scholing"),
                    ask=N_("Komt er een opleiding of cursus?"),
                    help=N_("Ook als jullie nog moeten beslissen."),
                    row_name=N_("opleiding"),
                    columns=_TRAINING,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                ),
                Choice(
                    key="rapportage",
                    label=N_("Rapportage elke"),
                    ask=N_("Hoe vaak krijg je een verslag?"),
                    help=N_("Het programma telt mee en zegt het als een verslag uitblijft."),
                    why=N_("Jij blijft verantwoordelijk, ook als een bureau het werk doet."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("4_weken", N_("4 weken")),
                        ("6_weken", N_("6 weken")),
                        ("8_weken", N_("8 weken")),
                        ("3_maanden", N_("3 maanden")),
                    ),
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                ),
            ),
        ),
    ),
)

OPINIONS: Final = Step(
    key="akkoord",
    title=N_("Meningen en akkoord"),
    question=N_("Wat vinden jullie van het plan, en wie tekent?"),
    why=N_("Een traject werkt alleen als je medewerker erachter staat."),
    example=N_("“Ik wil graag iets met planten, maar lichter.”"),
    not_written=N_("Verander niets aan de woorden van je medewerker."),
    source=_SOURCE,
    sections=(
        Section(
            key="meningen",
            number="5",
            title=N_("Meningen"),
            fields=(
                LongText(
                    key="visie_wn",
                    label=N_("Visie werknemer"),
                    ask=N_("Wat vindt je medewerker van het plan?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    writing_lines=4,
                ),
                LongText(
                    key="visie_adviseur",
                    label=N_("Visie adviseur"),
                    ask=N_("Wat vindt de adviseur van de kansen?"),
                    help=N_("Uit het plan van het bureau."),
                    guard=True,
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                    writing_lines=4,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="6",
            title=N_("Ondertekening"),
            fields=(
                carry.employer_signature(
                    "akkoord_wg", N_("Akkoord werkgever"), N_("Betekent: ik geef deze opdracht en betaal het traject.")
                ),
                carry.employee_signature(
                    "akkoord_wn",
                    N_("Akkoord werknemer"),
                    N_("Betekent: ik ken het plan en werk eraan mee."),
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                ),
                Signature(
                    key="akkoord_bureau",
                    label=N_("Akkoord re-integratiebedrijf"),
                    ask=N_("Wie tekent voor het bureau?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("Het bureau belooft hiermee het plan uit te voeren."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    role=N_("Re-integratiebedrijf"),
                    means=N_("Betekent: wij voeren dit plan uit en doen verslag."),
                    derive=carry.signed_by("bureau"),
                    when=rules.PLAN_IS_THERE,
                    not_asked=_NO_PLAN,
                ),
            ),
        ),
    ),
)
