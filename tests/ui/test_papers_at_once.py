"""Many papers at once in the window: ticking, printing, saving in a folder or as one PDF, and stopping."""

import io
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reintegratie_desktop.services import many_papers
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.errors import MessageDialog
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.pages.case_papers import JOURNAL, PapersPage
from reintegratie_desktop.ui.pages.report_making import Making, Progress, Stop
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.notice import NoticeKind
from reintegratie_desktop.ui.worker import is_busy
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless, spoken_name
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
TODAY = date(2026, 3, 20)
WIDE, NARROW = (1064, 756), (960, 656)
NAME = "2026-001_papieren_2026-03-20"


class Window(QWidget):
    """A window that notes what the page asks of it."""

    def __init__(self, desk: Workspace, calendar: Calendar) -> None:
        super().__init__()
        self.settings, self.clock = UnsavedPreferences(theme="licht"), calendar
        self.desk = desk
        self.dialog_parent = self
        self.calls: list[str] = []
        self.page: PapersPage | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def open_case(self, case_id: str, step_id: str = "") -> None:
        self.calls.append("case")

    def changed(self) -> None:
        self.calls.append("changed")
        if self.page is not None:
            self.page.refresh()


def add_papers(desk: Workspace, case_id: str, count: int, *, slots: bool = True) -> None:
    """Add copies of the sick report: papers of their own, or newer versions."""
    first = desk.store.papers.all(case_id)[0]
    with desk.file.atomic():
        for number in range(count):
            slot = f"{number}" if slots else ""
            version = desk.store.papers.next_version(case_id, first.form, slot)
            snapshot = {**first.snapshot, "version": version}
            add = desk.store.papers.add
            add(case_id, first.form, slot, first.answers, snapshot, first.made_on, "Nog eens", desk.clock())


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, calendar: Calendar) -> Iterator[Workspace]:
    """Return a file with a case of four papers, one of them an earlier version, and a case with one paper."""
    made = make_desk(tmp_path_factory.mktemp("veel"), calendar)
    case_id = report_sick(made, add_employee(made), FIRST)
    add_papers(made, case_id, 2)
    add_papers(made, case_id, 1, slots=False)
    report_sick(made, add_employee(made, personeelsnr="72", roepnaam="Sanne", achternaam="Alleen"), FIRST)
    calendar.go_to(TODAY)
    yield made
    made.close()


@pytest.fixture
def window(desk: Workspace, calendar: Calendar, qtbot: QtBot) -> Iterator[Window]:
    made = Window(desk, calendar)
    qtbot.addWidget(made)
    made.resize(*WIDE)
    yield made
    qtbot.waitUntil(lambda: not is_busy(), timeout=10_000)
    settle()


def shown(window: Window, case: int = 0) -> PapersPage:
    page = PapersPage(window, window.desk.store.cases.all()[case].id)  # type: ignore[arg-type]
    window.page = page
    window.column.addWidget(page)
    window.show()
    page.refresh()
    settle()
    return page


@pytest.fixture
def page(window: Window) -> PapersPage:
    return shown(window)


def done(page: PapersPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.bar.making is None, timeout=20_000)
    settle()


def button(page: PapersPage, name: str) -> Button:
    return next(found for found in page.findChildren(Button) if found.accessibleName() == name)


def kind_said(page: PapersPage) -> tuple[NoticeKind, str]:
    assert page.bar.message is not None
    return page.bar.message.kind, page.bar.message.sentence.text()


def lines(window: Window, page: PapersPage) -> list[str]:
    return [row.description for row in window.desk.store.journal.rows(page.case_id)]


# --- ticking ----------------------------------------------------------------------------------------------------------


def test_every_list_is_ticked_whole_and_unticked(page: PapersPage) -> None:
    newest = {paper.id for paper in page.case.papers if paper.is_newest}
    assert (len(newest), len(page.ticks)) == (3, 4)
    button(page, "Alles aanvinken: Papieren").click()
    assert page.bar.picked == newest
    assert {paper for paper, tick in page.ticks.items() if tick.isChecked()} == newest
    assert page.bar.words.text() == "3 papieren aangevinkt"
    button(page, "Alles aanvinken: Eerdere versies").click()
    assert len(page.bar.picked) == 4
    button(page, "Niets aanvinken: Papieren").click()
    assert page.bar.words.text() == "1 papier aangevinkt"
    page.show_tab(JOURNAL)
    assert page.bar.isHidden()
    page.show_tab("papieren")
    assert len(page.bar.picked) == 1
    assert sum(tick.isChecked() for tick in page.ticks.values()) == 1


