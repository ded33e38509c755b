"""The wage of one case of the file: what is known about the case and the answers of `loongegevens`, computed."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.periods import ONE_DAY
from reintegratie_desktop.domain.wage.calculation import wages
from reintegratie_desktop.domain.wage.facts import WageFacts
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.domain.wage.result import CaseWage, WageResult
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.wage_data import FORM, FROM_WEEKS, KNOWN, in_labels, wage_input
from reintegratie_desktop.forms.wage_weeks import weeks_without_hours, worked_stretches
from reintegratie_desktop.forms.worked_record import trial_over
from reintegratie_desktop.services.case_clock import chain_of, clock_of_chain, facts_of, papers_of
from reintegratie_desktop.services.hours import schedule_of
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import KnownError

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.store.cases import Case

_WAGE_END: Final = "einde_loondoorbetaling"


@dataclass(frozen=True)
class WageOfCase:
    """The wage of a case, with what it was computed from."""

    facts: WageFacts
    result: WageResult
    without_hours: tuple[date, ...] = ()
    """The Mondays of the weeks without worked hours in the weekstaat; empty when the hours come from elsewhere."""

    @property
    def case(self) -> CaseWage:
        """Return the wage of the case itself: the last one, as earlier periods that count come before it."""
        return self.result.zaken[-1]


def known(desk: "Workspace", case: "Case") -> dict[str, Any]:
    """Return what the form of the wage knows about its case.

    `feiten` is the input of the clock, `weken` are the worked hours, `zonder_uren` the Mondays of the weeks of which
    the weekstaat does not say yet how many hours were worked, `therapie_voorbij` the days until which work without wage
    value was agreed that still goes on.

    The weeks are those of the newest finished schedule of every period that counts as this case; a schedule that is
    not finished yet is agreed by nobody.
    """
    chain = chain_of(desk, case)
    papers = papers_of(desk, chain)
    clock = clock_of_chain(desk, chain, papers)
    schedules = [schedule for each in chain.cases if (schedule := schedule_of(desk, each.id)) is not None]
    facts = {key: value for key, value in facts_of(desk, chain.cases, papers).items() if value is not None}
    ends = [clock.milestone(_WAGE_END).uiterlijk]
    if case.hersteld_per is not None:
        ends.append(case.hersteld_per - ONE_DAY)
    if (employed := as_day(facts.get("einde_dienstverband"))) is not None:
        ends.append(employed)
    first, last = clock.eerste_ziektedag, min(ends)
    return {
        "feiten": facts,
        "weken": [stretch.as_row() for stretch in worked_stretches(schedules, first, last)],
        "therapie_voorbij": [
            day.isoformat() for each in schedules if (day := trial_over(each, desk.today)) is not None
        ],
        "zonder_uren": [monday.isoformat() for monday in weeks_without_hours(schedules, first, last)],
    }


def has_wage(desk: "Workspace", case_id: str) -> bool:
    """Tell whether the wage of a case was filled in."""
    return bool(desk.case_record(case_id, FORM))


def is_begun(desk: "Workspace", case_id: str) -> bool:
    """Tell whether somebody began to fill in the wage of a case and did not finish."""
    return desk.store.drafts.load(case_id, FORM) is not None


def input_of(desk: "Workspace", case_id: str) -> dict[str, Any]:
    """Return the wage of a case as data in the shape of `loon.schema.json`."""
    return _input(desk, case_id, desk.context(case_id, leave_out=FORM))


def _input(desk: "Workspace", case_id: str, context: Context) -> dict[str, Any]:
    from reintegratie_desktop.forms.flows.loongegevens import FIELDS, FLOW  # noqa: PLC0415 - not without a wage

    # What follows from other answers is not kept with them.
    answers: Answers = FLOW.computed({**desk.case_record(case_id, FORM), **_of_the_employee(context)}, context)
    return {**context.papers[KNOWN]["feiten"], **wage_input(answers, FIELDS, context).data}


def wage_of(desk: "Workspace", case_id: str) -> WageOfCase:
    """Compute the wage of a case whose wage was filled in.

    Raises:
        KnownError: the facts cannot be true together; the sentence names the questions of the form.
    """
    context = desk.context(case_id, leave_out=FORM)
    data = _input(desk, case_id, context)
    from_sheet = desk.case_record(case_id, FORM).get("gewerkt_bron") == FROM_WEEKS
    mondays = context.papers[KNOWN]["zonder_uren"] if from_sheet else ()
    try:
        facts = read_facts(data)
        return WageOfCase(facts, wages(facts, desk.today), tuple(date.fromisoformat(day) for day in mondays))
    except KnownError as error:
        raise KnownError(in_form_words(error.message), in_form_words(error.next_step), code=error.code) from error


def in_form_words(sentence: str) -> str:
    """Return a sentence of the calculation with the labels of the form in the place of the keys of the data."""
    from reintegratie_desktop.forms.flows.loongegevens import FIELDS  # noqa: PLC0415 - as above

    return in_labels(sentence, FIELDS)


def _of_the_employee(context: Context) -> dict[str, Any]:
    """Return the birth date as the record of the employee has it today: it may have been corrected since."""
    born = as_day(context.get("werknemer", "geboortedatum"))
    return {} if born is None else {"geboortedatum": born.isoformat()}
