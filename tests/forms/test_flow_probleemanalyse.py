"""The advice of the bedrijfsarts: every rule with a case that fails without it, and every branch of the wizard."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Limited, Note
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flows.probleemanalyse import FLOW, RETURN_NOTE
from reintegratie_desktop.forms.rules_advice import RUBRICS
from reintegratie_desktop.forms.rules_plan import latest_day_for_advice, latest_day_for_consult
from reintegratie_desktop.forms.wizard import Wizard

EXAMPLE = json.loads((Path(__file__).parents[1] / "bestanden" / "voorbeeld_week7.json").read_text(encoding="utf-8"))
TODAY = date.fromisoformat(EXAMPLE["vandaag"])
PAPERS = {key: EXAMPLE[key] for key in ("zaak", "werkgever", "werknemer", "taakprofiel")}


def context(today: date = TODAY, **papers: Any) -> Context:
    return Context(today, {**PAPERS, **papers})


def answers(**changed: Any) -> dict[str, Any]:
    return {**EXAMPLE["probleemanalyse"], **changed}


def found(around: Context | None = None, **changed: Any) -> list[Finding]:
    return list(FLOW.findings(answers(**changed), around or context()))


def at(findings: list[Finding], place: str) -> list[tuple[Level, str]]:
    return [(finding.level, finding.message) for finding in findings if finding.field == place]


def one(findings: list[Finding], place: str) -> tuple[Level, str]:
    matches = at(findings, place)
    assert len(matches) == 1, findings
    return matches[0]


def test_the_example_of_week_seven_can_be_finished_without_a_remark() -> None:
    assert found() == []


def test_a_new_draft_takes_over_what_is_known() -> None:
    arbo = {"spreekuur_datum": "2026-11-09T10:30", "terugkoppeling_op": "2026-11-11"}
    start, carried = FLOW.start(context(melding_arbodienst=arbo))
    assert start == {"datum_spreekuur": "2026-11-09", "bedrijfsarts": "L. Winter", "ontvangen_op": "2026-11-11"}
    assert set(carried.values()) == {"melding_arbodienst", "werkgever"}


def test_an_empty_form_bears_every_rule() -> None:
    empty = list(FLOW.findings({}, Context(TODAY)))
    assert {finding.level for finding in empty} == {Level.MISSING}
    missing = {finding.field for finding in empty}
    assert {"datum_document", "benutbaar", "opbouw_soort", "wel", "niet", "einddoel"} <= missing
    assert not missing & {"uren_week", "avg_check", "reden_te_laat", "advies_periodes"}


# --- dates --------------------------------------------------------------------------------------------------------


def test_an_advice_before_the_first_sick_day_is_not_of_this_case() -> None:
    assert one(found(datum_document="2026-10-04", datum_spreekuur=""), "datum_document")[0] is Level.BLOCK
    assert at(found(datum_document="2026-10-05", datum_spreekuur="2026-10-05"), "datum_document") == []


def test_an_advice_before_the_consult_is_asked_about() -> None:
    assert one(found(datum_document="2026-11-08"), "datum_document")[0] is Level.WARN


@pytest.mark.parametrize("key", ["datum_spreekuur", "datum_document", "ontvangen_op"])
def test_what_still_has_to_come_is_not_taken_over(key: str) -> None:
    assert Level.BLOCK in [level for level, _text in at(found(**{key: "2026-11-14"}), key)]
    assert at(found(), key) == []


def test_received_is_not_before_the_document() -> None:
    assert one(found(ontvangen_op="2026-11-09"), "ontvangen_op")[0] is Level.BLOCK


def test_the_advice_does_not_hold_before_the_first_sick_day() -> None:
    assert one(found(per_datum="2026-10-04"), "per_datum")[0] is Level.BLOCK


def test_an_expected_day_lies_ahead() -> None:
    assert one(found(prognose_datum="2026-11-09"), "prognose_datum")[0] is Level.WARN


# --- late ---------------------------------------------------------------------------------------------------------

LATEST = date(2026, 11, 16)
LATER = {"datum_spreekuur": "2026-11-16", "ontvangen_op": "2026-11-17", "volgend_spreekuur": "2026-12-14"}


def test_on_the_last_day_the_advice_is_on_time() -> None:
    around = context(today=date(2026, 11, 20))
    assert latest_day_for_advice(around) == LATEST
    assert found(around, **LATER, datum_document="2026-11-16") == []


def test_a_day_later_a_reason_is_needed_and_the_last_day_is_said() -> None:
    around = context(today=date(2026, 11, 20))
    late = found(around, **LATER, datum_document="2026-11-17")
    assert one(late, "reden_te_laat")[0] is Level.MISSING
    level, sentence = one(late, "datum_document")
    assert level is Level.HINT
    assert "16 november" in sentence
    with_reason = found(around, **LATER, datum_document="2026-11-17", reden_te_laat="De afspraak ging niet door.")
    assert not [finding for finding in with_reason if finding.stops]


def test_without_a_first_sick_day_nothing_is_late() -> None:
    around = Context(TODAY)
    assert latest_day_for_advice(around) is None
    assert not FLOW.field("reden_te_laat").is_asked(answers(), around)


def test_before_the_law_data_begin_nothing_is_said() -> None:
    old = context(zaak={"eerste_ziektedag": "1990-01-01"})
    assert latest_day_for_advice(old) is None


def test_the_edge_of_the_calendar_gives_no_error() -> None:
    assert latest_day_for_consult(date.max, context()) is None


# --- what may be kept -----------------------------------------------------------------------------------------------

FILE = {"sha256": "00", "naam": "advies.pdf", "grootte": 12}


def test_a_file_is_warned_about_and_must_be_read() -> None:
    attached = found(bijlage=FILE)
    level, sentence = one(attached, "bijlage")
    assert level is Level.WARN
    assert "niet voor jou" in sentence
    assert one(attached, "avg_check")[0] is Level.MISSING
    assert [finding.field for finding in found(bijlage=FILE, avg_check=True)] == ["bijlage"]


def test_a_file_that_says_too_much_stops_and_gives_a_text_to_send_back() -> None:
    refused = answers(bijlage=FILE, avg_check=False)
    assert one(list(FLOW.findings(refused, context())), "avg_check")[0] is Level.BLOCK
    note = FLOW.field("retour")
    assert isinstance(note, Note)
    assert note.body == RETURN_NOTE
    assert note.is_asked(refused, context())
    assert not note.is_asked(answers(bijlage=FILE, avg_check=True), context())


def test_the_employee_got_the_same_text() -> None:
    assert one(found(kopie_werknemer=False), "kopie_werknemer")[0] is Level.BLOCK


# --- conclusion -----------------------------------------------------------------------------------------------------


def test_lasting_no_work_points_to_the_doctor_and_gives_no_advice() -> None:
    level, sentence = one(found(benutbaar="geen_duurzaam"), "benutbaar")
    assert level is Level.HINT
    assert "vervroegde IVA" in sentence
    assert "Jasper" in sentence
    assert "geen advies" in sentence


def test_no_work_now_needs_no_plan() -> None:
    assert "niet nodig" in one(found(benutbaar="geen_tijdelijk"), "benutbaar")[1]


def test_little_work_asks_for_small_tasks() -> None:
    assert "kleine taken" in one(found(benutbaar="marginaal"), "benutbaar")[1]


def test_no_long_absence_needs_no_plan() -> None:
    assert "niet nodig" in one(found(langdurig="nee"), "langdurig")[1]


def test_a_limit_needs_words_about_work() -> None:
    limit = {"beperkt": True, "toelichting": ""}
    for key in RUBRICS:
        assert one(found(**{key: limit}), key)[0] is Level.WARN
    assert found(izp_sociaal={"beperkt": False, "toelichting": ""}) == []


def test_the_six_rubrics_are_the_limited_fields() -> None:
    assert tuple(field.key for field in FLOW.fields if isinstance(field, Limited)) == RUBRICS
    assert all(field.guard for field in FLOW.fields if isinstance(field, Limited))


# --- hours ----------------------------------------------------------------------------------------------------------

PLAIN = {"opbouw_soort": "geen_opbouw_nu", "advies_periodes": [], "uren_dag": "", "dagen_week": ""}


def test_hours_are_needed_as_a_week_or_as_days() -> None:
    nothing = {finding.field for finding in found(**PLAIN) if finding.stops}
    assert nothing == {"uren_dag", "dagen_week", "uren_week"}
    assert found(**PLAIN, uren_week="9") == []
    assert found(**{**PLAIN, "uren_dag": "3", "dagen_week": "2.5"}) == []
    half = {finding.field for finding in found(**{**PLAIN, "uren_dag": "3"}) if finding.stops}
    assert half == {"dagen_week", "uren_week"}
    assert found(**PLAIN, benutbaar="volledig_eigen_werk") == []


def test_hours_stay_inside_the_contract() -> None:
    assert one(found(**PLAIN, uren_week="40.5"), "uren_week")[0] is Level.BLOCK
    assert found(**PLAIN, uren_week="40") == []


def test_hours_a_day_and_a_week_that_disagree_are_asked_about() -> None:
    level, sentence = one(found(**{**PLAIN, "uren_dag": "3", "dagen_week": "3"}, uren_week="12"), "uren_week")
    assert level is Level.WARN
    assert sentence == "3 dagen van 3 uur is 9 uur per week. Hier staat 12. Wat zegt het advies?"


def test_a_rhythm_needs_its_step_and_its_weeks() -> None:
    rhythm = {**PLAIN, "opbouw_soort": "vast_ritme", "uren_week": "9"}
    assert {finding.field for finding in found(**rhythm)} == {"opbouw_stap", "opbouw_interval"}
    assert found(**rhythm, opbouw_stap="4", opbouw_interval="2") == []


def test_fixed_periods_are_needed_where_the_advice_has_them() -> None:
    assert one(found(advies_periodes=[]), "advies_periodes")[0] is Level.MISSING


def periods(*given: dict[str, str]) -> list[Finding]:
    return found(advies_periodes=list(given))


def test_a_period_does_not_end_before_it_begins() -> None:
    wrong = periods({"van": "2026-11-16", "tot": "2026-11-15", "uren": "6"})
    assert one(wrong, "advies_periodes[0].tot")[0] is Level.BLOCK


def test_a_period_says_how_much() -> None:
    assert one(periods({"van": "2026-11-16"}), "advies_periodes[0].uren")[0] is Level.MISSING
    assert one(periods({"van": "2026-11-16", "uren": "6", "pct": "50"}), "advies_periodes[0].pct")[0] is Level.HINT


@pytest.mark.parametrize("percent", ["101", "-1"])
def test_a_percentage_lies_between_nothing_and_all(percent: str) -> None:
    assert one(periods({"van": "2026-11-16", "pct": percent}), "advies_periodes[0].pct")[0] is Level.BLOCK


def test_a_period_stays_inside_the_contract() -> None:
    assert one(periods({"van": "2026-11-16", "uren": "41"}), "advies_periodes[0].uren")[0] is Level.BLOCK


FIRST = {"van": "2026-11-16", "tot": "2026-12-13", "uren": "6"}


def test_periods_do_not_overlap_and_run_from_early_to_late() -> None:
    assert one(periods(FIRST, {"van": "2026-12-13", "uren": "9"}), "advies_periodes[1].van")[0] is Level.BLOCK
    assert one(periods(FIRST, {"van": "2026-10-13", "uren": "9"}), "advies_periodes[1].van")[0] is Level.BLOCK
    assert periods(FIRST, {"van": "2026-12-14", "uren": "9"}) == []
    assert one(periods(FIRST, {"uren": "9"}), "advies_periodes[1].van")[0] is Level.MISSING


def test_an_open_period_needs_an_end_when_another_follows() -> None:
    level, sentence = one(periods({**FIRST, "tot": ""}, {"van": "2026-12-14", "uren": "9"}), "advies_periodes[0].tot")
    assert level is Level.MISSING
    assert "14 december" in sentence


def test_days_between_two_periods_keep_the_hours_of_the_first() -> None:
    assert one(periods(FIRST, {"van": "2026-12-16", "uren": "9"}), "advies_periodes[1].van")[0] is Level.HINT


# --- outlook --------------------------------------------------------------------------------------------------------


def test_a_goal_and_not_known_yet_do_not_go_together() -> None:
    assert one(found(einddoel=["eigen_functie_volledig", "nog_niet_te_bepalen"]), "einddoel")[0] is Level.WARN
    assert found(einddoel=["nog_niet_te_bepalen"]) == []


def test_the_next_consult_comes_after_this_one() -> None:
    assert one(found(volgend_spreekuur="2026-11-09"), "volgend_spreekuur")[0] is Level.BLOCK
    assert one(found(volgend_spreekuur="2026-11-10", datum_spreekuur=""), "volgend_spreekuur")[0] is Level.BLOCK


def test_a_far_consult_gets_a_tip() -> None:
    usual = latest_day_for_consult(date(2026, 11, 9), context())
    assert usual == date(2026, 12, 21)
    assert found(volgend_spreekuur="2026-12-21") == []
    level, sentence = one(found(volgend_spreekuur="2026-12-22"), "volgend_spreekuur")
    assert level is Level.HINT
    assert "21 december" in sentence


# --- the interview --------------------------------------------------------------------------------------------------

ALL_STEPS = ["document", "conclusie", "werktermen", "uren", "werk", "vooruitblik"]
WITHOUT_WORK = ["document", "conclusie", "werk", "vooruitblik"]


@pytest.mark.parametrize("conclusion", [option.value for option in FLOW.field("benutbaar").options])  # type: ignore[attr-defined]
def test_without_work_hours_and_tasks_are_not_asked(conclusion: str) -> None:
    wizard = Wizard(FLOW, context(), answers(benutbaar=conclusion))
    no_work = conclusion.startswith("geen_")
    assert [step.key for step in wizard.steps] == (WITHOUT_WORK if no_work else ALL_STEPS)
    asked = {field.key for field in FLOW.asked_fields(wizard.answers, wizard.context)}
    assert ("wel" in asked, "uren_dag" in asked, "izp_sociaal" in asked) == (not no_work,) * 3
    assert {"interventies", "prognose", "volgend_spreekuur"} <= asked
    assert wizard.missing() == ()


def test_with_periods_the_hours_a_week_are_not_asked_again() -> None:
    def asked(kind: str) -> bool:
        return any(field.key == "uren_week" for field in FLOW.asked_fields(answers(opbouw_soort=kind), context()))

    assert not asked("vaste_periodes")
    assert asked("vast_ritme")
    assert found(uren_week="4") == []


def test_the_first_period_agrees_with_days_and_hours_a_day() -> None:
    periods = [{"van": "2026-11-16", "uren": "9"}, {"van": "2026-12-14", "uren": "20"}]
    level, message = one(found(advies_periodes=periods), "advies_periodes[0].uren")
    assert level is Level.WARN
    assert message == "3 dagen van 2 uur is 6 uur per week. Hier staat 9. Wat zegt het advies?"
    assert at(found(advies_periodes=periods, uren_dag="", dagen_week=""), "advies_periodes[0].uren") == []
    assert at(found(advies_periodes=periods[1:]), "advies_periodes[0].uren") != []
    assert at(found(advies_periodes=[{"van": "2026-11-16", "uren": "6"}]), "advies_periodes[0].uren") == []


@pytest.mark.parametrize("key", RUBRICS)
def test_every_limit_is_asked_so_that_yes_means_limited(key: str) -> None:
    field = FLOW.field(key)
    assert field.question.startswith("Is er een beperking bij ")
    # The words between brackets come back in the question.
    inside = field.label.partition("(")[2].rstrip(")")
    assert all(part.split()[-1].rstrip(",") in field.question for part in inside.split(", "))


def test_the_interview_can_be_walked_to_the_end_and_back() -> None:
    wizard = Wizard(FLOW, context(), answers())
    seen = [wizard.current]
    while not wizard.is_last:
        wizard.next()
        seen.append(wizard.current)
    assert seen == ALL_STEPS
    while not wizard.is_first:
        wizard.back()
    assert wizard.current == "document"


def test_changing_the_conclusion_leaves_the_hidden_step_and_keeps_its_answers() -> None:
    wizard = Wizard(FLOW, context(), answers(), current="uren")
    wizard.answer({"benutbaar": "geen_tijdelijk"})
    assert wizard.current == "conclusie"
    assert wizard.answers["wel"]
    wizard.answer({"benutbaar": "ander_werk"})
    assert [step.key for step in wizard.steps] == ALL_STEPS


def test_a_disturbed_relation_asks_for_the_advice_about_it() -> None:
    asked = FLOW.field("advies_conflict").is_asked
    assert asked(answers(arbeidsverhouding="ja"), context())
    assert not asked(answers(arbeidsverhouding="nee"), context())


def test_everything_that_can_stay_away_says_why() -> None:
    for step in FLOW.steps:
        assert step.when is None or step.not_asked
        assert step.title
        assert step.question
        assert step.why
        assert step.example
        assert step.not_written
        assert step.source
        for field in step.fields:
            assert field.when is None or field.not_asked
            assert field.ask
            assert field.help
            assert field.why


def test_free_text_is_guarded() -> None:
    for key in ("reden_te_laat", "wel", "niet", "rustdagen", "advies_periodes"):
        assert FLOW.field(key).guard


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(["", "x", "9999-12-31", "0001-01-01", "-5", "1e19", "vast_ritme", "geen_duurzaam"]),
    st.lists(st.sampled_from(["x", "", "nog_niet_te_bepalen"]), max_size=2),
    st.dictionaries(st.sampled_from(["beperkt", "toelichting", "naam"]), st.booleans(), max_size=2),
)


@given(
    st.dictionaries(st.sampled_from([field.key for field in FLOW.fields]), ODD),
    st.lists(st.dictionaries(st.sampled_from(["van", "tot", "uren", "pct"]), ODD), max_size=3),
)
@settings(max_examples=60)
def test_rules_bear_any_answer_in_any_field(changed: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    odd = answers(**changed, **({} if "advies_periodes" in changed else {"advies_periodes": rows}))
    keys = {field.key for field in FLOW.fields}
    assert {finding.key for finding in FLOW.findings(odd, context())} <= keys
