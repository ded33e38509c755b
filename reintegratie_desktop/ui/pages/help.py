"""Hulp: short explanations, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop import __version__
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import PROGRAM, PageHead
from reintegratie_desktop.ui.pages.help_texts import KEYS, TOPICS, HelpTopic
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.labels import Label, body, section, small
from reintegratie_desktop.ui.widgets.scroll import PageScroller


class HelpPage(QWidget):
    """Explanations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        self._scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole.addWidget(self._scroller)
        column = self._scroller.column
        column.addWidget(PageHead(_("Hulp"), _("Korte uitleg. Je hebt hier geen internet voor nodig.")))
        both = QHBoxLayout()
        both.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(14)
        for topic in TOPICS:
            left.addWidget(_topic_card(topic))
        left.addStretch(1)
        right.addWidget(_keys_card())
        right.addWidget(small(_("{programma}, versie {nummer}").format(programma=PROGRAM, nummer=__version__)))
        right.addStretch(1)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        column.addLayout(both)
        column.addStretch(1)

    def refresh(self) -> None:
        """Begin at the top."""
        self._scroller.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keyboard on the page, so that the arrows scroll it."""
        self._scroller.setFocus(Qt.FocusReason.OtherFocusReason)


def _topic_card(topic: HelpTopic) -> Card:
    card = Card(spacing=7)
    card.add_layout(row(IconLabel(topic.icon, "accent", 18), section(_(topic.title)), None, spacing=9))
    card.setAccessibleName(_(topic.title))
    for paragraph in topic.paragraphs:
        card.add(body(_(paragraph)))
    if topic.source:
        line = row(IconLabel("scale", "muted", 15), spacing=8)
        line.addWidget(small(_(topic.source)), 1)
        card.column.addSpacing(2)
        card.add_layout(line)
    return card


def _keys_card() -> Card:
    card = Card(_("Toetsen"), spacing=6)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for index, (keys, words) in enumerate(KEYS):
        grid.addWidget(Label(keys, "small_strong"), index, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(small(_(words), "text"), index, 1)
    card.add_layout(grid)
    return card
