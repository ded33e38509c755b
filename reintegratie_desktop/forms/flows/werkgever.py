"""The employer: filled in once, carried into the head of every paper."""

from collections.abc import Iterator
from decimal import Decimal

from reintegratie_desktop.forms.conditions import Fact, Filled
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    Address,
    Choice,
    Day,
    Need,
    Number,
    Option,
    Percent,
    Person,
    Text,
    YesNo,
)
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.flow import Flow, Scope, Section, Step
from reintegratie_desktop.forms.rules import block, hint, law_number, number_of, reachable, shown, whole_address
from reintegratie_desktop.text.i18n import N_, _

_UWV_PAPERS = ("uwv_42e_week", "re_integratieverslag", "ziek_uit_dienst", "participatieverzoek", "deskundigenoordeel")


def _lowest_wage_share(context: Context) -> str | None:
    lowest = law_number("loondoorbetaling_deel", context.today)
    return None if lowest is None else str(lowest)


def _wage_share(answers: Answers, context: Context) -> Iterator[Finding]:
    """The law sets a lowest share of the wage, in both years."""
    lowest = law_number("loondoorbetaling_deel", context.today)
    for key in ("loon_jaar1", "loon_jaar2"):
        share = number_of(answers, key)
        if share is not None and lowest is not None and share < lowest:
            yield block(
                key,
                _("Minder dan {deel}% mag niet van de wet. Kijk wat er in de cao of het contract staat.").format(
                    deel=shown(lowest)
                ),
                _("BW 7:629 lid 1"),
            )


def _waiting_days(answers: Answers, context: Context) -> Iterator[Finding]:
    """Waiting days have a maximum, and only count when they were agreed in writing."""
    days = number_of(answers, "wachtdagen")
    most = law_number("wachtdagen_hoogstens", context.today)
    source = _("BW 7:629 lid 9")
    if days is None:
        return
    if most is not None and days > most:
        yield block("wachtdagen", _("De wet staat hoogstens {dagen} wachtdagen toe.").format(dagen=shown(most)), source)
    elif days > 0:
        yield hint("wachtdagen", _("Wachtdagen gelden alleen als ze schriftelijk zijn afgesproken."), source)


