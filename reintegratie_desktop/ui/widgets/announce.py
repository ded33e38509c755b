"""Speaks one sentence through the screen reader, politely, without moving the focus."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Let a screen reader say a sentence; `at_once` interrupts what it is saying, for a wrong password and the like."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - dear, and not said at once

    event = QAccessibleAnnouncementEvent(widget, sentence)
    levels = QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Assertive if at_once else levels.Polite)
    QAccessible.updateAccessibility(event)
