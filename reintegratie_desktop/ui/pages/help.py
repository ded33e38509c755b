"""Hulp: short explanations, the keys, and what can be set."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop import __version__
from reintegratie_desktop.text.i18n import N_, _, current_language
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import LANGUAGE_NAMES, PROGRAM, PageHead
from reintegratie_desktop.ui.pages.help_texts import KEYS, TOPICS, HelpTopic
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.buttons import Button, secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, Label, body, section, small
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.segmented import Segmented

THEMES: Final = {"systeem": N_("Zoals de computer"), "licht": N_("Licht"), "donker": N_("Donker")}


class HelpPage(QWidget):
    """Explanations and settings.

    Signals: `language_chosen(code)`, `theme_chosen(mode)`, `password_asked`, `sheet_asked`.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    password_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller()
        whole.addWidget(scroller)
        column = scroller.column
        column.addWidget(PageHead(_("Hulp"), _("Korte uitleg. Je hebt hier geen internet voor nodig.")))
        both = QHBoxLayout()
        both.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(14)
        for topic in TOPICS:
            left.addWidget(_topic_card(topic))
        left.addStretch(1)
        right.addWidget(self._settings_card())
        right.addWidget(self._file_card())
        right.addWidget(_keys_card())
        right.addWidget(small(_("{programma}, versie {nummer}").format(programma=PROGRAM, nummer=__version__)))
        right.addStretch(1)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        column.addLayout(both)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the file that is open."""
        self._path.set_text(str(self._host.desk.path))

    def focus_first(self) -> None:
        """Put the keyboard on the first setting."""
        self.language.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _settings_card(self) -> Card:
        card = Card(_("Instellingen"), spacing=8)
        card.add(Label(_("Taal"), "label"))
        self.language = Segmented(list(LANGUAGE_NAMES.items()), _("Taal"))
        self.language.set_current(current_language())
        self.language.chosen.connect(self.language_chosen)
        card.add(self.language)
        card.column.addSpacing(4)
        card.add(Label(_("Licht of donker"), "label"))
        self.theme = Segmented([(key, _(words)) for key, words in THEMES.items()], _("Licht of donker"))
        self.theme.set_current(self._host.settings.theme)
        self.theme.chosen.connect(self.theme_chosen)
        card.add(self.theme)
        return card

    def _file_card(self) -> Card:
        card = Card(_("Dit bestand"), spacing=8)
        self._path = ElidedLabel("", tone="text")
        card.add(self._path)
        for words, icon, act in (
            (_("Gegevens van je bedrijf"), "store", lambda: self._host.open_form("werkgever")),
            (_("Wachtwoord wijzigen"), "key-round", self.password_asked.emit),
            (_("Herstelblad afdrukken"), "printer", self.sheet_asked.emit),
        ):
            card.column.addWidget(_action(words, icon, act), 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _action(words: str, icon: str, act: Callable[[], None]) -> Button:
    button = secondary(words, icon=icon, small=True)
    button.clicked.connect(lambda _on=False: act())
    return button


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
