"""Every kind of question has an editor; values survive; what cannot be read is never lost; everything has a name."""

import inspect
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.forms import fields as declared
from reintegratie_desktop.forms.fields import (
    Address,
    Amount,
    Attachment,
    Choice,
    Computed,
    Day,
    DayTime,
    Field,
    Limited,
    Lines,
    LongText,
    Many,
    Need,
    Note,
    Number,
    Option,
    Percent,
    Person,
    Reference,
    Rows,
    Signature,
    Table,
    Text,
    Tick,
    Time,
    WorkPattern,
    YesNo,
    options,
)
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.ui.fields import EDITORS, EditorContext, FieldEditor, make_editor, make_row
from reintegratie_desktop.ui.fields.choices import ComboEditor, ManyEditor, RadioChoiceEditor, RadioEditor, TickEditor
from reintegratie_desktop.ui.fields.dates import DayEditor, DayTimeEditor, TimeEditor, day_echo
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.fields.numbers import NumberEditor, WorkPatternEditor
from reintegratie_desktop.ui.fields.parts import AddressEditor, LimitedEditor, PersonEditor, SignatureEditor
from reintegratie_desktop.ui.fields.shown import AttachmentEditor, ComputedEditor, ReferenceEditor, file_size
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.fields.texts import LinesEditor, LongTextEditor, TextEditor
from reintegratie_desktop.ui.widgets.field_grid import FieldGrid
from tests.ui.form_fixtures import cell_words
from tests.ui.pictures import Pictures, cut_labels, fit, focusable, nameless, spoken_name

