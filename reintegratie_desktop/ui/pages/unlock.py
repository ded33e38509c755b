"""Opening a known file: the password, what is wrong with it, and the second way in."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services import passwords
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.errors import notice_for
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import PROGRAM, OfflineLine, language_button
from reintegratie_desktop.ui.pages.password_line import PasswordLine, keyboard_words
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import primary, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, HairLine, Label, small, strong
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.rail import Mark
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit
from reintegratie_desktop.ui.worker import run_in_background

_CARD: Final = 472
FREE_TRIES: Final = 5
FIRST_WAIT: Final = 5
LONGEST_WAIT: Final = 60
"""After five wrong passwords: seconds to wait, doubled each time, never more than a minute. Nothing is destroyed."""


class UnlockPage(QWidget):
    """The password of one file.

    Signals: `unlocked(UnlockedKey)`, `recovered(UnlockedKey)` when the recovery sheet was used, `other_asked` for
    another file, `language_chosen(code)`.
    """

    unlocked = Signal(object)
    recovered = Signal(object)
    other_asked = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, path: Path, *, locked: bool = False, had_text: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.tries = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._may_try_again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller(width=2000, margin=48)
        whole.addWidget(scroller)
        column = scroller.column
        column.addWidget(Mark(PROGRAM))
        column.addStretch(3)
        self.messages = QVBoxLayout()
        column.addLayout(self.messages)
        if locked:
            words = (
                _("Je tekst is bewaard. Vul je wachtwoord in om verder te gaan.")
                if had_text
                else _("Vergrendeld. Vul je wachtwoord in om verder te gaan.")
            )
            self._message(Notice(NoticeKind.HINT, words, icon="lock"))
        self._card = self._make_card()
        # Between stretches, not aligned: an aligned card would not grow with words that wrap.
        column.addLayout(row(None, self._card, None, spacing=0))
        other = quiet(_("Ander bestand kiezen"))
        other.clicked.connect(self.other_asked)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        column.addLayout(row(OfflineLine(), None, language_button(self.language_chosen.emit)))

    def _message(self, notice: Notice) -> None:
        notice.setFixedWidth(_CARD)
        self.messages.addWidget(_Middle(notice))

    def _make_card(self) -> Card:
        card = Card(padding=36, spacing=12)
        card.setFixedWidth(_CARD)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(self.path.stem, "title", wrap=True))
        words.addWidget(ElidedLabel(str(self.path.parent)))
        head = row(IconLabel("lock", "accent", 28), spacing=13)
        head.addLayout(words, 1)
        card.add_layout(head)
        card.column.addSpacing(4)
        self.password = PasswordLine()
        self.password.caps_changed.connect(self._tell_caps)
        self.password.returnPressed.connect(self._open)
        self.password_row = FormRow(_("Wachtwoord"), self.password)
        self.password.textEdited.connect(self._typed)
        self.keyboard = Label("", "small", "text", wrap=True)
        self.keyboard.hide()
        self.open_button = primary(_("Openen"))
        self.open_button.clicked.connect(self._open)
        self._by_password = QWidget()
        inner = QVBoxLayout(self._by_password)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for part in (self.password_row, self.keyboard, self.open_button, HairLine(), self._lost()):
            inner.addWidget(part)
        card.add(self._by_password)
        self._by_code = self._make_code_part()
        self._by_code.hide()
        card.add(self._by_code)
        return card

    def _lost(self) -> QWidget:
        part = QWidget()
        line = row(spacing=12)
        part.setLayout(line)
        line.addWidget(IconLabel("key-round", "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(strong(_("Wachtwoord kwijt? Pak je herstelblad.")))
        words.addWidget(
            small(_("Dat is het papier met twaalf vakjes. Je drukt het af bij Instellingen, als je bestand open is."))
        )
        self.code_button = secondary(_("Openen met herstelblad"), small=True)
        self.code_button.clicked.connect(self.show_code)
        words.addSpacing(6)
        words.addLayout(row(self.code_button, None))
        line.addLayout(words, 1)
        return part

    def _make_code_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.code = GrowingEdit(lines=3)
        self.code_row = FormRow(
            _("De tekens van je herstelblad"),
            self.code,
            help=_("Typ de twaalf vakjes over. Spaties en hoofdletters maken niet uit."),
        )
        column.addWidget(self.code_row)
        self.code_open_button = secondary(_("Openen met deze tekens"))
        self.code_open_button.clicked.connect(self._open_with_code)
        back = quiet(_("Toch met mijn wachtwoord"))
        back.clicked.connect(self.show_password)
        column.addWidget(self.code_open_button)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        return part

    # --- what the user does -----------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the keyboard in the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_code(self) -> None:
        """Ask for the signs of the recovery sheet instead."""
        self._by_password.hide()
        self._by_code.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_password(self) -> None:
        """Go back to the password."""
        self._by_code.hide()
        self._by_password.show()
        self.focus_first()

    def _tell_caps(self, on: bool) -> None:
        if not self.password_row.error:
            self.password_row.set_note(_("Caps Lock staat aan.") if on else "", "soon", "info")

    def _typed(self) -> None:
        self.password_row.set_error("")
        self.keyboard.hide()

    def _open(self) -> None:
        password = self.password.text()
        if self._wait.isActive() or not self.open_button.isEnabled():
            return
        if not password:
            self.password_row.set_error(_("Vul je wachtwoord in."))
            self.focus_first()
            return
        self._set_busy(on=True)
        path = self.path
        run_in_background(lambda: passwords.unlock(path, password), self._opened, self._failed, owner=self)

    def _opened(self, key: passwords.UnlockedKey) -> None:
        self._set_busy(on=False)
        self.unlocked.emit(key)

    def _open_with_code(self) -> None:
        try:
            key = passwords.key_from_code(self.path, self.code.toPlainText())
        except KnownError as error:
            self.code_row.set_error(f"{error.message} {error.next_step}")
            announce(self, error.message, at_once=True)
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.code_row.set_error("")
        self.recovered.emit(key)

    def _set_busy(self, *, on: bool) -> None:
        self.open_button.set_text(_("Openen…") if on else _("Openen"))
        self.open_button.setEnabled(not on)
        self.password.setReadOnly(on)

    def _failed(self, error: KnownError) -> None:
        self._set_busy(on=False)
        if error.code == "wachtwoord":
            self._wrong()
        else:
            self.show_error(error)

    def _wrong(self) -> None:
        self.tries += 1
        words = _("Dit wachtwoord past niet.")
        more = keyboard_words(caps_on=self.password.caps_on)
        if self.tries >= FREE_TRIES:
            seconds = min(FIRST_WAIT * 2 ** (self.tries - FREE_TRIES), LONGEST_WAIT)
            more = _("Wacht nu {n} seconden. Daarna kun je het weer proberen. Er gaat niets verloren.").format(
                n=seconds
            )
            self._wait.start(seconds * 1000)
        self.password_row.set_note("")
        self.password_row.set_error(words)
        self.keyboard.setText(more)
        self.keyboard.setVisible(bool(more))
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()
        announce(self.password, f"{words} {more}".strip(), at_once=True)

    def _may_try_again(self) -> None:
        self.keyboard.hide()
        self.focus_first()

    def show_error(self, error: KnownError, *, from_code: bool = False) -> None:
        """Say above the card why the file does not open: damaged, newer, in use, or not ours."""
        while (item := self.messages.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if from_code and error.code == "beschadigd":
            error = KnownError(
                _("Met deze tekens gaat dit bestand niet open."),
                _("Kijk of het herstelblad bij dit bestand hoort. Er is niets veranderd."),
                code=error.code,
            )
        self._message(notice_for(error))
        announce(self, str(error), at_once=True)


class _Middle(QWidget):
    """Puts a part of fixed width in the middle."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.setLayout(row(None, part, None, spacing=0))
