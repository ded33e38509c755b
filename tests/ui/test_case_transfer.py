"""A dossier out of one file and into another, in the window: what is said first, and what a wrong file does."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services import case_out
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.dialogs.base import MessageDialog
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages import case_transfer
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_transfer import TakeOutDialog
from reintegratie_desktop.ui.pages.employees import EmployeesPage
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.worker import is_busy
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import make_window, settle

FIRST = date(2026, 3, 2)
NAME = "2026-001_dossier_2026-03-02"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the JSON of a dossier that left another file, with a scan beside it."""
    folder = tmp_path_factory.mktemp("uit")
    desk = make_desk(folder, Calendar(FIRST))
    case_id = report_sick(desk, add_employee(desk), FIRST)
    scan = folder / "scan.png"
    scan.write_bytes(PNG)
    desk.papers.attach(desk.store.papers.all(case_id)[0].id, scan)
    written = case_out.write_case(desk, case_id, folder / "dossier.json")
    desk.close()
    return written[0]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    (tmp_path / "bestand").mkdir()
    return make_desk(tmp_path / "bestand", Calendar(FIRST))


@pytest.fixture
def window(qtbot: QtBot, desk: Workspace) -> Iterator[MainWindow]:
    made = make_window()
    made.show()
    made.show_desk(desk)
    yield made
    made.close()
    made.deleteLater()
    idle(qtbot)


def idle(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not is_busy(), timeout=10_000)
    settle()


def open_dialogs(window: MainWindow, kind: type[QDialog] = MessageDialog) -> list[Any]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def pick(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def taking_out(window: MainWindow, desk: Workspace) -> tuple[TakeOutDialog, str]:
    """Open the dialog from the menu of a dossier."""
    case_id = report_sick(desk, add_employee(desk), FIRST)
    window.open_case(case_id)
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, CasePage)
    pick(page.acts.case_menu(Button("x", parent=page)), "Dossier uitvoeren…")
    settle()
    (dialog,) = open_dialogs(window, TakeOutDialog)
    return dialog, case_id


def lines(desk: Workspace, case_id: str) -> list[str]:
    return [row.description for row in desk.store.journal.rows(case_id)]


# --- out --------------------------------------------------------------------------------------------------------------


def test_it_says_first_who_can_read_it_and_then_where_it_lies(
    window: MainWindow, desk: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, case_id = taking_out(window, desk)
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.busy)))
    assert "geen wachtwoord" in words and "Iedereen die hem heeft, kan alles lezen" in words
    assert cut_labels(dialog) == [] and nameless(dialog) == []
    expected = case_out.case_out(desk, case_id).data
    dialog.button.click()
    (asked,) = open_dialogs(window, QFileDialog)
    asked.fileSelected.emit(str(tmp_path))
    asked.reject()
    assert not dialog.button.isEnabled()
    idle(qtbot)
    assert json.loads((tmp_path / NAME / f"{NAME}.json").read_text(encoding="ascii")) == expected
    (told,) = open_dialogs(window)
    said = " ".join(label.text() for label in told.findChildren(type(dialog.busy)))
    assert str(tmp_path / NAME) in said and "kan alles lezen" in said
    assert "Houten" not in NAME
    assert lines(desk, case_id)[-1].startswith("Dossier buiten het programma bewaard")
    told.reject()


