"""The first steps of an evaluation: which one it is, and what came of the plan."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import evaluation_carry as carry
from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Computed,
    Day,
    LongText,
    Need,
    Number,
    Option,
    Percent,
    Table,
    Text,
    options,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.talk_columns import PRESENT
from reintegratie_desktop.text.i18n import N_

ARTICLE: Final = N_("Regeling procesgang art. 4 lid 2 onder b")
_DONE: Final = (
    Option("ja", N_("Ja")),
    Option("deels", N_("Deels")),
    Option("nee", N_("Nee")),
    Option("gewijzigd", N_("Anders gedaan")),
)

GENERAL: Final = Step(
    key="algemeen",
    title=N_("Algemeen"),
    question=N_("Welke evaluatie is het, wanneer was die en wie was erbij?"),
    why=N_("Met vaste momenten om terug te kijken merk je op tijd dat iets niet loopt."),
    example=N_("“Periodieke evaluatie, 11 december, Jasper, Femke en Noor.”"),
    not_written=N_("Waarom iemand er niet bij was."),
    source=ARTICLE,
    sections=(
        Section(
            key="algemeen",
            number="A",
            title=N_("Algemeen"),
            fields=(
                Choice(
                    key="soort",
                    label=N_("Soort evaluatie"),
                    ask=N_("Welke evaluatie is dit?"),
                    why=N_("Bij de eerstejaarsevaluatie komt er een besluit over spoor 2 bij."),
                    need=Need.REQUIRED,
                    default=carry.suggested_kind,
                    options=(
                        Option(carry.PERIODIC, N_("Periodiek"), N_("Samen kijken of het plan nog past.")),
                        Option(
                            carry.OF_YEAR,
                            N_("Eerstejaarsevaluatie"),
                            N_("Aan het eind van het eerste jaar: hoe gaan jullie verder, ook met spoor 2?"),
                        ),
                    ),
                ),
                Day(
                    key="datum",
                    label=N_("Datum"),
                    ask=N_("Op welke dag keken jullie terug?"),
                    help=N_("De dag van het gesprek."),
                    why=N_("Vanaf deze dag telt de tijd tot de volgende evaluatie."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
                Table(
                    key="aanwezig",
                    label=N_("Aanwezigen"),
                    ask=N_("Wie was erbij?"),
                    help=N_("Je medewerker mag iemand meenemen."),
                    need=Need.REQUIRED,
                    row_name=N_("aanwezige"),
                    default=rules_talk.present,
                    columns=PRESENT,
                ),
                Computed(
                    key="advies_actueel",
                    label=N_("Datum laatste advies bedrijfsarts"),
                    help=N_("Uit het nieuwste advies. Is dat er nog niet? Vul dan eerst het advies in."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="day",
                    compute=carry.newest_advice_day,
                ),
            ),
        ),
    ),
)

LOOK_BACK: Final = Step(
    key="terugblik",
    title=N_("Terugblik op het plan"),
    question=N_("Wat is er van de afspraken gekomen?"),
    why=N_("Elke afspraak staat er al. Zeg er één ding over: gelukt, deels, niet of anders gedaan."),
    example=N_("“Orders invoeren: ja, elke dag bij. Rooster verdelen: deels, zaterdag staat nog open.”"),
    not_written=WORK_ONLY,
    source=ARTICLE,
    sections=(
        Section(
            key="terugblik",
            number="B",
            title=N_("Terugblik"),
            fields=(
                Table(
                    key="activiteiten",
                    label=N_("Activiteiten uit het plan"),
                    ask=N_("Wat is er van elke afspraak gekomen?"),
                    help=N_("Uit het plan zoals het nu is. Begin bij die van jou."),
                    why=N_("UWV kijkt of jullie deden wat er stond, en wat jullie deden als het niet lukte."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("afspraak"),
                    title_column="activiteit",
                    default=carry.rows_to_look_at,
                    when=carry.HAS_AGREEMENTS,
                    not_asked=N_("Er lopen geen afspraken uit het plan."),
                    columns=(
                        Text(
                            key="activiteit",
                            label=N_("Activiteit"),
                            need=Need.REQUIRED,
                            by=By.APP,
                            max_length=400,
                            guard=True,
                        ),
                        Text(
                            key="doel",
                            label=N_("Doel"),
                            by=By.APP,
                            fixed=True,
                            max_length=400,
                            guard=True,
                        ),
                        Text(key="wie", label=N_("Wie"), by=By.APP, fixed=True, max_length=100),
                        Day(key="gereed", label=N_("Gereed op"), by=By.APP, fixed=True),
                        Choice(
                            key="uitgevoerd",
                            label=N_("Uitgevoerd"),
                            need=Need.REQUIRED,
                            by=By.BOTH,
                            options=_DONE,
                        ),
                        Text(
                            key="resultaat",
                            label=N_("Resultaat"),
                            help=N_("Wat je kunt zien of tellen."),
                            by=By.BOTH,
                            max_length=300,
                            guard=True,
                            aside=True,
                            may_stay_open=True,
                            when=Is("uitgevoerd", "ja", "deels", "gewijzigd"),
                            not_asked=N_("De afspraak is niet uitgevoerd."),
                        ),
                        Text(
                            key="reden",
                            label=N_("Waarom niet, deels of anders"),
                            help=WORK_ONLY,
                            need=Need.CONDITIONAL,
                            required_when=Is("uitgevoerd", "nee"),
                            by=By.BOTH,
                            max_length=300,
                            guard=True,
                            when=Is("uitgevoerd", "deels", "nee", "gewijzigd"),
                            not_asked=N_("De afspraak is uitgevoerd."),
                        ),
                    ),
                ),
                Table(
                    key="leidinggevende_acties",
                    label=N_("Heeft de leidinggevende zijn acties gedaan?"),
                    ask=N_("Heeft de leidinggevende gedaan wat is afgesproken?"),
                    help=N_("Uit het plan. Ook als jij zelf de leidinggevende bent."),
                    why=N_("Wat de leidinggevende doet, maakt vaak het verschil."),
                    need=Need.REQUIRED,
                    row_name=N_("actie"),
                    title_column="actie",
                    default=carry.tasks_of_supervisor,
                    columns=(
                        Text(
                            key="actie",
                            label=N_("Actie"),
                            need=Need.REQUIRED,
                            by=By.APP,
                            max_length=400,
                            guard=True,
                        ),
                        Choice(key="gedaan", label=N_("Gedaan"), need=Need.REQUIRED, options=_DONE[:-1]),
                        Text(
                            key="toelichting",
                            label=N_("Toelichting"),
                            help=WORK_ONLY,
                            max_length=300,
                            guard=True,
                            may_stay_open=True,
                            when=Is("gedaan", "deels", "nee"),
                            not_asked=N_("De actie is gedaan."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

WORK: Final = Step(
    key="werk",
    title=N_("Uren en werk"),
    question=N_("Welk werk en hoeveel uur is het nu, en is het doel van deze periode gehaald?"),
    why=N_("De grafiek laat zien wat was afgesproken en wat is gewerkt. Daar praat je makkelijker over."),
    example=N_("“6 uur per week, vier weken gelukt. Doel gehaald: ja, de orders van gisteren zijn elke dag bij.”"),
    not_written=N_("De reden achter minder uren, als die niet over het werk gaat."),
    source=N_("Regeling procesgang art. 3 en art. 4 lid 2 onder b"),
    sections=(
        Section(
            key="werk",
            title=N_("Uren en werk nu"),
            fields=(
                Computed(
                    key="uren_overzicht",
                    label=N_("Uren gepland en gewerkt"),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="chart_hours",
                    unit=N_("uur"),
                    compute=carry.chart_now,
                    when=carry.HAS_SCHEDULE,
                    not_asked=N_("Er is nog geen opbouwschema."),
                ),
                Choice(
                    key="werk_nu",
                    label=N_("Huidig werk"),
                    ask=N_("Welk werk doet je medewerker nu?"),
                    help=N_("Kies wat het meest lijkt op hoe het nu is."),
                    why=N_("Zo is te volgen of het werk dichter bij het doel komt."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options(
                        N_("Eigen werk"),
                        N_("Eigen werk aangepast"),
                        N_("Ander werk eigen werkgever"),
                        N_("Andere werkgever"),
                        N_("Werkervaringsplaats"),
                        N_("Nog niet"),
                    ),
                ),
                Number(
                    key="uren_nu",
                    label=N_("Uren per week nu"),
                    ask=N_("Hoeveel uur per week werkt je medewerker nu?"),
                    help=N_("Uit de weekstaat, als daar al uren in staan. Nog geen werk is 0."),
                    why=N_("Dit getal vergelijken jullie bij de volgende evaluatie."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    minimum=Decimal(0),
                    maximum=Decimal(60),
                    unit=N_("uur"),
                    default=carry.hours_now,
                ),
                Percent(
                    key="loonwaarde_nu",
                    label=N_("Loonwaarde (% van oorspronkelijk loon)"),
                    ask=N_("Hoeveel is het werk waard, als deel van het oude loon?"),
                    help=N_("Mag leeg blijven. 100 is: het werk levert op wat het gewone loon waard is."),
                    why=N_("Bij lang werken zonder loonwaarde stelt UWV vragen."),
                ),
                Choice(
                    key="doel_gehaald",
                    label=N_("Doel periode gehaald"),
                    ask=N_("Is het doel van deze periode gehaald?"),
                    help=N_("Kijk naar wat er in het plan stond."),
                    why=N_("Is het deels of niet gehaald, dan past het plan misschien niet meer."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options(N_("Ja"), N_("Deels"), N_("Nee")),
                ),
                LongText(
                    key="waarom",
                    label=N_("Waarom wel of niet"),
                    ask=N_("Hoe kwam dat, in het werk?"),
                    help=WORK_ONLY,
                    why=N_("Wat hielp, houden jullie. Wat in de weg zat, lossen jullie op."),
                    example=N_("“Vaste dagen hielpen. Op vrijdag kwamen er spoedorders tussendoor.”"),
                    need=Need.CONDITIONAL,
                    required_when=Is("doel_gehaald", "deels", "nee"),
                    by=By.BOTH,
                    guard=True,
                    writing_lines=3,
                ),
                Choice(
                    key="samenwerking",
                    label=N_("Hoe loopt de samenwerking"),
                    ask=N_("Hoe loopt de samenwerking tussen jullie?"),
                    help=N_("Kies samen. Het gaat over hoe jullie met elkaar omgaan in het werk."),
                    why=N_(
                        "Stroeve samenwerking houdt terugkeer tegen. Hoe eerder je het zegt, hoe kleiner het blijft."
                    ),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options(N_("Goed"), N_("Kan beter"), N_("Moeizaam")),
                ),
            ),
        ),
    ),
)
