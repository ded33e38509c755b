"""An empty place: a drawing, what belongs here, and the one next step."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.style import paint_tick
from reintegratie_desktop.ui.widgets.buttons import Button, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.labels import Label, title

Picture = Literal["list", "done", "papers", "none"]


class Drawing(QWidget):
    """A small drawing in the colours of the theme; hidden for screen readers."""

    def __init__(self, picture: Picture = "list", icon: str = "plus", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._icon = picture, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(260, {"list": 130, "done": 70, "papers": 130, "none": 0}[self._picture])

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture == "list":
            self._list(painter)
        elif self._picture == "done":
            self._done(painter)
        elif self._picture == "papers":
            self._papers(painter)
        painter.end()

    def _list(self, painter: QPainter) -> None:
        now = theme.current()
        for index, (first, second) in enumerate(((70, 110), (60, 96), (50, 82))):
            box = QRectF(20.5, 8.5 + 40 * index, 220, 32)
            pen = QPen(now.border if index == 0 else now.hair, 1.2)
            if index:
                pen.setDashPattern([5, 3])
            painter.setPen(pen)
            painter.setBrush(now.base if index == 0 else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.soft if index == 0 else now.hair2)
            painter.drawEllipse(QRectF(box.x() + 11, box.y() + 7, 18, 18))
            painter.setBrush(now.hair)
            painter.drawRoundedRect(QRectF(box.x() + 38, box.y() + 9, first, 5), 2, 2)
            painter.drawRoundedRect(QRectF(box.x() + 38, box.y() + 18, second, 5), 2, 2)
        icons.paint(painter, QRectF(33.5, 17.5, 14, 14), self._icon, "accent")

    def _done(self, painter: QPainter) -> None:
        now = theme.current()
        y, middle = 35.0, 130.0
        painter.setPen(QPen(now.hair, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(middle, y), QPointF(240, y))
        painter.setPen(QPen(now.ok, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(22, y), QPointF(middle, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.ok)
        for x in (24, 58, 92):
            painter.drawEllipse(QPointF(x, y), 6, 6)
        painter.setBrush(now.ok_bg)
        painter.drawEllipse(QPointF(middle, y), 27, 27)
        paint_tick(painter, QRectF(middle - 18, y - 18, 36, 36), now.ok, 3)
        painter.setPen(QPen(now.border, 1.6))
        painter.setBrush(now.base)
        for x in (178, 214, 238):
            painter.drawEllipse(QPointF(x, y), 5.5, 5.5)

    def _papers(self, painter: QPainter) -> None:
        now = theme.current()
        for angle, left in ((6, 132), (-4, 72)):
            painter.save()
            painter.translate(left, 14)
            painter.rotate(angle)
            painter.setPen(QPen(now.hair, 1))
            painter.setBrush(now.paper)
            painter.drawRoundedRect(QRectF(0, 0, 76, 100), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent)
            painter.drawRect(QRectF(9, 11, 32, 4))
            painter.setBrush(now.none)
            painter.setOpacity(0.35)
            for row, width in enumerate((58, 50, 56, 42, 52, 38)):
                painter.drawRoundedRect(QRectF(9, 24 + 9 * row, width, 2.6), 1, 1)
            painter.restore()


class EmptyState(QWidget):
    """A centred column: drawing, title, one or two lines, one button and at most two quiet links.

    `button` is (words, icon, action); `filled` makes it the filled button of the window. Put the focus on it with
    `focus_first`.
    """

    def __init__(
        self,
        heading: str,
        lines: Sequence[str] = (),
        *,
        picture: Picture = "list",
        button: tuple[str, str, Callable[[], object]] | None = None,
        links: Sequence[tuple[str, Callable[[], object]]] = (),
        filled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(8)
        self.column.addStretch(3)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.column.addWidget(Drawing(picture, button[1] if button and button[1] else "plus"), 0, middle)
        self.column.addSpacing(14)
        self.heading = title(heading)
        self.heading.setAlignment(middle)
        self.column.addWidget(self.heading)
        for text in lines:
            line = Label(text, "body", "muted", wrap=True)
            line.setAlignment(middle)
            self.column.addWidget(line)
        self.button: Button | None = None
        if button is not None:
            words, icon, do = button
            self.button = primary(words, icon=icon) if filled else secondary(words, icon=icon)
            self.button.clicked.connect(lambda _on=False: do())
            self.column.addSpacing(14)
            self.column.addWidget(self.button, 0, middle)
        self.links: list[Button] = []
        if links:
            row = QHBoxLayout()
            row.setSpacing(18)
            row.addStretch(1)
            for words, act in links:
                link = quiet(words)
                link.clicked.connect(lambda _on=False, go=act: go())
                self.links.append(link)
                row.addWidget(link)
            row.addStretch(1)
            self.column.addSpacing(4)
            self.column.addLayout(row)
        self._after = self.column.count()
        self.column.addStretch(4)
        self.setAccessibleName(heading)

    def add(self, widget: QWidget) -> None:
        """Put something under the column, such as the card with the next two dates."""
        self.column.insertSpacing(self._after, 16)
        self.column.insertWidget(self._after + 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._after += 2

    def focus_first(self) -> None:
        """Put the keyboard on the button, or on the first link."""
        first = self.button or (self.links[0] if self.links else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
