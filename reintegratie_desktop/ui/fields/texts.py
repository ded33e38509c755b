"""Editors for text: one line, running text, and a list of short texts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_text, mark_polish
from reintegratie_desktop.ui.widgets.buttons import icon_only, quiet
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit, LineEdit
from reintegratie_desktop.ui.widgets.undo import UndoStrip


class TextEditor(FieldEditor):
    """One line of text."""

    span: int = 8

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.edit = LineEdit()
        self.column.addWidget(self.edit)
        self.add_input(self.edit)

    @override
    def _show(self, value: Any) -> None:
        self.edit.setText(as_text(value))
        self.edit.setCursorPosition(0)

    @override
    def _read(self) -> Any:
        return self.edit.text() or None

    @override
    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.edit]


class LongTextEditor(FieldEditor):
    """Running text."""

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.edit = GrowingEdit(max(3, min(declared.writing_lines, 8)))
        self.column.addWidget(self.edit)
        self.add_input(self.edit)
        self.edit.textChanged.connect(self._touch)
        self.edit.editing_finished.connect(self._finish)

    @override
    def _show(self, value: Any) -> None:
        self.edit.set_text(as_text(value))

    @override
    def _read(self) -> Any:
        return self.edit.toPlainText() or None

    @override
    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.edit]


class _Line(QWidget):
    """One text of a list with its buttons."""

    def __init__(self, text: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.edit = LineEdit(text)
        line.addWidget(self.edit, 1)
        self.up = icon_only("chevron-up", _("Omhoog"))
        self.down = icon_only("chevron-down", _("Omlaag"))
        self.remove = icon_only("x", _("Weghalen"))
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)


class LinesEditor(FieldEditor):
    """A list of short texts: Enter makes the next one, and what is removed can be brought back for ten seconds."""

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._lines: list[_Line] = []
        self._read_only = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        self.undo = UndoStrip()
        self.column.addWidget(self.undo)
        self.add_button = quiet(_("Regel erbij"), icon="plus")
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(lambda: self._add_and_focus(len(self._lines)))
        self._show(None)

    @override
    def _show(self, value: Any) -> None:
        texts = [as_text(item) for item in value] if isinstance(value, list) else [as_text(value)]
        self._rebuild(texts or [""])

    @override
    def _read(self) -> Any:
        return [line.edit.text() for line in self._lines if line.edit.text()]

    def _rebuild(self, texts: list[str]) -> None:
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self._inputs = [], []
        for text in texts:
            self._insert(len(self._lines), text)
        self._number()

    def _insert(self, index: int, text: str) -> _Line:
        line = _Line(text)
        self._lines.insert(index, line)
        self._rows.insertWidget(index, line)
        line.edit.textEdited.connect(self._touch)
        line.edit.editingFinished.connect(self._finish)
        line.edit.returnPressed.connect(lambda: self._add_and_focus(self._lines.index(line) + 1))
        line.up.clicked.connect(lambda: self._move(line, -1))
        line.down.clicked.connect(lambda: self._move(line, 1))
        line.remove.clicked.connect(lambda: self._remove(line))
        line.edit.setReadOnly(self._read_only)
        return line

    def _number(self) -> None:
        """Give every line its number in the accessible name, and keep the order of the keyboard."""
        self._inputs = [(line.edit, str(number)) for number, line in enumerate(self._lines, 1)]
        order: list[QWidget] = []
        for number, line in enumerate(self._lines, 1):
            self._name_input(line.edit, str(number))
            for button, words in (
                (line.up, _("Regel {nummer} omhoog")),
                (line.down, _("Regel {nummer} omlaag")),
                (line.remove, _("Regel {nummer} weghalen")),
            ):
                button.setAccessibleName(words.format(nummer=number))
                button.setVisible(not self._read_only)
            line.up.setVisible(not self._read_only and len(self._lines) > 1)
            line.down.setVisible(not self._read_only and len(self._lines) > 1)
            order += [line.edit, line.up, line.down, line.remove]
        self.order_keyboard([*order, self.undo.button, self.add_button])
        self.edits_changed.emit()

    def _add_and_focus(self, index: int) -> None:
        if self._read_only:
            return
        line = self._insert(index, "")
        self._number()
        line.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, line: _Line, step: int) -> None:
        index = self._lines.index(line)
        if not 0 <= index + step < len(self._lines):
            return
        texts = [item.edit.text() for item in self._lines]
        texts.insert(index + step, texts.pop(index))
        self._rebuild(texts)
        button = self._lines[index + step].up if step < 0 else self._lines[index + step].down
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._touch()

    def _remove(self, line: _Line) -> None:
        texts = [item.edit.text() for item in self._lines]
        index = self._lines.index(line)
        left = texts[:index] + texts[index + 1 :]
        self._rebuild(left or [""])
        self._lines[min(index, len(self._lines) - 1)].edit.setFocus(Qt.FocusReason.TabFocusReason)
        self._touch()
        if texts[index]:
            self._offer(_("Regel weggehaald."), lambda: self._bring_back(index, texts[index]))

    def _bring_back(self, index: int, text: str) -> None:
        texts = [item.edit.text() for item in self._lines]
        if texts == [""]:
            texts = []
        texts.insert(min(index, len(texts)), text)
        self._rebuild(texts)
        self._touch()

    def _offer(self, sentence: str, undo: Callable[[], None]) -> None:
        if self.context.offer_undo is not None:
            self.context.offer_undo(sentence, undo)
        else:
            self.undo.offer(sentence, undo)

    @override
    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        self.add_button.setVisible(not on)
        for line in self._lines:
            line.edit.setReadOnly(on)
            mark_polish(line.edit)
        self._number()

    @override
    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        return [line.edit for line in self._lines]
