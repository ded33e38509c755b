"""Answers as one short text, for the rows of a list and for what is computed."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from reintegratie_desktop.forms.context import as_day, is_filled
from reintegratie_desktop.forms.fields import (
    Amount,
    Choice,
    Computed,
    Field,
    Many,
    Number,
    Option,
    Table,
    YesNo,
    as_decimal,
)
from reintegratie_desktop.text import formatting
from reintegratie_desktop.text.i18n import _, ngettext

_CODE: Final = re.compile(r"\d+[A-Z] ")


def shown_answer(declared: Field, value: Any, *, short: bool = False) -> str:  # noqa: ANN401 - a JSON value
    """Return an answer in words; "" when there is none. `short` writes a day as `30 nov`."""
    if not is_filled(value):
        return ""
    if isinstance(declared, YesNo):
        return _("Ja") if value is True else _("Nee")
    if isinstance(declared, Choice | Many):
        labels = {option.value: option_words(option) for option in declared.options}
        items = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(item, str(item)) for item in items)
    if isinstance(declared, Table):
        return ngettext("{aantal} regel", "{aantal} regels", len(value)).format(aantal=len(value))
    kind = declared.shows if isinstance(declared, Computed) else declared.kind
    if kind in ("number", "percent", "amount") or isinstance(declared, Number):
        return _shown_number(declared, value)
    if kind == "day" and (day := as_day(value)) is not None:
        return formatting.day_short(day) if short else formatting.day_weekday(day, year=True)
    if isinstance(declared, Computed) and kind == "lines" and isinstance(value, list) and not short:
        return "\n".join(str(item) for item in value if is_filled(item))
    if kind == "day_time" and isinstance(value, str):
        return formatting.day_and_time(value) if _is_moment(value) else formatting.moment_as_typed(value)
    return _plain(value)


def option_words(option: Option) -> str:
    """Return how an option is called on the screen: the codes of the official form stay on paper."""
    return _(option.help) if option.help and _CODE.match(option.label) else _(option.label)


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return "T" in value


def _shown_number(declared: Field, value: object) -> str:
    number = as_decimal(value if isinstance(value, str) else str(value))
    if number is None:
        return str(value)
    kind = declared.shows if isinstance(declared, Computed) else declared.kind
    unit_id = getattr(declared, "unit", "")
    unit = _(unit_id)
    if isinstance(declared, Amount) or kind == "amount" or unit == "€":
        return formatting.money(number)
    if kind == "percent" or unit == "%":
        return formatting.percent(number)
    return f"{formatting.number(number)} {unit}".strip()


def _plain(value: Any) -> str:  # noqa: ANN401 - a JSON value
    if isinstance(value, Mapping):
        if is_filled(value.get("naam")):
            return str(value["naam"])
        return ", ".join(_plain(item) for item in value.values() if is_filled(item))
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value if is_filled(item))
    if isinstance(value, bool):
        return _("Ja") if value else _("Nee")
    return str(value)
