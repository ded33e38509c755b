"""The report that somebody works again: recovered only with all own tasks and all hours, in order."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.later import later_fields
from reintegratie_desktop.text.guard import find

FLOW = flow("herstelmelding")
FIRST = "2026-03-02"
PARTLY: dict[str, Any] = {
    "soort": "gedeeltelijk_hervat",
    "datum": "2026-11-16",
    "gemeld_op": "2026-11-16",
    "gemeld_door": "werknemer",
    "alle_taken": "nee",
    "alle_uren": "nee",
    "uren_week": "12",
    "grondslag": "uren",
    "arbo_gemeld": "2026-11-17",
}
FULL: dict[str, Any] = {
    "soort": "volledig_hersteld",
    "datum": "2026-11-16",
    "gemeld_op": "2026-11-16",
    "gemeld_door": "werknemer",
    "alle_taken": "ja",
    "alle_uren": "ja",
    "arbo_gemeld": "2026-11-17",
    "nazorg": "ja",
}
PAPERS: dict[str, dict[str, Any]] = {
    "werknemer": {"roepnaam": "Karim", "contracturen": "36"},
    "zaak": {"eerste_ziektedag": FIRST},
}
ADVICE = {"datum_document": "2026-04-07", "benutbaar": "ander_werk", "uren_week": "16"}


@pytest.fixture
def context(today: date) -> Context:
    """Return a context with a running case."""
    return around(today)


def around(today: date, *, history: tuple[dict[str, Any], ...] = (), **more: dict[str, Any]) -> Context:
    papers = {**PAPERS, **{form: {**PAPERS.get(form, {}), **answers} for form, answers in more.items()}}
    return Context(today=today, papers=papers, history={"herstelmelding": history})


def found(answers: dict[str, Any], context: Context, levels: tuple[Level, ...] = ()) -> list[tuple[str, Level]]:
    wanted = levels or (Level.BLOCK, Level.MISSING, Level.WARN)
    return [(item.field, item.level) for item in FLOW.findings(answers, context) if item.level in wanted]


def test_going_back_in_part_and_recovery_can_both_be_finished(context: Context) -> None:
    assert found(PARTLY, context) == []
    assert found(FULL, context) == []
    assert find(" ".join(finding.message for finding in FLOW.findings(FULL, context))) == ()


def test_a_new_report_begins_today_and_with_the_hours_of_the_last_one(today: date) -> None:
    answers, _carried = FLOW.start(around(today))
    assert (answers["datum"], answers["gemeld_op"]) == (today.isoformat(), today.isoformat())
    assert "uren_week" not in answers
    answers, _carried = FLOW.start(around(today, history=(PARTLY,)))
    assert answers["uren_week"] == "12"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({**FULL, "alle_taken": "nee"}, ("alle_taken", Level.BLOCK)),
        ({**FULL, "alle_uren": "nee", "uren_week": "30"}, ("alle_uren", Level.BLOCK)),
        ({**FULL, "datum": "2026-11-24"}, ("datum", Level.BLOCK)),
        ({**FULL, "datum": FIRST}, ("datum", Level.BLOCK)),
        ({**FULL, "reden_einde": "einde_dienstverband"}, ("reden_einde", Level.BLOCK)),
        ({**FULL, "reden_einde": "begin_verlof"}, ("reden_einde", Level.BLOCK)),
        ({**FULL, "nazorg": None}, ("nazorg", Level.MISSING)),
        ({**FULL, "datum": None}, ("datum", Level.MISSING)),
        ({**FULL, "gemeld_op": "2026-11-24", "arbo_gemeld": None}, ("gemeld_op", Level.BLOCK)),
        ({**FULL, "arbo_gemeld": "2026-11-24"}, ("arbo_gemeld", Level.BLOCK)),
        ({**FULL, "arbo_gemeld": "2026-11-13"}, ("arbo_gemeld", Level.BLOCK)),
        ({**FULL, "verzekeraar": "2026-11-24"}, ("verzekeraar", Level.BLOCK)),
        ({**PARTLY, "uren_week": "36"}, ("uren_week", Level.BLOCK)),
        ({**PARTLY, "uren_week": None}, ("uren_week", Level.MISSING)),
        ({**PARTLY, "grondslag": "loonwaarde"}, ("loonwaarde", Level.MISSING)),
        ({**PARTLY, "arbeidstherapie": "10"}, ("therapeutisch_tot", Level.MISSING)),
        ({**PARTLY, "arbeidstherapie": "50", "therapeutisch_tot": "2026-12-01"}, ("arbeidstherapie", Level.BLOCK)),
        ({**PARTLY, "arbeidstherapie": "10", "therapeutisch_tot": "2026-11-01"}, ("therapeutisch_tot", Level.BLOCK)),
    ],
)
def test_one_remark_at_the_right_place(context: Context, answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert found(answers, context) == [expected]


def test_the_later_days_never_stop_a_report(context: Context) -> None:
    assert found({**PARTLY, "arbo_gemeld": None}, context) == []


def test_part_of_the_work_may_begin_next_week(context: Context) -> None:
    assert found({**PARTLY, "datum": "2026-11-30"}, context) == []


def test_who_does_everything_is_recovered_and_hears_so(context: Context) -> None:
    whole = {**PARTLY, "alle_taken": "ja", "alle_uren": "ja"}
    assert ("soort", Level.HINT) in found(whole, context, (Level.HINT,))
    trying = {**whole, "arbeidstherapie": "100", "therapeutisch_tot": "2026-12-01"}
    assert ("soort", Level.HINT) not in found(trying, context, (Level.HINT,))
    assert ("soort", Level.HINT) not in found(PARTLY, context, (Level.HINT,))


# --- in order ---------------------------------------------------------------------------------------------------------


def test_a_change_comes_after_the_one_before_it(today: date) -> None:
    later = {**PARTLY, "datum": "2026-11-18"}
    assert found(PARTLY, around(today, history=(later,))) == [("datum", Level.BLOCK)]
    assert found({**PARTLY, "soort": "correctie"}, around(today, history=(later,))) == []
    assert found(PARTLY, around(today, history=(PARTLY,))) == []


def test_a_recovery_that_was_taken_back_is_no_change(today: date) -> None:
    assert found({**PARTLY, "datum": "2026-11-09"}, around(today, history=({**FULL, "datum": "2026-11-12"},))) == []


def test_a_report_before_without_a_day_stops_nothing(today: date) -> None:
    assert found(PARTLY, around(today, history=({**PARTLY, "datum": None},))) == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("volledig_hersteld", "draai dan eerst"),
        ("gedeeltelijk_hervat", "draai dan eerst"),
        ("weer_meer_uitgevallen", "nieuwe ziekmelding"),
    ],
)
def test_a_closed_dossier_is_not_closed_or_opened_by_a_report(today: date, kind: str, said: str) -> None:
    closed = around(today, zaak={"hersteld_per": "2026-11-10"})
    stops = [item for item in FLOW.findings({**FULL, "soort": kind}, closed) if item.field == "soort"]
    assert said in stops[0].message
    assert stops[0].level is Level.BLOCK


def test_a_closed_dossier_takes_a_correction_and_an_empty_form(today: date) -> None:
    closed = around(today, zaak={"hersteld_per": "2026-11-10"})
    assert found({**PARTLY, "soort": "correctie"}, closed) == []
    assert "soort" in dict(found({**PARTLY, "soort": None}, closed))
    assert dict(found({**PARTLY, "soort": None}, closed))["soort"] is Level.MISSING


def test_falling_out_again_is_less_than_before(today: date) -> None:
    again = {**PARTLY, "soort": "weer_meer_uitgevallen", "uren_week": "20"}
    assert found(again, around(today, history=({**PARTLY, "datum": "2026-11-02"},))) == [("uren_week", Level.WARN)]
    assert found({**again, "uren_week": "8"}, around(today, history=(PARTLY,))) == []
    assert found(again, around(today)) == []
    assert found({**again, "uren_week": "0"}, around(today)) == []


# --- the advice -------------------------------------------------------------------------------------------------------


def test_more_hours_than_the_advice_are_said(today: date) -> None:
    advised = around(today, probleemanalyse=ADVICE)
    assert found({**PARTLY, "uren_week": "20"}, advised) == [("uren_week", Level.WARN)]
    assert found(PARTLY, advised) == []
    assert found({**PARTLY, "datum": None}, advised) == [("datum", Level.MISSING)]


# --- the percentage ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (FULL, "100"),
        (PARTLY, "33.3"),
        ({**PARTLY, "alle_uren": "ja"}, "100"),
        ({**PARTLY, "grondslag": "loonwaarde", "loonwaarde": "40"}, "40"),
        ({**PARTLY, "grondslag": "loonwaarde"}, None),
        ({**PARTLY, "uren_week": None}, None),
        ({**PARTLY, "uren_week": "18"}, "50"),
        ({**PARTLY, "uren_week": "0"}, "0"),
    ],
)
def test_the_percentage_follows_from_hours_or_worth(context: Context, answers: dict[str, Any], expected: str) -> None:
    assert FLOW.computed(answers, context)["pct"] == expected


@pytest.mark.parametrize("contract", [None, "0"])
def test_without_contract_hours_there_is_no_percentage(today: date, contract: str | None) -> None:
    context = around(today, werknemer={"contracturen": contract})
    assert FLOW.computed(PARTLY, context)["pct"] is None


@settings(max_examples=30)
@given(st.integers(0, 240), st.integers(1, 240))
def test_a_percentage_is_never_more_than_all(hours: int, contract: int) -> None:
    context = around(date(2026, 11, 23), werknemer={"contracturen": str(contract / 4)})
    share = float(FLOW.computed({**PARTLY, "uren_week": str(hours / 4)}, context)["pct"])
    assert 0 <= share <= 100
    assert abs(share - min(hours / contract * 100, 100)) <= 0.05001


# --- what follows -----------------------------------------------------------------------------------------------------


def test_recovery_says_until_which_day_the_weeks_go_on(context: Context) -> None:
    full = FLOW.computed(FULL, context)
    assert full["telt_door_tot"] == "2026-12-14"
    assert full["reden_einde"] == "hersteld"
    (tip,) = [item for item in FLOW.findings(FULL, context) if item.field == "datum"]
    assert "14 december" in tip.message
    assert "Karim" in tip.message
    partly = FLOW.computed(PARTLY, context)
    assert partly["telt_door_tot"] is None
    assert "reden_einde" not in partly
    assert FLOW.computed({**FULL, "datum": "2001-01-01"}, context)["telt_door_tot"] is None


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ({}, False),
        ({"ziekmelding": {"vangnet": "ja"}}, True),
        ({"bijzonderheden": {"speelt": ["vangnet"]}}, True),
        ({"bijzonderheden": {"speelt": ["aow"]}, "ziekmelding": {"vangnet": "ja"}}, False),
        ({"zaak": {"feiten": {"gedaan": {"uwv_42e_week": "2026-11-02"}}}}, True),
        ({"zaak": {"feiten": {"gedaan": None}}}, False),
        ({"uwv_42e_week": {"gemeld_op": "2026-11-02"}}, True),
        ({"uwv_42e_week": {"gemeld_op": ""}}, False),
    ],
)
def test_uwv_is_told_when_uwv_knows_the_case(today: date, more: dict[str, Any], asked: bool) -> None:
    context = around(today, **more)
    assert ("uwv_gemeld" in {field.key for field in FLOW.asked_fields(FULL, context)}) is asked
    expected = [("uwv_gemeld", Level.BLOCK)] if asked else []
    assert found({**FULL, "uwv_gemeld": "2026-11-24"}, context) == expected


def test_what_was_left_open_can_be_noted_later(context: Context) -> None:
    open_days = {**FULL, "arbo_gemeld": None}
    snapshot = freeze(
        FLOW, open_days, context, frozen_at="2026-11-23T10:00:00", version=1, law_date=FIRST, case_number="2026-001",
        employer="De Kist", employee="K. Haddou",
    )  # fmt: skip
    assert [field.key for field in later_fields(FLOW, snapshot)] == ["arbo_gemeld", "verzekeraar"]
