"""The small windows of a dossier: a step that was done elsewhere, and the report of full recovery."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.views import StepView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.dialogs.parts import ChoiceField, DayField
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.card import row
from reintegratie_desktop.ui.widgets.labels import Label, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind


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
    """Reports full recovery: only when somebody does the own work again, all tasks and all hours.

    `at_uwv`: recovery is reported to UWV too, because a vangnet applies.
    """

    def __init__(
        self,
        first_name: str,
        today: date,
        first_day: date,
        on_recover: Callable[[date], None],
        *,
        at_uwv: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Volledig hersteld melden"), parent=parent)
        self._first_day, self._on_recover = first_day, on_recover
        self.question = ChoiceField(
            _("Doet {naam} het eigen werk weer helemaal: alle taken en alle uren?").format(naam=first_name),
            (
                ("ja", _("Ja, alle taken en alle uren"), ""),
                ("nee", _("Nee, nog niet helemaal"), _("Ook niet als er nog een paar uren of taken ontbreken")),
            ),
        )
        self.question.changed.connect(self._follow)
        self.column.addWidget(self.question)
        self.column.addWidget(
            small(
                _(
                    "Werken met minder uren of met andere taken is nog geen herstel, ook niet bij alle uren. Twijfel "
                    "je? Vraag de bedrijfsarts om advies."
                )
            )
        )
        source = row(
            IconLabel("scale", "muted", 16), Label(_("Burgerlijk Wetboek, artikel 7:629"), "small", "muted"), None
        )
        self.column.addLayout(source)
        self.day_field = DayField(
            _("Eerste dag dat {naam} het eigen werk weer helemaal doet").format(naam=first_name), today, start=today
        )
        self.column.addWidget(self.day_field)
        after = _(
            "Het dossier gaat dan dicht en blijft bewaard. Wordt {naam} snel weer ziek, dan kun je dit terugdraaien."
        ).format(naam=first_name)
        if at_uwv:
            after += " " + _("Meld het herstel daarna ook bij UWV. In het dossier staat voor welke dag.")
        self.after = small(after)
        self.column.addWidget(self.after)
        self.stays = Notice(
            NoticeKind.HINT,
            _("Dan is {naam} nog niet hersteld. Het dossier blijft open.").format(naam=first_name),
            _("De termijnen lopen gewoon door. Leg de uren die {naam} werkt vast in het opbouwschema.").format(
                naam=first_name
            ),
        )
        self.column.addWidget(self.stays)
        self.stays.hide()
        self.button = primary(_("Hersteld melden"))
        self.set_buttons(self.button, self._recover, cancel=_("Annuleren"))

    def _follow(self) -> None:
        """Ask for the day only when the own work is done in full; otherwise say that the clock goes on."""
        whole = self.question.chosen != "nee"
        for part in (self.day_field, self.after):
            part.setVisible(whole)
        self.stays.setVisible(not whole)
        self.button.setText(_("Hersteld melden") if whole else _("Dossier open laten"))
        if not whole:
            announce(self, self.stays.accessibleName())

    def _recover(self) -> None:
        answer = self.question.require()
        if answer == "nee":
            self.accept()
        elif answer:
            # The first sick day itself is no day of work in full.
            day = self.day_field.day(not_before=self._first_day + timedelta(days=1))
            if day is not None and self.attempt(lambda: self._on_recover(day)):
                self.accept()
