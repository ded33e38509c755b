"""Plain text on the screen, by role and tone. Text of a user is never read as markup."""

from functools import cache
from typing import Final, Literal
from weakref import WeakSet

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import fill

Tone = Literal["text", "muted", "accent", "on_accent", "late", "soon", "ok", "plan", "none", "ink"]

LINE_WIDTH: Final = 75
"""Running text is easiest to read up to this many characters a line."""


class Label(QLabel):
    """Text in one of the type roles and one of the tones. With `wrap` it breaks into lines and asks for the height.

    `role` is a key of `fonts.ROLES`.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: Tone = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        # Inside a row, which is a button, Qt would take the colour of buttons.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self._tone = tone
        self._tint()
        _keep_tinted(self)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    @property
    def tone(self) -> Tone:
        """Return the tone of the text."""
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        self._tone = tone
        self._tint()

    def _tint(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.current().colour(self._tone))
        self.setPalette(palette)

    def set_role(self, role: str) -> None:
        """Show the text in another role of type."""
        self.setFont(font(role))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        # Qt proposes a squarish block for wrapped text; a line of text reads better.
        width = min(self._natural_width(), self.fontMetrics().averageCharWidth() * LINE_WIDTH)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            return hint
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        margins = self.contentsMargins()
        return QSize(longest + margins.left() + margins.right() + 2, self.fontMetrics().height())

    def _natural_width(self) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        margins = self.contentsMargins()
        return widest + margins.left() + margins.right() + 4


_labels: Final[WeakSet[Label]] = WeakSet()


def _keep_tinted(label: Label) -> None:
    """Let a label follow the theme. Each hearing of every change of its palette itself costs more than all of them."""
    _follow_theme()
    _labels.add(label)


@cache
def _follow_theme() -> None:
    theme.signals().changed.connect(_tint_all)


def _tint_all() -> None:
    for label in list(_labels):
        if isValid(label):
            label.set_tone(label.tone)


class ElidedLabel(Label):
    """A file path on one line, cut in the middle when it does not fit; the only text that may be cut."""

    def __init__(self, text: str = "", role: str = "small", tone: Tone = "muted") -> None:
        self._whole = text
        super().__init__(text, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another path; the whole path is the tooltip and the accessible name."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, max(40, self.width())))

    @override
    def event(self, event: QEvent, /) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return handled


def display(text: str) -> Label:
    """Return the headline of the welcome screen."""
    return Label(text, "display", wrap=True)


def page_title(text: str) -> Label:
    """Return the title of a page."""
    return Label(text, "page_title", wrap=True)


def title(text: str) -> Label:
    """Return the heading of a form step or an empty state."""
    return Label(text, "title", wrap=True)


def section(text: str) -> Label:
    """Return the title of a card."""
    return Label(text, "section", wrap=True)


def body(text: str, tone: Tone = "text") -> Label:
    """Return running text."""
    return Label(text, "body", tone, wrap=True)


def strong(text: str, tone: Tone = "text") -> Label:
    """Return a semi-bold line, such as the label of a field or the name in a row."""
    return Label(text, "label", tone, wrap=True)


def small(text: str, tone: Tone = "muted") -> Label:
    """Return a second line or a help text."""
    return Label(text, "small", tone, wrap=True)


class HairLine(QFrame):
    """A thin line between parts; decoration, hidden for readers. `inner` is the lighter one inside a card."""

    def __init__(self, *, vertical: bool = False, inner: bool = True) -> None:
        super().__init__()
        self._inner = inner
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), theme.current().hair2 if self._inner else theme.current().hair)
        painter.end()
