"""Money that may come back, in words: how it stands, how much, until when, and how sure the rule itself is."""

from typing import Final

from reintegratie_desktop.domain.costs.refunds import Refund, State, Sure
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.services.costs_views import RefundView
from reintegratie_desktop.text.formatting import day_numeric, money
from reintegratie_desktop.text.i18n import N_, _

_STATES: Final = {
    State.KAN: N_("kun je vragen"),
    State.NAKIJKEN: N_("kijk het na"),
    State.LATER: N_("misschien later"),
    State.VANZELF: N_("gaat vanzelf"),
    State.NIET: N_("geldt nu niet"),
}
_WITHOUT_AMOUNT: Final = (State.VANZELF, State.NIET)


def refund_view(refund: Refund, law: Law) -> RefundView:
    """Return one way in which money may come back as it is shown."""
    doubt = law.doubts.get(refund.rule.open_question)
    return RefundView(
        id=refund.rule.id,
        title=_(refund.rule.title),
        state=refund.state,
        state_words=_(_STATES[refund.state]),
        amount=_amount(refund),
        received=_received(refund),
        deadline=refund.deadline_words,
        form=_(refund.rule.form),
        conditions=refund.conditions,
        notes=refund.notes,
        open_question="" if doubt is None else f"{_(doubt.question)} {_(doubt.default)}",
        source=refund.source,
        checked=_checked(refund),
    )


def _amount(refund: Refund) -> str:
    if refund.bedrag is None:
        is_entered = refund.ontvangen or refund.verwacht
        return "" if is_entered or refund.state in _WITHOUT_AMOUNT else _("nog onbekend")
    amount = money(refund.bedrag)
    if refund.per_jaar:
        amount = _("{bedrag} per jaar").format(bedrag=amount)
    return _("hoogstens {bedrag}").format(bedrag=amount) if refund.sure is Sure.HOOGSTENS else amount


def _received(refund: Refund) -> str:
    parts = []
    if refund.ontvangen:
        parts.append(_("{bedrag} ontvangen").format(bedrag=money(refund.ontvangen)))
    if refund.verwacht:
        parts.append(_("{bedrag} verwacht").format(bedrag=money(refund.verwacht)))
    return ", ".join(parts)


def _checked(refund: Refund) -> str:
    if refund.checked_on is None:
        return ""
    words = _("Nagekeken op {dag}.").format(dag=day_numeric(refund.checked_on))
    return words + " " + _("Kijk het zelf nog na voor je erop rekent.") if refund.to_check else words
