"""Somebody rings to say they are ill: two names are enough, and the papers ask for the rest."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.ui.dialogs.case_dialogs import TickDialog
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.form_view import FormView
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.new_file import NewFilePage
from reintegratie_desktop.ui.widgets.buttons import Button
from tests.ui.form_fixtures import NOW, WERKGEVER, WERKNEMER
from tests.ui.shell_fixtures import make_window, settle, small_desk

REPORT = {
    "meldingswijze": "telefonisch",
    "aangenomen_door": {"naam": "Anna Halm"},
    "eerste_ziektedag": "2026-11-23",
    "telefoon_verzuim": "0600000001",
    "verwachte_duur": "weet_ik_niet",
    "vangnet": "nee",
    "arbeidsongeval": "nee",
    "regres": "nee",
    "contact_wijze": "bellen",
}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Return the window of a new file in which only the name of the firm was typed."""
    desk = Workspace.create(
        tmp_path / "proef.reintegratie", "een lang wachtwoord 12", lambda: NOW, kdf=KdfParams.for_tests()
    )
    made = make_window(NOW)
    qtbot.addWidget(made)
    made.show_desk(desk)
    made.show()
    yield made
    made.close_file()
    settle()


def form_of(window: MainWindow) -> FormView:
    assert window.form is not None
    return window.form


def begun(window: MainWindow) -> FormView:
    """Type the two names, and return the sick report that opened."""
    window.report_sick()
    firm = form_of(window)
    assert firm.session.flow.key == "werkgever"
    firm.session.answer({"handelsnaam": "Bakkerij De Halm"})
    firm.go_on()
    person = form_of(window)
    assert person.session.flow.key == "werknemer"
    assert person.footer.next_button.words == "Naar de ziekmelding"
    person.session.answer({"roepnaam": "Jan", "achternaam": "Hoekstra"})
    person.go_on()
    return form_of(window)


def test_two_names_lead_to_the_sick_report(window: MainWindow) -> None:
    report = begun(window)
    assert report.session.flow.key == "ziekmelding"
    report.session.answer(REPORT)
    report.show_finish()
    assert isinstance(report.page, FinishPage)
    assert report.page.is_ready
    report._finish(report.page)
    assert window.desk.employer_name == "Bakkerij De Halm"
    (person,) = window.desk.employees()
    assert window.desk.is_reported(person.case_id)


def test_without_a_name_the_list_says_so(window: MainWindow) -> None:
    window.report_sick()
    form_of(window).go_on()
    page = form_of(window).page
    assert isinstance(page, FinishPage)
    assert [finding.field for finding in page.check.stops] == ["handelsnaam"]
    assert page.check.later


def test_a_name_that_was_typed_before_is_kept_by_itself(window: MainWindow) -> None:
    firm = window.desk.open_form("werkgever")
    firm.answer({"handelsnaam": "Bakkerij De Halm"})
    firm.save()
    window.report_sick()
    assert form_of(window).session.flow.key == "werknemer"


def test_a_paper_asks_the_record_and_its_list_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    report = begun(window)
    report.session.answer(REPORT)
    report.session.finish()
    (person,) = window.desk.employees()
    window.open_form("melding_arbodienst", person.case_id)
    message = form_of(window)
    message.session.answer({"gewenste_actie": ["contact_met_werknemer"], "functie_info": False})
    message.session.answer({"verzonden_via": "portaal_arbodienst"})
    slot = message.session.slot
    message.show_finish()
    page = message.page
    assert isinstance(page, FinishPage)
    assert not page.finishes_here
    page.go_to_first()
    firm = form_of(window)
    assert firm.session.flow.key == "werkgever"
    assert firm.sidebar.back_button.words == "Terug naar het papier"
    firm.session.answer(WERKGEVER)
    firm.show_finish()
    assert isinstance(firm.page, FinishPage)
    firm._finish(firm.page)
    again = form_of(window)
    assert (again.session.flow.key, again.session.slot) == ("melding_arbodienst", slot)
    assert isinstance(again.page, FinishPage)
    assert [gap.form for gap in again.page.check.records] == ["werknemer"]
    again.page.go_to_first()
    form_of(window).leave()
    assert form_of(window).session.flow.key == "melding_arbodienst"
    window.desk.store.records.save_werknemer(person.id, {**WERKNEMER}, window.clock())
    form_of(window).leave()
    settle()
    assert window.form is None


