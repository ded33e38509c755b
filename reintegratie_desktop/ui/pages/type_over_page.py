"""Typing a paper over at UWV: every line with a button to copy it, the whole on paper, and the receipt afterwards."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services import type_over
from reintegratie_desktop.services.type_over import SheetLineView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.clipboard import Copying
from reintegratie_desktop.ui.dialogs.base import CalmDialog, fit_to_screen
from reintegratie_desktop.ui.dialogs.citizen_number import CitizenNumberDialog, TaxNumberDialog
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, small
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.services.incoming import Incoming
    from reintegratie_desktop.ui.pages.host import Host

_WIDTH: Final = 760
_HIGH: Final = 430
"""The lines scroll when they are higher than this, so that the buttons stay on a small screen."""
_LABEL: Final = 230
_DOWN: Final = 4
_SHOWN: Final = 3
"""Figures of a citizen number that stand on the screen after it was filled in."""


class SheetLineRow(QWidget):
    """One line: what it is called at UWV, the value, and a button to copy it. A line that was copied is marked.

    `ask(line)` is called for a number that has to be filled in first.
    """

    def __init__(
        self, line: SheetLineView, copy: Callable[[str, bool], None], ask: Callable[[SheetLineView], None]
    ) -> None:
        super().__init__()
        self.line, self._copy, self._ask = line, copy, ask
        self.secret = ""
        self.was_copied = False
        both = QHBoxLayout(self)
        both.setContentsMargins(4, 7, 4, 7)
        both.setSpacing(12)
        name = Label(line.label, "label", wrap=True)
        name.setFixedWidth(_LABEL)
        both.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.value = Label("", wrap=True)
        self.value.setTextInteractionFlags(
            Qt.TextInteractionFlag.NoTextInteraction if line.is_bsn else Qt.TextInteractionFlag.TextSelectableByMouse
        )
        words.addWidget(self.value)
        if line.help:
            words.addWidget(small(line.help))
        words.addStretch(1)
        for part in (name, self.value):
            # Beside a button, which is higher than a line of words.
            part.setContentsMargins(0, _DOWN, 0, 0)
        both.addLayout(words, 1)
        self.mark = IconLabel("check", "ok", 18)
        self.mark.setAccessibleName(_("Gekopieerd"))
        both.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.button = secondary("", small=True)
        self.button.setMinimumWidth(104)
        self.button.clicked.connect(self.press)
        both.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        # The place of the mark stays free, so that the buttons stand under each other.
        policy = self.mark.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.mark.setSizePolicy(policy)
        self.mark.hide()
        self._show()

    @property
    def is_open(self) -> bool:
        """Tell whether this is a number that was not filled in yet."""
        return not self.secret and (self.line.is_bsn or (self.line.is_tax_number and not self.line.value))

    def show_line(self, line: SheetLineView) -> None:
        """Show the line as it is now."""
        self.line = line
        self._show()

    def _show(self) -> None:
        name = self.line.label.lower()
        if self.line.is_upload:
            self.value.setText(self.line.value or _("Hier is geen stuk voor gekozen"))
            self.value.set_tone("text" if self.line.value else "muted")
            self.button.hide()
            return
        if self.is_open:
            self.value.setText(_("Wordt niet bewaard") if self.line.is_bsn else _("Niet ingevuld"))
            self.value.set_tone("muted")
            self.button.setText(_("Invullen"))
            self.button.setAccessibleName(_("Vul in: {veld}").format(veld=name))
            return
        self.value.set_tone("text")
        self.value.setText(
            "•" * (len(self.secret) - _SHOWN) + self.secret[-_SHOWN:] if self.secret else self.line.value
        )
        self.button.setText(_("Kopieer"))
        self.button.setAccessibleName(_("Kopieer {veld}").format(veld=name))
        if not self.secret and not self.line.value:
            self.value.setText(_("Niet ingevuld"))
            self.value.set_tone("muted")
            self.button.setEnabled(False)

    def press(self) -> None:
        """Copy the value, or ask for the number that is not there yet."""
        if self.is_open:
            self._ask(self.line)
            return
        self._copy(self.secret or self.line.value, bool(self.secret))
        self.was_copied = True
        self.mark.show()
        announce(self, _("Gekopieerd: {veld}").format(veld=self.line.label))

    def fill(self, number: str) -> None:
        """Take the citizen number for as long as the window is open."""
        self.secret = number
        self._show()


class TypeOverDialog(CalmDialog):
    """The sheet of one finished paper. What was copied here is off the clipboard when it closes."""

    def __init__(self, host: "Host", paper_id: str, parent: QWidget | None = None) -> None:
        self._host, self._paper_id = host, paper_id
        self.view = type_over.sheet_view(host.desk, paper_id)
        super().__init__(self.view.title, parent=parent, width=_WIDTH)
        self.copying = Copying(self)
        self.say(f"{self.view.where}. {self.view.order}")
        page = PageScroller(_WIDTH, margin=4)
        page.set_edges(2, 2)
        self.rows: dict[str, SheetLineRow] = {}
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.folder_button: Button | None = None
        for line in self.view.lines:
            if line.is_upload and self.folder_button is None:
                column.addWidget(self._uploads_head())
                column.addWidget(HairLine())
            made = SheetLineRow(line, lambda text, secret: self.copying.copy(text, secret=secret), self._ask_number)
            self.rows[line.key] = made
            column.addWidget(made)
            column.addWidget(HairLine())
        page.add(lines)
        page.setFixedHeight(_HIGH)
        self.column.addWidget(page)
        self.saved_in = Label("", "small", "ok", wrap=True)
        self.saved_in.hide()
        self.column.addWidget(self.saved_in)
        self.column.addWidget(small(_("Als je dit venster sluit, halen we wat je kopieerde van het klembord.")))
        self.print_button = secondary(_("Blad bekijken en afdrukken"), icon="printer")
        self.print_button.clicked.connect(self.ask_to_print)
        self.button = primary(_("Klaar"))
        self.set_buttons(self.button, left=self.print_button)
        self.receipt_button = secondary(_("Bevestiging toevoegen"), icon="paperclip")
        self.receipt_button.clicked.connect(self.ask_receipt)
        self.buttons.insertWidget(1, self.receipt_button)
        self.day_button = secondary(_("Gemeld? Vul de dag in"))
        self.day_button.setVisible(self.view.notes_open > 0)
        self.day_button.clicked.connect(self.note_days)
        self.buttons.insertWidget(2, self.day_button)
        self.finished.connect(self._forget)

    def _forget(self) -> None:
        self.copying.clear()
        for made in self.rows.values():
            made.secret = ""

    @property
    def _number(self) -> str:
        return next((made.secret for made in self.rows.values() if made.secret), "")

    def _uploads_head(self) -> QWidget:
        """Say that the lines below are sent as files, with a way to have them all at once."""
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(4, 16, 4, 8)
        line.setSpacing(12)
        line.addWidget(Label(_("Upload deze stukken als PDF."), "label", wrap=True), 1)
        self.folder_button = secondary(_("Bewaar deze stukken in een map"), icon="files", small=True)
        self.folder_button.clicked.connect(self.ask_folder)
        self.folder_button.setVisible(self.view.has_papers)
        line.addWidget(self.folder_button)
        return part

    def ask_folder(self) -> None:
        """Ask in which folder the papers that go along come."""
        from reintegratie_desktop.ui.qt_dutch import name_file_dialog  # noqa: PLC0415 - only when asked

        dialog = QFileDialog(self, _("In welke map komen de stukken?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        name_file_dialog(dialog, _("Bewaren"))
        fit_to_screen(dialog)
        dialog.fileSelected.connect(self.save_uploads)
        dialog.open()

    def save_uploads(self, folder: str) -> None:
        """Make the papers that go along beside the window, and put them in a new folder in the one chosen."""
        from pathlib import Path  # noqa: PLC0415 - only when asked

        from reintegratie_desktop.services.many_papers import save_folder  # noqa: PLC0415 - only when asked

        desk = self._host.desk
        try:
            papers = type_over.uploads(desk, self._paper_id)
        except KnownError as error:
            self._tell(error)
            return
        assert self.folder_button is not None
        self.folder_button.setEnabled(False)
        self.folder_button.setText(_("De stukken worden gemaakt"))
        name = type_over.uploads_name(desk, self._paper_id)
        run_in_background(
            lambda: save_folder(papers, Path(folder), name), self._uploads_saved, self._uploads_failed, owner=self
        )

    def _uploads_saved(self, target: object) -> None:
        type_over.note_uploads(self._host.desk, self._paper_id)
        self._host.changed()
        self._offer_folder(_("Nog een keer bewaren"))
        self.saved_in.setText(_("Bewaard in {map}").format(map=target))
        self.saved_in.show()
        announce(self, self.saved_in.text())

    def _uploads_failed(self, error: KnownError) -> None:
        self._offer_folder(_("Bewaar deze stukken in een map"))
        self._tell(error)

    def _offer_folder(self, words: str) -> None:
        assert self.folder_button is not None
        self.folder_button.setEnabled(True)
        self.folder_button.setText(words)
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_number(self, line: SheetLineView) -> None:
        if line.is_tax_number:
            TaxNumberDialog(self._keep_tax_number, parent=self).open()
            return
        CitizenNumberDialog(
            _("Dit nummer staat op de loonstrook. Het blijft hier staan tot je dit venster sluit."),
            self._fill_number,
            parent=self,
        ).open()

    def _keep_tax_number(self, typed: str) -> None:
        """Keep the number with the firm, and show it here.

        Raises:
            KnownError: it is not written as such a number.
        """
        type_over.keep_tax_number(self._host.desk, typed)
        self._host.changed()
        self.view = type_over.sheet_view(self._host.desk, self._paper_id)
        for line in self.view.lines:
            if line.is_tax_number:
                self.rows[line.key].show_line(line)
                self.rows[line.key].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_number(self, number: str) -> None:
        for made in self.rows.values():
            if made.line.is_bsn:
                made.fill(number)
                made.button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- on paper ---------------------------------------------------------------------------------------------------

    def ask_to_print(self) -> None:
        """Show the sheet as paper; first ask for the citizen number when it is not there."""
        if self._number:
            self.show_paper(self._number)
            return
        CitizenNumberDialog(
            _("Het nummer komt alleen op dit blad. Je mag het ook met de pen invullen."),
            self.show_paper,
            skip=_("Zonder nummer"),
            parent=self,
        ).open()

    def show_paper(self, number: str) -> None:
        """Show the sheet as it will be printed."""
        make = type_over.rendering(self._host.desk, self._paper_id, number)
        run_in_background(make, self._show, self._tell, owner=self)

    def _show(self, pdf: bytes) -> None:
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

        desk = self._host.desk
        self.preview = PreviewWindow(
            pdf,
            title=self.view.title,
            file_name=type_over.file_name(desk, self._paper_id),
            on_saved=lambda _path: type_over.note_saved(desk, self._paper_id),
            on_printed=lambda: type_over.note_printed(desk, self._paper_id),
            parent=self,
        )
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.open()

    # --- afterwards -------------------------------------------------------------------------------------------------

    def ask_receipt(self) -> None:
        """Ask for the receipt of UWV and keep it with the paper."""
        from reintegratie_desktop.ui.qt_dutch import name_file_dialog  # noqa: PLC0415 - only when asked

        dialog = QFileDialog(self, _("Kies het bestand met de bevestiging van UWV"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("PDF of foto (*.pdf *.jpg *.jpeg *.png)"))
        name_file_dialog(dialog, _("Toevoegen"))
        fit_to_screen(dialog, QSize(820, 560))
        dialog.fileSelected.connect(self.keep_receipt)
        dialog.open()

    def keep_receipt(self, path: str) -> None:
        """Show the receipt the user chose and ask whether it is kept; a large one is read beside the window."""
        from pathlib import Path  # noqa: PLC0415 - only when asked

        from reintegratie_desktop.ui.receiving import receive_file  # noqa: PLC0415 - only when asked

        receive_file(Path(path), self._ask_receipt, self._tell, owner=self)

    def _ask_receipt(self, given: "Incoming") -> None:
        from reintegratie_desktop.ui.dialogs.scan import ScanDialog  # noqa: PLC0415 - only when asked

        ScanDialog(self.view.title, given, lambda: self._keep(given), parent=self).open()

    def _keep(self, given: "Incoming") -> None:
        kept = self._host.desk.papers.attach(self._paper_id, given)
        self._host.changed()
        self.receipt_button.setText(_("Bevestiging toegevoegd"))
        announce(self, " ".join((_("Bevestiging toegevoegd"), *kept.warnings)))

    def note_days(self) -> None:
        """Ask on which day it was reported."""
        from reintegratie_desktop.ui.form.later_dialog import LaterDialog  # noqa: PLC0415 - only when asked

        desk = self._host.desk
        case_id = desk.store.papers.get(self._paper_id).case_id
        paper = next(view for view in desk.papers.views(case_id) if view.id == self._paper_id)
        dialog = LaterDialog(desk.later, paper, parent=self)
        dialog.accepted.connect(self._noted)
        dialog.open()
        dialog.focus_first()

    def _noted(self) -> None:
        self.view = type_over.sheet_view(self._host.desk, self._paper_id)
        self.day_button.setVisible(self.view.notes_open > 0)
        self._host.changed()

    def _tell(self, error: KnownError) -> None:
        self.refuse(error.message, error.next_step)


def open_sheet(host: "Host", paper_id: str) -> TypeOverDialog:
    """Open the sheet of a finished paper over the window."""
    dialog = TypeOverDialog(host, paper_id, parent=host.dialog_parent)
    dialog.open()
    first = next(iter(dialog.rows.values()), None)
    if first is not None:
        first.button.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def sheet_items(host: "Host", case_id: str, step: str) -> list[tuple[str, Callable[[], object]]]:
    """Return the way from a step to its sheet as an item of a menu; empty when there is nothing to type over."""
    paper_id = type_over.newest_to_type_over(host.desk, case_id, type_over.sheet_of_step(step))
    return [(_("Overtypen bij UWV"), partial(open_sheet, host, paper_id))] if paper_id else []
