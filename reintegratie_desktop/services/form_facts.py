"""What a few forms have to know of their case besides its papers, gathered only when such a form is opened."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.journal_entry import FACTS as JOURNAL_FACTS
from reintegratie_desktop.forms.report_parts import FACTS as REPORT_FACTS
from reintegratie_desktop.services.case_clock import chain_of
from reintegratie_desktop.services.check_facts import explanations_of
from reintegratie_desktop.services.signing import signers
from reintegratie_desktop.store.cases import Case

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


def facts_for(desk: "Workspace", case: Case, form: str) -> dict[str, dict[str, Any]]:
    """Return what the form with this key asks for, under the name it knows it by; empty for any other form."""
    gather = _GATHER.get(form)
    return gather(desk, case) if gather is not None else {}


def _wage(desk: "Workspace", case: Case) -> dict[str, dict[str, Any]]:
    from reintegratie_desktop.services.wage_case import known  # noqa: PLC0415 - only for this form

    return {"loonfeiten": known(desk, case)}


def _journal(desk: "Workspace", _case: Case) -> dict[str, dict[str, Any]]:
    return {JOURNAL_FACTS: {"nu": desk.clock().isoformat(timespec="minutes")}}


def _report(desk: "Workspace", case: Case) -> dict[str, dict[str, Any]]:
    """Return what the cover of the report counts and looks up, over all cases that are one."""
    chain = chain_of(desk, case)
    ticked: dict[str, str] = {}
    told: dict[str, str] = {}
    for one in chain.cases:
        kept: Mapping[str, str] = one.facts.get("gedaan", {})
        ticked.update(kept)
        told.update({item: why.reden for item, why in explanations_of(one).items()})
    contacts = [
        row.happened_on
        for one in chain.cases
        for row in desk.store.journal.rows(one.id)
        if row.kind == "contact" and row.visible_to_employee
    ]
    talks = [
        view.made_on
        for one in chain.cases
        for view in desk.papers.views(one.id)
        if view.form == "gesprek" and view.is_newest
    ]
    days = sorted([*contacts, *talks])
    return {
        REPORT_FACTS: {
            "ongetekend": _unsigned(desk, case),
            "afgevinkt": ticked,
            "toelichtingen": told,
            "contacten": str(len(contacts)),
            "gesprekken": str(len(talks)),
            "eerste": days[0].isoformat() if days else None,
            "laatste": days[-1].isoformat() if days else None,
        }
    }


def _unsigned(desk: "Workspace", case: Case) -> list[str]:
    """Return the forms of which the newest paper still waits for a signature."""
    newest: dict[str, str] = {}
    for info in desk.store.papers.infos(case.id):
        newest[info.form] = info.id
    papers = desk.store.papers
    return [
        form
        for form, paper_id in newest.items()
        if any(not signer.is_settled for signer in signers(papers.get(paper_id), papers.events(paper_id)))
    ]


_GATHER: Final[Mapping[str, Callable[["Workspace", Case], dict[str, dict[str, Any]]]]] = {
    "loongegevens": _wage,
    "re_integratieverslag": _report,
    "logboek": _journal,
}
