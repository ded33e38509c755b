"""The lines in the list of the check: the head of a group, and one point."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.check_views import CheckItemView
from reintegratie_desktop.text.formatting import with_whole_days
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.check_looks import SIGNS, weight_line
from reintegratie_desktop.ui.pages.pick_row import FoldHead, PickRow
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.labels import Label

ROW_HEIGHT: Final = 56
ROW_COMPACT: Final = 50
HEAD_HEIGHT: Final = 40
HEAD_COMPACT: Final = 35
_LEFT: Final = 20
_RIGHT: Final = 16
_WEIGHT: Final = 84
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS: Final = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class GroupHead(FoldHead):
    """The line of a group with how many points it holds."""

    def __init__(self, title: str, count: int, *, folds: bool, compact: bool = False) -> None:
        height = HEAD_COMPACT if compact else HEAD_HEIGHT
        super().__init__(title, f"{count}", height=height, left=_LEFT, folds=folds)
        self.setChecked(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(_LEFT + (25 if folds else 0), 4, _RIGHT + 4, 4)
        words = Label(title, "label", wrap=True)
        number = Label(f"{count}", "small", "muted")
        for label in (words, number):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(words, 1)
        line.addWidget(number)


class CheckRow(PickRow):
    """One point: its sign, what it is and what was found, how heavily it weighs, and its button.

    Signals: those of `PickRow`, where `acted` comes from its button; `opened` for Enter, and `ended(way)` for Home and
    End.
    """

    opened = Signal()
    ended = Signal(int)

    def __init__(self, item: CheckItemView, action: str, action_width: int, *, compact: bool = False) -> None:
        super().__init__(item.title, ROW_COMPACT if compact else ROW_HEIGHT)
        self.item = item
        self.setAccessibleName(item.spoken)
        self.setAccessibleDescription(item.finding)
        icon, tone = SIGNS[item.stand]
        line = QHBoxLayout(self)
        line.setContentsMargins(_LEFT, 5, _RIGHT + 4, 6)
        line.setSpacing(12)
        line.addWidget(IconLabel(icon, tone, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(item.title, "label", wrap=True))
        words.addWidget(Label(with_whole_days(item.finding), "smallest", "muted", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        weight = weight_line(item.weight, item.weight_words)
        weight.setFixedWidth(_WEIGHT)
        line.addWidget(weight)
        weight.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.let_mouse_through()
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
        self.set_selected(on=False)

    @override
    def set_selected(self, *, on: bool) -> None:
        super().set_selected(on=on)
        if self.button is not None:
            self.button.setFocusPolicy(self.focusPolicy())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            # With Ctrl it is the filled button of the page.
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.opened.emit()
        elif key in _ENDS:
            self.ended.emit(_ENDS[key])
        else:
            super().keyPressEvent(event)
