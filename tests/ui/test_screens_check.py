"""The check of a dossier in the real window, as pictures; what holds for every screen holds here."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.check_drafts import draft_of
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.check_page import CheckPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from tests.example_file import example_file
from tests.services.desks import Calendar
from tests.ui.shell_fixtures import settle
from tests.ui.test_screens import LOOKS, WANTED, Gallery, Look, look

__all__ = ["look"]

MADE = date(2026, 11, 25)
NOTICE = "uwv_42e_week"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("controle") / "voorbeeld.reintegratie"
    example_file(path, Calendar(MADE)).close()
    return path


def opened(made: Path, folder: Path, calendar: Calendar, qtbot: QtBot, size: tuple[int, int]) -> MainWindow:
    path = folder / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    window = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    window.show_desk(Workspace.open(path, EXAMPLE_PASSWORD, calendar))
    return window


def shown(window: MainWindow, which: int) -> CheckPage:
    window.open_case_page(window.desk.store.cases.all()[which].id, "controle")
    settle()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, CheckPage)
    return page


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_the_check(qtbot: QtBot, look: Look, made: Path, tmp_path: Path) -> None:
    folder = Path(WANTED) if WANTED else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    gallery = Gallery(folder, look)
    calendar = Calendar(date(2027, 1, 4))
    window = opened(made, tmp_path, calendar, qtbot, (look.width, look.height))
    window.desk.tick(window.desk.store.cases.all()[2].id, NOTICE, date(2026, 12, 31))
    page = shown(window, 2)
    gallery.take(window, "controle")
    page.select(NOTICE)
    gallery.take(window, "controle-uitleggen")
    assert page.detail is not None and page.detail.explain is not None
    page.detail.explain.edit.setPlainText("Het was druk. Marloes had hoofdpijn.")
    page._end_point()
    gallery.take(window, "controle-woord")
    page.select("uwv_bevestiging")
    gallery.take(window, "controle-dag")
    shown(window, 0)
    gallery.take(window, "controle-op-orde")
    shown(window, 1)
    gallery.take(window, "controle-gesloten")
    begun = window.desk.start_case(window.desk.store.cases.all()[1].werknemer_id)
    window.open_case_page(begun, "controle")
    gallery.take(window, "controle-leeg")
    assert gallery.problems == []


@pytest.mark.parametrize("leave", ["toets", "muis", "sluiten"])
def test_leaving_the_page_while_typing_loses_nothing(qtbot: QtBot, made: Path, tmp_path: Path, leave: str) -> None:
    calendar = Calendar(date(2027, 1, 4))
    window = opened(made, tmp_path, calendar, qtbot, (1280, 800))
    case_id = window.desk.store.cases.all()[2].id
    window.desk.tick(case_id, NOTICE, date(2026, 12, 31))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = shown(window, 2)
    page._open(NOTICE)
    settle()
    assert page.detail is not None and page.detail.explain is not None
    edit = page.detail.explain.edit
    assert edit.hasFocus()
    qtbot.keyClicks(edit, "Het portaal was dicht")
    path = window.desk.path
    if leave == "toets":
        qtbot.keyClick(edit, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert not window.is_open
    elif leave == "muis":
        assert window.shell is not None
        button = next(
            part
            for part in window.shell.nav.findChildren(QWidget)
            if part.accessibleName() == "Vergrendelen" or getattr(part, "text", str)() == "Vergrendelen"
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not window.is_open
    else:
        window.close()
    settle()
    QApplication.processEvents()
    desk = Workspace.open(path, EXAMPLE_PASSWORD, calendar)
    kept = draft_of(desk, case_id, NOTICE)
    desk.close()
    assert kept is not None and kept.reason == "Het portaal was dicht"
