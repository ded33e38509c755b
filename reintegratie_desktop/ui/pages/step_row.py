"""The lines in the list of steps: the head of a phase, and one step."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.views import PhaseView
from reintegratie_desktop.text.formatting import NO_BREAK, day_long
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import chip_words, day_words, is_talk, state_of, was_done
from reintegratie_desktop.ui.pages.pick_row import FoldHead, PickRow
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.labels import Label

STEP_HEIGHT: Final = 52
STEP_COMPACT: Final = 44
HEAD_HEIGHT: Final = 41
HEAD_COMPACT: Final = 37
_DATE: Final = 118
_LEFT: Final = 22
_RIGHT: Final = 18
_ICON: Final = 20
_GAP: Final = 12
_WHO_ICON: Final = 15
_WHO_GAP: Final = 6
_LEAST_TITLE: Final = 214
_LEAST_WHO: Final = 100


class PhaseHead(FoldHead):
    """The line of a phase: its name, and how far it is."""

    def __init__(self, phase: PhaseView, *, compact: bool = False) -> None:
        super().__init__(phase.title, phase.summary, height=HEAD_COMPACT if compact else HEAD_HEIGHT, left=15)
        self.phase = phase
        line = QHBoxLayout(self)
        line.setContentsMargins(40, 4, _RIGHT - 1, 4)
        self._title = Label(phase.title, "label", wrap=True)
        self._summary = Label(phase.summary, "small", "muted")
        for label in (self._title, self._summary):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self._title, 1)
        line.addWidget(self._summary)


class _Title(Label):
    """The name of a step on one line: the short one when the long one does not fit."""

    def __init__(self, step: StepView) -> None:
        self._names = [step.title, *([step.short_title] if step.short_title else [])]
        super().__init__(step.title, "label", wrap=True)

    def _fitting(self, width: int) -> str:
        metrics = self.fontMetrics()
        fits = (name for name in self._names if metrics.horizontalAdvance(name) + 2 <= width)
        return next(fits, min(self._names, key=metrics.horizontalAdvance))

    @override
    def heightForWidth(self, width: int, /) -> int:
        name = self._fitting(width)
        box = self.fontMetrics().boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, name)
        return max(box.height(), self.fontMetrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        name = self._fitting(self.width())
        if name != self.text():
            self.setText(name)


class StepRow(PickRow):
    """One step; a double click does what Enter does.

    Signals: those of `PickRow`, and `menu_asked` for the right button or the menu key, with the place on the screen as
    it comes from Qt.
    """

    menu_asked = Signal(object)

    def __init__(self, step: StepView, today: date, chip_width: int, *, compact: bool = False) -> None:
        super().__init__(step.title, STEP_COMPACT if compact else STEP_HEIGHT)
        self.step = step
        self.setAccessibleName(sentence_of(step))
        self.setToolTip(step.title if step.short_title and step.short_title != step.title else "")
        state = state_of(step.state)
        line = QHBoxLayout(self)
        line.setContentsMargins(_LEFT, 3, _RIGHT, 3)
        line.setSpacing(0)
        line.addWidget(IconLabel(state.icon, state.token, _ICON))
        line.addSpacing(_GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(_Title(step))
        self._detail = Label(step.detail, "smallest", "muted", wrap=True)
        words.addWidget(self._detail)
        if not step.detail:
            self._detail.hide()
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addSpacing(_GAP)
        self._who = _who(step.who)
        line.addWidget(self._who)
        late = step.state is StepState.LATE
        day = Label(day_cell(step, today), "small_strong" if late else "small", "late" if late else "text", wrap=True)
        day.setFixedWidth(_DATE)
        line.addWidget(day)
        chip = QWidget()
        chip_line = QHBoxLayout(chip)
        chip_line.setContentsMargins(0, 0, 0, 0)
        chip_line.addStretch(1)
        chip_line.addWidget(StateChip(state, chip_words(step), icon=False))
        chip.setFixedWidth(chip_width)
        line.addWidget(chip)
        self.let_mouse_through()

    def set_who_width(self, width: int) -> None:
        """Give the column of people a width; with 0 the person takes the place of the second line."""
        self._who.setVisible(width > 0)
        if width:
            self._who.setFixedWidth(width)
        self._detail.setText(self.step.detail if width else self.step.who)
        self._detail.setVisible(bool(self._detail.text()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.acted.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        self.chosen.emit()
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_asked.emit(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))


def who_width(list_width: int, chip_width: int, steps: Iterable[StepView]) -> int:
    """Return how wide the column of people can be, and need be; 0 when there is no room for one."""
    left = list_width - _LEFT - _ICON - 2 * _GAP - _LEAST_TITLE - _DATE - chip_width - _RIGHT
    if left < _LEAST_WHO:
        return 0
    metrics = QFontMetrics(font("small"))
    widest = max((metrics.horizontalAdvance(step.who) for step in steps), default=0)
    return max(_LEAST_WHO, min(left, widest + _WHO_ICON + _WHO_GAP + 2 * _GAP))


def _who(words: str) -> QWidget:
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, _GAP - 2, 0)
    line.setSpacing(_WHO_GAP)
    if words:
        line.addWidget(IconLabel("user-round", "muted", _WHO_ICON))
        line.addWidget(Label(words, "small", "muted", wrap=True), 1)
    return part


def day_cell(step: StepView, today: date) -> str:
    """Return the date of a row; of what is done the day it was done, not the day it had to be."""
    day = step.done_on if was_done(step) and step.done_on is not None else step.day
    return day_words(day, today).replace(" ", NO_BREAK) if day else ""


def sentence_of(step: StepView) -> str:
    """Return a step as a screen reader says it."""
    day = day_long(step.day) if step.day else ""
    if was_done(step) and step.done_on is not None:
        words = _("gemaakt op {dag}") if step.state is StepState.WAITING else _("klaar op {dag}")
        day = words.format(dag=day_long(step.done_on))
    elif is_talk(step):
        day = _("afgesproken op {dag}").format(dag=day)
    parts = [step.title, step.detail, step.who, day, step.state_words]
    return ", ".join(part for part in parts if part)
