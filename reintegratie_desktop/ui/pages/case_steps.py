"""The steps of a case, grouped in phases that fold: what, who, when, how it stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.views import PhaseView, StepState, StepView
from reintegratie_desktop.text.formatting import NO_BREAK, day_long
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import chip_words, day_words, is_talk, state_of, was_done
from reintegratie_desktop.ui.pages.why_panel import fill_why
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.labels import HairLine, Label

STEP_HEIGHT: Final = 52
_CLOSED: Final = (StepState.DONE, StepState.DONE_LATE, StepState.STOPPED, StepState.NOT_NEEDED)
LAPSED: Final = "vervallen"
"""Key of the fold that holds what is not needed any more."""
_WHO: Final = 116
_DATE: Final = 122


class PhaseHead(QAbstractButton):
    """The line of a phase: an arrow, its name, and how far it is. Left and right fold and unfold."""

    def __init__(self, phase: PhaseView) -> None:
        super().__init__()
        self.phase = phase
        self.setCheckable(True)
        self.setText(phase.title.replace("&", "&&"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(42)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = QHBoxLayout(self)
        line.setContentsMargins(40, 9, 17, 9)
        self._title = Label(phase.title, "label", wrap=True)
        self._summary = Label(phase.summary, "small", "muted")
        for label in (self._title, self._summary):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self._title, 1)
        line.addWidget(self._summary)
        ask_ring(self, 4)
        self.toggled.connect(self._name)
        self._name()

    def _name(self) -> None:
        state = _("open") if self.isChecked() else _("dicht")
        self.setAccessibleName(", ".join(part for part in (self.phase.title, self.phase.summary, state) if part))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        box = QRectF(15, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, box, "chevron-down" if self.isChecked() else "chevron-right", "muted")
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)


class StepRow(QAbstractButton):
    """One step.

    Signals: `chosen` when it is selected, `acted` for Enter or a double click, `walked(step)` for the arrows.
    """

    chosen = Signal()
    acted = Signal()
    walked = Signal(int)

    def __init__(
        self, step: StepView, today: date, on_menu: Callable[[StepView, Button], None] | None, chip_width: int
    ) -> None:
        super().__init__()
        self.step = step
        self._selected = False
        self._hover = False
        self.setText(step.title.replace("&", "&&"))
        self.setAccessibleName(_sentence(step))
        self.setMinimumHeight(STEP_HEIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        state = state_of(step.state)
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 6, 6, 6)
        line.setSpacing(0)
        line.addWidget(IconLabel(state.icon, state.token, 20))
        line.addSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(step.title, "label", wrap=True))
        if step.detail:
            words.addWidget(Label(step.detail, "smallest", "muted", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addSpacing(10)
        line.addWidget(_who(step.who))
        late = step.state is StepState.LATE
        day = Label(_day_cell(step, today), "small_strong" if late else "small", "late" if late else "text", wrap=True)
        day.setFixedWidth(_DATE)
        line.addWidget(day)
        chip = QWidget()
        chip_line = QHBoxLayout(chip)
        chip_line.setContentsMargins(0, 0, 0, 0)
        chip_line.addStretch(1)
        chip_line.addWidget(StateChip(state, chip_words(step), icon=False))
        chip.setFixedWidth(chip_width)
        line.addWidget(chip)
        self.menu_button: Button | None = None
        if on_menu is not None:
            self.menu_button = icon_only("ellipsis", _("Meer bij {stap}").format(stap=step.title))
            button = self.menu_button
            button.clicked.connect(lambda: on_menu(step, button))
            line.addWidget(button)
        else:
            line.addSpacing(30)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self.chosen)

    @property
    def is_selected(self) -> bool:
        """Tell whether this is the selected step."""
        return self._selected

    def set_selected(self, *, on: bool) -> None:
        """Show the row as the selected one."""
        self._selected = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
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
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.chosen.emit()
        elif event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.acted.emit()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
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


class StepList(Surface):
    """All phases with their steps.

    Signals: `selected(step_id)`, `acted(step_id)`. `folded` puts the explanation under the selected row, for a narrow
    window.
    """

    selected = Signal(str)
    acted = Signal(str)

    def __init__(
        self,
        phases: tuple[PhaseView, ...],
        today: date,
        *,
        has_menu: Callable[[StepView], bool],
        on_menu: Callable[[StepView, Button], None],
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("base", "hair", 8, parent)
        self._folded = folded
        self._today = today
        phases = _lapsed_last(phases)
        self._phase_of = {step.id: phase.key for phase in phases for step in phase.steps}
        self._why: QWidget | None = None
        self.why_link: Button | None = None
        self.heads: dict[str, PhaseHead] = {}
        self._bodies: dict[str, QWidget] = {}
        self.rows: dict[str, StepRow] = {}
        self.done_links: dict[str, Button] = {}
        self._in_done: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 6)
        column.setSpacing(0)
        words = [
            StateChip(state_of(step.state), chip_words(step), icon=False) for phase in phases for step in phase.steps
        ]
        chip_width = max((chip.sizeHint().width() for chip in words), default=0)
        for index, phase in enumerate(phases):
            if index:
                column.addWidget(HairLine())
            head = PhaseHead(phase)
            inside = QWidget()
            inner = QVBoxLayout(inside)
            inner.setContentsMargins(0, 0, 0, 8)
            inner.setSpacing(0)
            # What is late comes first; the others stand in the order of their dates.
            open_steps = [step for step in phase.steps if step.state not in _CLOSED]
            open_steps.sort(key=lambda step: step.state is not StepState.LATE)
            closed = [step for step in phase.steps if step.state in _CLOSED]
            folds = bool(open_steps and closed)
            for step in open_steps if folds else phase.steps:
                inner.addWidget(self._row(step, on_menu if has_menu(step) else None, chip_width))
            if folds:
                rows = [self._row(step, on_menu if has_menu(step) else None, chip_width) for step in closed]
                self._add_done(phase.key, inner, rows)
            self.heads[phase.key], self._bodies[phase.key] = head, inside
            column.addWidget(head)
            column.addWidget(inside)
            head.toggled.connect(inside.setVisible)
            head.setChecked(phase.is_current)
            inside.setVisible(phase.is_current)
        column.addStretch(1)

    def _row(self, step: StepView, on_menu: Callable[[StepView, Button], None] | None, chip_width: int) -> StepRow:
        line = StepRow(step, self._today, on_menu, chip_width)
        line.chosen.connect(lambda: self.select(step.id))
        line.acted.connect(lambda: self.acted.emit(step.id))
        line.walked.connect(lambda way: self._walk(step.id, way))
        line.set_selected(on=False)
        self.rows[step.id] = line
        return line

    def _add_done(self, key: str, inner: QVBoxLayout, rows: list[StepRow]) -> None:
        """Put what is done under a line that unfolds it: what must still happen comes first."""
        words = ngettext("{n} stap die klaar is", "{n} stappen die klaar zijn", len(rows)).format(n=len(rows))
        link = quiet(words, icon="chevron-right")
        link.setCheckable(True)
        link.set_tone("muted")
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in rows:
            column.addWidget(line)
        holder = QHBoxLayout()
        holder.setContentsMargins(34, 4, 10, 2)
        holder.addWidget(link)
        holder.addStretch(1)
        inner.addLayout(holder)
        inner.addWidget(part)
        part.hide()
        link.toggled.connect(part.setVisible)
        link.toggled.connect(lambda on: link.set_icon("chevron-down" if on else "chevron-right"))
        self.done_links[key] = link
        self._in_done.update({line.step.id: link for line in rows})

    @property
    def open_phases(self) -> tuple[str, ...]:
        """Return the phases that are unfolded."""
        return tuple(key for key, head in self.heads.items() if head.isChecked())

    def open_only(self, phases: tuple[str, ...]) -> None:
        """Unfold these phases and no others."""
        for key, head in self.heads.items():
            head.setChecked(key in phases)

    @property
    def current(self) -> str:
        """Return the selected step, or ""."""
        return next((step_id for step_id, line in self.rows.items() if line.is_selected), "")

    def select(self, step_id: str, *, focus: bool = False) -> None:
        """Select a step and unfold its phase; with `focus` the keyboard goes there."""
        chosen = self.rows.get(step_id)
        if chosen is None:
            return
        if not chosen.is_selected:
            for line in self.rows.values():
                line.set_selected(on=line is chosen)
            self._place_why(chosen)
            self.selected.emit(step_id)
        head = self.heads[self._phase_of[step_id]]
        if not head.isChecked():
            head.setChecked(True)
        if step_id in self._in_done:
            self._in_done[step_id].setChecked(True)
        if focus:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _walk(self, step_id: str, way: int) -> None:
        shown = [key for key, line in self.rows.items() if line.isVisibleTo(self)]
        place = max(0, min(len(shown) - 1, shown.index(step_id) + way))
        self.rows[shown[place]].setFocus(Qt.FocusReason.TabFocusReason)

    # --- the explanation under the row, in a narrow window ----------------------------------------------------------

    def _place_why(self, chosen: StepRow) -> None:
        for old in (self._why,):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._why = self.why_link = None
        if not self._folded or not (chosen.step.sum or chosen.step.explanation):
            return
        parent = chosen.parentWidget()
        inner = parent.layout() if parent is not None else None
        assert isinstance(inner, QVBoxLayout)
        place = inner.indexOf(chosen) + 1
        why = QWidget()
        column = QVBoxLayout(why)
        column.setContentsMargins(54, 4, 40, 12)
        column.setSpacing(8)
        fill_why(column, chosen.step, with_head=False)
        why.hide()
        link = quiet(_("Waarom deze datum?"), icon="info")
        link.setCheckable(True)
        link.toggled.connect(why.setVisible)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(48, 2, 10, 4)
        line.addWidget(link)
        line.addStretch(1)
        part = QWidget()
        both = QVBoxLayout(part)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(holder)
        both.addWidget(why)
        inner.insertWidget(place, part)
        self._why, self.why_link = part, link


def _who(words: str) -> QWidget:
    part = QWidget()
    part.setFixedWidth(_WHO)
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 8, 0)
    line.setSpacing(6)
    if words:
        line.addWidget(IconLabel("user-round", "muted", 15))
        line.addWidget(Label(words, "small", "muted", wrap=True), 1)
    return part


def _lapsed_last(phases: tuple[PhaseView, ...]) -> tuple[PhaseView, ...]:
    """Take what is not needed any more out of the phases, and put it folded under one line at the end."""
    lapsed = tuple(step for phase in phases for step in phase.steps if step.state is StepState.STOPPED)
    if not lapsed:
        return phases
    kept = [replace(phase, steps=tuple(step for step in phase.steps if step not in lapsed)) for phase in phases]
    words = _("Niet meer nodig ({n})").format(n=len(lapsed))
    return (*(phase for phase in kept if phase.steps), PhaseView(LAPSED, words, "", is_current=False, steps=lapsed))


def _day_cell(step: StepView, today: date) -> str:
    """Return the date of a row; of what is done the day it was done, not the day it had to be."""
    if was_done(step) and step.done_on is not None:
        done = day_words(step.done_on, today).replace(" ", NO_BREAK)
        return _("klaar op {dag}").format(dag=done)
    return day_words(step.day, today).replace(" ", NO_BREAK) if step.day else ""


def _sentence(step: StepView) -> str:
    """Return a step as a screen reader says it."""
    day = day_long(step.day) if step.day else ""
    if was_done(step) and step.done_on is not None:
        day = _("klaar op {dag}").format(dag=day_long(step.done_on))
    elif is_talk(step):
        day = _("afgesproken op {dag}").format(dag=day)
    parts = [step.title, step.detail, step.who, day, step.state_words]
    return ", ".join(part for part in parts if part)
