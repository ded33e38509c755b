"""What changes in the wage from one period to the next, and on which day: the list a payroll clerk works from."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, ONE_DAY
from reintegratie_desktop.domain.wage.facts import Per
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.wage_case import WageOfCase
from reintegratie_desktop.services.wage_views import WageRow, WageView
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric, money, number
from reintegratie_desktop.text.i18n import N_, _

PER: Final = {
    Per.MAAND: N_("per maand"),
    Per.VIER_WEKEN: N_("per vier weken"),
    Per.WEEK: N_("per week"),
    Per.UUR: N_("per uur"),
}
_FLOOR: Final = "minimum"
_YOUNG: Final = "minimumjeugdloon"
_CEILING: Final = "maximumdagloon"
_COLUMNS: Final = (
    ("loon_gewerkt", N_("Loon voor gewerkte uren")),
    ("loon_vakantie", N_("Vakantie")),
    ("loon_hersteld", N_("Loon in dagen met al het eigen werk")),
    ("wachtdagen", N_("Wachtdagen")),
    ("loonstop", N_("Loonstop")),
    ("aftrek_uitkeringen", N_("Uitkering eraf")),
    ("aftrek_inkomsten", N_("Loon van een ander eraf")),
    ("opgeschort", N_("Opgeschort")),
    ("nabetaald", N_("Alsnog betaald")),
)


@dataclass(frozen=True)
class ChangeLine:
    """A period of pay that comes to another amount than the one before it."""

    title: str
    before: Decimal | None
    """None for the first one."""
    after: Decimal
    why: tuple[str, ...]


def changes_of(found: WageOfCase, view: WageView) -> tuple[ChangeLine, ...]:
    """Return the periods whose amount differs from the one before, with what made the difference."""
    rows = [row for row in view.rows if not row.is_blank]
    return tuple(_changes(found, rows)) if rows else ()


def _changes(found: WageOfCase, rows: list[WageRow]) -> Iterator[ChangeLine]:
    dated = sorted(_dated(found))
    first = rows[0]
    begins = _("Begint op {dag}").format(dag=day_numeric(first.first))
    yield ChangeLine(first.title, None, first.due, (begins, *_on(dated, first)))
    for before, row in pairwise(rows):
        if before.due != row.due:
            why = (*_on(dated, row), *_amounts(before, row), *_columns(before, row))
            yield ChangeLine(row.title, before.due, row.due, why or (_("Andere werkdagen of uren"),))


def _on(dated: list[tuple[date, str]], row: WageRow) -> tuple[str, ...]:
    return tuple(words for day, words in dated if row.first <= day <= row.last)


def _amounts(before: WageRow, row: WageRow) -> Iterator[str]:
    """Yield the amounts of the law that begin in a period and make its amount."""
    columns = row.columns
    by_floor = bool(columns.aanvulling_minimumloon) and not columns.aanvulling_cao
    by_ceiling = columns.begrensd_loon < columns.eigen_loon - columns.loon_hersteld
    for line in row.amounts:
        matters = by_floor if line.key.startswith(_FLOOR) else by_ceiling and line.key == _CEILING
        if matters and row.first <= line.starts_on <= row.last:
            yield _("Nieuw bedrag: {naam}").format(naam=line.name)
    if by_floor and _scale(before) != _scale(row):
        yield _("Andere leeftijd voor het minimumloon")


def _scale(row: WageRow) -> set[str]:
    return {line.key for line in row.amounts if line.key.startswith(_YOUNG)}


def _columns(before: WageRow, row: WageRow) -> Iterator[str]:
    for key, label in _COLUMNS:
        was, now = getattr(before.columns, key), getattr(row.columns, key)
        if was != now:
            words = _("{wat}: {nu}, was {eerder}")
            yield words.format(wat=_(label), nu=money(now), eerder=money(was))


def _dated(found: WageOfCase) -> Iterator[tuple[date, str]]:
    """Yield what begins or ends on a day after the first one."""
    case, course = found.case, found.case.clock.course
    first_year = load_law().on(case.van).days("minimumloon_weken") * DAYS_IN_WEEK
    turn = course.day_after(first_year)
    yield turn, _("Tweede jaar vanaf {dag}").format(dag=day_numeric(turn))
    for rate in found.facts.loon:
        if rate.van > case.van:
            words = _("Nieuw loon vanaf {dag}: {bedrag} {per}")
            yield (
                rate.van,
                words.format(dag=day_numeric(rate.van), bedrag=money(rate.bedrag), per=_(PER[rate.per])),
            )
    for change in found.facts.werkpatroon_wijzigingen:
        hours = found.facts.patterns().uren_per_week(change.van)
        words = _("Andere uren vanaf {dag}: {uren} per week")
        yield change.van, words.format(dag=day_numeric(change.van), uren=number(hours))
    for day in sorted(_agreed_days(found) - {turn, case.van}):
        yield day, _("Andere afspraak vanaf {dag}").format(dag=day_numeric(day))
    yield case.loon_tot_en_met, _("Laatste dag {dag}").format(dag=day_numeric(case.loon_tot_en_met))


def _agreed_days(found: WageOfCase) -> set[date]:
    """Return the days on which what the cao or the contract gives begins or ends."""
    course = found.case.clock.course
    days: set[date] = set()
    for rule in found.facts.cao:
        if rule.span is not None:
            days.add(rule.span.van)
            if rule.span.tot_en_met is not None:
                days.add(rule.span.tot_en_met + ONE_DAY)
        else:
            days.add(course.day_after((rule.van_week - 1) * DAYS_IN_WEEK))
            if rule.tot_en_met_week is not None:
                days.add(course.day_after(rule.tot_en_met_week * DAYS_IN_WEEK))
    return days
