"""The parts of the page Inzicht: a figure with its formula, how long absence took, and what was done in time."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.domain.insight import Band, Insight, OnTime
from reintegratie_desktop.services.insight_words import (
    BAND_NAMES,
    STEP_NAMES,
    Figure,
    band_words,
    bands_counted,
    cases_words,
    days_words,
    few_people_words,
    on_time_counted,
    sources,
)
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.drawing.bar_cell import BarCell
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.why_panel import InWords
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.labels import Label, body, section, small
from reintegratie_desktop.ui.widgets.table_list import Cell, Column, TableList, TwoLines, Words

_COUNT: Final = 92
_NAME: Final = 210
_ROW: Final = 44


class FigureCard(Card):
    """One figure: what it is, its value, the formula, the numbers in it, and under a link what counts and what not."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, spacing=4, parent=parent)
        self.figure = figure
        self.add(body(figure.title, "muted"))
        self.value = Label(figure.value, "page_title", wrap=True)
        self.add(self.value)
        self.add(small(figure.meaning, "text"))
        if figure.note:
            self.add(_with_icon("info", "soon", small(figure.note, "soon")))
        self.column.addSpacing(4)
        self.add(small(figure.formula))
        if figure.filled:
            self.add(Label(f"= {figure.filled}", "small_strong", "muted", wrap=True))
        self.words = InWords(f"{figure.counted}\n{sources()}")
        self.add(self.words)
        self.column.addStretch(1)
        parts = (figure.title, figure.value, figure.meaning, figure.note)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))


def duration_part(found: Insight) -> QWidget:
    """Return how long absence took: a bar per band with its numbers; no bars when few people were ill."""
    drawn = found.shows_bands
    shares = found.shows_shares and all(band.percentage is not None for band in found.bands)
    columns = [Column(_("Duur"), _NAME)] if drawn else [Column(_("Duur"), stretch=1)]
    if drawn:
        columns.append(Column("", stretch=1))
    columns += [Column(_("Gevallen"), _COUNT, right=True), Column(_("Dagen"), _COUNT, right=True)]
    if shares:
        columns.append(Column(_("Percentage"), _COUNT, right=True))
    table = TableList(columns, name=_("Hoe lang duurde het verzuim?"), row_height=_ROW)
    most = max((band.dagen for band in found.bands), default=0)
    for band in found.bands:
        table.add_row(band.key, _band_cells(band, most, drawn=drawn, shares=shares), _band_sentence(band))
    notes = [few_people_words(found)] if not drawn else [_("De staaf toont de dagen in deze periode.")]
    return _part(_("Hoe lang duurde het verzuim?"), table, [*notes], bands_counted())


def on_time_part(found: Insight) -> QWidget:
    """Return what was done in time: a bar per step, with how many of how many."""
    table = TableList(
        (
            Column(_("Stap"), _NAME),
            Column("", stretch=1),
            Column(_("Op tijd"), _COUNT + 60, right=True),
            Column(_("Te laat"), _COUNT - 10, right=True),
        ),
        name=_("Wat was op tijd?"),
        row_height=_ROW,
    )
    for step in found.on_time:
        name = _(STEP_NAMES[step.step])
        words = on_time_words(step, found.percentage_vanaf)
        late = step.moest - step.op_tijd
        share = step.op_tijd / step.moest if step.moest else 0.0
        bar = BarCell(share, 1 - share, colour="ok") if step.moest else None
        cells = (name, bar, Words(words, right=True), Words(str(late) if step.moest else "–", right=True))
        table.add_row(step.step, cells, ", ".join((name, words)))
    return _part(_("Wat was op tijd?"), table, [], on_time_counted())


def on_time_words(step: OnTime, shares_from: int) -> str:
    """Return `3 van 4`, `82%, 9 van 11` when there were enough, or that nothing had to be done."""
    if not step.moest:
        return _("niets in deze periode")
    counts = _("{op_tijd} van {moest}").format(op_tijd=step.op_tijd, moest=step.moest)
    if step.moest < shares_from or step.percentage is None:
        return counts
    return _("{deel}%, {aantallen}").format(deel=number(step.percentage), aantallen=counts)


def _band_cells(band: Band, most: int, *, drawn: bool, shares: bool) -> Sequence[Cell]:
    cells: list[Cell] = [TwoLines(_(BAND_NAMES[band.key]), band_words(band.van, band.tot_en_met))]
    if drawn:
        cells.append(BarCell(band.dagen / most if most else 0.0))
    cells += [Words(str(band.gevallen), right=True), Words(number(Decimal(band.dagen)), right=True)]
    if shares and band.percentage is not None:
        cells.append(Words(_("{deel}%").format(deel=number(band.percentage, decimals=2)), right=True))
    return cells


def _band_sentence(band: Band) -> str:
    name = _(BAND_NAMES[band.key])
    return ", ".join((name, band_words(band.van, band.tot_en_met), cases_words(band.gevallen), days_words(band.dagen)))


def _part(title: str, table: TableList, notes: Sequence[str], counted: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(section(title))
    column.addWidget(table)
    for note in notes:
        column.addWidget(small(note))
    column.addWidget(InWords(f"{counted}\n{sources()}"))
    return part


def _with_icon(icon: str, token: str, label: Label) -> QWidget:
    part = QWidget()
    line = row(spacing=6)
    line.addWidget(IconLabel(icon, token, 15), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    part.setLayout(line)
    return part
