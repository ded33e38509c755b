"""The card in which one row of a table is filled in, in the page and never in a dialog."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.fields import Computed, Field, Note, Table
from reintegratie_desktop.forms.flow import ROW
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import SAID_ABOVE, EditorContext, FieldEditor, as_map
from reintegratie_desktop.ui.fields.room import give_whole_line
from reintegratie_desktop.ui.widgets.buttons import quiet, soft
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.field_grid import COLUMNS, LinedUpGrid
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import small

_NARROW: Final = 5
_SHORT: Final = 24
"""Columns of twelve, and letters, up to which a question stands beside others."""

MakeEditor = Callable[[Field, EditorContext], FieldEditor]


class RowCard(Card):
    """Holds the editors of the columns of one row, the open one. What nearly always is right already stands folded.

    Signals: `edited` at every change, `finished` when a part is done, `requested(column)` for a file, `edits_changed`
    when the list of text fields is another one.
    """

    edited = Signal()
    finished = Signal()
    requested = Signal(str)
    edits_changed = Signal()

    def __init__(self, table: Table, context: EditorContext, make: MakeEditor) -> None:
        super().__init__(padding=16, spacing=12)
        self._table, self._context, self._make = table, context, make
        self._known: dict[str, Any] = {}
        self._body: QWidget | None = None
        self._more_rows: list[FormRow] = []
        self._worded: set[str] = set()
        """The columns that are worded as a question."""
        self.editors: dict[str, FieldEditor] = {}
        self.rows: dict[str, FormRow] = {}
        self.index: int | None = None
        self.more_button = quiet("", icon="chevron-right")
        self._more_words = small("")
        self._more: QWidget | None = None
        self.done_button = soft(_("Klaar"), icon="check")
        self.revert_button = quiet("")
        self.more_button.clicked.connect(lambda: self.set_more(on=not self.more_is_open))
        self.column.addLayout(row(None, self.revert_button, self.done_button))
        self.hide()

    # What stands in the card

    def fill(self, index: int, values: Mapping[str, Any], title: str, *, known: object = None) -> None:
        """Show a row, `known` as it is in the list or None for a new one; the keyboard stays where it is."""
        self.clear()
        self.index, self._known = index, as_map(known)
        self.set_title(title)
        self.revert_button.set_text(_("Niet toevoegen") if known is None else _("Laten zoals het was"))
        said: set[str] = set(SAID_ABOVE)
        shown: list[FormRow] = []
        aside: list[FormRow] = []
        for column in self._table.columns:
            if isinstance(column, Computed) and column.key == self._table.title_column:
                continue  # the title of the card says it
            if isinstance(column, Computed) and column.only_listed:
                continue
            made = self._make_row(column, values.get(column.key), said)
            (aside if column.aside else shown).append(made)
        self._ask()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        give_whole_line(shown)
        body.addWidget(LinedUpGrid(shown))
        self._fold(body, aside)
        self.column.insertWidget(1, self._body)
        self._body.show()
        self.refresh()

    def _make_row(self, column: Field, value: Any, said: set[str]) -> FormRow:  # noqa: ANN401 - a JSON value
        editor = self._make(column, self._context)
        editor.set_value(value)
        # The same help under every question is read by nobody: once is enough.
        help_text = "" if editor.shows_label or column.help in said else _(column.help)
        said.add(column.help)
        made = FormRow(_(column.label), editor, help=help_text, show_label=not editor.shows_label)
        if not isinstance(column, Note | Computed):
            self.editors[column.key] = editor
            editor.changed.connect(partial(self._edited, column.key))
            editor.editing_finished.connect(self.finished)
            editor.edits_changed.connect(self.edits_changed)
            editor.requested.connect(self.requested)
        self.rows[column.key] = made
        return made

    def _ask(self) -> None:
        """Word the columns as the interview asks them; beside each other only when all such questions are short."""
        if not self._context.as_questions:
            return
        asked = [(self.rows[column.key], column) for column in self._table.columns if column.key in self.rows]
        beside = [column for made, column in asked if _span(made) <= _NARROW]
        short = all(len(column.question) <= _SHORT for column in beside)
        for made, column in asked:
            if column.ask and (short or _span(made) > _NARROW):
                made.set_label(column.question)
                self._worded.add(column.key)

    def _fold(self, body: QVBoxLayout, aside: list[FormRow]) -> None:
        """Put the questions that nearly always are right under a line that opens."""
        self._more_rows = aside
        self._more = None
        self.more_button.setParent(self._body)
        self._more_words.setParent(self._body)
        if not aside:
            self.more_button.hide()
            self._more_words.hide()
            return
        line = row(self.more_button, self._more_words, None, spacing=6)
        line.setStretch(1, 1)
        body.addLayout(line)
        give_whole_line(aside)
        self._more = LinedUpGrid(aside)
        body.addWidget(self._more)
        self.set_more(on=self._has_own_answer())

    def _has_own_answer(self) -> bool:
        """Tell whether a folded question has another answer than the one it starts with."""
        context = self._context.form_context
        return any(
            is_filled(known := self._known.get(column.key)) and known not in ([], column.start_value(context))
            for column in self._table.columns
            if column.aside and column.derive is None
        )

    @property
    def more_is_open(self) -> bool:
        """Tell whether the folded questions are shown."""
        return self._more is not None and not self._more.isHidden()

    def set_more(self, *, on: bool) -> None:
        """Show or fold the questions that nearly always are right."""
        if self._more is None:
            return
        self._more.setVisible(on)
        self.more_button.set_icon("chevron-down" if on else "chevron-right")
        self.more_button.set_text(_("Minder vragen") if on else _("Meer vragen"))
        self.more_button.show()
        self.more_button.setAccessibleDescription(_("open") if on else _("dicht"))
        names = [_(column.label) for column in self._table.columns if column.aside and column.when is None]
        self._more_words.setText("" if on else ", ".join(names).lower())
        self._more_words.setVisible(not on)

    def clear(self) -> None:
        """Take the row away; nothing is open."""
        self.index, self._known = None, {}
        self.editors, self.rows, self._more_rows, self._more = {}, {}, [], None
        self._worded = set()
        body, self._body = self._body, None
        if body is not None:
            # The button that folds stays for the next row.
            self.more_button.setParent(self)
            self._more_words.setParent(self)
            self.column.removeWidget(body)
            body.hide()
            body.deleteLater()

    @property
    def body(self) -> QWidget | None:
        """Return what holds the questions of the open row."""
        return self._body

    # What is typed

    def _edited(self, key: str) -> None:
        self._let_follow(key)
        self.refresh()
        self.edited.emit()

    def _let_follow(self, key: str) -> None:
        """Fill the columns anew that follow from this one; what cannot be read yet leaves them as they are."""
        answers = {**self._context.answers(), **self.typed(self._known), ROW: self.index}
        for column in self._table.columns:
            if key not in column.follows or column.derive is None or column.key not in self.editors:
                continue
            value = column.derive(answers, self._context.form_context)
            editor = self.editors[column.key]
            if value is not None and value != editor.value():
                editor.set_value(value)

    @property
    def is_started(self) -> bool:
        """Tell whether somebody changed something; answers a row starts with by itself do not count."""
        return is_filled(self.typed()) and any(editor.is_touched for editor in self.editors.values())

    def typed(self, known: object = None) -> dict[str, Any]:
        """Return the row as it stands; columns that are not asked keep what they had in `known`."""
        found = as_map(known)
        for key, editor in self.editors.items():
            value = editor.value()
            if value is not None or key in found:
                found[key] = value
        return found

    def refresh(self) -> None:
        """Ask what is asked now, and show what follows from what is typed."""
        typed = self.typed(self._known)
        index = self.index or 0
        full = full_row(self._table, typed, index, self._context) if is_filled(typed) else typed
        answers = {**self._context.answers(), **full, ROW: self.index}
        for column in self._table.columns:
            made = self.rows.get(column.key)
            if made is None:
                continue
            # What the program would know and does not is no question.
            unknown = column.fixed and not isinstance(column, Computed) and column.is_empty(full.get(column.key))
            made.setVisible(column.is_asked(answers, self._context.form_context) and not unknown)
            if column.label_if is not None and column.key not in self._worded:
                made.set_label(column.label_for(answers, self._context.form_context))
            follows = isinstance(column, Computed) or (column.derive is not None and column.key not in typed)
            if follows and isinstance(made.widget, FieldEditor) and not made.widget.has_keyboard:
                made.widget.set_value(full.get(column.key))

    # What is wrong

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Show exactly these errors, `[2].datum` or `datum` of the open row; others are taken away.

        In the cell that is being typed in a message may go but none comes up: half a date is not wrong yet.
        """
        for key, cell in self.rows.items():
            text = errors.get(f"[{self.index}].{key}", "")
            typing = isinstance(cell.widget, FieldEditor) and cell.widget.has_keyboard
            if not (text and typing and not cell.error):
                cell.set_error(text)
                self._unfold_for(cell, wanted=bool(text))

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Say calmly at these cells what misses; at others such a note goes away."""
        for key, cell in self.rows.items():
            text = notes.get(f"[{self.index}].{key}", "")
            if text or cell.note:
                cell.set_note(text, "soon", "circle-dashed")
                self._unfold_for(cell, wanted=bool(text))

    def _unfold_for(self, cell: FormRow, *, wanted: bool) -> None:
        if wanted and cell in self._more_rows and not self.more_is_open:
            self.set_more(on=True)

    # The keyboard

    def focus_first(self) -> None:
        """Put the keyboard in the first question that can be answered here."""
        free = [editor for editor in self.editors.values() if not editor.field.fixed]
        first = next(iter(free or self.editors.values()), None)
        if first is None:
            return
        first.focus_first()
        if isinstance(first.main_input, QLineEdit):
            # Going on writing, not writing over: the first key must not wipe out what stands there.
            first.main_input.setCursorPosition(len(first.main_input.text()))

    def focus(self, key: str) -> None:
        """Put the keyboard at a column, also when it stands folded."""
        if key in self.editors:
            self._unfold_for(self.rows[key], wanted=True)
            self.editors[key].focus_first()

    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        """Return the free texts of the open row, for the guard."""
        return [edit for editor in self.editors.values() for edit in editor.text_edits()]


def _span(made: FormRow) -> int:
    return int(getattr(made.widget, "span", COLUMNS))


def full_row(table: Table, typed: Mapping[str, Any], index: int, context: EditorContext) -> dict[str, Any]:
    """Return a row with its computed columns, and with what follows from the others where it is empty."""
    full = dict(typed)
    for column in table.columns:
        around = {**context.answers(), **full, ROW: index}
        if isinstance(column, Computed):
            full[column.key] = column.compute(around, context.form_context)
        elif column.derive is not None and column.is_empty(full.get(column.key)):
            full[column.key] = column.derive(around, context.form_context)
    return full
