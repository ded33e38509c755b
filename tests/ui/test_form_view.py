"""The form view: walking, writing, saving, finishing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.errors import DiskFull
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui import worker
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form import FormView
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from tests.ui import form_fixtures as fixtures

RARE = "<b>vet</b> & Łukasz 🥖 שלום &amp; <script>"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = fixtures.make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return str(fixtures.make_case(desk))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., FormView]]:
    shown: list[FormView] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme("licht").apply(app)

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
        view.close()
        view.deleteLater()
    qtbot.waitUntil(lambda: not worker.is_busy(), timeout=10_000)
    QApplication.processEvents()


def form_page(view: FormView) -> FormPage:
    assert isinstance(view.page, FormPage)
    return view.page


def edit_of(view: FormView, key: str, number: int = 0) -> QLineEdit | QPlainTextEdit:
    return form_page(view).board.editor(key).text_edits()[number]


def stored(desk: Workspace, session: FormSession) -> dict[str, Any]:
    draft = desk.store.drafts.load(session.case_id, session.flow.key, session.slot)
    return dict(draft.answers) if draft is not None else {}


# --- walking ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", KEYS)
def test_every_step_of_every_form_can_be_walked_in_both_modes(
    desk: Workspace, case_id: str, show: Callable[..., FormView], form: str, language: str
) -> None:
    set_language(language)
    view = show(fixtures.open_form(desk, form, case_id), show_paper=False)
    wizard = view.session.wizard
    seen = []
    while True:
        seen.append(view.step.key)
        page = form_page(view)
        assert page.step_key == view.step.key
        assert page.board.keys == [field.key for field in view.step.fields]
        if wizard.is_last:
            break
        view.go_on()
    assert seen == [step.key for step in wizard.steps]
    view.go_on()
    assert isinstance(view.page, FinishPage)
    view.set_mode("whole")
    assert form_page(view).board.keys == [field.key for field in view.session.flow.fields]
    view.go_on()
    assert isinstance(view.page, FinishPage)


def test_there_is_one_filled_button(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id))
    for step in view.session.wizard.steps:
        view.go_to_step(step.key)
        filled = [
            button for button in view.findChildren(Button) if button.kind is Kind.PRIMARY and button.isVisibleTo(view)
        ]
        assert len(filled) == 1, step.key


def test_the_steps_at_the_left_open_and_show_how_far_they_are(
    desk: Workspace, case_id: str, show: Callable[..., FormView]
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id))
    view.sidebar.buttons[3].click()
    assert view.step.key == "afspraken"
    assert view.sidebar.buttons[3].isChecked()
    view.sidebar.buttons[4].click()
    assert "nog niet af" in view.sidebar.buttons[3].accessibleName()
    assert "nog niet bekeken" in view.sidebar.buttons[7].accessibleName()
    view.footer.back_button.click()
    assert view.step.key == "afspraken"
    assert view.footer.place.text() == "Stap 4 van 8"


def test_the_same_answers_in_both_modes_at_the_same_place(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id))
    view.go_to_step("meningen")
    edit = edit_of(view, "mening_afspraken_wg")
    edit.setFocus()
    qtbot.keyClicks(edit, "De vrijdag staat vast.")
    view.set_mode("whole")
    qtbot.waitUntil(lambda: edit_of(view, "mening_afspraken_wg").hasFocus())
    again = edit_of(view, "mening_afspraken_wg")
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "De vrijdag staat vast."
    assert view.step.key == "meningen"
    view.set_mode("steps")
    assert view.step.key == "meningen"
    edit = edit_of(view, "mening_afspraken_wg")
    assert isinstance(edit, QPlainTextEdit) and edit.toPlainText() == "De vrijdag staat vast."


# --- saving -----------------------------------------------------------------------------------------------------------


def test_a_draft_is_saved_within_two_seconds_while_typing_goes_on(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    edit = edit_of(view, "mening_afspraken_wg")
    edit.setFocus()
    typed = ""
    with qtbot.waitSignal(view.saved, timeout=2000):
        for number in range(9):
            qtbot.keyClicks(edit, f"{number} ")
            typed += f"{number} "
            qtbot.wait(200)
    saved = stored(desk, view.session)["mening_afspraken_wg"]
    assert saved and typed.startswith(saved)
    assert view.footer.saved.label.text() == "Bewaard om 21:47"


def test_what_was_typed_is_there_after_closing_and_opening_at_the_same_step(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    long_text = "Wij bakken elke dag brood. " * 186
    for key, text in (("mening_afspraken_wn", RARE), ("mening_afspraken_wg", long_text)):
        edit = edit_of(view, key)
        assert isinstance(edit, QPlainTextEdit)
        edit.setFocus()
        edit.insertPlainText(text)
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    session = desk.open_form("plan_van_aanpak", case_id)
    again = show(session, show_paper=False)
    assert again.step.key == "meningen"
    assert session.answers["mening_afspraken_wn"] == RARE
    shown = [edit_of(again, key) for key in ("mening_afspraken_wn", "mening_afspraken_wg")]
    assert [edit.toPlainText() for edit in shown if isinstance(edit, QPlainTextEdit)] == [RARE, long_text]
    assert len(session.answers["mening_afspraken_wg"]) > 5000


def test_looking_at_a_form_makes_no_draft(desk: Workspace, show: Callable[..., FormView], qtbot: QtBot) -> None:
    view = show(desk.open_form("werkgever"))
    view.go_on()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert desk.store.drafts.load("", "werkgever", "") is None


def test_a_full_disk_keeps_the_text_and_tries_again(
    desk: Workspace,
    case_id: str,
    show: Callable[..., FormView],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    real = desk.store.drafts.save
    full = True

    def save(*arguments: Any, **names: Any) -> None:
        if full:
            raise DiskFull(desk.path)
        real(*arguments, **names)

    monkeypatch.setattr(type(desk.store.drafts), "save", lambda _self, *a, **k: save(*a, **k))
    edit = edit_of(view, "mening_afspraken_wg")
    edit.setFocus()
    qtbot.keyClicks(edit, "Dit blijft staan.")
    qtbot.waitUntil(lambda: view.footer.saved.label.text() == "Nog niet bewaard", timeout=3000)
    assert view.notice is not None
    assert str(desk.path.parent) in view.notice.accessibleName()
    view.leave()
    assert form_page(view).isVisible(), "the form stays open while its text is nowhere else"
    assert isinstance(edit, QPlainTextEdit) and edit.toPlainText() == "Dit blijft staan."
    full = False
    assert view.notice.button is not None
    with qtbot.waitSignal(view.saved):
        view.notice.button.click()
    assert view.notice is None
    assert stored(desk, view.session)["mening_afspraken_wg"] == "Dit blijft staan."
    full = True
    qtbot.keyClicks(edit, " En meer.")
    qtbot.waitUntil(lambda: view.notice is not None, timeout=3000)
    full = False
    qtbot.keyClicks(edit, " Nog meer.")
    qtbot.waitUntil(lambda: view.notice is None, timeout=3000)
    assert stored(desk, view.session)["mening_afspraken_wg"] == "Dit blijft staan. En meer. Nog meer."


# --- questions --------------------------------------------------------------------------------------------------------


def test_a_question_that_is_no_longer_asked_keeps_its_answer(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("ziekmelding", case_id), show_paper=False)
    view.go_to_step("afronden")
    board = form_page(view).board
    hidden = [key for key in board.keys if board.row(key).isHidden()]
    for step in view.session.wizard.steps:
        view.go_to_step(step.key)
        board = form_page(view).board
        hidden += [key for key in board.keys if board.row(key).isHidden()]
    assert hidden, "some questions of this form depend on others"


def test_enter_in_a_line_goes_to_the_next_field(desk: Workspace, show: Callable[..., FormView], qtbot: QtBot) -> None:
    view = show(desk.open_form("werkgever"), show_paper=False)
    first = edit_of(view, "handelsnaam")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget) and focused is not first
    found = form_page(view).board.field_at(focused)
    assert found is not None and found[1] != "handelsnaam"
    assert view.step.key == "bedrijf"


def test_the_help_follows_the_field(desk: Workspace, case_id: str, show: Callable[..., FormView]) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("meningen")
    edit_of(view, "mening_afspraken_wg").setFocus()
    assert view.help.why.words.text() == "Schrijf ook op waar jij je best voor doet."
    assert "Niemand." in view.help.readers.words.text()
    edit_of(view, "mening_afspraken_wn").setFocus()
    assert view.help.why.words.text().startswith("Ook twijfel mag er staan.")
    assert view.help.isVisible() and not view.folded.isVisible()


def test_f1_goes_to_the_help_and_back(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), width=1024, height=700)
    view.go_to_step("meningen")
    edit = edit_of(view, "mening_afspraken_wg")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_F1)
    assert view.folded.is_open and view.folded.texts.hasFocus()
    assert "best voor doet" in view.folded.texts.accessibleDescription()
    qtbot.keyClick(view.folded.texts, Qt.Key.Key_F1)
    assert edit.hasFocus() and not view.folded.is_open


# --- finishing --------------------------------------------------------------------------------------------------------


def test_the_list_at_the_end_jumps_to_the_field_also_into_a_table(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    rows = [dict(row) for row in fixtures.ACTIVITEITEN]
    del rows[1]["a_doel"]
    session.answer({"activiteiten": rows})
    view = show(session, show_paper=False)
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage) and not page.is_ready
    assert view.footer.next_button.words == "Naar het eerste punt"
    view.go_to_place("activiteiten[1].a_doel")
    found = form_page(view).board.field_at(QApplication.focusWidget())
    assert found is not None and found[0].key == "a_doel"
    view.show_finish()
    assert isinstance(view.page, FinishPage)
    first = view.page.check.stops[0]
    view.go_on()
    assert view.step.key == first.step_key


def test_finishing_makes_a_paper_and_drops_the_draft(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer(fixtures.TAAKPROFIEL)
    session.save()
    assert not session.check().stops, [item.field for item in session.check().stops]
    view = show(session, show_paper=False)
    view.show_finish()
    assert view.footer.next_button.words == "Papier vaststellen"
    with qtbot.waitSignal(view.finished) as made:
        view.go_on()
    paper = desk.newest_paper(case_id, "taakprofiel")
    assert paper is not None and made.args == [paper.id]
    assert stored(desk, session) == {}
    view.close()
    assert stored(desk, session) == {}


def test_a_next_version_asks_why(desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot) -> None:
    first = desk.open_form("taakprofiel", case_id)
    first.answer(fixtures.TAAKPROFIEL)
    first.finish()
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage)
    view.go_on()
    assert page.reason_row.error == "Schrijf in één zin op waarom er een nieuwe versie komt."
    assert page.reason.property("invalid")
    page.reason.setPlainText("De taken zijn veranderd.")
    with qtbot.waitSignal(view.finished):
        view.go_on()
    paper = desk.newest_paper(case_id, "taakprofiel")
    assert paper is not None and paper.version == 2 and paper.reason == "De taken zijn veranderd."


def test_a_record_is_kept_not_finished_into_a_paper(
    desk: Workspace, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    session = desk.open_form("werknemer")
    session.answer(fixtures.WERKNEMER)
    view = show(session)
    assert not view.paper.isVisible()
    view.show_finish()
    assert view.footer.next_button.words == "Gegevens gebruiken"
    with qtbot.waitSignal(view.finished) as made:
        view.go_on()
    assert desk.employee(str(made.args[0]))["achternaam"] == "Hoekstra"


def test_health_words_do_not_slip_into_the_reason(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    first = desk.open_form("taakprofiel", case_id)
    first.answer(fixtures.TAAKPROFIEL)
    first.finish()
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage)
    page.reason.setPlainText("Hij is sneller moe.")
    view.go_on()
    assert page.reason_panel.isVisible() and page.reason.hasFocus()
    page.reason_panel.keep_button.click()
    assert "moe" in desk.allowed_words(case_id)
    with qtbot.waitSignal(view.finished):
        view.go_on()


def test_a_full_disk_at_finishing_is_told_and_nothing_is_lost(
    desk: Workspace,
    case_id: str,
    show: Callable[..., FormView],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = desk.open_form("taakprofiel", case_id)
    session.answer(fixtures.TAAKPROFIEL)
    session.save()
    view = show(session, show_paper=False)
    view.show_finish()

    def refuse(*_arguments: Any, **_names: Any) -> None:
        raise DiskFull(desk.path)

    with monkeypatch.context() as patch:
        patch.setattr(type(desk.store.papers), "add", refuse)
        view.go_on()
    page = view.page
    assert isinstance(page, FinishPage) and page.problem.isVisible()
    assert desk.newest_paper(case_id, "taakprofiel") is None
    assert stored(desk, session)["omschrijving"] == fixtures.TAAKPROFIEL["omschrijving"]
    with qtbot.waitSignal(view.finished):
        view.go_on()


def test_an_answer_that_takes_its_own_step_away_leads_to_a_step_that_is_there(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.go_to_step("evaluatie")
    view.session.wizard.current = "meningen"
    edit = form_page(view).board.editor("casemanager").findChildren(QLineEdit)[0]
    qtbot.keyClicks(edit, "A")
    qtbot.waitUntil(lambda: form_page(view).step_key == "meningen")


def test_the_steps_scroll_the_whole_form(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("plan_van_aanpak", case_id), show_paper=False)
    view.set_mode("whole")
    QApplication.processEvents()
    view.sidebar.buttons[5].click()
    QApplication.processEvents()
    assert form_page(view).verticalScrollBar().value() > 500
    QApplication.processEvents()
    page = form_page(view)
    heading = next(head for head, step in page._heads if step.key == "evaluatie")
    assert heading.mapTo(page.viewport(), QPoint(0, 0)).y() <= 20, "the step stands at the top"
    assert view.step.key == "evaluatie"
    assert view.footer.next_button.words == "Nakijken" and not view.footer.back_button.isVisible()
    found = form_page(view).board.field_at(QApplication.focusWidget())
    assert found is not None and view.session.flow.step_of(found[1]).key == "evaluatie"
    view.footer.next_button.setFocus()
    form_page(view).verticalScrollBar().setValue(0)
    assert view.step.key == "gegevens"


def test_alt_keys_walk_the_steps(desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot) -> None:
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.step.key == "taken")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.step.key == "functie")


def test_a_window_that_closes_saves_what_stands_on_the_page(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("taakprofiel", case_id), show_paper=False)
    edit = edit_of(view, "omschrijving")
    edit.setFocus()
    qtbot.keyClicks(edit, "Bakt brood.")
    assert view.save_now()
    assert stored(desk, view.session)["omschrijving"] == "Bakt brood."
    qtbot.keyClicks(edit, " En taart.")
    view.close()
    assert stored(desk, view.session)["omschrijving"] == "Bakt brood. En taart."


def test_typed_text_is_never_markup(desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot) -> None:
    session = desk.open_form("plan_van_aanpak", case_id)
    rows = [{**row, "a_activiteit": f"{RARE} {number}"} for number, row in enumerate(fixtures.ACTIVITEITEN)]
    session.answer({"activiteiten": rows})
    view = show(session, show_paper=False)
    view.go_to_step("afspraken")
    table = form_page(view).board.editor("activiteiten")
    assert isinstance(table, TableEditor)
    assert [words for words in fixtures.cell_words(table.list) if RARE in words] == [f"{RARE} 0", f"{RARE} 1"]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in view.findChildren(QLabel))
    view.show_finish()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in view.findChildren(QLabel))
