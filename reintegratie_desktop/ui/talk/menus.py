"""What can be done in a talk besides talking: go back to the form, tick a point, stop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons

if TYPE_CHECKING:
    from reintegratie_desktop.ui.talk.talk_view import TalkView


def talk_menu(view: "TalkView") -> QMenu:
    """Return the menu of the talk."""
    menu = QMenu(view)
    back = menu.addAction(icons.icon("arrow-left", "muted"), _("Terug naar het formulier"))
    back.triggered.connect(view.leave)
    _add_stop(menu, view)
    return menu


def point_menu(view: "TalkView", key: str) -> QMenu:
    """Return the menu of one point."""
    menu = QMenu(view)
    point = next(point for point in view.talk.points() if point.key == key)
    words = _("Nog niet besproken") if point.done else _("Besproken")
    tick = menu.addAction(icons.icon("check", "muted"), words)
    tick.triggered.connect(lambda: view.tick(key))
    _add_stop(menu, view)
    return menu


def _add_stop(menu: QMenu, view: "TalkView") -> None:
    stop = menu.addAction(icons.icon("pause", "muted"), _("Gesprek stoppen"))
    stop.setToolTip(_("In het verslag komt: het gesprek is gestopt, we spreken verder op een ander moment."))
    stop.triggered.connect(view.stop)


def open_at(menu: QMenu, place: QPoint) -> None:
    """Show a menu at a place on the screen; it goes away with its choice."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    menu.popup(place)
