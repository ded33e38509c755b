"""The form for building up hours: it stays inside the advice, and the worked case of week 7 can be written down."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.forms.buildup_columns import GENERAL_TASKS, phase_in_words, task_options
from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.fields import Day, Number, Rows
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.wizard import Wizard

FLOW = flow("opbouwschema")
WEEK_7 = json.loads((Path(__file__).parent.parent / "bestanden" / "opbouw_week7.json").read_text(encoding="utf-8"))
ADVICE = {
    "datum_document": "2026-11-12",
    "per_datum": "2026-11-23",
    "benutbaar": "ander_werk",
    "uren_dag": "2",
    "dagen_week": "3",
    "uren_week": "6",
    "opbouw_soort": "vaste_periodes",
    "advies_periodes": [
        {"van": "2026-11-23", "tot": "2026-12-20", "uren": "6"},
        {"van": "2026-12-21", "tot": "2027-01-17", "pct": "50"},
        {"van": "2027-01-18", "tot": None, "uren": "25"},
    ],
}
SUPERVISOR = {"naam": "Joyce Brands", "functie": "bedrijfsleider", "telefoon": "", "email": ""}


def context_with(
    advice: Any = ADVICE, today: Any = date(2026, 11, 16), history: Any = None, *, drafted: bool = False, **papers: Any
) -> Any:
    known = {
        "zaak": {"eerste_ziektedag": "2026-10-12", "ziekteweek": "6"},
        "werknemer": {"contracturen": "38", "leidinggevende": SUPERVISOR},
        **papers,
    }
    if advice:
        known["probleemanalyse"] = advice
    finished = {} if drafted else {"probleemanalyse": (Issue(1, date(2026, 11, 12)),)}
    return Context(today=today, papers=known, history=history or {}, issues=finished)


def week_7(**first_phase: Any) -> Any:
    answers = deepcopy(WEEK_7)
    answers["fasen"][0].update(first_phase)
    return answers


def found(answers: Any, context: Any = None, level: Any = None) -> Any:
    return [
        (item.field, item.message)
        for item in FLOW.findings(answers, context or context_with())
        if (item.stops if level is None else item.level is level)
    ]


# --- the worked case --------------------------------------------------------------------------------------------------


def test_the_case_of_week_seven_can_be_finished() -> None:
    assert found(WEEK_7) == []


def test_the_case_of_week_seven_in_full() -> None:
    full = FLOW.computed(WEEK_7, context_with())
    rows = full["fasen"]
    assert [(row["fase"], row["van_week"], row["van"]) for row in rows] == [
        ("1", "7", "2026-11-23"),
        ("2", "11", "2026-12-21"),
        ("3", "15", "2027-01-18"),
    ]
    assert [(row["uren_week"], row["pct"]) for row in rows] == [("6", "16"), ("19", "50"), ("25", "66")]
    assert rows[0]["begeleider"] == SUPERVISOR
    assert rows[1]["begeleider"]["naam"] == "Noor Dekker"
    assert full["basis"] == {"soort": "probleemanalyse", "versie": "", "datum": "2026-11-12"}
    assert [item["uren"] for item in full["grafiek"]["ceilings"]] == ["6", "19", "25"]
    assert full["versie"] == "1"


def test_the_large_step_gets_a_soft_remark() -> None:
    assert found(WEEK_7, level=Level.WARN) == [
        ("fasen[1].uren_dag", "Dit is een grote stap: 13 uur per week erbij. Past een kleine stap ertussen?")
    ]


def test_a_wizard_walks_through_it() -> None:
    wizard = Wizard(FLOW, context_with(), dict(WEEK_7))
    assert [step.key for step in wizard.steps] == ["basis", "fasen", "weekstaat"]
    wizard.next()
    wizard.next()
    assert wizard.is_last
    assert wizard.missing() == ()


# --- the start --------------------------------------------------------------------------------------------------------


def test_a_new_draft_knows_the_contract_and_whose_rhythm_it_is() -> None:
    answers, carried = FLOW.start(context_with())
    assert {key: answers[key] for key in ("contracturen", "eigen_voorstel")} == {
        "contracturen": "38",
        "eigen_voorstel": False,
    }
    assert carried == {"contracturen": "werknemer", "fasen": "probleemanalyse"}
    flat = {**ADVICE, "opbouw_soort": "op_basis_van_evaluatie"}
    assert FLOW.start(context_with(flat))[0]["eigen_voorstel"] is True


def started(advice: Any = ADVICE, today: Any = date(2026, 11, 16), **papers: Any) -> Any:
    return [
        (row["van"], row["tot"], row["dagen"], row["uren_dag"])
        for row in FLOW.start(context_with(advice, today, **papers))[0].get("fasen", [])
    ]


WHOLE_WEEK = ["ma", "di", "wo", "do", "vr"]


def test_the_periods_of_week_seven_are_the_first_schedule() -> None:
    phases = [
        ("2026-11-23", "2026-12-20", ["ma", "wo", "vr"], "2"),
        ("2026-12-21", "2027-01-17", WHOLE_WEEK, "3.75"),
        ("2027-01-18", None, WHOLE_WEEK, "5"),
    ]
    assert started() == phases
    # Written down after the first day of the period, it still begins where the advice lets it begin.
    assert started(today=date(2026, 12, 9)) == phases
    assert started(today=date(2026, 12, 29)) == phases[1:]


def test_the_first_schedule_asks_only_what_the_advice_does_not_say() -> None:
    context = context_with()
    answers, _carried = FLOW.start(context)
    assert {place.split(".")[-1] for place, _message in found({**answers, "variant": "uren_eerst"}, context)} == {
        "taken", "prestatie", "loonvorm",
    }  # fmt: skip


def test_the_last_day_of_the_last_period_is_kept_when_it_fits() -> None:
    def until(last: str) -> Any:
        return started({**ADVICE, "advies_periodes": [{"van": "2026-11-23", "tot": last, "uren": "6"}]})[-1][1]

    assert until("2026-12-20") == "2026-12-20"
    assert until("2026-11-20") is None


def test_the_days_and_hours_of_the_advice_are_used_when_they_fit() -> None:
    four_days = {**ADVICE, "uren_dag": "3", "dagen_week": "4"}
    periods = [{"van": "2026-11-23", "uren": "6"}, {"van": "2026-12-21", "uren": "12"}]
    first, second = started({**four_days, "advies_periodes": periods})
    assert (len(first[2]), first[3]) == (3, "2")
    assert (len(second[2]), second[3]) == (4, "3")


def test_a_rhythm_of_the_advice_is_the_first_schedule_too() -> None:
    rhythm = {**ADVICE, "opbouw_soort": "vast_ritme", "uren_week": "6", "opbouw_stap": "6", "opbouw_interval": "2"}
    early, late = started(rhythm), started(rhythm, date(2026, 11, 27))
    assert early == late
    assert [phase[0] for phase in late[:3]] == ["2026-11-23", "2026-12-07", "2026-12-21"]
    assert late[0][2:] == (["ma", "wo", "vr"], "2")


def test_an_advice_without_hours_gives_no_schedule() -> None:
    assert started({"datum_document": "2026-11-12", "benutbaar": "ander_werk"}) == []
    assert started(werknemer={}) == []
    assert started({"datum_document": "2026-11-12", "benutbaar": "geen_tijdelijk"}) == []


def test_without_advice_the_form_cannot_be_finished() -> None:
    context = context_with(advice=None)
    assert ("basis", "Dit is nog niet ingevuld.") in found(WEEK_7, context)
    assert FLOW.computed({}, context)["contracturen"] == "38"
    undated = context_with({"benutbaar": "ander_werk", "uren_week": "9"})
    assert FLOW.computed({}, undated)["basis"] is None


def test_the_next_version_counts_on() -> None:
    before = {"versie": "2"}
    context = context_with(history={"opbouwschema": (before,)}, opbouwschema=before)
    assert FLOW.computed({}, context)["versie"] == "3"
    assert FLOW.computed({}, context_with(opbouwschema=before))["versie"] == "1"


def test_an_empty_row_stays_empty_and_stops_nothing() -> None:
    answers = week_7()
    answers["fasen"].append({})
    answers["fasen"].append("geen regel")
    assert FLOW.computed(answers, context_with())["fasen"][3] == {}
    assert [place for place, _sentence in found(answers)] == ["fasen[4]"]


# --- inside the advice ------------------------------------------------------------------------------------------------


def test_hours_above_the_advice_stop_finishing() -> None:
    advice = {**ADVICE, "uren_dag": "4", "uren_week": "9", "advies_periodes": [{"van": "2026-11-23", "uren": "9"}]}
    answers = week_7(uren_dag="4")
    answers["fasen"] = answers["fasen"][:1]
    assert found(answers, context_with(advice)) == [
        ("fasen[0].uren_dag", "Niet meer dan 9 uur per week. Dat staat in het advies van 12 november.")
    ]


def test_a_phase_that_outlasts_its_period_is_held_against_the_lowest() -> None:
    answers = week_7()
    answers["fasen"][1]["van"] = "2026-12-14"
    answers["fasen"][1]["evaluatie"] = "2027-01-15"
    answers["fasen"][0]["tot"] = "2026-12-13"
    answers["fasen"][0]["evaluatie"] = "2026-12-11"
    assert ("fasen[1].uren_dag", "Niet meer dan 6 uur per week. Dat staat in het advies van 12 november.") in found(
        answers
    )


def test_hours_a_day_and_days_a_week_stay_inside_the_advice() -> None:
    long = found(week_7(uren_dag="3", dagen=["ma", "di"]))
    assert long == [("fasen[0].uren_dag", "Niet meer dan 2 uur per dag. Dat staat in het advies van 12 november.")]
    often = found(week_7(uren_dag="1.5", dagen=["ma", "di", "wo", "do"]))
    assert often == [("fasen[0].dagen", "Niet meer dan 3 dagen per week. Dat staat in het advies van 12 november.")]


def test_no_hours_while_the_advice_sees_no_work() -> None:
    advice = {"datum_document": "2026-11-12", "per_datum": "2026-11-12", "benutbaar": "geen_tijdelijk"}
    messages = dict(found(WEEK_7, context_with(advice)))
    assert (
        messages["fasen[0].uren_dag"] == "Er zijn nu geen uren om te werken. Dat staat in het advies van 12 november."
    )


def test_a_newer_advice_holds_from_its_own_day() -> None:
    lower = {"datum_document": "2027-01-04", "benutbaar": "ander_werk", "uren_week": "10"}
    context = context_with(bijstelling_probleemanalyse=lower)
    assert [place for place, _sentence in found(WEEK_7, context)] == ["fasen[1].uren_dag", "fasen[2].uren_dag"]
    assert FLOW.computed({}, context)["basis"]["soort"] == "bijstelling_probleemanalyse"


def test_what_is_over_is_said_but_stops_nothing() -> None:
    answers = week_7(uren_dag="3")
    answers["fasen"][1]["evaluatie_gedaan"] = True
    context = context_with(today=date(2027, 1, 4))
    assert found(answers, context) == []
    sentence = "Niet meer dan 6 uur per week. Dat staat in het advies van 12 november 2026."
    assert ("fasen[0].uren_dag", sentence) in found(answers, context, Level.WARN)


def test_hours_stay_inside_the_contract() -> None:
    advice = {"datum_document": "2026-11-12", "per_datum": "2026-11-23", "benutbaar": "deels_eigen_werk"}
    answers = week_7()
    answers["fasen"][2]["uren_dag"] = "8"
    assert found(answers, context_with(advice)) == [
        ("fasen[2].uren_dag", "Niet meer dan 38 uur per week. Dat zijn de uren van het contract.")
    ]
    assert dict(found(answers, context_with(advice), Level.WARN))["fasen"].startswith("Het advies noemt geen uren.")


def test_not_before_the_advice_holds() -> None:
    assert found(week_7(van="2026-11-16", van_week="6")) == [
        ("fasen[0].van", "Niet eerder dan 23 november. Dat staat in het advies van 12 november.")
    ]


# --- one after another ------------------------------------------------------------------------------------------------


def test_phases_do_not_overlap() -> None:
    assert found(week_7(tot="2026-12-21")) == [("fasen[1].van", "Fase 2 begint voordat fase 1 klaar is.")]
    answers = week_7()
    answers["fasen"].reverse()
    assert ("fasen[1].van", "Fase 2 begint voordat fase 1 klaar is.") in found(answers)


def test_a_weekend_is_no_gap_and_a_work_day_is() -> None:
    assert found(week_7(tot="2026-12-18", therapeutisch_tot="2026-12-18")) == []
    sentence = "Tussen fase 1 en fase 2 zitten dagen zonder schema. Laat ze op elkaar aansluiten."
    assert found(week_7(tot="2026-12-17", evaluatie="2026-12-16")) == [("fasen[1].van", sentence)]
    saturday = week_7(tot="2026-12-18")
    saturday["fasen"][1]["dagen"] = ["ma", "za"]
    assert found(saturday) == [("fasen[1].van", sentence)]


def test_a_phase_ends_after_it_begins() -> None:
    assert ("fasen[0].tot", "De laatste dag ligt voor de eerste dag van deze fase.") in found(week_7(tot="2026-11-20"))


def test_week_and_day_say_the_same() -> None:
    sentence = "30 november valt in week 8. Pas de week of de dag aan."
    assert found(week_7(van="2026-11-30")) == [("fasen[0].van_week", sentence)]
    early = found(week_7(van="2026-10-05"))
    assert ("fasen[0].van", "Deze dag ligt voor de eerste ziektedag.") in early
    no_clock = Context(today=date(2026, 11, 16), papers={"probleemanalyse": ADVICE})
    assert "fasen[0].van_week" not in dict(found(week_7(van="2026-11-30"), no_clock))


# --- evaluation -------------------------------------------------------------------------------------------------------


def test_a_phase_is_evaluated_while_it_lasts() -> None:
    assert found(week_7(evaluatie="2026-12-21")) == [
        ("fasen[0].evaluatie", "Evalueer voordat de fase voorbij is, dus uiterlijk op 20 december.")
    ]
    assert found(week_7(evaluatie="2026-11-20")) == [
        ("fasen[0].evaluatie", "Deze dag ligt voor het begin van de fase.")
    ]
    assert found(week_7(evaluatie=None)) == [("fasen[0].evaluatie", "Dit is nog niet ingevuld.")]


def test_an_evaluation_after_the_rhythm_of_the_law_gets_a_remark() -> None:
    answers = week_7()
    answers["fasen"][2]["evaluatie"] = "2027-03-01"
    assert "fasen[2].evaluatie" not in dict(found(answers, level=Level.WARN))
    answers["fasen"][2]["evaluatie"] = "2027-03-02"
    remarks = dict(found(answers, level=Level.WARN))
    assert remarks["fasen[2].evaluatie"] == "Dat is lang. Kijk ten minste elke 6 weken samen hoe het gaat."


def test_hours_grow_only_after_an_evaluation() -> None:
    started = context_with(today=date(2026, 12, 21))
    assert found(WEEK_7, started) == [
        (
            "fasen[1].evaluatie_gedaan",
            "Fase 2 begint pas na de evaluatie van fase 1. Hebben jullie die gedaan? Vink het aan.",
        )
    ]
    answers = week_7()
    answers["fasen"][1]["evaluatie_gedaan"] = True
    assert found(answers, started) == []


# --- the form of work -------------------------------------------------------------------------------------------------


def test_therapeutic_work_has_a_last_day() -> None:
    assert found(week_7(therapeutisch_tot=None)) == [
        ("fasen[0].therapeutisch_tot", "Vul in tot en met welke dag het werk arbeidstherapeutisch is.")
    ]
    early = [("fasen[0].therapeutisch_tot", "Deze dag ligt voor het begin van de fase.")]
    assert found(week_7(therapeutisch_tot="2026-11-20")) == early


def test_an_own_rhythm_says_so() -> None:
    answers = {**WEEK_7, "eigen_voorstel": True}
    assert found(answers, level=Level.HINT) == [
        ("eigen_voorstel", "Dit ritme is een voorstel, niet van de bedrijfsarts. Bespreek het met de bedrijfsarts.")
    ]


# --- the week sheet ---------------------------------------------------------------------------------------------------


def worked(*hours: Any, **more: Any) -> Any:
    sheet = [
        {"week": f"2026-{day}", "gewerkt": value, "afwijking": "volgens_plan", **more}
        for day, value in zip(("11-23", "11-30", "12-07"), hours, strict=False)
    ]
    return {**WEEK_7, "weekstaat": sheet}


def test_planned_hours_follow_from_the_phases() -> None:
    assert [row["gepland"] for row in FLOW.computed(worked("6", "5"), context_with())["weekstaat"]] == ["6", "6"]
    assert FLOW.computed({**WEEK_7, "weekstaat": [{"gewerkt": "6"}]}, context_with())["weekstaat"][0]["gepland"] is None


def test_a_difference_asks_for_a_choice_and_never_for_a_text() -> None:
    assert found(worked("6", afwijking=None)) == []
    assert found(worked("5", afwijking=None)) == [("weekstaat[0].afwijking", "Dit is nog niet ingevuld.")]
    columns = {column.key: column for column in FLOW.field("weekstaat").columns}
    assert [option.value for option in columns["afwijking"].options] == [
        "volgens_plan",
        "minder_op_verzoek_werknemer",
        "minder_door_werk_rooster",
        "meer_gewerkt",
        "verlof_feestdag",
        "niet_gewerkt_afgemeld",
    ]
    assert not any(column.guard or column.kind == "text" for column in columns.values())


def test_two_weeks_under_plan_ask_for_a_talk() -> None:
    assert found(worked("6", "5", "4"), level=Level.HINT) == [
        (
            "weekstaat[2].gewerkt",
            "Twee weken minder gewerkt dan gepland. Dat mag. Vraag niet waarom. Bespreek wel of het schema nog past.",
        )
    ]
    assert found(worked("6", "5"), level=Level.HINT) == []


def test_more_than_planned_asks_for_patience() -> None:
    assert found(worked("6", "8.5"), level=Level.HINT) == [
        ("weekstaat[1].gewerkt", "2,5 uur meer gewerkt dan gepland. Niet te snel: bespreek het eerst.")
    ]


def test_each_week_stands_there_once_and_begins_on_monday() -> None:
    answers = worked("6", "6", "6")
    answers["weekstaat"][1]["week"] = "2026-11-23"
    answers["weekstaat"][2]["week"] = "2026-12-08"
    assert found(answers) == [
        ("weekstaat[1].week", "Deze week staat er al."),
        ("weekstaat[2].week", "Kies de maandag van deze week."),
    ]


# --- tasks ------------------------------------------------------------------------------------------------------------


def test_tasks_come_from_the_task_profile() -> None:
    profile = {
        "taken": [{"taak": "Voorraad boeken"}, {"taak": ""}, "geen regel"],
        "pakketten": [{"pakket": "Startpakket"}, {"pakket_uren": "9"}],
    }
    context = context_with(taakprofiel=profile)
    assert [option.value for option in task_options({}, context)] == ["Startpakket", "Voorraad boeken"]
    chosen = {
        "fasen": [{"taken": ["Retouren", "kantoorwerk", 3]}, {"taken": "geen lijst"}],
        "weekstaat": [{"taken_gedaan": ["Voorraad boeken"]}],
    }
    labels = [option.label for option in task_options(chosen, context)]
    assert labels == ["Startpakket", "Voorraad boeken", "Retouren", "Administratief werk"]


def test_without_a_profile_there_are_general_tasks() -> None:
    assert task_options({}, context_with()) == GENERAL_TASKS


# --- half filled answers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"fasen": "geen tabel", "weekstaat": "geen tabel"},
        {"fasen": [3, {}, {"van": "x"}], "weekstaat": [3, {}]},
        {"fasen": [{"van": "2026-11-23"}, {"dagen": ["ma"], "uren_dag": "4"}, {"van": "2026-12-07", "uren_dag": "4"}]},
        {"fasen": [{"loonvorm": "met_loonwaarde"}, {"loonvorm": "arbeidstherapeutisch_tot_datum"}]},
        {"fasen": [{"van": "9999-12-31", "tot": "0001-01-01", "evaluatie": "9999-12-31", "van_week": "1E15"}]},
        {"weekstaat": [{"week": "9999-12-31", "gewerkt": "8"}, {"week": "2026-11-23", "gewerkt": "veel"}]},
    ],
)
@pytest.mark.parametrize("advice", [ADVICE, None, {"benutbaar": "ander_werk", "uren_week": "9"}])
def test_half_filled_answers_never_break(answers: Any, advice: Any) -> None:
    assert all(item.message for item in FLOW.findings(answers, context_with(advice)))
    assert all(item.message for item in FLOW.findings(answers, Context(today=date(2026, 11, 16))))


# --- what a column may do in any form ---------------------------------------------------------------------------------


def test_an_empty_cell_or_field_can_follow_from_the_others() -> None:
    table = Rows(
        key="rijen",
        label="Rijen",
        columns=(
            Number(key="een", label="Een"),
            Number(key="twee", label="Twee", derive=lambda answers, _context: answers.get("een")),
            Day(key="dag", label="Dag"),
        ),
    )
    field = Number(key="los", label="Los", derive=lambda answers, _context: answers.get("anders"))
    step = Step(key="s", title="S", sections=(Section(key="s", title="S", fields=(table, field)),))
    form = Flow(key="f", code="F", version="1", title="F", purpose="P", steps=(step,))
    context = Context(today=date(2026, 11, 16))
    full = form.computed(
        {"rijen": [{"een": "1"}, {"een": "1", "twee": "2"}, {"dag": "2026-01-01"}], "anders": "5"}, context
    )
    assert full["rijen"] == [{"een": "1", "twee": "1"}, {"een": "1", "twee": "2"}, {"dag": "2026-01-01"}]
    assert full["los"] == "5"
    assert "los" not in form.computed({}, context)


# --- a phase in words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            {"van": "2026-11-23", "tot": "2026-12-20", "taken": ["kantoorwerk", "orders"]},
            "Week 7 t/m 10, 23 nov t/m 20 dec. Administratief werk, orders",
        ),
        ({"van": "2026-11-23", "taken": []}, "Vanaf week 7, vanaf 23 nov"),
        ({"van": "2026-10-01"}, "Vanaf 1 okt"),
        ({"tot": "2026-12-20", "taken": ["orders"]}, "Orders"),
        ({}, ""),
    ],
)
def test_a_phase_is_told_in_one_line(row: Any, words: str) -> None:
    assert phase_in_words({**row, "fasen": [row]}, context_with()) == words


# --- an advice that is still a draft ----------------------------------------------------------------------------------


def test_an_advice_that_is_still_a_draft_is_said_and_leads_there() -> None:
    said = [item for item in FLOW.findings(WEEK_7, context_with(drafted=True)) if item.opens]
    assert [(item.field, item.level, item.opens) for item in said] == [("basis", Level.WARN, "probleemanalyse")]
    assert "concept" in said[0].message


def test_a_finished_advice_and_no_advice_at_all_lead_nowhere() -> None:
    for there in (
        context_with(),
        context_with(advice=None, drafted=True),
        context_with(drafted=True, history={"probleemanalyse": (ADVICE,)}),
    ):
        assert not [item for item in FLOW.findings(WEEK_7, there) if item.opens]