def test_closing_the_dialog_stops_it_and_leaves_nothing(
    window: MainWindow, desk: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, case_id = taking_out(window, desk)
    write = case_out.write_folder

    def slowly(out: case_out.CaseOut, folder: Path, name: str, *, stop: Callable[[], bool]) -> Path | None:
        assert stop.__self__.wait(20)  # type: ignore[attr-defined] # the event behind it
        return write(out, folder, name, stop=stop)

    monkeypatch.setattr(case_out, "write_folder", slowly)
    (tmp_path / "leeg").mkdir()
    dialog.write_in(tmp_path / "leeg")
    dialog.reject()
    idle(qtbot)
    assert list((tmp_path / "leeg").iterdir()) == []
    assert not any(line.startswith("Dossier buiten") for line in lines(desk, case_id))
    assert open_dialogs(window) == []


def test_a_folder_that_is_gone_is_said_and_asked_again(
    window: MainWindow, desk: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, case_id = taking_out(window, desk)
    dialog.write_in(tmp_path / "weg")
    idle(qtbot)
    assert dialog.isVisible() and dialog.button.isEnabled() and not dialog.busy.isVisible()
    assert dialog.problem.sentence.text().startswith("Deze map bestaat niet")
    assert not any(line.startswith("Dossier buiten") for line in lines(desk, case_id))
    dialog.reject()


# --- in ---------------------------------------------------------------------------------------------------------------


def test_a_dossier_comes_in_whole_and_opens(window: MainWindow, desk: Workspace, qtbot: QtBot, copy: Path) -> None:
    window.go("medewerkers")
    settle()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, EmployeesPage)
    links = [button for button in page.findChildren(Button) if button.words == "Dossier binnenhalen…"]
    assert [link.isVisible() for link in links] == [True], "the empty page has it as a link"
    assert not page.more.isVisible()
    pick(page._page_menu(), "Dossier binnenhalen…")
    (asked,) = open_dialogs(window, QFileDialog)
    asked.fileSelected.emit(str(copy))
    asked.reject()
    idle(qtbot)
    (told,) = open_dialogs(window)
    assert told.heading.text() == "Dossier 2026-001 is ingelezen, met 1 papier."
    told.reject()
    found = window.shell.page
    assert isinstance(found, CasePage)
    assert found.case.employee_name == "Jasper van Houten"
    assert found.case.papers[0].attachments[0].name == "scan.png"
    case_transfer.bring_in(window, copy)
    idle(qtbot)
    (again,) = open_dialogs(window)
    assert "Dit dossier staat al in dit bestand" in again.heading.text()
    again.reject()
    assert len(desk.store.cases.all()) == 1


def test_what_the_program_froze_itself_is_said(
    window: MainWindow, desk: Workspace, qtbot: QtBot, copy: Path, tmp_path: Path
) -> None:
    add_employee(desk)
    data = json.loads(copy.read_text(encoding="ascii"))
    data["bijlagen"] = []
    del data["papieren"][0]["momentopname"], data["papieren"][0]["momentopname_sha256"]
    (tmp_path / "met_de_hand.json").write_text(json.dumps(data), encoding="utf-8")
    case_transfer.bring_in(window, tmp_path / "met_de_hand.json")
    idle(qtbot)
    (told,) = open_dialogs(window)
    said = " ".join(label.text() for label in told.findChildren(type(told.heading)))
    assert "De werknemer stond al in dit bestand." in said
    assert "1 papier had geen momentopname en is nu vastgesteld." in said
    told.reject()


def wrong_key(data: dict[str, Any]) -> None:
    data["werknemer"]["achternamm"] = "Houten"


def wrong_day(data: dict[str, Any]) -> None:
    data["papieren"][0]["gemaakt_op"] = "2026-02-30"


def wrong_amount(data: dict[str, Any]) -> None:
    data["werknemer"]["contracturen"] = "veertig"


def no_file(data: dict[str, Any]) -> None:
    data["bijlagen"][0]["bestand"] = "bijlagen/weg.png"


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (wrong_key, "werknemer"),
        (wrong_day, "papieren[0].gemaakt_op"),
        (wrong_amount, "werknemer.contracturen"),
        (no_file, "bijlagen[0]"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_changes(
    window: MainWindow, desk: Workspace, qtbot: QtBot, copy: Path, spoil: Callable[[dict[str, Any]], None], place: str
) -> None:
    data = json.loads(copy.read_text(encoding="ascii"))
    spoil(data)
    spoiled = copy.with_name(f"fout_{spoil.__name__}.json")
    spoiled.write_text(json.dumps(data), encoding="utf-8")
    window.go("medewerkers")
    rows = len(desk.store.journal.rows(""))
    case_transfer.bring_in(window, spoiled)
    idle(qtbot)
    (told,) = open_dialogs(window)
    assert told.heading.text().startswith(place)
    said = " ".join(label.text() for label in told.findChildren(type(told.heading)))
    assert "Er is niets veranderd." in said
    assert cut_labels(told) == []
    told.reject()
    assert desk.store.cases.all() == []
    assert desk.employees() == ()
    assert len(desk.store.journal.rows("")) == rows
    assert window.shell is not None and window.shell.place == "medewerkers"


def test_what_is_no_json_is_said(window: MainWindow, desk: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "los.json").write_text("{", encoding="utf-8")
    case_transfer.bring_in(window, tmp_path / "los.json")
    idle(qtbot)
    (told,) = open_dialogs(window)
    assert "los.json" in told.heading.text() and "geen JSON" in told.heading.text()
    told.reject()
    assert desk.store.cases.all() == []
