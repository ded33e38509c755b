"""Medewerkers: everybody in the file, with the dossier that runs and those that are closed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reintegratie_desktop.services.views import EmployeeView
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.pages.common import PageHead, add_item, clear_column, open_menu, swallow_second_click
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, primary, secondary
from reintegratie_desktop.ui.widgets.card import row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

if TYPE_CHECKING:
    from reintegratie_desktop.ui.pages.host import Host


class EmployeesPage(QWidget):
    """The list of employees, with a search line."""

    def __init__(self, host: "Host", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.table: TableList | None = None
        self._empty: EmptyState | None = None
        self._people: dict[str, EmployeeView] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller()
        whole.addWidget(scroller)
        column = scroller.column
        add = secondary(_("Werknemer toevoegen"), icon="plus")
        add.clicked.connect(lambda: host.open_form("werknemer"))
        self.report_button = primary(_("Ziekmelding"), icon="plus")
        self.report_button.setToolTip("Ctrl+N")
        self.report_button.clicked.connect(lambda: host.report_sick())  # noqa: PLW0108 - the signal brings a value along
        self.more = icon_only("ellipsis", _("Meer bij Medewerkers"))
        self.more.clicked.connect(lambda: open_menu(self.more, self._page_menu()))
        self._head_buttons = (self.more, add, self.report_button)
        column.addWidget(PageHead(_("Medewerkers"), "", *self._head_buttons))
        self.search = LineEdit()
        self.search.setAccessibleName(_("Zoek op naam of functie"))
        self.search.setPlaceholderText(_("Zoek op naam of functie"))
        self.search.setFixedWidth(340)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._fill())
        self._search_line = QWidget()
        self._search_line.setLayout(row(self.search, None))
        column.addWidget(self._search_line)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.focus_search)

    def refresh(self) -> None:
        """Read the list anew."""
        self._fill()

    def focus_search(self) -> None:
        """Put the keyboard in the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_first(self) -> None:
        """Put the keyboard on the first employee, or on the one button of the empty page."""
        if self.table is not None and self.table.rows:
            self.table.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._empty is not None:
            self._empty.focus_first()

    def _fill(self) -> None:
        wanted = self.search.text().strip()
        people = self._host.desk.employees(wanted)
        self._people = {person.id: person for person in people}
        clear_column(self._list)
        self.table = self._empty = None
        nobody = not people and not wanted
        self._search_line.setVisible(not nobody)
        for button in self._head_buttons:
            button.setVisible(not nobody)
        if nobody:
            self._show_nobody()
        elif not people:
            self._show_not_found(wanted)
        else:
            self._show(people)

    def _show_nobody(self) -> None:
        self._empty = EmptyState(
            _("Hier komen je werknemers te staan"),
            (
                _("Je zet alleen iemand in dit programma als hij of zij ziek is gemeld."),
                _("Je beantwoordt alleen vragen die je mag stellen. Daarna staat het hele plan klaar."),
            ),
            button=(_("Ziekmelding vastleggen"), "plus", self._host.report_sick),
            links=(
                (_("Alleen een werknemer toevoegen"), lambda: self._host.open_form("werknemer")),
                (_("Dossier binnenhalen…"), self._ask_in),
            ),
        )
        self._list.addWidget(self._empty, 1)

    def _show_not_found(self, wanted: str) -> None:
        self._empty = EmptyState(
            _("Niemand gevonden met ‘{naam}’").format(naam=wanted),
            picture="none",
            button=(_("Wis het zoeken"), "", self.search.clear),
            filled=False,
        )
        self._list.addWidget(self._empty, 1)

    def _show(self, people: tuple[EmployeeView, ...]) -> None:
        table = TableList(
            (
                Column(_("Werknemer"), 200, 1),
                Column(_("Contract"), 120),
                Column(_("Dossier"), 300),
                Column("", 180, right=True),
            ),
            name=_("Medewerkers"),
            row_height=62,
        )
        for person in people:
            closed = len(person.closed_cases)
            words = ngettext("{n} gesloten dossier", "{n} gesloten dossiers", closed).format(n=closed) if closed else ""
            made = table.add_row(person.id, self._cells(person, words), self._sentence(person, words))
            if person.case_id or person.closed_cases:
                made.set_links(0)
        table.row_linked.connect(self._follow)
        table.row_activated.connect(self._open)
        table.row_opened.connect(self._open_dossier)
        self.table = table
        self._list.addWidget(table)
        self._list.addStretch(1)

    @staticmethod
    def _sentence(person: EmployeeView, closed: str) -> str:
        return ", ".join(part for part in (person.name, person.function, person.case_words, closed) if part)

    def _cells(self, person: EmployeeView, closed: str) -> list[str | TwoLines | QWidget]:
        case = QWidget()
        line = row(spacing=10)
        case.setLayout(line)
        if person.case_id:
            line.addWidget(Chip(person.case_words, "plan"))
        if closed:
            line.addWidget(Label(closed, "small", "muted"))
        if not person.case_id and not closed:
            line.addWidget(Label(_("geen dossier"), "small", "muted"))
        words = _("Dossier openen") if person.case_id else _("Ziekmelding")
        open_button = secondary(words, small=True)
        open_button.setAccessibleName(f"{words}, {person.name}")
        open_button.clicked.connect(lambda: self._open(person.id))
        more = icon_only("ellipsis", _("Meer bij {naam}").format(naam=person.name))
        more.clicked.connect(lambda: open_menu(more, self._menu(person, more)))
        buttons = QWidget()
        buttons.setLayout(row(None, open_button, more, spacing=4))
        return [TwoLines(person.name, person.function, role="name"), person.hours, case, buttons]

    def _page_menu(self) -> QMenu:
        """Return the menu of the page: what is seldom done here."""
        menu = QMenu(self.more)
        add_item(menu, _("Dossier binnenhalen…"), self._ask_in)
        return menu

    def _ask_in(self) -> None:
        from reintegratie_desktop.ui.pages.case_transfer import ask_in  # noqa: PLC0415 - only when asked

        ask_in(self._host)

    def _menu(self, person: EmployeeView, button: Button) -> QMenu:
        host = self._host
        menu = QMenu(button)
        add_item(menu, _("Gegevens wijzigen"), lambda: host.open_form("werknemer", employee_id=person.id))
        if person.case_id:
            add_item(menu, _("Papieren"), lambda: host.open_papers(person.case_id))
        for case_id, words in person.closed_cases:
            add_item(menu, _("Gesloten: {periode}").format(periode=words), partial(host.open_case, case_id))
        return menu

    def _follow(self, employee_id: str, _column: int) -> None:
        """Open the dossier of a name that was clicked on."""
        self._open_dossier(employee_id)
        swallow_second_click(self.window())

    def _open_dossier(self, employee_id: str) -> None:
        """Open the dossier that runs, otherwise the newest closed one; the button of the row asks for a new report."""
        person = self._people.get(employee_id)
        if person is not None and not person.case_id and person.closed_cases:
            self._host.open_case(person.closed_cases[-1][0])
        else:
            self._open(employee_id)

    def _open(self, employee_id: str) -> None:
        person = self._people.get(employee_id)
        if person is None:
            return
        if person.case_id:
            self._host.open_case(person.case_id)
        else:
            self._host.report_sick(employee_id)
