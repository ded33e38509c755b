"""The page of the worked hours and the forms of spoor 1 and 2 as pictures, held to what holds for every screen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.pages.weeks_page import WeeksPage
from tests.ui.shell_fixtures import PASSWORD, copied, settle
from tests.ui.test_screens import LOOKS, Gallery, Look, flashes, gallery, look, master, window_for

__all__ = ["flashes", "gallery", "look", "master"]
"""The fixtures of the other screens."""

FORMS = (
    "spoor1_onderzoek",
    "spoor2_start",
    "zoekprofiel",
    "voortgangsrapportage",
    "werkervaringsplaats",
    "arbeidsdeskundig_onderzoek",
)


def case_of(desk: Workspace, name: str) -> str:
    return next(case.id for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["roepnaam"] == name)


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_the_worked_hours(
    qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path
) -> None:
    window = window_for(qtbot, look, later=False)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), PASSWORD, window.clock)
    window.show_desk(desk)
    window.open_case_page(case_of(desk, "Anne-Fleur"), "uren")
    gallery.take(window, "uren-leeg")
    window.open_case_page(case_of(desk, "Marloes"), "uren")
    gallery.take(window, "uren")
    page = window.findChild(WeeksPage)
    assert page is not None
    for row, typed in zip(page.rows, ("7", "x", "6"), strict=False):
        row.edit.setText(typed)
        row.edit.done.emit()
        settle()
    page.rows[0].toggle_days()
    gallery.take(window, "uren-getypt")
    assert page.chart is not None
    page._scroller.show_widget(page.chart)
    gallery.take(window, "uren-grafiek")
    assert gallery.problems == []


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_spoor_one_and_two(
    qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path
) -> None:
    window = window_for(qtbot, look, later=False)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), PASSWORD, window.clock)
    window.show_desk(desk)
    for form in FORMS:
        window.open_form(form, case_of(desk, "Petra"))
        view = window.form
        assert view is not None
        for step in view.session.wizard.steps:
            view.go_to_step(step.key)
            gallery.take(window, f"formulier-{form}-{step.key}")
        view.show_finish()
        gallery.take(window, f"formulier-{form}-klaar")
        window._form_closed()
        settle()
    assert gallery.problems == []
