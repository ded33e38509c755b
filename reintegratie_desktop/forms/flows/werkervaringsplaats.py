"""The agreements about work at another company for a while: which work, which hours, until when, and who answers."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import rules_reports as rules
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Computed,
    Day,
    Field,
    LongText,
    Many,
    Need,
    Number,
    Option,
    Signature,
    Table,
    Text,
    YesNo,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.spoor_carry import employee_signature, employer_signature, signed_by
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1")
_NO_SECONDMENT: Final = N_("Het is geen detachering.")
_HOURS: Final[tuple[Field, ...]] = (
    Choice(
        key="dag",
        label=N_("Dag"),
        need=Need.REQUIRED,
        by=By.WN,
        options=options(N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo")),
    ),
    Number(
        key="uren",
        label=N_("Uren"),
        need=Need.REQUIRED,
        by=By.WN,
        minimum=Decimal("0.25"),
        maximum=Decimal(24),
        unit=N_("uur"),
    ),
    Text(key="tijden", label=N_("Van en tot"), by=By.WN, max_length=60),
)

PLACE: Final = Step(
    key="plek",
    title=N_("De plek"),
    question=N_("Bij welk bedrijf, met welk werk en met welk doel?"),
    why=N_("Met een papier weten alle drie waar ze aan toe zijn."),
    example=N_("“Tuincentrum De Kas, begeleider Ria Smit: klanten helpen en planten verzorgen.”"),
    not_written=N_("Vertel het andere bedrijf niets over gezondheid. Alleen welk werk en hoeveel uur."),
    source=_SOURCE,
    sections=(
        Section(
            key="plek",
            number="1",
            title=N_("De plek"),
            fields=(
                Computed(
                    key="zoekprofiel",
                    label=N_("Hoort bij zoekprofiel"),
                    help=N_("Het nieuwste zoekprofiel."),
                    by=By.APP,
                    shows="reference",
                    compute=rules.profile,
                    when=rules.HAS_PROFILE,
                    not_asked=N_("Er is geen zoekprofiel."),
                ),
                Choice(
                    key="vorm",
                    label=N_("Vorm"),
                    ask=N_("Wat voor plek is het?"),
                    help=N_("Twijfel je? Vraag het aan het bureau."),
                    need=Need.REQUIRED,
                    options=(
                        Option(
                            "werkervaringsplaats",
                            N_("Werkervaringsplaats"),
                            N_("Zonder dienstverband: leren en wennen aan werk."),
                        ),
                        Option(
                            "proefplaatsing",
                            N_("Proefplaatsing"),
                            N_("Kort op proef, met uitzicht op een baan. Soms is toestemming van UWV nodig."),
                        ),
                        Option(
                            "detachering",
                            N_("Detachering"),
                            N_("Je medewerker blijft bij jou in dienst en werkt daar."),
                        ),
                        Option(
                            "eigen_baan_bij_ander",
                            N_("Eigen baan bij een ander, naast het dienstverband"),
                            N_("Met een eigen contract bij het andere bedrijf."),
                        ),
                    ),
                ),
                Text(
                    key="gastbedrijf",
                    label=N_("Bedrijf en begeleider"),
                    ask=N_("Welk bedrijf is het, en wie begeleidt daar?"),
                    help=N_("Naam van het bedrijf, dan een komma, dan de begeleider."),
                    need=Need.REQUIRED,
                    max_length=150,
                ),
                LongText(
                    key="functie",
                    label=N_("Werkzaamheden"),
                    ask=N_("Welk werk gaat je medewerker daar doen?"),
                    help=WORK_ONLY,
                    need=Need.REQUIRED,
                    guard=True,
                    max_length=2000,
                    writing_lines=3,
                ),
                Many(
                    key="leerdoel",
                    label=N_("Doel"),
                    ask=N_("Wat is het doel?"),
                    help=N_("Kies er één of twee."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    options=options_of(
                        ("vaardigheden", N_("Vaardigheden leren")),
                        ("werkritme", N_("Werkritme opdoen")),
                        ("kans_op_baan", N_("Kans op een baan")),
                        ("belastbaarheid_opbouwen", N_("Uren en taken opbouwen")),
                    ),
                ),
            ),
        ),
    ),
)

HOURS: Final = Step(
    key="uren",
    title=N_("Uren en tijd"),
    question=N_("Op welke dagen, hoeveel uur, en van wanneer tot wanneer?"),
    why=N_("De uren hier en daar samen gaan niet boven het advies van de bedrijfsarts."),
    example=N_("“Dinsdag, donderdag en vrijdag 4 uur, van 3 maart tot en met 25 mei.”"),
    not_written=WORK_ONLY,
    source=_SOURCE,
    sections=(
        Section(
            key="uren",
            number="2",
            title=N_("Uren en tijd"),
            fields=(
                Table(
                    key="uren",
                    label=N_("Uren en dagen"),
                    ask=N_("Op welke dagen werkt je medewerker daar?"),
                    help=N_("Eén regel per dag van de week."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    row_name=N_("dag"),
                    listed=("uren",),
                    columns=_HOURS,
                ),
                Computed(
                    key="uren_hier",
                    label=N_("Uren in het eigen bedrijf"),
                    help=N_("Uit het opbouwschema, in dezelfde weken."),
                    by=By.APP,
                    shows="number",
                    unit=N_("uur"),
                    compute=rules.hours_here,
                ),
                Day(
                    key="van",
                    label=N_("Van"),
                    ask=N_("Vanaf welke dag?"),
                    help=N_("Maak deze afspraken voor de eerste dag."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="tot",
                    label=N_("Tot en met"),
                    ask=N_("Tot en met welke dag?"),
                    help=N_("Altijd een einddatum. Verlengen kan met een nieuwe versie."),
                    need=Need.REQUIRED,
                ),
            ),
        ),
    ),
)

TERMS: Final = Step(
    key="afspraken",
    title=N_("Geld, verzekering en evaluatie"),
    question=N_("Wie betaalt, wie is verzekerd, en wanneer kijken jullie hoe het gaat?"),
    why=N_("Gaat er iets mis, dan wil je niet meer hoeven uitzoeken wie verantwoordelijk is."),
    example=N_("“Het loon loopt door bij ons. De verzekering van het tuincentrum geldt op de plek.”"),
    not_written=WORK_ONLY,
    source=N_("BW 7:629 lid 5"),
    sections=(
        Section(
            key="afspraken",
            number="3",
            title=N_("Geld en verzekering"),
            fields=(
                Text(
                    key="loon",
                    label=N_("Loon of vergoeding"),
                    ask=N_("Wat is afgesproken over loon of vergoeding?"),
                    help=N_("Ook als er niets wordt betaald."),
                    need=Need.REQUIRED,
                    max_length=300,
                ),
                Text(
                    key="verzekering",
                    label=N_("Verzekering en aansprakelijkheid"),
                    ask=N_("Wie is verzekerd als er iets gebeurt?"),
                    help=N_("Vraag het andere bedrijf of zijn verzekering ook voor gasten geldt."),
                    need=Need.REQUIRED,
                    max_length=300,
                ),
                Text(
                    key="wie_betaalt",
                    label=N_("Detachering: wie betaalt wat"),
                    ask=N_("Wie betaalt het loon, en betaalt het andere bedrijf jou iets terug?"),
                    help=N_("Bijvoorbeeld: jij het loon, het andere bedrijf een bedrag per uur."),
                    need=Need.CONDITIONAL,
                    max_length=300,
                    when=rules.SECONDMENT,
                    not_asked=_NO_SECONDMENT,
                ),
                Text(
                    key="wie_leidt",
                    label=N_("Detachering: wie geeft leiding"),
                    ask=N_("Wie zegt op de werkplek wat er gebeurt?"),
                    help=N_("Naam en bedrijf."),
                    need=Need.CONDITIONAL,
                    max_length=150,
                    when=rules.SECONDMENT,
                    not_asked=_NO_SECONDMENT,
                ),
                YesNo(
                    key="no_risk_hint",
                    label=N_("No-riskpolis besproken"),
                    ask=N_("Heb je de no-riskpolis besproken?"),
                    help=N_("Soms betaalt UWV het loon bij een nieuwe werkgever als iemand weer uitvalt."),
                ),
            ),
        ),
        Section(
            key="afloop",
            number="4",
            title=N_("Evaluatie en afloop"),
            fields=(
                Day(
                    key="evaluatie",
                    label=N_("Evaluatie op"),
                    ask=N_("Wanneer kijken jullie samen hoe het gaat?"),
                    help=N_("Een dag voor het einde."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="resultaat",
                    label=N_("Resultaat"),
                    ask=N_("Hoe is het afgelopen?"),
                    help=N_("Vul dit later in, bij het papier."),
                    paper_help=N_("Invullen als het voorbij is."),
                    later=True,
                    options=options_of(
                        ("voortgezet", N_("Voortgezet")), ("baan", N_("Baan")), ("gestopt", N_("Gestopt"))
                    ),
                ),
                LongText(
                    key="resultaat_reden",
                    label=N_("Waarom gestopt"),
                    ask=N_("Waarom is het gestopt?"),
                    help=N_("In woorden van het werk, zoals geen vacature. Alleen als het is gestopt."),
                    paper_help=N_("Alleen als het is gestopt, in woorden van het werk."),
                    later=True,
                    guard=True,
                    max_length=500,
                    writing_lines=2,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="5",
            title=N_("Ondertekening"),
            fields=(
                employer_signature(
                    "handtekeningen", N_("Handtekening werkgever"), N_("Betekent: ik ben het eens met deze afspraken.")
                ),
                employee_signature(
                    "hand_wn", N_("Handtekening werknemer"), N_("Betekent: ik ben het eens met deze afspraken.")
                ),
                Signature(
                    key="hand_gast",
                    label=N_("Handtekening gastbedrijf"),
                    ask=N_("Wie tekent voor het andere bedrijf?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("Het andere bedrijf belooft hiermee deze afspraken na te komen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    role=N_("Gastbedrijf"),
                    means=N_("Betekent: wij zijn het eens met deze afspraken."),
                    derive=signed_by("gastbedrijf"),
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="werkervaringsplaats",
    code="WEP",
    version="1.0",
    title=N_("Spoor 2: afspraken over een plek elders"),
    purpose=N_(
        "Afspraken over een werkervaringsplaats, proefplaatsing of detachering tussen werkgever, werknemer en het "
        "andere bedrijf. BW 7:658a lid 1."
    ),
    repeatable=True,
    duration=N_("ongeveer 15 minuten"),
    steps=(PLACE, HOURS, TERMS),
    rules=rules.PLACEMENT_RULES,
)
"""The form for work at another company for a while: 13 fields, once for each place."""
