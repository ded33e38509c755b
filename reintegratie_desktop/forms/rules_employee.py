"""The rules for an employee: an age that can be right, days that add up, a number of their own, dates in order."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateutil.relativedelta import relativedelta
from stdnum.nl import bsn

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import (
    block,
    hint,
    hours_of,
    not_before,
    number_of,
    reachable,
    shown,
    warn,
    whole_address,
)
from reintegratie_desktop.text.i18n import N_, _

YOUNGEST = 13
OLDEST = 80
"""Ages outside these are typing mistakes, not employees."""


def _age(answers: Answers, context: Context) -> Iterator[Finding]:
    """A birth date that makes no sense is nearly always a wrong year."""
    born = as_day(answers.get("geboortedatum"))
    if born is None:
        return
    age = relativedelta(context.today, born).years
    if born > context.today or not YOUNGEST <= age <= OLDEST:
        yield block(
            "geboortedatum",
            _("Klopt het jaar? Dan zou iemand jonger dan {jong} of ouder dan {oud} zijn.").format(
                jong=YOUNGEST, oud=OLDEST
            ),
        )


def _pattern_sum(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The days of the week add up to the hours of the contract."""
    hours = hours_of(answers.get("werkpatroon"))
    contract = number_of(answers, "contracturen")
    if hours is not None and contract is not None and sum(hours) != contract:
        yield warn(
            "werkpatroon",
            _("De dagen samen zijn {samen} uur, het contract is {contract} uur. Klopt dat?").format(
                samen=shown(sum(hours, Decimal(0))), contract=shown(contract)
            ),
        )


def _agency(answers: Answers, _context: Context) -> Iterator[Finding]:
    """An agency worker has the agency as employer."""
    if answers.get("contractsoort") == "uitzend":
        yield hint(
            "contractsoort",
            _("Huur je iemand in via een uitzendbureau? Dan is het uitzendbureau de werkgever en regelt die dit."),
        )


def _unique_number(answers: Answers, context: Context) -> Iterator[Finding]:
    """Two employees never share a number: a paper could land in the wrong file."""
    taken = context.get("bestand", "personeelsnummers", [])
    if answers.get("personeelsnr") and answers.get("personeelsnr") in taken:
        yield block("personeelsnr", _("Dit nummer heeft al een andere medewerker. Kies een ander nummer."))


def bsn_problem(value: str) -> str:
    """Return what is wrong with a citizen number, in one sentence; empty when it is right.

    The number is asked when a paper for UWV is printed, and is never stored.
    """
    return "" if bsn.is_valid(value) else _("Dit burgerservicenummer klopt niet. Kijk de cijfers nog eens na.")


def _bsn(answers: Answers, _context: Context) -> Iterator[Finding]:
    value = answers.get("bsn")
    if isinstance(value, str) and value and (problem := bsn_problem(value)):
        yield block("bsn", problem)


RULES: Final[tuple[Rule, ...]] = (
    _age,
    _pattern_sum,
    _agency,
    _unique_number,
    _bsn,
    whole_address("adres"),
    reachable("telefoon", "leidinggevende"),
    not_before("in_dienst", "geboortedatum", N_("Deze datum ligt voor de geboortedatum.")),
    not_before("einddatum", "in_dienst", N_("Het contract kan niet eindigen voordat het begint.")),
)
