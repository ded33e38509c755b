"""Known errors on screen: inline where there is a place for it, otherwise in a calm dialog."""

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.dialogs.base import MessageDialog
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind


def notice_for(error: KnownError, *, closable: bool = False) -> Notice:
    """Return a known error as a message to put in a page: what it is, and what to do next."""
    return Notice(NoticeKind.LATE, error.message, error.next_step, closable=closable)


def show_known_error(parent: QWidget | None, error: KnownError) -> MessageDialog:
    """Show a known error in a dialog over the window of `parent`, without waiting for it to be closed."""
    dialog = MessageDialog(error.message, error.next_step, parent=parent.window() if parent is not None else None)
    dialog.open()
    return dialog
