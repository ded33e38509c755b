"""Repeating rows: add, edit in place, copy, move, remove with a way back; nothing typed is ever lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    Attachment,
    By,
    Choice,
    Computed,
    Day,
    Field,
    Lines,
    Need,
    Note,
    Number,
    Rows,
    Table,
    Text,
    YesNo,
    options,
)
from reintegratie_desktop.forms.flows import all_flows, flow
from reintegratie_desktop.ui.fields import EditorContext, make_editor, make_row
from reintegratie_desktop.ui.fields.table_columns import second_line
from reintegratie_desktop.ui.fields.table_inline import InlineList, inline_choice
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.fields.texts import TextEditor
from reintegratie_desktop.ui.widgets.table_list import TableList
from tests.ui.form_fixtures import cell_words
from tests.ui.pictures import cut_labels, fit, nameless, spoken_name

TODAY = date(2026, 11, 23)
COLUMNS: tuple[Field, ...] = (
    Text(key="wat", label="Wat", help="Eén ding per keer."),
    Number(key="dagen", label="Dagen per week"),
    Number(key="uren", label="Uren per dag"),
    Computed(
        key="week",
        label="Per week",
        compute=lambda a, _c: str(int(a["dagen"]) * int(a["uren"])) if a.get("dagen") and a.get("uren") else None,
        shows="number",
        unit="uur",
    ),
    YesNo(key="anders", label="Andere plek?"),
    Text(key="waar", label="Waar?", when=Is("anders", True), not_asked="Niet van plaats veranderd."),
    Day(key="begint", label="Begint op"),
    Note(key="uitleg", label="", body="Kleine stappen lukken beter."),
)
FIELD = Rows(key="fasen", label="Fasen", columns=COLUMNS, row_name="fase", title_column="wat")
ROWS: list[dict[str, Any]] = [
    {"wat": "kassa", "dagen": "3", "uren": "4", "begint": "2026-11-30"},
    {"wat": "bestellen", "dagen": "4", "uren": "4"},
]


def make(qtbot: QtBot, rows: list[Any] | None = None, **context: Any) -> TableEditor:
    editor = make_editor(FIELD, EditorContext(today=TODAY, **context))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value(rows)
    editor.resize(680, 500)
    editor.show()
    return editor


def part(editor: TableEditor, key: str) -> TextEditor:
    found = editor.card.editors[key]
    assert hasattr(found, "edit")
    return found  # type: ignore[return-value]


def write(editor: TableEditor, key: str, text: str) -> None:
    edit = part(editor, key).edit
    edit.selectAll()
    edit.insert(text)
    edit.textEdited.emit(text)


def texts(editor: TableEditor) -> list[str]:
    return cell_words(editor.list)


def test_a_row_is_part_of_the_answer_while_it_is_typed(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    with qtbot.assertNotEmitted(editor.changed):
        editor.add_button.click()
    assert editor.open_index == 2
    assert editor.value() == ROWS
    with qtbot.waitSignal(editor.changed):
        write(editor, "wat", "inpakken")
    assert editor.value() == [*ROWS, {"wat": "inpakken"}]
    editor._done()
    assert editor.open_index == 3, "the next row stands ready"
    assert editor.value() == [*ROWS, {"wat": "inpakken"}]
    editor.done_button.click()
    assert editor.open_index is None
    assert editor.value() == [*ROWS, {"wat": "inpakken"}]
    assert "inpakken" in texts(editor)


def test_a_row_can_word_a_question_by_another_answer_and_leave_out_what_the_list_says(qtbot: QtBot) -> None:
    monthly = Is("wat", "elke maand")
    columns = (
        Text(key="wat", label="Wat"),
        Text(key="van", label="Datum", label_if=(monthly, "Vanaf")),
        Computed(key="lang", label="Lengte", compute=lambda answers, _context: answers.get("wat"), only_listed=True),
    )
    editor = make_editor(Table(key="x", label="X", columns=columns), EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value([{"wat": "eens"}])
    editor.show()
    editor.open_row(0)
    assert set(editor.card.rows) == {"wat", "van"}
    assert editor.card.rows["van"].label.text() == "Datum"
    write(editor, "wat", "elke maand")
    assert editor.card.rows["van"].label.text() == "Vanaf"


def test_an_empty_new_row_leaves_no_trace(qtbot: QtBot) -> None:
    editor = make(qtbot, [])
    assert editor.empty.isVisible()
    editor.add_button.click()
    assert not editor.empty.isVisible()
    editor._done()
    editor.done_button.click()
    assert editor.value() == []
    assert editor.empty.isVisible()
    assert editor.add_button.words == "Fase toevoegen"


def test_control_enter_adds(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.add_button.click()
    write(editor, "wat", "inpakken")
    qtbot.keyClick(part(editor, "wat").edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.open_index == 3
    assert part(editor, "wat").edit.text() == ""


def test_a_row_is_changed_in_the_page(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    assert editor.list is not None
    editor.list.row_activated.emit("1")
    assert editor.card.title_label.text() == "Fase wijzigen"
    write(editor, "wat", "bestellen bij de leverancier")
    assert editor.value()[1]["wat"] == "bestellen bij de leverancier"
    editor.done_button.click()
    assert editor.open_index is None
    assert "bestellen bij de leverancier" in texts(editor)
    assert editor.value()[0] == ROWS[0]


def test_computed_columns_follow_while_typing(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.open_row(1)
    shown = editor.card.rows["week"].widget
    assert shown.label.text() == "16 uur"  # type: ignore[attr-defined]
    write(editor, "uren", "5")
    assert shown.label.text() == "20 uur"  # type: ignore[attr-defined]
    assert "week" not in editor.value()[1], "what is computed is not an answer"


def test_columns_are_asked_on_their_condition(qtbot: QtBot) -> None:
    editor = make(qtbot, [{"wat": "kassa", "anders": True, "waar": "filiaal"}])
    editor.open_row(0)
    assert not editor.card.rows["waar"].isHidden()
    no = editor.card.editors["anders"].list.buttons[1]  # type: ignore[attr-defined]
    no.click()
    assert editor.card.rows["waar"].isHidden()
    assert editor.value() == [{"wat": "kassa", "anders": False, "waar": "filiaal"}], "a change of mind loses nothing"


def test_copy_move_remove_and_bring_back(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    changes: list[Any] = []
    editor.changed.connect(lambda: changes.append(editor.value()))
    editor.copy_row(0)
    assert [row["wat"] for row in changes[-1]] == ["kassa", "kassa", "bestellen"]
    assert editor.open_index == 1
    write(editor, "wat", "magazijn")
    editor.move_row(1, -1)
    assert [row["wat"] for row in editor.value()] == ["magazijn", "kassa", "bestellen"]
    editor.move_row(0, -1)
    editor.remove_row(1)
    assert [row["wat"] for row in editor.value()] == ["magazijn", "bestellen"]
    assert editor.undo.label.text() == "Fase weggehaald."
    editor.undo.button.click()
    assert [row["wat"] for row in editor.value()] == ["magazijn", "kassa", "bestellen"]


def test_the_keyboard_does_what_the_menu_does(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    assert editor.list is not None
    editor.focus_first()
    assert editor.list.rows[0].hasFocus()
    qtbot.keyClick(editor.list.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row["wat"] for row in editor.value()] == ["bestellen", "kassa"]
    assert editor.list.rows[1].hasFocus()
    qtbot.keyClick(editor.list.rows[1], Qt.Key.Key_Delete)
    assert [row["wat"] for row in editor.value()] == ["bestellen"]
    menu = editor.row_menu(0)
    words = [action.text() for action in menu.actions()]
    assert words == ["Wijzigen", "Kopiëren", "Omhoog", "Omlaag", "Weghalen"]
    assert [action.isEnabled() for action in menu.actions()] == [True, True, False, False, True]
    menu.actions()[0].trigger()
    assert editor.open_index == 0


def test_tab_goes_through_the_open_row_in_order(qtbot: QtBot) -> None:
    context = EditorContext(today=TODAY)
    before = make_row(Text(key="voor", label="Voor"), context)
    table = make_row(FIELD, context)
    radio = make_row(Choice(key="keuze", label="Keuze", options=options("a", "b")), context)
    lines = make_row(Lines(key="taken", label="Taken"), context)
    after = make_row(Text(key="na", label="Na"), context)
    window = QWidget()
    column = QVBoxLayout(window)
    for row in (before, table, radio, lines, after):
        column.addWidget(row)
    qtbot.addWidget(window)
    fit(window, 700)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    # What is made later has to come at its own place, not at the end.
    before.set_carried("overgenomen, klopt dit nog?", lambda: None)
    radio.widget.set_value("c")
    lines.widget.set_value(["x"])
    table.widget.set_value(ROWS)
    table.widget.open_row(1)
    QApplication.processEvents()
    before.focus_first()
    names = []
    for _turn in range(60):
        focused = window.focusWidget()
        names.append(spoken_name(focused))
        if after.isAncestorOf(focused):
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [
        "Voor", "Ja, klopt", "kassa, Dagen per week 3, Uren per dag 4, Begint op 30 nov, Per week: 12 uur",
        "Meer over kassa", "Meer over bestellen", "Wat", "Dagen per week", "Uren per dag", "Ja", "Begint op",
        "Klaar", "Laten zoals het was", "c",
        "Wis keuze", "Taken, 1", "Regel 1 weghalen", "Regel erbij", "Na",
    ]  # fmt: skip
    assert names == wanted, names


def test_undo_in_the_footer(qtbot: QtBot) -> None:
    offers: list[Any] = []
    editor = make(qtbot, ROWS, offer_undo=lambda sentence, undo: offers.append((sentence, undo)))
    editor.remove_row(0)
    assert offers[0][0] == "Fase weggehaald."
    offers[0][1]()
    assert editor.value() == ROWS


def test_jumping_to_a_cell_opens_its_row(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.focus_place("[1].uren")
    assert editor.open_index == 1
    assert part(editor, "uren").edit.hasFocus()
    editor.set_place_error("[1].uren", "Niet meer dan 9 uur per week.")
    assert editor.card.rows["uren"].error == "Niet meer dan 9 uur per week."
    editor.set_place_error("[0].uren", "Elders.")
    assert editor.card.rows["uren"].error == "Niet meer dan 9 uur per week."
    editor.focus_place("[9].uren")
    assert editor.open_index == 1


def test_free_text_is_offered_to_the_guard_while_open(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    assert editor.text_edits() == []
    with qtbot.waitSignal(editor.edits_changed):
        editor.open_row(0)
    assert part(editor, "wat").edit in editor.text_edits()


def test_a_reader_hears_a_row_as_one_sentence(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    assert editor.list is not None
    assert spoken_name(editor.list.rows[0]).startswith("kassa, Dagen per week 3, Uren per dag 4, Begint op 30 nov")
    editor.open_row(0)
    fit(editor, 680)
    assert not nameless(editor)
    assert not cut_labels(editor)
    fit(editor, 420)
    assert not cut_labels(editor)
    assert any("Uren per dag: 4" in text for text in texts(editor)), "on a narrow page numbers go to the second line"


def test_read_only_shows_rows_and_changes_nothing(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.set_read_only(True)
    editor.open_row(0)
    editor.copy_row(0)
    editor.move_row(0, 1)
    editor.remove_row(0)
    assert editor.open_index is None
    assert not editor.add_button.isVisible()
    assert editor.value() == ROWS
    editor.focus_place("[0].wat")
    assert editor.open_index is None


def test_derived_columns_fill_themselves_until_typed(qtbot: QtBot) -> None:
    field = Rows(
        key="x",
        label="X",
        columns=(
            Text(key="a", label="A"),
            Text(key="b", label="B", derive=lambda answers, _context: f"bij {answers['a']}"),
        ),
    )
    editor = make_editor(field, EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value([])
    editor.open_row(0)
    write(editor, "a", "kassa")
    assert part(editor, "b").edit.text() == "bij kassa"
    assert editor.value() == [{"a": "kassa", "b": "bij kassa"}]
    write(editor, "b", "anders")
    write(editor, "a", "magazijn")
    assert editor.value() == [{"a": "magazijn", "b": "anders"}]


def test_a_file_in_a_row_is_asked_with_its_place(qtbot: QtBot) -> None:
    field = Rows(
        key="x",
        label="X",
        columns=(Text(key="a", label="A"), Attachment(key="f", label="F"), Lines(key="l", label="L")),
    )
    editor = make_editor(field, EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value([{"a": "x"}])
    editor.open_row(0)
    with qtbot.waitSignal(editor.requested) as asked:
        editor.card.editors["f"].requested.emit("f")
    assert asked.args == ["x[0].f"]


@pytest.mark.parametrize("rows", [["geen regel", {"wat": "kassa"}], [None], [{"onbekend": 1}]])
def test_odd_rows_of_an_old_file_are_shown_and_kept(qtbot: QtBot, rows: list[Any]) -> None:
    editor = make(qtbot, rows)
    assert editor.value() == rows
    editor.open_row(len(rows) - 1)
    editor.done_button.click()
    assert editor.list is not None
    assert len(editor.list.rows) == len(rows)


def test_a_click_opens_a_row_with_the_caret_behind_the_text(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    assert isinstance(editor.list, TableList)
    qtbot.mouseClick(editor.list.rows[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.open_index == 1)
    edit = part(editor, "wat").edit
    assert edit.hasFocus()
    assert not edit.hasSelectedText()
    assert edit.cursorPosition() == len("bestellen")


def test_the_open_editor_is_scrolled_into_view(qtbot: QtBot) -> None:
    around = QScrollArea()
    around.setWidgetResizable(True)
    page = QWidget()
    column = QVBoxLayout(page)
    editor = make_editor(FIELD, EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    editor.set_value([{"wat": f"fase {number}"} for number in range(12)])
    column.addWidget(editor)
    filler = QWidget()
    filler.setFixedHeight(900)
    column.addWidget(filler)
    around.setWidget(page)
    qtbot.addWidget(around)
    around.resize(700, 620)
    around.show()
    editor.open_row(0)

    def in_view() -> bool:
        top = editor.card.mapTo(around.viewport(), QPoint(0, 0)).y()
        fits = top + editor.card.height() <= around.viewport().height()
        return around.verticalScrollBar().value() > 0 and top >= 0 and (fits or top < 30)

    qtbot.waitUntil(in_view)


def test_escape_closes_the_editor_only_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    editor = make(qtbot, ROWS)
    column.addWidget(editor)
    qtbot.addWidget(window)
    window.show()
    editor.open_row(0)
    write(editor, "wat", "kassa links")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(part(editor, "wat").edit, event)
    assert editor.open_index is None
    assert event.isAccepted(), "the form itself does not hear it"
    assert editor.value()[0]["wat"] == "kassa links"


def test_undo_brings_the_row_back_as_it_was(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.open_row(0)
    write(editor, "wat", "iets anders")
    with qtbot.waitSignal(editor.changed):
        editor.revert_button.click()
    assert editor.open_index is None
    assert editor.value() == ROWS
    editor.add_button.click()
    write(editor, "wat", "toch niet")
    editor.revert_button.click()
    assert editor.value() == ROWS


def test_the_button_says_what_it_does_and_what_it_leaves_out_can_come_back(qtbot: QtBot) -> None:
    offers: list[Any] = []
    editor = make(qtbot, ROWS, offer_undo=lambda sentence, undo: offers.append((sentence, undo)))
    editor.open_row(0)
    assert editor.revert_button.words == "Laten zoals het was"
    editor.revert_button.click()
    assert offers == [], "nothing was typed"
    editor.open_row(0)
    write(editor, "wat", "iets anders")
    typed = editor.value()
    editor.revert_button.click()
    assert offers[-1][0] == "Fase is weer zoals het was."
    offers[-1][1]()
    assert editor.value() == typed
    editor.add_button.click()
    assert editor.revert_button.words == "Niet toevoegen"
    write(editor, "wat", "toch wel")
    with_new = editor.value()
    editor.revert_button.click()
    assert editor.value() == typed
    assert offers[-1][0] == "Fase niet toegevoegd."
    offers[-1][1]()
    assert editor.value() == with_new


def test_what_comes_back_finds_its_row_and_never_another_one(qtbot: QtBot) -> None:
    offers: list[Any] = []
    editor = make(qtbot, ROWS, offer_undo=lambda sentence, undo: offers.append((sentence, undo)))
    editor.open_row(0)
    write(editor, "wat", "iets anders")
    editor.revert_button.click()
    back = offers[-1][1]
    editor.move_row(0, 1)
    back()
    assert [row["wat"] for row in editor.value()] == [ROWS[1]["wat"], "iets anders"]
    back()
    assert len(editor.value()) == len(ROWS), "its row is another one now"


OLD = Table(
    key="oud",
    label="Vorige afspraken",
    row_name="afspraak",
    columns=(
        Text(key="afspraak", label="Afspraak", by=By.APP, need=Need.REQUIRED, guard=True),
        Choice(
            key="nagekomen", label="Nagekomen", need=Need.REQUIRED, options=options("ja", "nee", "deels", "vervallen")
        ),
        Text(key="reden", label="Waarom?", when=Is("nagekomen", "nee", "deels"), not_asked="Nagekomen.", guard=True),
    ),
)


def make_old(qtbot: QtBot) -> tuple[TableEditor, InlineList]:
    editor = make_editor(OLD, EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value([{"afspraak": "Dinsdag bellen"}, {"afspraak": "Werkbank neerzetten"}])
    editor.resize(680, 500)
    editor.show()
    assert isinstance(editor.list, InlineList)
    return editor, editor.list


def test_given_rows_are_answered_on_the_row(qtbot: QtBot) -> None:
    editor, shown = make_old(qtbot)
    first, second = shown.rows
    assert [button.text() for button in first.list.buttons] == ["ja", "nee", "deels", "vervallen"]
    with qtbot.waitSignal(editor.changed):
        first.list.buttons[0].click()
    assert first.rows["reden"].isHidden()
    second.list.buttons[1].click()
    assert not second.rows["reden"].isHidden()
    reason = second.editors["reden"]
    reason.edit.insert("Levering kwam later")  # type: ignore[attr-defined]
    reason.edit.textEdited.emit("Levering kwam later")  # type: ignore[attr-defined]
    assert editor.value() == [
        {"afspraak": "Dinsdag bellen", "nagekomen": "ja"},
        {"afspraak": "Werkbank neerzetten", "nagekomen": "nee", "reden": "Levering kwam later"},
    ]
    assert reason.edit in editor.text_edits()  # type: ignore[attr-defined]
    fit(editor, 680)
    assert not cut_labels(editor)
    assert not nameless(editor)


def test_a_jump_to_an_answer_on_the_row_opens_no_editor(qtbot: QtBot) -> None:
    editor, _shown = make_old(qtbot)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.focus_place("[1].nagekomen")
    assert editor.open_index is None
    assert isinstance(editor.list, InlineList)
    assert editor.list.rows[1].list.buttons[0].hasFocus()
    editor.set_place_error("[1].nagekomen", "Kies een van de antwoorden uit de lijst.")
    assert editor.list.rows[1].error_line.isVisible()
    editor.row_menu(0).actions()[0].trigger()
    assert editor.open_index == 0, "the words of an agreement can still be changed"


PLANNED = Table(
    key="activiteiten",
    label="Activiteiten uit het plan",
    row_name="afspraak",
    title_column="activiteit",
    default=[{"activiteit": "Bellen", "wie": "Leidinggevende", "gereed": "2026-12-20"}, {"activiteit": "Inpakken"}],
    columns=(
        Text(key="activiteit", label="Activiteit", by=By.APP, need=Need.REQUIRED, guard=True),
        Text(key="wie", label="Wie", by=By.APP, fixed=True),
        Day(key="gereed", label="Gereed op", by=By.APP, fixed=True),
        Choice(key="uitgevoerd", label="Uitgevoerd", need=Need.REQUIRED, options=options("ja", "deels", "nee")),
        Text(key="resultaat", label="Resultaat", aside=True, when=Is("uitgevoerd", "ja", "deels"), not_asked="Nee."),
        Text(key="reden", label="Waarom niet?", when=Is("uitgevoerd", "deels", "nee"), not_asked="Gedaan."),
    ),
)


def make_planned(qtbot: QtBot, declared: Table = PLANNED) -> TableEditor:
    editor = make_editor(declared, EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value(declared.start_value(Context(today=TODAY)))
    editor.resize(680, 700)
    editor.show()
    return editor


def inline(editor: TableEditor) -> InlineList:
    assert isinstance(editor.list, InlineList)
    return editor.list


def test_an_agreement_of_the_plan_is_answered_on_its_row_and_never_rewritten(qtbot: QtBot) -> None:
    editor = make_planned(qtbot)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    first, second = inline(editor).rows
    assert first.facts.text() == "Leidinggevende. Gereed op: 20 dec"
    assert second.facts.isHidden()
    editor.focus_first()
    assert first.list.buttons[0].hasFocus()
    assert not [edit for edit in first.findChildren(QLineEdit) if edit.isVisible()], "nothing to type in yet"
    for index in range(2):
        assert [action.text() for action in editor.row_menu(index).actions()] == ["Omhoog", "Omlaag", "Weghalen"]
    editor.focus_place("[1].activiteit")
    assert editor.open_index is None and inline(editor).rows[1].list.buttons[0].hasFocus()


def test_a_result_is_asked_only_of_who_wants_to_write_one(qtbot: QtBot) -> None:
    editor = make_planned(qtbot)
    first, second = inline(editor).rows
    assert first.openers["resultaat"].isHidden() and first.rows["reden"].isHidden()
    first.list.buttons[0].click()
    assert first.openers["resultaat"].isVisible() and first.rows["resultaat"].isHidden()
    assert first.openers["resultaat"].accessibleDescription() == "Bellen"
    first.openers["resultaat"].click()
    assert first.rows["resultaat"].isVisible() and not first.openers
    second.list.buttons[2].click()
    assert second.openers["resultaat"].isHidden() and second.rows["reden"].isVisible()
    second.list.buttons[1].click()
    editor.focus_place("[1].resultaat")
    second = inline(editor).rows[1]
    assert second.rows["resultaat"].isVisible() and second.rows["reden"].isVisible()
    editor.set_value([{"activiteit": "Bellen", "uitgevoerd": "ja", "resultaat": "Elke week"}])
    assert inline(editor).rows[0].rows["resultaat"].isVisible(), "what was written is never folded away"
    editor.set_value([{"activiteit": "Bellen", "uitgevoerd": "ja"}])
    editor.set_place_errors({"[0].resultaat": "Dit is te lang."})
    assert inline(editor).rows[0].rows["resultaat"].error == "Dit is te lang."
    assert inline(editor).rows[0].rows["resultaat"].isVisible()


def test_what_misses_on_a_row_is_said_on_that_row(qtbot: QtBot) -> None:
    editor = make_planned(qtbot)
    editor.set_place_notes({"[1].uitgevoerd": "Dit is nog niet ingevuld.", "[0].reden": "Dit ook niet."})
    first, second = inline(editor).rows
    assert first.note_line.isHidden() and first.rows["reden"].note == "Dit ook niet."
    assert second.note_line.isVisible() and second.note_line.label.text() == "Dit is nog niet ingevuld."
    second.list.buttons[0].click()
    assert second.note_line.isHidden()
    editor.set_place_notes({})
    assert first.rows["reden"].note == ""


def test_an_agreement_of_ones_own_has_a_name_to_write_and_no_empty_facts(qtbot: QtBot) -> None:
    editor = make_planned(qtbot)
    editor.add_button.click()
    assert editor.card.rows["activiteit"].isVisible()
    assert editor.card.rows["wie"].isHidden() and editor.card.rows["gereed"].isHidden()
    write(editor, "activiteit", "Plek bij het raam")
    editor._done()
    assert [row["activiteit"] for row in editor.value()] == ["Bellen", "Inpakken", "Plek bij het raam"]
    editor.close_row()
    assert [action.text() for action in editor.row_menu(2).actions()][:2] == ["Wijzigen", "Kopiëren"]


def test_rows_that_are_facts_cannot_be_added(qtbot: QtBot) -> None:
    title, *others = PLANNED.columns
    editor = make_planned(qtbot, replace(PLANNED, columns=(replace(title, fixed=True), *others)))
    assert editor.add_button.isHidden()
    editor.set_value([{"activiteit": "Elders"}])
    assert len(editor.row_menu(0).actions()) == 3
    inline(editor).rows[0].list.buttons[0].click()
    assert editor.value() == [{"activiteit": "Elders", "uitgevoerd": "ja"}]


def test_the_tables_that_look_back_are_answered_on_their_rows() -> None:
    looking_back = {
        (form, key)
        for form, keys in {
            "gesprek": ("afspraken_oud",),
            "evaluatie": ("activiteiten", "leidinggevende_acties"),
            "bijstelling_plan_van_aanpak": ("activiteiten_vervallen",),
        }.items()
        for key in keys
    }
    found = {
        (form.key, field.key)
        for form in all_flows()
        for field in form.fields
        if isinstance(field, Table) and inline_choice(field) is not None
    }
    assert found == looking_back


def test_other_tables_stay_lists() -> None:
    assert inline_choice(FIELD) is None
    assert inline_choice(OLD) is not None


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["open", "type", "done", "close", "copy", "up", "down", "remove", "undo"]), st.integers(0, 3)
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_way_of_working_loses_a_typed_word(qtbot: QtBot, steps: list[tuple[str, int]]) -> None:
    editor = make_editor(FIELD, EditorContext(today=TODAY))
    assert isinstance(editor, TableEditor)
    editor.set_value([dict(row) for row in ROWS])
    typed: set[str] = set()
    removed = False
    for number, (step, index) in enumerate(steps):
        count = len(editor._rows)
        if step == "open":
            editor.open_row(min(index, count))
        elif step == "type" and editor.open_index is not None:
            typed.discard(part(editor, "wat").edit.text())
            write(editor, "wat", f"woord{number}")
            typed.add(f"woord{number}")
        elif step == "done":
            editor._done()
        elif step == "close":
            editor._close()
        elif step == "copy" and index < count:
            editor.copy_row(index)
        elif step in ("up", "down") and index < count:
            editor.move_row(index, -1 if step == "up" else 1)
        elif step == "remove" and index < count:
            editor.remove_row(index)
            removed = True
        elif step == "undo" and editor.undo.is_open:
            editor.undo.button.click()
    found = {row.get("wat") for row in editor.value()}
    assert removed or typed <= found
    editor.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_error_in_a_row_goes_when_its_cause_is_gone(qtbot: QtBot) -> None:
    editor = make(qtbot, ROWS)
    editor.open_row(1)
    editor.set_place_errors({"[1].uren": "Niet meer dan 9 uur per week.", "[0].uren": "Elders."})
    row = editor.card.rows["uren"]
    assert row.error == "Niet meer dan 9 uur per week."
    editor.set_place_errors({})
    assert row.error == ""


def type_keys(qtbot: QtBot, editor: TableEditor, key: str, text: str) -> None:
    edit = part(editor, key).edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    edit.editingFinished.emit()


def test_the_week_and_the_day_of_a_phase_follow_each_other_at_every_key(qtbot: QtBot) -> None:
    known = Context(today=TODAY, papers={"zaak": {"eerste_ziektedag": "2026-10-12"}})
    field = flow("opbouwschema").field("fasen")
    assert isinstance(field, Rows)
    editor = make_editor(field, EditorContext(today=TODAY, form=known))
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    editor.set_value([])
    editor.resize(680, 700)
    editor.show()
    editor.add_button.click()
    type_keys(qtbot, editor, "van_week", "11")
    row = editor.value()[0]
    assert (row["van_week"], row["van"]) == ("11", "2026-12-21")
    # Also when both stand there already, and what cannot be read takes nothing away.
    type_keys(qtbot, editor, "van_week", "7")
    assert editor.value()[0]["van"] == "2026-11-23"
    type_keys(qtbot, editor, "van_week", "x")
    assert editor.value()[0]["van"] == "2026-11-23"
    type_keys(qtbot, editor, "van", "23-12-2026")
    row = editor.value()[0]
    assert (row["van_week"], row["van"]) == ("11", "2026-12-23")


def test_a_row_shows_an_address_of_mail_as_it_was_written() -> None:
    column = Text(key="bereik", label="Bereikbaar")
    assert second_line(column, "petra@voorbeeld.nl") == "petra@voorbeeld.nl"
    assert second_line(column, "www.voorbeeld.nl/petra") == "www.voorbeeld.nl/petra"
    assert second_line(column, "aan de balie") == "Aan de balie"


def test_tab_reaches_the_buttons_of_the_very_first_row_before_what_comes_after(qtbot: QtBot) -> None:
    context = EditorContext(today=TODAY)
    table, after = make_row(FIELD, context), make_row(Text(key="na", label="Na"), context)
    window = QWidget()
    column = QVBoxLayout(window)
    for row in (table, after):
        column.addWidget(row)
    qtbot.addWidget(window)
    fit(window, 700)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.widget.open_row(0)
    QApplication.processEvents()
    names = []
    for _turn in range(30):
        focused = window.focusWidget()
        names.append(spoken_name(focused))
        if after.isAncestorOf(focused):
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names[-3:] == ["Klaar", "Niet toevoegen", "Na"], names
