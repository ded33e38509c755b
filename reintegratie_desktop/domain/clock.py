"""The clock of a case: where it stands on a day, which dates it has, and which step is next."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from reintegratie_desktop.domain.ages import aow_date_if_known
from reintegratie_desktop.domain.facts import DONE_STEPS, Advice, CaseFacts, Done, Leave
from reintegratie_desktop.domain.iva import iva_begins
from reintegratie_desktop.domain.milestone import Milestone, Status
from reintegratie_desktop.domain.milestone_row import CaseInput
from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.domain.milestones import milestones
from reintegratie_desktop.domain.notices import Notice, borderline, notices
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, Course, Gap, courses, week_of
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.text.declaring import dataclass, field, replace
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

_NOTHING_DONE: Final = Done()


@dataclass(frozen=True)
class CaseClock:
    """One legally separate case on one day."""

    course: Course
    peildatum: date
    ziekteweek: int
    """Sick days up to the day // 7 + 1; breaks and leave do not count."""
    weken_totaal: int
    """Weeks the wage is paid without extension: 104, or those of an employee with the AOW age."""
    termijnen: tuple[Milestone, ...]
    case: CaseInput = field(compare=False, repr=False)
    """What the dates were computed from."""
    previous: Course | None = field(default=None, compare=False, repr=False)
    """The case before this one, None for the first."""

    @property
    def eerste_ziektedag(self) -> date:
        """Return the first sick day, as it is reported to UWV."""
        return self.course.eerste_ziektedag

    @property
    def klok_vanaf(self) -> date:
        """Return the first sick day plus the days that do not count."""
        return self.course.klok_vanaf

    @property
    def hersteld_per(self) -> date | None:
        """Return the first fully fit day, or None while the case runs."""
        return self.course.hersteld_per

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Return the breaks and the leave inside the case."""
        return self.course.gaps

    @property
    def meldingen(self) -> tuple[Notice, ...]:
        """Return what to know next to the dates, translated."""
        return notices(self)

    @property
    def iva_ingang(self) -> date | None:
        """Return when a vervroegde IVA that was asked for begins; None when nobody asked."""
        asked = self.case.done.vervroegde_iva
        rules = self.termijnen[0].rules
        return None if asked is None else iva_begins(self.eerste_ziektedag, asked, rules)

    @property
    def is_late(self) -> bool:
        """Tell whether a step is late on this day."""
        return any(milestone.status is Status.TE_LAAT for milestone in self.termijnen)

    def milestone(self, milestone_id: str) -> Milestone:
        """Return one step.

        Raises:
            KeyError: the case has no such step.
        """
        for candidate in self.termijnen:
            if candidate.id == milestone_id:
                return candidate
        raise KeyError(milestone_id)


def case_clocks(facts: CaseFacts, today: date, law: Law | None = None) -> tuple[CaseClock, ...]:
    """Return the clock of every legally separate case, oldest first.

    Days on which steps were done belong to the last case that began on or before them. The vangnet term belongs to
    the newest case, a loonsanctie to the newest case that has run so long that UWV can have decided on it, and so do
    an extension and dates from letters of UWV when there is a loonsanctie; otherwise these belong to the newest case.

    Raises:
        KnownError: the facts cannot be true together, or lie before the rules this program knows.
    """
    law = load_law() if law is None else law
    found = courses(facts, law)
    last = len(found) - 1
    sanctioned = _sanctioned(found, law, today) if facts.loonsanctie is not None and not facts.aow_gerechtigd else -1
    decided = last if sanctioned < 0 else sanctioned
    reached = None if facts.geboortedatum is None else aow_date_if_known(facts.geboortedatum)
    clocks = []
    for place, course in enumerate(found):
        is_last, is_decided = place == last, place == decided
        case = CaseInput(
            course=course,
            done=facts.gedaan if last == 0 else _done_in(facts.gedaan, found, place),
            aow_gerechtigd=_is_aow(facts, course, reached),
            einde_dienstverband=facts.einde_dienstverband,
            vangnet_meldtermijn=facts.vangnet_meldtermijn if is_last else None,
            loonsanctie=facts.loonsanctie if place == sanctioned else None,
            termijn_ziekmelding_dagen=facts.termijn_ziekmelding_dagen,
            aow_op=reached,
            geboortedatum=facts.geboortedatum,
            vangnet_bekend_op=facts.vangnet_bekend_op if is_last else None,
            no_risk=facts.no_risk,
            eigenrisicodrager=facts.eigenrisicodrager,
            huishoudelijk=facts.huishoudelijk,
            verlenging=facts.verlenging if is_decided else None,
            uwv_datums=facts.uwv_datums if is_decided else {},
            verlof=_leave_in(facts.verlof, course) if facts.verlof else (),
            adviezen=_advices_in(facts.adviezen, found, place) if facts.adviezen else (),
        )
        clocks.append(_clock(case, law, today, found[place - 1] if place else None))
    return tuple(clocks)


def sick_day_number(clock: CaseClock, day: date) -> int:
    """Return the number of a day in the case: the first sick day is 1, days before it 0; breaks do not count."""
    return 0 if day < clock.eerste_ziektedag else clock.course.counted_days(day) + 1


def ziekteweek(clock: CaseClock, day: date) -> int:
    """Return the sick week on a day: sick days up to it // 7 + 1."""
    return week_of(clock.course.sick_days(day))


