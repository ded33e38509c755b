"""Vandaag: is there something I must do, and where do I click?"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.step_views import AgendaItem, StepState, TodayRow, TodayView
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import (
    PageHead,
    chip_words,
    clear_column,
    day_words,
    far_words,
    is_talk,
    name_beside,
    spoken,
    state_of,
)
from reintegratie_desktop.ui.pages.week_strip import WeekStrip, week_words
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets.buttons import Button, Kind, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.chip import StateChip
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, section, small
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines
from reintegratie_desktop.ui.widgets.week_bar import WeekBar

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

ROW_HEIGHT: Final = 85
COMPACT_HEIGHT: Final = 74
MANY_HEIGHT: Final = 64
MANY_ROWS: Final = 6
LOW_WINDOW: Final = 760
NARROW_WINDOW: Final = 1100
_URGENT: Final = (StepState.LATE, StepState.SOON)


class DateCell(QWidget):
    """The date of a step with its chip; a quiet one has the words without a coloured ground."""

    def __init__(self, words: str, state: State, chip: str, *, loud: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if words:
            column.addWidget(Label(words, "body"))
        if loud:
            column.addWidget(StateChip(state, chip), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            line = row(IconLabel(state.icon, "muted", 15), Label(chip, "small", "muted"), None, spacing=5)
            column.addLayout(line)


class TodayPage(QWidget):
    """The first page.

    Signals: `step_asked(case_id, step_id)` for the button of a row, `case_asked(case_id, step_id)` to open a dossier,
    `sick_report_asked`, `employees_asked`, `employer_asked` and `example_asked`.
    """

    step_asked = Signal(str, str)
    case_asked = Signal(str, str)
    sick_report_asked = Signal()
    employees_asked = Signal()
    employer_asked = Signal()
    example_asked = Signal()

    def __init__(self, desk: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: TodayView | None = None
        self._shape: tuple[bool, bool] = (False, False)
        self.table: TableList | None = None
        self._empty: EmptyState | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller()
        whole.addWidget(scroller)
        self._column = scroller.column

    @property
    def view(self) -> TodayView:
        """Return what is shown."""
        assert self._view is not None
        return self._view

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._view = self._desk.today_view()
        self._build()

    def _build(self) -> None:
        view = self.view
        clear_column(self._column)
        self.table = self._empty = None
        report = secondary(_("Ziekmelding"), icon="plus")
        report.setToolTip("Ctrl+N")
        report.clicked.connect(self.sick_report_asked)
        first_time = not view.rows
        head = PageHead(_("Vandaag"), self._sub(view), *(() if first_time else (report,)))
        self._column.addWidget(head)
        if not self._desk.employer_name:
            self._ask_employer()
        elif first_time:
            self._show_first_time()
        elif self._nothing_to_do(view):
            self._show_nothing_to_do(view)
        else:
            self._show_rows(view)

    def _sub(self, view: TodayView) -> str:
        """Return the line under the title; on a quiet day the page itself says that nothing has to be done."""
        if not view.rows:
            return ""
        return view.heading.split(".", 1)[0] if self._nothing_to_do(view) else view.heading

    # --- empty ------------------------------------------------------------------------------------------------------

    def _ask_employer(self) -> None:
        self._fill(
            EmptyState(
                _("Vul eerst je bedrijf in"),
                (_("Naam, adres en wie er over gaat. Dat staat straks boven elk papier."),),
                picture="papers",
                button=(_("Mijn bedrijf invullen"), "store", self.employer_asked.emit),
            )
        )

    def _show_first_time(self) -> None:
        self._fill(
            EmptyState(
                _("Er is nog niemand ziek gemeld"),
                (
                    _("Meldt iemand zich ziek? Leg het hier vast."),
                    _("Met één datum en vijf vragen staat het hele plan klaar."),
                ),
                button=(_("Ziekmelding vastleggen"), "plus", self.sick_report_asked.emit),
                links=((_("Eerst een voorbeeld bekijken"), self.example_asked.emit),),
            )
        )

    @staticmethod
    def _nothing_to_do(view: TodayView) -> bool:
        """Tell whether no step is late or soon, and nothing stands in this week any more."""
        urgent = any(line.step is not None and line.step.state in _URGENT for line in view.rows)
        this_week = any(items for day, items in view.week if day >= view.today)
        return not urgent and not this_week

    def _show_nothing_to_do(self, view: TodayView) -> None:
        empty = EmptyState(
            _("Vandaag hoeft er niets"), (_("Alles is op tijd. Je kunt dit venster sluiten."),), picture="done"
        )
        if view.next_dates:
            empty.add(self._next_card(view))
        link = quiet(_("Alle medewerkers"), trailing="chevron-right")
        link.clicked.connect(self.employees_asked)
        empty.add(link)
        self._fill(empty)

    def _next_card(self, view: TodayView) -> Card:
        card = Card(padding=0, spacing=0)
        card.setFixedWidth(620)
        head = Label(_("Dit is het eerste wat komt"), "label")
        head.setContentsMargins(20, 11, 20, 9)
        card.add(head)
        for item in view.next_dates:
            card.add(HairLine())
            card.add(_NextLine(item, view.today, self.case_asked.emit))
        return card

    def _fill(self, empty: EmptyState) -> None:
        self._empty = empty
        self._column.addWidget(empty, 1)

    # --- rows -------------------------------------------------------------------------------------------------------

    def _show_rows(self, view: TodayView) -> None:
        narrow, low = self._shape
        columns = (
            Column(_("Werknemer"), 150 if narrow else 182),
            Column(_("Hoe ver"), 132 if narrow else 156),
            Column(_("Volgende stap"), 180, 1),
            Column(_("Wanneer"), 200 if narrow else 206),
            Column("", 150),
        )
        height = MANY_HEIGHT if len(view.rows) > MANY_ROWS else COMPACT_HEIGHT if low or narrow else ROW_HEIGHT
        table = TableList(columns, name=_("Wat er moet gebeuren"), row_height=height)
        for index, line in enumerate(view.rows):
            table.add_row(line.case_id, self._cells(line, first=index == 0), _row_sentence(line))
        table.row_activated.connect(self._act)
        table.row_opened.connect(lambda case_id: self.case_asked.emit(case_id, ""))
        self.table = table
        self._column.addWidget(table)
        self._column.addSpacing(6)
        self._column.addWidget(section(week_words(view.today)))
        strip = WeekStrip()
        strip.show_view(view)
        strip.opened.connect(self.case_asked)
        strip.setMinimumHeight(136 if low else 148)
        self._column.addWidget(strip)
        self._column.addStretch(1)

    def _cells(self, line: TodayRow, *, first: bool) -> list[TwoLines | QWidget | None]:
        name = TwoLines(line.employee_name, line.function, role="name")
        bar = WeekBar(line.week, line.weeks_total)
        bar.setFixedWidth(120)
        step = line.step
        if step is None:
            words = TwoLines(
                _("Er hoeft nu niets"), line.second_line if line.second_line != _("Er hoeft nu niets") else ""
            )
            return [name, bar, words, None, self._button(line, _("Bekijken"), Kind.SECONDARY)]
        date_cell = DateCell(
            day_words(step.day, self.view.today) if step.day else "",
            state_of(step.state),
            chip_words(step),
            loud=line.loud,
        )
        kind = Kind.PRIMARY if first and step.state in (*_URGENT, StepState.PLANNED) else Kind.SECONDARY
        button = self._button(line, step.action or _("Bekijken"), kind)
        return [name, bar, TwoLines(step.title, line.second_line), date_cell, button]

    def _button(self, line: TodayRow, words: str, kind: Kind) -> Button:
        button = primary(words) if kind is Kind.PRIMARY else secondary(words)
        button.setMinimumWidth(138)
        button.setAccessibleName(f"{words}, {line.employee_name}")
        button.clicked.connect(lambda: self._act(line.case_id))
        return button

    def _act(self, case_id: str) -> None:
        step = next((line.step for line in self.view.rows if line.case_id == case_id), None)
        self.step_asked.emit(case_id, step.id if step else "")

    def focus_first(self) -> None:
        """Put the keyboard on the first row, or on the one button of an empty page."""
        if self.table is not None and self.table.rows:
            self.table.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._empty is not None:
            self._empty.focus_first()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        window = self.window()
        shape = (window.width() < NARROW_WINDOW, window.height() < LOW_WINDOW)
        if shape != self._shape:
            self._shape = shape
            if self._view is not None:
                self._build()


class _NextLine(QWidget):
    """One of the next dates on a quiet day."""

    def __init__(self, item: AgendaItem, today: date, on_open: Callable[[str, str], None]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = name_beside(item)
        words.addWidget(Label(name or item.title, "label"))
        if name:
            words.addWidget(small(item.title))
        line.addLayout(words, 1)
        line.addWidget(body(day_words(item.day, today)))
        line.addWidget(StateChip(state_of(item.state), far_words((item.day - today).days)))
        button = secondary(_("Bekijken"), small=True)
        button.setAccessibleName(spoken(item, _("Bekijken")))
        button.clicked.connect(lambda: on_open(item.case_id, item.step_id))
        line.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _row_sentence(line: TodayRow) -> str:
    """Return a row as a screen reader says it."""
    parts = [
        line.employee_name,
        line.function,
        _("week {week} van {alle}").format(week=line.week, alle=line.weeks_total),
    ]
    if line.step is not None:
        parts.append(line.step.title)
        if line.step.day is not None:
            words = _("afgesproken op {dag}") if is_talk(line.step) else _("uiterlijk {dag}")
            parts.append(words.format(dag=day_long(line.step.day)))
        parts.append(line.step.state_words)
    return ", ".join(part for part in parts if part)
