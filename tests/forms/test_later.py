"""What can only be known after a paper is finished: it stops nothing, and it is asked afterwards."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Day, Need
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.flows import all_flows
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.later import KINDS, has_later, later_fields, later_problems
from reintegratie_desktop.forms.rules import not_in_future

TODAY = date(2026, 11, 23)
AROUND = Context(TODAY)


def flow_with(*fields: Any, **more: Any) -> Flow:
    step = Step(key="een", title="Een", sections=(Section(key="een", title="Een", fields=fields),))
    return Flow(key="gesprek", code="X", version="1", title="Proef", purpose="Proef.", steps=(step,), **more)


def frozen(flow: Flow, **answers: Any) -> FormSnapshot:
    return freeze(
        flow, answers, AROUND, frozen_at="", version=1, law_date=TODAY, case_number="1", employer="A", employee="B"
    )


GEZIEN = Day(key="gezien", label="Gezien op", need=Need.REQUIRED, later=True)
GEMAAKT = Day(key="gemaakt", label="Gemaakt op", need=Need.REQUIRED)


def test_an_open_answer_of_later_stops_nothing_and_is_said_once() -> None:
    flow = flow_with(GEMAAKT, GEZIEN)
    found = {item.field: (item.level, item.stops) for item in flow.findings({}, AROUND)}
    assert found == {"gemaakt": (Level.MISSING, True), "gezien": (Level.HINT, False)}
    optional = flow_with(replace(GEZIEN, need=Need.OPTIONAL))
    assert optional.findings({}, AROUND) == ()


def test_only_what_was_asked_and_left_open_can_be_answered_later() -> None:
    flow = flow_with(GEMAAKT, GEZIEN)
    assert [field.key for field in later_fields(flow, frozen(flow))] == ["gezien"]
    assert later_fields(flow, frozen(flow, gezien="2026-11-20")) == ()
    older = frozen(flow_with(GEMAAKT))
    assert later_fields(flow, older) == (), "a paper from before this question never waits for it"


def test_of_the_copies_each_receiver_has_a_day() -> None:
    plan = next(flow for flow in all_flows() if flow.key == "plan_van_aanpak")
    snapshot = frozen(plan, kopie_aan=["werknemer", "casemanager"])
    assert snapshot.field("kopie_aan").state is FieldState.ANSWERED
    asked = {field.key: field.label for field in later_fields(plan, snapshot) if "." in field.key}
    assert asked == {
        "kopie_aan.werknemer": "Afschrift gegeven aan: werknemer",
        "kopie_aan.werknemer.hoe": "Hoe gegeven aan: werknemer",
        "kopie_aan.casemanager": "Afschrift gegeven aan: casemanager",
        "kopie_aan.casemanager.hoe": "Hoe gegeven aan: casemanager",
    }
    nobody = frozen(plan)
    assert [field for field in later_fields(plan, nobody) if "." in field.key] == []


def test_a_note_is_checked_by_the_rules_of_its_form() -> None:
    flow = flow_with(GEMAAKT, GEZIEN, rules=(not_in_future("gezien", "Vul dit later in."),))
    answers = {"gemaakt": "2026-11-20"}
    assert later_problems(flow, answers, {"gezien": "2026-11-23"}, AROUND) == {}
    assert later_problems(flow, answers, {"gezien": "2026-11-24"}, AROUND) == {"gezien": "Vul dit later in."}
    assert "gezien" in later_problems(flow, answers, {"gezien": "31-13-2026"}, AROUND)
    assert later_problems(flow, {"gemaakt": "geen dag"}, {"gezien": None}, AROUND) == {}, "not what stood there before"


@pytest.mark.parametrize(
    ("value", "wrong"), [("2026-11-23", False), ("2026-11-24", True), ("31-13-2026", True), (None, False)]
)
def test_a_copy_is_given_on_a_real_day_that_has_been(value: Any, wrong: bool) -> None:
    noted = {"kopie_aan.werknemer": value, "kopie_aan.werknemer.hoe": "post"}
    found = later_problems(flow_with(GEMAAKT), {}, noted, AROUND)
    assert bool(found) is wrong


@pytest.mark.parametrize("flow", all_flows(), ids=lambda flow: flow.key)
def test_every_declared_later_field_is_one_answer_on_a_paper(flow: Flow) -> None:
    waiting = [field for field in flow.fields if field.later]
    for field in waiting:
        assert field.kind in KINDS, field.key
        assert field.printed, field.key
        assert field.kept, field.key
        assert flow.has_paper, field.key
    assert has_later(flow) is (bool(waiting) or bool(flow.copies_field))


def test_the_papers_that_wait_for_a_day_say_so() -> None:
    waiting = {(flow.key, field.key) for flow in all_flows() for field in flow.fields if field.later}
    assert waiting >= {
        ("melding_arbodienst", "ontvangst"),
        ("melding_arbodienst", "terugkoppeling_op"),
        ("gesprek", "verzonden"),
        ("gesprek", "gezien"),
    }
