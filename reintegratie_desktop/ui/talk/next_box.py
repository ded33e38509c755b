"""The box under a talk with the next one: the day and the time, and that calling earlier is always fine."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.talk import Talk
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor, make_row
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import quiet, secondary
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.labels import small, strong


class NextBox(Surface):
    """Shows the next talk, and asks for it in place.

    Signals: `changed`, `closed`, `asked` for another day, `later` for "later invullen".
    """

    changed = Signal()
    closed = Signal()
    later = Signal()
    asked = Signal()

    def __init__(self, talk: Talk, context: EditorContext) -> None:
        super().__init__("soft", "", 8)
        self._talk = talk
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._shown = QWidget()
        line = QHBoxLayout(self._shown)
        line.setContentsMargins(16, 9, 22, 9)
        line.setSpacing(12)
        line.addWidget(IconLabel("calendar", "accent", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.moment = strong("")
        self.call = small("")
        words.addWidget(self.moment)
        words.addWidget(self.call)
        line.addLayout(words, 1)
        self.button = quiet(_("Wijzig"))
        self.button.clicked.connect(self.asked)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._asked = QWidget()
        form = QVBoxLayout(self._asked)
        form.setContentsMargins(16, 12, 16, 12)
        form.setSpacing(8)
        self.row = make_row(talk.session.flow.field("volgende"), context, as_question=True)
        editor = self.row.widget
        assert isinstance(editor, FieldEditor)
        self.editor = editor
        self.editor.changed.connect(self._take)
        self.editor.editing_finished.connect(self._say_problem)
        form.addWidget(self.row)
        self.may_call = CheckBox(_("{naam} mag altijd eerder bellen").format(naam=talk.session.person))
        self.may_call.toggled.connect(self._take_call)
        form.addWidget(self.may_call)
        self.later_button = quiet(_("Later invullen"))
        self.done_button = secondary(_("Klaar"), icon="check", small=True)
        self.later_button.clicked.connect(self.later)
        self.done_button.clicked.connect(self._done)
        form.addLayout(row(None, self.later_button, self.done_button))
        whole.addWidget(self._shown)
        whole.addWidget(self._asked)
        self._asked.hide()
        self.refresh()

    @property
    def is_asking(self) -> bool:
        """Tell whether the day is being filled in."""
        return not self._asked.isHidden()

    @property
    def is_at_end(self) -> bool:
        """Tell whether the day is asked for because the talk ends."""
        return self.is_asking and not self.later_button.isHidden()

    def refresh(self) -> None:
        """Show the next talk as the form knows it."""
        name, moment = self._talk.session.person, self._talk.next_words
        self.moment.setText(
            _("Volgend gesprek: {moment}").format(moment=moment) if moment else _("Volgend gesprek: nog geen dag")
        )
        self.call.setText(
            _("{naam} mag altijd eerder bellen.").format(naam=name)
            if self._talk.may_call
            else _("Spreek ook af: eerder bellen mag altijd.")
        )
        self.button.set_text(_("Wijzig") if moment else _("Kies een dag"))
        self.button.setAccessibleDescription(self.moment.text())

    def ask(self, *, at_end: bool = False, focus: bool = True) -> None:
        """Let the day be filled in here; `at_end` offers to do that later."""
        self.editor.set_value(self._talk.session.answers.get("volgende"))
        self.may_call.setChecked(self._talk.may_call)
        self.later_button.setVisible(at_end)
        self._shown.hide()
        self._asked.show()
        self._say_problem()
        if focus:
            self.row.focus_first()

    def close_editor(self) -> bool:
        """Show the day again; false when nothing was being filled in."""
        if not self.is_asking:
            return False
        self._asked.hide()
        self._shown.show()
        self.refresh()
        return True

    def _take(self) -> None:
        self._talk.set_next(self.editor.value())
        self.row.set_error("")
        self.changed.emit()

    def _done(self) -> None:
        if self.is_at_end and self._talk.next_problem():
            self._say_problem()
            self.row.focus_first()
        else:
            self.closed.emit()

    def _say_problem(self) -> None:
        self.row.set_error(self._talk.next_problem())

    def _take_call(self, on: bool) -> None:
        if on != self._talk.may_call:
            self._talk.set_may_call(on=on)
            self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
