"""The guides for talks that stand apart: about many short absences, about a conflict; and the sheet for the team."""

from typing import Final

from reintegratie_desktop.forms.talk_guide import Point, TalkGuide
from reintegratie_desktop.text.i18n import N_

FREQUENT: Final = TalkGuide(
    key="frequent_verzuim",
    title=N_("Frequent verzuim"),
    goal=N_("Kijken of er in het werk iets kan veranderen."),
    when=N_("Bij drie of meer meldingen in twaalf maanden. Nooit tijdens een ziekmelding."),
    duration=N_("30 minuten"),
    prepare=(N_("Zet alleen de data van de meldingen op een rij."),),
    agenda=(
        Point(
            N_("Wat ik zie: de data"),
            N_("Noem de data. Meer niet."),
            asks=(N_("Ik zie drie meldingen dit half jaar. Kan ik in het werk iets voor je veranderen?"),),
        ),
        Point(
            N_("Speelt er iets in het werk?"),
            N_("Drukte, rooster, sfeer, taken."),
            asks=(N_("Wat maakt een werkdag goed voor je?"),),
        ),
        Point(
            N_("Wat kan helpen?"),
            N_("Laat {naam} eerst zelf iets noemen."),
            feeds="nodig",
            asks=(
                N_("Welke taak of dienst zou je anders willen?"),
                N_("Wil je er eens met de bedrijfsarts over praten?"),
            ),
        ),
        Point(N_("Afspraak en volgende keer"), N_("Eén of twee dingen die jullie echt gaan doen."), closes=True),
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
        Point(
            N_("Het verhaal van {naam}"),
            N_("Laat uitpraten. Vat samen voordat je antwoordt."),
            asks=(N_("Wat wil je dat ik begrijp?"),),
        ),
        Point(N_("Het verhaal van de werkgever"), N_("Kort, met voorbeelden uit het werk.")),
        Point(N_("Waar zijn we het over eens?"), N_("Begin klein. Er is altijd iets.")),
        Point(
            N_("Wat moet er veranderen in het werk?"),
            N_("Taken, uren, plek, manier van praten."),
            asks=(
                N_("Wat kan ik anders doen?"),
                N_("Met wie bespreek je je werk het liefst?"),
            ),
        ),
        Point(
            N_("Wat doen we, wie en wanneer?"),
            N_("Spreek ook af hoe jullie tot dan contact houden."),
            asks=(N_("Welke afspraak zou vertrouwen geven?"),),
        ),
        Point(
            N_("En als het niet lukt?"),
            N_("Mediation, of UWV om een deskundigenoordeel vragen."),
            asks=(N_("Wat heb je nodig om weer met ons te kunnen praten?"),),
        ),
        Point(N_("Volgende afspraak"), N_("Binnen een paar weken, met dezelfde derde."), closes=True),
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
