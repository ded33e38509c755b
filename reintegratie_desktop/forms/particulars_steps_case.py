"""Steps of the particulars: leave, the vangnet, the end of the employment, and what the employer arranged."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.domain.situations import SITUATIONS
from reintegratie_desktop.forms.conditions import Fact, Is, Not
from reintegratie_desktop.forms.fields import Carry, Choice, Day, Need, Note, Number, Option, Table
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.particulars import ARBO_TERM, LEAVE, LEAVING, OWN_RISK, PLAYS, VANGNET
from reintegratie_desktop.forms.particulars_choices import end_of_contract, is_vangnet_reported
from reintegratie_desktop.text.i18n import N_

_REPORTED: Final = Fact("de vangnetmelding is gedaan", is_vangnet_reported)
_TERM_IS_WIPED: Final = N_("De melding bij UWV is gedaan. Daarom is de termijn gewist.")

_LEAVE: Final = Step(
    key="verlof",
    title=N_("Verlof"),
    question=N_("Wanneer begon het verlof, en wanneer hield het op?"),
    why=N_("De dagen van dit verlof tellen niet mee. De weken daarna schuiven evenveel dagen op."),
    example=N_("Van 2 maart tot en met 21 juni. De bedrijfsarts zegt: hetzelfde geval."),
    not_written=N_("Niet waarom iemand ziek is. De bedrijfsarts zegt alleen ja of nee."),
    source=N_("BW 7:629 lid 10; WAZO art. 3:1"),
    when=Is(PLAYS, LEAVE),
    not_asked=N_("Er is geen verlof dat meetelt."),
    sections=(
        Section(
            key="verlof",
            number="2",
            title=N_("Verlof"),
            fields=(
                Table(
                    key="verlof",
                    label=N_("Verlof rond de geboorte van een kind"),
                    ask=N_("Welke dagen is of was er verlof?"),
                    help=N_("Beide dagen horen erbij. Is het verlof nu bezig? Vul in wat is afgesproken."),
                    why=N_("Tijdens dit verlof is iemand voor de wet niet ziek, ook al was dat ervoor wel zo."),
                    need=Need.REQUIRED,
                    row_name=N_("verlof"),
                    columns=(
                        Day(key="van", label=N_("Van"), ask=N_("Wat is de eerste dag?"), need=Need.REQUIRED),
                        Day(
                            key="tot_en_met",
                            label=N_("Tot en met"),
                            ask=N_("Wat is de laatste dag?"),
                            need=Need.REQUIRED,
                        ),
                        Choice(
                            key="zelfde_geval",
                            label=N_("Zelfde geval"),
                            ask=N_("Zegt de bedrijfsarts dat ziekte ervoor en erna hetzelfde geval is?"),
                            help=N_("Vraag alleen ja of nee. Weet je het niet, dan rekenen we met ja."),
                            why=N_("Is het een ander geval, dan beginnen na het verlof nieuwe weken."),
                            need=Need.REQUIRED,
                            options=(
                                Option("ja", N_("Ja")),
                                Option("nee", N_("Nee")),
                                Option("onbekend", N_("Weet ik niet")),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

_VANGNET: Final = Step(
    key="vangnet",
    title=N_("Vangnet"),
    question=N_("Binnen welke termijn moet de melding bij UWV zijn?"),
    why=N_("UWV kent twee termijnen. Je werknemer of UWV weet welke geldt. Na de melding wissen we het antwoord."),
    example=N_("Bij de no-riskpolis is het binnen zes weken."),
    not_written=N_("Nooit welke regeling het is, en nooit waarom."),
    source=N_("ZW art. 38a en 38b"),
    when=Is(PLAYS, VANGNET),
    not_asked=N_("Je gaf geen vangnet aan."),
    sections=(
        Section(
            key="vangnet",
            number="3",
            title=N_("Vangnet"),
            fields=(
                Choice(
                    key="vangnet_meldtermijn",
                    label=N_("Meldtermijn"),
                    ask=N_("Welke termijn geldt voor de melding?"),
                    help=N_("Weet je het niet? Bel UWV, of kies vier dagen: dan ben je altijd op tijd."),
                    why=N_("Bij een late melding kan er een boete komen, en kan er uitkering verloren gaan."),
                    need=Need.REQUIRED,
                    when=Not(_REPORTED),
                    not_asked=_TERM_IS_WIPED,
                    options=(
                        Option("4_dagen", N_("Binnen vier dagen")),
                        Option("6_weken", N_("Binnen zes weken")),
                    ),
                ),
                Day(
                    key="vangnet_bekend_op",
                    label=N_("Bekend sinds"),
                    ask=N_("Hoorde je pas later dat het vangnet geldt? Vul dan in wanneer."),
                    help=N_("Wist je het meteen? Laat het leeg."),
                    why=N_("Een nee mag later een ja worden. Dan telt de termijn vanaf die dag."),
                    when=Not(_REPORTED),
                    not_asked=_TERM_IS_WIPED,
                ),
                Note(
                    key="vangnet_gemeld",
                    label=N_("De melding is gedaan"),
                    body=N_(
                        "De melding bij UWV is afgevinkt. De termijn is daarna gewist. Is je werknemer weer beter? "
                        "Meld dat dan ook bij UWV, binnen twee dagen nadat je het weet."
                    ),
                    when=_REPORTED,
                    not_asked=N_("De melding bij UWV is nog niet gedaan."),
                ),
            ),
        ),
    ),
)

_LEAVING: Final = Step(
    key="contract",
    title=N_("Einde dienstverband"),
    question=N_("Wat is de laatste dag van het dienstverband?"),
    why=N_("Wie dan nog ziek is, meld je op die dag bij UWV. Soms hoort daar een verslag bij."),
    example=N_("Het contract loopt tot en met 31 mei."),
    not_written=N_("Niet waarom het dienstverband ophoudt."),
    source=N_("ZW art. 38 lid 2 en art. 39a"),
    when=Is(PLAYS, LEAVING),
    not_asked=N_("Het dienstverband loopt gewoon door."),
    sections=(
        Section(
            key="contract",
            number="4",
            title=N_("Einde dienstverband"),
            fields=(
                Day(
                    key="einde_dienstverband",
                    label=N_("Laatste dag van het dienstverband"),
                    ask=N_("Op welke dag houdt het dienstverband op?"),
                    help=N_("Niet de laatste werkdag, maar de laatste dag van het contract."),
                    why=N_("Van die dag hangt af of er een verslag nodig is, en of dat kort mag zijn."),
                    need=Need.REQUIRED,
                    carry=(Carry("werknemer", "einddatum", lambda _value, context: end_of_contract(context)),),
                ),
                Note(
                    key="traject_loopt_door",
                    label=N_("Loopt een traject nog door?"),
                    body=SITUATIONS["participatieverzoek"].yes,
                ),
            ),
        ),
    ),
)

_EMPLOYER: Final = Step(
    key="werkgever",
    title=N_("Wat jij hebt geregeld"),
    question=N_("Wat heb je zelf afgesproken met UWV of met de arbodienst?"),
    why=N_("Een eigenrisicodrager doet meer zelf. En in je contract kan een kortere termijn staan."),
    example=N_("Eigenrisicodrager voor de WGA. De arbodienst wil een melding binnen twee dagen."),
    not_written=N_("Geen prijzen of namen."),
    source=N_("ZW art. 63a; WIA art. 26 en 85; Regeling procesgang art. 2 lid 1"),
    when=Is(PLAYS, OWN_RISK, ARBO_TERM),
    not_asked=N_("Je hebt geen eigen afspraken die de datums veranderen."),
    sections=(
        Section(
            key="werkgever",
            number="5",
            title=N_("Wat jij hebt geregeld"),
            fields=(
                Choice(
                    key="eigenrisicodrager",
                    label=N_("Eigenrisicodrager"),
                    ask=N_("Waarvoor ben je eigenrisicodrager?"),
                    help=N_("Het staat in het besluit van de Belastingdienst."),
                    why=N_("Ook dan meld je na 42 weken bij UWV. Na het dienstverband begeleid je soms zelf."),
                    need=Need.REQUIRED,
                    when=Is(PLAYS, OWN_RISK),
                    not_asked=N_("Je bent geen eigenrisicodrager."),
                    options=(
                        Option("zw", N_("De Ziektewet")),
                        Option("wga", N_("De WGA")),
                        Option("zw_en_wga", N_("Allebei")),
                    ),
                ),
                Number(
                    key="termijn_ziekmelding_dagen",
                    label=N_("Binnen hoeveel dagen"),
                    ask=N_("Binnen hoeveel dagen geef je een ziekmelding door aan de arbodienst?"),
                    help=N_("De eerste ziektedag telt mee. Zonder afspraak is het binnen een week."),
                    why=N_("De wet noemt geen aantal dagen. Je contract wel."),
                    need=Need.REQUIRED,
                    when=Is(PLAYS, ARBO_TERM),
                    not_asked=N_("De gewone termijn geldt."),
                    minimum=Decimal(1),
                    decimals=0,
                    unit=N_("dagen"),
                ),
            ),
        ),
    ),
)

CASE_STEPS: Final = (_LEAVE, _VANGNET, _LEAVING, _EMPLOYER)
"""The steps about the employee and the employer."""
