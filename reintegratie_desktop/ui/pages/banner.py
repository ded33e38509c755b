"""What stands above a page of the open file, in line with it: the line of the example, and something just said."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import quiet, secondary
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import ElidedLabel
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PAGE_WIDTH

EXAMPLE_HEIGHT: Final = 36
_MARGIN: Final = 32
_MARGIN_NARROW: Final = 24
_NARROW: Final = 1100


class _InLine(QWidget):
    """Keeps one part as wide as the page below it, with the same margins."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(_MARGIN, 8, _MARGIN, 6)

    def hold(self, part: QWidget) -> None:
        """Put the part in its place."""
        part.setMaximumWidth(PAGE_WIDTH)
        self._line.addStretch(1)
        self._line.addWidget(part, 1000)
        self._line.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        side = _MARGIN_NARROW if self.window().width() < _NARROW else _MARGIN
        if self._line.contentsMargins().left() != side:
            self._line.setContentsMargins(side, 8, side, 6)


def sheet_button(on_press: Callable[[], None]) -> QWidget:
    """Return the way to the recovery sheet, to stand under something said."""
    button = secondary(_("Herstelblad afdrukken"), icon="printer", small=True)
    button.clicked.connect(lambda _on=False: on_press())
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 6, 0, 0)
    line.addWidget(button)
    line.addStretch(1)
    return holder


class ExampleLine(_InLine):
    """One low line that says this is the example, with the way out of it."""

    def __init__(self, on_close: Callable[[], None]) -> None:
        super().__init__()
        self.ground = Surface("soft", "", 8)
        self.ground.setFixedHeight(EXAMPLE_HEIGHT)
        line = QHBoxLayout(self.ground)
        line.setContentsMargins(14, 0, 8, 0)
        line.setSpacing(10)
        line.addWidget(IconLabel("circle-play", "accent", 18))
        words = _("Dit is een voorbeeld met verzonnen mensen. Probeer gerust alles: na het sluiten is het weg.")
        line.addWidget(ElidedLabel(words, tone="text"), 1)
        self.close_button = quiet(_("Sluit voorbeeld"))
        self.close_button.clicked.connect(lambda _on=False: on_close())
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hold(self.ground)


class PageNotice(_InLine):
    """Something that was just done, or why something cannot be done yet. `kind` is a `NoticeKind`."""

    def __init__(
        self, kind: str, sentence: str, more: str, on_close: Callable[[], None], part: QWidget | None = None
    ) -> None:
        super().__init__()
        self.notice = Notice(NoticeKind(kind), sentence, more, closable=True)
        if part is not None:
            self.notice.words.addWidget(part)
        self.notice.closed.connect(on_close)
        self.hold(self.notice)
        announce(self, self.notice.accessibleName())
