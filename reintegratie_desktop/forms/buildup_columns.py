"""The columns of a schedule of hours: what one phase and one worked week hold."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms import buildup
from reintegratie_desktop.forms.advice import contract_hours, rows
from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Computed,
    Day,
    Field,
    Many,
    Need,
    Number,
    Option,
    Person,
    Text,
    Tick,
    YesNo,
    as_decimal,
    options,
)
from reintegratie_desktop.forms.flow import ROW
from reintegratie_desktop.text.formatting import day_short
from reintegratie_desktop.text.i18n import N_, _

GENERAL_TASKS: Final = (
    Option("deel_eigen_werk", N_("Een deel van het eigen werk")),
    Option("licht_eigen_werk", N_("Eigen werk zonder de zware taken")),
    Option("ander_licht_werk", N_("Ander, lichter werk")),
    Option("kantoorwerk", N_("Administratief werk")),
    Option("eigen_werk", N_("Alle eigen taken")),
)
"""What a phase can hold when there is no task profile yet."""


def task_options(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Return the packages and tasks of the task profile; general ones when there is no profile.

    What is chosen already stays on the list, also when the profile no longer names it.
    """
    profile = context.papers.get("taakprofiel", {})
    packages = [row.get("pakket") for row in rows(profile.get("pakketten"))]
    tasks = [row.get("taak") for row in rows(profile.get("taken"))]
    named = [Option(name, name) for name in dict.fromkeys(packages + tasks) if isinstance(name, str) and name]
    listed = tuple(named) or GENERAL_TASKS
    labels = {option.value: option for option in (*GENERAL_TASKS, *listed)}
    known = {option.value for option in listed}
    chosen = [name for name in dict.fromkeys(_chosen(answers)) if name not in known]
    return listed + tuple(labels.get(name) or Option(name, name) for name in chosen)


def _chosen(answers: Answers) -> Iterator[str]:
    for table, column in (("fasen", "taken"), ("weekstaat", "taken_gedaan")):
        for row in rows(answers.get(table)):
            value = row.get(column)
            yield from (name for name in (value if isinstance(value, list) else ()) if isinstance(name, str))


def _contract(answers: Answers, context: Context) -> Decimal | None:
    return as_decimal(answers.get("contracturen")) or contract_hours(context)


def _phase_number(answers: Answers, _context: Context) -> str:
    return str(answers[ROW] + 1)


def _week_hours(answers: Answers, _context: Context) -> str | None:
    return buildup.plain(buildup.hours_of(answers))


def _percentage(answers: Answers, context: Context) -> str | None:
    return buildup.plain(buildup.share_of(buildup.hours_of(answers), _contract(answers, context)))


def _planned(answers: Answers, _context: Context) -> str | None:
    day = buildup.real_day(answers.get("week"))
    return None if day is None else buildup.plain(buildup.planned_in_week(buildup.phases_of(answers), day))


def phase_in_words(answers: Answers, context: Context) -> str:
    """Return when a phase is and with which tasks, for its row on the screen."""
    start = buildup.clock_start(context)
    first, last = buildup.real_day(answers.get("van")), buildup.real_day(answers.get("tot"))
    weeks = buildup.week_of(first, start), buildup.week_of(last, start)
    parts: list[str] = []
    if weeks[0] is not None:
        words = _("Week {van} t/m {tot}") if weeks[1] is not None else _("Vanaf week {van}")
        parts.append(words.format(van=weeks[0], tot=weeks[1]))
    if first is not None:
        words = _("{van} t/m {tot}") if last is not None else _("vanaf {van}")
        parts.append(words.format(van=day_short(first), tot=day_short(last) if last is not None else ""))
    tasks = answers.get("taken")
    labels = {option.value: _(option.label) for option in task_options(answers, context)}
    named = ", ".join(labels.get(str(task), str(task)) for task in tasks) if isinstance(tasks, list) else ""
    return ". ".join(part[:1].upper() + part[1:] for part in (", ".join(parts), named) if part)


