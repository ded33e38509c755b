"""An open data file: the employer, the employees, their cases, and everything the windows ask of it."""

import base64
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.flows import all_flows
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services import case_clock, own_steps, today_view
from reintegratie_desktop.services.case_tasks import AFTERCARE, CONTACT
from reintegratie_desktop.services.names import full_name
from reintegratie_desktop.services.own_steps import is_own
from reintegratie_desktop.services.repositories import Repositories
from reintegratie_desktop.services.step_views import TodayView
from reintegratie_desktop.store.connection import DataFile, create_file, open_file
from reintegratie_desktop.store.keys import DEFAULT_KDF, KdfParams
from reintegratie_desktop.store.papers import Paper
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.forms.flow import Flow
    from reintegratie_desktop.services.later import Later
    from reintegratie_desktop.services.papers import Papers
    from reintegratie_desktop.services.session import FormSession
    from reintegratie_desktop.services.signing import Signing
    from reintegratie_desktop.services.views import CaseView, EmployeeView

Clock = Callable[[], datetime]
LOGO = "logo"


class Workspace:
    """One open data file. The clock is passed in; nothing here asks the computer for the time."""

    def __init__(self, file: DataFile, clock: Clock) -> None:
        self.file = file
        self.store = Repositories(file)
        self.clock = clock

    @classmethod
    def create(cls, path: Path, password: str, clock: Clock, *, kdf: KdfParams | None = None) -> "Workspace":
        """Make a new data file and open it.

        Raises:
            KnownError: the path exists, or the folder cannot be written.
        """
        return cls(create_file(path, password, kdf=kdf or DEFAULT_KDF, now=clock()), clock)

    @classmethod
    def open(cls, path: Path, password: str, clock: Clock) -> "Workspace":
        """Open a data file.

        Raises:
            KnownError: wrong password, no data file, damaged, newer, or in use elsewhere.
        """
        return cls(open_file(path, password, now=clock()), clock)

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    @cached_property
    def papers(self) -> "Papers":
        """Return what can be done with finished papers."""
        from reintegratie_desktop.services.papers import Papers  # noqa: PLC0415 - not for the first page

        return Papers(self)

    @cached_property
    def later(self) -> "Later":
        """Return what can be noted beside finished papers."""
        from reintegratie_desktop.services.later import Later  # noqa: PLC0415 - not for the first page

        return Later(self)

    @cached_property
    def signing(self) -> "Signing":
        """Return what can be noted about signatures and copies."""
        from reintegratie_desktop.services.signing import Signing  # noqa: PLC0415 - not for the first page

        return Signing(self)

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self.file.path

    @property
    def today(self) -> date:
        """Return today according to the clock that was passed in."""
        return self.clock().date()

    # --- employer and employees -------------------------------------------------------------------------------------

    @property
    def employer(self) -> dict[str, Any]:
        """Return the employer's answers; empty before the first time."""
        return self.store.records.werkgever()

    @property
    def employer_name(self) -> str:
        """Return the trade name."""
        return str(self.employer.get("handelsnaam", ""))

    @property
    def owner_name(self) -> str:
        """Return the trade name for on the screen: that of the form when it is begun and not finished yet."""
        if self.employer_name:
            return self.employer_name
        draft = self.store.drafts.load("", "werkgever")
        return str(draft.answers.get("handelsnaam") or "") if draft is not None else ""

    def employees(self, search: str = "") -> "tuple[EmployeeView, ...]":
        """Return the employees whose name or function holds the search text, by last name."""
        from reintegratie_desktop.services.employee_list import employees  # noqa: PLC0415 - not for the first page

        return employees(self, search)

    def employee(self, employee_id: str) -> dict[str, Any]:
        """Return one employee's answers."""
        answers = self.store.records.werknemer(employee_id)
        return {key: value for key, value in answers.items() if key != "id"}

    def employee_name(self, employee_id: str) -> str:
        """Return first name and last name."""
        return full_name(self.employee(employee_id))

    # --- the logo on the papers -------------------------------------------------------------------------------------

    def logo(self) -> bytes | None:
        """Return the employer's logo for the papers, or None."""
        kept = self.store.settings.get(LOGO)
        return base64.b64decode(kept) if isinstance(kept, str) else None

    def set_logo(self, source: Path | None) -> None:
        """Keep a PNG or JPG as logo, or take the logo away with None.

        Raises:
            KnownError: the file cannot be read, is too large, or is no picture.
        """
        if source is None:
            self.store.settings.remove(LOGO)
            return
        from reintegratie_desktop.services.papers import read_logo  # noqa: PLC0415 - once

        content = read_logo(source)
        self.store.settings.set(LOGO, base64.b64encode(content).decode("ascii"), self.clock())

    # --- cases ------------------------------------------------------------------------------------------------------

    def start_case(self, employee_id: str) -> str:
        """Begin a case for an employee who calls in sick, with today as first sick day until the form says otherwise.

        A case whose sick report was begun and not finished is returned instead of a second one.
        """
        for case in self.store.cases.for_employee(employee_id):
            if case.hersteld_per is None and not self.is_reported(case.id):
                return case.id
        case = self.store.cases.add(employee_id, self.today, self.clock())
        self.journal(case.id, "melding", _("Ziekmelding begonnen"))
        return case.id

    def is_reported(self, case_id: str) -> bool:
        """Tell whether the sick report of the case is finished."""
        return self.newest_paper(case_id, "ziekmelding") is not None

    def case(self, case_id: str) -> "CaseView":
        """Return everything the page of one case shows."""
        from reintegratie_desktop.services.case_view import case_view  # noqa: PLC0415 - not for the first page

        return case_view(self, case_id)

    def today_view(self) -> TodayView:
        """Return the first page."""
        return today_view.today_view(self)

    def clock_of(self, case_id: str) -> CaseClock:
        """Return the computed dates of a case."""
        return case_clock.clock_of(self, self.store.cases.get(case_id))

    def tick(self, case_id: str, step: str, day: date) -> None:
        """Write down that a step outside the program was done on a day.

        Raises:
            KnownError: the day lies before the first sick day or in the future.
        """
        if not self.store.cases.get(case_id).eerste_ziektedag <= day <= self.today:
            raise KnownError(
                _("Deze dag kan niet kloppen."),
                _("Kies een dag vanaf de eerste ziektedag en niet in de toekomst."),
                code="dag",
            )
        if is_own(step):
            own_steps.set_done(self, step, day)
            return
        with self.file.atomic():
            self._mark(case_id, step, day)
            if step == case_clock.VANGNET_REPORT:
                from reintegratie_desktop.services.particulars import wipe_vangnet_term  # noqa: PLC0415 - seldom

                wipe_vangnet_term(self, case_id)
            kind = "contact" if step.startswith((CONTACT, AFTERCARE)) else "deadline"
            self.journal(case_id, kind, _("Afgevinkt: {stap}").format(stap=case_clock.step_title(step)), day=day)

    def untick(self, case_id: str, step: str) -> None:
        """Take a tick back; the journal keeps both lines."""
        if is_own(step):
            own_steps.set_done(self, step, None)
            return
        self._mark(case_id, step, None)
        self.journal(case_id, "correctie", _("Vinkje weggehaald: {stap}").format(stap=case_clock.step_title(step)))

    def ticked_steps(self, case_id: str) -> frozenset[str]:
        """Return the steps that were ticked off by hand, so that the tick can be taken back."""
        own = (own_steps.step_id_of(step) for step in self.store.own_steps.of(case_id) if step.done_on is not None)
        return frozenset((*self.store.cases.get(case_id).facts.get("gedaan", {}), *own))

    def _mark(self, case_id: str, step: str, day: date | None) -> None:
        facts = dict(self.store.cases.get(case_id).facts)
        ticked = {key: value for key, value in dict(facts.get("gedaan", {})).items() if key != step}
        if day is not None:
            ticked[step] = day.isoformat()
        self.store.cases.set_facts(case_id, {**facts, "gedaan": ticked}, self.clock())

    def report_recovery(self, case_id: str, first_fit_day: date, *, own_work: bool) -> None:
        """Close a case: the employee does the own work fully again from this day, with all tasks and all hours.

        Raises:
            KnownError: it is not the own work in full (then the clock goes on), or the day is not after the first sick
                day, or lies in the future.
        """
        if not own_work:
            raise KnownError(
                _("Dan is je werknemer nog niet hersteld, en blijft het dossier open."),
                _("De termijnen lopen door. Leg in het opbouwschema vast wat je werknemer nu doet."),
                code="eigen_werk",
            )
        if not self.store.cases.get(case_id).eerste_ziektedag < first_fit_day <= self.today:
            raise KnownError(
                _("Deze dag kan niet kloppen."),
                _("De eerste dag dat iemand weer alles doet, ligt na de eerste ziektedag en niet in de toekomst."),
                code="dag",
            )
        self.store.cases.close(case_id, first_fit_day, self.clock())
        self.journal(case_id, "melding", _("Volledig hersteld gemeld"), day=first_fit_day)

    def reopen(self, case_id: str) -> None:
        """Take a recovery back that was entered by mistake."""
        self.store.cases.reopen(case_id, self.clock())
        self.journal(case_id, "correctie", _("Herstelmelding teruggedraaid"))

    def remove_unreported(self, case_id: str) -> None:
        """Remove a case whose sick report was never finished, with its draft."""
        from reintegratie_desktop.store.erasure import erase_case  # noqa: PLC0415 - seldom

        if not self.is_reported(case_id):
            erase_case(self.file, case_id, self.clock())

    # --- forms ------------------------------------------------------------------------------------------------------

    def open_form(
        self, form: str, case_id: str = "", *, slot: str | None = None, employee_id: str = "", kind: str = ""
    ) -> "FormSession":
        """Open a form: the draft if there is one, otherwise a new one that starts from what is known.

        For a form that exists more than once (talks) `slot=None` starts a new one, of a `kind` when given. For the
        records `werkgever` and `werknemer` no case is given; an empty `employee_id` is a new employee.
        """
        from reintegratie_desktop.services.session import FormSession  # noqa: PLC0415 - loads all forms, not at start

        session = FormSession(self, flow_of(form), case_id=case_id, slot=slot, employee_id=employee_id)
        if kind and slot is None:
            session.choose_kind(kind)
        return session

    def newest_paper(self, case_id: str, form: str, slot: str = "") -> Paper | None:
        """Return the newest finished version of a form."""
        return self.store.papers.latest(case_id, form, slot)

    def context(self, case_id: str = "", *, employee_id: str = "", leave_out: str = "") -> Context:
        """Return what a form may know: the records, and per form the newest answers of this case."""
        from reintegratie_desktop.services.form_context import form_context  # noqa: PLC0415 - not for the first page

        return form_context(self, case_id, employee_id, leave_out)

    def case_record(self, case_id: str, form: str) -> dict[str, Any]:
        """Return the answers of a form about a case that is no paper (`Scope.CASE_RECORD`); empty before it is kept."""
        return dict(self.store.cases.get(case_id).facts.get(form, {}))

    def keep_case_record(self, case_id: str, form: str, answers: Answers) -> None:
        """Keep the answers of a form about a case that is no paper, in the place of those from before."""
        facts = self.store.cases.get(case_id).facts
        self.store.cases.set_facts(case_id, {**facts, form: dict(answers)}, self.clock())

    @property
    def has_insight(self) -> bool:
        """Tell whether there is something to look back on: more than one case, or one that is closed."""
        first = self.store.cases.all(limit=2)
        return len(first) > 1 or any(case.hersteld_per is not None for case in first)

    # --- small things the windows ask -------------------------------------------------------------------------------

    def case_forms(self) -> "tuple[Flow, ...]":
        """Return the forms of a case in the order of the law."""
        return tuple(flow for flow in all_flows() if flow.scope == "case")

    def allowed_words(self, case_id: str) -> frozenset[str]:
        """Return the words a person said are about work, and the names that are no words."""
        names: set[str] = set()
        for record in (self.employer, *self._people_of(case_id)):
            names.update(_name_words(record))
        return frozenset(self.store.guard_choices.words(case_id)) | frozenset(names)

    def allow_word(self, case_id: str, word: str) -> None:
        """Remember that a word is about work in this case; the journal notes the choice without any text."""
        self.store.guard_choices.add(case_id, word.casefold(), self.clock())
        if case_id:
            self.journal(case_id, "correctie", _("Keuze gemaakt bij een woord: dit gaat over het werk"))

    def _people_of(self, case_id: str) -> tuple[Mapping[str, Any], ...]:
        return (self.employee(self.store.cases.get(case_id).werknemer_id),) if case_id else ()

    def journal(self, case_id: str, kind: str, description: str, *, day: date | None = None, paper: str = "") -> None:
        """Add a line to the journal of a case. The text says what happened, never what was written."""
        contact = self.employer.get("contact")
        who = contact.get("naam", "") if isinstance(contact, Mapping) else ""
        self.store.journal.append(
            case_id,
            kind=kind,
            description=description,
            who=str(who),
            happened_on=day or self.today,
            now=self.clock(),
            document=paper,
        )


def _name_words(record: Mapping[str, Any]) -> set[str]:
    """Return the words of names in a record: people and firms, which the guard must not read as words."""
    found: set[str] = set()
    for key in ("handelsnaam", "arbodienst", "bedrijfsarts", "achternaam", "roepnaam"):
        found.update(str(record.get(key) or "").casefold().split())
    for key in ("contact", "leidinggevende", "preventiemedewerker"):
        person = record.get(key)
        if isinstance(person, Mapping):
            found.update(str(person.get("naam") or "").casefold().split())
    return found
