"""A paper on the screen as it will be printed: look, print, save as PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.form.pdf_pages import PdfPages
from reintegratie_desktop.ui.form.printing import PrintJob, choose_printer
from reintegratie_desktop.ui.qt_dutch import first_folder, remember_folder
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import icon_only, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.progress import Progress
from reintegratie_desktop.ui.widgets.segmented import Segmented

_EDGE: Final = 24
_SHADOW: Final = 3
_TEXT_GAP: Final = 2
"""Pixels around every sentence of a page that is read as text."""
_SCREEN_EDGE: Final = 64
"""Room for the title bar of the window and a little air around it, in pixels."""


class PageView(QWidget):
    """One page of paper with a soft shadow; its text is its accessible description."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._size = QSize(200, 280)

    def set_page(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        ratio = image.devicePixelRatio()
        self._size = QSize(round(image.width() / ratio), round(image.height() / ratio))
        self.setFixedSize(self._size + QSize(2 * _SHADOW, 2 * _SHADOW))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._size + QSize(2 * _SHADOW, 2 * _SHADOW)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._image is None:
            return
        now = theme.current()
        painter = QPainter(self)
        page = QRectF(QPointF(_SHADOW, _SHADOW), self._size.toSizeF())
        shadow = QColor(0, 0, 0, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW, 0, -1):
            painter.setBrush(shadow)
            painter.drawRoundedRect(page.adjusted(-spread, -spread + 1, spread, spread), 3, 3)
        painter.fillRect(page, now.paper)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawImage(page.topLeft(), self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(now.hair, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class PreviewWindow(QDialog):
    """Shows a PDF page by page, prints it, and saves it.

    `file_name` is proposed for saving and holds no name of a person. `on_saved(path)` and `on_printed()` are called
    after it was done. Signals: `saved(path)`, `printed`.
    """

    saved = Signal(object)
    printed = Signal()

    def __init__(
        self,
        pdf: bytes,
        *,
        title: str,
        file_name: str,
        on_saved: Callable[[Path], None] | None = None,
        on_printed: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.setWindowTitle("Re-integratie Desktop")
        self.setAccessibleName(title)
        self._pdf, self._file_name = pdf, file_name
        self._on_saved, self._on_printed = on_saved, on_printed
        self._pages = PdfPages(pdf)
        self._page = 0
        self._job: PrintJob | None = None
        self._build(title)
        self._shortcuts()
        self.fit_screen()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_page(0)

    def fit_screen(self, available: QSize | None = None) -> None:
        """Take the size of the paper, or less where the screen is smaller, so that the buttons are always in view."""
        room = available if available is not None else self.screen().availableGeometry().size()
        size = QSize(860, 900).boundedTo(room - QSize(_SCREEN_EDGE, _SCREEN_EDGE))
        self.resize(size.expandedTo(QSize(480, 360)))

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(title))
        column.addWidget(HairLine(inner=False))
        self.progress: Progress | None = None
        self.message: Notice | None = None
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(24, 0, 24, 0)
        column.addLayout(self._messages)
        self.view = PageView()
        self.page_area = QScrollArea()
        self.page_area.setFrameShape(QFrame.Shape.NoFrame)
        self.page_area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.page_area.setWidget(self.view)
        self.text_list = QListWidget()
        self.text_list.setWordWrap(True)
        self.text_list.setFrameShape(QFrame.Shape.NoFrame)
        self.text_list.setSpacing(_TEXT_GAP)
        self.text_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QWidget()
        margins = QVBoxLayout(around)
        margins.setContentsMargins(_EDGE, _EDGE // 2, _EDGE, _EDGE // 2)
        margins.addWidget(self.text_list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page_area)
        self._stack.addWidget(around)
        column.addWidget(self._stack, 1)
        column.addWidget(HairLine(inner=False))
        column.addLayout(self._foot())

    def _head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(4)
        head.addWidget(section(title), 1)
        self.previous = icon_only("chevron-left", _("Vorige bladzijde"))
        self.count_label = Label("", "small", "muted")
        self.next = icon_only("chevron-right", _("Volgende bladzijde"))
        for part in (self.previous, self.count_label, self.next):
            head.addWidget(part)
        head.addSpacing(16)
        self.zoom = Segmented([("page", _("Hele bladzijde")), ("width", _("Groot"))], _("Hoe groot de bladzijde is"))
        head.addWidget(self.zoom)
        head.addSpacing(8)
        self.as_text = quiet(_("Als tekst"), icon="files")
        self.as_text.setCheckable(True)
        head.addWidget(self.as_text)
        self.previous.clicked.connect(lambda: self.show_page(self._page - 1))
        self.next.clicked.connect(lambda: self.show_page(self._page + 1))
        self.zoom.chosen.connect(lambda _key: self._paint_page())
        self.as_text.toggled.connect(lambda on: self._stack.setCurrentIndex(int(on)))
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        self.close_button = quiet(_("Sluiten"))
        self.save_button = secondary(_("Bewaar als PDF"), icon="file-down")
        self.print_button = primary(_("Afdrukken"), icon="printer")
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        self.close_button.clicked.connect(self.close)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_paper)
        return foot

    def _shortcuts(self) -> None:
        actions = (
            ("Ctrl+PgDown", lambda: self.show_page(self._page + 1)),
            ("Ctrl+PgUp", lambda: self.show_page(self._page - 1)),
            ("Ctrl+P", self.print_paper),
            ("Ctrl+S", self.save),
        )
        for keys, act in actions:
            QShortcut(QKeySequence(keys), self, act)

    # --- pages ------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """Return which page is shown, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """Return how many pages there are."""
        return self._pages.count

    def show_page(self, page: int) -> None:
        """Show a page; the first or last one when there are no more."""
        self._page = max(0, min(self._pages.count - 1, page))
        words = _("{bladzijde} van {alle}").format(bladzijde=self._page + 1, alle=self._pages.count)
        self.count_label.setText(words)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page < self._pages.count - 1)
        spoken = _("Bladzijde {bladzijde} van {alle}").format(bladzijde=self._page + 1, alle=self._pages.count)
        lines = self._pages.lines(self._page)
        self.view.setAccessibleName(spoken)
        self.view.setAccessibleDescription(" ".join(lines))
        self.text_list.clear()
        self.text_list.addItems(lines)
        self.text_list.setAccessibleName(_("{bladzijde}, als tekst").format(bladzijde=spoken))
        self._paint_page()
        self.page_area.verticalScrollBar().setValue(0)
        announce(self, spoken)

    def _paint_page(self) -> None:
        width, height = self._pages.size(self._page)
        room = self.page_area.viewport().size()
        scale = max(0.3, (room.width() - 2 * _EDGE) / width)
        if self.zoom.current == "page":
            scale = max(0.3, min(scale, (room.height() - _EDGE) / height))
        ratio = self.devicePixelRatioF()
        image = self._pages.image(self._page, scale * ratio)
        image.setDevicePixelRatio(ratio)
        self.view.set_page(image)

    @override
    def resizeEvent(self, event: object, /) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the event of Qt
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        if not self._is_gone:
            self._paint_page()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self.show_page(self._page + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.show_page(0)
        elif event.key() == Qt.Key.Key_End:
            self.show_page(self._pages.count - 1)
        else:
            super().keyPressEvent(event)

    # --- saving and printing ----------------------------------------------------------------------------------------

    def ask_file(self) -> Path | None:
        """Ask where to save; None when the user goes back."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Bewaar als PDF"), str(Path(first_folder()) / self._file_name), _("PDF (*.pdf)")
        )
        if not name:
            return None
        remember_folder(name)
        path = Path(name)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def save(self) -> None:
        """Save the paper as PDF where the user says."""
        path = self.ask_file()
        if path is None:
            return
        try:
            write_file(path, self._pdf)
            if self._on_saved is not None:
                self._on_saved(path)
        except KnownError as error:
            self._refuse(error)
            return
        self.saved.emit(path)
        self._tell(NoticeKind.OK, _("Het papier is bewaard."), str(path))

    def choose_printer(self) -> QPrinter | None:
        """Ask which printer; None when the user goes back."""
        return choose_printer(self, self._pages.count)

    def print_paper(self) -> None:
        """Print the paper on the printer the user chooses."""
        if self._job is not None:
            return
        printer = self.choose_printer()
        if printer is None:
            return
        self._drop_messages()
        self._job = PrintJob(self._pdf, printer, self)
        progress = Progress(_("Het papier gaat naar de printer."))
        self.progress = progress
        self._messages.addWidget(progress)
        progress.stopped.connect(self._job.stop)
        self._job.step.connect(self._show_step)
        self._job.finished.connect(self._print_done)
        self._job.stopped.connect(lambda: self._print_ended(NoticeKind.HINT, _("Het afdrukken is gestopt.")))
        self._job.failed.connect(self._print_failed)
        self.print_button.setEnabled(False)
        self._job.start()

    def _show_step(self, done: int, of: int) -> None:
        if self.progress is not None and not self.progress.was_stopped:
            self.progress.set_step(done, of, _("Bladzijde {nu} van {alle}").format(nu=done, alle=of))

    def _print_done(self) -> None:
        self._print_ended(NoticeKind.OK, _("Het papier is naar de printer gestuurd."))
        if self._on_printed is not None:
            try:
                self._on_printed()
            except KnownError as error:
                self._refuse(error)
        self.printed.emit()

    def _print_failed(self, error: KnownError) -> None:
        self._drop_job()
        self._refuse(error)

    def _print_ended(self, kind: NoticeKind, words: str) -> None:
        self._drop_job()
        self._tell(kind, words)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.print_button.setEnabled(True)
        self._drop_messages()

    def _drop_messages(self) -> None:
        while self._messages.count():
            item = self._messages.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.progress = None
        self.message = None

    def _refuse(self, error: KnownError) -> None:
        self._tell(NoticeKind.LATE, error.message, error.next_step)

    def _tell(self, kind: NoticeKind, words: str, more: str = "") -> None:
        self._drop_messages()
        self.message = Notice(kind, words, more, closable=True)
        self._messages.setContentsMargins(24, 10, 24, 0)
        self._messages.addWidget(self.message)
        announce(self, f"{words} {more}".strip())

    _is_gone = False

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        self.done(0)
        event.accept()

    @override
    def done(self, result: int, /) -> None:
        if not self._is_gone:
            self._is_gone = True
            if self._job is not None:
                self._job.stop()
            self._pages.close()
        super().done(result)
