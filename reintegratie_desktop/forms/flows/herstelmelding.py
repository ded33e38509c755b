"""The report that somebody works again: in part, less again, or recovered and the dossier closes."""

from decimal import Decimal

from reintegratie_desktop.forms.conditions import Every, Fact, Filled, Is
from reintegratie_desktop.forms.field_base import By
from reintegratie_desktop.forms.fields import Choice, Computed, Day, Need, Number, Option, Percent, options_of
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.rules_recovery import (
    AGAIN,
    BY_WORTH,
    IS_FULL,
    NOT_FULL,
    PARTLY,
    RECOVERED,
    RULES,
    WORKS_IN_PART,
    counts_on_until,
    default_hours,
    ends_by_itself,
    percentage,
)
from reintegratie_desktop.forms.uwv_facts import CORRECTION, FULL, knows_uwv
from reintegratie_desktop.text.i18n import N_

_YES_NO = (("ja", N_("Ja")), ("nee", N_("Nee")))

_WHAT = Step(
    key="melding",
    title=N_("De melding"),
    question=N_("Wat verandert er, en vanaf welke dag?"),
    why=N_("Vanaf deze dag rekent iedereen met andere uren: jij, de arbodienst en soms UWV."),
    example=N_("Gedeeltelijk aan het werk per maandag 2 maart, 12 uur per week."),
    not_written=N_("Niet hoe het met iemand gaat. Alleen wat iemand weer werkt."),
    source=N_("BW 7:629 lid 10"),
    sections=(
        Section(
            key="melding",
            number="1",
            title=N_("Melding"),
            fields=(
                Choice(
                    key="soort",
                    label=N_("Soort melding"),
                    ask=N_("Wat meld je?"),
                    help=N_("Hersteld is alleen wie alle eigen taken doet, voor alle uren."),
                    why=N_(
                        "Bij volledig herstel gaat het dossier dicht. In de andere gevallen lopen de termijnen door."
                    ),
                    need=Need.REQUIRED,
                    options=(
                        Option(FULL, N_("Volledig hersteld"), N_("Alle eigen taken en alle uren.")),
                        Option(PARTLY, N_("Gedeeltelijk aan het werk"), N_("Minder uren, of andere taken.")),
                        Option(AGAIN, N_("Weer (meer) uitgevallen"), N_("Minder uren dan bij de vorige melding.")),
                        Option(CORRECTION, N_("Correctie"), N_("Een eerdere melding klopte niet.")),
                    ),
                ),
                Day(
                    key="datum",
                    label=N_("Per datum"),
                    ask=N_("Vanaf welke dag geldt het?"),
                    help=N_("De eerste dag waarop iemand zo werkt."),
                    why=N_("Bij herstel tellen vanaf deze dag geen ziektedagen meer."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    default=lambda context: context.today.isoformat(),
                ),
                Day(
                    key="gemeld_op",
                    label=N_("Gemeld op"),
                    ask=N_("Op welke dag hoorde je het?"),
                    why=N_("Zo zie je later dat je het meteen hebt doorgegeven."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
                Choice(
                    key="gemeld_door",
                    label=N_("Gemeld door"),
                    ask=N_("Wie meldde het?"),
                    why=N_("Meestal doet je werknemer dat zelf."),
                    need=Need.REQUIRED,
                    default="werknemer",
                    options=options_of(
                        ("werknemer", N_("De werknemer")),
                        ("leidinggevende", N_("De leidinggevende")),
                        ("bedrijfsarts", N_("De bedrijfsarts")),
                    ),
                ),
            ),
        ),
    ),
)

_WORK = Step(
    key="werk",
    title=N_("Het werk"),
    question=N_("Wat doet iemand vanaf deze dag?"),
    why=N_("Werken met minder uren of met andere taken is nog geen herstel, ook niet bij alle uren."),
    example=N_("Niet alle taken, 12 van de 36 uur: 33,3%."),
    not_written=N_("Niet waarom iemand iets nog niet doet."),
    source=N_("BW 7:629; Regeling procesgang art. 3"),
    sections=(
        Section(
            key="werk",
            number="2",
            title=N_("Werk vanaf deze dag"),
            fields=(
                Choice(
                    key="alle_taken",
                    label=N_("Alle eigen taken"),
                    ask=N_("Doet je werknemer weer alle eigen taken?"),
                    help=N_("Twijfel je? Vraag de bedrijfsarts om advies."),
                    why=N_("Met andere taken blijft het dossier open."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options_of(*_YES_NO),
                ),
                Choice(
                    key="alle_uren",
                    label=N_("Alle contracturen"),
                    ask=N_("Werkt je werknemer weer alle uren van het contract?"),
                    why=N_("Met minder uren blijft het dossier open."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options_of(("ja", N_("Ja")), ("nee", N_("Nee, minder uren"))),
                ),
                Number(
                    key="uren_week",
                    label=N_("Uren per week"),
                    ask=N_("Hoeveel uur per week werkt je werknemer?"),
                    help=N_("De uren die jullie hebben afgesproken, binnen het advies van de bedrijfsarts."),
                    why=N_("De gewerkte uren horen in het dossier."),
                    need=Need.CONDITIONAL,
                    when=WORKS_IN_PART,
                    not_asked=N_("De werknemer werkt alle contracturen."),
                    default=default_hours,
                    minimum=Decimal(0),
                    unit=N_("uur"),
                ),
                Choice(
                    key="grondslag",
                    label=N_("Percentage op basis van"),
                    ask=N_("Waarmee reken je het percentage uit?"),
                    help=N_(
                        "Meestal met de uren. Loonwaarde: wat het werk waard is, als iemand minder kan dan anders."
                    ),
                    why=N_("De arbodienst en de verzekeraar vragen hoe je aan het percentage komt."),
                    need=Need.REQUIRED,
                    default="uren",
                    when=NOT_FULL,
                    not_asked=N_("De werknemer doet al het eigen werk."),
                    options=options_of(("uren", N_("De uren")), (BY_WORTH, N_("De loonwaarde"))),
                ),
                Percent(
                    key="loonwaarde",
                    label=N_("Loonwaarde"),
                    ask=N_("Welk deel van het loon is het werk waard?"),
                    help=N_("Vraag je arbodienst of een arbeidsdeskundige hoe je dit bepaalt."),
                    why=N_("Dan volgt het percentage hieruit en niet uit de uren."),
                    need=Need.REQUIRED,
                    when=Every(NOT_FULL, Is("grondslag", BY_WORTH)),
                    not_asked=N_("Er is gerekend met de uren."),
                    decimals=1,
                ),
                Computed(
                    key="pct",
                    label=N_("Herstelpercentage"),
                    help=N_("Het deel van het werk dat iemand weer doet."),
                    why=N_("Het programma rekent dit uit."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    compute=percentage,
                    when=Fact(
                        "het is uit te rekenen", lambda answers, context: percentage(answers, context) is not None
                    ),
                    not_asked=N_("Dit is nog niet uit te rekenen."),
                    shows="percent",
                    unit="%",
                    decimals=1,
                ),
                Percent(
                    key="arbeidstherapie",
                    label=N_("Arbeidstherapeutisch deel"),
                    ask=N_("Welk deel is uitproberen, zonder dat het werk loon waard is?"),
                    help=N_("Laat het leeg als dat er niet is. Spreek altijd een einddatum af."),
                    why=N_("Over dit deel kan een andere afspraak over loon gelden."),
                    when=NOT_FULL,
                    not_asked=N_("De werknemer doet al het eigen werk."),
                    decimals=1,
                ),
                Day(
                    key="therapeutisch_tot",
                    label=N_("Arbeidstherapeutisch tot en met"),
                    ask=N_("Tot en met welke dag is dat?"),
                    why=N_("Uitproberen houdt een keer op. Daarna telt het als gewoon werk."),
                    need=Need.REQUIRED,
                    when=Every(NOT_FULL, Filled("arbeidstherapie")),
                    not_asked=N_("Er is geen arbeidstherapeutisch deel."),
                ),
                Choice(
                    key="reden_einde",
                    label=N_("Reden einde"),
                    ask=N_("Waarom houdt het verzuim op?"),
                    help=N_("Bij volledig herstel is dat het herstel zelf."),
                    why=N_("De arbodienst en de verzekeraar vragen hiernaar."),
                    need=Need.CONDITIONAL,
                    required_when=IS_FULL,
                    when=Is("soort", FULL, CORRECTION),
                    not_asked=N_("Het verzuim loopt door."),
                    derive=ends_by_itself,
                    printed=False,
                    options=options_of(
                        (RECOVERED, N_("Hersteld")),
                        ("einde_dienstverband", N_("Einde van het dienstverband")),
                        ("einde_wachttijd", N_("Einde van de wachttijd")),
                        ("aow", N_("AOW")),
                        ("overlijden", N_("De werknemer leeft niet meer")),
                        ("begin_verlof", N_("Begin van verlof (WAZO)")),
                    ),
                ),
                Computed(
                    key="telt_door_tot",
                    label=N_("Weer ziek voor deze dag telt door"),
                    paper_help=N_("Wie voor deze dag weer ziek wordt, gaat verder waar de weken stonden."),
                    why=N_("Kort herstel is voor de wet geen nieuw geval."),
                    by=By.APP,
                    when=IS_FULL,
                    not_asked=N_("Het verzuim loopt door."),
                    compute=counts_on_until,
                    shows="day",
                ),
            ),
        ),
    ),
)

_TELL = Step(
    key="doorgeven",
    title=N_("Doorgeven"),
    question=N_("Wie moet het nog weten?"),
    why=N_("De arbodienst, UWV en de verzekeraar rekenen met wat jij doorgeeft."),
    example=N_("Arbodienst dezelfde dag, verzekeraar een dag later."),
    not_written=N_("Niets over gezondheid, ook niet als iemand ernaar vraagt."),
    source=N_("ZW art. 38 en 38a"),
    sections=(
        Section(
            key="doorgeven",
            number="3",
            title=N_("Doorgeven"),
            fields=(
                Day(
                    key="arbo_gemeld",
                    later=True,
                    label=N_("Arbodienst gemeld op"),
                    ask=N_("Wanneer heb je het aan de arbodienst doorgegeven?"),
                    help=N_("Nog niet gedaan? Laat het leeg en vul het later in."),
                    why=N_("De arbodienst houdt ook bij hoeveel iemand werkt."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="uwv_gemeld",
                    later=True,
                    label=N_("UWV gemeld op"),
                    ask=N_("Wanneer heb je het aan UWV doorgegeven?"),
                    help=N_("UWV kent dit verzuim al. Meld daarom ook het herstel."),
                    why=N_("Anders rekent UWV door alsof iemand nog ziek is."),
                    need=Need.CONDITIONAL,
                    when=Fact("UWV kent dit verzuim", knows_uwv),
                    not_asked=N_("UWV kende dit verzuim nog niet."),
                ),
                Day(
                    key="verzekeraar",
                    later=True,
                    label=N_("Verzekeraar gemeld op"),
                    ask=N_("Wanneer heb je het aan de verzekeraar doorgegeven?"),
                    help=N_("Alleen als je een verzuimverzekering hebt."),
                    why=N_("De verzekeraar betaalt anders te veel of te weinig."),
                ),
                Choice(
                    key="nazorg",
                    label=N_("Nazorgplan starten"),
                    ask=N_("Spreken jullie nazorg af?"),
                    help=N_("Een paar korte gesprekken in het eerste half jaar."),
                    why=N_("De eerste weken na terugkeer zijn de kwetsbaarste."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    when=IS_FULL,
                    not_asked=N_("Nazorg begint bij volledig herstel."),
                    options=options_of(
                        ("ja", N_("Ja")), ("nee_op_verzoek_werknemer", N_("Nee, op verzoek van de werknemer"))
                    ),
                ),
            ),
        ),
    ),
)

FLOW = Flow(
    key="herstelmelding",
    code="HM",
    version="1.0",
    title=N_("Herstelmelding"),
    purpose=N_(
        "De werkgever legt vast vanaf welke dag de werknemer weer werkt, voor een deel of helemaal. Hersteld is wie "
        "alle eigen taken doet, voor alle uren. BW 7:629; ZW art. 38a."
    ),
    date_field="gemeld_op",
    repeatable=True,
    duration=N_("ongeveer 3 minuten"),
    rules=RULES,
    steps=(_WHAT, _WORK, _TELL),
)
