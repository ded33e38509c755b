"""Turns a case into what the time line draws."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from reintegratie_desktop.services.own_steps import is_own
from reintegratie_desktop.services.views import BandView, StepState, StepView
from reintegratie_desktop.text.formatting import day_medium, day_short
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.drawing.timeline_data import Band, Dot, Mark, Shape, TimeLineData
from reintegratie_desktop.ui.pages.common import state_of
from reintegratie_desktop.ui.preferences import Clock


class Lined(Protocol):
    """A case on the line: as it is (`CaseView`), or as it would be when a day is tried."""

    @property
    def counts_from(self) -> date:
        """Return the first sick day for the law."""

    @property
    def last_day(self) -> date:
        """Return the last day of the line."""

    @property
    def weeks_total(self) -> int:
        """Return how many weeks count."""

    @property
    def is_open(self) -> bool:
        """Tell whether the case runs."""

    @property
    def recovered_on(self) -> date | None:
        """Return the first fully fit day."""

    @property
    def bands(self) -> Sequence[BandView]:
        """Return the days that do not count."""

    @property
    def steps(self) -> Sequence[StepView]:
        """Return the steps."""


def line_of(case: Lined, clock: Clock) -> TimeLineData:
    """Return the time line of a case: steps as markers, evaluations as dots, breaks as bands."""
    # A closed case has no "today" any more: the line says where it stopped.
    today = clock().date() if case.is_open else case.last_day + timedelta(days=1)
    marks, dots = [], []
    next_evaluation = next((step.id for step in case.steps if _is_evaluation(step) and step.action), "")
    for step in case.steps:
        if step.day is None or not step.on_time_line or step.state in (StepState.STOPPED, StepState.NOT_NEEDED):
            continue
        if is_own(step.id):
            # A name of one's own would crowd the names of the law: it is a dot with its words in a tooltip.
            dots.append(Dot(step.done_on or step.day, f"{step.title}, {day_medium(step.day)}"))
        elif _is_evaluation(step) and (step.id != next_evaluation or step.state is not StepState.LATE):
            dots.append(Dot(step.done_on or step.day, f"{step.title}, {day_medium(step.day)}"))
        else:
            marks.append(_mark(case, step, clock().year))
    return TimeLineData(
        first_day=case.counts_from,
        last_day=case.last_day,
        today=today,
        weeks_total=case.weeks_total,
        marks=tuple(marks),
        bands=tuple(map(band_of, case.bands)),
        dots=tuple(dots),
        stopped_on=case.recovered_on,
    )


def band_of(view: BandView) -> Band:
    """Return a break as the line draws it: how many days do not count, and how far that moves the weeks after it."""
    counted = ngettext(
        "{soort}: {dagen} dag telt niet mee", "{soort}: {dagen} dagen tellen niet mee", view.days
    ).format(soort=view.label, dagen=view.days)
    moved = ngettext(
        "de weken daarna schuiven {dagen} dag", "de weken daarna schuiven {dagen} dagen", view.shift
    ).format(dagen=view.shift)
    return Band(view.start, view.end, counted, moved if view.shift else "", _span(view.start, view.end))


def _span(start: date, end: date) -> str:
    """Return `1 t/m 14 jun`, or `21 dec 2026 t/m 3 jan 2027`."""
    if start.year != end.year:
        return _("{van} t/m {tot}").format(van=day_medium(start), tot=day_medium(end))
    first = str(start.day) if start.month == end.month else day_short(start)
    return _("{van} t/m {tot}").format(van=first, tot=day_medium(end))


def _is_evaluation(step: StepView) -> bool:
    return step.id.startswith("evaluatie_")


def _mark(case: Lined, step: StepView, year: int) -> Mark:
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
