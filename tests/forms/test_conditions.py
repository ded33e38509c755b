"""Conditions decide what is asked; the context gives what other papers know."""

from datetime import date

import pytest

from reintegratie_desktop.forms.conditions import Condition, Every, Fact, Filled, Is, Known, Not, Some
from reintegratie_desktop.forms.context import Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Level

CONTEXT = Context(
    today=date(2026, 11, 23),
    papers={
        "werknemer": {"contractsoort": "bepaalde_tijd", "in_dienst": "2020-03-01", "telefoon": "", "dagen": ["ma"]}
    },
)
ALWAYS = Fact("altijd", lambda answers, context: True)
NEVER = Fact("nooit", lambda answers, context: False)


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        (Is("a", "x", "y"), {"a": "y"}, True),
        (Is("a", "x"), {"a": "z"}, False),
        (Is("a", "x"), {}, False),
        (Is("a", True), {"a": True}, True),
        (Is("a", "x"), {"a": ["w", "x"]}, True),
        (Is("a", "x"), {"a": ["w"]}, False),
        (Filled("a"), {"a": False}, True),
        (Filled("a"), {"a": "  "}, True),
        (Filled("a"), {"a": ""}, False),
        (Filled("a"), {}, False),
        (Known("werknemer", "contractsoort"), {}, True),
        (Known("werknemer", "contractsoort", ("bepaalde_tijd",)), {}, True),
        (Known("werknemer", "contractsoort", ("oproep",)), {}, False),
        (Known("werknemer", "dagen", ("ma", "di")), {}, True),
        (Known("werknemer", "dagen", ("wo",)), {}, False),
        (Known("werknemer", "telefoon"), {}, False),
        (Known("werkgever", "cao"), {}, False),
        (Not(ALWAYS), {}, False),
        (Not(NEVER), {}, True),
        (Every(ALWAYS, ALWAYS), {}, True),
        (Every(ALWAYS, NEVER), {}, False),
        (Some(ALWAYS, NEVER), {}, True),
        (Some(NEVER, NEVER), {}, False),
    ],
)
def test_conditions(condition: Condition, answers: dict[str, object], holds: bool) -> None:
    assert condition.holds(answers, CONTEXT) is holds


@pytest.mark.parametrize(
    ("value", "filled"),
    [
        *[(nothing, False) for nothing in (None, "", [], {}, [None, ""], {"a": ""})],
        *[(something, True) for something in (0, False, "x", True, [False], {"a": {"b": 0}})],
    ],
)
def test_filled_means_that_it_says_something(value: object, filled: bool) -> None:
    assert is_filled(value) is filled


def test_the_context_gives_answers_of_other_papers() -> None:
    assert CONTEXT.get("werknemer", "contractsoort") == "bepaalde_tijd"
    assert CONTEXT.get("werknemer", "telefoon", "geen") == "geen"
    assert CONTEXT.get("plan", "x") is None
    assert CONTEXT.day("werknemer", "in_dienst") == date(2020, 3, 1)
    assert CONTEXT.day("werknemer", "contractsoort") is None
    assert CONTEXT.day("zaak", "eerste_ziektedag") is None


@pytest.mark.parametrize(
    ("value", "day"),
    [("2026-01-05", date(2026, 1, 5)), ("2026-01-05T10:30", date(2026, 1, 5)), ("gisteren", None), (5, None)],
)
def test_reading_a_day(value: object, day: date | None) -> None:
    assert as_day(value) == day


def test_a_finding_knows_its_field_and_its_weight() -> None:
    assert Finding(Level.WARN, "taken[2].uren", "Te veel.").key == "taken"
    assert Finding(Level.WARN, "functie", "Kort.").key == "functie"
    stops = {level: Finding(level, "a", "b").stops for level in Level}
    assert stops == {Level.BLOCK: True, Level.MISSING: True, Level.OPEN: False, Level.WARN: False, Level.HINT: False}
