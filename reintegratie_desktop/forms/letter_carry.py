"""What a letter takes over from the papers of the case: a talk, a warning, the advice, the hours that were missed."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import advices, contract_hours
from reintegratie_desktop.forms.buildup import plain
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.letter_text import SENT_ON
from reintegratie_desktop.forms.rules import rows_of
from reintegratie_desktop.forms.wage_weeks import worked_stretches
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _

TALK: Final = "gesprek"
WARNING: Final = "brief_waarschuwing"
CONFIRMING: Final = "brief_bevestiging_afspraken"
_ONE_DAY: Final = timedelta(days=1)


def newest(form: str, context: Context) -> dict[str, str] | None:
    """Return a link to the newest finished paper of a form; None when there is none."""
    return context.reference(form) if context.issues.get(form) else None


def talk_to_confirm(context: Context) -> dict[str, str] | None:
    """Return a link to the newest talk that no letter confirmed yet; None when there is none."""
    confirmed = {
        as_day(link.get("datum"))
        for letter in context.history.get(CONFIRMING, ())
        if isinstance(link := letter.get("gesprek"), Mapping)
    }
    open_ones = [issue for issue in context.issues.get(TALK, ()) if issue.made_on not in confirmed]
    if not open_ones:
        return None
    newest_one = open_ones[-1]
    return {"soort": TALK, "versie": str(newest_one.version), "datum": newest_one.made_on.isoformat()}


def answers_behind(reference: object, context: Context) -> Answers:
    """Return the answers of the paper a link points to; empty when it is not there."""
    if not isinstance(reference, Mapping):
        return {}
    form, made_on = str(reference.get("soort") or ""), as_day(reference.get("datum"))
    kept = list(zip(context.issues.get(form, ()), context.history.get(form, ()), strict=False))
    return next((answers for issue, answers in reversed(kept) if issue.made_on == made_on), {})


def talk_of(answers: Answers, context: Context) -> Answers:
    """Return the answers of the talk a letter confirms."""
    return answers_behind(answers.get("gesprek"), context)


def agreements(answers: Answers, context: Context) -> list[dict[str, Any]] | None:
    """Return the agreements of the talk a letter confirms; None when there are none."""
    found = rows_of(talk_of(answers, context), "afspraken_nieuw")
    return [{key: row.get(key) for key in ("wat", "wie", "wanneer")} for row in found] or None


def next_moment(answers: Answers, context: Context) -> str | None:
    """Return when the next talk is, as the talk agreed it."""
    moment = talk_of(answers, context).get("volgende")
    return str(moment) if is_filled(moment) else None


def warning_of(answers: Answers, context: Context) -> Answers:
    """Return the answers of the warning a letter rests on."""
    return answers_behind(answers.get("waarschuwing"), context)


def facts_of_warning(answers: Answers, context: Context) -> list[dict[str, Any]] | None:
    """Return the facts the warning named, to go on with."""
    return [dict(row) for row in rows_of(warning_of(answers, context), "feiten")] or None


def newest_advice(_answers: Answers, context: Context) -> dict[str, str] | None:
    """Return a link to the newest advice of the bedrijfsarts, a bijstelling or the first one."""
    found = next((advice for advice in advices(context) if advice.day is not None), None)
    if found is None or found.day is None:
        return None
    link = context.reference(found.form)
    return {**link, "datum": found.day.isoformat()}


def advice_in_words(_answers: Answers, context: Context) -> str | None:
    """Return what the newest advice says that can be done, to go on with inside a sentence."""
    found = next(iter(advices(context)), None)
    can = str(found.answers.get("wel") or "").strip().rstrip(".") if found is not None else ""
    if found is None or not can:
        return None
    today = context.today
    most = found.highest(today, today)
    first = can[0].lower() if len(can) > 1 and can[1].islower() else can[0]
    words = f"{first}{can[1:]}"
    if most is None:
        return words
    return _("{werk}, hoogstens {uren} uur per week,").format(werk=words, uren=number(most))


def missed_hours(answers: Answers, context: Context) -> list[dict[str, Any]] | None:
    """Return from day to day how many contract hours a week were not worked; None when that is not known.

    Weeks in which hours were written down count with those; in the other weeks nothing was worked.
    """
    contract, first = contract_hours(context), context.day("zaak", "eerste_ziektedag")
    last = _last_missed_day(answers, context)
    if contract is None or first is None or last < first:
        return None
    found: list[dict[str, Any]] = []

    def add(begins: date, ends: date, hours: Decimal) -> None:
        if begins <= ends and hours > 0:
            found.append({"van": begins.isoformat(), "tot": ends.isoformat(), "uren": plain(hours)})

    follows = first
    for stretch in worked_stretches([context.papers.get("opbouwschema", {})], first, last):
        add(follows, stretch.first - _ONE_DAY, contract)
        add(stretch.first, stretch.last, contract - stretch.hours)
        follows = stretch.last + _ONE_DAY
    add(follows, last, contract)
    return found or None


def _last_missed_day(answers: Answers, context: Context) -> date:
    """Return the last day a claim looks at: the day before the letter, or before the recovery."""
    sent = as_day(answers.get(SENT_ON)) or context.today
    facts = context.get("zaak", "feiten", {})
    periods = rows_of(facts if isinstance(facts, Mapping) else {}, "perioden")
    recovered = as_day(periods[-1].get("hersteld_per")) if periods else None
    return min(sent, recovered or sent) - _ONE_DAY


def claim_so_far(answers: Answers, _context: Context) -> str:
    """Return the net wage and the costs of a claim together."""
    amounts = [as_decimal(answers.get("nettoloon")), costs_so_far(answers)]
    return f"{sum((amount for amount in amounts if amount is not None), Decimal(0)):f}"


def costs_so_far(answers: Answers) -> Decimal:
    """Return the re-integration costs of a claim."""
    return sum((as_decimal(row.get("bedrag")) or Decimal(0) for row in rows_of(answers, "kosten")), Decimal(0))


def milestone(name: str, context: Context) -> date | None:
    """Return the last day of a step of the clock; None when the case has no such step."""
    known = context.get("zaak", "termijnen", {})
    return as_day(known.get(name)) if isinstance(known, Mapping) else None
