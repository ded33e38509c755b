"""What every editor of a question has in common."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import Field, Option
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.talk_guide import WRITE_ONLY
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.widgets.form_row import mark_invalid
from reintegratie_desktop.ui.widgets.keyboard import in_order

Undo = Callable[[], None]
SAID_ABOVE: Final = frozenset({WRITE_ONLY, WORK_ONLY})
"""Help that the line of the guard above the fields says already."""


def _no_answers() -> Answers:
    return {}


@dataclass(frozen=True)
class EditorContext:
    """What an editor knows besides its question.

    `answers` gives the other answers of the form (for columns that are asked or computed on a condition), `form` is
    the context of the form. `offer_undo(sentence, undo)` shows "weggehaald, ongedaan maken" in the footer; without
    it the editor shows that itself. `references(flow)` lists the versions a `Reference` can point to.
    """

    today: date
    form: Context | None = None
    answers: Callable[[], Answers] = _no_answers
    offer_undo: Callable[[str, Undo], None] | None = None
    references: Callable[[str], Sequence[Mapping[str, Any]]] | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    """The title per flow key, for references."""
    as_questions: bool = False
    """The columns of a row are worded as the interview asks them."""

    @property
    def form_context(self) -> Context:
        """Return the context of the form, or an empty one."""
        return self.form if self.form is not None else Context(today=self.today)


class FieldEditor(QWidget):
    """Edits the answer of one question. `value` and `set_value` speak JSON in the shapes of `forms.fields`.

    An empty answer is None, an empty list []. What cannot be read, such as a half-typed date, comes out as it was
    typed: the draft loses nothing, and the check of the form says what is wrong. As long as the user changed nothing,
    `value` gives back exactly what `set_value` was given.

    Signals: `changed` at every edit by the user; `editing_finished` when a part is done; `requested(key)` when the
    owner has to do something (choose a file); `edits_changed` when the list of `text_edits` is another one.
    """

    changed = Signal()
    editing_finished = Signal()
    requested = Signal(str)
    edits_changed = Signal()

    span: int = 12
    """How many of twelve columns the editor likes to have in a `FieldGrid`."""
    shows_label: ClassVar[bool] = False
    """The editor shows the label itself, such as a box to tick."""

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = declared
        self.context = context
        self._stored: Any = None
        self._dirty = False
        self._showing = False
        self.label_text = _(declared.label)
        self.description = ""
        self._inputs: list[tuple[QWidget, str]] = []
        # Holds the place of this question on the way of the Tab key, for controls that are made later.
        self._anchor = QWidget(self)
        self._anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._anchor.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def key(self) -> str:
        """Return the key of the question."""
        return self.field.key

    @property
    def main_input(self) -> QWidget:
        """Return the first control, which the label belongs to.

        There are no focus proxies here: Qt's Tab key stops at a proxy that is hidden, and passes by a chosen answer.
        """
        return self._inputs[0][0] if self._inputs else self

    @property
    def is_touched(self) -> bool:
        """Tell whether the user changed something since the last `set_value`."""
        return self._dirty

    @property
    def has_keyboard(self) -> bool:
        """Tell whether one of the controls has the keyboard."""
        return any(widget.hasFocus() for widget, _part in self._inputs)

    def value(self) -> Any:  # noqa: ANN401 - a JSON value
        """Return the answer as JSON."""
        return self._read() if self._dirty else deepcopy(self._stored)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Show an answer; `changed` is not emitted."""
        self._stored = deepcopy(value)
        self._dirty = False
        self._showing = True
        try:
            self._show(self._stored)
        finally:
            self._showing = False

    def apply(self, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Show an answer the user chose elsewhere, such as a file, and report it as a change."""
        self.set_value(value)
        self.changed.emit()
        self.editing_finished.emit()

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Show an answer of any JSON shape."""

    def _read(self) -> Any:  # noqa: ANN401 - a JSON value
        """Return the answer that stands on the screen."""
        return deepcopy(self._stored)

    def _touch(self) -> None:
        """Report an edit of the user; while an answer is being shown nothing is reported."""
        if not self._showing:
            self._dirty = True
            self.changed.emit()

    def _finish(self) -> None:
        if not self._showing:
            self.editing_finished.emit()

    def add_input(self, widget: QWidget, part: str = "") -> None:
        """Register a control that can have the keyboard; `part` names it within the question, such as "postcode"."""
        self._inputs.append((widget, part))
        self._name_input(widget, part)
        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(self._touch)
            widget.editingFinished.connect(self._finish)
            widget.returnPressed.connect(self._next)

    def order_keyboard(self, widgets: Sequence[QWidget]) -> None:
        """Put controls that were made later on the way of the Tab key, at the place of this question."""
        in_order([self._anchor, *widgets])

    def _next(self) -> None:
        """Go to the next field: Enter in a one-line field never finishes a form."""
        self.focusNextChild()

    def _name_input(self, widget: QWidget, part: str) -> None:
        name = f"{self.label_text}, {part}" if part else self.label_text
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(self.description)

    def set_accessible(self, name: str, description: str) -> None:
        """Give all controls their accessible name and description."""
        self.label_text, self.description = name, description
        self.setAccessibleName(name)
        for widget, part in self._inputs:
            self._name_input(widget, part)

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the options of a question whose list follows from other answers; others ignore it."""

    def set_error(self, text: str) -> None:
        """Mark the controls as wrong; the sentence itself stands in the `FormRow`."""
        for widget, _part in self._inputs:
            mark_invalid(widget, on=bool(text))

    def focus_first(self) -> None:
        """Put the keyboard in the first control and scroll it into view."""
        if self._inputs:
            self._inputs[0][0].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, place: str) -> None:
        """Put the keyboard at a place within the answer, such as `[2].datum` in a table."""
        self.focus_first()

    def set_read_only(self, on: bool) -> None:
        """Show the answer without letting it be changed."""
        for widget, _part in self._inputs:
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.setReadOnly(on)
                mark_polish(widget)
            elif isinstance(widget, QAbstractButton | QComboBox):
                widget.setEnabled(not on)

    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        """Return the fields with free text, for the guard; empty for every other kind."""
        return []


def mark_polish(widget: QWidget) -> None:
    """Let the style sheet look at the properties of a widget again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def as_text(value: object) -> str:
    """Return a JSON value as the text of a field: "" for None, and whatever else it was in words."""
    return "" if value is None else str(value)


def as_map(value: object) -> dict[str, Any]:
    """Return a JSON object, or an empty one for anything else."""
    return dict(value) if isinstance(value, Mapping) else {}
