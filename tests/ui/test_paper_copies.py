"""A copy in two languages from the menu of a paper: shown, and noted when it is printed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.dialogs.base import MessageDialog
from reintegratie_desktop.ui.form.form_view import FormView
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.paper_copies import show_copy
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.worker import is_busy
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui import form_fixtures
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


# --- a paper that is not finished -------------------------------------------------------------------------------------


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> Iterator[FormView]:
    desk = form_fixtures.make_desk(tmp_path)
    shown = FormView(desk.open_form("gesprek", form_fixtures.make_case(desk)), show_paper=False)
    shown.resize(1280, 800)
    shown.show()
    yield shown
    if shown.preview is not None:
        shown.preview.close()
    shown.close()
    shown.deleteLater()
    qtbot.waitUntil(lambda: not is_busy(), timeout=10_000)
    settle()
    desk.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Concept in twee talen: Nederlands en Engels", "concept"),
        ("Leeg formulier in twee talen: Nederlands en Engels", "leeg formulier"),
        ("Agenda in twee talen: Nederlands en Engels", "Agenda van het gesprek"),
    ],
)
def test_a_form_shows_its_draft_its_empty_paper_and_its_agenda_in_two_languages(
    view: FormView, words: str, said: str, qtbot: QtBot
) -> None:
    next(item for item in view.bar.menu().actions() if item.text() == words).trigger()
    qtbot.waitUntil(lambda: view.preview is not None, timeout=10_000)
    assert view.preview is not None
    assert said in view.preview.accessibleName()
    assert "kopie in twee talen" in view.preview.accessibleName()


def test_a_language_without_words_is_said_and_opens_nothing(view: FormView) -> None:
    told: list[KnownError] = []
    view.papers.failed.connect(told.append)
    view.papers.open(second="xx")
    assert [error.code for error in told] == ["tweede_taal"]
    assert view.preview is None
    for dialog in view.findChildren(MessageDialog):
        dialog.reject()
