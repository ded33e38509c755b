"""The window of a form: the steps at the left, the page in the middle, help and paper at the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.services.incoming import Incoming
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_month
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.form.autosave import AutoSave
from reintegratie_desktop.ui.form.board import FormBoard
from reintegratie_desktop.ui.form.extras import add_extras
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.following import FollowingFrame
from reintegratie_desktop.ui.form.page import FormPage, step_page, whole_page
from reintegratie_desktop.ui.form.paper_windows import PaperWindows
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.form.top_bar import STEPS, WHOLE
from reintegratie_desktop.ui.qt_dutch import first_folder, remember_folder
from reintegratie_desktop.ui.receiving import receive_file
from reintegratie_desktop.ui.talk.host import TalkHost
from reintegratie_desktop.ui.widgets.announce import announce


class FormView(FollowingFrame):
    """Fills in one form. Every change goes to the session at once and to the disk within two seconds.

    Signals: `closed` when the user goes back, `finished(id)` when the paper or record is made, `saved(moment)` after
    every save, `paper_shown(bool)` when the user shows or hides the paper, to be remembered, `form_asked(key)` when
    another form of the same case has to come first, `record_asked(key, place)` when the firm or the employee has to.
    """

    closed = Signal()
    finished = Signal(str)
    saved = Signal(object)
    form_asked = Signal(str)
    record_asked = Signal(str, str)

    def __init__(
        self, session: FormSession, *, show_paper: bool = True, back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(session, show_paper=show_paper, back=back, parent=parent)
        self._done = False
        self._points: list[str] = []
        self.autosave = AutoSave(session, self)
        self.papers = PaperWindows(session, self)
        self.talking = TalkHost(self)
        self.setAccessibleName(_(session.flow.title))
        self._connect()
        self._shortcuts()
        self.show_step()
        self._tell_saved()

    def _connect(self) -> None:
        self.autosave.saved.connect(self._was_saved)
        self.autosave.failed.connect(self._save_failed)
        self.papers.failed.connect(self.say_once)
        self.sidebar.back.connect(self.leave)
        self.sidebar.chosen.connect(self.go_to_step)
        self.footer.back.connect(self.go_back)
        self.footer.next.connect(self.go_on)
        self.bar.mode_chosen.connect(self.set_mode)
        self.bar.paper_toggled.connect(lambda on: self.show_paper(on=on))
        self.bar.paper_wanted.connect(self.open_paper)
        self.bar.by_hand_wanted.connect(lambda: self.open_paper(by_hand=True))
        self.bar.agenda_wanted.connect(lambda: self.open_paper(layout="agenda"))
        self.bar.two_languages_wanted.connect(self._open_in_two_languages)
        self.paper.opened.connect(self.open_paper)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _shortcuts(self) -> None:
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+Shift+P", self._paper_key),
            ("F1", self._help_key),
        )
        for keys, act in actions:
            shortcut = QShortcut(QKeySequence(keys), self.form_layer)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- pages ------------------------------------------------------------------------------------------------------

    def show_step(self, *, focus: bool = False) -> None:
        """Show the page of the present step, or its place in the whole form."""
        board = FormBoard(self.session, offer_undo=self.footer.offer_undo, as_questions=self._mode == STEPS)
        if self._mode == STEPS:
            page = step_page(self.session, board, self.step)
            add_extras(page, self.session, board, self.step)
            self.talking.offer(page)
        else:
            page = whole_page(self.session, board)
        page.finish_building()
        board.refreshed.connect(self._tell_steps)
        board.changed.connect(self._changed)
        board.left.connect(self.autosave.soon)
        board.requested.connect(self._choose_file)
        board.failed.connect(self._save_failed)
        self.put(page)
        if self._mode == WHOLE:
            page.verticalScrollBar().valueChanged.connect(lambda _value: self._follow_scroll())
            QTimer.singleShot(0, page, lambda: page.scroll_to_step(self.step.key))
        self._field = None
        self._tell_place()
        self._show_help()
        if focus:
            page.focus_first()
            announce(self, _(self.step.title))

    def go_to_step(self, key: str) -> None:
        """Open a step; any visible step, at any time."""
        self._take_all()
        self._walk.stop()
        self.session.wizard.go_to(key)
        self._save_place()
        if self._mode == WHOLE and isinstance(self._page, FormPage):
            self._page.focus_first(key)
            self._page.scroll_to_step(key)
            self.session.wizard.go_to(key)
            self._tell_place()
        else:
            self.show_step(focus=True)

    def go_on(self) -> None:
        """Go to the next step, or to the next point of the list when we came from there, or finish."""
        self._take_all()
        point = self._walk.following(self.session.wizard.findings()) if self._walk.is_on else None
        if isinstance(self._page, FinishPage):
            self._finish(self._page)
        elif point is not None:
            self._go_to_point(point.field, point.message)
            self._save_place()
        elif self._straight and self.session.wizard.is_first and not self._walk.is_on:
            self._keep_straight()
        elif self._walk.is_on or self._mode == WHOLE or self.session.wizard.is_last:
            self.show_finish()
        else:
            self.session.wizard.next()
            self._save_place()
            self.show_step(focus=True)

    def go_back(self) -> None:
        """Go to the step before this one, or from the last page to the form."""
        self._take_all()
        self._walk.stop()
        if isinstance(self._page, FinishPage):
            self.show_step(focus=True)
        elif self._mode == STEPS:
            self.session.wizard.back()
            self._save_place()
            self.show_step(focus=True)

    def set_mode(self, mode: str) -> None:
        """Show the form step by step or as a whole, at the same place, with the same answers."""
        if mode == self._mode and isinstance(self._page, FormPage):
            return
        self._take_all()
        place = self._focused_key()
        self._mode = mode
        self.bar.mode.set_current(mode)
        self.show_step()
        if place:
            QTimer.singleShot(0, self, lambda: self._go_to_shown(place))

    def _go_to_shown(self, place: str) -> None:
        if isinstance(self._page, FormPage):
            self._page.go_to(place)

    def _focused_key(self) -> str:
        if not isinstance(self._page, FormPage):
            return ""
        found = self._page.board.field_at(QApplication.focusWidget())
        return found[1] if found is not None else ""

    def go_to_place(self, place: str) -> None:
        """Open the step of a place, `key` or `key[2].column`, and put the keyboard there."""
        key = place.split("[", 1)[0].split(".", 1)[0]
        self.session.wizard.go_to_field(key)
        self.show_step()
        assert isinstance(self._page, FormPage)
        self._page.go_to(place)

    def go_to_word(self, place: str, word: str) -> None:
        """Put the keyboard at a word of the guard."""
        self.go_to_place(place)
        assert isinstance(self._page, FormPage)
        key = place.split("[", 1)[0].split(".", 1)[0]
        self._page.board.guard_at(key).go_to_word(word)

    # --- finishing --------------------------------------------------------------------------------------------------

    def show_finish(self) -> None:
        """Show what still misses, or that all is there."""
        self.session.fill_letter()
        self.autosave.save_now()
        page = FinishPage(self.session)
        page.jump.connect(self._go_to_point)
        page.jump_to_word.connect(self._go_to_found_word)
        page.jump_to_form.connect(self._go_to_form)
        page.jump_to_record.connect(self._go_to_record)
        page.finish_asked.connect(lambda: self._finish(page))
        page.confirmed.connect(self.autosave.soon)
        page.confirmed.connect(self._tell_place)
        self.put(page)
        self._field = None
        self._walk.stop()
        self._tell_place()
        self._show_help()
        if not page.focus_first():
            self.footer.next_button.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, page.spoken)

    def _go_to_point(self, place: str, message: str) -> None:
        """Go from the list to a field and say there what it is about; the filled button goes on with the list."""
        self._begin_walk(place)
        self.go_to_place(place)
        assert isinstance(self._page, FormPage)
        if message:
            self._page.board.point_at(place, message)
        self._tell_place()

    def _go_to_found_word(self, place: str, word: str) -> None:
        self._begin_walk(place)
        self.go_to_word(place, word)
        self._tell_place()

    def _go_to_form(self, key: str) -> None:
        if self.autosave.save_now(also_place=True):
            self.form_asked.emit(key)

    def _go_to_record(self, key: str, place: str) -> None:
        if self.autosave.save_now(also_place=True):
            self.record_asked.emit(key, place)

    def go_straight(self, words: str) -> None:
        """Let the filled button of the first step keep the record and go on, with what is known so far."""
        self._straight = words
        self._tell_place()

    def _keep_straight(self) -> None:
        if not self.autosave.save_now():
            return
        if not self.session.check().ready:
            self.show_finish()
            return
        try:
            self._make("")
        except KnownError as error:
            self.say_once(error)

    def _begin_walk(self, place: str) -> None:
        if isinstance(self._page, FinishPage):
            self._points = [finding.field for finding in (*self._page.check.stops, *self._page.check.later)]
        self._walk.begin(self._points, place)

    def _finish(self, page: FinishPage) -> None:
        if not page.is_ready:
            page.go_to_first()
            return
        if not page.reason_is_given() or not page.reason_is_clean():
            return
        if not self.autosave.save_now():
            return
        try:
            self._make(page.reason.toPlainText())
        except KnownError as error:
            page.refuse(error)

    def _make(self, reason: str) -> None:
        made = self.session.finish(reason)
        self._done = True
        self.autosave.stop()
        self.paper.close_paper()
        self.finished.emit(made)

    # --- changes and saving -----------------------------------------------------------------------------------------

    def _changed(self, _key: str) -> None:
        self.autosave.touch()
        self.paper.touch()
        if isinstance(self._page, FormPage) and self._mode == STEPS and self.step.key != self._page.step_key:
            # The answer took away the step it was given in.
            QTimer.singleShot(0, self, self.show_step)

    def _take_all(self) -> None:
        # During a talk the page underneath is older than the answers.
        if isinstance(self._page, FormPage) and not self.talking.is_open:
            self._page.board.take_all()
            if self.session.is_dirty:
                self.autosave.touch()

    def _save_place(self) -> None:
        fresh = self.session.flow.scope is Scope.CASE and self.session.newest_paper is None
        self.autosave.save_now(also_place=fresh or self.session.saved_at is not None)

    def save_now(self) -> bool:
        """Save everything at once, before the program locks or ends; false when the disk refuses."""
        self._take_all()
        return self._done or self.autosave.save_now()

    def _was_saved(self, moment: object) -> None:
        if self.drop_problem():
            announce(self, _("Alles is weer bewaard."))
        self._tell_saved()
        self.saved.emit(moment)

    def _tell_saved(self) -> None:
        moment = self.session.saved_at
        if moment is None:
            self.footer.set_saved("")
            return
        # The time alone would read as today.
        older = moment.date() != self.session.desk.today
        self.footer.set_saved(moment.strftime("%H:%M"), day_month(moment.date()) if older else "")

    def _save_failed(self, error: KnownError) -> None:
        self.say_not_saved(error, self._try_again)

    def _try_again(self) -> None:
        self.session.is_dirty = True
        self.autosave.save_now()

    def _choose_file(self, key: str) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            _("Bestand kiezen"),
            first_folder(),
            _("PDF, foto of Word-bestand (*.pdf *.jpg *.jpeg *.png *.docx)"),
        )
        if not name or not isinstance(self._page, FormPage):
            return
        remember_folder(name)
        receive_file(
            Path(name),
            lambda given: self._keep_file(key, given),
            lambda error: self._refuse_file(key, error),
            owner=self,
        )

    def _refuse_file(self, key: str, error: KnownError) -> None:
        if isinstance(self._page, FormPage):
            self._page.board.row(key).set_error(str(error))

    def _keep_file(self, key: str, given: Incoming) -> None:
        if not isinstance(self._page, FormPage):
            return
        kept = self.session.keep_file(given)
        # Said in the place of an error: it came in, and this must be known about it.
        self._page.board.row(key).set_error(" ".join(given.warnings))
        self._page.board.editor(key).apply(kept)

    # --- help and paper ---------------------------------------------------------------------------------------------

    _was_shown = False

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.page.focus_first()

    def _paper_key(self) -> None:
        if not self.session.flow.has_paper:
            return
        if self._narrow:
            self.open_paper()
        else:
            self.bar.switch.toggle()

    def open_paper(self, *, by_hand: bool = False, layout: str = "form", second: str = "") -> None:
        """Show the draft as a paper in a window of its own; it is made beside the window."""
        self._take_all()
        self.papers.open(by_hand=by_hand, layout=layout, second=second)

    def _open_in_two_languages(self, language: str, by_hand: bool, layout: str) -> None:
        self.open_paper(by_hand=by_hand, layout=layout, second=language)

    @property
    def preview(self) -> PreviewWindow | None:
        """Return the window with the paper, or None when there is none."""
        return self.papers.preview

    # --- leaving ----------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Save and go back, without a question. When the disk refuses, the text stays here."""
        self._take_all()
        if not self.autosave.save_now(also_place=self.session.saved_at is not None):
            return
        self.autosave.stop()
        self.paper.close_paper()
        self.closed.emit()

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        if not self._done:
            self._take_all()
            self.autosave.save_now()
        self.autosave.stop()
        self.paper.close_paper()
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F8 and isinstance(self._page, FormPage):
            self._page.board.next_word()
        else:
            super().keyPressEvent(event)
