"""The rows of the papers of a dossier: a paper with its tick and buttons, the files kept with it, and their heads."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.views import AttachmentView, PaperView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.labels import Label, section, small


def card_head(words: str, *buttons: Button) -> QWidget:
    """Return the head of a list, with buttons at the right."""
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(20, 11, 14, 9)
    line.setSpacing(4)
    line.addWidget(section(words), 1)
    for button in buttons:
        line.addWidget(button)
    return part


def pick_buttons(words: str, on_all: Callable[[], None], on_none: Callable[[], None]) -> tuple[Button, Button]:
    """Return the two buttons that tick every paper of a list and none of them; `words` is the head of the list."""
    everything, nothing = quiet(_("Alles")), quiet(_("Niets"))
    everything.setAccessibleName(_("Alles aanvinken: {lijst}").format(lijst=words))
    nothing.setAccessibleName(_("Niets aanvinken: {lijst}").format(lijst=words))
    everything.clicked.connect(lambda: on_all())  # noqa: PLW0108 - the signal brings a value along
    nothing.clicked.connect(lambda: on_none())  # noqa: PLW0108 - likewise
    return everything, nothing


class Tick(CheckBox):
    """The box that ticks a paper; its words stand beside it in its row and are said with it.

    Up and down go to the tick above or below: signal `step(-1 or 1)`.
    """

    step = Signal(int)

    def __init__(self, paper: PaperView, *, on: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        day = day_weekday(paper.made_on, year=True)
        self.setAccessibleName(_("Aanvinken: {papier}, {dag}").format(papier=paper.title, dag=day))
        self.setChecked(on)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def line_of(
    title: str,
    sub: str,
    chip: QWidget | None,
    *buttons: Button,
    tick: QWidget | None = None,
    chosen: bool = False,
) -> Surface:
    """Return a row: a title with a line under it, a chip, and buttons; `chosen` draws it on a soft ground."""
    part = Surface("soft" if chosen else "base", "", 0)
    part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    line = QHBoxLayout(part)
    line.setContentsMargins(20, 8, 14, 8)
    line.setSpacing(10)
    if tick is not None:
        line.addWidget(tick)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(title, "label", wrap=True))
    words.addWidget(small(sub))
    line.addLayout(words, 1)
    if chip is not None:
        line.addWidget(chip)
    for button in buttons:
        line.addWidget(button)
    return part


def with_files(
    line: QWidget,
    files: Sequence[AttachmentView],
    save: Callable[[AttachmentView], None],
    take_back: Callable[[AttachmentView], None],
) -> QWidget:
    """Return a row with the files kept with its paper under it: each can be saved, and taken back."""
    whole = QWidget()
    both = QVBoxLayout(whole)
    both.setContentsMargins(0, 0, 0, 6)
    both.setSpacing(0)
    both.addWidget(line)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(20, 0, 20, 0)
    column.setSpacing(2)
    for kept in files:
        column.addLayout(_file_line(kept, save, take_back))
    both.addWidget(inner)
    return whole


def _file_line(
    kept: AttachmentView, save: Callable[[AttachmentView], None], take_back: Callable[[AttachmentView], None]
) -> QHBoxLayout:
    button = quiet(_("Bewaren als bestand"))
    button.setAccessibleName(_("Bewaren als bestand") + f", {kept.name}")
    button.clicked.connect(lambda: save(kept))
    added = _("toegevoegd op {dag}").format(dag=day_weekday(kept.added_on))
    back = quiet(_("Weghalen"))
    back.setAccessibleName(_("Weghalen") + f", {kept.name}")
    back.clicked.connect(lambda: take_back(kept))
    words = f"{kept.name}, {size_words(kept.size)}, {added}"
    line = row(IconLabel("paperclip", "muted", 15), spacing=7)
    line.addWidget(small(words), 1)
    line.addWidget(back)
    line.addWidget(button)
    return line


def signed_chip(paper: PaperView) -> QWidget | None:
    """Return what is said about the signatures of a paper; None when nobody signs it."""
    words = paper.signed_line
    if not words:
        return None
    if words == _("wil niet tekenen"):
        return Chip(words, "soon", "info")
    if words.startswith(_("wacht op handtekening van {wie}").split("{", 1)[0]):
        return Label(words, "small", "muted", wrap=True)
    return Chip(words, "ok", "circle-check")


def size_words(count: int) -> str:
    """Return a size in words: `340 kB`, `2,1 MB`."""
    kilo = 1000
    if count < kilo * kilo:
        return _("{n} kB").format(n=max(1, round(count / kilo)))
    return _("{n} MB").format(n=f"{count / kilo / kilo:.1f}".replace(".", _(",")))
