"""The sheet for typing over: copy each line, mark what was copied, and leave nothing behind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.ui.clipboard import SECRET_MS, Copying
from reintegratie_desktop.ui.dialogs.citizen_number import CitizenNumberDialog, TaxNumberDialog
from reintegratie_desktop.ui.dialogs.scan import ScanDialog
from reintegratie_desktop.ui.form.later_dialog import LaterDialog
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.front_window import SMALLEST, USUAL
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.type_over_page import TypeOverDialog, open_sheet, sheet_items
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from tests.services.desks import Calendar, add_employee, finish, keep_as_is, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
NUMBER = "111222333"
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, calendar: Calendar) -> Iterator[MainWindow]:
    """Return a window with one case in week 42."""
    desk = make_desk(tmp_path, calendar)
    report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 12, 17))
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show_desk(desk)
    made.show()
    settle()
    yield made
    made.close()
    settle()


@pytest.fixture
def case_id(window: MainWindow) -> str:
    return window.desk.store.cases.all()[0].id


@pytest.fixture
def paper_id(window: MainWindow, case_id: str) -> str:
    session: FormSession = window.desk.open_form("uwv_42e_week", case_id)
    session.answer({"loonheffingennr": "123456789L01", "werkt_nu": "ja_uren", "uren_nu": "12"})
    return finish(session)


@pytest.fixture
def dialog(window: MainWindow, paper_id: str) -> TypeOverDialog:
    made = open_sheet(window, paper_id)
    settle()
    return made


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def asked(parent: QObject) -> CitizenNumberDialog:
    return next(found for found in parent.findChildren(CitizenNumberDialog) if found.isVisible())


def fill(dialog: TypeOverDialog, number: str = NUMBER) -> None:
    dialog.rows["bsn"].button.click()
    question = asked(dialog)
    question.number.setText(number)
    question.button.click()
    settle()


def test_every_line_has_a_button_that_says_what_it_copies(dialog: TypeOverDialog) -> None:
    names = [made.button.accessibleName() for made in dialog.rows.values()]
    assert "Kopieer loonheffingennummer" in names
    assert "Vul in: burgerservicenummer" in names
    assert len(set(names)) == len(names)
    assert nameless(dialog) == []
    assert cut_labels(dialog) == []
    assert all(made.mark.isHidden() for made in dialog.rows.values())


def test_what_was_copied_is_marked(dialog: TypeOverDialog) -> None:
    line = dialog.rows["loonheffingennr"]
    line.button.click()
    assert clipboard() == "123456789L01"
    assert line.was_copied
    assert line.mark.isVisibleTo(dialog)
    assert not dialog.rows["eerste_ziektedag"].mark.isVisibleTo(dialog)
    assert not dialog.copying.timer.isActive()


def test_closing_takes_it_off_the_clipboard(dialog: TypeOverDialog) -> None:
    dialog.rows["loonheffingennr"].button.click()
    dialog.button.click()
    settle()
    assert clipboard() == ""


def test_what_somebody_else_copied_is_left_alone(dialog: TypeOverDialog) -> None:
    dialog.rows["loonheffingennr"].button.click()
    QGuiApplication.clipboard().setText("iets anders")
    dialog.reject()
    settle()
    assert clipboard() == "iets anders"


def test_an_empty_line_has_nothing_to_copy(window: MainWindow, case_id: str) -> None:
    session = window.desk.open_form("uwv_42e_week", case_id)
    session.answer({"loonheffingennr": "123456789L01", "werkt_nu": "nee"})
    dialog = open_sheet(window, finish(session))
    line = dialog.rows["uren_nu"]
    assert line.value.text() == "Niet ingevuld"
    assert not line.button.isEnabled()
    dialog.reject()


# --- the citizen number -----------------------------------------------------------------------------------------------


def test_the_citizen_number_is_asked_shown_in_part_and_gone_after_half_a_minute(
    dialog: TypeOverDialog, qtbot: QtBot
) -> None:
    line = dialog.rows["bsn"]
    assert line.value.text() == "Wordt niet bewaard"
    fill(dialog)
    assert line.value.text() == "••••••333"
    assert line.button.text() == "Kopieer"
    line.button.click()
    assert clipboard() == NUMBER
    data = QGuiApplication.clipboard().mimeData()
    assert data.data("x-kde-passwordManagerHint") == b"secret"
    assert data.hasFormat('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"')
    assert dialog.copying.timer.isActive()
    assert dialog.copying.timer.interval() == SECRET_MS == 30_000
    dialog.copying.timer.setInterval(1)
    dialog.copying.timer.start()
    qtbot.waitUntil(lambda: clipboard() == "", timeout=2000)
    dialog.reject()
    assert line.secret == ""


def test_a_number_that_cannot_be_is_said_at_its_field(dialog: TypeOverDialog) -> None:
    dialog.rows["bsn"].button.click()
    question = asked(dialog)
    for typed, said in (("", "Vul het nummer in"), ("111222334", "elfproef"), ("1112", "negen cijfers")):
        question.number.setText(typed)
        question.button.click()
        assert said in question.line.error
        assert question.isVisible()
    assert question.without is None
    question.reject()
    assert dialog.rows["bsn"].is_open


def test_the_sheet_is_shown_with_the_number_or_without_it(dialog: TypeOverDialog, qtbot: QtBot) -> None:
    dialog.print_button.click()
    question = asked(dialog)
    assert question.without is not None
    question.without.click()
    qtbot.waitUntil(lambda: any(found.isVisible() for found in dialog.findChildren(PreviewWindow)), timeout=20_000)
    assert NUMBER not in dialog.preview.view.accessibleDescription()
    dialog.preview.close()
    settle()
    fill(dialog)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: any(found.isVisible() for found in dialog.findChildren(PreviewWindow)), timeout=20_000)
    assert not [found for found in dialog.findChildren(CitizenNumberDialog) if found.isVisible()]
    dialog.preview.close()
    settle()
    dialog.reject()


# --- afterwards -------------------------------------------------------------------------------------------------------


def test_the_number_of_the_firm_is_filled_in_and_what_goes_along_is_saved(
    window: MainWindow, case_id: str, tmp_path: Path, qtbot: QtBot
) -> None:
    keep_as_is(window.desk.open_form("probleemanalyse", case_id))
    request = window.desk.open_form("deskundigenoordeel", case_id)
    request.answer({"vraag": "werkgever_genoeg"})
    dialog = open_sheet(window, keep_as_is(request))
    settle()
    line = dialog.rows["loonheffingennr"]
    assert (line.value.text(), line.button.text(), line.button.isEnabled()) == ("Niet ingevuld", "Invullen", True)
    line.button.click()
    question = next(found for found in dialog.findChildren(TaxNumberDialog) if found.isVisible())
    question.number.setText("12")
    question.button.click()
    assert "Geen" not in question.line.error and "geen loonheffingennummer" in question.line.error
    question.number.setText("123456789L01")
    question.button.click()
    settle()
    assert (line.value.text(), line.button.text()) == ("123456789L01", "Kopieer")
    assert all(made.button.isHidden() for made in dialog.rows.values() if made.line.is_upload)
    assert dialog.folder_button is not None and dialog.folder_button.isVisibleTo(dialog)
    dialog.ask_folder()
    settle()
    next(found for found in dialog.findChildren(QDialog) if found.isVisible() and found is not question).reject()
    dialog.save_uploads(str(tmp_path))
    qtbot.waitUntil(lambda: dialog.saved_in.isVisibleTo(dialog), timeout=10_000)
    (folder,) = tmp_path.glob("*_stukken_deskundigenoordeel_*")
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]
    assert nameless(dialog) == [] and cut_labels(dialog) == []
    dialog.save_uploads(str(tmp_path / "weg"))
    qtbot.waitUntil(lambda: dialog.problem.isVisibleTo(dialog), timeout=10_000)
    dialog.reject()


def test_the_receipt_goes_to_the_paper(
    window: MainWindow, dialog: TypeOverDialog, paper_id: str, tmp_path: Path
) -> None:
    import pikepdf

    receipt = tmp_path / "bevestiging.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(receipt)
    dialog.keep_receipt(str(receipt))
    settle()
    question = next(found for found in dialog.findChildren(ScanDialog) if found.isVisible())
    assert "1 bladzijde" in question.told.text()
    assert question.empty is not None and question.empty.sentence.text() == "Deze bladzijde lijkt leeg."
    question.button.click()
    settle()
    (kept,) = window.desk.papers.attachments(paper_id)
    assert kept.name == "bevestiging.pdf"
    assert dialog.receipt_button.text() == "Bevestiging toegevoegd"
    broken = tmp_path / "niets.pdf"
    broken.write_bytes(b"")
    dialog.keep_receipt(str(broken))
    assert dialog.problem.isVisibleTo(dialog)
    dialog.ask_receipt()
    settle()
    next(found for found in dialog.findChildren(QDialog) if found.isVisible()).reject()
    dialog.reject()


def test_the_day_is_noted_beside_the_paper_and_the_step_is_done(
    window: MainWindow, dialog: TypeOverDialog, case_id: str, paper_id: str
) -> None:
    dialog.day_button.click()
    settle()
    question = next(found for found in dialog.findChildren(LaterDialog) if found.isVisible())
    window.desk.later.fill(
        paper_id,
        {"gemeld_op": "2026-12-16", "gemeld_via": "formulier", "verzekeraar_gemeld": "2026-12-16"},
    )
    question.accept()
    settle()
    assert window.desk.clock_of(case_id).milestone("uwv_42e_week").gedaan_op == date(2026, 12, 16)
    assert dialog.view.notes_open == 1
    dialog.reject()


def test_the_button_of_the_step_asks_the_day_that_misses(window: MainWindow, case_id: str, paper_id: str) -> None:
    window.open_case(case_id, "uwv_42e_week")
    settle()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, CasePage)
    step = page.step("uwv_42e_week")
    assert step is not None and step.complete == paper_id
    assert [words for words, _act in page.acts.items(step)][:2] == ["Vul later aan", "Op papier gedaan? Afvinken…"]
    page.acts.do(step)
    settle()
    question = next(found for found in window.findChildren(LaterDialog) if found.isVisible())
    window.desk.later.fill(paper_id, {"gemeld_op": "2026-12-16"})
    question.accept()
    settle()
    page = window.shell.page
    assert isinstance(page, CasePage)
    done = page.step("uwv_42e_week")
    assert done is not None and (done.done_on, done.action) == (date(2026, 12, 16), "")


@pytest.mark.parametrize("size", [USUAL, SMALLEST])
def test_it_is_found_at_the_paper_and_at_the_step(
    window: MainWindow, case_id: str, paper_id: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    assert [words for words, _act in sheet_items(window, case_id, "uwv_42e_week")] == ["Overtypen bij UWV"]
    assert sheet_items(window, case_id, "plan_van_aanpak") == []
    window.open_papers(case_id)
    settle()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, PapersPage)
    row = page.rows[paper_id]
    button = next(found for found in row.findChildren(QObject) if getattr(found, "text", str)() == "Overtypen bij UWV")
    button.click()  # type: ignore[attr-defined]  # a button
    settle()
    made = next(found for found in window.findChildren(TypeOverDialog) if found.isVisible())
    assert made.height() <= SMALLEST[1]
    made.reject()
    window.open_case(case_id, "uwv_42e_week")
    settle()
    found = window.shell.page
    assert isinstance(found, CasePage)
    step = found.step("uwv_42e_week")
    assert step is not None
    assert "Overtypen bij UWV" in [words for words, _act in found.acts.items(step)]


def test_the_keyboard_copies_too(dialog: TypeOverDialog, qtbot: QtBot) -> None:
    first = dialog.rows["loonheffingennr"].button
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert clipboard() == "123456789L01"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert clipboard() == ""


def test_nothing_copied_is_nothing_to_take_off(qtbot: QtBot) -> None:
    owner = QObject()
    QGuiApplication.clipboard().setText("van de gebruiker")
    Copying(owner).clear()
    assert clipboard() == "van de gebruiker"