TODAY = date(2026, 11, 23)
CONTEXT = EditorContext(today=TODAY, titles={"opbouwschema": "Opbouwschema"})
SIX = options("eigen werk", "eigen werk aangepast", "ander werk", "ander bedrijf", "nog niet bekend", "anders")
WEEK = options("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
COLUMNS = (
    Text(key="wat", label="Wat spreken jullie af?", help="Eén ding per keer."),
    Choice(key="soort", label="Soort", options=SIX),
    Text(key="doel", label="Wat is het doel?"),
    Day(key="begint", label="Begint op"),
    Day(key="klaar", label="Klaar op"),
)

SAMPLES: list[tuple[Field, Any]] = [
    (Text(key="a", label="Functie", help="Zoals in het contract."), "bakker"),
    (LongText(key="b", label="Hoe gaat het met het werk?"), "De kassa gaat goed.\nNoor helpt."),
    (Day(key="c", label="Eerste ziektedag"), "2026-11-26"),
    (DayTime(key="d", label="Gesprek"), "2026-12-02T10:30"),
    (Time(key="e", label="Tijd"), "10:30"),
    (Number(key="f", label="Uren per week", unit="uur"), "7.5"),
    (Percent(key="g", label="Deel van het loon"), "70"),
    (Amount(key="h", label="Loon"), "2450.00"),
    (YesNo(key="i", label="Is er een ander contract?"), False),
    (Tick(key="j", label="Kees is het eens", help="Dat staat ook op papier."), True),
    (Choice(key="k", label="Waar?", options=(Option("a", "Op het werk", "Of op kantoor."), Option("b", "Thuis"))), "b"),
    (Choice(key="l", label="Einddoel", options=SIX), "ander_werk"),
    (Many(key="m", label="Dagen", options=WEEK), ["dinsdag"]),
    (Lines(key="n", label="Taken"), ["kassa", "bestellingen"]),
    (Table(key="o", label="Contact", columns=COLUMNS, row_name="regel"), [{"wat": "Bellen"}]),
    (
        Rows(key="p", label="Afspraken", columns=COLUMNS, row_name="afspraak"),
        [{"wat": "Deeg wegen", "soort": "anders", "doel": "op tijd", "begint": "2026-11-30", "klaar": "2026-12-18"}],
    ),
    (Person(key="q", label="Wie"), {"naam": "Marieke Smit", "functie": "eigenaar", "telefoon": "", "email": ""}),
    (Address(key="r", label="Adres"), {"straat": "Dorpsstraat 1", "postcode": "1234 AB", "plaats": "Ons Dorp"}),
    (WorkPattern(key="s", label="Werkdagen"), ["8", "8", "7.5", "0", "", "", ""]),
    (Limited(key="t", label="Lang staan"), {"beperkt": True, "toelichting": "Zitten kan wel."}),
    (
        Signature(key="u", label="Werknemer", means="Gezien en besproken.", may_refuse=True),
        {"naam": "Jan Hoekstra", "datum": "2026-11-20", "status": "getekend"},
    ),
    (
        Reference(key="v", label="Schema", to="opbouwschema"),
        {"soort": "opbouwschema", "versie": 3, "datum": "2026-11-12"},
    ),
    (Attachment(key="w", label="Bewijs"), {"sha256": "00", "naam": "brief.pdf", "grootte": 340000}),
    (Computed(key="x", label="Ziekteweek", compute=lambda _a, _c: "42", shows="number"), "42"),
    (Note(key="y", label="Let op", body="Schrijf alleen over werk.", links=("Zie de uitleg",)), None),
]  # fmt: skip
BY_KIND = {field.kind: (field, value) for field, value in SAMPLES}


def editor_for(qtbot: QtBot, field: Field, value: Any = None) -> FieldEditor:
    editor = make_editor(field, CONTEXT)
    qtbot.addWidget(editor)
    editor.set_value(value)
    return editor


def drop(editor: FieldEditor) -> None:
    """Throw an editor away at once: hypothesis makes many in one test."""
    editor.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_in(edit: QLineEdit, text: str) -> None:
    """Type as a person does: QTest cannot press letters with accents."""
    edit.setFocus()
    edit.selectAll()
    edit.insert(text)
    edit.textEdited.emit(edit.text())


def test_every_kind_of_question_has_an_editor() -> None:
    kinds = {
        thing.kind
        for _name, thing in inspect.getmembers(declared, inspect.isclass)
        if issubclass(thing, Field) and thing is not Field
    }
    assert kinds == set(EDITORS)
    assert kinds == set(BY_KIND), "each kind has a sample in these tests"


def test_an_unknown_kind_is_our_mistake() -> None:
    with pytest.raises(BugError):
        make_editor(Field(key="x", label="X"), CONTEXT)


@pytest.mark.parametrize(("field", "value"), SAMPLES, ids=[field.key for field, _value in SAMPLES])
def test_an_answer_comes_back_as_it_was(qtbot: QtBot, field: Field, value: Any) -> None:
    editor = editor_for(qtbot, field, value)
    with qtbot.assertNotEmitted(editor.changed):
        editor.set_value(value)
    assert editor.value() == value
    assert not editor.is_touched
    editor._dirty = True
    assert editor.value() == value, "what stands on the screen says the same"
    editor.set_value(None)
    assert editor.value() is None
    editor._dirty = True
    assert editor.value() in (None, [], False), "an empty screen is an empty answer"


@pytest.mark.parametrize(("field", "value"), SAMPLES, ids=[field.key for field, _value in SAMPLES])
def test_everything_has_a_name_also_read_only(qtbot: QtBot, field: Field, value: Any) -> None:
    row = make_row(field, CONTEXT)
    qtbot.addWidget(row)
    assert isinstance(row.widget, FieldEditor)
    row.widget.set_value(value)
    fit(row, 560)
    assert not nameless(row)
    assert not cut_labels(row)
    for widget in focusable(row):
        if isinstance(widget, QLineEdit | QPlainTextEdit) and not isinstance(field, Table):
            assert field.label in spoken_name(widget)
    row.set_error("Dit klopt niet.")
    row.widget.set_read_only(True)
    fit(row, 560)
    assert not nameless(row)
    assert row.widget.value() == value
    row.widget.set_read_only(False)
    row.set_error("")
    row.widget.focus_first()
    assert row.widget.key == field.key


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON)
@pytest.mark.parametrize("kind", sorted(EDITORS))
def test_any_stored_answer_can_be_shown_and_is_kept(qtbot: QtBot, kind: str, value: Any) -> None:
    editor = make_editor(BY_KIND[kind][0], CONTEXT)
    editor.set_value(value)
    assert editor.value() == value
    editor.set_read_only(True)
    assert editor.value() == value
    drop(editor)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_reads_back(qtbot: QtBot, value: date) -> None:
    editor = make_editor(Day(key="x", label="Dag"), CONTEXT)
    editor.set_value(value.isoformat())
    editor._dirty = True
    assert editor.value() == value.isoformat()
    drop(editor)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.decimals(-9999, 9999, places=2, allow_nan=False))
