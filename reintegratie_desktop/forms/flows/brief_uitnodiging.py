"""The letter that invites to a talk: friendly, with what it is about, and with the way out when it does not suit."""

from typing import Final

from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import By, Choice, DayTime, Lines, Need, Option, Text
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import (
    address_lines,
    dear,
    first_name,
    moment,
    paragraphs,
    points,
    reach,
    words,
)
from reintegratie_desktop.forms.rules_letters_talk import INVITATION
from reintegratie_desktop.forms.rules_talk import CHECK_IN, STALLS, agreed_moment, present, suggested_kind
from reintegratie_desktop.forms.talk_guides import GUIDES, agenda_for
from reintegratie_desktop.text.i18n import N_, _

PLANNED_TALK: Final = "gesprek_gepland"
"""Under this name a context holds the first talk to come that is being prepared: `datum`, a day with a time."""


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    return paragraphs(
        dear(context),
        _("Graag spreek ik je op {datumtijd} ({plaats}). We nemen ongeveer {duur}.").format(
            datumtijd=moment(answers.get("datumtijd")), plaats=words(answers, "plaats"), duur=words(answers, "duur")
        ),
        _("Ik wil het hebben over:\n{agenda}\nHeb je zelf punten, laat ze me weten.").format(
            agenda=points(answers.get("agenda"))
        ),
        _(
            "Je mag iemand meenemen. Komt het niet uit, bel me dan op {telefoon}; dan zoeken we een ander moment."
        ).format(telefoon=words(answers, "antwoord")),
        _("Over je gezondheid hoef je niets te vertellen; we praten over werk en over wat jij van ons nodig hebt."),
        _("Groet,"),
    )


def _kinds() -> tuple[Option, ...]:
    return tuple(Option(guide.key, guide.title, guide.goal) for guide in GUIDES.values())


def _agenda(answers: Answers, context: Context) -> list[str] | None:
    kind = str(answers.get("soort") or "")
    found = agenda_for(kind, first_name(context))
    # A letter can be read by others: why the talk is held is said in the talk itself.
    return [_("Het rooster en de uren"), *found[1:]] if kind == STALLS else found or None


def _duration(answers: Answers, _context: Context) -> str | None:
    guide = GUIDES.get(str(answers.get("soort") or ""))
    return _(guide.duration) if guide else None


def _kind(context: Context) -> str:
    """Return a kind that says nothing about how it goes: another one is for the user to choose."""
    kind = suggested_kind(context)
    return CHECK_IN if kind == STALLS else kind


def _when(context: Context) -> str | None:
    """Return the moment of the talk that is being prepared or was agreed, when it is still to come."""
    agreed = context.get(PLANNED_TALK, "datum") or agreed_moment(context)
    return agreed if agreed is not None and agreed > context.today.isoformat() and not agreed.endswith("T") else None


def _place(context: Context) -> str | None:
    return ", ".join(address_lines(context.get("werkgever", "adres"))) or None


def _who(context: Context) -> list[str] | None:
    return [row["naam"] for row in present(context) or ()] or None


CONTENT: Final = Step(
    key="gesprek",
    title=N_("Het gesprek"),
    question=N_("Wat voor gesprek is het, wanneer en waar?"),
    why=N_("Wie vooraf weet waarover het gaat en wie erbij is, komt rustiger binnen."),
    example=N_("“Vrijdag 6 maart om 10 uur, op kantoor in kamer 2, ongeveer 45 minuten.”"),
    not_written=N_("Waarom het gesprek nu nodig is, als dat over gezondheid gaat."),
    source=N_("Regeling procesgang art. 4"),
    sections=(
        Section(
            key="inhoud",
            title=N_("Het gesprek"),
            fields=(
                Choice(
                    key="soort",
                    label=N_("Soort gesprek"),
                    ask=N_("Wat voor gesprek is het?"),
                    help=N_("De agenda hieronder past bij je keuze."),
                    need=Need.REQUIRED,
                    options=_kinds(),
                    default=_kind,
                ),
                DayTime(
                    key="datumtijd",
                    label=N_("Dag en tijd van het gesprek"),
                    ask=N_("Wanneer is het gesprek?"),
                    help=N_("Liefst minstens drie werkdagen na de brief."),
                    need=Need.REQUIRED,
                    default=_when,
                ),
                Text(
                    key="duur",
                    label=N_("Hoe lang"),
                    ask=N_("Hoe lang duurt het?"),
                    help=N_("Zoals: 45 minuten."),
                    need=Need.REQUIRED,
                    max_length=60,
                    derive=_duration,
                ),
                Text(
                    key="plaats",
                    label=N_("Plaats"),
                    ask=N_("Waar is het?"),
                    help=N_("Een adres met kamer, telefonisch, of een link."),
                    need=Need.REQUIRED,
                    max_length=200,
                    default=_place,
                ),
                Lines(
                    key="agenda",
                    label=N_("Agendapunten"),
                    ask=N_("Waarover wil je het hebben?"),
                    help=N_("Haal weg, voeg toe, verschuif. Alleen over het werk."),
                    need=Need.REQUIRED,
                    guard=True,
                    derive=_agenda,
                ),
                Lines(
                    key="aanwezig",
                    label=N_("Wie erbij is"),
                    ask=N_("Wie is erbij?"),
                    help=N_("Je medewerker mag zelf iemand meenemen. Dat staat in de brief."),
                    need=Need.REQUIRED,
                    by=By.WG,
                    guard=True,
                    default=_who,
                ),
                Text(
                    key="antwoord",
                    label=N_("Bellen naar"),
                    ask=N_("Welk nummer belt je medewerker als het niet uitkomt?"),
                    help=N_("Het nummer, met de naam erachter."),
                    example=N_("0600000011 (Joyce Brands)"),
                    need=Need.REQUIRED,
                    max_length=100,
                    default=reach,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_uitnodiging",
    code="L1",
    title=N_("Brief: uitnodiging gesprek"),
    purpose=N_("De werkgever nodigt de werknemer uit voor een gesprek."),
    subject=N_("Uitnodiging voor een gesprek"),
    text=text,
    content=(CONTENT,),
    head=("soort", "aanwezig"),
    rules=INVITATION,
)
"""The invitation to a talk: 14 fields."""
