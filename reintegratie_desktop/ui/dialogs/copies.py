"""Writes down to whom a copy of a paper was given, on which day and how."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.forms.fields import Choice, Need, Text
from reintegratie_desktop.forms.later import WAYS
from reintegratie_desktop.services.signing import RECEIVERS, label_of
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import DayField
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor, make_row
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import small

Record = Callable[[str, date, str, str], None]
_TO: Final = Choice(key="aan", label=N_("Aan wie?"), need=Need.REQUIRED, options=RECEIVERS)
_NAME: Final = Text(key="naam", label=N_("Naam"), help=N_("Mag leeg blijven."), max_length=100)
_HOW: Final = Choice(key="hoe", label=N_("Hoe?"), help=N_("Mag leeg blijven."), options=WAYS)


class CopyDialog(CalmDialog):
    """Asks who got a copy and calls `record(to, day, how, name)`."""

    def __init__(
        self,
        paper: str,
        given: Sequence[dict[str, str]],
        today: date,
        made_on: date,
        record: Record,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Afschrift gegeven: {papier}").format(papier=paper), parent=parent)
        self._made_on, self._record = made_on, record
        if given:
            self.column.addWidget(small(_("Al gegeven: {wie}.").format(wie="; ".join(map(_in_words, given)))))
        context = EditorContext(today=today)
        self.to, self.name, self.how = (make_row(field, context) for field in (_TO, _NAME, _HOW))
        self.day_field = DayField(_("Op welke dag?"), today, start=today)
        for part in (self.to, self.name, self.day_field, self.how):
            self.column.addWidget(part)
        _editor(self.to).changed.connect(lambda: self.to.set_error(""))
        self.button = primary(_("Vastleggen"))
        self.set_buttons(self.button, self._save, cancel=_("Annuleren"))

    def _save(self) -> None:
        to = str(_editor(self.to).value() or "")
        self.to.set_error("" if to else _("Kies aan wie je het gaf."))
        if not to:
            self.to.focus_first()
            return
        day = self.day_field.day(not_before=self._made_on)
        if day is None:
            return
        how, name = str(_editor(self.how).value() or ""), str(_editor(self.name).value() or "")
        if self.attempt(lambda: self._record(to, day, how, name)):
            self.accept()


def _in_words(item: dict[str, str]) -> str:
    who = item["naam"] or label_of(RECEIVERS, item["aan"])
    return _("{wie} op {dag}").format(wie=who, dag=day_weekday(item["datum"], year=True))


def _editor(row: FormRow) -> FieldEditor:
    assert isinstance(row.widget, FieldEditor)
    return row.widget
