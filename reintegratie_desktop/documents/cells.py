"""What stands in the cells of a repeating row: texts, codes, boxes to tick by hand."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from reintegratie_desktop.documents.answers import as_text
from reintegratie_desktop.documents.model import Option
from reintegratie_desktop.documents.typeset import clean
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _

_CODE: Final = re.compile(r"^(\w{1,3}) \S")
_HAND_OPTIONS: Final = 4
_HAND_LETTERS: Final = 20


def is_coded(column: SnapshotField) -> bool:
    """Tell whether all options start with a short code of their own, such as 7A to 7F."""
    if column.kind != "choice" or not column.options:
        return False
    codes = [found[1] for option in column.options if (found := _CODE.match(option.label))]
    return len(set(codes)) == len(column.options) and any(char.isdigit() for code in codes for char in code)


def _says_unit(column: SnapshotField) -> bool:
    """Tell whether the head of a column says already what it counts."""
    label = column.label.casefold()
    return column.unit.casefold() in label or (column.unit == "uur" and "uren" in label)


def column_texts(column: SnapshotField, rows: list[Mapping[str, Any]]) -> list[str]:
    """Return the texts of a column; figures all with two decimals when one of them needs decimals."""
    values = [row.get(column.key) for row in rows]
    if column.kind == "number":
        try:
            figures = [None if value in (None, "") else Decimal(str(value)) for value in values]
        except InvalidOperation:
            return ["" if value is None else clean(str(value)) for value in values]
        unit = f"\u00a0{column.unit}" if column.unit and not _says_unit(column) else ""
        decimals = 2 if any(figure is not None and figure != int(figure) for figure in figures) or column.unit else 0
        return ["" if figure is None else number(figure, decimals=decimals) + unit for figure in figures]
    texts = [as_text(column, value).replace("\n", " ").strip() for value in values]
    if is_coded(column):
        return [found[1] if (found := _CODE.match(text)) else text for text in texts]
    return texts


def hand_options(column: SnapshotField) -> tuple[Option, ...]:
    """Return the few short boxes that fit in a cell to fill in by hand; none when it takes a line to write on."""
    if column.kind == "yes_no":
        return (Option(_("Ja")), Option(_("Nee")))
    if column.kind == "tick":
        return (Option(_("Ja")),)
    labels = [clean(option.label) for option in column.options]
    if column.kind == "choice" and labels and len(labels) <= _HAND_OPTIONS and sum(map(len, labels)) <= _HAND_LETTERS:
        return tuple(Option(label) for label in labels)
    return ()


def is_not_asked(column: SnapshotField, row: Mapping[str, Any]) -> bool:
    """Tell whether this row had no such question: its key is not in the row, and the form says why."""
    return bool(column.not_asked_because) and column.key not in row


def may_stay_open(column: SnapshotField) -> bool:
    """Tell whether an open cell of this column says nothing: nobody had to answer it."""
    return column.state is FieldState.NOT_ASKED
