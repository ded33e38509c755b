"""What somebody who sees the program for the first time ran into: the notice after leave, a closed dossier, a row."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui.front_window import SMALLEST, USUAL
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_head import CaseHead
from reintegratie_desktop.ui.pages.employees import EmployeesPage
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.leave_panel import LeaveCalculator
from reintegratie_desktop.ui.pages.today import TodayPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.table_list import TableList
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
LEAVE = {"van": "2026-05-04", "tot_en_met": "2026-08-23", "zelfde_geval": "ja"}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 4, 1))
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show_desk(desk)
    made.show()
    yield made
    made.close()


def test_after_leave_the_notice_unfolds_which_dates_moved(window: MainWindow) -> None:
    case_id = window.desk.today_view().rows[0].case_id
    window.open_form("bijzonderheden", case_id)
    assert window.form is not None
    session = window.form.session
    session.answer({"speelt": ["verlof"], "verlof": [LEAVE]})
    session.save()
    session.finish()
    window._form_finished("")
    settle()
    said = window._the_shell().said
    assert said is not None
    assert said.notice.sentence.text().startswith("Bewaard. ") and "datums verschuiven" in said.notice.sentence.text()
    (link,) = said.findChildren(FlushLink)
    (table,) = said.findChildren(TableList)
    assert not table.isVisible()
    link.click()
    settle()
    assert table.isVisible()
    assert any("112 dagen later" in row.accessibleName() for row in table.rows)


def test_the_button_of_a_row_of_today_stands_inside_its_row(window: MainWindow) -> None:
    page = window._the_shell().page
    assert isinstance(page, TodayPage)
    # Only short words, so that every button is wider than its words ask for.
    rows = tuple(replace(row, step=replace(row.step, action="")) for row in page.view.rows if row.step is not None)
    page._view = replace(page.view, rows=rows)
    page._build()
    assert page.table is not None
    for size in (SMALLEST, USUAL):
        window.resize(*size)
        settle()
        for row in page.table.rows:
            (button,) = row.findChildren(Button)
            assert button.geometry().right() < row.width() - 8


def test_in_the_row_of_leave_the_calculator_is_offered(window: MainWindow) -> None:
    case_id = window.desk.today_view().rows[0].case_id
    session = window.desk.open_form("bijzonderheden", case_id)
    session.answer({"speelt": ["verlof"], "verlof": []})
    session.save()
    window.open_form_at(case_id, "bijzonderheden", "verlof")
    settle()
    assert window.form is not None
    editor = window.form.page.board.editor("verlof")
    editor.open_row(0)
    settle()
    (offer,) = [one for one in editor.card.findChildren(Button) if one.words == "Verlof uitrekenen"]
    assert offer.isVisible()
    offer.click()
    (calculator,) = window.form.page.findChildren(LeaveCalculator)
    assert calculator.is_open and not offer.isVisible()


def test_a_due_date_that_is_past_asks_for_the_real_day(qtbot: QtBot) -> None:
    calculator = LeaveCalculator(date(2026, 4, 1))
    qtbot.addWidget(calculator)
    calculator.expected.setText("20-04-2026")
    calculator._work_out()
    assert calculator.born_row.help_label.text() == "Laat leeg zolang dat nog moet komen."
    calculator.expected.setText("20-03-2026")
    calculator._work_out()
    assert calculator.born_row.help_label.text() == "De uitgerekende datum is voorbij. Vul de echte dag in."


def test_a_closed_dossier_says_so_and_opens_from_its_row(window: MainWindow) -> None:
    desk = window.desk
    case_id = desk.today_view().rows[0].case_id
    desk.report_recovery(case_id, date(2026, 4, 1), own_work=True)
    window.go("medewerkers")
    settle()
    page = window._the_shell().page
    assert isinstance(page, EmployeesPage) and page.table is not None
    page.table.row_opened.emit(page.table.rows[0].key)
    settle()
    shell = window._the_shell()
    assert shell.case_id == case_id, "the newest closed dossier"
    (head,) = shell.page.findChildren(CaseHead)
    assert {chip.text() for chip in head.findChildren(Chip)} == {"gesloten"}
