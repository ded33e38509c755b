"""The bar above a talk and the footer under it, and the page that hides everything for a pause."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.widgets.buttons import icon_only, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.footer import Footer
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.rail import Mark

_PROGRAM = "Re-integratie Desktop"
_ONLY_MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
)  # fmt: skip


class TalkBar(QFrame):
    """Whom the talk is with, when, where and who is there. Signals: `print_asked`, `pause_asked`, `menu_asked`."""

    print_asked = Signal()
    pause_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(70)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.title = Label("", "title", wrap=True)
        self.about = Label("", "small", "muted", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        self._line.addLayout(words, 1)
        self.print_button = quiet(_("Agenda afdrukken"), icon="printer")
        self.print_button.setToolTip("Ctrl+P")
        self.pause_button = secondary(_("Pauze"), icon="pause", small=True)
        self.pause_button.setToolTip(_("Verbergt het scherm. Een toets of een klik gaat verder."))
        self.menu_button = icon_only("ellipsis", _("Meer over dit gesprek"))
        for part in (self.print_button, self.pause_button, self.menu_button):
            self._line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.print_button.clicked.connect(self.print_asked)
        self.pause_button.clicked.connect(self.pause_asked)
        self.menu_button.clicked.connect(self.menu_asked)
        self.set_margin(32)

    def set_margin(self, side: int) -> None:
        """Keep the words above the column of points."""
        self._line.setContentsMargins(side, 8, side - 6, 8)

    def show_talk(self, title: str, about: str) -> None:
        """Show which talk this is."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.base)
        painter.fillRect(0, self.height() - 1, self.width(), 1, now.hair)
        painter.end()


class TalkFooter(Footer):
    """What is saved, the way back, and the one filled button. Signals: `back`, `next`."""

    back = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(60, parent)
        self.line.setSpacing(8)
        self.line.addStretch(1)
        self.back_button = secondary(_("Vorig punt"), icon="arrow-left")
        self.next_button = primary(_("Besproken, volgend punt"), trailing="arrow-right")
        self.next_button.setToolTip("Ctrl+Enter")
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.line.addWidget(self.back_button)
        self.line.addWidget(self.next_button)

    def set_words(self, back: str, following: str) -> None:
        """Name what the two buttons do."""
        self.back_button.set_text(back)
        self.next_button.set_text(following)


class PausePage(QWidget):
    """Shows only the name of the program. Signal `ended` at a key or a press."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pauze. Een toets of een klik gaat verder."))
        column = QVBoxLayout(self)
        self.mark = Mark(_PROGRAM)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go on; the key that began the pause and is still held does not count, nor does Ctrl alone."""
        event.accept()
        if not event.isAutoRepeat() and event.key() not in _ONLY_MODIFIERS:
            self.ended.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        event.accept()
        self.ended.emit()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().window)
        painter.end()
