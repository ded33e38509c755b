"""A paper that was made with loaded rules names them, and keeps naming them; all other papers are as they were."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.check_paper import check_snapshot
from reintegratie_desktop.services.rules import back_to_shipped
from reintegratie_desktop.services.workspace import Workspace
from tests.documents.reading import all_words
from tests.rules_files import NEWER, accepting, install, rules_file
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 11, 23)
NAMED = f"geladen regels {NEWER}, geldig op 23-11-2026"


@pytest.fixture(autouse=True)
def _accepting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with accepting(monkeypatch, tmp_path):
        yield


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, Calendar(FIRST))
    yield desk
    desk.close()


def paper_of(desk: Workspace, case_id: str) -> str:
    (paper,) = [paper for paper in desk.papers.views(case_id) if paper.form == "ziekmelding"]
    return paper.id


def test_a_paper_with_the_rules_of_the_program_says_what_it_always_said(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    paper = paper_of(desk, case_id)
    assert desk.papers.snapshot(paper).rules == ""
    text = all_words(desk.papers.pdf(paper))
    assert "regels geldig op 23-11-2026" in text
    assert "geladen" not in text


def test_a_paper_with_loaded_rules_names_them_also_when_others_came(desk: Workspace) -> None:
    install(rules_file())
    case_id = report_sick(desk, add_employee(desk), FIRST)
    paper = paper_of(desk, case_id)
    assert NAMED in all_words(desk.papers.pdf(paper))
    assert NAMED in all_words(desk.papers.rendering(check_snapshot(desk, case_id))())
    back_to_shipped()
    assert not load_law().loaded
    assert NAMED in all_words(desk.papers.pdf(paper)), "a paper that is made does not change"
    assert check_snapshot(desk, case_id).rules == ""


def test_a_draft_and_the_page_for_a_talk_name_the_loaded_rules_too(desk: Workspace) -> None:
    install(rules_file())
    case_id = report_sick(desk, add_employee(desk), FIRST)
    session = desk.open_form("gesprek", case_id)
    assert session.snapshot(draft=True).rules == NEWER
    assert session.snapshot(draft=True, layout="agenda").rules == NEWER


def test_a_snapshot_of_before_has_no_rules_of_its_own(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    data = desk.papers.snapshot(paper_of(desk, case_id)).to_dict()
    del data["rules"]
    install(rules_file())
    assert FormSnapshot.from_dict(data).rules == ""
