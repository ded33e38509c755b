"""Writes down who signed a paper, or refused to."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import ChoiceField, DayField
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.card import Card

Record = Callable[[str, str, date], None]


class _Role(Card):
    """One person: signed, refused, or not yet."""

    def __init__(self, role: str, today: date) -> None:
        super().__init__(_(role), padding=16, spacing=8)
        self.role = role
        self.choice = ChoiceField(
            _("Is hier getekend?"),
            (
                ("", _("Nog niet"), ""),
                ("getekend", _("Ja, getekend"), ""),
                ("geweigerd", _("Wil niet tekenen"), ""),
            ),
            across=True,
        )
        self.choice.choose("")
        self.add(self.choice)
        self.day_field = DayField(_("Op welke dag?"), today, start=today)
        self.add(self.day_field)
        self.day_field.hide()
        self.choice.changed.connect(lambda: self.day_field.setVisible(bool(self.choice.chosen)))


class SignatureDialog(CalmDialog):
    """Asks per role how it stands and calls `record(role, status, day)` for each that is known."""

    def __init__(
        self,
        paper: str,
        roles: Sequence[str],
        today: date,
        made_on: date,
        record: Record,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Ondertekend: {papier}").format(papier=paper), parent=parent)
        self._made_on, self._record = made_on, record
        self.say(_("Het papier zelf wordt met pen getekend. Hier leg je vast wanneer dat was."))
        self.roles = [_Role(role, today) for role in roles]
        for part in self.roles:
            self.column.addWidget(part)
        self.button = primary(_("Vastleggen"))
        self.set_buttons(self.button, self._save, cancel=_("Annuleren"))

    def _save(self) -> None:
        known: list[tuple[str, str, date]] = []
        for part in self.roles:
            if not part.choice.chosen:
                continue
            day = part.day_field.day(not_before=self._made_on)
            if day is None:
                return
            known.append((part.role, part.choice.chosen, day))
        if not known:
            self.refuse(_("Er is nog niets gekozen."), _("Kies bij wie er heeft getekend, of sluit dit venster."))
            return

        def write() -> None:
            for role, status, day in known:
                self._record(role, status, day)

        if self.attempt(write):
            self.accept()
