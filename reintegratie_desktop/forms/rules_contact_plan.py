"""What a contact plan checks: often enough, in the way the employee wants, on days that follow each other."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.contact_moments import MOST_MOMENTS, interval_days, planned_days
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import block, hint, numbered_rows, warn
from reintegratie_desktop.text.i18n import _

OFTEN: Final = Decimal(14)
"""Days between two contacts without a reason. Our own advice, no term of the law."""


def is_seldom(answers: Answers, _context: Context) -> bool:
    """Tell whether there is contact less often than every two weeks."""
    days = interval_days(answers)
    return days is not None and days > OFTEN


def is_done(answers: Answers, _context: Context) -> bool:
    """Tell whether there was contact in this row."""
    return is_filled(answers.get("gedaan"))


def _days(answers: Answers, context: Context) -> Iterator[Finding]:
    """The plan ends after it begins, and begins in this case."""
    start, end, first = (
        as_day(answers.get("start")),
        as_day(answers.get("eind")),
        context.day("zaak", "eerste_ziektedag"),
    )
    if start is not None and first is not None and start < first:
        yield block("start", _("Deze dag ligt voor de eerste ziektedag."))
    if start is not None and end is not None and end <= start:
        yield block("eind", _("Deze dag ligt niet na de dag waarop het ingaat."))
    elif len(planned_days(answers)) >= MOST_MOMENTS:
        yield warn("eind", _("Dit is een lange tijd. Kies een eerdere dag om te kijken of de afspraken nog passen."))


def _private_app(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A private app is used only when the employee wants it."""
    ways, limits = answers.get("kanaal"), answers.get("grenzen")
    chosen = isinstance(ways, list) and "prive_app" in ways
    if chosen and isinstance(limits, list) and "niet_via_prive_app" in limits:
        yield block("grenzen", _("Bij de manier staat de privé-app wel. Haal die daar weg, of hier."))


def _moments(answers: Answers, context: Context) -> Iterator[Finding]:
    """Moments follow each other, belong to this rhythm, and were not held in the future."""
    found = numbered_rows(answers, "momenten")
    seen: set[str] = set()
    for index, row in found:
        planned, done = row.get("gepland"), as_day(row.get("gedaan"))
        if isinstance(planned, str) and planned in seen:
            yield warn(f"momenten[{index}].gepland", _("Deze dag staat er al."))
        seen.add(str(planned))
        if done is not None and done > context.today:
            yield block(f"momenten[{index}].gedaan", _("Deze dag moet nog komen."))
    days = planned_days(answers)
    if found and days and not seen & {day.isoformat() for day in days}:
        yield hint("momenten", _("Deze dagen horen bij een ander ritme. Haal ze weg, dan vullen we de nieuwe in."))


RULES: Final[tuple[Rule, ...]] = (_days, _private_app, _moments)
"""All checks of the form `contactplan`."""
