"""The wage of a case in words and amounts, ready to show or to print, per period of pay."""

from datetime import date
from decimal import Decimal
from typing import Final

from reintegratie_desktop.domain.wage.amounts import UsedAmount
from reintegratie_desktop.domain.wage.facts import Per
from reintegratie_desktop.domain.wage.result import Columns
from reintegratie_desktop.services.wage_words import OF_AMOUNTS, meaning
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric, money, number
from reintegratie_desktop.text.i18n import N_, _

ZERO: Final = Decimal("0.00")


WEEKS_OF_A_PART: Final = 13
"""Weeks of a year that are shown together."""
_LAST_PART: Final = 3


@dataclass(frozen=True)
class PayWords:
    """What a period of pay is called; Dutch, translate it where it is shown."""

    head: str
    amounts: str
    this: str
    due: str
    choose: str
    per: str
    sum: str
    """With `{year}`."""


PAY_WORDS: Final = {
    Per.MAAND: PayWords(
        N_("Maand"),
        N_("Bedragen per maand"),
        N_("deze maand"),
        N_("bruto te betalen over deze maand"),
        N_("Klik op een maand om te zien waarom het dat bedrag is."),
        N_("Wat je per maand betaalt, vanaf {dag}."),
        N_("Samen in {jaar}"),
    ),
    Per.VIER_WEKEN: PayWords(
        N_("Vier weken"),
        N_("Bedragen per vier weken"),
        N_("nu"),
        N_("bruto te betalen over deze vier weken"),
        N_("Klik op een periode om te zien waarom het dat bedrag is."),
        N_("Wat je per vier weken betaalt, vanaf {dag}."),
        N_("Samen, perioden van {jaar}"),
    ),
    Per.WEEK: PayWords(
        N_("Week"),
        N_("Bedragen per week"),
        N_("deze week"),
        N_("bruto te betalen over deze week"),
        N_("Klik op een week om te zien waarom het dat bedrag is."),
        N_("Wat je per week betaalt, vanaf {dag}."),
        N_("Samen, weken van {jaar}"),
    ),
}


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
    words: tuple[str, ...] = ()
    """What the hard words in its name mean."""


@dataclass(frozen=True)
class WeekLine:
    """What a week comes to that touches a month or four weeks."""

    title: str
    amount: Decimal | None
    """None when nothing of it is computed."""


@dataclass(frozen=True)
class WageRow:
    """A period of pay, or all periods of a year."""

    key: str
    """`2026-11`: the year and the number of the month, the four weeks or the week; or `2026` for a year."""
    title: str
    """`november 2026`, `week 47 van 2026`."""
    short: str
    """The title inside its year."""
    year: int
    number: int
    """0 for a year."""
    first: date
    last: date
    columns: Columns
    steps: tuple[StepLine, ...]
    amounts: tuple[AmountLine, ...] = ()
    weeks: tuple[WeekLine, ...] = ()
    state: str = ""
    """`verwacht`, `deels berekend` or `nog niet berekend`, translated; empty for a period that is simply there."""
    open_hours: str = ""
    """Which weeks have no worked hours yet although they should: `nog zonder uren van week 47`, translated."""
    days: str = ""
    """`16 nov t/m 22 nov`; empty where the title says it."""
    is_blank: bool = False
    is_whole: bool = True
    """Every day of it is computed."""
    is_later: bool = False
    """After the period of today: so it will be when nothing changes."""
    is_total: bool = False

    @property
    def continued(self) -> Decimal:
        """Return the wage for hours that were not worked, without that of vakantie, before anything comes off."""
        return self.columns.ziekteloon

    @property
    def holiday(self) -> Decimal:
        """Return the wage of the days of vakantie."""
        return self.columns.loon_vakantie

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
        """Return what is paid over this period: `continued` plus `holiday` plus `for_work` minus `off`, to the cent."""
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
    words: tuple[str, ...] = ()
    """What the hard words in it mean."""


@dataclass(frozen=True)
class MissingLine:
    """An amount that nobody entered yet, and where that is done."""

    sentence: str
    way_out: str
    place: str = ""
    """The field of the form where it is entered."""


@dataclass(frozen=True)
class MeasureLine:
    """A loonopschorting or a loonstop with what it came to; the reason stays in the dossier."""

    title: str
    period: str
    amount: Decimal
    source: str
    means: str
    """What the word in the title means."""


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
    pay: Per
    """How often wage is paid: a month, four weeks or a week."""
    rows: tuple[WageRow, ...]
    """One for each period of pay, oldest first."""
    totals: tuple[WageRow, ...]
    """One for each year."""
    total: Columns
    current: str
    """The key of the period of today; of the last one when today lies outside."""
    is_running: bool
    """Today lies in one of the periods."""
    holds: str
    """What is in the amounts and what is not."""
    holds_words: tuple[str, ...]
    """What the hard words in that line mean."""
    rules: tuple[RuleLine, ...]
    notes: tuple[NoteLine, ...]
    missing: tuple[MissingLine, ...]
    measures: tuple[MeasureLine, ...]
    amounts: tuple[AmountLine, ...]
    rounding: str

    @property
    def pay_words(self) -> PayWords:
        """Return what a period of pay is called."""
        return PAY_WORDS[self.pay]

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years, oldest first."""
        return tuple(row.year for row in self.totals)

    @property
    def this_row(self) -> WageRow:
        """Return the period of today, or the last one."""
        return self.row(self.current)

    def row(self, key: str) -> WageRow:
        """Return a period or a year by its key."""
        return next(row for row in (*self.rows, *self.totals) if row.key == key)

    def parts_of(self, year: int) -> tuple[int, ...]:
        """Return in how many parts a year is shown, each by its number from 0: weeks by the quarter, others whole."""
        return tuple(dict.fromkeys(self.part_of(row) for row in self.rows if row.year == year))

    def part_of(self, row: WageRow) -> int:
        """Return in which part of its year a period is shown."""
        if self.pay is not Per.WEEK:
            return 0
        # Week 53 stands with the last ones.
        return min((row.number - 1) // WEEKS_OF_A_PART, _LAST_PART)

    def rows_of(self, year: int, part: int = 0) -> tuple[WageRow, ...]:
        """Return the periods of a part of a year with the whole year under them."""
        inside = [row for row in self.rows if row.year == year and self.part_of(row) == part]
        return (*inside, *(row for row in self.totals if row.year == year))


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
        words=meaning(OF_AMOUNTS.get(amount.key, ())),
    )


def value_in_words(amount: UsedAmount) -> str:
    """Return the value of a dated amount with its unit: `€ 14,99 per uur`, `70%`."""
    unit = amount.unit
    if unit.startswith("euro"):
        return money(amount.value) + unit.removeprefix("euro")
    if unit == "procent":
        return _("{deel}%").format(deel=number(amount.value))
    return f"{number(amount.value)} {unit}"
