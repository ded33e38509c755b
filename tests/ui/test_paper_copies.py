"""A copy in two languages from the menu of a paper: shown, and noted when it is printed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.dialogs.base import MessageDialog
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.paper_copies import show_copy
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.worker import is_busy
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.shell_fixtures import make_window, settle


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return make_desk(tmp_path, Calendar(date(2026, 11, 23)))


@pytest.fixture
def window(qtbot: QtBot, desk: Workspace) -> Iterator[MainWindow]:
    made = make_window()
    made.resize(1280, 800)
    made.show()
    made.show_desk(desk)
    yield made
    made.close()
    made.deleteLater()
    qtbot.waitUntil(lambda: not is_busy(), timeout=10_000)
    settle()


def test_the_menu_shows_a_copy_in_two_languages(window: MainWindow, desk: Workspace, qtbot: QtBot) -> None:
    case_id = report_sick(desk, add_employee(desk), date(2026, 10, 5))
    window.open_papers(case_id, "papieren")
    settle()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, PapersPage)
    (paper,) = page.case.papers
    menu = page._paper_menu(paper, Button("x", parent=page))
    next(item for item in menu.actions() if item.text() == "Kopie in twee talen: Nederlands en Engels…").trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewWindow)), timeout=10_000)
    (shown,) = window.findChildren(PreviewWindow)
    assert shown.isVisible()
    shown.close()
    show_copy(page._host, paper, "xx")
    told = next(item for item in window.findChildren(MessageDialog) if item.isVisible())
    told.reject()
    settle()
