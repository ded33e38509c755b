"""The chart of hours as a plain tree: no sizes, no places. All texts are in their final words."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Bar:
    """One week or month of the chart; None is "nothing known", which is not the same as zero."""

    label: str
    below: str
    planned: Decimal | None = None
    worked: Decimal | None = None


@dataclass(frozen=True)
class Ceiling:
    """The most hours the advice allows, from bar `first` up to and including bar `last`."""

    first: int
    last: int
    hours: Decimal
    label: str
    short: str = ""
    """The same in few letters, for where there is little room."""


@dataclass(frozen=True)
class Mark:
    """A moment under the axis; `position` counts in bars from the left edge of the first."""

    position: float
    label: str


@dataclass(frozen=True)
class ChartKey:
    """The words beside the drawn samples above the chart; an empty word is a sample that does not occur."""

    planned: str = ""
    worked: str = ""
    ceiling: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Chart:
    """Hours per week, agreed and worked, under the advice. `alt` says the same in words, week by week."""

    axis: str
    row_labels: tuple[str, str]
    bars: tuple[Bar, ...]
    alt: str
    key: ChartKey
    top: Decimal
    """The axis runs to this number of hours at least."""
    contract: Decimal | None = None
    contract_label: str = ""
    ceilings: tuple[Ceiling, ...] = ()
    marks: tuple[Mark, ...] = ()
    label_every: int = 1
