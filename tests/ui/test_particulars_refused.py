"""What cannot be true about a dossier: a sentence at its own answer in the window, exit code 2 for the command."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.app.cli import main
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import cut_labels
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
TODAY = date(2026, 11, 23)
FORM = "bijzonderheden"
GOOD = {"van": "2026-05-04", "tot_en_met": "2026-08-23"}


@dataclass(frozen=True)
class Wrong:
    """Answers of the form with the place of the mistake, the same as facts for the command, and what is said."""

    answers: dict[str, Any]
    place: str
    facts: dict[str, Any]
    says: str
    recovered: str = ""


def leave(*rows: dict[str, str]) -> dict[str, Any]:
    return {"speelt": ["verlof"], "verlof": [{**row, "zelfde_geval": "ja"} for row in rows]}


def days(begins: str, ends: str) -> dict[str, str]:
    return {"van": begins, "tot_en_met": ends}


def letter(key: str, day: str) -> dict[str, Any]:
    return {"speelt": ["uwv_brief"], f"uwv_{key.removeprefix('uwv_')}": day}


OVERLAP = days("2026-08-01", "2026-09-01")
REVERSED = days("2026-08-23", "2026-05-04")
BEFORE = days("2025-10-06", "2026-01-25")
AFTER = days("2026-10-05", "2026-11-22")
TABLE = {
    "leave that overlaps": Wrong(leave(GOOD, OVERLAP), "verlof[1].van", {"verlof": [GOOD, OVERLAP]}, "één verlof van"),
    "leave that ends before it begins": Wrong(
        leave(REVERSED), "verlof[0].tot_en_met", {"verlof": [REVERSED]}, "Wissel de twee datums om"
    ),
    "leave before the illness": Wrong(leave(BEFORE), "verlof[0].van", {"verlof": [BEFORE]}, "eerste ziektedag"),
    "leave after the recovery": Wrong(
        leave(AFTER), "verlof[0].van", {"verlof": [AFTER]}, "na het herstel", recovered="2026-06-01"
    ),
    "a letter that sets a date before the illness": Wrong(
        letter("uwv_42e_week", "2026-01-05"), "uwv_42e_week", {"uwv_datums": {"uwv_42e_week": "2026-01-05"}},
        "eerste ziektedag",
    ),
    "a letter that ends the wachttijd too early": Wrong(
        letter("wia_eerste_dag", "2027-06-01"), "uwv_wia_eerste_dag", {"uwv_datums": {"wia_eerste_dag": "2027-06-01"}},
        "wachttijd",
    ),
    "a letter that asks for the WIA after the wachttijd": Wrong(
        letter("wia_aanvraag", "2028-06-01"), "uwv_wia_aanvraag", {"uwv_datums": {"wia_aanvraag": "2028-06-01"}},
        "wachttijd",
    ),
    "a letter that ends the wage too early": Wrong(
        letter("einde_loondoorbetaling", "2027-10-01"), "uwv_einde_loondoorbetaling",
        {"uwv_datums": {"einde_loondoorbetaling": "2027-10-01"}}, "loon",
    ),
    "an end of the contract before the illness": Wrong(
        {"speelt": ["contract_eindigt"], "einde_dienstverband": "2026-01-31"}, "einde_dienstverband",
        {"einde_dienstverband": "2026-01-31"}, "eerste ziektedag",
    ),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Workspace, Calendar, str]]:
    """Return a file with one case in its first year."""
    calendar = Calendar(FIRST)
    made = make_desk(tmp_path, calendar)
    case_id = report_sick(made, add_employee(made), FIRST)
    calendar.go_to(TODAY)
    yield made, calendar, case_id


@pytest.fixture
def window(qtbot: QtBot, desk: tuple[Workspace, Calendar, str]) -> Iterator[MainWindow]:
    """Return a window with that file."""
    made = MainWindow(UnsavedPreferences(theme="licht"), desk[1])
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_desk(desk[0])
    made.show()
    settle()
    yield made
    made.close()


def error_at(window: MainWindow, place: str) -> str:
    """Return what stands at a place of the open form."""
    assert window.form is not None
    assert isinstance(window.form.page, FormPage)
    board = window.form.page.board
    key, _bracket, rest = place.partition("[")
    if not rest:
        return board.row(key).error
    editor = board.editor(key)
    assert isinstance(editor, TableEditor)
    index, _dot, column = rest.partition("].")
    editor.open_row(int(index))
    settle()
    return editor.card.rows[column].error


@pytest.mark.parametrize("name", TABLE)
def test_the_window_says_it_at_the_answer(window: MainWindow, desk: tuple[Workspace, Calendar, str], name: str) -> None:
    wrong, case_id = TABLE[name], desk[2]
    if wrong.recovered:
        window.desk.report_recovery(case_id, date.fromisoformat(wrong.recovered), own_work=True)
    session = window.desk.open_form(FORM, case_id)
    session.answer(wrong.answers)
    session.save()
    window.open_form_at(case_id, FORM, "")
    settle()
    assert window.form is not None
    said = error_at(window, wrong.place)
    assert wrong.says in said
    assert said.endswith((".", "?"))
    assert "'" not in said, "the names of the command line are not for people"
    assert cut_labels(window.form) == []
    assert [finding.field for finding in window.form.session.check().stops] == [wrong.place]


@pytest.mark.parametrize("name", TABLE)
def test_the_command_says_it_in_one_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = TABLE[name]
    period = {"ziek_vanaf": FIRST.isoformat(), "hersteld_per": wrong.recovered or None}
    place = tmp_path / "feiten.json"
    place.write_text(json.dumps({"peildatum": TODAY.isoformat(), "perioden": [period], **wrong.facts}))
    with pytest.raises(SystemExit) as left:
        main(["termijnen", str(place), "--json"])
    said = capsys.readouterr()
    assert (left.value.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert wrong.says in said.err


def test_without_the_mistake_the_same_is_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "feiten.json"
    facts = {"peildatum": TODAY.isoformat(), "perioden": [{"ziek_vanaf": FIRST.isoformat()}], "verlof": [GOOD]}
    place.write_text(json.dumps(facts))
    with pytest.raises(SystemExit) as left:
        main(["termijnen", str(place), "--json"])
    assert left.value.code in (None, 0, 1)
    assert json.loads(capsys.readouterr().out)["dossiers"]


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-02", "2026-11-24"])
def test_a_recovery_that_cannot_be_is_said_at_its_day(
    window: MainWindow, desk: tuple[Workspace, Calendar, str], day: str
) -> None:
    window.open_case(desk[2])
    settle()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, CasePage)
    page.acts.ask_recovery()
    settle()
    assert window.form is not None
    session = window.form.session
    whole = {"soort": "volledig_hersteld", "alle_taken": "ja", "alle_uren": "ja", "nazorg": "ja"}
    session.answer({**whole, "datum": day})
    assert [stop.field for stop in session.check().stops] == ["datum"]
    with pytest.raises(KnownError):
        session.finish()
    assert window.desk.case(desk[2]).is_open


def test_a_recovery_before_the_illness_is_refused_by_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "feiten.json"
    period = {"ziek_vanaf": "2026-03-02", "hersteld_per": "2026-02-23"}
    place.write_text(json.dumps({"peildatum": TODAY.isoformat(), "perioden": [period]}))
    with pytest.raises(SystemExit) as left:
        main(["termijnen", str(place), "--json"])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "hersteld_per 23-02-2026 niet na ziek_vanaf 02-03-2026" in said
    assert said.count("\n") == 1


def test_typing_a_wrong_day_says_it_when_the_row_is_left_and_takes_it_away_when_it_is_right(
    window: MainWindow, desk: tuple[Workspace, Calendar, str], qtbot: QtBot
) -> None:
    session = window.desk.open_form(FORM, desk[2])
    session.answer({"speelt": ["verlof"], "verlof": []})
    session.save()
    window.open_form_at(desk[2], FORM, "verlof")
    window.activateWindow()
    settle()
    assert window.form is not None
    assert isinstance(window.form.page, FormPage)
    editor = window.form.page.board.editor("verlof")
    assert isinstance(editor, TableEditor)
    editor.add_button.click()
    for key, words in (("van", "23-8-2026"), ("tot_en_met", "4-5-2026")):
        line = editor.card.editors[key].main_input
        line.setFocus()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "ligt voor de eerste" in editor.card.rows["tot_en_met"].error)
    line = editor.card.editors["van"].main_input
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(line, "4-5-2026")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    line = editor.card.editors["tot_en_met"].main_input
    line.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(line, "23-8-2026")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: editor.card.rows["tot_en_met"].error == "")
