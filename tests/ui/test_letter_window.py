"""Letters in the window: reading and changing the words, and keeping a draft of an e-mail beside the paper."""

from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.dialogs.base import CalmDialog, MessageDialog
from reintegratie_desktop.ui.form import FormView
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.letter_mail import ask_mail, save_mail_to
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.labels import Label
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

LETTER: dict[str, Any] = {
    "soort": "tweewekelijkse_check_in",
    "datumtijd": "2026-03-20T10:00",
    "plaats": "op kantoor, kamer 2",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    calendar = Calendar(date(2026, 1, 5))
    opened = make_desk(tmp_path, calendar)
    report_sick(opened, add_employee(opened), date(2026, 1, 5))
    calendar.go_to(date(2026, 3, 16))
    yield opened
    opened.close()


class Around(QWidget):
    """What a page asks of its window, for one page alone."""

    def __init__(self, desk: Workspace) -> None:
        super().__init__()
        self.desk = desk
        self.changes = 0

    @property
    def dialog_parent(self) -> QWidget:
        return self

    def changed(self) -> None:
        self.changes += 1


@pytest.fixture
def host(qtbot: QtBot, desk: Workspace) -> Around:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme("licht").apply(app)
    made = Around(desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def case_of(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def write(desk: Workspace) -> str:
    session = desk.open_form("brief_uitnodiging", case_of(desk))
    session.answer(LETTER)
    return finish(session)


def buttons(page: QWidget, words: str) -> list[Button]:
    return [button for button in page.findChildren(Button) if button.text() == words]


@pytest.fixture
def page(qtbot: QtBot, host: Any, desk: Workspace) -> PapersPage:
    write(desk)
    made = PapersPage(host, case_of(desk))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.refresh()
    made.show()
    return made


def test_only_a_letter_has_the_button(page: PapersPage, desk: Workspace) -> None:
    found = buttons(page, "Concept-e-mail bewaren")
    assert len(found) == 1
    assert found[0].accessibleName() == "Concept-e-mail bewaren, Brief: uitnodiging gesprek"
    assert len(desk.papers.views(case_of(desk))) == 2


def test_the_button_tells_first_and_then_asks_where(
    qtbot: QtBot, page: PapersPage, host: Around, tmp_path: Path
) -> None:
    buttons(page, "Concept-e-mail bewaren")[0].click()
    dialog = next(found for found in host.findChildren(CalmDialog) if found.isVisible())
    said = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "kan onderweg worden gelezen" in said
    assert "staat niet waar de brief over gaat" in said
    buttons(dialog, "Kies waar het bestand komt")[0].click()
    asked = next(found for found in host.findChildren(QFileDialog) if found.isVisible())
    assert asked.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert [Path(name).name for name in asked.selectedFiles()] == ["brief-2026-001-2026-03-16.eml"]
    target = tmp_path / "brief.eml"
    asked.fileSelected.emit(str(target))
    asked.reject()
    assert message_from_bytes(target.read_bytes())["X-Unsent"] == "1"
    assert host.changes == 1


def test_going_back_keeps_nothing(page: PapersPage, host: Any, desk: Workspace) -> None:
    paper = next(item for item in desk.papers.views(case_of(desk)) if item.form == "brief_uitnodiging")
    dialog = ask_mail(host, paper)
    before = len(desk.store.journal.rows())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not [found for found in host.findChildren(QFileDialog) if found.isVisible()]
    assert len(desk.store.journal.rows()) == before
    assert host.changes == 0


def test_a_place_that_cannot_be_written_is_said(page: PapersPage, host: Any, desk: Workspace) -> None:
    paper = next(item for item in desk.papers.views(case_of(desk)) if item.form == "brief_uitnodiging")
    save_mail_to(host, paper, desk.path)
    told = next(found for found in host.findChildren(MessageDialog) if found.isVisible())
    assert "is de naam van een gegevensbestand" in told.heading.text()
    told.reject()
    assert host.changes == 0


@pytest.fixture
def show(qtbot: QtBot, desk: Workspace) -> Iterator[Callable[[], FormView]]:
    shown: list[FormView] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme("licht").apply(app)

    def make() -> FormView:
        session = desk.open_form("brief_uitnodiging", case_of(desk))
        session.answer(LETTER)
        session.wizard.go_to("lezen")
        view = FormView(session)
        shown.append(view)
        view.resize(1280, 800)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        return view

    yield make
    for view in shown:
        view.close()
        view.deleteLater()


def test_the_letter_is_read_and_changed_in_the_last_step(show: Callable[[], FormView]) -> None:
    view = show()
    box = next(found for found in view.findChildren(QPlainTextEdit) if found.isVisible())
    assert box.toPlainText().startswith("Beste Jasper,\n\nGraag spreek ik je op vrijdag 20 maart 2026 om 10.00 uur")
    # Nothing was typed yet: the draft holds no text of its own, and it goes on following.
    assert "tekst" not in view.session.answers
    box.setFocus()
    box.moveCursor(box.textCursor().MoveOperation.End)
    QTest.keyClicks(box, " Tot dan.")
    QApplication.processEvents()
    assert str(view.session.answers["tekst"]).endswith("Groet, Tot dan.")
