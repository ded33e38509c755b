"""Which columns of a table get a place of their own in the list, and what goes on the second line."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtGui import QFontMetrics

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.fields import Computed, Field, Note, Table
from reintegratie_desktop.text.formatting import sentence_start
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.fonts import font

COLUMN_WIDTHS: Final = {
    "day": 86, "time": 70, "number": 86, "percent": 70, "amount": 100, "yes_no": 60, "tick": 60, "choice": 120,
}  # fmt: skip
"""Kinds short enough for a column, with their width in pixels."""
_WORDS: Final = ("choice", "yes_no", "tick")
_NAMED: Final = ("a_doel",)
"""Texts that need their name before them to be understood beside the others."""
_NARROW: Final = {"percent": 60}
_NARROW_ELSE: Final = 76
_SEVERAL: Final = 132
"""Pixels for several short answers beside each other, such as days of the week."""
_MOST_COLUMNS: Final = 3
_LONGEST: Final = 16
"""Letters of an answer that fit in the column of a choice."""


def split_columns(
    table: Table, *, wide: bool, rows: Sequence[Mapping[str, Any]] = ()
) -> tuple[Field, list[Field], list[Field]]:
    """Return the column that names a row, those with a place of their own, and the rest for the second line.

    A column that no row has an answer for gets no place; a list without rows shows what it could have.
    """
    columns = [column for column in table.columns if not isinstance(column, Note)]
    names = [column for column in columns if column.key == table.title_column]
    title = names[0] if names else columns[0]
    rest = [column for column in columns if column is not title]
    own: list[Field] = []
    if wide and table.listed:
        own = [column for key in table.listed for column in rest if column.key == key]
    elif wide:
        # Dates and numbers first: they are what people compare from row to row.
        fitting = [column for column in rest if column.kind in COLUMN_WIDTHS and _is_short(column)]
        if rows:
            fitting = [column for column in fitting if any(is_filled(row.get(column.key)) for row in rows)]
        fitting.sort(key=lambda column: column.kind in _WORDS)
        own = [column for column in rest if column in fitting[:_MOST_COLUMNS]]
    return title, own, [column for column in rest if column not in own]


def _is_short(column: Field) -> bool:
    """Tell whether every answer fits in a narrow column; long ones read better on the second line."""
    return all(len(_(option.label)) <= _LONGEST for option in getattr(column, "options", ()))


def column_width(column: Field) -> int:
    """Return the width of a column in the list: that of its kind, or of the longest word of its head."""
    metrics = QFontMetrics(font("smallest_strong"))
    longest = max((metrics.horizontalAdvance(word) for word in head_words(column).split()), default=0)
    kind = column.shows if isinstance(column, Computed) else column.kind
    least = _NARROW.get(kind, _NARROW_ELSE) if column.short else COLUMN_WIDTHS.get(kind, _SEVERAL)
    return max(least, longest + 16)


def head_words(column: Field) -> str:
    """Return the words above a column."""
    return _(column.short or column.label)


def second_line(column: Field, value: object) -> str:
    """Return an answer for the second line of a row; a bare date or number gets its label."""
    text = shown_answer(column, value, short=True)
    kind = column.shows if isinstance(column, Computed) else column.kind
    bare = kind in COLUMN_WIDTHS and kind != "choice"
    # Of "Doel / resultaat" the first word is enough before a sentence.
    name = _(column.label).split(" / ")[0]
    words = f"{name}: {text}" if text and (bare or column.key in _NAMED) else text
    # Parts of the line are sentences beside each other.
    return sentence_start(words)