def test_every_number_reads_back(qtbot: QtBot, value: Decimal) -> None:
    for kind in (
        Number(key="x", label="Getal"),
        Number(key="x", label="Uren", unit="uur"),
        Percent(key="x", label="%"),
    ):
        editor = make_editor(kind, CONTEXT)
        editor.set_value(f"{value:f}")
        editor._dirty = True
        assert Decimal(editor.value()) == value
        drop(editor)


@pytest.mark.parametrize(
    ("typed", "value", "tidy"),
    [
        ("21-11-2026", "2026-11-21", "21-11-2026"), ("21 nov", "2026-11-21", "21-11-2026"),
        ("vandaag", "2026-11-23", "23-11-2026"), ("+6w", "2027-01-04", "04-01-2027"),
        ("ooit", "ooit", "ooit"), ("31-02-2026", "31-02-2026", "31-02-2026"), ("", None, ""),
    ],
)  # fmt: skip
def test_a_day_is_typed_as_people_write_it(qtbot: QtBot, typed: str, value: str | None, tidy: str) -> None:
    field = Day(key="x", label="Dag")
    editor = editor_for(qtbot, field)
    assert isinstance(editor, DayEditor)
    editor.show()
    with qtbot.waitSignal(editor.changed):
        type_in(editor.edit, typed)
    assert editor.value() == value
    editor.edit.editingFinished.emit()
    assert editor.edit.text() == tidy
    assert editor.value() == value
    if value is not None and value == typed:
        assert list(field.problems(value)), "the check of the form says what is wrong"


@pytest.mark.parametrize(
    ("typed", "tidy"), [("45,5", "45,50"), ("1.234", "1234,00"), ("€ 12", "12,00"), ("veel", "veel"), ("", "")]
)
def test_an_amount_that_was_left_has_two_decimals(qtbot: QtBot, typed: str, tidy: str) -> None:
    editor = editor_for(qtbot, Amount(key="x", label="Bedrag"), "45.5")
    assert isinstance(editor, NumberEditor)
    assert editor.edit.text() == "45,50"
    type_in(editor.edit, typed)
    assert editor.edit.text() == typed
    editor.edit.editingFinished.emit()
    assert editor.edit.text() == tidy


def test_a_day_says_what_it_understood(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Day(key="x", label="Dag"), "2026-11-26")
    assert isinstance(editor, DayEditor)
    assert editor.echo.text() == "do 26 november 2026, over 3 dagen"
    assert day_echo(date(2026, 11, 22), TODAY) == "zo 22 november 2026, gisteren"
    assert day_echo(date(2026, 11, 13), TODAY) == "vr 13 november 2026, 10 dagen geleden"
    editor.show()
    editor.edit.setText("ooit")
    editor.edit.clearFocus()
    editor.edit.editingFinished.emit()
    assert "lezen we niet als datum" in editor.echo.text()
    assert editor.echo.tone == "soon"


@pytest.mark.parametrize(
    ("declared", "typed"), [(Day(key="x", label="Dag"), "ooit"), (DayTime(key="x", label="Dag"), "ooitT")]
)
def test_a_wrong_day_is_said_once(qtbot: QtBot, declared: Field, typed: str) -> None:
    editor = editor_for(qtbot, declared, typed)
    assert isinstance(editor, DayEditor | DayTimeEditor)
    assert not editor.echo.isHidden()
    editor.set_error("Dit is geen datum.")
    assert editor.echo.isHidden()
    editor.set_error("")
    assert not editor.echo.isHidden()
    editor.set_value("2026-11-26T10:30" if isinstance(declared, DayTime) else "2026-11-26")
    editor.set_error("Deze dag ligt voor de melding.")
    assert editor.echo.text().startswith("do 26 november 2026")
    assert not editor.echo.isHidden(), "what the day is goes on being said"


@pytest.mark.qt_log_ignore("does not support grabbing the (keyboard|mouse)", "does not support raise")
def test_the_calendar_opens_and_chooses_by_keyboard(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Day(key="x", label="Dag"), "2026-11-26")
    assert isinstance(editor, DayEditor)
    editor.show()
    qtbot.keyClick(editor.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = editor.edit._popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 11, 26)
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    with qtbot.waitSignal(editor.changed):
        popup.calendar.activated.emit(QDate(2026, 12, 1))
    assert not popup.isVisible()
    assert editor.value() == "2026-12-01"
    qtbot.keyClick(editor.edit, Qt.Key.Key_F4)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    editor.set_read_only(True)
    editor.edit.open_calendar()
    assert not popup.isVisible()
    assert editor.edit.button.accessibleName() == "Kalender openen"
    assert not editor.edit.button.isVisible()
    assert editor.edit.placeholderText() == ""


