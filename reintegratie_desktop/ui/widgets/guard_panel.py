"""The panel that opens under a field when a word may be about health: three choices, no hurry, no blocking."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, quiet, secondary, soft
from reintegratie_desktop.ui.widgets.guard_text import Change, has_gap, removed, replaced
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section, small, strong

if TYPE_CHECKING:
    from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks, Hit

_BEAK: Final = 11
_AFTER_LEAVING_MS: Final = 300
"""The panel waits until the click that left the field has landed, so that nothing moves away under the pointer."""


class GuardPanel(QWidget):
    """Opens in the page, under the field it belongs to, with a beak to the word. It never takes the focus.

    Put it under the field once and give it the `GuardMarks` of that field; it opens by itself while typing, when the
    cursor comes to a word, when the field is left, and with F8. After a choice it goes to the next word; after a change
    it says what happened and how to undo it. Alt+1, Alt+2 and Alt+3 choose, Esc closes.
    With `own_words` it only shows a note. `who` is the first name of the employee.

    Signals: `replaced(kind)`, `removed(kind)`, `kept(kind, word)`.
    """

    replaced = Signal(str)
    removed = Signal(str)
    kept = Signal(str, str)

    def __init__(
        self, marks: "GuardMarks", *, who: str = "", own_words: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._marks, self._who, self._own_words = marks, who, own_words
        self._hit: Hit | None = None
        self._announced = False
        self._closed_at: tuple[int, int] | None = None
        self._told = False
        self._skipped: set[tuple[str, str]] = set()
        self._beak = 40.0
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_AFTER_LEAVING_MS)
        self._leaving.timeout.connect(self._open_when_left)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._shortcuts()
        marks.hit_at_cursor.connect(self._at_cursor)
        marks.hits_changed.connect(self._refresh)
        marks.found.connect(self._found)
        marks.left.connect(self._left)
        marks.edit.textChanged.connect(self._typed)
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, _BEAK + 12, 18, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(IconLabel("shield-alert", "soon", 19))
        self.heading = section(_("Dit lijkt over gezondheid te gaan"))
        head.addWidget(self.heading, 1)
        head.addWidget(Label(_("Esc sluit"), "small", "muted"))
        column.addLayout(head)
        self.why = small("")
        column.addWidget(self.why)
        self._line = HairLine()
        column.addWidget(self._line)
        self._choices = QWidget()
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.replace_button = soft(_("Vervang"))
        self.remove_button = secondary(_("Weghalen"), small=True)
        self.keep_button = secondary(_("Laat staan"), small=True)
        self._phrase = small("")
        self._left_over = small("")
        rows = (
            ("pen-line", strong(_("Schrijf over het werk")), self._phrase, self.replace_button, "Alt+1"),
            ("trash-2", strong(_("Haal het weg")), self._left_over, self.remove_button, "Alt+2"),
            ("check", strong(_("Dit gaat over het werk")),
             small(_("Het woord blijft staan. We onthouden alleen je keuze.")), self.keep_button, "Alt+3"),
        )  # fmt: skip
        self._rows: list[list[QWidget]] = []
        for index, (icon, title, more, button, keys) in enumerate(rows):
            words = QWidget()
            inner = QVBoxLayout(words)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(0)
            inner.addWidget(title)
            inner.addWidget(more)
            sign = IconLabel(icon, "muted", 18)
            self._no_focus(button)
            button.setToolTip(keys)
            button.setMinimumWidth(106)
            grid.addWidget(sign, index, 0)
            grid.addWidget(words, index, 1)
            grid.addWidget(button, index, 2)
            self._rows.append([sign, words, button])
        column.addWidget(self._choices)
        column.addLayout(self._foot())
        self.replace_button.clicked.connect(self.choose_replace)
        self.remove_button.clicked.connect(self.choose_remove)
        self.keep_button.clicked.connect(self.choose_keep)

    def _foot(self) -> QHBoxLayout:
        self.before = self._no_focus(icon_only("chevron-left", _("Vorige woord")))
        self.after = self._no_focus(icon_only("chevron-right", _("Volgende woord (F8)")))
        self.count = Label("", "small", "muted")
        self.undo_button = self._no_focus(quiet(_("Ongedaan maken"), icon="undo-2"))
        self.undo_button.setToolTip("Ctrl+Z")
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for part in (self.before, self.count, self.after):
            foot.addWidget(part)
        self.undo_button.clicked.connect(self._undo)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        return foot

    @staticmethod
    def _no_focus(button: Button) -> Button:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

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
        """Esc and Alt+1 to 3 mean something only while the panel is open."""
        for keys, shortcut in self._keys.items():
            is_open = self._hit is not None or (self._told and keys == "Esc")
            shortcut.setEnabled(keys == "F8" or is_open)

    @property
    def hit(self) -> "Hit | None":
        """Return the word the panel is about, or None when it is closed."""
        return self._hit

    def open_for(self, hit: "Hit") -> None:
        """Open for a word."""
        self._hit, self._told = hit, False
        self._leaving.stop()
        self._skipped.discard(_key(hit))
        hits = self._marks.hits
        if self._own_words:
            self.heading.setText(_("Dit zijn de eigen woorden van {naam}").format(naam=self._name()))
            self.why.setText(_("Je hoeft niets te veranderen. Wijs {naam} wel op de uitleg.").format(naam=self._name()))
        else:
            self.heading.setText(self._title(hit))
            self.why.setText(self._why(hit))
        self._choices.setVisible(not self._own_words)
        self._line.setVisible(not self._own_words)
        for part in self._rows[0]:
            part.setVisible(bool(hit.suggestion))
        self._phrase.setText(f"“{self._replacement(hit).words}”" if hit.suggestion else "")
        left = removed(self._marks.text, hit.start, hit.end).left
        self._left_over.setText(
            _("Dit blijft staan: “{rest}”").format(rest=left) if left else _("De hele zin gaat weg.")
        )
        several = len(hits) > 1
        words = ngettext("{aantal} woord om te bekijken", "{aantal} woorden om te bekijken", len(hits))
        self.count.setText(words.format(aantal=len(hits)) if several else "")
        for part in (self.before, self.after, self.count):
            part.setVisible(several)
        self.undo_button.hide()
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
        self.update()
        # The height of wrapped words is known only after the layouts had their turn.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._scroll_to))

    def _scroll_to(self) -> None:
        """Bring the whole panel into view, as far as the field above it stays in view too."""
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is None or not self.isVisible() or not self._marks.edit.hasFocus():
            return
        view, bar = around.viewport(), around.verticalScrollBar()
        over = self.mapTo(view, QPoint(0, self.height())).y() + 12 - view.height()
        room = self._marks.edit.mapTo(view, QPoint(0, 0)).y() - 12
        if min(over, room) > 0:
            bar.setValue(bar.value() + min(over, room))

    def _replacement(self, hit: "Hit") -> Change:
        return replaced(self._marks.text, hit.start, hit.end, hit.suggestion)

    @staticmethod
    def _title(hit: "Hit") -> str:
        """Name the word, and what it seems to be about in the words of the reason."""
        word = hit.word[:1].upper() + hit.word[1:]
        first = hit.why.split(". ", 1)[0].rstrip(".")
        about = first.removeprefix(_("Dit lijkt")).strip() if first.startswith(_("Dit lijkt")) else ""
        if hit.kind == "bsn" or (hit.why and not about):
            return _("Kijk even naar “{woord}”").format(woord=word)
        return _("“{woord}” lijkt {waarover}").format(woord=word, waarover=about or _("over gezondheid te gaan"))

    def _why(self, hit: "Hit") -> str:
        """Return the reason without the sentence that already stands in the title."""
        if not hit.why:
            return self._reason()
        first, _dot, rest = hit.why.partition(". ")
        return rest if rest and first.startswith(_("Dit lijkt")) and hit.kind != "bsn" else hit.why

    def _tell(self, change: Change) -> None:
        """Say what was done, with the way back; it goes away when typing goes on and nothing is left to fill in."""
        self._hit, self._told = None, True
        gap = has_gap(change.words)
        self.heading.setText(_("Vul in wat op de puntjes hoort") if gap else _("De tekst is veranderd"))
        self.why.setText(
            _("Typ over de puntjes heen. Zo staat er wat het voor het werk betekent.")
            if gap
            else _("Lees de zin nog even na. Met Ctrl+Z komt de oude zin terug.")
        )
        for part in (self._choices, self._line, self.before, self.after, self.count):
            part.hide()
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

    def _name(self) -> str:
        return self._who or _("je werknemer")

    def _reason(self) -> str:
        return _(
            "Dat mag niet in jouw dossier staan, ook niet als {naam} het goed vindt. "
            "Schrijf op wat het betekent voor het werk."
        ).format(naam=self._name())

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
            self._shut()
        if self._hit is None and any(_key(hit) not in self._skipped for hit in self._marks.hits):
            self._leaving.start()

    def _open_when_left(self) -> None:
        waiting = [hit for hit in self._marks.hits if _key(hit) not in self._skipped]
        if self._hit is None and waiting and not self._marks.edit.hasFocus():
            self.open_for(waiting[0])

    def _typed(self) -> None:
        if self._told and not self._choosing and not has_gap(self._marks.text):
            self._shut()

    _choosing = False

    def _change(self, change: Change) -> None:
        self._shut()
        self._choosing = True
        self._marks.change(change)
        self._choosing = False

    def choose_replace(self) -> None:
        """Put the better phrase in the place of the sentence that holds the word."""
        if self._hit is not None and self._hit.suggestion and not self._own_words:
            hit = self._hit
            change = self._replacement(hit)
            self._change(change)
            self._tell(change)
            self.replaced.emit(hit.kind)

    def choose_remove(self) -> None:
        """Take the word away with the part of the sentence that does not read without it."""
        if self._hit is not None and not self._own_words:
            hit = self._hit
            change = removed(self._marks.text, hit.start, hit.end)
            self._change(change)
            self._tell(change)
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
        self._enable_keys()
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, _BEAK + 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, 8, 8)
        middle = max(24.0, min(self.width() - 24.0, self._beak + 2))
        beak = QPainterPath(QPointF(middle - 11, box.top() + 1))
        beak.lineTo(middle, box.top() - _BEAK + 1)
        beak.lineTo(middle + 11, box.top() + 1)
        beak.closeSubpath()
        painter.setPen(QPen(now.border, 1))
        painter.setBrush(now.base)
        painter.drawPath(path.united(beak))
        painter.end()


def _key(hit: "Hit") -> tuple[str, str]:
    return hit.kind, hit.word.casefold()
