"""The pages of an open file: Vandaag, Medewerkers, a dossier, its papers, and the way between them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QDialog, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.new_papers import new_papers
from reintegratie_desktop.services.views import StepState
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog, MessageDialog
from reintegratie_desktop.ui.dialogs.case_dialogs import TickDialog
from reintegratie_desktop.ui.dialogs.choose_employee import ChooseEmployeeDialog
from reintegratie_desktop.ui.dialogs.scan import ScanDialog, TakeBackDialog
from reintegratie_desktop.ui.dialogs.signature import SignatureDialog
from reintegratie_desktop.ui.fields import FieldEditor
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_line import line_of
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.employees import EmployeesPage
from reintegratie_desktop.ui.pages.settings import SettingsPage
from reintegratie_desktop.ui.pages.step_row import STEP_HEIGHT
from reintegratie_desktop.ui.pages.today import TodayPage
from reintegratie_desktop.ui.pages.week_strip import AgendaButton
from reintegratie_desktop.ui.pages.why_panel import InWords
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.notice import Notice
from tests.ui.form_fixtures import WERKNEMER
from tests.ui.shell_fixtures import LATER, PASSWORD, copied, make_examples, make_window, settle, small_desk


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_examples(tmp_path_factory.mktemp("voorbeelden"))


@pytest.fixture
def window(qtbot: QtBot, master: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """Return a window with the examples, a month after they were made: something is late."""
    made = make_window(LATER)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_desk(Workspace.open(copied(master, tmp_path / "kopie"), PASSWORD, made.clock))
    yield made
    settle()


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = make_window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_desk(small_desk(tmp_path, with_case=False)[0])
    return made


def page(window: MainWindow) -> QWidget:
    settle()
    assert window.shell is not None
    return window.shell.page


def today_page(window: MainWindow) -> TodayPage:
    found = page(window)
    assert isinstance(found, TodayPage)
    return found


def case_page(window: MainWindow, case_id: str = "") -> CasePage:
    window.open_case(case_id or late_case(window))
    found = page(window)
    assert isinstance(found, CasePage)
    return found


def late_case(window: MainWindow) -> str:
    rows = window.desk.today_view().rows
    return next(row.case_id for row in rows if row.step is not None and row.step.state is StepState.LATE)


def reported(window: MainWindow) -> str:
    rows = window.desk.today_view().rows
    return next(row.case_id for row in rows if window.desk.case(row.case_id).papers)


def papers_page(window: MainWindow, tab: str = "papieren") -> PapersPage:
    window.open_papers(reported(window), tab)
    found = page(window)
    assert isinstance(found, PapersPage)
    return found


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


# --- Vandaag ---


def test_the_most_urgent_row_has_the_only_filled_button(window: MainWindow) -> None:
    table = today_page(window).table
    assert table is not None
    first = [button for button in table.rows[0].findChildren(Button) if button.kind is Kind.PRIMARY]
    assert len(first) == 1
    assert not any(b.kind is Kind.PRIMARY for row in table.rows[1:] for b in row.findChildren(Button))
    assert table.rows[0].hasFocus()


def test_a_row_is_one_sentence_for_a_reader(window: MainWindow) -> None:
    table = today_page(window).table
    assert table is not None
    name = table.rows[0].accessibleName()
    assert "uiterlijk maandag 21 december 2026" in name
    assert "1 dag te laat" in name


def test_what_is_late_is_counted_in_the_navigation(window: MainWindow) -> None:
    assert window.shell is not None
    assert window.shell.nav.button("vandaag").accessibleName() == "Vandaag, 1 te laat"


def test_enter_on_a_row_does_its_button_and_space_opens_the_dossier(qtbot: QtBot, window: MainWindow) -> None:
    table = today_page(window).table
    assert table is not None
    qtbot.keyClick(table.rows[0], Qt.Key.Key_Return)
    assert window.form is not None
    assert window.form.session.flow.key == "uwv_42e_week"
    window.form.leave()
    table = today_page(window).table
    assert table is not None
    qtbot.keyClick(table.rows[0], Qt.Key.Key_Space)
    assert isinstance(page(window), CasePage)


def test_ticking_off_takes_the_step_off_the_list(window: MainWindow) -> None:
    case_id = late_case(window)
    found = case_page(window)
    step = found.step("uwv_42e_week")
    assert step is not None
    words, tick = found.acts.items(step)[1]
    assert words == "Op papier gedaan? Afvinken…"
    tick()
    dialog = dialog_of(window, TickDialog)
    assert isinstance(dialog, TickDialog)
    dialog.button.click()
    settle()
    assert window.desk.today_view().late_count == 0
    assert window.shell is not None
    assert window.shell.nav.button("vandaag").accessibleName() == "Vandaag"
    assert "uwv_42e_week" in window.desk.ticked_steps(case_id)


def test_a_thing_in_the_week_opens_its_dossier(window: MainWindow) -> None:
    today_page(window).findChildren(AgendaButton)[0].click()
    found = page(window)
    assert isinstance(found, CasePage)
    assert found.selected_step


def test_a_long_word_in_a_narrow_day_breaks_and_is_not_cut(window: MainWindow) -> None:
    button = today_page(window).findChildren(AgendaButton)[0]
    assert button.heightForWidth(60) > button.heightForWidth(300)


def test_a_quiet_day_says_that_nothing_has_to_be_done(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.tick(late_case(window), "uwv_42e_week", date(2026, 12, 21))
    desk = window.desk
    quiet = TodayPage(desk)
    qtbot.addWidget(quiet)
    quiet.refresh()
    view = quiet.view
    assert TodayPage._nothing_to_do(view) == (not any(items for day, items in view.week if day >= view.today))


def test_more_than_three_rows_stay_calm(qtbot: QtBot, window: MainWindow) -> None:
    for name in ("Ans", "Bea", "Cor"):
        session = window.desk.open_form("werknemer")
        session.answer({**WERKNEMER, "roepnaam": name, "personeelsnr": name})
        window.desk.start_case(session.finish())
    window.go("vandaag")
    view = today_page(window).view
    assert [row.loud for row in view.rows][:4] == [True, True, True, False]


def test_a_smaller_window_is_built_anew(window: MainWindow) -> None:
    before = today_page(window).table
    window.resize(1024, 700)
    settle()
    assert today_page(window).table is not before


# --- the first time ---


def test_an_empty_file_asks_for_the_first_sick_report(empty: MainWindow) -> None:
    found = today_page(empty)
    assert found._empty is not None
    assert found._empty.button is not None
    assert found._empty.button.hasFocus()
    found._empty.button.click()
    assert empty.form is not None
    assert empty.form.session.flow.key == "werknemer"


def test_a_new_employee_leads_on_to_the_sick_report(empty: MainWindow) -> None:
    empty.report_sick()
    assert empty.form is not None
    empty.form.session.answer(WERKNEMER)
    empty.form.finished.emit(empty.form.session.finish())
    assert empty.form is not None
    assert empty.form.session.flow.key == "ziekmelding"
    empty.form.leave()
    assert isinstance(page(empty), CasePage)


def test_going_back_from_the_new_employee_starts_no_report(empty: MainWindow) -> None:
    empty.report_sick()
    assert empty.form is not None
    empty.form.leave()
    assert empty.desk.today_view().rows == ()
    empty.open_form("werknemer")
    assert empty.form is not None
    empty.form.session.answer(WERKNEMER)
    empty.form.finished.emit(empty.form.session.finish())
    assert empty.form is None


def test_without_a_firm_the_firm_comes_first(empty: MainWindow) -> None:
    empty.desk.store.records.save_werkgever({}, empty.clock())
    empty.go("vandaag")
    found = today_page(empty)
    assert found._empty is not None
    empty.go("medewerkers")
    empty._report_by_key()
    assert empty.form is not None
    assert empty.form.session.flow.key == "werkgever"
    assert empty.form.footer.next_button.words == "Naar de ziekmelding"


def test_the_name_of_a_firm_that_is_not_finished_is_shown_already(empty: MainWindow) -> None:
    empty.desk.store.records.save_werkgever({}, empty.clock())
    empty.open_form("werkgever")
    assert empty.form is not None
    empty.form.session.answer({"handelsnaam": "Kapsalon Krul (fictief)"})
    empty.form.session.save()
    empty.form.leave()
    assert empty.shell is not None
    assert "Kapsalon Krul (fictief)" in empty.shell.nav.owner.accessibleName()


# --- a sick report from the list ---


def test_a_sick_report_asks_for_whom(window: MainWindow) -> None:
    window._report_by_key()
    dialog = dialog_of(window, ChooseEmployeeDialog)
    assert isinstance(dialog, ChooseEmployeeDialog)
    assert dialog.table is not None
    healthy = next(person for person in window.desk.employees() if not person.case_id)
    dialog.search.setText("bestaat niet")
    dialog.choose_button.click()
    assert dialog.problem.isVisibleTo(dialog)
    dialog.search.setText(healthy.name)
    dialog.table.select(healthy.id)
    dialog.choose_button.click()
    assert window.form is not None
    assert window.form.session.flow.key == "ziekmelding"


def test_somebody_who_is_already_reported_opens_the_dossier(window: MainWindow) -> None:
    person = next(p for p in window.desk.employees() if p.case_id == reported(window))
    window.report_sick(person.id)
    assert isinstance(page(window), CasePage)
    assert window.form is None


def test_somebody_new_from_the_list(window: MainWindow) -> None:
    window.report_sick()
    dialog = dialog_of(window, ChooseEmployeeDialog)
    assert isinstance(dialog, ChooseEmployeeDialog)
    dialog.new_button.click()
    assert window.form is not None
    assert window.form.session.flow.key == "werknemer"


# --- Medewerkers ---


def test_searching_finds_by_name_and_can_be_wiped(window: MainWindow) -> None:
    window.go("medewerkers")
    found = page(window)
    assert isinstance(found, EmployeesPage)
    assert found.table is not None
    everybody = len(found.table.rows)
    found.search.setText("Marloes")
    assert found.table is not None
    assert len(found.table.rows) == 1
    found.search.setText("Bestaat niet")
    assert found.table is None
    assert found._empty is not None
    assert found._empty.button is not None
    found._empty.button.click()
    assert found.table is not None
    assert len(found.table.rows) == everybody


def test_a_row_opens_the_dossier_or_begins_a_report(window: MainWindow) -> None:
    window.go("medewerkers")
    found = page(window)
    assert isinstance(found, EmployeesPage)
    sick = next(p for p in window.desk.employees() if p.case_id == reported(window))
    healthy = next(p for p in window.desk.employees() if not p.case_id)
    found._open(healthy.id)
    assert window.form is not None
    window.form.leave()
    window.go("medewerkers")
    found._open(sick.id)
    assert isinstance(page(window), CasePage)


def test_a_closed_dossier_is_found_in_the_menu(window: MainWindow) -> None:
    window.go("medewerkers")
    found = page(window)
    assert isinstance(found, EmployeesPage)
    person = next(p for p in window.desk.employees() if p.closed_cases)
    menu = found._menu(person, Button("x", parent=found))
    words = words_of(menu)
    choose(menu, words[-1])
    shown = page(window)
    assert isinstance(shown, CasePage)
    assert not shown.case.is_open


# --- a dossier ---


def test_the_most_urgent_step_is_explained_first(window: MainWindow) -> None:
    found = case_page(window)
    assert found.panel is not None
    assert found.panel.step_id == "uwv_42e_week"
    assert found.steps is not None
    assert found.steps.rows["uwv_42e_week"].hasFocus()


def test_choosing_another_step_explains_that_one(qtbot: QtBot, window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    assert found.panel is not None
    qtbot.keyClick(found.steps.rows["uwv_42e_week"], Qt.Key.Key_Down)
    assert found.selected_step != "uwv_42e_week"
    assert found.panel.step_id == found.selected_step


def test_a_phase_folds_with_the_arrows(qtbot: QtBot, window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    head = found.steps.heads["start"]
    assert not head.isChecked()
    qtbot.keyClick(head, Qt.Key.Key_Right)
    assert head.isChecked()
    assert head.accessibleName().endswith("open")
    qtbot.keyClick(head, Qt.Key.Key_Left)
    assert not head.isChecked()
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert head.isChecked()


def test_what_is_done_is_folded_under_what_is_open(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    link = found.steps.done_links["eerste_jaar"]
    assert not link.isChecked()
    done = next(step for step in found.case.steps if step.phase == "eerste_jaar" and step.state is StepState.DONE)
    found._from_line(done.id)
    assert link.isChecked()
    assert found.selected_step == done.id


def test_the_time_line_and_the_list_select_together(window: MainWindow) -> None:
    found = case_page(window)
    line = line_of(found.case, window.clock)
    marks = {mark.id for mark in line.marks}
    assert "ziekmelding" in marks
    assert line.first_day == found.case.eerste_ziektedag
    assert all(dot.day for dot in line.dots)
    found._from_line("ziekmelding")
    assert found.selected_step == "ziekmelding"


def test_in_a_narrow_window_the_explanation_stands_under_the_row(window: MainWindow) -> None:
    window.resize(1024, 700)
    settle()
    found = case_page(window)
    assert found.panel is None
    assert found.steps is not None
    assert found.steps.why_link is not None
    found.steps.why_link.click()
    window.resize(1280, 800)
    settle()
    assert found.panel is not None


def test_reading_anew_keeps_the_place(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    found.steps.heads["start"].setChecked(True)
    found.steps.select("ziekmelding")
    window.changed()
    assert found.selected_step == "ziekmelding"
    assert "start" in found.steps.open_phases


def test_a_step_is_ticked_and_the_tick_taken_back(window: MainWindow) -> None:
    found = case_page(window)
    window.desk.tick(found.case_id, "uwv_42e_week", date(2026, 12, 21))
    window.changed()
    step = found.step("uwv_42e_week")
    assert step is not None
    assert "Vinkje weghalen" in [words for words, _act in found.acts.items(step)]
    found.acts.untick(step)
    assert window.desk.today_view().late_count == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_row_opens_with_the_right_button(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    row = found.steps.rows["plan_van_aanpak"]
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        asked = QContextMenuEvent(reason, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(row, asked)
        assert found.selected_step == "plan_van_aanpak"
        menu = found.findChildren(QMenu)[-1]
        assert words_of(menu) == ["Papier bekijken", "Nieuwe versie maken"]
        menu.close()
        settle()
    nothing = next(step for step in found.case.steps if not found.acts.items(step))
    found._step_menu(nothing.id, QPoint(0, 0))
    assert not found.findChildren(QMenu)


def test_what_can_be_done_stands_beside_the_explanation(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    assert found.panel is not None
    beside = [button.words for button in found.panel.buttons]
    assert beside == ["Op papier gedaan? Afvinken…"], "the next step has the filled button at the top"
    found.steps.select("plan_van_aanpak")
    assert [button.words for button in found.panel.buttons] == ["Papier bekijken", "Nieuwe versie maken"]
    assert found.panel.buttons[0].accessibleName() == "Papier bekijken, Plan van aanpak"
    found.panel.buttons[0].click()
    assert isinstance(page(window), PapersPage)


def test_the_filled_button_says_what_it_is_about(window: MainWindow) -> None:
    found = case_page(window)
    assert found.head is not None
    assert found.head.do is not None
    assert found.head.do.words == "Melding klaarzetten"
    found.head.do.click()
    assert window.form is not None
    window.form.leave()


def test_the_head_keeps_its_height_whatever_the_name(window: MainWindow) -> None:
    long = next(row.case_id for row in window.desk.today_view().rows if "Oosterhuis" in row.employee_name)
    heights = set()
    for case_id in (long, late_case(window)):
        found = case_page(window, case_id)
        assert found.head is not None
        heights.add(found.head.height())
        shown = [label.text() for label in found.head.findChildren(QLabel) if label.isVisible()]
        assert shown.count(found.case.hours_line) == 1
        assert shown.count(f"week {found.case.week} van 104") == 1
    assert len(heights) == 1
    window.resize(1024, 700)
    found = case_page(window, long)
    shown = [label.text() for label in found.findChildren(QLabel) if label.isVisible()]
    assert found.case.hours_line in shown


def test_the_sum_in_words_unfolds(window: MainWindow) -> None:
    found = case_page(window)
    assert found.panel is not None
    words = found.panel.findChild(InWords)
    assert words is not None
    assert not words.words.isVisible()
    words.link.click()
    assert words.words.isVisible()
    step = found.step("uwv_42e_week")
    assert step is not None
    assert words.words.text() == step.explanation


def test_a_long_name_of_a_step_is_short_where_there_is_little_room(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    row = found.steps.rows["riv_aan_werknemer"]
    found.steps.open_only(tuple(found.steps.heads))
    settle()
    said = [label.text() for label in row.findChildren(Label)]
    assert "Verslag klaar" in said
    assert row.toolTip() == "Re-integratieverslag klaar, kopie aan je werknemer"
    assert row.accessibleName().startswith("Re-integratieverslag klaar, kopie aan je werknemer")
    assert row.height() == STEP_HEIGHT


def test_in_a_small_window_the_person_takes_the_second_line(window: MainWindow) -> None:
    window.resize(1100, 760)
    settle()
    found = case_page(window)
    assert found.steps is not None
    assert found.panel is not None
    row = found.steps.rows["uwv_42e_week"]
    step = row.step
    assert [label.text() for label in row.findChildren(Label) if label.isVisible()][1] == step.who
    assert step.detail in [label.text() for label in found.panel.findChildren(Label)]


def test_all_rows_are_equally_high(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    found.steps.open_only(tuple(found.steps.heads))
    settle()
    high = [row.step.title for row in found.steps.rows.values() if row.isVisible() and row.height() != STEP_HEIGHT]
    assert high == []


def test_the_list_stays_where_the_user_scrolled_it(window: MainWindow) -> None:
    found = case_page(window)
    assert found.steps is not None
    found.steps.open_only(tuple(found.steps.heads))
    settle()
    bar = found.steps.scroller.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    assert bar.value() == bar.maximum()
    found.steps.done_links["eerste_jaar"].click()
    settle()
    assert bar.value() > 0


def test_a_finished_paper_gets_a_next_version_from_its_row(window: MainWindow) -> None:
    found = case_page(window)
    step = found.step("plan_van_aanpak")
    assert step is not None
    assert [words for words, _act in found.acts.items(step)] == ["Papier bekijken", "Nieuwe versie maken"]
    found._act("plan_van_aanpak")
    assert isinstance(page(window), PapersPage)


def test_full_recovery_closes_and_can_be_taken_back(window: MainWindow) -> None:
    found = case_page(window)
    menu = found.acts.case_menu(Button("x", parent=found))
    choose(menu, "Herstel melden")
    assert window.form is not None
    session = window.form.session
    session.answer({"soort": "volledig_hersteld", "alle_taken": "ja", "alle_uren": "ja", "nazorg": "ja"})
    session.finish()
    found = case_page(window, found.case.id)
    settle()
    assert not found.case.is_open
    assert line_of(found.case, window.clock).stopped_on == LATER.date()
    choose(found.acts.case_menu(Button("x", parent=found)), "Herstelmelding terugdraaien…")
    back = dialog_of(window, ConfirmDialog)
    assert isinstance(back, ConfirmDialog)
    back.button.click()
    settle()
    assert found.case.is_open


def test_a_report_that_was_never_finished_can_be_removed(window: MainWindow) -> None:
    case_id = next(row.case_id for row in window.desk.today_view().rows if not window.desk.is_reported(row.case_id))
    found = case_page(window, case_id)
    menu = found.acts.case_menu(Button("x", parent=found))
    choose(menu, "Ziekmelding verwijderen…")
    dialog = dialog_of(window, ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    assert dialog.button.kind is Kind.DESTROYING
    dialog.button.click()
    settle()
    assert isinstance(page(window), EmployeesPage)
    assert case_id not in {row.case_id for row in window.desk.today_view().rows}


def test_the_sick_report_can_be_changed_from_the_menu(window: MainWindow) -> None:
    found = case_page(window, reported(window))
    choose(found.acts.case_menu(Button("x", parent=found)), "Ziekmelding aanpassen")
    assert window.form is not None
    assert window.form.session.needs_reason


def test_escape_goes_back_to_the_list_and_the_keys_open_talk_and_papers(qtbot: QtBot, window: MainWindow) -> None:
    found = case_page(window)
    found.acts.talk()
    assert window.form is not None
    assert window.form.session.flow.key == "gesprek"
    window.form.leave()
    qtbot.keyClick(page(window), Qt.Key.Key_Escape)
    assert isinstance(page(window), EmployeesPage)


# --- papers ---


def test_a_paper_is_shown_as_it_is_printed(qtbot: QtBot, window: MainWindow) -> None:
    found = papers_page(window)
    found.look(found.case.papers[0])
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewWindow)), timeout=20_000)
    preview = window.findChildren(PreviewWindow)[0]
    assert preview.page_count >= 1
    preview.reject()


def test_a_paper_is_saved_as_pdf_and_a_full_disk_is_said(window: MainWindow, tmp_path: Path) -> None:
    found = papers_page(window)
    paper = found.case.papers[0]
    found.save(paper)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    found.save_to(paper, tmp_path / "papier.pdf")
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")
    found.save_to(paper, tmp_path / "bestaat niet" / "papier.pdf")
    dialog_of(window, MessageDialog).reject()


def test_a_signature_is_written_down(window: MainWindow) -> None:
    found = papers_page(window)
    paper = next(paper for paper in found.case.papers if window.desk.papers.roles(paper.id))
    assert "Ondertekend op…" in words_of(found._paper_menu(paper, Button("x", parent=found)))
    found.sign(paper)
    dialog = dialog_of(window, SignatureDialog)
    assert isinstance(dialog, SignatureDialog)
    employee = next(part for part in dialog.roles if part.signer.may_refuse)
    employee.choice.choose("geweigerd")
    editor = employee.words.widget
    assert isinstance(editor, FieldEditor)
    editor.apply("Ik wil eerst praten.")
    dialog.button.click()
    settle()
    changed = next(item for item in found.case.papers if item.id == paper.id)
    assert changed.signed_line == "wil niet tekenen"
    shown = [notice for notice in found.findChildren(Notice) if "ook zonder handtekening" in notice.sentence.text()]
    assert len(shown) == 1
    assert shown[0].close_button is not None
    assert "Niet getekend: plan een gesprek…" in words_of(found._paper_menu(changed, Button("x", parent=found)))
    shown[0].close_button.click()
    found.made = paper.id
    found.refresh()
    told = found.made_notice
    assert told is not None and "is vastgesteld." in told.sentence.text()
    assert told.more.text() == "Je kunt het nu afdrukken.", "who does not want to sign is not asked again"
    assert shown[0].button is not None
    shown[0].button.click()
    settle()
    assert window.form is not None
    assert window.form.session.flow.key == "gesprek"


def test_a_scan_is_kept_and_saved_again(window: MainWindow, tmp_path: Path) -> None:
    found = papers_page(window)
    paper = found.case.papers[0]
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(window.desk.papers.pdf(paper.id))
    found.add_scan(paper)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(scan))
    dialog.reject()
    (question,) = window.findChildren(ScanDialog)
    assert question.picture is not None and question.empty is None
    assert "bladzijde" in question.told.text()
    assert not window.desk.papers.attachments(paper.id), "nothing is kept before the answer"
    question.button.click()
    settle()
    kept = next(item for item in found.case.papers if item.id == paper.id).attachments[0]
    found._save_attachment(kept)
    found.save_attachment_to(kept, tmp_path / "terug.pdf")
    assert (tmp_path / "terug.pdf").read_bytes() == scan.read_bytes()
    (tmp_path / "brief.txt").write_text("geen scan")
    found.ask_scan(paper, tmp_path / "brief.txt")
    found.save_attachment_to(kept, tmp_path / "bestaat niet" / "terug.pdf")
    shown = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    assert len(shown) == 2
    for message in shown:
        message.reject()
    found._take_back(kept)
    (back,) = window.findChildren(TakeBackDialog)
    back.choice.choose("ander_papier")
    back.button.click()
    settle()
    assert not next(item for item in found.case.papers if item.id == paper.id).attachments
    assert "Het hoort bij een ander papier" in window.desk.case(found.case_id).journal[0].description


def test_every_form_of_the_case_can_be_opened_from_the_papers(window: MainWindow) -> None:
    found = papers_page(window)
    found.show_tab("nieuw")
    assert found.new_papers is not None
    can = {paper.form for group in new_papers(window.desk, found.case_id) for paper in group.papers if paper.can}
    assert set(found.new_papers.buttons) == can
    lines = {paper.form: paper.line for group in new_papers(window.desk, found.case_id) for paper in group.papers}
    assert lines["evaluatie"].endswith("Ook de eerstejaarsevaluatie maak je hier.")
    assert "Begin met de waarschuwing." in lines["brief_loonstop"]
    assert lines["nazorgplan"] == "Houd oog voor het werk na terugkeer."
    found.new_papers.buttons["taakprofiel"].click()
    assert window.form is not None
    assert window.form.session.flow.key == "taakprofiel"
    window.form.leave()


def test_the_journal_stands_beside_the_papers(qtbot: QtBot, window: MainWindow) -> None:
    found = papers_page(window, "logboek")
    assert found.tab == "logboek"
    found.show_tab("papieren")
    assert found.tab == "papieren"
    qtbot.keyClick(found, Qt.Key.Key_Escape)
    assert isinstance(page(window), CasePage)


def test_a_case_without_papers_says_where_they_come_from(empty: MainWindow) -> None:
    session = empty.desk.open_form("werknemer")
    session.answer(WERKNEMER)
    case_id = empty.desk.start_case(session.finish())
    empty.open_papers(case_id)
    found = page(empty)
    assert isinstance(found, PapersPage)
    assert found.case.papers == ()


# --- forms and the shell around them ---


def test_coming_back_from_a_form_shows_the_page_anew(window: MainWindow) -> None:
    window.open_form("werkgever")
    assert window.form is not None
    window.form.session.answer({"handelsnaam": "Bakkerij Zonder Naam (fictief)"})
    window.form.finished.emit(window.form.session.finish())
    assert window.form is None
    assert window.shell is not None
    assert "Bakkerij Zonder Naam (fictief)" in window.shell.nav.owner.accessibleName()
    assert window.shell.said is not None
    assert window.shell.said.notice.sentence.text() == "Bewaard."
    window.go("medewerkers")
    assert window.shell.said is None


def test_the_keys_of_the_navigation(qtbot: QtBot, window: MainWindow) -> None:
    assert window.shell is not None
    window.shell.nav.button("medewerkers").click()
    assert window.shell.place == "medewerkers"
    found = page(window)
    assert isinstance(found, EmployeesPage)
    found.focus_search()
    settle()
    assert found.search.hasFocus()
    window.shell.nav.button("hulp").click()
    assert window.shell.place == "hulp"
    window.shell.nav.button("instellingen").click()
    assert window.shell.place == "instellingen"
    settings = page(window)
    assert isinstance(settings, SettingsPage)
    assert settings.firm_button.hasFocus()
    assert window.desk.path.stem in settings.place.text()
    window.shell.nav.owner.click()
    assert window.form is not None


def test_the_footer_says_when_everything_was_saved(window: MainWindow) -> None:
    assert window.shell is not None
    window.changed()
    assert window.shell.footer.saved.label.text() == "Bewaard om 20:12"


def test_the_moment_of_saving_never_goes_back(window: MainWindow) -> None:
    assert window.shell is not None
    now = window.clock()
    window.shell.show_saved(now)
    window.shell.show_saved(now - timedelta(minutes=20))
    assert window.shell.footer.saved.label.text() == f"Bewaard om {now:%H:%M}"
