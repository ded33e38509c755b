"""Editors for numbers in Dutch notation: hours, percentages, money, and the hours of a week."""

import re
from decimal import Decimal
from typing import Any, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.fields import Amount, Field, Number, Percent, as_decimal
from reintegratie_desktop.text import formatting
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.text.parsing import parse_hours, parse_money, parse_number
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_text
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

WEEKDAYS: Final = (
    N_("maandag"), N_("dinsdag"), N_("woensdag"), N_("donderdag"), N_("vrijdag"), N_("zaterdag"), N_("zondag"),
)  # fmt: skip


def shown_number(value: object) -> str:
    """Return decimal text as it is typed here: "7.5" becomes "7,5"; anything else stays as it is."""
    text = as_text(value)
    return text.replace(".", ",") if re.fullmatch(r"-?\d+(?:\.\d+)?", text) else text


def plain_decimal(number: Decimal | None) -> str | None:
    """Return a number as decimal text with a point, without an exponent."""
    return None if number is None else f"{number:f}"


class NumberEditor(FieldEditor):
    """A number with its unit. What cannot be read stays as typed."""

    span: int = 3

    def __init__(self, declared: Number, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._number = declared
        self.edit = LineEdit()
        self.edit.setMaximumWidth(150)
        line = QHBoxLayout()
        line.setSpacing(8)
        unit = _(declared.unit)
        if isinstance(declared, Amount):
            line.addWidget(Label(unit, "body", "muted"))
        line.addWidget(self.edit, 1)
        if unit and not isinstance(declared, Amount):
            line.addWidget(Label(unit, "body", "muted"))
        line.addStretch(0)
        self.column.addLayout(line)
        self.add_input(self.edit, "" if isinstance(declared, Amount | Percent) else unit)

    def _parse(self, text: str) -> Decimal | None:
        if isinstance(self._number, Amount):
            return parse_money(text)
        if isinstance(self._number, Percent):
            return parse_number(text.replace("%", ""))
        if self._number.unit.startswith("uur"):
            return parse_hours(text)
        return parse_number(text)

    @override
    def _show(self, value: Any) -> None:
        self.edit.setText(shown_number(value))
        self._show_cents()

    @override
    def _finish(self) -> None:
        self._show_cents()
        super()._finish()

    def _show_cents(self) -> None:
        """Show an amount that can be read with two decimals; what was typed otherwise stays."""
        amount = self._parse(self.edit.text()) if isinstance(self._number, Amount) else None
        if amount is not None:
            self.edit.setText(shown_number(plain_decimal(amount)))

    @override
    def _read(self) -> Any:
        return plain_decimal(self._parse(self.edit.text())) or self.edit.text().strip() or None


class WorkPatternEditor(FieldEditor):
    """The usual hours per day, Monday to Sunday, with the sum of the week."""

    def __init__(self, declared: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.edits: list[LineEdit] = []
        for index, name in enumerate(WEEKDAYS):
            day = _(name)
            head = small(day[:2])
            edit = LineEdit()
            edit.setMinimumWidth(44)
            edit.setMaximumWidth(76)
            self.edits.append(edit)
            grid.addWidget(head, 0, index)
            grid.addWidget(edit, 1, index)
            grid.setColumnStretch(index, 1)
            self.add_input(edit, _("uren op {dag}").format(dag=day))
            edit.textEdited.connect(self._tell)
        grid.setColumnStretch(len(WEEKDAYS), 1)
        self.column.addLayout(grid)
        self.sum = small("")
        self.column.addWidget(self.sum)
        self._tell()

    def _tell(self) -> None:
        hours = [as_decimal(self._day(edit) or "0") for edit in self.edits]
        known = [item for item in hours if item is not None]
        words = _("Samen {uren} per week").format(uren=formatting.hours(sum(known, Decimal(0))))
        self.sum.setText(words if len(known) == len(hours) else _("Vul voor elke dag een getal in, zoals 7,5."))

    def _day(self, edit: LineEdit) -> str:
        return plain_decimal(parse_hours(edit.text())) or edit.text().strip()

    @override
    def _show(self, value: Any) -> None:
        days = list(value) if isinstance(value, list) else []
        for index, edit in enumerate(self.edits):
            edit.setText(shown_number(days[index]) if index < len(days) else "")
        self._tell()

    @override
    def _read(self) -> Any:
        days = [self._day(edit) for edit in self.edits]
        return days if any(days) else None
