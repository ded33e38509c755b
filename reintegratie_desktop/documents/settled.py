"""What was decided about the shape of a paper, so that the same paper in other words gets the same shape.

How a table stands depends on how wide its words are. A paper in two languages is made once in each; the second time
follows what the first time decided, so that the two can be laid together.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

_T = TypeVar("_T")


class Decisions:
    """What was decided, in the order in which it was asked; `forced` says beforehand what some answers must be."""

    def __init__(self, forced: dict[int, Any] | None = None) -> None:
        self.forced: dict[int, Any] = dict(forced or {})
        self._made: list[Any] = []
        self._next = 0

    def again(self) -> None:
        """Begin anew: from now on the same is decided."""
        self._next = 0

    def made(self, number: int) -> Any:  # noqa: ANN401 - whatever was decided
        """Return what was decided."""
        return self._made[number]

    def take(self, decide: Callable[[], _T]) -> tuple[int, _T]:
        """Return the number of a decision and what was decided."""
        number = self._next
        self._next += 1
        if number >= len(self._made):
            self._made.append(self.forced[number] if number in self.forced else decide())
        found: _T = self._made[number]
        return number, found


_now: ContextVar[Decisions | None] = ContextVar("decisions", default=None)


@contextmanager
def following(decisions: Decisions) -> Iterator[None]:
    """Decide inside this block as was decided before, in this thread only."""
    decisions.again()
    before = _now.set(decisions)
    try:
        yield
    finally:
        _now.reset(before)


def settled(decide: Callable[[], _T]) -> tuple[int, _T]:
    """Return the number of a decision, -1 on a paper in one language, and what was decided."""
    decisions = _now.get()
    return (-1, decide()) if decisions is None else decisions.take(decide)


def is_following() -> bool:
    """Tell whether a paper in two languages is being made here."""
    return _now.get() is not None
