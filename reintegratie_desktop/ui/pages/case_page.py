"""The page of a dossier: where we are in two years, what comes now, and why on that date."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.views import CaseView, StepState, StepView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog
from reintegratie_desktop.ui.dialogs.case_dialogs import RecoveryDialog
from reintegratie_desktop.ui.drawing.timeline import TimeLine
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.case_line import line_of
from reintegratie_desktop.ui.pages.case_steps import StepList
from reintegratie_desktop.ui.pages.common import add_item, clear_column, open_menu
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.sticky import StickyColumn
from reintegratie_desktop.ui.pages.why_panel import WhyPanel
from reintegratie_desktop.ui.widgets.buttons import Button, destroying, icon_only, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import Label, page_title, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PAGE_WIDTH, PageScroller

FOLD_BELOW: Final = 1100
WIDE_FROM: Final = 1280
PANEL: Final = 306
PANEL_NARROW: Final = 292
_HEAD_PARTS: Final = 680
"""Room for margins, the chip of the week and the buttons beside the name, in pixels."""
_SELECTABLE: Final = (StepState.LATE, StepState.SOON, StepState.PLANNED, StepState.ARRANGED)


class CasePage(QWidget):
    """One dossier. `refresh` reads it anew and keeps what is selected and unfolded."""

    def __init__(self, host: Host, case_id: str, step_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self._wanted = step_id
        self._case: CaseView | None = None
        self._ticked: frozenset[str] = frozenset()
        self._shape = self._shape_of(WIDE_FROM)
        self.steps: StepList | None = None
        self.panel: WhyPanel | None = None
        self._sticky: StickyColumn | None = None
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
        assert self._case is not None
        return self._case

    def refresh(self) -> None:
        """Read the dossier anew and show it."""
        self._case = self._host.desk.case(self.case_id)
        self._ticked = self._host.desk.ticked_steps(self.case_id)
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
        place = self._scroller.verticalScrollBar().value()
        clear_column(self._column)
        folded, panel_width = self._shape
        self._column.addWidget(self._head(case))
        if not case.is_open:
            self._column.addWidget(
                Notice(
                    NoticeKind.OK,
                    case.closed_words,
                    _("Het dossier is gesloten en blijft bewaard."),
                    button=_("Terugdraaien"),
                    on_press=self._ask_reopen,
                )
            )
        card = Card(padding=12)
        line = TimeLine()
        line.set_data(line_of(case, self._host.clock))
        card.add(line)
        self._column.addWidget(card)
        self.steps = StepList(
            case.phases,
            self._host.desk.today,
            has_menu=lambda step: bool(self._step_menu_items(step)),
            on_menu=self._open_step_menu,
            folded=folded,
        )
        below = QWidget()
        both = QHBoxLayout(below)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.steps, 1)
        self.panel = self._sticky = None
        if not folded:
            self.panel = WhyPanel(self._act)
            self.panel.setFixedWidth(panel_width)
            self._sticky = StickyColumn(self.panel, self._scroller)
            both.addWidget(self._sticky, 0)
        self._column.addWidget(below, 1)
        self.steps.selected.connect(self._show_why)
        self.steps.selected.connect(line.select)
        self.steps.acted.connect(self._act)
        line.mark_selected.connect(self.steps.select)
        line.mark_activated.connect(self._from_line)
        if phases:
            self.steps.open_only(phases)
        self.steps.select(wanted if wanted in self.steps.rows else self._first_choice(case))
        self._scroller.verticalScrollBar().setValue(place)

    @staticmethod
    def _first_choice(case: CaseView) -> str:
        """Return the step to explain first: the most urgent one with a date."""
        if case.next_step is not None and case.next_step.day is not None:
            return case.next_step.id
        dated = [step for step in case.steps if step.day is not None]
        return next((step.id for step in dated if step.state in _SELECTABLE), dated[0].id if dated else "")

    # --- the head ---------------------------------------------------------------------------------------------------

    def _head(self, case: CaseView) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        back = quiet(_("Medewerkers"))
        back.clicked.connect(lambda: self._host.go("medewerkers"))
        number = Label(_("Dossier {nummer}").format(nummer=case.number), "small", "muted")
        crumb = row(back, IconLabel("chevron-right", "muted", 14), number, None, spacing=4)
        # The words of the link line up with the name below it.
        crumb.setContentsMargins(-6, 0, 0, 0)
        column.addLayout(crumb)
        line = QHBoxLayout()
        line.setSpacing(10)
        name = page_title(case.employee_name)
        folded = self._shape[0]
        hours = case.hours_line.removeprefix(f"{case.function}, ") if folded else case.hours_line
        line.addWidget(name, 0)
        line.addWidget(Chip(_("week {week} van {alle}").format(week=case.week, alle=case.weeks_total), "plan"))
        beside = self._fits_beside(case.employee_name, hours)
        line.addWidget(Label(hours if beside else "", "small", "muted"), 0)
        line.addStretch(1)
        for button in self._head_buttons(case):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        if not beside:
            column.addWidget(small(hours))
        return head

    def _fits_beside(self, name: str, hours: str) -> bool:
        """Tell whether function and hours have room on the line of the name, its chip and its buttons."""
        wanted = QFontMetrics(font("page_title")).horizontalAdvance(name)
        wanted += QFontMetrics(font("small")).horizontalAdvance(hours)
        return wanted + _HEAD_PARTS <= min(self.width(), PAGE_WIDTH)

    def _head_buttons(self, case: CaseView) -> list[Button]:
        papers = secondary(_("Papieren"), icon="files")
        papers.setToolTip("Ctrl+P")
        papers.clicked.connect(lambda: self._host.open_papers(self.case_id))
        more = icon_only("ellipsis", _("Meer bij dit dossier"))
        more.clicked.connect(lambda: open_menu(more, self._case_menu(more)))
        buttons = [more, papers]
        if case.is_open and case.is_reported:
            talk = secondary(_("Gesprek"), icon="message-circle")
            talk.setToolTip("Ctrl+G")
            talk.clicked.connect(self._talk)
            buttons.append(talk)
        step = case.next_step
        if step is not None and step.action:
            do = primary(step.action, icon="check" if step.can_tick else "pencil")
            do.setAccessibleName(f"{step.action}, {step.title}")
            do.clicked.connect(lambda: self._host.do_step(self.case_id, step))
            buttons.append(do)
        return buttons

    def _talk(self) -> None:
        """Open the talk that was begun, or a new one."""
        if self._case is None or not self._case.is_open or not self._case.is_reported:
            return
        draft = next((draft for draft in self.case.drafts if draft.form == "gesprek"), None)
        self._host.open_form("gesprek", self.case_id, slot=draft.slot if draft else None)

    # --- steps ------------------------------------------------------------------------------------------------------

    def step(self, step_id: str) -> StepView | None:
        """Return a step of this dossier."""
        return next((step for step in self.case.steps if step.id == step_id), None)

    def _show_why(self, step_id: str) -> None:
        if self.panel is not None:
            self.panel.show_step(self.step(step_id))
        if self._sticky is not None:
            self._sticky.to_top()

    def _from_line(self, step_id: str) -> None:
        if self.steps is not None:
            self.steps.select(step_id, focus=True)
            self._scroller.show_widget(self.steps.rows[step_id])

    def _act(self, step_id: str) -> None:
        step = self.step(step_id)
        if step is not None and step.action:
            self._host.do_step(self.case_id, step)
        elif step is not None and step.form and step.done_on is not None:
            self._host.open_papers(self.case_id)

    def _step_menu_items(self, step: StepView) -> list[tuple[str, str]]:
        """Return what can be done with a step besides its main button: (key, words)."""
        items = []
        if step.action and self.case.is_open:
            items.append(("doen", step.action))
        if step.id in self._ticked and step.done_on is not None:
            items.append(("vinkje_weg", _("Vinkje weghalen")))
        if step.form and step.done_on is not None and step.id not in self._ticked:
            items.append(("papieren", _("Papier bekijken")))
            if self.case.is_open and step.form != "gesprek":
                items.append(("nieuwe_versie", _("Nieuwe versie maken")))
        return items

    def _open_step_menu(self, step: StepView, button: Button) -> None:
        menu = QMenu(self)
        acts = {
            "doen": lambda: self._host.do_step(self.case_id, step),
            "vinkje_weg": lambda: self._untick(step),
            "papieren": lambda: self._host.open_papers(self.case_id),
            "nieuwe_versie": lambda: self._host.open_form(step.form, self.case_id),
        }
        for key, words in self._step_menu_items(step):
            add_item(menu, words, acts[key])
        if self.steps is not None:
            self.steps.select(step.id)
        open_menu(button, menu)

    def _untick(self, step: StepView) -> None:
        self._host.desk.untick(self.case_id, step.id)
        self._host.changed()

    # --- the dossier itself -----------------------------------------------------------------------------------------

    def _case_menu(self, button: Button) -> QMenu:
        case, host = self.case, self._host
        menu = QMenu(button)
        if case.is_open:
            words = _("Ziekmelding aanpassen") if case.is_reported else _("Ziekmelding invullen")
            add_item(menu, words, lambda: host.open_form("ziekmelding", self.case_id))
        add_item(
            menu, _("Gegevens van de werknemer"), lambda: host.open_form("werknemer", employee_id=case.employee_id)
        )
        add_item(menu, _("Logboek"), lambda: host.open_papers(self.case_id, "logboek"))
        menu.addSeparator()
        if not case.is_reported:
            add_item(menu, _("Ziekmelding verwijderen…"), self._ask_remove)
        elif case.is_open:
            add_item(menu, _("Volledig hersteld melden…"), self._ask_recovery)
        else:
            add_item(menu, _("Herstelmelding terugdraaien…"), self._ask_reopen)
        return menu

    def _ask_recovery(self) -> None:
        case, desk = self.case, self._host.desk

        def recover(day: date) -> None:
            desk.report_recovery(self.case_id, day)
            self._host.changed()

        dialog = RecoveryDialog(
            case.first_name, desk.today, case.eerste_ziektedag, recover, parent=self._host.dialog_parent
        )
        dialog.open()

    def _ask_reopen(self) -> None:
        def reopen() -> None:
            self._host.desk.reopen(self.case_id)
            self._host.changed()

        ConfirmDialog(
            _("Herstelmelding terugdraaien?"),
            _(
                "Het dossier van {naam} loopt dan weer verder, alsof er geen herstel was gemeld. Het logboek "
                "onthoudt beide."
            ).format(naam=self.case.first_name),
            primary(_("Terugdraaien")),
            reopen,
            parent=self._host.dialog_parent,
        ).open()

    def _ask_remove(self) -> None:
        def remove() -> None:
            self._host.desk.remove_unreported(self.case_id)
            self._host.go("medewerkers")

        ConfirmDialog(
            _("Ziekmelding verwijderen?"),
            _(
                "De ziekmelding van {naam} was nog niet af. Wat er al was ingevuld, gaat weg en komt niet terug. De "
                "werknemer zelf blijft in de lijst staan."
            ).format(naam=self.case.first_name),
            destroying(_("Ziekmelding verwijderen"), icon="trash-2"),
            remove,
            parent=self._host.dialog_parent,
        ).open()

    # --- size and keys ----------------------------------------------------------------------------------------------

    @staticmethod
    def _shape_of(width: int) -> tuple[bool, int]:
        return width < FOLD_BELOW, PANEL if width >= WIDE_FROM else PANEL_NARROW

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        shape = self._shape_of(self.window().width())
        if shape != self._shape:
            self._shape = shape
            if self._case is not None:
                self._build()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.go("medewerkers")
        else:
            super().keyPressEvent(event)
