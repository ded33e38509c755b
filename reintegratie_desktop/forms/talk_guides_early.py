"""The guides for talks from the first sick day up to the return to work."""

from typing import Final

from reintegratie_desktop.forms.talk_guide import Point, TalkGuide
from reintegratie_desktop.text.i18n import N_

ZIEKMELDING: Final = TalkGuide(
    key="ziekmelding",
    title=N_("Ziekmelding"),
    goal=N_("De melding aannemen, het werk van vandaag opvangen en het volgende contact afspreken."),
    when=N_("Meteen als iemand zich meldt, aan de telefoon."),
    duration=N_("5 tot 10 minuten"),
    prepare=(
        N_("Leg het rooster en de lijst met lopend werk klaar."),
        N_("Bedenk wie vandaag kan invallen."),
    ),
    agenda=(
        Point(
            N_("Hoe gaat het?"),
            N_("Kort en open. Luister naar het antwoord en vraag niet door."),
            asks=(N_("Hoe gaat het met je?"),),
        ),
        Point(
            N_("Hoe lang denk je weg te zijn?"),
            N_("Een schatting is genoeg. ‘Dat weet ik niet’ is ook een antwoord."),
            asks=(N_("Hoe lang verwacht je er niet te zijn?"),),
        ),
        Point(
            N_("Waar en hoe ben je bereikbaar?"),
            N_("Vraag nummer en adres. Is het een instelling, dan hoef je niet te weten welke."),
            asks=(N_("Op welk nummer en adres bereik ik je?"),),
        ),
        Point(
            N_("Lopend werk: wat moet iemand overnemen?"),
            N_("Vraag alleen naar wat niet kan wachten."),
            asks=(N_("Wat moet vandaag of morgen echt gebeuren?"),),
        ),
        Point(
            N_("Drie vragen met ja of nee"),
            N_("Een vangnetregeling? Een ongeval tijdens het werk? Een verkeersongeval door een ander? Meer niet."),
            asks=(
                N_("Valt dit onder een vangnetregeling? Je hoeft niet te zeggen welke."),
                N_("Was het een ongeval tijdens het werk, of een verkeersongeval door een ander?"),
            ),
        ),
        Point(
            N_("Volgend contact: dag, tijd en manier"),
            N_("Laat {naam} kiezen: bellen of een bericht."),
            asks=(N_("Zal ik donderdag bellen, of stuur ik liever een bericht?"),),
            closes=True,
        ),
        Point(
            N_("Wat gebeurt er nu?"),
            N_("Vertel dat de arbodienst bericht krijgt en dat jij alleen opschrijft wat over het werk gaat."),
            asks=(N_("Wie mag ik vertellen dat je er even niet bent?"),),
        ),
        Point(N_("Beterschap wensen"), N_("Noem wie het werk opvangt. Dat geeft rust.")),
    ),
    may_ask=(
        N_("Hoe gaat het met je?"),
        N_("Hoe lang verwacht je er niet te zijn?"),
        N_("Op welk nummer en adres bereik ik je?"),
        N_("Wat moet vandaag of morgen echt gebeuren?"),
        N_("Valt dit onder een vangnetregeling? Je hoeft niet te zeggen welke."),
        N_("Was het een ongeval tijdens het werk, of een verkeersongeval door een ander?"),
        N_("Zal ik donderdag bellen, of stuur ik liever een bericht?"),
        N_("Wie mag ik vertellen dat je er even niet bent?"),
    ),
    never_extra=(
        N_("Is het echt zo erg?"),
        N_("Doe je dit ene nog even?"),
        N_("Hoe vaak was dit nu dit jaar?"),
    ),
    do=(
        N_("Houd het kort en rustig."),
        N_("Zeg wie het werk overneemt."),
    ),
    dont=(
        N_("Raden wat er is, of zeggen naar wie iemand toe moet."),
        N_("Beginnen over eerdere meldingen. Plan daar later een apart gesprek voor."),
        N_("Met collega’s appen over de reden."),
    ),
    record=(N_("De velden van de ziekmelding, en niets meer."),),
    after=(
        N_("Geef de melding door aan de arbodienst. Die taak staat klaar."),
        N_("Leg vast hoe jullie contact houden."),
    ),
)

