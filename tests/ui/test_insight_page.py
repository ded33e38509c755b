"""The page Inzicht: a period, who works here, figures with their formula, and bars with their numbers."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.insight import Step, Workforce, insight
from reintegratie_desktop.domain.stretches import Span, Stretch
from reintegratie_desktop.services.insight import ON_TIME_STEPS, workforce
from reintegratie_desktop.services.insight_words import bands_formula, on_time_formula
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.bar_cell import BarCell
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.insight_page import InsightPage
from reintegratie_desktop.ui.pages.insight_parts import duration_part, on_time_part
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.qt_dutch import apply_language
from reintegratie_desktop.ui.theme import Mode, Theme
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.notice import Notice
from reintegratie_desktop.ui.widgets.scroll import page_around
from reintegratie_desktop.ui.widgets.table_list import TableList
from tests.services.desks import PASSWORD, Calendar, add_employee, make_desk, report_sick
from tests.ui.form_fixtures import cell_words
from tests.ui.shell_fixtures import copied, settle
from tests.ui.test_screens import problems_of

TODAY = date(2026, 11, 21)
Opened = Callable[..., InsightPage]


def make_file(folder: Path, cases: int, people: int, runs: int = 1) -> Path:
    """Make a closed file with short cases, of which the last one runs, or the last few."""
    calendar = Calendar(date(2026, 1, 5))
    desk = make_desk(folder, calendar)
    employees = [add_employee(desk, personeelsnr=str(number)) for number in range(people if cases else 0)]
    for number in range(cases):
        first = date(2026, 1, 5) + timedelta(days=20 * number)
        calendar.go_to(first)
        case = report_sick(desk, employees[number % people], first)
        if number < cases - runs:
            calendar.go_to(first + timedelta(days=4))
            desk.report_recovery(case, first + timedelta(days=4), own_work=True)
    desk.close()
    return desk.path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a maker of files that makes each only once."""
    set_language("nl")
    known: dict[tuple[int, int, int], Path] = {}

    def make(cases: int, people: int, runs: int = 1) -> Path:
        if (cases, people, runs) not in known:
            known[cases, people, runs] = make_file(tmp_path_factory.mktemp(f"bestand{cases}"), cases, people, runs)
        return known[cases, people, runs]

    return make


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, made: Callable[..., Path]) -> Iterator[Opened]:
    def open_page(cases: int = 12, people: int = 6, size: tuple[int, int] = (1280, 800), runs: int = 1) -> InsightPage:
        desk = Workspace.open(copied(made(cases, people, runs), tmp_path / "kopie"), PASSWORD, Calendar(TODAY))
        window = MainWindow(UnsavedPreferences(theme="licht"), desk.clock)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.show_desk(desk)
        window.go("inzicht")
        settle()
        assert window.shell is not None
        page = window.shell.page
        assert isinstance(page, InsightPage)
        return page

    yield open_page
    settle()


def values(page: InsightPage) -> dict[str, str]:
    return {card.figure.title: card.value.text() for card in page.cards}


def tables(page: InsightPage) -> list[TableList]:
    return [table for table in page.findChildren(TableList) if table.isVisible()]


def type_number(page: InsightPage, hours: str) -> None:
    page.hours.setFocus(Qt.FocusReason.TabFocusReason)
    page.hours.selectAll()
    QTest.keyClicks(page.hours, hours)
    page.people.setFocus(Qt.FocusReason.TabFocusReason)
    settle()


def test_tab_goes_from_the_numbers_to_the_figures(opened: Opened) -> None:
    page = opened()
    page.hours.setFocus(Qt.FocusReason.TabFocusReason)
    cards = page.cards
    QTest.keyClick(page.hours, Qt.Key.Key_Tab)
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None and page.isAncestorOf(focused), "not the navigation, because the figures were made anew"
    assert page.cards is cards


def test_the_keyboard_is_in_view_also_when_it_comes_from_outside_the_page(opened: Opened) -> None:
    page = opened(size=(1024, 700))
    around = page_around(page.people)
    assert around is not None
    bar = around.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.people.visibleRegion().isEmpty()
    page.people.setFocus(Qt.FocusReason.TabFocusReason)
    assert not page.people.visibleRegion().isEmpty()


def test_an_empty_file_says_what_comes_here(opened: Opened) -> None:
    page = opened(cases=0)
    empty = page.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.button is not None
    assert empty.button.hasFocus()
    assert page.cards == ()
    assert not page.kind.isVisible()


