"""The worked hours of a case, noted week by week: one record that lies over the weekstaat of the schedule.

The record maps a Monday to what was noted of that week: `gewerkt` (None when it was taken away again), `afwijking`,
`taken_gedaan`, `akkoord`, `per_dag` (seven decimal texts, Monday first), `op` (when it was noted) and `eerder` (what
stood there before, oldest first). Whoever asks for worked hours gets the schedule with this record in it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from reintegratie_desktop.forms.advice import rows
from reintegratie_desktop.forms.buildup import (
    is_ahead,
    is_behind,
    monday_before,
    phases_of,
    plain,
    planned_in_week,
    real_day,
    weeks_behind,
    worked_weeks,
)
from reintegratie_desktop.forms.context import Answers
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_weekday, number
from reintegratie_desktop.text.i18n import _

SCHEDULE: Final = "opbouwschema"
"""The form that plans the hours, and that holds the weekstaat on paper."""
SHEET: Final = "weekstaat"
"""The field of that form for the worked hours."""
RECORD: Final = "gewerkte_uren"
"""Under this key the facts of a case hold the record."""
IN_ROW: Final = ("gewerkt", "taken_gedaan", "afwijking", "akkoord")
"""What a week of the record and a row of the weekstaat have in common."""
AS_PLANNED: Final = "volgens_plan"
MORE: Final = "meer_gewerkt"
_TWO: Final = 2
"""From this many weeks in a row it is worth a talk; see `is_behind`."""
_ON_TRIAL: Final = "arbeidstherapeutisch_tot_datum"
_PHASES: Final = "fasen"


def with_record(answers: Answers, record: Mapping[str, Mapping[str, Any]], since: str = "") -> dict[str, Any]:
    """Return a schedule whose weekstaat says what was noted, oldest week first.

    `since` is an ISO moment: what was noted before it is left alone, for a draft that was saved later.
    """
    if not record:
        return dict(answers)
    known: dict[str, dict[str, Any]] = {}
    odd = []
    for row in rows(answers.get(SHEET)):
        day = real_day(row.get("week"))
        if day is None:
            odd.append(dict(row))
        else:
            known[monday_before(day).isoformat()] = dict(row)
    phases = phases_of(answers)
    for monday, entry in record.items():
        if since and str(entry.get("op") or "") <= since:
            continue
        if entry.get("gewerkt") is None:
            known.pop(monday, None)
            continue
        planned = plain(planned_in_week(phases, date.fromisoformat(monday)))
        row = {key: entry[key] for key in IN_ROW if entry.get(key) is not None}
        known[monday] = {"week": monday, "gepland": planned, **row}
    return {**answers, SHEET: [*(known[monday] for monday in sorted(known)), *odd]}


def fitting_reason(worked: Decimal, planned: Decimal, reason: str) -> str:
    """Return why hours differ: nothing is asked when they do not, and more hours explain themselves."""
    if worked == planned:
        return AS_PLANNED
    if reason and reason != AS_PLANNED:
        return reason
    return MORE if worked > planned else ""


class SignalKind(StrEnum):
    """What the worked hours say about the schedule."""

    BEHIND = "achter"
    AHEAD = "vooruit"
    TRIAL_OVER = "therapie_voorbij"


@dataclass(frozen=True)
class Signal:
    """Something to talk about, in a sentence that asks for no reason."""

    kind: SignalKind
    sentence: str


def trial_over(answers: Answers, today: date) -> date | None:
    """Return until which day work without wage value was agreed, when it still goes on after that day; else None.

    The day is the one the user gave; the law names none.
    """
    found = []
    for phase in phases_of(answers):
        row = answers[_PHASES][phase.index]
        until = real_day(row.get("therapeutisch_tot"))
        if row.get("loonvorm") == _ON_TRIAL and until is not None and phase.start is not None:
            runs = phase.start <= today and (phase.end is None or phase.end >= today)
            if runs and until < today:
                found.append(until)
    return max(found, default=None)


def signals(answers: Answers, today: date) -> tuple[Signal, ...]:
    """Return what the worked hours of a schedule say, most serious first."""
    found = []
    if is_behind(answers):
        count = weeks_behind(answers)
        words = (
            _("Twee weken achter elkaar minder gewerkt dan gepland. Bespreek of het schema nog past.")
            if count == _TWO
            else _("Al {n} weken achter elkaar minder gewerkt dan gepland. Bespreek of het schema nog past.")
        )
        found.append(Signal(SignalKind.BEHIND, words.format(n=count)))
    until = trial_over(answers, today)
    if until is not None:
        sentence = _(
            "Het werk was arbeidstherapeutisch tot en met {dag}. Die dag is voorbij: spreek af wat er nu geldt."
        )
        found.append(Signal(SignalKind.TRIAL_OVER, sentence.format(dag=day_weekday(until, year=True))))
    if is_ahead(answers):
        newest = worked_weeks(answers)[-1]
        sentence = _("{uren} uur meer gewerkt dan gepland. Niet te snel: bespreek het eerst.")
        found.append(Signal(SignalKind.AHEAD, sentence.format(uren=number(newest.worked - newest.planned))))
    return tuple(found)


def as_paper(answers: Answers, today: date) -> dict[str, Any]:
    """Return the worked hours for the forms of a case, as `context.papers["weekstaat"]`.

    `weken` are the rows of the weekstaat, `signalen` the sentences about them, `achter` and `therapie_tot` (ISO, or
    empty) what they say, `gewerkt_nu` the hours of the newest week.
    """
    weeks, until = worked_weeks(answers), trial_over(answers, today)
    return {
        "weken": list(rows(answers.get(SHEET))),
        "signalen": [signal.sentence for signal in signals(answers, today)],
        "achter": is_behind(answers),
        "therapie_tot": until.isoformat() if until is not None else "",
        "gewerkt_nu": plain(weeks[-1].worked) if weeks else "",
    }


def sum_of_days(per_day: Sequence[str]) -> Decimal | None:
    """Return the hours of a week from those of its days; None when a day is no number."""
    hours = [as_decimal(item) if item else Decimal(0) for item in per_day]
    known = [item for item in hours if item is not None]
    return sum(known, Decimal(0)) if len(known) == len(hours) else None
