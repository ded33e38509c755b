"""The rules for the particulars of a case: what the clock cannot believe, and what a yes or no leads to."""

from collections.abc import Iterator
from typing import Any, Final

from reintegratie_desktop.domain.situations import SITUATIONS, Situation
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.particulars import LEAVE, PLAYS, leaves_of, refusals
from reintegratie_desktop.forms.rules import block, hint, not_in_future, numbered_rows
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.i18n import N_, _

ASKED: Final = (
    "werken_zonder_loonwaarde",
    "inlener",
    "twee_banen",
    "nieuw_werk_afgesproken",
    "afwijken_van_termijn",
    "loonstop_melden",
)
"""The situations that are asked as a yes or no of their own; `vraag_` before it is the field."""


def cited(situation: Situation) -> str:
    """Return the articles of a situation in one line."""
    sources = load_law().sources
    return "; ".join(sources[source].cite() for source in situation.sources)


def _clock_refuses(answers: Answers, context: Context) -> Iterator[Finding]:
    """What cannot be true together with the case, at the answer that makes it so."""
    base: Any = context.get("zaak", "feiten")
    if isinstance(base, dict):
        others = context.get("zaak", "andere_perioden", [])
        reversed_rows = {f"verlof[{index}].van" for index in _reversed(answers)}
        for refusal in refusals(base, answers, context.today, others):
            if refusal.place not in reversed_rows:
                yield block(refusal.place, refusal.sentence)


def _reversed(answers: Answers) -> Iterator[int]:
    """Yield the rows of the leave that end before they begin."""
    yield from (index for index, leave in leaves_of(answers) if leave.tot_en_met < leave.van)


def _leave_in_order(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Leave that ends before it begins, in the words of the form: the clock names the keys of the data."""
    for index in _reversed(answers):
        message = _("De laatste dag ligt voor de eerste dag. Wissel de twee datums om of verbeter ze.")
        yield block(f"verlof[{index}].tot_en_met", message)


def _leave_is_said(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Who leaves open whether it is the same case, hears what is counted with."""
    plays = answers.get(PLAYS)
    if not isinstance(plays, list) or LEAVE not in plays:
        return
    for index, row in numbered_rows(answers, "verlof"):
        if row.get("zelfde_geval") == "onbekend":
            yield hint(
                f"verlof[{index}].zelfde_geval",
                _("Vraag het de bedrijfsarts. Tot dan rekenen we met ja: dan zijn de datums eerder."),
            )


def _what_follows(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A yes or a no to a situation leads to something; the article stands beside it."""
    for key in ASKED:
        situation, answer = SITUATIONS[key], answers.get(f"vraag_{key}")
        if isinstance(answer, bool):
            source = cited(situation)
            yield hint(f"vraag_{key}", f"{_(situation.yes if answer else situation.no)} ({source})", source)


RULES: Final[tuple[Rule, ...]] = (
    _clock_refuses,
    _leave_in_order,
    _leave_is_said,
    _what_follows,
    not_in_future("vangnet_bekend_op", N_("Vul dit pas in als je het weet.")),
    not_in_future("vervroegde_iva", N_("Vul dit pas in als het is aangevraagd.")),
    not_in_future("verkorten_gevraagd_op", N_("Vul dit pas in als het is gevraagd.")),
    not_in_future("loonsanctie_besluit_op", N_("Vul dit pas in als UWV heeft besloten.")),
    not_in_future("loonsanctie_reparatie", N_("Vul dit pas in als UWV dit heeft vastgesteld.")),
)
