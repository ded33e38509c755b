"""The job in tasks: hours, adaptations, packages, and what the advice says."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Many, Table
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("taakprofiel")
PACK: dict[str, Any] = {"taak": "Inpakken", "uren": "6", "kan": "kan_met_aanpassing", "met": ["meer_tijd"]}
LOAD: dict[str, Any] = {"taak": "Laden en lossen", "uren": "10", "kan": "kan_nog_niet"}
FULL: dict[str, Any] = {
    "functie": "Magazijnmedewerker",
    "omschrijving": "Verzamelt orders, laadt en lost, boekt de voorraad.",
    "taken": [PACK, LOAD],
    "pakketten": [{"pakket": "Startpakket", "pakket_taken": ["Inpakken"], "pakket_uren": "6"}],
}


@pytest.fixture
def context(today: date) -> Context:
    """Return a context with a contract of 16 hours and an advice."""
    return Context(
        today=today,
        papers={
            "werknemer": {"contracturen": "16", "functie": "Magazijnmedewerker"},
            "probleemanalyse": {"wel": "Zittend werk en inpakken aan de tafel."},
        },
    )


def found(answers: dict[str, Any], context: Context) -> list[tuple[str, Level]]:
    """Return the field and the level of each finding."""
    return [(finding.field, finding.level) for finding in FLOW.findings({**FULL, **answers}, context)]


def test_a_full_profile_has_no_findings(context: Context) -> None:
    assert found({}, context) == []


def test_the_function_is_carried(context: Context) -> None:
    assert FLOW.start(context) == ({"functie": "Magazijnmedewerker"}, {"functie": "werknemer"})


def test_more_hours_than_the_contract_is_a_warning(context: Context) -> None:
    (finding,) = FLOW.findings({**FULL, "taken": [PACK, {**LOAD, "uren": "10.5"}]}, context)
    assert finding.message == "De taken samen zijn 16,5 uur, het contract is 16 uur. Klopt dat?"
    assert finding.level is Level.WARN


def test_an_adaptation_is_named(context: Context) -> None:
    assert found({"taken": [LOAD, {**PACK, "met": []}]}, context) == [("taken[1].met", Level.MISSING)]


def test_no_against_the_advice_needs_a_word(context: Context) -> None:
    against = {"taak": "Inpakken", "kan": "kan_nog_niet"}
    assert found({"taken": [against]}, context) == [("taken[0].kan", Level.WARN)]
    assert found({"taken": [{**against, "toelichting": "Pas als de nieuwe tafel er is."}]}, context) == []
    assert found({"taken": [against]}, Context(today=context.today)) == []


def test_a_package_with_a_task_that_is_gone(context: Context) -> None:
    assert found({"taken": [LOAD]}, context) == [("pakketten[0].pakket_taken", Level.WARN)]
    assert found({"pakketten": [{"pakket": "Startpakket"}]}, context) == []


def test_tasks_nobody_waits_for_are_proposed(context: Context) -> None:
    easy = {**PACK, "afhankelijk": False, "deadline": False}
    answers = {**FULL, "taken": [easy, LOAD], "pakketten": []}
    (finding,) = FLOW.findings(answers, context)
    assert finding.level is Level.HINT
    assert finding.message == "Goed om mee te beginnen, want niemand wacht erop: Inpakken."


def test_a_package_offers_the_named_tasks(context: Context) -> None:
    table = FLOW.field("pakketten")
    assert isinstance(table, Table)
    choice = next(column for column in table.columns if column.key == "pakket_taken")
    assert isinstance(choice, Many)
    answers = {"taken": [PACK, LOAD, PACK, {"uren": "3"}, {"taak": 5}, "los"]}
    assert [option.value for option in choice.options_for(answers, context)] == ["Inpakken", "Laden en lossen"]


def test_half_filled_rows_are_borne(context: Context) -> None:
    rough = {"taken": [{"taak": 5, "uren": "veel", "kan": "kan_nog_niet"}], "pakketten": [{"pakket_taken": "x"}]}
    assert all(finding.message for finding in FLOW.findings(rough, context))
