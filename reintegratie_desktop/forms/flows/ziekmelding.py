"""The sick call: only what an employer may ask, and the first sick day from which every date is counted."""

from decimal import Decimal

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import (
    Address,
    Carry,
    Choice,
    Day,
    Need,
    Note,
    Number,
    Percent,
    Person,
    Table,
    Text,
    Time,
    options_of,
)
from reintegratie_desktop.forms.fields import By as Who
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.intake_agreements import AGREEMENT_STEPS
from reintegratie_desktop.forms.rules import not_before, not_in_future, reachable
from reintegratie_desktop.forms.rules_intake import (
    FIRST_DAY,
    contact_soon,
    first_day,
    follow_up,
    hours_on_first_day,
    other_periods,
)
from reintegratie_desktop.text.i18n import N_

AP = N_("AP-beleidsregels De zieke werknemer, hoofdstuk 4")


FLOW = Flow(
    key="ziekmelding",
    code="ZM",
    version="1.0",
    title=N_("Ziekmelding"),
    purpose=N_(
        "Wat de werkgever vastlegt als een werknemer zich ziek meldt. Alleen vragen die mogen volgens de "
        "beleidsregels De zieke werknemer van de Autoriteit Persoonsgegevens."
    ),
    date_field="datum_melding",
    duration=N_("ongeveer 5 minuten"),
    rules=(
        not_in_future("datum_melding", N_("De melding kan niet in de toekomst liggen.")),
        first_day,
        other_periods,
        hours_on_first_day,
        not_before("verwachte_datum", "eerste_ziektedag", N_("Deze dag ligt voor de eerste ziektedag.")),
        not_before("contact_datum", "datum_melding", N_("Deze dag ligt voor de melding.")),
        contact_soon,
        not_before("arbo_melding", "datum_melding", N_("Deze dag ligt voor de melding.")),
        not_in_future("arbo_melding", N_("Vul dit pas in als het gebeurd is.")),
        follow_up,
        reachable("aangenomen_door", "telefoon_verzuim"),
    ),
    steps=(
        Step(
            key="melding",
            title=N_("De melding"),
            question=N_("Wanneer en hoe heeft je medewerker zich ziek gemeld?"),
            why=N_("Later moet je kunnen laten zien dat je op tijd was. Daarvoor is dit het begin."),
            example=N_("Maandag 5 januari om 7.45 uur, telefonisch, aangenomen door Joyce."),
            not_written=N_("Niet wat er aan de hand is. Ook niet als je medewerker het zelf vertelt."),
            source=AP,
            sections=(
                Section(
                    key="melding",
                    number="1",
                    title=N_("Melding"),
                    fields=(
                        Day(
                            key="datum_melding",
                            label=N_("Datum van de melding"),
                            ask=N_("Op welke dag kwam de melding?"),
                            help=N_("Meestal vandaag."),
                            why=N_("Zo zie je later dat de melding op tijd was."),
                            need=Need.REQUIRED,
                            default=lambda context: context.today.isoformat(),
                        ),
                        Time(
                            key="tijd_melding",
                            label=N_("Tijd van de melding"),
                            ask=N_("Hoe laat was dat?"),
                            help=N_("Ongeveer is goed."),
                            why=N_("Alleen handig als jullie een tijd hebben afgesproken voor ziekmelden."),
                        ),
                        Choice(
                            key="meldingswijze",
                            label=N_("Manier van melden"),
                            ask=N_("Hoe kwam de melding binnen?"),
                            help=N_("Kwam de melding niet per telefoon? Bel dan zelf nog even."),
                            why=N_("Een gesprek is de beste start. Dan spreek je meteen contact af."),
                            need=Need.REQUIRED,
                            options=options_of(
                                ("telefonisch", N_("Telefonisch")),
                                ("persoonlijk", N_("Persoonlijk")),
                                ("e_mail", N_("Per e-mail")),
                                ("app_bericht", N_("Met een app of bericht")),
                                ("via_een_ander", N_("Via iemand anders")),
                            ),
                        ),
                        Person(
                            key="aangenomen_door",
                            label=N_("Aangenomen door"),
                            ask=N_("Wie nam de melding aan?"),
                            help=N_("Jijzelf, of een collega."),
                            why=N_("Bij een vraag weet iedereen bij wie hij moet zijn."),
                            need=Need.REQUIRED,
                            carry=(Carry("werkgever", "contact"),),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="eerste_dag",
            title=N_("Eerste ziektedag"),
            question=N_("Op welke werkdag kon je medewerker voor het eerst niet of niet verder werken?"),
            why=N_("Vanaf deze dag tellen alle datums van de komende twee jaar. Een verkeerde dag kan geld kosten."),
            example=N_("Dinsdag om 13 uur naar huis gegaan: dinsdag is de eerste ziektedag, met 4 gewerkte uren."),
            not_written=N_("Niet hoe het begon. Alleen de dag en de uren."),
            source=FIRST_DAY,
            sections=(
                Section(
                    key="eerste_dag",
                    number="2",
                    title=N_("Eerste ziektedag"),
                    fields=(
                        Note(
                            key="uitleg_eerste_ziektedag",
                            label=N_("Zo vind je de eerste ziektedag"),
                            body=N_(
                                "De eerste ziektedag is de eerste werkdag waarop je medewerker niet kwam of moest "
                                "stoppen.\n"
                                "Om 13 uur naar huis gegaan: die dag telt al.\n"
                                "Op een vrije dag ziek geworden: de eerstvolgende eigen werkdag telt.\n"
                                "Gebeld op zaterdag, werkt van maandag tot en met vrijdag: maandag.\n"
                                "Werkt alleen dinsdag en donderdag, belt op woensdag: donderdag.\n"
                                "Gestopt in een nachtdienst: de dag waarop die dienst begon.\n"
                                "Ziek geworden in de vakantie: de dag waarop anders gewerkt zou zijn, telt."
                            ),
                        ),
                        Day(
                            key="eerste_ziektedag",
                            label=N_("Eerste ziektedag"),
                            ask=N_("Wat is de eerste ziektedag?"),
                            help=N_("De eerste werkdag waarop je medewerker niet kwam of moest stoppen."),
                            why=N_("Van deze dag hangen alle datums af, ook de melding aan UWV."),
                            need=Need.REQUIRED,
                        ),
                        Number(
                            key="uren_dag1",
                            label=N_("Gewerkte uren op de eerste dag"),
                            ask=N_("Hoeveel uur is er op die dag nog gewerkt?"),
                            help=N_("Niet gekomen is 0. Naar huis gegaan om 13 uur is bijvoorbeeld 4."),
                            why=N_("Zo is duidelijk waarom deze dag de eerste ziektedag is."),
                            minimum=Decimal(0),
                            maximum=Decimal(24),
                            unit=N_("uur"),
                        ),
                        Percent(
                            key="verzuimpct",
                            label=N_("Percentage verzuim"),
                            ask=N_("Voor welk deel meldt je medewerker zich ziek?"),
                            help=N_("Bijna altijd 100. Minder als er een deel van de uren gewoon gewerkt wordt."),
                            why=N_("De arbodienst vraagt erom. Wat iemand echt kan, bepaalt de bedrijfsarts."),
                            need=Need.REQUIRED,
                            minimum=Decimal(1),
                            default="100",
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="bereikbaar",
            title=N_("Bereikbaar"),
            question=N_("Waar en hoe is je medewerker te bereiken?"),
            why=N_("Je mag vragen waar je medewerker verblijft en op welk nummer je mag bellen."),
            example=N_("Logeert bij familie, Proefkade 18 in Demodorp. Bellen op 0600000012."),
            not_written=N_("Is het een zorginstelling? Dan vraag je niet welke. Alleen dat het zo is."),
            source=AP,
            sections=(
                Section(
                    key="bereikbaar",
                    number="3",
                    title=N_("Bereikbaar"),
                    fields=(
                        Text(
                            key="telefoon_verzuim",
                            label=N_("Telefoonnummer tijdens het verzuim"),
                            ask=N_("Op welk nummer mag je bellen?"),
                            help=N_("Vraag of het gewone nummer goed is."),
                            why=N_("Zonder nummer kun je geen contact houden."),
                            need=Need.REQUIRED,
                            by=Who.WN,
                            max_length=30,
                            carry=(Carry("werknemer", "telefoon"),),
                        ),
                        Choice(
                            key="verblijf",
                            label=N_("Waar de werknemer verblijft"),
                            ask=N_("Is je medewerker thuis of ergens anders?"),
                            help=N_("Bij een zorginstelling vraag je niet welke het is."),
                            why=N_("Post en een afspraak moeten op de goede plek aankomen."),
                            by=Who.WN,
                            options=options_of(
                                ("eigen_adres", N_("Op het eigen adres")),
                                ("ander_adres", N_("Op een ander adres")),
                                ("zorginstelling", N_("In een zorginstelling")),
                            ),
                        ),
                        Address(
                            key="verpleegadres",
                            label=N_("(Verpleeg)adres als dat anders is"),
                            ask=N_("Wat is dat andere adres?"),
                            help=N_("Alleen het adres. Niet bij wie of waarom."),
                            why=N_("Je mag weten waar je medewerker te vinden is."),
                            by=Who.WN,
                            when=Is("verblijf", "ander_adres"),
                            not_asked=N_("Er is geen ander adres opgegeven."),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="duur_en_werk",
            title=N_("Duur en werk"),
            question=N_("Hoe lang denkt je medewerker weg te zijn, en wat ligt er nog?"),
            why=N_("Dan kun je het werk verdelen. De duur is een schatting en niemand zit eraan vast."),
            example=N_("Ongeveer een week. De telling van hal 2 moet vrijdag klaar zijn, Bas neemt het over."),
            not_written=N_("Niet waarom het zo lang of zo kort duurt."),
            source=AP,
            sections=(
                Section(
                    key="duur_en_werk",
                    number="4",
                    title=N_("Duur en werk"),
                    fields=(
                        Choice(
                            key="verwachte_duur",
                            label=N_("Verwachte duur"),
                            ask=N_("Hoe lang denkt je medewerker weg te zijn?"),
                            help=N_("Weet ik niet is een goed antwoord."),
                            why=N_("Zo weet je of je vervanging moet regelen."),
                            need=Need.REQUIRED,
                            by=Who.WN,
                            options=options_of(
                                ("1_3_dagen", N_("1 tot 3 dagen")),
                                ("ongeveer_een_week", N_("Ongeveer een week")),
                                ("1_2_weken", N_("1 tot 2 weken")),
                                ("langer", N_("Langer")),
                                ("weet_ik_niet", N_("Weet ik niet")),
                            ),
                        ),
                        Day(
                            key="verwachte_datum",
                            label=N_("Verwachte dag van terugkeer"),
                            ask=N_("Heeft je medewerker al een dag in gedachten?"),
                            help=N_("Alleen als je medewerker die zelf noemt."),
                            why=N_("Je kunt er het rooster op maken."),
                            by=Who.WN,
                        ),
                        Table(
                            key="lopende_zaken",
                            label=N_("Lopende afspraken en werkzaamheden"),
                            ask=N_("Welk werk kan niet wachten?"),
                            help=N_("Alleen wat deze week of volgende week moet gebeuren."),
                            why=N_("Wie het werk overneemt, haalt zorgen weg bij je medewerker."),
                            by=Who.BOTH,
                            row_name=N_("taak"),
                            columns=(
                                Text(key="taak", label=N_("Taak"), max_length=120, guard=True, need=Need.REQUIRED),
                                Text(key="voor_wanneer", label=N_("Voor wanneer"), max_length=60),
                                Text(key="wie", label=N_("Wie neemt over"), max_length=60),
                                Text(key="bijzonderheden", label=N_("Bijzonderheden"), max_length=300, guard=True),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="drie_vragen",
            title=N_("Drie vragen"),
            question=N_("Deze drie dingen mag je vragen. Het antwoord is ja of nee, meer hoef je niet te weten."),
            why=N_("Bij een ja krijg je misschien geld terug, of moet je iets melden. Daarom mag je dit vragen."),
            example=N_("“Valt deze melding onder een vangnetregeling? Je hoeft niet te zeggen welke.”"),
            not_written=N_("Nooit welke regeling het is, wat er gebeurde of hoe het met iemand gaat."),
            source=AP,
            sections=(
                Section(
                    key="drie_vragen",
                    number="5",
                    title=N_("Vangnet en ongeval"),
                    fields=(
                        Choice(
                            key="vangnet",
                            label=N_("Valt onder een vangnetbepaling van de Ziektewet"),
                            ask=N_("Valt de ziekmelding onder een vangnetbepaling van de Ziektewet?"),
                            help=N_(
                                "Bij een vangnetbepaling betaalt UWV mee aan het loon. Je hoort alleen ja of nee, niet "
                                "welke. Je medewerker mag dit later nog anders zeggen."
                            ),
                            why=N_("Dan betaalt UWV mee aan het loon. Een nee kan later zonder verwijt een ja worden."),
                            need=Need.REQUIRED,
                            by=Who.WN,
                            options=options_of(
                                ("ja", N_("Ja")), ("nee", N_("Nee")), ("onbekend", N_("Weet mijn medewerker niet"))
                            ),
                        ),
                        Choice(
                            key="arbeidsongeval",
                            label=N_("Gevolg van een arbeidsongeval"),
                            ask=N_("Heeft het te maken met een ongeval op het werk?"),
                            help=N_("Alleen ja of nee. Wat er gebeurde hoort in de lijst met ongevallen."),
                            why=N_("Sommige ongevallen moet je melden bij de Arbeidsinspectie."),
                            need=Need.REQUIRED,
                            by=Who.WN,
                            options=options_of(("ja", N_("Ja")), ("nee", N_("Nee"))),
                        ),
                        Choice(
                            key="regres",
                            label=N_("Verkeersongeval met mogelijk een aansprakelijke ander"),
                            ask=N_("Gaat het om een verkeersongeval waar misschien een ander voor betaalt?"),
                            help=N_("Alleen vragen naar een ongeval in het verkeer."),
                            why=N_("Dan kun je het loon dat je doorbetaalt misschien terugvragen."),
                            need=Need.REQUIRED,
                            by=Who.WN,
                            options=options_of(
                                ("ja", N_("Ja")), ("nee", N_("Nee")), ("onbekend", N_("Nog niet bekend"))
                            ),
                        ),
                    ),
                ),
            ),
        ),
        *AGREEMENT_STEPS,
    ),
)
