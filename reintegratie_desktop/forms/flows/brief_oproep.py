"""The formal call for the consult of the bedrijfsarts or for a talk that is needed."""

from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import Choice, Day, DayTime, Need, Text, options_of
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import OPEN, day, dear, moment, paragraphs, regards, words
from reintegratie_desktop.forms.rules_letters import cited
from reintegratie_desktop.forms.rules_letters_talk import CALL
from reintegratie_desktop.text.i18n import N_, _

CONSULT: Final = "spreekuur_bedrijfsarts"
_FOR: Final = {
    CONSULT: N_("het spreekuur van de bedrijfsarts"),
    "gesprek_plan_van_aanpak": N_("een gesprek over het plan van aanpak"),
    "evaluatie": N_("een evaluatie van het plan van aanpak"),
    "gesprek_spoor_2": N_("een gesprek over spoor 2"),
}


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    missed = as_day(answers.get("eerder_gemist"))
    before = _("Op {dag} was je er niet.").format(dag=day(answers["eerder_gemist"])) if missed is not None else ""
    stays_away = _(
        "Kom je niet en laat je niets weten, dan kan dat gevolgen hebben voor je loon. Je krijgt dan eerst een "
        "waarschuwing."
    )
    called_for = _FOR.get(str(answers.get("oproep_voor") or ""))
    return paragraphs(
        dear(context),
        _(
            "Hierbij vraag ik je te komen op {datumtijd}, {plaats}, voor {oproep_voor}. Deze afspraak hoort bij onze "
            "verplichtingen tijdens je verzuim."
        ).format(
            datumtijd=moment(answers.get("datumtijd")),
            plaats=words(answers, "plaats"),
            oproep_voor=_(called_for) if called_for else OPEN,
        ),
        _(
            "Kun je echt niet komen, bel dan voor {verhinderd}; dan kijken we samen naar een andere vorm of tijd."
        ).format(verhinderd=moment(answers.get("verhinderd"))),
        " ".join(part for part in (before, stays_away) if part),
        regards(),
    )


def _ground(answers: Answers, context: Context) -> str | None:
    """Return the rule this call rests on; the number of the article is for the employer to fill in."""
    written = context.day("werkgever", "verzuimprotocol")
    if answers.get("oproep_voor") != CONSULT:
        return cited("procesgang-4") if answers.get("oproep_voor") else None
    if written is None:
        return None
    return _("Verzuimprotocol van {dag}, artikel ..").format(dag=day(written.isoformat()).split(" ", 1)[1])


CONTENT: Final = Step(
    key="oproep",
    title=N_("De oproep"),
    question=N_("Waarvoor roep je iemand op, wanneer en waar?"),
    why=N_("Een oproep noemt de regel, de tijd en wat iemand doet die niet kan. Dan is het duidelijk en eerlijk."),
    example=N_("“Spreekuur bedrijfsarts, dinsdag 10 maart om 9.30 uur. Bellen kan tot maandag 12.00 uur.”"),
    not_written=N_("Waarom iemand er de vorige keer niet was, als dat over gezondheid gaat."),
    source=N_("BW 7:629 lid 6"),
    sections=(
        Section(
            key="inhoud",
            title=N_("De oproep"),
            fields=(
                Choice(
                    key="oproep_voor",
                    label=N_("Oproep voor"),
                    ask=N_("Waarvoor roep je op?"),
                    help=N_("Voor het spreekuur geldt je verzuimprotocol, voor een gesprek de regels van de wet."),
                    need=Need.REQUIRED,
                    options=options_of(
                        (CONSULT, N_("Spreekuur bedrijfsarts")),
                        ("gesprek_plan_van_aanpak", N_("Gesprek plan van aanpak")),
                        ("evaluatie", N_("Evaluatie")),
                        ("gesprek_spoor_2", N_("Gesprek spoor 2")),
                    ),
                ),
                DayTime(
                    key="datumtijd",
                    label=N_("Dag en tijd"),
                    ask=N_("Wanneer moet je medewerker komen?"),
                    help=N_("Geef tijd om vervoer te regelen."),
                    need=Need.REQUIRED,
                ),
                Text(
                    key="plaats",
                    label=N_("Adres of online"),
                    ask=N_("Waar is het?"),
                    help=N_("Het adres, of dat het online of per telefoon gaat."),
                    need=Need.REQUIRED,
                    max_length=200,
                ),
                Text(
                    key="grond",
                    label=N_("Grond"),
                    ask=N_("Op welke regel rust de oproep?"),
                    help=N_("Het artikel van je verzuimprotocol, of de regel van de wet."),
                    why=N_("Zonder geschreven regel kun je later geen loon opschorten."),
                    need=Need.REQUIRED,
                    max_length=200,
                    guard=True,
                    derive=_ground,
                ),
                Day(
                    key="eerder_gemist",
                    label=N_("Eerder gemiste afspraak op"),
                    ask=N_("Is er al een afspraak gemist? Op welke dag?"),
                    help=N_("Niets gemist? Laat het leeg."),
                ),
                DayTime(
                    key="verhinderd",
                    label=N_("Bellen bij verhindering voor"),
                    ask=N_("Voor wanneer belt iemand die niet kan?"),
                    help=N_("Kies een moment waarop er iemand opneemt."),
                    need=Need.REQUIRED,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_oproep",
    code="L2",
    title=N_("Brief: oproep spreekuur of gesprek"),
    purpose=N_("De werkgever roept de werknemer op. BW 7:629 en 7:660a."),
    subject=N_("Oproep voor een afspraak"),
    text=text,
    content=(CONTENT,),
    head=("grond",),
    send_by="aangetekend",
    rules=CALL,
)
"""The formal call: 14 fields."""
