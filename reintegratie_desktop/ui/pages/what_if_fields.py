"""The fields at the left of "Wat als": the days as they are, to be changed at will."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.services.what_if import WhatIf
from reintegratie_desktop.services.what_if_facts import (
    BREAK,
    FIRST_DAY,
    LAST_TALK,
    LEAVE,
    LEAVE_FROM,
    LEAVE_TO,
    NEXT_TALK,
    REPAIRED,
    SANCTION,
    Trial,
    TryField,
)
from reintegratie_desktop.text.formatting import day_month
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.ui.fields.dates import DayLine
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.leave_panel import LeaveCalculator
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import HairLine
from reintegratie_desktop.ui.widgets.patience import after_click

_PARTS: Final = ((BREAK, N_("Onderbreking")), (LEAVE, N_("Verlof")), (SANCTION, N_("Loonsanctie")))


class TryFields(Card):
    """The card with the days. Signal `changed` at every edit; `trial` is what stands here now."""

    changed = Signal()

    def __init__(self, case: WhatIf, today: date, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, spacing=10, parent=parent)
        self._case, self._today = case, today
        self.rows: dict[str, FormRow] = {}
        self.lines: dict[str, DayLine] = {}
        self.folds: dict[str, FlushLink] = {}
        self._bodies: dict[str, QWidget] = {}
        self._refused: Mapping[str, str] = {}
        self.sanction = CheckBox(_("UWV geeft een loonsanctie"))
        self.calculator = LeaveCalculator(today)
        self.set_title(_("Verander een datum"))
        for field in case.fields:
            if not field.group:
                self.add(self._row(field))
        for group, title in _PARTS:
            self.add(HairLine())
            self._add_part(group, _(title))
        self.calculator.taken.connect(self._take_leave)
        self.sanction.toggled.connect(self._changed)
        self.put_back()

    def _row(self, field: TryField) -> FormRow:
        line = DayLine(self._today)
        label = _(field.label)
        if field.key == NEXT_TALK and self._case.now.day(LAST_TALK) is None:
            label = _("Evaluatie op")
        if field.key == FIRST_DAY and self._case.is_relapse:
            label = _("Eerste ziektedag van deze melding")
        row = FormRow(label, line, help=_(field.help) if field.help else "")
        line.edited.connect(self._changed)
        line.editingFinished.connect(lambda: after_click(self, self._left))
        self.rows[field.key], self.lines[field.key] = row, line
        return row

    def _add_part(self, group: str, title: str) -> None:
        link = FlushLink(title, "label", icon="chevron-right")
        link.setCheckable(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if group == SANCTION:
            column.addWidget(self.sanction)
        if group == LEAVE:
            column.addWidget(self.calculator)
        for field in self._case.fields:
            if field.group == group:
                column.addWidget(self._row(field))
        self.folds[group], self._bodies[group] = link, inner
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(inner)
        inner.hide()
        link.toggled.connect(lambda on, part=group: self._unfold(part, on))

    def _unfold(self, group: str, on: bool) -> None:
        self._bodies[group].setVisible(on)
        self.folds[group].set_icon("chevron-down" if on else "chevron-right")

    # --- what stands here -------------------------------------------------------------------------------------------

    @property
    def trial(self) -> Trial:
        """Return what stands in the fields; a field that cannot be read counts as unchanged."""
        now = self._case.now
        days = {key: line.day() or (now.day(key) if line.text().strip() else None) for key, line in self.lines.items()}
        return Trial({**now.days, **days}, self.sanction.isChecked())

    @property
    def is_readable(self) -> bool:
        """Tell whether every field is empty or holds a day."""
        return all(line.day() is not None or not line.text().strip() for line in self.lines.values())

    def put_back(self) -> None:
        """Show the days as they are in the dossier."""
        for key, line in self.lines.items():
            day = self._case.now.day(key)
            line.set_json(day.isoformat() if day is not None else "")
        self.sanction.setChecked(self._case.now.loonsanctie)
        self.calculator.clear()
        for group, link in self.folds.items():
            # What the dossier knows is in view: of a closed one that is the day of recovery.
            known = any(
                self._case.now.day(field.key) is not None for field in self._case.fields if field.group == group
            )
            link.setChecked(known or (group == SANCTION and self._case.now.loonsanctie))
        self._changed()

    def show_refused(self, refused: Mapping[str, str]) -> None:
        """Say under each field what does not fit; a folded part with such a field unfolds."""
        self._refused = refused
        groups = {field.key: field.group for field in self._case.fields}
        for key, row in self.rows.items():
            line = self.lines[key]
            unread = line.day() is None and bool(line.text().strip()) and not line.hasFocus()
            row.set_error(
                _("Dit lezen we niet als datum. Schrijf bijvoorbeeld 21-11-2026 of 21 nov.")
                if unread
                else refused.get(key, "")
            )
            if row.error and groups[key]:
                self.folds[groups[key]].setChecked(True)

    def _changed(self) -> None:
        trial = self.trial
        for key, row in self.rows.items():
            was, day = self._case.now.day(key), trial.day(key)
            row.set_note(_("was {dag}").format(dag=_shown(was)) if was is not None and was != day else "")
        self.rows[REPAIRED].setVisible(self.sanction.isChecked())
        self.changed.emit()

    def _left(self) -> None:
        """Say what cannot be read once the keyboard has left; the dates were computed while typing.

        Nothing is computed here: a keyboard also leaves when the file is being closed.
        """
        self.show_refused(self._refused)

    def _take_leave(self, first: date, last: date) -> None:
        for key, day in ((LEAVE_FROM, first), (LEAVE_TO, last)):
            self.lines[key].set_json(day.isoformat())
        self._changed()


def _shown(day: date) -> str:
    return f"{day_month(day)} {day.year}"
