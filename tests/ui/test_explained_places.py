"""What the law says beside the calculations can be read where the subject is met."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.explanations import KOSTEN, LOON, REGELS
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD, make_example_file
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.ui.pages.case_pages import CASE_PAGES, GLOBAL_PAGES
from reintegratie_desktop.ui.pages.explained_folds import ExplainedCard
from tests.services.desks import Calendar

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("place", [LOON, KOSTEN, REGELS])
def test_every_explanation_of_a_place_stands_on_its_page(qtbot: QtBot, tmp_path: Path, place: str) -> None:
    desk = make_example_file(tmp_path / "v.reintegratie", EXAMPLE_PASSWORD, Calendar(TODAY), kdf=KdfParams.for_tests())
    (petra,) = (
        case.id for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["achternaam"] == "Lammers"
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    host: Any = SimpleNamespace(desk=desk, dialog_parent=parent)
    of_case = {kind.key: kind.make for kind in CASE_PAGES}
    over_all = {kind.key: kind.make for kind in GLOBAL_PAGES}
    page: Any = of_case[place](host, petra) if place in of_case else over_all[place](host)
    qtbot.addWidget(page)
    (page.refresh if hasattr(page, "refresh") else page.reload)()
    (card,) = page.findChildren(ExplainedCard)
    assert len(card.folds) == len(explanations(place, TODAY)) > 0
    desk.close()
