"""The first steps of an adjustment of the plan: why it is adjusted, and what changes."""

from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.forms import adjust_plan_carry as carry
from reintegratie_desktop.forms import plan_carry
from reintegratie_desktop.forms.advice import EINDDOEL_PLAN
from reintegratie_desktop.forms.buildup_columns import task_options
from reintegratie_desktop.forms.compare import COLUMNS
from reintegratie_desktop.forms.conditions import Filled, Is, Known, Not, Some
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Computed,
    Day,
    Field,
    LongText,
    Many,
    Need,
    Reference,
    Table,
    Text,
    Tick,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_columns import CHANGED
from reintegratie_desktop.forms.plan_now import ADJUSTMENT, AGREEMENTS, EVALUATION, PLAN, READY, STAYS, TALK
from reintegratie_desktop.forms.plan_steps_agreements import EVALUATION as EVALUATION_OF_PLAN
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.text.i18n import N_

ARTICLE_4_5: Final = N_("Regeling procesgang art. 4 lid 5")
_DROPPED: Final = Is("besluit", "vervalt")
_NOTHING_NEW: Final = Is("geen_nieuw", True)
_ON_HOURS: Final = Is("aanleiding", "opbouw_gaat_sneller", "opbouw_gaat_langzamer")


def from_plan(key: str, like: Field, **changes: Any) -> Field:  # noqa: ANN401 - parts of a field
    """Return a question of the plan, with what the plan says now as answer."""
    sources = tuple(
        Carry(form, "datum" if form == ADJUSTMENT else "opgesteld_op", carry.as_in_plan(key))
        for form in (ADJUSTMENT, PLAN)
    )
    return replace(like, carry=sources, **changes)


_GOAL: Final = Many(
    key="einddoel",
    label=N_("Einddoel"),
    ask=N_("Naar welk werk gaan jullie toe?"),
    help=N_("Het doel van het plan staat er al. Verander het alleen als het anders wordt."),
    why=N_("Een ander doel vraagt andere afspraken. Op papier staan het oude en het nieuwe doel naast elkaar."),
    need=Need.REQUIRED,
    by=By.BOTH,
    options=EINDDOEL_PLAN,
)
_NEW: Final = Table(
    key="activiteiten_nieuw",
    label=N_("Nieuwe of gewijzigde activiteiten"),
    ask=N_("Wat spreken jullie nieuw of anders af?"),
    help=N_("Wat in gesprekken en evaluaties voor het plan is afgesproken, staat er al. Maak het af."),
    why=N_("Elke afspraak heeft een resultaat dat je kunt zien, één naam en een einddatum."),
    need=Need.REQUIRED,
    by=By.BOTH,
    row_name=N_("afspraak"),
    title_column="a_activiteit",
    columns=CHANGED,
    carry=(
        Carry(TALK, "datum", carry.agreed_rows(TALK)),
        Carry(EVALUATION, "datum", carry.agreed_rows(EVALUATION)),
    ),
    when=Some(Not(_NOTHING_NEW), Filled("activiteiten_nieuw")),
    not_asked=N_("Er zijn geen nieuwe activiteiten. Er vervalt alleen iets."),
)
_COMPARED: Final[dict[str, Field]] = {"einddoel": _GOAL, AGREEMENTS: _NEW}

