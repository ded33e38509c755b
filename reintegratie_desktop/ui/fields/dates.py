"""Editors for days and times: type them as you would write them, and read back what was understood."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.text.formatting import day_numeric, day_weekday, days_left
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.text.parsing import parse_day, parse_time
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_text
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.patience import after_click
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

_COUNTED = 400
"""Up to this many days from today a distance in days still means something to people."""


def distance_words(day: date, today: date) -> str:
    """Return how far a day is from today: "vandaag", "over 3 dagen", "gisteren", "12 dagen geleden"."""
    days = (day - today).days
    if days >= 0:
        return days_left(days)
    if days == -1:
        return _("gisteren")
    return ngettext("{dagen} dag geleden", "{dagen} dagen geleden", -days).format(dagen=-days)


def day_echo(day: date, today: date) -> str:
    """Return `ma 23 november 2026, over 3 dagen`; a day long ago or far ahead without the count, which says nothing."""
    words = day_weekday(day, year=True)
    return f"{words}, {distance_words(day, today)}" if abs((day - today).days) <= _COUNTED else words


class _CalendarButton(QAbstractButton):
    """The small calendar at the end of a date field; the keyboard opens it with Alt and arrow down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Kalender openen"))
        self.setToolTip(_("Kalender (Alt en pijl omlaag)"))

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        token = "accent" if self.underMouse() else "muted"
        box = QRectF((self.width() - 16) / 2, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, box, "calendar", token)
        painter.end()


class CalendarPopup(QFrame):
    """A month to choose a day from: arrows walk, Enter chooses, Esc closes. Signal `chosen(date)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(_("Kalender"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        plain = QTextCharFormat()
        plain.setForeground(theme.current().text)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt paints weekends red; red means too late here.
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        column.addWidget(self.calendar)

    def open_at(self, place: QPoint, day: date) -> None:
        """Show the month of a day at a place on the screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, day: QDate) -> None:
        self.hide()
        self.chosen.emit(date(day.year(), day.month(), day.day()))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class DayLine(LineEdit):
    """A line in which a day is typed. Signals: `edited` at every change by the user, also by the calendar."""

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._today = today
        self._popup: CalendarPopup | None = None
        self.setTextMargins(0, 0, 26, 0)
        self.setPlaceholderText(_("dag-maand-jaar"))
        self.button = _CalendarButton(self)
        self.button.clicked.connect(self.open_calendar)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self._tidy)

    @override
    def setReadOnly(self, on: bool, /) -> None:
        """Show the day only, without a calendar to choose another."""
        super().setReadOnly(on)
        self.button.setVisible(not on)
        self.setPlaceholderText("" if on else _("dag-maand-jaar"))

    def day(self) -> date | None:
        """Return the day that stands here, or None."""
        return parse_day(self.text(), self._today)

    def json(self) -> str | None:
        """Return the day as ISO text; what cannot be read comes back as typed."""
        found = self.day()
        return found.isoformat() if found else self.text().strip() or None

    def set_json(self, value: object) -> None:
        """Show a day from ISO text, or any other text as it is."""
        day = as_day(value) if isinstance(value, str) and len(value) == len("2026-01-05") else None
        self.setText(day_numeric(day) if day else as_text(value))
        self.setCursorPosition(0)

    def _tidy(self) -> None:
        """Write the day out in full when the keyboard leaves: "+6w" becomes the date it meant."""
        found = self.day()
        if found and not self.isReadOnly():
            self.setText(day_numeric(found))

    def open_calendar(self) -> None:
        """Open the month under the field."""
        if self.isReadOnly():
            return
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.chosen.connect(self._take)
        self._popup.open_at(self.mapToGlobal(self.rect().bottomLeft()), self.day() or self._today)

    def _take(self, day: date) -> None:
        self.setText(day_numeric(day))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edited.emit()
        self.editingFinished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.button.setGeometry(self.width() - 32, 2, 30, self.height() - 4)


