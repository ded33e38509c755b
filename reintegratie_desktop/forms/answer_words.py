"""An answer as one short text, as it stands in a table that says what was and what becomes."""

from collections.abc import Mapping
from typing import Any

from reintegratie_desktop.forms.context import Answers, as_day, is_filled
from reintegratie_desktop.forms.field_groups import Computed, Table
from reintegratie_desktop.forms.field_kinds import Choice, Many, as_decimal
from reintegratie_desktop.forms.fields import Field, Option
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import _


def answer_words(field: Field, value: Any) -> str:  # noqa: ANN401 - a JSON value
    """Return an answer in words: the labels of what was chosen, days as on paper; empty when there is no answer."""
    if not is_filled(value):
        return ""
    if isinstance(field, Table):
        rows = value if isinstance(value, list) else []
        return "; ".join(row_words(field.columns, row) for row in rows if isinstance(row, dict) and is_filled(row))
    if isinstance(field, Choice | Many):
        items = value if isinstance(value, list) else [value]
        return ", ".join(option_label(field.options, item) for item in items)
    kind = field.shows if isinstance(field, Computed) else field.kind
    day = as_day(value) if kind == "day" else None
    amount = as_decimal(value) if kind in ("number", "percent") else None
    if day is not None:
        return day_numeric(day)
    if amount is not None:
        return f"{number(amount)} {_(getattr(field, 'unit', ''))}".strip()
    return _plain(value)


def option_label(options: tuple[Option, ...], value: object) -> str:
    """Return the translated label of a choice; the value itself when it is no longer on the list."""
    return next((_(option.label) for option in options if option.value == value), str(value))


def row_words(columns: tuple[Field, ...], row: Answers, only: frozenset[str] | None = None) -> str:
    """Return a row as `Doel: 9 uur per week. Gereed op: 13-12-2026`; `only` names the columns that are wanted."""
    said = [
        f"{_(column.label)}: {words}"
        for column in columns
        if (only is None or column.key in only) and (words := answer_words(column, row.get(column.key)))
    ]
    return ". ".join(words.rstrip(".") for words in said)


def _plain(value: Any) -> str:  # noqa: ANN401 - a JSON value
    if isinstance(value, bool):
        return _("Ja") if value else _("Nee")
    if isinstance(value, Mapping):
        known = value.get("naam") or value.get("toelichting")
        return str(known or ", ".join(str(item) for item in value.values() if is_filled(item)))
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value if is_filled(item))
    return str(value)
