"""What every letter shares, declared once: the head, the page on which it is read, and how it goes on paper.

A letter is a form with `layout="letter"`. Its words stand in the field `tekst`: they follow the other answers until
somebody types in them. `FormSnapshot.extra["brief"]` tells the paper `kop` (keys of the fields that stand in the head
of the letter) and `aanhef` (the first words, for an e-mail).
"""

from collections.abc import Callable
from typing import Any, Final

from reintegratie_desktop.domain.letters import LAYOUT, OUTSIDE, TEXT
from reintegratie_desktop.forms import letter_text
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Computed,
    Day,
    Field,
    Lines,
    LongText,
    Need,
    Person,
    Text,
    options_of,
)
from reintegratie_desktop.forms.findings import Rule
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.rules_letters import head_rules, text_rules
from reintegratie_desktop.text.i18n import N_, _

Words = Callable[[Answers, Context], str]
"""Makes words of a letter from the answers."""

SEND_WAYS: Final = options_of(
    ("post", N_("Post")),
    ("aangetekend", N_("Aangetekend")),
    ("e_mail", N_("E-mail")),
    ("persoonlijk_overhandigd", N_("Persoonlijk overhandigd")),
)
NOT_IN_A_LETTER: Final = N_("Hoe het met iemand gaat, of wat iemand heeft. Ook niet in het onderwerp.")


def reference_of_case(_answers: Answers, context: Context) -> str:
    """Return the number of the case as reference."""
    return letter_text.case_number(context)


def head_fields(
    subject: str,
    *,
    to: Words = letter_text.employee_lines,
    reference: Words = reference_of_case,
    send_by: str = "post",
    enclosed: Callable[[Context], list[str] | None] | None = None,
) -> tuple[Field, ...]:
    """Return the fields of the head. `subject` is the message id of the words a letter starts with."""
    return (
        Day(
            key=letter_text.SENT_ON,
            label=N_("Datum brief"),
            ask=N_("Welke datum komt boven de brief?"),
            help=N_("De dag waarop je de brief verstuurt of geeft."),
            need=Need.REQUIRED,
            default=lambda context: context.today.isoformat(),
        ),
        Choice(
            key="verzendwijze",
            label=N_("Verzendwijze"),
            ask=N_("Hoe krijgt de ander de brief?"),
            help=N_("Het programma verstuurt zelf niets."),
            need=Need.REQUIRED,
            options=SEND_WAYS,
            default=send_by,
        ),
        Text(
            key="onderwerp",
            label=N_("Onderwerp"),
            ask=N_("Wat komt er bij onderwerp te staan?"),
            help=N_("Kort en neutraal. Een ander kan dit lezen."),
            need=Need.REQUIRED,
            by=By.APP,
            max_length=120,
            guard=True,
            default=lambda _context: _(subject),
        ),
        Computed(
            key="kenmerk",
            label=N_("Ons kenmerk"),
            help=N_("Het nummer van het dossier. Nooit een woord dat iets verraadt."),
            need=Need.REQUIRED,
            by=By.APP,
            compute=reference,
        ),
        Computed(
            key="afzender",
            label=N_("Afzender"),
            help=N_("Uit de gegevens van je bedrijf."),
            need=Need.REQUIRED,
            by=By.APP,
            shows="long_text",
            compute=letter_text.sender_lines,
        ),
        Computed(
            key="ontvanger",
            label=N_("Ontvanger"),
            help=N_("Zo komt het in het venster van de envelop."),
            need=Need.REQUIRED,
            by=By.APP,
            shows="long_text",
            compute=to,
        ),
        Person(
            key="ondertekenaar",
            label=N_("Ondertekenaar"),
            ask=N_("Wie ondertekent de brief?"),
            help=N_("Naam en functie komen onder de handtekening."),
            need=Need.REQUIRED,
            parts=("naam", "functie"),
            default=letter_text.signer,
        ),
        Lines(
            key="bijlagen",
            label=N_("Bijlagen"),
            ask=N_("Wat gaat er mee met de brief?"),
            help=N_("Elk stuk op een eigen regel. Niets? Laat het leeg."),
            default=enclosed,
            guard=True,
        ),
    )


def head_step(fields: tuple[Field, ...], *, source: str = "") -> Step:
    """Return the page with the head of the letter."""
    return Step(
        key="versturen",
        title=N_("Datum en versturen"),
        question=N_("Welke datum komt erboven, hoe gaat de brief weg en wie ondertekent?"),
        why=N_("Een brief met een datum en een naam is later goed terug te vinden."),
        example=N_("“16 februari, persoonlijk overhandigd, Joyce Brands, bedrijfsleider.”"),
        not_written=NOT_IN_A_LETTER,
        source=source,
        sections=(Section(key="briefkop", title=N_("Briefkop"), fields=fields),),
    )


def read_step(text: Words) -> Step:
    """Return the last page: the letter as it will be printed, which can be changed."""
    return Step(
        key="lezen",
        title=N_("Lees de brief"),
        question=N_("Klopt de brief? Je kunt er nog in schrijven."),
        why=N_(
            "De brief volgt je antwoorden zolang je er niet in typt. Daarna blijft staan wat jij schreef. Maak je het "
            "vak leeg, dan komt de tekst uit je antwoorden terug."
        ),
        example=N_("Een regel zoals [tabel: feiten] wordt op papier de tabel zelf."),
        not_written=NOT_IN_A_LETTER,
        sections=(
            Section(
                key="tekst",
                title=N_("De brief"),
                fields=(
                    LongText(
                        key=TEXT,
                        label=N_("Tekst van de brief"),
                        ask=N_("Wat staat er in de brief?"),
                        help=N_("De naam komt onder de handtekening. Op [..] hoort nog een antwoord."),
                        need=Need.REQUIRED,
                        by=By.APP,
                        guard=True,
                        derive=text,
                    ),
                ),
            ),
        ),
    )


def letter_flow(
    *,
    key: str,
    code: str,
    title: str,
    purpose: str,
    subject: str,
    text: Words,
    content: tuple[Step, ...],
    head: tuple[str, ...] = (),
    to: Words = letter_text.employee_lines,
    reference: Words = reference_of_case,
    send_by: str = "post",
    enclosed: Callable[[Context], list[str] | None] | None = None,
    greeting: Callable[[Context], str] = letter_text.dear,
    must_say: tuple[str, ...] = (),
    rules: tuple[Rule, ...] = (),
    about_employee: bool = True,
    duration: str = N_("ongeveer 5 minuten"),
) -> Flow:
    """Return a letter as a form: what it is about, its head, and the page to read it.

    `head` names the fields that stand in the head of the letter because its text does not tell them; `must_say` the
    words that may not be taken out of the text.
    """
    fields = head_fields(subject, to=to, reference=reference, send_by=send_by, enclosed=enclosed)
    steps = (*content, head_step(fields), read_step(text))
    every = tuple(field for step in steps for field in step.fields)

    def outside(_answers: Answers, context: Context) -> dict[str, Any]:
        return {OUTSIDE: {"kop": list(head), "aanhef": greeting(context)}}

    return Flow(
        key=key,
        code=code,
        version="1.0",
        title=title,
        purpose=purpose,
        steps=steps,
        rules=(*head_rules(about_employee=about_employee), *rules, *text_rules(every, text, must_say)),
        date_field=letter_text.SENT_ON,
        repeatable=True,
        duration=duration,
        layout=LAYOUT,
        about_employee=about_employee,
        paper_extra=outside,
    )
