"""One rule in full: what it was and will be, where each value stands, and why somebody should look again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services.rules import RuleLine, RuleValue, what_to_do
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.inner_scroll import InnerScroll
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import icon_only
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, HairLine, Label, section, small, strong

_SIDE = 20
_EDGE = 16


class RuleDetail(Surface):
    """The panel beside the list; it scrolls by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        self._scroll = InnerScroll()
        whole.addWidget(self._scroll)
        self._column = self._scroll.column
        self._column.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        self._column.setSpacing(6)
        self.line: RuleLine | None = None
        self._said: list[str] = []
        self.show_line(None)

    def show_line(self, line: RuleLine | None) -> None:
        """Show a rule; None says that nothing is selected."""
        self.line = line
        clear_column(self._column)
        self._said = []
        self._scroll.go_to(0)
        if line is None:
            self._say(small(_("Kies een regel. Hier staat dan wat er geldt, en vanaf wanneer.")))
        else:
            self._fill(line)
        self._column.addStretch(1)
        self.setAccessibleName(self.spoken)

    @property
    def spoken(self) -> str:
        """Return all that is shown as sentences for a screen reader."""
        return ". ".join(words.rstrip(".") for words in self._said)

    def tell(self) -> None:
        """Let a screen reader say what is shown."""
        announce(self, self.spoken)

    def _say(self, label: Label) -> None:
        self._column.addWidget(label)
        self._said.append(label.text())

    def _fill(self, line: RuleLine) -> None:
        self._say(small(line.subject))
        self._say(section(line.label))
        if line.parts and line.to_check:
            chip = Chip(_("te controleren"), "soon", "triangle-alert")
            self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            self._said.append(chip.text())
            self._say(small(_("De bronnen geven hier geen zekerheid."), "text"))
            self._say(small(what_to_do(), "text"))
        for heading, text in line.parts:
            self._column.addSpacing(6)
            if heading:
                self._say(strong(heading))
            self._say(small(text, "text"))
        addresses: set[str] = set()
        for value in line.values:
            self._column.addSpacing(4)
            self._column.addWidget(HairLine())
            self._add_value(value, only=len(line.values) == 1)
            if value.url and value.url not in addresses:
                addresses.add(value.url)
                self._column.addWidget(_Address(value))

    def _add_value(self, value: RuleValue, *, only: bool) -> None:
        self._say(strong(value.value))
        since = _("{wanneer}, dit geldt nu").format(wanneer=value.since) if value.holds and not only else value.since
        self._say(small(_begun(since), "text"))
        self._say(small(value.source))
        if value.whole_name:
            self._say(small(_("Dat is: {wet}").format(wet=value.whole_name)))
        self._say(small(_begun(value.checked)))
        for reason in value.to_check:
            self._say(small(_("Te controleren: {reden}").format(reden=reason), "soon"))
        if value.to_check:
            self._say(small(what_to_do(value.url), "text"))


class _Address(QWidget):
    """Where a source can be read: the address, and a button that copies it. Nothing opens by itself."""

    def __init__(self, value: RuleValue) -> None:
        super().__init__()
        self._url = value.url
        copy = icon_only("copy", _("Kopieer het adres van {bron}").format(bron=value.source))
        copy.clicked.connect(self._copy)
        line = row(spacing=4)
        line.addWidget(ElidedLabel(value.url, "smallest"), 1)
        line.addWidget(copy)
        self.setLayout(line)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        announce(self, _("Het adres is gekopieerd."))


def _begun(words: str) -> str:
    """Return words with a capital to begin with."""
    return words[:1].upper() + words[1:]
