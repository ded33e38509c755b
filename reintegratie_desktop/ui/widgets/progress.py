"""Work that takes longer than a second: what is happening, how far it is, and a way to stop."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import strong


class _Bar(QProgressBar):
    """A thin bar; a screen reader still hears the percentage."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(8)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.hair)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        whole = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / whole if whole > 0 else 1.0
        if share > 0:
            painter.setPen(now.accent)
            painter.setBrush(now.accent)
            painter.drawRoundedRect(QRectF(0.5, 0.5, max(8.0, (self.width() - 1) * share), 7), 4, 4)
        painter.end()


class Progress(Surface):
    """A sentence, a bar and "Stoppen". Signal `stopped` when the user stops; `was_stopped` stays true after that."""

    stopped = Signal()

    def __init__(self, sentence: str, *, can_stop: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        self.was_stopped = False
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 12, 12)
        line.setSpacing(14)
        column = QVBoxLayout()
        column.setSpacing(6)
        self.sentence = strong(sentence)
        self.bar = _Bar()
        self.bar.setAccessibleName(sentence)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        line.addLayout(column, 1)
        self.stop_button = secondary(_("Stoppen"), small=True)
        if not can_stop:
            self.stop_button.hide()
        self.stop_button.clicked.connect(self._stop)
        line.addWidget(self.stop_button)

    def set_step(self, done: int, of: int, sentence: str = "") -> None:
        """Show how far it is, with another sentence if given: "blad 31 van 68"."""
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(min(done, max(1, of)))
        if sentence:
            self.sentence.setText(sentence)
            self.bar.setAccessibleName(sentence)

    def _stop(self) -> None:
        self.was_stopped = True
        self.stop_button.setVisible(False)
        self.sentence.setText(_("Het stopt zo. Wat al klaar is, blijft staan."))
        self.stopped.emit()
