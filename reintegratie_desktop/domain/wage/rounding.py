"""Rounding by name: the rule itself stands in `resources/wet`, with its source."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from reintegratie_desktop.law.parameters import LawDataError, LawValue

_CENT: Final = Decimal("0.01")

Way = Callable[[Fraction], int]
"""How an exact number becomes a whole one."""


def _half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


_WAYS: Final[dict[str, Way]] = {"halve_cent_omhoog": _half_up}


def way_of(rule: LawValue) -> Way:
    """Return how to round by a rule of the law data.

    Raises:
        LawDataError: no rule has this name.
    """
    if not isinstance(rule, str) or rule not in _WAYS:
        raise LawDataError(f"no rounding rule is called {rule!r}")
    return _WAYS[rule]


def in_cents(value: Fraction, way: Way) -> Decimal:
    """Return an exact amount in whole cents."""
    return way(value / Fraction(_CENT)) * _CENT
