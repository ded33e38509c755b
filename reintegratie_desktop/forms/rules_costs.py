"""The checks of the form about costs: days that belong to the case, an end after its beginning, and a known tariff."""

from collections.abc import Iterator
from datetime import date, timedelta

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.rules import block, hint, law_days, law_number, numbered_rows, warn
from reintegratie_desktop.text.formatting import day_numeric, money, percent
from reintegratie_desktop.text.i18n import _

COSTS = "kosten"
BACK = "terug"
MONTHLY = "maand"
TARIFF = "deskundigenoordeel"
HIGH_SHARE = 60
"""Above this percentage the program asks whether it is right; advice of the program."""


def _longest(first: date) -> date | None:
    """Return the last day on which the wage of a case can ever be paid."""
    days = law_days("loonsanctie_uiterlijk", first)
    return None if days is None else first + timedelta(days=2 * days)


def days_belong_to_the_case(answers: Answers, context: Context) -> Iterator[Finding]:
    """A day lies in the time of the case, and what comes every month ends after it begins."""
    first = context.day("zaak", "eerste_ziektedag")
    latest = None if first is None else _longest(first)
    for table in (COSTS, BACK):
        for index, row in numbered_rows(answers, table):
            begins, ends = as_day(row.get("van")), as_day(row.get("tot_en_met"))
            monthly = row.get("per") == MONTHLY
            place = f"{table}[{index}]"
            if first is not None and begins is not None and begins < first and not monthly:
                yield block(
                    f"{place}.van",
                    _("Deze dag ligt voor de eerste ziektedag, {dag}. Klopt de datum?").format(dag=day_numeric(first)),
                )
            for key, day in (("van", begins), ("tot_en_met", ends if monthly else None)):
                if latest is not None and day is not None and day > latest:
                    yield block(f"{place}.{key}", _("Deze dag ligt te ver in de toekomst. Kijk het jaar na."))
            if monthly and begins is not None and ends is not None and ends < begins:
                yield block(f"{place}.tot_en_met", _("Deze dag ligt voor de dag waarop het begint."))


def tariff_is_known(answers: Answers, context: Context) -> Iterator[Finding]:
    """What UWV asks for a deskundigenoordeel stands in the law data: say so where another amount was entered."""
    for index, row in numbered_rows(answers, COSTS):
        day = as_day(row.get("van")) or context.today
        tariff, amount = law_number("deskundigenoordeel_werkgever", day), as_decimal(row.get("bedrag"))
        if row.get("soort") == TARIFF and tariff is not None and amount != tariff:
            yield hint(
                f"{COSTS}[{index}].bedrag",
                _("UWV rekent jou {bedrag} voor een deskundigenoordeel. Kijk het na op de rekening.").format(
                    bedrag=money(tariff)
                ),
            )


def payment_was_made(answers: Answers, context: Context) -> Iterator[Finding]:
    """A transitievergoeding that was paid has a day, which is not in the future."""
    day = as_day(answers.get("vergoeding_laatste_dag"))
    if day is not None and day > context.today:
        yield block("vergoeding_laatste_dag", _("Deze dag ligt in de toekomst. Vul in wanneer je echt betaalde."))


def share_is_usual(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The employer's share on top of the wage is rarely more than half of it."""
    share = as_decimal(answers.get("opslag"))
    if share is not None and share > HIGH_SHARE:
        yield warn("opslag", _("Dit is veel. Het gaat om wat er boven op het brutoloon komt. Klopt dat?"))


def allowance_is_lawful(answers: Answers, context: Context) -> Iterator[Finding]:
    """The vakantiebijslag is as a rule no less than the law asks (Wml art. 15)."""
    entered = as_decimal(answers.get("bijslag_deel")) if answers.get("bijslag") == "ja" else None
    least = law_number("vakantiebijslag_minimaal", context.today)
    if entered is not None and least is not None and entered < least:
        yield warn(
            "bijslag_deel",
            _("De wet vraagt minstens {deel}. Klopt het percentage?").format(deel=percent(least)),
        )


RULES = (days_belong_to_the_case, tariff_is_known, payment_was_made, share_is_usual, allowance_is_lawful)
