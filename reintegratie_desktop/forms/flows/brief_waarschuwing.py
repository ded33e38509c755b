"""The written warning before a measure about wage: the duty, the facts, the term, and what comes after it."""

from datetime import timedelta
from typing import Final

from reintegratie_desktop.domain.letters import table_line
from reintegratie_desktop.forms import letter_carry, letter_wage
from reintegratie_desktop.forms.conditions import Is, Not
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import By, Choice, Day, DayTime, Need, Option, Text, options_of
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import OPEN, day, dear, moment, paragraphs, regards, words
from reintegratie_desktop.forms.rules_letters_wage import WARNING, measure_of
from reintegratie_desktop.text.i18n import N_, _

_ONE_DAY: Final = timedelta(days=1)


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    measures = {letter_wage.SUSPEND: _("schort ik je loon op"), letter_wage.STOP: _("stop ik je loon")}
    return paragraphs(
        dear(context),
        _("Op {datum} hebben we afgesproken: {bron}. Het volgende is gebeurd:\n{feiten}").format(
            datum=day(answers.get("afgesproken_op")), bron=words(answers, "bron"), feiten=table_line("feiten")
        ),
        _heard(answers),
        _("Ik vraag je om {opdracht}, uiterlijk {termijn}.").format(
            opdracht=words(answers, "opdracht"), termijn=moment(answers.get("termijn"))
        ),
        _(
            "Doe je dat niet en is daar geen goede reden voor, dan {maatregel} vanaf {datum}. Ben je het niet eens met "
            "mij of met het advies van de bedrijfsarts, dan kun je bij UWV een deskundigenoordeel vragen."
        ).format(
            maatregel=measures.get(str(answers.get("gevolg") or ""), OPEN), datum=day(answers.get("maatregel_vanaf"))
        ),
        _("Bel me gerust als er iets in de weg zit."),
        regards(),
    )


def _heard(answers: Answers) -> str:
    spoken, said = day(answers.get("gehoord_op")), words(answers, "gehoord")
    if answers.get("check_gehoord") is False:
        return _("Ik heb geprobeerd je hierover te spreken op {gehoord}. {reactie}.").format(
            gehoord=spoken, reactie=said
        )
    return _("We spraken hierover op {gehoord}. {reactie}.").format(gehoord=spoken, reactie=said)


def _agreed_on(answers: Answers, context: Context) -> str | None:
    if answers.get("soort_plicht") == letter_wage.CONTROL:
        return context.get("werkgever", "verzuimprotocol")  # type: ignore[no-any-return]  # a JSON value
    if answers.get("soort_plicht") == letter_wage.DUTY:
        return context.get("plan_van_aanpak", "opgesteld_op")  # type: ignore[no-any-return]  # a JSON value
    return None


def _agreed(answers: Answers, _context: Context) -> str | None:
    if answers.get("soort_plicht") == letter_wage.CONTROL:
        return _("de regels in het verzuimprotocol, artikel ..")
    return _("het plan van aanpak: ..") if answers.get("soort_plicht") == letter_wage.DUTY else None


def _day_after(answers: Answers, _context: Context) -> str | None:
    term = as_day(answers.get("termijn"))
    return (term + _ONE_DAY).isoformat() if term is not None else None


