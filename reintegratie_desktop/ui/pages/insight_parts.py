"""The parts of the page Inzicht: a figure with its formula, how long absence took, and what was done in time."""

from collections.abc import Iterator, Sequence
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
    bands_formula,
    cases_words,
    days_words,
    few_in_band_words,
    few_people_words,
    left_words,
    on_time_counted,
    on_time_formula,
    on_time_sentence,
    on_time_words,
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
    """Return how long absence took: a bar per band with its numbers, or only why it is not shown.

    Bars and numbers follow one rule: a figure that could point at one person is neither drawn nor written.
    """
    title = _("Hoe lang duurde het verzuim?")
    if not found.shows_bands:
        return _part(title, None, (few_people_words(found),), bands_counted())
    shares = found.shows_shares and all(band.percentage is not None for band in found.bands)
    columns = [Column(_("Duur"), _NAME), Column("", stretch=1)]
    columns += [Column(_("Gevallen"), _COUNT, right=True), Column(_("Dagen"), _COUNT, right=True)]
    if shares:
        columns.append(Column(_("Percentage"), _COUNT, right=True))
    table = TableList(columns, name=title, row_height=_ROW)
    most = max((band.dagen for band in found.bands if found.shows_band(band)), default=0)
    for band in found.bands:
        if found.shows_band(band):
            table.add_row(band.key, _band_cells(band, most, shares=shares), _band_sentence(band))
        else:
            few = few_in_band_words(found)
            cells: list[Cell] = [
                _band_name(band),
                Words(few, "small", "muted"),
                *(Words("–", right=True) for _dash in columns[2:]),
            ]
            table.add_row(band.key, cells, ", ".join((*_band_names(band), few)))
    if not found.mensen_verborgen:
        whole: list[Cell] = [
            Words(_("Samen"), "label"),
            None,
            *(Words(words, "label", right=True) for words in _whole(found, shares=shares)),
        ]
        table.add_row("samen", whole, ", ".join((_("Samen"), cases_words(found.gevallen), days_words(found.dagen))))
    notes = [_("De staaf toont de dagen in deze periode.")]
    if shares:
        notes.append(bands_formula())
    return _part(title, table, notes, bands_counted())


def on_time_part(found: Insight) -> QWidget:
    """Return what was done in time: how many of how many, what is still to come, and what was left out and why.

    A bar is a share that was drawn: it stands there from as many dossiers as a percentage.
    """
    drawn = any(step.moest >= found.percentage_vanaf for step in found.on_time)
    columns = [Column(_("Stap"), _NAME) if drawn else Column(_("Stap"), stretch=1)]
    if drawn:
        columns.append(Column("", stretch=1))
    columns += [
        Column(_("Op tijd"), _COUNT + 30, right=True),
        Column(_("Te laat"), _COUNT - 10, right=True),
        Column(_("Komt nog"), _COUNT - 10, right=True),
        Column(_("Telt niet mee"), _COUNT + 16, right=True),
    ]
    table = TableList(columns, name=_("Wat was op tijd?"), row_height=_ROW)
    for step in found.on_time:
        parts: list[Cell] = [TwoLines(_(STEP_NAMES[step.step]), _left_out(step))]
        if drawn:
            parts.append(_share_bar(step) if step.moest >= found.percentage_vanaf else None)
        counts = (step.te_laat, step.nog_niet, step.weggelaten)
        words = (on_time_words(step, found.percentage_vanaf), *(str(count) if count else "–" for count in counts))
        parts += [Words(each, right=True) for each in words]
        table.add_row(step.step, parts, on_time_sentence(step, found.percentage_vanaf))
    return _part(_("Wat was op tijd?"), table, (on_time_formula(),), on_time_counted())


def _left_out(step: OnTime) -> str:
    return _("Niet mee: {waarom}").format(waarom=left_words(step)) if step.weg else ""


def _share_bar(step: OnTime) -> BarCell:
    share = step.op_tijd / step.moest
    return BarCell(share, 1 - share, colour="ok")


def _whole(found: Insight, *, shares: bool) -> Iterator[str]:
    yield str(found.gevallen)
    yield number(Decimal(found.dagen))
    if shares and found.percentage is not None:
        yield _("{deel}%").format(deel=number(found.percentage, decimals=2))


def _band_cells(band: Band, most: int, *, shares: bool) -> Sequence[Cell]:
    cells: list[Cell] = [_band_name(band), BarCell(band.dagen / most if most else 0.0)]
    cells += [Words(str(band.gevallen), right=True), Words(number(Decimal(band.dagen)), right=True)]
    if shares and band.percentage is not None:
        cells.append(Words(_("{deel}%").format(deel=number(band.percentage, decimals=2)), right=True))
    return cells


def _band_names(band: Band) -> tuple[str, str]:
    return _(BAND_NAMES[band.key]), band_words(band.van, band.tot_en_met)


def _band_name(band: Band) -> TwoLines:
    return TwoLines(*_band_names(band))


def _band_sentence(band: Band) -> str:
    return ", ".join((*_band_names(band), cases_words(band.gevallen), days_words(band.dagen)))


def _part(title: str, table: TableList | None, notes: Sequence[str], counted: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(section(title))
    if table is not None:
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
