"""The calculator of leave in the form about the particulars: its days become a row, and nothing typed is lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.form_view import FormView
from reintegratie_desktop.ui.form.leave_help import with_leave
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.front_window import SMALLEST, USUAL
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.leave_panel import LeaveCalculator
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import settle

FORM = "bijzonderheden"
FIRST = date(2026, 3, 2)
LEAVE = {"van": "2026-05-04", "tot_en_met": "2026-08-23", "zelfde_geval": "ja"}
BEGINS, ENDS = date(2027, 5, 4), date(2027, 8, 23)
FOUND = {"van": "2027-05-04", "tot_en_met": "2027-08-23"}


@pytest.mark.parametrize(
    ("rows", "index", "row"),
    [
        ([], 0, FOUND),
        ([LEAVE], 1, FOUND),
        ([{"zelfde_geval": "nee"}], 0, {**FOUND, "zelfde_geval": "nee"}),
        ([LEAVE, {"van": "2027-05-18", "tot_en_met": "2027-09-06", "zelfde_geval": "nee"}], 1,
         {**FOUND, "zelfde_geval": "nee"}),
        ([{"van": "2027-05-18"}], 0, FOUND),
        ([{"van": "2026-05-18"}], 1, FOUND),
        ([{"van": "begin mei"}], 1, FOUND),
        ([{"van": "2027-08-23", "tot_en_met": "2027-09-30"}], 0, FOUND),
        ([{"van": "2027-08-24", "tot_en_met": "2027-09-30"}], 1, FOUND),
    ],
)  # fmt: skip
def test_leave_fills_the_row_it_belongs_to(rows: list[Any], index: int, row: dict[str, Any]) -> None:
    made, at = with_leave(rows, BEGINS, ENDS)
    assert (at, made[at]) == (index, row)
    assert [other for place, other in enumerate(made) if place != at] == rows[:at] + rows[at + 1 :]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Return a window with the leave step of one dossier open."""
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 11, 23))
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show_desk(desk)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def open_leave(window: MainWindow, rows: list[dict[str, Any]]) -> tuple[FormView, TableEditor, LeaveCalculator]:
    case_id = window.desk.today_view().rows[0].case_id
    session = window.desk.open_form(FORM, case_id)
    session.answer({"speelt": ["verlof"], "verlof": rows})
    session.save()
    window.open_form_at(case_id, FORM, "verlof")
    settle()
    assert window.form is not None
    assert isinstance(window.form.page, FormPage)
    editor = window.form.page.board.editor("verlof")
    assert isinstance(editor, TableEditor)
    (calculator,) = window.form.page.findChildren(LeaveCalculator)
    return window.form, editor, calculator


def offers(calculator: LeaveCalculator) -> list[QAbstractButton]:
    """Return the buttons in view that unfold the calculator."""
    buttons = calculator.window().findChildren(QAbstractButton)
    return [button for button in buttons if button.text() == calculator.button.text() and button.isVisible()]


def work_out(calculator: LeaveCalculator, expected: str) -> None:
    """Fill in the due date and take the leave over, with the keyboard only."""
    if not calculator.is_open:
        (offer,) = offers(calculator)
        QTest.keyClick(offer, Qt.Key.Key_Space)
    assert calculator.expected.hasFocus()
    calculator.expected.clear()
    QTest.keyClicks(calculator.expected, expected)
    settle()
    for _turn in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is calculator.take_button:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(calculator.take_button, Qt.Key.Key_Space)
    settle()


def focused_place(view: FormView) -> tuple[str, str]:
    assert isinstance(view.page, FormPage)
    found = view.page.board.field_at(QApplication.focusWidget())
    assert found is not None
    return found[1], found[0].key


def test_the_leave_becomes_a_row_and_the_keyboard_goes_to_what_is_still_asked(window: MainWindow) -> None:
    view, editor, calculator = open_leave(window, [LEAVE])
    assert cut_labels(view) == []
    work_out(calculator, "14-6-2027")
    assert view.session.answers["verlof"] == [LEAVE, {"van": "2027-05-04", "tot_en_met": "2027-08-23"}]
    assert editor.open_index == 1
    assert focused_place(view) == ("verlof", "zelfde_geval")
    assert not calculator.is_open
    missing = [finding.field for finding in view.session.wizard.missing()]
    assert missing == ["verlof[1].zelfde_geval"], "whether it is the same case stays asked"
    assert nameless(view) == []


def test_the_calculator_is_offered_once_in_the_row_or_under_the_rows(window: MainWindow) -> None:
    _view, editor, calculator = open_leave(window, [LEAVE])
    assert offers(calculator) == [calculator.button]
    editor.open_row(0)
    (inside,) = offers(calculator)
    assert inside is not calculator.button and editor.card.isAncestorOf(inside)
    inside.click()
    assert offers(calculator) == []
    QTest.keyClick(calculator.expected, Qt.Key.Key_Escape)
    assert offers(calculator) == [inside] and inside.hasFocus(), "the keyboard is where it came from"
    editor.close_row()
    assert offers(calculator) == [calculator.button]


def test_what_is_typed_in_an_open_row_stays(window: MainWindow) -> None:
    view, editor, calculator = open_leave(window, [LEAVE])
    editor.open_row(0)
    editor.card.editors["zelfde_geval"].apply("nee")
    work_out(calculator, "14-6-2027")
    assert view.session.answers["verlof"][0] == {**LEAVE, "zelfde_geval": "nee"}
    assert len(view.session.answers["verlof"]) == 2
    editor.open_row(1)
    editor.card.editors["zelfde_geval"].apply("onbekend")
    work_out(calculator, "28-6-2027")
    assert view.session.answers["verlof"][1:] == [
        {"van": "2027-05-18", "tot_en_met": "2027-09-06", "zelfde_geval": "onbekend"}
    ]
    assert view.footer.undo.is_open, "the days that stood there can come back"
    view.footer.undo.button.click()
    settle()
    assert view.session.answers["verlof"][1] == {
        "van": "2027-05-04", "tot_en_met": "2027-08-23", "zelfde_geval": "onbekend"
    }  # fmt: skip


def test_a_new_row_with_only_the_answer_gets_the_days(window: MainWindow) -> None:
    view, editor, calculator = open_leave(window, [])
    editor.add_button.click()
    editor.card.editors["zelfde_geval"].findChildren(QAbstractButton)[0].click()
    work_out(calculator, "14-6-2027")
    assert view.session.answers["verlof"] == [{**FOUND, "zelfde_geval": "ja"}]


def test_taking_the_same_leave_again_changes_nothing(window: MainWindow) -> None:
    view, editor, calculator = open_leave(window, [{**FOUND, "zelfde_geval": "ja"}])
    work_out(calculator, "14-6-2027")
    assert view.session.answers["verlof"] == [{**FOUND, "zelfde_geval": "ja"}]
    assert editor.open_index == 0
    assert not view.footer.undo.is_open


@pytest.mark.parametrize("size", [USUAL, SMALLEST])
def test_the_open_calculator_fits(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    view, _editor, calculator = open_leave(window, [])
    QTest.keyClick(calculator.button, Qt.Key.Key_Space)
    QTest.keyClicks(calculator.expected, "14-6-2027")
    settle()
    assert calculator.found is not None
    assert cut_labels(view) == []
    QTest.keyClick(calculator.expected, Qt.Key.Key_Escape)
    assert not calculator.is_open
    assert window.form is view, "Esc closes the calculator and not the form"
