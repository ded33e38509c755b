"""Turns a case into what the time line draws."""

from datetime import date, timedelta

from reintegratie_desktop.services.views import CaseView, StepState, StepView
from reintegratie_desktop.text.formatting import day_medium, day_short
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.drawing.timeline_data import Band, Dot, Mark, Shape, TimeLineData
from reintegratie_desktop.ui.pages.common import state_of
from reintegratie_desktop.ui.preferences import Clock


def line_of(case: CaseView, clock: Clock) -> TimeLineData:
    """Return the time line of a case: steps as markers, evaluations as dots, breaks as bands."""
    # A closed case has no "today" any more: the line says where it stopped.
    today = clock().date() if case.is_open else case.last_day + timedelta(days=1)
    marks, dots = [], []
    next_evaluation = next((step.id for step in case.steps if _is_evaluation(step) and step.action), "")
    for step in case.steps:
        if step.day is None or not step.on_time_line or step.state in (StepState.STOPPED, StepState.NOT_NEEDED):
            continue
        if _is_evaluation(step) and (step.id != next_evaluation or step.state is not StepState.LATE):
            dots.append(Dot(step.done_on or step.day, f"{step.title}, {day_medium(step.day)}"))
        else:
            marks.append(_mark(case, step, clock().year))
    return TimeLineData(
        first_day=case.counts_from,
        last_day=case.last_day,
        today=today,
        weeks_total=case.weeks_total,
        marks=tuple(marks),
        bands=tuple(Band(start, end, label, _band_words(start, end)) for start, end, label in case.bands),
        dots=tuple(dots),
        stopped_on=case.recovered_on,
    )


def _band_words(start: date, end: date) -> str:
    """Return `1 t/m 14 jun, schuift alles op`."""
    first = str(start.day) if (start.year, start.month) == (end.year, end.month) else day_short(start)
    return _("{van} t/m {tot}, schuift alles op").format(van=first, tot=day_short(end))


def _is_evaluation(step: StepView) -> bool:
    return step.id.startswith("evaluatie_")


def _mark(case: CaseView, step: StepView, year: int) -> Mark:
    assert step.day is not None
    day = step.done_on or step.day
    words = day_short(day) if day.year == year else day_medium(day)
    week = step.week if step.week is not None else (day - case.counts_from).days // 7 + 1
    parts = [_("week {nummer}").format(nummer=week), words]
    if step.state is StepState.LATE:
        parts.append(_("te laat"))
    last = day == case.last_day
    window = step.window_from if step.id == "eerstejaarsevaluatie" and step.done_on is None else None
    return Mark(
        id=step.id,
        title=step.short_title or step.title,
        subtitle=", ".join(parts),
        day=window or day,
        state=state_of(step.state),
        shape=Shape.END if last else Shape.AUTO,
        end_day=day if window else None,
    )
