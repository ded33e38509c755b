"""The first minutes: no promise that is not kept, no red before anything was typed, the keyboard stays on its page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_papers import JOURNAL, NEW, PapersPage
from reintegratie_desktop.ui.pages.today import TodayPage
from reintegratie_desktop.ui.pages.unlock import UnlockPage
from reintegratie_desktop.ui.pages.welcome import WelcomePage
from reintegratie_desktop.ui.widgets.buttons import Button
from tests.ui.shell_fixtures import MADE, PASSWORD, at, make_window, settle, small_desk
from tests.ui.test_sick_call import REPORT


def empty_desk(folder: Path) -> Workspace:
    return Workspace.create(folder / "leeg.reintegratie", PASSWORD, at(MADE), kdf=KdfParams.for_tests())


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = make_window()
    qtbot.addWidget(made)
    yield made
    made.close()


def words_of(window: MainWindow) -> list[str]:
    page = window._the_shell().page
    return [button.words for button in page.findChildren(Button) if button.isVisibleTo(page)]


def test_with_only_the_name_of_the_firm_somebody_can_be_reported_sick(window: MainWindow, tmp_path: Path) -> None:
    desk = empty_desk(tmp_path)
    window.show_desk(desk)
    assert "Mijn bedrijf invullen" in words_of(window) and "Ziekmelding vastleggen" not in words_of(window)
    session = desk.open_form("werkgever")
    session.answer({"handelsnaam": "Bakkerij De Halm (fictief)"})
    session.save()
    window.go("vandaag")
    page = window._the_shell().page
    assert isinstance(page, TodayPage)
    assert {"Ziekmelding vastleggen", "Mijn bedrijf invullen"} <= set(words_of(window))
    page.sick_report_asked.emit()
    assert window.form is not None and window.form.session.flow.key == "werknemer"


def test_a_new_file_offers_its_recovery_sheet_once(window: MainWindow, tmp_path: Path) -> None:
    desk = empty_desk(tmp_path)
    window.show_desk(desk)
    window._offers_sheet = True
    window.open_form("werkgever")
    window._form_closed()
    said = window._the_shell().said
    assert said is not None and "herstelblad" in said.notice.sentence.text()
    asked: list[bool] = []
    window.sheet_asked.disconnect()
    window.sheet_asked.connect(lambda: asked.append(True))
    (button,) = [one for one in said.findChildren(Button) if one.words == "Herstelblad afdrukken"]
    button.click()
    assert asked == [True]
    window._the_shell()._say_nothing()
    window.open_form("werkgever")
    window._form_closed()
    assert window._the_shell().said is None


def test_a_form_opens_without_red_and_says_it_when_the_field_was_left(window: MainWindow, tmp_path: Path) -> None:
    desk, case_id = small_desk(tmp_path)
    report = desk.open_form("ziekmelding", case_id)
    # The day of the next contact without its time: the talk starts with a moment that is half known.
    report.answer({**REPORT, "contact_datum": "2026-11-30"})
    report.finish()
    window.show_desk(desk)
    window.show()
    window.open_form("gesprek", case_id)
    settle()
    assert window.form is not None and isinstance(window.form.page, FormPage)
    board = window.form.page.board
    assert window.form.session.answers["datum"] == "2026-11-30T"
    assert not any(board.row(key).error for key in board.keys)
    board.editor("datum").editing_finished.emit()
    board.refresh()
    assert board.row("datum").error == "Vul ook de tijd in."


def test_the_keyboard_stays_on_the_tabs_of_the_papers(window: MainWindow, tmp_path: Path) -> None:
    desk, case_id = small_desk(tmp_path)
    window.show_desk(desk)
    window.show()
    window.activateWindow()
    window.open_papers(case_id)
    settle()
    page = window._the_shell().page
    assert isinstance(page, PapersPage)
    for tab in (NEW, JOURNAL):
        assert page.tabs is not None
        next(button for button in page.tabs.buttons if button.key == tab).click()
        settle()
        now = QApplication.focusWidget()
        assert now is not None and page.isAncestorOf(now)
        assert getattr(now, "key", "") == tab


def test_from_the_welcome_screen_one_comes_back_to_ones_own_file(window: MainWindow, tmp_path: Path) -> None:
    desk = empty_desk(tmp_path)
    path = desk.path
    desk.close()
    window.show_unlock(path).other_asked.emit()
    page = window._front
    assert isinstance(page, WelcomePage) and page.known_button is not None
    assert "leeg" in page.known_button.words
    page.known_button.click()
    assert isinstance(window._front, UnlockPage) and window._front.path == path


def test_the_heading_counts_what_the_week_lists(window: MainWindow, tmp_path: Path) -> None:
    desk, case_id = small_desk(tmp_path)
    report = desk.open_form("ziekmelding", case_id)
    report.answer({"eerste_ziektedag": "2026-11-23"})
    report.save()
    view = desk.today_view()
    listed = sum(len(items) for _day, items in view.week)
    assert listed > 1
    words = ("nul", "één", "twee", "drie", "vier", "vijf")
    assert f"{words[listed]} stappen" in view.heading.lower()
