"""What the program already knows: shown as plain words, so that nobody thinks it has to be typed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.fields import Computed, Field, Reference
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor
from reintegratie_desktop.ui.fields.base import as_map
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.fields.shown import reference_words
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.labels import body

_PLAIN = (
    "text", "long_text", "lines", "day", "day_time", "time", "number", "percent", "amount", "reference", "choice",
    "yes_no", "person",
)  # fmt: skip


def is_fact(field: Field) -> bool:
    """Tell whether a field is only shown: carried along, or computed as a line of words."""
    if isinstance(field, Computed):
        return field.shows in _PLAIN
    return field.fixed and field.kept and field.kind in _PLAIN


class FactEditor(FieldEditor):
    """Shows an answer that is not typed here. The keyboard can stand on it, so that a reader reads it."""

    span: int = 6

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.label = body("")
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        ask_ring(self.label, 4)
        self.column.addWidget(self.label)
        self.add_input(self.label)
        self._show(None)

    @override
    def _show(self, value: Any) -> None:
        words = self._words(value)
        self.label.setText(words or _("Nog niet bekend"))
        self.label.set_tone("text" if words else "muted")

    def _words(self, value: Any) -> str:  # noqa: ANN401 - a JSON value
        kind = self.field.shows if isinstance(self.field, Computed) else self.field.kind
        if kind == "reference" or isinstance(self.field, Reference):
            return reference_words(as_map(value), self.context.titles)
        day = as_day(value) if kind == "day" else None
        return day_weekday(day, year=True) if day is not None else shown_answer(self.field, value)

    @override
    def set_accessible(self, name: str, description: str) -> None:
        super().set_accessible(name, description)
        self.label.setAccessibleName(f"{name}: {self.label.text()}")

    @override
    def set_error(self, text: str) -> None:
        """There is no edge to colour; the sentence under it is enough."""
