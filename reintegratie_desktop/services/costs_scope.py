"""What counts in the costs and what does not, in words: the employer's share and the vakantiebijslag."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reintegratie_desktop.domain.costs.facts import Answer, CostFacts
from reintegratie_desktop.domain.costs.overview import CostOverview
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.text.formatting import percent
from reintegratie_desktop.text.i18n import _

_LEAST: Final = "vakantiebijslag_minimaal"
_BASIS: Final = "loon_vakantiebijslag"


def scope_words(found: CostOverview, entered: CostFacts, law: Law) -> str:
    """Return what stands under an amount: `Zonder werkgeverslasten en vakantiebijslag`; empty without a wage."""
    if not found.has_wage:
        return ""
    inside, outside = [], []
    if entered.deel_lasten is None:
        outside.append(_("werkgeverslasten"))
    else:
        inside.append(_("{deel} werkgeverslasten").format(deel=percent(entered.deel_lasten)))
    if _is_everywhere(entered):
        inside.append(_("vakantiebijslag"))
    elif entered.telt_bijslag:
        inside.append(_("{deel} vakantiebijslag").format(deel=percent(_share(found, entered, law))))
    elif not _is_somewhere(entered):
        outside.append(_("vakantiebijslag"))
    parts = []
    if inside:
        parts.append(_("Met {wat}").format(wat=_(" en ").join(inside)))
    if outside:
        words = _("zonder {wat}") if inside else _("Zonder {wat}")
        parts.append(words.format(wat=_(" en ").join(outside)))
    return ", ".join(parts)


def scope_sentences(found: CostOverview, entered: CostFacts, law: Law) -> Iterator[str]:
    """Yield how the employer's share and the vakantiebijslag were counted, or that they were not."""
    if found.has_wage:
        yield _share_sentence(entered)
        yield from _allowance_sentences(found, entered, law)
        if entered.deel_lasten or entered.telt_bijslag:
            yield _("Elke maand is op centen afgerond. Een percentage van het totaal kan dus enkele centen schelen.")


def scope_source(found: CostOverview, entered: CostFacts, law: Law) -> str:
    """Return the article behind the vakantiebijslag; empty where the page says nothing of it."""
    return law.basis(_BASIS).text if found.has_wage and not _is_everywhere(entered) else ""


def counts_question(found: CostOverview, entered: CostFacts) -> str:
    """Return the question whether what comes on top counts; empty once it was answered, or where there is no wage."""
    if not found.has_wage:
        return ""
    share_open = entered.lasten is Answer.ONBEKEND and entered.opslag is None
    allowance_open = entered.bijslag is Answer.ONBEKEND and not _is_everywhere(entered)
    if share_open and allowance_open:
        return _("Wil je werkgeverslasten en vakantiebijslag laten meetellen?")
    if share_open:
        return _("Wil je werkgeverslasten laten meetellen?")
    return _("Wil je vakantiebijslag laten meetellen?") if allowance_open else ""


def _share_sentence(entered: CostFacts) -> str:
    if entered.deel_lasten is not None:
        words = _("Werkgeverslasten: {deel} van het loon, zoals je invulde.")
        if entered.telt_bijslag:
            words = _("Werkgeverslasten: {deel} van het loon met de vakantiebijslag, zoals je invulde.")
        return words.format(deel=percent(entered.deel_lasten))
    if entered.lasten is Answer.NEE:
        return _("Werkgeverslasten tellen niet mee, zoals je koos.")
    return _("Werkgeverslasten tellen niet mee, want je vulde geen percentage in.")


def _allowance_sentences(found: CostOverview, entered: CostFacts, law: Law) -> Iterator[str]:
    if _is_everywhere(entered):
        yield _("De vakantiebijslag zit al in het loon dat je invulde.")
        return
    if not entered.telt_bijslag:
        yield _("Vakantiebijslag telt niet mee. Je werknemer bouwt die wel op, ook over loon bij ziekte.")
    else:
        words = (
            _("Vakantiebijslag: {deel} van het loon, wat de wet minstens vraagt.")
            if entered.bijslag_deel is None
            else _("Vakantiebijslag: {deel} van het loon, zoals je invulde.")
        )
        yield words.format(deel=percent(_share(found, entered, law)))
        yield _("Ze telt in de maand waarin je werknemer haar opbouwt, niet als je haar uitbetaalt.")
    if _is_somewhere(entered):
        yield _("Waar de vakantiebijslag al in het loon zit, komt ze er niet nog een keer bij.")


def _share(found: CostOverview, entered: CostFacts, law: Law) -> Decimal:
    """Return the percentage of the vakantiebijslag: what was entered, or what the law asks at the first sick day."""
    if entered.bijslag_deel is not None:
        return entered.bijslag_deel
    return Decimal(str(law.on(found.days.first).value(_LEAST).value))


def _is_everywhere(entered: CostFacts) -> bool:
    return bool(entered.in_loon) and all(holds for _day, holds in entered.in_loon)


def _is_somewhere(entered: CostFacts) -> bool:
    return any(holds for _day, holds in entered.in_loon)
