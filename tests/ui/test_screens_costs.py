"""The page of the costs and its form as pictures, held to what holds for every screen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.pages.costs_page import CostsPage
from tests.services.test_costs import keep
from tests.ui.shell_fixtures import copied, settle
from tests.ui.test_screens import LOOKS, Gallery, Look, flashes, gallery, look, master, window_for

__all__ = ["flashes", "gallery", "look", "master"]
"""The fixtures of the other screens."""

COSTS = {
    "kosten": [
        {"soort": "arbodienst", "bedrag": "85", "per": "maand", "van": "2026-03-15"},
        {"soort": "spoor2", "bedrag": "3200", "per": "eenmalig", "van": "2027-04-12", "omschrijving": "De Stap"},
    ],
    "opslag": "22.5",
    "verzekering": "ja",
}


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_the_costs(qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path) -> None:
    window = window_for(qtbot, look, later=False)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), "een heel lang wachtwoord 12", window.clock)
    window.show_desk(desk)
    cases = [case.id for case in desk.store.cases.all()]
    paid = next(case_id for case_id in cases if desk.case_record(case_id, "loongegevens"))
    window.open_case_page(next(case_id for case_id in cases if case_id != paid), "kosten")
    gallery.take(window, "kosten-leeg")
    window.open_case_page(paid, "kosten")
    gallery.take(window, "kosten-loon")
    keep(desk, paid, "kosten", COSTS)
    window.open_case_page(paid, "kosten")
    gallery.take(window, "kosten")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, CostsPage)
    assert page.figures is not None
    assert page.refunds is not None
    page.figures.explain("loonsanctie")
    page.refunds.rows["compensatie"].unfold(on=True)
    gallery.take(window, "kosten-waarom")
    window.open_form("kosten", paid)
    view = window.form
    assert view is not None
    for step in view.session.wizard.steps:
        view.go_to_step(step.key)
        gallery.take(window, f"formulier-kosten-{step.key}")
    view.show_finish()
    gallery.take(window, "formulier-kosten-klaar")
    window._form_closed()
    settle()
    assert gallery.problems == []
