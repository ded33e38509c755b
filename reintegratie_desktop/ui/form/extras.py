"""What some steps have besides their fields: examples to start from, a check line, a chart, a helper."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.activity_examples import ACTIVITY_EXAMPLES, Example
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.fields import Choice, Rows
from reintegratie_desktop.forms.flow import Step
from reintegratie_desktop.forms.rules_plan import parties
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.drawing.hours_answer import chart_data
from reintegratie_desktop.ui.drawing.hours_chart import HoursChart
from reintegratie_desktop.ui.fields.base import as_map
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.board import FormBoard
from reintegratie_desktop.ui.form.first_day_help import FirstDayHelp
from reintegratie_desktop.ui.form.leave_help import add_leave
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import quiet, soft
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.choices import Combo
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, section, small, strong
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind

_CHART: Final = 220


class ExampleRow(QWidget):
    """An example agreement with its goal, and a button to take it over."""

    def __init__(self, example: Example) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 7, 0, 7)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(_(example.activiteit)))
        words.addWidget(small(_(example.doel)))
        line.addLayout(words, 1)
        self.button = soft(_("Kies"))
        self.button.setAccessibleName(_("Kies: {voorbeeld}").format(voorbeeld=_(example.activiteit)))
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class ActivityExamples(QWidget):
    """Examples of agreements per kind ("Kies een voorbeeld"); the chosen one opens as a new row to change.

    Signal `chosen(category, example)`.
    """

    chosen = Signal(str, object)

    def __init__(self, categories: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.button = quiet(_("Kies een voorbeeld"), icon="lightbulb")
        self.button.clicked.connect(lambda: self.set_open(on=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card = Card(padding=16, spacing=4)
        head = QHBoxLayout()
        head.addWidget(section(_("Kies een voorbeeld")), 1)
        self.close_button = quiet(_("Sluiten"))
        self.close_button.clicked.connect(lambda: self.set_open(on=False))
        head.addWidget(self.close_button)
        self.card.add_layout(head)
        self.kind = Combo()
        for value, label in categories:
            self.kind.addItem(label, value)
        self.card.add(FormRow(_("Wat voor afspraak is het?"), self.kind))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.card.add_layout(self._list)
        column.addWidget(self.card)
        self.rows: list[ExampleRow] = []
        self.is_open = False
        self.kind.currentIndexChanged.connect(self._fill)
        self.card.hide()
        self._fill()

    def set_open(self, *, on: bool) -> None:
        """Open or close the list, in the page."""
        self.is_open = on
        self.card.setVisible(on)
        self.button.setVisible(not on)
        (self.kind if on else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        category = str(self.kind.currentData())
        for number, example in enumerate(ACTIVITY_EXAMPLES.get(category, ())):
            if number:
                self._list.addWidget(HairLine())
            made = ExampleRow(example)
            made.button.clicked.connect(lambda _on=False, found=example: self.chosen.emit(category, found))
            self._list.addWidget(made)
            self.rows.append(made)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.set_open(on=False)
        else:
            super().keyPressEvent(event)


class PlanCheck(QWidget):
    """The line that says what a plan needs, with a tick for what is there."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(strong(_("Nodig in het plan:")), 0, 0)
        self._names = {
            "werkgever": _("iets voor jou"),
            "leidinggevende": _("iets voor de leidinggevende"),
            "werknemer": _("iets voor {naam}").format(naam=who or _("de werknemer")),
        }
        self._icons: dict[str, IconLabel] = {}
        self._labels: dict[str, Label] = {}
        for column, (key, words) in enumerate(self._names.items(), 1):
            icon = IconLabel("circle", "muted", 17)
            label = Label(words, "body")
            part = QWidget()
            part.setLayout(row(icon, label, spacing=6))
            self._grid.addWidget(part, 0, column)
            self._icons[key], self._labels[key] = icon, label
        self._grid.setColumnStretch(len(self._names) + 1, 1)

    def show_done(self, done: dict[str, bool]) -> None:
        """Tick what is there."""
        for key, there in done.items():
            self._icons[key].set_icon("circle-check" if there else "circle-dashed", "ok" if there else "soon")
            self._labels[key].set_tone("text" if there else "muted")
            state = _("staat in het plan") if there else _("nog niet in het plan")
            self._labels[key].setAccessibleName(f"{self._names[key]}, {state}")

    def accessible_words(self) -> dict[str, str]:
        """Return what a screen reader says about each part."""
        return {key: label.accessibleName() for key, label in self._labels.items()}


