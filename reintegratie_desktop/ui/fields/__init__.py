"""One editor per kind of question."""

from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor
from reintegratie_desktop.ui.fields.factory import EDITORS, make_editor, make_row

__all__ = ["EDITORS", "EditorContext", "FieldEditor", "make_editor", "make_row"]
