"""Small parts that several pages share."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimerEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.step_views import AgendaItem, StepState, StepView
from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.formatting import day_medium, day_weekday, days_left
from reintegratie_desktop.text.i18n import _, current_language, ngettext
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.labels import Label, page_title, small

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

PROGRAM: Final = "Re-integratie Desktop"
LANGUAGE_NAMES: Final = {"nl": "Nederlands", "en": "English"}

_STATES: Final = {StepState.NOT_NEEDED: State.STOPPED}


def state_of(state: StepState) -> State:
    """Return how a state of a step is drawn; what is not needed looks like what was stopped."""
    return _STATES.get(state) or State(str(state))


FAR_DAYS: Final = 60
"""From here on nobody counts in days: a chip says weeks. The exact date always stands beside it."""
_DAYS_A_WEEK: Final = 7
_TALK: Final = "gesprek"


def far_words(days: int) -> str:
    """Return the days until a date in words; what is far away is told in weeks: `over 50 weken`."""
    if days <= FAR_DAYS:
        return days_left(days)
    weeks = round(days / _DAYS_A_WEEK)
    return ngettext("over {n} week", "over {n} weken", weeks).format(n=weeks)


def chip_words(step: StepView) -> str:
    """Return what the chip of a step says, with weeks for what is far away."""
    words = step.state_words
    if step.days_left is None:
        return words
    later = (step.hard_day - step.day).days if step.hard_day is not None and step.day is not None else 0
    for days in {step.days_left, step.days_left + later}:
        if days > FAR_DAYS:
            words = words.replace(days_left(days), far_words(days))
    return words


def day_words(day: date, today: date) -> str:
    """Return `wo 18 november`, and `do 18 nov 2027` in another year than this one."""
    if day.year == today.year:
        return day_weekday(day)
    return f"{day_weekday(day).split(' ', 1)[0]} {day_medium(day)}"


def is_talk(step: StepView) -> bool:
    """Tell whether a step is an appointment that was made, and no date of the law."""
    return step.id == _TALK


def was_done(step: StepView) -> bool:
    """Tell whether a step with a date of the law was done: then the day of doing counts, not the deadline."""
    return step.done_on is not None and step.hard_day is not None


def name_beside(item: AgendaItem) -> str:
    """Return for whom something is, or "" when its title says so already."""
    return "" if item.first_name in item.title.split() else item.first_name


def spoken(item: AgendaItem, day: str) -> str:
    """Return a thing on a day as a screen reader says it."""
    return ", ".join(part for part in (day, item.title, name_beside(item)) if part)


class IconTile(QWidget):
    """An icon on a soft square, before the words of a choice; hidden for readers."""

    def __init__(self, icon: str, side: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._side = icon, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.soft)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        inner = self._side * 0.48
        box = QRectF((self.width() - inner) / 2, (self.height() - inner) / 2, inner, inner)
        icons.paint(painter, box, self._icon, "accent")
        painter.end()


class OfflineLine(QWidget):
    """The promise at the bottom of the screens without a navigation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("monitor-check", "muted", 17))
        line.addWidget(Label(_("Niets verlaat deze computer"), "small", "muted"))


class PageHead(QWidget):
    """Title and one line at the left, buttons at the right."""

    def __init__(self, heading: str, sub: str = "", *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(3)
        self.heading = page_title(heading)
        self.sub = small(sub)
        if not sub:
            # Never `setVisible(True)` before it has a place: that would show it as a window of its own.
            self.sub.hide()
        words.addWidget(self.heading)
        words.addWidget(self.sub)
        line.addLayout(words, 1)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_sub(self, text: str) -> None:
        """Change the line under the title."""
        self.sub.setText(text)
        self.sub.setVisible(bool(text))


class _SecondClick(QObject):
    """Takes the second press of a double click away, for as long as it can come."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self.startTimer(QApplication.doubleClickInterval())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        return event.type() == QEvent.Type.MouseButtonDblClick

    @override
    def timerEvent(self, event: QTimerEvent, /) -> None:
        self.deleteLater()


def swallow_second_click(window: QWidget) -> None:
    """Let the second click of a double click land on nothing; call it when the first one brought up another page."""
    _SecondClick(window)


def clear_column(column: QLayout) -> None:
    """Take everything out of a column and away from the screen, also what stands in rows within it."""
    while (item := column.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_column(inner)


def add_item(menu: "QMenu", words: str, act: Callable[[], object]) -> "QAction":
    """Add a line to a menu; the words are plain text."""
    from PySide6.QtGui import QAction  # noqa: PLC0415 - a page shows its menus later

    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _on=False: act())
    menu.addAction(action)
    return action


def open_menu(button: Button, menu: "QMenu") -> None:
    """Open a menu under its button; it goes away by itself."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def choice_menu(parent: QWidget, choices: dict[str, str], current: str, on_choose: Callable[[str], None]) -> "QMenu":
    """Return a menu of which one item is chosen."""
    from PySide6.QtGui import QAction, QActionGroup  # noqa: PLC0415 - a page shows its menus later
    from PySide6.QtWidgets import QMenu  # noqa: PLC0415

    menu = QMenu(parent)
    group = QActionGroup(menu)
    for key, words in choices.items():
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(key == current)
        action.triggered.connect(lambda _on=False, chosen=key: on_choose(chosen))
        group.addAction(action)
        menu.addAction(action)
    return menu


def language_button(on_choose: Callable[[str], None]) -> Button:
    """Return the button that names the language and changes it."""
    button = quiet(LANGUAGE_NAMES[current_language()], trailing="chevron-down")
    button.set_tone("muted")
    button.setAccessibleName(_("Taal: {taal}").format(taal=LANGUAGE_NAMES[current_language()]))
    button.clicked.connect(
        lambda: open_menu(button, choice_menu(button, LANGUAGE_NAMES, current_language(), on_choose))
    )
    return button
