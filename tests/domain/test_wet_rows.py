"""Every row of the fact sheet of the law: computed, asked or explained, where, and which test proves it.

Other parts add their own rows beside `PERIODS` and `MILESTONES` (the costs, the privacy) and join them in `ROWS`. A row
names what does the work: `step:` of the clock, `law:` a dated value, `situation:` a declared question or explanation,
`notice:` a remark beside the dates, `doubt:` a declared doubt, `code:` a function, `form:` a form, `note:` a remark
beside a wage, `explanation:` a declared explanation that is shown where the subject is met.
"""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from reintegratie_desktop.domain.explanations import EXPLANATIONS
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.domain.situations import SITUATIONS
from reintegratie_desktop.law.book import load_law

ROOT = Path(__file__).resolve().parents[2]
LAW = load_law()

COMPUTED, ASKED, EXPLAINED = "computed", "asked", "explained"

EXAMPLES = "domain/test_clock_examples.py"
UWV = "domain/test_clock_uwv.py"
GROUPS = "domain/test_clock_groups.py"
WORDS = "domain/test_explain.py"
FIRST = "domain/test_first_day.py"
HERE = "domain/test_wet_rows.py"
PLAN = "forms/test_flow_plan_van_aanpak.py"
ADVICE = "forms/test_flow_probleemanalyse.py"
REPORT = "forms/test_flow_ziekmelding.py"
DATA = "law/test_law_data.py"
WAGE = "domain/wage/test_wage_examples.py"
AMOUNTS = "domain/wage/test_wage_amounts.py"
TOLD = "services/test_explanations.py"


class Row(NamedTuple):
    """How a row of the fact sheet lives in the program."""

    how: str
    where: str
    test: str
    """File under `tests/`, and the name of the test."""


