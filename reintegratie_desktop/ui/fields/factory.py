"""Finds the editor of a question, and builds the whole row for it."""

from collections.abc import Callable
from typing import Any, Final

from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor
from reintegratie_desktop.ui.fields.choices import ManyEditor, TickEditor, YesNoEditor, choice_editor
from reintegratie_desktop.ui.fields.dates import DayEditor, DayTimeEditor, TimeEditor
from reintegratie_desktop.ui.fields.numbers import NumberEditor, WorkPatternEditor
from reintegratie_desktop.ui.fields.parts import AddressEditor, LimitedEditor, PersonEditor, SignatureEditor
from reintegratie_desktop.ui.fields.shown import AttachmentEditor, ComputedEditor, NoteEditor, ReferenceEditor
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.fields.texts import LinesEditor, LongTextEditor, TextEditor
from reintegratie_desktop.ui.widgets.form_row import FormRow


def _table(declared: Any, context: EditorContext) -> FieldEditor:  # noqa: ANN401 - one kind of field
    return TableEditor(declared, context, make_editor)


EDITORS: Final[dict[str, Callable[[Any, EditorContext], FieldEditor]]] = {
    "text": TextEditor,
    "long_text": LongTextEditor,
    "lines": LinesEditor,
    "day": DayEditor,
    "time": TimeEditor,
    "day_time": DayTimeEditor,
    "number": NumberEditor,
    "percent": NumberEditor,
    "amount": NumberEditor,
    "work_pattern": WorkPatternEditor,
    "yes_no": YesNoEditor,
    "tick": TickEditor,
    "choice": choice_editor,
    "many": ManyEditor,
    "table": _table,
    "rows": _table,
    "person": PersonEditor,
    "address": AddressEditor,
    "limited": LimitedEditor,
    "signature": SignatureEditor,
    "reference": ReferenceEditor,
    "attachment": AttachmentEditor,
    "computed": ComputedEditor,
    "note": NoteEditor,
}
"""The editor per kind of `forms.fields`."""


def make_editor(declared: Field, context: EditorContext) -> FieldEditor:
    """Return the editor of a question. A fixed answer is shown and cannot be typed.

    Raises:
        BugError: this kind of question has no editor.
    """
    try:
        make = EDITORS[declared.kind]
    except KeyError as error:
        raise BugError(f"no editor for kind {declared.kind}") from error
    editor = make(declared, context)
    if declared.fixed:
        editor.set_read_only(True)
    return editor


def make_row(declared: Field, context: EditorContext, *, as_question: bool = False) -> FormRow:
    """Return a question as a form row with its editor (`row.widget`); `as_question` words it as the interview does."""
    editor = make_editor(declared, context)
    label = declared.question if as_question else _(declared.label)
    help_text = "" if editor.shows_label else _(declared.help)
    return FormRow(label, editor, help=help_text, show_label=not editor.shows_label)