class PhasesChart(Card):
    """The hours chart above the phases, following every change."""

    def __init__(self) -> None:
        super().__init__(_("Uren per week"), padding=16, spacing=4)
        # Always as high, so that nothing on the page moves when the first day is ticked.
        self.chart = HoursChart()
        self.chart.setFixedHeight(_CHART)
        self.chart.set_empty_text(_("Hier komt de lijn van je fasen te staan."))
        self.add(self.chart)


def add_extras(page: FormPage, session: FormSession, board: FormBoard, step: Step) -> None:
    """Put what belongs to a step on its page."""
    if (session.flow.key, step.key) == ("plan_van_aanpak", "afspraken"):
        _add_agreements(page, session, board)
    elif (session.flow.key, step.key) == ("opbouwschema", "fasen"):
        _add_chart(page, session, board)
    elif (session.flow.key, step.key) == ("ziekmelding", "eerste_dag"):
        _add_first_day(page, session, board)
    elif (session.flow.key, step.key) == ("gesprek", "gesprek"):
        _add_talk(page, session)
    elif (session.flow.key, step.key) == ("bijzonderheden", "verlof"):
        add_leave(page, board, session.desk.today)


def _add_agreements(page: FormPage, session: FormSession, board: FormBoard) -> None:
    key = "activiteiten"
    editor = board.editor(key)
    assert isinstance(editor, TableEditor)
    field = session.flow.field(key)
    assert isinstance(field, Rows)
    kinds = next(column for column in field.columns if isinstance(column, Choice) and column.key == "a_cat")
    examples = ActivityExamples([(option.value, _(option.help) or _(option.label)) for option in kinds.options])
    check = PlanCheck(session.person)

    def take(category: str, example: Example) -> None:
        rows = list(editor.value() or [])
        new = {"a_cat": category, "a_activiteit": _(example.activiteit), "a_doel": _(example.doel)}
        rows.append({**new, "a_wie": example.wie})
        examples.set_open(on=False)
        editor.apply(rows)
        editor.open_row(len(rows) - 1)

    examples.chosen.connect(take)
    page.add(examples)
    page.add(check)
    board.refreshed.connect(lambda: check.show_done(parties(session.answers)))


def _add_chart(page: FormPage, session: FormSession, board: FormBoard) -> None:
    card = PhasesChart()
    # Under the heading, above the phases.
    page.column.insertWidget(1, card)

    def show() -> None:
        data = chart_data(as_map(session.full_answers().get("grafiek")), session.desk.today)
        if data != card.chart.data:
            card.chart.set_data(data)

    board.refreshed.connect(show)


def _add_first_day(page: FormPage, session: FormSession, board: FormBoard) -> None:
    helper = FirstDayHelp(session.desk.today, session.wizard.context.get("werknemer", "werkpatroon"))
    helper.chosen.connect(lambda day: board.editor("eerste_ziektedag").apply(day.isoformat()))
    page.add(helper)


def _add_talk(page: FormPage, session: FormSession) -> None:
    """Say that the report waits when the talk is still to come."""
    day = as_day(session.answers.get("datum"))
    if day is not None and day > session.desk.today:
        sentence = _("Dit gesprek is pas op {dag}.").format(dag=day_weekday(day))
        page.column.insertWidget(1, Notice(NoticeKind.HINT, sentence, _("Het verslag maak je daarna.")))
