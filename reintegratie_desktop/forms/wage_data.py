"""From the answers of `loongegevens` to the input of the wage, and from its complaints back to the field.

The wage is read from JSON with the keys of `loon.schema.json`. The fields and columns of the form have the same names,
so that a path such as `loon[1].van` says where it was typed; where they differ, `places` knows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Final

from reintegratie_desktop.domain.wage.pattern import PatternChange, Patterns
from reintegratie_desktop.forms.advice import rows
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Computed, Field, Table, as_decimal
from reintegratie_desktop.forms.rules import numbered_rows
from reintegratie_desktop.forms.wage_weeks import WITH_VALUE
from reintegratie_desktop.law.calendar import WEEKDAYS
from reintegratie_desktop.text.i18n import N_, _

FORM: Final = "loongegevens"
KNOWN: Final = "loonfeiten"
"""What this form knows beside the papers: `feiten` (the input of the clock) and `weken` (rows of worked hours)."""

CAO_BY_WEEK: Final = "weken"
CAO_BY_DAY: Final = "dagen"
CAO_TABLES: Final = {CAO_BY_WEEK: "cao_weken", CAO_BY_DAY: "cao_dagen"}
FROM_WEEKS: Final = "weekstaat"
TYPED: Final = "zelf"
STATUTORY: Final = "wettelijk"
HOURS_A_DAY: Final = "uren_per_dag"
"""The column with the hours of a change, which the data calls as the pattern of the first day."""
_RENAMED: Final = {
    ("werkpatroon_wijzigingen", f".{key}"): f".{HOURS_A_DAY}" for key in ("werkpatroon", "uren_per_week")
}
"""Columns of the data that have another name in the form."""

_TABLES: Final = (
    "loon",
    "werkpatroon_wijzigingen",
    "vakantie",
    "andere_inkomsten",
    "uitkeringen",
    "opschorting",
    "loonstop",
    "eigen_bedragen",
)
_PLAIN: Final = (
    "geboortedatum",
    "bbl",
    "betaalperiode",
    "vier_weken_vanaf",
    "vaste_maandbetaling",
    "voltijd_uren_per_week",
    "reken_tot_en_met",
)
_WHOLE: Final = ("van_week", "tot_en_met_week", "leeftijd")
_CENT: Final = Decimal("0.01")
_PATH: Final = re.compile(r"'([a-z_]+)((?:\[\d+\])?)((?:\.[a-z_]+)?)(?:\.[a-z_]+)*'")
"""The key, the item, the column; what lies deeper, such as a day of a work pattern, is told at its column."""


@dataclass
class WageInput:
    """The keys of the wage, and for every list in it where its items were typed."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    """`cao[0]` is `cao_weken[2]`: rows that say nothing yet are left out."""

    def place_of(self, key: str, item: str, column: str) -> str:
        """Return the field, or `field[row].column`, that a path in the data comes from."""
        typed = self.places.get(f"{key}{item}", f"{key}{item}")
        return f"{typed}{_RENAMED.get((key, column), column)}" if "[" in typed else typed


def wage_input(answers: Answers, fields: Iterable[Field], context: Context) -> WageInput:
    """Return the answers as the input of the wage; rows in which something needed still misses are left out."""
    made = WageInput()
    tables = {item.key: item for item in fields if isinstance(item, Table)}
    hours = _pattern(answers.get("werkpatroon"))
    if hours:
        made.data.update(_hours_of(hours))
    for key in _PLAIN:
        if is_filled(answers.get(key)):
            made.data[key] = answers[key]
    waiting = as_decimal(answers.get("wachtdagen"))
    if waiting is not None:
        made.data["wachtdagen"] = _whole(waiting)
    for key in _TABLES:
        _add_rows(made, key, tables[key], answers, context)
    for row in made.data["werkpatroon_wijzigingen"]:
        row.update(_hours_of(_pattern(row.pop(HOURS_A_DAY))))
    cao = CAO_TABLES.get(str(answers.get("cao_vorm")))
    if cao is not None:
        _add_rows(made, "cao", tables[cao], answers, context)
    if answers.get("gewerkt_bron") == TYPED:
        _add_rows(made, "gewerkt", tables["gewerkt"], answers, context)
    elif answers.get("gewerkt_bron") == FROM_WEEKS and is_filled(answers.get("loonwaarde_percentage")):
        made.data["gewerkt"] = list(_from_weeks(known_weeks(context), answers, _patterns(hours, made.data)))
        made.places.update({f"gewerkt[{index}]": "gewerkt_bron" for index in range(len(made.data["gewerkt"]))})
    return made


def _pattern(value: object) -> tuple[Decimal, ...]:
    """Return the hours of Monday to Sunday; empty when they are not filled in."""
    if not isinstance(value, list) or len(value) != len(WEEKDAYS) or not is_filled(value):
        return ()
    return tuple(as_decimal(item) or Decimal(0) for item in value)


def _hours_of(hours: tuple[Decimal, ...]) -> dict[str, Any]:
    """Return a work pattern as the data has it, with what it comes to."""
    return {
        "werkpatroon": dict(zip(WEEKDAYS, (_plain(item) for item in hours), strict=True)),
        "uren_per_week": _plain(sum(hours, Decimal(0))),
    }


def known_weeks(context: Context) -> list[Mapping[str, Any]]:
    """Return the worked hours of the weekstaat, as `WorkedStretch.as_row` gives them."""
    found = context.papers.get(KNOWN, {}).get("weken")
    return list(rows(found))


def trials_over(context: Context) -> list[str]:
    """Return until which days work without wage value was agreed that still goes on (ISO)."""
    found = context.papers.get(KNOWN, {}).get("therapie_voorbij")
    return [str(day) for day in found] if isinstance(found, list) else []


def known_facts(context: Context) -> dict[str, Any]:
    """Return the input of the clock; empty when the form stands outside a case."""
    found = context.papers.get(KNOWN, {}).get("feiten")
    return dict(found) if isinstance(found, Mapping) else {}


def first_day(context: Context) -> date | None:
    """Return the first sick day of the case, that of an earlier period when the law counts on from it."""
    periods = known_facts(context).get("perioden")
    return as_day(periods[0]["ziek_vanaf"]) if periods else context.day("zaak", "eerste_ziektedag")


def _add_rows(made: WageInput, key: str, table: Table, answers: Answers, context: Context) -> None:
    items = made.data.setdefault(key, [])
    for index, row in numbered_rows(answers, table.key):
        around = {**answers, **row}
        if any(
            column.is_empty(row.get(column.key)) and column.is_required(around, context) for column in table.columns
        ):
            continue
        made.places[f"{key}[{len(items)}]"] = f"{table.key}[{index}]"
        asked = {
            column.key
            for column in table.columns
            if column.is_asked(around, context) and not isinstance(column, Computed)
        }
        items.append(dict(_cells(key, {name: value for name, value in row.items() if name in asked})))


def _cells(key: str, row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if is_filled(value):
            number = as_decimal(value) if name in _WHOLE else None
            yield name, value if number is None else _whole(number)
    if key == "cao" and not is_filled(row.get("percentage")):
        yield "percentage", STATUTORY


def _patterns(hours: tuple[Decimal, ...], data: Mapping[str, Any]) -> Patterns | None:
    """Return the hours of every day; None while they are not filled in."""
    if not any(hours):
        return None
    changes = [
        PatternChange(since, tuple(Decimal(told) for told in row["werkpatroon"].values()))
        for row in data["werkpatroon_wijzigingen"]
        if (since := as_day(row["van"])) is not None and any(Decimal(told) for told in row["werkpatroon"].values())
    ]
    return Patterns(hours, tuple(sorted(changes, key=lambda change: change.van)))


def _from_weeks(
    weeks: Iterable[Mapping[str, Any]], answers: Answers, patterns: Patterns | None
) -> Iterator[dict[str, Any]]:
    """Yield the worked weeks with what they are worth: hours above the own work week count for nothing here."""
    if patterns is None:
        return
    for row in weeks:
        worked = Fraction(as_decimal(row["uren_per_week"]) or Decimal(0))
        for first, last, share in patterns.stretches(_day(row["van"]), _day(row["tot_en_met"])):
            found = {**row, "van": first.isoformat(), "tot_en_met": last.isoformat()}
            week = patterns.uren_per_week(first)
            found["uren_per_week"] = _plain(min(_in_cents(worked * share), week).quantize(_CENT))
            if row["vorm"] == WITH_VALUE:
                found["loonwaarde_percentage"] = answers["loonwaarde_percentage"]
                if is_filled(answers.get("betaling")):
                    found["betaling"] = answers["betaling"]
            yield found


def _day(told: object) -> date:
    day = as_day(told)
    assert day is not None
    return day


def _in_cents(number: Fraction) -> Decimal:
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(_CENT, ROUND_HALF_UP)


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _whole(number: Decimal) -> int | str:
    """Return a whole number; one with a part behind the point stays a text, so that it is refused with a sentence."""
    return int(number) if number == int(number) else _plain(number)


def place_in(sentence: str, made: WageInput, fields: Iterable[Field]) -> str:
    """Return the field, or `field[row].column`, that a complaint of the wage is about; "" when it names none."""
    known = {item.key for item in fields}
    for found in _PATH.finditer(sentence):
        place = made.place_of(found[1], found[2], found[3])
        if place.split("[", 1)[0] in known:
            return place
    return ""


def in_labels(sentence: str, fields: Iterable[Field]) -> str:
    """Return a sentence of the wage with the labels of the form in the place of the keys it names."""
    labels = dict(_labels(fields))

    def label(found: re.Match[str]) -> str:
        key, column = found[1], found[3].removeprefix(".")
        # What lies deeper than a column, such as a day of the week, is told by the name above it.
        words = labels.get(f"{key}.{column}") or labels.get(column or key) or labels.get(key)
        return _("“{vraag}”").format(vraag=_(words)) if words else found[0]

    return _PATH.sub(label, sentence)


def _labels(fields: Iterable[Field]) -> Iterator[tuple[str, str]]:
    """Yield keys and paths with their label: those of the form itself go before those of a column."""
    every = tuple(fields)
    for item in every:
        if isinstance(item, Table):
            name = "cao" if item.key in CAO_TABLES.values() else item.key
            for column in item.columns:
                yield column.key, column.label
                yield f"{name}.{column.key}", column.label
            yield name, item.label
    for item in every:
        if not isinstance(item, Table):
            yield item.key, item.label
    yield "uren_per_week", N_("Uren per week")
