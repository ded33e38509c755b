"""Pictures of "Wat als" and of Inzicht, and what must hold for every screen."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.what_if_facts import AGAIN, BREAK, LEAVE, PLAN, RECOVERED
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.insight_page import InsightPage
from reintegratie_desktop.ui.pages.what_if_page import WhatIfPage
from tests.ui.shell_fixtures import copied
from tests.ui.test_screens import LOOKS, Gallery, Look, flashes, gallery, look, master, window_for

__all__ = ["flashes", "gallery", "look", "master"]


def what_if(gallery: Gallery, window: MainWindow, case_id: str, today: date) -> None:
    """Take the page as it opens, with a break, with the leave worked out, and with a mistake."""
    window.open_case_page(case_id, "wat_als")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, WhatIfPage)
    gallery.take(window, "wat-als")
    page.fields.folds[BREAK].setChecked(True)
    for key, days in ((RECOVERED, 21), (AGAIN, 35)):
        page.fields.lines[key].set_json((today + timedelta(days=days)).isoformat())
        page.fields.lines[key].edited.emit()
    gallery.take(window, "wat-als-onderbreking")
    assert page.result.table is not None
    page.put_back()
    page.fields.folds[LEAVE].setChecked(True)
    page.fields.calculator.set_open(on=True)
    page.fields.calculator.expected.set_json((today + timedelta(days=120)).isoformat())
    page.fields.calculator.expected.edited.emit()
    assert page.fields.calculator.found is not None
    gallery.take(window, "wat-als-verlof-uitrekenen")
    page.fields.calculator.take_button.click()
    gallery.take(window, "wat-als-verlof")
    page.put_back()
    page.fields.lines[PLAN].set_json("2020-01-06")
    page.fields.lines[PLAN].edited.emit()
    assert page.fields.rows[PLAN].error
    gallery.take(window, "wat-als-fout")


def insight(gallery: Gallery, window: MainWindow) -> None:
    """Take the figures of this year, and of a period of one's own with the explanations open."""
    window.go("inzicht")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, InsightPage)
    gallery.take(window, "inzicht")
    page.hours.setText("250")
    page.kind.buttons[2].click()
    for card in page.cards:
        card.words.link.click()
    gallery.take(window, "inzicht-eigen-periode")


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_what_if_and_insight(
    qtbot: QtBot,
    look: Look,
    gallery: Gallery,
    master: Path,
    tmp_path: Path,
) -> None:
    window = window_for(qtbot, look)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), "een heel lang wachtwoord 12", window.clock)
    window.show_desk(desk)
    what_if(gallery, window, desk.today_view().rows[0].case_id, desk.today)
    insight(gallery, window)
    assert gallery.problems == []
