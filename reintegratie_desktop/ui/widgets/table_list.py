"""A list of rows with columns: click selects, Enter acts, arrows walk. Hairlines between rows, nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import Label, Tone

_SIDE = 20
_GAP = 12


@dataclass(frozen=True)
class Column:
    """A column: `width` in pixels, or a share of what is left (`stretch`). `right` aligns numbers to the right."""

    title: str
    width: int = 0
    stretch: int = 0
    right: bool = False


@dataclass(frozen=True)
class TwoLines:
    """A cell with a semi-bold line and a muted second one."""

    title: str
    sub: str = ""
    tone: Tone = "text"
    role: str = "label"


Cell = str | TwoLines | QWidget | None


class TableRow(QAbstractButton):
    """One row. Its accessible name is the whole row as one sentence.

    Signals: `selected` (click or arrow), `activated` (Enter, double click), `opened` (space), `walk(step)` for the
    arrows.
    """

    selected = Signal()
    activated = Signal()
    opened = Signal()
    walk = Signal(int)
    removed = Signal()
    shifted = Signal(int)

    def __init__(self, key: str, name: str, columns: Sequence[Column], cells: Sequence[Cell], height: int) -> None:
        super().__init__()
        self.key = key
        self.last = False
        self._chosen = False
        self._hover = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumHeight(height)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = QHBoxLayout(self)
        line.setContentsMargins(_SIDE, 7, _SIDE - _GAP, 7)
        line.setSpacing(0)
        for column, cell in zip(columns, cells, strict=True):
            line.addWidget(_cell(column, cell), column.stretch)
        self.clicked.connect(self.selected)

    @property
    def chosen(self) -> bool:
        """Tell whether this is the selected row."""
        return self._chosen

    def set_chosen(self, *, on: bool) -> None:
        """Show the row as selected; only this one is on the way of the Tab key."""
        self._chosen = on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.property("marked") or (self._chosen and self.property("showChosen")):
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), now.soft)
        elif self._hover:
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), now.window)
        if not self.last:
            painter.fillRect(QRectF(1, self.height() - 1, self.width() - 2, 1), now.hair2)
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -4), 6, 6)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = event.key()
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        elif key == Qt.Key.Key_Space:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in steps:
            step = steps[Qt.Key(key)]
            (self.shifted if with_alt else self.walk).emit(step)
        else:
            event.ignore()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.activated.emit()

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

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.selected.emit()
        self.update()


def _cell(column: Column, cell: Cell) -> QWidget:
    """Put a cell in a box as wide as its column, so that all rows line up."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, _GAP, 0)
    align = Qt.AlignmentFlag.AlignVCenter
    if isinstance(cell, TwoLines):
        inner = QVBoxLayout()
        inner.setSpacing(1)
        inner.addStretch(1)
        inner.addWidget(Label(cell.title, cell.role, cell.tone, wrap=True))
        if cell.sub:
            inner.addWidget(Label(cell.sub, "small", "muted", wrap=True))
        inner.addStretch(1)
        line.addLayout(inner, 1)
    elif isinstance(cell, QWidget):
        line.addWidget(cell, 0, align | (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft))
    elif cell:
        label = Label(cell, "body", wrap=True)
        label.setAlignment(align | (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft))
        line.addWidget(label, 1)
    _size(box, column)
    return box


def _size(box: QWidget, column: Column) -> None:
    if column.stretch:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        policy.setHorizontalStretch(column.stretch)
        box.setSizePolicy(policy)
        box.setMinimumWidth(column.width)
    else:
        box.setFixedWidth(column.width)


class TableList(Surface):
    """A card with column heads and rows.

    Signals carry the key of the row: `row_selected`, `row_activated` (Enter, double click: the row's main button),
    `row_opened` (space), `row_removed` (Delete), `row_shifted(key, step)` (Alt with an arrow).
    """

    row_selected = Signal(str)
    row_activated = Signal(str)
    row_opened = Signal(str)
    row_removed = Signal(str)
    row_shifted = Signal(str, int)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str = "",
        header: bool = True,
        row_height: int = 58,
        show_selection: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("base", "hair", 8, parent)
        self.columns = tuple(columns)
        self._row_height, self._show_selection = row_height, show_selection
        self._rows: list[TableRow] = []
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._heads: list[Label] = []
        self._header = self._make_header() if header else None
        if self._header is not None:
            self._column.addWidget(self._header)

    def _make_header(self) -> QWidget:
        head = _Head()
        line = QHBoxLayout(head)
        line.setContentsMargins(_SIDE, 8, _SIDE - _GAP, 8)
        line.setSpacing(0)
        for column in self.columns:
            box = QWidget()
            inner = QHBoxLayout(box)
            inner.setContentsMargins(0, 0, _GAP, 0)
            label = Label(column.title, "smallest_strong", "muted", wrap=True)
            if column.right:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            inner.addWidget(label)
            _size(box, column)
            self._heads.append(label)
            line.addWidget(box, column.stretch)
        return head

    @property
    def rows(self) -> list[TableRow]:
        """Return the rows from top to bottom."""
        return list(self._rows)

    @property
    def selected(self) -> str:
        """Return the key of the selected row, or ""."""
        return next((row.key for row in self._rows if row.chosen), "")

    def add_row(self, key: str, cells: Sequence[Cell], name: str) -> TableRow:
        """Add a row; `cells` has one item per column, `name` is the row as one sentence for a screen reader."""
        row = TableRow(key, name, self.columns, cells, self._row_height)
        row.setProperty("showChosen", self._show_selection)
        row.selected.connect(lambda: self._select(row))
        row.activated.connect(lambda: self.row_activated.emit(row.key))
        row.opened.connect(lambda: self.row_opened.emit(row.key))
        row.removed.connect(lambda: self.row_removed.emit(row.key))
        row.walk.connect(lambda step: self._walk(row, step))
        row.shifted.connect(lambda step: self.row_shifted.emit(row.key, step))
        if self._rows:
            self._rows[-1].last = False
        row.last = True
        self._rows.append(row)
        self._column.addWidget(row)
        if len(self._rows) == 1:
            row.set_chosen(on=True)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is no row under the rows, such as "Nog 5 klanten zonder haast"."""
        if self._rows:
            self._rows[-1].last = False
        self._column.addWidget(widget)

    def clear(self) -> None:
        """Take all rows away."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def select(self, key: str, *, focus: bool = False) -> None:
        """Select a row by key; with `focus` the keyboard goes there too."""
        for row in self._rows:
            if row.key == key:
                self._select(row)
                if focus:
                    row.setFocus(Qt.FocusReason.TabFocusReason)

    def _select(self, chosen: TableRow) -> None:
        if chosen.chosen:
            return
        for row in self._rows:
            row.set_chosen(on=row is chosen)
        self.row_selected.emit(chosen.key)

    def _walk(self, row: TableRow, step: int) -> None:
        index = max(0, min(len(self._rows) - 1, self._rows.index(row) + step))
        self._rows[index].setFocus(Qt.FocusReason.TabFocusReason)


class _Head(QWidget):
    """The line of column heads with a hairline under it."""

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.current().hair2)
        painter.end()
