"""Sentences about days and terms, made once in each language: ten thousand cases name the same days again and again."""

from datetime import date
from functools import lru_cache
from typing import Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, Gap, week_of
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

_KEPT: Final = 32 * 1024
"""Sentences of one kind that stay in memory."""

numeric: Final = lru_cache(maxsize=_KEPT)(day_numeric)


@lru_cache(maxsize=_KEPT)
def dated(_language: str, sentence: str, day: date | None) -> str:
    """Return a translated sentence with its `{dag}`."""
    return _(sentence).format(dag="" if day is None else numeric(day))


@lru_cache(maxsize=_KEPT)
def added(_language: str, days: int, result: date) -> str:
    """Return the sentence that adds a term and names the day it leads to."""
    return _("Tel daar {termijn} bij op: dat is {dag}.").format(termijn=term(_language, days), dag=numeric(result))


@lru_cache(maxsize=_KEPT)
def earlier(_language: str, days: int, safe_day: date) -> str:
    """Return the sentence that the safe day is some days earlier."""
    return ngettext("Veilig is {dagen} dag eerder: {dag}.", "Veilig is {dagen} dagen eerder: {dag}.", days).format(
        dagen=days, dag=numeric(safe_day)
    )


@lru_cache(maxsize=_KEPT)
def named(_language: str, sentence: str, name: str) -> str:
    """Return a translated sentence with its `{naam}`."""
    return _(sentence).format(naam=name)


@lru_cache(maxsize=_KEPT)
def filled(_language: str, sentence: str, days: int, full: int) -> str:
    """Return a translated sentence of a rule with its numbers; `full` is the days of the wachttijd."""
    said = _(sentence)
    if "{" not in said:
        return said
    return said.format(
        dagen=days,
        weken=days // DAYS_IN_WEEK,
        week=week_of(days),
        voor=(full - 1 - days) // DAYS_IN_WEEK,
        dagnummer=days + 1,
        totaal=full // DAYS_IN_WEEK,
    )


@lru_cache(maxsize=_KEPT)
def term(_language: str, days: int) -> str:
    """Return `42 dagen (6 weken)`, or only the days when they are no whole weeks."""
    said = ngettext("{dagen} dag", "{dagen} dagen", days).format(dagen=days)
    if days < 2 * DAYS_IN_WEEK or days % DAYS_IN_WEEK:
        return said
    return _("{dagen} ({weken} weken)").format(dagen=said, weken=days // DAYS_IN_WEEK)


@lru_cache(maxsize=_KEPT)
def skipped(_language: str, gap: Gap) -> str:
    """Return the sentence that the days of a gap do not count."""
    return ngettext(
        "Van {van} tot en met {tot} was er {soort}: {dagen} dag telt niet mee.",
        "Van {van} tot en met {tot} was er {soort}: {dagen} dagen tellen niet mee.",
        gap.days,
    ).format(van=numeric(gap.van), tot=numeric(gap.last), soort=gap_kind(gap), dagen=gap.days)


def gap_kind(gap: Gap) -> str:
    """Return what a gap was: recovery, leave or both."""
    if not gap.leave_days:
        return _("herstel")
    return _("verlof en herstel") if gap.fit_days else _("verlof")
