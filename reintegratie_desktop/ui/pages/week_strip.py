"""This week in five columns, with what comes after it: each thing is a button to its dossier."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.step_views import AgendaItem, TodayView
from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.formatting import day_long, day_short, day_weekday
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.pages.common import day_words, name_beside, spoken, state_of
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, small

SATURDAY: Final = 5
_ICON: Final = 16
_GAP: Final = 6
_DAY_WIDTH: Final = 74
_SHOWN: Final = 3
"""More things on one day become a line that counts them."""
_SOFT: Final = (("jaarsevaluatie", "jaars\u00adevaluatie"), ("Probleemanalyse", "Probleem\u00adanalyse"))
"""Long words get a place to break, so that a narrow day can hold them."""


def _breakable(words: str) -> str:
    for whole, soft in _SOFT:
        words = words.replace(whole, soft)
    return words


class AgendaButton(QAbstractButton):
    """One thing on one day: icon, what, and for whom. The words break over lines; they are never cut."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self.item = item
        self._hover = False
        self._words = _breakable(item.title)
        self.name = name_beside(item)
        self.setText(item.title.replace("&", "&&"))
        self.setAccessibleName(spoken(item, day_long(item.day)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ask_ring(self, 4)

    def _icon(self) -> tuple[str, str]:
        if self.item.is_appointment:
            return "message-circle", "accent"
        state = state_of(self.item.state)
        return state.icon, state.token

    def _lay_out(self, words: str, role: str, width: float, top: float, painter: QPainter | None) -> float:
        if not words:
            return top
        from PySide6.QtGui import QTextLayout, QTextOption  # noqa: PLC0415 - not for a week without anything

        layout = QTextLayout(words, font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = top
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20.0))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        if painter is not None:
            layout.draw(painter, QPointF(_ICON + _GAP, 0))
        return y

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("small_strong")).horizontalAdvance(self.item.title) + _ICON + _GAP + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, QFontMetrics(font("small")).height() * 2)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        inner = width - _ICON - _GAP
        first = self._lay_out(self._words, "small_strong", inner, 0, None)
        return int(self._lay_out(self.name, "smallest", inner, first, None)) + 1

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        # The strip asks for no height by width, so each thing takes what its words need.
        super().resizeEvent(event)
        needed = self.heightForWidth(self.width())
        if needed != self.minimumHeight():
            self.setFixedHeight(needed)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        inner = self.width() - _ICON - _GAP
        name, token = self._icon()
        icons.paint(painter, QRectF(0, 2, _ICON, _ICON), name, token)
        painter.setPen(now.accent if self._hover else now.text)
        first = self._lay_out(self._words, "small_strong", inner, 0, painter)
        painter.setPen(now.muted)
        self._lay_out(self.name, "smallest", inner, first, painter)
        painter.end()

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)


class _SoonButton(QAbstractButton):
    """A line of "Binnenkort": day, what, for whom."""

    def __init__(self, item: AgendaItem, today: date, day_width: int) -> None:
        super().__init__()
        self.item = item
        self.setText(item.title.replace("&", "&&"))
        self.setAccessibleName(spoken(item, day_long(item.day)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(8)
        day = Label(_day_words(item.day, today), "small_strong")
        day.setFixedWidth(max(day_width, day.sizeHint().width()))
        line.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        title = Label(_breakable(item.title), "small", wrap=True)
        title.setMinimumWidth(60)
        line.addWidget(title, 1)
        if name_beside(item):
            line.addWidget(Label(item.first_name, "small", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ask_ring(self, 4)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw nothing: the labels are the words, the ring is drawn by the page."""


def _day_words(day: date, today: date) -> str:
    """Return `ma 30 nov`, and `ma 29 nov 2027` in another year than this one."""
    if day.year != today.year:
        return day_words(day, today)
    return f"{day_weekday(day).split(' ', 1)[0]} {day_short(day)}"


def week_words(today: date) -> str:
    """Return what the strip is called: in the weekend it shows the week to come."""
    return _("Volgende week en later") if today.weekday() >= SATURDAY else _("Deze week en binnenkort")


class _Day(Surface):
    """One day of the week, marked when it is today."""

    def __init__(self, day: date, items: tuple[AgendaItem, ...], today: date, on_open: "WeekStrip") -> None:
        super().__init__("soft" if day == today else "base", "", 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 8)
        column.setSpacing(6)
        words = f"{day_weekday(day).split(' ', 1)[0]} {day.day}"
        if day == today:
            words = _("{dag} · vandaag").format(dag=words)
        tone = "accent" if day == today else "text" if items else "muted"
        column.addWidget(Label(words, "small_strong", tone))  # type: ignore[arg-type]
        shown = items[:_SHOWN]
        for item in shown:
            button = AgendaButton(item)
            button.clicked.connect(lambda _on=False, item=item: on_open.opened.emit(item.case_id, item.step_id))
            column.addWidget(button)
        more = len(items) - len(shown)
        if more:
            column.addWidget(small(ngettext("en nog {n}", "en nog {n}", more).format(n=more)))
        column.addStretch(1)


class WeekStrip(Surface):
    """Five working days and what comes soon. Signal `opened(case_id, step_id)`."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(8, 8, 16, 8)
        self._line.setSpacing(4)

    def show_view(self, view: TodayView) -> None:
        """Show another week."""
        self.setAccessibleName(week_words(view.today))
        while (item := self._line.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for day, items in view.week:
            part = _Day(day, items, view.today, self)
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._line.addWidget(part, 136)
        self._line.addWidget(HairLine(vertical=True))
        soon = QWidget()
        soon.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(soon)
        column.setContentsMargins(14, 8, 0, 8)
        column.setSpacing(5)
        column.addWidget(Label(_("Binnenkort"), "small_strong", "muted"))
        metrics = QFontMetrics(font("small_strong"))
        widths = [metrics.horizontalAdvance(_day_words(item.day, view.today)) + 1 for item in view.soon]
        for coming in view.soon:
            button = _SoonButton(coming, view.today, max(_DAY_WIDTH, *widths))
            button.clicked.connect(lambda _on=False, item=coming: self.opened.emit(item.case_id, item.step_id))
            column.addWidget(button)
        if not view.soon:
            column.addWidget(small(_("Voorlopig niets.")))
        column.addStretch(1)
        self._line.addWidget(soon, 300)
