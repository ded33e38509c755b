"""How the form comes on paper, beside the form: made again after every pause in typing, never in the way of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.form.pdf_pages import Mark, PdfPages
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.buttons import icon_only
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.worker import Job, run_in_background

QUIET_MS: Final = 800
"""The paper is made again after this long without a change."""
_LEFT_POINTS: Final = 62.0
_RIGHT_POINTS: Final = 48.0
"""So much of the edges of a page is left away beside the form: just the text is shown, with equal white around it."""

_TURN: Final = threading.Lock()
"""Fonts of papers are kept in one place for the whole program, so two papers never grow at the same time."""


def in_turn(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return work that makes a paper when no other paper is being made."""

    def work() -> bytes:
        with _TURN:
            return make()

    return work


@dataclass(frozen=True)
class Place:
    """What is being filled in, in the words that stand on the paper: first the section, then the question."""

    section: str = ""
    label: str = ""


class PaperSheet(QWidget):
    """A part of one page, in the real type, with the line that is being filled in marked.

    Signals: `opened` when the user wants it large, `turned(step)` for another page.
    """

    opened = Signal()
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scale = 1.0
        self._mark: Mark | None = None
        self._offset = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self.setToolTip(_("Klik om het papier groot te zien"))
        ask_ring(self, 4)

    def scale_for(self, page_width: float) -> float:
        """Return pixels per point so that the page fills this sheet without its white edges."""
        around = self.parentWidget()
        # A hidden sheet was given no width yet.
        width = around.width() if self.isHidden() and around is not None else self.width()
        return max(width, 60) / max(page_width - _LEFT_POINTS - _RIGHT_POINTS, 1)

    def set_page(self, image: QImage | None, scale: float, mark: Mark | None, start: float | None) -> None:
        """Show a page; `scale` is in widget pixels per point, `start` the height in points to begin at."""
        # On a page of another size the same words stay at the top.
        self._offset = self._offset * scale / self._scale if start is None else start * scale
        self._image, self._scale, self._mark = image, scale, mark
        self._clamp()
        self.update()

    @property
    def has_page(self) -> bool:
        """Tell whether a page is shown."""
        return self._image is not None

    @property
    def mark(self) -> Mark | None:
        """Return which line is marked."""
        return self._mark

    @property
    def top(self) -> float:
        """Return the height on the page, in points, from where it is shown."""
        return self._offset / self._scale

    def _page_height(self) -> float:
        return self._image.height() / self._image.devicePixelRatio() if self._image is not None else 0.0

    def _clamp(self) -> None:
        self._offset = max(0.0, min(self._offset, self._page_height() - self.height()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 400)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        painter.fillPath(shape, now.paper)
        if self._image is not None:
            painter.setClipPath(shape)
            ratio = self._image.devicePixelRatio()
            left = _LEFT_POINTS * self._scale
            source = QRectF(left * ratio, self._offset * ratio, self.width() * ratio, self.height() * ratio)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(QRectF(self.rect()), self._image, source)
            if self._mark is not None:
                top = self._mark.top * self._scale - self._offset - 3
                height = (self._mark.bottom - self._mark.top) * self._scale + 6
                painter.fillRect(QRectF(6, top, self.width() - 12, height), QColor("#DCE7F5"))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setClipping(False)
        painter.setPen(QPen(now.hair, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        before = self._offset
        self._offset -= event.angleDelta().y() / 2
        self._clamp()
        if self._offset != before:
            self.update()
            event.accept()
        else:
            event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Down: 60.0, Qt.Key.Key_Up: -60.0}
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self._offset += steps[Qt.Key(event.key())]
            self._clamp()
            self.update()
        elif event.key() in turns:
            self.turned.emit(turns[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and QRectF(self.rect()).contains(QPointF(event.position())):
            self.opened.emit()


class PaperPanel(QWidget):
    """The paper beside the form with its page arrows. Signal `opened` when the user wants it large.

    Call `touch` after every change and `show_place` when the keyboard moves. It makes the paper only while visible.
    """

    opened = Signal()

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: PdfPages | None = None
        self._page = 0
        self._place = Place()
        self._stale = True
        self._job: Job | None = None
        self._closed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(0)
        self.heading = Label(_("Zo komt het op papier"), "label")
        self.previous = icon_only("chevron-left", _("Vorige bladzijde"))
        self.count_label = Label("", "small", "muted")
        self.next = icon_only("chevron-right", _("Volgende bladzijde"))
        head.addWidget(self.heading)
        head.addStretch(1)
        for part in (self.previous, self.count_label, self.next):
            head.addWidget(part)
        column.addLayout(head)
        self.sheet = PaperSheet()
        self.wait = small(_("Het papier wordt gemaakt."))
        column.addWidget(self.wait, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.sheet, 1)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.sheet.opened.connect(self.opened)
        self.sheet.turned.connect(self.turn)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._make)
        self._tell()

    @property
    def page_count(self) -> int:
        """Return how many pages the paper has; 0 while there is none yet."""
        return self._pages.count if self._pages is not None else 0

    @property
    def page(self) -> int:
        """Return which page is shown, from 0."""
        return self._page

    @property
    def is_busy(self) -> bool:
        """Tell whether the paper is being made or waits for its turn."""
        return (self._job is not None and not self._job.is_done) or self._timer.isActive()

    def touch(self, *, soon: bool = False) -> None:
        """Note that the answers changed."""
        self._stale = True
        if self.isVisible() and not self._closed:
            self._timer.start(0 if soon else QUIET_MS)

    def show_place(self, place: Place) -> None:
        """Show the part of the paper that is being filled in."""
        if place != self._place:
            self._place = place
            self._go_to_place()

    def turn(self, step: int) -> None:
        """Show another page."""
        if self._pages is not None:
            page = max(0, min(self._pages.count - 1, self._page + step))
            if page != self._page:
                self._page = page
                self._paint(None, 0.0)

    # --- making it --------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        if self._closed or not self.isVisible():
            return
        if self._job is not None:
            if self._job.is_done:
                # It ended without a paper. The words of that stand elsewhere; making it again would repeat them.
                self.wait.setText(_("Het voorbeeld lukt nu niet. Je tekst is wel bewaard."))
            return
        self._stale = False
        make = self._session.desk.papers.rendering(self._session.snapshot())
        self._job = run_in_background(in_turn(make), self._take, self._refuse, owner=self)

    def _take(self, pdf: bytes) -> None:
        self._job = None
        if self._closed:
            return
        if self._pages is not None:
            self._pages.close()
        self._pages = PdfPages(pdf)
        self._page = min(self._page, self._pages.count - 1)
        self._go_to_place()
        if self._stale:
            self._timer.start()

    def _refuse(self, error: KnownError) -> None:
        self._job = None
        self.wait.setText(str(error))
        self.wait.show()

    # --- showing it -------------------------------------------------------------------------------------------------

    def _go_to_place(self) -> None:
        if self._pages is None:
            return
        section = self._pages.find(self._place.section)
        label = self._pages.find(self._place.label, section) if self._place.label else None
        if label is not None and section is not None and label.page > section.page + 1:
            label = None
        found = label or section
        if found is None:
            self._paint(None, None)
            return
        self._page = found.page
        start = found.top
        if section is not None and section.page == found.page:
            start = section.top
        scale = self.sheet.scale_for(self._pages.size(found.page)[0])
        room = self.sheet.height() / scale
        if found.bottom - start > room * 0.8:
            start = found.top - room * 0.4
        # From the head of the page when that leaves the place in view: half a title looks broken.
        whole = found.bottom <= room * 0.8
        self._paint(label, 0.0 if whole else max(0.0, start - 14))

    def _paint(self, mark: Mark | None, start: float | None) -> None:
        assert self._pages is not None
        scale = self.sheet.scale_for(self._pages.size(self._page)[0])
        ratio = self.devicePixelRatioF()
        image = self._pages.image(self._page, scale * ratio)
        image.setDevicePixelRatio(ratio)
        self.sheet.set_page(image, scale, mark, start)
        self._tell()

    def _tell(self) -> None:
        known = self._pages is not None
        words = _("{bladzijde} van {alle}").format(bladzijde=self._page + 1, alle=self.page_count) if known else ""
        self.count_label.setText(words)
        for part in (self.previous, self.next, self.count_label):
            part.setVisible(self.page_count > 1)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page < self.page_count - 1)
        self.wait.setVisible(not known)
        self.sheet.setVisible(known)
        self.sheet.setAccessibleName(
            _("Voorbeeld van het papier, pagina {bladzijde} van {alle}").format(
                bladzijde=self._page + 1, alle=max(1, self.page_count)
            )
        )
        lines = self._pages.lines(self._page) if self._pages is not None else []
        self.sheet.setAccessibleDescription(" ".join(lines))

    @override
    def showEvent(self, event: object, /) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # the event of Qt
        if self._stale and not self._closed:
            self._timer.start(0 if self._pages is None else QUIET_MS)

    @override
    def resizeEvent(self, event: object, /) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the event of Qt
        if self._pages is not None:
            QTimer.singleShot(0, self, self._again)

    def _again(self) -> None:
        if self._pages is not None and not self._closed:
            self._paint(self.sheet.mark, None)

    def close_paper(self) -> None:
        """Stop: the form goes away."""
        self._closed = True
        self._timer.stop()
        if self._pages is not None:
            self._pages.close()
            self._pages = None
