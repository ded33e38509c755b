"""The help beside a form: why this is asked, an example, and what does not belong on paper. It follows the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.forms.flow import Scope, Step
from reintegratie_desktop.forms.talk_guides import cards_for, tells_it_anyway
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import Label, small, strong

_FADE = 34


class HelpBlock(QWidget):
    """An icon, a title and one or two sentences; hidden while there is nothing to say."""

    def __init__(self, icon: str, tone: str, heading: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(icon, tone, 18))
        self.heading = strong(heading)
        head.addWidget(self.heading, 1)
        column.addLayout(head)
        self.words = small("")
        column.addWidget(self.words)
        self._points = QGridLayout()
        self._points.setContentsMargins(0, 0, 0, 0)
        self._points.setHorizontalSpacing(7)
        self._points.setVerticalSpacing(3)
        self._points.setColumnStretch(1, 1)
        column.addLayout(self._points)
        self.lines: tuple[str, ...] = ()

    def set_heading(self, text: str) -> None:
        """Show another title."""
        self.heading.setText(text)

    def say(self, text: str) -> None:
        """Show other words."""
        if text != self.words.text():
            self.words.setText(text)
        self.setVisible(bool(text))

    def say_points(self, lines: Sequence[str]) -> None:
        """Show a list; a point of two lines stands clear of its dot."""
        self.words.hide()
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            while self._points.count():
                item = self._points.takeAt(0)
                if item is not None and (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for row, line in enumerate(lines):
                self._points.addWidget(small("•"), row, 0, Qt.AlignmentFlag.AlignTop)
                self._points.addWidget(small(line), row, 1)
        self.setVisible(bool(lines))


class HelpTexts(QWidget):
    """The three help texts and the article. The keyboard can stand on it with F1, so that a reader reads it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.why = HelpBlock("info", "accent", _("Waarom vragen we dit?"))
        self.example = HelpBlock("lightbulb", "accent", _("Voorbeeld"))
        self.not_written = HelpBlock("ban", "late", _("Dit schrijf je niet op"))
        self.may_ask = HelpBlock("circle-check", "ok", _("Dit mag je vragen"))
        self.never_ask = HelpBlock("ban", "late", _("Dit vraag je niet"))
        self.tells = HelpBlock("message-circle", "accent", "")
        self.readers = HelpBlock("monitor-check", "muted", _("Wie leest mee?"))
        self.source = QWidget()
        line = QHBoxLayout(self.source)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("scale", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        self.source_words = Label("", "small_strong", "muted", wrap=True)
        line.addWidget(self.source_words, 1)
        blocks = (self.why, self.may_ask, self.never_ask, self.tells, self.example, self.not_written, self.readers)
        for part in (*blocks, self.source):
            column.addWidget(part)
        for part in (self.may_ask, self.never_ask, self.tells):
            part.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        ask_ring(self, 4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_for(self, step: Step, field: Field | None, *, guarded: bool) -> None:
        """Show the help of a question, and where it has none that of its step."""
        self.why.set_heading(_("Waarom vragen we dit?"))
        why = _(field.why) if field is not None and field.why else _(step.why)
        example = _(field.example) if field is not None and field.example else _(step.example)
        self._say(why, example, _(step.not_written), _(step.source))
        self.readers.say(
            _("Niemand. Het programma kijkt alleen op deze computer, met een vaste woordenlijst.") if guarded else ""
        )

    def show_talk(self, kind: str, name: str) -> None:
        """Show what may be asked in a kind of talk and what is never asked; an empty kind takes it away."""
        cards = cards_for(kind, name) if kind else {"mag": [], "nooit": []}
        self.may_ask.say_points(cards["mag"])
        self.never_ask.say_points(cards["nooit"])
        self.tells.set_heading(_("Vertelt {naam} het zelf?").format(naam=name or _("je medewerker")))
        self.tells.say(tells_it_anyway() if kind else "")

    def show_for_finish(self, scope: Scope) -> None:
        """Show what finishing means."""
        why = {
            Scope.RECORD: _(
                "Wat je hier bewaart, staat straks vanzelf in elk formulier. Je kunt het altijd nog veranderen."
            ),
            Scope.CASE: _(
                "Een vastgesteld papier verandert niet meer. Zo kun je later laten zien wat jullie afspraken. "
                "Verandert er iets? Dan maak je een nieuwe versie."
            ),
            Scope.CASE_RECORD: _(
                "Wat je hier bewaart, telt meteen mee in dit dossier. Er komt geen papier van. "
                "Je kunt het altijd veranderen."
            ),
            Scope.JOURNAL: _(
                "De regel komt in het logboek en verandert niet meer. Klopt er later iets niet? Dan schrijf je een "
                "verbetering, en blijft de oude regel staan."
            ),
        }[scope]
        self.why.set_heading(_("Wat gebeurt er nu?"))
        self._say(why, "", "", "")
        self.readers.say("")

    def _say(self, why: str, example: str, not_written: str, source: str) -> None:
        self.why.say(why)
        self.example.say(example)
        self.not_written.say(not_written)
        self.source_words.setText(source)
        self.source.setVisible(bool(source))
        parts = [
            f"{self.why.heading.text()} {why}" if why else "",
            _("Voorbeeld") + f": {example}" if example else "",
            _("Dit schrijf je niet op") + f": {not_written}" if not_written else "",
            source,
        ]
        self.setAccessibleName(_("Uitleg"))
        self.setAccessibleDescription(" ".join(part for part in parts if part))


class _Fade(QWidget):
    """Lets the lowest lines fade where there is more below, so that no line looks cut."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        ground = theme.current().base
        clear = QColor(ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(0.75, ground)
        gradient.setColorAt(1, ground)
        painter = QPainter(self)
        painter.fillRect(self.rect(), gradient)
        painter.end()


class WrapScroll(QScrollArea):
    """As high as its content where there is room, and scrolled where there is not."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._most = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        content.installEventFilter(self)
        self._fade = _Fade(self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._place_fade)
        bar.rangeChanged.connect(self._place_fade)
        self._place_fade()

    def _place_fade(self) -> None:
        bar = self.verticalScrollBar()
        view = self.viewport().geometry()
        self._fade.setGeometry(view.left(), view.bottom() + 1 - _FADE, view.width(), _FADE)
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.raise_()

    @override
    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return False

    def fit(self) -> None:
        """Ask for the height the content needs at this width."""
        height = max(20, self._content.heightForWidth(self.width()))
        if self.maximumHeight() != height:
            self.setMaximumHeight(height)
        least = min(height, self._most) if self._most else 0
        if self.minimumHeight() != least:
            self.setMinimumHeight(least)

    def set_most(self, height: int) -> None:
        """Say up to which height the content is shown without scrolling."""
        self._most = height
        self.fit()

    @override
    def resizeEvent(self, event: object, /) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the event of Qt
        self.fit()
        self._place_fade()


class FoldedHelp(Surface):
    """The help on a narrow window: a line "Uitleg" that opens in place. Signal `toggled(open)`."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(6)
        self.button = quiet(_("Uitleg"), icon="info", trailing="chevron-up")
        self.button.clicked.connect(self._toggle)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.texts = HelpTexts()
        self.texts_scroll = WrapScroll(self.texts)
        column.addWidget(self.texts_scroll)
        self.is_open = False
        self.texts_scroll.hide()
        self.setMaximumHeight(44)

    def _toggle(self) -> None:
        self.set_open(on=not self.is_open)

    def set_open(self, *, on: bool) -> None:
        """Open or close it."""
        if on == self.is_open:
            return
        self.is_open = on
        self.texts_scroll.setVisible(on)
        self.setMaximumHeight(240 if on else 44)
        self.button.setAccessibleDescription(_("open") if on else _("dicht"))
        self.toggled.emit(on)
