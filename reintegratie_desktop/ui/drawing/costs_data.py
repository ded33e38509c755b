"""What the chart of the costs shows, and how a month is said. No drawing here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reintegratie_desktop.domain.costs.overview import CostMonth
from reintegratie_desktop.text.formatting import day_month, money
from reintegratie_desktop.text.i18n import _


@dataclass(frozen=True)
class CostChartData:
    """The months with their running sums; `week_104` is the last day of that week."""

    months: Sequence[CostMonth] = ()
    today: date = date.min
    week_104: date = date.min

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to draw: no month that is known costs anything."""
        return not self.highest

    @property
    def highest(self) -> Decimal:
        """Return the highest running sum of the months that are known."""
        return max((month.opgeteld for month in self.months if month.is_known), default=Decimal(0))

    @property
    def known(self) -> int:
        """Return how many months are known, from the first on."""
        return sum(month.is_known for month in self.months)

    def index_of(self, day: date) -> int | None:
        """Return the place of the month of a day; None when it is not shown."""
        first = day.replace(day=1)
        return next((index for index, month in enumerate(self.months) if month.first == first), None)

    @property
    def last_over(self) -> int | None:
        """Return the place of the last month that is over; None when none is."""
        over = [index for index, month in enumerate(self.months) if month.first < self.today.replace(day=1)]
        return over[-1] if over else None

    def is_to_come(self, month: CostMonth) -> bool:
        """Tell whether a month has not begun yet: then nothing in it is paid."""
        return month.first > self.today

    def sentence(self, month: CostMonth) -> str:
        """Return a month as people say it: "april 2027: € 3.500,00 verwacht. Opgeteld € 42.000,00"."""
        parts = []
        if month.betaald:
            parts.append(_("{bedrag} betaald").format(bedrag=money(month.betaald)))
        if month.verwacht:
            parts.append(_("{bedrag} verwacht").format(bedrag=money(month.verwacht)))
        if month.extra:
            parts.append(_("{bedrag} extra na week 104").format(bedrag=money(month.extra)))
        if not month.is_known:
            parts.append(_("het loon is nog niet bekend"))
        whole = money(month.opgeteld)
        added = _("Opgeteld {bedrag}") if month.is_known else _("Opgeteld minstens {bedrag}")
        what = ", ".join(parts) or _("geen kosten")
        return f"{month_name(month.first)}: {what}. {added.format(bedrag=whole)}"

    def message(self) -> str:
        """Return the one message of the chart, for who cannot see it."""
        if self.is_empty:
            return _("Er zijn nog geen kosten om te laten zien.")
        last = self.months[-1]
        parts = [_("Tot nu toe {bedrag}.").format(bedrag=money(last.tot_betaald))]
        if last.tot_verwacht:
            words = _("Daarna nog {bedrag} verwacht.") if last.is_known else _("Daarna nog minstens {bedrag} verwacht.")
            parts.append(words.format(bedrag=money(last.tot_verwacht)))
        if last.tot_extra:
            parts.append(_("Na week 104 nog {bedrag}.").format(bedrag=money(last.tot_extra)))
        return " ".join(parts)


def month_name(day: date) -> str:
    """Return `april 2027`."""
    return f"{day_month(day).partition(' ')[2]} {day.year}"
