"""Papers as steps of the dossier: each opens its form, and appears when it is possible or due."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.services.agenda import agenda
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.new_papers import NewPaper, new_papers
from reintegratie_desktop.services.planner import planner_sheet
from reintegratie_desktop.services.step_adjust import adjustment_asked
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import head_action
from reintegratie_desktop.services.workspace import Workspace
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST = date(2026, 1, 5)
EMPTY = FormSnapshot(
    form="", code="", form_version="1.0", title="", purpose="", employer="", employee="", case_number="",
    eerste_ziektedag="2026-01-05", law_date="2026-01-05", made_on="", frozen_at="", version=1, sections=(),
).to_dict()  # fmt: skip


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    report_sick(made, add_employee(made), FIRST)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def put(desk: Workspace, case_id: str, form: str, day: str, slot: str = "", **answers: Any) -> None:
    """Put a finished paper in the file as it would be after its form; what its form asks is tested there."""
    made = date.fromisoformat(day)
    version = desk.store.papers.next_version(case_id, form, slot)
    snapshot = {**EMPTY, "form": form, "version": version, "made_on": day, "frozen_at": f"{day}T00:00:00"}
    reason = "anders" if version > 1 else ""
    desk.store.papers.add(
        case_id, form, slot, answers, snapshot, made, reason, datetime(made.year, made.month, made.day)
    )


def steps(desk: Workspace, case_id: str) -> dict[str, StepView]:
    reader = CaseReader(desk, desk.store.cases.get(case_id))
    return {step.id: step for step in reader.steps()}


def planned(desk: Workspace, case_id: str, calendar: Calendar, day: str = "2026-02-20") -> None:
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", benutbaar="ja")
    put(desk, case_id, "plan_van_aanpak", "2026-02-18")
    calendar.go_to(date.fromisoformat(day))


def advised(desk: Workspace, case_id: str, day: str, gevolg: str, slot: str = "a", **more: Any) -> None:
    put(desk, case_id, "bijstelling_probleemanalyse", day, slot, datum_document=day, gevolg=gevolg, **more)


def asked(desk: Workspace, case_id: str) -> date | None:
    """Return the day on which a paper asked for another plan."""
    found = adjustment_asked(CaseReader(desk, desk.store.cases.get(case_id)))
    return None if found is None else found.day


# --- the plan after a new advice --------------------------------------------------------------------------------------


def test_a_new_advice_makes_the_plan_due_two_weeks_later(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-04-20")
    assert "bijstelling_plan_van_aanpak" not in steps(desk, case_id)
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig")
    step = steps(desk, case_id)["bijstelling_plan_van_aanpak"]
    assert (step.hard_day, step.state, step.action) == (date(2026, 5, 4), StepState.PLANNED, "Plan bijstellen")
    assert step.form == "bijstelling_plan_van_aanpak" and step.slot is None
    assert [line.value for line in step.sum] == ["20-04-2026", "+ 14 dagen", "04-05-2026"]
    assert "art. 4 lid 1 en 5" in step.source and step.phase == "eerste_jaar"
    calendar.go_to(date(2026, 4, 28))
    assert steps(desk, case_id)[step.id].state is StepState.SOON
    calendar.go_to(date(2026, 5, 6))
    late = steps(desk, case_id)[step.id]
    assert (late.state, late.state_words) == (StepState.LATE, "2 dagen te laat")
    following = desk.case(case_id).next_step
    assert following is not None


def test_its_safe_day_is_a_working_day(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-04-21")
    advised(desk, case_id, "2026-04-21", "bijstelling_nodig")
    step = steps(desk, case_id)["bijstelling_plan_van_aanpak"]
    assert (step.day, step.hard_day) == (date(2026, 5, 4), date(2026, 5, 5)), "5 May is a day off"


@pytest.mark.parametrize("form", ["bijstelling_plan_van_aanpak", "plan_van_aanpak"])
def test_an_adjusted_plan_or_a_new_version_does_it(
    desk: Workspace, case_id: str, calendar: Calendar, form: str
) -> None:
    planned(desk, case_id, calendar, "2026-05-20")
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig")
    put(desk, case_id, form, "2026-04-30")
    step = steps(desk, case_id)["bijstelling_plan_van_aanpak"]
    assert (step.state, step.done_on, step.action) == (StepState.DONE, date(2026, 4, 30), "")


def test_done_too_late_says_how_late(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-05-20")
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig")
    put(desk, case_id, "bijstelling_plan_van_aanpak", "2026-05-07")
    step = steps(desk, case_id)["bijstelling_plan_van_aanpak"]
    assert (step.state, step.state_words) == (StepState.DONE_LATE, "klaar, 3 dagen later")


def test_an_advice_that_asks_nothing_makes_no_step(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-04-20")
    advised(desk, case_id, "2026-04-20", "geen_bijstelling")
    assert "bijstelling_plan_van_aanpak" not in steps(desk, case_id)


def test_an_advice_of_a_day_to_come_or_before_any_plan_makes_no_step(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", benutbaar="ja")
    calendar.go_to(date(2026, 4, 20))
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig")
    assert asked(desk, case_id) is None
    put(desk, case_id, "plan_van_aanpak", "2026-04-01")
    advised(desk, case_id, "2026-04-25", "bijstelling_nodig", slot="b")
    assert asked(desk, case_id) == date(2026, 4, 20)


def test_after_recovery_nothing_has_to_be_adjusted(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-04-22")
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig")
    desk.report_recovery(case_id, date(2026, 4, 22), own_work=True)
    step = steps(desk, case_id)["bijstelling_plan_van_aanpak"]
    assert (step.state, step.action) == (StepState.STOPPED, "")


def test_a_draft_of_the_adjusted_plan_goes_on(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-04-20")
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig")
    desk.store.drafts.save(case_id, "bijstelling_plan_van_aanpak", {}, {}, desk.clock())
    step = steps(desk, case_id)["bijstelling_plan_van_aanpak"]
    assert (step.action, step.slot, step.detail) == ("Verder", "", "Concept, nog niet af")


# --- the plan after an evaluation -------------------------------------------------------------------------------------

PLAN = "bijstelling_plan_van_aanpak"


def evaluated(desk: Workspace, case_id: str, day: str, *, other_plan: bool, slot: str = "e") -> None:
    put(desk, case_id, "evaluatie", day, slot, datum=day, soort="periodiek", bijstelling=other_plan)


def test_an_evaluation_that_asks_for_another_plan_makes_it_due_until_it_is_there(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2026-03-30")
    evaluated(desk, case_id, "2026-03-30", other_plan=True)
    step = steps(desk, case_id)[PLAN]
    assert (step.day, step.hard_day, step.action) == (date(2026, 4, 13), date(2026, 4, 13), "Plan bijstellen")
    assert [line.label for line in step.sum] == ["Evaluatie van het plan", "Tijd ervoor, eigen keuze", "Uiterlijk"]
    assert "eigen keuze" in step.explanation and "art. 4 lid 5" in step.source
    row = desk.today_view().rows[0]
    assert row.step is not None and (row.step.id, row.step.day) == (PLAN, date(2026, 4, 13))
    assert b"20260413" in agenda(desk, case_id).content
    on_the_wall = [
        one for week in planner_sheet(desk, case_id).weeks for one in week.entries if one.word == "plan_ready"
    ]
    assert date(2026, 4, 13) in [one.day for one in on_the_wall if not one.done]
    session = desk.open_form(PLAN, case_id)
    assert (session.due_days, session.latest_day) == ((date(2026, 4, 13), date(2026, 4, 13)), date(2026, 4, 13))
    calendar.go_to(date(2026, 4, 20))
    assert steps(desk, case_id)[PLAN].state is StepState.LATE
    assert b"20260413" in agenda(desk, case_id).content, "what is late stays in the calendar"
    put(desk, case_id, PLAN, "2026-04-20")
    done = steps(desk, case_id)[PLAN]
    assert (done.state, done.action) == (StepState.DONE_LATE, "")
    row = desk.today_view().rows[0]
    assert row.step is not None and row.step.id != PLAN
    assert b"DTSTART;VALUE=DATE:20260413" not in agenda(desk, case_id).content
    assert session.due_days is None


def test_an_evaluation_that_asks_nothing_or_came_with_the_plan_makes_no_step(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2026-03-30")
    evaluated(desk, case_id, "2026-03-30", other_plan=False)
    evaluated(desk, case_id, "2026-02-18", other_plan=True, slot="same")
    assert PLAN not in steps(desk, case_id)
    put(desk, case_id, "evaluatie", "2026-03-30", "e", datum="2026-03-30", bijstelling=True)
    assert PLAN in steps(desk, case_id), "the newest version of the evaluation says it"


@pytest.mark.parametrize(
    ("kind", "for_plan", "asks"),
    [("zesweken_evaluatie", True, True), ("zesweken_evaluatie", False, False), ("weekcontact", True, False)],
)
def test_a_talk_that_is_an_evaluation_can_ask_for_another_plan_too(
    desk: Workspace, case_id: str, calendar: Calendar, kind: str, for_plan: bool, asks: bool
) -> None:
    planned(desk, case_id, calendar, "2026-03-30")
    rows = [{"wat": "Ander begin van de dag", "hoort_bij_plan": for_plan}]
    put(desk, case_id, "gesprek", "2026-03-30", "g", datum="2026-03-30", soort=kind, afspraken_nieuw=rows)
    assert (PLAN in steps(desk, case_id)) is asks


def test_what_waits_longest_gives_the_day_and_one_plan_settles_all(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2026-05-20")
    advised(desk, case_id, "2026-03-02", "bijstelling_nodig", slot="1")
    put(desk, case_id, PLAN, "2026-03-10")
    advised(desk, case_id, "2026-04-20", "bijstelling_nodig", slot="2")
    evaluated(desk, case_id, "2026-05-11", other_plan=True)
    assert steps(desk, case_id)[PLAN].hard_day == date(2026, 5, 4), "a new question does not put off the old one"
    put(desk, case_id, PLAN, "2026-05-12")
    step = steps(desk, case_id)[PLAN]
    assert (step.state, step.hard_day, step.done_on) == (StepState.DONE, date(2026, 5, 25), date(2026, 5, 12))
    reader = CaseReader(desk, desk.store.cases.get(case_id), explain=False)
    assert adjustment_asked(reader) is None, "the first page asks only what is open"


# --- the next consult -------------------------------------------------------------------------------------------------


def test_the_next_consult_is_a_small_task(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", volgend_spreekuur="2026-03-20")
    calendar.go_to(date(2026, 2, 20))
    step = steps(desk, case_id)["spreekuur"]
    assert (step.day, step.state, step.small, step.action) == (date(2026, 3, 20), StepState.PLANNED, True, "")
    following = desk.case(case_id).next_step
    assert following is not None and following.id != "spreekuur"
    calendar.go_to(date(2026, 3, 23))
    step = steps(desk, case_id)["spreekuur"]
    assert (step.state, step.action, step.form) == (
        StepState.WAITING, "Advies vastleggen", "bijstelling_probleemanalyse",
    )  # fmt: skip
    advised(desk, case_id, "2026-03-20", "geen_bijstelling", volgend_spreekuur="2026-05-01")
    assert steps(desk, case_id)["spreekuur"].day == date(2026, 5, 1), "the newest advice says it"
    calendar.go_to(date(2026, 5, 4))
    put(desk, case_id, "actueel_oordeel", "2026-05-04", datum="2026-05-04")
    assert "spreekuur" not in steps(desk, case_id), "the last opinion is an advice too"


@pytest.mark.parametrize("consult", ["", "2026-02-09"])
def test_no_consult_no_task(desk: Workspace, case_id: str, calendar: Calendar, consult: str) -> None:
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", volgend_spreekuur=consult)
    calendar.go_to(date(2026, 2, 20))
    assert "spreekuur" not in steps(desk, case_id)


def test_a_closed_case_has_no_consult(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", volgend_spreekuur="2026-03-20")
    calendar.go_to(date(2026, 2, 20))
    desk.report_recovery(case_id, date(2026, 2, 20), own_work=True)
    assert "spreekuur" not in steps(desk, case_id)


# --- contacts and nazorg ----------------------------------------------------------------------------------------------


def contact_plan(desk: Workspace, case_id: str) -> None:
    days = ("2026-02-03", "2026-02-17", "2026-03-03")
    put(desk, case_id, "contactplan", "2026-01-20", momenten=[{"gepland": day} for day in days])


def test_the_next_contact_stands_there_and_a_missed_one_turns_orange(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    contact_plan(desk, case_id)
    calendar.go_to(date(2026, 2, 2))
    found = [step for key, step in steps(desk, case_id).items() if key.startswith("contact_")]
    assert [(step.day, step.state, step.small) for step in found] == [(date(2026, 2, 3), StepState.PLANNED, True)]
    calendar.go_to(date(2026, 2, 4))
    assert steps(desk, case_id)["contact_2026-02-03"].state is StepState.WAITING
    calendar.go_to(date(2026, 2, 6))
    missed = steps(desk, case_id)["contact_2026-02-03"]
    assert (missed.state, missed.state_words) == (StepState.SOON, "nog vastleggen")
    assert "contact_2026-02-17" in steps(desk, case_id)
    today = [item.step_id for day, items in desk.today_view().week for item in items if day == date(2026, 2, 6)]
    assert "contact_2026-02-03" in today, "what waits stands at today"
    calendar.go_to(date(2026, 2, 7))
    monday = [item.step_id for day, items in desk.today_view().week for item in items if day == date(2026, 2, 9)]
    assert "contact_2026-02-03" in monday, "in the weekend at Monday"


def test_a_tick_writes_the_contact_in_the_journal(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    contact_plan(desk, case_id)
    calendar.go_to(date(2026, 2, 6))
    desk.tick(case_id, "contact_2026-02-03", date(2026, 2, 5))
    assert "contact_2026-02-03" not in steps(desk, case_id)
    row = desk.store.journal.rows(case_id)[-1]
    assert (row.kind, row.description, row.happened_on) == ("contact", "Afgevinkt: Contact", date(2026, 2, 5))


def nazorg(desk: Workspace, case_id: str, **second: Any) -> None:
    rows = [{"moment": "2_weken", "gepland": "2026-03-16"}, {"moment": "6_weken", "gepland": "2026-04-13", **second}]
    put(desk, case_id, "nazorgplan", "2026-03-02", start="2026-03-02", checkins=rows)


def test_nazorg_talks_stand_on_the_first_page_after_recovery(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    calendar.go_to(date(2026, 3, 2))
    desk.report_recovery(case_id, date(2026, 3, 2), own_work=True)
    nazorg(desk, case_id)
    found = [step for key, step in steps(desk, case_id).items() if key.startswith("nazorg_")]
    assert [(step.day, step.form, step.action) for step in found] == [
        (date(2026, 3, 16), "nazorgplan", "Vastleggen"),
        (date(2026, 4, 13), "nazorgplan", "Vastleggen"),
    ]
    row = desk.today_view().rows[0]
    assert row.step is not None
    assert (row.step.id, row.second_line) == ("nazorg_2026-03-16", "Hoe gaat het werk nu?")
    desk.tick(case_id, "nazorg_2026-03-16", date(2026, 3, 2))
    assert desk.today_view().rows == ()
    assert desk.store.journal.rows(case_id)[-1].description == "Afgevinkt: Nazorggesprek"


@pytest.mark.parametrize(
    "second", [{"gedaan": "2026-04-13"}, {"niet_gewenst": True}, {"gepland": None}, {"verder": "nazorg_stoppen"}]
)
def test_nazorg_that_is_settled_is_no_task(
    desk: Workspace, case_id: str, calendar: Calendar, second: dict[str, Any]
) -> None:
    calendar.go_to(date(2026, 3, 2))
    nazorg(desk, case_id, **second)
    assert "nazorg_2026-04-13" not in steps(desk, case_id)


def test_after_recovery_nazorg_can_be_agreed_from_the_dossier(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar)
    assert "nazorgplan" not in steps(desk, case_id), "it stands in the list of papers until somebody is back"
    calendar.go_to(date(2026, 3, 2))
    desk.report_recovery(case_id, date(2026, 3, 2), own_work=True)
    step = steps(desk, case_id)["nazorgplan"]
    assert (step.state, step.action, step.form, step.day) == (
        StepState.NOT_YET, "Nazorg afspreken", "nazorgplan", None,
    )  # fmt: skip
    assert step.phase == "start", "it stands where the dossier ended"
    nazorg(desk, case_id)
    assert steps(desk, case_id)["nazorgplan"].state is StepState.DONE


# --- reports of the second track --------------------------------------------------------------------------------------

REPORT = "voortgangsrapportage"


def second_track(desk: Workspace, case_id: str, calendar: Calendar, **more: Any) -> None:
    planned(desk, case_id, calendar, "2026-12-14")
    agreed = {"datum_besluit": "2026-11-20", "van": "2026-11-30", "tot": "2027-06-30", "rapportage": "6_weken", **more}
    put(desk, case_id, "spoor2_start", "2026-11-20", **agreed)


def test_the_report_that_was_agreed_is_a_task_until_it_is_there(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    second_track(desk, case_id, calendar)
    step = steps(desk, case_id)[REPORT]
    assert (step.day, step.hard_day) == (date(2027, 1, 11), date(2027, 1, 25))
    assert (step.state, step.action, step.form) == (StepState.PLANNED, "Verslag vastleggen", REPORT)
    assert [(line.label, line.value) for line in step.sum] == [
        ("Start van spoor 2", "30-11-2026"),
        ("Zo spraken jullie het af", "+ 42 dagen"),
        ("Verslag verwacht", "11-01-2027"),
    ]
    assert "elke 6 weken" in step.explanation and "eigen keuze" in step.explanation
    assert step.who == "Jij en re-integratiebureau"
    assert b"20270111" in agenda(desk, case_id).content
    calendar.go_to(date(2027, 1, 7))
    assert steps(desk, case_id)[REPORT].state is StepState.SOON
    assert REPORT in [item.step_id for item in desk.today_view().soon]
    calendar.go_to(date(2027, 1, 12))
    waits = steps(desk, case_id)[REPORT]
    assert (waits.day, waits.state) == (date(2027, 1, 25), StepState.PLANNED), "there is some patience"
    calendar.go_to(date(2027, 1, 26))
    late = steps(desk, case_id)[REPORT]
    assert (late.state, late.state_words) == (StepState.LATE, "1 dag te laat")
    desk.store.drafts.save(case_id, REPORT, {}, {}, desk.clock(), slot="r")
    begun = steps(desk, case_id)[REPORT]
    assert (begun.action, begun.slot, begun.detail) == ("Verder", "r", "Concept, nog niet af")
    put(desk, case_id, REPORT, "2027-01-10", "r", nr="1", van="2026-11-30", tot="2027-01-10")
    following = steps(desk, case_id)[REPORT]
    assert following.day == date(2027, 2, 22), "21 February is a Sunday"
    assert following.sum[0].label == "Vorige verslag, tot en met"


def test_no_report_is_asked_without_an_agreement_after_the_last_one_or_after_recovery(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    second_track(desk, case_id, calendar, rapportage=None)
    assert REPORT not in steps(desk, case_id)
    put(desk, case_id, "spoor2_start", "2026-11-20", van="2026-11-30", tot="2026-12-27", rapportage="4_weken")
    step = steps(desk, case_id)[REPORT]
    assert step.sum[0].label == "Laatste dag van het plan voor spoor 2"
    put(desk, case_id, REPORT, "2026-12-14", "r", nr="1", tot="2026-12-14", eindrapport=True)
    assert REPORT not in steps(desk, case_id)
    put(desk, case_id, REPORT, "2026-12-14", "r", nr="1", tot="2026-12-14", eindrapport=False)
    desk.report_recovery(case_id, date(2026, 12, 14), own_work=True)
    assert REPORT not in steps(desk, case_id)


# --- steps open their forms -------------------------------------------------------------------------------------------


def test_an_evaluation_opens_its_form_once_there_is_a_plan(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    assert steps(desk, case_id)["evaluatie_1"].form == "gesprek", "without a plan there is only a talk"
    planned(desk, case_id, calendar)
    step = steps(desk, case_id)["evaluatie_1"]
    assert (step.form, step.kind, step.action) == ("evaluatie", "periodiek", "Evaluatie invullen")
    session = desk.open_form("evaluatie", case_id, kind="eerstejaarsevaluatie")
    assert session.answers["soort"] == "eerstejaarsevaluatie"


def test_who_began_with_the_talk_goes_on_with_it(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar)
    desk.store.drafts.save(case_id, "gesprek", {"soort": "zesweken_evaluatie"}, {}, desk.clock(), slot="g")
    step = steps(desk, case_id)["evaluatie_1"]
    assert (step.form, step.slot, step.action) == ("gesprek", "g", "Verder")


def test_the_report_to_uwv_is_prepared_and_then_ticked_off(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-10-05")
    assert steps(desk, case_id)["uwv_42e_week"].action == "", "before its window there is nothing to do"
    calendar.go_to(date(2026, 10, 20))
    step = steps(desk, case_id)["uwv_42e_week"]
    assert (step.form, step.action, step.can_tick) == ("uwv_42e_week", "Melding klaarzetten", True)
    put(desk, case_id, "uwv_42e_week", "2026-10-20")
    step = steps(desk, case_id)["uwv_42e_week"]
    assert (step.form, step.action, step.done_on) == ("", "Afvinken", None), "the sheet is there; was it sent?"
    put(desk, case_id, "uwv_42e_week", "2026-10-20", gemeld_op="2026-10-20")
    step = steps(desk, case_id)["uwv_42e_week"]
    assert (step.state, step.done_on, step.form) == (StepState.DONE, date(2026, 10, 20), "uwv_42e_week")


def test_a_finished_report_to_uwv_asks_only_for_the_day_it_was_sent(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2026-10-20")
    session = desk.open_form("uwv_42e_week", case_id)
    session.answer({"loonheffingennr": "123456789L01", "werkt_nu": "nee"})
    paper_id = finish(session)
    step = steps(desk, case_id)["uwv_42e_week"]
    assert (step.action, step.complete, step.form, step.can_tick) == ("Vul later aan", paper_id, "", True)
    assert (step.done_on, step.state, step.detail) == (None, StepState.SOON, "De dag mist nog bij het papier")
    assert head_action(step) == "Vul later aan"
    first_page = CaseReader(desk, desk.store.cases.get(case_id), explain=False).steps()
    assert [one.id for one in first_page if one.complete] == ["uwv_42e_week"]
    desk.later.fill(paper_id, {"gemeld_op": "2026-10-20"})
    done = steps(desk, case_id)["uwv_42e_week"]
    assert (done.state, done.done_on, done.complete, done.action) == (StepState.DONE, date(2026, 10, 20), "", "")


def test_a_tick_goes_before_the_paper_and_a_day_before_the_case_counts_for_nothing(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2026-10-25")
    put(desk, case_id, "uwv_42e_week", "2026-10-22", gemeld_op="2025-10-22")
    assert steps(desk, case_id)["uwv_42e_week"].done_on is None
    desk.tick(case_id, "uwv_42e_week", date(2026, 10, 21))
    assert steps(desk, case_id)["uwv_42e_week"].done_on == date(2026, 10, 21)


def test_the_start_of_the_second_track_is_the_day_it_begins(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-12-01")
    put(desk, case_id, "spoor2_start", "2026-11-20", datum_besluit="2026-11-20", van="2026-11-30")
    assert steps(desk, case_id)["spoor2_start"].done_on == date(2026, 11, 30)


def test_a_paper_made_before_its_time_still_tells_what_was_done(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2026-10-25")
    put(desk, case_id, "eindevaluatie", "2026-10-20", datum="2026-10-20")
    step = steps(desk, case_id)["eindevaluatie"]
    assert (step.done_on, step.form) == (date(2026, 10, 20), "eindevaluatie")
    assert steps(desk, case_id)["actueel_oordeel"].form == "", "far too early for its form"


def test_papers_without_a_date_come_when_there_is_need_of_them(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    assert {"taakprofiel", "contactplan", "opbouwschema"} <= set(steps(desk, case_id))
    planned(desk, case_id, calendar)
    assert "spoor1_onderzoek" not in steps(desk, case_id)
    calendar.go_to(date(2026, 11, 20))
    assert "spoor1_onderzoek" in steps(desk, case_id), "the evaluation of the first year is near"
    assert "zoekprofiel" not in steps(desk, case_id)
    put(desk, case_id, "spoor2_start", "2026-11-20", datum_besluit="2026-11-20")
    assert "zoekprofiel" in steps(desk, case_id)
    desk.store.drafts.save(case_id, "oordeel_werknemer", {}, {}, desk.clock())
    step = steps(desk, case_id)["oordeel_werknemer"]
    assert (step.state, step.action) == (StepState.INCOMPLETE, "Verder"), "who began it finds it back"
    desk.report_recovery(case_id, date(2026, 11, 20), own_work=True)
    assert "contactplan" not in steps(desk, case_id)


def ends_on(desk: Workspace, case_id: str, day: str) -> None:
    employee_id = desk.store.cases.get(case_id).werknemer_id
    ends = {"contractsoort": "bepaalde_tijd", "einddatum": day}
    desk.store.records.save_werknemer(employee_id, {**desk.employee(employee_id), **ends}, desk.clock())


def test_a_contract_that_ends_brings_the_full_report_forward(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    planned(desk, case_id, calendar, "2026-05-22")
    report = ("actueel_oordeel", "eindevaluatie", "riv_aan_werknemer")
    ends_on(desk, case_id, "2026-05-31")
    found = steps(desk, case_id)
    assert {(found[key].day, found[key].hard_day, found[key].state) for key in report} == {
        (date(2026, 5, 29), date(2026, 5, 31), StepState.SOON)
    }
    assert [found[key].action for key in report] == ["Oordeel vastleggen", "Evaluatie invullen", "Voorblad maken"]
    assert {found[key].phase for key in report} == {found["ziek_uit_dienst_melding"].phase}
    assert "31 mei 2026" in found["eindevaluatie"].explanation
    order = list(found)
    for key in ("oordeel_werknemer", "medische_informatie_overdracht"):
        assert order.index(key) < order.index("ziek_uit_dienst_melding") < order.index("wia_aanvraag"), key
    desk.store.drafts.save(case_id, "eindevaluatie", {}, {}, desk.clock())
    begun = steps(desk, case_id)["eindevaluatie"]
    assert (begun.action, begun.detail) == ("Verder", "Concept, nog niet af")
    desk.tick(case_id, "actueel_oordeel", date(2026, 5, 22))
    assert steps(desk, case_id)["actueel_oordeel"].done_on == date(2026, 5, 22)
    calendar.go_to(date(2026, 5, 20))
    assert steps(desk, case_id)["eindevaluatie"].state is StepState.PLANNED
    calendar.go_to(date(2026, 6, 2))
    late = steps(desk, case_id)["eindevaluatie"]
    assert (late.state, late.state_words) == (StepState.LATE, "2 dagen te laat")
    desk.tick(case_id, "ziek_uit_dienst_melding", date(2026, 5, 29))
    assert steps(desk, case_id)["eindevaluatie"].state is StepState.STOPPED, "it was sent"


@pytest.mark.parametrize(("last_day", "soon_fit"), [("2026-03-01", "nee"), ("2026-05-31", "ja")])
def test_a_short_illness_or_recovery_in_sight_needs_no_full_report(
    desk: Workspace, case_id: str, calendar: Calendar, last_day: str, soon_fit: str
) -> None:
    planned(desk, case_id, calendar)
    ends_on(desk, case_id, last_day)
    put(desk, case_id, "ziek_uit_dienst", "2026-02-20", herstel_3m=soon_fit, einddatum=last_day)
    found = steps(desk, case_id)["eindevaluatie"]
    assert (found.state, found.action) == (StepState.STOPPED, "")


def test_an_advice_for_an_expert_a_liable_other_and_a_contract_that_ends_ask_for_their_paper(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    asked_for = {"arbeidsdeskundig_onderzoek", "brief_regres", "participatieverzoek"}
    planned(desk, case_id, calendar)
    assert not asked_for & set(steps(desk, case_id))
    advised(desk, case_id, "2026-02-20", "geen_bijstelling", interventies=["arbeidsdeskundig_onderzoek"])
    put(desk, case_id, "ziekmelding", "2026-02-20", eerste_ziektedag="2026-01-05", regres="ja")
    ends_on(desk, case_id, "2026-06-30")
    found = steps(desk, case_id)
    assert {key: found[key].action for key in asked_for} == {
        "arbeidsdeskundig_onderzoek": "Onderzoek aanvragen",
        "brief_regres": "Brief maken",
        "participatieverzoek": "Verzoek klaarzetten",
    }
    assert {found[key].who for key in asked_for} == {"Jij"}
    order = list(found)
    assert order.index("participatieverzoek") < order.index("ziek_uit_dienst_melding")
    desk.tick(case_id, "ziek_uit_dienst_melding", date(2026, 2, 20))
    assert "participatieverzoek" not in steps(desk, case_id)


def test_the_schedule_says_that_it_plans_more_hours_than_the_new_advice(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    hours = {"benutbaar": "ja", "opbouw_soort": "vast", "per_datum": "2026-02-09"}
    put(desk, case_id, "probleemanalyse", "2026-02-09", datum_document="2026-02-09", uren_week="24", **hours)
    put(desk, case_id, "opbouwschema", "2026-02-10", fasen=[{"van": "2026-02-09", "uren_week": "20"}])
    calendar.go_to(date(2026, 4, 20))
    assert steps(desk, case_id)["opbouwschema"].state_words == "klaar"
    lowered = {**hours, "per_datum": "2026-04-20", "uren_week": "12"}
    advised(desk, case_id, "2026-04-20", "geen_bijstelling", **lowered)
    step = steps(desk, case_id)["opbouwschema"]
    assert (step.state, step.state_words, step.action) == (StepState.INCOMPLETE, "bijstellen", "Schema maken")
    put(desk, case_id, "opbouwschema", "2026-04-20", fasen=[{"van": "2026-04-20", "uren_week": "12"}])
    assert steps(desk, case_id)["opbouwschema"].state_words == "klaar"


def test_a_date_to_know_is_shown_on_its_own_day_and_is_past_the_day_after(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    planned(desk, case_id, calendar, "2028-01-03")
    first = steps(desk, case_id)["wia_eerste_dag"]
    assert (first.day, first.state, first.state_words) == (date(2028, 1, 3), StepState.PLANNED, "vandaag")
    calendar.go_to(date(2028, 1, 4))
    past = steps(desk, case_id)
    assert (past["wia_eerste_dag"].state, past["wia_eerste_dag"].state_words) == (StepState.DONE, "voorbij")
    assert past["einde_loondoorbetaling"].state_words == "voorbij"
    assert "opzegverbod in jaren" in past["einde_opzegverbod"].explanation


# --- the list of new papers -------------------------------------------------------------------------------------------


def listed(desk: Workspace, case_id: str) -> dict[str, NewPaper]:
    return {paper.form: paper for group in new_papers(desk, case_id) for paper in group.papers}


def test_the_list_holds_every_paper_once_and_says_why_not_yet(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    papers = listed(desk, case_id)
    assert len(papers) == 38
    assert papers["evaluatie"].reason == "Kan na het plan van aanpak."
    assert papers["uwv_42e_week"].reason == "Kan vanaf ma 19 oktober 2026."
    assert papers["brief_regres"].reason.startswith("Alleen als een ander aansprakelijk kan zijn")
    assert papers["brief_instemming_or"].reason == "Alleen als je bedrijf een OR of een PVT heeft."
    assert (papers["ziekmelding"].action, papers["ziekmelding"].note) == ("Nieuwe versie", "1 keer gemaakt")
    assert (papers["gesprek"].action, papers["gesprek"].can) == ("Maken", True)
    desk.store.drafts.save(case_id, "evaluatie", {}, {}, desk.clock(), slot="e")
    begun = listed(desk, case_id)["evaluatie"]
    assert (begun.can, begun.action, begun.slot, begun.note) == (True, "Verder", "e", "begonnen, nog niet af")
    calendar.go_to(date(2026, 3, 2))
    desk.report_recovery(case_id, date(2026, 3, 2), own_work=True)
    closed = listed(desk, case_id)
    assert closed["plan_van_aanpak"].reason == "Het dossier is gesloten."
    assert closed["nazorgplan"].can and closed["gesprek"].can


def test_an_example_opens_every_paper_in_its_time(tmp_path: Path) -> None:
    """Walk two years of an example: no step names a form that the list says cannot be made."""
    now = datetime(2026, 11, 23, 9)
    made = example_file(tmp_path / "v.reintegratie", lambda: now)
    try:
        for case in made.store.cases.all():
            for weeks in (0, 20, 45, 60, 90, 103):
                made.clock = Calendar(case.eerste_ziektedag + timedelta(weeks=weeks))
                can = {form for form, paper in listed(made, case.id).items() if paper.can}
                for step in steps(made, case.id).values():
                    if step.action and step.form:
                        assert step.form in can or step.form == "nazorgplan", (case.nummer, weeks, step.id)
    finally:
        made.close()
