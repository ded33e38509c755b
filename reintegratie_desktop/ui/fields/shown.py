"""Answers that are shown or chosen, not typed: computed ones, references, files, and notes to read."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.context import as_day, is_filled
from reintegratie_desktop.forms.fields import Attachment, Computed, Need, Note, Reference
from reintegratie_desktop.text import formatting
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.drawing.hours_answer import chart_data
from reintegratie_desktop.ui.drawing.hours_chart import HoursChart
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_map, as_text
from reintegratie_desktop.ui.fields.dates import day_echo
from reintegratie_desktop.ui.fields.display import shown_answer
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import icon_only, secondary
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.choices import Combo
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, body, small, strong
from reintegratie_desktop.ui.widgets.text_edit import FIELD_HEIGHT

_SHORT: Final = ("number", "percent", "amount", "time")


class ComputedEditor(FieldEditor):
    """An answer that follows from others; it is shown and never typed."""

    def __init__(self, declared: Computed, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._computed = declared
        if declared.shows in _SHORT:
            self.span = 4
        self.label = body("")
        if declared.shows in _SHORT:
            # As high as a field beside it, so that the words stand on one line.
            self.label.setMinimumHeight(FIELD_HEIGHT)
        self.chart: HoursChart | None = None
        if declared.shows == "chart_hours":
            self.chart = HoursChart()
            self.column.addWidget(self.chart)
            self.add_input(self.chart)
        self.column.addWidget(self.label)
        self._show(None)

    @override
    def _show(self, value: Any) -> None:
        if self.chart is not None:
            data = chart_data(as_map(value), self.context.today)
            self.chart.set_data(data)
            self.chart.setVisible(bool(data.weeks))
            self.label.setText(_("Dit vult het programma in als de uren bekend zijn."))
            self.label.setVisible(not data.weeks)
            return
        day = as_day(value) if self._computed.shows == "day" else None
        words = shown_answer(self._computed, value)
        if day is not None:
            words = day_echo(day, self.context.today)
        elif self._computed.shows == "reference" and isinstance(value, Mapping):
            words = reference_words(value, self.context.titles)
        self.label.setText(words or _("Dit vult het programma in."))
        self.label.set_tone("text" if words else "muted")

    @override
    def set_accessible(self, name: str, description: str) -> None:
        super().set_accessible(name, description)
        self.label.setAccessibleName("")

    @override
    def set_error(self, text: str) -> None:
        """A computed answer has no edge to colour."""

    @override
    def focus_first(self) -> None:
        if self.chart is not None:
            self.chart.setFocus(Qt.FocusReason.TabFocusReason)


class NoteEditor(FieldEditor):
    """A text to read. It holds no answer."""

    shows_label: ClassVar[bool] = True

    def __init__(self, declared: Note, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        ground = Surface("soft", "", 8)
        line = QHBoxLayout(ground)
        line.setContentsMargins(14, 10, 14, 10)
        line.setSpacing(10)
        line.addWidget(IconLabel("info", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        if declared.label:
            words.addWidget(strong(_(declared.label)))
        for text in (declared.body or declared.help, *declared.links):
            if text:
                words.addWidget(small(_(text), "text" if text == declared.body else "muted"))
        line.addLayout(words, 1)
        self.column.addWidget(ground)


def reference_words(reference: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """Return `Opbouwschema, versie 3, 12 november 2026` for a reference."""
    if is_filled(reference.get("tekst")):
        return as_text(reference["tekst"])
    kind = as_text(reference.get("soort"))
    parts = [titles.get(kind, kind)]
    if is_filled(reference.get("versie")):
        parts.append(_("versie {versie}").format(versie=reference["versie"]))
    day = as_day(reference.get("datum"))
    if day is not None:
        parts.append(formatting.day_medium(day))
    return ", ".join(part for part in parts if part)


class ReferenceEditor(FieldEditor):
    """A link to a version of another paper of the case."""

    span: int = 6

    def __init__(self, declared: Reference, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._reference = declared
        self.combo = Combo()
        self.column.addWidget(self.combo)
        self.nothing = small(_("Er is nog geen papier om naar te verwijzen."))
        self.column.addWidget(self.nothing)
        self.add_input(self.combo)
        self._choices: list[dict[str, Any]] = []
        self._refresh(None)
        self.combo.currentIndexChanged.connect(self._touch)
        self.combo.currentIndexChanged.connect(self._finish)

    def _refresh(self, value: Any) -> None:  # noqa: ANN401 - a JSON value
        found = self.context.references(self._reference.to) if self.context.references is not None else ()
        self._choices = [dict(item) for item in found]
        chosen = as_map(value)
        if is_filled(chosen) and chosen not in self._choices:
            self._choices.append(chosen)
        self._showing = True
        self.combo.clear()
        self.combo.add_placeholder(_("Maak een keuze"), may_clear=self.field.need is Need.OPTIONAL)
        for number, choice in enumerate(self._choices):
            self.combo.addItem(reference_words(choice, self.context.titles), number)
        self.combo.setCurrentIndex(self._choices.index(chosen) + 1 if chosen in self._choices else 0)
        self._showing = False
        self.combo.setVisible(bool(self._choices))
        self.nothing.setVisible(not self._choices)

    @override
    def _show(self, value: Any) -> None:
        self._refresh(value)

    @override
    def _read(self) -> Any:
        number = self.combo.currentData()
        return None if number is None else dict(self._choices[number])


class AttachmentEditor(FieldEditor):
    """A file kept with the paper. Choosing is asked of the owner with `requested(key)`, who answers with `apply`."""

    def __init__(self, declared: Attachment, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        line = QHBoxLayout()
        line.setSpacing(10)
        self._icon = IconLabel("paperclip", "muted", 18)
        self.name_label = ElidedLabel("", "body", "text")
        self.size_label = small("")
        self.choose = secondary(_("Bestand kiezen"), icon="paperclip", small=True)
        self.remove = icon_only("x", _("Bestand weghalen"))
        line.addWidget(self._icon)
        line.addWidget(self.name_label, 1)
        line.addWidget(self.size_label)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        line.addStretch(0)
        self.column.addLayout(line)
        self.add_input(self.choose, _("bestand kiezen"))
        self.add_input(self.remove, _("bestand weghalen"))
        self.choose.clicked.connect(lambda: self.requested.emit(self.key))
        self.remove.clicked.connect(lambda: self.apply(None))
        self._read_only = False
        self._show(None)

    @override
    def _show(self, value: Any) -> None:
        file = as_map(value)
        there = is_filled(file)
        self.name_label.set_text(as_text(file.get("naam")))
        size = file.get("grootte")
        self.size_label.setText(file_size(size) if isinstance(size, int) else "")
        for part in (self._icon, self.name_label, self.size_label):
            part.setVisible(there)
        self.remove.setVisible(there and not self._read_only)
        self.choose.setVisible(not self._read_only)
        self.choose.set_text(_("Ander bestand kiezen") if there else _("Bestand kiezen"))

    @override
    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        self._show(self.value())

    @override
    def set_error(self, text: str) -> None:
        """A file has no edge to colour; the sentence under it is enough."""


def file_size(size: int) -> str:
    """Return a size in bytes as `340 kB` or `1,2 MB`."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{formatting.number(f'{size / 1_000_000:.1f}')} MB"