def next_milestone(clock: CaseClock) -> Milestone | None:
    """Return the most urgent step: the longest late one, otherwise the one with the nearest safe day.

    Dates on which nobody has to do anything come last; None when everything is done or lapsed.
    """
    open_steps = [milestone for milestone in clock.termijnen if milestone.status.is_open]
    return (
        _first(step for step in open_steps if step.status is Status.TE_LAAT)
        or _first(step for step in open_steps if step.rule.kind is Kind.TASK)
        or _first(open_steps)
    )


def doubts(clock: CaseClock, law: Law | None = None) -> tuple[str, ...]:
    """Return sentences about breaks so near to four weeks that UWV may count them otherwise, with what that gives."""
    return tuple(notice.text for notice in borderline(clock, law))


def _first(steps: Iterable[Milestone]) -> Milestone | None:
    return min(steps, key=lambda step: (step.streefdatum, step.uiterlijk), default=None)


def _clock(case: CaseInput, law: Law, today: date, previous: Course | None) -> CaseClock:
    rules = law.on(case.course.eerste_ziektedag)
    total = "wia_eerste_dag_uiterlijk"
    if case.aow_gerechtigd or case.huishoudelijk:
        total = "aow_loondoorbetaling_dagen" if case.aow_gerechtigd else "huishoudelijk_loondoorbetaling_dagen"
        if case.verlenging is not None or case.uwv_datums:
            key = "verlenging" if case.verlenging is not None else "uwv_datums"
            raise refuse(
                _("'{sleutel}' past niet bij deze zaak: er is geen wachttijd voor de WIA.").format(sleutel=key),
                _("Haal dit weg, of kijk de andere feiten na."),
            )
    return CaseClock(
        course=case.course,
        peildatum=today,
        ziekteweek=week_of(case.course.sick_days(today)),
        weken_totaal=rules.days(total) // DAYS_IN_WEEK,
        termijnen=milestones(case, law, today),
        case=case,
        previous=previous,
    )


def _is_aow(facts: CaseFacts, course: Course, reached: date | None) -> bool:
    """Tell whether the employee had the AOW age on the first sick day.

    Raises:
        KnownError: the birth date says otherwise than the key `aow_gerechtigd`.
    """
    by_birth = reached is not None and reached <= course.eerste_ziektedag
    if facts.aow_gerechtigd and reached is not None and not by_birth:
        raise refuse(
            _("Volgens 'geboortedatum' komt de AOW-leeftijd op {dag}, dus na de eerste ziektedag.").format(
                dag=day_numeric(reached)
            ),
            _("Zet 'aow_gerechtigd' op false, of verbeter de geboortedatum."),
        )
    return facts.aow_gerechtigd or by_birth


def _leave_in(leaves: tuple[Leave, ...], course: Course) -> tuple[Leave, ...]:
    """Return the leave inside a case or right behind it."""
    ends = course.hersteld_per or date.max
    return tuple(leave for leave in leaves if course.eerste_ziektedag <= leave.tot_en_met and leave.van <= ends)


def _sanctioned(found: tuple[Course, ...], law: Law, today: date) -> int:
    """Return the place of the newest case in which UWV can have decided; the newest of all when there is none."""
    for place in reversed(range(len(found))):
        course = found[place]
        if course.sick_days(today) >= law.on(course.eerste_ziektedag).days("uwv_beslissing_streven"):
            return place
    return len(found) - 1


def _advices_in(advices: tuple[Advice, ...], found: tuple[Course, ...], place: int) -> tuple[Advice, ...]:
    """Return the advices in one of several cases."""
    begins, ends = _bounds(found, place)
    return tuple(advice for advice in advices if begins <= advice.op < ends)


def _bounds(found: tuple[Course, ...], place: int) -> tuple[date, date]:
    """Return the first day of which what was done belongs to a case, and the first day of the case after it."""
    begins = found[place].eerste_ziektedag if place else date.min
    return begins, found[place + 1].eerste_ziektedag if place + 1 < len(found) else date.max


def _done_in(done: Done, found: tuple[Course, ...], place: int) -> Done:
    """Return what was done in one of several cases."""
    begins, ends = _bounds(found, place)
    singles = {step: day for step in DONE_STEPS if (day := getattr(done, step)) is not None and begins <= day < ends}
    return replace(_NOTHING_DONE, evaluaties=tuple(day for day in done.evaluaties if begins <= day < ends), **singles)
