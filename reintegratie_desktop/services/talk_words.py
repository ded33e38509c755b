"""When, where and with whom a talk is, in the words of the screen."""

from collections.abc import Mapping
from typing import Final

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.text.formatting import day_full, day_weekday
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.text.parsing import parse_time

_PLACES: Final = {
    "werk": N_("op het werk"),
    "thuis_op_verzoek": N_("thuis"),
    "elders": N_("op een andere plek"),
    "telefoon": N_("aan de telefoon"),
    "video": N_("met video"),
}


def moment_words(value: object, *, short: bool = False) -> str:
    """Return `maandag 14 december, 16.00 uur` for an ISO day with or without a time; empty when there is no day.

    `short` writes the day as `ma 14 december`.
    """
    text = str(value or "")
    day = as_day(text)
    if day is None:
        return ""
    words = day_weekday(day) if short else day_full(day)
    clock = parse_time(text.partition("T")[2])
    if clock is None:
        return words
    return _("{dag}, {tijd} uur").format(dag=words, tijd=clock.replace(":", "."))


def place_words(value: object) -> str:
    """Return where a talk is: `op het werk`."""
    known = _PLACES.get(str(value or ""))
    return _(known) if known else ""


def present_names(rows: object, employee: str) -> tuple[str, ...]:
    """Return who is there, the employee by the first name."""
    names = [
        employee if row.get("rol") == "werknemer" and employee else str(row["naam"])
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, Mapping) and row.get("naam")
    ]
    return tuple(dict.fromkeys(names))


def present_words(rows: object, employee: str) -> str:
    """Return `aanwezig: Fatima en Marieke Blom`; empty when nobody is named."""
    names = present_names(rows, employee)
    if not names:
        return ""
    last = _(" en ").join([", ".join(names[:-1]), names[-1]]) if names[1:] else names[0]
    return _("aanwezig: {wie}").format(wie=last)
