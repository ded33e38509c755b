"""Things to tick and to choose from, with words that wrap instead of being cut."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QGroupBox, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring, paint_box, paint_radio

_BOX: Final = 18
_GAP: Final = 9
_HEIGHT: Final = 30
_WRAP: Final = Qt.TextFlag.TextWordWrap
_ONE_LINE_WIDTH: Final = 560


class _Words:
    """The wrapped words beside a mark: a line in body type and an optional muted one under it."""

    def __init__(self, text: str, help_text: str) -> None:
        self.text, self.help = text, help_text

    def heights(self, width: int) -> tuple[int, int]:
        """Return the height of the text and of the help when they get `width` pixels with the mark."""
        room = QRect(0, 0, max(40, width - _BOX - _GAP), 10_000)
        text = QFontMetrics(font("body")).boundingRect(room, _WRAP, self.text).height()
        small = QFontMetrics(font("small")).boundingRect(room, _WRAP, self.help).height() if self.help else 0
        return text, small

    def height(self, width: int) -> int:
        """Return the whole height at a width."""
        return max(_HEIGHT, sum(self.heights(width)) + 8)

    def width(self) -> int:
        """Return the width with everything on one line, within reason."""
        wide = QFontMetrics(font("body")).horizontalAdvance(self.text)
        if self.help:
            wide = max(wide, QFontMetrics(font("small")).horizontalAdvance(self.help))
        return min(wide, _ONE_LINE_WIDTH) + _BOX + _GAP + 2

    def minimum_width(self) -> int:
        """Return the width of the longest word with the mark."""
        words = [*self.text.split(), *self.help.split()]
        return max((QFontMetrics(font("body")).horizontalAdvance(word) for word in words), default=0) + _BOX + _GAP + 2

    def paint(self, painter: QPainter, widget: QWidget, top: int) -> None:
        """Paint the words of a widget from `top` down."""
        now = theme.current()
        text, small = self.heights(widget.width())
        left = _BOX + _GAP
        painter.setFont(font("body"))
        painter.setPen(now.text if widget.isEnabled() else now.muted)
        painter.drawText(QRect(left, top, widget.width() - left, text), _WRAP, self.text)
        if self.help:
            painter.setFont(font("small"))
            painter.setPen(now.muted)
            painter.drawText(QRect(left, top + text, widget.width() - left, small), _WRAP, self.help)


def _prepare(button: QAbstractButton, words: _Words) -> None:
    button.setFont(font("body"))
    button.setText(words.text.replace("&", "&&"))
    button.setAccessibleName(words.text)
    button.setAccessibleDescription(words.help)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    ask_ring(button, 5)


def _mark(button: QAbstractButton, words: _Words) -> tuple[QRectF, int]:
    """Return the box of the mark, and where the words start."""
    line = QFontMetrics(font("body")).height()
    top = max(0, (button.height() - sum(words.heights(button.width()))) // 2)
    return QRectF(0, top + (line - _BOX) / 2, _BOX, _BOX), top


class CheckBox(QCheckBox):
    """A box to tick with plain words that wrap; `help` stands muted under them."""

    def __init__(self, text: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Words(text, help_text)
        _prepare(self, self._words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._words.width(), self._words.height(self._words.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._words.minimum_width(), _HEIGHT)

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._words.height(width)

    @override
    def hitButton(self, place: QPoint, /) -> bool:
        return self.rect().contains(place)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        box, top = _mark(self, self._words)
        paint_box(painter, box, theme.current(), on=self.isChecked(), enabled=self.isEnabled())
        self._words.paint(painter, self, top)
        painter.end()


class RadioButton(QRadioButton):
    """One of a list of choices with plain words that wrap; `help` stands muted under them."""

    def __init__(self, text: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Words(text, help_text)
        _prepare(self, self._words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._words.width(), self._words.height(self._words.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._words.minimum_width(), _HEIGHT)

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._words.height(width)

    @override
    def hitButton(self, place: QPoint, /) -> bool:
        return self.rect().contains(place)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        box, top = _mark(self, self._words)
        paint_radio(painter, box, theme.current(), on=self.isChecked(), enabled=self.isEnabled())
        self._words.paint(painter, self, top)
        painter.end()


class ChoiceGroup(QGroupBox):
    """An unpainted group, so that a screen reader says the question when the focus comes to the first answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setFlat(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def event(self, event: QEvent, /) -> bool:
        handled = super().event(event)
        # Qt keeps room for a frame that is not there.
        if not self.contentsMargins().isNull():
            self.setContentsMargins(0, 0, 0, 0)
        return handled

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paint nothing: the group is there for the screen reader."""


class Combo(QComboBox):
    """A list that folds open, with the look of a field. The wheel scrolls the page and never changes the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("body"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self._placeholder = ""
        self._may_clear = False

    def add_placeholder(self, words: str, *, may_clear: bool = False) -> None:
        """Add the line that shows while nothing is chosen; it is no choice itself.

        Delete takes an answer away again; with `may_clear` the first line of the open list does so too.
        """
        self._placeholder, self._may_clear = words, may_clear
        self.insertItem(0, words, None)
        self._offer_clear(on=False)

    def _offer_clear(self, *, on: bool) -> None:
        model = self.model()
        first = model.item(0) if isinstance(model, QStandardItemModel) else None
        if first is not None and self._placeholder and self.itemData(0) is None:
            first.setEnabled(on)
            first.setText(_("Wis keuze") if on else self._placeholder)

    @override
    def hidePopup(self) -> None:
        super().hidePopup()
        self._offer_clear(on=False)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._placeholder and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setCurrentIndex(0)
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(self.itemText(index)) for index in range(self.count())), default=80)
        return QSize(min(widest, 420) + 50, max(34, metrics.height() + 12))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    @override
    def showPopup(self) -> None:
        self._offer_clear(on=self._may_clear and self.currentData() is not None)
        view = self.view()
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(self.itemText(index)) for index in range(self.count())), default=0)
        view.setMinimumWidth(max(self.width(), widest + 48))
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wrong, focus = bool(self.property("invalid")), self.hasFocus()
        width = 2 if focus or wrong else 1
        edge = now.late if wrong else now.accent if focus else now.border if self.isEnabled() else now.hair
        painter.setPen(QPen(edge, width))
        painter.setBrush(now.base if self.isEnabled() else now.window)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)
        painter.setFont(self.font())
        chosen = self.currentIndex() >= 0 and self.currentData() is not None
        painter.setPen(now.text if chosen and self.isEnabled() else now.muted)
        room = self.rect().adjusted(12, 0, -32, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.currentText())
        box = QRectF(self.width() - 26, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, box, "chevron-down", now.muted)
        painter.end()