def _supervisor(_answers: Answers, context: Context) -> Any:  # noqa: ANN401 - a JSON value
    return context.get("werknemer", "leidinggevende")


def _has_one_before(answers: Answers, _context: Context) -> bool:
    return answers.get(ROW) != 0


def _differs(answers: Answers, _context: Context) -> bool:
    planned, worked = as_decimal(answers.get("gepland")), as_decimal(answers.get("gewerkt"))
    return worked is not None and planned is not None and planned != worked


PHASE_COLUMNS: Final[tuple[Field, ...]] = (
    Computed(
        key="fase",
        label=N_("Fase"),
        need=Need.REQUIRED,
        by=By.APP,
        shows="number",
        decimals=0,
        compute=_phase_number,
    ),
    Number(
        key="van_week",
        label=N_("Van verzuimweek"),
        ask=N_("In welke verzuimweek begint deze fase?"),
        help=N_("Typ de week of de dag. De andere volgt vanzelf."),
        need=Need.REQUIRED,
        by=By.BOTH,
        minimum=Decimal(1),
        decimals=0,
        derive=buildup.derived_week,
        follows=("van",),
    ),
    Day(
        key="van",
        label=N_("Van"),
        ask=N_("Op welke dag begint deze fase?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        derive=buildup.derived_start,
        follows=("van_week",),
    ),
    Day(
        key="tot",
        label=N_("Tot en met"),
        ask=N_("Tot en met welke dag?"),
        help=N_("Leeg laten mag: dan loopt de fase tot de volgende evaluatie."),
        by=By.BOTH,
    ),
    Many(
        key="dagen",
        label=N_("Dagen"),
        ask=N_("Op welke dagen?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        options=options(N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo")),
    ),
    Number(
        key="uren_dag",
        label=N_("Uren per dag"),
        short=N_("Per dag"),
        ask=N_("Hoeveel uur per dag?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        minimum=Decimal("0.25"),
        maximum=Decimal(24),
        unit=N_("uur"),
    ),
    Computed(
        key="uren_week",
        label=N_("Uren per week"),
        short=N_("Per week"),
        need=Need.REQUIRED,
        by=By.APP,
        shows="number",
        unit=N_("uur"),
        compute=_week_hours,
    ),
    Computed(
        key="pct",
        label=N_("Percentage van contract"),
        short=N_("Deel"),
        need=Need.REQUIRED,
        by=By.APP,
        shows="percent",
        unit="%",
        decimals=0,
        compute=_percentage,
    ),
    Many(
        key="taken",
        label=N_("Taken of pakket"),
        ask=N_("Welke taken horen bij deze fase?"),
        help=N_("Een vast pakket met een duidelijk eind werkt het best."),
        need=Need.REQUIRED,
        by=By.BOTH,
        from_answers=task_options,
    ),
    Many(
        key="niet_taken",
        label=N_("Niet in deze fase"),
        aside=True,
        ask=N_("Wat hoort er nog niet bij?"),
        by=By.BOTH,
        options=options(
            N_("Leidinggeven"),
            N_("Deadlines"),
            N_("Klantcontact"),
            N_("Tillen"),
            N_("Avonddienst"),
            N_("Alleen werken"),
            N_("Anders"),
        ),
    ),
    Choice(
        key="werkplek",
        label=N_("Plek"),
        aside=True,
        ask=N_("Waar is het werk?"),
        by=By.BOTH,
        options=options(N_("Werk"), N_("Thuis"), N_("Afwisselend"), N_("Andere afdeling")),
    ),
    Choice(
        key="prestatie",
        label=N_("Verwachting productie"),
        ask=N_("Wat verwacht je van de productie?"),
        help=N_("Begin zonder norm. Het tempo komt later."),
        need=Need.REQUIRED,
        options=options(N_("Geen productienorm"), N_("Helft"), N_("Normaal")),
    ),
    Choice(
        key="loonvorm",
        label=N_("Werkvorm"),
        ask=N_("Levert het werk al iets op, of is het uitproberen?"),
        need=Need.REQUIRED,
        options=(
            Option(
                "met_loonwaarde",
                N_("Met loonwaarde"),
                N_("Het werk levert het bedrijf iets op. Voor deze uren betaal je gewoon loon."),
            ),
            Option(
                "arbeidstherapeutisch_tot_datum",
                N_("Arbeidstherapeutisch tot datum"),
                N_("Uitproberen: het werk hoeft nog niets op te leveren. Dat heeft altijd een einddatum."),
            ),
        ),
    ),
    Day(
        key="therapeutisch_tot",
        label=N_("Arbeidstherapeutisch tot en met"),
        ask=N_("Tot en met welke dag is het uitproberen?"),
        when=Is("loonvorm", "arbeidstherapeutisch_tot_datum"),
        not_asked=N_("Het werk heeft loonwaarde."),
    ),
    Person(
        key="begeleider",
        label=N_("Aanspreekpunt"),
        aside=True,
        ask=N_("Wie is er om naartoe te gaan?"),
        help=N_("Zolang je niets kiest, is dit de leidinggevende."),
        need=Need.REQUIRED,
        derive=_supervisor,
    ),
    Text(
        key="voorwaarde",
        label=N_("Door naar volgende fase als"),
        ask=N_("Wanneer gaan jullie een stap verder?"),
        help=N_("Een voorwaarde: wat eerst moet lukken. Alleen werk, uren en afspraken."),
        example=N_("“De voorraad klopt twee weken achter elkaar.”"),
        by=By.BOTH,
        guard=True,
    ),
    Day(
        key="evaluatie",
        label=N_("Evaluatie op"),
        ask=N_("Wanneer kijken jullie hoe het gaat?"),
        help=N_("Voor het einde van de fase. In het begin liever vaker."),
        need=Need.REQUIRED,
        by=By.BOTH,
    ),
    Tick(
        key="evaluatie_gedaan",
        label=N_("Vorige fase geëvalueerd"),
        ask=N_("Is de vorige fase geëvalueerd?"),
        help=N_("Zonder evaluatie gaan de uren niet omhoog."),
        by=By.BOTH,
        when=Fact("er_is_een_fase_voor", _has_one_before),
        not_asked=N_("Dit is de eerste fase."),
        printed=False,
    ),
)

WEEK_COLUMNS: Final[tuple[Field, ...]] = (
    Day(key="week", label=N_("Week van maandag"), need=Need.REQUIRED, by=By.APP),
    Computed(
        key="gepland",
        label=N_("Geplande uren"),
        need=Need.REQUIRED,
        by=By.APP,
        shows="number",
        unit=N_("uur"),
        compute=_planned,
    ),
    Number(
        key="gewerkt",
        label=N_("Gewerkte uren"),
        ask=N_("Hoeveel uur is er gewerkt?"),
        need=Need.REQUIRED,
        by=By.BOTH,
        minimum=Decimal(0),
        maximum=Decimal(60),
        unit=N_("uur"),
    ),
    Many(
        key="taken_gedaan",
        label=N_("Taken gedaan"),
        ask=N_("Welke taken zijn gedaan?"),
        by=By.WN,
        from_answers=task_options,
    ),
    Choice(
        key="afwijking",
        label=N_("Reden afwijking"),
        ask=N_("Waarom waren het meer of minder uren?"),
        help=N_("Kies wat past. Meer hoef je niet te weten."),
        need=Need.CONDITIONAL,
        required_when=Fact("gewerkt_is_anders_dan_gepland", _differs),
        by=By.BOTH,
        options=options(
            N_("Volgens plan"),
            N_("Minder op verzoek werknemer"),
            N_("Minder door werk/rooster"),
            N_("Meer gewerkt"),
            N_("Verlof/feestdag"),
            N_("Niet gewerkt, afgemeld"),
        ),
    ),
    YesNo(key="akkoord", label=N_("Gezien door leidinggevende")),
)
