"""The page of the costs: the sums and why, the chart and its keyboard, money that may come back, and the paper."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.costs.overview import CostMonth
from reintegratie_desktop.domain.costs.refunds import State
from reintegratie_desktop.services import costs_paper
from reintegratie_desktop.services.costs_views import FigureKey
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.costs_chart import CostChart, CostChartData
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.pages import costs_page
from reintegratie_desktop.ui.pages.costs_page import CostsPage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.labels import Label
from tests.domain.costs.cost_tools import CostFacts, costs
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

    def open_case(self, case_id: str, step_id: str = "") -> None:
        self.calls.append(("case",))

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
    assert "Wet WIA, art. 25 lid 9; Burgerlijk Wetboek, art. 7:629 lid 11 onder b" in words_of(box)
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
    assert window.calls == [("form", "kosten")]


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
    assert [column.title for column in page.tables[0].columns][-1] == "Na week 104"


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


# --- the chart --------------------------------------------------------------------------------------------------------

EXPECTED = CostFacts(verwacht_jaar1=Decimal(3500), verwacht_jaar2=Decimal(3000))
FULL = costs(EXPECTED)
DATA = CostChartData(FULL.months, TODAY, FULL.days.week_104)
KNOWN_SO_FAR = CostChartData(costs().months, TODAY, FULL.days.week_104)


def chart(qtbot: QtBot, data: CostChartData = DATA, width: int = 920) -> CostChart:
    widget = CostChart()
    qtbot.addWidget(widget)
    widget.set_data(data)
    widget.resize(width, 280)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def assert_words_apart(widget: CostChart) -> None:
    widget.grab()
    for (one, place), (other, elsewhere) in combinations(widget.painted, 2):
        assert not place.adjusted(1, 3, -1, -3).intersects(elsewhere.adjusted(1, 3, -1, -3)), (one, other)
    for words, place in widget.painted:
        assert place.left() >= -1, words
        assert place.right() <= widget.width() + 1, words


def said(widget: CostChart) -> list[str]:
    widget.grab()
    return [words.replace("\u00a0", " ") for words, _place in widget.painted]


def test_the_chart_says_its_message_in_words(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    assert widget.accessibleName() == "Kosten, opgeteld per maand"
    assert widget.accessibleDescription().replace("\u00a0", " ") == (
        "Tot nu toe € 28.000,00. Daarna nog € 49.793,10 verwacht. Na week 104 nog € 35.885,47."
    )
    assert (
        KNOWN_SO_FAR.message()
        .replace("\u00a0", " ")
        .startswith("Tot nu toe € 28.000,00. Daarna nog minstens € 7.000,00 verwacht.")
    )
    assert CostChartData().message() == "Er zijn nog geen kosten om te laten zien."
    months = {month.first: DATA.sentence(month).replace("\u00a0", " ") for month in DATA.months}
    assert months[date(2026, 4, 1)] == "april 2026: € 3.500,00 betaald. Opgeteld € 7.000,00"
    assert months[date(2028, 2, 1)] == (
        "februari 2028: € 2.793,10 verwacht, € 206,90 extra na week 104. Opgeteld € 78.000,00"
    )
    gap = {month.first: KNOWN_SO_FAR.sentence(month).replace("\u00a0", " ") for month in KNOWN_SO_FAR.months}
    assert gap[date(2027, 3, 1)] == "maart 2027: het loon is nog niet bekend. Opgeteld minstens € 35.000,00"
    nothing = CostMonth(FIRST.replace(day=1), *([Decimal(0)] * 6), is_known=True)
    assert DATA.sentence(nothing).endswith("geen kosten. Opgeteld €\u00a00,00")


def test_the_columns_stand_as_high_as_their_sums(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    image = widget.grab().toImage()
    now, plot = theme.current(), widget.plot()
    for index, month in enumerate(DATA.months):
        column = widget.column(index)
        assert column.top() == pytest.approx(widget.y_of(month.opgeteld))
        x = round(column.center().x())
        if index == DATA.index_of(TODAY):
            continue
        assert image.pixelColor(x, round(plot.bottom()) - 3).name() == now.accent.name(), month.first
        if month.tot_verwacht > 6000:
            middle = widget.y_of(month.tot_betaald + month.tot_verwacht / 2)
            assert image.pixelColor(x, round(middle)).name() == now.sel.name(), month.first
    assert {"betaald", "verwacht", "extra na week 104", "vandaag", "einde week 104", "€ 77.793", "€ 113.679"} <= set(
        said(widget)
    )


def test_the_axis_is_round_and_holds_everything(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    assert widget.step() == 30_000
    assert [words for words in said(widget) if words.startswith("€ ") and words.endswith("000")][:5] == [
        "€ 30.000", "€ 60.000", "€ 90.000", "€ 120.000",
    ]  # fmt: skip
    assert widget.column(len(DATA.months) - 1).top() >= widget.plot().top()


def test_months_that_are_not_known_have_no_column(qtbot: QtBot) -> None:
    widget = chart(qtbot, KNOWN_SO_FAR)
    image = widget.grab().toImage()
    x = round(widget.column(KNOWN_SO_FAR.known + 3).center().x())
    assert image.pixelColor(x, round(widget.plot().bottom()) - 8).name() == theme.current().none_bg.name()
    assert said(widget).count("loon nog niet bekend") == 2
    assert_words_apart(widget)
    # In a narrow chart the words only stand in the key.
    few = CostChartData(KNOWN_SO_FAR.months[:12], TODAY, FULL.days.week_104)
    assert said(chart(qtbot, few, 520)).count("loon nog niet bekend") == 1
    assert chart(qtbot, few).data is few


def test_words_never_overlap_at_any_width(qtbot: QtBot) -> None:
    for width in (520, 640, 800, 920, 1120):
        assert_words_apart(chart(qtbot, width=width))


def test_two_days_near_each_other_share_no_place(qtbot: QtBot) -> None:
    widget = chart(qtbot, CostChartData(FULL.months, FULL.days.week_104, FULL.days.week_104), 520)
    assert "einde week 104" not in said(widget)
    outside = chart(qtbot, CostChartData(FULL.months, date(2035, 1, 1), date(2035, 1, 1)))
    assert not {"vandaag", "einde week 104"} & set(said(outside))
    short = CostChartData(FULL.months[:3], FIRST, FULL.months[2].first)
    assert_words_apart(chart(qtbot, short))


def test_the_arrows_walk_the_months_and_speak(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    told: list[str] = []
    widget.told.connect(told.append)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert widget.accessibleDescription().startswith("december 2026")
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    assert told[-1].startswith("maart 2026")
    qtbot.keyClick(widget, Qt.Key.Key_Left)
    qtbot.keyClick(widget, Qt.Key.Key_End)
    assert told[-1].startswith("februari 2029")
    widget.grab()
    qtbot.keyClick(widget, Qt.Key.Key_A)
    widget.clearFocus()
    assert told[-1] == ""
    assert widget.accessibleDescription() == DATA.message()
    assert not nameless(widget)
    empty = chart(qtbot, CostChartData())
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    assert said(empty) == ["Er zijn nog geen kosten om te laten zien."]


def test_the_pointer_finds_the_month(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    assert widget.month_at(1) is None
    assert widget.month_at(widget.width() - 14) == len(DATA.months) - 1
    for x in (1, 300):
        assert QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(x, 90), QPoint(x, 90)))


def test_the_line_over_the_chart_follows_the_keyboard(window: Window, filled: str, qtbot: QtBot) -> None:
    page = shown(window, filled)
    assert page.chart is not None
    title = page.view.chart_title
    assert title in [label.text() for label in page.findChildren(Label)]
    page.chart.told.emit("maart 2026: iets")
    assert "maart 2026: iets" in words_of(page)
    page.chart.told.emit("")
    assert title in [label.text() for label in page.findChildren(Label)]


SUMS = st.lists(
    st.tuples(*(st.decimals(0, 9000, places=2) for _part in range(3)), st.booleans()), min_size=0, max_size=40
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=SUMS, width=st.integers(520, 1100))
def test_whatever_costs_come_it_draws(
    qtbot: QtBot, parts: list[tuple[Decimal, Decimal, Decimal, bool]], width: int
) -> None:
    months: list[CostMonth] = []
    running = [Decimal(0)] * 3
    is_known = True
    for index, (*fell, still) in enumerate(parts):
        running = [before + more for before, more in zip(running, fell, strict=True)]
        is_known = is_known and (still or index < 3)
        month = date(2026 + (index + 2) // 12, (index + 2) % 12 + 1, 1)
        months.append(CostMonth(month, *fell, *running, is_known=is_known))
    widget = CostChart()
    widget.resize(width, 280)
    widget.set_data(CostChartData(months, TODAY, date(2028, 2, 27)))
    assert_words_apart(widget)
    widget.deleteLater()


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
