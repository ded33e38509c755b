"""The list of rules: hundreds of them, painted by one delegate, with a heading over each subject."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reintegratie_desktop.services.rules import RuleLine
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import metrics
from reintegratie_desktop.ui.style import fill
from reintegratie_desktop.ui.widgets.chip import chip_size, paint_chip
from reintegratie_desktop.ui.widgets.words import RIGHT, paint_words, words_height

_SIDE: Final = 20
_EDGE: Final = 10
_GAP: Final = 16
_BETWEEN: Final = 2
_VALUE: Final = 0.36
"""The largest share of a row that the value takes."""
_HEADING_ABOVE: Final = 18
_LEAST: Final = 52
_CHIP_ICON: Final = "triangle-alert"

Index = QModelIndex | QPersistentModelIndex
Item = RuleLine | str
"""A rule, or the heading of a subject."""


class RulesModel(QAbstractListModel):
    """The rules that are shown, with the subject before the first rule of each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[Item] = []

    def set_lines(self, lines: Sequence[RuleLine]) -> None:
        """Show other rules."""
        self.beginResetModel()
        self.items = []
        subject = ""
        for line in lines:
            if line.subject != subject:
                subject = line.subject
                self.items.append(subject)
            self.items.append(line)
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Return the row of a rule; that of the first rule when it is not shown, -1 when there is none."""
        places = [place for place, item in enumerate(self.items) if isinstance(item, RuleLine)]
        return next((place for place in places if self._key(place) == key), places[0] if places else -1)

    def _key(self, place: int) -> str:
        item = self.items[place]
        return item.key if isinstance(item, RuleLine) else ""

    @override
    def rowCount(self, parent: Index | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(item, str):
                return item
            return item.label if role == Qt.ItemDataRole.DisplayRole else item.spoken
        return item if role == Qt.ItemDataRole.UserRole else None

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if isinstance(self.items[index.row()], str):
            return Qt.ItemFlag.NoItemFlags  # the arrow keys step over a heading
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Paints a rule: what it is and where it stands at the left, the value and the flag at the right."""

    def __init__(self, view: "RulesList") -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        width = self._view.viewport().width()
        item = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, str):
            above = _HEADING_ABOVE if index.row() else _EDGE
            return QSize(width, words_height(item, "section", width - 2 * _SIDE) + above + _EDGE)
        left, right = self._widths(item, width)
        value = words_height(item.value, "label", right)
        if item.to_check:
            value += chip_size(_("te controleren"), _CHIP_ICON).height() + (_BETWEEN if value else 0)
        return QSize(width, max(_LEAST, self._words(item, left), value) + 2 * _EDGE)

    @staticmethod
    def _widths(item: RuleLine, width: int) -> tuple[int, int]:
        """Return how wide the words and the value are: a value takes what it needs, up to its share."""
        room = width - 2 * _SIDE - _GAP
        right = min(round(room * _VALUE), metrics("label").horizontalAdvance(item.value) + 2)
        if item.to_check:
            right = max(right, chip_size(_("te controleren"), _CHIP_ICON).width())
        return room - right, right

    @staticmethod
    def _words(item: RuleLine, width: int) -> int:
        below = sum(words_height(text, "small", width) for text in (item.source, item.since))
        return words_height(item.label, "label", width) + _BETWEEN + below

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        now = theme.current()
        box: QRect = option.rect
        item = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, str):
            above = _HEADING_ABOVE if index.row() else _EDGE
            paint_words(painter, box.adjusted(_SIDE, above, -_SIDE, -_EDGE), item, "section", now.text)
        else:
            state: QStyle.StateFlag = option.state
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen or state & QStyle.StateFlag.State_MouseOver:
                fill(painter, box, now.soft if chosen else now.window)
            self._paint_rule(painter, box, item, now.text, now.muted)
            if chosen and self._view.hasFocus():
                painter.setPen(QPen(now.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(3, 2, -3, -3), 6, 6)
        fill(painter, QRect(box.left(), box.bottom(), box.width(), 1), now.hair2)
        painter.restore()

    def _paint_rule(self, painter: QPainter, box: QRect, item: RuleLine, ink: QColor, muted: QColor) -> None:
        left, right = self._widths(item, box.width())
        place = QRect(box.left() + _SIDE, box.top() + _EDGE, left, words_height(item.label, "label", left))
        paint_words(painter, place, item.label, "label", ink)
        top = place.bottom() + 1 + _BETWEEN
        for text in (item.source, item.since):
            height = words_height(text, "small", left)
            paint_words(painter, QRect(place.left(), top, left, height), text, "small", muted)
            top += height
        edge = box.right() - _SIDE
        top = box.top() + _EDGE
        height = words_height(item.value, "label", right)
        paint_words(painter, QRect(edge - right, top, right, height), item.value, "label", ink, RIGHT)
        if item.to_check:
            words = _("te controleren")
            size = chip_size(words, _CHIP_ICON)
            top += height + (_BETWEEN if height else 0)
            chip = QRectF(edge - size.width(), top, size.width(), size.height())
            paint_chip(painter, chip, words, "soon", _CHIP_ICON)


class RulesList(QListView):
    """The list. Arrows walk over the rules, Enter opens one.

    Signals: `chosen(line)` when another rule is selected, `opened(line)` for Enter, space or a double click.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The viewport Qt makes is unknown to Python: asking for it loads every class of widget, to see which it is.
        self._ground = QWidget()
        self.setViewport(self._ground)
        self.rules = RulesModel(self)
        self.setModel(self.rules)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(_("Regels"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._ground.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(_LEAST // 2)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)

    @property
    def current(self) -> RuleLine | None:
        """Return the selected rule, or None."""
        index = self.currentIndex()
        item = self.rules.items[index.row()] if index.isValid() else None
        return item if isinstance(item, RuleLine) else None

    def show_lines(self, lines: Sequence[RuleLine]) -> None:
        """Show other rules; the selected one stays selected when it is among them, otherwise the first one is."""
        known = self.current.key if self.current is not None else ""
        self.rules.set_lines(lines)
        place = self.rules.place_of(known)
        if place < 0:
            self.chosen.emit(None)
            return
        index = self.rules.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def select(self, key: str) -> None:
        """Select a rule and bring it in view."""
        index = self.rules.index(self.rules.place_of(key))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.current)

    def _open(self, _index: QModelIndex | None = None) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible, /) -> None:
        above = index.row() - 1
        if above >= 0 and isinstance(self.rules.items[above], str):
            super().scrollTo(self.rules.index(above), hint)  # the heading comes along
        super().scrollTo(index, hint)

    @override
    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        # Rows got other heights or places: what is selected stays in view.
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._ground.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._ground.update()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
