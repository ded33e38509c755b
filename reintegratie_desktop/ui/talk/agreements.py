"""The agreements of a talk: one line each, an editor that opens under its line, and a line for a new one."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.talk_columns import NEW_AGREEMENTS
from reintegratie_desktop.services.talk import Talk
from reintegratie_desktop.services.talk_agreements import Agreement
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor, make_row
from reintegratie_desktop.ui.widgets.buttons import icon_only, quiet, secondary, soft
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.choices import CheckBox
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section
from reintegratie_desktop.ui.widgets.text_edit import LineEdit
from reintegratie_desktop.ui.widgets.wrap_row import WrapRow

_WHO: Final = 76
_WHEN: Final = 104
_ROW: Final = 46
_TICKED: Final = "hoort_bij_plan"


class AgreementLine(QWidget):
    """One agreement: what, who, when, and a pencil. Signal `edited` for the pencil."""

    edited = Signal()

    def __init__(self, agreement: Agreement) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(10)
        self.setMinimumHeight(_ROW)
        self.what = Label(agreement.what, "label", wrap=True)
        self.who = Label(agreement.who or _("wie?"), "body", "text" if agreement.who else "muted", wrap=True)
        when = agreement.when or _("wanneer?")
        self.when = Label(when, "small", "muted", wrap=True)
        self.who.setFixedWidth(_WHO)
        self.when.setFixedWidth(_WHEN)
        line.addWidget(self.what, 1)
        line.addWidget(self.who)
        line.addWidget(self.when)
        self.button = icon_only("pencil", _("Wijzig afspraak {afspraak}").format(afspraak=agreement.what))
        self.button.clicked.connect(self.edited)
        line.addWidget(self.button)


class AgreementEditor(Surface):
    """What, who, when and whether it belongs to the plan. Every change is taken over at once.

    Signals: `changed(column, value)`, `closed`, `removed`.
    """

    changed = Signal(str, object)
    closed = Signal()
    removed = Signal()

    def __init__(self, talk: Talk, index: int, context: EditorContext) -> None:
        super().__init__("window", "hair", 8)
        content = talk.agreement_row(index)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(10)
        self.editors: dict[str, FieldEditor] = {}
        rows: dict[str, FormRow] = {}
        for declared in NEW_AGREEMENTS:
            if declared.key == _TICKED:
                continue
            made = make_row(declared, context)
            editor = made.widget
            assert isinstance(editor, FieldEditor)
            editor.set_value(content.get(declared.key))
            editor.changed.connect(lambda key=declared.key, source=editor: self.changed.emit(key, source.value()))
            self.editors[declared.key] = editor
            rows[declared.key] = made
        column.addWidget(rows["wat"])
        people = QVBoxLayout()
        people.setSpacing(6)
        people.addWidget(rows["wie"])
        people.addWidget(self._names(talk))
        people.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(people, 1)
        both.addWidget(rows["wanneer"], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(both)
        self.plan = CheckBox(_("Hoort bij het plan"), _("Dan komt hij ook in het plan van aanpak."))
        self.plan.setChecked(content.get(_TICKED) is True)
        self.plan.toggled.connect(lambda on: self.changed.emit(_TICKED, on))
        column.addWidget(self.plan)
        self.remove_button = quiet(_("Weghalen"), icon="trash-2")
        self.done_button = soft(_("Klaar"), icon="check")
        self.remove_button.clicked.connect(self.removed)
        self.done_button.clicked.connect(self.closed)
        column.addLayout(row(self.remove_button, None, self.done_button))

    def _names(self, talk: Talk) -> QWidget:
        """Return a button for everybody who is there: a name need not be typed while people talk."""
        part = WrapRow()
        for name in talk.people():
            button = soft(name)
            button.setAccessibleName(_("Wie: {naam}").format(naam=name))
            button.clicked.connect(lambda _on=False, chosen=name: self._choose(chosen))
            part.add(button)
        return part

    def _choose(self, name: str) -> None:
        self.editors["wie"].apply(name)
        self.editors["wanneer"].focus_first()

    def focus_first(self) -> None:
        """Put the keyboard at what is still open."""
        empty = [editor for editor in self.editors.values() if not editor.value()]
        (empty or list(self.editors.values()))[0].focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Agreements(QWidget):
    """All agreements of the talk.

    Signals: `changed` after every change, `grown(editor)` and `shrunk` when an editor opens and closes.
    `offer_undo` brings back an agreement that was removed.
    """

    changed = Signal()
    grown = Signal(QWidget)
    shrunk = Signal()

    def __init__(
        self, talk: Talk, context: EditorContext, offer_undo: Callable[[str, Callable[[], None]], None]
    ) -> None:
        super().__init__()
        self._talk, self._context, self._offer_undo = talk, context, offer_undo
        self._open: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(section(_("Afspraken")))
        column.addSpacing(2)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addSpacing(8)
        self.new = LineEdit(talk.half_agreement)
        self.new.setPlaceholderText(_("Nieuwe afspraak"))
        self.new.setAccessibleName(_("Nieuwe afspraak"))
        self.add_button = secondary(_("Erbij"), icon="plus")
        self.add_button.setToolTip("Ctrl+K")
        self.new.textEdited.connect(self._typed)
        self.new.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        line = row(spacing=10)
        line.addWidget(self.new, 1)
        line.addWidget(self.add_button)
        column.addLayout(line)
        self.lines: list[AgreementLine] = []
        self.editor: AgreementEditor | None = None
        self._fill()

    def _typed(self, text: str) -> None:
        self._talk.type_agreement(text)
        self.changed.emit()

    def add(self) -> None:
        """Make an agreement of what was typed, and ask who and when."""
        what = self.new.text().strip()
        if not what:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        index = self._talk.add_agreement(what)
        self.new.clear()
        self.changed.emit()
        self.open(index)

    def open(self, index: int) -> None:
        """Open the editor under one agreement."""
        self._open = index
        self._fill()
        if self.editor is not None:
            self.grown.emit(self.editor)
            self.editor.focus_first()

    def close_editor(self) -> bool:
        """Close the editor and go on with the next agreement; false when none was open."""
        if self._open is None:
            return False
        self._open = None
        self._fill()
        self.shrunk.emit()
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _fill(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self.editor = [], None
        order: list[QWidget] = []
        for agreement in self._talk.agreements():
            if agreement.index == self._open:
                self.editor = self._edit(agreement.index)
                self._list.addWidget(self.editor)
                continue
            made = AgreementLine(agreement)
            made.edited.connect(lambda index=agreement.index: self.open(index))
            self._list.addWidget(made)
            self._list.addWidget(HairLine())
            self.lines.append(made)
            order.append(made.button)
        for before, after in zip([*order[1:], self.new], order, strict=False):
            QWidget.setTabOrder(after, before)

    def _edit(self, index: int) -> AgreementEditor:
        editor = AgreementEditor(self._talk, index, self._context)
        editor.changed.connect(lambda key, value: self._change(index, key, value))
        editor.closed.connect(self.close_editor)
        editor.removed.connect(lambda: self._remove(index))
        return editor

    def _change(self, index: int, key: str, value: object) -> None:
        self._talk.change_agreement(index, key, value)
        self.changed.emit()

    def _remove(self, index: int) -> None:
        gone = self._talk.remove_agreement(index)
        self.close_editor()
        self.changed.emit()
        self._offer_undo(_("Afspraak weggehaald."), lambda: self._bring_back(index, gone))

    def _bring_back(self, index: int, gone: object) -> None:
        self._talk.put_back(index, gone)
        self._fill()
        self.changed.emit()
