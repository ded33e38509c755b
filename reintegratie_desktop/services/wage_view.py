"""Makes what the page of the wage shows from what was computed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, ONE_DAY, week_of
from reintegratie_desktop.domain.wage.amounts import FULLTIME_KEY, UsedAmount
from reintegratie_desktop.domain.wage.facts import CaoRule, Per
from reintegratie_desktop.domain.wage.result import Columns, Measure, NotComputed, PeriodRow, WeekRow
from reintegratie_desktop.domain.wage.rows import period_key, total
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.services.names import full_name
from reintegratie_desktop.services.wage import missing_in_words, what_amounts_hold
from reintegratie_desktop.services.wage_case import WageOfCase, in_form_words, wage_of
from reintegratie_desktop.services.wage_hours import open_hours_in_words, open_weeks
from reintegratie_desktop.services.wage_steps import steps_of
from reintegratie_desktop.services.wage_views import (
    PAY_WORDS,
    MeasureLine,
    MissingLine,
    NoteLine,
    RuleLine,
    WageRow,
    WageView,
    WeekLine,
    amount_line,
)
from reintegratie_desktop.services.wage_words import OF_NOTES, OF_TOTALS, meaning
from reintegratie_desktop.text.formatting import day_month, day_numeric, day_short, number
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

_DISPUTED: Final = (
    "grensgeval",
    "gewerkte_uren_omstreden",
    "boven_maximum",
    "wachtdag_zonder_uren",
    "aow_tijdens_ziekte",
    "vakantie_aftrek",
)
"""The notes about places where the law or our sources leave room."""


def wage_view(desk: "Workspace", case_id: str) -> WageView:
    """Return the wage of a case in words.

    Raises:
        KnownError: the facts cannot be true together; the sentence names the questions of the form.
    """
    return view_of(desk, case_id, wage_of(desk, case_id))


def view_of(desk: "Workspace", case_id: str, found: WageOfCase) -> WageView:
    """Return a wage that was computed in words."""
    case = desk.store.cases.get(case_id)
    person = full_name(desk.store.records.werknemer(case.werknemer_id))
    return _Maker(found, desk.today).view(case.nummer, person)


def month_in_words(day: date) -> str:
    """Return `november 2026`."""
    _day, _space, month = day_month(day.replace(day=1)).partition(" ")
    return f"{month} {day.year}"


class _Maker:
    def __init__(self, found: WageOfCase, today: date) -> None:
        self._facts, self._case, self._result = found.facts, found.case, found.result
        self._today, self._pay = today, found.facts.betaalperiode
        self._law: Law = load_law()
        self._share = self._law.on(self._case.van).amount("loondoorbetaling_deel")
        self._without_hours = open_weeks(found)

    def view(self, number_of: str, person: str) -> WageView:
        periods, whole = self._periods()
        rows = tuple(self._row(row) for row in periods)
        here = _key(*period_key(self._facts)(self._today))
        runs = any(row.key == here for row in rows)
        return WageView(
            number=number_of,
            person=person,
            begins=self._case.van,
            wage_until=self._case.loon_tot_en_met,
            computed_until=self._case.berekend_tot_en_met,
            is_complete=self._case.is_complete,
            pay=self._pay,
            rows=rows,
            totals=tuple(self._year(year) for year in sorted({row.jaar for row in periods})),
            total=whole,
            current=here if runs else rows[-1].key,
            is_running=runs,
            holds=what_amounts_hold(self._facts),
            holds_words=meaning(OF_TOTALS),
            rules=tuple(self._rules()),
            notes=tuple(self._notes()),
            missing=tuple(self._missing(gap) for gap in self._case.ontbreekt),
            measures=tuple(self._measure(measure) for measure in self._case.maatregelen),
            amounts=tuple(amount_line(amount) for amount in self._used()),
            rounding=self._result.afronding,
        )

    def _periods(self) -> tuple[tuple[PeriodRow, ...], Columns]:
        """Return the rows per period of pay with their sum."""
        case = self._case
        if self._pay is Per.VIER_WEKEN:
            return case.vier_weken, case.totaal_vier_weken
        return (case.weken, case.totaal_weken) if self._pay is Per.WEEK else (case.maanden, case.totaal)

    def _used(self) -> Iterator[UsedAmount]:
        """Yield the amounts of this case, from old to new."""
        own = {amount.id for row in self._case.maanden for amount in row.used}
        yield from (amount for amount in self._result.bedragen if amount.id in own)

    # --- rows -------------------------------------------------------------------------------------------------------

    def _row(self, row: PeriodRow) -> WageRow:
        later = row.van > self._today
        title, short = self._titles(row)
        by_month = self._pay is Per.MAAND
        return WageRow(
            key=_key(row.jaar, row.nummer),
            title=title,
            short=short,
            year=row.jaar,
            number=row.nummer,
            first=row.van,
            last=row.tot_en_met,
            columns=row.columns,
            steps=() if row.is_blank else steps_of(row.columns, row, self._law, self._share),
            amounts=tuple(amount_line(amount) for amount in row.used),
            weeks=() if self._pay is Per.WEEK else tuple(self._weeks(row)),
            state=self._state(row, later=later),
            open_hours="" if later else open_hours_in_words(self._without_hours, row.van, row.tot_en_met),
            days="" if by_month else _days_in_words(row.van, row.tot_en_met),
            is_blank=row.is_blank,
            is_whole=row.is_complete,
            is_later=later,
        )

    def _titles(self, row: PeriodRow) -> tuple[str, str]:
        """Return what a period is called, and what it is called inside its year."""
        if self._pay is Per.MAAND:
            title = month_in_words(row.van)
            return title, title.rpartition(" ")[0]
        short = _("periode {nummer}") if self._pay is Per.VIER_WEKEN else _("week {nummer}")
        short = short.format(nummer=row.nummer)
        return _("{periode} van {jaar}").format(periode=short, jaar=row.jaar), short

    @staticmethod
    def _state(row: PeriodRow, *, later: bool) -> str:
        if row.is_blank:
            return _("nog niet berekend")
        if not row.is_complete:
            return _("deels berekend")
        return _("verwacht") if later else ""

    def _weeks(self, month: PeriodRow) -> Iterator[WeekLine]:
        for week in self._case.weken:
            if week.van <= month.tot_en_met and week.tot_en_met >= month.van:
                yield WeekLine(_week_in_words(week), None if week.is_blank else week.columns.te_betalen)

    def _year(self, year: int) -> WageRow:
        rows = [row for row in self._periods()[0] if row.jaar == year]
        columns = total(rows)
        complete = all(row.is_complete for row in rows)
        blank = all(row.is_blank for row in rows)
        title = _(PAY_WORDS[self._pay].sum).format(jaar=year)
        return WageRow(
            key=str(year),
            title=title,
            short=title,
            year=year,
            number=0,
            first=rows[0].van,
            last=rows[-1].tot_en_met,
            columns=columns,
            steps=() if blank else steps_of(columns, None, self._law, self._share),
            state="" if complete else _("deels berekend"),
            open_hours=open_hours_in_words(self._without_hours, rows[0].van, min(rows[-1].tot_en_met, self._today)),
            is_blank=blank,
            is_whole=complete,
            is_total=True,
        )

    # --- the rule of each year --------------------------------------------------------------------------------------

    def _rules(self) -> Iterator[RuleLine]:
        days = self._law.on(self._case.van).days("minimumloon_weken") * DAYS_IN_WEEK
        course = self._case.clock.course
        turn = course.day_after(days)
        last = self._case.loon_tot_en_met
        share = number(self._share)
        lawful = _("Minstens {deel}% van het loon, en nooit minder dan het minimumloon.").format(deel=share)
        yield self._rule(_("Eerste jaar"), self._case.van, min(turn - ONE_DAY, last), lawful, "loon_minimum")
        if turn <= last:
            lawful = _("Minstens {deel}% van het loon. Het minimumloon is geen ondergrens meer.").format(deel=share)
            goes_on = last > course.day_after(self._law.on(self._case.van).days("einde_loondoorbetaling_uiterlijk"))
            title = _("Na het eerste jaar") if goes_on else _("Tweede jaar")
            yield self._rule(title, turn, last, lawful, "loon_deel")

    def _rule(self, title: str, first: date, last: date, rule: str, basis: str) -> RuleLine:
        return RuleLine(
            title=title,
            period=_("{van} tot en met {tot}").format(van=day_numeric(first), tot=day_numeric(last)),
            rule=rule,
            agreed=self._agreed(first, last),
            source=self._law.basis(basis).text,
            is_now=first <= self._today <= last,
        )

    def _agreed(self, first: date, last: date) -> str:
        """Return what the cao or the contract gives in a year; empty when that is what the law asks."""
        course = self._case.clock.course
        weeks = week_of(course.counted_days(first)), week_of(course.counted_days(last))
        parts = []
        for rule in self._facts.cao:
            if rule.percentage is None:
                continue
            share = _("{deel}%").format(deel=number(rule.percentage))
            if rule.span is not None:
                if rule.span.touches(first, last):
                    parts.append(_between(rule.span.van, rule.span.tot_en_met, share, (first, last)))
            elif rule.van_week <= weeks[1] and (rule.tot_en_met_week is None or rule.tot_en_met_week >= weeks[0]):
                parts.append(_in_weeks(rule, share, weeks))
        return _("Afgesproken: {delen}.").format(delen=", ".join(parts)) if parts else ""

    # --- what else there is to say ----------------------------------------------------------------------------------

    def _notes(self) -> Iterator[NoteLine]:
        for note in self._case.opmerkingen:
            words = meaning(OF_NOTES.get(note.id, ()))
            yield NoteLine(note.id, in_form_words(note.text), note.grondslag, note.id in _DISPUTED, words)

    @staticmethod
    def _missing(gap: NotComputed) -> MissingLine:
        sentence, _for_json = missing_in_words(gap)
        if gap.missing.key == FULLTIME_KEY:
            return MissingLine(
                sentence, _("Vul ze in bij de loongegevens, dan rekenen we deze dagen ook."), FULLTIME_KEY
            )
        way_out = _("Weet jij het al? Vul het in bij “Eigen bedragen”, vanaf {dag} en met de bron.")
        if gap.missing.leeftijd is not None:
            way_out = _("Weet jij het al? Vul het in bij “Eigen bedragen”, vanaf {dag}, met de leeftijd en de bron.")
        return MissingLine(sentence, way_out.format(dag=day_numeric(gap.missing.starts_on)), "eigen_bedragen")

    def _measure(self, measure: Measure) -> MeasureLine:
        stops = measure.soort == "loonstop"
        if measure.tot_en_met is None:
            period = _("vanaf {van}").format(van=day_numeric(measure.van))
        else:
            period = _("{van} tot en met {tot}").format(
                van=day_numeric(measure.van), tot=day_numeric(measure.tot_en_met)
            )
        if measure.nabetaald_op is not None:
            period += ", " + _("alsnog betaald per {dag}").format(dag=day_numeric(measure.nabetaald_op))
        return MeasureLine(
            title=_("Loonstop") if stops else _("Opschorting"),
            period=period,
            amount=measure.bedrag,
            # The letter of the article says the reason, and that stays in the dossier.
            source=self._law.basis("loon_stop" if stops else "loon_opschorting").text,
            means="".join(meaning([measure.soort])),
        )


def _key(year: int, number_of: int) -> str:
    return f"{year}-{number_of:02d}"


def _days_in_words(first: date, last: date) -> str:
    return _("{van} t/m {tot}").format(van=day_short(first), tot=day_short(last))


def _week_in_words(week: WeekRow) -> str:
    return _("Week {nummer}, {van} t/m {tot}").format(
        nummer=week.nummer, van=day_short(week.van), tot=day_short(week.tot_en_met)
    )


def _in_weeks(rule: CaoRule, share: str, weeks: Sequence[int]) -> str:
    last = weeks[1] if rule.tot_en_met_week is None else rule.tot_en_met_week
    if rule.van_week <= weeks[0] and last >= weeks[1]:
        return share
    return _("{deel} in week {van} tot en met {tot}").format(
        deel=share, van=max(rule.van_week, weeks[0]), tot=min(last, weeks[1])
    )


def _between(van: date, tot: date | None, share: str, year: tuple[date, date]) -> str:
    last = year[1] if tot is None else tot
    if van <= year[0] and last >= year[1]:
        return share
    return _("{deel} van {van} tot en met {tot}").format(
        deel=share, van=day_numeric(max(van, year[0])), tot=day_numeric(min(last, year[1]))
    )
