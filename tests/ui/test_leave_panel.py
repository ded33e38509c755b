"""The calculator of leave: the lawful days to begin on, the sum, and a mistake at its field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui.pages.leave_panel import OTHER_DAY, LeaveCalculator
from reintegratie_desktop.ui.widgets.labels import Label
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import settle

TODAY = date(2026, 11, 21)


@pytest.fixture
def calculator(qtbot: QtBot) -> LeaveCalculator:
    window = QWidget()
    column = QVBoxLayout(window)
    made = LeaveCalculator(TODAY)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(420, 1000)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.window_kept = window  # type: ignore[attr-defined]
    made.button.click()
    return made


def fill(calculator: LeaveCalculator, expected: str = "14-6-2027", **more: str) -> None:
    calculator.expected.setText(expected)
    calculator.expected.edited.emit()
    for name, words in more.items():
        line = getattr(calculator, name)
        line.setText(words)
        line.edited.emit()
    settle()


def words(calculator: LeaveCalculator) -> list[str]:
    return [label.text() for label in calculator.result.findChildren(Label) if label.isVisibleTo(calculator)]


def test_it_unfolds_with_the_keyboard_in_the_first_field(calculator: LeaveCalculator) -> None:
    assert calculator.is_open
    assert calculator.expected.hasFocus()
    assert not calculator.start_row.isVisible(), "first the expected day"
    assert calculator.found is None
    QTest.keyClick(calculator.expected, Qt.Key.Key_Escape)
    assert not calculator.is_open
    assert calculator.button.hasFocus()


def test_the_lawful_weeks_are_offered_and_the_earliest_is_chosen(calculator: LeaveCalculator) -> None:
    fill(calculator)
    offered = [button.text() for button in calculator.start.buttons]
    assert offered == [
        "6 weken ervoor: di 4 mei 2027",
        "5 weken ervoor: di 11 mei 2027",
        "4 weken ervoor: di 18 mei 2027",
        "Op een andere dag",
    ]
    assert calculator.found is not None
    assert calculator.found.dagen == 112
    said = words(calculator)
    assert said[0] == "16 weken verlof: van dinsdag 4 mei 2027 tot en met maandag 23 augustus 2027"
    assert "WAZO art. 3:1 lid 2 en 3" in said


def test_more_than_one_child_offers_other_weeks(calculator: LeaveCalculator) -> None:
    fill(calculator)
    calculator.start.choose("4")
    calculator.multiple.setChecked(True)
    assert [button.text().split()[0] for button in calculator.start.buttons[:-1]] == ["10", "9", "8"]
    assert calculator.start.chosen() == "10", "what is not lawful any more is not kept"
    assert calculator.found is not None
    assert calculator.found.meerling


def test_a_choice_stays_when_the_expected_day_changes(calculator: LeaveCalculator) -> None:
    fill(calculator)
    calculator.start.choose("5")
    fill(calculator, "21-6-2027")
    assert calculator.start.chosen() == "5"


def test_another_day_has_to_lie_in_the_lawful_weeks(calculator: LeaveCalculator) -> None:
    fill(calculator)
    calculator.start.buttons[-1].click()
    assert calculator.start.chosen() == OTHER_DAY
    assert calculator.start_day_row.isVisible()
    assert calculator.found is None, "the day misses still"
    assert calculator.start_day_row.error == ""
    fill(calculator, start_day="20-5-2027")
    assert calculator.start_day_row.error.startswith("Het verlof kan niet op 20-05-2027 beginnen.")
    assert not calculator.take_button.isVisible()
    fill(calculator, start_day="13-5-2027")
    assert calculator.start_day_row.error == ""
    assert calculator.found is not None
    assert calculator.found.zwangerschapsverlof.van == date(2027, 5, 13)


def test_the_birth_changes_the_sum_and_an_impossible_one_is_said(calculator: LeaveCalculator) -> None:
    fill(calculator, born="31-5-2027")
    assert calculator.found is not None
    assert calculator.found.bevallen == date(2027, 5, 31)
    assert "Bevallen op" in words(calculator)
    fill(calculator, born="31-5-2026")
    assert calculator.born_row.error.startswith("De bevalling op 31-05-2026 past niet")
    assert calculator.found is None
    fill(calculator, born="31 mm")
    assert calculator.found is None


def test_what_cannot_be_read_is_said_when_the_keyboard_leaves(calculator: LeaveCalculator) -> None:
    QTest.keyClicks(calculator.expected, "14 jjj")
    assert calculator.expected_row.error == ""
    calculator.close_button.setFocus()
    settle()
    assert calculator.expected_row.error.startswith("Dit lezen we niet als datum.")


def test_rules_of_long_ago_are_not_guessed(calculator: LeaveCalculator) -> None:
    fill(calculator, "1-6-2011")
    assert "kennen we pas vanaf" in calculator.expected_row.error
    assert not calculator.start_row.isVisible()


def test_neem_over_gives_the_first_and_the_last_day_and_nothing_before(
    qtbot: QtBot, calculator: LeaveCalculator
) -> None:
    taken: list[tuple[date, date]] = []
    calculator.taken.connect(lambda first, last: taken.append((first, last)))
    calculator._take()
    fill(calculator)
    assert taken == [], "nothing leaves before the button"
    calculator.take_button.click()
    assert taken == [(date(2027, 5, 4), date(2027, 8, 23))]
    assert not calculator.is_open
    calculator.clear()
    assert calculator.found is None


def test_a_birth_before_the_leave_gives_the_leave_after_it_only(calculator: LeaveCalculator) -> None:
    fill(calculator, born="1-5-2027")
    taken: list[tuple[date, date]] = []
    calculator.taken.connect(lambda first, last: taken.append((first, last)))
    calculator.take_button.click()
    assert taken[0][0] == date(2027, 5, 2)


def test_nothing_is_cut_and_everything_has_a_name(calculator: LeaveCalculator) -> None:
    fill(calculator)
    calculator.start.buttons[-1].click()
    fill(calculator, start_day="13-5-2027")
    window = calculator.window()
    window.resize(330, 1400)
    settle()
    assert cut_labels(window) == []
    assert nameless(window) == []
