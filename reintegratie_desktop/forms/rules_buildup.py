"""What is checked in a schedule of hours: the advice is the ceiling, phases follow on, nothing grows by itself."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reintegratie_desktop.forms.advice import (
    Advice,
    advice_is_finished,
    advice_on_hours,
    advices,
    contract_hours,
    day_in_words,
    not_longer_than,
    not_more_often_than,
    not_more_than,
    said_on,
)
from reintegratie_desktop.forms.buildup import (
    ONE_DAY,
    WEEKDAYS,
    Phase,
    advice_start,
    advice_windows,
    is_ahead,
    is_behind,
    monday_before,
    phases_of,
    real_day,
    start_phase,
    week_of,
    worked_weeks,
)
from reintegratie_desktop.forms.buildup import clock_start as clock_start_of
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.rules import law_days
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _

# Choices of this program, not law: a step of more than a quarter of the contract deserves a second look, and the days
# from Monday to Friday count as work days when a gap between two phases is judged.
LARGE_STEP: Final = Decimal("0.25")
_OFFICE_DAYS: Final = WEEKDAYS[:5]


def _at(phase: Phase, column: str) -> str:
    return f"fasen[{phase.index}].{column}"


def _known(answers: Answers) -> Iterator[tuple[Phase, date, Decimal]]:
    """Yield the phases that can be held against an advice."""
    for phase in phases_of(answers):
        if phase.start is not None and phase.hours_week is not None:
            yield phase, phase.start, phase.hours_week


def within_advice(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours a week, hours a day and days a week stay inside the advice that holds in that phase.

    Hours of an advice that leaves the steps to employer and employee bind the first phase; of later ones it is said
    that the advice names no hours for them.
    """
    windows = advice_windows(context)
    phases = phases_of(answers)
    first = [start_phase(window.advice, phases, context) for window in windows]
    for phase, start, hours in _known(answers):
        # What is over cannot be changed any more: it is said, and stops nothing.
        level = Level.WARN if phase.end is not None and phase.end < context.today else Level.BLOCK
        for window, bound in zip(windows, first, strict=True):
            part = window.part(start, phase.end)
            if part is None:
                continue
            found = list(_against(phase, hours, window.advice, part, level, context))
            if bound is None or bound.index == phase.index:
                yield from found
            elif found:
                yield Finding(Level.WARN, _at(phase, "uren_dag"), no_hours_for_later())


def no_hours_for_later() -> str:
    """Return what is said of hours after the start, when the advice leaves those to employer and employee."""
    return _("Het advies noemt voor later geen uren. Bespreek deze stap met de bedrijfsarts.")


def _against(
    phase: Phase, hours: Decimal, advice: Advice, part: tuple[date, date | None], level: Level, context: Context
) -> Iterator[Finding]:
    lowest = advice.lowest(*part)
    if lowest is not None and hours > lowest:
        yield Finding(level, _at(phase, "uren_dag"), not_more_than(lowest, advice, context.today))
    hours_day, days = advice.limits_per_day(*part)
    if hours_day is not None and phase.hours_day is not None and phase.hours_day > hours_day:
        yield Finding(level, _at(phase, "uren_dag"), not_longer_than(hours_day, advice, context.today))
    if days is not None and len(phase.weekdays) > days:
        yield Finding(level, _at(phase, "dagen"), not_more_often_than(days, advice, context.today))


