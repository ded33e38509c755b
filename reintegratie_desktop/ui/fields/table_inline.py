"""Rows that were given and need one answer each: the answer stands on the row, without opening it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.fields import By, Choice, Field, Need, Table, Text
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_map
from reintegratie_desktop.ui.fields.choices import RadioList
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.fields.table_columns import second_line
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.form_row import FormRow, MessageLine
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, small

_MOST_OPTIONS: Final = 4

MakeEditor = Callable[[Field, EditorContext], FieldEditor]


def inline_choice(table: Table) -> Choice | None:
    """Return the one choice that stands on the row: rows given by the program, one needed answer, texts that follow.

    What the program knows besides (a fixed column) stands under the name of the row. None for every other table.
    """
    if not table.columns:
        return None
    named = title_of(table)
    rest = [column for column in table.columns if column is not named and not column.fixed]
    choices = [column for column in rest if isinstance(column, Choice)]
    others = [column for column in rest if not isinstance(column, Choice)]
    if not isinstance(named, Text) or named.by is not By.APP or len(choices) != 1:
        return None
    fits = choices[0].need is Need.REQUIRED and len(choices[0].options) <= _MOST_OPTIONS
    follows = all(isinstance(column, Text) and column.when is not None for column in others)
    return choices[0] if fits and follows else None


class InlineRow(QWidget):
    """One row: its name, the answers beside each other, and what is asked about some of them.

    Signals: `answered(column, value)` at every change, `finished` when a text is left.
    """

    answered = Signal(str, object)
    finished = Signal()

    def __init__(
        self, table: Table, choice: Choice, content: Mapping[str, Any], name: str, make: MakeEditor,
        context: EditorContext, menu: Button,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName(name)
        self._context, self._choice = context, choice
        title = title_of(table).key
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Label(name, "label", wrap=True))
        self.facts = small(_known(table, content))
        told.addWidget(self.facts)
        if not self.facts.text():
            self.facts.hide()
        head.addLayout(told, 1)
        head.addWidget(menu)
        column.addLayout(head)
        self.list = RadioList(across=True)
        self.list.fill([(option.value, _(option.label), "") for option in choice.options])
        self.list.setAccessibleName(f"{name}, {_(choice.label)}")
        self.list.choose(content.get(choice.key))
        for button in self.list.buttons:
            button.setAccessibleDescription(name)
        column.addWidget(self.list)
        self.error_line = MessageLine()
        column.addWidget(self.error_line)
        self.note_line = MessageLine()
        column.addWidget(self.note_line)
        self._content = dict(content)
        self.rows: dict[str, FormRow] = {}
        self.editors: dict[str, FieldEditor] = {}
        self.openers: dict[str, Button] = {}
        """The links that open a text nobody has to write, by column."""
        for declared in table.columns:
            if declared.key in (title, choice.key) or declared.fixed:
                continue
            editor = make(declared, context)
            editor.set_value(content.get(declared.key))
            made = FormRow(_(declared.label), editor, help=_(declared.help))
            self.rows[declared.key], self.editors[declared.key] = made, editor
            editor.changed.connect(lambda key=declared.key, source=editor: self._take(key, source.value()))
            editor.editing_finished.connect(self.finished)
            column.addWidget(made)
            if declared.aside and not editor.value():
                self.openers[declared.key] = self._opener(declared, name)
                column.addWidget(self.openers[declared.key], 0, Qt.AlignmentFlag.AlignLeft)
        self._columns = [declared for declared in table.columns if declared.key in self.rows]
        self._fit()
        self.list.group.idToggled.connect(self._toggled)

    def _opener(self, declared: Field, name: str) -> Button:
        made = quiet(_("{regel} toevoegen").format(regel=_(declared.label)), icon="plus")
        made.setAccessibleDescription(name)
        made.clicked.connect(lambda: self._open(declared.key))
        return made

    def _open(self, key: str) -> None:
        """Show a text nobody has to write, and put the keyboard in it."""
        self.openers.pop(key).hide()
        self._fit()
        self.rows[key].focus_first()

    def _toggled(self, _number: int, on: bool) -> None:
        if on or self.list.chosen() is None:
            self.error_line.say("")
            self.note_line.say("")
            self._take(self._choice.key, self.list.chosen())
            self.finished.emit()

    def _take(self, key: str, value: object) -> None:
        self._content[key] = value
        self._fit()
        self.answered.emit(key, value)

    def _fit(self) -> None:
        answers = {**self._context.answers(), **self._content}
        for declared in self._columns:
            asked = declared.is_asked(answers, self._context.form_context)
            folded = self.openers.get(declared.key)
            self.rows[declared.key].setVisible(asked and folded is None)
            if folded is not None:
                folded.setVisible(asked)

    def focus(self, key: str = "") -> None:
        """Put the keyboard at a column, or at the answers."""
        if key in self.openers and not self.openers[key].isHidden():
            self._open(key)
            return
        if key in self.rows and not self.rows[key].isHidden():
            self.rows[key].focus_first()
            return
        chosen = [button for button in self.list.buttons if button.isChecked()]
        (chosen or self.list.buttons)[0].setFocus()

    def set_error(self, key: str, text: str) -> None:
        """Say what is wrong at a column."""
        if key in self.rows:
            if text and key in self.openers:
                self.openers.pop(key).hide()
                self._fit()
            self.rows[key].set_error(text)
        elif key == self._choice.key:
            self.error_line.say(text)

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Say calmly what misses at these columns; what goes wrong stands there already and stays."""
        for key, text in notes.items():
            if key in self.rows and (text or self.rows[key].note):
                self.rows[key].set_note(text, "soon", "circle-dashed")
            elif key == self._choice.key:
                self.note_line.say(text, "soon", "circle-dashed", "small")

    def says(self, key: str) -> bool:
        """Tell whether an error stands at a column now."""
        return bool(self.rows[key].error) if key in self.rows else not self.error_line.isHidden()


