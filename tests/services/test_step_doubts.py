"""Where the law leaves room stands at the dates it matters for, with what the program counts with."""

from datetime import date, timedelta
from typing import Any

import pytest

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.step_doubts import doubts_at, doubts_at_first_day

FIRST = date(2026, 2, 2)
DOUBTS = load_law().doubts


def clock(today: date = date(2026, 3, 2), **facts: Any) -> CaseClock:
    periods = facts.pop("perioden", [{"ziek_vanaf": FIRST.isoformat()}])
    return case_clocks(CaseFacts.from_dict({"perioden": periods, **facts}), today)[-1]


def ids(step: str, case: CaseClock) -> list[str]:
    """Return the doubts at a step by their id in `twijfels.toml`."""
    by_question = {doubt.question: key for key, doubt in DOUBTS.items()}
    told = doubts_at(case.milestone(step), case)
    assert all(DOUBTS[by_question[question]].default == default for question, default in told)
    return [by_question[question] for question, _default in told]


BREAK = [
    {"ziek_vanaf": "2026-02-02", "hersteld_per": "2026-03-02"},
    {"ziek_vanaf": "2026-03-16"},
]
LEAVE = [{"van": "2026-05-04", "tot_en_met": "2026-08-23"}]


@pytest.mark.parametrize(
    ("step", "doubt", "facts"),
    [
        ("ziekmelding_arbodienst", "d16", {}),
        ("uwv_42e_week", "d5", {}),
        ("uwv_42e_week", "d21", {}),
        ("einde_opzegverbod", "d9", {}),
        ("wia_aanvraag", "d23", {}),
        ("evaluatie_2", "d13", {}),
        ("vangnet_melding", "d8", {"vangnet_meldtermijn": "6_weken"}),
        ("vangnet_melding", "d21", {"vangnet_meldtermijn": "6_weken"}),
        ("ziek_uit_dienst_melding", "d21", {"einde_dienstverband": "2026-12-31"}),
        ("probleemanalyse", "d3", {"perioden": BREAK}),
        ("plan_van_aanpak", "d3", {"perioden": BREAK}),
        ("evaluatie_1", "d3", {"perioden": BREAK}),
        ("uwv_42e_week", "d4", {"perioden": BREAK}),
        ("wia_eerste_dag", "d4", {"perioden": BREAK}),
        ("wia_eerste_dag", "d6", {"verlof": LEAVE}),
        ("einde_loondoorbetaling", "d6", {"verlof": LEAVE}),
        ("einde_loondoorbetaling", "d17", {"geboortedatum": "1960-06-01"}),
        ("einde_opzegverbod", "d17", {"geboortedatum": "1960-06-01"}),
    ],
)
def test_a_doubt_stands_at_the_date_it_matters_for(step: str, doubt: str, facts: dict[str, Any]) -> None:
    assert doubt in ids(step, clock(**facts))


@pytest.mark.parametrize(
    ("step", "doubt", "facts"),
    [
        ("ziekmelding_arbodienst", "d16", {"instellingen": {"termijn_ziekmelding_dagen": 2}}),
        ("evaluatie_1", "d13", {}),
        ("probleemanalyse", "d3", {"verlof": LEAVE}),
        ("uwv_42e_week", "d4", {}),
        ("wia_eerste_dag", "d6", {"verlof": [{**LEAVE[0], "zelfde_geval": True}]}),
        ("einde_loondoorbetaling", "d17", {"geboortedatum": "1990-06-01"}),
        ("einde_loondoorbetaling", "d19", {"perioden": BREAK}),
        ("wia_aanvraag", "d22", {"geboortedatum": "1990-06-01"}),
        ("wia_aanvraag", "d22", {}),
        ("einde_loondoorbetaling", "d20", {}),
    ],
)
def test_and_not_where_it_does_not(step: str, doubt: str, facts: dict[str, Any]) -> None:
    assert doubt not in ids(step, clock(**facts))


def test_a_last_day_in_the_weekend_says_that_it_does_not_move() -> None:
    sunday = FIRST + timedelta(days=6)
    case = clock(FIRST)
    assert case.milestone("ziekmelding_arbodienst").uiterlijk == sunday
    assert "d1" in ids("ziekmelding_arbodienst", case)
    assert "d1" not in ids("probleemanalyse", case)


def test_leave_beside_recovery_says_how_the_days_count() -> None:
    periods = [
        {"ziek_vanaf": "2026-02-02", "hersteld_per": "2026-04-27"},
        {"ziek_vanaf": "2026-08-31"},
    ]
    assert "d19" in ids("einde_loondoorbetaling", clock(date(2026, 9, 7), perioden=periods, verlof=LEAVE))


def test_who_is_sixty_can_ask_for_the_simple_assessment() -> None:
    early = [{"ziek_vanaf": "2025-02-03"}]
    born = {"geboortedatum": "1963-06-01", "perioden": early}
    assert "d22" in ids("wia_aanvraag", clock(date(2026, 3, 2), **born))


def test_a_shortened_sanction_says_which_day_is_the_last() -> None:
    sanction = {"loonsanctie": {"besluit_op": "2027-12-01", "reparatie_vastgesteld": "2028-05-01"}}
    assert "d14" in ids("einde_loonsanctie", clock(date(2028, 3, 6), **sanction))
    whole = {"loonsanctie": {"besluit_op": "2027-12-01"}}
    assert "d14" not in ids("einde_loonsanctie", clock(date(2028, 3, 6), **whole))


def test_a_decision_after_the_wachttijd_says_that_the_wage_stays() -> None:
    late = {"loonsanctie": {"besluit_op": "2028-03-01"}, "gedaan": {"wia_aanvraag": "2027-11-01"}}
    end = clock(date(2028, 1, 10), **late)
    assert "d20" in ids("einde_loondoorbetaling", end)


def test_what_is_done_leaves_no_doubt() -> None:
    case = clock(gedaan={"ziekmelding_arbodienst": "2026-02-03"})
    assert ids("ziekmelding_arbodienst", case) == []


def test_a_holiday_as_first_sick_day_is_a_doubt() -> None:
    easter_monday = date(2026, 4, 6)
    told = doubts_at_first_day(easter_monday, clock())
    assert told == ((DOUBTS["d7"].question, DOUBTS["d7"].default),)
    assert doubts_at_first_day(FIRST, clock()) == ()


@pytest.mark.parametrize(("days", "asked"), [(25, False), (26, True), (27, True), (28, True), (30, True), (31, False)])
def test_a_recovery_of_about_four_weeks_is_a_doubt_at_the_first_day(days: int, asked: bool) -> None:
    fit = date(2026, 3, 2)
    again = fit + timedelta(days=days)
    periods = [{"ziek_vanaf": "2026-02-02", "hersteld_per": fit.isoformat()}, {"ziek_vanaf": again.isoformat()}]
    case = clock(again, perioden=periods)
    assert ((DOUBTS["d2"].question, DOUBTS["d2"].default) in doubts_at_first_day(FIRST, case)) is asked
