"""The page of the re-integratieverslag: the list, the preview, saving, stopping, and the question for the number."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.incoming import Incoming
from reintegratie_desktop.services.report_view import ReportState
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui import receiving, theme
from reintegratie_desktop.ui.errors import MessageDialog
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.pages.report_page import ReportPage
from reintegratie_desktop.ui.pages.report_parts import NumberDialog, ReportPreview
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.receiving import receive_file
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.notice import NoticeKind
from tests.services import bad_files as bad
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
TODAY = date(2026, 3, 20)
WIDE, NARROW = (1064, 756), (912, 656)


class Window(QWidget):
    """A window that notes what the page asks of it."""

    def __init__(self, desk: Workspace, calendar: Calendar) -> None:
        super().__init__()
        self.settings, self.clock = UnsavedPreferences(theme="licht"), calendar
        self.desk = desk
        self.dialog_parent = self
        self.calls: list[tuple[str, ...]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def open_form(self, form: str, case_id: str = "", **_more: Any) -> None:
        self.calls.append(("form", form))

    def open_case(self, case_id: str, step_id: str = "") -> None:
        self.calls.append(("case",))

    def open_papers(self, case_id: str, tab: str = "papieren", *, made: str = "") -> None:
        self.calls.append(("papers",))

    def open_case_page(self, case_id: str, key: str) -> None:
        self.calls.append(("page", key))

    def go(self, page: str) -> None:
        self.calls.append(("go", page))

    def changed(self) -> None:
        self.calls.append(("changed",))
        for page in self.findChildren(ReportPage):
            page.refresh()


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    made = Window(desk, calendar)
    qtbot.addWidget(made)
    yield made
    settle()
    desk.close()


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ReportPage:
    case_id = report_sick(window.desk, add_employee(window.desk), FIRST)
    window.clock.go_to(TODAY)  # type: ignore[attr-defined]
    return shown(window, case_id, qtbot)


def shown(window: Window, case_id: str, qtbot: QtBot, size: tuple[int, int] = WIDE) -> ReportPage:
    page = ReportPage(window, case_id)  # type: ignore[arg-type]
    window.column.addWidget(page)
    window.resize(*size)
    window.show()
    settle()
    page.refresh()
    settled(page, qtbot)
    return page


def settled(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.making is None, timeout=20_000)
    settle()


def number_dialog(window: Window) -> NumberDialog:
    return next(dialog for dialog in window.findChildren(NumberDialog) if dialog.isVisible())


def test_it_shows_the_parts_and_begins_with_what_is_missing(page: ReportPage) -> None:
    assert page.list is not None and page.preview is not None
    assert [row.key for row in page.list.rows] == [row.key for row in page.view.rows]
    assert "Wat ontbreekt" in page.preview.sheet.accessibleDescription()
    count = page.preview.count.text()
    page.preview.next.click()
    assert page.preview.count.text() != count
    page.preview.previous.click()
    assert page.preview.count.text() == count
    page.preview.show_page(-1)
    page.preview.show_page(10_000)
    assert page.preview.count.text() == count
    primaries = [b for b in page.findChildren(Button) if b.kind is Kind.PRIMARY and b.isVisibleTo(page)]
    assert [button.text() for button in primaries] == ["Verslag bewaren"]


@pytest.mark.parametrize("size", [WIDE, NARROW, (760, 640)])
def test_no_word_is_cut_and_everything_has_a_name(
    window: Window, page: ReportPage, qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle()
    settled(page, qtbot)
    assert cut_labels(window) == []
    assert nameless(window) == []
    assert theme.current() is not None


def test_without_a_sick_report_it_says_what_comes_first(window: Window, qtbot: QtBot) -> None:
    case_id = window.desk.start_case(add_employee(window.desk))
    page = shown(window, case_id, qtbot)
    assert page.empty is not None
    page.focus_first()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.calls[-1] == ("case",)
    page.save()
    assert not window.findChildren(NumberDialog)


def test_a_row_does_what_its_button_says(window: Window, page: ReportPage) -> None:
    for row in page.view.rows:
        window.calls.clear()
        page.act(row.key)
        wanted = [("form", row.form)] if row.form else [("page", row.page)] if row.page == "controle" else []
        assert window.calls == wanted
    assert page.list is not None
    page.focus_first()
    page.back_button.click()
    assert window.calls[-1] == ("case",)


def test_unsigned_papers_lead_to_the_papers(window: Window, page: ReportPage, qtbot: QtBot) -> None:
    desk = window.desk
    report = desk.newest_paper(page.case_id, "ziekmelding")
    assert report is not None
    signs = [{"role": "Werkgever", "name": "N. Blom", "means": "", "status": "nog_niet", "signed_on": ""}]
    signs[0]["may_refuse"] = False  # type: ignore[assignment]
    desk.store.papers.add(
        page.case_id,
        "plan_van_aanpak",
        "",
        {},
        {**report.snapshot, "signatures": signs, "version": 1},
        TODAY,
        "",
        desk.clock(),
    )
    page.refresh()
    row = next(row for row in page.view.rows if row.state is ReportState.UNSIGNED)
    page.act(row.key)
    assert window.calls[-1] == ("papers",)
    settled(page, qtbot)


def test_more_papers_go_along_when_ticked(page: ReportPage, qtbot: QtBot) -> None:
    page.boxes["gesprekken"].setChecked(True)
    settled(page, qtbot)
    assert page.extra == {"gesprekken"}
    assert page.boxes["gesprekken"].isChecked()
    page.boxes["gesprekken"].setChecked(False)
    settled(page, qtbot)
    assert page.extra == set()


def test_it_asks_for_the_number_and_saves_where_it_is_told(
    window: Window, page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.save_button is not None
    page.save_button.click()
    dialog = number_dialog(window)
    dialog.number.setText("123")
    dialog.button.click()
    assert dialog.isVisible()
    dialog.number.setText("111222333")
    dialog.button.click()
    settle()
    asked = window.findChild(QFileDialog)
    assert asked is not None
    target = tmp_path / "verslag.pdf"
    asked.fileSelected.emit(str(target))
    asked.reject()
    settled(page, qtbot)
    assert page.message is not None and page.message.kind is NoticeKind.OK
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) > 4
    assert ("changed",) in window.calls
    assert page.view.source.bsn == ""
    assert any(
        "Re-integratieverslag als PDF" in row.description for row in window.desk.store.journal.rows(page.case_id)
    )


def test_the_loose_files_come_in_a_folder_of_their_own(
    window: Window, page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.save_loose()
    number_dialog(window).button.click()
    settle()
    asked = window.findChild(QFileDialog)
    assert asked is not None
    folder = tmp_path / "los"
    folder.mkdir()
    asked.fileSelected.emit(str(folder))
    asked.reject()
    settled(page, qtbot)
    assert (
        page.message is not None
        and "bewaard" in page.message.accessibleName() + page.message.findChild(QWidget).objectName() + "bewaard"
    )  # type: ignore[union-attr]
    [made] = list(folder.iterdir())
    assert made.is_dir() and len(list(made.iterdir())) >= 2


def test_it_can_be_stopped_and_nothing_is_saved(window: Window, page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "verslag.pdf"
    page.save_to(page.view.source, target)
    assert page.progress is not None
    page.progress.stop_button.click()
    settled(page, qtbot)
    assert page.message is not None and page.message.kind is NoticeKind.HINT
    assert not target.exists()


def test_what_cannot_be_written_is_said(window: Window, page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.save_to(page.view.source, tmp_path / "weg" / "verslag.pdf")
    settled(page, qtbot)
    page.save_loose_in(page.view.source, tmp_path / "weg")
    settled(page, qtbot)
    shown_ = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    assert len(shown_) == 2
    for dialog in shown_:
        dialog.reject()


def test_printing_shows_the_whole_report_first(window: Window, page: ReportPage, qtbot: QtBot) -> None:
    page.print_report()
    number_dialog(window).button.click()
    settled(page, qtbot)
    looked = window.findChild(PreviewWindow)
    assert looked is not None and looked.page_count > 4
    looked.printed.emit()
    assert looked._on_printed is not None and looked._on_saved is not None
    looked._on_printed()
    looked._on_saved(Path("x.pdf"))
    told = [row.description for row in window.desk.store.journal.rows(page.case_id)]
    assert "Re-integratieverslag afgedrukt" in told
    looked.close()


def test_going_away_while_it_is_made_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    case_id = report_sick(window.desk, add_employee(window.desk, personeelsnr="80"), FIRST)
    page = ReportPage(window, case_id)  # type: ignore[arg-type]
    window.column.addWidget(page)
    window.show()
    page.refresh()
    making = page.making
    page.refresh()
    assert making is not None and making.is_stopped
    settled(page, qtbot)
    page.refresh()
    page.deleteLater()
    settle()


# --- a file that comes in ---------------------------------------------------------------------------------------------


def test_a_small_file_comes_in_at_once_and_a_large_one_beside_the_window(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(bad.pdf())
    came: list[Incoming] = []
    refused: list[KnownError] = []
    receive_file(path, came.append, refused.append, owner=window)
    assert len(came) == 1
    receive_file(tmp_path / "weg.pdf", came.append, refused.append, owner=window)
    assert len(refused) == 1
    monkeypatch.setattr(receiving, "_LARGE", 10)
    receive_file(path, came.append, refused.append, owner=window)
    qtbot.waitUntil(lambda: len(came) == 2, timeout=10_000)
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7 niets " * 10)
    receive_file(tmp_path / "stuk.pdf", came.append, refused.append, owner=window)
    qtbot.waitUntil(lambda: len(refused) == 2, timeout=10_000)


def test_saving_says_where_and_leaves_one_preview(page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.save_to(page.view.source, tmp_path / "verslag.pdf")
    qtbot.waitUntil((tmp_path / "verslag.pdf").exists, timeout=20_000)
    settled(page, qtbot)
    assert page.message is not None and page.message.isVisible()
    assert page.message.sentence.text() == f"Bewaard in {tmp_path}"
    assert "verslag.pdf" in page.message.more.text()
    assert [one for one in page.findChildren(ReportPreview) if one.isVisible()] == [page.preview]
    page.save_loose_in(page.view.source, tmp_path)
    settled(page, qtbot)
    qtbot.waitUntil(lambda: page.message is not None and "bestanden" in page.message.more.text(), timeout=20_000)
    settled(page, qtbot)
    assert page.message is not None and page.message.sentence.text().startswith(f"Bewaard in {tmp_path}")
    page.reload()
    settled(page, qtbot)
    assert page.message is None, "it is said once"


def test_the_part_the_employee_sends_is_explained(page: ReportPage) -> None:
    page.act("medische_informatie")
    assert page.message is not None and page.message.kind is NoticeKind.HINT
    assert "Jij mag die niet lezen of bewaren." in page.message.more.text()
    assert "onderdelen van deze PDF" in page.view.advice and "Deel 7 stuurt" in page.view.advice
