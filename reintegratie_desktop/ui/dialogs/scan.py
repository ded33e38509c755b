"""A file somebody chose for a paper: shown before it is kept, and taken back when it was the wrong one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import ChoiceField
from reintegratie_desktop.ui.widgets.buttons import destroying, primary
from reintegratie_desktop.ui.widgets.labels import small, strong
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from reintegratie_desktop.services.incoming import Incoming

_WIDTH: Final = 620
_PICTURE: Final = QSize(220, 290)
_POINTS: Final = 400
"""The longest side, in pixels, at which a page is looked at for anything written on it."""
_SAME: Final = 24
"""Greys that lie this close together, of 256, are one plain surface."""


def first_page(given: "Incoming") -> tuple[QImage, int]:
    """Return the first page of a file as a picture, and how many pages there are; nothing of a Word file is opened."""
    if given.kind == "docx":
        return QImage(), 0
    if given.kind != "pdf":
        return QImage.fromData(QByteArray(given.content)), 1
    import pypdfium2  # noqa: PLC0415 - only when a file comes in

    from reintegratie_desktop.ui.form.pdf_pages import PdfPages  # noqa: PLC0415 - likewise

    try:
        pages = PdfPages(given.content)
    except pypdfium2.PdfiumError:
        return QImage(), 0
    if not pages.count:
        pages.close()
        return QImage(), 0
    wide, high = pages.size(0)
    picture = pages.image(0, 2 * min(_PICTURE.width() / max(wide, 1), _PICTURE.height() / max(high, 1)))
    count = pages.count
    pages.close()
    return picture, count


def looks_empty(picture: QImage) -> bool:
    """Tell whether a page is one plain surface, so that nothing can be read on it."""
    if picture.isNull():
        return False
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    grey = picture.scaled(_POINTS, _POINTS, keep, smooth).convertToFormat(QImage.Format.Format_Grayscale8)
    wide, bits = grey.width(), bytes(grey.constBits())
    lines = [bits[start : start + wide] for start in range(0, grey.height() * grey.bytesPerLine(), grey.bytesPerLine())]
    return max(map(max, lines)) - min(map(min, lines)) < _SAME


class _Picture(QWidget):
    """The first page, small, on the white of paper."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(_PICTURE)
        self.setAccessibleName(_("Voorbeeld van het bestand"))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(0, 0, size.width(), size.height())
        box.moveCenter(self.rect().center())
        painter.drawImage(box, self._picture)
        painter.setPen(QPen(now.hair, 1))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()


class ScanDialog(CalmDialog):
    """Shows a file and asks whether it is kept with the paper; `keep()` is called when it is."""

    def __init__(
        self, paper: str, given: "Incoming", keep: Callable[[], None], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Bij dit papier bewaren?"), parent=parent, width=_WIDTH)
        from reintegratie_desktop.ui.pages.paper_rows import size_words  # noqa: PLC0415 - the pages use this dialog

        self._keep = keep
        picture, pages = first_page(given)
        self.say(paper)
        both = QHBoxLayout()
        both.setSpacing(18)
        self.picture: QWidget | None = None if picture.isNull() else _Picture(picture)
        if self.picture is not None:
            both.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(strong(given.name))
        told = [size_words(len(given.content))]
        if pages and given.kind == "pdf":
            told.append(ngettext("{n} bladzijde", "{n} bladzijden", pages).format(n=pages))
        self.told = small(", ".join(told))
        words.addWidget(self.told)
        if self.picture is None:
            words.addWidget(small(_("Van dit bestand kunnen we geen voorbeeld laten zien.")))
        self.empty: Notice | None = None
        if pages == 1 and looks_empty(picture):
            sentence = _("Deze foto lijkt leeg.") if given.kind != "pdf" else _("Deze bladzijde lijkt leeg.")
            self.empty = Notice(NoticeKind.WARN, sentence, _("Er staat niets op dat te lezen is. Wil je hem toch?"))
            words.addWidget(self.empty)
        words.addStretch(1)
        both.addLayout(words, 1)
        self.column.addLayout(both)
        self.button = primary(_("Bewaren"))
        self.set_buttons(self.button, self._yes, cancel=_("Annuleren"))

    def _yes(self) -> None:
        if self.attempt(self._keep):
            self.accept()


class TakeBackDialog(CalmDialog):
    """Asks why a file is taken back and calls `take(reason)`."""

    def __init__(self, name: str, take: Callable[[str], None], *, parent: QWidget | None = None) -> None:
        super().__init__(_("Bestand weghalen?"), parent=parent)
        self._take = take
        self.say(
            _(
                "{bestand} staat dan niet meer bij dit papier en niet in het verslag. In het logboek komt te staan dat "
                "je het weghaalde, en waarom."
            ).format(bestand=name)
        )
        self._words = {
            "verkeerd": _("Het was het verkeerde bestand"),
            "ander_papier": _("Het hoort bij een ander papier"),
            "onleesbaar": _("Het is niet goed te lezen"),
        }
        self.choice = ChoiceField(_("Waarom?"), [(value, words, "") for value, words in self._words.items()])
        self.choice.choose("verkeerd")
        self.column.addWidget(self.choice)
        self.button = destroying(_("Weghalen"), icon="trash-2")
        self.set_buttons(self.button, self._yes, cancel=_("Annuleren"))

    def _yes(self) -> None:
        if self.attempt(lambda: self._take(self._words[self.choice.chosen])):
            self.accept()
