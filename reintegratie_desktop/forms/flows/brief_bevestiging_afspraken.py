"""The letter that confirms what was agreed in a talk: the table of agreements, the next talk, the way to object."""

from typing import Any, Final

from reintegratie_desktop.domain.letters import table_line
from reintegratie_desktop.forms import letter_carry
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import (
    By,
    Day,
    DayTime,
    Many,
    Need,
    Reference,
    Table,
    Text,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import (
    SENT_ON,
    case_number,
    day,
    dear,
    moment,
    paragraphs,
    working_days_after,
)
from reintegratie_desktop.forms.rules_letters_talk import CONFIRMATION, REACTION_WORKING_DAYS
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _


def _talk_day(answers: Answers) -> Any:  # noqa: ANN401 - a JSON value
    talk = answers.get("gesprek")
    return talk.get("datum") if isinstance(talk, dict) else None


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    return paragraphs(
        dear(context),
        _("Fijn dat we elkaar spraken op {datum}. Dit hebben we afgesproken:\n{afspraken}").format(
            datum=day(_talk_day(answers)), afspraken=table_line("afspraken")
        ),
        _(
            "Onze volgende afspraak is {volgende}. Loopt er iets anders of gaat het te snel of te langzaam, bel me dan "
            "eerder."
        ).format(volgende=moment(answers.get("volgende"))),
        _("Klopt er iets niet, laat het weten voor {reactie_tot}.").format(reactie_tot=day(answers.get("reactie_tot"))),
        _("Groet,"),
    )


def _reference(answers: Answers, context: Context) -> str:
    talked = as_day(_talk_day(answers))
    about = _("gesprek van {dag}").format(dag=day_numeric(talked)) if talked is not None else ""
    return ", ".join(part for part in (case_number(context), about) if part)


def _react_before(answers: Answers, _context: Context) -> str | None:
    sent = as_day(answers.get(SENT_ON))
    return working_days_after(sent, REACTION_WORKING_DAYS).isoformat() if sent is not None else None


CONTENT: Final = Step(
    key="afspraken",
    title=N_("De afspraken"),
    question=N_("Welk gesprek bevestig je, en kloppen de afspraken?"),
    why=N_("Wat op papier staat, hoeft niemand te onthouden. De afspraken komen uit je gespreksverslag."),
    example=N_("“Voorraad boeken op maandag en woensdag, Karim, vanaf 18 februari.”"),
    not_written=N_("Iets dat niet in het gesprek is afgesproken."),
    source=N_("Regeling procesgang art. 3"),
    sections=(
        Section(
            key="inhoud",
            title=N_("De afspraken"),
            fields=(
                Reference(
                    key="gesprek",
                    label=N_("Gesprek van"),
                    ask=N_("Welk gesprek bevestig je?"),
                    help=N_("Het nieuwste gesprek dat je nog niet bevestigde, staat al ingevuld."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    to=letter_carry.TALK,
                    default=letter_carry.talk_to_confirm,
                ),
                Table(
                    key="afspraken",
                    label=N_("Afspraken"),
                    ask=N_("Wat is er afgesproken?"),
                    help=N_("Uit het verslag. De woorden mag je aanpassen, nieuwe afspraken horen hier niet."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    row_name=N_("afspraak"),
                    adds=False,
                    columns=(
                        Text(key="wat", label=N_("Wat"), need=Need.REQUIRED, max_length=300, guard=True),
                        Text(key="wie", label=N_("Wie"), need=Need.REQUIRED, max_length=100),
                        Day(key="wanneer", label=N_("Wanneer"), need=Need.REQUIRED),
                    ),
                    derive=letter_carry.agreements,
                ),
                DayTime(
                    key="volgende",
                    label=N_("Volgende afspraak"),
                    ask=N_("Wanneer spreken jullie elkaar weer?"),
                    help=N_("Uit het verslag van het gesprek."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    derive=letter_carry.next_moment,
                ),
                Day(
                    key="reactie_tot",
                    label=N_("Reageren kan tot"),
                    ask=N_("Tot wanneer kan je medewerker reageren?"),
                    help=N_("Ingevuld staat vijf werkdagen na de brief. Die termijn kozen wij, de wet noemt er geen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    derive=_react_before,
                ),
                Many(
                    key="kopie",
                    label=N_("Kopie aan"),
                    ask=N_("Wie krijgt een kopie?"),
                    help=N_("Alleen wie de afspraken moet kennen."),
                    options=options_of(("casemanager", N_("Casemanager")), ("leidinggevende", N_("Leidinggevende"))),
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_bevestiging_afspraken",
    code="L3",
    title=N_("Brief: bevestiging afspraken"),
    purpose=N_("De werkgever bevestigt wat in een gesprek is afgesproken."),
    subject=N_("Bevestiging van onze afspraken"),
    text=text,
    content=(CONTENT,),
    reference=_reference,
    send_by="persoonlijk_overhandigd",
    rules=CONFIRMATION,
)
"""The confirmation of agreements: 13 fields."""
