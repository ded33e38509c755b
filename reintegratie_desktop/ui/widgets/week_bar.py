"""How far a case is: "week 42 van 104" with a thin bar that has a notch half way."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reintegratie_desktop.text.declaring import dataclass, override
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font, metrics
from reintegratie_desktop.ui.style import fill

_BAR: Final = 5
_NOTCH: Final = 2
_WIDEST: Final = 120


@dataclass(frozen=True)
class WeekCell:
    """The bar as the cell of a list. `of` is the number of weeks of the whole way; the notch stands at half."""

    week: int
    of: int

    def height(self, _width: int) -> int:
        """Return how high words and bar are together."""
        return metrics("label").height() + 6 + _BAR

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint words over a bar, as wide as the box and never wider than a bar is."""
        now = theme.current()
        width = min(box.width(), _WIDEST)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = _("week {nummer}").format(nummer=self.week)
        measures = metrics("label")
        height = measures.height()
        painter.setFont(font("label"))
        painter.setPen(now.text)
        left, top = Qt.AlignmentFlag.AlignLeft, float(box.top())
        painter.drawText(QRectF(box.left(), top, width, height), left, strong)
        beside = box.left() + measures.horizontalAdvance(strong + " ")
        painter.setFont(font("body"))
        painter.setPen(now.muted)
        rest = _("van {alle}").format(alle=self.of)
        painter.drawText(QRectF(beside, top, box.left() + width - beside, height), left, rest)
        bar = QRectF(box.left(), top + height + 5, width, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        share = min(1.0, self.week / self.of) if self.of else 0.0
        painter.setBrush(now.accent)
        done = QRectF(bar.left(), bar.top(), max(_BAR, bar.width() * share), _BAR)
        painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)
        notch = QRectF(bar.left() + bar.width() / 2 - _NOTCH / 2, bar.top() - 1, _NOTCH, _BAR + 2)
        fill(painter, notch, now.base)


class WeekBar(QWidget):
    """Words over a bar. `of` is the number of weeks of the whole way; the notch stands at half."""

    def __init__(self, week: int, of: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self.set_week(week, of)

    def set_week(self, week: int, of: int) -> None:
        """Show another week."""
        self._cell = WeekCell(week, of)
        self.setAccessibleName(_("week {nummer} van {alle}").format(nummer=week, alle=of))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = metrics("label").horizontalAdvance(self.accessibleName())
        return QSize(max(_WIDEST, words), self._cell.height(_WIDEST))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        self._cell.paint(painter, self.rect())
        painter.end()
