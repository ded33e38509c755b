"""The journal of a dossier: what happened on which day, lines of one's own, corrections, and giving it away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from reintegratie_desktop.services import journal
from reintegratie_desktop.services.journal import FORM, kind_words
from reintegratie_desktop.services.views import JournalView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.common import add_item, open_menu
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, secondary
from reintegratie_desktop.ui.widgets.card import row
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines


class JournalList(QWidget):
    """The lines of the journal, newest first, with what can be done with them."""

    def __init__(self, host: Host, case_id: str, lines: Sequence[JournalView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._case_id = host, case_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = small(
            _(
                "Wat je doet, houdt het programma zelf bij. Er gaat niets uit weg: klopt een regel niet, dan zet je er "
                "een verbetering bij. Zo kun je later laten zien wat je wanneer hebt gedaan."
            )
        )
        self.add_button = secondary(_("Regel toevoegen"), icon="plus")
        self.add_button.clicked.connect(lambda: host.open_form(FORM, case_id))
        self.save_button = secondary(_("Bewaren"), icon="file-down")
        self.save_button.setAccessibleName(_("Logboek bewaren"))
        self.save_button.clicked.connect(lambda: open_menu(self.save_button, self.save_menu(self.save_button)))
        line = row(words, spacing=12)
        line.setStretch(0, 1)
        for button in (self.add_button, self.save_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        table = TableList(
            (
                Column(_("Dag"), 180),
                Column(_("Wat"), 200, 1),
                Column(_("Soort"), 130),
                Column(_("Vastgelegd"), 190),
                Column("", 44),
            ),
            name=_("Logboek"),
            row_height=44,
        )
        self.correct_buttons: dict[int, Button] = {}
        for item in lines:
            kind = kind_words(item.kind)
            day = day_weekday(item.happened_on, year=True)
            written = f"{day_weekday(item.at.date())}, {item.at:%H:%M}"
            second = _second_line(item)
            cells: list[str | TwoLines | QWidget] = [
                day,
                TwoLines(item.description, second, role="body"),
                Label(kind, "small", "muted"),
                written,
                self._correct_button(item),
            ]
            table.add_row(str(item.nr), cells, ", ".join(filter(None, (day, item.description, kind, second))))
        column.addWidget(table)

    def _correct_button(self, line: JournalView) -> Button:
        button = icon_only("pen-line", _("Verbetering bij regel {nr} schrijven").format(nr=line.nr))
        button.clicked.connect(lambda: self._host.open_form(FORM, self._case_id, kind=str(line.nr)))
        self.correct_buttons[line.nr] = button
        return button

    def save_menu(self, parent: QWidget) -> QMenu:
        """Return the ways to keep the journal as a file."""
        menu = QMenu(parent)
        add_item(menu, _("PDF voor het verslag, zoals je werknemer het ziet…"), partial(self.ask_pdf, whole=False))
        add_item(menu, _("PDF met alle regels…"), partial(self.ask_pdf, whole=True))
        add_item(menu, _("Tabel met alle regels (CSV)…"), self.ask_table)
        return menu

    def ask_pdf(self, *, whole: bool) -> None:
        """Ask where the PDF goes."""
        self._ask("pdf", _("PDF-bestand (*.pdf)"), lambda path: self.save_pdf(path, whole=whole))

    def ask_table(self) -> None:
        """Ask where the table goes."""
        self._ask("csv", _("Tabel (*.csv)"), self.save_table)

    def _ask(self, ending: str, kinds: str, save: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._host.dialog_parent, _("Logboek bewaren"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        name_file_dialog(dialog, _("Bewaren"))
        dialog.setNameFilter(kinds)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(journal.file_name(self._host.desk, self._case_id, ending))
        dialog.fileSelected.connect(lambda path: save(Path(path)))
        fit_to_screen(dialog)
        dialog.open()

    def save_pdf(self, target: Path, *, whole: bool) -> None:
        """Save the journal as PDF at a place the user chose."""
        self._attempt(lambda: journal.save_pdf(self._host.desk, self._case_id, target, whole=whole))

    def save_table(self, target: Path) -> None:
        """Save the journal as a table at a place the user chose."""
        self._attempt(lambda: journal.save_csv(self._host.desk, self._case_id, target))

    def _attempt(self, save: Callable[[], None]) -> None:
        try:
            save()
        except KnownError as error:
            show_known_error(self._host.dialog_parent, error)
            return
        self._host.changed()


def _second_line(line: JournalView) -> str:
    """Return who did it and with whom, and which line puts which right."""
    parts = [line.who]
    if line.with_whom:
        parts.append(_("met {wie}").format(wie=line.with_whom))
    if line.corrects is not None:
        parts.append(_("verbetert regel {nr}").format(nr=line.corrects))
    if line.corrected_by is not None:
        parts.append(_("verbeterd in regel {nr}").format(nr=line.corrected_by))
    if not line.visible_to_employee:
        parts.append(_("niet in het verslag"))
    return ", ".join(filter(None, parts))
