"""Asks what can be known only after a paper is finished, and notes it beside the paper."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reintegratie_desktop.forms.fields import Choice, Field
from reintegratie_desktop.forms.later import HOW
from reintegratie_desktop.services.later import Later
from reintegratie_desktop.services.views import PaperView
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor, make_row
from reintegratie_desktop.ui.fields.choices import ComboEditor
from reintegratie_desktop.ui.fields.dates import DayEditor
from reintegratie_desktop.ui.fields.room import give_whole_line
from reintegratie_desktop.ui.widgets.buttons import Button, primary, quiet
from reintegratie_desktop.ui.widgets.field_grid import FieldGrid
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.scroll import PageScroller

_WIDTH: Final = 640
_MOST: Final = 400
"""The questions scroll when they are higher than this, so that the buttons stay on a small screen."""


class LaterDialog(CalmDialog):
    """One row per question that can still be answered; what is left empty stays open."""

    def __init__(self, later: Later, paper: PaperView, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Vul later aan: {papier}").format(papier=paper.title), parent=parent, width=_WIDTH)
        self._later, self._paper = later, paper
        self.say(
            _(
                "Het papier zelf verandert niet. Wat je hier invult, komt ernaast te staan, met de datum van vandaag. "
                "Druk je het papier opnieuw af, dan staat het erbij."
            )
        )
        form = later.context(paper.id)
        context = EditorContext(today=form.today, form=form, as_questions=True)
        self.rows: dict[str, FormRow] = {}
        self.today_buttons: list[Button] = []
        self._known = {question.field.key: question.answer for question in later.questions(paper.id)}
        for question in later.questions(paper.id):
            row = self._row(question.field, context)
            if question.noted_on is not None:
                row.set_note(_("Ingevuld op {dag}").format(dag=day_weekday(question.noted_on, year=True)))
            self.rows[question.field.key] = row
            editor = self._editor(row)
            editor.set_value(question.answer)
            editor.changed.connect(partial(row.set_error, ""))
        for row in self.rows.values():
            give_whole_line([row])
            self._offer_today(row, form.today)
        grid = FieldGrid(list(self.rows.values()), pack=False)
        page = PageScroller(_WIDTH, margin=4)
        page.set_edges(4, 4)
        page.add(grid)
        inner = page.widget()
        assert inner is not None
        high = inner.layout().heightForWidth(_WIDTH - 60)  # type: ignore[union-attr]  # a page always has a layout
        page.setFixedHeight(min(_MOST, high))
        self.column.addWidget(page)
        self._page = page
        self.button = primary(_("Vastleggen"))
        self.set_buttons(self.button, self._save, cancel=_("Annuleren"))

    def focus_first(self) -> None:
        """Put the keyboard in the first question."""
        next(iter(self.rows.values())).focus_first()

    @staticmethod
    def _row(field: Field, context: EditorContext) -> FormRow:
        """Return the row of a question; how a copy was given is a folded list, so that the days stay together."""
        if isinstance(field, Choice) and field.key.endswith(HOW):
            return FormRow(_(field.label), ComboEditor(field, context), help=_(field.help))
        return make_row(field, context, as_question=True)

    def _offer_today(self, row: FormRow, today: date) -> None:
        """Put "Vandaag" beside an empty day: what is noted here mostly happened just now."""
        editor = self._editor(row)
        if not isinstance(editor, DayEditor):
            return
        now = quiet(_("Vandaag"))
        now.setAccessibleName(_("Vandaag, {vraag}").format(vraag=row.label.text()))
        now.setVisible(editor.value() is None)

        def choose() -> None:
            editor.set_value(today.isoformat())
            editor.changed.emit()
            row.focus_first()

        now.clicked.connect(choose)
        editor.changed.connect(lambda: now.setVisible(editor.value() is None))
        self.today_buttons.append(now)
        line = QHBoxLayout()
        line.setSpacing(8)
        editor.column.removeWidget(editor.edit)
        line.addWidget(editor.edit)
        line.addWidget(now)
        line.addStretch(1)
        editor.column.insertLayout(0, line)

    @staticmethod
    def _editor(row: FormRow) -> FieldEditor:
        assert isinstance(row.widget, FieldEditor)
        return row.widget

    def _save(self) -> None:
        said = {key: self._editor(row).value() for key, row in self.rows.items()}
        noted = {key: answer for key, answer in said.items() if answer != self._known[key]}
        self.problem.hide()
        if not noted:
            self.refuse(_("Er is nog niets ingevuld."), _("Vul in wat je nu weet, of sluit dit venster."))
            return
        wrong = self._later.problems(self._paper.id, noted)
        for key, row in self.rows.items():
            row.set_error(wrong.get(key, ""))
        for key in self.rows:
            if key in wrong:
                self.rows[key].focus_first()
                self._page.show_widget(self.rows[key])
                return
        if self.attempt(lambda: self._later.fill(self._paper.id, noted)):
            self.accept()
