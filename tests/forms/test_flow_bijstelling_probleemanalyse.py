"""A changed advice: what it takes over, what counts as a change, every rule once, and what follows from it."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.advice import advice_on_hours
from reintegratie_desktop.forms.advice_change import (
    advice_before,
    hours_go_down,
    plan_to_adjust_by,
    rubric_before,
    schedule_to_adjust,
)
from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows.bijstelling_probleemanalyse import FLOW
from reintegratie_desktop.text.guard import find
from tests.forms.plan_papers import ADVICE, PLAN, Filled, around

TODAY = date(2026, 12, 10)
BPA = "bijstelling_probleemanalyse"
FILLED: dict[str, Any] = {
    "datum_spreekuur": "2026-12-09",
    "datum_document": "2026-12-09",
    "ontvangen_op": "2026-12-10",
    "kopie_werknemer": True,
    "reden": "meer_mogelijkheden",
    "uren_week": "20",
    "uren_dag": "4",
    "dagen_week": "5",
    "advies_periodes": [],
    "wel": "Orders invoeren en licht verzamelen.",
    "volgend_spreekuur": "2027-01-13",
    "gevolg": "bijstelling_nodig",
}
PAPER = Filled(FLOW, FILLED, around(TODAY))
CONTINUED: dict[str, Any] = {
    "uren_week": None,
    "uren_dag": "2",
    "dagen_week": "3",
    "advies_periodes": ADVICE["advies_periodes"],
    "wel": ADVICE["wel"],
    "gevolg": "geen_bijstelling",
    "gevolg_reden": "De afspraken passen bij dit advies.",
}


def with_earlier(*papers: dict[str, Any], today: date = TODAY, **more: Any) -> Context:
    return around(today, history={BPA: papers}, **more)


def full(**changed: Any) -> dict[str, Any]:
    return FLOW.computed(PAPER.with_start(**changed), PAPER.context)


# --- what it starts with --------------------------------------------------------------------------------------------


def test_the_example_can_be_finished() -> None:
    assert PAPER.stops() == []
    assert {one.level for one in PAPER.found()} == {Level.HINT}


def test_everything_the_last_advice_said_stands_there() -> None:
    start, carried = FLOW.start(around(TODAY))
    for key in ("benutbaar", "uren_dag", "dagen_week", "advies_periodes", "wel", "niet", "aanpassingen", "prognose"):
        assert start[key] == ADVICE[key]
        assert carried[key] == "probleemanalyse"
    assert start["bedrijfsarts"] == "L. Winter"
    assert not {"datum_spreekuur", "datum_document", "ontvangen_op", "volgend_spreekuur"} & start.keys()


def test_an_earlier_adjustment_is_what_holds_now() -> None:
    earlier = {**FILLED, "benutbaar": "deels_eigen_werk", "wel": "Alles tot 5 kg"}
    start, carried = FLOW.start(with_earlier(earlier, today=date(2027, 1, 14)))
    assert (start["wel"], start["uren_week"], carried["wel"]) == ("Alles tot 5 kg", "20", BPA)
    assert "advies_periodes" not in start


def test_a_first_advice_that_is_newer_than_the_adjustment_counts() -> None:
    again = {**ADVICE, "datum_document": "2027-01-10", "wel": "Weer alles", "opbouw_soort": "geen_opbouw_nu"}
    there = around(date(2027, 1, 14), history={BPA: (FILLED,), "probleemanalyse": (ADVICE, again)})
    start, carried = FLOW.start(there)
    assert (start["wel"], carried["wel"]) == ("Weer alles", "probleemanalyse")
    assert "advies_periodes" not in start


def test_without_an_advice_nothing_is_carried() -> None:
    bare = around(TODAY, history={"probleemanalyse": ()}, probleemanalyse=None)
    assert "wel" not in FLOW.start(bare)[0]
    assert PAPER.stops(bare)[0] == "datum_document"


# --- was and becomes ------------------------------------------------------------------------------------------------


def test_the_difference_stands_in_the_form_and_on_paper() -> None:
    rows = [(row["wat"], row["was"], row["wordt"]) for row in full()["verschil"]]
    assert ("Maximaal uren per week", "Niet genoemd", "20 uur") in rows
    assert ("Maximaal uren per dag", "2 uur", "4 uur") in rows
    assert ("Werkzaamheden die wel kunnen", ADVICE["wel"], FILLED["wel"]) in rows
    assert {row[0] for row in rows} >= {"Van 16-11-2026", "Van 14-12-2026", "Van 11-01-2027"}
    assert PAPER.asked("verschil")
    assert not PAPER.asked("verschil", reden="geen_wijziging_voortzetting", **CONTINUED)


def test_a_changed_rubric_shows_what_was() -> None:
    limits = [
        {"rubriek": "izp_dynamisch", "wordt": "Tillen tot 10 kg."},
        {"rubriek": "izp_werktijden", "wordt": "Geen avonddienst."},
        {"rubriek": "izp_sociaal", "wordt": "Geen klanten aan de balie."},
    ]
    done = full(izp_wijziging=limits)
    assert [row["was"] for row in done["izp_wijziging"]] == [
        ADVICE["izp_dynamisch"]["toelichting"],
        "Niet beperkt",
        "Niets over gezegd",
    ]
    assert PAPER.stops(reden="geen_wijziging_voortzetting", izp_wijziging=limits, **CONTINUED) == ["reden"]
    assert not PAPER.asked("verschil", izp_wijziging=limits, **CONTINUED)


def test_what_an_earlier_adjustment_said_of_a_rubric_is_what_was() -> None:
    earlier = {**FILLED, "izp_wijziging": [{"rubriek": "izp_sociaal", "wordt": "Geen balie."}, {"rubriek": 5}]}
    there = with_earlier(earlier)
    assert rubric_before({"rubriek": "izp_sociaal"}, there) == "Geen balie."
    assert rubric_before({}, there) is None
    assert rubric_before({"rubriek": "izp_sociaal"}, Context(TODAY)) is None
    unsaid = around(TODAY, history={"probleemanalyse": ({**ADVICE, "izp_sociaal": {"beperkt": True}},)})
    assert rubric_before({"rubriek": "izp_sociaal"}, unsaid) == "Beperkt"


def test_a_rubric_that_stays_the_same_is_no_change() -> None:
    same = [{"rubriek": "izp_werktijden", "was": "Niet beperkt", "wordt": "Niet beperkt"}]
    assert PAPER.stops(reden="geen_wijziging_voortzetting", izp_wijziging=same, **CONTINUED) == []


def test_opening_it_again_compares_with_what_was_before_it() -> None:
    there = with_earlier(FILLED)
    before = advice_before(FILLED, there)
    assert before is not None and before.answers == ADVICE
    assert PAPER.stops(there) == []


def test_of_an_advice_with_a_rhythm_the_periods_do_not_count() -> None:
    rhythm = {**ADVICE, "opbouw_soort": "op_basis_van_evaluatie"}
    there = around(TODAY, history={"probleemanalyse": (rhythm,)})
    told = {key: value for key, value in CONTINUED.items() if key != "advies_periodes"}
    assert PAPER.stops(there, reden="geen_wijziging_voortzetting", **told) == []


# --- rules ----------------------------------------------------------------------------------------------------------


def test_an_adjustment_is_later_than_the_advice_before() -> None:
    ((level, sentence),) = PAPER.at("datum_document", datum_document="2026-11-10", datum_spreekuur="2026-11-10")
    assert (level, sentence) == (Level.BLOCK, "Het vorige advies is van 10 november. Een bijstelling is later.")
    assert PAPER.stops(datum_document=None) == ["datum_document"]
    undated = around(TODAY, history={"probleemanalyse": ({**ADVICE, "datum_document": ""},)})
    assert PAPER.at("datum_document", undated) == []


def test_a_day_before_the_consult_is_asked_again() -> None:
    ((level, _sentence),) = PAPER.at("datum_document", datum_document="2026-12-08")
    assert level is Level.WARN


@pytest.mark.parametrize(
    ("key", "day"),
    [("datum_spreekuur", "2026-12-11"), ("datum_document", "2026-12-11"), ("ontvangen_op", "2026-12-11")],
)
def test_what_still_has_to_come_is_no_advice(key: str, day: str) -> None:
    assert (Level.BLOCK) in [level for level, _sentence in PAPER.at(key, **{key: day})]


def test_received_before_it_was_written_cannot_be() -> None:
    assert PAPER.stops(ontvangen_op="2026-12-08") == ["ontvangen_op"]


def test_nothing_changed_is_only_right_as_a_continuation() -> None:
    ((level, sentence),) = PAPER.at("reden", reden="periodieke_beoordeling", **CONTINUED)
    assert level is Level.BLOCK and "Geen wijziging, voortzetting" in sentence
    assert PAPER.stops(reden="geen_wijziging_voortzetting", **CONTINUED) == []
    assert PAPER.stops(reden="geen_wijziging_voortzetting") == ["reden"]
    assert PAPER.stops(reden=None, **CONTINUED) == ["reden"]


def test_more_hours_than_the_contract_cannot_be() -> None:
    assert PAPER.stops(uren_week="41") == ["uren_week"]


def test_the_next_consult_comes_after_this_one() -> None:
    assert PAPER.stops(volgend_spreekuur="2026-12-09") == ["volgend_spreekuur"]


def test_hours_are_needed_when_there_is_work_and_no_period() -> None:
    nothing = {"uren_week": None, "uren_dag": None, "dagen_week": None}
    assert PAPER.stops(**nothing) == ["uren_week", "advies_periodes"]
    period = [{"van": "2026-12-14", "uren": "20"}]
    assert PAPER.stops(**nothing, advies_periodes=period) == []
    assert PAPER.stops(**nothing, benutbaar="volledig_eigen_werk", advies_periodes=period) == []
    none = {**nothing, "benutbaar": "geen_tijdelijk", "reden": "minder_mogelijkheden"}
    assert PAPER.stops(**none) == []
    for key in ("uren_week", "advies_periodes", "izp_wijziging", "wel", "niet"):
        assert not PAPER.asked(key, **none)


def test_a_file_is_read_first() -> None:
    kept = {"sha256": "0", "naam": "a.pdf", "grootte": 1}
    assert PAPER.stops(bijlage=kept) == ["avg_check"]
    assert PAPER.asked("retour", bijlage=kept, avg_check=False)


# --- what follows ---------------------------------------------------------------------------------------------------


def test_a_needed_adjustment_says_by_when() -> None:
    ((level, sentence),) = PAPER.at("gevolg")
    assert (level, sentence) == (Level.HINT, "Stel het plan bij uiterlijk op 23 december.")
    bare = around(TODAY, history={"plan_van_aanpak": ()})
    assert PAPER.at("gevolg", bare) == [(Level.HINT, "Er is nog geen plan van aanpak. Maak dat eerst, met dit advies.")]
    assert PAPER.at("gevolg", datum_document="9999-12-30", datum_spreekuur=None) == []


def test_no_adjustment_needs_a_reason_and_is_asked_again_when_the_advice_is_another() -> None:
    assert PAPER.stops(gevolg="geen_bijstelling") == ["gevolg_reden"]
    ((level, _sentence),) = PAPER.at("gevolg", gevolg="geen_bijstelling", gevolg_reden="Past al.")
    assert level is Level.WARN
    assert PAPER.at("gevolg", reden="geen_wijziging_voortzetting", **CONTINUED) == []


def test_the_plan_is_due_until_it_is_adjusted() -> None:
    there = with_earlier(FILLED)
    assert plan_to_adjust_by(there) == date(2026, 12, 23)
    assert plan_to_adjust_by(around(TODAY)) is None
    assert plan_to_adjust_by(with_earlier({**FILLED, "gevolg": "geen_bijstelling"})) is None
    assert plan_to_adjust_by(with_earlier({**FILLED, "datum_document": "9999-12-30"})) is None
    adjusted = around(TODAY, history={BPA: (FILLED,), "bijstelling_plan_van_aanpak": ({"datum": "2026-12-09"},)})
    assert plan_to_adjust_by(adjusted) is None
    renewed = around(TODAY, history={BPA: (FILLED,), "plan_van_aanpak": (PLAN, {"opgesteld_op": "2026-12-10"})})
    assert plan_to_adjust_by(renewed) is None


FEWER: dict[str, Any] = {**FILLED, "uren_week": "3", "uren_dag": "", "dagen_week": "", "per_datum": "2026-12-15"}


def test_fewer_hours_ask_for_another_schedule() -> None:
    ((level, sentence),) = PAPER.at("uren_week", uren_week="3", uren_dag=None, dagen_week=None)
    assert level is Level.HINT and "opbouwschema" in sentence
    assert PAPER.at("uren_week") == []
    assert PAPER.at("uren_week", around(TODAY, opbouwschema=None), uren_week="3", uren_dag=None) == []


def test_the_schedule_waits_until_it_is_renewed() -> None:
    there = with_earlier(FEWER)
    assert schedule_to_adjust(there) is True
    assert schedule_to_adjust(with_earlier(FILLED)) is False
    assert schedule_to_adjust(around(TODAY)) is False
    assert schedule_to_adjust(with_earlier(FEWER, opbouwschema=None)) is False
    issues = {**there.issues, "opbouwschema": (Issue(1, date(2026, 11, 13)), Issue(2, date(2026, 12, 9)))}
    assert schedule_to_adjust(Context(TODAY, there.papers, there.history, issues)) is False


def test_hours_are_compared_on_the_day_the_advice_begins() -> None:
    there = around(TODAY)
    assert hours_go_down(FEWER, there) is True
    assert hours_go_down({**FEWER, "per_datum": "", "datum_document": ""}, there) is False
    assert hours_go_down({**FILLED, "per_datum": "2027-02-01"}, there) is True
    silent = {**FEWER, "uren_week": ""}
    assert hours_go_down(silent, there) is False
    assert hours_go_down(FEWER, Context(TODAY)) is False


def test_the_new_advice_is_the_ceiling() -> None:
    advice = advice_on_hours(with_earlier(FILLED))
    assert advice is not None and (advice.form, advice.highest(TODAY, TODAY)) == (BPA, 20)


def test_the_guard_reads_every_text() -> None:
    assert find("Zij heeft migraine")
    guarded = {field.key for field in FLOW.fields if field.guard}
    assert {"wel", "niet", "gevolg_reden"} <= guarded
