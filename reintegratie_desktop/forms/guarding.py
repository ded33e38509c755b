"""Walks the free texts of a form past the guard against health words."""

from collections.abc import Iterable, Iterator, Mapping

from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import Field, Table
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.gaps import has_gap
from reintegratie_desktop.text.guard import Hit, find


def guard_hits(
    flow: Flow, answers: Answers, context: Context, allowed: Iterable[str] = ()
) -> tuple[tuple[str, Hit], ...]:
    """Return every hit in the texts of a form, with its place, in the order of the form.

    A place is written as in `Finding.field`: a key, `key[2]` for a line of a list, `key[2].column` for a cell.
    `allowed` holds words that are no hit here: names, and words the user said are about the work. Only fields that are
    asked are read. A hit in an employee's own words is only a hint: see `Field.own_words`.
    """
    words = tuple(allowed)
    return tuple(
        (place, hit)
        for field in flow.asked_fields(answers, context)
        for place, text in _texts(field, answers.get(field.key))
        for hit in find(text, allowed=words)
    )


def guarded_texts(flow: Flow, answers: Answers, context: Context) -> tuple[tuple[str, str], ...]:
    """Return the place and the text of everything the guard reads, in the order of the form."""
    return tuple(
        found for field in flow.asked_fields(answers, context) for found in _texts(field, answers.get(field.key))
    )


def open_gaps(flow: Flow, answers: Answers, context: Context) -> tuple[str, ...]:
    """Return the places where a suggestion of the guard still has dots to fill in, in the order of the form.

    An employee's own words get no suggestion and stay as they were said, dots and all.
    """
    return tuple(
        place
        for field in flow.asked_fields(answers, context)
        if not field.own_words
        for place, text in _texts(field, answers.get(field.key))
        if has_gap(text)
    )


def _texts(field: Field, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(field, Table):
        rows = value if isinstance(value, list) else []
        for index, row in enumerate(rows):
            if isinstance(row, Mapping):
                for column in field.columns:
                    for place, text in _texts(column, row.get(column.key)):
                        yield f"{field.key}[{index}].{place}", text
    elif field.guard:
        yield from _plain_texts(field.key, value)


def _plain_texts(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and value:
        yield place, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _plain_texts(f"{place}[{index}]", item)
    elif isinstance(value, Mapping):
        # The explanation beside "limited: yes", the name of a person: the parts have no place of their own.
        for item in value.values():
            yield from _plain_texts(place, item)
