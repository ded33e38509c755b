"""Strict reading of amounts, hours, shares and periods from JSON; every complaint names the key."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final, Protocol

from reintegratie_desktop.domain.reading import Node, refuse
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import MOST_DECIMALS, day_numeric, number
from reintegratie_desktop.text.i18n import _

_PLAIN: Final = re.compile(r"[0-9]+(\.[0-9]+)?")
_MOST_MONEY: Final = Decimal("1e6")
_ALL: Final = Decimal("1e2")
"""The whole of something, in percent."""
HOURS_IN_DAY: Final = Decimal(timedelta(days=1) // timedelta(hours=1))
_HOURS_IN_WEEK: Final = Decimal(timedelta(weeks=1) // timedelta(hours=1))
_LONGEST_TEXT: Final = int(Decimal("2e2"))


def money(node: Node) -> Decimal:
    """Return an amount in euros above zero, at most two decimals.

    Raises:
        KnownError: there is something else.
    """
    value = _decimal(node, Decimal(0), _MOST_MONEY)
    if not value:
        raise _wrong(node, _("een bedrag boven nul"))
    return value


def hours_of_day(node: Node) -> Decimal:
    """Return the hours of one day; an absent value is no hours.

    Raises:
        KnownError: there is something else, or more hours than a day has.
    """
    return Decimal(0) if node.is_absent else _decimal(node, Decimal(0), HOURS_IN_DAY)


def hours_of_week(node: Node) -> Decimal:
    """Return the hours of one week.

    Raises:
        KnownError: there is something else, or more hours than a week has.
    """
    return _decimal(node, Decimal(0), _HOURS_IN_WEEK)


def percentage(node: Node) -> Decimal:
    """Return a share in percent, from 0 up to 100.

    Raises:
        KnownError: there is something else.
    """
    return _decimal(node, Decimal(0), _ALL)


def share_of(percent: Decimal) -> Decimal:
    """Return a share in percent as a part of one."""
    return percent / _ALL


def words(node: Node) -> str:
    """Return a text of one line that is not empty.

    Raises:
        KnownError: there is something else.
    """
    value = node.value
    if not isinstance(value, str) or not value.strip() or not value.isprintable() or len(value) > _LONGEST_TEXT:
        raise _wrong(node, _("een korte tekst op één regel"))
    return value.strip()


@dataclass(frozen=True, slots=True)
class Span:
    """Days that belong together, both ends included; without `tot_en_met` they run on."""

    van: date
    tot_en_met: date | None
    path: str = field(default="", compare=False)
    """Where the period stands in the input, for a complaint."""

    def holds(self, day: date) -> bool:
        """Tell whether a day falls in the period."""
        return self.van <= day and (self.tot_en_met is None or day <= self.tot_en_met)

    def days(self) -> Iterator[date]:
        """Yield the days of a period that ends."""
        assert self.tot_en_met is not None
        return (self.van + timedelta(days=step) for step in range((self.tot_en_met - self.van).days + 1))

    def touches(self, first: date, last: date) -> bool:
        """Tell whether the period shares a day with another one."""
        return self.van <= last and (self.tot_en_met is None or self.tot_en_met >= first)


class HasSpan(Protocol):
    """Something that holds for some days."""

    @property
    def span(self) -> Span:
        """Return the days."""


def read_span(keys: dict[str, Node], path: str) -> Span:
    """Return the period of `van` and `tot_en_met`.

    Raises:
        KnownError: it ends before it begins, or a day is no date.
    """
    span = Span(keys["van"].day(), keys["tot_en_met"].day_or_none(), path)
    if span.tot_en_met is not None and span.tot_en_met < span.van:
        raise refuse(
            _("Bij '{sleutel}' ligt 'tot_en_met' {einde} voor 'van' {begin}.").format(
                sleutel=path, einde=day_numeric(span.tot_en_met), begin=day_numeric(span.van)
            ),
            _("Verbeter een van de twee datums."),
        )
    return span


def check_apart(spans: Iterable[Span]) -> None:
    """Refuse periods that overlap.

    Raises:
        KnownError: two periods share a day.
    """
    for earlier, later in pairwise(sorted(spans, key=lambda span: span.van)):
        if earlier.tot_en_met is None or later.van <= earlier.tot_en_met:
            raise refuse(
                _("'{later}' begint op {dag}, maar '{eerder}' loopt dan nog.").format(
                    later=later.path, dag=day_numeric(later.van), eerder=earlier.path
                ),
                _("Elke dag mag in één periode vallen. Verbeter een van de datums."),
            )


def _decimal(node: Node, lowest: Decimal, highest: Decimal) -> Decimal:
    value = node.value
    expected = _("een getal van {laag} tot en met {hoog}, met hoogstens twee decimalen").format(
        laag=number(lowest), hoog=number(highest)
    )
    # A float of JSON is read by what it looks like, which is what somebody typed.
    text = value if isinstance(value, str) else repr(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or not _PLAIN.fullmatch(text):
        raise _wrong(node, expected)
    found = Decimal(text)
    if not lowest <= found <= highest or found != round(found, MOST_DECIMALS):
        raise _wrong(node, expected)
    return found


def _wrong(node: Node, expected: str) -> KnownError:
    return refuse(
        _("Bij '{sleutel}' verwachten we {soort}.").format(sleutel=node.path, soort=expected),
        _("Verbeter de waarde en probeer het opnieuw."),
    )