def within_contract(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours a week stay inside the contract."""
    contract = as_decimal(answers.get("contracturen")) or contract_hours(context)
    for phase, _start, hours in _known(answers):
        if contract and hours > contract:
            sentence = _("Niet meer dan {uren} uur per week. Dat zijn de uren van het contract.")
            yield Finding(Level.BLOCK, _at(phase, "uren_dag"), sentence.format(uren=number(contract)))


def one_after_another(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Phases follow each other without overlap and without a gap of work days."""
    phases = [(phase, phase.start) for phase in phases_of(answers) if phase.start is not None]
    for phase, start in phases:
        if phase.end is not None and phase.end < start:
            yield Finding(Level.BLOCK, _at(phase, "tot"), _("De laatste dag ligt voor de eerste dag van deze fase."))
    for (earlier, before), (later, start) in pairwise(phases):
        values = {"fase": earlier.index + 1, "volgende": later.index + 1}
        if start <= before or (earlier.end is not None and start <= earlier.end):
            sentence = _("Fase {volgende} begint voordat fase {fase} klaar is.")
            yield Finding(Level.BLOCK, _at(later, "van"), sentence.format(**values))
        elif earlier.end is not None and _has_gap(earlier, earlier.end, later, start):
            sentence = _(
                "Tussen fase {fase} en fase {volgende} zitten dagen zonder schema. Laat ze op elkaar aansluiten."
            )
            yield Finding(Level.BLOCK, _at(later, "van"), sentence.format(**values))


def _has_gap(earlier: Phase, end: date, later: Phase, start: date) -> bool:
    work_days = {*_OFFICE_DAYS, *earlier.weekdays, *later.weekdays}
    days = min((start - end).days - 1, len(WEEKDAYS))
    return any(WEEKDAYS[(end + (number + 1) * ONE_DAY).weekday()] in work_days for number in range(days))


def not_before_advice(answers: Answers, context: Context) -> Iterator[Finding]:
    """The first phase does not begin before the advice holds."""
    starts = [(start, advice) for advice in advices(context) if (start := advice_start(advice)) is not None]
    first = next((phase for phase in phases_of(answers) if phase.start is not None), None)
    if not starts or first is None or first.start is None:
        return
    start, advice = min(starts, key=lambda pair: pair[0])
    if first.start < start:
        sentence = _("Niet eerder dan {dag}. {advies}").format(
            dag=day_in_words(start, context.today), advies=said_on(advice, context.today)
        )
        yield Finding(Level.BLOCK, _at(first, "van"), sentence)


def small_steps(answers: Answers, context: Context) -> Iterator[Finding]:
    """A step of more than a quarter of the contract gets a soft remark."""
    contract = as_decimal(answers.get("contracturen")) or contract_hours(context)
    for (_earlier, _from, before), (later, _start, hours) in pairwise(_known(answers)):
        if contract and hours - before > contract * LARGE_STEP:
            sentence = _("Dit is een grote stap: {uren} uur per week erbij. Past een kleine stap ertussen?")
            yield Finding(Level.WARN, _at(later, "uren_dag"), sentence.format(uren=number(hours - before)))


def evaluated_in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """Each phase is evaluated while it lasts, and within the rhythm UWV asks for."""
    first_sick_day = context.day("zaak", "eerste_ziektedag")
    rhythm = law_days("evaluatie_ritme", first_sick_day) if first_sick_day else None
    for phase in phases_of(answers):
        day = phase.evaluation
        if day is None:
            continue
        if phase.start is not None and day < phase.start:
            yield Finding(Level.BLOCK, _at(phase, "evaluatie"), _("Deze dag ligt voor het begin van de fase."))
        elif phase.end is not None and day > phase.end:
            sentence = _("Evalueer voordat de fase voorbij is, dus uiterlijk op {dag}.")
            yield Finding(Level.BLOCK, _at(phase, "evaluatie"), sentence.format(dag=_day(phase.end)))
        elif phase.start is not None and rhythm is not None and (day - phase.start).days > rhythm:
            sentence = _("Dat is lang. Kijk ten minste elke {weken} weken samen hoe het gaat.")
            yield Finding(Level.WARN, _at(phase, "evaluatie"), sentence.format(weken=rhythm // len(WEEKDAYS)))


def _day(day: date) -> str:
    return day_in_words(day, day)


def nothing_grows_by_itself(answers: Answers, context: Context) -> Iterator[Finding]:
    """A phase with more hours has begun only when the phase before it was evaluated."""
    for (earlier, _from, before), (later, start, hours) in pairwise(_known(answers)):
        if hours > before and start <= context.today and not later.evaluated:
            sentence = _(
                "Fase {volgende} begint pas na de evaluatie van fase {fase}. Hebben jullie die gedaan? Vink het aan."
            )
            values = {"volgende": later.index + 1, "fase": earlier.index + 1}
            yield Finding(Level.BLOCK, _at(later, "evaluatie_gedaan"), sentence.format(**values))


def therapeutic_work_ends(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Arbeidstherapeutisch work has a last day."""
    value = answers.get("fasen")
    for index, row in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(row, dict) or row.get("loonvorm") != "arbeidstherapeutisch_tot_datum":
            continue
        place, start, end = (
            f"fasen[{index}].therapeutisch_tot",
            as_day(row.get("van")),
            as_day(row.get("therapeutisch_tot")),
        )
        if end is None:
            yield Finding(Level.BLOCK, place, _("Vul in tot en met welke dag het werk arbeidstherapeutisch is."))
        elif start is not None and end < start:
            yield Finding(Level.BLOCK, place, _("Deze dag ligt voor het begin van de fase."))


def week_and_day_agree(answers: Answers, context: Context) -> Iterator[Finding]:
    """The week of absence and the first day of a phase say the same."""
    value = answers.get("fasen")
    clock = clock_start_of(context)
    for index, row in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(row, dict):
            continue
        day, typed = real_day(row.get("van")), as_decimal(row.get("van_week"))
        week = week_of(day, clock)
        if day is not None and clock is not None and day < clock:
            yield Finding(Level.BLOCK, f"fasen[{index}].van", _("Deze dag ligt voor de eerste ziektedag."))
        elif week is not None and typed is not None and typed != week:
            sentence = _("{dag} valt in week {week}. Pas de week of de dag aan.")
            dag = day_in_words(day, context.today) if day else ""
            yield Finding(Level.BLOCK, f"fasen[{index}].van_week", sentence.format(dag=dag, week=week))


def whose_rhythm(answers: Answers, context: Context) -> Iterator[Finding]:
    """The schedule says so when the advice names no hours, or when its rhythm is not the doctor's."""
    if advices(context) and advice_on_hours(context) is None:
        yield Finding(Level.WARN, "fasen", _("Het advies noemt geen uren. Vraag de bedrijfsarts hoeveel uur er mag."))
    if answers.get("eigen_voorstel") is True:
        sentence = _("Dit ritme is een voorstel, niet van de bedrijfsarts. Bespreek het met de bedrijfsarts.")
        yield Finding(Level.HINT, "eigen_voorstel", sentence)


def honest_weeks(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Each row of the week sheet is one week that begins on Monday, and no week stands there twice."""
    value = answers.get("weekstaat")
    seen: set[date] = set()
    for index, row in enumerate(value if isinstance(value, list) else ()):
        day = real_day(row.get("week")) if isinstance(row, dict) else None
        if day is None:
            continue
        if day != monday_before(day):
            yield Finding(Level.BLOCK, f"weekstaat[{index}].week", _("Kies de maandag van deze week."))
        elif day in seen:
            yield Finding(Level.BLOCK, f"weekstaat[{index}].week", _("Deze week staat er al."))
        seen.add(day)


def how_it_goes(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Two weeks under plan ask for a talk about the schedule; a week above it for patience. Never for a reason."""
    weeks = worked_weeks(answers)
    if is_behind(answers):
        sentence = _(
            "Twee weken minder gewerkt dan gepland. Dat mag. Vraag niet waarom. Bespreek wel of het schema nog past."
        )
        yield Finding(Level.HINT, f"weekstaat[{weeks[-1].place}].gewerkt", sentence)
    elif is_ahead(answers):
        extra = weeks[-1].worked - weeks[-1].planned
        sentence = _("{uren} uur meer gewerkt dan gepland. Niet te snel: bespreek het eerst.")
        yield Finding(Level.HINT, f"weekstaat[{weeks[-1].place}].gewerkt", sentence.format(uren=number(extra)))


RULES: Final[tuple[Rule, ...]] = (
    advice_is_finished("basis"),
    whose_rhythm,
    week_and_day_agree,
    within_advice,
    within_contract,
    one_after_another,
    not_before_advice,
    small_steps,
    evaluated_in_time,
    nothing_grows_by_itself,
    therapeutic_work_ends,
    honest_weeks,
    how_it_goes,
)
"""All checks of the form `opbouwschema`, in the order of the form."""