def test_the_task_opens_the_record(window: MainWindow) -> None:
    report = begun(window)
    report.session.answer(REPORT)
    report.session.finish()
    (person,) = window.desk.employees()
    steps = [step for phase in window.desk.case(person.case_id).phases for step in phase.steps]
    step = next(step for step in steps if step.id == "gegevens_werknemer")
    window.do_step(person.case_id, step)
    assert form_of(window).session.employee_id == person.id


@pytest.mark.parametrize(("page", "words"), [("vandaag", "Terug naar Vandaag"), ("medewerkers", "Formulier sluiten")])
def test_the_way_back_says_where_it_leads(window: MainWindow, page: str, words: str) -> None:
    window.go(page)
    window.open_form("werkgever")
    assert form_of(window).sidebar.back_button.words == words


def test_the_keyboard_goes_back_to_where_a_dialog_was_opened(qtbot: QtBot, tmp_path: Path) -> None:
    desk, case_id = small_desk(tmp_path)
    session = desk.open_form("ziekmelding", case_id)
    session.answer(REPORT)
    session.finish()
    made = make_window(NOW)
    qtbot.addWidget(made)
    made.show_desk(desk)
    made.show()
    made.activateWindow()
    made.open_case(case_id)
    settle()
    shell = made.shell
    assert shell is not None
    buttons = [child for child in shell.page.findChildren(Button) if child.isVisible() and child.isEnabled()]
    button = buttons[-1]
    button.setFocus()
    step = next(step for phase in desk.case(case_id).phases for step in phase.steps if step.can_tick)

    def tick(_day: date) -> None:
        made.changed()

    for close in ("reject", "accept"):
        dialog = TickDialog(step, desk.today, desk.case(case_id).eerste_ziektedag, tick, parent=made)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        getattr(dialog, close)()
        if close == "accept":
            made.changed()
        qtbot.wait(120)
        now = made.focusWidget()
        assert now is not None, close
        assert not shell.nav.isAncestorOf(now), close
        if close == "reject":
            assert now is button
    # What was pressed is gone and built anew: the one in its place has the keyboard.
    dialog = TickDialog(step, desk.today, desk.case(case_id).eerste_ziektedag, tick, parent=made)
    dialog.open()
    made.open_case(case_id)
    dialog.reject()
    qtbot.wait(120)
    now = made.focusWidget()
    assert now is not None
    assert not shell.nav.isAncestorOf(now)
    made.close_file()
    settle()


def test_the_page_of_a_new_password_stands_still(qtbot: QtBot, make_new: Callable[[], NewFilePage]) -> None:
    page = make_new()
    places = [part.mapTo(page, part.rect().topLeft()) for part in (page.again, page.make_button)]
    page.password.setText("een heel lang wachtwoord 12")
    page.password_row.set_note("Heel sterk. Dit is een goed wachtwoord.", "ok", "circle-check")
    page.again.setText("een")
    page._tell_caps(on=True)
    settle()
    assert [part.mapTo(page, part.rect().topLeft()) for part in (page.again, page.make_button)] == places
    page.again.setText("anders")
    settle()
    assert page.again_row.error
    assert page.make_button.mapTo(page, page.make_button.rect().topLeft()) == places[1]


@pytest.fixture
def make_new(qtbot: QtBot) -> Callable[[], NewFilePage]:
    """Return a way to make a page for a new file that is shown."""

    def make() -> NewFilePage:
        page = NewFilePage(lambda: NOW)
        page.resize(1100, 900)
        qtbot.addWidget(page)
        page.show()
        settle()
        return page

    return make
