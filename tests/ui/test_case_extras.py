"""Steps of one's own, new papers, the planner and the calendar, as they are met in the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar as CalendarFile
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services import own_steps
from reintegratie_desktop.services.own_steps import step_id_of
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog, MessageDialog
from reintegratie_desktop.ui.dialogs.own_step import OwnStepDialog
from reintegratie_desktop.ui.drawing.timeline import TimeLine
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.front_window import SMALLEST, USUAL
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages import case_extras
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_papers import NEW, PapersPage
from reintegratie_desktop.ui.pages.today import TodayPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.widgets.buttons import Button
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import Pictures, cut_labels, nameless
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 9, 28)
TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 26)
TEXT = "Stoel bestellen voor bureau 3"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show_desk(desk)
    made.show()
    settle()
    yield made
    made.close()


@pytest.fixture
def case_id(window: MainWindow) -> str:
    return window.desk.store.cases.all()[0].id


def page(window: MainWindow) -> QWidget:
    assert window.shell is not None
    return window.shell.page


def dossier(window: MainWindow, case_id: str, step: str = "") -> CasePage:
    window.open_case(case_id, step)
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    return found


def papers(window: MainWindow, case_id: str, tab: str = "papieren") -> PapersPage:
    window.open_papers(case_id, tab)
    settle()
    found = page(window)
    assert isinstance(found, PapersPage)
    return found


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    settle()


def opened(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


# --- steps of one's own -----------------------------------------------------------------------------------------------


def test_a_step_is_added_from_the_menu_of_the_dossier(window: MainWindow, case_id: str) -> None:
    found = dossier(window, case_id)
    assert found.head is not None
    choose(found.acts.case_menu(found.head.more), "Eigen stap toevoegen…")
    dialog = opened(window, OwnStepDialog)
    assert isinstance(dialog, OwnStepDialog)
    assert nameless(dialog) == []
    dialog.button.click()
    assert dialog.isVisible(), "without a day it waits"
    dialog.day_field.widget.apply(DAY.isoformat())  # type: ignore[attr-defined]
    dialog.button.click()
    assert dialog.problem.isVisible(), "without a text it says so"
    dialog.edit.setText(TEXT)
    dialog.who.setText("Noor")
    dialog.button.click()
    settle()
    (kept,) = window.desk.store.own_steps.of(case_id)
    assert (kept.title, kept.day, kept.who) == (TEXT, DAY, "Noor")
    found = dossier(window, case_id, step_id_of(kept))
    assert found.selected_step == step_id_of(kept)
    line = found.findChild(TimeLine)
    assert line is not None
    assert line.height() == 236, "a dot of one's own leaves the line as it is"


def test_a_word_about_health_is_asked_about_and_may_stay(window: MainWindow, case_id: str) -> None:
    dialog = case_extras.add_step(window, case_id)
    assert isinstance(dialog, OwnStepDialog)
    dialog.edit.setText("De fysio bellen")
    dialog.day_field.widget.apply(DAY.isoformat())  # type: ignore[attr-defined]
    dialog.button.click()
    settle()
    assert dialog.isVisible() and dialog.guard.isVisible()
    dialog.guard.choose_keep()
    settle()
    dialog.button.click()
    settle()
    assert [step.title for step in window.desk.store.own_steps.of(case_id)] == ["De fysio bellen"]


def test_a_step_is_moved_and_taken_away_from_its_row(window: MainWindow, case_id: str) -> None:
    made = own_steps.add(window.desk, case_id, TEXT, DAY, "Noor")
    found = dossier(window, case_id, made)
    step = found.step(made)
    assert step is not None
    items = dict(found.acts.items(step))
    assert list(items) == ["Afvinken", "Verzetten of aanpassen…", "Weghalen…"]
    items["Verzetten of aanpassen…"]()
    dialog = opened(window, OwnStepDialog)
    assert isinstance(dialog, OwnStepDialog)
    assert (dialog.edit.text(), dialog.who.text()) == (TEXT, "Noor")
    dialog.day_field.widget.apply("2026-12-03")  # type: ignore[attr-defined]
    dialog.button.click()
    settle()
    assert window.desk.store.own_steps.of(case_id)[0].day == date(2026, 12, 3)
    dict(found.acts.items(step))["Weghalen…"]()
    dialog = opened(window, ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.button.click()
    settle()
    assert window.desk.store.own_steps.of(case_id) == []


def test_a_done_step_can_only_be_opened_again_or_taken_away(window: MainWindow, case_id: str) -> None:
    made = own_steps.add(window.desk, case_id, TEXT, DAY)
    window.desk.tick(case_id, made, TODAY)
    found = dossier(window, case_id)
    step = found.step(made)
    assert step is not None
    assert [words for words, _act in found.acts.items(step)] == ["Vinkje weghalen", "Weghalen…"]


# --- steps that open a form and can be ticked off ---------------------------------------------------------------------


def test_an_evaluation_offers_its_form_and_the_talk(window: MainWindow, case_id: str) -> None:
    from tests.services.test_document_steps import put

    put(window.desk, case_id, "probleemanalyse", "2026-11-02", datum_document="2026-11-02", benutbaar="ja")
    put(window.desk, case_id, "plan_van_aanpak", "2026-11-16")
    found = dossier(window, case_id)
    step = found.step("evaluatie_1")
    assert step is not None
    items = dict(found.acts.items(step))
    assert list(items) == ["Evaluatie invullen", "Gesprek voorbereiden"]
    items["Gesprek voorbereiden"]()
    assert window.form is not None
    assert window.form.session.answers["soort"] == "zesweken_evaluatie"
    window.form.leave()
    items["Evaluatie invullen"]()
    assert window.form is not None
    assert window.form.session.flow.key == "evaluatie"
    window.form.leave()


# --- new papers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [USUAL, SMALLEST])
def test_the_list_of_new_papers_fits_and_names_everything(
    window: MainWindow, case_id: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    found = papers(window, case_id, NEW)
    assert found.new_papers is not None
    assert cut_labels(found) == []
    assert nameless(found) == []
    narrow = [button.words for button in found.findChildren(Button) if button.width() < button.sizeHint().width()]
    assert narrow == []
    assert found.new_papers.buttons["ziekmelding"].hasFocus()


def test_a_new_paper_opens_its_form(window: MainWindow, case_id: str) -> None:
    found = papers(window, case_id, NEW)
    assert found.new_papers is not None
    assert "evaluatie" not in found.new_papers.buttons
    assert list(found.new_papers.first_buttons) == ["brief_loonopschorting", "brief_loonstop"]
    assert found.new_papers.buttons["brief_loonstop"].text() == "Toch maken"
    asked = []
    found.new_papers.asked.disconnect()
    found.new_papers.asked.connect(lambda form, slot: asked.append((form, slot)))
    found.new_papers.first_buttons["brief_loonstop"].click()
    found.new_papers.buttons["brief_loonstop"].click()
    assert asked == [("brief_waarschuwing", ""), ("brief_loonstop", "")]
    found = papers(window, case_id, NEW)
    assert found.new_papers is not None
    found.new_papers.buttons["brief_uitnodiging"].click()
    assert window.form is not None
    assert window.form.session.flow.key == "brief_uitnodiging"
    window.form.leave()


def test_pictures_of_the_new_papers(window: MainWindow, case_id: str, pictures: Pictures) -> None:
    papers(window, case_id, NEW)
    assert all(path.exists() for path in pictures.save(window, "nieuw_papier"))


# --- the planner and the calendar -------------------------------------------------------------------------------------


def test_the_planner_is_shown_from_the_papers_and_the_menu(qtbot: QtBot, window: MainWindow, case_id: str) -> None:
    found = papers(window, case_id)
    next(button for button in found.findChildren(Button) if button.words == "Weekplanner").click()
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewWindow)), timeout=10_000)
    window.findChildren(PreviewWindow)[0].close()
    settle()
    case = dossier(window, case_id)
    assert case.head is not None
    choose(case.acts.case_menu(case.head.more), "Weekplanner voor aan de muur")
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewWindow)), timeout=10_000)
    window.findChildren(PreviewWindow)[0].close()


def test_the_dates_go_to_a_calendar_from_the_first_page_and_the_dossier(
    window: MainWindow, case_id: str, tmp_path: Path
) -> None:
    today = page(window)
    assert isinstance(today, TodayPage)
    next(button for button in today.findChildren(Button) if button.words == "Agenda").click()
    dialog = opened(window, QFileDialog)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "agenda.ics"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert len(CalendarFile.from_ical(target.read_bytes()).walk("VEVENT")) > 10
    told = opened(window, MessageDialog)
    assert isinstance(told, MessageDialog)
    assert "datums in het bestand" in told.heading.text()
    told.reject()
    settle()
    case = dossier(window, case_id)
    assert case.head is not None
    choose(case.acts.case_menu(case.head.more), "Datums in je agenda…")
    dialog = opened(window, QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nergens" / "x.ics"))
    dialog.reject()
    refused = opened(window, MessageDialog)
    assert isinstance(refused, MessageDialog)
    refused.reject()
