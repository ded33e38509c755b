"""Editor for repeating rows: a list with a menu per row, and an editor that opens in the page, never in a dialog."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QScrollArea, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.fields import Computed, Field, Note, Table
from reintegratie_desktop.forms.flow import ROW
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons
from reintegratie_desktop.ui.fields.base import SAID_ABOVE, EditorContext, FieldEditor, as_map
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.fields.table_columns import column_width, second_line, split_columns
from reintegratie_desktop.ui.fields.table_inline import InlineList, InlineRow, inline_choice, row_name
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, quiet, soft
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.field_grid import FieldGrid
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.keyboard import chain_of
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.widgets.table_list import Cell, Column, TableList, TwoLines
from reintegratie_desktop.ui.widgets.undo import UndoStrip

_WIDE = 520
_MOST_PARTS = 4
"""So many answers stand on the second line of a row; the rest shows when the row is opened."""
_ROW_MENU = 38
_AROUND = 12
"""Pixels around the open editor when it is scrolled into view."""

MakeEditor = Callable[[Field, EditorContext], FieldEditor]


class TableEditor(FieldEditor):
    """Rows with columns. What is typed in the open editor belongs to the answer at once, so nothing is ever lost.

    "Klaar" and Esc close the editor, Ctrl+Enter in a new row starts the next one, "Ongedaan maken" brings the row back
    as it was. A removed row can be brought back for ten seconds. Given rows that need one answer each are answered on
    the row itself.
    """

    def __init__(
        self, declared: Table, context: EditorContext, make: MakeEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(declared, context, parent)
        self._table, self._make = declared, make
        self._rows: list[Any] = []
        self._open: int | None = None
        self._read_only = False
        self._wide = True
        self._editors: dict[str, FieldEditor] = {}
        self._form_rows: dict[str, FormRow] = {}
        self.row_word = _(declared.row_name)
        self._inline = inline_choice(declared)
        self.list: TableList | InlineList | None = None
        self.empty = small(_("Hier staat nog niets."))
        self.undo = UndoStrip()
        self.card = Card(padding=16, spacing=12)
        self.add_button = soft(_("{regel} toevoegen").format(regel=_capital(self.row_word)), icon="plus")
        self.done_button = soft(_("Klaar"), icon="check")
        self.revert_button = quiet(_("Ongedaan maken"))
        self._grid: FieldGrid | None = None
        self.column.setSpacing(10)
        for part in (self.empty, self.undo, self.card):
            self.column.addWidget(part)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addLayout(row(None, self.revert_button, self.done_button))
        self.card.hide()
        self.add_button.clicked.connect(lambda: self.open_row(len(self._rows)))
        self.done_button.clicked.connect(lambda: self._close(focus=True))
        self.revert_button.clicked.connect(self._revert)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.card)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._done)
        self._rebuild()

    # What the answer is

    @override
    def _show(self, value: Any) -> None:
        self._rows = list(value) if isinstance(value, list) else []
        self._close()
        self._rebuild()

    @override
    def _read(self) -> Any:
        rows = deepcopy(self._rows)
        if self._open is not None:
            typed = self._typed()
            if self._open < len(rows):
                rows[self._open] = typed
            elif self._is_started(typed):
                rows.append(typed)
        return rows

    def _is_started(self, typed: dict[str, Any]) -> bool:
        """Tell whether the new row was really begun; answers it starts with by itself do not count."""
        return is_filled(typed) and any(editor.is_touched for editor in self._editors.values())

    def _typed(self) -> dict[str, Any]:
        """Return the row in the open editor; columns that are not asked keep what they had."""
        known = self._rows[self._open] if self._open is not None and self._open < len(self._rows) else {}
        typed = as_map(known)
        for key, editor in self._editors.items():
            value = editor.value()
            if value is not None or key in typed:
                typed[key] = value
        return typed

    def _full(self, typed: dict[str, Any], index: int) -> dict[str, Any]:
        """Return a row with its computed columns, and with what follows from the others where it is empty."""
        full = dict(typed)
        for column in self._table.columns:
            around = {**self.context.answers(), **full, ROW: index}
            if isinstance(column, Computed):
                full[column.key] = column.compute(around, self.context.form_context)
            elif column.derive is not None and column.is_empty(full.get(column.key)):
                full[column.key] = column.derive(around, self.context.form_context)
        return full

    # The open editor

    @property
    def open_index(self) -> int | None:
        """Return which row is open in the editor; the number of rows for a new one, None for no row."""
        return self._open

    def open_row(self, index: int, *, focus: bool = True) -> None:
        """Open a row in the editor under the list; `index` one past the last is a new row."""
        if self._read_only:
            return
        if index == self._open and index < len(self._rows):
            return
        self._keep()
        self._open = min(index, len(self._rows))
        new = index >= len(self._rows)
        words = _("{regel} toevoegen") if new else _("{regel} wijzigen")
        self.card.set_title(words.format(regel=_capital(self.row_word)))
        self._build_editors(as_map(self._rows[index]) if not new else self._start())
        self.card.show()
        self.add_button.hide()
        self._rebuild()
        self.edits_changed.emit()
        if focus and self._editors:
            first = next(iter(self._editors.values()))
            first.focus_first()
            if isinstance(first.main_input, QLineEdit):
                # Going on writing, not writing over: the first key must not wipe out what stands there.
                first.main_input.setCursorPosition(len(first.main_input.text()))
        # The heights are known only after the layouts had their turn, which takes two rounds for wrapped words.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._show_card))

    def _show_card(self) -> None:
        """Scroll until the whole open editor is in view, or its top when it is higher than the page."""
        if self._open is None or not self.isVisible():
            return
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is None:
            return
        view, bar = around.viewport(), around.verticalScrollBar()
        top = self.card.mapTo(view, QPoint(0, 0)).y() - _AROUND
        over = self.card.mapTo(view, QPoint(0, self.card.height())).y() + _AROUND - view.height()
        if over > 0:
            bar.setValue(bar.value() + min(over, top))
        elif top < 0:
            bar.setValue(bar.value() + top)

    def _revert(self) -> None:
        """Bring the row back as it was when it was opened; a new row goes away."""
        index, before = self._open, self.value()
        # What is typed goes into the list only when the editor closes, so the list still holds the row as it was.
        self._open = None
        changed = self._rows != before
        self._close()
        self._focus_row(index if index is not None else 0)
        if changed:
            self._touch()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self._close(focus=True)
        else:
            super().keyPressEvent(event)

    def _start(self) -> dict[str, Any]:
        context = self.context.form_context
        values = {column.key: column.start_value(context) for column in self._table.columns}
        return {key: value for key, value in values.items() if value is not None}

    def _build_editors(self, values: dict[str, Any]) -> None:
        if self._grid is not None:
            self.card.column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._editors, self._form_rows = {}, {}
        rows: list[FormRow] = []
        said: set[str] = set(SAID_ABOVE)
        for column in self._table.columns:
            editor = self._make(column, self.context)
            editor.set_value(values.get(column.key))
            # The same help under every question is read by nobody: once is enough.
            help_text = "" if editor.shows_label or column.help in said else _(column.help)
            said.add(column.help)
            form_row = FormRow(_(column.label), editor, help=help_text, show_label=not editor.shows_label)
            if not isinstance(column, Note | Computed):
                self._editors[column.key] = editor
                editor.changed.connect(self._edited)
                editor.editing_finished.connect(self._finish)
                editor.edits_changed.connect(self.edits_changed)
                editor.requested.connect(lambda key: self.requested.emit(f"{self.key}[{self._open}].{key}"))
            self._form_rows[column.key] = form_row
            rows.append(form_row)
        self._grid = FieldGrid(rows)
        self.card.column.insertWidget(1, self._grid)
        self._grid.show()
        self._order()
        self._refresh_conditions()

    def _edited(self) -> None:
        self._refresh_conditions()
        self._touch()

    def _refresh_conditions(self) -> None:
        typed = self._typed()
        full = self._full(typed, self._open or 0) if is_filled(typed) else typed
        answers = {**self.context.answers(), **full, ROW: self._open}
        for column in self._table.columns:
            form_row = self._form_rows[column.key]
            form_row.setVisible(column.is_asked(answers, self.context.form_context))
            follows = isinstance(column, Computed) or (column.derive is not None and column.key not in typed)
            if follows and isinstance(form_row.widget, FieldEditor) and not form_row.widget.has_keyboard:
                form_row.widget.set_value(full.get(column.key))

    def _keep(self) -> None:
        """Take what was typed into the list."""
        if self._open is None:
            return
        rows = self._read()
        if rows != self._rows:
            self._rows = rows
        self._open = None

    def _done(self) -> None:
        """Close the editor after a change, or start the next new row."""
        if self._open is None:
            return
        index = self._open
        if index >= len(self._rows):
            self.open_row(len(self._rows) + self._is_started(self._typed()))
        else:
            self._close()
            self._focus_row(index)

    def _close(self, *, focus: bool = False) -> None:
        index = self._open
        self._keep()
        self.card.hide()
        self.add_button.setVisible(not self._read_only)
        self._editors, self._form_rows = {}, {}
        self._rebuild()
        self.edits_changed.emit()
        if focus:
            self._focus_row(index if index is not None else 0)

    def _focus_row(self, index: int) -> None:
        if self.list is not None and 0 <= index < len(self._rows):
            self.list.select(str(index), focus=True)
        else:
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    # The list

    def _rebuild(self) -> None:
        if self.list is not None:
            self.column.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
            self.list = None
        self.empty.setVisible(not self._rows and self._open is None)
        self.add_button.setVisible(not self._read_only and self._open is None)
        if not self._rows:
            return
        if self._inline is not None:
            self._build_inline()
            return
        title, own, _rest = split_columns(self._table, wide=self._wide)
        columns = [Column(_(title.label), stretch=1)]
        columns += [Column(_(column.label), width=column_width(column)) for column in own]
        columns.append(Column("", width=_ROW_MENU))
        shown = TableList(columns, name=self.label_text, row_height=54)
        self.list = shown
        for index, content in enumerate(self._rows):
            row_map = as_map(content)
            self._add_list_row(shown, index, self._full(row_map, index) if is_filled(row_map) else row_map)
        shown.row_activated.connect(lambda key: self.open_row(int(key)))
        shown.row_removed.connect(lambda key: self.remove_row(int(key)))
        shown.row_shifted.connect(lambda key, step: self.move_row(int(key), step))
        self.column.insertWidget(0, shown)
        shown.show()
        self._order()

    def _build_inline(self) -> None:
        """Put every row on the page with its answers on it; the row that is open stands in the editor."""
        assert self._inline is not None
        shown = InlineList(self.label_text)
        self.list = shown
        for index, content in enumerate(self._rows):
            known = as_map(content)
            name = row_name(self._table, known) or f"{_capital(self.row_word)} {index + 1}"
            made = InlineRow(
                self._table, self._inline, known, name, self._make, self.context, self._menu_button(index, name)
            )
            made.setEnabled(not self._read_only and index != self._open)
            shown.add_row(made)
        shown.answered.connect(self._answer_inline)
        shown.finished.connect(self._finish)
        self.column.insertWidget(0, shown)
        shown.show()
        self._order()
        self.edits_changed.emit()

    def _answer_inline(self, index: int, key: str, value: object) -> None:
        if index < len(self._rows):
            self._rows = [*self._rows[:index], {**as_map(self._rows[index]), key: value}, *self._rows[index + 1 :]]
            self._touch()

    def _menu_button(self, index: int, name: str) -> Button:
        menu = icon_only("ellipsis", _("Meer over {naam}").format(naam=name))
        menu.clicked.connect(lambda: self._menu(index, menu))
        if self._read_only:
            menu.hide()
        return menu

    def _order(self) -> None:
        """Let the Tab key come to the list first, then to the editor, then to what stands under it."""
        made: list[QWidget] = []
        for part in (self.list, self._grid if self._open is not None else None):
            if part is not None:
                made += chain_of(part)
        self.order_keyboard([*made, self.revert_button, self.done_button, self.add_button, self.undo.button])

    def _add_list_row(self, shown: TableList, index: int, content: dict[str, Any]) -> None:
        title, own, rest = split_columns(self._table, wide=self._wide)
        name = shown_answer(title, content.get(title.key))
        if not name or name.isdigit():
            name = _("{regel} {nummer}").format(regel=_capital(self.row_word), nummer=name or index + 1)
        second = [second_line(column, content.get(column.key)) for column in rest]
        cells: list[Cell] = [TwoLines(name, ". ".join([text for text in second if text][:_MOST_PARTS]))]
        spoken = [name]
        for column in own:
            text = shown_answer(column, content.get(column.key), short=True)
            cells.append(text)
            if text:
                spoken.append(f"{_(column.label)} {text}")
        cells.append(self._menu_button(index, name))
        made = shown.add_row(str(index), cells, ", ".join([*spoken, *(text for text in second if text)]))
        made.setProperty("marked", index == self._open)
        # One click opens a row; the row goes away with it, so that waits until the click has ended.
        made.clicked.connect(lambda: QTimer.singleShot(0, self, lambda: self.open_row(index)))

    def _menu(self, index: int, button: Button) -> None:
        menu = self.row_menu(index)
        menu.exec(button.mapToGlobal(QPoint(0, button.height())))
        menu.deleteLater()

    def row_menu(self, index: int) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        entries: list[tuple[str, str, Callable[[], None], bool]] = [
            (_("Wijzigen"), "pencil", lambda: self.open_row(index), True),
            (_("Kopiëren"), "copy", lambda: self.copy_row(index), True),
            (_("Omhoog"), "chevron-up", lambda: self.move_row(index, -1), index > 0),
            (_("Omlaag"), "chevron-down", lambda: self.move_row(index, 1), index < len(self._rows) - 1),
            (_("Weghalen"), "trash-2", lambda: self.remove_row(index), True),
        ]
        for words, icon, act, possible in entries:
            action = menu.addAction(icons.icon(icon, "muted"), words)
            action.triggered.connect(act)
            action.setEnabled(possible)
        return menu

    def copy_row(self, index: int) -> None:
        """Put a copy of a row under it and open it."""
        if self._read_only:
            return
        self._keep()
        self._rows.insert(index + 1, deepcopy(self._rows[index]))
        self._touch_list()
        self.open_row(index + 1)

    def move_row(self, index: int, step: int) -> None:
        """Move a row up or down."""
        self._close()
        to = max(0, min(len(self._rows) - 1, index + step))
        if self._read_only or to == index:
            return
        self._rows.insert(to, self._rows.pop(index))
        self._touch_list()
        self._focus_row(to)

    def remove_row(self, index: int) -> None:
        """Remove a row and offer to bring it back."""
        if self._read_only:
            return
        self._close()
        if index >= len(self._rows):
            return
        gone = self._rows.pop(index)
        self._touch_list()
        self._focus_row(min(index, len(self._rows) - 1))
        sentence = _("{regel} weggehaald.").format(regel=_capital(self.row_word))
        if self.context.offer_undo is not None:
            self.context.offer_undo(sentence, lambda: self._bring_back(index, gone))
        else:
            self.undo.offer(sentence, lambda: self._bring_back(index, gone))

    def _bring_back(self, index: int, content: Any) -> None:  # noqa: ANN401 - a JSON value
        self._close()
        self._rows.insert(min(index, len(self._rows)), content)
        self._touch_list()
        self._focus_row(index)

    def _touch_list(self) -> None:
        self._rebuild()
        self._touch()
        self._finish()

    # What every editor can do

    @override
    def set_read_only(self, on: bool) -> None:
        self._close()
        self._read_only = on
        self._rebuild()

    @override
    def set_error(self, text: str) -> None:
        """The sentence under the list is enough; the row itself is opened by `focus_place`."""

    @override
    def focus_first(self) -> None:
        self._focus_row(0)

    @override
    def focus_place(self, place: str) -> None:
        index, _dot, key = place.removeprefix("[").partition("].")
        number = index.rstrip("]")
        if not number.isdigit() or int(number) >= len(self._rows) or self._read_only:
            self.focus_first()
            return
        if isinstance(self.list, InlineList) and self._inline is not None and key != self._title_key:
            self._close()
            if isinstance(self.list, InlineList):
                self.list.rows[int(number)].focus(key)
            return
        self.open_row(int(number))
        if key in self._editors:
            self._editors[key].focus_first()

    def set_place_errors(self, errors: Mapping[str, str]) -> None:
        """Show exactly these errors in the cells of the open row and of answered rows; others are taken away.

        In the cell that is being typed in a message may go but none comes up: half a date is not wrong yet.
        """
        for key, cell in self._form_rows.items():
            text = errors.get(f"[{self._open}].{key}", "")
            typing = isinstance(cell.widget, FieldEditor) and cell.widget.has_keyboard
            if not (text and typing and not cell.error):
                cell.set_error(text)
        if isinstance(self.list, InlineList):
            for index, line in enumerate(self.list.rows):
                for column in self._table.columns:
                    line.set_error(column.key, errors.get(f"[{index}].{column.key}", ""))

    def set_place_error(self, place: str, text: str) -> None:
        """Show what is wrong in a cell, `[2].datum`, when its row is open."""
        index, _dot, key = place.removeprefix("[").partition("].")
        if self._open is not None and index == str(self._open) and key in self._form_rows:
            self._form_rows[key].set_error(text)
        number = index.rstrip("]")
        if isinstance(self.list, InlineList) and number.isdigit() and int(number) < len(self.list.rows):
            self.list.rows[int(number)].set_error(key, text)

    @property
    def _title_key(self) -> str:
        return self._table.title_column or self._table.columns[0].key

    @override
    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        on_rows = self.list.text_edits() if isinstance(self.list, InlineList) else []
        return [*on_rows, *(edit for editor in self._editors.values() for edit in editor.text_edits())]

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._rebuild()


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
