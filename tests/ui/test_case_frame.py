"""Around a dossier: the pages of the open case in the navigation, its particulars, its notes, and full recovery."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.front_window import SMALLEST, USUAL
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_pages import (
    CASE,
    CASE_PAGES,
    GLOBAL_PAGES,
    INSIGHT,
    PAPERS,
    PARTICULARS,
    case_page,
    is_case_page,
)
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.particulars_page import ParticularsPage
from reintegratie_desktop.ui.pages.why_panel import Room
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless, spoken_name
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
FORM = "bijzonderheden"
LEAVE = {"van": "2026-05-04", "tot_en_met": "2026-08-23", "zelfde_geval": "onbekend"}


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, calendar: Calendar) -> Iterator[MainWindow]:
    """Return a window with one case."""
    desk = make_desk(tmp_path, calendar)
    report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 11, 23))
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show_desk(desk)
    made.show()
    settle()
    yield made
    made.close()


@pytest.fixture
def case_id(window: MainWindow) -> str:
    return window.desk.today_view().rows[0].case_id


def page(window: MainWindow) -> QWidget:
    assert window.shell is not None
    return window.shell.page


def keep(window: MainWindow, case_id: str, **answers: Any) -> None:
    session = window.desk.open_form(FORM, case_id)
    session.answer(answers)
    finish(session)


def nav_keys(window: MainWindow) -> list[str]:
    assert window.shell is not None
    nav = window.shell.nav
    return [kind.key for kind in CASE_PAGES if kind.key in nav._inner]


# --- the pages of the case in the navigation --------------------------------------------------------------------------


def test_the_pages_of_a_case_stand_under_the_employees_while_it_is_open(window: MainWindow, case_id: str) -> None:
    assert window.shell is not None
    nav = window.shell.nav
    assert nav_keys(window) == []
    window.open_case(case_id)
    settle()
    assert nav_keys(window) == [kind.key for kind in CASE_PAGES]
    assert nav.current == CASE
    assert nav.button(CASE).isChecked()
    assert nav.button("medewerkers").y() < nav.button(CASE).y() < nav.button(PAPERS).y() < nav.button("regels").y()
    assert spoken_name(nav.button(PAPERS)) == "Papieren, Jasper van Houten"
    window.go("vandaag")
    settle()
    assert nav_keys(window) == []


@pytest.mark.parametrize("kind", CASE_PAGES, ids=lambda kind: kind.key)
def test_every_page_of_a_case_opens_from_the_navigation(window: MainWindow, case_id: str, kind: Any) -> None:
    assert window.shell is not None
    window.open_case(case_id)
    window.shell.nav.button(kind.key).click()
    settle()
    assert window.shell.place == kind.key
    assert window.shell.nav.current == kind.key
    assert getattr(page(window), "case_id", "") == case_id
    assert window.place.page == kind.key


@pytest.mark.parametrize("kind", GLOBAL_PAGES, ids=lambda kind: kind.key)
def test_every_page_over_all_cases_opens(window: MainWindow, kind: Any) -> None:
    assert window.shell is not None
    window.go(kind.key)
    settle()
    assert window.shell.place == kind.key
    assert window.shell.nav.current == kind.key


def test_the_buttons_stay_the_same_between_the_pages_of_one_case(window: MainWindow, case_id: str) -> None:
    assert window.shell is not None
    window.open_case(case_id)
    before = window.shell.nav.button(PARTICULARS)
    window.open_case_page(case_id, PARTICULARS)
    assert window.shell.nav.button(PARTICULARS) is before
    other = window.desk.start_case(add_employee(window.desk, personeelsnr="90", roepnaam="Femke"))
    window.open_case(other)
    settle()
    assert window.shell.nav.button(PARTICULARS) is not before
    assert spoken_name(window.shell.nav.button(PARTICULARS)) == "Bijzonderheden, Femke van Houten"


def test_the_keyboard_walks_through_the_pages_of_a_case(window: MainWindow, case_id: str, qtbot: QtBot) -> None:
    assert window.shell is not None
    window.open_case(case_id)
    settle()
    nav = window.shell.nav
    nav.button("medewerkers").setFocus()
    for key in (CASE, PAPERS):
        following = nav.focusWidget()
        assert following is not None
        qtbot.keyClick(following, Qt.Key.Key_Tab)
        assert nav.button(key).hasFocus()
    qtbot.keyClick(nav.button(PAPERS), Qt.Key.Key_Space)
    settle()
    assert isinstance(page(window), PapersPage)


@pytest.mark.parametrize("mode", ["licht", "donker"])
@pytest.mark.parametrize("size", [USUAL, SMALLEST])
def test_the_navigation_fits_the_smallest_window(
    window: MainWindow, case_id: str, mode: str, size: tuple[int, int], qapp: Any
) -> None:
    assert window.shell is not None
    Theme(mode).apply(qapp)  # type: ignore[arg-type]
    window.desk.start_case(add_employee(window.desk, personeelsnr="90"))
    window.resize(*size)
    window.open_case_page(case_id, PARTICULARS)
    settle()
    nav = window.shell.nav
    shown = [button for button in nav.findChildren(QWidget) if button.isVisibleTo(nav) and button.parent() is nav]
    tops = sorted((part.geometry() for part in shown), key=lambda part: part.top())
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(tops))
    assert tops[-1].bottom() <= nav.height()
    assert nameless(nav) == []
    assert cut_labels(page(window)) == []
    Theme("licht").apply(qapp)


def test_insight_shows_only_when_there_is_something_to_look_back_on(window: MainWindow, case_id: str) -> None:
    assert window.shell is not None
    assert not window.shell.nav.button(INSIGHT).isVisibleTo(window)
    window.desk.report_recovery(case_id, date(2026, 11, 16), own_work=True)
    window.changed()
    assert window.shell.nav.button(INSIGHT).isVisibleTo(window)


def test_the_same_page_opens_again_after_another_language(window: MainWindow, case_id: str) -> None:
    window.open_case_page(case_id, PARTICULARS)
    place = window.place
    window._make_shell()
    window.restore(place)
    assert isinstance(page(window), ParticularsPage)


def test_a_page_that_does_not_exist_is_a_mistake() -> None:
    assert not is_case_page("x")
    with pytest.raises(KeyError):
        case_page("x")


# --- the particulars --------------------------------------------------------------------------------------------------


def test_without_particulars_there_is_one_sentence_and_one_button(window: MainWindow, case_id: str) -> None:
    window.open_case_page(case_id, PARTICULARS)
    settle()
    found = page(window)
    primary = [
        button for button in found.findChildren(Button) if button.kind is Kind.PRIMARY and button.isVisibleTo(found)
    ]
    assert [button.text() for button in primary] == ["Bijzonderheden invullen"]
    primary[0].click()
    settle()
    assert window.form is not None
    assert window.form.session.flow.key == FORM


def test_what_was_kept_stands_there_and_the_form_comes_back_to_it(window: MainWindow, case_id: str) -> None:
    window.open_case_page(case_id, PARTICULARS)
    window.open_form(FORM, case_id)
    settle()
    assert window.form is not None
    session = window.form.session
    session.answer({"speelt": ["verlof"], "verlof": [LEAVE]})
    window.form.finished.emit(session.finish())
    settle()
    found = page(window)
    assert isinstance(found, ParticularsPage)
    told = " ".join(widget.accessibleName() for widget in found.findChildren(QWidget))
    assert "Verlof rond de geboorte van een kind: van maandag 4 mei 2026" in told
    assert found.button is not None
    assert found.button.text() == "Bijzonderheden wijzigen"
    assert found.button.hasFocus()
    assert cut_labels(found) == []
    assert nameless(found) == []


def test_finishing_says_that_it_counts_and_is_no_paper(window: MainWindow, case_id: str) -> None:
    window.open_form(FORM, case_id)
    assert window.form is not None
    view = window.form
    view.session.answer({"speelt": []})
    for _step in range(9):
        if view.footer.next_button.text() == _("Bewaren"):
            break
        view.go_on()
        settle()
    assert view.footer.next_button.text() == "Bewaren"
    assert "Er komt geen papier van" in view.help.accessibleName() + view.help.why.accessibleName() + " ".join(
        label.text() for label in view.help.findChildren(type(view.help.source_words))
    )
    view.go_on()
    settle()
    assert window.form is None
    assert window.desk.case_record(case_id, FORM) == {}


def test_escape_goes_back_to_the_dossier(window: MainWindow, case_id: str, qtbot: QtBot) -> None:
    window.open_case_page(case_id, PARTICULARS)
    settle()
    qtbot.keyClick(page(window), Qt.Key.Key_Escape)
    settle()
    assert isinstance(page(window), CasePage)
    window.open_case_page(case_id, PARTICULARS)
    found = page(window)
    assert isinstance(found, ParticularsPage)
    qtbot.keyClick(found, Qt.Key.Key_A)
    assert page(window) is found
    found.back_button.click()
    settle()
    assert isinstance(page(window), CasePage)


# --- the notes and the doubts on the dossier --------------------------------------------------------------------------


def test_an_ordinary_dossier_has_no_notes(window: MainWindow, case_id: str) -> None:
    window.open_case(case_id)
    found = page(window)
    assert isinstance(found, CasePage)
    assert found.notes is None


@pytest.mark.parametrize("size", [USUAL, SMALLEST])
def test_what_to_know_stands_on_one_line_over_the_dossier(
    window: MainWindow, case_id: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    keep(window, case_id, speelt=["verlof", "vangnet"], verlof=[LEAVE], vangnet_meldtermijn="4_dagen")
    window.desk.report_recovery(case_id, date(2026, 11, 16), own_work=True)
    window.open_case(case_id)
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    notes = found.notes
    assert notes is not None
    assert "Vraag de bedrijfsarts" in notes.accessibleName()
    assert "Meld het herstel bij UWV" in notes.accessibleName()
    assert notes.more_link is not None
    assert not notes.more.isVisibleTo(found)
    notes.more_link.click()
    settle()
    assert notes.more.isVisibleTo(found)
    assert cut_labels(notes) == []
    assert nameless(notes) == []
    notes.link.click()
    settle()
    assert isinstance(page(window), ParticularsPage)


def test_what_does_not_fit_any_more_is_said_and_nothing_crashes(window: MainWindow, case_id: str) -> None:
    keep(window, case_id, speelt=["verlof"], verlof=[LEAVE])
    window.desk.report_recovery(case_id, date(2026, 4, 6), own_work=True)
    window.open_case(case_id)
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    assert found.notes is not None
    assert "ligt na het herstel" in found.notes.accessibleName()
    window.go("vandaag")
    window.open_case_page(case_id, PARTICULARS)
    settle()
    assert isinstance(page(window), ParticularsPage)


def test_the_doubts_stand_beside_the_date_they_are_about(window: MainWindow, case_id: str) -> None:
    window.open_case(case_id, "uwv_42e_week")
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    assert found.panel is not None
    rooms = found.panel.findChildren(Room)
    assert len(rooms) == 1
    assert "Kun je de melding na 42 weken ook eerder doen?" in rooms[0].accessibleName()
    assert cut_labels(rooms[0]) == []
    found.panel.show_step(found.step("gesprek"))
    settle()
    assert found.panel.findChildren(Room) == []


# --- recovery ---------------------------------------------------------------------------------------------------------


RECOVERED = {"soort": "volledig_hersteld", "datum": "2026-11-23", "alle_taken": "ja", "alle_uren": "ja", "nazorg": "ja"}


def recovery_of(window: MainWindow, case_id: str) -> FormSession:
    """Return the form that the dossier opens when somebody works again."""
    window.open_case(case_id)
    settle()
    found = page(window)
    assert isinstance(found, CasePage)
    found.acts.ask_recovery()
    settle()
    assert window.form is not None
    assert window.form.session.flow.key == "herstelmelding"
    return window.form.session


def test_without_the_own_work_in_full_nothing_closes(window: MainWindow, case_id: str) -> None:
    session = recovery_of(window, case_id)
    session.answer({**RECOVERED, "alle_taken": "nee"})
    (stop,) = session.check().stops
    assert stop.field == "alle_taken"
    assert "nog niet hersteld" in stop.message
    assert "De termijnen lopen door" in stop.message
    with pytest.raises(KnownError):
        session.finish()
    assert window.desk.case(case_id).is_open
    session.answer({"soort": "gedeeltelijk_hervat", "alle_uren": "nee", "uren_week": "12"})
    assert window.form is not None
    window.form.finished.emit(finish(session))
    settle()
    assert window.desk.case(case_id).is_open


def test_full_recovery_closes_the_dossier_from_its_form(window: MainWindow, case_id: str) -> None:
    session = recovery_of(window, case_id)
    session.answer(RECOVERED)
    assert window.form is not None
    window.form.finished.emit(finish(session))
    settle()
    assert not window.desk.case(case_id).is_open
    assert isinstance(page(window), PapersPage)


def test_a_report_of_recovery_that_was_begun_is_found_again(window: MainWindow, case_id: str) -> None:
    session = recovery_of(window, case_id)
    session.answer({"soort": "gedeeltelijk_hervat"})
    session.save()
    again = recovery_of(window, case_id)
    assert again.slot == session.slot
    assert again.answers["soort"] == "gedeeltelijk_hervat"
