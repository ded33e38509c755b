"""The newest advice of the bedrijfsarts, read as a ceiling: how many hours a week and a day, from which day.

The papers that plan hours ask here, so that one advice never gives two answers. Where the advice is silent the answer
is None: nothing is forbidden that the bedrijfsarts did not limit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import zip_longest
from typing import Final

from reintegratie_desktop.forms.conditions import Fact, Is, Not
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Option, as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.text.formatting import day_weekday, number
from reintegratie_desktop.text.i18n import N_, _

NO_WORK: Final = ("geen_tijdelijk", "geen_duurzaam")
"""The conclusions with which there are no hours to plan."""

CAN_WORK: Final = Not(Is("benutbaar", *NO_WORK))
"""Inside a probleemanalyse: the bedrijfsarts sees work that can be done now."""

HOURS_IN_A_WEEK: Final = Decimal(24 * 7)
WEEKS_IN_A_YEAR: Final = 52
SMALLEST_STEP: Final = Decimal("0.25")

EINDDOEL_ADVIES: Final = (
    Option("eigen_functie_volledig", N_("Eigen functie volledig")),
    Option("eigen_functie_gedeeltelijk", N_("Eigen functie gedeeltelijk")),
    Option("eigen_functie_met_aanpassingen", N_("Eigen functie met aanpassingen")),
    Option("andere_functie_eigen_werkgever", N_("Andere functie eigen werkgever")),
    Option("andere_werkgever", N_("(Deels) andere werkgever")),
    Option("nog_niet_te_bepalen", N_("Nog niet te bepalen")),
)
EINDDOEL_PLAN: Final = (
    Option("eigen_functie_volledig", N_("Werkhervatting in de eigen functie")),
    Option("eigen_functie_gedeeltelijk", N_("Gedeeltelijke werkhervatting in de eigen functie")),
    Option("eigen_functie_met_aanpassingen", N_("Werkhervatting in de eigen functie met aanpassingen")),
    Option("andere_functie_eigen_werkgever", N_("Werkhervatting in een andere functie bij de eigen werkgever")),
    Option("andere_werkgever", N_("(Gedeeltelijke) werkhervatting bij een andere werkgever")),
)
"""The same goals in the words of the official plan; equal goals have equal values."""

FORMS: Final = ("bijstelling_probleemanalyse", "probleemanalyse")
"""The papers that hold an advice; on the same day the first one counts."""


@dataclass(frozen=True)
class Ceiling:
    """From this day the advice allows this many hours a week; `start` is None for the first, which is always there."""

    start: date | None
    hours: Decimal


@dataclass(frozen=True)
class Advice:
    """One advice about hours. `contract` is the contract hours a week, None when unknown."""

    form: str
    answers: Answers
    contract: Decimal | None = None

    @property
    def day(self) -> date | None:
        """Return the date of the advice."""
        return as_day(self.answers.get("datum_document"))

    @property
    def allows_work(self) -> bool:
        """Tell whether the bedrijfsarts sees work that can be done now."""
        return self.answers.get("benutbaar") not in NO_WORK

    @property
    def speaks_of_hours(self) -> bool:
        """Tell whether this advice limits hours at all."""
        return not self.allows_work or bool(self.ceilings) or self._uren_dag is not None

    @property
    def leaves_steps_open(self) -> bool:
        """Tell whether the hours hold for the start only: the steps after it are left to employer and employee."""
        return self.allows_work and self.answers.get("opbouw_soort") == "werkgever_en_werknemer_bepalen"

    @property
    def _uren_dag(self) -> Decimal | None:
        return as_decimal(self.answers.get("uren_dag")) if self.allows_work else None

    @property
    def _base(self) -> Decimal | None:
        # With periods the hours a week stand in the periods; a number typed before that choice no longer counts.
        by_period = self.answers.get("opbouw_soort") == "vaste_periodes"
        week = None if by_period else as_decimal(self.answers.get("uren_week"))
        day, days = as_decimal(self.answers.get("uren_dag")), as_decimal(self.answers.get("dagen_week"))
        known = [week, None if day is None or days is None else day * days]
        return min((hours for hours in known if hours is not None and hours > 0), default=None)

    @cached_property
    def ceilings(self) -> tuple[Ceiling, ...]:
        """Return the ceilings in order of date; the last one holds until there is a new advice."""
        if not self.allows_work:
            return (Ceiling(None, Decimal(0)),)
        base = self._base
        periods = sorted(self._periods(), key=lambda ceiling: ceiling.start or date.min)
        if periods:
            return (Ceiling(None, periods[0].hours if base is None else base), *periods)
        if base is None:
            return ()
        return (Ceiling(None, base), *self._rhythm(base))

    def _periods(self) -> Iterator[Ceiling]:
        # A bijstelling has no question about the kind of build-up; there the rows speak for themselves.
        if self.answers.get("opbouw_soort", "vaste_periodes") != "vaste_periodes":
            return
        for row in rows(self.answers.get("advies_periodes")):
            start, hours = as_day(row.get("van")), period_hours(row, self.contract)
            if start is not None and hours is not None:
                yield Ceiling(start, hours)

    def _rhythm(self, base: Decimal) -> Iterator[Ceiling]:
        start = as_day(self.answers.get("per_datum")) or self.day
        step, weeks = as_decimal(self.answers.get("opbouw_stap")), as_decimal(self.answers.get("opbouw_interval"))
        if self.answers.get("opbouw_soort") != "vast_ritme" or start is None or step is None or weeks is None:
            return
        if step < SMALLEST_STEP or not 1 <= weeks <= WEEKS_IN_A_YEAR:
            return
        top = min(self.contract or HOURS_IN_A_WEEK, HOURS_IN_A_WEEK)
        pause, hours = timedelta(weeks=int(weeks)), base
        while hours < top and date.max - start > pause:
            hours, start = min(hours + step, top), start + pause
            yield Ceiling(start, hours)

    @property
    def grows_on(self) -> date | None:
        """Return the first day on which the advice allows more hours than at its start; limits per day end there."""
        if not self.ceilings:
            return None
        first, *later = self.ceilings
        return next((ceiling.start for ceiling in later if ceiling.hours > first.hours), None)

    def highest(self, start: date | None, end: date | None) -> Decimal | None:
        """Return the most hours a week that are allowed on any day of a period; an open side has no limit."""
        return max(self._between(start, end), default=None)

    def lowest(self, start: date | None, end: date | None) -> Decimal | None:
        """Return the hours a week that are allowed on every day of a period; an open side has no limit."""
        return min(self._between(start, end), default=None)

    def _between(self, start: date | None, end: date | None) -> list[Decimal]:
        found = []
        starts = [ceiling.start for ceiling in self.ceilings[1:]]
        for ceiling, next_start in zip_longest(self.ceilings, starts):
            begins_after = end is not None and ceiling.start is not None and ceiling.start > end
            gone_before = start is not None and next_start is not None and next_start <= start
            if not begins_after and not gone_before:
                found.append(ceiling.hours)
        return found

    def limits_per_day(self, start: date | None, end: date | None) -> tuple[Decimal | None, Decimal | None]:
        """Return the most hours a day and days a week in a period; None where the advice sets no such limit then."""
        last = end or start
        if not self.allows_work or (self.grows_on is not None and (last is None or last >= self.grows_on)):
            return None, None
        return self._uren_dag, as_decimal(self.answers.get("dagen_week"))


def rows(value: object) -> Iterator[Answers]:
    """Yield the rows of a table that say something; other shapes are skipped."""
    for row in value if isinstance(value, list) else ():
        if isinstance(row, dict) and is_filled(row):
            yield row


def period_hours(row: Answers, contract: Decimal | None) -> Decimal | None:
    """Return the hours a week of one row of advice: as hours, or as a percentage of the contract."""
    hours, percent = as_decimal(row.get("uren")), as_decimal(row.get("pct"))
    if hours is None and percent is not None and contract is not None:
        return percent * contract / 100
    return hours


def contract_hours(context: Context) -> Decimal | None:
    """Return the contract hours a week of the employee."""
    return as_decimal(context.get("werknemer", "contracturen"))


def advices(context: Context) -> list[Advice]:
    """Return the advices of the case, newest first. A later version of the same day corrects the one before it."""
    contract = contract_hours(context)
    papers = []
    for form in FORMS:
        papers.append((form, context.papers.get(form, {})))
        papers.extend((form, answers) for answers in reversed(context.history.get(form, ())))
    found: dict[tuple[str, date | None], Advice] = {}
    for form, answers in papers:
        advice = Advice(form, answers, contract)
        if is_filled(dict(answers)):
            found.setdefault((form, advice.day), advice)
    return sorted(found.values(), key=lambda advice: advice.day or date.min, reverse=True)


def advice_on_work(context: Context) -> Advice | None:
    """Return the newest advice of the case."""
    return next(iter(advices(context)), None)


def advice_on_hours(context: Context) -> Advice | None:
    """Return the newest advice that limits hours; a later paper that is silent about hours leaves it in force."""
    return next((advice for advice in advices(context) if advice.speaks_of_hours), None)


def advice_is_finished(key: str) -> Rule:
    """Make a rule: a paper that rests on an advice says at `key` that nobody finished that advice yet."""

    def rule(_answers: Answers, context: Context) -> Iterator[Finding]:
        newest = advice_on_work(context)
        if newest is None or context.issues.get(newest.form) or context.history.get(newest.form):
            return
        sentence = _("Het advies van de bedrijfsarts is nog een concept en kan nog veranderen. Stel dat eerst vast.")
        yield Finding(Level.WARN, key, sentence, opens=newest.form)

    return rule


def goals_of_plan(value: object, _context: Context) -> list[str]:
    """Return the advised goals that a plan can have; `nog niet te bepalen` is an advice but no goal."""
    known = [option.value for option in EINDDOEL_PLAN]
    return [goal for goal in known if isinstance(value, list) and goal in value]


WORK_ADVISED: Final = Fact(
    "bedrijfsarts_ziet_werk", lambda _answers, context: (found := advice_on_work(context)) is None or found.allows_work
)
"""In a later paper: the newest advice does not say that there is no work to do now."""


def day_in_words(day: date, today: date) -> str:
    """Return `12 november`, with the year when it is another year than today's."""
    return day_weekday(day, year=day.year != today.year).split(" ", 1)[1]


