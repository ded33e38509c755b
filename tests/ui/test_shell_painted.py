"""What paints itself on the first page: the rows of a list, and controls that get their looks after it."""

import pytest
from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import metrics
from reintegratie_desktop.ui.pages.today import DateCell
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.cells import Column, Drawn, TwoLines, Words, column_places
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import TableList
from reintegratie_desktop.ui.widgets.week_bar import WeekCell
from reintegratie_desktop.ui.widgets.words import words_height

LONG = "Ziekmelding doorgeven aan de arbodienst en de bedrijfsarts"


def painted(cell: Drawn, width: int, room: int = 40) -> QImage:
    """Return what a cell paints, in the middle of a picture with room around its box."""
    high = cell.height(width)
    image = QImage(QSize(width + 2 * room, high + 2 * room), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    cell.paint(painter, QRect(room, room, width, high))
    painter.end()
    return image


def inked(image: QImage) -> QRect:
    """Return the smallest box with everything that was painted."""
    places = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).alpha()]
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


@pytest.mark.parametrize(
    "cell",
    [
        TwoLines(LONG, LONG),
        TwoLines("Kort", ""),
        Words(LONG),
        Words("7,5", right=True),
        WeekCell(42, 104),
        WeekCell(0, 0),
        DateCell("wo 18 november 2026", State.LATE, "te laat"),
        DateCell("wo 18 november 2026", State.DONE_LATE, "klaar, later", loud=True),
        DateCell("", State.SOON, LONG, loud=False),
    ],
)
@pytest.mark.parametrize("width", [120, 180])
def test_a_cell_paints_inside_its_box(qapp: QApplication, cell: Drawn, width: int) -> None:
    box = inked(painted(cell, width))
    assert QRect(40, 40, width, cell.height(width)).contains(box)


def test_words_that_do_not_fit_on_a_line_take_more_of_them(qapp: QApplication) -> None:
    line = metrics("label").height()
    assert words_height("", "label", 100) == 0
    assert words_height("Kort", "label", 500) == line
    assert words_height("Een\nTwee", "label", 500) >= 2 * line
    assert words_height(LONG, "label", 150) >= 3 * line
    assert TwoLines(LONG, "Kort").height(150) == words_height(LONG, "label", 150) + 1 + metrics("small").height()


def test_columns_share_what_is_left() -> None:
    columns = (Column("a", 100), Column("b", 50, 1), Column("c", 0, 3))
    assert column_places(columns, 20, 500) == [(20, 100), (120, 100), (220, 300)]
    assert column_places(columns, 0, 120)[1] == (100, 50), "never less than it needs"


def test_a_row_is_as_high_as_its_words_and_its_button_stands_in_the_middle(qtbot: QtBot) -> None:
    table = TableList([Column("Stap", 100, 1), Column("", 150, right=True)], row_height=40)
    row = table.add_row("a", [TwoLines(LONG, LONG), secondary("Invullen")], "zin")
    qtbot.addWidget(table)
    table.resize(420, 300)
    table.show()
    assert row.height() >= TwoLines(LONG, LONG).height(420 - 2 * 20 - 150) + 14
    button = row.findChildren(QWidget)[0]
    assert abs(button.geometry().center().y() - row.height() / 2) <= 2
    assert button.geometry().right() == row.width() - 20 - 1
    assert row.heightForWidth(858) < row.heightForWidth(378) == row.heightForWidth(378)
    row.setEnabled(False)
    assert row.grab().toImage() != QImage()


@pytest.fixture
def unfinished(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> QApplication:
    """Give back the moment before the first page, when Qt's own controls have no looks yet."""
    qapp.setStyleSheet("")
    monkeypatch.setattr(theme._State, "style", None)
    return qapp


def test_qts_own_controls_get_their_looks_after_the_first_page(qtbot: QtBot, unfinished: QApplication) -> None:
    theme.Theme("donker").apply(unfinished, whole=False)
    assert not theme.is_finished()
    assert unfinished.styleSheet() == ""
    page, field = PageScroller(), QLineEdit()
    for widget in (page, field):
        qtbot.addWidget(widget)
    assert page.verticalScrollBar().styleSheet() == theme.BARS
    theme.finish(unfinished)
    assert theme.is_finished()
    assert "QLineEdit" in unfinished.styleSheet()
    assert theme.BARS in unfinished.styleSheet()
    field.ensurePolished()
    assert field.sizeHint().height() >= 30
    before = unfinished.styleSheet()
    theme.finish(unfinished)
    assert unfinished.styleSheet() == before
    later = PageScroller()
    qtbot.addWidget(later)
    assert later.verticalScrollBar().styleSheet() == ""
    theme.Theme("licht").apply(unfinished)
    assert unfinished.styleSheet() != before


def test_labels_that_are_gone_do_not_hinder_another_theme(qtbot: QtBot, qapp: QApplication) -> None:
    gone, kept = Label("weg"), Label("blijft", tone="late")
    qtbot.addWidget(kept)
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    theme.Theme("donker").apply(qapp)
    assert kept.palette().windowText().color() == theme.Theme("donker").late
    theme.Theme("licht").apply(qapp)