def test_a_half_moment_is_kept_as_typed(qtbot: QtBot) -> None:
    field = DayTime(key="x", label="Gesprek")
    editor = editor_for(qtbot, field)
    assert isinstance(editor, DayTimeEditor)
    type_in(editor.day_edit, "2 dec")
    assert editor.value() == "2026-12-02T"
    assert list(field.problems(editor.value()))
    type_in(editor.time_edit, "10.30")
    editor.time_edit.editingFinished.emit()
    assert editor.time_edit.text() == "10:30"
    assert editor.value() == "2026-12-02T10:30"
    assert not list(field.problems(editor.value()))
    other = editor_for(qtbot, field, "T9 uur")
    assert isinstance(other, DayTimeEditor)
    assert other.time_edit.text() == "09:00"


def test_a_time_is_typed_loosely(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Time(key="x", label="Tijd"))
    assert isinstance(editor, TimeEditor)
    type_in(editor.edit, "9 uur")
    editor.edit.editingFinished.emit()
    assert editor.edit.text() == "09:00"
    type_in(editor.edit, "straks")
    assert editor.value() == "straks"


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Number(key="x", label="X"), "7,5", "7.5"), (Number(key="x", label="X"), "zeven", "zeven"),
        (Number(key="x", label="X", unit="uur per week"), "7:30", "7.50"), (Number(key="x", label="X"), "0", "0"),
        (Percent(key="x", label="X"), "70%", "70"), (Amount(key="x", label="X"), "€ 1.250", "1250.00"),
        (Amount(key="x", label="X"), "1234,567", "1234,567"), (Number(key="x", label="X"), "", None),
    ],
)  # fmt: skip
def test_numbers_in_dutch_notation(qtbot: QtBot, field: Number, typed: str, value: str | None) -> None:
    editor = editor_for(qtbot, field)
    assert isinstance(editor, NumberEditor)
    type_in(editor.edit, typed)
    assert editor.value() == value


def test_numbers_are_shown_with_a_comma_and_a_unit(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Number(key="x", label="Uren", unit="uur"), "7.5")
    assert isinstance(editor, NumberEditor)
    assert editor.edit.text() == "7,5"
    assert spoken_name(editor.edit) == "Uren, uur"


def test_the_week_adds_up(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, WorkPattern(key="x", label="Werkdagen"), ["8", "8", "7.5", "", "", "", ""])
    assert isinstance(editor, WorkPatternEditor)
    assert editor.sum.text().replace("\u00a0", " ") == "Samen 23,5 uur per week"
    type_in(editor.edits[3], "4:30")
    assert editor.value() == ["8", "8", "7.5", "4.50", "", "", ""]
    type_in(editor.edits[4], "veel")
    assert "voor elke dag" in editor.sum.text()
    assert editor.value()[4] == "veel"


def test_text_edits_are_those_with_free_text(qtbot: QtBot) -> None:
    for field, value in SAMPLES:
        editor = editor_for(qtbot, field, value)
        free = field.kind in ("text", "long_text", "lines", "limited")
        assert bool(editor.text_edits()) is free, field.kind


