"""The page of the costs: the sums and why, the chart and its keyboard, money that may come back, and the paper."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.costs.refunds import State
from reintegratie_desktop.services import costs, costs_paper
from reintegratie_desktop.services.costs_views import FigureKey
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.pages import costs_page
from reintegratie_desktop.ui.pages.costs_page import CostsPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import Label
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.services.test_costs import COSTS, WAGE, keep
from tests.ui.form_fixtures import cell_words
from tests.ui.pictures import Pictures, cut_labels, nameless
from tests.ui.shell_fixtures import settle

FIRST = date(2026, 3, 2)
TODAY = date(2026, 11, 23)
WIDE, NARROW = (1064, 756), (912, 656)
"""What is left beside the navigation in the usual and in the smallest window."""


class Window(QWidget):
    """A window that notes what the page asks of it."""

    def __init__(self, desk: Workspace, calendar: Calendar) -> None:
        super().__init__()
        self.settings, self.clock = UnsavedPreferences(theme="licht"), calendar
        self.desk = desk
        self.dialog_parent = self
        self.calls: list[tuple[str, ...]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def open_form(self, form: str, case_id: str = "", **_more: Any) -> None:
        self.calls.append(("form", form))

    def open_form_at(self, case_id: str, form: str, step: str, **_more: Any) -> None:
        self.calls.append(("form", form, step))

    def open_case(self, case_id: str, step_id: str = "") -> None:
        self.calls.append(("case",))

    def open_case_page(self, case_id: str, page: str) -> None:
        self.calls.append(("case page", page))

    def go(self, page: str) -> None:
        self.calls.append(("go", page))


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    made = Window(desk, calendar)
    qtbot.addWidget(made)
    yield made
    settle()
    desk.close()


@pytest.fixture
def case_id(window: Window) -> str:
    found = report_sick(window.desk, add_employee(window.desk), FIRST)
    window.clock.go_to(TODAY)  # type: ignore[attr-defined]
    return found


@pytest.fixture
def filled(window: Window, case_id: str) -> str:
    keep(window.desk, case_id, "loongegevens", WAGE)
    keep(window.desk, case_id, "kosten", COSTS)
    return case_id


def shown(window: Window, case_id: str, size: tuple[int, int] = WIDE) -> CostsPage:
    page = CostsPage(window, case_id)  # type: ignore[arg-type]
    window.column.addWidget(page)
    window.resize(*size)
    window.show()
    page.refresh()
    settle()
    return page


def words_of(page: QWidget) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in page.findChildren(Label) if label.isVisibleTo(page)]


def test_a_closed_dossier_says_so_and_names_no_week(window: Window, filled: str) -> None:
    window.desk.report_recovery(filled, date(2026, 11, 2), own_work=True)
    said = [chip.text() for chip in shown(window, filled).findChildren(Chip)]
    assert "gesloten" in said
    assert not any(words.startswith("week ") for words in said), "the weeks do not count any more"


# --- the page ---------------------------------------------------------------------------------------------------------


def test_an_empty_page_leads_to_the_wage(window: Window, case_id: str, qtbot: QtBot) -> None:
    page = shown(window, case_id)
    assert page.empty is not None
    assert page.chart is None
    page.focus_first()
    page.empty.button.click()  # type: ignore[union-attr]
    page.empty.links[0].click()
    assert window.calls == [("form", "loongegevens"), ("form", "kosten")]
    page.print_summary()
    assert page.preview is None


def test_the_sums_stand_on_top_and_say_why(window: Window, filled: str) -> None:
    page = shown(window, filled)
    assert page.figures is not None
    assert "€ 31.160,00" in words_of(page)
    tile = page.figures.tiles[FigureKey.LOONSANCTIE]
    tile.why.click()
    settle()
    box = page.figures.box
    assert box is not None
    assert any(words.startswith("WIA art. 25 lid 9; BW") for words in words_of(box))
    assert "€ 39.954,02" in words_of(box)
    # What is unfolded stays so when the page is read anew, and another sum takes its place.
    page.refresh()
    settle()
    assert page.figures.box is not None
    page.figures.tiles[FigureKey.NU].why.click()
    settle()
    assert not page.figures.tiles[FigureKey.LOONSANCTIE].why.isChecked()
    assert "Het loon van een maand telt hier als die maand voorbij is." in words_of(page.figures.box)
    page.figures.tiles[FigureKey.NU].why.click()
    assert page.figures.box is None


def test_under_each_sum_stands_what_is_in_it_and_on_what_it_is_founded(window: Window, filled: str) -> None:
    page = shown(window, filled)
    assert page.figures is not None
    for tile in page.figures.tiles.values():
        assert "Met 10% werkgeverslasten, zonder vakantiebijslag" in words_of(tile)
    assert "Als het loon € 3.000,00 per maand is, zoals jij verwacht" in words_of(
        page.figures.tiles[FigureKey.LOONSANCTIE]
    )


def test_the_open_question_what_counts_leads_to_the_form(window: Window, filled: str) -> None:
    page = shown(window, filled)
    assert page.choose is not None
    assert "Wil je vakantiebijslag laten meetellen?" in words_of(page)
    page.choose.click()
    assert window.calls == [("form", "kosten", "lasten")]
    keep(window.desk, filled, "kosten", {"bijslag": "nee"})
    page.refresh()
    settle()
    assert page.choose is None


def test_the_kinds_and_the_money_back_stand_in_lists(window: Window, filled: str) -> None:
    page = shown(window, filled)
    kinds, back = page.tables
    assert [row.replace("\u00a0", " ") for row in cell_words(kinds)[:4]] == [
        "Loon bij ziekte", "€ 28.000,00", "€ 49.793,10", "€ 77.793,10",
    ]  # fmt: skip
    assert kinds.rows[-1].accessibleName().replace("\u00a0", " ").startswith("Samen: Betaald € 31.160,00, Verwacht")
    assert cell_words(back)[0] == "Verzuimverzekering"


def test_every_refund_unfolds_to_its_conditions(window: Window, filled: str) -> None:
    page = shown(window, filled)
    assert page.refunds is not None
    part = page.refunds.rows["compensatie"]
    assert part.detail is None
    part.link.click()
    settle()
    told = words_of(part)
    assert any("Tweede Kamer" in words for words in told)
    assert "Aanvraag compensatie transitievergoeding, in het werkgeversportaal van UWV met eHerkenning" in told
    assert "Nagekeken op 21-11-2026. Kijk het zelf nog na voor je erop rekent." in told
    page.refresh()
    settle()
    again = page.refunds.rows["compensatie"]
    assert page.refunds.unfolded == ("compensatie",)
    again.link.click()
    assert again.detail is not None
    assert not again.detail.isVisibleTo(page)
    again.link.click()
    assert again.detail.isVisibleTo(page)
    states = [part.refund.state for part in page.refunds.rows.values()]
    assert states == sorted(states, key=list(State).index)


def test_a_notice_leads_to_the_form_that_mends_it(window: Window, case_id: str) -> None:
    keep(window.desk, case_id, "loongegevens", WAGE)
    page = shown(window, case_id)
    (notice,) = page.notices
    assert notice.sentence.text() == "Vanaf 1 jan 2027 kennen we het loon nog niet."
    notice.pressed.emit()
    assert window.calls == [("form", "kosten", "verwacht_jaar1")]


def test_a_sum_without_all_worked_hours_leads_to_them(
    window: Window, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(costs, "open_weeks", lambda _found: (date(2026, 10, 19), date(2026, 11, 2)))
    page = shown(window, filled)
    assert page.figures is not None
    tiles = page.figures.tiles
    assert "Nog zonder uren van week 43" in words_of(tiles[FigureKey.NU])
    assert "Nog zonder uren van week 45" in words_of(tiles[FigureKey.STRAKS])
    assert tiles[FigureKey.LOONSANCTIE].fill_button is None
    button = tiles[FigureKey.NU].fill_button
    assert button is not None
    button.click()
    assert window.calls == [("case page", "uren")]
    assert not cut_labels(page)


def test_without_wage_there_are_lists_and_no_chart(window: Window, case_id: str) -> None:
    keep(window.desk, case_id, "kosten", COSTS)
    page = shown(window, case_id)
    assert page.chart is None
    assert page.tables


def test_a_wage_that_goes_on_has_a_column_of_its_own(
    window: Window, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from reintegratie_desktop.services.costs import cost_view

    view = cost_view(window.desk, filled)
    later = tuple(replace(line, later=Decimal("12.00")) for line in view.lines)
    monkeypatch.setattr(costs_page, "cost_view", lambda _desk, _case: replace(view, lines=later))
    page = shown(window, filled)
    assert [column.title for column in page.tables[0].columns][-1] == "Nog na week 104"


def test_the_buttons_and_the_keyboard(window: Window, filled: str, qtbot: QtBot) -> None:
    page = shown(window, filled)
    page.focus_first()
    assert page.fill is not None
    page.fill.click()
    page.back_button.click()
    crumb = next(button for button in page.findChildren(Button) if button.words == "Medewerkers")
    crumb.click()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert window.calls == [("form", "kosten"), ("case",), ("go", "medewerkers"), ("case",)]
    filled_buttons = [button for button in page.findChildren(Button) if button.kind is Kind.PRIMARY]
    assert len(filled_buttons) == 1


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_is_cut_and_everything_has_a_name(window: Window, filled: str, size: tuple[int, int]) -> None:
    page = shown(window, filled, size)
    assert page.figures is not None
    assert page.refunds is not None
    page.figures.explain(FigureKey.LOONSANCTIE)
    for part in page.refunds.rows.values():
        part.unfold(on=True)
    settle()
    assert cut_labels(window) == []
    assert nameless(window) == []


def test_the_summary_is_shown_saved_and_printed(window: Window, filled: str, qtbot: QtBot) -> None:
    page = shown(window, filled)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page.print_summary()
    qtbot.waitUntil(lambda: page.preview is not None, timeout=20_000)
    assert isinstance(page.preview, PreviewWindow)
    page.preview._on_saved(Path("x.pdf"))  # type: ignore[misc]
    page.preview._on_printed()  # type: ignore[misc]
    said = [row.description for row in window.desk.store.journal.rows(filled)]
    assert said[-2:] == ["Kosten van dit dossier als PDF bewaard", "Kosten van dit dossier afgedrukt"]
    page.preview.reject()


def test_a_paper_that_cannot_be_made_says_so(
    window: Window, filled: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[KnownError] = []
    error = KnownError("De schijf is vol.", "Maak ruimte.")

    def fail(_desk: Workspace, _case: str) -> Any:
        def make() -> bytes:
            raise error

        return make

    monkeypatch.setattr(costs_paper, "rendering", fail)
    monkeypatch.setattr(costs_page, "show_known_error", lambda _parent, told: said.append(told))
    page = shown(window, filled)
    page.print_summary()
    qtbot.waitUntil(lambda: bool(said), timeout=5_000)
    assert said == [error]


def test_the_line_over_the_chart_follows_the_keyboard(window: Window, filled: str, qtbot: QtBot) -> None:
    page = shown(window, filled)
    assert page.chart is not None
    title = page.view.chart_title
    assert title in [label.text() for label in page.findChildren(Label)]
    page.chart.told.emit("maart 2026: iets")
    assert "maart 2026: iets" in words_of(page)
    page.chart.told.emit("")
    assert title in [label.text() for label in page.findChildren(Label)]


def test_pictures_of_the_costs(window: Window, filled: str, pictures: Pictures, qapp: QApplication) -> None:
    page = shown(window, filled)
    page.resize(1064, 1900)
    window.resize(1064, 1900)
    saved = pictures.save(window, "kosten")
    assert len(saved) == 3
    Theme("donker").apply(qapp)
    assert page.chart is not None
    image = page.chart.grab().toImage()
    x = round(page.chart.column(2).center().x())
    assert image.pixelColor(x, round(page.chart.plot().bottom()) - 3).name() == theme.current().accent.name()
    Theme("licht").apply(qapp)
