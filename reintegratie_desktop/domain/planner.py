"""The weeks of a case for on the wall: which week, which day it begins, and in a few fixed words what comes in it.

It hangs where everybody can read it. So it holds no name, no number of a dossier and no text of anybody: what can
stand in a week is one of `Word`, and the papers know no other words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.milestone import Milestone, Status
from reintegratie_desktop.domain.periods import week_of

ROW_WEEKS: Final = 13
"""Weeks in a row: a quarter of a year."""
_ONE_DAY: Final = timedelta(days=1)


class Sign(StrEnum):
    """What kind of date a word stands for."""

    LAST_DAY = "last_day"
    TALK = "talk"
    PLAN = "plan"
    """Choose a day yourself."""


class Word(StrEnum):
    """Everything that can stand in a week; none of them says what it is about to somebody who passes by."""

    START = "start"
    STEP_1 = "step_1"
    PLAN_READY = "plan_ready"
    LOOK_BACK = "look_back"
    SEND_NOTE = "send_note"
    YEAR_TALK = "year_talk"
    YEAR_ROUND = "year_round"
    STEP_2 = "step_2"
    LETTER = "letter"
    LAST_TALK = "last_talk"
    FOLDER = "folder"
    REQUEST = "request"
    END = "end"
    TALK = "talk"
    OWN = "own"


@dataclass(frozen=True)
class Entry:
    """One thing in a week."""

    word: Word
    sign: Sign
    day: date
    done: bool = False


@dataclass(frozen=True)
class Week:
    """One week. `number` is the week of the case, None in a week that does not count at all."""

    number: int | None
    first: date
    entries: tuple[Entry, ...] = ()

    @property
    def last(self) -> date:
        """Return the last day of the week."""
        return self.first + timedelta(weeks=1) - _ONE_DAY

    @property
    def done(self) -> bool:
        """Tell whether everything in the week was done; an empty week never is."""
        return bool(self.entries) and all(entry.done for entry in self.entries)


@dataclass(frozen=True)
class Planner:
    """The weeks of a case on one page. `mark` says to who made it whose it is, such as `P-0003`, and to nobody else."""

    mark: str
    first: date
    last: date
    law_date: date
    made_on: date
    weeks: tuple[Week, ...]
    language: str = "nl"

    @property
    def rows(self) -> tuple[tuple[Week, ...], ...]:
        """Return the weeks in rows of a quarter of a year."""
        return tuple(self.weeks[place : place + ROW_WEEKS] for place in range(0, len(self.weeks), ROW_WEEKS))


_HARD: Final = {
    "probleemanalyse": Word.STEP_1,
    "plan_van_aanpak": Word.PLAN_READY,
    "uwv_42e_week": Word.SEND_NOTE,
    "spoor2_start": Word.STEP_2,
    "riv_aan_werknemer": Word.FOLDER,
    "wia_aanvraag": Word.REQUEST,
    "ziek_uit_dienst_melding": Word.SEND_NOTE,
    "vangnet_melding": Word.SEND_NOTE,
}
"""Steps that stand on the last day the rule allows."""
_AIM: Final = {
    "eerstejaarsevaluatie": Word.YEAR_TALK,
    "actueel_oordeel": Word.LETTER,
    "eindevaluatie": Word.LAST_TALK,
}
"""Steps for which a day has to be chosen; they stand on the safe day."""
_EVALUATION: Final = "evaluatie_"
_YEAR: Final = "eerstejaarsevaluatie"
_END: Final = "einde_loondoorbetaling"


def planner_of(clock: CaseClock, mark: str, *, made_on: date, language: str, extra: Sequence[Entry] = ()) -> Planner:
    """Return the planner of a case: all dates of the clock, and those of the case itself (talks, own steps).

    The weeks run from the first sick day to the last day of the wage, breaks included. Entries outside it are left out.
    """
    first, last = clock.eerste_ziektedag, clock.milestone(_END).uiterlijk
    entries = [*_entries(clock), *extra]
    weeks = []
    day = first
    while day <= last:
        end = day + timedelta(weeks=1) - _ONE_DAY
        inside = sorted(
            (entry for entry in entries if day <= entry.day <= end),
            key=lambda entry: (entry.sign, entry.day, entry.word),
        )
        weeks.append(Week(_number(clock, day, end), day, tuple(_once(inside))))
        day = end + _ONE_DAY
    return Planner(mark, first, last, clock.eerste_ziektedag, made_on, tuple(weeks), language)


def _number(clock: CaseClock, first: date, last: date) -> int | None:
    """Return the week of the case in which the first day that counts lies; None when no day of the week counts."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    counting = next((day for day in days if not any(gap.van <= day <= gap.last for gap in clock.gaps)), None)
    return None if counting is None else week_of(clock.course.counted_days(counting))


def _once(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield each word of a week once; it is done when all of its days are."""
    for place, entry in enumerate(entries):
        if all(other.word is not entry.word for other in entries[:place]):
            same = [other for other in entries if other.word is entry.word]
            yield Entry(entry.word, entry.sign, entry.day, all(other.done for other in same))


def _entries(clock: CaseClock) -> Iterator[Entry]:
    yield Entry(Word.START, Sign.TALK, clock.eerste_ziektedag, done=True)
    for step in clock.termijnen:
        if step.status is Status.VERVALT or step.waits:
            continue
        done = step.gedaan_op is not None
        if step.id in _HARD:
            yield Entry(_HARD[step.id], Sign.LAST_DAY, step.uiterlijk, done)
        elif step.id in _AIM:
            yield Entry(_AIM[step.id], Sign.PLAN, _held(step), done)
        elif step.id.startswith(_EVALUATION):
            yield Entry(Word.LOOK_BACK, Sign.TALK, _held(step), done)
        if step.id == _YEAR:
            yield Entry(Word.YEAR_ROUND, Sign.LAST_DAY, step.uiterlijk, step.uiterlijk < clock.peildatum)
        elif step.id == _END:
            yield Entry(Word.END, Sign.LAST_DAY, step.uiterlijk, step.uiterlijk < clock.peildatum)


def _held(step: Milestone) -> date:
    """Return the day a talk was held, or the safe day of one to come."""
    return step.gedaan_op or step.streefdatum
