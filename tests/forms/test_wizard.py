"""The interview without a screen: where we are, what is next, what is done."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Need, Text, YesNo
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.wizard import StepState, Wizard


def step(key: str, *fields: Any, when: Is | None = None) -> Step:
    """Return a step with one section."""
    return Step(key=key, title=key, sections=(Section(key=key, title=key, fields=fields),), when=when, not_asked="Nee.")


FLOW = Flow(
    key="proef",
    code="PR",
    version="1.0",
    title="Proef",
    purpose="Om te proberen.",
    steps=(
        step("een", Text(key="naam", label="Naam", need=Need.REQUIRED), YesNo(key="meer", label="Meer")),
        step("twee", Text(key="reden", label="Reden", need=Need.REQUIRED), when=Is("meer", True)),
        step("drie", Text(key="slot", label="Slot")),
    ),
)


@pytest.fixture
def wizard(today: date) -> Wizard:
    """Return a wizard at the start."""
    return Wizard(FLOW, Context(today=today))


def test_it_starts_on_the_first_step(wizard: Wizard) -> None:
    assert (wizard.current, wizard.index, wizard.is_first, wizard.is_last) == ("een", 0, True, False)
    assert wizard.step.key == "een"
    assert [item.key for item in wizard.steps] == ["een", "drie"]


def test_next_and_back_stay_within_the_form(wizard: Wizard) -> None:
    wizard.back()
    assert wizard.current == "een"
    wizard.next()
    assert wizard.current == "drie"
    assert wizard.is_last
    wizard.next()
    assert wizard.current == "drie"
    wizard.back()
    assert wizard.current == "een"


def test_an_answer_shows_and_hides_a_step_and_loses_nothing(wizard: Wizard) -> None:
    wizard.answer({"meer": True, "reden": "Omdat."})
    wizard.go_to("twee")
    wizard.answer({"meer": False})
    assert wizard.current == "een"
    assert wizard.answers["reden"] == "Omdat."
    wizard.answer({"meer": True})
    assert [item.key for item in wizard.steps] == ["een", "twee", "drie"]


def test_any_visible_step_can_be_opened(wizard: Wizard) -> None:
    wizard.go_to_field("slot")
    assert wizard.current == "drie"
    with pytest.raises(KeyError, match="twee"):
        wizard.go_to("twee")
    with pytest.raises(KeyError, match="vier"):
        wizard.go_to("vier")


def test_an_unknown_field_is_refused_by_name(wizard: Wizard) -> None:
    with pytest.raises(KeyError, match="gewicht, leeftijd"):
        wizard.answer({"leeftijd": 5, "naam": "Jan", "gewicht": 6})
    assert wizard.answers == {}


def test_what_misses_and_how_far_each_step_is(wizard: Wizard) -> None:
    assert [finding.field for finding in wizard.missing()] == ["naam"]
    first, last = wizard.steps
    assert wizard.state_of(first) is StepState.PARTIAL
    assert wizard.state_of(last) is StepState.NEW
    wizard.answer({"naam": "Jan"})
    assert wizard.state_of(first, wizard.findings()) is StepState.DONE
    assert wizard.missing() == ()


@pytest.mark.parametrize(
    ("current", "answers", "lands"),
    [
        ("weg", {}, "een"),
        ("", {}, "een"),
        ("twee", {}, "een"),
        ("twee", {"meer": True}, "twee"),
        ("drie", {}, "drie"),
    ],
)
def test_a_stored_place_that_is_gone_moves_to_the_nearest(
    today: date, current: str, answers: dict[str, Any], lands: str
) -> None:
    wizard = Wizard(FLOW, Context(today=today), answers, current)
    assert wizard.current == lands
    assert lands in wizard.visited


def test_a_hidden_first_step_gives_the_first_visible_one(today: date) -> None:
    flow = Flow(
        key="f",
        code="F",
        version="1",
        title="F",
        purpose="F",
        steps=(step("een", Text(key="a", label="A"), when=Is("b", "x")), step("twee", Text(key="b", label="B"))),
    )
    assert Wizard(flow, Context(today=today), current="een").current == "twee"


MOVES = st.lists(st.sampled_from(["next", "back", "more", "less", "een", "twee", "drie"]), max_size=12)


@given(moves=MOVES)
@settings(max_examples=60, deadline=None)
def test_the_current_step_is_always_visible(moves: list[str]) -> None:
    wizard = Wizard(FLOW, Context(today=date(2026, 11, 23)))
    for move in moves:
        if move in ("next", "back"):
            getattr(wizard, move)()
        elif move in ("more", "less"):
            wizard.answer({"meer": move == "more"})
        elif move in [item.key for item in wizard.steps]:
            wizard.go_to(move)
        assert wizard.step in wizard.steps
        assert wizard.current in wizard.visited
