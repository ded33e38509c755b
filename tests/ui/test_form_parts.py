"""The parts of the form view: the guard, the paper, the preview, printing, and the helpers of some steps."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui import worker
from reintegratie_desktop.ui.fields.dates import DayEditor
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form import FormView, PreviewWindow
from reintegratie_desktop.ui.form.extras import ActivityExamples, PhasesChart, PlanCheck
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.first_day_help import FirstDayHelp
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.form.pdf_pages import PdfPages
from reintegratie_desktop.ui.widgets.notice import Notice
from tests.ui import form_fixtures as fixtures


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = fixtures.make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return fixtures.make_case(desk)


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., FormView]]:
    shown: list[FormView] = []

    def make(session: FormSession, width: int = 1280, height: int = 800, **options: Any) -> FormView:
        view = FormView(session, **options)
        shown.append(view)
        view.resize(width, height)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        return view

    yield make
    for view in shown:
        if view.preview is not None:
            view.preview.close()
        view.close()
        view.deleteLater()
    qtbot.waitUntil(lambda: not worker.is_busy(), timeout=10_000)
    QApplication.processEvents()


def page_of(view: FormView) -> FormPage:
    assert isinstance(view.page, FormPage)
    return view.page


def edit_of(view: FormView, key: str, number: int = 0) -> QLineEdit | QPlainTextEdit:
    return page_of(view).board.editor(key).text_edits()[number]


def table_of(view: FormView, key: str) -> TableEditor:
    editor = page_of(view).board.editor(key)
    assert isinstance(editor, TableEditor)
    return editor


@pytest.fixture
def pdf(desk: Workspace, case_id: str) -> bytes:
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer({"activiteiten": fixtures.ACTIVITEITEN})
    return session.render_pdf()


# --- the guard --------------------------------------------------------------------------------------------------------


def write(view: FormView, qtbot: QtBot, key: str, text: str) -> QLineEdit | QPlainTextEdit:
    edit = edit_of(view, key)
    edit.setFocus()
    qtbot.keyClicks(edit, text)
    return edit


def test_a_word_of_the_guard_opens_its_panel_and_removing_it_is_stored(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    edit = write(view, qtbot, "mening_afspraken_wg", "De oven lukt. Na vier uur is hij moe")
    panel = page_of(view).board.guard_at("mening_afspraken_wg").panels[0]
    qtbot.waitUntil(panel.isVisible)
    assert edit.hasFocus()
    panel.remove_button.click()
    assert view.session.answers["mening_afspraken_wg"] == "De oven lukt."
    assert panel.hit is None and panel.undo_button.isVisible()
    panel.undo_button.click()
    assert view.session.answers["mening_afspraken_wg"] == "De oven lukt. Na vier uur is hij moe"


def test_keeping_a_word_is_remembered_for_the_case_without_the_text(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    write(view, qtbot, "mening_afspraken_wg", "Na vier uur is hij moe")
    panel = page_of(view).board.guard_at("mening_afspraken_wg").panels[0]
    qtbot.waitUntil(panel.isVisible)
    qtbot.keyClick(edit_of(view, "mening_afspraken_wg"), "3", Qt.KeyboardModifier.AltModifier)
    assert "moe" in desk.allowed_words(case_id)
    assert not view.session.check().guard
    assert view.session.answers["mening_afspraken_wg"] == "Na vier uur is hij moe"


def test_escape_closes_the_panel_first_and_then_the_form(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    edit = write(view, qtbot, "mening_afspraken_wg", "De oven lukt. Na vier uur is hij moe")
    panel = page_of(view).board.guard_at("mening_afspraken_wg").panels[0]
    qtbot.waitUntil(panel.isVisible)
    closed: list[bool] = []
    view.closed.connect(lambda: closed.append(True))
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert panel.isHidden() and not closed
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert closed


def test_a_word_waits_at_the_end_and_the_list_jumps_to_it(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer({**fixtures.TAAKPROFIEL, "omschrijving": "Maakt deeg. Is na vier uur moe van het bakken."})
    view = show(session, show_paper=False)
    view.show_finish()
    assert isinstance(view.page, FinishPage) and not view.page.is_ready
    line = next(line for line in view.page.lines if "moe" in line.accessibleName())
    line.click()
    panel = page_of(view).board.guard_at("omschrijving").panels[0]
    assert panel.isVisible() and edit_of(view, "omschrijving").hasFocus()
    panel.remove_button.click()
    view.show_finish()
    assert isinstance(view.page, FinishPage) and view.page.is_ready


@pytest.mark.parametrize(("form", "kind"), [("plan_van_aanpak", "long_text"), ("gesprek", "text")])
def test_an_emoji_before_the_word_does_not_move_what_is_removed(
    desk: Workspace, case_id: str, show: Callable[..., FormView], form: str, kind: str
) -> None:
    session = desk.open_form(form, case_id)
    asked = session.flow.asked_fields(session.full_answers(), session.wizard.context)
    key = next(field.key for field in asked if field.guard and field.kind == kind and not field.own_words)
    session.answer({key: "🥖🥖 Inpakken lukt. 🥖 Hij is moe nu. Morgen weer."})
    view = show(session, show_paper=False)
    view.go_to_place(key)
    assert page_of(view).board.next_word()
    panel = page_of(view).board.guard_at(key).panels[0]
    assert panel.hit is not None and panel.hit.word == "moe"
    view.grab()
    panel.choose_remove()
    assert session.answers[key] == "🥖🥖 Inpakken lukt. Morgen weer."


def test_own_words_are_only_told_about(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    edit = write(view, qtbot, "mening_afspraken_wn", "Ik ben nog moe")
    panel = page_of(view).board.guard_at("mening_afspraken_wn").panels[0]
    qtbot.waitUntil(panel.isVisible)
    assert not panel.remove_button.isVisible()
    assert isinstance(edit, QPlainTextEdit) and edit.toPlainText() == "Ik ben nog moe"


def test_the_guard_reads_an_open_row_too(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("afspraken")
    table = table_of(view, "activiteiten")
    table.open_row(0)
    edit = table.text_edits()[0]
    edit.setFocus()
    qtbot.keyClicks(edit, "Elk uur een pauze nemen, hij is moe")
    panel = page_of(view).board.guard_at("activiteiten").panels[0]
    qtbot.waitUntil(panel.isVisible)
    panel.remove_button.click()
    assert view.session.answers["activiteiten"][0]["a_activiteit"] == "Elk uur een pauze nemen"


def test_f8_goes_to_a_word_from_anywhere_on_the_page(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer({"mening_afspraken_wn": "Ik ben moe.", "mening_afspraken_wg": "Hij is moe. Hij slaapt slecht."})
    view = show(session, show_paper=False)
    view.go_to_step("meningen")
    seen = []
    for _turn in range(4):
        qtbot.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_F8)
        edit = QApplication.focusWidget()
        assert isinstance(edit, QPlainTextEdit)
        seen.append((edit.accessibleName(), edit.textCursor().position()))
    assert len(set(seen)) == 3 and seen[0] == seen[3]


def test_one_calm_line_stands_above_guarded_texts(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    from reintegratie_desktop.ui.form.page import GuardLine

    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    lines = [line for line in view.page.findChildren(GuardLine) if line.isVisible()]
    assert len(lines) == 1
    view.go_to_step("gegevens")
    assert view.page.board.keys  # type: ignore[union-attr]


# --- what the steps have besides their fields -------------------------------------------------------------------------


def test_an_example_becomes_a_row_to_change_and_the_check_line_ticks(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer({"activiteiten": fixtures.ACTIVITEITEN})
    view = show(session, show_paper=False)
    view.go_to_step("afspraken")
    check = view.page.findChild(PlanCheck)
    assert isinstance(check, PlanCheck)
    assert check.accessible_words() == {
        "werkgever": "iets voor jou, staat in het plan",
        "leidinggevende": "iets voor de leidinggevende, nog niet in het plan",
        "werknemer": "iets voor Jan, staat in het plan",
    }
    examples = view.page.findChild(ActivityExamples)
    assert isinstance(examples, ActivityExamples)
    examples.button.click()
    examples.kind.setCurrentIndex(3)
    examples.rows[0].button.click()
    assert not examples.is_open
    table = table_of(view, "activiteiten")
    assert table.open_index == 2
    row = view.session.answers["activiteiten"][2]
    assert (row["a_cat"], row["a_wie"]) == ("7D", "leidinggevende")
    rows = [*fixtures.ACTIVITEITEN, {**row, "a_start": "2026-12-04", "a_gereed": "2027-02-26"}]
    table.apply(rows)
    qtbot.waitUntil(lambda: "staat in het plan" in check.accessible_words()["leidinggevende"])


def test_the_chart_stands_above_the_phases_and_follows_them(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("opbouwschema", case_id), show_paper=False)
    view.go_to_step("fasen")
    card = view.page.findChild(PhasesChart)
    assert isinstance(card, PhasesChart)
    assert not card.chart.data.weeks
    height = card.height()
    phase = {"van": "2026-11-30", "tot": "2026-12-20", "dagen": ["ma", "wo"], "uren_dag": "3", "uren_week": "6"}
    table = table_of(view, "fasen")
    keys = {column.key for column in view.session.flow.field("fasen").columns}  # type: ignore[attr-defined]
    table.apply([{key: value for key, value in phase.items() if key in keys}])
    qtbot.waitUntil(lambda: bool(card.chart.data.weeks))
    assert card.height() == height, "nothing on the page moves when the first phase is there"


def test_the_first_day_is_found_and_explained(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("ziekmelding", case_id), show_paper=False)
    view.go_to_step("eerste_dag")
    helper = view.page.findChild(FirstDayHelp)
    assert isinstance(helper, FirstDayHelp)
    helper.button.click()
    helper.what.buttons[3].click()
    helper.day.setFocus()
    qtbot.keyClicks(helper.day, "22-11-2026")
    assert helper.found is None and helper.next_row.isVisible()
    qtbot.keyClicks(helper.next_day, "23-11-2026")
    assert helper.found is not None and helper.words.text() == helper.found.uitleg
    helper.take_button.click()
    assert view.session.answers["eerste_ziektedag"] == "2026-11-23"
    assert not helper.card.isVisible()


@pytest.mark.parametrize(
    ("choice", "day", "found"),
    [
        (0, "20-11-2026", date(2026, 11, 20)),
        (1, "20-11-2026", date(2026, 11, 20)),
        (2, "20-11-2026", date(2026, 11, 19)),
    ],
)
def test_the_helper_knows_the_other_ways_it_begins(qtbot: QtBot, choice: int, day: str, found: date) -> None:
    helper = FirstDayHelp(date(2026, 11, 23), None)
    qtbot.addWidget(helper)
    helper.set_open(on=True)
    helper.what.buttons[choice].click()
    qtbot.keyClicks(helper.day, day)
    assert helper.found is not None and helper.found.day == found


def test_the_helper_uses_the_hours_of_the_week(qtbot: QtBot) -> None:
    helper = FirstDayHelp(date(2026, 11, 23), ["0", "8", "8", "8", "8", "0", "0"])
    qtbot.addWidget(helper)
    helper.set_open(on=True)
    helper.what.buttons[3].click()
    qtbot.keyClicks(helper.day, "21-11-2026")
    assert helper.found is not None and helper.found.day == date(2026, 11, 24)
    qtbot.keyClick(helper.day, Qt.Key.Key_Escape)
    assert helper.card.isHidden()


def test_the_agenda_follows_the_kind_of_talk_until_somebody_changes_it(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("gesprek", case_id), show_paper=False)
    before = view.session.answers["agenda"]
    kinds = [option.value for option in view.session.flow.field("soort").options]  # type: ignore[attr-defined]
    other = next(kind for kind in kinds if kind != view.session.answers["soort"])
    page_of(view).board.editor("soort").apply(other)
    assert view.session.answers["agenda"] != before
    view.go_to_step("gesprek")
    assert view.help.may_ask.isVisible() and view.help.tells.heading.text() == "Vertelt Jan het zelf?"


def test_the_agenda_can_be_printed_before_the_report_is_written(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("gesprek", case_id), show_paper=False)
    view.bar.agenda_button.click()
    qtbot.waitUntil(lambda: view.preview is not None, timeout=10_000)
    assert view.preview is not None and view.preview.page_count >= 1
    assert view.preview.accessibleName() == "Agenda van het gesprek"


# --- the paper --------------------------------------------------------------------------------------------------------


def test_the_paper_follows_the_typing_and_the_field(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id))
    qtbot.waitUntil(lambda: view.paper.page_count > 0 and not view.paper.is_busy, timeout=15_000)
    assert view.paper.page == 0 and view.paper.sheet.top == 0, "the head of the page is whole"
    view.go_to_step("meningen")
    edit = write(view, qtbot, "mening_afspraken_wg", "De vrijdag staat vast.")
    qtbot.waitUntil(
        lambda: "De vrijdag staat vast." in view.paper.sheet.accessibleDescription() and not view.paper.is_busy,
        timeout=15_000,
    )
    assert edit.hasFocus()
    assert view.paper.sheet.mark is not None and view.paper.sheet.mark.page == view.paper.page
    assert view.paper.sheet.accessibleName() == (
        f"Voorbeeld van het papier, pagina {view.paper.page + 1} van {view.paper.page_count}"
    )
    page = view.paper.page
    view.paper.previous.click()
    assert view.paper.page == page - 1
    qtbot.keyClick(view.paper.sheet, Qt.Key.Key_PageDown)
    assert view.paper.page == page
    qtbot.keyClick(view.paper.sheet, Qt.Key.Key_Down)
    view.grab()
    sheet, picture = view.paper.sheet, QImage(900, 3000, QImage.Format.Format_RGB32)
    sheet.set_page(picture, 2.0, None, 300.0)
    assert sheet.top == 300
    sheet.set_page(picture, 1.0, None, None)
    assert sheet.top == 300, "on a smaller page the same words stay at the top"


def test_the_paper_can_be_hidden_and_that_is_told(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id))
    with qtbot.waitSignal(view.paper_shown) as told:
        qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [False] and view.paper.isHidden()
    view.bar.switch.click()
    assert view.paper.isVisible()


def test_a_narrow_window_shows_the_paper_in_its_own_window(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), width=1024, height=700)
    assert view.width() == 1024 and not view.side.isVisible() and view.folded.isVisible()
    view.bar.paper_button.click()
    qtbot.waitUntil(lambda: view.preview is not None, timeout=10_000)
    assert view.preview is not None and "concept" in view.preview.accessibleName()


def test_every_form_fits_the_smallest_window(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    for form in ("plan_van_aanpak", "gesprek", "werknemer"):
        view = show(fixtures.open_form(desk, form, case_id))
        view.resize(1024, 700)
        QApplication.processEvents()
        for step in view.session.wizard.steps:
            view.go_to_step(step.key)
            QApplication.processEvents()
            assert (view.width(), view.height()) == (1024, 700), (form, step.key)
            page = page_of(view)
            assert page.content.minimumSizeHint().width() <= page.viewport().width(), (form, step.key)


def test_an_empty_form_to_fill_in_by_hand(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    actions = {action.text(): action for action in view.bar.menu().actions()}
    actions["Leeg formulier om met de hand in te vullen"].trigger()
    qtbot.waitUntil(lambda: view.preview is not None, timeout=10_000)
    assert view.preview is not None and "leeg formulier" in view.preview.accessibleName()


# --- the preview ------------------------------------------------------------------------------------------------------


@pytest.fixture
def preview(pdf: bytes, qtbot: QtBot) -> Iterator[PreviewWindow]:
    window = PreviewWindow(pdf, title="Plan van aanpak", file_name="2026-001_plan_van_aanpak.pdf")
    window.show()
    QApplication.processEvents()
    yield window
    window.close()
    qtbot.waitUntil(lambda: not worker.is_busy(), timeout=10_000)


def test_pages_turn_with_keys_and_arrows_and_can_be_read(preview: PreviewWindow, qtbot: QtBot) -> None:
    assert preview.page == 0 and preview.page_count > 1
    assert not preview.previous.isEnabled()
    assert "Plan van aanpak" in preview.view.accessibleDescription()
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    preview.next.click() if preview.page_count > 2 else None
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == preview.page_count - 1 and not preview.next.isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 0
    preview.as_text.click()
    assert preview.text_list.isVisible() and preview.text_list.count() > 5
    said = [preview.text_list.item(at).text() for at in range(preview.text_list.count())]
    assert "formulierversie" not in " ".join(said[:-2]) and "formulierversie" in " ".join(said[-2:])
    assert not [line for line in said if line != line.strip()]
    assert any(line.endswith("UWV-formulier Plan van aanpak WIA.") and len(line) > 130 for line in said)
    assert preview.text_list.x() > 0
    preview.as_text.click()
    whole = preview.view.width()
    preview.zoom.buttons[1].click()
    assert preview.view.width() > whole
    assert not preview.grab().isNull()


def test_saving_proposes_a_neutral_name_and_writes_the_file(
    preview: PreviewWindow, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer(*arguments: Any) -> tuple[str, str]:
        asked.append(Path(str(arguments[2])).name)
        return str(tmp_path / "papier"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    with qtbot.waitSignal(preview.saved):
        preview.save_button.click()
    assert asked == ["2026-001_plan_van_aanpak.pdf"]
    assert (tmp_path / "papier.pdf").read_bytes() == pdf
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "weg" / "x.pdf"), ""))
    preview.save()
    notice = preview.message
    assert notice is not None and "bestaat niet" in notice.accessibleName()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: ("", ""))
    preview.save()


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printing_puts_every_page_on_paper_of_its_own_size(
    preview: PreviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "print.pdf"
    monkeypatch.setattr(preview, "choose_printer", lambda: printer_to(target))
    with qtbot.waitSignal(preview.printed, timeout=30_000):
        preview.print_button.click()
        assert preview.progress is not None
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == preview.page_count
    width, height = printed.get_page_size(0)
    assert (round(width), round(height)) in ((595, 842), (596, 842))
    printed.close()
    assert preview.print_button.isEnabled()
    picture = PdfPages(target.read_bytes()).image(0, 1.0)
    dark = sum(picture.pixelColor(QPoint(x, y)).lightness() < 128 for x in range(0, 595, 3) for y in range(0, 840, 3))
    assert dark > 100, "the page is not empty"


def test_printing_can_be_stopped(
    preview: PreviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(preview, "choose_printer", lambda: printer_to(tmp_path / "print.pdf"))
    preview.print_paper()
    assert preview.progress is not None
    preview.progress.stop_button.click()
    qtbot.waitUntil(preview.print_button.isEnabled, timeout=10_000)
    assert preview.message is not None and preview.message.accessibleName() == "Het afdrukken is gestopt."


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told(
    preview: PreviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "choose_printer", lambda: printer_to(tmp_path / "weg" / "print.pdf"))
    preview.print_paper()
    assert preview.message is not None and "printer" in preview.message.accessibleName()
    monkeypatch.setattr(preview, "choose_printer", lambda: None)
    preview.print_paper()
    assert preview.print_button.isEnabled()


def test_the_words_of_a_page_are_found_where_they_stand(pdf: bytes) -> None:
    pages = PdfPages(pdf)
    section = pages.find("7 Afspraken")
    assert section is not None
    row = pages.find("Werkbank met zitplek", section)
    assert row is not None and (row.page, row.top) > (section.page, section.top)
    assert pages.find("dit staat er niet") is None and pages.find(" ") is None
    assert pages.size(0)[0] < pages.size(0)[1]
    image = pages.image(0, 2.0)
    assert image.width() == pytest.approx(pages.size(0)[0] * 2, abs=2)
    pages.close()
    pages.close()


def test_paper_is_a4_when_it_is_nearly_so() -> None:
    from reintegratie_desktop.ui.form.printing import page_size

    assert page_size((595.28, 841.89)).id() == QPageSize.PageSizeId.A4
    assert page_size((841.89, 595.28)).id() == QPageSize.PageSizeId.A4


# --- what was carried over, and files ---------------------------------------------------------------------------------


def test_a_carried_answer_asks_once_whether_it_is_right(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    row = page_of(view).board.row("functie")
    assert row.is_carried
    edit = edit_of(view, "functie")
    edit.setFocus()
    qtbot.keyClicks(edit, "s")
    assert not row.is_carried
    known = view.session.carried("functie")
    assert known is not None and known.confirmed
    other = show(desk.open_form("ziekmelding", case_id), show_paper=False)
    assert page_of(other).board.row("aangenomen_door").is_carried
    other.show_finish()
    page = other.page
    assert isinstance(page, FinishPage)
    page.confirm_all.click()
    again = other.session.carried("aangenomen_door")
    assert again is not None and again.confirmed


def test_a_file_is_kept_and_a_wrong_one_is_explained(
    desk: Workspace,
    case_id: str,
    show: Callable[..., FormView],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pdf: bytes,
) -> None:
    view = show(desk.open_form("probleemanalyse", case_id), show_paper=False)
    good, bad = tmp_path / "advies.pdf", tmp_path / "advies.txt"
    good.write_bytes(pdf)
    bad.write_text("geen papier")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(bad), ""))
    board = page_of(view).board
    board.requested.emit("bijlage")
    assert "geen PDF" in board.row("bijlage").error
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(good), ""))
    board.requested.emit("bijlage")
    assert not board.row("bijlage").error
    assert view.session.answers["bijlage"]["naam"] == "advies.pdf"
    assert desk.store.attachments.read(view.session.answers["bijlage"]["sha256"]) == pdf


def test_a_removed_row_can_be_brought_back_from_the_footer(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer({"activiteiten": fixtures.ACTIVITEITEN})
    view = show(session, show_paper=False)
    view.go_to_step("afspraken")
    table_of(view, "activiteiten").remove_row(0)
    assert len(view.session.answers["activiteiten"]) == 1
    view.footer.undo.button.click()
    assert view.session.answers["activiteiten"] == fixtures.ACTIVITEITEN


def test_what_is_wrong_is_said_when_the_field_is_left_not_while_typing(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("ziekmelding", case_id), show_paper=False)
    board = page_of(view).board
    editor = board.editor("datum_melding")
    assert isinstance(editor, DayEditor)
    line = editor.edit
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, "1-1-2027")
    qtbot.wait(300)
    assert not board.row("datum_melding").error
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "toekomst" in board.row("datum_melding").error)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "23-11-2026")
    qtbot.waitUntil(lambda: not board.row("datum_melding").error)


def test_the_tab_key_goes_from_the_page_to_the_footer_and_round(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    page_of(view).focus_first()
    seen: list[str] = []
    for _turn in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        part = next(
            (
                name
                for name, owner in (
                    ("page", view.page),
                    ("footer", view.footer),
                    ("steps", view.sidebar),
                    ("bar", view.bar),
                )
                if owner.isAncestorOf(focused)
            ),
            "else",
        )
        if not seen or seen[-1] != part:
            seen.append(part)
        if len(seen) > 4:
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["page", "footer", "steps", "bar", "page"]


def test_a_paper_that_cannot_be_made_is_told_once_and_typing_goes_on(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    made: list[int] = []

    def refuse(*_arguments: Any, **_names: Any) -> Callable[[], bytes]:
        made.append(1)

        def work() -> bytes:
            raise KnownError("Het papier lukt niet.", "Probeer het later.")

        return work

    monkeypatch.setattr(desk.papers, "rendering", refuse)
    view.bar.switch.click()
    qtbot.waitUntil(lambda: view.paper.wait.text() == "Het papier lukt niet. Probeer het later.", timeout=5000)
    view.open_paper()
    qtbot.waitUntil(lambda: len(made) == 2 and not worker.is_busy(), timeout=5000)
    assert any("Het papier lukt niet." in notice.accessibleName() for notice in view.findChildren(Notice))
    edit = edit_of(view, "omschrijving")
    edit.setFocus()
    qtbot.keyClicks(edit, "Bakt brood.")
    assert view.session.answers["omschrijving"] == "Bakt brood."


def test_the_user_chooses_the_printer(preview: PreviewWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def answer(dialog: QPrintDialog) -> int:
        asked.append((dialog.minPage(), dialog.maxPage()))
        return len(asked) % 2

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    assert preview.choose_printer() is not None
    assert preview.choose_printer() is None
    assert asked == [(1, preview.page_count)] * 2


def test_a_click_on_the_paper_shows_it_large(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("taakprofiel", case_id))
    qtbot.waitUntil(lambda: view.paper.sheet.has_page, timeout=15_000)
    qtbot.mouseClick(view.paper.sheet, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.preview is not None, timeout=10_000)
    view.preview.close()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.preview is None)
    qtbot.keyClick(view.paper.sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.preview is not None, timeout=10_000)


@pytest.mark.qt_log_ignore("grabbing the", extend=True)
def test_the_menu_offers_what_the_form_can_do(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("gesprek", case_id), show_paper=False)
    view.bar.menu_button.click()
    menu = view.bar.findChild(QMenu)
    assert isinstance(menu, QMenu) and menu.isVisible()
    assert [item.text() for item in menu.actions()] == [
        "Papier groot bekijken en afdrukken",
        "Leeg formulier om met de hand in te vullen",
        "Agenda afdrukken",
        "Concept in twee talen: Nederlands en Engels",
        "Leeg formulier in twee talen: Nederlands en Engels",
        "Agenda in twee talen: Nederlands en Engels",
    ]
    menu.close()


# --- what first users stumbled over -----------------------------------------------------------------------------------


def test_the_preview_fits_a_small_screen_with_its_buttons_in_view(preview: PreviewWindow) -> None:
    preview.fit_screen(QSize(1024, 700))
    QApplication.processEvents()
    assert preview.width() <= 1024 and preview.height() <= 700
    for button in (preview.close_button, preview.save_button, preview.print_button):
        assert preview.rect().contains(QRect(button.mapTo(preview, QPoint(0, 0)), button.size()))
    preview.fit_screen(QSize(1920, 1200))
    assert preview.size() == QSize(860, 900)


def test_dots_of_a_suggestion_wait_at_the_end(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer({**fixtures.TAAKPROFIEL, "omschrijving": "Maakt deeg. Tillen tot .. kg."})
    view = show(session, show_paper=False)
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage) and not page.is_ready
    line = next(line for line in page.lines if "puntjes" in line.accessibleName())
    line.click()
    assert edit_of(view, "omschrijving").hasFocus()
    session.answer({"omschrijving": "Maakt deeg. Tillen tot 5 kg ..."})
    view.show_finish()
    assert isinstance(view.page, FinishPage) and view.page.is_ready


TALK: dict[str, Any] = {
    "soort": "check_in",
    "datum": "2026-12-01T10:00",
    "agenda": ["Hoe gaat het met het werk?", "De uren van volgende week"],
}


def test_the_guard_is_brought_into_view_on_the_smallest_window(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), 1024, 700, show_paper=False)
    view.go_to_step("meningen")
    QApplication.processEvents()
    write(view, qtbot, "mening_afspraken_wg", "Deeg lukt. Na vier uur is hij moe")
    panel = page_of(view).board.guard_at("mening_afspraken_wg").panels[0]
    qtbot.waitUntil(panel.isVisible)
    port = page_of(view).viewport()
    qtbot.waitUntil(lambda: panel.mapTo(port, QPoint(0, panel.height())).y() <= port.height())
    assert panel.height() > 150


def test_the_guard_has_its_height_after_the_window_became_narrow(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer({"activiteiten": fixtures.ACTIVITEITEN})
    view = show(session, show_paper=False)
    view.go_to_step("afspraken")
    table_of(view, "activiteiten").open_row(0)
    QApplication.processEvents()
    view.resize(1024, 700)
    QApplication.processEvents()
    edit = table_of(view, "activiteiten").text_edits()[0]
    edit.setFocus()
    qtbot.keyClicks(edit, " hij is moe ")
    panel = page_of(view).board.guard_at("activiteiten").panels[0]
    qtbot.waitUntil(panel.isVisible)
    qtbot.waitUntil(lambda: panel.height() > 150)


def test_a_talk_that_is_still_to_come_says_so(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("gesprek", case_id)
    session.answer(TALK)
    view = show(session, show_paper=False)
    view.go_to_step("gesprek")
    notices = [notice.accessibleName() for notice in page_of(view).findChildren(Notice)]
    assert len(notices) == 1
    assert "Het verslag maak je daarna." in notices[0]


def test_a_talk_of_today_has_no_notice(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("gesprek", case_id)
    session.answer({**TALK, "datum": "2026-11-23T10:00"})
    view = show(session, show_paper=False)
    view.go_to_step("gesprek")
    assert page_of(view).findChildren(Notice) == []


def test_a_row_is_named_by_what_stands_in_it(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("gesprek", case_id)
    session.answer({"afspraken_oud": [{"afspraak": "Dinsdag bellen"}, {"afspraak": ""}]})
    assert session.label_of("afspraken_oud[0].nagekomen") == "afspraak ‘Dinsdag bellen’: nagekomen"
    assert session.label_of("afspraken_oud[1].nagekomen") == "afspraak 2: Nagekomen"
    assert session.label_of("afspraken_oud[7].nagekomen") == "afspraak 8: Nagekomen"


def test_the_line_about_work_stands_once(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("gesprek", case_id), show_paper=False)
    view.go_to_step("gesprek")
    shown = [label.text() for label in page_of(view).findChildren(QLabel) if label.isVisible()]
    assert sum("lleen" in text and "afspraken" in text for text in shown) == 1, shown


@pytest.mark.parametrize("form", ["gesprek", "taakprofiel", "plan_van_aanpak"])
def test_the_whole_form_says_no_heading_twice(
    desk: Workspace, case_id: str, show: Callable[..., FormView], form: str
) -> None:
    view = show(desk.open_form(form, case_id), show_paper=False)
    view.set_mode("whole")
    QApplication.processEvents()
    labels = [label for label in page_of(view).findChildren(QLabel) if label.isVisible() and label.text()]
    labels.sort(key=lambda label: label.mapTo(page_of(view).content, QPoint(0, 0)).y())
    plain = [re.sub(r"^\w+  ", "", label.text()).casefold() for label in labels]
    assert [one for one, two in pairwise(plain) if one == two and len(one) > 4] == []


def test_a_plan_row_speaks_words_not_codes(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer({"activiteiten": fixtures.ACTIVITEITEN})
    view = show(session, show_paper=False)
    view.go_to_step("afspraken")
    table = table_of(view, "activiteiten")
    shown = " ".join(fixtures.cell_words(table.list))
    assert "Taken en tempo. Doel: Elke ochtend klaar" in shown
    assert "7A" not in shown
    table.open_row(0)
    kind = table.card.editors["a_cat"]
    words = [box.itemText(index) for box in kind.findChildren(QComboBox) for index in range(box.count())]
    words += [button.text() for button in kind.findChildren(QAbstractButton)]
    assert "Opbouw van uren" in words and not any("7E" in text for text in words)


def test_the_bar_of_a_next_version_names_the_one_before(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    first = desk.open_form("taakprofiel", case_id)
    first.answer(fixtures.TAAKPROFIEL)
    first.finish()
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    assert view.bar.about.text().endswith("nieuwe versie, de vorige is van ma 23 november")


def test_the_time_of_saving_has_its_day_when_it_was_not_today(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.saved_at = datetime(2026, 11, 13, 16, 52)
    view = show(session, show_paper=False)
    assert view.footer.saved.label.text() == "Bewaard op 13 november om 16:52"


def test_help_points_stand_clear_of_their_dots(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("gesprek", case_id)
    session.answer(TALK)
    view = show(session, show_paper=False)
    view.go_to_step("agenda")
    block = view.help.never_ask
    assert block.lines
    dots = [label for label in block.findChildren(QLabel) if label.text() == "•"]
    lines = [label for label in block.findChildren(QLabel) if label.text() in block.lines]
    assert len(dots) == len(lines) == len(block.lines)
    assert min(label.x() for label in lines) > max(dot.x() + dot.width() for dot in dots)
