"""Many papers at once: which are ticked, and printing or saving them beside the window, with a way to stop."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services import many_papers
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.views import PaperView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.report_making import Making, Progress, Stop
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, secondary
from reintegratie_desktop.ui.widgets.labels import HairLine, Label
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.progress import Progress as ProgressBar
from reintegratie_desktop.ui.widgets.scroll import PAGE_WIDTH

if TYPE_CHECKING:
    from reintegratie_desktop.ui.form.preview_window import PreviewWindow

Papers = Sequence[many_papers.ToMake]
Work = Callable[[Papers, Progress, Stop], Any]
_SIDE: Final = 32
_SIDE_NARROW: Final = 24
_NARROW: Final = 1100
"""In a narrower window a page has less room at its sides."""


class PickBar(QWidget):
    """Stands under the list of papers: how many are ticked, and what can be done with all of them at once.

    It keeps the ticks while the list is read anew. Signal `changed` when a button ticked or unticked papers.
    """

    changed = Signal()

    def __init__(self, host: Host, case_id: str, above: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self._above = above
        """The page over it: the edges of the two are one line."""
        above.verticalScrollBar().rangeChanged.connect(self._set_sides)
        self.picked: set[str] = set()
        self._order: tuple[str, ...] = ()
        self.making: Making | None = None
        self.progress: ProgressBar | None = None
        self.message: Notice | None = None
        self.window_: PreviewWindow | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(HairLine(inner=False))
        self._around = QHBoxLayout()
        self._around.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(PAGE_WIDTH)
        self._around.addWidget(inside, 1000)
        self._around.addStretch(1)
        whole.addLayout(self._around)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.words = Label("", "small", "muted", wrap=True)
        line.addWidget(self.words, 1)
        self.print_button = secondary(_("Afdrukken"), icon="printer")
        self.print_button.setToolTip("Ctrl+P")
        self.folder_button = secondary(_("Opslaan in een map"), icon="files")
        self.folder_button.setToolTip("Ctrl+S")
        self.one_button = secondary(_("Als één PDF"), icon="file-down")
        for button, act in (
            (self.print_button, self.print_papers),
            (self.folder_button, self.save_folder),
            (self.one_button, self.save_one),
        ):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.clicked.connect(act)
        column.addWidget(self._line)
        self._set_sides()
        self._count()

    # --- what is ticked ---------------------------------------------------------------------------------------------

    def set_papers(self, papers: Sequence[PaperView]) -> None:
        """Say which papers there are, newest first; what is ticked stays so."""
        self._order = tuple(paper.id for paper in reversed(papers))
        self.picked &= set(self._order)
        self._count()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return what is ticked, oldest paper first, as somebody reads it."""
        return tuple(paper_id for paper_id in self._order if paper_id in self.picked)

    def pick(self, paper_id: str, on: bool) -> None:
        """Tick a paper, or take its tick away."""
        (self.picked.add if on else self.picked.discard)(paper_id)
        if self.message is not None and self.message.kind is NoticeKind.HINT:
            self._clear_messages()
        self._count()

    def pick_all(self, paper_ids: Iterable[str], *, on: bool) -> None:
        """Tick all of these, or none of them."""
        for paper_id in paper_ids:
            self.pick(paper_id, on)
        self.changed.emit()
        announce(self, self.words.text())

    def _count(self) -> None:
        count = len(self.picked)
        words = ngettext("{n} papier aangevinkt", "{n} papieren aangevinkt", count).format(n=count)
        self.words.setText(words if count else _("Vink papieren aan die je samen wilt afdrukken of bewaren."))

    # --- doing it ---------------------------------------------------------------------------------------------------

    def print_papers(self) -> None:
        """Make all that is ticked and show it as it will be printed; from there it is printed."""
        ids = self._asked()

        def show(pdf: bytes) -> None:
            self._show(pdf, len(ids))

        if ids:
            self._run(
                ids, lambda papers, progress, stop: many_papers.one_pdf(papers, progress=progress, stop=stop), show,
                self.print_button, _("Het afdrukken is gestopt."),
            )  # fmt: skip

    def _show(self, pdf: bytes, count: int) -> None:
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

        desk, case_id = self._host.desk, self.case_id
        self.window_ = PreviewWindow(
            pdf,
            title=ngettext("{n} papier", "{n} papieren", count).format(n=count),
            file_name=f"{many_papers.folder_name(desk, case_id)}.pdf",
            on_saved=lambda _path: many_papers.note(desk, case_id, count, printed=False),
            on_printed=lambda: many_papers.note(desk, case_id, count, printed=True),
            parent=self._host.dialog_parent,
        )
        self.window_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window_.open()

    def save_folder(self) -> None:
        """Ask for a folder, and save all that is ticked in a new folder in it."""
        ids = self._asked()
        if not ids:
            return
        dialog = self._file_dialog(_("In welke map komen de papieren?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        # Another way of asking gives it other words.
        name_file_dialog(dialog, _("Bewaren"))
        dialog.fileSelected.connect(lambda path: self.save_folder_in(ids, Path(path)))
        dialog.open()

    def save_folder_in(self, ids: Sequence[str], folder: Path) -> None:
        """Save these papers in a new folder inside one the user chose."""
        name = many_papers.folder_name(self._host.desk, self.case_id)

        def work(papers: Papers, progress: Progress, stop: Stop) -> Path | None:
            return many_papers.save_folder(papers, folder, name, progress=progress, stop=stop)

        self._run(ids, work, partial(self._saved, len(ids)), self.folder_button)

    def save_one(self) -> None:
        """Ask where, and save all that is ticked behind each other in one PDF."""
        ids = self._asked()
        if not ids:
            return
        dialog = self._file_dialog(_("Bewaar als één PDF-bestand"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        # Another way of asking gives the buttons new words.
        name_file_dialog(dialog, _("Bewaren"))
        dialog.setNameFilter(_("PDF-bestand (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{many_papers.folder_name(self._host.desk, self.case_id)}.pdf")
        dialog.fileSelected.connect(lambda path: self.save_one_to(ids, Path(path)))
        dialog.open()

    def save_one_to(self, ids: Sequence[str], target: Path) -> None:
        """Save these papers in one PDF at a place the user chose."""

        def work(papers: Papers, progress: Progress, stop: Stop) -> Path | None:
            pdf = many_papers.one_pdf(papers, progress=progress, stop=stop)
            if pdf is None or stop():
                return None
            write_file(target, pdf)
            return target

        self._run(ids, work, partial(self._saved, len(ids)), self.one_button)

    def stop(self) -> None:
        """Stop what is being made; nothing of it is kept."""
        if self.progress is not None:
            self.progress.stop_button.click()

    def _asked(self) -> tuple[str, ...]:
        """Return what is ticked; when that is nothing, or something is being made, say so and return nothing."""
        if self.making is not None:
            return ()
        if not self.picked:
            self._say(
                NoticeKind.HINT,
                _("Je hebt nog geen papier aangevinkt."),
                _("Zet een vinkje voor elk papier dat je wilt. Met ‘Alles’ neem je de hele lijst."),
            )
        return self.ids

    def _run(
        self,
        ids: Sequence[str],
        work: Work,
        then: Callable[[Any], None],
        button: Button,
        stopped: str = "",
    ) -> None:
        """Make papers beside the window, and hand on what comes of it when nobody stopped it."""
        try:
            papers = many_papers.gather(self._host.desk, ids)
        except KnownError as error:
            self._tell(error)
            return
        making = self.making = Making(self)
        self._clear_messages()
        self._line.hide()
        words = _("De papieren worden gemaakt.")
        self.progress = ProgressBar(words)
        self.progress.stopped.connect(making.stop)
        self.progress.stopped.connect(self._stopping)
        self._messages.addWidget(self.progress)
        self.progress.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)
        making.step.connect(self._step)

        def done(made: Any) -> None:  # noqa: ANN401 - what the work made
            self._end(button)
            if made is None:
                self._say(NoticeKind.HINT, stopped or _("Gestopt. Er is niets bewaard."))
            else:
                then(made)

        def failed(error: KnownError) -> None:
            self._end(button)
            self._tell(error)

        making.start(partial(work, papers), done, failed)

    def _step(self, now: int, of: int) -> None:
        if self.progress is not None and not self.progress.was_stopped:
            words = _("Papier {nu} van {alle}").format(nu=min(now + 1, of), alle=of)
            self.progress.set_step(now, of, words)

    def _stopping(self) -> None:
        if self.progress is not None:
            self.progress.sentence.setText(_("Het stopt zo. Er blijft niets half staan."))

    def _end(self, button: Button) -> None:
        """Take the progress away and give the keyboard back to the button that began it."""
        making, self.making = self.making, None
        if making is not None:
            making.deleteLater()
        focused = QApplication.focusWidget()
        was_here = focused is None or self.isAncestorOf(focused)
        self._line.show()
        if was_here:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear_messages()

    def _saved(self, count: int, target: Path) -> None:
        many_papers.note(self._host.desk, self.case_id, count, printed=False)
        self._host.changed()
        words = ngettext("{n} papier is bewaard.", "{n} papieren zijn bewaard.", count).format(n=count)
        self._say(NoticeKind.OK, words, str(target))

    # --- saying it --------------------------------------------------------------------------------------------------

    def _say(self, kind: NoticeKind, words: str, more: str = "") -> None:
        self._clear_messages()
        self.message = Notice(kind, words, more, closable=True)
        self.message.closed.connect(self._clear_messages)
        self._messages.addWidget(self.message)
        announce(self, f"{words} {more}".strip())

    def _clear_messages(self) -> None:
        clear_column(self._messages)
        self.progress = self.message = None
        self.updateGeometry()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._host.dialog_parent, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name_file_dialog(dialog, _("Bewaren"))
        fit_to_screen(dialog)
        return dialog

    def _tell(self, error: KnownError) -> None:
        show_known_error(self._host.dialog_parent, error)

    def _set_sides(self) -> None:
        side = _SIDE_NARROW if self.window().width() < _NARROW else _SIDE
        bar = self._above.width() - self._above.viewport().width()
        self._around.setContentsMargins(side, 10, side + bar, 10)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._set_sides()