def test_the_figures_of_this_year_with_their_formula(opened: Opened) -> None:
    page = opened()
    assert page.head.sub.text() == "1 januari 2026 tot en met 21 november 2026"
    assert values(page) == {"Verzuimpercentage": "–", "Meldingsfrequentie": "1,12", "Gemiddelde duur": "4,0 dagen"}
    assert page.cards[0].figure.note.startswith("Vul in hoeveel uur")
    type_number(page, "400")
    share = page.cards[0]
    assert share.value.text().endswith("%")
    shown = [label.text() for label in share.findChildren(type(share.value)) if label.isVisible()]
    assert share.figure.formula in shown
    assert f"= {share.figure.filled}" in shown
    share.words.link.click()
    assert share.words.words.isVisible()
    assert "SIVI Verzuimstandaard" in share.words.words.text()


def test_the_numbers_of_the_firm_are_kept_once_they_can_be_read(opened: Opened) -> None:
    page = opened()
    desk = page._host.desk
    assert page.people.text() == "12"
    type_number(page, "400")
    assert workforce(desk).uren == 400
    type_number(page, "abc")
    assert page.hours_row.error.startswith("Schrijf een getal boven nul")
    assert workforce(desk).uren == 400, "what cannot be read is not kept"
    type_number(page, "0")
    assert workforce(desk).uren == 400


def test_what_was_typed_is_kept_before_anybody_leaves_the_field(opened: Opened, qtbot: QtBot) -> None:
    page = opened()
    desk = page._host.desk
    page.hours.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(page.hours, "360")
    assert workforce(desk).uren is None
    qtbot.waitUntil(lambda: workforce(desk).uren == 360)


def test_locking_with_the_keyboard_in_a_field_is_calm(opened: Opened) -> None:
    page = opened()
    window = page.window()
    assert isinstance(window, MainWindow)
    page.hours.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(page.hours, "360")
    window.lock()
    settle()
    assert not window.is_open


def test_hours_that_are_fewer_than_those_of_who_was_ill_get_a_question(opened: Opened) -> None:
    page = opened()
    type_number(page, "100")
    assert page.hours_row.note == "Wie ziek was heeft samen al 240 uur. Tel je iedereen mee?"
    type_number(page, "400")
    assert page.hours_row.note == ""


def test_the_bands_stand_in_a_table_with_a_bar_and_a_sentence(opened: Opened) -> None:
    page = opened(runs=0)
    bands, steps = tables(page)
    assert bands.rows[0].accessibleName() == "Kort, 1 tot en met 7 dagen, 12 gevallen, 48 dagen"
    assert bands.rows[-1].accessibleName() == "Samen, 12 gevallen, 48 dagen"
    assert [column.title for column in bands.columns] == ["Duur", "", "Gevallen", "Dagen"]
    type_number(page, "400")
    bands, steps = tables(page)
    assert [column.title for column in bands.columns][-1] == "Percentage"
    assert len(steps.rows) == 5
    said = {row.key: row.accessibleName() for row in steps.rows}
    assert said["riv_aan_werknemer"] == (
        "Re-integratieverslag, niets in deze periode, 12 tellen niet mee: 12 vervallen"
    )
    shown = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert on_time_formula() in shown
    assert bands_formula() in shown


def test_a_group_of_few_people_has_no_numbers_and_neither_has_what_is_left(qtbot: QtBot) -> None:
    start = date(2026, 1, 5)
    lengths = [4] * 5 + [20, 20, 60, 60, 60]
    absence = [Stretch(f"p{n}", start, start + timedelta(days=days), Decimal(8)) for n, days in enumerate(lengths)]
    part = duration_part(insight(Span(start, TODAY), absence, (), Workforce()))
    qtbot.addWidget(part)
    (table,) = part.findChildren(TableList)
    assert [row.accessibleName() for row in table.rows] == [
        "Kort, 1 tot en met 7 dagen, 5 gevallen, 20 dagen",
        "Middellang, 8 tot en met 42 dagen, minder dan 5 mensen",
        "Lang, 43 tot en met 365 dagen, minder dan 5 mensen",
        "Extra lang, meer dan 365 dagen, 0 gevallen, 0 dagen",
    ]
    assert "220" not in " ".join(cell_words(table)), "no sum from which the rest could be counted"
    few = duration_part(insight(Span(start, TODAY), absence[:6], (), Workforce()))
    qtbot.addWidget(few)
    assert few.findChildren(TableList) == []


