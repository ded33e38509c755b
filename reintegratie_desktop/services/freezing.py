"""From a form that is being filled in to the snapshot its paper is made from."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.talk_agenda import mark_not_discussed
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.services.places import source_title
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.session import FormSession


def frozen(session: "FormSession", *, draft: bool, reason: str, layout: str) -> FormSnapshot:
    """Freeze the answers of a session as they are now; a draft carries the marks of a draft."""
    desk = session.desk
    paper = session.newest_paper
    case = desk.store.cases.get(session.case_id)
    employee = desk.employee(case.werknemer_id)
    snapshot = freeze(
        session.flow,
        session.full_answers(),
        session.wizard.context,
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        made_on=session.made_on,
        version=(paper.version if paper else 0) + 1,
        # The sick report itself says which day it is; the case follows it when the report is finished.
        law_date=as_day(session.answers.get("eerste_ziektedag")) or case.eerste_ziektedag
        if session.flow.key == "ziekmelding"
        else case.eerste_ziektedag,
        case_number=case.nummer,
        employer=desk.employer_name,
        employee=paper_name(employee),
        # A next version has no last day of its own: the first one was there in time or not.
        latest=(None if paper else session.latest_day) or "",
        draft=draft,
        journal_head=desk.store.journal.head(),
        replaces=_("versie {nr} van {dag}").format(nr=paper.version, dag=day_numeric(paper.made_on)) if paper else "",
        reason=reason,
        carried={key: source_title(str(item["form"])) for key, item in session.meta.carried.items()},
    )
    snapshot = replace(snapshot, rules=load_law().loaded_version)
    if draft and paper is None and session.flow.key == "ziekmelding":
        snapshot = _with_answered_day(snapshot, as_day(session.answers.get("eerste_ziektedag")))
    if draft and (wrong := _wrong(session)):
        snapshot = replace(snapshot, extra={**snapshot.extra, "moet_kloppen": wrong})
    if layout == "agenda":
        from reintegratie_desktop.forms.flows.gesprek import agenda_snapshot  # noqa: PLC0415 - only talks need it

        return agenda_snapshot(snapshot, session.full_answers(), session.wizard.context)
    if session.meta.left_open is not None:
        return mark_not_discussed(snapshot, session.meta.left_open, session.answers, session.wizard.context)
    return snapshot


def _with_answered_day(snapshot: FormSnapshot, answered: date | None) -> FormSnapshot:
    """Return a draft of the sick report without days that nobody answered: a new case counts from today meanwhile."""
    if answered is not None:
        return snapshot
    known = tuple(
        replace(fact, value="")
        if fact.value == snapshot.eerste_ziektedag and fact.label == _("Eerste ziektedag")
        else fact
        for fact in snapshot.facts
        if fact.label != _("Uiterste datum")
    )
    return replace(snapshot, eerste_ziektedag="", facts=known)


def _wrong(session: "FormSession") -> dict[str, list[str]]:
    """Return what is red in the form, so that a draft does not print it as if it were fine: per field its places."""
    found: dict[str, list[str]] = {}
    for finding in session.wizard.findings():
        if finding.level is Level.BLOCK:
            place = "" if finding.field == finding.key else session.label_of(finding.field)
            places = found.setdefault(finding.key, [])
            if place not in places:
                places.append(place)
    return found
