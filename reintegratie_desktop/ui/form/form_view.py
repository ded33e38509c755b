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

from reintegratie_desktop.forms.fields import Field, Table
from reintegratie_desktop.forms.flow import Scope, Step
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_month
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.autosave import AutoSave
from reintegratie_desktop.ui.form.board import FormBoard
from reintegratie_desktop.ui.form.extras import add_extras
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.frame import FormFrame
from reintegratie_desktop.ui.form.page import FormPage, step_page, whole_page
from reintegratie_desktop.ui.form.paper_panel import Place
from reintegratie_desktop.ui.form.paper_windows import PaperWindows
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.form.top_bar import STEPS, WHOLE
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.sidebar import StepItem, StepMark


class FormView(FormFrame):
    """Fills in one form. Every change goes to the session at once and to the disk within two seconds.

    Signals: `closed` when the user goes back, `finished(id)` when the paper or record is made, `saved(moment)` after
    every save, `paper_shown(bool)` when the user shows or hides the paper, to be remembered.
    """

    closed = Signal()
    finished = Signal(str)
    saved = Signal(object)

    def __init__(self, session: FormSession, *, show_paper: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(session, show_paper=show_paper, parent=parent)
        self._mode = STEPS
        self._field: Field | None = None
        self._done = False
        self.autosave = AutoSave(session, self)
        self.papers = PaperWindows(session, self)
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
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- pages ------------------------------------------------------------------------------------------------------

    @property
    def mode(self) -> str:
        """Return "steps" or "whole"."""
        return self._mode

    @property
    def step(self) -> Step:
        """Return the step the user is in."""
        return self.session.wizard.step

    def show_step(self, *, focus: bool = False) -> None:
        """Show the page of the present step, or its place in the whole form."""
        board = FormBoard(self.session, offer_undo=self.footer.offer_undo, as_questions=self._mode == STEPS)
        if self._mode == STEPS:
            page = step_page(self.session, board, self.step)
            add_extras(page, self.session, board, self.step)
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
        """Go to the next step, to the last page, or finish."""
        self._take_all()
        if isinstance(self._page, FinishPage):
            self._finish(self._page)
        elif self._mode == WHOLE or self.session.wizard.is_last:
            self.show_finish()
        else:
            self.session.wizard.next()
            self._save_place()
            self.show_step(focus=True)

    def go_back(self) -> None:
        """Go to the step before this one, or from the last page to the form."""
        self._take_all()
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
        self.autosave.save_now()
        page = FinishPage(self.session)
        page.jump.connect(self.go_to_place)
        page.jump_to_word.connect(self.go_to_word)
        page.confirmed.connect(self.autosave.soon)
        page.confirmed.connect(self._tell_place)
        self.put(page)
        self._field = None
        self._tell_place()
        self._show_help()
        page.focus_first()
        announce(self, page.spoken)

    def _finish(self, page: FinishPage) -> None:
        if not page.is_ready:
            page.go_to_first()
            return
        if not page.reason_is_given() or not page.reason_is_clean():
            return
        if not self.autosave.save_now():
            return
        try:
            made = self.session.finish(page.reason.toPlainText())
        except KnownError as error:
            page.refuse(error)
            return
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
        if isinstance(self._page, FormPage):
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

    def _tell_place(self) -> None:
        """Show where we are: the steps, the words of the buttons, and whom the form is about."""
        self._tell_steps()
        self.bar.refresh()

    def _tell_steps(self) -> None:
        """Show which step is open, how far the others are, and what the buttons do."""
        wizard = self.session.wizard
        findings = wizard.findings()
        marks = {"new": StepMark.NEW, "partial": StepMark.PARTIAL, "done": StepMark.DONE}
        items = [
            StepItem(step.key, _(step.title), marks[wizard.state_of(step, findings).value]) for step in wizard.steps
        ]
        at_end = isinstance(self._page, FinishPage)
        before = self.sidebar.buttons
        self.sidebar.set_steps(items, "" if at_end else wizard.current)
        if self.sidebar.buttons != before:
            # New buttons come last for the Tab key, behind the page; their place is under the way back.
            last: QWidget = self.sidebar.back_button
            for button in self.sidebar.buttons:
                QWidget.setTabOrder(last, button)
                last = button
        self.footer.set_place(wizard.index + 1, len(items))
        self.footer.place.setVisible(not at_end and self._mode == STEPS)
        self.footer.back_button.setVisible(at_end or (self._mode == STEPS and not wizard.is_first))
        self.footer.set_next_words(self._next_words())

    def _next_words(self) -> str:
        if isinstance(self._page, FinishPage):
            words = _("Bewaren") if self.session.flow.scope is Scope.RECORD else _("Vaststellen")
            return words if self._page.is_ready else _("Naar het eerste punt")
        at_last = self._mode == WHOLE or self.session.wizard.is_last
        return _("Afronden") if at_last else _("Volgende")

    def _choose_file(self, key: str) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Bestand kiezen"), str(Path.home()), _("PDF, JPG of PNG (*.pdf *.jpg *.jpeg *.png)")
        )
        if not name or not isinstance(self._page, FormPage):
            return
        try:
            kept = self.session.desk.papers.keep_file(Path(name))
        except KnownError as error:
            self._page.board.row(key).set_error(str(error))
            return
        self._page.board.row(key).set_error("")
        self._page.board.editor(key).apply(kept)

    # --- help and paper ---------------------------------------------------------------------------------------------

    _was_shown = False

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.page.focus_first()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isinstance(self._page, FormPage) or new is None or not self._page.isAncestorOf(new):
            return
        found = self._page.board.field_at(new)
        if found is None:
            return
        field, key = found
        self._field = field
        if self._mode == WHOLE:
            step = self.session.flow.step_of(key)
            if step.key != self.session.wizard.current:
                self.session.wizard.go_to(step.key)
                self._tell_place()
        self._show_help(key)

    def _follow_scroll(self) -> None:
        focused = QApplication.focusWidget()
        if not isinstance(self._page, FormPage) or (focused is not None and self._page.isAncestorOf(focused)):
            return
        key = self._page.step_in_view()
        if key and key != self.session.wizard.current:
            self.session.wizard.go_to(key)
            self._tell_place()
            self._show_help()

    def _show_help(self, key: str = "") -> None:
        guarded = self._field is not None and self._field.guard
        for texts in (self.help, self.folded.texts):
            if isinstance(self._page, FinishPage):
                texts.show_for_finish(record=self.session.flow.scope is Scope.RECORD)
            else:
                texts.show_for(self.step, self._field, guarded=guarded)
            texts.show_talk(self._kind_of_talk(), self.session.person)
        section = self.step.sections[0]
        if key:
            for part in self.step.sections:
                if any(field.key == key for field in part.fields):
                    section = part
        label = self._words_on_paper(key) if key else ""
        words = f"{section.number} {_(section.title)}".strip()
        self.paper.show_place(Place(words, label))

    def _kind_of_talk(self) -> str:
        """Return which talk the help is about, where its rules matter most: the agenda and the talk itself."""
        talks = self.session.flow.key == "gesprek" and self.step.key in ("agenda", "gesprek")
        return str(self.session.answers.get("soort") or "") if talks and isinstance(self._page, FormPage) else ""

    def _words_on_paper(self, key: str) -> str:
        """Return the words by which the paper shows what is being filled in: the row that is open, or the question."""
        field = self.session.flow.field(key)
        if isinstance(field, Table) and isinstance(self._page, FormPage):
            editor = self._page.board.editor(key)
            rows = self.session.answers.get(key)
            index = editor.open_index if isinstance(editor, TableEditor) else None
            if index is not None and isinstance(rows, list) and index < len(rows) and isinstance(rows[index], dict):
                words = str(rows[index].get(field.title_column or field.columns[0].key) or "").split()
                return " ".join(words[:3])
        return _(field.label)

    def _paper_key(self) -> None:
        if not self.session.flow.has_paper:
            return
        if self._narrow:
            self.open_paper()
        else:
            self.bar.switch.toggle()

    def _help_key(self) -> None:
        """Go to the help, and from there back to the field."""
        texts = self.folded.texts if self._narrow else self.help
        if texts.hasFocus():
            if self._narrow:
                self.folded.set_open(on=False)
            if self._came_from is not None:
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._came_from = QApplication.focusWidget()
        if self._narrow:
            self.folded.set_open(on=True)
        texts.setFocus(Qt.FocusReason.TabFocusReason)

    _came_from: QWidget | None = None

    def open_paper(self, *, by_hand: bool = False, layout: str = "form") -> None:
        """Show the draft as a paper in a window of its own; it is made beside the window."""
        self._take_all()
        self.papers.open(by_hand=by_hand, layout=layout)

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
