"""The employee and the employment: filled in once, carried into every paper of the case."""

from decimal import Decimal

from dateutil.relativedelta import relativedelta

from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import (
    Address,
    Carry,
    Choice,
    Day,
    Need,
    Number,
    Option,
    Person,
    Text,
    WorkPattern,
)
from reintegratie_desktop.forms.flow import Flow, Scope, Section, Step
from reintegratie_desktop.forms.rules import (
    law_days,
)
from reintegratie_desktop.forms.rules_employee import RULES, bsn_problem
from reintegratie_desktop.text.i18n import N_

__all__ = ["FLOW", "MAY_END", "bsn_problem"]

MAY_END = ("bepaalde_tijd", "oproep", "uitzend", "bbl_stage")
"""Contracts that can have a last day."""


def _next_number(context: Context) -> str:
    """Return the first number above those in use; numbers with letters in them are left alone."""
    taken = context.get("bestand", "personeelsnummers", [])
    return str(max((int(number) for number in taken if number.isdecimal() and number.isascii()), default=0) + 1)


def _may_ask_no_risk(answers: Answers, context: Context) -> bool:
    started = as_day(answers.get("in_dienst"))
    months = law_days("no_risk_vragen_na", context.today)
    return started is not None and months is not None and context.today >= started + relativedelta(months=months)


