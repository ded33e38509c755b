"""The first step of the start of spoor 2, the decision of the employer, and the columns of the search profile."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import rules_spoor2 as rules
from reintegratie_desktop.forms import spoor_carry as carry
from reintegratie_desktop.forms.conditions import Fact, Is, Known
from reintegratie_desktop.forms.fields import (
    Amount,
    By,
    Carry,
    Choice,
    Computed,
    Day,
    Field,
    LongText,
    Need,
    Number,
    Option,
    Table,
    Text,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.text.i18n import N_

_SOURCE: Final = N_("BW 7:658a lid 1")
_YES_NO: Final = options_of(("ja", N_("Ja")), ("nee", N_("Nee")))

_OFFERS: Final[tuple[Field, ...]] = (
    Text(key="bureau", label=N_("Bureau"), need=Need.REQUIRED, max_length=100),
    Amount(key="prijs", label=N_("Prijs")),
    Text(key="duur", label=N_("Duur"), max_length=60),
    Text(key="opmerking", label=N_("Opmerking"), max_length=300, guard=True),
)
DECISION: Final = Step(
    key="besluit",
    title=N_("Het besluit"),
    question=N_("Waarom en wanneer begint spoor 2, en met welk bureau?"),
    why=N_("Spoor 2 is zoeken naar werk bij een andere werkgever. Te laat beginnen kan je een jaar loon kosten."),
    example=N_("“Besluit na de eerstejaarsevaluatie, start 15 februari, naast de 8 uur in het bedrijf.”"),
    not_written=WORK_ONLY,
    source=_SOURCE,
    sections=(
        Section(
            key="besluit",
            number="1",
            title=N_("Besluit"),
            fields=(
                Computed(
                    key="spoor1_uitkomst",
                    label=N_("Uitkomst van spoor 1"),
                    help=N_("Uit het onderzoek in het eigen bedrijf."),
                    by=By.APP,
                    compute=carry.spoor1_in_words,
                    when=Known(carry.SPOOR1, "conclusie"),
                    not_asked=N_("Er is nog geen conclusie van spoor 1."),
                ),
                LongText(
                    key="zonder_spoor1",
                    label=N_("Waarom spoor 2 begint voordat spoor 1 is ingevuld"),
                    ask=N_("Spoor 1 is nog niet ingevuld. Waarom begint spoor 2 nu al?"),
                    help=N_("Vul liever eerst spoor 1 in. Kan dat niet, schrijf dan de reden op."),
                    why=N_("Zonder onderzoek in het eigen bedrijf kan UWV zeggen dat je kansen hebt gemist."),
                    example=N_("“Het bedrijf sluit op 1 mei. Er is dan geen werk meer.”"),
                    need=Need.CONDITIONAL,
                    guard=True,
                    max_length=2000,
                    when=rules.SPOOR1_IS_OPEN,
                    not_asked=N_("De stappen van spoor 1 zijn ingevuld."),
                    writing_lines=3,
                ),
                Day(
                    key="datum_besluit",
                    label=N_("Datum besluit"),
                    ask=N_("Wanneer heb je besloten?"),
                    help=N_("De dag waarop je het met je medewerker hebt besproken."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
                Choice(
                    key="aanleiding",
                    label=N_("Aanleiding"),
                    ask=N_("Waar komt het besluit vandaan?"),
                    help=N_("Kies wat het eerst kwam."),
                    need=Need.REQUIRED,
                    default=rules.occasion,
                    options=options_of(
                        ("eerstejaarsevaluatie", N_("Eerstejaarsevaluatie")),
                        ("advies_bedrijfsarts", N_("Advies bedrijfsarts")),
                        ("arbeidsdeskundig_advies", N_("Arbeidsdeskundig advies")),
                        ("eigen_inzicht_werkgever_werknemer", N_("Eigen inzicht van werkgever en werknemer")),
                        ("contract_loopt_af", N_("Contract loopt af")),
                    ),
                ),
                Choice(
                    key="soort",
                    label=N_("Soort traject"),
                    ask=N_("Wat voor traject wordt het?"),
                    help=N_("Meestal volledig spoor 2."),
                    need=Need.REQUIRED,
                    options=(
                        Option("orienterend", N_("Oriënterend"), N_("Kort: uitzoeken wat er buiten het bedrijf kan.")),
                        Option("volledig_spoor_2", N_("Volledig spoor 2"), N_("Van zoeken tot een nieuwe plek.")),
                        Option("jobcoaching", N_("Jobcoaching")),
                        Option("loopbaanorientatie", N_("Loopbaanoriëntatie")),
                        Option("outplacement", N_("Outplacement")),
                    ),
                ),
                Choice(
                    key="parallel",
                    label=N_("Spoor 1 loopt door"),
                    ask=N_("Gaat het werk in het eigen bedrijf intussen door?"),
                    help=N_("Spoor 1 en spoor 2 mogen tegelijk."),
                    need=Need.REQUIRED,
                    carry=(Carry(carry.SPOOR1, "conclusie", rules.beside_spoor1),),
                    options=_YES_NO,
                ),
                Day(
                    key="van",
                    label=N_("Startdatum"),
                    ask=N_("Wanneer begint spoor 2?"),
                    help=N_("De eerste dag van het traject."),
                    why=N_("Aan deze dag is te zien of je op tijd bent."),
                    need=Need.REQUIRED,
                    carry=(Carry("evaluatie", "spoor2_start"),),
                ),
                LongText(
                    key="reden_te_laat",
                    label=N_("Reden als spoor 2 later begint"),
                    ask=N_("Waarom begint spoor 2 later?"),
                    help=N_("Alleen als de start na de uiterste dag ligt."),
                    why=N_("UWV leest hier of er echt iets in de weg zat."),
                    need=Need.CONDITIONAL,
                    guard=True,
                    max_length=2000,
                    when=Fact("spoor_2_begint_te_laat", rules.starts_late),
                    not_asked=N_("Spoor 2 begint op tijd."),
                    writing_lines=3,
                ),
                Day(
                    key="tot",
                    label=N_("Einddatum"),
                    ask=N_("Tot wanneer loopt het?"),
                    help=N_("Vaak tot het einde van het tweede jaar."),
                    need=Need.REQUIRED,
                ),
            ),
        ),
        Section(
            key="bureau",
            number="2",
            title=N_("Het bureau"),
            fields=(
                Text(
                    key="bureau",
                    label=N_("Re-integratiebedrijf en contactpersoon"),
                    ask=N_("Welk bureau gaat helpen, en wie is daar je contactpersoon?"),
                    help=N_("Naam van het bureau, dan een komma, dan de naam van de adviseur."),
                    example=N_("Koers & Werk, Noor de Wit"),
                    need=Need.REQUIRED,
                    max_length=150,
                ),
                Text(
                    key="keurmerk",
                    label=N_("Keurmerk of controle"),
                    ask=N_("Heeft het bureau een keurmerk?"),
                    help=N_("Bijvoorbeeld Blik op Werk."),
                    max_length=100,
                ),
                Table(
                    key="offertes",
                    label=N_("Vergeleken offertes"),
                    ask=N_("Welke bureaus heb je vergeleken?"),
                    help=N_("Twee of drie is genoeg."),
                    row_name=N_("offerte"),
                    columns=_OFFERS,
                ),
                Choice(
                    key="instemming",
                    label=N_("Instemming OR of PVT"),
                    ask=N_("Stemt de OR of PVT in met de keuze van het bureau?"),
                    help=N_("Vraag het met de brief om instemming. Eén keer per contract."),
                    why=N_("Een OR of PVT heeft hier instemmingsrecht."),
                    need=Need.CONDITIONAL,
                    required_when=rules.HAS_COUNCIL,
                    default=rules.consent,
                    options=options_of(
                        ("n_v_t", N_("Niet van toepassing")),
                        ("gevraagd", N_("Gevraagd")),
                        ("verkregen_op", N_("Verkregen")),
                    ),
                ),
                Day(
                    key="instemming_op",
                    label=N_("Instemming verkregen op"),
                    ask=N_("Wanneer kreeg je de instemming?"),
                    need=Need.CONDITIONAL,
                    help=N_("De dag van de brief of het verslag van de OR of PVT."),
                    when=Is("instemming", "verkregen_op"),
                    not_asked=N_("Er is geen instemming verkregen."),
                ),
                Amount(
                    key="kosten",
                    label=N_("Kosten (excl. btw)"),
                    ask=N_("Wat kost het traject?"),
                    help=N_("Zonder btw. Handig als je kosten kunt verhalen."),
                ),
            ),
        ),
    ),
)

DIRECTIONS: Final[tuple[Field, ...]] = (
    Text(key="functie", label=N_("Functie of beroep"), need=Need.REQUIRED, max_length=100, guard=True),
    Text(key="branche", label=N_("Branche"), max_length=100),
    Text(
        key="waarom",
        label=N_("Waarom passend"),
        ask=N_("Waarom past dit bij het advies en bij je medewerker?"),
        need=Need.REQUIRED,
        max_length=400,
        guard=True,
    ),
    Choice(
        key="kans",
        label=N_("Kans op de arbeidsmarkt"),
        ask=N_("Hoeveel kans is er op werk?"),
        need=Need.REQUIRED,
        options=options_of(("groot", N_("Groot")), ("redelijk", N_("Redelijk")), ("klein", N_("Klein"))),
        short=N_("Kans"),
    ),
    YesNo(key="scholing", label=N_("Scholing nodig"), ask=N_("Is er scholing nodig?")),
)
HOURS: Final = Number(
    key="uren",
    label=N_("Uren per week"),
    ask=N_("Naar hoeveel uur per week wordt gezocht?"),
    help=N_("Hooguit de uren uit het advies van de bedrijfsarts."),
    need=Need.REQUIRED,
    by=By.WN,
    minimum=Decimal("0.5"),
    maximum=Decimal(60),
    unit=N_("uur"),
    default=rules.hours_allowed,
)
