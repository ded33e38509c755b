"""Small pieces a letter is made of: dates and answers in a sentence, paragraphs, and what is still open.

What is not answered yet stands in the text as `[..]`: the form cannot be finished with it, so that no letter leaves
with a hole in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from reintegratie_desktop.domain.letters import TEXT, table_at
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Day, DayTime, Field, as_decimal
from reintegratie_desktop.forms.plan_carry import full_name
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text import formatting
from reintegratie_desktop.text.i18n import _

OPEN: Final = "[..]"
"""Where an answer still has to come."""
SENT_ON: Final = "verzenddatum"
_ONE_DAY: Final = timedelta(days=1)


def paragraphs(*parts: str) -> str:
    """Return the paragraphs of a letter with a white line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def words(answers: Answers, key: str) -> str:
    """Return a text answer to go on with inside a sentence: without the full stop at its end."""
    value = answers.get(key)
    text = value.strip() if isinstance(value, str) else ""
    return (text[:-1] if text.endswith(".") and not text.endswith("..") else text) or OPEN


def day(value: object) -> str:
    """Return `vrijdag 6 maart 2026`."""
    known = as_day(value)
    return OPEN if known is None else formatting.day_long(known)


def moment(value: object) -> str:
    """Return `vrijdag 6 maart 2026 om 10.00 uur`."""
    known = _moment(value)
    return OPEN if known is None else formatting.day_and_time(known)


def money(value: object) -> str:
    """Return `€ 1.250,00`."""
    amount = as_decimal(value)
    return OPEN if amount is None else formatting.money(amount)


def listed(items: Iterable[str]) -> str:
    """Return `a, b en c`."""
    *first, last = [item.strip() for item in items if item.strip()] or [OPEN]
    return _("{eerste} en {laatste}").format(eerste=", ".join(first), laatste=last) if first else last


def points(value: object) -> str:
    """Return a list as lines of their own."""
    lines = [item.strip() for item in value if isinstance(item, str)] if isinstance(value, list) else []
    return "\n".join(f"– {line}" for line in lines if line) or OPEN


def first_name(context: Context) -> str:
    """Return how the employee is called in a letter."""
    called = context.get("werknemer", "roepnaam")
    return str(called or full_name(context.get("werknemer", "achternaam", ""), context) or OPEN)


def dear(context: Context) -> str:
    """Return the first line of a letter to the employee."""
    return _("Beste {roepnaam},").format(roepnaam=first_name(context))


def regards() -> str:
    """Return the last line of a formal letter; the name comes under the signature."""
    return _("Met vriendelijke groet,")


def _moment(value: object) -> str | None:
    """Return a day with a time, both known; None for anything else."""
    is_moment = (
        isinstance(value, str)
        and as_day(value) is not None
        and len(tuple(DayTime(key="", label="").problems(value))) == 0
    )
    return str(value) if is_moment and is_filled(value) else None


# --- working days -----------------------------------------------------------------------------------------------------


def working_days_after(start: date, count: int) -> date:
    """Return the day that lies so many working days later."""
    found, calendar = start, load_law().calendar
    for _number in range(count):
        found += _ONE_DAY
        while not calendar.is_working_day(found):
            found += _ONE_DAY
    return found


def working_days_between(start: date, end: date) -> int:
    """Return how many working days lie between two days, neither of them counted."""
    calendar = load_law().calendar
    days = (start + _ONE_DAY * number for number in range(1, (end - start).days))
    return sum(calendar.is_working_day(found) for found in days)


# --- the text as it is now --------------------------------------------------------------------------------------------


def said_dates(fields: Iterable[Field], answers: Answers) -> Iterator[str]:
    """Yield the dates of a letter as they stand in its text, the longest way first; not the date of the letter."""
    for field in fields:
        value = answers.get(field.key)
        if isinstance(field, DayTime) and (known := _moment(value)) is not None:
            yield formatting.day_and_time(known)
        elif isinstance(field, Day) and field.key != SENT_ON and as_day(value) is not None:
            yield formatting.day_long(str(value))


def tables_in(text: str) -> tuple[str, ...]:
    """Return the keys of the tables that have their line in a text."""
    return tuple(key for line in text.splitlines() if (key := table_at(line)))


def text_of(answers: Answers) -> str:
    """Return the text of a letter as it stands in the answers."""
    value = answers.get(TEXT)
    return value if isinstance(value, str) else ""


_BEFORE: Final = 14
_AFTER: Final = 8


def filled_in(said: str, written: str) -> str:
    """Return a text somebody typed in, with its open places filled from the text that follows the answers.

    A place is known again by the letters around it on its line; where they were changed it stays open.
    """
    return "\n".join(_filled_line(line, written) for line in said.split("\n"))


def _filled_line(line: str, written: str) -> str:
    done, rest = "", line
    while OPEN in rest:
        before, after = rest.split(OPEN, 1)
        found = _between((done + before)[-_BEFORE:], after.split(OPEN, 1)[0][:_AFTER], written)
        done, rest = done + before + (found or OPEN), after
    return done + rest


def _between(before: str, after: str, written: str) -> str:
    """Return what a text says between two pieces on one of its lines; empty when it does not say it exactly once."""
    found = {
        line[start : end if after else len(line)]
        for line in written.split("\n")
        if before and line.count(before) == 1
        for start in (line.index(before) + len(before),)
        for end in (line.find(after, start),)
        if end >= start
    }
    value = found.pop() if len(found) == 1 else ""
    return "" if OPEN in value else value


# --- people and addresses ---------------------------------------------------------------------------------------------


def address_lines(value: object) -> list[str]:
    """Return an address as the lines on an envelope."""
    if not isinstance(value, Mapping):
        return []
    town = " ".join(str(value.get(part) or "").strip() for part in ("postcode", "plaats")).strip()
    return [line for line in (str(value.get("straat") or "").strip(), town) if line]


def lines(*found: object) -> str:
    """Return lines under each other; empty ones are left out."""
    return "\n".join(str(line).strip() for line in found if line and str(line).strip())


def employee_lines(_answers: Answers, context: Context) -> str:
    """Return the employee as on an envelope."""
    surname = context.get("werknemer", "achternaam")
    name = full_name(surname, context) if surname else context.get("werknemer", "roepnaam", "")
    return lines(name, *address_lines(context.get("werknemer", "adres")))


def sender_lines(_answers: Answers, context: Context) -> str:
    """Return the employer as in a letterhead: the name, the address, how to reach."""
    contact = context.get("werkgever", "contact")
    person: Mapping[str, Any] = contact if isinstance(contact, Mapping) else {}
    return lines(
        context.get("werkgever", "handelsnaam"),
        ", ".join(address_lines(context.get("werkgever", "adres"))),
        person.get("telefoon") and _("telefoon {nummer}").format(nummer=person["telefoon"]),
        person.get("email"),
    )


def signer(context: Context) -> dict[str, str] | None:
    """Return who signs: the contact person of the employer, with the function."""
    contact = context.get("werkgever", "contact")
    if not isinstance(contact, Mapping):
        return None
    return {part: str(contact.get(part) or "") for part in ("naam", "functie")}


def reach(context: Context) -> str | None:
    """Return the telephone number with the name behind it: `0600000011 (Joyce Brands)`."""
    contact = context.get("werkgever", "contact")
    if not isinstance(contact, Mapping) or not contact.get("telefoon"):
        return None
    return f"{contact['telefoon']} ({contact['naam']})" if contact.get("naam") else str(contact["telefoon"])


def case_number(context: Context) -> str:
    """Return the number of the case, as the reference of a letter."""
    return str(context.get("zaak", "dossiernr", ""))
