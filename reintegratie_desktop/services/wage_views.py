"""The wage of a case in words and amounts, ready to show or to print."""

from datetime import date
from decimal import Decimal
from typing import Final

from reintegratie_desktop.domain.wage.amounts import UsedAmount
from reintegratie_desktop.domain.wage.result import Columns
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric, money, number
from reintegratie_desktop.text.i18n import _

ZERO: Final = Decimal("0.00")


@dataclass(frozen=True)
class StepLine:
    """One step of the sum of a month: what it is, how much, and where it comes from."""

    label: str
    amount: Decimal
    """Negative for what comes off."""
    detail: str = ""
    source: str = ""
    strong: bool = False
    """A sum."""
    counts: bool = True
    """False for what is only told: it is no part of the sum."""


@dataclass(frozen=True)
class AmountLine:
    """A dated amount a month rests on."""

    key: str
    name: str
    value: str
    source: str
    checked: str
    """On which day somebody held it against its source, or that the user entered it."""
    starts_on: date
    checked_on: date | None
    """None when the user entered it."""


@dataclass(frozen=True)
class WeekLine:
    """What a week comes to that touches a month."""

    title: str
    amount: Decimal | None
    """None when nothing of it is computed."""


@dataclass(frozen=True)
class WageRow:
    """A month, or all months of a calendar year."""

    key: str
    """`2026-11`, or `2026` for a year."""
    title: str
    year: int
    first: date
    last: date
    columns: Columns
    steps: tuple[StepLine, ...]
    amounts: tuple[AmountLine, ...] = ()
    weeks: tuple[WeekLine, ...] = ()
    state: str = ""
    """`verwacht`, `deels berekend` or `nog niet berekend`, translated; empty for a month that is simply there."""
    is_blank: bool = False
    is_whole: bool = True
    """Every day of it is computed."""
    is_later: bool = False
    """After the month of today: so it will be when nothing changes."""
    is_total: bool = False

    @property
    def continued(self) -> Decimal:
        """Return the wage that is paid on for hours that were not worked, before anything comes off."""
        return self.columns.ziekteloon

    @property
    def for_work(self) -> Decimal:
        """Return the wage for hours that were worked."""
        return self.columns.loon_gewerkt + self.columns.loon_hersteld

    @property
    def off(self) -> Decimal:
        """Return what comes off, with what is held back and without what is paid after all."""
        return self.columns.aftrek + self.columns.opgeschort - self.columns.nabetaald

    @property
    def due(self) -> Decimal:
        """Return what is paid over this month: `continued` plus `for_work` minus `off`, to the cent."""
        return self.columns.te_betalen


@dataclass(frozen=True)
class RuleLine:
    """The rule of the first or the second year."""

    title: str
    period: str
    rule: str
    agreed: str
    source: str
    is_now: bool


@dataclass(frozen=True)
class NoteLine:
    """Something to know, with the article where there is one."""

    id: str
    text: str
    source: str = ""
    is_disputed: bool = False
    """The law leaves room here."""


@dataclass(frozen=True)
class MissingLine:
    """An amount that nobody entered yet, and where that is done."""

    sentence: str
    way_out: str


@dataclass(frozen=True)
class MeasureLine:
    """A loonopschorting or a loonstop with what it came to; the reason stays in the dossier."""

    title: str
    period: str
    amount: Decimal
    source: str


@dataclass(frozen=True)
class WageView:
    """Everything the page of the wage shows."""

    number: str
    """Of the dossier."""
    person: str
    begins: date
    wage_until: date
    computed_until: date
    is_complete: bool
    months: tuple[WageRow, ...]
    totals: tuple[WageRow, ...]
    """One for each calendar year."""
    total: Columns
    current: str
    """The key of the month of today; of the last month when today lies outside."""
    is_running: bool
    """Today lies in one of the months."""
    rules: tuple[RuleLine, ...]
    notes: tuple[NoteLine, ...]
    missing: tuple[MissingLine, ...]
    measures: tuple[MeasureLine, ...]
    amounts: tuple[AmountLine, ...]
    rounding: str

    @property
    def years(self) -> tuple[int, ...]:
        """Return the calendar years, oldest first."""
        return tuple(row.year for row in self.totals)

    @property
    def this_month(self) -> WageRow:
        """Return the month of today, or the last one."""
        return next(row for row in self.months if row.key == self.current)

    def row(self, key: str) -> WageRow:
        """Return a month or a year by its key."""
        return next(row for row in (*self.months, *self.totals) if row.key == key)

    def rows_of(self, year: int) -> tuple[WageRow, ...]:
        """Return the months of a year with the year itself under them."""
        return tuple(row for row in (*self.months, *self.totals) if row.year == year)


def amount_line(amount: UsedAmount) -> AmountLine:
    """Return a dated amount in words."""
    checked = (
        _("Zelf ingevuld.")
        if amount.checked_on is None
        else _("Nagekeken op {dag}.").format(dag=day_numeric(amount.checked_on))
    )
    return AmountLine(
        key=amount.key,
        name=_("{naam}, vanaf {dag}").format(naam=_(amount.label), dag=day_numeric(amount.starts_on)),
        value=value_in_words(amount),
        source=amount.source,
        checked=checked + (" " + _("Kijk na of dit klopt.") if amount.to_check else ""),
        starts_on=amount.starts_on,
        checked_on=amount.checked_on,
    )


def value_in_words(amount: UsedAmount) -> str:
    """Return the value of a dated amount with its unit: `€ 14,99 per uur`, `70%`."""
    unit = amount.unit
    if unit.startswith("euro"):
        return money(amount.value) + unit.removeprefix("euro")
    if unit == "procent":
        return _("{deel}%").format(deel=number(amount.value))
    return f"{number(amount.value)} {unit}"
