"""Vandaag: is there something I must do, and where do I click?"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services.step_views import StepState, TodayRow, TodayView
from reintegratie_desktop.services.step_words import INFORMATION
from reintegratie_desktop.text.declaring import dataclass, override
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.pages.common import (
    PageHead,
    chip_words,
    clear_column,
    day_words,
    is_talk,
    state_of,
    swallow_second_click,
)
from reintegratie_desktop.ui.pages.week_strip import WeekStrip, week_words
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets.buttons import Button, Kind, primary, secondary
from reintegratie_desktop.ui.widgets.chip import chip_size, paint_chip
from reintegratie_desktop.ui.widgets.labels import section
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import Cell, Column, TableList, TwoLines
from reintegratie_desktop.ui.widgets.week_bar import WeekCell
from reintegratie_desktop.ui.widgets.words import paint_words, words_height

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.ui.widgets.empty_state import EmptyState

ROW_HEIGHT: Final = 85
COMPACT_HEIGHT: Final = 74
MANY_HEIGHT: Final = 64
MANY_ROWS: Final = 6
LOW_WINDOW: Final = 760
NARROW_WINDOW: Final = 1100
_URGENT: Final = (StepState.LATE, StepState.SOON)
_UNDER_DATE: Final = 4
_QUIET_ICON: Final = 15
_BESIDE_ICON: Final = 5
_BESIDE_BUTTON: Final = 12
_NAME: Final = 0
_STEP: Final = 2
"""The columns whose words open the dossier with one click."""


@dataclass(frozen=True)
class DateCell:
    """The date of a step with its chip; a quiet one has the words without a coloured ground."""

    words: str
    state: State
    chip: str
    loud: bool = True

    def _date_height(self, width: int) -> int:
        return words_height(self.words, "body", width) + _UNDER_DATE if self.words else 0

    def height(self, width: int) -> int:
        """Return how high date and chip are together."""
        if self.loud:
            return self._date_height(width) + chip_size(self.chip, self.state.icon).height()
        room = width - _QUIET_ICON - _BESIDE_ICON
        return self._date_height(width) + max(_QUIET_ICON, words_height(self.chip, "small", room))

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint the date and under it the chip."""
        now = theme.current()
        below = self._date_height(box.width())
        if self.words:
            date_box = QRect(box.left(), box.top(), box.width(), below - _UNDER_DATE)
            paint_words(painter, date_box, self.words, "body", now.text)
        rest = box.adjusted(0, below, 0, 0)
        if self.loud:
            size = chip_size(self.chip, self.state.icon)
            place = QRectF(rest.left(), rest.top(), size.width(), size.height())
            paint_chip(painter, place, self.chip, self.state.token, self.state.icon, dot=self.state is State.DONE_LATE)
            return
        icon = QRectF(rest.left(), rest.top() + (rest.height() - _QUIET_ICON) / 2, _QUIET_ICON, _QUIET_ICON)
        icons.paint(painter, icon, self.state.icon, "muted")
        words_box = rest.adjusted(_QUIET_ICON + _BESIDE_ICON, 0, 0, 0)
        paint_words(painter, words_box, self.chip, "small", now.muted)


