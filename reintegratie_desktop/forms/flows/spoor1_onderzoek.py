"""The research of spoor 1: is there work that fits inside the own company, step by step."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import rules_spoor1 as rules
from reintegratie_desktop.forms.conditions import Every, Is
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
    Number,
    Option,
    Table,
    Text,
    YesNo,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.spoor_carry import EXPERT, employee_signature, employer_signature
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1")
_FITS: Final = N_("Het eigen werk kan helemaal.")
_REASON: Final = Text(
    key="reden",
    label=N_("Waarom niet"),
    ask=N_("Waarom gaat dit niet?"),
    help=N_("In woorden van het werk: taken, uren, plek, vacatures."),
    need=Need.CONDITIONAL,
    by=By.BOTH,
    max_length=400,
    guard=True,
    when=Is("beslissing", "niet_doen"),
    not_asked=N_("Dit is niet afgewezen."),
)
_DECISION: Final = options_of(
    ("doen", N_("Doen we")), ("uitzoeken", N_("Zoeken we uit")), ("niet_doen", N_("Doen we niet"))
)

ADAPTATIONS: Final[tuple[Field, ...]] = (
    Text(key="aanpassing", label=N_("Aanpassing"), need=Need.REQUIRED, by=By.BOTH, max_length=200, guard=True),
    Choice(
        key="haalbaar",
        label=N_("Haalbaar"),
        ask=N_("Is dit haalbaar?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        options=options(N_("Ja"), N_("Nee"), N_("Onbekend")),
    ),
    Amount(key="kosten", label=N_("Kosten"), ask=N_("Wat kost het ongeveer?")),
    Choice(
        key="beslissing",
        label=N_("Beslissing"),
        ask=N_("Wat doen jullie?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        options=_DECISION,
    ),
    _REASON,
)
OTHER_WORK: Final[tuple[Field, ...]] = (
    Text(key="functie", label=N_("Functie"), need=Need.REQUIRED, by=By.BOTH, max_length=100, guard=True),
    Number(
        key="uren",
        label=N_("Uren per week"),
        ask=N_("Hoeveel uur per week is er van dit werk?"),
        by=By.BOTH,
        minimum=Decimal(0),
        maximum=Decimal(60),
        unit=N_("uur"),
        short=N_("Uren"),
    ),
    Choice(
        key="past",
        label=N_("Past bij het advies van de bedrijfsarts"),
        ask=N_("Past dit werk bij het advies van de bedrijfsarts?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        options=options(N_("Ja"), N_("Nee"), N_("Onbekend")),
        short=N_("Past"),
    ),
    YesNo(key="scholing", label=N_("Scholing nodig"), ask=N_("Is er scholing nodig?")),
    Choice(
        key="beslissing",
        label=N_("Beslissing"),
        ask=N_("Wat doen jullie?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        options=_DECISION,
    ),
    _REASON,
)

OWN_WORK: Final = Step(
    key="eigen_werk",
    title=N_("Het eigen werk"),
    question=N_("Kan het eigen werk weer, misschien met aanpassingen?"),
    why=N_("Eerst kijk je naar het eigen werk. Pas als dat niet lukt, kijk je verder in het bedrijf."),
    example=N_("“Werktafel op hoogte: haalbaar, 400 euro, doen we.”"),
    not_written=N_("Waarom iemand iets niet kan. Alleen welk werk past bij het advies."),
    source=_SOURCE,
    sections=(
        Section(
            key="eigen_werk",
            number="1",
            title=N_("Eigen werk"),
            fields=(
                Choice(
                    key="eigen_werk",
                    label=N_("Eigen werk volledig haalbaar"),
                    ask=N_("Kan het eigen werk weer helemaal?"),
                    help=N_("Kijk naar het advies van de bedrijfsarts."),
                    why=N_("Bij ja hoef je niet verder te zoeken."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    carry=(
                        Carry(EXPERT, "eigen_werk", rules.own_work_of_expert),
                        Carry("probleemanalyse", "prognose", rules.own_work_of_advice),
                    ),
                    options=options(N_("Ja"), N_("Op termijn"), N_("Nee")),
                ),
                Day(
                    key="eigen_werk_op",
                    label=N_("Eigen werk verwacht op"),
                    ask=N_("Wanneer verwachten jullie dat?"),
                    help=N_("Een verwachting, geen belofte."),
                    why=N_("Met een dag weet je wanneer je opnieuw kijkt."),
                    need=Need.CONDITIONAL,
                    by=By.BOTH,
                    when=Is("eigen_werk", "op_termijn"),
                    not_asked=N_("Het eigen werk komt niet op termijn terug."),
                ),
                Table(
                    key="eigen_aangepast",
                    label=N_("Eigen werk met aanpassing"),
                    ask=N_("Welke aanpassingen hebben jullie bekeken?"),
                    help=N_("Andere taken, tijden, hulpmiddelen. Ook wat niet kan, met de reden."),
                    why=N_("Zo is te zien dat je echt hebt gezocht."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("aanpassing"),
                    carry=(Carry("probleemanalyse", "aanpassingen", rules.adaptations_of_advice),),
                    when=rules.MORE_THAN_OWN_WORK,
                    not_asked=_FITS,
                    columns=ADAPTATIONS,
                ),
            ),
        ),
    ),
)

INSIDE: Final = Step(
    key="bedrijf",
    title=N_("Ander werk in het bedrijf"),
    question=N_("Welk ander werk is er in het bedrijf?"),
    why=N_("UWV vraagt of je alle functies hebt bekeken, ook op andere plekken van het bedrijf."),
    example=N_("“Verpakkingshal, 8 uur per week: past, doen we. Kantoor: geen vacature, doen we niet.”"),
    not_written=WORK_ONLY,
    source=_SOURCE,
    when=rules.MORE_THAN_OWN_WORK,
    not_asked=_FITS,
    sections=(
        Section(
            key="bedrijf",
            number="2",
            title=N_("Ander werk in het bedrijf"),
            fields=(
                Table(
                    key="ander_intern",
                    label=N_("Andere functies in bedrijf"),
                    ask=N_("Welke functies hebben jullie bekeken?"),
                    help=N_("Loop alle functies langs. Eén regel per functie."),
                    why=N_("Bij elke functie die afvalt hoort een reden."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("functie"),
                    carry=(Carry(EXPERT, "ander_intern", rules.work_of_expert),),
                    columns=OTHER_WORK,
                    when=rules.MORE_THAN_OWN_WORK,
                    not_asked=_FITS,
                ),
                Choice(
                    key="groep",
                    label=N_("Andere vestigingen/groepsbedrijven"),
                    ask=N_("Heb je ook bij andere vestigingen gekeken?"),
                    help=N_("Heeft je bedrijf geen andere vestigingen? Kies dan niet van toepassing."),
                    why=N_("Werk bij een ander bedrijf van dezelfde groep telt mee als werk bij jou."),
                    need=Need.CONDITIONAL,
                    options=options_of(("n_v_t", N_("Niet van toepassing")), ("onderzocht", N_("Onderzocht"))),
                    when=rules.MORE_THAN_OWN_WORK,
                    not_asked=_FITS,
                ),
                LongText(
                    key="groep_resultaat",
                    label=N_("Resultaat bij andere vestigingen"),
                    ask=N_("Wat kwam eruit?"),
                    help=N_("Noem de vestiging en het werk."),
                    why=N_("Zonder resultaat is niet te zien wat je hebt gedaan."),
                    need=Need.CONDITIONAL,
                    guard=True,
                    max_length=1000,
                    when=Every(rules.MORE_THAN_OWN_WORK, Is("groep", "onderzocht")),
                    not_asked=N_("Er is niet bij andere vestigingen gekeken."),
                    writing_lines=3,
                ),
            ),
        ),
    ),
)

HELP: Final = Step(
    key="hulp",
    title=N_("Plek en ondersteuning"),
    question=N_("Wat helpt op de werkplek, en wie helpt mee?"),
    why=N_("Een kleine verandering maakt werk soms wel mogelijk."),
    example=N_("“Een tafel op hoogte, en een collega die de dozen wegzet.”"),
    not_written=N_("Wat je medewerker thuis nodig heeft. Alleen wat op het werk helpt."),
    sections=(
        Section(
            key="hulp",
            number="3",
            title=N_("Werkplek en ondersteuning"),
            fields=(
                Many(
                    key="werkplek",
                    label=N_("Werkplekaanpassingen"),
                    ask=N_("Wat is er op de werkplek mogelijk?"),
                    help=N_("Kies wat jullie doen of hebben gedaan."),
                    by=By.BOTH,
                    options=(
                        Option("andere_werkplek", N_("Andere werkplek")),
                        Option("stoel_bureau_hulpmiddel", N_("Stoel, bureau of hulpmiddel")),
                        Option("minder_drukte", N_("Minder drukte")),
                        Option("ventilatie", N_("Ventilatie")),
                        Option("minder_hitte", N_("Minder hitte")),
                        Option("thuiswerken", N_("Thuiswerken")),
                    ),
                ),
                Many(
                    key="ondersteuning",
                    label=N_("Ondersteuning"),
                    ask=N_("Wie helpt mee?"),
                    help=N_("Kies wat jullie hebben afgesproken."),
                    by=By.BOTH,
                    options=(
                        Option("collega_die_helpt", N_("Collega die helpt")),
                        Option("afstemming_werk_prive", N_("Werktijden die passen bij thuis")),
                        Option("leidinggevende", N_("Leidinggevende")),
                        Option("externe_coach", N_("Externe coach")),
                        Option("jobcoach", N_("Jobcoach")),
                    ),
                ),
                Choice(
                    key="voorziening_uwv",
                    label=N_("Voorziening UWV aangevraagd"),
                    ask=N_("Is er iets bij UWV aangevraagd?"),
                    help=N_("UWV vergoedt soms een hulpmiddel, vervoer of een jobcoach."),
                    options=options_of(
                        ("n_v_t", N_("Niet van toepassing")),
                        ("aangevraagd", N_("Aangevraagd")),
                        ("toegekend", N_("Toegekend")),
                        ("afgewezen", N_("Afgewezen")),
                    ),
                ),
            ),
        ),
    ),
)

CONCLUSION: Final = Step(
    key="conclusie",
    title=N_("Conclusie"),
    question=N_("Wat is de uitkomst, en waarom?"),
    why=N_("Hierop rust de stap naar spoor 2. UWV leest deze onderbouwing."),
    example=N_("“8 uur in de verpakkingshal past. Voor de andere uren is er geen werk. Daarom ook spoor 2.”"),
    not_written=N_("Een oordeel over de inzet van je medewerker. Schrijf over werk en vacatures."),
    source=_SOURCE,
    sections=(
        Section(
            key="conclusie",
            number="4",
            title=N_("Conclusie"),
            fields=(
                Choice(
                    key="conclusie",
                    label=N_("Conclusie spoor 1"),
                    ask=N_("Wat is de uitkomst van spoor 1?"),
                    help=N_("Spoor 1 is werk in het eigen bedrijf. Spoor 2 is werk bij een ander."),
                    why=N_("Spoor 1 mag doorlopen als spoor 2 begint."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options_of(
                        ("loopt", N_("Loopt nog")),
                        ("structureel_geplaatst", N_("Structureel geplaatst")),
                        ("geen_mogelijkheden", N_("Geen mogelijkheden")),
                        ("gelijktijdig_spoor_2", N_("Gelijktijdig met spoor 2")),
                    ),
                ),
                LongText(
                    key="onderbouwing",
                    label=N_("Onderbouwing"),
                    ask=N_("Waarom is dit de uitkomst?"),
                    help=WORK_ONLY,
                    why=N_("Een ander moet kunnen volgen hoe jullie tot deze uitkomst kwamen."),
                    example=N_("“Alle twaalf functies bekeken. Alleen in de verpakkingshal is passend werk, 8 uur.”"),
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=6,
                ),
                Day(
                    key="datum",
                    label=N_("Datum"),
                    ask=N_("Op welke dag maken jullie dit af?"),
                    help=N_("Deze datum komt op het papier."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="5",
            title=N_("Ondertekening"),
            fields=(
                employer_signature("hand_wg", N_("Handtekening werkgever"), N_("Betekent: zo hebben we gezocht.")),
                employee_signature(
                    "hand_wn", N_("Handtekening werknemer"), N_("Betekent: ik heb dit gezien en besproken.")
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="spoor1_onderzoek",
    code="S1",
    version="1.0",
    title=N_("Spoor 1: onderzoek passend werk in eigen bedrijf"),
    purpose=N_(
        "De werkgever en de werknemer onderzoeken stap voor stap welk werk in het eigen bedrijf past. BW 7:658a lid 1."
    ),
    date_field="datum",
    duration=N_("ongeveer 20 minuten"),
    steps=(OWN_WORK, INSIDE, HELP, CONCLUSION),
    rules=rules.RULES,
)
"""The form for the research inside the company: 10 fields."""
