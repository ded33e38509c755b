"""The costs of one dossier: so far, up to week 104, with a loonsanctie, and what may come back."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.costs import WAGE_FORM, cost_view
from reintegratie_desktop.services.costs_facts import FORM
from reintegratie_desktop.services.costs_views import CostLineView, CostNotice, CostView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import money
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.drawing.costs_chart import CostChart, CostChartData
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.costs_parts import Figures, RefundCard
from reintegratie_desktop.ui.pages.explained_folds import ExplainedCard
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.cells import Cell, Column, Words
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import section, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import TableList
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.ui.form.preview_window import PreviewWindow

HOURS: Final = "uren"
"""The page of the worked hours."""
_AMOUNT: Final = 126
_ROW: Final = 40


class CostsPage(QWidget):
    """The costs of one dossier. `refresh` reads them anew and keeps what is unfolded.

    The arrows walk the months of the chart, Ctrl+P shows the summary as it prints, Esc goes back to the dossier.
    """

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self._view: CostView | None = None
        self.figures: Figures | None = None
        self.chart: CostChart | None = None
        self.refunds: RefundCard | None = None
        self.empty: EmptyState | None = None
        self.notices: list[Notice] = []
        self.tables: list[TableList] = []
        self.fill: Button | None = None
        self.choose: Button | None = None
        self.preview: PreviewWindow | None = None
        self._explained = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.print_summary)

    @property
    def view(self) -> CostView:
        """Return what is shown."""
        assert self._view is not None
        return self._view

    def reload(self) -> None:
        """Read the costs anew and show them."""
        self._view = cost_view(self._host.desk, self.case_id)
        place = self._scroller.verticalScrollBar().value()
        unfolded = self.refunds.unfolded if self.refunds is not None else ()
        clear_column(self._column)
        self.figures = self.chart = self.refunds = self.empty = self.fill = self.choose = None
        self.notices, self.tables = [], []
        self._column.addWidget(self._head())
        if self.view.is_empty:
            self._add_empty()
        else:
            self._fill(unfolded)
        self._scroller.verticalScrollBar().setValue(place)

    refresh = reload

    def focus_first(self) -> None:
        """Put the keyboard on the one button: filling in."""
        if self.empty is not None:
            self.empty.focus_first()
        elif self.fill is not None:
            self.fill.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ---------------------------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        parts = []
        if not self.view.is_empty:
            show = secondary(_("Afdrukken"), icon="printer")
            show.setToolTip("Ctrl+P")
            show.clicked.connect(self.print_summary)
            self.fill = primary(_("Kosten invullen"), icon="pencil")
            self.fill.clicked.connect(lambda: self._host.open_form(FORM, self.case_id))
            parts = [show, self.fill]
        head = CasePageHead(self._host, self.case_id, "kosten", *parts, sub=_("Wat dit dossier kost."))
        self.back_button = head.back
        return head

    def _mend(self, told: CostNotice) -> None:
        """Open the form that mends what a notice says, at the place it is about."""
        if told.place is None:
            self._host.open_form(told.form, self.case_id)
        else:
            self._host.open_form_at(self.case_id, told.form, told.place)

    def _add_empty(self) -> None:
        self.empty = EmptyState(
            _("Wat kost dit dossier?"),
            (_("Vul eerst het loon in. Dan zie je wat je al betaalde, wat er nog komt en wat er terug kan komen."),),
            picture="list",
            button=(_("Loongegevens invullen"), "", lambda: self._host.open_form(WAGE_FORM, self.case_id)),
            links=((_("Eerst andere kosten invullen"), lambda: self._host.open_form(FORM, self.case_id)),),
        )
        self._column.addWidget(self.empty, 1)

    def _fill(self, unfolded: tuple[str, ...]) -> None:
        view = self.view
        for told in view.notices:
            kind = NoticeKind.WARN if told.is_warning else NoticeKind.HINT
            notice = Notice(kind, told.sentence, told.more, button=told.button)
            notice.pressed.connect(partial(self._mend, told))
            self.notices.append(notice)
            self._column.addWidget(notice)
        self.figures = Figures(view.figures, self._explained)
        self.figures.changed.connect(self._remember)
        self.figures.hours_asked.connect(lambda: self._host.open_case_page(self.case_id, HOURS))
        self._column.addWidget(self.figures)
        if view.question:
            self._column.addWidget(self._question())
        data = CostChartData(view.months, view.today, view.week_104)
        if not data.is_empty:
            self._column.addWidget(self._chart_card(data))
        if view.lines:
            self._add_table(_("Waar het uit bestaat"), view.lines, (_("Betaald"), _("Verwacht"), _("Samen")))
        if view.back:
            self._add_table(_("Wat er terugkomt"), view.back, (_("Ontvangen"), _("Verwacht"), _("Samen")))
        self.refunds = RefundCard(view.refunds, unfolded)
        self._column.addWidget(self.refunds)
        self._column.addWidget(ExplainedCard("kosten", self._host.desk.today, _("Meer over geld en ziekte")))
        self._column.addStretch(1)

    def _question(self) -> QWidget:
        """Return the open question what counts on top of the wage, with the way to answer it."""
        part = QWidget()
        self.choose = FlushLink(_("Kies wat meetelt"), icon="chevron-right")
        self.choose.setAccessibleName(_("Kies wat meetelt. {vraag}").format(vraag=self.view.question))
        self.choose.clicked.connect(lambda: self._host.open_form_at(self.case_id, FORM, "lasten"))
        line = row(IconLabel("info", "accent", 16), small(self.view.question, "text"), self.choose, None, spacing=8)
        line.setContentsMargins(2, 0, 0, 0)
        part.setLayout(line)
        return part

    def _remember(self, key: str) -> None:
        self._explained = key

    def _chart_card(self, data: CostChartData) -> Card:
        view = self.view
        card = Card(_("Opgeteld per maand"), padding=20, spacing=8)
        said = small(view.chart_title)
        card.add(said)
        self.chart = CostChart()
        self.chart.set_data(data)
        self.chart.told.connect(lambda sentence: said.setText(sentence or view.chart_title))
        card.add(self.chart)
        return card

    def _add_table(self, title: str, lines: tuple[CostLineView, ...], heads: tuple[str, ...]) -> None:
        has_later = any(line.later for line in lines)
        names = (*heads, _("Nog na week 104")) if has_later else heads
        columns = [Column(_("Soort"), stretch=1), *(Column(name, width=_AMOUNT, right=True) for name in names)]
        table = TableList(columns, name=title, row_height=_ROW)
        for index, line in enumerate(lines):
            sums = [line.paid, line.expected, line.together, *([line.later] if has_later else [])]
            amounts = [money(amount) for amount in sums]
            role = "label" if line.is_total else "body"
            cells: list[Cell] = [Words(line.name, role), *(Words(amount, role, right=True) for amount in amounts)]
            spoken = ", ".join(f"{name} {amount}" for name, amount in zip(names, amounts, strict=True))
            table.add_row(str(index), cells, f"{line.name}: {spoken}")
        self.tables.append(table)
        self._column.addWidget(section(title))
        self._column.addWidget(table)

    # --- on paper ---------------------------------------------------------------------------------------------------

    def print_summary(self) -> None:
        """Show the summary as it will be printed; from there it is printed or kept as PDF."""
        if self.view.is_empty:
            return
        from reintegratie_desktop.services.costs_paper import rendering  # noqa: PLC0415 - only when asked

        make = rendering(self._host.desk, self.case_id)
        run_in_background(make, self._show, self._tell, owner=self)

    def _show(self, pdf: bytes) -> None:
        from reintegratie_desktop.services import costs_paper  # noqa: PLC0415 - only when looking
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

        desk = self._host.desk
        self.preview = PreviewWindow(
            pdf,
            title=_("Kosten van dit dossier"),
            file_name=costs_paper.file_name(desk, self.case_id),
            on_saved=lambda _path: costs_paper.note_saved(desk, self.case_id),
            on_printed=lambda: costs_paper.note_printed(desk, self.case_id),
            parent=self._host.dialog_parent,
        )
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.open()

    def _tell(self, error: KnownError) -> None:
        show_known_error(self._host.dialog_parent, error)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)
