"""Ties the fields of a page to the session: takes over every change, and shows what follows from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from reintegratie_desktop.forms.fields import Computed, Field, Many, Note
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flow import Step
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.rules_talk import choose_kind
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.formatting import sentence_start
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor, make_row
from reintegratie_desktop.ui.fields.base import Undo
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.facts import FactEditor, is_fact
from reintegratie_desktop.ui.form.guarding import FieldGuard
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.patience import after_click

_TYPING_MS: Final = 150
"""After a key what follows from an answer waits this long, so that typing never stutters."""
_AT_ONCE: Final = ("yes_no", "tick", "choice", "many", "signature", "table", "rows", "limited", "reference")
_TONES: Final[dict[Level, tuple[Any, str]]] = {
    Level.WARN: ("soon", "triangle-alert"),
    Level.HINT: ("muted", "info"),
    Level.MISSING: ("soon", "circle-dashed"),
    Level.OPEN: ("soon", "circle-dashed"),
}
_ORDER: Final = (Level.MISSING, Level.OPEN, Level.WARN, Level.HINT)
"""Of several things to say at a field the first of these is said."""


@dataclass
class _Shown:
    """A field on the page with what was last shown of it."""

    field: Field
    step: Step
    row: FormRow
    guard: FieldGuard
    computed: object = None
    options: object = None
    was_left: bool = False
    is_offered: bool = False
    """The program filled it in and nobody was at it yet: what is wrong with it is not said in red."""
    said: str = ""
    """The error a screen reader heard last, on the row or at a cell of it."""

    @property
    def editor(self) -> FieldEditor:
        editor = self.row.widget
        assert isinstance(editor, FieldEditor)
        return editor


class FormBoard(QObject):
    """The fields of one page, tied to the session.

    Signals: `changed(key)` at every edit, `left` when a part is done, `requested(key)` for a file, `failed(KnownError)`
    when a choice could not be written down.

    `refreshed` comes after every change in what the page shows, so that its owner can keep the field with the keyboard
    at its place on the screen. While a mouse button is down nothing changes: the click has to land first.
    """

    changed = Signal(str)
    left = Signal()
    requested = Signal(str)
    failed = Signal(object)
    refreshed = Signal()

    def __init__(
        self,
        session: FormSession,
        *,
        offer_undo: Callable[[str, Undo], None] | None = None,
        as_questions: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._as_questions = as_questions
        self._shown: dict[str, _Shown] = {}
        self._pointed: dict[str, Finding] = {}
        self._told: set[str] = set()
        self._full: dict[str, Any] = session.full_answers()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: after_click(self, self.refresh))
        self._context = EditorContext(
            today=session.desk.today,
            form=session.wizard.context,
            answers=lambda: self._full,
            offer_undo=offer_undo,
            references=session.references,
            titles={key: _(flow_of(key).title) for key in KEYS},
            as_questions=as_questions,
        )

    @property
    def context(self) -> EditorContext:
        """Return what the editors know besides their question."""
        return self._context

    def add(self, field: Field, step: Step, *, with_help: bool = True) -> FormRow:
        """Make the row of a field. What is asked at print time only becomes a text to read."""
        if is_fact(field):
            row = FormRow(_(field.label), FactEditor(field, self._context), help=_(field.help) if with_help else "")
        else:
            declared = field if field.kept else Note(key=field.key, label=field.label, body=field.help)
            row = make_row(declared, self._context, as_question=self._as_questions)
            if not with_help and field.kept:
                row.set_help("")
        editor = row.widget
        assert isinstance(editor, FieldEditor)
        shown = _Shown(field, step, row, FieldGuard(self.session, editor))
        self._shown[field.key] = shown
        if field.kept and not isinstance(field, Note | Computed):
            editor.set_value(self._full.get(field.key))
            value = self._full.get(field.key)
            shown.was_left = not field.is_empty(value)
            shown.is_offered = shown.was_left and value == field.start_value(self.session.wizard.context)
            editor.changed.connect(lambda: self._take(shown))
            editor.editing_finished.connect(lambda: self._leave(shown))
            editor.requested.connect(self.requested)
            if isinstance(editor, TableEditor):
                # What a cell says is not said under the list as well, and the other way round when the row closes.
                editor.edits_changed.connect(lambda: self._timer.start(_TYPING_MS))
            shown.guard.allowed.connect(self.left)
            shown.guard.failed.connect(self.failed)
            self._ask_if_carried(shown)
        elif isinstance(field, Computed):
            editor.set_value(self._full.get(field.key))
        return row

    def _ask_if_carried(self, shown: _Shown) -> None:
        carried = self.session.carried(shown.field.key)
        if carried is not None and not carried.confirmed:
            sentence = _("Overgenomen uit {bron}, klopt dit nog?").format(bron=carried.title)
            shown.row.set_carried(sentence, lambda: self._confirm(shown))

    def _confirm(self, shown: _Shown) -> None:
        self.session.confirm(shown.field.key)
        self.changed.emit(shown.field.key)

    # --- changes --------------------------------------------------------------------------------------------------

    def _take(self, shown: _Shown) -> None:
        """Take an edit over at once; what follows from it may come a moment later."""
        key = shown.field.key
        self._answer(key, shown.editor.value())
        for place in [place for place in self._told if key_of(place) == key]:
            self._told.remove(place)
            del self._pointed[place]
        shown.row.answer_carried(_("Aangepast."))
        self._timer.start(0 if shown.field.kind in _AT_ONCE else _TYPING_MS)
        self.changed.emit(key)

    def _answer(self, key: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        values = {key: value}
        if (self.session.flow.key, key) == ("gesprek", "soort") and isinstance(value, str):
            # The points of the talk follow its kind for as long as nobody changed them.
            values = choose_kind(self.session.answers, value, self.session.wizard.context)
        self.session.answer(values)
        for other in values.keys() - {key}:
            if other in self._shown:
                self._shown[other].editor.set_value(values[other])

    def _leave(self, shown: _Shown) -> None:
        shown.was_left, shown.is_offered = True, False
        self._timer.start(0)
        self.left.emit()

    def take_all(self) -> None:
        """Take over what stands on the page but was not reported, such as a row that is still open."""
        for shown in self._shown.values():
            if shown.editor.is_touched and shown.editor.value() != self.session.answers.get(shown.field.key):
                self.session.answer({shown.field.key: shown.editor.value()})

    # --- what follows from the answers ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show or hide fields, fill in what is computed, offer the right options, and say what was found."""
        self._timer.stop()
        self._full = self.session.full_answers()
        context = self.session.wizard.context
        steps = {step.key for step in self.session.wizard.steps}
        for shown in self._shown.values():
            asked = shown.step.key in steps and shown.field.is_asked(self._full, context)
            if asked == shown.row.isHidden():
                shown.row.setVisible(asked)
            self._follow(shown)
        self._show_findings(self.session.wizard.findings())
        self.refreshed.emit()

    def _follow(self, shown: _Shown) -> None:
        field, editor = shown.field, shown.editor
        value = self._full.get(field.key)
        if isinstance(field, Computed):
            if value != shown.computed:
                shown.computed = value
                editor.set_value(value)
        elif isinstance(field, Many) and field.from_answers is not None:
            options = field.options_for(self._full, self.session.wizard.context)
            if options != shown.options:
                shown.options = options
                editor.set_options(options)
        elif self._is_derived(field) and value != editor.value() and not _has_keyboard(editor):
            editor.set_value(value)

    def _is_derived(self, field: Field) -> bool:
        return field.derive is not None and field.is_empty(self.session.answers.get(field.key))

    def _show_findings(self, findings: Iterable[Finding]) -> None:
        by_key: dict[str, list[Finding]] = {}
        told = [self._pointed[place] for place in self._told]
        for finding in (*findings, *told):
            if not finding.is_open or finding.field in self._pointed:
                by_key.setdefault(key_of(finding.field), []).append(finding)
        for key, shown in self._shown.items():
            if isinstance(shown.field, Note) or not shown.field.kept:
                continue
            found = by_key.get(key, [])
            if not shown.was_left and not isinstance(shown.field, Computed):
                # Why the program answered, or left it to people, is told before anybody comes there.
                follows = shown.field.derive is not None
                found = [finding for finding in found if follows and finding.level is Level.HINT]
            if shown.is_offered:
                found = [finding for finding in found if finding.level is not Level.BLOCK]
            self._show_error(shown, [finding for finding in found if finding.level is Level.BLOCK])
            self._show_note(shown, [finding for finding in found if finding.level is not Level.BLOCK])

    def _show_error(self, shown: _Shown, blocks: list[Finding]) -> None:
        words = self._words(shown, blocks[0]) if blocks else ""
        # While somebody is typing, a message may go but none comes up.
        if isinstance(shown.editor, TableEditor):
            shown.editor.set_place_errors(
                {finding.field.removeprefix(finding.key): finding.message for finding in reversed(blocks)}
            )
        sent_here = any(key_of(place) == shown.field.key for place in self._pointed)
        if words and not shown.said and not sent_here and _has_keyboard(shown.editor):
            return
        if words and words != shown.said and shown.row.isVisible():
            announce(shown.row, words)
        shown.said = words
        if blocks and isinstance(shown.editor, TableEditor) and shown.editor.says_at_cell(blocks[0].field):
            # The cell says it already, with the question it belongs to: twice the same is once too often.
            words = ""
        shown.row.set_error(words)

    def _show_note(self, shown: _Shown, found: list[Finding]) -> None:
        if isinstance(shown.editor, TableEditor):
            cells = {finding.field: finding for finding in found if finding.is_open}
            shown.editor.set_place_notes(
                {place.removeprefix(shown.field.key): finding.message for place, finding in cells.items()}
            )
            found = [finding for finding in found if finding.field not in cells or "]." not in finding.field]
        if not found:
            shown.row.set_note("")
            return
        sent = list(self._pointed.values())
        first = min(found, key=lambda finding: (finding not in sent, _ORDER.index(finding.level)))
        sent_here = any(key_of(place) == shown.field.key for place in self._pointed)
        if not shown.row.note and not sent_here and _has_keyboard(shown.editor) and _is_typed_in(shown.editor):
            return
        tone, icon = _TONES[first.level]
        shown.row.set_note(self._words(shown, first), tone, icon)

    def _words(self, shown: _Shown, finding: Finding) -> str:
        if finding.field == shown.field.key:
            return finding.message
        place = self.session.label_of(finding.field)
        return f"{sentence_start(place)}. {finding.message}"

    # --- finding one's way ------------------------------------------------------------------------------------------

    def point_at(self, place: str, message: str) -> None:
        """Say at a field what the list of what misses said about it, until that is solved."""
        shown = self._shown.get(key_of(place))
        if shown is None:
            return
        shown.was_left, shown.is_offered = True, False
        findings = self.session.wizard.findings()
        there = [finding for finding in findings if finding.field == place]
        self._pointed[place] = next(
            (finding for finding in there if finding.message == message), Finding(Level.MISSING, place, message)
        )
        if not there:
            # What only the list knows, such as dots to fill in, is told until the answer changes.
            self._told.add(place)
        self._show_findings(findings)
        if isinstance(shown.editor, TableEditor):
            for finding in there:
                if finding.level is Level.BLOCK:
                    shown.editor.set_place_error(place.removeprefix(shown.field.key), finding.message)
        self.refreshed.emit()

    @property
    def keys(self) -> list[str]:
        """Return the keys of the fields on this page."""
        return list(self._shown)

    def row(self, key: str) -> FormRow:
        """Return the row of a field."""
        return self._shown[key].row

    def editor(self, key: str) -> FieldEditor:
        """Return the editor of a field."""
        return self._shown[key].editor

    def field_at(self, widget: QWidget | None) -> tuple[Field, str] | None:
        """Return the question a widget belongs to, a column for a cell, and the key of the field on this page."""
        inner: Field | None = None
        while widget is not None:
            if isinstance(widget, FieldEditor):
                inner = inner or widget.field
                for key, shown in self._shown.items():
                    if shown.editor is widget:
                        return (shown.field if inner.key == key else inner), key
            widget = widget.parentWidget()
        return None

    def guard_at(self, key: str) -> FieldGuard:
        """Return the guard of a field."""
        return self._shown[key].guard

    def next_word(self) -> bool:
        """Go to the next word of the guard on this page, from the first again after the last; false without words."""
        words = [word for shown in self._shown.values() for word in shown.guard.words()]
        if not words:
            return False
        current = [number for number, word in enumerate(words) if word.is_current]
        words[(current[0] + 1) % len(words) if current else 0].open()
        return True

    def focus(self, place: str) -> FormRow | None:
        """Put the keyboard at a place, `key` or `key[2].column`; returns its row, None when it is not on this page."""
        key = key_of(place)
        shown = self._shown.get(key)
        if shown is None:
            return None
        rest = place.removeprefix(key)
        if rest:
            shown.editor.focus_place(rest)
        else:
            shown.row.focus_first()
        return shown.row


def key_of(place: str) -> str:
    """Return the key of the field a place is in: of `taken[2].uren` that is `taken`."""
    return place.split("[", 1)[0].split(".", 1)[0]


def _has_keyboard(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def _is_typed_in(editor: FieldEditor) -> bool:
    """Tell whether somebody types in this field: then a message waits until the field is left."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit) and not isinstance(editor, TableEditor)
