"""The message to the occupational health service: the facts it needs, and questions it may answer."""

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    Carry,
    Choice,
    Day,
    DayTime,
    LongText,
    Many,
    Need,
    Option,
    Table,
    Text,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.rules import not_before, not_in_future, reachable
from reintegratie_desktop.forms.rules_arbo import CASE_FACTS, asks_for_health, people, profile_sent, reachable_contact
from reintegratie_desktop.text.i18n import N_


def _is_there(value: object, _context: Context) -> bool:
    return bool(value)


FLOW = Flow(
    key="melding_arbodienst",
    code="MA",
    version="1.0",
    title=N_("Melding aan de arbodienst"),
    purpose=N_(
        "De werkgever meldt het verzuim bij de arbodienst of bedrijfsarts en stelt vragen over het werk. Regeling "
        "procesgang art. 2 lid 1."
    ),
    date_field="verzonden_op",
    repeatable=True,
    duration=N_("ongeveer 5 minuten"),
    rules=(
        reachable_contact,
        asks_for_health,
        profile_sent,
        reachable("contactpersonen"),
        not_in_future("verzonden_op", N_("Vul de dag in waarop je de melding echt verstuurt.")),
        not_before("ontvangst", "verzonden_op", N_("De bevestiging kan niet voor het versturen liggen.")),
        not_in_future("ontvangst", N_("Vul dit pas in als de bevestiging er is.")),
        not_before("terugkoppeling_op", "spreekuur_datum", N_("Deze dag ligt voor het spreekuur.")),
        not_in_future("terugkoppeling_op", N_("Vul dit pas in als je de terugkoppeling hebt.")),
    ),
    steps=(
        Step(
            key="bericht",
            title=N_("Het bericht"),
            question=N_("Wat wil je de arbodienst laten weten, en wie kunnen ze bellen?"),
            why=N_("Je moet verzuim op tijd doorgeven. Hoeveel dagen je hebt, staat in je contract."),
            example=N_("Ziekmelding van maandag. Bellen met Joyce Brands, 0600000011."),
            not_written=N_("Niet wat iemand heeft. De arbodienst vraagt dat zelf aan je medewerker."),
            source=N_("Regeling procesgang art. 2 lid 1"),
            sections=(
                Section(
                    key="bericht",
                    number="1",
                    title=N_("Bericht"),
                    fields=(
                        Choice(
                            key="soort_bericht",
                            label=N_("Soort bericht"),
                            ask=N_("Wat geef je door?"),
                            help=N_("De eerste keer is het een ziekmelding."),
                            why=N_("Zo weet de arbodienst wat er met je bericht moet gebeuren."),
                            need=Need.REQUIRED,
                            default="ziekmelding",
                            options=options_of(
                                ("ziekmelding", N_("Ziekmelding")),
                                ("wijziging_percentage", N_("Wijziging van het percentage")),
                                ("herstelmelding", N_("Herstelmelding")),
                                ("correctie", N_("Correctie")),
                                ("intrekking", N_("Intrekking")),
                            ),
                        ),
                        Table(
                            key="contactpersonen",
                            label=N_("Contactpersonen"),
                            ask=N_("Wie kan de arbodienst bellen of mailen?"),
                            help=N_("Minstens één persoon met een nummer of e-mailadres."),
                            why=N_("Bij een vraag over het werk is er dan meteen iemand bereikbaar."),
                            need=Need.REQUIRED,
                            default=people,
                            row_name=N_("contactpersoon"),
                            columns=(
                                Text(key="naam", label=N_("Naam"), max_length=100, need=Need.REQUIRED),
                                Text(key="rol", label=N_("Rol"), max_length=60),
                                Text(key="telefoon", label=N_("Telefoon"), max_length=30),
                                Text(key="email", label=N_("E-mail"), max_length=100),
                            ),
                        ),
                    ),
                ),
                Section(key="gegevens", number="2", title=N_("Gegevens bij de melding"), fields=CASE_FACTS),
            ),
        ),
        Step(
            key="vragen",
            title=N_("Je vragen"),
            question=N_("Wat wil je dat de arbodienst doet, en wat wil je weten over het werk?"),
            why=N_("Een goede vraag levert een advies op waar je iets mee kunt."),
            example=N_("“Welke taken uit de bijlage kunnen nu wel, en hoeveel uur per dag?”"),
            not_written=N_("Vraag niet wat iemand heeft of hoe het komt. Vraag wat er in het werk kan."),
            source=N_("Regeling procesgang art. 2"),
            sections=(
                Section(
                    key="vragen",
                    number="3",
                    title=N_("Vragen aan de arbodienst"),
                    fields=(
                        Many(
                            key="gewenste_actie",
                            label=N_("Gewenste actie"),
                            ask=N_("Wat wil je dat de arbodienst doet?"),
                            help=N_("Kies één of meer. In het begin is contact met je medewerker vaak genoeg."),
                            why=N_("Dan plannen ze meteen het goede in."),
                            need=Need.REQUIRED,
                            options=options_of(
                                ("contact_met_werknemer", N_("Contact met de werknemer")),
                                ("spreekuur_bedrijfsarts", N_("Spreekuur bij de bedrijfsarts")),
                                ("spoedspreekuur", N_("Spoedspreekuur")),
                                ("probleemanalyse", N_("Probleemanalyse")),
                                ("bijstelling_probleemanalyse", N_("Bijstelling van de probleemanalyse")),
                                ("actueel_oordeel", N_("Actueel oordeel")),
                                ("overleg_smo", N_("Overleg met de bedrijfsarts (SMO)")),
                                ("werkplekonderzoek", N_("Onderzoek van de werkplek")),
                            ),
                        ),
                        Many(
                            key="vragen",
                            label=N_("Vragen aan de bedrijfsarts"),
                            ask=N_("Wat wil je van de bedrijfsarts weten?"),
                            help=N_("De gewone vragen staan al aan. Haal weg wat nu niet past."),
                            why=N_("Op deze vragen mag de bedrijfsarts antwoord geven."),
                            need=Need.REQUIRED,
                            default=[
                                "welke_werkzaamheden_kunnen_wel",
                                "welke_niet",
                                "hoeveel_uur_per_dag_week",
                                "wanneer_weer_beoordelen",
                            ],
                            options=(
                                *options_of(
                                    ("welke_werkzaamheden_kunnen_wel", N_("Welke werkzaamheden kunnen wel?")),
                                    ("welke_niet", N_("Welke werkzaamheden kunnen (nog) niet?")),
                                    ("hoeveel_uur_per_dag_week", N_("Hoeveel uur per dag en per week?")),
                                    ("welk_opbouwritme", N_("Welk opbouwritme?")),
                                    ("welke_aanpassingen", N_("Welke aanpassingen in het werk?")),
                                    ("wanneer_weer_beoordelen", N_("Wanneer is de volgende beoordeling?")),
                                    (
                                        "is_terugkeer_in_eigen_werk_te_verwachten",
                                        N_("Is terugkeer in het eigen werk te verwachten?"),
                                    ),
                                ),
                                Option(
                                    "is_spoor_2_aan_de_orde",
                                    N_("Is spoor 2 aan de orde?"),
                                    N_("Spoor 2: zoeken naar werk bij een andere werkgever."),
                                ),
                            ),
                        ),
                        LongText(
                            key="eigen_vraag",
                            label=N_("Eigen vraag"),
                            ask=N_("Heb je zelf nog een vraag over het werk?"),
                            help=N_("Alleen over werk, uren en mogelijkheden. Niet over gezondheid."),
                            why=N_("Soms is er iets bijzonders in jullie werk dat de bedrijfsarts moet weten."),
                            example=N_("Kan Karim op de heftruck, of beter nog even niet?"),
                            max_length=500,
                            guard=True,
                        ),
                        Choice(
                            key="arbeidsconflict",
                            label=N_("Speelt er een arbeidsconflict"),
                            ask=N_("Is er onenigheid tussen jou en je medewerker?"),
                            help=N_("Alleen of het speelt. Niet waarover."),
                            why=N_("Dan kan de bedrijfsarts eerst een gesprek adviseren."),
                            options=options_of(("ja", N_("Ja")), ("nee", N_("Nee")), ("onbekend", N_("Weet ik niet"))),
                        ),
                        YesNo(
                            key="functie_info",
                            label=N_("Functie- en taakprofiel meegestuurd"),
                            ask=N_("Stuur je het functie- en taakprofiel mee?"),
                            help=N_("Daarin staan de taken, de uren en wat het werk vraagt."),
                            why=N_("Zonder taken moet de bedrijfsarts raden wat het werk inhoudt."),
                            need=Need.REQUIRED,
                            carry=(Carry("taakprofiel", "omschrijving", convert=_is_there),),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="versturen",
            title=N_("Versturen"),
            question=N_("Wanneer en hoe heb je de melding verstuurd?"),
            why=N_("Zo kun je later laten zien dat je op tijd was."),
            example=N_("Dinsdag 6 januari via het portaal, dezelfde dag bevestigd."),
            not_written=N_("Stuur geen gegevens over een medewerker per gewone e-mail."),
            source=N_("Regeling procesgang art. 2 lid 1"),
            sections=(
                Section(
                    key="versturen",
                    number="4",
                    title=N_("Versturen"),
                    fields=(
                        Day(
                            key="verzonden_op",
                            label=N_("Verzonden op"),
                            ask=N_("Op welke dag heb je het verstuurd?"),
                            help=N_("Het programma verstuurt zelf niets."),
                            why=N_("Deze dag telt voor de termijn."),
                            need=Need.REQUIRED,
                            default=lambda context: context.today.isoformat(),
                        ),
                        Choice(
                            key="verzonden_via",
                            label=N_("Verzonden via"),
                            ask=N_("Hoe heb je het verstuurd?"),
                            help=N_("Het portaal van de arbodienst is het veiligst."),
                            why=N_("Een gewone e-mail kan iedereen onderweg lezen."),
                            need=Need.REQUIRED,
                            options=options_of(
                                ("portaal_arbodienst", N_("Portaal van de arbodienst")),
                                ("beveiligde_mail", N_("Beveiligde mail")),
                                ("telefoon", N_("Telefoon")),
                                ("bestand", N_("Bestand")),
                            ),
                        ),
                        Day(
                            key="ontvangst",
                            later=True,
                            label=N_("Ontvangst bevestigd op"),
                            ask=N_("Wanneer kreeg je een bevestiging?"),
                            help=N_("Nog niet? Laat het leeg en vul het later in."),
                            why=N_("Met een bevestiging weet je zeker dat het is aangekomen."),
                        ),
                        Text(
                            key="referentie",
                            later=True,
                            label=N_("Kenmerk van de arbodienst"),
                            ask=N_("Welk kenmerk gaf de arbodienst?"),
                            help=N_("Een nummer of code, als je er een kreeg."),
                            why=N_("Handig als je later belt."),
                            max_length=60,
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="spreekuur",
            title=N_("Spreekuur"),
            question=N_("Is er al een spreekuur gepland? Je kunt dit ook later invullen."),
            why=N_("Zo zie je op tijd of er een spreekuur en een advies komen."),
            example=N_("Dinsdag 3 februari om 10.30 uur, op locatie. Gepland."),
            not_written=N_("Niet wat er in het spreekuur besproken is."),
            source=N_("Regeling procesgang art. 2 lid 2"),
            sections=(
                Section(
                    key="spreekuur",
                    number="5",
                    title=N_("Spreekuur"),
                    fields=(
                        DayTime(
                            key="spreekuur_datum",
                            later=True,
                            label=N_("Datum en tijd van het spreekuur"),
                            ask=N_("Wanneer is het spreekuur?"),
                            help=N_("Nog niet bekend? Laat het leeg."),
                            why=N_("Dan herinnert het programma je eraan."),
                        ),
                        Choice(
                            key="spreekuur_vorm",
                            later=True,
                            label=N_("Vorm van het spreekuur"),
                            ask=N_("Hoe gaat het spreekuur?"),
                            help=N_("Op locatie, per telefoon of online."),
                            why=N_("Dan weet je of je medewerker die dag moet reizen."),
                            options=options_of(
                                ("locatie", N_("Op locatie")), ("telefoon", N_("Telefoon")), ("online", N_("Online"))
                            ),
                        ),
                        Choice(
                            key="spreekuur_status",
                            later=True,
                            label=N_("Stand van het spreekuur"),
                            ask=N_("Is het spreekuur doorgegaan?"),
                            help=N_("Ging het niet door? Dan vraag je niet waarom. Plan een nieuwe dag."),
                            why=N_("Een gemist spreekuur kan alles later maken."),
                            options=options_of(
                                ("gepland", N_("Gepland")),
                                ("uitgevoerd", N_("Doorgegaan")),
                                ("niet_verschenen", N_("Werknemer kwam niet")),
                                ("afgezegd_werknemer", N_("Afgezegd door de werknemer")),
                                ("afgezegd_werkgever", N_("Afgezegd door de werkgever")),
                                ("verplaatst", N_("Verplaatst")),
                            ),
                        ),
                        Day(
                            key="terugkoppeling_op",
                            later=True,
                            label=N_("Terugkoppeling ontvangen op"),
                            ask=N_("Wanneer kreeg je het advies?"),
                            help=N_("Daarna neem je het advies over in de probleemanalyse."),
                            why=N_("Na het advies begint de tijd voor het plan van aanpak."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
