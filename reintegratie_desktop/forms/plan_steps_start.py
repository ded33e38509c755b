"""The first steps of the plan van aanpak: who it is about, what is possible, and the goal."""

from typing import Final

from reintegratie_desktop.forms import plan_carry
from reintegratie_desktop.forms import rules_plan as rules
from reintegratie_desktop.forms.advice import EINDDOEL_PLAN, goals_of_plan
from reintegratie_desktop.forms.conditions import Fact, Known, Some
from reintegratie_desktop.forms.fields import By, Carry, Day, LongText, Many, Need, Table, Text
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_words import ARTICLE, KNOWN_ALREADY, OFFICIAL, WORK_ONLY
from reintegratie_desktop.text.i18n import N_

_FIXED_TERM: Final = Known("werknemer", "contractsoort", ("bepaalde_tijd",))

DETAILS: Final = Step(
    key="gegevens",
    title=N_("Gegevens"),
    question=N_("Kloppen de gegevens die we al hebben?"),
    why=N_("UWV moet kunnen zien over wie het plan gaat, welk werk het was en welk advies eronder ligt."),
    example=N_("“Orders verzamelen (14 uur), laden en lossen (10 uur), inpakken (6 uur).”"),
    not_written=N_("Waarom iemand ziek is. Alleen het werk van voor de ziekmelding."),
    source=N_("Regeling procesgang art. 4"),
    sections=(
        Section(
            key="werknemer",
            number="1",
            title=N_("Gegevens werknemer"),
            fields=(
                Text(
                    key="naam",
                    number="1.1",
                    label=N_("Voorletters en achternaam"),
                    help=KNOWN_ALREADY,
                    why=OFFICIAL,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("werknemer", "achternaam", plan_carry.full_name),),
                ),
                Text(
                    key="bsn",
                    number="1.2",
                    label=N_("Burgerservicenummer"),
                    help=N_("Alleen nodig op de versie voor UWV. We vragen het bij het afdrukken en bewaren het niet."),
                    why=N_("Stukken voor UWV hebben dit nummer nodig. In jouw dossier hoeft het niet te staan."),
                    need=Need.CONDITIONAL,
                    kept=False,
                    pattern=r"[0-9]{9}",
                    pattern_hint=N_("Een burgerservicenummer heeft negen cijfers."),
                ),
                Day(
                    key="geboortedatum",
                    label=N_("Geboortedatum"),
                    help=KNOWN_ALREADY,
                    why=OFFICIAL,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("werknemer", "geboortedatum"),),
                ),
                Day(
                    key="einddatum",
                    label=N_("Einddatum dienstverband"),
                    help=KNOWN_ALREADY,
                    why=N_("Loopt het contract af, dan komen er andere stappen bij."),
                    need=Need.CONDITIONAL,
                    required_when=_FIXED_TERM,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("werknemer", "einddatum"),),
                    when=Some(_FIXED_TERM, Known("werknemer", "einddatum")),
                    not_asked=N_("Het contract heeft geen einddatum."),
                ),
            ),
        ),
        Section(
            key="werkgever",
            number="2",
            title=N_("Gegevens werkgever"),
            fields=(
                Text(
                    key="bedrijfsnaam",
                    number="2.1",
                    label=N_("Bedrijfsnaam"),
                    help=KNOWN_ALREADY,
                    why=OFFICIAL,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("werkgever", "handelsnaam"),),
                ),
                Text(
                    key="contactpersoon",
                    number="2.2",
                    label=N_("Naam contactpersoon"),
                    help=KNOWN_ALREADY,
                    why=OFFICIAL,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    max_length=500,
                    carry=(Carry("werkgever", "contact", plan_carry.person_in_a_line),),
                ),
            ),
        ),
        Section(
            key="bedrijfsarts",
            number="3",
            title=N_("Gegevens bedrijfsarts"),
            fields=(
                Text(
                    key="bedrijfsarts",
                    number="3.1",
                    label=N_("Naam bedrijfsarts (die de probleemanalyse maakte)"),
                    help=KNOWN_ALREADY,
                    why=OFFICIAL,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    max_length=500,
                    carry=(Carry("probleemanalyse", "bedrijfsarts", plan_carry.doctor_with_service),),
                ),
            ),
        ),
        Section(
            key="functie",
            number="4",
            title=N_("Gegevens functie"),
            fields=(
                Text(
                    key="functie",
                    number="4.1",
                    label=N_("Functie"),
                    help=KNOWN_ALREADY,
                    why=OFFICIAL,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(
                        Carry("taakprofiel", "functie", plan_carry.function_with_hours),
                        Carry("werknemer", "functie", plan_carry.function_with_hours),
                    ),
                ),
                LongText(
                    key="werkzaamheden",
                    number="4.2",
                    label=N_("Omschrijving werkzaamheden"),
                    ask=N_("Welk werk deed je medewerker voor de ziekmelding?"),
                    help=N_("De taken, het liefst met uren erbij. Uit het taakprofiel staat het er al."),
                    paper_help=N_("Het laatste werk voor de ziekmelding"),
                    why=N_("Zo is later te zien of het werk uit het plan lijkt op het eigen werk."),
                    example=N_("“Orders verzamelen (14 uur), laden en lossen (10 uur), inpakken (6 uur).”"),
                    need=Need.REQUIRED,
                    guard=True,
                    carry=(
                        Carry("taakprofiel", "omschrijving"),
                        Carry("taakprofiel", "taken", plan_carry.tasks_in_a_line),
                    ),
                    writing_lines=4,
                ),
                Day(
                    key="eerste_ziektedag",
                    label=N_("Eerste ziektedag"),
                    help=KNOWN_ALREADY,
                    why=N_("Alle termijnen tellen vanaf deze dag."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("zaak", "eerste_ziektedag"),),
                ),
                Day(
                    key="datum_pa",
                    label=N_("Datum probleemanalyse"),
                    help=KNOWN_ALREADY,
                    why=N_("Vanaf deze datum loopt de tijd voor het plan."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("probleemanalyse", "datum_document"),),
                ),
            ),
        ),
    ),
)

