"""The page Regels: every value found by search, subject and flag; one value in full; other rules in and out."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any, cast

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.explaining import REGELS
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.book import load_law, shipped_law
from reintegratie_desktop.law.place import installed_path
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog
from reintegratie_desktop.ui.pages import rules_detail
from reintegratie_desktop.ui.pages.rules_page import ALL, TO_CHECK, TO_READ, RulesPage
from reintegratie_desktop.ui.qt_dutch import apply_language
from reintegratie_desktop.ui.theme import Mode, Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.notice import NoticeKind
from tests.rules_files import NEWER, accepting, install, rules_file, rules_texts, sick_report_within
from tests.ui.pictures import FOLDER, cut_labels, nameless
from tests.ui.shell_fixtures import MADE, settle, small_desk


class Window(QMainWindow):
    """Stands in for the window around a page."""

    def __init__(self, desk: Workspace) -> None:
        super().__init__()
        self.desk = desk
        self.dialog_parent = self


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk, _case = small_desk(tmp_path, with_case=False)
    yield desk
    desk.close()


@pytest.fixture(autouse=True)
def _accepting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with accepting(monkeypatch, tmp_path):
        yield


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    place = tmp_path / "2026-2.regels"
    place.write_bytes(rules_file(rules_texts(changes=sick_report_within(5))))
    return place


def opened(qtbot: QtBot, desk: Workspace, width: int = 1064, height: int = 760) -> RulesPage:
    window = Window(desk)
    qtbot.addWidget(window)
    page = RulesPage(cast("Any", window))
    window.setCentralWidget(page)
    window.resize(width, height)
    page.refresh()
    window.show()
    settle()
    return page


@pytest.fixture
def page(qtbot: QtBot, desk: Workspace) -> RulesPage:
    return opened(qtbot, desk)


def keys(page: RulesPage) -> list[str]:
    return [item.key for item in page.list.rules.items if not isinstance(item, str)]


def headings(page: RulesPage) -> list[str]:
    return [item for item in page.list.rules.items if isinstance(item, str)]


# --- the list -------------------------------------------------------------------------------------------------------


def test_every_rule_stands_under_its_subject(page: RulesPage) -> None:
    law = shipped_law()
    assert set(law.parameters) | set(law.doubts) < set(keys(page))
    assert len(headings(page)) == len(set(headings(page)))
    assert page.count.text() == f"{len(keys(page))} regels"
    assert "die bij het programma horen" in page.head.sub.text()


def test_searching_and_what_is_to_be_checked_narrow_the_list(page: RulesPage) -> None:
    page.search.setText("probleemanalyse uiterste")
    assert keys(page) == ["probleemanalyse_uiterlijk"]
    assert headings(page) == ["Termijnen in de eerste twee jaar"]
    assert page.count.text() == "1 regel"
    assert page.detail.line is not None
    assert page.detail.line.key == "probleemanalyse_uiterlijk"
    page.search.clear()
    everything = keys(page)
    QTest.mouseClick(page.which.buttons[1], Qt.MouseButton.LeftButton)
    assert page.which.current == TO_CHECK
    assert 0 < len(keys(page)) < len(everything)
    assert "d9" in keys(page)
    assert "d8" not in keys(page)


def test_a_selected_rule_stays_selected_while_searching(page: RulesPage) -> None:
    page.list.select("minimumuurloon")
    page.search.setText("minimum")
    assert page.list.current is not None
    assert page.list.current.key == "minimumuurloon"
    page.search.setText("vangnet")
    assert page.list.current.key == keys(page)[0]


def test_nothing_found_says_so_and_shows_the_way_back(page: RulesPage) -> None:
    page.which.set_current(TO_CHECK)
    page.search.setText("zzz")
    settle()
    assert not page.list.isVisible()
    assert page.detail.line is None
    assert "Kies een regel" in page.detail.spoken
    button = page._nothing.button
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert (page.search.text(), page.which.current) == ("", ALL)
    assert page.list.isVisible()
    assert len(keys(page)) > 200


def test_the_keyboard_walks_over_rules_and_steps_over_headings(page: RulesPage) -> None:
    page.focus_first()
    first, second = keys(page)[:2]
    assert page.list.current is not None
    assert page.list.current.key == first
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current.key == second
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.list.current.key == first
    items = page.list.rules.items
    edge = next(place for place, item in enumerate(items) if place and isinstance(item, str))
    before, after = items[edge - 1], items[edge + 1]
    assert not isinstance(before, str)
    assert not isinstance(after, str)
    page.list.select(before.key)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current.key == after.key
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_enter_and_a_double_click_tell_the_rule_to_a_screen_reader(
    page: RulesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(rules_detail, "announce", lambda _widget, words: said.append(words))
    page.list.select("minimumuurloon")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(page.list, key)
    assert len(said) == 2
    assert said[0].startswith("Minimumloon. Minimumuurloon bij 21 jaar en ouder.")
    assert "Te controleren" not in said[0]
    page.search.setText("zzz")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert len(said) == 2


def test_a_screen_reader_hears_the_whole_rule(page: RulesPage) -> None:
    model = page.list.rules
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Ziekmelding aan de arbodienst")
    assert "7 dagen" in spoken
    assert "nagekeken op 21 nov 2026" in spoken
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == headings(page)[0]
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(1)) == 0
    assert model.rowCount(QModelIndex()) == len(model.items)


def test_the_list_is_quick_with_hundreds_of_rules(qtbot: QtBot, desk: Workspace) -> None:
    page = opened(qtbot, desk)
    began = perf_counter()
    for words in ("u", "uw", "uwv", "uw", "u", ""):
        page.search.setText(words)
        QApplication.processEvents()
    assert (perf_counter() - began) / 6 < 0.25


def test_the_selected_rule_stays_in_view_when_the_page_changes(page: RulesPage, newer: Path) -> None:
    page.list.select("minimumuurloon")
    page.load(newer)
    page.window().resize(960, 660)
    settle()
    row = page.list.visualRect(page.list.currentIndex())
    assert page.list.viewport().rect().contains(row)
    page.list.select(keys(page)[0])
    page.search.setText("termijn")
    page.search.clear()
    settle()
    assert page.list.visualRect(page.list.rules.index(0)).top() >= 0, "with the heading over the first rule"


def test_rows_find_room_for_their_words_at_another_width(page: RulesPage) -> None:
    place = page.list.rules.place_of("uwv_42e_week_bewaking")
    page.window().resize(1400, 760)
    settle()
    wide = page.list.visualRect(page.list.rules.index(place)).height()
    page.window().resize(760, 760)
    settle()
    assert page.list.visualRect(page.list.rules.index(place)).height() > wide


# --- one rule in full -----------------------------------------------------------------------------------------------


def test_a_rule_shows_its_history_from_new_to_old(page: RulesPage) -> None:
    page.list.select("minimumuurloon")
    spoken = page.detail.spoken.replace("\u00a0", " ")
    values = shipped_law().parameters["minimumuurloon"].values
    assert spoken.count("per uur") == len([value for value in values if value.value != "onbekend"])
    assert spoken.index("Vanaf 1 jul 2026, dit geldt nu") < spoken.index("Vanaf 1 jan 2025")
    assert "Staatscourant 2026, 16505" in spoken
    assert page.detail.accessibleName() == page.detail.spoken


def test_a_doubt_shows_what_the_program_does(page: RulesPage) -> None:
    page.list.select("d9")
    doubt = shipped_law().doubts["d9"]
    for words in (
        doubt.question,
        "te controleren",
        "geven hier geen zekerheid",
        "Bel UWV voordat je erop rekent",
        "Wat dit programma doet",
        doubt.default.rstrip("."),
        doubt.where,
    ):
        assert words.rstrip(".") in page.detail.spoken


def test_what_is_explained_is_one_press_away(page: RulesPage) -> None:
    QTest.mouseClick(page.which.buttons[2], Qt.MouseButton.LeftButton)
    assert page.which.current == TO_READ
    told = explanations(REGELS, MADE.date())
    assert keys(page) == [*(one.id for one in told), *shipped_law().doubts]
    assert headings(page) == ["Meer over regels in je bedrijf", "Waar de wet ruimte laat"]
    for one in told:
        page.list.select(one.id)
        for words in (one.title, *one.paragraphs, one.source):
            assert words.rstrip(".") in page.detail.spoken
    page.search.setText("instemmen")
    assert keys(page) == ["medezeggenschap"]


@pytest.mark.parametrize(("key", "doubt"), [("artikelen_veranderd", "d11"), ("opschrijven", "d18"), ("bewaren", "d15")])
def test_where_an_explanation_leaves_room_it_says_what_we_do(page: RulesPage, key: str, doubt: str) -> None:
    page.list.select(key)
    found = shipped_law().doubts[doubt]
    assert f"{found.question} {found.default.rstrip('.')}" in page.detail.spoken


def test_an_old_value_says_why_it_is_to_be_checked(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "later"
    folder.mkdir()
    desk, _case = small_desk(folder, with_case=False, now=datetime(2028, 2, 1, 9, 0))
    try:
        page = opened(qtbot, desk)
        page.list.select("probleemanalyse_uiterlijk")
        assert "Te controleren: langer dan een jaar geleden nagekeken" in page.detail.spoken
        assert "Bel UWV of kijk op het adres hieronder voordat je erop rekent" in page.detail.spoken
    finally:
        desk.close()


def test_the_address_of_a_source_can_be_copied(page: RulesPage) -> None:
    page.list.select("probleemanalyse_uiterlijk")
    settle()
    (copy,) = page.detail.findChildren(Button)
    assert copy.accessibleName() == "Kopieer het adres van Regeling procesgang art. 2"
    assert "Dat is: Regeling procesgang eerste en tweede ziektejaar" in page.detail.spoken
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://wetten.overheid.nl/BWBR0013540"


# --- other rules ----------------------------------------------------------------------------------------------------


def test_a_file_is_taken_in_use_and_left_again(page: RulesPage, newer: Path, qtbot: QtBot) -> None:
    assert page.load_button.isVisible()
    assert not page.back_button.isVisible()
    page.load(newer)
    settle()
    assert page.said is not None
    assert page.said.kind is NoticeKind.OK
    assert page.said.accessibleName() == "De regels 2026.2 zijn in gebruik. 1 waarde is anders dan eerst."
    assert NEWER in page.head.sub.text()
    assert page.back_button.isVisible()
    page.list.select("ziekmelding_arbodienst_dagen")
    assert "5 dagen" in page.detail.spoken
    QTest.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.window().findChildren(ConfirmDialog)
    qtbot.wait_until(dialog.isVisible)
    dialog.button.click()
    settle()
    assert not installed_path().exists()
    assert page.said is not None
    assert page.said.accessibleName().startswith("Je rekent weer met de regels 2026.1.")
    assert "7 dagen" in page.detail.spoken
    page.reload()
    assert page.said is None


def test_a_refused_file_is_told_above_the_list(page: RulesPage, newer: Path) -> None:
    newer.write_bytes(newer.read_bytes().replace(b"value = 5,", b"value = 6,"))
    page.load(newer)
    assert page.said is not None
    assert page.said.kind is NoticeKind.WARN
    assert page.said.accessibleName().endswith("Er is niets veranderd.")
    assert not load_law().loaded
    assert page.said.close_button is not None


def test_the_dialog_for_a_file_loads_what_is_chosen(page: RulesPage, newer: Path) -> None:
    page.ask_file()
    (dialog,) = page.window().findChildren(QFileDialog)
    assert dialog.nameFilters() == ["Regels (*.regels)"]
    dialog.fileSelected.emit(str(newer))
    assert load_law().loaded_version == NEWER
    dialog.close()
    settle()


def test_a_file_that_is_broken_is_told_and_can_be_taken_away(page: RulesPage) -> None:
    install(b"onzin")
    page.refresh()
    notice = page.messages.itemAt(0)
    assert notice is not None
    told = notice.widget()
    assert told is not None
    assert told.accessibleName().startswith("De regels die je laadde, worden niet gebruikt.")
    assert page.back_button.isVisible()
    page.go_back()
    assert page.messages.count() == 1
    assert not installed_path().exists()


def test_a_build_without_a_key_says_why_nothing_can_be_loaded(
    qtbot: QtBot, desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed, "shipped_keys", lambda _place=None: {})
    page = opened(qtbot, desk)
    assert not page.load_button.isVisible()
    assert "nog geen sleutel" in page.refusal.text()
    assert page.refusal.isVisible()


# --- pictures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "language", "width", "height"), [("licht", "nl", 1064, 760), ("donker", "en", 960, 660)]
)
def test_the_page_as_a_picture(
    qtbot: QtBot, desk: Workspace, newer: Path, qapp: QApplication, mode: Mode, language: str, width: int, height: int
) -> None:
    set_language(language)
    apply_language(qapp)
    Theme(mode).apply(qapp)
    try:
        page = opened(qtbot, desk, width, height)
        page.load(newer)
        page.list.select("minimumuurloon")
        page.focus_first()
        settle()
        window = page.window()
        FOLDER.mkdir(exist_ok=True)
        picture = QPixmap(window.size())
        window.render(picture, QPoint(0, 0))
        assert picture.save(str(FOLDER / f"regels-{mode}-{language}.png"))
        assert cut_labels(window) == []
        assert nameless(window) == []
        filled = [button for button in window.findChildren(Button) if button.kind is Kind.PRIMARY]
        assert [button for button in filled if button.isVisibleTo(window)] == []
    finally:
        set_language("nl")
        apply_language(qapp)
        Theme("licht").apply(qapp)


def test_the_desk_of_these_tests_stands_at_a_known_day(desk: Workspace) -> None:
    assert desk.today == MADE.date()
