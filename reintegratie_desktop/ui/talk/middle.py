"""What stands in the middle of a talk: the open point with its notes, and the calm pages before and after it."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.forms.talk_guide import WRITE_ONLY, spoken
from reintegratie_desktop.services.talk import SummaryLine, Talk, TalkPoint
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.fields import EditorContext
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.talk.agreements import Agreements
from reintegratie_desktop.ui.talk.next_box import NextBox
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.footer import Footer
from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks
from reintegratie_desktop.ui.widgets.labels import Label, small, strong
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit

_PADDING: Final = 24
_NOTE_LINES: Final = 5
_COMPACT_LINES: Final = 3
_ICONS: Final = {
    "points": "list-checks",
    "notes": "pen-line",
    "agreements": "users",
    "next": "calendar",
    "copy": "files",
}


class MiddleCard(Surface):
    """The white card: a column that scrolls where the window is low, with room for a foot that stays."""

    def __init__(self) -> None:
        super().__init__("base", "hair", 8)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(1, 6, 1, 18)
        self.outer.setSpacing(10)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(_PADDING - 1, 14, _PADDING - 1, 4)
        self.column.setSpacing(0)
        self.scroller.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.scroller.viewport().setAutoFillBackground(False)
        self.outer.addWidget(self.scroller, 1)
        self.title = Label("", "talk_title", wrap=True)
        self.hint = Label("", "body", "muted", wrap=True)
        self.column.addWidget(self.title)
        self.column.addSpacing(4)
        self.column.addWidget(self.hint)
        self.column.addSpacing(12)

    def say(self, title: str, hint: str) -> None:
        """Show another heading; an empty hint takes no room."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_part(self, part: QWidget) -> None:
        """Bring a part into view once the layouts had their turn."""
        QTimer.singleShot(0, part, lambda: self.scroller.ensureWidgetVisible(part, 0, 12))


