"""The rules as data for other programs, and as readable lines for the command line."""

import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.law.calendar import WEEKDAYS
from reintegratie_desktop.law.installed import edition_of
from reintegratie_desktop.law.parameters import UNKNOWN, LawValue, Parameter
from reintegratie_desktop.services.rules import RulesView, why_to_check
from reintegratie_desktop.text.i18n import _

_CENT: Final = Decimal("0.01")
_EURO: Final = "euro"


def as_data(view: RulesView, today: date) -> dict[str, Any]:
    """Return the rules as JSON data: dates ISO, amounts as text with two decimals, other shares as exact text."""
    law = load_law()
    edition = edition_of(law)
    return {
        "peildatum": today.isoformat(),
        "versie": edition.version,
        "datum": edition.date.isoformat(),
        "geladen": view.loaded,
        "neemt_regels_aan": not view.refuses_because,
        "opmerkingen": [f"{remark.sentence} {remark.more}" for remark in view.remarks],
        "regels": [_rule(law, parameter, today) for parameter in law.parameters.values()],
        "kalender": {
            "weekend": [WEEKDAYS[day] for day in sorted(law.calendar.weekend)],
            "feestdagen": {holiday.id: holiday.in_year(today.year).isoformat() for holiday in law.calendar.holidays},
            **_standing(law, law.calendar.source, law.calendar.checked_on, today, marked=False),
        },
        "twijfels": [
            {
                "id": doubt.id,
                "vraag": _(doubt.question),
                "keuze": _(doubt.default),
                "waar": _(doubt.where),
                "te_controleren": doubt.to_check,
            }
            for doubt in law.doubts.values()
        ],
    }


def as_text(view: RulesView, *, width: int) -> Iterator[str]:
    """Yield the rules as lines to read."""
    yield from textwrap.wrap(view.in_use, width)
    for remark in view.remarks:
        yield from textwrap.wrap(f"{remark.sentence} {remark.more}", width)
    yield from textwrap.wrap(cases_line(), width)
    subject = ""
    for line in view.lines:
        if line.subject != subject:
            subject = line.subject
            yield from ("", subject)
        flag = _("te controleren") if line.to_check else ""
        told = [f"{line.label}: {line.value}" if line.value else line.label]
        told += [f"{heading}: {text}" if heading else text for heading, text in line.parts] or [line.source, line.since]
        words = ". ".join(text.rstrip(".") for text in (*told, flag) if text)
        yield from textwrap.wrap(words, width, initial_indent="- ", subsequent_indent="  ")


def cases_line() -> str:
    """Return the one sentence that keeps somebody from fearing that an old case changes."""
    return _("Een dossier rekent met de waarden van zijn eigen dagen, niet met die van vandaag.")


def _rule(law: Law, parameter: Parameter, today: date) -> dict[str, Any]:
    return {
        "id": parameter.key,
        "onderwerp": law.subjects.get(parameter.key, ""),
        "label": parameter.name,
        "eenheid": parameter.unit,
        "waarden": [
            {
                "vanaf": value.starts_on.isoformat(),
                "waarde": _plain(value.value, parameter.unit),
                **_standing(law, value.source, value.checked_on, today, marked=value.to_check),
            }
            for value in parameter.values
        ],
    }


def _standing(law: Law, source_id: str, checked_on: date, today: date, *, marked: bool) -> dict[str, Any]:
    source = law.sources[source_id]
    return {
        "bron": {"id": source.id, "naam": source.whole(), "url": source.url},
        "nagekeken_op": checked_on.isoformat(),
        "te_controleren": bool(why_to_check(checked_on, today, marked=marked)),
    }


def _plain(value: LawValue, unit: str) -> int | str | None:
    if value == UNKNOWN:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if unit.startswith(_EURO) and isinstance(value, int | Decimal):
        exact = Decimal(value)
        return str(exact.quantize(_CENT) if exact == exact.quantize(_CENT) else exact)
    return str(value) if isinstance(value, Decimal) else value
