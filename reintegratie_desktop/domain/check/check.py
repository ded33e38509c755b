"""The check itself: every point with its state, its weight and its words, and the reasons that were written down."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reintegratie_desktop.domain.check.effort import EFFORT_CHECKS
from reintegratie_desktop.domain.check.facts import CheckFacts
from reintegratie_desktop.domain.check.found import Check, Found, after_recovery
from reintegratie_desktop.domain.check.item import CheckItem, CheckRule, Motivering, Stand
from reintegratie_desktop.domain.check.papers import PAPER_CHECKS
from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.law.book import Law, Rules, load_law
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _, ngettext

CHECKS: Final[dict[str, Check]] = {**EFFORT_CHECKS, **PAPER_CHECKS}
_DEVIATIONS: Final = "afwijkingen"
_SETTLED: Final = (Stand.OP_ORDE, Stand.TOEGELICHT, Stand.NIET_NODIG)


def check(facts: CheckFacts, law: Law | None = None) -> tuple[CheckItem, ...]:
    """Return every point of the check in the order of its declaration, late ones behind the point they belong to.

    Raises:
        KnownError: the first sick day lies before the rules this program knows.
    """
    law = load_law() if law is None else law
    items = tuple(_item(facts, law, found) for found in _all_found(facts, law))
    return (*items, _item(facts, law, _deviations(items)))


def _all_found(facts: CheckFacts, law: Law) -> Iterator[Found]:
    for rule_id in RULES:
        if rule_id in CHECKS:
            # The point itself first, then what was late about it.
            found = list(CHECKS[rule_id](facts, law))
            yield from sorted(found, key=lambda one: (one.rule != rule_id, one.part))


def _deviations(items: tuple[CheckItem, ...]) -> Found:
    """Return whether everything that went otherwise has a reason beside it."""
    waiting = sum(item.stand is Stand.TE_LAAT for item in items)
    if waiting:
        words = ngettext("{n} punt wacht op uitleg.", "{n} punten wachten op uitleg.", waiting).format(n=waiting)
        return Found(_DEVIATIONS, Stand.TE_LAAT, words)
    told = sum(item.stand is Stand.TOEGELICHT for item in items)
    if told:
        words = ngettext("Bij {n} punt staat uitleg.", "Bij {n} punten staat uitleg.", told).format(n=told)
        return Found(_DEVIATIONS, Stand.OP_ORDE, words)
    return Found(_DEVIATIONS, Stand.OP_ORDE, _("Er is niets dat uitleg nodig heeft."))


def _item(facts: CheckFacts, law: Law, found: Found) -> CheckItem:
    rule = RULES[found.rule]
    reason = facts.motiveringen.get(found.id) or _on_paper(facts, found)
    found = _recovered(facts, _explained(found, rule, reason))
    was_late = found.stand in (Stand.TE_LAAT, Stand.TOEGELICHT)
    may_explain = (
        found.waivable
        or (rule.uitlegbaar and (was_late or found.stand is Stand.ONTBREEKT))
        or (found.stand is Stand.OP_ORDE and _went_otherwise(facts, found))
    )
    return CheckItem(
        id=found.id,
        rule=rule,
        titel=found.titel or _(rule.titel),
        stand=found.stand,
        bevinding=found.bevinding,
        waarom=_why(rule, law.on(facts.clock.eerste_ziektedag)),
        grondslag=found.grondslag or law.basis(rule.basis).text,
        gewicht=rule.gewicht_laat if was_late else rule.gewicht,
        herstel="" if found.stand in _SETTLED else _repair(rule, found),
        uiterlijk=found.uiterlijk,
        gedaan_op=found.gedaan_op,
        motivering=reason,
        mag_uitleggen=may_explain,
        uitleg_vervangt=found.waivable,
    )


def _went_otherwise(facts: CheckFacts, found: Found) -> bool:
    """Tell whether something that is in order was done after its last day, or had that day moved by a late advice."""
    if found.gedaan_op is None:
        return False
    if found.uiterlijk is not None and found.gedaan_op > found.uiterlijk:
        return True
    advice = facts.step("probleemanalyse") if found.rule == "plan_van_aanpak" else None
    return advice is not None and advice.gedaan_op is not None and advice.gedaan_op > advice.uiterlijk


def _why(rule: CheckRule, rules: Rules) -> str:
    words = _(rule.waarom)
    return words.format(deel=number(rules.amount("toets_bevredigend_deel"))) if "{deel}" in words else words


def _repair(rule: CheckRule, found: Found) -> str:
    """Return the next step: what is late already can only be explained."""
    if found.stand is Stand.TE_LAAT and rule.uitlegbaar:
        if rule.artikel_5:
            return _("Schrijf op waarom het later werd, en of jullie het daar allebei mee eens zijn.")
        return _("Schrijf op waarom het later werd.")
    return _(rule.herstel)


def _on_paper(facts: CheckFacts, found: Found) -> Motivering | None:
    """Return the reason for being late that stands in the advice or the plan itself.

    Under the plan both sign, so with two signatures both agree; the reason in the advice is the employer's alone.
    """
    if found.rule == "plan_van_aanpak" and facts.plannen and facts.plannen[0].reden_te_laat:
        plan = facts.plannen[0]
        return Motivering(plan.reden_te_laat, plan.both_signed, plan.day, op_papier=True)
    if found.rule == "probleemanalyse" and facts.adviezen and facts.adviezen[0].reden_te_laat:
        advice = facts.adviezen[0]
        return Motivering(advice.reden_te_laat, beide_eens=False, datum=advice.day, op_papier=True)
    return None


def _explained(found: Found, rule: CheckRule, reason: Motivering | None) -> Found:
    """Return what was late as explained, when the reason is written down and, where the law asks it, both agree."""
    if found.stand is not Stand.TE_LAAT or reason is None:
        return found
    if rule.artikel_5 and not reason.beide_eens:
        words = _("{bevinding} De reden staat er, maar jullie zijn het er nog niet allebei mee eens.")
        return replace(found, bevinding=words.format(bevinding=found.bevinding))
    words = _("{bevinding} De uitleg staat erbij.").format(bevinding=found.bevinding)
    return replace(found, stand=Stand.TOEGELICHT, bevinding=words)


def _recovered(facts: CheckFacts, found: Found) -> Found:
    """Return that nothing is asked any more once the employee does the own work fully again."""
    day = facts.clock.hersteld_per
    if day is None or found.stand in _SETTLED:
        return found
    return replace(after_recovery(found.rule, day), part=found.part, titel=found.titel)
