"""The small windows of a dossier: a step that was done elsewhere, and the report of full recovery."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.views import StepView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import ChoiceField, DayField
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


class RecoveryDialog(CalmDialog):
    """Reports full recovery: only when somebody does the own work again, all tasks and all hours."""

    def __init__(
        self,
        first_name: str,
        today: date,
        first_day: date,
        on_recover: Callable[[date], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Volledig hersteld melden"), parent=parent)
        self._first_name, self._first_day, self._on_recover = first_name, first_day, on_recover
        self.question = ChoiceField(
            _("Doet {naam} het eigen werk weer helemaal: alle taken en alle uren?").format(naam=first_name),
            (
                ("ja", _("Ja, alle taken en alle uren"), ""),
                ("nee", _("Nee, nog niet helemaal"), _("Ook niet als er nog een paar uren of taken ontbreken")),
            ),
        )
        self.column.addWidget(self.question)
        self.column.addWidget(
            small(
                _(
                    "Werken met minder uren of met andere taken is nog geen herstel. Het dossier loopt dan gewoon "
                    "door. Je legt het vast in het opbouwschema."
                )
            )
        )
        self.day_field = DayField(
            _("Eerste dag dat {naam} het eigen werk weer helemaal doet").format(naam=first_name), today, start=today
        )
        self.column.addWidget(self.day_field)
        self.column.addWidget(
            small(
                _(
                    "Het dossier gaat dan dicht en blijft bewaard. Wordt {naam} snel weer ziek, dan kun je dit "
                    "terugdraaien."
                ).format(naam=first_name)
            )
        )
        self.button = primary(_("Hersteld melden"))
        self.set_buttons(self.button, self._recover, cancel=_("Annuleren"))

    def _recover(self) -> None:
        answer = self.question.require()
        if not answer:
            return
        if answer == "nee":
            self.refuse(
                _("Dan blijft het dossier open."),
                _("Er verandert niets. Leg de uren die {naam} werkt vast in het opbouwschema.").format(
                    naam=self._first_name
                ),
            )
            return
        day = self.day_field.day(not_before=self._first_day)
        if day is not None and self.attempt(lambda: self._on_recover(day)):
            self.accept()
