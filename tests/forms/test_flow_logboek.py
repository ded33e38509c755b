"""A line somebody writes in the journal: it happened, it is about work, and a correction names the old line."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.guarding import guard_hits

FLOW = flow("logboek")
TODAY = date(2026, 11, 23)
FULL: dict[str, Any] = {
    "tijdstip": "2026-11-23T09:30",
    "gebeurd_op": "2026-11-20",
    "soort": "contact",
    "omschrijving": "Gebeld over de start op maandag.",
    "wie": {"naam": "Anja Kuipers"},
    "zichtbaar_wn": True,
}
AROUND = Context(today=TODAY, papers={"zaak": {"eerste_ziektedag": "2026-01-05"}})
LINE = {"soort": "logboek", "versie": "3", "datum": "2026-11-19"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"gebeurd_op": "2026-11-24"}, [("gebeurd_op", Level.BLOCK)]),
        ({"gebeurd_op": "2026-01-04"}, [("gebeurd_op", Level.WARN)]),
        ({"gebeurd_op": None}, [("gebeurd_op", Level.MISSING)]),
        ({"omschrijving": "x" * 301}, [("omschrijving", Level.BLOCK)]),
        ({"soort": "correctie"}, [("correctie_op", Level.BLOCK)]),
        ({"soort": "correctie", "correctie_op": LINE}, []),
        ({"correctie_op": LINE}, [("soort", Level.HINT)]),
        ({"zichtbaar_wn": False}, [("zichtbaar_wn", Level.HINT)]),
        ({"wie": {"naam": ""}}, [("wie", Level.MISSING)]),
    ],
)
def test_remarks(answers: dict[str, Any], expected: list[tuple[str, Level]]) -> None:
    assert [(item.field, item.level) for item in FLOW.findings({**FULL, **answers}, AROUND)] == expected


def test_a_new_line_begins_with_now_and_with_who_usually_writes() -> None:
    person = {"naam": "Anja Kuipers", "functie": "office manager", "telefoon": "0600000021"}
    context = Context(
        today=TODAY, papers={"werkgever": {"contact": person}, "logboekfeiten": {"nu": "2026-11-23T09:30"}}
    )
    answers, carried = FLOW.start(context)
    assert answers == {
        "tijdstip": "2026-11-23T09:30",
        "gebeurd_op": "2026-11-23",
        "soort": "contact",
        "wie": {"naam": "Anja Kuipers", "functie": "office manager"},
        "zichtbaar_wn": True,
    }
    assert carried == {}
    assert "wie" not in FLOW.start(AROUND)[0]


def test_what_is_typed_is_guarded() -> None:
    hits = guard_hits(FLOW, {**FULL, "omschrijving": "Zij heeft migraine", "met": "De huisarts"}, AROUND)
    assert [place for place, _hit in hits] == ["omschrijving", "met"]


def test_it_is_no_paper() -> None:
    assert FLOW.scope is Scope.JOURNAL
    assert not FLOW.has_paper
