"""The window with an open file: its pages, and a form over all of it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.front_window import FrontWindow, Place
from reintegratie_desktop.ui.pages.case_pages import CASE, PAPERS, is_case_page
from reintegratie_desktop.ui.pages.shell import TODAY, Shell
from reintegratie_desktop.ui.preferences import Clock, Preferences

if TYPE_CHECKING:
    from reintegratie_desktop.services.session import FormSession
    from reintegratie_desktop.services.what_if import WhatIf
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.ui.form.form_view import FormView


class DeskWindow(FrontWindow):
    """The window once a file is open, the `Host` of its pages; `MainWindow` adds locking, settings and closing.

    Signals that a page asked for something: `lock_asked`, `theme_asked(mode)`, `password_asked`, `sheet_asked`.
    """

    lock_asked = Signal()
    theme_asked = Signal(str)
    password_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, settings: Preferences, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(settings, clock, parent)
        self._is_example = False
        self.shell: Shell | None = None
        self.form: FormView | None = None
        self._report_after = False
        self._waiting: tuple[str, str, str] | None = None
        """The form, case and slot of the paper that waits until a record is filled in further."""
        self._before: WhatIf | None = None
        """The dates before the particulars of a dossier are changed."""

    @property
    def desk(self) -> "Workspace":
        """Return the open file."""
        if self._desk is None:
            raise BugError("no file is open")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Tell whether a file is open."""
        return self._desk is not None

    @property
    def dialog_parent(self) -> QWidget:
        """Return the window that dialogs belong to."""
        return self

    @override
    def show_desk(self, desk: "Workspace", place: Place | None = None, *, example: bool = False) -> None:
        """Show an open file, at a place if one is given."""
        self._desk, self._is_example = desk, example
        self._after_unlock = None
        if not example and self.settings.last_file != str(desk.path):
            self.settings.last_file = str(desk.path)
            self._remember()
        self._make_shell()
        self._drop_front()
        self.restore(place or Place())

    def _make_shell(self) -> None:
        if self.shell is not None:
            self.stack.removeWidget(self.shell)
            self.shell.deleteLater()
        shell = Shell(self, example=self._is_example)
        shell.lock_asked.connect(self.lock_asked)
        shell.employer_asked.connect(lambda: self.open_form("werkgever"))
        shell.language_chosen.connect(self.choose_language)
        shell.theme_chosen.connect(self.theme_asked)
        shell.password_asked.connect(self.password_asked)
        shell.sheet_asked.connect(self.sheet_asked)
        shell.example_asked.connect(self.open_example)
        self.shell = shell
        self.stack.addWidget(shell)

    def _the_shell(self) -> Shell:
        if self.shell is None:
            raise BugError("no file is open")
        return self.shell

    @override
    def close_file(self) -> None:
        """Save what is open and close the file; the example is thrown away."""
        if self._desk is None:
            return
        self._close_form()
        self._waiting = None
        self._offers_sheet = False
        desk, self._desk = self._desk, None
        if self.shell is not None:
            self.stack.removeWidget(self.shell)
            self.shell.deleteLater()
            self.shell = None
        if self._is_example:
            from reintegratie_desktop.services.examples import throw_away  # noqa: PLC0415 - only for the example

            throw_away(desk)
        else:
            desk.close()

    # --- places (Host) ----------------------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Open a page of the navigation."""
        self._the_shell().show_page(page)

    def open_case(self, case_id: str, step_id: str = "") -> None:
        """Open a dossier."""
        self._the_shell().show_case_page(case_id, CASE, step_id)

    def open_papers(self, case_id: str, tab: str = "papieren", *, made: str = "") -> None:
        """Open the papers or the journal of a dossier; `made` is a paper that was finished just now."""
        self._the_shell().show_case_page(case_id, PAPERS, tab, made)

    def open_case_page(self, case_id: str, key: str) -> None:
        """Open a page of a dossier by its key in the navigation."""
        self._the_shell().show_case_page(case_id, key)

    def changed(self) -> None:
        """Show the page anew, with the time of saving."""
        shell = self._the_shell()
        shell.refresh()
        shell.show_saved(self.clock())

    @property
    def place(self) -> Place:
        """Return where the user is."""
        shell = self.shell
        if shell is None:
            return Place()
        page = shell.page
        talking = self.form is not None and self.form.talking.is_open
        found = {
            "page": shell.place,
            "case_id": str(getattr(page, "case_id", "")),
            "step_id": str(getattr(page, "selected_step", "")),
            "tab": str(getattr(page, "tab", "")),
        }
        if self.form is not None:
            session = self.form.session
            found |= {
                "form": session.flow.key,
                "form_case": session.case_id,
                "slot": session.slot if session.case_id else "",
                "employee_id": session.employee_id,
            }
        return Place(**found, talking=talking)

    def restore(self, place: Place) -> None:
        """Go to a place; a page of a case that is gone becomes the first page."""
        if place.page == CASE:
            self.open_case(place.case_id, place.step_id)
        elif place.page == PAPERS:
            self.open_papers(place.case_id, place.tab)
        elif is_case_page(place.page):
            self.open_case_page(place.case_id, place.page)
        else:
            self.go(place.page)
        self.stack.setCurrentWidget(self._the_shell())
        if place.form:
            self.open_form(place.form, place.form_case, slot=place.slot or None, employee_id=place.employee_id)
            if place.talking and self.form is not None:
                self.form.talking.open()

    # --- forms ------------------------------------------------------------------------------------------------------

    @override
    def open_form(
        self, form: str, case_id: str = "", *, slot: str | None = None, employee_id: str = "", kind: str = ""
    ) -> None:
        """Open a form over the whole window."""
        # First what is open is saved: this may be the same form.
        self._close_form()
        self._show_form(self.desk.open_form(form, case_id, slot=slot, employee_id=employee_id, kind=kind))

    def open_form_at(self, case_id: str, form: str, step: str, *, slot: str | None = None) -> None:
        """Open a form of a dossier at a step, or at a place in it; nothing is kept by opening it."""
        self._close_form()
        is_employee = form == "werknemer"
        session = self.desk.open_form(
            form,
            "" if is_employee or form == "werkgever" else case_id,
            slot=slot,
            employee_id=self.desk.store.cases.get(case_id).werknemer_id if is_employee else "",
        )
        place = session.wizard.open_at(step)
        view = self._show_form(session)
        if place:
            view.go_to_place(place)

    def _show_form(self, session: "FormSession") -> "FormView":
        from reintegratie_desktop.ui.form.form_view import FormView  # noqa: PLC0415 - not needed for the first page

        self._before = None
        if session.flow.key == "bijzonderheden" and session.case_id and self.desk.is_reported(session.case_id):
            from reintegratie_desktop.services.what_if import WhatIf  # noqa: PLC0415 - only for the particulars

            self._before = WhatIf(self.desk, session.case_id)
        view = FormView(session, show_paper=self.settings.show_paper, back=self._back_words())
        view.closed.connect(self._form_closed)
        view.finished.connect(self._form_finished)
        view.form_asked.connect(lambda key: self.open_form(key, session.case_id))
        view.record_asked.connect(lambda key, place: self._ask_record(session, key, place))
        view.paper_shown.connect(self._remember_paper)
        view.saved.connect(lambda moment: self._the_shell().show_saved(moment))
        self.form = view
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        return view

    def _back_words(self) -> str:
        """Return where closing the form that opens now leads to: the page that is shown under it."""
        if self._waiting is not None:
            return _("Terug naar het papier")
        place = self._the_shell().place
        if is_case_page(place):
            return _("Terug naar dossier")
        return _("Terug naar Vandaag") if place == TODAY else _("Formulier sluiten")

    def _ask_record(self, session: "FormSession", key: str, place: str) -> None:
        """Open the firm or the employee for what a paper needs; afterwards its list comes back."""
        self._waiting = (session.flow.key, session.case_id, session.slot)
        self.open_form_at(session.case_id, key, place)

    def _go_on_waiting(self) -> bool:
        """Go back to the list of the paper that waits for a record; tell whether there was one."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return False
        form, case_id, slot = waiting
        self._close_form()
        self._show_form(self.desk.open_form(form, case_id, slot=slot)).show_finish()
        return True

    def hold_talk(self, case_id: str, slot: str) -> None:
        """Open a talk that was prepared, with its own screen over it."""
        self.open_form("gesprek", case_id, slot=slot)
        assert self.form is not None
        self.form.talking.open()

    def _close_form(self) -> None:
        view, self.form = self.form, None
        if view is not None:
            view.close()
            self.stack.removeWidget(view)
            view.deleteLater()

    def _form_closed(self) -> None:
        self._report_after = False
        if not self._go_on_waiting():
            self._leave_form()
            self._offer_sheet()

    def _leave_form(self) -> None:
        self._close_form()
        shell = self._the_shell()
        self.stack.setCurrentWidget(shell)
        self.changed()
        shell.page.focus_first()  # type: ignore[attr-defined]

    def _form_finished(self, made: str) -> None:
        assert self.form is not None
        session = self.form.session
        report, self._report_after = self._report_after, False
        if report and session.flow.key == "werknemer":
            self._close_form()
            self._begin_report(made)
            return
        if report and session.flow.key == "werkgever":
            self._close_form()
            self.stack.setCurrentWidget(self._the_shell())
            self.report_sick()
            return
        if self._go_on_waiting():
            return
        self._leave_form()
        if session.flow.scope == "journal":
            self.open_papers(session.case_id, "logboek")
            self._the_shell().say(_("De regel staat in het logboek."), kind="ok")
        elif self._before is not None and session.flow.key == "bijzonderheden":
            self._say_moved(self._before, session.case_id)
        elif session.flow.scope != "case":
            if not self._offer_sheet(_("Bewaard.")):
                self._the_shell().say(_("Bewaard."), kind="ok")
        elif session.flow.key == "ziekmelding":
            self.open_case(session.case_id)
            self._the_shell().say(
                _("De ziekmelding is vastgelegd."), _("Hieronder staat wat er komt, en wanneer."), kind="ok"
            )
        else:
            self.open_papers(session.case_id, made=made)

    def _offer_sheet(self, first: str = "") -> bool:
        """Offer the recovery sheet of a new file above the page, once, after `first`; tell whether it was now."""
        offers, self._offers_sheet = self._offers_sheet, False
        if offers:
            from reintegratie_desktop.ui.pages.banner import sheet_button  # noqa: PLC0415 - only for a new file

            now = _("Dit is een goed moment voor je herstelblad.")
            self._the_shell().say(
                f"{first} {now}" if first else now,
                _("Daarmee open je het bestand als je het wachtwoord kwijt bent. Later kan het bij Instellingen."),
                kind="ok" if first else "hint",
                part=sheet_button(self.sheet_asked.emit),
            )
        return offers

    def _say_moved(self, before: "WhatIf", case_id: str) -> None:
        """Say that the particulars are kept, and which dates moved from what to what."""
        from reintegratie_desktop.services.what_if import WhatIf  # noqa: PLC0415 - only for the particulars
        from reintegratie_desktop.ui.pages.what_if_result import moved_fold  # noqa: PLC0415 - likewise

        self._before = None
        rows = WhatIf(self.desk, case_id).rows_since(before)
        if not rows:
            self._the_shell().say(_("Bewaard."), kind="ok")
            return
        told = ngettext("Bewaard. {n} datum verschuift.", "Bewaard. {n} datums verschuiven.", len(rows))
        self._the_shell().say(told.format(n=len(rows)), kind="ok", part=moved_fold(rows))

    def _remember_paper(self, on: bool) -> None:
        self.settings.show_paper = on
        self._remember()

    def do_step(self, case_id: str, step: StepView) -> None:
        """Do what the button of a step says."""
        if step.complete:
            self._ask_later(case_id, step.complete)
        elif step.form in ("werkgever", "werknemer"):
            self.open_form_at(case_id, step.form, "")
        elif step.form:
            self.open_form(step.form, case_id, slot=step.slot, kind=step.kind)
        elif step.can_tick:
            self._ask_tick(case_id, step)
        else:
            self.open_case(case_id, step.id)

    def _ask_later(self, case_id: str, paper_id: str) -> None:
        from reintegratie_desktop.ui.form.later_dialog import LaterDialog  # noqa: PLC0415 - only when asked

        paper = next(view for view in self.desk.papers.views(case_id) if view.id == paper_id)
        dialog = LaterDialog(self.desk.later, paper, parent=self)
        dialog.accepted.connect(self.changed)
        dialog.open()
        dialog.focus_first()

    def _ask_tick(self, case_id: str, step: StepView) -> None:
        from reintegratie_desktop.ui.dialogs.case_dialogs import TickDialog  # noqa: PLC0415 - only when ticking

        desk = self.desk

        def tick(day: date) -> None:
            desk.tick(case_id, step.id, day)
            self.changed()

        TickDialog(step, desk.today, desk.case(case_id).eerste_ziektedag, tick, parent=self).open()

    # --- a sick report ----------------------------------------------------------------------------------------------

    def report_sick(self, employee_id: str = "") -> None:
        """Begin a sick report, for this employee or after asking for whom."""
        from reintegratie_desktop.services.record_gaps import keep_begun_firm  # noqa: PLC0415 - only now

        try:
            firm = keep_begun_firm(self.desk)
        except KnownError as error:
            self._tell(error)
            return
        if firm is not None:
            # The name of the firm is all that a sick call needs of it.
            self._report_after = False
            self._close_form()
            self._first(self._show_form(firm), _("Eerst je bedrijf."))
            return
        if employee_id:
            self._begin_report(employee_id)
            return
        people = self.desk.employees()
        if not people:
            self._new_employee()
            return
        from reintegratie_desktop.ui.dialogs.choose_employee import ChooseEmployeeDialog  # noqa: PLC0415

        dialog = ChooseEmployeeDialog(people, self._begin_report, self._new_employee, parent=self)
        dialog.open()
        dialog.focus_first()

    def _new_employee(self) -> None:
        self.open_form("werknemer")
        if self.form is not None:
            self._first(self.form, _("Eerst je medewerker."))

    def _first(self, view: "FormView", title: str) -> None:
        """Let a record come before the sick report, as short as can be."""
        self._report_after = True
        view.say_first(title, _("De naam is genoeg. De rest vul je later aan."))
        view.go_straight(_("Naar de ziekmelding"))

    def _begin_report(self, employee_id: str) -> None:
        running = next((person.case_id for person in self.desk.employees() if person.id == employee_id), "")
        if running and self.desk.is_reported(running):
            self.open_case(running)
            self.stack.setCurrentWidget(self._the_shell())
            return
        case_id = self.desk.start_case(employee_id)
        self.open_case(case_id)
        self.open_form("ziekmelding", case_id)

    # --- what has to be remembered or told -------------------------------------------------------------------------

    def _remember(self) -> None:
        try:
            self.settings.save()
        except KnownError as error:
            self._tell(error)

    def _tell(self, error: KnownError) -> None:
        """Say a known error in the page that is shown, and in a dialog when the page has no place for it."""
        shown = self.stack.currentWidget()
        page = self.shell.page if self.shell is not None and shown is self.shell else shown
        show = getattr(page, "show_error", None)
        if callable(show):
            show(error)
            return
        from reintegratie_desktop.ui.errors import show_known_error  # noqa: PLC0415 - hopefully never

        show_known_error(self, error)
