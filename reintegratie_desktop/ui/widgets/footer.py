"""The footer: what is saved, whether there is a good backup, and that nothing leaves this computer."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.style import fill
from reintegratie_desktop.ui.widgets.buttons import primary, quiet, secondary
from reintegratie_desktop.ui.widgets.labels import Label, Tone
from reintegratie_desktop.ui.widgets.undo import UndoStrip


class _Item(QWidget):
    """An icon with a short sentence."""

    def __init__(self, icon: str, text: str, icon_tone: str = "muted") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.icon = IconLabel(icon, icon_tone, 17)
        self.label = Label(text, "small", "muted")
        line.addWidget(self.icon)
        line.addWidget(self.label)

    def say(self, text: str, icon: str, icon_tone: str, tone: Tone = "muted") -> None:
        """Show another sentence; hidden when it is empty."""
        self.label.setText(text)
        self.label.set_tone(tone)
        self.icon.set_icon(icon, icon_tone)
        self.setVisible(bool(text))


class Footer(QFrame):
    """The base: a line along the bottom with the time of saving at the left and a place to undo."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(height)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(24, 4, 24, 4)
        self.line.setSpacing(28)
        self.saved = _Item("check", "", "ok")
        self.saved.setVisible(False)
        self.undo = UndoStrip()
        self.line.addWidget(self.saved)
        self.line.addWidget(self.undo)

    def set_saved(self, time: str, day: str = "") -> None:
        """Say when everything was saved; `time` and, when it was not today, `day` are shown as they are."""
        words = _("Bewaard op {dag} om {tijd}") if day else _("Bewaard om {tijd}")
        self.saved.say(words.format(dag=day, tijd=time) if time else "", "check", "ok")

    def set_saving_problem(self, sentence: str) -> None:
        """Say that saving does not work, in the place where people look for it."""
        self.saved.say(sentence, "triangle-alert", "late", "late")

    def offer_undo(self, sentence: str, undo: Callable[[], None]) -> None:
        """Offer to bring back what was removed, for ten seconds."""
        self.undo.offer(sentence, undo)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        fill(painter, self.rect(), now.window)
        fill(painter, QRect(0, 0, self.width(), 1), now.hair)
        painter.end()


class StatusFooter(Footer):
    """The footer of the main window. Signal `backup_pressed` for "Maak nu"."""

    backup_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(44, parent)
        self.backup = _Item("shield-check", "", "ok")
        self.backup.setVisible(False)
        self.backup_button = quiet(_("Maak nu"))
        self.backup_button.hide()
        self.backup_button.clicked.connect(self.backup_pressed)
        self.offline = _Item("monitor-check", _("Niets verlaat deze computer"))
        self.line.addWidget(self.backup)
        self.line.addWidget(self.backup_button)
        self.line.addStretch(1)
        self.line.addWidget(self.offline)

    def set_backup(self, sentence: str, *, good: bool) -> None:
        """Say how the last backup stands; when it is not good there is a button to make one now."""
        icon, tone = ("shield-check", "ok") if good else ("shield-alert", "late")
        self.backup.say(sentence, icon, tone, "muted" if good else "late")
        self.backup_button.setVisible(bool(sentence) and not good)


class WizardFooter(Footer):
    """The footer of a form. Signals: `back`, `next`. Back stands left of next; next is the one filled button."""

    back = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(60, parent)
        self.line.setSpacing(8)
        self.line.addStretch(1)
        self.place = Label("", "small", "muted")
        self.back_button = secondary(_("Vorige stap"), shortcut="Alt+T")
        self.next_button = primary(_("Volgende"), trailing="arrow-right", shortcut="Alt+V")
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        for part in (self.place, self.back_button, self.next_button):
            self.line.addWidget(part)
        # After the last field the Tab key comes to the way on first: Enter there must not lead back.
        self.setTabOrder(self.next_button, self.back_button)

    def set_place(self, number: int, of: int) -> None:
        """Say which step this is; on the first one there is no way back."""
        self.place.setText(_("Stap {nummer} van {alle}").format(nummer=number, alle=of))
        self.back_button.setVisible(number > 1)

    def set_words(self, back: str, following: str) -> None:
        """Name what the buttons do: "Vorige stap" and "Volgende", "Verder invullen" and "Papier vaststellen"."""
        self.back_button.set_text(back)
        self.next_button.set_text(following)
