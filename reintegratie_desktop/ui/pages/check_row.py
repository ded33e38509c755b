"""The lines in the list of the check: the head of a group, and one point."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.check_views import CheckItemView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.check_looks import SIGNS, weight_line
from reintegratie_desktop.ui.style import paint_ring
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.labels import Label

ROW_HEIGHT: Final = 56
ROW_COMPACT: Final = 50
HEAD_HEIGHT: Final = 40
HEAD_COMPACT: Final = 35
_LEFT: Final = 20
_RIGHT: Final = 16
_WEIGHT: Final = 84
_WALK: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS: Final = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class GroupHead(QAbstractButton):
    """The line of a group with how many points it holds; one that folds has an arrow, and Left and Right."""

    def __init__(self, title: str, count: int, *, folds: bool, compact: bool = False) -> None:
        super().__init__()
        self._plain, self._folds, self._count = title, folds, count
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(title.replace("&", "&&"))
        self.setMinimumHeight(HEAD_COMPACT if compact else HEAD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = QHBoxLayout(self)
        line.setContentsMargins(_LEFT + (25 if folds else 0), 4, _RIGHT + 4, 4)
        words = Label(title, "label", wrap=True)
        number = Label(f"{count}", "small", "muted")
        for label in (words, number):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(words, 1)
        line.addWidget(number)
        if folds:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._name)
        self._name()

    @override
    def nextCheckState(self) -> None:
        if self._folds:
            super().nextCheckState()

    def _name(self) -> None:
        state = (_("open") if self.isChecked() else _("dicht")) if self._folds else ""
        self.setAccessibleName(", ".join(part for part in (self._plain, f"{self._count}", state) if part))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        if self._folds:
            box = QRectF(_LEFT, (self.height() - 16) / 2, 16, 16)
            icons.paint(painter, box, "chevron-down" if self.isChecked() else "chevron-right", "muted")
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()).adjusted(6, 2, -6, -2), theme.current().accent)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)


class CheckRow(QAbstractButton):
    """One point: its sign, what it is and what was found, how heavily it weighs, and its button.

    Signals: `chosen` when it is selected, `opened` for Enter or a double click, `acted` for its button,
    `walked(step)` for the arrows, `ended(way)` for Home and End.
    """

    chosen = Signal()
    opened = Signal()
    acted = Signal()
    walked = Signal(int)
    ended = Signal(int)

    def __init__(self, item: CheckItemView, action: str, action_width: int, *, compact: bool = False) -> None:
        super().__init__()
        self.item = item
        self._selected = self._hover = self._ring = False
        self.setText(item.title.replace("&", "&&"))
        self.setAccessibleName(item.spoken)
        self.setAccessibleDescription(item.finding)
        self.setMinimumHeight(ROW_COMPACT if compact else ROW_HEIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        icon, tone = SIGNS[item.stand]
        line = QHBoxLayout(self)
        line.setContentsMargins(_LEFT, 5, _RIGHT + 4, 6)
        line.setSpacing(12)
        line.addWidget(IconLabel(icon, tone, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(item.title, "label", wrap=True))
        words.addWidget(Label(item.finding, "smallest", "muted", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        weight = weight_line(item.weight, item.weight_words)
        weight.setFixedWidth(_WEIGHT)
        line.addWidget(weight)
        for part in (weight, *self.findChildren(Label)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.button = None
        if action_width:
            place = QWidget()
            place.setFixedWidth(action_width)
            place_line = QHBoxLayout(place)
            place_line.setContentsMargins(0, 0, 0, 0)
            place_line.addStretch(1)
            if action:
                self.button = secondary(action, small=True)
                self.button.setAccessibleName(f"{action}, {item.title}")
                self.button.clicked.connect(self.acted)
                place_line.addWidget(self.button)
            line.addWidget(place)
        self.clicked.connect(self.chosen)
        self.set_selected(on=False)

    @property
    def is_selected(self) -> bool:
        """Tell whether this is the selected point."""
        return self._selected

    def set_selected(self, *, on: bool) -> None:
        """Show the row as the selected one; Tab comes to the selected row and its button only."""
        self._selected = on
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        if self.button is not None:
            self.button.setFocusPolicy(policy)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(6, 0, -6, 0)
        if self._selected or self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.soft if self._selected else now.window)
            painter.drawRoundedRect(box, 5, 5)
        if self.hasFocus() and self._ring:
            paint_ring(painter, box, theme.current().accent)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.opened.emit()
        elif key is Qt.Key.Key_Space:
            self.chosen.emit()
        elif key in _WALK:
            self.walked.emit(_WALK[key])
        elif key in _ENDS:
            self.ended.emit(_ENDS[key])
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        # The ground already shows which row is selected; the ring is for who walks with the keyboard.
        self._ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.chosen.emit()
        self.update()

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)