POSSIBILITIES: Final = Step(
    key="mogelijkheden",
    title=N_("Mogelijkheden"),
    question=N_("Welk werk kan er nu al, volgens je medewerker en volgens jou?"),
    why=N_("Het plan is van jullie samen. UWV wil van allebei lezen wat er kan."),
    example=N_("“Ik wil beginnen met drie ochtenden. Voorraad boeken ken ik goed.”"),
    not_written=WORK_ONLY,
    source=ARTICLE,
    sections=(
        Section(
            key="mogelijkheden",
            number="5",
            title=N_("Mening over de arbeidsmogelijkheden"),
            fields=(
                LongText(
                    key="mening_wn",
                    number="5.1",
                    label=N_("Welke mogelijkheden ziet de werknemer?"),
                    ask=N_("Welk werk ziet je medewerker zelf zitten?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    why=N_("Je medewerker weet het beste welk werk nu lukt. Vraag het en schrijf het letterlijk op."),
                    example=N_("“Ik begin graag met zittend werk waar niemand op wacht.”"),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=6,
                ),
                LongText(
                    key="mening_wg",
                    number="5.2",
                    label=N_("Welke mogelijkheden ziet de werkgever?"),
                    ask=N_("Welk werk heb jij voor je medewerker?"),
                    help=WORK_ONLY,
                    why=N_("Hier laat je zien dat je naar passend werk hebt gezocht, ook op andere plekken."),
                    example=N_("“Er is genoeg zittend werk. De voorraad boeken blijft nu liggen.”"),
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=6,
                ),
            ),
        ),
    ),
)

GOAL: Final = Step(
    key="einddoel",
    title=N_("Einddoel"),
    question=N_("Waar werken jullie naartoe, en wanneer denk je er te zijn?"),
    why=N_("Met een doel en een datum kun je elke keer zien of het goed gaat. Kleine stappen geven vertrouwen."),
    example=N_("“Werkhervatting in de eigen functie, 11 mei. Eerst drie weken 9 uur volgens rooster.”"),
    not_written=N_("Of iemand beter wordt. Alleen welk werk het doel is."),
    source=ARTICLE,
    sections=(
        Section(
            key="einddoel",
            number="6",
            title=N_("Einddoel"),
            fields=(
                Many(
                    key="einddoel",
                    label=N_("Einddoel (meer keuzes mogelijk)"),
                    ask=N_("Naar welk werk gaan jullie toe?"),
                    help=N_("Het advies van de bedrijfsarts staat er al."),
                    why=N_("Het doel volgt het advies. Kiezen jullie iets anders, schrijf dan op waarom."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=EINDDOEL_PLAN,
                    carry=(
                        Carry("bijstelling_probleemanalyse", "einddoel", goals_of_plan),
                        Carry("probleemanalyse", "einddoel", goals_of_plan),
                    ),
                ),
                LongText(
                    key="einddoel_reden",
                    label=N_("Reden van een ander einddoel dan het advies"),
                    ask=N_("Waarom kiezen jullie een ander doel dan het advies?"),
                    help=WORK_ONLY,
                    why=N_(
                        "UWV vergelijkt het plan met het advies. Met een reden erbij is een verschil goed te volgen."
                    ),
                    example=N_("“Er komt geen eigen functie terug: de winkel sluit in mei.”"),
                    by=By.BOTH,
                    guard=True,
                    when=Fact("ander_einddoel", rules.has_other_goal),
                    not_asked=N_("Niet van toepassing: het einddoel volgt het advies."),
                    writing_lines=3,
                ),
                Day(
                    key="einddoel_datum",
                    label=N_("Verwacht bereikt op"),
                    ask=N_("Wanneer denken jullie daar te zijn?"),
                    help=N_("Een verwachting. Bij elke evaluatie mag je hem bijstellen."),
                    why=N_("Bij een doel hoort een termijn."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                ),
                Table(
                    key="tussendoelen",
                    label=N_("Tussendoelen"),
                    ask=N_("Welke kleine stappen zijn er onderweg?"),
                    help=N_("Stappen die je kunt zien, met een datum."),
                    why=N_("Een stap die lukt geeft moed voor de volgende."),
                    by=By.BOTH,
                    guard=True,
                    row_name=N_("tussendoel"),
                    columns=(
                        Text(key="doel", label=N_("Doel"), need=Need.REQUIRED, by=By.BOTH, guard=True),
                        Text(key="resultaat", label=N_("Meetbaar resultaat"), by=By.BOTH, guard=True),
                        Day(key="datum", label=N_("Datum"), by=By.BOTH),
                    ),
                ),
            ),
        ),
    ),
)
