"""What the lists of steps and of points share: a row that can be chosen, and the head of a group that folds."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.style import paint_ring
from reintegratie_desktop.ui.widgets.labels import Label

_ARROW: Final = 16
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PickRow(QAbstractButton):
    """A row of a list: its ground shows the mouse and which row is selected, a ring shows the keyboard.

    The parts of a row are put in by who makes it. Signals: `chosen` when it is selected, `acted` for Enter,
    `walked(step)` for the arrows.
    """

    chosen = Signal()
    acted = Signal()
    walked = Signal(int)

    def __init__(self, title: str, height: int) -> None:
        super().__init__()
        self._selected = self._hover = self._ring = False
        self.setText(title.replace("&", "&&"))
        self.setMinimumHeight(height)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.chosen)

    @property
    def is_selected(self) -> bool:
        """Tell whether this is the selected row."""
        return self._selected

    def set_selected(self, *, on: bool) -> None:
        """Show the row as the selected one; Tab comes to the selected row only."""
        self._selected = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.update()

    def let_mouse_through(self) -> None:
        """Let the words in the row hand the mouse to the row itself."""
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

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
            paint_ring(painter, box, now.accent)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.acted.emit()
        elif key is Qt.Key.Key_Space:
            self.chosen.emit()
        elif key in _WALK:
            self.walked.emit(_WALK[key])
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


class FoldHead(QAbstractButton):
    """The line over a group of rows: an arrow and its name; Left and Right fold and unfold.

    `said` is what a screen reader says besides the name, such as how many rows there are. A head that does not fold has
    no arrow, and the keyboard does not come there.
    """

    def __init__(self, title: str, said: str, *, height: int, left: int, folds: bool = True) -> None:
        super().__init__()
        self._plain, self._said, self._left, self._folds = title, said, left, folds
        self.setCheckable(True)
        self.setText(title.replace("&", "&&"))
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if folds:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._name)
        self._name()

    def _name(self) -> None:
        state = (_("open") if self.isChecked() else _("dicht")) if self._folds else ""
        self.setAccessibleName(", ".join(part for part in (self._plain, self._said, state) if part))

    @override
    def nextCheckState(self) -> None:
        if self._folds:
            super().nextCheckState()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        if self._folds:
            box = QRectF(self._left, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
            icons.paint(painter, box, "chevron-down" if self.isChecked() else "chevron-right", "muted")
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()).adjusted(6, 2, -6, -2), theme.current().accent)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        elif event.key() in _ENTER:
            self.toggle()
        else:
            super().keyPressEvent(event)
