"""The first sick day: the first working day on which illness stopped the work."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.first_day import eerste_ziektedag_for
from reintegratie_desktop.text.errors import KnownError

OFFICE = (8, 8, 8, 8, 8, 0, 0)


@pytest.mark.parametrize(
    ("fell_ill", "facts", "first", "words"),
    [
        ("2026-05-02", {"pattern": OFFICE}, "2026-05-04", "Op zaterdag werkt je werknemer niet"),
        ("2026-05-12", {"stopped_during_work": True, "pattern": OFFICE}, "2026-05-12", "Ook een halve dag is dag 1"),
        (
            "2026-06-10",
            {"stopped_during_work": True, "shift_started_on": date(2026, 6, 9)},
            "2026-06-09",
            "De dienst begon op dinsdag 9 juni 2026",
        ),
        ("2026-08-12", {"pattern": OFFICE}, "2026-08-12", "werkt meestal op deze dag"),
        ("2026-05-13", {"pattern": (0, 8, 0, 8, 0, 0, 0)}, "2026-05-14", "Die dag is ook Hemelvaartsdag"),
        ("2026-05-12", {"pattern": OFFICE, "would_work": False}, "2026-05-13", "De eerste werkdag daarna"),
        ("2026-05-03", {"would_work": True}, "2026-05-03", "Zondag 3 mei 2026 zou een werkdag zijn"),
        ("2026-05-03", {"first_possible": date(2026, 5, 6)}, "2026-05-06", "had kunnen werken"),
    ],
)
def test_first_sick_day(fell_ill: str, facts: dict[str, Any], first: str, words: str) -> None:
    found = eerste_ziektedag_for(date.fromisoformat(fell_ill), **facts)
    assert found.day.isoformat() == first
    assert words in found.uitleg
    assert found.uitleg[0].isupper()
    assert found.grondslag == "WIA art. 23 lid 2; Regeling bepaling eerste werkdag art. 2"
    assert found.holiday == ("Hemelvaartsdag" if first == "2026-05-14" else "")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "We weten nog niet"),
        ({"would_work": False}, "We weten nog niet"),
        ({"pattern": (0,) * 7}, "geen werkdagen"),
        ({"pattern": (8,) * 5}, "geen werkdagen"),
        ({"first_possible": date(2026, 5, 1)}, "ligt voor de ziekmelding"),
        ({"stopped_during_work": True, "shift_started_on": date(2026, 5, 10)}, "De dienst begon niet"),
        ({"shift_started_on": date(2026, 5, 13)}, "De dienst begon niet"),
    ],
)
def test_what_cannot_be_known_is_asked(facts: dict[str, Any], words: str) -> None:
    with pytest.raises(KnownError, match=words):
        eerste_ziektedag_for(date(2026, 5, 12), **facts)
