"""The preview beside the parts of a report, and the question for the citizen number when it is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reintegratie_desktop.services.bundle import with_bsn
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.form.pdf_pages import PdfPages
from reintegratie_desktop.ui.form.preview_window import PageView
from reintegratie_desktop.ui.widgets.buttons import icon_only, primary
from reintegratie_desktop.ui.widgets.labels import Label, body, section
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

if TYPE_CHECKING:
    from reintegratie_desktop.services.bundle import Bundle, BundleSource

_PAGE: Final = QSize(340, 481)
_PAGE_NARROW: Final = QSize(280, 396)
_LONGEST: Final = 11


class ReportPreview(QWidget):
    """The report, page by page; it begins with what is missing. Ctrl+PageDown and Ctrl+PageUp turn the page."""

    def __init__(self, source: "BundleSource", *, narrow: bool = False) -> None:
        super().__init__()
        self._size = _PAGE_NARROW if narrow else _PAGE
        self._has_gaps = bool(source.gaps)
        self._pages: PdfPages | None = None
        self.page = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(2)
        self.title = section(_("Voorbeeld"))
        head.addWidget(self.title, 1)
        self.previous = icon_only("chevron-left", _("Vorige pagina"))
        self.count = Label("", "small", "muted")
        self.next = icon_only("chevron-right", _("Volgende pagina"))
        for part in (self.previous, self.count, self.next):
            head.addWidget(part)
            part.hide()
        column.addLayout(head)
        self.busy = Label("", "small", "muted", wrap=True)
        column.addWidget(self.busy)
        self.sheet = PageView()
        self.sheet.setFixedSize(self._size)
        column.addWidget(self.sheet)
        self.setFixedWidth(self._size.width() + 6)
        self.previous.clicked.connect(lambda: self.show_page(self.page - 1))
        self.next.clicked.connect(lambda: self.show_page(self.page + 1))
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self.show_page(self.page + step))
        self.destroyed.connect(self._drop(self))

    @staticmethod
    def _drop(preview: "ReportPreview") -> Callable[[], None]:
        held = preview.__dict__

        def close() -> None:
            pages = held.get("_pages")
            if pages is not None:
                pages.close()

        return close

    def set_busy(self, words: str) -> None:
        """Say that the preview is on its way."""
        self.busy.setText(words)
        self.busy.setVisible(bool(words))

    def show_paper(self, made: "Bundle") -> None:
        """Show a report that was made, at the page that says what is missing."""
        self.close_paper()
        self.set_busy("")
        self._pages = PdfPages(made.pdf)
        for part in (self.previous, self.count, self.next):
            part.show()
        self.show_page(self._first())

    def _first(self) -> int:
        """Return the page to begin with: that of what is missing, or the cover."""
        assert self._pages is not None
        if not self._has_gaps:
            return 0
        wanted = _("Wat ontbreekt of afwijkt")
        for page in range(min(self._pages.count, 6)):
            if wanted in self._pages.lines(page)[:6]:
                return page
        return 0

    def show_page(self, page: int) -> None:
        """Show a page; nothing happens before there is a report, and beyond its ends."""
        if self._pages is None or not 0 <= page < self._pages.count:
            return
        self.page = page
        width, height = self._pages.size(page)
        ratio = self.devicePixelRatioF()
        scale = min(self._size.width() / width, self._size.height() / height)
        image = self._pages.image(page, scale * ratio)
        image.setDevicePixelRatio(ratio)
        self.sheet.set_page(image)
        self.sheet.setAccessibleName(_("Pagina {pagina} van {alle}").format(pagina=page + 1, alle=self._pages.count))
        self.sheet.setAccessibleDescription(" ".join(self._pages.lines(page)))
        self.count.setText(_("{pagina} van {alle}").format(pagina=page + 1, alle=self._pages.count))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page < self._pages.count - 1)

    def close_paper(self) -> None:
        """Let go of the report that is shown."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None


class NumberDialog(CalmDialog):
    """Asks for the citizen number for on the cover. It may stay empty; it is kept nowhere."""

    def __init__(
        self, source: "BundleSource", then: "Callable[[BundleSource], None]", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Burgerservicenummer op het voorblad"), parent=parent)
        self._source, self._then = source, then
        self.say(
            _(
                "UWV wil het nummer van je werknemer op het voorblad. Vul het hier in, of laat het leeg en schrijf het "
                "er met de pen bij. Het komt alleen op dit verslag. Het programma bewaart het niet."
            )
        )
        label = body(_("Burgerservicenummer, mag leeg blijven"))
        self.number = LineEdit()
        self.number.setMaxLength(_LONGEST)
        self.number.setEchoMode(QLineEdit.EchoMode.Normal)
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhDigitsOnly)
        label.setBuddy(self.number)
        self.number.setAccessibleName(_("Burgerservicenummer"))
        self.column.addWidget(label)
        self.column.addWidget(self.number)
        self.button = primary(_("Verder"))
        self.set_buttons(self.button, self._go_on, cancel=_("Annuleren"))
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        ready: list[BundleSource] = []
        if self.attempt(lambda: ready.append(with_bsn(self._source, self.number.text()))):
            self.number.clear()
            self.accept()
            self._then(ready[0])
