"""An open file: cases that begin, end and come back, and what the first page says of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from reintegratie_desktop.services.files import is_cloud_folder, write_file
from reintegratie_desktop.services.views import StepState
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.services.desks import ZIEKMELDING, Calendar, add_employee, finish, make_desk, report_sick

MONDAY = date(2026, 11, 2)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(MONDAY)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


def test_a_new_case_is_a_draft_until_the_report_is_finished(desk: Workspace) -> None:
    employee = add_employee(desk)
    case_id = desk.start_case(employee)
    assert desk.start_case(employee) == case_id, "a second press does not make a second case"
    view = desk.case(case_id)
    assert not view.is_reported
    assert view.next_step is not None
    assert view.next_step.form == "ziekmelding"
    session = desk.open_form("ziekmelding", case_id)
    told = session.snapshot(draft=True)
    today = desk.today.isoformat()
    assert session.answers.get("eerste_ziektedag") is None and today not in {fact.value for fact in told.facts[:2]}
    assert told.eerste_ziektedag == "" and "Uiterste datum" not in {fact.label for fact in told.facts}
    session.answer({"eerste_ziektedag": None})
    session.save()
    begun = desk.case(case_id)
    assert not begun.day_known and [(step.form, step.day) for step in begun.steps] == [("ziekmelding", None)]
    session.answer({"eerste_ziektedag": today})
    session.save()
    assert desk.case(case_id).day_known and len(desk.case(case_id).steps) > 5
    assert session.snapshot(draft=True).eerste_ziektedag == today
    session.discard()
    desk.remove_unreported(case_id)
    assert desk.today_view().rows == ()


def test_a_reported_case_cannot_be_removed_by_the_same_door(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    desk.remove_unreported(case_id)
    assert desk.case(case_id).is_reported


def test_the_case_follows_the_first_sick_day_of_the_draft_only_when_it_can_be(desk: Workspace) -> None:
    case_id = desk.start_case(add_employee(desk))
    session = desk.open_form("ziekmelding", case_id)
    session.answer({**ZIEKMELDING, "eerste_ziektedag": "2026-10-29"})
    session.save()
    assert desk.case(case_id).eerste_ziektedag == date(2026, 10, 29)
    session.answer({"eerste_ziektedag": "2027-10-29"})
    session.save()
    assert desk.case(case_id).eerste_ziektedag == date(2026, 10, 29)
    assert session.answers["eerste_ziektedag"] == "2027-10-29", "the draft keeps what was typed"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (MONDAY + timedelta(days=1), "in the future"),
        (date(2019, 1, 31), "before the employment"),
        (date(2026, 10, 7), "inside another case"),
    ],
)
def test_an_impossible_first_day_is_a_sentence_at_the_field(desk: Workspace, day: date, why: str) -> None:
    employee = add_employee(desk)
    desk.clock.go_to(date(2026, 10, 5))  # type: ignore[attr-defined]
    earlier = report_sick(desk, employee, date(2026, 10, 5))
    desk.clock.go_to(date(2026, 10, 12))  # type: ignore[attr-defined]
    desk.report_recovery(earlier, date(2026, 10, 12), own_work=True)
    desk.clock.go_to(MONDAY)  # type: ignore[attr-defined]
    case_id = desk.start_case(employee)
    session = desk.open_form("ziekmelding", case_id)
    session.answer({**ZIEKMELDING, "eerste_ziektedag": day.isoformat()})
    stops = [finding.field_key for finding in session.check().stops]
    assert "eerste_ziektedag" in stops, why
    session.save()
    assert desk.open_form("ziekmelding", case_id).answers["eerste_ziektedag"] == day.isoformat()


def test_full_recovery_closes_the_case_and_can_be_taken_back(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2026, 11, 16))
    desk.report_recovery(case_id, date(2026, 11, 16), own_work=True)
    view = desk.case(case_id)
    assert not view.is_open
    assert "16 november" in view.closed_words
    assert [step.id for step in view.steps if step.action] == ["nazorgplan"], "only what comes after"
    assert desk.today_view().rows == ()
    assert desk.employees()[0].closed_cases
    desk.reopen(case_id)
    assert desk.case(case_id).is_open


def test_a_step_outside_the_program_is_ticked_off_and_back(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2027, 8, 20))
    desk.tick(case_id, "uwv_42e_week", date(2027, 8, 18))
    step = next(step for step in desk.case(case_id).steps if step.id == "uwv_42e_week")
    assert step.state is StepState.DONE
    desk.untick(case_id, "uwv_42e_week")
    step = next(step for step in desk.case(case_id).steps if step.id == "uwv_42e_week")
    assert step.can_tick
    assert step.state is not StepState.DONE


def test_at_most_three_rows_are_loud_and_late_comes_first(desk: Workspace, calendar: Calendar) -> None:
    for number in range(5):
        calendar.go_to(MONDAY + timedelta(days=number if number < 5 else 0))
        report_sick(
            desk, add_employee(desk, personeelsnr=str(number), achternaam=f"Nummer {number}"), calendar().date()
        )
    calendar.go_to(date(2026, 12, 17))
    view = desk.today_view()
    assert [row.loud for row in view.rows] == [True, True, True, False, False]
    order = [row.step.state for row in view.rows if row.step]
    assert order == sorted(order, key=[StepState.LATE, StepState.SOON, StepState.PLANNED].index)


def test_why_this_date_adds_up(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    step = next(step for step in desk.case(case_id).steps if step.id == "probleemanalyse")
    assert step.hard_day == date(2026, 12, 14)
    values = [line.value for line in step.sum]
    assert "02-11-2026" in values
    assert "14-12-2026" in values
    assert step.source
    assert step.explanation


def test_searching_employees_is_done_by_name_and_function(desk: Workspace) -> None:
    add_employee(desk)
    add_employee(desk, personeelsnr="72", achternaam="Žák", roepnaam="Eva", voorvoegsel="", functie="Planner")
    assert [found.name for found in desk.employees("planner")] == ["Eva Žák"]
    assert len(desk.employees()) == 2


def test_a_word_said_to_be_about_work_is_remembered_without_text_in_the_journal(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    session = desk.open_form("gesprek", case_id)
    text = "De klacht van de klant is opgelost, maar de migraine niet."
    words = {hit.word for hit in session.find_words(text)}
    assert words
    for word in words:
        session.allow_word(word)
    assert session.find_words(text) == ()
    assert all(word not in line.description for word in words for line in desk.case(case_id).journal)


def test_talks_stand_side_by_side(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    first, second = desk.open_form("gesprek", case_id), desk.open_form("gesprek", case_id)
    first.answer({"soort": "weekcontact"})
    first.save()
    second.answer({"soort": "tweewekelijkse_check_in"})
    second.save()
    assert first.slot != second.slot
    assert {draft.slot for draft in desk.case(case_id).drafts} == {first.slot, second.slot}
    assert desk.open_form("gesprek", case_id, slot=first.slot).answers["soort"] == "weekcontact"


def test_carried_answers_are_asked_after_until_somebody_says_so(desk: Workspace) -> None:
    case_id = desk.start_case(add_employee(desk))
    session = desk.open_form("ziekmelding", case_id)
    carried = session.carried("telefoon_verzuim")
    assert carried is not None
    assert not carried.confirmed
    assert carried.title == "de gegevens van de werknemer"
    session.confirm("telefoon_verzuim")
    confirmed = session.carried("telefoon_verzuim")
    assert confirmed is not None
    assert confirmed.confirmed


def test_changing_the_record_of_an_employee_changes_the_list(desk: Workspace) -> None:
    employee = add_employee(desk)
    session = desk.open_form("werknemer", employee_id=employee)
    session.answer({"functie": "Teamleider"})
    assert finish(session) == employee
    assert desk.employees()[0].function == "Teamleider"


def test_a_file_is_never_half_written(tmp_path: Path) -> None:
    target = tmp_path / "papier.pdf"
    write_file(target, b"een")
    write_file(target, b"twee")
    assert target.read_bytes() == b"twee"
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(KnownError, match="bestaat niet"):
        write_file(tmp_path / "weg" / "papier.pdf", b"een")


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("C:/Users/noor/OneDrive - De Kist/dossiers", True),
        ("/Users/noor/Library/Mobile Documents/dossiers", True),
        ("/home/noor/Dropbox", True),
        ("/home/noor/.local/share/Re-integratie Desktop", False),
    ],
)
def test_a_folder_that_goes_to_the_internet_is_recognised(path: str, *, cloud: bool) -> None:
    assert is_cloud_folder(Path(path)) is cloud


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 18)])
def test_a_day_that_cannot_be_is_refused_in_a_sentence(desk: Workspace, calendar: Calendar, day: date) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2026, 11, 17))
    with pytest.raises(KnownError, match="kan niet kloppen"):
        desk.tick(case_id, "uwv_42e_week", day)
    with pytest.raises(KnownError, match="kan niet kloppen"):
        desk.report_recovery(case_id, day, own_work=True)
    assert desk.case(case_id).is_open


def test_an_evaluation_step_opens_a_talk_of_its_own_kind(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2027, 2, 1))
    step = next(step for step in desk.case(case_id).steps if step.id == "evaluatie_1")
    assert (step.form, step.kind) == ("gesprek", "zesweken_evaluatie")
    session = desk.open_form(step.form, case_id, slot=step.slot, kind=step.kind)
    assert session.answers["soort"] == "zesweken_evaluatie"
    assert session.answers["agenda"]
    session.save()
    step = next(step for step in desk.case(case_id).steps if step.id == "evaluatie_1")
    assert step.slot == session.slot
    assert step.action == "Verder"


def test_a_talk_is_called_by_its_kind_in_the_list_of_papers(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2026, 11, 5))
    session = desk.open_form("gesprek", case_id, kind="weekcontact")
    session.answer(
        {
            "datum": "2026-11-05T10:00",
            "plaats": "telefoon",
            "werk_nu": "Er is nog geen werk afgesproken.",
            "schema": "nog_geen_opbouw",
            "geen_afspraken": True,
            "bedrijfsarts_nodig": "nee",
            "volgende": "2026-11-12T10:00",
            "eerder": True,
            "verzonden": "2026-11-05",
        }
    )
    paper_id = finish(session)
    paper = next(paper for paper in desk.case(case_id).papers if paper.id == paper_id)
    assert paper.title == "Gesprek: weekcontact"
    assert desk.case(case_id).next_step is not None


def test_a_late_step_shows_the_day_the_words_count_from(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2026, 12, 19))
    step = next(step for step in desk.case(case_id).steps if step.id == "probleemanalyse")
    assert step.day == date(2026, 12, 14)
    assert step.state_words == "5 dagen te laat"


def test_an_old_appointment_never_stands_before_what_the_law_asks(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2026, 12, 8))
    following = desk.case(case_id).next_step
    assert following is not None
    assert following.id != "gesprek"
    talk = next(step for step in desk.case(case_id).steps if step.id == "gesprek")
    assert talk.state is StepState.WAITING


def test_uwv_is_told_only_from_the_day_it_takes_the_report(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2027, 7, 1))
    step = next(step for step in desk.case(case_id).steps if step.id == "uwv_42e_week")
    assert not step.can_tick
    assert step.window_from is not None
    assert step.detail == "Je mag melden vanaf ma 16 augustus"
    calendar.go_to(step.window_from)
    step = next(step for step in desk.case(case_id).steps if step.id == "uwv_42e_week")
    assert step.can_tick
    assert "nu melden" in step.detail


def test_the_first_page_says_when_the_last_day_of_wage_is_near(desk: Workspace, calendar: Calendar) -> None:
    report_sick(desk, add_employee(desk), MONDAY)
    calendar.go_to(date(2028, 10, 20))
    assert "laatste loondag" in desk.today_view().rows[0].second_line
