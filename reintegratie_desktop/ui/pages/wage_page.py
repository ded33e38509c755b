"""The wage of a dossier: what you pay now, every period of pay after another, and why it is that amount."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.forms.wage_data import FORM
from reintegratie_desktop.services.wage_case import has_wage, is_begun
from reintegratie_desktop.services.wage_view import wage_view
from reintegratie_desktop.services.wage_views import MissingLine, WageView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.explained_folds import ExplainedCard
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.wage_parts import KnowCard, MonthList, NowCard
from reintegratie_desktop.ui.pages.wage_why import WageWhy
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.segmented import Segmented
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.ui.form.preview_window import PreviewWindow

HOURS: Final = "uren"
"""The page of the worked hours."""
_PANEL: Final = 340
_SHARES: Final = (3, 2)


def _weeks_of(view: WageView, year: int, part: int) -> str:
    """Return the weeks of a part of a year: `Week 1-13`."""
    rows = [row for row in view.rows_of(year, part) if not row.is_total]
    return _("Week {eerste}–{laatste}").format(eerste=rows[0].number, laatste=rows[-1].number)


class WagePage(QWidget):
    """The wage of one dossier. `refresh` computes it anew and keeps the year and the period that are shown."""

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.view: WageView | None = None
        """What is shown; None while the wage is not filled in or cannot be computed."""
        self.months: MonthList | None = None
        self.why: WageWhy | None = None
        self.paper_button: Button | None = None
        self.fill_button: Button | None = None
        self.preview: PreviewWindow | None = None
        self._year = self._part = 0
        self._chosen = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column

    def refresh(self) -> None:
        """Compute the wage anew and show it."""
        place = self._scroller.verticalScrollBar().value()
        clear_column(self._column)
        self.view = self.months = self.why = self.paper_button = self.fill_button = None
        desk = self._host.desk
        if not has_wage(desk, self.case_id):
            self._show_empty()
            return
        try:
            self.view = wage_view(desk, self.case_id)
        except KnownError as error:
            self._show_refused(error)
            return
        self._show(self.view)
        self._scroller.verticalScrollBar().setValue(place)

    def reload(self) -> None:
        """Do what `refresh` does."""
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the button of the page; the list is one Tab further, with this month chosen."""
        first = self.paper_button or self.fill_button
        assert first is not None
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- before there is a wage -------------------------------------------------------------------------------------

    def _show_empty(self) -> None:
        begun = is_begun(self._host.desk, self.case_id)
        self._column.addWidget(CasePageHead(self._host, self.case_id, "loon"))
        words = (
            _("Je bent begonnen met de loongegevens. Wat je invulde, staat er nog.")
            if begun
            else _("Vul het loon één keer in. Dan zie je per maand wat je betaalt, en waarom.")
        )
        button = (_("Verder met invullen") if begun else _("Gegevens invullen"), "pencil", self.fill_in)
        empty = EmptyState(_("Wat betaal je deze maand?"), (words,), picture="papers", button=button)
        self.fill_button = empty.button
        self._column.addWidget(empty, 1)

    def _show_refused(self, error: KnownError) -> None:
        self.fill_button = primary(_("Gegevens aanpassen"), icon="pencil")
        self.fill_button.clicked.connect(lambda: self.fill_in_at(""))
        self._column.addWidget(CasePageHead(self._host, self.case_id, "loon", self.fill_button))
        self._column.addWidget(Notice(NoticeKind.WARN, error.message, error.next_step))
        self._column.addStretch(1)

    # --- the wage ---------------------------------------------------------------------------------------------------

    def _show(self, view: WageView) -> None:
        if self._year not in view.years or self._part not in view.parts_of(self._year):
            self._year, self._part, self._chosen = view.this_row.year, view.part_of(view.this_row), view.current
        self._column.addWidget(self._head(view))
        if view.missing:
            self._column.addWidget(self._missing(view, view.missing))
        now = NowCard(view)
        if now.fill_button is not None:
            now.fill_button.clicked.connect(self.fill_hours)
        self._column.addWidget(now)
        self._above = QWidget()
        self._line = QHBoxLayout(self._above)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(14)
        self._column.addWidget(self._above)
        self._body = QWidget()
        self._beside = QHBoxLayout(self._body)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self.why = WageWhy()
        self.why.setMaximumWidth(_PANEL)
        self._beside.addWidget(self.why, _SHARES[1], Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._body)
        self._column.addWidget(small(" ".join((view.holds, *view.holds_words))))
        self._show_choices(view)
        self._show_months(view)
        self._column.addWidget(KnowCard(view.notes, view.measures, view.rounding))
        self._column.addWidget(ExplainedCard("loon", self._host.desk.today, _("Meer over loon bij ziekte")))
        self._column.addStretch(1)

    def _head(self, view: WageView) -> CasePageHead:
        self.fill_button = secondary(_("Gegevens aanpassen"), icon="pencil")
        self.fill_button.clicked.connect(self.fill_in)
        self.paper_button = primary(_("Loonstaat als PDF"), icon="file-down")
        self.paper_button.clicked.connect(self.make_paper)
        sub = _(view.pay_words.per).format(dag=day_numeric(view.begins))
        return CasePageHead(self._host, self.case_id, "loon", self.fill_button, self.paper_button, sub=sub)

    def _show_choices(self, view: WageView) -> None:
        """Fill the line above the list: the years when there are more, and the weeks of a year by the quarter."""
        while (item := self._line.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        if len(view.years) > 1:
            years = Segmented([(str(year), str(year)) for year in view.years], _("Kies een jaar"))
            years.set_current(str(self._year))
            years.chosen.connect(self.show_year)
            self._line.addWidget(years)
        parts = view.parts_of(self._year)
        if len(parts) > 1:
            named = [(str(part), _weeks_of(view, self._year, part)) for part in parts]
            weeks = Segmented(named, _("Kies de weken"))
            weeks.set_current(str(self._part))
            weeks.chosen.connect(self.show_part)
            self._line.addWidget(weeks)
        self._line.addWidget(small(_(view.pay_words.choose)), 1)

    def _missing(self, view: WageView, missing: tuple[MissingLine, ...]) -> Notice:
        told = _("Berekend tot en met {dag}. Daarna mist er een bedrag.") if view.computed_until >= view.begins else ""
        sentence = told.format(dag=day_numeric(view.computed_until)) or _("Er mist een bedrag om te kunnen rekenen.")
        ways = dict.fromkeys(line.way_out for line in missing)
        more = "\n".join((*(line.sentence for line in missing), next(iter(ways))))
        return Notice(
            NoticeKind.WARN,
            sentence,
            more,
            button=_("Bedrag invullen"),
            on_press=lambda: self.fill_in_at(missing[0].place),
        )

    def _show_months(self, view: WageView) -> None:
        if self.months is not None:
            self._beside.removeWidget(self.months)
            self.months.hide()
            self.months.deleteLater()
        self.months = MonthList(view, self._year, self._part)
        self.months.row_selected.connect(self._walked)
        self._beside.insertWidget(0, self.months, _SHARES[0], Qt.AlignmentFlag.AlignTop)
        keys = [shown.key for shown in view.rows_of(self._year, self._part)]
        wanted = self._chosen if self._chosen in keys else keys[0]
        with QSignalBlocker(self.months):
            self.months.select(wanted)
        self.choose(wanted)

    def show_year(self, year: str) -> None:
        """Show the periods of another year, with today's when it is in that year."""
        assert self.view is not None
        self._year = int(year)
        here = self.view.this_row
        inside = here.year == self._year
        self._part = self.view.part_of(here) if inside else self.view.parts_of(self._year)[0]
        self._chosen = here.key if inside else ""
        self._show_choices(self.view)
        self._show_months(self.view)

    def show_part(self, part: str) -> None:
        """Show other weeks of the year."""
        assert self.view is not None
        self._part, self._chosen = int(part), ""
        self._show_months(self.view)

    def choose(self, key: str) -> None:
        """Explain a period, or the sum of a year."""
        assert self.view is not None
        assert self.why is not None
        self._chosen = key
        self.why.show_row(self.view.row(key))

    def _walked(self, key: str) -> None:
        """Explain the period the user went to, and keep its row in view."""
        self.choose(key)
        assert self.months is not None
        self._scroller.show_widget(next(row for row in self.months.rows if row.key == key))

    # --- what can be done -------------------------------------------------------------------------------------------

    def fill_in(self) -> None:
        """Open the form of the wage."""
        self._host.open_form(FORM, self.case_id)

    def fill_in_at(self, place: str) -> None:
        """Open the form of the wage at one answer; "" is the first that is missing or cannot be right."""
        self._host.open_form_at(self.case_id, FORM, place)

    def fill_hours(self) -> None:
        """Open the page on which the worked hours miss."""
        self._host.open_case_page(self.case_id, HOURS)

    def make_paper(self) -> None:
        """Make the paper for the payroll and show it."""
        from reintegratie_desktop.services.wage_paper import rendering  # noqa: PLC0415 - only when it is asked for

        try:
            make = rendering(self._host.desk, self.case_id)
        except KnownError as error:
            self._tell(error)
            return
        run_in_background(make, self._show_paper, self._tell, owner=self)

    def _show_paper(self, pdf: bytes) -> None:
        from reintegratie_desktop.services import wage_paper  # noqa: PLC0415 - as above
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - as above

        desk = self._host.desk
        self.preview = window = PreviewWindow(
            pdf,
            title=_("Loonstaat"),
            file_name=wage_paper.file_name(desk, self.case_id),
            on_saved=lambda _path: wage_paper.note_saved(desk, self.case_id),
            on_printed=lambda: wage_paper.note_printed(desk, self.case_id),
            parent=self._host.dialog_parent,
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _tell(self, error: KnownError) -> None:
        show_known_error(self._host.dialog_parent, error)
