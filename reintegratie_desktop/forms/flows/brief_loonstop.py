"""The letter that stops wage: a re-integration duty was not met, and the wage over that time is lost."""

from typing import Final

from reintegratie_desktop.domain.letters import table_line
from reintegratie_desktop.forms import letter_carry, letter_wage
from reintegratie_desktop.forms.conditions import Is, Not
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import By, Choice, Computed, Day, Need, Option, Text, YesNo
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import OPEN, day, dear, paragraphs, regards, words
from reintegratie_desktop.forms.rules_letters_wage import (
    LATE_WIA,
    OFFER_GROUND,
    STOPPING,
    WRONG_INFORMATION,
    basis_of,
)
from reintegratie_desktop.text.i18n import N_, _

ALL_HOURS: Final = "alle_uren"
_ON_ADVICE: Final = Not(Is("grond", WRONG_INFORMATION, LATE_WIA))
_NO_ADVICE: Final = N_("Deze grond rust niet op een advies van de bedrijfsarts.")
_OFFERED: Final = Is("grond", OFFER_GROUND)


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    warned, advised = (answers.get(key) for key in ("waarschuwing", "advies"))
    first = []
    if _ON_ADVICE.holds(answers, context):
        first.append(
            _("De bedrijfsarts adviseerde op {advies} dat je {werk} kunt doen.").format(
                advies=day(advised.get("datum") if isinstance(advised, dict) else None),
                werk=words(answers, "advies_inhoud"),
            )
        )
    if _OFFERED.holds(answers, context):
        first.append(_("Ik heb je {aanbod} aangeboden.").format(aanbod=words(answers, "aanbod")))
    first.append(
        _("Ondanks mijn waarschuwing van {datum} is dit gebeurd:\n{feiten}").format(
            datum=day(warned.get("datum") if isinstance(warned, dict) else None), feiten=table_line("feiten")
        )
    )
    stops = (
        _("Daarom betaal ik je loon niet vanaf {ingang}, zolang je zonder goede reden niet meewerkt.")
        if answers.get("uren_deel") == ALL_HOURS
        else _(
            "Daarom betaal ik je loon over de passende uren niet vanaf {ingang}, zolang je zonder goede reden niet "
            "meewerkt."
        )
        if answers.get("uren_deel")
        else OPEN
    )
    return paragraphs(
        dear(context),
        " ".join(first),
        " ".join(
            (
                stops.format(ingang=day(answers.get("ingang"))),
                _(
                    "Over deze periode betaal ik later ook niet. Zodra je weer meewerkt, loopt je loon door vanaf die "
                    "dag."
                ),
            )
        ),
        _(
            "Ben je het er niet mee eens, dan kun je bij UWV een deskundigenoordeel vragen. Bel me als er iets in de "
            "weg zit; ik los het liever samen op."
        ),
        regards(),
    )


def _article(answers: Answers, _context: Context) -> str | None:
    return basis_of(answers.get("grond")) or None


