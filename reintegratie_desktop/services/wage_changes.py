"""What changes in the wage from one month to the next, and on which day: the list a payroll clerk works from."""

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
from reintegratie_desktop.text.formatting import day_numeric, money
from reintegratie_desktop.text.i18n import N_, _

PER: Final = {Per.MAAND: N_("per maand"), Per.WEEK: N_("per week"), Per.UUR: N_("per uur")}
_FLOOR: Final = "minimum"
_YOUNG: Final = "minimumjeugdloon"
_CEILING: Final = "maximumdagloon"
_COLUMNS: Final = (
    ("loon_gewerkt", N_("Loon voor gewerkte uren")),
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
    """A month that comes to another amount than the one before it."""

    month: str
    before: Decimal | None
    """None for the first month."""
    after: Decimal
    why: tuple[str, ...]


def changes_of(found: WageOfCase, view: WageView) -> tuple[ChangeLine, ...]:
    """Return the months whose amount differs from the month before, with what made the difference."""
    months = [row for row in view.months if not row.is_blank]
    return tuple(_changes(found, months)) if months else ()


def _changes(found: WageOfCase, months: list[WageRow]) -> Iterator[ChangeLine]:
    dated = sorted(_dated(found))
    first = months[0]
    begins = _("Begint op {dag}").format(dag=day_numeric(first.first))
    yield ChangeLine(first.title, None, first.due, (begins, *_on(dated, first)))
    for before, month in pairwise(months):
        if before.due != month.due:
            why = (*_on(dated, month), *_amounts(before, month), *_columns(before, month))
            yield ChangeLine(month.title, before.due, month.due, why or (_("Andere werkdagen of uren in deze maand"),))


def _on(dated: list[tuple[date, str]], month: WageRow) -> tuple[str, ...]:
    return tuple(words for day, words in dated if month.first <= day <= month.last)


def _amounts(before: WageRow, month: WageRow) -> Iterator[str]:
    """Yield the amounts of the law that begin in a month and make its amount."""
    columns = month.columns
    by_floor = bool(columns.aanvulling_minimumloon) and not columns.aanvulling_cao
    by_ceiling = columns.begrensd_loon < columns.eigen_loon - columns.loon_hersteld
    for line in month.amounts:
        matters = by_floor if line.key.startswith(_FLOOR) else by_ceiling and line.key == _CEILING
        if matters and month.first <= line.starts_on <= month.last:
            yield _("Nieuw bedrag: {naam}").format(naam=line.name)
    if by_floor and _scale(before) != _scale(month):
        yield _("Andere leeftijd voor het minimumloon")


def _scale(month: WageRow) -> set[str]:
    return {line.key for line in month.amounts if line.key.startswith(_YOUNG)}


def _columns(before: WageRow, month: WageRow) -> Iterator[str]:
    for key, label in _COLUMNS:
        was, now = getattr(before.columns, key), getattr(month.columns, key)
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
