"""Starting the program: its command line, the time it takes, and what happens when it makes a mistake."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reintegratie_desktop.app import crash, main, start
from reintegratie_desktop.app.options import read_options
from reintegratie_desktop.services import passwords
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.ui.dialogs.crash import CrashDialog
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.welcome import WelcomePage
from tests.services.desks import Calendar, add_employee, make_desk_at, report_sick

PASSWORD = "vier losse woorden samen"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "proef.reintegratie"
    passwords.key_of_new_file(target, PASSWORD, lambda: datetime(2026, 11, 23, 21, 47), kdf=KdfParams.for_tests())
    return target


# --- the command line ---


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--nieuw"], "--help"),
        (["--taal", "fr"], "nl, en"),
        (["--thema", "paars"], "licht, donker, systeem"),
        (["/bestaat/niet.reintegratie"], "/bestaat/niet.reintegratie"),
        (["een", "twee"], "--help"),
        (["--wachtwoord-bestand", "/bestaat/niet.txt"], "eerste regel"),
        (["--taal"], "--help"),
        (["--taal="], "--help"),
        (["--taal", "--meet-start"], "--help"),
        (["--meet-start=ja"], "--help"),
        (["-x"], "--help"),
    ],
)
def test_wrong_input_is_one_dutch_sentence_and_exit_code_two(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main.main(arguments)
    told = capsys.readouterr()
    assert left.value.code == start.UNUSABLE
    assert told.out == ""
    assert word in told.err
    assert "Traceback" not in told.err


def test_help_is_dutch_and_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main.main(["--taal", "nl", "--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    assert told.startswith("gebruik:")
    for word in ("BESTAND", "--taal", "--thema", "--wachtwoord-bestand", "--meet-start", "--help"):
        assert word in told


def test_options_are_read_in_any_order_and_with_or_without_an_is_sign(tmp_path: Path) -> None:
    odd = tmp_path / "--raar.reintegratie"
    odd.touch()
    found = read_options(
        ["--thema=donker", "--meet-start", "--taal", "en", "--wachtwoord-bestand", "w.txt", "--", str(odd)]
    )
    assert (found.thema, found.taal, found.meet_start) == ("donker", "en", True)
    assert (found.bestand, found.wachtwoord_bestand) == (odd, Path("w.txt"))
    nothing = read_options([])
    assert (nothing.bestand, nothing.taal, nothing.thema, nothing.meet_start) == (None, None, None, False)


def test_measuring_with_a_file_needs_a_password(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(start.PASSWORD_VARIABLE, raising=False)
    with pytest.raises(SystemExit) as left:
        main.main([str(path), "--meet-start"])
    assert left.value.code == start.UNUSABLE
    assert start.PASSWORD_VARIABLE in capsys.readouterr().err


def test_the_password_never_comes_as_an_argument() -> None:
    with pytest.raises(KnownError):
        read_options(["--wachtwoord", "geheim"])


def test_the_password_comes_from_a_file_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(start.PASSWORD_VARIABLE, "uit de omgeving")
    file = tmp_path / "wachtwoord.txt"
    file.write_text("uit het bestand\nmeer\n", encoding="utf-8")
    assert start.given_password(read_options(["--wachtwoord-bestand", str(file)])) == "uit het bestand"
    assert start.given_password(read_options([])) == "uit de omgeving"


def test_the_key_is_found_beside_the_loading_of_the_window(path: Path) -> None:
    assert len(start.EarlyKey(path, PASSWORD).take().data_key) == 32
    with pytest.raises(KnownError):
        start.EarlyKey(path, "niet dit").take()


def test_the_age_of_the_process_is_more_than_that_of_this_module() -> None:
    assert start.process_age_ms(time.perf_counter()) > 0


# --- running ---


@pytest.fixture
def started(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[MainWindow]]:
    """Let a start end by itself and return its window."""
    windows: list[MainWindow] = []

    def see() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow) and widget.isVisible():
                windows.append(widget)
                # Closing the last window ends the program; a second wish to quit would end the next test as well.
                widget.close()

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    QTimer.singleShot(300, see)
    yield windows
    QApplication.removePostedEvents(qapp, QEvent.Type.Quit.value)


def test_the_first_start_shows_where_to_begin(started: list[MainWindow]) -> None:
    with pytest.raises(SystemExit) as left:
        main.main([])
    assert left.value.code == 0
    assert len(started) == 1
    assert isinstance(started[0].stack.currentWidget(), WelcomePage)


def test_a_given_file_with_its_password_opens_at_once(
    started: list[MainWindow], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(start.PASSWORD_VARIABLE, PASSWORD)
    with pytest.raises(SystemExit):
        main.main([str(path), "--thema", "donker", "--taal", "nl"])
    assert started[0].settings.last_file == str(path)


@pytest.mark.parametrize("with_file", [False, True])
def test_measuring_prints_one_number_and_ends(path: Path, with_file: bool, tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "reintegratie_desktop", "--meet-start", *([str(path)] if with_file else [])]
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_DATA_HOME": str(tmp_path / "d")}
    told = subprocess.run(
        arguments,
        env={**os.environ, **home, start.PASSWORD_VARIABLE: PASSWORD, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert 0 < json.loads(told.stdout)["ms_tot_eerste_beeld"] < 60_000
    assert not (tmp_path / "c").exists()


FIRST_PICTURE = """
import sys
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from reintegratie_desktop.app.main import main
from reintegratie_desktop.ui.main_window import MainWindow

