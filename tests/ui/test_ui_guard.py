"""Marks and panel of the word guard: it shows, it offers, it never blocks and never takes the focus."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks, GuardPanel, Hit, wave
from reintegratie_desktop.ui.widgets.guard_text import removed, replaced, sentence_at
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit, LineEdit
from tests.ui.pictures import Pictures, cut_labels, fit

TEXT = "De kassa gaat goed. Na vier uur is ze moe, dan gaat inpakken langzaam. Noor helpt."


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    word: str
    kind: str = "gezondheid"
    why: str = ""
    suggestion: str = ""


def find(text: str) -> Sequence[Hit]:
    better = {"moe": "uren per dag: ..", "duizelig": ""}
    return [
        Found(match.start(), match.end(), match[0], suggestion=better[match[0].lower()])
        for match in re.finditer(r"\b(moe|duizelig)\b", text, re.IGNORECASE)
    ]


class Page:
    """A field with its panel in a page."""

    def __init__(self, qtbot: QtBot, edit: QPlainTextEdit | QLineEdit, text: str, **options: object) -> None:
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.edit = edit
        if isinstance(edit, QPlainTextEdit):
            edit.setPlainText(text)
        else:
            edit.setText(text)
        self.marks = GuardMarks(edit, find)
        self.panel = GuardPanel(self.marks, **options)  # type: ignore[arg-type]
        column.addWidget(edit)
        column.addWidget(self.panel)
        column.addWidget(QLineEdit())
        qtbot.addWidget(self.window)
        fit(self.window, 620)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        edit.setFocus()

    @property
    def text(self) -> str:
        return self.marks.text


@pytest.fixture(params=["lang", "kort"])
def page(request: pytest.FixtureRequest, qtbot: QtBot) -> Page:
    return Page(qtbot, GrowingEdit() if request.param == "lang" else LineEdit(), TEXT, who="Fatima")


def put_cursor(page: Page, place: int) -> None:
    if isinstance(page.edit, QPlainTextEdit):
        cursor = page.edit.textCursor()
        cursor.setPosition(place)
        page.edit.setTextCursor(cursor)
    else:
        page.edit.setCursorPosition(place)


def test_words_are_tinted_and_underlined_where_they_stand(page: Page) -> None:
    if isinstance(page.edit, LineEdit):
        page.edit.setText("Ze is moe nu.")
        page.marks.look()
    assert [hit.word for hit in page.marks.hits] == ["moe"]
    boxes = page.marks.boxes()
    assert len(boxes) == 1
    assert 15 < boxes[0].width() < 45
    target = page.edit.viewport() if isinstance(page.edit, QPlainTextEdit) else page.edit
    target.repaint()
    image = page.edit.grab().toImage()
    place = target.mapTo(page.edit, boxes[0].center().toPoint())
    soon = theme.current().soon
    found = {
        image.pixelColor(x, place.y() + dy).name()
        for x in range(place.x() - 12, place.x() + 12)
        for dy in range(-8, 14)
    }
    assert soon.name() in found, "the wavy line"
    assert soon == QColor("#8A5200"), "painting never changes the token itself"


def test_the_panel_opens_at_the_word_and_leaves_the_focus(page: Page) -> None:
    assert not page.panel.isVisible()
    put_cursor(page, TEXT.index("moe") + 1)
    assert page.panel.isVisible()
    assert page.edit.hasFocus()
    assert page.panel.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert "Fatima" in page.panel.why.text()
    assert page.panel.heading.text() == "“Moe” lijkt over gezondheid te gaan"
    assert "lijkt" not in page.panel.why.text(), "the title is not said again"
    assert page.panel._phrase.text() == "“Uren per dag: ..”"
    page.window.adjustSize()
    fit(page.window, 620)
    assert not cut_labels(page.panel)


def test_replace_with_alt_1_replaces_the_sentence_and_typing_fills_the_dots(page: Page, qtbot: QtBot) -> None:
    put_cursor(page, TEXT.index("moe"))
    with qtbot.waitSignal(page.panel.replaced):
        qtbot.keyClick(page.edit, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.text == "De kassa gaat goed. Uren per dag: .. Noor helpt."
    assert page.panel.heading.text() == "Vul in wat op de puntjes hoort"
    assert page.edit.hasFocus()
    qtbot.keyClicks(page.edit, "4.")
    assert page.text == "De kassa gaat goed. Uren per dag: 4. Noor helpt."
    assert not page.panel.isVisible()


def test_a_replaced_sentence_comes_back(page: Page, qtbot: QtBot) -> None:
    put_cursor(page, TEXT.index("moe"))
    page.panel.choose_replace()
    page.edit.undo()
    assert page.text == TEXT
    page.marks.look()
    put_cursor(page, 0)
    put_cursor(page, TEXT.index("moe"))
    page.panel.choose_remove()
    assert page.text != TEXT
    page.panel.undo_button.click()
    assert page.text == TEXT


def test_remove_with_alt_2_leaves_a_sentence_that_reads(page: Page, qtbot: QtBot) -> None:
    put_cursor(page, TEXT.index("moe"))
    assert page.panel._left_over.text() == "De hele zin gaat weg."
    with qtbot.waitSignal(page.panel.removed):
        qtbot.keyClick(page.edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.text == "De kassa gaat goed. Noor helpt."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ze heeft pijn na de operatie maar kan zitten.", ""),
        ("De kassa gaat goed, maar ze heeft pijn.", "De kassa gaat goed."),
        ("Ze heeft pijn, maar de kassa gaat goed.", "De kassa gaat goed."),
        ("Door de pijn en de drukte lukt het niet.", ""),
        ("Eerst dit. Ze heeft pijn", "Eerst dit."),
        ("Ze heeft pijn\nDe kassa lukt", "De kassa lukt"),
        ("pijn", ""),
    ],
)
def test_what_is_left_always_reads(before: str, after: str) -> None:
    start = before.index("pijn")
    change = removed(before, start, start + 4)
    assert before[: change.start] + change.words + before[change.end :] == after


@given(st.text(alphabet="ab .,!?\n…", max_size=40), st.integers(0, 39), st.integers(1, 5))
@settings(max_examples=80, deadline=None)
def test_a_sentence_always_holds_its_word(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    first, last = sentence_at(text, start, start + length)
    assert 0 <= first <= start
    assert start + length <= last <= len(text)
    for change in (removed(text, start, start + length), replaced(text, start, start + length, "tot .. kg")):
        assert change.start <= start
        assert change.end >= start + length
    assert replaced(text, start, start + length, "tot .. kg").words.startswith("Tot .. kg")


def test_keep_with_alt_3_is_remembered_without_the_sentence(page: Page, qtbot: QtBot) -> None:
    put_cursor(page, TEXT.index("moe"))
    with qtbot.waitSignal(page.panel.kept) as kept:
        qtbot.keyClick(page.edit, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert kept.args == ["gezondheid", "moe"]
    assert page.text == TEXT
    assert page.marks.hits == []
    assert page.marks.ignored == {("gezondheid", "moe")}


def test_escape_closes_and_the_line_stays(page: Page, qtbot: QtBot) -> None:
    put_cursor(page, TEXT.index("moe"))
    qtbot.keyClick(page.edit, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert len(page.marks.hits) == 1
    put_cursor(page, TEXT.index("moe") + 1)
    assert not page.panel.isVisible(), "closed is closed for this word"
    qtbot.keyClick(page.edit, Qt.Key.Key_F8)
    assert page.panel.isVisible(), "F8 asks for it again"


def test_f8_walks_the_words(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "Eerst moe. Later duizelig. Dan weer aan het werk.")
    put_cursor(page, 0)
    qtbot.keyClick(page.edit, Qt.Key.Key_F8)
    assert page.panel.hit is not None
    assert page.panel.hit.word == "moe"
    assert page.panel.count.text() == "2 woorden om te bekijken"
    qtbot.keyClick(page.edit, Qt.Key.Key_F8)
    assert page.panel.hit.word == "duizelig"
    assert not page.panel.replace_button.isVisible(), "no good phrase: the first choice is to take it away"
    page.panel.after.click()
    assert page.panel.hit.word == "moe"
    page.panel.before.click()
    assert page.panel.hit.word == "duizelig"
    page.panel.choose_replace()
    assert "duizelig" in page.text
    page.panel.choose_remove()
    assert page.text == "Eerst moe. Dan weer aan het werk."


def test_leaving_a_word_goes_on_to_the_next_one(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "Eerst moe. Later duizelig. Dan weer aan het werk.")
    put_cursor(page, 8)
    page.panel.choose_keep()
    assert page.panel.isVisible()
    assert page.panel.hit is not None
    assert page.panel.hit.word == "duizelig"
    page.panel.choose_keep()
    assert not page.panel.isVisible()
    assert page.text.startswith("Eerst moe. Later duizelig.")


def test_taking_a_word_away_goes_on_to_the_next_one_and_can_be_undone(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "Eerst moe. Later duizelig. Dan weer aan het werk.")
    put_cursor(page, 8)
    qtbot.keyClick(page.edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.text == "Later duizelig. Dan weer aan het werk."
    assert page.panel.hit is not None
    assert page.panel.hit.word == "duizelig"
    assert page.panel.undo_button.isVisible()
    page.panel.undo_button.click()
    assert page.text == "Eerst moe. Later duizelig. Dan weer aan het werk."


def test_a_second_alt_2_types_nothing(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "Eerst moe. Dan weer aan het werk.")
    put_cursor(page, 8)
    for _press in range(2):
        qtbot.keyClick(page.edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.text == "Dan weer aan het werk."
    assert page.panel.heading.text() == "De tekst is veranderd"


def test_after_filling_in_the_dots_the_next_word_is_asked_about(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "Eerst moe. Later duizelig. Dan weer aan het werk.")
    put_cursor(page, 8)
    page.panel.choose_replace()
    assert page.panel.hit is None, "the dots come first"
    qtbot.keyClicks(page.edit, "4")
    qtbot.waitUntil(lambda: page.panel.hit is not None, timeout=3000)
    assert page.panel.hit is not None
    assert page.panel.hit.word == "duizelig"


def test_the_panel_opens_while_typing_goes_on_behind_the_word(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "")
    qtbot.keyClicks(page.edit, "ze is moe en dan ")
    for _turn in range(12):
        qtbot.keyClicks(page.edit, "x")
        qtbot.wait(80)
        if page.panel.isVisible():
            break
    assert page.panel.isVisible(), "somebody who types on and on sees it too"
    assert page.panel.hit is not None
    assert page.panel.hit.word == "moe"


def test_leaving_the_field_opens_the_panel(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "")
    qtbot.keyClicks(page.edit, "duizelig")
    other = page.window.findChildren(QLineEdit)[-1]
    other.setFocus()
    qtbot.waitUntil(page.panel.isVisible)
    assert other.hasFocus()


def test_typing_is_never_held_up_and_opens_the_panel_after_a_pause(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), "")
    qtbot.keyClicks(page.edit, "ze is moe")
    assert page.text == "ze is moe"
    assert not page.panel.isVisible()
    with qtbot.waitSignal(page.marks.hits_changed):
        pass
    assert page.panel.isVisible()
    qtbot.keyClicks(page.edit, " vandaag")
    assert page.text == "ze is moe vandaag"
    assert [hit.word for hit in page.marks.hits] == ["moe"]


def test_own_words_only_get_a_note(qtbot: QtBot) -> None:
    page = Page(qtbot, GrowingEdit(), TEXT, who="Fatima", own_words=True)
    put_cursor(page, TEXT.index("moe"))
    assert page.panel.heading.text() == "Dit zijn de eigen woorden van Fatima"
    assert not page.panel.replace_button.isVisible()
    page.panel.choose_replace()
    page.panel.choose_remove()
    page.panel.choose_keep()
    assert page.text == TEXT


def test_a_field_that_cannot_be_changed_is_not_marked(qtbot: QtBot) -> None:
    edit = QLineEdit(TEXT)
    edit.setReadOnly(True)
    qtbot.addWidget(edit)
    marks = GuardMarks(edit, find)
    assert marks.hits == []
    assert marks.next_hit() is None


def test_a_word_over_two_lines_gets_two_boxes_and_a_long_line_scrolls(qtbot: QtBot) -> None:
    page = Page(qtbot, LineEdit(), "x" * 200 + " moe")
    put_cursor(page, 204)
    box = page.marks.boxes()[0]
    assert 0 < box.right() <= page.edit.width()
    assert box.width() > 10
    assert wave(0, 10, 5).elementCount() > 3
    page.edit.setText("kort")
    assert page.marks.boxes() == []


def test_picture_of_the_panel(qtbot: QtBot, pictures: Pictures) -> None:
    page = Page(qtbot, GrowingEdit(), TEXT, who="Fatima")
    put_cursor(page, TEXT.index("moe"))
    fit(page.window, 620)
    assert not cut_labels(page.window)
    pictures.save(page.window, "woordwachter")


@pytest.mark.parametrize("edit", [GrowingEdit, LineEdit])
@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_field_with_one_word_can_be_emptied(
    qtbot: QtBot, edit: Callable[[], QPlainTextEdit | QLineEdit], key: Qt.Key
) -> None:
    page = Page(qtbot, edit(), "duizelig")
    page.edit.selectAll()
    qtbot.keyClick(page.edit, key)
    assert page.text == ""
    assert page.marks.current() is None
    assert not page.panel.isVisible()
