"""Filling in without a stumble: nothing moves under the hands, and every point of the list leads to its field."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui import worker
from reintegratie_desktop.ui.fields.parts import LimitedEditor
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form import FormView
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.form_row import FormRow
from tests.ui import form_fixtures as fixtures

SMALL = (1024, 700)
ADVICE: dict[str, Any] = {
    "datum_document": "2026-11-12",
    "per_datum": "2026-11-23",
    "benutbaar": "ander_werk",
    "izp_dynamisch": {"beperkt": True, "toelichting": ""},
}


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
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme("licht").apply(app)

    def make(session: Any, width: int = 1280, height: int = 800) -> FormView:
        view = FormView(session, show_paper=False)
        shown.append(view)
        view.resize(width, height)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        QApplication.processEvents()
        return view

    yield make
    for view in shown:
        view.close()
        view.deleteLater()
    qtbot.waitUntil(lambda: not worker.is_busy(), timeout=10_000)
    QApplication.processEvents()


def page_of(view: FormView) -> FormPage:
    assert isinstance(view.page, FormPage)
    return view.page


def lines_of(view: FormView, key: str) -> list[QLineEdit]:
    return page_of(view).board.editor(key).findChildren(QLineEdit)


def height_of(view: FormView, widget: QWidget) -> int:
    """Return where a widget stands on the screen."""
    return widget.mapTo(view, QPoint(0, 0)).y()


def in_view(view: FormView, widget: QWidget) -> bool:
    port = page_of(view).viewport()
    top = widget.mapTo(port, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= port.height()


# --- nothing moves ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 800), SMALL])
def test_a_message_above_never_moves_the_field_that_is_typed_in(
    desk: Workspace, show: Callable[..., FormView], qtbot: QtBot, size: tuple[int, int]
) -> None:
    view = show(desk.open_form("werknemer"), *size)
    view.go_to_step("bereikbaar")
    row = page_of(view).board.row("telefoon")
    phone = lines_of(view, "telefoon")[0]
    phone.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(phone, "06123")
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    following = QApplication.focusWidget()
    assert following is not None
    assert following is not phone
    before = height_of(view, following)
    qtbot.waitUntil(lambda: bool(row.note))
    for _turn in range(3):
        QApplication.processEvents()
    assert height_of(view, following) == before
    phone.clear()
    page_of(view).board.editor("telefoon").apply("0612345678")
    qtbot.waitUntil(lambda: not row.note)
    for _turn in range(3):
        QApplication.processEvents()
    assert height_of(view, following) == before


def test_no_message_comes_up_while_the_mouse_is_down(
    desk: Workspace, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("werkgever"))
    view.go_to_step("contact")
    row = page_of(view).board.row("contact")
    phone = lines_of(view, "contact")[2]
    below = lines_of(view, "arbodienst")[0]
    phone.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(phone, "06123")
    qtbot.mousePress(below, Qt.MouseButton.LeftButton)
    before = height_of(view, below)
    qtbot.wait(120)
    assert not row.note, "the click has not landed yet"
    assert height_of(view, below) == before
    qtbot.mouseRelease(below, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(row.note))
    assert below.hasFocus()
    assert height_of(view, below) == before


def test_the_page_is_as_wide_with_a_scroll_bar_as_without(desk: Workspace, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("werkgever"))
    widths = set()
    for step in view.session.wizard.steps:
        view.go_to_step(step.key)
        QApplication.processEvents()
        widths.add(page_of(view).content.width())
    assert len(widths) == 1


def test_ticking_a_day_moves_nothing(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("opbouwschema", case_id))
    view.go_to_step("fasen")
    table = page_of(view).board.editor("fasen")
    assert isinstance(table, TableEditor)
    table.add_button.click()
    table.card.editors["van"].apply("2026-11-30")
    table.card.editors["uren_dag"].apply("2")
    QApplication.processEvents()
    boxes = table.card.editors["dagen"].boxes  # type: ignore[attr-defined]
    boxes["ma"].setFocus(Qt.FocusReason.TabFocusReason)
    for _turn in range(3):
        QApplication.processEvents()
    before = height_of(view, boxes["ma"])
    for day in ("ma", "wo"):
        boxes[day].click()
        qtbot.wait(30)
    assert height_of(view, boxes["ma"]) == before
    assert table.value()[0]["dagen"] == ["ma", "wo"]


def test_a_question_that_gets_the_keyboard_is_shown_whole(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    view = show(desk.open_form("ziekmelding", case_id), *SMALL)
    view.go_to_step("contact")
    for key in ("contact_wie", "contact_wijze", "beste_moment"):
        row = page_of(view).board.row(key)
        row.focus_first()
        QApplication.processEvents()
        assert in_view(view, row), key


def test_a_page_opens_at_its_top(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("opbouwschema", case_id))
    view.session.answer({"fasen": [{"van": "2026-11-30", "dagen": ["ma"], "uren_dag": "2"}] * 4})
    view.go_to_step("fasen")
    QApplication.processEvents()
    assert page_of(view).verticalScrollBar().value() == 0


# --- from the list to the field and back ------------------------------------------------------------------------------


def finish_page(view: FormView) -> FinishPage:
    assert isinstance(view.page, FinishPage)
    return view.page


def test_every_line_of_the_list_leads_to_its_field(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    for form in ("ziekmelding", "probleemanalyse", "opbouwschema", "plan_van_aanpak"):
        view = show(desk.open_form(form, case_id), *SMALL)
        view.show_finish()
        points = {point.field: point for point in finish_page(view).check.stops}
        assert points
        for number, point in enumerate(points.values()):
            view.show_finish()
            finish_page_messages = [line.accessibleName() for line in finish_page(view).lines]
            finish_page(view).lines[number].click()
            QApplication.processEvents()
            row = page_of(view).board.row(point.field_key)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert row.isAncestorOf(focused), point.field
            assert in_view(view, focused), point.field
            said = finish_page_messages[number]
            assert said.endswith(row.note or row.error), point.field
            assert row.note or row.error
        view.close()


def test_enter_on_a_line_opens_it(desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot) -> None:
    view = show(desk.open_form("ziekmelding", case_id))
    view.show_finish()
    first = finish_page(view).lines[0]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert isinstance(view.page, FormPage)


def test_the_button_goes_on_from_point_to_point_and_ends_at_the_list(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    view = show(desk.open_form("probleemanalyse", case_id))
    view.show_finish()
    keys = [point.field_key for point in finish_page(view).check.stops]
    assert view.footer.next_button.words == "Naar het eerste punt"
    view.go_on()
    at = []
    while isinstance(view.page, FormPage):
        found = view.page.board.field_at(QApplication.focusWidget())
        assert found is not None
        at.append(found[1])
        last = len(at) == len(keys)
        assert view.footer.next_button.words == ("Verder nakijken" if last else "Volgend punt")
        view.go_on()
    assert at == keys, "a point that was left open is passed by, never twice"
    assert view.footer.back_button.words == "Verder invullen"


def test_a_point_that_is_solved_is_passed_by(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("probleemanalyse", case_id))
    view.show_finish()
    keys = [point.field_key for point in finish_page(view).check.stops]
    view.go_on()
    assert keys[:2] == ["datum_spreekuur", "datum_document"]
    for key in keys[:2]:
        page_of(view).board.editor(key).apply("2026-11-23")
    view.go_on()
    found = page_of(view).board.field_at(QApplication.focusWidget())
    assert found is not None
    assert found[1] == keys[2]
    view.sidebar.buttons[0].click()
    assert view.footer.next_button.words == "Volgende", "who goes another way leaves the list"


def test_what_misses_is_said_at_the_field_until_it_is_there(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("ziekmelding", case_id))
    view.show_finish()
    point = finish_page(view).check.stops[0]
    finish_page(view).lines[0].click()
    row = page_of(view).board.row(point.field_key)
    assert row.note == point.message
    assert point.message in row.widget.description  # type: ignore[attr-defined]
    view.session.flow.field(point.field_key)
    options = getattr(view.session.flow.field(point.field_key), "options", ())
    page_of(view).board.editor(point.field_key).apply(options[0].value if options else "2026-11-16")
    qtbot.waitUntil(lambda: not row.note)


def test_dots_to_fill_in_are_told_until_the_text_changes(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer({**fixtures.TAAKPROFIEL, "omschrijving": "Bakt brood. Uren per dag: .."})
    view = show(session)
    view.show_finish()
    names = [line.accessibleName() for line in finish_page(view).lines]
    number = next(at for at, name in enumerate(names) if "puntjes" in name)
    finish_page(view).lines[number].click()
    row = page_of(view).board.row("omschrijving")
    assert row.note == "Vul in wat op de puntjes hoort."
    edit = page_of(view).board.editor("omschrijving").text_edits()[0]
    qtbot.keyClicks(edit, "x")
    qtbot.waitUntil(lambda: not row.note)


def test_a_limit_without_words_leads_to_the_words(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("probleemanalyse", case_id)
    session.answer(ADVICE)
    view = show(session)
    view.go_to_place("izp_dynamisch")
    editor = page_of(view).board.editor("izp_dynamisch")
    assert isinstance(editor, LimitedEditor)
    assert editor.edit.hasFocus()
    editor.edit.set_text("Niet tillen boven 5 kg.")
    editor.focus_first()
    assert editor.list.buttons[0].hasFocus()


def test_the_keyboard_stands_on_the_button_when_nothing_misses(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer(fixtures.TAAKPROFIEL)
    view = show(session)
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage)
    assert page.finish_button.words == "Papier vaststellen"
    assert page.finish_button.hasFocus()
    assert view.footer.next_button.isHidden()


def test_a_click_too_many_makes_no_paper(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer(fixtures.TAAKPROFIEL)
    view = show(session)
    made: list[str] = []
    view.finished.connect(made.append)
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage)
    page.finish_button.click()
    assert made == []
    footer, button = view.footer, page.finish_button
    where = button.mapTo(view, button.rect().center())
    old = footer.next_button.mapTo(view, footer.next_button.rect().center())
    assert (where - old).manhattanLength() > 100
    page._arm()
    button.click()
    qtbot.waitUntil(lambda: len(made) == 1)


def test_after_the_last_field_the_tab_key_comes_to_the_way_on(
    desk: Workspace, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("werkgever"))
    view.go_to_step("loon")
    last = lines_of(view, page_of(view).board.keys[-1])[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert view.footer.next_button.hasFocus()
    qtbot.keyClick(view.footer.next_button, Qt.Key.Key_Tab)
    assert view.footer.back_button.hasFocus()


def test_each_button_says_what_it_does(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    record = show(desk.open_form("werkgever"))
    record.go_on()
    assert record.sidebar.back_button.words == "Formulier sluiten"
    assert record.footer.back_button.words == "Vorige stap"
    record.show_finish()
    assert record.footer.next_button.words == "Gegevens gebruiken"
    form = show(desk.open_form("ziekmelding", case_id))
    titles = [step.title for step in form.session.flow.steps]
    assert form.sidebar.back_button.words == "Terug naar dossier"
    assert not {"Nakijken", "Afronden"} & set(titles), "a step is not called as the page after it"


# --- one row of a table -----------------------------------------------------------------------------------------------


def open_phase(view: FormView) -> TableEditor:
    view.go_to_step("fasen")
    table = page_of(view).board.editor("fasen")
    assert isinstance(table, TableEditor)
    table.open_row(0)
    QApplication.processEvents()
    # What still had to be checked is checked now, and not in the middle of the test.
    page_of(view).board.refresh()
    return table


PHASE: dict[str, Any] = {"van": "2026-11-30", "tot": "2026-12-20", "dagen": ["ma", "wo"], "uren_dag": "3"}


def test_a_phase_shows_first_what_is_needed(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    session = desk.open_form("opbouwschema", case_id)
    session.answer({"fasen": [PHASE]})
    view = show(session)
    table = open_phase(view)
    assert table.card.title_label.text() == "Fase 1 wijzigen"
    assert "fase" not in table.card.rows, "the title of the card says it"
    assert table.card.rows["begeleider"].isHidden() or not table.card.more_is_open
    assert "aanspreekpunt" in table.card._more_words.text()
    table.card.more_button.click()
    assert table.card.more_is_open
    assert table.card.rows["begeleider"].isVisible()
    table.card.more_button.click()
    assert not table.card.more_is_open
    assert table.card.rows["evaluatie_gedaan"].isHidden(), "there is no phase before the first"


def test_a_folded_question_opens_when_something_is_wrong_with_it(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("opbouwschema", case_id)
    session.answer({"fasen": [PHASE]})
    view = show(session)
    table = open_phase(view)
    table.set_place_errors({"[0].begeleider": "Wie is het?"})
    assert table.card.more_is_open
    assert table.card.rows["begeleider"].error == "Wie is het?"
    table.card.set_more(on=False)
    table.focus_place("[0].werkplek")
    assert table.card.more_is_open


def test_a_row_shows_its_errors_when_it_is_opened_again(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("opbouwschema", case_id)
    session.answer({"fasen": [PHASE]})
    view = show(session)
    table = open_phase(view)
    table.set_place_errors({"[0].uren_dag": "Niet meer dan 2 uur per dag."})
    table.done_button.click()
    table.open_row(0)
    assert table.card.rows["uren_dag"].error == "Niet meer dan 2 uur per dag."


def test_a_message_of_a_narrow_field_takes_the_whole_line(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("opbouwschema", case_id)
    session.answer({"fasen": [PHASE]})
    view = show(session)
    table = open_phase(view)
    sentence = "Niet meer dan 6 uur per week. Dat staat in het advies van 17 november."
    table.set_place_errors({"[0].uren_dag": sentence})
    QApplication.processEvents()
    row = table.card.rows["uren_dag"]
    assert isinstance(row, FormRow)
    assert row.error_line.label.text() == f"Uren per dag: {sentence}"
    assert row.error_line.width() > 2 * row.width()
    view.resize(*SMALL)
    QApplication.processEvents()
    assert row.error_line.isVisible()


def test_the_list_of_phases_tells_what_people_compare(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    session = desk.open_form("opbouwschema", case_id)
    session.answer({"fasen": [PHASE]})
    view = show(session)
    view.go_to_step("fasen")
    table = page_of(view).board.editor("fasen")
    assert isinstance(table, TableEditor)
    words = fixtures.cell_words(table.list)
    assert words[0] == "Fase 1"
    assert "30 nov t/m 20 dec" in words[1]
    assert words[2:] == ["ma, wo", "3 uur", "6 uur", "19%"]


def test_an_error_in_an_open_row_is_said_once(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("opbouwschema", case_id)
    session.answer({"fasen": [{**PHASE, "tot": "2026-11-01"}]})
    view = show(session)
    table = open_phase(view)
    row = page_of(view).board.row("fasen")
    qtbot.waitUntil(lambda: not row.error, timeout=1000)
    assert [cell.error for cell in table.card.rows.values() if cell.error]
    table.done_button.click()
    qtbot.waitUntil(lambda: row.error.startswith("Fase 1: "))