def test_a_tick_says_its_paper_and_the_keys_walk_them(page: PapersPage, qtbot: QtBot) -> None:
    ticks = list(page.ticks.values())
    assert all(spoken_name(tick).startswith("Aanvinken: Ziekmelding") for tick in ticks)
    assert all("2026" in spoken_name(tick) for tick in ticks)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    ticks[0].setFocus()
    qtbot.keyClick(ticks[0], Qt.Key.Key_Space)
    qtbot.keyClick(ticks[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is ticks[1]
    qtbot.keyClick(ticks[1], Qt.Key.Key_Space)
    qtbot.keyClick(ticks[1], Qt.Key.Key_Up)
    qtbot.keyClick(ticks[0], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is ticks[0]
    assert len(page.bar.picked) == 2
    assert page.bar.ids == tuple(reversed(list(page.ticks)[:2])), "they come in the order in which they were made"


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_word_is_cut_and_everything_has_a_name(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    page = shown(window)
    page.bar.print_papers()
    settle()
    assert cut_labels(window) == []
    assert nameless(window) == []
    low = page.bar.height()
    page.bar.pick(next(iter(page.ticks)), True)
    settle()
    assert page.bar.height() < low, "the room of the message is given back"


def test_one_paper_has_nothing_to_tick(window: Window, qtbot: QtBot) -> None:
    page = shown(window, 1)
    assert len(page.rows) == 1
    assert not page.ticks and page.bar.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.message is None


def test_nothing_ticked_is_explained(page: PapersPage, window: Window) -> None:
    for act in (page.bar.print_button, page.bar.folder_button, page.bar.one_button):
        act.click()
        assert kind_said(page) == (NoticeKind.HINT, "Je hebt nog geen papier aangevinkt.")
    assert not window.findChildren(QFileDialog)
    assert page.bar.message is not None and page.bar.message.close_button is not None
    page.bar.message.close_button.click()
    assert page.bar.message is None


# --- printing and saving ----------------------------------------------------------------------------------------------


def test_the_folder_holds_every_ticked_paper(page: PapersPage, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    button(page, "Alles aanvinken: Papieren").click()
    page.bar.folder_button.click()
    (asked,) = window.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path))
    asked.reject()
    assert page.bar.progress is not None and not page.bar.print_button.isVisible()
    page.bar.print_papers()
    done(page, qtbot)
    assert kind_said(page) == (NoticeKind.OK, "3 papieren zijn bewaard.")
    assert page.bar.message is not None and page.bar.message.more.text() == str(tmp_path / NAME)
    names = sorted(path.name for path in (tmp_path / NAME).iterdir())
    assert len(names) == 3
    assert all(name.startswith("2026-001_ziekmelding_v") and "Houten" not in name for name in names)
    assert lines(window, page)[-1] == "3 papieren als PDF bewaard"
    assert "changed" in window.calls
    assert page.bar.print_button.isVisible()
    assert not window.findChildren(PreviewWindow)


def test_one_pdf_holds_every_page(page: PapersPage, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    ids = list(page.ticks)[:2]
    for paper_id in ids:
        page.ticks[paper_id].click()
    page.bar.one_button.click()
    (asked,) = window.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == f"{NAME}.pdf"
    asked.fileSelected.emit(str(tmp_path / "samen.pdf"))
    asked.reject()
    done(page, qtbot)
    pages = 0
    for paper_id in ids:
        with pikepdf.open(io.BytesIO(window.desk.papers.pdf(paper_id))) as part:
            pages += len(part.pages)
    with pikepdf.open(tmp_path / "samen.pdf") as whole:
        assert len(whole.pages) == pages
    assert kind_said(page)[0] is NoticeKind.OK


def test_printing_shows_all_of_it_first(page: PapersPage, window: Window, qtbot: QtBot) -> None:
    button(page, "Alles aanvinken: Papieren").click()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    done(page, qtbot)
    (looked,) = window.findChildren(PreviewWindow)
    assert looked.accessibleName() == "3 papieren"
    assert looked.page_count >= 3
    assert looked._on_printed is not None and looked._on_saved is not None
    looked._on_printed()
    looked._on_saved(Path("x.pdf"))
    assert lines(window, page)[-2:] == ["3 papieren tegelijk afgedrukt", "3 papieren als PDF bewaard"]
    looked.close()


# --- stopping and what goes wrong -------------------------------------------------------------------------------------


def slowly(monkeypatch: pytest.MonkeyPatch, page: PapersPage) -> None:
    """Let the first paper wait until somebody stops, so that a quick machine is not ready before."""
    gather = many_papers.gather

    def waiting(desk: Workspace, ids: Any) -> tuple[many_papers.ToMake, ...]:
        first, *others = gather(desk, ids)

        def make() -> bytes:
            making = page.bar.making
            assert making is None or making._way.stop.wait(20)
            return first.make()

        return (many_papers.ToMake(first.name, make), *others)

    monkeypatch.setattr(many_papers, "gather", waiting)


@pytest.mark.parametrize("way", ["folder", "one", "print"])
def test_stopping_leaves_nothing(
    page: PapersPage, window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    slowly(monkeypatch, page)
    page.bar.pick_all(page.ticks, on=True)
    before = lines(window, page)
    if way == "folder":
        page.bar.save_folder_in(page.bar.ids, tmp_path)
    elif way == "one":
        page.bar.save_one_to(page.bar.ids, tmp_path / "samen.pdf")
    else:
        page.bar.print_papers()
    progress = page.bar.progress
    assert progress is not None
    qtbot.waitUntil(lambda: progress.sentence.text() == "Papier 1 van 4", timeout=10_000)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert progress.was_stopped
    done(page, qtbot)
    assert kind_said(page)[0] is NoticeKind.HINT
    assert "gestopt" in kind_said(page)[1].lower()
    assert list(tmp_path.iterdir()) == []
    assert lines(window, page) == before
    assert not window.findChildren(PreviewWindow)
    assert window.calls == [], "Esc stopped the work and did not leave the page"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.calls == ["case"]


def test_work_may_tell_how_far_it_is_after_its_page_went_away(page: PapersPage, qtbot: QtBot) -> None:
    """A signal of an object that is being thrown away would take the program down, now and then."""
    gone, told = threading.Event(), threading.Event()

    def work(progress: Progress, stop: Stop) -> None:
        assert gone.wait(20) and stop()
        progress(1, 2)
        told.set()

    making = Making(page)
    making.start(work, lambda _made: pytest.fail("nobody is there"), lambda _error: pytest.fail("nobody is there"))
    making.deleteLater()
    settle()
    assert not isValid(making)
    gone.set()
    assert told.wait(20)
    qtbot.waitUntil(lambda: not is_busy(), timeout=10_000)


def test_leaving_the_page_stops_it(
    page: PapersPage, window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly(monkeypatch, page)
    page.bar.pick_all(page.ticks, on=True)
    page.bar.save_folder_in(page.bar.ids, tmp_path)
    window.page = None
    page.deleteLater()
    settle()
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_said(page: PapersPage, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page.bar.pick_all(page.ticks, on=True)
    page.bar.save_folder_in(page.bar.ids, tmp_path / "weg")
    done(page, qtbot)
    page.bar.save_one_to(page.bar.ids, tmp_path / "weg" / "samen.pdf")
    done(page, qtbot)
    told = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    assert [dialog.heading.text() for dialog in told] == [f"Deze map bestaat niet: {tmp_path / 'weg'}."] * 2
    for dialog in told:
        dialog.reject()
    assert list(tmp_path.iterdir()) == []
    assert page.bar.message is None


def test_a_damaged_paper_is_said_before_anything_is_made(
    page: PapersPage, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: Any) -> None:
        raise KnownError("Dit papier is beschadigd.", "Zet een reservekopie terug.")

    monkeypatch.setattr(many_papers, "gather", broken)
    page.bar.pick_all(page.ticks, on=True)
    page.bar.print_papers()
    told = next(dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible())
    assert told.heading.text() == "Dit papier is beschadigd."
    told.reject()
    assert page.bar.making is None


# --- two hundred papers -----------------------------------------------------------------------------------------------


def test_two_hundred_papers_come_in_blocks_and_all_of_them(
    window: Window, qtbot: QtBot, calendar: Calendar, tmp_path: Path
) -> None:
    """The first rows are enough to paint the page; how long that takes, packaging/bench_dossier.py measures."""
    other = make_desk(tmp_path, Calendar(FIRST))
    case_id = report_sick(other, add_employee(other), FIRST)
    add_papers(other, case_id, 199)
    window.desk = other
    page = PapersPage(window, case_id)  # type: ignore[arg-type]
    window.column.addWidget(page)
    window.show()
    page.refresh()
    assert len(page.rows) == 30
    button(page, "Alles aanvinken: Papieren").click()
    assert len(page.bar.picked) == 200, "also what is not there yet"
    qtbot.waitUntil(lambda: len(page.rows) == 200, timeout=10_000)
    settle()
    assert all(tick.isChecked() for tick in page.ticks.values())
    least = min(row.sizeHint().height() for row in page.rows.values())
    assert min(row.height() for row in page.rows.values()) >= least, "no row is squeezed"
    page._scroller.verticalScrollBar().setValue(4000)
    page.refresh()
    assert len(page.rows) == 200, "whoever stands far down stays there"
    settle()
    assert page._scroller.verticalScrollBar().value() == 4000
    page.deleteLater()
    settle()
    other.close()
