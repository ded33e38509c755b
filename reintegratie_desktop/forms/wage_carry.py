"""Where the answers of `loongegevens` come from, and which of its questions matter in a case."""

from collections.abc import Iterator
from typing import Any, Final

from reintegratie_desktop.domain.periods import plus_years
from reintegratie_desktop.forms.conditions import Every, Fact, Is
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.rules import law_days, law_number, rows_of
from reintegratie_desktop.forms.wage_columns import FOUR_WEEKS, MINIMUM_HOUR, MONTH, WEEK
from reintegratie_desktop.forms.wage_data import CAO_BY_WEEK, FROM_WEEKS, first_day, known_weeks
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import ngettext

LAW_ONLY: Final = "wet"


def has_scale(answers: Answers, context: Context) -> bool:
    """Tell whether the employee can be so young that the scale of a BBL contract matters."""
    born, begins = as_day(answers.get("geboortedatum")), first_day(context)
    full = law_days("minimumloon_volwassen_leeftijd", context.today)
    if born is None or begins is None or full is None:
        return False
    return begins < plus_years(born, full)


def before_the_hour(_answers: Answers, context: Context) -> bool:
    """Tell whether the case began when the minimum wage was an amount per month and week."""
    begins = first_day(context)
    return begins is not None and law_number(MINIMUM_HOUR, begins) is None


def paid_by_month(answers: Answers, _context: Context) -> bool:
    """Tell whether a wage per month was agreed."""
    return any(row.get("per") == MONTH for row in rows_of(answers, "loon"))


def paid_per(answers: Answers, _context: Context) -> str:
    """Return how often wage is paid, as the newest wage says it; a wage by the hour is mostly paid every month."""
    rates = [row for row in rows_of(answers, "loon") if row.get("van")]
    newest = max(rates, key=lambda row: str(row["van"]), default={})
    return str(newest["per"]) if newest.get("per") in (FOUR_WEEKS, WEEK) else MONTH


def _agreed(value: Any, context: Context) -> Iterator[dict[str, str]]:  # noqa: ANN401 - a JSON value
    """Yield the rows for what the employer pays in the first and in the second year."""
    weeks = law_days("minimumloon_weken", context.today)
    lawful = law_number("loondoorbetaling_deel", context.today)
    assert weeks is not None
    for first, last, share in (
        ("1", str(weeks), as_decimal(value)),
        (str(weeks + 1), "", as_decimal(context.get("werkgever", "loon_jaar2"))),
    ):
        row = {"van_week": first, "tot_en_met_week": last}
        if share is not None and share != lawful:
            row["percentage"] = f"{share:f}"
        yield row


def agreed_rows(value: Any, context: Context) -> list[dict[str, str]] | None:  # noqa: ANN401 - as above
    """Return what the employer pays as rows; None when that is what the law asks."""
    found = list(_agreed(value, context))
    return found if any("percentage" in row for row in found) else None


def agreed_by(value: Any, context: Context) -> str:  # noqa: ANN401 - as above
    """Return how more than the law was agreed, as far as the employer said it for everybody."""
    return CAO_BY_WEEK if agreed_rows(value, context) else LAW_ONLY


def weeks_in_words(_answers: Answers, context: Context) -> str | None:
    """Return what the weekstaat holds, in a line."""
    found = known_weeks(context)
    if not found:
        return None
    words = ngettext("{n} periode, van {van} tot en met {tot}", "{n} perioden, van {van} tot en met {tot}", len(found))
    return words.format(n=len(found), van=day_numeric(found[0]["van"]), tot=day_numeric(found[-1]["tot_en_met"]))


YOUNG: Final = Fact("jong genoeg voor een jeugdloon", has_scale)
BEFORE_THE_HOUR: Final = Fact("begonnen voor het minimumloon per uur", before_the_hour)
BY_MONTH: Final = Fact("er is een loon per maand", paid_by_month)
WEEKS: Final = Every(
    Is("gewerkt_bron", FROM_WEEKS), Fact("er zijn weken", lambda _answers, context: bool(known_weeks(context)))
)
