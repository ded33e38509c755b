"""Lets the guard against health words look along in the free texts of a field."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.fields import FieldEditor
from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks, Hit
from reintegratie_desktop.ui.widgets.guard_panel import GuardPanel


@dataclass(frozen=True)
class _Watched:
    edit: QLineEdit | QPlainTextEdit
    marks: GuardMarks
    panel: GuardPanel


@dataclass(frozen=True)
class GuardedWord:
    """A word that waits for a choice, and where it stands."""

    edit: QLineEdit | QPlainTextEdit
    marks: GuardMarks
    panel: GuardPanel
    hit: Hit

    @property
    def is_current(self) -> bool:
        """Tell whether the panel of this word is open."""
        shown = self.panel.hit
        return self.edit.hasFocus() and shown is not None and shown.start == self.hit.start

    def open(self) -> None:
        """Put the keyboard at the word and open its panel."""
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.marks.go_to(self.hit)
        self.panel.open_for(self.hit)


class FieldGuard(QObject):
    """Follows the free texts of one editor, also when rows are opened and lines come and go.

    Signals: `allowed` when somebody said a word is about work, `failed(KnownError)` when that could not be written.
    """

    allowed = Signal()
    failed = Signal(object)

    def __init__(self, session: FormSession, editor: FieldEditor) -> None:
        super().__init__(editor)
        self._session, self._editor = session, editor
        self._watched: list[_Watched] = []
        self._follow()
        editor.edits_changed.connect(self._follow)

    def _follow(self) -> None:
        self._watched = [item for item in self._watched if isValid(item.edit) and isValid(item.panel)]
        known = [item.edit for item in self._watched]
        for edit in self._editor.text_edits():
            if edit not in known:
                self._watch(edit)

    def _watch(self, edit: QLineEdit | QPlainTextEdit) -> None:
        owner = _editor_of(edit)
        if owner is None or not owner.field.guard:
            return
        marks = GuardMarks(edit, self._session.find_words)
        panel = GuardPanel(marks, who=self._session.person, own_words=owner.field.own_words)
        owner.column.addWidget(panel)
        # A line of a list can go away while its editor stays.
        edit.destroyed.connect(panel.deleteLater)
        panel.kept.connect(self._allow)
        # F8 goes through all texts of the page, so it is not for this field alone.
        edit.installEventFilter(self)
        self._watched.append(_Watched(edit, marks, panel))

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_f8(event):
            event.accept()
            return True
        return False

    def _allow(self, _kind: str, word: str) -> None:
        try:
            self._session.allow_word(word)
        except KnownError as error:
            self.failed.emit(error)
            return
        for item in self._watched:
            if isValid(item.edit):
                item.marks.look()
        self.allowed.emit()

    def look_again(self) -> None:
        """Look at all texts again, after a choice that counts for the whole case."""
        for item in self._watched:
            if isValid(item.edit):
                item.marks.look()

    @property
    def panels(self) -> list[GuardPanel]:
        """Return the panels of the texts that are watched."""
        return [item.panel for item in self._watched if isValid(item.panel)]

    def words(self) -> list[GuardedWord]:
        """Return the words that wait for a choice, in order."""
        found: list[GuardedWord] = []
        for item in self._watched:
            if isValid(item.edit) and item.edit.isVisible():
                item.marks.look()
                found.extend(GuardedWord(item.edit, item.marks, item.panel, hit) for hit in item.marks.hits)
        return found

    def go_to_word(self, word: str) -> bool:
        """Put the keyboard at a word and open its panel; false when it is not here any more."""
        for found in self.words():
            if found.hit.word == word:
                found.open()
                return True
        return False


def _is_f8(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8


def _editor_of(widget: QWidget | None) -> FieldEditor | None:
    while widget is not None:
        if isinstance(widget, FieldEditor):
            return widget
        widget = widget.parentWidget()
    return None
