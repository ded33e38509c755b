"""Editors for answers of several parts: a person, an address, a limit at work, a signature."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.fields import Address, Limited, Person, Signature
from reintegratie_desktop.text.i18n import N_, _
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_map, as_text
from reintegratie_desktop.ui.fields.choices import RadioList
from reintegratie_desktop.ui.fields.dates import DayLine, day_echo
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.patience import after_click
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit, LineEdit

PARTS: Final = {
    "naam": N_("naam"),
    "functie": N_("functie"),
    "telefoon": N_("telefoon"),
    "email": N_("e-mail"),
    "straat": N_("straat en huisnummer"),
    "postcode": N_("postcode"),
    "plaats": N_("plaats"),
}


def labelled(name: str, widget: QWidget) -> QVBoxLayout:
    """Return a control with a small label above it, for a part of an answer."""
    column = QVBoxLayout()
    column.setSpacing(2)
    head = Label(name[:1].upper() + name[1:], "small", "muted")
    head.setBuddy(widget)
    column.addWidget(head)
    column.addWidget(widget)
    return column


class PartsEditor(FieldEditor):
    """The base of editors with a line per part. Keys the editor does not know stay as they were."""

    def __init__(
        self,
        declared: Person | Address,
        context: EditorContext,
        places: dict[str, tuple[int, int, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(declared, context, parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.edits: dict[str, LineEdit] = {}
        for part, (row, column, span) in places.items():
            edit = LineEdit()
            self.edits[part] = edit
            grid.addLayout(labelled(_(PARTS[part]), edit), row, column, 1, span)
            self.add_input(edit, _(PARTS[part]))
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self._kept: dict[str, Any] = {}

    @override
    def _show(self, value: Any) -> None:
        self._kept = as_map(value) if not isinstance(value, str) else {"naam": value}
        for part, edit in self.edits.items():
            edit.setText(as_text(self._kept.get(part)))
            edit.setCursorPosition(0)

    @override
    def _read(self) -> Any:
        full = {**self._kept, **{part: edit.text().strip() for part, edit in self.edits.items()}}
        return full if any(full.values()) else None


class PersonEditor(PartsEditor):
    """A person: name, function, telephone, e-mail, or the parts the question asks for."""

    def __init__(self, declared: Person, context: EditorContext, parent: QWidget | None = None) -> None:
        parts = [part for part in declared.parts if part in PARTS]
        alone = len(parts) == 1
        places = {part: (index // 2, index % 2, 2 if alone else 1) for index, part in enumerate(parts)}
        super().__init__(declared, context, places, parent)


class AddressEditor(PartsEditor):
    """A Dutch address. The postcode is written as 1234 AB."""

    def __init__(self, declared: Address, context: EditorContext, parent: QWidget | None = None) -> None:
        places = {"straat": (0, 0, 2), "postcode": (1, 0, 1), "plaats": (1, 1, 1)}
        super().__init__(declared, context, places, parent)
        self.edits["postcode"].editingFinished.connect(self._tidy)

    def _tidy(self) -> None:
        edit = self.edits["postcode"]
        plain = edit.text().replace(" ", "").upper()
        if len(plain) == len("1234AB") and plain[:4].isdigit() and plain[4:].isalpha() and not edit.isReadOnly():
            edit.setText(f"{plain[:4]} {plain[4:]}")


class LimitedEditor(FieldEditor):
    """Limited at work in this respect: yes or no, and what that means for the work."""

    def __init__(self, declared: Limited, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._kept: dict[str, Any] = {}
        self.list = RadioList(across=True)
        self.list.fill([(True, _("Ja, beperkt"), ""), (False, _("Nee, niet beperkt"), "")])
        self.column.addWidget(self.list)
        self.edit = GrowingEdit(2)
        self.edit.setPlaceholderText(_("Wat betekent dit voor het werk?"))
        self.column.addWidget(self.edit)
        for button in self.list.buttons:
            self.add_input(button)
        self.add_input(self.edit, _("toelichting"))
        self.list.group.idToggled.connect(self._toggled)
        self.edit.textChanged.connect(self._touch)
        self.edit.editing_finished.connect(self._finish)
        self._fit()

    @override
    def _name_input(self, widget: QWidget, part: str) -> None:
        if part:
            super()._name_input(widget, part)
        else:
            self.list.setAccessibleName(self.label_text)
            self.list.setAccessibleDescription(self.description)
            widget.setAccessibleDescription(self.label_text)

    def _toggled(self, _number: int, on: bool) -> None:
        if on or self.list.chosen() is None:
            self._fit()
            self._touch()
            self._finish()

    def _fit(self) -> None:
        """Ask for an explanation when limited; what was written stays in view."""
        self.edit.setVisible(self.list.chosen() is True or bool(self.edit.toPlainText()))

    @override
    def _show(self, value: Any) -> None:
        self._kept = as_map(value) if not isinstance(value, bool) else {"beperkt": value}
        self.list.choose(self._kept.get("beperkt"))
        self.edit.set_text(as_text(self._kept.get("toelichting")))
        self._fit()

    @override
    def _read(self) -> Any:
        chosen, text = self.list.chosen(), self.edit.toPlainText()
        if chosen is None and not text:
            return None
        return {**self._kept, "beperkt": chosen, "toelichting": text}

    @override
    def focus_first(self) -> None:
        """Put the keyboard where something misses: at the answer, or at the explanation it asks for."""
        chosen = [button for button in self.list.buttons if button.isChecked()]
        waits = self.list.chosen() is True and not self.edit.toPlainText().strip()
        first: QWidget = self.edit if waits else (chosen or self.list.buttons)[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def text_edits(self) -> list[QLineEdit | QPlainTextEdit]:
        return [self.edit]


class SignatureEditor(FieldEditor):
    """Who signs, and whether that was done. The signature itself is put on paper."""

    span: int = 12

    def __init__(self, declared: Signature, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._kept: dict[str, Any] = {}
        if declared.means:
            self.column.addWidget(small(_(declared.means)))
        self.name_edit = LineEdit()
        self.column.addLayout(labelled(_("naam"), self.name_edit))
        self.list = RadioList(across=True)
        statuses = [("nog_niet", _("Nog niet getekend"), ""), ("getekend", _("Getekend"), "")]
        if declared.may_refuse:
            statuses.append(("geweigerd", _("Wil niet tekenen"), ""))
        self._statuses = statuses
        self.list.fill(statuses)
        self.column.addWidget(self.list)
        self.day_edit = DayLine(context.today)
        self.day_edit.setMaximumWidth(220)
        self.day_box = QWidget()
        inner = labelled(_("datum"), self.day_edit)
        inner.setContentsMargins(0, 0, 0, 0)
        self.echo = small("")
        inner.addWidget(self.echo)
        self.day_box.setLayout(inner)
        self.column.addWidget(self.day_box)
        self.add_input(self.name_edit, _("naam"))
        self._add_statuses()
        self.add_input(self.day_edit, _("datum"))
        self.list.group.idToggled.connect(self._toggled)
        self.day_edit.edited.connect(self._touch)
        self.day_edit.edited.connect(self._fit)
        self.day_edit.editingFinished.connect(lambda: after_click(self, self._fit))
        self._fit()

    def _add_statuses(self) -> None:
        for button in self.list.buttons:
            self.add_input(button, "status")

    @override
    def _name_input(self, widget: QWidget, part: str) -> None:
        if part == "status":
            self.list.setAccessibleName(_("{vraag}, getekend of niet").format(vraag=self.label_text))
            widget.setAccessibleDescription(self.label_text)
        else:
            super()._name_input(widget, part)

    def _toggled(self, _number: int, on: bool) -> None:
        if on or self.list.chosen() is None:
            self._fit()
            self._touch()
            self._finish()

    def _fit(self) -> None:
        signed = self.list.chosen() not in (None, "nog_niet")
        self.day_box.setVisible(signed or bool(self.day_edit.text()))
        day = self.day_edit.day()
        self.echo.setText(day_echo(day, self.context.today) if day else "")
        self.echo.setVisible(bool(self.echo.text()))

    @override
    def _show(self, value: Any) -> None:
        self._kept = as_map(value) if not isinstance(value, str) else {"naam": value}
        status = self._kept.get("status")
        if isinstance(status, str) and status and not self.list.knows(status):
            self._inputs = [item for item in self._inputs if item[1] != "status"]
            self.list.fill([*self._statuses, (status, status, "")])
            self._add_statuses()
        self.name_edit.setText(as_text(self._kept.get("naam")))
        self.list.choose(status)
        self.day_edit.set_json(self._kept.get("datum"))
        self._fit()

    @override
    def _read(self) -> Any:
        answer = {
            **self._kept,
            "naam": self.name_edit.text().strip(),
            "datum": self.day_edit.json(),
            "status": self.list.chosen(),
        }
        return answer if any(answer.values()) else None
