"""The schedule of hours and the week sheet: small steps inside the advice, and the hours that were really worked."""

from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms import buildup, rules_buildup
from reintegratie_desktop.forms.advice import advices, contract_hours
from reintegratie_desktop.forms.buildup_columns import PHASE_COLUMNS, WEEK_COLUMNS, phase_in_words
from reintegratie_desktop.forms.buildup_proposal import is_own_rhythm, phases_of_advice
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Computed,
    Need,
    Number,
    Rows,
    YesNo,
    as_decimal,
    options,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.text.i18n import N_


def _version(_answers: Answers, context: Context) -> str:
    before = as_decimal(context.get("opbouwschema", "versie")) if context.history.get("opbouwschema") else None
    return str(int(before) + 1 if before is not None else 1)


def _basis(_answers: Answers, context: Context) -> dict[str, Any] | None:
    newest = next(iter(advices(context)), None)
    if newest is None or newest.day is None:
        return None
    return {"soort": newest.form, "versie": "", "datum": newest.day.isoformat()}


def _contract_text(_answers: Answers, context: Context) -> str | None:
    return buildup.plain(contract_hours(context))


HEAD: Final = Step(
    key="basis",
    title=N_("Waarop het schema rust"),
    question=N_("Op welk advies bouwen jullie, en op welke manier?"),
    why=N_("Het advies van de bedrijfsarts is de bovengrens. Daarbinnen kiezen jullie samen de stappen."),
    example=N_("“Eerst de uren opbouwen met dezelfde taken. Daarna komen er taken bij.”"),
    not_written=N_("Waarom iemand een bepaald tempo heeft. Alleen welk tempo."),
    source=N_("Regeling procesgang art. 3 en art. 4 lid 2"),
    sections=(
        Section(
            key="kop",
            number="A",
            title=N_("Algemeen"),
            fields=(
                Computed(
                    key="versie",
                    label=N_("Versie"),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="number",
                    decimals=0,
                    compute=_version,
                ),
                Computed(
                    key="basis",
                    label=N_("Gebaseerd op"),
                    help=N_(
                        "Het nieuwste advies van de bedrijfsarts. Is dat er nog niet? Vul dan eerst het advies in."
                    ),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="reference",
                    compute=_basis,
                ),
                Number(
                    key="contracturen",
                    label=N_("Contracturen"),
                    help=N_("Uit de gegevens van je medewerker."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    minimum=Decimal(0),
                    unit=N_("uur"),
                    carry=(Carry("werknemer", "contracturen"),),
                    derive=_contract_text,
                    fixed=True,
                ),
                Choice(
                    key="variant",
                    label=N_("Opbouwvariant"),
                    ask=N_("Hoe bouwen jullie op?"),
                    help=N_("Laat je medewerker als eerste kiezen."),
                    why=N_("Wie weet wat er groeit, de uren of de taken, ziet ook sneller of het past."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options(
                        N_("Uren eerst"),
                        N_("Taken eerst"),
                        N_("Uren en taken om en om"),
                        N_("Vast aantal uren, taken zwaarder"),
                    ),
                ),
                YesNo(
                    key="eigen_voorstel",
                    label=N_("Ritme is voorstel (niet van bedrijfsarts)"),
                    ask=N_("Hebben jullie het ritme zelf bedacht?"),
                    help=N_("Ja: op het papier staat “voorstel, bespreken met bedrijfsarts”."),
                    paper_help=N_("Bij ja: voorstel, bespreken met bedrijfsarts."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    default=is_own_rhythm,
                ),
            ),
        ),
    ),
)

PHASES: Final = Step(
    key="fasen",
    title=N_("De fasen"),
    question=N_("Welke stappen zetten jullie, met hoeveel uur en welke taken?"),
    why=N_("Kleine stappen die lukken werken beter dan een grote stap terug. Elke stap begint met een evaluatie."),
    example=N_("“Week 7 tot en met 10: drie dagen van 2 uur, voorraad boeken.”"),
    not_written=N_("Wat iemand niet kan en waarom. Schrijf wat er wel gebeurt."),
    source=N_("Regeling procesgang art. 4 lid 2"),
    sections=(
        Section(
            key="fasen",
            number="B",
            title=N_("Fasen"),
            fields=(
                Rows(
                    key="fasen",
                    label=N_("Fasen"),
                    ask=N_("Welke fasen spreken jullie af?"),
                    help=N_(
                        "Hooguit zoveel uren, dagen en uren per dag als het advies zegt. Noemt het advies "
                        "uren, dan staat er al een voorstel. Pas het samen aan."
                    ),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    row_name=N_("fase"),
                    title_column="fase",
                    carry=(Carry("probleemanalyse", "benutbaar", phases_of_advice),),
                    listed=("dagen", "uren_dag", "uren_week", "pct"),
                    summary=phase_in_words,
                    columns=PHASE_COLUMNS,
                ),
            ),
        ),
    ),
)

WEEKS: Final = Step(
    key="weekstaat",
    title=N_("Gewerkte uren"),
    question=N_("Hoeveel uur is er deze week echt gewerkt?"),
    why=N_("De echt gewerkte uren moeten in het dossier staan. Eén getal per week is genoeg."),
    example=N_("“Week 10: 20 uur gepland, 18 gewerkt, minder op verzoek van de werknemer.”"),
    not_written=N_("De reden achter minder uren. Kies alleen wat er in de lijst staat, en vraag niet door."),
    source=N_("Regeling procesgang art. 3"),
    sections=(
        Section(
            key="grafiek",
            title=N_("Afgesproken en gewerkt"),
            fields=(
                Computed(
                    key="grafiek",
                    label=N_("Uren per week"),
                    by=By.APP,
                    shows="chart_hours",
                    unit=N_("uur"),
                    compute=buildup.chart_of,
                ),
            ),
        ),
        Section(
            key="weekstaat",
            number="C",
            title=N_("Weekstaat"),
            fields=(
                Rows(
                    key="weekstaat",
                    label=N_("Weekstaat"),
                    ask=N_("Welke uren zijn er gewerkt?"),
                    help=N_("Elke week één regel, ook als er niet is gewerkt."),
                    by=By.BOTH,
                    row_name=N_("week"),
                    title_column="week",
                    columns=WEEK_COLUMNS,
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="opbouwschema",
    code="OS",
    version="1.0",
    title=N_("Opbouwschema en weekstaat"),
    purpose=N_(
        "Afgesproken en echt gewerkte uren per week, binnen het advies van de bedrijfsarts. Het schema hoort bij het "
        "plan van aanpak. Regeling procesgang art. 3."
    ),
    duration=N_("ongeveer 20 minuten"),
    steps=(HEAD, PHASES, WEEKS),
    rules=rules_buildup.RULES,
)
"""The form for building up hours: 27 fields, phases and weeks counted by their columns."""