def test_text_is_reported_at_every_letter_and_enter_goes_on(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = make_editor(Text(key="a", label="A"), CONTEXT), make_editor(Text(key="b", label="B"), CONTEXT)
    assert isinstance(first, TextEditor)
    assert isinstance(second, TextEditor)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.focus_first()
    seen: list[Any] = []
    first.changed.connect(lambda: seen.append(first.value()))
    qtbot.keyClicks(first.edit, "ja")
    assert seen == ["j", "ja"]
    with qtbot.waitSignal(first.editing_finished):
        qtbot.keyClick(first.edit, Qt.Key.Key_Return)
    assert second.edit.hasFocus()
    assert second.has_keyboard


def test_running_text_grows_and_tab_leaves_it(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, LongText(key="x", label="X"))
    assert isinstance(editor, LongTextEditor)
    editor.resize(400, 100)
    editor.show()
    low = editor.edit.height()
    editor.edit.insertPlainText("Regel\n" * 8)
    assert editor.edit.height() > low
    assert editor.value().startswith("Regel")
    editor.edit.insertPlainText("Regel\n" * 80)
    assert editor.edit.height() < 500
    assert editor.edit.tabChangesFocus()


def test_yes_no_can_be_taken_back_when_optional(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, YesNo(key="x", label="Klopt het?"))
    assert isinstance(editor, RadioEditor)
    editor.show()
    heard: list[Any] = []
    editor.changed.connect(lambda: heard.append(editor.value()))
    editor.list.buttons[0].click()
    editor.list.buttons[1].click()
    assert heard == [True, False]
    editor.clear.click()
    assert heard[-1] is None
    editor.list.buttons[0].click()
    qtbot.keyClick(editor.list.buttons[0], Qt.Key.Key_Delete)
    assert editor.value() is None
    needed = editor_for(qtbot, YesNo(key="x", label="Klopt het?", need=Need.REQUIRED), True)
    assert isinstance(needed, RadioEditor)
    needed.show()
    assert not needed.clear.isVisible()


def test_a_question_with_answers_is_a_named_group(qtbot: QtBot) -> None:
    row = make_row(BY_KIND["choice"][0], CONTEXT)
    qtbot.addWidget(row)
    editor = row.widget
    assert isinstance(editor, ComboEditor)
    radio = make_row(SAMPLES[10][0], CONTEXT)
    qtbot.addWidget(radio)
    assert isinstance(radio.widget, RadioChoiceEditor)
    QAccessible.setActive(True)
    group = QAccessible.queryAccessibleInterface(radio.widget.list)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Waar?"
    assert spoken_name(radio.widget.list.buttons[0]) == "Op het werk"


def test_few_options_are_all_in_view_many_fold(qtbot: QtBot) -> None:
    assert isinstance(make_editor(Choice(key="x", label="X", options=SIX[:5]), CONTEXT), RadioChoiceEditor)
    assert isinstance(make_editor(Choice(key="x", label="X", options=SIX), CONTEXT), ComboEditor)
    long = options(*(f"een heel erg lange keuze met veel woorden nummer {number}" for number in range(7)))
    assert isinstance(make_editor(Choice(key="x", label="X", options=long), CONTEXT), RadioChoiceEditor)


def test_an_answer_that_is_no_longer_offered_stays(qtbot: QtBot) -> None:
    for field in (SAMPLES[10][0], SAMPLES[11][0]):
        editor = editor_for(qtbot, field, "vroeger")
        assert editor.value() == "vroeger"
        editor._dirty = True
        assert editor.value() == "vroeger"
        editor.set_options([Option("nieuw", "Nieuw"), Option("vroeger", "Van vroeger")])
        editor._dirty = True
        assert editor.value() == "vroeger"


def test_a_folded_list_explains_its_choice(qtbot: QtBot) -> None:
    field = Choice(key="x", label="X", options=(*SIX, Option("z", "Zoiets", "Dat is dit.")))
    editor = editor_for(qtbot, field)
    assert isinstance(editor, ComboEditor)
    editor.show()
    with qtbot.waitSignal(editor.changed):
        editor.combo.setCurrentIndex(editor.combo.findData("z"))
    assert editor.help.text() == "Dat is dit."
    assert editor.value() == "z"


def test_many_keeps_the_order_of_the_list(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, BY_KIND["many"][0], ["vrijdag"])
    assert isinstance(editor, ManyEditor)
    with qtbot.waitSignal(editor.changed):
        editor.boxes["maandag"].click()
    assert editor.value() == ["maandag", "vrijdag"]
    editor.set_options(options("vrijdag", "zaterdag"))
    assert editor.value() == ["vrijdag", "maandag"], "a choice that is no longer offered stays until it is unticked"
    assert list(editor.boxes) == ["vrijdag", "zaterdag", "maandag"]


def test_many_that_follows_from_other_answers_says_so_when_empty(qtbot: QtBot) -> None:
    field = Many(key="x", label="Taken", from_answers=lambda answers, _context: options(*answers.get("taken", [])))
    editor = make_editor(field, CONTEXT)
    qtbot.addWidget(editor)
    assert isinstance(editor, ManyEditor)
    assert not editor._empty.isHidden()
    context = EditorContext(today=TODAY, answers=lambda: {"taken": ["kassa"]})
    filled = make_editor(field, context)
    qtbot.addWidget(filled)
    assert isinstance(filled, ManyEditor)
    assert list(filled.boxes) == ["kassa"]


def test_a_tick_carries_its_own_words(qtbot: QtBot) -> None:
    row = make_row(BY_KIND["tick"][0], CONTEXT)
    qtbot.addWidget(row)
    row.show()
    assert isinstance(row.widget, TickEditor)
    assert not row.label.isVisible()
    assert not row.help_label.isVisible()
    with qtbot.waitSignal(row.widget.changed):
        row.widget.box.click()
    assert row.widget.value() is True


def test_lines_are_added_moved_removed_and_brought_back(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Lines(key="x", label="Taken"), ["kassa", "bestellen"])
    assert isinstance(editor, LinesEditor)
    editor.show()
    qtbot.keyClick(editor._lines[1].edit, Qt.Key.Key_Return)
    type_in(editor._lines[2].edit, "inpakken")
    assert editor.value() == ["kassa", "bestellen", "inpakken"]
    editor._lines[2].up.click()
    assert editor.value() == ["kassa", "inpakken", "bestellen"]
    editor._lines[0].up.click()
    editor._lines[0].down.click()
    assert editor.value() == ["inpakken", "kassa", "bestellen"]
    editor._lines[1].remove.click()
    assert editor.value() == ["inpakken", "bestellen"]
    editor.undo.button.click()
    assert editor.value() == ["inpakken", "kassa", "bestellen"]
    assert spoken_name(editor._lines[1].remove) == "Regel 2 weghalen"
    for _turn in range(3):
        editor._lines[0].remove.click()
    assert editor.value() == []
    assert len(editor._lines) == 1
    editor.undo.button.click()
    assert editor.value() == ["bestellen"]
    editor.set_read_only(True)
    assert not editor.add_button.isVisible()
    editor._add_and_focus(1)
    assert len(editor._lines) == 1


def test_undo_can_stand_in_the_footer(qtbot: QtBot) -> None:
    offers: list[tuple[str, Any]] = []
    context = EditorContext(today=TODAY, offer_undo=lambda sentence, undo: offers.append((sentence, undo)))
    editor = make_editor(Lines(key="x", label="Taken"), context)
    qtbot.addWidget(editor)
    assert isinstance(editor, LinesEditor)
    editor.set_value(["kassa"])
    editor._lines[0].remove.click()
    assert offers[0][0] == "Regel weggehaald."
    offers[0][1]()
    assert editor.value() == ["kassa"]


def test_parts_keep_what_they_do_not_know(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Person(key="x", label="Wie"), {"naam": "Jan", "geheim": 1})
    assert isinstance(editor, PersonEditor)
    type_in(editor.edits["functie"], "bakker")
    assert editor.value() == {"naam": "Jan", "geheim": 1, "functie": "bakker", "telefoon": "", "email": ""}
    assert spoken_name(editor.edits["email"]) == "Wie, e-mail"
    alone = make_editor(Person(key="x", label="Wie", parts=("naam",)), CONTEXT)
    qtbot.addWidget(alone)
    assert isinstance(alone, PersonEditor)
    assert list(alone.edits) == ["naam"]
    alone.set_value("Jan")
    assert alone.edits["naam"].text() == "Jan"


def test_a_postcode_is_written_neatly(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Address(key="x", label="Adres"))
    assert isinstance(editor, AddressEditor)
    type_in(editor.edits["postcode"], "1234ab")
    editor.edits["postcode"].editingFinished.emit()
    assert editor.value()["postcode"] == "1234 AB"
    type_in(editor.edits["postcode"], "B-2000")
    editor.edits["postcode"].editingFinished.emit()
    assert editor.value()["postcode"] == "B-2000"


def test_a_limit_asks_for_words_about_work(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Limited(key="x", label="Lang staan"))
    assert isinstance(editor, LimitedEditor)
    editor.show()
    assert not editor.edit.isVisible()
    editor.list.buttons[0].click()
    assert editor.edit.isVisible()
    editor.edit.insertPlainText("Zitten kan.")
    editor.list.buttons[1].click()
    assert editor.value() == {"beperkt": False, "toelichting": "Zitten kan."}
    assert editor.edit.isVisible(), "what was written stays in view"
    assert editor.text_edits() == [editor.edit]


def test_a_signature_asks_its_date_when_signed(qtbot: QtBot) -> None:
    field = Signature(key="x", label="Werknemer", may_refuse=True)
    editor = editor_for(qtbot, field, {"naam": "Jan"})
    assert isinstance(editor, SignatureEditor)
    editor.show()
    assert len(editor.list.buttons) == 3
    assert not editor.day_box.isVisible()
    editor.list.buttons[1].click()
    assert editor.day_box.isVisible()
    type_in(editor.day_edit, "20 nov")
    assert editor.value() == {"naam": "Jan", "datum": "2026-11-20", "status": "getekend"}
    assert editor.echo.text() == "vr 20 november 2026, 3 dagen geleden"
    old = editor_for(qtbot, field, {"naam": "Jan", "status": "digitaal"})
    old._dirty = True
    assert old.value()["status"] == "digitaal"


def test_a_reference_is_chosen_from_what_there_is(qtbot: QtBot) -> None:
    versions = [{"soort": "opbouwschema", "versie": number, "datum": "2026-11-12"} for number in (3, 2)]
    context = EditorContext(today=TODAY, references=lambda _kind: versions, titles={"opbouwschema": "Opbouwschema"})
    editor = make_editor(Reference(key="x", label="Schema", to="opbouwschema"), context)
    qtbot.addWidget(editor)
    assert isinstance(editor, ReferenceEditor)
    assert editor.combo.itemText(1) == "Opbouwschema, versie 3, 12 nov 2026"
    with qtbot.waitSignal(editor.changed):
        editor.combo.setCurrentIndex(2)
    assert editor.value() == versions[1]
    none = editor_for(qtbot, Reference(key="x", label="Schema", to="opbouwschema"))
    assert isinstance(none, ReferenceEditor)
    assert none.combo.isHidden()
    assert not none.nothing.isHidden()


def test_a_file_is_asked_of_the_owner(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, Attachment(key="bewijs", label="Bewijs"))
    assert isinstance(editor, AttachmentEditor)
    editor.show()
    with qtbot.waitSignal(editor.requested) as asked:
        editor.choose.click()
    assert asked.args == ["bewijs"]
    with qtbot.waitSignal(editor.changed):
        editor.apply({"sha256": "00", "naam": "brief.pdf", "grootte": 1_240_000})
    assert editor.size_label.text() == "1,2 MB"
    assert file_size(300) == "1 kB"
    with qtbot.waitSignal(editor.changed):
        editor.remove.click()
    assert editor.value() is None


def test_computed_answers_are_shown_in_words(qtbot: QtBot) -> None:
    def shown(shows: str, value: Any, unit: str = "") -> str:
        field = Computed(key="x", label="X", compute=lambda _a, _c: None, shows=shows, unit=unit)
        editor = editor_for(qtbot, field, value)
        assert isinstance(editor, ComputedEditor)
        return editor.label.text().replace("\u00a0", " ")

    assert shown("day", "2026-11-26") == "do 26 november 2026, over 3 dagen"
    assert shown("number", "7.50", "uur") == "7,5 uur"
    assert shown("amount", "1250") == "€ 1.250,00"
    assert shown("text", None) == "Dit vult het programma in."
    assert shown("reference", {"soort": "opbouwschema", "versie": 2}) == "Opbouwschema, versie 2"
    chart = Computed(key="x", label="Uren", compute=lambda _a, _c: None, shows="chart_hours")
    editor = editor_for(
        qtbot, chart, {"contract": "32", "phases": [{"van": "2026-11-02", "tot": "2026-11-29", "uren": "9"}]}
    )
    assert isinstance(editor, ComputedEditor)
    assert editor.chart is not None
    assert len(editor.chart.data.weeks) == 4
    assert not editor.chart.isHidden()


def test_answers_in_words() -> None:
    cases = [
        (BY_KIND["yes_no"][0], False, "Nee"), (BY_KIND["many"][0], ["maandag", "oud"], "maandag, oud"),
        (BY_KIND["rows"][0], [{}, {"wat": "x"}], "2 regels"), (BY_KIND["day"][0], "2026-11-30", "ma 30 november 2026"),
        (BY_KIND["day"][0], "ooit", "ooit"), (BY_KIND["person"][0], {"naam": "Jan"}, "Jan"),
        (BY_KIND["address"][0], {"straat": "Weg 1", "plaats": "Dorp"}, "Weg 1, Dorp"),
        (BY_KIND["limited"][0], {"beperkt": True}, "Ja"), (BY_KIND["lines"][0], ["a", "b"], "a, b"),
        (BY_KIND["percent"][0], "70", "70%"), (BY_KIND["number"][0], "veel", "veel"), (BY_KIND["text"][0], "", ""),
    ]  # fmt: skip
    for field, value, words in cases:
        assert shown_answer(field, value) == words
    assert shown_answer(BY_KIND["day"][0], "2026-11-30", short=True) == "30 nov"
    assert "10.30 uur" in shown_answer(BY_KIND["day_time"][0], "2026-12-02T10:30")
    assert shown_answer(BY_KIND["day_time"][0], "2026-12-02T") == "2 december 2026"


def test_a_fixed_answer_cannot_be_typed(qtbot: QtBot) -> None:
    editor = make_editor(Text(key="x", label="Naam", fixed=True), CONTEXT)
    qtbot.addWidget(editor)
    assert isinstance(editor, TextEditor)
    assert editor.edit.isReadOnly()


def test_the_interview_asks_the_question(qtbot: QtBot) -> None:
    row = make_row(Text(key="x", label="Functie", ask="Wat is de functie?"), CONTEXT, as_question=True)
    qtbot.addWidget(row)
    assert row.label.text() == "Wat is de functie?"


def test_user_words_are_plain_text_in_rows(qtbot: QtBot) -> None:
    editor = editor_for(qtbot, BY_KIND["rows"][0], [{"wat": "<b>Deeg</b> & wegen"}])
    assert isinstance(editor, TableEditor)
    editor.show()
    assert "<b>Deeg</b> & wegen" in cell_words(editor.list)


def test_tab_follows_the_order_of_the_form(qtbot: QtBot) -> None:
    rows = [make_row(field, CONTEXT) for field, _value in SAMPLES[:9]]
    grid = FieldGrid(rows)
    qtbot.addWidget(grid)
    fit(grid, 700)
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    rows[0].focus_first()
    seen: list[str] = []
    for _turn in range(40):
        focused = grid.focusWidget()
        owner = next((row.widget.key for row in rows if row.isAncestorOf(focused)), "")  # type: ignore[attr-defined]
        if not seen or seen[-1] != owner:
            seen.append(owner)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if owner == "i":
            break
    assert seen == [field.key for field, _value in SAMPLES[:9]]


def test_a_grid_packs_short_fields_and_stacks_on_a_narrow_page(qtbot: QtBot) -> None:
    rows = [make_row(Day(key=key, label=f"Dag {key}"), CONTEXT) for key in "abc"]
    grid = FieldGrid(rows)
    qtbot.addWidget(grid)
    fit(grid, 700)
    assert len({row.mapTo(grid, QPoint(0, 0)).y() for row in rows}) == 1
    fit(grid, 400)
    assert len({row.mapTo(grid, QPoint(0, 0)).x() for row in rows}) == 1
    assert grid.rows == rows
    single = FieldGrid(
        [make_row(Text(key="a", label="A"), CONTEXT), make_row(Text(key="b", label="B"), CONTEXT)], pack=False
    )
    qtbot.addWidget(single)
    fit(single, 700)
    assert single.rows[0].width() == 700


def test_pictures_of_all_kinds(qtbot: QtBot, pictures: Pictures) -> None:
    for part, (first, last) in enumerate(((0, 14), (14, len(SAMPLES)))):
        rows = []
        for field, value in SAMPLES[first:last]:
            row = make_row(field, CONTEXT)
            assert isinstance(row.widget, FieldEditor)
            row.widget.set_value(value)
            rows.append(row)
        if not part:
            rows[0].set_error("Dit is nog niet ingevuld.")
            rows[1].set_carried("Overgenomen uit de ziekmelding, klopt dit nog?", lambda: None)
            rows[5].set_note("9 uur past bij het advies.", "ok", "circle-check")
        else:
            rows[1].widget.open_row(0)
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(FieldGrid(rows))
        column.addStretch(1)
        qtbot.addWidget(window)
        fit(window, 704)
        assert not cut_labels(window)
        assert not nameless(window)
        pictures.save(window, f"vragen-{part + 1}")
