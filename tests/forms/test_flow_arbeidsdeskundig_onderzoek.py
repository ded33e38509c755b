"""The assignment to an arbeidsdeskundige: no old limits, nothing through the employer, and the outcome later."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from tests.forms.spoor_answers import AD, ADVICE, TODAY, full_context

FLOW = flow("arbeidsdeskundig_onderzoek")
LATER = {
    "m_belastbaarheid", "bezoek", "rapport", "eigen_werk", "aanpassing", "ander_intern", "ander_intern_welk", "spoor2",
    "besproken", "overname", "overname_reden",
}  # fmt: skip


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**AD, **answers}, context or full_context())]


def test_a_filled_example_can_be_finished() -> None:
    assert found({}) == []


def test_the_assignment_is_finished_before_there_is_an_outcome() -> None:
    assert {field.key for field in FLOW.fields if field.later} == LATER
    open_yet = dict.fromkeys(LATER)
    assert found(open_yet) == [("m_belastbaarheid", Level.HINT)]


def test_it_starts_from_the_advice_and_the_papers_that_are_there() -> None:
    context = full_context(issues={key: (Issue(1, TODAY),) for key in ("taakprofiel", "plan_van_aanpak")})
    answers, _carried = FLOW.start(context)
    assert answers["aanleiding"] == "advies_bedrijfsarts"
    assert len(answers["vragen"]) == 4
    assert (answers["m_functie"], answers["m_pva"]) == (True, True)
    bare, _carried = FLOW.start(Context(today=TODAY))
    assert not {"aanleiding", "m_functie", "m_pva"} & bare.keys()


@pytest.mark.parametrize(
    ("evaluation", "occasion"),
    [
        ({"soort": "eerstejaarsevaluatie", "ad_onderzoek": "ja"}, "eerstejaarsevaluatie"),
        ({"soort": "eerstejaarsevaluatie"}, None),
        ({"soort": "periodiek", "ad_onderzoek": "ja"}, None),
    ],
)
def test_the_evaluation_can_ask_for_it_too(evaluation: dict[str, str], occasion: str | None) -> None:
    context = full_context(evaluatie=evaluation, probleemanalyse={**ADVICE, "interventies": ["spoor_2"]})
    assert FLOW.start(context)[0].get("aanleiding") == occasion


@pytest.mark.parametrize(("sent", "old"), [("2026-03-21", False), ("2026-03-20", True)])
def test_limits_of_more_than_half_a_year_are_asked_for_anew(sent: str, old: bool) -> None:
    assert (("m_belastbaarheid", Level.WARN) in found({"m_belastbaarheid": sent})) is old


def test_an_old_advice_counts_too() -> None:
    context = full_context(probleemanalyse={**ADVICE, "datum_document": "2026-02-02"})
    assert ("m_belastbaarheid", Level.WARN) in found({}, context)
    assert ("m_belastbaarheid", Level.WARN) not in found({"datum": None}, context)
    assert found({}, full_context(probleemanalyse={**ADVICE, "datum_document": None})) == []
    assert found({}, full_context(without=("probleemanalyse",))) == []


@pytest.mark.parametrize("key", ["m_functie", "m_organogram", "m_pva"])
def test_what_is_not_sent_along_is_asked_for_later(key: str) -> None:
    assert found({key: False}) == [(key, Level.WARN)]
    assert found({key: None}) == [(key, Level.MISSING)]


def test_the_limits_never_pass_through_the_employer() -> None:
    assert found({"m_rechtstreeks": None}) == [("m_rechtstreeks", Level.MISSING)]
    assert [field.key for field in FLOW.fields if field.kind == "attachment"] == []


def test_an_outcome_is_complete() -> None:
    assert found({"ander_intern_welk": ""}) == [("ander_intern", Level.BLOCK)]
    assert found({"overname": "nee", "overname_reden": ""}) == [("overname", Level.BLOCK)]
    assert found({"overname": "nee"}) == []


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"datum": "2026-11-24"}, "datum"),
        ({"datum": "2025-10-26", "m_belastbaarheid": None}, "datum"),
        ({"m_belastbaarheid": "2026-11-24"}, "m_belastbaarheid"),
        ({"wn_info": "2026-11-24"}, "wn_info"),
        ({"bezoek": "2026-11-24"}, "bezoek"),
        ({"rapport": "2026-11-24"}, "rapport"),
        ({"rapport": "2026-09-20"}, "rapport"),
        ({"besproken": "2026-11-24"}, "besproken"),
        ({"besproken": "2026-10-01"}, "besproken"),
    ],
)
def test_days_can_be_right(answers: dict[str, Any], field: str) -> None:
    assert (field, Level.BLOCK) in found(answers)


def test_half_a_year_is_counted_in_calendar_months() -> None:
    assert found({"m_belastbaarheid": "2026-08-31", "datum": date(2026, 9, 21).isoformat()}) == []
