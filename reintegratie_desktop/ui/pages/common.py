"""Small parts that several pages share."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.step_views import StepState
from reintegratie_desktop.text.i18n import _, current_language
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.labels import Label, page_title, small

PROGRAM: Final = "Re-integratie Desktop"
LANGUAGE_NAMES: Final = {"nl": "Nederlands", "en": "English"}

_STATES: Final = {StepState.NOT_NEEDED: State.STOPPED}


def state_of(state: StepState) -> State:
    """Return how a state of a step is drawn; what is not needed looks like what was stopped."""
    return _STATES.get(state) or State(str(state))


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


def clear_column(column: QVBoxLayout) -> None:
    """Take everything out of a column and away from the screen."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def add_item(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    """Add a line to a menu; the words are plain text."""
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _on=False: act())
    menu.addAction(action)
    return action


def open_menu(button: Button, menu: QMenu) -> None:
    """Open a menu under its button; it goes away by itself."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def choice_menu(parent: QWidget, choices: dict[str, str], current: str, on_choose: Callable[[str], None]) -> QMenu:
    """Return a menu of which one item is chosen."""
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