class _Echo(Label):
    """Says under a date field what was understood, or calmly that it was not.

    Its line is there before it has words, so that nothing under the mouse moves while a day is typed.
    """

    def __init__(self) -> None:
        super().__init__("", "small", "muted", wrap=True)
        self._day: tuple[date, date] | None = None
        self._said = False
        self.setMinimumHeight(self.fontMetrics().height())
        self._keep_room(on=True)
        self.hide()

    def _keep_room(self, *, on: bool) -> None:
        policy = self.sizePolicy()
        if policy.retainSizeWhenHidden() != on:
            policy.setRetainSizeWhenHidden(on)
            self.setSizePolicy(policy)

    def leave_to(self, error: str) -> None:
        """Say nothing about a day that cannot be read while the form says so already."""
        self._said = bool(error)
        self._show_when_needed()

    def _show_when_needed(self) -> None:
        told_elsewhere = self._said and self._day is None
        # The sentence of the form takes the place of this line.
        self._keep_room(on=not told_elsewhere)
        self.setVisible(bool(self.text()) and not told_elsewhere)

    def tell(self, line: DayLine, today: date) -> None:
        """Show what stands in the line in words."""
        day = line.day()
        self._day = (day, today) if day is not None else None
        if day is not None:
            self.set_tone("muted")
            self.setText(self._fitting(day, today))
        elif line.text().strip() and not line.hasFocus():
            self.set_tone("soon")
            self.setText(_("Dit lezen we niet als datum. Schrijf bijvoorbeeld 21-11-2026 of 21 nov."))
        else:
            self.setText("")
        self._show_when_needed()

    def _fitting(self, day: date, today: date) -> str:
        """Return the day in words that fit on one line: a second line would push away what stands below."""
        full = day_echo(day, today)
        self.setAccessibleName(full)
        forms = (full, f"{day_weekday(day)}, {distance_words(day, today)}", day_weekday(day, year=True))
        width = self.fontMetrics().horizontalAdvance
        known = self.width() if self.isVisible() else 0
        return next((words for words in forms if not known or width(words) <= known), forms[-1])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._day is not None:
            words = self._fitting(*self._day)
            if words != self.text():
                self.setText(words)


class DayEditor(FieldEditor):
    """A day: `21-11-2026`, `21 nov`, `vandaag`, `+6w`, or picked from a calendar."""

    span: int = 4

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.edit = DayLine(context.today)
        self.echo = _Echo()
        self.column.addWidget(self.edit)
        self.column.addWidget(self.echo)
        self.add_input(self.edit)
        self.edit.edited.connect(self._day_edited)
        # A message must not push away what is being clicked.
        self.edit.editingFinished.connect(lambda: after_click(self, self._tell))

    def _day_edited(self) -> None:
        self._touch()
        self._tell()

    def _tell(self) -> None:
        self.echo.tell(self.edit, self.context.today)

    @override
    def _show(self, value: Any) -> None:
        self.edit.set_json(value)
        self._tell()

    @override
    def _read(self) -> Any:
        return self.edit.json()

    @override
    def set_error(self, text: str) -> None:
        super().set_error(text)
        self.echo.leave_to(text)


class TimeEditor(FieldEditor):
    """A time of day: `10:30`, `10.30`, `1030`, `9 uur`."""

    span: int = 3

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.edit = LineEdit()
        self.edit.setMaximumWidth(120)
        self.edit.setPlaceholderText(_("uu:mm"))
        self.column.addWidget(self.edit)
        self.add_input(self.edit)
        self.edit.editingFinished.connect(self._tidy)

    def _tidy(self) -> None:
        found = parse_time(self.edit.text())
        if found and not self.edit.isReadOnly():
            self.edit.setText(found)

    @override
    def _show(self, value: Any) -> None:
        self.edit.setText(as_text(value))

    @override
    def _read(self) -> Any:
        return parse_time(self.edit.text()) or self.edit.text().strip() or None


class DayTimeEditor(FieldEditor):
    """A day with a time in two fields. While one of them cannot be read the answer is `day T time` as typed."""

    span: int = 6

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.day_edit = DayLine(context.today)
        self.time_edit = LineEdit()
        self.time_edit.setMaximumWidth(110)
        self.time_edit.setPlaceholderText(_("uu:mm"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.day_edit, 1)
        line.addWidget(small(_("om")))
        line.addWidget(self.time_edit)
        self.column.addLayout(line)
        self.echo = _Echo()
        self.column.addWidget(self.echo)
        self.add_input(self.day_edit, _("dag"))
        self.add_input(self.time_edit, _("tijd"))
        self.day_edit.edited.connect(self._touch)
        self.day_edit.edited.connect(self._tell)
        self.day_edit.editingFinished.connect(lambda: after_click(self, self._tell))
        self.time_edit.editingFinished.connect(self._tidy)

    def _tell(self) -> None:
        self.echo.tell(self.day_edit, self.context.today)

    def _tidy(self) -> None:
        found = parse_time(self.time_edit.text())
        if found and not self.time_edit.isReadOnly():
            self.time_edit.setText(found)

    @override
    def _show(self, value: Any) -> None:
        day, _sign, moment = as_text(value).rpartition("T")
        if not _sign:
            day, moment = moment, ""
        self.day_edit.set_json(day)
        self.time_edit.setText(parse_time(moment) or moment)
        self._tell()

    @override
    def _read(self) -> Any:
        day = self.day_edit.json() or ""
        moment = parse_time(self.time_edit.text()) or self.time_edit.text().strip()
        return f"{day}T{moment}" if day or moment else None

    @override
    def focus_first(self) -> None:
        """Put the keyboard where something misses: at the time when the day is there."""
        waits = self.day_edit.day() is not None and parse_time(self.time_edit.text()) is None
        (self.time_edit if waits else self.day_edit).setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def set_error(self, text: str) -> None:
        super().set_error(text)
        self.echo.leave_to(text)
