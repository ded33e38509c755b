"""The five kinds of button. One filled button in a window; the words say what happens."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring

_RADIUS = 6
_GAP = 8


class Kind(StrEnum):
    """How a button looks, and what it is for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SOFT = "soft"
    QUIET = "quiet"
    DESTROYING = "destroying"


class Button(QPushButton):
    """A button with an optional icon before or behind its words, painted from the tokens.

    The words are plain text: an ampersand is shown, not read as a key. Give the key as `shortcut`, such as "Alt+V".
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        trailing: str = "",
        shortcut: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._icon, self._trailing, self._small = icon, trailing, small
        self._keys = shortcut
        self._tone = ""
        self._hover = False
        self.setFont(font("small_strong" if small else "label"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        ask_ring(self, _RADIUS, "text" if kind is Kind.PRIMARY else "accent")
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the words; the shortcut stays."""
        self.setText(text.replace("&", "&&"))
        if self._keys:
            self.setShortcut(QKeySequence(self._keys))
        self.updateGeometry()

    @property
    def words(self) -> str:
        """Return the words as they are shown."""
        return self.text().replace("&&", "&")

    def set_icon(self, name: str) -> None:
        """Change the icon before the words."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_tone(self, token: str) -> None:
        """Show words and icon in the colour of a token instead of that of the kind."""
        self._tone = token
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Make it another kind, such as filled when its row is the most urgent."""
        self.kind = kind
        ask_ring(self, _RADIUS, "text" if kind is Kind.PRIMARY else "accent")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        side = self._padding()
        width = 2 * side + metrics.horizontalAdvance(self.words)
        for name in (self._icon, self._trailing):
            if name:
                width += self._icon_side() + (_GAP if self.words else 0)
        height = 30 if self._small else 36
        return QSize(max(width, height), max(height, metrics.height() + (8 if self._small else 14)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _padding(self) -> int:
        if self.kind is Kind.QUIET:
            return 6
        if not self.words:
            return 6
        return 11 if self._small else 16

    def _icon_side(self) -> int:
        return 16 if self._small or self.kind is Kind.QUIET else 18

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return ground, border and ink."""
        now = theme.current()
        grounds: dict[Kind, tuple[QColor | None, QColor | None, QColor]] = {
            Kind.PRIMARY: (now.accent, None, now.on_accent),
            Kind.SECONDARY: (now.base, now.border, now.text),
            Kind.SOFT: (now.soft, None, now.accent),
            Kind.QUIET: (None, None, now.accent),
            Kind.DESTROYING: (now.base, now.border, now.late),
        }
        ground, border, ink = grounds[self.kind]
        if self._tone:
            ink = now.colour(self._tone)
        if not self.isEnabled():
            return (now.none_bg if ground is not None else None), (now.hair if border else None), now.muted
        if self.isDown():
            ground = _mix(ground, now.text, 0.14) if ground is not None else now.sel
        elif self._hover:
            ground = _mix(ground, now.text, 0.07) if ground is not None else now.soft
        return ground, border, ink

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._colours()
        if ground is not None:
            painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            edge = 0.5 if border is not None else 0.0
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), _RADIUS, _RADIUS)
        self._paint_words(painter, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.words)
        side = self._icon_side()
        gap = _GAP if self.words else 0
        whole = words + sum(side + gap for name in (self._icon, self._trailing) if name)
        left = (self.width() - whole) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        if self._icon:
            icons.paint(painter, box, self._icon, ink)
            left += side + gap
        painter.setPen(ink)
        painter.setFont(self.font())
        place = QRectF(left, 0, words + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)
        if self._trailing:
            icons.paint(painter, box.translated(left + words + gap - box.x(), 0), self._trailing, ink)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Let Enter press the button that has the keyboard, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

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


def _mix(ground: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        ground.redF() * (1 - share) + other.redF() * share,
        ground.greenF() * (1 - share) + other.greenF() * share,
        ground.blueF() * (1 - share) + other.blueF() * share,
    )


def primary(text: str, *, icon: str = "", trailing: str = "", shortcut: str = "") -> Button:
    """Return the one filled button of a window; its words are a verb."""
    return Button(text, Kind.PRIMARY, icon=icon, trailing=trailing, shortcut=shortcut)


def secondary(text: str, *, icon: str = "", trailing: str = "", shortcut: str = "", small: bool = False) -> Button:
    """Return a button for another way on."""
    return Button(text, Kind.SECONDARY, icon=icon, trailing=trailing, shortcut=shortcut, small=small)


def soft(text: str, *, icon: str = "", shortcut: str = "", small: bool = True) -> Button:
    """Return the doing button inside a part of a form, while the window has its own filled one."""
    return Button(text, Kind.SOFT, icon=icon, shortcut=shortcut, small=small)


def quiet(text: str, *, icon: str = "", trailing: str = "", shortcut: str = "") -> Button:
    """Return a link."""
    return Button(text, Kind.QUIET, icon=icon, trailing=trailing, shortcut=shortcut, small=True)


def destroying(text: str, *, icon: str = "") -> Button:
    """Return a button that removes something; only in a dialog that names what disappears, never the default."""
    return Button(text, Kind.DESTROYING, icon=icon)


def icon_only(icon: str, name: str, *, tone: str = "muted") -> Button:
    """Return a button without words (expand, previous, next, close, row menu) with its name and tooltip."""
    button = Button("", Kind.QUIET, icon=icon, small=True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.set_tone(tone)
    button.setFixedSize(30, 30)
    return button
