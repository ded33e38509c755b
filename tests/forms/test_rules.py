"""What the rules of several forms share: dates, hours, numbers of the law, labels."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms import rules
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level

CONTEXT = Context(today=date(2026, 11, 23))
WEEK = ["7.6", "7.6", "7.6", "7.6", "7.6", "0", ""]
TUE_THU = ["0", "8", "0", "8", "0", "0", "0"]


def test_short_findings_have_their_level() -> None:
    assert rules.block("a", "b", "c").level is Level.BLOCK
    assert rules.warn("a", "b").level is Level.WARN
    assert rules.hint("a", "b").level is Level.HINT
    assert rules.block("a", "b", "c").source == "c"


def test_reading_numbers_and_rows() -> None:
    assert rules.number_of({"a": "7.60"}, "a") == Decimal("7.60")
    assert rules.number_of({}, "a") is None
    assert rules.shown(Decimal("7.60")) == "7,6"
    answers = {"a": [{}, {"b": ""}, {"b": "x"}, "los"]}
    assert rules.numbered_rows(answers, "a") == [(2, {"b": "x"})]
    assert rules.rows_of(answers, "a") == [{"b": "x"}]
    assert rules.rows_of({"a": "geen lijst"}, "a") == []


@pytest.mark.parametrize(
    ("day", "sentences"),
    [("2026-11-24", ["Te vroeg."]), ("2026-11-23", []), ("2026-11-22", []), (None, []), ("straks", [])],
)
def test_not_in_the_future(day: str | None, sentences: list[str]) -> None:
    found = list(rules.not_in_future("dag", "Te vroeg.")({"dag": day}, CONTEXT))
    assert [finding.message for finding in found] == sentences
    assert all(finding.stops and finding.field == "dag" for finding in found)


@pytest.mark.parametrize(
    ("first", "second", "sentences"),
    [
        ("2026-01-05", "2026-01-04", ["Andersom."]),
        ("2026-01-05", "2026-01-05", []),
        ("2026-01-05", None, []),
        (None, "2026-01-05", []),
    ],
)
def test_not_before(first: str | None, second: str | None, sentences: list[str]) -> None:
    found = list(rules.not_before("later", "eerst", "Andersom.")({"eerst": first, "later": second}, CONTEXT))
    assert [finding.message for finding in found] == sentences


def test_hours_of_a_pattern() -> None:
    assert rules.hours_of(WEEK) == (*[Decimal("7.6")] * 5, Decimal(0), Decimal(0))
    assert rules.hours_of(["0"] * 7) is None
    assert rules.hours_of(["8"] * 5) is None
    assert rules.hours_of(None) is None


@pytest.mark.parametrize(
    ("day", "pattern", "work_day"),
    [
        (date(2026, 5, 2), WEEK, date(2026, 5, 4)),
        (date(2026, 5, 2), None, date(2026, 5, 4)),
        (date(2026, 5, 12), WEEK, date(2026, 5, 12)),
        (date(2026, 5, 13), TUE_THU, date(2026, 5, 14)),
        (date(2026, 3, 7), ["", "", "", "", "", "6", "6"], date(2026, 3, 7)),
    ],
)
def test_the_first_work_day(day: date, pattern: list[str] | None, work_day: date) -> None:
    assert rules.work_day_from(day, pattern) == work_day
    assert rules.works_on(day, pattern) is (day == work_day)


@given(
    day=st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)),
    pattern=st.lists(st.sampled_from(["0", "4", "7.6"]), min_size=7, max_size=7),
)
@settings(max_examples=60)
def test_the_first_work_day_is_near_and_nothing_was_skipped(day: date, pattern: list[str]) -> None:
    found = rules.work_day_from(day, pattern)
    assert timedelta(0) <= found - day < timedelta(days=7)
    assert rules.works_on(found, pattern)
    assert not any(rules.works_on(day + timedelta(days=offset), pattern) for offset in range((found - day).days))


def test_numbers_of_the_law_come_from_the_law_and_are_unknown_before_it() -> None:
    assert rules.law_days("samentelling_grens", date(2026, 1, 5)) == 28
    assert rules.law_number("loondoorbetaling_deel", date(2026, 1, 5)) == Decimal(70)
    assert rules.law_days("wachtdagen_hoogstens", date(2026, 1, 5)) == 2
    assert rules.law_days("samentelling_grens", date(1999, 1, 1)) is None
    assert rules.law_number("loondoorbetaling_deel", date(1999, 1, 1)) is None
    with pytest.raises(KeyError, match="bestaat_niet"):
        rules.law_days("bestaat_niet", date(2026, 1, 5))


def test_the_label_of_an_answer_in_another_form() -> None:
    assert rules.label_of("ziekmelding", "verwachte_duur", "langer") == "Langer"
    assert rules.label_of("ziekmelding", "verwachte_duur", None) == ""


def test_hints_at_numbers_and_addresses_that_look_mistyped() -> None:
    rule = rules.reachable("contact", "balie", "telefoon", "niets")
    people = {
        "contact": {"naam": "Noor", "telefoon": "0612", "email": "noor@de@kist.example"},
        "balie": [{"naam": "A", "telefoon": "+31 6 12 34 56 78", "email": "a@b.example"}, {"email": "zonder punt@x"}],
        "telefoon": "06 12345678",
    }
    said = [(item.level, item.field, item.message) for item in rule(people, Context(date(2026, 11, 21)))]
    assert said == [
        (Level.HINT, "contact", "Klopt dit telefoonnummer?"),
        (Level.HINT, "contact", "Klopt dit e-mailadres?"),
        (Level.HINT, "balie[1].email", "Klopt dit e-mailadres?"),
    ]
    strange = rule({"telefoon": "06 12345678 #", "balie": [{"telefoon": "12"}]}, Context(date(2026, 11, 21)))
    assert [item.field for item in strange] == ["balie[0].telefoon", "telefoon"]