WEEKCONTACT: Final = TalkGuide(
    key="weekcontact",
    title=N_("Weekcontact"),
    goal=N_("Laten merken dat iemand erbij hoort, en praktische zorgen wegnemen."),
    when=N_("In de eerste week, aan de telefoon."),
    duration=N_("10 minuten"),
    prepare=(N_("Zoek uit hoe het staat met rooster, loon en spullen van de zaak."),),
    agenda=(
        Point(
            N_("Hoe gaat het?"),
            N_("Je hoeft niets te weten. Luisteren is genoeg."),
            asks=(N_("Wat helpt jou nu van onze kant?"),),
        ),
        Point(
            N_("Is alles geregeld?"),
            N_("Rooster, loon, sleutel, auto van de zaak."),
            asks=(
                N_("Zal ik je agenda leegmaken?"),
                N_("Is er op het werk iets dat ik moet weten of regelen?"),
            ),
        ),
        Point(
            N_("Wat vertellen we collega’s?"),
            N_("Gebruik de woorden die {naam} zelf kiest."),
            asks=(N_("Wat mag ik het team vertellen?"),),
        ),
        Point(
            N_("Hoe houden we contact?"),
            N_("Hoe vaak, op welke manier en met wie."),
            asks=(N_("Hoe vaak wil je van me horen, en hoe?"),),
        ),
        Point(N_("Wat komt eraan?"), N_("Vertel kort over de bedrijfsarts en de volgende stap.")),
        Point(
            N_("Volgende keer"),
            N_("Prik nu de dag. Eerder bellen mag altijd."),
            asks=(N_("Hoe vaak wil je van me horen, en hoe?"),),
            closes=True,
        ),
    ),
    may_ask=(
        N_("Wat helpt jou nu van onze kant?"),
        N_("Zal ik je agenda leegmaken?"),
        N_("Wat mag ik het team vertellen?"),
        N_("Hoe vaak wil je van me horen, en hoe?"),
        N_("Is er op het werk iets dat ik moet weten of regelen?"),
    ),
    never_extra=(
        N_("Waar ligt dat bestand? Hoe werkt dit?"),
        N_("Kun je thuis iets kleins doen?"),
    ),
    do=(
        N_("Gebruik korte zinnen en kom na wat je belooft."),
        N_("Stuur een kaart of bloemen, als {naam} dat fijn vindt."),
    ),
    dont=(
        N_("Werkvragen stellen."),
        N_("Laten merken dat alles prima loopt zonder {naam}, of juist helemaal niet."),
    ),
    record=(N_("De afspraken over contact, en wat jij gaat regelen."),),
    after=(N_("De contactmomenten komen in de agenda."),),
)

CHECK_IN: Final = TalkGuide(
    key="tweewekelijkse_check_in",
    title=N_("Tweewekelijkse check-in"),
    goal=N_("Horen hoe het gaat, wat nodig is en wat de volgende stap is."),
    when=N_("Elke twee weken, ook als het druk is."),
    duration=N_("10 tot 15 minuten"),
    prepare=(
        N_("Kijk wat jullie vorige keer afspraken."),
        N_("Lees het laatste advies van de bedrijfsarts."),
    ),
    agenda=(
        Point(
            N_("Hoe gaat het?"), N_("Open beginnen, niet doorvragen."), asks=(N_("Wat ging er goed, deze twee weken?"),)
        ),
        Point(N_("Wat spraken we af?"), N_("Begin bij wat jij zou doen.")),
        Point(
            N_("Kan er iets kleins, en wil je dat?"),
            N_("Alleen wat past binnen het advies van de bedrijfsarts."),
            asks=(
                N_("Waar zou je mee willen beginnen, als het mag?"),
                N_("Welke taak zonder haast trekt je?"),
            ),
        ),
        Point(
            N_("Wat heb je van mij nodig?"),
            N_("Wacht. De eerste stilte is voor {naam}."),
            feeds="nodig",
            asks=(
                N_("Wat zou het makkelijker maken?"),
                N_("Zal ik vragen of je eerder bij de bedrijfsarts terechtkunt?"),
            ),
        ),
        Point(N_("Nieuws van het werk"), N_("Twee minuten is genoeg.")),
        Point(N_("Kop koffie op het werk? Helemaal vrij"), N_("Vraag het één keer. Nee is ook goed.")),
        Point(
            N_("Volgende keer"),
            N_("Spreek de dag af. Eerder bellen mag altijd."),
            asks=(N_("Is deze manier van contact zo goed?"),),
            closes=True,
        ),
    ),
    may_ask=(
        N_("Wat ging er goed, deze twee weken?"),
        N_("Waar zou je mee willen beginnen, als het mag?"),
        N_("Welke taak zonder haast trekt je?"),
        N_("Wat zou het makkelijker maken?"),
        N_("Zal ik vragen of je eerder bij de bedrijfsarts terechtkunt?"),
        N_("Is deze manier van contact zo goed?"),
    ),
    never_extra=(N_("Wanneer kom je nu terug?"),),
    do=(
        N_("Zijn er mogelijkheden en gebeurt er nog niets? Stel dan een kleine stap voor."),
        N_("Kijk rond week 6 tot 8 samen of de re-integratie echt begonnen is."),
    ),
    dont=(
        N_("Het tempo hoger leggen dan het advies."),
        N_("Zeggen dat iedereen op {naam} wacht omdat het zo druk is."),
        N_("Elke keer beginnen over de datum van terugkeer."),
    ),
    record=(N_("Dit gespreksverslag: afspraken, wie en wanneer."),),
    after=(N_("De volgende check-in staat twee weken later klaar."),),
)

