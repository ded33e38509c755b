"""Shows which words in a text may be about health: a tint and a wavy line, never red, never in the way.

The words themselves are found elsewhere; here they are only shown. `GuardPanel` is in `guard_panel`.
"""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from reintegratie_desktop.text.gaps import GAP
from reintegratie_desktop.text.guard import utf16_range
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.widgets.guard_panel import GuardPanel
from reintegratie_desktop.ui.widgets.guard_text import Change

__all__ = ["GuardMarks", "GuardPanel", "Hit", "wave"]

_LINE: Final = 1.8
_PAUSE_MS: Final = 600
"""How long after the last key, or after a word was finished, the text is looked at; typing is never held up."""


class Hit(Protocol):
    """A word that was found: its place in the text, why it is asked about, and a better phrase or ""."""

    @property
    def start(self) -> int:
        """Return where the word starts."""
        ...

    @property
    def end(self) -> int:
        """Return the place after its last letter."""
        ...

    @property
    def word(self) -> str:
        """Return the word as it was written."""
        ...

    @property
    def kind(self) -> str:
        """Return the kind of word."""
        ...

    @property
    def why(self) -> str:
        """Return one sentence why it is asked about."""
        ...

    @property
    def suggestion(self) -> str:
        """Return a phrase to put in its place, or ""."""
        ...


def units(text: str, place: int) -> int:
    """Return a place counted in characters as Qt counts it: an emoji is two."""
    return utf16_range(text, place, place)[0]


