"""Filling in a form: the interview, the whole form, the help and the paper beside it, and finishing."""

from reintegratie_desktop.ui.form.form_view import FormView
from reintegratie_desktop.ui.form.preview_window import PreviewWindow

__all__ = ["FormView", "PreviewWindow"]
