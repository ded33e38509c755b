"""What the page of the costs shows: plain data, made by `costs`, painted by the window. Texts are ready to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reintegratie_desktop.domain.costs.facts import Back, Kind
from reintegratie_desktop.domain.costs.overview import CostMonth
from reintegratie_desktop.domain.costs.refunds import State
from reintegratie_desktop.services.step_views import SumLineView


class FigureKey(StrEnum):
    """The three sums at the top of the page."""

    NU = "nu"
    STRAKS = "straks"
    LOONSANCTIE = "loonsanctie"


@dataclass(frozen=True)
class FigureView:
    """One sum with what it is made of."""

    key: FigureKey
    title: str
    amount: str
    """`€ 28.000,00`, `minstens € 7.000,00`, or `nog onbekend`."""
    scope: str
    """What is in the amount and what is not: `Zonder werkgeverslasten en vakantiebijslag`; empty without an amount."""
    sub: str
    sum: tuple[SumLineView, ...]
    words: tuple[str, ...]
    """How it was counted, in sentences."""
    source: str
    base: str = ""
    """On what an amount that nobody knows yet is founded: the assumption of a loonsanctie."""
    open_hours: str = ""
    """Which weeks have no worked hours yet although they should: `Nog zonder uren van week 47`."""


@dataclass(frozen=True)
class CostNotice:
    """Something to know above the sums, with the form that mends it; `form` is empty when there is nothing to mend."""

    sentence: str
    more: str
    button: str = ""
    form: str = ""
    place: str | None = None
    """The step of the form; "" is where the first thing misses, None the beginning."""
    is_warning: bool = False


@dataclass(frozen=True)
class CostLineView:
    """One kind of cost."""

    name: str
    paid: Decimal
    expected: Decimal
    later: Decimal = Decimal(0)
    """What comes after week 104."""
    is_total: bool = False
    kind: Kind | Back | None = None
    """None for the total."""

    @property
    def together(self) -> Decimal:
        """Return what was paid and is expected."""
        return self.paid + self.expected


@dataclass(frozen=True)
class RefundView:
    """One way in which money may come back."""

    id: str
    title: str
    state: State
    state_words: str
    amount: str
    """`hoogstens € 6.000,00 per jaar`, `nog onbekend`; empty where no amount belongs."""
    received: str
    """What was entered: `€ 1.000,00 ontvangen`; empty when nothing was."""
    deadline: str
    form: str
    conditions: tuple[str, ...]
    notes: tuple[str, ...]
    open_question: str
    """What the law leaves open, with what this program does; empty when nothing is."""
    source: str
    checked: str
    """`Nagekeken op 21-11-2026. Kijk het na.`; empty when no number stands for it."""


@dataclass(frozen=True)
class CostView:
    """The costs of one case on one day."""

    case_id: str
    number: str
    employee_name: str
    is_open: bool
    today: date
    week_104: date
    is_empty: bool
    """Nothing about the wage and no costs were entered."""
    figures: tuple[FigureView, ...]
    notices: tuple[CostNotice, ...]
    question: str
    """Asks whether what comes on top of the wage counts; empty once that was answered."""
    months: tuple[CostMonth, ...]
    chart_title: str
    lines: tuple[CostLineView, ...]
    back: tuple[CostLineView, ...]
    """What was entered as coming back."""
    refunds: tuple[RefundView, ...]
    law_date: date
    eerste_ziektedag: date

    def figure(self, key: FigureKey) -> FigureView:
        """Return one of the sums."""
        return next(figure for figure in self.figures if figure.key is key)

    def refund(self, refund_id: str) -> RefundView:
        """Return one way in which money may come back.

        Raises:
            KeyError: there is no such way.
        """
        found = {refund.id: refund for refund in self.refunds}
        return found[refund_id]


def sum_lines(lines: Sequence[tuple[str, str]], total: tuple[str, str]) -> tuple[SumLineView, ...]:
    """Return the lines of a sum with the total under them."""
    return (*(SumLineView(*line) for line in lines), SumLineView(*total, strong=True))