class InlineList(Surface):
    """The rows under each other in one card. Signals: `answered(row, column, value)`, `finished`."""

    answered = Signal(int, str, object)
    finished = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("base", "hair", 8)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.rows: list[InlineRow] = []

    def add_row(self, made: InlineRow) -> None:
        """Add a row under the others."""
        if self.rows:
            self._column.addWidget(HairLine())
        index = len(self.rows)
        self.rows.append(made)
        self._column.addWidget(made)
        made.answered.connect(lambda key, value: self.answered.emit(index, key, value))
        made.finished.connect(self.finished)

    def select(self, key: str, *, focus: bool = False) -> None:
        """Put the keyboard on a row."""
        if focus and key.isdigit() and int(key) < len(self.rows):
            self.rows[int(key)].focus()

    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        """Return the free texts on the rows, for the guard."""
        return [edit for made in self.rows for editor in made.editors.values() for edit in editor.text_edits()]


def title_of(table: Table) -> Field:
    """Return the column that names a row."""
    return next(column for column in table.columns if column.key == (table.title_column or table.columns[0].key))


def is_given(table: Table, content: Mapping[str, Any], context: EditorContext) -> bool:
    """Tell whether a row is a fact of another paper: the form begins with it, or the program knows more of it."""
    title = title_of(table)
    if title.fixed or any(is_filled(content.get(column.key)) for column in table.columns if column.fixed):
        return True
    start = table.start_value(context.form_context)
    return isinstance(start, list) and content.get(title.key) in [as_map(row).get(title.key) for row in start]


def _known(table: Table, content: Mapping[str, Any]) -> str:
    """Return what the program knows of a row besides its name, in one line."""
    told = [column for column in table.columns if column.fixed and column is not title_of(table)]
    return ". ".join(text for column in told if (text := second_line(column, content.get(column.key))))


def row_name(table: Table, content: Mapping[str, Any]) -> str:
    """Return what stands in the title cell of a row."""
    declared = title_of(table)
    return shown_answer(declared, content.get(declared.key))
