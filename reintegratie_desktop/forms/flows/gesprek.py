"""A talk with a sick employee: the agenda before it, the report after it. One form for every kind of talk."""

from typing import Final

from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.conditions import Fact, Filled, Is, Not, Some
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    DayTime,
    Lines,
    LongText,
    Need,
    Option,
    Signature,
    Table,
    Text,
    Tick,
    YesNo,
    options,
)
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.talk_agenda import PLACES, agenda_extra, agenda_snapshot
from reintegratie_desktop.forms.talk_columns import COMING_WEEKS, NEW_AGREEMENTS, OLD_AGREEMENTS, PRESENT
from reintegratie_desktop.forms.talk_guide import WRITE_ONLY
from reintegratie_desktop.forms.talk_guides import GUIDES
from reintegratie_desktop.text.i18n import N_

__all__ = ["AGENDA_STEPS", "FLOW", "agenda_extra", "agenda_findings", "agenda_snapshot"]

AGENDA_STEPS: Final = ("voorbereiden", "agenda")
"""What is filled in before the talk; with these the agenda can be printed."""

NOT_WRITTEN: Final = N_("Hoe iemand zich voelt, of wat iemand vertelt over thuis. Ook niet als het uit zichzelf komt.")

WORKING_AGAIN: Final = Some(
    Is("schema", "voor", "op", "achter"),
    Is("soort", rules_talk.RETURN, rules_talk.STALLS, "zesweken_evaluatie"),
    Filled("taken_dagen_uren"),
)
"""There are hours to talk about."""


def _kinds() -> tuple[Option, ...]:
    return tuple(Option(guide.key, guide.title, guide.goal) for guide in GUIDES.values())


def _maker(context: Context) -> dict[str, str]:
    return {"naam": rules_talk.supervisor(context), "datum": "", "status": "nog_niet"}


