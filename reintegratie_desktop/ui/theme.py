"""Colours, type and states: the tokens every part is drawn with, in light and dark, and how they reach Qt.

A widget asks `current()` when it paints, so that switching needs no bookkeeping; a `Label` takes the colour of its
tone again when the palette changes.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reintegratie_desktop.text.formatting import days_left
from reintegratie_desktop.text.i18n import N_, _, ngettext
from reintegratie_desktop.ui.fonts import font as _font
from reintegratie_desktop.ui.style import FocusRing

if TYPE_CHECKING:
    from reintegratie_desktop.ui.house_style import HouseStyle

Mode = Literal["licht", "donker", "systeem"]

COLOURS: Final[dict[str, tuple[str, str]]] = {
    "window": ("#F5F6F8", "#1C2027"),
    "base": ("#FFFFFF", "#252A33"),
    "rail": ("#ECEFF3", "#171B21"),
    "text": ("#1B2430", "#E6E9EE"),
    "muted": ("#5B6675", "#A3ADBA"),
    "border": ("#7C8796", "#76818F"),
    "hair": ("#D5DAE1", "#3A424E"),
    "hair2": ("#E6E9EE", "#313843"),
    "accent": ("#1E5AA8", "#7FB0F0"),
    "on_accent": ("#FFFFFF", "#10151C"),
    "soft": ("#E6EEF8", "#28374C"),
    "sel": ("#DCE7F5", "#2C3E57"),
    "late": ("#B3261E", "#F2A29B"),
    "late_bg": ("#FBE9E7", "#452A2B"),
    "soon": ("#8A5200", "#F0C27B"),
    "soon_bg": ("#FBF0DC", "#40341F"),
    "ok": ("#1E6B3A", "#8FD0A5"),
    "ok_bg": ("#E4F2E9", "#213A2C"),
    "plan": ("#1E5AA8", "#7FB0F0"),
    "plan_bg": ("#E6EEF8", "#28374C"),
    "none": ("#5B6675", "#A3ADBA"),
    "none_bg": ("#ECEFF3", "#303742"),
    "paper": ("#FFFFFF", "#F1F2F4"),
    "ink": ("#1B2430", "#1B2430"),
}
"""Each token in light and in dark."""


class Theme:
    """The tokens of one mode as attributes of type QColor.

    `mode` is "licht", "donker", or "systeem" for what the operating system says. High contrast of the operating
    system wins over all modes: then every token comes from the system palette.
    """

    window: QColor
    base: QColor
    rail: QColor
    text: QColor
    muted: QColor
    border: QColor
    hair: QColor
    hair2: QColor
    accent: QColor
    on_accent: QColor
    soft: QColor
    sel: QColor
    late: QColor
    late_bg: QColor
    soon: QColor
    soon_bg: QColor
    ok: QColor
    ok_bg: QColor
    plan: QColor
    plan_bg: QColor
    none: QColor
    none_bg: QColor
    paper: QColor
    ink: QColor

    def __init__(self, mode: Mode = "licht") -> None:
        self.mode: Mode = mode
        self.dark = mode == "donker" or (mode == "systeem" and system_is_dark())
        self.high_contrast = system_wants_contrast()
        for token, colours in COLOURS.items():
            setattr(self, token, QColor(colours[self.dark]))
        if self.high_contrast:
            self._take_system(QGuiApplication.palette())

    def _take_system(self, palette: QPalette) -> None:
        roles = QPalette.ColorRole
        ground, ink = palette.color(roles.Window), palette.color(roles.WindowText)
        for token in COLOURS:
            setattr(self, token, ground if token in _GROUNDS else ink)
        self.accent, self.on_accent = palette.color(roles.Link), ground
        self.dark = ground.lightness() < ink.lightness()
        self.paper, self.ink = QColor("#FFFFFF"), QColor("#000000")

    def colour(self, token: str) -> QColor:
        """Return a token by name.

        Raises:
            KeyError: the token does not exist.
        """
        if token not in COLOURS:
            raise KeyError(token)
        found = getattr(self, token)
        assert isinstance(found, QColor)
        return found

    def palette(self) -> QPalette:
        """Return the palette for Qt's own widgets."""
        palette = QPalette()
        roles = QPalette.ColorRole
        pairs = {
            roles.Window: self.window, roles.WindowText: self.text, roles.Base: self.base,
            roles.AlternateBase: self.window, roles.Text: self.text, roles.Button: self.base,
            roles.ButtonText: self.text, roles.BrightText: self.late, roles.Highlight: self.accent,
            roles.HighlightedText: self.on_accent, roles.Accent: self.accent, roles.Link: self.accent,
            roles.LinkVisited: self.accent, roles.ToolTipBase: self.base, roles.ToolTipText: self.text,
            roles.PlaceholderText: self.muted, roles.Light: self.base, roles.Midlight: self.hair2,
            roles.Mid: self.hair, roles.Dark: self.border, roles.Shadow: self.text,
        }  # fmt: skip
        for role, colour in pairs.items():
            palette.setColor(role, colour)
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.muted)
        return palette

    def style_sheet(self) -> str:
        """Return the short style sheet: fields, menus, and the buttons of Qt's own dialogs."""
        values = {token: getattr(self, token).name() for token in COLOURS}
        return _SHEET.format(**values) + BARS

    def apply(self, app: QApplication, *, whole: bool = True) -> None:
        """Make this the theme of the whole program, also of windows that are open.

        Without `whole` Qt's own controls keep their looks until `finish`: their style and style sheet cost more than
        all of a first page that paints itself.
        """
        _State.theme = self
        if _State.ring is None:
            _State.ring = FocusRing(current)
            app.focusChanged.connect(_State.ring.follow)
            app.styleHints().colorSchemeChanged.connect(lambda _scheme: follow_system(app))
        if whole:
            _style(app)
        if not self.high_contrast:
            app.setPalette(self.palette())
        app.setFont(_font("body"))
        if _State.style is not None:
            app.setStyleSheet(self.style_sheet())
        signals().changed.emit()


