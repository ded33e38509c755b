"""The guides for talks when it stalls, after a year, about other work and after the return; and the team sheet."""

from typing import Final

from reintegratie_desktop.forms.talk_guide import Point, TalkGuide
from reintegratie_desktop.forms.talk_guides_apart import CONFLICT, FREQUENT, TEAM_SHEET
from reintegratie_desktop.text.i18n import N_

__all__ = ["LATE", "PATHS", "TEAM_SHEET"]

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
            N_("Het rooster lukt niet. Zie ik dat goed?"),
            N_("Zeg wat je ziet in de uren. Geef er geen uitleg bij."),
            asks=(N_("Welke afspraak past niet meer?"),),
        ),
        Point(
            N_("Wat in het werk maakt het lastig?"),
            N_("Drukte, een onduidelijke rol, vragen tussendoor, het tempo."),
            feeds="lastig",
            asks=(N_("Waar in het werk loop je vast?"),),
        ),
        Point(
            N_("Wat wil jij dat er verandert?"),
            N_("Laat {naam} eerst zelf een voorstel doen."),
            feeds="nodig",
            asks=(N_("Wanneer voel je je wel gehoord?"),),
        ),
        Point(
            N_("Wie moet erbij?"),
            N_("De casemanager, het bedrijfsmaatschappelijk werk of de bedrijfsarts."),
            asks=(N_("Wie mag er bij het volgende gesprek zitten?"),),
        ),
        Point(
            N_("Uren of taken een tijdje lager"),
            N_("Tot er een nieuw advies is. Hoger mag nu niet."),
            asks=(N_("Zullen we het tempo samen voorleggen aan de bedrijfsarts?"),),
        ),
        Point(
            N_("Volgende week weer praten"),
            N_("Spreek een dag af, niet later dan over een week."),
            asks=(N_("Wie mag er bij het volgende gesprek zitten?"),),
            closes=True,
        ),
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
        Point(
            N_("Terugblik: het plan, de uren, wat is gelukt"),
            N_("Begin met wat goed ging."),
            asks=(
                N_("Waar ben je trots op?"),
                N_("Wat vind je van wat wij deden?"),
            ),
        ),
        Point(N_("De adviezen: bedrijfsarts en arbeidsdeskundige"), N_("Alleen wat ze zeggen over het werk.")),
        Point(
            N_("Is er hier op korte termijn blijvend werk?"),
            N_("Eigen werk, aangepast werk of ander werk."),
            asks=(N_("Welk werk zou je hier over drie maanden kunnen doen? Hoeveel uur?"),),
        ),
        Point(
            N_("Spoor 2: beginnen, of waarom nu nog niet"),
            N_("Spoor 2 mag naast het werk hier lopen."),
            asks=(N_("Hoe kijk je aan tegen zoeken buiten ons bedrijf, naast je werk hier?"),),
        ),
        Point(
            N_("Het doel voor jaar 2"),
            N_("Eén doel waar jullie allebei achter staan."),
            asks=(N_("Wat kun en wil je graag?"),),
        ),
        Point(
            N_("Wat heb je nodig?"),
            N_("Ook dingen die alleen jij kunt regelen."),
            feeds="nodig",
            asks=(N_("Welke cursus zou helpen?"),),
        ),
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
        Point(
            N_("De zeven wegen langs"),
            N_("Leg ze naast elkaar. Meer dan één mag."),
            asks=(
                N_("Welke weg spreekt je aan?"),
                N_("Wat wil je graag houden?"),
            ),
        ),
        Point(
            N_("Wat kun en wil je?"),
            N_("Laat {naam} eerst kiezen."),
            asks=(
                N_("Welke ervaring zou je willen opdoen?"),
                N_("Wat zou je hier missen?"),
            ),
        ),
        Point(N_("Wat betekent het voor je contract?"), N_("Spoor 2 maakt geen einde aan het contract.")),
        Point(N_("Welk bureau?"), N_("Samen kiezen werkt beter."), asks=(N_("Wie wil je erbij hebben?"),)),
        Point(N_("Loopt spoor 1 ernaast door?"), N_("Werk hier en zoeken elders kunnen samengaan.")),
        Point(
            N_("Eerste stap en volgend contact"),
            N_("Klein, met een datum."),
            asks=(N_("Wanneer is voor jou een goed moment om erover te praten?"),),
            closes=True,
        ),
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
        Point(
            N_("Hoe gaat het echt, op het werk?"),
            N_("Terug zijn is niet hetzelfde als er al zijn."),
            asks=(N_("Hoe is het echt, op je werk?"),),
        ),
        Point(
            N_("Wat gaat goed, welk klein succes?"),
            N_("Hier mag je bij stilstaan."),
            feeds="goed",
            asks=(N_("Wat gaat beter dan je had verwacht?"),),
        ),
        Point(
            N_("Wat is nog spannend?"),
            N_("Luister. Je hoeft het niet op te lossen."),
            feeds="lastig",
            asks=(N_("Waar moet je op je tenen lopen?"),),
        ),
        Point(N_("Past het werk?"), N_("Taken, tempo, drukte en rol.")),
        Point(N_("Weten collega’s wat ze moeten weten?"), N_("Vraag of {naam} iets wil veranderen.")),
        Point(
            N_("Welke afspraken blijven, welke mogen weg?"),
            N_("Schrap samen wat niet meer nodig is."),
            asks=(N_("Doe ik genoeg? Of te veel?"),),
        ),
        Point(
            N_("De leeslijst met signalen, als je wilt"),
            N_("Samen lezen. Er wordt niets ingevuld."),
            asks=(
                N_("Wat zal ik doen als ik merk dat het minder gaat?"),
                N_("Voor welke oude gewoonte in het werk let je op?"),
            ),
        ),
        Point(N_("Volgende keer"), N_("Ook als het goed gaat."), closes=True),
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

LATE: Final = (TERUGVAL, EERSTEJAARS, SPOOR_2, NAZORG, FREQUENT, CONFLICT)
