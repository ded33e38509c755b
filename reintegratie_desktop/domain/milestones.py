"""Computes the dates of one case. Every number of days comes from `resources/wet`."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from reintegratie_desktop.domain.ages import is_sixty_plus
from reintegratie_desktop.domain.iva import iva_begins
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.milestone_plan import PlanTerm, evaluations_wait, plan_term
from reintegratie_desktop.domain.milestone_row import CaseInput, Due, Notes
from reintegratie_desktop.domain.milestone_special import SpecialRows
from reintegratie_desktop.domain.periods import plus, plus_years
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.i18n import N_

_NOTE_NO_ANALYSIS: Final = N_("Zolang de probleemanalyse er niet is, tellen we vanaf de eerste ziektedag.")
_NOTE_NO_EVALUATION: Final = N_("Zolang de eerstejaarsevaluatie er niet is, tellen we vanaf het begin van de klok.")
_NOTE_TOO_EARLY: Final = N_("Melden kan pas vanaf {dag}. Kijk of je een bevestiging van UWV hebt.")
_NOTE_VANGNET: Final = N_("Heb je al een vangnetmelding gedaan? Vraag UWV dan of deze melding nog nodig is.")
_NOTE_OWN_RISK: Final = N_("Ook als eigenrisicodrager meld je dit bij UWV.")
_NOTE_IVA_COUNTS: Final = N_("Een aanvraag voor de vervroegde IVA telt ook als deze melding.")
_NOTE_IVA_NO_REPORT: Final = N_("Kent UWV de vervroegde IVA toe, dan is deze stap niet nodig.")
_NOTE_EXTENSION_COUNTS: Final = N_("Een verzoek om te verlengen telt ook als deze melding, als je haar nog niet deed.")
_NOTE_IVA_BEGINS: Final = N_("Kent UWV de vervroegde IVA toe, dan gaat die in op {dag}. Je houdt haar in op het loon.")
_NOTE_IVA_EARLY: Final = N_("Deze aanvraag kan pas vanaf {dag}. Het kan maar één keer, dus vraag UWV wat nu geldt.")
_NOTE_AOW_SOON: Final = N_("Je werknemer bereikt op {dag} de AOW-leeftijd. Samen kun je dan afzien van spoor 2.")
_NOTE_AOW_ILL: Final = N_(
    "Je werknemer bereikt op {dag} de AOW-leeftijd. Vanaf dan geldt een kortere termijn. Vraag daarover advies."
)
_NOTE_SIXTY: Final = N_(
    "Je werknemer is dan 60 of ouder. UWV kan eenvoudiger beoordelen als jullie dat allebei willen. Vraag ernaar."
)
_NOTE_LEAVE: Final = N_("Opzeggen mag ook niet tot en met {dag}, vanwege het verlof.")
_NOTE_IN_YEARS: Final = N_("Het loon telt in weken en het opzegverbod in jaren. Daarom eindigt het opzegverbod later.")
_NOTE_UNPROTECTED: Final = N_(
    "De melding na 42 weken was er niet voor {dag}. Ook als UWV geen brief stuurt, geldt deze dag dan."
)
_NOTE_APPLICATION_OPEN: Final = N_("De WIA-aanvraag is er nog niet. Elke dag na {dag} schuift dit een dag op.")
_NOTE_SANCTION: Final = N_("De loonsanctie loopt tot en met {dag}. Zo lang gaat de WIA niet in.")


def milestones(case: CaseInput, law: Law, today: date) -> tuple[Milestone, ...]:
    """Return all dates of a case in the order of the law, with their state on a day.

    Raises:
        KnownError: the first sick day is before the rules this program knows, or the loonsanctie does not fit.
    """
    planner = _Planner(case, law, today)
    if case.aow_gerechtigd:
        return tuple(planner.aow())
    return tuple(planner.household() if case.huishoudelijk else planner.all())


class _Planner(SpecialRows):
    """Yields the rows of one case."""

    def all(self) -> Iterator[Milestone]:
        """Yield every date of a case of an employee below the AOW age."""
        done, days = self.case.done, self.days
        delay = self._delay()
        sanction = self.sanction(delay)
        yield self.report()
        analysis = self.caught_up_with(
            Due(
                self.from_first("probleemanalyse_uiterlijk"),
                Origin.FIRST_DAY,
                self.first,
                days("probleemanalyse_uiterlijk"),
            )
        )
        yield self.due_row(
            "probleemanalyse",
            analysis,
            safe=self.from_first("probleemanalyse_veilig"),
            window=self.from_first("probleemanalyse_venster"),
            done=done.probleemanalyse,
        )
        term = plan_term(done.probleemanalyse, self.case.adviezen)
        plan = self.caught_up_with(self._plan_due(term))
        no_analysis: Notes = () if done.probleemanalyse else ((_NOTE_NO_ANALYSIS, None),)
        safe = plan.day if term.is_later else min(plan.day, self.from_first("plan_van_aanpak_veilig"))
        yield self.due_row(
            "plan_van_aanpak",
            plan,
            safe=safe,
            done=done.plan_van_aanpak,
            opens=term.counts_from or date.max,
            basis="plan_van_aanpak_later_advies" if term.is_later else "",
            waits=term.waits,
            notes=no_analysis,
        )
        yield from self._evaluations(plan.day)
        yield self._notification()
        yield self.clock_row("eerstejaarsevaluatie", done=done.eerstejaarsevaluatie)
        yield self._second_track()
        yield self.clock_row("actueel_oordeel", done=done.actueel_oordeel, notes=self._iva_notes())
        yield self._closing("eindevaluatie", done.eindevaluatie, after=done.actueel_oordeel)
        yield self._closing("riv_aan_werknemer", done.riv_aan_werknemer, after=done.eindevaluatie)
        yield self.clock_row("wia_aanvraag", done=done.wia_aanvraag, notes=self._application_notes())
        wage = self._wage_end(sanction, delay)
        yield wage
        until: Notes = () if sanction is None else ((_NOTE_SANCTION, sanction.uiterlijk),)
        yield self.clock_row("wia_eerste_dag", notes=until)
        yield self._dismissal(sanction, delay)
        yield self._early_iva()
        if self.case.vangnet_meldtermijn:
            yield self.safety_net(self.case.vangnet_meldtermijn)
        left = self.case.einde_dienstverband
        if left is not None and self.first <= left <= wage.uiterlijk:
            yield self.leaving(left)
        if sanction is not None:
            yield sanction

    def _plan_due(self, term: PlanTerm) -> Due:
        if term.counts_from is None:
            count = self.days("plan_van_aanpak_uiterlijk")
            return Due(plus(self.first, count), Origin.FIRST_DAY, self.first, count)
        count = self.days("plan_van_aanpak_na_probleemanalyse")
        return Due(plus(term.counts_from, count), term.origin, term.counts_from, count)

    def _evaluations(self, plan_due: date) -> Iterator[Milestone]:
        """Yield the evaluations: each a fixed number of days after the one before, done or planned."""
        held = sorted(self.case.done.evaluaties)
        rhythm, step = self.days("evaluatie_ritme"), self.span("evaluatie_ritme")
        end = plus(self.clock, self.days("einde_loondoorbetaling_uiterlijk") + self.moved)
        planned = self.case.done.plan_van_aanpak
        origin, before = (Origin.PLAN, planned) if planned else (Origin.PLAN_DUE, plan_due)
        waits = evaluations_wait(self.case.adviezen)
        # There is something to evaluate once the plan, or the evaluation before this one, is really there.
        is_there = planned is not None
        number = 0
        while True:
            day, days, counted_from = before + step, rhythm, before
            if self.has_gaps:
                day, origin, counted_from, days = self.caught_up_with(Due(day, origin, before, days))
            done = held[number] if number < len(held) else None
            if done is None and day > end:
                return
            number += 1
            opens = max(before, self.shortly_before(day)) if is_there else date.max
            yield self.row(
                "evaluatie",
                day,
                row_id=f"evaluatie_{number}",
                done=done,
                days=days,
                origin=origin,
                origin_day=counted_from,
                opens=opens,
                waits=waits,
            )
            is_there = done is not None
            origin, before = (Origin.EVALUATIE, done) if done else (Origin.EVALUATIE_DUE, day)

    def _closing(self, rule: str, done: date | None, *, after: date | None) -> Milestone:
        """Return a step of the last weeks: it can be done once the step before it is there, or when its day is near."""
        near = self.shortly_before(plus(self.clock + self.span(f"{rule}_veilig"), self.moved))
        return self.clock_row(rule, done=done, opens=min(after or near, near), notes=self._iva_notes())

    def _notification(self) -> Milestone:
        case, done, opens = self.case, self.case.done.uwv_42e_week, plus(self.clock, self.days("uwv_42e_week_venster"))
        notes: Notes = ((_NOTE_VANGNET, None),) if case.vangnet_meldtermijn or case.no_risk else ()
        if case.eigenrisicodrager is not None:
            notes = (*notes, (_NOTE_OWN_RISK, None))
        if done is None and case.done.vervroegde_iva is not None:
            notes = (*notes, (_NOTE_IVA_COUNTS, None))
        if done is None and case.verlenging is not None:
            notes = (*notes, (_NOTE_EXTENSION_COUNTS, None))
        if done is not None and done < opens:
            notes = (*notes, (_NOTE_TOO_EARLY, opens))
        return self.clock_row("uwv_42e_week", done=done, notes=notes)

    def _iva_notes(self) -> Notes:
        return () if self.case.done.vervroegde_iva is None else ((_NOTE_IVA_NO_REPORT, None),)

    def _application_notes(self) -> Notes:
        notes = self._iva_notes()
        reported, guard = self.case.done.uwv_42e_week, plus(self.clock, self.days("uwv_42e_week_bewaking"))
        if (reported is None and self.today >= guard) or (reported is not None and reported >= guard):
            notes = (*notes, (_NOTE_UNPROTECTED, guard))
        born = self.case.geboortedatum
        if born is not None:
            full = plus(self.clock, self.days("wia_eerste_dag_uiterlijk"))
            if is_sixty_plus(born, full, self.rules.law):
                notes = (*notes, (_NOTE_SIXTY, None))
        return notes

    def _early_iva(self) -> Milestone:
        asked, opens = self.case.done.vervroegde_iva, self.from_first("vervroegde_iva_venster")
        notes: Notes = ()
        if asked is not None:
            notes = ((_NOTE_IVA_BEGINS, iva_begins(self.first, asked, self.rules)),)
            if asked < opens:
                notes = ((_NOTE_IVA_EARLY, opens),)
        return self.row(
            "vervroegde_iva",
            self.from_first("vervroegde_iva_uiterlijk"),
            move=False,
            window=opens,
            done=asked,
            days=self.days("vervroegde_iva_uiterlijk"),
            notes=notes,
        )

    def _second_track(self) -> Milestone:
        evaluated, done = self.case.done.eerstejaarsevaluatie, self.case.done.spoor2_start
        opens = plus(self.clock, self.days("spoor2_start_venster"))
        soon: Notes = ((_NOTE_AOW_SOON, self.case.aow_op),) if self._is_aow_soon() else ()
        if evaluated is None:
            return self.clock_row("spoor2_start", done=done, notes=((_NOTE_NO_EVALUATION, None), *soon))
        count = self.days("spoor2_na_evaluatie")
        due = plus(evaluated, count)
        # An early evaluation gives a due day before the second year; the window never opens after it.
        return self.row(
            "spoor2_start",
            due,
            window=min(opens, self.working(due)),
            done=done,
            days=count,
            origin=Origin.EERSTEJAARSEVALUATIE,
            origin_day=evaluated,
            notes=soon,
        )

    def _is_aow_soon(self) -> bool:
        reached = self.case.aow_op
        free = plus(self.clock, self.days("wia_eerste_dag_uiterlijk"))
        return reached is not None and reached <= plus_years(free, self.days("aow_overleg_spoor2"))

    def _aow_notes(self, last: date) -> Notes:
        """Say that the AOW age comes before a day; what then holds is a question for an adviser (D17)."""
        reached = self.case.aow_op
        return ((_NOTE_AOW_ILL, reached),) if reached is not None and reached <= last else ()

    def application_due(self) -> date:
        """Return the last day of the WIA application: that of a letter, or that of the clock."""
        letter = self.letters.get("wia_aanvraag")
        return letter or plus(self.clock, self.days("wia_aanvraag_uiterlijk") + self.moved)

    def _delay(self) -> int:
        """Return how many days the WIA application came after its last day."""
        applied = self.case.done.wia_aanvraag
        due = self.application_due()
        return 0 if applied is None else max((applied - due).days, 0)

    def _wage_end(self, sanction: Milestone | None, delay: int) -> Milestone:
        count = self.days("einde_loondoorbetaling_uiterlijk")
        plain = plus(self.clock, count + self.moved + delay)
        if sanction is not None and sanction.uiterlijk >= plain:
            trace = sanction.trace
            return self.row(
                "einde_loondoorbetaling_later",
                sanction.uiterlijk,
                row_id="einde_loondoorbetaling",
                move=False,
                days=trace.days,
                gaps=trace.gaps,
                moved=trace.moved,
                back=trace.back,
                origin=trace.origin,
                origin_day=trace.origin_day,
                notes=self._aow_notes(sanction.uiterlijk),
            )
        if delay:
            return self.row(
                "einde_loondoorbetaling_later",
                plain,
                row_id="einde_loondoorbetaling",
                move=False,
                days=count,
                gaps=self.gaps,
                moved=self.moved,
                delay=delay,
                notes=self._aow_notes(plain),
            )
        due, notes = self.application_due(), self._aow_notes(plain)
        if self.case.done.wia_aanvraag is None and self.today > due and self.ended_on is None:
            notes = (*notes, (_NOTE_APPLICATION_OPEN, due))
        return self.clock_row("einde_loondoorbetaling", notes=notes)

    def _dismissal(self, sanction: Milestone | None, delay: int) -> Milestone:
        years = self.days("opzegverbod_jaren")
        skipped = sum(gap.days for gap in self.gaps)
        found = plus(plus_years(self.first, years), skipped + delay)
        earliest = plus(self.clock, self.days("wia_eerste_dag_uiterlijk") + self.moved)
        if sanction is not None:
            earliest = max(earliest, plus(sanction.uiterlijk, 1))
        later = sanction is not None or delay > 0 or self.moved > 0
        free = max(found, earliest)
        in_years: Notes = ((_NOTE_IN_YEARS, None),) if found > earliest else ()
        return self.row(
            "einde_opzegverbod",
            free,
            move=False,
            years=years,
            gaps=self.gaps,
            delay=delay,
            not_before=earliest if earliest > found else None,
            basis="einde_opzegverbod_later" if later else "",
            notes=(*in_years, *self._aow_notes(free), *self._leave_notes(free)),
        )

    def _leave_notes(self, free: date) -> Notes:
        weeks = self.days("opzegverbod_na_verlof")
        ends = [leave.tot_en_met + timedelta(weeks=weeks) for leave in self.case.verlof]
        return tuple((_NOTE_LEAVE, day) for day in ends if day >= free)