def said_on(advice: Advice, today: date) -> str:
    """Return the sentence that names the advice."""
    if advice.day is None:
        return _("Dat staat in het advies van de bedrijfsarts.")
    return _("Dat staat in het advies van {dag}.").format(dag=day_in_words(advice.day, today))


def not_more_than(hours: Decimal, advice: Advice, today: date) -> str:
    """Return `Niet meer dan 9 uur per week. Dat staat in het advies van 12 november.`."""
    if not hours:
        return _("Er zijn nu geen uren om te werken. {advies}").format(advies=said_on(advice, today))
    return _("Niet meer dan {uren} uur per week. {advies}").format(uren=number(hours), advies=said_on(advice, today))


def not_longer_than(hours: Decimal, advice: Advice, today: date) -> str:
    """Return `Niet meer dan 3 uur per dag.` with the advice it stands in."""
    return _("Niet meer dan {uren} uur per dag. {advies}").format(uren=number(hours), advies=said_on(advice, today))


def not_more_often_than(days: Decimal, advice: Advice, today: date) -> str:
    """Return `Niet meer dan 3 dagen per week.` with the advice it stands in."""
    return _("Niet meer dan {dagen} dagen per week. {advies}").format(dagen=number(days), advies=said_on(advice, today))


@dataclass(frozen=True)
class SpokenHours:
    """Hours found in a sentence; None where it does not say them."""

    week: Decimal | None = None
    day: Decimal | None = None


