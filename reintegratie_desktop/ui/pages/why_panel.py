"""The sum behind a date, what happens if it is late, and the article: "Waarom deze datum?"."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.step_words import INFORMATION
from reintegratie_desktop.services.views import StepState, StepView, SumLineView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import is_talk, was_done
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.inner_scroll import InnerScroll
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, section, small, strong
from reintegratie_desktop.ui.widgets.scroll import settle

_SIDE: Final = 20
_NOTHING_TO_DO: Final = (StepState.DONE, StepState.DONE_LATE, StepState.NOT_NEEDED, StepState.STOPPED)


class SumTable(QWidget):
    """The sum in two columns: what is added, and how much; the outcome is semi-bold."""

    def __init__(self, lines: Sequence[SumLineView]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.setAccessibleName(". ".join(f"{line.label}: {line.value}" for line in lines))
        for line in lines:
            column.addWidget(HairLine())
            part = QHBoxLayout()
            part.setContentsMargins(0, 5, 0, 5)
            part.setSpacing(12)
            role = "small_strong" if line.strong else "small"
            part.addWidget(Label(line.label, role, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
            part.addWidget(Label(line.value, role), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(part)


def head_words(step: StepView) -> tuple[str, str]:
    """Return the date of a step in one line, and a second line where the law says another day; each day once."""
    if step.day is None:
        return "", ""
    safe = day_weekday(step.day, year=True)
    hard = day_weekday(step.hard_day, year=True) if step.hard_day is not None else ""
    if was_done(step) and step.done_on is not None:
        waits = step.state is StepState.WAITING
        words = _("Gemaakt op {dag}, wacht op handtekening") if waits else _("Klaar op {dag}")
        done = words.format(dag=day_weekday(step.done_on, year=True))
        return done, _("Uiterlijk was {dag}.").format(dag=hard)
    if is_talk(step):
        return _("Afgesproken op {dag}").format(dag=safe), ""
    if step.id in INFORMATION or not hard or step.state in _NOTHING_TO_DO:
        return safe, ""
    if step.state is StepState.LATE:
        return _("Dit moest uiterlijk {dag} klaar zijn").format(dag=hard), ""
    law = _("Uiterlijk {dag}.").format(dag=hard) if step.hard_day != step.day else ""
    if step.days_left is not None and step.days_left < 0:
        return _("Doe het zo snel mogelijk"), law
    words = _("Liefst voor of op {dag}") if law else _("Uiterlijk {dag}")
    return words.format(dag=safe), law


def fill_why(column: QVBoxLayout, step: StepView, *, with_head: bool = True, detail: str = "") -> None:
    """Put the explanation of a step in a column: its date, the sum, what happens if it is late, the article.

    What the sum says in numbers is said in words under a link, so that the panel stays short.
    """
    if with_head:
        column.addWidget(body(step.title, "muted"))
    _add_words(column, detail)
    head, law = head_words(step)
    if head:
        column.addWidget(strong(head))
    if law and not step.sum:
        column.addWidget(small(law))
    if step.sum:
        column.addWidget(SumTable(step.sum))
        _add_words(column, step.counted_from)
    else:
        _add_words(column, step.explanation)
    _add_words(column, step.if_late)
    if step.source:
        line = row(spacing=8)
        line.addWidget(IconLabel("scale", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(step.source, "small_strong", wrap=True), 1)
        column.addLayout(line)
    if step.sum and step.explanation:
        column.addWidget(InWords(step.explanation))
    if step.doubts:
        column.addWidget(Room(step.doubts))


def _add_words(column: QVBoxLayout, words: str) -> None:
    if words:
        column.addWidget(small(words))


class Room(QWidget):
    """Where the law leaves room: each question with what this program counts with."""

    def __init__(self, doubts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(HairLine())
        head = row(IconLabel("info", "muted", 16), strong(_("Hier laat de wet ruimte")), None, spacing=8)
        head.setContentsMargins(0, 6, 0, 0)
        column.addLayout(head)
        for question, default in doubts:
            column.addWidget(Label(question, "small_strong", wrap=True))
            column.addWidget(small(default))
        self.setAccessibleName(" ".join(f"{question} {default}" for question, default in doubts))


class InWords(QWidget):
    """A link that unfolds the sum in words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.link = FlushLink(_("Uitleg in woorden"), icon="chevron-right")
        self.link.setCheckable(True)
        self.words = small(words)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        self.words.hide()
        self.link.toggled.connect(self._unfold)

    def _unfold(self, on: bool) -> None:
        self.words.setVisible(on)
        self.link.set_icon("chevron-down" if on else "chevron-right")


class WhyPanel(Surface):
    """The explanation of the selected step at the right of the list, with what can be done with the step under it.

    `acts(step)` gives the buttons. The explanation scrolls by itself when it is long; the buttons stay in view. In a
    narrow window the rows leave out what a step is about: `with_detail` says it here.
    """

    def __init__(
        self,
        acts: Callable[[StepView], Sequence[Button]],
        *,
        with_detail: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("base", "hair", 8, parent)
        self._acts, self._with_detail = acts, with_detail
        self.setAccessibleName(_("Waarom deze datum?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 16, 1, 8)
        column.setSpacing(8)
        self._title = section("")
        head = row(IconLabel("info", "accent", 18), self._title, spacing=8)
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.setStretch(1, 1)
        column.addLayout(head)
        self._scroller = InnerScroll(snug=True)
        self.inner = self._scroller.column
        self.inner.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.inner.setSpacing(6)
        column.addWidget(self._scroller, 1000)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._foot.setSpacing(2)
        column.addLayout(self._foot)
        column.addStretch(1)
        self._buttons: list[Button] = []
        self.step_id = ""
        self.show_step(None)

    @property
    def buttons(self) -> list[Button]:
        """Return the buttons under the explanation."""
        return list(self._buttons)

    def show_step(self, step: StepView | None) -> None:
        """Explain a step; None when there is nothing to explain."""
        _empty(self.inner)
        _empty(self._foot)
        self._buttons = []
        self.step_id = step.id if step else ""
        dated = step is None or step.day is not None
        self._title.setText(_("Waarom deze datum?") if dated else _("Over deze stap"))
        if step is None:
            self.inner.addWidget(small(_("Kies een stap om te zien hoe de datum is uitgerekend.")))
        else:
            fill_why(self.inner, step, detail=step.detail if self._with_detail else "")
            for told in self.findChildren(InWords):
                told.link.toggled.connect(lambda on, told=told: self._bring(told, on))
            self._buttons = list(self._acts(step))
            for button in self._buttons:
                self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroller.go_to(0)

    def _bring(self, told: InWords, on: bool) -> None:
        """Show the words that were unfolded: they stand below what was in view."""
        if on:
            settle()
            self._scroller.show_widget(told)


def _empty(column: QVBoxLayout) -> None:
    """Take widgets and nested lines out of a column."""
    while (item := column.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            while (part := inner.takeAt(0)) is not None:
                if (widget := part.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
