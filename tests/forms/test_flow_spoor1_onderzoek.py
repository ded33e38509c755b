"""The research of spoor 1: what is rejected has its reason, and the conclusion fits what stands above it."""

from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from tests.forms.spoor_answers import AD, S1, TODAY, full_context

FLOW = flow("spoor1_onderzoek")


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    """Return the field and the level of each finding of the filled example with other answers."""
    return [(item.field, item.level) for item in FLOW.findings({**S1, **answers}, context or full_context())]


def test_a_filled_example_can_be_finished() -> None:
    assert found({}) == [("conclusie", Level.HINT)]
    assert found({"conclusie": "loopt"}) == []


def test_it_starts_from_the_advice_and_the_report() -> None:
    answers, carried = FLOW.start(full_context())
    assert answers["eigen_werk"] == "nee"
    assert carried["eigen_werk"] == "arbeidsdeskundig_onderzoek"
    assert answers["eigen_aangepast"] == [{"aanpassing": "Taken"}, {"aanpassing": "Werktijden"}]
    assert answers["ander_intern"] == [{"functie": "Inpakken, 8 uur.", "past": "ja"}]
    assert answers["hand_wg"]["naam"] == "Noor Blom, bedrijfsleider"


@pytest.mark.parametrize(
    ("report", "prognosis", "own_work"),
    [
        ({"eigen_werk": "ja"}, "niet_in_eigen_werk", "ja"),
        ({"eigen_werk": "met_aanpassing"}, "", "nee"),
        ({}, "niet_in_eigen_werk", "nee"),
        ({}, "3_6_maanden", None),
    ],
)
def test_whether_the_own_work_comes_back_is_known_already(report: Any, prognosis: str, own_work: str | None) -> None:
    context = full_context(arbeidsdeskundig_onderzoek=report, probleemanalyse={"prognose": prognosis})
    assert FLOW.start(context)[0].get("eigen_werk") == own_work


def test_without_other_work_in_the_report_the_list_is_empty() -> None:
    for report in ({**AD, "ander_intern": "nee"}, {"ander_intern": "ja"}):
        assert "ander_intern" not in FLOW.start(full_context(arbeidsdeskundig_onderzoek=report))[0]


def test_own_work_that_comes_back_in_full_asks_nothing_more() -> None:
    answers = {"eigen_werk": "ja", "conclusie": "loopt", "eigen_aangepast": None, "ander_intern": None, "groep": None}
    assert found(answers) == []
    assert [step.key for step in FLOW.visible_steps({**S1, **answers}, full_context())] == [
        "eigen_werk", "hulp", "conclusie",
    ]  # fmt: skip


def test_the_four_steps_are_asked_when_the_own_work_does_not_come_back() -> None:
    empty = {"eigen_aangepast": None, "ander_intern": None, "groep": None, "conclusie": "loopt"}
    assert found(empty) == [(key, Level.MISSING) for key in ("eigen_aangepast", "ander_intern", "groep")]


def test_what_is_rejected_has_its_reason() -> None:
    rows = [{**S1["ander_intern"][1], "reden": ""}]
    assert ("ander_intern[0].reden", Level.MISSING) in found({"ander_intern": rows})
    rows = [{**S1["eigen_aangepast"][1], "reden": ""}]
    assert ("eigen_aangepast[0].reden", Level.MISSING) in found({"eigen_aangepast": rows})


def test_own_work_on_a_later_day_names_that_day() -> None:
    assert ("eigen_werk_op", Level.MISSING) in found({"eigen_werk": "op_termijn"})
    assert ("eigen_werk_op", Level.BLOCK) in found({"eigen_werk": "op_termijn", "eigen_werk_op": "2026-10-01"})
    later = found({"eigen_werk": "op_termijn", "eigen_werk_op": "2027-01-04"})
    assert [field for field, _level in later] == ["conclusie"]


def test_other_sites_have_a_result() -> None:
    assert ("groep_resultaat", Level.MISSING) in found({"groep": "onderzocht"})
    assert ("groep_resultaat", Level.MISSING) not in found({"groep": "onderzocht", "groep_resultaat": "Geen plek."})


@pytest.mark.parametrize(("hours", "over"), [("20", False), ("20.5", True), (None, False)])
def test_hours_of_other_work_stay_inside_the_advice(hours: str | None, over: bool) -> None:
    rows = [{**S1["ander_intern"][0], "uren": hours}]
    assert (("ander_intern[0].uren", Level.WARN) in found({"ander_intern": rows})) is over


def test_without_an_advice_about_hours_the_contract_counts() -> None:
    rows = [{**S1["ander_intern"][0], "uren": "41"}]
    context = full_context(without=("probleemanalyse",))
    assert ("ander_intern[0].uren", Level.WARN) in found({"ander_intern": rows}, context)
    no_contract = full_context(without=("probleemanalyse", "werknemer"))
    assert ("ander_intern[0].uren", Level.WARN) not in found({"ander_intern": rows}, no_contract)


def test_a_doubt_about_a_job_leads_to_who_knows() -> None:
    rows = [{**S1["ander_intern"][0], "past": "onbekend"}]
    (hint,) = [item for item in FLOW.findings({**S1, "ander_intern": rows}, full_context()) if "past" in item.field]
    assert (hint.level, hint.opens) == (Level.HINT, "arbeidsdeskundig_onderzoek")


def test_the_conclusion_says_the_same_as_the_steps() -> None:
    assert ("conclusie", Level.WARN) in found({"conclusie": "geen_mogelijkheden"})
    rows = {"eigen_aangepast": [S1["eigen_aangepast"][1]], "ander_intern": [S1["ander_intern"][1]]}
    assert found({"conclusie": "geen_mogelijkheden", **rows}) == [("conclusie", Level.HINT)]
    assert ("conclusie", Level.WARN) in found({"eigen_werk": "ja", "conclusie": "gelijktijdig_spoor_2"})


def test_the_day_can_be_right() -> None:
    assert ("datum", Level.BLOCK) in found({"datum": "2026-11-24"})
    assert ("datum", Level.BLOCK) in found({"datum": "2025-10-26"})
    assert ("datum", Level.WARN) in found({"datum": "2026-10-26"})
    assert ("datum", Level.WARN) not in found({"datum": "2026-10-26"}, full_context(zaak={}))
    assert found({"datum": "2025-01-01", "conclusie": "loopt"}, Context(today=TODAY)) == []
