"""What somebody is still writing about a point of the check, kept as it is typed until it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

DRAFTS: Final = "toets_concept"
"""Key in the facts of a case: point of the check to `{reden, beide_eens, datum}`, the day as it was typed."""


@dataclass(frozen=True)
class ReasonDraft:
    """A reason that is not written down yet; `day` is ISO, or what was typed."""

    reason: str
    both_agree: bool
    day: str


def draft_of(desk: "Workspace", case_id: str, item_id: str) -> ReasonDraft | None:
    """Return what was being written about a point, or None."""
    kept: Mapping[str, Any] = desk.store.cases.get(case_id).facts.get(DRAFTS, {}).get(item_id, {})
    if not kept:
        return None
    return ReasonDraft(str(kept["reden"]), bool(kept["beide_eens"]), str(kept["datum"]))


def keep_draft(desk: "Workspace", case_id: str, item_id: str, draft: ReasonDraft) -> None:
    """Keep what is being written; an empty text keeps nothing. The journal holds no line about it.

    Raises:
        KnownError: the disk is full.
    """
    if not draft.reason.strip():
        drop_draft(desk, case_id, item_id)
        return
    told = {"reden": draft.reason, "beide_eens": draft.both_agree, "datum": draft.day}
    change_fact(desk, case_id, DRAFTS, item_id, told)


def drop_draft(desk: "Workspace", case_id: str, item_id: str) -> None:
    """Forget what was being written about a point."""
    if item_id in desk.store.cases.get(case_id).facts.get(DRAFTS, {}):
        change_fact(desk, case_id, DRAFTS, item_id, None)


def change_fact(desk: "Workspace", case_id: str, group: str, key: str, value: object) -> None:
    """Set one value of the facts of a case, or remove it with None; the rest stays as it is."""
    facts = dict(desk.store.cases.get(case_id).facts)
    inside = {name: kept for name, kept in dict(facts.get(group, {})).items() if name != key}
    if value is not None:
        inside[key] = value
    desk.store.cases.set_facts(case_id, {**facts, group: inside}, desk.clock())
