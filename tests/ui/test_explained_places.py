"""What the law says beside the calculations can be read where the subject is met."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.explaining import KOSTEN, LOON
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.pages.case_pages import CASE_PAGES
from reintegratie_desktop.ui.pages.explained_folds import ExplainedCard
from reintegratie_desktop.ui.widgets.labels import Label
from tests.example_file import example_file
from tests.services.desks import Calendar

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = example_file(tmp_path / "v.reintegratie", Calendar(TODAY))
    yield made
    made.close()


def card_on(qtbot: QtBot, desk: Workspace, place: str) -> tuple[Any, ExplainedCard]:
    (petra,) = (
        case.id for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["achternaam"] == "Lammers"
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    host: Any = SimpleNamespace(desk=desk, dialog_parent=parent)
    of_case = {kind.key: kind.make for kind in CASE_PAGES}
    page: Any = of_case[place](host, petra)
    qtbot.addWidget(page)
    (page.refresh if hasattr(page, "refresh") else page.reload)()
    page.show()
    (card,) = page.findChildren(ExplainedCard)
    return page, card


@pytest.mark.parametrize("place", [LOON, KOSTEN])
def test_every_explanation_of_a_place_stands_on_its_page(qtbot: QtBot, desk: Workspace, place: str) -> None:
    _page, card = card_on(qtbot, desk, place)
    assert len(card.folds) == len(explanations(place, TODAY)) > 0


@pytest.mark.parametrize(("place", "ids"), [(LOON, {"d10"}), (KOSTEN, {"d12"})])
def test_what_the_law_leaves_open_can_be_read_on_its_page(
    qtbot: QtBot, desk: Workspace, place: str, ids: set[str]
) -> None:
    _page, card = card_on(qtbot, desk, place)
    known = load_law().doubts
    seen = set()
    for fold in card.folds:
        fold.link.click()
        words = " ".join(label.text() for label in fold.words.findChildren(Label) if label.isVisible())
        seen |= {key for key, doubt in known.items() if f"{doubt.question} {doubt.default}" in words}
    assert seen == ids
