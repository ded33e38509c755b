"""Finishing a form: the answers become a paper, a record, facts about a case, or a line in the journal."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reintegratie_desktop.forms.context import as_day, is_filled
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.services.form_context import INVITATION
from reintegratie_desktop.services.hours import keep_rows
from reintegratie_desktop.services.planned_talk import plan_invited_talk
from reintegratie_desktop.services.recovery import settle_recovery
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.gaps import has_gap
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.session import FormSession


def finish(session: "FormSession", reason: str) -> str:
    """Finish a form and drop its draft. Returns the id of the paper or the record; of facts that of the case.

    Raises:
        KnownError: something still misses, a word waits for a choice, or the disk refuses.
    """
    if not session.check().ready:
        raise KnownError(_("Dit formulier is nog niet af."), _("Bekijk de lijst van wat nog mist."), code="niet_af")
    ways = {
        Scope.RECORD: _finish_record,
        Scope.CASE_RECORD: _finish_case_record,
        Scope.JOURNAL: _finish_journal_line,
    }
    way = ways.get(session.flow.scope)
    made = way(session) if way is not None else _finish_paper(session, reason)
    session.is_dirty = False
    return made


def _finish_paper(session: "FormSession", reason: str) -> str:
    """Freeze the answers into the next version of the paper."""
    if session.needs_reason and not reason.strip():
        raise KnownError(
            _("Er is al een versie van dit papier."), _("Schrijf op waarom er een nieuwe komt."), code="reden"
        )
    if has_gap(reason):
        raise KnownError(
            _("De reden van de nieuwe versie is nog niet af."), _("Vul in wat op de puntjes hoort."), code="puntjes"
        )
    desk, case_id, form = session.desk, session.case_id, session.flow.key
    snapshot = session.snapshot(draft=False, reason=reason)
    replaced = session.newest_paper
    now = desk.clock()
    with desk.file.atomic():
        snapshot = replace(snapshot, logo=desk.papers.keep_logo(case_id))
        paper = desk.store.papers.add(
            case_id,
            form,
            session.slot,
            answers=session.full_answers(),
            snapshot=snapshot.to_dict(),
            made_on=session.made_on,
            reason=reason,
            now=now,
        )
        desk.store.drafts.delete(case_id, form, session.slot)
        keep_rows(desk, case_id, form, paper.answers)
        if form == "ziekmelding":
            day = as_day(session.answers.get("eerste_ziektedag"))
            if day:
                desk.store.cases.set_eerste_ziektedag(case_id, day, now)
        desk.journal(
            case_id,
            "document",
            _("{papier} vastgesteld, versie {nr}").format(papier=_(session.flow.title), nr=paper.version),
            day=session.made_on,
            paper=paper.id,
        )
        settle_recovery(desk, case_id, form, paper.answers)
        if form == INVITATION:
            plan_invited_talk(desk, case_id, paper.answers, replaced.answers_now if replaced is not None else {})
    return paper.id


def _finish_record(session: "FormSession") -> str:
    """Keep the answers about the employer or an employee."""
    desk, now = session.desk, session.desk.clock()
    answers = {key: value for key, value in session.answers.items() if session.flow.field(key).kept}
    with desk.file.atomic():
        if session.flow.key == "werkgever":
            desk.store.records.save_werkgever(answers, now)
            record_id = "werkgever"
        elif session.employee_id:
            desk.store.records.save_werknemer(session.employee_id, answers, now)
            record_id = session.employee_id
        else:
            record_id = desk.store.records.add_werknemer(answers, now)
        desk.store.drafts.delete("", session.flow.key, session.slot)
    return record_id


def _finish_case_record(session: "FormSession") -> str:
    """Keep the answers that are asked with the case: what a change of mind hid counts for nothing any more."""
    flow, desk = session.flow, session.desk
    asked = {field.key for field in flow.asked_fields(session.full_answers(), session.wizard.context) if field.kept}
    answers = {key: value for key, value in session.answers.items() if key in asked and is_filled(value)}
    with desk.file.atomic():
        desk.keep_case_record(session.case_id, flow.key, answers)
        desk.store.drafts.delete(session.case_id, flow.key, session.slot)
        desk.journal(session.case_id, "document", _("{formulier} bewaard").format(formulier=_(flow.title)))
    return session.case_id


def _finish_journal_line(session: "FormSession") -> str:
    """Add the line to the journal, where nothing ever changes it."""
    from reintegratie_desktop.services.journal import add_line  # noqa: PLC0415 - only this form

    with session.desk.file.atomic():
        add_line(session.desk, session.case_id, session.answers)
        session.desk.store.drafts.delete(session.case_id, session.flow.key, session.slot)
    return session.case_id
