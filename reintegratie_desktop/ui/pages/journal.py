"""The journal of a dossier: what happened on which day, never what was written."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services.views import JournalView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines

KINDS: Final = {
    "melding": N_("melding"),
    "document": N_("papier"),
    "deadline": N_("afgevinkt"),
    "correctie": N_("verbetering"),
    "overdracht": N_("afgegeven"),
    "contact": N_("contact"),
}


class JournalList(QWidget):
    """The lines of the journal, newest first."""

    def __init__(self, lines: Sequence[JournalView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(
            small(
                _(
                    "Dit houdt het programma zelf bij. Je kunt er niets uit weghalen. Zo kun je later laten zien "
                    "wat je wanneer hebt gedaan."
                )
            )
        )
        table = TableList(
            (
                Column(_("Dag"), 180),
                Column(_("Wat"), 200, 1),
                Column(_("Soort"), 120),
                Column(_("Vastgelegd"), 190),
            ),
            name=_("Logboek"),
            row_height=44,
        )
        for index, line in enumerate(lines):
            kind = _(KINDS.get(line.kind, line.kind))
            day = day_weekday(line.happened_on, year=True)
            written = f"{day_weekday(line.at.date())}, {line.at:%H:%M}"
            cells: list[str | TwoLines | QWidget] = [
                day,
                TwoLines(line.description, line.who, role="body"),
                Label(kind, "small", "muted"),
                written,
            ]
            table.add_row(str(index), cells, ", ".join((day, line.description, kind)))
        column.addWidget(table)
