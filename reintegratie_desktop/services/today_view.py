"""Makes the first page: what must happen, in order of urgency, and what comes this week."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.case_tasks import SOON_DAYS, closed_cases_with_tasks, tasks
from reintegratie_desktop.services.names import full_name
from reintegratie_desktop.services.step_views import AgendaItem, StepState, StepView, TodayRow, TodayView
from reintegratie_desktop.services.step_words import INFORMATION, count_word
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

WORKDAYS: Final = 5
SATURDAY: Final = 5
SOON_ITEMS: Final = 4
LOUD_ROWS: Final = 3
"""At most this many rows speak in colour; the others wait their turn."""

_EVALUATION: Final = "evaluatie_"
_APPOINTMENTS: Final = ("gesprek", "spreekuur")

_ORDER: Final = {
    StepState.LATE: 0,
    StepState.SOON: 1,
    StepState.PLANNED: 2,
    StepState.ARRANGED: 3,
    StepState.WAITING: 3,
}


def today_view(desk: "Workspace") -> TodayView:
    """Return the first page."""
    today = desk.today
    rows: list[TodayRow] = []
    items: list[AgendaItem] = []
    open_cases = 0
    with_tasks = closed_cases_with_tasks(desk)
    for case in desk.store.cases.all():
        if case.hersteld_per is not None:
            if case.id in with_tasks:
                reader = CaseReader(desk, case, explain=False)
                open_tasks = sorted((task for task in tasks(reader) if task.action), key=lambda task: task.day or today)
                rows.extend(_row(reader, task) for task in open_tasks[:1] if _is_near(task, today))
                items.extend(_items(case.id, reader.first_name, open_tasks, today))
            continue
        open_cases += 1
        reader = CaseReader(desk, case, explain=False)
        reader.clock = _without_later_evaluations(reader.clock)
        steps = reader.steps()
        following = reader.next_step(steps)
        rows.append(_row(reader, _nearest(following, steps, today)))
        items.extend(_items(case.id, reader.first_name, steps, today))
    rows.sort(key=_urgency)
    rows = [replace(row, loud=index < LOUD_ROWS) for index, row in enumerate(rows)]
    items.sort(key=lambda item: (item.day, item.title, item.first_name))
    late = sum(row.step is not None and row.step.state is StepState.LATE for row in rows)
    monday = _shown_monday(today)
    friday = monday + timedelta(days=WORKDAYS - 1)
    week = tuple(
        (day, tuple(item for item in items if item.day == day))
        for day in (monday + timedelta(days=index) for index in range(WORKDAYS))
    )
    coming = tuple(item for item in items if item.day > friday)[:SOON_ITEMS]
    return TodayView(
        today=today,
        heading=_heading(today, rows, sum(item.day <= friday for item in items)),
        rows=tuple(rows),
        week=week,
        soon=coming,
        late_count=late,
        open_cases=open_cases,
        next_dates=tuple(item for item in items if item.day >= today)[:2],
    )


def _nearest(following: StepView | None, steps: list[StepView], today: date) -> StepView | None:
    """Return the next step, or a date to know of the coming days that comes before it; what is late goes first."""
    if following is not None and (following.state is StepState.LATE or following.day is None):
        return following
    known = [
        step
        for step in steps
        if step.id in INFORMATION
        and step.state is StepState.PLANNED
        and step.day is not None
        and 0 <= (step.day - today).days <= SOON_DAYS
        and (following is None or following.day is None or step.day < following.day)
    ]
    return min(known, key=lambda step: step.day or date.max, default=following)


def _row(reader: CaseReader, following: StepView | None) -> TodayRow:
    # A date to know is the row itself: its words are not said twice.
    says_the_end = following is None or (reader.is_open and following.id not in INFORMATION)
    return TodayRow(
        case_id=reader.case.id,
        employee_name=full_name(reader.employee),
        first_name=reader.first_name,
        function=str(reader.employee.get("functie") or ""),
        week=min(reader.clock.ziekteweek, reader.clock.weken_totaal),
        weeks_total=reader.clock.weken_totaal,
        step=following,
        second_line=reader.first_page_line(following) if says_the_end else following.detail if following else "",
    )


def _is_near(task: StepView, today: date) -> bool:
    """Tell whether a task of a closed dossier is near enough to take a row of the first page."""
    return task.day is not None and (task.day - today).days <= 2 * SOON_DAYS


def _without_later_evaluations(clock: CaseClock) -> CaseClock:
    """Leave out the evaluations after the first that is to come.

    A case has sixteen of them, half of all its dates. They move along with the first, so they are never the next step
    and never shown before it.
    """
    seen = False
    kept = []
    for milestone in clock.termijnen:
        if milestone.id.startswith(_EVALUATION) and milestone.gedaan_op is None:
            if seen:
                continue
            seen = True
        kept.append(milestone)
    return replace(clock, termijnen=tuple(kept))


def _shown_monday(today: date) -> date:
    """Return the Monday of this week; in the weekend that of the week to come."""
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=1) if today.weekday() >= SATURDAY else monday


def _urgency(row: TodayRow) -> tuple[int, date, str]:
    if row.step is None or row.step.day is None:
        return (len(_ORDER), date.max, row.employee_name)
    return (_ORDER.get(row.step.state, len(_ORDER)), row.step.day, row.employee_name)


def _items(case_id: str, name: str, steps: list[StepView], today: date) -> list[AgendaItem]:
    shown = (StepState.SOON, StepState.PLANNED, StepState.ARRANGED)
    steps = [step for step in steps if step.action or not step.id.startswith(_EVALUATION)]
    return [
        AgendaItem(
            _agenda_day(step, today),
            step.short_title or step.title,
            name,
            case_id,
            step.id,
            step.state,
            step.id in _APPOINTMENTS,
        )
        for step in steps
        if step.day is not None and step.state in shown and step.id not in INFORMATION
    ]


def _agenda_day(step: StepView, today: date) -> date:
    """Return the day on which a thing stands: a small task that waits stands at today, or at Monday in the weekend."""
    assert step.day is not None
    if step.day >= today:
        return step.day
    return today if today.weekday() < SATURDAY else _shown_monday(today)


def _heading(today: date, rows: list[TodayRow], this_week: int) -> str:
    """Say what is late, and how much comes up to the end of the week that is shown: as much as is listed there."""
    day = day_long(today).rsplit(" ", 1)[0]
    day = f"{day[0].upper()}{day[1:]}."
    late = sum(row.step is not None and row.step.state is StepState.LATE for row in rows)
    parts = []
    weekend = today.weekday() >= SATURDAY
    if late:
        parts.append(ngettext("{n} stap is te laat", "{n} stappen zijn te laat", late).format(n=count_word(late)))
    if this_week:
        words = (
            ngettext("{n} stap hoort bij komende week", "{n} stappen horen bij komende week", this_week)
            if weekend
            else ngettext("{n} stap hoort bij deze week", "{n} stappen horen bij deze week", this_week)
        )
        parts.append(words.format(n=count_word(this_week)))
    sentence = ", ".join(parts) if parts else _("vandaag hoeft er niets")
    return f"{day} {_capital(sentence)}."


def _capital(sentence: str) -> str:
    """Begin a sentence with a capital; in Dutch "één" becomes "Eén"."""
    return f"E{sentence[1:]}" if sentence.startswith("é") else f"{sentence[0].upper()}{sentence[1:]}"
