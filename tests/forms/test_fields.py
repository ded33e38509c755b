"""Each kind of question: what counts as empty, and what is said about an answer that is not well formed."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    Address,
    Amount,
    Attachment,
    Choice,
    Computed,
    Day,
    DayTime,
    Field,
    Limited,
    Lines,
    LongText,
    Many,
    Need,
    Note,
    Number,
    Option,
    Percent,
    Person,
    Reference,
    Rows,
    Signature,
    Table,
    Text,
    Tick,
    Time,
    WorkPattern,
    YesNo,
    as_decimal,
    options,
    options_of,
    slug,
)

CONTEXT = Context(today=date(2026, 11, 23))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
EVERY_KIND: list[Field] = [
    Text(key="a", label="A", pattern="[0-9]+", pattern_hint="Alleen cijfers."),
    LongText(key="a", label="A"),
    Day(key="a", label="A"),
    DayTime(key="a", label="A"),
    Time(key="a", label="A"),
    Number(key="a", label="A", minimum=Decimal(0), maximum=Decimal(60)),
    Percent(key="a", label="A"),
    Amount(key="a", label="A"),
    YesNo(key="a", label="A", must_be=True, must_be_hint="Dit moet ja zijn."),
    Tick(key="a", label="A"),
    Choice(key="a", label="A", options=options("Ja", "Nee")),
    Many(key="a", label="A", options=options("Ja", "Nee")),
    Many(key="a", label="A", from_answers=lambda answers, context: ()),
    Lines(key="a", label="A"),
    Table(key="a", label="A", columns=(Text(key="b", label="B"), Number(key="c", label="C"))),
    Rows(key="a", label="A", columns=(Day(key="b", label="B"),)),
    Person(key="a", label="A"),
    Address(key="a", label="A"),
    WorkPattern(key="a", label="A"),
    Limited(key="a", label="A"),
    Signature(key="a", label="A"),
    Reference(key="a", label="A"),
    Attachment(key="a", label="A"),
    Computed(key="a", label="A", compute=lambda answers, context: None),
    Note(key="a", label="A"),
]


def said(field: Field, value: object) -> list[str]:
    """Return the sentences about an answer."""
    return [sentence for _place, sentence in field.problems(value)]


@pytest.mark.parametrize("field", EVERY_KIND, ids=lambda field: type(field).__name__)
@given(value=JSON)
@settings(max_examples=40, deadline=None)
def test_any_json_gets_a_sentence_or_silence_but_never_an_error(field: Field, value: object) -> None:
    for place, sentence in field.problems(value):
        assert sentence.endswith(".")
        assert place == "" or place.startswith("[")


@pytest.mark.parametrize("field", EVERY_KIND, ids=lambda field: type(field).__name__)
@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_nothing_is_empty_and_not_wrong(field: Field, nothing: object) -> None:
    assert field.is_empty(nothing)
    if nothing is None:
        assert said(field, nothing) == []


def test_kinds_have_their_own_names() -> None:
    kinds = [field.kind for field in EVERY_KIND if not isinstance(field, Many)]
    assert len(kinds) == len(set(kinds))
    assert all(kinds)


def test_options_take_their_value_from_the_label() -> None:
    assert options("Eigen functie (volledig)", "< 6 weken", "> 12 maanden", "Beëindigd é è") == (
        Option("eigen_functie_volledig", "Eigen functie (volledig)"),
        Option("minder_dan_6_weken", "< 6 weken"),
        Option("meer_dan_12_maanden", "> 12 maanden"),
        Option("beeindigd_e_e", "Beëindigd é è"),
    )
    assert slug("tillen/dragen") == "tillen_dragen"
    assert options_of(("ja", "Jawel")) == (Option("ja", "Jawel"),)


def test_the_question_is_the_ask_or_else_the_label() -> None:
    assert Text(key="a", label="Naam", ask="Hoe heet je?").question == "Hoe heet je?"
    assert Text(key="a", label="Naam").question == "Naam"


def test_asked_and_required_follow_the_conditions() -> None:
    field = Text(
        key="a",
        label="A",
        need=Need.CONDITIONAL,
        when=Is("soort", "kort", "lang"),
        not_asked="Dit hoeft niet.",
        required_when=Is("soort", "lang"),
    )
    assert not field.is_asked({}, CONTEXT)
    assert not field.is_required({}, CONTEXT)
    assert field.is_asked({"soort": "kort"}, CONTEXT)
    assert not field.is_required({"soort": "kort"}, CONTEXT)
    assert field.is_required({"soort": "lang"}, CONTEXT)


def test_a_conditional_field_without_its_own_condition_is_required_when_asked() -> None:
    field = Text(key="a", label="A", need=Need.CONDITIONAL, when=Fact("altijd", lambda answers, context: True))
    assert field.is_required({}, CONTEXT)


def test_what_is_never_kept_is_never_required() -> None:
    assert not Text(key="a", label="A", need=Need.REQUIRED, kept=False).is_required({}, CONTEXT)
    assert Text(key="a", label="A", need=Need.REQUIRED).is_required({}, CONTEXT)
    assert not Text(key="a", label="A").is_required({}, CONTEXT)


def test_the_start_value_can_follow_from_the_context_and_is_a_copy() -> None:
    assert (
        Day(key="a", label="A", default=lambda context: context.today.isoformat()).start_value(CONTEXT) == "2026-11-23"
    )
    field = Lines(key="a", label="A", default=["een"])
    first = field.start_value(CONTEXT)
    first.append("twee")
    assert field.start_value(CONTEXT) == ["een"]


WRONG: list[tuple[Field, Any, str]] = [
    (Text(key="a", label="A"), 5, "Hier hoort tekst te staan."),
    (Text(key="a", label="A", max_length=3), "vier", "Dit is te lang. Er passen 3 tekens."),
    (Text(key="a", label="A", pattern="[0-9]{8}", pattern_hint="Acht cijfers."), "1234567", "Acht cijfers."),
    (Day(key="a", label="A"), "30-02-2026", "Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026."),
    (Day(key="a", label="A"), "2026-02-30", "Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026."),
    (Day(key="a", label="A"), "20260205", "Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026."),
    (Day(key="a", label="A"), "2026-W05-1", "Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026."),
    (Day(key="a", label="A"), 20260205, "Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026."),
    (DayTime(key="a", label="A"), "2026-02-05", "Vul ook de tijd in."),
    (DayTime(key="a", label="A"), "2026-02-05T", "Vul ook de tijd in."),
    (DayTime(key="a", label="A"), "T10:30", "Vul ook de dag in."),
    (DayTime(key="a", label="A"), "2026-02-05Tmiddag", "Dit is geen tijd. Schrijf bijvoorbeeld 10:30."),
    (DayTime(key="a", label="A"), "ooitT10:30", "Dit is geen datum. Schrijf bijvoorbeeld 21-11-2026."),
    (DayTime(key="a", label="A"), "ooit", "Dit is geen datum met tijd. Schrijf bijvoorbeeld 21-11-2026 10:30."),
    (DayTime(key="a", label="A"), 7, "Dit is geen datum met tijd. Schrijf bijvoorbeeld 21-11-2026 10:30."),
    (
        DayTime(key="a", label="A"),
        "2026-02-05T10:30+01:00",
        "Dit is geen tijd. Schrijf bijvoorbeeld 10:30.",
    ),
    (Time(key="a", label="A"), "25:00", "Dit is geen tijd. Schrijf bijvoorbeeld 10:30."),
    (Number(key="a", label="A"), "veel", "Dit is geen getal. Schrijf bijvoorbeeld 7,5."),
    (Number(key="a", label="A"), "1" * 40, "Dit is geen getal. Schrijf bijvoorbeeld 7,5."),
    (Number(key="a", label="A"), "1E+900", "Dit is geen getal. Schrijf bijvoorbeeld 7,5."),
    (Number(key="a", label="A"), "NaN", "Dit is geen getal. Schrijf bijvoorbeeld 7,5."),
    (Number(key="a", label="A"), 7.5, "Dit is geen getal. Schrijf bijvoorbeeld 7,5."),
    (Number(key="a", label="A", minimum=Decimal("0.5")), "0.25", "Dit moet 0,5 of meer zijn."),
    (Number(key="a", label="A", maximum=Decimal(60)), "60.5", "Dit mag hoogstens 60 zijn."),
    (Number(key="a", label="A", decimals=0), "1.5", "Gebruik hoogstens 0 cijfers achter de komma."),
    (Number(key="a", label="A"), "0.00000000000000001", "Gebruik hoogstens 2 cijfers achter de komma."),
    (Percent(key="a", label="A"), "101", "Dit mag hoogstens 100 zijn."),
    (Amount(key="a", label="A"), "-1", "Dit moet 0 of meer zijn."),
    (YesNo(key="a", label="A"), "ja", "Kies ja of nee."),
    (YesNo(key="a", label="A", must_be=True, must_be_hint="Kijk dit eerst na."), False, "Kijk dit eerst na."),
    (Choice(key="a", label="A", options=options("Ja")), "nee", "Kies een van de antwoorden uit de lijst."),
    (Choice(key="a", label="A", options=options("Ja")), ["ja"], "Kies een van de antwoorden uit de lijst."),
    (Many(key="a", label="A", options=options("Ja")), "ja", "Kies uit de lijst."),
    (Many(key="a", label="A", options=options("Ja")), ["ja", "nee"], "Kies uit de lijst."),
    (Many(key="a", label="A", options=options("Ja")), [{"ja": True}], "Kies uit de lijst."),
    (Lines(key="a", label="A"), ["een", 2], "Hier hoort een lijst te staan."),
    (Person(key="a", label="A"), "Joyce", "Hier hoort een persoon te staan."),
    (Address(key="a", label="A"), "Dorp", "Hier hoort een adres te staan."),
    (
        Address(key="a", label="A"),
        {"postcode": "0123 AB"},
        "Een postcode heeft vier cijfers en twee letters, zoals 1234 AB.",
    ),
    (WorkPattern(key="a", label="A"), ["8"] * 6, "Vul voor elke dag een getal van 0 tot 24 in."),
    (WorkPattern(key="a", label="A"), ["25", "", "", "", "", "", ""], "Vul voor elke dag een getal van 0 tot 24 in."),
    (WorkPattern(key="a", label="A"), "elke dag", "Vul voor elke dag een getal van 0 tot 24 in."),
    (Limited(key="a", label="A"), True, "Kies ja of nee."),
    (Signature(key="a", label="A"), "getekend", "Hier hoort een handtekening te staan."),
    (Signature(key="a", label="A"), {"status": "misschien"}, "Hier hoort een handtekening te staan."),
    (
        Signature(key="a", label="A"),
        {"status": "getekend", "datum": "gisteren"},
        "De datum van de handtekening is geen datum. Schrijf bijvoorbeeld 21-11-2026.",
    ),
]
RIGHT: list[tuple[Field, Any]] = [
    (Text(key="a", label="A", pattern="[0-9]{8}", pattern_hint="Acht cijfers."), " 12345678 "),
    (LongText(key="a", label="A"), "woord " * 1500),
    (Day(key="a", label="A"), "2026-02-05"),
    (DayTime(key="a", label="A"), "2026-02-05T10:30"),
    (DayTime(key="a", label="A"), "2026-02-05T10:30:00"),
    (Time(key="a", label="A"), "07:45"),
    (Number(key="a", label="A", minimum=Decimal(0), maximum=Decimal(60)), "7.50000"),
    (Number(key="a", label="A"), "0"),
    (YesNo(key="a", label="A"), False),
    (YesNo(key="a", label="A", must_be=True, must_be_hint="Nee."), True),
    (Tick(key="a", label="A"), False),
    (Choice(key="a", label="A", options=options("Ja", "Nee")), "nee"),
    (Many(key="a", label="A", options=options("Ja", "Nee")), ["ja", "nee"]),
    (Many(key="a", label="A", from_answers=lambda answers, context: ()), ["wat dan ook"]),
    (Lines(key="a", label="A"), ["een", "twee"]),
    (Person(key="a", label="A"), {"naam": "Joyce Brands"}),
    (Address(key="a", label="A"), {"straat": "Proefkade 18", "postcode": "1234ab", "plaats": "Demodorp"}),
    (Address(key="a", label="A"), {"plaats": "Demodorp"}),
    (WorkPattern(key="a", label="A"), ["7.6", "7.6", "7.6", "7.6", "7.6", "0", ""]),
    (Limited(key="a", label="A"), {"beperkt": False, "toelichting": ""}),
    (Signature(key="a", label="A"), {"naam": "J. Brands", "datum": "2026-02-17", "status": "getekend"}),
    (Signature(key="a", label="A"), {"status": "nog_niet", "datum": ""}),
]


@pytest.mark.parametrize(("field", "value", "sentence"), WRONG)
def test_what_is_wrong_is_said_in_one_sentence(field: Field, value: object, sentence: str) -> None:
    assert said(field, value) == [sentence]


@pytest.mark.parametrize(("field", "value"), RIGHT)
def test_what_is_right_gets_no_remark(field: Field, value: object) -> None:
    assert said(field, value) == []


def test_a_table_tells_the_row_and_the_column() -> None:
    table = Table(key="a", label="A", columns=(Text(key="b", label="B"), Number(key="c", label="C")))
    value = [{"b": "goed", "c": "1"}, "los", {"b": 3, "c": "x"}]
    assert [place for place, _sentence in table.problems(value)] == ["[1]", "[2].b", "[2].c"]
    assert table.is_empty([{}, {"b": ""}])
    assert table.is_empty("geen lijst")
    assert not table.is_empty([{"b": "iets"}])


def test_some_kinds_have_one_part_that_counts() -> None:
    assert Person(key="a", label="A").is_empty({"telefoon": "0600000011"})
    assert not Person(key="a", label="A").is_empty({"naam": "Joyce"})
    assert Person(key="a", label="A").is_empty("Joyce")
    assert Signature(key="a", label="A").is_empty({"naam": "Joyce"})
    assert not Signature(key="a", label="A").is_empty({"status": "nog_niet"})
    assert Tick(key="a", label="A").is_empty(False)
    assert not Tick(key="a", label="A").is_empty(True)
    assert not YesNo(key="a", label="A").is_empty(False)
    assert not Limited(key="a", label="A").is_empty({"beperkt": False})


def test_a_multiple_choice_can_follow_from_the_answers() -> None:
    def tasks(answers: Any, context: Context) -> tuple[Option, ...]:
        return tuple(Option(name, name) for name in answers["taken"])

    field = Many(key="a", label="A", from_answers=tasks)
    assert field.options_for({"taken": ["Inpakken"]}, CONTEXT) == (Option("Inpakken", "Inpakken"),)
    assert Many(key="a", label="A", options=options("Ja")).options_for({}, CONTEXT) == options("Ja")


@pytest.mark.parametrize(
    ("text", "number"), [("7.6", Decimal("7.6")), ("veel", None), ("Infinity", None), (7.6, None), ("-1", Decimal(-1))]
)
def test_reading_decimal_text(text: object, number: Decimal | None) -> None:
    assert as_decimal(text) == number


@given(number=st.decimals(min_value=0, max_value=60, places=2))
@settings(max_examples=50)
def test_every_number_within_the_bounds_is_right(number: Decimal) -> None:
    assert said(Number(key="a", label="A", minimum=Decimal(0), maximum=Decimal(60)), str(number)) == []


@given(day=st.dates())
@settings(max_examples=50)
def test_every_day_in_iso_is_right(day: date) -> None:
    assert said(Day(key="a", label="A"), day.isoformat()) == []


@pytest.mark.parametrize("make", [lambda: date(2026, 1, 1), lambda: timedelta(1)])
def test_python_values_are_no_answers(make: Callable[[], object]) -> None:
    assert said(Day(key="a", label="A"), make()) != []