CAUSE: Final = Step(
    key="aanleiding",
    title=N_("Aanleiding"),
    question=N_("Waarom passen jullie het plan aan?"),
    why=N_("Een plan dat meebeweegt werkt beter dan een plan dat klopt op papier."),
    example=N_("“Evaluatie van 11 december. Inpakken ging goed, de bestellingen kostten te veel tijd.”"),
    not_written=N_("Hoe het met iemand gaat. Alleen wat er in het werk goed ging en wat niet."),
    source=ARTICLE_4_5,
    sections=(
        Section(
            key="aanleiding",
            number="A",
            title=N_("Aanleiding"),
            fields=(
                Day(
                    key="datum",
                    label=N_("Datum bijstelling"),
                    ask=N_("Op welke dag passen jullie het plan aan?"),
                    help=N_("Deze datum komt op het papier."),
                    why=N_("Aan deze datum is te zien of het plan op tijd mee veranderde."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
                Computed(
                    key="nr",
                    label=N_("Volgnummer"),
                    help=N_("De hoeveelste bijstelling van het plan dit is."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="number",
                    decimals=0,
                    compute=carry.number_of,
                ),
                Choice(
                    key="aanleiding",
                    label=N_("Aanleiding"),
                    ask=N_("Wat is de aanleiding?"),
                    help=N_("Kies wat het meest past."),
                    why=N_("Wie later meeleest, ziet zo waarom het plan veranderde."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    default=carry.suggested_cause,
                    options=options(
                        N_("Evaluatie"),
                        N_("Advies bedrijfsarts"),
                        N_("Opbouw gaat sneller"),
                        N_("Opbouw gaat langzamer"),
                        N_("Hervatting instabiel"),
                        N_("Ander einddoel"),
                        N_("Start spoor 2"),
                        N_("Arbeidsdeskundig onderzoek"),
                        N_("Deskundigenoordeel"),
                        N_("Werk veranderd"),
                        N_("Verzoek werknemer"),
                    ),
                ),
                Day(
                    key="bron_datum",
                    label=N_("Datum van het onderliggende stuk"),
                    ask=N_("Welke datum heeft het stuk waar dit op rust?"),
                    help=N_("De datum van de evaluatie, het advies of het rapport."),
                    why=N_("Vanaf deze dag loopt de tijd om het plan aan te passen."),
                    need=Need.CONDITIONAL,
                    required_when=Is("aanleiding", "evaluatie", "advies_bedrijfsarts"),
                    by=By.APP,
                    derive=carry.day_of_source,
                    when=Is(
                        "aanleiding",
                        "evaluatie",
                        "advies_bedrijfsarts",
                        "ander_einddoel",
                        "start_spoor_2",
                        "arbeidsdeskundig_onderzoek",
                        "deskundigenoordeel",
                    ),
                    not_asked=N_("Er ligt geen ander stuk onder deze bijstelling."),
                ),
                LongText(
                    key="terugblik",
                    label=N_("Wat ging goed, wat niet (werk)"),
                    ask=N_("Wat ging goed in het werk, en wat niet?"),
                    help=WORK_ONLY,
                    why=N_("Wat goed ging, hou je. Wat niet ging, maak je kleiner of anders."),
                    example=N_("“Inpakken gaat vlot. Bij de bestellingen was er te weinig tijd.”"),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    guard=True,
                    writing_lines=4,
                ),
            ),
        ),
    ),
)

CHANGES: Final = Step(
    key="wijzigingen",
    title=N_("Wijzigingen"),
    question=N_("Wat blijft, wat stopt en wat komt erbij?"),
    why=N_("Alles wat loopt staat er al. Jullie zeggen alleen wat anders wordt."),
    example=N_("“Rooster verdelen is gereed. Nieuw: vijf ochtenden van 4 uur, tot 8 januari.”"),
    not_written=WORK_ONLY,
    source=ARTICLE_4_5,
    sections=(
        Section(
            key="wijzigingen",
            number="B",
            title=N_("Wijzigingen"),
            fields=(
                from_plan("einddoel", _GOAL),
                Table(
                    key="activiteiten_vervallen",
                    label=N_("Vervallen activiteiten"),
                    ask=N_("Wat gebeurt er met de afspraken die nu lopen?"),
                    help=N_(
                        "Elke afspraak uit het plan staat hier, ook wat sinds het plan klaar is. Zeg wat er vervalt."
                    ),
                    why=N_("Een afspraak die zonder reden verdwijnt, roept later vragen op."),
                    by=By.BOTH,
                    row_name=N_("afspraak"),
                    title_column="activiteit",
                    lapsed=Is("besluit", STAYS),
                    default=carry.running_rows,
                    when=Some(carry.SOMETHING_RUNS, Filled("activiteiten_vervallen")),
                    not_asked=N_("Er lopen geen afspraken uit het plan."),
                    columns=(
                        Text(
                            key="activiteit",
                            label=N_("Activiteit"),
                            need=Need.REQUIRED,
                            by=By.APP,
                            fixed=True,
                            max_length=400,
                            guard=True,
                        ),
                        Text(key="wie", label=N_("Wie"), by=By.APP, fixed=True, max_length=100),
                        Day(key="gereed", label=N_("Gereed op"), by=By.APP, fixed=True),
                        Choice(
                            key="besluit",
                            label=N_("Wat gebeurt ermee"),
                            need=Need.REQUIRED,
                            by=By.BOTH,
                            default=STAYS,
                            options=options_of(
                                (STAYS, N_("Blijft")), (READY, N_("Is gereed")), ("vervalt", N_("Vervalt"))
                            ),
                        ),
                        Text(
                            key="reden",
                            label=N_("Reden"),
                            help=WORK_ONLY,
                            need=Need.CONDITIONAL,
                            required_when=_DROPPED,
                            by=By.BOTH,
                            max_length=300,
                            guard=True,
                            may_stay_open=True,
                            when=Some(_DROPPED, Filled("reden")),
                            not_asked=N_("De afspraak vervalt niet."),
                        ),
                    ),
                ),
                Tick(
                    key="geen_nieuw",
                    label=N_("Geen nieuwe activiteiten, er vervalt alleen iets"),
                    ask=N_("Komt er niets nieuws bij?"),
                    help=N_("Vink aan als er alleen afspraken gereed zijn of vervallen."),
                    by=By.BOTH,
                    when=Some(_NOTHING_NEW, Not(Filled("activiteiten_nieuw"))),
                ),
                _NEW,
                Table(
                    key="verschil",
                    label=N_("Verschil met het plan tot nu toe"),
                    help=N_("Dit volgt vanzelf uit wat je hierboven invulde."),
                    why=N_("Zo ziet je medewerker in één keer wat er anders wordt."),
                    by=By.APP,
                    fixed=True,
                    row_name=N_("verschil"),
                    title_column="wat",
                    columns=COLUMNS,
                    derive=carry.difference(_COMPARED),
                    when=carry.CHANGES_SOMETHING,
                    not_asked=N_("Er verandert niets aan het plan."),
                ),
            ),
        ),
    ),
)

AHEAD: Final = Step(
    key="vooruit",
    title=N_("Opbouw en evaluatie"),
    question=N_("Wat betekent het voor de uren en de begeleiding, en wanneer kijken jullie weer?"),
    why=N_("Na een verandering kijk je eerder dan anders of het goed gaat."),
    example=N_("“Schema versie 2, vaker contact, terugkijken op 24 december.”"),
    not_written=N_("Cijfers voor hoe iemand zich voelt. Kijk naar werk, uren en afspraken."),
    source=ARTICLE_4_5,
    sections=(
        Section(
            key="vooruit",
            title=N_("Opbouw, begeleiding en evaluatie"),
            fields=(
                Reference(
                    key="opbouw",
                    label=N_("Nieuw opbouwschema"),
                    ask=N_("Welk opbouwschema hoort bij dit plan?"),
                    help=N_("Veranderen de uren? Maak dan eerst de nieuwe versie van het schema."),
                    why=N_("De uren in het schema gaan niet boven het advies van de bedrijfsarts uit."),
                    need=Need.CONDITIONAL,
                    required_when=_ON_HOURS,
                    by=By.BOTH,
                    to="opbouwschema",
                    carry=(Carry("opbouwschema", "fasen", plan_carry.reference_to_build_up),),
                ),
                Many(
                    key="taken",
                    label=N_("Gewijzigde taken"),
                    ask=N_("Welke taken doet je medewerker vanaf nu?"),
                    help=N_("De taken en pakketten komen uit het taakprofiel. Alleen als ze veranderen."),
                    why=N_("Dan weten collega’s en leidinggevende wat er wel en niet kan."),
                    by=By.BOTH,
                    from_answers=task_options,
                    when=Known("taakprofiel", "taken"),
                    not_asked=N_("Er is geen taakprofiel."),
                ),
                Many(
                    key="begeleiding",
                    label=N_("Extra begeleiding"),
                    ask=N_("Welke extra begeleiding spreken jullie af?"),
                    help=N_("Alleen wat er nieuw bij komt."),
                    why=N_("Soms past het werk wel, maar is er meer steun nodig om het vol te houden."),
                    by=By.BOTH,
                    options=options_of(
                        ("vaker_contact", N_("Vaker contact")),
                        ("gesprek_van_drie", N_("Gesprek van drie (werknemer, leidinggevende, casemanager)")),
                        ("overleg_bedrijfsarts", N_("Overleg bedrijfsarts")),
                        ("bmw", N_("Bedrijfsmaatschappelijk werk")),
                        ("coach", N_("Coach")),
                        ("minder_prikkels", N_("Minder prikkels of een andere plek")),
                        ("geen_deadlines", N_("Geen deadlines")),
                    ),
                ),
                Day(
                    key="evaluatie_eerste",
                    label=N_("Volgende evaluatie"),
                    ask=N_("Wanneer kijken jullie hoe het gaat?"),
                    help=N_("Gaan de uren omlaag? Kijk dan binnen twee weken."),
                    why=N_("De wet wil dat jullie het plan geregeld samen nakijken."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                ),
                from_plan(
                    "evaluatie_ritme",
                    next(field for field in EVALUATION_OF_PLAN.fields if field.key == "evaluatie_ritme"),
                ),
                from_plan(
                    "casemanager", next(field for field in EVALUATION_OF_PLAN.fields if field.key == "casemanager")
                ),
            ),
        ),
    ),
)
