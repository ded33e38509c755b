"""A next version of the advice or the plan: what an earlier version settled stays settled."""

from datetime import date
from decimal import Decimal
from typing import Any

from reintegratie_desktop.forms import rules_advice, rules_plan
from reintegratie_desktop.forms.advice import advice_on_hours, advices
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows.opbouwschema import FLOW as OPBOUWSCHEMA
from reintegratie_desktop.forms.flows.probleemanalyse import FLOW as PROBLEEMANALYSE

FIRST_SICK_DAY = "2026-01-05"


def advice(day: str, hours: str, start: str) -> dict[str, Any]:
    return {"datum_document": day, "per_datum": start, "benutbaar": "ander_werk", "uren_week": hours}


FIRST = advice("2026-02-10", "9", "2026-02-16")
NEXT = advice("2026-03-31", "30", "2026-04-06")


def context(*advised: dict[str, Any], plans: tuple[dict[str, Any], ...] = (), today: str = "2026-04-03") -> Context:
    papers: dict[str, Any] = {
        "zaak": {"eerste_ziektedag": FIRST_SICK_DAY, "klok_vanaf": FIRST_SICK_DAY},
        "werknemer": {"contracturen": "38"},
    }
    if advised:
        papers["probleemanalyse"] = advised[-1]
    return Context(
        today=date.fromisoformat(today), papers=papers, history={"probleemanalyse": advised, "plan_van_aanpak": plans}
    )


def test_each_advice_of_the_case_counts_on_its_own_days() -> None:
    found = advices(context(FIRST, NEXT))

    assert [str(item.day) for item in found] == ["2026-03-31", "2026-02-10"]
    newest = advice_on_hours(context(FIRST, NEXT))
    assert newest is not None
    assert newest.highest(None, None) == Decimal(30)


def test_a_correction_of_the_same_day_replaces_the_advice() -> None:
    corrected = {**FIRST, "uren_week": "12"}

    found = advices(context(FIRST, corrected))

    assert [item.answers["uren_week"] for item in found] == ["12"]


def phase(start: str, end: str, hours: str) -> dict[str, Any]:
    return {"van": start, "tot": end, "dagen": ["ma", "wo", "vr"], "uren_dag": hours, "evaluatie": end}


def test_a_schedule_keeps_its_first_phases_after_a_new_advice() -> None:
    fasen = [phase("2026-02-16", "2026-04-05", "3"), phase("2026-04-06", "2026-04-26", "7.5")]

    found = OPBOUWSCHEMA.findings({"fasen": fasen, "contracturen": "38"}, context(FIRST, NEXT))

    assert [item.field for item in found if item.level is Level.BLOCK] == []


def test_the_hours_of_a_phase_are_held_against_the_advice_of_its_days() -> None:
    fasen = [phase("2026-02-16", "2026-04-05", "7.5")]

    found = OPBOUWSCHEMA.findings({"fasen": fasen, "contracturen": "38"}, context(FIRST, NEXT))

    assert "fasen[0].uren_dag" in [item.field for item in found if item.level is Level.BLOCK]


def test_only_the_first_advice_can_be_late() -> None:
    late = advice("2026-02-20", "9", "2026-02-23")

    assert not rules_advice.is_late(NEXT, context(FIRST))
    assert rules_advice.is_late(late, context())
    assert rules_advice.is_late(NEXT, context(late))
    assert "reden_te_laat" not in [item.field for item in PROBLEEMANALYSE.findings(NEXT, context(FIRST))]


def test_only_the_first_plan_can_be_late() -> None:
    in_time, late, now = {"opgesteld_op": "2026-02-17"}, {"opgesteld_op": "2026-02-25"}, {"opgesteld_op": "2026-04-03"}

    assert not rules_plan.is_late(now, context(FIRST, NEXT, plans=(in_time,)))
    assert rules_plan.is_late(late, context(FIRST))
    assert rules_plan.is_late(now, context(FIRST, NEXT, plans=(late,)))
    assert not rules_plan.is_late({}, context(FIRST))