def test_steps_have_a_bar_only_from_as_many_dossiers_as_a_percentage(qtbot: QtBot) -> None:
    def table_of(count: int) -> TableList:
        steps = [Step(ON_TIME_STEPS[0], date(2026, 3, 2), op_tijd=n > 2, gedaan=True) for n in range(count)]
        found = insight(Span(date(2026, 1, 1), TODAY), (), steps, Workforce(), order=ON_TIME_STEPS)
        part = on_time_part(found)
        qtbot.addWidget(part)
        (table,) = part.findChildren(TableList)
        return table

    few, many = table_of(9), table_of(12)
    assert [column.title for column in few.columns] == ["Stap", "Op tijd", "Te laat", "Komt nog", "Telt niet mee"]
    assert "6 van 9" in cell_words(few)
    assert "" in [column.title for column in many.columns], "the place of the bar"
    assert "75%, 9 van 12" in cell_words(many)


def test_few_cases_show_counts_and_say_why(opened: Opened) -> None:
    page = opened(cases=3, people=3)
    notice = next(found for found in page.findChildren(Notice) if found.isVisible())
    assert notice.sentence.text().startswith("Bij minder dan 10 gevallen")
    assert list(values(page)) == ["Verzuimde dagen", "Ziekmeldingen", "Hersteld"]
    assert not any("%" in value for value in values(page).values())
    (steps,) = tables(page)
    assert len(steps.rows) == 5, "few people: the groups are neither drawn nor written"
    assert values(page)["Verzuimde dagen"] == "–"
    shown = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert [words for words in shown if words.startswith("Minder dan 5 mensen waren ziek.")]


def test_another_period(opened: Opened) -> None:
    page = opened()
    page.kind.buttons[1].click()
    assert page.head.sub.text() == "22 november 2025 tot en met 21 november 2026"
    page.kind.buttons[2].click()
    settle()
    assert page.first.isVisible()
    page.first.setText("1-2-2026")
    page.last.setText("28-2-2026")
    page.first.edited.emit()
    assert page.head.sub.text() == "1 februari 2026 tot en met 28 februari 2026"
    assert values(page)["Ziekmeldingen"] == "1 melding"
    page.last.setText("1-1-2026")
    page.last.edited.emit()
    assert page.last_row.error == "Kies een dag op of na de eerste."
    assert page.cards == ()
    page.last.setText("1-1-2027")
    page.last.edited.emit()
    assert page.last_row.error.startswith("Kies vandaag of een eerdere dag")
    page.last.setText("ooit")
    page.last.edited.emit()
    assert page.last_row.error.startswith("Schrijf een datum")
    page.first.setText("1-1-2010")
    page.last.setText("31-12-2011")
    page.last.edited.emit()
    assert "pas vanaf 01-01-2012" in page.first_row.error


def test_reading_again_keeps_the_choice(opened: Opened) -> None:
    page = opened()
    page.kind.buttons[1].click()
    page.reload()
    assert page.head.sub.text().startswith("22 november 2025")
    page.focus_first()
    assert page.kind.buttons[1].hasFocus()


@pytest.mark.parametrize("mode", ["licht", "donker"])
def test_a_bar_shows_its_parts_also_without_colour(qapp: QApplication, mode: Mode) -> None:
    Theme(mode).apply(qapp)
    picture = QImage(204, 30, QImage.Format.Format_RGB32)
    picture.fill(theme.current().base)
    painter = QPainter(picture)
    bar = BarCell(0.5, 0.25, colour="ok")
    assert bar.height(200) == 16
    bar.paint(painter, QRect(2, 7, 200, 16))
    painter.end()
    now = theme.current()
    assert QColor(picture.pixel(50, 15)) == now.colour("ok")
    hatched = {picture.pixel(x, 15) for x in range(106, 150)}
    assert len(hatched) >= 2, "lines and ground"
    assert {picture.pixel(x, 15) for x in range(156, 200)} == {QColor(now.base).rgb()}
    Theme("licht").apply(qapp)


@pytest.mark.parametrize(
    ("mode", "language", "size"), [("licht", "nl", (1280, 800)), ("donker", "en", (1024, 700))], ids=["licht", "donker"]
)
@pytest.mark.parametrize(("cases", "runs"), [(0, 1), (3, 1), (12, 1), (12, 0)])
def test_nothing_is_cut(
    opened: Opened, qapp: QApplication, mode: Mode, language: str, size: tuple[int, int], cases: int, runs: int
) -> None:
    set_language(language)
    apply_language(qapp)
    Theme(mode).apply(qapp)
    page = opened(cases=cases, people=min(max(cases, 1), 6), size=size, runs=runs)
    if cases:
        type_number(page, "10")
        page.kind.buttons[2].click()
        for card in page.cards:
            card.words.link.click()
        settle()
    assert list(problems_of(page.window())) == []
    set_language("nl")
    apply_language(qapp)
    Theme("licht").apply(qapp)
