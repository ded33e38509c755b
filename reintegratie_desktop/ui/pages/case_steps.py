"""The steps of a case, grouped in phases that fold: what, who, when, how it stands."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.step_words import INFORMATION
from reintegratie_desktop.services.views import PhaseView, StepState, StepView
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.pages.common import chip_words, state_of
from reintegratie_desktop.ui.pages.inner_scroll import InnerScroll
from reintegratie_desktop.ui.pages.step_row import PhaseHead, StepRow, who_width
from reintegratie_desktop.ui.pages.why_panel import fill_why
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.labels import HairLine, Label

LAPSED: Final = "vervallen"
"""Key of the fold that holds what is not needed any more."""
_WHY_WIDTH: Final = 640
"""A sum reads badly when its numbers stand far from their words."""
_CLOSED: Final = (StepState.DONE, StepState.DONE_LATE, StepState.STOPPED, StepState.NOT_NEEDED)


class StepList(Surface):
    """All phases with their steps; the card scrolls by itself, so that the time line stays in view.

    Signals: `selected(step_id)`, `acted(step_id)`, `menu_asked(step_id, place on the screen)`. `folded` puts the
    explanation under the selected row, for a narrow window; there `acts(step)` gives the buttons beside it.
    """

    selected = Signal(str)
    acted = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(
        self,
        phases: tuple[PhaseView, ...],
        today: date,
        *,
        acts: Callable[[StepView], Sequence[Button]],
        folded: bool = False,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("base", "hair", 8, parent)
        self._folded, self._compact = folded, compact
        self._today = today
        self._acts = acts
        phases = _lapsed_last(phases)
        self._phase_of = {step.id: phase.key for phase in phases for step in phase.steps}
        self._why: QWidget | None = None
        self.why_link: Button | None = None
        self.heads: dict[str, PhaseHead] = {}
        self.rows: dict[str, StepRow] = {}
        self.done_links: dict[str, Button] = {}
        self._in_done: dict[str, Button] = {}
        self._who_width = -1
        self._follows = self._settling = True
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 4, 1, 4)
        self.scroller = InnerScroll()
        self.scroller.resized.connect(self._fit)
        self.scroller.resized.connect(self._keep_in_view)
        self.scroller.grown.connect(self._keep_in_view)
        self.scroller.scrolled.connect(self._let_go)
        whole.addWidget(self.scroller)
        column = self.scroller.column
        words = [
            StateChip(state_of(step.state), chip_words(step), icon=False) for phase in phases for step in phase.steps
        ]
        self._chip_width = max((chip.sizeHint().width() for chip in words), default=0)
        for index, phase in enumerate(phases):
            if index:
                column.addWidget(HairLine())
            self._add_phase(phase, column)
        column.addStretch(1)

    def _add_phase(self, phase: PhaseView, column: QVBoxLayout) -> None:
        head = PhaseHead(phase, compact=self._compact)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 6)
        inner.setSpacing(0)
        # What is late comes first; the others stand in the order of their dates.
        to_know = [step for step in phase.steps if step.id in INFORMATION] if phase.key != LAPSED else []
        to_do = [step for step in phase.steps if step not in to_know]
        open_steps = [step for step in to_do if step.state not in _CLOSED]
        open_steps.sort(key=lambda step: step.state is not StepState.LATE)
        closed = [step for step in to_do if step.state in _CLOSED]
        folds = bool(open_steps and closed)
        for step in open_steps if folds else to_do:
            inner.addWidget(self._row(step))
        if folds:
            self._add_done(phase.key, inner, [self._row(step) for step in closed])
        if to_know:
            self._add_to_know(inner, to_know)
        self.heads[phase.key] = head
        column.addWidget(head)
        column.addWidget(inside)
        head.toggled.connect(inside.setVisible)
        head.toggled.connect(self._let_go)
        head.setChecked(phase.is_current)
        if not phase.is_current:
            inside.hide()

    def _row(self, step: StepView) -> StepRow:
        line = StepRow(step, self._today, self._chip_width, compact=self._compact)
        line.chosen.connect(lambda: self.select(step.id))
        line.acted.connect(lambda: self.acted.emit(step.id))
        line.walked.connect(lambda way: self._walk(step.id, way))
        line.menu_asked.connect(lambda place: self.menu_asked.emit(step.id, place))
        line.set_selected(on=False)
        self.rows[step.id] = line
        return line

    def _add_to_know(self, inner: QVBoxLayout, steps: list[StepView]) -> None:
        """Put the dates on which nobody has to do anything under a line of their own: they are not counted."""
        holder = QHBoxLayout()
        holder.setContentsMargins(22, 8, 10, 2)
        holder.addWidget(Label(_("Om te weten"), "smallest", "muted"))
        inner.addLayout(holder)
        for step in steps:
            inner.addWidget(self._row(step))

    def _add_done(self, key: str, inner: QVBoxLayout, rows: list[StepRow]) -> None:
        """Put what is done under a line that unfolds it: what must still happen comes first."""
        if all(line.step.state is not StepState.NOT_NEEDED for line in rows):
            words = ngettext("{n} stap die klaar is", "{n} stappen die klaar zijn", len(rows))
        else:
            words = ngettext("{n} stap klaar of niet nodig", "{n} stappen klaar of niet nodig", len(rows))
        words = words.format(n=len(rows))
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
        holder.setContentsMargins(18, 4, 10, 2)
        holder.addWidget(link)
        holder.addStretch(1)
        inner.addLayout(holder)
        inner.addWidget(part)
        part.hide()
        link.toggled.connect(part.setVisible)
        link.toggled.connect(self._let_go)
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
        """Select a step, unfold its phase and show it; with `focus` the keyboard goes there."""
        chosen = self.rows.get(step_id)
        if chosen is None:
            return
        if not chosen.is_selected:
            self._settling = self._settling and not self.isVisible()
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
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follows = True
        self.show_selected()

    def show_selected(self) -> None:
        """Scroll until the selected step is in view, with the line under it."""
        chosen = self.rows.get(self.current)
        if chosen is None:
            return
        if self._why is not None:
            self.scroller.show_widget(self._why)
        self.scroller.show_widget(chosen)

    def _walk(self, step_id: str, way: int) -> None:
        shown = [key for key, line in self.rows.items() if line.isVisibleTo(self)]
        place = max(0, min(len(shown) - 1, shown.index(step_id) + way))
        self.rows[shown[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self, width: int) -> None:
        who = who_width(width, self._chip_width, [row.step for row in self.rows.values()])
        if who != self._who_width:
            self._who_width = who
            for line in self.rows.values():
                line.set_who_width(who)

    def _keep_in_view(self) -> None:
        """Show the selected step while the list is being laid out, until the user looks elsewhere."""
        if not self._follows:
            return
        if self._settling:
            self.scroller.go_to(0)  # it may have been shown in less room than there is now
        self.show_selected()

    def _let_go(self) -> None:
        if self.isVisible():
            self._follows = self._settling = False

    # --- the explanation under the row, in a narrow window ----------------------------------------------------------

    def _place_why(self, chosen: StepRow) -> None:
        old = self._why
        if old is not None:
            old.hide()
            old.deleteLater()
        self._why = self.why_link = None
        if not self._folded:
            return
        parent = chosen.parentWidget()
        inner = parent.layout() if parent is not None else None
        assert isinstance(inner, QVBoxLayout)
        part = QWidget()
        both = QVBoxLayout(part)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(48, 0, 18, 2)
        line.setSpacing(14)
        if chosen.step.sum or chosen.step.explanation:
            why = QWidget()
            column = QVBoxLayout(why)
            column.setContentsMargins(54, 4, 40, 12)
            column.setSpacing(8)
            fill_why(column, chosen.step, with_head=False)
            why.setMaximumWidth(_WHY_WIDTH)
            why.hide()
            self.why_link = quiet(_("Waarom deze datum?") if chosen.step.day else _("Uitleg"), icon="info")
            self.why_link.setCheckable(True)
            self.why_link.toggled.connect(why.setVisible)
            line.addWidget(self.why_link)
            both.addLayout(line)
            both.addWidget(why)
        else:
            both.addLayout(line)
        for button in self._acts(chosen.step):
            line.addWidget(button)
        line.addStretch(1)
        inner.insertWidget(inner.indexOf(chosen) + 1, part)
        self._why = part


def _lapsed_last(phases: tuple[PhaseView, ...]) -> tuple[PhaseView, ...]:
    """Take what is not needed any more out of the phases, and put it folded under one line at the end."""
    lapsed = tuple(step for phase in phases for step in phase.steps if step.state is StepState.STOPPED)
    if not lapsed:
        return phases
    kept = [replace(phase, steps=tuple(step for step in phase.steps if step not in lapsed)) for phase in phases]
    words = _("Niet meer nodig ({n})").format(n=len(lapsed))
    return (*(phase for phase in kept if phase.steps), PhaseView(LAPSED, words, "", is_current=False, steps=lapsed))
