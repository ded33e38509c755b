"""The papers of a dossier: look, save, sign, scan; what was begun; and the journal beside it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.document_table import document
from reintegratie_desktop.services.incoming import Incoming
from reintegratie_desktop.services.letter_mail import is_letter
from reintegratie_desktop.services.new_papers import new_papers
from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.services.type_over import has_sheet
from reintegratie_desktop.services.views import AttachmentView, CaseView, DraftView, PaperView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.form.next_line import NextLine
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.case_extras import show_planner
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import add_item, clear_column, open_menu
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.journal import JournalList
from reintegratie_desktop.ui.pages.letter_mail import mail_button
from reintegratie_desktop.ui.pages.new_paper import NewPaperList
from reintegratie_desktop.ui.pages.paper_pen import add_pen_items, ask_signatures, declined_line
from reintegratie_desktop.ui.pages.type_over_page import open_sheet
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.receiving import receive_file
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card, Surface, row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.segmented import Segmented
from reintegratie_desktop.ui.worker import run_in_background

PAPERS: Final = "papieren"
JOURNAL: Final = "logboek"
NEW: Final = "nieuw"


class PapersPage(QWidget):
    """The papers and the journal of one dossier."""

    def __init__(
        self, host: Host, case_id: str, tab: str = PAPERS, made: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.tab = tab
        self.made = made
        """A paper that was finished just now: it is selected, and the page says what comes next."""
        self.made_notice: Notice | None = None
        self.new_papers: NewPaperList | None = None
        self.rows: dict[str, Surface] = {}
        self._case: CaseView | None = None
        self._first_button: Button | None = None
        self._declined = ""
        """A paper somebody does not sign, noted just now: the page says once what helps."""
        self._said: tuple[str, ...] = ()
        """What must be heard about a file that came in just now; said once."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column

    @property
    def case(self) -> CaseView:
        """Return what is shown."""
        assert self._case is not None
        return self._case

    def refresh(self) -> None:
        """Read the papers anew and show them."""
        self._case = self._host.desk.case(self.case_id)
        place = self._scroller.verticalScrollBar().value()
        clear_column(self._column)
        self._first_button = self.made_notice = self.new_papers = None
        self.rows = {}
        self._column.addWidget(self._head())
        if self._said:
            told = Notice(NoticeKind.WARN, _("Toegevoegd. Let op:"), " ".join(self._said), closable=True)
            self._column.addWidget(told)
            self._said = ()
        if self.tab == JOURNAL:
            self._column.addWidget(JournalList(self._host, self.case_id, self.case.journal))
            self._column.addStretch(1)
        elif self.tab == NEW:
            self.new_papers = NewPaperList(new_papers(self._host.desk, self.case_id))
            self.new_papers.asked.connect(
                lambda form, slot: self._host.open_form(form, self.case_id, slot=slot or None)
            )
            self._column.addWidget(self.new_papers, 1)
        elif not self.case.papers and not self.case.drafts:
            self._column.addWidget(
                EmptyState(
                    _("Hier komen de papieren"),
                    (_("Papieren komen hier als je een stap afmaakt."),),
                    picture="papers",
                    button=(_("Terug naar het dossier"), "", lambda: self._host.open_case(self.case_id)),
                    filled=False,
                ),
                1,
            )
        else:
            self._fill()
        self._scroller.verticalScrollBar().setValue(place)

    def show_tab(self, tab: str) -> None:
        """Show the papers or the journal."""
        self.tab = tab
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on what comes next for a new paper, on the first paper, or on the way back."""
        if self.tab == NEW and self.new_papers is not None and self.new_papers.buttons:
            self.new_papers.focus_first()
            return
        first = self.made_notice.button if self.made_notice is not None else None
        first = first or self._first_button or self.back_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QWidget:
        choices = [(PAPERS, _("Papieren")), (NEW, _("Nieuw papier")), (JOURNAL, _("Logboek"))]
        tabs = Segmented(choices, _("Papieren, nieuw papier of logboek"))
        tabs.set_current(self.tab)
        tabs.chosen.connect(self.show_tab)
        parts: list[QWidget] = [tabs]
        if self.tab == PAPERS:
            wall = secondary(_("Weekplanner"), icon="calendar")
            wall.clicked.connect(lambda: show_planner(self._host, self.case_id, self))
            parts.append(wall)
        head = CasePageHead(self._host, self.case_id, PAPERS, *parts)
        self.back_button = head.back
        return head

    # --- lists ------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        case = self.case
        made = next((paper for paper in case.papers if paper.id == self.made), None)
        if made is not None:
            self._column.addWidget(self._made_line(made))
            self.next_line = NextLine(case.next_step, self._do_next, lambda: self._host.open_case(self.case_id))
            self._column.addWidget(self.next_line)
        signed = next((paper for paper in case.papers if paper.id == self._declined), None)
        if signed is not None and (told := declined_line(self._host, self.case_id, signed, self._declined_seen)):
            self._column.addWidget(told)
        if case.drafts:
            card = Card(padding=0, spacing=0)
            card.add(_card_head(_("Begonnen, nog niet af")))
            for draft in case.drafts:
                card.add(HairLine())
                card.add(self._draft_line(draft))
            self._column.addWidget(card)
        newest = [paper for paper in case.papers if paper.is_newest]
        older = [paper for paper in case.papers if not paper.is_newest]
        for title, papers in ((_("Papieren"), newest), (_("Eerdere versies"), older)):
            if not papers:
                continue
            card = Card(padding=0, spacing=0)
            card.add(_card_head(title))
            for paper in papers:
                card.add(HairLine())
                card.add(self._paper_line(paper))
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _made_line(self, paper: PaperView) -> Notice:
        """Return what is said over the list when a paper was finished just now."""
        signs = bool(self._host.desk.papers.roles(paper.id))
        title = f"{paper.title}," if "," in paper.title else paper.title
        self.made_notice = notice = Notice(
            NoticeKind.OK,
            _("{papier} is vastgesteld.").format(papier=title),
            _("Druk het af en laat het tekenen.") if signs else _("Je kunt het nu afdrukken."),
            button=_("Bekijken en afdrukken"),
            on_press=lambda: self.look(paper),
            closable=True,
        )
        notice.closed.connect(self._made_seen)
        line = notice.layout()
        if signs and isinstance(line, QHBoxLayout) and notice.button is not None:
            self.scan_button = quiet(_("Getekend? Scan toevoegen"))
            self.scan_button.clicked.connect(lambda: self.add_scan(paper))
            line.insertWidget(line.indexOf(notice.button), self.scan_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return notice

    def _do_next(self, step: StepView) -> None:
        self._host.do_step(self.case_id, step)

    def _made_seen(self) -> None:
        self.made = ""
        self.refresh()
        self.focus_first()

    def _draft_line(self, draft: DraftView) -> QWidget:
        go = secondary(_("Verder"), small=True)
        go.setAccessibleName(_("Verder") + f", {draft.title}")
        self._first_button = self._first_button or go
        go.clicked.connect(lambda: self._host.open_form(draft.form, self.case_id, slot=draft.slot or None))
        saved = _("bewaard op {dag} om {tijd}").format(
            dag=day_weekday(draft.saved_at.date()), tijd=f"{draft.saved_at:%H:%M}"
        )
        buttons = [go]
        if draft.form == "gesprek":
            talk = secondary(_("Gesprek voeren"), icon="message-circle", small=True)
            talk.clicked.connect(lambda: self._host.hold_talk(self.case_id, draft.slot))
            buttons.insert(0, talk)
        return _line(draft.title, saved, Chip(_("nog niet af"), "soon", "circle-dashed"), *buttons)

    def _paper_line(self, paper: PaperView) -> QWidget:
        look = secondary(_("Bekijken"), small=True)
        look.setAccessibleName(_("Bekijken") + f", {paper.title}")
        look.clicked.connect(lambda: self.look(paper))
        self._first_button = self._first_button or look
        more = icon_only("ellipsis", _("Meer bij {papier}").format(papier=paper.title))
        more.clicked.connect(lambda: open_menu(more, self._paper_menu(paper, more)))
        made = day_weekday(paper.made_on, year=True)
        buttons = [look, more]
        if is_letter(paper.form):
            buttons.insert(0, mail_button(self._host, paper))
        if has_sheet(paper.form) and paper.is_newest:
            over = secondary(_("Overtypen bij UWV"), small=True)
            over.setAccessibleName(_("Overtypen bij UWV") + f", {paper.title}")
            over.clicked.connect(lambda: open_sheet(self._host, paper.id))
            buttons.insert(0, over)
        if paper.open_later:
            later = secondary(_("Vul later aan"), small=True)
            later.setAccessibleName(_("Vul later aan") + f", {paper.title}")
            later.clicked.connect(lambda: self.complete(paper))
            buttons.insert(0, later)
        line = _line(paper.title, made, _signed_chip(paper), *buttons, chosen=paper.id == self.made)
        self.rows[paper.id] = line
        if paper.attachments:
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            for kept in paper.attachments:
                column.addLayout(self._attachment_line(kept))
            whole = QWidget()
            both = QVBoxLayout(whole)
            both.setContentsMargins(0, 0, 0, 6)
            both.setSpacing(0)
            both.addWidget(line)
            inner = QWidget()
            inner.setLayout(column)
            column.setContentsMargins(20, 0, 20, 0)
            both.addWidget(inner)
            return whole
        return line

    def _attachment_line(self, kept: AttachmentView) -> QHBoxLayout:
        save = quiet(_("Bewaren als bestand"))
        save.setAccessibleName(_("Bewaren als bestand") + f", {kept.name}")
        save.clicked.connect(lambda: self._save_attachment(kept))
        added = _("toegevoegd op {dag}").format(dag=day_weekday(kept.added_on))
        words = f"{kept.name}, {_size(kept.size)}, {added}"
        line = row(IconLabel("paperclip", "muted", 15), spacing=7)
        line.addWidget(small(words), 1)
        line.addWidget(save)
        return line

    def _paper_menu(self, paper: PaperView, button: Button) -> QMenu:
        menu = QMenu(button)
        add_item(menu, _("Bewaar als PDF…"), partial(self.save, paper))
        if self._host.desk.papers.roles(paper.id):
            add_item(menu, _("Ondertekend op…"), partial(self.sign, paper))
        if paper.can_complete:
            add_item(menu, _("Later aanvullen…"), partial(self.complete, paper))
        add_pen_items(menu, self._host, self.case_id, paper)
        if paper.takes_files:
            add_item(menu, _("Scan toevoegen…"), partial(self.add_scan, paper))
        if paper.is_newest and (self.case.is_open or document(paper.form).after_recovery):
            again = partial(self._host.open_form, paper.form, self.case_id, slot=paper.slot or None)
            add_item(menu, _("Nieuwe versie maken"), again)
        return menu

    # --- what can be done with a paper ------------------------------------------------------------------------------

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
        self._declined = paper.id
        self._host.changed()

    def _declined_seen(self) -> None:
        self._declined = ""

    def complete(self, paper: PaperView) -> None:
        """Ask what was only known after the paper was finished."""
        from reintegratie_desktop.ui.form.later_dialog import LaterDialog  # noqa: PLC0415 - only when asked

        dialog = LaterDialog(self._host.desk.later, paper, parent=self._host.dialog_parent)
        dialog.accepted.connect(self._host.changed)
        dialog.open()
        dialog.focus_first()

    def add_scan(self, paper: PaperView) -> None:
        """Ask for a scan and keep it with the paper."""
        dialog = self._file_dialog(_("Scan toevoegen"), _("Toevoegen"), saving=False)
        dialog.setNameFilter(_("PDF, foto of Word-bestand (*.pdf *.jpg *.jpeg *.png *.docx)"))
        dialog.fileSelected.connect(lambda path: self.keep_scan(paper, Path(path)))
        dialog.open()

    def keep_scan(self, paper: PaperView, source: Path) -> None:
        """Keep a scan the user chose; a large one is read beside the window."""
        receive_file(source, lambda given: self._keep(paper, given), self._tell, owner=self)

    def _keep(self, paper: PaperView, given: Incoming) -> None:
        kept = self._host.desk.papers.attach(paper.id, given)
        self._said = kept.warnings
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

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)


def _card_head(words: str) -> QWidget:
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(20, 11, 20, 9)
    line.addWidget(section(words), 1)
    return part


def _line(title: str, sub: str, chip: QWidget | None, *buttons: Button, chosen: bool = False) -> Surface:
    part = Surface("soft" if chosen else "base", "", 0)
    part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    line = QHBoxLayout(part)
    line.setContentsMargins(20, 8, 14, 8)
    line.setSpacing(10)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(title, "label", wrap=True))
    words.addWidget(small(sub))
    line.addLayout(words, 1)
    if chip is not None:
        line.addWidget(chip)
    for button in buttons:
        line.addWidget(button)
    return part


def _signed_chip(paper: PaperView) -> QWidget | None:
    words = paper.signed_line
    if not words:
        return None
    if words == _("niet getekend: geweigerd"):
        return Chip(words, "soon", "info")
    if words.startswith(_("wacht op handtekening van {wie}").split("{", 1)[0]):
        return Label(words, "small", "muted", wrap=True)
    return Chip(words, "ok", "circle-check")


def _size(count: int) -> str:
    """Return a size in words: `340 kB`, `2,1 MB`."""
    kilo = 1000
    if count < kilo * kilo:
        return _("{n} kB").format(n=max(1, round(count / kilo)))
    return _("{n} MB").format(n=f"{count / kilo / kilo:.1f}".replace(".", _(",")))