def places(window):
    return [(row.mapTo(window, QPoint(0, 0)).y(), row.width(), row.height()) for row in window.shell.page.table.rows]

def run(app):
    [window] = [widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow)]
    first.extend(places(window))
    return plain()

def close(window, event):
    print(len(first), first == places(window))
    window.close_file()

first, plain = [], QApplication.exec
QApplication.exec, MainWindow.closeEvent = run, close
main([sys.argv[1], "--meet-start"])
"""


def test_the_first_picture_is_the_one_that_stays(tmp_path: Path) -> None:
    """Before anything is painted every row stands in the place where it stands in the end."""
    # The program that is started below reads the real clock, so the case has to lie beside today.
    path, today = tmp_path / "v.reintegratie", datetime.now().date()
    desk = make_desk_at(path, PASSWORD, Calendar(today))
    for number in range(8):
        report_sick(desk, add_employee(desk, personeelsnr=str(number)), today)
    desk.close()
    told = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(path)],
        env={**os.environ, "HOME": str(tmp_path), start.PASSWORD_VARIABLE: PASSWORD, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told.stdout.splitlines()[-1] == "8 True"


# --- mistakes of ours ---


def boom(name: str) -> None:
    secret = f"{name} is er niet"
    raise ValueError(secret)


def caught() -> BaseException:
    try:
        try:
            boom("Fatima el Amrani")
        except ValueError as error:
            raise BugError("/home/anna/Dossier Fatima.reintegratie") from error
    except BugError as error:
        return error


def test_a_report_names_places_in_code_and_nothing_of_a_person() -> None:
    report = crash.report_of(caught())
    assert "test_main.py" in report
    assert "boom" in report
    assert "ValueError" in report
    for word in ("Fatima", "Amrani", "anna", "reintegratie\n", str(ROOT)):
        assert word not in report


def test_the_same_mistake_has_the_same_code() -> None:
    assert crash.code_of("x") == crash.code_of("x")
    assert crash.code_of("x") != crash.code_of("y")


def test_a_mistake_saves_the_words_first_and_then_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    order: list[object] = []

    def save() -> bool:
        order.append("bewaard")
        return True

    def tell(code: str, report: Path | None) -> None:
        order.append((code, report))
        # A mistake while telling of a mistake is only written down.
        sys.excepthook(BugError, caught(), None)

    crash.install(save, tell, tmp_path)
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert order[0] == "bewaard"
    assert len(order) == 2
    code, report = order[1]  # type: ignore[misc]
    assert report == tmp_path / f"melding-{code}.txt"
    assert "Fatima" not in report.read_text(encoding="utf-8")
    assert "Fatima" not in capsys.readouterr().err


def test_a_disk_that_refuses_the_report_does_not_stop_the_telling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    (tmp_path / "map").write_text("geen map")
    told: list[Path | None] = []
    crash.install(lambda: True, lambda _code, report: told.append(report), tmp_path / "map")
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == [None]


def test_stopping_with_the_keyboard_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[str] = []
    crash.install(lambda: True, lambda code, _report: told.append(code), tmp_path)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_a_mistake_in_another_thread_is_only_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[str] = []
    crash.install(lambda: True, lambda code, _report: told.append(code), tmp_path)
    work = threading.Thread(target=boom, args=("Fatima",))
    work.start()
    work.join()
    assert told == []
    assert len(list(tmp_path.glob("melding-*.txt"))) == 1


def test_the_dialog_gives_the_code(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("1A2B3C4D", tmp_path / "melding.txt")
    qtbot.addWidget(dialog)
    assert any("1A2B3C4D" in label.text() for label in dialog.findChildren(type(dialog.heading)))
