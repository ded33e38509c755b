"""Every row of the fact sheet of the law: computed, asked or explained, where, and which tests prove it.

A row names what does the work: `step:` of the clock, `law:` a dated value, `situation:` a declared question or
explanation, `notice:` a remark beside the dates, `doubt:` a declared doubt, `code:` a function, `form:` a form, `note:`
a remark beside a wage, `check:` a point of the check, `explanation:` a declared explanation that is shown where the
subject is met. A test stands as its file under `tests/` and its name.
"""

from typing import NamedTuple

COMPUTED, ASKED, EXPLAINED = "computed", "asked", "explained"

EXAMPLES = "domain/test_clock_examples.py"
UWV = "domain/test_clock_uwv.py"
GROUPS = "domain/test_clock_groups.py"
WORDS = "domain/test_explain.py"
FIRST = "domain/test_first_day.py"
LEAVE = "domain/test_leave.py"
CHECK = "domain/test_check.py"
HERE = "domain/test_wet_rows.py"
PLAN = "forms/test_flow_plan_van_aanpak.py"
ADVICE = "forms/test_flow_probleemanalyse.py"
REPORT = "forms/test_flow_ziekmelding.py"
FACTS = "forms/test_flow_bijzonderheden.py"
PERSON = "forms/test_flow_werknemer.py"
SCHEDULE = "forms/test_flow_opbouwschema.py"
DATA = "law/test_law_data.py"
WAGE = "domain/wage/test_wage_examples.py"
AMOUNTS = "domain/wage/test_wage_amounts.py"
REFUNDS = "domain/costs/test_cost_refunds.py"
TOLD = "services/test_explanations.py"
FILE = "services/test_file_check.py"
RELAPSE = "services/test_relapse.py"
PARTICULARS = "services/test_particulars.py"
DOUBTS_AT = "services/test_step_doubts.py"
MEETS = f"{HERE}::test_every_situation_is_met_in_the_form"
FOLLOWS = f"{FACTS}::test_a_yes_or_no_says_what_follows_with_its_article"
EACH_POINT = f"{CHECK}::test_each_point_in_each_state"


class Row(NamedTuple):
    """How a row of the fact sheet lives in the program."""

    how: str
    where: str
    tests: tuple[str, ...]


def row(how: str, where: str, *tests: str) -> Row:
    """Return a row; each test is its file under `tests/` and its name."""
    return Row(how, where, tests)


