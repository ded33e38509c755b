"""Editors for choosing: yes or no, a box to tick, one of a list, any of a list."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.fields import Choice, Field, Many, Need, Option, YesNo
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import EditorContext, FieldEditor, as_text
from reintegratie_desktop.ui.fields.display import option_words
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.choices import CheckBox, ChoiceGroup, Combo, RadioButton
from reintegratie_desktop.ui.widgets.labels import small

RADIO_MOST: Final = 5
_COMBO_LONGEST: Final = 46
_SHORT: Final = 34
_TINY: Final = 3
"""Options of so few letters, such as days of the week, stand on one line."""
_LETTER: Final = 8
_AROUND_WORDS: Final = 48
_LINE: Final = 440
"""Pixels of an average letter, of the mark with the room around an answer, and of a line with a button at its end."""
_SPANS: Final = ((4, 20), (6, 34))
"""Columns a folded list takes by the length of its longest option."""


class RadioList(ChoiceGroup):
    """A set of radio buttons of which one or none is chosen; Delete takes the choice away."""

    def __init__(self, *, across: bool = False) -> None:
        super().__init__()
        self._line = QHBoxLayout(self) if across else QVBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(20 if across else 2)
        self._across = across
        self.group = QButtonGroup(self)
        self.buttons: list[RadioButton] = []
        self._values: list[Any] = []

    def fill(self, choices: Sequence[tuple[Any, str, str]]) -> None:
        """Show choices: (value, label, help)."""
        while self._line.count():
            item = self._line.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for button in self.buttons:
            self.group.removeButton(button)
        self.buttons, self._values = [], []
        for value, label, help_text in choices:
            button = RadioButton(label, help_text)
            button.installEventFilter(self)
            self.group.addButton(button)
            self._line.addWidget(button)
            self.buttons.append(button)
            self._values.append(value)
        if self._across:
            self._line.addStretch(1)
        self._one_stop()

    def chosen(self) -> Any:  # noqa: ANN401 - a JSON value
        """Return the value that is chosen, or None."""
        for value, button in zip(self._values, self.buttons, strict=True):
            if button.isChecked():
                return value
        return None

    def knows(self, value: object) -> bool:
        """Tell whether this value is one of the choices."""
        return any(value is known or (isinstance(value, str) and value == known) for known in self._values)

    def choose(self, value: object) -> None:
        """Choose a value; None or an unknown one takes the choice away."""
        self.group.setExclusive(False)
        for known, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(value is known or (isinstance(value, str) and value == known))
        self.group.setExclusive(True)
        self._one_stop()

    def _one_stop(self) -> None:
        """Let the Tab key come to the chosen answer, or to the first; the arrows walk the others."""
        chosen = next((button for button in self.buttons if button.isChecked()), None)
        for button in self.buttons:
            stop = button is (chosen or self.buttons[0])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            clears = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if clears and self.chosen() is not None:
                self.choose(None)
                return True
        return False


class RadioEditor(FieldEditor):
    """The base of editors with radio buttons. An optional answer can be taken away again."""

    def __init__(
        self, declared: Field, context: EditorContext, parent: QWidget | None = None, *, across: bool = False
    ) -> None:
        super().__init__(declared, context, parent)
        self._choices: list[tuple[Any, str, str]] = []
        self._read_only = False
        self.list = RadioList(across=across)
        self.clear = quiet(_("Wis keuze"))
        self.clear.clicked.connect(self._clear)
        if across:
            line = QHBoxLayout()
            line.addWidget(self.list)
            line.addWidget(self.clear)
            line.addStretch(1)
            self.column.addLayout(line)
        else:
            self.column.addWidget(self.list)
            self.column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.group.idToggled.connect(self._toggled)

    def _fill(self, choices: Sequence[tuple[Any, str, str]]) -> None:
        self._choices = list(choices)
        self.list.fill(choices)
        self._inputs = []
        for button in self.list.buttons:
            self.add_input(button)
            button.setEnabled(not self._read_only)
        self.order_keyboard([*self.list.buttons, self.clear])
        self._show_clear()

    @override
    def _name_input(self, widget: QWidget, part: str) -> None:
        # Each answer keeps its own name; the group says the question.
        self.list.setAccessibleName(self.label_text)
        self.list.setAccessibleDescription(self.description)
        if isinstance(widget, RadioButton):
            own = widget.property("ownHelp") or widget.accessibleDescription()
            widget.setProperty("ownHelp", own)
            widget.setAccessibleDescription(" ".join(part for part in (own, self.label_text) if part))

    def _toggled(self, _number: int, on: bool) -> None:
        # Choosing another answer toggles two buttons; one report is enough.
        if on or self.list.chosen() is None:
            self._show_clear()
            self._touch()
            self._finish()

    def _clear(self) -> None:
        self.list.choose(None)
        self.list.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_clear(self) -> None:
        may = self.field.need is Need.OPTIONAL and not self._read_only
        self.clear.setVisible(may and self.list.chosen() is not None)
        self.clear.setAccessibleDescription(self.label_text)

    @override
    def _show(self, value: Any) -> None:
        if value is not None and not self.list.knows(value):
            # An answer of an older form stays visible, as it was stored.
            self._fill([*self._choices, (value, as_text(value), "")])
        self.list.choose(value)
        self._show_clear()

    @override
    def _read(self) -> Any:
        return self.list.chosen()

    @override
    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        super().set_read_only(on)
        self._show_clear()

    @override
    def focus_first(self) -> None:
        chosen = [button for button in self.list.buttons if button.isChecked()]
        (chosen or self.list.buttons)[0].setFocus(Qt.FocusReason.TabFocusReason)


class YesNoEditor(RadioEditor):
    """Yes, no, or not answered yet."""

    span: int = 4

    def __init__(self, declared: YesNo, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent, across=True)
        self._fill([(True, _("Ja"), ""), (False, _("Nee"), "")])


class TickEditor(FieldEditor):
    """A box to tick; its words are the label of the question."""

    shows_label: ClassVar[bool] = True

    def __init__(self, declared: YesNo, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.box = CheckBox(_(declared.label), _(declared.help))
        self.column.addWidget(self.box)
        self.add_input(self.box)
        self.box.toggled.connect(self._touch)
        self.box.toggled.connect(self._finish)

    @override
    def _show(self, value: Any) -> None:
        self.box.setChecked(value is True)

    @override
    def _read(self) -> Any:
        return self.box.isChecked()


class RadioChoiceEditor(RadioEditor):
    """One of a short list, all answers in view."""

    def __init__(self, declared: Choice, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent, across=fits_on_a_line(declared.options))
        self.set_options(declared.options)

    @override
    def set_options(self, options: Sequence[Option]) -> None:
        value = self.value()
        self._showing = True
        self._fill(
            [
                (option.value, words, "" if words == _(option.help) else _(option.help))
                for option in options
                for words in (option_words(option),)
            ]
        )
        self._show(value)
        self._showing = False


class ComboEditor(FieldEditor):
    """One of a longer list, folded."""

    def __init__(self, declared: Choice, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self.combo = Combo()
        self.help = small("")
        self._helps: dict[str, str] = {}
        self.column.addWidget(self.combo)
        self.column.addWidget(self.help)
        self.add_input(self.combo)
        self.set_options(declared.options)
        self.combo.currentIndexChanged.connect(self._chosen)

    def _chosen(self) -> None:
        self._tell()
        self._touch()
        self._finish()

    def _tell(self) -> None:
        words = self._helps.get(as_text(self.combo.currentData()), "")
        self.help.setText(words)
        self.help.setVisible(bool(words))
        self.combo.setToolTip(self.combo.currentText() if self.combo.currentData() else "")

    @override
    def set_options(self, options: Sequence[Option]) -> None:
        value = self.value()
        self._showing = True
        self.combo.clear()
        self.combo.add_placeholder(_("Maak een keuze"), may_clear=self.field.need is Need.OPTIONAL)
        for option in options:
            self.combo.addItem(option_words(option), option.value)
        self._helps = {
            option.value: _(option.help) for option in options if option.help and option_words(option) != _(option.help)
        }
        longest = max((len(option_words(option)) for option in options), default=0)
        self.span = next((span for span, most in _SPANS if longest <= most), 12)
        self._show(value)
        self._showing = False

    @override
    def _show(self, value: Any) -> None:
        if value in (None, ""):
            self.combo.setCurrentIndex(0)
        else:
            index = self.combo.findData(value)
            if index < 0:
                self.combo.addItem(as_text(value), value)
                index = self.combo.count() - 1
            self.combo.setCurrentIndex(index)
        self._tell()

    @override
    def _read(self) -> Any:
        return self.combo.currentData()


class ManyEditor(FieldEditor):
    """Any number of a list; short lists stand in two columns."""

    def __init__(self, declared: Many, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(declared, context, parent)
        self._read_only = False
        self._group = ChoiceGroup()
        self._grid = QGridLayout(self._group)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(2)
        self._empty = small(_("Hier komen de keuzes te staan als je de vragen hiervoor hebt ingevuld."))
        self.column.addWidget(self._group)
        self.column.addWidget(self._empty)
        self.boxes: dict[str, CheckBox] = {}
        self._known: list[Option] = []
        self.set_options(declared.options_for(context.answers(), context.form_context))

    @override
    def _name_input(self, widget: QWidget, part: str) -> None:
        self._group.setAccessibleName(self.label_text)
        self._group.setAccessibleDescription(self.description)

    @override
    def set_options(self, options: Sequence[Option]) -> None:
        value = self.value()
        self._known = list(options)
        self._showing = True
        self._show(value)
        self._showing = False

    def _build(self, options: Sequence[Option]) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes, self._inputs = {}, []
        short = all(len(_(option.label)) <= _SHORT and not option.help for option in options)
        tiny = all(len(_(option.label)) <= _TINY and not option.help for option in options)
        columns = len(options) if tiny else 2 if short and len(options) > RADIO_MOST - 1 else 1
        # Read down the first column, then the second, as on paper.
        height = -(-len(options) // max(1, columns))
        for index, option in enumerate(options):
            box = CheckBox(_(option.label), _(option.help))
            box.toggled.connect(self._touch)
            box.toggled.connect(self._finish)
            box.setEnabled(not self._read_only)
            self._grid.addWidget(box, index % height, index // height)
            self.boxes[option.value] = box
            self.add_input(box)
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns and not tiny else 0)
        if tiny:
            self._grid.setColumnStretch(columns, 1)
        self.order_keyboard(list(self.boxes.values()))
        self._group.setVisible(bool(options))
        self._empty.setVisible(not options)

    @override
    def _show(self, value: Any) -> None:
        chosen = [as_text(item) for item in value] if isinstance(value, list) else []
        known = [option.value for option in self._known]
        # What was chosen earlier stays in view, also when the list no longer offers it.
        wanted = [*self._known, *(Option(item, item) for item in chosen if item not in known)]
        if [option.value for option in wanted] != list(self.boxes) or self._changed_words(wanted):
            self._build(wanted)
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)

    def _changed_words(self, wanted: Sequence[Option]) -> bool:
        return any(self.boxes[option.value].accessibleName() != _(option.label) for option in wanted)

    @override
    def _read(self) -> Any:
        return [key for key, box in self.boxes.items() if box.isChecked()]

    @override
    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        super().set_read_only(on)


def fits_on_a_line(options: Sequence[Option]) -> bool:
    """Tell whether a few short answers without an explanation fit beside each other, also on a narrow page."""
    if any(option.help and option_words(option) != _(option.help) for option in options):
        return False
    return sum(_LETTER * len(option_words(option)) + _AROUND_WORDS for option in options) <= _LINE


def choice_editor(declared: Choice, context: EditorContext, parent: QWidget | None = None) -> FieldEditor:
    """Return radio buttons for up to five options or for long ones, and a folded list for the rest."""
    longest = max((len(option_words(option)) for option in declared.options), default=0)
    if len(declared.options) <= RADIO_MOST or longest > _COMBO_LONGEST:
        return RadioChoiceEditor(declared, context, parent)
    return ComboEditor(declared, context, parent)
