"""The guides for talks when it stalls, after a year, about other work and after the return; and the team sheet."""

from typing import Final

from reintegratie_desktop.forms.talk_guide import Point, TalkGuide
from reintegratie_desktop.text.i18n import N_

TERUGVAL: Final = TalkGuide(
    key="terugvalgesprek",
    title=N_("Terugvalgesprek"),
    goal=N_("Op tijd bespreken wat in het werk niet past, en het samen aanpassen."),
    when=N_("Twee weken minder uren dan gepland, vaak afgemeld, of iemand voelt zich niet gehoord."),
    duration=N_("30 tot 45 minuten"),
    prepare=(
        N_("Leg de geplande en gewerkte uren naast elkaar."),
        N_("Bedenk wat jij in het werk kunt veranderen."),
    ),
    agenda=(
        Point(
            N_("Het rooster lukt niet. Zie ik dat goed?"), N_("Zeg wat je ziet in de uren. Geef er geen uitleg bij.")
        ),
        Point(
            N_("Wat in het werk maakt het lastig?"),
            N_("Drukte, een onduidelijke rol, vragen tussendoor, het tempo."),
        ),
        Point(N_("Wat wil jij dat er verandert?"), N_("Laat {naam} eerst zelf een voorstel doen.")),
        Point(N_("Wie moet erbij?"), N_("De casemanager, het bedrijfsmaatschappelijk werk of de bedrijfsarts.")),
        Point(N_("Uren of taken een tijdje lager"), N_("Tot er een nieuw advies is. Hoger mag nu niet.")),
        Point(N_("Volgende week weer praten"), N_("Spreek een dag af, niet later dan over een week.")),
        Point(N_("Opschrijven wat we afspreken"), N_("Lees het samen na voordat jullie opstaan.")),
    ),
    may_ask=(
        N_("Waar in het werk loop je vast?"),
        N_("Welke afspraak past niet meer?"),
        N_("Wanneer voel je je wel gehoord?"),
        N_("Zullen we het tempo samen voorleggen aan de bedrijfsarts?"),
        N_("Wie mag er bij het volgende gesprek zitten?"),
    ),
    never_extra=(N_("Dit hadden we toch afgesproken?"),),
    do=(
        N_("Vraag wat jij anders kunt doen."),
        N_("Maak het werk eerst lichter en praat daarna verder."),
    ),
    dont=(
        N_("Druk zetten op het resultaat."),
        N_("Gedrag uitleggen of opschrijven."),
        N_("Zelf de uren verhogen, of zelf iemand weer ziek melden."),
    ),
    record=(N_("Wat er in het werk verandert, wie dat doet en wanneer."),),
    after=(
        N_("Stel een vraag aan de bedrijfsarts en stel het plan bij."),
        N_("Blijven jullie anders denken? Kies een gesprek van drie, of vraag UWV om een deskundigenoordeel."),
    ),
)

EERSTEJAARS: Final = TalkGuide(
    key="eerstejaarsevaluatie",
    title=N_("Eerstejaarsevaluatie"),
    goal=N_("Terugkijken op een jaar en samen kiezen wat het doel wordt voor het tweede jaar."),
    when=N_("Tegen het einde van het eerste ziektejaar. De dag staat op de tijdlijn."),
    duration=N_("60 minuten"),
    prepare=(
        N_("Lees het plan, de evaluaties en het laatste advies terug."),
        N_("Is er een rapport van een arbeidsdeskundige? Lees het vooraf allebei."),
        N_("Ga na welk werk er in je bedrijf structureel is."),
    ),
    agenda=(
        Point(N_("Terugblik: het plan, de uren, wat is gelukt"), N_("Begin met wat goed ging.")),
        Point(N_("De adviezen: bedrijfsarts en arbeidsdeskundige"), N_("Alleen wat ze zeggen over het werk.")),
        Point(N_("Is er hier op korte termijn blijvend werk?"), N_("Eigen werk, aangepast werk of ander werk.")),
        Point(N_("Spoor 2: beginnen, of waarom nu nog niet"), N_("Spoor 2 mag naast het werk hier lopen.")),
        Point(N_("Het doel voor jaar 2"), N_("Eén doel waar jullie allebei achter staan.")),
        Point(N_("Wat heb je nodig?"), N_("Ook dingen die alleen jij kunt regelen.")),
        Point(N_("Het loon in jaar 2"), N_("Leg rustig uit wat er verandert en vanaf wanneer.")),
        Point(N_("Afspraken en ondertekenen"), N_("Zet er ook in wat jullie er allebei van vinden.")),
    ),
    may_ask=(
        N_("Waar ben je trots op?"),
        N_("Welk werk zou je hier over drie maanden kunnen doen? Hoeveel uur?"),
        N_("Hoe kijk je aan tegen zoeken buiten ons bedrijf, naast je werk hier?"),
        N_("Wat kun en wil je graag?"),
        N_("Welke cursus zou helpen?"),
        N_("Wat vind je van wat wij deden?"),
    ),
    never_extra=(N_("Denk je dat je een uitkering krijgt?"),),
    do=(
        N_("Wees eerlijk over de kans op terugkeer."),
        N_("Geef ruimte als het zwaar valt."),
        N_("Kies samen een bureau. Betrek op tijd de OR of PVT."),
    ),
    dont=(
        N_("Spoor 2 brengen als straf of afscheid."),
        N_("Dreigen met ontslag."),
        N_("Wachten tot de laatste week."),
    ),
    record=(N_("De eerstejaarsevaluatie, met de visie van jullie allebei."),),
    after=(
        N_("Wordt het spoor 2? De uiterste startdatum staat daarna op de tijdlijn."),
        N_("Stuur de afspraken in een brief."),
    ),
)

