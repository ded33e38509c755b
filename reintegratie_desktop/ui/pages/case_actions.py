"""What can be done with a dossier and with its steps: the menus, the buttons beside the explanation, the questions."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reintegratie_desktop.services.recovery import RECOVERY
from reintegratie_desktop.services.views import CaseView, StepView
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog
from reintegratie_desktop.ui.pages.case_extras import add_step, ask_calendar, own_items, show_planner
from reintegratie_desktop.ui.pages.common import add_item
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.type_over_page import sheet_items
from reintegratie_desktop.ui.widgets.buttons import Button, destroying, primary, secondary

_TALK_OF: Final = {"periodiek": "zesweken_evaluatie", "eerstejaarsevaluatie": "eerstejaarsevaluatie"}
"""The kind of talk that belongs to a kind of evaluation."""


def _ticked_off(step: StepView) -> StepView:
    """Return a step with a form as one that is only ticked off: it was done on paper elsewhere."""
    return replace(step, form="", slot=None, complete="")


def _as_talk(step: StepView) -> StepView:
    """Return an evaluation as the talk in which it is held."""
    return replace(step, form="gesprek", slot=step.talk_slot, kind=_TALK_OF.get(step.kind, ""))


class CaseActions:
    """The actions of one dossier. `case` and `ticked` are set anew each time the page is read."""

    def __init__(self, host: Host, case: CaseView) -> None:
        self._host = host
        self.case = case
        self.ticked = host.desk.ticked_steps(case.id)

    # --- a step -----------------------------------------------------------------------------------------------------

    def do(self, step: StepView) -> None:
        """Do what the row stands for: its action, or looking at the paper of what is done."""
        if step.action:
            self._host.do_step(self.case.id, step)
        elif step.form and step.done_on is not None:
            self._look(step)

    def items(self, step: StepView) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done with a step: its words, and what happens; the main thing first."""
        found: list[tuple[str, Callable[[], object]]] = []
        if step.action and self.case.is_open:
            found.append((step.action, lambda: self._host.do_step(self.case.id, step)))
        if step.can_tick and (step.form or step.complete) and self.case.is_open:
            found.append(
                (_("Op papier gedaan? Afvinken…"), lambda: self._host.do_step(self.case.id, _ticked_off(step)))
            )
        if step.id in self.ticked and step.done_on is not None:
            found.append((_("Vinkje weghalen"), lambda: self.untick(step)))
        elif step.form and step.done_on is not None:
            found.append((_("Papier bekijken"), lambda: self._look(step)))
            again = _("In dit dossier opnieuw maken") if step.done_in else _("Nieuwe versie maken")
            elsewhere = step.done_in and step.form == "ziekmelding"
            if self.case.is_open and step.form != "gesprek" and not elsewhere:
                found.append((again, lambda: self._host.open_form(step.form, self.case.id)))
        has_talk = step.slot is None or step.talk_slot is not None
        if step.form == "evaluatie" and step.action and has_talk and self.case.is_open:
            found.append((_("Gesprek voorbereiden"), lambda: self._host.do_step(self.case.id, _as_talk(step))))
        sheets = sheet_items(self._host, self.case.id, step.id)
        return [*found, *sheets, *own_items(self._host, self.case.id, step)]

    def buttons(self, step: StepView) -> list[Button]:
        """Return the buttons beside the explanation of a step; that of the next step stands at the top of the page."""
        following = self.case.next_step
        made = []
        for words, act in self.items(step):
            if words == step.action and following is not None and following.id == step.id:
                continue
            button = secondary(words, small=True) if words == step.action else FlushLink(words)
            button.setAccessibleName(f"{words}, {step.title}")
            button.clicked.connect(lambda _on=False, act=act: act())
            made.append(button)
        return made

    def step_menu(self, step: StepView, place: QPoint, parent: QWidget) -> None:
        """Open the menu of a row at a place on the screen; a row with nothing to do has none."""
        items = self.items(step)
        if not items:
            return
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in items:
            add_item(menu, words, act)
        menu.popup(place)

    def untick(self, step: StepView) -> None:
        """Take the tick of a step back."""
        self._host.desk.untick(self.case.id, step.id)
        self._host.changed()

    def _look(self, step: StepView) -> None:
        self._host.open_papers(step.done_in or self.case.id)

    # --- the dossier ------------------------------------------------------------------------------------------------

    def talk(self) -> None:
        """Open the talk that was begun, or a new one."""
        if not self.case.is_open or not self.case.is_reported:
            return
        draft = next((draft for draft in self.case.drafts if draft.form == "gesprek"), None)
        self._host.open_form("gesprek", self.case.id, slot=draft.slot if draft else None)

    def case_menu(self, button: Button) -> QMenu:
        """Return the menu of the dossier."""
        case, host = self.case, self._host
        menu = QMenu(button)
        if case.is_open:
            words = _("Ziekmelding aanpassen") if case.is_reported else _("Ziekmelding invullen")
            add_item(menu, words, lambda: host.open_form("ziekmelding", case.id))
        add_item(
            menu, _("Gegevens van de werknemer"), lambda: host.open_form("werknemer", employee_id=case.employee_id)
        )
        add_item(menu, _("Logboek"), lambda: host.open_papers(case.id, "logboek"))
        menu.addSeparator()
        add_item(menu, _("Eigen stap toevoegen…"), lambda: add_step(host, case.id))
        add_item(menu, _("Weekplanner voor aan de muur"), lambda: show_planner(host, case.id, button))
        add_item(menu, _("Datums in je agenda…"), lambda: ask_calendar(host, case.id))
        if case.is_reported:
            add_item(menu, _("Dossier uitvoeren…"), self.ask_out)
        menu.addSeparator()
        if not case.is_reported:
            add_item(menu, _("Ziekmelding verwijderen…"), self.ask_remove)
        elif case.is_open:
            add_item(menu, _("Herstel melden"), self.ask_recovery)
        else:
            add_item(menu, _("Herstelmelding terugdraaien…"), self.ask_reopen)
        return menu

    def ask_out(self) -> None:
        """Tell what a dossier outside the program is, and ask where it comes."""
        from reintegratie_desktop.ui.pages.case_transfer import ask_out  # noqa: PLC0415 - only when asked

        ask_out(self._host, self.case.id)

    def ask_recovery(self) -> None:
        """Open the report that somebody works again; full recovery closes the dossier when it is finished."""
        draft = next((draft for draft in self.case.drafts if draft.form == RECOVERY), None)
        self._host.open_form(RECOVERY, self.case.id, slot=draft.slot if draft else None)

    def ask_reopen(self) -> None:
        """Ask before a report of recovery is taken back."""

        def reopen() -> None:
            self._host.desk.reopen(self.case.id)
            self._host.changed()

        ConfirmDialog(
            _("Herstelmelding terugdraaien?"),
            _(
                "Het dossier van {naam} loopt dan weer verder, alsof er geen herstel was gemeld. Het logboek "
                "onthoudt beide."
            ).format(naam=self.case.first_name),
            primary(_("Terugdraaien")),
            reopen,
            parent=self._host.dialog_parent,
        ).open()

    def ask_remove(self) -> None:
        """Ask before a sick report that was never finished is removed."""

        def remove() -> None:
            self._host.desk.remove_unreported(self.case.id)
            self._host.go("medewerkers")

        ConfirmDialog(
            _("Ziekmelding verwijderen?"),
            _(
                "De ziekmelding van {naam} was nog niet af. Wat er al was ingevuld, gaat weg en komt niet terug. De "
                "werknemer zelf blijft in de lijst staan."
            ).format(naam=self.case.first_name),
            destroying(_("Ziekmelding verwijderen"), icon="trash-2"),
            remove,
            parent=self._host.dialog_parent,
        ).open()