class TodayPage(QWidget):
    """The first page.

    Signals: `step_asked(case_id, step_id)` for the button of a row, `case_asked(case_id, step_id)` to open a dossier,
    `sick_report_asked`, `calendar_asked`, `employees_asked`, `employer_asked` and `example_asked`.
    """

    step_asked = Signal(str, str)
    case_asked = Signal(str, str)
    sick_report_asked = Signal()
    calendar_asked = Signal()
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
        self._shape = self._shape_of_window()
        self._build()

    def _build(self) -> None:
        view = self.view
        clear_column(self._column)
        self.table = self._empty = None
        report = secondary(_("Ziekmelding"), icon="plus")
        report.setToolTip("Ctrl+N")
        report.clicked.connect(self.sick_report_asked)
        calendar = secondary(_("Agenda"), icon="calendar")
        calendar.setAccessibleName(_("Datums van alle dossiers in je agenda"))
        calendar.setToolTip(_("Bewaar de datums van alle dossiers als bestand voor je agenda"))
        calendar.clicked.connect(self.calendar_asked)
        head = PageHead(_("Vandaag"), self._sub(view), *((calendar, report) if view.rows else ()))
        self._column.addWidget(head)
        if not view.rows or not self._desk.employer_name or self._nothing_to_do(view):
            self._show_empty(view)
        else:
            self._show_rows(view)

    def _sub(self, view: TodayView) -> str:
        """Return the line under the title; on a quiet day the page itself says that nothing has to be done."""
        if not view.rows:
            return ""
        return view.heading.split(".", 1)[0] if self._nothing_to_do(view) else view.heading

    @staticmethod
    def _nothing_to_do(view: TodayView) -> bool:
        """Tell whether no step is late or soon, and nothing stands in this week any more."""
        urgent = any(
            line.step is not None and (line.step.state in _URGENT or line.step.id in INFORMATION) for line in view.rows
        )
        this_week = any(items for day, items in view.week if day >= view.today)
        return not urgent and not this_week

    def _show_empty(self, view: TodayView) -> None:
        """Show why there are no rows, with the one next step."""
        from reintegratie_desktop.ui.pages.today_empty import (  # noqa: PLC0415 - most days have rows
            ask_employer,
            first_time,
            nothing_to_do,
        )

        kept = bool(self._desk.employer_name)
        # The name of the firm is all that a sick call needs: it need not be filled in further first.
        if not (kept or self._desk.owner_name) or (view.rows and not kept):
            self._empty = ask_employer(self.employer_asked.emit)
        elif not view.rows:
            self._empty = first_time(
                self.sick_report_asked.emit, self.example_asked.emit, None if kept else self.employer_asked.emit
            )
        else:
            self._empty = nothing_to_do(view, self.case_asked.emit, self.employees_asked.emit)
        self._column.addWidget(self._empty, 1)

    # --- rows -------------------------------------------------------------------------------------------------------

    def _show_rows(self, view: TodayView) -> None:
        narrow, low = self._shape
        lines = [self._cells(line, first=index == 0) for index, line in enumerate(view.rows)]
        # A button is never narrower than its least width, also when its words ask for less.
        widest = max(
            max(cells[-1].sizeHint().width(), cells[-1].minimumWidth())
            for cells in lines
            if isinstance(cells[-1], Button)
        )
        columns = (
            Column(_("Werknemer"), 150 if narrow else 182),
            Column(_("Hoe ver"), 132 if narrow else 156),
            Column(_("Volgende stap"), 180, 1),
            Column(_("Wanneer"), 200 if narrow else 206),
            Column("", widest + _BESIDE_BUTTON),
        )
        height = MANY_HEIGHT if len(view.rows) > MANY_ROWS else COMPACT_HEIGHT if low or narrow else ROW_HEIGHT
        table = TableList(columns, name=_("Wat er moet gebeuren"), row_height=height)
        for line, cells in zip(view.rows, lines, strict=True):
            made = table.add_row(line.case_id, cells, _row_sentence(line))
            made.setAccessibleDescription(_("Spatie opent het dossier."))
            made.set_links(_NAME, _STEP)
        table.row_activated.connect(self._act)
        table.row_linked.connect(self._follow)
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

    def _cells(self, line: TodayRow, *, first: bool) -> list[Cell]:
        name = TwoLines(line.employee_name, line.function, role="name")
        bar = WeekCell(line.week, line.weeks_total)
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
        kind = Kind.PRIMARY if first and step.action and step.state in (*_URGENT, StepState.PLANNED) else Kind.SECONDARY
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

    def _follow(self, case_id: str, column: int) -> None:
        """Open the dossier that was clicked on; by its next step with that step selected."""
        step = next((line.step for line in self.view.rows if line.case_id == case_id), None)
        self.case_asked.emit(case_id, step.id if step is not None and column == _STEP else "")
        swallow_second_click(self.window())

    def focus_first(self) -> None:
        """Put the keyboard on the first row, or on the one button of an empty page."""
        if self.table is not None and self.table.rows:
            self.table.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._empty is not None:
            self._empty.focus_first()

    def _shape_of_window(self) -> tuple[bool, bool]:
        """Tell whether the window is narrow, and whether it is low."""
        window = self.window()
        return window.width() < NARROW_WINDOW, window.height() < LOW_WINDOW

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        shape = self._shape_of_window()
        if shape != self._shape:
            self._shape = shape
            if self._view is not None:
                self._build()


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
