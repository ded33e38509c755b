"""The first screen: what this is, that nothing leaves the computer, and where to begin."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop import __version__
from reintegratie_desktop.services.files import is_cloud_folder
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.errors import notice_for
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import PROGRAM, IconTile, language_button
from reintegratie_desktop.ui.pages.welcome_drawing import WelcomeDrawing
from reintegratie_desktop.ui.widgets.buttons import Button, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, Label, body, display, small, strong
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.rail import Mark, Rail
from reintegratie_desktop.ui.widgets.scroll import PageScroller

_RAIL = 488
_CARD_HEIGHT = 98
_BUTTON_WIDTH = 116
_LONGEST_NAME = 40


def _short(name: str) -> str:
    """Return the name of a file so that it fits in a link."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


class _Choice(Surface):
    """One way to begin: a card with its button."""

    def __init__(self, icon: str, heading: str, more: str, button: Button, act: Callable[[], None]) -> None:
        super().__init__("base", "hair", 8)
        self.setMinimumHeight(_CARD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{heading}. {more}")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 16, 20, 16)
        line.setSpacing(16)
        line.addWidget(IconTile(icon))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Label(heading, "section", wrap=True))
        words.addWidget(body(more, "muted"))
        words.addStretch(1)
        line.addLayout(words, 1)
        button.setMinimumWidth(_BUTTON_WIDTH)
        button.setAccessibleDescription(f"{heading}. {more}")
        button.clicked.connect(act)
        line.addWidget(button)


class _FileGone(Surface):
    """Says that the last file is not in its old place; never makes a new one in silence."""

    def __init__(self, path: Path, on_find: Callable[[], None]) -> None:
        super().__init__("soon_bg", "", 8)
        self.setAccessibleName(_("We vinden je bestand niet op de oude plek"))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 14, 12)
        line.setSpacing(12)
        line.addWidget(IconLabel("triangle-alert", "soon", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(strong(_("We vinden je bestand niet op de oude plek")))
        words.addWidget(ElidedLabel(str(path), tone="text"))
        words.addWidget(
            small(_("Er is niets weggegooid. Misschien is het verplaatst, of zit de USB-stick er niet in."), "text")
        )
        line.addLayout(words, 1)
        self.button = secondary(_("Zoek het bestand"), small=True)
        self.button.clicked.connect(on_find)
        line.addWidget(self.button)


class WelcomePage(QWidget):
    """Where to begin.

    Signals: `new_asked`, `open_asked`, `known_asked` for the file we came from, `example_asked`,
    `language_chosen(code)`.
    """

    known_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, missing: Path | None = None, known: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = known
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left(), _RAIL)
        scroller = PageScroller(width=760, centred=True, margin=64)
        whole.addWidget(scroller, 1280 - _RAIL)
        column = scroller.column
        column.setSpacing(12)
        column.addStretch(3)
        self.messages = QVBoxLayout()
        self.messages.setSpacing(12)
        column.addLayout(self.messages)
        if missing is not None:
            self.messages.addWidget(_FileGone(missing, self.open_asked.emit))
        column.addWidget(Label(_("Waar wil je mee beginnen?"), "title", wrap=True))
        column.addWidget(body(_("Je kunt later altijd terug naar dit scherm."), "muted"))
        self.known_button: Button | None = None
        if known is not None:
            self.known_button = quiet(_("Terug naar {bestand}").format(bestand=_short(known.stem)), icon="arrow-left")
            self.known_button.clicked.connect(lambda _on=False: self.known_asked.emit())
            column.addLayout(row(self.known_button, None))
        column.addSpacing(6)
        self.new_button = primary(_("Beginnen"), shortcut="Alt+N")
        self.open_button = secondary(_("Openen"), shortcut="Alt+O")
        self.example_button = secondary(_("Bekijken"), shortcut="Alt+V")
        for choice in (
            _Choice(
                "file-plus",
                _("Nieuw bestand maken"),
                _("Voor je eigen bedrijf. Klaar in vijf minuten."),
                self.new_button,
                self.new_asked.emit,
            ),
            _Choice(
                "folder-open",
                _("Bestand openen"),
                _("Van deze computer of van een USB-stick."),
                self.open_button,
                self.open_asked.emit,
            ),
            _Choice(
                "circle-play",
                _("Voorbeeld bekijken"),
                _("Drie verzonnen dossiers, waarvan één gesloten. Je kunt niets stukmaken."),
                self.example_button,
                self.example_asked.emit,
            ),
        ):
            column.addWidget(choice)
        column.addSpacing(14)
        column.addWidget(
            Notice(
                NoticeKind.HINT,
                _("Niets verlaat deze computer."),
                _(
                    "Geen internet en geen account. Alles staat in één bestand met een slot erop. Alleen jij hebt "
                    "het wachtwoord."
                ),
                icon="monitor-check",
            )
        )
        column.addStretch(4)
        version = Label(_("Versie {nummer}").format(nummer=__version__), "small", "muted")
        language = language_button(self.language_chosen.emit)
        column.addLayout(row(None, language, version, spacing=14))

    @staticmethod
    def _left() -> QWidget:
        rail = Rail()
        rail.setMinimumWidth(360)
        rail.setMaximumWidth(_RAIL)
        column = QVBoxLayout(rail)
        column.setContentsMargins(48, 44, 48, 40)
        column.setSpacing(12)
        column.addWidget(Mark(PROGRAM))
        column.addStretch(2)
        column.addWidget(display(_("Stap voor stap door\nde eerste twee jaar.")))
        column.addWidget(
            body(
                _(
                    "Dit programma helpt je als je werknemer langer ziek is. Het zegt wat je moet doen, wanneer dat "
                    "moet en waarom. En het maakt de papieren."
                ),
                "muted",
            )
        )
        column.addSpacing(6)
        column.addWidget(WelcomeDrawing(), 10)
        column.addStretch(2)
        return rail

    def show_error(self, error: KnownError) -> None:
        """Say above the choices why a file did not open."""
        self.messages.addWidget(notice_for(error, closable=True))

    def show_busy(self, sentence: str) -> None:
        """Say that something is being made; the choices wait."""
        self.messages.addWidget(Notice(NoticeKind.HINT, sentence, icon="hourglass"))
        for button in (self.new_button, self.open_button, self.example_button):
            button.setEnabled(False)

    def focus_first(self) -> None:
        """Put the keyboard on the first choice."""
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)


def cloud_notice(folder: Path) -> Notice | None:
    """Return the warning for a folder that another program copies to the internet; None for a safe one."""
    if not is_cloud_folder(folder):
        return None
    return Notice(
        NoticeKind.WARN,
        _("Deze map wordt door een ander programma naar internet gekopieerd."),
        _(
            "Het bestand heeft een slot, dus niemand kan het lezen. Veiliger is een map op deze computer. Twee "
            "computers tegelijk kan hier fout gaan."
        ),
    )
