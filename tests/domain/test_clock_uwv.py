"""What UWV decided goes first: an extension, dates from letters, a decision that came too late, a vervroegde IVA."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import UWV_STEPS, CaseFacts
from reintegratie_desktop.domain.milestone import Origin, Status
from reintegratie_desktop.text.errors import KnownError

FIRST = "2024-01-15"
"""The 104 weeks end on 2026-01-11."""


def clock(first: str = FIRST, today: str = "2025-06-01", **facts: Any) -> CaseClock:
    data = {"perioden": [{"ziek_vanaf": first}], **facts}
    return case_clocks(CaseFacts.from_dict(data), date.fromisoformat(today))[-1]


def day(case: CaseClock, step: str) -> str:
    return case.milestone(step).uiterlijk.isoformat()


def test_an_extension_moves_what_counts_back_from_the_end() -> None:
    case = clock(verlenging={"tot_en_met": "2026-07-12"}, gedaan={"plan_van_aanpak": "2024-03-04"})
    assert day(case, "einde_loondoorbetaling") == "2026-07-12"
    assert day(case, "wia_eerste_dag") == "2026-07-13"
    assert day(case, "riv_aan_werknemer") == "2026-04-12", "13 weeks before the new end"
    assert day(case, "wia_aanvraag") == "2026-04-26", "11 weeks before the new end"
    assert day(case, "eindevaluatie") == day(case, "actueel_oordeel") == "2026-04-12"
    assert case.milestone("wia_aanvraag").venster_van == date(2025, 9, 15) + timedelta(days=182)
    assert day(case, "einde_opzegverbod") == "2026-07-13"
    assert case.milestone("einde_opzegverbod").grondslag == "BW 7:670 lid 1 en 11"
    assert day(case, "uwv_42e_week") == "2024-11-04", "what comes before the end stays"
    assert day(case, "eerstejaarsevaluatie") == "2025-01-12"
    last = max(step.uiterlijk for step in case.termijnen if step.id.startswith("evaluatie_"))
    assert date(2026, 5, 31) < last <= date(2026, 7, 12), "the plan is evaluated to the new end"
    said = case.milestone("riv_aan_werknemer").uitleg
    assert "UWV heeft een ander einde van de wachttijd vastgesteld. Daarmee wordt het 12-04-2026." in said
    assert "telt ook als deze melding" in case.milestone("uwv_42e_week").uitleg


def test_a_late_application_counts_from_the_extended_day() -> None:
    facts = {"verlenging": {"tot_en_met": "2026-07-12"}}
    late = clock(gedaan={"wia_aanvraag": "2026-05-03"}, today="2026-06-01", **facts)
    assert late.milestone("wia_aanvraag").dagen_te_laat == 7
    assert day(late, "einde_loondoorbetaling") == "2026-07-19"
    open_ = clock(today="2026-05-01", **facts)
    assert "Elke dag na 26-04-2026" in open_.milestone("einde_loondoorbetaling").uitleg


def test_a_loonsanctie_follows_the_extension() -> None:
    case = clock(verlenging={"tot_en_met": "2026-07-12"}, loonsanctie={}, today="2026-08-01")
    assert day(case, "einde_loonsanctie") == "2027-07-11"
    assert case.milestone("einde_loonsanctie").venster_van == date(2026, 7, 13)
    assert day(case, "einde_loondoorbetaling") == "2027-07-11"


@pytest.mark.parametrize(
    ("extension", "earliest"),
    [
        ({"tot_en_met": "2026-04-11"}, "12-04-2026"),
        ({"tot_en_met": "2026-01-11"}, "12-04-2026"),
        ({"tot_en_met": "2026-04-11", "verkorten_gevraagd_op": "2026-01-12"}, "13-04-2026"),
        ({"tot_en_met": "2026-01-11", "verkorten_gevraagd_op": "2025-01-12"}, "12-01-2026"),
    ],
)
def test_an_extension_that_is_too_short_is_refused(extension: dict[str, str], earliest: str) -> None:
    with pytest.raises(KnownError, match=f"op zijn vroegst {earliest}") as caught:
        clock(verlenging=extension)
    assert "ten minste 13 weken" in caught.value.next_step


def test_an_extension_can_be_shortened() -> None:
    assert day(clock(verlenging={"tot_en_met": "2026-04-12"}), "wia_eerste_dag") == "2026-04-13"
    shorter = {"tot_en_met": "2026-03-01", "verkorten_gevraagd_op": "2025-11-30"}
    assert day(clock(verlenging=shorter), "wia_eerste_dag") == "2026-03-02"


def test_a_letter_with_another_first_day_moves_what_counts_back_from_it() -> None:
    case = clock(uwv_datums={"wia_eerste_dag": "2026-01-19"})
    assert day(case, "wia_eerste_dag") == "2026-01-19"
    assert day(case, "einde_loondoorbetaling") == "2026-01-18"
    assert day(case, "wia_aanvraag") == "2025-11-02"
    assert "UWV noemt in een brief 19-01-2026. Die datum gaat voor." in case.milestone("wia_eerste_dag").uitleg
    assert case.milestone("wia_eerste_dag").trace.origin is Origin.UWV_LETTER


def test_a_letter_may_be_earlier_when_uwv_counts_a_break_otherwise() -> None:
    data = {
        "perioden": [{"ziek_vanaf": FIRST, "hersteld_per": "2024-03-04"}, {"ziek_vanaf": "2024-03-25"}],
        "uwv_datums": {"wia_eerste_dag": "2026-01-19"},
    }
    case = case_clocks(CaseFacts.from_dict(data), date(2025, 6, 1))[-1]
    assert case.klok_vanaf == date(2024, 2, 5)
    assert day(case, "wia_aanvraag") == "2025-11-02"


def test_the_date_of_one_step_goes_before_ours_with_the_same_room() -> None:
    plain, case = clock(), clock(uwv_datums={"wia_aanvraag": "2025-11-07", "uwv_42e_week": None})
    step = case.milestone("wia_aanvraag")
    assert step.uiterlijk == date(2025, 11, 7)
    assert step.streefdatum == date(2025, 10, 31), "a week before it, as always"
    assert "Zonder die brief kwamen wij uit op 26-10-2025." in step.uitleg
    assert "weken voor het einde" not in step.uitleg
    assert [line.label for line in step.sum][:2] == ["Eerste ziektedag", "Datum in de brief van UWV"]
    assert day(case, "riv_aan_werknemer") == day(plain, "riv_aan_werknemer")
    applied = clock(uwv_datums={"wia_aanvraag": "2025-11-07"}, gedaan={"wia_aanvraag": "2025-11-06"})
    assert applied.milestone("wia_aanvraag").status is Status.GEDAAN
    assert day(applied, "einde_loondoorbetaling") == "2026-01-11", "in time by the letter"


def test_the_wage_ends_on_the_day_of_the_letter() -> None:
    case = clock(uwv_datums={"einde_loondoorbetaling": "2026-01-25"})
    assert day(case, "einde_loondoorbetaling") == "2026-01-25"
    sanction = clock(loonsanctie={}, uwv_datums={"einde_loonsanctie": "2026-09-06"}, today="2026-02-01")
    assert day(sanction, "einde_loonsanctie") == day(sanction, "einde_loondoorbetaling") == "2026-09-06"
    assert day(sanction, "einde_opzegverbod") == "2026-09-07"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"uwv_datums": {"wia_eerste_dag": "2026-01-11"}}, "de wachttijd is dan nog niet vol. Dat is op 12-01-2026"),
        ({"uwv_datums": {"wia_eerste_dag": "2024-01-14"}}, "'uwv_datums.wia_eerste_dag'"),
        ({"uwv_datums": {"wia_aanvraag": "2026-01-12"}}, "past niet bij de eerste dag na de wachttijd: 12-01-2026"),
        ({"uwv_datums": {"uwv_42e_week": "2026-02-01"}}, "'uwv_datums.uwv_42e_week' is 01-02-2026"),
        (
            {"uwv_datums": {"wia_aanvraag": "2025-10-01", "riv_aan_werknemer": "2025-10-02"}},
            "'uwv_datums.riv_aan_werknemer' is 02-10-2025, en dat past niet bij de laatste dag voor de WIA-aanvraag",
        ),
        ({"uwv_datums": {"einde_loondoorbetaling": "2026-01-10"}}, "de wachttijd loopt tot en met 11-01-2026"),
        ({"uwv_datums": {"einde_loonsanctie": "2026-06-01"}}, "maar geen 'loonsanctie'"),
        (
            {"uwv_datums": {"einde_loonsanctie": "2026-01-11"}, "loonsanctie": {}},
            "van 12-01-2026 tot en met 10-01-2027",
        ),
        (
            {"uwv_datums": {"einde_loonsanctie": "2027-01-11"}, "loonsanctie": {}},
            "van 12-01-2026 tot en met 10-01-2027",
        ),
        (
            {"uwv_datums": {"wia_eerste_dag": "2026-07-12"}, "verlenging": {"tot_en_met": "2026-07-12"}},
            "de 'verlenging' loopt tot en met 12-07-2026",
        ),
        ({"uwv_datums": {"probleemanalyse": "2024-02-20"}}, "'uwv_datums.probleemanalyse' kennen we niet"),
        ({"uwv_datums": {"wia_aanvraag": "2025-11-07"}, "aow_gerechtigd": True}, "'uwv_datums' past niet"),
        ({"verlenging": {"tot_en_met": "2026-07-12"}, "huishoudelijk": True}, "'verlenging' past niet"),
    ],
)
def test_a_date_that_contradicts_the_clock_is_refused(facts: dict[str, Any], words: str) -> None:
    with pytest.raises(KnownError) as caught:
        clock(**facts)
    assert words in caught.value.message
    assert caught.value.next_step


def test_a_letter_and_an_extension_that_agree_are_fine() -> None:
    case = clock(uwv_datums={"wia_eerste_dag": "2026-07-13"}, verlenging={"tot_en_met": "2026-07-12"})
    assert day(case, "wia_aanvraag") == "2026-04-26"


def test_letters_belong_to_the_case_with_the_loonsanctie() -> None:
    data = {
        "perioden": [{"ziek_vanaf": FIRST, "hersteld_per": "2026-08-03"}, {"ziek_vanaf": "2026-10-05"}],
        "loonsanctie": {},
        "uwv_datums": {"einde_loonsanctie": "2026-06-07"},
    }
    first, second = case_clocks(CaseFacts.from_dict(data), date(2026, 11, 23))
    assert day(first, "einde_loonsanctie") == "2026-06-07"
    assert dict(second.case.uwv_datums) == {}


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2014, 1, 1), date(2060, 1, 1)), st.integers(91, 500), st.sampled_from(["verlenging", "brief"]))
def test_thirteen_and_eleven_weeks_stand_before_any_end(first: date, weeks: int, how: str) -> None:
    last = first + timedelta(days=727 + weeks)
    facts: dict[str, Any] = {"uwv_datums": {"wia_eerste_dag": (last + timedelta(days=1)).isoformat()}}
    if how == "verlenging":
        facts = {"verlenging": {"tot_en_met": last.isoformat()}}
    case = clock(first.isoformat(), today=first.isoformat(), **facts)
    assert case.milestone("riv_aan_werknemer").uiterlijk == last - timedelta(weeks=13)
    assert case.milestone("wia_aanvraag").uiterlijk == last - timedelta(weeks=11)
    assert case.milestone("einde_loondoorbetaling").uiterlijk == last
    assert case.milestone("einde_opzegverbod").uiterlijk > last
    for step in case.termijnen:
        running = None
        for line in step.sum:
            if line.days is None and not line.strong:
                running = line.day
            elif line.days is not None:
                assert running is not None
                running += timedelta(days=line.days)
            else:
                assert running == line.day, step.id


# --- a decision that came too late ------------------------------------------------------------------------------------


def notice(case: CaseClock, name: str) -> str:
    return next((found.text for found in case.meldingen if found.id == name), "")


def test_a_decision_in_time_can_be_objected_to() -> None:
    case = clock(loonsanctie={"besluit_op": "2025-12-01"}, today="2026-02-01")
    assert day(case, "einde_loondoorbetaling") == "2027-01-10"
    assert "tot en met 12-01-2026" in notice(case, "bezwaar")
    assert not notice(case, "uwv_te_laat")
    assert not notice(clock(loonsanctie={}, today="2026-02-01"), "bezwaar")


def test_a_decision_after_the_wachttijd_changes_nothing() -> None:
    case = clock(loonsanctie={"besluit_op": "2026-01-12"}, gedaan={"wia_aanvraag": "2025-10-20"}, today="2026-02-01")
    assert day(case, "einde_loondoorbetaling") == "2026-01-11"
    with pytest.raises(KeyError):
        case.milestone("einde_loonsanctie")
    assert "UWV besloot na 11-01-2026" in notice(case, "uwv_te_laat")
    assert "tot en met 23-02-2026" in notice(case, "bezwaar")
    on_time = clock(loonsanctie={"besluit_op": "2026-01-11"}, gedaan={"wia_aanvraag": "2025-10-20"}, today="2026-02-01")
    assert day(on_time, "einde_loondoorbetaling") == "2027-01-10"


def test_a_late_application_gives_uwv_more_time() -> None:
    case = clock(loonsanctie={"besluit_op": "2026-01-14"}, gedaan={"wia_aanvraag": "2025-11-02"}, today="2026-02-01")
    assert day(case, "einde_loonsanctie") == "2027-01-10"
    assert not notice(case, "uwv_te_laat")


def test_without_a_decision_the_wage_ends_and_a_later_one_is_objected_to() -> None:
    done = {"gedaan": {"wia_aanvraag": "2025-10-20"}}
    assert not notice(clock(today="2026-01-11", **done), "uwv_te_laat")
    late = clock(today="2026-01-12", **done)
    assert "tot en met 11-01-2026 een loonsanctie geven" in notice(late, "uwv_te_laat")
    assert day(late, "einde_loondoorbetaling") == "2026-01-11"
    assert not notice(clock(today="2026-02-01"), "uwv_te_laat"), "without an application nothing is late at UWV"


# --- vervroegde IVA ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "begins"),
    [("2026-02-23", "2026-05-04"), ("2026-03-02", "2026-05-11"), ("2027-05-23", "2027-08-01")],
)
def test_the_early_iva_begins_seventy_days_after_the_request_or_later(asked: str, begins: str) -> None:
    case = clock("2026-02-02", gedaan={"vervroegde_iva": asked}, today="2026-03-05")
    assert case.iva_ingang == date.fromisoformat(begins)
    told = f"{case.iva_ingang:%d-%m-%Y}"
    assert told in case.milestone("vervroegde_iva").uitleg
    assert case.milestone("vervroegde_iva").venster_van == date(2026, 2, 23)
    assert day(case, "vervroegde_iva") == "2027-05-23"
    assert "is deze stap niet nodig" in case.milestone("riv_aan_werknemer").uitleg
    assert "telt ook als deze melding" in case.milestone("uwv_42e_week").uitleg


def test_an_early_iva_outside_its_window() -> None:
    early = clock("2026-02-02", gedaan={"vervroegde_iva": "2026-02-22"})
    assert "Deze aanvraag kan pas vanaf 23-02-2026" in early.milestone("vervroegde_iva").uitleg
    late = clock("2026-02-02", gedaan={"vervroegde_iva": "2027-05-24"}, today="2027-06-01")
    assert late.milestone("vervroegde_iva").status is Status.TE_LAAT_GEDAAN
    assert clock("2026-02-02").iva_ingang is None


def test_an_early_iva_leaves_the_wage_where_it_is() -> None:
    facts = {"gedaan": {"vervroegde_iva": "2026-02-23"}, "uwv_datums": {"wia_eerste_dag": "2026-05-04"}}
    case = clock("2026-02-02", today="2026-06-01", **facts)
    assert day(case, "wia_eerste_dag") == "2026-05-04"
    assert day(case, "einde_loondoorbetaling") == "2028-01-30"
    assert day(case, "einde_opzegverbod") == "2028-02-02"


def test_every_step_of_a_letter_is_a_step_of_the_clock() -> None:
    case = clock(loonsanctie={}, today="2026-02-01")
    assert all(case.milestone(step) for step in UWV_STEPS)
