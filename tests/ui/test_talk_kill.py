"""The program is killed in the middle of a talk: at most two seconds of notes are gone, and the point is open again."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from reintegratie_desktop.services.talk import Talk
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import PASSWORD, Calendar, add_employee, make_desk, report_sick

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY = date(2026, 10, 5)
MOST_LOST_SECONDS = 2.0
POINT = "Nieuws van het werk"

TYPIST = """
import sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.form.form_view import FormView
from reintegratie_desktop.ui.theme import Theme

path, password, case_id, point = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
app = QApplication([])
Theme("licht").apply(app)
desk = Workspace.open(path, password, datetime.now)
session = desk.open_form("gesprek", case_id, slot="proef")
session.answer({"soort": "tweewekelijkse_check_in", "agenda": ["Hoe gaat het?", point, "Volgende keer"]})
form = FormView(session, show_paper=False)
form.resize(1280, 800)
form.show()
form.talking.open()
view = form.talking.view
view.open(point)
count = 0

def type_one():
    global count
    view.card.notes.insertPlainText("x")
    count += 1
    print(count, time.time(), flush=True)

timer = QTimer()
timer.timeout.connect(type_one)
timer.start(40)
app.exec()
"""


def test_killing_during_a_talk_loses_at_most_two_seconds(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, Calendar(FIRST_DAY))
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    desk.close()
    path = tmp_path / "proef.reintegratie"
    typed: list[tuple[int, float]] = []
    command = [sys.executable, "-c", TYPIST, str(path), PASSWORD, case_id, POINT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        until = None
        for line in process.stdout:
            count, at = line.split()
            typed.append((int(count), float(at)))
            until = until or time.time() + 2.6
            if time.time() >= until:
                break
        process.kill()
        killed = time.time()
    again = Workspace.open(path, PASSWORD, Calendar(FIRST_DAY))
    try:
        talk = Talk(again.open_form("gesprek", case_id, slot="proef"))
        kept = talk.note(POINT)
        assert talk.current.key == POINT
    finally:
        again.close()
    assert kept
    lost = [at for count, at in typed if count > len(kept)]
    assert not lost or killed - lost[0] <= MOST_LOST_SECONDS
