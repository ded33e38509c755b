"""Chips: a state or a date in a coloured box, always with an icon and a word. Not clickable, not focusable."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import font, metrics
from reintegratie_desktop.ui.theme import State, state_for_days, state_words

_PADDING = 8
_ICON = 15
_GAP = 5


def chip_size(words: str, icon: str = "", measures: QFontMetrics | None = None) -> QSize:
    """Return how large a chip with these words is."""
    measures = measures or metrics("small_strong")
    width = 2 * _PADDING + measures.horizontalAdvance(words) + 4
    if icon:
        width += _ICON + _GAP
    return QSize(width, max(24, measures.height() + 4))


def paint_chip(painter: QPainter, box: QRectF, words: str, tone: str, icon: str = "", *, dot: bool = False) -> None:
    """Paint a chip that fills `box`; `dot` adds the small sign of "done later than planned"."""
    now = theme.current()
    ink = now.colour(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # On the selected row the ground of "plan" is that of the row: the edge keeps the chip a chip.
    edged = tone in ("none", "plan") or now.high_contrast
    painter.setPen(QPen(now.hair, 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(now.colour(f"{tone}_bg"))
    edge = 0.5 if edged else 0.0
    painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), 5, 5)
    left = box.left() + _PADDING
    if icon:
        place = QRectF(left, box.top() + (box.height() - _ICON) / 2, _ICON, _ICON)
        icons.paint(painter, place, icon, ink)
        if dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.soon)
            painter.drawEllipse(QRectF(place.right() - 4, place.top() - 2, 6, 6))
        left += _ICON + _GAP
    painter.setPen(ink)
    painter.setFont(font("small_strong"))
    place = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class Chip(QLabel):
    """Words in the colours of a token (`late`, `soon`, `ok`, `plan` or `none`), with an icon before them."""

    def __init__(self, text: str, tone: str = "none", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._icon, self._dot = tone, icon, False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font("small_strong"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_look(self, text: str, tone: str, icon: str = "", *, dot: bool = False) -> None:
        """Change words, colours and icon together; `dot` adds the small sign of "done later than planned"."""
        self._tone, self._icon, self._dot = tone, icon, dot
        self.setText(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self.text(), self._icon, self.fontMetrics())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.text(), self._tone, self._icon, dot=self._dot)
        painter.end()


class StateChip(Chip):
    """The chip of a state. `text` replaces the state's own word; `urgent` colours waiting that can hurt a date."""

    def __init__(self, state: State, text: str = "", *, urgent: bool = False, icon: bool = True) -> None:
        super().__init__("")
        self._with_icon = icon
        self.set_state(state, text, urgent=urgent)

    def set_state(self, state: State, text: str = "", *, urgent: bool = False) -> None:
        """Show another state."""
        self.state = state
        tone = "soon" if urgent and state is State.WAITING else state.token
        icon = state.icon if self._with_icon else ""
        self.set_look(text or state.word, tone, icon, dot=state is State.DONE_LATE)


class DeadlineChip(StateChip):
    """The chip of a date: "5 dagen te laat", "over 3 dagen". The state follows from the days when it is not given."""

    def __init__(self, days: int, state: State | None = None, *, icon: bool = True) -> None:
        shown = state_for_days(days) if state is None else state
        super().__init__(shown, state_words(shown, days), icon=icon)

    def set_days(self, days: int, state: State | None = None) -> None:
        """Show another date."""
        shown = state_for_days(days) if state is None else state
        self.set_state(shown, state_words(shown, days))
