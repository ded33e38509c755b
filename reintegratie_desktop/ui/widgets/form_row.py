"""One row of a form: the label above, the field, help, and a sentence below when something is wrong.

It ties them together for the keyboard and the screen reader, so that no screen does this by hand.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.keyboard import chain_of, put_after
from reintegratie_desktop.ui.widgets.labels import Label, Tone, small, strong


class MessageLine(QWidget):
    """A sentence with a sign before it, hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(7)
        self._icon = IconLabel("triangle-alert", "late", 16)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.label = Label("", "small_strong", "late", wrap=True)
        line.addWidget(self.label, 1)
        self.hide()

    def keep_height(self) -> None:
        """Be as high as one line of words from now on, also without them."""
        self.setMinimumHeight(self.label.fontMetrics().lineSpacing() + 4)

    def say(self, text: str, tone: Tone = "late", icon: str = "triangle-alert", role: str = "small_strong") -> None:
        """Show a sentence; an empty one hides the line."""
        self._icon.set_icon(icon, tone)
        self.label.set_tone(tone)
        self.label.set_role(role)
        self.label.setText(text)
        self.setVisible(bool(text))


class FormRow(QWidget):
    """A labelled field with help and messages.

    The field's accessible name is the label, its description the help and what is wrong with it. A `FieldEditor` is
    named through its own `set_accessible`, so that all its parts get a name.
    """

    def __init__(
        self,
        label: str,
        widget: QWidget,
        *,
        help: str = "",  # noqa: A002 - the word the forms use
        show_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.widget = widget
        self._text, self._help, self._error, self._note = label, help, "", ""
        self._look: tuple[Tone, str] = ("muted", "info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = strong(_shown(label))
        self.label.setBuddy(getattr(widget, "main_input", widget))
        self.help_label = small(help)
        self.error_line = MessageLine()
        self.note_line = MessageLine()
        self._carried: Surface | None = None
        self._answered: Surface | None = None
        self._carried_button: Button | None = None
        self._apart = False
        self._keeps_room = False
        for part in (self.label, self.help_label, widget, self.error_line, self.note_line):
            column.addWidget(part)
        # Only inside the row: a widget that is shown before it has a parent is a window for a moment.
        self.label.setVisible(show_label and bool(label))
        self.help_label.setVisible(bool(help))
        self._column = column
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    def set_label(self, text: str) -> None:
        """Change the label, and with it the accessible name."""
        self._text = text
        self.label.setText(_shown(text))
        self._name()

    def set_help(self, text: str) -> None:
        """Change the help under the label."""
        self._help = text
        self.help_label.setText(text)
        self.help_label.setVisible(bool(text))
        self._name()

    @property
    def error(self) -> str:
        """Return the sentence that is shown as wrong, or ""."""
        return self._error

    def set_error(self, text: str) -> None:
        """Say under the field what is wrong, with a sign and a red edge; "" takes it away. Typing is never stopped."""
        if text == self._error:
            return
        self._error = text
        self._say()
        mark = getattr(self.widget, "set_error", None)
        if callable(mark):
            mark(text)
        else:
            mark_invalid(self.widget, on=bool(text))
        self._name()

    @property
    def note(self) -> str:
        """Return the calm sentence under the field, or ""."""
        return self._note

    def set_note(self, text: str, tone: Tone = "muted", icon: str = "info") -> None:
        """Say something calm under the field, such as "9 uur past bij het advies"; "" takes it away."""
        self._note, self._look = text, (tone, icon)
        self._say()
        self._name()

    def keep_message_room(self) -> None:
        """Keep room for one line under the field, so that what stands below does not move when something is said."""
        self._keeps_room = True
        for line in (self.error_line, self.note_line):
            line.keep_height()
        self._say()

    def messages_apart(self) -> list[QWidget]:
        """Give away the lines with messages, for a place with more room; they name the question from now on."""
        self._apart = True
        self._say()
        return [self.error_line, self.note_line]

    def messages_back(self) -> None:
        """Put the lines with messages under the field again."""
        if self._apart:
            self._apart = False
            for part in (self.error_line, self.note_line):
                self._column.addWidget(part)
            self._say()

    def _say(self) -> None:
        name = f"{self._text.rstrip('?')}: " if self._apart else ""
        tone, icon = self._look
        self.error_line.say(f"{name}{self._error}" if self._error else "")
        self.note_line.say(f"{name}{self._note}" if self._note else "", tone, icon, "small")
        if self._keeps_room:
            policy = self.note_line.sizePolicy()
            policy.setRetainSizeWhenHidden(not self._error)
            self.note_line.setSizePolicy(policy)

    def set_carried(self, text: str, on_confirm: Callable[[], None] | None = None) -> None:
        """Say that the answer came from an earlier paper and ask whether it is still right; "" takes it away.

        `on_confirm` is called when the user says so; changing the answer takes the question away too.
        """
        for strip in (self._carried, self._answered):
            if strip is not None:
                self._column.removeWidget(strip)
                strip.deleteLater()
        self._carried = self._answered = None
        if not text:
            return
        strip = Surface("soft", "", 5)
        line = QHBoxLayout(strip)
        line.setContentsMargins(10, 3, 4, 3)
        line.setSpacing(8)
        self._carried_icon = IconLabel("copy", "accent", 15)
        self._carried_words = small(text)
        line.addWidget(self._carried_icon)
        line.addWidget(self._carried_words, 1)
        if on_confirm is not None:
            button = quiet(_("Ja, klopt"))
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            self._carried_button = button
            button.setAccessibleDescription(f"{self._text}. {text}")
            button.clicked.connect(lambda: self._confirm(on_confirm))
            line.addWidget(button)
        self._carried = strip
        self._column.insertWidget(self._column.indexOf(self.widget) + 1, strip)
        put_after(self.widget, chain_of(strip))
        self._name()

    @property
    def is_carried(self) -> bool:
        """Tell whether the question "klopt dit nog?" stands open."""
        return self._carried is not None

    def answer_carried(self, words: str) -> None:
        """Put an answer in the place of the question "klopt dit nog?"; the room stays, so that nothing moves."""
        if self._carried is None:
            return
        self._carried, self._answered = None, self._carried
        self._carried_icon.set_icon("check", "muted")
        self._carried_words.setText(words)
        if self._carried_button is not None:
            self._carried_button.hide()
        self._name()

    def _confirm(self, on_confirm: Callable[[], None]) -> None:
        self.focus_first()
        self.answer_carried(_("Nagekeken."))
        on_confirm()

    def focus_first(self) -> None:
        """Put the keyboard in the field."""
        go = getattr(self.widget, "focus_first", None)
        if callable(go):
            go()
        else:
            self.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _name(self) -> None:
        description = " ".join(part for part in (self._error, self._help, self._note) if part)
        name = getattr(self.widget, "set_accessible", None)
        if callable(name):
            name(self._text, description)
        else:
            self.widget.setAccessibleName(self._text)
            self.widget.setAccessibleDescription(description)


def _shown(text: str) -> str:
    """A label with a buddy reads an ampersand as a key; two of them show one."""
    return text.replace("&", "&&")


def mark_invalid(widget: QWidget, *, on: bool) -> None:
    """Give a text field the red edge, or take it away."""
    if bool(widget.property("invalid")) != on:
        widget.setProperty("invalid", on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
