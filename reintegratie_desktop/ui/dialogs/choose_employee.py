"""Who calls in sick? One of the employees in the file, or somebody new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services.views import EmployeeView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.widgets.buttons import primary, secondary
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

_SEARCH_FROM = 6
"""With so few people a list needs no search line."""


class ChooseEmployeeDialog(CalmDialog):
    """Lists the employees; `on_choose(employee_id)` and `on_new()` say how it goes on."""

    def __init__(
        self,
        people: Sequence[EmployeeView],
        on_choose: Callable[[str], None],
        on_new: Callable[[], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Wie meldt zich ziek?"), parent=parent, width=560)
        self._people, self._on_choose, self._on_new = tuple(people), on_choose, on_new
        self.search = LineEdit()
        self.search.setAccessibleName(_("Zoek op naam"))
        self.search.setPlaceholderText(_("Zoek op naam"))
        self.search.textChanged.connect(self._fill)
        self.column.addWidget(self.search)
        self.search.setVisible(len(self._people) > _SEARCH_FROM)
        self._scroller = PageScroller(width=600, margin=0)
        self._scroller.setMinimumHeight(min(320, 66 * max(1, len(self._people)) + 50))
        self.column.addWidget(self._scroller, 1)
        new = secondary(_("Nieuwe werknemer"), icon="plus")
        new.clicked.connect(self._new)
        self.choose_button = primary(_("Verder"), trailing="arrow-right")
        self.new_button = new
        self.set_buttons(self.choose_button, self._choose, cancel=_("Annuleren"), left=new)
        self.table: TableList | None = None
        self._fill("")

    def _fill(self, wanted: str) -> None:
        column: QVBoxLayout = self._scroller.column
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        found = [person for person in self._people if wanted.casefold() in person.name.casefold()]
        if not found:
            column.addWidget(small(_("Niemand gevonden met ‘{naam}’.").format(naam=wanted)))
            column.addStretch(1)
            self.table = None
            return
        table = TableList((Column("", 0, 1), Column("", 170)), header=False, row_height=52, show_selection=True)
        for person in found:
            state = Label(person.case_words or "", "small", "muted", wrap=True)
            name = ", ".join(part for part in (person.name, person.function, person.case_words) if part)
            table.add_row(person.id, [TwoLines(person.name, person.function), state], name)
        table.row_activated.connect(lambda _key: self._choose())
        self.table = table
        column.addWidget(table)
        column.addStretch(1)

    def focus_first(self) -> None:
        """Put the keyboard in the search line, or on the first employee."""
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.table is not None:
            self.table.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        if self.table is None or not self.table.selected:
            self.refuse(_("Kies eerst een werknemer."), _("Staat de naam er niet bij? Kies dan ‘Nieuwe werknemer’."))
            return
        chosen = self.table.selected
        if self.attempt(lambda: self._on_choose(chosen)):
            self.accept()

    def _new(self) -> None:
        if self.attempt(self._on_new):
            self.accept()
