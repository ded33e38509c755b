"""The worked examples of the fact sheet and its open doubts, each with the tests that prove it; see `wet_table.py`."""

from tests.domain.wet_table import (
    AMOUNTS,
    CHECK,
    DOUBTS_AT,
    EXAMPLES,
    FIRST,
    GROUPS,
    HERE,
    PARTICULARS,
    REFUNDS,
    RELAPSE,
    REPORT,
    TOLD,
    UWV,
    WAGE,
    WORDS,
)

WORKED = {
    "T1": (
        f"{EXAMPLES}::test_plain_case_before_anything_is_done",
        f"{EXAMPLES}::test_plain_case_with_the_plan_made",
        f"{HERE}::test_the_rest_of_the_plain_case",
    ),
    "T2": (f"{EXAMPLES}::test_leap_year_and_the_difference_between_years_and_weeks",),
    "T3": (f"{EXAMPLES}::test_deadline_on_a_holiday_weekend",),
    "T4": (f"{FIRST}::test_first_sick_day",),
    "T5": (f"{HERE}::test_working_a_part_of_the_hours_moves_no_date",),
    "T6": (f"{EXAMPLES}::test_three_weeks_recovered_is_one_case", f"{HERE}::test_a_relapse_has_no_second_sanction_day"),
    "T7": (f"{EXAMPLES}::test_the_boundary_of_four_weeks", f"{HERE}::test_ill_on_the_sunday_before_the_limit"),
    "T8": (f"{EXAMPLES}::test_chain_of_two_breaks",),
    "T9": (f"{EXAMPLES}::test_four_weeks_recovered_is_a_new_case", f"{WAGE}::test_a_new_case_has_its_own_waiting_days"),
    "T10": (
        f"{EXAMPLES}::test_maternity_leave_in_the_same_case",
        f"{EXAMPLES}::test_maternity_leave_in_another_case",
        f"{HERE}::test_illness_after_the_leave_is_reported_by_the_fourth_day",
    ),
    "T11": (f"{EXAMPLES}::test_loonsanctie", f"{EXAMPLES}::test_loonsanctie_of_a_court_case"),
    "T12": (f"{EXAMPLES}::test_late_application_moves_the_end",),
    "T13": (f"{EXAMPLES}::test_aow",),
    "T14": (
        f"{EXAMPLES}::test_end_of_the_employment",
        f"{GROUPS}::test_leaving_ill_can_be_reported_on_the_next_working_day",
    ),
    "T15": (f"{EXAMPLES}::test_vangnet",),
    "T16": (f"{UWV}::test_the_early_iva_begins_seventy_days_after_the_request_or_later",),
    "RBMNE:2015:5703": (f"{EXAMPLES}::test_loonsanctie_of_a_court_case",),
    "samentelling": (f"{EXAMPLES}::test_published_example_of_three_weeks",),
}
"""The worked examples, the court case, and the published example of adding up."""


def _at(name: str) -> str:
    return f"{DOUBTS_AT}::{name}"


_PARAMETRISED = _at("test_a_doubt_stands_at_the_date_it_matters_for")
_ON_A_PAGE = "ui/test_explained_places.py::test_what_the_law_leaves_open_can_be_read_on_its_page"
_WITH_THE_RULES = "ui/test_rules_page.py::test_where_an_explanation_leaves_room_it_says_what_we_do"

DOUBTS = {
    "d1": (_at("test_a_last_day_in_the_weekend_says_that_it_does_not_move"),),
    "d2": (
        _at("test_a_recovery_of_about_four_weeks_is_a_doubt_at_the_first_day"),
        f"{RELAPSE}::test_a_break_near_the_limit_is_told_as_a_doubt",
        f"{GROUPS}::test_a_borderline_break_shows_the_other_outcome",
        f"{HERE}::test_ill_on_the_sunday_before_the_limit",
    ),
    "d3": (_PARAMETRISED, f"{EXAMPLES}::test_a_step_in_a_break_is_due_two_weeks_after_the_relapse"),
    "d4": (_PARAMETRISED, f"{UWV}::test_the_date_of_one_step_goes_before_ours_with_the_same_room"),
    "d5": (_PARAMETRISED, f"{CHECK}::test_a_notice_that_was_too_early_says_from_when"),
    "d6": (_PARAMETRISED, f"{EXAMPLES}::test_without_an_answer_leave_is_the_same_case"),
    "d7": (_at("test_a_holiday_as_first_sick_day_is_a_doubt"), f"{FIRST}::test_first_sick_day"),
    "d8": (_PARAMETRISED, f"{PARTICULARS}::test_the_term_is_wiped_once_the_report_is_done"),
    "d9": (_PARAMETRISED, f"{REFUNDS}::test_compensation_waits_for_the_payment_and_says_that_the_law_is_open"),
    "d10": (_ON_A_PAGE, f"{AMOUNTS}::test_2027_stops_the_calculation_for_its_own_days_only"),
    "d11": (_WITH_THE_RULES, "services/test_rules_service.py::test_a_value_that_is_marked_or_old_is_to_be_checked"),
    "d12": (_ON_A_PAGE, f"{TOLD}::test_an_expert_opinion_has_its_price"),
    "d13": (_PARAMETRISED, f"{EXAMPLES}::test_evaluations_follow_what_was_done_and_otherwise_what_was_planned"),
    "d14": (_at("test_a_shortened_sanction_says_which_day_is_the_last"), f"{EXAMPLES}::test_loonsanctie"),
    "d15": (_WITH_THE_RULES,),
    "d16": (_PARAMETRISED, f"{EXAMPLES}::test_own_term_for_the_sick_report"),
    "d17": (_PARAMETRISED, f"{GROUPS}::test_reaching_the_aow_age_while_ill_is_a_warning_and_no_sum"),
    "d18": (_WITH_THE_RULES, f"{REPORT}::test_nothing_is_asked_about_limits_or_causes"),
    "d19": (_at("test_leave_beside_recovery_says_how_the_days_count"), f"{EXAMPLES}::test_leave_days_are_no_recovery"),
    "d20": (
        _at("test_a_decision_after_the_wachttijd_says_that_the_wage_stays"),
        f"{UWV}::test_a_decision_after_the_wachttijd_changes_nothing",
    ),
    "d21": (_PARAMETRISED, f"{WORDS}::test_a_late_notification_names_the_fines"),
    "d22": (
        _at("test_who_is_sixty_can_ask_for_the_simple_assessment"),
        f"{GROUPS}::test_sixty_plus_holds_by_the_day_the_weeks_are_full",
    ),
    "d23": (_PARAMETRISED, f"{EXAMPLES}::test_plain_case_before_anything_is_done"),
}
"""Each doubt of the sheet: the tests that it is said where it matters, and that we count with what it says."""
