"""The main window: beginning, a new file, unlocking, locking, the example, and what it remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services import passwords
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store import keys
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import current_language
from reintegratie_desktop.ui import main_window, theme
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.dialogs.password import PasswordDialog
from reintegratie_desktop.ui.front_window import Place
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.banner import ExampleLine
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.new_file import NewFilePage
from reintegratie_desktop.ui.pages.recovery_sheet import CHECKED, RecoverySheetPage
from reintegratie_desktop.ui.pages.settings import SettingsPage
from reintegratie_desktop.ui.pages.unlock import FREE_TRIES, UnlockPage
from reintegratie_desktop.ui.pages.welcome import WelcomePage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.worker import is_busy
from tests.ui.shell_fixtures import MADE, PASSWORD, at, make_window, settle, small_desk


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make new files with a key derivation that takes no time."""
    monkeypatch.setattr(passwords, "DEFAULT_KDF", keys.KdfParams.for_tests())


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = make_window()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed file with one running case."""
    desk, _case = small_desk(tmp_path)
    desk.close()
    return desk.path


def unlock(qtbot: QtBot, window: MainWindow, password: str = PASSWORD) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.password.setText(password)
    page.open_button.click()
    qtbot.waitUntil(lambda: not is_busy())


# --- beginning ---


def test_the_first_time_asks_where_to_begin(window: MainWindow) -> None:
    window.begin()
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    assert page.new_button.hasFocus()


def test_a_known_file_asks_for_its_password(window: MainWindow, path: Path) -> None:
    window.settings.last_file = str(path)
    window.begin()
    assert isinstance(window.stack.currentWidget(), UnlockPage)


def test_a_file_that_is_gone_is_said_and_never_made_anew(window: MainWindow, tmp_path: Path) -> None:
    window.settings.last_file = str(tmp_path / "weg.reintegratie")
    window.begin()
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    assert page.messages.count() == 1
    assert not (tmp_path / "weg.reintegratie").exists()


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1920, 1080), (1280, 800)), ((1280, 720), (1280, 720)), ((1024, 700), (1024, 700)), ((853, 480), (853, 480))],
)
def test_the_window_is_never_larger_than_the_screen(
    window: MainWindow, screen: tuple[int, int], size: tuple[int, int]
) -> None:
    window.fit(QRect(0, 0, *screen))
    assert window.size() == QSize(*size)


def test_a_dialog_for_a_file_stays_on_the_screen(window: MainWindow) -> None:
    window.show_welcome()
    window.ask_open()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    screen = QRect(0, 0, 700, 500)
    fit_to_screen(dialog, available=screen)
    assert screen.contains(dialog.geometry())
    dialog.reject()


def test_the_first_screen_fits_in_the_smallest_window(window: MainWindow) -> None:
    page = window.show_welcome()
    window.resize(1024, 700)
    settle()
    scroller = page.findChild(PageScroller)
    assert scroller is not None
    assert scroller.verticalScrollBar().maximum() == 0


def test_the_first_picture_is_announced_once(qtbot: QtBot) -> None:
    window = make_window()
    qtbot.addWidget(window)
    window.show_welcome()
    with qtbot.waitSignal(window.first_shown):
        window.show()


def test_a_dropped_file_is_opened(window: MainWindow, path: Path) -> None:
    window.show_welcome()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    assert page.path == path


def test_another_kind_of_file_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "brief.docx"))])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_opening_another_file_asks_which(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_welcome()
    window.ask_open()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert isinstance(window.stack.currentWidget(), UnlockPage)


# --- a new file ---


def test_a_new_file_leads_straight_to_the_firm(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.show_welcome().new_button.click()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    page.set_folder(tmp_path)
    assert page.path.parent == tmp_path
    page.password.setText("paars fiets wolken drop")
    page.again.setText("paars fiets wolken drop")
    page.make_button.click()
    qtbot.waitUntil(lambda: window.form is not None)
    assert window.form is not None
    assert window.form.session.flow.key == "werkgever"
    assert window.settings.last_file == str(page.path)
    window.form.leave()
    assert window.shell is not None
    assert window.shell.place == "vandaag"


def test_the_default_folder_is_made_when_it_is_not_there(qtbot: QtBot, window: MainWindow) -> None:
    window.show_new_file()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    page.password.setText("paars fiets wolken drop")
    page.again.setText("paars fiets wolken drop")
    assert not page.path.parent.exists()
    page.make_button.click()
    qtbot.waitUntil(lambda: window.is_open)
    assert page.path.is_file()


@pytest.mark.parametrize(("first", "second"), [("kort", "kort"), ("paars fiets wolken", "paars fiets wolk")])
def test_a_password_that_cannot_be_used_is_said_at_once(
    qtbot: QtBot, window: MainWindow, first: str, second: str
) -> None:
    window.show_new_file()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    page.password.setText(first)
    page.again.setText(second)
    page.make_button.click()
    assert page.password_row.error or page.again_row.error
    assert not page.path.exists()


def test_a_new_password_is_judged_a_moment_after_typing(qtbot: QtBot, window: MainWindow) -> None:
    window.show_new_file()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    qtbot.keyClicks(page.password, "welkom01")
    note = page.password_row.note_line
    assert not note.isVisibleTo(page)
    qtbot.waitUntil(lambda: note.isVisibleTo(page), timeout=20_000)
    assert "akkelijk te raden" in note.label.text()
    page.password.clear()
    assert not note.isVisibleTo(page)


def test_a_file_that_cannot_be_made_is_said_on_the_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.show_new_file()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    page.set_folder(tmp_path / "bestaat niet")
    page.password.setText("paars fiets wolken drop")
    page.again.setText("paars fiets wolken drop")
    page.make_button.click()
    qtbot.waitUntil(lambda: page._problem.count() == 1)
    assert page.make_button.isEnabled()


def test_a_folder_that_goes_to_the_internet_is_warned_for(window: MainWindow) -> None:
    window.show_new_file()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    page.set_folder(Path("/home/anna/Dropbox/Winkel"))
    assert page._cloud.count() == 1
    page.set_folder(Path("/home/anna/Winkel"))
    assert page._cloud.count() == 0


# --- unlocking ---


def test_the_right_password_opens_the_file(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    assert window.is_open
    assert window.settings.last_file == str(path)


def test_a_wrong_password_stays_selected_and_is_said(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    page = window.show_unlock(path)
    unlock(qtbot, window, "een verkeerd wachtwoord")
    assert not window.is_open
    assert page.password_row.error == "Dit wachtwoord past niet."
    assert page.password.selectedText()
    assert "Dit wachtwoord past niet." in page.password.accessibleDescription()


def test_after_five_wrong_ones_it_waits_and_says_how_long(window: MainWindow, path: Path) -> None:
    page = window.show_unlock(path)
    for _try in range(FREE_TRIES):
        page._failed(KnownError("x", "y", code="wachtwoord"))
    assert "5 seconden" in page.keyboard.text()
    page.password.setText(PASSWORD)
    page.open_button.click()
    assert page.open_button.words == "Openen"
    page._may_try_again()
    assert not page.keyboard.isVisibleTo(page)


def test_an_empty_password_is_asked_for(window: MainWindow, path: Path) -> None:
    page = window.show_unlock(path)
    page.open_button.click()
    assert page.password_row.error


def test_a_damaged_file_says_what_to_do(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200:400] = bytes(200)
    path.write_bytes(content)
    page = window.show_unlock(path)
    unlock(qtbot, window)
    assert not window.is_open
    assert page.messages.count() == 1


def test_the_recovery_sheet_opens_and_offers_a_new_password(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    desk = Workspace.open(path, PASSWORD, at(MADE))
    code = passwords.code_of(desk)
    desk.close()
    page = window.show_unlock(path)
    page.show_code()
    page.code.setPlainText("12345")
    page.code_open_button.click()
    assert page.code_row.error
    page.code.setPlainText(code)
    page.code_open_button.click()
    dialog = window.findChild(PasswordDialog)
    assert dialog is not None
    dialog.new.setText("wolken drop paars fiets")
    dialog.again.setText("wolken drop paars fiets")
    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()
    window.lock()
    unlock(qtbot, window, "wolken drop paars fiets")
    assert window.is_open


def test_a_recovery_sheet_of_another_file_is_said_so(window: MainWindow, path: Path, tmp_path: Path) -> None:
    other = passwords.key_of_new_file(tmp_path / "ander.reintegratie", PASSWORD, at(MADE))
    desk = passwords.open_unlocked(other, at(MADE))
    code = passwords.code_of(desk)
    desk.close()
    page = window.show_unlock(path)
    page.code.setPlainText(code)
    page.code_open_button.click()
    assert not window.is_open
    assert page.messages.count() == 1


# --- locking ---


def test_locking_closes_the_file_and_unlocking_comes_back_to_the_place(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    case_id = window.desk.today_view().rows[0].case_id
    window.open_case(case_id)
    assert isinstance(window.shell.page, CasePage)  # type: ignore[union-attr]
    window.lock()
    assert not window.is_open
    unlock(qtbot, window)
    assert window.place.page == "dossier"
    assert window.place.case_id == case_id


def test_locking_in_the_middle_of_a_form_loses_no_word(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window.open_form("werkgever")
    assert window.form is not None
    window.form.session.answer({"branche": "Bakkerij en lunchroom"})
    window.lock()
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    unlock(qtbot, window)
    assert window.form is not None
    assert window.form.session.answers["branche"] == "Bakkerij en lunchroom"


def test_a_disk_that_refuses_keeps_the_form_open(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window.open_form("werkgever")
    monkeypatch.setattr(window.form, "save_now", lambda: False)
    window.lock()
    assert window.is_open
    assert not window.close()
    monkeypatch.undo()
    assert window.close()


def test_locking_closes_what_stands_over_the_window(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window._ask_password()
    window.lock()
    settle()
    assert not window.findChildren(QDialog)


def test_a_sign_of_life_puts_locking_off(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window._idle.start(60_000)
    window._idle.setInterval(300_000)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not window.eventFilter(window, press)
    assert window._idle.remainingTime() > 60_000
    window._idle.timeout.emit()
    assert not window.is_open
    window.eventFilter(window, press)
    assert not window._idle.isActive()


# --- the example ---


def test_the_example_opens_by_itself_and_is_gone_afterwards(qtbot: QtBot, window: MainWindow) -> None:
    window.show_welcome().example_button.click()
    qtbot.waitUntil(lambda: window.is_open, timeout=20_000)
    folder = window.desk.path.parent
    assert window.settings.last_file == ""
    assert window.desk.employees()
    assert window.shell is not None
    line = window.shell.example_line
    assert isinstance(line, ExampleLine)
    settle()
    assert line.ground.height() <= 36
    scroller = window.shell.page.findChild(PageScroller)
    assert scroller is not None
    edge = scroller.content.mapTo(window, QPoint(0, 0)).x()
    assert abs(line.ground.mapTo(window, QPoint(0, 0)).x() - edge) <= 1
    line.close_button.click()
    assert isinstance(window.stack.currentWidget(), WelcomePage)
    assert not folder.exists()


# --- settings ---


def test_another_language_keeps_the_place_and_the_words(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    window.choose_language("en")
    assert isinstance(window.stack.currentWidget(), UnlockPage)
    window.choose_language("nl")
    unlock(qtbot, window)
    window.go("medewerkers")
    window.open_form("werkgever")
    assert window.form is not None
    window.form.session.answer({"branche": "Lunchroom"})
    window.choose_language("en")
    assert current_language() == "en"
    assert window.settings.language == "en"
    assert window.form is not None
    assert window.form.session.answers["branche"] == "Lunchroom"
    assert window.place.page == "medewerkers"


def test_a_language_that_is_not_there_is_said_and_dutch_stays(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(language: str) -> None:
        raise KnownError("De Engelse teksten zijn nog niet klaargezet.", "Voer eerst packaging/dev.py uit.")

    monkeypatch.setattr(main_window, "set_language", missing)
    welcome = window.show_welcome()
    window.choose_language("en")
    assert welcome.messages.count() == 1
    window.show_unlock(path)
    window.choose_language("en")
    unlock(qtbot, window)
    window.go("instellingen")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, SettingsPage)
    next(button for button in page.language.buttons if button.key == "en").click()
    window.choose_language("en")
    assert page.messages.count() == 1
    assert page.language.current == "nl"
    assert current_language() == "nl"
    assert window.settings.language == "nl"
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_another_theme_is_taken_at_once(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window.choose_theme("donker")
    assert theme.current().dark
    assert window.settings.theme == "donker"


def test_settings_that_cannot_be_written_are_said(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    class Full(UnsavedPreferences):
        def save(self) -> None:
            raise KnownError("De schijf is vol.", "Maak ruimte vrij.")

    window.settings = Full()
    window.show_unlock(path)
    unlock(qtbot, window)
    window.choose_theme("licht")
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs
    for dialog in dialogs:
        dialog.reject()


def test_showing_the_paper_is_remembered(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window._remember_paper(False)
    assert window.settings.show_paper is False


def test_changing_the_password_needs_the_old_one(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window._ask_password()
    dialog = window.findChild(PasswordDialog)
    assert dialog is not None
    dialog.button.click()
    assert dialog.new_row.error
    dialog.new.setText("wolken drop paars")
    dialog.button.click()
    assert dialog.again_row.error
    dialog.again.setText("wolken drop paars")
    dialog.old.setText("niet goed")
    dialog.button.click()
    qtbot.waitUntil(dialog.button.isEnabled)
    assert dialog.old_row.error
    dialog.old.setText(PASSWORD)
    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()


# --- the recovery sheet ---


def test_the_sheet_is_saved_and_checked(qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window._show_sheet()
    page = window.stack.currentWidget()
    assert isinstance(page, RecoverySheetPage)
    assert not page.boxes[0].isEnabled()
    target = tmp_path / "blad.pdf"
    page.save_to(target)
    assert target.read_bytes().startswith(b"%PDF")
    groups = passwords.code_of(window.desk).split()
    page.boxes[0].setText(groups[CHECKED[0] - 1].lower())
    page.boxes[1].setText("fout!")
    page.check_button.click()
    assert page.outcome.label.text().startswith("Vakje 9")
    page.boxes[1].setText(groups[CHECKED[1] - 1])
    page.check_button.click()
    assert page.outcome.label.text().startswith("Het klopt")
    page.save_to(tmp_path / "bestaat niet" / "blad.pdf")
    assert page.problem.isVisibleTo(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.shell


def test_no_sign_of_the_key_stands_on_the_screen(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.show_unlock(path)
    unlock(qtbot, window)
    window._show_sheet()
    groups = passwords.code_of(window.desk).split()
    words = " ".join(label.text() for label in window.findChildren(type(window.shell.footer.offline.label)))  # type: ignore[union-attr]
    assert not any(group in words for group in groups)


def test_a_place_can_be_anywhere() -> None:
    assert Place().page == "vandaag"
    assert Place("papieren", "x", tab="logboek").tab == "logboek"


def test_a_window_without_a_file_is_quiet(window: MainWindow) -> None:
    window.show_welcome()
    window.lock()
    window._report_by_key()
    window.close_file()
    assert window.save_drafts()
    assert QApplication.activeModalWidget() is None
