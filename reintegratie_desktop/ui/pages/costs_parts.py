"""The parts of the page of the costs: the three sums with their "Waarom?", and the list of money that may come back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.domain.costs.refunds import State
from reintegratie_desktop.services.costs_views import FigureKey, FigureView, RefundView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.why_panel import SumTable
from reintegratie_desktop.ui.widgets.card import Card, Surface, row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, section, small

_LOOKS: Final = {
    State.KAN: ("ok", "circle-check"),
    State.NAKIJKEN: ("soon", "search"),
    State.LATER: ("plan", "hourglass"),
    State.VANZELF: ("none", "check"),
    State.NIET: ("none", "minus"),
}
"""Tone and icon of each state; the chip also says it in words."""
_SIDE: Final = 20


def source_line(source: str, checked: str = "") -> QWidget:
    """Return where something stands, and when it was last checked."""
    part = QWidget()
    line = row(spacing=8)
    line.addWidget(IconLabel("scale", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(source, "small_strong", wrap=True))
    if checked:
        words.addWidget(small(checked))
    line.addLayout(words, 1)
    part.setLayout(line)
    return part


class FigureTile(Surface):
    """One sum: what it is, how much, what is in it and what not, until when, and the link to how it was counted."""

    def __init__(self, figure: FigureView) -> None:
        super().__init__()
        self.figure = figure
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(2)
        column.addWidget(Label(figure.title, "small_strong", "muted", wrap=True))
        column.addWidget(Label(figure.amount, "title", wrap=True))
        if figure.scope:
            column.addWidget(small(figure.scope, "text"))
        for words in (figure.base, figure.sub):
            if words:
                column.addWidget(small(words))
        self.fill_button: FlushLink | None = None
        if figure.open_hours:
            warning = row(IconLabel("triangle-alert", "soon", 16), spacing=6)
            warning.addWidget(Label(figure.open_hours, "small_strong", "soon", wrap=True), 1)
            column.addLayout(warning)
            self.fill_button = FlushLink(_("Uren invullen"), icon="pencil")
            self.fill_button.setAccessibleName(_("Uren invullen") + f". {figure.title}: {figure.open_hours}")
            column.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.why = FlushLink(_("Waarom?"), icon="chevron-right")
        self.why.setCheckable(True)
        self.why.setAccessibleName(_("Waarom? {wat}: {bedrag}").format(wat=figure.title, bedrag=figure.amount))
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)


class Figures(QWidget):
    """The sums beside each other; under them the explanation of the one that was asked for."""

    changed = Signal(str)
    """The sum that is explained, or an empty text."""
    hours_asked = Signal()
    """The worked hours that miss are to be filled in."""

    def __init__(self, figures: Sequence[FigureView], open_key: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.tiles = {figure.key: FigureTile(figure) for figure in figures}
        for tile in self.tiles.values():
            tile.why.clicked.connect(lambda on, key=tile.figure.key: self.explain(key if on else ""))
            if tile.fill_button is not None:
                tile.fill_button.clicked.connect(lambda _on=False: self.hours_asked.emit())
            line.addWidget(tile, 1)
        column.addLayout(line)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        column.addLayout(self._holder)
        self.box: Card | None = None
        if open_key:
            self.explain(open_key)

    def explain(self, key: str) -> None:
        """Show how a sum was counted; an empty key folds the explanation."""
        if self.box is not None:
            self._holder.removeWidget(self.box)
            self.box.hide()
            self.box.deleteLater()
            self.box = None
        for own, tile in self.tiles.items():
            tile.why.setChecked(own == key)
            tile.why.set_icon("chevron-down" if own == key else "chevron-right")
        if key:
            self.box = self._explanation(self.tiles[FigureKey(key)].figure)
            self._holder.addWidget(self.box)
        self.changed.emit(key)

    def _explanation(self, figure: FigureView) -> Card:
        box = Card(figure.title, padding=16, spacing=8)
        if figure.sum:
            box.add(SumTable(figure.sum))
        for words in figure.words:
            box.add(small(words))
        box.add(source_line(figure.source))
        return box


class RefundRow(QWidget):
    """One way in which money may come back; unfolds to the conditions, the form and the article."""

    def __init__(self, refund: RefundView) -> None:
        super().__init__()
        self.refund = refund
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 10)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(refund.title, "label", wrap=True))
        if refund.deadline:
            words.addWidget(small(refund.deadline))
        line.addLayout(words, 1)
        sums = QVBoxLayout()
        sums.setSpacing(0)
        for text, role in ((refund.amount, "small_strong"), (refund.received, "small")):
            if text:
                label = Label(text, role)
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
                sums.addWidget(label)
        line.addLayout(sums)
        tone, icon = _LOOKS[refund.state]
        self.chip = Chip(refund.state_words, tone, icon)
        self._place = QWidget()
        place = row(None, self.chip)
        self._place.setLayout(place)
        line.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self.link = FlushLink(_("Voorwaarden"), icon="chevron-right")
        self.link.setCheckable(True)
        self.link.setAccessibleName(_("Voorwaarden: {wat}").format(wat=refund.title))
        self.link.clicked.connect(lambda on: self.unfold(on=on))
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = column
        self.detail: QWidget | None = None

    def set_chip_width(self, width: int) -> None:
        """Give the place of the chip the same width in every row, so that the amounts stand under each other."""
        self._place.setFixedWidth(width)

    def unfold(self, *, on: bool) -> None:
        """Show or hide the conditions."""
        self.link.setChecked(on)
        self.link.set_icon("chevron-down" if on else "chevron-right")
        if self.detail is None and on:
            self.detail = self._make_detail()
            self._column.addWidget(self.detail)
        elif self.detail is not None:
            self.detail.setVisible(on)

    def _make_detail(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        for words in (*self.refund.conditions, *self.refund.notes):
            line = row(spacing=8)
            line.addWidget(IconLabel("minus", "muted", 15), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(small(words, "text"), 1)
            column.addLayout(line)
        column.addWidget(Label(_("Zo vraag je het aan"), "small_strong", wrap=True))
        column.addWidget(small(self.refund.form, "text"))
        if self.refund.open_question:
            note = Surface("soon_bg", "", 6)
            inside = QHBoxLayout(note)
            inside.setContentsMargins(12, 8, 12, 8)
            inside.setSpacing(8)
            inside.addWidget(IconLabel("triangle-alert", "soon", 16), 0, Qt.AlignmentFlag.AlignTop)
            inside.addWidget(small(self.refund.open_question, "text"), 1)
            column.addWidget(note)
        column.addWidget(source_line(self.refund.source, self.refund.checked))
        return part


class RefundCard(Card):
    """The list of money that may come back."""

    def __init__(self, refunds: Sequence[RefundView], unfolded: Sequence[str] = ()) -> None:
        super().__init__(padding=0, spacing=0)
        head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(_SIDE, 14, _SIDE, 10)
        words.setSpacing(2)
        words.addWidget(section(_("Geld dat misschien terugkomt")))
        words.addWidget(
            body(
                _("Een bedrag staat er alleen als het te berekenen is, of als de wet een hoogste bedrag noemt."),
                "muted",
            )
        )
        self.add(head)
        self.rows = {refund.id: RefundRow(refund) for refund in refunds}
        widest = max((part.chip.sizeHint().width() for part in self.rows.values()), default=0)
        for refund_id, part in self.rows.items():
            part.set_chip_width(widest)
            self.add(HairLine())
            self.add(part)
            if refund_id in unfolded:
                part.unfold(on=True)

    @property
    def unfolded(self) -> tuple[str, ...]:
        """Return what is unfolded, to show it so again."""
        return tuple(key for key, part in self.rows.items() if part.link.isChecked())