ZESWEKEN: Final = TalkGuide(
    key="zesweken_evaluatie",
    title=N_("Zesweken-evaluatie"),
    goal=N_("Samen nagaan of het plan van aanpak werkt, en het zo nodig bijstellen."),
    when=N_("Op de evaluatiedatum uit het plan van aanpak."),
    duration=N_("30 minuten"),
    prepare=(
        N_("Leg het plan en de grafiek van de uren op tafel."),
        N_("Ga na wat jij en de leidinggevende zelf hebben gedaan."),
        N_("Kijk van welke dag het laatste advies is."),
    ),
    agenda=(
        Point(
            N_("De uren: afgesproken en gewerkt"),
            N_("Bekijk de grafiek samen. Vraag niet naar de reden van minder uren."),
            asks=(N_("Is dit aantal uren goed, te snel of te langzaam?"),),
        ),
        Point(N_("De afspraken uit het plan"), N_("Wat is gedaan, wat leverde het op, wat niet en waarom niet?")),
        Point(
            N_("Wat deed de leidinggevende?"),
            N_("Begin bij jezelf. Dat maakt eerlijk praten makkelijker."),
            asks=(N_("Wat doe ik goed, en wat mis je?"),),
        ),
        Point(N_("Klopt het advies van de bedrijfsarts nog?"), N_("Twijfelen jullie? Vraag een nieuw advies aan.")),
        Point(
            N_("Past het werk?"),
            N_("Taken, tempo, drukte, wat jullie van elkaar verwachten."),
            asks=(
                N_("Welke taak gaat makkelijk? Welke kost te veel?"),
                N_("Word je uit je werk gehaald door vragen of deadlines?"),
            ),
        ),
        Point(
            N_("Wat is al gelukt?"),
            N_("Noem het ook als het klein is."),
            feeds="goed",
            asks=(N_("Welke taak gaat makkelijk? Welke kost te veel?"),),
        ),
        Point(
            N_("Stellen we het plan bij?"),
            N_("Laat {naam} eerst zelf een voorstel doen."),
            asks=(
                N_("Wat is een kleine volgende stap?"),
                N_("Is dit aantal uren goed, te snel of te langzaam?"),
            ),
        ),
        Point(
            N_("Volgende evaluatie en beide meningen"),
            N_("Schrijf op wat jullie er allebei van vinden."),
            asks=(N_("Zullen we over twee weken weer kijken?"),),
            closes=True,
        ),
    ),
    may_ask=(
        N_("Welke taak gaat makkelijk? Welke kost te veel?"),
        N_("Is dit aantal uren goed, te snel of te langzaam?"),
        N_("Word je uit je werk gehaald door vragen of deadlines?"),
        N_("Wat doe ik goed, en wat mis je?"),
        N_("Wat is een kleine volgende stap?"),
        N_("Zullen we over twee weken weer kijken?"),
    ),
    never_extra=(N_("Waarom heb je minder uren gemaakt?"),),
    do=(
        N_("Zeg dat twijfel bij een nieuwe stap gewoon is en meestal zakt."),
        N_("Blijft het lastig? Maak het werk dan een tijdje lichter."),
    ),
    dont=(
        N_("De uren verhogen zonder eerst te evalueren."),
        N_("Eisen stellen aan wat iemand per uur afkrijgt."),
    ),
    record=(N_("De evaluatie, met de mening van jullie allebei."),),
    after=(
        N_("Verandert het plan? Dan staat de bijstelling als taak klaar."),
        N_("Is er een vraag over? Leg die voor aan de bedrijfsarts."),
    ),
)

