"""The cards at the right of a talk: what may be asked at this point, what is never asked, and what to say then."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.card import Card, Surface
from reintegratie_desktop.ui.widgets.labels import Label, body, section, strong

_COMPACT_LINES: Final = 3


class LinesCard(Card):
    """A card with a heading and short lines, each with the same sign; a screen reader hears them as one list."""

    def __init__(self, heading: str, icon: str, sign: str, tone: str) -> None:
        super().__init__(padding=18, spacing=8)
        self._heading, self._sign, self._tone = heading, sign, tone
        self.column.setContentsMargins(18, 14, 18, 14)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(icon, tone, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(section(heading), 1)
        self.add_layout(head)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.add_layout(self._grid)
        self.lines: tuple[str, ...] = ()
        self._role = "body"
        self.hide()

    def set_compact(self, *, on: bool) -> None:
        """Show fewer lines, in smaller type."""
        role = "small" if on else "body"
        if role != self._role:
            self._role = role
            self._fill()

    def say(self, lines: Sequence[str]) -> None:
        """Show other lines; without any the card goes away."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self._fill()

    def _fill(self) -> None:
        lines = self.lines[:_COMPACT_LINES] if self._role == "small" else self.lines
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            sign = QWidget(self)
            column = QVBoxLayout(sign)
            # On the height of the first line of the words.
            column.setContentsMargins(0, 4 if self._role == "body" else 3, 0, 0)
            column.addWidget(IconLabel(self._sign, self._tone, 14))
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(_("“{vraag}”").format(vraag=line), self._role, wrap=True), row, 1)
        self.setAccessibleName(f"{self._heading}: {'; '.join(lines)}")
        self.setVisible(bool(lines))


class TalkCards(QScrollArea):
    """The three cards; they scroll where the window is too low for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(12)
        self.setViewportMargins(0, 4, 0, 0)
        self.may = LinesCard(_("Dit mag je vragen"), "circle-check", "check", "ok")
        self.never = LinesCard(_("Dit vraag je niet"), "ban", "x", "late")
        self.tells = Surface("soft", "", 8)
        words = QVBoxLayout(self.tells)
        words.setContentsMargins(18, 13, 18, 14)
        words.setSpacing(4)
        self.tells_heading = strong("")
        self.tells_words = body("")
        words.addWidget(self.tells_heading)
        words.addWidget(self.tells_words)
        for part in (self.may, self.never, self.tells):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def set_compact(self, *, on: bool) -> None:
        """Show everything a little smaller, for a low or narrow window."""
        self.may.set_compact(on=on)
        self.never.set_compact(on=on)
        self.tells_words.set_role("small" if on else "body")

    def show_cards(self, may: Sequence[str], never: Sequence[str], name: str, tells: str) -> None:
        """Show what belongs to a point."""
        self.may.say(may)
        self.never.say(never)
        self.tells_heading.setText(_("Vertelt {naam} het zelf?").format(naam=name))
        self.tells_words.setText(tells)
        self.tells.setAccessibleName(f"{self.tells_heading.text()} {tells}")
