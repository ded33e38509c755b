"""The page "Wat als": a day changes, the dates move, a mistake is said at its field, and nothing is kept."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.what_if_facts import (
    AGAIN,
    BREAK,
    CONTRACT_END,
    FIRST_DAY,
    LEAVE,
    LEAVE_FROM,
    LEAVE_TO,
    NEXT_TALK,
    PLAN,
    RECOVERED,
    REPAIRED,
    SANCTION,
)
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.what_if_page import WhatIfPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.qt_dutch import apply_language
from reintegratie_desktop.ui.theme import Mode, Theme
from reintegratie_desktop.ui.widgets.notice import Notice
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.shell_fixtures import settle
from tests.ui.test_screens import problems_of

FIRST, TODAY = date(2026, 8, 3), date(2026, 11, 21)
Opened = Callable[..., WhatIfPage]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    calendar = Calendar(FIRST)
    made = make_desk(tmp_path, calendar)
    report_sick(made, add_employee(made), FIRST)
    calendar.go_to(TODAY)
    return made


@pytest.fixture
def opened(qtbot: QtBot, desk: Workspace) -> Iterator[Opened]:
    def open_page(width: int = 1280, height: int = 800) -> WhatIfPage:
        window = MainWindow(UnsavedPreferences(theme="licht"), desk.clock)
        window.resize(width, height)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.show_desk(desk)
        window.open_case_page(desk.store.cases.all()[0].id, "wat_als")
        settle()
        assert window.shell is not None
        page = window.shell.page
        assert isinstance(page, WhatIfPage)
        return page

    yield open_page
    settle()


def typed(page: WhatIfPage, **days: str) -> None:
    """Type in fields as a user does, and go on."""
    for key, words in days.items():
        line = page.fields.lines[key]
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()
        if words:
            QTest.keyClicks(line, words)
        else:
            QTest.keyClick(line, Qt.Key.Key_Delete)
    page.fields.lines[FIRST_DAY].setFocus(Qt.FocusReason.TabFocusReason)
    settle()


def table_sentences(page: WhatIfPage) -> list[str]:
    return [] if page.result.table is None else [row.accessibleName() for row in page.result.table.rows]


def test_the_page_begins_with_the_days_of_the_dossier_and_says_that_nothing_is_kept(opened: Opened) -> None:
    page = opened()
    notice = page.findChildren(Notice)[0]
    assert notice.sentence.text() == "Dit is proberen. Er wordt niets bewaard."
    assert page.fields.lines[FIRST_DAY].text() == "03-08-2026"
    assert page.result.headline.text() == "Er is nog niets veranderd"
    assert page.result.table is None
    assert not page.result.then_card.isVisible()
    assert page.result.now_line.isVisible()
    assert page.fields.lines[FIRST_DAY].hasFocus()
    assert page.fields.rows[NEXT_TALK].label.text() == "Evaluatie op"


def test_a_changed_day_shows_every_date_that_moves_and_both_lines(opened: Opened) -> None:
    page = opened()
    typed(page, **{FIRST_DAY: "10-8-2026"})
    assert page.result.headline.text().endswith("De laatste loondag wordt zo 6 augustus 2028, 7 dagen later.")
    said = table_sentences(page)
    assert (
        "Melding bij UWV na 42 weken, nu uiterlijk ma 24 mei 2027, dan uiterlijk ma 31 mei 2027, 7 dagen later" in said
    )
    assert page.result.then_card.isVisible()
    assert page.result.then_line.accessibleName() == "Zo wordt de tijdlijn"
    assert page.fields.rows[FIRST_DAY].note == "was 3 augustus 2026"
    fold = page.result.folds[0]
    assert fold.words == "15 evaluaties veranderen"
    fold.click()
    settle()


def test_terugzetten_shows_the_dossier_again(opened: Opened) -> None:
    page = opened()
    page.fields.folds[LEAVE].click()
    typed(page, **{FIRST_DAY: "10-8-2026", LEAVE_FROM: "1-12-2026", LEAVE_TO: "22-3-2027"})
    page.fields.sanction.setChecked(True)
    assert page.result.table is not None
    page.back_to_now.click()
    settle()
    assert page.fields.trial == page.case.now
    assert page.result.table is None
    assert page.fields.lines[LEAVE_FROM].text() == ""
    assert page.fields.rows[FIRST_DAY].note == ""
    assert not page.fields.folds[LEAVE].isChecked()


def test_nothing_is_written_to_the_file(opened: Opened, desk: Workspace) -> None:
    page = opened()
    before = desk.path.read_bytes()
    typed(page, **{FIRST_DAY: "10-8-2026", PLAN: "21-9-2026", CONTRACT_END: "31-12-2027"})
    page.fields.calculator.set_open(on=True)
    page.fields.calculator.expected.setText("14-6-2027")
    page.fields.calculator.expected.edited.emit()
    page.fields.calculator.take_button.click()
    page.fields.sanction.setChecked(True)
    settle()
    page.back_to_now.click()
    page.back_button.click()
    settle()
    assert desk.path.read_bytes() == before


def test_what_cannot_be_so_is_said_at_the_field(opened: Opened) -> None:
    page = opened()
    typed(page, **{PLAN: "1-7-2026"})
    assert page.fields.rows[PLAN].error == "Dat is voor de eerste ziektedag, 3 augustus 2026."
    assert page.result.headline.text() == "Dit past nog niet bij elkaar"
    assert page.result.table is None
    typed(page, **{PLAN: "21-9-2026"})
    assert page.fields.rows[PLAN].error == ""
    assert page.result.table is not None or page.result.folds


def test_a_folded_part_with_a_mistake_unfolds(opened: Opened) -> None:
    page = opened()
    page.fields.folds[BREAK].click()
    typed(page, **{AGAIN: "1-10-2026"})
    page.fields.folds[BREAK].click()
    typed(page, **{PLAN: "22-9-2026"})
    assert page.fields.folds[BREAK].isChecked()
    assert page.fields.rows[RECOVERED].error.startswith("Vul ook in")


def test_half_a_day_is_no_mistake_until_the_keyboard_leaves(opened: Opened) -> None:
    page = opened()
    line = page.fields.lines[PLAN]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(line, "21-")
    assert page.fields.rows[PLAN].error == ""
    assert page.result.table is None, "what cannot be read changes nothing"
    assert not page.fields.is_readable
    typed(page, **{FIRST_DAY: "10-8-2026"})
    assert page.fields.rows[PLAN].error.startswith("Dit lezen we niet als datum.")


def test_the_calculator_fills_the_leave(opened: Opened) -> None:
    page = opened()
    page.fields.folds[LEAVE].click()
    page.fields.calculator.button.click()
    page.fields.calculator.expected.setText("14-6-2027")
    page.fields.calculator.expected.edited.emit()
    page.fields.calculator.take_button.click()
    settle()
    assert page.fields.lines[LEAVE_FROM].text() == "04-05-2027"
    assert page.fields.lines[LEAVE_TO].text() == "23-08-2027"
    assert "112 dagen later" in page.result.headline.text()


def test_the_day_of_the_repair_is_asked_with_a_loonsanctie_only(opened: Opened) -> None:
    page = opened()
    page.fields.folds[SANCTION].click()
    assert not page.fields.rows[REPAIRED].isVisible()
    page.fields.sanction.setChecked(True)
    assert page.fields.rows[REPAIRED].isVisible()
    assert any("Laatste dag van de loonsanctie" in said and "komt erbij" in said for said in table_sentences(page))


def test_a_late_application_says_so_in_a_word(opened: Opened) -> None:
    page = opened()
    typed(page, wia_aanvraag="1-7-2028")
    assert any(said.endswith("blijft gelijk, dan te laat") for said in table_sentences(page))


def test_a_new_case_is_told(opened: Opened) -> None:
    page = opened()
    page.fields.folds[BREAK].click()
    typed(page, **{RECOVERED: "1-9-2026", AGAIN: "1-10-2026"})
    assert page.result.more.text().startswith("Er zitten 30 dagen herstel tussen.")


def test_escape_and_the_path_go_back_to_the_dossier(opened: Opened) -> None:
    page = opened()
    window = page.window()
    assert isinstance(window, MainWindow)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    settle()
    assert window.shell is not None
    assert window.shell.place == "dossier"


def test_locking_with_the_keyboard_in_a_field_is_calm(opened: Opened) -> None:
    page = opened()
    window = page.window()
    assert isinstance(window, MainWindow)
    page.fields.lines[PLAN].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(page.fields.lines[PLAN], "21-9-2026")
    window.lock()
    settle()
    assert not window.is_open


def test_reading_again_begins_again(opened: Opened) -> None:
    page = opened()
    typed(page, **{FIRST_DAY: "10-8-2026"})
    page.reload()
    assert page.fields.trial == page.case.now


@pytest.mark.parametrize(("mode", "language"), [("licht", "nl"), ("donker", "en")])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_nothing_is_cut(opened: Opened, qapp: QApplication, mode: Mode, language: str, size: tuple[int, int]) -> None:
    set_language(language)
    apply_language(qapp)
    Theme(mode).apply(qapp)
    page = opened(*size)
    assert list(problems_of(page.window())) == []
    for fold in page.fields.folds.values():
        fold.setChecked(True)
    page.fields.sanction.setChecked(True)
    page.fields.calculator.set_open(on=True)
    page.fields.calculator.expected.setText("14-6-2027")
    page.fields.calculator.expected.edited.emit()
    typed(page, **{RECOVERED: "1-9-2026", AGAIN: "15-9-2026"})
    for unfold in page.result.folds:
        unfold.setChecked(True)
    settle()
    assert list(problems_of(page.window())) == []
    set_language("nl")
    apply_language(qapp)
    Theme("licht").apply(qapp)
