"""The small window of a dossier for a step that was done elsewhere."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.views import StepView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import DayField
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.labels import small


class TickDialog(CalmDialog):
    """Writes down the day on which a step outside the program was done."""

    def __init__(
        self,
        step: StepView,
        today: date,
        first_day: date,
        on_tick: Callable[[date], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(step.title, parent=parent)
        self._first_day, self._on_tick = first_day, on_tick
        self.say(_("Deze stap doe je buiten dit programma. Heb je hem gedaan? Leg dan vast op welke dag."))
        if step.detail:
            self.column.addWidget(small(step.detail))
        self.day_field = DayField(_("Op welke dag is dit gedaan?"), today, start=today)
        self.column.addWidget(self.day_field)
        self.button = primary(_("Afvinken"), icon="check")
        self.set_buttons(self.button, self._tick, cancel=_("Annuleren"))
        self.day_field.focus_first()

    def _tick(self) -> None:
        day = self.day_field.day(not_before=self._first_day)
        if day is not None and self.attempt(lambda: self._on_tick(day)):
            self.accept()
