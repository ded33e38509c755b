"""The steps before a talk: what kind, when, where, with whom, and about what. With these the agenda can be printed."""

from typing import Final

from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.fields import By, Choice, Day, DayTime, Lines, LongText, Need, Option, Table
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.talk_agenda import PLACES
from reintegratie_desktop.forms.talk_columns import PRESENT
from reintegratie_desktop.forms.talk_guides import GUIDES
from reintegratie_desktop.text.i18n import N_


def _kinds() -> tuple[Option, ...]:
    return tuple(Option(guide.key, guide.title, guide.goal) for guide in GUIDES.values())


PREPARE: Final = Step(
    key="voorbereiden",
    title=N_("Voorbereiden"),
    question=N_("Wat voor gesprek is het, wanneer, waar en wie is erbij?"),
    why=N_("De soort kiest de agenda en de vragen die mogen. Je medewerker mag altijd iemand meenemen."),
    example=N_("“Tweewekelijkse check-in, dinsdag om 10 uur, telefoon.”"),
    not_written=N_("Waarom het gesprek op deze plek of dit moment is."),
    source=N_("Regeling procesgang art. 4"),
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
