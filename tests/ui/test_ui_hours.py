"""Hours per week: what is drawn, what is said, and that no words overlap."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.hours_answer import chart_data
from reintegratie_desktop.ui.drawing.hours_chart import HoursChart, HoursChartData, Week
from reintegratie_desktop.ui.widgets.card import Card
from tests.ui.pictures import Pictures, nameless

START = date(2026, 1, 26)
TODAY = date(2026, 11, 23)
PLAN = ((26, 6), (32, 9), (38, 12), (44, 16), (48, 20), (52, 24))
CEILING = ((26, 8), (32, 10), (38, 12), (42, 16), (99, 20))
WORKED = (6, 6, 5, 6, 9, 9, 8, 9, 9, 9, 12, 12, 11, 12, 12, 12, 16, 15, 13, 12)


def step(steps: tuple[tuple[int, int], ...], week: int) -> Decimal | None:
    return next((Decimal(value) for until, value in steps if week < until), None)


WEEKS = tuple(
    Week(
        number,
        START + timedelta(weeks=number - 1),
        step(PLAN, number),
        Decimal(WORKED[number - 22]) if number < 42 else None,
        step(CEILING, number),
    )
    for number in range(22, 53)
)
DATA = HoursChartData(Decimal(32), WEEKS, (40, 41), 42)


def chart(qtbot: QtBot, data: HoursChartData = DATA, width: int = 960) -> HoursChart:
    widget = HoursChart()
    qtbot.addWidget(widget)
    widget.set_data(data)
    widget.resize(width, 252)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def assert_words_apart(widget: HoursChart) -> None:
    widget.grab()
    for (one, place), (other, elsewhere) in combinations(widget.painted, 2):
        assert not place.adjusted(1, 3, -1, -3).intersects(elsewhere.adjusted(1, 3, -1, -3)), (one, other)
    for words, place in widget.painted:
        assert place.left() >= 0, words
        assert place.right() <= widget.width(), words


def test_weeks_speak() -> None:
    week = next(week for week in WEEKS if week.number == 40)
    assert DATA.sentence(week) == "week 40, 16 gepland, 13 gewerkt, hoogstens 16, gesprek over de opbouw"
    above = next(week for week in WEEKS if week.number == 48)
    assert above.breach == 4
    assert DATA.sentence(above).replace("\u00a0", " ").endswith("4 uur boven advies")
    message = DATA.message().replace("\u00a0", " ")
    assert message == "Week 41: 12 gewerkt, 16 gepland. Het schema komt 4 uur boven het advies."
    assert HoursChartData().message() == "Er zijn nog geen uren ingevuld."


def test_what_is_too_much_is_hatched_and_named(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    image = widget.grab().toImage()
    first, last, most = widget.breach_runs()[0]
    assert (WEEKS[first].number, WEEKS[last].number, most) == (48, 51, Decimal(4))
    said = [words.replace("\u00a0", " ") for words, _place in widget.painted]
    for words in (
        "4 uur boven advies",
        "hoogstens 20 uur",
        "contract: 32 uur",
        "evaluatie",
        "vandaag, week 42",
        "gewerkt",
        "gepland",
    ):
        assert words in said
    plot = widget._plot()
    slot = plot.width() / len(WEEKS)
    middle = int(plot.left() + (first + 2) * slot)
    y = int(widget._y(plot, Decimal(22)))
    late = theme.current().late
    found = [image.pixelColor(x, y) for x in range(middle - 10, middle + 10)]
    assert any(abs(colour.red() - late.red()) < 40 and colour.blue() < 90 for colour in found)


def test_with_few_things_the_words_stand_beside_them(qtbot: QtBot) -> None:
    weeks = [Week(week.number, week.monday, week.planned, week.worked) for week in WEEKS[:12]]
    widget = chart(qtbot, HoursChartData(Decimal(32), weeks, (), 30))
    assert_words_apart(widget)
    places = dict(widget.painted)
    assert places["gepland"].bottom() < widget._plot().bottom()
    assert places["gewerkt"].bottom() < widget._plot().bottom()
    widget.set_empty_text("Eerst het advies van de bedrijfsarts invullen.")
    widget.set_data(HoursChartData())
    widget.grab()
    assert [words for words, _place in widget.painted] == ["Eerst het advies van de bedrijfsarts invullen."]


def test_bars_stand_on_zero_and_the_future_is_another_ground(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    image = widget.grab().toImage()
    plot = widget._plot()
    slot = plot.width() / len(WEEKS)
    accent = theme.current().accent.name()
    assert image.pixelColor(int(plot.left() + slot / 2), int(plot.bottom()) - 3).name() == accent
    future = image.pixelColor(int(plot.right() - 4), int(plot.bottom()) - 5)
    assert future.name() == theme.current().window.name()


def test_words_never_overlap_at_any_width(qtbot: QtBot) -> None:
    for width in (460, 640, 912, 1000, 1160):
        assert_words_apart(chart(qtbot, width=width))


HOURS = st.none() | st.decimals(0, 40, places=1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(HOURS, HOURS, HOURS), max_size=60),
    today=st.integers(1, 70),
    contract=st.decimals(0, 40, places=1),
)
def test_whatever_hours_come_it_draws(
    qtbot: QtBot, rows: list[tuple[Decimal | None, Decimal | None, Decimal | None]], today: int, contract: Decimal
) -> None:
    weeks = [
        Week(number, START + timedelta(weeks=number), planned, worked, ceiling)
        for number, (planned, worked, ceiling) in enumerate(rows, 1)
    ]
    widget = HoursChart()
    widget.resize(900, 252)
    widget.set_data(HoursChartData(contract, weeks, (3,), today))
    assert_words_apart(widget)
    widget.deleteLater()


def test_the_arrows_walk_the_weeks_and_speak(qtbot: QtBot) -> None:
    widget = chart(qtbot)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Left)
    assert widget.accessibleDescription().startswith("week 41, 16 gepland, 12 gewerkt")
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    assert widget.accessibleDescription().startswith("week 22")
    qtbot.keyClick(widget, Qt.Key.Key_End)
    assert widget.accessibleDescription().startswith("week 52")
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert widget.accessibleDescription().startswith("week 52")
    widget.clearFocus()
    assert widget.accessibleDescription() == DATA.message()
    assert not nameless(widget)
    assert widget.week_at(1) is None
    assert widget.week_at(widget.width() - 20) == len(WEEKS) - 1
    empty = chart(qtbot, HoursChartData())
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    assert empty.accessibleDescription() == "Er zijn nog geen uren ingevuld."


def test_an_answer_becomes_a_chart() -> None:
    answer: dict[str, Any] = {
        "contract": "32",
        "eerste_ziektedag": "2026-01-28",
        "phases": [
            {"van": "2026-11-02", "tot": "2026-11-15", "uren": "9"},
            {"van": "2026-11-16", "tot": "2026-11-29", "uren": "12"},
            "oud",
        ],
        "ceilings": [{"van": "2026-11-01", "tot": None, "uren": "10"}],
        "worked": [{"week": "2026-11-02", "uren": "8"}, {"week": "ooit", "uren": "8"}],
        "evaluations": ["2026-11-13", None],
    }
    data = chart_data(answer, TODAY)
    assert [week.monday for week in data.weeks] == [date(2026, 11, day) for day in (2, 9, 16, 23)]
    assert [week.planned for week in data.weeks] == [9, 9, 12, 12]
    assert [week.worked for week in data.weeks] == [8, None, None, None]
    assert [week.ceiling for week in data.weeks] == [10] * 4
    assert data.contract == 32
    assert data.weeks[0].number == 41
    assert data.evaluations == (42,)
    assert data.today_week == 44
    assert chart_data({}, TODAY).weeks == ()
    assert chart_data({"phases": "x", "worked": None}, TODAY).weeks == ()


def colours_across(widget: HoursChart, index: int, hours: Decimal) -> set[str]:
    """Return the colours around the middle of a week, at the height of so many hours."""
    plot = widget._plot()
    slot = plot.width() / len(widget._data.weeks)
    x, y = round(plot.left() + (index + 0.5) * slot), round(widget._y(plot, hours))
    image = widget.grab().toImage()
    return {image.pixelColor(x, near).name() for near in range(y - 4, y + 5)}


def test_pictures_of_the_hours(qtbot: QtBot, pictures: Pictures) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    plain = HoursChartData(Decimal(32), [Week(week.number, week.monday, week.planned) for week in WEEKS[:12]], (), 24)
    widgets = []
    for data in (DATA, plain, HoursChartData()):
        card = Card("Uren per week")
        widget = HoursChart()
        widget.set_data(data)
        card.add(widget)
        card.setFixedWidth(1000)
        column.addWidget(card)
        widgets.append(widget)
    qtbot.addWidget(window)
    window.show()
    saved = pictures.save(window, "uren")

    light, dark = (QImage(str(path)).pixelColor(4, 4).lightness() for path in saved[:2])
    assert light > 200 > 60 > dark
    accent, ink = theme.current().accent.name(), theme.current().text.name()
    worked_here, planned_here, nothing_here = widgets
    for index, hours in enumerate(WORKED):
        assert accent in colours_across(worked_here, index, Decimal(hours) / 2), WEEKS[index].number
        assert accent not in colours_across(worked_here, index, Decimal(hours) + 4), WEEKS[index].number
    for index, week in enumerate(WEEKS[:12]):
        assert week.planned is not None
        assert ink in colours_across(planned_here, index, week.planned), week.number
        assert accent not in colours_across(planned_here, index, week.planned / 2), "nothing was worked yet"
    nothing_here.grab()
    assert [words for words, _place in nothing_here.painted] == [HoursChartData().message()]


def test_the_ceiling_lies_on_its_value(qtbot: QtBot) -> None:
    flat = [Week(number, START + timedelta(weeks=number), Decimal(2), None, Decimal(6)) for number in range(1, 13)]
    widget = chart(qtbot, HoursChartData(Decimal(40), flat))
    image = widget.grab().toImage()
    plot = widget._plot()
    ratio = image.devicePixelRatio()
    muted = theme.current().muted

    def ink(y: float) -> int:
        line = [
            image.pixelColor(int(x * ratio), int(y * ratio))
            for x in range(int(plot.center().x()), int(plot.right()) - 4)
        ]
        return sum(abs(colour.red() - muted.red()) + abs(colour.blue() - muted.blue()) < 90 for colour in line)

    rows = {y: ink(y) for y in range(int(widget._y(plot, Decimal(8))), int(widget._y(plot, Decimal(5))))}
    drawn = max(rows, key=lambda y: rows[y])
    assert rows[drawn] > 0
    assert abs(drawn - widget._y(plot, Decimal(6))) <= 2
    assert abs(drawn - widget._y(plot, Decimal(6))) < abs(drawn - widget._y(plot, Decimal(7)))


def test_plan_and_ceiling_of_the_same_height_both_show(qtbot: QtBot) -> None:
    same = [Week(number, START + timedelta(weeks=number), Decimal(9), None, Decimal(9)) for number in range(1, 13)]
    widget = chart(qtbot, HoursChartData(Decimal(40), same))
    image = widget.grab().toImage()
    plot = widget._plot()
    x, y = int(plot.left() + 4), widget._y(plot, Decimal(9))
    above, under = image.pixelColor(x, int(y) - 1), image.pixelColor(x, int(y) + 1)
    assert above.name() != under.name()
