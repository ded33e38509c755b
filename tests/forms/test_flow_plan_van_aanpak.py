"""The plan van aanpak: what it takes over, every rule with a case that fails without it, and every branch."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.fields import Choice, Computed, LongText, Many, Rows
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flows.plan_van_aanpak import ACTIVITY_EXAMPLES, FLOW
from reintegratie_desktop.forms.plan_carry import (
    doctor_with_service,
    employee_name,
    employee_signs,
    employer_signs,
    full_name,
    function_with_hours,
    packages,
    person_in_a_line,
    reference_to_build_up,
    reference_to_contact_plan,
    tasks_in_a_line,
)
from reintegratie_desktop.forms.rules_plan import (
    BUILD_UP_ADVISED,
    latest_day_for_evaluation,
    latest_day_for_plan,
    parties,
    starting_advice,
)
from reintegratie_desktop.forms.wizard import StepState, Wizard

EXAMPLE = json.loads((Path(__file__).parents[1] / "bestanden" / "voorbeeld_week7.json").read_text(encoding="utf-8"))
TODAY = date.fromisoformat(EXAMPLE["vandaag"])
AROUND = ("zaak", "werkgever", "werknemer", "taakprofiel", "probleemanalyse", "opbouwschema")
PAPERS = {key: EXAMPLE[key] for key in AROUND}
ADVICE = EXAMPLE["probleemanalyse"]
BPA = "bijstelling_probleemanalyse"


SCHEMA = Issue(1, date(2026, 10, 12))


def context(today: date = TODAY, **papers: Any) -> Context:
    return Context(today, {**PAPERS, **papers}, issues={"opbouwschema": (SCHEMA,), "probleemanalyse": (SCHEMA,)})


def answers(around: Context | None = None, **changed: Any) -> dict[str, Any]:
    start, _carried = FLOW.start(around or context())
    return {**start, **EXAMPLE["plan_van_aanpak"], **changed}


def found(around: Context | None = None, **changed: Any) -> list[Finding]:
    there = around or context()
    return list(FLOW.findings(answers(there, **changed), there))


def at(findings: list[Finding], place: str) -> list[tuple[Level, str]]:
    return [(finding.level, finding.message) for finding in findings if finding.field == place]


def one(findings: list[Finding], place: str) -> tuple[Level, str]:
    matches = at(findings, place)
    assert len(matches) == 1, findings
    return matches[0]


def stopping(findings: list[Finding]) -> list[str]:
    return [finding.field for finding in findings if finding.stops]


def agreement(**changed: str) -> dict[str, str]:
    row = {
        "a_cat": "7E",
        "a_activiteit": "Opbouw volgens het schema",
        "a_doel": "Elke week gedaan",
        "a_wie": "werknemer",
        "a_start": "2026-11-16",
        "a_gereed": "2026-12-13",
        "a_status": "open",
    }
    return {**row, **changed}


def with_agreement(**changed: str) -> dict[str, Any]:
    """The example with one more agreement; it stands at place 0."""
    return {"activiteiten": [agreement(**changed), *EXAMPLE["plan_van_aanpak"]["activiteiten"]]}


# --- the example ----------------------------------------------------------------------------------------------------


def test_the_example_of_week_seven_can_be_finished() -> None:
    assert {finding.level for finding in found()} == {Level.HINT}


def test_a_new_plan_takes_over_what_is_known() -> None:
    start, carried = FLOW.start(context())
    assert start == {
        "naam": "J. van Houten",
        "geboortedatum": "1988-04-21",
        "bedrijfsnaam": "Groothandel De Kist B.V.",
        "contactpersoon": "Noor Blom, bedrijfsleider, 0600000071, noor@dekist.example",
        "bedrijfsarts": "L. Winter, Arbo Voorbeeld",
        "functie": "Magazijnmedewerker, 40 uur per week",
        "werkzaamheden": "Orders verzamelen (20 uur), Laden en lossen (12 uur), Orders invoeren (8 uur)",
        "eerste_ziektedag": "2026-10-05",
        "datum_pa": "2026-11-10",
        "einddoel": ["eigen_functie_volledig"],
        "opbouw": {"soort": "opbouwschema", "versie": "1", "datum": "2026-10-12"},
        "spreekuur": "2026-12-09",
        "opgesteld_op": "2026-11-13",
        "hand_wg": {"naam": "Noor Blom, bedrijfsleider", "datum": "", "status": "nog_niet"},
        "hand_wn": {"naam": "J. van Houten", "datum": "", "status": "nog_niet"},
        "kopie_aan": ["werknemer", "casemanager", "bedrijfsarts"],
    }
    assert carried["werkzaamheden"] == "taakprofiel"
    assert carried["spreekuur"] == "probleemanalyse"


def test_a_newer_advice_gives_the_goal_and_the_consult_but_not_the_doctor_of_the_first() -> None:
    newer = {
        "datum_document": "2026-11-12",
        "bedrijfsarts": "Een ander",
        "einddoel": ["andere_werkgever", "nog_niet_te_bepalen"],
        "volgend_spreekuur": "2026-12-30",
    }
    start, _carried = FLOW.start(context(**{BPA: newer}))
    assert start["einddoel"] == ["andere_werkgever"]
    assert start["spreekuur"] == "2026-12-30"
    assert start["datum_pa"] == "2026-11-10"
    assert start["bedrijfsarts"] == "L. Winter, Arbo Voorbeeld"


def test_what_the_advice_cannot_decide_is_no_goal() -> None:
    start, _carried = FLOW.start(context(probleemanalyse={**ADVICE, "einddoel": ["nog_niet_te_bepalen"]}))
    assert "einddoel" not in start


def test_the_description_of_a_task_profile_goes_before_its_list() -> None:
    start, _carried = FLOW.start(
        context(taakprofiel={"omschrijving": "Al het werk in hal 2", "taken": [{"taak": "x"}]})
    )
    assert start["werkzaamheden"] == "Al het werk in hal 2"
    assert start["functie"] == "Magazijnmedewerker, 40 uur per week"


def test_carried_words_bear_half_filled_records() -> None:
    bare = Context(TODAY)
    assert full_name("Blom", bare) == "Blom"
    assert employee_name(bare) == "de werknemer"
    assert employee_name(Context(TODAY, {"werknemer": {"voorletters": "A.", "achternaam": "Blom"}})) == "A. Blom"
    assert person_in_a_line({"naam": "Noor", "telefoon": ""}, bare) == "Noor"
    assert person_in_a_line("Noor", bare) == ""
    assert doctor_with_service("L. Winter", bare) == "L. Winter"
    assert doctor_with_service("L. Winter", Context(TODAY, {"werkgever": {"arbodienst": "De Brug"}})) == (
        "L. Winter, De Brug"
    )
    assert function_with_hours("Bakker", bare) == "Bakker"
    assert tasks_in_a_line([{"taak": "Deeg wegen"}, {"uren": "4"}, {"taak": "Bakken", "uren": "7.5"}, "x"], bare) == (
        "Deeg wegen, Bakken (7,5 uur)"
    )
    assert employer_signs(bare)["naam"] == ""
    assert employee_signs(bare) == {"naam": "", "datum": "", "status": "nog_niet"}
    assert reference_to_build_up([], bare) == {"soort": "opbouwschema", "versie": "", "datum": ""}
    assert reference_to_contact_plan("", bare) == {"soort": "contactplan", "versie": "", "datum": ""}


def test_a_reference_names_the_newest_finished_version_with_its_date() -> None:
    there = Context(TODAY, issues={"opbouwschema": (SCHEMA, Issue(3, TODAY)), "contactplan": (SCHEMA,)})
    assert reference_to_build_up([], there) == {"soort": "opbouwschema", "versie": "3", "datum": TODAY.isoformat()}
    assert reference_to_contact_plan("", there) == {"soort": "contactplan", "versie": "1", "datum": "2026-10-12"}


def test_packages_come_from_the_task_profile() -> None:
    profile = {"pakketten": [{"pakket": "Start"}, {"pakket": "Start"}, {"pakket_uren": "4"}, {"pakket": "Vol"}]}
    there = context(taakprofiel=profile)
    assert [option.value for option in packages({}, there)] == ["Start", "Vol"]
    field = FLOW.field("taakpakket_start")
    assert isinstance(field, Many)
    assert field.options_for({}, there) == packages({}, there)
    assert field.is_asked({}, there)
    assert not field.is_asked({}, context(taakprofiel={}))


# --- carried fields -------------------------------------------------------------------------------------------------


def test_an_empty_plan_bears_every_rule_and_says_where_to_fill_in() -> None:
    empty = list(FLOW.findings({}, Context(TODAY)))
    assert {finding.level for finding in empty} == {Level.MISSING, Level.HINT}
    for field in FLOW.fields:
        if field.fixed and field.key != "einddatum":
            assert [level for level, _text in at(empty, field.key)] == [Level.MISSING, Level.HINT]


def test_the_citizen_number_is_never_kept_and_never_missed() -> None:
    field = FLOW.field("bsn")
    assert not field.kept
    assert "bsn" not in stopping(list(FLOW.findings({}, Context(TODAY))))


@pytest.mark.parametrize(
    ("contract", "asked", "missing"),
    [
        ({"contractsoort": "onbepaalde_tijd"}, False, False),
        ({"contractsoort": "bepaalde_tijd"}, True, True),
        ({"contractsoort": "bepaalde_tijd", "einddatum": "2027-04-01"}, True, False),
        ({"contractsoort": "oproep", "einddatum": "2027-04-01"}, True, False),
    ],
)
def test_the_end_of_the_contract(contract: dict[str, str], asked: bool, missing: bool) -> None:
    there = context(werknemer={**EXAMPLE["werknemer"], **contract})
    assert FLOW.field("einddatum").is_asked(answers(there), there) is asked
    assert ("einddatum" in stopping(found(there))) is missing


# --- is a plan needed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"benutbaar": "geen_tijdelijk"}, "geen mogelijkheden"), ({"langdurig": "nee"}, "niet nodig")],
)
def test_a_plan_that_is_not_needed_is_said_and_stops_nothing(changed: dict[str, str], words: str) -> None:
    there = context(probleemanalyse={**ADVICE, **changed})
    level, sentence = one(found(there), "datum_pa")
    assert level is Level.WARN
    assert words in sentence


def test_without_work_the_schedule_is_not_asked() -> None:
    there = context(probleemanalyse={**ADVICE, "benutbaar": "geen_duurzaam"})
    assert not FLOW.field("opbouw").is_asked(answers(there), there)
    assert not BUILD_UP_ADVISED.holds({}, there)


# --- goal -----------------------------------------------------------------------------------------------------------


def test_another_goal_than_the_advice_asks_why() -> None:
    other = {"einddoel": ["eigen_functie_volledig", "andere_werkgever"]}
    level, sentence = one(found(**other), "einddoel_reden")
    assert level is Level.WARN
    assert "10 november" in sentence
    assert at(found(**other, einddoel_reden="De hal sluit in mei."), "einddoel_reden") == []
    assert not FLOW.field("einddoel_reden").is_asked(answers(), context())
    assert not FLOW.field("einddoel_reden").is_asked({}, Context(TODAY))


def test_the_order_of_goals_says_nothing() -> None:
    there = context(probleemanalyse={**ADVICE, "einddoel": ["andere_werkgever", "eigen_functie_volledig"]})
    assert at(found(there, einddoel=["eigen_functie_volledig", "andere_werkgever"]), "einddoel_reden") == []


def test_the_goal_lies_ahead() -> None:
    assert one(found(einddoel_datum="2026-11-12"), "einddoel_datum")[0] is Level.WARN
    assert at(found(einddoel_datum="2026-11-13"), "einddoel_datum") == []


# --- agreements -----------------------------------------------------------------------------------------------------


def three() -> list[dict[str, str]]:
    return [agreement(a_wie=who) for who in ("werkgever", "leidinggevende", "werknemer")]


def needed(rows: list[dict[str, str]]) -> str:
    sentences = [finding.message for finding in found(activiteiten=rows) if finding.field == "activiteiten"]
    return sentences[-1] if sentences else ""


def test_everyone_does_something() -> None:
    assert needed(three()) == ""
    assert needed([]) == "Nodig in het plan: iets voor jou, iets voor de leidinggevende, iets voor Jasper."
    assert needed(three()[:1]) == "Nodig in het plan: iets voor de leidinggevende, iets voor Jasper."
    assert needed(three()[1:]) == "Nodig in het plan: iets voor jou."
    assert "activiteiten" in stopping(found(activiteiten=three()[1:]))


@pytest.mark.parametrize("column", ["a_activiteit", "a_doel", "a_start", "a_gereed"])
def test_only_a_complete_agreement_counts(column: str) -> None:
    rows = three()
    rows[2][column] = ""
    assert needed(rows) == "Nodig in het plan: iets voor Jasper."
    assert f"activiteiten[2].{column}" in stopping(found(activiteiten=rows))


def test_a_dropped_agreement_does_not_count_and_says_why() -> None:
    rows = three()
    rows[0]["a_status"] = "vervallen"
    assert parties({"activiteiten": rows}) == {"werkgever": False, "leidinggevende": True, "werknemer": True}
    assert one(found(activiteiten=rows), "activiteiten[0].a_reden")[0] is Level.MISSING
    rows[0]["a_reden"] = "Het bureau stond er al."
    assert at(found(activiteiten=rows), "activiteiten[0].a_reden") == []


def test_an_agreement_is_not_ready_before_it_begins() -> None:
    assert one(found(**with_agreement(a_gereed="2026-11-15")), "activiteiten[0].a_gereed")[0] is Level.BLOCK
    assert at(found(**with_agreement(a_gereed="2026-11-16")), "activiteiten[0].a_gereed") == []


def test_status_and_reason_do_not_print() -> None:
    rows = FLOW.field("activiteiten")
    assert isinstance(rows, Rows)
    assert [column.key for column in rows.columns if not column.printed] == ["a_status", "a_reden"]


# --- hours in agreements --------------------------------------------------------------------------------------------

NINE = {
    **{key: ADVICE[key] for key in ADVICE if key not in ("advies_periodes", "uren_dag", "dagen_week")},
    "datum_document": "2026-11-12",
    "opbouw_soort": "op_basis_van_evaluatie",
    "uren_week": "9",
}


def nine() -> Context:
    return context(probleemanalyse=NINE, opbouwschema={})


@pytest.mark.parametrize("column", ["a_activiteit", "a_doel"])
def test_hours_above_the_advice_stop_the_plan_and_name_the_advice(column: str) -> None:
    level, sentence = one(
        found(nine(), activiteiten=[*three(), agreement(**{column: "Vier ochtenden van 3 uur"})]),
        f"activiteiten[3].{column}",
    )
    assert level is Level.BLOCK
    assert sentence == "Niet meer dan 9 uur per week. Dat staat in het advies van 12 november."


def test_hours_inside_the_advice_are_confirmed_once() -> None:
    rows = [*three(), agreement(a_activiteit="Drie ochtenden van 3 uur", a_doel="9 uur per week")]
    level, sentence = one(found(nine(), activiteiten=rows), "activiteiten[3].a_activiteit")
    assert level is Level.HINT
    assert sentence == "9 uur past bij het advies van 12 november: niet meer dan 9 uur per week."
    assert at(found(nine(), activiteiten=rows), "activiteiten[3].a_doel") == []


@pytest.mark.parametrize(
    "changed",
    [
        {"a_cat": "7A"},
        {"a_status": "vervallen", "a_reden": "Past niet meer."},
        {"a_activiteit": "Naar het spreekuur om 12.00 uur", "a_doel": "30 uur in week 20"},
    ],
)
def test_other_agreements_are_not_read_for_hours(changed: dict[str, str]) -> None:
    rows = [*three(), agreement(**{"a_doel": "30 uur per week", **changed})]
    assert stopping(found(nine(), activiteiten=rows)) == []


def test_without_an_advice_about_hours_nothing_is_compared() -> None:
    silent = context(probleemanalyse={**NINE, "uren_week": ""}, opbouwschema={})
    assert stopping(found(silent, activiteiten=[*three(), agreement(a_doel="30 uur per week")])) == []


def test_the_highest_hours_of_the_whole_period_count() -> None:
    goal = {"a_doel": "20 uur per week", "a_start": "2026-11-16", "a_gereed": "2027-01-10"}
    assert stopping(found(**with_agreement(**goal))) == []
    too_soon = {**goal, "a_gereed": "2026-12-13"}
    assert one(found(**with_agreement(**too_soon)), "activiteiten[0].a_doel") == (
        Level.BLOCK,
        "Niet meer dan 6 uur per week. Dat staat in het advies van 10 november.",
    )


def test_hours_a_day_stay_inside_the_advice_too() -> None:
    assert one(found(**with_agreement(a_doel="Elke werkdag af, 3 uur per dag")), "activiteiten[0].a_doel") == (
        Level.BLOCK,
        "Niet meer dan 2 uur per dag. Dat staat in het advies van 10 november.",
    )
    later = {"a_start": "2026-12-14", "a_gereed": "2027-01-10"}
    assert at(found(**with_agreement(a_doel="3 uur per dag", **later)), "activiteiten[0].a_doel") == []


def test_an_advice_without_a_date_stops_without_confirming() -> None:
    there = context(probleemanalyse={**NINE, "datum_document": ""}, opbouwschema={})
    assert at(found(there, activiteiten=[*three(), agreement(a_doel="9 uur per week")]), "activiteiten[3].a_doel") == []
    level, sentence = one(
        found(there, activiteiten=[*three(), agreement(a_doel="10 uur per week")]), "activiteiten[3].a_doel"
    )
    assert level is Level.BLOCK
    assert "advies van de bedrijfsarts" in sentence


@given(st.integers(1, 40), st.integers(1, 40))
@settings(max_examples=40)
def test_any_number_of_hours_is_held_against_any_advice(allowed: int, asked: int) -> None:
    there = context(probleemanalyse={**NINE, "uren_week": str(allowed)}, opbouwschema={})
    level, _sentence = one(
        found(there, activiteiten=[*three(), agreement(a_doel=f"{asked} uur per week")]), "activiteiten[3].a_doel"
    )
    assert level is (Level.BLOCK if asked > allowed else Level.HINT)


# --- the schedule ---------------------------------------------------------------------------------------------------


def test_a_schedule_above_the_advice_stops_the_plan() -> None:
    phases = [dict(row) for row in EXAMPLE["opbouwschema"]["fasen"]]
    phases[1]["uren_dag"] = "5"
    there = context(opbouwschema={**EXAMPLE["opbouwschema"], "fasen": phases})
    assert one(found(there), "opbouw") == (
        Level.BLOCK,
        "Fase 2 van het opbouwschema: Niet meer dan 20 uur per week. Dat staat in het advies van 10 november. "
        "Pas het opbouwschema aan.",
    )


def test_a_plan_waits_for_its_schedule_to_be_finished() -> None:
    draft = {"soort": "opbouwschema", "versie": "", "datum": ""}
    assert one(found(opbouw=draft), "opbouw") == (
        Level.BLOCK,
        "Het opbouwschema is nog een concept. Open het opbouwschema en stel het vast. Kom dan terug.",
    )
    assert at(found(), "opbouw") == []


def test_the_plan_is_evaluated_no_later_than_the_first_phase() -> None:
    assert at(found(evaluatie_eerste="2026-12-11"), "evaluatie_eerste") == []
    assert one(found(evaluatie_eerste="2026-12-14"), "evaluatie_eerste") == (
        Level.WARN,
        "In het opbouwschema staat al een evaluatie op 11 december. Kies hier dezelfde dag.",
    )
    # What is over on the day of the plan is no day to choose, and a plan without a schedule has none either.
    assert at(found(opgesteld_op="2026-12-12", evaluatie_eerste="2026-12-14"), "evaluatie_eerste") == []
    assert at(found(opbouw=None, evaluatie_eerste="2026-12-14"), "evaluatie_eerste") == []
    no_work = context(probleemanalyse={**ADVICE, "benutbaar": "geen_tijdelijk"})
    assert at(found(no_work, evaluatie_eerste="2026-12-14"), "evaluatie_eerste") == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, True),
        ({"opbouw_soort": "vast_ritme", "uren_week": "9", "opbouw_stap": "4", "opbouw_interval": "2"}, True),
        ({"opbouw_soort": "werkgever_en_werknemer_bepalen", "uren_week": "9"}, True),
        ({"opbouw_soort": "op_basis_van_evaluatie"}, False),
        ({"opbouw_soort": "geen_opbouw_nu"}, False),
    ],
)
def test_a_schedule_is_needed_when_the_advice_lets_hours_grow(changed: dict[str, str], expected: bool) -> None:
    there = context(probleemanalyse={**ADVICE, **changed}, opbouwschema={})
    assert BUILD_UP_ADVISED.holds({}, there) is expected
    assert ("opbouw" in stopping(found(there))) is expected


def test_without_an_advice_no_schedule_is_needed() -> None:
    assert not BUILD_UP_ADVISED.holds({}, Context(TODAY))


def test_a_missing_schedule_says_what_to_do() -> None:
    assert (Level.HINT, "Maak eerst het opbouwschema. Daarna kies je het hier.") in at(
        found(context(opbouwschema={})), "opbouw"
    )
    assert (Level.HINT, "Het opbouwschema is er al. Kies het hier.") in at(found(opbouw=None), "opbouw")


# --- contact --------------------------------------------------------------------------------------------------------


def test_contact_stands_in_the_plan_or_in_a_contact_plan_of_its_own() -> None:
    assert one(found(contact_afspraken=""), "contact_afspraken")[0] is Level.MISSING
    there = context(contactplan={"start": "2026-10-07"})
    start, _carried = FLOW.start(there)
    assert start["contactplan"] == {"soort": "contactplan", "versie": "", "datum": ""}
    assert stopping(found(there, contact_afspraken="")) == []
    assert stopping(found(there, contactplan=None)) == ["contactplan"]


# --- evaluation -----------------------------------------------------------------------------------------------------


def test_the_first_evaluation_follows_within_the_days_of_the_law() -> None:
    latest = latest_day_for_evaluation(TODAY, context())
    assert latest == date(2026, 12, 25)
    alone = context(opbouwschema={})
    assert at(found(alone, evaluatie_eerste=latest.isoformat()), "evaluatie_eerste") == []
    level, sentence = one(found(evaluatie_eerste="2026-12-26"), "evaluatie_eerste")
    assert level is Level.BLOCK
    assert sentence == "Plan de eerste evaluatie uiterlijk op vr 25 december."


def test_the_year_is_said_when_it_is_another() -> None:
    sentence = one(found(opgesteld_op="2026-11-24", evaluatie_eerste="2027-02-01"), "evaluatie_eerste")[1]
    assert sentence.endswith("di 5 januari 2027.")


def test_an_evaluation_before_the_plan_makes_no_sense() -> None:
    assert one(found(evaluatie_eerste="2026-11-12"), "evaluatie_eerste")[0] is Level.BLOCK
    assert one(found(evaluatie_eerste="2026-11-12", opgesteld_op=""), "evaluatie_eerste")[0] is Level.BLOCK


def test_one_casemanager_has_a_name() -> None:
    assert one(found(casemanager={"naam": "", "functie": "eigenaar"}), "casemanager")[0] is Level.MISSING


# --- on time --------------------------------------------------------------------------------------------------------

LATEST = date(2026, 11, 24)


def dated(day: date) -> list[Finding]:
    there = context(today=day)
    return found(there, opgesteld_op=day.isoformat(), evaluatie_eerste=(day + timedelta(days=7)).isoformat())


def test_on_the_last_day_the_plan_is_on_time() -> None:
    assert latest_day_for_plan(context()) == LATEST
    assert stopping(dated(LATEST)) == []
    assert at(dated(LATEST), "opgesteld_op") == []


def test_a_day_later_section_nine_asks_why() -> None:
    late = dated(LATEST + timedelta(days=1))
    assert stopping(late) == ["reden_te_laat"]
    level, sentence = one(late, "opgesteld_op")
    assert level is Level.HINT
    assert "24 november" in sentence


def test_the_time_begins_with_the_first_advice_that_sees_work() -> None:
    none_yet = {**ADVICE, "benutbaar": "geen_tijdelijk"}
    there = context(probleemanalyse=none_yet, **{BPA: {"datum_document": "2027-02-08", "benutbaar": "marginaal"}})
    found_advice = starting_advice(there)
    assert found_advice is not None
    assert found_advice.form == BPA
    assert latest_day_for_plan(there) == date(2027, 2, 22)
    assert latest_day_for_plan(context(probleemanalyse=none_yet)) == LATEST
    assert latest_day_for_plan(context(probleemanalyse={})) is None
    assert starting_advice(context(probleemanalyse={})) is None


def test_a_plan_of_another_day_is_asked_about() -> None:
    assert one(found(opgesteld_op="2026-11-14"), "opgesteld_op") == (
        Level.WARN,
        "Deze dag moet nog komen. Klopt de datum?",
    )
    assert one(found(opgesteld_op="2026-11-09"), "opgesteld_op")[0] is Level.WARN
    assert one(found(opgesteld_op=""), "opgesteld_op")[0] is Level.MISSING


def test_law_data_that_begin_later_stop_nothing() -> None:
    assert latest_day_for_plan(context(zaak={"eerste_ziektedag": "1990-01-01"})) is None
    assert latest_day_for_evaluation(date.max, context()) is None
    old = context(zaak={"eerste_ziektedag": "1990-01-01"}, opbouwschema={})
    assert at(found(old, evaluatie_eerste="2029-01-01"), "evaluatie_eerste") == []


# --- signing --------------------------------------------------------------------------------------------------------


def signature(status: str, day: str = "") -> dict[str, str]:
    return {"naam": "A. Blom", "datum": day, "status": status}


def test_a_plan_that_is_not_signed_yet_can_be_finished() -> None:
    assert stopping(found(hand_wg=signature("nog_niet"), hand_wn=signature("nog_niet"))) == []


def test_an_answer_about_the_signature_is_needed() -> None:
    assert stopping(found(hand_wn=signature(""), hand_wg=None)) == ["hand_wg", "hand_wn"]


@pytest.mark.parametrize("key", ["hand_wg", "hand_wn"])
def test_a_signature_has_a_day(key: str) -> None:
    assert one(found(**{key: signature("getekend")}), key) == (Level.MISSING, "Op welke dag is er getekend?")
    assert at(found(**{key: signature("getekend", "2026-11-13")}), key) == []
    assert one(found(**{key: signature("getekend", "2026-11-12")}), key)[0] is Level.WARN


def test_a_refusal_keeps_the_employees_words_and_points_to_an_expert() -> None:
    refused = found(hand_wn=signature("geweigerd", "2026-11-13"))
    assert stopping(refused) == ["weigering"]
    assert "deskundigenoordeel" in one(refused, "hand_wn")[1]
    complete = found(
        hand_wn=signature("geweigerd", "2026-11-13"), weigering="Ik vind het te veel.", weigering_aangeboden=["gesprek"]
    )
    assert stopping(complete) == []
    assert (Level.MISSING, "Op welke dag zei Jasper niet te tekenen?") in at(
        found(hand_wn=signature("geweigerd")), "hand_wn"
    )
    assert not FLOW.field("weigering").is_asked(answers(), context())


def test_an_employer_who_does_not_sign_has_no_plan() -> None:
    assert one(found(hand_wg=signature("geweigerd", "2026-11-13")), "hand_wg")[0] is Level.BLOCK


def test_the_law_names_three_who_get_a_copy() -> None:
    level, sentence = one(found(kopie_aan=["werknemer"]), "kopie_aan")
    assert level is Level.WARN
    assert "casemanager, bedrijfsarts/arbodienst" in sentence
    assert one(found(kopie_aan=[]), "kopie_aan")[0] is Level.MISSING


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(
        ["", "x", "9999-12-31", "0001-01-01", "-5", "1e19", "7E", "werknemer", "geweigerd", "12 uur per week"]
    ),
    st.lists(st.sampled_from(["x", ""]), max_size=2),
    st.dictionaries(st.sampled_from(["naam", "status", "datum", "uren", "van", "a_wie"]), st.none(), max_size=2),
)
ROW_KEYS = ("a_cat", "a_activiteit", "a_doel", "a_wie", "a_start", "a_gereed", "a_status", "van", "tot", "uren", "pct")


@given(
    st.dictionaries(st.sampled_from([field.key for field in FLOW.fields]), ODD),
    st.lists(st.dictionaries(st.sampled_from(ROW_KEYS), ODD), max_size=2),
    st.dictionaries(st.sampled_from(list(ADVICE)), ODD),
    st.dictionaries(st.sampled_from(["contracturen", "roepnaam", "achternaam", "einddatum"]), ODD),
)
@settings(max_examples=80)
def test_rules_bear_any_answer_in_any_paper(
    plan: dict[str, Any], rows: list[dict[str, Any]], advice: dict[str, Any], employee: dict[str, Any]
) -> None:
    there = Context(
        TODAY,
        {
            "zaak": EXAMPLE["zaak"],
            "werknemer": employee,
            "probleemanalyse": {**advice, "advies_periodes": rows},
            "opbouwschema": {"fasen": rows},
            "taakprofiel": {"taken": rows, "pakketten": rows},
        },
    )
    start, _carried = FLOW.start(there)
    keys = {field.key for field in FLOW.fields}
    assert {finding.key for finding in FLOW.findings({**start, **plan, "activiteiten": rows}, there)} <= keys


# --- the interview --------------------------------------------------------------------------------------------------


def test_eight_steps_are_walked_to_the_end_and_all_are_done() -> None:
    wizard = Wizard(FLOW, context(), answers())
    seen = [wizard.current]
    while not wizard.is_last:
        wizard.next()
        seen.append(wizard.current)
    assert seen == [
        "gegevens",
        "mogelijkheden",
        "einddoel",
        "afspraken",
        "opbouw_contact",
        "evaluatie",
        "meningen",
        "ondertekenen",
    ]
    assert [wizard.state_of(step) for step in wizard.steps] == [StepState.DONE] * 8


def test_a_new_plan_asks_for_its_answers_step_by_step() -> None:
    start, _carried = FLOW.start(context())
    wizard = Wizard(FLOW, context(), start)
    for step in wizard.steps:
        wizard.go_to(step.key)
    states = {step.key: wizard.state_of(step) for step in wizard.steps}
    assert {key for key, state in states.items() if state is StepState.DONE} == {"gegevens", "ondertekenen"}


def test_the_official_numbers_stand_on_paper() -> None:
    sections = [section for step in FLOW.steps for section in step.sections]
    assert [section.number for section in sections] == ["1", "2", "3", "4", "5", "6", "7", "7+", "", "8", "9", "10"]
    numbers = {field.key: field.number for field in FLOW.fields if field.number}
    assert numbers == {
        "naam": "1.1",
        "bsn": "1.2",
        "bedrijfsnaam": "2.1",
        "contactpersoon": "2.2",
        "bedrijfsarts": "3.1",
        "functie": "4.1",
        "werkzaamheden": "4.2",
        "mening_wn": "5.1",
        "mening_wg": "5.2",
        "mening_afspraken_wn": "8.1",
        "mening_afspraken_wg": "8.2",
        "hand_wg": "10",
        "hand_wn": "10",
    }


def test_the_employees_words_are_his_own() -> None:
    assert {field.key for field in FLOW.fields if field.own_words} == {"mening_wn", "mening_afspraken_wn", "weigering"}
    assert all(field.guard for field in FLOW.fields if isinstance(field, LongText))


def test_everything_that_can_stay_away_says_why() -> None:
    for step in FLOW.steps:
        assert step.question
        assert step.why
        assert step.example
        assert step.not_written
        assert step.source
        for field in step.fields:
            if isinstance(field, Computed):
                continue
            beside = field.key in {"contactplan", "contact_afspraken"}
            assert field.when is None or field.not_asked or beside
            assert field.help
            assert field.why
            assert field.ask or field.fixed or not field.kept


# --- examples -------------------------------------------------------------------------------------------------------


def category() -> Choice:
    rows = FLOW.field("activiteiten")
    assert isinstance(rows, Rows)
    field = rows.columns[0]
    assert isinstance(field, Choice)
    return field


def test_each_category_has_examples_that_fit_the_form() -> None:
    assert list(ACTIVITY_EXAMPLES) == [option.value for option in category().options]
    rows = FLOW.field("activiteiten")
    assert isinstance(rows, Rows)
    columns = {column.key: column for column in rows.columns}
    who = columns["a_wie"]
    assert isinstance(who, Choice)
    texts = [example.activiteit for examples in ACTIVITY_EXAMPLES.values() for example in examples]
    assert len(set(texts)) == len(texts)
    for examples in ACTIVITY_EXAMPLES.values():
        assert 4 <= len(examples) <= 8
        for example in examples:
            assert list(columns["a_activiteit"].problems(example.activiteit)) == []
            assert example.doel
            assert example.wie in [option.value for option in who.options]


def test_the_label_of_a_category_begins_with_its_code() -> None:
    for option in category().options:
        assert re.match(rf"{option.value} \S", option.label)
        assert option.help


def test_an_example_never_asks_more_than_the_advice() -> None:
    for code, examples in ACTIVITY_EXAMPLES.items():
        for example in examples:
            row = agreement(a_cat=code, a_activiteit=example.activiteit, a_doel=example.doel)
            assert stopping(found(nine(), activiteiten=[*three(), row])) == []


def test_a_link_without_a_date_gets_the_date_of_its_own_version() -> None:
    there = Context(TODAY, issues={"opbouwschema": (SCHEMA, Issue(2, TODAY))})
    link = {"soort": "opbouwschema", "versie": "1", "datum": ""}
    assert there.dated(link) == {**link, "datum": "2026-10-12"}
    assert there.dated({**link, "datum": "2026-10-01"}) == {**link, "datum": "2026-10-01"}
    draft = {**link, "soort": "contactplan", "versie": ""}
    for unknown in ({**link, "versie": "9"}, draft, {**link, "soort": "contactplan"}, None, "x"):
        assert there.dated(unknown) == unknown


def test_a_link_to_a_draft_follows_once_the_paper_is_finished() -> None:
    there = Context(TODAY, issues={"opbouwschema": (SCHEMA, Issue(2, TODAY))})
    draft = {"soort": "opbouwschema", "versie": "", "datum": ""}
    assert there.dated(draft) == {"soort": "opbouwschema", "versie": "2", "datum": TODAY.isoformat()}


def test_a_plan_on_an_advice_that_is_still_a_draft_says_so_and_stops_nothing() -> None:
    drafted = Context(TODAY, PAPERS, issues={"opbouwschema": (SCHEMA,)})
    said = [item for item in found(drafted) if item.opens]
    assert [(item.field, item.level, item.opens) for item in said] == [("datum_pa", Level.WARN, "probleemanalyse")]
    assert not [item for item in found() if item.opens]
