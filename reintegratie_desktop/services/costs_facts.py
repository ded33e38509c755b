"""What is known about the costs of a case: the answers of the form `kosten`, and what other papers say that decides."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.costs.facts import Answer, Back, CostFacts, Item, Kind, RefundFacts, Rhythm
from reintegratie_desktop.forms.context import Context, as_day
from reintegratie_desktop.forms.fields import as_decimal

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

FORM: Final = "kosten"

_Sort = TypeVar("_Sort", Kind, Back)


def cost_facts(answers: Mapping[str, Any]) -> CostFacts:
    """Return what was entered; a row without an amount or a day counts for nothing yet."""
    return CostFacts(
        kosten=tuple(_items(answers, "kosten", Kind)),
        terug=tuple(_items(answers, "terug", Back)),
        lasten=_answer(answers.get("lasten")),
        opslag=as_decimal(answers.get("opslag")),
        bijslag=_answer(answers.get("bijslag")),
        bijslag_deel=as_decimal(answers.get("bijslag_deel")),
        verwacht_jaar1=_money(answers.get("verwacht_jaar1")),
        verwacht_jaar2=_money(answers.get("verwacht_jaar2")),
        netto_betaald=_money(answers.get("netto_betaald")),
        verzekering=_answer(answers.get("verzekering")),
        vergoeding_betaald=_money(answers.get("vergoeding_betaald")),
        vergoeding_laatste_dag=as_day(answers.get("vergoeding_laatste_dag")),
    )


def refund_facts(context: Context, clock: CaseClock) -> RefundFacts:
    """Return what decides on money that may come back, from the papers and records of the case."""
    return RefundFacts(
        vangnet=_safety_net(context, clock),
        regres=_answer(context.get("ziekmelding", "regres")),
        in_dienst=context.day("werknemer", "in_dienst"),
    )


def known_of(desk: "Workspace", case_id: str, clock: CaseClock) -> tuple[CostFacts, RefundFacts]:
    """Return what was entered for a case, and what decides on money that may come back."""
    return cost_facts(desk.case_record(case_id, FORM)), refund_facts(desk.context(case_id), clock)


def _safety_net(context: Context, clock: CaseClock) -> Answer:
    """Return whether UWV may pay along: a yes anywhere counts, a no only when nobody doubts it."""
    own, report = context.get("werknemer", "no_risk"), context.get("ziekmelding", "vangnet")
    if clock.case.no_risk or clock.case.vangnet_meldtermijn is not None or Answer.JA in (own, report):
        return Answer.JA
    return Answer.NEE if report == Answer.NEE and own != Answer.ONBEKEND else Answer.ONBEKEND


def _items(answers: Mapping[str, Any], key: str, sort: type[_Sort]) -> Iterator[Item]:
    for row in answers.get(key) or ():
        amount, begins = _money(row.get("bedrag")), as_day(row.get("van"))
        if amount is None or begins is None:
            continue
        yield Item(
            kind=sort(row.get("soort") or sort.ANDERS),
            bedrag=amount,
            van=begins,
            per=Rhythm(row.get("per") or Rhythm.EENMALIG),
            tot_en_met=as_day(row.get("tot_en_met")),
            omschrijving=str(row.get("omschrijving") or ""),
        )


def _money(value: object) -> Decimal | None:
    amount = as_decimal(value)
    return None if amount is None else amount.quantize(Decimal("0.01"))


def _answer(value: object) -> Answer:
    return next((answer for answer in Answer if answer == value), Answer.ONBEKEND)
