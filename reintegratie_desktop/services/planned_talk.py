"""The talk a letter invites to and the talk that is being prepared: one and the same moment."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.context import Answers, as_day
from reintegratie_desktop.services import own_steps
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

TALK: Final = "gesprek"


def planned_talk(desk: "Workspace", case_id: str) -> dict[str, Any]:
    """Return day and time of the first talk to come that is being prepared, as `datum`; empty without one."""
    moments = sorted(str(draft.answers.get("datum") or "") for draft in _drafts(desk, case_id))
    coming = [moment for moment in moments if moment > desk.today.isoformat() and not moment.endswith("T")]
    return {"datum": coming[0]} if coming else {}


def plan_invited_talk(desk: "Workspace", case_id: str, letter: Answers, before: Answers) -> None:
    """Let a finished invitation be a planned talk; `before` are the answers of the version it replaces.

    A talk that is prepared for that day stays as it is, and one for the day of the version before moves along. Without
    any talk to come one is begun, so that it can be prepared; beside another talk to come it is a step of its own.
    """
    moment, was = str(letter.get("datumtijd") or ""), as_day(before.get("datumtijd"))
    day = as_day(moment)
    if day is None or day < desk.today:
        return
    drafts = {draft.slot: as_day(draft.answers.get("datum")) for draft in _drafts(desk, case_id)}
    moved = [slot for slot, known in drafts.items() if known == was and was is not None]
    if day in drafts.values():
        return
    if moved:
        session = desk.open_form(TALK, case_id, slot=moved[0])
    elif any(known is not None and known >= desk.today for known in drafts.values()):
        _own_step(desk, case_id, day, moment)
        return
    else:
        session = desk.open_form(TALK, case_id, kind=str(letter.get("soort") or ""))
        session.answer({"agenda": list(letter.get("agenda") or ())})
    session.answer({"datum": moment})
    session.save()


def invited_slot(desk: "Workspace", case_id: str, answers: Answers) -> str | None:
    """Return the slot of the talk that is prepared for the moment of these answers; None when there is none."""
    moment = answers.get("datum")
    drafts = _drafts(desk, case_id) if moment else []
    return next((draft.slot for draft in drafts if draft.answers.get("datum") == moment), None)


def _own_step(desk: "Workspace", case_id: str, day: date, moment: str) -> None:
    """Add the talk as a step of its own, once."""
    title = _("Gesprek om {tijd}").format(tijd=moment[11:16].replace(":", "."))
    known = {(step.day, step.title) for step in desk.store.own_steps.of(case_id)}
    if (day, title) not in known:
        own_steps.add(desk, case_id, title, day)


def _drafts(desk: "Workspace", case_id: str) -> list[Any]:
    return [draft for draft in desk.store.drafts.list(case_id) if draft.form == TALK]
