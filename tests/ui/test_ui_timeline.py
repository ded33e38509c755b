"""The time line: weeks are counted right, labels never overlap, the keyboard walks it, a reader hears it."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.drawing.timeline import Band, Dot, Mark, Shape, TimeLine, TimeLineData
from reintegratie_desktop.ui.drawing.timeline_layout import APART, MARKER, Layout, lay_out, spread
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets.card import Card
from tests.ui.mouse import double_click
from tests.ui.pictures import Pictures, focusable, nameless, spoken_name

FIRST, LAST, TODAY = date(2026, 1, 26), date(2028, 2, 6), date(2026, 11, 23)
BREAK = Band(date(2026, 6, 1), date(2026, 6, 14), "Weer gewerkt", "1 t/m 14 juni, schuift alles op")
MARKS = (
    Mark("melding", "Ziekmelding", "week 1, 27 jan", date(2026, 1, 27), State.DONE),
    Mark("pa", "Probleemanalyse", "week 6, 3 mrt", date(2026, 3, 3), State.DONE),
    Mark("pva", "Plan van aanpak", "week 8, 19 mrt", date(2026, 3, 19), State.DONE_LATE),
    Mark("bij", "Plan bijstellen", "week 41, 18 nov, te laat", date(2026, 11, 18), State.LATE),
    Mark("uwv", "Melding bij UWV", "week 42, 30 nov", date(2026, 11, 30), State.SOON),
    Mark("eje", "Eerstejaarsevaluatie", "week 46-52", date(2026, 12, 21), State.PLANNED, "", date(2027, 2, 5)),
    Mark("spoor2", "Start spoor 2", "week 58, als dat nodig is", date(2027, 3, 18)),
    Mark("brief", "Brief van UWV", "week 88, okt 2027", date(2027, 10, 10)),
    Mark("riv", "Verslag klaar", "week 91, 5 nov 2027", date(2027, 11, 5)),
    Mark("wia", "WIA-aanvraag", "week 93, 19 nov", date(2027, 11, 19)),
    Mark("einde", "Einde wachttijd", "week 104, 6 feb 2028", LAST, State.NOT_YET, Shape.END),
)  # fmt: skip
DOTS = tuple(Dot(date(2026, 3, 19) + timedelta(days=42 * turn), f"Evaluatie {turn}") for turn in range(1, 6))
DATA = TimeLineData(FIRST, LAST, TODAY, 104, MARKS, (BREAK,), DOTS)


def line(qtbot: QtBot, data: TimeLineData = DATA, width: int = 1000) -> TimeLine:
    widget = TimeLine()
    qtbot.addWidget(widget)
    widget.set_data(data)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def assert_tidy(layout: Layout) -> None:
    """Every label is whole, touches no label, no leader line, no marker, and not the flag of today."""
    placed = [item for item in layout.items if item.lane is not None]
    for item in placed:
        assert item.label.left() >= 0
        assert item.label.right() <= layout.width
        assert not item.label.intersects(layout.flag)
        markers = QRectF(0, layout.line_y - MARKER / 2 - 1, layout.width, MARKER + 2)
        assert not item.label.intersects(markers)
        assert item.label.bottom() < layout.strip_y
    for one, other in combinations(placed, 2):
        assert not one.label.adjusted(-5, 0, 5, 0).intersects(other.label), (one.title, other.title)
    for item in placed:
        leader = layout.leader(item)
        assert leader is not None
        thin = QRectF(item.x - 1, min(leader), 2, abs(leader[1] - leader[0]))
        for other in placed:
            assert other is item or not thin.intersects(other.label), (item.title, other.title)
        assert not thin.intersects(layout.flag), item.title
    if layout.today_x is not None:
        pole = QRectF(layout.today_x - 1, layout.line_y, 2, layout.flag.top() - layout.line_y)
        assert not any(pole.intersects(item.label) for item in placed)


def test_weeks_are_counted_without_the_break() -> None:
    assert DATA.counted_week(FIRST) == 1
    assert DATA.counted_week(TODAY) == 42
    assert DATA.counted_week(date(2026, 5, 31)) == DATA.counted_week(date(2026, 6, 14))
    assert DATA.half_day == date(2027, 2, 8)
    assert TimeLineData(FIRST, FIRST + timedelta(weeks=6), TODAY, 6).half_day is None
    assert DATA.summary() == (
        "Tijdlijn van 104 weken. Nu week 42. 3 stappen klaar, 1 te laat. Weer gewerkt, 1 t/m 14 juni, schuift alles op."
    )


def test_each_state_has_its_own_shape() -> None:
    forms = {mark.id: mark.form for mark in MARKS}
    assert forms["melding"] is Shape.DONE
    assert forms["pva"] is Shape.DONE_LATE
    assert forms["bij"] is Shape.LATE
    assert forms["uwv"] is Shape.NOW
    assert forms["eje"] is Shape.PERIOD
    assert forms["wia"] is Shape.LATER
    assert forms["einde"] is Shape.END
    assert Mark("x", "X", "", FIRST, shape="end").form is Shape.END


@pytest.mark.parametrize("width", [840, 912, 1000, 1080, 1160])
def test_the_known_steps_all_find_a_place(qtbot: QtBot, width: int) -> None:
    layout = lay_out(DATA, width, "vandaag, week 42")
    assert_tidy(layout)
    if width >= 912:
        assert not layout.numbered


@pytest.mark.parametrize("week", [1, 5, 7, 20, 44, 52, 60, 87, 92, 103])
def test_also_on_every_other_day(qtbot: QtBot, week: int) -> None:
    data = TimeLineData(FIRST, LAST, FIRST + timedelta(weeks=week), 104, MARKS, (BREAK,), DOTS)
    for width in (912, 1000, 1160):
        layout = lay_out(data, width, f"vandaag, week {week}")
        assert_tidy(layout)
        assert len(layout.numbered) <= 1


@pytest.mark.parametrize("width", [520, 912, 1000])
def test_painted_texts_never_overlap_and_none_is_cut(qtbot: QtBot, width: int) -> None:
    widget = line(qtbot, width=width)
    widget.grab()
    for (one, place), (other, elsewhere) in combinations(widget.painted, 2):
        assert not place.intersects(elsewhere), (one, other)
    for words, place in widget.painted:
        assert place.left() >= 0, words
        assert place.right() <= widget.width(), words
        assert place.bottom() <= widget.height(), words
    said = " ".join(words for words, _place in widget.painted)
    assert {"klaar", "nu", "te laat", "later", "einde"} <= {words for words, _place in widget.painted}
    for mark in MARKS:
        assert mark.title in said


TITLES = st.sampled_from(["Plan van aanpak", "Evaluatie", "Melding bij UWV", "Eerstejaarsevaluatie", "Verslag klaar"])
MANY = st.lists(
    st.tuples(TITLES, st.integers(0, 727), st.sampled_from(list(State)), st.integers(0, 60)), min_size=0, max_size=16
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=MANY, today=st.integers(-20, 760), width=st.sampled_from([912, 1000, 1160]))
@example(steps=[("Evaluatie", 300, State.SOON, 0)] * 16, today=300, width=912)
def test_whatever_comes_nothing_overlaps(
    qtbot: QtBot, steps: list[tuple[str, int, State, int]], today: int, width: int
) -> None:
    marks = [
        Mark(
            str(index), title, f"week {day // 7 + 1}, op een dag", FIRST + timedelta(days=day), state,
            end_day=FIRST + timedelta(days=day + length) if length > 40 else None,
        )
        for index, (title, day, state, length) in enumerate(steps)
    ]  # fmt: skip
    data = TimeLineData(FIRST, LAST, FIRST + timedelta(days=today), 104, marks)
    layout = lay_out(data, width, "vandaag, week 12")
    assert_tidy(layout)
    assert len(layout.items) == len(marks)
    singles = sorted(item.x for item in layout.items if item.mark is not None and item.mark.form is not Shape.PERIOD)
    for left, right in pairwise(singles):
        assert right - left >= APART - 0.5
    height = layout.strip_y + len(layout.numbered) * QFontMetricsF(font("smallest")).height()
    assert layout.height >= height


@given(places=st.lists(st.floats(0, 900), max_size=30))
def test_markers_move_apart_in_order_and_stay_on_the_line(places: list[float]) -> None:
    moved = spread(sorted(places), 0, 900)
    assert moved == sorted(moved)
    assert all(-0.5 <= place <= 900.5 for place in moved)
    if len(moved) > 1:
        apart = min(APART, 900 / (len(moved) - 1))
        assert min(right - left for left, right in pairwise(moved)) >= apart - 0.5


def test_a_pair_moves_equally() -> None:
    assert spread([100, 105], 0, 900) == pytest.approx([92, 113])


def test_the_keyboard_walks_and_opens(qtbot: QtBot) -> None:
    widget = line(qtbot)
    order = [button.mark.id for button in widget.buttons]
    assert order == [mark.id for mark in MARKS]
    ways = [button.mark.id for button in widget.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert ways == ["bij"], "the Tab key comes to what is late first"
    late = widget.buttons[3]
    late.setFocus()
    with qtbot.waitSignal(widget.mark_selected) as seen:
        qtbot.keyClick(late, Qt.Key.Key_Right)
    assert seen.args == ["uwv"]
    assert widget.buttons[4].hasFocus()
    with qtbot.waitSignal(widget.mark_activated) as opened:
        qtbot.keyClick(widget.buttons[4], Qt.Key.Key_Return)
    assert opened.args == ["uwv"]
    qtbot.keyClick(widget.buttons[4], Qt.Key.Key_Home)
    assert widget.buttons[0].hasFocus()
    qtbot.keyClick(widget.buttons[0], Qt.Key.Key_Left)
    assert widget.buttons[0].hasFocus()
    qtbot.keyClick(widget.buttons[0], Qt.Key.Key_End)
    assert widget.buttons[-1].hasFocus()
    with qtbot.waitSignal(widget.mark_activated):
        double_click(widget.buttons[-1])
    with qtbot.assertNotEmitted(widget.mark_selected):
        widget.select("pa")


def test_a_label_can_be_clicked_too(qtbot: QtBot) -> None:
    widget = line(qtbot)
    assert widget.placement is not None
    item = next(item for item in widget.placement.items if item.mark is not None and item.mark.id == "spoor2")
    with qtbot.waitSignal(widget.mark_selected) as seen:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=item.label.center().toPoint())
    assert seen.args == ["spoor2"]
    with qtbot.waitSignal(widget.mark_activated):
        double_click(widget, item.label.center().toPoint())
    qtbot.mouseMove(widget, item.label.center().toPoint())
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_reader_hears_every_marker_as_one_sentence(qtbot: QtBot) -> None:
    widget = line(qtbot)
    assert widget.accessibleDescription().startswith("Tijdlijn van 104 weken. Nu week 42.")
    assert not nameless(widget)
    names = [spoken_name(button) for button in widget.buttons]
    assert names[0] == "Ziekmelding, week 1, 27 jan, klaar"
    assert names[3] == "Plan bijstellen, week 41, 18 nov, te laat"
    assert len(list(focusable(widget))) == len(MARKS)


def test_dots_and_breaks_explain_themselves(qtbot: QtBot) -> None:
    widget = line(qtbot)
    layout = widget.placement
    assert layout is not None
    dot = layout.start + (DOTS[0].day - FIRST).days / DATA.days * (layout.end - layout.start)
    assert widget._tip(QPointF(dot, layout.line_y)) == "Evaluatie 1"
    band = next(item for item in layout.items if item.mark is None)
    assert "schuift alles op" in widget._tip(QPointF(band.x, layout.line_y))
    assert widget._tip(QPointF(dot, 3)) == ""


def test_a_stopped_case_and_an_empty_line_are_drawn(qtbot: QtBot) -> None:
    stopped = TimeLineData(FIRST, LAST, TODAY, 104, MARKS[:3], stopped_on=date(2026, 8, 1))
    widget = line(qtbot, stopped)
    assert not widget.grab().isNull()
    widget.set_data(TimeLineData(FIRST, FIRST + timedelta(weeks=6), LAST, 6))
    assert not widget.grab().isNull()
    assert widget.buttons == []
    bare = TimeLine()
    qtbot.addWidget(bare)
    assert bare.heightForWidth(900) == 200
    assert not bare.grab().isNull()


def test_numbers_take_over_when_there_is_no_room(qtbot: QtBot) -> None:
    crowd = [
        Mark(str(n), f"Evaluatie nummer {n}", "week 42, 30 nov", TODAY + timedelta(days=n), State.NOT_YET)
        for n in range(14)
    ]
    widget = line(qtbot, TimeLineData(FIRST, LAST, TODAY, 104, crowd), 912)
    assert widget.placement is not None
    assert widget.placement.numbered
    widget.grab()
    said = " ".join(words for words, _place in widget.painted)
    for mark in crowd:
        assert mark.title in said
    assert widget.height() > 242


def painted_with(widget: TimeLine, mark_id: str, colour: QColor) -> int:
    """Return how many points of a marker have a colour."""
    button = next(button for button in widget.buttons if button.mark.id == mark_id)
    image = button.grab().toImage()
    return sum(
        image.pixelColor(x, y).name() == colour.name() for x in range(image.width()) for y in range(image.height())
    )


def test_a_break_without_room_for_its_words_bears_the_number_of_the_list(qtbot: QtBot) -> None:
    long = "Verlof: 112 dagen tellen niet mee en de weken daarna schuiven ook zo veel dagen op " * 2
    band = Band(date(2026, 6, 1), date(2026, 9, 20), long, "", "1 jun t/m 20 sep 2026")
    widget = line(qtbot, TimeLineData(FIRST, LAST, TODAY, 104, MARKS, (band,)), 912)
    assert widget.placement is not None
    (item,) = [found for found in widget.placement.items if found.band is band]
    assert item.number
    image = widget.grab().toImage()
    plate = image.pixelColor(round(item.x) - 6, round(widget.placement.line_y) - 7)
    assert plate.name() == theme.current().base.name(), "the number stands on a plate, not on the lines"
    assert widget._tip(QPointF(item.x, widget.placement.line_y)) == band.sentence()
    assert band.sentence().startswith("1 jun t/m 20 sep 2026, Verlof")


def test_pictures_of_the_time_line(qtbot: QtBot, pictures: Pictures) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    lines = []
    for width in (912, 1000, 1160):
        card = Card(padding=0)
        widget = TimeLine()
        widget.set_data(DATA)
        card.add(widget)
        card.setFixedWidth(width)
        column.addWidget(card)
        lines.append(widget)
    crowd = [
        Mark(str(n), f"Evaluatie nummer {n}", "week 42, 30 nov", TODAY + timedelta(days=9 * n), list(State)[n % 11])
        for n in range(12)
    ]
    full = TimeLine()
    full.set_data(TimeLineData(FIRST, LAST, TODAY, 104, crowd))
    full.setFixedWidth(912)
    column.addWidget(full)
    qtbot.addWidget(window)
    window.show()
    saved = pictures.save(window, "tijdlijn")

    light, dark = (QImage(str(path)).pixelColor(4, 4).lightness() for path in saved[:2])
    assert light > 200 > 60 > dark
    now = theme.current()
    for widget in lines:
        for mark_id, colour in (("melding", now.ok), ("pva", now.ok), ("bij", now.late), ("einde", now.muted)):
            assert painted_with(widget, mark_id, colour) > 60, mark_id
        for mark_id, colour in (("pva", now.soon), ("uwv", now.soon), ("wia", now.border)):
            assert painted_with(widget, mark_id, colour) > 8, mark_id
        assert painted_with(widget, "wia", now.ok) == painted_with(widget, "melding", now.late) == 0
    full.grab()
    said = " ".join(words for words, _place in full.painted)
    assert all(mark.title in said for mark in crowd)
