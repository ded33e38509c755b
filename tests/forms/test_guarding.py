"""The guard reads every free text of a form, and tells where a word stands."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Limited, Lines, LongText, Table, Text
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.guarding import guard_hits, guarded_texts, open_gaps

FLOW = Flow(
    key="proef",
    code="PR",
    version="1.0",
    title="Proef",
    purpose="Om te proberen.",
    steps=(
        Step(
            key="een",
            title="Een",
            sections=(
                Section(
                    key="a",
                    title="A",
                    fields=(
                        LongText(key="tekst", label="Tekst", guard=True),
                        Text(key="naam", label="Naam"),
                        Lines(key="punten", label="Punten", guard=True),
                        Limited(key="beperkt", label="Beperkt", guard=True),
                        Table(
                            key="lijst",
                            label="Lijst",
                            columns=(Text(key="wat", label="Wat", guard=True), Text(key="wie", label="Wie")),
                        ),
                        LongText(key="eigen", label="Eigen", guard=True, own_words=True),
                        LongText(key="later", label="Later", guard=True, when=Is("naam", "x"), not_asked="Nee."),
                    ),
                ),
            ),
        ),
    ),
)
ANSWERS: dict[str, Any] = {
    "tekst": "Heeft griep gehad.",
    "naam": "griep",
    "punten": ["rooster", "griep"],
    "beperkt": {"beperkt": True, "toelichting": "Geen trappen door griep."},
    "lijst": [{"wat": "Inpakken", "wie": "griep"}, "los", {"wat": "griep"}],
    "later": "griep",
}


@pytest.fixture
def context(today: date) -> Context:
    """Return an empty context."""
    return Context(today=today)


def test_each_guarded_text_has_its_place(context: Context) -> None:
    assert guarded_texts(FLOW, ANSWERS, context) == (
        ("tekst", "Heeft griep gehad."),
        ("punten[0]", "rooster"),
        ("punten[1]", "griep"),
        ("beperkt", "Geen trappen door griep."),
        ("lijst[0].wat", "Inpakken"),
        ("lijst[2].wat", "griep"),
    )


def test_hits_stand_in_the_order_of_the_form(context: Context) -> None:
    places = [place for place, _hit in guard_hits(FLOW, ANSWERS, context)]
    assert places == ["tekst", "punten[1]", "beperkt", "lijst[2].wat"]
    assert {hit.word.casefold() for _place, hit in guard_hits(FLOW, ANSWERS, context)} == {"griep"}


def test_words_that_are_about_the_work_are_left_alone(context: Context) -> None:
    assert guard_hits(FLOW, ANSWERS, context, ["griep"]) == ()


def test_answers_that_are_no_text_are_passed_over(context: Context) -> None:
    assert guarded_texts(FLOW, {"tekst": 5, "punten": [None, ""], "beperkt": None, "lijst": "x"}, context) == ()


def test_dots_to_fill_in_are_found_where_a_suggestion_can_stand(context: Context) -> None:
    answers = {
        "tekst": "Tillen tot .. kg.",
        "naam": "..",
        "punten": ["Uren per dag: 4", "Uren per dag: .."],
        "lijst": [{"wat": "Verlof van .. tot ..", "wie": ".."}, {"wat": "En zo verder..."}],
        "eigen": "Ik weet het nog niet ..",
        "later": "..",
    }
    assert open_gaps(FLOW, answers, context) == ("tekst", "punten[1]", "lijst[0].wat")
    assert open_gaps(FLOW, ANSWERS, context) == ()
