"""How the points of the check look: the sign of each state, and how heavily a point weighs."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.domain.check.item import Gewicht, Groep, Stand
from reintegratie_desktop.services.check_views import FileCheckView
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.labels import Label, Tone, section, small
from reintegratie_desktop.ui.widgets.wrap_row import WrapRow

SIGNS: Final[dict[Stand, tuple[str, Tone]]] = {
    Stand.ONTBREEKT: ("triangle-alert", "late"),
    Stand.TE_LAAT: ("message-square-text", "soon"),
    Stand.BINNENKORT: ("circle-dashed", "plan"),
    Stand.KOMT_NOG: ("circle", "muted"),
    Stand.OP_ORDE: ("circle-check", "ok"),
    Stand.TOEGELICHT: ("circle-check", "ok"),
    Stand.NIET_NODIG: ("minus", "muted"),
}
"""Icon and colour of each state; the word stands beside it."""

WEIGHS: Final = {
    Gewicht.ZWAAR: N_("Dit weegt zwaar: het gaat om wat jullie echt doen."),
    Gewicht.MIDDEL: N_("Dit weegt middel: hieraan kan UWV zien wat jullie deden."),
    Gewicht.LICHT: N_("Dit weegt licht: het gaat om een datum of een naam."),
}
_BARS: Final = {Gewicht.ZWAAR: 3, Gewicht.MIDDEL: 2, Gewicht.LICHT: 1}
_BAR: Final = 4
_GAP: Final = 2
_HEIGHTS: Final = (5, 8, 11)

_PARTS: Final[tuple[tuple[Groep, str, str, Tone, str], ...]] = (
    (Groep.OP_ORDE, N_("{n} op orde"), "circle-check", "ok", "ok"),
    (Groep.UITLEGGEN, N_("{n} uitleggen"), "message-square-text", "soon", "soon"),
    (Groep.HERSTELLEN, N_("{n} op te lossen"), "triangle-alert", "late", "late"),
    (Groep.KOMT_NOG, N_("{n} komt nog"), "circle", "muted", "hair"),
)


class WeightBars(QWidget):
    """Three small bars, of which one, two or three are filled; the word stands beside them."""

    def __init__(self, weight: Gewicht) -> None:
        super().__init__()
        self._filled = _BARS[weight]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(3 * _BAR + 2 * _GAP, _HEIGHTS[-1])

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, height in enumerate(_HEIGHTS):
            painter.setBrush(now.text if index < self._filled else now.hair)
            painter.drawRoundedRect(QRectF(index * (_BAR + _GAP), _HEIGHTS[-1] - height, _BAR, height), 1, 1)
        painter.end()


def weight_line(weight: Gewicht, words: str) -> QWidget:
    """Return the bars with their word."""
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(WeightBars(weight))
    line.addWidget(Label(words, "small", "muted"), 1)
    return part


class CountBar(QWidget):
    """One bar of which each part is as long as there are points with that state. Its name says the numbers."""

    def __init__(self, view: FileCheckView) -> None:
        super().__init__()
        self._parts = [(view.counts[group], token) for group, _words, _icon, _tone, token in _PARTS]
        self.setFixedHeight(10)
        self.setAccessibleName(", ".join(count_words(view)))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shown = [(count, token) for count, token in self._parts if count]
        gap = 3
        room = self.width() - gap * (len(shown) - 1)
        whole = sum(count for count, _token in shown)
        left = 0.0
        for count, token in shown:
            wide = room * count / whole
            painter.setBrush(now.colour(token))
            painter.drawRoundedRect(QRectF(left, 0, wide, self.height()), 5, 5)
            left += wide + gap
        painter.end()


def count_words(view: FileCheckView) -> list[str]:
    """Return the numbers in words, without those that are nought."""
    return [_(words).format(n=view.counts[group]) for group, words, *_look in _PARTS if view.counts[group]]


class CheckSummary(Card):
    """What the check says in one line, what to do first, and the numbers. It never says what UWV will decide."""

    def __init__(self, view: FileCheckView, *, on_open: Callable[[str], None], low: bool = False) -> None:
        super().__init__(padding=14 if low else 18, spacing=8)
        self.links: list[FlushLink] = []
        words = QHBoxLayout()
        words.setSpacing(16)
        self.heading = section(view.headline)
        self.heading.setWordWrap(False)
        self.advice = small(view.advice)
        words.addWidget(self.heading)
        words.addWidget(self.advice, 1)
        self.add_layout(words)
        self.setAccessibleName(f"{view.headline}. {view.advice}")
        if view.waits:
            self.add(self._waits(view, on_open))
        if not any(view.counts[group] for group, *_look in _PARTS):
            return
        self.bar = CountBar(view)
        self.add(self.bar)
        legend = WrapRow()
        for group, text, icon, tone, _token in _PARTS:
            if view.counts[group]:
                legend.add(_legend(_(text).format(n=view.counts[group]), icon, tone))
        foot = row(legend, spacing=18)
        foot.setStretch(0, 1)
        foot.addWidget(Label(_("Wat jullie echt doen, weegt zwaarder dan een datum op papier."), "small", "muted"))
        self.add_layout(foot)

    def _waits(self, view: FileCheckView, on_open: Callable[[str], None]) -> QWidget:
        """Return what waits beside these points: each a link to where it is done."""
        line = WrapRow()
        said = small(_("Wel wacht nog:"))
        line.add(said)
        for item in view.waits:
            link = FlushLink(item.words)
            link.clicked.connect(lambda _on=False, page=item.page: on_open(page))
            self.links.append(link)
            line.add(link)
            said.setMinimumHeight(link.sizeHint().height())
        return line


def _legend(words: str, icon: str, tone: Tone) -> QWidget:
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 12, 0)
    line.setSpacing(7)
    line.addWidget(IconLabel(icon, tone, 17))
    line.addWidget(Label(words, "small"))
    return part
