"""How much of a line a question takes: short ones beside each other, a short one that stands alone the whole line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt

from reintegratie_desktop.ui.fields.base import FieldEditor
from reintegratie_desktop.ui.fields.choices import ComboEditor
from reintegratie_desktop.ui.fields.dates import DayEditor
from reintegratie_desktop.ui.fields.shown import ReferenceEditor
from reintegratie_desktop.ui.widgets.field_grid import COLUMNS
from reintegratie_desktop.ui.widgets.form_row import FormRow

_SHORT: Final = 220
_HALF: Final = 6
_QUESTION: Final = 42
_HELP: Final = 90
"""Longer words than these do not fit above half a line."""


def give_room(rows: Sequence[FormRow]) -> None:
    """Put two short fields beside each other where their questions are short too; else each has a line of its own."""
    for made in rows:
        editor = made.widget
        if isinstance(editor, FieldEditor) and editor.span < _HALF:
            wordy = len(made.label.text()) > _QUESTION or len(made.help_label.text()) > _HELP
            editor.span = COLUMNS - 1 if wordy else _HALF
    give_whole_line(rows)


def give_whole_line(rows: Sequence[FormRow]) -> None:
    """Let a short field that stands alone use the whole line for its question; the field itself stays short."""
    lines: list[list[FormRow]] = []
    for made in rows:
        span = _span(made)
        if lines and sum(_span(other) for other in lines[-1]) + span <= COLUMNS:
            lines[-1].append(made)
        else:
            lines.append([made])
    for line in lines:
        editor = line[0].widget
        if len(line) > 1 or not isinstance(editor, FieldEditor) or _span(line[0]) >= COLUMNS:
            continue
        editor.span = COLUMNS
        if isinstance(editor, DayEditor):
            editor.edit.setFixedWidth(_SHORT)
            editor.column.setAlignment(editor.edit, Qt.AlignmentFlag.AlignLeft)
        elif isinstance(editor, ComboEditor | ReferenceEditor):
            editor.column.setAlignment(editor.combo, Qt.AlignmentFlag.AlignLeft)


def _span(made: FormRow) -> int:
    return min(COLUMNS, int(getattr(made.widget, "span", COLUMNS)))
