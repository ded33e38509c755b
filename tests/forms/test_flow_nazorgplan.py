"""The nazorgplan: four check-ins on working days that nobody takes away, and no signal is ever kept."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Note
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.rules_aftercare import (
    CHECK_INS,
    DAYS_AFTER,
    MOMENTS,
    planned_on,
    row_in_words,
)
from reintegratie_desktop.law.book import load_law

FLOW = flow("nazorgplan")
TODAY = date(2026, 11, 23)
START = "2026-05-04"
FULL: dict[str, Any] = {
    "start": START,
    "aanspreekpunt": {"naam": "Joyce Brands"},
    "signaal_afspraak": "Wie iets merkt, zegt het dezelfde dag.",
    "hulp": ["bedrijfsarts"],
    CHECK_INS: [{"moment": moment.value} for moment in MOMENTS],
}
CASE: dict[str, Any] = {"zaak": {"eerste_ziektedag": "2025-12-29", "hersteld_per": START}}
AROUND = Context(today=TODAY, papers=CASE)


def rows(**first: Any) -> list[dict[str, Any]]:
    """Return the four check-ins with more in the first."""
    return [{"moment": "2_weken", **first}, *FULL[CHECK_INS][1:]]


def found(answers: dict[str, Any], context: Context = AROUND) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**FULL, **answers}, context)]


def test_a_full_plan_has_no_findings() -> None:
    assert found({}) == []
    held = {"gedaan": "2026-05-18", "belasting": "ja", "verder": "volgens_plan"}
    assert found({CHECK_INS: rows(**held)}) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"start": "2025-12-29"}, ("start", Level.BLOCK)),
        ({"grenzen": ["geen_overwerk_tot_datum"]}, ("grenzen_tot", Level.MISSING)),
        ({"grenzen": ["geen_overwerk_tot_datum"], "grenzen_tot": "2026-05-01"}, ("grenzen_tot", Level.BLOCK)),
        (
            {"successen": [{"stap": "Hal 2", "datum": "2026-12-01", "gelukt": True}]},
            ("successen[0].datum", Level.BLOCK),
        ),
        ({CHECK_INS: FULL[CHECK_INS][:3]}, (CHECK_INS, Level.BLOCK)),
        ({CHECK_INS: []}, (CHECK_INS, Level.MISSING)),
        ({CHECK_INS: [*FULL[CHECK_INS], {"moment": "6_weken"}]}, (f"{CHECK_INS}[4].moment", Level.BLOCK)),
        ({CHECK_INS: rows(gepland="2026-06-08")}, (f"{CHECK_INS}[0].gepland", Level.BLOCK)),
        ({CHECK_INS: rows(gepland="2026-05-24")}, (f"{CHECK_INS}[0].gepland", Level.WARN)),
        ({CHECK_INS: rows(gedaan="2026-11-24")}, (f"{CHECK_INS}[0].gedaan", Level.BLOCK)),
        ({CHECK_INS: rows(gedaan="2026-05-01")}, (f"{CHECK_INS}[0].gedaan", Level.BLOCK)),
        ({CHECK_INS: rows(gedaan="2026-05-18")}, (f"{CHECK_INS}[0].belasting", Level.MISSING)),
        ({CHECK_INS: rows(gedaan="2026-05-18")}, (f"{CHECK_INS}[0].verder", Level.MISSING)),
        ({CHECK_INS: rows(belasting="deels")}, (f"{CHECK_INS}[0].actie", Level.HINT)),
        ({CHECK_INS: rows(verder="overleg_bedrijfsarts")}, (f"{CHECK_INS}[0].verder", Level.HINT)),
    ],
)
def test_one_remark_at_the_right_place(answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert expected in found(answers)


def test_a_check_in_may_be_moved_a_little_or_not_wanted() -> None:
    assert found({CHECK_INS: rows(gepland="2026-05-29")}) == []
    assert found({CHECK_INS: rows(niet_gewenst=True)}) == []
    assert found({CHECK_INS: rows(belasting="nee", actie="Een taak minder.")}) == []


def test_the_days_follow_from_the_return_until_they_are_typed() -> None:
    full = FLOW.computed(FULL, AROUND)
    # Two weeks, six weeks, three months, half a year; all of them Mondays, so nothing is moved.
    assert [row["gepland"] for row in full[CHECK_INS]] == ["2026-05-18", "2026-06-15", "2026-08-03", "2026-11-02"]
    typed = FLOW.computed({**FULL, CHECK_INS: rows(gepland="2026-05-20")}, AROUND)
    assert typed[CHECK_INS][0]["gepland"] == "2026-05-20"
    assert "gepland" not in FLOW.computed({**FULL, "start": None}, AROUND)[CHECK_INS][0]


def test_a_check_in_is_moved_to_a_day_on_which_is_worked() -> None:
    # Two weeks after 11 May 2026 is 2e Pinksterdag.
    assert planned_on(date(2026, 5, 11), "2_weken", AROUND) == date(2026, 5, 26)
    two_days = Context(today=TODAY, papers={"werknemer": {"werkpatroon": ["0", "0", "0", "8", "8", "0", "0"]}})
    assert planned_on(date(2026, 5, 11), "2_weken", two_days) == date(2026, 5, 28)
    weekend = Context(today=TODAY, papers={"werknemer": {"werkpatroon": ["0", "0", "0", "0", "0", "8", "8"]}})
    assert planned_on(date(2026, 5, 11), "2_weken", weekend) == date(2026, 5, 30)
    assert planned_on(date(2026, 5, 11), "volgend_jaar", AROUND) is None
    assert planned_on(date.max, "2_weken", AROUND) is None


@settings(max_examples=60)
@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.sampled_from(sorted(DAYS_AFTER)))
def test_a_planned_day_is_a_working_day_soon_after(start: date, moment: str) -> None:
    day = planned_on(start, moment, AROUND)
    assert day is not None
    assert load_law().calendar.is_working_day(day)
    late = day - start - timedelta(days=DAYS_AFTER[moment])
    assert timedelta(0) <= late <= timedelta(days=5)


def test_a_row_says_how_far_it_is() -> None:
    assert row_in_words({"gepland": "2026-05-18"}, AROUND) == "gepland op ma 18 mei 2026"
    assert row_in_words({"gedaan": "2026-05-18"}, AROUND) == "gehouden op ma 18 mei 2026"
    assert row_in_words({"niet_gewenst": True}, AROUND) == "niet gewenst door de werknemer"
    assert row_in_words({}, AROUND) == ""


def test_earlier_papers_are_carried() -> None:
    context = Context(
        today=TODAY,
        papers={
            "zaak": {},
            "werknemer": {"leidinggevende": {"naam": "Joyce Brands"}, "achternaam": "Haddou"},
            "gesprek": {"goed": "De lijst per dag hielp."},
            "plan_van_aanpak": {"valkuil_afspraak": "Joyce zegt: is dit jouw taak?"},
            "taakprofiel": {
                "taken": [{"taak": "Heftruck rijden", "kan": "kan_nog_niet"}, {"taak": "Boeken", "kan": "kan"}]
            },
        },
    )
    answers, carried = FLOW.start(context)
    assert carried == {
        "aanspreekpunt": "werknemer", "wat_werkt": "gesprek", "signaal_afspraak": "plan_van_aanpak"
    }  # fmt: skip
    assert answers["herstellende_taken"] == [{"taak": "Heftruck rijden"}]
    assert [row["moment"] for row in answers[CHECK_INS]] == list(DAYS_AFTER)
    assert "start" not in answers
    # After a full recovery all tasks are done again, and the day of the recovery is the start.
    recovered = Context(today=TODAY, papers={**context.papers, **CASE})
    answers, _carried = FLOW.start(recovered)
    assert answers["start"] == START
    assert answers["herstellende_taken"] == []
    reported = Context(today=TODAY, papers={**CASE, "herstelmelding": {"datum": "2026-05-05"}})
    assert FLOW.start(reported)[0]["start"] == "2026-05-05"


def test_the_end_of_no_overtime_is_asked_only_when_it_was_agreed() -> None:
    field = FLOW.field("grenzen_tot")
    assert field.is_asked({"grenzen": ["geen_overwerk_tot_datum"]}, AROUND)
    assert not field.is_asked({"grenzen": ["vaste_pauzes"]}, AROUND)


def test_the_signals_are_only_read() -> None:
    signals = [field for field in FLOW.fields if field.key.startswith("sig_")]
    assert len(signals) == 4
    assert all(isinstance(field, Note) for field in signals)
    snapshot = freeze(
        FLOW, {**FULL, **{field.key: "gezien" for field in signals}}, AROUND, frozen_at="", version=1, law_date=TODAY,
        case_number="1", employer="A", employee="B",
    )  # fmt: skip
    assert not any(field.key.startswith("sig_") for field in snapshot.fields())
    assert "gezien" not in repr(snapshot.sections)


def test_a_check_in_that_was_held_is_not_asked_away() -> None:
    column = next(item for item in FLOW.field(CHECK_INS).columns if item.key == "niet_gewenst")  # type: ignore[attr-defined]
    assert column.is_asked({}, AROUND)
    assert not column.is_asked({"gedaan": "2026-05-18"}, AROUND)


def test_without_a_return_nothing_is_compared() -> None:
    assert found({"start": None, CHECK_INS: rows(gepland="2027-06-08")})[0] == ("start", Level.MISSING)
    assert (f"{CHECK_INS}[0].gepland", Level.BLOCK) not in found({"start": None, CHECK_INS: rows(gepland="2027-06-08")})


def test_a_step_that_is_to_come_is_no_mistake() -> None:
    assert found({"successen": [{"stap": "Hal 2", "datum": "2026-12-01"}]}) == []
