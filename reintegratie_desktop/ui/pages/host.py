"""What a page may ask of the window it stands in."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.ui.preferences import Clock, Preferences

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


class Host(Protocol):
    """The window around a page: it opens forms and other pages, and keeps what is remembered."""

    settings: Preferences
    clock: Clock

    @property
    def desk(self) -> "Workspace":
        """Return the open file."""

    @property
    def dialog_parent(self) -> QWidget:
        """Return the window that dialogs belong to."""

    def open_form(
        self, form: str, case_id: str = "", *, slot: str | None = None, employee_id: str = "", kind: str = ""
    ) -> None:
        """Open a form over the whole window; afterwards the user comes back to this place."""

    def open_form_at(self, case_id: str, form: str, step: str, *, slot: str | None = None) -> None:
        """Open a form of a dossier at one of its steps; instead of a step that is not asked comes the one before it.

        `step` may also be a place such as `verlof[1].van`: then the keyboard comes there. Left empty it is where the
        first thing misses. The forms `werkgever` and `werknemer` open for the employer and the employee of the dossier.
        """

    def hold_talk(self, case_id: str, slot: str) -> None:
        """Open the screen for holding a talk that was prepared."""

    def open_case(self, case_id: str, step_id: str = "") -> None:
        """Open a dossier, with a step selected."""

    def open_papers(self, case_id: str, tab: str = "papieren", *, made: str = "") -> None:
        """Open the papers (`papieren`) or the journal (`logboek`) of a dossier, with a new paper selected."""

    def open_case_page(self, case_id: str, key: str) -> None:
        """Open a page of a dossier by its key in `case_pages.CASE_PAGES`, such as `controle` or `loon`."""

    def do_step(self, case_id: str, step: StepView) -> None:
        """Do what the button of a step says: open its form, or ask on which day it was done."""

    def go(self, page: str) -> None:
        """Open a page of the navigation: `vandaag`, `medewerkers`, `instellingen` or `hulp`."""

    def report_sick(self, employee_id: str = "") -> None:
        """Begin a sick report, for this employee or after asking for whom."""

    def changed(self) -> None:
        """Say that something in the file changed: the page is shown anew, with the time of saving."""
