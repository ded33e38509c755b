"""Finds the first sick day: the first working day on which no work, or not all work, was done because of illness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, plus
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.law.calendar import weekday_name
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import _


@dataclass(frozen=True, slots=True)
class FirstSickDay:
    """The day, why it is that day in words, and the article."""

    day: date
    uitleg: str
    grondslag: str
    holiday: str = ""
    """Name of the public holiday on this day, to ask whether work would have been done; empty when there is none."""


def eerste_ziektedag_for(
    fell_ill: date,
    *,
    stopped_during_work: bool = False,
    shift_started_on: date | None = None,
    pattern: Sequence[Decimal | float | int] | None = None,
    would_work: bool | None = None,
    first_possible: date | None = None,
) -> FirstSickDay:
    """Return the first sick day of somebody who fell ill on a day (Wet WIA art. 23 lid 2, Regeling eerste werkdag).

    Work that was stopped makes that day the first one, also at noon; in a night shift the day the shift began. For
    others it is the next day they usually work: `pattern` holds the hours of Monday to Sunday. Without a pattern,
    `would_work` says whether `fell_ill` itself would have been a working day, and `first_possible` is the first day
    they could have worked. Holidays and days off count as usual working days.

    Raises:
        KnownError: the pattern has no hours or not seven days, a shift began after it was stopped or long before, or
            nothing says which day is the next one of work.
    """
    if stopped_during_work or shift_started_on is not None:
        return _stopped(fell_ill, shift_started_on or fell_ill)
    if would_work:
        return _found(fell_ill, _("{dag} zou een werkdag zijn. Dat is de eerste ziektedag."))
    if first_possible is not None:
        if first_possible < fell_ill:
            raise refuse(
                _("De eerste dag waarop iemand kon werken ligt voor de ziekmelding."), _("Kijk de twee datums na.")
            )
        return _found(first_possible, _("{dag} was de eerste dag waarop je werknemer had kunnen werken."))
    if pattern is None:
        raise refuse(
            _("We weten nog niet op welke dag je werknemer weer had gewerkt."),
            _("Vul het werkpatroon in, of zeg of dit een werkdag zou zijn."),
        )
    return _by_pattern(fell_ill, pattern, skip_first=would_work is False)


def _stopped(stopped_on: date, began_on: date) -> FirstSickDay:
    if began_on == stopped_on:
        return _found(stopped_on, _("Je werknemer stopte met werken op {dag}. Ook een halve dag is dag 1."))
    if began_on != plus(stopped_on, -1):
        raise refuse(
            _("De dienst begon niet op de dag zelf of de dag ervoor."), _("Kijk na wanneer de dienst is begonnen.")
        )
    return _found(began_on, _("De dienst begon op {dag}. Die dag telt, ook als je werknemer na middernacht stopte."))


def _by_pattern(fell_ill: date, pattern: Sequence[Decimal | float | int], *, skip_first: bool) -> FirstSickDay:
    if len(pattern) != DAYS_IN_WEEK or not any(hours > 0 for hours in pattern):
        raise refuse(
            _("Het werkpatroon heeft geen werkdagen, of niet de uren van maandag tot en met zondag."),
            _("Vul per dag van de week de uren in."),
        )
    day = plus(fell_ill, 1) if skip_first else fell_ill
    while pattern[day.weekday()] <= 0:
        day = plus(day, 1)
    if day == fell_ill:
        return _found(
            day, _("Je werknemer werkt meestal op deze dag van de week. {dag} is daarom de eerste ziektedag.")
        )
    return _found(
        day,
        _("Op {vrij} werkt je werknemer niet. De eerste werkdag daarna is {dag}."),
        vrij=weekday_name(fell_ill),
    )


def _found(day: date, sentence: str, **words: str) -> FirstSickDay:
    law = load_law()
    holiday = law.calendar.holiday(day)
    name = law.calendar.name_of_day_off(day) if holiday else ""
    told = sentence.format(dag=day_long(day), **words)
    if name:
        told += " " + _("Die dag is ook {naam}. Hij telt alleen als er normaal gewerkt zou zijn.").format(naam=name)
    return FirstSickDay(day, told[:1].upper() + told[1:], law.basis("eerste_ziektedag").text, name)
