"""The search profile of spoor 2: which work outside the company fits, how many hours, and where."""

from typing import Final

from reintegratie_desktop.forms import rules_spoor2 as rules
from reintegratie_desktop.forms.fields import (
    Amount,
    By,
    Carry,
    Choice,
    Day,
    LongText,
    Many,
    Need,
    Table,
    Text,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.spoor2_steps import DIRECTIONS, HOURS
from reintegratie_desktop.forms.spoor_carry import SPOOR2, employee_signature
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1 en 4")

SEARCH: Final = Step(
    key="richting",
    title=N_("Zoekrichtingen"),
    question=N_("Welk werk past, en waarom?"),
    why=N_("Met twee tot vier richtingen zoek je breed genoeg en toch gericht."),
    example=N_("“Verkoopmedewerker tuincentrum: kent de planten, afwisselend zitten en staan.”"),
    not_written=N_("Wat iemand niet kan en waarom. Schrijf welk werk wel past."),
    source=_SOURCE,
    sections=(
        Section(
            key="richting",
            number="1",
            title=N_("Zoekrichtingen"),
            fields=(
                Table(
                    key="richting",
                    label=N_("Zoekrichting"),
                    ask=N_("In welke richtingen zoeken jullie?"),
                    help=N_("Twee tot vier. Bij elke richting staat waarom het past."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("richting"),
                    columns=DIRECTIONS,
                ),
                LongText(
                    key="niet",
                    label=N_("Niet zoeken in"),
                    ask=N_("In welk werk zoeken jullie niet?"),
                    help=WORK_ONLY,
                    by=By.WN,
                    guard=True,
                    max_length=500,
                    writing_lines=2,
                ),
            ),
        ),
    ),
)

CONDITIONS: Final = Step(
    key="voorwaarden",
    title=N_("Uren, plek en voorwaarden"),
    question=N_("Hoeveel uur, waar en onder welke voorwaarden?"),
    why=N_("Zo weet het bureau welke vacatures het kan overslaan."),
    example=N_("“20 uur per week, dagen van 4 uur, 30 minuten reizen.”"),
    not_written=WORK_ONLY,
    source=_SOURCE,
    sections=(
        Section(
            key="voorwaarden",
            number="2",
            title=N_("Uren, plek en voorwaarden"),
            fields=(
                HOURS,
                Text(
                    key="regio",
                    label=N_("Regio en reistijd"),
                    ask=N_("Waar mag het zijn, en hoe ver reizen?"),
                    help=N_("Bijvoorbeeld 30 minuten met de bus."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    max_length=200,
                    guard=True,
                ),
                Text(
                    key="werktijden",
                    label=N_("Werktijden"),
                    ask=N_("Welke werktijden passen?"),
                    help=N_("Uit het advies, als het daar iets over zegt."),
                    by=By.WN,
                    max_length=300,
                    guard=True,
                    carry=(Carry("probleemanalyse", "izp_werktijden", rules.times_of_advice),),
                ),
                Choice(
                    key="niveau",
                    label=N_("Niveau"),
                    ask=N_("Op welk niveau zoeken jullie?"),
                    help=N_("Het niveau van het werk, niet van het diploma."),
                    by=By.WN,
                    options=options_of(
                        ("vmbo", N_("Vmbo")),
                        ("mbo_1_2", N_("Mbo 1-2")),
                        ("mbo_3_4", N_("Mbo 3-4")),
                        ("hbo", N_("Hbo")),
                        ("wo", N_("Wo")),
                    ),
                ),
                Amount(
                    key="loon",
                    label=N_("Loonindicatie"),
                    ask=N_("Wat verdient iemand ongeveer in dit werk, per maand?"),
                    help=N_("Hoe dichter bij het oude loon, hoe beter UWV het vindt passen."),
                ),
                LongText(
                    key="voorwaarden",
                    label=N_("Randvoorwaarden (werktermen)"),
                    ask=N_("Waar moet het werk aan voldoen?"),
                    help=N_("Uit het trajectplan. Alleen taken, uren en plek."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    guard=True,
                    max_length=2000,
                    carry=(Carry(SPOOR2, "uitgangspunten"),),
                    default=rules.limits,
                    writing_lines=3,
                ),
            ),
        ),
        Section(
            key="vorm",
            number="3",
            title=N_("Vorm en wensen"),
            fields=(
                Many(
                    key="vorm",
                    label=N_("Vorm"),
                    ask=N_("Welke vorm mag het hebben?"),
                    help=N_("Een tussenstap is ook goed."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    options=options_of(
                        ("baan", N_("Baan")),
                        ("detachering", N_("Detachering")),
                        ("proefplaatsing", N_("Proefplaatsing")),
                        ("werkervaringsplaats", N_("Werkervaringsplaats")),
                        ("eigen_bedrijf", N_("Eigen bedrijf")),
                        ("vrijwilligerswerk_als_tussenstap", N_("Vrijwilligerswerk als tussenstap")),
                    ),
                ),
                LongText(
                    key="wensen",
                    label=N_("Wat wil en kan de werknemer"),
                    ask=N_("Wat wil en kan je medewerker zelf?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    max_length=2000,
                    writing_lines=3,
                ),
                Day(
                    key="versie",
                    label=N_("Datum van dit profiel"),
                    ask=N_("Op welke dag is het profiel klaar?"),
                    help=N_("Deze datum komt op het papier."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="4",
            title=N_("Ondertekening"),
            fields=(
                employee_signature(
                    "hand_wn", N_("Akkoord werknemer"), N_("Betekent: ik ben het eens met dit zoekprofiel.")
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="zoekprofiel",
    code="ZP",
    version="1.0",
    title=N_("Spoor 2: zoekprofiel"),
    purpose=N_(
        "Welk werk buiten het bedrijf past, hoeveel uur en waar. Het bureau maakt dit samen met de werknemer. BW "
        "7:658a lid 1 en 4."
    ),
    date_field="versie",
    duration=N_("ongeveer 15 minuten"),
    steps=(SEARCH, CONDITIONS),
    rules=rules.PROFILE_RULES,
)
"""The form for the search profile: 11 fields."""
