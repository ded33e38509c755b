"""The parts of a report in a list: number, name, how many papers, how it stands, and what can be done."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from reintegratie_desktop.services.report_view import ReportRow, ReportState
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.cells import Cell, Column, Words
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.table_list import TableList

_ROW: Final = 44
_LOOKS: Final = {
    ReportState.READY: ("ok", "circle-check"),
    ReportState.EXPLAINED: ("ok", "message-square-text"),
    ReportState.UNSIGNED: ("late", "triangle-alert"),
    ReportState.MISSING: ("late", "triangle-alert"),
    ReportState.COMING: ("plan", "calendar"),
    ReportState.WAITING: ("soon", "hourglass"),
    ReportState.NOT_NEEDED: ("none", "minus"),
    ReportState.APART: ("none", "minus"),
    ReportState.OLDER: ("late", "triangle-alert"),
}


def part_list(rows: Iterable[ReportRow], act: Callable[[str], None]) -> TableList:
    """Return the list; `act` is called with the key of a part when its button is pressed."""
    table = TableList(
        [
            Column(_("Nr"), width=36),
            Column(_("Onderdeel"), stretch=1),
            Column(_("Stukken of datum"), width=124),
            Column(_("Stand"), width=152),
            Column("", width=84, right=True),
        ],
        name=_("Onderdelen van het verslag"),
        row_height=_ROW,
    )
    for part in rows:
        tone, icon = _LOOKS[part.state]
        cells: list[Cell] = [
            Words(part.number, "label", "muted"),
            Words(part.title, "label" if part.asks else "body"),
            Words(part.told, "small", "muted"),
            Chip(part.state_words, tone, icon),
            _button(part, act) if part.action else "",
        ]
        spoken = ", ".join(filter(None, (part.number, part.title, part.told, part.state_words)))
        table.add_row(part.key, cells, spoken)
    return table


def _button(part: ReportRow, act: Callable[[str], None]) -> Cell:
    button = quiet(part.action)
    button.setAccessibleName(f"{part.action}, {part.title}")
    button.clicked.connect(partial(_press, act, part.key))
    return button


def _press(act: Callable[[str], None], key: str, _pressed: bool = False) -> None:
    act(key)
