"""What the chart of hours shows, and how a week is said. No drawing here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from reintegratie_desktop.text import formatting
from reintegratie_desktop.text.i18n import _


@dataclass(frozen=True)
class Week:
    """The hours of one week; None is "not filled in" or "no advice"."""

    number: int
    monday: date
    planned: Decimal | None = None
    worked: Decimal | None = None
    ceiling: Decimal | None = None

    @property
    def breach(self) -> Decimal:
        """Return how many hours the plan is above the advice, or 0."""
        if self.planned is None or self.ceiling is None:
            return Decimal(0)
        return max(Decimal(0), self.planned - self.ceiling)


@dataclass(frozen=True)
class HoursChartData:
    """What the chart shows. `evaluations` are numbers of weeks with a talk about the schedule."""

    contract: Decimal = Decimal(0)
    weeks: Sequence[Week] = ()
    evaluations: Sequence[int] = field(default=())
    today_week: int = 0

    def sentence(self, week: Week) -> str:
        """Return a week as people say it: "week 40, 16 gepland, 13 gewerkt"."""
        parts = [_("week {nummer}").format(nummer=week.number)]
        if week.planned is not None:
            parts.append(_("{uren} gepland").format(uren=formatting.number(week.planned)))
        if week.worked is not None:
            parts.append(_("{uren} gewerkt").format(uren=formatting.number(week.worked)))
        if week.ceiling is not None:
            parts.append(_("hoogstens {uren}").format(uren=formatting.number(week.ceiling)))
        if week.breach:
            parts.append(_("{uren} boven advies").format(uren=formatting.hours(week.breach)))
        if week.number in self.evaluations:
            parts.append(_("gesprek over de opbouw"))
        return ", ".join(parts)

    def message(self) -> str:
        """Return the one message of the chart, for the screen reader and the line above it."""
        past = [week for week in self.weeks if week.worked is not None]
        worst = max((week.breach for week in self.weeks), default=Decimal(0))
        parts = []
        if past and past[-1].planned is not None:
            worked, planned = past[-1].worked or Decimal(0), past[-1].planned
            words = _("Week {nummer}: {gewerkt} gewerkt, {gepland} gepland.")
            parts.append(
                words.format(
                    nummer=past[-1].number, gewerkt=formatting.number(worked), gepland=formatting.number(planned)
                )
            )
        if worst:
            parts.append(_("Het schema komt {uren} boven het advies.").format(uren=formatting.hours(worst)))
        return " ".join(parts) or _("Er zijn nog geen uren ingevuld.")