SPOOR_2: Final = TalkGuide(
    key="spoor_2_gesprek",
    title=N_("Spoor-2-gesprek"),
    goal=N_("Samen bekijken welke wegen openstaan. Elke weg is nu, later of niet."),
    when=N_("Als terugkeer in het eigen werk onzeker is, en voordat spoor 2 begint."),
    duration=N_("45 minuten"),
    prepare=(
        N_("Zet op een rij wat zeker is en wat nog niet."),
        N_("Zoek uit wat spoor 2 betekent voor contract en loon."),
        N_("Neem informatie van twee of drie bureaus mee."),
    ),
    agenda=(
        Point(N_("Waarom dit gesprek: wat weten we, wat nog niet?"), N_("Zeg het ook als iets nog open is.")),
        Point(N_("De zeven wegen langs"), N_("Leg ze naast elkaar. Meer dan één mag.")),
        Point(N_("Wat kun en wil je?"), N_("Laat {naam} eerst kiezen.")),
        Point(N_("Wat betekent het voor je contract?"), N_("Spoor 2 maakt geen einde aan het contract.")),
        Point(N_("Welk bureau?"), N_("Samen kiezen werkt beter.")),
        Point(N_("Loopt spoor 1 ernaast door?"), N_("Werk hier en zoeken elders kunnen samengaan.")),
        Point(N_("Eerste stap en volgend contact"), N_("Klein, met een datum.")),
    ),
    may_ask=(
        N_("Welke weg spreekt je aan?"),
        N_("Wat zou je hier missen?"),
        N_("Wat wil je graag houden?"),
        N_("Welke ervaring zou je willen opdoen?"),
        N_("Wanneer is voor jou een goed moment om erover te praten?"),
        N_("Wie wil je erbij hebben?"),
    ),
    never_extra=(N_("Zou je niet beter ergens anders zoeken?"),),
    do=(
        N_("Geef ruimte aan afscheid en bied er hulp bij aan."),
        N_("Is er nog veel onzeker? Dan is ‘nog niet kiezen’ een goede keuze."),
    ),
    dont=(
        N_("Kiezen voor {naam}."),
        N_("Haast maken zolang de bedrijfsarts nog geen duidelijk advies geeft."),
        N_("Doen alsof weggaan weinig voorstelt."),
    ),
    record=(N_("Welke wegen nu, later of niet, en de eerste stap."),),
    after=(
        N_("Stuur de afspraken in een brief en leg de start van spoor 2 vast."),
        N_("Kijk na vier weken samen terug."),
    ),
)

PATHS: Final = (
    N_("Terug in het eigen werk"),
    N_("Het eigen werk aanpassen: taken, uren, plek of hulp"),
    N_("Ander werk, hier of bij een ander, in een eigen bedrijf of tijdelijk als vrijwilliger"),
    N_("Leren en talent ontwikkelen"),
    N_("Een werkervaringsplaats"),
    N_("Nog niet kiezen, wel nadenken"),
    N_("Onderweg toch weer beter"),
)
"""The seven cards of the talk about spoor 2: each can be now, later or not."""

