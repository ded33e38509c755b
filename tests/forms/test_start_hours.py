"""Hours that hold for the start only: the advice leaves the steps after it to employer and employee."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.advice import Advice
from reintegratie_desktop.forms.buildup import chart_of, is_past_start
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.rules_buildup import within_advice
from reintegratie_desktop.forms.rules_talk import coming_hours_fit
from reintegratie_desktop.forms.talk_agenda import agenda_extra

OPEN = {
    "datum_document": "2026-11-12",
    "per_datum": "2026-11-16",
    "benutbaar": "ander_werk",
    "opbouw_soort": "werkgever_en_werknemer_bepalen",
    "uren_dag": "2",
    "dagen_week": "3",
    "uren_week": "6",
}
START = {"van": "2026-11-16", "tot": "2026-12-20", "dagen": ["ma", "wo", "vr"], "uren_dag": "2"}
HALF_DAYS = {"van": "2026-12-21", "tot": "2027-01-17", "dagen": ["ma", "di", "wo", "do", "vr"], "uren_dag": "4"}
LATER = "Het advies noemt voor later geen uren. Bespreek deze stap met de bedrijfsarts."


def around(advice: dict[str, Any] = OPEN, schedule: Any = None, **papers: Any) -> Context:
    known = {
        "zaak": {"eerste_ziektedag": "2026-10-12"},
        "werknemer": {"contracturen": "40", "roepnaam": "Kim"},
        "probleemanalyse": advice,
        "opbouwschema": schedule or {},
        **papers,
    }
    return Context(today=date(2026, 11, 16), papers=known)


def said(*phases: dict[str, Any], advice: dict[str, Any] = OPEN, **papers: Any) -> list[tuple[Level, str, str]]:
    found = within_advice({"fasen": list(phases)}, around(advice, **papers))
    return [(item.level, item.field, item.message) for item in found]


def test_half_days_after_the_start_are_a_step_to_talk_about() -> None:
    assert said(START, HALF_DAYS) == [(Level.WARN, "fasen[1].uren_dag", LATER)]
    assert said(START, {**HALF_DAYS, "dagen": ["ma", "wo", "vr"], "uren_dag": "2"}) == []


def test_the_start_itself_stays_inside_the_advice() -> None:
    found = said({**START, "uren_dag": "3", "dagen": ["ma", "di", "wo", "do"]}, HALF_DAYS)
    advice = "Dat staat in het advies van 12 november."
    assert found == [
        (Level.BLOCK, "fasen[0].uren_dag", f"Niet meer dan 6 uur per week. {advice}"),
        (Level.BLOCK, "fasen[0].uren_dag", f"Niet meer dan 2 uur per dag. {advice}"),
        (Level.BLOCK, "fasen[0].dagen", f"Niet meer dan 3 dagen per week. {advice}"),
        (Level.WARN, "fasen[1].uren_dag", LATER),
    ]


def test_the_first_phase_is_the_first_in_time() -> None:
    assert said(HALF_DAYS, START) == [(Level.WARN, "fasen[0].uren_dag", LATER)]


@pytest.mark.parametrize(
    "changed",
    [
        {"opbouw_soort": "op_basis_van_evaluatie"},
        {"opbouw_soort": "geen_opbouw_nu"},
        {"opbouw_soort": "vast_ritme", "opbouw_stap": "2", "opbouw_interval": "4"},
        {"opbouw_soort": "vaste_periodes", "advies_periodes": [{"van": "2026-11-16", "uren": "6"}]},
    ],
)
def test_with_any_other_advice_its_hours_bind_every_phase(changed: dict[str, Any]) -> None:
    found = said(START, HALF_DAYS, advice={**OPEN, **changed})
    assert {level for level, _field, _sentence in found} == {Level.BLOCK}
    assert all(field.startswith("fasen[1]") for _level, field, _sentence in found)


def test_a_new_advice_binds_again() -> None:
    newer = {"datum_document": "2026-12-15", "per_datum": "2026-12-21", "benutbaar": "ander_werk", "uren_week": "10"}
    assert said(START, HALF_DAYS, bijstelling_probleemanalyse=newer) == [
        (Level.BLOCK, "fasen[1].uren_dag", "Niet meer dan 10 uur per week. Dat staat in het advies van 15 december.")
    ]


def test_the_line_of_the_advice_ends_with_the_start() -> None:
    ceilings = chart_of({"fasen": [START, HALF_DAYS]}, around())["ceilings"]
    assert [(row["van"], row["tot"], row["uren"]) for row in ceilings] == [("2026-11-16", "2026-12-20", "6")]
    # Without a second phase there is no end to the start yet.
    alone = chart_of({"fasen": [{**START, "tot": None, "evaluatie": "2026-12-04"}]}, around())["ceilings"]
    assert [row["tot"] for row in alone] == ["2026-12-04"]


def test_when_the_start_is_over_the_advice_names_no_hours() -> None:
    advice = Advice("probleemanalyse", OPEN)
    there = around(schedule={"fasen": [START, HALF_DAYS]}, werknemer={})
    assert is_past_start(advice, date(2026, 12, 21), there)
    assert not is_past_start(advice, date(2026, 12, 20), there)
    assert not is_past_start(advice, None, there)
    assert not is_past_start(advice, date(2026, 12, 21), around(werknemer={}))
    assert not is_past_start(
        advice, date(2027, 12, 21), around(schedule={"fasen": [{**START, "tot": ""}]}, werknemer={})
    )


def plan(words: str, ready: str, schedule: Any) -> list[tuple[Level, str]]:
    row = {"a_cat": "7E", "a_activiteit": words, "a_doel": "", "a_start": "2026-11-16", "a_gereed": ready}
    found = flow("plan_van_aanpak").findings({"activiteiten": [row]}, around(schedule=schedule))
    return [(item.level, item.message) for item in found if item.field == "activiteiten[0].a_activiteit"]


def test_an_agreement_for_after_the_start_is_a_step_to_talk_about_too() -> None:
    schedule = {"fasen": [START, HALF_DAYS]}
    block = (Level.BLOCK, "Niet meer dan 6 uur per week. Dat staat in het advies van 12 november.")
    assert plan("20 uur per week", "2026-12-20", schedule) == [block]
    assert plan("20 uur per week", "2027-01-17", schedule) == [(Level.WARN, LATER)]
    assert plan("4 uur per dag", "2027-01-17", schedule) == [(Level.WARN, LATER)]
    assert plan("6 uur per week", "2027-01-17", schedule) == []
    # Without a schedule nobody knows when the start ends.
    assert plan("20 uur per week", "2027-01-17", {}) == [block]


def test_the_plan_asks_to_talk_about_a_later_phase_and_goes_on() -> None:
    found = flow("plan_van_aanpak").findings({}, around(schedule={"fasen": [START, HALF_DAYS]}))
    of_schedule = [(item.level, item.message) for item in found if "Fase" in item.message]
    assert of_schedule == [(Level.WARN, f"Fase 2 van het opbouwschema: {LATER}")]


def test_a_talk_holds_no_later_week_against_the_start() -> None:
    there = around(schedule={"fasen": [START, HALF_DAYS]})
    weeks = [{"week": day, "dagen": ["ma", "di"], "uren_dag": "4"} for day in ("2026-11-23", "2026-12-28")]
    found = [item.field for item in coming_hours_fit({"taken_dagen_uren": weeks}, there)]
    assert found == ["taken_dagen_uren[0].uren_dag"]


def test_the_agenda_names_the_hours_of_the_start_while_it_lasts() -> None:
    there = around(schedule={"fasen": [START, HALF_DAYS]})
    lines = " ".join(agenda_extra({"soort": "weekcontact"}, there)["zo"])
    assert "hoogstens 6 per week" in lines
    later = Context(date(2026, 12, 28), there.papers)
    assert "hoogstens" not in " ".join(agenda_extra({"soort": "weekcontact"}, later)["zo"])
