"""Prints the pages of a PDF: made sharp beside the window, put on the printer page by page, and to be stopped."""

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.form.pdf_pages import PdfPages
from reintegratie_desktop.ui.worker import run_in_background

LEAST_DPI = 200
MOST_DPI = 300
_POINTS_PER_INCH = 72.0


def choose_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Ask which printer, which pages and how many; None when the user goes back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setWindowTitle(_("Afdrukken"))
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    return printer if chosen else None


def page_size(points: tuple[float, float]) -> QPageSize:
    """Return the paper of a page, A4 where it is that within a millimetre."""
    return QPageSize(QSizeF(*sorted(points)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


class PrintJob(QObject):
    """Prints pages one by one. Signals: `step(done, of)`, `finished`, `failed(KnownError)`, `stopped`."""

    step = Signal(int, int)
    finished = Signal()
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = PdfPages(pdf)
        self._printer = printer
        self._painter = QPainter()
        first = printer.fromPage() or 1
        last = min(printer.toPage() or self._pages.count, self._pages.count)
        self._todo = list(range(first - 1, last))
        self._whole = len(self._todo)
        self._is_stopped = False
        self._scale = max(LEAST_DPI, min(MOST_DPI, printer.resolution())) / _POINTS_PER_INCH

    def start(self) -> None:
        """Begin with the first page."""
        if not self._todo:
            self._end()
            self.finished.emit()
            return
        self._lay_out(self._todo[0])
        if not self._painter.begin(self._printer):
            self._pages.close()
            self.failed.emit(
                KnownError(
                    _("De printer doet het nu niet."),
                    _("Kijk of hij aan staat, of bewaar het papier als PDF."),
                    code="printer",
                )
            )
            return
        self._make_next()

    def stop(self) -> None:
        """Print no further pages."""
        self._is_stopped = True

    def _lay_out(self, page: int) -> None:
        points = self._pages.size(page)
        wide = points[0] > points[1]
        self._printer.setFullPage(True)
        layout = QPageLayout(
            page_size(points),
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
        layout.setMode(QPageLayout.Mode.FullPageMode)
        self._printer.setPageLayout(layout)

    def _make_next(self) -> None:
        page, scale, pages = self._todo[0], self._scale, self._pages
        run_in_background(lambda: pages.image(page, scale), self._put, owner=self)

    def _put(self, picture: QImage) -> None:
        page = self._todo.pop(0)
        if self._is_stopped:
            self._printer.abort()
            self._end()
            self.stopped.emit()
            return
        width, height = self._pages.size(page)
        per_point = self._printer.resolution() / _POINTS_PER_INCH
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(QRectF(0, 0, width * per_point, height * per_point), picture)
        self.step.emit(self._whole - len(self._todo), self._whole)
        if self._todo:
            self._lay_out(self._todo[0])
            self._printer.newPage()
            self._make_next()
        else:
            self._end()
            self.finished.emit()

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._pages.close()
