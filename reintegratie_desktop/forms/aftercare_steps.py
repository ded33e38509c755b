"""The steps of the nazorgplan: the agreements, the signals to know, the check-ins, and the signatures."""

from typing import Final

from reintegratie_desktop.forms import rules_aftercare as rules
from reintegratie_desktop.forms.conditions import Filled, Is
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Day,
    LongText,
    Many,
    Need,
    Note,
    Option,
    Person,
    Rows,
    Signature,
    Table,
    Text,
    Tick,
    YesNo,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_carry import employee_signs, employer_signs
from reintegratie_desktop.text.i18n import N_

WORK_ONLY: Final = N_("Alleen werk en afspraken. Niets over gezondheid, ook niet als het verteld wordt.")
_NO_OVERTIME: Final = "geen_overwerk_tot_datum"
_NOT_HELD: Final = N_("Dit gesprek is nog niet gehouden.")
_HELD: Final = Filled("gedaan")

AGREEMENTS: Final = Step(
    key="afspraken",
    title=N_("Afspraken"),
    question=N_("Wat spreken jullie af voor de eerste maanden na de terugkeer?"),
    why=N_("De eerste maanden gaat het vaak weer te snel. Met een paar afspraken blijft het werk passen."),
    example=N_("“Geen overwerk tot 1 september. Wie iets merkt, zegt het dezelfde dag.”"),
    not_written=WORK_ONLY,
    source=N_("Eigen keuze. Nazorg staat niet in de wet."),
    sections=(
        Section(
            key="afspraken",
            number="A",
            title=N_("Afspraken"),
            fields=(
                Day(
                    key="start",
                    label=N_("Hersteld/terug per"),
                    ask=N_("Vanaf welke dag is je medewerker weer (bijna) helemaal terug?"),
                    help=N_("Vanaf deze dag tellen de gesprekken."),
                    why=N_("Hieruit volgen de dagen van de vier gesprekken."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    carry=(Carry("herstelmelding", "datum"),),
                    default=rules.recovered_on,
                ),
                Person(
                    key="aanspreekpunt",
                    label=N_("Vast aanspreekpunt"),
                    ask=N_("Bij wie kan je medewerker altijd terecht?"),
                    help=N_("Eén persoon, die ook de gesprekken houdt."),
                    why=N_("Met één vaste persoon hoeft niemand zijn verhaal twee keer te doen."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    carry=(Carry("werknemer", "leidinggevende"),),
                ),
                LongText(
                    key="wat_werkt",
                    label=N_("Wat hielp bij de opbouw (werk)"),
                    ask=N_("Wat hielp bij het opbouwen van het werk?"),
                    help=N_("In de woorden van je medewerker. Uit het laatste gesprek staat hier al iets."),
                    why=N_("Wat hielp, houden jullie vast."),
                    example=N_("“Een vaste plek en een lijst per dag.”"),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    carry=(Carry("gesprek", "goed"),),
                ),
                Many(
                    key="grenzen",
                    label=N_("Werkafspraken die blijven"),
                    ask=N_("Welke afspraken over het werk blijven nog even?"),
                    help=N_("Alleen wat jullie samen afspreken."),
                    why=N_("Zo hoeft je medewerker niet elke keer nee te zeggen."),
                    by=By.BOTH,
                    options=(
                        Option(_NO_OVERTIME, N_("Geen overwerk tot een datum")),
                        *options(
                            N_("Vaste pauzes"),
                            N_("Rustige werkplek"),
                            N_("Taken later oppakken"),
                            N_("Thuiswerkdag"),
                            N_("Geen achterwacht"),
                        ),
                    ),
                ),
                Day(
                    key="grenzen_tot",
                    label=N_("Geen overwerk tot"),
                    ask=N_("Tot welke dag is er geen overwerk?"),
                    help=N_("Op die dag kijken jullie opnieuw."),
                    why=N_("Een afspraak zonder einde wordt vanzelf vergeten."),
                    need=Need.CONDITIONAL,
                    by=By.BOTH,
                    when=Is("grenzen", _NO_OVERTIME),
                    not_asked=N_("Er is niet afgesproken dat er geen overwerk is."),
                ),
                Table(
                    key="herstellende_taken",
                    label=N_("Taken die later terugkomen"),
                    ask=N_("Welke taken komen later terug, en wanneer?"),
                    help=N_("Doet je medewerker alles weer? Laat het leeg."),
                    why=N_("Dan weet het team wie die taken zolang doet."),
                    by=By.BOTH,
                    default=rules.tasks_to_come,
                    row_name=N_("taak"),
                    columns=(
                        Text(key="taak", label=N_("Taak"), ask=N_("Welke taak?"), need=Need.REQUIRED, guard=True),
                        Day(key="datum", label=N_("Vanaf"), ask=N_("Vanaf wanneer weer?")),
                    ),
                ),
                LongText(
                    key="signaal_afspraak",
                    label=N_("Als een van ons merkt dat het minder gaat, dan ..."),
                    ask=N_("Wat doen jullie als een van jullie merkt dat het minder gaat?"),
                    help=N_("Wie zegt het, tegen wie, en wat doen jullie dan met het werk?"),
                    why=N_("Als dit vooraf is afgesproken, is het later makkelijker om te zeggen."),
                    example=N_("“Wie iets merkt, zegt het dezelfde dag. Dan gaat er die week een taak af.”"),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    guard=True,
                    carry=(Carry("plan_van_aanpak", "valkuil_afspraak"),),
                    writing_lines=3,
                ),
                LongText(
                    key="aanspreken",
                    label=N_("Hoe wil je aangesproken worden"),
                    ask=N_("Hoe wil je medewerker dat iemand hem of haar aanspreekt?"),
                    help=N_("In de woorden van je medewerker."),
                    why=N_("De een wil het meteen horen, de ander liever even apart."),
                    example=N_("“Even apart, niet waar iedereen bij is.”"),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                ),
                Text(
                    key="collega_info",
                    label=N_("Wat weten collega's"),
                    ask=N_("Wat mogen collega's weten over de afspraken?"),
                    help=N_("Je medewerker beslist dit. Alleen over het werk."),
                    why=N_("Zo vertelt niemand te veel."),
                    example=N_("“Karim werkt weer zijn hele rooster, zonder overwerk.”"),
                    by=By.WN,
                    max_length=500,
                    guard=True,
                ),
                Table(
                    key="successen",
                    label=N_("Kleine stappen/successen om te plannen"),
                    ask=N_("Welke kleine stap willen jullie plannen?"),
                    help=N_("Eén of twee is genoeg."),
                    why=N_("Iets dat lukt geeft vertrouwen."),
                    example=N_("“Hal 2 een dag alleen draaien.”"),
                    by=By.WN,
                    row_name=N_("stap"),
                    columns=(
                        Text(key="stap", label=N_("Stap"), ask=N_("Welke stap?"), need=Need.REQUIRED, guard=True),
                        Day(key="datum", label=N_("Datum"), ask=N_("Op welke dag?")),
                        YesNo(key="gelukt", label=N_("Gelukt"), ask=N_("Is het gelukt?"), help=N_("Nog niet geweest? Laat het leeg.")),
                    ),
                ),
                Many(
                    key="hulp",
                    label=N_("Bij twijfel overleggen met"),
                    ask=N_("Met wie overleggen jullie als jullie het niet weten?"),
                    help=N_("Kies één of meer."),
                    why=N_("Dan hoeft niemand te zoeken als het nodig is."),
                    need=Need.REQUIRED,
                    options=options(N_("Bedrijfsarts"), N_("Bedrijfsmaatschappelijk werk"), N_("Casemanager")),
                ),
                Note(
                    key="opnieuw_ziek",
                    label=N_("Weer ziek binnen vier weken?"),
                    body=N_(
                        "Dan telt het door in hetzelfde dossier. Neem een nieuwe ziekmelding op: het programma telt de "
                        "weken bij elkaar op."
                    ),
                ),
            ),
        ),
    ),
)


def _signal(key: str, label: str, body: str) -> Note:
    return Note(key=key, label=label, body=body)


SIGNALS: Final = Step(
    key="signalen",
    title=N_("Vroege signalen"),
    question=N_("Waar letten jullie allebei op? Lees dit samen door."),
    why=N_("Wie de signalen kent, durft eerder iets te zeggen. Het gaat om het werk, niet om de oorzaak."),
    example=N_("Bespreek welke je bij jezelf kent. Schrijf alleen de afspraak op, bij stap 1."),
    not_written=N_("Wat je bij iemand ziet. Het programma bewaart hier niets: niet bij wie, niet welke, niet wanneer."),
    source=N_("AP-beleidsregels De zieke werknemer"),
    sections=(
        Section(
            key="signalen",
            number="B",
            title=N_("Vroege signalen (alleen om te lezen)"),
            fields=(
                _signal("sig_lijf", N_("In het werk"), N_("Eerder een pauze nodig, langzamer dan anders, later klaar.")),
                _signal("sig_gedrag", N_("In wat iemand doet"), N_("Meer fouten, minder praten, zich terugtrekken.")),
                _signal("sig_emotie", N_("In hoe iemand reageert"), N_("Een kort lontje, snel geraakt.")),
                _signal("sig_denken", N_("In hoe iemand denkt"), N_("Twijfelen aan het eigen werk, blijven malen over fouten.")),
            ),
        ),
    ),
)

CHECK_INS: Final = Step(
    key="checkins",
    title=N_("Gesprekken"),
    question=N_("Wanneer kijken jullie hoe het gaat?"),
    why=N_("Na twee weken, zes weken, drie maanden en een half jaar. Juist als het goed gaat, is een gesprek kort."),
    example=N_("“Het rooster past. Op drukke maandagen helpt een tweede man bij het laden.”"),
    not_written=WORK_ONLY,
    source=N_("Eigen keuze. Nazorg staat niet in de wet."),
    sections=(
        Section(
            key="checkins",
            number="C",
            title=N_("Gesprekken na de terugkeer"),
            fields=(
                Rows(
                    key=rules.CHECK_INS,
                    label=N_("Gesprekken"),
                    ask=N_("Wanneer spreken jullie elkaar?"),
                    help=N_("De dagen staan er al. Verzetten mag, hoogstens twee weken. Een gesprek gehad? Vul het hier in."),
                    why=N_("Een afspraak die al staat, gaat door."),
                    need=Need.REQUIRED,
                    default=rules.four_rows,
                    row_name=N_("gesprek"),
                    title_column="moment",
                    summary=rules.row_in_words,
                    columns=(
                        Choice(
                            key="moment",
                            label=N_("Moment"),
                            ask=N_("Hoe lang na de terugkeer?"),
                            need=Need.REQUIRED,
                            by=By.APP,
                            options=rules.MOMENTS,
                        ),
                        Day(
                            key="gepland",
                            label=N_("Gepland op"),
                            ask=N_("Op welke dag is het gesprek?"),
                            help=N_("Het programma kiest een dag waarop je medewerker werkt."),
                            need=Need.REQUIRED,
                            by=By.APP,
                            derive=rules.planned_day,
                            follows=("moment",),
                        ),
                        Day(
                            key="gedaan",
                            label=N_("Gedaan op"),
                            ask=N_("Op welke dag was het gesprek?"),
                            help=N_("Nog niet geweest? Laat het leeg."),
                        ),
                        Tick(
                            key="niet_gewenst",
                            label=N_("Niet gewenst door de werknemer"),
                            ask=N_("Wil je medewerker dit gesprek niet?"),
                            help=N_("Dat mag. Vraag niet waarom."),
                            by=By.WN,
                        ),
                        LongText(
                            key="werk",
                            label=N_("Hoe gaat het werk echt"),
                            ask=N_("Hoe gaat het werk echt?"),
                            help=N_("In de woorden van je medewerker."),
                            by=By.WN,
                            guard=True,
                            own_words=True,
                            when=_HELD,
                            not_asked=_NOT_HELD,
                        ),
                        LongText(
                            key="goed",
                            label=N_("Wat gaat goed"),
                            ask=N_("Wat gaat goed?"),
                            by=By.WN,
                            guard=True,
                            own_words=True,
                            when=_HELD,
                            not_asked=_NOT_HELD,
                        ),
                        LongText(
                            key="spannend",
                            label=N_("Wat is spannend in het werk"),
                            ask=N_("Wat is spannend in het werk?"),
                            help=N_("Een taak, een dag, een drukke week."),
                            by=By.WN,
                            guard=True,
                            own_words=True,
                            when=_HELD,
                            not_asked=_NOT_HELD,
                        ),
                        Choice(
                            key="belasting",
                            label=N_("Past het werk (taken, tempo, uren)"),
                            ask=N_("Passen de taken, het tempo en de uren?"),
                            need=Need.REQUIRED,
                            by=By.BOTH,
                            when=_HELD,
                            not_asked=_NOT_HELD,
                            options=options(N_("Ja"), N_("Deels"), N_("Nee")),
                        ),
                        LongText(
                            key="actie",
                            label=N_("Afspraak/aanpassing"),
                            ask=N_("Wat spreken jullie af?"),
                            help=N_("Niets nodig? Laat het leeg."),
                            by=By.BOTH,
                            guard=True,
                            when=_HELD,
                            not_asked=_NOT_HELD,
                        ),
                        YesNo(
                            key="signalen_besproken",
                            label=N_("Signalenlijst samen doorgenomen"),
                            ask=N_("Hebben jullie de signalen samen doorgelezen?"),
                            help=N_("Alleen ja of nee. Schrijf niet op welke."),
                            when=_HELD,
                            not_asked=_NOT_HELD,
                        ),
                        Choice(
                            key="verder",
                            label=N_("Vervolg"),
                            ask=N_("Hoe gaan jullie verder?"),
                            need=Need.REQUIRED,
                            by=By.BOTH,
                            when=_HELD,
                            not_asked=_NOT_HELD,
                            options=options_of(
                                ("volgens_plan", N_("Volgens plan")),
                                ("eerder_spreken", N_("Eerder spreken")),
                                ("overleg_bedrijfsarts", N_("Overleg met de bedrijfsarts")),
                                ("nazorg_stoppen", N_("Nazorg stoppen op verzoek")),
                                ("afgerond", N_("Nazorg afgerond")),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

SEEN: Final = Step(
    key="gezien",
    title=N_("Gezien"),
    question=N_("Wie tekent dat het plan is gelezen?"),
    why=N_("Met een handtekening weet je dat jullie hetzelfde hebben afgesproken. Tekenen doe je op papier."),
    example=N_("“Gezien op 23 november, door allebei.”"),
    not_written=N_("Een oordeel over iemand die niet tekent. Niet tekenen mag."),
    sections=(
        Section(
            key="gezien",
            number="D",
            title=N_("Gezien"),
            fields=(
                Signature(
                    key="hand_wg",
                    label=N_("Handtekening werkgever"),
                    ask=N_("Wie tekent voor het bedrijf?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("Zo weet je medewerker dat het bedrijf erachter staat."),
                    role=N_("Werkgever"),
                    means=N_("Betekent: ik heb dit plan gezien en houd me aan de afspraken."),
                    default=employer_signs,
                ),
                Signature(
                    key="hand_wn",
                    label=N_("Handtekening werknemer"),
                    ask=N_("Tekent je medewerker?"),
                    help=N_("Tekent je medewerker niet, dan kun je het plan toch afmaken."),
                    why=N_("De handtekening zegt alleen dat het plan gelezen is."),
                    by=By.WN,
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb dit plan gezien."),
                    may_refuse=True,
                    default=employee_signs,
                ),
            ),
        ),
    ),
)
