"""A card: the white surface with a thin edge on which things that belong together stand."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.widgets.labels import section


class Surface(QFrame):
    """A rounded ground in the colours of two tokens; `edge` is "" for none."""

    def __init__(
        self, ground: str = "base", edge: str = "hair", radius: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground, self._edge, self._radius = ground, edge, radius

    def set_ground(self, ground: str, edge: str = "hair") -> None:
        """Change the colours."""
        self._ground, self._edge = ground, edge
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge or ("hair" if now.high_contrast else "")
        painter.setPen(QPen(now.colour(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(now.colour(self._ground))
        inset = 0.5 if edge else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._radius, self._radius)
        painter.end()


class Card(Surface):
    """A card with its own column. `padding` is 16-20 inside a page, 24 for a form, 0 for a list of rows."""

    def __init__(self, title: str = "", *, padding: int = 20, spacing: int = 12, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        self.column = QVBoxLayout(self)
        edge = max(padding, 1)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(spacing)
        self.title_label = section(title)
        self.column.addWidget(self.title_label)
        self.title_label.setVisible(bool(title))

    def set_title(self, title: str) -> None:
        """Change the heading; hidden when empty."""
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget under what is there."""
        self.column.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        """Put a layout under what is there."""
        self.column.addLayout(layout)


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Return a line of widgets; None is a space that takes what is left."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return line
