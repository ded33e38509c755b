"""The worked hours of a dossier: one number a week, saved at once, and the plan beside it."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.rules_talk import STALLS
from reintegratie_desktop.forms.worked_record import SCHEDULE, Signal, SignalKind
from reintegratie_desktop.services.hours import hours_view, note_week
from reintegratie_desktop.services.hours_views import HoursView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.drawing.hours_answer import chart_data
from reintegratie_desktop.ui.drawing.hours_chart import HoursChart
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.weeks_rows import GAP, WIDTHS, WeekRow
from reintegratie_desktop.ui.widgets.buttons import Button, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.keyboard import in_order
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from decimal import Decimal

    from reintegratie_desktop.ui.form.preview_window import PreviewWindow

PAGE: Final = "uren"
FIRST_WEEKS: Final = 6
MORE_WEEKS: Final = 26


class WeeksPage(QWidget):
    """The worked hours of one dossier. `refresh` reads them anew.

    Enter goes on to the next week, Esc back to the dossier.
    """

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.view: HoursView | None = None
        self.rows: list[WeekRow] = []
        self.notices: list[Notice] = []
        self._head: CasePageHead | None = None
        self.chart: HoursChart | None = None
        self.empty: EmptyState | None = None
        self.paper_button: Button | None = None
        self.more_button: Button | None = None
        self.preview: PreviewWindow | None = None
        self._shown = FIRST_WEEKS
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column

    def refresh(self) -> None:
        """Read the hours anew and show them; while the weeks are the same, the keyboard and what is folded out stay."""
        before, self.view = self.view, hours_view(self._host.desk, self.case_id)
        if before is not None and self.rows and _mondays(before) == _mondays(self.view):
            self._update(self.view)
        else:
            self._rebuild(self.view)

    def _update(self, view: HoursView) -> None:
        for row in self.rows:
            week = view.week(row.week.monday)
            if week != row.week:
                row.show_week(week)
        assert self._head is not None
        self._head.sub.setText(self._sub(view))
        self._show_signals(view)
        self._draw(view)

    def _rebuild(self, view: HoursView) -> None:
        place = self._scroller.verticalScrollBar().value()
        clear_column(self._column)
        self.rows, self.notices, self.chart, self.empty = [], [], None, None
        self.paper_button = self.more_button = None
        if view.weeks:
            self._show(view)
        else:
            self._show_empty(view)
        self._scroller.verticalScrollBar().setValue(place)

    def reload(self) -> None:
        """Do what `refresh` does."""
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard where the newest week without hours is typed, or on the newest week."""
        if self.empty is not None:
            self.empty.focus_first()
        elif self.rows:
            open_rows = [row for row in self.rows if row.week.worked is None]
            over = [row for row in open_rows if not row.week.is_now]
            first = next(iter([*over, *open_rows, *self.rows]))
            first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)

    # --- parts ------------------------------------------------------------------------------------------------------

    def _show_empty(self, view: HoursView) -> None:
        self._column.addWidget(CasePageHead(self._host, self.case_id, PAGE))
        if view.has_schedule:
            lines: tuple[str, ...] = (_("De eerste week van het opbouwschema moet nog komen."),)
            words = _("Opbouwschema bekijken")
        else:
            lines = (
                _("Eerst spreek je in het opbouwschema af hoeveel uur er gewerkt wordt."),
                _("Daarna vul je hier elke week één getal in."),
            )
            words = _("Verder met het opbouwschema") if view.has_draft else _("Opbouwschema maken")
        button = (words, "pencil", self.open_schedule)
        self.empty = EmptyState(_("Nog geen uren om in te vullen"), lines, picture="papers", button=button)
        self._column.addWidget(self.empty, 1)

    def _show(self, view: HoursView) -> None:
        self.paper_button = primary(_("Gewerkte uren als PDF"), icon="file-down")
        self.paper_button.clicked.connect(self.make_paper)
        schedule = secondary(_("Opbouwschema"), icon="pencil")
        schedule.clicked.connect(self.open_schedule)
        self._head = CasePageHead(self._host, self.case_id, PAGE, schedule, self.paper_button, sub=self._sub(view))
        self._column.addWidget(self._head)
        self._signals = QVBoxLayout()
        self._signals.setSpacing(8)
        self._column.addLayout(self._signals)
        self._show_signals(view)
        card = Card(_("Per week"), spacing=0)
        card.add(small(_("Typ de uren en druk op Enter. Met het teken = vul je de geplande uren in.")))
        card.add(self._titles())
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        card.add_layout(self._list)
        self._column.addWidget(card)
        self._fill_list(view)
        chart = Card(_("Gepland en gewerkt"))
        self.chart = HoursChart()
        chart.add(self.chart)
        self._column.addWidget(chart)
        self._column.addStretch(1)
        self._draw(view)

    @staticmethod
    def _sub(view: HoursView) -> str:
        count = sum(not week.is_now for week in view.open_weeks)
        if not count and view.open_weeks:
            return _("Alle weken tot en met vorige week zijn ingevuld. De uren horen bij het dossier.")
        if not count:
            return _("Alle weken zijn ingevuld. De uren horen bij het dossier.")
        return ngettext("{n} week is nog niet ingevuld.", "{n} weken zijn nog niet ingevuld.", count).format(n=count)

    @staticmethod
    def _titles() -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 10, 0, 4)
        line.setSpacing(GAP)
        for words, width in zip((_("Week"), _("Gepland"), _("Gewerkt"), ""), WIDTHS, strict=True):
            label = Label(words, "small", "muted")
            label.setFixedWidth(width)
            line.addWidget(label)
        line.addWidget(Label(_("Anders dan gepland"), "small", "muted"), 1)
        return holder

    def _fill_list(self, view: HoursView) -> None:
        """Show the newest weeks, and all weeks between them and the oldest that is open, up to a number."""
        clear_column(self._list)
        self.rows = []
        for week in view.weeks[: self._shown]:
            row = WeekRow(week, view.reasons)
            row.changed.connect(partial(self._note, row))
            row.next_asked.connect(partial(self._next, row))
            self._list.addWidget(HairLine())
            self._list.addWidget(row)
            self.rows.append(row)
        left = len(view.weeks) - self._shown
        self.more_button = None
        if left > 0:
            words = ngettext("Nog {n} eerdere week", "Nog {n} eerdere weken", left).format(n=left)
            self.more_button = quiet(words, icon="chevron-down")
            self.more_button.clicked.connect(self.show_more)
            self._list.addWidget(HairLine())
            self._list.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        # From week to week with Tab: the buttons come after all weeks.
        fields: list[QWidget] = [part for row in self.rows for part in (row.edit, row.reason)]
        others: list[QWidget] = [part for row in self.rows for part in (row.plan, row.more)]
        in_order([*fields, *others, *([self.more_button] if self.more_button is not None else [])])

    def _show_signals(self, view: HoursView) -> None:
        clear_column(self._signals)
        self.notices = [self._notice(signal) for signal in view.signals]
        for notice in self.notices:
            self._signals.addWidget(notice)

    def _notice(self, signal: Signal) -> Notice:
        if signal.kind is SignalKind.TRIAL_OVER:
            return Notice(NoticeKind.WARN, signal.sentence, button=_("Opbouwschema"), on_press=self.open_schedule)
        if signal.kind is SignalKind.BEHIND:
            more = _(
                "Minder mag. Kies bij de week alleen een reden uit het werk. Vraag niet naar gezondheid en schrijf "
                "er niets over op."
            )
            return Notice(NoticeKind.WARN, signal.sentence, more, button=_("Gesprek beginnen"), on_press=self.talk)
        return Notice(NoticeKind.HINT, signal.sentence)

    def _draw(self, view: HoursView) -> None:
        assert self.chart is not None
        assert view.chart is not None
        self.chart.set_data(chart_data(view.chart, self._host.desk.today))

    # --- what can be done -------------------------------------------------------------------------------------------

    def _note(self, row: WeekRow, worked: "Decimal | None", reason: str, per_day: tuple[str, ...]) -> None:
        """Write a week down and show what follows from it; the keyboard stays where it is."""
        desk = self._host.desk
        try:
            note_week(desk, self.case_id, row.week.monday, worked, reason=reason, per_day=per_day)
        except KnownError as error:
            row.refuse(f"{error.message} {error.next_step}".strip())
            return
        # The window shows the page anew, with the time of saving.
        self._host.changed()

    def _next(self, row: WeekRow) -> None:
        """Go on to the next week, one further back."""
        index = self.rows.index(row)
        if index + 1 == len(self.rows) and self.more_button is not None:
            self.show_more()
        following = self.rows[min(index + 1, len(self.rows) - 1)]
        following.edit.setFocus(Qt.FocusReason.TabFocusReason)
        following.edit.selectAll()
        self._scroller.show_widget(following)

    def show_more(self) -> None:
        """Show earlier weeks too."""
        assert self.view is not None
        before = len(self.rows)
        self._shown += MORE_WEEKS
        self._fill_list(self.view)
        self.rows[before].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_schedule(self) -> None:
        """Open the schedule of hours."""
        self._host.open_form(SCHEDULE, self.case_id)

    def talk(self) -> None:
        """Begin a talk about a build-up that stalls."""
        self._host.open_form("gesprek", self.case_id, kind=STALLS)

    def make_paper(self) -> None:
        """Make the paper and show it."""
        from reintegratie_desktop.services.hours_paper import rendering  # noqa: PLC0415 - only when it is asked for

        run_in_background(rendering(self._host.desk, self.case_id), self._show_paper, self._tell, owner=self)

    def _show_paper(self, pdf: bytes) -> None:
        from reintegratie_desktop.services import hours_paper  # noqa: PLC0415 - as above
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - as above

        desk = self._host.desk
        self.preview = window = PreviewWindow(
            pdf,
            title=_("Gewerkte uren"),
            file_name=hours_paper.file_name(desk, self.case_id),
            on_saved=lambda _path: hours_paper.note_saved(desk, self.case_id),
            on_printed=lambda: hours_paper.note_printed(desk, self.case_id),
            parent=self._host.dialog_parent,
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _tell(self, error: KnownError) -> None:
        show_known_error(self._host.dialog_parent, error)


def _mondays(view: HoursView) -> tuple[date, ...]:
    return tuple(week.monday for week in view.weeks)
