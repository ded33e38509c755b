"""The page Inzicht: absence over all dossiers in a period, each figure with its formula. Never by cause."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.domain.insight import Workforce
from reintegratie_desktop.domain.stretches import Span
from reintegratie_desktop.services.insight import Absence, PeriodKind, keep_workforce, span_of, workforce
from reintegratie_desktop.services.insight_words import few_words, figures
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_month, number
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.text.parsing import parse_number
from reintegratie_desktop.ui.fields.dates import DayLine
from reintegratie_desktop.ui.pages.common import PageHead, clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.insight_parts import FigureCard, duration_part, on_time_part
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.patience import after_click
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.segmented import Segmented
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

_DAY_WIDTH: Final = 190
_NUMBER_WIDTH: Final = 120
_KEEP_AFTER_MS: Final = 600
"""So long after the last key the numbers are kept."""


class InsightPage(QWidget):
    """Figures over all dossiers of the file."""

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._absence: Absence | None = None
        self._known = Workforce()
        self._counted = Workforce()
        """With what the figures were last counted."""
        self._made = False
        self._today = host.desk.today
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_KEEP_AFTER_MS)
        self._waiting.timeout.connect(self._keep)
        self.cards: tuple[FigureCard, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column
        self.head = PageHead(_("Inzicht"), " ")
        self._column.addWidget(self.head)
        self._controls = self._make_controls()
        self._column.addWidget(self._controls)
        begin = span_of(PeriodKind.THIS_YEAR, self._today)
        self.first.set_json(begin.van.isoformat())
        self.last.set_json(begin.tot_en_met.isoformat())
        self._results = QVBoxLayout()
        self._results.setSpacing(14)
        self._column.addLayout(self._results, 1)
        self._empty: EmptyState | None = None

    def _make_controls(self) -> QWidget:
        """Return the choice of the period, and who works here."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.kind = Segmented(
            [
                (PeriodKind.THIS_YEAR, _("Dit jaar")),
                (PeriodKind.TWELVE_MONTHS, _("Laatste 12 maanden")),
                (PeriodKind.OWN, _("Eigen periode")),
            ],
            _("Periode"),
        )
        self.kind.chosen.connect(lambda _key: self._show())
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self.first, self.last = DayLine(self._today), DayLine(self._today)
        self.first_row = FormRow(_("Van"), self.first)
        self.last_row = FormRow(_("Tot en met"), self.last)
        self._own = QWidget()
        days = QHBoxLayout(self._own)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(16)
        for row, line in ((self.first_row, self.first), (self.last_row, self.last)):
            row.setFixedWidth(_DAY_WIDTH)
            days.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
            line.edited.connect(self._show)
            line.editingFinished.connect(lambda: after_click(self, self._show))
        days.addStretch(1)
        column.addWidget(self._own)
        self._own.hide()
        column.addWidget(self._make_workforce())
        return part

    def _make_workforce(self) -> Card:
        card = Card(padding=16, spacing=8)
        self.people, self.hours = LineEdit(), LineEdit()
        self.people_row = FormRow(
            _("Hoeveel mensen werken hier?"),
            self.people,
            help=_("Gemiddeld in deze periode, ziek of niet."),
        )
        self.hours_row = FormRow(
            _("Hoeveel uur per week samen?"),
            self.hours,
            help=_("Tel de contracturen van iedereen op."),
        )
        line = QHBoxLayout()
        line.setSpacing(24)
        for row, edit in ((self.people_row, self.people), (self.hours_row, self.hours)):
            edit.setMaximumWidth(_NUMBER_WIDTH)
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
            edit.textEdited.connect(lambda _text: self._typed())
            edit.editingFinished.connect(lambda: after_click(self, self._keep))
        card.add_layout(line)
        return card

    # --- reading and showing ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read all dossiers anew."""
        desk = self._host.desk
        self._today, self._absence = desk.today, Absence(desk)
        if not self._made:
            self._known = workforce(desk)
            self.people.setText(_shown(self._known.mensen))
            self.hours.setText(_shown(self._known.uren))
            self._made = True
        self._show()

    def reload(self) -> None:
        """Read all dossiers anew; another name for `refresh`."""
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the choice of the period, or on the button of the empty page."""
        if self._empty is not None:
            self._empty.focus_first()
        else:
            next(button for button in self.kind.buttons if button.isChecked()).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def absence(self) -> Absence:
        """Return what was read."""
        assert self._absence is not None
        return self._absence

    def _show(self) -> None:
        """Count anew with the period and the numbers that stand on the page."""
        clear_column(self._results)
        self.cards, self._empty = (), None
        is_empty = self.absence.is_empty
        self._controls.setVisible(not is_empty)
        self.head.set_sub("")
        if is_empty:
            self._show_empty()
            return
        own = self.kind.current == PeriodKind.OWN
        self._own.setVisible(own)
        span = self._span()
        if span is None:
            return
        self.head.set_sub(_("{van} tot en met {tot}").format(van=_day(span, first=True), tot=_day(span, first=False)))
        known = self._counted = Workforce(_number(self.people), _number(self.hours))
        self._say(known, span)
        try:
            found = self.absence.insight(span, known)
        except KnownError as error:
            self.first_row.set_error(str(error))
            return
        few = few_words(found)
        if few:
            self._results.addWidget(Notice(NoticeKind.HINT, few))
        line = QWidget()
        cards = QHBoxLayout(line)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(14)
        self.cards = tuple(FigureCard(figure) for figure in figures(found, known))
        for card in self.cards:
            cards.addWidget(card, 1)
        self._results.addWidget(line)
        self._results.addWidget(duration_part(found))
        self._results.addWidget(on_time_part(found))
        self._results.addStretch(1)

    def _show_empty(self) -> None:
        self._empty = EmptyState(
            _("Nog niets te tellen"),
            (_("Inzicht komt hier zodra er een ziekmelding is."),),
            button=(_("Ziekmelding"), "plus", self._host.report_sick),
            filled=False,
        )
        self._results.addWidget(self._empty, 1)

    def _span(self) -> Span | None:
        """Return the period; None while the own one cannot be read or cannot be so."""
        if self.kind.current != PeriodKind.OWN:
            return span_of(PeriodKind(self.kind.current), self._today)
        for row, line in ((self.first_row, self.first), (self.last_row, self.last)):
            empty = line.day() is None and not line.hasFocus()
            row.set_error(_("Schrijf een datum, bijvoorbeeld 1-1-2026.") if empty else "")
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            return None
        if last > self._today:
            self.last_row.set_error(_("Kies vandaag of een eerdere dag: wat nog komt is er niet om te tellen."))
            return None
        if last < first:
            self.last_row.set_error(_("Kies een dag op of na de eerste."))
            return None
        return Span(first, last)

    def _say(self, known: Workforce, span: Span) -> None:
        """Say at the numbers what cannot be read or is unlikely."""
        for row, edit in ((self.people_row, self.people), (self.hours_row, self.hours)):
            wrong = bool(edit.text().strip()) and _number(edit) is None and not edit.hasFocus()
            row.set_error(_("Schrijf een getal boven nul, bijvoorbeeld 12 of 310,5.") if wrong else "")
        ill = self.absence.hours_ill(span)
        unlikely = known.uren is not None and known.uren < ill
        self.hours_row.set_note(
            _("Wie ziek was heeft samen al {uren} uur. Tel je iedereen mee?").format(uren=number(ill))
            if unlikely
            else "",
            "soon",
        )

    def _typed(self) -> None:
        self._show()
        self._waiting.start()

    def _keep(self) -> None:
        """Keep the numbers for the next time, once they can be read; not when the file is being closed."""
        self._waiting.stop()
        if not self.isVisible():
            return
        known = Workforce(_number(self.people), _number(self.hours))
        span = self._span()
        if known != self._counted:
            self._show()
        elif span is not None:
            # The figures stay as they are: the keyboard may be on its way to one of them.
            self._say(known, span)
        readable = not self.people_row.error and not self.hours_row.error
        if readable and known != self._known:
            self._known = known
            keep_workforce(self._host.desk, known)
            self._host.changed()


def _number(edit: LineEdit) -> Decimal | None:
    """Return the number above zero that stands in a line, or None."""
    found = parse_number(edit.text())
    return found if found is not None and found > 0 else None


def _shown(value: Decimal | None) -> str:
    return "" if value is None else number(value)


def _day(span: Span, *, first: bool) -> str:
    day = span.van if first else span.tot_en_met
    return f"{day_month(day)} {day.year}"
