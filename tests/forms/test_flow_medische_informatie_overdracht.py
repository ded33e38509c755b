"""The handing over of the closed part: ticks only, nothing to type and nothing to attach."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Day, Note, YesNo
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("medische_informatie_overdracht")
AROUND = Context(today=date(2026, 11, 23), papers={"zaak": {"eerste_ziektedag": "2025-02-03"}})
FULL: dict[str, Any] = {"gevraagd": "2026-11-02", "overgedragen": True, "datum": "2026-11-16", "uitleg": True}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"datum": None}, []),
        ({"overgedragen": None, "datum": None}, [("overgedragen", Level.HINT)]),
        ({"overgedragen": False, "datum": None}, [("overgedragen", Level.WARN)]),
        ({"overgedragen": False}, [("overgedragen", Level.WARN), ("datum", Level.BLOCK)]),
        ({"datum": "2026-11-01"}, [("datum", Level.BLOCK)]),
        ({"datum": "2026-12-01"}, [("datum", Level.BLOCK)]),
        ({"gevraagd": "2024-12-01"}, [("gevraagd", Level.BLOCK)]),
        ({"gevraagd": None}, [("gevraagd", Level.MISSING)]),
        ({"uitleg": False}, [("uitleg", Level.WARN)]),
    ],
)
def test_remarks(answers: dict[str, Any], expected: list[tuple[str, Level]]) -> None:
    assert [(item.field, item.level) for item in FLOW.findings({**FULL, **answers}, AROUND)] == expected


def test_only_ticks_and_days_and_never_a_file() -> None:
    assert {type(field) for field in FLOW.fields} == {Day, YesNo, Note}
    assert FLOW.takes_files is False
    assert [key for key in ("overgedragen", "datum") if FLOW.field(key).later] == ["overgedragen", "datum"]


def test_the_actueel_oordeel_is_carried() -> None:
    opinion = {"aangevraagd_op": "2026-11-02", "overgedragen_med": True}
    answers, carried = FLOW.start(Context(today=AROUND.today, papers={"actueel_oordeel": opinion}))
    assert answers == {"gevraagd": "2026-11-02", "overgedragen": True}
    assert set(carried.values()) == {"actueel_oordeel"}
    # A no of that day says nothing about today.
    not_yet = {"aangevraagd_op": "2026-11-02", "overgedragen_med": False}
    answers, _carried = FLOW.start(Context(today=AROUND.today, papers={"actueel_oordeel": not_yet}))
    assert answers == {"gevraagd": "2026-11-02"}
