"""A form: its fields, what a new draft starts with, what is computed, and what the check finds."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reintegratie_desktop.forms import flows
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import Carry, Computed, Day, Need, Note, Number, Rows, Table, Text, YesNo
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flow import ROW, Flow, Section, Step


def total(answers: Answers, context: Context) -> str:
    """Add up the hours of the rows."""
    return str(sum(Decimal(row.get("uren") or 0) for row in answers.get("taken", []) if isinstance(row, dict)))


def double(answers: Answers, context: Context) -> str:
    """Double the hours of one row."""
    return str(Decimal(answers.get("uren") or 0) * 2)


def names_differ(answers: Answers, context: Context) -> Iterator[Finding]:
    """Warn about the hidden field and about the visible one."""
    if answers.get("reden") == "kort":
        yield Finding(Level.BLOCK, "reden", "Schrijf iets meer.")
        yield Finding(Level.HINT, "naam", "Denk er nog eens over na.")


FLOW = Flow(
    key="proef",
    code="PR",
    version="1.0",
    title="Proef",
    purpose="Om te proberen.",
    rules=(names_differ,),
    steps=(
        Step(
            key="een",
            title="Een",
            sections=(
                Section(
                    key="a",
                    title="A",
                    fields=(
                        Note(key="uitleg", label="Uitleg", body="Lees dit."),
                        Text(
                            key="naam",
                            label="Naam",
                            need=Need.REQUIRED,
                            carry=(
                                Carry("kaart", "titel"),
                                Carry("werknemer", "naam", lambda value, _c: value.title()),
                            ),
                        ),
                        YesNo(key="later", label="Later", default=False),
                    ),
                ),
                Section(
                    key="b",
                    title="B",
                    fields=(Day(key="dag", label="Dag", default=lambda context: context.today.isoformat()),),
                ),
            ),
        ),
        Step(
            key="twee",
            title="Twee",
            when=Is("later", True),
            not_asked="Het is niet later.",
            sections=(
                Section(
                    key="c",
                    title="C",
                    fields=(Text(key="reden", label="Reden", need=Need.REQUIRED, carry=(Carry("kaart", "reden"),)),),
                ),
            ),
        ),
        Step(
            key="drie",
            title="Drie",
            sections=(
                Section(
                    key="d",
                    title="D",
                    fields=(
                        Rows(
                            key="taken",
                            label="Taken",
                            columns=(
                                Text(key="taak", label="Taak", need=Need.REQUIRED),
                                Number(key="uren", label="Uren"),
                                Text(
                                    key="waarom",
                                    label="Waarom",
                                    need=Need.CONDITIONAL,
                                    required_when=Is("uren", "9"),
                                ),
                                Computed(key="dubbel", label="Dubbel", compute=double),
                            ),
                        ),
                        Table(key="lijst", label="Lijst", columns=(Text(key="wat", label="Wat"),)),
                        Computed(key="totaal", label="Totaal", compute=total),
                    ),
                ),
            ),
        ),
    ),
)


@pytest.fixture
def context(today: date) -> Context:
    """Return a context with two other papers."""
    return Context(today=today, papers={"werknemer": {"naam": "jan hoekstra"}, "kaart": {"titel": "", "reden": ["x"]}})


def test_fields_steps_and_counted_keys() -> None:
    assert [field.key for field in FLOW.fields] == [
        "uitleg",
        "naam",
        "later",
        "dag",
        "reden",
        "taken",
        "lijst",
        "totaal",
    ]
    assert FLOW.field("naam").label == "Naam"
    assert FLOW.step_of("dag").key == "een"
    assert FLOW.counted_keys() == (
        "naam",
        "later",
        "dag",
        "reden",
        "taak",
        "uren",
        "waarom",
        "dubbel",
        "lijst",
        "totaal",
    )
    with pytest.raises(KeyError, match="onbekend"):
        FLOW.field("onbekend")
    with pytest.raises(KeyError, match="onbekend"):
        FLOW.step_of("onbekend")


def test_a_new_draft_starts_with_what_is_known(context: Context, today: date) -> None:
    answers, carried = FLOW.start(context)
    assert answers == {"naam": "Jan Hoekstra", "later": False, "dag": today.isoformat(), "reden": ["x"]}
    assert carried == {"naam": "werknemer", "reden": "kaart"}


def test_a_carried_list_is_a_copy(context: Context) -> None:
    answers, _carried = FLOW.start(context)
    reden: Any = answers["reden"]
    reden.append("y")
    assert context.papers["kaart"]["reden"] == ["x"]


def test_an_answer_that_converts_to_nothing_is_not_carried(today: date) -> None:
    field = Text(key="a", label="A", default="zelf", carry=(Carry("kaart", "titel", lambda value, _context: ""),))
    section = Section(key="s", title="S", fields=(field,))
    flow = Flow(
        key="f", code="F", version="1", title="F", purpose="F", steps=(Step(key="s", title="S", sections=(section,)),)
    )
    assert flow.start(Context(today=today, papers={"kaart": {"titel": "iets"}})) == ({"a": "zelf"}, {})


def test_steps_and_fields_that_are_hidden_are_not_asked(context: Context) -> None:
    assert [step.key for step in FLOW.visible_steps({}, context)] == ["een", "drie"]
    assert "reden" not in [field.key for field in FLOW.asked_fields({}, context)]
    assert "reden" in [field.key for field in FLOW.asked_fields({"later": True}, context)]


def test_computed_fields_follow_also_in_rows(context: Context) -> None:
    full = FLOW.computed({"taken": [{"taak": "Inpakken", "uren": "6"}, "los", {"uren": "3"}]}, context)
    assert full["totaal"] == "9"
    assert full["taken"] == [
        {"taak": "Inpakken", "uren": "6", "dubbel": "12"},
        "los",
        {"uren": "3", "dubbel": "6"},
    ]
    assert FLOW.computed({"taken": "geen lijst", "lijst": [{"wat": "x"}]}, context)["lijst"] == [{"wat": "x"}]


def test_an_empty_answer_can_follow_from_others_but_typing_wins(context: Context) -> None:
    def from_name(answers: Answers, _context: Context) -> str | None:
        return f"van {answers['naam']}" if answers.get("naam") else None

    def place(answers: Answers, _context: Context) -> str:
        return f"{answers['wat']} {answers[ROW] + 1}"

    fields = (
        Text(key="naam", label="Naam"),
        Text(key="titel", label="Titel", derive=from_name),
        Table(
            key="lijst", label="Lijst", columns=(Text(key="wat", label="Wat"), Text(key="nr", label="Nr", derive=place))
        ),
    )
    step = Step(key="s", title="S", sections=(Section(key="s", title="S", fields=fields),))
    flow = Flow(key="f", code="F", version="1", title="F", purpose="F", steps=(step,))
    assert flow.computed({}, context) == {}
    assert flow.computed({"naam": "Jan"}, context) == {"naam": "Jan", "titel": "van Jan"}
    assert flow.computed({"naam": "Jan", "titel": "eigen"}, context)["titel"] == "eigen"
    rows = [{"wat": "fase"}, {}, {"wat": "fase", "nr": "laatste"}]
    assert flow.computed({"lijst": rows}, context)["lijst"] == [
        {"wat": "fase", "nr": "fase 1"},
        {},
        {"wat": "fase", "nr": "laatste"},
    ]


def test_the_check_finds_what_misses_and_what_is_wrong(context: Context) -> None:
    answers = {
        "dag": "morgen",
        "later": True,
        "taken": [{"taak": "Inpakken"}, {"uren": "9"}, {}, "los"],
        "lijst": [{"wat": "x"}],
    }
    found = [(finding.field, finding.level) for finding in FLOW.findings(answers, context)]
    assert found == [
        ("naam", Level.MISSING),
        ("dag", Level.BLOCK),
        ("reden", Level.MISSING),
        ("taken[3]", Level.BLOCK),
        ("taken[1].taak", Level.MISSING),
        ("taken[1].waarom", Level.MISSING),
    ]


def test_a_rule_is_not_heard_about_a_field_that_is_not_asked(context: Context) -> None:
    kept = {"naam": "Jan", "reden": "kort"}
    assert [finding.field for finding in FLOW.findings({**kept, "later": True}, context)] == ["naam", "reden"]
    assert [finding.field for finding in FLOW.findings({**kept, "later": False}, context)] == ["naam"]


def test_the_registry_gives_each_form_by_its_key() -> None:
    assert flows.flow("ziekmelding").code == "ZM"
    assert flows.flow("ziekmelding") is flows.flow("ziekmelding")
    with pytest.raises(KeyError, match="onbekend"):
        flows.flow("onbekend")
    assert [flow.key for flow in flows.all_flows()] == list(flows.KEYS)
