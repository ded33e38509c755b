"""The column at the left of an open file: the navigation of the program."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import dataclass, override
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, small
from reintegratie_desktop.ui.widgets.rail import Mark, Rail

NAV_WIDTH: Final = 216
NAV_NARROW: Final = 64
COLLAPSE_BELOW: Final = 1100
"""Below this width of the window the navigation is a bar of icons."""


@dataclass(frozen=True)
class NavItem:
    """A place in the program. `shortcut` such as "Ctrl+1"."""

    key: str
    title: str
    icon: str
    shortcut: str = ""


class _NavButton(QAbstractButton):
    """One place, with an optional count of what is late; `inner` stands indented under the place above it."""

    def __init__(self, item: NavItem, *, checkable: bool = True, inner: bool = False, spoken: str = "") -> None:
        super().__init__()
        self.item = item
        self._inner = inner
        self._spoken = spoken or item.title
        self.badge = 0
        self._narrow = False
        self._hover = False
        self.setText(item.title.replace("&", "&&"))
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if item.shortcut:
            self.setShortcut(QKeySequence(item.shortcut))
        ask_ring(self, 6)
        self._name()

    def set_badge(self, count: int) -> None:
        """Show how many steps are late here."""
        self.badge = count
        self._name()
        self.update()

    def set_narrow(self, *, on: bool) -> None:
        """Show the icon only, with the words as a tooltip."""
        self._narrow = on
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        late = ngettext("{aantal} te laat", "{aantal} te laat", self.badge).format(aantal=self.badge)
        name = f"{self._spoken}, {late}" if self.badge else self._spoken
        self.setAccessibleName(name)
        self.setToolTip(name if self._narrow else "")

    @override
    def sizeHint(self) -> QSize:
        least, air, kind = (28, 6, "small") if self._inner else (38, 14, "body")
        return QSize(40 if self._narrow else 180, max(least, QFontMetrics(font(kind)).height() + air))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.sel if chosen else now.none_bg)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            if not chosen:
                painter.setPen(QPen(now.hair, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side = 16.0 if self._inner else 20.0
        indent = 32 if self._inner else 12
        left = (self.width() - side) / 2 if self._narrow else indent
        box = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, box, self.item.icon, now.accent if chosen else now.muted)
        if not self._narrow:
            plain, strong = ("small", "small_strong") if self._inner else ("body", "label")
            painter.setFont(font(strong if chosen else plain))
            painter.setPen(now.text)
            before = indent + side + 10
            place = QRectF(before, 0, self.width() - before, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.item.title)
        if self.badge:
            self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        now = theme.current()
        words = str(self.badge)
        metrics = QFontMetrics(font("smallest_strong"))
        side = max(20, metrics.horizontalAdvance(words) + 12)
        place = QRectF(self.width() - side - 11, (self.height() - 20) / 2, side, 20)
        if self._narrow:
            place = QRectF(self.width() - side + 2, 0, side, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.late_bg)
        painter.drawRoundedRect(place, 10, 10)
        painter.setFont(font("smallest_strong"))
        painter.setPen(now.late)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

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


class _OwnerButton(QAbstractButton):
    """Whose file this is, with a second line; pressing it opens the record of the firm."""

    def __init__(self) -> None:
        super().__init__()
        self._hover = False
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 3, 6, 3)
        line.setSpacing(10)
        line.addWidget(IconLabel("store", "muted", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = Label("", "small_strong", wrap=True)
        self.more = small("")
        words.addWidget(self.name)
        words.addWidget(self.more)
        line.addLayout(words, 1)
        for label in (self.name, self.more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ask_ring(self, 6)

    def say(self, name: str, more: str) -> None:
        """Show another firm."""
        self.name.setText(name)
        self.more.setText(more)
        self.setAccessibleName(
            _("{bedrijf}, {dossiers}. Gegevens van je bedrijf wijzigen").format(bedrijf=name, dossiers=more)
        )
        self.setToolTip(_("Gegevens van je bedrijf wijzigen"))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._hover:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().hair, 1))
            painter.setBrush(theme.current().none_bg)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
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


class NavSidebar(Rail):
    """The navigation: places with icons, whose file this is, and locking at the bottom.

    Signals: `chosen(key)` when the user picks a place, `bottom_pressed` for the item at the bottom, `owner_pressed`
    for whose file this is. Call `fit(width)`
    with the width of the window; below 1100 it becomes a bar of icons.
    """

    chosen = Signal(str)
    bottom_pressed = Signal()
    owner_pressed = Signal()

    def __init__(
        self, name: str, items: Sequence[NavItem], bottom: NavItem | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._narrow: bool | None = None
        self._current = ""
        self.setAccessibleName(_("Navigatie"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 13, 10)
        column.setSpacing(2)
        self._mark = Mark(name)
        column.addWidget(self._mark)
        column.setAlignment(self._mark, Qt.AlignmentFlag.AlignVCenter)
        column.addSpacing(8)
        self._buttons: dict[str, _NavButton] = {}
        for item in items:
            self._buttons[item.key] = self._make(item)
            column.addWidget(self._buttons[item.key])
        self._column = column
        self._inner: dict[str, _NavButton] = {}
        self._inner_of: tuple[str, str] = ("", "")
        column.addStretch(1)
        self._line = HairLine(inner=False)
        column.addWidget(self._line)
        self.owner = _OwnerButton()
        self.owner.clicked.connect(self.owner_pressed)
        column.addSpacing(4)
        column.addWidget(self.owner)
        self.bottom: _NavButton | None = None
        if bottom is not None:
            column.addSpacing(4)
            self.bottom = _NavButton(bottom, checkable=False)
            self.bottom.clicked.connect(self.bottom_pressed)
            column.addWidget(self.bottom)
        self.fit(COLLAPSE_BELOW)

    def _make(self, item: NavItem, *, inner: bool = False, spoken: str = "") -> _NavButton:
        button = _NavButton(item, inner=inner, spoken=spoken)
        button.clicked.connect(lambda _on=False, key=item.key: self._choose(key))
        return button

    def show_inner(self, under: str, whose: str, items: Sequence[NavItem]) -> None:
        """Show places indented under another place; `whose` is said with each of them to who cannot see the indent."""
        if self._inner_of == (under, whose) and [item.key for item in items] == list(self._inner):
            return
        self.hide_inner()
        self._inner_of = (under, whose)
        at = self._column.indexOf(self._buttons[under]) + 1
        before: QWidget = self._buttons[under]
        for place, item in enumerate(items):
            button = self._make(item, inner=True, spoken=f"{item.title}, {whose}")
            button.set_narrow(on=self.is_narrow)
            self._inner[item.key] = button
            self._column.insertWidget(at + place, button)
            QWidget.setTabOrder(before, button)
            before = button

    def hide_inner(self) -> None:
        """Take the indented places away."""
        for button in self._inner.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._inner, self._inner_of = {}, ("", "")

    def set_owner(self, name: str, more: str = "") -> None:
        """Say whose file this is, and how many cases are open."""
        self.owner.say(name, more)

    def set_current(self, key: str) -> None:
        """Show which place is open; no signal."""
        self._current = key
        for name, button in (self._buttons | self._inner).items():
            button.setChecked(name == key)

    def _choose(self, key: str) -> None:
        # The owner decides whether the place opens; until then the mark stays where it is.
        self.set_current(self._current)
        self.chosen.emit(key)

    @property
    def current(self) -> str:
        """Return the key of the open place, or ""."""
        return self._current

    def set_badge(self, key: str, count: int) -> None:
        """Show how many steps are late at a place; 0 takes the sign away."""
        self._buttons[key].set_badge(count)

    def set_shown(self, key: str, *, on: bool) -> None:
        """Show or hide a place that is not always of use."""
        if self._buttons[key].isHidden() is on:
            self._buttons[key].setVisible(on)

    def button(self, key: str) -> QAbstractButton:
        """Return the button of a place."""
        return (self._buttons | self._inner)[key]

    @property
    def is_narrow(self) -> bool:
        """Tell whether only the icons are shown."""
        return bool(self._narrow)

    def fit(self, window_width: int) -> None:
        """Take the form that belongs to the width of the window."""
        narrow = window_width < COLLAPSE_BELOW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(NAV_NARROW if narrow else NAV_WIDTH)
        for part in (self._line, self.owner):
            part.setVisible(not narrow)
        self._mark.set_narrow(on=narrow)
        for button in [*self._buttons.values(), *self._inner.values(), *([self.bottom] if self.bottom else [])]:
            button.set_narrow(on=narrow)
