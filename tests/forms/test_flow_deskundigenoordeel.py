"""Asking UWV for an opinion: one question, the papers it wants, what it costs, and what came of it."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.fields import Many
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.rules_uwv import QUESTIONS

FLOW = flow("deskundigenoordeel")
PA = "probleemanalyse:2026-02-09:1"
PVA = "plan_van_aanpak:2026-02-23:1"
TALK = "gesprek:2026-04-06"
ISSUES = {
    "taakprofiel": (Issue(1, date(2026, 1, 12)),),
    "probleemanalyse": (Issue(1, date(2026, 2, 9)),),
    "plan_van_aanpak": (Issue(1, date(2026, 2, 23)),),
    "gesprek": (Issue(1, date(2026, 3, 2)), Issue(1, date(2026, 4, 6))),
    "nog_niet_gemaakt": (Issue(1, date(2026, 4, 6)),),
}
HISTORY = {"gesprek": ({"soort": "weekcontact"}, {"soort": "zesweken_evaluatie"})}
ANSWERS: dict[str, Any] = {
    "vraag": "werknemer_genoeg",
    "datum_per": "2026-11-02",
    "geschil": "Wij boden 12 uur sorteerwerk aan.",
    "standpunt_wg": "Op drie dagen was er geen bericht.",
    "doel": "vastgelopen_re_integratie",
    "wn_geinformeerd": "2026-11-20",
    "ingediend": "2026-11-20",
    "uitslag_datum": "2026-11-23",
    "uitslag": "voldoende",
    "vervolg": "Vanaf maandag 12 uur sorteerwerk.",
}


@pytest.fixture
def context(today: date) -> Context:
    """Return a case with papers."""
    return Context(today=today, papers={"zaak": {"eerste_ziektedag": "2026-01-05"}}, history=HISTORY, issues=ISSUES)


def filled(context: Context, **more: Any) -> dict[str, Any]:
    return {**FLOW.start(context)[0], **ANSWERS, **more}


def found(answers: dict[str, Any], context: Context) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings(answers, context)]


def test_a_full_request_has_no_findings(context: Context) -> None:
    assert found(filled(context), context) == []


def test_the_papers_of_the_case_go_along_by_themselves(context: Context) -> None:
    answers = FLOW.start(context)[0]
    assert answers["b_functie"] == ["taakprofiel:2026-01-12:1"]
    assert answers["b_ba"] == [PA]
    assert answers["b_pva"] == [PVA]
    assert answers["b_ev"] == [TALK]
    assert "b_ad" not in answers
    field = FLOW.field("b_ev")
    assert isinstance(field, Many)
    labels = [option.label for option in field.options_for(answers, context)]
    assert labels == ["Verslag van de evaluatie, 06-04-2026", "Eigen stuk, niet uit dit programma"]


def test_a_form_that_does_not_exist_gives_no_paper(context: Context) -> None:
    from reintegratie_desktop.forms.dossier_papers import papers_in

    assert list(papers_in(context, ("nog_niet_gemaakt",))) == []
    assert [option.label for option in papers_in(context, ("probleemanalyse",))] == [
        "Probleemanalyse: advies voor het werk, 09-02-2026"
    ]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("eigen_werk", {"b_functie"}),
        ("passend_werk", {"b_aanbod"}),
        ("werkgever_genoeg", {"b_pa", "b_pva", "b_ev"}),
        ("werknemer_genoeg", {"b_pa", "b_pva", "b_ev"}),
        ("veelvuldig_verzuim", set()),
        (None, set()),
    ],
)
def test_each_question_wants_its_own_papers(context: Context, question: str | None, asked: set[str]) -> None:
    keys = {field.key for field in FLOW.asked_fields({"vraag": question}, context)}
    assert {key for key in keys if key.startswith("b_")} == asked | {"b_ba", "b_ad", "b_s2", "b_corr"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_incomplete_list_stops_it_and_leads_to_the_paper(today: date, question: str) -> None:
    empty = Context(today=today, papers={"zaak": {"eerste_ziektedag": "2026-01-05"}})
    answers = {**ANSWERS, "vraag": question, "uitslag": "ingetrokken"}
    stops = [item for item in FLOW.findings(answers, empty) if item.stops]
    assert {item.level for item in stops} == {Level.MISSING}
    assert "b_ba" in {item.field for item in stops}
    assert {item.opens for item in stops if item.opens} >= {"probleemanalyse"}


def test_an_own_paper_is_enough_and_is_kept_as_a_scan(context: Context) -> None:
    assert found(filled(context, b_ev=["eigen_stuk"]), context) == [("b_ev", Level.HINT)]
    assert found(filled(context, b_ev=[TALK, "eigen_stuk"]), context) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"datum_per": "2026-01-01"}, ("datum_per", Level.BLOCK)),
        ({"datum_per": None}, ("datum_per", Level.MISSING)),
        ({"geschil": ""}, ("geschil", Level.MISSING)),
        ({"doel": None}, ("doel", Level.MISSING)),
        ({"ingediend": "2026-11-24"}, ("ingediend", Level.BLOCK)),
        ({"wn_geinformeerd": "2026-11-24"}, ("wn_geinformeerd", Level.BLOCK)),
        ({"uitslag_datum": "2026-11-24"}, ("uitslag_datum", Level.BLOCK)),
        ({"uitslag": "passend"}, ("uitslag", Level.BLOCK)),
        ({"vervolg": ""}, ("vervolg", Level.HINT)),
        ({"uitslag_datum": None}, ("ingediend", Level.HINT)),
        ({"ingediend": None}, ("ingediend", Level.HINT)),
        ({"wn_geinformeerd": None}, ("wn_geinformeerd", Level.HINT)),
    ],
)
def test_one_remark_at_the_right_place(context: Context, answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert found(filled(context, **answers), context) == [expected]


def test_a_question_that_may_have_any_answer(context: Context) -> None:
    often = filled(context, vraag="veelvuldig_verzuim", uitslag="passend")
    assert found(often, context) == []
    assert found(filled(context, uitslag="ingetrokken"), context) == []
    assert found(filled(context, uitslag=None, vervolg=None), context) == []


def test_the_expected_answer_is_an_indication_in_days(context: Context) -> None:
    (tip,) = [item for item in FLOW.findings(filled(context, uitslag_datum=None), context) if item.field == "ingediend"]
    assert "4 december" in tip.message
    assert "18 december" in tip.message
    assert "schatting" in tip.message
    early = filled(context, ingediend="2001-01-01", uitslag_datum=None)
    assert found(early, context) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "400.00"),
        ({"doel": "ontslagaanvraag"}, "0.00"),
        ({"doel": "ontslagaanvraag", "vraag": "veelvuldig_verzuim"}, "0.00"),
        ({"doel": "ontslagaanvraag", "vraag": "eigen_werk"}, "400.00"),
        ({"ingediend": "2001-01-01"}, None),
        ({"ingediend": None}, "400.00"),
    ],
)
def test_what_it_costs_follows_from_question_and_purpose(
    context: Context, answers: dict[str, Any], expected: str | None
) -> None:
    assert FLOW.computed(filled(context, **answers), context).get("kosten") == expected


def test_another_amount_can_be_typed(context: Context) -> None:
    assert FLOW.computed(filled(context, kosten="425"), context)["kosten"] == "425"