def finish(app: QApplication) -> None:
    """Give Qt's own controls their looks, when that was left for after the first page."""
    if _State.style is None:
        _style(app)
        app.setStyleSheet(current().style_sheet())


def is_finished() -> bool:
    """Tell whether Qt's own controls have their looks."""
    return _State.style is not None


def _style(app: QApplication) -> None:
    if _State.style is None:
        from reintegratie_desktop.ui.house_style import HouseStyle  # noqa: PLC0415 - not for the first page

        _State.style = HouseStyle(current)
        app.setStyle(_State.style)


_GROUNDS: Final = {
    "window", "base", "rail", "soft", "sel", "late_bg", "soon_bg", "ok_bg", "plan_bg", "none_bg", "on_accent",
}  # fmt: skip

BARS: Final = """
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: palette(dark); border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 36px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 36px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
"""The looks of scroll bars, for one that is there before `finish`."""

_SHEET: Final = """
QLineEdit, QPlainTextEdit, QTextEdit {{
    background: {base}; color: {text}; border: 1px solid {border}; border-radius: 5px; padding: 5px 11px;
    selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {muted};
}}
QLineEdit {{ min-height: 20px; }}
QPlainTextEdit, QTextEdit {{ padding: 5px 7px; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 4px 10px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; padding: 4px 6px; }}
QLineEdit[invalid="true"] {{ border: 2px solid {late}; padding: 4px 10px; }}
QPlainTextEdit[invalid="true"] {{ border: 2px solid {late}; padding: 4px 6px; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {window}; border-color: {hair}; }}
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus {{ border-color: {accent}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
QGroupBox[plain="true"] {{ border: 0; margin: 0; padding: 0; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent; }}
QToolTip {{ background: {base}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
QMenu {{ background: {base}; color: {text}; border: 1px solid {hair}; padding: 4px; }}
QMenu::item {{ padding: 6px 18px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {soft}; color: {text}; }}
QMenu::separator {{ height: 1px; background: {hair2}; margin: 4px 8px; }}
QDialogButtonBox QPushButton, QMessageBox QPushButton {{
    background: {base}; color: {text}; border: 1px solid {border}; border-radius: 6px; padding: 7px 16px;
}}
QDialogButtonBox QPushButton:focus, QMessageBox QPushButton:focus {{ border: 2px solid {accent}; padding: 6px 15px; }}
QDialogButtonBox QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QDialogButtonBox QPushButton:default:focus {{ border-color: {text}; }}
"""


class Signals(QObject):
    """Tells who keeps coloured pictures, such as icons in a menu, that the theme changed."""

    changed = Signal()


class _State:
    """The theme in use; one per process."""

    theme: Theme | None = None
    style: "HouseStyle | None" = None
    ring: FocusRing | None = None
    signals: Signals | None = None


def signals() -> Signals:
    """Return the one object whose `changed` tells that another theme is in use."""
    if _State.signals is None:
        _State.signals = Signals()
    return _State.signals


def current() -> Theme:
    """Return the theme in use; light when none was applied yet."""
    if _State.theme is None:
        _State.theme = Theme("licht")
    return _State.theme


def font(role: str = "body") -> QFont:
    """Return the font of a role: see `fonts.ROLES`."""
    return _font(role)


def system_is_dark() -> bool:
    """Tell whether the operating system asks for dark; false where it does not say."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """Tell whether the operating system asks for high contrast."""
    if QGuiApplication.instance() is None:
        return False
    # The hints live only as long as Python holds the object they belong to.
    style_hints = QGuiApplication.styleHints()
    return style_hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def follow_system(app: QApplication) -> None:
    """Take over a change of the operating system when the mode is "systeem"."""
    if current().mode == "systeem":
        Theme("systeem").apply(app)


class State(StrEnum):
    """How a step stands: each has a colour, an icon and a word; never a colour alone."""

    LATE = "late"
    SOON = "soon"
    PLANNED = "planned"
    ARRANGED = "arranged"
    DONE = "done"
    DONE_LATE = "done_late"
    WAITING = "waiting"
    NOT_SEEN = "not_seen"
    INCOMPLETE = "incomplete"
    NOT_YET = "not_yet"
    STOPPED = "stopped"

    @property
    def token(self) -> str:
        """Return the token of the text and the icon."""
        return _STATES[self][0]

    @property
    def icon(self) -> str:
        """Return the name of the icon."""
        return _STATES[self][1]

    @property
    def word(self) -> str:
        """Return the translated word of this state, for where no date stands beside it."""
        return _(_STATES[self][2])

    @property
    def ink(self) -> QColor:
        """Return the colour of text and icon."""
        return current().colour(self.token)

    @property
    def ground(self) -> QColor:
        """Return the colour behind the text in a chip."""
        return current().colour(f"{self.token}_bg")


_STATES: Final[dict[State, tuple[str, str, str]]] = {
    State.LATE: ("late", "triangle-alert", N_("te laat")),
    State.SOON: ("soon", "clock", N_("nu")),
    State.PLANNED: ("plan", "calendar", N_("gepland")),
    State.ARRANGED: ("ok", "circle-check", N_("geregeld")),
    State.DONE: ("ok", "circle-check", N_("klaar")),
    State.DONE_LATE: ("ok", "circle-check", N_("klaar, later")),
    State.WAITING: ("none", "hourglass", N_("wacht")),
    State.NOT_SEEN: ("none", "circle", N_("nog niet bekeken")),
    State.INCOMPLETE: ("soon", "circle-dashed", N_("nog niet af")),
    State.NOT_YET: ("none", "circle-dashed", N_("kan nog niet")),
    State.STOPPED: ("none", "pause", N_("gestopt")),
}

SOON_DAYS: Final = 7
"""From how many days ahead a step with a deadline asks for attention on screen."""


def state_for_days(days: int, *, deadline: bool = True) -> State:
    """Return the state of an open step that is due in `days` days (negative: too late).

    An own appointment (`deadline=False`) stays planned, also when it is tomorrow.
    """
    if days < 0 and deadline:
        return State.LATE
    return State.SOON if deadline and days <= SOON_DAYS else State.PLANNED


def state_words(state: State, days: int | None = None, *, who: str = "") -> str:
    """Return the words of a state: "5 dagen te laat", "over 18 dagen, geregeld", "klaar, 2 dagen later".

    `days` is the number of days until the date; for `DONE_LATE` the number of days it came later. `who` is the
    person waited for.
    """
    if state is State.WAITING and who:
        return _("wacht op {naam}").format(naam=who)
    if days is None:
        return state.word
    if state is State.DONE_LATE:
        return _("klaar, {dagen} later").format(dagen=days_count(abs(days)))
    if state is State.ARRANGED:
        return _("{wanneer}, geregeld").format(wanneer=days_left(days))
    if state in (State.LATE, State.SOON, State.PLANNED):
        return days_left(days)
    return state.word


def days_count(days: int) -> str:
    """Return `1 dag` or `3 dagen`."""
    return ngettext("{dagen} dag", "{dagen} dagen", days).format(dagen=days)