COUNTING = {
    "0.1": Row(COMPUTED, "code:domain.first_day:eerste_ziektedag_for", f"{FIRST}::test_first_sick_day"),
    "0.2": Row(COMPUTED, "code:domain.first_day:eerste_ziektedag_for", f"{FIRST}::test_first_sick_day"),
    "0.3": Row(COMPUTED, "code:domain.first_day:eerste_ziektedag_for", f"{FIRST}::test_first_sick_day"),
    "0.4": Row(COMPUTED, "law:probleemanalyse_uiterlijk", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "0.5": Row(COMPUTED, "law:probleemanalyse_veilig", f"{DATA}::test_the_ends_of_sick_weeks_agree_with_the_days"),
    "0.6": Row(COMPUTED, "step:wia_eerste_dag", f"{EXAMPLES}::test_loonsanctie_of_a_court_case"),
    "0.7": Row(COMPUTED, "step:wia_aanvraag", f"{UWV}::test_thirteen_and_eleven_weeks_stand_before_any_end"),
    "0.8": Row(COMPUTED, "step:uwv_42e_week", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "0.9": Row(COMPUTED, "doubt:d1", f"{EXAMPLES}::test_deadline_on_a_holiday_weekend"),
    "0.10": Row(ASKED, "situation:afwijken_van_termijn", f"{PLAN}::test_a_day_later_section_nine_asks_why"),
    "0.11": Row(
        COMPUTED, "law:opzegverbod_jaren", f"{EXAMPLES}::test_leap_year_and_the_difference_between_years_and_weeks"
    ),
}

MILESTONES = {
    "1.1": Row(ASKED, "form:ziekmelding", f"{REPORT}::test_a_new_report_starts_with_what_is_known"),
    "1.2": Row(COMPUTED, "step:ziekmelding_arbodienst", f"{EXAMPLES}::test_own_term_for_the_sick_report"),
    "1.3": Row(COMPUTED, "step:vangnet_melding", f"{EXAMPLES}::test_vangnet"),
    "1.4": Row(
        ASKED, "law:evaluatie_ritme", "forms/test_flow_gesprek.py::test_the_coming_period_is_asked_when_there_is_work"
    ),
    "1.5": Row(COMPUTED, "step:probleemanalyse", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.6": Row(
        COMPUTED, "step:plan_van_aanpak", f"{EXAMPLES}::test_the_analysis_on_its_last_day_leaves_two_weeks_for_the_plan"
    ),
    "1.7": Row(ASKED, "form:plan_van_aanpak", f"{PLAN}::test_one_casemanager_has_a_name"),
    "1.8": Row(COMPUTED, "notice:plan_kopie", f"{GROUPS}::test_copies_of_the_plan_go_out_on_the_next_working_day"),
    "1.9": Row(
        COMPUTED,
        "step:evaluatie",
        f"{EXAMPLES}::test_evaluations_follow_what_was_done_and_otherwise_what_was_planned",
    ),
    "1.10": Row(ASKED, "law:contact_bedrijfsarts_ritme", f"{ADVICE}::test_a_far_consult_gets_a_tip"),
    "1.11": Row(
        ASKED, "law:plan_van_aanpak_bijstellen", f"{PLAN}::test_the_time_begins_with_the_first_advice_that_sees_work"
    ),
    "1.12": Row(COMPUTED, "step:uwv_42e_week", f"{WORDS}::test_a_late_notification_names_the_fines"),
    "1.13": Row(EXPLAINED, "law:uwv_brief_tweede_jaar_van", f"{HERE}::test_weeks_of_the_letters_of_uwv"),
    "1.14": Row(COMPUTED, "step:eerstejaarsevaluatie", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.15": Row(COMPUTED, "step:spoor2_start", f"{EXAMPLES}::test_plain_case_with_the_plan_made"),
    "1.16": Row(
        COMPUTED, "law:aow_overleg_spoor2", f"{GROUPS}::test_reaching_the_aow_age_while_ill_is_a_warning_and_no_sum"
    ),
    "1.17": Row(
        COMPUTED,
        "step:spoor2_start",
        f"{EXAMPLES}::test_the_second_track_window_never_opens_after_its_due_day",
    ),
    "1.18": Row(COMPUTED, "step:actueel_oordeel", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.19": Row(
        COMPUTED,
        "step:eindevaluatie",
        f"{EXAMPLES}::test_the_closing_steps_can_be_done_after_each_other_or_shortly_before_their_day",
    ),
    "1.20": Row(
        COMPUTED,
        "law:uwv_42e_week_bewaking",
        f"{GROUPS}::test_without_the_notification_of_week_42_a_late_application_is_not_excused",
    ),
    "1.21": Row(COMPUTED, "step:riv_aan_werknemer", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.22": Row(COMPUTED, "step:wia_aanvraag", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.23": Row(
        COMPUTED, "notice:riv_insturen", f"{GROUPS}::test_the_letter_of_uwv_is_asked_after_and_the_report_sent"
    ),
    "1.24": Row(COMPUTED, "notice:uwv_te_laat", f"{UWV}::test_a_decision_after_the_wachttijd_changes_nothing"),
    "1.25": Row(COMPUTED, "step:einde_loondoorbetaling", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.26": Row(COMPUTED, "step:wia_eerste_dag", f"{EXAMPLES}::test_published_example_of_three_weeks"),
    "1.27": Row(COMPUTED, "step:einde_opzegverbod", f"{EXAMPLES}::test_two_years_from_a_leap_day"),
    "1.28": Row(
        COMPUTED,
        "law:vrijwillige_verlenging_minimum",
        f"{UWV}::test_an_extension_moves_what_counts_back_from_the_end",
    ),
    "1.29": Row(COMPUTED, "step:einde_loondoorbetaling", f"{EXAMPLES}::test_late_application_moves_the_end"),
    "1.30": Row(
        COMPUTED,
        "code:domain.iva:iva_begins",
        f"{UWV}::test_the_early_iva_begins_seventy_days_after_the_request_or_later",
    ),
    "1.31": Row(COMPUTED, "step:einde_loonsanctie", f"{EXAMPLES}::test_loonsanctie"),
    "1.32": Row(COMPUTED, "law:loonsanctie_na_herstel", f"{EXAMPLES}::test_loonsanctie"),
    "1.33": Row(COMPUTED, "notice:bezwaar", f"{UWV}::test_a_decision_in_time_can_be_objected_to"),
    "1.34": Row(EXPLAINED, "law:wia_beslissing_na_herstel", f"{HERE}::test_weeks_of_the_letters_of_uwv"),
}

PERIODS = {
    "2.1": Row(COMPUTED, "law:samentelling_grens", f"{EXAMPLES}::test_the_boundary_of_four_weeks"),
    "2.2": Row(COMPUTED, "code:domain.periods:Course", f"{EXAMPLES}::test_three_weeks_recovered_is_one_case"),
    "2.3": Row(EXPLAINED, "doubt:d6", f"{REPORT}::test_nothing_is_asked_about_limits_or_causes"),
    "2.4": Row(EXPLAINED, "situation:eerste_dag_bij_uwv", f"{EXAMPLES}::test_three_weeks_recovered_is_one_case"),
    "2.5": Row(COMPUTED, "doubt:d3", f"{EXAMPLES}::test_a_step_in_a_break_is_due_two_weeks_after_the_relapse"),
    "2.6": Row(COMPUTED, "notice:zelfde_geval", f"{EXAMPLES}::test_maternity_leave_in_the_same_case"),
    "2.7": Row(COMPUTED, "doubt:d19", f"{EXAMPLES}::test_leave_days_are_no_recovery"),
    "2.8": Row(COMPUTED, "code:domain.leave:maternity_leave", "domain/test_leave.py::test_worked_examples"),
    "2.9": Row(
        COMPUTED, "law:opzegverbod_na_verlof", f"{GROUPS}::test_no_notice_to_quit_until_six_weeks_after_the_leave"
    ),
    "2.10": Row(
        COMPUTED,
        "step:ziek_uit_dienst_melding",
        f"{GROUPS}::test_leaving_ill_can_be_reported_on_the_next_working_day",
    ),
    "2.11": Row(
        COMPUTED,
        "law:uit_dienst_kort_verslag",
        f"{EXAMPLES}::test_which_report_goes_with_the_end_of_the_employment",
    ),
    "2.12": Row(COMPUTED, "step:vangnet_melding", f"{EXAMPLES}::test_vangnet_is_due_before_the_employment_ends"),
    "2.13": Row(
        COMPUTED,
        "law:vangnet_ontdekt",
        f"{GROUPS}::test_a_vangnet_that_is_discovered_later_counts_from_that_day",
    ),
    "2.14": Row(
        COMPUTED, "notice:vangnet_herstel", f"{GROUPS}::test_recovery_of_who_falls_under_the_vangnet_is_reported"
    ),
    "2.15": Row(ASKED, "situation:no_risk_vragen", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.16": Row(EXPLAINED, "law:no_risk_ziekengeld", f"{GROUPS}::test_no_risk_keeps_every_step"),
    "2.17": Row(EXPLAINED, "step:uwv_42e_week", f"{GROUPS}::test_no_risk_keeps_every_step"),
    "2.18": Row(ASKED, "situation:inlener", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.19": Row(
        COMPUTED,
        "notice:eigenrisicodrager",
        f"{GROUPS}::test_an_own_risk_employer_still_reports_and_goes_on_after_the_employment",
    ),
    "2.20": Row(EXPLAINED, "situation:participatieverzoek", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.21": Row(ASKED, "situation:hersteld", f"{HERE}::test_recovered_is_asked_about_the_own_work_in_full"),
    "2.22": Row(EXPLAINED, "situation:gedeeltelijk", f"{EXAMPLES}::test_working_partly_changes_nothing"),
    "2.23": Row(EXPLAINED, "situation:werken_tijdens_herstel", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.24": Row(ASKED, "situation:werken_zonder_loonwaarde", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.25": Row(EXPLAINED, "situation:vakantie", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.26": Row(COMPUTED, "law:aow_loondoorbetaling_dagen", f"{EXAMPLES}::test_aow"),
    "2.27": Row(
        EXPLAINED,
        "notice:aow_tijdens_ziekte",
        f"{GROUPS}::test_reaching_the_aow_age_while_ill_is_a_warning_and_no_sum",
    ),
    "2.28": Row(
        COMPUTED,
        "law:huishoudelijk_loondoorbetaling_dagen",
        f"{GROUPS}::test_household_staff_has_six_weeks_of_wage_and_two_years_of_protection",
    ),
    "2.29": Row(ASKED, "situation:twee_banen", f"{HERE}::test_every_situation_can_be_asked_or_told"),
    "2.30": Row(ASKED, "situation:nieuw_werk_afgesproken", f"{HERE}::test_every_situation_can_be_asked_or_told"),
}

MONEY = {
    "3.1": Row(COMPUTED, "law:loondoorbetaling_deel", f"{WAGE}::test_the_share_stops_at_the_maximum"),
    "3.2": Row(COMPUTED, "code:domain.wage.day:DayMaker", f"{WAGE}::test_the_second_year_has_no_floor"),
    "3.3": Row(COMPUTED, "law:minimumuurloon", f"{AMOUNTS}::test_the_minimum_per_hour_as_published"),
    "3.4": Row(COMPUTED, "law:maximumdagloon", f"{AMOUNTS}::test_the_maximum_per_day_and_month"),
    "3.5": Row(
        COMPUTED,
        "law:wachtdagen_hoogstens",
        f"{WAGE}::test_waiting_days_are_the_first_two_days_and_not_those_of_a_relapse",
    ),
    "3.6": Row(ASKED, "code:domain.wage.facts:CaoRule", f"{WAGE}::test_a_cao_tops_up_by_the_week_of_the_case"),
    "3.7": Row(COMPUTED, "note:aftrek", f"{WAGE}::test_other_income_and_a_benefit_come_off"),
    "3.8": Row(EXPLAINED, "note:gewerkte_uren_omstreden", f"{WAGE}::test_what_is_disputed_about_worked_hours_is_said"),
    "3.9": Row(COMPUTED, "note:opschorting_loopt", f"{WAGE}::test_a_suspension_is_paid_after_all_on_the_day_it_ends"),
    "3.10": Row(
        COMPUTED,
        "code:domain.wage.facts:STOP_GROUNDS",
        f"{WAGE}::test_a_stop_takes_the_sick_wage_and_leaves_what_was_earned",
    ),
    "3.11": Row(
        EXPLAINED, "note:laat_meegedeeld", f"{WAGE}::test_a_stop_takes_the_sick_wage_and_leaves_what_was_earned"
    ),
    "3.12": Row(
        EXPLAINED,
        "explanation:werkt_niet_mee",
        "ui/test_check_page.py::test_a_point_that_asks_explains_what_to_do_with_who_does_not_help",
    ),
    "3.13": Row(EXPLAINED, "explanation:naar_de_rechter", f"{TOLD}::test_an_explanation_says_what_the_law_says"),
    "3.14": Row(
        EXPLAINED, "explanation:transitievergoeding", f"{TOLD}::test_the_end_after_two_years_names_the_amounts"
    ),
    "3.15": Row(EXPLAINED, "explanation:compensatie", f"{TOLD}::test_the_end_after_two_years_names_the_amounts"),
    "3.16": Row(EXPLAINED, "explanation:compensatie_later", f"{TOLD}::test_the_end_after_two_years_names_the_amounts"),
    "3.17": Row(EXPLAINED, "explanation:lkv", f"{TOLD}::test_help_with_the_costs_names_the_amounts"),
    "3.18": Row(EXPLAINED, "explanation:premiekorting", f"{TOLD}::test_help_with_the_costs_names_the_amounts"),
    "3.19": Row(EXPLAINED, "explanation:verhaal", f"{TOLD}::test_an_explanation_says_what_the_law_says"),
    "3.20": Row(EXPLAINED, "explanation:verzuimverzekering", f"{TOLD}::test_an_explanation_says_what_the_law_says"),
    "3.21": Row(EXPLAINED, "explanation:medezeggenschap", f"{TOLD}::test_an_explanation_says_what_the_law_says"),
}

ROWS = {**COUNTING, **MILESTONES, **PERIODS, **MONEY}
"""Add the rows of another part here."""

LENGTHS = {"0": 11, "1": 34, "2": 30, "3": 21}
"""Section of the fact sheet, and how many rows it has."""


@cache
def _tests_in(name: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / name).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@cache
def _ids_in(file: str, kind: str) -> frozenset[str]:
    """Return the first words of every call of a class in a file of the domain."""
    path = ROOT / "reintegratie_desktop" / "domain" / file
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    found = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == kind)
    return frozenset(call.args[0].value for call in found if isinstance(call.args[0], ast.Constant))


def _is_there(where: str) -> bool:
    kind, _colon, name = where.partition(":")
    if kind == "code":
        module, _colon, attribute = name.partition(":")
        return hasattr(import_module(f"reintegratie_desktop.{module}"), attribute)
    if kind == "form":
        return (ROOT / "reintegratie_desktop" / "forms" / "flows" / f"{name}.py").exists()
    known = {
        "step": RULES,
        "law": LAW.parameters,
        "situation": SITUATIONS,
        "doubt": LAW.doubts,
        "notice": _ids_in("notices.py", "Notice"),
        "note": _ids_in("wage/notes.py", "Note"),
        "explanation": EXPLANATIONS,
    }
    return name in known[kind]


@pytest.mark.parametrize("number", ROWS)
def test_every_row_is_done_somewhere_and_proven(number: str) -> None:
    row = ROWS[number]
    assert row.how in (COMPUTED, ASKED, EXPLAINED)
    assert _is_there(row.where), f"{number}: {row.where} is not there"
    name, _colons, test = row.test.partition("::")
    assert test in _tests_in(name), f"{number}: {row.test} is not there"


@pytest.mark.parametrize("section", LENGTHS)
def test_no_row_is_left_out(section: str) -> None:
    numbers = {number for number in ROWS if number.startswith(f"{section}.")}
    assert numbers == {f"{section}.{row}" for row in range(1, LENGTHS[section] + 1)}


def test_a_missing_place_is_seen() -> None:
    for where in ("step:x", "law:x", "situation:x", "doubt:x", "notice:x", "form:x", "note:x", "code:domain.leave:x"):
        assert not _is_there(where)


def test_weeks_of_the_letters_of_uwv() -> None:
    """Week 44 for the second year, weeks 88 and following for the WIA, six weeks for a decision after the repair."""
    days = LAW.on(next(iter(LAW.parameters["wia_beslissing_na_herstel"].values)).checked_on).days
    assert days("uwv_brief_tweede_jaar_van") // 7 + 1 == 44
    assert days("uwv_brief_tweede_jaar_tot") // 7 + 1 == 44
    assert days("uwv_brief_wia_van") // 7 + 1 == 88
    assert days("wia_beslissing_na_herstel") == 6 * 7


@pytest.mark.parametrize("key", SITUATIONS)
def test_every_situation_can_be_asked_or_told(key: str) -> None:
    situation = SITUATIONS[key]
    assert situation.id == key
    assert situation.yes.endswith(".")
    assert bool(situation.question) == bool(situation.no), "a question has two answers, an explanation has none"
    if situation.question:
        assert situation.question.count("?") >= 1
        assert situation.no.endswith(".")
    assert situation.sources
    assert all(source in LAW.sources for source in situation.sources)
    assert "!" not in situation.question + situation.yes + situation.no


def test_recovered_is_asked_about_the_own_work_in_full() -> None:
    asked = SITUATIONS["hersteld"]
    assert "eigen werk" in asked.question
    assert "alle taken en alle uren" in asked.question
    assert "ook niet bij alle uren in ander werk" in asked.no
