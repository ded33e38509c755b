"""The steps of the talk itself: what was said about the work, and what was agreed."""

from typing import Final

from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.conditions import Fact, Filled, Is, Not, Some
from reintegratie_desktop.forms.fields import By, Choice, LongText, Need, Table, Text, Tick, options
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.talk_columns import COMING_WEEKS, NEW_AGREEMENTS, OLD_AGREEMENTS
from reintegratie_desktop.forms.talk_guide import NOT_WRITTEN, WRITE_ONLY
from reintegratie_desktop.text.i18n import N_

WORKING_AGAIN: Final = Some(
    Is("schema", "voor", "op", "achter"),
    Is("soort", rules_talk.RETURN, rules_talk.STALLS, "zesweken_evaluatie"),
    Filled("taken_dagen_uren"),
)
"""There are hours to talk about."""

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
    source=N_("Regeling procesgang art. 4 lid 2"),
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
