"""Editor for repeating rows: a list with a menu per row, and an editor that opens in the page, never in a dialog."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.fields import Table
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_map
from reintegratie_desktop.ui.fields.row_card import MakeEditor, RowCard
from reintegratie_desktop.ui.fields.table_inline import (
    InlineList,
    InlineRow,
    inline_choice,
    is_given,
    row_name,
    title_of,
)
from reintegratie_desktop.ui.fields.table_rows import RowList, row_title, row_word
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, soft
from reintegratie_desktop.ui.widgets.keyboard import chain_of
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.widgets.scroll import page_around, settle
from reintegratie_desktop.ui.widgets.table_list import TableList
from reintegratie_desktop.ui.widgets.undo import UndoStrip

_WIDE = 520
_AROUND = 12
"""Pixels around the open editor when it is scrolled into view."""


class TableEditor(FieldEditor):
    """Rows with columns. What is typed in the open editor belongs to the answer at once, so nothing is ever lost.

    "Klaar" and Esc close the editor, Ctrl+Enter in a new row starts the next one. "Laten zoals het was" brings the row
    back as it was, "Niet toevoegen" leaves a new row out; that, like a removed row, can be taken back for ten seconds.
    Given rows that need one answer each are answered on the row itself.
    """

    def __init__(
        self, declared: Table, context: EditorContext, make: MakeEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(declared, context, parent)
        self._table, self._make = declared, make
        self._rows: list[Any] = []
        self._errors: dict[str, str] = {}
        self._read_only = False
        self._wide = True
        self._inline = inline_choice(declared)
        self.list: TableList | InlineList | None = None
        self.empty = small(_("Hier staat nog niets."))
        self.undo = UndoStrip()
        self.card = RowCard(declared, context, make)
        self.add_button = soft(_("{regel} toevoegen").format(regel=row_word(self._table)), icon="plus")
        self.done_button, self.revert_button = self.card.done_button, self.card.revert_button
        self.column.setSpacing(10)
        for part in (self.empty, self.undo, self.card):
            self.column.addWidget(part)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.edited.connect(self._touch)
        self.card.finished.connect(self._finish)
        self.card.edits_changed.connect(self.edits_changed)
        self.card.requested.connect(lambda key: self.requested.emit(f"{self.key}[{self.card.index}].{key}"))
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
        index = self.card.index
        if index is not None and index < len(rows):
            rows[index] = self.card.typed(rows[index])
        elif index is not None and self.card.is_started:
            rows.append(self.card.typed())
        return rows

    # The open editor

    @property
    def open_index(self) -> int | None:
        """Return which row is open in the editor; the number of rows for a new one, None for no row."""
        return self.card.index

    def open_row(self, index: int, *, focus: bool = True) -> None:
        """Open a row in the editor under the list; `index` one past the last is a new row."""
        if self._read_only:
            return
        if index == self.card.index and index < len(self._rows):
            return
        self._keep()
        index = min(index, len(self._rows))
        new = index == len(self._rows)
        words = _("{regel} toevoegen") if new else _("{regel} wijzigen")
        known = None if new else as_map(self._rows[index])
        values = self._start() if known is None else known
        self.card.fill(index, values, words.format(regel=row_title(self._table, index)), known=known)
        self.card.set_errors(self._errors)
        self.card.show()
        self.add_button.hide()
        self._rebuild()
        self.edits_changed.emit()
        if focus:
            self.card.focus_first()
        QTimer.singleShot(0, self, self._show_card)

    def _show_card(self) -> None:
        """Scroll until the whole open editor is in view, or its top when it is higher than the page."""
        if self.card.index is None or not self.isVisible():
            return
        around = page_around(self)
        if around is None:
            return
        settle()
        view, bar = around.viewport(), around.verticalScrollBar()
        top = self.card.mapTo(view, QPoint(0, 0)).y() - _AROUND
        over = self.card.mapTo(view, QPoint(0, self.card.height())).y() + _AROUND - view.height()
        if over > 0:
            bar.setValue(bar.value() + min(over, top))
        elif top < 0:
            bar.setValue(bar.value() + top)

    def close_row(self) -> None:
        """Close the open editor; what was typed in it stays."""
        self._close()

    def _revert(self) -> None:
        """Bring the row back as it was when it was opened; a new row goes away."""
        index, typed = self.card.index or 0, self.value() or []
        # What is typed goes into the list only when the editor closes, so the list still holds the row as it was.
        self.card.clear()
        changed = self._rows != typed
        self._close()
        self._focus_row(index)
        if not changed:
            return
        self._touch()
        word = row_word(self._table)
        if index < len(self._rows):
            before = self._rows[index]
            told = _("{regel} is weer zoals het was.").format(regel=word)
            self._offer(told, lambda: self._replace(before, typed[index]))
        else:
            told = _("{regel} niet toegevoegd.").format(regel=word)
            self._offer(told, lambda: self._bring_back(index, typed[index]))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.card.index is not None:
            self._close(focus=True)
        else:
            super().keyPressEvent(event)

    def _start(self) -> dict[str, Any]:
        context = self.context.form_context
        values = {column.key: column.start_value(context) for column in self._table.columns}
        return {key: value for key, value in values.items() if value is not None}

    def _keep(self) -> None:
        """Take what was typed into the list."""
        if self.card.index is None:
            return
        self._rows = self._read()
        self.card.clear()

    def _done(self) -> None:
        """Close the editor after a change, or start the next new row."""
        index = self.card.index
        if index is None:
            return
        if index >= len(self._rows):
            self.open_row(len(self._rows) + self.card.is_started)
        else:
            self._close()
            self._focus_row(index)

    def _close(self, *, focus: bool = False) -> None:
        index = self.card.index
        self._keep()
        self.card.hide()
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
        self.empty.setVisible(not self._rows and self.card.index is None)
        # A row that is a fact of another paper cannot be made here.
        can_add = not self._read_only and self._table.adds and not title_of(self._table).fixed
        self.add_button.setVisible(can_add and self.card.index is None)
        if not self._rows:
            # The editor of the very first row has no list above it, and its buttons come before those of the page too.
            self._order()
            return
        if self._inline is not None:
            self._build_inline()
            return
        shown = RowList(self._table, self._rows, self.context, self.label_text, wide=self._wide)
        self.list = shown
        for index, made in enumerate(shown.fill(self._menu_button)):
            made.setProperty("marked", index == self.card.index)
            # One click opens a row; the row goes away with it, so that waits until the click has ended.
            made.clicked.connect(lambda _on=False, at=index: QTimer.singleShot(0, self, lambda: self.open_row(at)))
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
            name = row_name(self._table, known) or f"{row_word(self._table)} {index + 1}"
            made = InlineRow(
                self._table, self._inline, known, name, self._make, self.context, self._menu_button(index, name)
            )
            made.setEnabled(not self._read_only and index != self.card.index)
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

    def _is_given(self, index: int) -> bool:
        """Tell whether a row is a fact of another paper: its name cannot be changed here."""
        answered_here = self._inline is not None and index < len(self._rows)
        return answered_here and is_given(self._table, as_map(self._rows[index]), self.context)

    def _menu_button(self, index: int, name: str) -> Button:
        menu = icon_only("ellipsis", _("Meer over {naam}").format(naam=name))
        menu.clicked.connect(lambda: self._menu(index, menu))
        if self._read_only:
            menu.hide()
        return menu

    def _order(self) -> None:
        """Let the Tab key come to the list first, then to the editor, then to what stands under it."""
        made: list[QWidget] = []
        for part in (self.list, self.card.body):
            if part is not None:
                made += chain_of(part)
        self.order_keyboard([*made, self.done_button, self.revert_button, self.add_button, self.undo.button])

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
        if self._is_given(index):
            for action in menu.actions()[:2]:
                menu.removeAction(action)
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
        self._offer(_("{regel} weggehaald.").format(regel=row_word(self._table)), lambda: self._bring_back(index, gone))

    def _offer(self, sentence: str, undo: Callable[[], None]) -> None:
        (self.context.offer_undo or self.undo.offer)(sentence, undo)

    def _bring_back(self, index: int, content: Any) -> None:  # noqa: ANN401 - a JSON value
        self._close()
        self._rows.insert(min(index, len(self._rows)), content)
        self._touch_list()
        self._focus_row(index)

    def _replace(self, shown: Any, typed: Any) -> None:  # noqa: ANN401 - JSON values
        """Put back what was typed in a row, wherever that row stands now."""
        self._close()
        if shown in self._rows:
            index = self._rows.index(shown)
            self._rows[index] = typed
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
        on_row = key != self._title_key or self._is_given(int(number))
        if isinstance(self.list, InlineList) and self._inline is not None and on_row:
            self._close()
            if isinstance(self.list, InlineList):
                self.list.rows[int(number)].focus(key)
            return
        self.open_row(int(number))
        self.card.focus(key)

    def set_place_errors(self, errors: Mapping[str, str]) -> None:
        """Show exactly these errors in the cells of the open row and of answered rows; others are taken away.

        In the cell that is being typed in a message may go but none comes up: half a date is not wrong yet.
        """
        self._errors = dict(errors)
        self.card.set_errors(errors)
        if isinstance(self.list, InlineList):
            for index, line in enumerate(self.list.rows):
                for column in self._table.columns:
                    line.set_error(column.key, errors.get(f"[{index}].{column.key}", ""))

    def set_place_notes(self, notes: Mapping[str, str]) -> None:
        """Say calmly at these cells of the open row and of answered rows what misses; at others a note goes away."""
        self.card.set_notes(notes)
        if isinstance(self.list, InlineList):
            for index, line in enumerate(self.list.rows):
                line.set_notes({column.key: notes.get(f"[{index}].{column.key}", "") for column in self._table.columns})

    def set_place_error(self, place: str, text: str) -> None:
        """Show what is wrong in a cell, `[2].datum`, when its row is open."""
        index, _dot, key = place.removeprefix("[").partition("].")
        if index == str(self.card.index) and key in self.card.rows:
            self.card.rows[key].set_error(text)
        number = index.rstrip("]")
        if isinstance(self.list, InlineList) and number.isdigit() and int(number) < len(self.list.rows):
            self.list.rows[int(number)].set_error(key, text)

    def says_at_cell(self, place: str) -> bool:
        """Tell whether a cell on the page says what is wrong at a place, `taken[2].datum`, so nothing else has to."""
        index, _dot, key = place.removeprefix(f"{self.key}[").partition("].")
        if index == str(self.card.index) and key in self.card.rows:
            return bool(self.card.rows[key].error)
        if isinstance(self.list, InlineList) and index.isdigit() and int(index) < len(self.list.rows):
            return self.list.rows[int(index)].says(key)
        return False

    @property
    def _title_key(self) -> str:
        return title_of(self._table).key

    @override
    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        on_rows = self.list.text_edits() if isinstance(self.list, InlineList) else []
        return [*on_rows, *self.card.text_edits()]

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._rebuild()
