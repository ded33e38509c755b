"""The report of the agency in spoor 2: what was done in a period, what came of it, and what comes next."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import rules_reports as rules
from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Computed,
    Day,
    Field,
    LongText,
    Need,
    Number,
    Signature,
    Table,
    Text,
    Tick,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.spoor_carry import (
    REPORT,
    SPOOR2,
    employee_signature,
    employer_signature,
    signed_by,
)
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1")
_TALKS: Final[tuple[Field, ...]] = (
    Day(key="datum", label=N_("Datum"), need=Need.REQUIRED),
    Choice(
        key="vorm",
        label=N_("Vorm"),
        need=Need.REQUIRED,
        options=options_of(
            ("bureau", N_("Bij het bureau")), ("bedrijf", N_("Bij een bedrijf")), ("telefoon", N_("Telefoon")),
            ("video", N_("Video")),
        ),
    ),
    Text(key="doel", label=N_("Doel"), need=Need.REQUIRED, max_length=300, guard=True),
)  # fmt: skip
_DONE: Final[tuple[Field, ...]] = (
    Text(key="activiteit", label=N_("Activiteit"), need=Need.REQUIRED, max_length=300, guard=True),
    Choice(
        key="status",
        label=N_("Status"),
        need=Need.REQUIRED,
        options=options_of(
            ("gedaan", N_("Gedaan")), ("loopt", N_("Loopt")), ("niet", N_("Niet gedaan")),
            ("uitgesteld", N_("Uitgesteld")),
        ),
    ),
    Text(key="resultaat", label=N_("Resultaat"), max_length=400, guard=True),
)  # fmt: skip
_APPLICATIONS: Final[tuple[Field, ...]] = (
    Day(key="datum", label=N_("Datum"), need=Need.REQUIRED, by=By.WN),
    Text(key="functie", label=N_("Functie"), need=Need.REQUIRED, by=By.WN, max_length=100),
    Text(key="bedrijf", label=N_("Bedrijf"), need=Need.REQUIRED, by=By.WN, max_length=100),
    Text(key="resultaat", label=N_("Resultaat"), by=By.WN, max_length=300, guard=True),
)
_NEXT: Final[tuple[Field, ...]] = (
    Text(key="activiteit", label=N_("Activiteit"), need=Need.REQUIRED, max_length=300, guard=True),
    Text(key="wie", label=N_("Wie"), need=Need.REQUIRED, max_length=100),
    Day(key="wanneer", label=N_("Wanneer"), need=Need.REQUIRED),
)

DONE: Final = Step(
    key="gedaan",
    title=N_("Wat is er gedaan"),
    question=N_("Over welke periode gaat het verslag, en wat is er gedaan?"),
    why=N_("Met deze verslagen laat je zien dat er in spoor 2 echt iets gebeurt."),
    example=N_("“Kennismaking bij een tuincentrum, op 3 maart. Resultaat: mag een dag meelopen.”"),
    not_written=N_("Niets over gezondheid. Staat dat in het verslag? Vraag het bureau om een nieuwe versie."),
    source=_SOURCE,
    sections=(
        Section(
            key="verslag",
            number="1",
            title=N_("Het verslag"),
            fields=(
                Number(
                    key="nr",
                    label=N_("Nummer"),
                    ask=N_("Het hoeveelste verslag is dit?"),
                    help=N_("Het programma telt verder vanaf het vorige verslag."),
                    need=Need.REQUIRED,
                    minimum=Decimal(1),
                    decimals=0,
                    default=rules.next_number,
                ),
                YesNo(
                    key="eindrapport",
                    label=N_("Eindrapport"),
                    ask=N_("Is dit het laatste verslag?"),
                    help=N_("Na het laatste verslag verwacht het programma geen nieuw verslag meer."),
                    need=Need.REQUIRED,
                    default=False,
                ),
                Day(
                    key="van",
                    label=N_("Van"),
                    ask=N_("Vanaf welke dag gaat het verslag?"),
                    help=N_("De dag na het vorige verslag."),
                    need=Need.REQUIRED,
                    printed=False,
                    default=rules.first_day,
                ),
                Day(
                    key="tot",
                    label=N_("Tot en met"),
                    ask=N_("Tot en met welke dag gaat het verslag?"),
                    help=N_("Deze dag is ook de datum van het papier."),
                    need=Need.REQUIRED,
                    printed=False,
                ),
                Computed(
                    key="periode",
                    label=N_("Periode"),
                    help=N_("Volgt uit de twee dagen hierboven."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    compute=rules.period_in_words,
                ),
                Text(
                    key="adviseur",
                    label=N_("Adviseur"),
                    ask=N_("Wie maakte het verslag?"),
                    help=N_("Het bureau en de naam van de adviseur."),
                    need=Need.REQUIRED,
                    max_length=150,
                    carry=(Carry(SPOOR2, "bureau"),),
                ),
                Table(
                    key="gesprekken",
                    label=N_("Gesprekken"),
                    ask=N_("Welke gesprekken waren er met de adviseur?"),
                    help=N_("Neem ze over uit het verslag."),
                    need=Need.REQUIRED,
                    row_name=N_("gesprek"),
                    title_column="doel",
                    columns=_TALKS,
                ),
                Table(
                    key="activiteiten",
                    label=N_("Uitgevoerde activiteiten"),
                    ask=N_("Wat is er gedaan?"),
                    help=N_("Wat gepland was staat er al. Zeg erbij wat ervan kwam."),
                    need=Need.REQUIRED,
                    row_name=N_("activiteit"),
                    carry=(
                        Carry(REPORT, "komende", rules.planned_before),
                        Carry(SPOOR2, "fasen", rules.steps_of_plan),
                    ),
                    columns=_DONE,
                ),
            ),
        ),
    ),
)

RESULTS: Final = Step(
    key="resultaten",
    title=N_("Vacatures en sollicitaties"),
    question=N_("Hoeveel vacatures, sollicitaties en gesprekken waren er sinds het begin?"),
    why=N_("Deze aantallen tellen vanaf het begin van spoor 2. Ze worden nooit minder."),
    example=N_("“Tot nu toe 9 keer gesolliciteerd, 6 gesprekken in het netwerk.”"),
    not_written=N_("Een oordeel over de inzet. Schrijf op wat er is gedaan."),
    source=_SOURCE,
    sections=(
        Section(
            key="resultaten",
            number="2",
            title=N_("Resultaten"),
            fields=(
                Number(
                    key="vacatures",
                    label=N_("Vacatures beoordeeld, tot nu toe"),
                    ask=N_("Hoeveel vacatures zijn er bekeken sinds het begin?"),
                    help=N_("Tel vanaf het begin van spoor 2."),
                    minimum=Decimal(0),
                    decimals=0,
                ),
                Number(
                    key="sollicitaties_aantal",
                    label=N_("Sollicitaties, tot nu toe"),
                    ask=N_("Hoe vaak is er gesolliciteerd sinds het begin?"),
                    help=N_("Nul mag ook."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    minimum=Decimal(0),
                    decimals=0,
                ),
                Table(
                    key="sollicitaties",
                    label=N_("Sollicitaties in deze periode"),
                    ask=N_("Welke sollicitaties waren er in deze periode?"),
                    help=N_("Alleen die er sinds het vorige verslag bij kwamen."),
                    why=N_("Met functie en bedrijf is te zien dat er gericht is gezocht."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    row_name=N_("sollicitatie"),
                    title_column="functie",
                    columns=_APPLICATIONS,
                    when=Fact("er_is_gesolliciteerd", rules.new_applications),
                    not_asked=N_("In deze periode is niet gesolliciteerd."),
                ),
                Number(
                    key="netwerk",
                    label=N_("Netwerkgesprekken, tot nu toe"),
                    ask=N_("Hoeveel gesprekken in het netwerk waren er sinds het begin?"),
                    help=N_("Tel vanaf het begin van spoor 2."),
                    by=By.WN,
                    minimum=Decimal(0),
                    decimals=0,
                ),
                Text(
                    key="scholing",
                    label=N_("Scholing"),
                    ask=N_("Is er een cursus of opleiding gevolgd?"),
                    help=N_("Ook als die nog loopt."),
                    max_length=300,
                    guard=True,
                ),
                Computed(
                    key="werkplek",
                    label=N_("Werkervaringsplaats, proefplaatsing of detachering"),
                    help=N_("De nieuwste afspraken over een plek elders."),
                    by=By.APP,
                    shows="reference",
                    compute=rules.placement,
                    when=rules.HAS_PLACEMENT,
                    not_asked=N_("Er zijn geen afspraken over een plek elders."),
                ),
                LongText(
                    key="belemmeringen",
                    label=N_("Belemmeringen (werktermen)"),
                    ask=N_("Wat maakt het zoeken lastig?"),
                    help=WORK_ONLY,
                    guard=True,
                    max_length=2000,
                    writing_lines=3,
                ),
                YesNo(
                    key="belastbaarheid_anders",
                    label=N_("Advies van de bedrijfsarts is veranderd"),
                    ask=N_("Is het advies van de bedrijfsarts veranderd sinds het vorige verslag?"),
                    help=N_("Alleen of het veranderd is."),
                    why=N_("Dan zoekt het bureau met verouderde uren en taken."),
                    default=rules.advice_in_period,
                ),
                Tick(
                    key="geinformeerd",
                    label=N_("Bedrijfsarts en bureau zijn geïnformeerd"),
                    ask=N_("Weten de bedrijfsarts en het bureau dit van elkaar?"),
                    help=N_("Vink aan als het is gedaan."),
                    when=Is("belastbaarheid_anders", True),
                    not_asked=N_("Het advies is niet veranderd."),
                ),
            ),
        ),
    ),
)

NEXT: Final = Step(
    key="verder",
    title=N_("Hoe verder"),
    question=N_("Wat vindt je medewerker ervan, en wat komt er nu?"),
    why=N_("Stuur bij zolang het nog kan. Wachten op het eindrapport is te laat."),
    example=N_("“Ook zoeken naar banen van 8 tot 12 uur, vanaf maandag.”"),
    not_written=WORK_ONLY,
    source=_SOURCE,
    sections=(
        Section(
            key="verder",
            number="3",
            title=N_("Hoe verder"),
            fields=(
                LongText(
                    key="mening_wn",
                    label=N_("Mening werknemer"),
                    ask=N_("Wat vindt je medewerker van deze periode?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    max_length=2000,
                    writing_lines=3,
                ),
                Choice(
                    key="bijstelling",
                    label=N_("Bijstelling plan nodig"),
                    ask=N_("Moet het plan van het bureau anders?"),
                    help=N_("Bij ja schrijf je hieronder wat."),
                    need=Need.REQUIRED,
                    options=options_of(("nee", N_("Nee")), ("ja", N_("Ja"))),
                ),
                LongText(
                    key="bijstelling_wat",
                    label=N_("Wat er anders moet"),
                    ask=N_("Wat moet er anders?"),
                    help=WORK_ONLY,
                    need=Need.CONDITIONAL,
                    guard=True,
                    max_length=1000,
                    when=Is("bijstelling", "ja"),
                    not_asked=N_("Het plan hoeft niet anders."),
                    writing_lines=2,
                ),
                Table(
                    key="komende",
                    label=N_("Komende periode"),
                    ask=N_("Wat gebeurt er in de komende periode?"),
                    help=N_("Dit staat straks klaar in het volgende verslag. Bij het eindrapport: wat er nog loopt."),
                    need=Need.REQUIRED,
                    row_name=N_("activiteit"),
                    columns=_NEXT,
                ),
                Day(
                    key="ontvangen",
                    label=N_("Ontvangen en besproken op"),
                    ask=N_("Wanneer hebben jullie het verslag samen besproken?"),
                    help=N_("Nog niet? Laat het leeg en vul het later in."),
                    why=N_("Zo is te zien dat je de verslagen ook leest."),
                    paper_help=N_("Samen met de werknemer."),
                    need=Need.REQUIRED,
                    later=True,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="4",
            title=N_("Ondertekening"),
            fields=(
                Signature(
                    key="hand_adviseur",
                    label=N_("Handtekening adviseur"),
                    ask=N_("Tekent de adviseur?"),
                    help=N_("Staat de handtekening op het verslag van het bureau zelf? Bewaar dat dan erbij."),
                    why=N_("De adviseur staat in voor wat er in het verslag staat."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    role=N_("Adviseur"),
                    means=N_("Betekent: dit heb ik gedaan en gezien."),
                    derive=signed_by("adviseur"),
                ),
                employer_signature("hand_wg", N_("Gezien door werkgever"), N_("Betekent: ik heb dit verslag gelezen.")),
                employee_signature("hand_wn", N_("Gezien door werknemer"), N_("Betekent: ik heb dit verslag gezien.")),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="voortgangsrapportage",
    code="VR",
    version="1.0",
    title=N_("Spoor 2: voortgangsrapportage"),
    purpose=N_(
        "Wat er in deze periode in spoor 2 is gedaan en wat er komt. Het bureau maakt het verslag, de werkgever "
        "bespreekt het met de werknemer. BW 7:658a lid 1."
    ),
    date_field="tot",
    repeatable=True,
    duration=N_("ongeveer 15 minuten"),
    steps=(DONE, RESULTS, NEXT),
    rules=rules.REPORT_RULES,
)
"""The form for a report of spoor 2: 14 fields, once for each period."""