_WORDS: Final = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "zestien": 16, "twintig": 20, "vierentwintig": 24, "dertig": 30,
}  # fmt: skip
# A figure with a point is a number only behind a half or quarter; 9.00 and 10.30 are times of day.
_NUMBER: Final = r"(?<![\d.,:])(\d{1,2}(?:,\d{1,2}|\.5|\.25|\.75)?)(?![\d.,:]\d)"
_HOURS: Final = rf"{_NUMBER}\s*(?:uur|uren|u)\b"
_A_WEEK: Final = r"(?:per|in\s+de|in\s+een|elke|iedere|de|/)\s*week\b(?!\s*\d)"
_A_DAY: Final = r"(?:per|op\s+een|elke|iedere|/)\s*(?:werk)?dag\b"
_DAYS: Final = rf"{_NUMBER}\s*(?:(?:werk)?dagen|dagdelen|ochtenden|middagen|avonden)\b"
_TIMES: Final = rf"{_NUMBER}\s*(?:keer|maal|x)\b"
_PER_WEEK: Final = (
    rf"{_HOURS}\s*{_A_WEEK}",
    rf"(?:per\s+week|elke\s+week|iedere\s+week|wekelijks)\s+(?:maximaal\s+|hoogstens\s+)?{_HOURS}(?!\s*{_A_DAY})",
)
_PER_DAY: Final = (
    rf"{_HOURS}\s*{_A_DAY}",
    rf"(?:per\s+dag|elke\s+dag|iedere\s+dag|dagelijks)\s+(?:maximaal\s+|hoogstens\s+)?{_HOURS}(?!\s*{_A_WEEK})",
)
_DAYS_OF_HOURS: Final = (
    rf"{_DAYS}(?:\s*{_A_WEEK})?,?\s*(?:van|à|telkens)\s+{_HOURS}(?!\s*{_A_WEEK})",
    rf"{_DAYS}(?:\s*{_A_WEEK})?,?\s*{_HOURS}\s*{_A_DAY}",
    rf"{_TIMES}\s*(?:per\s+week,?\s*)?{_HOURS}(?!\s*{_A_WEEK})",
)
_HOURS_ON_DAYS: Final = rf"{_HOURS}\s*{_A_DAY},?\s*(?:op\s+|en\s+)?{_DAYS}"


def spoken_hours(sentence: str) -> SpokenHours:
    """Read the hours a week and a day out of a sentence such as `drie ochtenden van 3 uur`.

    Only shapes that can mean nothing else are read: a goal such as `20 uur in week 10` or a time of day is not. When a
    sentence names more than one amount, the highest counts.
    """
    plain = re.sub(r"[a-zéë]+", lambda word: str(_WORDS.get(word[0], word[0])), sentence.casefold())
    week = [_decimal(found[1]) for pattern in _PER_WEEK for found in re.finditer(pattern, plain)]
    day = [_decimal(found[1]) for pattern in _PER_DAY for found in re.finditer(pattern, plain)]
    for found in (match for pattern in _DAYS_OF_HOURS for match in re.finditer(pattern, plain)):
        week.append(_decimal(found[1]) * _decimal(found[2]))
        day.append(_decimal(found[2]))
    for found in re.finditer(_HOURS_ON_DAYS, plain):
        week.append(_decimal(found[1]) * _decimal(found[2]))
        day.append(_decimal(found[1]))
    return SpokenHours(max(week, default=None), max(day, default=None))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
