"""The papers of a dossier: look, save, sign, scan; what was begun; and the journal beside it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.document_table import document
from reintegratie_desktop.services.letter_mail import is_letter
from reintegratie_desktop.services.new_papers import new_papers
from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.services.type_over import has_sheet
from reintegratie_desktop.services.views import CaseView, DraftView, PaperView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.form.next_line import NextLine
from reintegratie_desktop.ui.pages.case_extras import show_planner
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import add_item, clear_column, open_menu
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.journal import JournalList
from reintegratie_desktop.ui.pages.letter_mail import mail_button
from reintegratie_desktop.ui.pages.new_paper import NewPaperList
from reintegratie_desktop.ui.pages.paper_acts import PaperActs
from reintegratie_desktop.ui.pages.paper_pen import add_pen_items, declined_line
from reintegratie_desktop.ui.pages.paper_picks import PickBar
from reintegratie_desktop.ui.pages.paper_rows import Tick, card_head, line_of, pick_buttons, signed_chip, with_files
from reintegratie_desktop.ui.pages.type_over_page import open_sheet
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, quiet, secondary
from reintegratie_desktop.ui.widgets.card import Card, Surface
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import HairLine
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller, settle
from reintegratie_desktop.ui.widgets.segmented import Segmented

PAPERS: Final = "papieren"
JOURNAL: Final = "logboek"
NEW: Final = "nieuw"
_FIRST_ROWS: Final = 30
"""So many papers stand there at once: more than fit on a screen. The others follow when the page was painted."""
_PAINTED_MS: Final = 60
_NEXT_MS: Final = 5
_MANY: Final = 2
"""From so many papers on they can be ticked."""


class PapersPage(PaperActs):
    """The papers and the journal of one dossier.

    Up and down walk the ticks, Ctrl+P prints and Ctrl+S saves what is ticked, Esc goes back.
    """

    def __init__(
        self, host: Host, case_id: str, tab: str = PAPERS, made: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(host, case_id, parent)
        self.tab = tab
        self.made = made
        """A paper that was finished just now: it is selected, and the page says what comes next."""
        self.made_notice: Notice | None = None
        self.new_papers: NewPaperList | None = None
        self.tabs: Segmented | None = None
        self.rows: dict[str, Surface] = {}
        self._case: CaseView | None = None
        self._first_button: Button | None = None
        self.ticks: dict[str, Tick] = {}
        self._todo: Iterator[None] = iter(())
        """What makes the rows that are not there yet."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller, 1)
        self._column = self._scroller.column
        self.bar = PickBar(host, case_id, self._scroller)
        self.bar.hide()
        self.bar.changed.connect(self._show_ticks)
        whole.addWidget(self.bar)
        for keys, act in (("Ctrl+P", self.bar.print_papers), ("Ctrl+S", self.bar.save_folder)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._if_many, act))

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
        self.rows, self.ticks = {}, {}
        self._todo = iter(())
        self.bar.set_papers(self.case.papers)
        self.bar.setVisible(self.tab == PAPERS and self._are_many)
        self._column.addWidget(self._head())
        if self.said:
            told = Notice(NoticeKind.WARN, _("Toegevoegd. Let op:"), " ".join(self.said), closable=True)
            self._column.addWidget(told)
            self.said = ()
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
            self._fill(whole=place > 0)
        self._scroller.verticalScrollBar().setValue(place)

    def show_tab(self, tab: str) -> None:
        """Show the papers or the journal; the keyboard stays on the tabs."""
        self.tab = tab
        self.refresh()
        assert self.tabs is not None
        self.tabs.focus_current()

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
        tabs = self.tabs = Segmented(choices, _("Papieren, nieuw papier of logboek"))
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

    @property
    def _are_many(self) -> bool:
        return len(self.case.papers) >= _MANY

    def _fill(self, *, whole: bool) -> None:
        """Show the papers: all at once, or the first of them and the others when the page was painted."""
        case = self.case
        made = next((paper for paper in case.papers if paper.id == self.made), None)
        if made is not None:
            self._column.addWidget(self._made_line(made))
            self.next_line = NextLine(case.next_step, self._do_next, lambda: self._host.open_case(self.case_id))
            self._column.addWidget(self.next_line)
        signed = next((paper for paper in case.papers if paper.id == self.declined), None)
        if signed is not None and (told := declined_line(self._host, self.case_id, signed, self._declined_seen)):
            self._column.addWidget(told)
        if case.drafts:
            card = Card(padding=0, spacing=0)
            card.add(card_head(_("Begonnen, nog niet af")))
            for draft in case.drafts:
                card.add(HairLine())
                card.add(self._draft_line(draft))
            self._column.addWidget(card)
        newest = [paper for paper in case.papers if paper.is_newest]
        older = [paper for paper in case.papers if not paper.is_newest]
        self._todo = self._lists(((_("Papieren"), newest), (_("Eerdere versies"), older)))
        self._go_on(self._todo, len(case.papers) if whole else _FIRST_ROWS, _PAINTED_MS)

    def _lists(self, lists: Sequence[tuple[str, Sequence[PaperView]]]) -> Iterator[None]:
        """Make the lists; stop after every block of rows."""
        for title, papers in lists:
            if not papers:
                continue
            card = Card(padding=0, spacing=0)
            ids = [paper.id for paper in papers]
            picks = pick_buttons(
                title, partial(self.bar.pick_all, ids, on=True), partial(self.bar.pick_all, ids, on=False)
            )
            card.add(card_head(title, *(picks if self._are_many else ())))
            for start in range(0, len(papers), _FIRST_ROWS):
                # A block comes into the page as one: each row on its own would lay out the whole page anew.
                block = QWidget()
                column = QVBoxLayout(block)
                column.setContentsMargins(0, 0, 0, 0)
                column.setSpacing(0)
                for paper in papers[start : start + _FIRST_ROWS]:
                    column.addWidget(HairLine())
                    column.addWidget(self._paper_line(paper))
                card.add(block)
                if start == 0:
                    self._column.addWidget(card)
                # Qt shows what comes into a page later, and would paint it squeezed first.
                card.show()
                block.show()
                yield
        self._column.addStretch(1)

    def _go_on(self, todo: Iterator[None], enough: int, wait: int = _NEXT_MS) -> None:
        """Make rows until there are so many; then wait until those were painted."""
        for _block in todo:
            if len(self.rows) >= enough and enough < len(self.case.papers):
                QTimer.singleShot(wait, self, partial(self._add_rows, todo))
                return

    def _add_rows(self, todo: Iterator[None]) -> None:
        """Make the next rows, unless the page was read anew since; they have their place before they are painted."""
        if todo is self._todo:
            self._go_on(todo, len(self.rows) + 1)
            settle()

    # --- many at once -----------------------------------------------------------------------------------------------

    def _if_many(self, act: Callable[[], None]) -> None:
        if self.bar.isVisibleTo(self):
            act()

    def _show_ticks(self) -> None:
        for paper_id, tick in self.ticks.items():
            tick.setChecked(paper_id in self.bar.picked)

    def _tick(self, paper: PaperView) -> Tick | None:
        if not self._are_many:
            return None
        tick = self.ticks[paper.id] = Tick(paper, on=paper.id in self.bar.picked)
        tick.toggled.connect(partial(self.bar.pick, paper.id))
        tick.step.connect(partial(self._walk, paper.id))
        return tick

    def _walk(self, paper_id: str, step: int) -> None:
        """Give the keyboard to the tick above or below."""
        ids = list(self.ticks)
        place = ids.index(paper_id) + step
        if 0 <= place < len(ids):
            tick = self.ticks[ids[place]]
            tick.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroller.show_widget(tick)

    # --- rows -------------------------------------------------------------------------------------------------------

    def _made_line(self, paper: PaperView) -> Notice:
        """Return what is said over the list when a paper was finished just now."""
        # Somebody who does not want to sign is not asked again: what helps then stands in the notice below.
        signs = bool(self._host.desk.papers.roles(paper.id)) and paper.signed_line != _("wil niet tekenen")
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
        return line_of(draft.title, saved, Chip(_("nog niet af"), "soon", "circle-dashed"), *buttons)

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
        line = line_of(
            paper.title, made, signed_chip(paper), *buttons, tick=self._tick(paper), chosen=paper.id == self.made
        )
        self.rows[paper.id] = line
        return (
            with_files(line, paper.attachments, self._save_attachment, self._take_back) if paper.attachments else line
        )

    def _paper_menu(self, paper: PaperView, button: Button) -> QMenu:
        menu = QMenu(button)
        add_item(menu, _("Bewaar als PDF…"), partial(self.save, paper))
        if self._host.desk.papers.roles(paper.id):
            add_item(menu, _("Ondertekend op…"), partial(self.sign, paper))
        if paper.can_complete and not paper.open_later:  # else it is a button of the row already
            add_item(menu, _("Vul later aan"), partial(self.complete, paper))
        add_pen_items(menu, self._host, self.case_id, paper)
        if paper.takes_files:
            add_item(menu, _("Scan toevoegen…"), partial(self.add_scan, paper))
        if paper.is_newest and (self.case.is_open or document(paper.form).after_recovery):
            again = partial(self._host.open_form, paper.form, self.case_id, slot=paper.slot or None)
            add_item(menu, _("Nieuwe versie maken"), again)
        return menu

    def _declined_seen(self) -> None:
        self.declined = ""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.bar.making is not None:
            self.bar.stop()
        elif event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)
