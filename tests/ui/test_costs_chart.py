"""The chart of the costs: past and future apart, its words, its keyboard, and what it says to who cannot see it."""

from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.costs.overview import CostMonth
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.costs_chart import CostChart, CostChartData
from tests.domain.costs.cost_tools import CostFacts, costs
from tests.ui.pictures import nameless

FIRST = date(2026, 3, 2)
TODAY = date(2026, 11, 23)
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
        ground = now.base if DATA.is_to_come(month) else now.accent
        assert image.pixelColor(x, round(plot.bottom()) - 3).name() == ground.name(), month.first
        if month.tot_verwacht > 6000:
            middle = round(widget.y_of(month.tot_betaald + month.tot_verwacht / 2))
            around = {image.pixelColor(x + dx, middle + dy).name() for dx in range(-4, 4) for dy in range(-4, 4)}
            assert {now.base.name(), now.accent.name()} <= around, "dots on a light ground"
    assert {
        "betaald",
        "eerder betaald",
        "verwacht",
        "extra na week 104",
        "vandaag",
        "einde week 104",
        "€ 28.000",
        "€ 77.793",
        "€ 113.679",
    } <= set(said(widget))


def test_past_and_future_differ_without_colour_too(qtbot: QtBot) -> None:
    """In black and white a column that was paid is dark, what is expected has dots, and the extra has lines."""
    widget = chart(qtbot)
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    def darkness(index: int, low: Decimal, high: Decimal) -> float:
        column = widget.column(index)
        top, bottom = round(widget.y_of(high)) + 3, round(widget.y_of(low)) - 3
        places = [
            (x, y) for x in range(round(column.left()) + 3, round(column.right()) - 3) for y in range(top, bottom)
        ]
        return sum(255 - image.pixelColor(x, y).lightness() for x, y in places) / (255 * len(places))

    last = DATA.months[-1]
    past = darkness(7, Decimal(0), DATA.months[7].tot_betaald)
    before = darkness(len(DATA.months) - 1, Decimal(0), last.tot_betaald)
    expected = darkness(len(DATA.months) - 1, last.tot_betaald, last.tot_betaald + last.tot_verwacht)
    extra = darkness(len(DATA.months) - 1, last.tot_betaald + last.tot_verwacht, last.opgeteld)
    assert past > 2 * extra > 2 * expected > 0
    assert before < 0.05, "nothing is paid in a month to come"


def test_the_key_names_only_what_is_drawn(qtbot: QtBot) -> None:
    over = CostChartData(FULL.months, date(2030, 1, 1), FULL.days.week_104)
    kinds = [kind for kind, _words in chart(qtbot, over).entries()]
    assert "before" not in kinds, "no month is still to come"
    assert DATA.last_over == 7
    assert CostChartData(FULL.months, FIRST, FULL.days.week_104).last_over is None
    assert [kind for kind, _words in chart(qtbot).entries()] == ["paid", "before", "expected", "extra"]


def test_the_sums_keep_off_the_lines_of_days(qtbot: QtBot) -> None:
    for today in (date(2026, 11, 1), date(2026, 11, 15), date(2026, 11, 30), date(2028, 2, 1)):
        widget = chart(qtbot, CostChartData(FULL.months, today, FULL.days.week_104))
        widget.grab()
        for day in (today, FULL.days.week_104):
            line = widget._x_of(day)
            assert line is not None
            for words, place in widget.painted:
                if (
                    words.startswith("€")
                    and place.top() < widget.plot().bottom()
                    and place.left() > widget.plot().left()
                ):
                    assert not place.left() < line < place.right(), words


def test_the_axis_is_round_and_holds_everything(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    assert widget.step() == 30_000
    assert [words for words in said(widget) if words.startswith("€ ") and words.endswith("0.000")] == [
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
