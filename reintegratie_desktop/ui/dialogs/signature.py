"""Writes down who signed a paper, or does not sign: with the own words, and what was offered."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.forms.refusal import OFFERED, WORDS
from reintegratie_desktop.services.signing import OPEN, REFUSED, SIGNED, Refusal, Signer, words_problem
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import ChoiceField, DayField
from reintegratie_desktop.ui.fields import EditorContext, FieldEditor, make_row
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.widgets.scroll import PageScroller, settle

Record = Callable[[str, str, date, Refusal | None], None]
_WIDTH: Final = 620
_MOST: Final = 430
"""The people scroll when they are higher than this, so that the buttons stay on a small screen."""


_AROUND: Final = 300
"""Room for what stands around the people, and around the dialog in its window."""


class RolePart(Card):
    """One person: signed, does not sign, or not yet."""

    def __init__(self, signer: Signer, today: date) -> None:
        super().__init__(signer.role, padding=16, spacing=8)
        self.signer = signer
        if signer.name:
            self.add(small(signer.name))
        choices = [(OPEN, _("Nog niet"), ""), (SIGNED, _("Ja, getekend"), "")]
        if signer.may_refuse:
            choices.append((REFUSED, _("Wil niet tekenen"), ""))
        self.choice = ChoiceField(_("Is hier getekend?"), choices, across=True)
        self.choice.choose(signer.status)
        self.add(self.choice)
        self.day_field = DayField(_("Op welke dag?"), today, start=signer.day or today)
        self.add(self.day_field)
        context = EditorContext(today=today, as_questions=True)
        self.words = make_row(WORDS, context, as_question=True)
        self.offered = make_row(OFFERED, context, as_question=True)
        told = signer.refusal or Refusal("")
        _editor(self.words).set_value(told.words or None)
        _editor(self.offered).set_value(list(told.offered))
        _editor(self.words).changed.connect(self._read_words)
        self.why = QWidget()
        column = QVBoxLayout(self.why)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(
            small(
                _(
                    "Niet tekenen mag. Het papier blijft in het dossier, met de woorden van je medewerker erbij. "
                    "Jullie kunnen allebei een deskundigenoordeel vragen aan UWV."
                ),
                "text",
            )
        )
        column.addWidget(self.words)
        column.addWidget(self.offered)
        self.add(self.why)
        self.show_parts()

    def show_parts(self) -> None:
        """Show what is asked with the answer of now."""
        self.day_field.setVisible(self.choice.chosen in (SIGNED, REFUSED))
        self.why.setVisible(self.choice.chosen == REFUSED)

    def _read_words(self) -> None:
        """Hint at a word about health; what somebody says stays as it was said."""
        self.words.set_error("")
        hits = find(self.said)
        note = _("“{woord}”: {waarom} Vraag of het anders mag staan.")
        self.words.set_note(note.format(woord=hits[0].word, waarom=hits[0].why) if hits else "")

    @property
    def said(self) -> str:
        """Return the own words."""
        return str(_editor(self.words).value() or "")

    def refusal(self) -> Refusal | None:
        """Return why this person does not sign, or None after saying what misses."""
        problem = words_problem(self.said)
        self.words.set_error(problem)
        if problem:
            self.words.focus_first()
            return None
        return Refusal(self.said, tuple(_editor(self.offered).value() or ()))

    def is_as_it_was(self, day: date | None, refusal: Refusal | None) -> bool:
        """Tell whether nothing was changed here."""
        before = self.signer
        if (self.choice.chosen, day) != (before.status, before.day):
            return False
        known = before.refusal
        if refusal is None or known is None:
            return refusal is known
        return (refusal.words.strip(), set(refusal.offered)) == (known.words, set(known.offered))


class SignatureDialog(CalmDialog):
    """Asks per role how it stands and calls `record(role, status, day, refusal)` for each that changed."""

    def __init__(
        self,
        paper: str,
        signers: Sequence[Signer],
        today: date,
        made_on: date,
        record: Record,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Ondertekend: {papier}").format(papier=paper), parent=parent, width=_WIDTH)
        self._today, self._made_on, self._record = today, made_on, record
        self.say(_("Het papier zelf wordt met pen getekend. Hier leg je vast wanneer dat was."))
        self._page = PageScroller(_WIDTH, margin=0)
        self._page.set_edges(0, 0)
        self.roles = [RolePart(signer, today) for signer in signers]
        for part in self.roles:
            self._page.add(part)
            part.choice.changed.connect(partial(self._chosen, part))
        self._page.column.addStretch(1)
        self.column.addWidget(self._page)
        self.button = primary(_("Vastleggen"))
        self.set_buttons(self.button, self._save, cancel=_("Annuleren"))
        self._fit_people()

    def _chosen(self, part: RolePart) -> None:
        self._fit_people()
        settle()
        self._page.show_widget(part)

    def _fit_people(self) -> None:
        """Give the people the room they need, and no more than a small screen has."""
        for part in self.roles:
            part.show_parts()
        inner = self._page.content.layout()
        assert inner is not None
        inner.activate()
        high = max(inner.heightForWidth(_WIDTH - 60), 0) if inner.hasHeightForWidth() else inner.sizeHint().height()
        window = self.parentWidget()
        most = max(_MOST, window.height() - _AROUND) if window is not None else _MOST
        self._page.setFixedHeight(min(most, high + 8))

    def _save(self) -> None:
        changes: list[tuple[str, str, date, Refusal | None]] = []
        for part in self.roles:
            status = part.choice.chosen
            if not status:
                continue
            day, refusal = self._today, None
            if status != OPEN:
                found = part.day_field.day(not_before=self._made_on)
                if found is None:
                    return
                day = found
            if status == REFUSED:
                refusal = part.refusal()
                if refusal is None:
                    self._page.show_widget(part.words)
                    return
            if not part.is_as_it_was(None if status == OPEN else day, refusal):
                changes.append((part.signer.role, status, day, refusal))
        if not changes:
            self.refuse(_("Er is nog niets gekozen."), _("Kies bij wie er heeft getekend, of sluit dit venster."))
            return

        def write() -> None:
            for change in changes:
                self._record(*change)

        if self.attempt(write):
            self.accept()


def _editor(row: FormRow) -> FieldEditor:
    assert isinstance(row.widget, FieldEditor)
    return row.widget
