"""The program is killed while somebody types: at most two seconds of text are gone, every time."""

import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import PASSWORD, Calendar, add_employee, make_desk, report_sick

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY = date(2026, 10, 5)
MOST_LOST_SECONDS = 2.0

TYPIST = """
import sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.form.form_view import FormView
from reintegratie_desktop.ui.theme import Theme

path, password, case_id, defect = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] == "defect"
app = QApplication([])
Theme("licht").apply(app)
desk = Workspace.open(path, password, datetime.now)
session = desk.open_form("taakprofiel", case_id)
view = FormView(session, show_paper=False)
view.resize(1280, 800)
view.show()
if defect:
    session.save = lambda: None
edit = next(e for e in view.findChildren(QPlainTextEdit) if e.isVisible() and not e.isReadOnly())
edit.moveCursor(edit.textCursor().MoveOperation.End)
count = len(edit.toPlainText())
letters = "abcdefgh "

def type_one():
    global count
    edit.insertPlainText(letters[count % len(letters)])
    count += 1
    print(count, time.time(), flush=True)

timer = QTimer()
timer.timeout.connect(type_one)
timer.start(40)
app.exec()
"""


@pytest.fixture
def case_file(tmp_path: Path) -> tuple[Path, str]:
    desk = make_desk(tmp_path, Calendar(FIRST_DAY))
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    desk.close()
    return tmp_path / "proef.reintegratie", case_id


def saved_text(path: Path, case_id: str) -> str:
    desk = Workspace.open(path, PASSWORD, Calendar(FIRST_DAY))
    try:
        assert desk.store.journal.verify() is None
        return str(desk.open_form("taakprofiel", case_id).answers.get("omschrijving") or "")
    finally:
        desk.close()


def lost_seconds(case_file: tuple[Path, str], seconds: float, mode: str = "sound") -> float:
    """Type for some seconds, kill the program, and return how old the oldest lost letter was at that moment."""
    path, case_id = case_file
    command = [sys.executable, "-c", TYPIST, str(path), PASSWORD, case_id, mode]
    typed: list[tuple[int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        until = None
        for line in process.stdout:
            count, at = line.split()
            typed.append((int(count), float(at)))
            until = until or time.time() + seconds
            if time.time() >= until:
                break
        process.kill()
        killed = time.time()
    kept = len(saved_text(path, case_id))
    lost = [at for count, at in typed if count > kept]
    return killed - lost[0] if lost else 0.0


@pytest.mark.parametrize("seconds", [0.4, 2.6])
def test_killing_while_typing_loses_at_most_two_seconds(case_file: tuple[Path, str], seconds: float) -> None:
    assert lost_seconds(case_file, seconds) <= MOST_LOST_SECONDS


def test_the_measurement_notices_a_program_that_does_not_save(case_file: tuple[Path, str]) -> None:
    assert lost_seconds(case_file, 2.6, "defect") > MOST_LOST_SECONDS


@pytest.mark.long
@pytest.mark.timeout(900)
def test_fifty_kills_lose_at_most_two_seconds_each(case_file: tuple[Path, str]) -> None:
    chance = random.Random(2026)
    losses = [lost_seconds(case_file, chance.uniform(0.1, 5.0)) for _round in range(50)]
    print(f"lost at most {max(losses):.2f} s, {sum(losses) / len(losses):.2f} s on average")
    assert max(losses) <= MOST_LOST_SECONDS
