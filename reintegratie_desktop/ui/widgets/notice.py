"""A message in the page: an icon, a sentence, and at most one button. Never a pop-up."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, secondary
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import small, strong


class NoticeKind(StrEnum):
    """How much a message weighs."""

    HINT = "hint"
    WARN = "warn"
    LATE = "late"
    OK = "ok"


_LOOKS = {
    NoticeKind.HINT: ("soft", "accent", "info"),
    NoticeKind.WARN: ("soon_bg", "soon", "triangle-alert"),
    NoticeKind.LATE: ("late_bg", "late", "triangle-alert"),
    NoticeKind.OK: ("ok_bg", "ok", "circle-check"),
}


class Notice(Surface):
    """A message of one semi-bold sentence and an optional second one, with one button and a way to close it.

    Signals: `pressed` when the button is used, `closed` when the user closed the message.
    """

    pressed = Signal()
    closed = Signal()

    def __init__(
        self,
        kind: NoticeKind,
        sentence: str,
        more: str = "",
        *,
        button: str = "",
        on_press: Callable[[], None] | None = None,
        closable: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        ground, token, standard = _LOOKS[kind]
        super().__init__(ground, "", 8, parent)
        self.kind = kind
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 11, 12, 11)
        line.setSpacing(12)
        self._icon = IconLabel(icon or standard, token, 20)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.words = words = QVBoxLayout()
        words.setSpacing(1)
        self.sentence = strong(sentence)
        self.more = small(more, "text" if kind in (NoticeKind.WARN, NoticeKind.LATE) else "muted")
        if not more:
            self.more.hide()
        words.addWidget(self.sentence)
        words.addWidget(self.more)
        line.addLayout(words, 1)
        self.button: Button | None = None
        if button:
            self.button = secondary(button, small=True)
            self.button.clicked.connect(self.pressed)
            if on_press is not None:
                self.pressed.connect(on_press)
            line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.close_button: Button | None = None
        if closable:
            self.close_button = icon_only("x", _("Melding sluiten"))
            self.close_button.clicked.connect(self._close)
            line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{sentence} {more}".strip())

    def set_text(self, sentence: str, more: str = "", *, speak: bool = False) -> None:
        """Change the words; `speak` lets a screen reader say them once."""
        self.sentence.setText(sentence)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setAccessibleName(f"{sentence} {more}".strip())
        if speak:
            announce(self, self.accessibleName())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
