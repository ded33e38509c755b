"""What the wage of a case comes to: rows per month and week in whole cents, notes, and what could not be computed."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.wage.amounts import Missing, UsedAmount
from reintegratie_desktop.domain.wage.facts import WageFacts


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a row, in whole cents and hours of two decimals.

    In every row: `wettelijk_deel + aanvulling_minimumloon + aanvulling_cao + loon_gewerkt + loon_vakantie +
    loon_hersteld`, minus `wachtdagen`, `loonstop`, `aftrek_uitkeringen` and `aftrek_inkomsten`, is `verschuldigd`; and
    `verschuldigd` minus `opgeschort` plus `nabetaald` is `te_betalen`.
    """

    uren: Decimal
    """Agreed hours of the days of the case, leave not counted."""
    gewerkte_uren: Decimal
    eigen_loon: Decimal
    """The full wage of these days, had the own work been done."""
    begrensd_loon: Decimal
    """The own wage of the sick days, not above the maximum."""
    minimumloon: Decimal
    """The floor in the first year, of the hours that are not worked."""
    wettelijk_deel: Decimal
    aanvulling_minimumloon: Decimal
    aanvulling_cao: Decimal
    loon_gewerkt: Decimal
    loon_vakantie: Decimal
    """The whole wage of the sick days that are vakantie."""
    loon_hersteld: Decimal
    wachtdagen: Decimal
    loonstop: Decimal
    aftrek_uitkeringen: Decimal
    aftrek_inkomsten: Decimal
    verschuldigd: Decimal
    opgeschort: Decimal
    nabetaald: Decimal
    te_betalen: Decimal

    def __add__(self, other: "Columns") -> "Columns":
        """Return both rows as one."""
        return Columns(*(getattr(self, item.name) + getattr(other, item.name) for item in fields(self)))

    @property
    def ziekteloon(self) -> Decimal:
        """Return the wage by BW 7:629 and the cao, before anything comes off."""
        return self.wettelijk_deel + self.aanvulling_minimumloon + self.aanvulling_cao

    @property
    def aftrek(self) -> Decimal:
        """Return everything that is not due: waiting days, a stop, benefits and other income."""
        return self.wachtdagen + self.loonstop + self.aftrek_uitkeringen + self.aftrek_inkomsten


COLUMN_NAMES = tuple(item.name for item in fields(Columns))
"""The columns, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """The days of one case that fall in one month, one period of four weeks or one week."""

    van: date
    tot_en_met: date
    jaar: int
    """The calendar year; of a week the year it belongs to by ISO 8601, of four weeks the year in which they end."""
    nummer: int
    """The month of the year, the period of the year, or the week by ISO 8601."""
    columns: Columns
    werkdagen: int
    """Days with agreed hours, leave not counted."""
    ziektedagen: int
    hersteldagen: int
    verlofdagen: int
    vakantiedagen: int
    """Sick days with agreed hours that are vakantie."""
    dagen_eerste_jaar: int
    """Sick days in the first 52 weeks, in which the floor holds."""
    dagen_niet_berekend: int
    """Days for which an amount misses; they are not in the columns."""
    used: tuple[UsedAmount, ...]
    """The dated amounts behind the row."""

    @property
    def is_complete(self) -> bool:
        """Tell whether every day of the row is computed."""
        return not self.dagen_niet_berekend

    @property
    def is_blank(self) -> bool:
        """Tell whether no day with hours is computed: the zeros of the row then mean nothing."""
        return 0 < self.werkdagen == self.dagen_niet_berekend


class MonthRow(PeriodRow):
    """A row of a month; `nummer` is 1 to 12."""

    __slots__ = ()


class FourWeekRow(PeriodRow):
    """A row of four weeks of pay; `nummer` counts the periods that end in the calendar year, mostly 1 to 13."""

    __slots__ = ()


class WeekRow(PeriodRow):
    """A row of a week, Monday to Sunday."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class NotComputed:
    """Days that could not be computed because an amount misses."""

    missing: Missing
    van: date
    tot_en_met: date


@dataclass(frozen=True, slots=True)
class Measure:
    """A loonopschorting or loonstop with what it came to in this case."""

    soort: str
    """`opschorting` or `loonstop`."""
    grond: str
    van: date
    tot_en_met: date | None
    bedrag: Decimal
    nabetaald_op: date | None
    grondslag: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know or to check, with the article where there is one."""

    id: str
    text: str
    """Translated."""
    grondslag: str = ""


@dataclass(frozen=True, slots=True)
class CaseWage:
    """The wage of one legally separate case."""

    clock: CaseClock
    loon_tot_en_met: date
    """The last day on which wage is owed for this case, as far as the facts go."""
    berekend_tot_en_met: date
    """The last day before the first one that could not be computed; the day before `van` when that is the first."""
    van: date
    tot_en_met: date
    """The days that were asked for."""
    maanden: tuple[MonthRow, ...]
    vier_weken: tuple[FourWeekRow, ...]
    """Empty when nobody said on which day a period of four weeks begins."""
    weken: tuple[WeekRow, ...]
    totaal: Columns
    """The sum of the rows per month."""
    totaal_vier_weken: Columns
    """The sum of the rows per four weeks; zeros when there are none."""
    totaal_weken: Columns
    """The sum of the rows per week; it differs from `totaal` by rounding only."""
    ontbreekt: tuple[NotComputed, ...]
    maatregelen: tuple[Measure, ...]
    opmerkingen: tuple[Note, ...]

    @property
    def is_complete(self) -> bool:
        """Tell whether every day is computed."""
        return not self.ontbreekt


@dataclass(frozen=True, slots=True)
class WageResult:
    """The wage of all cases of one employee, oldest first."""

    peildatum: date
    feiten: WageFacts
    zaken: tuple[CaseWage, ...]
    bedragen: tuple[UsedAmount, ...]
    """Every dated amount that was used, from old to new."""
    afronding: str
    """The rounding rule in words."""

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing misses."""
        return all(case.is_complete for case in self.zaken)