CONTENT: Final = Step(
    key="loonstop",
    title=N_("De loonstop"),
    question=N_("Op welke grond stop je het loon, wat heb je aangeboden en wat is er gebeurd?"),
    why=N_("De wet kent een vaste lijst met gronden. Iets anders telt niet, hoe begrijpelijk ook."),
    example=N_("“Aangeboden: etiketten plakken, 12 uur per week, in de verpakkingshal, vanaf 2 maart.”"),
    not_written=N_("Dat iemand best meer zou kunnen. Dat zegt alleen de bedrijfsarts."),
    source=N_("BW 7:629 lid 3"),
    sections=(
        Section(
            key="inhoud",
            title=N_("De loonstop"),
            fields=(
                letter_wage.warning_field(),
                Choice(
                    key="grond",
                    label=N_("Grond"),
                    ask=N_("Op welke grond?"),
                    help=N_("Dit is de hele lijst van de wet."),
                    need=Need.REQUIRED,
                    options=(
                        Option(
                            OFFER_GROUND,
                            N_("Passend werk niet gedaan"),
                            N_("Er was een aanbod dat past bij het advies."),
                        ),
                        Option(
                            "niet_meewerken_aan_plan_van_aanpak_evaluatie",
                            N_("Niet meewerken aan plan van aanpak of evaluatie"),
                        ),
                        Option(
                            "redelijke_voorschriften_niet_gevolgd",
                            N_("Redelijke voorschriften niet gevolgd"),
                            N_("Voorschriften of maatregelen om passend werk te kunnen doen."),
                        ),
                        Option(
                            "herstel_belemmerd_alleen_op_advies_bedrijfsarts",
                            N_("Herstel belemmerd (alleen op advies van de bedrijfsarts)"),
                            N_("Dit mag je nooit zelf vinden."),
                        ),
                        Option(WRONG_INFORMATION, N_("Opzet, of onjuiste informatie bij een keuring")),
                        Option(LATE_WIA, N_("WIA-aanvraag te laat")),
                    ),
                ),
                Computed(
                    key="grondslag",
                    label=N_("Artikel"),
                    help=N_("Het artikel van de wet bij deze grond."),
                    by=By.APP,
                    compute=_article,
                ),
                Computed(
                    key="advies",
                    label=N_("Advies bedrijfsarts van"),
                    help=N_("Het nieuwste advies in dit dossier."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="reference",
                    when=_ON_ADVICE,
                    not_asked=_NO_ADVICE,
                    compute=letter_carry.newest_advice,
                ),
                Text(
                    key="advies_inhoud",
                    label=N_("Wat de werknemer kan, volgens het advies"),
                    ask=N_("Maak af: “De bedrijfsarts adviseerde dat je … kunt doen.”"),
                    help=N_("De taken en de uren uit het advies. Niets erbij."),
                    need=Need.REQUIRED,
                    max_length=400,
                    guard=True,
                    when=_ON_ADVICE,
                    not_asked=_NO_ADVICE,
                    derive=letter_carry.advice_in_words,
                ),
                Text(
                    key="aanbod",
                    label=N_("Aangeboden werk"),
                    ask=N_("Maak af: “Ik heb je … aangeboden.”"),
                    help=N_("De taken, de uren, de plaats en de dag waarop het begon."),
                    example=N_("etiketten plakken in de verpakkingshal, 12 uur per week vanaf 2 maart,"),
                    need=Need.CONDITIONAL,
                    max_length=400,
                    guard=True,
                    when=_OFFERED,
                    not_asked=N_("Deze grond gaat niet over aangeboden werk."),
                ),
                letter_wage.facts_field(carried=True),
                letter_wage.starts_field(N_("Loonstop vanaf"), N_("Vanaf welke dag stop je het loon?")),
                Choice(
                    key="uren_deel",
                    label=N_("Voor welke uren"),
                    ask=N_("Stop je al het loon, of alleen dat over de passende uren?"),
                    help=N_("Hierover is discussie. Vraag iemand met kennis van arbeidsrecht."),
                    need=Need.REQUIRED,
                    options=(
                        Option(ALL_HOURS, N_("Alle uren")),
                        Option("alleen_de_passende_uren", N_("Alleen de passende uren")),
                    ),
                ),
                letter_wage.expert_field(),
            ),
        ),
        Section(
            key="afloop",
            title=N_("Hoe het afliep"),
            fields=(
                Day(
                    key="hervat",
                    label=N_("Loon hervat op"),
                    ask=N_("Vanaf welke dag betaal je weer?"),
                    help=N_("Nog niet? Laat het leeg. Het komt niet in de brief."),
                    later=True,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_loonstop",
    code="L6",
    title=N_("Brief: loonstop"),
    purpose=N_("De werkgever stopt het loon. BW 7:629 lid 3 en 7."),
    subject=N_("Je loon stopt"),
    text=text,
    content=(
        CONTENT,
        letter_wage.checks_step(
            letter_wage.heard_check(),
            YesNo(
                key="check_aanbod",
                label=N_("Aanbod past binnen het advies"),
                ask=N_("Past wat je aanbood binnen het advies van de bedrijfsarts?"),
                help=N_("Niet meer uren en geen andere taken dan het advies toelaat."),
                need=Need.CONDITIONAL,
                when=_OFFERED,
                not_asked=N_("Deze grond gaat niet over aangeboden werk."),
                must_be=True,
                must_be_hint=N_("Werk dat verder gaat dan het advies mag iemand weigeren. Pas eerst het aanbod aan."),
                printed=False,
            ),
            letter_wage.legal_check(),
            source=N_("BW 7:629 lid 3 en 7"),
        ),
    ),
    head=("grond", "grondslag", "uren_deel"),
    send_by="aangetekend",
    must_say=(letter_wage.EXPERT,),
    rules=STOPPING,
    duration=N_("ongeveer 10 minuten"),
)
"""The stop of wage: 17 fields."""
