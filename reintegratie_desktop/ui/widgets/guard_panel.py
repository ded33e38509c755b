"""The panel that opens under a field when a word may be about health: three choices, no hurry, no blocking."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, secondary, soft
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section, small, strong

if TYPE_CHECKING:
    from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks, Hit

_BEAK: Final = 11


class GuardPanel(QWidget):
    """Opens in the page, under the field it belongs to, with a beak to the word. It never takes the focus.

    Put it under the field once and give it the `GuardMarks` of that field; it opens by itself when the cursor comes
    to a word, and with F8. Alt+1, Alt+2 and Alt+3 choose, Esc closes. With `own_words` it only shows a note.
    `who` is the first name of the employee. Signals: `replaced(kind)`, `removed(kind)`, `kept(kind, word)`.
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
        self._beak = 40.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._shortcuts()
        marks.hit_at_cursor.connect(self._at_cursor)
        marks.hits_changed.connect(self._refresh)
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
        self.before = self._no_focus(icon_only("chevron-left", _("Vorige woord")))
        self.after = self._no_focus(icon_only("chevron-right", _("Volgende woord (F8)")))
        self.count = small("")
        for part in (self.before, self.count, self.after):
            head.addWidget(part)
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
        rows = (
            ("pen-line", strong(_("Schrijf over het werk")), self._phrase, self.replace_button, "Alt+1"),
            ("trash-2", strong(_("Haal het woord weg")), small(_("De rest van de zin blijft staan.")),
             self.remove_button, "Alt+2"),
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
        self.replace_button.clicked.connect(self.choose_replace)
        self.remove_button.clicked.connect(self.choose_remove)
        self.keep_button.clicked.connect(self.choose_keep)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))

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
            shortcut.setEnabled(keys == "F8" or self._hit is not None)

    @property
    def hit(self) -> "Hit | None":
        """Return the word the panel is about, or None when it is closed."""
        return self._hit

    def open_for(self, hit: "Hit") -> None:
        """Open for a word."""
        self._hit = hit
        hits = self._marks.hits
        if self._own_words:
            self.heading.setText(_("Dit zijn de eigen woorden van {naam}").format(naam=self._name()))
            self.why.setText(_("Je hoeft niets te veranderen. Wijs {naam} wel op de uitleg.").format(naam=self._name()))
        else:
            self.why.setText(hit.why or self._reason())
        self._choices.setVisible(not self._own_words)
        self._line.setVisible(not self._own_words)
        for part in self._rows[0]:
            part.setVisible(bool(hit.suggestion))
        self._phrase.setText(f"“{hit.suggestion}”")
        several = len(hits) > 1
        words = ngettext("{aantal} woord om te bekijken", "{aantal} woorden om te bekijken", len(hits))
        self.count.setText(words.format(aantal=len(hits)) if several else "")
        for part in (self.before, self.after, self.count):
            part.setVisible(several)
        boxes = self._marks.boxes_of(hit)
        self._beak = boxes[0].center().x() if boxes else 40.0
        self.setAccessibleName(f"{self.heading.text()}. {self.why.text()}")
        self._enable_keys()
        self.show()
        self.update()
        if not self._announced:
            self._announced = True
            announce(self, self._spoken(hit))

    def _spoken(self, hit: "Hit") -> str:
        if self._own_words:
            return self.heading.text()
        if hit.suggestion:
            return _("Dit lijkt over gezondheid te gaan. Drie keuzes, Alt 1 tot 3.")
        return _("Dit lijkt over gezondheid te gaan. Twee keuzes, Alt 2 en 3.")

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
        """Keep the panel with its word; open it for a new word that was just typed."""
        hits = self._marks.hits
        if self._hit is not None:
            shown = self._hit
            same = [hit for hit in hits if hit.word == shown.word and hit.kind == shown.kind]
            if same:
                self.open_for(min(same, key=lambda hit: abs(hit.start - shown.start)))
                return
            self._shut()
        typed = [hit for hit in hits if hit.start <= self._marks.cursor <= hit.end + 2]
        if typed and self._marks.edit.hasFocus() and (typed[-1].start, typed[-1].end) != self._closed_at:
            self.open_for(typed[-1])

    def choose_replace(self) -> None:
        """Put the better phrase in the place of the word."""
        if self._hit is not None and self._hit.suggestion and not self._own_words:
            hit = self._hit
            self._shut()
            self._marks.replace(hit, hit.suggestion)
            self.replaced.emit(hit.kind)

    def choose_remove(self) -> None:
        """Take the word away; the rest of the sentence stays."""
        if self._hit is not None and not self._own_words:
            hit = self._hit
            self._shut()
            self._marks.replace(hit, "")
            self.removed.emit(hit.kind)

    def choose_keep(self) -> None:
        """Leave the word: it is about the work."""
        if self._hit is not None and not self._own_words:
            hit = self._hit
            self._shut()
            self._marks.keep(hit)
            self.kept.emit(hit.kind, hit.word.casefold())

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
        self._shut()

    def _shut(self) -> None:
        self._hit = None
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
