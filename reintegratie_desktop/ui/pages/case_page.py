"""The page of a dossier: where we are in two years, what comes now, and why on that date."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.file_check import heavy_line
from reintegratie_desktop.services.views import CaseView, StepState, StepView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.drawing.timeline import TimeLine
from reintegratie_desktop.ui.pages.case_actions import CaseActions
from reintegratie_desktop.ui.pages.case_head import CaseHead
from reintegratie_desktop.ui.pages.case_line import line_of
from reintegratie_desktop.ui.pages.case_notes import CaseNotes
from reintegratie_desktop.ui.pages.case_pages import CHECK, PARTICULARS
from reintegratie_desktop.ui.pages.case_steps import StepList
from reintegratie_desktop.ui.pages.common import clear_column, open_menu
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.joined_note import JoinedNote
from reintegratie_desktop.ui.pages.why_panel import WhyPanel
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller

FOLD_BELOW: Final = 1100
WIDE_FROM: Final = 1280
LOW_BELOW: Final = 760
PANEL: Final = 306
PANEL_NARROW: Final = 292
_LEAST_BELOW: Final = 200
"""The least height of the steps; in a lower window the whole page scrolls."""
_LEAST_WITH_LINE: Final = 172
"""The same, where the line about the check stands under them."""
_EDGES: Final = (8, 14)
_EDGES_LOW: Final = (4, 10)
_SELECTABLE: Final = (StepState.LATE, StepState.SOON, StepState.PLANNED, StepState.ARRANGED)

Shape = tuple[bool, int, bool]
"""Whether the explanation folds into the row, the width of the panel, and whether the window is low."""


class CasePage(QWidget):
    """One dossier. `refresh` reads it anew and keeps what is selected and unfolded.

    Head and time line keep their place; the steps and the explanation take what is left and scroll by themselves.
    """

    def __init__(self, host: Host, case_id: str, step_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self._wanted = step_id
        self._shape: Shape = (False, PANEL, False)
        self._actions: CaseActions | None = None
        self._heavy = ""
        self.check_link: FlushLink | None = None
        self.head: CaseHead | None = None
        self.note: JoinedNote | None = None
        self.notes: CaseNotes | None = None
        self.steps: StepList | None = None
        self.panel: WhyPanel | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column
        for keys, act in (
            ("Ctrl+G", self._talk),
            ("Ctrl+P", lambda: host.open_papers(case_id)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def case(self) -> CaseView:
        """Return what is shown."""
        return self.acts.case

    @property
    def acts(self) -> CaseActions:
        """Return what can be done here."""
        assert self._actions is not None
        return self._actions

    def refresh(self) -> None:
        """Read the dossier anew and show it."""
        self._actions = CaseActions(self._host, self._host.desk.case(self.case_id))
        self._heavy = heavy_line(self._host.desk, self.case_id)
        self._build()

    def focus_first(self) -> None:
        """Put the keyboard on the selected step."""
        if self.steps is not None:
            self.steps.select(self.steps.current, focus=True)

    @property
    def selected_step(self) -> str:
        """Return the selected step, to come back to the same place."""
        return self.steps.current if self.steps is not None else self._wanted

    def _build(self) -> None:
        case = self.case
        wanted = self.selected_step or self._wanted
        phases = self.steps.open_phases if self.steps is not None else ()
        focused = self.steps is not None and any(line.hasFocus() for line in self.steps.rows.values())
        clear_column(self._column)
        self._shape = self._shape_now()
        folded, panel_width, low = self._shape
        self._scroller.set_edges(*(_EDGES_LOW if low else _EDGES))
        self._column.addWidget(self._make_head(case))
        self._add_notes(case)
        card = Card(padding=0)
        line = TimeLine()
        line.set_data(line_of(case, self._host.clock))
        card.add(line)
        if not case.day_known:
            card.hide()  # without a first sick day there is nothing to draw yet
        self._column.addWidget(card)
        self.steps = StepList(case.phases, self._host.desk.today, acts=self.acts.buttons, folded=folded, compact=low)
        below = QWidget()
        below.setMinimumHeight(_LEAST_WITH_LINE if self._heavy else _LEAST_BELOW)
        both = QHBoxLayout(below)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.steps, 1)
        self.panel = None
        if not folded:
            self.panel = WhyPanel(self.acts.buttons, with_detail=panel_width < PANEL)
            self.panel.setFixedWidth(panel_width)
            both.addWidget(self.panel, 0)
        self._column.addWidget(below, 1)
        self._add_check_line()
        self.steps.selected.connect(self._show_why)
        self.steps.selected.connect(line.select)
        self.steps.acted.connect(self._act)
        self.steps.menu_asked.connect(self._step_menu)
        line.mark_selected.connect(self.steps.select)
        line.mark_activated.connect(self._from_line)
        if phases:
            self.steps.open_only(phases)
        self.steps.select(wanted if wanted in self.steps.rows else self._first_choice(case), focus=focused)

    @staticmethod
    def _first_choice(case: CaseView) -> str:
        """Return the step to explain first: the most urgent one with a date."""
        if case.next_step is not None and case.next_step.day is not None:
            return case.next_step.id
        dated = [step for step in case.steps if step.day is not None]
        return next((step.id for step in dated if step.state in _SELECTABLE), dated[0].id if dated else "")

    def _make_head(self, case: CaseView) -> CaseHead:
        head = self.head = CaseHead(case)
        head.back.clicked.connect(lambda: self._host.go("medewerkers"))
        head.more.clicked.connect(lambda: open_menu(head.more, self.acts.case_menu(head.more)))
        head.papers.clicked.connect(lambda: self._host.open_papers(self.case_id))
        if head.talk is not None:
            head.talk.clicked.connect(self._talk)
        if head.do is not None:
            head.do.clicked.connect(self._do_next)
        return head

    def _add_notes(self, case: CaseView) -> None:
        """Say that the dossier is closed, that an earlier period counts, or that UWV may count otherwise."""
        self.note = None
        if not case.is_open:
            kept = _("Het dossier is gesloten en blijft bewaard.")
            back = _("Terugdraaien")
            self._column.addWidget(
                Notice(NoticeKind.OK, case.closed_words, kept, button=back, on_press=self.acts.ask_reopen)
            )
        if case.joined is not None:
            self.note = JoinedNote(case.joined)
            self.note.case_asked.connect(self._host.open_case)
            self._column.addWidget(self.note)
        loud = [notice for notice in case.notices if notice.is_loud]
        self.notes = CaseNotes(loud) if loud else None
        if self.notes is not None:
            self.notes.particulars_asked.connect(lambda: self._host.open_case_page(self.case_id, PARTICULARS))
            self._column.addWidget(self.notes)
        if case.doubt:
            self._column.addWidget(Notice(NoticeKind.WARN, _("Let op: dit is een grensgeval."), case.doubt))

    def _add_check_line(self) -> None:
        """Say quietly under the steps that something weighs heavily for UWV; the line opens the check."""
        self.check_link = None
        if not self._heavy:
            return
        words = _("{zin} Naar Controle").format(zin=self._heavy)
        self.check_link = FlushLink(words, "small", icon="shield-check")
        self.check_link.clicked.connect(lambda: self._host.open_case_page(self.case_id, CHECK))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.check_link)
        line.addStretch(1)
        self._column.addWidget(holder)

    # --- steps ------------------------------------------------------------------------------------------------------

    def step(self, step_id: str) -> StepView | None:
        """Return a step of this dossier."""
        return next((step for step in self.case.steps if step.id == step_id), None)

    def _show_why(self, step_id: str) -> None:
        if self.panel is not None:
            self.panel.show_step(self.step(step_id))

    def _from_line(self, step_id: str) -> None:
        if self.steps is not None:
            self.steps.select(step_id, focus=True)

    def _talk(self) -> None:
        self.acts.talk()

    def _do_next(self) -> None:
        if self.case.next_step is not None:
            self._host.do_step(self.case_id, self.case.next_step)

    def _act(self, step_id: str) -> None:
        step = self.step(step_id)
        if step is not None:
            self.acts.do(step)

    def _step_menu(self, step_id: str, place: QPoint) -> None:
        step = self.step(step_id)
        if step is not None:
            self.acts.step_menu(step, place, self)

    # --- size and keys ----------------------------------------------------------------------------------------------

    def _shape_now(self) -> Shape:
        window = self.window()
        wide = window.width()
        return wide < FOLD_BELOW, PANEL if wide >= WIDE_FROM else PANEL_NARROW, window.height() < LOW_BELOW

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._actions is not None and self._shape_now() != self._shape:
            self._build()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.go("medewerkers")
        else:
            super().keyPressEvent(event)
