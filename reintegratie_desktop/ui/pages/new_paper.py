"""The list of papers that can be made: by phase, what each is for, and why not yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reintegratie_desktop.services.new_papers import NewPaper, NewPaperGroup
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.widgets.buttons import Button, secondary
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section, small

_WHY_WIDTH = 300
_BUTTON_WIDTH = 118


class NewPaperList(QWidget):
    """All kinds of paper in groups. Signal `asked(form, slot)`: the slot is "" for a new one."""

    asked = Signal(str, str)

    def __init__(self, groups: tuple[NewPaperGroup, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        self.first_buttons: dict[str, Button] = {}
        """What comes before a paper, by that paper."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for group in groups:
            card = Card(padding=0, spacing=0)
            head = QWidget()
            line = QHBoxLayout(head)
            line.setContentsMargins(20, 11, 20, 9)
            line.addWidget(section(group.title), 1)
            card.add(head)
            for paper in group.papers:
                card.add(HairLine())
                card.add(self._line(paper))
            column.addWidget(card)
        column.addStretch(1)

    def _line(self, paper: NewPaper) -> QWidget:
        part = QWidget()
        part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = QHBoxLayout(part)
        line.setContentsMargins(20, 7, 14, 7)
        line.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(paper.title, "label", "text" if paper.can else "muted", wrap=True))
        words.addWidget(small(paper.line))
        line.addLayout(words, 1)
        if not paper.can:
            why = Label(paper.reason, "small", "muted", wrap=True)
            why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            why.setFixedWidth(_WHY_WIDTH)
            line.addWidget(why)
            return part
        if paper.note:
            line.addWidget(Label(paper.note, "small", "muted"))
        if paper.first:
            # The warning comes first, so that is what is offered; who has one on paper elsewhere can go on.
            first = secondary(_("Waarschuwing maken"), small=True)
            first.setAccessibleName(f"{first.text()}, {paper.title}")
            first.clicked.connect(lambda: self.asked.emit(paper.first, ""))
            line.addWidget(first)
            self.first_buttons[paper.form] = first
        button = FlushLink(_("Toch maken")) if paper.first else secondary(paper.action, small=True)
        button.setAccessibleName(f"{button.text()}, {paper.title}")
        if not paper.first:
            button.setMinimumWidth(_BUTTON_WIDTH)
        button.clicked.connect(lambda: self.asked.emit(paper.form, paper.slot or ""))
        self.buttons[paper.form] = button
        line.addWidget(button)
        return part

    def focus_first(self) -> None:
        """Put the keyboard on the first paper that can be made."""
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
