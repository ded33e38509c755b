"""Worked examples: real calendars, written out by hand."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.clock import (
    CaseClock,
    case_clocks,
    doubts,
    next_milestone,
    sick_day_number,
    ziekteweek,
)
from reintegratie_desktop.domain.explain import counted_from
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.text.errors import KnownError


def clocks(*periods: tuple[str, str | None], today: str = "2026-02-01", **facts: Any) -> tuple[CaseClock, ...]:
    data = {"perioden": [{"ziek_vanaf": start, "hersteld_per": end} for start, end in periods], **facts}
    return case_clocks(CaseFacts.from_dict(data), date.fromisoformat(today))


def clock(*periods: tuple[str, str | None], today: str = "2026-02-01", **facts: Any) -> CaseClock:
    found = clocks(*periods, today=today, **facts)
    assert len(found) == 1
    return found[0]


def check(case: CaseClock, **expected: str) -> None:
    """Compare dates: `hard`, or `hard/safe`, or `window..hard/safe`."""
    for name, text in expected.items():
        step = case.milestone(name)
        window, _dots, dates = text.rpartition("..")
        hard, _slash, safe = dates.partition("/")
        assert step.uiterlijk.isoformat() == hard, name
        if safe:
            assert step.streefdatum.isoformat() == safe, name
        if window:
            assert step.venster_van is not None, name
            assert step.venster_van.isoformat() == window, name


def test_plain_case_before_anything_is_done() -> None:
    check(
        clock(("2026-01-05", None)),
        ziekmelding_arbodienst="2026-01-05..2026-01-11/2026-01-09",
        probleemanalyse="2026-02-02..2026-02-16/2026-02-13",
        plan_van_aanpak="2026-03-02/2026-02-27",
        uwv_42e_week="2026-10-19..2026-10-26/2026-10-26",
        eerstejaarsevaluatie="2026-11-16..2027-01-03/2026-12-31",
        spoor2_start="2027-01-04..2027-02-14/2027-02-12",
        actueel_oordeel="2027-08-30..2027-10-03/2027-09-10",
        eindevaluatie="2027-10-03/2027-09-17",
        riv_aan_werknemer="2027-10-03/2027-09-17",
        wia_aanvraag="2027-09-06..2027-10-17/2027-10-08",
        einde_loondoorbetaling="2028-01-02/2028-01-02",
        wia_eerste_dag="2028-01-03/2028-01-03",
        einde_opzegverbod="2028-01-05/2028-01-05",
        vervroegde_iva="2026-01-26..2027-04-25/2027-04-25",
    )


def test_plain_case_with_the_plan_made() -> None:
    case = clock(
        ("2026-01-05", None),
        gedaan={
            "probleemanalyse": "2026-02-09",
            "plan_van_aanpak": "2026-02-23",
            "eerstejaarsevaluatie": "2026-12-14",
        },
    )
    check(
        case,
        plan_van_aanpak="2026-02-23/2026-02-23",
        evaluatie_1="2026-04-06/2026-04-02",
        evaluatie_2="2026-05-18/2026-05-18",
        evaluatie_3="2026-06-29/2026-06-29",
        evaluatie_7="2026-12-14/2026-12-14",
        evaluatie_16="2027-12-27",
        spoor2_start="2027-01-04..2027-01-25/2027-01-25",
    )
    assert case.termijnen[-1].id == "vervroegde_iva"
    with pytest.raises(KeyError):
        case.milestone("evaluatie_17")


def test_the_analysis_on_its_last_day_leaves_two_weeks_for_the_plan() -> None:
    case = clock(("2026-01-05", None), gedaan={"probleemanalyse": "2026-02-16"})
    check(case, plan_van_aanpak="2026-03-02/2026-02-27")


def test_evaluations_follow_what_was_done_and_otherwise_what_was_planned() -> None:
    case = clock(("2026-01-05", None), gedaan={"plan_van_aanpak": "2026-02-23", "evaluaties": ["2026-04-01"]})
    check(case, evaluatie_1="2026-04-06", evaluatie_2="2026-05-13", evaluatie_3="2026-06-24")
    assert case.milestone("evaluatie_1").gedaan_op == date(2026, 4, 1)
    late = clock(("2026-01-05", None), gedaan={"plan_van_aanpak": "2026-02-23", "evaluaties": ["2026-04-20"]})
    check(late, evaluatie_1="2026-04-06", evaluatie_2="2026-06-01")
    assert late.milestone("evaluatie_1").status is Status.TE_LAAT_GEDAAN
    assert late.milestone("evaluatie_1").dagen_te_laat == 14


def test_leap_year_and_the_difference_between_years_and_weeks() -> None:
    check(
        clock(("2024-01-15", None)),
        probleemanalyse="2024-02-26",
        plan_van_aanpak="2024-03-11",
        uwv_42e_week="2024-11-04",
        eerstejaarsevaluatie="2024-11-25..2025-01-12",
        riv_aan_werknemer="2025-10-12",
        wia_aanvraag="2025-10-26",
        einde_loondoorbetaling="2026-01-11",
        wia_eerste_dag="2026-01-12",
        einde_opzegverbod="2026-01-15",
    )


def test_two_years_from_a_leap_day() -> None:
    check(clock(("2024-02-29", None)), einde_opzegverbod="2026-03-01", wia_eerste_dag="2026-02-26")


def test_deadline_on_a_holiday_weekend() -> None:
    case = clock(("2026-03-07", None))
    check(
        case,
        uwv_42e_week="2026-12-26/2026-12-24",
        probleemanalyse="2026-04-18/2026-04-17",
        einde_loondoorbetaling="2028-03-03",
        wia_eerste_dag="2028-03-04",
    )
    said = case.milestone("uwv_42e_week").uitleg
    assert "De uiterste dag valt op 2e Kerstdag." in said
    assert "Ook 1e Kerstdag is geen werkdag." in said
    assert "De werkdag ervoor is 24-12-2026" in said


def test_working_partly_changes_nothing() -> None:
    case = clock(("2026-02-02", None))
    assert case.klok_vanaf == date(2026, 2, 2)
    check(
        case,
        uwv_42e_week="2026-11-23",
        eerstejaarsevaluatie="2026-12-14..2027-01-31",
        wia_aanvraag="2027-11-14",
        einde_loondoorbetaling="2028-01-30",
    )


def test_three_weeks_recovered_is_one_case() -> None:
    case = clock(("2026-01-05", "2026-03-09"), ("2026-03-30", None), today="2026-04-01")
    assert (case.eerste_ziektedag, case.klok_vanaf) == (date(2026, 1, 5), date(2026, 1, 26))
    check(
        case,
        probleemanalyse="2026-02-16",
        plan_van_aanpak="2026-03-02",
        uwv_42e_week="2026-11-16",
        eerstejaarsevaluatie="2026-12-07..2027-01-24",
        riv_aan_werknemer="2027-10-24",
        wia_aanvraag="2027-11-07",
        einde_loondoorbetaling="2028-01-23",
        wia_eerste_dag="2028-01-24",
        einde_opzegverbod="2028-01-26",
    )
    assert case.ziekteweek == 10, "63 sick days before the break, 2 after it"
    said = case.milestone("uwv_42e_week").uitleg
    assert "Van 09-03-2026 tot en met 29-03-2026 was er herstel: 21 dagen tellen niet mee." in said
    assert "De klok telt daarom vanaf 26-01-2026." in said


def test_published_example_of_three_weeks() -> None:
    case = clock(("2022-01-03", "2022-07-04"), ("2022-07-25", None))
    check(case, wia_eerste_dag="2024-01-22")


@pytest.mark.parametrize(
    ("relapse", "firsts", "clock_from"),
    [
        ("2026-03-30", ["2026-01-05"], "2026-02-01"),
        ("2026-03-31", ["2026-01-05", "2026-03-31"], "2026-03-31"),
    ],
)
def test_the_boundary_of_four_weeks(relapse: str, firsts: list[str], clock_from: str) -> None:
    found = clocks(("2026-01-05", "2026-03-03"), (relapse, None))
    assert [case.eerste_ziektedag.isoformat() for case in found] == firsts
    assert found[-1].klok_vanaf.isoformat() == clock_from
    assert len(doubts(found[-1])) == 1, "26 to 30 days of recovery is worth a question"
    assert "grensgeval" in doubts(found[-1])[0]


def test_chain_of_two_breaks() -> None:
    case = clock(("2026-01-05", "2026-03-02"), ("2026-03-12", "2026-05-06"), ("2026-05-26", None))
    assert case.klok_vanaf == date(2026, 2, 4)
    check(
        case,
        uwv_42e_week="2026-11-25",
        eerstejaarsevaluatie="2026-12-16..2027-02-02",
        riv_aan_werknemer="2027-11-02",
        wia_aanvraag="2027-11-16",
        einde_loondoorbetaling="2028-02-01",
        wia_eerste_dag="2028-02-02",
    )
    assert doubts(case) == ()


def test_four_weeks_recovered_is_a_new_case() -> None:
    old, new = clocks(("2026-01-05", "2026-03-02"), ("2026-03-30", None), today="2026-04-01")
    assert old.milestone("probleemanalyse").status is Status.TE_LAAT
    assert old.milestone("plan_van_aanpak").status is Status.TE_LAAT, "its last day was the recovery day itself"
    assert old.milestone("uwv_42e_week").status is Status.VERVALT
    assert "werkt weer helemaal vanaf 02-03-2026" in old.milestone("uwv_42e_week").uitleg
    check(
        new,
        probleemanalyse="2026-05-11",
        plan_van_aanpak="2026-05-25/2026-05-22",
        uwv_42e_week="2027-01-18",
        einde_loondoorbetaling="2028-03-26",
        wia_eerste_dag="2028-03-27",
    )


LEAVE = {"van": "2026-06-01", "tot_en_met": "2026-09-20"}


@pytest.mark.parametrize(
    "periods",
    [[("2026-02-02", None)], [("2026-02-02", "2026-06-01"), ("2026-09-21", None)]],
    ids=["one open report", "reported fit for the leave"],
)
def test_maternity_leave_in_the_same_case(periods: list[tuple[str, str | None]]) -> None:
    case = clock(*periods, verlof=[{**LEAVE, "zelfde_geval": True}], today="2026-09-21")
    assert case.klok_vanaf == date(2026, 5, 25)
    assert sick_day_number(case, date(2026, 9, 21)) == 120
    check(
        case,
        uwv_42e_week="2027-03-15",
        eerstejaarsevaluatie="2027-04-05..2027-05-23",
        riv_aan_werknemer="2028-02-20",
        wia_aanvraag="2028-03-05",
        einde_loondoorbetaling="2028-05-21",
        wia_eerste_dag="2028-05-22",
        einde_opzegverbod="2028-05-24",
    )
    assert "was er verlof: 112 dagen tellen niet mee" in case.milestone("uwv_42e_week").uitleg


def test_maternity_leave_in_another_case() -> None:
    old, new = clocks(("2026-02-02", None), verlof=[{**LEAVE, "zelfde_geval": False}])
    assert old.hersteld_per == date(2026, 6, 1)
    check(new, probleemanalyse="2026-11-02", uwv_42e_week="2027-07-12", einde_loondoorbetaling="2028-09-17")


def test_leave_days_are_no_recovery() -> None:
    case = clock(("2026-01-05", "2026-03-02"), ("2026-04-13", None), verlof=[
        {"van": "2026-03-16", "tot_en_met": "2026-04-05", "zelfde_geval": None}
    ])  # fmt: skip
    assert case.gaps[0].days == 42
    assert case.gaps[0].fit_days == 21
    assert "was er verlof en herstel: 42 dagen" in case.milestone("wia_aanvraag").uitleg
    assert "verlof en herstel" in case.milestone("wia_aanvraag").sum[1].label


def test_without_an_answer_leave_is_the_same_case() -> None:
    assert len(clocks(("2026-02-02", None), verlof=[LEAVE])) == 1


def test_a_step_in_a_break_is_due_two_weeks_after_the_relapse() -> None:
    case = clock(("2026-01-05", "2026-02-12"), ("2026-03-04", None))
    check(case, probleemanalyse="2026-03-18/2026-03-18", plan_van_aanpak="2026-03-18/2026-03-18")
    said = case.milestone("probleemanalyse").uitleg
    assert "viel in een onderbreking" in said
    assert "Tel daar 14 dagen (2 weken) bij op: dat is 18-03-2026." in said
    assert "Zolang de probleemanalyse er niet is" not in case.milestone("plan_van_aanpak").uitleg


def test_a_break_after_the_step_is_told() -> None:
    case = clock(("2026-01-05", "2026-12-01"), ("2026-12-15", None))
    check(case, uwv_42e_week="2026-11-09")
    assert "De onderbreking kwam pas na 26-10-2026" in case.milestone("uwv_42e_week").uitleg
    assert "kwam pas na" not in case.milestone("wia_aanvraag").uitleg
    said = counted_from(case.milestone("uwv_42e_week"))
    assert "kwam pas na 26-10-2026" in said and "Houd die dag aan" in said, "in view, not only in the sum in words"
    assert counted_from(case.milestone("wia_aanvraag")) == ""


def test_a_break_after_two_years_moves_nothing() -> None:
    case = clock(("2024-01-15", "2026-02-02"), ("2026-02-16", None))
    assert case.klok_vanaf == date(2024, 1, 15)
    check(case, einde_loondoorbetaling="2026-01-11")
    assert case.milestone("einde_loondoorbetaling").trace.gaps == ()


def test_loonsanctie() -> None:
    full = clock(("2024-01-15", None), loonsanctie={"reparatie_vastgesteld": None}, today="2026-06-01")
    check(
        full,
        einde_loonsanctie="2026-01-12..2027-01-10",
        einde_loondoorbetaling="2027-01-10",
        wia_eerste_dag="2026-01-12",
        einde_opzegverbod="2027-01-11",
    )
    assert full.milestone("einde_loonsanctie").status is Status.KAN_NU
    assert "De loonsanctie loopt tot en met 10-01-2027" in full.milestone("wia_eerste_dag").uitleg
    assert "nooit eerder dan" in full.milestone("einde_opzegverbod").uitleg
    shorter = clock(("2024-01-15", None), loonsanctie={"reparatie_vastgesteld": "2026-06-15"})
    check(shorter, einde_loonsanctie="2026-07-26", einde_loondoorbetaling="2026-07-26", einde_opzegverbod="2026-07-27")
    assert "UWV stelde op 15-06-2026 vast" in shorter.milestone("einde_loonsanctie").uitleg
    assert "dag 43" not in shorter.milestone("einde_loondoorbetaling").uitleg
    too_late = clock(("2024-01-15", None), loonsanctie={"reparatie_vastgesteld": "2027-01-05"})
    check(too_late, einde_loonsanctie="2027-01-10")


def test_loonsanctie_of_a_court_case() -> None:
    case = clock(("2012-10-29", None), loonsanctie={})
    check(case, einde_opzegverbod="2015-10-26", einde_loonsanctie="2015-10-25")


def test_loonsanctie_belongs_to_the_case_whose_weeks_are_full() -> None:
    periods = (("2024-01-15", "2026-08-03"), ("2026-10-05", None))
    first, second = clocks(*periods, loonsanctie={}, today="2026-11-23")
    assert first.milestone("einde_loonsanctie").status is Status.VERVALT
    with pytest.raises(KeyError):
        second.milestone("einde_loonsanctie")


def test_a_loonsanctie_that_cannot_be() -> None:
    with pytest.raises(KnownError, match="de wachttijd van deze zaak is niet vol"):
        clock(("2026-01-05", "2026-03-09"), loonsanctie={})
    with pytest.raises(KnownError, match="reparatie_vastgesteld"):
        clock(("2024-01-15", None), loonsanctie={"reparatie_vastgesteld": "2025-10-01"})


def test_late_application_moves_the_end() -> None:
    case = clock(("2024-03-04", None), gedaan={"wia_aanvraag": "2025-12-28"})
    check(case, wia_aanvraag="2025-12-14", einde_loondoorbetaling="2026-03-15", einde_opzegverbod="2026-03-18")
    assert case.milestone("wia_aanvraag").dagen_te_laat == 14
    assert "kwam 14 dagen te laat" in case.milestone("einde_loondoorbetaling").uitleg
    both = clock(("2024-03-04", None), gedaan={"wia_aanvraag": "2025-12-28"}, loonsanctie={})
    check(both, einde_loondoorbetaling="2027-02-28")
    very_late = clock(("2024-03-04", None), gedaan={"wia_aanvraag": "2027-03-01"}, loonsanctie={})
    assert very_late.milestone("einde_loondoorbetaling").uiterlijk > date(2027, 2, 28)


def test_an_application_that_is_still_missing_is_told() -> None:
    case = clock(("2024-03-04", None), today="2026-01-05")
    assert "Elke dag na 14-12-2025 schuift dit een dag op" in case.milestone("einde_loondoorbetaling").uitleg


def test_aow() -> None:
    case = clock(("2026-02-02", None), aow_gerechtigd=True, today="2026-02-20")
    assert [step.id for step in case.termijnen] == [
        "ziekmelding_arbodienst",
        "einde_loondoorbetaling",
        "einde_opzegverbod",
    ]
    check(case, einde_loondoorbetaling="2026-03-15/2026-03-15", einde_opzegverbod="2026-03-16/2026-03-16")
    assert case.weken_totaal == 6
    assert "dit is dag 42" in case.milestone("einde_loondoorbetaling").uitleg
    check(clock(("2023-06-30", None), aow_gerechtigd=True), einde_loondoorbetaling="2023-09-28")


def test_aow_counts_sick_days_only() -> None:
    case = clock(("2026-02-02", "2026-02-16"), ("2026-02-26", None), aow_gerechtigd=True)
    check(case, einde_loondoorbetaling="2026-03-25", einde_opzegverbod="2026-03-26")
    later = clock(("2026-02-02", "2026-03-16"), ("2026-03-20", None), aow_gerechtigd=True)
    check(later, einde_loondoorbetaling="2026-03-15", einde_opzegverbod="2026-03-16")


def test_end_of_the_employment() -> None:
    case = clock(("2026-03-02", None), einde_dienstverband="2026-05-01", today="2026-04-20")
    check(case, ziek_uit_dienst_melding="2026-05-01/2026-05-01")
    step = case.milestone("ziek_uit_dienst_melding")
    assert step.status is Status.KAN_NU
    assert step.phase == "eerste_jaar"
    assert "verkort re-integratieverslag" in step.uitleg
    assert case.milestone("probleemanalyse").status is Status.TE_LAAT
    assert case.milestone("uwv_42e_week").status is Status.VERVALT
    assert "dienstverband eindigt op 01-05-2026" in case.milestone("uwv_42e_week").uitleg


@pytest.mark.parametrize(
    ("last", "report"), [("2026-04-12", "is dan niet nodig"), ("2026-04-13", "verkort"), ("2026-05-11", "volledig")]
)
def test_which_report_goes_with_the_end_of_the_employment(last: str, report: str) -> None:
    case = clock(("2026-03-02", None), einde_dienstverband=last)
    assert report in case.milestone("ziek_uit_dienst_melding").uitleg


def test_the_end_of_the_employment_outside_the_clock() -> None:
    with pytest.raises(KeyError):
        clock(("2024-01-15", None), einde_dienstverband="2026-02-01").milestone("ziek_uit_dienst_melding")
    recovered = clock(("2026-03-02", "2026-03-20"), einde_dienstverband="2026-05-01")
    assert recovered.milestone("ziek_uit_dienst_melding").status is Status.VERVALT


@pytest.mark.parametrize(("limit", "day"), [("4_dagen", "2026-09-10"), ("6_weken", "2026-10-19")])
def test_vangnet(limit: str, day: str) -> None:
    case = clock(("2026-09-07", None), vangnet_meldtermijn=limit)
    check(case, vangnet_melding=f"2026-09-07..{day}/{day}")
    assert "vangnetmelding" in case.milestone("uwv_42e_week").uitleg


def test_vangnet_is_due_before_the_employment_ends() -> None:
    case = clock(("2026-09-07", None), vangnet_meldtermijn="6_weken", einde_dienstverband="2026-09-30")
    check(case, vangnet_melding="2026-09-30/2026-09-30")


def test_vangnet_belongs_to_the_newest_case() -> None:
    old, _new = clocks(("2026-01-05", "2026-03-02"), ("2026-04-06", None), vangnet_meldtermijn="4_dagen")
    with pytest.raises(KeyError):
        old.milestone("vangnet_melding")


def test_own_term_for_the_sick_report() -> None:
    case = clock(("2026-01-05", None), instellingen={"termijn_ziekmelding_dagen": 2})
    check(case, ziekmelding_arbodienst="2026-01-06/2026-01-06")
    at_once = clock(("2026-01-10", None), instellingen={"termijn_ziekmelding_dagen": 1})
    check(at_once, ziekmelding_arbodienst="2026-01-10/2026-01-10")
    assert "Tel daar" not in at_once.milestone("ziekmelding_arbodienst").uitleg


def test_the_second_track_window_never_opens_after_its_due_day() -> None:
    case = clock(("2026-01-05", None), gedaan={"eerstejaarsevaluatie": "2026-11-16"})
    check(case, spoor2_start="2026-12-28..2026-12-28/2026-12-28")


def test_what_was_done_belongs_to_its_own_case() -> None:
    old, new = clocks(
        ("2026-01-05", "2026-03-02"),
        ("2026-04-06", None),
        gedaan={"probleemanalyse": "2026-02-09", "plan_van_aanpak": "2026-05-20", "evaluaties": ["2026-07-01"]},
    )
    assert old.milestone("probleemanalyse").gedaan_op == date(2026, 2, 9)
    assert old.milestone("plan_van_aanpak").gedaan_op is None
    assert new.milestone("probleemanalyse").gedaan_op is None
    assert new.milestone("plan_van_aanpak").gedaan_op == date(2026, 5, 20)
    assert new.milestone("evaluatie_1").gedaan_op == date(2026, 7, 1)


def test_states_through_time() -> None:
    def state(today: str, step: str) -> str:
        return clock(("2026-01-05", None), today=today).milestone(step).status

    assert [state(day, "uwv_42e_week") for day in ("2026-10-18", "2026-10-19", "2026-10-26", "2026-10-27")] == [
        "nog_niet", "kan_nu", "kan_nu", "te_laat"
    ]  # fmt: skip
    assert [state(day, "einde_loondoorbetaling") for day in ("2028-01-02", "2028-01-03")] == ["nog_niet", "gedaan"]
    assert [state(day, "wia_eerste_dag") for day in ("2028-01-02", "2028-01-03")] == ["nog_niet", "gedaan"]
    assert [state(day, "vervroegde_iva") for day in ("2026-01-25", "2026-01-26", "2027-04-26")] == [
        "nog_niet", "kan_nu", "vervalt"
    ]  # fmt: skip
    reached = clock(("2026-01-05", None), today="2028-01-03").milestone("wia_eerste_dag")
    assert reached.gedaan_op == date(2028, 1, 3)


def test_a_step_on_the_recovery_day_itself_stays() -> None:
    case = clock(("2026-01-05", "2026-02-16"), today="2026-02-17")
    assert case.milestone("probleemanalyse").status is Status.TE_LAAT
    earlier = clock(("2026-01-05", "2026-02-15"), today="2026-02-17")
    assert earlier.milestone("probleemanalyse").status is Status.VERVALT


def test_sick_days_and_weeks() -> None:
    case = clock(("2026-01-05", "2026-03-09"), ("2026-03-30", "2026-04-06"), today="2026-12-01")
    assert [sick_day_number(case, date.fromisoformat(day)) for day in ("2026-01-04", "2026-01-05", "2026-03-30")] == [
        0, 1, 64
    ]  # fmt: skip
    assert ziekteweek(case, date(2026, 2, 1)) == 4
    assert ziekteweek(case, date(2025, 12, 1)) == 1
    assert case.ziekteweek == 11, "70 sick days, counted no further than the recovery"
    assert case.weken_totaal == 104
    assert case.hersteld_per == date(2026, 4, 6)


def test_the_next_step_is_the_longest_late_one() -> None:
    case = clock(("2026-01-05", None), today="2026-03-10")
    found = next_milestone(case)
    assert found is not None
    assert found.id == "ziekmelding_arbodienst"
    assert case.is_late


def test_the_next_step_is_the_nearest_one_when_nothing_is_late() -> None:
    done = {"ziekmelding_arbodienst": "2026-01-05", "probleemanalyse": "2026-02-09"}
    case = clock(("2026-01-05", None), today="2026-02-10", gedaan=done)
    found = next_milestone(case)
    assert found is not None
    assert found.id == "plan_van_aanpak"
    assert not case.is_late


def test_a_moment_is_next_only_when_there_is_nothing_to_do() -> None:
    aow = clock(("2026-02-02", None), aow_gerechtigd=True, gedaan={"ziekmelding_arbodienst": "2026-02-02"})
    found = next_milestone(aow)
    assert found is not None
    assert found.id == "einde_loondoorbetaling"
    over = clock(("2026-02-02", "2026-02-04"), gedaan={"ziekmelding_arbodienst": "2026-02-02"}, today="2026-03-01")
    assert next_milestone(over) is None


def test_before_the_rules_we_know() -> None:
    with pytest.raises(KnownError, match="pas vanaf 01-01-2012"):
        clock(("2011-12-31", None))


def status(case: CaseClock, name: str) -> Status:
    return case.milestone(name).status


def test_the_plan_can_be_made_once_the_analysis_is_there() -> None:
    facts = {"gedaan": {"probleemanalyse": "2026-02-09"}}
    assert status(clock(("2026-01-05", None), today="2026-02-20"), "plan_van_aanpak") is Status.NOG_NIET
    assert status(clock(("2026-01-05", None), today="2026-02-08", **facts), "plan_van_aanpak") is Status.NOG_NIET
    assert status(clock(("2026-01-05", None), today="2026-02-09", **facts), "plan_van_aanpak") is Status.KAN_NU
    assert status(clock(("2026-01-05", None), today="2026-03-03"), "plan_van_aanpak") is Status.TE_LAAT


def test_an_evaluation_can_be_held_shortly_before_its_day_when_there_is_a_plan() -> None:
    plan = {"gedaan": {"plan_van_aanpak": "2026-02-23"}}
    assert status(clock(("2026-01-05", None), today="2026-03-22", **plan), "evaluatie_1") is Status.NOG_NIET
    assert status(clock(("2026-01-05", None), today="2026-03-23", **plan), "evaluatie_1") is Status.KAN_NU
    assert status(clock(("2026-01-05", None), today="2026-03-23", **plan), "evaluatie_2") is Status.NOG_NIET
    assert status(clock(("2026-01-05", None), today="2026-04-10"), "evaluatie_1") is Status.NOG_NIET
    held = {"gedaan": {"plan_van_aanpak": "2026-02-23", "evaluaties": ["2026-04-01"]}}
    case = clock(("2026-01-05", None), today="2026-04-29", **held)
    assert status(case, "evaluatie_2") is Status.KAN_NU
    assert status(case, "evaluatie_3") is Status.NOG_NIET


def test_the_closing_steps_can_be_done_after_each_other_or_shortly_before_their_day() -> None:
    start = ("2024-01-15", None)
    assert status(clock(start, today="2025-09-13"), "eindevaluatie") is Status.NOG_NIET
    assert status(clock(start, today="2025-09-14"), "eindevaluatie") is Status.KAN_NU
    advised = clock(start, today="2025-09-10", gedaan={"actueel_oordeel": "2025-09-10"})
    assert status(advised, "eindevaluatie") is Status.KAN_NU
    assert status(advised, "riv_aan_werknemer") is Status.NOG_NIET
    evaluated = clock(start, today="2025-09-12", gedaan={"eindevaluatie": "2025-09-12"})
    assert status(evaluated, "riv_aan_werknemer") is Status.KAN_NU


def test_leaving_ill_is_reported_shortly_before_the_last_day() -> None:
    left = {"einde_dienstverband": "2026-05-01"}
    assert status(clock(("2026-03-02", None), today="2026-04-16", **left), "ziek_uit_dienst_melding") is Status.NOG_NIET
    assert status(clock(("2026-03-02", None), today="2026-04-17", **left), "ziek_uit_dienst_melding") is Status.KAN_NU
