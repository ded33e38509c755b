"""How far a case is: "week 42 van 104" with a thin bar that has a notch half way."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font

_BAR = 5
_NOTCH = 2


class WeekBar(QWidget):
    """Words over a bar. `of` is the number of weeks of the whole way; the notch stands at half."""

    def __init__(self, week: int, of: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(120)
        self.set_week(week, of)

    def set_week(self, week: int, of: int) -> None:
        """Show another week."""
        self.week, self.of = week, of
        self.setAccessibleName(_("week {nummer} van {alle}").format(nummer=week, alle=of))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(font("label")).horizontalAdvance(self.accessibleName())
        return QSize(max(120, words), QFontMetrics(font("label")).height() + 6 + _BAR)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = _("week {nummer}").format(nummer=self.week)
        height = QFontMetrics(font("label")).height()
        painter.setFont(font("label"))
        painter.setPen(now.text)
        painter.drawText(QRectF(0, 0, self.width(), height), Qt.AlignmentFlag.AlignLeft, strong)
        left = QFontMetrics(font("label")).horizontalAdvance(strong + " ")
        painter.setFont(font("body"))
        painter.setPen(now.muted)
        rest = _("van {alle}").format(alle=self.of)
        painter.drawText(QRectF(left, 0, self.width(), height), Qt.AlignmentFlag.AlignLeft, rest)
        bar = QRectF(0, height + 5, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        share = min(1.0, self.week / self.of) if self.of else 0.0
        painter.setBrush(now.accent)
        painter.drawRoundedRect(QRectF(0, bar.top(), max(_BAR, bar.width() * share), _BAR), _BAR / 2, _BAR / 2)
        painter.fillRect(QRectF(bar.width() / 2 - _NOTCH / 2, bar.top() - 1, _NOTCH, _BAR + 2), now.base)
        painter.end()
