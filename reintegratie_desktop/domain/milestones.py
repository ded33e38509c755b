"""Computes the dates of one case. Every number of days comes from `resources/wet`."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from reintegratie_desktop.domain.facts import VANGNET_6_WEKEN
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.milestone_row import CaseInput, Due, Notes, RowMaker
from reintegratie_desktop.domain.periods import plus, plus_years
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.i18n import N_, _

_NOTE_NO_ANALYSIS: Final = N_("Zolang de probleemanalyse er niet is, tellen we vanaf de eerste ziektedag.")
_NOTE_NO_EVALUATION: Final = N_("Zolang de eerstejaarsevaluatie er niet is, tellen we vanaf het begin van de klok.")
_NOTE_TOO_EARLY: Final = N_("Melden kan pas vanaf {dag}. Kijk of je een bevestiging van UWV hebt.")
_NOTE_VANGNET: Final = N_("Heb je al een vangnetmelding gedaan? Vraag UWV dan of deze melding nog nodig is.")
_NOTE_APPLICATION_OPEN: Final = N_("De WIA-aanvraag is er nog niet. Elke dag na {dag} schuift dit een dag op.")
_NOTE_SANCTION: Final = N_("De loonsanctie loopt tot en met {dag}. Zo lang gaat de WIA niet in.")
_NOTE_NO_REPORT: Final = N_("Een re-integratieverslag is dan niet nodig.")
_NOTE_SHORT_REPORT: Final = N_("Daarbij hoort een verkort re-integratieverslag.")
_NOTE_FULL_REPORT: Final = N_("Daarbij hoort een volledig re-integratieverslag.")


def milestones(case: CaseInput, law: Law, today: date) -> tuple[Milestone, ...]:
    """Return all dates of a case in the order of the law, with their state on a day.

    Raises:
        KnownError: the first sick day is before the rules this program knows, or the loonsanctie does not fit.
    """
    planner = _Planner(case, law, today)
    return tuple(planner.aow() if case.aow_gerechtigd else planner.all())


class _Planner(RowMaker):
    """Yields the rows of one case."""

    def all(self) -> Iterator[Milestone]:
        """Yield every date of a case of an employee below the AOW age."""
        done, days = self.case.done, self.days
        sanction = self._sanction()
        delay = self._delay()
        yield self._report()
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
        plan = self.caught_up_with(self._plan_due())
        no_analysis: Notes = () if done.probleemanalyse else ((_NOTE_NO_ANALYSIS, None),)
        safe = min(plan.day, self.from_first("plan_van_aanpak_veilig"))
        yield self.due_row(
            "plan_van_aanpak",
            plan,
            safe=safe,
            done=done.plan_van_aanpak,
            opens=done.probleemanalyse or date.max,
            notes=no_analysis,
        )
        yield from self._evaluations(plan.day)
        yield self._notification()
        yield self.clock_row("eerstejaarsevaluatie", window=True, done=done.eerstejaarsevaluatie)
        yield self._second_track()
        yield self.clock_row("actueel_oordeel", safe=True, window=True, done=done.actueel_oordeel)
        yield self._closing("eindevaluatie", done.eindevaluatie, after=done.actueel_oordeel)
        yield self._closing("riv_aan_werknemer", done.riv_aan_werknemer, after=done.eindevaluatie)
        yield self.clock_row("wia_aanvraag", safe=True, window=True, done=done.wia_aanvraag)
        wage = self._wage_end(sanction, delay)
        yield wage
        until: Notes = () if sanction is None else ((_NOTE_SANCTION, sanction.uiterlijk),)
        yield self.clock_row("wia_eerste_dag", notes=until)
        yield self._dismissal(sanction, delay)
        yield self.row(
            "vervroegde_iva",
            self.from_first("vervroegde_iva_uiterlijk"),
            move=False,
            window=self.from_first("vervroegde_iva_venster"),
            done=done.vervroegde_iva,
            days=days("vervroegde_iva_uiterlijk"),
        )
        if self.case.vangnet_meldtermijn:
            yield self._safety_net(self.case.vangnet_meldtermijn)
        left = self.case.einde_dienstverband
        if left is not None and self.first <= left <= wage.uiterlijk:
            yield self._leaving(left)
        if sanction is not None:
            yield sanction

    def aow(self) -> Iterator[Milestone]:
        """Yield the few dates of an employee with the AOW age; the weeks count sick days only."""
        count = self.days("aow_loondoorbetaling_dagen")
        yield self._report()
        last = self.course.day_after(count - 1)
        gaps = tuple(gap for gap in self.course.gaps if gap.van <= last)
        yield self.row(
            "einde_loondoorbetaling", last, move=False, days=count - 1, gaps=gaps, basis="einde_loondoorbetaling_aow"
        )
        yield self.row("einde_opzegverbod", plus(last, 1), move=False, days=count, gaps=gaps)

    def _report(self) -> Milestone:
        count = self.case.termijn_ziekmelding_dagen or self.days("ziekmelding_arbodienst_dagen")
        return self.row(
            "ziekmelding_arbodienst",
            plus(self.first, count - 1),
            window=self.first,
            days=count - 1,
            done=self.case.done.ziekmelding_arbodienst,
        )

    def _plan_due(self) -> Due:
        analysed = self.case.done.probleemanalyse
        if analysed is None:
            count = self.days("plan_van_aanpak_uiterlijk")
            return Due(plus(self.first, count), Origin.FIRST_DAY, self.first, count)
        count = self.days("plan_van_aanpak_na_probleemanalyse")
        return Due(plus(analysed, count), Origin.PROBLEEMANALYSE, analysed, count)

    def _evaluations(self, plan_due: date) -> Iterator[Milestone]:
        """Yield the evaluations: each a fixed number of days after the one before, done or planned."""
        held = sorted(self.case.done.evaluaties)
        rhythm = self.days("evaluatie_ritme")
        end = plus(self.clock, self.days("einde_loondoorbetaling_uiterlijk"))
        planned = self.case.done.plan_van_aanpak
        origin, before = (Origin.PLAN, planned) if planned else (Origin.PLAN_DUE, plan_due)
        number = 0
        while True:
            due = self.caught_up_with(Due(plus(before, rhythm), origin, before, rhythm))
            done = held[number] if number < len(held) else None
            if done is None and due.day > end:
                return
            number += 1
            # There is something to evaluate once the plan, or the evaluation before this one, is really there.
            is_there = origin in (Origin.PLAN, Origin.EVALUATIE)
            opens = max(before, self.shortly_before(due.day)) if is_there else date.max
            yield self.due_row("evaluatie", due, row_id=f"evaluatie_{number}", safe=due.day, done=done, opens=opens)
            origin, before = (Origin.EVALUATIE, done) if done else (Origin.EVALUATIE_DUE, due.day)

    def _closing(self, rule: str, done: date | None, *, after: date | None) -> Milestone:
        """Return a step of the last weeks: it can be done once the step before it is there, or when its day is near."""
        near = self.shortly_before(plus(self.clock, self.days(f"{rule}_veilig")))
        return self.clock_row(rule, safe=True, done=done, opens=min(after or near, near))

    def _notification(self) -> Milestone:
        done, opens = self.case.done.uwv_42e_week, plus(self.clock, self.days("uwv_42e_week_venster"))
        notes: Notes = ((_NOTE_VANGNET, None),) if self.case.vangnet_meldtermijn else ()
        if done is not None and done < opens:
            notes = (*notes, (_NOTE_TOO_EARLY, opens))
        return self.clock_row("uwv_42e_week", window=True, done=done, notes=notes)

    def _second_track(self) -> Milestone:
        evaluated, done = self.case.done.eerstejaarsevaluatie, self.case.done.spoor2_start
        opens = plus(self.clock, self.days("spoor2_start_venster"))
        if evaluated is None:
            return self.clock_row("spoor2_start", window=True, done=done, notes=((_NOTE_NO_EVALUATION, None),))
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
        )

    def _delay(self) -> int:
        """Return how many days the WIA application came after its last day."""
        applied = self.case.done.wia_aanvraag
        due = plus(self.clock, self.days("wia_aanvraag_uiterlijk"))
        return 0 if applied is None else max((applied - due).days, 0)

    def _wage_end(self, sanction: Milestone | None, delay: int) -> Milestone:
        count = self.days("einde_loondoorbetaling_uiterlijk")
        plain = plus(self.clock, count + delay)
        if sanction is not None and sanction.uiterlijk >= plain:
            trace = sanction.trace
            return self.row(
                "einde_loondoorbetaling_later",
                sanction.uiterlijk,
                row_id="einde_loondoorbetaling",
                move=False,
                days=trace.days,
                gaps=trace.gaps,
                back=trace.back,
                origin=trace.origin,
                origin_day=trace.origin_day,
            )
        if delay:
            return self.row(
                "einde_loondoorbetaling_later",
                plain,
                row_id="einde_loondoorbetaling",
                move=False,
                days=count,
                gaps=self.gaps,
                delay=delay,
            )
        due = plus(self.clock, self.days("wia_aanvraag_uiterlijk"))
        waits = self.case.done.wia_aanvraag is None and self.today > due and self.ended_on is None
        return self.clock_row("einde_loondoorbetaling", notes=((_NOTE_APPLICATION_OPEN, due),) if waits else ())

    def _dismissal(self, sanction: Milestone | None, delay: int) -> Milestone:
        years = self.days("opzegverbod_jaren")
        skipped = sum(gap.days for gap in self.gaps)
        found = plus(plus_years(self.first, years), skipped + delay)
        earliest = plus(self.clock, self.days("wia_eerste_dag_uiterlijk"))
        if sanction is not None:
            earliest = max(earliest, plus(sanction.uiterlijk, 1))
        later = sanction is not None or delay > 0
        return self.row(
            "einde_opzegverbod",
            max(found, earliest),
            move=False,
            years=years,
            gaps=self.gaps,
            delay=delay,
            not_before=earliest if earliest > found else None,
            basis="einde_opzegverbod_later" if later else "",
        )

    def _safety_net(self, limit: str) -> Milestone:
        count = self.days(f"vangnet_{limit}")
        left = self.case.einde_dienstverband
        due, done = plus(self.first, count), self.case.done.vangnet_melding
        basis = f"vangnet_melding_{limit}"
        if limit == VANGNET_6_WEKEN and left is not None and left < due:
            return self.row(
                "vangnet_melding",
                left,
                window=self.first,
                done=done,
                basis=basis,
                origin=Origin.END_OF_EMPLOYMENT,
                origin_day=left,
            )
        return self.row("vangnet_melding", due, window=self.first, done=done, basis=basis, days=count)

    def _leaving(self, left: date) -> Milestone:
        sick_for = (left - self.first).days
        if sick_for < self.days("uit_dienst_kort_verslag"):
            note = _NOTE_NO_REPORT
        elif sick_for < self.days("uit_dienst_volledig_verslag"):
            note = _NOTE_SHORT_REPORT
        else:
            note = _NOTE_FULL_REPORT
        return self.row(
            "ziek_uit_dienst_melding",
            left,
            done=self.case.done.ziek_uit_dienst_melding,
            opens=self.shortly_before(left),
            notes=((note, None),),
            origin=Origin.END_OF_EMPLOYMENT,
            origin_day=left,
        )

    def _sanction(self) -> Milestone | None:
        """Return the last day of the loonsanctie: the full term, or earlier when UWV found the repair."""
        if self.case.loonsanctie is None:
            return None
        starts = plus(self.clock, self.days("loonsanctie_venster"))
        if self.ended_on is not None and self.ended_on < starts:
            raise refuse(
                _("Er staat een 'loonsanctie', maar de wachttijd van deze zaak is niet vol."),
                _("Haal de loonsanctie weg, of kijk de datums in 'perioden' na."),
            )
        full = self.days("loonsanctie_uiterlijk")
        repaired, count = self.case.loonsanctie.reparatie_vastgesteld, self.days("loonsanctie_na_herstel")
        last = plus(self.clock, full)
        if repaired is None or plus(repaired, count - 1) >= last:
            return self.row("einde_loonsanctie", last, window=starts, move=False, days=full, gaps=self.gaps)
        if plus(repaired, count - 1) < starts:
            raise refuse(
                _("'loonsanctie.reparatie_vastgesteld' ligt zo vroeg dat de loonsanctie ophoudt voor ze begint."),
                _("Kijk de datum na in de brief van UWV."),
            )
        return self.row(
            "einde_loonsanctie",
            plus(repaired, count - 1),
            window=starts,
            move=False,
            days=count,
            back=1,
            origin=Origin.REPAIR,
            origin_day=repaired,
            basis="einde_loonsanctie_bekort",
        )
