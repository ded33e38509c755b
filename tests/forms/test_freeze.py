"""From answers to a paper copy: every field that was asked is on it, with what was and what was not said."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotOption
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Computed,
    Day,
    Field,
    Many,
    Note,
    Number,
    Option,
    Person,
    Signature,
    Table,
    Text,
    Tick,
    YesNo,
    options,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.forms.freeze import freeze, origin_title
from reintegratie_desktop.text.errors import BugError


def form_of(*fields: Field, **more: Any) -> Flow:
    """Return a form with one step, one section and these fields."""
    section = Section(key="a", title="Deel A", number="1", fields=fields)
    step = Step(key="een", title="Een", sections=(section,))
    return Flow(key="proef", code="PR", version="1.0", title="Proef", purpose="Proberen.", steps=(step,), **more)


@pytest.fixture
def context(today: date) -> Context:
    """Return a context with a case."""
    return Context(today=today, papers={"zaak": {"eerste_ziektedag": "2026-11-16"}})


def frozen(form: Flow, answers: dict[str, Any], context: Context, **more: Any) -> FormSnapshot:
    """Freeze with the facts of an invented case."""
    return freeze(
        form,
        answers,
        context,
        **{
            "frozen_at": "2026-11-23T21:30",
            "version": 1,
            "law_date": date(2026, 11, 16),
            "case_number": "2026-003",
            "employer": "Bakkerij De Korenaar (fictief)",
            "employee": "K. Haddou",
            **more,
        },
    )


def test_the_head_of_the_paper(context: Context) -> None:
    snapshot = frozen(
        form_of(Day(key="dag", label="Dag"), date_field="dag"),
        {"dag": "2026-11-20"},
        context,
        latest=date(2026, 12, 1),
        journal_head="9f2c41ab",
        replaces="versie 1",
        reason="Nieuw advies",
        layout="agenda",
    )
    assert [(fact.label, fact.value) for fact in snapshot.facts] == [
        ("Werknemer", "K. Haddou"),
        ("Eerste ziektedag", "2026-11-16"),
        ("Opgesteld op", "2026-11-20"),
        ("Uiterste datum", "2026-12-01"),
    ]
    assert (snapshot.form, snapshot.code, snapshot.form_version) == ("proef", "PR", "1.0")
    assert (snapshot.law_date, snapshot.made_on, snapshot.frozen_at) == ("2026-11-16", "2026-11-20", "2026-11-23T21:30")
    assert (snapshot.replaces, snapshot.reason, snapshot.journal_head) == ("versie 1", "Nieuw advies", "9f2c41ab")
    assert (snapshot.layout, snapshot.language, snapshot.draft) == ("agenda", "nl", False)


@pytest.mark.parametrize(
    ("answers", "more", "made_on"),
    [
        ({"dag": "2026-11-20"}, {}, "2026-11-20"),
        ({}, {}, "2026-11-23"),
        ({}, {"frozen_at": "", "draft": True}, "2026-11-23"),
        ({"dag": "2026-11-20"}, {"made_on": "2026-11-19"}, "2026-11-19"),
    ],
)
def test_the_day_on_the_paper(context: Context, answers: dict[str, Any], more: dict[str, Any], made_on: str) -> None:
    form = form_of(Day(key="dag", label="Dag"), date_field="dag")
    assert frozen(form, answers, context, **more).made_on == made_on


def test_the_first_sick_day_comes_from_the_case_the_answers_or_the_rules(today: date, context: Context) -> None:
    form = form_of(Day(key="eerste_ziektedag", label="Eerste ziektedag"))
    answers = {"eerste_ziektedag": "2026-11-17"}
    empty = Context(today=today)
    assert frozen(form, answers, context).eerste_ziektedag == "2026-11-16"
    assert frozen(form, answers, empty).eerste_ziektedag == "2026-11-17"
    assert frozen(form, {}, empty, law_date="2026-11-18").eerste_ziektedag == "2026-11-18"


def test_what_was_answered_skipped_not_asked_and_never_kept(context: Context) -> None:
    form = form_of(
        Text(key="naam", label="Naam", number="1.1", help="Hulp", own_words=True, writing_lines=3),
        Text(key="leeg", label="Leeg"),
        Text(key="later", label="Later", when=Is("naam", "x"), not_asked="Dat hoeft nu niet."),
        Text(key="bsn", label="Nummer", kept=False),
        Text(key="status", label="Status", printed=False),
        Note(key="uitleg", label="Uitleg", body="Lees dit."),
        YesNo(key="nee", label="Nee"),
        Tick(key="hokje", label="Hokje"),
        Tick(key="ander", label="Ander hokje"),
    )
    answers = {"naam": "Karim", "later": "oud", "bsn": "111222333", "status": "open", "nee": False, "hokje": False}
    snapshot = frozen(form, answers, context, carried={"naam": "werknemer", "leeg": "werkgever", "nee": "het contract"})
    found = {field.key: (field.state, field.answer) for field in snapshot.fields()}
    assert found == {
        "naam": (FieldState.ANSWERED, "Karim"),
        "leeg": (FieldState.EMPTY, None),
        "later": (FieldState.NOT_ASKED, None),
        "bsn": (FieldState.NOT_PRINTED, None),
        "nee": (FieldState.ANSWERED, False),
        "hokje": (FieldState.ANSWERED, False),
        "ander": (FieldState.EMPTY, None),
    }
    assert "111222333" not in json.dumps(snapshot.to_dict())
    assert snapshot.field("later").not_asked_because == "Dat hoeft nu niet."
    name = snapshot.field("naam")
    assert (name.number, name.help, name.own_words, name.writing_lines, name.by) == (
        "1.1",
        "Hulp",
        True,
        3,
        "Werkgever",
    )
    origins = {field.key: field.carried_from for field in snapshot.fields() if field.carried_from}
    assert origins == {"naam": "Werknemer", "nee": "het contract"}
    assert origin_title("werkgever") == "Werkgever"


def test_a_hidden_step_still_stands_on_the_paper(context: Context) -> None:
    first = Section(key="a", title="A", fields=(Text(key="naam", label="Naam"),))
    second = Section(
        key="b",
        title="B",
        fields=(
            Text(key="reden", label="Reden"),
            Text(key="datum", label="Datum", when=Is("reden", "x"), not_asked="Zonder reden geen datum."),
            Signature(key="hand", label="Handtekening", role="Werknemer", means="Gezien."),
        ),
    )
    form = Flow(
        key="f",
        code="F",
        version="1",
        title="F",
        purpose="F",
        steps=(
            Step(key="een", title="Een", sections=(first,)),
            Step(key="twee", title="Twee", sections=(second,), when=Is("naam", "x"), not_asked="Het plan was op tijd."),
        ),
    )
    snapshot = frozen(form, {"naam": "y"}, context)
    assert [(field.key, field.not_asked_because) for field in snapshot.sections[1].fields] == [
        ("reden", "Het plan was op tijd."),
        ("datum", "Het plan was op tijd."),
        ("hand", "Het plan was op tijd."),
    ]
    assert snapshot.signatures == ()
    shown = frozen(form, {"naam": "x"}, context)
    assert [(field.key, field.not_asked_because) for field in shown.sections[1].fields] == [
        ("reden", ""),
        ("datum", "Zonder reden geen datum."),
    ]
    assert [signature.role for signature in shown.signatures] == ["Werknemer"]


def test_every_option_is_kept_also_those_not_chosen_and_those_that_are_gone(context: Context) -> None:
    def tasks(answers: Any, _context: Context) -> tuple[Option, ...]:
        return tuple(Option(name, name) for name in answers.get("namen", []))

    form = form_of(
        Choice(key="keuze", label="Keuze", options=options("Ja", "Nee")),
        Many(key="taken", label="Taken", from_answers=tasks),
        Table(key="lijst", label="Lijst", columns=(Many(key="wat", label="Wat", from_answers=tasks),)),
    )
    answers = {
        "keuze": "misschien",
        "taken": ["Inpakken", "Oude taak"],
        "namen": ["Inpakken", "Laden"],
        "lijst": [{"wat": ["Vegen"]}],
    }
    snapshot = frozen(form, answers, context)
    assert [option.value for option in snapshot.field("keuze").options] == ["ja", "nee", "misschien"]
    assert [option.value for option in snapshot.field("taken").options] == ["Inpakken", "Laden", "Oude taak"]
    (column,) = snapshot.field("lijst").columns
    assert [option.value for option in column.options] == ["Inpakken", "Laden", "Vegen"]
    assert SnapshotOption("ja", "Ja") in snapshot.field("keuze").options


def test_a_table_holds_its_printed_columns_and_its_filled_rows(context: Context) -> None:
    form = form_of(
        Table(
            key="lijst",
            label="Lijst",
            columns=(
                Text(key="wat", label="Wat"),
                Number(key="uren", label="Uren", unit="uur"),
                Text(key="status", label="Status", printed=False),
            ),
        )
    )
    rows = [{"wat": "Inpakken", "uren": "6", "status": "open"}, {}, "los", {"uren": "3"}]
    field = frozen(form, {"lijst": rows}, context).field("lijst")
    assert field.answer == [{"wat": "Inpakken", "uren": "6"}, {"wat": None, "uren": "3"}]
    assert [(column.key, column.kind, column.unit) for column in field.columns] == [
        ("wat", "text", ""),
        ("uren", "number", "uur"),
    ]
    empty = frozen(form, {"lijst": [{}]}, context).field("lijst")
    assert (empty.state, empty.answer, len(empty.columns)) == (FieldState.EMPTY, None, 2)


def test_computed_answers_become_plain_data_of_the_kind_they_show(context: Context) -> None:
    form = form_of(
        Computed(key="uren", label="Uren", compute=lambda a, c: Decimal("7.60"), shows="number", unit="uur"),
        Computed(key="dag", label="Dag", compute=lambda a, c: date(2026, 11, 23), shows="day"),
        Computed(
            key="grafiek",
            label="Grafiek",
            compute=lambda a, c: {"contract": Decimal(38), "phases": ({"van": date(2026, 1, 5), "deel": 0.5},)},
            shows="chart_hours",
        ),
        Computed(key="niets", label="Niets", compute=lambda a, c: None),
    )
    snapshot = frozen(form, {}, context)
    assert [(field.kind, field.answer, field.unit) for field in snapshot.fields()] == [
        ("number", "7.60", "uur"),
        ("day", "2026-11-23", ""),
        ("chart_hours", {"contract": "38", "phases": [{"van": "2026-01-05", "deel": 0.5}]}, ""),
        ("text", None, ""),
    ]


def test_what_is_no_data_is_a_mistake_of_ours(context: Context) -> None:
    form = form_of(Computed(key="raar", label="Raar", compute=lambda a, c: object()))
    with pytest.raises(BugError, match="raar"):
        frozen(form, {}, context)


def test_signatures_are_frames_not_fields(context: Context) -> None:
    form = form_of(
        Text(key="naam", label="Naam"),
        Signature(key="wg", label="Werkgever", role="Werkgever", means="Wij zijn het eens."),
        Signature(key="wn", label="Werknemer", role="Werknemer", means="Gezien.", by=By.WN, may_refuse=True),
        Signature(key="weg", label="Weg", role="Derde", means="Gezien.", printed=False),
    )
    signed = {"naam": "J. Brands", "status": "getekend", "datum": "2026-11-23"}
    snapshot = frozen(form, {"wg": signed, "wn": "rommel"}, context)
    assert [field.key for field in snapshot.fields()] == ["naam"]
    first, second = snapshot.signatures
    assert (first.role, first.name, first.status, first.signed_on) == (
        "Werkgever",
        "J. Brands",
        "getekend",
        "2026-11-23",
    )
    assert (second.name, second.status, second.signed_on, second.may_refuse) == ("K. Haddou", "nog_niet", "", True)
    assert first.means == "Wij zijn het eens."
    assert frozen(form, {}, context).signatures[0].name == ""


def test_a_frame_without_an_answer_names_who_is_expected_to_sign() -> None:
    form = form_of(
        Signature(key="wg", label="Werkgever", role="Werkgever", means="Eens."),
        Signature(key="wn", label="Werknemer", role="Werknemer", means="Eens.", by=By.WN),
        Signature(key="ba", label="Bedrijfsarts", role="Bedrijfsarts", means="Gemaakt.", by=By.BA),
    )

    def names(papers: dict[str, Any], answers: dict[str, Any]) -> list[str]:
        return [
            item.name for item in frozen(form, answers, Context(today=date(2026, 11, 23), papers=papers)).signatures
        ]

    known: dict[str, Any] = {"werkgever": {"contact": {"naam": "Noor Blom", "functie": "bedrijfsleider"}}}
    assert names(known, {}) == ["Noor Blom", "K. Haddou", ""]
    assert names({"werkgever": {"contact": "Noor"}}, {}) == ["", "K. Haddou", ""]
    assert names({"werkgever": {"contact": {"functie": "eigenaar"}}}, {}) == ["", "K. Haddou", ""]
    assert names(known, {"wg": {"naam": "Jan Smit", "status": "nog_niet"}}) == ["Jan Smit", "K. Haddou", ""]


def test_a_cell_that_was_not_asked_is_left_out_of_its_row(context: Context) -> None:
    form = form_of(
        Table(
            key="lijst",
            label="Lijst",
            columns=(
                Text(key="wat", label="Wat"),
                YesNo(key="gelukt", label="Gelukt"),
                Text(key="waarom", label="Waarom niet", when=Is("gelukt", False), not_asked="Het is gelukt."),
            ),
        )
    )
    rows = [
        {"wat": "bellen", "gelukt": True},
        {"wat": "mailen", "gelukt": False},
        {"wat": "praten", "gelukt": True, "waarom": "eerst niet"},
    ]
    table = frozen(form, {"lijst": rows}, context).field("lijst")
    assert table.answer == [
        {"wat": "bellen", "gelukt": True},
        {"wat": "mailen", "gelukt": False, "waarom": None},
        {"wat": "praten", "gelukt": True, "waarom": "eerst niet"},
    ]
    assert [column.not_asked_because for column in table.columns] == ["", "", "Het is gelukt."]


def test_a_part_without_fields_is_left_out(context: Context) -> None:
    form = form_of(Note(key="uitleg", label="Uitleg"), Signature(key="wg", label="W", role="Werkgever", means="Eens."))
    assert frozen(form, {}, context).sections == ()


PEOPLE: dict[str, Any] = {"person": {"naam": "Joyce Brands", "functie": "bedrijfsleider"}}
WORDS = st.text(alphabet="abcdefgh éë&<>’€\n", max_size=30)


def value_for(field: Field) -> st.SearchStrategy[Any]:
    """Return answers of the right shape for a field, and sometimes none."""
    days = st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(date.isoformat)
    hours = st.decimals(0, 40, places=2).map(str)
    shapes: dict[str, st.SearchStrategy[Any]] = {
        "day": days,
        "day_time": days.map(lambda day: f"{day}T10:30"),
        "time": st.just("10:30"),
        "number": hours,
        "percent": hours,
        "yes_no": st.booleans(),
        "tick": st.booleans(),
        "lines": st.lists(WORDS, max_size=3),
        "person": st.just({"naam": "Joyce Brands", "functie": "bedrijfsleider"}),
        "address": st.just({"straat": "Proefkade 18", "postcode": "9999 ZZ", "plaats": "Demodorp"}),
        "work_pattern": st.lists(hours, min_size=7, max_size=7),
        "limited": st.fixed_dictionaries({"beperkt": st.booleans(), "toelichting": WORDS}),
        "signature": st.just({"naam": "Joyce Brands", "status": "getekend", "datum": "2026-11-23"}),
        "reference": st.just({"soort": "opbouwschema", "versie": 1, "datum": "2026-11-23"}),
        "attachment": st.just({"sha256": "0" * 64, "naam": "advies.pdf", "grootte": 1200}),
    }
    if isinstance(field, Choice):
        return st.none() | st.sampled_from([option.value for option in field.options])
    if isinstance(field, Many):
        values = [option.value for option in field.options] or ["Inpakken"]
        return st.lists(st.sampled_from(values), unique=True, max_size=3)
    if isinstance(field, Table):
        row = st.fixed_dictionaries({column.key: value_for(column) for column in field.columns})
        return st.lists(row, max_size=3)
    return st.none() | shapes.get(field.kind, WORDS)


@pytest.mark.parametrize("key", [key for key in KEYS if flow(key).has_paper])
@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_form_freezes_comes_back_equal_and_leaves_nothing_out(key: str, data: st.DataObject) -> None:
    form = flow(key)
    answers = {field.key: data.draw(value_for(field)) for field in form.fields if not isinstance(field, Note)}
    context = Context(today=date(2026, 11, 23), papers={"zaak": {"eerste_ziektedag": "2026-11-16"}})
    snapshot = frozen(form, answers, context)
    assert FormSnapshot.from_dict(json.loads(json.dumps(snapshot.to_dict()))) == snapshot
    on_paper = {field.key for field in snapshot.fields()}
    expected = {
        field.key
        for field in form.asked_fields(form.computed(answers, context), context)
        if field.printed and not isinstance(field, Note | Signature)
    }
    assert expected <= on_paper
    for field in snapshot.fields():
        assert field.state is not FieldState.NOT_ASKED or field.not_asked_because, field.key
    framed = [field for field in form.asked_fields(answers, context) if isinstance(field, Signature) and field.printed]
    assert len(snapshot.signatures) == len(framed)


def test_a_person_keeps_every_part(context: Context) -> None:
    form = form_of(Person(key="wie", label="Wie"))
    assert frozen(form, {"wie": PEOPLE["person"]}, context).field("wie").answer == PEOPLE["person"]


def test_an_agreement_that_lapsed_stays_in_the_answers_and_off_the_paper() -> None:
    plan = flow("plan_van_aanpak")
    rows = [{"a_activiteit": "Orders invoeren", "a_status": "open"}, {"a_activiteit": "Laden", "a_status": "vervallen"}]
    frozen = freeze(
        plan,
        {"activiteiten": rows},
        Context(today=date(2026, 11, 23)),
        frozen_at="2026-11-23T10:00:00",
        version=1,
        law_date="2026-10-05",
        case_number="2026-001",
        employer="De Kist",
        employee="J. van Houten",
    )
    assert [row["a_activiteit"] for row in frozen.field("activiteiten").answer] == ["Orders invoeren"]


def test_a_cell_that_hangs_on_a_choice_nobody_made_stays_open_on_paper() -> None:
    row = {"van": "2026-11-23", "dagen": ["ma"], "uren_dag": "2"}
    keys = []
    for form in (None, "met_loonwaarde", "arbeidstherapeutisch_tot_datum"):
        rows = [{**row, "loonvorm": form}]
        snapshot = freeze(
            flow("opbouwschema"),
            {"fasen": rows},
            Context(today=date(2026, 11, 23)),
            frozen_at="2026-11-23T10:00:00",
            version=1,
            law_date="2026-10-05",
            case_number="2026-001",
            employer="De Kist",
            employee="Kim Bos",
        )
        keys.append("therapeutisch_tot" in snapshot.field("fasen").answer[0])
    # Without a choice nobody knows whether the work has loonwaarde.
    assert keys == [True, False, True]
