"""Dates of special situations: AOW age, household staff, vangnet, leaving while ill, and a loonsanctie."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from reintegratie_desktop.domain.facts import VANGNET_6_WEKEN
from reintegratie_desktop.domain.leaving import LeavingReport, leaving_report
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.milestone_row import Notes, RowMaker
from reintegratie_desktop.domain.periods import ONE_DAY, plus, plus_years
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.text.i18n import N_, _

_NOTE_NO_REPORT: Final = N_("Een re-integratieverslag is dan niet nodig.")
_NOTE_SHORT_REPORT: Final = N_("Daarbij hoort een verkort re-integratieverslag.")
_NOTE_FULL_REPORT: Final = N_("Daarbij hoort een volledig re-integratieverslag.")
_NOTE_SOON_FIT: Final = N_("Wordt herstel binnen drie maanden verwacht, dan is een verkort verslag genoeg.")
_REPORTS: Final[dict[LeavingReport, Notes]] = {
    LeavingReport.NONE: ((_NOTE_NO_REPORT, None),),
    LeavingReport.SHORT: ((_NOTE_SHORT_REPORT, None),),
    LeavingReport.FULL: ((_NOTE_FULL_REPORT, None), (_NOTE_SOON_FIT, None)),
}
_NOTE_STILL_TAKEN: Final = N_("Meld je digitaal op {dag}, de eerste werkdag erna, dan neemt UWV dat nog aan.")
_NOTE_OWN_RISK_ZW: Final = N_(
    "Als eigenrisicodrager voor de Ziektewet blijf je je werknemer na deze dag zelf begeleiden."
)
_NOTE_HOUSEHOLD: Final = N_("Dit geldt voor werk in een huishouden op minder dan vier dagen per week.")


class SpecialRows(RowMaker):
    """Makes the rows that only some cases have."""

    def aow(self) -> Iterator[Milestone]:
        """Yield the few dates of an employee with the AOW age; the weeks count sick days only."""
        count = self.days("aow_loondoorbetaling_dagen")
        yield self.report()
        last = self.course.day_after(count - 1)
        gaps = tuple(gap for gap in self.course.gaps if gap.van <= last)
        yield self.row(
            "einde_loondoorbetaling", last, move=False, days=count - 1, gaps=gaps, basis="einde_loondoorbetaling_aow"
        )
        yield self.row("einde_opzegverbod", plus(last, 1), move=False, days=count, gaps=gaps)

    def household(self) -> Iterator[Milestone]:
        """Yield the dates of somebody in a private household for fewer than four days a week (BW 7:629 lid 2)."""
        count = self.days("huishoudelijk_loondoorbetaling_dagen")
        yield self.report()
        last = self.course.day_after(count - 1)
        gaps = tuple(gap for gap in self.course.gaps if gap.van <= last)
        yield self.row(
            "einde_loondoorbetaling",
            last,
            move=False,
            days=count - 1,
            gaps=gaps,
            basis="einde_loondoorbetaling_aow",
            notes=((_NOTE_HOUSEHOLD, None),),
        )
        years = self.days("opzegverbod_jaren")
        free = plus(plus_years(self.first, years), sum(gap.days for gap in self.gaps))
        yield self.row("einde_opzegverbod", free, move=False, years=years, gaps=self.gaps)

    def report(self) -> Milestone:
        """Return the call to the arbodienst, by the term of the contract when there is one."""
        count = self.case.termijn_ziekmelding_dagen or self.days("ziekmelding_arbodienst_dagen")
        return self.row(
            "ziekmelding_arbodienst",
            plus(self.first, count - 1),
            window=self.first,
            days=count - 1,
            done=self.case.done.ziekmelding_arbodienst,
        )

    def safety_net(self, limit: str) -> Milestone:
        """Return the notification to UWV; it counts from the day the vangnet could be known when that is later."""
        count = self.days(f"vangnet_{limit}")
        left, known = self.case.einde_dienstverband, self.case.vangnet_bekend_op
        due, done = plus(self.first, count), self.case.done.vangnet_melding
        basis = f"vangnet_melding_{limit}"
        origin, origin_day = Origin.FIRST_DAY, self.first
        if limit == VANGNET_6_WEKEN and left is not None and left < due:
            due, origin, origin_day, count = left, Origin.END_OF_EMPLOYMENT, left, 0
        if known is not None:
            later = self.days("vangnet_ontdekt")
            if plus(known, later) > due:
                due, origin, origin_day, count = plus(known, later), Origin.VANGNET_KNOWN, known, later
                basis = "vangnet_melding_later"
        return self.row(
            "vangnet_melding",
            due,
            window=self.first,
            done=done,
            basis=basis,
            days=count,
            origin=origin,
            origin_day=origin_day,
        )

    def leaving(self, left: date) -> Milestone:
        """Return the notification that somebody leaves while ill, with the report that goes with it (ZW art. 38)."""
        report = leaving_report(self.first, left, self.rules)
        notes: Notes = (*_REPORTS[report], (_NOTE_STILL_TAKEN, self.next_working_day(left)))
        if self.case.is_own_risk_zw:
            notes = (*notes, (_NOTE_OWN_RISK_ZW, None))
        return self.row(
            "ziek_uit_dienst_melding",
            left,
            done=self.case.done.ziek_uit_dienst_melding,
            opens=self.shortly_before(left),
            notes=notes,
            origin=Origin.END_OF_EMPLOYMENT,
            origin_day=left,
        )

    def next_working_day(self, day: date) -> date:
        """Return the first working day after a day."""
        day += ONE_DAY
        while self.working(day) != day:
            day += ONE_DAY
        return day

    def sanction(self, delay: int) -> Milestone | None:
        """Return the last day of the loonsanctie: the full term, or earlier when UWV found the repair.

        There is none when UWV decided after the wachttijd: then it cannot any more (WIA art. 25 lid 11).

        Raises:
            KnownError: the wachttijd of this case is not full, or the repair came before the loonsanctie.
        """
        if self.case.loonsanctie is None:
            return None
        clock = plus(self.clock, self.moved)
        starts = plus(clock, self.days("loonsanctie_venster"))
        decided = self.case.loonsanctie.besluit_op
        if decided is not None and decided >= plus(starts, delay):
            return None
        if self.ended_on is not None and self.ended_on < starts:
            raise refuse(
                _("Er staat een 'loonsanctie', maar de wachttijd van deze zaak is niet vol."),
                _("Haal de loonsanctie weg, of kijk de datums in 'perioden' na."),
            )
        full = self.days("loonsanctie_uiterlijk")
        repaired, count = self.case.loonsanctie.reparatie_vastgesteld, self.days("loonsanctie_na_herstel")
        last = plus(clock, full)
        if repaired is None or plus(repaired, count - 1) >= last:
            return self.row(
                "einde_loonsanctie", last, window=starts, move=False, days=full, gaps=self.gaps, moved=self.moved
            )
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
