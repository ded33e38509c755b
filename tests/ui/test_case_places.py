"""One head over every page of a dossier, a form that opens at the answer it is about, and one click on Vandaag."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.front_window import SMALLEST, USUAL
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.case_pages import CASE, CASE_PAGES, PARTICULARS, case_page
from reintegratie_desktop.ui.pages.employees import EmployeesPage
from reintegratie_desktop.ui.pages.particulars_page import ParticularsPage
from reintegratie_desktop.ui.pages.repair_places import PLACES, employee_place, employer_place
from reintegratie_desktop.ui.pages.today import TodayPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.widgets.table_list import TableRow
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick
from tests.ui.mouse import double_click
from tests.ui.pictures import cut_labels, nameless, spoken_name
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
FORM = "bijzonderheden"
LEFT = Qt.MouseButton.LeftButton
WITH_HEAD = [kind.key for kind in CASE_PAGES if kind.key != CASE]


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


def opened(qtbot: QtBot, folder: Path, calendar: Calendar, **person: Any) -> Iterator[MainWindow]:
    """Yield a window with one case of somebody."""
    desk = make_desk(folder, calendar)
    report_sick(desk, add_employee(desk, **person), FIRST)
    calendar.go_to(date(2026, 11, 23))
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show_desk(desk)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, calendar: Calendar) -> Iterator[MainWindow]:
    """Return a window with one case."""
    yield from opened(qtbot, tmp_path, calendar)


@pytest.fixture
def long_named(qtbot: QtBot, tmp_path: Path, calendar: Calendar) -> Iterator[MainWindow]:
    """Return a window with one case of somebody with the longest name."""
    yield from opened(
        qtbot, tmp_path, calendar, roepnaam="Anne-Fleur", voorvoegsel="van der", achternaam="Veen-Oosterhuis"
    )


@pytest.fixture
def case_id(window: MainWindow) -> str:
    return window.desk.today_view().rows[0].case_id


def page(window: MainWindow) -> QWidget:
    assert window.shell is not None
    return window.shell.page


def head_of(window: MainWindow) -> CasePageHead:
    (head,) = page(window).findChildren(CasePageHead)
    return head


def focused_place(window: MainWindow) -> tuple[str, str]:
    """Return the field with the keyboard, and the column for a cell."""
    assert window.form is not None
    assert isinstance(window.form.page, FormPage)
    found = window.form.page.board.field_at(QApplication.focusWidget())
    assert found is not None
    return found[1], found[0].key


def fill(window: MainWindow, case_id: str, form: str = FORM, **answers: Any) -> None:
    session = window.desk.open_form(form, case_id)
    session.answer(answers)
    finish(session, "Verbeterd." if session.needs_reason else "")


# --- one head ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", WITH_HEAD)
def test_every_page_of_a_dossier_says_whose_it_is_and_which_week(window: MainWindow, case_id: str, key: str) -> None:
    window.open_case_page(case_id, key)
    settle()
    head = head_of(window)
    case = window.desk.case(case_id)
    assert (head.people.words, head.back.words, head.here.text()) == (
        "Medewerkers", case.employee_name, case_page(key).title
    )  # fmt: skip
    assert head.name.text() == case.employee_name
    shown = [chip for chip in head.week if chip.isVisibleTo(head)]
    assert [chip.text() for chip in shown] == [f"week {case.week} van {case.weeks_total}"]
    number = [label for label in head.number if label.isVisibleTo(head)]
    assert [label.text() for label in number] == [f"Dossier {case.number}"]
    assert head.people.x() < head.back.x() < head.here.x()
    head.back.click()
    settle()
    assert isinstance(page(window), CasePage)
    window.open_case_page(case_id, key)
    head_of(window).people.click()
    settle()
    assert isinstance(page(window), EmployeesPage)


@pytest.mark.parametrize("size", [USUAL, SMALLEST])
@pytest.mark.parametrize("key", WITH_HEAD)
def test_the_head_fits_a_long_name(long_named: MainWindow, key: str, size: tuple[int, int]) -> None:
    long_named.resize(*size)
    long_named.open_case_page(long_named.desk.today_view().rows[0].case_id, key)
    settle()
    head = head_of(long_named)
    assert cut_labels(head) == []
    assert nameless(head) == []
    assert sum(chip.isVisibleTo(head) for chip in head.week) == 1


# --- a form at its place ----------------------------------------------------------------------------------------------


def test_a_form_opens_at_a_step_and_keeps_nothing_by_that(window: MainWindow, case_id: str) -> None:
    window.open_form_at(case_id, "plan_van_aanpak", "meningen")
    settle()
    assert window.form is not None
    assert window.form.step.key == "meningen"
    assert window.form.session.wizard.visited == {"meningen"}
    window.form.leave()
    settle()
    assert window.desk.case(case_id).drafts == ()


def test_a_form_opens_at_an_answer(window: MainWindow, case_id: str) -> None:
    window.open_form_at(case_id, "plan_van_aanpak", "casemanager")
    settle()
    assert window.form is not None
    assert window.form.step.key == flow("plan_van_aanpak").step_of("casemanager").key
    assert focused_place(window)[0] == "casemanager"


def test_a_step_that_is_not_asked_opens_the_one_before_it(window: MainWindow, case_id: str) -> None:
    window.open_form_at(case_id, FORM, "verlof[0].van")
    settle()
    assert window.form is not None
    assert window.form.step.key == "speelt"


def test_the_records_open_for_the_people_of_the_dossier(window: MainWindow, case_id: str) -> None:
    window.open_form_at(case_id, "werkgever", "bedrijfsarts")
    settle()
    assert window.form is not None
    assert focused_place(window)[0] == "bedrijfsarts"
    window.open_form_at(case_id, "werknemer", "functie")
    settle()
    assert window.form.session.employee_id == window.desk.case(case_id).employee_id
    assert focused_place(window)[0] == "functie"


def test_what_was_being_typed_is_kept_when_the_same_form_opens_at_another_place(
    window: MainWindow, case_id: str
) -> None:
    window.open_form_at(case_id, "plan_van_aanpak", "meningen")
    assert window.form is not None
    window.form.session.answer({"mening_afspraken_wg": "Dit lukt."})
    window.open_form_at(case_id, "plan_van_aanpak", "casemanager")
    assert window.form.session.answers["mening_afspraken_wg"] == "Dit lukt."


def test_the_particulars_open_at_the_answer_that_is_changed(window: MainWindow, case_id: str) -> None:
    fill(window, case_id, speelt=["vangnet", "contract_eindigt"], vangnet_meldtermijn="6_weken",
         einde_dienstverband="2027-12-31")  # fmt: skip
    window.open_case_page(case_id, PARTICULARS)
    found = page(window)
    assert isinstance(found, ParticularsPage)
    link = found.repairs["einde_dienstverband"]
    assert spoken_name(link) == "Pas aan: Laatste dag van het dienstverband"
    link.click()
    settle()
    assert window.form is not None
    assert window.form.step.key == "contract"
    assert focused_place(window)[0] == "einde_dienstverband"


def test_what_does_not_fit_any_more_opens_where_it_is_wrong(window: MainWindow, case_id: str) -> None:
    leave = {"van": "2026-05-04", "tot_en_met": "2026-08-23", "zelfde_geval": "ja"}
    fill(window, case_id, speelt=["verlof", "contract_eindigt"], verlof=[leave], einde_dienstverband="2027-12-31")
    window.desk.report_recovery(case_id, date(2026, 4, 6), own_work=True)
    window.open_case_page(case_id, PARTICULARS)
    found = page(window)
    assert isinstance(found, ParticularsPage)
    assert found.repairs["past_niet"].words == "Pas aan"
    found.repairs["past_niet"].click()
    settle()
    assert window.form is not None
    assert window.form.step.key == "verlof"
    assert focused_place(window) == ("verlof", "van")


def test_an_open_term_of_the_vangnet_opens_at_that_question(window: MainWindow, case_id: str) -> None:
    fill(window, case_id, "ziekmelding", vangnet="ja")
    window.open_case_page(case_id, PARTICULARS)
    found = page(window)
    assert isinstance(found, ParticularsPage)
    assert found.repairs["vangnet_termijn"].words == "Vul aan"
    found.repairs["vangnet_termijn"].click()
    settle()
    assert focused_place(window)[0] == "vangnet_meldtermijn"


def test_every_place_of_the_check_is_in_its_form() -> None:
    forms = {rule.id: rule.formulier for rule in RULES.values()}
    for rule, place in PLACES.items():
        form = flow(forms[rule])
        assert place in {step.key for step in form.steps} | {field.key for field in form.fields}, rule


def test_the_check_opens_a_record_at_what_misses() -> None:
    assert employer_place({"handelsnaam": "De Halm", "branche": ""}) == "branche"
    assert employer_place({"handelsnaam": "De Halm", "branche": "Bakkerij", "bedrijfsarts": {"naam": "B. Arts"}}) == ""
    assert employee_place({"achternaam": "Houten"}) == "functie"
    assert employee_place({"achternaam": "Houten", "functie": "bakker"}) == ""


# --- one click on Vandaag and on Medewerkers --------------------------------------------------------------------------


def row_of(window: MainWindow) -> TableRow:
    found = page(window)
    assert isinstance(found, TodayPage | EmployeesPage)
    assert found.table is not None
    return found.table.rows[0]


@pytest.mark.parametrize("column", [0, 2])
def test_one_click_on_the_name_or_the_next_step_opens_the_dossier(window: MainWindow, column: int) -> None:
    step = window.desk.today_view().rows[0].step
    assert step is not None
    row = row_of(window)
    QTest.mouseClick(row, LEFT, pos=row.link_box(column).center())
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    if column:
        assert found.selected_step == step.id


def test_one_click_beside_the_words_only_selects(window: MainWindow) -> None:
    row = row_of(window)
    beside = row.link_box(0).bottomRight() + QPoint(30, 12)
    QTest.mouseClick(row, LEFT, pos=beside)
    settle()
    assert isinstance(page(window), TodayPage)
    assert row.chosen
    away = row.link_box(0).center()
    QTest.mousePress(row, LEFT, pos=away)
    QTest.mouseRelease(row, LEFT, pos=beside)
    settle()
    assert isinstance(page(window), TodayPage), "who lets go elsewhere changed their mind"
    QTest.mouseClick(row, Qt.MouseButton.RightButton, pos=away)
    assert isinstance(page(window), TodayPage)


def test_the_second_click_of_a_double_click_does_nothing_on_the_page_that_came(
    window: MainWindow, qtbot: QtBot
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    usual = app.doubleClickInterval()
    app.setDoubleClickInterval(1500)
    row = row_of(window)
    QTest.mouseClick(row, LEFT, pos=row.link_box(0).center())
    app.setDoubleClickInterval(usual)
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    assert found.head is not None
    assert found.head.papers is not None
    double_click(found.head.papers)
    assert page(window) is found
    qtbot.wait(1600)
    QTest.mouseClick(found.head.papers, LEFT)
    settle()
    assert page(window) is not found


def test_the_words_that_open_show_it_under_the_mouse(window: MainWindow) -> None:
    row = row_of(window)
    QTest.mouseMove(row, row.link_box(2).center())
    assert row.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(row, row.link_box(2).bottomRight() + QPoint(20, 15))
    assert row.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_row_stays_one_sentence_with_its_keys(window: MainWindow) -> None:
    row = row_of(window)
    assert row.accessibleName().startswith("Jasper van Houten")
    assert row.accessibleDescription() == "Spatie opent het dossier."
    QTest.keyClick(row, Qt.Key.Key_Space)
    settle()
    assert isinstance(page(window), CasePage)


def test_one_click_on_an_employee_opens_the_dossier_and_never_a_sick_report(window: MainWindow) -> None:
    add_employee(window.desk, personeelsnr="90", roepnaam="Aad", voorvoegsel="", achternaam="Aalders")
    window.go("medewerkers")
    settle()
    row = row_of(window)
    assert row.accessibleName().startswith("Aad Aalders")
    QTest.mouseClick(row, LEFT, pos=QPoint(40, row.height() // 2))
    settle()
    assert isinstance(page(window), EmployeesPage)
    assert window.form is None
    found = page(window)
    assert isinstance(found, EmployeesPage)
    assert found.table is not None
    other = found.table.rows[1]
    QTest.mouseClick(other, LEFT, pos=other.link_box(0).center())
    settle()
    assert isinstance(page(window), CasePage)
