"""The own opinion of the employee: told, papers given, and never read."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Attachment, LongText, Text
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("oordeel_werknemer")
TODAY = date(2026, 11, 23)
FULL: dict[str, Any] = {"uitgelegd": "2026-11-20", "stukken": "2026-11-20", "gedaan": "ja"}
CASE = {"zaak": {"eerste_ziektedag": "2025-02-03"}, "re_integratieverslag": {"datum": "2026-11-20"}}


def found(answers: dict[str, Any], papers: dict[str, Any] | None = None) -> list[tuple[str, Level]]:
    findings = FLOW.findings({**FULL, **answers}, Context(today=TODAY, papers=CASE if papers is None else papers))
    return [(finding.field, finding.level) for finding in findings]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"gedaan": None}, []),
        ({"uitgelegd": "2026-11-24"}, [("uitgelegd", Level.BLOCK)]),
        ({"stukken": "2024-11-24"}, [("stukken", Level.BLOCK), ("stukken", Level.WARN)]),
        ({"stukken": "2026-11-19"}, [("stukken", Level.WARN)]),
        ({"stukken": None}, [("stukken", Level.MISSING)]),
        ({"gedaan": "nee"}, [("gedaan", Level.HINT)]),
    ],
)
def test_remarks(answers: dict[str, Any], expected: list[tuple[str, Level]]) -> None:
    assert found(answers) == expected


def test_without_a_report_there_is_nothing_to_compare() -> None:
    assert found({"stukken": "2026-11-01"}, {}) == []


def test_the_day_of_the_copies_is_carried() -> None:
    context = Context(today=TODAY, papers={"re_integratieverslag": {"kopie_wn": "2026-11-20"}})
    answers, carried = FLOW.start(context)
    assert answers == {"uitgelegd": "2026-11-23", "stukken": "2026-11-20"}
    assert carried == {"stukken": "re_integratieverslag"}


def test_there_is_no_room_for_the_opinion_itself() -> None:
    assert not any(isinstance(field, Text | LongText | Attachment) for field in FLOW.fields)
    assert FLOW.field("gedaan").later