CONTENT: Final = Step(
    key="waarschuwing",
    title=N_("De waarschuwing"),
    question=N_("Welke regel is niet gevolgd, wat is er gebeurd en wat verwacht je nu?"),
    why=N_("Wie eerst waarschuwt, geeft de kans om het goed te maken. Zonder waarschuwing staat een maatregel zwak."),
    example=N_("“Maandag 2 maart: niet op het spreekuur geweest en niet afgebeld.”"),
    not_written=N_("Een oordeel over hoe ziek iemand is, of wat je denkt dat er aan de hand is."),
    source=N_("BW 7:629 lid 3, 6 en 7"),
    sections=(
        Section(
            key="inhoud",
            title=N_("De waarschuwing"),
            fields=(
                Choice(
                    key="soort_plicht",
                    label=N_("Soort verplichting"),
                    ask=N_("Om wat voor regel gaat het?"),
                    help=N_("Hiervan hangt af welke maatregel de wet toelaat."),
                    need=Need.REQUIRED,
                    options=(
                        Option(
                            letter_wage.CONTROL,
                            N_("Controlevoorschrift"),
                            N_("Bereikbaar zijn, op het spreekuur komen, een ander adres doorgeven."),
                        ),
                        Option(
                            letter_wage.DUTY,
                            N_("Re-integratieplicht"),
                            N_("Passend werk doen, meewerken aan het plan, redelijke voorschriften opvolgen."),
                        ),
                    ),
                ),
                Day(
                    key="afgesproken_op",
                    label=N_("Afgesproken op"),
                    ask=N_("Van welke dag is de regel of de afspraak?"),
                    help=N_("De dag van het protocol of van het plan van aanpak."),
                    need=Need.REQUIRED,
                    derive=_agreed_on,
                ),
                Text(
                    key="bron",
                    label=N_("Welke afspraak of regel"),
                    ask=N_("Maak af: “Toen hebben we afgesproken: …”"),
                    help=N_("Noem het artikel van het protocol, of de afspraak uit het plan."),
                    need=Need.REQUIRED,
                    max_length=300,
                    guard=True,
                    derive=_agreed,
                ),
                letter_wage.facts_field(carried=False),
                Day(
                    key="gehoord_op",
                    label=N_("Gesproken op"),
                    ask=N_("Wanneer sprak je je medewerker hierover?"),
                    help=N_("Niet gelukt? De dag waarop je het probeerde."),
                    need=Need.REQUIRED,
                ),
                Text(
                    key="gehoord",
                    label=N_("Reactie van de werknemer"),
                    ask=N_("Wat zei je medewerker toen?"),
                    help=N_("In een hele zin, aan je medewerker zelf: “Je zei dat …”"),
                    example=N_("Je zei dat je de afspraak was vergeten"),
                    need=Need.REQUIRED,
                    max_length=400,
                    guard=True,
                ),
                Text(
                    key="opdracht",
                    label=N_("Wat we nu verwachten"),
                    ask=N_("Maak af: “Ik vraag je om …”"),
                    help=N_("Eén ding, zo precies dat je allebei weet wanneer het gedaan is."),
                    example=N_("op het spreekuur van maandag 9 maart te komen"),
                    need=Need.REQUIRED,
                    max_length=300,
                    guard=True,
                ),
                DayTime(
                    key="termijn",
                    label=N_("Uiterlijk"),
                    ask=N_("Voor wanneer moet het gedaan zijn?"),
                    help=N_("Geef genoeg tijd om het te kunnen doen."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="gevolg",
                    label=N_("Gevolg als dit niet gebeurt"),
                    ask=N_("Wat gebeurt er als het niet gedaan wordt?"),
                    help=N_("Volgt uit de soort verplichting. De twee mogen nooit door elkaar lopen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    options=options_of(
                        (letter_wage.SUSPEND, N_("Opschorten: later alsnog betalen")),
                        (letter_wage.STOP, N_("Stopzetten: over die tijd niet betalen")),
                    ),
                    derive=measure_of,
                ),
                Day(
                    key="maatregel_vanaf",
                    label=N_("Maatregel vanaf"),
                    ask=N_("Vanaf welke dag geldt dat?"),
                    help=N_("Na de dag waarop het gedaan moest zijn."),
                    need=Need.REQUIRED,
                    derive=_day_after,
                ),
                letter_wage.expert_field(),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key=letter_carry.WARNING,
    code="L4",
    title=N_("Brief: waarschuwing"),
    purpose=N_("De werkgever waarschuwt voordat hij een maatregel neemt over het loon. BW 7:629."),
    subject=N_("Waarschuwing"),
    text=text,
    content=(
        CONTENT,
        letter_wage.checks_step(
            letter_wage.heard_check(),
            letter_wage.rule_check(),
            letter_wage.advice_check(
                when=Not(Is("soort_plicht", letter_wage.CONTROL)),
                not_asked=N_("Bij een controlevoorschrift is geen advies nodig."),
            ),
            source=N_("BW 7:629 lid 7"),
        ),
    ),
    head=("soort_plicht",),
    send_by="aangetekend",
    must_say=(letter_wage.EXPERT,),
    rules=WARNING,
    duration=N_("ongeveer 10 minuten"),
)
"""The warning: 16 fields."""
