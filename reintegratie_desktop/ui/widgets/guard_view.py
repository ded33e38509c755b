"""How the panel of the guard looks: a word and why it is asked about, three choices, and the way back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, quiet, secondary, soft
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section, small, strong

if TYPE_CHECKING:
    from reintegratie_desktop.ui.widgets.guard_marks import Hit

_BEAK: Final = 11


class GuardView(QWidget):
    """Shows a word or what was done about it, under the field, with a beak to the word. It never takes the focus.

    `who` is the first name of the employee; with `own_words` there is only a note.
    """

    def __init__(self, *, who: str, own_words: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who, self._own_words = who, own_words
        self._beak = 40.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

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
        return foot

    @staticmethod
    def _no_focus(button: Button) -> Button:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _show_word(self, hit: "Hit", phrase: str, left: str, count: int) -> None:
        """Show a word with its choices; `phrase` is the better sentence, `left` what stays when the word goes."""
        if self._own_words:
            self.heading.setText(_("Dit zijn de eigen woorden van {naam}").format(naam=self._name()))
            self.why.setText(_("Je hoeft niets te veranderen. Wijs {naam} wel op de uitleg.").format(naam=self._name()))
        else:
            self.heading.setText(self._title(hit))
            self.why.setText(self._why(hit))
        self._choices.setVisible(not self._own_words)
        self._line.setVisible(not self._own_words)
        for part in self._rows[0]:
            part.setVisible(bool(phrase))
        self._phrase.setText(f"“{phrase}”" if phrase else "")
        self._left_over.setText(
            _("Dit blijft staan: “{rest}”").format(rest=left) if left else _("De hele zin gaat weg.")
        )
        several = count > 1
        words = ngettext("{aantal} woord om te bekijken", "{aantal} woorden om te bekijken", count)
        self.count.setText(words.format(aantal=count) if several else "")
        for part in (self.before, self.after, self.count):
            part.setVisible(several)

    def _show_change(self, *, gap: bool) -> None:
        """Show that the text was changed, and what is left to do: fill in the dots, or read it again."""
        self.heading.setText(_("Vul in wat op de puntjes hoort") if gap else _("De tekst is veranderd"))
        self.why.setText(
            _("Typ over de puntjes heen. Zo staat er wat het voor het werk betekent.")
            if gap
            else _("Lees de zin nog even na. Met Ctrl+Z komt de oude zin terug.")
        )
        for part in (self._choices, self._line, self.before, self.after, self.count):
            part.hide()

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

    def _name(self) -> str:
        return self._who or _("je werknemer")

    def _reason(self) -> str:
        return _(
            "Dat mag niet in jouw dossier staan, ook niet als {naam} het goed vindt. "
            "Schrijf op wat het betekent voor het werk."
        ).format(naam=self._name())

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
