"""The letter that suspends wage: a control rule was broken, and the wage is paid later."""

from typing import Final

from reintegratie_desktop.domain.letters import table_line
from reintegratie_desktop.forms import letter_wage
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import Day, Need, Text
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_carry import warning_of
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import day, dear, paragraphs, regards, words
from reintegratie_desktop.forms.rules_letters_wage import SUSPENSION
from reintegratie_desktop.text.i18n import N_, _


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    warning = answers.get("waarschuwing")
    return paragraphs(
        dear(context),
        _("Op {datum} heb ik je gewaarschuwd. Je hebt je niet gehouden aan {voorschrift}:\n{feiten}").format(
            datum=day(warning.get("datum") if isinstance(warning, dict) else None),
            voorschrift=words(answers, "voorschrift"),
            feiten=table_line("feiten"),
        ),
        _("Daardoor kan ik niet vaststellen of je recht hebt op loon."),
        _(
            "Vanaf {ingang} schort ik je loon op. Zodra je {opheffen} en blijkt dat je arbeidsongeschikt was, betaal "
            "ik het loon alsnog."
        ).format(ingang=day(answers.get("ingang")), opheffen=words(answers, "opheffen")),
        _(
            "Ben je het er niet mee eens, dan kun je bij UWV een deskundigenoordeel vragen. Bel me als er iets in de "
            "weg zit; ik los het liever samen op."
        ),
        regards(),
    )


def _rule(answers: Answers, context: Context) -> str | None:
    known = warning_of(answers, context).get("bron")
    return str(known) if known else None


CONTENT: Final = Step(
    key="opschorting",
    title=N_("De opschorting"),
    question=N_("Welke regel is niet gevolgd, vanaf wanneer schort je op, en hoe houdt dat op?"),
    why=N_("Opschorten is uitstellen: komt de ander de regel alsnog na, dan betaal je alles alsnog."),
    example=N_("“Zodra je op het spreekuur bent geweest.”"),
    not_written=N_("Dat iemand niet echt ziek zou zijn. Dat mag alleen de bedrijfsarts beoordelen."),
    source=N_("BW 7:629 lid 6"),
    sections=(
        Section(
            key="inhoud",
            title=N_("De opschorting"),
            fields=(
                letter_wage.warning_field(),
                Text(
                    key="voorschrift",
                    label=N_("Welk controlevoorschrift"),
                    ask=N_("Maak af: “Je hebt je niet gehouden aan …”"),
                    help=N_("De geschreven regel, met het artikel erbij."),
                    need=Need.REQUIRED,
                    max_length=300,
                    guard=True,
                    derive=_rule,
                ),
                letter_wage.facts_field(carried=True),
                letter_wage.starts_field(N_("Opschorting vanaf"), N_("Vanaf welke dag schort je het loon op?")),
                Text(
                    key="opheffen",
                    label=N_("Hoe de opschorting ophoudt"),
                    ask=N_("Maak af: “Zodra je …”"),
                    help=N_("Wat moet je medewerker doen? Daarna betaal je alles alsnog."),
                    example=N_("op het spreekuur bent geweest"),
                    need=Need.REQUIRED,
                    max_length=300,
                    guard=True,
                ),
                letter_wage.expert_field(),
            ),
        ),
        Section(
            key="afloop",
            title=N_("Hoe het afliep"),
            fields=(
                Day(
                    key="opgeheven",
                    label=N_("Opgeheven op"),
                    ask=N_("Wanneer hield de opschorting op?"),
                    help=N_("Nog niet? Laat het leeg. Het komt niet in de brief."),
                    later=True,
                ),
                Day(
                    key="nabetaald_op",
                    label=N_("Nabetaald op"),
                    ask=N_("Wanneer is het loon nabetaald?"),
                    help=N_("Geef het door aan wie het loon uitbetaalt."),
                    later=True,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_loonopschorting",
    code="L5",
    title=N_("Brief: loonopschorting"),
    purpose=N_("De werkgever stelt het betalen van loon uit. BW 7:629 lid 6 en 7."),
    subject=N_("Je loon wordt later betaald"),
    text=text,
    content=(
        CONTENT,
        letter_wage.checks_step(
            letter_wage.heard_check(),
            letter_wage.rule_check(),
            letter_wage.legal_check(),
            source=N_("BW 7:629 lid 6 en 7"),
        ),
    ),
    send_by="aangetekend",
    must_say=(letter_wage.EXPERT,),
    rules=SUSPENSION,
    duration=N_("ongeveer 10 minuten"),
)
"""The suspension of wage: 15 fields."""