NAZORG: Final = TalkGuide(
    key="nazorg",
    title=N_("Nazorg"),
    goal=N_("Zorgen dat het werk blijft passen, ook als het goed gaat."),
    when=N_("Na de terugkeer: na 2 weken, 6 weken, 3 maanden en 6 maanden."),
    duration=N_("20 minuten"),
    prepare=(N_("Lees de afspraken uit het nazorgplan terug."),),
    agenda=(
        Point(N_("Hoe gaat het echt, op het werk?"), N_("Terug zijn is niet hetzelfde als er al zijn.")),
        Point(N_("Wat gaat goed, welk klein succes?"), N_("Hier mag je bij stilstaan.")),
        Point(N_("Wat is nog spannend?"), N_("Luister. Je hoeft het niet op te lossen.")),
        Point(N_("Past het werk?"), N_("Taken, tempo, drukte en rol.")),
        Point(N_("Weten collega’s wat ze moeten weten?"), N_("Vraag of {naam} iets wil veranderen.")),
        Point(N_("Welke afspraken blijven, welke mogen weg?"), N_("Schrap samen wat niet meer nodig is.")),
        Point(N_("De leeslijst met signalen, als je wilt"), N_("Samen lezen. Er wordt niets ingevuld.")),
        Point(N_("Volgende keer"), N_("Ook als het goed gaat.")),
    ),
    may_ask=(
        N_("Hoe is het echt, op je werk?"),
        N_("Wat gaat beter dan je had verwacht?"),
        N_("Waar moet je op je tenen lopen?"),
        N_("Doe ik genoeg? Of te veel?"),
        N_("Wat zal ik doen als ik merk dat het minder gaat?"),
        N_("Voor welke oude gewoonte in het werk let je op?"),
    ),
    never_extra=(N_("Je bent toch weer beter?"),),
    do=(
        N_("Benoem ook wat goed gaat."),
        N_("Houd de afspraak, juist als het druk is."),
    ),
    dont=(
        N_("Een lijst met signalen over iemand invullen."),
        N_("Alleen praten als er iets misgaat."),
    ),
    record=(N_("De check-in in het nazorgplan: alleen werk en afspraken."),),
    after=(
        N_("De volgende check-in staat in de agenda."),
        N_("Na een lang verzuim valt een deel van de mensen later weer uit. Daarom stopt nazorg niet na een maand."),
    ),
)

FREQUENT: Final = TalkGuide(
    key="frequent_verzuim",
    title=N_("Frequent verzuim"),
    goal=N_("Kijken of er in het werk iets kan veranderen."),
    when=N_("Bij drie of meer meldingen in twaalf maanden. Nooit tijdens een ziekmelding."),
    duration=N_("30 minuten"),
    prepare=(N_("Zet alleen de data van de meldingen op een rij."),),
    agenda=(
        Point(N_("Wat ik zie: de data"), N_("Noem de data. Meer niet.")),
        Point(N_("Speelt er iets in het werk?"), N_("Drukte, rooster, sfeer, taken.")),
        Point(N_("Wat kan helpen?"), N_("Laat {naam} eerst zelf iets noemen.")),
        Point(N_("Afspraak en volgende keer"), N_("Eén of twee dingen die jullie echt gaan doen.")),
    ),
    may_ask=(
        N_("Ik zie drie meldingen dit half jaar. Kan ik in het werk iets voor je veranderen?"),
        N_("Wat maakt een werkdag goed voor je?"),
        N_("Welke taak of dienst zou je anders willen?"),
        N_("Wil je er eens met de bedrijfsarts over praten?"),
    ),
    never_extra=(N_("Is het soms altijd op maandag?"),),
    do=(N_("Zeg dat het gesprek bedoeld is om te helpen."),),
    dont=(
        N_("Een vermoeden uitspreken."),
        N_("Naar redenen vragen."),
    ),
    record=(N_("Alleen de afspraken."),),
    after=(N_("Kijk op de afgesproken dag samen terug."),),
)