COUNTING = {
    "0.1": row(COMPUTED, "code:domain.first_day:eerste_ziektedag_for", f"{FIRST}::test_first_sick_day"),
    "0.2": row(COMPUTED, "code:domain.first_day:eerste_ziektedag_for", f"{FIRST}::test_first_sick_day"),
    "0.3": row(COMPUTED, "code:domain.first_day:eerste_ziektedag_for", f"{FIRST}::test_first_sick_day"),
    "0.4": row(COMPUTED, "law:probleemanalyse_uiterlijk", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "0.5": row(
        COMPUTED,
        "law:probleemanalyse_veilig",
        f"{DATA}::test_the_ends_of_sick_weeks_agree_with_the_days",
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
    ),
    "0.6": row(
        COMPUTED,
        "step:wia_eerste_dag",
        f"{HERE}::test_the_wachttijd_is_728_days",
        f"{EXAMPLES}::test_loonsanctie_of_a_court_case",
    ),
    "0.7": row(COMPUTED, "step:wia_aanvraag", f"{UWV}::test_thirteen_and_eleven_weeks_stand_before_any_end"),
    "0.8": row(COMPUTED, "step:uwv_42e_week", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "0.9": row(COMPUTED, "doubt:d1", f"{EXAMPLES}::test_deadline_on_a_holiday_weekend"),
    "0.10": row(
        ASKED,
        "situation:afwijken_van_termijn",
        FOLLOWS,
        f"{CHECK}::test_article_5_wants_both_to_agree",
        f"{PLAN}::test_a_day_later_section_nine_asks_why",
    ),
    "0.11": row(
        COMPUTED, "law:opzegverbod_jaren", f"{EXAMPLES}::test_leap_year_and_the_difference_between_years_and_weeks"
    ),
}

MILESTONES = {
    "1.1": row(ASKED, "form:ziekmelding", f"{REPORT}::test_an_empty_draft_only_misses_things"),
    "1.2": row(
        COMPUTED,
        "step:ziekmelding_arbodienst",
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
        f"{EXAMPLES}::test_own_term_for_the_sick_report",
    ),
    "1.3": row(COMPUTED, "step:vangnet_melding", f"{EXAMPLES}::test_vangnet"),
    "1.4": row(ASKED, "check:gewerkte_uren", EACH_POINT),
    "1.5": row(COMPUTED, "step:probleemanalyse", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.6": row(
        COMPUTED,
        "step:plan_van_aanpak",
        f"{EXAMPLES}::test_the_analysis_on_its_last_day_leaves_two_weeks_for_the_plan",
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
    ),
    "1.7": row(
        ASKED,
        "check:plan_meningen",
        f"{HERE}::test_the_plan_asks_both_for_their_view",
        f"{PLAN}::test_one_casemanager_has_a_name",
        f"{FILE}::test_a_talk_of_the_first_year_needs_both_voices",
        EACH_POINT,
    ),
    "1.8": row(
        COMPUTED,
        "notice:plan_kopie",
        f"{GROUPS}::test_copies_of_the_plan_go_out_on_the_next_working_day",
        f"{PLAN}::test_the_law_names_three_who_get_a_copy",
    ),
    "1.9": row(
        COMPUTED,
        "step:evaluatie",
        f"{EXAMPLES}::test_evaluations_follow_what_was_done_and_otherwise_what_was_planned",
    ),
    "1.10": row(ASKED, "check:contact_bedrijfsarts", EACH_POINT, f"{ADVICE}::test_a_far_consult_gets_a_tip"),
    "1.11": row(COMPUTED, "check:bijstelling_plan", EACH_POINT, f"{CHECK}::test_a_late_revision_is_a_point_of_its_own"),
    "1.12": row(
        COMPUTED,
        "step:uwv_42e_week",
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
        f"{WORDS}::test_the_steps_of_the_fine",
        f"{WORDS}::test_a_late_notification_names_the_fines",
        f"{UWV}::test_an_extension_moves_what_counts_back_from_the_end",
    ),
    "1.13": row(EXPLAINED, "explanation:brieven_uwv", f"{TOLD}::test_what_uwv_sends_and_decides_is_told_with_its_days"),
    "1.14": row(COMPUTED, "step:eerstejaarsevaluatie", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.15": row(
        COMPUTED,
        "step:spoor2_start",
        f"{EXAMPLES}::test_plain_case_with_the_plan_made",
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
    ),
    "1.16": row(
        COMPUTED,
        "law:spoor2_uitzondering_opnieuw",
        f"{CHECK}::test_spoor_2_can_be_left_out_with_a_reason_that_is_looked_at_again",
        f"{GROUPS}::test_reaching_the_aow_age_while_ill_is_a_warning_and_no_sum",
    ),
    "1.17": row(
        COMPUTED,
        "step:spoor2_start",
        f"{HERE}::test_spoor_2_may_start_before_its_window",
        f"{EXAMPLES}::test_the_second_track_window_never_opens_after_its_due_day",
    ),
    "1.18": row(COMPUTED, "step:actueel_oordeel", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.19": row(COMPUTED, "step:eindevaluatie", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.20": row(
        COMPUTED,
        "law:uwv_42e_week_bewaking",
        f"{GROUPS}::test_without_the_notification_of_week_42_a_late_application_is_not_excused",
        f"{GROUPS}::test_the_letter_of_uwv_is_asked_after_and_the_report_sent",
        f"{TOLD}::test_what_uwv_sends_and_decides_is_told_with_its_days",
    ),
    "1.21": row(COMPUTED, "step:riv_aan_werknemer", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.22": row(COMPUTED, "step:wia_aanvraag", f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
    "1.23": row(
        COMPUTED, "notice:riv_insturen", f"{GROUPS}::test_the_letter_of_uwv_is_asked_after_and_the_report_sent"
    ),
    "1.24": row(
        COMPUTED,
        "notice:uwv_te_laat",
        f"{UWV}::test_a_decision_after_the_wachttijd_changes_nothing",
        f"{TOLD}::test_what_uwv_sends_and_decides_is_told_with_its_days",
    ),
    "1.25": row(
        COMPUTED,
        "step:einde_loondoorbetaling",
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
        f"{HERE}::test_the_wachttijd_is_728_days",
    ),
    "1.26": row(COMPUTED, "step:wia_eerste_dag", f"{EXAMPLES}::test_published_example_of_three_weeks"),
    "1.27": row(
        COMPUTED,
        "step:einde_opzegverbod",
        f"{EXAMPLES}::test_two_years_from_a_leap_day",
        f"{EXAMPLES}::test_leap_year_and_the_difference_between_years_and_weeks",
        f"{EXAMPLES}::test_loonsanctie",
    ),
    "1.28": row(
        COMPUTED,
        "law:vrijwillige_verlenging_minimum",
        f"{UWV}::test_an_extension_moves_what_counts_back_from_the_end",
        f"{UWV}::test_an_extension_that_is_too_short_is_refused",
    ),
    "1.29": row(
        COMPUTED,
        "step:einde_loondoorbetaling",
        f"{EXAMPLES}::test_late_application_moves_the_end",
        f"{WAGE}::test_a_late_wia_application_goes_on_and_may_be_stopped",
        f"{TOLD}::test_what_uwv_sends_and_decides_is_told_with_its_days",
    ),
    "1.30": row(
        COMPUTED,
        "code:domain.iva:iva_begins",
        f"{UWV}::test_the_early_iva_begins_seventy_days_after_the_request_or_later",
        f"{UWV}::test_an_early_iva_leaves_the_wage_where_it_is",
    ),
    "1.31": row(
        COMPUTED,
        "step:einde_loonsanctie",
        f"{EXAMPLES}::test_loonsanctie",
        f"{EXAMPLES}::test_loonsanctie_of_a_court_case",
    ),
    "1.32": row(
        COMPUTED,
        "law:loonsanctie_na_herstel",
        f"{EXAMPLES}::test_loonsanctie",
        f"{TOLD}::test_what_uwv_sends_and_decides_is_told_with_its_days",
    ),
    "1.33": row(COMPUTED, "notice:bezwaar", f"{UWV}::test_a_decision_in_time_can_be_objected_to"),
    "1.34": row(
        EXPLAINED,
        "explanation:na_de_wia_aanvraag",
        f"{TOLD}::test_what_uwv_sends_and_decides_is_told_with_its_days",
    ),
}

PERIODS = {
    "2.1": row(COMPUTED, "law:samentelling_grens", f"{EXAMPLES}::test_the_boundary_of_four_weeks"),
    "2.2": row(
        COMPUTED,
        "code:domain.periods:Course",
        f"{EXAMPLES}::test_three_weeks_recovered_is_one_case",
        f"{EXAMPLES}::test_published_example_of_three_weeks",
        f"{EXAMPLES}::test_chain_of_two_breaks",
    ),
    "2.3": row(EXPLAINED, "form:ziekmelding", f"{REPORT}::test_nothing_is_asked_about_limits_or_causes"),
    "2.4": row(EXPLAINED, "situation:eerste_dag_bij_uwv", MEETS, f"{EXAMPLES}::test_three_weeks_recovered_is_one_case"),
    "2.5": row(COMPUTED, "doubt:d3", f"{EXAMPLES}::test_a_step_in_a_break_is_due_two_weeks_after_the_relapse"),
    "2.6": row(
        COMPUTED,
        "notice:zelfde_geval",
        f"{EXAMPLES}::test_maternity_leave_in_the_same_case",
        f"{EXAMPLES}::test_maternity_leave_in_another_case",
    ),
    "2.7": row(COMPUTED, "doubt:d19", f"{EXAMPLES}::test_leave_days_are_no_recovery"),
    "2.8": row(
        COMPUTED,
        "code:domain.leave:maternity_leave",
        f"{LEAVE}::test_worked_examples",
        f"{WAGE}::test_there_is_no_wage_during_maternity_leave",
    ),
    "2.9": row(
        COMPUTED, "law:opzegverbod_na_verlof", f"{GROUPS}::test_no_notice_to_quit_until_six_weeks_after_the_leave"
    ),
    "2.10": row(
        COMPUTED,
        "step:ziek_uit_dienst_melding",
        f"{GROUPS}::test_leaving_ill_can_be_reported_on_the_next_working_day",
        f"{EXAMPLES}::test_end_of_the_employment",
    ),
    "2.11": row(
        COMPUTED,
        "law:uit_dienst_kort_verslag",
        f"{EXAMPLES}::test_which_report_goes_with_the_end_of_the_employment",
    ),
    "2.12": row(
        COMPUTED,
        "step:vangnet_melding",
        f"{EXAMPLES}::test_vangnet",
        f"{EXAMPLES}::test_vangnet_is_due_before_the_employment_ends",
    ),
    "2.13": row(
        COMPUTED,
        "law:vangnet_ontdekt",
        f"{GROUPS}::test_a_vangnet_that_is_discovered_later_counts_from_that_day",
    ),
    "2.14": row(
        COMPUTED, "notice:vangnet_herstel", f"{GROUPS}::test_recovery_of_who_falls_under_the_vangnet_is_reported"
    ),
    "2.15": row(
        ASKED,
        "law:no_risk_vragen_na",
        f"{PERSON}::test_no_risk_is_asked_only_after_two_months",
        f"{FACTS}::test_the_no_risk_policy_is_asked_only_after_a_time",
    ),
    "2.16": row(
        EXPLAINED,
        "law:no_risk_ziekengeld",
        f"{REFUNDS}::test_ziekengeld_is_never_more_than_the_wage",
        f"{GROUPS}::test_no_risk_keeps_every_step",
    ),
    "2.17": row(EXPLAINED, "step:uwv_42e_week", f"{GROUPS}::test_no_risk_keeps_every_step", EACH_POINT),
    "2.18": row(ASKED, "situation:inlener", MEETS, FOLLOWS, f"{PERSON}::test_an_agency_worker_has_another_employer"),
    "2.19": row(
        COMPUTED,
        "notice:eigenrisicodrager",
        f"{GROUPS}::test_an_own_risk_employer_still_reports_and_goes_on_after_the_employment",
    ),
    "2.20": row(EXPLAINED, "situation:participatieverzoek", MEETS),
    "2.21": row(
        ASKED,
        "code:services.workspace:Workspace",
        f"{PARTICULARS}::test_without_the_own_work_in_full_the_case_stays_open",
        "ui/test_case_frame.py::test_without_the_own_work_in_full_nothing_closes",
    ),
    "2.22": row(COMPUTED, "situation:gedeeltelijk", f"{HERE}::test_working_a_part_of_the_hours_moves_no_date", MEETS),
    "2.23": row(EXPLAINED, "situation:werken_tijdens_herstel", MEETS),
    "2.24": row(
        ASKED,
        "situation:werken_zonder_loonwaarde",
        MEETS,
        FOLLOWS,
        f"{SCHEDULE}::test_therapeutic_work_has_a_last_day",
    ),
    "2.25": row(EXPLAINED, "situation:vakantie", MEETS),
    "2.26": row(COMPUTED, "law:aow_loondoorbetaling_dagen", f"{EXAMPLES}::test_aow"),
    "2.27": row(
        EXPLAINED,
        "notice:aow_tijdens_ziekte",
        f"{GROUPS}::test_reaching_the_aow_age_while_ill_is_a_warning_and_no_sum",
    ),
    "2.28": row(
        COMPUTED,
        "law:huishoudelijk_loondoorbetaling_dagen",
        f"{GROUPS}::test_household_staff_has_six_weeks_of_wage_and_two_years_of_protection",
    ),
    "2.29": row(ASKED, "situation:twee_banen", MEETS, FOLLOWS),
    "2.30": row(ASKED, "situation:nieuw_werk_afgesproken", MEETS, FOLLOWS),
}

MONEY = {
    "3.1": row(
        COMPUTED,
        "law:loondoorbetaling_deel",
        f"{WAGE}::test_the_share_stops_at_the_maximum",
        f"{WAGE}::test_a_whole_case_of_104_weeks",
    ),
    "3.2": row(COMPUTED, "code:domain.wage.day:DayMaker", f"{WAGE}::test_the_second_year_has_no_floor"),
    "3.3": row(
        COMPUTED,
        "law:minimumuurloon",
        f"{AMOUNTS}::test_the_minimum_per_hour_as_published",
        f"{AMOUNTS}::test_the_minimum_in_a_bbl_contract",
    ),
    "3.4": row(COMPUTED, "law:maximumdagloon", f"{AMOUNTS}::test_the_maximum_per_day_and_month"),
    "3.5": row(
        COMPUTED,
        "law:wachtdagen_hoogstens",
        f"{WAGE}::test_waiting_days_are_the_first_two_days_and_not_those_of_a_relapse",
        f"{WAGE}::test_a_new_case_has_its_own_waiting_days",
    ),
    "3.6": row(ASKED, "code:domain.wage.facts:CaoRule", f"{WAGE}::test_a_cao_tops_up_by_the_week_of_the_case"),
    "3.7": row(COMPUTED, "note:aftrek", f"{WAGE}::test_other_income_and_a_benefit_come_off"),
    "3.8": row(EXPLAINED, "note:gewerkte_uren_omstreden", f"{WAGE}::test_what_is_disputed_about_worked_hours_is_said"),
    "3.9": row(COMPUTED, "note:opschorting_loopt", f"{WAGE}::test_a_suspension_is_paid_after_all_on_the_day_it_ends"),
    "3.10": row(
        COMPUTED,
        "code:domain.wage.facts:STOP_GROUNDS",
        f"{HERE}::test_a_stop_has_one_of_six_grounds",
        f"{WAGE}::test_a_stop_takes_the_sick_wage_and_leaves_what_was_earned",
    ),
    "3.11": row(
        EXPLAINED,
        "note:laat_meegedeeld",
        f"{WAGE}::test_a_stop_takes_the_sick_wage_and_leaves_what_was_earned",
        f"{TOLD}::test_an_explanation_says_what_the_law_says",
    ),
    "3.12": row(
        EXPLAINED,
        "explanation:werkt_niet_mee",
        "ui/test_check_page.py::test_a_point_that_asks_explains_what_to_do_with_who_does_not_help",
    ),
    "3.13": row(EXPLAINED, "explanation:naar_de_rechter", f"{TOLD}::test_an_explanation_says_what_the_law_says"),
    "3.14": row(
        EXPLAINED, "explanation:transitievergoeding", f"{TOLD}::test_the_end_after_two_years_names_the_amounts"
    ),
    "3.15": row(
        EXPLAINED,
        "explanation:compensatie",
        f"{TOLD}::test_the_end_after_two_years_names_the_amounts",
        f"{REFUNDS}::test_compensation_after_the_payment",
    ),
    "3.16": row(EXPLAINED, "explanation:compensatie_later", f"{TOLD}::test_the_end_after_two_years_names_the_amounts"),
    "3.17": row(
        EXPLAINED,
        "explanation:lkv",
        f"{TOLD}::test_help_with_the_costs_names_the_amounts",
        f"{REFUNDS}::test_loonkostenvoordeel_has_the_maximum_of_its_time_or_none",
    ),
    "3.18": row(EXPLAINED, "explanation:premiekorting", f"{TOLD}::test_help_with_the_costs_names_the_amounts"),
    "3.19": row(
        COMPUTED,
        "explanation:verhaal",
        f"{REFUNDS}::test_regres_is_net_wage_and_what_re_integration_cost",
        f"{TOLD}::test_an_explanation_says_what_the_law_says",
    ),
    "3.20": row(EXPLAINED, "explanation:verzuimverzekering", f"{TOLD}::test_an_explanation_says_what_the_law_says"),
    "3.21": row(
        EXPLAINED,
        "explanation:medezeggenschap",
        f"{TOLD}::test_an_explanation_says_what_the_law_says",
        "ui/test_rules_page.py::test_what_is_explained_is_one_press_away",
    ),
}
