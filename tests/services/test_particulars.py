"""Facts about a case that belong to no paper: kept with the case, counted at once, wiped when they must be."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import CASE_RECORDS, flow
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import chain_of
from reintegratie_desktop.services.listing import document_kinds, list_cases
from reintegratie_desktop.services.particulars import has_vangnet, particulars_of
from reintegratie_desktop.services.views import CaseView, StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.services.desks import WERKNEMER, ZIEKMELDING, Calendar, add_employee, finish, make_desk, report_sick

FIRST = date(2026, 3, 2)
FORM = "bijzonderheden"
LEAVE = {"van": "2026-05-04", "tot_en_met": "2026-08-23", "zelfde_geval": "ja"}
LEAVE_DAYS = 112


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


@pytest.fixture
def case_id(desk: Workspace, calendar: Calendar) -> str:
    made = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 11, 23))
    return made


def keep(desk: Workspace, case_id: str, **answers: Any) -> None:
    """Fill in the particulars and keep them."""
    session = desk.open_form(FORM, case_id)
    session.answer(answers)
    finish(session)


def step(view: CaseView, step_id: str) -> StepView:
    return next(found for found in view.steps if found.id == step_id)


def notice_ids(view: CaseView, *, loud: bool = False) -> list[str]:
    return [notice.id for notice in view.notices if notice.is_loud or not loud]


# --- a record of a case -----------------------------------------------------------------------------------------------


def test_finishing_keeps_the_answers_with_the_case_and_makes_no_paper(desk: Workspace, case_id: str) -> None:
    session = desk.open_form(FORM, case_id)
    session.answer({"speelt": ["contract_eindigt"], "einde_dienstverband": "2027-05-31"})
    session.save()
    assert desk.case(case_id).drafts == (), "a draft of it is no paper that was begun"
    assert session.finish() == case_id
    assert desk.case_record(case_id, FORM) == {"speelt": ["contract_eindigt"], "einde_dienstverband": "2027-05-31"}
    assert desk.store.drafts.load(case_id, FORM) is None
    assert [paper.form for paper in desk.case(case_id).papers] == ["ziekmelding"]
    row = desk.case(case_id).journal[0]
    assert (row.kind, row.description) == ("document", "Bijzonderheden van dit dossier bewaard")


def test_reopening_shows_what_was_kept_and_makes_no_version(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, speelt=["contract_eindigt"], einde_dienstverband="2027-05-31")
    again = desk.open_form(FORM, case_id)
    assert again.answers["einde_dienstverband"] == "2027-05-31"
    assert not again.needs_reason
    assert again.saved_at is None
    again.answer({"einde_dienstverband": "2027-06-30"})
    again.save()
    assert desk.open_form(FORM, case_id).answers["einde_dienstverband"] == "2027-06-30", "the draft goes first"
    assert desk.case_record(case_id, FORM)["einde_dienstverband"] == "2027-05-31", "a draft counts for nothing yet"
    finish(again)
    assert desk.case_record(case_id, FORM)["einde_dienstverband"] == "2027-06-30"


def test_what_is_not_asked_any_more_is_not_kept(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, speelt=[], einde_dienstverband="2027-05-31", verlof=[LEAVE])
    assert desk.case_record(case_id, FORM) == {}
    assert desk.case_record(case_id, "kosten") == {}


def test_nothing_kept_is_something_else_than_never_filled_in(desk: Workspace, calendar: Calendar) -> None:
    ends = {"contractsoort": "bepaalde_tijd", "einddatum": "2027-05-31"}
    case_id = report_sick(desk, add_employee(desk, **ends), FIRST)
    calendar.go_to(date(2026, 11, 23))
    assert desk.open_form(FORM, case_id).answers["speelt"] == ["contract_eindigt"]
    keep(desk, case_id, speelt=[])
    assert "speelt" not in desk.open_form(FORM, case_id).answers


def test_it_is_no_kind_of_document(desk: Workspace, case_id: str) -> None:
    session = desk.open_form(FORM, case_id)
    session.answer({"speelt": ["verlof"]})
    session.save()
    kinds = {kind["soort"] for kind in document_kinds()}
    assert kinds.isdisjoint(CASE_RECORDS)
    assert {item["soort"] for item in list_cases(desk)[0]["documenten"]} == {"ziekmelding"}
    assert all(form.scope is Scope.CASE for form in desk.case_forms())
    assert flow(FORM).scope is Scope.CASE_RECORD


def test_other_forms_may_know_what_was_kept(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, speelt=["verlof"], verlof=[LEAVE])
    assert desk.context(case_id).get(FORM, "verlof") == [LEAVE]


# --- the dates move ---------------------------------------------------------------------------------------------------


def test_leave_moves_the_clock_the_dossier_and_the_first_page(desk: Workspace, case_id: str) -> None:
    before, told = desk.case(case_id), desk.today_view().rows[0].week
    keep(desk, case_id, speelt=["verlof"], verlof=[LEAVE])
    after = desk.case(case_id)
    assert desk.clock_of(case_id).klok_vanaf == FIRST + timedelta(days=LEAVE_DAYS)
    assert after.last_day == before.last_day + timedelta(days=LEAVE_DAYS)
    moved = step(after, "uwv_42e_week").hard_day
    known = step(before, "uwv_42e_week").hard_day
    assert moved is not None
    assert known is not None
    assert moved == known + timedelta(days=LEAVE_DAYS)
    assert desk.today_view().rows[0].week == told - LEAVE_DAYS // 7 == after.week
    assert [band.label for band in after.bands] == ["Verlof"]


def test_another_case_after_the_leave_begins_new_weeks(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, speelt=["verlof"], verlof=[{**LEAVE, "zelfde_geval": "nee"}])
    assert desk.clock_of(case_id).eerste_ziektedag == date(2026, 8, 24)
    assert desk.case(case_id).counts_from == date(2026, 8, 24)


@pytest.mark.parametrize("entered", ["earlier", "later"])
def test_leave_between_two_reports_makes_them_one_case(desk: Workspace, case_id: str, entered: str) -> None:
    employee = desk.store.cases.get(case_id).werknemer_id
    desk.report_recovery(case_id, date(2026, 4, 27), own_work=True)
    again = report_sick(desk, employee, date(2026, 8, 31))
    assert not chain_of(desk, desk.store.cases.get(again)).earlier
    keep(desk, where := again if entered == "later" else case_id, speelt=["verlof"], verlof=[LEAVE])
    chain = chain_of(desk, desk.store.cases.get(again))
    assert [case.id for case in chain.earlier] == [case_id]
    assert desk.clock_of(again).eerste_ziektedag == FIRST
    assert "past_niet" not in notice_ids(desk.case(where))
    keep(desk, where, speelt=["verlof"], verlof=[{**LEAVE, "zelfde_geval": "nee"}])
    assert not chain_of(desk, desk.store.cases.get(again)).earlier


def test_leave_that_does_not_fit_two_reports_counts_for_nothing(desk: Workspace, case_id: str) -> None:
    employee = desk.store.cases.get(case_id).werknemer_id
    desk.report_recovery(case_id, date(2026, 11, 2), own_work=True)
    again = report_sick(desk, employee, date(2026, 11, 16))
    facts = desk.store.cases.get(case_id).facts
    wrong = {"speelt": ["verlof"], "verlof": [{"van": "2020-01-01", "tot_en_met": "2020-02-01"}]}
    desk.store.cases.set_facts(case_id, {**facts, FORM: wrong}, desk.clock())
    assert [case.id for case in chain_of(desk, desk.store.cases.get(again)).earlier] == [case_id]
    assert "past_niet" in notice_ids(desk.case(again))


@pytest.mark.parametrize("born", ["1959-01-01", ""])
def test_who_has_the_aow_age_has_few_dates(desk: Workspace, calendar: Calendar, born: str) -> None:
    case_id = report_sick(desk, add_employee(desk, geboortedatum=born or "1988-04-21"), FIRST)
    if not born:
        employee = desk.store.cases.get(case_id).werknemer_id
        record = desk.employee(employee)
        desk.store.records.save_werknemer(employee, {**record, "geboortedatum": None}, desk.clock())
        keep(desk, case_id, speelt=["aow"])
    assert [item.id for item in desk.clock_of(case_id).termijnen] == [
        "ziekmelding_arbodienst",
        "einde_loondoorbetaling",
        "einde_opzegverbod",
    ]
    assert desk.case(case_id).weeks_total == load_law().on(FIRST).days("aow_loondoorbetaling_dagen") // 7
    assert desk.today_view().rows


def test_the_record_of_the_employee_says_the_no_risk_policy(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk, no_risk="ja"), FIRST)
    assert desk.clock_of(case_id).case.no_risk
    assert "no_risk" in notice_ids(desk.case(case_id))
    assert "no_risk" not in notice_ids(desk.case(case_id), loud=True), "it is said in the list, not over the dossier"


def test_a_date_of_uwv_goes_before_ours(desk: Workspace, case_id: str) -> None:
    letter = date(2027, 1, 4)
    keep(desk, case_id, speelt=["uwv_brief"], uwv_42e_week=letter.isoformat())
    assert step(desk.case(case_id), "uwv_42e_week").hard_day == letter


# --- what does not fit any more ---------------------------------------------------------------------------------------


def test_a_contradiction_stops_finishing_at_its_field(desk: Workspace, case_id: str) -> None:
    session = desk.open_form(FORM, case_id)
    session.answer({"speelt": ["uwv_brief"], "uwv_wia_eerste_dag": "2027-06-01"})
    stops = session.check().stops
    assert [(item.field, item.step_key) for item in stops] == [("uwv_wia_eerste_dag", "brieven")]
    with pytest.raises(KnownError):
        session.finish()


def test_the_dossier_opens_when_the_particulars_no_longer_fit(desk: Workspace, case_id: str) -> None:
    keep(desk, case_id, speelt=["verlof"], verlof=[LEAVE])
    desk.report_recovery(case_id, date(2026, 4, 6), own_work=True)
    view = desk.case(case_id)
    first = view.notices[0]
    assert (first.id, first.is_loud, first.opens) == ("past_niet", True, FORM)
    assert "‘verlof’" in first.text
    assert desk.clock_of(case_id).klok_vanaf == FIRST


# --- the vangnet ------------------------------------------------------------------------------------------------------


def with_vangnet(desk: Workspace, calendar: Calendar) -> str:
    """Return a case whose sick report says that a vangnet applies."""
    case_id = desk.start_case(add_employee(desk))
    session = desk.open_form("ziekmelding", case_id)
    session.answer({**ZIEKMELDING, "eerste_ziektedag": FIRST.isoformat(), "vangnet": "ja"})
    finish(session)
    calendar.go_to(date(2026, 3, 4))
    return case_id


def test_a_vangnet_without_a_term_is_asked_for_over_the_dossier(desk: Workspace, calendar: Calendar) -> None:
    case_id = with_vangnet(desk, calendar)
    assert notice_ids(desk.case(case_id), loud=True) == ["vangnet_termijn"]
    assert desk.open_form(FORM, case_id).answers["speelt"] == ["vangnet"]
    keep(desk, case_id, speelt=["vangnet"], vangnet_meldtermijn="6_weken")
    view = desk.case(case_id)
    assert notice_ids(view, loud=True) == []
    assert step(view, "vangnet_melding").can_tick


def test_the_term_is_wiped_once_the_report_is_done(desk: Workspace, calendar: Calendar) -> None:
    case_id = with_vangnet(desk, calendar)
    keep(desk, case_id, speelt=["vangnet"], vangnet_meldtermijn="4_dagen", vangnet_bekend_op="2026-03-03")
    begun = desk.open_form(FORM, case_id)
    begun.answer({"vangnet_meldtermijn": "6_weken"})
    begun.save()
    desk.tick(case_id, "vangnet_melding", date(2026, 3, 4))
    assert desk.case_record(case_id, FORM) == {"speelt": ["vangnet"]}
    draft = desk.store.drafts.load(case_id, FORM)
    assert draft is not None
    assert not {"vangnet_meldtermijn", "vangnet_bekend_op"} & set(draft.answers)
    assert "4_dagen" not in str(desk.store.cases.get(case_id).facts)
    view = desk.case(case_id)
    done = step(view, "vangnet_melding")
    assert done.explanation == "De melding is gedaan. Binnen welke termijn dat moest, bewaren we daarna niet."
    assert (done.state, done.done_on) == (StepState.DONE, date(2026, 3, 4))
    assert "vangnet_termijn" not in notice_ids(view)
    asked = [field.key for field in flow(FORM).asked_fields({"speelt": ["vangnet"]}, desk.context(case_id))]
    assert "vangnet_meldtermijn" not in asked


def test_taking_the_tick_back_asks_for_the_term_again(desk: Workspace, calendar: Calendar) -> None:
    case_id = with_vangnet(desk, calendar)
    keep(desk, case_id, speelt=["vangnet"], vangnet_meldtermijn="4_dagen")
    desk.tick(case_id, "vangnet_melding", date(2026, 3, 4))
    desk.untick(case_id, "vangnet_melding")
    view = desk.case(case_id)
    assert "vangnet_melding" not in {found.id for found in view.steps}
    assert notice_ids(view, loud=True) == ["vangnet_termijn"]


def test_another_step_wipes_nothing(desk: Workspace, calendar: Calendar) -> None:
    case_id = with_vangnet(desk, calendar)
    keep(desk, case_id, speelt=["vangnet"], vangnet_meldtermijn="4_dagen")
    desk.tick(case_id, "actueel_oordeel", date(2026, 3, 4))
    assert desk.case_record(case_id, FORM)["vangnet_meldtermijn"] == "4_dagen"


@pytest.mark.parametrize("wiped", [False, True])
def test_recovery_is_reported_to_uwv_too(desk: Workspace, calendar: Calendar, wiped: bool) -> None:
    case_id = with_vangnet(desk, calendar)
    keep(desk, case_id, speelt=["vangnet"], vangnet_meldtermijn="4_dagen")
    if wiped:
        desk.tick(case_id, "vangnet_melding", date(2026, 3, 4))
    calendar.go_to(date(2026, 4, 6))
    desk.report_recovery(case_id, date(2026, 4, 6), own_work=True)
    told = next(notice for notice in desk.case(case_id).notices if notice.id == "vangnet_herstel")
    days = load_law().on(FIRST)
    due = days.days("vangnet_herstel_werknemer") + days.days("vangnet_herstel_werkgever")
    assert told.day == date(2026, 4, 6) + timedelta(days=due)
    assert told.is_loud


def test_who_has_a_vangnet_is_known_from_the_newest_answer(desk: Workspace, calendar: Calendar) -> None:
    case_id = with_vangnet(desk, calendar)
    assert has_vangnet(desk, case_id)
    keep(desk, case_id, speelt=["huishoudelijk"])
    assert not has_vangnet(desk, case_id)
    assert not has_vangnet(desk, desk.start_case(add_employee(desk, personeelsnr="72")))


# --- recovery ---------------------------------------------------------------------------------------------------------


def test_without_the_own_work_in_full_the_case_stays_open(desk: Workspace, case_id: str) -> None:
    before = desk.clock_of(case_id)
    with pytest.raises(KnownError) as error:
        desk.report_recovery(case_id, desk.today, own_work=False)
    assert "nog niet hersteld" in error.value.message
    assert desk.case(case_id).is_open
    assert desk.clock_of(case_id) == before


# --- in words ---------------------------------------------------------------------------------------------------------


def test_what_was_filled_in_is_told_in_words(desk: Workspace, case_id: str) -> None:
    assert particulars_of(desk, case_id) == ()
    keep(
        desk,
        case_id,
        speelt=["verlof", "termijn_arbodienst", "eigenrisicodrager"],
        verlof=[LEAVE],
        termijn_ziekmelding_dagen="2",
        eigenrisicodrager="wga",
        vraag_twee_banen=True,
        vraag_inlener=False,
    )
    told = {line.label: line.lines for line in particulars_of(desk, case_id)}
    assert told["Wat er anders is"] == (
        "Verlof rond de geboorte van een kind",
        "Een andere termijn voor de arbodienst",
        "Je bent eigenrisicodrager",
    )
    assert told["Verlof rond de geboorte van een kind"] == (
        "van maandag 4 mei 2026, tot en met zondag 23 augustus 2026, zelfde geval: ja",
    )
    assert told["Binnen hoeveel dagen"] == ("2 dagen",)
    assert told["Eigenrisicodrager"] == ("De WGA",)
    assert (told["Twee banen bij jou"], told["Via een uitzendbureau"]) == (("Ja",), ("Nee",))


def test_there_is_something_to_look_back_on_with_several_cases_or_a_closed_one(desk: Workspace, case_id: str) -> None:
    assert not desk.has_insight
    desk.report_recovery(case_id, date(2026, 11, 16), own_work=True)
    assert desk.has_insight
    desk.reopen(case_id)
    assert not desk.has_insight
    desk.start_case(add_employee(desk, **{**WERKNEMER, "personeelsnr": "80"}))
    assert desk.has_insight
