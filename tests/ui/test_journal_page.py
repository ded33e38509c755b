"""The journal in the window: a line of one's own, a correction, giving it away; and papers that take no file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.signing import Refusal
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.dialogs.base import MessageDialog
from reintegratie_desktop.ui.dialogs.copies import CopyDialog
from reintegratie_desktop.ui.fields import FieldEditor
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.journal import JournalList
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.worker import is_busy
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.shell_fixtures import make_window, settle

OPINION: dict[str, Any] = {"gevraagd": "2026-11-20", "uitleg": True}


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return make_desk(tmp_path, Calendar(date(2026, 11, 23)))


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return report_sick(desk, add_employee(desk), date(2026, 10, 5))


@pytest.fixture
def window(qtbot: QtBot, desk: Workspace, case_id: str) -> Iterator[MainWindow]:
    made = make_window()
    made.resize(1280, 800)
    made.show()
    made.show_desk(desk)
    yield made
    made.close()
    made.deleteLater()
    qtbot.waitUntil(lambda: not is_busy(), timeout=10_000)
    settle()


def page(window: MainWindow, case_id: str, tab: str) -> PapersPage:
    window.open_papers(case_id, tab)
    settle()
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, PapersPage)
    return found


def journal(window: MainWindow, case_id: str) -> JournalList:
    lists = page(window, case_id, "logboek").findChildren(JournalList)
    assert lists
    return lists[-1]


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_a_line_is_added_and_put_right(window: MainWindow, desk: Workspace, case_id: str) -> None:
    journal(window, case_id).add_button.click()
    assert window.form is not None
    session = window.form.session
    session.answer({"omschrijving": "Gebeld over maandag."})
    window.form.finished.emit(session.finish())
    settle()
    line = desk.case(case_id).journal[0]
    assert line.description == "Gebeld over maandag."
    assert window.shell is not None
    assert isinstance(window.shell.page, PapersPage)
    assert window.shell.page.tab == "logboek"
    journal(window, case_id).correct_buttons[line.nr].click()
    assert window.form is not None
    assert window.form.session.answers["correctie_op"]["versie"] == str(line.nr)
    assert window.form.session.answers["soort"] == "correctie"


def test_a_line_says_what_it_puts_right_and_what_is_not_shown(
    window: MainWindow, desk: Workspace, case_id: str
) -> None:
    session = desk.open_form("logboek", case_id, kind="1")
    session.answer({"omschrijving": "Het was dinsdag.", "met": "De arbodienst", "zichtbaar_wn": False})
    session.finish()
    shown = journal(window, case_id)
    names = " ".join(row.accessibleName() for row in shown.findChildren(object) if hasattr(row, "accessibleName"))
    assert "verbetert regel 1" in names
    assert "niet in het verslag" in names
    assert "met De arbodienst" in names
    assert f"verbeterd in regel {desk.case(case_id).journal[0].nr}" in names


@pytest.mark.parametrize(("choice", "start"), [(0, b"%PDF"), (1, b"%PDF"), (2, b"\xef\xbb\xbf")])
def test_the_journal_is_kept_as_a_file(
    window: MainWindow, case_id: str, tmp_path: Path, choice: int, start: bytes
) -> None:
    shown = journal(window, case_id)
    menu = shown.save_menu(shown)
    assert len(words(menu)) == 3
    menu.actions()[choice].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "logboek.uit"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert target.read_bytes().startswith(start)


def test_a_folder_that_is_not_there_is_said(window: MainWindow, case_id: str, tmp_path: Path) -> None:
    shown = journal(window, case_id)
    shown.save_table(tmp_path / "weg" / "logboek.csv")
    shown.save_pdf(tmp_path / "weg" / "logboek.pdf", whole=False)
    told = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    assert len(told) == 2
    for dialog in told:
        dialog.reject()


def test_a_paper_that_takes_no_file_offers_none(
    window: MainWindow, desk: Workspace, case_id: str, qtbot: QtBot
) -> None:
    session = desk.open_form("medische_informatie_overdracht", case_id)
    session.answer(OPINION)
    session.finish()
    found = page(window, case_id, "papieren")
    paper = next(item for item in found.case.papers if item.form == "medische_informatie_overdracht")
    offered = words(found._paper_menu(paper, Button("x", parent=found)))
    assert "Scan toevoegen…" not in offered
    assert "Afschrift gegeven…" in offered
    other = next(item for item in found.case.papers if item.form == "ziekmelding")
    assert "Scan toevoegen…" in words(found._paper_menu(other, Button("x", parent=found)))


def test_a_copy_is_noted_from_the_menu(window: MainWindow, desk: Workspace, case_id: str) -> None:
    found = page(window, case_id, "papieren")
    paper = next(item for item in found.case.papers if item.form == "ziekmelding")
    menu = found._paper_menu(paper, Button("x", parent=found))
    next(action for action in menu.actions() if action.text() == "Afschrift gegeven…").trigger()
    dialog = next(item for item in window.findChildren(CopyDialog) if item.isVisible())
    editor = dialog.to.widget
    assert isinstance(editor, FieldEditor)
    editor.apply("werknemer")
    dialog.button.click()
    settle()
    assert [item["aan"] for item in desk.signing.copies(paper.id)] == ["werknemer"]


def test_after_a_refusal_the_menu_leads_on(window: MainWindow, desk: Workspace, case_id: str) -> None:
    session = desk.open_form("nazorgplan", case_id)
    session.answer({"start": "2026-11-20", "signaal_afspraak": "Zeg het meteen.", "hulp": ["casemanager"]})
    paper_id = session.finish()
    desk.signing.record(paper_id, "Werknemer", "geweigerd", desk.today, Refusal("Ik wil eerst praten."))
    found = page(window, case_id, "papieren")
    paper = next(item for item in found.case.papers if item.id == paper_id)
    menu = found._paper_menu(paper, Button("x", parent=found))
    lead: Callable[[], None] = next(
        action for action in menu.actions() if action.text() == "Niet getekend: plan een gesprek…"
    ).trigger
    lead()
    assert window.form is not None
    assert window.form.session.answers["soort"] == "conflict_gesprek_van_drie"
