"""Nothing moves under the mouse, a paper is completed afterwards, and finishing says what comes next."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.ui import worker
from reintegratie_desktop.ui.form import FormView
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.later_dialog import LaterDialog
from reintegratie_desktop.ui.form.next_line import NextLine
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.theme import Theme
from tests.ui import form_fixtures as fixtures
from tests.ui.shell_fixtures import make_window, settle

ADVICE: dict[str, Any] = {"datum_document": "2026-11-12", "per_datum": "2026-11-23", "benutbaar": "ander_werk"}
SENT: dict[str, Any] = {
    "soort_bericht": "ziekmelding",
    "contactpersonen": [{"naam": "Anna Halm", "telefoon": "0600000011"}],
    "gewenste_actie": ["spreekuur_bedrijfsarts"],
    "vragen": ["welke_niet"],
    "functie_info": False,
    "verzonden_op": "2026-11-20",
    "verzonden_via": "telefoon",
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

    def make(session: Any) -> FormView:
        view = FormView(session, show_paper=False)
        shown.append(view)
        view.resize(1280, 800)
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


def height_of(view: FormView, widget: QWidget) -> int:
    return widget.mapTo(view, QPoint(0, 0)).y()


def first_line(view: FormView, key: str) -> QLineEdit:
    return page_of(view).board.editor(key).findChildren(QLineEdit)[0]


# --- nothing moves under the mouse ------------------------------------------------------------------------------------


def test_the_weekday_of_a_date_has_its_room_already(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("melding_arbodienst", case_id))
    view.go_to_step("versturen")
    below = page_of(view).board.row("referentie")
    received = first_line(view, "ontvangst")
    received.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    before = height_of(view, below)
    qtbot.keyClicks(received, "23-11-2026")
    settle()
    assert "ma 23 november 2026" in page_of(view).board.editor("ontvangst").echo.text()  # type: ignore[attr-defined]
    assert height_of(view, below) == before
    received.clear()
    settle()
    assert height_of(view, below) == before


def test_the_question_whether_it_is_still_right_leaves_its_room(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    view = show(desk.open_form("taakprofiel", case_id))
    view.go_to_step("functie")
    row, below = page_of(view).board.row("functie"), page_of(view).board.row("omschrijving")
    assert row.is_carried
    before = height_of(view, below)
    function = first_line(view, "functie")
    function.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(function, "s")
    settle()
    assert not row.is_carried
    assert height_of(view, below) == before


def test_a_note_waits_until_the_field_is_left(desk: Workspace, show: Callable[..., FormView], qtbot: QtBot) -> None:
    view = show(desk.open_form("werknemer"))
    view.go_to_step("bereikbaar")
    row = page_of(view).board.row("telefoon")
    phone = first_line(view, "telefoon")
    phone.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(phone, "06123")
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(row.note))
    page_of(view).board.editor("telefoon").apply("0612345678")
    qtbot.waitUntil(lambda: not row.note)
    phone.setFocus(Qt.FocusReason.TabFocusReason)
    phone.clear()
    qtbot.keyClicks(phone, "06123")
    page_of(view).board.refresh()
    assert not row.note
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(row.note))


# --- an advice that is still a draft ----------------------------------------------------------------------------------


def test_the_list_leads_to_the_advice_that_is_still_a_draft(
    desk: Workspace, case_id: str, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    advice = desk.open_form("probleemanalyse", case_id)
    advice.answer(ADVICE)
    advice.save()
    view = show(desk.open_form("opbouwschema", case_id))
    view.show_finish()
    page = view.page
    assert isinstance(page, FinishPage)
    (line,) = [line for line in page.lines if "concept" in line.accessibleName()]
    assert line.accessibleName().startswith("Probleemanalyse")
    with qtbot.waitSignal(view.form_asked) as asked:
        line.click()
    assert asked.args == ["probleemanalyse"]


def test_a_schedule_that_is_complete_still_says_that_its_advice_is_a_draft(
    desk: Workspace, case_id: str, show: Callable[..., FormView], monkeypatch: pytest.MonkeyPatch
) -> None:
    advice = desk.open_form("probleemanalyse", case_id)
    advice.answer(ADVICE)
    advice.save()
    session = desk.open_form("opbouwschema", case_id)
    whole = session.check()
    only_told = type(whole)(whole.warnings, (), ())
    monkeypatch.setattr(session, "check", lambda: only_told)
    view = show(session)
    view.show_finish()
    assert isinstance(view.page, FinishPage)
    assert view.page.is_ready
    assert "Kijk wel eerst naar het punt hieronder." in view.page.spoken


# --- after finishing --------------------------------------------------------------------------------------------------


def step(**changed: Any) -> StepView:
    parts: dict[str, Any] = {
        "id": "plan_van_aanpak",
        "title": "Plan van aanpak maken",
        "detail": "",
        "who": "",
        "state": StepState.SOON,
        "state_words": "",
        "short_title": "Plan van aanpak",
        "form": "plan_van_aanpak",
        "action": "Plan maken",
    }
    return StepView(**{**parts, **changed})


def test_the_next_step_is_offered_by_its_name(qtbot: QtBot) -> None:
    done: list[str] = []
    line = NextLine(step(), lambda found: done.append(found.id), lambda: done.append("dossier"))
    qtbot.addWidget(line)
    assert line.go_on is not None
    assert line.go_on.text() == "Ga verder met: plan van aanpak"
    line.go_on.click()
    line.back.click()
    assert done == ["plan_van_aanpak", "dossier"]


@pytest.mark.parametrize("found", [None, step(action="")])
def test_without_something_to_do_only_the_way_back_is_offered(qtbot: QtBot, found: StepView | None) -> None:
    line = NextLine(found, lambda _step: None, lambda: None)
    qtbot.addWidget(line)
    assert line.go_on is None


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window()
    qtbot.addWidget(made)
    made.show()
    made.show_desk(fixtures.make_desk(tmp_path))
    yield made
    made.close_file()


def sent(desk: Workspace) -> tuple[str, str]:
    case_id = fixtures.make_case(desk)
    session = desk.open_form("melding_arbodienst", case_id)
    session.answer(SENT)
    assert session.check().ready, [(item.field, item.message) for item in session.check().stops]
    return case_id, session.finish()


def papers_of(window: MainWindow) -> PapersPage:
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, PapersPage)
    return page


def test_a_paper_that_was_made_leads_on_and_can_be_completed(window: MainWindow, qtbot: QtBot) -> None:
    case_id, paper_id = sent(window.desk)
    window.open_papers(case_id, made=paper_id)
    page = papers_of(window)
    assert page.next_line.back.text() == "Terug naar het dossier"
    paper = next(paper for paper in page.case.papers if paper.id == paper_id)
    open_before = paper.open_later
    assert open_before > 1
    page.complete(paper)
    (dialog,) = window.findChildren(LaterDialog)
    dialog.button.click()
    assert dialog.problem.isVisible(), "nothing was filled in"
    received = dialog.rows["ontvangst"]
    line = received.widget.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "19-11-2026")
    dialog.button.click()
    assert received.error == "De bevestiging kan niet voor het versturen liggen."
    assert window.desk.store.papers.events(paper_id) == []
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    today = next(button for button in dialog.today_buttons if "bevest" in button.accessibleName().lower())
    assert today.isHidden() is False
    today.click()
    assert line.text() == day_numeric(window.desk.today) and today.isHidden()
    line.clear()
    qtbot.keyClicks(line, "20-11-2026")
    assert received.error == ""
    dialog.button.click()
    settle()
    (noted,) = window.desk.store.papers.events(paper_id)
    assert noted.data == {"veld": "ontvangst", "antwoord": "2026-11-20"}
    after = next(paper for paper in papers_of(window).case.papers if paper.id == paper_id)
    assert after.open_later == open_before - 1
    papers_of(window).complete(after)
    (again,) = window.findChildren(LaterDialog)
    assert again.rows["ontvangst"].note.startswith("Ingevuld op")
    again.reject()
    settle()


def test_the_way_to_the_next_step_opens_it(window: MainWindow) -> None:
    case_id, paper_id = sent(window.desk)
    window.open_papers(case_id, made=paper_id)
    go_on = papers_of(window).next_line.go_on
    assert go_on is not None
    assert go_on.text().startswith("Ga verder met: ")
    go_on.click()
    settle()
    assert window.form is not None
