"""The actueel oordeel: of now, after the last advice, without anything about health."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("actueel_oordeel")
TODAY = date(2026, 11, 23)
FULL: dict[str, Any] = {
    "aangevraagd_op": "2026-11-02",
    "datum": "2026-11-16",
    "bedrijfsarts": "S. Baan",
    "ontvangen_op": "2026-11-18",
    "mogelijkheden": "ander_werk",
    "uren_week": "20",
    "eigen_werk": "nee",
    "passend_intern": "onbekend",
    "arbeidsrelatie": "goed",
    "begeleiding": "stabiel",
    "overgedragen_med": True,
}
ADVICE = {"datum_document": "2026-09-15", "benutbaar": "ander_werk", "uren_week": "20", "bedrijfsarts": "I. Kok"}
PAPERS: dict[str, dict[str, Any]] = {
    "werkgever": {"bedrijfsarts": "L. Winter"},
    "werknemer": {"contracturen": "36", "roepnaam": "Petra"},
    "probleemanalyse": ADVICE,
    "plan_van_aanpak": {"einddoel": ["eigen_functie_volledig", "andere_werkgever"]},
    "zaak": {"eerste_ziektedag": "2025-02-03", "vensters": {"actueel_oordeel": "2026-10-01"}},
}


def around(**papers: dict[str, Any]) -> Context:
    return Context(today=TODAY, papers={**PAPERS, **papers})


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    findings = FLOW.findings({**FULL, **answers}, context or around())
    return [(finding.field, finding.level) for finding in findings]


def test_a_full_opinion_has_no_findings() -> None:
    assert found({}) == []
    assert found({}, Context(today=TODAY)) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"datum": "2025-01-15"}, ("datum", Level.BLOCK)),
        ({"ontvangen_op": "2026-11-24"}, ("ontvangen_op", Level.BLOCK)),
        ({"ontvangen_op": "2026-11-15"}, ("ontvangen_op", Level.BLOCK)),
        ({"aangevraagd_op": "2026-11-20"}, ("datum", Level.WARN)),
        ({"datum": "2026-09-14", "aangevraagd_op": "2026-09-01"}, ("datum", Level.WARN)),
        ({"datum": "2026-09-20", "aangevraagd_op": "2026-09-01"}, ("datum", Level.HINT)),
        ({"uren_week": "40"}, ("uren_week", Level.WARN)),
        ({"uren_week": None}, ("uren_week", Level.MISSING)),
        ({"arbeidsrelatie": "verstoord"}, ("arbeidsrelatie", Level.HINT)),
        ({"passend_intern": "ja"}, ("passend_intern", Level.HINT)),
        ({"overgedragen_med": False}, ("overgedragen_med", Level.HINT)),
        ({"bijlage": {"naam": "oordeel.pdf"}}, ("avg_check", Level.MISSING)),
        ({"bijlage": {"naam": "oordeel.pdf"}, "avg_check": False}, ("avg_check", Level.BLOCK)),
    ],
)
def test_one_remark_at_the_right_place(answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert expected in found(answers)


def test_suitable_work_beside_the_own_work_asks_nothing_more() -> None:
    assert found({"passend_intern": "ja", "eigen_werk": "gedeeltelijk"}) == []


def test_the_eindevaluatie_comes_after_the_opinion() -> None:
    assert found({}, around(eindevaluatie={"datum": "2026-11-20"})) == []
    assert found({}, around(eindevaluatie={"datum": "2026-11-10"})) == [("datum", Level.WARN)]


def test_without_a_day_nothing_is_compared() -> None:
    assert found({"datum": None, "ontvangen_op": None, "aangevraagd_op": None}) == [
        ("aangevraagd_op", Level.MISSING),
        ("datum", Level.MISSING),
        ("ontvangen_op", Level.MISSING),
    ]


def test_hours_are_asked_only_when_there_is_work() -> None:
    context = around()
    field = FLOW.field("uren_week")
    assert field.is_asked({"mogelijkheden": "marginaal"}, context)
    assert not field.is_asked({"mogelijkheden": "geen_tijdelijk"}, context)
    assert found({"mogelijkheden": "geen_duurzaam", "uren_week": None}) == []


def test_a_file_asks_to_be_read_first_and_goes_back_with_a_text() -> None:
    context = around()
    assert not FLOW.field("avg_check").is_asked({}, context)
    assert FLOW.field("avg_check").is_asked({"bijlage": {"naam": "x.pdf"}}, context)
    assert FLOW.field("retour").is_asked({"bijlage": {"naam": "x.pdf"}, "avg_check": False}, context)
    assert not FLOW.field("retour").is_asked({"bijlage": {"naam": "x.pdf"}, "avg_check": True}, context)


def test_earlier_papers_are_carried() -> None:
    messages = (
        {"gewenste_actie": ["spreekuur_bedrijfsarts"], "verzonden_op": "2026-03-02"},
        {"gewenste_actie": ["actueel_oordeel"], "verzonden_op": "2026-11-02"},
        {"gewenste_actie": ["overleg_smo"], "verzonden_op": "2026-11-10"},
    )
    context = Context(
        today=TODAY,
        papers={**PAPERS, "melding_arbodienst": messages[-1]},
        history={"melding_arbodienst": messages},
    )
    answers, carried = FLOW.start(context)
    assert answers == {"aangevraagd_op": "2026-11-02", "bedrijfsarts": "I. Kok"}
    assert carried == {"aangevraagd_op": "melding_arbodienst", "bedrijfsarts": "probleemanalyse"}
    without = Context(
        today=TODAY,
        papers={"werkgever": PAPERS["werkgever"], "melding_arbodienst": messages[0]},
        history={"melding_arbodienst": messages[:1]},
    )
    assert FLOW.start(without) == ({"bedrijfsarts": "L. Winter"}, {"bedrijfsarts": "werkgever"})
    unsent = Context(
        today=TODAY,
        papers={"melding_arbodienst": {"gewenste_actie": ["actueel_oordeel"]}},
        history={"melding_arbodienst": ({"gewenste_actie": ["actueel_oordeel"]}, {"gewenste_actie": None})},
    )
    assert FLOW.start(unsent) == ({}, {})


def test_the_advice_and_the_goal_lie_beside_the_opinion() -> None:
    full = FLOW.computed(FULL, around())
    assert full["laatste_advies"] == "Advies van 15-09-2026: ander werk, 20 uur per week"
    assert (
        full["einddoel_plan"]
        == "Werkhervatting in de eigen functie; (Gedeeltelijke) werkhervatting bij een andere werkgever"
    )
    undated = around(probleemanalyse={"benutbaar": "marginaal"})
    assert FLOW.computed(FULL, undated)["laatste_advies"] == "Laatste advies: marginaal"
    assert FLOW.computed(FULL, around(probleemanalyse={"uren_dag": "3"}))["laatste_advies"] == "Laatste advies"
    changed = around(bijstelling_plan_van_aanpak={"einddoel": "andere_werkgever"})
    assert FLOW.computed(FULL, changed)["einddoel_plan"] == "(Gedeeltelijke) werkhervatting bij een andere werkgever"


def test_what_is_not_known_is_not_shown() -> None:
    empty = Context(today=TODAY)
    for key in ("laatste_advies", "einddoel_plan"):
        assert not FLOW.field(key).is_asked({}, empty)
        assert FLOW.field(key).is_asked({}, around())