def _no_protocol(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Without written rules wage can never be held back."""
    if answers.get("handelsnaam") and not answers.get("verzuimprotocol"):
        yield hint(
            "verzuimprotocol",
            _(
                "Heb je geen regels over ziekmelden op papier? Dan kun je later geen loon opschorten: "
                "tijdelijk niet betalen."
            ),
            _("BW 7:629 lid 6"),
        )


FLOW = Flow(
    key="werkgever",
    code="WG",
    version="1.0",
    title=N_("Werkgever"),
    purpose=N_("De gegevens van je bedrijf. Je vult ze één keer in, daarna staan ze boven elk papier."),
    scope=Scope.RECORD,
    has_paper=False,
    duration=N_("ongeveer 2 minuten"),
    enough=("handelsnaam",),
    rules=(
        _wage_share,
        _waiting_days,
        _no_protocol,
        whole_address("adres"),
        reachable("contact", "arbodienst", "preventiemedewerker"),
    ),
    steps=(
        Step(
            key="bedrijf",
            title=N_("Je bedrijf"),
            question=N_("Hoe heet je bedrijf, waar zit het en wat doen jullie?"),
            why=N_("Naam, adres en soort bedrijf komen boven elk papier. UWV vraagt er ook om."),
            example=N_("Bakkerij De Korenaar, Molenstraat 12. Ambachtelijke bakkerij met winkel, 14 mensen."),
            not_written=N_("Geen namen van zieke medewerkers. Hier gaat het alleen over het bedrijf."),
            source=N_("Regeling procesgang art. 6 lid 1"),
            sections=(
                Section(
                    key="bedrijf",
                    number="1",
                    title=N_("Bedrijf"),
                    fields=(
                        Text(
                            key="handelsnaam",
                            label=N_("Handelsnaam"),
                            ask=N_("Hoe heet je bedrijf?"),
                            help=N_("De naam waaronder je bekend bent."),
                            why=N_("Deze naam staat boven elk papier en elke brief."),
                            need=Need.REQUIRED,
                            max_length=100,
                        ),
                        Address(
                            key="adres",
                            label=N_("Bezoekadres"),
                            ask=N_("Waar is je bedrijf?"),
                            help=N_("Het adres waar gewerkt wordt."),
                            why=N_("Het adres staat op brieven en op stukken voor UWV."),
                            need=Need.REQUIRED,
                        ),
                        Text(
                            key="branche",
                            label=N_("Soort bedrijf"),
                            ask=N_("Wat voor bedrijf is het?"),
                            help=N_("In een paar woorden, bijvoorbeeld: bakkerij met winkel."),
                            why=N_("De aard van het bedrijf hoort in het verslag voor UWV."),
                            need=Need.REQUIRED,
                        ),
                        Number(
                            key="aantal_wn",
                            label=N_("Aantal werknemers"),
                            ask=N_("Hoeveel mensen zijn er in dienst?"),
                            help=N_("Tel iedereen met een contract mee, ook wie een paar uur werkt."),
                            why=N_("Van het aantal hangt af of je personeel mag meepraten over verzuimregels."),
                            need=Need.REQUIRED,
                            minimum=Decimal(1),
                            decimals=0,
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="contact",
            title=N_("Contact en arbodienst"),
            question=N_("Wie regelt verzuim bij jullie, en wie is de arbodienst?"),
            why=N_("De medewerker, de bedrijfsarts en UWV moeten weten wie ze kunnen bellen."),
            example=N_("Joyce Brands, bedrijfsleider. Arbodienst: De Brug Arbo, telefoon 0600000010."),
            not_written=N_("Geen privénummers, tenzij die persoon dat zelf goed vindt."),
            source=N_("Arbowet art. 14"),
            sections=(
                Section(
                    key="contact",
                    number="2",
                    title=N_("Contact en arbodienst"),
                    fields=(
                        Person(
                            key="contact",
                            label=N_("Contactpersoon verzuim"),
                            ask=N_("Wie is de contactpersoon bij verzuim?"),
                            help=N_("Meestal ben jij dat zelf."),
                            why=N_("Deze naam staat op brieven en in de melding aan de arbodienst."),
                            need=Need.REQUIRED,
                        ),
                        Person(
                            key="arbodienst",
                            label=N_("Arbodienst"),
                            ask=N_("Met welke arbodienst of bedrijfsarts heb je een contract?"),
                            help=N_("Naam en telefoonnummer staan op je contract."),
                            why=N_("Elke werkgever heeft een contract nodig. De arbodienst beoordeelt wat iemand kan."),
                            need=Need.REQUIRED,
                            parts=("naam", "telefoon", "email"),
                        ),
                        Text(
                            key="bedrijfsarts",
                            label=N_("Naam van de bedrijfsarts"),
                            ask=N_("Weet je al wie de bedrijfsarts is?"),
                            help=N_("Weet je het nog niet, laat het dan leeg."),
                            why=N_("De naam komt in het plan van aanpak."),
                        ),
                        Choice(
                            key="or_vorm",
                            label=N_("Medezeggenschap"),
                            ask=N_("Hoe praat je personeel mee?"),
                            help=N_("Een PVT is een personeelsvertegenwoordiging, een OR een ondernemingsraad."),
                            why=N_("Een OR of PVT moet het eens zijn met nieuwe regels over verzuim."),
                            need=Need.REQUIRED,
                            options=(
                                Option("geen", N_("Geen vaste vorm")),
                                Option("personeelsvergadering", N_("Personeelsvergadering")),
                                Option("pvt", N_("PVT")),
                                Option("or", N_("OR")),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="loon",
            title=N_("Loon bij ziekte"),
            question=N_("Hoeveel loon betaal je door als iemand ziek is?"),
            why=N_("Met deze percentages rekent het programma het loon uit."),
            example=N_("In de cao staat: het eerste jaar 100%, het tweede jaar 70%."),
            not_written=N_("Geen bedragen van één persoon. Hier gaat het om de afspraak voor iedereen."),
            source=N_("BW 7:629 lid 1"),
            sections=(
                Section(
                    key="loon",
                    number="3",
                    title=N_("Loon bij ziekte"),
                    fields=(
                        Percent(
                            key="loon_jaar1",
                            label=N_("Loondoorbetaling in het eerste jaar"),
                            ask=N_("Welk deel van het loon betaal je in het eerste jaar?"),
                            help=N_("Ingevuld staat wat de wet minstens vraagt. Je cao of contract kan meer geven."),
                            why=N_("Een cao geeft in het eerste jaar vaak meer dan de wet."),
                            need=Need.REQUIRED,
                            default=_lowest_wage_share,
                        ),
                        Percent(
                            key="loon_jaar2",
                            label=N_("Loondoorbetaling in het tweede jaar"),
                            ask=N_("En in het tweede jaar?"),
                            help=N_("Ook hier staat wat de wet minstens vraagt."),
                            why=N_("In het tweede jaar geldt geen ondergrens op het minimumloon meer."),
                            need=Need.REQUIRED,
                            default=_lowest_wage_share,
                        ),
                        Text(
                            key="cao",
                            label=N_("Cao"),
                            ask=N_("Valt je bedrijf onder een cao?"),
                            help=N_("De naam is genoeg. Geen cao? Laat het leeg."),
                            why=N_("In een cao staan vaak extra afspraken over loon bij ziekte."),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="meer",
            title=N_("Meer gegevens"),
            question=N_("Deze gegevens mag je overslaan. Je kunt ze later altijd invullen."),
            why=N_("Sommige stukken voor UWV of de arbodienst vragen om deze nummers."),
            example=N_("Het loonheffingennummer staat op de brieven van de Belastingdienst: 123456789L01."),
            not_written=N_("Geen wachtwoorden van portalen."),
            sections=(
                Section(
                    key="nummers",
                    number="4",
                    title=N_("Nummers van je bedrijf"),
                    fields=(
                        Text(
                            key="kvk",
                            label=N_("KvK-nummer"),
                            ask=N_("Wat is het KvK-nummer?"),
                            help=N_("Acht cijfers."),
                            why=N_("Zo herkent een andere partij je bedrijf zonder twijfel."),
                            pattern=r"[0-9]{8}",
                            pattern_hint=N_("Een KvK-nummer heeft acht cijfers."),
                        ),
                        Text(
                            key="vestigingsnr",
                            label=N_("Vestigingsnummer"),
                            ask=N_("Wat is het vestigingsnummer?"),
                            help=N_("Twaalf cijfers. Het staat in het uittreksel van de KvK."),
                            why=N_("Alleen nodig als je meer dan één vestiging hebt."),
                            pattern=r"[0-9]{12}",
                            pattern_hint=N_("Een vestigingsnummer heeft twaalf cijfers."),
                        ),
                        Text(
                            key="loonheffingennr",
                            label=N_("Loonheffingennummer"),
                            ask=N_("Wat is het loonheffingennummer?"),
                            help=N_("Negen cijfers, de letter L en nog twee cijfers: 123456789L01."),
                            why=N_("UWV herkent je bedrijf aan dit nummer."),
                            need=Need.CONDITIONAL,
                            required_when=Fact(
                                "er is een stuk voor UWV in de maak",
                                lambda _answers, context: any(key in context.papers for key in _UWV_PAPERS),
                            ),
                            pattern=r"[0-9]{9}L[0-9]{2}",
                            pattern_hint=N_("Schrijf negen cijfers, de letter L en twee cijfers: 123456789L01."),
                        ),
                    ),
                ),
                Section(
                    key="arbo",
                    number="5",
                    title=N_("Arbodienst en verzekering"),
                    fields=(
                        Text(
                            key="arbo_contractnr",
                            label=N_("Contractnummer bij de arbodienst"),
                            ask=N_("Wat is je contractnummer bij de arbodienst?"),
                            help=N_("Het staat op het contract of de factuur."),
                            why=N_("Met dit nummer vindt de arbodienst je sneller."),
                            max_length=40,
                        ),
                        Text(
                            key="arbo_werkgever_id",
                            label=N_("Herkenning van de werkgever bij de arbodienst"),
                            ask=N_("Onder welk kenmerk ben je bekend bij de arbodienst?"),
                            help=N_("Alleen nodig als je gegevens als bestand uitwisselt."),
                            why=N_("Een bestand met gegevens heeft dit kenmerk en het aansluitnummer allebei nodig."),
                            need=Need.CONDITIONAL,
                            required_when=Filled("arbo_aansluitnr"),
                            max_length=40,
                        ),
                        Text(
                            key="arbo_aansluitnr",
                            label=N_("Aansluitnummer voor gegevensuitwisseling"),
                            ask=N_("Wat is het aansluitnummer voor gegevensuitwisseling?"),
                            help=N_("Alleen nodig als je gegevens als bestand uitwisselt."),
                            why=N_("Een bestand met gegevens heeft dit nummer en het kenmerk allebei nodig."),
                            need=Need.CONDITIONAL,
                            required_when=Filled("arbo_werkgever_id"),
                            max_length=70,
                        ),
                        Text(
                            key="verzekeraar",
                            label=N_("Verzuimverzekeraar en polisnummer"),
                            ask=N_("Heb je een verzuimverzekering?"),
                            help=N_("Naam en polisnummer. Sommige polissen vragen een eigen melding."),
                            why=N_("Dan vergeet je de melding bij de verzekeraar niet."),
                        ),
                        YesNo(
                            key="erd_wga",
                            label=N_("Eigenrisicodrager WGA"),
                            ask=N_("Ben je eigenrisicodrager voor de WGA?"),
                            help=N_("Weet je het niet? Dan ben je het bijna zeker niet."),
                            why=N_("Een eigenrisicodrager heeft extra taken en bewaart een dossier langer."),
                        ),
                        YesNo(
                            key="erd_zw",
                            label=N_("Eigenrisicodrager Ziektewet"),
                            ask=N_("Ben je eigenrisicodrager voor de Ziektewet?"),
                            help=N_("Dan begeleid je ook mensen die ziek uit dienst gingen."),
                            why=N_("Het verandert wat je moet doen als een contract afloopt."),
                        ),
                    ),
                ),
                Section(
                    key="afspraken",
                    number="6",
                    title=N_("Afspraken in je bedrijf"),
                    fields=(
                        Number(
                            key="wachtdagen",
                            label=N_("Wachtdagen"),
                            ask=N_("Hoeveel wachtdagen gelden er?"),
                            help=N_("Dagen aan het begin waarover je geen loon betaalt."),
                            why=N_("Ze tellen alleen als ze op papier staan."),
                            minimum=Decimal(0),
                            decimals=0,
                            unit=N_("dagen"),
                        ),
                        Number(
                            key="normuren",
                            label=N_("Normuren per week"),
                            ask=N_("Hoeveel uur is een volle werkweek bij jullie?"),
                            help=N_("Bijvoorbeeld 38 of 40."),
                            why=N_("Handig om een deeltijdweek mee te vergelijken."),
                            minimum=Decimal(0),
                            maximum=Decimal(60),
                            unit=N_("uur"),
                        ),
                        Day(
                            key="verzuimprotocol",
                            label=N_("Datum van het verzuimprotocol"),
                            ask=N_("Van welke datum is jullie verzuimprotocol?"),
                            help=N_("De afspraken over ziekmelden en bereikbaar zijn, op papier."),
                            why=N_("Alleen wie regels op papier heeft, kan iemand daaraan houden."),
                        ),
                        Person(
                            key="preventiemedewerker",
                            label=N_("Preventiemedewerker"),
                            ask=N_("Wie is de preventiemedewerker?"),
                            help=N_("Wie er bij jullie op veilig werken let."),
                            why=N_("Deze persoon kan meedenken over een passende werkplek."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
