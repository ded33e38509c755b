"""A window with invented data for the tests of the shell."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from tests.example_file import example_file
from tests.ui.form_fixtures import WERKNEMER, make_case, make_desk

PASSWORD = "een heel lang wachtwoord 12"
MADE = datetime(2026, 11, 23, 21, 47)
LATER = datetime(2026, 12, 22, 20, 12)
"""A month after the examples were made, when some of their steps are late."""
LONG_NAME = {
    "voorletters": "A.F.",
    "roepnaam": "Anne-Fleur",
    "achternaam": "van der Veen-Oosterhuis",
}
SUFFIX = ".reintegratie"


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def make_examples(folder: Path) -> Path:
    """Make a closed file with the examples and one employee with the longest name, whose report is not finished."""
    path = folder / f"Bakkerij De Halm{SUFFIX}"
    desk = example_file(path, at(MADE), PASSWORD)
    session = desk.open_form("werknemer")
    session.answer({**WERKNEMER, "functie": "winkelmedewerker kwaliteitscontrole", **LONG_NAME})
    case_id = desk.start_case(session.finish())
    report = desk.open_form("ziekmelding", case_id)
    report.answer({"eerste_ziektedag": date(2026, 11, 20).isoformat()})
    report.save()
    desk.close()
    return path


def copied(path: Path, folder: Path) -> Path:
    """Copy a closed file with its key file."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in path.parent.glob(f"{path.name}*"):
        shutil.copy(part, folder / part.name)
    return folder / path.name


def small_desk(folder: Path, *, with_case: bool = True, now: datetime = MADE) -> tuple[Workspace, str]:
    """Return an open file with a firm, and with one running case when asked."""
    desk = make_desk(folder, now)
    return desk, make_case(desk) if with_case else ""


def make_window(moment: datetime = MADE) -> MainWindow:
    window = MainWindow(UnsavedPreferences(theme="licht"), at(moment))
    # The screen of the tests is smaller than the usual window.
    window.resize(1280, 800)
    return window


def settle() -> None:
    """Let everything that was asked for happen, also what is thrown away."""
    for _round in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
