"""The page of a form: its sections as cards, with tables free on the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.forms.fields import Computed, Field, Note, Table
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields import FieldEditor
from reintegratie_desktop.ui.fields.base import SAID_ABOVE
from reintegratie_desktop.ui.fields.room import give_room
from reintegratie_desktop.ui.form.board import FormBoard
from reintegratie_desktop.ui.form.facts import is_fact
from reintegratie_desktop.ui.form.place_keeper import PlaceKeeper, hold_steady
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.field_grid import LinedUpGrid
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import Label, body, section, small, title
from reintegratie_desktop.ui.widgets.scroll import FORM_WIDTH, PageScroller

_MARGIN: Final = 28


class GuardLine(QWidget):
    """The one calm line above fields with free text."""

    def __init__(self) -> None:
        super().__init__()
        words = Label(
            _("Schrijf alleen over werk, uren en afspraken. Niets over gezondheid."),
            "small_strong",
            "accent",
            wrap=True,
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("pen-line", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)


class FormPage(PageScroller):
    """A page with fields. Add steps with `add_step`; `board` holds the fields."""

    def __init__(self, session: FormSession, board: FormBoard, parent: QWidget | None = None) -> None:
        super().__init__(FORM_WIDTH, margin=_MARGIN, parent=parent)
        self.session, self.board = session, board
        board.setParent(self)
        self._blocks: list[tuple[QWidget, list[FormRow]]] = []
        self._heads: list[tuple[QWidget, Step]] = []
        self._guarded: list[tuple[GuardLine, str, list[FormRow]]] = []
        self.step_key = session.wizard.current
        self._said: set[str] = set()
        self._title = ""
        board.refreshed.connect(self._after_refresh)
        hold_steady(self)
        self.keeper = PlaceKeeper(self)

    # --- building ---------------------------------------------------------------------------------------------------

    def add_heading(self, step: Step, words: str = "", *, question: bool = True) -> QWidget:
        """Put the title of a step and its question on the page."""
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(title(words or _(step.title)))
        if question and step.question:
            column.addWidget(body(_(step.question), "muted"))
        self.add(head)
        self._heads.append((head, step))
        return head

    def add_sections(self, step: Step, *, numbers: bool = False, titles: bool = False) -> None:
        """Put the sections of a step on the page; `numbers` shows the numbers of the official form."""
        for part in step.sections:
            words = _(part.title)
            if numbers and part.number:
                words = f"{part.number}  {words}"
            several = len(step.sections) > 1
            if not several and _same(part.title, step.title):
                # The heading of the step says it, with the number of the section.
                titles = False
            self._title = _(part.title) if not several else ""
            self._add_section(step, part, words if titles or several else "")

    def _add_section(self, step: Step, part: Section, words: str) -> None:
        groups = [(free, list(fields)) for free, fields in groupby(part.fields, _stands_free)]
        for number, (free, fields) in enumerate(groups):
            heading = words if number == 0 else ""
            guarded = any(_is_guarded(field) for field in fields)
            if free:
                self._add_free(step, fields, heading, guarded=guarded)
            else:
                self._add_card(step, fields, heading, guarded=guarded)

    def _add_card(self, step: Step, fields: Sequence[Field], heading: str, *, guarded: bool) -> None:
        card = Card(heading, padding=24 if not heading else 20, spacing=14)
        rows: list[FormRow] = []
        guard_line = GuardLine() if guarded else None
        if guard_line is not None:
            card.add(guard_line)
        facts = [_(field.help) for field in fields if is_fact(field) and field.help]
        for words in {text: None for text in facts if facts.count(text) > 1}:
            if words not in self._said:
                card.add(small(words))
            self._said.add(words)
        made: list[FormRow] = []
        above = set(SAID_ABOVE) if guarded else set()
        for field in fields:
            # The line above the card says it once for all its fields; other words about it stand at the first.
            said = field.guard and field.help in above
            made.append(self.board.add(field, step, with_help=_(field.help) not in self._said and not said))
            above.add(field.help)
        rows.extend(made)
        self._hide_doubles(made, heading)
        give_room(made)
        card.add(LinedUpGrid(made, skip=_only_facts))
        if guard_line is not None:
            self._note_guarded(guard_line, step, made, fields)
        self.add(card)
        self._blocks.append((card, rows))

    def _hide_doubles(self, made: Sequence[FormRow], heading: str) -> None:
        """Leave away the words of a question that stand right above it as a heading."""
        if made and heading and _same(made[0].label.text(), heading):
            made[0].label.hide()

    def _add_free(self, step: Step, fields: Sequence[Field], heading: str, *, guarded: bool) -> None:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if heading:
            column.addWidget(section(heading))
        guard_line = GuardLine() if guarded else None
        if guard_line is not None:
            column.addWidget(guard_line)
        rows: list[FormRow] = []
        for field in fields:
            made = self.board.add(field, step)
            if not rows:
                self._hide_doubles([made], heading or self._title)
            rows.append(made)
            if isinstance(field, Computed):
                card = Card(padding=18)
                card.add(made)
                column.addWidget(card)
                self._blocks.append((card, [made]))
            else:
                column.addWidget(made)
        if guard_line is not None:
            self._note_guarded(guard_line, step, rows, fields)
        self.add(block)
        self._blocks.append((block, rows))

    def _note_guarded(self, line: GuardLine, step: Step, rows: Sequence[FormRow], fields: Sequence[Field]) -> None:
        """Remember above which questions a line about writing stands."""
        self._guarded.append((line, step.key, [row for row, field in zip(rows, fields, strict=True) if field.guard]))

    def finish_building(self) -> None:
        """Show what the answers ask for, once everything is on the page."""
        self.column.addStretch(1)
        self.board.refresh()

    # --- keeping one's place ----------------------------------------------------------------------------------------

    def _after_refresh(self) -> None:
        visible = {step.key for step in self.session.wizard.steps}
        for head, step in self._heads:
            head.setVisible(step.key in visible)
        said: set[str] = set()
        for line, key, guarded in self._guarded:
            # Once in a step is enough: above the first question it is about.
            line.setVisible(key not in said and any(not made.isHidden() for made in guarded))
            if not line.isHidden():
                said.add(key)
        for block, rows in self._blocks:
            block.setVisible(any(not made.isHidden() for made in rows))
        self.keeper.keep()

    def go_to(self, place: str) -> bool:
        """Put the keyboard at a place and bring it into view; false when it is not on this page."""
        made = self.board.focus(place)
        if made is None:
            return False
        QTimer.singleShot(0, self, lambda: self._show_row(made))
        return True

    def _show_row(self, made: FormRow) -> None:
        focused = QApplication.focusWidget()
        self.show_widget(made)
        if focused is not None and self.content.isAncestorOf(focused):
            self.show_widget(focused)

    def focus_first(self, step_key: str = "") -> None:
        """Put the keyboard in the first field that can be filled in, of the page or of one step."""
        for key in self.board.keys:
            if step_key and self.session.flow.step_of(key).key != step_key:
                continue
            made = self.board.row(key)
            editor = self.board.editor(key)
            shown_only = isinstance(editor.field, Note | Computed) or is_fact(editor.field)
            if not made.isHidden() and not shown_only:
                if step_key:
                    made.focus_first()
                else:
                    self.keeper.open_with(made.focus_first)
                return

    def scroll_to_step(self, step_key: str) -> None:
        """Bring the heading of a step to the top."""
        for head, step in self._heads:
            if step.key == step_key:
                # A heading at the top edge of the page, wherever it was before.
                top = head.mapTo(self.content, QPoint(0, 0)).y() + self.content.y()
                self.verticalScrollBar().setValue(max(0, top - 16))

    def step_in_view(self) -> str:
        """Return the step whose heading is at the top of what is in view."""
        current = ""
        for head, step in self._heads:
            if head.isHidden():
                continue
            if not current or head.mapTo(self.viewport(), QPoint(0, 0)).y() <= self.viewport().height() // 4:
                current = step.key
        return current


def _only_facts(line: Sequence[FormRow]) -> bool:
    return all(is_fact(made.widget.field) for made in line if isinstance(made.widget, FieldEditor))


def _stands_free(field: Field) -> bool:
    return isinstance(field, Table | Note) or (isinstance(field, Computed) and field.shows == "chart_hours")


def _same(words: str, other: str) -> bool:
    """Tell whether two headings are the same words, apart from the number of a section and capitals."""
    plain = [re.sub(r"^\d*[A-Z]?\d*  ", "", text).casefold().strip(" .?") for text in (words, other)]
    return plain[0] == plain[1]


def _guarded_columns(field: Field) -> Iterator[Field]:
    yield from (column for column in getattr(field, "columns", ()) if column.guard)


def _is_guarded(field: Field) -> bool:
    return field.guard or any(True for _column in _guarded_columns(field))


def step_page(session: FormSession, board: FormBoard, step: Step) -> FormPage:
    """Return the page of one step of the interview."""
    page = FormPage(session, board)
    page.add_heading(step)
    page.add_sections(step)
    return page


def _whole_heading(step: Step) -> str:
    """Return the heading of a step in the whole form, with the number of its section where they are the same."""
    first = step.sections[0]
    if len(step.sections) == 1 and first.number and _same(first.title, step.title):
        return f"{first.number}  {_(step.title)}"
    return _(step.title)


def whole_page(session: FormSession, board: FormBoard) -> FormPage:
    """Return all steps under each other, with the numbers of the official form."""
    page = FormPage(session, board)
    for step in session.flow.steps:
        page.add_heading(step, _whole_heading(step), question=False)
        page.add_sections(step, numbers=True, titles=True)
    return page
