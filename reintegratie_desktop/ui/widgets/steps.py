"""The steps of a form in the left column."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import dataclass, override
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.style import ask_ring, paint_tick
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.labels import small, strong
from reintegratie_desktop.ui.widgets.rail import Rail

STEPS_WIDTH: Final = 224


class StepMark(StrEnum):
    """How far a step of a form is."""

    NEW = "new"
    PARTIAL = "partial"
    EMPTY = "empty"
    DONE = "done"


@dataclass(frozen=True)
class StepItem:
    """A step as the column shows it."""

    key: str
    title: str
    mark: StepMark = StepMark.NEW


class StepButton(QAbstractButton):
    """One step: a number, a tick when done, a dashed ring when something still misses. Never locked."""

    def __init__(self, number: int, item: StepItem) -> None:
        super().__init__()
        self.number, self.item = number, item
        self._hover = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ask_ring(self, 6)
        self.set_item(item)

    def set_item(self, item: StepItem) -> None:
        """Show another title or state."""
        self.item = item
        self.setText(item.title.replace("&", "&&"))
        self.set_current(on=self.isChecked())

    def set_current(self, *, on: bool) -> None:
        """Show whether this is the open step."""
        self.setChecked(on)
        words = {
            StepMark.NEW: _("nog niet bekeken"),
            StepMark.PARTIAL: _("nog niet af"),
            StepMark.EMPTY: _("niets ingevuld"),
            StepMark.DONE: _("klaar"),
        }
        parts = [_("Stap {nummer}").format(nummer=self.number), self.item.title, words[self.item.mark]]
        if on:
            parts.append(_("nu open"))
        self.setAccessibleName(", ".join(parts))
        self.updateGeometry()
        self.update()

    def _text_height(self, width: int) -> int:
        metrics = QFontMetrics(font("label"))
        room = metrics.boundingRect(0, 0, max(40, width - 50), 10_000, Qt.TextFlag.TextWordWrap, self.item.title)
        return room.height()

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max(40, self._text_height(width) + 16)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.sel if chosen else now.none_bg)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        self._paint_mark(painter, QRectF(11, (self.height() - 20) / 2, 20, 20), chosen=chosen)
        painter.setFont(font("label" if chosen else "body"))
        painter.setPen(now.muted if self.item.mark is StepMark.NEW and not chosen else now.text)
        place = QRectF(42, 0, self.width() - 48, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.item.title)
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        now = theme.current()
        done, partial = self.item.mark is StepMark.DONE, self.item.mark is StepMark.PARTIAL
        if done and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.ok_bg)
            painter.drawEllipse(box)
            paint_tick(painter, box.adjusted(1, 1, -1, -1), now.ok)
            return
        ink = now.muted
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent)
            painter.drawEllipse(box)
            ink = now.on_accent
        else:
            pen = QPen(now.soon if partial else now.border, 1.8 if partial else 1.5)
            if partial:
                pen.setDashPattern([2.2, 1.6])
                ink = now.soon
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(font("smallest_strong"))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))

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


class _Progress(QWidget):
    """A thin bar: how many steps are done."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(6)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self.share > 0:
            painter.setBrush(now.accent)
            painter.drawRoundedRect(QRectF(0, 0, max(6.0, self.width() * self.share), 6), 3, 3)
        painter.end()


class StepSidebar(Rail):
    """The steps of a form. Signals: `chosen(key)`, and `back` for the way back to the case."""

    chosen = Signal(str)
    back = Signal()

    def __init__(self, back_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(STEPS_WIDTH)
        self.setAccessibleName(_("Stappen"))
        self._buttons: list[StepButton] = []
        self._current = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 13, 18)
        column.setSpacing(2)
        self.back_button = quiet(back_words or _("Terug naar dossier"), icon="arrow-left")
        self.back_button.clicked.connect(self.back)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self._steps = QVBoxLayout(inner)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(2)
        self._steps.addStretch(1)
        scroller.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroller = scroller
        column.addWidget(scroller, 1)
        self._count = strong("")
        self._bar = _Progress()
        self._calm = small(_("Je mag stappen overslaan. Alles blijft bewaard."))
        foot = QVBoxLayout()
        foot.setContentsMargins(11, 8, 11, 0)
        foot.setSpacing(8)
        for part in (self._count, self._bar, self._calm):
            foot.addWidget(part)
        column.addLayout(foot)

    def set_steps(self, items: Sequence[StepItem], current: str) -> None:
        """Show the steps and which one is open. The buttons stay the same while the keys do, so focus stays too."""
        if [item.key for item in items] != [button.item.key for button in self._buttons]:
            self._rebuild(items)
        for button, item in zip(self._buttons, items, strict=True):
            button.set_item(item)
            button.set_current(on=item.key == current)
        self._current = current
        done = sum(item.mark is StepMark.DONE for item in items)
        self._bar.share = done / len(items) if items else 0
        self._bar.update()
        self._count.setText(
            ngettext("{klaar} van {alle} stap klaar", "{klaar} van {alle} stappen klaar", len(items)).format(
                klaar=done, alle=len(items)
            )
        )
        for button in self._buttons:
            if button.isChecked():
                self._scroller.ensureWidgetVisible(button, 0, 20)

    def _rebuild(self, items: Sequence[StepItem]) -> None:
        for button in self._buttons:
            self._steps.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for number, item in enumerate(items, 1):
            button = StepButton(number, item)
            button.clicked.connect(lambda _on=False, made=button: self._choose(made))
            self._steps.insertWidget(number - 1, button)
            self._buttons.append(button)

    def _choose(self, button: StepButton) -> None:
        # The owner decides whether the step opens; until then the mark stays where it is.
        button.set_current(on=button.item.key == self._current)
        self.chosen.emit(button.item.key)

    @property
    def buttons(self) -> list[StepButton]:
        """Return the steps from top to bottom."""
        return list(self._buttons)
