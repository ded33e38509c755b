"""A line for a password: an eye to show it, and a quiet word when Caps Lock is on."""

from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from typing_extensions import override

from reintegratie_desktop.services import passwords
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import Tone
from reintegratie_desktop.ui.widgets.text_edit import LineEdit
from reintegratie_desktop.ui.worker import run_in_background

_EYE = 30
_PAUSE_MS = 250
_TONES: Final[tuple[Tone, ...]] = ("late", "late", "soon", "ok", "ok")


class _Eye(QAbstractButton):
    """The button at the end of the line that shows what was typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFixedSize(_EYE, _EYE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ask_ring(self, 4)
        self.toggled.connect(self._name)
        self._name()

    def _name(self) -> None:
        name = _("Wachtwoord tonen, aan") if self.isChecked() else _("Wachtwoord tonen, uit")
        self.setAccessibleName(name)
        self.setToolTip(_("Wachtwoord verbergen") if self.isChecked() else _("Wachtwoord tonen"))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        box = QRectF((self.width() - 17) / 2, (self.height() - 17) / 2, 17, 17)
        icons.paint(painter, box, "eye-off" if self.isChecked() else "eye", "accent" if self.underMouse() else "muted")
        painter.end()


class PasswordLine(LineEdit):
    """A password, hidden until the eye is pressed. Signal `caps_changed(on)` when Caps Lock turns out to be on or off.

    Qt does not tell how Caps Lock stands, so it follows from the letters: a capital without Shift, and the key itself.
    """

    caps_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caps_on = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setTextMargins(0, 0, _EYE - 4, 0)
        self.eye = _Eye(self)
        self.eye.toggled.connect(self._show_text)

    def _show_text(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _set_caps(self, *, on: bool) -> None:
        if on != self.caps_on:
            self.caps_on = on
            self.caps_changed.emit(on)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._set_caps(on=not self.caps_on)
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps(on=letter.isupper() != with_shift)
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._set_caps(on=False)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.eye.move(self.width() - _EYE - 3, (self.height() - _EYE) // 2)


class StrengthNote(QObject):
    """Says under a new password how hard it is to guess, a moment after typing stops.

    Judging takes word lists that load slowly, so it happens beside the window; typing never waits for it.
    """

    def __init__(self, line: PasswordLine, row: FormRow) -> None:
        super().__init__(line)
        self._line, self._row = line, row
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        line.textChanged.connect(self._typed)
        row.keep_message_room()

    def _typed(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._row.set_note("")

    def _judge(self) -> None:
        text = self._line.text()
        run_in_background(lambda: passwords.strength(text), lambda found: self._show_strength(text, found), owner=self)

    def _show_strength(self, text: str, found: "passwords.Strength") -> None:
        if text == self._line.text():
            icon = "circle-check" if found.is_enough else "info"
            self._row.set_note(f"{found.label}. {found.advice}", _TONES[found.score], icon)


def keyboard_words(*, caps_on: bool) -> str:
    """Return how the keyboard stands, for under a password that does not fit."""
    locale = QGuiApplication.inputMethod().locale()
    parts = [_("Caps Lock staat aan.")] if caps_on else []
    if locale.name() != "C" and locale.nativeLanguageName():
        parts.append(_("Je toetsenbord staat op {taal}.").format(taal=locale.nativeLanguageName()))
    return " ".join(parts)