CONFLICT: Final = TalkGuide(
    key="conflict_gesprek_van_drie",
    title=N_("Conflict, gesprek van drie"),
    goal=N_("Weer met elkaar in gesprek komen, met iemand erbij die geen partij is."),
    when=N_("Als jullie er samen niet uitkomen. Liefst binnen een week."),
    duration=N_("60 minuten"),
    prepare=(
        N_("Kies samen wie erbij zit. Die persoon is van niemand."),
        N_("Lees wat de bedrijfsarts adviseert: een gesprek, mediation of een korte time-out."),
        N_("Schrijf voor jezelf op wat je wilt bereiken, niet wie gelijk heeft."),
    ),
    agenda=(
        Point(N_("Waarom we hier zitten"), N_("De derde opent en legt de regels uit.")),
        Point(N_("Het verhaal van {naam}"), N_("Laat uitpraten. Vat samen voordat je antwoordt.")),
        Point(N_("Het verhaal van de werkgever"), N_("Kort, met voorbeelden uit het werk.")),
        Point(N_("Waar zijn we het over eens?"), N_("Begin klein. Er is altijd iets.")),
        Point(N_("Wat moet er veranderen in het werk?"), N_("Taken, uren, plek, manier van praten.")),
        Point(N_("Wat doen we, wie en wanneer?"), N_("Spreek ook af hoe jullie tot dan contact houden.")),
        Point(N_("En als het niet lukt?"), N_("Mediation, of UWV om een deskundigenoordeel vragen.")),
        Point(N_("Volgende afspraak"), N_("Binnen een paar weken, met dezelfde derde.")),
    ),
    may_ask=(
        N_("Wat wil je dat ik begrijp?"),
        N_("Wat heb je nodig om weer met ons te kunnen praten?"),
        N_("Welke afspraak zou vertrouwen geven?"),
        N_("Met wie bespreek je je werk het liefst?"),
        N_("Wat kan ik anders doen?"),
    ),
    never_extra=(N_("Ben je wel echt ziek, of ben je boos?"),),
    do=(
        N_("Spreek over wat er gebeurde, niet over hoe iemand is."),
        N_("Neem pauze als het hoog oploopt."),
    ),
    dont=(
        N_("Zoeken naar schuld."),
        N_("Met loon of ontslag dreigen."),
        N_("Wachten tot het vanzelf overgaat. De re-integratie loopt door."),
    ),
    record=(N_("Alleen de afspraken. Wie wat vond, blijft in de kamer."),),
    after=(
        N_("Stuur de afspraken aan iedereen die erbij was."),
        N_("Lukt het niet? Leg het voor aan de bedrijfsarts of vraag een deskundigenoordeel aan."),
    ),
)

TEAM_SHEET: Final = TalkGuide(
    key="team_en_reflectie",
    title=N_("Team- en reflectieblad"),
    goal=N_("Met elkaar nadenken over hoe jullie als bedrijf omgaan met verzuim. Nooit over één persoon."),
    when=N_("Een paar keer per jaar, los van een dossier."),
    duration=N_("45 minuten"),
    prepare=(N_("Spreek af: geen namen, geen gevallen."),),
    agenda=(
        Point(N_("Kun je hier zeggen dat iets niet lukt?"), N_("Vraag naar een voorbeeld uit het werk.")),
        Point(N_("Is tijdelijk ander werk gewoon, of ligt het gevoelig?"), N_("Wie deed het al eens?")),
        Point(N_("Wat spreken wij af over nazorg?"), N_("Wie plant het, en wie houdt het vol?")),
        Point(N_("Welke signalen heb ik gemist?"), N_("Denk voor jezelf. Delen mag, maar hoeft niet.")),
        Point(
            N_("Wie doet wat?"),
            N_("Leidinggevende, eigenaar, bedrijfsarts, casemanager en bedrijfsmaatschappelijk werk."),
        ),
        Point(N_("Zijn de lijnen kort?"), N_("Weet iedereen wie hij belt?")),
        Point(N_("Hoe betrekken we de werknemer zelf?"), N_("Niets over iemand afspreken zonder die persoon.")),
    ),
    may_ask=(
        N_("Wat herken je uit je eigen werk?"),
        N_("Welke vraag over nazorg of begeleiding heb je?"),
        N_("Stelling: een leidinggevende krijgt het verzuim dat hij verdient. Waar klopt dat niet?"),
    ),
    never_extra=(N_("Over wie gaat dit?"),),
    do=(N_("Gebruik de stelling alleen om het gesprek te openen. Het is geen feit."),),
    dont=(N_("Over een collega praten die er niet bij is."),),
    record=(N_("Alleen afspraken voor het hele team."),),
    after=(N_("Kies één ding om deze maand anders te doen."),),
)

LATE: Final = (TERUGVAL, EERSTEJAARS, SPOOR_2, NAZORG, FREQUENT, CONFLICT)