FLOW = Flow(
    key="werknemer",
    code="WN",
    version="1.0",
    title=N_("Werknemer"),
    purpose=N_("De gegevens van je medewerker en het contract. Je vult ze één keer in."),
    scope=Scope.RECORD,
    has_paper=False,
    duration=N_("ongeveer 3 minuten"),
    enough=("achternaam",),
    rules=RULES,
    steps=(
        Step(
            key="wie",
            title=N_("Wie is het?"),
            question=N_("Hoe heet je medewerker?"),
            why=N_("Op elk papier moet staan over wie het gaat."),
            example=N_("K. Haddou, roepnaam Karim."),
            not_written=N_("Geen bijzonderheden over de persoon."),
            source=N_("Regeling procesgang art. 6 lid 1"),
            sections=(
                Section(
                    key="wie",
                    number="1",
                    title=N_("Werknemer"),
                    fields=(
                        Text(
                            key="roepnaam",
                            label=N_("Roepnaam"),
                            ask=N_("Hoe noem je je medewerker?"),
                            help=N_("Deze naam zie je op het scherm. Op papier staat de volledige naam."),
                            why=N_("Dat leest prettiger dan voorletters."),
                            max_length=35,
                        ),
                        Text(
                            key="voorletters",
                            label=N_("Voorletters"),
                            ask=N_("Wat zijn de voorletters?"),
                            help=N_("Bijvoorbeeld: K.J. Zonder punten mag ook, die komen er op papier bij."),
                            why=N_("UWV en de arbodienst gebruiken voorletters."),
                            need=Need.REQUIRED,
                            max_length=18,
                            pattern=r"([^\W\d_]\.? ?){1,6}",
                            pattern_hint=N_("Schrijf hoogstens zes letters, met of zonder punten."),
                        ),
                        Text(
                            key="voorvoegsel",
                            label=N_("Voorvoegsel"),
                            ask=N_("Staat er iets voor de achternaam?"),
                            help=N_("Bijvoorbeeld: van, de, el."),
                            why=N_("Zo staat de naam goed op papier en in de lijst."),
                            max_length=10,
                        ),
                        Text(
                            key="achternaam",
                            label=N_("Achternaam"),
                            ask=N_("Wat is de achternaam?"),
                            help=N_("Gebruikt iemand de naam van een partner? Schrijf hier de geboortenaam."),
                            why=N_("Op officiële stukken staat de geboortenaam."),
                            need=Need.REQUIRED,
                            max_length=200,
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="werk",
            title=N_("Het werk"),
            question=N_("Wat doet je medewerker, en hoeveel uur?"),
            why=N_("Met de uren en de werkdagen rekent het programma de eerste ziektedag en de opbouw uit."),
            example=N_("Magazijnmedewerker, 38 uur, maandag tot en met vrijdag 7,6 uur."),
            not_written=N_("Geen oordeel over hoe iemand werkt."),
            source=N_("Regeling procesgang art. 6 lid 1"),
            sections=(
                Section(
                    key="werk",
                    number="2",
                    title=N_("Functie en uren"),
                    fields=(
                        Text(
                            key="functie",
                            label=N_("Functie"),
                            ask=N_("Wat is de functie?"),
                            help=N_("De naam uit het contract."),
                            why=N_("De functie staat in het plan van aanpak en in het verslag."),
                            need=Need.REQUIRED,
                            max_length=35,
                        ),
                        Number(
                            key="contracturen",
                            label=N_("Contracturen per week"),
                            ask=N_("Hoeveel uur per week staat er in het contract?"),
                            help=N_("Bijvoorbeeld 38 of 24,5. Geen vaste uren? Neem het gemiddelde."),
                            why=N_("De opbouw gaat nooit boven deze uren uit."),
                            need=Need.REQUIRED,
                            minimum=Decimal("0.5"),
                            maximum=Decimal(60),
                            unit=N_("uur"),
                        ),
                        WorkPattern(
                            key="werkpatroon",
                            label=N_("Werkpatroon"),
                            ask=N_("Hoeveel uur werkt je medewerker op elke dag?"),
                            help=N_("Van maandag tot en met zondag. Vrij is 0."),
                            why=N_("Zo weet het programma op welke dag iemand echt ziek was voor het werk."),
                        ),
                        Text(
                            key="afdeling",
                            label=N_("Afdeling"),
                            ask=N_("Op welke afdeling?"),
                            help=N_("Geen afdelingen? Laat het leeg."),
                            why=N_("Handig als je bedrijf meer plekken heeft."),
                            max_length=70,
                        ),
                        Person(
                            key="leidinggevende",
                            label=N_("Leidinggevende"),
                            ask=N_("Wie geeft leiding aan deze medewerker?"),
                            help=N_("Jijzelf, of een collega."),
                            why=N_("Bij vragen over het werk weet iedereen wie hij moet hebben."),
                            need=Need.REQUIRED,
                            carry=(Carry("werkgever", "contact"),),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="contract",
            title=N_("Het contract"),
            question=N_("Wat voor contract is het, en sinds wanneer?"),
            why=N_("Loopt een contract af tijdens ziekte, dan moet je dat op tijd aan UWV melden."),
            example=N_("Onbepaalde tijd, in dienst sinds 1 maart 2016."),
            not_written=N_("Bij no-risk alleen ja of nee. Nooit waarom."),
            source=N_("ZW art. 38 en 38b"),
            sections=(
                Section(
                    key="contract",
                    number="3",
                    title=N_("Contract"),
                    fields=(
                        Choice(
                            key="contractsoort",
                            label=N_("Soort contract"),
                            ask=N_("Wat voor contract is het?"),
                            help=N_("Een vast contract is voor onbepaalde tijd."),
                            why=N_("Bij een tijdelijk contract gelden aan het eind andere stappen."),
                            need=Need.REQUIRED,
                            options=(
                                Option("onbepaalde_tijd", N_("Onbepaalde tijd")),
                                Option("bepaalde_tijd", N_("Bepaalde tijd")),
                                Option("oproep", N_("Oproep")),
                                Option("uitzend", N_("Uitzend")),
                                Option("bbl_stage", N_("BBL of stage")),
                                Option("dga", N_("Directeur-grootaandeelhouder (DGA)")),
                            ),
                        ),
                        Day(
                            key="in_dienst",
                            label=N_("In dienst sinds"),
                            ask=N_("Sinds wanneer is je medewerker in dienst?"),
                            help=N_("De eerste dag van het eerste contract."),
                            why=N_("Een ziektedag ligt nooit voor deze dag."),
                            need=Need.REQUIRED,
                        ),
                        Day(
                            key="einddatum",
                            label=N_("Einddatum van het contract"),
                            ask=N_("Op welke dag loopt het contract af?"),
                            help=N_("De laatste dag van het contract. Loopt het gewoon door? Laat het leeg."),
                            why=N_("Op de laatste dag meld je iemand die nog ziek is bij UWV."),
                            need=Need.CONDITIONAL,
                            required_when=Is("contractsoort", "bepaalde_tijd"),
                            when=Is("contractsoort", *MAY_END),
                            not_asked=N_("Dit contract heeft geen einddatum."),
                        ),
                        Choice(
                            key="no_risk",
                            label=N_("No-riskpolis van toepassing"),
                            ask=N_("Geldt voor deze medewerker een no-riskpolis?"),
                            help=N_(
                                "Een no-riskpolis: UWV betaalt mee als deze medewerker ziek is. Je mag "
                                "dit pas vragen als iemand een tijd in dienst is. Je vraagt niet waarom."
                            ),
                            why=N_("Dan betaalt UWV mee aan het loon bij ziekte."),
                            when=Fact("lang genoeg in dienst om ernaar te vragen", _may_ask_no_risk),
                            not_asked=N_(
                                "Hier mag je nog niet naar vragen. Daarvoor moet iemand langer in dienst zijn."
                            ),
                            options=(
                                Option("ja", N_("Ja")),
                                Option("nee", N_("Nee")),
                                Option("onbekend", N_("Weet ik niet")),
                            ),
                        ),
                        Text(
                            key="bsn",
                            label=N_("Burgerservicenummer"),
                            ask=N_("Wat is het burgerservicenummer?"),
                            help=N_("We vragen het pas als je een papier voor UWV maakt. Daarna vergeten we het weer."),
                            why=N_("UWV wil het nummer op elk stuk van het verslag. Bewaren hoeft niet."),
                            kept=False,
                            pattern=r"[0-9]{9}",
                            pattern_hint=N_("Een burgerservicenummer heeft negen cijfers."),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="bereikbaar",
            title=N_("Adres en telefoon"),
            question=N_(
                "Waar woont je medewerker, en hoe bereik je hem of haar? Heb je dit nu niet bij de hand? "
                "Wat je invulde blijft bewaard. Vul dit dan later aan."
            ),
            why=N_("Je schrijft brieven naar dit adres. Het nummer staat klaar bij een ziekmelding."),
            example=N_("Voorbeeldweg 8, 1234 AB Demodorp, telefoon 0600000012, personeelsnummer 1007."),
            not_written=N_(
                "Niets over het gezin of wie er nog meer woont. Geen burgerservicenummer als personeelsnummer."
            ),
            sections=(
                Section(
                    key="bereikbaar",
                    number="4",
                    title=N_("Bereikbaar"),
                    fields=(
                        Address(
                            key="adres",
                            label=N_("Woonadres"),
                            ask=N_("Wat is het woonadres?"),
                            help=N_("Straat met nummer, postcode en plaats."),
                            why=N_("Brieven gaan naar dit adres."),
                            need=Need.REQUIRED,
                        ),
                        Text(
                            key="telefoon",
                            label=N_("Telefoonnummer"),
                            ask=N_("Op welk nummer is je medewerker te bereiken?"),
                            help=N_("Het nummer waarop je mag bellen, bijvoorbeeld 06 12345678."),
                            why=N_("Contact houden is het belangrijkste wat je kunt doen."),
                            need=Need.REQUIRED,
                            max_length=30,
                        ),
                        Text(
                            key="email",
                            label=N_("E-mail"),
                            ask=N_("Wat is het e-mailadres?"),
                            help=N_("Alleen als je medewerker dat goed vindt."),
                            why=N_("Voor een uitnodiging of een verslag."),
                            pattern=r"[^@\s]+@[^@\s]+\.[^@\s]+",
                            pattern_hint=N_("Schrijf een e-mailadres, bijvoorbeeld naam@bedrijf.nl."),
                        ),
                        Day(
                            key="geboortedatum",
                            label=N_("Geboortedatum"),
                            ask=N_("Wat is de geboortedatum?"),
                            help=N_("Dag, maand en jaar."),
                            why=N_("Rond de AOW-leeftijd gelden andere regels. Ook het minimumloon hangt ervan af."),
                            need=Need.REQUIRED,
                        ),
                        Text(
                            key="personeelsnr",
                            label=N_("Personeelsnummer"),
                            ask=N_("Wat is het personeelsnummer?"),
                            help=N_(
                                "Het eerste vrije nummer staat er al. Staat er een ander nummer op de "
                                "loonstrook? Neem dan dat."
                            ),
                            why=N_("Zo blijven twee mensen met dezelfde naam uit elkaar."),
                            need=Need.REQUIRED,
                            default=_next_number,
                            max_length=35,
                        ),
                    ),
                ),
            ),
        ),
    ),
)
