"""What the time line shows, and the counting of its weeks. No drawing here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.theme import State


class Shape(StrEnum):
    """The form of a marker; each state has its own, so that the line also reads without colour."""

    AUTO = ""
    DONE = "done"
    DONE_LATE = "done_late"
    LATE = "late"
    NOW = "now"
    LATER = "later"
    PERIOD = "period"
    END = "end"


_TWO_YEARS_FROM = 60
"""A line with fewer counted weeks has no first and second year to tell apart."""

_SHAPES = {
    State.DONE: Shape.DONE,
    State.ARRANGED: Shape.LATER,
    State.DONE_LATE: Shape.DONE_LATE,
    State.LATE: Shape.LATE,
    State.SOON: Shape.NOW,
}


@dataclass(frozen=True)
class Mark:
    """A step on the line. `subtitle` such as "week 42, 30 nov"; with `end_day` it is a period."""

    id: str
    title: str
    subtitle: str
    day: date
    state: State = State.NOT_YET
    shape: Shape | str = Shape.AUTO
    end_day: date | None = None

    @property
    def form(self) -> Shape:
        """Return the shape to draw."""
        if self.shape:
            return Shape(self.shape)
        return Shape.PERIOD if self.end_day is not None else _SHAPES.get(self.state, Shape.LATER)

    def sentence(self) -> str:
        """Return the step as a screen reader says it."""
        parts = [self.title, self.subtitle, self.state.word if self.state.word not in self.subtitle else ""]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Band:
    """Days that do not count, both ends included. They push everything after them."""

    start: date
    end: date
    label: str
    subtitle: str = ""
    when: str = ""
    """From when to when, for the tooltip and the reader: `26 okt t/m 8 nov`."""

    @property
    def days(self) -> int:
        """Return how many days do not count."""
        return (self.end - self.start).days + 1

    def sentence(self) -> str:
        """Return the break as a tooltip and a screen reader say it."""
        return ", ".join(part for part in (self.when, self.label, self.subtitle) if part)


@dataclass(frozen=True)
class Dot:
    """A small evaluation on the line; its text is a tooltip."""

    day: date
    text: str = ""


@dataclass(frozen=True)
class TimeLineData:
    """A case on a line from `first_day` to `last_day`, breaks included. `weeks_total` is in counted weeks."""

    first_day: date
    last_day: date
    today: date
    weeks_total: int
    marks: Sequence[Mark] = field(default=())
    bands: Sequence[Band] = field(default=())
    dots: Sequence[Dot] = field(default=())
    stopped_on: date | None = None
    """The day on which the case stopped; the rest of the line is pale."""

    @property
    def days(self) -> int:
        """Return the length of the line in days."""
        return max(1, (self.last_day - self.first_day).days)

    def counted_week(self, day: date) -> int:
        """Return the week in which a day lies, not counting the breaks."""
        pauses = sum(
            (min(day, band.end) - band.start).days + 1 for band in self.bands if self.first_day <= band.start <= day
        )
        return max(0, (day - self.first_day).days - pauses) // 7 + 1

    @property
    def half_day(self) -> date | None:
        """Return the first day of the second half, counted without the breaks; None on a short line."""
        if self.weeks_total < _TWO_YEARS_FROM:
            return None
        day = self.first_day + timedelta(weeks=self.weeks_total // 2)
        for band in sorted(self.bands, key=lambda band: band.start):
            if self.first_day <= band.start <= day:
                day += timedelta(days=band.days)
        return day

    def summary(self) -> str:
        """Return the line in one sentence or three."""
        parts = [_("Tijdlijn van {weken} weken.").format(weken=self.weeks_total)]
        if self.first_day <= self.today <= self.last_day:
            parts.append(_("Nu week {nummer}.").format(nummer=self.counted_week(self.today)))
        done = sum(mark.state in (State.DONE, State.DONE_LATE) for mark in self.marks)
        late = sum(mark.state is State.LATE for mark in self.marks)
        words = ngettext("{aantal} stap klaar", "{aantal} stappen klaar", done).format(aantal=done)
        if late:
            words += ngettext(", {aantal} te laat", ", {aantal} te laat", late).format(aantal=late)
        return " ".join([*parts, f"{words}.", *(f"{band.sentence()}." for band in self.bands)])
