"""Sentences about days and terms, made once in each language: ten thousand cases name the same days again and again."""

from datetime import date
from functools import lru_cache
from typing import Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, ONE_DAY, Gap, week_of
from reintegratie_desktop.law.book import Rules
from reintegratie_desktop.law.calendar import WorkingDays
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _, ngettext

_KEPT: Final = 32 * 1024
"""Sentences of one kind that stay in memory."""

NOTE_PASSED: Final = N_(
    "De onderbreking kwam pas na {dag}, de dag waarop deze stap zonder onderbreking aan de beurt was."
)
"""Stands beside a date that a break moved although its term was over before the break."""
_LAST_DAY: Final = N_("De uiterste dag is {dag}.")
_OFF: Final = N_("Die dag valt op {naam}.")
_LAST_DAY_OFF: Final = N_("De uiterste dag valt op {naam}.")
_ALSO_OFF: Final = N_("Ook {naam} is geen werkdag.")
_AIM: Final = N_("De werkdag ervoor is {dag}: dat is je streefdatum.")

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
def aimed(language: str, calendar: WorkingDays, last: date, safe_day: date, aim: date) -> str:
    """Say which day is safe: some days earlier, on a working day; name the holidays that were stepped over."""
    told = []
    early = (last - safe_day).days
    if early:
        told.append(dated(language, _LAST_DAY, last))
        told.append(
            ngettext("Veilig is {dagen} dag eerder: {dag}.", "Veilig is {dagen} dagen eerder: {dag}.", early).format(
                dagen=early, dag=numeric(safe_day)
            )
        )
    if aim < safe_day:
        told.append(_(_OFF if early else _LAST_DAY_OFF).format(naam=calendar.name_of_day_off(safe_day)))
        between = safe_day - ONE_DAY
        while between > aim:
            if calendar.holiday(between):
                told.append(_(_ALSO_OFF).format(naam=calendar.name_of_day_off(between)))
            between -= ONE_DAY
        told.append(dated(language, _AIM, aim))
    return " ".join(told)


@lru_cache(maxsize=_KEPT)
def filled(_language: str, sentence: str, days: int, rules: Rules) -> str:
    """Return a translated sentence of a rule with its numbers."""
    said = _(sentence)
    if "{" not in said:
        return said
    full = rules.days("wia_eerste_dag_uiterlijk")
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


def aim_and_limit(aim: str, limit: str) -> str:
    """Return the day to aim for and the last day, in the words that stand at every date; one day stands once."""
    if aim == limit:
        return _("Uiterlijk {dag}.").format(dag=limit)
    return _("Liefst voor of op {dag}, uiterlijk {laatste}.").format(dag=aim, laatste=limit)


def gap_kind(gap: Gap) -> str:
    """Return what a gap was: recovery, leave or both."""
    if not gap.leave_days:
        return _("herstel")
    return _("verlof en herstel") if gap.fit_days else _("verlof")