PREPARE: Final = Step(
    key="voorbereiden",
    title=N_("Voorbereiden"),
    question=N_("Wat voor gesprek is het, wanneer, waar en wie is erbij?"),
    why=N_("De soort kiest de agenda en de vragen die mogen. Je medewerker mag altijd iemand meenemen."),
    example=N_("“Tweewekelijkse check-in, dinsdag om 10 uur, telefoon.”"),
    not_written=N_("Waarom het gesprek op deze plek of dit moment is."),
    source=N_("Regeling procesgang eerste en tweede ziektejaar, artikel 4"),
    sections=(
        Section(
            key="voorbereiding",
            number="A",
            title=N_("Voorbereiding"),
            fields=(
                Choice(
                    key="soort",
                    label=N_("Soort gesprek"),
                    ask=N_("Wat voor gesprek is het?"),
                    need=Need.REQUIRED,
                    options=_kinds(),
                    default=rules_talk.suggested_kind,
                ),
                DayTime(
                    key="datum",
                    label=N_("Datum en tijd"),
                    ask=N_("Wanneer is het gesprek?"),
                    help=N_("Kies een moment waarop jullie allebei rust hebben."),
                    need=Need.REQUIRED,
                    default=rules_talk.agreed_moment,
                ),
                Choice(
                    key="plaats",
                    label=N_("Plaats"),
                    ask=N_("Waar is het gesprek?"),
                    help=N_("Thuis alleen als je medewerker dat zelf vraagt."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=PLACES,
                ),
                Table(
                    key="aanwezig",
                    label=N_("Aanwezigen"),
                    ask=N_("Wie is erbij?"),
                    help=N_("Je medewerker mag iemand meenemen."),
                    need=Need.REQUIRED,
                    row_name=N_("aanwezige"),
                    default=rules_talk.present,
                    columns=PRESENT,
                ),
            ),
        ),
    ),
)

AGENDA: Final = Step(
    key="agenda",
    title=N_("Agenda"),
    question=N_("Waarover gaat het gesprek?"),
    why=N_("Wie de punten vooraf kent, komt rustiger binnen en kan zelf iets inbrengen."),
    example=N_("“Komende periode: welke taken, welke dagen, hoe lang?”"),
    not_written=N_("Punten die niet over het werk gaan. De agenda kan op tafel blijven liggen."),
    sections=(
        Section(
            key="agenda",
            number="B",
            title=N_("Agenda"),
            fields=(
                Lines(
                    key="agenda",
                    label=N_("Agenda"),
                    ask=N_("Welke punten bespreken jullie?"),
                    help=N_("Deze punten passen bij de soort gesprek. Haal weg, voeg toe, verschuif."),
                    need=Need.REQUIRED,
                    guard=True,
                    default=rules_talk.suggested_agenda,
                ),
                LongText(
                    key="inbreng_wn",
                    label=N_("Punten van de werknemer"),
                    ask=N_("Wat wil je medewerker bespreken?"),
                    why=N_("Zo gaat het gesprek ook over wat je medewerker belangrijk vindt."),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=3,
                ),
                Day(
                    key="gedeeld",
                    label=N_("Agenda vooraf gedeeld op"),
                    ask=N_("Wanneer heb je de agenda gestuurd?"),
                    help=N_("Liefst een paar dagen van tevoren."),
                ),
            ),
        ),
    ),
)

TALK: Final = Step(
    key="gesprek",
    title=N_("Het gesprek"),
    question=N_("Hoe gaat het met het werk?"),
    why=N_("Een kort verslag is genoeg. Je hoeft niet alles op te schrijven om iemand serieus te nemen."),
    example=N_("“Inpakken gaat goed. Bestellingen kosten nog veel tijd. Vraagt om een vaste plek.”"),
    not_written=NOT_WRITTEN,
    sections=(
        Section(
            key="verslag",
            number="C",
            title=N_("Verslag"),
            fields=(
                LongText(
                    key="werk_nu",
                    label=N_("Hoe gaat het met het werk? (taken, uren, tempo)"),
                    ask=N_("Hoe gaat het met het werk?"),
                    help=WRITE_ONLY,
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=3,
                ),
                Text(
                    key="goed",
                    label=N_("Wat gaat goed? (eerste succes)"),
                    ask=N_("Wat gaat goed?"),
                    help=WRITE_ONLY,
                    by=By.WN,
                    max_length=500,
                    guard=True,
                ),
                Text(
                    key="lastig",
                    label=N_("Wat is lastig in het werk?"),
                    ask=N_("Wat is lastig in het werk?"),
                    help=WRITE_ONLY,
                    by=By.WN,
                    max_length=500,
                    guard=True,
                    writing_lines=2,
                ),
                Text(
                    key="nodig",
                    label=N_("Wat heeft de werknemer nodig van de werkgever?"),
                    ask=N_("Wat heeft je medewerker van jou nodig?"),
                    help=WRITE_ONLY,
                    by=By.WN,
                    max_length=500,
                    guard=True,
                    writing_lines=2,
                ),
                Choice(
                    key="schema",
                    label=N_("Ligt de opbouw op schema?"),
                    ask=N_("Ligt de opbouw op schema?"),
                    help=N_("Komt uit de weekstaat, als daar al uren in staan. Minder uren is geen verwijt."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    options=options(N_("Voor"), N_("Op"), N_("Achter"), N_("Nog geen opbouw")),
                    default=rules_talk.schedule_state,
                ),
            ),
        ),
    ),
)

AGREEMENTS: Final = Step(
    key="afspraken",
    title=N_("Afspraken"),
    question=N_("Wat is er gedaan, en wat spreken jullie nu af?"),
    why=N_("Een afspraak met een naam en een dag gebeurt. Een afspraak zonder blijft liggen."),
    example=N_("“Voorraad boeken op dinsdag en donderdag, Joyce legt de lijst klaar, vanaf 3 maart.”"),
    not_written=N_("De reden achter een afspraak die niet lukte, als die niet over het werk gaat."),
    source=N_("Regeling procesgang eerste en tweede ziektejaar, artikel 4, lid 2"),
    sections=(
        Section(
            key="afspraken",
            number="D",
            title=N_("Afspraken"),
            fields=(
                Table(
                    key="afspraken_oud",
                    label=N_("Vorige afspraken"),
                    ask=N_("Wat kwam er van de vorige afspraken?"),
                    help=N_("Uit het vorige gesprek en het plan van aanpak. Begin bij die van jou."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("afspraak"),
                    default=rules_talk.open_agreements,
                    when=Fact("er_zijn_open_afspraken", rules_talk.has_open_agreements),
                    not_asked=N_("Er zijn geen open afspraken uit een eerder gesprek of uit het plan."),
                    columns=OLD_AGREEMENTS,
                ),
                Tick(
                    key="geen_afspraken",
                    label=N_("Geen nieuwe afspraken"),
                    ask=N_("Zijn er geen nieuwe afspraken?"),
                    help=N_("Zo is duidelijk dat het niet vergeten is."),
                    by=By.BOTH,
                    when=Some(Is("geen_afspraken", True), Not(Filled("afspraken_nieuw"))),
                ),
                Table(
                    key="afspraken_nieuw",
                    label=N_("Nieuwe afspraken"),
                    ask=N_("Wat spreken jullie af?"),
                    help=N_("Elke afspraak heeft één naam en één dag."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("afspraak"),
                    when=Some(Not(Is("geen_afspraken", True)), Filled("afspraken_nieuw")),
                    not_asked=N_("Er zijn geen nieuwe afspraken gemaakt."),
                    columns=NEW_AGREEMENTS,
                ),
                Table(
                    key="taken_dagen_uren",
                    label=N_("Komende periode: taken, dagen, uren"),
                    ask=N_("Welke dagen, uren en taken de komende weken?"),
                    help=N_("Nooit meer uren dan het advies van de bedrijfsarts."),
                    need=Need.CONDITIONAL,
                    required_when=Is("soort", rules_talk.RETURN),
                    by=By.BOTH,
                    row_name=N_("week"),
                    when=WORKING_AGAIN,
                    not_asked=N_("Er is nog geen opbouw van uren."),
                    columns=COMING_WEEKS,
                    writing_lines=3,
                ),
            ),
        ),
    ),
)

CLOSE: Final = Step(
    key="afsluiten",
    title=N_("Afsluiten"),
    question=N_("Wanneer spreken jullie elkaar weer?"),
    why=N_("Een gesprek zonder volgende datum wordt vaak het laatste. Daarom is de datum nodig."),
    example=N_("“Maandag 14 december om 16 uur, in de winkel.”"),
    not_written=NOT_WRITTEN,
    sections=(
        Section(
            key="afsluiting",
            number="E",
            title=N_("Afsluiting"),
            fields=(
                Choice(
                    key="bedrijfsarts_nodig",
                    label=N_("Overleg bedrijfsarts nodig?"),
                    ask=N_("Is er een vraag voor de bedrijfsarts?"),
                    help=N_("Twijfelen jullie over uren of taken? Leg het voor."),
                    need=Need.REQUIRED,
                    options=(Option("nee", N_("Nee")), Option("ja", N_("Ja, de vraag is:"))),
                ),
                Text(
                    key="vraag_bedrijfsarts",
                    label=N_("Vraag aan de bedrijfsarts"),
                    ask=N_("Wat is de vraag?"),
                    help=N_("Vraag wat kan in het werk, hoeveel en wanneer. Niet hoe het met iemand gaat."),
                    example=N_("“Past vier dagen van 3 uur vanaf januari?”"),
                    need=Need.CONDITIONAL,
                    max_length=500,
                    guard=True,
                    when=Is("bedrijfsarts_nodig", "ja"),
                    not_asked=N_("Er is geen vraag voor de bedrijfsarts."),
                    writing_lines=1,
                ),
                Choice(
                    key="koffie",
                    label=N_("Kop koffie op het werk"),
                    ask=N_("Is er gesproken over een kop koffie op het werk?"),
                    help=N_("Nooit een plicht."),
                    paper_help=N_("Nooit een plicht."),
                    by=By.WN,
                    options=options(
                        N_("Niet besproken"),
                        N_("Werknemer wil wel"),
                        N_("Werknemer wil (nog) niet"),
                        N_("Geweest"),
                    ),
                ),
                DayTime(
                    key="volgende",
                    label=N_("Volgende afspraak"),
                    ask=N_("Wanneer spreken jullie elkaar weer?"),
                    help=N_("Dag en tijd. Prik ze voordat jullie opstaan."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                ),
                YesNo(
                    key="eerder",
                    label=N_("Afgesproken dat werknemer altijd eerder mag bellen?"),
                    ask=N_("Is afgesproken dat je medewerker altijd eerder mag bellen?"),
                    why=N_("Wie weet dat bellen mag, belt eerder, en dan is er meer te regelen."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="verzonden",
                    label=N_("Verslag verzonden op"),
                    ask=N_("Wanneer geef je het verslag mee?"),
                    help=N_("Vul de dag in waarop je het verslag stuurt. Liefst binnen twee werkdagen."),
                    need=Need.REQUIRED,
                ),
                LongText(
                    key="reactie_wn",
                    label=N_("Reactie werknemer op verslag"),
                    ask=N_("Wat vindt je medewerker van het verslag?"),
                    help=N_("Mag leeg blijven."),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=3,
                ),
                Day(
                    key="gezien",
                    label=N_("Gezien door werknemer op"),
                    ask=N_("Wanneer heeft je medewerker het gelezen?"),
                    help=N_("Gezien is niet hetzelfde als akkoord."),
                    paper_help=N_("Gezien is niet: akkoord."),
                    by=By.WN,
                ),
                Signature(
                    key="hand_wg",
                    label=N_("Gemaakt door"),
                    help=N_("De handtekening zelf komt op papier."),
                    role=N_("Werkgever"),
                    means=N_("Betekent: zo is het gesprek gegaan, dit verslag is van mij."),
                    default=_maker,
                ),
                Signature(
                    key="hand_wn",
                    label=N_("Gezien door werknemer"),
                    help=N_("Niet tekenen mag. Het verslag telt dan gewoon mee."),
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb dit gelezen. Niet: ik ben het ermee eens."),
                    by=By.WN,
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="gesprek",
    code="GV",
    version="1.0",
    title=N_("Gespreksagenda en gespreksverslag"),
    purpose=N_(
        "De agenda is voor het gesprek, het verslag voor daarna. Schrijf alleen over werk, afspraken en mogelijkheden. "
        "Geef de werknemer een kopie."
    ),
    duration=N_("ongeveer 10 minuten, naast het gesprek zelf"),
    date_field="datum",
    repeatable=True,
    steps=(PREPARE, AGENDA, TALK, AGREEMENTS, CLOSE),
    rules=rules_talk.RULES,
)
"""The form for every kind of talk: 22 fields."""


def agenda_findings(answers: Answers, context: Context) -> tuple[Finding, ...]:
    """Return what still misses before the agenda can be printed; the report may be empty then."""
    keys = {field.key for step in FLOW.steps if step.key in AGENDA_STEPS for field in step.fields}
    return tuple(finding for finding in FLOW.findings(answers, context) if finding.key in keys)
