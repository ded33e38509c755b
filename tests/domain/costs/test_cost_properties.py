"""What holds for all costs, against a second calculation that knows nothing of the first."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.costs.facts import ENTERED_KINDS
from reintegratie_desktop.domain.costs.refunds import State
from tests.domain.costs.cost_tools import (
    FIRST,
    Answer,
    Back,
    CostFacts,
    Item,
    Kind,
    RefundFacts,
    Rhythm,
    cost,
    costs,
    ill,
)

CENT = Decimal("0.01")
AMOUNTS = st.decimals(min_value=0, max_value=9000, places=2)
DAYS = st.integers(-400, 1200).map(lambda step: FIRST + timedelta(days=step))
MAYBE = st.none() | AMOUNTS


@st.composite
def items(draw: st.DrawFn, kinds: list[Kind] | list[Back]) -> Item:
    begins = draw(DAYS)
    monthly = draw(st.booleans())
    ends = draw(st.none() | st.integers(0, 500).map(lambda step: begins + timedelta(days=step)))
    return Item(
        draw(st.sampled_from(kinds)),
        draw(AMOUNTS),
        begins,
        Rhythm.MAAND if monthly else Rhythm.EENMALIG,
        ends if monthly else None,
    )


@st.composite
def facts(draw: st.DrawFn) -> CostFacts:
    return CostFacts(
        kosten=tuple(draw(st.lists(items(list(ENTERED_KINDS)), max_size=4))),
        terug=tuple(draw(st.lists(items(list(Back)), max_size=3))),
        lasten=draw(st.sampled_from(Answer)),
        opslag=draw(st.none() | st.decimals(min_value=0, max_value=100, places=1)),
        bijslag=draw(st.sampled_from(Answer)),
        bijslag_deel=draw(st.none() | st.decimals(min_value=0, max_value=20, places=1)),
        verwacht_jaar1=draw(MAYBE),
        verwacht_jaar2=draw(MAYBE),
        netto_betaald=draw(MAYBE),
        verzekering=draw(st.sampled_from(Answer)),
    )


@st.composite
def cases(draw: st.DrawFn) -> dict[str, object]:
    fit = draw(st.none() | st.integers(1, 900).map(lambda step: FIRST + timedelta(days=step)))
    today = FIRST + timedelta(days=draw(st.integers(0, 1100)))
    return {"perioden": ill(FIRST.isoformat(), fit and fit.isoformat()), "today": today}


@settings(max_examples=25, deadline=None)
@given(facts=facts(), case=cases())
def test_the_months_add_up_to_the_whole(facts: CostFacts, case: dict[str, object]) -> None:
    found = costs(facts, **case)  # type: ignore[arg-type]
    months = found.months
    assert sum(month.betaald for month in months) == found.betaald == months[-1].tot_betaald
    assert sum(month.verwacht for month in months) == found.verwacht
    assert sum(month.extra for month in months) == found.later + found.sanction.totaal
    assert sum(line.samen + line.later for line in found.lines) == found.betaald + found.verwacht + found.later
    assert all(entry.bedrag >= 0 and entry.bedrag == round(entry.bedrag, 2) for entry in found.entries)
    # Sums never go down, and what was known once stays known until the first gap.
    for before, after in pairwise(months):
        assert after.opgeteld >= before.opgeteld
        assert before.is_known >= after.is_known


@settings(max_examples=25, deadline=None)
@given(facts=facts(), case=cases(), later=st.integers(1, 1200))
def test_another_day_moves_amounts_and_never_makes_one_negative(
    facts: CostFacts, case: dict[str, object], later: int
) -> None:
    """The whole is the same on every day: what is paid only grows, what is still to come only shrinks."""
    first = costs(facts, **case)  # type: ignore[arg-type]
    case["today"] = case["today"] + timedelta(days=later)  # type: ignore[operator]
    then = costs(facts, **case)  # type: ignore[arg-type]
    for found in (first, then):
        assert min(found.betaald, found.verwacht, found.later, found.ontvangen, found.sanction.totaal) >= 0
        assert all(min(line.betaald, line.verwacht, line.later) >= 0 for line in found.lines)
        assert all(min(month.betaald, month.verwacht, month.extra) >= 0 for month in found.months)
    assert then.betaald >= first.betaald
    assert then.verwacht <= first.verwacht
    assert then.later <= first.later
    assert first.betaald + first.verwacht + first.later == then.betaald + then.verwacht + then.later


@settings(max_examples=25, deadline=None)
@given(facts=facts(), case=cases())
def test_a_loonsanctie_never_makes_a_case_cheaper(facts: CostFacts, case: dict[str, object]) -> None:
    found = costs(facts, **case)  # type: ignore[arg-type]
    assert found.sanction.totaal >= 0
    days = {entry.day for entry in found.sanction.entries}
    assert all(found.sanction.van <= day <= found.sanction.tot_en_met for day in days)
    assert found.months[-1].opgeteld >= found.betaald + found.verwacht


@settings(max_examples=25, deadline=None)
@given(facts=facts(), case=cases(), vangnet=st.sampled_from(Answer), regres=st.sampled_from(Answer), paid=MAYBE)
def test_no_refund_is_more_than_what_it_comes_from(
    facts: CostFacts, case: dict[str, object], vangnet: Answer, regres: Answer, paid: Decimal | None
) -> None:
    facts = replace(facts, vergoeding_betaald=paid, vergoeding_laatste_dag=FIRST + timedelta(days=800))
    found = costs(facts, known=RefundFacts(vangnet=vangnet, regres=regres), **case)  # type: ignore[arg-type]
    by_id = {each.rule.id: each for each in found.refunds}
    wage = sum((line.betaald for line in found.lines if line.kind is Kind.LOON), Decimal(0))
    assert (by_id["vangnet"].bedrag or 0) <= wage
    assert (by_id["regres"].bedrag or 0) <= found.betaald
    assert (by_id["compensatie"].bedrag or 0) <= (paid or 0)
    for each in found.refunds:
        assert each.bedrag is None or each.bedrag >= 0
        assert each.state is not State.NIET or each.bedrag is None
    assert sum(each.ontvangen for each in found.refunds) <= found.ontvangen


@settings(max_examples=40, deadline=None)
@given(item=items(list(ENTERED_KINDS)), step=st.integers(0, 900))
def test_entered_amounts_against_a_walk_over_all_days(item: Item, step: int) -> None:
    """Walk every day of the case and count those on which the amount falls."""
    today = FIRST + timedelta(days=step)
    found = costs(CostFacts(kosten=(item,)), has_wage=False, today=today)
    last = item.tot_en_met or found.days.horizon
    count = {True: 0, False: 0}
    day = max(item.van, FIRST)
    if item.per is Rhythm.EENMALIG:
        count[day <= today] += day <= max(found.days.week_104, today)
    else:
        while day <= last:
            is_day = day.day == item.van.day
            is_short = (day + timedelta(days=1)).day == 1 and day.day < item.van.day
            if (is_day or is_short) and day <= max(found.days.week_104, today):
                count[day <= today] += 1
            day += timedelta(days=1)
    assert found.betaald == item.bedrag * count[True]
    assert found.verwacht == item.bedrag * count[False]


@settings(max_examples=25, deadline=None)
@given(percent=st.decimals(min_value=Decimal("0.1"), max_value=100, places=1), wage=AMOUNTS)
def test_the_employers_share_against_decimals(percent: Decimal, wage: Decimal) -> None:
    """Round each month by itself, as a payroll does."""
    found = costs(CostFacts(opslag=percent, verwacht_jaar1=wage, verwacht_jaar2=wage))
    pay = [entry for entry in found.entries if entry.kind is Kind.LOON]
    shares = [entry.bedrag for entry in found.entries if entry.kind is Kind.LASTEN]
    assert shares == [
        (entry.bedrag * percent / 100).quantize(CENT, rounding=ROUND_HALF_UP) for entry in pay
    ]  # fmt: skip


def test_a_paid_item_on_the_day_itself_is_paid() -> None:
    found = costs(CostFacts(kosten=(cost(Kind.ANDERS, "1.00", "2026-11-23"),)), today=date(2026, 11, 23))
    assert found.lines[-1].betaald == Decimal("1.00")
