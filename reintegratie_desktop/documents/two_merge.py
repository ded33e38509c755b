"""Two trees of one paper, made in two languages with the same shape, laid together into one."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from reintegratie_desktop.documents import model
from reintegratie_desktop.documents.model_chart import Chart
from reintegratie_desktop.documents.two import BETWEEN, Two

_PIECES: Final = re.compile(r"(\. |; )")
_BESIDE: Final = " · "
_T = TypeVar("_T")


def merge(first: _T, second: _T) -> _T:
    """Return one tree: a text that differs knows both its words, one that is the same stands there once."""
    found: Any = first
    if isinstance(first, str) and not isinstance(first, model.Spread | model.ColumnKind):
        found = both(first, str(second))
    elif isinstance(first, model.Section) and isinstance(second, model.Section):
        found = _section(first, second)
    elif isinstance(first, model.TableBlock) and isinstance(second, model.TableBlock):
        found = _table(first, second)
    elif isinstance(first, Chart) and isinstance(second, Chart):
        found = _chart(first, second)
    elif isinstance(first, model.LetterParagraph) and isinstance(second, model.LetterParagraph):
        found = replace(first, text=both(first.text, second.text))
    elif isinstance(first, tuple) and isinstance(second, tuple):
        found = _tuple(first, second)
    elif is_dataclass(first) and type(first) is type(second) and not isinstance(first, type):
        found = _each(first, second)
    merged: _T = found
    return merged


def both(first: str, second: str) -> str:
    """Return a text that knows its other; what is the same in both languages is an ordinary text."""
    return Two(first, second) if first != second and first and second else first or second


def _each(first: Any, second: Any) -> Any:  # noqa: ANN401 - any part of a tree
    changes = {
        item.name: merge(getattr(first, item.name), getattr(second, item.name))
        for item in fields(first)
        if item.init and item.name != "decision"
    }
    return replace(first, **changes)


def _tuple(first: tuple[Any, ...], second: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(first) != len(second):
        # Never lose a word: what cannot stand beside each other stands behind each other.
        return (*first, *second)
    return tuple(merge(one, two) for one, two in zip(first, second, strict=True))


def _section(first: model.Section, second: model.Section) -> model.Section:
    """Return a section; what its heading says already in one language is left out in both."""
    merged: model.Section = _each(first, second)
    if first.blocks and second.blocks and isinstance(head := merged.blocks[0], model.Subheading):
        one, two = first.blocks[0], second.blocks[0]
        if isinstance(one, model.Subheading) and isinstance(two, model.Subheading) and bool(one.text) != bool(two.text):
            text = Two(one.text, second.title) if one.text else ""
            merged = replace(merged, blocks=(replace(head, text=text), *merged.blocks[1:]))
    return merged


def _table(first: model.TableBlock, second: model.TableBlock) -> model.TableBlock:
    rows = tuple(
        tuple(_cell(one, two) for one, two in zip(row, other, strict=True))
        for row, other in zip(first.rows, second.rows, strict=True)
    )
    return replace(
        first,
        columns=merge(first.columns, second.columns),
        rows=rows,
        total=tuple(_cell(one, two) for one, two in zip(first.total, second.total, strict=True)),
        title=both(first.title, second.title),
        help=merge(first.help, second.help),
        note=both(first.note, second.note),
        details=tuple(in_pieces(one, two) for one, two in zip(first.details, second.details, strict=True)),
    )


def _cell(first: model.Cell, second: model.Cell) -> model.Cell:
    if len(first.lines) != len(second.lines):
        return model.Cell((*first.lines, *second.lines), first.options)
    lines = tuple(
        replace(one, text=in_pieces(one.text, two.text)) for one, two in zip(first.lines, second.lines, strict=True)
    )
    return model.Cell(lines, merge(first.options, second.options))


def _chart(first: Chart, second: Chart) -> Chart:
    """Return a chart with both words in one line; at the axis, where there is no room, the Dutch alone."""
    flat: Chart = _flat(first, second)
    return replace(flat, row_labels=first.row_labels, bars=first.bars, alt=first.alt, key=merge(first.key, second.key))


def _flat(first: Any, second: Any) -> Any:  # noqa: ANN401 - any part of a chart
    if isinstance(first, str):
        return first if first == second or not second else f"{first}{BETWEEN}{second}"
    if isinstance(first, tuple):
        return tuple(_flat(one, two) for one, two in zip(first, second, strict=True))
    if is_dataclass(first) and not isinstance(first, type):
        changes = {item.name: _flat(getattr(first, item.name), getattr(second, item.name)) for item in fields(first)}
        return replace(first, **changes)
    return first


# --- words with a typed text behind them ------------------------------------------------------------------------------


def in_pieces(first: str, second: str) -> str:
    """Return a text in both languages; of "Resultaat: what was typed" only the word in front stands there twice."""
    ones, twos = _PIECES.split(first), _PIECES.split(second)
    if len(ones) == len(twos) and any(_has_same_value(one, two) for one, two in zip(ones, twos, strict=True)):
        return "".join(_piece(one, two) for one, two in zip(ones, twos, strict=True))
    return both(first, second)


def _has_same_value(first: str, second: str) -> bool:
    value = first.partition(": ")[2]
    return first != second and bool(value) and value == second.partition(": ")[2]


def _pair(first: str, second: str) -> str:
    return first if first == second or not second else f"{first}{_BESIDE}{second}"


def _piece(first: str, second: str) -> str:
    (word, colon, value), (other, _colon, said) = first.partition(": "), second.partition(": ")
    if not (colon and said):
        return _pair(first, second)
    return f"{_pair(word, other)}{colon}{_pair(value, said)}"


def tables_of(sections: Sequence[model.Section]) -> list[model.TableBlock]:
    """Return the tables of a paper whose columns were chosen."""
    return [block for section in sections for block in section.blocks if isinstance(block, model.TableBlock)]
