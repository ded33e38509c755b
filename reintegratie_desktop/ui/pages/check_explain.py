"""The two things that are written down in the check itself: why something went otherwise, and on which day."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.services.check_drafts import ReasonDraft
from reintegratie_desktop.services.check_views import CheckItemView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.ui.dialogs.parts import DayField
from reintegratie_desktop.ui.fields.dates import DayEditor
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks
from reintegratie_desktop.ui.widgets.guard_panel import GuardPanel
from reintegratie_desktop.ui.widgets.labels import small, strong
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit

_KEEP_MS: Final = 400
"""What is typed is kept this long after it was typed at the latest."""
_LINES: Final = 3
_DAYS: Final = {
    "gewerkte_uren": N_("Tot en met welke dag zijn de uren opgeschreven?"),
    "resultaat": N_("Op welke dag schreven jullie dit op?"),
    "uwv_bevestiging": N_("Op welke dag heb je de bevestiging bewaard?"),
}


def explain_label(item: CheckItemView) -> str:
    """Return the question above the field for the reason."""
    if item.reason_replaces:
        return _("Waarom is dit nu niet nodig?")
    if item.stand is Stand.ONTBREEKT:
        return _("Leg uit waarom het er nog niet is")
    return _("Leg uit waarom het later werd")


class ExplainPart(QWidget):
    """The reason, whether both agree, and the day. Words that may be about health are asked about while typing.

    `allowed()` gives the words that are about work, `allow(word)` remembers one. What is typed is handed to
    `keep(draft)` by itself, also when the keyboard leaves the field or a key of the window is pressed.
    """

    kept = Signal()

    def __init__(
        self,
        item: CheckItemView,
        *,
        name: str,
        today: date,
        draft: ReasonDraft | None,
        allowed: Callable[[], frozenset[str]],
        allow: Callable[[str], None],
        keep: Callable[[ReasonDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._keep = keep
        self._is_changed = False
        told = item.explanation if item.explanation is not None and not item.explanation.op_papier else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if item.explanation is not None and item.explanation.op_papier:
            column.addWidget(strong(_("Op het papier staat al")))
            column.addWidget(small(item.explanation.reden, "text"))
        self.edit = GrowingEdit(_LINES)
        reason = draft.reason if draft else told.reden if told else ""
        self.edit.set_text(reason)
        self.row = FormRow(explain_label(item), self.edit)
        column.addWidget(self.row)
        # Read once: the marks look a last time when the keyboard leaves, and by then the file may be closed.
        self._allowed = allowed()
        self.marks = GuardMarks(self.edit, lambda text: find(text, allowed=self._allowed))
        self.guard = GuardPanel(self.marks, who=name)
        self.guard.kept.connect(lambda _kind, word: self._allow(word, allow, allowed))
        column.addWidget(self.guard)
        advice = _("Schrijf alleen over het werk en de planning.")
        column.addWidget(small(f"{item.explanation_goes_to} {advice}"))
        self.both = CheckBox(
            _("{naam} is het met deze uitleg eens").format(naam=name),
            _("Pas als jullie het allebei eens zijn, telt deze uitleg.") if item.needs_both else "",
        )
        self.both.setChecked(draft.both_agree if draft else bool(told and told.beide_eens))
        column.addWidget(self.both)
        label = _("Op welke dag spraken jullie dit af?") if item.needs_both else _("Op welke dag schreef je dit op?")
        self.day_field = DayField(label, today, start=told.datum if told else today)
        if draft is not None and draft.day:
            self._day_editor().set_value(draft.day)
        column.addWidget(self.day_field)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self.keep_now)
        self.edit.textChanged.connect(self._touched)
        self.edit.editing_finished.connect(self.keep_now)
        self.edit.installEventFilter(self)
        self.both.toggled.connect(self._ticked)
        self._day_editor().changed.connect(self._touched)

    def _allow(self, word: str, allow: Callable[[str], None], allowed: Callable[[], frozenset[str]]) -> None:
        """Remember that a word is about the work, and look again: it may stand in the text more than once."""
        allow(word)
        self._allowed = allowed()
        self.marks.look()

    def _day_editor(self) -> DayEditor:
        editor = self.day_field.widget
        assert isinstance(editor, DayEditor)
        return editor

    @property
    def draft(self) -> ReasonDraft:
        """Return what stands in the fields."""
        return ReasonDraft(self.edit.toPlainText(), self.both.isChecked(), str(self._day_editor().value() or ""))

    def _touched(self) -> None:
        self.row.set_error("")
        self._is_changed = True
        # Somebody who types on and on would never pause: the time runs from the first letter.
        if not self._timer.isActive():
            self._timer.start()

    def _ticked(self) -> None:
        self._touched()
        self.keep_now()

    def keep_now(self) -> None:
        """Keep what is typed, if it changed since the last time."""
        if self._is_changed:
            self.forget()
            self._keep(self.draft)
            self.kept.emit()

    def forget(self) -> None:
        """Keep nothing more: it was written down."""
        self._is_changed = False
        self._timer.stop()

    def show_word(self) -> bool:
        """Put the keyboard at the first word that waits for a choice; false when there is none."""
        self.marks.look()
        hits = self.marks.hits
        if not hits:
            return False
        self.edit.setFocus()
        self.marks.go_to(hits[0])
        self.guard.open_for(hits[0])
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        # Before a key of the window is used, such as the one that locks, nothing may be on its way.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = event.text()
            if not typed or not typed.isprintable():
                self.keep_now()
        return False


class ConfirmPart(QWidget):
    """On which day something was done outside the program, or that it was filled in."""

    def __init__(self, item: CheckItemView, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.day_field: DayField | None = None
        self.button: Button | None = None
        """What writes the day down; it stands with the field, never one without the other."""
        if item.confirmed_on is not None:
            column.addWidget(strong(_("Ingevuld")))
            column.addWidget(small(day_weekday(item.confirmed_on, year=True), "text"))
            return
        self.day_field = DayField(_(_DAYS.get(item.id, N_("Op welke dag is dit gedaan?"))), today)
        column.addWidget(self.day_field)
