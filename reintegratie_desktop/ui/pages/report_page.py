"""The re-integratieverslag of one dossier: its parts, what is missing, and the report as one PDF or as loose files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services import bundle, bundle_files
from reintegratie_desktop.services.bundle_parts import LATER, LETTERS, REPORT, TALKS
from reintegratie_desktop.services.report_view import PAPERS_PAGE, ReportState, ReportView, report_view
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.report_list import part_list
from reintegratie_desktop.ui.pages.report_making import Making, Progress, Stop
from reintegratie_desktop.ui.pages.report_parts import NumberDialog, ReportPreview
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary
from reintegratie_desktop.ui.widgets.chip import DeadlineChip
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.progress import Progress as ProgressBar
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import TableList

if TYPE_CHECKING:
    from reintegratie_desktop.services.bundle import Bundle, BundleSource
    from reintegratie_desktop.ui.form.preview_window import PreviewWindow

WIDE_FROM: Final = 1020
"""In a narrower page the preview is smaller."""
BESIDE_FROM: Final = 860
"""In a still narrower page it stands under the list."""


class ReportPage(QWidget):
    """The report of one dossier. `reload` reads it anew; the preview is made beside the window.

    Up and down walk the parts, Enter does what the row asks, Ctrl+S saves, Ctrl+P prints, Esc goes back.
    """

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.extra: set[str] = set()
        self._view: ReportView | None = None
        self.list: TableList | None = None
        self.preview: ReportPreview | None = None
        self.window_: PreviewWindow | None = None
        self.empty: EmptyState | None = None
        self.progress: ProgressBar | None = None
        self.message: Notice | None = None
        self.making: Making | None = None
        self.save_button: Button | None = None
        self._shape = ""
        self._told: tuple[NoticeKind, str, str] | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+P", self.print_report)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def view(self) -> ReportView:
        """Return what is shown."""
        assert self._view is not None
        return self._view

    def reload(self) -> None:
        """Read the report anew and show it."""
        self._stop_making()
        desk = self._host.desk
        self._view = report_view(desk, self.case_id, self.extra) if desk.is_reported(self.case_id) else None
        self._build()

    refresh = reload

    def focus_first(self) -> None:
        """Put the keyboard on the list, or on the one button of an empty page."""
        if self.empty is not None:
            self.empty.focus_first()
        elif self.list is not None and self.list.rows:
            self.list.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        place = self._scroller.verticalScrollBar().value()
        if self.preview is not None:
            self.preview.close_paper()
        clear_column(self._column)
        self.list = self.preview = self.empty = self.progress = self.message = self.save_button = None
        if self._view is None:
            self._column.addWidget(CasePageHead(self._host, self.case_id, "verslag"))
            self.empty = EmptyState(
                _("Er is nog niets voor een verslag"),
                (_("Maak eerst de ziekmelding af. Daarna zie je hier wat er in het verslag komt."),),
                picture="papers",
                button=(_("Terug naar het dossier"), "", lambda: self._host.open_case(self.case_id)),
            )
            self._column.addWidget(self.empty, 1)
            return
        self._column.addWidget(self._head())
        self._messages = QVBoxLayout()
        self._column.addLayout(self._messages)
        if self._told is not None:
            # The page is built anew after saving; what was said stays.
            told, self._told = self._told, None
            self._say(*told)
        if self.view.wants_cover:
            self._column.addWidget(self._cover_notice())
        self._shape = self._shape_now()
        self.preview = ReportPreview(self.view.source, narrow=self._shape == "narrow")
        beside = QVBoxLayout() if self._shape == "under" else QHBoxLayout()
        beside.setSpacing(16)
        parts = QVBoxLayout()
        parts.setSpacing(10)
        parts.addWidget(self._list())
        parts.addLayout(self._choices())
        parts.addStretch(1)
        beside.addLayout(parts, 1)
        beside.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(beside)
        self._column.addStretch(1)
        self._scroller.verticalScrollBar().setValue(place)
        self._make(self.view.source, self._show_preview, _("Het voorbeeld wordt gemaakt."), quietly=True)

    def _head(self) -> QWidget:
        view = self.view
        parts: list[QWidget] = []
        if view.due is not None:
            parts.append(DeadlineChip((view.due - self._host.desk.today).days))
        show = secondary(_("Afdrukken"), icon="printer")
        show.setToolTip("Ctrl+P")
        show.clicked.connect(self.print_report)
        loose = secondary(_("Losse bestanden bewaren"), icon="files")
        loose.clicked.connect(self.save_loose)
        self.save_button = primary(_("Verslag bewaren"), icon="file-down")
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(self.save)
        parts += [show, loose, self.save_button]
        head = CasePageHead(self._host, self.case_id, "verslag", *parts, sub=f"{view.advice} {view.sent_line}".strip())
        self.back_button = head.back
        return head

    def _list(self) -> TableList:
        self.list = part_list(self.view.rows, self.act)
        self.list.row_activated.connect(self.act)
        return self.list

    def _cover_notice(self) -> Notice:
        """Return the warning that the cover is older than what is in the report, with the way to a new one."""
        return Notice(
            NoticeKind.WARN,
            self.view.later_line,
            button=_("Nieuwe versie maken"),
            on_press=lambda: self._host.open_form(REPORT, self.case_id),
        )

    def _choices(self) -> QVBoxLayout:
        choices = QVBoxLayout()
        choices.setSpacing(6)
        self.boxes: dict[str, CheckBox] = {}
        if self.view.later_line and not self.view.wants_cover:
            choices.addWidget(small(self.view.later_line, "muted"))
        asked = [
            (TALKS, _("Neem ook de verslagen van gesprekken mee")),
            (LETTERS, _("Neem ook de brieven mee")),
        ]
        if self.view.source.later and (LATER in self.extra or not self.view.source.has_later):
            asked.append((LATER, _("Neem ook mee wat na het voorblad kwam")))
        for key, words in asked:
            box = CheckBox(words)
            box.setChecked(key in self.extra)
            box.toggled.connect(partial(self._choose, key))
            self.boxes[key] = box
            choices.addWidget(box)
        return choices

    def _choose(self, key: str, on: bool) -> None:
        (self.extra.add if on else self.extra.discard)(key)
        self.reload()
        self.boxes[key].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._view is not None and self.list is not None and self._shape_now() != self._shape:
            self._stop_making()
            self._build()

    def _shape_now(self) -> str:
        if self.width() >= WIDE_FROM:
            return "wide"
        return "narrow" if self.width() >= BESIDE_FROM else "under"

    # --- what a row asks --------------------------------------------------------------------------------------------

    def act(self, key: str) -> None:
        """Do what the button of a part says."""
        part = next(part for part in self.view.rows if part.key == key)
        if part.state is ReportState.APART:
            self._say(
                NoticeKind.HINT,
                _("Medische informatie zit nooit in dit verslag."),
                _(
                    "Jij mag die niet lezen of bewaren. De bedrijfsarts geeft die aan {naam}, en {naam} stuurt die "
                    "zelf naar UWV."
                ).format(naam=self.view.first_name),
            )
        elif part.form:
            self._host.open_form(part.form, self.case_id)
        elif part.page == PAPERS_PAGE:
            self._host.open_papers(self.case_id)
        elif part.page:
            self._host.open_case_page(self.case_id, part.page)

    # --- making -----------------------------------------------------------------------------------------------------

    def _make(
        self, source: "BundleSource", then: "Callable[[Bundle], None]", words: str, *, quietly: bool = False
    ) -> None:
        """Make the report beside the window, and hand it on when nobody stopped it."""

        def work(progress: Progress, stop: Stop) -> "Bundle | None":
            return bundle.make_unless_stopped(source, progress=progress, stop=stop)

        self._run(work, then, words, quietly=quietly)

    def _run(
        self,
        work: Callable[[Progress, Stop], Any],
        then: Callable[[Any], None],
        words: str,
        *,
        quietly: bool = False,
    ) -> None:
        self._stop_making()
        making = self.making = Making(self)
        if quietly:
            if self.preview is not None:
                self.preview.set_busy(words)
        else:
            self._clear_messages()
            self.progress = ProgressBar(words)
            self.progress.stopped.connect(making.stop)
            self._messages.addWidget(self.progress)
        making.step.connect(partial(self._step, making))

        def done(made: Any) -> None:  # noqa: ANN401 - what the work made
            if making is not self.making:
                return
            self.making = None
            if not quietly:
                self._clear_messages()
            if made is None:
                self._say(NoticeKind.HINT, _("Gestopt. Er is niets bewaard."))
            else:
                then(made)

        def failed(error: KnownError) -> None:
            self.making = None
            if not quietly:
                self._clear_messages()
            self._tell(error)

        making.start(work, done, failed)

    def _step(self, making: Making, now: int, of: int) -> None:
        if making is not self.making:
            return
        words = _("Stuk {nu} van {alle}").format(nu=now, alle=of)
        if self.progress is not None and not self.progress.was_stopped:
            self.progress.set_step(now, of, words)
        elif self.preview is not None:
            self.preview.set_busy(words)

    def _stop_making(self) -> None:
        if self.making is not None:
            self.making.stop()
            self.making = None

    def _show_preview(self, made: "Bundle") -> None:
        if self.preview is not None:
            self.preview.show_paper(made)

    def _clear_messages(self) -> None:
        clear_column(self._messages)
        self.progress = self.message = None

    def _say(self, kind: NoticeKind, words: str, more: str = "") -> None:
        self._clear_messages()
        self.message = Notice(kind, words, more, closable=True)
        self._messages.addWidget(self.message)

    def _changed_and_say(self, kind: NoticeKind, words: str, more: str) -> None:
        """Show the page with the time of saving, and what was done on it; also where the page was built anew."""
        self._told = (kind, words, more)
        self._host.changed()
        if self._told is not None:
            self._told = None
            self._say(kind, words, more)

    # --- saving and printing ----------------------------------------------------------------------------------------

    def _ask_number(self, then: "Callable[[BundleSource], None]") -> None:
        """Ask for the citizen number, which may stay empty, and go on with the report that has it on its cover."""
        if self._view is None:
            return
        dialog = NumberDialog(self.view.source, then, parent=self._host.dialog_parent)
        dialog.open()

    def save(self) -> None:
        """Ask where, and save the report as one PDF."""
        self._ask_number(self._ask_file)

    def _ask_file(self, source: "BundleSource") -> None:
        dialog = self._file_dialog(_("Bewaar het verslag als PDF-bestand"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF-bestand (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(bundle_files.report_name(source))
        dialog.fileSelected.connect(lambda path: self.save_to(source, Path(path)))
        dialog.open()

    def save_to(self, source: "BundleSource", target: Path) -> None:
        """Make the report and save it at a place the user chose."""
        self._make(source, partial(self._saved, target), _("Het verslag wordt gemaakt."))

    def _saved(self, target: Path, made: "Bundle") -> None:
        try:
            paths = bundle_files.save_report(made, target)
            bundle_files.note_saved(self._host.desk, self.case_id)
        except KnownError as error:
            self._tell(error)
            return
        more = ngettext("{n} pagina, {pad}", "{n} pagina’s, {pad}", made.pages).format(n=made.pages, pad=target.name)
        if len(paths) > 1:
            names = ", ".join(path.name for path in paths[1:])
            more += " " + _("Deze bestanden staan ernaast en horen erbij: {namen}.").format(namen=names)
        self._changed_and_say(NoticeKind.OK, _("Bewaard in {map}").format(map=target.parent), more)

    def save_loose(self) -> None:
        """Ask for a folder, and save the parts as files of their own in a new folder in it."""
        self._ask_number(self._ask_folder)

    def _ask_folder(self, source: "BundleSource") -> None:
        dialog = self._file_dialog(_("In welke map komen de bestanden?"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.save_loose_in(source, Path(path)))
        dialog.open()

    def save_loose_in(self, source: "BundleSource", folder: Path) -> None:
        """Make the files and save them in a new folder inside one the user chose."""
        name = bundle_files.report_name(source).removesuffix(".pdf")

        def work(progress: Progress, stop: Stop) -> "tuple[Path, int, str] | None":
            return bundle_files.make_and_save_loose(source, folder, name, progress=progress, stop=stop)

        self._run(work, self._saved_loose, _("De bestanden worden gemaakt."))

    def _saved_loose(self, made: tuple[Path, int, str]) -> None:
        folder, count, too_large = made
        bundle_files.note_loose(self._host.desk, self.case_id)
        said = ngettext("{n} bestand is bewaard.", "{n} bestanden zijn bewaard.", count).format(n=count)
        kind = NoticeKind.WARN if too_large else NoticeKind.OK
        self._changed_and_say(kind, _("Bewaard in {map}").format(map=folder), f"{said} {too_large}".strip())

    def print_report(self) -> None:
        """Show the whole report as it will be printed; from there it is printed."""
        self._ask_number(lambda source: self._make(source, self._show_window, _("Het verslag wordt gemaakt.")))

    def _show_window(self, made: "Bundle") -> None:
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

        desk = self._host.desk
        self.window_ = PreviewWindow(
            made.pdf,
            title=_("Re-integratieverslag"),
            file_name=bundle_files.report_name(self.view.source),
            on_saved=lambda _path: bundle_files.note_saved(desk, self.case_id),
            on_printed=lambda: bundle_files.note_printed(desk, self.case_id),
            parent=self._host.dialog_parent,
        )
        self.window_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window_.open()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._host.dialog_parent, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        name_file_dialog(dialog, _("Bewaren"))
        fit_to_screen(dialog)
        return dialog

    def _tell(self, error: KnownError) -> None:
        show_known_error(self._host.dialog_parent, error)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)
