"""What the rules of several forms share: short findings, dates and hours of answers, and the numbers of the law."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Choice, as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _

DAYS_OF_WEEK: Final = 7
FEWEST_DIGITS: Final = 9
"""A Dutch telephone number has ten digits, or nine behind the number of the country."""
WEEKEND: Final = (5, 6)


def block(field: str, message: str, source: str = "") -> Finding:
    """Return a finding that stops finishing the paper."""
    return Finding(Level.BLOCK, field, message, source)


def warn(field: str, message: str, source: str = "") -> Finding:
    """Return a finding that is told once."""
    return Finding(Level.WARN, field, message, source)


def hint(field: str, message: str, source: str = "") -> Finding:
    """Return a tip beside the field."""
    return Finding(Level.HINT, field, message, source)


def number_of(answers: Answers, key: str) -> Decimal | None:
    """Return a number answer; None when it is absent or no number."""
    return as_decimal(answers.get(key))


def numbered_rows(answers: Answers, key: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the rows of a table that say anything, each with its place."""
    rows = answers.get(key)
    if not isinstance(rows, list):
        return []
    return [(index, row) for index, row in enumerate(rows) if isinstance(row, dict) and is_filled(row)]


def rows_of(answers: Answers, key: str) -> list[dict[str, Any]]:
    """Return the rows of a table that say anything."""
    return [row for _index, row in numbered_rows(answers, key)]


def shown(value: Decimal) -> str:
    """Return a number as people read it: `7,6`."""
    return number(value)


def not_in_future(key: str, message: str) -> Rule:
    """Make a rule: the date in `key` is today or earlier. `message` is a message id."""

    def rule(answers: Answers, context: Context) -> Iterator[Finding]:
        day = as_day(answers.get(key))
        if day is not None and day > context.today:
            yield block(key, _(message))

    return rule


def not_before(key: str, other: str, message: str) -> Rule:
    """Make a rule: the date in `key` is not before the date in `other`. `message` is a message id."""

    def rule(answers: Answers, _context: Context) -> Iterator[Finding]:
        day, earliest = as_day(answers.get(key)), as_day(answers.get(other))
        if day is not None and earliest is not None and day < earliest:
            yield block(key, _(message))

    return rule


def email_doubt(value: object) -> str:
    """Return a calm question about an e-mail address that looks mistyped; empty when it looks right or is not there."""
    if not isinstance(value, str) or not value.strip():
        return ""
    return "" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value.strip()) else _("Klopt dit e-mailadres?")


def phone_doubt(value: object) -> str:
    """Return a calm question about a telephone number that looks mistyped; empty when it looks right."""
    if not isinstance(value, str) or not value.strip():
        return ""
    digits = sum(sign.isdigit() for sign in value)
    strange = re.search(r"[^0-9+() ./\-]", value.strip())
    return "" if digits >= FEWEST_DIGITS and not strange else _("Klopt dit telefoonnummer?")


def address_doubt(value: object) -> str:
    """Return what is strange about an address or misses in it, in one calm sentence; empty when it can be right."""
    if not isinstance(value, Mapping) or not is_filled(value):
        return ""
    street = str(value.get("straat") or "").strip()
    if street and not any(sign.isalpha() for sign in street):
        return _("Dit lijkt een telefoonnummer. Schrijf hier straat en huisnummer.")
    names = {"straat": _("straat en nummer"), "postcode": _("postcode"), "plaats": _("plaats")}
    missing = [name for part, name in names.items() if not is_filled(value.get(part))]
    return _("In dit adres ontbreekt nog: {wat}.").format(wat=", ".join(missing)) if missing else ""


def whole_address(key: str) -> Rule:
    """Make a rule: an address that cannot be right or is not whole is named."""

    def rule(answers: Answers, _context: Context) -> Iterator[Finding]:
        if doubt := address_doubt(answers.get(key)):
            yield warn(key, doubt)

    return rule


def reachable(*keys: str) -> Rule:
    """Make a rule: hints at telephone numbers and e-mail addresses that look mistyped.

    A key holds a person, a table of persons, or a telephone number in one line.
    """

    def rule(answers: Answers, _context: Context) -> Iterator[Finding]:
        for key in keys:
            value = answers.get(key)
            if isinstance(value, str) and (doubt := phone_doubt(value)):
                yield hint(key, doubt)
            people = [(key, value)] if isinstance(value, Mapping) else []
            people += [(f"{key}[{index}]", row) for index, row in numbered_rows(answers, key)]
            for place, person in people:
                columns = place != key
                if doubt := phone_doubt(person.get("telefoon")):
                    yield hint(f"{place}.telefoon" if columns else place, doubt)
                if doubt := email_doubt(person.get("email")):
                    yield hint(f"{place}.email" if columns else place, doubt)

    return rule


def hours_of(pattern: object) -> tuple[Decimal, ...] | None:
    """Return the hours of a work pattern, Monday first; None when it is not filled in or says nothing."""
    if not isinstance(pattern, list) or len(pattern) != DAYS_OF_WEEK:
        return None
    hours = tuple(as_decimal(item) or Decimal(0) for item in pattern)
    return hours if any(item > 0 for item in hours) else None


def works_on(day: date, pattern: object) -> bool:
    """Tell whether someone with this work pattern works on a day; without a pattern: Monday to Friday."""
    hours = hours_of(pattern)
    return day.weekday() not in WEEKEND if hours is None else hours[day.weekday()] > 0


def work_day_from(day: date, pattern: object) -> date:
    """Return the first day on or after `day` on which someone with this work pattern works."""
    return next(
        candidate
        for candidate in (day + timedelta(days=offset) for offset in range(DAYS_OF_WEEK))
        if works_on(candidate, pattern)
    )


def law_number(name: str, day: date) -> Decimal | None:
    """Return the number of the law that holds on a day; None before the first day the program knows it.

    Raises:
        KeyError: the law data has no such number.
    """
    found = load_law().parameters[name].known_on(day)
    return None if found is None else Decimal(str(found.value))


def law_days(name: str, day: date) -> int | None:
    """Return a number of days or months of the law on a day; None before the first day the program knows it."""
    found = law_number(name, day)
    return None if found is None else int(found)


def label_of(form: str, key: str, value: object) -> str:
    """Return the translated label of an answer to a choice of another form; empty when there is none."""
    field = flow(form).field(key)
    assert isinstance(field, Choice)
    return next((_(option.label) for option in field.options if option.value == value), "")
