"""What the tests of the costs share: one case with a wage of 5,000.00 a month, and the costs of it on a day."""

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.costs.facts import Answer, Back, CostFacts, Item, Kind, RefundFacts, Rhythm
from reintegratie_desktop.domain.costs.overview import CostOverview, overview
from reintegratie_desktop.domain.costs.refunds import Refund
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.wage.result import CaseWage
from tests.domain.wage.wage_tools import ill, run
from tests.domain.wage.wage_tools import wage as rate

FIRST = date(2026, 3, 2)
TODAY = date(2026, 11, 23)


def euro(text: str) -> Decimal:
    """An amount as it should come out, to the cent."""
    return Decimal(text)


def cost(kind: Kind | Back, amount: str, van: str, *, monthly: bool = False, until: str = "") -> Item:
    """One entered amount."""
    return Item(
        kind=kind,
        bedrag=Decimal(amount),
        van=date.fromisoformat(van),
        per=Rhythm.MAAND if monthly else Rhythm.EENMALIG,
        tot_en_met=date.fromisoformat(until) if until else None,
    )


def costs(
    facts: CostFacts | None = None,
    *,
    today: date = TODAY,
    known: RefundFacts | None = None,
    has_wage: bool = True,
    **changes: Any,
) -> CostOverview:
    """The costs of a case that began on 2 March 2026 and goes on, with some changes."""
    changes = {"perioden": ill(FIRST.isoformat()), "loon": rate("5000.00", "maand"), **changes}
    wage = _wage(json.dumps(changes))
    only = {key: changes[key] for key in ("perioden", "loonsanctie", "einde_dienstverband") if key in changes}
    clock = case_clocks(CaseFacts.from_dict(only), today)[-1]
    return overview(clock, wage if has_wage else None, facts or CostFacts(), known or RefundFacts(), today)


@lru_cache(maxsize=64)
def _wage(changes: str) -> CaseWage:
    """The wage of some facts; no day on which it is looked at changes an amount, so each is computed once."""
    return run(**json.loads(changes)).zaken[-1]


def refund(found: CostOverview, key: str) -> Refund:
    """One way in which money may come back."""
    (only,) = [each for each in found.refunds if each.rule.id == key]
    return only


__all__ = [
    "FIRST", "TODAY", "Answer", "Back", "CostFacts", "Item", "Kind", "RefundFacts", "Rhythm", "cost", "costs", "euro",
    "ill", "rate", "refund",
]  # fmt: skip
