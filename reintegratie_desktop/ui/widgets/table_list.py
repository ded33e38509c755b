"""A list of rows with columns: click selects, Enter acts, arrows walk. Hairlines between rows, nothing else."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import override, replace
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.style import fill
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.cells import Cell, Column, Drawn, TwoLines, Words, column_places

__all__ = ["Cell", "Column", "Drawn", "TableList", "TableRow", "TwoLines", "Words"]

_SIDE: Final = 20
_GAP: Final = 12
_EDGE: Final = 7
_HEAD_EDGE: Final = 8
_NO_LINK: Final = -1


class TableRow(QAbstractButton):
    """One row. Its accessible name is the whole row as one sentence.

    What stands in a row keeps its size: a row with other content is made anew.

    Signals: `selected` (click or arrow), `activated` (Enter, double click), `opened` (space), `walk(step)` for the
    arrows, `linked(column)` for one click on words that are a link for the mouse. What a link does must be in the
    reach of the keyboard too: a reader hears one row and no links.
    """

    selected = Signal()
    activated = Signal()
    opened = Signal()
    walk = Signal(int)
    removed = Signal()
    shifted = Signal(int)
    linked = Signal(int)

    def __init__(self, key: str, name: str, columns: Sequence[Column], cells: Sequence[Cell], height: int) -> None:
        super().__init__()
        self.key = key
        self.last = False
        self._chosen = False
        self._hover = False
        self._columns = tuple(columns)
        self._least = height
        self._heights: dict[int, int] = {}
        self._sizes: dict[int, tuple[QSize, QSize]] = {}
        self._drawn: list[tuple[int, Drawn]] = []
        self._parts: list[tuple[int, QWidget]] = []
        self._links: frozenset[int] = frozenset()
        self._over = self._pressed = _NO_LINK
        for index, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            if isinstance(cell, QWidget):
                cell.setParent(self)
                self._parts.append((index, cell))
            elif cell:
                self._drawn.append((index, Words(cell, right=column.right) if isinstance(cell, str) else cell))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumHeight(height)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.selected)

    # --- places -----------------------------------------------------------------------------------------------------

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Return where the content of each column begins and how wide it can be, in a row of this width."""
        found = column_places(self._columns, _SIDE, width - 2 * _SIDE + _GAP)
        return [(left, taken - _GAP) for left, taken in found]

    @override
    def heightForWidth(self, width: int, /) -> int:
        known = self._heights.get(width)
        if known is None:
            places = self._places(width)
            heights = [cell.height(places[index][1]) for index, cell in self._drawn]
            heights += [self._part_size(index, part, places[index][1]).height() for index, part in self._parts]
            known = self._heights[width] = max(self._least, max(heights, default=0) + 2 * _EDGE)
        return known

    @override
    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + sum(column.width for column in self._columns)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _SIDE + sum(column.width for column in self._columns), self._least)

    def _part_size(self, index: int, part: QWidget, width: int) -> QSize:
        """Return how large a widget stands in a cell: as large as it likes to be, and no wider than the cell."""
        known = self._sizes.get(index)
        if known is None:
            least = part.minimumSize().expandedTo(part.minimumSizeHint())
            known = self._sizes[index] = least, part.sizeHint().expandedTo(least).boundedTo(part.maximumSize())
        least, liked = known
        return QSize(max(least.width(), min(liked.width(), width)), liked.height())

    def _arrange(self) -> None:
        places = self._places(self.width())
        for index, part in self._parts:
            left, wide = places[index]
            size = self._part_size(index, part, wide)
            if self._columns[index].right:
                left += wide - size.width()
            part.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._arrange()

    # --- words that are a link --------------------------------------------------------------------------------------

    def set_links(self, *columns: int) -> None:
        """Let one click of the mouse on the words in these columns give `linked`; they hold `TwoLines`."""
        self._links = frozenset(columns)
        self.setMouseTracking(bool(columns))

    def link_box(self, column: int) -> QRect:
        """Return where the words of a link stand."""
        left, wide = self._places(self.width())[column]
        cell = next(cell for index, cell in self._drawn if index == column)
        assert isinstance(cell, TwoLines)
        high = cell.height(wide)
        return QRect(left, (self.height() - high) // 2, cell.words_width(wide), high)

    def _link_at(self, place: QPoint) -> int:
        return next((column for column in self._links if self.link_box(column).contains(place)), _NO_LINK)

    def _hover_link(self, column: int) -> None:
        if column == self._over:
            return
        self._over = column
        self.setCursor(Qt.CursorShape.ArrowCursor if column == _NO_LINK else Qt.CursorShape.PointingHandCursor)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._hover_link(self._link_at(event.position().toPoint()))
        super().mouseMoveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._link_at(event.position().toPoint()) if left else _NO_LINK
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        pressed, self._pressed = self._pressed, _NO_LINK
        super().mouseReleaseEvent(event)
        if pressed != _NO_LINK and pressed == self._link_at(event.position().toPoint()):
            self.linked.emit(pressed)

    # --- being chosen -----------------------------------------------------------------------------------------------

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
            fill(painter, self.rect().adjusted(1, 0, -1, -1), now.soft)
        elif self._hover:
            fill(painter, self.rect().adjusted(1, 0, -1, -1), now.window)
        places = self._places(self.width())
        for index, cell in self._drawn:
            left, wide = places[index]
            high = cell.height(wide)
            shown = replace(cell, tone="accent") if index == self._over and isinstance(cell, TwoLines) else cell
            shown.paint(painter, QRect(left, (self.height() - high) // 2, wide, high))
        if not self.last:
            fill(painter, QRect(1, self.height() - 1, self.width() - 2, 1), now.hair2)
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
        self._hover_link(_NO_LINK)
        self.update()
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.selected.emit()
        self.update()


class TableList(Surface):
    """A card with column heads and rows.

    Signals carry the key of the row: `row_selected`, `row_activated` (Enter, double click: the row's main button),
    `row_opened` (space), `row_removed` (Delete), `row_shifted(key, step)` (Alt with an arrow), `row_linked(key,
    column)` (one click on words that are a link).
    """

    row_selected = Signal(str)
    row_activated = Signal(str)
    row_opened = Signal(str)
    row_removed = Signal(str)
    row_shifted = Signal(str, int)
    row_linked = Signal(str, int)

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
        if header:
            self._column.addWidget(_Head(self.columns))

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
        row.linked.connect(lambda column: self.row_linked.emit(row.key, column))
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

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns
        self._heads = [Words(column.title, "smallest_strong", "muted", column.right) for column in columns]
        self.setAccessibleName(", ".join(column.title for column in columns if column.title))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> list[tuple[int, int]]:
        return column_places(self._columns, _SIDE, width - 2 * _SIDE + _GAP)

    @override
    def heightForWidth(self, width: int, /) -> int:
        places = zip(self._heads, self._places(width), strict=True)
        return max((head.height(wide - _GAP) for head, (_left, wide) in places), default=0) + 2 * _HEAD_EDGE

    @override
    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + sum(column.width for column in self._columns)
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        for head, (left, wide) in zip(self._heads, self._places(self.width()), strict=True):
            head.paint(painter, QRect(left, _HEAD_EDGE, wide - _GAP, self.height() - 2 * _HEAD_EDGE))
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), theme.current().hair2)
        painter.end()
