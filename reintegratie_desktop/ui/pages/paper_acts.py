"""What can be done with one finished paper: look, save, sign, complete, and keep a scan with it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reintegratie_desktop.services.incoming import Incoming
from reintegratie_desktop.services.views import AttachmentView, PaperView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.dialogs.scan import ScanDialog, TakeBackDialog
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.paper_pen import ask_signatures
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.receiving import receive_file
from reintegratie_desktop.ui.worker import run_in_background


class PaperActs(QWidget):
    """A page that can do these things with a paper. What must be said afterwards stands in `said` and `declined`."""

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.declined = ""
        """A paper somebody does not sign, noted just now: the page says once what helps."""
        self.said: tuple[str, ...] = ()
        """What must be heard about a file that came in just now; said once."""

    def look(self, paper: PaperView) -> None:
        """Show a paper as it will be printed."""
        papers = self._host.desk.papers
        make = papers.rendering(papers.printed(paper.id))
        run_in_background(make, lambda pdf: self._show(paper, pdf), self._tell, owner=self)

    def _show(self, paper: PaperView, pdf: bytes) -> None:
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

        desk = self._host.desk
        window = PreviewWindow(
            pdf,
            title=paper.title,
            file_name=desk.papers.file_name(paper.id),
            on_printed=lambda: desk.papers.note_printed(paper.id),
            parent=self._host.dialog_parent,
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def save(self, paper: PaperView) -> None:
        """Ask where, and save a paper as PDF."""
        name = self._host.desk.papers.file_name(paper.id)
        dialog = self._file_dialog(_("Bewaar als PDF"), _("Bewaren"), saving=True)
        dialog.setNameFilter(_("PDF-bestand (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.save_to(paper, Path(path)))
        dialog.open()

    def save_to(self, paper: PaperView, target: Path) -> None:
        """Save a paper as PDF at a place the user chose."""
        try:
            self._host.desk.papers.save_pdf(paper.id, target)
        except KnownError as error:
            self._tell(error)
            return
        self._host.changed()

    def sign(self, paper: PaperView) -> None:
        """Ask who signed, and when."""
        ask_signatures(self._host, paper, lambda: self._signed(paper))

    def _signed(self, paper: PaperView) -> None:
        self.declined = paper.id
        self._host.changed()

    def complete(self, paper: PaperView) -> None:
        """Ask what was only known after the paper was finished."""
        from reintegratie_desktop.ui.form.later_dialog import LaterDialog  # noqa: PLC0415 - only when asked

        dialog = LaterDialog(self._host.desk.later, paper, parent=self._host.dialog_parent)
        dialog.accepted.connect(self._host.changed)
        dialog.open()
        dialog.focus_first()

    def add_scan(self, paper: PaperView) -> None:
        """Ask for a scan and keep it with the paper."""
        dialog = self._file_dialog(_("Kies het bestand met de scan"), _("Toevoegen"), saving=False)
        dialog.setNameFilter(_("PDF, foto of Word-bestand (*.pdf *.jpg *.jpeg *.png *.docx)"))
        dialog.fileSelected.connect(lambda path: self.ask_scan(paper, Path(path)))
        dialog.open()

    def ask_scan(self, paper: PaperView, source: Path) -> None:
        """Show the file somebody chose, and ask whether it belongs to this paper; a large one is read beside it."""
        receive_file(source, lambda given: self._ask_scan(paper, given), self._tell, owner=self)

    def _ask_scan(self, paper: PaperView, given: Incoming) -> None:
        ScanDialog(paper.title, given, lambda: self._keep(paper, given), parent=self._host.dialog_parent).open()

    def _take_back(self, kept: AttachmentView) -> None:
        """Ask why a file is taken back, and do it."""

        def take(reason: str) -> None:
            self._host.desk.papers.take_back(kept.id, reason)
            self._host.changed()

        TakeBackDialog(kept.name, take, parent=self._host.dialog_parent).open()

    def _keep(self, paper: PaperView, given: Incoming) -> None:
        kept = self._host.desk.papers.attach(paper.id, given)
        self.said = kept.warnings
        self._host.changed()

    def _save_attachment(self, kept: AttachmentView) -> None:
        dialog = self._file_dialog(_("Bijlage bewaren"), _("Bewaren"), saving=True)
        dialog.selectFile(kept.name)
        dialog.fileSelected.connect(lambda path: self.save_attachment_to(kept, Path(path)))
        dialog.open()

    def save_attachment_to(self, kept: AttachmentView, target: Path) -> None:
        """Write a kept scan to a place the user chose."""
        try:
            self._host.desk.papers.save_attachment(kept.id, target)
        except KnownError as error:
            self._tell(error)

    def _file_dialog(self, title: str, accept: str, *, saving: bool) -> QFileDialog:
        dialog = QFileDialog(self._host.dialog_parent, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile)
        name_file_dialog(dialog, accept)
        fit_to_screen(dialog)
        return dialog

    def _tell(self, error: KnownError) -> None:
        show_known_error(self._host.dialog_parent, error)