class PointCard(MiddleCard):
    """The open point: its hint, the notes, the agreements and the next talk.

    Signals: `changed` after every change, `ended` when the last question of the talk was answered or put off.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, talk: Talk, context: EditorContext, footer: Footer) -> None:
        super().__init__()
        self._talk, self._key, self._compact = talk, "", False
        only = row(IconLabel("pen-line", "accent", 16), spacing=7)
        only.addWidget(Label(_(WRITE_ONLY), "small_strong", "accent", wrap=True), 1)
        self.column.addLayout(only)
        self.column.addSpacing(6)
        self.notes = GrowingEdit(_NOTE_LINES, "talk_body")
        self.notes.textChanged.connect(self._write)
        self.column.addWidget(self.notes)
        self.guard_line = self._quiet_line("info", "soon")
        self.moved_line = self._quiet_line("check", "ok")
        self.column.addSpacing(18)
        self.agreements = Agreements(talk, context, footer.offer_undo)
        self.agreements.changed.connect(self.changed)
        self.agreements.grown.connect(self._make_room)
        self.agreements.shrunk.connect(self._give_room_back)
        self.column.addWidget(self.agreements)
        self.column.addStretch(1)
        self.next_box = NextBox(talk, context)
        self.next_box.changed.connect(self.changed)
        self.next_box.asked.connect(self._ask_other)
        self.next_box.closed.connect(self.close_next)
        self.next_box.later.connect(self.ended)
        foot = QHBoxLayout()
        foot.setContentsMargins(_PADDING - 1, 0, _PADDING - 1, 0)
        foot.addWidget(self.next_box)
        self.outer.addLayout(foot)
        self.marks = GuardMarks(self.notes, talk.session.find_words)
        self.marks.hits_changed.connect(self._say_guard)
        # A word that is gone takes its mark along at once, and so its line.
        self.notes.textChanged.connect(self._say_guard)
        self.marks.found.connect(lambda _hit: announce(self.notes, self.guard_line.label.text()))
        # The choices about a word would hold up the talk: they come when the report is made.

    def _quiet_line(self, icon: str, tone: str) -> "QuietLine":
        line = QuietLine(icon, tone)
        self.column.addWidget(line)
        return line

    def set_compact(self, *, on: bool) -> None:
        """Take less room for the notes at first, for a low or narrow window."""
        self._compact = on
        self.notes.set_lines(_COMPACT_LINES if on else _NOTE_LINES)

    def show_point(self, point: TalkPoint) -> None:
        """Show a point with what was noted at it."""
        self.say(point.text, point.hint)
        if point.key != self._key:
            self._key = ""
            self.notes.set_text(self._talk.note(point.key))
            self.notes.moveCursor(self.notes.textCursor().MoveOperation.End)
            self._key = point.key
            self.marks.look()
            self.scroller.verticalScrollBar().setValue(0)
        self.notes.setAccessibleName(_("Notities bij {punt}").format(punt=point.text))
        self.notes.setAccessibleDescription(_(WRITE_ONLY))
        question = self._talk.moved_to(point.key)
        self.moved_line.say(
            _("Wat je hier eerder opschreef, staat in het verslag bij ‘{vraag}’.").format(vraag=question)
            if question
            else ""
        )
        self._say_guard()
        self.next_box.refresh()

    def _make_room(self, editor: QWidget) -> None:
        """Hide the next talk while an agreement is being written, so that all of it is in view."""
        self.next_box.hide()
        self.show_part(editor)

    def _give_room_back(self) -> None:
        self.next_box.show()

    def _write(self) -> None:
        if self._key:
            self._talk.set_note(self._key, self.notes.toPlainText())
            self.changed.emit()

    def _say_guard(self) -> None:
        count = len(self.marks.hits)
        words = ngettext(
            "Eén woord lijkt over gezondheid te gaan. Je bekijkt het straks, bij het verslag.",
            "{aantal} woorden lijken over gezondheid te gaan. Je bekijkt ze straks, bij het verslag.",
            count,
        )
        self.guard_line.say(words.format(aantal=count) if count else "")

    def ask_next(self, *, at_end: bool = False, focus: bool = True) -> None:
        """Ask for the day of the next talk; where there is little room the agreements make place for it."""
        self.agreements.setVisible(not self._compact)
        self.next_box.ask(at_end=at_end, focus=focus)

    def _ask_other(self) -> None:
        self.ask_next()

    def close_next(self) -> None:
        """Show the day that was filled in, and go back to the notes."""
        at_end = self.next_box.is_at_end
        if self.next_box.close_editor():
            self.agreements.show()
            self.focus_notes()
            if at_end and self._talk.has_next and not self._talk.next_problem():
                self.ended.emit()

    def close_editor(self) -> bool:
        """Close what is open in the card; false when nothing was."""
        if self.next_box.is_asking:
            self.close_next()
            return True
        return self.agreements.close_editor()

    def focus_notes(self) -> None:
        """Put the keyboard in the notes."""
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)


class QuietLine(QWidget):
    """One small line with a sign before it; hidden while there is nothing to say."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 0)
        line.setSpacing(7)
        line.addWidget(IconLabel(icon, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        self.label = small("")
        line.addWidget(self.label, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def say(self, text: str) -> None:
        """Show other words."""
        self.label.setText(text)
        self.setVisible(bool(text))


class BeginCard(MiddleCard):
    """Before the talk: what it is for, what to have at hand, and the agenda to print. Signal `print_asked`."""

    print_asked = Signal()

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        guide, name = talk.guide, talk.session.person
        self.say(spoken(guide.title, name) if guide else _("Het gesprek"), spoken(guide.goal, name) if guide else "")
        ready = [spoken(text, name) for text in guide.prepare] if guide else []
        lines = [
            *(("check", text) for text in ready),
            ("printer", _("Leg de agenda op tafel. Wat je mag vragen en wat niet, staat er ook op.")),
            ("pause", _("Met Pauze verberg je alles. Stoppen mag altijd: niets gaat verloren.")),
        ]
        self.column.addSpacing(6)
        self.column.addWidget(strong(_("Voor je begint")))
        self.column.addSpacing(6)
        for icon, text in lines:
            self.column.addWidget(_Line(icon, text))
        self.column.addSpacing(14)
        self.button = secondary(_("Agenda afdrukken"), icon="printer")
        self.button.clicked.connect(self.print_asked)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        if guide:
            self.column.addWidget(small(_("Ongeveer {duur}.").format(duur=spoken(guide.duration))))


class EndCard(MiddleCard):
    """After the talk: the report in five lines."""

    def __init__(self) -> None:
        super().__init__()
        self.say(_("Het gesprek is klaar"), _("Dit komt in het verslag. Je kunt daar nog alles lezen en veranderen."))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column.addSpacing(6)
        self.column.addLayout(self._lines)
        self.column.addStretch(1)
        self.texts: tuple[str, ...] = ()

    def show_lines(self, lines: tuple[SummaryLine, ...]) -> None:
        """Show what the report will say."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.texts = tuple(f"{line.text} {line.more}".strip() for line in lines)
        for line in lines:
            self._lines.addWidget(_Line(_ICONS[line.kind], line.text, line.more, large=True))
        self.setAccessibleName(" ".join((self.title.text(), *self.texts)))


class _Line(QWidget):
    """A sign, a line, and what belongs to it muted under it."""

    def __init__(self, icon: str, text: str, more: str = "", *, large: bool = False) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 7 if large else 3, 0, 7 if large else 3)
        line.setSpacing(12 if large else 9)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 3 if large else 2, 0, 0)
        sign.addWidget(IconLabel(icon, "accent" if large else "muted", 20 if large else 16))
        sign.addStretch(1)
        line.addLayout(sign)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(text, "talk_body" if large else "body", wrap=True))
        if more:
            words.addWidget(small(more))
        line.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
