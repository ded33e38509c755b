"""What stands around the page of a form follows the place of the user: the steps, the buttons, the help, the paper."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reintegratie_desktop.forms.fields import Field, Table
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.flow import Scope, Step
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.frame import FormFrame
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.form.paper_panel import Place
from reintegratie_desktop.ui.form.point_walk import PointWalk
from reintegratie_desktop.ui.form.top_bar import STEPS, WHOLE
from reintegratie_desktop.ui.widgets.steps import StepItem, StepMark


class FollowingFrame(FormFrame):
    """Shows around the page where the user is: which step, which buttons, which help, which part of the paper."""

    def __init__(
        self, session: FormSession, *, show_paper: bool, back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(session, show_paper=show_paper, back=back, parent=parent)
        self._mode = STEPS
        self._field: Field | None = None
        self._came_from: QWidget | None = None
        self._walk = PointWalk()
        self._straight = ""
        """Where the filled button of the first step leads at once, when a name is all that is needed now."""

    @property
    def mode(self) -> str:
        """Return "steps" or "whole"."""
        return self._mode

    @property
    def step(self) -> Step:
        """Return the step the user is in."""
        return self.session.wizard.step

    # --- the steps and the buttons ----------------------------------------------------------------------------------

    def _tell_place(self) -> None:
        """Show where we are: the steps, the words of the buttons, and whom the form is about."""
        self._tell_steps()
        self.bar.refresh()

    def _tell_steps(self) -> None:
        """Show which step is open, how far the others are, and what the buttons do."""
        wizard = self.session.wizard
        findings = wizard.findings()
        items = [
            StepItem(step.key, _(step.title), StepMark(wizard.state_of(step, findings).value)) for step in wizard.steps
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
        finishes_here = isinstance(self._page, FinishPage) and self._page.finishes_here
        self.footer.next_button.setVisible(not finishes_here)
        self.footer.set_words(_("Verder invullen") if at_end else _("Vorige stap"), self._next_words(findings))

    def _next_words(self, findings: Iterable[Finding]) -> str:
        if isinstance(self._page, FinishPage):
            words = {
                Scope.RECORD: _("Gegevens gebruiken"),
                Scope.CASE: _("Papier vaststellen"),
                Scope.CASE_RECORD: _("Bewaren"),
                Scope.JOURNAL: _("In het logboek zetten"),
            }[self.session.flow.scope]
            return words if self._page.is_ready else _("Naar het eerste punt")
        if self._walk.is_on:
            return _("Volgend punt") if self._walk.following(findings) else _("Verder nakijken")
        if self._straight and self.session.wizard.is_first:
            return self._straight
        at_last = self._mode == WHOLE or self.session.wizard.is_last
        return _("Nakijken") if at_last else _("Volgende")

    # --- the help and the paper -------------------------------------------------------------------------------------

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
                texts.show_for_finish(self.session.flow.scope)
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
