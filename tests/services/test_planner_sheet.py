"""The planner of a case: its own dates without their text, a mark instead of a name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.domain.planner import Sign, Word
from reintegratie_desktop.services import own_steps
from reintegratie_desktop.services.planner import file_name, mark_of, note_printed, planner_sheet, rendering, save_pdf
from reintegratie_desktop.services.workspace import Workspace
from tests.documents.reading import all_words
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 9, 28)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    calendar = Calendar(FIRST)
    made = make_desk(tmp_path, calendar)
    report_sick(made, add_employee(made), FIRST)
    calendar.go_to(date(2026, 11, 2))
    yield made
    made.close()


def test_own_steps_and_the_talk_stand_on_it_without_their_text(desk: Workspace) -> None:
    case_id = desk.store.cases.all()[0].id
    done = own_steps.add(desk, case_id, "Stoel bestellen voor bureau 3", date(2026, 11, 5), "Noor")
    desk.tick(case_id, done, desk.today)
    sheet = planner_sheet(desk, case_id)
    found = [entry for week in sheet.weeks for entry in week.entries if entry.word in (Word.OWN, Word.TALK)]
    assert [(entry.word, entry.sign, entry.done) for entry in found] == [
        (Word.TALK, Sign.TALK, False),
        (Word.OWN, Sign.PLAN, True),
    ]
    text = all_words(rendering(desk, case_id)())
    assert "eigen stap" in text
    for word in ("Stoel", "Noor", "Jasper", "Houten", "Kist", "2026-001"):
        assert word not in text


def test_its_name_and_its_lines_in_the_journal(desk: Workspace, tmp_path: Path) -> None:
    case_id = desk.store.cases.all()[0].id
    assert file_name(desk, case_id) == "P-0001_weekplanner_2026-11-02.pdf"
    assert (mark_of("2026-003"), mark_of("2026-1234"), mark_of("oud")) == ("P-0003", "P-1234", "P-0oud")
    save_pdf(desk, case_id, tmp_path / "p.pdf")
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    note_printed(desk, case_id)
    assert desk.store.journal.rows(case_id)[-1].description == "Weekplanner afgedrukt"
