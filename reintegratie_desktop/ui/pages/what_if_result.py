"""The right of "Wat als": which dates move, in a table, and the time line as it is and as it would be."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services.what_if import LineView, Outcome, TryRow
from reintegratie_desktop.text.formatting import day_medium, day_weekday
from reintegratie_desktop.text.i18n import N_, _, ngettext
from reintegratie_desktop.ui.drawing.timeline import TimeLine
from reintegratie_desktop.ui.pages.case_line import line_of
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.inner_scroll import InnerScroll
from reintegratie_desktop.ui.preferences import Clock
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.labels import body, section, small
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines

_DAY: Final = 140
_DIFFERENCE: Final = 110
_ROW: Final = 40
_MOST_ROWS: Final = 7
_TRIED: Final = (N_("Nu uiterlijk"), N_("Dan uiterlijk"))
_MOVED: Final = (N_("Was uiterlijk"), N_("Nu uiterlijk"))


class TryResult(QWidget):
    """Shows an `Outcome`. `table` has the dates that move; evaluations and what stays unfold under it."""

    def __init__(self, now: LineView, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.card = Card(padding=16, spacing=4)
        self.headline = section("")
        self.more = small("", "text")
        self.card.add(self.headline)
        self.card.add(self.more)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(6)
        column.addWidget(self.card)
        column.addLayout(self._tables)
        self.table: TableList | None = None
        self.folds: list[FlushLink] = []
        self.then_card, self.then_line = _line_card(_("Zo wordt de tijdlijn"))
        self.now_card, self.now_line = _line_card(_("De tijdlijn nu"))
        self.now_line.set_data(line_of(now, clock))
        column.addWidget(self.then_card)
        column.addWidget(self.now_card)
        column.addStretch(1)
        self._said = ""
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what to do first."""
        self._clear()
        self.headline.setText(_("Er is nog niets veranderd"))
        self.more.setText(_("Verander links een datum. Hier zie je dan welke datums meebewegen."))
        self.then_card.hide()

    def show_refused(self) -> None:
        """Say that it cannot be so, and where to look."""
        self._clear()
        self.headline.setText(_("Dit past nog niet bij elkaar"))
        self.more.setText(_("Bij de datum staat wat er niet klopt."))
        self.then_card.hide()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what moves."""
        self._clear()
        self.headline.setText(outcome.headline)
        self.more.setText(outcome.more)
        self.more.setVisible(bool(outcome.more))
        steps = [row for row in outcome.moved if not row.is_evaluation]
        evaluations = [row for row in outcome.moved if row.is_evaluation]
        if steps:
            self.table = _table(steps, _("Datums die veranderen"))
            self._tables.addWidget(self.table)
        if evaluations:
            words = ngettext("{aantal} evaluatie verandert", "{aantal} evaluaties veranderen", len(evaluations))
            self._fold(words.format(aantal=len(evaluations)), evaluations, open_now=not steps)
        if outcome.same:
            words = ngettext("{aantal} datum blijft gelijk", "{aantal} datums blijven gelijk", len(outcome.same))
            self._fold(words.format(aantal=len(outcome.same)), outcome.same, open_now=False)
        assert outcome.then is not None
        self.then_line.set_data(line_of(outcome.then, self._clock))
        self.then_card.setVisible(bool(outcome.moved))
        if outcome.headline != self._said:
            self._said = outcome.headline
            announce(self, f"{outcome.headline} {outcome.more}".strip())

    def _fold(self, words: str, rows: Sequence[TryRow], *, open_now: bool) -> None:
        link = FlushLink(words, icon="chevron-down" if open_now else "chevron-right")
        link.setCheckable(True)
        table = _table(rows, words)
        self._tables.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._tables.addWidget(table)
        link.setChecked(open_now)
        table.setVisible(open_now)
        link.toggled.connect(table.setVisible)
        link.toggled.connect(lambda on: link.set_icon("chevron-down" if on else "chevron-right"))
        self.folds.append(link)

    def _clear(self) -> None:
        clear_column(self._tables)
        self.table, self.folds = None, []
        self.more.show()


def _line_card(title: str) -> tuple[Card, TimeLine]:
    card = Card(padding=0, spacing=0)
    head = body(title)
    head.setContentsMargins(16, 10, 16, 0)
    card.add(head)
    line = TimeLine()
    line.setAccessibleName(title)
    card.add(line)
    return card, line


def moved_fold(rows: Sequence[TryRow]) -> QWidget:
    """Return a link that unfolds which dates moved, from what to what; it never takes more than a part of the page."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 2, 0, 0)
    column.setSpacing(4)
    link = FlushLink(_("Datums die veranderen"), icon="chevron-right")
    link.setCheckable(True)
    table = _table(rows, _("Datums die veranderen"), _MOVED)
    scroller = InnerScroll()
    scroller.column.addWidget(table)
    scroller.setFixedHeight(min(len(rows) + 1, _MOST_ROWS) * _ROW + 4)
    scroller.hide()
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(scroller)
    link.toggled.connect(scroller.setVisible)
    link.toggled.connect(lambda on: link.set_icon("chevron-down" if on else "chevron-right"))
    return part


def _table(rows: Sequence[TryRow], name: str, days: tuple[str, str] = _TRIED) -> TableList:
    table = TableList(
        (
            Column(_("Stap"), stretch=1),
            Column(_(days[0]), _DAY),
            Column(_(days[1]), _DAY),
            Column(_("Verschil"), _DIFFERENCE),
        ),
        name=name,
        row_height=_ROW,
    )
    for row in rows:
        late = _("dan te laat") if row.gets_late else ""
        cells = (
            TwoLines(row.title, role="body"),
            _day_cell(row.old, row.old_safe, strong=False),
            _day_cell(row.new, row.new_safe, strong=row.is_moved),
            TwoLines(row.words, late, "late" if late else "text" if row.is_moved else "muted", "body"),
        )
        table.add_row(row.step, cells, _sentence(row, late))
    return table


def _day_cell(day: date | None, safe: date | None, *, strong: bool) -> TwoLines:
    words = _short(day) if day is not None else "–"
    second = _("veilig {dag}").format(dag=_short(safe)) if safe is not None else ""
    return TwoLines(words, second, "text" if strong else "muted", "label" if strong else "body")


def _short(day: date) -> str:
    """Return `zo 15 aug 2027`."""
    return f"{day_weekday(day).split(' ', 1)[0]} {day_medium(day)}"


def _sentence(row: TryRow, late: str) -> str:
    old = _("nu uiterlijk {dag}").format(dag=day_weekday(row.old, year=True)) if row.old is not None else ""
    new = _("dan uiterlijk {dag}").format(dag=day_weekday(row.new, year=True)) if row.new is not None else ""
    return ", ".join(part for part in (row.title, old, new, row.words, late) if part)
