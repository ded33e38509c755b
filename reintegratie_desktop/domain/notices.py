"""What a person should know about a case next to its dates: borderline counts, letters, decisions, leave."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.ages import aow_date_if_known, plus_months
from reintegratie_desktop.domain.periods import Gap, plus
from reintegratie_desktop.law.book import Law, Rules, load_law
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.domain.clock import CaseClock

_ONE_DAY: Final = 1


@dataclass(frozen=True)
class Notice:
    """One thing to know. `text` is translated; `day` is the day it is about, when there is one."""

    id: str
    text: str
    day: date | None = None


def notices(clock: "CaseClock", law: Law | None = None) -> tuple[Notice, ...]:
    """Return everything to know on the day of the clock, the most doubtful count first; translated."""
    law = load_law() if law is None else law
    found = _Notices(clock, law)
    return tuple(found.all())


def borderline(clock: "CaseClock", law: Law | None = None) -> tuple[Notice, ...]:
    """Return the breaks so near to four weeks that UWV may count them otherwise, with what that gives; translated."""
    return tuple(_Notices(clock, load_law() if law is None else law).borderline())


class _Notices:
    def __init__(self, clock: "CaseClock", law: Law) -> None:
        self.clock = clock
        self.case = clock.case
        self.today = clock.peildatum
        self.law = law
        self.rules: Rules = law.on(clock.eerste_ziektedag)
        self.days = self.rules.days

    def all(self) -> Iterator[Notice]:
        yield from self.borderline()
        yield from self._leave()
        yield from self._age()
        if self.case.aow_gerechtigd or self.case.huishoudelijk:
            return
        yield from self._vangnet()
        if self.case.no_risk:
            yield Notice(
                "no_risk", _("Met de no-riskpolis vergoedt UWV het loon voor een deel. Je stappen blijven gelden.")
            )
        yield from self._plan_copies()
        yield from self._application()
        yield from self._decision()
        if self.case.is_own_risk_zw:
            yield Notice(
                "eigenrisicodrager",
                _("Als eigenrisicodrager voor de Ziektewet begeleid je ook na het einde van het dienstverband."),
            )

    def borderline(self) -> Iterator[Notice]:
        low, high = self.days("samentelling_twijfel_van"), self.days("samentelling_twijfel_tot")
        before = self.clock.course.gap_before
        if before is not None and low <= before.fit_days <= high:
            yield Notice("grensgeval", f"{self._near(before)} {self._as_one_case(before)}".strip(), before.tot)
        for gap in self.clock.gaps:
            if low <= gap.fit_days <= high:
                yield Notice("grensgeval", f"{self._near(gap)} {self._as_new_case(gap)}", gap.tot)

    def _near(self, gap: Gap) -> str:
        return ngettext(
            "Van {van} tot {tot} is {dagen} dag herstel: een grensgeval. Vraag je arbodienst of UWV hoe het telt.",
            "Van {van} tot {tot} is {dagen} dagen herstel: een grensgeval. Vraag je arbodienst of UWV hoe het telt.",
            gap.fit_days,
        ).format(van=day_numeric(gap.van), tot=day_numeric(gap.tot), dagen=gap.fit_days)

    def _as_new_case(self, gap: Gap) -> str:
        later = sum(other.days for other in self.clock.gaps if other.van >= gap.tot)
        ends = plus(gap.tot, later + self.days("einde_loondoorbetaling_uiterlijk"))
        return _(
            "Is het een nieuwe zaak, dan is de eerste ziektedag {dag} en loopt het loon tot en met {einde}."
        ).format(dag=day_numeric(gap.tot), einde=day_numeric(ends))

    def _as_one_case(self, gap: Gap) -> str:
        previous = self.clock.previous
        if previous is None:
            # Only the gap is known here; the dates of the case before it stand in a file of their own.
            return ""
        skipped = gap.days + sum(other.days for other in (*previous.gaps, *self.clock.gaps))
        first = previous.eerste_ziektedag
        ends = plus(first, skipped + self.days("einde_loondoorbetaling_uiterlijk"))
        if ends < gap.tot:
            return ""
        return _("Is het één zaak, dan blijft de eerste ziektedag {dag} en loopt het loon tot en met {einde}.").format(
            dag=day_numeric(first), einde=day_numeric(ends)
        )

    def _leave(self) -> Iterator[Notice]:
        if any(leave.zelfde_geval is None for leave in self.case.verlof):
            yield Notice(
                "zelfde_geval",
                _("Vraag de bedrijfsarts of de ziekte rond het verlof hetzelfde geval is. Nu rekenen we met ja."),
            )
        for leave in self.case.verlof:
            yield Notice(
                "opzegverbod_verlof",
                _("Ziekte door de zwangerschap telt niet mee voor het opzegverbod. Vraag advies voor je opzegt."),
                leave.tot_en_met,
            )

    def _age(self) -> Iterator[Notice]:
        born = self.case.geboortedatum
        if born is None:
            return
        reached = aow_date_if_known(born)
        if reached is None:
            if not self._is_young(born):
                yield Notice(
                    "aow_onbekend", _("Wanneer je werknemer AOW krijgt, staat nog niet vast. Kijk het later na.")
                )
            return
        wage = self.clock.milestone("einde_loondoorbetaling").uiterlijk
        if self.clock.eerste_ziektedag < reached <= wage:
            yield Notice(
                "aow_tijdens_ziekte",
                _("Je werknemer bereikt op {dag} de AOW-leeftijd. Daarna betaal je korter loon. Vraag advies.").format(
                    dag=day_numeric(reached)
                ),
                reached,
            )

    def _is_young(self, born: date) -> bool:
        """Tell whether the AOW age cannot come before the wage ends, whatever it becomes."""
        highest = self.law.parameters["aow_leeftijd"].values[-1].starts_on
        from_now = self.law.on(highest).days("aow_leeftijd")
        return plus_months(born, from_now) > self.clock.milestone("einde_loondoorbetaling").uiterlijk

    def _vangnet(self) -> Iterator[Notice]:
        recovered = self.clock.hersteld_per
        if self.case.vangnet_meldtermijn is None or recovered is None:
            return
        told = plus(recovered, self.days("vangnet_herstel_werknemer"))
        due = plus(told, self.days("vangnet_herstel_werkgever"))
        sent = self.case.done.vangnet_melding
        if sent is not None:
            due = max(due, sent)
        words = _("Meld het herstel bij UWV, uiterlijk op {dag}.").format(dag=day_numeric(due))
        if sent is None:
            words += " " + _("Meld eerst de ziekte, als dat nog niet is gedaan.")
        yield Notice("vangnet_herstel", words, due)

    def _plan_copies(self) -> Iterator[Notice]:
        planned = self.case.done.plan_van_aanpak
        if planned is None or self.today > plus(planned, self.days("stap_zonder_venster")):
            return
        day = planned
        for _step in range(self.days("plan_van_aanpak_kopie")):
            day = plus(day, _ONE_DAY)
            while not self.law.calendar.is_working_day(day):
                day = plus(day, _ONE_DAY)
        yield Notice(
            "plan_kopie",
            _(
                "Geef een kopie van het plan aan je werknemer, de casemanager en de arbodienst, uiterlijk op {dag}."
            ).format(dag=day_numeric(day)),
            day,
        )

    def _application(self) -> Iterator[Notice]:
        applied, due = self.case.done.wia_aanvraag, self.clock.milestone("wia_aanvraag")
        asks = plus(self.clock.klok_vanaf, self.days("uwv_brief_wia_vragen"))
        if applied is not None:
            yield from self._upload(applied)
        elif due.status.is_open and asks <= self.today <= due.uiterlijk:
            yield Notice(
                "uwv_brief",
                _("UWV stuurt je werknemer een brief over de WIA. Is die er op {dag} nog niet, bel dan UWV.").format(
                    dag=day_numeric(asks)
                ),
                asks,
            )

    def _upload(self, applied: date) -> Iterator[Notice]:
        """Yield that the report goes to UWV right after the application; weeks later UWV has asked for it itself."""
        upload = plus(applied, self.days("riv_insturen"))
        if self.today > plus(upload, self.days("stap_zonder_venster")):
            return
        words = _("Stuur het verslag in bij UWV, uiterlijk op {dag}. Medische stukken stuurt je werknemer zelf.")
        if self.today > upload:
            words = _("Kijk of het verslag bij UWV is. Dat moest op {dag}. Medische stukken stuurt je werknemer zelf.")
        yield Notice("riv_insturen", words.format(dag=day_numeric(upload)), upload)

    def _decision(self) -> Iterator[Notice]:
        ends = plus(self.clock.milestone("wia_eerste_dag").uiterlijk, -_ONE_DAY)
        sanction = self.case.loonsanctie
        if sanction is None:
            done = self.case.done
            if done.wia_aanvraag is not None and done.vervroegde_iva is None and self.today > self._last_decision():
                yield Notice(
                    "uwv_te_laat",
                    _("UWV kon tot en met {dag} een loonsanctie geven. Komt er toch nog een, maak dan bezwaar.").format(
                        dag=day_numeric(self._last_decision())
                    ),
                    ends,
                )
            return
        decided = sanction.besluit_op
        if decided is None:
            return
        if decided > self._last_decision():
            yield Notice(
                "uwv_te_laat",
                _(
                    "UWV besloot na {dag}. Dan kan een loonsanctie niet meer, en verandert het einde van het loon niet."
                ).format(dag=day_numeric(self._last_decision())),
                ends,
            )
        objection = plus(decided, self.days("loonsanctie_bezwaar"))
        words = _("Bezwaar tegen de loonsanctie kan tot en met {dag}.")
        if self.today > objection:
            words = _("Bezwaar tegen de loonsanctie kon tot en met {dag}.")
        yield Notice("bezwaar", words.format(dag=day_numeric(objection)), objection)

    def _last_decision(self) -> date:
        """Return the last day on which UWV can decide; a late application moves it."""
        free, applied = self.clock.milestone("wia_eerste_dag").uiterlijk, self.clock.milestone("wia_aanvraag")
        return plus(free, applied.dagen_te_laat - _ONE_DAY)
