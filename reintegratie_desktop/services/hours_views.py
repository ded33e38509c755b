"""What the page of the worked hours shows."""

from datetime import date
from decimal import Decimal
from typing import Any

from reintegratie_desktop.forms.worked_record import Signal
from reintegratie_desktop.text.declaring import dataclass


@dataclass(frozen=True)
class EarlierHours:
    """What was noted of a week before, and when."""

    worked: Decimal | None
    reason: str
    noted_on: date


@dataclass(frozen=True)
class HoursWeek:
    """One week: planned and worked hours. `worked` is None while nobody wrote it down."""

    monday: date
    number: int
    """The week of absence."""
    planned: Decimal
    worked: Decimal | None = None
    reason: str = ""
    """The value of the reason; empty when none is chosen."""
    reason_words: str = ""
    per_day: tuple[str, ...] = ()
    """Hours per day, Monday first; empty when only the week was noted."""
    seen: bool = False
    earlier: tuple[EarlierHours, ...] = ()
    is_now: bool = False

    @property
    def differs(self) -> bool:
        """Tell whether other hours were worked than planned."""
        return self.worked is not None and self.worked != self.planned

    @property
    def asks_reason(self) -> bool:
        """Tell whether a reason is still to be chosen."""
        return self.differs and not self.reason


@dataclass(frozen=True)
class HoursView:
    """The worked hours of a case. Without a finished schedule there are no weeks."""

    number: str
    person: str
    contract: Decimal | None
    has_schedule: bool
    has_draft: bool
    """A schedule was begun and is not finished yet."""
    weeks: tuple[HoursWeek, ...] = ()
    """Newest first."""
    signals: tuple[Signal, ...] = ()
    chart: dict[str, Any] | None = None
    """A `chart_hours` answer."""
    reasons: tuple[tuple[str, str], ...] = ()
    """What can be chosen when the hours differ: value and words."""

    @property
    def open_weeks(self) -> tuple[HoursWeek, ...]:
        """Return the weeks without worked hours, newest first."""
        return tuple(week for week in self.weeks if week.worked is None)

    def week(self, monday: date) -> HoursWeek:
        """Return one week."""
        return next(week for week in self.weeks if week.monday == monday)
