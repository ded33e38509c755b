"""What the places of a form are called in a sentence: a field, a row of a list, a cell, where an answer came from."""

from collections.abc import Mapping
from typing import Any, Final

from reintegratie_desktop.forms.fields import Field, LongText, Table, Text
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.text.i18n import _

_LONGEST_NAME: Final = 48
"""Letters of a title cell by which a row is called."""


def place_label(flow: Flow, answers: Mapping[str, Any], place: str) -> str:
    """Return what a place is called: the field, and for a cell also the row and the column.

    A place is written as in `Finding.field`: a key, `key[2]` for a row, `key[2].column` for a cell.
    """
    key, _bracket, rest = place.partition("[")
    field = flow.field(key.split(".", 1)[0])
    if not rest:
        return _(field.label)
    row, _close, column_key = rest.partition("]")
    name = _row_name(field, int(row), answers)
    for column in getattr(field, "columns", ()):
        if column.key == column_key.lstrip(".").split(".", 1)[0]:
            return f"{name}: {_(column.label).lower() if ' ‘' in name else _(column.label)}"
    return name


def source_title(form: str) -> str:
    """Return how an earlier paper or record is called in "overgenomen uit ...", translated."""
    names = {
        "werkgever": _("de gegevens van je bedrijf"),
        "werknemer": _("de gegevens van de werknemer"),
        "zaak": _("het dossier"),
    }
    return names.get(form) or _(flow_of(form).title).lower()


def record_title(form: str) -> str:
    """Return how the record of the firm or of an employee is called on a line of its own, translated."""
    return _("Gegevens van je bedrijf") if form == "werkgever" else _("Gegevens van de werknemer")


def _row_name(field: Field, row: int, answers: Mapping[str, Any]) -> str:
    """Return what a row is called: by what stands in its title cell, or by its number."""
    name = _(getattr(field, "row_name", "") or field.label)
    if isinstance(field, Table) and field.columns:
        known = answers.get(field.key)
        content = known[row] if isinstance(known, list) and row < len(known) else None
        title = content.get(field.title_column or field.columns[0].key) if isinstance(content, Mapping) else None
        if isinstance(title, str) and title.strip() and not _is_code(field, title):
            return f"{name} ‘{_short(title.strip())}’"
    return f"{name} {row + 1}"


def _is_code(field: Table, title: str) -> bool:
    """Tell whether a title cell holds a value for the file instead of words for people."""
    column = next((item for item in field.columns if item.key == (field.title_column or field.columns[0].key)), None)
    return not isinstance(column, Text | LongText) or title.isdigit()


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"