def characters(text: str, place: int) -> int:
    """Return a place as Qt counts it in characters."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", errors="ignore"))


def wave(left: float, right: float, y: float) -> QPainterPath:
    """Return a wavy line from left to right."""
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        path.quadTo(QPointF(x + 2, y - 2.2 if up else y + 2.2), QPointF(min(x + 4, right), y))
        x, up = x + 4, not up
    return path


class _Overlay(QWidget):
    """Paints over the text without taking the pointer or the focus."""

    def __init__(self, marks: "GuardMarks", over: QWidget) -> None:
        super().__init__(over)
        self._marks = marks
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(over.rect())
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(now.soon)
        tint.setAlphaF(0.18)
        for box in self._marks.boxes():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(box, tint)
            painter.setPen(QPen(now.soon, _LINE))
            painter.drawPath(wave(box.left(), box.right(), box.bottom() - 1.5))
        painter.end()


class GuardMarks(QObject):
    """Marks the words that `find` returns in a text field, shortly after the typing pauses.

    `ignored` holds the words the user decided to keep, as (kind, word in lower case). Signals: `hits_changed` when
    the words to look at are others, `hit_at_cursor(hit)` when the cursor comes to one, `found(hit)` for a word that
    was not there before, `left` when the keyboard goes to another field.
    """

    hits_changed = Signal()
    hit_at_cursor = Signal(object)
    found = Signal(object)
    left = Signal()

    def __init__(
        self,
        edit: QPlainTextEdit | QLineEdit,
        find: Callable[[str], Sequence[Hit]],
        *,
        ignored: set[tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(edit)
        self.edit = edit
        self._find = find
        self._hits: list[Hit] = []
        self._looked_at: str | None = None
        self._replacing = False
        self.ignored = ignored if ignored is not None else set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        # Somebody who types on and on would never pause: a finished word is looked at all the same.
        self._finished_word = QTimer(self)
        self._finished_word.setSingleShot(True)
        self._finished_word.setInterval(_PAUSE_MS)
        self._finished_word.timeout.connect(self.look)
        target = edit.viewport() if isinstance(edit, QPlainTextEdit) else edit
        self._overlay = _Overlay(self, target)
        target.installEventFilter(self)
        if target is not edit:
            edit.installEventFilter(self)
        edit.textChanged.connect(self._changed)
        edit.cursorPositionChanged.connect(self._cursor_moved)
        if isinstance(edit, QPlainTextEdit):
            edit.updateRequest.connect(lambda _area, _dy: self._overlay.update())
        self.look()

    @property
    def text(self) -> str:
        """Return the text of the field."""
        return self.edit.toPlainText() if isinstance(self.edit, QPlainTextEdit) else self.edit.text()

    @property
    def hits(self) -> list[Hit]:
        """Return the words to look at, in order."""
        return list(self._hits)

    def _changed(self) -> None:
        # Marks of a text that is no longer there would point at the wrong letters.
        if self.text != self._looked_at and self._hits:
            known, self._hits = self._hits, [hit for hit in self._hits if self.text[hit.start : hit.end] == hit.word]
            self._overlay.update()
            if known and not self._hits:
                self.hits_changed.emit()
        self._timer.start()
        before = self.text[: self.cursor][-1:]
        if before and not before.isalnum() and not self._finished_word.isActive():
            self._finished_word.start()

    def look(self) -> None:
        """Look at the text now. A field that cannot be changed is not marked."""
        self._timer.stop()
        self._finished_word.stop()
        text, first_time = self.text, self._looked_at is None
        self._looked_at = text
        found = [] if self.edit.isReadOnly() else list(self._find(text))
        kept = [hit for hit in found if (hit.kind, hit.word.casefold()) not in self.ignored]
        changed = [(hit.start, hit.end) for hit in kept] != [(hit.start, hit.end) for hit in self._hits]
        known = [(hit.kind, hit.word) for hit in self._hits]
        new = [hit for hit in kept if (hit.kind, hit.word) not in known]
        self._hits = kept
        self._overlay.update()
        if changed:
            self.hits_changed.emit()
        if new and not first_time and self.edit.hasFocus():
            behind = [hit for hit in new if hit.end <= self.cursor]
            self.found.emit((behind or new)[-1])

    def _cursor_moved(self) -> None:
        hit = self.current()
        if hit is not None and not self._replacing:
            self.hit_at_cursor.emit(hit)

    @property
    def cursor(self) -> int:
        """Return the place of the cursor, in characters."""
        if isinstance(self.edit, QPlainTextEdit):
            return characters(self.text, self.edit.textCursor().position())
        return characters(self.text, self.edit.cursorPosition())

    def current(self) -> Hit | None:
        """Return the word the cursor is in, or None.

        Qt moves the cursor before it says that the text changed, so a word may be gone already.
        """
        text, place = self.text, self.cursor
        here = (hit for hit in self._hits if hit.start <= place <= hit.end)
        return next((hit for hit in here if text[hit.start : hit.end] == hit.word), None)

    def next_hit(self) -> Hit | None:
        """Return the next word after the cursor, from the start again after the last; None without words."""
        after = [hit for hit in self._hits if hit.start > self.cursor]
        return (after or self._hits or [None])[0]  # type: ignore[list-item]

    def go_to(self, hit: Hit) -> None:
        """Put the cursor at a word; the focus stays in the text."""
        if isinstance(self.edit, QPlainTextEdit):
            cursor = self.edit.textCursor()
            cursor.setPosition(units(self.text, hit.end))
            self.edit.setTextCursor(cursor)
            self.edit.ensureCursorVisible()
        else:
            self.edit.setCursorPosition(units(self.text, hit.end))

    def change(self, change: Change) -> None:
        """Put other words in a place; Ctrl+Z brings the old ones back. Dots to fill in are selected."""
        start, end = units(self.text, change.start), units(self.text, change.end)
        gap = GAP.search(change.words)
        self._replacing = True
        if isinstance(self.edit, QPlainTextEdit):
            cursor = self.edit.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(change.words)
            if gap is not None:
                cursor.setPosition(units(self.text, change.start + gap.start()))
                cursor.setPosition(units(self.text, change.start + gap.end()), QTextCursor.MoveMode.KeepAnchor)
            self.edit.setTextCursor(cursor)
        else:
            self.edit.setSelection(start, end - start)
            self.edit.insert(change.words)
            self.edit.textEdited.emit(self.edit.text())
            if gap is not None:
                self.edit.setSelection(units(self.text, change.start + gap.start()), 2)
        self._replacing = False
        self.look()

    def keep(self, hit: Hit) -> None:
        """Leave a word as it is: it is about the work. Only the choice is remembered, not the sentence."""
        self.ignored.add((hit.kind, hit.word.casefold()))
        self.look()

    # Where the words are on the screen

    def boxes(self) -> list[QRectF]:
        """Return the place of each marked word, one box per line it stands on."""
        return [box for hit in self._hits for box in self.boxes_of(hit)]

    def boxes_of(self, hit: Hit) -> list[QRectF]:
        """Return the place of one word in the field."""
        if isinstance(self.edit, QPlainTextEdit):
            return self._boxes_in_text(self.edit, hit)
        return self._boxes_in_line(self.edit, hit)

    @staticmethod
    def _boxes_in_text(edit: QPlainTextEdit, hit: Hit) -> list[QRectF]:
        boxes: list[QRectF] = []
        cursor = QTextCursor(edit.document())
        text = edit.toPlainText()
        place, end = units(text, hit.start), units(text, min(hit.end, len(text)))
        while place < end:
            cursor.setPosition(place)
            first = QRectF(edit.cursorRect(cursor))
            last = first
            to = place
            while to < end:
                cursor.setPosition(to + 1)
                following = QRectF(edit.cursorRect(cursor))
                if abs(following.top() - first.top()) > 1:
                    break
                last, to = following, to + 1
            boxes.append(QRectF(first.left(), first.top(), max(4.0, last.left() - first.left()), first.height()))
            place = max(to, place + 1)
        return boxes

    @staticmethod
    def _boxes_in_line(edit: QLineEdit, hit: Hit) -> list[QRectF]:
        if hit.end > len(edit.text()):
            return []
        metrics = edit.fontMetrics()
        # The text may have been scrolled: measure from where the cursor really stands.
        cursor = QRectF(edit.cursorRect())
        origin = cursor.center().x() - metrics.horizontalAdvance(
            edit.text()[: characters(edit.text(), edit.cursorPosition())]
        )
        left = origin + metrics.horizontalAdvance(edit.text()[: hit.start])
        right = origin + metrics.horizontalAdvance(edit.text()[: hit.end])
        inside = QRectF(edit.rect()).adjusted(6, 0, -6, 0)
        return [QRectF(left, cursor.top(), right - left, cursor.height() + 1).intersected(inside)]

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._overlay.setGeometry(watched.rect())
        elif event.type() == QEvent.Type.Paint and isinstance(self.edit, QLineEdit):
            self._overlay.raise_()
        elif watched is self.edit and isinstance(event, QFocusEvent) and event.lostFocus():
            # A menu or another window is not another field.
            elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in elsewhere:
                self.look()
                self.left.emit()
        return False
