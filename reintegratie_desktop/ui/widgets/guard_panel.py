"""The panel that opens under a field when a word may be about health: three choices, no hurry, no blocking."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from reintegratie_desktop.text.gaps import has_gap
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.guard_text import Change, removed, replaced
from reintegratie_desktop.ui.widgets.guard_view import GuardView
from reintegratie_desktop.ui.widgets.patience import after_click, mouse_is_down
from reintegratie_desktop.ui.widgets.scroll import page_around, settle

if TYPE_CHECKING:
    from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks, Hit

_AFTER_LEAVING_MS: Final = 300
"""The panel waits until the click that left the field has landed, so that nothing moves away under the pointer."""
_AFTER_FILLING_MS: Final = 900
"""Who fills in the dots of a suggestion may finish before the next word is asked about."""


class GuardPanel(GuardView):
    """Opens in the page, under the field it belongs to, with a beak to the word. It never takes the focus.

    Put it under the field once and give it the `GuardMarks` of that field; it opens by itself while typing, when the
    cursor comes to a word, when the field is left, and with F8. After a choice it goes to the next word, and offers to
    undo a change; when no word is left it says what happened. Alt+1, Alt+2 and Alt+3 choose, Esc closes.
    With `own_words` it only shows a note. `who` is the first name of the employee.

    Signals: `replaced(kind)`, `removed(kind)`, `kept(kind, word)`.
    """

    replaced = Signal(str)
    removed = Signal(str)
    kept = Signal(str, str)

    def __init__(
        self, marks: "GuardMarks", *, who: str = "", own_words: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(who=who, own_words=own_words, parent=parent)
        self._marks = marks
        self._hit: Hit | None = None
        self._announced = False
        self._closed_at: tuple[int, int] | None = None
        self._told = False
        self._skipped: set[tuple[str, str]] = set()
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_AFTER_LEAVING_MS)
        self._leaving.timeout.connect(self._open_when_left)
        self._resuming = QTimer(self)
        self._resuming.setSingleShot(True)
        self._resuming.setInterval(_AFTER_FILLING_MS)
        self._resuming.timeout.connect(self._open_next)
        self.replace_button.clicked.connect(self.choose_replace)
        self.remove_button.clicked.connect(self.choose_remove)
        self.keep_button.clicked.connect(self.choose_keep)
        self.undo_button.clicked.connect(self._undo)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self._shortcuts()
        marks.hit_at_cursor.connect(self._at_cursor)
        marks.hits_changed.connect(self._refresh)
        marks.found.connect(self._found)
        marks.left.connect(self._left)
        marks.edit.textChanged.connect(self._typed)
        self.hide()

    def _shortcuts(self) -> None:
        # On the field itself: the keys work while typing, and only there.
        field = self._marks.edit
        actions = (
            ("Alt+1", self.choose_replace),
            ("Alt+2", self.choose_remove),
            ("Alt+3", self.choose_keep),
            ("F8", self.go_next),
            ("Esc", self.close_panel),
        )
        self._keys: dict[str, QShortcut] = {}
        for keys, action in actions:
            shortcut = QShortcut(QKeySequence(keys), field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action)
            self._keys[keys] = shortcut
        self._enable_keys()

    def _enable_keys(self) -> None:
        """Esc and Alt+1 to 3 belong to the panel only while it is open."""
        for keys, shortcut in self._keys.items():
            # After a change Alt+2 has nothing to do; it must not type a 2 either.
            is_open = self._hit is not None or self._told
            shortcut.setEnabled(keys == "F8" or is_open)

    @property
    def hit(self) -> "Hit | None":
        """Return the word the panel is about, or None when it is closed."""
        return self._hit

    def open_for(self, hit: "Hit", *, undo: bool = False) -> None:
        """Open for a word; with `undo` the change before it can be taken back."""
        self._hit, self._told = hit, False
        self._leaving.stop()
        self._resuming.stop()
        self._skipped.discard(_key(hit))
        phrase = self._replacement(hit).words if hit.suggestion else ""
        left = removed(self._marks.text, hit.start, hit.end).left
        self._show_word(hit, phrase, left, len(self._marks.hits))
        self.undo_button.setVisible(undo)
        self._open_at(hit)
        if not self._announced:
            self._announced = True
            announce(self, self._spoken(hit))

    def _open_at(self, hit: "Hit | None") -> None:
        boxes = self._marks.boxes_of(hit) if hit is not None else []
        self._beak = boxes[0].center().x() if boxes else 40.0
        self.setAccessibleName(f"{self.heading.text()}. {self.why.text()}")
        self._enable_keys()
        self.show()
        settle()
        self.update()
        QTimer.singleShot(0, self, self._scroll_to)

    def _scroll_to(self) -> None:
        """Bring the whole panel into view, as far as the field above it stays in view too."""
        around = page_around(self)
        if around is None or not self.isVisible() or not self._marks.edit.hasFocus():
            return
        settle()
        view, bar = around.viewport(), around.verticalScrollBar()
        over = self.mapTo(view, QPoint(0, self.height())).y() + 12 - view.height()
        room = self._marks.edit.mapTo(view, QPoint(0, 0)).y() - 12
        if min(over, room) > 0:
            bar.setValue(bar.value() + min(over, room))

    def _replacement(self, hit: "Hit") -> Change:
        return replaced(self._marks.text, hit.start, hit.end, hit.suggestion)

    def _tell(self, change: Change) -> None:
        """Say what was done, with the way back; it goes away when typing goes on and nothing is left to fill in."""
        self._hit, self._told = None, True
        self._show_change(gap=has_gap(change.words))
        self.undo_button.show()
        self._open_at(None)
        announce(self, self.heading.text())

    def _undo(self) -> None:
        self._shut()
        self._marks.edit.undo()
        if isinstance(self._marks.edit, QLineEdit):
            self._marks.edit.textEdited.emit(self._marks.edit.text())
        self._marks.look()

    def _spoken(self, hit: "Hit") -> str:
        if self._own_words:
            return self.heading.text()
        keys = _("Drie keuzes, Alt 1 tot 3.") if hit.suggestion else _("Twee keuzes, Alt 2 en 3.")
        return f"{self._title(hit)}. {keys}"

    def _at_cursor(self, hit: object) -> None:
        found = self._marks.current()
        if found is not None and found is hit and (found.start, found.end) != self._closed_at:
            self._closed_at = None
            self.open_for(found)

    def _refresh(self) -> None:
        """Keep the panel with its word."""
        if self._hit is None:
            return
        shown = self._hit
        same = [hit for hit in self._marks.hits if hit.word == shown.word and hit.kind == shown.kind]
        if same:
            self.open_for(min(same, key=lambda hit: abs(hit.start - shown.start)))
        else:
            self._shut()

    def _found(self, hit: "Hit") -> None:
        """Open for a word that was just typed; a word that is being looked at stays."""
        if self._hit is None and (hit.start, hit.end) != self._closed_at:
            self._closed_at = None
            self.open_for(hit)

    def _left(self) -> None:
        """Ask once more when the field is left, for words nobody looked at."""
        if self._told and not has_gap(self._marks.text):
            # The fields under the panel move up; the click that left this one has to land first.
            after_click(self, self._forget)
        if self._hit is None and self._marks.hits:
            self._leaving.start()

    def _open_when_left(self) -> None:
        if mouse_is_down():
            self._leaving.start()
            return
        if not self._marks.edit.hasFocus():
            self._open_next()

    def _open_next(self) -> None:
        if self._hit is None and not self._told and (waiting := self._waiting):
            self.open_for(waiting[0])

    @property
    def _waiting(self) -> "list[Hit]":
        """Return the words nobody looked at yet."""
        return [hit for hit in self._marks.hits if _key(hit) not in self._skipped]

    def _forget(self) -> None:
        """Take away what was told about a change, unless a word came up in the meantime."""
        if self._told and self._hit is None:
            self._shut()

    def _typed(self) -> None:
        if self._told and not self._choosing and not has_gap(self._marks.text):
            self._shut()
            self._resuming.start()

    _choosing = False

    def _change(self, change: Change) -> None:
        self._shut()
        self._choosing = True
        self._marks.change(change)
        self._choosing = False
        waiting = self._waiting
        if waiting and not has_gap(change.words):
            self.open_for(waiting[0], undo=True)
        else:
            self._tell(change)

    def choose_replace(self) -> None:
        """Put the better phrase in the place of the sentence that holds the word."""
        if self._hit is not None and self._hit.suggestion and not self._own_words:
            hit = self._hit
            change = self._replacement(hit)
            self._change(change)
            self.replaced.emit(hit.kind)

    def choose_remove(self) -> None:
        """Take the word away with the part of the sentence that does not read without it."""
        if self._hit is not None and not self._own_words:
            hit = self._hit
            change = removed(self._marks.text, hit.start, hit.end)
            self._change(change)
            self.removed.emit(hit.kind)

    def choose_keep(self) -> None:
        """Leave the word: it is about the work. The panel goes on to the next word."""
        if self._hit is not None and not self._own_words:
            hit = self._hit
            self._shut()
            self._marks.keep(hit)
            self.kept.emit(hit.kind, hit.word.casefold())
            if self._marks.hits:
                self.go_next()

    def go_next(self) -> None:
        """Go to the next word (F8)."""
        hit = self._marks.next_hit()
        if hit is not None:
            self._closed_at = None
            self._marks.go_to(hit)
            self.open_for(hit)

    def _step(self, step: int) -> None:
        hits = self._marks.hits
        if self._hit is None or not hits:
            return
        starts = [hit.start for hit in hits]
        index = starts.index(self._hit.start) if self._hit.start in starts else 0
        hit = hits[(index + step) % len(hits)]
        self._closed_at = None
        self._marks.go_to(hit)
        self.open_for(hit)

    def close_panel(self) -> None:
        """Close; the line under the word stays, and signing asks again."""
        if self._hit is not None:
            self._closed_at = (self._hit.start, self._hit.end)
            self._skipped.add(_key(self._hit))
        self._shut()

    def _shut(self) -> None:
        self._hit, self._told = None, False
        self._leaving.stop()
        self._resuming.stop()
        self._enable_keys()
        self.hide()


def _key(hit: "Hit") -> tuple[str, str]:
    return hit.kind, hit.word.casefold()
