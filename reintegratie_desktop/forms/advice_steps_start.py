"""The first steps for the advice of the bedrijfsarts: the document and what it concludes."""

from typing import Any, Final

from reintegratie_desktop.forms import rules_advice
from reintegratie_desktop.forms.conditions import Every, Fact, Filled, Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    Attachment,
    By,
    Carry,
    Choice,
    Day,
    LongText,
    Need,
    Note,
    Option,
    Text,
    YesNo,
    options,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

RETURN_NOTE: Final = N_(
    "Ik kreeg een stuk waarin gegevens over gezondheid staan. Die mag ik niet hebben. Ik bewaar het stuk niet. Wil je "
    "mij alleen het advies voor het werk sturen: wat wel kan, wat niet kan, hoeveel uur, en wanneer je weer kijkt?"
)
"""What an employer can send back when the paper says more than he may know."""


def _day_only(value: Any, _context: Context) -> str:  # noqa: ANN401 - a JSON value
    return str(value)[:10]


_LATE = Fact("probleemanalyse_te_laat", rules_advice.is_late)

DOCUMENT: Final = Step(
    key="document",
    title=N_("Document"),
    question=N_("Wanneer was het spreekuur en van wie is het advies?"),
    why=N_(
        "Aan de datum op het stuk is te zien of het advies op tijd is. Vanaf die dag loopt ook de tijd voor het plan "
        "van aanpak."
    ),
    example=N_("“Spreekuur op 10 november, advies van 12 november, ontvangen op 13 november.”"),
    not_written=N_("Wat de bedrijfsarts verder met je medewerker besprak. Dat blijft tussen hen."),
    source=N_("Regeling procesgang art. 2"),
    sections=(
        Section(
            key="document",
            number="A",
            title=N_("Document"),
            fields=(
                Day(
                    key="datum_spreekuur",
                    label=N_("Datum spreekuur"),
                    ask=N_("Op welke dag was het spreekuur?"),
                    help=N_("De dag waarop je medewerker de bedrijfsarts sprak, ook als dat per telefoon was."),
                    why=N_("Zo is te zien dat de bedrijfsarts op tijd heeft gekeken."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    carry=(Carry("melding_arbodienst", "spreekuur_datum", _day_only),),
                ),
                Day(
                    key="datum_document",
                    label=N_("Datum probleemanalyse"),
                    ask=N_("Welke datum staat op het advies?"),
                    help=N_("De datum op het stuk zelf. Niet de dag waarop je het kreeg."),
                    why=N_("Vanaf deze datum loopt de tijd voor het plan van aanpak."),
                    need=Need.REQUIRED,
                    by=By.BA,
                ),
                Text(
                    key="bedrijfsarts",
                    label=N_("Naam bedrijfsarts"),
                    ask=N_("Wie is de bedrijfsarts?"),
                    help=N_("De naam die onder het advies staat."),
                    why=N_("Deze naam komt in het plan van aanpak."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    carry=(Carry("werkgever", "bedrijfsarts"),),
                ),
                Text(
                    key="onder_delegatie",
                    label=N_("Opgesteld onder taakdelegatie door"),
                    ask=N_("Schreef iemand anders het voor de bedrijfsarts?"),
                    help=N_(
                        "Taakdelegatie: iemand van de arbodienst doet een deel van het werk van de "
                        "bedrijfsarts. Die blijft verantwoordelijk."
                    ),
                    why=N_("Dan weet je wie je kunt bellen met een vraag over het advies."),
                    by=By.BA,
                ),
                Day(
                    key="ontvangen_op",
                    label=N_("Ontvangen op"),
                    ask=N_("Wanneer kreeg jij het advies?"),
                    help=N_(
                        "De tijd voor het plan telt vanaf de datum op het stuk. Deze dag laat zien hoeveel er over is."
                    ),
                    why=N_("Kreeg je het laat, dan is dat een goede reden als het plan later wordt."),
                    need=Need.REQUIRED,
                    carry=(Carry("melding_arbodienst", "terugkoppeling_op"),),
                ),
                YesNo(
                    key="kopie_werknemer",
                    label=N_("Werknemer heeft zelfde tekst ontvangen"),
                    ask=N_("Kreeg je medewerker dezelfde tekst?"),
                    why=N_("Jullie maken samen een plan. Dan moeten jullie ook hetzelfde advies voor je hebben."),
                    help=N_("Vraag het na. Een samenvatting is niet genoeg."),
                    need=Need.REQUIRED,
                    must_be=True,
                    must_be_hint=N_("Vraag de arbodienst om je medewerker dezelfde tekst te sturen. Kies daarna ja."),
                ),
                Attachment(
                    key="bijlage",
                    label=N_("Bijlage"),
                    ask=N_("Wil je het advies voor het werk erbij bewaren?"),
                    help=N_(
                        "Alleen het deel voor jou: het advies voor het werk. De probleemanalyse zelf is niet voor jou."
                    ),
                    why=N_(
                        "De probleemanalyse blijft bij de bedrijfsarts. Jij krijgt alleen het advies dat eruit volgt. "
                        "Wat je nodig hebt, vul je in op dit formulier. Voor het verslag voor UWV is ook het stuk zelf "
                        "nodig."
                    ),
                ),
                YesNo(
                    key="avg_check",
                    label=N_("Gecontroleerd: bevat geen medische gegevens"),
                    ask=N_("Heb je het bestand gelezen en staat er niets in over gezondheid?"),
                    help=N_("Lees het hele bestand, ook de bijlagen."),
                    why=N_("Wat je niet mag weten, mag je ook niet bewaren. Ook niet als je het per ongeluk kreeg."),
                    need=Need.CONDITIONAL,
                    when=Filled("bijlage"),
                    not_asked=N_("Er is geen bestand bijgevoegd."),
                    must_be=True,
                    must_be_hint=N_("Haal het bestand weg en stuur het terug. Er gaat verder niets verloren."),
                ),
                Note(
                    key="retour",
                    label=N_("Stuur het stuk terug met deze tekst"),
                    ask=N_("Stuur het stuk terug met deze tekst"),
                    help=N_("Je kunt de tekst kopiëren."),
                    why=N_("Zo weet de arbodienst wat er misging en krijg je alsnog wat je nodig hebt."),
                    body=RETURN_NOTE,
                    when=Every(Filled("bijlage"), Is("avg_check", False)),
                    not_asked=N_("Het stuk hoeft niet terug."),
                ),
                LongText(
                    key="reden_te_laat",
                    label=N_("Reden later dan week 6"),
                    ask=N_("Waarom is het advies later dan week 6?"),
                    help=N_("Schrijf op wat er gebeurde en wat je zelf deed om het sneller te krijgen."),
                    why=N_("Later mag, als jullie het daarover eens zijn en de reden opschrijven."),
                    example=N_("“Het spreekuur van 9 november ging niet door. De eerste nieuwe plek was 23 november.”"),
                    need=Need.CONDITIONAL,
                    guard=True,
                    when=_LATE,
                    not_asked=N_("Niet van toepassing: dit is alleen nodig als het eerste advies later is dan week 6."),
                    writing_lines=4,
                ),
            ),
        ),
    ),
)

CONCLUSION: Final = Step(
    key="conclusie",
    title=N_("Wat zegt de bedrijfsarts"),
    question=N_("Is er werk dat nu kan, en vanaf wanneer?"),
    why=N_("Van dit antwoord hangt af of jullie een plan van aanpak maken en welke uren erin mogen staan."),
    example=N_("“Ander werk kan, vanaf 16 november.”"),
    not_written=N_("Waarom iets niet kan. Alleen dát het niet kan."),
    source=N_("Regeling procesgang art. 2 lid 2"),
    sections=(
        Section(
            key="conclusie",
            number="B",
            title=N_("Conclusie"),
            fields=(
                Choice(
                    key="langdurig",
                    label=N_("Dreigend langdurig verzuim"),
                    ask=N_("Denkt de bedrijfsarts dat het lang gaat duren?"),
                    help=N_("Bij nee is een plan van aanpak nu niet nodig."),
                    why=N_("Vanaf nu houd je een dossier bij: afspraken, gewerkte uren en brieven."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=options(N_("Ja"), N_("Nee")),
                ),
                Choice(
                    key="benutbaar",
                    label=N_("Benutbare mogelijkheden"),
                    ask=N_("Welk werk kan er volgens de bedrijfsarts?"),
                    why=N_("Dit is de kern van het advies. De rest van het formulier volgt hieruit."),
                    help=N_("Neem over wat er staat. Twijfel je, bel dan de bedrijfsarts."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=(
                        *options(
                            N_("Volledig eigen werk"),
                            N_("Deels eigen werk"),
                            N_("Eigen werk met aanpassingen"),
                            N_("Ander werk"),
                        ),
                        Option(
                            "marginaal",
                            N_("Marginaal"),
                            N_("Heel weinig: korte, lichte taken waar niemand op wacht."),
                        ),
                        Option(
                            "geen_tijdelijk", N_("Geen (tijdelijk)"), N_("Nu kan er geen werk, later misschien wel.")
                        ),
                        Option(
                            "geen_duurzaam",
                            N_("Geen (duurzaam)"),
                            N_("Er kan geen werk, en de bedrijfsarts verwacht dat dit zo blijft."),
                        ),
                    ),
                ),
                Day(
                    key="per_datum",
                    label=N_("Geldig vanaf"),
                    ask=N_("Vanaf welke dag geldt dit?"),
                    help=N_("Staat er geen dag bij? Neem dan de datum van het advies."),
                    why=N_("Eerder beginnen dan deze dag mag niet."),
                    need=Need.REQUIRED,
                    by=By.BA,
                ),
                Choice(
                    key="arbeidsverhouding",
                    label=N_("Arbeidsverhouding belemmert terugkeer"),
                    ask=N_("Staat er dat iets tussen mensen op het werk de terugkeer in de weg zit?"),
                    help=N_("Neem over wat er staat. Wie gelijk heeft, hoort hier niet."),
                    why=N_("Dan hoort een gesprek daarover bij het plan. Anders blijft de terugkeer steken."),
                    by=By.BA,
                    options=options(N_("Ja"), N_("Nee"), N_("Niet besproken")),
                ),
                Choice(
                    key="advies_conflict",
                    label=N_("Advies bij verstoorde arbeidsverhouding"),
                    ask=N_("Wat raadt de bedrijfsarts daarvoor aan?"),
                    help=N_("Alleen wat er in het advies staat."),
                    why=N_("Wat de bedrijfsarts aanraadt, komt als afspraak in het plan."),
                    by=By.BA,
                    when=Is("arbeidsverhouding", "ja"),
                    not_asked=N_("Er staat niet in het advies dat de arbeidsverhouding de terugkeer belemmert."),
                    options=(
                        *options(N_("Gesprek")),
                        Option(
                            "mediation", N_("Mediation"), N_("Een gesprek met hulp van iemand die geen partij kiest.")
                        ),
                        Option(
                            "time_out", N_("Time-out"), N_("Een korte periode van rust, met een afgesproken einde.")
                        ),
                        *options(N_("Geen")),
                    ),
                ),
            ),
        ),
    ),
)
