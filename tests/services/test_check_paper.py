"""The check on paper, read back."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.services import check_paper
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.file_check import explain
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.guard import find
from tests.documents.reading import all_words, pages_text
from tests.example_file import example_file
from tests.services.desks import Calendar

TODAY = date(2026, 11, 25)
FORBIDDEN = ("kans", "%", "punten van de", "cijfer", "score", "geslaagd", "garantie", "!")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papier") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def desk(made: Path, tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, calendar)
    yield desk
    desk.close()


def test_the_case_in_order_prints_by_weight(desk: Workspace) -> None:
    case = desk.store.cases.all()[0]
    data = check_paper.pdf(desk, case.id)
    assert data.startswith(b"%PDF")
    text = all_words(data)
    assert text.index("Weegt zwaar") < text.index("Weegt middel") < text.index("Weegt licht")
    assert "Controle van het dossier" in text
    assert "Nagekeken op" in text and "25-11-2026" in text
    assert "Te doen niets" in text or "niets" in text
    assert f"regels geldig op {case.eerste_ziektedag:%d-%m-%Y}" in text
    assert case.nummer in text
    assert "Eindevaluatie" in text and "art. 4 lid 5" in text
    for word in FORBIDDEN:
        assert word not in text.casefold().replace("65%", ""), word


def test_what_misses_prints_in_full_with_its_reason_and_next_step(desk: Workspace, calendar: Calendar) -> None:
    case_id = desk.store.cases.all()[2].id
    calendar.go_to(date(2027, 3, 25))
    desk.tick(case_id, "uwv_42e_week", date(2026, 12, 31))
    explain(desk, case_id, "uwv_42e_week", "Het portaal was <b>dicht</b>.", both_agree=True, day=date(2027, 1, 4))
    text = all_words(check_paper.pdf(desk, case_id))
    assert "7 op te lossen, 0 uitleggen" in text
    assert "Nu doen: Plan deze week een evaluatie" in text
    assert "Uitleg van 04-01-2027: Het portaal was <b>dicht</b>. Jullie zijn het er allebei mee eens." in text
    assert "Grondslag: ZW art. 38 lid 1." in text
    assert [hit.word for hit in find(text, allowed=desk.allowed_words(case_id))] == []


def test_a_reason_both_do_not_agree_with_prints_without_that_sentence(desk: Workspace, calendar: Calendar) -> None:
    case_id = desk.store.cases.all()[2].id
    calendar.go_to(date(2027, 1, 4))
    desk.tick(case_id, "uwv_42e_week", date(2026, 12, 31))
    explain(desk, case_id, "uwv_42e_week", "Het portaal was dicht.", both_agree=False, day=date(2027, 1, 4))
    assert "Jullie zijn het er allebei" not in all_words(check_paper.pdf(desk, case_id))


def test_the_paper_is_saved_whole_and_noted(desk: Workspace, tmp_path: Path) -> None:
    case = desk.store.cases.all()[0]
    target = tmp_path / check_paper.file_name(desk, case.id)
    assert target.name == f"{case.nummer}_controle_2026-11-25.pdf"
    check_paper.save_pdf(desk, case.id, target)
    assert len(pages_text(target.read_bytes())) <= 3
    assert desk.store.journal.rows(case.id)[-1].description == "Controle van het dossier als PDF bewaard"
    check_paper.note_printed(desk, case.id)
    assert desk.store.journal.rows(case.id)[-1].description == "Controle van het dossier afgedrukt"


def test_the_same_day_prints_the_same_bytes(desk: Workspace) -> None:
    case_id = desk.store.cases.all()[1].id
    snapshot = check_paper.check_snapshot(desk, case_id)
    assert desk.papers.render(snapshot) == desk.papers.render(type(snapshot).from_dict(snapshot.to_dict()))
    assert [section.key for section in snapshot.sections] == ["zwaar", "middel", "licht"]
