"""The interview without a screen: where we are, what is next, what is done."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Need, Note, Text, YesNo
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.flows import flow as flow_of
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


def test_a_step_without_an_answer_is_not_done(today: date) -> None:
    wizard = Wizard(FLOW, Context(today=today), {"naam": "Jan"})
    wizard.next()
    last = wizard.step
    assert wizard.state_of(last) is StepState.EMPTY
    wizard.back()
    assert wizard.state_of(last) is StepState.EMPTY, "going on is no answer"
    wizard.answer({"slot": "Klaar."})
    assert wizard.state_of(last) is StepState.DONE
    wizard.answer({"slot": ""})
    assert wizard.state_of(last) is StepState.EMPTY


def test_what_a_form_starts_with_counts_once_somebody_went_on(today: date) -> None:
    flow = Flow(
        key="f",
        code="F",
        version="1",
        title="F",
        purpose="F",
        steps=(
            step("een", Text(key="a", label="A", default=lambda _context: "stond er al")),
            step("twee", Note(key="n", label="N", body="Om te lezen."), Text(key="v", label="V", fixed=True)),
        ),
    )
    context = Context(today=today)
    wizard = Wizard(flow, context, flow.start(context)[0])
    first, second = wizard.steps
    assert wizard.state_of(first) is StepState.PARTIAL, "an untouched form has nothing that is done"
    wizard.next()
    assert wizard.state_of(first) is StepState.DONE
    assert wizard.state_of(second) is StepState.DONE, "there is nothing to fill in"
    own = Wizard(flow, context, {"a": "zelf getypt"})
    assert own.state_of(own.step) is StepState.DONE
    kept = Wizard(flow, context, flow.start(context)[0], "een", {"een", "twee"})
    assert kept.state_of(kept.step) is StepState.DONE, "a form that was seen before stays as far as it was"


@pytest.mark.parametrize("form", ["bijzonderheden", "loongegevens", "kosten"])
def test_an_untouched_form_has_no_step_that_is_done(today: date, form: str) -> None:
    flow = flow_of(form)
    employee = {"werkpatroon": ["8", "8", "8", "8", "0", "0", "0"], "geboortedatum": "1980-01-01"}
    context = Context(today=today, papers={"werknemer": employee, "zaak": {"eerste_ziektedag": today.isoformat()}})
    wizard = Wizard(flow, context, flow.start(context)[0])
    assert StepState.DONE not in [wizard.state_of(item) for item in wizard.steps]


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


@pytest.mark.parametrize(
    ("answers", "place", "lands", "focus"),
    [
        ({}, "drie", "drie", ""),
        ({}, "slot", "drie", "slot"),
        ({}, "slot[1].kop", "drie", "slot[1].kop"),
        ({"naam": "Jan"}, "twee", "een", ""),
        ({"naam": "Jan"}, "reden", "een", ""),
        ({"meer": True}, "reden", "twee", "reden"),
        ({}, "", "een", "naam"),
        ({"naam": "Jan", "meer": True}, "", "twee", "reden"),
        ({"naam": "Jan"}, "", "een", ""),
    ],
)
def test_it_can_open_at_a_place(today: date, answers: dict[str, Any], place: str, lands: str, focus: str) -> None:
    wizard = Wizard(FLOW, Context(today=today), answers)
    assert wizard.open_at(place) == focus
    assert wizard.current == lands
    assert lands in wizard.visited


def test_opening_an_untouched_form_at_a_step_leaves_the_others_unseen(today: date) -> None:
    fresh = Wizard(FLOW, Context(today=today))
    fresh.open_at("drie")
    assert fresh.visited == {"drie"}
    begun = Wizard(FLOW, Context(today=today), {"naam": "Jan"})
    begun.open_at("drie")
    assert begun.visited == {"een", "drie"}
    with pytest.raises(KeyError):
        fresh.open_at("bestaat_niet")
