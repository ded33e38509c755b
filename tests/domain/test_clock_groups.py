"""Special groups: AOW age by birth, 60-plus, household staff, own-risk employers, vangnet, maternity leave."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.ages import aow_date, aow_date_if_known, is_sixty_plus, plus_months
from reintegratie_desktop.domain.clock import CaseClock, case_clocks, doubts
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.errors import KnownError


def clocks(*periods: tuple[str, str | None], today: str = "2026-02-20", **facts: Any) -> tuple[CaseClock, ...]:
    data = {"perioden": [{"ziek_vanaf": start, "hersteld_per": end} for start, end in periods], **facts}
    return case_clocks(CaseFacts.from_dict(data), date.fromisoformat(today))


def clock(*periods: tuple[str, str | None], today: str = "2026-02-20", **facts: Any) -> CaseClock:
    return clocks(*(periods or (("2026-02-02", None),)), today=today, **facts)[-1]


def day(case: CaseClock, step: str) -> str:
    return case.milestone(step).uiterlijk.isoformat()


def notice(case: CaseClock, name: str) -> str:
    return next((found.text for found in case.meldingen if found.id == name), "")


# --- AOW ages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        ("1957-03-01", "2024-03-01"),
        ("1959-05-17", "2026-05-17"),
        ("1960-12-31", "2027-12-31"),
        ("1961-01-01", "2028-04-01"),
        ("1961-09-30", "2028-12-30"),
        ("1961-11-30", "2029-03-01"),
        ("1961-10-01", "2029-01-01"),
        ("1960-02-29", "2027-03-01"),
        ("1964-09-30", "2031-12-30"),
    ],
)
def test_the_aow_age_by_day_of_birth(born: str, reached: str) -> None:
    assert aow_date(date.fromisoformat(born)).isoformat() == reached
    assert aow_date_if_known(date.fromisoformat(born)) == date.fromisoformat(reached)


def test_nobody_reaches_the_aow_age_in_the_first_quarter_of_2028() -> None:
    start = date(1960, 1, 1).toordinal()
    reached = {aow_date(date.fromordinal(start + step)) for step in range(1000)}
    assert not any(date(2028, 1, 1) <= found < date(2028, 4, 1) for found in reached)


def test_an_age_that_is_not_fixed_yet_is_not_guessed() -> None:
    with pytest.raises(KnownError, match="na 30-09-1964 is geboren") as caught:
        aow_date(date(1964, 10, 1))
    assert caught.value.code == "aow_leeftijd_onbekend"
    assert aow_date_if_known(date(1964, 10, 1)) is None
    with pytest.raises(KnownError, match="kennen we pas vanaf"):
        aow_date(date(1957, 2, 28))
    assert aow_date_if_known(date(1950, 6, 1)) == date(2017, 6, 1)


def test_months_later() -> None:
    assert plus_months(date(2026, 11, 15), 3) == date(2027, 2, 15)
    assert plus_months(date(2026, 12, 31), 0) == date(2026, 12, 31)
    assert plus_months(date(2026, 10, 31), 1) == date(2026, 12, 1)


def test_who_has_the_aow_age_by_birth_has_six_weeks() -> None:
    case = clock(geboortedatum="1959-02-02")
    assert [step.id for step in case.termijnen][-1] == "einde_opzegverbod"
    assert day(case, "einde_loondoorbetaling") == "2026-03-15"
    assert len(clock(geboortedatum="1959-02-03").termijnen) > 3
    assert case.meldingen == ()


def test_the_two_keys_about_aow_may_not_contradict() -> None:
    with pytest.raises(KnownError, match="komt de AOW-leeftijd op 01-01-2027"):
        clock(geboortedatum="1960-01-01", aow_gerechtigd=True)
    assert clock(geboortedatum="1958-01-01", aow_gerechtigd=True).weken_totaal == 6
    assert clock(geboortedatum="1970-01-01", aow_gerechtigd=True).weken_totaal == 6, "the age is not known"


def test_reaching_the_aow_age_while_ill_is_a_warning_and_no_sum() -> None:
    case, plain = clock(geboortedatum="1960-01-01"), clock()
    assert [step.uiterlijk for step in case.termijnen] == [step.uiterlijk for step in plain.termijnen]
    assert "bereikt op 01-01-2027 de AOW-leeftijd" in notice(case, "aow_tijdens_ziekte")
    for step in ("einde_loondoorbetaling", "einde_opzegverbod"):
        assert "Vraag daarover advies" in case.milestone(step).uitleg
        assert "AOW" not in plain.milestone(step).uitleg
    assert "afzien van spoor 2" in case.milestone("spoor2_start").uitleg
    later = clock(geboortedatum="1961-06-01", gedaan={"eerstejaarsevaluatie": "2027-01-25"})
    assert day(later, "einde_loondoorbetaling") == "2028-01-30"
    assert not notice(later, "aow_tijdens_ziekte")
    assert "afzien van spoor 2" in later.milestone("spoor2_start").uitleg
    much_later = clock(geboortedatum="1963-06-01")
    assert "AOW" not in much_later.milestone("spoor2_start").uitleg
    sanction = clock(("2024-01-15", None), geboortedatum="1959-06-01", loonsanctie={}, today="2026-02-01")
    assert "AOW" in sanction.milestone("einde_loondoorbetaling").uitleg
    late = clock(("2024-01-15", None), geboortedatum="1958-06-01", gedaan={"wia_aanvraag": "2025-11-01"})
    assert "AOW" in late.milestone("einde_loondoorbetaling").uitleg


def test_an_unknown_aow_age_is_only_told_when_it_can_matter() -> None:
    assert not notice(clock(geboortedatum="1990-01-01"), "aow_onbekend")
    near = clock(("2031-06-02", None), geboortedatum="1964-12-01", today="2031-07-01")
    assert "staat nog niet vast" in notice(near, "aow_onbekend")


def test_a_day_of_birth_after_the_first_sick_day_is_refused() -> None:
    with pytest.raises(KnownError, match="'geboortedatum'"):
        clock(geboortedatum="2026-02-02")


@pytest.mark.parametrize(
    ("first", "born", "told"),
    [
        ("2023-09-04", "1965-08-31", True),
        ("2023-09-04", "1965-09-01", True),
        ("2023-09-04", "1965-09-02", False),
        ("2023-08-21", "1960-01-01", False),
        ("2025-09-02", "1960-01-01", True),
        ("2025-09-03", "1960-01-01", False),
        ("2020-11-01", "1960-01-01", True),
        ("2019-01-01", "1955-01-01", False),
    ],
)
def test_sixty_plus_holds_by_the_day_the_weeks_are_full(first: str, born: str, told: bool) -> None:
    """E + 728: 2025-09-01 is the first day of the second run, 2027-08-31 the last sure one."""
    case = clock((first, None), geboortedatum=born, today=first)
    step = next((found for found in case.termijnen if found.id == "wia_aanvraag"), None)
    assert ("60 of ouder" in step.uitleg if step else False) is told


def test_before_the_first_run_nobody_is_sixty_plus() -> None:
    assert not is_sixty_plus(date(1950, 1, 1), date(2022, 9, 30), load_law())
    assert is_sixty_plus(date(1950, 1, 1), date(2022, 10, 1), load_law())
    assert not is_sixty_plus(date(1950, 1, 1), date(2025, 8, 31), load_law())


# --- other groups -----------------------------------------------------------------------------------------------------


def test_household_staff_has_six_weeks_of_wage_and_two_years_of_protection() -> None:
    case = clock(huishoudelijk=True)
    assert [step.id for step in case.termijnen] == [
        "ziekmelding_arbodienst", "einde_loondoorbetaling", "einde_opzegverbod"
    ]  # fmt: skip
    assert (day(case, "einde_loondoorbetaling"), day(case, "einde_opzegverbod")) == ("2026-03-15", "2028-02-02")
    assert case.weken_totaal == 6
    assert "minder dan vier dagen per week" in case.milestone("einde_loondoorbetaling").uitleg
    gap = clock(("2026-02-02", "2026-02-16"), ("2026-02-26", None), huishoudelijk=True)
    assert day(gap, "einde_loondoorbetaling") == "2026-03-25"
    assert clock(huishoudelijk=True, aow_gerechtigd=True).milestone("einde_opzegverbod").uiterlijk == date(2026, 3, 16)


def test_an_own_risk_employer_still_reports_and_goes_on_after_the_employment() -> None:
    left = {"einde_dienstverband": "2026-06-30", "today": "2026-07-15"}
    plain, own = clock(**left), clock(**left, eigenrisicodrager="zw")
    for step in ("eerstejaarsevaluatie", "actueel_oordeel", "riv_aan_werknemer", "wia_aanvraag", "wia_eerste_dag"):
        assert plain.milestone(step).status is Status.VERVALT
        assert own.milestone(step).status is not Status.VERVALT
    for step in ("uwv_42e_week", "spoor2_start", "einde_loondoorbetaling", "einde_opzegverbod"):
        assert own.milestone(step).status is Status.VERVALT
        assert "Het dienstverband eindigt op 30-06-2026" in own.milestone(step).uitleg
    assert "zelf begeleiden" in own.milestone("ziek_uit_dienst_melding").uitleg
    assert "begeleid je ook na het einde" in notice(own, "eigenrisicodrager")
    assert clock(**left, eigenrisicodrager="wga").milestone("riv_aan_werknemer").status is Status.VERVALT
    assert "Ook als eigenrisicodrager meld je dit" in clock(eigenrisicodrager="wga").milestone("uwv_42e_week").uitleg


def test_an_own_risk_employer_is_done_when_somebody_recovers() -> None:
    case = clock(
        ("2026-02-02", "2026-08-03"),
        einde_dienstverband="2026-06-30",
        eigenrisicodrager="zw_en_wga",
        today="2026-09-01",
    )
    step = case.milestone("eerstejaarsevaluatie")
    assert step.status is Status.VERVALT
    assert "werkt weer helemaal vanaf 03-08-2026" in step.uitleg


def test_no_risk_keeps_every_step() -> None:
    case = clock(no_risk=True)
    assert [step.id for step in case.termijnen] == [step.id for step in clock().termijnen]
    assert "of deze melding nog nodig is" in case.milestone("uwv_42e_week").uitleg
    assert "Je stappen blijven gelden" in notice(case, "no_risk")


# --- vangnet ----------------------------------------------------------------------------------------------------------


def test_a_vangnet_that_is_discovered_later_counts_from_that_day() -> None:
    facts: dict[str, Any] = {"vangnet_meldtermijn": "4_dagen", "vangnet_bekend_op": "2026-02-16"}
    step = clock(**facts).milestone("vangnet_melding")
    assert step.uiterlijk == date(2026, 2, 20)
    assert "Pas op 16-02-2026 kon je weten" in step.uitleg
    assert step.grondslag == "ZW art. 38b lid 2"
    early = clock(vangnet_meldtermijn="6_weken", vangnet_bekend_op="2026-02-16").milestone("vangnet_melding")
    assert early.uiterlijk == date(2026, 3, 16), "six weeks are later anyway"
    with pytest.raises(KnownError, match="geen 'vangnet_meldtermijn'"):
        clock(vangnet_bekend_op="2026-02-16")
    with pytest.raises(KnownError, match="'vangnet_bekend_op'"):
        clock(vangnet_meldtermijn="4_dagen", vangnet_bekend_op="2026-02-01")


def test_recovery_of_who_falls_under_the_vangnet_is_reported() -> None:
    periods = ("2026-02-02", "2026-03-02")
    case = clock(periods, vangnet_meldtermijn="4_dagen", gedaan={"vangnet_melding": "2026-02-05"})
    assert "uiterlijk op 05-03-2026" in notice(case, "vangnet_herstel"), "told on the second day, two days later to UWV"
    later = clock(periods, vangnet_meldtermijn="6_weken", gedaan={"vangnet_melding": "2026-03-16"})
    assert "uiterlijk op 16-03-2026" in notice(later, "vangnet_herstel"), "never before the sick notice"
    assert "uiterlijk op 05-03-2026" in notice(clock(periods, vangnet_meldtermijn="4_dagen"), "vangnet_herstel")
    assert not notice(clock(periods), "vangnet_herstel")
    assert not notice(clock(vangnet_meldtermijn="4_dagen"), "vangnet_herstel")


# --- leaving ----------------------------------------------------------------------------------------------------------


def test_leaving_ill_can_be_reported_on_the_next_working_day() -> None:
    """The employment ends on Friday 2026-05-01; Monday is taken as well."""
    short = clock(("2026-03-02", None), einde_dienstverband="2026-05-01", today="2026-04-20")
    said = short.milestone("ziek_uit_dienst_melding").uitleg
    assert "Meld je digitaal op 04-05-2026" in said
    assert "binnen drie maanden" not in said
    full = clock(("2026-03-02", None), einde_dienstverband="2026-05-11", today="2026-04-20")
    assert "binnen drie maanden verwacht, dan is een verkort verslag genoeg" in full.milestone(
        "ziek_uit_dienst_melding"
    ).uitleg  # fmt: skip


# --- borderline breaks ------------------------------------------------------------------------------------------------


def test_a_borderline_break_shows_the_other_outcome() -> None:
    one = clock(("2026-01-05", "2026-03-03"), ("2026-03-30", None), today="2026-04-10")
    (said,) = doubts(one)
    assert "Is het een nieuwe zaak, dan is de eerste ziektedag 30-03-2026" in said
    assert "loopt het loon tot en met 26-03-2028" in said
    new = clock(("2026-01-05", "2026-03-03"), ("2026-03-31", None), today="2026-04-10")
    (said,) = doubts(new)
    assert "Is het één zaak, dan blijft de eerste ziektedag 05-01-2026" in said
    assert "loopt het loon tot en met 30-01-2028" in said, "28 days later than 2 January"
    assert new.meldingen[0].id == "grensgeval"
    assert new.meldingen[0].day == date(2026, 3, 31)


def test_a_borderline_break_after_two_years_has_no_other_outcome() -> None:
    new = clock(("2023-01-02", "2025-03-03"), ("2025-03-31", None), today="2025-04-10")
    (said,) = doubts(new)
    assert said.endswith("hoe het telt.")


# --- leave ------------------------------------------------------------------------------------------------------------

LEAVE = {"van": "2026-06-01", "tot_en_met": "2026-09-20"}


@pytest.mark.parametrize(("answer", "asked", "cases"), [(None, True, 1), (True, False, 1), (False, False, 2)])
def test_the_bedrijfsarts_is_asked_whether_it_is_the_same_case(answer: bool | None, asked: bool, cases: int) -> None:
    found = clocks(("2026-02-02", None), verlof=[{**LEAVE, "zelfde_geval": answer}], today="2026-10-01")
    assert len(found) == cases
    assert bool(notice(found[0], "zelfde_geval")) is asked
    assert notice(found[0], "opzegverbod_verlof")
    assert not notice(found[-1], "zelfde_geval") or cases == 1


def test_no_notice_to_quit_until_six_weeks_after_the_leave() -> None:
    late = {"van": "2027-10-01", "tot_en_met": "2028-01-20"}
    case = clock(("2026-02-02", "2027-10-01"), verlof=[late], today="2027-11-01")
    assert "Opzeggen mag ook niet tot en met 02-03-2028" in case.milestone("einde_opzegverbod").uitleg
    early = clock(verlof=[LEAVE], today="2026-10-01")
    assert "vanwege het verlof" not in early.milestone("einde_opzegverbod").uitleg


# --- the plan and the application -------------------------------------------------------------------------------------


def test_copies_of_the_plan_go_out_on_the_next_working_day() -> None:
    plan = {"gedaan": {"plan_van_aanpak": "2026-04-02"}}
    case = clock(("2026-02-16", None), today="2026-04-03", **plan)
    assert "uiterlijk op 07-04-2026" in notice(case, "plan_kopie"), "Goede Vrijdag and 2e Paasdag are skipped"
    assert not notice(clock(("2026-02-16", None), today="2026-04-17", **plan), "plan_kopie")


def test_the_letter_of_uwv_is_asked_after_and_the_report_sent() -> None:
    start = ("2024-01-15", None)
    assert not notice(clock(start, today="2025-09-28"), "uwv_brief")
    assert "Is die er op 29-09-2025 nog niet" in notice(clock(start, today="2025-09-29"), "uwv_brief")
    assert not notice(clock(start, today="2025-10-27"), "uwv_brief")
    done = {"gedaan": {"wia_aanvraag": "2025-10-10"}}
    applied = clock(start, today="2025-10-11", **done)
    assert "uiterlijk op 11-10-2025" in notice(applied, "riv_insturen")
    assert not notice(applied, "uwv_brief")
    past = notice(clock(start, today="2025-10-12", **done), "riv_insturen")
    assert past.startswith("Kijk of het verslag bij UWV is."), "a day that is past is not asked for"
    assert notice(clock(start, today="2025-10-25", **done), "riv_insturen")
    assert not notice(clock(start, today="2025-10-26", **done), "riv_insturen"), "by then UWV asked for it itself"


def test_without_the_notification_of_week_42_a_late_application_is_not_excused() -> None:
    start = ("2024-01-15", None)
    said = "was er niet voor 03-08-2025"
    assert said not in clock(start, today="2025-08-02").milestone("wia_aanvraag").uitleg
    assert said in clock(start, today="2025-08-03").milestone("wia_aanvraag").uitleg
    reported = {"gedaan": {"uwv_42e_week": "2024-11-04"}}
    assert said not in clock(start, today="2025-09-01", **reported).milestone("wia_aanvraag").uitleg
    late = {"gedaan": {"uwv_42e_week": "2025-08-03"}}
    assert said in clock(start, today="2025-09-01", **late).milestone("wia_aanvraag").uitleg


def test_leave_that_runs_on_past_the_recovery_ends_the_illness_where_it_begins() -> None:
    leave = [{"van": "2026-02-20", "tot_en_met": "2026-03-10"}]
    found = clock(("2026-01-05", "2026-03-02"), today="2026-04-01", verlof=leave)
    assert found.course.hersteld_per == date(2026, 2, 20)
    assert found.course.gaps == ()
