"""The dates of a case, as data for other programs: facts in, deadlines out. Nothing is read or written."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Milestone

_iso: Final = lru_cache(maxsize=32 * 1024)(date.isoformat)
"""A day as text: many cases name the same days."""


def deadlines(data: Mapping[str, Any], *, today: date) -> tuple[date, tuple[CaseClock, ...]]:
    """Return the day the cases are looked at, and their clocks, oldest first.

    `data` has the shape of `feiten.schema.json`; its `peildatum` goes before `today`.

    Raises:
        KnownError: a key is unknown, a value is of the wrong kind, or the facts cannot be true together.
    """
    facts = CaseFacts.from_dict(data)
    day = facts.peildatum or today
    return day, case_clocks(facts, day)


def termijnen(data: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Return the answer of the command `termijnen` as JSON data: dates ISO, texts in the language in use.

    Raises:
        KnownError: a key is unknown, a value is of the wrong kind, or the facts cannot be true together.
    """
    day, clocks = deadlines(data, today=today)
    return as_data(day, clocks)


def as_data(day: date, clocks: tuple[CaseClock, ...]) -> dict[str, Any]:
    """Return clocks as JSON data."""
    return {"peildatum": day.isoformat(), "dossiers": [_case(clock) for clock in clocks]}


def _case(clock: CaseClock) -> dict[str, Any]:
    return {
        "eerste_ziektedag": clock.eerste_ziektedag.isoformat(),
        "klok_vanaf": clock.klok_vanaf.isoformat(),
        "ziekteweek": clock.ziekteweek,
        "termijnen": [_step(milestone) for milestone in clock.termijnen],
    }


def _step(milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.id,
        "uiterlijk": _iso(milestone.uiterlijk),
        "streefdatum": _iso(milestone.streefdatum),
        "venster_van": _iso(milestone.venster_van) if milestone.venster_van else None,
        "wie": list(milestone.wie),
        "status": str(milestone.status),
        "gedaan_op": _iso(milestone.gedaan_op) if milestone.gedaan_op else None,
        "grondslag": milestone.basis.whole,
        "uitleg": milestone.uitleg,
    }