TERUGKEER: Final = TalkGuide(
    key="re_integratiegesprek_voor_terugkeer",
    title=N_("Re-integratiegesprek voor terugkeer"),
    goal=N_("De voortgang bespreken en precies afspreken hoe de start eruitziet."),
    when=N_("Kort voordat iemand weer begint, ook als het maar een paar uur is."),
    duration=N_("45 minuten"),
    prepare=(
        N_("Lees het advies van de bedrijfsarts en het taakprofiel."),
        N_("Regel een plek, een rooster en een vast aanspreekpunt."),
        N_("Stuur de agenda van tevoren, zodat {naam} punten kan toevoegen."),
    ),
    agenda=(
        Point(
            N_("Hoe gaat het, hoe is het om terug te komen?"),
            N_("Neem de tijd. Dit is het belangrijkste punt."),
            asks=(N_("Waar zie je naar uit in het werk? Waar zie je tegenop?"),),
        ),
        Point(N_("Hoe gaat het op de afdeling?"), N_("Vertel eerlijk, en laat merken dat {naam} gemist is.")),
        Point(N_("Eerdere afspraken: op schema, iets veranderd?"), N_("Loop ze langs. Begin bij die van jou.")),
        Point(
            N_("Komende periode: welke taken, welke dagen, hoe lang?"),
            N_("Laat {naam} eerst zelf een voorstel doen. Blijf binnen het advies."),
            asks=(N_("Hoe laat wil je beginnen? Waar zit je graag?"),),
        ),
        Point(
            N_("Eerste taken: simpel, met een duidelijk eind, niemand wacht erop"),
            N_("Een taak die zeker lukt, is een goede eerste taak."),
            asks=(N_("Welke taak is een fijne eerste?"),),
        ),
        Point(
            N_("Wat vertellen we collega’s?"),
            N_("De woorden zijn van {naam}."),
            asks=(
                N_("Wat wil je dat het team weet?"),
                N_("Wie mag je de eerste dag opvangen?"),
            ),
        ),
        Point(
            N_("Hoe spreken we elkaar aan in het werk?"),
            N_("Vraag waar jij op mag letten en hoe je dat zegt."),
            asks=(N_("Waar wil je dat ik op let? Hoe zeg ik het dan?"),),
        ),
        Point(
            N_("Volgende afspraak, en: eerder bellen mag altijd"),
            N_("Prik de dag voordat jullie opstaan."),
            asks=(N_("Wat heb je nodig om na dag één rustig naar huis te gaan?"),),
            closes=True,
        ),
        Point(N_("Kop koffie op het werk? Alleen als {naam} dat wil"), N_("Nooit een plicht.")),
    ),
    may_ask=(
        N_("Waar zie je naar uit in het werk? Waar zie je tegenop?"),
        N_("Welke taak is een fijne eerste?"),
        N_("Hoe laat wil je beginnen? Waar zit je graag?"),
        N_("Wie mag je de eerste dag opvangen?"),
        N_("Waar wil je dat ik op let? Hoe zeg ik het dan?"),
        N_("Wat wil je dat het team weet?"),
        N_("Wat heb je nodig om na dag één rustig naar huis te gaan?"),
    ),
    never_extra=(N_("Ben je er nu weer helemaal?"),),
    do=(
        N_("Begin klein, dan lukt er snel iets."),
        N_("Leg het team uit dat tijdelijk ander werk gewoon is."),
        N_("Geef zelf het goede voorbeeld."),
    ),
    dont=(
        N_("Verwachten dat alles meteen weer gaat als vroeger."),
        N_("Het oude takenpakket terugzetten."),
        N_("Meer afspreken dan de bedrijfsarts adviseert."),
    ),
    record=(N_("Dit gespreksverslag, de afspraken voor het plan van aanpak en fase 1 van het opbouwschema."),),
    after=(
        N_("De eerste werkdag komt als taak in de agenda."),
        N_("Na de eerste week kijken jullie samen terug."),
    ),
)

EARLY: Final = (ZIEKMELDING, WEEKCONTACT, CHECK_IN, ZESWEKEN, TERUGKEER)
