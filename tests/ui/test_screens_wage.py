"""The page of the wage and its form as pictures, held to what holds for every screen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from tests.ui.shell_fixtures import copied, settle
from tests.ui.test_screens import LOOKS, Gallery, Look, flashes, gallery, look, master, window_for

__all__ = ["flashes", "gallery", "look", "master"]
"""The fixtures of the other screens."""


def petra(desk: Workspace) -> str:
    return next(case.id for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["roepnaam"] == "Petra")


def jan(desk: Workspace) -> str:
    """Somebody whose wage was never filled in."""
    return next(case.id for case in desk.store.cases.all() if not desk.case_record(case.id, "loongegevens"))


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_the_wage(qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path) -> None:
    window = window_for(qtbot, look, later=False)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), "een heel lang wachtwoord 12", window.clock)
    window.show_desk(desk)
    window.open_case_page(jan(desk), "loon")
    gallery.take(window, "loon-leeg")
    window.open_case_page(petra(desk), "loon")
    gallery.take(window, "loon")
    window.open_form("loongegevens", petra(desk))
    view = window.form
    assert view is not None
    for step in view.session.wizard.steps:
        view.go_to_step(step.key)
        gallery.take(window, f"formulier-loongegevens-{step.key}")
    view.show_finish()
    gallery.take(window, "formulier-loongegevens-klaar")
    window._form_closed()
    settle()
    assert gallery.problems == []
