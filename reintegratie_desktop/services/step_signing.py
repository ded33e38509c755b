"""Whether a finished plan still waits for a signature: then it is no concept any more, and not ready either."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

PLAN: Final = "plan_van_aanpak"
_SETTLED: Final = ("getekend", "geweigerd")


def waits_for_signature(reader: "CaseReader") -> bool:
    """Tell whether somebody neither signed the newest plan nor refused to, on the paper or afterwards."""
    plans = [info for info in reader.chain_infos if info.form == PLAN]
    if not plans:
        return False
    newest = max(plans, key=lambda info: (info.made_on, info.at))
    papers = reader.desk.store.papers
    signed = {str(item["role"]): str(item["status"]) for item in papers.get(newest.id).snapshot.get("signatures", ())}
    for event in papers.events(newest.id):
        role = str(event.data.get("rol"))
        if role in signed:
            signed[role] = event.kind
    return any(status not in _SETTLED for status in signed.values())
