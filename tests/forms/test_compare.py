"""The difference between two versions of a plan: in rows, in words, and made again."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.answer_words import answer_words, option_label
from reintegratie_desktop.forms.compare import Change, Kind, Listed, apply_changes, compare, in_words, same_name
from reintegratie_desktop.forms.fields import (
    Choice,
    Computed,
    Day,
    Field,
    Lines,
    Many,
    Number,
    Person,
    Table,
    Text,
    YesNo,
    options,
)

LISTS = {"rijen": Listed("naam", "vervangt", ("status",))}
TABLE = Table(
    key="rijen",
    label="Rijen",
    columns=(
        Text(key="naam", label="Naam"),
        Day(key="klaar", label="Klaar op"),
        Choice(key="wie", label="Wie", options=options("Werkgever", "Werknemer")),
        Text(key="status", label="Status"),
        Many(key="vervangt", label="In plaats van"),
    ),
)
FIELDS: dict[str, Field] = {
    "doel": Many(key="doel", label="Doel", options=options("Eigen werk", "Ander werk")),
    "rijen": TABLE,
}


def test_nothing_differs_between_a_version_and_itself() -> None:
    version = {"doel": ["eigen_werk"], "rijen": [{"naam": "A", "vervangt": ["B"]}, {"naam": "B"}]}
    assert compare(version, version, LISTS) == ()
    assert compare({}, {}) == ()


def test_ticks_spaces_and_empty_answers_are_no_difference() -> None:
    old = {"doel": ["a", "b"], "tekst": "Zo ", "leeg": "", "rijen": []}
    assert compare(old, {"doel": ["b", "a"], "tekst": "Zo", "leeg": None}, LISTS) == ()


def test_a_part_is_new_changed_or_gone() -> None:
    found = compare({"a": "x", "b": "y"}, {"b": "z", "c": "n"})
    assert [(change.kind, change.part) for change in found] == [
        (Kind.GONE, "a"),
        (Kind.CHANGED, "b"),
        (Kind.NEW, "c"),
    ]


def test_rows_are_paired_when_equal_then_by_name_then_by_what_they_replace() -> None:
    a, b, c = {"naam": "A", "klaar": "2026-01-01"}, {"naam": "B"}, {"naam": "C"}
    later, instead = {"naam": " a. ", "klaar": "2026-02-01"}, {"naam": "D", "vervangt": ["B"]}
    found = compare({"rijen": [a, b, c]}, {"rijen": [instead, later, {"naam": "E"}]}, LISTS)
    assert found == (
        Change(Kind.CHANGED, "rijen", b, instead),
        Change(Kind.CHANGED, "rijen", a, later),
        Change(Kind.NEW, "rijen", None, {"naam": "E"}),
        Change(Kind.GONE, "rijen", c),
    )


def test_the_order_of_rows_and_a_column_that_is_left_out_are_no_difference() -> None:
    a, b = {"naam": "A", "status": "open"}, {"naam": "B"}
    assert compare({"rijen": [a, b]}, {"rijen": [b, {**a, "status": "loopt"}]}, LISTS) == ()


def test_a_row_without_a_name_is_paired_with_nothing() -> None:
    found = compare({"rijen": [{"klaar": "2026-01-01"}]}, {"rijen": [{"klaar": "2026-01-02"}]}, LISTS)
    assert [change.kind for change in found] == [Kind.NEW, Kind.GONE]


def test_what_replaces_can_be_one_name_or_a_list() -> None:
    assert Listed("naam", "vervangt").replaced({"vervangt": "B."}) == ["b"]
    assert Listed("naam", "vervangt").replaced({"vervangt": ["B", ""]}) == ["b"]
    assert Listed("naam").replaced({"vervangt": "B"}) == []
    assert same_name(None) == ""


NAME = st.sampled_from(["A", "B", "C", "", "a "])
ROWS = st.lists(
    st.fixed_dictionaries(
        {"naam": NAME, "klaar": st.sampled_from(["", "2026-01-01", "2026-02-02"])},
        optional={"vervangt": st.lists(NAME, max_size=2), "status": st.sampled_from(["open", "gereed"])},
    ),
    max_size=5,
)
VERSION = st.fixed_dictionaries(
    {"rijen": ROWS},
    optional={"doel": st.lists(st.sampled_from(["x", "y"]), unique=True), "tekst": st.sampled_from(["", "een", None])},
)


@settings(max_examples=150, deadline=None)
@given(VERSION, VERSION)
def test_making_the_changes_gives_the_new_version(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert compare(old, old, LISTS) == ()
    made = apply_changes(old, compare(old, new, LISTS), LISTS)
    assert compare(made, new, LISTS) == ()
    assert compare(new, made, LISTS) == ()


# --- in words -------------------------------------------------------------------------------------------------------


def test_changes_become_rows_of_was_and_becomes() -> None:
    old = {"doel": ["eigen_werk"], "onbekend": 1, "rijen": [{"naam": "A", "klaar": "2026-01-01"}, {"naam": "B"}]}
    new = {
        "doel": ["ander_werk"],
        "rijen": [{"naam": "A", "klaar": "2026-02-01", "wie": "werknemer"}, {"naam": "C", "wie": "werkgever"}],
    }
    rows = in_words(compare(old, new, LISTS), FIELDS, LISTS, {"b": "Gereed"})
    assert [tuple(row.values()) for row in rows] == [
        ("gewijzigd", "Doel", "Eigen werk", "Ander werk"),
        (
            "gewijzigd",
            "A",
            "Klaar op: 01-01-2026",
            "Klaar op: 01-02-2026. Wie: Werknemer",
        ),
        ("nieuw", "C", "Stond er niet in", "Wie: Werkgever"),
        ("vervallen", "B", "", "Gereed"),
    ]


def test_a_row_named_by_a_day_says_so_and_what_goes_without_a_reason_just_goes() -> None:
    periods = Table(
        key="rijen", label="Periodes", columns=(Day(key="van", label="Van"), Text(key="uren", label="Uren"))
    )
    lists = {"rijen": Listed("van")}
    changes = compare({"rijen": [{"van": "2026-01-05", "uren": "6"}], "doel": ["eigen_werk"]}, {}, lists)
    rows = in_words(changes, {"rijen": periods, "doel": FIELDS["doel"]}, lists)
    assert [tuple(row.values()) for row in rows] == [
        ("vervallen", "Van 05-01-2026", "Uren: 6", "Vervalt"),
        ("vervallen", "Doel", "Eigen werk", "Niet genoemd"),
    ]


def test_a_changed_name_is_told_too() -> None:
    changes = compare({"rijen": [{"naam": "B"}]}, {"rijen": [{"naam": "D", "vervangt": ["B"]}]}, LISTS)
    assert in_words(changes, FIELDS, LISTS) == [
        {"verschil": "gewijzigd", "wat": "B", "was": "Naam: B", "wordt": "Naam: D"}
    ]


def test_rows_that_are_not_listed_are_told_as_a_whole() -> None:
    changes = compare({}, {"rijen": [{"naam": "A."}, {"naam": "B"}]})
    assert in_words(changes, FIELDS) == [
        {"verschil": "nieuw", "wat": "Rijen", "was": "Niet genoemd", "wordt": "Naam: A; Naam: B"}
    ]


def test_a_list_without_its_naming_column_still_tells_the_rest() -> None:
    bare = Table(key="rijen", label="Rijen", columns=(Day(key="klaar", label="Klaar op"),))
    changes = compare(
        {"rijen": [{"naam": "B", "klaar": "2026-01-01"}]},
        {"rijen": [{"naam": "D", "klaar": "2026-01-02", "vervangt": "B"}]},
        LISTS,
    )
    assert in_words(changes, {"rijen": bare}, LISTS) == [
        {"verschil": "gewijzigd", "wat": "", "was": "Klaar op: 01-01-2026", "wordt": "Klaar op: 02-01-2026"}
    ]


def test_every_kind_of_answer_has_words() -> None:
    assert answer_words(Day(key="d", label=""), "2026-12-14") == "14-12-2026"
    assert answer_words(Day(key="d", label=""), "gisteren") == "gisteren"
    assert answer_words(Number(key="n", label="", unit="uur"), "7.50") == "7,5 uur"
    assert answer_words(Number(key="n", label=""), "veel") == "veel"
    assert answer_words(YesNo(key="j", label=""), True) == "Ja"
    assert answer_words(YesNo(key="j", label=""), False) == "Nee"
    assert answer_words(Person(key="p", label=""), {"naam": "Femke", "functie": "chef"}) == "Femke"
    assert answer_words(Person(key="p", label=""), {"functie": "chef", "telefoon": ""}) == "chef"
    assert answer_words(Lines(key="l", label=""), ["een", "", "twee"]) == "een, twee"
    assert answer_words(Text(key="t", label=""), "") == ""
    assert answer_words(TABLE, "geen rijen") == ""
    shown = Computed(key="c", label="", shows="day", compute=lambda _answers, _context: None)
    assert answer_words(shown, "2026-12-14") == "14-12-2026"
    assert option_label(options("Eigen werk"), "ander") == "ander"
